"""Words become values: times that lie beside an anchor by one word: "today", "last week", "the following Monday".

Each function reads at one place and answers with the place behind and what is stated there, or None.
"""

from __future__ import annotations

from reportedly.values import clocks, days
from reportedly.values.anchors import Dated, Directed, How, Node, Relative, Within, Yearly
from reportedly.values.distances import Fiscal, Reference, Weekend
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import day, months, ordinal, stem, table, unit, weekday, weekdays

Read = tuple[int, Node]

HOWS: dict[int, How] = {-1: "last", 0: "this", 1: "next"}
AND = frozenset({"and", "but", "then"})
SHORT_REACH = 12  # words from "next" back to the "this year" it goes on from
OF_MINUTES = frozenset({"minute", "hour", "second"})


def deictic(text: Scan, at: int) -> Read | None:
    """ "today", "yesterday", "tonight"."""
    found = entry("dates", "deictic").get(stem(text, at))
    if found is None:
        return None
    shift, part_ = found
    if text.capital(at) and not text.opens(at) and text.capital(at - 1):
        return None  # "VOA Today": a name
    if part_.endswith("REF"):
        return at + 1, Reference(part_)
    day = Relative("day", shift)
    return at + 1, clocks.part_of(part_, day) if part_ else day


def relative(text: Scan, at: int) -> Read | None:
    """ "last week", "this June", "the following Monday", "that year", "next fiscal year"."""
    if text.capital(at) and text.capital(at + 1) and not _is_name_of_time(text, at + 1):
        return None  # "This Week": a title
    for base in ("published", "text"):
        found = table("beside", base).starting(text, at)
        if found is None:
            article = (
                text.low(at) == "the" and base == "published" and text.next_low(at + 1) not in ("past", "next", "this")
            )
            found = table("beside", base).starting(text, at + 1) if article else None
        if found is None or text.gap(found[0]) == 2:
            continue
        last, shift = found
        if text.low(last) == "of":
            continue
        read_ = _beside(text, last, shift, base)
        if read_:
            return read_
    return _next_in_short(text, at)


def _next_in_short(text: Scan, at: int) -> Read | None:
    """ "By 2 percent this year and 3 percent next": the next year, since this one was told."""
    if text.low(at) != "next" or text.gap(at) == 2:
        return None
    ends = (
        text.gap(at + 1) == 2
        or text.kind(at + 1) != "w"
        or text.next_low(at + 1) in words("dates", "away_ends", "words")
    )
    if not ends:
        return None
    for this in range(at - 2, max(0, at - SHORT_REACH), -1):
        told = unit(text, this + 1) if text.low(this) == "this" else None
        if told:
            joined = any(text.low(word) in AND for word in range(told[0], at))
            node = _relative_unit(told[1], 1, "published") if joined else None
            return (at + 1, node) if node else None
    return None


def _is_name_of_time(text: Scan, at: int) -> bool:
    return stem(text, at) in months() or stem(text, at) in weekdays() or days.named(text, at)


def _beside(text: Scan, at: int, shift: int, base: str) -> Read | None:
    side = "text" if base == "text" else "published"
    fiscal = text.next_low(at) in words("dates", "fiscal", "words")
    place = at + 1 if fiscal or text.next_low(at) in ("calendar", "working") else at
    place = place + 1 if text.hyphen(place) else place
    told = unit(text, place)
    if (told and not text.low(place).endswith("s")) or (told and text.low(place).endswith("'s")):
        last, name = told
        node = _relative_unit(name, shift, side)
        return (last, Fiscal(node) if fiscal else node) if node else None
    return _directed(text, at, shift, side)


def _relative_unit(name: str, shift: int, side: str) -> Node | None:
    if name == "night":
        # The night before is "last night"; "that night" is that of the day told.
        return clocks.part_of("night", _relative_day(shift, side))
    if name in OF_MINUTES or name in ("season", "fortnight"):
        return None
    if name == "weekend" and shift == 0 and side == "published":
        return Weekend(this=True)
    return Relative(
        name, shift, "text" if side == "text" else "published", ahead=side == "text" and shift > 0 and name != "day"
    )


def _relative_day(shift: int, side: str) -> Relative:
    return Relative("day", shift, "text" if side == "text" else "published")


def _directed(text: Scan, at: int, shift: int, side: str) -> Read | None:
    part_ = clocks.part(text, at)
    if part_ and (side == "text" or shift == 0 or text.low(at) != "night"):
        day = _relative_day(shift, side)
        return part_[0], part_[1]._replace(day=day)
    name = entry("dates", "seasons").get(stem(text, at))
    found: Read | None = (at + 1, Yearly("season", name)) if name else None
    found = found or days.dated(text, at) or days.holiday(text, at)
    found = found or (days.piece(text, at) if text.low(at - 1) != "that" else None)
    if found is None or (isinstance(found[1], Dated) and found[1].year is not None):
        return found if found and shift == 0 else None
    if isinstance(found[1], Yearly) and found[1].year is not None:
        return None
    how = HOWS[shift]
    if side == "text":
        how = {-1: "last", 0: "past", 1: "next"}[shift]  # type: ignore[assignment]
    ahead = text.low(at - 1) == "next"
    return found[0], Directed(found[1], how, "text" if side == "text" else "published", ahead)


def this_unit(text: Scan, at: int) -> Read | None:
    """ "the year", "the week" behind "later in": the one there is."""
    found = unit(text, at + 1) if text.low(at) == "the" else None
    return (
        (found[0], Relative(found[1], base="here"))
        if found and found[1] in ("week", "month", "quarter", "year", "decade", "day")
        else None
    )


def bare_weekday(text: Scan, at: int) -> Read | None:
    """A weekday alone."""
    found = weekday(text, at)
    return (found[0], Dated(weekday=found[1])) if found else None


def _days_of_relative(text: Scan, at: int) -> Read | None:
    """ "4 to 23 of next month"."""
    first = day(text, at) if text.kind(at) == "n" else None
    if first is None or text.next_low(first[0]) not in ("to", "-", "and", "till", "until", "through"):
        return None
    second = day(text, first[0] + 1) if text.gap(first[0] + 1) < 2 else None
    if second is None or second[1] <= first[1]:
        return None
    behind = second[0] + 1 if text.next_low(second[0]) in ("of", "in") else second[0]
    outer = relative(text, behind) if text.gap(behind) < 2 else None
    whole = outer and isinstance(outer[1], Relative) and outer[1].unit == "month"
    return (outer[0], Within(Dated(day=first[1], last=second[1]), outer[1])) if outer and whole else None


def day_of_relative(text: Scan, at: int) -> Read | None:
    """ "the 20th of next month", "the 21st this month"."""
    through = _days_of_relative(text, at)
    if through:
        return through
    place = at + 1 if text.low(at) == "the" else at
    found = ordinal(text, place, 31) if text.gap(place) < 2 else None
    if found is None:
        return None
    behind = found[0] + 1 if text.next_low(found[0]) == "of" else found[0]
    outer = relative(text, behind) if text.gap(behind) < 2 else None
    whole = outer and isinstance(outer[1], Relative) and outer[1].unit == "month"
    return (outer[0], Within(Dated(day=found[1]), outer[1])) if outer and whole else None
