"""Words become values: periods a report speaks of as known: "the quarter ended Sept. 30", "the year-earlier period".

What quarter is meant the text told before, or the publication tells; both are named as anchors.
"""

from __future__ import annotations

from fractions import Fraction

from reportedly.values import beside, counted, days
from reportedly.values.anchors import Covered, Dated, Holiday, Node, Relative, Within, Yearly, is_day
from reportedly.values.distances import (
    Away,
    Closed,
    Comparable,
    Ending,
    Fiscal,
    Holding,
    Like,
    LongWeekend,
    Portion,
    Turned,
    Weekend,
)
from reportedly.values.lengths import iso
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.timewords import count, stem, table, unit, whole, year

Read = tuple[int, Node]

MOST_WEEKS = 53


def compared(text: Scan, at: int) -> Read | None:
    """ "the year-earlier quarter", "year-ago", "the 1988 period", "the latest quarter"."""
    place = at + 1 if text.low(at) == "the" else at
    if like := _like(text, at, place):
        return like
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
        number = count(text, place + 3) if place > at and text.gap(place + 3) < 2 else None
        several = unit(text, number[0]) if number else None
        if place == at or thing:
            return place + 3 + thing, Comparable(outer)
        return (several[0], Comparable(outer)) if several else None  # "the year-earlier nine months"
    if place == at:
        return None
    if text.next_low(place) in words("dates", "comparison", "latest"):
        book = place + 1 + (text.next_low(place + 1) in words("dates", "fiscal", "words"))
        if book > place + 1 and text.next_low(book) == "year":
            return book + 1, Fiscal(Relative("year", -1))
        thing = stem(text, place + 1) in words("dates", "comparison", "spans")
        return (place + 2, Comparable(latest=True, otherwise=Relative("quarter", -1))) if thing else None
    told = year(text, place) if text.kind(place) == "n" else None
    if told and text.next_low(told[0]) in words("dates", "comparison", "spans"):
        return told[0] + 1, Comparable(Dated(told[1]))
    return None


def _like(text: Scan, at: int, place: int) -> Read | None:
    """ "the same period last year", "the quarter a year ago", "the corresponding month of 2023"."""
    named = text.next_low(place) in words("dates", "comparison", "same")
    thing = place + 1 if named else place
    name = text.next_low(thing)
    spans = words("dates", "comparison", "spans")
    if place == at or name not in (spans | words("dates", "comparison", "like") if named else spans):
        return None
    linked = text.next_low(thing + 1) in ("of", "in")
    behind = thing + 2 if linked else thing + 1
    outer = beside.relative(text, behind) or counted.counted(text, behind)
    outer = outer or (days.year_alone(text, behind) if linked else None)
    if outer is None or text.gap(behind) == 2:
        return None
    node = outer[1].otherwise if isinstance(outer[1], Comparable) else outer[1]
    back = _years_back(node)
    if node is None or (back is None and not (isinstance(node, Dated) and node.year and node.month is None)):
        return None
    told = unit(text, thing)
    return outer[0], Like(None if name in ("period", "stretch") else told[1] if told else name, node, back or None)


def _years_back(node: Node | None) -> int | None:
    """How many years back a node lies, 0 for this one; None where it tells no such thing."""
    if isinstance(node, Relative) and node.unit == "year" and node.count <= 0:
        return -node.count
    counts = isinstance(node, Away) and node.unit == "year" and node.sign < 0 and node.base in ("published", "text")
    whole_ = counts and isinstance(node, Away) and node.count is not None and node.count.denominator == 1
    return int(node.count) if whole_ and isinstance(node, Away) and node.count else None


def there_is(text: Scan, at: int) -> Read | None:
    """ "for the year", "over the weekend", "the quarter ended Sept. 30"."""
    if text.low(at) != "the":
        return None
    place = (
        at + 2
        if text.next_low(at + 1) in words("dates", "there_is", "whole") | words("dates", "fiscal", "words")
        else at + 1
    )
    found = _ended(text, at) or _covered(text, at + 1)
    if found:
        return found
    told = unit(text, place)
    if told and told[1] in ("week", "weekend") and (held := _week_of(text, told[0], told[1])):
        return held
    if told and told[1] == "day" and place == at + 1 and text.before(at) in words("dates", "there_is", "of_day"):
        return told[0], Relative("day", 0, "text")
    if (
        told is None
        or told[1] not in ("week", "weekend", "month", "quarter", "year")
        or stem(text, place).endswith("s")
    ):
        return None
    last, name = told
    if (
        name == "weekend"
        and (text.gap(at) == 2 or text.before(at) in words("dates", "there_is", "before"))
        and text.low(last) != "of"
    ):
        return last, Weekend()
    function = (
        text.kind(last) == "s"
        or text.low(last) == "of"
        or text.gap(last) == 2
        or text.next_low(last) in words("dates", "day_ends", "words") | words("dates", "there_is", "behind")
    )
    own = text.low(place).endswith("'s")
    opens = text.gap(at) == 2 and text.gap(last) == 2
    if (
        not (opens or text.before(at) in words("dates", "there_is", "before"))
        or not (function or own)
        or text.low(last) in ("before", "after")
        or text.hyphen(last)
        or (text.low(last) == "of" and not _of_amount(text, last + 1))
    ):
        return None
    if name == "quarter":
        return last, Comparable(latest=True, otherwise=Relative("quarter", -1))
    fiscal = place > at + 1 and text.low(at + 1) in words("dates", "fiscal", "words")
    return last, Fiscal(Relative(name)) if fiscal else Relative(name, base="here")


def _covered(text: Scan, at: int) -> Read | None:
    """ "The reporting period", "the week under review": a report's own, whichever that is."""
    led = text.low(at) in words("dates", "there_is", "reporting")
    name = at + 1 if led else at
    told = unit(text, name) if text.gap(name) < 2 else None
    if told is None and text.next_low(name) not in words("dates", "there_is", "any_length"):
        return None
    last, kind = told or (name + 1, None)
    if led and not text.low(last - 1).endswith("s"):
        return last, Covered(kind)
    under = text.next_low(last) == "under" and text.next_low(last + 1) in words("dates", "there_is", "reviewed")
    return (last + 2, Covered(kind)) if under else None


def _of_amount(text: Scan, at: int) -> bool:
    """ "A high for the year of $42": what follows is no part of the year's name."""
    return text.low(at) in ("$", "€", "£") or (text.kind(at) == "n" and year(text, at) is None)


def week_number(text: Scan, at: int) -> Read | None:
    """ "week 31 of 2024", as ISO 8601 counts them."""
    number = whole(text.raw(at + 1)) if text.low(at) == "week" and text.kind(at + 1) == "n" else None
    if number is None or not 1 <= number <= MOST_WEEKS or text.gap(at + 1) == 2:
        return None
    outer = at + 3 if text.next_low(at + 2) in ("of", "in", ",") else at + 2
    told = year(text, outer) if text.gap(outer) < 2 else None
    if told:
        return told[0], Yearly("week", f"W{number:02}", told[1])
    node = Yearly("week", f"W{number:02}")
    whole_year = beside.relative(text, outer) if outer > at + 2 and text.gap(outer) < 2 else None
    if whole_year and isinstance(whole_year[1], Relative) and whole_year[1].unit == "year":
        return whole_year[0], Within(node, whole_year[1])
    ranged = text.before(at) in ("from", "between") or text.low(at - 2) == "week" or text.low(at - 3) == "week"
    ranged = ranged or (text.before(at) in ("to", "and") and text.low(at - 3) == "week")
    ends = text.gap(at + 2) == 2 or text.low(at + 2) in (".", ",", ";", ")") or text.kind(at + 2) == "clock_time"
    return (at + 2, node) if (ends and not text.capital(at)) or ranged else None


def week_commencing(text: Scan, at: int) -> Read | None:
    """ "w/c Feb 4"."""
    written = text.low(at + 1) == "/" and text.low(at + 2) == "c" and text.glued(at + 1) and text.glued(at + 2)
    held = days.dated(text, at + 3) if written and text.gap(at + 3) < 2 else None
    return (held[0], Holding("week", held[1])) if held and is_day(held[1]) else None


def week_of(text: Scan, at: int) -> Read | None:
    """ "week of 3 June", without its article."""
    return _week_of(text, at + 1, text.low(at)) if text.low(at) in ("week", "weekend") else None


def _week_of(text: Scan, last: int, name: str) -> Read | None:
    """ "the week of June 3", "the week beginning February 4", "the weekend of Halloween"."""
    if text.next_low(last) not in ("of", "beginning", "commencing", "starting"):
        return None
    behind = last + 2 if text.next_low(last + 1) == "on" else last + 1
    held = days.dated(text, behind) or days.holiday(text, behind)
    if held and name == "weekend" and isinstance(held[1], Holiday):
        return held[0], LongWeekend(held[1])
    return (held[0], Holding(name, held[1])) if held and is_day(held[1]) else None


def _ended(text: Scan, at: int) -> Read | None:
    place = at + 1 if text.low(at) == "the" else at
    if text.next_low(place) in words("dates", "fiscal", "words"):
        place += 1
    number = count(text, place)
    told = (
        counted.counted_unit(text, number[0])
        if number and number[1] and number[1].denominator == 1
        else unit(text, place)
    )
    if told is None or told[1] not in ("day", "week", "month", "quarter", "year"):
        return None
    if told[1] == "day" and number is None:
        return None  # "the day ended"
    amount = number[1] if number and number[1] else Fraction(1)
    # "From the start of the year to May" is no year.
    span = place > at and (number is not None or text.before(at) != "of")
    if number is None and text.next_low(told[0]) == "through":
        return None
    last, done = _closing(text, told[0], span)
    return (told[0], Ending(int(amount), told[1], iso(amount, told[1]), last, done)) if last else None


def _closing(text: Scan, at: int, span: bool) -> tuple[Node | None, bool]:
    """The day or month of "ended Sept. 30" or, behind a ``span``, "to June", and whether a word tells it is over."""
    link = text.next_low(at)
    through = link in ("to", "through") and span
    if link not in words("dates", "ended", "words") and not through:
        return None, False
    behind = at + 2 if text.next_low(at + 1) == "on" else at + 1
    whole_, mod = _past_part(text, behind)
    last = days.dated(text, whole_) or (None if through else beside.deictic(text, behind))
    if whole_ > behind and last is None:
        last = days.year_alone(text, whole_)
    dated = last[1] if last is not None and isinstance(last[1], Dated) else None
    month = dated is not None and dated.last is None and (dated.month is not None or whole_ > behind)
    closes = last is not None and (is_day(last[1]) or month) and not text.low(last[0] - 1).endswith("'s")
    closing = last[1] if last and closes else None
    # A part of a day is none that is known: "ended late Monday" is to Monday.
    return Portion(mod, closing) if closing and mod and month else closing, "ended" in (link, text.low(behind - 1))


def _past_part(text: Scan, at: int) -> tuple[int, str | None]:
    """Behind "the end of" and "end-": a stretch up to the end of May is one to May; behind "mid-", with which part."""
    if text.low(at) == "end" and text.hyphen(at + 1):
        return at + 2, None
    last, mod = table("mods").starting(text, at) or (at, None)
    if mod == "END" and text.low(last - 1) == "of":
        return last, None
    return (last + 1 if text.hyphen(last) else last), mod


def closed(text: Scan, last: int, node: Node) -> Read | None:
    """ "The fourth quarter ended Sept. 30": the books' quarter, whose last day tells which months it holds."""
    if text.next_low(last) not in words("dates", "ended", "words"):
        return None
    inner = node.node if isinstance(node, Fiscal) else node
    if not isinstance(inner, Yearly) or inner.unit not in ("quarter", "half") or inner.year is not None:
        return None
    day, done = _closing(text, last, span=False)
    count_ = 1 if inner.unit == "quarter" else 2
    return (last, Closed(inner.name, Ending(count_, "quarter", f"P{count_}Q", day, done))) if day else None


def year_end(text: Scan, at: int) -> Read | None:
    """ "year-end", a day of the books; "year's end", the end of the year."""
    if stem(text, at) != "year":
        return None
    last = at + 1 if text.hyphen(at + 1) else at
    ends = text.next_low(last + 1) == "end" and text.before(at) not in ("the", "this", "last", "next")
    if not ends:
        return None
    back, ahead = (
        Within(Dated(month=12, day=31), year_) if last > at else Portion("END", year_)
        for year_ in (Relative("year", -1), Relative("year", base="here"))
    )
    if text.before(at) in ("since", "from", "than"):
        return last + 2, back  # "up 4 percent since year-end" counts from the last one
    return last + 2, Turned(back, ahead) if text.before(at) == "at" else ahead
