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
    known = {key: group for key, group in roots.items() if not key.startswith("?")}
    homes = {}
    for key in sorted(roots.keys() & alone):
        nobody = key.startswith("?")
        near = [other for other in known if other != key and (nobody or other[:STATE] == key[:STATE])]
        if not near or (nobody and len(near) > 1):
            continue
        theirs = known[max(near, key=lambda other: (papers(known[other]), other))]
        for one in roots[key]:
            if any(retells(one, other) and compatible(one.key, other.key) for other in theirs[:CLOSE]):
                homes[one.claim.id] = replace(one, origin=theirs[0].origin, is_named=False)
    return homes
