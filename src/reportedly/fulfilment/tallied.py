"""What was announced is told again by its day, by a share of its target, or by the last of it, whatever the verb.

"The second tug, due on the 10th, arrived on Thursday", "748,000 people, 62% of the target", "the last of the oil was
pumped out on 2 March", "two of the agency's doctors are here". What is promised: the day told as that on which it was
due is the very day set, and what was due is what was announced; a number and its share come to the number announced,
within what the share is rounded to; the last of something is told with the verb that was announced, or of which the
end was; some are told by their whole to be there, fewer than were to be sent. All else is left to words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from reportedly.fulfilment.reached import is_same_thing
from reportedly.fulfilment.recalled import TELLING
from reportedly.fulfilment.reckoned import Reads, Reckoning, linked
from reportedly.fulfilment.sentences import Pair, after
from reportedly.fulfilment.sought import WORD, Sought, stem, words_of
from reportedly.fulfilment.told import sentences
from reportedly.model import DONE, Claim, Document, Predicate, Span, State
from reportedly.values import fates
from reportedly.values.calendar import nth
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.units import COUNT

LONG = 120  # days behind its day in which what was announced is told again
WHOLE = 100  # percent
HALF = Fraction(1, 2)  # percent by which a rounded share may be off
PARTING = re.compile(r"\s+of (?:the|its|their|those|these|his|her|[A-Z][\w-]*['’]s)\b")
_PHRASE = re.compile(r"[,;:.]\s|\b(?:and|but|that|while)\s")
_Told = tuple[Document, Span, re.Match[str]]  # a sentence, and where in it the words stand that tell so
NAMED = 70  # characters in which what was due stands before its day, and what "the last of" tells of behind it


class Tallied:
    """The sentences of reports that tell when something was due, a share of a target, the last of something."""

    def __init__(self, pairs: Iterable[Pair], days: Mapping[str, str], reads: Reads) -> None:
        self._reads, self._days = reads, days
        self._documents: dict[str, Document] = {}
        self._due: list[_Told] = []
        self._last: list[_Told] = []
        self._shares: list[tuple[Claim, Claim]] = []
        self._there: list[Claim] = []
        for document, reading in pairs:
            if document.id not in days:
                continue
            self._documents[document.id] = document
            for start, end in sentences(document.text):
                span = document.span(start, end)
                for how, told in (("was_due", self._due), ("last", self._last)):
                    if (found := fates.tallied(how).search(span.quote)) is not None:
                        told.append((document, span, found))
            self._read(document, reading.claims)

    def _read(self, document: Document, claims: Sequence[Claim]) -> None:
        for number, claim in enumerate(claims):
            behind = document.text[claim.evidence.end : claim.context.end]
            if claim.quantity.unit == "percent" and number and fates.tallied("of_target").match(behind):
                self._shares.append((claim, claims[number - 1]))
            some = claim.status in DONE and claim.quantity.unit == COUNT and PARTING.match(behind) is not None
            if some and fates.tallied("there").match(behind):
                self._there.append(claim)

    def of(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """What is told of ``one`` in documents that may be ``known`` to be of its matter."""
        for told in self._due if one.day_set is not None else ():
            if self._is_later(told[0].id, one) and known(told[0]):
                yield from self._was_due(one, *told)
        for told in self._last:
            if self._is_later(told[0].id, one) and known(told[0]):
                yield from self._was_last(one, *told)
        for share, part in self._shares if one.figures else ():
            if self._is_later(share.context.document, one) and known(self._documents[share.context.document]):
                yield from self._of_target(one, share, part)
        for some in self._there if one.figures else ():
            if self._is_later(some.context.document, one) and known(self._documents[some.context.document]):
                yield from self._are_there(one, some)

    def _is_later(self, document: str, one: Sought) -> bool:
        day = self._days[document][:DAY]
        return one.day[:DAY] < day <= after(max(one.day[:DAY], one.day_set or ""), LONG)

    def _was_due(self, one: Sought, document: Document, span: Span, found: re.Match[str]) -> Iterator[Reckoning]:
        """ "The second tug, due on the 10th, arrived on Thursday"."""
        text, day, due = span.quote, self._days[document.id], one.day_set or ""
        told = self._told(text, day)
        set_ = next((last for at, last in told if found.start() <= at < found.end()), None)
        if set_ != due or day[:DAY] < due:
            return
        done = self._first(document, span, span.start + found.end())
        if done is None or not _is_it(one, text[max(0, found.start() - NAMED) : found.start()], done):
            return
        if done.status == "did_not_happen":
            yield Reckoning("not_by_date", "it was due, and did not come", document, span, day, firm=True)
            return
        behind = [last for at, last in told if at >= found.end()]
        if done.status in DONE and behind and behind[0] <= day[:DAY]:
            state: State = "not_by_date" if behind[0] > due else "came_about"
            words = "it came about, and later" if state == "not_by_date" else "by the day on which it was due"
            yield Reckoning(state, words, document, span, day, firm=state == "not_by_date")

    def _told(self, text: str, day: str) -> list[tuple[int, str]]:
        """Where days are told, and which; one told by its number alone is the last of that number."""
        found = (time for time in times(text, day) if time.role != "reported")
        every = [(time.start, (time.high or nth(time.value, day, ahead=False) or "")[:DAY]) for time in found]
        return [(at, last) for at, last in every if len(last) == DAY]

    def _first(self, document: Document, span: Span, behind: int) -> Predicate | None:
        """The first verb behind a place, but for those that announce, put off or give up."""
        told = sorted(self._reads(document, span), key=lambda one: one.span.start)
        first = next((one for one in told if one.span.start >= behind), None)
        if first is None or first.condition is not None or first.lemma in TELLING | fates.giving_up().keys():
            return None
        return None if fates.moved("moved").match(document.text[first.span.start : span.end]) else first

    def _was_last(self, one: Sought, document: Document, span: Span, found: re.Match[str]) -> Iterator[Reckoning]:
        """ "The last of the oil was pumped out on 2 March"."""
        deeds = one.verbs | _ended(one)
        day = self._days[document.id]
        for told in self._reads(document, span):
            of_last = told.span.start - span.start >= found.start()
            if told.status not in DONE or told.condition is not None or not of_last or told.lemma not in deeds:
                continue
            if linked(one, span.quote[found.start() : found.end() + NAMED]) < 1:
                continue  # "in the last of these falls the state took over"
            due = one.due
            ends = [last for _, last in self._told(span.quote, day)]
            if due is not None and ends and all(last > due for last in ends):
                yield Reckoning("not_by_date", "the last of it, and later", document, span, day)
            elif due is None or ends or day[:DAY] <= due:
                yield Reckoning("came_about", "the last of it", document, span, day)
            return

    def _of_target(self, one: Sought, share: Claim, part: Claim) -> Iterator[Reckoning]:
        """ "748,000 people, 62% of the target": the target is the number that was announced."""
        percent, many = share.quantity.low, part.quantity.low
        if share.context != part.context or percent is None or many is None or part.status not in DONE:
            return
        for figure in one.figures:
            wanted = figure.quantity.low
            if wanted is None or figure.quantity.unit != part.quantity.unit or percent <= HALF:
                continue
            if not many * WHOLE / (percent + HALF) <= wanted <= many * WHOLE / (percent - HALF):
                continue
            own = part.verb is not None and (part.verb.lemma in one.verbs or stem(part.verb.lemma) in one.things)
            if linked(one, share.context.quote) + own < 1 or not (own or is_same_thing(figure, part)):
                continue
            due, day = one.entry.due.end if one.entry.due else None, self._days[share.context.document]
            over = due is not None and day[: len(due)] > due
            state: State = "came_about" if many >= wanted else "not_by_date" if over else "partly"
            words = f"{part.evidence.quote}, {share.evidence.quote} of the target"
            yield Reckoning(state, words, self._documents[share.context.document], share.context, day)

    def _are_there(self, one: Sought, some: Claim) -> Iterator[Reckoning]:
        """ "Two of the agency's doctors are here": some of those who were to be sent."""
        if fates.presence("verbs").isdisjoint(fates.bases(one.verb)):
            return
        for figure in one.figures:
            wanted, many = figure.quantity.low, some.quantity.high
            same = is_same_thing(figure, some) and wanted is not None and many is not None and 0 < many < wanted
            if same and linked(one, some.context.quote) > 1:
                words = f"{some.evidence.quote} of {figure.evidence.quote} are there"
                day = self._days[some.context.document]
                yield Reckoning("partly", words, self._documents[some.context.document], some.context, day)


def _is_it(one: Sought, named: str, done: Predicate) -> bool:
    """Whether what is told to have been due is what was announced: by its noun, or by a name beside the very verb."""
    words = words_of(_PHRASE.split(named)[-1])
    known = one.things | one.by | {stem(noun) for noun in one.nouns}
    own = done.lemma in one.verbs and not known.isdisjoint(map(stem, WORD.findall(named.lower())))
    return bool(words) and (stem(words[-1]) in known or own)


def _ended(one: Sought) -> frozenset[str]:
    """The verbs of a deed of which the end is announced: of the pumping that "will be completed" that it is pumped."""
    if fates.listed("ending_deeds").isdisjoint(fates.bases(one.verb)):
        return frozenset()
    who, context = one.entry.prospect.who, one.entry.prospect.context
    told = (who or context).quote.removeprefix("The ").removeprefix("the ")
    first = next(iter(WORD.findall(told.lower())), "")
    return fates.bases(first) - {first} if first.endswith("ing") else fates.done_by(first)
