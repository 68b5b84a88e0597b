"""Series that are parts of one another are estimated together: what wholes and parts leave of each other's range.

What is promised: an estimate stays as its own words made it, and what the others leave of it stands beside it; a whole
that is smaller than its parts is told, never smoothed away; series that nothing ties do not move each other. What grows
is held against a count at a moment as it stood on the day of that count: who fell since may have been there. And a part
that was told later than its whole contradicts nothing: both are taken as of the day on which both were told.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.estimates.intervals import propagate
from reportedly.model import Balance, Bounds, Constraint, Estimate, Link, LinkKind

WITHIN: frozenset[LinkKind] = frozenset({"part_of", "addition_to"})  # the one lies within the other
AT = "@"  # parts the digest of a series from the day it is taken as of
TWO = 2  # a whole and one part: links tell so already
Estimates = Mapping[str, Estimate]


def together(
    estimates: Estimates,
    links: Iterable[Link],
    heads: Mapping[str, str],
    *,
    balances: Iterable[Balance] = (),
    days: Mapping[str, str] | None = None,
    earlier: Callable[[str, str], Estimate] | None = None,
    growing: Collection[str] = (),
) -> tuple[dict[str, Bounds], tuple[Constraint, ...]]:
    """What parts and wholes leave of the range of each series, where that is narrower; and the constraints that fail.

    ``estimates`` are by the digest of the first series of a family, ``heads`` says which that is for each series.
    Links between claims, or to series that have no estimate, say nothing. ``days`` are those on which words were said,
    by their ids, and ``earlier`` estimates a family as of a day: without them no balance is drawn. ``growing`` are the
    families of what only grows.
    """
    made = {key: one for key, one in estimates.items() if one.best is not None}
    ties = ((heads.get(link.one), heads.get(link.other)) for link in links if link.kind in WITHIN)
    constraints = {
        Constraint(whole, (part,)) for part, whole in ties if part in made and whole in made and part != whole
    }
    if days is not None and earlier is not None:
        for one in balances:
            drawn, then = _drawn(_headed(one, heads), made, days, earlier)
            constraints |= drawn
            made |= then
    known = {key: _bounds(one) for key, one in made.items()}
    narrowed: dict[str, Bounds] = {}
    broken: list[Constraint] = []
    for tied in _tied(constraints):
        found, failed = propagate(_known(tied, known), tied)
        if failed and days is not None and earlier is not None:
            for fails in failed:
                tied.remove(fails)
                at_once, then = _at_once(fails, made, days, earlier, growing=growing)
                tied += at_once
                known |= {key: _bounds(estimate) for key, estimate in then.items()}
            found, failed = propagate(_known(tied, known), tied)
        narrowed |= {key: bounds for key, bounds in found.items() if bounds != known[key] and AT not in key}
        broken += failed
    return narrowed, tuple(sorted(map(_timeless, broken), key=lambda one: (one.whole, one.parts)))


def _bounds(one: Estimate) -> Bounds:
    return Bounds(one.low, one.high, one.low_strict, one.high_strict)


def _known(tied: Iterable[Constraint], known: Mapping[str, Bounds]) -> dict[str, Bounds]:
    return {key: known[key] for one in tied for key in (one.whole, *one.parts)}


def _at_once(
    one: Constraint,
    made: Estimates,
    days: Mapping[str, str],
    earlier: Callable[[str, str], Estimate],
    *,
    growing: Collection[str],
) -> tuple[list[Constraint], dict[str, Estimate]]:
    """A constraint that fails as of the last day on which all that it binds was told, with the estimates of that day.

    None where something was not told by then; but what only grows and was less than a part on any later day was so
    before.
    """
    told = {name: _newest(made[name], days) for name in (one.whole, *one.parts) if AT not in name}
    day = min(told.values(), default="")
    late = [name for name in told if told[name] > day]
    if not late:
        return [one], {}
    then = {f"{name}{AT}{day}": earlier(name, day) for name in late}
    if all(estimate.best is not None for estimate in then.values()):
        names = {name: f"{name}{AT}{day}" for name in late}
        parts = tuple(names.get(part, part) for part in one.parts)
        return [replace(one, whole=names.get(one.whole, one.whole), parts=parts)], then
    return ([one] if late == [one.whole] and one.whole in growing and one.how != "all" else []), {}


def _headed(one: Balance, heads: Mapping[str, str]) -> Balance:
    """A balance of families in the place of one of series."""
    gone, there = (tuple(heads[name] for name in names if name in heads) for names in (one.gone, one.there))
    return replace(one, whole=heads.get(one.whole, ""), gone=gone, there=there)


def _drawn(
    one: Balance, made: Estimates, days: Mapping[str, str], earlier: Callable[[str, str], Estimate]
) -> tuple[set[Constraint], dict[str, Estimate]]:
    """A balance as constraints, and the estimates as of an earlier day that they bind beside those of ``made``."""
    gone, there = ([name for name in names if name in made] for names in (one.gone, one.there))
    told = {one.whole, *gone, *there}
    if one.whole not in made or len(told) != 1 + len(gone) + len(there) or len(told) == TWO:
        return set(), {}
    complete = one.complete and (len(gone), len(there)) == (len(one.gone), len(one.there))
    if not there:
        return {Constraint(one.whole, tuple(gone), "all" if complete else "apart")}, {}
    day = max(_newest(made[name], days) for name in there)
    if not day or day > _newest(made[one.whole], days):
        return set(), {}  # it may have grown since it was told, and bounds nothing of a later day
    names = {name: f"{name}{AT}{day}" for name in ([*gone, one.whole] if complete else gone)}
    then = {names[name]: estimate for name in names if (estimate := earlier(name, day)).best is not None}
    if len(then) < len(names):
        complete = False
        then.pop(names.get(one.whole, ""), None)
    parts = (*(name for name in then if name != names.get(one.whole)), *there)
    drawn = {Constraint(names[one.whole], parts, "all") if complete else Constraint(one.whole, parts, "apart")}
    grown = {Constraint(name, (earlier_,)) for name, earlier_ in names.items() if earlier_ in then}
    return (drawn | grown if len(parts) > 1 else set()), then


def _newest(estimate: Estimate, days: Mapping[str, str]) -> str:
    """The day of the newest word an estimate rests on."""
    return max((days.get(word, "") for word in estimate.kept), default="")


def _timeless(one: Constraint) -> Constraint:
    """A constraint of families, whatever the day they were taken as of."""
    return replace(
        one, whole=one.whole.partition(AT)[0], parts=tuple(dict.fromkeys(part.partition(AT)[0] for part in one.parts))
    )


def _tied(constraints: Iterable[Constraint]) -> Iterator[list[Constraint]]:
    """Constraints that share a series, directly or through others, together."""
    by_series: defaultdict[str, list[Constraint]] = defaultdict(list)
    for one in sorted(constraints, key=lambda one: (one.whole, one.parts, one.how)):
        for key in (one.whole, *one.parts):
            by_series[key].append(one)
    seen: set[Constraint] = set()
    for start in sorted(by_series):
        reached = dict.fromkeys(one for one in by_series[start] if one not in seen)
        waiting = list(reached)
        while waiting:
            one = waiting.pop()
            for key in (one.whole, *one.parts):
                fresh = [other for other in by_series[key] if other not in reached]
                reached |= dict.fromkeys(fresh)
                waiting += fresh
        if reached:
            seen |= reached.keys()
            yield list(reached)
