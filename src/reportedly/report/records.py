"""Documents become claims; claims become records that other programs read.

``record`` gives the interchange record, field for field what ``schema`` describes; ``encoded`` writes it as a line
of JSON that no reader of lines breaks in two. ``rows`` lays the same out flat, safe to open in a spreadsheet.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from reportedly.model import (
    Attribution,
    Claim,
    Counted,
    Document,
    Finding,
    Key,
    Measure,
    Outlook,
    Quantity,
    Reading,
    Span,
)
from reportedly.report.dates import interval, published
from reportedly.values import shown
from reportedly.values.measures import named

Record = dict[str, Any]
Filled = tuple[tuple[str, str], ...]

KEY_SLOTS = ("actor", "recipient", "population", "place", "period", "done")

# JSON allows these in a string; programs that split at every Unicode line end would break the record there.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV Injection), full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DIGITS = 15  # of a double, which is all a spreadsheet keeps of a number


def record(
    document: Document, reading: Reading, claim: Claim, key: Key | None = None, *, filled: Filled = ()
) -> Record:
    """The interchange record of ``claim``; its schema is ``reportedly.report.schema``.

    ``key`` is the claim's, and ``filled`` are its slots that the context fills, each with what filled it; without a key
    only what is measured is told.
    """
    certainty = claim.certainty
    return {
        "id": claim.id,
        "kind": claim.kind,
        "basis": claim.basis,
        "document": _document(document, reading),
        "evidence": {**_placed(claim.evidence), "part": claim.part},
        "context": _placed(claim.context),
        "quantity": _quantity(claim.quantity),
        "counted": _counted(claim.counted),
        "verb": None if claim.verb is None else {**_placed(claim.verb.span), "lemma": claim.verb.lemma},
        "slots": [{**_placed(slot.span), "role": slot.role} for slot in claim.slots],
        "key": _key(claim.measure, key, filled),
        "happening": None,
        "when": _when(claim),
        "attribution": [_step(step) for step in claim.attribution],
        "status": claim.status,
        "status_words": _words(claim.status_words),
        "certainty": {
            "words": _words(certainty.words),
            "scale": certainty.scale,
            "low": certainty.low,
            "high": certainty.high,
            "confidence": _words(certainty.confidence),
        },
        "condition": _words(claim.condition),
        "part_of": claim.part_of,
        "same_as": claim.same_as,
        "made_by": claim.made_by,
    }


def announced(document: Document, reading: Reading, entry: Outlook) -> Record:
    """The record of something announced; its schema is ``reportedly.report.schema.announced``."""
    prospect, due = entry.prospect, entry.due
    return {
        "id": entry.id,
        "kind": prospect.kind,
        "document": _document(document, reading),
        "who": _words(prospect.who),
        "what": {**_placed(prospect.what), "part": prospect.part},
        "context": _placed(prospect.context),
        "words": _words(prospect.words),
        "due": None if due is None else {"start": due.start, "end": due.end, "words": due.words},
        "condition": _words(prospect.condition),
        "attribution": [_step(step) for step in prospect.attribution],
        "claims": list(entry.claims),
        "state": entry.state,
    }


def finding(found: Finding, pairs: Mapping[str, tuple[Document, Reading]]) -> Record:
    """The record of a finding; its schema is ``reportedly.report.schema.findings``. ``pairs`` are by document."""
    shown = []
    for document, name in found.places:
        paper, reading = pairs[document]
        claim = next(one for one in reading.claims if one.id == name)
        shown.append({"id": name, "document": _document(paper, reading), "evidence": _placed(claim.evidence)})
    return {"kind": found.kind, "strength": found.strength, "sentence": found.sentence, "claims": shown}


def encoded(record: Record) -> bytes:
    """``record`` as one line of UTF-8, without its line end.

    A lone surrogate has no UTF-8; its backslash escape is the one JSON has for it.
    """
    text = json.dumps(record, ensure_ascii=False).translate(_LINE_ENDS)
    return text.encode("utf-8", "backslashreplace")


def _document(document: Document, reading: Reading) -> Record:
    when, basis = published(document, reading)
    return {
        "id": document.id,
        "address": document.address,
        "outlet": document.outlet,
        "title": document.title,
        "published": when,
        "published_basis": basis,
    }


def _placed(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _words(span: Span | None) -> str | None:
    return None if span is None else span.quote


def _quantity(quantity: Quantity) -> Record:
    return {
        "low": None if quantity.low is None else shown(quantity.low),
        "high": None if quantity.high is None else shown(quantity.high),
        "low_strict": quantity.low_strict,
        "high_strict": quantity.high_strict,
        "written": quantity.written,
        "approximator": quantity.approximator,
        "change": quantity.change,
        "unit": quantity.unit,
    }


def _counted(counted: Counted | None) -> Record | None:
    if counted is None:
        return None
    return {
        "text": counted.phrase.quote,
        "head": counted.head.quote,
        "start": counted.phrase.start,
        "end": counted.phrase.end,
        "lemma": counted.lemma,
        "implied": counted.implied,
    }


def _key(measure: Measure | None, key: Key | None, filled: Filled) -> Record | None:
    if key is not None and (measure is None or measure.slug != key.measure):
        measure = named(key.measure) or Measure(key.measure, "", key.scope, open=True)
    if measure is None:
        return None
    slots = {slot: getattr(key, slot) if key is not None else None for slot in KEY_SLOTS}
    return {
        "measure": measure.slug,
        "definition": measure.definition,
        "scope": measure.scope,
        "part_of": measure.part_of,
        "open": measure.open,
        **slots,
        "filled": [{"slot": slot, "by": by} for slot, by in filled],
    }


def _when(claim: Claim) -> Record | None:
    when = claim.when
    return None if when is None else {"start": when.start, "end": when.end, "words": when.words}


def _step(step: Attribution) -> Record:
    said = step.said
    return {
        "source": step.source,
        "start": None if step.span is None else step.span.start,
        "end": None if step.span is None else step.span.end,
        "kind": step.kind,
        "name": step.name,
        "named": step.named,
        "words": _words(step.words),
        "stance": step.stance,
        "manner": step.manner,
        "knows": step.knows,
        "said": None if said is None else {"start": said.start, "end": said.end, "words": said.words},
    }


# For spreadsheets

COLUMNS = (
    "id", "address", "outlet", "title", "published", "published_basis", "part", "basis", "figure", "low", "high",
    "low_strict", "high_strict", "approximator", "change", "unit", "counted", "head", "verb",
    "measure", "actor", "recipient", "population", "place", "period", "status",
    "status_words", "said_by", "source_kind", "source_name", "chain", "stance", "manner", "knows", "said",
    "when", "when_words", "certainty_words", "certainty_low",
    "certainty_high", "condition", "part_of", "same_as", "sentence", "start", "end", "made_by",
)  # fmt: skip


def rows(
    document: Document, reading: Reading, keys: Mapping[str, Key] = MappingProxyType({})
) -> Iterator[list[str | int]]:
    """One row of cells a claim, in the order of ``COLUMNS``; no text cell begins like a formula.

    ``keys`` are those of the claims, by their digests.
    """
    when, basis = published(document, reading)
    for claim in reading.claims:
        cells = (
            claim.id, document.address, document.outlet, document.title, when, basis,
            *_figure_cells(claim), *_key_cells(keys.get(claim.id)), claim.status, _words(claim.status_words),
            *_said_cells(claim), *_rest_cells(claim),
        )  # fmt: skip
        yield [_cell(value) for value in cells]


def _figure_cells(claim: Claim) -> Iterable[object]:
    quantity, counted = claim.quantity, claim.counted
    return (
        claim.part, claim.basis, claim.evidence.quote, quantity.low, quantity.high, _yes(quantity.low_strict),
        _yes(quantity.high_strict), quantity.approximator, quantity.change, quantity.unit,
        counted and counted.phrase.quote, counted and counted.head.quote, claim.verb and claim.verb.span.quote,
        claim.measure and claim.measure.slug,
    )  # fmt: skip


def _key_cells(key: Key | None) -> Iterable[object]:
    return [None if key is None else getattr(key, slot) for slot in KEY_SLOTS if slot != "done"]


def _said_cells(claim: Claim) -> Iterable[object]:
    root = claim.attribution[-1] if claim.attribution else None
    chain = " <- ".join(step.source for step in claim.attribution)
    if root is None:
        return None, None, None, chain, None, None, None, None
    said = root.said and root.said.words
    return root.source, root.kind, root.name, chain, root.stance, root.manner, root.knows, said


def _rest_cells(claim: Claim) -> Iterable[object]:
    when, certainty = claim.when, claim.certainty
    return (
        interval(when), when and when.words, _words(certainty.words), certainty.low, certainty.high,
        _words(claim.condition), claim.part_of, claim.same_as, claim.context.quote,
        claim.evidence.start, claim.evidence.end, claim.made_by,
    )  # fmt: skip


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _cell(value: object) -> str | int:
    """Numbers stay numbers, text that begins like a formula gets an apostrophe, nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return _decimal(value)
    if isinstance(value, int):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _decimal(value: Fraction) -> str:
    """Decimal text; a third, which a spreadsheet would take for a date, to as many digits as it can keep."""
    text = shown(value)
    return text if "/" not in text else f"{float(value):.{_DIGITS}g}"
