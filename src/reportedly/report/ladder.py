"""Figures that share a unit become rungs on one scale: what each report states, drawn as it is stated.

An end that was left open is drawn open, a hedge is drawn as a hedge, and nothing is widened to what might be meant.
``scale`` spans the figures of a group, ``rung`` places one of them; positions are units of the drawing, from the left.
"""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from reportedly.frozen import dataclass
from reportedly.model import Quantity
from reportedly.report.wording import short

WIDTH = 200  # units of the drawing, pixels on the screen
LEFT, RIGHT = 14, 184  # where the scale begins and ends; beyond them is room for what is open
SPREAD = 200  # highest over lowest; beyond it a linear scale would put all the small ones on one spot
TICKS = 4  # at most so many steps on the axis
_NICE = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and its label, which is empty where there is no room for one."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` to ``high``, by size or by powers of ten."""

    low: Fraction
    high: Fraction
    powers: bool
    ticks: tuple[Tick, ...]

    def at(self, value: Fraction) -> float:
        """The place of ``value``, to a tenth of a unit."""
        return _place(value, self.low, self.high, powers=self.powers)


@dataclass(frozen=True, slots=True)
class Rung:
    """One figure on the scale: a point (``left == right``) or a stretch, each end closed or open."""

    left: float
    right: float
    open_left: bool
    open_right: bool


def scale(quantities: Iterable[Quantity]) -> Scale | None:
    """The scale that holds every stated number; None where fewer than two figures state one."""
    stated = [ends for quantity in quantities if (ends := _ends(quantity))]
    if len(stated) < 2:
        return None
    values = [value for ends in stated for value in ends]
    low, high = min(values), max(values)
    if low > 0 and high > low * SPREAD:
        return _by_powers(low, high)
    return _by_size(min(low, Fraction(0)), max(high, Fraction(0)))


def rung(scale: Scale, quantity: Quantity) -> Rung | None:
    """Where ``quantity`` stands on ``scale``; None where no number was stated."""
    ends = _ends(quantity)
    if not ends:
        return None
    places = [scale.at(value) for value in ends]
    return Rung(places[0], places[-1], quantity.low is None, quantity.high is None)


def _ends(quantity: Quantity) -> Sequence[Fraction]:
    return [value for value in (quantity.low, quantity.high) if value is not None]


def _by_size(low: Fraction, high: Fraction) -> Scale:
    if low == high:
        high = low + 1
    step = _step((high - low) / TICKS)
    low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    marks = [low + step * number for number in range(int((high - low) / step) + 1)]
    ticks = tuple(Tick(_place(mark, low, high, powers=False), short(mark)) for mark in marks)
    return Scale(low, high, False, ticks)


def _by_powers(low: Fraction, high: Fraction) -> Scale:
    first, last = _power_below(low), _power_above(high)
    low, high = Fraction(10) ** first, Fraction(10) ** last
    every = math.ceil((last - first) / TICKS)
    marked = range(first, last + 1, max(1, every // 2))
    ticks = tuple(
        Tick(_place(Fraction(10) ** power, low, high, powers=True), _label(power, every, first)) for power in marked
    )
    return Scale(low, high, True, ticks)


def _label(power: int, every: int, first: int) -> str:
    return short(Fraction(10) ** power) if (power - first) % every == 0 else ""


def _step(rough: Fraction) -> Fraction:
    """The least round step that is no smaller than ``rough``."""
    size = Fraction(10) ** _power_below(rough)
    return next(size * nice for nice in _NICE if size * nice >= rough)


def _power_below(value: Fraction) -> int:
    """The greatest power of ten that is not above ``value``, found without rounding."""
    power = len(str(value.numerator)) - len(str(value.denominator))
    return power if Fraction(10) ** power <= value else power - 1


def _power_above(value: Fraction) -> int:
    power = _power_below(value)
    return power if Fraction(10) ** power == value else power + 1


def _place(value: Fraction, low: Fraction, high: Fraction, *, powers: bool) -> float:
    share = _power_of(value / low) / _power_of(high / low) if powers else float((value - low) / (high - low))
    return round(LEFT + share * (RIGHT - LEFT), 1)


def _power_of(ratio: Fraction) -> float:
    # Of a fraction too large for a float, the logarithms of its halves are not.
    return math.log10(ratio.numerator) - math.log10(ratio.denominator)
