"""Words become values: counted units of time: "five months", "three days later", "the past two weeks", "10-hour".

A count and a unit are a length; a word behind them ("ago", "later", "before" with a time) makes a distance of it, a
word before them ("past", "next") a stretch beside an anchor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.values import beside, days, digits
from reportedly.values.anchors import Node, Relative, is_day
from reportedly.values.clocks import Part
from reportedly.values.distances import Away, Beyond, Comparable, Hull, Reference, WeekdaysAway
from reportedly.values.lengths import CLOCKED, Length, framed, iso, joined
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.timewords import count, stem, table, unit, weekdays
from reportedly.values.triggers import marks

Read = tuple[int, Node]

ORDER = {"second": 0, "minute": 1, "hour": 2, "day": 3, "week": 4, "month": 5, "year": 6}
# Of these two the smaller is a fraction of the larger, so that both are one count.
WITHIN = frozenset({("hour", "minute"), ("minute", "second"), ("year", "month")})
MOST_PARTS = 6
MOST_WEEKDAYS = 20


def counted(text: Scan, at: int) -> Read | None:
    """ "five months", "three days later", "a year and a half ago", "two weeks before Christmas", "10-hour"."""
    if text.low(at) == "the" and (many := _plural_unit(text, at + 1)):
        return _of_years(text, at, *many)
    if text.low(at) == "the" and (found := unit(text, at + 1)) and not text.low(at + 1).endswith("s"):
        return _placed(text, found[0], Fraction(1), found[1], bare=True)
    if text.low(at) == "years" or text.low(at) in ("decades", "centuries", "months", "weeks", "days", "hours"):
        return _uncounted(text, at)
    start = (
        at + 1 if text.low(at) == "the" and text.low(at + 1) not in ("a", "an", "half") and text.gap(at + 1) < 2 else at
    )
    if text.kind(start) == "n" and text.kind(start + 1) == "w" and text.low(start + 1) not in marks():
        return None  # most numbers count something else
    number = count(text, start)
    if number is None:
        return None
    last, amount = number
    if (text.next_low(last), text.next_low(last + 1)) == ("and", "half") and amount is not None:
        last, amount = last + 2, amount + Fraction(1, 2)
    last, other = second_count(text, last)
    if text.next_low(last) in ("past", "last", "previous", "next", "coming", "upcoming") and (
        inner := _plural_unit(text, last + 1)
    ):
        frame = {"past": "past", "last": "past", "previous": "past"}.get(text.low(last), "next")
        return inner[0], framed(Length(iso(amount, inner[1]), amount, inner[1]), frame)
    if away := _weekdays_away(text, last, amount):
        return away
    if text.low(at) == "one" and text.low(last) == "day" and _some_day(text, at):
        return last + 1, Reference("FUTURE_REF")
    found = counted_unit(text, last)
    if found is None or _no_length(text, start, found[0], found[1]):
        return None
    last, name = found
    if text.next_low(last) == "or" and text.next_low(last + 1) == "two" and amount == 1:
        last, other = last + 2, Fraction(2)
    last, amount = _and_a_half(text, last, amount)
    if text.next_low(last) == "from" and text.before(at) in words("dates", "lasting", "led") and other is None:
        start_ = leaned_on(text, last + 1)
        if start_ is not None and is_day(start_[1]):
            return last, Length(iso(amount, name), amount, name)  # "strike for 48 hours from Thursday"
    if other is not None:
        near, far = (_placed(text, last, value, name) for value in (amount, other))
        if near and far and isinstance(near[1], Length):
            return near[0], replace(near[1], most=other)
        return (far[0], Hull(near[1], far[1])) if near and far and isinstance(near[1], Away) else near
    return _compound(text, last, amount, name) or _placed(text, *_smaller(text, last, amount, name))


def _weekdays_away(text: Scan, last: int, amount: Fraction | None) -> Read | None:
    """ "two Sundays ago", "three Mondays from now"."""
    named = stem(text, last).removesuffix("s") if text.gap(last) < 2 else ""
    number = weekdays().get(named) or weekdays().get(stem(text, last))
    if number is None or amount is None or amount.denominator != 1 or amount > MOST_WEEKDAYS:
        return None
    found = table("away").starting(text, last + 1) if text.gap(last + 1) < 2 else None
    if found is None or (found[1][1] != "published" and text.low(last + 1) != "later"):
        return None
    sign, base = found[1]
    return found[0], WeekdaysAway(int(amount) * sign, number, "published" if base == "published" else "text")


def _some_day(text: Scan, at: int) -> bool:
    """ "will one day", "could one day": some time to come."""
    return text.before(at) in words("dates", "lasting", "before") - {"not", "they"}


def _of_years(text: Scan, at: int, last: int, name: str) -> Read | None:
    """ "over the years", "in the weeks ahead", "in the years to come"."""
    length = Length(iso(None, name), None, name)
    if text.next_low(last) == "ahead" and text.next_low(last + 1) != "of":
        return last + 1, framed(length, "next")
    if (text.next_low(last), text.next_low(last + 1)) == ("to", "come"):
        return last + 2, framed(length, "next")
    clause = text.next_low(last) in ("of", "that", "when", "which", "he", "she", "it", "we", "they", "since")
    long = text.before(at) in ("over", "throughout", "down") and not clause
    return (last, length) if long and name in ("year", "decade", "century", "month") else None


def _plural_unit(text: Scan, at: int) -> tuple[int, str] | None:
    """The "years" of "5 past years"; "$3 million last year" is none."""
    found = unit(text, at)
    return found if found and text.low(at).endswith("s") and not text.low(at).endswith("'s") else None


def _no_length(text: Scan, at: int, last: int, name: str) -> bool:
    """Ages, fourths, ordinals ("a second group"), and years that stand before a unit ("the 1988 quarter")."""
    behind = last + 1 if text.hyphen(last) else last
    if text.capital(last - 1) and text.capital(last) and text.gap(last) < 2:
        return True  # "Five-Year Plan": a name
    if text.next_low(behind) in ("old", "olds") or text.low(at - 1) in ("$", "€", "£", "-", "/"):
        return True
    if text.hyphen(last) and text.low(last + 1) in words("dates", "comparison", "words"):
        return True  # "a year-earlier loss": the article is the loss's
    if text.low(last - 2) == "calendar" and text.low(at) in ("a", "the"):
        return True  # "changed to a calendar year": a kind of year
    if name == "second" and text.low(at) in ("a", "an") and text.next_low(last) not in ("ago", "later", "earlier"):
        return True
    if (
        name == "quarter"
        and text.low(at) in ("a", "an", "one", "three")
        and text.next_low(last) not in ("ago", "later", "earlier")
    ):
        return True
    return text.kind(at) == "n" and len(text.raw(at)) == 4 and not text.low(last - 1).endswith("s")


def second_count(text: Scan, last: int) -> tuple[int, Fraction | None]:
    """The three of "two to three weeks"."""
    link = text.next_low(last)
    between = link != "and" or any(text.low(back) == "between" for back in range(max(0, last - 4), last))
    if link in ("to", "or", "-", "and") and between and text.gap(last + 1) < 2:
        found = count(text, last + 1)
        if found and found[1] is not None and text.low(last + 1) not in ("a", "an") and counted_unit(text, found[0]):
            return found
    return last, None


def counted_unit(text: Scan, at: int) -> tuple[int, str] | None:
    """The unit behind a count, over a hyphen or a word like "more"."""
    place = at + 1 if text.hyphen(at) or text.next_low(at) in words("dates", "between_units", "words") else at
    return unit(text, place)


def _and_a_half(text: Scan, last: int, amount: Fraction | None) -> tuple[int, Fraction | None]:
    lows = tuple(text.next_low(last + place) for place in range(3))
    if lows in (("and", "a", "half"), ("and", "a", "quarter")) and amount is not None and text.low(last + 3) != "of":
        return last + 3, amount + (Fraction(1, 2) if lows[2] == "half" else Fraction(1, 4))
    if lows[:2] == ("and", "half") and amount is not None:
        return last + 2, amount + Fraction(1, 2)
    return last, amount


def _smaller(text: Scan, last: int, amount: Fraction | None, name: str) -> tuple[int, Fraction | None, str]:
    """ "1 hour and 30 minutes" is counted in the smaller unit."""
    at = last + 1 if text.next_low(last) == "and" else last
    more = count(text, at) if text.gap(at) < 2 and amount is not None else None
    below = unit(text, more[0]) if more and more[1] is not None else None
    sizes = {("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12}
    size = sizes.get((name, below[1])) if below else None
    if below and size and more and more[1] is not None and amount is not None and more[1] < size:
        return below[0], amount + more[1] / size, name
    return last, amount, name


def _compound(text: Scan, last: int, amount: Fraction | None, name: str) -> Read | None:
    """ "2 years 1 month 21 days", with "ago" behind: each part counted in its own unit."""
    parts = [(amount, name)]
    while (more := _next_part(text, last, parts[-1][1])) is not None and len(parts) < MOST_PARTS:
        last = more[0]
        parts.append((more[1], more[2]))
    if (
        len(parts) < 2
        or (len(parts) == 2 and (name, parts[1][1]) in WITHIN)
        or any(count_ is None for count_, _ in parts)
    ):
        return None
    value = _together(parts)
    found = table("away").starting(text, last) if text.gap(last) < 2 else None
    if found is None or found[1][1] not in ("published", "text"):
        return last, Length(value, amount, name)
    sign, base = found[1]
    # Hours are counted from the moment, days from the day that they lead to.
    parts.sort(key=lambda part: part[1] not in CLOCKED)
    node: Node = Away(*parts[0], sign, base, exact=True)
    for count_, unit_ in parts[1:]:
        node = Away(count_, unit_, sign, node, exact=True)
    return found[0], node


def _together(parts: Sequence[tuple[Fraction | None, str]]) -> str:
    """ "P2Y1M21D": the value of several parts, the largest unit first."""
    first, *others = sorted(parts, key=lambda part: -ORDER[part[1]])
    value = iso(*first)
    for part in others:
        value = joined(value, iso(*part))
    return value


def _next_part(text: Scan, last: int, name: str) -> tuple[int, Fraction, str] | None:
    """The "1 month" behind "2 years": a unit with its count, a smaller one where a word or sign links them."""
    at = last + 1 if text.next_low(last) in ("and", ",") else last
    more = count(text, at) if text.gap(at) < 2 else None
    below = unit(text, more[0]) if more and more[1] is not None else None
    if more is None or more[1] is None or below is None or text.low(at) in ("a", "an"):
        return None
    known = below[1] in ORDER and name in ORDER and below[1] != name
    return (below[0], more[1], below[1]) if known and (at == last or ORDER[below[1]] < ORDER[name]) else None


def _uncounted(text: Scan, at: int) -> Read | None:
    found = unit(text, at)
    placed = _placed(text, found[0], None, found[1]) if found else None
    if placed and text.next_low(placed[0]) == "than":
        return None  # "years earlier than expected"
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
    if text.next_low(behind) in ("later", "earlier") and text.next_low(behind + 1) in (
        "this",
        "today",
        "tonight",
        "than",
    ):
        return length  # "thirty minutes later this week", "a week later than promised"
    if found is not None and bare and (next_ := _after_next(text, found[0], name, found[1])):
        return next_
    if found is None or name in ("season", "weekend"):
        return length
    behind, (sign, base) = found
    if base in ("published", "text"):
        exact = name in ("day", "week") and text.low(behind - 1) == "today"  # "two weeks from today": the day
        away = Away(amount, name, sign, base, exact=exact)
        compared = amount == 1 and name == "year" and sign < 0
        return (behind, Comparable(otherwise=away) if compared else away) if not bare else None
    if base == "clause":
        told = None if _is_rate(text, last, bare=bare) else leaned_on(text, behind)
        owner = told and text.low(told[0] - 1).endswith("'s")
        if told and (not owner or is_day(told[1])):  # "the week following last month's storm" leans on the storm
            return told[0], Away(amount, name, sign, told[1])
        ends = text.gap(behind) == 2 or text.low(behind) in (".", ",", ";", ")", "'", '"', "”")
        ends = ends or (
            bare and text.low(last) == "before" and text.low(behind) in words("dates", "away_ends", "words")
        )
        if ends and text.low(last) in ("before", "after", "following"):
            if bare and name in ("year", "quarter", "month"):
                return behind, Relative(name, sign, "text")  # "the year before" is a whole one
            return behind, Away(amount, name, sign, "text")
    return length


def _is_rate(text: Scan, last: int, *, bare: bool) -> bool:
    """ "Sell 5 million a day from 1 December", "90 million a year from 2028": so much each, and none behind another."""
    each = text.low(last - 2) in ("a", "an") and text.low(last - 1) in ("day", "week", "month", "year")
    return (
        each and text.low(last) == "from" and not bare and text.gap(last - 2) < 2 and text.kind(last - 3) in ("w", "n")
    )


def _after_next(text: Scan, at: int, name: str, away: tuple[int, str]) -> Read | None:
    """ "the week after next", "the weekend before the last"."""
    place = at + 1 if text.next_low(at) == "the" else at
    told = away[1] == "clause" and text.next_low(place) in ("last", "next") and digits.free(text, place + 1)
    return (place + 1, Relative(name, 2 * away[0])) if told and name not in ("season", "fortnight") else None


def leaned_on(text: Scan, at: int) -> Read | None:
    """The time that "two weeks before" leans on."""
    for reader in (
        days.holiday,
        days.new_year,
        days.dated,
        digits.numeric,
        beside.deictic,
        beside.relative,
        days.year_alone,
    ):
        found = reader(text, at) if text.gap(at) < 2 else None
        if found is not None and not isinstance(found[1], Length | Part):
            return found
    return days.event(text, at)


def lasts(text: Scan, at: int) -> bool:
    """Whether "last" is a verb: "will last three weeks"."""
    before = text.before(at)
    return before in words("dates", "lasting", "before") or before.endswith("n't")


def _framed_parts(text: Scan, last: int, first: tuple[Fraction | None, str], frame: str) -> Read | None:
    """ "the last 3 months and 2 weeks": several units beside the publication; None where one is all."""
    found = _compound(text, last, *first) if frame in ("past", "next") and first[1] in ORDER else None
    if found is None or not isinstance(found[1], Length):
        return None
    parts, place = [first], last
    while (more := _next_part(text, place, parts[-1][1])) is not None and len(parts) < MOST_PARTS:
        place = more[0]
        parts.append((more[1], more[2]))
    sign = -1 if frame == "past" else 1
    parts.sort(key=lambda part: part[1] not in CLOCKED)
    away = Away(*parts[0], sign, "published", exact=True)
    for count_, unit_ in parts[1:]:
        away = Away(count_, unit_, sign, away, exact=True)
    return place, Beyond(away, within=True, value=found[1].value)


def framed_length(text: Scan, at: int) -> Read | None:
    """ "the past five months", "the next few days", "recent weeks", "the previous two years", "the past year"."""
    found = table("frames").starting(text, at)
    if found is None or text.gap(found[0]) == 2:
        return None
    last, frame = found
    if text.low(at) == "last" and lasts(text, at):
        return None
    number = count(text, last)
    told = counted_unit(text, number[0]) if number else None
    if number and told and text.low(last) not in ("a", "an"):
        behind, amount = _and_a_half(text, told[0], number[1])
        return _framed_parts(text, behind, (amount, told[1]), frame) or (
            behind,
            framed(Length(iso(amount, told[1]), amount, told[1]), frame),
        )
    if number and number[1] is not None and (two := second_count(text, number[0]))[1] is not None:
        more = counted_unit(text, two[0])
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
