"""What does not add up becomes findings: a figure that its root denied, told as its word.

The ministry denied that 27 had died; by another report it said so. Who owns up to what he denied tells it by a word.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportedly.findings.drift import retells, retold
from reportedly.findings.lexicons import table
from reportedly.findings.tellings import Telling, compatible, windows
from reportedly.findings.wording import is_alike
from reportedly.model import Finding

DAYS = 5  # after which the root may say otherwise
LOW = 10  # smaller numbers are met by chance
FEW = 12  # figures of one number that are looked at in pairs
HOW = "It is told as the word of its root here, as denied by it there"


def denials(found: Sequence[Telling], denied: Sequence[Telling]) -> Iterator[Finding]:
    """Every one of ``found`` that by another report its root denied."""
    numbers: defaultdict[tuple[str, Fraction, str], list[Telling]] = defaultdict(list)
    for one in denied:
        if one.value >= LOW and one.is_named:
            numbers[one.origin.key, one.value, one.key.unit].append(one)
    for odd in found if numbers else ():
        same = numbers.get((odd.origin.key, odd.value, odd.key.unit), [])[:FEW]
        others = [one for one in same if _is_of_one(one, odd)]
        if others and odd.is_named and not odd.says(table()["retold"]["owned"]["words"]):
            yield retold("denial_drifted", "tension", [odd, *others], HOW)


def _is_of_one(one: Telling, odd: Telling) -> bool:
    """Whether two may be of one thing, told in other reports within some days."""
    is_near = len(list(windows([one, odd], DAYS))) == 1 and one.document.id != odd.document.id
    return is_near and compatible(one.key, odd.key) and (retells(one, odd) or is_alike(one, odd))
