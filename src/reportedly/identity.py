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
# Most of what nouns tell are words, places or nothing.
PLAIN: dict[type, Callable[[Any], str]] = {str: quoted, int: repr, type(None): "null".format}


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
    if (plain := PLAIN.get(noun)) is not None:
        return plain(value)
    if noun is bool:
        return "true" if value else "false"
    if noun is tuple:
        return f"[{','.join(map(canonical, value))}]"
    if (written := _identity(noun)) is not None:
        form, told = written
        return form % tuple([PLAIN.get(type(one), canonical)(one) for one in told(value)])
    if isinstance(value, Fraction):
        return f'{{"is":"Fraction","value":"{value.numerator}/{value.denominator}"}}'
    if isinstance(value, tuple | list):
        return f"[{','.join(map(canonical, value))}]"
    return dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()
