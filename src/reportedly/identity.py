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
    """The fields of a noun's identity in order of their names, each behind its name in JSON; none for what is no noun.

    The tag, under "is", stands among them as a field without a name.
    """
    if not is_dataclass(noun):
        return ()
    names = sorted(("is", *(f.name for f in fields(noun) if f.metadata.get("identity", True))))
    opening = ("{", *[","] * (len(names) - 1))
    return tuple(
        (f"{sign}{quoted(name)}:" + (quoted(noun.__name__) if name == "is" else ""), "" if name == "is" else name)
        for sign, name in zip(opening, names, strict=True)
    )


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
        parts = [before + canonical(getattr(value, name)) if name else before for before, name in written]
        return "".join(parts) + "}"
    if isinstance(value, Fraction):
        return f'{{"is":"Fraction","value":"{value.numerator}/{value.denominator}"}}'
    if isinstance(value, tuple | list):
        return f"[{','.join(map(canonical, value))}]"
    return dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()
