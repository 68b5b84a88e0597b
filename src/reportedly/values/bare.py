"""Words become units: a bare number, which has neither unit nor noun, and the unit that another number lends it."""

from fractions import Fraction

from reportedly.values import numerals, units
from reportedly.values.expressions import Expression, Term
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.units import COUNT, Unit

# A number below this shares the million of the amount it is compared with: "to $3bn from 3.2".
SMALL = 1000


def is_bare(text: Scan, found: Expression) -> bool:
    """Whether a number has neither unit nor noun."""
    plain = found.unit == COUNT and found.measure is None and found.term.numeral.form in ("digits", "words")
    if plain and text.before(found.first) == "the" and (text.low(found.last) in needed() or _told(text, found)):
        return True  # "the 1.1 forecast"
    return plain and not found.additional and (not counts(text, found.last) or _is_sized(text, found.last))


def _told(text: Scan, found: Expression) -> bool:
    """Whether of millions it is told what was done with them: "of the 950 million notified"."""
    large = found.term.numeral.scale >= units.MONEY_SCALE and text.before(found.first - 1) == "of"
    return large and text.low(found.last).endswith("ed")


def _is_sized(text: Scan, at: int) -> bool:
    """Whether "deep" or "across" stands at ``at`` and ends its phrase: "up to 40 deep"."""
    ends = text.kind(at + 1) != "w" or text.next_low(at + 1) in words("refusals", "one", "not_nouns")
    return ends and text.next_low(at) in words("units", "points", "dimensions") - {"more"}


def counts(text: Scan, at: int) -> bool:
    """Whether a noun follows that the number counts."""
    if text.next_low(at) in ("more", "less", "fewer") and text.next_low(at + 1) == "than":
        return False  # "9m more than"
    if f"{text.next_low(at)} {text.next_low(at + 1)}" in listed("lacking"):
        return False  # "37,000 short of its target"
    others = words("refusals", "one", "not_nouns") | listed("after") | listed("sides")
    return text.kind(at) == "w" and text.next_low(at) not in others


def listed(*keys: str) -> frozenset[str]:
    """A list of ``elided.toml``."""
    return words("elided", *keys)


def needed() -> frozenset[str]:
    """What tells behind a number that so much is needed: "the 95 required", "the 330 that the state lays down"."""
    return listed("required") | listed("requiring")


def lent(found: Expression, other: Expression) -> Expression:
    """``found`` with the unit of ``other``, and with its million where its own was left out too."""
    measure = other.measure
    if measure is None:
        return found
    name = "percent" if other.unit == "percentage_point" and found.term.value == 0 else other.unit
    unit = Unit(name, found.last, found.last, measure.duration)
    scale = (other.second or other.term).numeral.scale
    return found._replace(unit=name, term=_scaled(found.term._replace(unit=unit), scale),
        second=found.second and _scaled(found.second._replace(unit=unit), scale),
    )  # fmt: skip


def _scaled(term: Term, scale: Fraction) -> Term:
    numeral = term.numeral
    small = numeral.scale == 1 and numeral.value is not None and 0 < numeral.value < SMALL <= scale
    return term._replace(numeral=numerals.shift(numeral, scale)) if small and scale >= units.MONEY_SCALE else term


def tells_move(text: Scan, found: Expression) -> bool:
    """Whether a percentage is how far something moved: "fell 5 percent to 93"."""
    before = text.before(found.first)
    return before in ("by", "from") or before in words("hedges", "ranges", "changes")
