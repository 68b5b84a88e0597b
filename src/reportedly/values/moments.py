"""Words become values: a whole expression of time is read from one place to the right, as far as its grammar carries.

Small readers each know one shape ("last week", "three days later", "the third quarter"); the longest reading counts,
and what may stand behind it ("Friday" + "evening", "June" + "of last year") is taken in. Each place is looked at by a
fixed number of readers over a bounded reach, so that the work grows with the text and no faster.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from reportedly.values import beside, clocks, counted, days, digits, periods, recurring
from reportedly.values.anchors import Dated, Directed, Holiday, Node, Relative, Within, Yearly, is_day
from reportedly.values.clocks import Clock, Part
from reportedly.values.distances import Away, Beyond, Comparable, Fiscal, HalfOf, Nth, Portion, Reference, Toward
from reportedly.values.lengths import Length, Often, Starting, iso
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import (
    count,
    day,
    month,
    ordinal,
    stem,
    suffixed,
    table,
    unit,
    weekday,
    year,
)
from reportedly.values.triggers import openings

Read = tuple[int, Node]
Reader = Callable[[Scan, int], Read | None]

# "the last day of the first week of the month": so many times may stand around one.
DEEPEST = 3
SIDES = frozenset({"before", "after", "later", "earlier"})


class Mention(NamedTuple):
    """Tokens [first, last) that tell a time, what they state, and the TIMEX3 mod of their hedge."""

    first: int
    last: int
    node: Node
    mod: str | None = None


def read(text: Scan, at: int) -> Mention | None:
    """The longest expression of time that begins at ``at``."""
    opening = opening_of(text, at)
    if opening is None:
        return None
    best = _hedged(text, at) if opening.hedge else None
    plain = _begun(text, at, opening)
    if plain and (best is None or plain.last > best.last):
        best = plain
    return best and _hedge_behind(text, best)


def _hedged(text: Scan, at: int) -> Mention | None:
    found = table("hedges").starting(text, at)
    if found is None or text.gap(found[0]) == 2:
        return None
    last, mod = found
    rest = _plain(text, last)
    if rest and isinstance(rest.node, Comparable) and isinstance(rest.node.otherwise, Away):
        rest = rest._replace(node=rest.node.otherwise)  # "more than a year ago" compares with no quarter
    if rest and isinstance(rest.node, Length) and rest.node.count is None and text.low(last) == "the":
        return None  # "served well over the years"
    if rest is None or rest.mod in ("START", "MID", "END"):
        return rest._replace(first=at) if rest and mod == "APPROX" else None
    counted = isinstance(rest.node, Away | Length) and getattr(rest.node, "frame", None) is None
    if (
        counted
        and text.kind(last) == "w"
        and text.low(last) in ("the", "a")
        and mod == "MORE_THAN"
        and text.low(at) == "over"
    ):
        return Mention(at, rest.last, rest.node, mod) if text.low(last) == "a" else None
    dated = (
        mod == "APPROX"
        and not isinstance(rest.node, Reference | Often | Length)
        and text.low(at) not in ("some", "close")
    )
    framed_least = isinstance(rest.node, Length) and mod == "EQUAL_OR_MORE"
    node = rest.node
    if isinstance(node, Away) and text.low(at) not in words("dates", "close", "words"):
        node = Beyond(node, within=mod in ("LESS_THAN", "EQUAL_OR_LESS")) if mod != "APPROX" else node
    return Mention(at, rest.last, node, mod) if counted or dated or framed_least else None


def _hedge_behind(text: Scan, mention: Mention) -> Mention:
    """ "two years or so", "1990 and beyond"."""
    found = table("after_hedges").starting(text, mention.last)
    if found is None or text.gap(mention.last) == 2 or isinstance(mention.node, Reference | Often):
        return mention
    last, mod = found
    if text.next_low(last) == "than":
        return mention  # "two hours or more than four days"
    dated = mod.startswith("ON_")
    if dated and text.kind(last) in ("w", "n") and text.gap(last) < 2 and text.low(last - 1) in SIDES:
        return mention  # "before 2010 or after 2018", "in 1984 and later served": the word is the next one's
    if dated == isinstance(mention.node, Length) or (not dated and not isinstance(mention.node, Relative | Length)):
        return mention
    return mention._replace(last=last, mod=mention.mod or mod)


def _plain(text: Scan, at: int) -> Mention | None:
    opening = opening_of(text, at)
    return _begun(text, at, opening) if opening else None


def _begun(text: Scan, at: int, opening: Opening) -> Mention | None:
    led = None
    for lead in opening.leads:
        led = led or lead(text, at)
    found = _read_by(text, at, opening, 0)
    if led and (found is None or led.last >= found[0]):
        return led
    return Mention(at, *found) if found else None


def _portion(text: Scan, at: int) -> Mention | None:
    """ "early March", "the end of the week", "mid-1990s"."""
    found = table("mods").starting(text, at)
    if found is None or clocks.middle(text, at):
        return None
    last, mod = found
    behind = last + 1 if text.hyphen(last) else last
    rest = _whole_or_unit(text, behind) if text.gap(behind) < 2 else None
    if rest is None and text.low(last - 1) != "of":
        rest = _season_or_decade(text, behind)
        rest = _tails(text, rest) if rest else None
    rest = rest or (_bare_unit(text, behind) if text.low(last - 1) == "of" else None)
    if rest is None or not _has_parts(rest[1]):
        return None
    return Mention(at, rest[0], Portion(mod, rest[1]), mod)


def _season_or_decade(text: Scan, at: int) -> Read | None:
    name = entry("dates", "seasons").get(stem(text, at))
    if name:
        return at + 1, Yearly("season", name)
    return days.part_alone(text, at)


def _bare_unit(text: Scan, at: int) -> Read | None:
    """The day, week or year of "end of day" and "rest of week": the one there is."""
    found = unit(text, at)
    whole = found and found[1] in ("day", "week", "month", "quarter", "year") and text.low(at) == found[1]
    return (found[0], Relative(found[1])) if found and whole and digits.free(text, found[0]) else None


def _has_parts(node: Node) -> bool:
    return not isinstance(node, Length | Often | Reference | Clock | Away)


def _half_of(text: Scan, at: int) -> Mention | None:
    """ "the first half of June", "the latter half of the decade"."""
    place = at + 1 if text.low(at) == "the" else at
    found = ordinal(text, place, 2)
    number, last = (
        (found[1], found[0]) if found else (2, place + 1) if text.low(place) in ("last", "latter") else (0, at)
    )
    last = last + 1 if text.hyphen(last) else last
    if not number or text.next_low(last) != "half" or text.next_low(last + 1) != "of":
        return None
    outer = _whole(text, last + 2)
    if outer is None or not _has_parts(outer[1]):
        return None
    return Mention(at, outer[0], HalfOf(number, outer[1]))


def _toward(text: Scan, at: int) -> Mention | None:
    """ "earlier this month", "later in the year", "the rest of the week"."""
    found = table("toward").starting(text, at)
    if found is None:
        return None
    last, sign = found
    outer = (
        beside.relative(text, last)
        or beside.this_unit(text, last)
        or beside.deictic(text, last)
        or beside.bare_weekday(text, last)
        or (_bare_unit(text, last) or days.dated(text, last) if text.low(last - 1) == "of" else None)
    )
    if outer is None or text.gap(last) == 2:
        return None
    # "earlier last year" is all of it: the word only tells which side of something else.
    return Mention(at, outer[0], Toward(sign, outer[1]), "START" if sign < 0 else "END")


def _whole(text: Scan, at: int, depth: int = 0) -> Read | None:
    """The longest plain reading at ``at`` with all that may stand behind it; ``depth`` times stand around it."""
    opening = opening_of(text, at)
    return _read_by(text, at, opening, depth) if opening else None


def _whole_or_unit(text: Scan, at: int, depth: int = 0) -> Read | None:
    """A whole reading, or "the year" behind "the first months of", whatever follows it."""
    return _whole(text, at, depth) or beside.this_unit(text, at)


def _read_by(text: Scan, at: int, opening: Opening, depth: int) -> Read | None:
    best: Read | None = None
    for reader in opening.readers:
        found = reader(text, at)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    nth = _nth(text, at, depth + 1) if opening.nth and depth < DEEPEST else None
    best = nth if nth and (best is None or nth[0] > best[0]) else best
    return _tails(text, best, depth) if best else None


class Opening(NamedTuple):
    """What may begin with a word: ``readers`` of whole times, ``leads`` that tell a part of one, hedges, counts."""

    readers: tuple[Reader, ...]
    leads: tuple[Callable[[Scan, int], Mention | None], ...]
    hedge: bool
    nth: bool


def opening_of(text: Scan, at: int) -> Opening | None:
    """What may begin at ``at``, by its word or its kind."""
    if not 0 <= at < len(text.kinds):
        return None
    kind = text.kinds[at]
    return _by_opening().get(text.lows[at] if kind == "w" or kind == "s" else f" {kind}")


@cache
def _by_opening() -> dict[str, Opening]:
    asked = {groups: {word for name in groups.split() for word in openings(name)} for _, groups in (*READERS, *LEADS)}
    hedges, nths = openings("hedges"), openings("the") | openings("ordinals") | openings("n") | openings("ends")
    return {
        word: Opening(
            tuple(reader for reader, groups in READERS if word in asked[groups]),
            tuple(lead for lead, groups in LEADS if word in asked[groups]),
            word in hedges,
            word in nths,
        )
        for word in {*hedges, *nths, *(word for listed in asked.values() for word in listed)}
    }


# What may stand behind


def _tails(text: Scan, found: Read, depth: int = 0) -> Read:
    for _ in range(3):
        more = _time_behind(text, *found) or _day_behind(text, *found) or _outer_behind(text, *found)
        more = more or _weekday_behind(text, *found) or _often_behind(text, *found) or _start_behind(text, *found)
        more = (
            more
            or (_frame_behind(text, *found, depth + 1) if depth < DEEPEST else None)
            or periods.closed(text, *found)
        )
        if more is None or text.gap(found[0]) == 2:
            return found
        found = more
    return found


def _frame_behind(text: Scan, last: int, node: Node, depth: int) -> Read | None:
    """ "the last 3 weeks of this year"."""
    framed = isinstance(node, Length) and node.frame == "past" and node.count is not None
    if not framed or text.next_low(last) != "of" or not isinstance(node, Length) or node.count is None:
        return None
    outer = _whole(text, last + 1, depth) if node.count.denominator == 1 else None
    return (outer[0], Nth(-1, node.unit, outer[1], int(node.count))) if outer and _has_parts(outer[1]) else None


def _start_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "three days starting next Monday", "two weeks, from June 3"; "Monday two weeks from now"."""
    if isinstance(node, Dated) and node.weekday is not None and node.day is None:
        found = counted.counted(text, last) if text.gap(last) < 2 else None
        week = found and isinstance(found[1], Away) and (found[1].unit, found[1].base) == ("week", "published")
        return (found[0], Within(node, found[1])) if found and week else None
    if not isinstance(node, Length) or node.frame or node.count is None or node.unit in clocks.SMALL:
        return None
    comma = text.next_low(last) == "," and text.next_low(last + 1) == "from"
    if not comma and text.next_low(last) not in ("starting", "beginning", "commencing"):
        return None
    at = last + 2 if comma or text.next_low(last + 1) in ("on", "from") else last + 1
    first = counted.leaned_on(text, at)
    return (first[0], Starting(node, first[1])) if first and is_day(first[1]) else None


def _weekday_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "last week Sunday", "next week on Tuesday"."""
    if not isinstance(node, Relative) or node.unit != "week" or text.low(last - 1).endswith("'s"):
        return None
    ranged = text.next_low(last) in ("between", "from")
    at = last + 1 if ranged or text.next_low(last) in ("on", "-") else last
    found = weekday(text, at) if text.gap(at) < 2 else None
    if ranged and (found is None or text.next_low(found[0]) not in ("and", "to", "-", "until", "till", "through")):
        return None  # "last week from Monday's level"
    return (found[0], Within(Dated(weekday=found[1]), node)) if found else None


def _often_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "every day at 4 p.m.", "9 a.m. every Sunday"."""
    if isinstance(node, Often):
        at = last + 1 if text.next_low(last) == "at" else last
        told = clocks.clock(text, at) if text.gap(at) < 2 else None
        told = told or (clocks.hour_after(text, at) if at > last and text.gap(at) < 2 else None)
        return (told[0], Often(recurring.at_clock(node.value, told[1]))) if told else None
    if not isinstance(node, Clock) or node.day is not None:
        return None
    at = last + 1 if text.next_low(last) == "on" else last
    found = recurring.recurring(text, at) if text.gap(at) < 2 else None
    return (
        (found[0], Often(recurring.at_clock(found[1].value, node))) if found and isinstance(found[1], Often) else None
    )


def _time_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "Friday evening", "Tuesday at 5 p.m.", "yesterday in the afternoon"."""
    if isinstance(node, Part):
        return clocks.on_part(text, last, node)
    if not is_day(node):
        return None
    at = last + 1 if text.low(last) == "," else last
    early = last + (text.next_low(last) in ("early", "late"))
    if early > last and (found := clocks.part(text, early)) and text.gap(early) == 1 and text.gap(last) == 1:
        return found[0], found[1]._replace(day=node)  # "Saturday early morning"
    if found := clocks.part(text, at if text.low(last) != "," else last):
        if text.low(found[0] - 1).endswith("s") and isinstance(node, Dated) and node.day is None:
            return found[0], Often(f"XXXX-WXX-{node.weekday}T{found[1].code}")
        return found[0], found[1]._replace(day=node)
    if (text.next_low(last), text.next_low(last + 1)) == ("in", "the") and (found := clocks.part(text, last + 2)):
        return found[0], found[1]._replace(day=node)
    led = text.next_low(at) in ("at", "around", "about", "by")
    at = at + 1 if led else at
    told = clocks.clock(text, at) if text.gap(at) < 2 else None
    if told is None and led and text.low(at - 1) in ("at", "around"):
        told = clocks.hour_after(text, at)
    if told is None or text.gap(at) == 2:
        return None
    number = year(text, told[0]) if text.kind(told[0]) == "n" and text.gap(told[0]) == 1 else None
    if number and isinstance(node, Dated) and node.month and node.year is None:
        return number[0], told[1]._replace(day=node._replace(year=number[1]))  # "Oct 26 15:50:06 2016"
    return told[0], told[1]._replace(day=node)


def _day_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "5 p.m. EST, Nov. 6", "noon Saturday", "the morning of June 5"."""
    if not isinstance(node, Clock | Part) or node.day is not None:
        return None
    at = last + 1 if text.next_low(last) in ("on", "of", ",", "that") else last
    if text.gap(at) == 2:
        return None
    if isinstance(node, Clock) and text.low(last) == "on" and (bare := days.bare(text, at)):
        return bare[0], node._replace(day=bare[1])
    for reader in (days.dated, digits.numeric, beside.deictic, beside.relative, days.holiday, counted.counted):
        found = reader(text, at)
        if found and (is_day(found[1]) or (isinstance(found[1], Away) and text.low(last) != ",")):
            part_ = clocks.part(text, found[0])
            if part_ and isinstance(node, Clock) and node.either:
                return part_[0], clocks.halved(node, part_[1]._replace(day=found[1]))
            return found[0], node._replace(day=found[1])
    told = beside.deictic(text, at) or beside.relative(text, at)
    if isinstance(node, Clock) and told and isinstance(told[1], Part) and told[1].day is not None:
        return told[0], clocks.halved(node, told[1])
    return None


def _bare_day(text: Scan, at: int) -> Read | None:
    """ "on 15 at 8:00", "5th at 4 a.m.": a day of an untold month, where a clock time stands behind it."""
    asked = text.kind(at) == "n" and (suffixed(text, at) or text.before(at) in ("on", "the"))
    told = day(text, at) if asked else None
    return _time_behind(text, told[0], Dated(day=told[1])) if told else None


def _outer_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "June of last year", "the third quarter of 1989", "Tuesday of next week", "next year's first quarter"."""
    if possessed := _possessed(text, last, node):
        return possessed
    wanted = _outer_units(node)
    if not wanted:
        return None
    at = last + 1 if text.next_low(last) in ("of", "in", ",") else last
    if text.gap(at) == 2:
        return None
    outer = beside.relative(text, at) or _deictic_year(text, at) or days.year_alone(text, at) or _away_year(text, at)
    if outer is None or outer_unit(outer[1]) not in wanted:
        outer = days.dated(text, at) if "month" in wanted and text.low(last) == "of" else None
        outer = outer if outer and outer_unit(outer[1]) == "month" else None
    if outer is None or (text.low(last) == "," and not isinstance(outer[1], Dated)):
        return None
    return outer[0], days.within(node, outer[1])


def _away_year(text: Scan, at: int) -> Read | None:
    found = counted.counted(text, at)
    return found if found and isinstance(found[1], Away) and found[1].unit == "year" else None


def _deictic_year(text: Scan, at: int) -> Read | None:
    found = beside.this_unit(text, at)
    return found if found and text.low(at - 1) in ("of", "in") else None


def _outer_units(node: Node) -> tuple[str, ...]:
    """The units whose part a node may be."""
    if isinstance(node, Dated) and node.year is None:
        if node.month is not None:
            return ("year",)
        return ("month", "week") if node.day is None else ("month",)
    if isinstance(node, Yearly | Holiday) and node.year is None:
        return ("year",)
    return ("week", "month", "year") if isinstance(node, Directed) and not isinstance(node.node, Holiday) else ()


def outer_unit(node: Node) -> str | None:
    """The unit a node tells, where another can lie in it."""
    if isinstance(node, Relative | Away):
        return node.unit
    if isinstance(node, Fiscal):
        return outer_unit(node.node)
    if isinstance(node, Directed | Within):
        return outer_unit(node.node if isinstance(node, Directed) else node.inner)
    if isinstance(node, Dated) and node.day is None and node.weekday is None:
        return "year" if node.month is None else "month"
    return None


def _possessed(text: Scan, last: int, node: Node) -> Read | None:
    """ "this year's third quarter", "last year's summer"."""
    owner = text.low(last - 1).endswith("'s") or (text.low(last) == "'" and text.glued(last))
    if not owner or outer_unit(node) not in ("year", "week", "month"):
        return None
    at = last + 1 if text.low(last) == "'" else last
    found = days.piece(text, at) or days.dated(text, at) or days.holiday(text, at)
    if found and (wanted := _outer_units(found[1])) and outer_unit(node) in wanted:
        return found[0], days.within(found[1], node)
    name = entry("dates", "seasons").get(stem(text, at)) if text.gap(at) < 2 else None
    return (at + 1, days.within(Yearly("season", name), node)) if name else None


def _nth(text: Scan, at: int, depth: int) -> Read | None:
    """ "the first week of May", "the last day of June", "the first nine months", "the final weeks of 2024"."""
    place = at + 1 if text.low(at) == "the" else at
    found = ordinal(text, place, 366)
    nth, last = (found[1], found[0]) if found else (-1, place + 1) if text.low(place) in ("last", "final") else (0, at)
    if not nth or text.gap(last) == 2:
        return None
    number = count(text, last) if nth in (1, -1) else None
    told = counted.counted_unit(text, number[0]) if number and number[1] is not None else None
    if number and number[1] and told and number[1].denominator == 1:
        amount = int(number[1])
        outer = _whole_or_unit(text, told[0] + 1, depth) if text.next_low(told[0]) == "of" else None
        if outer and _has_parts(outer[1]):
            return outer[0], Nth(nth, told[1], outer[1], amount)
        return (told[0], Length(iso(number[1], told[1]), number[1], told[1])) if nth == 1 else None
    return _one_of(text, last, nth, depth)


def _one_of(text: Scan, last: int, nth: int, depth: int) -> Read | None:
    told = unit(text, last)
    day_ = weekday(text, last) if told is None else None
    month_ = month(text, last) if told is None else None
    if (told is None and day_ is None) or month_:
        return None
    behind = told[0] if told else day_[0] if day_ else last
    led = text.next_low(behind) in ("of", "in")
    outer = (
        _whole_or_unit(text, behind + 1, depth)
        if led
        else beside.relative(text, behind)
        if text.gap(behind) < 2
        else None
    )
    if not led and (outer is None or not isinstance(outer[1], Relative) or outer[1].unit not in ("month", "year")):
        return None
    if outer is None or not _has_parts(outer[1]) or isinstance(outer[1], Part):
        return None
    if told and text.low(last).endswith("s") and not text.low(last).endswith("'s"):
        return (outer[0], Portion("START" if nth == 1 else "END", outer[1])) if nth in (1, -1) else None
    if told:
        return (
            (outer[0], Nth(nth, told[1], outer[1]))
            if told[1] in ("day", "week", "month", "year", "decade", "quarter")
            else None
        )
    return outer[0], Within(Directed(Dated(weekday=day_[1] if day_ else 1), "this"), Nth(nth, "week", outer[1]))


def _hour_of_range(text: Scan, at: int) -> Read | None:
    """The 4 of "from 4 to 6 p.m. on Monday"; it is of the same day."""
    minutes = clocks.hour_before(text, at)
    end = _whole(text, at + 2) if minutes is not None else None
    if minutes is None or end is None or not isinstance(end[1], Clock):
        return None
    return at + 1, Clock(minutes, day=end[1].day)


def _reference(text: Scan, at: int) -> Read | None:
    """ "now", "recently", "soon"."""
    found = table("references").starting(text, at)
    if found is None:
        return None
    last, value = found
    barred = entry("dates", "not_references").get(text.low(last - 1), ())
    if (text.low(at), text.before(at)) in (("soon", "as"), ("to", "up"), ("to", "equals"), ("to", "equal")):
        return None
    counted_ = text.low(last - 1) == "past" and count(text, last) is not None  # "the past three summers"
    if text.next_low(last) in barred or text.hyphen(last) or counted_:
        return None
    return last, Reference(value)


def _clock(text: Scan, at: int) -> Read | None:
    article = text.low(at) == "the"
    if found := clocks.clock(text, at):
        return found
    part_ = clocks.part(text, at + 1 if article else at)
    if part_ is None or (article and text.gap(at + 1) == 2):
        return None
    behind = text.next_low(part_[0])
    if article and behind == "of" and _day_behind(text, *part_) is None:
        return None  # "the dawn of a new age"
    if article and behind in words("dates", "there_is", "clause"):
        return None  # "the night the dam broke"
    led = (
        article
        or text.low(at) == "overnight"
        or (not stem(text, part_[0] - 1).endswith("s") and clocks.on_part(text, *part_))
        or text.before(at) in ("by", "at", "until", "before", "after")
    )
    return part_ if led else None


# Each reader with the words, and the kinds of other pieces, that it may begin with: see ``openings``.
READERS: tuple[tuple[Reader, str], ...] = (
    (days.dated, "weekdays months the ordinals numbers n"),
    (digits.numeric, "date"),
    (digits.short, "n"),
    (beside.day_of_relative, "the ordinals n"),
    (days.piece, "the fiscal ordinals seasons q n date"),
    (days.decade, "the ordinals decades hundreds quote n"),
    (days.holiday, "named"),
    (days.event, "the named date"),
    (days.year_alone, "the fiscal calendar cy year quote ordinals numbers n"),
    (beside.deictic, "deictic"),
    (beside.relative, "beside the"),
    (counted.framed_length, "frames"),
    (periods.compared, "the year comparable"),
    (periods.there_is, "the"),
    (periods.week_number, "week"),
    (periods.week_of, "week weekend"),
    (periods.week_commencing, "w"),
    (periods.year_end, "year"),
    (counted.counted, "the units counts numbers n"),
    (_bare_day, "n"),
    (_hour_of_range, "n ones"),
    (_clock, "the mid parts hours numbers fractions clock_time n"),
    (recurring.recurring, "every sets plurals"),
    (recurring.day_of_every, "the ordinals n"),
    (_reference, "references"),
)
LEADS: tuple[tuple[Callable[[Scan, int], Mention | None], str], ...] = (
    (_half_of, "the ordinals ends n"),
    (_portion, "mods"),
    (_toward, "toward"),
)
