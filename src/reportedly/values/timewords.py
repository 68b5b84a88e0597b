"""Words become values: the single words of time, each read at one place: months, days, years, units, counts.

Every function looks at one place of a cut text and answers with the place after the word and what it means, or None.
Digits of every script count as digits. What is doubtful ("may", "sat") needs a capital and company.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from reportedly.values import cardinals, numerals
from reportedly.values.lexicons import Phrases, by_meaning, entry, phrases, words
from reportedly.values.scan import Scan

YEARS = (1000, 2199)  # a bare number outside is no year in the news
LIKELY = (1900, 2099)  # a bare number inside is hardly anything else
LONGEST_DAY = 31  # no day or month is higher
PIVOT = 40  # "6/17/39" and below is of this century, "6/17/40" and above of the last
SIGNED_PIVOT = 35  # "'45" is hardly ever a year to come


def stem(text: Scan, at: int) -> str:
    """The word in lower case without a possessive ending."""
    low = text.low(at)
    return low[:-2] if low.endswith("'s") else low


@cache
def months() -> dict[str, int]:
    """Months by name and abbreviation."""
    return dict(entry("dates", "months"))


@cache
def weekdays() -> dict[str, int]:
    """Weekdays by name and abbreviation, Monday 1."""
    return dict(entry("dates", "weekdays"))


@cache
def units() -> dict[str, str]:
    """Units by their words."""
    return {word: unit for unit, listed in entry("dates", "units").items() for word in listed}


@cache
def ordinals() -> dict[str, int]:
    """First to twentieth."""
    return {word: number for number, word in enumerate(entry("dates", "ordinals", "words"), 1)}


@cache
def table(*keys: str) -> Phrases[Any]:
    """The phrases of a table of dates.toml with their meanings."""
    found: Mapping[str, Any] = entry("dates", *keys)
    listed = [v for v in found.values() if isinstance(v, list) and all(isinstance(x, str) for x in v)]
    return phrases(by_meaning(found)) if len(listed) == len(found) else phrases(found.items())


def month(text: Scan, at: int) -> tuple[int, int] | None:
    """A month by its name; the full stop of an abbreviation belongs to it."""
    number = months().get(stem(text, at))
    if number is None or not _surely(text, at) or (text.low(at - 1) == "$" and text.glued(at)) or _given(text, at):
        return None
    return _after_stop(text, at, len(stem(text, at)) < 5), number


def _given(text: Scan, at: int) -> bool:
    """Whether a month is a first name: "Minister Jan Kavan", "Engineer April Jones", "Jan-Erik Olsen"."""
    word, behind = text.low(at), at + 2 if text.hyphen(at + 1) else at + 1
    if word not in words("dates", "doubtful", "given") or not (text.capital(at) and text.capital(behind)):
        return False
    if text.kind(behind) != "w" or text.gap(at + 1) == 2 or text.raw(behind).isupper():
        return False
    known = stem(text, behind) in months() or stem(text, behind) in weekdays()
    titled = text.before(at) in words("dates", "doubtful", "titles")
    plain = word == "jan" and text.before(at) not in words("dates", "doubtful", "not_given")
    return not known and (titled or plain)


def weekday(text: Scan, at: int) -> tuple[int, int] | None:
    """A weekday by its name, plurals left out."""
    number = weekdays().get(stem(text, at))
    if number is None or not _surely(text, at):
        return None
    return _after_stop(text, at, len(stem(text, at)) < 6), number


def _after_stop(text: Scan, at: int, short: bool) -> int:
    stop = text.low(at + 1) == "." and text.glued(at + 1) and short
    ends = text.gap(at + 2) == 2 or (text.gap(at + 2) == 1 and text.capital(at + 2) and text.kind(at + 2) == "w")
    return at + 2 if stop and not ends else at + 1


def _surely(text: Scan, at: int) -> bool:
    """Whether a doubtful name ("may", "march", "sat") is one of time here."""
    word = stem(text, at)
    if word not in words("dates", "doubtful", "words") or (word in weekdays() and stem(text, at + 1) in months()):
        return True
    number_behind = (
        text.kind(at + 1) == "n"
        or ordinal(text, at + 1, 31) is not None
        or (text.low(at + 1) == "." and text.kind(at + 2) == "n")
    )
    number_behind = number_behind or (
        text.low(at + 1) in ("/", "-") and text.kind(at + 2) == "n" and text.glued(at + 2)
    )
    number_behind = number_behind or text.low(at + 1) in ("twenty", "thirty")
    if text.low(at - 1) in ("-", "/") and text.kind(at - 2) == "n" and number_behind:
        return True  # "2019-sep-1"
    if text.capital(at) and text.low(at + 1) in ("to", "through", "until") and stem(text, at + 2) in months():
        return True  # "May to October"
    number_before = (
        text.kind(at - 1) == "n" or text.before(at) in ordinals() or text.before(at) in ("st", "nd", "rd", "th")
    )
    if number_behind and text.gap(at + 1) < 2 and word in ("jan", "sep", "dec"):
        return True
    if number_behind and text.gap(at + 1) < 2 and (text.capital(at) or word in ("may", "march")):
        return text.capital(at) or day(text, at + 1) is not None
    if text.capital(at) and word in words("dates", "doubtful", "short"):
        stop = text.low(at + 1) == "." and text.glued(at + 1)
        dated = stem(text, at + 2) in months() or day(text, at + 2) is not None
        return stop or text.before(at) == "on" or (text.low(at + 1) == "," and dated)
    if not text.capital(at) and word == "may" and text.before(at) in ("in", "since", "until", "of", "last", "next"):
        return text.gap(at + 1) == 2 or text.kind(at + 1) == "s"
    if not text.capital(at):
        told = text.kind(at - 1) == "n" or text.before(at) in ("st", "nd", "rd", "th")
        told = told and (not text.raw(at - 1)[-1:].isdecimal() or day(text, at - 1) is not None)  # "18,500 march"
        return number_before and told and (year(text, at + 1) is not None or not text.glued(at))
    return bool(
        number_before
        or (text.before(at) == "the" and stem(text, at + 1) in words("dates", "doubtful", "behind"))
        or text.before(at) in words("dates", "doubtful", "before")
        or text.low(at + 1) in ("of", ",", "'", "-")
        or (word in ("march", "dec", "jan", "sep", "fri", "mon", "wed") and not text.opens(at))
    )


def day(text: Scan, at: int) -> tuple[int, int] | None:
    """A day of the month in digits, with or without "th", or as an ordinal word."""
    if text.kind(at) == "n":
        number = whole(text.raw(at))
        if number is None or not 1 <= number <= 31 or len(text.raw(at)) > 2:
            return None
        return (at + 2 if suffixed(text, at) else at + 1), number
    return ordinal(text, at, 31)


def suffixed(text: Scan, at: int) -> bool:
    """Whether "st", "nd", "rd" or "th" is glued to the number at ``at``."""
    return text.glued(at + 1) and text.low(at + 1) in words("dates", "ordinals", "suffixes")


def ordinal(text: Scan, at: int, most: int) -> tuple[int, int] | None:
    """An ordinal up to ``most``: "third", "twenty-first", "3rd"."""
    if text.kind(at) == "n":
        number = whole(text.raw(at)) if suffixed(text, at) else None
        return (at + 2, number) if number is not None and 1 <= number <= most else None
    low = text.low(at)
    if low in ("twenty", "thirty"):
        last = at + 2 if text.hyphen(at + 1) else at + 1
        unit = ordinals().get(text.next_low(last), 10)
        number = cardinals.tens()[low] + unit
        return (last + 1, number) if unit < 10 and number <= most else None
    number = ordinals().get(low) or (30 if low == "thirtieth" else None)
    return (at + 1, number) if number is not None and number <= most else None


def whole(written: str) -> int | None:
    """A short whole number in digits of any script."""
    return int(written) if len(written) <= 4 and written.isdecimal() else None


def year(text: Scan, at: int) -> tuple[int, int] | None:
    """A year that grammar expects here: 1994, '94, "nineteen ninety-four", "two thousand and ten"."""
    if text.low(at) in ("'", "‘") and text.glued(at + 1) and len(text.raw(at + 1)) == 2:
        short = whole(text.raw(at + 1))
        alone = not text.glued(at + 2) or text.kind(at + 2) == "s"
        late = short is not None and SIGNED_PIVOT <= short < PIVOT
        return (at + 2, 1900 + short if late else full(short)) if short is not None and alone else None
    if text.kind(at) == "n":
        number = whole(text.raw(at)) if len(text.raw(at)) == 4 else None
        glued = text.glued(at + 1) and text.kind(at + 1) == "w"
        return (at + 1, number) if number is not None and YEARS[0] <= number <= YEARS[1] and not glued else None
    return _spelt_year(text, at)


def full(short: int) -> int:
    """A year of two digits in full."""
    return short + (1900 if short >= PIVOT else 2000)


def _spelt_year(text: Scan, at: int) -> tuple[int, int] | None:
    """ "nineteen ninety-four", "twenty twenty", "two thousand", "two thousand and ten"."""
    first = cardinals.ones().get(text.low(at)) or cardinals.tens().get(text.low(at))
    if first == 2 and text.low(at + 1) == "thousand":
        last = at + 3 if text.low(at + 2) == "and" else at + 2
        rest = _below_hundred(text, last)
        return (rest[0], 2000 + rest[1]) if rest else (at + 2, 2000)
    if first is None or not (11 <= first <= 21):
        return None
    last = at + 1
    if text.low(last) == "hundred":
        rest = _below_hundred(text, last + 2 if text.low(last + 1) == "and" else last + 1)
        return (rest[0], first * 100 + rest[1]) if rest else (last + 1, first * 100)
    if text.next_low(last) in ("zero", "oh") and 1 <= cardinals.ones().get(text.next_low(last + 1), 0) <= 9:
        return last + 2, first * 100 + cardinals.ones()[text.low(last + 1)]  # "nineteen oh one"
    rest = _below_hundred(text, last) if text.gap(last) == 1 else None
    return (rest[0], first * 100 + rest[1]) if rest and rest[1] >= 10 else None


def _below_hundred(text: Scan, at: int) -> tuple[int, int] | None:
    if text.gap(at) == 2:
        return None
    ten = cardinals.tens().get(text.low(at))
    one = cardinals.ones().get(text.low(at))
    if ten is None:
        return (at + 1, one) if one else None
    last = at + 2 if text.hyphen(at + 1) else at + 1
    rest = cardinals.ones().get(text.next_low(last), 0)
    return (last + 1, ten + rest) if 1 <= rest <= 9 else (at + 1, ten)


def lone_year(text: Scan, at: int) -> tuple[int, int] | None:
    """A year that stands by itself; a count ("2000 people") is none, nor is the number of a thing ("Flight 1990")."""
    found = year(text, at)
    if found is None or text.kind(at) != "n":
        led = text.before(at) in words("dates", "years", "before") or text.low(at) == "nineteen"
        return found if found and led else None
    last, number = found
    before, behind = text.before(at), text.next_low(last)
    if behind in words("dates", "years", "not_after") and before not in ("in", "since"):
        return None
    sided = before == "than" and text.low(at - 2) in ("later", "earlier")
    barred = before in words("dates", "years", "not_before") and before not in ("about", "around") and not sided
    if barred or _marked(text, at, last):
        return None
    if text.capital(last) and text.low(last + 1) in words("refusals", "streets", "words"):
        return None  # "1984 Main Street"
    led = before in words("dates", "years", "before")
    if text.capital(at - 1) and text.before(at - 1) in words("dates", "years", "naming"):
        return None  # "a satellite called Orion 1980"
    if (
        not led
        and text.capital(at - 1)
        and text.gap(at) == 1
        and text.capital(last)
        and stem(text, at - 1) not in months()
    ):
        return None  # "Russell 2000 Index": a name
    return found if led or LIKELY[0] <= number <= LIKELY[1] else None


def _coded(text: Scan, at: int, last: int) -> bool:
    """Whether a year is part of a number like "32-2015" or "2015-1-32", of which no calendar has a day or month."""
    before = whole(text.raw(at - 2)) if text.hyphen(at - 1) and text.kind(at - 2) == "n" else None
    chain = text.hyphen(last) and text.kind(last + 1) == "n" and text.hyphen(last + 2) and text.kind(last + 3) == "n"
    return chain or (before is not None and LONGEST_DAY < before < YEARS[0])


def _marked(text: Scan, at: int, last: int) -> bool:
    """Whether signs make another number of it: money, shares, parts of a longer code."""
    if text.low(at - 1) in ("$", "€", "£", "¥", "#", "+", "@", "_", "*", "=") and text.glued(at):
        return True
    if _coded(text, at, last):
        return True
    if text.low(at - 1) in ("-", "/", ".", ":") and text.glued(at) and text.kind(at - 2) in ("w", "s"):
        return text.low(at - 1) != "-" or text.low(at - 2) not in ("mid", "early", "late", "pre", "post", "since")
    if text.glued(at) and text.kind(at - 1) == "w":
        return True
    return text.low(last) in ("%", "°", "€", "$") or (
        text.low(last) in (".", ":") and text.glued(last + 1) and text.kind(last + 1) == "n"
    )


def unit(text: Scan, at: int) -> tuple[int, str] | None:
    """A unit of time by its word; a fortnight is a unit here."""
    if text.gap(at) == 2:
        return None
    found = units().get(stem(text, at))
    if found is None:
        return (at + 1, "hour") if text.low(at) == "h" and text.kind(at - 1) == "n" and text.gap(at) < 2 else None
    short = len(stem(text, at)) <= 4 and text.low(at) not in ("day", "days", "week", "year")
    stop = (
        short and text.low(at + 1) == "." and text.glued(at + 1) and not text.capital(at + 2) and text.gap(at + 2) < 2
    )
    return (at + 2 if stop else at + 1), found


def count(text: Scan, at: int) -> tuple[int, Fraction | None] | None:
    """How many: a number, "a", "a couple of"; None for "several" and "a few"."""
    low = text.low(at)
    if low in ("a", "an") and text.next_low(at + 1) in units():
        return at + 1, Fraction(1)
    if low in ("a", "an") and text.next_low(at + 1) == "couple":
        return (at + 3 if text.next_low(at + 2) == "of" else at + 2), Fraction(2)
    if low == "couple":
        return (at + 2 if text.next_low(at + 1) == "of" else at + 1), Fraction(2)
    if low in ("several", "few", "many", "some", "numerous") or (low in ("a", "an") and text.next_low(at + 1) == "few"):
        return (at + 2 if low in ("a", "an") else at + 1), None
    if low == "half":
        return _half(text, at)
    if low in ("another", "all", "full", "whole", "entire"):
        return at + 1, Fraction(1)
    if low in ("a", "an") and text.next_low(at + 1) in ("whole", "full", "entire", "good"):
        return at + 2, Fraction(1)
    found = numerals.read(text, at)
    if found is not None and (found.form != "share" or text.kind(at) == "s"):
        return found.last, found.value
    if found is not None and low in cardinals.ones():
        return at + 1, Fraction(cardinals.ones()[low])  # "two quarters" of a year are no share here
    return (at + 1, Fraction(1)) if low in ("a", "an") else None


def _half(text: Scan, at: int) -> tuple[int, Fraction | None] | None:
    last = at + 2 if text.next_low(at + 1) in ("a", "an") or text.hyphen(at + 1) else at + 1
    return last, Fraction(1, 2)
