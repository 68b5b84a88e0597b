"""Words become values: what the words of a time state, and what it comes to beside an anchor.

Each class is one way of telling a time; ``settle`` turns it into a ``Moment`` with the anchors there are. What no
anchor fixes stays open, in the value as X and in the bounds as None: nothing is invented. An anchor is the publication
date or an earlier time of the same text; never a clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Literal, NamedTuple, Protocol

from reportedly.frozen import dataclass
from reportedly.values import calendar
from reportedly.values.calendar import FINE, LETTERS, Stretch

# "done" and "coming" are the past and the future where a word leaves no doubt: "ended Oct. 31", "will open in May".
How = Literal["past", "future", "done", "coming", "last", "next", "this", "near"]
Kind = Literal["date", "time", "duration", "set"]

# Days: a day or month without a year that lies this little ahead, while its like lies almost a year back, is to come.
SOON, LONG_AGO = 62, 290
# The same the other way round: what ended this little ago is meant, even where the sentence looks ahead.
RECENT, LONG_AHEAD = 130, 200
MOON = 30  # days of a month at most
# What comes every year comes in one of three years running.
LEAST = 4
# Days from the first to the last of a week or month that a report covers.
COVERED = {"week": (5, 7), "month": (27, 31), "quarter": (88, 92)}
# Weekdays return within a week; a weekday with a day of the month ("Friday the 13th") within this many months.
MONTHS_BACK = 40
MASKS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


class Moment(NamedTuple):
    """A time as far as it is known: TIMEX3 value, both ends (None where open), grain, and what anchored it."""

    value: str
    low: datetime | None = None
    high: datetime | None = None
    grain: str = "day"
    anchor: str | None = None
    kind: Kind = "date"

    @property
    def stretch(self) -> Stretch | None:
        """The closed stretch, None where either end is open."""
        return Stretch(self.low, self.high, self.grain) if self.low and self.high else None

    @property
    def is_quarter(self) -> bool:
        """Whether it is a known quarter of a year, by the calendar or the books."""
        return self.value[4:6] == "-Q" and self.value[6:].isdecimal() and self.kind == "date"


class Anchors(NamedTuple):
    """What a time may lean on: the publication, the latest time told before, and which way the sentence looks.

    ``inside`` is the outer time of "June of last year"; ``near`` the month told just before in the same sentence,
    ``here`` the time that its deed is told of, ``before`` that of the sentence before; ``quarter`` the quarter told
    before whose figures are compared, unless a ``longer`` stretch was told since; ``span`` the latest stretch told that
    is longer than a day and no year; ``reported`` the stretch that a report says it covers.
    """

    reference: datetime | None = None
    text: Moment | None = None
    near: Moment | None = None
    quarter: Moment | None = None
    how: How = "near"
    inside: Moment | None = None
    month_first: bool | None = None
    here: Moment | None = None
    before: Moment | None = None
    span: Moment | None = None
    longer: bool = False
    reported: Moment | None = None

    def of_quarter(self) -> Moment | None:
        """The latest quarter told, whatever it is compared with."""
        return self.span if self.span and self.span.is_quarter else self.quarter


class Node(Protocol):
    """What words state."""

    def settle(self, anchors: Anchors) -> Moment | None:
        """The moment meant, None where there can be no such time."""
        ...


def value_of(stretch: Stretch) -> str:
    """The TIMEX3 value of a calendar unit."""
    low, grain = stretch.low, stretch.grain
    if grain in calendar.SPANS:
        return f"{low.year:04}"[: {"year": 4, "decade": 3, "century": 2, "millennium": 1}[grain]]
    if grain in LETTERS:
        return f"{low.year:04}-{LETTERS[grain]}{(low.month - 1) // calendar.MONTHS[grain] + 1}"
    if grain in ("week", "weekend"):
        year, number, _ = low.isocalendar()
        return f"{year:04}-W{number:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "season":
        name = next(name for name, (month, *_) in calendar.SEASONS.items() if month == low.month)
        return f"{low.year:04}-{name}"
    return calendar.written(low, grain)


def moment(stretch: Stretch | None, anchor: str | None = None, value: str | None = None) -> Moment | None:
    """A moment of a stretch; None stays None."""
    if stretch is None:
        return None
    kind: Kind = "time" if stretch.grain in FINE else "date"
    return Moment(value or value_of(stretch), stretch.low, stretch.high, stretch.grain, anchor, kind)


def unknown(value: str, grain: str = "day", anchor: str | None = None) -> Moment:
    """A moment with both ends open."""
    return Moment(value, grain=grain, anchor=anchor, kind="time" if "T" in value else "date")


# Which of many


def pick(occurs: Callable[[int], Stretch | None], at: int, today: date, how: How) -> Stretch | None:
    """Of the occurrences numbered around ``at`` (the one of ``today``), the one that ``how`` asks for."""
    if how == "this":
        running = occurs(at - 1)  # in March "this winter" is the one that goes on
        return running if running is not None and running.high.date() >= today else occurs(at)
    # The neighbours are enough, unless it does not come every time ("29 February", "Friday the 13th").
    return _picked(occurs, range(at - 1, at + 2), today, how) or _picked(occurs, range(at - 9, at + 10), today, how)


def _picked(occurs: Callable[[int], Stretch | None], numbers: range, today: date, how: How) -> Stretch | None:
    near = [found for number in numbers if (found := occurs(number))]
    if how == "last":
        return next((found for found in reversed(near) if found.high.date() < today), None)
    if how == "next":
        return next((found for found in near if found.low.date() > today), None)
    before = next((found for found in reversed(near) if found.low.date() <= today), None)
    after = next((found for found in near if found.high.date() >= today), None)
    if before is None or after is None:
        return None if len(numbers) < LEAST else before or after
    return _nearer(before, after, today, how)


def _nearer(past: Stretch, coming: Stretch, today: date, how: How) -> Stretch:
    """By the sentence's direction, unless that leads almost a year away and the other side is near."""
    back, ahead = (today - past.high.date()).days, (coming.low.date() - today).days
    if how in ("future", "coming"):
        return past if how == "future" and ahead > LONG_AHEAD and back < RECENT else coming
    return coming if how != "done" and back > LONG_AGO and ahead < SOON else past


def inside(occurs: Callable[[int], Stretch | None], numbers: range, whole: Moment) -> Stretch | None:
    """The first occurrence that begins inside ``whole``."""
    if whole.low is None or whole.high is None:
        return None
    return next((f for n in numbers if (f := occurs(n)) and whole.low <= f.low <= whole.high), None)


def yearly(occurs: Callable[[int], Stretch | None], anchors: Anchors, mask: str) -> Moment | None:
    """What comes once a year: in the outer year if one is told, else in the one that reference and sentence ask for."""
    if anchors.inside is not None:
        outer = anchors.inside
        if outer.low is None or outer.high is None:
            return unknown(mask, anchor=None)
        return moment(inside(occurs, range(outer.low.year - 1, outer.high.year + 1), outer), outer.anchor)
    if anchors.reference is None:
        return unknown(mask)
    today = anchors.reference.date()
    return moment(pick(occurs, today.year, today, anchors.how), "published")


# Dates


class Dated(NamedTuple):
    """A calendar date as far as it is told: any of year, month, day and weekday (1 is Monday).

    ``last`` is the last of several days of one month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last: int | None = None

    def settle(self, anchors: Anchors) -> Moment | None:
        """Whole dates stand alone; the rest leans on the anchors."""
        if self.last is not None:
            return self._to_last(anchors)
        if self.year is not None:
            return moment(self._in(self.year))
        if self.month is not None:
            return yearly(self._in if self.weekday is None else self._on_weekday, anchors, self._mask())
        if self.day is not None:
            return self._day(anchors)
        return self._weekday(anchors)

    def _in(self, year: int) -> Stretch | None:
        if self.month is None:
            return calendar.years(year, 1, "year")
        if self.day is None:
            return calendar.months(year, self.month, 1, "month")
        day = calendar.day_of(year, self.month, self.day)
        return calendar.days(day, day, "day")

    def _to_last(self, anchors: Anchors) -> Moment | None:
        """ "June 3-5": both days and what lies between."""
        first = self._replace(last=None).settle(anchors)
        last = self._replace(last=None, day=self.last).settle(anchors)
        if first is None or last is None or first.low is None or last.high is None or last.high < first.low:
            return first
        return first._replace(value=f"{first.value}/{last.value}", high=last.high)

    def _on_weekday(self, year: int) -> Stretch | None:
        found = self._in(year)
        return found if found is None or self.day is None or found.low.isoweekday() == self.weekday else None

    def _mask(self) -> str:
        return f"XXXX-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")

    def _day(self, anchors: Anchors) -> Moment | None:
        """A day of an untold month: of the outer month, or of the one told just before, else open."""
        whole = anchors.inside or anchors.near
        if self.weekday is not None and not (whole and whole.stretch):
            return self._weekday_and_day(anchors)
        if whole is None or whole.low is None or whole.grain in calendar.SPANS:
            return unknown(f"XXXX-XX-{self.day:02}")
        day = calendar.day_of(whole.low.year, whole.low.month, self.day or 0)
        return moment(calendar.days(day, day, "day"), whole.anchor if anchors.inside else "near")

    def _weekday_and_day(self, anchors: Anchors) -> Moment | None:
        if anchors.reference is None:
            return unknown(f"XXXX-XX-{self.day:02}")
        today = anchors.reference.date()
        start = today.year * 12 + today.month - 1
        ahead, back = range(start, start + MONTHS_BACK), range(start, start - MONTHS_BACK, -1)
        for number in ahead if anchors.how in ("future", "next", "this") else back:
            day = calendar.day_of(number // 12, number % 12 + 1, self.day or 0)
            if day and day.isoweekday() == self.weekday:
                return moment(calendar.days(day, day, "day"), "published")
        return unknown(f"XXXX-XX-{self.day:02}")

    def _weekday(self, anchors: Anchors) -> Moment | None:
        mask = f"XXXX-WXX-{self.weekday}"
        if anchors.inside is not None:
            outer = anchors.inside.stretch
            if outer is None:
                return unknown(mask)
            step = (self.weekday or 1) - outer.low.isoweekday()
            day = calendar.moved_days(outer.low.date(), step % 7)
            fits = day and day <= outer.high.date()
            return moment(calendar.days(day, day, "day"), anchors.inside.anchor) if fits else None
        if anchors.reference is None:
            return unknown(mask)
        return self._near(anchors.reference.date(), anchors.how)

    def _near(self, today: date, how: How) -> Moment | None:
        step = (self.weekday or 1) - today.isoweekday()
        if how == "last":
            step = step if step < 0 else step - 7
        elif how == "next":
            step = step if step > 0 else step + 7
        elif how == "future":
            step %= 7
        elif how != "this":
            step = step if step <= 0 else step - 7
        day = calendar.moved_days(today, step)
        return moment(calendar.days(day, day, "day"), "published")


class Yearly(NamedTuple):
    """What every year has: a quarter, a half or a season, or one of the weeks by number; ``year`` where it is told.

    ``turns`` where the next is told too: "the winter of 2023-24".
    """

    unit: str
    name: str
    year: int | None = None
    turns: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """In the year told, else by the anchors."""
        if self.year is None:
            return yearly(self._in, anchors, f"XXXX-{self.name}")
        if self.unit == "season" and self.name == "WI" and not self.turns:
            # "the winter of 1994" may begin or end in that year.
            last = calendar.season(self.year, "WI")
            if last is None:
                return None
            return Moment(f"{self.year:04}-WI", datetime(self.year, 1, 1), last.high, "season")
        return moment(self._in(self.year))

    def _in(self, year: int) -> Stretch | None:
        if self.unit == "season":
            return calendar.season(year, self.name)
        number = int(self.name[1:])
        if self.unit == "week":
            return calendar.week(year, number)
        size = calendar.MONTHS[self.unit]
        return calendar.months(year, (number - 1) * size + 1, size, self.unit)


@dataclass(frozen=True, slots=True)
class Relative:
    """The unit of the calendar that lies ``count`` units from the anchor's: "today", "last week", "that year".

    ``ahead`` where it leans on the publication if nothing was told before: "the next quarter". "The year" is that of
    what its sentence tells ("here"), unless that is over and the sentence looks ahead, else that of the publication.
    """

    unit: str
    count: int = 0
    base: Literal["published", "text", "here"] = "published"
    ahead: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """Masked where the anchor is missing; as wide as the anchor where that is wider than the unit."""
        if not self.count and self.base != "text" and (covered := covered_by(anchors, self.unit)) is not None:
            return covered
        if self.base == "published":
            if anchors.reference is None:
                return unknown(MASKS[self.unit], self.unit)
            return moment(self._from(anchors.reference.date()), "published")
        told = anchors.text.stretch if anchors.text else None
        if self.unit == "quarter" and not self.count and (named := anchors.of_quarter()):
            return named._replace(anchor="text")  # "that quarter", whatever day was told since
        if self.base == "here":
            return self._here(anchors) or replace(self, base="published").settle(anchors)
        if told is None and self.ahead and anchors.reference is not None:
            return moment(self._from(anchors.reference.date()), "published")
        if told is None:
            return unknown(MASKS[self.unit], self.unit)
        ends = [told.low, told.high]
        if self.count and anchors.text and "/" in anchors.text.value and anchors.text.grain == self.unit:
            ends = ends[:1] if self.count < 0 else ends[1:]  # "in 2019 and 2020, and the year before"
        first, last = self._from(ends[0].date()), self._from(ends[-1].date())
        if first is None or last is None:
            return None
        value = value_of(first) if first == last else MASKS[self.unit]
        return moment(Stretch(first.low, last.high, self.unit), "text", value)

    def _here(self, anchors: Anchors) -> Moment | None:
        """The unit that all of what the sentence tells lies in."""
        lies_in = anchors.here or (anchors.before if self.unit == "day" else None)
        told = lies_in.stretch if lies_in else None
        if told and anchors.how in ("future", "coming") and anchors.reference and told.high < anchors.reference:
            return None
        first, last = (self._from(told.low.date()), self._from(told.high.date())) if told else (None, None)
        return moment(first, "text") if first == last else None

    def _from(self, day: date) -> Stretch | None:
        """Moved from the unit's own start, so that the month after 31 January is February."""
        here = calendar.containing(day, self.unit)
        there = here and calendar.moved(here.low.date(), self.count, self.unit)
        return calendar.containing(there, self.unit) if there else None


def covered_by(anchors: Anchors, unit: str | None) -> Moment | None:
    """The stretch that the report covers, where it is such a unit: "this week" of one that covers 3 to 9 March."""
    told = anchors.reported and anchors.reported.stretch
    if anchors.reported is None or not told or anchors.how in ("future", "coming"):
        return None
    least, most = COVERED.get(unit, (1, 0)) if unit else (0, (told.high - told.low).days)
    return anchors.reported._replace(anchor="text") if least <= (told.high - told.low).days <= most else None


class Covered(NamedTuple):
    """ "The reporting period", "the month under review": what the report says it covers, None as ``unit`` is any."""

    unit: str | None

    def settle(self, anchors: Anchors) -> Moment | None:
        """Open where the report does not say."""
        return covered_by(anchors, self.unit) or unknown(MASKS.get(self.unit or "", "XXXX"), self.unit or "year")


class Directed(NamedTuple):
    """ "last Friday", "next June", "this summer": ``node`` in the direction the word gives.

    ``ahead`` where it leans on the publication if nothing was told before: "the next Easter".
    """

    node: Node
    how: How
    base: Literal["published", "text"] = "published"
    ahead: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """As the node settles in that direction, beside the publication or the time told before."""
        if self.base == "published" or (self.ahead and anchors.text is None):
            return self.node.settle(anchors._replace(how=self.how))
        told = anchors.text.low if anchors.text and anchors.text.high else None
        found = self.node.settle(anchors._replace(how=self.how, reference=told))
        return found and found._replace(anchor="text" if told else found.anchor)


class Within(NamedTuple):
    """ "June of last year", "the third quarter of 1989", "Tuesday of next week": ``inner`` inside ``outer``."""

    inner: Node
    outer: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """The inner time of that outer time, open where the outer is."""
        outer = self.outer.settle(anchors)
        return outer and self.inner.settle(anchors._replace(inside=outer))


class Named(NamedTuple):
    """A named event of known days."""

    name: str
    low: date
    high: date | None

    def settle(self, anchors: Anchors) -> Moment | None:
        """Its days, whatever else is told; an event that goes on is open at its end."""
        first = datetime.combine(self.low, time.min)
        last = datetime.combine(self.high, time(23, 59)) if self.high else None
        same = self.low.isoformat() if self.low == self.high else f"{self.low}/{self.high or '..'}"
        return Moment(same, first, last, "day", f"named:{self.name}")


class Holiday(NamedTuple):
    """A day that returns every year, by its rule: "12-25", "easter-2", or "11 4 4" (fourth Thursday of November).

    "islamic 10 1" is a day of the Islamic calendar, "islamic 9" a month of it; whether it begins a day earlier or later
    the moon tells, so that the bounds hold both.
    """

    name: str
    rule: str
    year: int | None = None

    def settle(self, anchors: Anchors) -> Moment | None:
        """In the year told, else by the anchors; the name stays the anchor where nothing else is leant on."""
        if self.year is not None:
            found = moment(self._in(self.year), f"named:{self.name}")
        else:
            found = yearly(self._occurs(anchors), anchors, self._mask())
        if found is None:
            return None
        value = found.value
        if self.rule.startswith("islamic") and found.low and found.high:
            first, last = (calendar.moved_days(end.date(), step) for end, step in ((found.low, 1), (found.high, -1)))
            value = f"{first}" if first == last else f"{first}/{last}"
        return found._replace(value=value, anchor=found.anchor or f"named:{self.name}")

    def _mask(self) -> str:
        return f"XXXX-{self.rule}" if self.rule[2:3] == "-" else "XXXX-XX-XX"

    def _in(self, year: int) -> Stretch | None:
        if self.rule.startswith("islamic"):
            return self._islamic(year)
        return calendar.days(first := self._on(year), first, "day")

    def _islamic(self, year: int) -> Stretch | None:
        """In a year of ours; twice in one, both are held."""
        month, *day = (int(number) for number in self.rule.split()[1:])
        told = calendar.islamic(year, month, day[0] if day else 1)
        return self._waited(told[0], told[-1]) if told else None

    def _waited(self, first: date, last: date) -> Stretch | None:
        month = len(self.rule.split()) == len(("islamic", "9"))
        low = calendar.moved_days(first, -1)
        high = calendar.moved_days(last, MOON if month else 1)
        return calendar.days(low, high, "day")

    def _occurs(self, anchors: Anchors) -> Callable[[int], Stretch | None]:
        """Its occurrences by years; Islamic years are shorter and are counted from that of the publication."""
        today = anchors.reference
        if not self.rule.startswith("islamic") or today is None or anchors.inside is not None:
            return self._in
        month, *day = (int(number) for number in self.rule.split()[1:])
        here = calendar.islamic_year(today.year) - today.year

        def occurs(number: int) -> Stretch | None:
            told = calendar.islamic_day(here + number, month, day[0] if day else 1)
            return self._waited(told, told) if told else None

        return occurs

    def _on(self, year: int) -> date | None:
        if self.rule.startswith("easter"):
            sunday = calendar.easter(year) if 1 <= year <= 9999 else None
            return sunday and calendar.moved_days(sunday, int(self.rule[6:] or "0"))
        if " " in self.rule:
            month, nth, weekday, *more = (int(number) for number in self.rule.split())
            day = calendar.nth_weekday(year, month, weekday, nth)
            return day and calendar.moved_days(day, sum(more))
        return calendar.day_of(year, int(self.rule[:2]), int(self.rule[3:]))


class Numeric(NamedTuple):
    """A date in digits whose first two numbers may be month and day or day and month."""

    year: int | None
    first: int
    second: int

    def settle(self, anchors: Anchors) -> Moment | None:
        """Where both orders make a date the two bound it, unless the caller says which order holds."""
        orders = [(self.first, self.second), (self.second, self.first)]
        if anchors.month_first is not None:
            orders = orders if anchors.month_first else orders[::-1]
        found = [m for month, day in orders if (m := _settled(self.year, month, day, anchors)) is not None]
        if len(found) < 2 or anchors.month_first is not None or found[0] == found[1]:
            return found[0] if found else None
        low, high = sorted(found, key=lambda m: (m.low or datetime.min, m.high or datetime.min))
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return low._replace(value=f"{year}-XX-XX", high=high.high)


def _settled(year: int | None, month: int, day: int, anchors: Anchors) -> Moment | None:
    return Dated(year, month, day).settle(anchors) if 1 <= month <= 12 and 1 <= day <= 31 else None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Whole years told as a decade or a century; fiscal years, which the words do not fix, are told by ``Fiscal``."""

    first: int
    count: int
    grain: str

    def settle(self, anchors: Anchors) -> Moment | None:
        """Stands alone."""
        return moment(calendar.years(self.first, self.count, self.grain))


def is_day(node: Node) -> bool:
    """Whether a node tells one day."""
    if isinstance(node, Directed):
        return is_day(node.node)
    if isinstance(node, Within):
        return is_day(node.inner)
    if isinstance(node, Dated):
        return node.day is not None or node.weekday is not None
    return isinstance(node, Holiday | Numeric) or (isinstance(node, Relative) and node.unit == "day")
