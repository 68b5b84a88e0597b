"""Words become values: a whole expression of time is read from one place to the right, as far as its grammar carries.

Small readers each know one shape ("last week", "three days later", "the third quarter"); the longest reading counts,
and what may stand behind it ("Friday" + "evening", "June" + "of last year") is taken in. Each place is looked at by a
fixed number of readers over a bounded reach, so that the work grows with the text and no faster.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from reportedly.values import clocks, days, numerals
from reportedly.values.anchors import (
    Away, Comparable, Dated, Directed, Ending, Fiscal, HalfOf, Holiday, How, Hull, Node, Nth, Numeric, Portion, Reference,
    Relative, Toward, Weekend, Within, Yearly,
)  # fmt: skip
from reportedly.values.clocks import Clock, Part
from reportedly.values.lengths import Length, Often, framed, iso, joined
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import (
    count, month, months, ordinal, stem, table, unit, units, weekday, weekdays, year,
)  # fmt: skip

Read = tuple[int, Node]

# How far a word that may lead a time ("about", "the") can stand before the first word of time itself.
LEAD = 7
HOWS: dict[int, How] = {-1: "last", 0: "this", 1: "next"}
OF_MINUTES = frozenset({"minute", "hour", "second"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens [first, last) that tell a time, what they state, and the TIMEX3 mod of their hedge."""

    first: int
    last: int
    node: Node
    mod: str | None = None


@cache
def timely() -> frozenset[str]:
    """Words that belong to times: a place where none is near is passed over without reading."""
    listed = {word for phrase in _all_phrases() for word in phrase.lower().replace("-", " ").split()}
    ones = {*months(), *weekdays(), *units(), *entry("dates", "seasons"), *entry("dates", "deictic")}
    parts = {*entry("dates", "decades"), *clocks.opens(()), "o'clock", "century", "half", "past", "eve"}
    little = {"a", "the", "of", "in", "at", "as", "to", "and", "no", "not", "by", "this", "possible", "per", "every"}
    return frozenset((listed | ones | parts | {"nineteen", "eighteen"}) - little)


def _all_phrases() -> list[str]:
    sets = entry("dates", "sets").values()
    references = entry("dates", "references").values()
    return [phrase for listed in (*sets, *references) for phrase in listed]


def timed(text: Scan) -> list[bool]:
    """For each place, whether a word of time or a number that may be one stands there or shortly behind."""
    known = timely()
    near = [False] * len(text)
    reach = 0
    for at in range(len(text) - 1, -1, -1):
        kind, low = text.kinds[at], text.lows[at]
        core = low in known or kind in ("date", "clock_time") or (kind == "n" and 2 <= len(low) <= 4)
        core = (
            core
            or low.endswith("'s")
            or (kind == "w" and low[0].isalpha() and text.raw(at)[:1].isupper() and _named(text, at))
        )
        reach = LEAD if core else reach - 1
        near[at] = reach > 0
    return near


def _named(text: Scan, at: int) -> bool:
    return days.named(text, at)


def read(text: Scan, at: int) -> Mention | None:
    """The longest expression of time that begins at ``at``."""
    hedged = _hedged(text, at)
    plain = _plain(text, at)
    best = max((m for m in (hedged, plain) if m), key=lambda m: m.last, default=None)
    return best and _hedge_behind(text, best)


def _hedged(text: Scan, at: int) -> Mention | None:
    found = table("hedges").starting(text, at)
    if found is None or text.gap(found[0]) == 2:
        return None
    last, mod = found
    rest = _plain(text, last)
    if rest is None or rest.mod in ("START", "MID", "END"):
        return replace(rest, first=at) if rest and mod == "APPROX" else None
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
    return Mention(at, rest.last, rest.node, mod) if counted or dated or framed_least else None


def _hedge_behind(text: Scan, mention: Mention) -> Mention:
    """ "two years or so", "1990 and beyond"."""
    found = table("after_hedges").starting(text, mention.last)
    if found is None or text.gap(mention.last) == 2 or isinstance(mention.node, Reference | Often):
        return mention
    last, mod = found
    dated = mod.startswith("ON_")
    if dated == isinstance(mention.node, Length) or (not dated and not isinstance(mention.node, Relative | Length)):
        return mention
    return replace(mention, last=last, mod=mention.mod or mod)


def _plain(text: Scan, at: int) -> Mention | None:
    led = _portion(text, at) or _toward(text, at)
    found = _whole(text, at)
    if led and (found is None or led.last >= found[0]):
        return led
    return Mention(at, *found) if found else None


def _portion(text: Scan, at: int) -> Mention | None:
    """ "early March", "the end of the week", "mid-1990s", "the first half of June"."""
    found = table("mods").starting(text, at)
    half = _half_of(text, at)
    if half is not None:
        return half
    if found is None:
        return None
    last, mod = found
    behind = last + 1 if text.hyphen(last) else last
    rest = (_whole(text, behind) or _this_unit(text, behind)) if text.gap(behind) < 2 else None
    if rest is None and text.low(last - 1) != "of":
        rest = _season_or_decade(text, behind)
        rest = _tails(text, rest) if rest else None
    if rest is None or not _has_parts(rest[1]):
        return None
    return Mention(at, rest[0], Portion(mod, rest[1]), mod)


def _season_or_decade(text: Scan, at: int) -> Read | None:
    name = entry("dates", "seasons").get(stem(text, at))
    if name:
        return at + 1, Yearly("season", name)
    return days.part_alone(text, at)


def _has_parts(node: Node) -> bool:
    return not isinstance(node, Length | Often | Reference | Clock | Away)


def _half_of(text: Scan, at: int) -> Mention | None:
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
    outer = _relative(text, last) or _this_unit(text, last) or _deictic(text, last) or _weekday(text, last)
    if outer is None or text.gap(last) == 2:
        return None
    # "earlier last year" is all of it: the word only tells which side of something else.
    return Mention(at, outer[0], Toward(sign, outer[1]), "START" if sign < 0 else "END")


def _weekday(text: Scan, at: int) -> Read | None:
    found = weekday(text, at)
    return (found[0], Dated(weekday=found[1])) if found else None


def _this_unit(text: Scan, at: int) -> Read | None:
    """ "the year", "the week" behind "later in": the one there is."""
    found = unit(text, at + 1) if text.low(at) == "the" else None
    return (
        (found[0], Relative(found[1]))
        if found and found[1] in ("week", "month", "quarter", "year", "decade", "day")
        else None
    )


def _whole(text: Scan, at: int) -> Read | None:
    """The longest plain reading at ``at`` with all that may stand behind it."""
    best: Read | None = None
    for reader in READERS:
        found = reader(text, at)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return _tails(text, best) if best else None


# What may stand behind


def _tails(text: Scan, found: Read) -> Read:
    for _ in range(3):
        more = _time_behind(text, *found) or _day_behind(text, *found) or _outer_behind(text, *found)
        if more is None or text.gap(found[0]) == 2:
            return found
        found = more
    return found


def is_day(node: Node) -> bool:
    """Whether a node tells one day."""
    if isinstance(node, Directed):
        return is_day(node.node)
    if isinstance(node, Within):
        return is_day(node.inner)
    if isinstance(node, Dated):
        return node.day is not None or node.weekday is not None
    return isinstance(node, Holiday | Numeric) or (isinstance(node, Relative) and node.unit == "day")


def _time_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "Friday evening", "Tuesday at 5 p.m.", "yesterday in the afternoon"."""
    if not is_day(node):
        return None
    at = last + 1 if text.low(last) == "," else last
    if found := clocks.part(text, at if text.low(last) != "," else last):
        return found[0], replace(found[1], day=node)
    if (text.next_low(last), text.next_low(last + 1)) == ("in", "the") and (found := clocks.part(text, last + 2)):
        return found[0], replace(found[1], day=node)
    led = text.next_low(at) in ("at", "around", "about", "by")
    at = at + 1 if led else at
    told = clocks.clock(text, at) if text.gap(at) < 2 else None
    if told is None and led and text.low(at - 1) in ("at", "around"):
        told = clocks.hour_after(text, at)
    return (told[0], replace(told[1], day=node)) if told and text.gap(at) < 2 else None


def _day_behind(text: Scan, last: int, node: Node) -> Read | None:
    """ "5 p.m. EST, Nov. 6", "noon Saturday", "the morning of June 5"."""
    if not isinstance(node, Clock | Part) or node.day is not None:
        return None
    at = last + 1 if text.next_low(last) in ("on", "of", ",", "that") else last
    if text.gap(at) == 2:
        return None
    for reader in (days.dated, days.numeric, _deictic, _relative, days.holiday, _counted):
        found = reader(text, at)
        if found and (is_day(found[1]) or (isinstance(found[1], Away) and text.low(last) != ",")):
            return found[0], replace(node, day=found[1])
    part_ = clocks.part(text, at)
    return (part_[0], replace(node, day=None)) if part_ and isinstance(node, Clock) and not node.either else None


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
    outer = _relative(text, at) or _deictic_year(text, at) or days.year_alone(text, at) or _away_year(text, at)
    if outer is None or outer_unit(outer[1]) not in wanted:
        outer = days.dated(text, at) if "month" in wanted and text.low(last) == "of" else None
        outer = outer if outer and outer_unit(outer[1]) == "month" else None
    if outer is None or (text.low(last) == "," and not isinstance(outer[1], Dated)):
        return None
    return outer[0], days.within(node, outer[1])


def _away_year(text: Scan, at: int) -> Read | None:
    found = _counted(text, at)
    return found if found and isinstance(found[1], Away) and found[1].unit == "year" else None


def _deictic_year(text: Scan, at: int) -> Read | None:
    found = _this_unit(text, at)
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


# Beside an anchor


def _deictic(text: Scan, at: int) -> Read | None:
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
    return at + 1, Part(*entry("dates", "parts")[part_], day=day) if part_ else day


def _relative(text: Scan, at: int) -> Read | None:
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
        read_ = _beside(text, last, shift, base)
        if read_:
            return read_
    return None


def _is_name_of_time(text: Scan, at: int) -> bool:
    return stem(text, at) in months() or stem(text, at) in weekdays() or days.named(text, at)


def _beside(text: Scan, at: int, shift: int, base: str) -> Read | None:
    side = "text" if base == "text" else "published"
    place = at + 1 if text.next_low(at) in words("dates", "fiscal", "words") else at
    place = place + 1 if text.hyphen(place) else place
    told = unit(text, place)
    if told and not text.low(place).endswith("s") or (told and text.low(place).endswith("'s")):
        last, name = told
        node = _relative_unit(name, shift, side)
        return (last, Fiscal(node) if place > at else node) if node else None
    return _directed(text, at, shift, side)


def _relative_unit(name: str, shift: int, side: str) -> Node | None:
    if name == "night":
        # The night before is "last night"; "that night" is that of the day told.
        return Part(*entry("dates", "parts")["night"], day=_relative_day(shift, side))
    if name in OF_MINUTES or name in ("season", "fortnight"):
        return None
    return Relative(name, shift, "text" if side == "text" else "published")


def _relative_day(shift: int, side: str) -> Relative:
    return Relative("day", shift, "text" if side == "text" else "published")


def _directed(text: Scan, at: int, shift: int, side: str) -> Read | None:
    part_ = clocks.part(text, at)
    if part_ and (side == "text" or shift == 0 or text.low(at) != "night"):
        day = _relative_day(shift, side)
        return part_[0], replace(part_[1], day=day)
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
    return found[0], Directed(found[1], how, "text" if side == "text" else "published")


# Counted


def _counted(text: Scan, at: int) -> Read | None:
    """ "five months", "three days later", "a year and a half ago", "two weeks before Christmas", "10-hour"."""
    if text.low(at) == "the" and (found := unit(text, at + 1)) and not text.low(at + 1).endswith("s"):
        return _placed(text, found[0], Fraction(1), found[1], bare=True)
    if text.low(at) == "years" or text.low(at) in ("decades", "centuries", "months", "weeks", "days", "hours"):
        return _uncounted(text, at)
    start = (
        at + 1 if text.low(at) == "the" and text.low(at + 1) not in ("a", "an", "half") and text.gap(at + 1) < 2 else at
    )
    number = count(text, start)
    if number is None:
        return None
    last, amount = number
    last, other = _second_count(text, last)
    found = _counted_unit(text, last)
    if found is None or _no_length(text, start, found[0], found[1]):
        return None
    last, name = found
    if text.next_low(last) == "or" and text.next_low(last + 1) == "two" and amount == 1:
        last, other = last + 2, Fraction(2)
    last, amount = _and_a_half(text, last, amount)
    if other is not None:
        near, far = (_placed(text, last, value, name) for value in (amount, other))
        return (far[0], Hull(near[1], far[1])) if near and far and isinstance(near[1], Away) else near
    return _placed(text, *_smaller(text, last, amount, name))


def _no_length(text: Scan, at: int, last: int, name: str) -> bool:
    """Ages, quarters that are fourths, and years that stand before a unit ("the 1988 quarter")."""
    behind = last + 1 if text.hyphen(last) else last
    if text.next_low(behind) in ("old", "olds") or text.low(at - 1) in ("$", "€", "£", "-", "/"):
        return True
    if (
        name == "quarter"
        and text.low(at) in ("a", "an", "one", "three")
        and text.next_low(last) not in ("ago", "later", "earlier")
    ):
        return True
    return text.kind(at) == "n" and len(text.raw(at)) == 4 and not text.low(last - 1).endswith("s")


def _second_count(text: Scan, last: int) -> tuple[int, Fraction | None]:
    """The three of "two to three weeks"."""
    if text.next_low(last) in ("to", "or", "-", "and") and text.gap(last + 1) < 2:
        found = count(text, last + 1)
        if found and found[1] is not None and text.low(last + 1) not in ("a", "an") and _counted_unit(text, found[0]):
            return found
    return last, None


def _counted_unit(text: Scan, at: int) -> tuple[int, str] | None:
    """The unit behind a count, over a hyphen or a word like "more"."""
    place = at + 1 if text.hyphen(at) or text.next_low(at) in words("dates", "between_units", "words") else at
    return unit(text, place)


def _and_a_half(text: Scan, last: int, amount: Fraction | None) -> tuple[int, Fraction | None]:
    lows = tuple(text.next_low(last + place) for place in range(3))
    if lows == ("and", "a", "half") and amount is not None:
        return last + 3, amount + Fraction(1, 2)
    return last, amount


def _smaller(text: Scan, last: int, amount: Fraction | None, name: str) -> tuple[int, Fraction | None, str]:
    """ "1 hour and 30 minutes" is counted in the smaller unit."""
    at = last + 1 if text.next_low(last) == "and" else last
    more = count(text, at) if text.gap(at) < 2 and amount is not None else None
    below = unit(text, more[0]) if more and more[1] is not None else None
    sizes = {
        ("hour", "minute"): 60,
        ("minute", "second"): 60,
        ("year", "month"): 12,
        ("week", "day"): 7,
        ("day", "hour"): 24,
    }
    size = sizes.get((name, below[1])) if below else None
    if below and size and more and more[1] is not None and amount is not None and more[1] < size:
        return below[0], amount + more[1] / size, name
    return last, amount, name


def _uncounted(text: Scan, at: int) -> Read | None:
    found = unit(text, at)
    placed = _placed(text, found[0], None, found[1]) if found else None
    return (
        placed
        if placed and (isinstance(placed[1], Away) or text.before(at) in words("dates", "vague_leads", "words"))
        else None
    )


def _placed(text: Scan, last: int, amount: Fraction | None, name: str, *, bare: bool = False) -> Read | None:
    """A length, or what lies that far from an anchor where a word behind it says so."""
    length = None if bare else (last, Length(iso(amount, name), amount, name))
    factor, name = (2, "week") if name == "fortnight" else (1, "day") if name in ("night",) else (1, name)
    amount = None if amount is None else amount * factor
    behind = last + 2 if (text.next_low(last), text.next_low(last + 1)) == ("or", "so") else last
    found = table("away").starting(text, behind) if text.gap(behind) < 2 else None
    if found is None or name in ("season", "weekend"):
        return length
    behind, (sign, base) = found
    if base in ("published", "text"):
        away = Away(amount, name, sign, base)
        compared = amount == 1 and name == "year" and sign < 0
        return (behind, Comparable(otherwise=away) if compared else away) if not bare else None
    if base == "clause":
        told = _base(text, behind)
        if told:
            return told[0], Away(amount, name, sign, told[1])
        ends = text.gap(behind) == 2 or text.low(behind) in (".", ",", ";", ")", "'", '"', "”")
        if ends and text.low(last) in ("before", "after", "following"):
            return behind, Away(amount, name, sign, "text")
        if bare and text.next_low(behind) in ("last", "next"):
            return behind + 1, Relative(name, 2 * sign)
    return length


def _base(text: Scan, at: int) -> Read | None:
    """The time that "two weeks before" leans on."""
    for reader in (days.holiday, days.dated, days.numeric, _deictic, _relative, days.year_alone):
        found = reader(text, at) if text.gap(at) < 2 else None
        if found is not None and not isinstance(found[1], Length | Part):
            return found
    return days.event(text, at)


def _framed(text: Scan, at: int) -> Read | None:
    """ "the past five months", "the next few days", "recent weeks", "the previous two years", "the past year"."""
    found = table("frames").starting(text, at)
    if found is None or text.gap(found[0]) == 2:
        return None
    last, frame = found
    number = count(text, last)
    told = _counted_unit(text, number[0]) if number else None
    if number and told and text.low(last) not in ("a", "an"):
        behind, amount = _and_a_half(text, told[0], number[1])
        return _framed_outer(text, behind, amount, told[1], frame)
    if number and number[1] is not None and (two := _second_count(text, number[0]))[1] is not None:
        more = _counted_unit(text, two[0])
        if more:
            return more[0], framed(Length(iso(number[1], more[1]), two[1], more[1]), frame)
    plain = unit(text, last)
    if plain is None:
        return None
    plural = text.low(last).endswith("s") and not text.low(last).endswith("'s") and plain[1] != "season"
    if plural:
        return plain[0], framed(Length(iso(None, plain[1]), None, plain[1]), "recent" if frame == "past" else frame)
    whole = text.low(at) == "the" and text.low(last - 1) in ("past", "last", "next", "coming")
    return (plain[0], framed(Length(iso(Fraction(1), plain[1]), Fraction(1), plain[1]), frame)) if whole else None


def _framed_outer(text: Scan, last: int, amount: Fraction | None, name: str, frame: str) -> Read | None:
    if text.next_low(last) == "of" and amount is not None and frame == "past" and amount.denominator == 1:
        outer = _whole(text, last + 1)
        if outer and _has_parts(outer[1]):
            return outer[0], Nth(-1, name, outer[1], int(amount))
    return last, framed(Length(iso(amount, name), amount, name), frame)


def _nth(text: Scan, at: int) -> Read | None:
    """ "the first week of May", "the last day of June", "the first nine months", "the final weeks of 2024"."""
    place = at + 1 if text.low(at) == "the" else at
    found = ordinal(text, place, 366)
    nth, last = (found[1], found[0]) if found else (-1, place + 1) if text.low(place) in ("last", "final") else (0, at)
    if not nth or text.gap(last) == 2:
        return None
    number = count(text, last) if nth in (1, -1) else None
    told = _counted_unit(text, number[0]) if number and number[1] is not None else None
    if number and number[1] and told and number[1].denominator == 1:
        amount = int(number[1])
        outer = _whole(text, told[0] + 1) if text.next_low(told[0]) == "of" else None
        if outer and _has_parts(outer[1]):
            return outer[0], Nth(nth, told[1], outer[1], amount)
        return (told[0], Length(iso(number[1], told[1]), number[1], told[1])) if nth == 1 else None
    return _one_of(text, last, nth)


def _one_of(text: Scan, last: int, nth: int) -> Read | None:
    told = unit(text, last)
    day_ = weekday(text, last) if told is None else None
    month_ = month(text, last) if told is None else None
    if (told is None and day_ is None) or month_:
        return None
    behind = told[0] if told else day_[0] if day_ else last
    if text.next_low(behind) not in ("of", "in"):
        return None
    outer = _whole(text, behind + 1)
    if outer is None or not _has_parts(outer[1]) or isinstance(outer[1], Part):
        return None
    if told:
        return (
            (outer[0], Nth(nth, told[1], outer[1]))
            if told[1] in ("day", "week", "month", "year", "decade", "quarter")
            else None
        )
    return outer[0], Within(Directed(Dated(weekday=day_[1] if day_ else 1), "this"), Nth(nth, "week", outer[1]))


# What comes back, and what names no date


def _set(text: Scan, at: int) -> Read | None:
    """ "every Monday", "each of the past three years", "daily", "twice a week"."""
    if text.low(at) in words("dates", "every", "words"):
        return _every(text, at)
    found = table("sets").starting(text, at)
    if found is not None:
        last, value = found
        articled = text.low(at) in ("a", "an")
        rated = text.before(at) in words("dates", "rates", "before")
        return (last, Often(value)) if not articled or rated else None
    plural = stem(text, at)
    if plural.endswith("s") and plural[:-1] in weekdays() and len(plural) > 6:
        night = clocks.part(text, at + 1)
        value = f"XXXX-WXX-{weekdays()[plural[:-1]]}" + (f"T{night[1].code}" if night else "")
        return (night[0] if night else at + 1), Often(value)
    return None


def _every(text: Scan, at: int) -> Read | None:
    last, factor = at + 1, Fraction(1)
    if text.next_low(last) in words("dates", "every", "alternate"):
        last, factor = last + 1, Fraction(2)
    elif number := count(text, last):
        last, factor = number[0], number[1] or Fraction(1)
    told = _counted_unit(text, last)
    if told:
        return told[0], Often(iso(factor, told[1]))
    day_, month_, part_ = weekday(text, last), month(text, last), clocks.part(text, last)
    if day_:
        more = clocks.part(text, day_[0])
        return (more[0] if more else day_[0]), Often(f"XXXX-WXX-{day_[1]}" + (f"T{more[1].code}" if more else ""))
    if month_:
        return month_[0], Often(f"XXXX-{month_[1]:02}")
    name = entry("dates", "seasons").get(stem(text, last))
    if part_ or name:
        return last + 1, Often(f"XXXX-XX-XXT{part_[1].code}" if part_ else f"XXXX-{name}")
    return None


def _reference(text: Scan, at: int) -> Read | None:
    """ "now", "recently", "soon"."""
    found = table("references").starting(text, at)
    if found is None:
        return None
    last, value = found
    barred = entry("dates", "not_references").get(text.low(last - 1), ())
    if text.low(at) == "soon" and text.before(at) == "as":
        return None
    return None if text.next_low(last) in barred or text.hyphen(last) else (last, Reference(value))


def _compared(text: Scan, at: int) -> Read | None:
    """ "the year-earlier quarter", "year-ago", "the 1988 period", "the latest quarter"."""
    place = at + 1 if text.low(at) == "the" else at
    if text.next_low(place) in ("comparable", "corresponding"):
        place += 1
    if (
        text.low(place) == "year"
        and text.hyphen(place + 1)
        and text.low(place + 2) in words("dates", "comparison", "words")
    ):
        outer: Node = Away(Fraction(1), "year", -1, "published")
        piece_ = days.piece(text, place + 3) if text.gap(place + 3) < 2 else None
        if piece_:
            return piece_[0], Within(piece_[1], outer)
        thing = text.next_low(place + 3) in words("dates", "comparison", "spans")
        if place == at or thing:
            return place + 3 + thing, Comparable(outer)
        return None
    if place == at:
        return None
    if text.next_low(place) in words("dates", "comparison", "latest"):
        thing = text.next_low(place + 1) in words("dates", "comparison", "spans")
        return (place + 2, Comparable(latest=True, otherwise=Relative("quarter", -1))) if thing else None
    told = year(text, place) if text.kind(place) == "n" else None
    if told and text.next_low(told[0]) in words("dates", "comparison", "spans"):
        return told[0] + 1, Comparable(Dated(told[1]))
    return None


def _there_is(text: Scan, at: int) -> Read | None:
    """ "for the year", "over the weekend", "the quarter ended Sept. 30"."""
    if text.low(at) != "the":
        return None
    place = (
        at + 2
        if text.next_low(at + 1) in words("dates", "there_is", "whole") | words("dates", "fiscal", "words")
        else at + 1
    )
    found = _ended(text, at)
    if found:
        return found
    told = unit(text, place)
    if told is None or told[1] not in ("week", "weekend", "quarter", "year") or stem(text, place).endswith("s"):
        return None
    last, name = told
    function = (
        text.kind(last) == "s" or text.gap(last) == 2 or text.next_low(last) in words("dates", "day_ends", "words")
    )
    own = text.low(place).endswith("'s")
    if text.before(at) not in words("dates", "there_is", "before") or not (function or own) or text.low(last) == "of":
        return None
    if name == "quarter":
        return last, Comparable(latest=True, otherwise=Relative("quarter", -1))
    if name == "weekend":
        return last, Weekend()
    fiscal = place > at + 1 and text.low(at + 1) in words("dates", "fiscal", "words")
    return last, Fiscal(Relative(name)) if fiscal else Relative(name)


def _ended(text: Scan, at: int) -> Read | None:
    place = at + 1 if text.low(at) == "the" else at
    if text.next_low(place) in words("dates", "fiscal", "words"):
        place += 1
    number = count(text, place)
    told = _counted_unit(text, number[0]) if number and number[1] and number[1].denominator == 1 else unit(text, place)
    if told is None or told[1] not in ("week", "month", "quarter", "year"):
        return None
    amount = number[1] if number and number[1] else Fraction(1)
    if text.next_low(told[0]) not in words("dates", "ended", "words"):
        return None
    behind = told[0] + 2 if text.next_low(told[0] + 1) == "on" else told[0] + 1
    last = days.dated(text, behind) or _deictic(text, behind)
    return (told[0], Ending(int(amount), told[1], iso(amount, told[1]), last[1])) if last and is_day(last[1]) else None


def _year_end(text: Scan, at: int) -> Read | None:
    """ "year-end", "year's end"."""
    if stem(text, at) != "year":
        return None
    last = at + 1 if text.hyphen(at + 1) else at
    ends = text.next_low(last + 1) == "end" and text.before(at) not in ("the", "this", "last", "next")
    return (last + 2, Within(Dated(month=12, day=31), Relative("year"))) if ends else None


def _clock(text: Scan, at: int) -> Read | None:
    article = text.low(at) == "the"
    if found := clocks.clock(text, at):
        return found
    part_ = clocks.part(text, at + 1 if article else at)
    if part_ is None or (article and text.gap(at + 1) == 2):
        return None
    led = article or text.low(at) == "overnight" or text.before(at) in ("by", "at", "until", "before", "after")
    return part_ if led else None


READERS: tuple[Callable[[Scan, int], Read | None], ...] = (
    days.dated, days.numeric, days.piece, days.decade, days.holiday, days.event, days.year_alone, _deictic, _relative,
    _framed, _nth, _counted, _compared, _there_is, _year_end, _clock, _set, _reference,
)  # fmt: skip
