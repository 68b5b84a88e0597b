"""What intervals of exact numbers say of each other: one holds another, two meet, a whole bounds its parts.

What is promised: nothing is rounded, an open end stays open, and a strict end is never within.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby
from math import inf
from operator import itemgetter

from reportedly.model import Bounds, Constraint

# An end sorts by how much it shuts out. Before the exact number stands the nearest that a machine knows, as that is
# compared many times as fast and never in another order.
End = tuple[bool, float, Fraction, bool]
ANYTHING = Bounds(None, None)
NOUGHT = Fraction()
PASSES = 64  # sums that lean on each other in a ring may come closer to an end for ever; each step holds by itself


def point(value: Fraction | int) -> Bounds:
    """The interval that holds ``value`` alone."""
    return Bounds(Fraction(value), Fraction(value))


def is_empty(bounds: Bounds) -> bool:
    """Whether no number is within."""
    if bounds.low is None or bounds.high is None:
        return False
    return bounds.low > bounds.high or (bounds.low == bounds.high and (bounds.low_strict or bounds.high_strict))


def meet(one: Bounds, two: Bounds) -> Bounds:
    """What lies within both; it may be empty."""
    low, low_strict = max(_low(one), _low(two))[1:]
    high, high_strict = min(_high(one), _high(two))[1:]
    return Bounds(low, high, low_strict, not high_strict)


def _low(bounds: Bounds) -> tuple[End, Fraction | None, bool]:
    """An end that sorts by how much it shuts out from below, with the end itself."""
    strict = bounds.low is not None and bounds.low_strict
    low = bounds.low or NOUGHT
    return (bounds.low is not None, _near(low), low, strict), bounds.low, strict


def _high(bounds: Bounds) -> tuple[End, Fraction | None, bool]:
    strict = bounds.high is not None and bounds.high_strict
    high = bounds.high or NOUGHT
    return (bounds.high is None, _near(high), high, not strict), bounds.high, not strict


def _near(number: Fraction) -> float:
    try:
        return float(number)
    except OverflowError:
        return inf if number > 0 else -inf


def _low_end(bounds: Bounds) -> End:
    return _low(bounds)[0]


def _high_end(bounds: Bounds) -> End:
    return _high(bounds)[0]


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Whether all that is within ``inner`` is within ``outer``; every interval holds itself."""
    return _low(outer)[0] <= _low(inner)[0] and _high(inner)[0] <= _high(outer)[0]


def hull(several: Iterable[Bounds]) -> Bounds:
    """The narrowest interval that holds them all; of none, anything."""
    every = list(several)
    if not every:
        return ANYTHING
    low, low_strict = min(map(_low, every))[1:]
    high, high_strict = max(map(_high, every))[1:]
    return Bounds(low, high, low_strict, not high_strict)


def overlaps(several: Iterable[Bounds]) -> list[Bounds]:
    """What intervals leave together, wherever some overlap: of "3,000 to 5,000" and "over 4,000", what lies between.

    Intervals that all overlap share the highest of their low ends (Helly's theorem on a line).
    """
    return sorted({_between(*ends) for ends in _shared(several)}, key=repr)


def left(several: Iterable[Bounds]) -> list[Bounds]:
    """What intervals leave where as many as can be overlap: of "at least 38", 94 and 104 the last two alone."""
    return sorted([_between(*ends) for ends in _apart(several)], key=repr)


def around(several: Iterable[Bounds]) -> Bounds:
    """What holds all that is ``left``, found without what lies between: many an estimate asks for no more."""
    found = _apart(several)
    return _between(found[-1][0], found[0][1]) if found else ANYTHING


def _apart(several: Iterable[Bounds]) -> list[tuple[End, End]]:
    """The ends of what is ``left``, from the highest down: nothing of it holds another."""
    found: list[tuple[End, End]] = []
    for low, shared in groupby(reversed(_shared(several)), key=itemgetter(0)):
        high = min([high for _, high in shared])
        if not found or high < found[-1][1]:
            found.append((low, high))
    return found


def _shared(several: Iterable[Bounds]) -> list[tuple[End, End]]:
    """From each low end upwards the nearest of the high ends closes what is left of those that begin no later.

    Ends are met in their order, as there may be thousands. What holds nothing is left as it is.
    """
    found: list[tuple[End, End]] = []
    tops: list[End] = []  # of those that begin no later
    every = sorted([(_low_end(one), _high_end(one), is_empty(one)) for one in several], key=itemgetter(0))
    for low, feet in groupby(every, key=itemgetter(0)):
        beginning = list(feet)
        for _, high, _ in beginning:
            insort(tops, high)
        bounded, near, number, strict = low
        reach = bisect_right if strict else bisect_left  # a strict end is never within, so that nothing closes at it
        at = reach(tops, (False, near, number, True)) if bounded else 0
        found += [(low, high if nothing else tops[at]) for _, high, nothing in beginning]
    return found


def _between(low: End, high: End) -> Bounds:
    return Bounds(low[2] if low[0] else None, None if high[0] else high[2], low[3], not high[3])


def within(value: Fraction, bounds: Bounds) -> Fraction:
    """The number in ``bounds`` that is next to ``value``; a strict end counts as in."""
    low = value if bounds.low is None else max(value, bounds.low)
    return low if bounds.high is None else min(low, bounds.high)


def middle(bounds: Bounds) -> Fraction | None:
    """The number that stands for an interval: its middle, or its one end; None where both are open."""
    if bounds.low is None or bounds.high is None:
        return bounds.low if bounds.low is not None else bounds.high
    return (bounds.low + bounds.high) / 2


def propagate(
    known: Mapping[str, Bounds], constraints: Iterable[Constraint]
) -> tuple[dict[str, Bounds], tuple[Constraint, ...]]:
    """Narrows each interval by what wholes and parts say of each other; and the constraints that cannot hold.

    Counts are taken to be no less than nought. A constraint that contradicts what is known changes nothing: it is
    reported, and what was told stays as it was told. One that by itself contradicts what was told is found before one
    that does so only with others; of several that do only together the last in order of their keys is reported.
    """
    every = sorted(set(constraints), key=lambda one: (one.whole, one.parts, one.how))
    broken = [one for one in every if _narrowed(known, one) is None]
    while True:
        standing = [one for one in every if one not in broken]
        found, contradicted = _settled(known, standing)
        if contradicted is None:
            return found, tuple(broken)
        broken.append(contradicted)


def _settled(
    known: Mapping[str, Bounds], constraints: Iterable[Constraint]
) -> tuple[dict[str, Bounds], Constraint | None]:
    """The intervals once no constraint narrows them further, or the constraint that leaves nothing of one."""
    found = dict(known)
    for _ in range(PASSES):
        before = dict(found)
        for one in constraints:
            narrowed = _narrowed(found, one)
            if narrowed is None:
                return found, one
            found.update(narrowed)
        if found == before:
            break
    return found, None


def _narrowed(known: Mapping[str, Bounds], one: Constraint) -> dict[str, Bounds] | None:
    """What ``one`` leaves of the intervals it binds; None where it leaves nothing of one of them."""
    found = {key: known.get(key, ANYTHING) for key in (one.whole, *one.parts)}
    for part in one.parts:
        whole, bounds = found[one.whole], found[part]
        found[part] = meet(bounds, Bounds(None, whole.high, high_strict=whole.high_strict))
        found[one.whole] = meet(whole, Bounds(bounds.low, None, low_strict=bounds.low_strict))
    if one.how == "all":
        found[one.whole] = meet(found[one.whole], total(found[part] for part in one.parts))
        found |= {part: meet(found[part], _less(found[one.whole], others)) for part, others in _others(found, one)}
    if one.how == "apart":
        least = {part: _at_least(found[part]) for part in one.parts}
        found[one.whole] = meet(found[one.whole], total(least.values()))
        for part, others in _others(least, one):
            most = _less(found[one.whole], others)
            found[part] = meet(found[part], Bounds(None, most.high, high_strict=most.high_strict))
    return None if any(map(is_empty, found.values())) else found


def _others(known: Mapping[str, Bounds], one: Constraint) -> Iterator[tuple[str, Bounds]]:
    """Each part of a whole, and what the others come to."""
    for part in one.parts:
        yield part, total(known[key] for key in one.parts if key != part)


def _at_least(bounds: Bounds) -> Bounds:
    """What a count adds to a whole that holds more: its low end, or nought."""
    return Bounds(bounds.low or Fraction(), None, low_strict=bounds.low is not None and bounds.low_strict)


def total(several: Iterable[Bounds]) -> Bounds:
    """What several come to together."""
    whole = point(0)
    for one in several:
        low = None if whole.low is None or one.low is None else whole.low + one.low
        high = None if whole.high is None or one.high is None else whole.high + one.high
        whole = Bounds(low, high, whole.low_strict or one.low_strict, whole.high_strict or one.high_strict)
    return whole


def _less(whole: Bounds, others: Bounds) -> Bounds:
    """``whole`` less ``others``: what is left for one more part."""
    return total((whole, Bounds(_minus(others.high), _minus(others.low), others.high_strict, others.low_strict)))


def _minus(number: Fraction | None) -> Fraction | None:
    return None if number is None else -number
