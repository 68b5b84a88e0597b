"""Claims go to standard output: as a table, as records one a line, or as cells for a spreadsheet."""

import csv
import io
import sys
from collections.abc import Iterable
from enum import StrEnum

from reportedly.model import Document, Reading, Report

Pairs = Iterable[tuple[Document, Reading]]


class Format(StrEnum):
    """How claims are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    ANNOUNCED = "announced"


def write(pairs: Pairs, form: Format, *, identified: bool = False) -> None:
    """The claims of ``pairs``, each document's as soon as it is there; ``identified``: the table shows their ids."""
    if form is Format.TABLE:
        _as_table(pairs, identified=identified)
    else:
        {Format.JSONL: _as_records, Format.CSV: _as_cells, Format.ANNOUNCED: _as_announced}[form](pairs)


def write_findings(report: Report, *, as_records: bool) -> None:
    """What does not add up, the gravest first: a line each with the figures that show it, or a record each."""
    from reportedly.report.compose import ordered
    from reportedly.report.records import encoded, finding
    from reportedly.report.visible import line

    told = {claim.id: claim for reading in report.readings for claim in reading.claims}
    papers = {document.id: document.name for document in report.documents}
    pairs = {pair[0].id: pair for pair in zip(report.documents, report.readings, strict=True)}
    for found in ordered(report.findings):
        if as_records:
            sys.stdout.buffer.write(encoded(finding(found, pairs)) + b"\n")
            continue
        print(f"{found.strength:14}{found.sentence}")
        for document, claim in found.places:
            print(f"    {claim[:8]}  {line(told[claim].evidence.quote)}, in {line(papers[document])}")
    sys.stdout.flush()
    if not report.findings and not as_records:
        print("nothing was found that does not add up")


def _as_table(pairs: Pairs, *, identified: bool) -> None:
    begun = iter(pairs)  # loads the parser while the next line is done
    from reportedly.app.table import Terminal

    terminal = Terminal(identified=identified)
    for document, reading in begun:
        terminal.show(document, reading)


def _as_records(pairs: Pairs) -> None:
    from reportedly.report.records import encoded, record
    from reportedly.series import keyed

    for document, reading in pairs:
        known = {found.claim.id: (found.key, found.filled) for found in keyed(document, reading)}
        for claim in reading.claims:
            key, filled = known.get(claim.id, (None, ()))
            sys.stdout.buffer.write(encoded(record(document, reading, claim, key, filled=filled)) + b"\n")
        sys.stdout.buffer.flush()


def _as_announced(pairs: Pairs) -> None:
    from reportedly.outlook import entries
    from reportedly.report.records import announced, encoded

    for document, reading in pairs:
        for entry in entries(document, reading):
            sys.stdout.buffer.write(encoded(announced(document, reading, entry)) + b"\n")
        sys.stdout.buffer.flush()


def _as_cells(pairs: Pairs) -> None:
    from reportedly.report.records import COLUMNS, rows
    from reportedly.series import keyed

    _write_cells([COLUMNS])
    for document, reading in pairs:
        _write_cells(rows(document, reading, {found.claim.id: found.key for found in keyed(document, reading)}))


def _write_cells(rows: Iterable[Iterable[object]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:  # one at a time: those of a book of figures need more memory than its claims
        writer.writerow(row)
        sys.stdout.buffer.write(text.getvalue().encode("utf-8", "replace"))
        text.seek(0)
        text.truncate()
    sys.stdout.buffer.flush()
