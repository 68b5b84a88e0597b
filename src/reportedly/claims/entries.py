"""When it happened: the entries of a live report, each with a clock time before it: "08:10 – Pilotage got under way".

So a weekday before the clock tells the day of an entry and of those behind it: "SUNDAY 07:15 Polls open".
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OPENING = re.compile(
    rf"(?:(?P<day>{'|'.join(DAYS)})[,:]?\s+)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?(?-i:[A-Z]{{2,4}})\b)?"
    # behind a dash or a bar a number may open the news: "15:30 – 410 soldiers"; a second clock ends a stretch of time
    r"\s*(?:[-–—:|]\s*(?=[\d$€£](?!\d?[:.h]\d\d))|(?:[-–—:|]\s*)?(?=[^\W\d]))",
    re.I,
)
_LINE = re.compile(r"(?:(?<=\n)|\A)[ \t]*(?=[a-z]{0,9}[,:]? ?[0-2]?\d[:.h][0-5]\d)", re.I)
LEAST = 2  # entries of a live report


def openings(text: str) -> tuple[tuple[int, int], ...]:
    """What opens each entry of a live report; nothing where a text is none."""
    told = [found.span() for at in _LINE.finditer(text) if (found := OPENING.match(text, at.end()))]
    return tuple(told) if len(told) >= LEAST else ()


def days(text: str, opened: Sequence[tuple[int, int]], today: str) -> Iterator[str]:
    """The day of each entry: of the weekday told last, as it was before the report, else of the report."""
    day = today
    for start, _ in opened:
        named = OPENING.match(text, start)
        if named is not None and named["day"]:
            now = date.fromisoformat(today)
            back = (now.weekday() - DAYS.index(named["day"].lower())) % len(DAYS)
            day = (now - timedelta(back)).isoformat()
        yield day
