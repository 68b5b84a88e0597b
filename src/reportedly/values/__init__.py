"""Words become values: every number of a text is found as an amount with bounds and unit, or refused with a reason.

This is a leaf: it sees text and never a parse. It promises places that hold in every script, exact fractions, and that
no number is lost in silence. What it knows of words stands in the data files beside it.
"""

from reportedly.values.finding import Found, Refused, find, shown
from reportedly.values.units import is_money, unit_of_word

__all__ = ["Found", "Refused", "find", "is_money", "shown", "unit_of_word"]
