"""What the model calls by one word becomes what a reader is told; the words stand in ``words.toml``."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from reportedly.values import shown

_STEPS = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"), (10**4, "k"))  # from ten thousand on, thousands are "k"


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomli.loads(files("reportedly.report").joinpath("words.toml").read_text("utf-8"))


def word(kind: str, name: str) -> str:
    """What ``name`` is called among its ``kind``; without an entry, its own name with spaces."""
    return str(_table()[kind].get(name, name.replace("_", " ")))


def pair(kind: str, name: str) -> tuple[str, str]:
    """The mark (or title) of ``name`` and its words."""
    mark, words = _table()[kind].get(name, ("", name.replace("_", " ")))
    return mark, words


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 report", "25 reports", "5,000 figures"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short(value: Fraction) -> str:
    """A round number as the tick of an axis: "600", "5,000", "20k", "2.5m", "0.25"."""
    for size, sign in _STEPS:
        if abs(value) >= size:
            unit = min(size, 1000) if sign == "k" else size
            return f"{shown(value / unit)}{sign}"
    return f"{value.numerator:,}" if value.denominator == 1 else shown(value)
