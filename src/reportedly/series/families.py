"""Series that may say the same of one thing stand together: a family, shown and summed up as one.

No series is merged: each keeps its key, and in a family every figure shows what it says of itself. Two stand together
where a slot in which they differ is left open by one, or filled by its context alone, and where it is not open to doubt
which: a happening holds all that both say, or the wider of them fits no other. What may yet befall people stands with
what has. What is promised: each series is in one family, the one that says most stands first, and the order in which
reports arrive does not matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise
from types import MappingProxyType

from reportedly.model import Event, Family, Key, Link, Quantity, Series
from reportedly.series.elections import is_of_hour
from reportedly.series.fates import ELECTION
from reportedly.series.keys import RULES
from reportedly.series.lexicons import subjects, words
from reportedly.series.linking import CORRECTED
from reportedly.series.periods import is_dated, is_recalled, is_whole
from reportedly.series.places import THERE, TOGETHER, country, lies_in, wholes
from reportedly.series.populations import split
from reportedly.series.usual import TOLD
from reportedly.values.bounds import ends

Told = Mapping[str, tuple[str, Quantity]]
SAME = ("measure", "unit", "change", "done", "scope", "judged")
OPEN = ("actor", "recipient", "population", "place", "period")
WHOSE = frozenset({"actor", "recipient"})
YEARLY = ("budget",)  # subjects that are told for a year
WAR = "war"
LOST = re.compile(r"_(?:destroyed|downed|lost|damaged)$")
YEAR = 4  # digits
HAPPENING = "all of one happening"
PERCENT = "percent"
ENDS = " /,"  # of a word, a state or a kind in a key
LONGEST = 200  # characters of what holds another; a word without end has no end of beginnings


def families(
    found: Sequence[Series], links: Iterable[Link], events: Iterable[Event] = (), told: Told = MappingProxyType({})
) -> tuple[Family, ...]:
    """The families of ``found``, each series with the rule by which it stands there, in the order of their first.

    ``told`` gives of claims their documents and what they state.
    """
    by_id = {one.id: one for one in found}
    joined: dict[str, tuple[str, str]] = {}  # a series, what it stands with and why
    links = tuple(links)
    for one, other in _of_events(found, events, _parts(found, links), told):
        joined[other.id] = (one.id, HAPPENING)
    for wide, narrow, rule in (*_fitting(by_id, links), *_corrected(found, links)):
        if wide not in joined and _head(narrow, joined) != wide:
            joined[wide] = narrow, rule
    members: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in found:
        head = _head(one.id, joined)
        if head != one.id:
            members[head].append((one.id, joined[one.id][1]))
    return tuple(
        Family((one.id, *(name for name, _ in members[one.id])), ("first", *(rule for _, rule in members[one.id])))
        for one in found
        if one.id not in joined
    )


def _head(name: str, joined: Mapping[str, tuple[str, str]]) -> str:
    while name in joined:
        name = joined[name][0]
    return name


def _of_events(
    found: Sequence[Series], events: Iterable[Event], parts: frozenset[tuple[str, str]], told: Told
) -> Iterable[tuple[Series, Series]]:
    """Of the series that lie within one happening those that may be one: the first of them, and each other."""
    home = _happenings(found, events)
    within: defaultdict[tuple[object, ...], list[Series]] = defaultdict(list)
    for one in found:
        homes = {_earlier(one.key) or home.get(claim) for claim in one.claims}
        if len(homes) == 1 and (happening := homes.pop()) is not None:
            same = tuple(getattr(one.key, slot) for slot in SAME if slot != "done" or not _is_toll(one.key))
            within[happening, *same].append(one)
    for together in within.values():
        ordered = sorted(together, key=lambda one: (not one.key.done, -_told(one.key), -len(one.claims), one.id))
        heads = _Heads()
        for one in ordered:
            fits = (head for head in heads.near(one) if _may_be_one(head, one) and (one.id, head.id) not in parts)
            fits = (head for head in fits if not _are_beside(head, one, told))
            fitting = list(islice(fits, 2))  # whether it is more than one is all that counts
            if len(fitting) == 1:
                yield fitting[0], one
            else:
                heads.add(one)


class _Heads:
    """Series with which others may stand, found by a slot in which they agree with them, so that few are compared."""

    def __init__(self) -> None:
        self._every: list[Series] = []
        self._told: defaultdict[tuple[str, str | None], list[Series]] = defaultdict(list)
        self._within: defaultdict[tuple[str, str], list[Series]] = defaultdict(list)  # by what holds what they tell

    def add(self, one: Series) -> None:
        """Put in one more."""
        self._every.append(one)
        for slot in OPEN:
            for part in _values(one, slot) or (None,):
                self._told[slot, part].append(one)
                for wide in _holding(slot, part):
                    self._within[slot, wide].append(one)

    def near(self, one: Series) -> Iterator[Series]:
        """All that may agree with ``one``, each once, and no more than agree with it in the slot that few agree in."""
        best = [self._every]
        for slot in OPEN:
            if values := _values(one, slot):
                wide = dict.fromkeys(held for part in values for held in (part, *_holding(slot, part)))
                lists = [self._told.get((slot, told), []) for told in (None, *wide)]
                lists += [self._within.get((slot, part), []) for part in values]
                best = min(best, lists, key=lambda some: sum(map(len, some)))
        met: set[str] = set()
        for head in chain.from_iterable(best):
            if head.id not in met:
                met.add(head.id)
                yield head


def _values(one: Series, slot: str) -> list[str]:
    """What a series tells of a slot, place by place; of an event whose day is guessed its kind alone."""
    value = getattr(one.key, slot)
    if value is None:
        return []
    return _kind_alone(one, value) if slot == "period" else value.split(TOGETHER) if slot == "place" else [value]


def _kind_alone(one: Series, period: str) -> list[str]:
    return [_kind(period) if _is_guessed(one) else period]


def _holding(slot: str, value: str | None) -> Iterator[str]:
    """What a wider series may tell where this one tells ``value``: see ``_agree``."""
    if value is None:
        return
    if slot == "place":
        yield from wholes(value)
    elif slot == "period":
        yield from (_kind(value),) if _kind(value) != value else ()
    else:
        yield from (value[:end] for end, sign in enumerate(value[:LONGEST]) if end and sign in ENDS)


def _parts(found: Sequence[Series], links: Iterable[Link]) -> frozenset[tuple[str, str]]:
    """Series of which a document says that what one counts is a part of what the other does, both ways round."""
    home = {claim: one.id for one in found for claim in one.claims}
    told = {(home[k.one], home[k.other]) for k in links if k.kind == "part_of" and k.one in home and k.other in home}
    return frozenset(pair for one, other in told for pair in ((one, other), (other, one)))


def _are_beside(one: Series, other: Series, told: Told) -> bool:
    """Whether one document tells both, of others or of another time in each and of other numbers: two counts of it."""
    if (one.key.population, one.key.period) == (other.key.population, other.key.period):
        return False
    mine, theirs = (
        {told[claim][0]: ends(told[claim][1]) for claim in some.claims if claim in told} for some in (one, other)
    )
    return any(mine[document] != theirs[document] for document in mine.keys() & theirs.keys())


def _happenings(found: Sequence[Series], events: Iterable[Event]) -> dict[str, str]:
    """The happening of each claim; events of which one series tells the toll are one happening.

    So are those whose tolls are of one dated event, told of a state and of one place within it.
    """
    home = {claim: event.id for event in events for claim in event.claims}
    whole: dict[str, str] = {}

    def first(event: str) -> str:
        while event in whole:
            event = whole[event]
        return event

    for some in _of_one_toll(found):
        told = sorted({first(home[claim]) for one in some for claim in one.claims if claim in home})
        whole |= dict.fromkeys(told[1:], told[0]) if told else {}
    return {claim: first(event) for claim, event in home.items()}


def _of_one_toll(found: Sequence[Series]) -> Iterable[Sequence[Series]]:
    """Series that count the toll of one happening, whatever documents they come from."""
    within: defaultdict[tuple[str, str | None], list[Series]] = defaultdict(list)
    for one in found:
        if _is_toll(one.key) and one.key.place is not None and one.key.period is not None:
            yield (one,)
            if is_dated(one.key.period) and not _is_guessed(one):
                within[one.key.period, country(one.key.place)].append(one)
    for some in within.values():
        told = sorted({one.key.place or "" for one in some}, key=len)
        if all(lies_in(narrow, wide) for wide, narrow in pairwise(told)):
            yield some


def _earlier(key: Key) -> str | None:
    """The happening of an earlier year that a series tells of, known by its kind, its year and its state."""
    is_year = key.period is not None and is_recalled(key.period)
    state = country(key.place)
    return f"{key.period} {state}" if is_year and state is not None else None


def _is_toll(key: Key) -> bool:
    """Whether it counts what befell people, of which what is feared and what has come about are one count."""
    return key.measure in words("forces", "tolls")


def _told(key: Key) -> int:
    """How much a key says: the slots it specifies, a town more than its state."""
    return sum(1 + str(value).count("/") for slot in OPEN if (value := getattr(key, slot)) is not None)


def _may_be_one(one: Series, other: Series) -> bool:
    return all(_agree(one, other, slot) for slot in OPEN)


def _agree(one: Series, other: Series, slot: str) -> bool:
    """Whether a slot is the same, left open by one, or filled by context with what holds the other's.

    "The quake" without a day is the one whose day is told, where one happening holds both. A town that is only where
    the happening is told to be limits no toll; one in which so many are told to have died does.
    """
    mine, theirs = getattr(one.key, slot), getattr(other.key, slot)
    if slot == "population" and (split(mine) ^ split(theirs)) & words("apart", "populations"):
        return False
    if slot == "actor" and (mine is None) != (theirs is None) and not _is_toll(one.key):
        return False  # votes, seats, goods: whoever is not told may be anybody
    if slot == "period" and mine != theirs and (is_of_hour(mine) or is_of_hour(theirs)):
        return False
    if slot in ("place", "period") and mine != theirs and f"{THERE}/" in f"{mine} {theirs}":
        return False  # whose report tells of them alone
    if mine == theirs or ((mine is None or theirs is None) and (slot != "period" or one.key.scope != "new")):
        return True
    if mine is None or theirs is None:
        return False  # what was new on some day is not what was on another
    (wide, series), (narrow, inner) = sorted(((mine, one), (theirs, other)), key=lambda pair: len(pair[0]))
    if slot == "period" and (_is_guessed(one) or _is_guessed(other)) and _kind(mine) == _kind(theirs):
        return one.key.scope != "new"  # the day of a report is no day of what it tells of
    if slot == "period":
        return is_whole(wide, narrow) and one.key.scope != "new"
    if slot == "place" and one.key.unit == PERCENT:
        return False  # a town's share is no part of its state's
    if slot == "place":
        counts = _is_toll(one.key) or subjects().get(one.key.measure) in words("toll", "subjects")
        loose = _is_filled(inner, slot) or (_is_filled(series, slot) and not counts)
        return loose and lies_in(narrow, wide)
    holds = str(narrow).startswith(wide) and str(narrow)[len(wide)] in ENDS  # "star" is not "starling bank"
    return holds and _is_filled(series, slot)


def _kind(period: str) -> str:
    return period.partition(" ")[0]


def _is_guessed(one: Series) -> bool:
    """Whether its event is dated by the day of the reports alone."""
    filled = {claim for claim, name, by in one.filled if name == "period" and by == TOLD}
    return filled.issuperset(one.claims)


def _is_filled(one: Series, slot: str) -> bool:
    """Whether none of the claims says the slot itself."""
    guessed = RULES if slot == "place" else None  # a part that lies where its whole does says so by its words
    filled = {claim for claim, name, by in one.filled if name == slot and (guessed is None or by in guessed)}
    return filled.issuperset(one.claims)


def _fitting(by_id: Mapping[str, Series], links: Iterable[Link]) -> Iterable[tuple[str, str, str]]:
    """Series that do not say whose or to whom, each with the only one that it may be of.

    A place, a period or a kind of people that is left open is mostly the whole, and no such question.
    """
    narrower: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for link in links:
        if link.kind == "compatible" and link.one in by_id and link.other in by_id:
            narrower[link.other].append((link.one, link.rule))
    for wide, fits in sorted(narrower.items()):
        if len(fits) == 1 and _differ(by_id[wide].key, by_id[fits[0][0]].key) <= _loose(
            by_id[wide].key, by_id[fits[0][0]].key
        ):
            yield wide, *fits[0]


def _loose(key: Key, fit: Key) -> frozenset[str]:
    """The slots that a series may leave open to stand with the only one it may be of.

    "The deficit will reach 2.7 percent" is of the one year for which a deficit is foretold.
    What was so in one month is no rate of a year. Votes of nobody may be anybody's, and so may what was shot down.
    """
    if subjects().get(key.measure) == ELECTION or (subjects().get(key.measure) == WAR and LOST.search(key.measure)):
        return frozenset()
    yearly = key.scope == "new" and subjects().get(key.measure) in YEARLY and len(fit.period or "") == YEAR
    return WHOSE | {"period"} if yearly else WHOSE


def _corrected(found: Sequence[Series], links: Iterable[Link]) -> Iterable[tuple[str, str, str]]:
    """Series that only say that something was corrected, each with the one of what its origin had said."""
    home = {claim: one.id for one in found for claim in one.claims}
    for link in links:
        if link.rule == CORRECTED and link.one in home and link.other in home:
            yield home[link.one], home[link.other], link.rule


def _differ(one: Key, other: Key) -> set[str]:
    return {slot for slot in OPEN if getattr(one, slot) != getattr(other, slot)}
