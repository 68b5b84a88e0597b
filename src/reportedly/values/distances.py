"""Words become values: times told by their distance from another, or as a part of it.

"Three days later", "the first week of May", "the end of the month", "the quarter ended Sept. 30": each leans on an
inner time and is as wide as it and its own unit make it. Where the inner time is open, so is the outer.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from reportedly.frozen import dataclass
from reportedly.values import calendar
from reportedly.values.anchors import MASKS, Anchors, Moment, Node, Relative, moment, unknown, value_of
from reportedly.values.calendar import FINE, Stretch

LEAST_OF_MONTH = 27  # days from its first to its last


@dataclass(frozen=True, slots=True)
class Nth:
    """ "the first week of May", "the last day of June", "the first nine months of 2024"; -1 counts from the end."""

    nth: int
    unit: str
    outer: Node
    count: int = 1

    def settle(self, anchors: Anchors) -> Moment | None:
        """Counted from the outer stretch's own ends."""
        outer = self.outer.settle(anchors)
        if outer is None:
            return None
        if outer.low is None or outer.high is None:
            return unknown(MASKS.get(self.unit, "XXXX-XX-XX"))
        if self.unit == "week" and self.count == 1 and outer.grain == "year":
            number = self.nth if self.nth > 0 else date(outer.low.year, 12, 28).isocalendar().week
            return moment(calendar.week(outer.low.year, number), outer.anchor)
        day = calendar.moved_days(outer.high.date(), 1) if self.nth < 0 else outer.low.date()
        skip = -self.count if self.nth < 0 else self.nth - 1
        first = day and calendar.moved(day, skip, self.unit)
        after = first and calendar.moved(first, self.count, self.unit)
        last = after and calendar.moved_days(after, -1)
        grain = self.unit if self.unit != "week" and self.count == 1 else "month" if self.unit == "month" else "day"
        found = calendar.days(first or None, last or None, grain)
        if found is None or found.high > outer.high or found.low < outer.low:
            return None
        if self.unit == "quarter" and self.count == 2 and outer.grain == "year":
            return moment(found._replace(grain="half"), outer.anchor)
        plain = self.count == 1 and self.unit != "week"
        value = value_of(found) if plain else "/".join(found.bounds())
        return moment(found, outer.anchor, value)


@dataclass(frozen=True, slots=True)
class Away:
    """ "three days ago", "a year earlier", "two weeks after Christmas": ``count`` units from ``base``.

    ``count`` None is "several"; ``sign`` -1 is back. As wide as the unit, and no narrower than the base.
    """

    count: Fraction | None
    unit: str
    sign: int
    base: Node | Literal["published", "text"]
    exact: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """Open where the base is; an uncounted distance leaves one end open."""
        base = self.base_of(anchors)
        mask = MASKS.get(self.unit, "XXXX-XX-XXTXX:XX")
        if base is None:
            return unknown(mask, self.unit)
        if base.low is None or base.high is None:
            return unknown(mask, self.unit, None)
        if self.count is None:
            ref = "PAST_REF" if self.sign < 0 else "FUTURE_REF"
            low, high = (None, base.high) if self.sign < 0 else (base.low, None)
            # Beside another time than now, it is neither past nor future by itself.
            return Moment(ref if self.base == "published" else mask, low, high, base.grain, base.anchor)
        if self.unit in calendar.SECONDS:
            return self._time(base)
        return self._day(base, self.count)

    def first_of(self, anchors: Anchors) -> Moment | None:
        """What the first of several distances is counted from."""
        return self.base.first_of(anchors) if isinstance(self.base, Away) else self.base_of(anchors)

    def base_of(self, anchors: Anchors) -> Moment | None:
        """What the distance is counted from."""
        if self.base == "published":
            today = anchors.reference
            fine = self.unit in calendar.SECONDS
            return Moment("", today, today, "minute" if fine else "day", "published") if today else None
        if self.base == "text":
            return anchors.text and anchors.text._replace(anchor="text")
        return self.base.settle(anchors)

    def _time(self, base: Moment) -> Moment | None:
        count = float(self.count or 0) * self.sign
        if base.low is None or base.high is None:
            return None
        if base.grain not in FINE and count * calendar.SECONDS[self.unit] % 86400 == 0 and self.unit == "hour":
            return self._moved(base, int(count * calendar.SECONDS[self.unit]) // 86400, "day")
        low, high = (calendar.moved_time(end, count, self.unit) for end in (base.low, base.high))
        if low is None or high is None:
            return None
        value = calendar.written(low, "minute") if low == high else "XXXX-XX-XXTXX:XX"
        return Moment(value, low, high, "minute", base.anchor, "time")

    def _day(self, base: Moment, count: Fraction) -> Moment | None:
        unit = self.unit
        if count.denominator != 1:
            smaller = {"year": ("month", 12), "week": ("day", 7), "month": ("day", 30), "decade": ("year", 10)}
            unit, factor = smaller.get(unit, ("day", 1))
            count = Fraction(round(count * factor))
        return self._moved(base, int(count) * self.sign, unit)

    def _moved(self, base: Moment, count: int, unit: str) -> Moment | None:
        if base.low is None or base.high is None:
            return None
        end = base.low if base.grain == "part" else base.high  # a night is of the day on which it begins
        low, high = (calendar.moved(bound.date(), count, unit) for bound in (base.low, end))
        if low is None or high is None:
            return None
        year = f"{low.year:04}" if unit == "year" and low.year == high.year else None
        if unit == "year" and base.grain == "day" and base.stretch and (end - base.low).days >= LEAST_OF_MONTH:
            # A year before the nine months to June: the same months.
            return moment(calendar.years_back(base.stretch, -count), base.anchor, year or MASKS[unit])
        grain = self._grain(base, unit)
        first, last = calendar.containing(low, grain), calendar.containing(high, grain)
        if first is None or last is None:
            return None
        value = value_of(first) if first == last else year or MASKS[grain]
        return moment(Stretch(first.low, last.high, grain), base.anchor, value)

    def _grain(self, base: Moment, unit: str) -> str:
        """How exactly the words tell what they are counted to."""
        if base.grain in ("quarter", "half", "month") and unit in ("year", "month", "quarter"):
            return base.grain
        # A base that is a thing and no sum ("two weeks after Christmas") is moved as exactly as it stands.
        thing = self.base not in ("published", "text")
        if base.grain == "day" and not self.exact and (thing or unit in ("day", "week")):
            return "day" if self.base != "published" or unit == "day" else unit
        return "day" if self.exact else unit


class Beyond(NamedTuple):
    """ "less than three days ago", "more than a year later": nearer than a distance (``within``), or farther.

    ``value`` where it is a length that its words tell: "the last 3 months and 2 weeks".
    """

    away: Away
    within: bool
    value: str | None = None

    def settle(self, anchors: Anchors) -> Moment | None:
        """From the base to the distance, or from there on with no end; the value is that of the distance."""
        found = self._settle(anchors)
        return found if found is None or self.value is None else found._replace(value=self.value, kind="duration")

    def _settle(self, anchors: Anchors) -> Moment | None:
        there, base = self.away.settle(anchors), self.away.first_of(anchors)
        if there is None or base is None or there.low is None or there.high is None:
            return there
        back = self.away.sign < 0
        if not self.within:
            return there._replace(low=None) if back else there._replace(high=None)
        low, high = (there.low, base.high) if back else (base.low, there.high)
        return there._replace(low=low, high=high) if low and high and low <= high else there


@dataclass(frozen=True, slots=True)
class WeekdaysAway:
    """ "two Sundays ago", "three Mondays from now": so many of a weekday (1 is Monday) back or ahead."""

    count: int
    weekday: int
    base: Literal["published", "text"] = "published"

    def settle(self, anchors: Anchors) -> Moment | None:
        """The day itself is not counted."""
        told = anchors.text.low if self.base == "text" and anchors.text else None
        base = told if self.base == "text" else anchors.reference
        if base is None:
            return unknown(f"XXXX-WXX-{self.weekday}")
        step = (self.weekday - base.isoweekday()) % 7
        nearest = step or 7 if self.count > 0 else step - 7
        day = calendar.moved_days(base.date(), nearest + 7 * (self.count - (1 if self.count > 0 else -1)))
        return moment(calendar.days(day, day, "day"), self.base)


class Portion(NamedTuple):
    """ "early March", "the middle of 2024", "the end of the week"; its mod is START, MID or END."""

    mod: str
    outer: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """A third of the outer stretch; the value stays that of the whole, as TIMEX3 has it."""
        outer = self.outer.settle(anchors)
        if outer is None or outer.stretch is None:
            return outer
        part = calendar.portion(outer.stretch, self.mod)
        there_is = isinstance(self.outer, Relative) and self.outer.base == "here" and anchors.here is None
        if there_is and anchors.how == "done" and anchors.reference and part.low > anchors.reference:
            # What was so by the end of the year is of another one.
            text = anchors.text
            return self.settle(anchors._replace(here=text)) if text else unknown(MASKS[outer.grain], outer.grain)
        return outer._replace(low=part.low, high=part.high, grain=part.grain)


class Turned(NamedTuple):
    """ "Stood at 5 percent at year-end": one time where the sentence looks back, another else."""

    back: Node
    ahead: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """Of the past only where a verb tells so."""
        return (self.back if anchors.how in ("past", "done") else self.ahead).settle(anchors)


class HalfOf(NamedTuple):
    """ "the first half of June", "the second half of the decade": ``number`` 1 or 2."""

    number: int
    outer: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """Half of the days, months or years of the outer stretch."""
        outer = self.outer.settle(anchors)
        if outer is None or outer.stretch is None:
            return outer
        whole, grain = outer.stretch, outer.grain
        if grain == "year":
            half = calendar.months(whole.low.year, 6 * self.number - 5, 6, "half")
            return moment(half, outer.anchor)
        middle = whole.low + (whole.high - whole.low) / 2
        cut = middle.date()
        if grain == "month" and self.number == 2 and whole.high.day % 2:
            cut -= timedelta(1)  # the middle day of an odd month may be meant with either half
        if grain in calendar.SPANS:
            cut = date(middle.year - (middle.month < 7), 12, 31)
        first = (whole.low.date(), cut) if self.number == 1 else (cut + timedelta(1), whole.high.date())
        found = calendar.days(*first, "year" if grain in calendar.SPANS else "day")
        return moment(found, outer.anchor, outer.value)


class Toward(NamedTuple):
    """ "earlier this month" reaches up to the publication, "later this year" begins there."""

    sign: int
    outer: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """The part of the outer stretch on that side of the reference."""
        outer = self.outer.settle(anchors)
        today = anchors.reference
        if outer is None or outer.low is None or outer.high is None or today is None:
            return outer
        if not outer.low <= today <= outer.high:
            return outer
        low, high = (outer.low, today) if self.sign < 0 else (today, outer.high)
        fine = outer.grain in FINE
        if not fine:
            low, high = datetime.combine(low, time.min), datetime.combine(high, time(23, 59))
        return outer._replace(low=low, high=high, grain=outer.grain if fine else "day", anchor="published")


class Reference(NamedTuple):
    """ "now", "recently", "soon": PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str

    def settle(self, anchors: Anchors) -> Moment | None:
        """Bounded on the side of the publication, where that is known."""
        today = anchors.reference
        if today is None:
            return Moment(self.value)
        low = today if self.value != "PAST_REF" else None
        high = today if self.value != "FUTURE_REF" else None
        return Moment(self.value, low, high, "day", "published")


class Fiscal(NamedTuple):
    """A fiscal year or a quarter of one: when a book year begins the words do not tell, only which year it touches."""

    node: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """The value of the calendar's namesake, the bounds of all book years that touch it."""
        found = self.node.settle(anchors)
        if found is None or found.low is None or found.high is None:
            return found
        wide = calendar.years(found.low.year - 1, found.high.year - found.low.year + 3, "year")
        return found._replace(low=wide.low, high=wide.high, grain="year") if wide else found


class Hull(NamedTuple):
    """ "two to three weeks ago": from the one to the other."""

    near: Node
    far: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """Both together; the value is that of the nearer."""
        near, far = self.near.settle(anchors), self.far.settle(anchors)
        if near is None or far is None or near.low is None or far.low is None:
            return near
        return near._replace(low=min(near.low, far.low), high=max(near.high or near.low, far.high or far.low))


class Comparable(NamedTuple):
    """ "the year-earlier quarter", "the 1988 period": the like of the quarter told before, in the outer year.

    ``outer`` None is one year back; ``latest`` is that quarter itself. Of a longer stretch told since ("the nine
    months") the like lies in that year; no more is known of it.
    """

    outer: Node | None = None
    latest: bool = False
    otherwise: Node | None = None

    def settle(self, anchors: Anchors) -> Moment | None:
        """Where no quarter was told: the year, or what ``otherwise`` states."""
        told, name = (anchors.quarter.stretch, anchors.quarter.value[4:]) if anchors.quarter else (None, "")
        outer = self.outer.settle(anchors) if self.outer else None
        if told is None:
            return self.otherwise.settle(anchors) if self.otherwise else outer or unknown("XXXX-QX", "quarter")
        if self.latest:
            return moment(told, "text", anchors.quarter and anchors.quarter.value)
        year = outer.low.year if outer and outer.low else told.low.year - 1
        if anchors.longer:
            return moment(calendar.years(year, 1, "year"), "text")
        return moment(calendar.years_back(told, told.low.year - year), "text", f"{year:04}{name}")


@dataclass(frozen=True, slots=True)
class Like:
    """ "the same period last year", "the same month of 2023": the like of the stretch told before, in another year.

    ``unit`` None is a period of any length; ``back`` how many years before it lies, None where ``outer`` tells which.
    """

    unit: str | None
    outer: Node
    back: int | None

    def settle(self, anchors: Anchors) -> Moment | None:
        """Where no such stretch was told: somewhere in the outer year."""
        outer = self.outer.settle(anchors)
        year = outer.low.year if outer and outer.low and outer.high else None
        told = self._told(anchors)
        if told is None or told.stretch is None or (year is None and self.back is None):
            return outer if year else unknown(MASKS.get(self.unit or "quarter", MASKS["year"]), "quarter")
        off = told.stretch.low.year - year if year else 0
        found = calendar.years_back(told.stretch, off if self.back is None else max(off, self.back))
        return found and moment(found, "text", _named(told.value, found))

    def _told(self, anchors: Anchors) -> Moment | None:
        span, quarter = anchors.span, None if anchors.longer else anchors.quarter
        if self.unit is None:
            return span or quarter
        if self.unit == "quarter":
            return quarter
        whole = span.stretch if span else None
        several = whole and whole.grain == "month" and whole.low.month != whole.high.month
        return span if whole and whole.grain == self.unit and not several else None


def _named(value: str, like: Stretch) -> str:
    """The value of a stretch that is like one with ``value``: "2023-Q4", "2023-W24", "2023-01/2023-05"."""
    if "/" in value or value.startswith("P"):
        return "/".join(like.bounds())
    return value_of(like) if like.grain != "day" else f"{like.high.year:04}{value[4:]}"


@dataclass(frozen=True, slots=True)
class Ending:
    """ "the quarter ended Sept. 30", "the three months to June": ``count`` units up to and with a day or month.

    ``done`` where a word tells that it is over. One "to mid-May" ends on some day of the middle of May, and began as
    much before the first of them.
    """

    count: int
    unit: str
    value: str
    last: Node
    done: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """Open where the day is; the value is the calendar's quarter that holds the day, else a length."""
        day = self.last.settle(anchors._replace(how="done") if self.done else anchors)
        if day is None or day.low is None or day.high is None:
            return unknown(self.value, self.unit)
        after = calendar.moved_days((day.low if isinstance(self.last, Portion) else day.high).date(), 1)
        first = after and calendar.moved(after, -self.count, self.unit)
        found = calendar.days(first or None, day.high.date(), "day")
        if found is None:
            return None
        # Three months to 31 July are mostly of the second quarter: the middle tells.
        middle = (found.low + (found.high - found.low) / 2).date()
        whole = calendar.containing(middle, "quarter") if self.unit == "quarter" else None
        value = value_of(whole) if whole else self.value
        return Moment(value, found.low, found.high, "day", day.anchor, "date" if whole else "duration")


class Closed(NamedTuple):
    """ "the fourth quarter ended Sept. 30": a quarter or half of the books by its name ("Q4") and its last day."""

    name: str
    ending: Ending

    def settle(self, anchors: Anchors) -> Moment | None:
        """The value of the calendar's namesake in the year of its last day, the bounds as told."""
        told = self.ending.settle(anchors)
        if told is None or told.high is None:
            return unknown(f"XXXX-{self.name}", "quarter")
        return told._replace(value=f"{told.high.year:04}-{self.name}", kind="date")


class Weekend(NamedTuple):
    """ "the weekend": the last or the coming one, as the sentence looks.

    ``this`` weekend is that of the week, unless the sentence looks back on it before it has come.
    """

    this: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """Beside the publication."""
        if anchors.reference is None:
            return unknown(MASKS["weekend"], "weekend")
        here = calendar.containing(anchors.reference.date(), "weekend")
        ahead = anchors.how != "past" if self.this else anchors.how == "future"
        if here is None or ahead or here.low <= anchors.reference:
            return moment(here, "published")
        before = calendar.moved_days(here.low.date(), -7)
        return moment(calendar.containing(before, "weekend") if before else None, "published")


class LongWeekend(NamedTuple):
    """ "Labor Day weekend", "Easter weekend": the weekend nearest to a day, and what lies between."""

    day: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """Open where the day is."""
        told = self.day.settle(anchors)
        if told is None or told.low is None:
            return unknown(MASKS["weekend"], "weekend")
        day = told.low.date()
        # Monday to Wednesday lie nearer to the weekend before, Thursday and Friday to the one behind.
        weekday = day.isoweekday()
        saturday = calendar.moved_days(day, 6 - weekday if weekday > 3 else -weekday - 1)
        sunday = saturday and calendar.moved_days(saturday, 1)
        if saturday is None or sunday is None:
            return None
        year, number, _ = saturday.isocalendar()
        days = calendar.days(min(day, saturday), max(day, sunday), "weekend")
        return moment(days, told.anchor, f"{year:04}-W{number:02}-WE")


class Holding(NamedTuple):
    """ "the week of June 3": the unit of the calendar that holds another time."""

    unit: str
    held: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """Masked where that time is open."""
        held = self.held.settle(anchors)
        if held is None or held.low is None or held.high is None:
            return unknown(MASKS[self.unit], self.unit)
        first, last = (calendar.containing(end.date(), self.unit) for end in (held.low, held.high))
        if first is None or last is None:
            return None
        value = value_of(first) if first == last else MASKS[self.unit]
        return moment(Stretch(first.low, last.high, self.unit), held.anchor, value)
