"""Words become values: times of the day, by the clock ("5 p.m.") and by its parts ("Friday evening").

A time of an untold day keeps its day open; a clock time that may be of either half of the day is as wide as both.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from reportedly.values.anchors import Anchors, Moment, Node
from reportedly.values.cardinals import below_hundred, ones
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import stem, whole

SHAPE = re.compile(r"(\d{1,2})(?:[.:h]?(\d{2}))?(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?")
DOTTED = re.compile(r"(\d{1,2})\.(\d{2})")
ZONE = re.compile(r"(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|JST|KST|AEST|AEDT|[ECMP][SD]?T|Z)$")
ZONE_WORDS = frozenset({"eastern", "central", "mountain", "pacific", "local", "moscow", "kyiv", "beijing", "greenwich"})
UTC = frozenset({"UTC", "GMT"})
HALF_DAY = 720
LEAST_MINUTES = 10  # "at five six" is no time
SMALL_HOURS = 300  # minutes; "4 in the night" is before dawn, "8 in the night" is not
SMALL = frozenset({"second", "minute", "hour"})
OPEN_DAY = "XXXX-XX-XX"


class Clock(NamedTuple):
    """A time of the day in minutes; ``either`` where it may be of the other half of the day too.

    A zone stays words, but for ``utc``, which the value tells; the bounds are those of the place spoken of. Midnight
    may be the ``end`` of the day, and is as wide as both ends where that is not told (None).
    """

    minutes: int
    either: bool = False
    day: Node | None = None
    second: int | None = None
    utc: bool = False
    end: bool | None = False

    def settle(self, anchors: Anchors) -> Moment | None:
        """On the day told, open where none is."""
        day = told_day(self.day, anchors)
        hour, minute = divmod(self.minutes, 60)
        shown = f"T{hour:02}:{minute:02}"
        shown += ("" if self.second is None else f":{self.second:02}") + ("Z" if self.utc else "")
        if day is None or day.low is None or day.high is None:
            return Moment((day.value if day and day.grain == "day" else OPEN_DAY) + shown, grain="minute", kind="time")
        low = day.low.replace(hour=0, minute=0) + timedelta(minutes=self.minutes, seconds=self.second or 0)
        high = day.high.replace(hour=0, minute=0) + timedelta(minutes=self.minutes, seconds=self.second or 0)
        if self.either:
            high += timedelta(minutes=HALF_DAY)
        if self.end is not False:
            high = day.high.replace(hour=23, minute=59)
            low, shown = (high, "T24:00") if self.end else (low, shown)
        grain = "minute" if self.second is None else "second"
        return Moment(day.value + shown, low, high, grain, day.anchor, "time")


class Part(NamedTuple):
    """A part of the day: its TIMEX3 code and first and last minute, which may lie in the next day."""

    code: str
    low: int
    high: int
    day: Node | None = None

    def settle(self, anchors: Anchors) -> Moment | None:
        """On the day told, open where none is."""
        day = told_day(self.day, anchors)
        if day is None or day.low is None or day.high is None:
            return Moment(f"{day.value if day else OPEN_DAY}T{self.code}", grain="part", kind="time")
        try:
            low = day.low.replace(hour=0, minute=0) + timedelta(minutes=self.low)
            high = day.high.replace(hour=0, minute=0) + timedelta(minutes=self.high)
        except OverflowError:
            return None
        return Moment(f"{day.value}T{self.code}", low, high, "part", day.anchor, "time")


def told_day(node: Node | None, anchors: Anchors) -> Moment | None:
    """The day of a time: its own, that of the outer time, or the one told just before in the sentence."""
    if node is not None:
        return node.settle(anchors)
    if anchors.inside is not None:
        return anchors.inside
    near = anchors.near
    return (
        near._replace(anchor="text")
        if near and near.grain == "day" and near.low and near.low == _opened(near)
        else None
    )


def _opened(near: Moment) -> datetime | None:
    """The first moment of a moment that is one day; None where it is longer."""
    if near.low is None or near.high is None or near.high - near.low >= timedelta(1):
        return None
    return near.low


def part(text: Scan, at: int) -> tuple[int, Part] | None:
    """A part of the day by its word."""
    found = entry("dates", "parts").get(stem(text, at))
    return (at + 1, Part(*found)) if found else None


def part_of(word: str, day: Node) -> Part:
    """The part of a day that ``word`` names."""
    code, low, high = entry("dates", "parts")[word]
    return Part(code, low, high, day)


def clock(text: Scan, at: int) -> tuple[int, Clock] | None:
    """A clock time, with the zone behind it: "5 p.m. EST", "14:30", "noon", "half past ten", "7 o'clock"."""
    found = _shaped(text, at) or _spoken(text, at)
    if found is None:
        if told := middle(text, at):
            return told
        minutes = entry("dates", "hours").get(stem(text, at))
        return (at + 1, Clock(minutes, end=_of_end(text, at))) if minutes is not None else None
    last, read = found
    last, read = _in_the(text, last, read)
    early = last + (text.next_low(last) in ("early", "late") and read.either)
    named = early > last or text.kind(last - 1) == "w" or text.low(last - 1).endswith("clock")
    behind = part(text, early) if read.either and text.gap(early) == 1 and named else None
    if behind and not text.low(last).endswith("s"):
        last, read = behind[0], halved(read, behind[1])  # "half past seven evening"
    return _zone(text, last), read._replace(utc=text.raw(last) in UTC and text.gap(last) < 2)


def _of_end(text: Scan, at: int) -> bool | None:
    """Whether a midnight ends its day: "until midnight Friday"; None where "midnight on Friday" may begin it."""
    before = text.before(at)
    if text.low(at) != "midnight" or before in ("after", "past", "since", "from"):
        return False
    return True if before in ("until", "till", "before", "by") else None


def middle(text: Scan, at: int) -> tuple[int, Clock] | None:
    """ "mid-day", "mid night"."""
    place = at + 2 if text.hyphen(at + 1) else at + 1
    minutes = {"day": HALF_DAY, "night": 0}.get(text.next_low(place)) if text.low(at) == "mid" else None
    return (place + 1, Clock(minutes)) if minutes is not None else None


def _shaped(text: Scan, at: int) -> tuple[int, Clock] | None:
    """ "5 p.m.", "14:30", "340pm", "9:00a"."""
    if text.kind(at) == "n":
        return _run(text, at)
    if text.kind(at) != "clock_time":
        return None
    shape = SHAPE.match(text.raw(at))
    if shape is None:
        return None
    hour, minute, second, half = shape.groups()
    zoned = text.raw(at + 1) in ("UTC", "GMT", "CET", "MSK") and not half
    told = made(int(hour), int(minute or 0), half, padded=zoned or (len(hour) == 2 and hour.startswith("0")))
    if told is None or (second and int(second) > 59):
        return None
    bare = half is None and minute is None
    behind = (_half(text, at + 1) or _letter(text, at + 1)) if half is None and text.gap(at + 1) < 2 else None
    if behind:
        told = made(int(hour), int(minute or 0), behind[1])
        return (behind[0], told._replace(second=int(second) if second else None)) if told else None
    return at + 1, told._replace(second=int(second) if second else None) if not bare else told._replace(
        either=told.minutes <= HALF_DAY
    )


def _run(text: Scan, at: int) -> tuple[int, Clock] | None:
    """ "340pm", "1140 a.m."; "at 9p"; "11-ish"."""
    number = whole(text.raw(at))
    ish = at + 2 if text.hyphen(at + 1) else at + 1
    if number is not None and 1 <= number <= 12 and text.glued(ish) and text.low(ish) == "ish" and ends(text, ish + 1):
        return ish + 1, Clock(number * 60, either=True)
    half = _half(text, at + 1) if number is not None and text.gap(at + 1) < 2 else None
    if half is None and text.before(at) in ("at", "by", "until", "till"):
        half = _letter(text, at + 1)
    if number is None or half is None or len(text.raw(at)) == 2:
        return None
    told = made(*(divmod(number, 100) if number > 12 else (number, 0)), half[1])
    return (half[0], told) if told else None


def _letter(text: Scan, at: int) -> tuple[int, str] | None:
    """The a of "9:00a"."""
    ends = text.gap(at + 1) == 2 or text.kind(at + 1) == "s" or text.gap(at + 1) == 1
    return (at + 1, text.low(at)) if text.glued(at) and text.low(at) in ("a", "p") and ends else None


def made(hour: int, minute: int, half: str | None, *, padded: bool = False) -> Clock | None:
    """The clock time of an hour and minute; ``half`` is "a" or "p"."""
    if minute > 59 or hour > 24 or (half and not 0 <= hour <= 12) or (hour == 24 and minute):
        return None
    if half:
        return Clock((hour % 12 + (12 if half in "pP" else 0)) * 60 + minute)
    return Clock(hour % 24 * 60 + minute, either=1 <= hour <= 12 and not padded)


def _spoken(text: Scan, at: int) -> tuple[int, Clock] | None:
    """ "seven o'clock", "half past ten", "quarter to five", "eight thirty p.m."."""
    hour = _hour(text, at)
    if hour is not None and text.next_low(at + 1) in ("o'clock", "oclock"):
        return _halved(text, at + 2, hour, 0)
    minutes, behind = {"half": 30, "quarter": 15}.get(text.low(at)), at + 1
    if minutes is None:
        minutes, behind = (whole(text.raw(at)), at + 1) if text.kind(at) == "n" else below_hundred(text, at)
    if (
        minutes
        and text.next_low(behind) in ("minutes", "minute", "mins", "min")
        and text.next_low(behind + 1) in ("past", "to")
    ):
        return _spoken_past(text, behind + 1, minutes)
    if minutes and text.next_low(at + 1) in ("past", "to") and minutes < 60:
        target = _hour(text, at + 2)
        sure = _shaped(text, at + 2) if text.kind(at + 2) == "clock_time" and text.low(at + 1) == "past" else None
        if sure and not sure[1].either and sure[1].minutes % 60 == 0:
            return sure[0], sure[1]._replace(minutes=sure[1].minutes + minutes)  # "half past 8 p.m."
        if target is None or (minutes == 15 and text.low(at) != "quarter" and text.low(at + 1) == "to"):
            return None
        past = text.low(at + 1) == "past"
        if not past and text.low(at) != "quarter":
            return None
        total = target * 60 + minutes if past else target * 60 - minutes
        return _halved(text, at + 3, *divmod(total % (2 * HALF_DAY), 60))
    if hour is not None and (both := _hour_and_minutes(text, at, hour)):
        return both
    if hour is not None and _of_the_part(text, at + 1):
        return at + 1, Clock(hour * 60, either=True)
    if hour == 12 and text.next_low(at + 1) in ("noon", "midnight", "midday"):
        return at + 2, Clock(entry("dates", "hours")[text.low(at + 1)])
    half = _half(text, at + 1) if hour is not None else None
    return (half[0], told) if half and hour is not None and (told := made(hour, 0, half[1])) else None


def _hour_and_minutes(text: Scan, at: int, hour: int) -> tuple[int, Clock] | None:
    """ "eight thirty p.m.", "five-thirty"; without a half of the day where "at" or a word of day asks for a time."""
    tied = text.hyphen(at + 1)
    rest, last = below_hundred(text, at + 2 if tied else at + 1)
    if not rest or not 1 <= rest <= 59 or text.gap(at + 1) == 2 or text.kind(at) == "n":
        return None
    half = _half(text, last)
    if half is not None:
        told = made(hour, rest, half[1])
        return (half[0], told) if told else None
    asked = text.before(at) in ("at", "by", "until", "till", "around", "from") or _of_the_part(text, last)
    asked = asked or text.next_low(last) in entry("dates", "deictic")
    told = made(hour, rest, None) if asked and rest >= LEAST_MINUTES and ends(text, last) else None
    return (last, told) if told else None


def _of_the_part(text: Scan, at: int) -> bool:
    """Whether "in the morning" or "at night" stands at ``at``."""
    words_ = tuple(text.next_low(at + place) for place in range(3))
    return (words_[:2] == ("in", "the") and words_[2] in ("morning", "afternoon", "evening", "night")) or words_[
        :2
    ] == (
        "at",
        "night",
    )


def _spoken_past(text: Scan, at: int, minutes: int) -> tuple[int, Clock] | None:
    """ "twenty minutes past five"."""
    target = _hour(text, at + 1)
    if target is None or minutes > 59:
        return None
    total = target * 60 + (minutes if text.low(at) == "past" else -minutes)
    return _halved(text, at + 2, *divmod(total % (2 * HALF_DAY), 60))


def _hour(text: Scan, at: int) -> int | None:
    number = whole(text.raw(at)) if text.kind(at) == "n" else ones().get(text.low(at))
    return number if number is not None and 1 <= number <= 12 else None


def _number(text: Scan, at: int) -> int | None:
    if text.kind(at) == "n":
        return whole(text.raw(at))
    return below_hundred(text, at)[0]


def _half(text: Scan, at: int) -> tuple[int, str] | None:
    """The place after "a.m.", "pm", "p . m ." or "a m", and its letter."""
    low = text.next_low(at)
    if low in ("am", "pm"):
        return at + 1, low[0]
    stop = at + 1 if text.next_low(at + 1) == "." else at
    if low not in ("a", "p") or text.next_low(stop + 1) != "m":
        return None
    last = stop + 2
    return (last + 1 if stop > at and text.next_low(last) == "." and text.gap(last) == text.gap(stop) else last), low


def _halved(text: Scan, last: int, hour: int, minute: int) -> tuple[int, Clock] | None:
    last = last + 1 if text.next_low(last) in ("o'clock", "oclock") else last
    half = _half(text, last)
    told = made(hour, minute, half[1] if half else None)
    return (half[0] if half else last, told) if told else None


def _in_the(text: Scan, last: int, read: Clock) -> tuple[int, Clock]:
    """ "7 o'clock in the morning": the part of the day tells the half."""
    if not _of_the_part(text, last):
        return last, read
    at = last + 2 if text.low(last) == "in" else last + 1
    word = text.low(at)
    if not read.either:
        return at + 1, read
    late = word != "morning" and not (word == "night" and read.minutes % HALF_DAY < SMALL_HOURS)
    return at + 1, read._replace(minutes=read.minutes % HALF_DAY + (HALF_DAY if late else 0), either=False)


def _zone(text: Scan, at: int) -> int:
    """The place after a zone's name, which stays words."""
    if text.gap(at) == 2:
        return at
    if ZONE.fullmatch(text.raw(at)):
        return at + 1
    if text.low(at) == "(" and ZONE.fullmatch(text.raw(at + 1)) and text.low(at + 2) == ")":
        return at + 3
    if text.low(at) in ZONE_WORDS and text.next_low(at + 1) in ("time", "timezone", "standard", "daylight", "mean"):
        return at + 2 if text.low(at + 1) in ("time", "timezone") else at + 3 if text.next_low(at + 2) == "time" else at
    return at


def hour_before(text: Scan, at: int) -> int | None:
    """Minutes of the 4 of "from 4 to 6 p.m.": a bare hour before the end of its range; None where it is none."""
    hour = _hour(text, at) if text.before(at) in ("from", "between") else None
    if hour is None or text.next_low(at + 1) not in ("to", "and", "-", "until", "till") or text.gap(at + 2) == 2:
        return None
    told = clock(text, at + 2)
    if told is None or told[1].either:
        return None
    # In the same half of the day, unless it would end before it begins: "from 10 to 2 p.m.".
    minutes = hour % 12 * 60 + (HALF_DAY if told[1].minutes >= HALF_DAY else 0)
    return minutes if minutes < told[1].minutes else (minutes + HALF_DAY) % (2 * HALF_DAY)


def hour_after(text: Scan, at: int) -> tuple[int, Clock] | None:
    """The five of "Saturday at 5" and the half past two of "Monday at 2.30": bare where a day stands before them."""
    hour = _hour(text, at)
    shape = DOTTED.fullmatch(text.raw(at)) if text.kind(at) == "n" and ends(text, at + 1) else None
    if shape:
        told = made(int(shape[1]), int(shape[2]), None)
        return (at + 1, told) if told else None
    minus = text.low(at + 1) in ("%", "-", "/", "°", "$") and text.glued(at + 1)
    return (at + 1, Clock(hour * 60, either=True)) if hour is not None and ends(text, at + 1) and not minus else None


def ends(text: Scan, at: int) -> bool:
    """Whether no noun stands at ``at`` that a number before it would count."""
    low = text.low(at)
    return text.gap(at) == 2 or text.kind(at) == "s" or low in words("dates", "hour_ends", "words") or low in ZONE_WORDS


def on_part(text: Scan, at: int, part_: Part) -> tuple[int, Clock] | None:
    """The 7 of "tomorrow morning at 7": the part of the day tells the half."""
    led = text.next_low(at) in ("at", "around", "about")
    place = at + 1 if led else at
    told = clock(text, place) if text.gap(place) < 2 and text.kind(place) == "clock_time" else None
    told = told or (hour_after(text, place) if led else None)
    if told is None or (not told[1].either and not led):
        return None
    return told[0], halved(told[1], part_)


def halved(told: Clock, part_: Part) -> Clock:
    """The clock time on the day of a part of it, in the half of the day that the part lies in."""
    if not told.either:
        return told._replace(day=part_.day)
    minutes = told.minutes % HALF_DAY
    away = [max(part_.low - minute, minute - part_.high) for minute in (minutes, minutes + HALF_DAY)]
    late = minutes >= SMALL_HOURS if part_.code == "NI" else away[1] < away[0]
    return told._replace(minutes=minutes + (HALF_DAY if late else 0), either=False, day=part_.day)


def opens(lows: Any) -> frozenset[str]:
    """Words that may open a time of the day."""
    return frozenset(entry("dates", "parts")) | frozenset(entry("dates", "hours")) | frozenset(lows)
