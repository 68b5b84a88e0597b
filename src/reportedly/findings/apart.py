"""What does not add up becomes findings: two reports that have unlike numbers of one thing from two who tell of it.

Whatever their keys, two numbers are of one thing that count one fate, one kind of thing or one sum of money, up to one
day or on one, with the same words around them. One of them is somebody's at least, and where the other is nobody's
more has to tie them; of things the days are one and the numbers a tenth apart. That a count grew from one day, and
report, to the next is no disagreement.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from reportedly.findings.disagreement import is_one_voice, numbers_apart
from reportedly.findings.intervals import Tolerance, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import words_before, words_behind
from reportedly.findings.scenes import Scenes, head
from reportedly.findings.speakers import is_short
from reportedly.findings.tellings import Telling, compatible, kinds
from reportedly.findings.wording import LONGEST
from reportedly.model import Finding
from reportedly.values.measures import is_person, named
from reportedly.values.units import is_money

SOON, LOSSES = 1, 2  # days within which two tell of one moment, or the later fewer lost than the earlier
DAYS = 7  # within which two reports tell of one event; of one day that both name they may tell whenever they come out
LOW = 10  # smaller numbers are seldom those of all, but for what befell people
CLOSE = Fraction(11, 10)  # times as many things as another has are no more than others counted
TIES = 2  # by which two tellings are of one thing
TENFOLD, THRICE = 10, 3  # two tolls of one fight seldom lie further apart, and two counts of anything else
FEW = 30  # figures of one thing that are looked at in pairs
NEAR = 50  # characters on either side of a number in which words tell its fate


def apart(heard: Iterable[Telling], scenes: Scenes, tolerance: str = "reported") -> Iterator[Finding]:
    """Every pair of numbers that two have of one thing in two reports."""
    widened = Tolerance.named(tolerance)
    things: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in heard:
        for thing in _things(one) if _is_count(one) else ():
            things[thing].append(one)
    pairs: dict[frozenset[str], tuple[int, Finding]] = {}
    for told in things.values():
        ordered = sorted(told, key=lambda one: (one.at, one.document.address, one.claim.evidence.start))
        for at, other in enumerate(ordered):
            for one in ordered[max(0, at - FEW) : at]:
                if (
                    _are_of_two(one, other)
                    and _is_unlike(one, other, widened)
                    and _is_same_day(one, other)
                    and _are_of_one_count(one, other)
                ):
                    voices = frozenset({one.document.id, other.document.id})
                    ties = _ties(one, other, scenes)
                    if ties > pairs.get(voices, (0,))[0]:
                        pairs[voices] = ties, numbers_apart(one, other, widened)
    yield from (one for _, one in pairs.values())


def _is_count(one: Telling) -> bool:
    """Whether it tells how many, or how much money, are so or were, all of them and at no rate."""
    is_told = (
        one.value >= LOW
        or (head(one) != "" and _day_told(one))
        or (_is_loss(one) and _is_voiced(one) and bool(one.key.actor or kinds(one.key)))
    )
    is_count = one.key.unit in table()["units"]["counts"] and is_told and len(one.claim.context.quote) <= LONGEST
    is_whole = one.claim.part_of is None or bool(kinds(one.key))
    # Of "at least 210" 118 may be some.
    is_whole = is_whole and (one.side in ("at", "around") or _is_loss(one))
    is_level = one.key.change == "level" and one.key.done and one.value > 0
    is_sum = is_money(one.key.unit) and "/" not in one.key.unit
    return (is_count or is_sum) and is_level and is_whole and one.day is not None and not _is_rate(one)


def _is_voiced(one: Telling) -> bool:
    """Whether somebody is named for it by its own words, or its report is somebody's own."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    is_told = said is not None and said.span is not None and said.kind not in ("media", "agency")
    return is_told or (one.origin.named and one.origin.kind not in ("media", "agency"))


def _is_rate(one: Telling) -> bool:
    """Whether words beside it tell that it counts by the day."""
    return any(f" {words}" in f" {_near(one)}" for words in table()["rates"]["words"])


def _near(one: Telling) -> str:
    return f"{words_before(one.claim)[-NEAR:]} | {words_behind(one.claim)[:NEAR]}".casefold()


def _things(one: Telling) -> frozenset[str]:
    """What it counts: a known fate, or the row of the words that tell one, else what is counted, or done to money."""
    near, measure, verb = _near(one), one.key.measure, one.claim.verb.lemma if one.claim.verb else ""
    word = head(one)
    lemma = one.claim.counted.lemma.casefold() if one.claim.counted else ""
    row = next((row[0] for row in table()["apart"]["kin"] if word in row or lemma in row), word)
    if is_money(one.key.unit):
        return frozenset(f"money:{word}" for word in (row, verb) if word not in table()["apart"]["plain"])
    counted = frozenset({row, *kinds(one.key)}) - {""}
    if named(measure) is not None:
        return frozenset({measure}) | (frozenset() if _is_fate(measure) else counted)
    is_anybody = word == "" or one.claim.counted is None or is_person(one.claim.counted.lemma)
    found = [row for row, pattern in _rows() if pattern.search(near)] if is_anybody else []
    return frozenset(found if len(found) == 1 else () if found else counted)


def _is_fate(measure: str) -> bool:
    return measure in table()["apart"]["fates"].values() or measure in table()["retold"]["losses"]["measures"]


@cache
def _rows() -> Sequence[tuple[str, re.Pattern[str]]]:
    """The measure of each row of words for a fate, and their pattern."""
    called = table()["apart"]["fates"]
    rows = table()["retold"]["fates"]["rows"]
    found = []
    for words in rows:
        pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")
        measure = next((slug for word, slug in called.items() if pattern.fullmatch(word)), "")
        if measure:
            found.append((measure, pattern))
    return found


def _are_of_two(one: Telling, other: Telling) -> bool:
    """Whether two reports have them, from two of whom one at least is named, of those who may be the same."""
    days = (other.at - one.at).days
    if one.document.id == other.document.id or (days > DAYS and not _are_dated(one, other)) or is_one_voice(one, other):
        return False
    said = [told.claim.attribution[-1].called for told in (one, other) if told.claim.attribution]
    if len(said) > 1 and (is_short(said[0], said[1]) or is_short(said[1], said[0])):
        return False
    told = {kinds(one.key), kinds(other.key)}
    fighters = frozenset(table()["apart"]["fighters"])
    # "85 soldiers" by the rebels, "19 members" by the army
    is_loss = _is_loss(one) and frozenset() in told and frozenset().union(*told) <= fighters
    is_one = len(told) == 1 or is_loss or not _is_loss(one)
    return is_one and (_is_voiced(one) or _is_voiced(other)) and compatible(one.key, other.key)


def _ties(one: Telling, other: Telling, scenes: Scenes) -> int:
    """By how much two are tied to one thing; not at all where it is too little, of one that is nobody's by more."""
    ties = scenes.ties(one, other) - {"family"}
    least = TIES if _is_voiced(one) and _is_voiced(other) else TIES + 1
    is_near = _is_loss(one) and least == TIES and scenes.are_near(one, other)
    if is_money(one.key.unit) and not (_are_dated(one, other) or "company" in ties):
        return 0  # many things have a price or a budget
    return max(1, len(ties)) if ("words" in ties and len(ties) >= least) or is_near else 0


def _are_of_one_count(one: Telling, other: Telling) -> bool:
    """Whether two counts of things are of one day, if that is told, and not so close that one has some more of them."""
    if _is_loss(one) or is_money(one.key.unit) or any(_is_fate(thing) for thing in _things(one) & _things(other)):
        return True
    less, more = sorted((one.value, other.value))
    is_dated = any(told.claim.when is not None and told.claim.when.end for told in (one, other))
    return less * CLOSE <= more and (one.when == other.when or not is_dated)


def _day_told(one: Telling) -> bool:
    """Whether its words tell the very day."""
    when = one.claim.when
    return when is not None and when.end is not None and when.start == when.end


def _are_dated(one: Telling, other: Telling) -> bool:
    """Whether both are of one day by their words."""
    days = [told.claim.when.end if told.claim.when else None for told in (one, other)]
    return days[0] == days[1] is not None and one.when == other.when


def _is_loss(one: Telling) -> bool:
    return not _things(one).isdisjoint(table()["retold"]["losses"]["measures"])


def _is_unlike(one: Telling, other: Telling, widened: Tolerance) -> bool:
    less, more = sorted((one.value, other.value))
    meant = (widened.widened(told.claim.quantity) for told in (one, other))
    most = TENFOLD if _is_loss(one) else THRICE
    return more <= less * most and not overlap(*meant)


def _is_same_day(one: Telling, other: Telling) -> bool:
    """Whether both are of one day by their words, or of one day at most apart and not grown."""
    days = [told.when for told in (one, other)]
    if days[0] is None or days[1] is None:
        return False
    if _are_dated(one, other):
        return True
    less, more = sorted((one, other), key=lambda told: told.value)
    is_later = (more.when or more.at) >= (less.when or less.at) and more.at >= less.at
    has_grown = more.key.scope == "cumulative" and is_later and days[0] != days[1]
    is_moving = not _things(one).isdisjoint(table()["repeated"]["moving"]) and days[0] != days[1]
    soon = LOSSES if _is_loss(less) and not is_later else SOON
    return abs((days[0] - days[1]).days) <= soon and not has_grown and not is_moving
