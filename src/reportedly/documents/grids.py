"""Addresses become documents: the tables of a page, laid out as a table of Markdown is, where they hold figures.

What is promised: a cell keeps its words and its column, however cells are merged; a raised note ("12¹") is set in
brackets and never runs into the number it stands behind. A table that holds no figures by themselves lays out a page,
and is left to be read as paragraphs. The time grows with the size of the page: no merged cell makes more columns than
are read.
"""

import re
from collections.abc import Iterator
from typing import Any

from reportedly.model.tables import Table, cells, written

WIDEST = 60  # columns; a wider table is a page's layout or a dump of data, and no part of a report
LONGEST_SPAN = 1000  # rows that a merged cell may cover, as browsers have it
LONGEST_CELL = 60  # characters that most cells of a table of figures stay within
FIGURE = re.compile(r"[^\w\n]{0,4}(?:[A-Z]{2,3}[$ ]?)?\d[\d.,'\u00a0\u202f ]{0,20}(?:\W{0,3}[^\W\d_]{0,7}){0,2}\W{0,4}")
ENDS_IN_DIGIT = re.compile(r"\d\s*$")
Rows = list[list[str]]


def laid_out(table: Any) -> str | None:
    """The text of a page's ``table``; None where it is no table of figures."""
    rows, heads = _grid(table)
    width = max(map(len, rows), default=0)
    if not 2 <= width <= WIDEST:
        return None
    text = written([[*row, *[""] * (width - len(row))] for row in rows], min(heads, len(rows)))
    return text if has_figures(text, cells(text)) else None


def has_figures(text: str, table: Table) -> bool:
    """Whether a table holds figures by themselves below its heads, and mostly short cells."""
    told = [text[start:end] for row in table.rows for start, end in row if start < end]
    if len(table.rows) < 2 or max(map(len, table.rows)) < 2:
        return False
    short = sum(len(cell) <= LONGEST_CELL for cell in told)
    below = (text[start:end] for row in table.rows[table.heads :] for start, end in row[1:] if start < end)
    return 2 * short > len(told) and any(FIGURE.fullmatch(cell) for cell in below)


def _grid(table: Any) -> tuple[Rows, int]:
    """Each row's cells in their columns, and how many rows at the top are heads."""
    rows: Rows = []
    heads, counting = 0, True
    covered: dict[int, int] = {}  # column: rows still to come that a cell from above covers
    for line in table.iter("tr"):
        row: list[str] = []
        own = [cell for cell in line if cell.tag in ("td", "th")]
        for cell in own:
            _pass_covered(row, covered)
            if len(row) > WIDEST:
                break
            across = min(_number(cell, "colspan"), WIDEST + 1 - len(row))
            down = min(_number(cell, "rowspan"), LONGEST_SPAN) - 1
            if down:
                covered.update({len(row) + beside: down for beside in range(across)})
            row += [_words(cell), *[""] * (across - 1)]
        _pass_covered(row, covered)
        if not any(row):
            continue
        counting = counting and (line.getparent().tag == "thead" or all(cell.tag == "th" for cell in own))
        heads += counting
        rows.append(row)
    return rows, heads


def _pass_covered(row: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(row), 0) > 0:
        covered[len(row)] -= 1
        row.append("")


def _number(cell: Any, name: str) -> int:
    told = (cell.get(name) or "").strip()
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < len("1000000") else 1


def _words(cell: Any) -> str:
    return " ".join("".join(_pieces(cell)).split())


def _pieces(cell: Any) -> Iterator[str]:
    """The words of a cell and of what stands within it, lines and paragraphs apart."""
    before = ""
    for event, element in _walk(cell):
        piece = element.text or "" if event == "start" else element.tail or ""
        if event == "start" and element.tag == "sup" and ENDS_IN_DIGIT.search(before):
            piece = f"[{''.join(element.itertext())}]"
        elif element.tag in ("br", "p", "div", "li"):
            piece = " " + piece
        if piece.strip():
            before = piece
        yield piece


def _walk(cell: Any) -> Iterator[tuple[str, Any]]:
    """Each element of a cell when it opens and, but for the cell, when it closes; what is raised as one."""
    yield "start", cell
    ahead = [iter(cell)]
    open_: list[Any] = []
    while ahead:
        child = next(ahead[-1], None)
        if child is None:
            ahead.pop()
            if open_:
                yield "end", open_.pop()
            continue
        if not isinstance(child.tag, str) or child.tag in ("script", "style"):
            continue
        yield "start", child
        open_.append(child)
        ahead.append(iter(()) if child.tag == "sup" else iter(child))
