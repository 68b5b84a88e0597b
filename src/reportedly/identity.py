"""Identity is content: equal nouns have one digest on every machine, nouns of different kinds never share one.

What is hashed is a tagged canonical form of all fields but those marked as saying nothing of what a noun is.
"""

import hashlib
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from json import dumps
from json.encoder import encode_basestring as quoted
from typing import Any

# A field that does not take part in a noun's identity: when something was fetched says nothing of what it says.
NOT_IDENTITY = {"identity": False}


@cache
def _identity(noun: type) -> tuple[tuple[str, str], ...]:
    """What is written of a noun: each field of its identity, behind what stands before it; none for what is no noun.

    Fields stand in order of their names, and among them, under "is", the name of the noun. What closes all of it stands
    before no field.
    """
    if not is_dataclass(noun):
        return ()
    written: list[tuple[str, str]] = []
    before = "{"
    for name in sorted(("is", *(f.name for f in fields(noun) if f.metadata.get("identity", True)))):
        before += f"{quoted(name)}:"
        if name == "is":
            before += f"{quoted(noun.__name__)},"
        else:
            written.append((before, name))
            before = ","
    return (*written, (before.removesuffix(",") + "}", ""))


def canonical(value: Any) -> str:
    """``value`` as tagged JSON without blanks: equal nouns give equal text, nouns of different kinds never do."""
    noun: type = type(value)
    if noun is str:
        return quoted(value)
    if value is None:
        return "null"
    if noun is int:
        return repr(value)
    if noun is bool:
        return "true" if value else "false"
    if written := _identity(noun):
        parts = [before + canonical(getattr(value, name)) for before, name in written[:-1]]
        return "".join(parts) + written[-1][0]
    if isinstance(value, Fraction):
        return f'{{"is":"Fraction","value":"{value.numerator}/{value.denominator}"}}'
    if isinstance(value, tuple | list):
        return f"[{','.join(map(canonical, value))}]"
    return dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()
