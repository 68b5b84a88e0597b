"""Words become values: lengths of time ("five months"), and how often something comes back ("every Monday").

A length has bounds only where its words fix it to an anchor ("over the past five months"). Values are ISO 8601
durations; X stands for a number the words leave open.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from fractions import Fraction
from typing import NamedTuple

from reportedly.frozen import dataclass
from reportedly.values import calendar
from reportedly.values.anchors import Anchors, Kind, Moment, Node

# Each unit as a number of an ISO 8601 designator; hours and below stand behind a T.
DESIGNATORS = {
    "second": (1, "S"), "minute": (1, "M"), "hour": (1, "H"), "day": (1, "D"), "week": (1, "W"), "fortnight": (2, "W"),
    "month": (1, "M"), "quarter": (1, "Q"), "half": (6, "M"), "year": (1, "Y"), "decade": (10, "Y"),
    "century": (100, "Y"), "millennium": (1000, "Y"), "weekend": (1, "WE"), "season": (1, "SE"), "night": (1, "NI"),
}  # fmt: skip
VAGUE = {"decade": "DE", "century": "CE", "millennium": "ML", "half": "H"}
SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}
CLOCKED = frozenset({"second", "minute", "hour"})


def iso(count: Fraction | None, unit: str) -> str:
    """ "P5M", "PT1H30M", "P2Y6M", "PXD"."""
    lead = "PT" if unit in CLOCKED else "P"
    factor, letter = DESIGNATORS[unit]
    if count is None:
        return f"{lead}X{VAGUE.get(unit, letter)}"
    count *= factor
    if count.denominator == 1:
        return f"{lead}{count}{letter}"
    whole = int(count)
    below = SMALLER.get(unit)
    rest = (count - whole) * below[1] if below else None
    if below and rest is not None and rest.denominator == 1:
        return f"{lead}{f'{whole}{letter}' if whole else ''}{rest}{DESIGNATORS[below[0]][1]}"
    return f"{lead}{float(count):.10g}{letter}"


def joined(first: str, second: str) -> str:
    """ "PT1H" and "PT30M" as "PT1H30M"; "P1D" and "PT2H" as "P1DT2H"."""
    if "T" in first:
        return first + second.removeprefix("PT")
    return first + second.removeprefix("P")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; ``frame`` fixes it beside an anchor: past, next, before, after or recent.

    ``most`` is the three of "two to three weeks".
    """

    value: str
    count: Fraction | None
    unit: str
    frame: str | None = None
    most: Fraction | None = None

    def settle(self, anchors: Anchors) -> Moment | None:
        """Bounds only where the frame and its anchor give them."""
        if self.frame is None:
            return Moment(self.value, grain=self.unit, kind="duration")
        told = self.frame in ("before", "after")
        base = anchors.text if told else None
        low, high = (base.low, base.high) if base else (None, None) if told else (anchors.reference, anchors.reference)
        if low is None or high is None:
            return Moment(self.value, grain=self.unit, kind="duration")
        back = self.frame in ("past", "before", "recent")
        anchor = "text" if told else "published"
        first, last = self._moved(low if told else high, -1) if back else low, high if back else self._moved(high, 1)
        if back and told:
            last = low
        if told and not back:
            first = high
        if self.count is None:
            first, last = (None, last) if back else (first, None)
        elif first is None or last is None:
            return None
        return Moment(self.value, first, last, self._grain(), anchor, "duration")

    def _grain(self) -> str:
        return "minute" if self.unit in CLOCKED else "day"

    def _moved(self, moment: datetime, sign: int) -> datetime | None:
        count = (self.count or Fraction(0)) * DESIGNATORS[self.unit][0] * sign
        unit = {"W": "week", "M": "month", "Q": "quarter", "Y": "year"}.get(DESIGNATORS[self.unit][1], "day")
        if self.unit in CLOCKED:
            return calendar.moved_time(moment, float(count), self.unit)
        if count.denominator != 1:
            count, unit = (
                (count * 12, "month")
                if unit == "year"
                else (count * 30, "day")
                if unit == "month"
                else (count * 7, "day")
            )
        day = calendar.moved(moment.date(), round(count), unit)
        # The unit that the far end lies in belongs to it: nobody counts "five months" to the day.
        whole = calendar.containing(day, unit) if day else None
        if whole is None:
            return None
        return whole.low if sign < 0 else datetime.combine(whole.high.date(), time(23, 59))


class Workdays(NamedTuple):
    """ "the next four business days", "within ten working days": Monday to Friday, counted from the day after.

    ``last`` where only the last of them is told: "in four business days".
    """

    value: str
    number: int
    last: bool = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """Beside the publication; no feast is known to be free."""
        if anchors.reference is None:
            return Moment(self.value, grain="day", kind="duration")
        first, last = (calendar.workday(anchors.reference.date(), count) for count in (1, self.number))
        found = calendar.days(last if self.last else first, last, "day")
        if found is None:
            return None
        kind: Kind = "date" if self.last else "duration"
        value = found.low.date().isoformat() if self.last else self.value
        return Moment(value, found.low, found.high, "day", "published", kind)


class Starting(NamedTuple):
    """ "three days starting next Monday": a length from a day on."""

    length: Length
    first: Node

    def settle(self, anchors: Anchors) -> Moment | None:
        """Open where the day is."""
        day = self.first.settle(anchors)
        count = (self.length.count or Fraction(0)) * DESIGNATORS[self.length.unit][0]
        letter = DESIGNATORS[self.length.unit][1]
        unit = {"W": "week", "M": "month", "Q": "quarter", "Y": "year"}.get(letter, "day")
        if day is None or day.low is None or count.denominator != 1:
            return Moment(self.length.value, grain="day", kind="duration")
        after = calendar.moved(day.low.date(), int(count), unit)
        found = calendar.days(day.low.date(), after and calendar.moved_days(after, -1), "day")
        if found is None:
            return None
        return Moment(self.length.value, found.low, found.high, "day", day.anchor, "duration")


class Often(NamedTuple):
    """Something that comes back; it has a value and no bounds."""

    value: str

    def settle(self, anchors: Anchors) -> Moment | None:
        """The value alone."""
        return Moment(self.value, kind="set")


def framed(length: Length, frame: str) -> Length:
    """The length fixed beside an anchor."""
    return replace(length, frame=frame)
