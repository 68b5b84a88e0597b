"""Claims become comparable: which of those there are a figure counts, by declared kinds or by the words before them.

"Soldier", "child", "combat" stand in a tree of kinds; a modifier in no table narrows by its own word, so that the
suspected are never taken for the confirmed. Rounds ("first contingent") and what a count takes in or leaves out beside
("with missing", "without engineer") narrow, too.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.series.lexicons import lexicon, named, wider, words

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
JOIN = ", "
WITH = "with "


def kinds(phrase: Iterable[str], head: str | None) -> frozenset[str]:
    """The kinds that the words before a head and the head itself narrow to."""
    known = named("populations")
    telling = (word for word in phrase if len(word) > 1 and word not in words("empty", "words") and word != head)
    found = {known.get(word) or word for word in telling}
    if head is not None and head in known:
        found.add(known[head])
    said = {kind for kind in found if kind not in _rounds() and kind not in named("events")}
    return frozenset(kind for kind in said if not _implied(kind, said))


def kind(word: str) -> str:
    """The declared kind of one word, else the word."""
    return named("populations").get(word, word)


def declared(phrase: Iterable[str]) -> frozenset[str]:
    """The declared kinds among the words behind a head: "deaths among children", "members of an engineer unit"."""
    found = {named("populations")[word] for word in phrase if word in named("populations")}
    return frozenset(kind for kind in found if not _implied(kind, found))


def _implied(kind: str, others: Iterable[str]) -> bool:
    """Whether a narrower kind beside it says all: "combat" of combat troops."""
    return any(wider(other) == kind for other in others)


def rounds(text: str) -> str | None:
    """The round that words number: "the first contingent"."""
    told = WORD.findall(text.lower())
    for place, word in enumerate(told[:-1]):
        if word in _rounds() and set(told[place + 1 : place + 3]) & words("rounds", "nouns"):
            return _rounds()[word]
    return None


def _rounds() -> dict[str, str]:
    return {word: name for name, told in lexicon()["rounds"].items() if name != "nouns" for word in told}


def round_of(word: str) -> str | None:
    """The round that one word before what is counted numbers: "the first 2,600 soldiers"."""
    return _rounds().get(word)


def opening(text: str) -> Iterator[str]:
    """The kind that a note on a figure begins with: "combat troops only"."""
    first = next(iter(WORD.findall(text.lower())), "")
    if first in named("populations") and text.lower().startswith(first):
        yield named("populations")[first]


def folded(text: str) -> Iterator[str]:
    """What a count of casualties takes in by the words of ``text``."""
    told = set(WORD.findall(text.lower()))
    for kind, signs in lexicon()["folded"].items():
        if told & set(signs):
            yield f"{WITH}{kind}"


def left_out(text: str) -> Iterator[str]:
    """The kinds that ``text`` says are left out: "engineers excluded", "without engineers"."""
    low = text.lower()
    signs = "|".join(re.escape(sign) for sign in sorted(words("leaving_out", "words"), key=len, reverse=True))
    for found in re.finditer(rf"\b(?:(\w+)\s+(?:{signs})|(?:{signs})\s+(?:the\s+)?(\w+))\b", low):
        kind = named("populations").get(found.group(1) or found.group(2) or "")
        if kind:
            yield f"without {kind}"


def joined(kinds_of: Iterable[str]) -> str | None:
    """The population as one text, None where nothing narrows it."""
    return JOIN.join(sorted(set(kinds_of))) or None


def split(population: str | None) -> frozenset[str]:
    """The kinds of a joined population."""
    return frozenset(population.split(JOIN)) if population else frozenset()


def wholes(population: str | None) -> Iterator[str | None]:
    """The populations one step wider: without one of its kinds, or with the kind that one is part of.

    A count that takes in the missing is wider than one that does not, which is told of the latter.
    """
    told = split(population)
    for kind in sorted(told):
        rest = told - {kind}
        if kind.startswith(WITH):
            continue
        if wider(kind) is not None:
            yield joined(rest | {str(wider(kind))}) if wider(kind) in people() else joined(rest)
        elif rest:
            yield joined(rest)
    for kind in sorted(lexicon()["folded"]):
        if population is not None and f"{WITH}{kind}" not in told:
            yield joined(told | {f"{WITH}{kind}"})


def known() -> frozenset[str]:
    """Every word that names a declared kind."""
    return frozenset(named("populations"))


def people() -> frozenset[str]:
    """Every declared kind."""
    return frozenset(lexicon()["populations"])
