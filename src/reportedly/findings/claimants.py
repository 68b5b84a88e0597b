"""What does not add up becomes findings: a figure put to another than the one who gave it.

A union counts 84,000 marchers and the police 31,500: who has the 84,000 from the police has mixed them up. And who has
an army own to the losses that its enemy claims for it most likely has the claim; two enemies seldom agree.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from reportedly.findings.lexicons import table
from reportedly.findings.speakers import STATE
from reportedly.findings.telling import quoted
from reportedly.findings.tellings import PATH, Telling, compatible, filed
from reportedly.model import Finding
from reportedly.values.measures import named

SOON = 5  # days in which a figure gets about
LOW = 10  # smaller numbers are met by chance
FEW = 12  # figures of a report, or of one number, that are looked at in pairs
TENFOLD = 10  # two counts of one thing seldom lie further apart

Number = tuple[Fraction, str]


def claimants(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every figure of one claimant that another report puts to the other."""
    numbers: defaultdict[Number, list[Telling]] = defaultdict(list)
    reports: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in found:
        if one.value >= LOW and (one.is_named or _told_by(one)):
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
            if (
                not (other.is_named and other.origin.named)
                or _teller(one) == _teller(other)
                or not _is_rival(one, other)
            ):
                continue
            same = numbers[one.value, one.key.unit][:FEW]
            if any(_teller(told) == _teller(other) and told.document.id == one.document.id for told in same):
                continue
            for odd in same:
                if _teller(odd) == _teller(other) and _may_retell(odd, one) and not odd.names(_called(one)):
                    sentence = (
                        f"{odd.words}, is put to {odd.origin.name}; {one.words} is put to {_called(one)}, with"
                        f" {quoted(other.claim)} by {other.origin.name}. One of them has mixed the two up."
                    )
                    yield filed("root_drifted", "tension", [odd, one, other], sentence)


def _told_by(one: Telling) -> str | None:
    """The words by which a report names somebody for a figure, who may be nobody's root ("the opposition")."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    return said.called if said and said.span else None


def _teller(one: Telling) -> str:
    """Who tells a figure by its own report: where the root is a guess, those whom it names."""
    return one.origin.key if one.is_named and one.origin.named else f"?{(_told_by(one) or '').casefold()}"


def _called(one: Telling) -> str:
    return one.origin.name if one.is_named else _told_by(one) or one.origin.name


def _is_rival(one: Telling, other: Telling) -> bool:
    """Whether two figures of one report are two counts of one thing."""
    low, high = sorted((one.value, other.value))
    is_alike = one.key.measure == other.key.measure or named(other.key.measure) is None
    is_near = abs(one.claim.context.start - other.claim.context.start) <= len(one.claim.context.quote) + 1
    alike = is_alike and one.key.unit == other.key.unit and compatible(one.key, other.key)
    return alike and is_near and low < high <= low * TENFOLD


def _may_retell(odd: Telling, one: Telling) -> bool:
    days = (odd.at - one.at).days if odd.day and one.day else -1
    is_alike = odd.key.measure == one.key.measure and odd.key.done == one.key.done  # no forecast is a count
    return odd.document.id != one.document.id and 0 <= days <= SOON and is_alike


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
