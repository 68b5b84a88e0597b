"""What does not add up becomes findings: an older number told as what is so now, after a newer one of the same was out.

Three reports in order: the first has the number, the second another one of the same thing for a later day, and the
third tells the first one's as today's. Whoever tells them: that one number comes back unmoved is the tie, and where it
is an odd one, the newer need not name its thing alike, if the words and names around it are the same. A count that
only grows is out of date wherever no word dates it, anything else only where it is told of the present.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from reportedly.findings.intervals import Tolerance, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import words_before, words_behind
from reportedly.findings.scenes import Scenes, head, kind_of_unit
from reportedly.findings.tellings import Telling, compatible, filed, is_odd
from reportedly.findings.wording import common
from reportedly.model import Finding
from reportedly.values.measures import is_person, named

NEWS = 2  # days in which a newer number gets about
DAYS, YEAR = 92, 366  # after which the same words may be of another count, of an odd number
LOW = 10  # smaller numbers are met by chance
TIES = 2  # by which two tellings are of one thing
FEW = 40  # figures of one report between that are looked at
MOST, TWICE = 5, 2  # times as many, or as few, as an odd number, or as one that may be of another thing
CLOSE = 3  # words around two numbers of one thing that do not name it alike
STEMS = 2  # that two sentences on one thing share
GOES_ON = re.compile(r"\b(?:is|are|was|were) (?:still )?\w+ing\b", re.IGNORECASE)


def superseded(heard: Iterable[Telling], scenes: Scenes, tolerance: str = "reported") -> Iterator[Finding]:
    """Every older number that is told as today's, with the newer one and who told the older first."""
    told = _Told(
        one
        for one in heard
        if one.day is not None and one.claim.basis != "coded" and one.key.change == "level" and one.key.done
    )
    widened = Tolerance.named(tolerance)
    for same in told.numbers.values():
        first, *later = sorted(same, key=lambda one: (one.at, one.document.address))
        for odd in later[:FEW]:
            least = 1 if is_odd(odd.value) else STEMS
            days = YEAR if is_odd(odd.value) else DAYS
            is_later = NEWS < (odd.at - first.at).days <= days and not odd.is_recalled and _is_now(odd)
            if not is_later or not _is_same(first, odd, least) or len(scenes.ties(first, odd)) < TIES:
                continue
            if told.is_listed(first) or told.is_listed(odd):
                continue
            newer = [
                one
                for one in told.between(first, odd)
                if _is_newer(one, first, odd)
                and (
                    _is_same(one, odd)
                    or _is_same(one, first)
                    or (is_odd(odd.value) and any(_may_be_same(one, other, scenes) for other in (first, odd)))
                )
                and one.value not in told.values[odd.document.id]
                and not _meet(one, odd, widened)
                and not told.is_listed(one)
            ]
            tied = {
                one.claim.id: sum(len(scenes.ties(one, other) - {"family"}) for other in (first, odd)) for one in newer
            }
            newer = [one for one in newer if tied[one.claim.id] >= TIES]
            if newer:
                yield _finding(odd, max(newer, key=lambda one: (tied[one.claim.id], one.at, one.claim.id)), first)


class _Told:
    """Levels of what is done by their number, by what they are of, and by their sentence."""

    def __init__(self, found: Iterable[Telling]) -> None:
        self.numbers: defaultdict[Fraction, list[Telling]] = defaultdict(list)
        self.values: defaultdict[str, set[Fraction]] = defaultdict(set)
        self._things: defaultdict[str, list[Telling]] = defaultdict(list)
        self._rows: Counter[tuple[str, int, str]] = Counter()
        for one in sorted(found, key=lambda one: (one.at, one.document.address, one.claim.evidence.start)):
            self.values[one.document.id].add(one.value)
            self._rows[_row(one)] += 1
            for thing in _things(one):
                self._things[thing].append(one)
            if one.value >= LOW:
                self.numbers[one.value].append(one)

    def between(self, first: Telling, odd: Telling) -> Sequence[Telling]:
        """The figures of what may be the same thing in reports that came out between two, the last of many."""
        found: dict[str, Telling] = {}
        for thing in sorted(_things(first) | _things(odd) | {"", odd.key.unit}):
            group = self._things[thing]
            start = bisect_right(group, first.at, key=lambda one: one.at)
            end = bisect_right(group, odd.at - timedelta(days=NEWS), key=lambda one: one.at)
            found |= {one.claim.id: one for one in group[max(start, end - FEW) : end]}
        return list(found.values())

    def is_listed(self, one: Telling) -> bool:
        """Whether it is one of several of its kind in a row: the dead of each town."""
        return self._rows[_row(one)] > STEMS


def _row(one: Telling) -> tuple[str, int, str]:
    return one.document.id, one.claim.context.start, one.key.measure


def _things(one: Telling) -> frozenset[str]:
    """What it may be of: its known measure, and the word for what is counted."""
    unit = one.key.unit
    return frozenset(
        {head(one), *([unit] if kind_of_unit(unit) else []), *([one.key.measure] if named(one.key.measure) else [])}
    )


def _are_one_unit(one: Telling, other: Telling) -> bool:
    units = {one.key.unit, other.key.unit}
    return len(units) == 1 or units <= set(table()["units"]["counts"])


def _is_newer(one: Telling, first: Telling, odd: Telling) -> bool:
    """Whether it is another number of what both the older ones count, of a later day than the first."""
    grows = "cumulative" in (one.key.scope, odd.key.scope, first.key.scope)
    most = MOST if is_odd(odd.value) else TWICE
    is_near = odd.value <= one.value * most and one.value <= odd.value * most
    is_later = one.when is not None and first.when is not None and first.when < one.when <= odd.at
    if not is_later or not is_near or not _are_one_unit(one, odd) or (grows and one.value < odd.value):
        return False
    if one.side not in ("at", "around") and not (one.side == "above" and one.value > odd.value):
        return False
    is_whole = one.claim.part_of is None or odd.claim.part_of is not None
    return is_whole and compatible(one.key, odd.key)


def _is_same(one: Telling, other: Telling, least: int = STEMS) -> bool:
    """Whether two are of one known measure, or of one word, or of people, in sentences that share some words.

    Two known measures of one noun may be told for each other: cattle that were culled, and that were killed.
    """
    measures = {one.key.measure, other.key.measure}
    heads = {head(one), head(other)}
    if all(named(slug) is not None for slug in measures) and (len(measures) == 1 or "" in heads or len(heads) > 1):
        return len(measures) == 1
    is_share = one.key.unit in table()["units"]["shares"]
    return _are_one_unit(one, other) and not is_share and len(heads) == 1 and len(common(one, other)) >= least


def _may_be_same(one: Telling, other: Telling, scenes: Scenes) -> bool:
    """Whether one counts people, or measures, without another word for what, where the other has one, in one scene."""
    heads = [head(one), head(other)]
    is_left = "" in heads and all(
        told.claim.counted is None or is_person(told.claim.counted.lemma) or not word
        for told, word in zip((one, other), heads, strict=True)
    )
    is_measure = one.key.unit == other.key.unit and kind_of_unit(one.key.unit) not in ("", "money")
    is_fate = named(one.key.measure) is not None and named(other.key.measure) is not None
    is_close = len(scenes.words(one) & scenes.words(other)) >= CLOSE and bool(scenes.names(one) & scenes.names(other))
    return (is_left or is_measure) and not is_fate and _are_one_unit(one, other) and is_close


def _is_now(one: Telling) -> bool:
    """Whether it is told of the day of its report: of a count that only grows by silence, else by its words."""
    when = one.claim.when
    if (
        when is not None
        and when.end is not None
        and one.day
        and when.end[:10] < one.day.isoformat()[: len(when.end[:10])]
    ):
        return False
    near = f"{words_before(one.claim)[-80:]} {one.claim.evidence.quote}{words_behind(one.claim)[:60]}"
    is_live = (
        one.claim.status == "ongoing"
        or GOES_ON.search(near) is not None
        or one.says((*table()["repeated"]["now"], "so far", "to date"))
    )
    return one.key.scope == "cumulative" or is_live


def _meet(one: Telling, other: Telling, widened: Tolerance) -> bool:
    return overlap(widened.widened(one.claim.quantity), widened.widened(other.claim.quantity))


def _finding(odd: Telling, newer: Telling, first: Telling) -> Finding:
    days = (odd.at - first.at).days
    sentence = (
        f"{odd.words}, is told as what is so now; it was told {days} days before: {first.words}."
        f" Since then another number was out: {newer.words}."
    )
    return filed("stale", "tension", [odd, newer, first], sentence)
