"""Words become values: what days a stretch of the calendar holds, counted on the Gregorian calendar of years 1 to 9999.

Every answer is a closed stretch from its first to its last moment with the grain it was told in, or None where the
calendar does not reach. No clock and no time zone is asked. Weeks are those of ISO 8601, quarters those of the year.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

Unit = Literal[
    "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade",
    "century", "millennium",
]  # fmt: skip

SPANS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
MONTHS = {"month": 1, "quarter": 3, "half": 6}
SECONDS = {"second": 1, "minute": 60, "hour": 3600}
DAYS = {"day": 1, "week": 7, "weekend": 7}
LETTERS = {"quarter": "Q", "half": "H"}
# Meteorological and astronomical seasons together, of the northern half of the world: first month and day, last month
# and day, and whether they end in the next year. The words alone do not tell which calendar of seasons is meant.
SEASONS = {"SP": (3, 1, 6, 21, 0), "SU": (6, 1, 9, 23, 0), "FA": (9, 1, 12, 21, 0), "WI": (12, 1, 3, 20, 1)}
# 1 Muharram of the year 1: 16 July 622 of the Julian calendar.
HIJRA = date(622, 7, 19)
# A part of an hour is told to the minute.
FINE = frozenset({"second", "minute", "hour", "part"})
BY_YEAR = frozenset({"year", "decade", "century", "millennium"})
BY_MONTH = frozenset({"month", "quarter", "half"})


class Stretch(NamedTuple):
    """The time from ``low`` to ``high``, both included; ``grain`` is the unit the words are told in."""

    low: datetime
    high: datetime
    grain: str

    def bounds(self) -> tuple[str, str]:
        """Both ends as ISO 8601 at the precision of the grain."""
        return written(self.low, self.grain), written(self.high, self.grain)


def written(moment: datetime, grain: str) -> str:
    """``moment`` as ISO 8601, no finer than ``grain``."""
    if grain in BY_YEAR:
        return f"{moment.year:04}"
    if grain in BY_MONTH:
        return f"{moment.year:04}-{moment.month:02}"
    if grain == "second":
        return moment.isoformat(timespec="seconds")
    return moment.isoformat(timespec="minutes") if grain in FINE else moment.date().isoformat()


def nth(value: str, day: str, *, ahead: bool) -> str | None:
    """The next (``ahead``) or last day that is told by its number alone ("XXXX-XX-24"), seen from ``day`` (ISO 8601).

    That day itself counts as either; None where ``value`` tells no such day or ``day`` is none.
    """
    number = value.removeprefix("XXXX-XX-")
    if not (value.startswith("XXXX-XX-") and number.isdigit()) or len(day) < len("2025-01-01"):
        return None
    told = date.fromisoformat(day[: len("2025-01-01")])
    step = timedelta(days=1 if ahead else -1)
    for _ in range(62):  # the days of two months, of which one has that number
        if told.day == int(number):
            return told.isoformat()
        told += step
    return None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where no calendar has it."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def days(first: date | None, last: date | None, grain: str) -> Stretch | None:
    """From the first moment of ``first`` to the last minute of ``last``."""
    if first is None or last is None or last < first:
        return None
    return Stretch(datetime.combine(first, time.min), datetime.combine(last, time(23, 59)), grain)


def years(first: int, count: int, grain: str) -> Stretch | None:
    """``count`` calendar years from ``first`` on; year 0 does not exist, so the first decade has nine."""
    return days(day_of(max(first, 1), 1, 1), day_of(first + count - 1, 12, 31), grain)


def months(year: int, month: int, count: int, grain: str) -> Stretch | None:
    """``count`` months from ``month`` on, which may lie beyond the ends of ``year``."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    if not 12 <= first <= last <= 9999 * 12 + 11:
        return None
    return days(date(first // 12, first % 12 + 1, 1), month_end(last // 12, last % 12 + 1), grain)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def week(year: int, number: int) -> Stretch | None:
    """The ISO week, Monday to Sunday."""
    try:
        first = date.fromisocalendar(year, number, 1)
        return days(first, first + timedelta(6), "week")
    except (ValueError, OverflowError):
        return None


def season(year: int, name: str) -> Stretch | None:
    """The season that begins in ``year``."""
    month, day, end_month, end_day, turns = SEASONS[name]
    return days(day_of(year, month, day), day_of(year + turns, end_month, end_day), "season")


def containing(day: date, unit: str) -> Stretch | None:
    """The calendar unit that ``day`` lies in; for a weekend that of its week."""
    if unit == "day":
        return days(day, day, "day")
    if unit in ("week", "weekend"):
        monday = moved_days(day, -day.weekday())
        first = monday and moved_days(monday, 5 if unit == "weekend" else 0)
        return days(first, monday and moved_days(monday, 6), unit)
    if unit in MONTHS:
        size = MONTHS[unit]
        return months(day.year, (day.month - 1) // size * size + 1, size, unit)
    size = SPANS.get(unit, 1)
    # The twentieth century is 1901 to 2000 by the book; people mean 1900 to 1999.
    return years(day.year // size * size, size, unit)


def moved_days(day: date, count: int) -> date | None:
    """``day`` moved by days, None beyond the calendar."""
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


def workday(day: date, count: int) -> date | None:
    """The ``count``th day from Monday to Friday behind ``day``, None beyond the calendar."""
    if count < 1:
        return None
    before = moved_days(day, -max(0, day.isoweekday() - 5))  # from a weekend as from the Friday before it
    if before is None:
        return None
    weeks, rest = divmod(count, 5)
    over = 2 if before.isoweekday() + rest > 5 else 0
    return moved_days(before, 7 * weeks + rest + (over if rest else 0))


def moved(day: date, count: int, unit: str) -> date | None:
    """``day`` moved by ``count`` units; a day beyond a month's end becomes its last."""
    if unit in DAYS:
        return moved_days(day, count * DAYS[unit])
    number = day.year * 12 + day.month - 1 + count * MONTHS.get(unit, 12 * SPANS.get(unit, 1))
    if not 12 <= number <= 9999 * 12 + 11:
        return None
    last = month_end(number // 12, number % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def moved_time(moment: datetime, count: float, unit: str) -> datetime | None:
    """``moment`` moved by seconds, minutes or hours."""
    try:
        return moment + timedelta(seconds=count * SECONDS[unit])
    except OverflowError:
        return None


def years_back(told: Stretch, count: int) -> Stretch | None:
    """The same days, weeks or months ``count`` years before; a month's end stays one."""
    if told.grain == "week":
        year, number, _ = told.low.isocalendar()
        return week(year - count, number)
    last = told.high.date()
    first, there = moved(told.low.date(), -count, "year"), moved(last, -count, "year")
    if there and last == month_end(last.year, last.month):
        there = month_end(there.year, there.month)
    return days(first, there, told.grain)


def portion(whole: Stretch, mod: str) -> Stretch:
    """The first, middle or last third of a stretch, in months of a year, years of a decade, days of anything else."""
    if whole.grain in FINE or whole.grain == "day":
        return whole
    if whole.grain in BY_YEAR:
        return _third_of_years(whole, mod)
    size = (whole.high.date() - whole.low.date()).days + 1
    first, last = _third(size, mod)
    start = whole.low.date()
    return days(start + timedelta(first), start + timedelta(last), "day") or whole


def _third(size: int, mod: str) -> tuple[int, int]:
    """Places of the first and last of ``size`` that lie in a third, rounded outwards."""
    number = {"START": 0, "MID": 1, "END": 2}[mod]
    return size * number // 3, min(size - 1, -(-size * (number + 1) // 3) - 1)


def _third_of_years(whole: Stretch, mod: str) -> Stretch:
    size = whole.high.year - whole.low.year + 1
    if size == 1:
        first, last = _third(12, mod)
        return months(whole.low.year, first + 1, last - first + 1, "month") or whole
    first, last = _third(size, mod)
    return years(whole.low.year + first, last - first + 1, "year") or whole


def easter(year: int) -> date | None:
    """Western Easter Sunday; the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return day_of(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> tuple[date, ...]:
    """The days of a year of ours on which a day of the Islamic year falls: none, one or two.

    By the tabular calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty (R. H. van Gent, "The
    Islamic calendar", 2019); where the moon is awaited the day is the one before or after as often.
    """
    first = islamic_year(year)
    found = (islamic_day(number, month, day) for number in range(first - 1, first + 3))
    return tuple(told for told in found if told is not None and told.year == year)


def islamic_year(year: int) -> int:
    """An Islamic year that begins in a year of ours, or beside it."""
    return (year - HIJRA.year) * 33 // 32


def islamic_day(year: int, month: int, day: int) -> date | None:
    """A day of an Islamic year by the tabular calendar."""
    days_before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return moved_days(HIJRA, days_before) if year > 0 else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` such weekday (1 is Monday) of a month; -1 is the last."""
    found = [day for day in each_day(year, month) if day.isoweekday() == weekday]
    place = nth if nth < 0 else nth - 1
    return found[place] if -len(found) <= place < len(found) else None


def each_day(year: int, month: int) -> Iterator[date]:
    """The days of a month; none beyond the calendar."""
    if 1 <= year <= 9999 and 1 <= month <= 12:
        for day in range(1, monthrange(year, month)[1] + 1):
            yield date(year, month, day)
