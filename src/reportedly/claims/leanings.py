"""When it happened: a time told by its distance from another happening, "the day after the vote on 8 November".

The date is that happening's: what came in the days after it has no end told, what came "within a week of" it has one.
So is what has been so "since the dam broke on Friday". Where such a clause tells no date, nothing is read from it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.trees import Tree
from reportedly.model import When

SINCE = "since"
DAY = 10  # characters of a date
HOURS = 24  # of a day
WITHIN = "within"
FINE = frozenset({"hour", "minute"})
REACHING = frozenset({"in", "over", "during", "within", "for", "throughout"})  # "in the week after", not "a week after"


class Leaning(NamedTuple):
    """How a phrase leans on what is told from its token ``rest`` on: so many units away from it, None where untold."""

    rest: int
    ahead: bool
    unit: str
    number: int | None
    reaching: bool

    def of(self, base: When, quote: str) -> When:
        """The time so told, as far as the happening's own is."""
        if self.number is None:
            told = replace(base, end=self._moved(base.end, 1)) if self.unit in FINE else replace(base, end=None)
            before = replace(base, start=None, end=base.start)
            return replace(told if self.ahead else before, words=quote)
        start, end = self._moved(base.start, self.number), self._moved(base.end, self.number)
        if start is None or end is None:
            start, end = (base.start, None) if self.ahead else (None, base.start)
            return replace(base, start=start, end=end, words=quote)
        if self.reaching or self.unit in FINE:
            start, end = (base.start, end) if self.ahead else (start, base.end)
        return replace(base, start=start, end=end, words=quote)

    def _moved(self, day: str | None, count: int) -> str | None:
        """A day that lies so many units away; None where it is told as no day."""
        from reportedly.values.calendar import moved

        if day is None or len(day) < DAY:
            return None
        days = self.unit in FINE
        steps = -(-count // HOURS) if self.unit == "hour" else 1 if days else count
        there = moved(date.fromisoformat(day), steps if self.ahead else -steps, "day" if days else self.unit)
        return there.isoformat() if there else None


def leaning(tree: Tree, noun: int) -> Leaning | None:
    """How a unit of time leans on a happening behind it: "two days after the landslide on 10 May"."""
    each, unit = lexicon("times")["units"].get(tree.lemma(noun), (0, None))
    link = next((t for t in range(noun + 1, len(tree.lower)) if tree.base[t] == "case"), noun)
    if unit is None or link != noun + 1:
        return None
    within = tree.case(noun) == WITHIN and tree.lower[link] == "of"
    ahead = within or tree.lower[link] in words("times", "behind")
    happening = tree.head(link)
    if (
        not (ahead or tree.lower[link] == "before")
        or tree.lemma(happening) in words("times", "words")
        or not happening > link
    ):
        return None
    if tree.sentence.upos[happening] not in ("NOUN", "PROPN"):
        return None
    plural = tree.sentence.xpos[noun] == "NNS"
    told = [_count(tree.lower[t]) for t in tree.having(noun, "nummod")]
    count = next(iter(told), None if plural or tree.lower[link] == "since" else 1)
    return Leaning(link + 1, ahead, unit, count and count * each, within or tree.case(noun) in REACHING)


def _count(word: str) -> int | None:
    from reportedly.values.cardinals import ones

    return int(word) if word.isdecimal() else ones().get(word)


def happenings(tree: Tree, verb: int, inside: Sequence[int]) -> list[tuple[int, int]]:
    """The clauses that tell since when what ``verb`` tells is so, each with its mark: "since the dam broke"."""
    found = []
    for clause in tree.having(verb, "advcl"):
        mark = next((t for t in tree.having(clause, "mark") if tree.lower[t] in words("times", "behind")), -1)
        own = tree.under(clause)
        tags = ("VBD", "VBN", "VBG") if mark >= 0 and tree.lower[mark] == SINCE else ("VBD", "VBN")
        if mark < 0 or set(own) & set(inside) or tree.sentence.xpos[clause] not in tags:
            continue  # "since opening in May"
        if any(tree.lower[t] == "had" for t in tree.having(clause, "aux")):
            continue
        found.append((mark, clause))
    return found
