"""When it happened: what a time comes to, and those within one phrase together, in days and longer."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.claims.phrases import FROM
from reportedly.claims.phrases import YEAR as A_YEAR
from reportedly.model import When

if TYPE_CHECKING:
    from reportedly.values.dates import Time

DAY = 10  # characters of a date
_DAY = re.compile(r"(?<!\d)([0-3]?\d)(?:st|nd|rd|th)?(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
NIGHT = "TNI"  # the end of a night's value
MONTHS = "january february march april may june july august september october november december"
MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS.split())})\b", re.I)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
UNTIL = frozenset({"by", "until", "before", "till"})
SINCE = frozenset({"since", "after"})
BEFORE = "before"
_FROM = frozenset({FROM})
_AND, _AND_LAST, _COMMAS = [" and "], [", and "], [", ", ", "]


def read(expression: str) -> str | None:
    """``expression`` as ISO 8601 at its own precision ("June 2025" is "2025-06"), None where it holds no year."""
    if iso := _ISO.search(expression):
        return iso.group()
    year = A_YEAR.search(expression)
    if year is None:
        return None
    lower = expression.lower()
    month = next(
        (n for n, name in enumerate(MONTHS.split(), 1) if re.search(rf"\b(?:{name}|{name[:3]})\b", lower)), None
    )
    if month is None:
        return year.group()
    day = _DAY.search(expression.replace(year.group(), " "))
    if day is None or not 1 <= int(day.group(1)) <= 31:
        return f"{year.group()}-{month:02}"
    return f"{year.group()}-{month:02}-{int(day.group(1)):02}"


def interval(quote: str, near: Sequence["Time"], case: str) -> When:
    """What the times within a phrase come to together."""
    # A length counts where its words fix it: "the past three weeks", "the week to June 13".
    told = [(time, *days(time)) for time in near if tells_days(time)]
    if not told:
        return When(None, None, quote)
    # "in January and February" covers both; an end that is open for one of them is open.
    lows, highs = [low for _, low, _ in told], [high for _, _, high in told]
    low = None if None in lows else min(filter(None, lows))
    high = None if None in highs else max(filter(None, highs))
    roles = {case, *(time.role for time, *_ in told if time.role)}
    if all(time.kind == "time" for time, *_ in told):
        roles.discard("after")  # "shortly after midnight on Sunday" is on Sunday still
        if quote.lower().startswith(BEFORE):
            roles.discard(BEFORE)  # so is "before dawn on Sunday"
    if len(told) > 1 and roles & UNTIL and roles & (SINCE | _FROM):
        return When(lows[0], highs[-1], quote, told[0][0].anchor)  # "from January to March"
    return When(None if roles & UNTIL else low, None if roles & SINCE else high, quote, told[0][0].anchor)


def lists(text: str, told: Sequence["Time"]) -> bool:
    """Whether the second of up to three times goes on listing: "on Thursday, Friday and Saturday"."""
    kinds = [kind for kind in (MONTH_NAME, WEEKDAY) if all(kind.match(text, time.start) for time in told)]
    between = [text[one.end : other.start] for one, other in pairwise(told)]
    return bool(kinds) and (between[:1] in (_AND, _AND_LAST) or between in ([", ", " and "], [", ", ", and "], _COMMAS))


def tells_days(time: "Time") -> bool:
    """Whether a time has a bound, and is no length told in hours."""
    bounds = f"{time.low or ''}{time.high or ''}"
    return bool(bounds) and (time.kind in ("date", "time") or (time.kind == "duration" and "T" not in bounds))


def days(time: "Time") -> tuple[str | None, str | None]:
    """Both ends, in days and longer; a night belongs to the day on which it begins."""
    low, high = time.low, time.high
    if low and high and "T" in high:
        return low[:DAY], (low if time.value.endswith(NIGHT) else high)[:DAY]
    return low and low[:DAY], high and high[:DAY]
