"""Words become values: by what a figure is known again where it is retold, whole or rounded."""

import math
from collections.abc import Hashable
from fractions import Fraction
from functools import lru_cache

HUGE = 10**300  # beyond it a number is no float
EXACT = 10**6  # parts of one up to which a fraction's digits are told


def whole(value: tuple[Fraction | str | None, Fraction | str | None]) -> Hashable:
    """Both ends of a value by whole numbers, which are hashed many times as fast as fractions."""
    low, high = value
    first = low.as_integer_ratio() if isinstance(low, Fraction) else low
    return first, first if high is low else high.as_integer_ratio() if isinstance(high, Fraction) else high


@lru_cache(maxsize=65_536)
def significant(figure: Hashable) -> tuple[int, float]:
    """Significant digits of a point, 0 of anything else; and its lower end as a float, nothing where there is none."""
    low, high = figure if isinstance(figure, tuple) else (None, None)
    if not isinstance(low, tuple):
        return 0, 0.0
    above, below = low
    number = above / below if abs(above) < HUGE * below else math.inf
    if low != high or above == 0:
        return 0, number
    return len(str(abs(above) * (EXACT // below if EXACT % below == 0 else 1)).strip("0")), number
