"""A table in a text: a line a row, cells between bars, a line of dashes under the heads, as Markdown writes it.

One rule writes and reads it, so that a table of a page and one of a Markdown file are the same to who reads claims:
``cells(written(rows, heads))`` tells the rows again. A bar within a cell stands behind a backslash. Both take time that
grows with the text alone.
"""

import re
from collections.abc import Sequence

from reportedly.frozen import dataclass

Cell = tuple[int, int]

BAR = re.compile(r"(?<!\\)\|")
LINE = re.compile(r"[^\n\r]+")
DASHES = frozenset("|:- \t")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table that stands in a text: of each cell where it begins and ends, without blanks around it.

    ``heads`` is the number of rows above the line of dashes, 0 where there is no such line. Rows may differ in length;
    an empty cell has no extent. ``lines`` tells where the line of each row stands.
    """

    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[Cell, ...]
    heads: int = 0


def cells(text: str, start: int = 0, end: int | None = None) -> Table:
    """The table that ``text[start:end]`` holds."""
    rows: list[tuple[Cell, ...]] = []
    lines: list[Cell] = []
    heads = 0
    for line in LINE.finditer(text, start, len(text) if end is None else end):
        first, last = _stripped(text, *line.span())
        if first == last:
            continue
        if is_rule(text[first:last]):
            heads = heads or len(rows)
            continue
        rows.append(_row(text, first, last))
        lines.append((first, last))
    return Table(tuple(rows), tuple(lines), heads)


def is_rule(line: str) -> bool:
    """Whether a line is the line of dashes under the heads."""
    return "|" in line and "-" in line and DASHES.issuperset(line.strip())


def written(rows: Sequence[Sequence[str]], heads: int) -> str:
    """``rows`` as a table; a rule under the first ``heads`` of them, where there are any."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    if heads:
        lines.insert(heads, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def _row(text: str, first: int, last: int) -> tuple[Cell, ...]:
    bars = [bar.start() for bar in BAR.finditer(text, first, last)]
    if bars and bars[0] == first:
        first = bars.pop(0) + 1
    if bars and bars[-1] == last - 1:
        last = bars.pop()
    edges = zip((first, *(bar + 1 for bar in bars)), (*bars, last), strict=True)
    return tuple(_stripped(text, *edge) for edge in edges)


def _stripped(text: str, start: int, end: int) -> Cell:
    inner = text[start:end]
    left = start + len(inner) - len(inner.lstrip())
    return (left, left + len(inner.strip())) if inner.strip() else (start, start)
