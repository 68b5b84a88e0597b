"""Claims become comparable: the stretch of time or the event that a figure is limited to, if it is limited to any.

A running count up to a moment ("since August", "by November", "as of Friday") is limited to none. A year that was over
when the report came, a stretch told with both its ends, a day or a week limit it. What is still to come is limited by
the day it is due. An event is its kind and its date, as coarse as such events lie apart.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.frozen import dataclass
from reportedly.model import Claim, When
from reportedly.series.lexicons import lexicon, named, words
from reportedly.values.dates import Time
from reportedly.values.wordings import Wording

DAY, MONTH, YEAR = 10, 7, 4  # characters of an ISO date
STEPS = {"day": DAY, "month": MONTH, "none": 0}
QUARTER, A_YEAR = 3, 12  # months
BESIDE = 24  # characters in which the words beside a doubtful one stand
NEAR = 60  # characters in which words stand that tell what it is
UP_TO_NOW = 2  # months before the report within which a told stretch ends where the count does
RUNNING = re.compile(
    r"^\s*(?:since|now|by|until|as of|up to|so far|to date|from (?!.*\b(?:to|until)\b))", re.IGNORECASE
)
ENTRY = re.compile(r"(?:[a-z]{3,6}day[,:]? )?\d?\d[:.h]\d\d(?: ?[a-z.]{2,4})?", re.IGNORECASE)  # "SUNDAY 07:15"
SINCE = re.compile(r"\s*since\b", re.IGNORECASE)
LENGTH = re.compile(
    r"\b(?:in|within|over|during|in the (?:course|space) of) "
    r"(?:(?:a|one)(?: single)?|(two|three|four|five|six|seven|ten|\d+)) "
    r"(hour|day|night|week|weekend|month|year)s?\b(?! ago| earlier| later)",
    re.IGNORECASE,
)
DATED = re.compile(r"day\b|\bweek|\bnight|\bmorning|\bevening|\bmonth|\bhours?\b|\byear")
# A part of whatever day: it limits no count.
PART_OF_DAY = re.compile(r"^(?:in|by|at|before|after) (?!.*(?:day|week|last)).*(?:morning|evening|night|hours?)$")
A_DAY = re.compile(
    r"\b(?:(?:past|last|previous) (?:24|twenty-four) hours|(?:past|last|previous|single) day)\b", re.IGNORECASE
)
SENTENCE = re.compile(r"[.!?][\"”’]?\s|\n\s*\n")
WHEREIN = re.compile(r"\bin (?:which|whose course) (?:some |about |at least |nearly |over )?$")
SINGLE = re.compile(r"\b(?:in|during) (?:one|a|an|a single|another) (?:single )?([a-z-]+)\b")
WORD = re.compile(r"[^\W\d_]+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Event:
    """A happening with a toll: its kind, its date in the steps of that kind where it is told, and its words."""

    kind: str
    date: str | None
    words: str

    def __str__(self) -> str:
        return f"{self.kind} {self.date}" if self.date else self.kind


def event(sentence: str, when: When | None, kind: str | None = None, *, lasting: bool = False) -> Event | None:
    """The event that ``sentence`` tells of, of ``kind`` if given, dated by ``when``; a disease if ``lasting``."""
    low = sentence.lower()
    for found in WORD.finditer(low):
        told = _kind(found, low)
        if told is not None and kind in (None, told) and (not lasting or lasts(told)):
            return Event(told, _dated(when, _step(told)), sentence[found.start() : found.end()])
    return None


def events(wording: Wording) -> tuple[Event, ...]:
    """Every event of a document, each dated by the time behind it in its sentence, else by the one before it."""
    text = wording.document.text
    low = text.lower()
    spots = [(found, kind) for found in WORD.finditer(low) if (kind := _kind(found, low)) is not None]
    known = wording.times if spots else ()
    spots = [(found, kind) for found, kind in spots if not _is_of_before(wording, found.start(), known)]
    return tuple(
        Event(kind, _nearest(text, found.start(), known, _step(kind)), text[found.start() : found.end()])
        for found, kind in spots
    )


def is_named(text: str) -> bool:
    """Whether ``text`` names an event, a walkout with one that strikes people included."""
    return any(found.group() in named("events") for found in WORD.finditer(text.lower()))


def is_of_one(claim: Claim) -> bool:
    """Whether its sentence counts the losses of one blow among others: "fire in which six fell", "in one ambush"."""
    sentence, start = claim.context.quote, claim.evidence.start - claim.context.start
    if claim.basis == "coded" or start < 0:
        return False
    if WHEREIN.search(sentence, max(0, start - BESIDE), start):
        return True
    single = SINGLE.search(sentence, start, start + NEAR)
    return single is not None and (single.group(1) in named("events") or single.group(1) in lexicon()["doubtful"])


def _kind(found: re.Match[str], low: str) -> str | None:
    """The kind of event that a word names; of one that is mostly something else only where the words beside tell."""
    doubts = lexicon()["doubtful"]
    kind, doubt = named("events").get(found.group()), doubts.get(found.group())
    doubt = doubts[doubt["as"]] if doubt is not None and "as" in doubt else doubt
    if kind is None or doubt is None:
        return kind
    before = low[max(0, found.start() - BESIDE) : found.start()].split()[-1:]
    if "apart" in doubt:
        return kind if set(before).isdisjoint(doubt["apart"]) else None
    first, second = (*low[found.end() : found.end() + BESIDE].split(), "", "")[:2]
    led = first in doubt["behind"] and second.strip(".,;:") not in words("places", "times")
    near = low[max(0, found.start() - NEAR) : found.end() + NEAR] if led else ""
    led = led and set(WORD.findall(near)).isdisjoint(doubt["unless"])
    return kind if led or not set(before).isdisjoint(doubt["before"]) else None


def told_of(event: Event, published: str | None) -> Event:
    """An event without a date took place when it was told, as far as its kind is told apart by months."""
    month = (published or "")[:MONTH]
    return replace(event, date=month) if _step(event.kind) == MONTH == len(month) else event


def _nearest(text: str, at: int, known: Sequence[Time], step: int) -> str | None:
    first = bisect_left(known, at, key=lambda time: time.start)
    for time in (*known[first : first + 1], *known[max(0, first - 1) : first]):
        between = text[min(at, time.start) : max(at, time.end)]
        date = _shared(time.low, time.high, step)
        if not SENTENCE.search(between) and date is not None:
            return date
    return None


def _step(kind: str) -> int:
    return STEPS[lexicon()["events"][kind]["step"]]


def lasts(kind: str) -> bool:
    """Whether such an event is told apart by no date, as an outbreak of a disease is."""
    return _step(kind) == 0


def is_whole(wide: str, narrow: str) -> bool:
    """Whether ``wide`` is the event that ``narrow`` tells with its date; a stretch of an event is a part of it."""
    kind, _, date = narrow.partition(" ")
    return wide == kind in lexicon()["events"] and len(date) == _step(kind) > 0


def is_dated(period: str) -> bool:
    """Whether it is an event with its date, as exact as such events are told apart by."""
    kind, _, date = period.partition(" ")
    return kind in lexicon()["events"] and len(date) == _step(kind) > 0


def is_recalled(period: str) -> bool:
    """Whether it is an event that is dated by its year alone, though its kind is told apart by less."""
    kind, _, date = period.partition(" ")
    return kind in lexicon()["events"] and len(date) == YEAR


def _dated(when: When | None, step: int) -> str | None:
    """The date that both ends of ``when`` share, in steps of ``step`` characters."""
    return None if when is None else _shared(when.start, when.end, step)


def _is_of_before(wording: Wording, at: int, known: Sequence[Time]) -> bool:
    """Whether the year told nearest in the sentence of an event was long over when the report came."""
    text, published = wording.document.text, wording.published
    first = bisect_left(known, at, key=lambda time: time.start)
    for time in (*known[first : first + 1], *known[max(0, first - 1) : first]):
        if not SENTENCE.search(text[min(at, time.start) : max(at, time.end)]) and time.low and time.high:
            return bool(published) and _months(published or "") - _months(time.high) > A_YEAR
    return False


def _shared(low: str | None, high: str | None, step: int) -> str | None:
    if not low or not high or not step:
        return None
    one, two = low[:step], high[:step]
    return one if one == two and len(one) == step else None


def as_told(when: When | None) -> When | None:
    """A time by its words alone: "since May" ends at no day, though the report that tells it does.

    The entry of a live report in which a count is told is no day that limits it.
    """
    if when is None or not when.end or not when.words:
        return when
    if ENTRY.fullmatch(when.words):
        return None
    return replace(when, end=None) if SINCE.match(when.words) else when


def limiting(when: When | None, published: str | None, *, done: bool) -> str | None:
    """The stretch that ``when`` limits a running count to, or the day by which it is to come about."""
    if when is None:
        return None
    if not (when.start or when.end):
        return _by_words(when.words or "") if done else None
    if not done:
        return _due(when, published)
    if not when.start or not when.end or RUNNING.match(when.words or ""):
        return None
    if when.start != when.end and published and _months(published) - _months(when.end) < UP_TO_NOW and _is_long(when):
        return None  # "between September 2023 and March 2025", told in April 2025
    if published and when.start == when.end and len(when.start) == YEAR and published.startswith(when.start):
        return None
    return _stretch(when)


def _due(when: When, published: str | None) -> str | None:
    """The month by which something is to come about, or the year for which it is announced."""
    end = (when.end or "")[:MONTH]
    if is_year(when) and not RUNNING.match(when.words or ""):
        return end
    return f"by {end}" if end and (published is None or end > published[:MONTH]) else None


def _by_words(told: str) -> str | None:
    """A time that no date of publication fixes, by its words: "on Tuesday" is no running count."""
    low = " ".join(told.lower().split())
    if (length := span_of(low, None)) is not None:
        return length
    return low if DATED.search(low) and not RUNNING.match(low) and not PART_OF_DAY.match(low) else None


def is_a_day(when: When | None, published: str | None) -> bool:
    """Whether something is told of one day: "on Sunday", "in the past 24 hours", since the day before the report."""
    when = as_told(when)
    if when is None:
        return False
    if A_DAY.search(when.words or ""):
        return True
    if when.start is None or len(when.start) < DAY:
        return False
    if when.end is not None:
        return when.start[:DAY] == when.end[:DAY]
    return published is not None and len(published) >= DAY and _days(when.start, published) == 1


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other[:DAY]) - date.fromisoformat(one[:DAY])).days


def span_of(sentence: str, when: When | None) -> str | None:
    """A stretch told by its length alone: "within a week", "in a single day"."""
    found = LENGTH.search(sentence) if when is None or not (when.start or when.end) else None
    return None if found is None else " ".join(filter(None, found.groups())).lower()


def is_year(when: When | None) -> bool:
    """Whether ``when`` is a year and no day or month of it."""
    return when is not None and when.start == when.end and len(when.start or "") == YEAR


def is_long(when: When | None) -> bool:
    """Whether a stretch is long enough for a budget: a month, a quarter, a year."""
    if when is None or not when.start or not when.end:
        return False
    return len(when.start) < DAY or when.start[:MONTH] != when.end[:MONTH]


def reaches_back(when: When | None, published: str | None) -> bool:
    """Whether a stretch began more than a year before the report, and is no year that an event took place in."""
    if when is None or not when.start or not when.end or when.start == when.end or not published:
        return False
    return _months(published) - _months(when.start) > A_YEAR


def stretch(when: When | None) -> str | None:
    """A stretch that a change or a new count was told for."""
    return _stretch(when) if when is not None and when.start and when.end else None


def wave(when: When | None) -> str | None:
    """The stretch in which something was added: a quarter, where it was told in months."""
    told = stretch(when)
    if told is None or when is None or "/" not in told:
        return told
    return quarter(when.start) if _months(when.end or "") - _months(when.start or "") <= QUARTER else told


def quarter(day: str | None) -> str | None:
    """The quarter of the year in which an addition was told, where nothing tells its own time."""
    if day is None or len(day) < MONTH:
        return day
    return f"{day[:YEAR]}-Q{(int(day[5:MONTH]) + 2) // 3}"


def _stretch(when: When) -> str | None:
    one, two = (when.start or "")[:DAY], (when.end or "")[:DAY]
    return one if one == two else f"{one}/{two}"


def _is_long(when: When) -> bool:
    return _months(when.end or "") - _months(when.start or "") > UP_TO_NOW


def _months(iso: str) -> int:
    """Months since year 0 of a date as precise as it is."""
    year, month = int(iso[:YEAR]), iso[5:MONTH]
    return year * 12 + (int(month) if month else 1)
