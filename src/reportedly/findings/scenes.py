"""What does not add up becomes findings: whether two reports tell of one thing, by what stands around a number.

Two tellings of one thing seldom have one measure and one place; the words near them, other numbers beside them and the
names of their reports go on being the same. ``Scenes`` counts such ties, each of which says little alone.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.paper import WORD
from reportedly.findings.tellings import KNOWN, Telling, significant
from reportedly.values.units import is_money

REACH = 250  # characters on either side of a number that stand around it
STEM = 5  # letters by which two words are one
SHORT = 4  # letters of a word that tells something
WORDS, NAMES = 3, 2  # words around a number, and names of a report, that two share hardly by chance
LOW = 10  # smaller numbers stand beside many
NAME = re.compile(r"\b[A-Z][^\W\d_]{3,}")


class Scenes:
    """What stands around each figure of some reports, found when it is asked for."""

    def __init__(self, found: Iterable[Telling]) -> None:
        self._figures: defaultdict[str, list[tuple[int, Fraction]]] = defaultdict(list)
        for one in found:
            if one.value >= LOW:
                self._figures[one.document.id].append((one.claim.evidence.start, one.value))
        for numbers in self._figures.values():
            numbers.sort()
        self._words: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def ties(self, one: Telling, other: Telling) -> frozenset[str]:
        """By what two figures of two reports may be of one thing: each of its words is a tie."""
        is_odd = len(significant(one.value)) >= KNOWN and one.value == other.value
        found = {
            "head": head(one) == head(other) != "",
            "root": one.origin.key == other.origin.key and one.origin.kind not in ("media", "agency"),
            "company": bool((self._company(one) & self._company(other)) - one.ends - other.ends),
            "words": len(self.words(one) & self.words(other)) >= (NAMES if is_odd else WORDS),
            "names": len(self.names(one) & self.names(other)) >= NAMES,
            "odd": is_odd,
            "unit": kind_of_unit(one.key.unit) == kind_of_unit(other.key.unit) != "",
            "family": family(one.key.measure, other.key.measure) is not None,
        }
        return frozenset(tie for tie, holds in found.items() if holds)

    def are_near(self, one: Telling, other: Telling) -> bool:
        """Whether two share some words around them and a name, which says less than a tie."""
        return len(self.words(one) & self.words(other)) >= NAMES and bool(self.names(one) & self.names(other))

    def words(self, one: Telling) -> frozenset[str]:
        """The stems of the words around a figure."""
        if one.claim.id not in self._words:
            text, evidence = one.document.text, one.claim.evidence
            near = (
                f"{text[max(0, evidence.start - REACH) : evidence.start]} {text[evidence.end : evidence.end + REACH]}"
            )
            self._words[one.claim.id] = _stems(WORD.findall(near)[1:-1])
        return self._words[one.claim.id]

    def names(self, one: Telling) -> frozenset[str]:
        """The stems of the names of its report."""
        if one.document.id not in self._names:
            text = one.document.text
            common = {word for word in WORD.findall(text) if word == word.lower()}
            self._names[one.document.id] = _stems(word for word in NAME.findall(text) if word.lower() not in common)
        return self._names[one.document.id]

    def _company(self, one: Telling) -> frozenset[Fraction]:
        """The numbers around a figure."""
        numbers, evidence = self._figures[one.document.id], one.claim.evidence
        first = bisect_left(numbers, (evidence.start - REACH, Fraction(0)))
        last = bisect_left(numbers, (evidence.end + REACH, Fraction(0)))
        return frozenset(number for start, number in numbers[first:last] if start != evidence.start)


def _stems(words: Iterable[str]) -> frozenset[str]:
    ignored = table()["retold"]["any"]
    found = {word.casefold() for word in words if len(word) >= SHORT}
    return frozenset(word[:STEM] for word in found if word not in ignored["words"]) - frozenset(ignored["stems"])


def head(one: Telling) -> str:
    """What is counted; nothing where that may be anybody or anything."""
    head = thing(one.claim.counted.lemma.casefold()) if one.claim.counted else ""
    return "" if head in table()["same"]["generic"] or head in table()["retold"]["numbers"]["words"] else head


def kind_of_unit(unit: str) -> str:
    """Of what a unit is one: of money, or the unit itself; nothing where it only counts."""
    unit = unit.partition("/")[0]
    return "money" if is_money(unit) else "" if unit in table()["units"]["bare"] else unit
