"""What does not add up becomes findings: numbers of one root that differ by a slip: a power of ten, a unit, a cut.

A number is known again by its significant digits. Where several reports of one root within some days have the same
digits, but not the same size or unit, one of them slipped.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reportedly.findings.drift import retold
from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD
from reportedly.findings.speakers import bare
from reportedly.findings.tellings import KNOWN, LARGE, Telling, papers, significant, windows
from reportedly.findings.wording import is_alike
from reportedly.model import Finding
from reportedly.values.measures import dimension, named

LEAST = 2  # digits; five and fifty meet by chance
CUT = 10  # a single digit is the first of too many
CLOSE = 14  # days
LONG, SHARED = 5, 2  # letters of a word that tells of something, and how many of these two sentences of one thing share
COUNT = "count"
QUOTED = 2  # significant digits by which a number is known again in a report that is named
FEW = 12  # figures of a report that are looked at in pairs
SIZE = "The digits are the same, the size is not"
UNIT = "The number is the same, the unit is not"
THOUSAND = 1000  # what a sign in a number divides by


def slips(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every slip."""
    alike: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in found:
        digits = significant(one.value)
        if len(digits) >= LEAST:
            alike[digits, "" if len(digits) >= KNOWN else f"{one.origin.key} {one.key.measure}"].append(one)
    for same in alike.values():
        if papers(same) > 1:
            for window in windows(same, CLOSE):
                yield from _of_size(window)
                yield from _of_unit(window)
    yield from _misquoted(found)
    yield from _cut(found)
    yield from _swapped([one for one in found if one.value >= LARGE])


def _of_size(window: Sequence[Telling]) -> Iterator[Finding]:
    sizes: defaultdict[Fraction, list[Telling]] = defaultdict(list)
    for one in window:
        sizes[one.value].append(one)
    for size, mine in sizes.items() if len(sizes) > 1 else ():
        theirs = _others(sizes.values(), mine, enough=1 if len(significant(size)) >= KNOWN else 2)
        for odd in mine if theirs and papers(mine) == 1 else ():
            if (
                odd.day is not None
                and not odd.is_recalled
                and any(one.key.measure == odd.key.measure != "" and is_alike(one, odd) for one in theirs[:FEW])
            ):
                yield retold("power_of_ten", "contradiction", [odd, *theirs], SIZE)


def _of_unit(window: Sequence[Telling]) -> Iterator[Finding]:
    units: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in window:
        if len(significant(one.value)) >= KNOWN:
            units[one.key.unit].append(one)
    for mine in units.values() if len(units) > 1 else ():
        theirs: defaultdict[Fraction, list[Telling]] = defaultdict(list)
        for one in _others(units.values(), mine, enough=1):
            theirs[one.value].append(one)
        for odd in mine:
            same = [one for one in theirs.get(odd.value, [])[:FEW] if _is_of_one(one, odd)]
            if same:
                yield retold("unit_drifted", "contradiction", [odd, *same], UNIT)


def _is_of_one(one: Telling, odd: Telling) -> bool:
    """Whether two have one root, count by one word what the registry knows as one, or measure one dimension.

    An amount of money is met again by chance, but hardly in another currency for the same year.
    """
    kinds = {dimension(told.key.unit) for told in (one, odd)}
    is_rate = any("/" in told.key.unit for told in (one, odd))
    if len(kinds) == 1 and not is_rate and not kinds & set(table()["units"]["bare"]):
        return kinds != {"money"} or one.key.period == odd.key.period is not None
    is_root = one.origin.key == odd.origin.key and one.origin.named and one.is_named and odd.is_named
    if len({told.key.unit.partition("/")[0] for told in (one, odd)}) == 1:
        return False  # "to $18 each" is so much a share
    if any(told.key.unit == COUNT and told.claim.counted is None for told in (one, odd)):
        return False  # "from 450 to 600 kwanzas"
    return is_root or (named(odd.key.measure) is not None and one.key.measure == odd.key.measure and is_alike(one, odd))


def _misquoted(found: Sequence[Telling]) -> Iterator[Finding]:
    """A number that a report has from another by name, a power of ten away from the one of these digits there."""
    told_by: defaultdict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for one in found:
        if one.document.outlet and len(digits := significant(one.value)) >= QUOTED:
            told_by[bare(one.document.outlet), digits, one.key.unit].append(one)
    for odd in found:
        digits = significant(odd.value)
        told = {bare(step.called) for step in odd.claim.attribution if step.called != odd.document.outlet}
        near = [one for paper in told for one in told_by.get((paper, digits, odd.key.unit), [])]
        near = [one for one in near if one.document.id != odd.document.id and 0 <= (odd.at - one.at).days <= CLOSE]
        theirs = [one for one in near[:FEW] if _is_quoted(one, odd)]
        if theirs and all(one.value != odd.value for one in near):
            yield retold("power_of_ten", "contradiction", [odd, *theirs], SIZE)


def _is_quoted(one: Telling, odd: Telling) -> bool:
    """Whether two sentences, of which the later has the other's number by name, share words, names among them."""
    mine, yours = (
        {word for word in WORD.findall(told.claim.context.quote.casefold()) if len(word) >= LONG} for told in (one, odd)
    )
    return len(mine & yours) >= SHARED or is_alike(one, odd)


def _others(groups: Iterable[Sequence[Telling]], mine: Sequence[Telling], *, enough: int) -> Sequence[Telling]:
    """Of the other groups the largest, if it has more reports than ``mine``, or as many and an earlier one."""
    rivals = [group for group in groups if group is not mine and papers(group) >= enough]
    best = max(rivals, key=lambda group: (papers(group), -group[0].at.toordinal()), default=[])
    more = papers(best) - papers(mine)
    ids = {one.document.id for one in mine}
    apart = [one for one in best if one.document.id not in ids]
    return apart if apart and (more > 0 or (more == 0 and best[0].at < mine[0].at)) else []


def _cut(group: Sequence[Telling]) -> Iterator[Finding]:
    """A number cut at the sign of its thousands: "13" for "13,221"."""
    long: dict[tuple[object, int], list[Telling]] = {}
    for one in group:
        value = one.value
        if value.denominator == 1 and value >= THOUSAND and len(significant(value)) > KNOWN:
            for thing in _things(one):
                long.setdefault((thing, int(value) // THOUSAND), []).append(one)
    for odd in group:
        if odd.value.denominator == 1 and CUT <= odd.value < THOUSAND and odd.claim.evidence.quote[-1].isdigit():
            near = [one for thing in _things(odd) for one in long.get((thing, int(odd.value)), [])][:FEW]
            theirs = [
                one
                for one in near
                if one.document.id != odd.document.id and one.key.unit == odd.key.unit and is_alike(one, odd)
            ]
            if theirs:
                yield retold("number_cut", "contradiction", [odd, *theirs], "It is the first piece of that number")


def _things(one: Telling) -> Iterator[object]:
    """By what a number may be known again: its measure, or what is counted of whom in which month or year."""
    yield one.key.measure
    if one.claim.counted is not None and one.key.actor and one.key.period and named(one.key.measure) is None:
        yield one.claim.counted.lemma.casefold(), one.key.actor, one.key.period


def _swapped(found: Iterable[Telling]) -> Iterator[Finding]:
    """Two numbers of a report that another has the other way round: the killed for the wounded."""
    reports: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in found:
        reports[one.document.id].append(one)
    told: defaultdict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for mine in reports.values():
        for by in (_population, _measure):
            for one, other in combinations(_single(mine, by), 2):
                told[by(one), one.value, by(other), other.value].append(one)
                told[by(other), other.value, by(one), one.value].append(other)
    for (thing, value, second, other_value), ones in told.items():
        theirs = told.get((thing, other_value, second, value), []) if value != other_value else []
        yield from filter(None, (_exchange(one, theirs) for one in ones[:FEW]))


def _exchange(one: Telling, theirs: Sequence[Telling]) -> Finding | None:
    how = "Two numbers of the one report change places in the other"
    near = [told for told in theirs[:FEW] if abs((told.at - one.at).days) <= CLOSE]
    is_later = near and min(told.at for told in near) < one.at
    return retold("numbers_swapped", "contradiction", [one, *near], how) if is_later else None


def _single(mine: Sequence[Telling], by: Callable[[Telling], str | None]) -> Sequence[Telling]:
    """Of the figures of a report those of things of which it tells one number only."""
    values: defaultdict[str | None, set[Fraction]] = defaultdict(set)
    for one in mine:
        values[by(one)].add(one.value)
    first = {by(one): one for one in reversed(mine)}
    return [one for thing, one in first.items() if thing and len(values[thing]) == 1][:FEW]


def _population(one: Telling) -> str | None:
    return one.key.population


def _measure(one: Telling) -> str | None:
    return one.key.measure if named(one.key.measure) and one.key.change == "level" else None
