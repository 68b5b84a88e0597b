"""What was announced is met by the later sentence that shares most of its rarer words, whatever its verb.

"600 extra officers would be sent to the region by Wednesday" and, in a later report, "since Wednesday morning the
regional police have been reinforced by 600 men and women". A word, or a number, weighs the more the fewer sentences of
all reports have it. What is promised: a sentence meets a plan only where they share more than two do by chance, and
where it shares more with no other plan; and where the plan has a number or a day, and the sentence the same, or fewer
of the number, or a later day, or says that it was given up.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from reportedly.frozen import dataclass
from reportedly.fulfilment.reached import is_of_others, is_same_thing
from reportedly.fulfilment.recalled import TELLING
from reportedly.fulfilment.reckoned import Reads, Reckoning
from reportedly.fulfilment.sentences import Figures
from reportedly.fulfilment.sought import FEW, VOTE_ON, WORD, spans, stem
from reportedly.fulfilment.told import is_kept, sentences
from reportedly.model import DONE, Claim, Document, Outlook, Predicate, Span, State
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.units import COUNT, SHARES, is_money

Feature = str | tuple[Fraction, str | None]
Place = int  # of a sentence among all
MayBe = Callable[[Document, Document], bool]  # whether two documents may be of one situation

FEW_REPORTS = 4  # reports; the more there are, the less sure is it that all are of one matter
FREE = 8  # words of an entry; the more there are, the more of them are met by chance
COVERED = 0.25  # of all that the words of an entry are worth
WHO = 0.5  # what a word of who is to do it weighs beside one of what is to be done
BESIDE = 60  # characters
LENGTH = 3  # words by which a sentence is longer than it is, so that a short one is not met by one word
TRIED = 3  # sentences that are read for one entry
SPECIFIC = 5  # a smaller count is met by chance
LEAST = 20  # of less than one in so many nothing is told
SHORT = 3  # letters; shorter words tell nothing of what is meant
COPY = 0.6  # of its words, by which another entry is held to tell of the same plan
GIVEN_UP = re.compile(r"\b(?:no longer|after all|off the table|never)\b", re.IGNORECASE)
TOO_LATE = re.compile(r"\b(?:come and gone|came and went|went by without|overdue|passed without)\b", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|before)\b")
OF = re.compile(r"(?: [\w-]+)? of (?:the|its|their|those|these|all|them|\d)\b")
OF_THOSE = re.compile(r" of (?:the|its|their|those|these) (?:[\w-]+ )??([\w-]+)")
IN_PART = re.compile(
    r"\b(?:only (?:a |one|two|three|four|some|half|\d|the (?:first|older|smaller))|a single"
    r"|short of (?:the|its) target)\b",
    re.IGNORECASE,
)
IN_TIME = re.compile(r"\bahead of (?:plan|time|schedule)|\bthe promised\b|\bon time\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence of a later report, told on ``day``, that shares with an entry words of the stems ``shared``."""

    document: Document
    span: Span
    day: str
    shared: frozenset[str]


class Nearest:
    """The sentences of reports by their words and numbers, and which entry each is nearest to."""

    def __init__(
        self, documents: Iterable[Document], days: Mapping[str, str], figures: Figures, *, entries: Sequence[Outlook]
    ) -> None:
        self._places: list[tuple[Span, str]] = []
        self._features: list[frozenset[Feature]] = []
        self._at: defaultdict[Feature, list[Place]] = defaultdict(list)
        self._days, self._documents = days, {document.id: document for document in documents}
        self._reports, self._figures = len(days), figures
        dated = [document for document in self._documents.values() if document.id in days]
        for document in sorted(dated, key=lambda one: (days[one.id], one.id)):
            for start, end in sentences(document.text):
                span = document.span(start, end)
                told = self._told(span)
                for one in told:
                    self._at[one].append(len(self._places))
                self._places.append((span, days[document.id]))
                self._features.append(told)
        self._what = {entry.id: self._told(entry.prospect.what) for entry in entries}
        self._entries = {
            entry.id: frozenset(one for span in spans(entry) for one in self._told(span)) for entry in entries
        }
        self._by_feature: defaultdict[Feature, list[Outlook]] = defaultdict(list)
        for entry in entries:
            for one in self._entries[entry.id]:
                self._by_feature[one].append(entry)

    def _told(self, span: Span) -> frozenset[Feature]:
        """The words of a stretch that may tell what it is about, and its numbers."""
        empty = fates.common() | fates.empty()
        words = (word for word in WORD.findall(span.quote.lower()) if len(word) >= SHORT and word not in empty)
        written = (claim.quantity for claim in self._figures.within(span) if claim.basis == "written")
        return frozenset([*map(stem, words), *((told.low, told.unit) for told in written if told.low is not None)])

    def _worth(self, feature: Feature, entry: Outlook) -> float:
        """What it tells that a word of an entry is shared: less, where it is only of who is to do it."""
        return self._weight(feature) * (1.0 if feature in self._what[entry.id] else WHO)

    def _weight(self, feature: Feature) -> float:
        """How much a word tells: the logarithm of how many sentences there are to one that has it."""
        return math.log((len(self._places) + 1) / max(2, len(self._at.get(feature, ()))))

    def _enough(self, entry: Outlook) -> float:
        """Words worth so much are not shared by chance with one of all sentences; of more words more are."""
        many = max(1.0, len(self._entries[entry.id]) / FREE)
        reports = max(1.0, self._reports / FEW_REPORTS)
        return math.log(len(self._places) + 1) + 2 * math.log(many) + math.log(reports)

    def fate(self, entry: Outlook, reads: Reads, may_be: MayBe) -> Reckoning | None:
        """What the first of the nearest sentences that tells anything makes of an entry; None where none does."""
        mine = [claim for span in spans(entry) for claim in self._figures.within(span)]
        if entry.due is None and not any(claim.basis == "written" for claim in mine):
            return None
        for near in self.of(entry) if entry.prospect.kind != "condition" else ():
            if not may_be(self._documents[entry.document], near.document):
                continue
            made = became(entry, near, reads(near.document, near.span), (mine, self._figures.within(near.span)))
            if made is not None:
                words = f"{made[1]}, by words that are rare elsewhere ({', '.join(sorted(near.shared))})"
                return Reckoning(made[0], words, near.document, near.span, near.day)
        return None

    def of(self, entry: Outlook) -> Iterator[Near]:
        """The later sentences that are near enough to ``entry`` and nearer to no other, the nearest first."""
        mine, day = self._entries[entry.id], self._days[entry.document][:DAY]
        worth = {one: self._worth(one, entry) for one in mine}
        score: defaultdict[Place, float] = defaultdict(float)
        for one in sorted(mine, key=str):
            for at in self._at.get(one, ()):
                if self._places[at][1][:DAY] > day:
                    score[at] += worth[one]
        enough, whole = self._enough(entry), sum(worth.values())
        near = [(weight / math.sqrt(len(self._features[at]) + LENGTH), at) for at, weight in score.items()]
        ranked = sorted(near, key=lambda one: (-one[0], one[1]))
        for _, at in islice(ranked, TRIED):
            together = mine & self._features[at]
            if (
                len(together) < FEW
                or score[at] < max(enough, COVERED * whole)
                or self._is_nearer_to_another(entry, at, score[at])
            ):
                continue
            span, told = self._places[at]
            words = frozenset(one for one in together if isinstance(one, str))
            yield Near(self._documents[span.document], span, told, words)

    def _is_nearer_to_another(self, entry: Outlook, at: Place, weight: float) -> bool:
        _, day = self._places[at]
        mine, told = self._entries[entry.id], self._features[at]
        rivals = {other.id: other for one in told for other in self._by_feature.get(one, ()) if other.id != entry.id}
        for other in rivals.values():
            theirs = self._entries[other.id]
            copy = len(mine & theirs) >= COPY * min(len(mine), len(theirs))
            if copy or self._days.get(other.document, "~")[:DAY] >= day[:DAY]:
                continue
            if sum(self._worth(one, other) for one in theirs & told) > weight:
                return True
        return False


# What it tells


def became(
    entry: Outlook,
    near: Near,
    predicates: Iterable[Predicate],
    figures: tuple[Iterable[Claim], Iterable[Claim]],
) -> tuple[State, str] | None:
    """What a sentence makes of an entry, and how; ``figures`` are those announced and those of the sentence."""
    told = [one for one in predicates if one.condition is None and _is_of_it(one, near)]
    done = [one for one in told if one.status in DONE and one.lemma not in TELLING]
    text = near.span.quote
    end = entry.due.end if entry.due is not None else None
    over = end is not None and near.day[: len(end)] > end
    aside = fates.listed("undoing") | fates.listed("talking") | fates.listed("refused")
    if VOTE_ON.search(entry.prospect.what.quote) or any(one.lemma in aside for one in told):
        return None  # what was to be decided, or is only spoken of, or the contrary of it
    if fates.sets_anew(text):
        return "overtaken", "put off to a later day"
    if any(_gives_up(one, near) for one in done) or GIVEN_UP.search(text):
        return "overtaken", "given up"
    if TOO_LATE.search(text):
        return "not_by_date", "its day passed"
    announced, theirs = (list(some) for some in figures)
    if _is_some(announced, theirs, near):
        return "partly", "less than announced"
    denied = [one for one in told if one.status == "did_not_happen"]
    behind = end is not None and _is_behind(text, near.day, end)
    if denied and over and not (behind and UNTIL.search(text)):
        return "not_by_date", "it did not come about"
    if not done:
        return None
    if (fates.shift(text) or 0) > 0 or behind:
        return "not_by_date", "it came about, and later"
    number = any(_is_same(one, other) for one in announced for other in theirs if other.status in DONE)
    day = end is not None and _is_in_time(text, near.day, end)
    kept = is_kept(text) or IN_TIME.search(text) is not None or (fates.shift(text) or 0) < 0
    if number or day or kept:
        return "came_about", "told as done"
    return None


def _is_of_it(told: Predicate, near: Near) -> bool:
    """Whether a verb stands right beside something that is shared."""
    text, at = near.document.text, near.span
    around = text[max(at.start, told.span.start - BESIDE) : min(at.end, told.span.end + BESIDE)]
    return not near.shared.isdisjoint(map(stem, WORD.findall(around.lower())))


def _gives_up(told: Predicate, near: Near) -> bool:
    """Whether a verb of giving up, with the word that goes with it, is told of what is shared."""
    needed = fates.giving_up().get(told.lemma)
    words = WORD.findall(near.span.quote.lower())
    thing = WORD.findall(told.thing.quote.lower()) if told.thing is not None else []
    of_it = not near.shared.isdisjoint(map(stem, thing))
    return needed is not None and of_it and (not needed or not needed.isdisjoint(words))


def _is_same(one: Claim, other: Claim) -> bool:
    mine, theirs = one.quantity, other.quantity
    return (
        (mine.unit == COUNT or is_money(mine.unit))
        and mine.low is not None
        and mine.low == theirs.low
        and mine.unit == theirs.unit
        and mine.low >= SPECIFIC
        and not is_of_others(one, other)
    )


def _is_some(announced: Sequence[Claim], theirs: Sequence[Claim], near: Near) -> bool:
    """Whether fewer of the same are told, or some of the whole that was announced."""
    if IN_PART.search(near.span.quote):
        return True
    if not announced and any(_is_of_shared(claim, near) for claim in theirs):
        return True
    for one in announced:
        wanted = one.quantity.low if one.quantity.low is not None else one.quantity.high
        if wanted is None or one.quantity.unit in SHARES:
            continue
        whole = any(other.quantity.low == wanted for other in theirs)
        for other in theirs:
            least = other.quantity.high
            if least is None or least >= wanted or other.quantity.unit != one.quantity.unit or least * LEAST < wanted:
                continue
            same = is_same_thing(one, other)
            of = OF.match(near.document.text, other.evidence.end) is not None
            head = other.counted is not None and stem(other.counted.lemma) in near.shared
            measured = one.quantity.unit != COUNT and not is_money(one.quantity.unit)
            if (of and (whole or head or same)) or (not whole and (same or head or measured)):
                return True
    return False


def _is_of_shared(claim: Claim, near: Near) -> bool:
    """Whether so many of what is shared are told: "39 of the holdings" where inspectors were to call on each."""
    found = OF_THOSE.match(near.document.text, claim.evidence.end, near.span.end)
    return claim.quantity.unit == COUNT and found is not None and stem(found.group(1).lower()) in near.shared


def _is_behind(text: str, day: str, end: str) -> bool:
    """Whether every day that is told lies behind the one set."""
    found = [time for time in times(text, day) if time.low and time.role is None]
    return bool(found) and all((time.low or "")[: len(end)] > end for time in found)


def _is_in_time(text: str, day: str, end: str) -> bool:
    """Whether the very day, or month, that was set is told."""
    found = [time for time in times(text, day) if time.low and time.role != "reported"]
    return any((time.low or "")[: len(end)] == end for time in found)
