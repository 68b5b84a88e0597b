"""Sentences of later reports that may tell of what was announced are found by their words."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportedly.fulfilment.again import may_be_again
from reportedly.fulfilment.recalled import recalls
from reportedly.fulfilment.sentences import after, begun
from reportedly.fulfilment.sought import (
    ENDS,
    ENOUGH,
    FEW,
    OPENING,
    WORD,
    Bounds,
    Sought,
    by_state,
    is_way,
    names_of,
    stem,
    strangers,
    tellers,
)
from reportedly.model import Document, Span
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.states import nations

SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Gov|Gen|Sen|Rep|Mrs)\.)(?<!\b(?:Mr|Dr|St|Lt)\.)"
    r"(?<!\bSept\.)(?!(?<=\b[ap]\.m\.) [a-z])[\"”’]?\s+|\n+|(?:(?<=[a-z]{2}[.!?])|(?<=\w\s[.!?]))(?=[A-Z][a-z])"
)
KEPT = re.compile(r"\bas (?:[\w-]+ ){0,4}(?:promised|planned|pledged|scheduled|announced|agreed)\b", re.IGNORECASE)
_LETTERS = re.compile(r"\b[A-Z]{2}\b")
_SAYING = re.compile(
    r", (?:according to [^,.\n]{2,60}|[^,.\n]{2,60} (?:said|says|reported|added|announced|estimated)(?: on \w+)?)\.?$"
)
YEAR, MONTH = 4, 7  # letters of a date
FAR = 2000  # characters to either side in which the ends of a sentence are looked for
CANDIDATES = 10  # sentences that are read again for one entry
NEAR = 60  # sentences whose times are read for it
LATER = 120  # days behind its day in which an entry is looked for
SOON = 14  # days in which few words tell that two reports are of one matter, where no day is set


class Told:
    """The sentences of reports by those of their words that are looked for."""

    def __init__(self, documents: Iterable[tuple[Document, str]], wanted: frozenset[str]) -> None:
        self._at: defaultdict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        self._documents: dict[str, Document] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._codes: dict[str, frozenset[str]] = {}
        self._small: dict[str, frozenset[str]] = {}
        for document, day in sorted(documents, key=lambda one: (one[1], one[0].id)):
            self._documents[document.id] = document
            for start, end in sentences(document.text):
                for told in {stem(word) for word in WORD.findall(document.text[start:end].lower())} & wanted:
                    self._at[told].append((day[:DAY], document.id, start, end))

    def of(
        self, one: Sought, document: Document, numbers: Callable[[Span], frozenset[Bounds]]
    ) -> Iterator[tuple[Document, Span]]:
        """The sentences that may tell what became of ``one``, which ``document`` announced; the first told first.

        They share names with the report, two things at least with the announcement, or one and the day or one of the
        ``numbers``, which tells those of a stretch.
        """
        mine, known, small = self._named(document), self._known(document), self._small[document.id]
        due = one.entry.due
        end = _day_of((due.end or due.start or "")[:DAY]) if due else ""
        last = after(max(one.day[:DAY], end), LATER)
        soon = after(max(one.day[:DAY], end), SOON)
        core = {spot for thing in one.core for spot in self._later(thing, one.day[:DAY])}
        spots = Counter(spot for thing in one.things for spot in self._later(thing, one.day[:DAY]))
        near = Counter(spot for thing in one.beside for spot in self._later(thing, one.day[:DAY]))
        again = may_be_again(one)
        use = {*fates.in_use("verbs"), *fates.in_use("light")} if again else ()
        told_by = {*one.verbs, *one.ends, *one.undone, *one.nouns, *fates.giving_up(), *use}
        openings = {word[:OPENING] for word in told_by}
        wanted = frozenset((claim.quantity.low, claim.quantity.high) for claim in (*one.figures, *one.more))
        given, tried, way = 0, 0, again and is_way(one.entry)
        named_anew = not fates.listed("naming").isdisjoint(fates.bases(one.verb))  # whoever is chosen has a new name
        for spot in sorted(spots.keys() | near.keys()):
            _, other, start, end_ = spot
            report = self._documents[other]
            text = report.text[start:end_]
            if (
                spot[0] > (soon if len(one.things) < FEW else last)
                or not _may_tell(one, text, openings)
                or not known & self._known(report)
            ):
                continue
            shared = spots[spot] if spot in spots else min(1, near[spot]) - (one.needed < FEW)
            span = report.span(start, end_)
            same_number = bool(wanted) and not wanted.isdisjoint(numbers(span))
            if one.core and spot not in core and not one.beside and not same_number and spots[spot] < ENOUGH - way:
                continue  # "opened a hospital" where parliament is to be opened
            vague = one.entry.prospect.kind == "forecast" or spot[0] > soon
            dated = due is not None and bool(due.start or len(due.end or "") >= MONTH)
            far = one.due is None and not one.ends and not dated and vague
            lacks = one.needed + far * (1 + (one.needed < ENOUGH)) - shared - same_number
            lacks -= _keeps(text) if far and 0 < lacks <= ENOUGH else 0
            lacks -= lacks == 1 and one.day_set is not None and fates.sets_anew(text)
            lacks -= lacks == 1 and one.is_offer and fates.refuses(text)
            lacks -= lacks == 1 and _drops_its(one, text)
            if lacks > 1 or (lacks == 1 and (tried >= NEAR or not _is_of_its_time(one, text, spot[0]))):
                continue
            tried += lacks == 1
            opens = WORD.match(text)
            told = self._names_at(report, span) - ({opens.group()} - mine if opens is not None else frozenset())
            theirs = frozenset(name for name in told if name.lower() not in small)
            names = by_state(mine & one.names)
            if nations().keys().isdisjoint(one.names):
                theirs -= nations().keys()  # what is done in a town of Peru is told of Peru
            theirs = by_state(theirs)
            states = frozenset(nations().values())
            if names <= states and theirs.isdisjoint(states):
                theirs = frozenset()  # of a strike in the Netherlands its papers tell without that name
            names |= by_state(mine & one.openers) if names else frozenset()
            persons = names <= by_state(one.doers) and spots[spot] >= ENOUGH  # "the strike was averted in Lille"
            own = names <= by_state(one.doers) and spots[spot] >= FEW and _is_told_by_itself(one, opens, theirs)
            if named_anew:
                theirs &= states
            if names and theirs and strangers(names, theirs) and not (persons or own):
                continue  # of another ship, plane, town
            yield report, span
            given += 1
            if given == CANDIDATES:
                return

    def names(self, document: Document) -> frozenset[str]:
        """The names in a document."""
        return self._named(document)

    def may_be_of(self, document: Document, other: Document) -> bool:
        """Whether two documents share a name."""
        return bool(self._known(document) & self._known(other))

    def _later(self, thing: str, day: str) -> Sequence[tuple[str, str, int, int]]:
        told = self._at.get(thing, [])
        return told[bisect_left(told, (after(day, 1),)) :]

    def _names_at(self, document: Document, span: Span) -> frozenset[str]:
        """The names in the sentence around ``span``."""
        first, last = max(0, span.start - FAR), span.end + FAR
        start = max(first, *(document.text.rfind(end, first, span.start) + 1 for end in ENDS))
        end = min((at for end in ENDS if (at := document.text.find(end, span.end - 1, last)) >= 0), default=span.end)
        while (saying := _SAYING.search(document.text, max(start, end - FAR), end)) is not None:
            end = saying.start()  # who says so is none of those whom it is told of
        return self._named(document) & frozenset(names_of(document.text[start : max(end, span.start)]))

    def _known(self, document: Document) -> frozenset[str]:
        """The names in a document, a state and its people by one."""
        if document.id not in self._codes:
            letters = frozenset(_LETTERS.findall(document.text)) - fates.no_names()  # "BP", "EU"
            self._codes[document.id] = by_state(self._named(document) | letters)
        return self._codes[document.id]

    def _named(self, document: Document) -> frozenset[str]:
        if document.id not in self._names:
            small = self._small[document.id] = frozenset(WORD.findall(document.text))
            told = names_of(document.text)
            self._names[document.id] = frozenset(name for name in told if name.lower() not in small | fates.common())
        return self._names[document.id]


def _may_tell(one: Sought, text: str, openings: set[str]) -> bool:
    """Whether a word of a sentence may be the verb that is looked for: "repaid" where "repayments" are to begin."""
    words = WORD.findall(text.lower())
    others = one.things - {stem(word) for word in (*one.nouns, *one.verbs, *one.ends, one.verb)}
    of_thing = {thing[:OPENING] for thing in one.things} if one.beside else ()
    return any(
        (word[:OPENING] in openings and stem(word) not in others) or word[:OPENING] in of_thing for word in words
    )


def _drops_its(one: Sought, text: str) -> bool:
    """Whether somebody gives up what is told as his own, and is what was announced: "shelves its convoys"."""
    found = fates.drops_its().search(text)
    return found is not None and stem(found.group(1).lower()) in one.core & one.aim


def _is_told_by_itself(one: Sought, opens: re.Match[str] | None, theirs: frozenset[str]) -> bool:
    """Whether a pronoun, or whoever announced it, stands for who was to do it: "she has dropped the motion"."""
    speakers = tellers(one.entry.prospect.attribution)
    return (opens is not None and opens.group().lower() in fates.pronouns()) or not speakers.isdisjoint(theirs)


def _keeps(text: str) -> int:
    """How far a sentence tells by itself that it is of what was announced: by a delay it does more than by a plan."""
    if fates.shift(text):
        return 2
    words = WORD.findall(text.lower())
    return int(is_kept(text) or recalls(text) or any(map(fates.is_plan, words)))


def is_kept(text: str) -> bool:
    """Whether a sentence tells of a promise that was kept."""
    return KEPT.search(text) is not None


def _is_of_its_time(one: Sought, text: str, day: str) -> bool:
    """Whether a sentence told on ``day`` names the very day that was set, or one up to that until which it was."""
    if _is_of_day(text, day, one.day_set):
        return True
    end = one.entry.due.end if one.entry.due is not None and one.entry.due.start is None else None
    if end is None:
        return False
    found = [(time.low or "")[:DAY] for time in times(text, day) if time.role != "reported"]
    return any(one.day[:DAY] < low and low[: len(end)] <= end for low in found if len(low) == DAY)


def _is_of_day(text: str, day: str, due: str | None) -> bool:
    """Whether a sentence told on ``day`` names the day on which something is due."""
    found = [time for time in times(text, day) if time.role != "reported"] if due is not None else []
    if any(due in ((time.low or "")[:DAY], (time.high or "")[:DAY]) for time in found):
        return True
    days = [time.low[:DAY] for time in found if time.low and time.low == time.high]
    if due is not None and begun(text, days or [day]) == due:
        return True
    shift = fates.shift(text) if due is not None else None
    days = [time.low[:DAY] for time in found if time.low] or [day]
    return shift is not None and any(after(told, -shift) == due for told in days)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, by their full stops."""
    start = 0
    for found in SENTENCE.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _day_of(date_: str) -> str:
    """A late day of a date that is no day: of a year or a month."""
    return date_ + {YEAR: "-12-31", MONTH: "-28"}.get(len(date_), "")
