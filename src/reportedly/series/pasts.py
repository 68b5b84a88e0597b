"""Claims become comparable: which figures a report tells of an earlier happening, by the year that it gives them.

A year before its figure in the sentence dates it ("After the disaster of 2011 the state first reported 264 deaths"), so
does that of the sentence before where this one goes on with it ("Then, too, ..."). What is promised: a year that the
present is only held against ("the worst since 2011") dates nothing, nor does one beside a day of our own time.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.model import Claim
from reportedly.values.dates import Time

YEAR = 4  # characters of an ISO date
LONGEST = 1000  # characters of a sentence that are looked at
NEAR = 60  # characters before a year in which it is held against the present
SENTENCES = 3  # back at most that a sentence may go on with
AGAINST = re.compile(
    r"\b(?:since|than|like|until|till|before|unlike|against|compared (?:with|to)|(?:up|down) from)\b[^,;.]*$",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"[\"“]?(?:then\b|at (?:the|that) time|back then|that (?:year|time|day|one|quake|earthquake|flood|storm|fire"
    r"|outbreak|disaster|war)\b|in the end|(?:its|the) (?:final|first|eventual|official|last) )",
    re.IGNORECASE,
)
THEN = re.compile(r",? (?:when|which|in which) ")  # "the worst since 2011, when 604 died"
YEARS = re.compile(r"\d{4}[-–/]\d{2,4}")
TO = re.compile(r"[-–]")  # between two years that are told as one
STOP = re.compile(r"[.!?][\"”’]?\s+")


def past(text: str, claim: Claim, known: Sequence[Time], published: str | None) -> str | None:
    """The earlier year that ``claim`` tells of by the words before it; ``known`` are the times of ``text`` in order."""
    if published is None or claim.basis == "coded":
        return None
    start = claim.context.start
    figure, now = claim.evidence.start, claim.context.quote
    year = _year(text, (max(start, figure - LONGEST), figure), known, published)
    if year is not None or _is_dated(known, start, claim.context.end):
        return year
    for _ in range(SENTENCES):
        if not GOES_ON.match(now):
            return None
        far = max(0, start - LONGEST)
        before = max(far, text.rfind("\n\n", far, start) + 2)
        stops = [found.end() for found in STOP.finditer(text, before, start) if found.end() < start]
        begin = stops[-1] if stops else before
        if begin >= start:
            return None
        if (year := _year(text, (begin, start), known, published)) is not None:
            return year
        if _is_dated(known, begin, start):
            return None
        start, now = begin, text[begin:start]
    return None


def _within(known: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    return known[bisect_left(known, start, key=_start) : bisect_left(known, end, key=_start)]


def _is_dated(known: Sequence[Time], start: int, end: int) -> bool:
    return any(time.low and time.high for time in _within(known, start, end))


def _year(text: str, within: tuple[int, int], known: Sequence[Time], published: str) -> str | None:
    """The one year that all times in the range lie in, where it was over when the report came.

    So do the years that are told as one: "the war of 1998-2000", "the outbreak of 2022-23".
    """
    years, last = set[tuple[str, str]](), 0
    for time in _within(known, *within):
        if not time.low or not time.high:
            continue
        held = AGAINST.search(text, max(within[0], time.start - NEAR), time.start) and not THEN.match(text, time.end)
        year = time.low[:YEAR], time.high[:YEAR]
        if held or (year[0] != year[1] and not YEARS.fullmatch(text, time.start, time.end)):
            return None
        if last and years and TO.fullmatch(text, last, time.start):
            year = years.pop()[0], year[1]
        years.add(year)
        last = time.end
    low, high = years.pop() if len(years) == 1 else ("", published)
    return (low if low == high else f"{low}/{high}") if high < published[:YEAR] else None


def _start(time: Time) -> int:
    return time.start
