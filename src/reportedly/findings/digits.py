"""What does not add up becomes findings: numbers of one root that differ by a slip: a power of ten, a unit, a cut.

A number is known again by its significant digits. Where several reports of one root within some days have the same
digits, but not the same size or unit, one of them slipped.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from reportedly.findings.drift import retold
from reportedly.findings.tellings import Telling, by_root, papers, windows
from reportedly.model import Finding

KNOWN = 3  # significant digits by which a number is known again, whatever it is told of
CLOSE = 14  # days
LEAST = 2
THOUSAND = 1000  # what a sign in a number divides by


def slips(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every slip."""
    for group in by_root(found).values():
        alike: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
        for one in group:
            digits = significant(one.value)
            if digits:
                alike[digits, "" if len(digits) >= KNOWN else one.key.measure].append(one)
        for same in alike.values():
            if papers(same) > 1:
                for window in windows(same, CLOSE):
                    yield from _of_size(window)
                    yield from _of_unit(window)
        yield from _cut(group)


def significant(value: Fraction) -> str:
    """The digits of ``value`` without closing or leading zeros; empty for a number that has no end."""
    top, bottom = value.numerator, value.denominator
    while bottom % 10 == 0:
        bottom //= 10
    scale = 10**6
    return str(top * (scale // bottom)).strip("0") if bottom and scale % bottom == 0 else ""


def _of_size(window: Sequence[Telling]) -> Iterator[Finding]:
    sizes: defaultdict[Fraction, list[Telling]] = defaultdict(list)
    for one in window:
        sizes[one.value].append(one)
    for size, mine in sizes.items():
        theirs = _others(sizes.values(), mine, enough=1 if len(significant(size)) >= KNOWN else 2)
        for odd in mine if theirs and papers(mine) == 1 else ():
            if odd.day is not None and any(one.key.measure == odd.key.measure for one in theirs):
                yield retold("power_of_ten", "contradiction", odd, theirs, "The digits are the same, the size is not")


def _of_unit(window: Sequence[Telling]) -> Iterator[Finding]:
    units: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in window:
        if len(significant(one.value)) >= KNOWN:
            units[one.key.unit].append(one)
    for mine in units.values():
        for odd in mine:
            theirs = [one for one in _others(units.values(), mine, enough=1) if one.value == odd.value]
            if theirs:
                yield retold("unit_drifted", "contradiction", odd, theirs, "The number is the same, the unit is not")


def _others(groups: Iterable[Sequence[Telling]], mine: Sequence[Telling], *, enough: int) -> Sequence[Telling]:
    """Of the other groups the largest, if it has more reports than ``mine``, or as many and an earlier one."""
    rivals = [group for group in groups if group is not mine and papers(group) >= enough]
    best = max(rivals, key=lambda group: (papers(group), -group[0].at.toordinal()), default=[])
    more = papers(best) - papers(mine)
    ids = {one.document.id for one in mine}
    apart = [one for one in best if one.document.id not in ids]
    return apart if apart and (more > 0 or (more == 0 and best[0].at < mine[0].at)) else []


def _cut(group: Sequence[Telling]) -> Iterator[Finding]:
    """A number cut at the sign of its thousands: "13" for "13,221"."""
    long: dict[tuple[str, int], list[Telling]] = {}
    for one in group:
        value = one.value
        if value.denominator == 1 and value >= THOUSAND and len(significant(value)) > KNOWN:
            long.setdefault((one.key.measure, int(value) // THOUSAND), []).append(one)
    for odd in group:
        if odd.value.denominator == 1 and LEAST <= odd.value < THOUSAND:
            theirs = [one for one in long.get((odd.key.measure, int(odd.value)), ()) if one.document.id != odd.document.id]
            if theirs:
                yield retold("number_cut", "contradiction", odd, theirs, "It is the first piece of that number")

