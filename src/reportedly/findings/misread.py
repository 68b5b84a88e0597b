"""What does not add up becomes findings: one saying of one root that two reports tell with two numbers.

A number may have gained a nought or another unit, its digits may have changed places, or it is another altogether.
Whether two tell of one thing is taken from what they measure, else from the words of their sentences; whether it is one
saying, from the day on which it was said. A count that grows may be told higher on one day.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction

from reportedly.findings.digits import SIZE, UNIT
from reportedly.findings.drift import retold
from reportedly.findings.intervals import Tolerance, overlap
from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.tellings import Telling, compatible, kinds, papers, significant, windows
from reportedly.findings.wording import shared
from reportedly.model import Finding
from reportedly.values.measures import named
from reportedly.values.units import is_money

DAYS = 14  # within which a root's numbers of one thing are hardly ten times as many
LARGE = 100  # smaller numbers grow tenfold in a day
TIMES = frozenset(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
LOW = 10  # smaller numbers are met by chance
A_DAY = "/day"  # how a unit that counts by the day ends
DIGITS = 3  # of numbers with fewer many have the same in another order
FEW = 12  # figures that are looked at in pairs
LEAST = 2  # stems that two sentences on one thing share; one does for several digits of what is told in no word
ORDER = "The digits are the same, in another order"
VALUE = "Both are put to one day; rounding does not explain the difference"

Differ = Callable[[Telling, Telling], bool]


def misread(heard: Iterable[Telling], tolerance: str = "reported") -> Iterator[Finding]:
    """Every number that differs from the one that another report has of the same saying."""
    dated = [one for one in heard if one.claim.basis != "coded" and one.day and not one.is_recalled]
    told = [one for one in dated if not one.is_rate]
    widened = Tolerance.named(tolerance)

    def is_other(one: Telling, odd: Telling) -> bool:
        return _is_other(one, odd, widened)

    yield from _pairs((one for one in told if one.value >= LARGE or is_money(one.key.unit)), _size, _is_sized, SIZE)
    shares = table()["units"]["shares"]
    unlikely = (one for one in dated if one.value >= LOW or _is_measured(one) or one.key.unit in shares)
    yield from _pairs(unlikely, _value, _is_in_another_unit, UNIT)
    yield from _pairs((one for one in told if one.value >= LARGE), _order, _is_another, ORDER)
    yield from _pairs(told, _saying, is_other, VALUE)
    yield from _pairs(told, _turned, _is_soon, ORDER)


KINDS = {SIZE: "power_of_ten", UNIT: "unit_drifted", ORDER: "digits_swapped", VALUE: "value_drifted"}


def _pairs(told: Iterable[Telling], by: Callable[[Telling], Hashable], differ: Differ, how: str) -> Iterator[Finding]:
    groups: defaultdict[Hashable, list[Telling]] = defaultdict(list)
    for one in told:
        if (alike := by(one)) is not None:
            groups[one.origin.key, alike].append(one)
    for same in groups.values():
        for window in windows(same, DAYS) if papers(same) > 1 else ():
            yield from _of_window(window[:FEW], differ, how)


def _of_window(window: Sequence[Telling], differ: Differ, how: str) -> Iterator[Finding]:
    for at, odd in enumerate(window):
        theirs = [one for one in window[:at] if one.at < odd.at and differ(one, odd) and _is_of_one(one, odd)]
        borne_out = [one for one in window if one.document.id != odd.document.id and not differ(one, odd)]
        if how == SIZE:  # another of the first size bears out nothing, even where it cannot be told that it is of one
            borne_out = [one for one in borne_out if one.value == odd.value]
        if theirs and len(theirs) > len(borne_out):
            yield retold(KINDS[how], "tension", [odd, *theirs], how)


def _is_of_one(one: Telling, odd: Telling) -> bool:
    """Whether two may be of one thing: of one measure, else by the word for it, or by the words around it."""
    if one.document.id == odd.document.id or not compatible(one.key, odd.key):
        return False
    if one.key.measure == odd.key.measure and one.key.measure:
        return kinds(one.key) == kinds(odd.key)
    if _is_other_kind(one.key.measure, odd.key.measure):
        return False  # 300 dead, 3,000 wounded
    heads = [_head(one), _head(odd)]
    if heads[0] == heads[1] != "":
        return True
    least = 1 if significant(one.value)[1:] and "" in heads else LEAST
    return len(shared(one, odd)) >= least


def _is_other_kind(one: str, other: str) -> bool:
    """Whether the registry knows both as measures of two things."""
    return named(one) is not None and named(other) is not None and family(one, other) is None


def _head(one: Telling) -> str:
    """What is counted; nothing where that is but a number."""
    head = one.claim.counted.lemma.casefold() if one.claim.counted else ""
    return "" if head in table()["retold"]["numbers"]["words"] else thing(head)


def _size(one: Telling) -> Hashable:
    digits = significant(one.value)
    return (digits, one.key.unit) if digits else None


def _is_sized(one: Telling, odd: Telling) -> bool:
    """Whether one is so many times the other, by a root that both name or in shared words: prices meet by chance."""
    heads = {_head(one), _head(odd)}
    is_one = (len(heads) == 1 or "" in heads) and len(shared(one, odd)) >= LEAST
    is_sure = (one.is_named and odd.is_named) or is_one
    return is_sure and odd.value / one.value in TIMES and not odd.is_moved


def _value(one: Telling) -> Hashable:
    return one.value


def _is_measured(one: Telling) -> bool:
    """Whether its unit is one of measure or of money, of which a number is hardly met by chance."""
    return one.key.unit not in table()["units"]["bare"]


def _is_in_another_unit(one: Telling, odd: Telling) -> bool:
    units = {one.key.unit, odd.key.unit}
    if units == set(table()["units"]["shares"]) or len({unit.removesuffix(A_DAY) for unit in units}) < len(units):
        return one.key.measure.removesuffix(A_DAY) == odd.key.measure.removesuffix(A_DAY) or _is_worded_alike(one, odd)
    both = _is_measured(one) and _is_measured(odd)
    if len({unit.partition("/")[0] for unit in units}) == 1:
        return False  # "600 kwanzas a litre" is told as "600 kwanzas", too
    return len(units) > 1 and both and is_money(one.key.unit) == is_money(odd.key.unit)


def _is_worded_alike(one: Telling, odd: Telling) -> bool:
    return len(shared(one, odd)) >= LEAST


def _turned(one: Telling) -> Hashable:
    """Two digits and what they are told of, down to the words: 62% and 26% of one thing."""
    digits, key = str(one.value), one.key
    is_two = len(digits) == LEAST == len(set(digits)) and key.measure and one.is_named and key.scope != "cumulative"
    return (tuple(sorted(digits)), key.measure, key.unit, key.place, key.population, key.period) if is_two else None


def _order(one: Telling) -> Hashable:
    digits = significant(one.value)
    return (tuple(sorted(digits)), len(str(int(one.value))), one.key.unit) if len(digits) >= DIGITS else None


def _is_another(one: Telling, odd: Telling) -> bool:
    return one.value != odd.value


def _is_soon(one: Telling, odd: Telling) -> bool:
    return one.value != odd.value and (odd.at - one.at).days <= LEAST and not odd.is_moved


def _saying(one: Telling) -> Hashable:
    """The day on which a figure was said, and of what: its measure has to be known, or its words the same."""
    said = one.claim.attribution[-1].said if one.claim.attribution else None
    day = said.end if said and said.start == said.end else None
    if day is None or not one.is_named or not one.key.measure:
        return None
    key = one.key
    return day, key.measure, key.unit, key.change, key.done, key.place, key.period


def _is_other(one: Telling, odd: Telling, widened: Tolerance) -> bool:
    """Whether two numbers cannot be one rounded; of a count that grows the later may be higher."""
    is_growth = one.key.scope == "cumulative" and one.key.done and odd.value > one.value
    apart = not overlap(widened.widened(one.claim.quantity), widened.widened(odd.claim.quantity))
    return apart and not is_growth
