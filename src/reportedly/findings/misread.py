"""What does not add up becomes findings: one saying of one root that two reports tell with two numbers.

A number may have gained a nought, its digits may have changed places, or it is another number altogether. That they are
of one saying is taken from the day on which it was said; a count that grows may be told higher on one day.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction

from reportedly.findings.digits import SIZE, significant
from reportedly.findings.drift import retold
from reportedly.findings.intervals import Tolerance, overlap
from reportedly.findings.tellings import Telling, compatible, kinds, papers, windows
from reportedly.model import Finding

SOON = 3  # days within which a root's numbers of one thing are hardly ten times as many
LARGE = 100  # smaller numbers grow tenfold in a day
TEN = Fraction(10)
DIGITS = 3  # of numbers with fewer many have the same in another order
FEW = 12  # figures that are looked at in pairs
ORDER = "The digits are the same, in another order"
VALUE = "Both are put to one day; rounding does not explain the difference"


def misread(heard: Iterable[Telling], tolerance: str = "reported") -> Iterator[Finding]:
    """Every number that differs from the one that another report has of the same saying."""
    told = [one for one in heard if one.claim.basis != "coded" and one.day and not one.is_recalled and not one.is_rate]
    sized = [one for one in told if one.value >= LARGE]
    widened = Tolerance.named(tolerance)
    yield from _pairs(sized, _size, _is_tenfold, "power_of_ten", SIZE)
    yield from _pairs(sized, _order, lambda one, odd: one.value != odd.value, "digits_swapped", ORDER)
    yield from _pairs(told, _saying, lambda one, odd: _is_other(one, odd, widened), "value_drifted", VALUE)


def _pairs(
    told: Iterable[Telling],
    by: Callable[[Telling], Hashable],
    differ: Callable[[Telling, Telling], bool],
    kind: str,
    how: str,
) -> Iterator[Finding]:
    groups: defaultdict[Hashable, list[Telling]] = defaultdict(list)
    for one in told:
        if (alike := by(one)) is not None:
            groups[one.origin.key, one.key.measure, one.key.unit, one.key.change, one.key.done, alike].append(one)
    for same in groups.values():
        for window in windows(same, SOON) if papers(same) > 1 else ():
            yield from _of_window(window[:FEW], differ, kind, how)


def _of_window(
    window: Sequence[Telling], differ: Callable[[Telling, Telling], bool], kind: str, how: str
) -> Iterator[Finding]:
    for at, odd in enumerate(window):
        theirs = [one for one in window[:at] if _is_of_one(one, odd) and differ(one, odd)]
        borne_out = [one for one in window if one.document.id != odd.document.id and one.value == odd.value]
        if theirs and not borne_out:
            yield retold(kind, "tension", [odd, *theirs], how)


def _is_of_one(one: Telling, odd: Telling) -> bool:
    is_apart = one.document.id != odd.document.id
    return is_apart and compatible(one.key, odd.key) and kinds(one.key) == kinds(odd.key)


def _size(one: Telling) -> Hashable:
    return significant(one.value) or None


def _is_tenfold(one: Telling, odd: Telling) -> bool:
    return one.value != odd.value and (odd.value / one.value) in (TEN, 1 / TEN, TEN**2, 1 / TEN**2, TEN**3, 1 / TEN**3)


def _order(one: Telling) -> Hashable:
    digits = significant(one.value)
    return (tuple(sorted(digits)), len(str(int(one.value)))) if len(digits) >= DIGITS else None


def _saying(one: Telling) -> Hashable:
    """The day on which a figure was said, and of what: its measure has to be known, or its words the same."""
    said = one.claim.attribution[-1].said if one.claim.attribution else None
    day = said.end if said and said.start == said.end else None
    if day is None or not one.is_named or not one.key.measure:
        return None
    return day, one.key.place, one.key.period


def _is_other(one: Telling, odd: Telling, widened: Tolerance) -> bool:
    """Whether two numbers cannot be one rounded; of a count that grows the later may be higher."""
    is_growth = one.key.scope == "cumulative" and one.key.done and odd.value > one.value
    apart = not overlap(widened.widened(one.claim.quantity), widened.widened(odd.claim.quantity))
    return apart and not is_growth
