"""When it happened: what begins on a day and lasts so long, and a day called by its number alone.

"For three days from 22 June" ends on 24 June, "a 72-hour stoppage from 24 June" on the 26th. What happened "on the
11th" did so on the last day so called before the report.
"""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reportedly.claims.intervals import DAY
from reportedly.claims.lexicons import words
from reportedly.model import Change, When

if TYPE_CHECKING:
    from reportedly.values.dates import Time

LENGTH = re.compile(r"P(\d{1,3})([MWD])|PT(\d{1,3})H")
UNITS = {"M": "month", "W": "week", "D": "day"}
HOURS, YEAR = 24, 4  # of a day; characters of a year
FOR, LONGEST = re.compile(r"\bfor (?:up to |about |around |at least )?$", re.I), 16  # characters before a length
NAMING = re.compile(r"(?: [a-z]+){1,2} $")  # "a 72-hour stoppage from", "a three-day strike beginning from"
COMPARED = re.compile(r"(?:less|more) than (?:a|one) (?:year|month|quarter|week) (?:earlier|before|ago)$", re.I)
MEASURED = re.compile(r"(?:%|\bper ?cent|\bpoints?|\bmillion|\bbillion|\d) $", re.I)
ORDINAL = re.compile(r"(?:on )?the (\d{1,2})(?:st|nd|rd|th)", re.I)


def lasting(text: str, length: "Time", start: int, when: When) -> When:
    """``when``, which begins on a day at ``start`` of the text, up to the end of the ``length`` right before it."""
    from reportedly.values.calendar import moved

    told = LENGTH.fullmatch(length.value) if length.kind == "duration" and not length.low else None
    if told is None or when.start is None or len(when.start) != DAY or length.end > start:
        return when
    between, quote = text[length.end : start], text[length.start : length.end]
    led = between == " " and FOR.search(text, max(0, length.start - LONGEST), length.start) is not None
    if not led and not ("-" in quote and NAMING.fullmatch(between)):
        return when
    many, unit, hours = told.groups()
    first = date.fromisoformat(when.start)
    after = moved(first, -(-int(hours) // HOURS) if hours else int(many), UNITS[unit or "D"])
    last = None if after is None else moved(after, -1, "day")
    return when if last is None or last < first else replace(when, end=last.isoformat())


def is_compared(text: str, time: "Time") -> bool:
    """Whether words taken for a time only hold a number against an earlier one: "4% less than a year earlier"."""
    return (
        text[time.start : time.start + 4].lower() in ("less", "more")
        and COMPARED.match(text, time.start, time.end) is not None
        and MEASURED.search(text, max(0, time.start - LONGEST), time.start) is not None
    )


def last_called(when: When, published: str | None) -> When:
    """A day told by its number alone, as the last so called before the day of publication: "on the 11th"."""
    from reportedly.values.calendar import nth

    told = ORDINAL.fullmatch(when.words or "")
    day = nth(f"XXXX-XX-{told.group(1)}", published or "", ahead=False) if told else None
    return when if day is None else replace(when, start=day, end=day, anchor="published")


def is_base(when: When, change: Change) -> bool:
    """Whether it is when a change is counted from: "up eight points from March", "up 18 percent on last Thursday"."""
    told = (when.words or "").lower().split()
    if change in ("increase", "decrease") and told[:1] == ["on"]:
        held = told[2:] if told[1:2] == ["the"] else told[1:]
        last = held[:1] and (held[0] in words("times", "held_on") or not words("times", "back").isdisjoint(held))
        return bool(last or (len(held) == 1 and held[0].isdecimal() and len(held[0]) == YEAR))
    return change in ("increase", "decrease") and told[:1] == ["from"] and not {"to", "through", "until"} & {*told}
