"""A row of a table becomes a claim: what somebody coded by hand is read by the table's own key, and never guessed.

The text of a row is lines of ``column: cell`` (see ``documents.tables``). What the key does not explain is refused with
a reason. Numbers stay exact; a cell's own words are kept beside what they mean. A row that only denies or confirms,
without a number, is a claim with both ends open.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import get_args

from reportedly.model import (
    Approximator,
    Attribution,
    Certainty,
    Claim,
    Coding,
    Document,
    Measure,
    Quantity,
    Reading,
    Rejected,
    Slot,
    SlotRole,
    SourceKind,
    Span,
    Stance,
    Status,
    When,
)
from reportedly.values.measures import named

MADE_BY = "table/1"
OPEN_LOW: frozenset[Approximator] = frozenset({"less_than", "up_to"})
OPEN_HIGH: frozenset[Approximator] = frozenset({"more_than", "at_least"})
ROLES: tuple[SlotRole, ...] = ("place", "relation")
NO_FIGURE = "no_figure"  # a unit that a key gives to measures whose cells hold no number (dates)
VIA, CITING = " via ", " citing "  # "the ministry via an agency", "an agency citing the ministry"

Cells = Mapping[str, Span]


def coded(document: Document, coding: Coding) -> Reading:
    """The reading of one row: one claim, or one refusal."""
    cells = _cells(document, coding)
    claims: tuple[Claim, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    try:
        claims = (_claim(document, coding, cells),)
    except _Unread as refused:
        rejected = (Rejected(refused.span, refused.reason),)
    return Reading(
        document.id, MADE_BY, coding.name, len(document.text), 1, None, claims, rejected, defaults=coding.given
    )


class _Unread(Exception):  # noqa: N818 - no error: the row is refused with a reason
    def __init__(self, span: Span, reason: str) -> None:
        self.span, self.reason = span, reason


def _cells(document: Document, coding: Coding) -> Cells:
    """The span of each slot's cell, where it is not empty."""
    by_column: dict[str, Span] = {}
    start = 0
    for line in document.text.splitlines(keepends=True):
        column, _, cell = line.rstrip("\n").partition(": ")
        if cell:
            first = start + len(column) + 2
            by_column.setdefault(column, document.span(first, first + len(cell)))
        start += len(line)
    return {slot: by_column[column] for slot, column in coding.columns if column in by_column}


def _claim(document: Document, coding: Coding, cells: Cells) -> Claim:
    quantity, evidence = _quantity(coding, cells)
    stance, status, certainty = _standing(coding, cells)
    return Claim(
        kind="figure",
        basis="coded",
        evidence=evidence,
        context=document.span(0, len(document.text)),
        part="body",
        quantity=quantity,
        counted=None,
        verb=None,
        when=_when(cells),
        attribution=_chain(document, coding, cells, stance),
        status=status,
        status_words=cells.get("status"),
        certainty=certainty,
        measure=_measure(coding, cells),
        made_by=MADE_BY,
        slots=tuple(Slot(role, cells[role]) for role in ROLES if role in cells),
    )


def _quantity(coding: Coding, cells: Cells) -> tuple[Quantity, Span]:
    unit = _ending(coding, "unit_ending", cells["measure"].quote) or "count"
    if unit == NO_FIGURE:
        raise _Unread(cells.get("low") or cells["measure"], NO_FIGURE)
    low, high = _number(cells, "low"), _number(cells, "high")
    low, high = (high, high) if low is None else (low, low if high is None else high)
    evidence = cells.get("low") or cells.get("high") or cells["measure"]
    approximator = _approximator(coding, cells)
    if low is None:
        return Quantity(None, None, evidence.quote, "vague", unit=unit), evidence
    if low != high and approximator == "exact":
        approximator = "range"
    written = evidence.quote if low == high else f"{cells['low'].quote} - {cells['high'].quote}"
    quantity = Quantity(
        None if approximator in OPEN_LOW else low,
        None if approximator in OPEN_HIGH else high,
        written,
        approximator,
        low_strict=approximator == "more_than",
        high_strict=approximator == "less_than",
        unit=unit,
    )
    return quantity, evidence


def _number(cells: Cells, slot: str) -> Fraction | None:
    if slot not in cells:
        return None
    try:
        return Fraction(cells[slot].quote.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        raise _Unread(cells[slot], "no_number") from None


def _approximator(coding: Coding, cells: Cells) -> Approximator:
    if "approximator" not in cells:
        return "exact"
    word = cells["approximator"].quote
    meant = coding.meaning("approximator", word) or word
    known: tuple[Approximator, ...] = get_args(Approximator)
    found = next((name for name in known if name == meant), None)
    if found is None:
        raise _Unread(cells["approximator"], "unknown_approximator")
    return found


def _standing(coding: Coding, cells: Cells) -> tuple[Stance, Status, Certainty]:
    """What the status cell says of the root's stance, of the content, and of how sure they are.

    A key may give a status, a stance ("denies") or, as ``certainty``, leave it at the word: then the measure tells
    whether it is a thing done ("troops_planned" is not), by its ending.
    """
    done: Status = _status(_ending(coding, "measure_ending", cells["measure"].quote)) or "happened"
    if "status" not in cells:
        return "asserts", done, Certainty()
    word = cells["status"].quote
    meant = coding.meaning("status", word) or word
    if status := _status(meant):
        return "asserts", status if status != "happened" else done, Certainty()
    stances: tuple[Stance, ...] = get_args(Stance)
    if stance := next((name for name in stances if name == meant), None):
        return stance, "unresolved" if stance in ("denies", "doubts", "asks") else done, Certainty()
    if meant == "certainty":
        return "asserts", done, Certainty(words=cells["status"])
    raise _Unread(cells["status"], "unknown_status")


def _status(word: str | None) -> Status | None:
    known: tuple[Status, ...] = get_args(Status)
    return next((name for name in known if name == word), None)


def _ending(coding: Coding, slot: str, measure: str) -> str | None:
    """What the key says of measures that hold a piece of a name, the longest piece first."""
    pieces = sorted(((word, meant) for name, word, meant in coding.words if name == slot), key=lambda p: -len(p[0]))
    return next((meant for word, meant in pieces if word in measure), None)


def _measure(coding: Coding, cells: Cells) -> Measure:
    slug = cells["measure"].quote
    meant = coding.meaning("measure", slug) or slug
    return named(meant) or Measure(meant, f"As coded: {slug.replace('_', ' ')}.", "unspecified", open=True)


def _chain(document: Document, coding: Coding, cells: Cells, stance: Stance) -> tuple[Attribution, ...]:
    """The outlet, whoever handed it on, and the root."""
    outlet = (Attribution(document.outlet, "media"),) if document.outlet else ()
    if "source" not in cells:
        return outlet
    cell = cells["source"]
    root, via, other = cell.quote.partition(VIA)
    first = cell.start
    if not via and CITING in root:
        other, via, root = cell.quote.partition(CITING)
        first = cell.end - len(root)
    kinds: tuple[SourceKind, ...] = get_args(SourceKind)
    word = cells["source_kind"].quote if "source_kind" in cells else ""
    meant = coding.meaning("source_kind", word) or word
    kind: SourceKind = next((name for name in kinds if name == meant), "unnamed")
    span = document.span(first, first + len(root))
    told = Attribution(root, kind, span, span, stance)
    if not via or not other:
        return (*outlet, told)
    start = cell.start if first > cell.start else cell.end - len(other)
    between = document.span(start, start + len(other))
    return (*outlet, Attribution(other, "media", between, between), told)


def _when(cells: Cells) -> When | None:
    if "as_of" not in cells:
        return None
    words = cells["as_of"].quote
    return When(words, words, words)
