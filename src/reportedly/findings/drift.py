"""What does not add up becomes findings: one figure of one root, told by several reports as several things.

Reports that retell one number of one root within some weeks are put side by side. Where one of them has another measure
(the dead for the casualties), an addition for a total, a deed for a plan, another bound, unit or end of a range than
most others, or than the first, it drifted, or the root said both: a finding shows it beside them. What is promised: who
tells it first is never held against the others, unless they are many; a number of something else is no drift, so that
measures are held against each other only where they are told for each other (``findings.toml``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportedly.findings.lexicons import table
from reportedly.findings.tellings import Telling, by_root, compatible, filed, papers, windows
from reportedly.model import Finding, Strength

MANY = 3  # reports that outweigh the one that told it first, or a hedge
LOW = 10  # smaller numbers are met by chance
SOON = 5  # days after which a plan may have become a deed, or an addition be a new one


@dataclass(frozen=True, slots=True)
class _As:
    """As what a number is told."""

    measure: str
    change: str
    done: bool
    unit: str
    population: str | None

    @classmethod
    def of(cls, one: Telling) -> "_As":
        key = one.key
        return cls(key.measure, key.change, key.done, key.unit, key.population)


def drifts(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every retelling that differs from most others, or from the first."""
    for group in by_root(found).values():
        totals = {one.value for one in group if one.key.change == "level"}
        numbers: defaultdict[Fraction, list[Telling]] = defaultdict(list)
        for one in group:
            for end in one.ends:
                if end >= LOW:
                    numbers[end].append(one)
        for number, same in numbers.items():
            if papers(same) > 1:
                adds = any(total - number in totals for total in totals)
                for window in windows(same):
                    yield from _of_one_number(window, adds=adds)


def _of_one_number(window: Sequence[Telling], *, adds: bool) -> Iterator[Finding]:
    """Drifts of one number; ``adds`` where the root tells two totals that lie so much apart."""
    ways: defaultdict[_As, list[Telling]] = defaultdict(list)
    for one in window:
        ways[_As.of(one)].append(one)
    for way, mine in ways.items():
        yield from _bounds(mine)
        rivals = [
            other
            for other in ways
            if other != way
            and _retells(way, other)
            and _outweighs(ways[other], mine)
            and not (adds and way.change != other.change)
        ]
        rivals.sort(key=lambda other: (-papers(ways[other]), ways[other][0].at, other.measure))
        for other in rivals[:1]:
            for odd in mine:
                if odd.day is not None or odd.is_named:
                    yield from _drift(odd, way, ways[other], other)


def _outweighs(theirs: Sequence[Telling], mine: Sequence[Telling]) -> bool:
    """Whether others are more, or as many and earlier; the first is held against nobody but by many."""
    more, fewer = papers(theirs), papers(mine)
    first, other = min(one.at for one in mine), min(one.at for one in theirs)
    if first < other:
        return more >= MANY and more >= 2 * fewer
    return more >= 2 * fewer or (more >= fewer and fewer == 1 and first > other)


def _retells(one: _As, other: _As) -> bool:
    """Whether what is told as ``one`` may be what is told as ``other``."""
    return one.measure == other.measure or _family(one.measure, other.measure) is not None


def _family(one: str, other: str) -> str | None:
    """The strength of a change between two measures, where they are told for each other."""
    for strength, families in table()["retold"]["families"].items():
        if any({one, other} <= set(family) for family in families):
            return str(strength)
    return None


def _drift(odd: Telling, mine: _As, others: Sequence[Telling], theirs: _As) -> Iterator[Finding]:
    beside = [one for one in others if one.document.id != odd.document.id and compatible(odd.key, one.key)]
    if not beside:
        return
    if mine.measure != theirs.measure:
        how = f"It is told of {_plain(mine.measure)} here, of {_plain(theirs.measure)} there"
        is_close = _family(mine.measure, theirs.measure) == "tension"
        yield retold("thing_drifted", "tension" if is_close else "contradiction", odd, beside, how)
    elif mine.unit != theirs.unit:
        yield retold("unit_drifted", "contradiction", odd, beside, "The number is the same, the unit is not")
    elif mine.change != theirs.change:
        how = f"It is told as {_change(mine)} here, as {_change(theirs)} there"
        yield retold("scope_drifted", "contradiction", odd, beside, how)
    elif mine.done != theirs.done and not _carried_out(odd, beside):
        how = f"It is told as {_done(mine)} here, as {_done(theirs)} there"
        yield retold("status_drifted", "contradiction", odd, beside, how)


def _carried_out(odd: Telling, others: Sequence[Telling]) -> bool:
    """Whether the deed may have followed the plan."""
    latest = max(one.at for one in others)
    return odd.key.done and odd.day is not None and (odd.at - latest).days > SOON


def _bounds(group: Sequence[Telling]) -> Iterator[Finding]:
    """Another bound on the same number of the same thing.

    A bound that is the other way round is one report's word against another's; one that is only lost or added happens so
    often that it is noted, and taken for a drift where one report stands alone against many.
    """
    sides: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in group:
        sides[one.side].append(one)
    for side, mine in sides.items():
        rivals = [other for other in sides if _turn(side, other) and _outweighs(sides[other], mine)]
        rivals.sort(key=lambda other: (-papers(sides[other]), sides[other][0].at, other))
        for other in rivals[:1]:
            strength = _turn(side, other) or "note"
            is_alone = papers(mine) == 1 and papers(sides[other]) >= MANY
            if strength == "tension" and not is_alone:
                strength = "note"
            for odd in mine:
                beside = [one for one in sides[other] if one.document.id != odd.document.id]
                beside = [one for one in beside if compatible(odd.key, one.key)]
                if beside:
                    how = "It is the same number with another bound"
                    yield retold("bound_drifted", strength, odd, beside, how)


def _turn(one: str, other: str) -> Strength | None:
    rows = table()["retold"]["sides"]
    for strength in ("contradiction", "tension"):
        if any({one, other} == set(row) for row in rows[strength]):
            return "contradiction" if strength == "contradiction" else "tension"
    return None


def retold(kind: str, strength: Strength, odd: Telling, others: Sequence[Telling], how: str) -> Finding:
    """A finding on a retelling that differs, with who told the others first."""
    first = min(others, key=lambda one: one.at)
    count = papers(others)
    more = f", and {count - 1} more {'report' if count == 2 else 'reports'}" if count > 1 else ""
    sentence = (
        f"{odd.words}; {first.words}{more}. {how}; both go back to {first.origin.name}."
        " Which was said, the reports do not tell."
    )
    return filed(kind, strength, odd, [first, *(one for one in others if one is not first)], sentence)


def _plain(measure: str) -> str:
    return f"“{measure.replace('_', ' ')}”"


def _change(way: _As) -> str:
    names: dict[str, str] = table()["retold"]["changes"]
    return names[way.change]


def _done(way: _As) -> str:
    return "done" if way.done else "yet to come"
