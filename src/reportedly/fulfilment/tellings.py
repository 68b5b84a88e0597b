"""Sentences that carry words of fate, with what a reader needs to tell whose they are.

``values/spoken.toml`` lists the words. Where what they are told of has to stand follows from their grammar: behind a
verb that takes it ("dropped its flight"), before one that does not ("the plan was dropped"), anywhere in the clause of
an adverb ("a week late"); and before them where they point back ("it never began", "the other is still shut").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.frozen import dataclass
from reportedly.fulfilment.sentences import after, bounds
from reportedly.fulfilment.sought import SHORT, WORD, Bounds, stem
from reportedly.fulfilment.told import sentences
from reportedly.model import Claim, Document, Span
from reportedly.values import fates, spoken
from reportedly.values.calendar import month_end
from reportedly.values.dates import times
from reportedly.values.publication import DAY

Days = Sequence[tuple[str, str]]  # first and last day of times

MONTH, YEAR = 7, 4  # letters of a date
NEAR = 6  # words behind a verb in which stands what is dropped
SOON = 12  # characters behind what is put off in which the new day stands
_CLAUSE = re.compile(
    r"[;:]\s|\s[–—-]\s|,\s(?:and|but|while|though|although|so|whereas|as|because|since|after|where|when)\s"
    r"|\b(?:but|though|while)\b"
)
_WHICH = re.compile(r"\s(?:of|for|to|in|at|on|by|from|with|about|against|that|which|who|between|or)\b|[,;]")
_SINGLE = re.compile(r"\b(?:one|single|first|two|both|\d+)\b", re.IGNORECASE)
_IS_OTHER = re.compile(r"(?:the|for the) (?:other|second|rest|remainder)", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|them|this|that|these|those|all|others)(?: back| down)?(?: to| by)?$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|nor)\b|n['’]t\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s((?:which|who)\b[^,]{3,80}),")


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of fate in a sentence of a report of ``day``: what they mean, and where they stand.

    ``start`` and ``end`` bound their clause, ``near`` holds the stems of the words ``within`` which stands what they
    are told of, ``rest`` those of the sentence and of the one ``before`` it; ``points`` tells that they point back.
    ``numbers`` are those of the sentence, and of that to which it points back, ``claims`` its own figures. ``ends`` are
    the days that are told, or to which a day comes with the delay told beside it.
    """

    document: Document
    span: Span
    day: str
    fate: spoken.Fate
    words: str
    at: int
    start: int
    end: int
    before: str
    points: bool
    within: str
    near: frozenset[str]
    rest: frozenset[str]
    numbers: frozenset[Bounds]
    claims: Sequence[Claim]
    ends: frozenset[str]

    @property
    def takes(self) -> bool:
        """Whether what is dropped stands behind the words."""
        return self.fate == "dropped" and spoken.takes_object(self.words)

    @property
    def clause(self) -> str:
        """The words of the clause."""
        return self.span.quote[self.start - self.span.start : self.end - self.span.start]

    @property
    def misses(self) -> bool:
        """Whether a day is told with a delay, so that only what was set for the day to which they come is meant."""
        return bool(fates.shift(self.span.quote) and self.ends)

    @property
    def behind(self) -> str:
        """What stands behind the words."""
        return self.span.quote[self.at - self.span.start + len(self.words) :]

    @property
    def aside(self) -> Sequence[str]:
        """The days that are told aside: "which came in on 14 October"."""
        return [low[:DAY] for told in _ASIDE.findall(self.span.quote) for low, _ in days_of(told, self.day)]


def tellings(document: Document, day: str, claims: Sequence[Claim]) -> Iterator[Telling]:
    """The words of fate in a document of ``day``, whose figures are ``claims``; none that are only thought of."""
    before, started = "", 0
    for start, end in sentences(document.text):
        span = document.span(start, end)
        every = spoken.told(span.quote)
        if not any(fate in ("kept", "late") for fate, _ in every):
            every += _shifted(span.quote)
        for fate, found in every:
            first, last = _clause(span.quote, found)
            if not _is_told(fate, found, span.quote[first:], f"{before} {span.quote[: found.start()]}", day=day):
                continue
            within, points = _within(fate, found, first, last)
            back = points and not span.quote[:first].strip()  # what it points to stands in the sentence before
            yield Telling(
                document,
                span,
                day,
                fate,
                found.group(),
                start + found.start(),
                start + first,
                start + last,
                before,
                points,
                f"{before} {within}" if back else within,
                near=canon(_stems(f"{before} {within}" if back else within)),
                rest=canon(_stems(f"{before} {span.quote}")),
                numbers=frozenset(bounds(c) for c in claims if (started if back else start) <= c.evidence.start < end),
                claims=tuple(c for c in claims if start <= c.evidence.start < end),
                ends=frozenset(_ends(fate, span.quote, before, day) if fate != "dropped" else _exact(within, day)),
            )
        before, started = span.quote, start


def _is_told(fate: spoken.Fate, found: re.Match[str], clause: str, before: str, *, day: str) -> bool:
    """Whether words tell a fate: not what is only thought of, with the new day or the other one that they call for."""
    at = clause.find(found.group())
    if spoken.thought().search(clause, 0, at) is not None:
        return False
    if fate == "kept" and _NOT.search(clause, 0, at) is not None:
        return False  # "not on 25 June as announced"
    if fate == "moved" and spoken.sets_day(found.group()):
        return any(time.start <= SOON for time in times(clause[at + len(found.group()) :], day))
    return _IS_OTHER.match(found.group()) is None or _SINGLE.search(before) is not None


def _within(fate: spoken.Fate, found: re.Match[str], first: int, last: int) -> tuple[str, bool]:
    """The words among which stands what a fate is told of, and whether they point back."""
    text = found.string
    if fate == "dropped" and spoken.takes_object(found.group()) and _IT.search(found.group()) is None:
        return _object(text[found.end() :]), False
    other = any(way.search(found.group()) is not None for way in (_IT, _IS_OTHER))
    if other or spoken.pointing().match(text, first) is not None:
        return text[: found.end()], True
    if fate == "since":
        return text[first : found.end()], False  # who is told to go on, not what he does besides
    return text[first : found.start() if fate in ("dropped", "moved", "stays") else last], False


def _object(behind: str) -> str:
    """What stands right behind a verb; of a plan also what it is for: "call to strike"."""
    words = behind.split()[:NEAR]
    told = _WHICH.split(" ".join(words), maxsplit=1)[0]
    last = next(reversed(WORD.findall(told.lower())), "")
    return " ".join(words) if fates.is_plan(last) or last in fates.nouns("offered") else told


def _clause(text: str, told: re.Match[str]) -> tuple[int, int]:
    """Where the clause begins and ends in which words stand."""
    cuts = [found.span() for found in _CLAUSE.finditer(text)]
    first = max((stop for _, stop in cuts if stop <= told.start()), default=0)
    return first, min((begin for begin, _ in cuts if begin >= told.end()), default=len(text))


def _shifted(text: str) -> list[tuple[spoken.Fate, re.Match[str]]]:
    """A delay that is told by its length, or how early something is."""
    found, shift = fates.delay(text), fates.shift(text)
    return [("late" if shift > 0 else "kept", found)] if found is not None and shift else []


# Words


def canon(stems: Iterable[str]) -> frozenset[str]:
    """Stems without those that tell nothing, each as that of the word for which it may stand."""
    return frozenset(_standing().get(word, word) for word in stems if len(word) >= SHORT) - _empty()


def _stems(text: str) -> Iterator[str]:
    return map(stem, WORD.findall(text.lower()))


@cache
def _standing() -> dict[str, str]:
    return {stem(noun): name for noun, name in spoken.alike().items()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(stem, spoken.empty() | fates.common()))


# Days


def days_of(text: str, day: str) -> Days:
    """First and last day of the times in a text of ``day``, but for those of a saying."""
    return [(t.low, t.high or "") for t in times(text, day) if t.low and t.role != "reported"]


def last_day(date: str) -> str:
    """The last day of a date, of a month or a year too."""
    if len(date) == YEAR:
        return f"{date}-12-31"
    return month_end(int(date[:YEAR]), int(date[YEAR + 1 :])).isoformat() if len(date) == MONTH else date[:DAY]


def is_day(time: tuple[str, str]) -> bool:
    """Whether a time is a single day."""
    return len(time[0]) >= DAY and time[0][:DAY] == time[1][:DAY]


def _exact(text: str, day: str) -> Iterator[str]:
    return (low[:DAY] for low, high in days_of(text, day) if is_day((low, high)))


def _ends(fate: spoken.Fate, sentence: str, before: str, day: str) -> Iterator[str]:
    """The days for which something may have been set of which ``fate`` is told."""
    if fate in ("partly", "stays"):
        return
    told, shift = days_of(sentence, day), fates.shift(sentence)
    if shift:
        slack = range(-fates.leeway(sentence), fates.leeway(sentence) + 1)
        exact = list(_exact(sentence, day)) if told else list(_exact(before, day))
        yield from (after(one, more - shift) for one in exact for more in slack)
        yield from exact if shift > 0 else ()
        return
    for low, high in told:
        if is_day((low, high)):
            yield low[:DAY]
        elif fate in ("late", "moved", "idle") and low[:MONTH] == high[:MONTH] and len(low) >= MONTH:
            yield last_day(low[:MONTH])  # "August has come and gone"
