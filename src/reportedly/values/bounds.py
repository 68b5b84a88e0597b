"""Words become values: what a quantity bounds, by a named reading of its words.

What was stated is kept in the ``Quantity``; what it bounds is derived here and can be derived otherwise: readings are
tables in ``bounds.toml``, each with its source. What is promised: a number that was stated is never changed, an open
end stays open, and a reading that does not know a word leaves both ends open.
"""

from fractions import Fraction
from functools import cache

from reportedly.model import Bounds, Quantity
from reportedly.values import hedges
from reportedly.values.lexicons import entry, lexicon
from reportedly.values.scan import Scan, scan

NOTHING = Bounds(None, None)
ABOVE = frozenset({"more_than", "at_least"})
BELOW = frozenset({"less_than", "up_to"})


@cache
def readings() -> tuple[str, ...]:
    """The names of the readings."""
    return tuple(lexicon("bounds"))


def bounds(quantity: Quantity, reading: str = "plural") -> Bounds:
    """The interval ``quantity`` leaves, vague words by ``reading``; ``ValueError`` where none has that name."""
    if reading not in readings():
        raise ValueError(f"no reading of vague words is called {reading!r}; there are: {', '.join(readings())}")
    if quantity.approximator != "vague":
        return Bounds(quantity.low, quantity.high, quantity.low_strict, quantity.high_strict)
    return _vague(scan(quantity.written), entry("bounds", reading))


def ends(quantity: Quantity) -> frozenset[Fraction]:
    """The ends of ``quantity`` that are stated, at most two, in its unit."""
    return frozenset(end for end in (quantity.low, quantity.high) if end is not None)


def _vague(text: Scan, table: dict[str, tuple[str, str]]) -> Bounds:
    """Of one vague number its reading, turned by its hedge; of several in one quantity from the least to the most."""
    found: list[Bounds] = []
    at = 0
    while at < len(text):
        if text.low(at) not in table:
            at += 1
            continue
        scale, after = _scale(text, at + 1)
        low, high = (Fraction(end) * scale if end else None for end in table[text.low(at)])
        found.append(_turned(Bounds(low, high), text, at))
        at = after
    if not found:
        low, high = (Fraction(end) if end else None for end in table.get("*", ("", "")))
        return Bounds(low, high)
    lows, highs = [one.low for one in found], [one.high for one in found]
    low = None if None in lows else min(end for end in lows if end is not None)
    high = None if None in highs else max(end for end in highs if end is not None)
    return Bounds(low, high)


def _scale(text: Scan, at: int) -> tuple[Fraction, int]:
    """The product of the scales that follow, and the place after them: of "tens *of thousands*" a thousand."""
    scale = Fraction(1)
    while at < len(text):
        here = at + 1 if text.low(at) == "of" else at
        power = _powers().get(text.low(here)) if here < len(text) else None
        if power is None:
            break
        scale *= power
        at = here + 1
    return scale, at


@cache
def _powers() -> dict[str, Fraction]:
    """Words for a power of ten, in both numbers."""
    one = {word: Fraction(value) for word, value in entry("numbers", "scales").items()}
    return one | {f"{word}s": value for word, value in one.items()} | {"dozen": Fraction(12)}


def _turned(one: Bounds, text: Scan, at: int) -> Bounds:
    """``one`` as the hedge before it leaves it: "up to several thousand" has no lower end."""
    first = at - 1 if at and text.low(at - 1) in ("a", "the") else at
    meant = hedges.before(text, first).approximator
    if meant in ABOVE:
        return Bounds(one.low, None)
    return Bounds(None, one.high) if meant in BELOW else one
