"""Words become values: dates in digits, of one country's order or another's, and the years that stand behind dates.

Each function reads at one place and answers with the place behind and what is stated there, or None. A day that no
calendar has is refused; where two orders make a date each, both are kept.
"""

from __future__ import annotations

import re
from calendar import monthrange

from reportedly.values.anchors import Dated, Node, Numeric, Yearly
from reportedly.values.clocks import Clock
from reportedly.values.distances import Fiscal
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.timewords import LIKELY, YEARS, full, whole, year

Read = tuple[int, Node]

LEAP_DAY = 29
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?[\d.:+-]*Z?)?$")
DIGITS = re.compile(r"(\d{1,2})([./-])(\d{1,2})[./-](\d{2}|\d{4})$")
PIECE = re.compile(r"([QH])([1-4])|([1-4])([QH])|(FY|CY|fy|cy)")
TURNED = re.compile(r"(\d{4})([QH])([1-4])$")
PIECE_YEAR = re.compile(r"(\d{4}|\d{2})$")
UNIT_OF = {"Q": "quarter", "H": "half"}


def numeric(text: Scan, at: int) -> Read | None:
    """A date in digits: ISO 8601, or two numbers and a year in the order of one country or another; "Q3 2024"."""
    if text.kind(at) != "date":
        return None
    raw = text.raw(at)
    if iso := ISO.match(raw):
        return _iso(at, iso)
    if digits := DIGITS.match(raw):
        first, sign, second, told = digits.groups()
        number = full(int(told)) if len(told) == 2 else int(told)
        return _two_orders(at + 1, (int(first), int(second)), number, sign)
    return short_piece(text, at, raw)


def _iso(at: int, iso: re.Match[str]) -> Read | None:
    number, month_, day_ = (int(part) for part in iso.groups()[:3])
    if not (number and 1 <= month_ <= 12):
        return None
    found = valid(at + 1, number, month_=month_, day_=day_) if day_ else None
    if found is None or iso.group(4) is None:
        return found
    hour, minute, second = (int(part or 0) for part in iso.groups()[3:])
    if hour > 23 or minute > 59 or second > 59:
        return found
    return at + 1, Clock(hour * 60 + minute, day=found[1], second=second if iso.group(6) else None)


def _two_orders(last: int, numbers: tuple[int, int], number: int, sign: str) -> Read | None:
    first, second = numbers
    if number < 1 or not (1 <= min(first, second) <= 12 and max(first, second) <= 31 and min(first, second)):
        return None
    if sign == ".":
        return valid(last, number, month_=second, day_=first) if second <= 12 else None
    orders = [(m, d) for m, d in ((first, second), (second, first)) if m <= 12 and d <= monthrange(number, m)[1]]
    return (last, Numeric(number, first, second)) if orders else None


def short_piece(text: Scan, at: int, raw: str) -> Read | None:
    """ "Q3", "3Q24", "H1 2024", "FY2024"."""
    if turned := TURNED.match(raw):
        raw = f"{turned[2]}{turned[3]} {turned[1]}"
    shape = PIECE.match(raw)
    if shape is None:
        return None
    told = PIECE_YEAR.search(raw, shape.end())
    last, number = (
        (at + 1, None) if told is None else (at + 1, full(int(told[1])) if len(told[1]) == 2 else int(told[1]))
    )
    if number is None and (found := year_behind(text, at + 1, spaced=True))[1]:
        last, number = found
    if shape.group(5):
        fiscal = shape.group(5).upper() == "FY"
        return (last, Fiscal(Dated(number)) if fiscal else Dated(number)) if number else None
    letter, digit = (shape.group(1), shape.group(2)) if shape.group(1) else (shape.group(4), shape.group(3))
    told_before = year(text, at - 2 if text.hyphen(at - 1) else at - 1)
    if letter == "H" and (int(digit) > 2 or (number is None and told_before is None)):
        return None
    return last, Yearly(UNIT_OF[letter], letter + digit, number)


def short(text: Scan, at: int, *, led: bool = False) -> Read | None:
    """ "4/22", "11/2016", "2018-7-6": numbers that can only be a date, or stand where one is asked for (``led``)."""
    sign, first, second = text.next_low(at + 1), whole(text.raw(at)), whole(text.raw(at + 2))
    if text.kind(at) != "n":
        return None
    if len(text.raw(at)) == len("20240617") and (
        text.gap(at) == 2 or text.before(at) in words("dates", "dated", "words")
    ):
        return _run(text, at)
    if sign not in ("/", "-") or first is None or second is None or text.gap(at + 2) == 2:
        return None
    if text.low(at + 3) == sign and text.glued(at + 3) and text.glued(at + 4):
        return _three(text, at)
    if len(text.raw(at)) == 4 or len(text.raw(at + 2)) == 4:
        return _year_and_month(text, at, first, second)
    if sign == "-" or not (text.glued(at + 1) and text.glued(at + 2)) or text.low(at + 3) == "%":
        return None
    if not (1 <= min(first, second) <= 12 and max(first, second) <= 31):
        return None
    last = at + 3
    ranged = text.low(last) in ("-", "to", "until", "till", "through") and text.low(last + 2) == "/"
    if text.hyphen(last) and not ranged:
        return None
    asked = (led and free(text, last)) or text.before(at) in words("dates", "day_ends", "before") - {
        "of",
        "the",
        "about",
        "than",
    }
    asked = asked or (text.low(at - 1) == "-" and text.low(at - 3) == "/") or (ranged and text.low(last) == "-")
    sure = (second > 12 or (first > 12 and text.raw(at + 2).startswith("0"))) and text.next_low(last) != "of"
    number = _year_of_end(text, last + 1, (first, second)) if ranged else None
    if number is None and asked and text.low(at - 1) == "-" and text.next_low(last) == ",":
        last, number = year_behind(text, last, spaced=False)
    return (last, Numeric(number, first, second)) if asked or sure else None


def _year_of_end(text: Scan, at: int, first: tuple[int, int]) -> int | None:
    """The 2020 of "5/1-5/7/2020": the year of a range's end is that of its beginning, or the next."""
    end = (whole(text.raw(at)) or 0, whole(text.raw(at + 2)) or 0)
    told = year(text, at + 4) if text.low(at + 3) in ("/", ",") and text.gap(at + 4) < 2 else None
    return None if told is None else told[1] if first <= end else told[1] - 1


def _run(text: Scan, at: int) -> Read | None:
    """ "20240617", as ISO 8601 writes a date without signs."""
    raw = text.raw(at)
    if not raw.isdecimal() or not LIKELY[0] <= int(raw[:4]) <= LIKELY[1] or not 1 <= int(raw[4:6]) <= 12:
        return None
    return valid(at + 1, int(raw[:4]), month_=int(raw[4:6]), day_=int(raw[6:])) if int(raw[6:]) else None


def _three(text: Scan, at: int) -> Read | None:
    """ "2018-7-6", "10/7/2018", where they are not cut as one piece."""
    numbers = [whole(text.raw(place)) for place in (at, at + 2, at + 4)]
    if None in numbers or text.hyphen(at + 5) or (text.glued(at) and text.low(at - 1) in ("/", ".")):
        return None
    first, second, third = (number or 0 for number in numbers)
    if len(text.raw(at)) == 4 and 1 <= second <= 12 and third:
        return valid(at + 5, first, month_=second, day_=third) if YEARS[0] <= first <= YEARS[1] else None
    likely = len(text.raw(at + 4)) == 4 and YEARS[0] <= third <= YEARS[1]
    return _two_orders(at + 5, (first, second), third, "/") if likely and text.low(at + 1) == "/" else None


def _year_and_month(text: Scan, at: int, first: int, second: int) -> Read | None:
    """ "2015-3", "11/2016", "2016 - 11"; "2010-11" is two years."""
    ahead = len(text.raw(at)) == 4
    number, month_ = (first, second) if ahead else (second, first)
    if not (YEARS[0] <= number <= YEARS[1] and 1 <= month_ <= 12) or text.hyphen(at + 3):
        return None
    tied = text.glued(at + 1) and text.glued(at + 2)
    if tied and text.low(at + 1) == "/" and not (text.glued(at + 3) and text.kind(at + 3) != "s"):
        return at + 3, Dated(number, month_)
    named = text.before(at) in words("dates", "years", "not_before") or text.kind(at - 1) == "n"
    named = named or (not tied and (text.gap(at) == 2 or text.capital(at - 1)))
    two_years = ahead and month_ == number % 100 + 1
    signed = text.glued(at) and text.kind(at - 1) in ("s", "w")
    return None if named or two_years or signed or not free(text, at + 3) else (at + 3, Dated(number, month_))


def free(text: Scan, at: int) -> bool:
    """Whether no noun stands at ``at`` that a number before it would count."""
    sign = text.kind(at) == "s" and text.low(at) not in ("%", "°", "-", "/", "$", "€", "£")
    return text.gap(at) == 2 or sign or text.low(at) in words("dates", "day_ends", "words")


def year_behind(text: Scan, last: int, *, spaced: bool) -> tuple[int, int | None]:
    """The year behind a month or day, over a comma or "of"."""
    at = last
    if text.next_low(at) in (",", "of", "in", "-", "/") and text.gap(at + 1) < 2:
        at += 1
    found = year(text, at) if text.gap(at) < 2 else None
    if found is None or (at > last and text.low(last) in ("of", "in") and found[1] < 1000):
        return last, None
    if text.next_low(found[0]) in words("dates", "years", "not_after") and text.low(last) == ",":
        return last, None
    if at == last and not spaced and text.kind(at) == "n" and text.gap(at) == 0:
        return last, None
    return found


def short_year_behind(text: Scan, last: int) -> tuple[int, int] | None:
    """The 25 of "10 Jun 25" and "15-Jun-25", where no noun stands behind that it would count."""
    tied = text.hyphen(last)
    at = last + 1 if tied else last
    number = whole(text.raw(at)) if text.kind(at) == "n" and len(text.raw(at)) == 2 else None
    if number is None or not (tied or text.gap(at) == 1) or not free(text, at + 1):
        return None
    return at + 1, full(number)


def valid(last: int, year_: int | None, *, month_: int, day_: int) -> Read | None:
    """The date, None where no calendar has it; 29 February may be of some year."""
    most = LEAP_DAY if year_ is None and month_ == 2 else monthrange(year_ or 2001, month_)[1]
    return (last, Dated(year_, month_, day_)) if day_ <= most else None
