"""What does not add up becomes findings: a figure put to another than the one who gave it.

A union counts 84,000 marchers and the police 31,500: who has the 84,000 from the police has mixed them up. And who has
an army own to the losses that its enemy claims for it most likely has the claim; two enemies seldom agree.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from reportedly.findings.lexicons import table
from reportedly.findings.tellings import PATH, Telling, compatible, filed
from reportedly.model import Finding
from reportedly.values.measures import named

SOON = 5  # days in which a figure gets about
LOW = 10  # smaller numbers are met by chance
STATE = 3  # letters of a state's code
FEW = 12  # figures of a report, or of one number, that are looked at in pairs
TENFOLD = 10  # two counts of one thing seldom lie further apart

Number = tuple[Fraction, str]


def claimants(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every figure of one claimant that another report puts to the other."""
    numbers: defaultdict[Number, list[Telling]] = defaultdict(list)
    reports: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in found:
        if one.origin.named and one.is_named and one.value >= LOW:
            numbers[one.value, one.key.unit].append(one)
            reports[one.document.id].append(one)
    yield from _mixed_up(reports, numbers)
    yield from _owned(numbers)


def _mixed_up(
    reports: Mapping[str, Sequence[Telling]], numbers: Mapping[Number, Sequence[Telling]]
) -> Iterator[Finding]:
    """A number that one report has of the one root, and another of the root which has another number in the first."""
    for mine in reports.values():
        for one, other in product(mine[:FEW], repeat=2):
            if one.origin.key == other.origin.key or not _is_rival(one, other):
                continue
            same = numbers[one.value, one.key.unit][:FEW]
            if any(told.origin.key == other.origin.key and told.document.id == one.document.id for told in same):
                continue
            for odd in same:
                if odd.origin.key == other.origin.key and _may_retell(odd, one) and not odd.names(one.own):
                    sentence = (
                        f"{odd.words}, is put to {odd.origin.name}; {one.words} goes back to {one.origin.name},"
                        f" and has {other.words.partition(' in ')[0]} from {other.origin.name}."
                        " One of them has mixed the two up."
                    )
                    yield filed("root_drifted", "tension", [odd, one, other], sentence)


def _is_rival(one: Telling, other: Telling) -> bool:
    """Whether two figures of one report are two counts of one thing."""
    low, high = sorted((one.value, other.value))
    is_alike = one.key.measure == other.key.measure or named(other.key.measure) is None
    is_near = abs(one.claim.context.start - other.claim.context.start) <= len(one.claim.context.quote) + 1
    alike = is_alike and one.key.unit == other.key.unit and compatible(one.key, other.key)
    return alike and is_near and low < high <= low * TENFOLD


def _may_retell(odd: Telling, one: Telling) -> bool:
    days = (odd.at - one.at).days if odd.day and one.day else -1
    return odd.document.id != one.document.id and 0 <= days <= SOON and odd.key.measure == one.key.measure


def _owned(numbers: Mapping[Number, Sequence[Telling]]) -> Iterator[Finding]:
    """What one side claims to have done to the other, told as what that one says of itself."""
    losses = table()["retold"]["losses"]["measures"]
    for same in numbers.values():
        lost = [one for one in same if one.key.measure in losses and one.key.population][:FEW]
        for odd, one in product(lost, repeat=2):
            side = one.key.actor
            is_claim = side is not None and PATH.match(side) and side[:STATE] != one.origin.key[:STATE]
            if is_claim and side and odd.origin.key[:STATE] == side[:STATE] and _may_retell(odd, one):
                sentence = (
                    f"{odd.words}, is what {odd.origin.name} says of its own losses; {one.words} is what"
                    f" {one.origin.name} says of them. Two sides seldom have one number; it may be the other's claim."
                )
                yield filed("root_drifted", "tension", [odd, one], sentence)
