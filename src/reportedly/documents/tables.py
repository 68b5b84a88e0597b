"""Tables of figures coded by hand become documents: each row is one, its canonical line the text.

``coding`` reads the small TOML file that says which column holds what; ``read_table`` reads the rows. The text of a row
has a line ``column: cell`` for each column that is named there, in that order, and no other: what a table says beside
(notes, gold) is never read. A row's address is the table's with its number: ``figures.csv:12``; the first row below the
heading is 1. A row whose date is none or whose range ends before it begins is an error that names its cells, and the
others are read. The page that a row was coded from is what its facts are from; several rows may come from one.
"""

import csv
import io
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from reportedly.documents import encodings, files
from reportedly.documents.drafts import Keeper, hashed
from reportedly.documents.encodings import UndecodableError
from reportedly.documents.facts import address as web_address
from reportedly.documents.facts import iso
from reportedly.errors import ReadError
from reportedly.model import Coding, Document, Part

# What the columns of a table may hold; "low" and "high" may be one column.
SLOTS = (
    "published", "outlet", "url", "language", "source", "source_kind", "measure", "low", "high", "approximator",
    "status", "as_of", "place", "relation",
)  # fmt: skip
NEEDED = ("measure", "low")
GIVEN = ("actor", "recipient", "population")  # slots of the key that may hold for a whole table
WORDS = ("source_kind", "approximator", "status", "measure", "measure_ending", "unit_ending")
LARGEST_CELL = 1_000_000  # characters; Python's own bound is smaller than some cells are


def coding(path: str) -> Coding:
    """The coding that a TOML file tells. Raises ``ReadError`` naming what is wrong with it."""
    shown = files.shown(path)
    try:
        told = tomllib.loads(encodings.decode(files.load(path)))
    except (OSError, UndecodableError) as error:
        raise ReadError(shown, files.reason(error) if isinstance(error, OSError) else str(error)) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReadError(shown, f"broken TOML: {error}") from None
    columns = _strings(shown, told, "columns")
    given = _strings(shown, told, "given")
    unknown = [
        *(columns.keys() - set(SLOTS)),
        *(told.keys() - {"columns", "given", *WORDS}),
        *(given.keys() - set(GIVEN)),
    ]
    if unknown:
        known = ", ".join((*SLOTS, *WORDS, *GIVEN))
        raise ReadError(shown, f"{', '.join(sorted(unknown))}: no such slot; there are {known}")
    if missing := [slot for slot in NEEDED if slot not in columns]:
        raise ReadError(shown, f"[columns] does not say where {' and '.join(missing)} stand")
    words = tuple((slot, word, meant) for slot in WORDS for word, meant in _strings(shown, told, slot).items())
    return Coding(shown, tuple(columns.items()), words, tuple(given.items()))


def _strings(shown: str, told: dict[str, Any], name: str) -> dict[str, str]:
    table = told.get(name, {})
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise ReadError(shown, f"[{name}] is no table of words")
    return table


def read_table(path: str, coding: Coding, *, kept: Keeper = hashed) -> Iterator[Document | ReadError]:
    """The documents of a CSV file's rows, and what is wrong with the others; ``kept`` is given each row's line."""
    shown = files.shown(path)
    try:
        text = encodings.decode(files.load(path))
    except (OSError, UndecodableError) as error:
        yield ReadError(shown, files.reason(error) if isinstance(error, OSError) else str(error))
        return
    csv.field_size_limit(LARGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        heading = [name.strip() for name in next(rows, [])]
        if lacking := sorted({column for _, column in coding.columns} - set(heading)):
            yield ReadError(shown, f"it has no column {', '.join(lacking)}, which {coding.name} names")
            return
        for number, row in enumerate(rows, 1):
            address = f"{shown}:{number}"
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(heading):
                yield ReadError(address, f"the row has {len(row)} cells, the heading {len(heading)}")
            else:
                yield _row(address, dict(zip(heading, row, strict=True)), coding, kept)
    except csv.Error as error:
        yield ReadError(f"{shown}:{rows.line_num}", f"broken CSV: {error}")


def _row(address: str, cells: dict[str, str], coding: Coding, kept: Keeper) -> Document | ReadError:
    told = {name: " ".join(cells[column].split()) for name, column in coding.columns}
    if not told["measure"]:
        return ReadError(address, "the row does not say what it measures")
    if fault := _fault(told, dict(coding.columns)):
        return ReadError(address, fault)
    columns = dict.fromkeys(column for _, column in coding.columns)
    text = "".join(f"{column}: {' '.join(cells[column].split())}\n" for column in columns)
    published = iso(told.get("published", ""))
    return Document(
        address=address,
        text=text,
        parts=(Part("body", 0, len(text)),),
        outlet=told.get("outlet") or None,
        language=told.get("language") or "en",
        published=published,
        published_basis="given" if published else "unknown",
        facts_from=web_address(told.get("url", "")),
        raw_sha256=kept(text.encode("utf-8", "surrogatepass")),
    )


def _fault(told: dict[str, str], columns: dict[str, str]) -> str | None:
    """What no reading of the row could mend: a date that is none, a range that ends before it begins."""
    for slot in ("published", "as_of"):
        cell = told.get(slot, "")
        if cell and iso(cell) is None:
            return f"{columns[slot]} is {cell!r}, which is no ISO date (2025, 2025-06 or 2025-06-17)"
    low, high = _exact(told["low"]), _exact(told.get("high", ""))
    if low is not None and high is not None and high < low:
        ends = " and ".join(f"{columns[slot]} is {told[slot]!r}" for slot in ("low", "high"))
        return f"{ends}: the range ends before it begins"
    return None


def _exact(cell: str) -> Fraction | None:
    """The number of a cell; what is none is refused, with its reason, where the row becomes a claim."""
    try:
        return Fraction(cell.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None
