"""Verbs by which a later report may tell of what an earlier one announced: "arrived" tells of what was to be sent.

``fates.toml`` lists which verbs tell of one deed and which give up what was announced. That two verbs may do so proves
nothing by itself: the thing, the number or who does it has to be the same.
"""

import re
from functools import cache
from re import Pattern
from typing import Any

from reportedly.values.lexicons import entry, lexicon, words

TABLE = "fates"


@cache
def alike(verb: str) -> frozenset[str]:
    """A verb and those that tell of the same deed."""
    return frozenset({verb}).union(*(told for told in entry(TABLE, "same").values() if verb in told))


def bases(verb: str) -> frozenset[str]:
    """What the base of a verb may be: that of "vaccinated" is "vaccinate"."""
    found = {entry(TABLE, "participles").get(verb, verb)}
    for ending in ("ed", "ing"):
        if verb.endswith(ending):
            bare = verb.removesuffix(ending)
            found |= {bare, f"{bare}e", bare[:-1]}
    return frozenset(found)


@cache
def forms(verb: str) -> frozenset[str]:
    """The bases of a verb and those that tell of the same deed, if of more than it, too."""
    return frozenset().union(*map(alike, bases(verb)), implied(verb))


@cache
def implied(verb: str) -> frozenset[str]:
    """Verbs that tell of more than the deed: who has arrived left before, and nobody says when."""
    told_by = entry(TABLE, "told_by")
    return frozenset().union(*(told_by.get(base, ()) for base in bases(verb)))


@cache
def so(what: str) -> frozenset[str]:
    """The verbs that tell that something is as it was said to be: of "back to normal" what runs again; else none."""
    table: dict[str, list[str]] = entry(TABLE, "so")
    return frozenset(verb for phrase, verbs in table.items() if what.startswith(phrase) for verb in verbs)


@cache
def done_by(noun: str) -> frozenset[str]:
    """The verbs that tell of the deed that a noun names: "search"."""
    table: dict[str, list[str]] = entry(TABLE, "deeds")
    return frozenset(table.get(noun, ()))


@cache
def under_way(noun: str) -> Pattern[str]:
    """Words by which a deed that a noun names is told to have come about: "the second day of the rail strike"."""
    before, behind = (
        "|".join(sorted(words(TABLE, "under_way", side), key=len, reverse=True)) for side in ("before", "behind")
    )
    return re.compile(
        rf"\b(?:{before}) (?:[\w'’-]+ ){{0,4}}{noun}s?\b|\b{noun}s? (?:[\w'’-]+ ){{0,4}}?(?:{behind})\b", re.IGNORECASE
    )


def another() -> frozenset[str]:
    """Words by which a deed is told apart from an earlier one of its kind."""
    return words(TABLE, "another", "words")


def is_plan(noun: str) -> bool:
    """Whether a noun names a plan and not a deed."""
    return noun in words(TABLE, "plan", "words")


def is_mutual(verb: str) -> bool:
    """Whether a deed is done on both sides, so that what each did comes to the whole."""
    return verb in listed("mutual")


@cache
def _parts() -> tuple[Pattern[str], Pattern[str]]:
    rest, later = ("|".join(words(TABLE, "in_part", side)) for side in ("rest", "later"))
    numbers = "|".join(words(TABLE, "in_part", "numbers"))
    return (
        re.compile(rf"\b(?:{rest})(?: [\w'’-]+){{0,2}} (?:{later})\b", re.IGNORECASE),
        re.compile(rf"\bthe first (?:about |some )?(?:\d|(?:{numbers})\b)", re.IGNORECASE),
    )


def is_in_part(sentence: str, announced: str) -> bool:
    """Whether something is done for some alone: "the first 40 have been paid, the others will be"."""
    rest, first = _parts()
    return rest.search(sentence) is not None or bool(first.search(sentence) and "first" not in announced.lower())


def listed(name: str) -> frozenset[str]:
    """The verbs of a table."""
    return words(TABLE, name, "verbs")


def common() -> frozenset[str]:
    """Words that stand beside many a deed."""
    return words(TABLE, "common", "words")


def is_due(word: str) -> bool:
    """Whether a word only sets a day for what it goes with: "scheduled"."""
    return word in words(TABLE, "due", "words")


@cache
def giving_up() -> dict[str, frozenset[str]]:
    """Verbs that end what was announced, each with the words of which one has to stand beside it, if any."""
    table: dict[str, Any] = lexicon(TABLE)["given_up"]
    beside = {verb: frozenset(told) for verb, told in table.items() if verb != "verbs"}
    return {**{verb: frozenset() for verb in table["verbs"]}, **beside}


def called(verb: str, deed: str) -> frozenset[str]:
    """The nouns by which a deed is called later: "will walk out on Monday" is "the walkout"."""
    table: dict[str, list[str]] = entry(TABLE, "called")
    told = (names for way, names in table.items() if way == verb or (" " in way and re.search(rf"\b{way}\b", deed)))
    return frozenset(noun for names in told for noun in names)
