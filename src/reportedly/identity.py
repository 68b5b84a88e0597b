"""Identity is content: equal nouns have one digest on every machine, nouns of different kinds never share one.

What is hashed is a tagged canonical form of all fields but those marked as saying nothing of what a noun is.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any

# A field that does not take part in a noun's identity: when something was fetched says nothing of what it says.
NOT_IDENTITY = {"identity": False}


@cache
def _identity(noun: type) -> tuple[str, ...]:
    """The fields of a noun that take part in its identity; none for what is no noun."""
    if not is_dataclass(noun):
        return ()
    return tuple(f.name for f in fields(noun) if f.metadata.get("identity", True))


def canonical(value: Any) -> Any:
    """``value`` as tagged JSON data: equal nouns give equal data, nouns of different kinds never do."""
    if value is None or isinstance(value, (str, int)):
        return value
    noun: type = type(value)
    names = _identity(noun)
    if names:
        tagged: dict[str, Any] = {"is": noun.__name__}
        for name in names:
            held = getattr(value, name)
            tagged[name] = held if held is None or type(held) is str else canonical(held)
        return tagged
    if isinstance(value, Fraction):
        return {"is": "Fraction", "value": f"{value.numerator}/{value.denominator}"}
    if isinstance(value, tuple | list):
        return [canonical(item) for item in value]
    return value


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    text = _encoder().encode(canonical(value))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
