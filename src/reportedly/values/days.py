"""Words become values: days, months, years, quarters, decades, holidays and named events, as they are written.

Each function reads at one place and answers with the place behind and what is stated there, or None. A day that no
calendar has ("31 February") is refused.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from reportedly.values.anchors import Dated, Directed, Fixed, Holiday, Named, Node, Numeric, Within, Yearly
from reportedly.values.cardinals import below_hundred, ones, tens
from reportedly.values.clocks import part as clock_part
from reportedly.values.digits import free, numeric, short, short_piece, short_year_behind, valid, year_behind
from reportedly.values.distances import Fiscal, LongWeekend
from reportedly.values.lengths import Often
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import (
    day,
    full,
    lone_year,
    month,
    ordinal,
    ordinals,
    stem,
    suffixed,
    unit,
    weekday,
    whole,
    year,
)  # fmt: skip

Read = tuple[int, Node]

LONGEST = 31  # days of a month
HALVES, HALF_REACH = 2, 40  # of a year; words to both sides of "the first half" that tell of what it is one
MOST_YEARS = 16  # that "1914-18" spans; a longer span is rather a number of a paper
SHORT_MONTH = 4  # letters: "Jun", "Sept"; behind such a one two digits are a year


def dated(text: Scan, at: int) -> Read | None:
    """A calendar date in words: "Friday, Oct. 13, 1989", "17 June", "June 2024", "the 17th"."""
    found = weekday(text, at)
    if found is None:
        return _month_and_day(text, at) or _day_alone(text, at)
    if text.before(at) in words("dates", "any_day", "words"):
        return None  # "on a normal Saturday"
    last, number = found
    behind = last + 1 if text.next_low(last) in (",", "(") or text.hyphen(last) else last
    rest = _month_and_day(text, behind) or _day_alone(text, behind, led=True)
    rest = rest or _bare_day(text, behind)
    digits = short(text, behind, led=True) or numeric(text, behind) if rest is None else None
    if digits and text.gap(behind) < 2:
        return digits if isinstance(digits[1], Dated | Numeric) else (last, Dated(weekday=number))
    if rest and isinstance(rest[1], Dated) and rest[1].day is not None and text.joined(at, rest[0]):
        told = rest[1]
        closed = rest[0] + 1 if text.next_low(last) == "(" and text.next_low(rest[0]) == ")" else rest[0]
        return closed, Dated(told.year, told.month, told.day, number)
    return None if _is_numbered(text, at) else (last, Dated(weekday=number))


def _is_numbered(text: Scan, at: int) -> bool:
    """Whether a weekday is only numbered, from whatever day: "the first Tuesday of the war"."""
    return text.low(at - 2) == "the" and text.before(at) in ordinals()


def bare(text: Scan, at: int) -> Read | None:
    """The 15 of "8 p.m. on the 15"."""
    place = at + 1 if text.low(at) == "the" else at
    told = day(text, place) if text.kind(place) == "n" and text.gap(place) == 1 else None
    return (told[0], Dated(day=told[1])) if told and free(text, told[0]) else None


def _bare_day(text: Scan, at: int) -> Read | None:
    """The 21 of "Monday 21"."""
    told = day(text, at) if text.kind(at) == "n" and text.gap(at) == 1 and text.low(at - 1) != "," else None
    if told is None:
        return None
    ends = text.gap(told[0]) == 2 or text.low(told[0]) in (".", ",", ";", ")", "!", "?", "at")
    return (told[0], Dated(day=told[1])) if ends and not text.glued(told[0] + 1) else None


def _month_and_day(text: Scan, at: int) -> Read | None:
    found = month(text, at)
    if found is not None:
        return _after_month(text, *found)
    if text.low(at) == "the":
        led = _day_of_month(text, at + 1)
        return led if led and text.gap(at + 1) < 2 else None
    return _day_of_month(text, at) or _year_then_month(text, at)


def _after_month(text: Scan, last: int, number: int) -> Read | None:
    """What may stand behind a month: a day, a year, or both."""
    at = last + 1 if text.next_low(last) in ("the", "/", "-") and text.gap(last + 1) < 2 else last
    told = day(text, at) if text.gap(at) < 2 else None
    if told is not None and not _is_amount(text, *told):
        through = _through(text, *told)
        if through:
            last_, year_ = year_behind(text, through[0], spaced=False)
            return _ranged(valid(last_, year_, month_=number, day_=told[1]), through[1])
        behind, year_ = year_behind(text, told[0], spaced=False)
        return valid(behind, year_, month_=number, day_=told[1])
    if spelt := _spelt_day(text, last, number) or _late_day(text, last, number):
        return spelt
    found = year_behind(text, last, spaced=True)
    return found[0], Dated(found[1], number)


def _spelt_day(text: Scan, last: int, number: int) -> Read | None:
    """ "May twenty-one", where no noun stands behind that it would count."""
    told, behind = below_hundred(text, last) if text.gap(last) == 1 else (None, last)
    if not told or told > LONGEST:
        return None
    at, year_ = year_behind(text, behind, spaced=True)
    ends = text.gap(behind) == 2 or (text.kind(behind) == "s" and free(text, behind))
    return valid(at, year_, month_=number, day_=told) if year_ or ends else None


def _late_day(text: Scan, last: int, number: int) -> Read | None:
    """ "October, 1st"; "August 99" is a year's."""
    if text.next_low(last) == "," and suffixed(text, last + 1) and free(text, last + 3):
        told = day(text, last + 1)
        return valid(told[0], None, month_=number, day_=told[1]) if told else None
    at = last + 1 if text.next_low(last) == "of" else last
    short_year = whole(text.raw(at)) if text.gap(at) == 1 and len(text.raw(at)) == 2 else None
    if short_year is None or short_year <= LONGEST or not free(text, at + 1):
        return None
    return at + 1, Dated(full(short_year), number)


def _through(text: Scan, at: int, first: int) -> tuple[int, int] | None:
    """The last day of "June 3-5" and "May 3 to 5"; behind "and" only after "between" or for the next day."""
    sign = text.next_low(at)
    if sign not in ("-", "to", "through", "and", "till", "until") or (sign == "-" and text.gap(at) != text.gap(at + 1)):
        return None
    between = any(text.low(back) == "between" for back in range(max(0, at - 4), at))
    place = at + 2 if text.next_low(at + 1) == "the" else at + 1
    told = day(text, place) if text.gap(place) < 2 else None
    if (
        told is None
        or told[1] <= first
        or (sign == "and" and not between and told[1] != first + 1)
        or _is_amount(text, *told)
        or month(text, told[0])
        or unit(text, told[0])
    ):
        return None
    return None if text.hyphen(told[0]) else told


def _ranged(found: Read | None, last: int) -> Read | None:
    """The date with its last day, where both are days of the month."""
    if found is None or not isinstance(found[1], Dated) or found[1].month is None:
        return None
    fits = valid(found[0], found[1].year, month_=found[1].month, day_=last)
    return (found[0], found[1]._replace(last=last)) if fits else None


def _is_amount(text: Scan, last: int, number: int) -> bool:
    """ "In May 20 people died": the number counts what follows."""
    glued = text.glued(last) and (
        text.kind(last) == "w" or (text.low(last) in ("%", ":") and text.kind(last + 1) == "n")
    )
    return glued or (
        text.kind(last) == "w" and text.next_low(last) in words("dates", "years", "not_after") and number > 1
    )


def _day_of_month(text: Scan, at: int) -> Read | None:
    """ "17 June 2024", "17th of June", "fifteen August 1993"."""
    told = day(text, at)
    if told is None and text.low(at) in ones() | tens():
        return _spelt_day_of_month(text, at)
    if told is None or (text.kind(at) == "n" and text.low(at - 1) in ("$", "€", "£")):
        return None
    last = told[0]
    through = _through_before_month(text, *told) or _through_to_month(text, *told)
    if through:
        return through
    page = text.before(at) in words("dates", "years", "not_before")
    if text.next_low(last) in ("of", "-", "/") or (text.low(last) == "." and text.kind(at) == "n" and not page):
        last += 1  # "16. Nov. 2016" has its full stop only before a year
    found = month(text, last) if text.gap(last) < 2 else None
    if found is None:
        return None
    behind, year_ = year_behind(text, found[0], spaced=True)
    if year_ is None and len(stem(text, last)) <= SHORT_MONTH:
        behind, year_ = short_year_behind(text, found[0]) or (behind, None)
    if text.low(last - 1) == "." and year_ is None:
        return None
    return valid(behind, year_, month_=found[1], day_=told[1])


def _spelt_day_of_month(text: Scan, at: int) -> Read | None:
    told, last = below_hundred(text, at)
    found = month(text, last) if told and told <= LONGEST and text.gap(last) == 1 else None
    if found is None or not told:
        return None
    behind, year_ = year_behind(text, found[0], spaced=True)
    return valid(behind, year_, month_=found[1], day_=told) if year_ else None


def _through_before_month(text: Scan, at: int, first: int) -> Read | None:
    """ "3-5 June", "4 to 22 January 1995", "9 to 12 of June"."""
    if text.next_low(at) not in ("-", "to", "through", "and", "till", "until"):
        return None
    between = any(text.low(back) == "between" for back in range(max(0, at - 4), at))
    place = at + 2 if text.next_low(at + 1) == "the" else at + 1
    told = day(text, place) if text.gap(place) < 2 else None
    if told is None or told[1] <= first or (text.low(at) == "and" and not between and told[1] != first + 1):
        return None
    last = told[0] + 1 if text.next_low(told[0]) == "of" else told[0]
    found = month(text, last) if text.gap(last) < 2 else None
    if found is None:
        return None
    return _ranged(valid(*year_behind(text, found[0], spaced=True), month_=found[1], day_=first), told[1])


def _through_to_month(text: Scan, at: int, first: int) -> Read | None:
    """ "from 4 to January 22, 1995"."""
    if text.next_low(at) not in ("to", "until", "till", "through") or text.before(at - 1) != "from":
        return None
    found = month(text, at + 1) if text.gap(at + 1) < 2 else None
    told = day(text, found[0]) if found and text.gap(found[0]) < 2 else None
    if found is None or told is None or told[1] <= first:
        return None
    behind, year_ = year_behind(text, told[0], spaced=False)
    return _ranged(valid(behind, year_, month_=found[1], day_=first), told[1])


def _year_then_month(text: Scan, at: int) -> Read | None:
    """ "2017 April", "2016, Nov.", "2019-Aug-01"."""
    told = year(text, at) if text.kind(at) == "n" else None
    if told is None:
        return None
    last = told[0]
    sign = text.next_low(last) if text.next_low(last) in ("-", "/", ",") else ""
    found = month(text, last + len(sign)) if text.gap(last + len(sign)) < 2 else None
    if found is None or (not sign and text.gap(last) != 1):
        return None
    behind = found[0] + 1 if sign and text.low(found[0]) == sign else found[0]
    number = day(text, behind) if text.gap(behind) < 2 else None
    if number is None:
        return found[0], Dated(told[1], found[1])
    if sign in ("-", "/") and behind > found[0]:
        return valid(number[0], told[1], month_=found[1], day_=number[1])
    return None


def _day_alone(text: Scan, at: int, *, led: bool = False) -> Read | None:
    """ "the 17th"; behind a weekday also "the eleventh" and "13th"."""
    article = text.low(at) == "the"
    place = at + 1 if article else at
    found = ordinal(text, place, 31) if text.gap(place) < 2 else None
    if found is None or not (led or (article and suffixed(text, place))):
        return None
    last, number = found
    before = text.before(at)
    free = text.gap(last) == 2 or text.kind(last) == "s"
    if not free and before == "," and article and not suffixed(text, place):
        return None  # "on Friday, the second and last day"
    free = free or text.low(last) in words("dates", "day_ends", "words")
    if (
        text.hyphen(last)
        or not (free or (led and suffixed(text, place)))
        or not (led or before in words("dates", "day_ends", "before"))
    ):
        return None
    return last, Dated(day=number)


def year_alone(text: Scan, at: int) -> Read | None:
    """A bare year, "fiscal 1989", "the year 2000", a month by its number ("2019-08"), two years ("2010-11")."""
    if text.low(at) in words("dates", "fiscal", "words"):
        after = at + 2 if text.next_low(at + 1) == "year" else at + 1
        if after == at + 1 and text.low(at) in words("dates", "fiscal", "long"):
            return None
        told = year(text, after) if text.gap(after) < 2 else None
        return (told[0], Fiscal(Dated(told[1]))) if told else None
    if text.low(at) == "calendar" and text.next_low(at + 1) == "year":
        return year_alone(text, at + 1)
    if text.low(at) == "cy":
        told = year(text, at + 1) if text.gap(at + 1) < 2 else None
        return (told[0], Dated(told[1])) if told else None
    if text.low(at) == "year" or (text.low(at) == "the" and text.next_low(at + 1) == "year"):
        after = at + 1 if text.low(at) == "year" else at + 2
        told = year(text, after) if text.gap(after) < 2 else None
        closes = free(text, after + 1) and text.next_low(after + 1) != "of"
        early = whole(text.raw(after)) if told is None and len(text.raw(after)) == 3 and closes else None
        return (told[0], Dated(told[1])) if told else (after + 1, Dated(early)) if early else None
    found = lone_year(text, at)
    if found is None:
        return None
    if text.kind(at) == "n" and _next_year(text, found[0], found[1]):
        return at + 3, Fixed(found[1], 2, "year")
    if text.kind(at) == "n" and (years := _years(text, found[0], found[1])):
        return at + 3, Fixed(found[1], years, "year")
    number = whole(text.raw(at + 2)) if text.kind(at) == "n" and text.hyphen(at + 1) else None
    month_ = number and 1 <= number <= 12 and len(text.raw(at + 2)) == 2
    if number and month_ and not text.hyphen(at + 3):
        return at + 3, Dated(found[1], number)
    return found[0], Dated(found[1])


def _next_year(text: Scan, at: int, number: int) -> bool:
    """Whether the 24 of "2023-24" stands at ``at``."""
    tied = text.hyphen(at) or (text.low(at) == "/" and text.glued(at) and text.glued(at + 1))
    short_year = whole(text.raw(at + 1)) if tied and len(text.raw(at + 1)) == 2 else None
    return short_year == (number + 1) % 100 and not text.hyphen(at + 2)


def _years(text: Scan, at: int, number: int) -> int | None:
    """How many years "1914-18" are; the 12 of "2008-12" may be a month."""
    short_year = whole(text.raw(at + 1)) if text.hyphen(at) and len(text.raw(at + 1)) == 2 else None
    if short_year is None or short_year <= 12 or text.hyphen(at + 2) or not 0 < short_year - number % 100 < MOST_YEARS:
        return None
    return short_year - number % 100 + 1


def decade(text: Scan, at: int) -> Read | None:
    """ "the 1990s", "the '80s", "the nineties", "the 20th century"."""
    place = at + 1 if text.low(at) == "the" else at
    return _digit_decade(text, place) or _word_decade(text, place) or _century(text, place)


def _digit_decade(text: Scan, at: int) -> Read | None:
    start = at + 1 if text.low(at) in ("'", "‘") else at
    number = whole(text.raw(start)) if text.kind(start) == "n" else None
    last = start + 2 if text.low(start + 1) == "'" and text.glued(start + 1) else start + 1
    spaced = text.gap(last) == 1 and last == start + 1
    if number is None or number % 10 or not (text.low(last) == "s" and (text.glued(last) or spaced)):
        return None
    if len(text.raw(start)) == 4 and start == at:
        size = 100 if number % 100 == 0 and number < 1900 else 10
        return last + 1, Fixed(number, size, "decade" if size == 10 else "century")
    return (
        (last + 1, Fixed(1900 + number, 10, "decade"))
        if 30 <= number < 100 and (start > at or text.before(at) in ("the", "in"))
        else None
    )


def _word_decade(text: Scan, at: int) -> Read | None:
    number = entry("dates", "decades").get(text.low(at))
    if number == 0:
        return at + 1, Fixed(2000, 10, "decade")
    if number is not None:
        led = text.low(at - 1) == "-" or text.before(at) in ("the", "early", "late", "mid", "in", "during", "since")
        return (at + 1, Fixed(1900 + number, 10, "decade")) if led and number > 20 else None
    if text.low(at) == "two" and text.next_low(at + 1) in ("thousand", "thousands"):
        tens_ = text.low(at + 1) == "thousand"
        if tens_ and (text.next_low(at + 2), text.next_low(at + 3)) == ("and", "tens"):
            return at + 4, Fixed(2010, 10, "decade")
        return None if tens_ else (at + 2, Fixed(2000, 10, "decade"))
    hundreds = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(text.low(at))
    place = at + 2 if text.hyphen(at + 1) else at + 1
    number = 10 if text.next_low(place) == "tens" else entry("dates", "decades").get(text.next_low(place))
    return (place + 1, Fixed(hundreds + number, 10, "decade")) if number and hundreds else None


def _century(text: Scan, at: int) -> Read | None:
    found = ordinal(text, at, 30)
    last = found[0] + 1 if found and text.hyphen(found[0]) else found[0] if found else at
    if found is None or stem(text, last) != "century" or text.next_low(last + 1) in ("bc", "b", "bce"):
        return None
    return last + 1, Fixed((found[1] - 1) * 100, 100, "century")


def piece(text: Scan, at: int) -> Read | None:
    """ "the third quarter", "fiscal second-quarter", "the 1988 third quarter", "the first half", "summer 1989"."""
    place = at + 1 if text.low(at) == "the" else at
    told = year(text, place) if text.kind(place) == "n" else None
    start = told[0] + text.hyphen(told[0]) if told else place
    start, fiscal = _over_fiscal(text, start)
    found = _numbered(text, start) or _lettered(text, start) or (_season(text, start) if start == place else None)
    if found is None or (start > at and text.gap(start) == 2):
        return None
    last, node = found
    if text.low(last - 2) == "-" and place > at:
        return None  # "the third-quarter loss": the article is the loss's
    if isinstance(node, Yearly) and node.year is None:
        last, number = (last, told[1]) if told else year_behind(text, last, spaced=True)
        next_year = number is not None and node.unit == "season" and _next_year(text, last, number)
        last, node = last + 2 if next_year else last, Yearly(node.unit, node.name, number, turns=next_year)
    return last, Fiscal(node) if fiscal or (text.low(start - 1) == "-" and text.low(start - 2) == "fiscal") else node


def _over_fiscal(text: Scan, at: int) -> tuple[int, bool]:
    if text.low(at) not in words("dates", "fiscal", "words"):
        return at, False
    return (at + 2 if text.hyphen(at + 1) else at + 1), True


def _numbered(text: Scan, at: int) -> Read | None:
    found = ordinal(text, at, 4)
    if found is None:
        return None
    last = found[0] + 1 if text.hyphen(found[0]) else found[0]
    if text.next_low(last) in words("dates", "fiscal", "words"):
        last += 1
    told = unit(text, last)
    if told and told[1] == "quarter" and text.low(last) == "quarters":
        return told[0], Often(f"XXXX-Q{found[1]}")
    if told and told[1] == "quarter":
        return told[0], Yearly("quarter", f"Q{found[1]}")
    if stem(text, last) != "half" or found[1] > HALVES or text.gap(last) == 2:
        return None
    node = Yearly("half", f"H{found[1]}")
    if text.hyphen(last + 1) and text.low(last + 2) == "year":
        return last + 3, node  # "the first half-year"
    sure = year_behind(text, last + 1, spaced=True)[1] is not None or _is_of_books(text, last)
    return (last + 1, node) if sure else None


def _is_of_books(text: Scan, at: int) -> bool:
    """Whether the words around "the first half" tell of a firm's books: alone it is as often that of a match."""
    if text.next_low(at + 1) == "of":
        return False
    near = {*text.lows[max(at - HALF_REACH, 0) : at + HALF_REACH]}
    told = not near.isdisjoint(words("dates", "halves", "books"))
    return told and near.isdisjoint(words("dates", "halves", "matches"))


def _lettered(text: Scan, at: int) -> Read | None:
    """ "q1", "Q1" behind a year."""
    if text.kind(at) == "date" and len(text.raw(at)) == 2:
        return short_piece(text, at, text.raw(at))
    number = whole(text.raw(at + 1)) if text.low(at) == "q" and text.glued(at + 1) else None
    ends = not text.glued(at + 2) or text.kind(at + 2) == "s"
    return (at + 2, Yearly("quarter", f"Q{number}")) if number and number < 5 and ends else None


def _season(text: Scan, at: int) -> Read | None:
    name = entry("dates", "seasons").get(stem(text, at))
    if name is None:
        return None
    behind = year_behind(text, at + 1, spaced=True)[1] is not None
    # "fall" and "spring" are verbs too: alone they need a word of time before them.
    led = text.before(at) in words("dates", "season_leads", "words")
    verbal = stem(text, at) in ("fall", "spring") and text.before(at) in words("dates", "season_leads", "verbal")
    return (at + 1, Yearly("season", name)) if behind or (led and not verbal) else None


@cache
def _holidays() -> Phrases[Holiday]:
    return phrases(
        (name, Holiday(name, rule)) for name, rule in entry("dates", "holidays").items() if name != "New Year"
    )


def new_year(text: Scan, at: int) -> Read | None:
    """ "five days before New Year", which alone may be a whole year."""
    rule: str = entry("dates", "holidays")["New Year"]
    named = text.low(at) == "new" and text.next_low(at + 1) == "year"
    return (at + 2, Holiday("New Year", rule)) if named else None


def holiday(text: Scan, at: int) -> Read | None:
    """A day that returns every year, with its year where it stands behind; "the" belongs to some of the names."""
    found = _holidays().starting(text, at)
    if found is None:
        return None
    last, node = found
    behind, number = year_behind(text, last, spaced=True)
    told = (behind, Holiday(node.name, node.rule, number)) if number else (last, node)
    if text.next_low(told[0]) != "weekend":
        return told
    after, number = year_behind(text, told[0] + 1, spaced=True) if number is None else (told[0] + 1, number)
    return after, LongWeekend(Holiday(node.name, node.rule, number))


@cache
def _events() -> Phrases[Named]:
    lines = Path(__file__).with_name("events.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return phrases(
        (
            (
                name,
                Named(
                    names[0], date.fromisoformat(row["start"]), date.fromisoformat(row["end"]) if row["end"] else None
                ),
            )
            for row in rows
            for names in [row["names"].split("|")]
            for name in names
        ),
        cased=True,
    )


def event(text: Scan, at: int) -> Read | None:
    """A named event behind a word that makes a time of it: "since the Korean War"."""
    place = at + 1 if text.low(at) == "the" else at
    found = _events().starting(text, place)
    if found is None or (text.gap(place) == 2 and place > at):
        return None
    return (
        found if text.before(at) in words("dates", "event_leads", "words") and not _names_more(text, found[0]) else None
    )


def _names_more(text: Scan, last: int) -> bool:
    """ "before the Korean War Memorial": part of a longer name."""
    return text.kind(last) == "w" and text.gap(last) == 1 and text.raw(last)[:1].isupper()


def within(inner: Node, outer: Node) -> Node:
    """The inner time of an outer, direct where the outer is a plain year."""
    if isinstance(outer, Dated) and outer.year and outer.month is None:
        if isinstance(inner, Dated) and inner.year is None and inner.month is not None:
            return Dated(outer.year, inner.month, inner.day, inner.weekday)
        if isinstance(inner, Yearly) and inner.year is None:
            return Yearly(inner.unit, inner.name, outer.year)
        if isinstance(inner, Holiday) and inner.year is None:
            return Holiday(inner.name, inner.rule, outer.year)
    return Within(inner.node if isinstance(inner, Directed) else inner, outer)


def part_alone(text: Scan, at: int) -> Read | None:
    """A part of the day behind "early" or "late"."""
    return clock_part(text, at)


def named(text: Scan, at: int) -> bool:
    """Whether a holiday's or an event's name stands at ``at``."""
    return text.low(at) != "the" and bool(_holidays().starting(text, at) or _events().starting(text, at))


@cache
def openings() -> frozenset[str]:
    """The first words of the names of holidays and events, in lower case, without articles."""
    return frozenset({*_holidays().opening, *(word.lower() for word in _events().opening)} - {"the"})
