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
def _identity(noun: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], str] | None:
    """How a noun is written: what stands before each field of its identity, those fields, and what closes it.

    Fields stand in order of their names, and among them, under "is", the name of the noun. None for what is no noun.
    """
    if not is_dataclass(noun):
        return None
    written: list[str] = []
    names: list[str] = []
    before = "{"
    for name in sorted(("is", *(f.name for f in fields(noun) if f.metadata.get("identity", True)))):
        before += f"{quoted(name)}:"
        if name == "is":
            before += f"{quoted(noun.__name__)},"
        else:
            written.append(before)
            names.append(name)
            before = ","
    told: Callable[[Any], tuple[Any, ...]] = attrgetter(*names) if len(names) > 1 else _each(names)
    return tuple(written), told, before.removesuffix(",") + "}"


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
        befores, told, closing = written
        # Most of what is told are words or nothing, which need no second look.
        parts = [
            before + ("null" if one is None else quoted(one) if type(one) is str else canonical(one))
            for before, one in zip(befores, told(value), strict=True)
        ]
        return "".join(parts) + closing
    if isinstance(value, Fraction):
        return f'{{"is":"Fraction","value":"{value.numerator}/{value.denominator}"}}'
    if isinstance(value, tuple | list):
        return f"[{','.join(map(canonical, value))}]"
    return dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()
