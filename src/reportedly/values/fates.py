"""Verbs by which a later report may tell of what an earlier one announced: "arrived" tells of what was to be sent.

``fates.toml`` lists which verbs tell of one deed and which give up what was announced. That two verbs may do so proves
nothing by itself: the thing, the number or who does it has to be the same.
"""

from functools import cache
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
    """The bases of a verb and those that tell of the same deed."""
    return frozenset().union(*map(alike, bases(verb)))


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


def called(deed: str) -> frozenset[str]:
    """The nouns by which a deed is called later: "will walk out on Monday" is "the walkout"."""
    table: dict[str, list[str]] = entry(TABLE, "called")
    return frozenset(noun for told, nouns in table.items() if told in deed for noun in nouns)
