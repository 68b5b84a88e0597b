"""What does not add up becomes findings: a number of one thing, told of another of which its root has another number.

Of 19 cases in a country 11 are in one province: who tells of 19 there has taken the one for the other. So it is with
the dead and the hurt, with men and women, this month and the last. Whatever it is in which the two differ, a report
that has both knows them apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from reportedly.findings.drift import retold
from reportedly.findings.intervals import Tolerance, overlap
from reportedly.findings.tellings import Telling, by_root, compatible, kinds
from reportedly.model import Finding

DAYS = 5  # within which a report retells what a root has just said
LOW = 10  # smaller numbers are met by chance
LARGE = 100  # smaller numbers are one only where the keys are the same
FEW = 12  # figures of a report, or of one number, that are looked at in pairs
HOW = "It has the number of another thing in its place"

Number = tuple[Fraction, str]


def exchanged(heard: Iterable[Telling], tolerance: str = "reported") -> Iterator[Finding]:
    """Every figure that has another's number, by a report that tells both of one root."""
    widened = Tolerance.named(tolerance)
    for group in by_root(one for one in heard if one.claim.basis != "coded" and one.day).values():
        reports: defaultdict[str, list[Telling]] = defaultdict(list)
        numbers: defaultdict[Number, list[Telling]] = defaultdict(list)
        for one in group:
            reports[one.document.id].append(one)
            numbers[one.value, one.key.unit].append(one)
        for mine in reports.values() if len(reports) > 1 else ():
            for other, own in permutations(mine[:FEW], 2):
                is_of_two = own.key.unit == other.key.unit and _apart(other, own) != 0
                meant = (widened.widened(one.claim.quantity) for one in (other, own))
                if other.value >= LOW and is_of_two and not overlap(*meant):
                    yield from _taken(other, own, numbers[other.value, other.key.unit], reports)


def _taken(
    other: Telling, own: Telling, told: Sequence[Telling], reports: Mapping[str, Sequence[Telling]]
) -> Iterator[Finding]:
    """Those of ``told`` with the number of ``other`` that count what ``own`` counts."""
    for odd in told[:FEW]:
        is_later = 0 < (odd.at - own.at).days <= DAYS and not odd.is_recalled and not odd.is_moved
        if is_later and _is_nearer(odd, own, other) and not _knows_both(odd, own, reports[odd.document.id]):
            yield retold("numbers_swapped", "tension", [odd, other, own], HOW)


def _knows_both(odd: Telling, own: Telling, theirs: Sequence[Telling]) -> bool:
    """Whether a report that tells ``odd`` has its number twice, or that of ``own`` as well."""
    twice = any(one.value == odd.value and one is not odd for one in theirs)
    return twice or any(one.value == own.value and _apart(one, own) is not None for one in theirs)


def _is_nearer(odd: Telling, own: Telling, other: Telling) -> bool:
    """Whether ``odd`` counts what ``own`` does rather than what ``other`` does."""
    here, there = _apart(odd, own), _apart(odd, other)
    is_sure = here == 0 or odd.value >= LARGE
    sentence = odd.claim.context.quote.casefold()
    is_named = any(word in sentence for word in _narrow(other) - _narrow(own))  # it may be read as a wider thing
    return is_sure and not is_named and here is not None and (there is None or here < there)


def _narrow(one: Telling) -> frozenset[str]:
    """The words for where, and for whom, a figure counts."""
    return kinds(one.key) | frozenset([one.key.place.rpartition("/")[2]] if one.key.place else ())


def _apart(one: Telling, other: Telling) -> int | None:
    """In how many facets two keys differ that may still be of one thing; None where they cannot be.

    Of what the other counts the one may be silent, but count no part.
    """
    mine, theirs = one.key, other.key
    is_one = mine.measure == theirs.measure or mine.population == theirs.population is not None
    is_time = mine.period == theirs.period or None in (mine.period, theirs.period)
    is_part = kinds(mine) > kinds(theirs) or (mine.place or "").startswith(f"{theirs.place}/")
    is_told_so = (mine.change, mine.done) == (theirs.change, theirs.done)
    if is_part or not (is_one and is_time and is_told_so and compatible(mine, theirs)):
        return None
    told = (mine.measure, mine.population, mine.place), (theirs.measure, theirs.population, theirs.place)
    return sum(here != there for here, there in zip(*told, strict=True))
