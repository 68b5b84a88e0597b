"""Series become explainable: the lists by which keys are filled, read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import tomli

from reportedly.frozen import dataclass
from reportedly.values.measures import registry


@cache
def lexicon() -> dict[str, Any]:
    """The tables of ``series.toml`` beside this module."""
    return tomli.loads(Path(__file__).with_name("series.toml").read_text("utf-8"))


@cache
def words(*keys: str) -> frozenset[str]:
    """The list at ``keys``."""
    table: Any = lexicon()
    for key in keys:
        table = table[key]
    return frozenset(table)


@cache
def named(table: str) -> Mapping[str, str]:
    """Of a table of kinds, the kind that each of their words names."""
    return {word: kind for kind, row in lexicon()[table].items() for word in row["words"]}


@cache
def wider(population: str) -> str | None:
    """The kind that a kind of people is part of."""
    row = lexicon()["populations"].get(population)
    return None if row is None else row["part_of"]


@cache
def subjects() -> Mapping[str, str]:
    """The subject of each registered measure, those of its rise, its share and what was added included."""
    told = {}
    for known in registry():
        for slug in (known.measure.slug, known.new, known.change, known.share):
            if slug:
                told[slug] = known.subject
    return told


@dataclass(frozen=True, slots=True)
class Base:
    """The measure that another tells the change of, or what was added to."""

    slug: str
    kind: Literal["added", "change"]


@cache
def bases() -> Mapping[str, Base]:
    """What each measure of a change or an addition leads back to."""
    told = {known.change: Base(known.measure.slug, "change") for known in registry() if known.change}
    return told | {known.new: Base(known.measure.slug, "added") for known in registry() if known.new}
