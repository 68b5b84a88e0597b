"""What does not add up becomes findings: one figure of one root, told by several reports as several things.

Reports that retell one number of one root within some weeks are put side by side. Where one of them has another measure
(the dead for the casualties), an addition for a total, a deed for a plan, another bound, unit or end of a range than
most others, or than the first, it drifted, or the root said both: a finding shows it beside them. What is promised: who
tells it first is never held against the others, unless they are many; a number of something else is no drift, so that
measures are held against each other only where they are told for each other (``findings.toml``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice

from reportedly.findings.lexicons import family, table
from reportedly.findings.paper import WORD
from reportedly.findings.speakers import is_state
from reportedly.findings.tellings import (
    LATE,
    WINDOW,
    Telling,
    by_root,
    compatible,
    filed,
    is_odd,
    papers,
    significant,
    windows,
    with_bodies,
)
from reportedly.findings.wording import is_alike
from reportedly.frozen import dataclass
from reportedly.model import Finding, Strength
from reportedly.values import fates
from reportedly.values.measures import named

FEW = 20  # figures that a finding looks at; more say no more
MANY = 3  # reports that outweigh the one that told it first, or a hedge
LOW = 10  # smaller numbers are met by chance
LARGE = 100  # smaller numbers are met of two things
LATELY = 14  # days within which an addition goes with its new total
SOON = 5  # days after which a plan may have become a deed, or a number be one of something else
CHANGE = "_change"  # how the measure of a change ends
RANGE = "range"
BOUND = "It is the same number with another bound"


@dataclass(frozen=True, slots=True)
class _As:
    """As what a number is told; ``measure`` is None where a text's own words made it, which says little."""

    measure: str | None
    change: str
    done: bool
    unit: str
    population: str | None

    @classmethod
    def of(cls, one: Telling) -> "_As":
        key = one.key
        is_known = one.claim.basis == "coded" or named(key.measure) is not None
        return cls(key.measure if is_known else None, key.change, key.done, key.unit, key.population)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A number, the totals that its root told, with the days of each, and the days since which ways of it are told."""

    number: Fraction
    totals: Mapping[Fraction, Set[date]]
    days: Mapping[_As, date]


def drifts(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every retelling that differs from most others, or from the first."""
    counts = table()["units"]["counts"]
    roots = by_root(found)
    for group in roots.values():
        numbers: defaultdict[Fraction, list[Telling]] = defaultdict(list)
        totals: defaultdict[Fraction, set[date]] = defaultdict(set)
        for one in group:
            if one.key.change == "level":
                totals[one.value].add(one.at)
            for end in one.ends:
                if end >= LOW or one.key.unit not in counts:
                    numbers[end].append(one)
        since = _since(with_bodies(group, roots))
        for number, same in numbers.items():
            if papers(same) > 1:
                begun = _Begun(number, totals, since[number])
                for window in windows(same):
                    yield from _of_one_number(window, begun)


def _since(told: Iterable[Telling]) -> Mapping[Fraction, Mapping[_As, date]]:
    """The day since which each number is told in each way, however long ago."""
    days: defaultdict[Fraction, dict[_As, date]] = defaultdict(dict)
    for one in told:
        way = _As.of(one)
        for end in one.ends:
            days[end][way] = min(one.at, days[end].get(way, one.at))
    return days


def _of_one_number(window: Sequence[Telling], begun: _Begun) -> Iterator[Finding]:
    """Drifts of one number."""
    ways: defaultdict[_As, list[Telling]] = defaultdict(list)
    for one in window:
        ways[_As.of(one)].append(one)
    for way, mine in ways.items():
        yield from _bounds(mine)
        rivals = [
            other
            for other in ways
            if other != way
            and _retells(way, other, ways[other][-1].at - mine[0].at)
            and _outweighs(ways[other], mine, (begun.days[other], begun.days[way]))
            and not (way.change != other.change and _adds(begun.number, begun.totals, mine))
        ]
        rivals.sort(key=lambda other: (-papers(ways[other]), ways[other][0].at, str(other)))
        for other in rivals[:1]:
            both = {one.document.id for one in mine} & {one.document.id for one in ways[other]}
            theirs = [one for one in ways[other] if one.document.id not in both]
            for odd in mine:
                if odd.document.id not in both and (odd.day is not None or odd.is_named):
                    yield from _drift(odd, way, theirs, other, begun=begun.days[other])


def _adds(number: Fraction, totals: Mapping[Fraction, Set[date]], mine: Sequence[Telling]) -> bool:
    """Whether the root told, within some days of one of ``mine``, a total that is so much more than another."""
    days = {day for total, told in totals.items() if total - number in totals for day in told}
    return any(abs((day - one.at).days) <= LATELY for day in days for one in mine[:FEW])


def _outweighs(theirs: Sequence[Telling], mine: Sequence[Telling], since: tuple[date, date] | None = None) -> bool:
    """Whether others are more, or as many and earlier; the first is held against nobody but by many.

    ``since`` are the days since which theirs and mine are told, where some told them so before.
    """
    begun, own = since or (min(one.at for one in theirs), min(one.at for one in mine))
    more, fewer = papers(theirs), papers([one for one in mine if one.is_named] or mine)  # a guessed root backs nobody
    if own < begun:
        return more >= MANY and more >= 2 * fewer
    return more >= 2 * fewer or (more >= fewer and fewer == 1 and (begun < own or _is_tied(theirs, mine)))


def _is_tied(theirs: Sequence[Telling], mine: Sequence[Telling]) -> bool:
    """Whether one report stands against one of the same day, so that either may be the one that drifted."""
    one, other = min(mine, key=_place), min(theirs, key=_place)
    return papers(theirs) == 1 and one.day is not None and one.day == other.day and _place(other) < _place(one)


def _place(one: Telling) -> tuple[date, str]:
    return one.at, one.document.address


def _is_first(mine: Sequence[Telling], theirs: Sequence[Telling]) -> bool:
    return min(one.at for one in mine) < min(one.at for one in theirs)


def _retells(one: _As, other: _As, apart: timedelta) -> bool:
    """Whether what is told as ``one`` may be what is told as ``other``; where words say little, only within days."""
    if one.measure is None or other.measure is None:
        is_amount = one.unit in table()["units"]["counts"] or one.unit not in table()["units"]["bare"]
        return one.unit == other.unit and is_amount and abs(apart.days) <= SOON
    levels = str(_level(one.measure)), str(_level(other.measure))
    return levels[0] == levels[1] or family(one.measure, other.measure) is not None or family(*levels) is not None


def _level(measure: str | None) -> str | None:
    """The measure that a change is one of."""
    return measure.removesuffix(CHANGE) if measure else None


def retells(one: Telling, other: Telling) -> bool:
    """Whether two figures may be one, told as two things."""
    return _retells(_As.of(one), _As.of(other), one.at - other.at)


def _drift(odd: Telling, mine: _As, others: Sequence[Telling], theirs: _As, *, begun: date) -> Iterator[Finding]:
    beside = _beside(odd, others)
    is_known = mine.measure is not None and theirs.measure is not None
    if not beside or not (is_known or is_alike(odd, beside[0]) or _is_named_in(odd, beside[0])):
        return
    if not _is_sure(odd, beside[0]):
        return
    if mine.measure and theirs.measure and _level(mine.measure) != _level(theirs.measure):
        how = f"It is told of {_plain(mine.measure)} here, of {_plain(theirs.measure)} there"
        strength = family(mine.measure, theirs.measure) or family(
            *map(str, map(_level, (mine.measure, theirs.measure)))
        )
        if strength == "same" or (strength == "tension" and _goes_on(odd, beside[0])):
            return
        if strength == "tension" and mine.done != theirs.done:
            if odd.is_named and beside[0].is_named:
                yield from _undone(odd, mine, beside, theirs)
        elif strength == "contradiction":
            yield retold("thing_drifted", "contradiction", [odd, *beside], how)
        elif odd.value < LARGE and _head(odd) != _head(beside[0]):
            return  # twelve people hurt in one thing, twelve workers killed in another
        elif odd.is_named and beside[0].is_named and odd.day and min(begun, *(one.at for one in beside)) < odd.at:
            # on one day a root may say both
            yield retold("thing_drifted", "tension", [odd, *beside], how)
    elif mine.change != theirs.change:
        is_guess = not (odd.is_named and beside[0].is_named) and None in (mine.measure, theirs.measure)
        if (
            (is_guess and _is_bare_plan(odd, beside[0]))
            or not _is_of_one_level(odd, beside[0])
            or _refers_back(odd, beside[0])
            or _is_of_one_stretch(odd, beside[0])
            or _is_new_by_itself(odd, beside[0])
        ):
            return
        how = f"It is told as {_change(mine)} here, as {_change(theirs)} there"
        yield retold("scope_drifted", "tension" if is_guess else "contradiction", [odd, *beside], how)
    elif mine.done != theirs.done:
        yield from _undone(odd, mine, beside, theirs)
    elif mine.measure != theirs.measure:
        strength = _turn(odd.side, beside[0].side)
        if strength == "contradiction" or (strength and odd.is_named and beside[0].at < odd.at):
            yield retold("bound_drifted", strength, [odd, *beside], BOUND)


def _is_sure(one: Telling, other: Telling) -> bool:
    """Whether two may be held against each other: of a root that is guessed, a number that many have says nothing.

    A sum of money has to be odd where either is a guess, other numbers where both are.
    """
    named_by = one.is_named + other.is_named
    is_counted = one.key.unit in table()["units"]["counts"]
    return is_odd(one.value) or named_by > 1 or (named_by == 1 and is_counted)


def _undone(odd: Telling, mine: _As, beside: Sequence[Telling], theirs: _As) -> Iterator[Finding]:
    """A plan told as a deed, or the other way round."""
    is_sure = (odd.is_named and beside[0].is_named) or is_odd(odd.value)
    if not is_sure and not _is_named_in(odd, beside[0]):
        return  # $9 million lost, and $9 million to be raised
    if not _is_one_deed(odd, mine, beside[0], theirs):
        return
    if _is_deed(odd, beside[0]) and not _carried_out(odd, beside):
        is_one = mine.measure == theirs.measure or None in (mine.measure, theirs.measure)
        if theirs.done and papers(beside) == 1 and is_one:  # more often a plan is told as a deed than a deed as a plan
            odd, beside, mine, theirs = beside[0], [odd], theirs, mine
        how = f"It is told as {_done(mine)} here, as {_done(theirs)} there"
        yield retold("status_drifted", "contradiction", [odd, *beside], how)


def _is_one_deed(one: Telling, mine: _As, other: Telling, theirs: _As) -> bool:
    """Whether what is told as done may be what is planned: who is missing has not been handed over."""
    verbs = [told.claim.verb.lemma if told.claim.verb else "" for told in (one, other)]
    if "" in verbs or (mine.measure is not None and mine.measure == theirs.measure):
        return True
    done, planned = (0, 1) if one.key.done else (1, 0)
    registered = (mine.measure, theirs.measure)[done]
    alike = verbs[done] in fates.forms(verbs[planned]) or verbs[planned] in fates.forms(verbs[done])
    return alike or not any(registered in row for row in table()["retold"]["apart"]["rows"])


def _goes_on(odd: Telling, first: Telling) -> bool:
    """Whether the later tells how a deed went on: those who were to be sent have arrived."""
    later, earlier = (odd, first) if first.at <= odd.at else (first, odd)
    if later.claim.verb is None or earlier.claim.verb is None or earlier.at == later.at or not later.key.done:
        return False
    told = later.claim.verb.lemma
    return told != earlier.claim.verb.lemma and told in fates.forms(earlier.claim.verb.lemma)


def _refers_back(one: Telling, other: Telling) -> bool:
    """Whether the later number is that of the earlier by its article: "another 4,000", then "the 4,000 promised"."""
    later = one if other.at <= one.at else other
    before = later.claim.context.quote[: max(0, later.claim.evidence.start - later.claim.context.start)].split()
    return (
        later.key.change == "level"
        and before[-1:] != []
        and before[-1].lower() in table()["retold"]["definite"]["words"]
    )


def _is_of_one_level(one: Telling, other: Telling) -> bool:
    """Whether a change and a level, where one of each is told, are of one measure: jobs are not those that are cut."""
    measures = [told.key.measure.removesuffix(CHANGE) for told in (one, other)]
    is_priced = one.key.unit not in table()["units"]["bare"] and _is_named_in(one, other)
    return measures[0] == measures[1] or is_priced or not {one.key.change, other.key.change} & {"increase", "decrease"}


def _is_bare_plan(one: Telling, other: Telling) -> bool:
    """Whether one counts nothing but a plan ("the plan was for 6,000"), which may be for so many more."""
    plans = table()["retold"]["plans"]["words"]
    return any(told.claim.counted is not None and told.claim.counted.lemma in plans for told in (one, other))


def _is_of_one_stretch(one: Telling, other: Telling) -> bool:
    """Whether both count one month or year, so that what was added in it is all that there was in it."""
    return one.key.period == other.key.period and (one.key.period or "")[:1].isdigit()


def _is_new_by_itself(one: Telling, other: Telling) -> bool:
    """Whether one is told as so many more, and the other of a deed that adds: who hires 300 has 300 more."""
    if {one.key.change, other.key.change} != {"additional", "level"}:
        return False
    level = one if one.key.change == "level" else other
    lists, counted = table()["retold"]["adding"], level.claim.counted
    phrase = WORD.findall(counted.phrase.quote.casefold()) if counted else []
    verb = level.claim.verb.lemma if level.claim.verb else ""
    return verb in lists["verbs"] or not set(phrase).isdisjoint(lists["words"])


def _head(one: Telling) -> str:
    return one.claim.counted.lemma.casefold() if one.claim.counted else ""


def _is_named_in(one: Telling, other: Telling) -> bool:
    """Whether what the one counts is named in the other's counted phrase: a loaf, the price of a loaf."""
    return any(
        told.claim.counted is not None
        and beside.claim.counted is not None
        and told.claim.counted.lemma.casefold() in WORD.findall(beside.claim.counted.phrase.quote.casefold())
        for told, beside in ((one, other), (other, one))
    )


def _is_deed(one: Telling, other: Telling) -> bool:
    """Whether what is told as done is more than a state: of birds to be culled some "are" ducks."""
    done = one if one.key.done else other
    heads = [told.claim.counted.lemma if told.claim.counted else "" for told in (one, other)]
    is_one = heads[0] == heads[1] != "" and one.value >= LARGE and one.is_named and other.is_named
    return done.claim.status == "happened" or named(done.key.measure) is not None or is_one


def _beside(odd: Telling, others: Sequence[Telling]) -> Sequence[Telling]:
    """Of ``others`` the first ones that may speak of the same people, in another report."""
    near = (
        one
        for one in others
        if one.document.id != odd.document.id
        and compatible(odd.key, one.key)
        and (LATE in (one.at, odd.at) or abs((one.at - odd.at).days) <= WINDOW)
    )
    return list(islice(near, FEW))


def _carried_out(odd: Telling, others: Sequence[Telling]) -> bool:
    """Whether the deed may have followed the plan: some days later, or sooner where it was due or is called kept."""
    latest = max(one.at for one in others)
    if not odd.key.done or odd.day is None or odd.at <= latest:
        return False
    ended = _ended(odd, min(one.at for one in others))
    if ended is not None:
        return ended
    kept = odd.says(table()["retold"]["kept"]["words"])
    return kept or (odd.at - latest).days > SOON or any(_was_due(one, odd.day) for one in others)


def _ended(odd: Telling, day: date) -> bool | None:
    """Whether its words date a deed before the plan, which then is another; False where it is the plan told as done.

    "By October" of what was a plan in October cannot be its deed; where no measure is known for it, it may be another.
    """
    end = odd.claim.when.end if odd.claim.when else None
    if end is None or day == LATE or end > day.isoformat()[: len(end)]:
        return None
    return end < day.isoformat()[: len(end)] and named(odd.key.measure) is None


def _was_due(plan: Telling, day: date) -> bool:
    """Whether a plan was to come about by a day after it was told."""
    end = plan.claim.when.end if plan.claim.when else None
    return end is not None and str(plan.day) < end <= day.isoformat()


def _bounds(group: Sequence[Telling]) -> Iterator[Finding]:
    """Another bound on the same number of the same thing.

    A bound that is the other way round is one report's word against another's. One that is only lost or added is so,
    too, where the words are at hand; what was coded by hand often lost it there, and is noted, but where one report
    stands alone against many.
    """
    sides: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in group:
        if not one.is_recalled or _is_quoted(one, group):  # "up from 48 a week ago" was at least 48
            sides[one.side].append(one)
    for side, mine in sides.items():
        rivals = [other for other in sides if (turn := _turn(side, other)) and _weighs(sides[other], mine, turn)]
        rivals.sort(key=lambda other: (-papers(sides[other]), sides[other][0].at, other))
        for other in rivals[:1]:
            strength = _turn(side, other) or "note"
            is_alone = papers(_own(mine)) == 1 and papers(sides[other]) >= MANY and not _is_first(mine, sides[other])
            is_coded = any(one.claim.basis == "coded" for one in (mine[0], sides[other][0]))
            if strength == "tension" and is_coded and not is_alone:
                strength = "note"
            if strength != "contradiction" and _is_tied(sides[other], mine):
                continue
            for odd in _own(mine):
                beside = [one for one in _beside(odd, sides[other]) if _is_of_one_thing(odd, one, strength)]
                beside = [one for one in beside if not _may_have_grown(odd, one)]
                if beside and (odd.is_named or strength == "contradiction"):
                    yield retold("bound_drifted", strength, [odd, *beside], BOUND)


def _is_quoted(one: Telling, group: Iterable[Telling]) -> bool:
    """Whether it tells what was said on the day of another of them: "it had said in May that 307 were aboard"."""
    said = one.claim.attribution[-1].said if one.claim.attribution else None
    if said is None or said.start is None:
        return False
    first, last = said.start, said.end or said.start
    days = (other.day.isoformat() for other in group if other.day is not None and other is not one)
    return any(first <= day[: len(first)] and day[: len(last)] <= last for day in days)


def _may_have_grown(one: Telling, other: Telling) -> bool:
    """Whether a running count came from below its number to above it: "nearly 5,000", two weeks later more."""
    later, earlier = (one, other) if other.at <= one.at else (other, one)
    is_running = one.key.scope == other.key.scope == "cumulative" and later.side == "above"
    return (
        is_running and (later.at - earlier.at).days > SOON and earlier.side in ("just below", "below", "at", "around")
    )


def _is_of_one_thing(one: Telling, other: Telling, strength: Strength) -> bool:
    """Whether two figures are of one thing: of one known measure, or of one word and a number that few things share.

    Half of the voters of one state and more than half of another's, an index above 5,000 and below it: a root has such
    numbers of two things.
    """
    if named(one.key.measure) is not None or one.claim.basis == other.claim.basis == "coded":
        return True
    heads = [told.claim.counted.lemma if told.claim.counted else "" for told in (one, other)]
    is_range = RANGE in (one.side, other.side)  # of which another report has the one end alone
    is_rare = is_odd(one.value) or (
        (strength == "contradiction" or is_range) and one.value >= LOW and len(significant(one.value)) > 1
    )
    return heads[0] == heads[1] != "" and is_rare


def _weighs(theirs: Sequence[Telling], mine: Sequence[Telling], turn: Strength) -> bool:
    """Whether others outweigh; where bounds exclude each other the more do, if they have it first."""
    is_more = turn == "contradiction" and papers(theirs) >= MANY and papers(theirs) > papers(mine)
    return _outweighs(theirs, _own(mine)) or (is_more and _is_first(theirs, mine))


def _own(mine: Sequence[Telling]) -> Sequence[Telling]:
    """Those that name more than a state, of whose bodies any may have told it so; all where none does."""
    return [one for one in mine if not _is_of_state(one)] or mine


def _is_of_state(one: Telling) -> bool:
    """Whether it names a state only."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    return said is not None and is_state(said.called)


def _turn(one: str, other: str) -> Strength | None:
    rows = table()["retold"]["sides"]
    for strength in ("contradiction", "tension"):
        if any({one, other} == set(row) for row in rows[strength]):
            return "contradiction" if strength == "contradiction" else "tension"
    return None


def retold(kind: str, strength: Strength, told: Sequence[Telling], how: str) -> Finding:
    """A finding on a retelling that differs, the first of ``told``, with who told the others first."""
    odd, others = told[0], told[1:]
    first = min(others, key=_place)
    count = papers(others)
    more = f", and {count - 1} more {'report' if count == 2 else 'reports'}" if count > 1 else ""
    sentence = f"{odd.words}; {first.words}{more}. {how}{_root(odd, first)}. Which was said, the reports do not tell."
    return filed(kind, strength, [odd, first, *(one for one in others if one is not first)], sentence)


def _root(odd: Telling, first: Telling) -> str:
    if odd.origin.key != first.origin.key:
        return ""
    return f"; both {'go' if odd.is_named else 'seem to go'} back to {first.origin.name}"


def _plain(measure: str) -> str:
    return f"“{measure.replace('_', ' ')}”"


def _change(way: _As) -> str:
    names: dict[str, str] = table()["retold"]["changes"]
    return names[way.change]


def _done(way: _As) -> str:
    return "done" if way.done else "yet to come"
