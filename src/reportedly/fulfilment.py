"""What was announced is met by later reports that tell of the very deed.

"The bridge will reopen on Monday" has no figure that a later one could meet; "the bridge reopened on Monday" meets it
all the same. What is promised: a later sentence meets an entry only where it has the same verb, told as done or as not
done, and what is to be done or who is to do it, in a report that shares a name with that of the announcement; of an
entry with figures it has to tell one, which was not told as done before. Sentences that may do so are found by their
words, and only they are read again.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from reportedly.model import DONE, Claim, Document, Outlook, Predicate, Reading, Span, State
from reportedly.values.dates import times
from reportedly.values.publication import DAY, published_on

Reads = Callable[[Document, Span], Iterable[Predicate]]
Pair = tuple[Document, Reading]
Bounds = tuple[Fraction | None, Fraction | None]

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+|\n+")
NAME = re.compile(r"\b[A-Z][\w-]{2,}")
OF_ALL = re.compile(r"\bof (?:the|its|their|those|these) $", re.IGNORECASE)
BESIDE = 60  # characters beside a verb in which stands what it gives up
CALL = "call"
OFF = re.compile(r"\bcall(?:s|ed|ing)? (?:[\w'’-]+ ){0,5}off\b", re.IGNORECASE)
FAR = 2000  # characters to either side in which the ends of a sentence are looked for
ENDS = (". ", "\n", "! ", "? ")
AHEAD = re.compile(r"\b(?:will|would|to|shall|could|may|might|can|should)\s+(?:not\s+)?(?:be\s+)?([a-z]+)")
STEM = 6  # letters by which words are held to be one: "vaccination", "vaccine"
OPENING = 2  # letters that all forms of a verb share: "begin", "began"
SHORT = 4  # letters; shorter words tell nothing of what is meant
FEW = 2  # things that must be the same, where so many are told
CANDIDATES = 6  # sentences that are read again for one entry
MOST = 300  # and for all of them
LATER = 120  # days behind its day in which an entry is looked for


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(files("reportedly").joinpath("fulfilment.toml").read_text("utf-8"))


def _alike(verb: str) -> frozenset[str]:
    """A verb and those that tell of the same deed."""
    return frozenset({verb}).union(*(told for told in _table()["same"].values() if verb in told))


@cache
def _given_up() -> frozenset[str]:
    """Verbs that end what was announced; "call" only with "off"."""
    return frozenset(_table()["given_up"]["verbs"])


@cache
def _common() -> frozenset[str]:
    """Words of ``fulfilment.toml`` that stand beside many a deed."""
    return frozenset(_table()["common"]["words"])


def fulfilled(
    announced: Iterable[Outlook], pairs: Iterable[Pair], moment: str | None, reads: Reads
) -> tuple[Outlook, ...]:
    """``announced`` with what reports until ``moment`` tell of those still open; ``reads`` finds predicates."""
    every, entries = list(pairs), list(announced)
    days = {document.id: day for document, reading in every if (day := published_on(document, reading)) is not None}
    numbers = _Numbers(every, days)
    open_ = {entry.id for entry in entries if entry.document in days and _is_open(entry)}
    if not open_:
        return tuple(entries)
    until = (moment or "") + "~"
    wanted = frozenset(thing for entry in entries if entry.id in open_ for thing in _things(entry))
    out = [(document, days[document.id]) for document, _ in every if document.id in days and days[document.id] <= until]
    told = _Told(out, wanted)
    texts = {document.id: document for document, _ in every}
    left = MOST
    found = []
    for entry in entries:
        met = entry
        asked = numbers.of_entry(entry)
        # What was done before it was announced is told again.
        is_looked_for = entry.id in open_ and left > 0 and not numbers.were_told(entry, days[entry.document])
        for document, span in told.of(entry, texts[entry.document], days) if is_looked_for else ():
            if asked and asked.isdisjoint(numbers.within(span)):
                continue
            left -= 1
            met = _met(entry, document, span, days[document.id], reads=reads)
            if met is not entry:
                break
        found.append(met)
    return tuple(found)


def _is_open(entry: Outlook) -> bool:
    return entry.state == "open" and entry.prospect.kind != "condition"


class _Numbers:
    """The numbers of reports, by where they stand."""

    def __init__(self, pairs: Sequence[Pair], days: Mapping[str, str]) -> None:
        self._at = {document.id: _numbers(reading.claims) for document, reading in pairs}
        self._done: dict[tuple[Bounds, str], str] = {}  # the first day on which so many of a thing are told as done
        for document, reading in sorted(pairs, key=lambda pair: days.get(pair[0].id, "~")):
            for claim in reading.claims:
                if claim.status in DONE and claim.counted is not None:
                    self._done.setdefault((_bounds(claim), claim.counted.lemma), days.get(document.id, "~"))
        self._things = {
            (claim.evidence.document, claim.evidence.start): claim.counted.lemma
            for _, reading in pairs
            for claim in reading.claims
            if claim.counted is not None
        }

    def within(self, span: Span) -> frozenset[Bounds]:
        """The numbers of ``span``, but for those of which only a part is told: "640 of the 2,300 tonnes"."""
        told = self._in(span)
        return frozenset(bounds for at, bounds in told if not OF_ALL.search(span.quote, 0, max(0, at - span.start)))

    def _in(self, span: Span) -> Sequence[tuple[int, Bounds]]:
        told = self._at.get(span.document, [])
        first = bisect_left(told, span.start, key=_start)
        return told[first : bisect_left(told, span.end, key=_start)]

    def of_entry(self, entry: Outlook) -> frozenset[Bounds]:
        """The numbers of what is to be done and of who is to do it."""
        spans = [span for span in (entry.prospect.what, entry.prospect.who) if span is not None]
        return frozenset(bounds for span in spans for bounds in self.within(span))

    def were_told(self, entry: Outlook, day: str) -> bool:
        """Whether so many of the same were told as done before the entry was announced."""
        spans = [span for span in (entry.prospect.what, entry.prospect.who) if span is not None]
        found = ((bounds, self._things.get((span.document, at))) for span in spans for at, bounds in self._in(span))
        return any(thing is not None and self._done.get((bounds, thing), "~") < day for bounds, thing in found)


def _numbers(claims: Iterable[Claim]) -> list[tuple[int, Bounds]]:
    return sorted([(claim.evidence.start, _bounds(claim)) for claim in claims], key=_start)


def _bounds(claim: Claim) -> Bounds:
    return claim.quantity.low, claim.quantity.high


def _start(one: tuple[int, Bounds]) -> int:
    return one[0]


class _Told:
    """The sentences of reports by those of their words that are looked for."""

    def __init__(self, documents: Iterable[tuple[Document, str]], wanted: frozenset[str]) -> None:
        self._at: defaultdict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        self._documents: dict[str, Document] = {}
        self._names: dict[str, frozenset[str]] = {}
        for document, day in sorted(documents, key=lambda one: (one[1], one[0].id)):
            self._documents[document.id] = document
            for start, end in _sentences(document.text):
                for stem in {_stem(word) for word in WORD.findall(document.text[start:end].lower())} & wanted:
                    self._at[stem].append((day[:DAY], document.id, start, end))

    def of(self, entry: Outlook, document: Document, days: Mapping[str, str]) -> Iterator[tuple[Document, Span]]:
        """The sentences that may tell what became of ``entry``, the first told first."""
        verb, things = _verb(entry), _things(entry)
        if verb is None or not things:
            return
        day, mine = days[entry.document][:DAY], self._named(document)
        told = (span for span in (entry.prospect.what, entry.prospect.who) if span is not None)
        names = mine & frozenset(name for span in told for name in _names_in(span, document.text))
        last = _after(max(day, (entry.due.end or "")[:DAY] if entry.due else ""), LATER)
        spots = Counter(spot for thing in things for spot in self._later(thing, day))
        needed = min(len(things), max(FEW, (len(things) + 1) // 2))
        openings = {told[:OPENING] for told in _alike(verb) | _given_up()}
        given = 0
        for spot, shared in sorted(spots.items()):
            _, other, start, end = spot
            words = WORD.findall(self._documents[other].text[start:end].lower())
            alike = any(word[:OPENING] in openings and _stem(word) not in things for word in words)
            if shared < needed or spot[0] > last or not alike or not mine & self._named(self._documents[other]):
                continue
            span = self._documents[other].span(start, end)
            theirs = self._names_at(self._documents[other], span)
            if names and theirs and names.isdisjoint(theirs):
                continue  # of another ship, plane, town
            yield self._documents[other], span
            given += 1
            if given == CANDIDATES:
                return

    def _later(self, stem: str, day: str) -> Sequence[tuple[str, str, int, int]]:
        told = self._at.get(stem, [])
        return told[bisect_left(told, (_after(day, 1),)) :]

    def _names_at(self, document: Document, span: Span) -> frozenset[str]:
        """The names in the sentence around ``span``."""
        first, last = max(0, span.start - FAR), span.end + FAR
        start = max(first, *(document.text.rfind(end, first, span.start) + 1 for end in ENDS))
        end = min((at for end in ENDS if (at := document.text.find(end, span.end - 1, last)) >= 0), default=span.end)
        told = NAME.findall(document.text, start, max(end, span.end))
        return self._named(document) & frozenset(told)

    def _named(self, document: Document) -> frozenset[str]:
        if document.id not in self._names:
            small = set(WORD.findall(document.text))
            told = (found.group() for found in NAME.finditer(document.text))
            self._names[document.id] = frozenset(name for name in told if name.lower() not in small | _common())
        return self._names[document.id]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in SENTENCE.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _names_in(span: Span, text: str) -> Iterator[str]:
    """The names of ``span``; a capital that opens a sentence is none."""
    opens = span.start == 0 or text.endswith(ENDS, 0, span.start)
    for found in NAME.finditer(span.quote):
        if found.start() or not opens or any(map(str.isdigit, found.group())):
            yield found.group()


def _stem(word: str) -> str:
    return word.removesuffix("s")[:STEM]


def _verb(entry: Outlook) -> str | None:
    """The verb of what is to come, in the form that the announcement has."""
    what = entry.prospect.what.quote
    ahead = AHEAD.search(what)
    if ahead is not None:
        return ahead.group(1)
    first = WORD.match(what)
    return first.group() if first is not None and first.group().islower() and len(first.group()) > OPENING else None


def _things(entry: Outlook) -> frozenset[str]:
    """The words of what is to be done, of who is to do it where those are fewer than two, by their stems."""
    verb, found = _verb(entry), frozenset[str]()
    for span in (entry.prospect.what, entry.prospect.who):
        told = [word for word in WORD.findall(span.quote.lower()) if word != verb] if span is not None else []
        found |= {_stem(word) for word in told if len(word) >= SHORT and word not in _common()}
        if len(found) >= FEW:
            break
    return found


def _met(entry: Outlook, document: Document, span: Span, day: str, *, reads: Reads) -> Outlook:
    """What a sentence makes of an entry: the first predicate that is its verb, told as done or as not done."""
    forms, given_up = _forms(_verb(entry) or ""), _given_up() - (_alike(_verb(entry) or "") - {CALL})
    due = entry.due.end if entry.due else None
    early = entry.due is not None and entry.due.start is not None and day[: len(entry.due.start)] < entry.due.start
    for predicate in reads(document, span):
        off = predicate.lemma in given_up and _ends(predicate, document, span, _things(entry))
        if not (off or predicate.lemma in forms) or predicate.condition is not None:
            continue
        told = f"in {document.outlet or document.address} of {day[:DAY]}: {' '.join(span.quote.split())}"
        if off and predicate.status in DONE:
            return replace(entry, state="overtaken", reason=f"told to be given up, {told}")
        if off or (predicate.status in DONE and early):
            continue  # what is to be done in 2014 is not what was done in 2008
        if predicate.status in DONE:
            late = due is not None and any(time.low and time.low[: len(due)] > due for time in times(span.quote, day))
            state: State = "not_by_date" if late else "came_about"
            how = "it came about, and later" if late else "told to have come about"
            return replace(entry, state=state, reason=f"{how}, {told}")
        if predicate.status == "did_not_happen":
            state = "not_by_date" if due is not None and day[:DAY] > due else "overtaken"
            return replace(entry, state=state, reason=f"told not to have come about, {told}")
    return entry


def _ends(predicate: Predicate, document: Document, span: Span, things: frozenset[str]) -> bool:
    """Whether a verb of giving up stands right beside what was announced; "call" has to go with "off"."""
    start, end = max(span.start, predicate.span.start - BESIDE), min(span.end, predicate.span.end + BESIDE)
    beside = document.text[start:end]
    near = not things.isdisjoint(_stem(word) for word in WORD.findall(beside.lower()))
    return near and (predicate.lemma != CALL or OFF.search(beside) is not None)


def _forms(verb: str) -> frozenset[str]:
    """What the base of a verb may be: that of "vaccinated" is "vaccinate"."""
    bases = {verb}
    for ending in ("ed", "ing"):
        if verb.endswith(ending):
            bare = verb.removesuffix(ending)
            bases |= {bare, f"{bare}e", bare[:-1]}
    return frozenset(bases).union(*map(_alike, bases))


def _after(day: str, days: int) -> str:
    """A day so many days later; of a date that is no day the date itself."""
    try:
        return (date.fromisoformat(day[:DAY]) + timedelta(days=days)).isoformat()
    except ValueError:
        return day or "~"
