"""Words by which the fate of a plan is told, whatever its deed: "off the table", "a week behind schedule".

``spoken.toml`` lists them by what they mean. That one stands in a sentence proves nothing by itself: it has to be told
of the thing that was announced.
"""

import re
from functools import cache
from re import Match, Pattern
from typing import Literal

from reportedly.values.lexicons import entry, words

TABLE = "spoken"

Fate = Literal["kept", "late", "dropped", "moved", "partly", "stays", "idle", "only", "since"]
SHORT: tuple[Fate, ...] = ("kept", "late", "dropped", "moved", "partly", "stays", "idle")
LONG: tuple[Fate, ...] = ("only", "since")  # words that are told around others


@cache
def _ways(*names: Fate) -> Pattern[str]:
    plan = "|".join(sorted(words(TABLE, "parts", "plan"), key=len, reverse=True))
    owner = "|".join(sorted(words(TABLE, "parts", "owner"), key=len, reverse=True))
    ways = (rf"(?P<{fate}>{'|'.join(entry(TABLE, fate, 'words'))})" for fate in names)
    return re.compile(rf"\b(?:{'|'.join(ways)})(?!\w)".replace("{plan}", plan).replace("{owner}", owner), re.IGNORECASE)


def told(text: str) -> list[tuple[Fate, Match[str]]]:
    """The words of fate in a text, each with what it means; those of a long stretch beside those within it."""
    every = [found for names in (SHORT, LONG) for found in _ways(*names).finditer(text)]
    return [(fate, found) for found in every for fate in (*SHORT, *LONG) if found.groupdict().get(fate)]


@cache
def thought() -> Pattern[str]:
    """Words by which something is no more than thought of."""
    return _any("thought")  # "May" is a month


@cache
def pointing() -> Pattern[str]:
    """Words that stand for what was told right before."""
    return _any("pointing")


@cache
def takes_object(told: str) -> bool:
    """Whether what is dropped stands behind the words that tell it."""
    last = told.lower().split()[-1]
    return last in words(TABLE, "object", "words") | words(TABLE, "parts", "owner")


@cache
def sets_day(told: str) -> bool:
    """Whether a new day has to stand behind words by which something is put off."""
    return told.lower().split()[-1] in words(TABLE, "until", "words")


@cache
def called(bases: frozenset[str]) -> frozenset[str]:
    """The nouns of the deeds that verbs tell first of: of "fly" a "flight"; none of what opens or names anything."""
    any_ = words("fates", "at_work", "came") | words("fates", "naming", "verbs")
    return frozenset(noun for noun, verbs in entry("fates", "deeds").items() if verbs[0] in bases - any_)


def is_of(fate: Fate, bases: frozenset[str]) -> bool:
    """Whether words of a fate may be told of a deed by its verb, of which ``bases`` are what it may be the form of."""
    return fate not in ("stays", "idle") or not words(TABLE, fate, "of").isdisjoint(bases)


def empty() -> frozenset[str]:
    """Words that tell nothing of what a plan is of."""
    return words(TABLE, "empty", "words")


@cache
def alike() -> dict[str, str]:
    """Nouns that may stand for another, each with that."""
    return {noun: name for name, nouns in entry(TABLE, "alike").items() for noun in nouns}


def _any(name: str) -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words(TABLE, name, 'words'), key=len, reverse=True))})\b", re.IGNORECASE)
