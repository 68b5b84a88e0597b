"""What does not add up becomes findings: two reports that have unlike numbers of one thing from two who tell of it.

Where the keys of two counts differ in a word for the place or the deed, their words may still show that they are one:
both count one fate, or one kind of thing, up to one day or on one, and what stands around them is the same. Each is
somebody's by its own words; that a count grew from one day to the next is no disagreement.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.findings.disagreement import is_one_voice, numbers_apart
from reportedly.findings.intervals import Tolerance, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import words_before, words_behind
from reportedly.findings.scenes import Scenes, head
from reportedly.findings.speakers import is_short
from reportedly.findings.tellings import Telling, compatible, kinds
from reportedly.model import Finding
from reportedly.values.measures import named

SOON, LOSSES = 1, 2  # days within which two tell of one moment, or the later fewer lost than the earlier
DAYS = 3  # within which two reports tell of one event
LOW = 10  # smaller numbers are seldom those of all
TIES = 2  # by which two tellings are of one thing
TENFOLD = 10  # two counts of one thing seldom lie further apart
FEW = 30  # figures of one fate that are looked at in pairs
NEAR = 50  # characters on either side of a number in which words tell its fate


def apart(heard: Iterable[Telling], scenes: Scenes, tolerance: str = "reported") -> Iterator[Finding]:
    """Every pair of numbers that two have of one thing in two reports."""
    widened = Tolerance.named(tolerance)
    fates: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in heard:
        fate = _fate(one) if _is_somebodys_count(one) else ""
        if fate:
            fates[fate].append(one)
    for told in fates.values():
        ordered = sorted(told, key=lambda one: (one.at, one.document.address))
        pairs: dict[frozenset[str], Finding] = {}
        for at, other in enumerate(ordered):
            for one in ordered[max(0, at - FEW) : at]:
                if _are_one(one, other) and _is_unlike(one, other, widened) and _is_same_day(one, other):
                    ties = scenes.ties(one, other) - {"family"}
                    is_near = _is_loss(one) and scenes.are_near(one, other)
                    if (len(ties) >= TIES and "words" in ties) or is_near:
                        voices = frozenset({one.document.id, other.document.id})
                        pairs.setdefault(voices, numbers_apart(one, other, widened))
        yield from pairs.values()


def _is_somebodys_count(one: Telling) -> bool:
    """Whether somebody, by its own words, counts so many that are so or were."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    is_told = said is not None and said.span is not None and said.kind not in ("media", "agency")
    is_count = one.key.unit in table()["units"]["counts"] and one.value >= LOW and one.key.change == "level"
    is_whole = (one.claim.part_of is None or bool(kinds(one.key))) and one.side in ("at", "around")
    return is_told and is_count and is_whole and one.key.done and one.day is not None and not _is_rate(one)


def _is_rate(one: Telling) -> bool:
    """Whether words beside it tell that it counts by the day."""
    return any(f" {words}" in f" {_near(one)}" for words in table()["rates"]["words"])


def _near(one: Telling) -> str:
    return f"{words_before(one.claim)[-NEAR:]} | {words_behind(one.claim)[:NEAR]}".casefold()


def _fate(one: Telling) -> str:
    """What it counts: a known measure of the fates of people, or the row of the words that tell one."""
    rows = _rows()
    near, measure = _near(one), one.key.measure
    if named(measure) is not None:
        return measure
    found = [row for row, pattern in rows if pattern.search(near)]
    return found[0] if len(found) == 1 else head(one) if not found else ""


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


def _are_one(one: Telling, other: Telling) -> bool:
    """Whether two of two voices may count the same."""
    if one.document.id == other.document.id or (other.at - one.at).days > DAYS or is_one_voice(one, other):
        return False
    said = [told.claim.attribution[-1].called for told in (one, other)]
    if is_short(said[0], said[1]) or is_short(said[1], said[0]):
        return False
    told = {kinds(one.key), kinds(other.key)}
    fighters = frozenset(table()["apart"]["fighters"])
    is_loss = (
        _is_loss(one) and frozenset() in told and frozenset().union(*told) <= fighters
    )  # "85 soldiers" by the rebels, "19 members" by the army
    return (len(told) == 1 or is_loss) and compatible(one.key, other.key)


def _is_loss(one: Telling) -> bool:
    return _fate(one) in table()["retold"]["losses"]["measures"]


def _is_unlike(one: Telling, other: Telling, widened: Tolerance) -> bool:
    less, more = sorted((one.value, other.value))
    meant = (widened.widened(told.claim.quantity) for told in (one, other))
    return more <= less * TENFOLD and not overlap(*meant)


def _is_same_day(one: Telling, other: Telling) -> bool:
    """Whether both are of one day by their words, or of one day at most apart and not grown."""
    days = [told.when for told in (one, other)]
    if days[0] is None or days[1] is None:
        return False
    dated = [told.claim.when is not None and told.claim.when.end is not None for told in (one, other)]
    if all(dated) and days[0] == days[1]:
        return True
    earlier, later = (one, other) if days[0] <= days[1] else (other, one)
    has_grown = later.key.scope == "cumulative" and later.value > earlier.value and days[0] != days[1]
    soon = LOSSES if _is_loss(later) and later.value < earlier.value else SOON
    return abs((days[0] - days[1]).days) <= soon and not has_grown
