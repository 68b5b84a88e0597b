"""What does not add up becomes findings: a row of a table that stands alone against the other rows of one root.

Coded rows have no words that tell a slip, so that one is held against several: another value for the same key and time,
another day as of which the same number was counted, and the number of a whole told of one kind of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from reportedly.findings.drift import MANY, retold
from reportedly.findings.lexicons import family
from reportedly.findings.tellings import Telling, by_root, compatible, papers, significant, windows
from reportedly.model import Finding
from reportedly.values.measures import named

DAYS = 14  # within which a root's figures for one key and time are one count
SOON = 2  # days within which a number is retold of another thing
FAR = Fraction(3, 2)  # times as large as another is a number that no rounding explains
LARGE = 100  # smaller numbers are met by chance
LEAST = 2  # reports that one stands alone against, and digits of a number that is not met by chance
FEW = 12  # rows that one is held against in pairs
MONTH = 7  # characters of an ISO 8601 month
VALUE = "The others have another number for the same time"
THING = "It is told of one kind of things here, of another there"


def outliers(heard: Iterable[Telling]) -> Iterator[Finding]:
    """Every coded row that stands alone."""
    for group in by_root(one for one in heard if one.claim.basis == "coded").values():
        keys: defaultdict[object, list[Telling]] = defaultdict(list)
        numbers: defaultdict[object, list[Telling]] = defaultdict(list)
        same: defaultdict[object, list[Telling]] = defaultdict(list)
        for one in group:
            key = one.key
            keys[key.measure, key.unit, key.change, key.done].append(one)
            numbers[one.value, key.unit, key.change, key.done].append(one)
            same[one.value, key.measure, key.change].append(one)
        for mine in keys.values():
            yield from _of_value(mine)
        for mine in same.values():
            yield from _of_day(mine)
        for mine in numbers.values():
            yield from _of_thing(mine)


def _of_value(group: Sequence[Telling]) -> Iterator[Finding]:
    """The lowest or highest number, if it is far from all that several others have for the same stretch or day."""
    for window in windows((one for one in group if one.day), DAYS):
        times: defaultdict[str, list[Telling]] = defaultdict(list)
        for one in window:
            times[one.key.period or ""].append(one)
        silent = times.pop("", [])[:FEW]
        for mine in times.values():
            for odd in (min(mine, key=_value), max(mine, key=_value)):
                theirs = [one for one in (*mine, *silent) if one.document.id != odd.document.id]
                is_alone = papers(theirs) >= LEAST and all(_is_far(odd, one) for one in theirs)
                if is_alone and odd.is_named and not any(_is_far(one, theirs[0]) for one in theirs):
                    yield retold("value_drifted", "tension", [odd, *theirs], VALUE)


def _value(one: Telling) -> Fraction:
    return one.value


def _is_far(one: Telling, other: Telling) -> bool:
    low, high = sorted((one.value, other.value))
    return high >= FAR * low


def _of_day(group: Sequence[Telling]) -> Iterator[Finding]:
    """A number counted as of another month than several others have for it."""
    months: defaultdict[str, list[tuple[str, Telling]]] = defaultdict(list)
    for one in group:
        end = one.claim.when.end if one.claim.when else None
        if end and len(end) >= MONTH:
            months[end[:MONTH]].append((end, one))
    if len(months) == LEAST:
        few, many = sorted(months.values(), key=len)
        theirs = [one for _, one in many]
        for end, odd in few if len(few) == 1 and papers(theirs) >= MANY else ():
            how = f"It is counted as of {end} here, of {many[0][0]} there"
            yield retold("date_drifted", "tension", [odd, *theirs], how)


def _of_thing(group: Sequence[Telling]) -> Iterator[Finding]:
    """A number told within days of two kinds that no registry has, whose names share a word and differ by others."""
    for window in windows((one for one in group if one.day and one.value >= LARGE), SOON):
        for at, odd in enumerate(window):
            others = [
                one for one in window[max(0, at - FEW) : at] if one.document.id != odd.document.id and one.at < odd.at
            ]
            theirs = [one for one in others if _is_another_kind(one, odd) and compatible(one.key, odd.key)]
            if theirs and len(theirs) == len(others) and len(significant(odd.value)) >= LEAST:
                yield retold("thing_drifted", "tension", [odd, *theirs], THING)


def _is_another_kind(one: Telling, odd: Telling) -> bool:
    mine, theirs = (frozenset(told.key.measure.split("_")) for told in (odd, one))
    is_known = named(odd.key.measure) or named(one.key.measure) or family(odd.key.measure, one.key.measure)
    return not is_known and bool(mine & theirs and mine - theirs and theirs - mine)
