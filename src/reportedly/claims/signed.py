"""How far something rose or fell, told by a sign in brackets: "sales of 41 million euros (+12%)".

What is promised: a fall is told by its size, so that none is of less than nothing; a level below nought stays one.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.lexicons import words
from reportedly.claims.tags import SHARES
from reportedly.claims.trees import Tree
from reportedly.model import Change, Quantity

OPENING = frozenset({"(", "["})


def by_sign(tree: Tree, inside: Sequence[int]) -> Change | None:
    """Which way a percentage points that opens a bracket with a sign; None of any other."""
    first = min(inside)
    sized = SHARES | words("figures", "signs", "points")
    if not 0 < first < len(tree.lower) or sized.isdisjoint(tree.lower[token] for token in inside):
        return None
    sign = first if tree.lower[first - 1] in OPENING else first - 1
    if sign < 1 or tree.lower[sign - 1] not in OPENING:
        return None
    if tree.lower[sign] in words("figures", "signs", "more"):
        return "increase"
    return "decrease" if tree.lower[sign] in words("figures", "signs", "less") else None


def as_told(quantity: Quantity, change: Change, unit: str) -> Quantity:
    """A quantity with its change and unit; the fall of "(-12%)" is one of 12 percent."""
    if change == "decrease" and quantity.low is not None and quantity.low == quantity.high and quantity.low < 0:
        return replace(quantity, low=-quantity.low, high=-quantity.low, change=change, unit=unit)
    if (quantity.change, quantity.unit) == (change, unit):
        return quantity
    return replace(quantity, change=change, unit=unit)
