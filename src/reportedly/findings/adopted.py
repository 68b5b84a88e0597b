"""What does not add up becomes findings: figures that stand alone are put beside the root that is known for them.

A report that names nobody, or another voice of the same state, and has a number that within days goes back to one root
alone, most likely retells that root. It is put beside it for comparison only: it corroborates nothing.
"""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from fractions import Fraction

from reportedly.findings.drift import retells
from reportedly.findings.tellings import Telling, by_root, compatible, papers, windows

LARGE = 100  # smaller numbers are met by chance
CLOSE = 14  # days
STATE = 3  # letters of a state's code


def adopted(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """``found``, each figure that stands alone under the root that it most likely retells."""
    numbers: defaultdict[tuple[Fraction, str], list[Telling]] = defaultdict(list)
    for one in found:
        if one.value >= LARGE:
            numbers[one.value, one.key.unit].append(one)
    homes: dict[str, Telling] = {}
    for same in numbers.values():
        if papers(same) > 1:
            alone = {key for key, mine in by_root(same).items() if papers(mine) == 1}
            for window in windows(same, CLOSE):
                homes |= _homes(window, alone)
    return tuple(homes.get(one.claim.id, one) for one in found)


def _homes(window: Sequence[Telling], alone: Set[str]) -> dict[str, Telling]:
    roots = by_root(one for one in window if one.day is not None)
    known = [(papers(group), key) for key, group in roots.items() if not key.startswith("?")]
    states: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for size, key in sorted(known, reverse=True):
        states[key[:STATE]].append((size, key))
    homes = {}
    for key in sorted(roots.keys() & alone):
        if key.startswith("?"):
            near = [other for _, other in known] if len(known) == 1 else []
        else:
            near = [other for _, other in states[key[:STATE]][:2] if other != key]
        for one in roots[key] if near else ():
            theirs = roots[near[0]][:CLOSE]
            if any(retells(one, other) and compatible(one.key, other.key) for other in theirs):
                homes[one.claim.id] = replace(one, origin=theirs[0].origin, is_named=False)
    return homes
