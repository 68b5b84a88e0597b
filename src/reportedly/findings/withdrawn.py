"""What does not add up becomes findings: a figure told as today's after its own root has taken it back.

"The office lowered the toll from 34 to 33" holds from that day on, however close the two numbers are and whichever way
they went: who tells 34 on the next day has not heard of it. Who tells both, or tells it as one of before, has.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from reportedly.findings.lexicons import table, thing
from reportedly.findings.paper import WORD, words_before, words_behind
from reportedly.findings.tellings import WINDOW, Telling, compatible, filed, is_odd, significant
from reportedly.findings.wording import common
from reportedly.frozen import dataclass
from reportedly.model import Finding
from reportedly.values.measures import named

LOW = 10  # smaller numbers are met by chance
NEAR = 3  # words before a number in which "from" or "to" stands
FEW = 12  # tellings of a number that are looked at
LARGE = 100  # smaller numbers come back by chance
SOON = 31  # days after which what is so at a moment may be so again
UNTOLD = frozenset({"those", "what", "that"})  # heads that tell nothing
MOVED = re.compile(
    r"\b(?:down|up) from (?:about |some |nearly |around )?(?:an? |the |its )?(?:[a-z]+ of )?$", re.IGNORECASE
)

Number = tuple[object, str]
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Taken:
    """A figure that its root took back, and the one in its place, as one report tells both."""

    old: Telling
    new: Telling


def by_number(
    found: Iterable[Telling], number: Callable[[Telling], K]
) -> tuple[defaultdict[K, list[Telling]], defaultdict[K, set[str]]]:
    """What was told by each number, and the digests of the documents that tell it."""
    numbers: defaultdict[K, list[Telling]] = defaultdict(list)
    told: defaultdict[K, set[str]] = defaultdict(set)
    for one in found:
        numbers[number(one)].append(one)
        told[number(one)].add(one.document.id)
    return numbers, told


def withdrawn(found: Sequence[Telling], heard: Iterable[Telling]) -> Iterator[Finding]:
    """Every one of ``heard`` that its root had taken back before."""
    taken = list(taken_back(found))
    if not taken:
        return
    numbers, told = by_number(heard, lambda one: (one.value, one.key.unit))
    for pair in taken:
        named_so = [
            other
            for other in numbers[pair.old.value, pair.old.key.unit]
            if other.origin.key == pair.old.origin.key and other.at <= pair.old.at
        ][:FEW]
        for odd in numbers[pair.old.value, pair.old.key.unit]:
            days = (odd.at - pair.old.at).days if odd.day and pair.old.day else 0
            if (
                0 < days <= WINDOW
                and odd.document.id not in told[pair.new.value, pair.new.key.unit]
                and not _is_said_before(odd, pair.old)
                and not odd.says(table()["withdrawn"]["before"])
                and _is_its(odd, pair.old)
                and any(_is_of_one(odd, other) for other in (pair.old, *named_so))
            ):
                sentence = (
                    f"{odd.words}, is told as today's; {pair.old.origin.name} had taken it back:"
                    f" {pair.new.words} holds in its place."
                )
                yield filed("stale", "tension", [odd, pair.new], sentence)


def outdated(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every number from which another report had it move ("1,112, down from a peak of 1,710"), told as today's later.

    Whoever says so: the number is one of two that moved, and what "are" so many is no more what it was.
    """
    now = [one for one in found if _is_today(one)]
    if not now:
        return
    numbers, told = by_number(found, lambda one: (one.value, one.key.unit))
    moved: defaultdict[Number, list[Taken]] = defaultdict(list)
    for pair in _steps(found):
        moved[pair.old.value, pair.old.key.unit].append(pair)
    for odd in now:
        for pair in moved.get((odd.value, odd.key.unit), ())[:FEW]:
            days = (odd.at - pair.new.at).days
            is_heard = odd.document.id in told[pair.new.value, pair.new.key.unit]
            same = [pair.old, pair.new, *numbers[odd.value, odd.key.unit][:FEW]]
            same = [one for one in same if one.document.id != odd.document.id and compatible(one.key, odd.key)]
            same = [one for one in same if one.at < odd.at and _tells_alike(one, odd)]
            if 0 < days <= SOON and not is_heard and same:
                first = min(same, key=lambda one: (one.at, one.document.address))
                sentence = (
                    f"{odd.words}, is told as today's; it had moved before: {pair.new.words}, from {pair.old.words}."
                )
                yield filed("stale", "tension", [odd, pair.new, first], sentence)
                break


def _is_today(one: Telling) -> bool:
    """Whether a large number is told of what is so, with no day of its own before that of its report."""
    is_number = one.value >= LARGE and one.key.change == "level" and one.key.unit in table()["units"]["counts"]
    return is_number and one.day is not None and one.claim.status == "ongoing" and not one.is_recalled


def _steps(found: Iterable[Telling]) -> Iterator[Taken]:
    """The two numbers of each sentence between which something moved."""
    sentences: defaultdict[tuple[str, int], list[Telling]] = defaultdict(list)
    for one in found:
        if one.day and one.value >= LARGE and one.key.change == "level":
            sentences[one.document.id, one.claim.context.start].append(one)
    for several in sentences.values():
        ordered = sorted(several, key=lambda one: one.claim.evidence.start)
        for new, old in pairwise(ordered):
            if MOVED.search(words_before(old.claim)) and old.key.unit == new.key.unit and old.value != new.value:
                yield Taken(old, new)


def _tells_alike(one: Telling, odd: Telling) -> bool:
    """Whether two tellings of a number are of one thing: of a known measure, or in words that both sentences share."""
    is_known = named(odd.key.measure) is not None and one.key.measure == odd.key.measure
    return one.value == odd.value and (is_known or (is_odd(odd.value) and bool(common(one, odd))))


def taken_back(found: Iterable[Telling]) -> Iterator[Taken]:
    """The figures of a sentence that puts one number in the place of another."""
    sentences: defaultdict[tuple[str, int], list[Telling]] = defaultdict(list)
    for one in found:
        if one.day and one.value >= LOW:
            sentences[one.document.id, one.claim.context.start].append(one)
    for several in sentences.values():
        if len(several) > 1 and corrects(several[0]):
            ordered = sorted(several, key=lambda one: one.claim.evidence.start)
            yield from filter(None, (_in_order(one, other) for one, other in pairwise(ordered)))


def corrects(one: Telling) -> bool:
    """Whether its sentence tells that a number was put right."""
    lists = table()["withdrawn"]
    is_count = one.says(table()["rivals"]["numbers"]) or one.says(lists["counts"])
    return one.says(lists["sure"]) or one.says(lists["nowadays"]) or (is_count and one.says(lists["words"]))


def _in_order(one: Telling, other: Telling) -> Taken | None:
    """Which of two numbers of one sentence was there before, by the words that stand before them."""
    measures = {one.key.measure, other.key.measure} - {""}
    if one.key.unit != other.key.unit or len(measures) > 1 or one.value == other.value:
        return None
    first, second = (_is_old(told) for told in (one, other))
    if first is None and second is None:
        return None
    return Taken(other, one) if second or first is False else Taken(one, other)


def _is_old(one: Telling) -> bool | None:
    """Whether a number was there before, by the last such word of those before it; None where none tells."""
    lists = table()["withdrawn"]
    if any(words_behind(one.claim).startswith(words) for words in lists["behind"]):
        return True  # "where 420 million had been foreseen"
    before = words_before(one.claim).casefold()
    clause = re.split(r"[,;:\d]", before)[-1].split()
    for word in reversed(clause[-NEAR:]):
        if word in lists["from"] or word in lists["now"]:
            return word in lists["from"]
    return True if set(clause) & set(lists["earlier"]) else None


def _is_said_before(odd: Telling, old: Telling) -> bool:
    """Whether its words date the saying before the day on which it was taken back."""
    said = odd.claim.attribution[-1].said if odd.claim.attribution else None
    end = (said.end or said.start) if said else None
    return end is not None and old.day is not None and end < old.day.isoformat()[: len(end)]


def _is_its(odd: Telling, old: Telling) -> bool:
    """Whether a figure is its root's, or nobody's, who most likely has it from there."""
    if odd.is_renamed:
        return False
    return odd.origin.key == old.origin.key or not odd.is_named or odd.origin.key.startswith("?")


def _is_of_one(odd: Telling, other: Telling) -> bool:
    """Whether two tellings of a number count one thing, in what may be one place."""
    heads = [thing(told.claim.counted.lemma.casefold()) if told.claim.counted else "" for told in (odd, other)]
    is_one = odd.key.measure == other.key.measure != "" or heads[0] == heads[1] != ""
    is_sum = odd.key.unit not in table()["units"]["bare"] and len(significant(odd.value)) > 1
    is_bare = odd.value >= LARGE and not all(head and head not in UNTOLD for head in heads)
    is_one = is_one or ((is_sum or is_bare) and (bool(common(other, odd)) or (is_sum and _names(odd, other))))
    return is_one and (is_sum or odd.key.done == other.key.done) and compatible(odd.key, other.key)


def _names(odd: Telling, other: Telling) -> bool:
    """Whether a sentence names who gave the other."""
    named_so = {word for word in WORD.findall(other.origin.name) if word[:1].isupper() and len(word) > NEAR}
    return not named_so.isdisjoint(WORD.findall(odd.claim.context.quote))
