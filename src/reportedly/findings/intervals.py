"""What does not add up becomes findings: how far a number may lie from what was counted."""

import re
from collections.abc import Iterable
from fractions import Fraction

from reportedly.findings.lexicons import table
from reportedly.frozen import dataclass
from reportedly.model import Quantity

_NUMERAL = re.compile(r"\d[\d,]*(?:\.(\d+))?")

Interval = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Widens what was stated to what may have been meant."""

    rounding: bool
    exact_below: int
    lowest: tuple[tuple[str, Fraction], ...]
    highest: tuple[tuple[str, Fraction], ...]

    @classmethod
    def named(cls, name: str) -> "Tolerance":
        """The tolerance of ``findings.toml`` that is called so; KeyError where none is."""
        row = table()["tolerance"][name]
        lowest, highest = (tuple((k, Fraction(v)) for k, v in row[end].items()) for end in ("lowest", "highest"))
        return cls(row["rounding"], row["exact_below"], lowest, highest)

    def widened(self, quantity: Quantity) -> Interval:
        """The values that may stand behind the words; an open end stays open."""
        name = quantity.approximator
        low, high = quantity.low, quantity.high
        if low is not None:
            low = min(low - self._half(low, quantity), low * dict(self.lowest).get(name, Fraction(1)))
        if high is not None:
            high = max(high + self._half(high, quantity), high * dict(self.highest).get(name, Fraction(1)))
        return low, high

    def _half(self, value: Fraction, quantity: Quantity) -> Fraction:
        """Half a unit of the last digit that was kept when ``value`` was written."""
        counted = quantity.unit in table()["units"]["counts"]
        if not self.rounding or (counted and abs(value) < self.exact_below):
            return Fraction(0)
        step = _step(value, quantity.written)
        return Fraction(0) if counted and step <= 1 else step / 2


def _step(value: Fraction, written: str) -> Fraction:
    """The unit of the last digit kept: 1,000 for "6,000", 1/10 for "5.0", 1 for "12"."""
    numeral = _NUMERAL.search(written)
    if numeral and numeral[1] and (plain := Fraction(numeral[0].replace(",", ""))):
        scale = abs(value / plain)
        # Only where the numeral is the value itself, up to a power of ten ("3.2 million"), do its decimals tell.
        if re.fullmatch("10*", str(scale)):
            return scale / Fraction(10 ** len(numeral[1]))
    if value.denominator != 1:
        return abs(value) / 5  # "a third": a fraction in words is kept to a tenth of itself
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return Fraction(step)


def stated(quantity: Quantity) -> Interval:
    """The quantity at its word."""
    return quantity.low, quantity.high


def overlap(one: Interval, other: Interval) -> bool:
    """Whether some value is in both."""
    (low, high), (from_, to) = one, other
    return not (high is not None and from_ is not None and high < from_) and not (
        to is not None and low is not None and to < low
    )


def added(intervals: Iterable[Interval]) -> Interval:
    """What numbers in ``intervals`` may come to together."""
    lows, highs = zip(*intervals, strict=True)
    low = None if None in lows else sum(lows, Fraction(0))
    return low, None if None in highs else sum(highs, Fraction(0))


def divided(one: Interval, other: Interval) -> tuple[Fraction, Fraction] | None:
    """Between which ends a number in ``one`` divided by one in ``other`` lies; None where that is open."""
    (low, high), (least, most) = one, other
    if low is None or high is None or not least or not most:
        return None
    return low / most, high / least


def exceeds(one: Interval, other: Interval) -> bool:
    """Whether the least of ``one`` is more than the most of ``other``."""
    return one[0] is not None and other[1] is not None and one[0] > other[1]
