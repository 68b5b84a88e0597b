"""Nouns become lines of text for the record, and lines nouns again.

A noun is an object of the fields that differ from their defaults, so that a field added later reads as its default in
older lines. A span of the document in hand is ``[start, end, quote]``; the quote is kept, since a record may have to do
without the text. Numbers are exact (``1/3``). What is promised: ``unpack(pack(noun)) == noun``.
"""

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reportedly.model import Span

Coder = Callable[[Any, str], Any]
Noun = TypeVar("Noun")

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack(noun: Any, document: str = "") -> str:
    """``noun`` as one line; ``document`` is the digest its spans need not repeat."""
    return _write(_encoder(_hashable(type(noun)))(noun, document))


def unpack(kind: type[Noun], line: str, document: str = "", identity: str | None = None) -> Noun:
    """The noun that ``line`` holds. ``identity`` is the digest it was stored under, which it keeps.

    Raises ``ValueError`` (``KeyError`` and ``TypeError`` included in its message) where the line is no such noun.
    """
    try:
        noun: Noun = _decoder(_hashable(kind))(json.loads(line), document)
    except (KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError, RecursionError) as error:
        raise ValueError(f"this is no {kind.__name__}: {error}") from error
    if identity is not None:
        object.__setattr__(noun, "id", identity)
    return noun


def _hashable(kind: Any) -> Hashable:
    return cast(Hashable, kind)


def _inner(hint: Any) -> Any:
    """``hint`` without None."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    return hint


@cache
def _plan(kind: Any) -> tuple[tuple[str, Any, Any], ...]:
    """Name, default and type of each field that is given when the noun is made."""
    hints = get_type_hints(kind)
    return tuple((f.name, f.default, _inner(hints[f.name])) for f in fields(kind) if f.init)


@cache
def _encoder(hint: Any) -> Coder:
    if hint is Span:
        return _span
    if hint is Fraction:
        return lambda value, document: str(value)
    if is_dataclass(hint):
        return _noun_encoder(hint)
    if get_origin(hint) is tuple:
        return _tuple_encoder(get_args(hint))
    return _as_it_is


def _as_it_is(value: Any, document: str) -> Any:
    return value


def _span(span: Span, document: str) -> list[Any]:
    place = [span.start, span.end, span.quote]
    return place if span.document == document else [*place, span.document]


def _noun_encoder(kind: Any) -> Coder:
    """Written out field by field and compiled, as ``dataclass`` makes its methods: a third of the time of a loop."""
    lines = ["def encode(noun, document):", " told = {}"]
    names: dict[str, Any] = {"MISSING": MISSING}
    for at, (name, default, hint) in enumerate(_plan(kind)):
        names[f"default{at}"], names[f"coder{at}"] = default, _encoder(hint)
        lines.append(f" value = noun.{name}")
        # A default that is nothing is known by itself; to compare numbers with it is slow.
        same = default is None or default is MISSING
        lines.append(f" if value is not default{at}" + (":" if same else f" and value != default{at}:"))
        coded = (
            "value" if names[f"coder{at}"] is _as_it_is else f"value if value is None else coder{at}(value, document)"
        )
        lines.append(f"  told[{name!r}] = {coded}")
    exec("\n".join([*lines, " return told"]), names)
    encode: Coder = names["encode"]
    return encode


def _tuple_encoder(parts: tuple[Any, ...]) -> Coder:
    coders = [_encoder(_inner(part)) for part in parts if part is not ...]

    def encode(values: tuple[Any, ...], document: str) -> list[Any]:
        if len(coders) == 1:
            return [coders[0](value, document) for value in values]
        return [coder(value, document) for coder, value in zip(coders, values, strict=True)]

    return encode


@cache
def _decoder(hint: Any) -> Coder:
    if hint is Span:
        return lambda place, document: Span(place[3] if len(place) > 3 else document, *place[:3])
    if hint is Fraction:
        return lambda text, document: Fraction(text)
    if is_dataclass(hint):
        return _noun_decoder(hint)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    return _as_it_is


def _noun_decoder(kind: Any) -> Coder:
    plan = {name: _decoder(hint) for name, _, hint in _plan(kind)}
    # Digests are kept as stored, so that a noun of an older version stays what it was called.
    defaults = {f.name: f.default for f in fields(kind) if f.default is not MISSING}

    def decode(told: dict[str, Any], document: str) -> Any:
        given = {name: None if value is None else plan[name](value, document) for name, value in told.items()}
        if missing := plan.keys() - given.keys() - defaults.keys():
            raise KeyError(f"it lacks {', '.join(sorted(missing))}")
        noun = object.__new__(kind)
        for name, value in {**defaults, **given}.items():
            object.__setattr__(noun, name, value)
        return noun

    return decode


def _tuple_decoder(parts: tuple[Any, ...]) -> Coder:
    coders = [_decoder(_inner(part)) for part in parts if part is not ...]

    def decode(values: list[Any], document: str) -> tuple[Any, ...]:
        if len(coders) == 1:
            return tuple(coders[0](value, document) for value in values)
        return tuple(coder(value, document) for coder, value in zip(coders, values, strict=True))

    return decode
