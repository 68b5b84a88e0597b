"""Text becomes values: every number in it is found as an amount or refused with a reason; none is lost.

The walk goes once from left to right. What is found and what is refused never overlap and both come in order, so that
a reader can lay them over the text. Any text is accepted; the time grows with its length.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from reportedly.model import Quantity
from reportedly.values import contexts, elided, expressions, idioms, multiples, numerals, refusals, zeros
from reportedly.values.expressions import Expression
from reportedly.values.refusals import Refusal
from reportedly.values.scan import Scan, scan, stretches
from reportedly.values.units import COUNT, SHARE, TIMES

# What places something in time or in an order has its value there and is no amount of anything.
PLACED = frozenset({"date", "clock_time", "ordinal"})
# A longer stretch of tokens that was refused as a whole holds no single number.
LONGEST = 8


class Found(NamedTuple):
    """An amount at ``text[start:end]``: hedge, currency, numeral, scale and unit together.

    ``numeral`` is the place of the bare number or range, ``unit_span`` that of the unit's own words where it has any;
    ``is_measure`` tells that there is a unit at all, ``is_duration`` that it is a length of time.
    """

    start: int
    end: int
    quantity: Quantity
    numeral: tuple[int, int]
    unit_span: tuple[int, int] | None
    is_measure: bool
    is_duration: bool


class Refused(NamedTuple):
    """A number at ``text[start:end]`` that is no figure; ``reason`` is a slug such as "year".

    ``quantity`` is what the words read as, so that the number is known though it counts nothing: 30 years of "over
    thirty years old". None where the stretch holds no number by itself or several (a date, an address, "F-16").
    """

    start: int
    end: int
    reason: str
    quantity: Quantity | None = None


def find(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[Found, ...], tuple[Refused, ...]]:
    """Every number of ``text[start:end]``: the amounts found and the numbers refused, each in order of place.

    Offsets are those of ``text``, in code points. Never raises for any text.
    """
    end = len(text) if end is None else min(end, len(text))
    found: list[Found] = []
    refused: list[Refused] = []
    for first, last in stretches(text, max(start, 0), end):
        for outcome in _walk(scan(text, first, last)):
            if isinstance(outcome, Found):
                found.append(outcome)
            else:
                refused.append(outcome)
    return tuple(found), tuple(refused)


def shown(value: Fraction) -> str:
    """A value as exact text: "3200000", "3.2", "-5", and "1/3" where no decimals are exact."""
    twos_and_fives, power = value.denominator, 0
    for prime in (2, 5):
        count = 0
        while twos_and_fives % prime == 0:
            twos_and_fives, count = twos_and_fives // prime, count + 1
        power = max(power, count)
    if twos_and_fives != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**power // value.denominator).rjust(power + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-power]}.{digits[-power:]}" if power else sign + digits


def _walk(text: Scan) -> Iterator[Found | Refused]:
    outcomes = list(_outcomes(text))
    for outcome in elided.lend(text, outcomes) if outcomes else ():
        yield _found(text, outcome) if isinstance(outcome, Expression) else _refused(text, outcome)


def _outcomes(text: Scan) -> Iterator[Expression | Refusal]:
    at = floor = 0
    latest: Expression | None = None
    openers, sayings, kinds, lows, size = _openers(), _sayings(), text.kinds, text.lows, len(text)
    while at < size:
        low = lows[at]
        opens = low in openers and (low not in sayings or text.low(at + 1) in sayings[low])
        if not opens and kinds[at] in ("w", "s"):
            at += 1  # most words and signs end the look at once
            continue
        outcome = _outcome(text, at, floor)
        if outcome is None:
            at += 1
            continue
        if isinstance(outcome, Expression):
            outcome = latest = expressions.lent_back(text, outcome, latest)
        yield outcome
        at = floor = max(outcome.last, at + 1)


def _outcome(text: Scan, at: int, floor: int) -> Expression | Refusal | None:
    """The figure or the refusal that begins at ``at``, None where neither does."""
    told = _told(text, at, floor)
    if told is not None:
        return told
    early = refusals.early(text, at, floor=floor)
    if early is not None:
        return early
    expression = expressions.expression(text, at, floor=floor) if expressions.opens(text, at) else None
    if expression is None:
        # A digit is never passed over in silence.
        return Refusal(at, at + 1, "code") if text.kind(at) == "n" else None
    told = multiples.of(text, expression)
    if isinstance(told, Refusal):
        return replace(told, read=expression)
    if told is not expression:
        return told
    reason = contexts.late(text, expression)
    return expression if reason is None else Refusal(expression.first, expression.last, reason, expression)


def _told(text: Scan, at: int, floor: int) -> Expression | Refusal | None:
    """What is a quantity without a numeral, a factor or a zero, or a ratio."""
    if text.kinds[at] == "w":
        if text.lows[at] not in _without_numeral():
            return None
        return multiples.word(text, at, floor=floor) or zeros.read(text, at, floor=floor)
    return multiples.ratio(text, at, floor=floor) if text.kinds[at] in ("n", "clock_time") else None


@cache
def _without_numeral() -> frozenset[str]:
    return multiples.openers() | zeros.OPENERS


@cache
def _openers() -> frozenset[str]:
    return _without_numeral() | refusals.openers() | expressions.openers() | {"-"}


@cache
def _sayings() -> dict[str, frozenset[str]]:
    """The words that may open a saying and nothing else, each with what stands next where it does."""
    others = _without_numeral() | refusals.numbered() | expressions.openers()
    return {word: nexts for word, nexts in idioms.openers().items() if nexts and word not in others}


def _refused(text: Scan, refusal: Refusal) -> Refused:
    start, end = text.starts[refusal.first], text.ends[refusal.last - 1]
    if refusal.reason in PLACED:
        return Refused(start, end, refusal.reason)
    if refusal.read is not None:
        return Refused(start, end, refusal.reason, _quantity(refusal.read, text.text[start:end]))
    value = _only_number(text, refusal)
    return Refused(start, end, refusal.reason, None if value is None else Quantity(value, value, text.text[start:end]))


def _only_number(text: Scan, refusal: Refusal) -> Fraction | None:
    """The one number that stands by itself in a stretch refused before it was read, None where there is no such one."""
    values: list[Fraction | None] = []
    at = refusal.first
    while at < refusal.last <= refusal.first + LONGEST:
        numeral = numerals.read(text, at)
        if numeral is None or numeral.last > refusal.last:
            at += 1
            continue
        tied = _tied(text, at) or _tied(text, numeral.last)
        values.append(None if tied else numeral.value)
        at = numeral.last
    return values[0] if len(values) == 1 else None


def _tied(text: Scan, at: int) -> bool:
    """Whether letters, digits or a hyphen tie what ends before ``at`` to what begins there."""
    return text.hyphen(at) or text.hyphen(at - 1) or (text.glued(at) and "s" not in (text.kind(at - 1), text.kind(at)))


def _found(text: Scan, expression: Expression) -> Found:
    start, end = text.starts[expression.first], text.ends[expression.last - 1]
    quantity = _quantity(expression, text.text[start:end])
    closing = (expression.second or expression.term).numeral
    measure = expression.measure
    placed = measure is not None and measure.first < measure.last
    return Found(
        start, end, quantity, (expression.term.numeral.start, closing.end),
        _place(text, expression) if placed else None,
        is_measure=expression.unit.partition("/")[0] not in (COUNT, SHARE, TIMES),
        is_duration=expression.duration,
    )  # fmt: skip


def _quantity(expression: Expression, written: str) -> Quantity:
    low, high, low_strict, high_strict = expression.bounds()
    return Quantity(
        low, high, written, expression.approximator, low_strict, high_strict, expression.unit, expression.change
    )


def _place(text: Scan, expression: Expression) -> tuple[int, int] | None:
    measure = expression.measure
    return None if measure is None else (text.starts[measure.first], text.ends[measure.last - 1])
