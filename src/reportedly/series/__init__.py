"""Claims that measure the same thing become a series; what is weaker than sameness becomes a link.

``key`` tells what makes a figure comparable, ``series`` puts claims with equal keys together, ``links`` tells how
series and claims stand to each other, ``balances`` which of them tell what became of the same people, ``why`` tells in
plain words why two claims were or were not joined. What is promised: only equal keys join, so that the order of arrival
cannot matter; a slot that the context filled says so and by what; an analyst's "same" and "different" win.
"""

from reportedly.series.asking import Asked, asked
from reportedly.series.balances import balances
from reportedly.series.families import families
from reportedly.series.joining import Pair, key, series
from reportedly.series.keys import keyed, together
from reportedly.series.linking import links
from reportedly.series.reasons import why
from reportedly.series.usual import Keyed

__all__ = [
    "Asked",
    "Keyed",
    "Pair",
    "asked",
    "balances",
    "families",
    "key",
    "keyed",
    "links",
    "series",
    "together",
    "why",
]
