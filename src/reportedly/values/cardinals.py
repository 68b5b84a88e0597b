"""Words become numbers: cardinal numbers spelt in words, with scales, decimals and fractions, as English joins them.

"Twenty-five thousand", "a hundred and twenty", "two and a half million", "two hundred point zero three", "six and two
thirds". Each reader starts at one place and tells where the number ends; what English would not join stays apart,
since a sum of two things is worse than either.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan

# Decimals read one by one: "point nought three".
DECIMALS = 18
LEAST_PLURAL = 100_000  # "2 lakhs" is a number, "5 thousands" as often two
LARGEST = 10**9
# "Four quarters" and "three halves" are times of the year and of games.
LEAST_PARTS = 5
# "Thirty-fifths", but no "thirty-tenths".
MOST_OF_ONES = 10


class Spelt(NamedTuple):
    """A number in words that ends before ``last``; ``share`` where it is told in parts: "twenty-three fifths"."""

    value: Fraction
    last: int
    scale: Fraction = Fraction(1)
    share: bool = False


@cache
def ones() -> dict[str, int]:
    """Zero to nineteen by their words."""
    return dict(entry("numbers", "ones"))


@cache
def tens() -> dict[str, int]:
    """Twenty to ninety by their words."""
    return dict(entry("numbers", "tens"))


@cache
def scales() -> dict[str, Fraction]:
    """Dozen, hundred, thousand ... by their words."""
    return {word: Fraction(value) for word, value in entry("numbers", "scales").items()}


def scaled(text: Scan, at: int) -> tuple[int, Fraction]:
    """The scale words at ``at``: where they end and what they multiply by."""
    scale, first = Fraction(1), at
    while True:
        word = at + 1 if text.hyphen(at) else at
        named = text.next_low(word)
        # "three dozens" is 36, "dozens" alone is vague.
        factor = scales().get(named) or (_several(text, at) if at == first and named.endswith("s") else None)
        # "3 hundred thousand" and "2 lakh crore" multiply; a smaller scale after a larger one begins something else.
        if factor is None or (scale > 1 and factor < scale) or scale >= LARGEST:
            return at, scale
        at, scale = word + 1, scale * factor


def _several(text: Scan, at: int) -> Fraction | None:
    """What the plural of a scale multiplies by: "12 crores", "three dozens", but not "in 2014 millions fled"."""
    named = text.next_low(at)
    year = text.kind(at - 1) == "n" and len(text.raw(at - 1)) > len("999")
    large = scales().get(named[:-1], Fraction(0)) >= LEAST_PLURAL and not year and text.gap(at) == 1
    return scales()[named[:-1]] if named == "dozens" or large else None


def read(text: Scan, at: int) -> Spelt | None:
    """The number in words that begins at ``at``, behind any article."""
    total, scale, here = Fraction(0), Fraction(1), at
    while True:
        small, after = _group(text, here)
        if small is None and (here != at or text.next_low(here) not in scales()):
            break
        last, factor = scaled(text, after)
        if total and (factor >= scale or scale == 1):
            break
        total, scale, here = total + (Fraction(1) if small is None else small) * factor, factor, last
        if factor < 1000:
            break
    if here == at:
        return None
    whole, end = and_more(text, here, total, scale)
    if scale <= 100 and text.next_low(end) == "point" and text.next_low(end + 1) in ones() | tens():
        whole, end = _point(text, end, whole)  # "a hundred and four point five"
    part = whole - total if text.next_low(here) == "and" else Fraction(0)
    if scale == 1 and whole % 100 == 0 and whole < 1000 and text.low(end - 1) == "hundred":
        scale = Fraction(100)
    return _over(text, end, whole, part) or Spelt(whole, end, scale)


def tied(text: Scan, at: int) -> bool:
    """Whether a hyphen at ``at`` ties two words, set with spaces or without: "fifty - two"."""
    return text.hyphen(at) or (text.raw(at) == "-" and text.gap(at) == 1 and text.gap(at + 1) == 1)


def below_hundred(text: Scan, at: int) -> tuple[int | None, int]:
    """A number below a hundred in words at ``at``, None where there is none, and where it ends."""
    word = text.low(at)
    if word in ones():
        return ones()[word], at + 1
    if word not in tens():
        return None, at
    unit = at + 2 if tied(text, at + 1) else at + 1
    value = ones().get(text.next_low(unit), 0)
    return (tens()[word] + value, unit + 1) if 0 < value < 10 else (tens()[word], at + 1)


def _group(text: Scan, at: int) -> tuple[Fraction | None, int]:
    """What goes before a scale: a number below a thousand, or one with decimals or a fraction."""
    if text.low(at) == "hundred":
        return _after_hundred(text, at + 1, Fraction(100))
    small, last = below_hundred(text, at)
    if small is None:
        return None, at
    if text.next_low(last) == "point" and text.next_low(last + 1) in ones() | tens():
        return _point(text, last, Fraction(small))
    value, last = and_a_half(text, last, Fraction(small))
    if text.next_low(last) != "hundred":
        return value, last
    value, last = _after_hundred(text, last + 1, value * 100)
    return _point(text, last, value) if text.next_low(last) == "point" else (value, last)


def _after_hundred(text: Scan, at: int, value: Fraction) -> tuple[Fraction, int]:
    """What follows "two hundred": "and fifty", "fifty"; not the start of a second number."""
    link = at + 1 if text.next_low(at) == "and" else at
    small, last = below_hundred(text, link)
    if small is None or small == 0 or text.next_low(last) in ("hundred", "dozen", "dozens"):
        return value, at
    if link > at and (parted(text, link)[0] is not None or _counts_apart(text, last)):
        return value, at  # "one hundred and three quarters"
    return value + small, last


def _point(text: Scan, at: int, whole: Fraction) -> tuple[Fraction, int]:
    """ "point zero three", "point seventy-one"."""
    decimals, last = "", at + 1
    while text.next_low(last) in ones() and ones()[text.next_low(last)] < 10 and len(decimals) < DECIMALS:
        decimals, last = decimals + str(ones()[text.next_low(last)]), last + 1
    if not decimals:
        small, last = below_hundred(text, last)
        if small is None:
            return whole, at
        decimals = str(small)
    return whole + Fraction(int(decimals), 10 ** len(decimals)), last


def and_more(text: Scan, at: int, total: Fraction, scale: Fraction) -> tuple[Fraction, int]:
    """ "a hundred and twenty", "two thousand and five", "a million and a half": what "and" still adds, and its end."""
    if text.next_low(at) != "and" or scale < 100:
        link = text.next_low(at) == "and" and total.denominator == 1
        part, last = parted(text, at + 1) if link else (None, at)
        if part is not None and text.next_low(last) != "of" and scale < 100:
            return total + part, last
        return (total, at) if text.next_low(at) == "and" else _bare_rest(text, at, total, scale)
    part, last = parted(text, at + 1)
    if part is not None and text.next_low(last) != "of":
        end, second = scaled(text, last)
        return total + part * (second if second > 1 else scale if scale >= 1000 else 1), end
    small, last = below_hundred(text, at + 1)
    if small and text.next_low(last) == "hundred" and scale > 1000 / 2:
        more, last = _after_hundred(text, last + 1, Fraction(small * 100))
        return (total + more, last) if more < scale and text.next_low(last) not in scales() else (total, at)
    if small and text.next_low(last) in ("dozen", "dozens"):
        return total + small * scales()["dozen"], last + 1
    if not small or text.next_low(last) in scales() or _counts_apart(text, last):
        return total, at
    more, end = and_a_half(text, last, Fraction(small))
    return total + more, end


def _bare_rest(text: Scan, at: int, total: Fraction, scale: Fraction) -> tuple[Fraction, int]:
    small, last = below_hundred(text, at)
    if scale < 100 or not small or small >= scale or text.next_low(last) in scales():
        return total, at
    return total + small, last


def _counts_apart(text: Scan, at: int) -> bool:
    """ "a hundred and two in ..." is one number, "a thousand and five percent" hardly: a sign begins a second one."""
    return text.low(at) == "%" or text.next_low(at) in ("percent", "per", "in")


# Fractions


def denominator(text: Scan, at: int) -> tuple[int, int, bool] | None:
    """The parts named at ``at`` ("quarters", "twenty-fifths"): their number, where they end, whether in the plural."""
    named: dict[str, int] = entry("numbers", "fractions")
    word = text.next_low(at)
    if word in named:
        return named[word], at + 1, False
    if word.endswith("s") and word[:-1] in named:
        return named[word[:-1]], at + 1, True
    link = at + 2 if text.hyphen(at + 1) else at + 1
    ordinal = text.next_low(link)
    small = words("numbers", "ordinals", "ones")
    if word not in tens() or ordinal.removesuffix("s") not in small:
        return _great_denominator(text, at)
    value = tens()[word] + 1 + entry("numbers", "ordinals", "ones").index(ordinal.removesuffix("s"))
    return value, link + 1, ordinal.endswith("s")


def _great_denominator(text: Scan, at: int) -> tuple[int, int, bool] | None:
    """The parts of "three one-thousandths" and "one one hundred and fifth": a hundred or more, in several words."""
    count = ones().get(text.next_low(at), 0)
    last = at + 2 if tied(text, at + 1) else at + 1
    if not count or text.gap(last) == 2:
        return None
    named = text.low(last).removesuffix("s")
    if entry("numbers", "fractions").get(named, 0) >= scales()["hundred"]:
        return count * entry("numbers", "fractions")[named], last + 1, text.low(last).endswith("s")
    rest = last + 2 if text.next_low(last + 1) == "and" else last + 1
    lower = denominator(text, rest) if text.low(last) == "hundred" and text.next_low(rest) not in ones() else None
    if lower is None or lower[0] >= scales()["hundred"] or lower[0] in (2, 4):
        return None
    return count * 100 + lower[0], lower[1], lower[2]


def parted(text: Scan, at: int) -> tuple[Fraction | None, int]:
    """A fraction below one at ``at`` ("a half", "two thirds"), None where there is none, and where it ends."""
    here = at + 1 if text.hyphen(at) else at
    upper, last = (1, here + 1) if text.next_low(here) in ("a", "an") else below_hundred(text, here)
    last = last + 1 if text.hyphen(last) else last
    lower = denominator(text, last) if upper and text.gap(last) < 2 else None
    if upper is None or lower is None or upper >= lower[0]:
        return None, at
    value, end, many = lower
    # "one and three quarter dinars", "two and a half": a quarter takes no plural before what it measures.
    quarters = upper == 3 and value == 4 and text.kind(end) == "w" and text.gap(end) < 2
    if (upper > 1) != many and not quarters and not (upper == 1 and value in (2, 4)):
        return None, at
    ordinal = upper == 1 and value not in (2, 4) and not _closes(text, end)
    return (None, at) if ordinal or text.low(end - 1) == "seconds" else (Fraction(upper, value), end)


def _closes(text: Scan, at: int) -> bool:
    """Whether "and a third" ends a number and begins no third thing: a plural, a scale or the end follows."""
    after = text.next_low(at)
    return text.kind(at) != "w" or after in scales() or (after.endswith("s") and len(after) > len("this"))


def and_a_half(text: Scan, at: int, value: Fraction, *, of: bool = False) -> tuple[Fraction, int]:
    """``value`` with the "and a half" that stands at ``at`` added, and where it ends: "two and three quarters".

    Before "of" it is a share of its own unless ``of`` says that a unit stood before it: "a kilo and a half of beans".
    """
    step = 1 if text.hyphen(at) else 0
    if text.next_low(at + step) != "and" or value.denominator != 1:
        return value, at
    part, last = parted(text, at + step + 1)
    if part is None or (text.next_low(last) == "of" and not of):
        return value, at
    return value + part, last


def _over(text: Scan, at: int, whole: Fraction, part: Fraction) -> Spelt | None:
    """ "twenty-three fifths": more than one in parts; the part behind "and" alone where it is less than one."""
    lower = denominator(text, at + 1 if tied(text, at) else at)
    if lower is None or not lower[2] or lower[0] < LEAST_PARTS:
        return None
    value, last, _ = lower
    tens_before = tens().get(text.low(at - 1), 0)
    if whole > tens_before > 0 and value < MOST_OF_ONES and text.low(at - 2) != "and":
        # "one hundred thirty-fifths": the thirty belongs to the fifths.
        return Spelt((whole - tens_before) / (tens_before + value), last, share=True)
    parts = whole - part + part / value if 0 < part < value else whole / value
    return Spelt(parts, last, share=True)
