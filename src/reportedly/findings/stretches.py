"""What does not add up becomes findings: one figure told of two stretches of time.

The dead of a week become those of the war, the exports of half a year those of July. What is told of all the time up to
now may be told again of a shorter stretch that ends now; by which words each report counts is told.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache

from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD
from reportedly.findings.tellings import Telling, significant

LONGER = 2  # times as long as a stretch is what it cannot be rounded to
SOON = 5  # days within which a report retells what a root has just said
WEEK = 7  # days; of a day of it what was so then is told, too, as "this week"
LEAST = 2  # digits of a number that a root hardly has of two stretches
DECEMBER = 12


def stretched(one: Telling, odd: Telling) -> str | None:
    """How a figure of some days is told as one of all the time, or the other way round."""
    mine, theirs = _stretch(odd), _stretch(one)
    if mine is None or theirs is None or mine[0] == theirs[0] or _are_near(one, odd):
        return None
    return f"By the words it counts “{mine[1]}” here, “{theirs[1]}” there"


def ranged(one: Telling, odd: Telling) -> str | None:
    """How a figure of one stretch of time is told as one of a far longer or shorter stretch around it, or of another.

    Of two stretches that lie apart a root may have one number by chance, or a month later.
    """
    mine, theirs = _days(odd), _days(one)
    if mine is None or theirs is None or one.claim.when is None or odd.claim.when is None:
        return None
    if any(_is_of_own_year(told) for told in (one, odd)):
        return None
    if one.claim.when.words and one.claim.when.words.casefold() in odd.claim.context.quote.casefold():
        return None
    inner, outer = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    is_within = outer[0] <= inner[0] and (inner[1] <= outer[1] or outer[1] == min(one.at, odd.at))  # up to now
    is_longer = (outer[1] - outer[0]).days >= LONGER * max(1, (inner[1] - inner[0]).days)
    is_night = max((mine[0] - theirs[1]).days, (theirs[0] - mine[1]).days) == 1 and _spanned(mine, theirs) < WEEK
    is_apart = (mine[1] < theirs[0] or theirs[1] < mine[0]) and not is_night  # from a night to the morning after it
    is_retold = (odd.at - one.at).days <= SOON and len(significant(one.value)) >= LEAST
    if is_within and (outer[1] - outer[0]).days < WEEK:
        return None
    if is_longer if is_within else is_apart and is_retold:
        return f"By the words it counts “{odd.claim.when.words}” here, “{one.claim.when.words}” there"
    return None


def _are_near(one: Telling, odd: Telling) -> bool:
    """Whether both count some days of one week, or begin and end with each other: "this month", "since 1 June"."""
    mine, theirs = _days(odd), _days(one)
    if mine is None or theirs is None:
        return False
    is_of_week = _spanned(mine, theirs) < WEEK
    ends_apart = abs((mine[1] - theirs[1]).days) > max(1, (odd.at - one.at).days)
    return is_of_week or (abs((mine[0] - theirs[0]).days) <= 1 and not ends_apart)


def _spanned(one: tuple[date, date], other: tuple[date, date]) -> int:
    """How many days lie between the first and the last of both."""
    return (max(one[1], other[1]) - min(one[0], other[0])).days


def _is_of_own_year(one: Telling) -> bool:
    """Whether it counts by the year of a firm or an office, which may begin on any day."""
    when, lists = one.claim.when, table()["retold"]["stretches"]
    told = set(WORD.findall((when.words or "").casefold())) if when else set()
    return not told.isdisjoint(lists["own"]) and not told.isdisjoint(lists["years"])


def _days(one: Telling) -> tuple[date, date] | None:
    """The first and the last day that a figure counts, where the words tell both; up to now where they tell no end.

    The day on which it was said is none that it counts.
    """
    when, said = one.claim.when, one.claim.attribution[-1].said if one.claim.attribution else None
    is_saying = when is not None and said is not None and said.words == when.words
    if when is None or is_saying or when.start is None or one.day is None or not when.words:
        return None
    first, last = _first(when.start), _last(when.end) if when.end else one.day
    return (first, min(last, one.day)) if first and last and first <= one.day else None


def _first(iso: str) -> date | None:
    try:
        return date.fromisoformat((iso + "-01-01")[: len("2025-01-01")] if len(iso) < len("2025-01-01") else iso[:10])
    except ValueError:
        return None


def _last(iso: str) -> date | None:
    if len(iso) >= len("2025-01-01"):
        return _first(iso)
    year, _, month = iso.partition("-")
    if not year.isdecimal() or (month and not month.isdecimal()):
        return None
    last = int(month) if month else DECEMBER
    return date(int(year), last, monthrange(int(year), last)[1]) if 1 <= last <= DECEMBER else None


def _stretch(one: Telling) -> tuple[str, str] | None:
    """Whether a figure counts some days ("short") or all the time ("whole"), by which words."""
    when = one.claim.when
    if all(pattern.search(one.claim.context.quote) for pattern in _stretches().values()):
        return None  # which of them it counts is not told by the words alone
    words = when.words if when and when.words else one.claim.context.quote
    for length, pattern in _stretches().items():
        if told := pattern.search(words):
            return length, " ".join((words if when and when.words else told.group()).split())
    return None


@cache
def _stretches() -> Mapping[str, re.Pattern[str]]:
    lists = table()["retold"]["stretches"]
    spans = rf"\b(?:{'|'.join(lists['before'])}) (?:[\w-]+ )?(?:{'|'.join(lists['spans'])})\b"
    return {
        "short": re.compile(spans, re.IGNORECASE),
        "whole": re.compile(rf"\b(?:{'|'.join(lists['whole'])})\b", re.IGNORECASE),
    }
