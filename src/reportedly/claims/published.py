"""Documents become claims: the day a text was published, as far as its own words give it away.

What is promised: every date comes with the words that led to it; the answer is as wide as those words; nothing is
said unless something in the text puts an upper bound on the date, and nothing where its words contradict each other.
No clock is asked. Why so shy: a year told in the past says only "not earlier", and most texts say no more than that.

A bound is a date, inclusive. Each clue is an interval of bounds; the answer is what all clues have in common.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from reportedly.claims import intervals
from reportedly.claims.lexicons import lexicon, words
from reportedly.frozen import dataclass
from reportedly.model import Document, Inferred, Span, When
from reportedly.values.calendar import month_end

YEAR = r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d%]|[.,]\d)"
MONTH = rf"(?:{'|'.join(name.capitalize() for name in intervals.MONTHS.split())})"
DATE = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {YEAR}|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH},? {YEAR}|\d{{4}}-\d\d-\d\d)"
)
PLACE = r"[A-Z][\w.’'-]{1,20}(?:,? [A-Z][\w.’'-]{1,20}){0,3}"
_RELEASE = r"(?: (?:press |news |media )?(?:release|statement|advisory|bulletin|communiqué))?"
JOINT = r"(?:\s?[-–—/]\s?|\s(?:to|through|until|till|and)\s)"
OPENING = 400  # characters within which a line that holds but a place and a date dates the whole
CLOSES = r"(?=[,.;:)\s–—]*(?:$|[\n,.;:)]))"  # an aside is closed; "last year, 2000 people" is not one
LONGEST_PLAN = 30  # years; a range that is longer is an age, not a plan with a final year
REACH = 300  # characters to either side in which a sentence and its neighbours are looked for
WIDEST = 1  # calendar years between the bounds; a wider answer helps nobody
LOOKS = 50  # sentences looked at for one and the same year, so that a page of years takes no longer than any other
# What no clue, and no plan, can do without: a year in digits, and two of them with what joins them.
FOUR_DIGITS = re.compile(r"\d{4}")
TWO_YEARS = re.compile(rf"\d{{4}}{JOINT}\d\d", re.IGNORECASE)
STOP = re.compile(r"(?<=[a-z0-9%)”\"’])[.!?][\"”’)]{0,2}\s|\n")


@dataclass(frozen=True, slots=True)
class Clue:
    """Bounds of the publication date, with the words (each a reason and its place) that give them."""

    first: date | None
    last: date | None
    reasons: tuple[tuple[str, int, int], ...]


def infer(document: Document) -> Inferred | None:
    """When ``document`` was published, by its text alone; None where the text does not tell."""
    text = document.text
    if not FOUR_DIGITS.search(text):
        return None
    clues = [clue for find in (_plans, _asides, _lines, _months_with_year) for clue in find(text)]
    clues += [clue for find in (_foretold, _rights) if (clue := find(text))]
    if not any(clue.last for clue in clues):
        return None
    if past := _latest_past(text):
        clues.append(past)
    first, last = _common(clues)
    if first is None or last is None or first > last or last.year - first.year > WIDEST:
        return None
    clues, first, last = _narrowed(text, clues, first, last)
    reasons = sorted({reason for clue in clues for reason in clue.reasons}, key=lambda r: (r[1], r[2], r[0]))
    told = tuple((sentence, document.span(start, end)) for sentence, start, end in reasons)
    return Inferred(_interval(first, last, told), told)


def _interval(first: date, last: date, told: tuple[tuple[str, Span], ...]) -> When:
    bounds = (first.isoformat(),) * 2 if first == last else (_opens(first), _closes(last))  # "1 June" is no month
    return When(*bounds, words=" / ".join(dict.fromkeys(span.quote for _, span in told)))


def _common(clues: Iterable[Clue]) -> tuple[date | None, date | None]:
    """What all clues allow."""
    clues = tuple(clues)
    first = max((clue.first for clue in clues if clue.first), default=None)
    return first, min((clue.last for clue in clues if clue.last), default=None)


# Bounds and their spelling


def _opens(day: date) -> str:
    """A lower bound at the least precision that says the same."""
    if day.day > 1:
        return day.isoformat()
    return f"{day.year:04}" if day.month == 1 else f"{day.year:04}-{day.month:02}"


def _closes(day: date) -> str:
    """An upper bound at the least precision that says the same."""
    if day != month_end(day.year, day.month):
        return day.isoformat()
    return f"{day.year:04}" if day.month == 12 else f"{day.year:04}-{day.month:02}"


def _bounds(iso: str) -> tuple[date, date] | None:
    """First and last day of an ISO date of any precision; None for a day that no calendar has."""
    year, month, day = [*(int(number) for number in iso.split("-")), 0, 0][:3]
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        return date(year, month, day or 1), date(year, month, day) if day else month_end(year, month)
    except ValueError:
        return None


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> tuple[date, date]:
    """The month counted from January of ``year``; months beyond its ends fall in the years beside it."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), month_end(year, month)


# Patterns made from the word lists


def _any(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p))) + ")"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {**_plan_patterns(), **_aside_patterns(), **_bound_patterns()}


def _years(first: str, last: str) -> str:
    """A range of years, as groups with these names."""
    return rf"(?P<{first}>{YEAR}){JOINT}(?P<{last}>{YEAR}|\d\d(?![\d%]))"


def _plan_patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon("published")
    year, plans = _any(data["years"]), data["plans"]
    place, plan, runs = rf"{_any(data['places'])} year", _any(plans["nouns"]), _any(plans["runs"])
    into = r"(?:(?:for|from|over|between|of|in|covering)\s(?:the\s)?(?:(?:years|period)\s)?(?:from\s|of\s)?)?"
    return {
        "placed": _compiled(
            rf"\b(?P<when>{year})\b(?!['’])[^.;!?\n]{{0,120}}?\b{_any(plans['links'])}\s(?:also\s|thus\s|only\s)?"
            rf"(?:the|its|their|our|a)\s(?:[a-z]+\sand\s)?(?P<place>{place})\b"
        ),
        "in_place": _compiled(
            rf"\b(?:is|are|now|currently)\s(?:now\s|currently\s|already\s)?(?:in|entering)\s"
            rf"(?:its|their|the)\s(?P<place>{place})\b"
        ),
        "edge": _compiled(
            rf"\b(?P<edge>{_any([*plans['ends'], *plans['starts']])})\s"
            rf"(?:(?:at|by|before)\sthe\send\sof\s|in\s|later\s)?(?P<when>{year})\b(?!['’])"
        ),
        "range": _compiled(
            rf"\b(?:{plan}[”\"’')]{{0,2}},?\s\(?|{runs}\s){into}{_years('a', 'b')}"
            rf"|{_years('c', 'd')}(?=\s(?:[\w’'-]+\s){{0,4}}{plan}\b)"
        ),
        "plan": _compiled(rf"\b{plan}\b"),
    }


def _aside_patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon("published")
    year, month, day = (_any(data[unit]) for unit in ("years", "months", "days"))
    return {
        "year_aside": _compiled(rf"\b(?P<when>{year})(?:,\s|\s?\()(?P<date>{YEAR}){CLOSES}"),
        "aside_year": _compiled(rf"(?P<date>{YEAR})(?:,\s|\s?\()(?P<when>{year}){CLOSES}"),
        "month_aside": _compiled(rf"\b(?P<when>{month})(?:,\s|\s?\()(?P<date>{MONTH}(?:,?\s{YEAR})?){CLOSES}"),
        "day_aside": _compiled(rf"\b(?P<when>{day})(?:,\s|\s?\()(?:[a-z]{{3,6}}day,?\s)?(?P<date>{DATE}){CLOSES}"),
        "line": _compiled(rf"^[ \t]{{0,8}}{_any(data['lines']['open'])}(?:\son)?\s?[:\s]\s{{0,3}}(?P<date>{DATE})"),
        "dateline": re.compile(
            rf"^[A-Z][A-Z .,’'-]{{2,40}}[,(]\s?(?P<date>{DATE})\)?(?:\s\([^)\n]{{1,40}}\))?\s?[-–—]", re.MULTILINE
        ),
        "dated": re.compile(
            rf"^(?:{PLACE}{_RELEASE}\s?[,(|–—-]\s?)?(?P<date>{DATE})\)?{_outlet()}[.:]?[ \t]*$", re.MULTILINE
        ),
    }


def _outlet() -> str:
    """Behind the date of its line the name of who published it: "1 June 2025 - Globe Agency"."""
    told = _any(form for word in lexicon("published")["lines"]["outlets"] for form in (word.capitalize(), word.upper()))
    name = r"[A-Z][\w.’'&-]{0,20}(?: (?:of |the |for |and )?[A-Z][\w.’'&-]{0,20}){0,3}"
    return rf"(?: [|–—-] (?=[^\n]{{0,80}}\b{told}\b){name})?"


def _bound_patterns() -> dict[str, re.Pattern[str]]:
    data = lexicon("published")["times"]
    # Capitals at the head of a sentence count too, but May is a month.
    ahead = {form for word in data["ahead"] for form in (word, word.capitalize())} - {"May"}
    return {
        "foretold": _compiled(
            rf"\b{_any(data['foretells'])}\s[^.;:!?\n\"“”]{{1,80}}?\b(?:in|by|from|until)\s"
            rf"(?:(?:early|late|mid)[\s-])?(?P<date>(?:{MONTH}\s)?{YEAR})"
        ),
        "rights": _compiled(
            rf"(?:©|\(c\)|\bcopyright\b)\s{{0,3}}(?:©|\(c\))?\s{{0,3}}(?:{YEAR}\s?[-–]\s?)?(?P<date>{YEAR})"
        ),
        "told": _compiled(
            rf"\b(?P<how>{_any(data['before'])})[\s-](?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<date>{DATE}|{YEAR})"
            rf"|\b(?P<bare>{YEAR})\s{_any(data['passed'])}\b"
        ),
        "ahead": re.compile(rf"\b{_any(ahead)}\b"),
        "day": _compiled(r"\bon the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?=[,.;]|\sof\sthis\smonth|$)"),
    }


def _finder(name: str) -> Callable[[str], Iterator[re.Match[str]]]:
    return _patterns()[name].finditer


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch, cut at ``REACH`` characters to either side."""
    low = max(0, start - REACH)
    before = [stop.end() for stop in STOP.finditer(text, low, start)]
    after = STOP.search(text, end, min(len(text), end + REACH))
    return (before[-1] if before else low), (after.start() + 1 if after else min(len(text), end + REACH))


def _is_quoted(text: str, position: int) -> bool:
    """Whether the words at ``position`` are another's, who may have spoken in another year."""
    line = text[max(text.rfind("\n", 0, position) + 1, position - 2 * REACH) : position]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


# Clues that hold the date from both sides


def _plans(text: str) -> Iterator[Clue]:
    """A year that has its place in a plan whose years are named: "this year marks the final year of the plan"."""
    if not TWO_YEARS.search(text):
        return
    for match in (*_finder("placed")(text), *_finder("in_place")(text)):
        place = lexicon("published")["places"][match["place"].lower().rsplit(maxsplit=1)[0]]
        yield from _in_plan(text, match, place, "place")
    ends = words("published", "plans", "ends")
    for match in _finder("edge")(text):
        yield from _in_plan(text, match, 0 if match["edge"].lower() in ends else 1, "edge")


def _in_plan(text: str, match: re.Match[str], place: int, group: str) -> Iterator[Clue]:
    years = _plan_years(text, match)
    if years is None or _is_quoted(text, match.start()):
        return
    first, last, start, end = years
    year = first + place - 1 if place > 0 else last + place
    if not first <= year <= last:
        return
    reasons = [("the years of a plan are named", start, end), (_seat(place), *match.span(group))]
    offset = 0
    if "when" in match.groupdict():
        offset = lexicon("published")["years"][match["when"].lower()]
        reasons.append((f"so this is {year}", *match.span("when")))
    yield Clue(*_year(year - offset), tuple(reasons))


def _seat(place: int) -> str:
    """What is said of a year's place in its plan."""
    if place > 0:
        return f"the year told of is number {place} of the plan's years"
    return "the year told of is the last of the plan's years" if not place else "it is the last but one of its years"


def _plan_years(text: str, match: re.Match[str]) -> tuple[int, int, int, int] | None:
    """First and last year of the plan that ``match`` speaks of and their place, where just one is named."""
    start, end = _sentence(text, *match.span())
    found = set(_ranges(text, start, end))
    if not found and _patterns()["plan"].search(text, start, end):
        line = text.rfind("\n", 0, start) + 1
        before = _sentence(text, max(line, start - 2), start)[0] if start > line else start
        found = set(_ranges(text, max(before, line), _sentence(text, start, min(end + 2, len(text)))[1]))
    return found.pop() if len({years[:2] for years in found}) == 1 else None


def _ranges(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    for match in _patterns()["range"].finditer(text, start, end):
        a, b = ("a", "b") if match["a"] else ("c", "d")
        first = int(match[a])
        last = int(match[b]) if len(match[b]) == 4 else first // 100 * 100 + int(match[b])
        if 0 < last - first <= LONGEST_PLAN:
            yield first, last, match.start(a), match.end(b)


def _asides(text: str) -> Iterator[Clue]:
    """A word of time with its date beside it: "last year, 2024", "yesterday (3 May 2023)"."""
    for name in ("year_aside", "aside_year"):
        for match in _finder(name)(text):
            offset = lexicon("published")["years"][match["when"].lower()]
            if not _is_quoted(text, match.start()):
                yield Clue(*_year(int(match["date"]) - offset), _aside_reason(match))
    for match in _finder("day_aside")(text):
        bounds = _bounds(intervals.read(match["date"]) or "0000")
        if bounds and bounds[0] == bounds[1] and not _is_quoted(text, match.start()):
            day = bounds[0] - timedelta(days=lexicon("published")["days"][match["when"].lower()])
            yield Clue(day, day, _aside_reason(match))


def _aside_reason(match: re.Match[str]) -> tuple[tuple[str, int, int], ...]:
    start, end = min(match.start("when"), match.start("date")), max(match.end("when"), match.end("date"))
    return ((f"“{match['when'].lower()}” is said to be {match['date']}", start, end),)


def _months_with_year(text: str) -> Iterator[Clue]:
    """A month seen from the day of publication, named with its year: "last month, May 2023"."""
    for match in _finder("month_aside")(text):
        iso = intervals.read(match["date"])
        if iso and not _is_quoted(text, match.start()):
            offset = lexicon("published")["months"][match["when"].lower()]
            yield Clue(*_month(int(iso[:4]), int(iso[5:7]) - offset), _aside_reason(match))


def _lines(text: str) -> Iterator[Clue]:
    """A line or the opening of a report that gives its date."""
    for name in ("line", "dateline", "dated"):
        for match in _finder(name)(text if name != "dated" else text[:OPENING]):
            if bounds := _bounds(intervals.read(match["date"]) or "0000"):
                yield Clue(*bounds, (("the report is dated", *match.span("date")),))


# Clues that hold it from one side


def _foretold(text: str) -> Clue | None:
    """The earliest date that is told as still to come: the report is not later."""
    clues = []
    for match in _finder("foretold")(text):
        bounds = _bounds(intervals.read(match["date"]) or "0000")
        if bounds and not _is_quoted(text, match.start()):
            clues.append(Clue(None, bounds[1], (("this is told as still to come", *match.span()),)))
    return min(clues, key=lambda clue: clue.last or date.max, default=None)


def _rights(text: str) -> Clue | None:
    """The year of a copyright line: pages renew it, so the report is not later, though it may be earlier."""
    found = max(_finder("rights")(text), key=lambda match: int(match["date"]), default=None)
    if found is None:
        return None
    return Clue(None, _year(int(found["date"]))[1], (("rights are claimed up to this year", *found.span()),))


def _latest_past(text: str) -> Clue | None:
    """The latest date that is told as past: the report is not earlier."""
    latest: Clue | None = None
    looked: dict[date, int] = {}
    for match in _finder("told")(text):
        bounds = _bounds(intervals.read(match["date"] or match["bare"]) or "0000")
        if bounds is None or (latest and latest.first and bounds[0] <= latest.first):
            continue
        looked[bounds[0]] = looked.get(bounds[0], 0) + 1
        if looked[bounds[0]] <= LOOKS and ((match["how"] or "").lower() == "since" or _is_past(text, *match.span())):
            latest = Clue(
                bounds[0], None, (("this is told as past", *match.span("date" if match["date"] else "bare")),)
            )
    return latest


def _is_past(text: str, start: int, end: int) -> bool:
    return not _patterns()["ahead"].search(text, *_sentence(text, start, end))


# Narrower, once the year is known


def _narrowed(text: str, clues: list[Clue], first: date, last: date) -> tuple[list[Clue], date, date]:
    """Month and day, where the year is known and words of month and day stand in the text."""
    steps: tuple[Callable[[str, date, date], Iterator[Clue]], ...] = (_months_of_known_year, _days_of_known_month)
    for step in steps:
        found = [*step(text, first, last)]
        low, high = _common([*clues, *found])
        if found and low and high and low <= high:
            clues, first, last = [*clues, *found], low, high
    return clues, first, last


def _months_of_known_year(text: str, first: date, last: date) -> Iterator[Clue]:
    """A month without a year: "last month, May". What it names may lie in the year before or after."""
    if first.year != last.year:
        return
    for match in _finder("month_aside")(text):
        if intervals.read(match["date"]) is None and not _is_quoted(text, match.start()):
            named = intervals.MONTHS.split().index(match["date"].lower()) + 1
            month = (named - lexicon("published")["months"][match["when"].lower()] - 1) % 12 + 1
            yield Clue(*_month(first.year, month), _aside_reason(match))


def _days_of_known_month(text: str, first: date, last: date) -> Iterator[Clue]:
    """A day without a month that is told as past: it lies in the known month, and the report not before it."""
    if (first.year, first.month) != (last.year, last.month):
        return
    days = [match for match in _finder("day")(text) if _is_past(text, *match.span())]
    for match in sorted(days, key=lambda match: -int(match["day"]))[:1]:
        if 1 <= int(match["day"]) <= last.day:
            yield Clue(first.replace(day=int(match["day"])), None, (("this day is told as past", *match.span()),))
