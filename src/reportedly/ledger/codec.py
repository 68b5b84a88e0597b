"""Nouns become lines of text for the record, and lines nouns again.

A noun is an object of the fields that differ from their defaults, so that a field added later reads as its default in
older lines. A span of the document in hand is ``[start, end, quote]``; the quote is kept, since a record may have to do
without the text. Numbers are exact (``1/3``). What is promised: ``unpack(pack(noun)) == noun``.
"""

import json
from collections.abc import Callable, Hashable, Set
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from functools import cache, lru_cache, partial
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reportedly.model import Span

Coder = Callable[[Any, str], Any]
Noun = TypeVar("Noun")

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_read = json.JSONDecoder().decode  # what json.loads comes to for texts, without its questions


def pack(noun: Any, document: str = "") -> str:
    """``noun`` as one line; ``document`` is the digest its spans need not repeat."""
    return _write(_encoder(_hashable(type(noun)))(noun, document))


def unpack(kind: type[Noun], line: str, document: str = "", identity: str | None = None) -> Noun:
    """The noun that ``line`` holds. ``identity`` is the digest it was stored under, which it keeps.

    Raises ``ValueError`` (``KeyError`` and ``TypeError`` included in its message) where the line is no such noun.
    """
    try:
        noun: Noun = _decoder(_hashable(kind))(_read(line), document)
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
        return lambda text, document: _number(text)
    if is_dataclass(hint):
        return _noun_decoder(hint)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    return _as_it_is


def _noun_decoder(kind: Any) -> Coder:
    """Written out as ``_noun_encoder`` is. Digests are kept as stored: a noun of an older version keeps its name."""
    needed = {name for name, default, _ in _plan(kind) if default is MISSING}
    names: dict[str, Any] = {"MISSING": MISSING, "known": {name for name, *_ in _plan(kind)}, "needed": needed}
    names |= {"kind": kind, "make": object.__new__, "unlike": partial(_unlike, needed)}
    names |= {f"put_{name}": getattr(kind, name).__set__ for name in kind.__slots__}  # straight into its slot
    lines = ["def decode(told, document):", " if not needed <= (given := told.keys()) <= known:", "  unlike(given)"]
    lines += [" noun, get = make(kind), told.get"]
    coders = {name: _decoder(hint) for name, _, hint in _plan(kind)}
    for at, field in enumerate(each for each in fields(kind) if each.init or each.default is not MISSING):
        names[f"default{at}"], names[f"coder{at}"] = field.default, coders.get(field.name)
        lines.append(f" value = get({field.name!r}, MISSING)")
        if names[f"coder{at}"] in (None, _as_it_is):
            lines.append(f" put_{field.name}(noun, default{at} if value is MISSING else value)")
        else:
            decoded = f"None if value is None else coder{at}(value, document)"
            lines.append(f" put_{field.name}(noun, default{at} if value is MISSING else {decoded})")
    exec("\n".join([*lines, " return noun"]), names)
    decode: Coder = names["decode"]
    return decode


def _unlike(needed: set[str], given: Set[str]) -> None:
    lacks, more = sorted(needed - given), sorted(given - needed)
    raise KeyError(f"it lacks {', '.join(lacks)}" if lacks else f"among {', '.join(more)} is what it does not have")


@lru_cache(maxsize=65_536)
def _number(text: str) -> Fraction:
    return Fraction(text)


def _tuple_decoder(parts: tuple[Any, ...]) -> Coder:
    coders = [_decoder(_inner(part)) for part in parts if part is not ...]

    def decode(values: list[Any], document: str) -> tuple[Any, ...]:
        if len(coders) == 1:
            return tuple(coders[0](value, document) for value in values)
        return tuple(coder(value, document) for coder, value in zip(coders, values, strict=True))

    return decode
