"""A sentence of a later report, with its figures, as what may tell the fate of what was announced."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from reportedly.frozen import dataclass
from reportedly.fulfilment.sought import NEARLY, WORD, Bounds, Sought, is_whole
from reportedly.model import DONE, Claim, Document, Outlook, Predicate, Reading, Span
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.units import COUNT

Pair = tuple[Document, Reading]

BEHIND = 12  # characters in which stands the word that goes with a verb
REMAINING = frozenset({"remain", "stay"})
HEADING = re.compile(r"^#+\s*")


class Figures:
    """The figures of reports, by where they stand."""

    def __init__(self, pairs: Sequence[Pair], days: Mapping[str, str]) -> None:
        self._at = {doc.id: sorted(reading.claims, key=_start) for doc, reading in pairs}
        self._documents = {doc.id: doc for doc, _ in pairs}
        self._done: defaultdict[tuple[Bounds, str], str] = defaultdict(lambda: "~")
        for document, reading in pairs:
            for claim in reading.claims:
                if claim.status in DONE and claim.counted is not None:  # the first day on which it is told as done
                    many = bounds(claim), claim.counted.lemma
                    self._done[many] = min(self._done[many], days.get(document.id, "~"))

    def numbers(self, span: Span) -> frozenset[Bounds]:
        """The numbers of a stretch; "more than 1,400" tells 1,400, too."""
        told = self.within(span)
        least = {(c.quantity.low, c.quantity.low) for c in told if c.quantity.high is None}
        return frozenset(map(bounds, told)) | least

    def rest(self, document: Document) -> Claim | None:
        """Some who are told to remain, which may be of those whom all of something was announced for."""
        told = (claim for claim in self._at[document.id] if claim.status in DONE and claim.quantity.unit == COUNT)
        return next((claim for claim in told if claim.verb is not None and claim.verb.lemma in REMAINING), None)

    def since(self, span: Span, day: str) -> Sequence[Claim]:
        """The figures of ``span`` that were not told as done before ``day``.

        None of which only a part is told, or in whose place another came.
        """
        new = (claim for claim in self.within(span) if not self.was_told(claim, day))
        documents = self._documents[span.document]
        return [claim for claim in new if not (is_whole(claim, documents) or fates.is_replaced(claim))]

    def of(self, entry: Outlook) -> Sequence[Claim]:
        """The figures of the sentence in which something is announced, and those right before it."""
        told = entry.prospect.context
        return self.within(self._documents[told.document].span(max(0, told.start - NEARLY), told.end))

    def within(self, span: Span) -> Sequence[Claim]:
        """The figures of a stretch."""
        told = self._at.get(span.document, [])
        first = bisect_left(told, span.start, key=_start)
        return told[first : bisect_left(told, span.end, key=_start)]

    def were_told(self, one: Sought) -> bool:
        """Whether so many of the same were told as done before they were announced: they are told again."""
        return any(claim.status not in DONE and self.was_told(claim, one.day) for claim in one.figures)

    def was_told(self, claim: Claim, day: str) -> bool:
        """Whether so many of the same were told as done before ``day``."""
        counted = claim.counted
        return counted is not None and self._done.get((bounds(claim), counted.lemma), "~") < day


def bounds(claim: Claim) -> Bounds:
    """The ends of its number."""
    return claim.quantity.low, claim.quantity.high


def _start(claim: Claim) -> int:
    return claim.evidence.start


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a later report, with its new figures and ``every`` one.

    ``known`` are the names that the report of the announcement tells.
    """

    document: Document
    span: Span
    day: str
    figures: Sequence[Claim]
    rest: Claim | None = None
    every: Sequence[Claim] = ()
    known: frozenset[str] = frozenset()

    @property
    def numbers(self) -> frozenset[Bounds]:
        """All its numbers."""
        return frozenset(map(bounds, self.every))

    @property
    def shift(self) -> int:
        """The days by which something is told to be late; fewer than none where it is early."""
        return fates.shift(self.span.quote) or 0

    def verb(self, predicate: Predicate) -> frozenset[str]:
        """The base of a verb, alone and with the word that goes with it: "take", "take off"."""
        behind = WORD.search(self.document.text, predicate.span.end, min(self.span.end, predicate.span.end + BEHIND))
        return frozenset({predicate.lemma, *((f"{predicate.lemma} {behind.group()}",) if behind else ())})

    def days(self) -> Sequence[tuple[str, str]]:
        """First and last day of the times that it tells, but for those of a saying."""
        found = (time for time in times(self.span.quote, self.day) if time.role != "reported")
        return [(time.low[:DAY], time.high[:DAY]) for time in found if time.low and time.high]

    def names_day(self, day: str | None) -> bool:
        """Whether it tells this very day."""
        return day is not None and (any(low == high == day for low, high in self.days()) or self._began() == day)

    def _began(self) -> str | None:
        return begun(self.span.quote, [low for low, high in self.days() if low == high] or [self.day[:DAY]])

    def rule(self, one: Sought, predicate: Predicate) -> str:
        """By which rule a verb tells of what was announced, with that verb."""
        if predicate.lemma in fates.converse(one.verb):
            how = "by whom it was done to"
        else:
            how = "by its verb" if predicate.lemma in fates.bases(one.verb) else "by another verb of it"
        known = ", its number as known" if one.figures and not self.every else ""
        return f'{how} ("{predicate.span.quote}"){known}'

    @property
    def told(self) -> str:
        """Where it stands and what it says."""
        quote = HEADING.sub("", " ".join(self.span.quote.split()))
        return f"in {self.document.name} of {self.day[:DAY]}: {quote}"

    def around(self, predicate: Predicate, letters: int) -> str:
        """The words beside a verb."""
        start = max(self.span.start, predicate.span.start - letters)
        return self.document.text[start : min(self.span.end, predicate.span.end + letters)]

    def up_to(self, predicate: Predicate, told: Span) -> str:
        """Who or what is told with a verb behind it, with what stands between: "only half of the districts"."""
        return self.document.text[told.start : max(told.end, predicate.span.start)]


def begun(text: str, days: Sequence[str]) -> str | None:
    """The day on which something began of which a later one is told: "on Tuesday, the second day of a walkout"."""
    nth = fates.nth_day().search(text)
    return after(days[0], -fates.ordinals().index(nth.group(1).lower())) if nth is not None and days else None


def after(day: str, days: int) -> str:
    """A day so many days later; of a date that is no day the date itself."""
    try:
        return (date.fromisoformat(day[:DAY]) + timedelta(days=days)).isoformat()
    except ValueError:
        return day or "~"
