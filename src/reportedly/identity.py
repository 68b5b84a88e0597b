"""Identity is content: equal nouns have one digest on every machine, nouns of different kinds never share one.

What is hashed is a tagged canonical form of all fields but those marked as saying nothing of what a noun is.
"""

import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from json import dumps
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import Any

# A field that does not take part in a noun's identity: when something was fetched says nothing of what it says.
NOT_IDENTITY = {"identity": False}


@cache
def _identity(noun: type) -> tuple[str, Callable[[Any], tuple[Any, ...]]] | None:
    """How a noun is written, and the fields of its identity that are put in there. None for what is no noun.

    Fields stand in order of their names, and among them, under "is", the name of the noun.
    """
    if not is_dataclass(noun):
        return None
    names = sorted(field.name for field in fields(noun) if field.metadata.get("identity", True))
    parts = (f"{quoted(name)}:{quoted(noun.__name__) if name == 'is' else '%s'}" for name in sorted(("is", *names)))
    told: Callable[[Any], tuple[Any, ...]] = attrgetter(*names) if len(names) > 1 else _each(names)
    return f"{{{','.join(parts)}}}", told


def _each(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda noun: tuple(getattr(noun, name) for name in names)


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
    if noun is tuple:
        return f"[{','.join(map(canonical, value))}]"
    if (written := _identity(noun)) is not None:
        form, told = written
        # Most of what is told are words, places or nothing, which need no second look.
        return form % tuple(
            [
                "null"
                if one is None
                else quoted(one)
                if type(one) is str
                else one
                if type(one) is int
                else canonical(one)
                for one in told(value)
            ]
        )
    if isinstance(value, Fraction):
        return f'{{"is":"Fraction","value":"{value.numerator}/{value.denominator}"}}'
    if isinstance(value, tuple | list):
        return f"[{','.join(map(canonical, value))}]"
    return dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()
