"""A number or a day that was announced is told again, and what it came to beside it.

"Customs has refunded $44 million of the $69 million", "143,000 hectares, 37,000 short of its target", "opened on 20
November, three days behind schedule": whatever the verb, the number or the day itself tells that the plan is meant.
What is promised: the very number, in its unit, stands where it is told to be what was planned, or where a verb tells
the deed; or a day and its delay come to the very day that was set; and what is to be done, who is to do it or the verb
is told with it. All else is left to words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.frozen import dataclass
from reportedly.fulfilment.recalled import TELLING
from reportedly.fulfilment.sentences import Pair, after, bounds
from reportedly.fulfilment.sought import ENOUGH, FEW, NEARLY, WORD, Bounds, Sought, by_state, names_of, spans, stem
from reportedly.fulfilment.told import KEPT, sentences
from reportedly.model import DONE, Claim, Document, Predicate, Span, State
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.units import COUNT, is_money

Reads = Callable[[Document, Span], Iterable[Predicate]]

BEFORE = 60  # characters before a number in which it is told to be what something is a part of
BEHIND = 70  # characters behind it in which it is told to have been planned
MOST = 60  # days by which a deed may be late that was not done until a day
LONG = 400  # days in which the number of an announcement is told again
ROUND = 10  # numbers of which many are told
LARGE = 100  # a count that is seldom told of two things of one matter
SPECIFIC = 10  # a smaller count is told of many a thing
CODE = re.compile(r"\b[A-Z]{1,3}-?\d{1,4}\b")  # of a road, a line, a flight
_SO_DID = re.compile(r"(?:did|have|has|had|were|was)(?=[,;.]|$)")
_IS_NOT = re.compile(r"\b(?:not|instead of|rather than) (?:on |by )?$", re.IGNORECASE)
_OF_ALL = re.compile(r", (?:out )?of the $", re.IGNORECASE)
AWAITED = TELLING | {"due", "await", "request", "seek", "need", "require", "order", "want"}  # what is to come still
TOLD = frozenset({*DONE, "unresolved"})  # what organisers claim is told as theirs


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a sentence makes of what was announced, by the rule that ``words`` name.

    What is ``firm`` no later deed undoes.
    """

    state: State
    words: str
    document: Document
    span: Span
    day: str
    firm: bool = False


class Reckoned:
    """The sentences of reports by the numbers that they tell, and those that tell a delay."""

    def __init__(self, pairs: Iterable[Pair], days: Mapping[str, str], reads: Reads) -> None:
        self._reads, self._days = reads, days
        self._by_number: defaultdict[Bounds, list[Claim]] = defaultdict(list)
        self._at: defaultdict[Span, list[Claim]] = defaultdict(list)
        self._in: defaultdict[str, list[Claim]] = defaultdict(list)
        self._documents: dict[str, Document] = {}
        self._lasting: list[Claim] = []
        self._short: list[Claim] = []
        self._shifted: list[tuple[Document, Span]] = []
        self._kept: list[tuple[Document, Span]] = []
        self._run_out: list[tuple[Document, Span]] = []
        self._until: list[tuple[Document, Span]] = []
        self._other_days: list[tuple[Document, Span]] = []
        for document, reading in pairs:
            if document.id not in days:
                continue
            self._documents[document.id] = document
            for claim in reading.claims:
                self._by_number[bounds(claim)].append(claim)
                self._at[claim.context].append(claim)
                self._in[document.id].append(claim)
                if claim.verb is not None and claim.verb.lemma in fates.listed("lasting"):
                    self._lasting.append(claim)
                if fates.reckoned("short").match(_behind(claim)):
                    self._short.append(claim)
            for start, end in sentences(document.text):
                span = document.span(start, end)
                if fates.shift(span.quote) is not None:
                    self._shifted.append((document, span))
                if KEPT.search(span.quote) is not None:
                    self._kept.append((document, span))
                for name, told in (("run_out", self._run_out), ("until", self._until), ("other_day", self._other_days)):
                    if fates.reckoned(name).search(span.quote) is not None:
                        told.append((document, span))

    def of(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """What is told of the numbers and of the day of ``one`` in documents that may be ``known`` to be of it."""
        for figure in (*one.figures, *one.more, *one.measures):
            for again in self._later(self._by_number.get(bounds(figure), ()), one, known):
                if is_of_unit(figure, again) or self._is_in_force(one, figure, again):
                    yield from self._told_again(one, figure, again)
            for short in self._later(self._short, one, known):
                yield from self._fallen_short(one, figure, short)
        for lasted in self._later(self._lasting, one, known):
            yield from self._lasted(one, lasted)
        yield from self._delayed(one, known)
        yield from self._on_its_day(one, known)
        yield from self._moved(one, known)
        yield from self._not_until(one, known)
        yield from self._ran_out(one, known)

    def _later(self, claims: Iterable[Claim], one: Sought, known: Callable[[Document], bool]) -> Iterator[Claim]:
        for claim in claims:
            if self._is_later(claim.context.document, one) and known(self._documents[claim.context.document]):
                yield claim

    def _is_later(self, document: str, one: Sought) -> bool:
        day = self._days[document]
        due = one.day_set or ""
        return one.day[:DAY] < day[:DAY] and day[:DAY] <= after(max(one.day[:DAY], due), LONG)

    # By its number

    def _told_again(self, one: Sought, figure: Claim, again: Claim) -> Iterator[Reckoning]:
        """What stands beside the number of ``figure`` where it is told ``again``."""
        text, others = again.context.quote, [c for c in self._at[again.context] if c is not again]
        before, behind = _before(again), _behind(again)
        link = linked(one, text)
        large = (figure.quantity.low or 0) >= LARGE
        recalled = fates.reckoned("recalled").match(behind) is not None
        if (fates.reckoned("of").search(before) or fates.reckoned("instead").search(before)) and not recalled:
            recalled = fates.reckoned("recalling").search(before) is not None
        on_it = one.day_set is not None and _names_day(text, self._days[again.context.document], one.day_set)
        link += recalled and not link and on_it  # "of the 600 transfers foreseen for 10 September"
        if recalled and large and not link and _is_of_one_thing(figure, again):
            link = int(linked(one, self._documents[again.context.document].text) >= FEW)
        less = _part(again, others) if fates.reckoned("of").search(before) is not None else None
        if less is None and recalled and _OF_ALL.search(before) is not None:
            nearest = _nearest(again, others)  # "63 have found work with its help, of the 150 it had promised"
            less = nearest if nearest is not None and _is_less(nearest, again) else None
        if less is not None:
            if self._came(less) and (recalled or self._is_deed(one, less)):
                small = figure.quantity.unit == COUNT and (figure.quantity.low or 0) < SPECIFIC
                own = less.verb is not None and less.verb.lemma in one.verbs
                if link + own >= 1 + (small and not recalled):
                    yield self._less(one, less, again)
            return
        instead = fates.reckoned("instead").search(before) is not None and (recalled or link >= FEW or (large and link))
        if instead or (recalled and fates.reckoned("against").search(before) is not None):
            less = _nearest(again, others)
            if less is not None and _is_less(less, again) and (link or self._is_deed(one, less)):
                yield self._less(one, less, again)
            return
        if fates.reckoned("more").search(before) is not None and recalled and link:
            more = _nearest(again, others)
            if more is not None and _is_more(more, again) and self._came(more):
                yield self._made("came_about", f"{more.evidence.quote}, more than announced", again)
            return
        if recalled and link and again.status != "did_not_happen" and self._is_lacking(again, others):
            yield self._made("partly", "some of those who were to have it", again)
            return
        yield from self._as_measured(one, figure, again, link)
        yield from self._in_other_words(one, figure, again)

    def _as_measured(self, one: Sought, figure: Claim, again: Claim, link: int) -> Iterator[Reckoning]:
        """What is as much higher as was to be added, and those who are there that were to come."""
        if again.status not in DONE or not link:
            return
        before, behind = _before(again), _behind(again)
        adjectives = fates.comparatives(one.verb)
        first = next(iter(WORD.findall(behind.lower())), "")
        if figure.quantity.unit != COUNT and first in adjectives:
            yield self._made("came_about", f"{again.evidence.quote} {first}", again)
        elif self._is_in_force(one, figure, again):
            state: State = "not_by_date" if self._is_behind(one, again) else "came_about"
            yield self._made(state, f"{again.evidence.quote} in force", again)
        elif (
            (figure.quantity.low or 0) >= SPECIFIC
            and figure.quantity.unit == COUNT
            and before.lower().endswith("the ")
            and not fates.presence("verbs").isdisjoint(fates.bases(one.verb))
        ):
            told = fates.present().search(again.context.quote)
            if told is not None:
                yield self._made("came_about", f"{again.evidence.quote} are {told.group()}", again)

    def _is_in_force(self, one: Sought, figure: Claim, again: Claim) -> bool:
        """Whether a rate or a limit that was to come is told to be in force, on a day on which it may be."""
        starts = one.entry.due.start if one.entry.due else None
        day = self._days[again.context.document]
        return (
            figure.quantity.unit != COUNT
            and figure.quantity.unit.split("/")[0] == again.quantity.unit.split("/")[0]
            and (starts is None or day[: len(starts)] >= starts)
            and (
                not fates.in_force("verbs").isdisjoint(fates.bases(one.verb)) or linked(one, again.context.quote) > FEW
            )
            and fates.is_in_force(again.context.quote)
        )

    def _is_behind(self, one: Sought, claim: Claim) -> bool:
        """Whether every day that a sentence tells is behind that which was set."""
        due = one.entry.due.end if one.entry.due else None
        found = times(claim.context.quote, self._days[claim.context.document])
        lows = [time.low for time in found if time.low and time.role != "reported"]
        if due is None or due <= one.day[: len(due)]:
            return False  # "now" is no day that was set
        return bool(lows) and all(low[: len(due)] > due for low in lows)

    def _is_lacking(self, again: Claim, others: Iterable[Claim]) -> bool:
        """Whether some of those of whom a number was promised are told not to have it."""
        text = again.context.quote[: again.evidence.start - again.context.start]
        if fates.reckoned("lacking").search(text) is not None:
            return True
        return any(
            (part := _part(whole, others)) is not None
            and part.status in DONE
            and whole.evidence.end <= again.evidence.start
            for whole in others
            if fates.reckoned("of").search(_before(whole)) is not None
        )

    def _is_deed(self, one: Sought, claim: Claim) -> bool:
        """Whether the verb of a number tells of the deed, or that it is done, whatever it is."""
        if claim.verb is None:
            return False
        return claim.verb.lemma in one.verbs or claim.verb.lemma in fates.reckoned_done()

    def _came(self, claim: Claim) -> bool:
        """Whether a number is told as one that came about; the words of a plan beside it may hide that."""
        if claim.verb is not None and claim.verb.lemma in AWAITED:
            return False
        if _SO_DID.match(_behind(claim)) is not None:
            return True  # "of the 400 that were to reopen 275 did"
        if claim.status in TOLD:
            return True
        predicates = self._reads(self._documents[claim.context.document], claim.context)
        return any(
            told.status in DONE and claim.verb is not None and told.span.start == claim.verb.span.start
            for told in predicates
        )

    def _less(self, one: Sought, less: Claim, whole: Claim) -> Reckoning:
        if not self._came(less):
            return self._made("overtaken", f"{less.evidence.quote} in place of {whole.evidence.quote}", whole)
        return self._made("partly", f"{less.evidence.quote} of {whole.evidence.quote}", whole)

    def _fallen_short(self, one: Sought, figure: Claim, short: Claim) -> Iterator[Reckoning]:
        """A number and what it lacks come to that which was announced."""
        lacks, wanted = short.quantity.low, figure.quantity.low
        if lacks is None or wanted is None or not linked(one, short.context.quote):
            return
        for claim in self._at[short.context]:
            low = claim.quantity.low
            if claim is not short and low is not None and low + lacks == wanted and is_of_unit(figure, claim):
                made = self._less(one, claim, short)
                words = f"{claim.evidence.quote} and the {short.evidence.quote} lacking are {figure.evidence.quote}"
                yield replace(made, words=words)
                return

    def _lasted(self, one: Sought, lasted: Claim) -> Iterator[Reckoning]:
        """How long a state lasted that was to last for so long: "the truce that lasted eight days"."""
        words = frozenset(word.removesuffix("s") for word in WORD.findall(lasted.context.quote.lower()))
        for wanted in one.measures:
            low, high = wanted.quantity.low, lasted.quantity.high
            if low is None or high is None or wanted.quantity.unit != lasted.quantity.unit:
                continue
            if lasted.status in DONE and not words.isdisjoint(one.nouns):
                state: State = "overtaken" if high < low else "came_about"
                yield self._made(state, f"it lasted {lasted.evidence.quote} of {wanted.evidence.quote}", lasted)

    def _in_other_words(self, one: Sought, figure: Claim, again: Claim) -> Iterator[Reckoning]:
        """A number that is told of few things, with a verb of the deed, near the things that it was announced for."""
        low = figure.quantity.low
        if low is None or low < SPECIFIC or low % ROUND == 0 or again.status not in DONE or again.verb is None:
            return
        if one.is_decision:
            return  # "protested against banning 12"
        document = self._documents[again.context.document]
        told = document.text[again.verb.span.start : again.verb.span.end + BEFORE].split(maxsplit=2)[1:2]
        if {again.verb.lemma, *(f"{again.verb.lemma} {word}" for word in told)}.isdisjoint(one.verbs):
            return
        near = document.span(max(0, again.context.start - NEARLY - BEHIND), again.context.end)
        if linked(one, near.quote) >= FEW and (again.counted is None or _is_of_one_thing(figure, again)):
            yield self._made("came_about", f"{again.evidence.quote}, as announced", again)

    # By its day

    def _delayed(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """A day that is told with a delay, which come to the day that was set."""
        set_ = _days_set(one)
        for document, span in self._shifted if set_ else ():
            if not self._is_later(document.id, one) or not known(document):
                continue
            shift, leeway = fates.shift(span.quote) or 0, fates.leeway(span.quote)
            day = self._days[document.id]
            found = [time.low[:DAY] for time in times(span.quote, day) if time.low and time.role != "reported"]
            meant = {after(told, -shift + slack) for told in found or [day] for slack in range(-leeway, leeway + 1)}
            if not shift or meant.isdisjoint(set_):
                continue
            done = [told for told in self._reads(document, span) if told.status in DONE]
            verb = any(told.lemma in one.verbs or stem(told.lemma) in one.things for told in done)
            verb = verb or not one.nouns.isdisjoint(WORD.findall(span.quote.lower()))
            link = linked(one, span.quote, names=False)
            if not done or link + (self._tells_number(one, span) or verb) < 1 + (leeway > 0) or not link:
                continue
            if shift > 0:
                words = "its day and the delay come to the day set"
                yield Reckoning("not_by_date", words, document, span, day, firm=True)
            elif one.ends:
                yield Reckoning("overtaken", "it ended before the day set", document, span, day)
            else:
                yield Reckoning("came_about", "before the day set", document, span, day)

    def _on_its_day(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """What is told to have come about on the very day set, as announced, in a report of the same things."""
        due = one.due
        for document, span in self._kept if due is not None else ():
            if due is None or not self._is_later(document.id, one) or not known(document):
                continue
            day = self._days[document.id]
            found = [time for time in times(span.quote, day) if time.role != "reported"]
            on_it = any(
                (t.low or "")[:DAY] == due == (t.high or "")[:DAY] and not _IS_NOT.search(span.quote, 0, t.start)
                for t in found
            )
            done = on_it and any(told.status in DONE for told in self._reads(document, span))
            if done and linked(one, document.text) >= ENOUGH:
                yield Reckoning("came_about", "on its day, as announced", document, span, day)

    def _not_until(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """A deed that was not done until a day behind that which was set."""
        due = one.due
        for document, span in self._until if due is not None else ():
            if due is None or not self._is_later(document.id, one) or not known(document):
                continue
            day = self._days[document.id]
            found = fates.reckoned("until").search(span.quote)
            days = [t.low[:DAY] for t in times(span.quote, day) if t.low and found and t.start >= found.start()]
            if not any(due < told <= min(day[:DAY], after(due, MOST)) for told in days[:1]):
                continue
            done = [told for told in self._reads(document, span) if told.status == "did_not_happen"]
            mine = [told for told in done if told.lemma in one.verbs and self._is_of(one, told)]
            if mine:
                yield Reckoning("not_by_date", "it was done, and later", document, span, day)

    def _ran_out(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """The time that was set is told to have run out: "the ten days that he gave himself ran out on Friday"."""
        when = one.entry.prospect.when
        term = fates.term(when.words or "") if when is not None else None
        for document, span in self._run_out:
            if term is None:
                return
            if self._is_later(document.id, one) and known(document) and term in span.quote.lower():
                over = one.due is None or self._days[document.id][:DAY] > one.due
                if over and linked(one, span.quote):
                    yield Reckoning("not_by_date", "its time ran out", document, span, self._days[document.id])

    def _is_of(self, one: Sought, told: Predicate) -> bool:
        """Whether who does it, or what is done, is that of an announcement."""
        spans_ = [span for span in (told.doer, told.thing) if span is not None]
        words = {stem(word) for span in spans_ for word in WORD.findall(span.quote.lower())}
        return not words.isdisjoint(one.aim or one.things)

    def _tells_number(self, one: Sought, span: Span) -> bool:
        """Whether a number of an announcement is told in ``span``."""
        return any(
            bounds(claim) in one.numbers
            for claim in self._in[span.document]
            if span.start <= claim.evidence.start < span.end
        )

    def _moved(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """Another day in place of that which was set: "on March 1 instead of Feb. 1"."""
        set_ = _days_set(one)
        for document, span in self._other_days if set_ else ():
            if not self._is_later(document.id, one) or not known(document):
                continue
            if not linked(one, span.quote, names=False) + self._tells_number(one, span):
                continue
            day = self._days[document.id]
            found = [time for time in times(span.quote, day) if time.role != "reported"]
            for time in found:
                before = span.quote[: time.start]
                if time.low and time.low[:DAY] in set_ and fates.reckoned("other_day").search(before + "|"):
                    others = [t for t in found if t.low and t.low[:DAY] > time.low[:DAY]]
                    if others:
                        yield Reckoning("overtaken", "put off to another day", document, span, day, firm=True)

    def _made(self, state: State, words: str, claim: Claim) -> Reckoning:
        document = self._documents[claim.context.document]
        return Reckoning(state, words, document, claim.context, self._days[document.id])


def _days_set(one: Sought) -> frozenset[str]:
    """The days for which something is announced; where none was read for it, those of its words."""
    due = one.entry.due
    ends = [end for end in (due.start, due.end) if end is not None and len(end) == DAY] if due is not None else []
    if not ends:
        found = times(one.entry.prospect.what.quote, one.day)
        ends = [t.low[:DAY] for t in found if t.low and t.low == t.high and t.role != "reported"]
    return frozenset(end for end in ends if end > one.day[:DAY])


def _names_day(text: str, told: str, day: str) -> bool:
    """Whether a sentence of the day ``told`` names this very day."""
    return any((time.high or "")[:DAY] == day for time in times(text, told) if time.role != "reported")


def linked(one: Sought, text: str, *, names: bool = True) -> int:
    """How many things of an announcement a sentence tells, and whom it names; two of its paragraph count as one.

    Where ``names`` is not so, that both name the same town or state tells nothing.
    """
    words = frozenset(map(stem, WORD.findall(text.lower())))
    told = words & one.things
    around = names_of(one.entry.prospect.context.quote) if names else ()
    named = by_state(names_of(text)) & by_state(one.names | one.doers | frozenset(around))
    codes = {code for span in spans(one.entry) for code in CODE.findall(span.quote)} & set(CODE.findall(text))
    apart = {name for name in named if stem(name.lower()) not in told}
    if not names:
        _, *rest = WORD.split(text, maxsplit=1)  # the capital that opens a sentence is no name's
        told -= {stem(name.lower()) for name in names_of(" ".join(rest))}
        apart = set()
    return len(told) + len(apart) + len(codes) + (len(words & one.beside) >= FEW)


def _part(whole: Claim, others: Iterable[Claim]) -> Claim | None:
    """The part that is told of ``whole``: right before it, or behind it where it opens a clause: "of the 60, 22"."""
    every = sorted(others, key=lambda claim: claim.evidence.start)
    text, start = whole.context.quote, whole.context.start
    for claim in reversed([c for c in every if c.evidence.end <= whole.evidence.start]):
        between = text[claim.evidence.end - start : whole.evidence.start - start]
        if _is_less(claim, whole) and fates.reckoned("close").fullmatch(between):
            return claim
        if claim.quantity.unit == whole.quantity.unit:
            break
    opens = re.search(r"(?:^|[,;:.–—-]\s|\b(?:and|but)\s)(?:so far,? )?of\b[^,;]*$", _before(whole), re.IGNORECASE)
    units = {whole.quantity.unit, COUNT}  # "of the 800 metres 650 are in use"
    behind = [c for c in every if c.evidence.start >= whole.evidence.end and c.quantity.unit in units]
    if opens is None or not behind:
        return None
    low, high = whole.quantity.low, behind[0].quantity.high
    return behind[0] if low is not None and high is not None and 0 < high < low else None


def _nearest(again: Claim, others: Sequence[Claim]) -> Claim | None:
    """The number of its unit before ``again``."""
    before = [c for c in others if c.evidence.end <= again.evidence.start and is_of_unit(again, c)]
    return max(before, key=lambda claim: claim.evidence.start, default=None)


def _is_less(less: Claim, more: Claim) -> bool:
    low, high = more.quantity.low, less.quantity.high
    return is_of_unit(more, less) and low is not None and high is not None and Fraction(0) < high < low


def _is_more(more: Claim, less: Claim) -> bool:
    least, wanted = more.quantity.low, less.quantity.low
    return least is not None and wanted is not None and least >= wanted


def is_of_unit(one: Claim, other: Claim) -> bool:
    """Whether two numbers are of one unit; money may be told without its own: of "510,000 of the 730,000 dollars"."""
    units = {one.quantity.unit, other.quantity.unit}
    bare = units & {COUNT, *fates.currencies()}
    return len(units) == 1 or (len(bare) == 1 and all(map(is_money, units - bare)))


def _is_of_one_thing(one: Claim, other: Claim) -> bool:
    told = [claim.counted.lemma for claim in (one, other) if claim.counted is not None]
    return len(told) < FEW or told[1] in fates.beside(told[0])


def _before(claim: Claim) -> str:
    place = claim.evidence.start - claim.context.start
    return claim.context.quote[max(0, place - BEFORE) : place]


def _behind(claim: Claim) -> str:
    place = claim.evidence.end - claim.context.start
    return " ".join(claim.context.quote[place : place + BEHIND].split())
