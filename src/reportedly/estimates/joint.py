"""Series that are parts of one another are estimated together: what wholes and parts leave of each other's range.

What is promised: an estimate stays as its own words made it, and what the others leave of it stands beside it; a whole
that is smaller than its part is told, never smoothed away; series that nothing ties do not move each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportedly.estimates.intervals import propagate
from reportedly.model import Bounds, Constraint, Estimate, Link, LinkKind

WITHIN: frozenset[LinkKind] = frozenset({"part_of", "addition_to"})  # the one lies within the other


def together(
    estimates: Mapping[str, Estimate], links: Iterable[Link], heads: Mapping[str, str]
) -> tuple[dict[str, Bounds], tuple[Constraint, ...]]:
    """What parts and wholes leave of the range of each series, where that is narrower; and the constraints that fail.

    ``estimates`` are by the digest of the first series of a family, ``heads`` says which that is for each series.
    Links between claims, or to series that have no estimate, say nothing.
    """
    known = {
        key: Bounds(one.low, one.high, one.low_strict, one.high_strict)
        for key, one in estimates.items()
        if one.best is not None
    }
    ties = ((heads.get(link.one), heads.get(link.other)) for link in links if link.kind in WITHIN)
    constraints = {
        Constraint(whole, (part,)) for part, whole in ties if part in known and whole in known and part != whole
    }
    narrowed: dict[str, Bounds] = {}
    broken: list[Constraint] = []
    for tied in _tied(constraints):
        mine = {key: known[key] for one in tied for key in (one.whole, *one.parts)}
        found, failed = propagate(mine, tied)
        narrowed |= {key: bounds for key, bounds in found.items() if bounds != known[key]}
        broken += failed
    return narrowed, tuple(sorted(broken, key=lambda one: (one.whole, one.parts)))


def _tied(constraints: Iterable[Constraint]) -> Iterator[list[Constraint]]:
    """Constraints that share a series, directly or through others, together."""
    by_series: defaultdict[str, list[Constraint]] = defaultdict(list)
    for one in sorted(constraints, key=lambda one: (one.whole, one.parts)):
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
