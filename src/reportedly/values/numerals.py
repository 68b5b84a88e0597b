"""Words become numbers: digits, number words, scales, fractions and vague amounts, each read exactly.

A numeral is read from one place to the right as far as English grammar carries it; nothing is guessed, and a long
run of digits is left as a code. Values are fractions, so that "a third" is 1/3 and 3.2 million is 3200000.
"""

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from reportedly.values import cardinals
from reportedly.values.cardinals import and_a_half, below_hundred, denominator, ones, scaled, scales, tens, tied
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.scan import Scan

Form = Literal["digits", "words", "share", "vague"]

# No amount of anything on earth is told with more digits than this; longer runs are account numbers and the like.
DIGITS = 18
# "one in five": up to here, and for round hundreds and thousands, the second number is a base and not a count.
BASES = frozenset({*range(2, 13), 15, 20, 25, 30, 40, 50, 60, 80, 100, 200, 250, 500, *(10**n for n in range(3, 7))})
# "one in 2024" is told of a year; a base of this size is written with a comma.
LIKELY_YEARS = (1900, 2100)
EVERY = frozenset({*range(2, 13), 20, 50, 100, 1000, 10000, 100000})
OUT_OF = frozenset({*range(2, 11), 100, 1000})
# "2.1m cars, up from 1.9m": how far back the meaning of an "m" is looked for.
REACH = 14
# ... and how far what is told in millions: "sales of electric cars passed 2m".
TOLD = 9
# "A hundredth" is a share and hardly ever a place in an order.
TINY = 100
# "A pair of grey military helicopters": so many words on the noun may stand.
ADJECTIVES = 4
# "One in three thousand": from here on a base may be told with its scale.
LEAST_ODDS = 1000
# "€12.000" after a sign of money: a point between thousands, since no price has such decimals.
DOTTED = re.compile(r"(?!1\.)\d{1,3}\.000")
# Signs behind the 1/2 of "2 1/2".
CLOSING = frozenset({"%", ".", ",", ";", ")"})
# A fraction behind a price with its cents is one of a cent.
HUNDREDTHS = 100
# Digits between two commas of an English number; fewer behind the last are decimals.
GROUP = 3
# "1 234 567": more groups than these make no amount.
MOST_GROUPS = 7
GROUPS = str.maketrans(dict.fromkeys(",'’٬\u2009\u202f\xa0"))


class Numeral(NamedTuple):
    """One number in tokens [first, last) and characters [start, end); ``value`` None where it is vague.

    ``scale`` is the million of "3 million", 1 where there is none; "3 to 4 million" shares it.
    """

    first: int
    last: int
    start: int
    end: int
    value: Fraction | None
    form: Form
    scale: Fraction = Fraction(1)

    @property
    def plain(self) -> bool:
        """Whether it is a bare whole number in digits or words."""
        return self.form in ("digits", "words") and self.scale == 1 and bool(self.value and self.value.denominator == 1)


@cache
def _few() -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("numbers", "vague", "few"))


@cache
def _glyphs() -> dict[str, Fraction]:
    return {glyph: Fraction(value) for glyph, value in entry("numbers", "glyphs").items()}


# The rules ask for the same digits several times over; so many different ones lie close together at most.
@lru_cache(maxsize=4096)
def number(written: str) -> Fraction | None:
    """The value of digits as written ("14,000", "3.2", "٣٫٥"), None where they are too many."""
    decimals = written.rpartition(",")[2]
    if "," in written and len(decimals) < GROUP and decimals.isdecimal():
        written = written.replace(".", "").replace(",", ".")  # "1.111,11", "0,5"
    elif written.count(".") > 1:
        written = written.replace(".", "")  # "1.234.567"
    whole, _, decimals = written.translate(GROUPS).replace("٫", ".").partition(".")
    if len(whole) > DIGITS or len(decimals) > DIGITS:
        return None
    if not decimals:
        return Fraction(int(whole or "0"))
    return Fraction(int(whole or "0")) + Fraction(int(decimals or "0"), 10 ** len(decimals))


def starts(text: Scan, at: int) -> bool:
    """Whether a numeral may begin at ``at``: a cheap look before reading."""
    return text.kind(at) == "n" or text.low(at) in openers()


@cache
def openers() -> frozenset[str]:
    """The words, in lower case, that a numeral may begin with."""
    few = {phrase.split()[0] for phrase in entry("numbers", "vague", "few")}
    vague = words("numbers", "vague", "plurals") | words("numbers", "vague", "before_scale")
    return frozenset({*ones(), *tens(), *scales(), *few, *vague, *_glyphs(), "half", "a", "an", "quarter"})


def read(text: Scan, at: int, *, money: bool = False) -> Numeral | None:
    """The numeral that begins at ``at``, or None. After a currency sign (``money``) "m" and "b" are scales."""
    if not starts(text, at):
        return None
    if text.kind(at) == "n":
        return _ratio(text, at) or _digits(text, at, money)
    return _vague(text, at) or _share(text, at) or _group(text, at) or _spelt(text, at)


def _made(
    text: Scan, first: int, last: int, value: Fraction | None, *, form: Form, scale: Fraction = Fraction(1)
) -> Numeral:
    return Numeral(first, last, text.starts[first], text.ends[last - 1], value, form, scale)


# Digits


def _digits(text: Scan, at: int, money: bool) -> Numeral | None:
    dotted = money and DOTTED.fullmatch(text.raw(at))
    value = number(text.raw(at).replace(".", "") if dotted else text.raw(at))
    if value is None:
        return None
    last, value = _spaced_group(text, at, value)
    glyph = _glyphs().get(text.low(last)) or _fraction_behind(text, last)
    if glyph is None and text.hyphen(last) and (tied := _fraction_behind(text, last + 1)) is not None:
        glyph, last = tied, last + 1  # "2-1/2 million"
    if glyph is not None and value.denominator == 1 and text.gap(last) < 2:
        value, last = value + glyph, last + (1 if text.low(last) in _glyphs() else 3)
    elif glyph is not None and money and HUNDREDTHS % value.denominator == 0 and text.gap(last) < 2:
        # "$5.43 1/2": half a cent, as grain is priced.
        value, last = value + glyph / HUNDREDTHS, last + (1 if text.low(last) in _glyphs() else 3)
    value, last = and_a_half(text, last, value)
    last, scale = (last, Fraction(1)) if not money and _is_year_before(text, at, last) else _scale(text, last, money)
    total, last = _and_smaller(text, last, value * scale, scale)
    return _made(text, at, last, total, form="digits", scale=scale)


def _is_year_before(text: Scan, at: int, last: int) -> bool:
    """Whether digits are a year and a scale behind them begins another amount: "In 2023 dozens", "in 2020 million-"."""
    written = text.raw(at)
    if last != at + 1 or not (len(written) == 4 and written.isdecimal()) or text.gap(last) != 1:
        return False
    if not LIKELY_YEARS[0] <= int(written) < LIKELY_YEARS[1]:
        return False
    return text.next_low(last) == "dozens" or text.before(at) in words("numbers", "vague", "before_year")


def _and_smaller(text: Scan, at: int, total: Fraction, scale: Fraction) -> tuple[Fraction, int]:
    """ "6 crore 20 lakh", "4 thousand 3 hundred and 21", "3 million and a half": what comes after a scale in words."""
    if scale < 100 or text.low(at - 1) not in scales():
        return total, at
    if text.next_low(at) == "and" and (text.kind(at + 1) != "n" or scale > 1000):
        part, last = cardinals.parted(text, at + 1)
        wide = part is not None and text.next_low(last) != "of" and text.next_low(last) not in scales()
        if part is not None:
            return (total + part * scale, last) if wide and scale >= 1000 else (total, at)
        more, end = cardinals.and_more(text, at, total, scale)
        # "6 crore and two hundred" is one number, "3 million and two hundred men" is two things.
        return (more, end) if scale == 100 or text.kind(end) != "w" else (total, at)
    here = at + 1 if text.next_low(at) == "and" else at
    small = number(text.raw(here)) if text.kind(here) == "n" and text.gap(here) < 2 else None
    last, factor = scaled(text, here + 1) if small is not None else (at, Fraction(1))
    plain = text.raw(here).isdecimal() and (factor > 1 or here > at)
    if small is None or not plain or small == 0 or small * factor >= scale or text.low(last) in ("%", "percent", "per"):
        return total, at
    return _and_smaller(text, last, total + small * factor, factor) if factor > 1 else (total + small, last)


def _spaced_group(text: Scan, at: int, value: Fraction) -> tuple[int, Fraction]:
    """ "12 500" with a plain space, where nothing else can be meant: the second group ends in two noughts."""
    groups = 1
    while groups < MOST_GROUPS and _is_group(text, at + groups):
        groups += 1
    written = "".join(text.raw(token) for token in range(at, at + groups))
    if groups > 2 and text.raw(at).isdecimal() and len(text.raw(at)) <= 3 and value and text.kind(at - 1) != "n":
        return at + groups, Fraction(int(written))
    after = text.raw(at + 1)
    if not (text.kind(at + 1) == "n" and text.gap(at + 1) == 1 and len(after) == 3 and after.endswith("00")):
        return at + 1, value
    if not text.raw(at).isdecimal() or len(text.raw(at)) > 3 or text.starts[at + 1] != text.ends[at] + 1:
        return at + 1, value
    if text.kind(at - 1) == "n" or text.kind(at + 2) == "n" or (text.glued(at + 2) and text.kind(at + 2) == "w"):
        return at + 1, value
    if text.capital(at - 1) or value == 0:
        return at + 1, value
    return at + 2, value * 1000 + int(after)


def _is_group(text: Scan, at: int) -> bool:
    """Three digits behind a plain space: the 234 of "1 234 567"."""
    return text.kind(at) == "n" and text.gap(at) == 1 and len(text.raw(at)) == 3 and text.raw(at).isdecimal()


def _fraction_behind(text: Scan, at: int) -> Fraction | None:
    """The 1/2 of "2 1/2", of "2-1/2"."""
    upper, slash = _whole(text, at) if text.kind(at) == "n" else (None, at)
    tied = text.hyphen(at - 1)
    if upper is None or (text.gap(at) != 1 and not tied) or text.low(slash) != "/" or not text.glued(slash):
        return None
    share = _slash(text, at, slash, upper) if text.glued(slash + 1) else None
    ends = share is not None and (text.kind(share.last) in ("w", "") or text.low(share.last) in CLOSING)
    ends = ends or (share is not None and tied and text.hyphen(share.last))  # "a 2-1/2-inch pipe"
    return share.value if share is not None and ends else None


def _scale(text: Scan, at: int, money: bool) -> tuple[int, Fraction]:
    """The scale words or marks at ``at``: where they end and what they multiply by."""
    mark = _mark(text, at, money)
    return scaled(text, at) if mark is None else (at + 1, mark)


def _mark(text: Scan, at: int, money: bool) -> Fraction | None:
    mark, near = text.low(at), text.gap(at)
    if near == 2 or text.kind(at) != "w":
        return None
    anywhere: dict[str, int] = entry("numbers", "marks", "anywhere")
    after_sign: dict[str, int] = entry("numbers", "marks", "money")
    decimal = "." in text.raw(at - 1) and text.kind(at - 1) == "n"
    if mark in anywhere and (near == 0 or mark != "k" or (decimal and text.raw(at) == "k")):
        return Fraction(anywhere[mark])
    if money and mark in after_sign and (near == 0 or mark in ("m", "cr")):
        return Fraction(after_sign[mark])
    if mark == "m" and near == 0 and ((text.raw(at) == "M" and not text.hyphen(at + 1)) or _means_millions(text, at)):
        return Fraction(after_sign[mark])
    if mark == "m" and text.raw(at) == "M" and decimal and text.kind(at + 1) != "n":
        return Fraction(after_sign[mark])  # "4,200.5 M"
    if mark == "b" and near == 0 and decimal:
        return Fraction(after_sign[mark])  # "1.2b"
    return None


def _means_millions(text: Scan, at: int) -> bool:
    """Whether the "m" of "3m" is millions: before a noun in the plural, or after another that is."""
    told = words("numbers", "millions", "subjects") & set(text.lows[max(0, at - TOLD) : at])
    if told and text.before(at - 1) in words("numbers", "millions", "verbs") and not text.hyphen(at + 1):
        return text.next_low(at + 1) not in entry("numbers", "metres", "words")  # "sales passed 2m"
    if text.next_low(at + 1) == "of" and text.next_low(at + 2) in ("them", "these", "those", "whom", "which"):
        return True
    if text.hyphen(at + 1):
        return text.low(at + 2) in words("numbers", "millions", "tied")  # "a 2.4m-tonne quota", "a 100m-long jetty"
    if text.next_low(at + 1) in entry("numbers", "metres", "words"):
        return False
    if text.raw(at + 1) in _codes():
        return True  # "12m AED"
    if text.kind(at + 1) == "w" and text.next_low(at + 1) not in words("refusals", "one", "not_nouns"):
        return _before_plural(text, at)  # "a 100m jetty" stays one, whatever was told in millions before
    return _before_plural(text, at) or any(
        text.low(back) == "m" and text.glued(back) and text.kind(back - 1) == "n" and _before_plural(text, back)
        for back in range(max(1, at - REACH), at)
    )


@cache
def _codes() -> frozenset[str]:
    """The codes of moneys, as they stand behind an amount."""
    return frozenset(code for code, written in entry("units", "symbols").items() if code in written and len(code) == 3)


def _before_plural(text: Scan, at: int) -> bool:
    after = text.next_low(at + 1)
    if text.raw(at + 1)[:-1].isupper() and text.raw(at + 1).endswith("s"):
        return True  # "6.2m CDs"
    if after in ("square", "cubic"):
        return text.next_low(at + 2).endswith(("metres", "meters", "miles", "feet"))
    if after in words("numbers", "millions", "kinds"):
        return _before_plural(text, at + 1)  # "2.7m overnight stays"
    return after in entry("numbers", "millions", "words") or (
        text.kind(at + 1) == "w" and len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    )


# Number words


def _spelt(text: Scan, at: int) -> Numeral | None:
    article = text.low(at) in ("a", "an")
    if article and text.next_low(at + 1) not in scales():
        return None
    tied = text.kind(at - 1) == "n" and text.glued(at - 1) and text.kind(at - 2) == "w"
    if text.low(at) in scales() and (tied or text.kind(at - 1) not in ("w", "s", "n", "")):
        return None  # the million of "#50 million", "C50 million", whose number was refused
    spelt = cardinals.read(text, at + 1 if article else at)
    if spelt is None:
        return None
    form: Form = "share" if spelt.share else "words"
    return _made(text, at, spelt.last, spelt.value, form=form, scale=spelt.scale)


def _group(text: Scan, at: int) -> Numeral | None:
    """ "a trio of climbers", "a pair of helicopters": so many together, but no pair of shoes."""
    sizes: dict[str, int] = entry("numbers", "groups")
    size = sizes.get(text.next_low(at + 1)) if text.low(at) in ("a", "an") else None
    if size is None or text.next_low(at + 2) != "of" or starts(text, at + 3):
        return None  # "a score of five goals"
    ahead = [text.next_low(place) for place in range(at + 3, at + 3 + ADJECTIVES)]
    worn = not words("numbers", "pairs", "worn").isdisjoint(ahead)
    several = any(word.endswith("s") or word in words("refusals", "nouns", "people") for word in ahead)
    return None if worn or not several else _made(text, at, at + 2, Fraction(size), form="words")


# Vague amounts


def _vague(text: Scan, at: int) -> Numeral | None:
    """ "hundreds of thousands", "several hundred", "a few", "dozens"."""
    plurals = words("numbers", "vague", "plurals")
    if text.low(at) in plurals and _is_plural_amount(text, at):
        last = at + 1
        while text.next_low(last) == "of" and text.next_low(last + 1) in plurals and last - at < 6:
            last += 2
        return _made(text, at, last, None, form="vague")
    few = _few().starting(text, at)
    last = few[0] if few else at
    if not few and text.low(at) in words("numbers", "vague", "before_scale"):
        last = at + 1
    if last == at:
        return None
    link = last + 1 if text.next_low(last) == "of" else last
    scaled, scale = _scale(text, link, False)
    if scaled > link:
        return _made(text, at, scaled, None, form="vague", scale=scale)
    if not few or not _is_amount(text, at, last):
        return None
    return _made(text, at, last - 1 if text.low(last - 1) == "of" else last, None, form="vague")


def _is_plural_amount(text: Scan, at: int) -> bool:
    """ "scores of people", "scores missing", not "test scores" and not "scores of 5"."""
    if text.low(at) not in ("scores", "tens"):
        return True
    if text.before(at) in ("", "and", ",", ";", "with") and text.next_low(at + 1) in words(
        "numbers", "vague", "befallen"
    ):
        return text.low(at) == "scores"
    return text.next_low(at + 1) in ("of", "more") and text.kind(at + 2) != "n"


def _is_amount(text: Scan, at: int, last: int) -> bool:
    """ "a couple of days" is an amount, "a couple from Leeds" is two people who belong together."""
    if "couple" not in text.lows[at:last]:
        return True
    return text.low(last - 1) == "of" or text.next_low(last) in ("of", "more", "hundred", "dozen")


# Shares


def _share(text: Scan, at: int) -> Numeral | None:
    return _ratio(text, at) or _half(text, at) or _parts(text, at) or _glyph(text, at)


def _glyph(text: Scan, at: int) -> Numeral | None:
    value = _glyphs().get(text.low(at))
    return None if value is None else _fraction(text, at, at + 1, value)


def _fraction(text: Scan, first: int, last: int, value: Fraction) -> Numeral:
    """A fraction; with a scale behind it ("half a million", "a quarter of a million") it is a number like any other."""
    here = last + 1 if text.hyphen(last) else last
    if text.next_low(here) == "of" and text.next_low(here + 1) in ("a", "an", "one"):
        here += 1
    if text.next_low(here) in ("a", "an", "one"):
        here = here + 2 if text.hyphen(here + 1) else here + 1
    end, scale = _scale(text, here, False)
    if end > here:
        return _made(text, first, end, value * scale, form="words", scale=scale)
    return _made(text, first, last, value, form="share")


def _half(text: Scan, at: int) -> Numeral | None:
    article = text.low(at) in ("a", "one")
    half = at + (2 if text.hyphen(at + 1) else 1) if article else at
    if text.low(half) != "half" or not text.joined(at, half + 1):
        return None
    return _fraction(text, at, half + 1, Fraction(1, 2))


def _parts(text: Scan, at: int) -> Numeral | None:
    """ "two-thirds", "three quarters", "one in ten"'s cousin "a tenth of"."""
    article = text.low(at) in ("a", "an")
    upper = 1 if article else ones().get(text.low(at), 0)
    if upper == 0 and text.low(at) != "quarter":
        return None
    if text.low(at) == "quarter":
        return _quarter_million(text, at)
    led = article and text.next_low(at + 1) in words("numbers", "share", "adjectives")  # "a good third"
    lower = denominator(text, at + 2 if led or tied(text, at + 1) else at + 1)
    if lower is None or lower[0] == 2 or upper >= lower[0]:
        return None
    if led:
        after = text.next_low(lower[1])
        verbs = words("refusals", "one", "not_nouns") | words("numbers", "share", "after")
        told = text.kind(lower[1]) != "w" or after in verbs or after.endswith("ed")
        return None if lower[2] or not told else _fraction(text, at, lower[1], Fraction(1, lower[0]))
    value, last, many = lower
    if (upper > 1 and not many) or (
        value in (3, 4) and not many and text.low(last - 1) != "quarter" and not _is_share(text, at, last)
    ):
        return None
    tiny = value >= TINY and not many
    if upper == 1 and not tiny and not _is_share(text, at, last) and text.next_low(last) not in ("million", "billion"):
        return None
    return _fraction(text, at, last, Fraction(upper, value))


def _quarter_million(text: Scan, at: int) -> Numeral | None:
    numeral = _fraction(text, at, at + 1, Fraction(1, 4))
    return numeral if numeral.form == "words" else None


def _is_share(text: Scan, at: int, last: int) -> bool:
    """Whether "a third" is 1/3 and not the one after the second."""
    after = text.next_low(last)
    if after in words("numbers", "share", "after"):
        return True
    if text.low(last - 1) == "quarter" and after in words("numbers", "share", "quarters"):
        return True
    joined = after in ("to", "or") or (after == "and" and text.before(at) == "between")
    if joined and _parts_follow(text, last + 1):
        return True
    if after == "as" and text.next_low(last + 1) in ("many", "much"):
        return True
    before = text.before(at)
    if before in ("which", "whom", "these", "them", "those") and text.before(at - 1) == "of":
        return True  # "of which a twentieth was spent"
    if before in words("numbers", "share", "hedges") or text.low(at) == "one":
        return True
    ends = text.kind(last) != "w" or after in words("numbers", "share", "after_amount")
    moved = before in words("hedges", "ranges", "changes")  # "rents jumped a third"
    return (moved or before in words("numbers", "share", "before")) and ends


def _parts_follow(text: Scan, at: int) -> bool:
    """ "a third to a half": another fraction follows."""
    return any(text.next_low(at + step).removesuffix("s") in entry("numbers", "fractions") for step in (0, 1))


def _ratio(text: Scan, at: int) -> Numeral | None:
    """ "one in five", "three out of ten", "1/3"."""
    upper, last = _whole(text, at)
    if upper is None:
        return None
    if text.low(last) == "/" and text.glued(last) and text.glued(last + 1):
        return _slash(text, at, last, upper)
    last = _over_noun(text, last, upper)
    base, out = _base(text, last)
    lower, end = _whole(text, base) if base > last else (None, last)
    if upper == 1 and base > last:
        lower, end = _scaled_base(text, base) or (lower, end)
    if lower is None or not 0 < upper < lower or text.gap(base) == 2:
        return None
    if text.raw(base).isdecimal() and LIKELY_YEARS[0] <= lower <= LIKELY_YEARS[1]:
        return None
    if (lower not in (OUT_OF if out else BASES) and upper != 1) or _goes_on(text, end):
        return None
    return _made(text, at, end, Fraction(upper, lower), form="share")


def _scaled_base(text: Scan, at: int) -> tuple[int, int] | None:
    """The 10.7 million of "one in 10.7 million", where no noun makes a number of things of it."""
    small = number(text.raw(at)) if text.kind(at) == "n" else None
    spelt = cardinals.read(text, at) if small is None else None
    last, scale = scaled(text, at + 1) if small is not None else (at, Fraction(1))
    value, end = (small * scale, last) if small is not None else (spelt.value, spelt.last) if spelt else (None, at)
    if value is None or value < LEAST_ODDS or value.denominator != 1 or (spelt is None and scale == 1):
        return None
    return int(value), end


def _base(text: Scan, at: int) -> tuple[int, bool]:
    """Where the base of a share stands that ends before ``at``, and whether it is told with "out of"."""
    link = text.next_low(at)
    if text.hyphen(at) and text.low(at + 1) == "in" and text.hyphen(at + 2):
        return at + 3, False
    if link == "out" and text.next_low(at + 1) == "of":
        return at + (3 if text.next_low(at + 2) == "every" else 2), True
    if link == "of" and text.next_low(at + 1) == "every":
        return at + 2, False
    if link != "in":
        return at, False
    return at + (2 if text.next_low(at + 1) == "every" else 1), False


def _over_noun(text: Scan, at: int, upper: int) -> int:
    """Where "in" stands in "one worker in six", over the noun; ``at`` where there is no such thing."""
    every = next((at + step for step in (1, 2) if text.next_low(at + step) == "in"), at)
    if text.next_low(every + 1) == "every" and text.kind(at) == text.kind(every - 1) == "w" and text.gap(at) < 2:
        lower, _ = _whole(text, every + 2)
        return every if lower in EVERY and upper < (lower or 0) else at  # "71 workers in every hundred"
    if upper > 9 or text.next_low(at + 1) != "in" or text.kind(at) != "w" or text.gap(at) == 2:
        return at
    lower, end = _whole(text, at + 2)
    apart = text.next_low(end) in words("numbers", "share", "places") or text.low(at) in scales()
    round_base = lower is not None and (lower in BASES or (upper == 1 and lower % 10 == 0))  # "one mother in 90"
    return at + 1 if lower is not None and round_base and lower <= 100 and not apart else at


def _goes_on(text: Scan, at: int) -> bool:
    """Whether the base of a share turns out to be the start of something else: "in 10 days", "in 5.5", "in 2-3"."""
    times: dict[str, list[str]] = entry("units", "durations")
    after = text.next_low(at).removesuffix("'s")
    lasting = any(after in (word, word + "s") for listed in times.values() for word in listed)
    return lasting or after in scales() or text.hyphen(at) or after in ("%", "percent", "times", "to", "st", "nd", "am")


def _whole(text: Scan, at: int) -> tuple[int | None, int]:
    if text.kind(at) == "n":
        value = number(text.raw(at))
        return (int(value), at + 1) if value is not None and value.denominator == 1 else (None, at)
    value_words, last = below_hundred(text, at)
    if value_words is not None and text.next_low(last) == "hundred":
        return value_words * 100, last + 1
    if value_words is None and text.low(at) in ("hundred", "thousand") and text.before(at) == "every":
        return int(scales()[text.low(at)]), at + 1
    if value_words is None and text.low(at) in ("a", "an") and text.next_low(at + 1) in ("hundred", "thousand"):
        return int(scales()[text.low(at + 1)]), at + 2
    return value_words, last


def _slash(text: Scan, at: int, slash: int, upper: int) -> Numeral | None:
    lower, end = _whole(text, slash + 1)
    small = lower is not None and 0 < upper < lower <= 10
    if not small or lower is None or (text.low(end) == "/" and text.glued(end)):
        return None
    return _made(text, at, end, Fraction(upper, lower), form="share")


def scale_behind(text: Scan, at: int) -> tuple[int, Fraction]:
    """The scale words at ``at``, where they end and what they multiply by: the million of "75 USD million"."""
    return scaled(text, at) if text.gap(at) < 2 and not text.hyphen(at) else (at, Fraction(1))


def shift(numeral: Numeral, scale: Fraction) -> Numeral:
    """The numeral with the scale of its neighbour: the 3 of "3 to 4 million"."""
    value = None if numeral.value is None else numeral.value * scale
    return numeral._replace(value=value, scale=scale)


def bare(text: Scan, at: int) -> Numeral:
    """The number at ``at``, or its piece alone where it is none."""
    found = read(text, at)
    return found or Numeral(at, at + 1, text.starts[at], text.ends[at], None, "digits")
