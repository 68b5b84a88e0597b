"""What does not add up becomes findings: named sources whose figures of one series, told within a day, do not meet.

Each pair of sources is shown once, by the two figures that lie furthest apart. What the hedges and rounding of both
allow is a tension; what nobody named says disagrees with nobody.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from reportedly.findings.intervals import Interval, Tolerance, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.partitions import is_dealt_out
from reportedly.findings.speakers import STATE, is_where
from reportedly.findings.tellings import Telling, filed, kinds
from reportedly.model import Finding, Strength
from reportedly.values.bounds import bounds
from reportedly.values.measures import named
from reportedly.values.states import state_names

SAME = 1  # days within which two figures are of one moment
# Days within which what a vote came to is told by others; its second round is a fortnight later at the soonest.
AFTER = 9
MONTH = 31  # days within which forecasts of others are still held against each other
MOST = Fraction(5, 4)  # times as many as a count grows to from one day to the next
FEW, DOUBLE, THRICE = 100, 2, 3  # a count of fewer may have doubled; of two bodies of one state, told late, even more
PERCENT = "percent"
FORESEEN = frozenset({"expected", "planned"})
MEANT = frozenset({"planned", "possible", "conditional"})  # what somebody means to do is no count of what is
OTHERS = "other"  # "about 70 others" are what somebody else's figure lacks
HOUR = re.compile(
    r"\b(?:by|at|as of|until) (?:about )?(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|\d\d[.:]\d\d|noon|midday|midnight)\b", re.I
)
CROWD = 40  # sources of one moment; of more, only the lowest and the highest are held against the others


def disagreements(found: Iterable[Telling], tolerance: str = "reported") -> Iterator[Finding]:
    """Every pair of named sources that disagree on a series."""
    widened = Tolerance.named(tolerance)
    series: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in found:
        if (
            one.ladder
            and one.origin.named
            and one.is_named
            and not one.is_renamed
            and one.when is not None
            and not one.is_rate
            and one.key.measure not in table()["apart"]["measures"]
            and not (one.claim.counted and one.claim.counted.lemma == OTHERS)
            and not (one.claim.counted and one.claim.counted.implied and one.claim.part_of)  # "four of them children"
            and not _is_of_others(one)
            and not is_dealt_out(one.claim)
            and _is_of_something(one)
            and not is_where(one.claim)
        ):
            series[one.ladder].append(one)
    for group in series.values():
        yield from _of_series(group, widened)


def _is_of_something(one: Telling) -> bool:
    """Whether a known measure, somebody or a place of its own words sets it apart: "earnings" are anybody's."""
    return named(one.key.measure) is not None or bool(one.key.actor) or (one.is_placed and one.key.place is not None)


def _is_of_others(one: Telling) -> bool:
    """Whether it tells what befell a part of some who are told of there alone: of 12 prisoners two were wounded."""
    fates = table()["retold"]["apart"]["rows"]
    return one.claim.part_of is not None and not kinds(one.key) and any(one.key.measure in row for row in fates)


def _of_series(group: Sequence[Telling], widened: Tolerance) -> Iterator[Finding]:
    said: dict[tuple[str, Interval], Telling] = {}
    for one in sorted(group, key=lambda one: (one.when or date.max, one.at, one.document.address)):
        said.setdefault((one.origin.key, _stated(one)), one)
    ordered = list(said.values())
    apart: dict[tuple[str, str], tuple[Fraction, Telling, Telling]] = {}
    ends: dict[date, tuple[Telling, Telling]] = {}
    first = 0
    for at, one in enumerate(ordered):
        while (_moment(one) - _moment(ordered[first])).days > _same(one):
            first += 1
        is_crowd = at - first > CROWD
        for other in _ends(ends, _moment(one)) if is_crowd else ordered[first:at]:
            gap = None if _has_grown(other, one) or _is_of_some(other, one) else _gap(_stated(one), _stated(other))
            if gap and not is_one_voice(one, other) and not _are_two_plans(one, other):
                low, high = sorted((one, other), key=lambda told: told.origin.key)
                known = apart.get((low.origin.key, high.origin.key))
                if known is None or known[0] < gap:
                    apart[low.origin.key, high.origin.key] = gap, other, one
        lowest, highest = ends.get(_moment(one), (one, one))
        ends[_moment(one)] = min(lowest, one, key=_value), max(highest, one, key=_value)
    for _, other, one in apart.values():
        yield numbers_apart(other, one, widened)


def is_one_voice(one: Telling, other: Telling) -> bool:
    """Whether both are one origin, or a state and a body that speaks for it."""
    if one.origin.key == other.origin.key:
        return True
    for state, body in ((one.origin, other.origin), (other.origin, one.origin)):
        code = state.key[:STATE]
        if state.rule == "state" and code in state_names():
            called = state_names()[code].name.casefold()
            if body.key.startswith((f"{code}:", f"{code}/")) or body.name.casefold().startswith(f"{called}'s "):
                return True
    return False


def _are_two_plans(one: Telling, other: Telling) -> bool:
    """Whether each tells what it means to do, or to have done: two wages that two candidates propose."""
    return {one.claim.status, other.claim.status} <= MEANT


def _same(one: Telling) -> int:
    """Days within which a figure of its series is of one moment: what a vote came to does not grow.

    Forecasts of one stretch of time stand beside each other for a while, and so do those of a share of something.
    """
    is_dated = (one.key.period or "")[:1].isdigit() or (one.key.period is None and one.key.unit == PERCENT)
    is_forecast = one.claim.status in FORESEEN and not one.key.done and is_dated
    return MONTH if is_forecast else AFTER if one.is_final else SAME


def _moment(one: Telling) -> date:
    return one.when or date.max


def _has_grown(earlier: Telling, later: Telling) -> bool:
    """Whether what only grows was told of a later day, and is more, but not so much that it is another count.

    A count that stood so at some hour ("38% by 2 p.m.") is less than that of the day, by however much.
    """
    less, more = sorted((earlier, later), key=_value)
    if later.key.scope == "cumulative" and less.value < more.value and HOUR.search(less.claim.context.quote):
        return True
    if later.is_final:
        return False
    grows = later.key.scope == "cumulative" and _moment(earlier) < _moment(later) and earlier.value < later.value
    few = THRICE if _are_of_one_state(earlier, later) else DOUBLE  # the police on Monday, the ministry on Tuesday
    return grows and later.value <= (few if later.value < FEW else MOST) * earlier.value


def _are_of_one_state(one: Telling, other: Telling) -> bool:
    """Whether two bodies or offices of one state tell them."""
    code, rules = one.origin.key[:STATE], {one.origin.rule, other.origin.rule}
    return code in state_names() and other.origin.key.startswith(code) and rules <= {"body", "office", "state"}


def _is_of_some(one: Telling, other: Telling) -> bool:
    """Whether one report tells a number of all and another of some: 17 hurt, and six officers hurt."""
    told = {kinds(one.key), kinds(other.key)}
    return one.document.id == other.document.id and len(told) > 1 and frozenset() in told


def _value(one: Telling) -> Fraction:
    return one.value


def _ends(ends: Mapping[date, tuple[Telling, Telling]], moment: date) -> Sequence[Telling]:
    """The lowest and the highest so far of the days that are one moment with ``moment``."""
    days = (moment - timedelta(days=back) for back in range(SAME + 1))  # of a crowd the nearest are enough
    return [one for day in days for one in ends.get(day, ())]


def _stated(one: Telling) -> Interval:
    made = bounds(one.claim.quantity)
    return made.low, made.high


def _gap(one: Interval, other: Interval) -> Fraction | None:
    """How far apart two intervals lie, as a share of the larger; None where they meet."""
    if overlap(one, other):
        return None
    lower, higher = (one, other) if one[1] is not None and other[0] is not None and one[1] < other[0] else (other, one)
    low, high = lower[1] or Fraction(0), higher[0] or Fraction(0)
    return (high - low) / abs(high) if high else abs(low)


def numbers_apart(other: Telling, one: Telling, widened: Tolerance) -> Finding:
    """A finding that two have unlike numbers of one thing."""
    meant = overlap(widened.widened(one.claim.quantity), widened.widened(other.claim.quantity))
    is_sure = one.when == other.when and one.key == other.key and not meant
    strength: Strength = "contradiction" if is_sure else "tension"
    days = f"of {one.when}" if one.when == other.when else f"of {other.when} and {one.when}"
    close = (
        "Rounding, a day between them or what they leave unsaid may explain it."
        if strength == "tension"
        else "No value fits both."
    )
    sentence = (
        f"{other.origin.name} has {other.words}; {one.origin.name} has {one.words}, {days}."
        f" {close} Which of them is right, the reports do not tell."
    )
    return filed("origins_disagree", strength, [other, one], sentence)
