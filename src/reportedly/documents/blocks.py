"""Addresses become documents: a text is cut into blocks, by its lines or by the marks of Markdown.

What is promised: blocks come in order, never overlap, are never empty and begin and end with a visible character;
what lies between them is white space or a mark that is no part of what is told. Nothing in the text is changed. The
work is linear in the length of the text.

Why lines: articles saved from a page have a paragraph a line. Where a text is wrapped by hand, so that its lines break
in the midst of sentences, a line that had no room for the next word goes on in the next one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from reportedly.documents import grids
from reportedly.frozen import dataclass
from reportedly.model import tables

Hint = Literal["", "title", "heading", "item", "caption", "notice", "table"]
Range = tuple[int, int]

LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]")
BULLET = re.compile(r"[-–—*•‣▪●◦·]\s+(?=\S)")
# Hand-wrapped text has lines of 40 to 120 characters; longer lines are paragraphs, shorter ones lists or verse.
NARROWEST, WIDEST = 40, 120
# A pile of short lines is wrapped where most lines are as full as their next word allows; fewer pairs prove
# nothing, unless all but one are full and a line goes on in lower case.
FULL_PAIRS, FULL_SHARE = 3, 0.7


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that no sentence crosses, with what its marks say of it."""

    start: int
    end: int
    hint: Hint = ""


def stripped(text: str, start: int, end: int) -> Range:
    """The stretch without white space at its ends; empty where nothing is left."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return (start + left, start + left + len(inner.strip())) if inner.strip() else (start, start)


def plain(text: str) -> list[Block]:
    """The paragraphs of bare text."""
    lines = [line for found in LINE.finditer(text) if (line := stripped(text, *found.span()))[0] < line[1]]
    width = max((end - start for start, end in lines), default=0)
    joined = _wrapped(text, lines, width)
    blocks: list[Range] = []
    for at, line in enumerate(lines):
        if joined[at]:
            blocks[-1] = (blocks[-1][0], line[1])
        else:
            blocks.append(_unmarked(text, line))
    return [Block(start, end) for start, end in blocks]


def _unmarked(text: str, line: Range) -> Range:
    mark = BULLET.match(text, *line)
    return (mark.end() if mark else line[0]), line[1]


def _wrapped(text: str, lines: list[Range], width: int) -> list[bool]:
    """For each line whether it goes on with the one before."""
    none = [False] * len(lines)
    if not NARROWEST <= width <= WIDEST:
        return none
    pairs = [_touch(text, one, other) for one, other in pairwise(lines)]
    full = [pair and _is_full(text, *two, width) for pair, two in zip(pairs, pairwise(lines), strict=True)]
    cut = any(joined and text[two[1][0]].islower() for joined, two in zip(full, pairwise(lines), strict=True))
    if cut and sum(full) >= sum(pairs) - 1:  # "... the second day of / work, after a quake", with a line above
        return [False, *full]
    if sum(full) < FULL_PAIRS or sum(full) < FULL_SHARE * sum(pairs):
        return none
    return [False, *full]


def _touch(text: str, one: Range, other: Range) -> bool:
    """Whether just one line break lies between two lines."""
    return len(BREAK.findall(text, one[1], other[0])) == 1 and not BULLET.match(text, *other)


def _is_full(text: str, one: Range, other: Range, width: int) -> bool:
    """Whether the first word of the next line had no room in this one."""
    word = re.compile(r"\S+").match(text, *other)
    return one[1] - one[0] + 1 + (len(word[0]) if word else 0) > width


# Markdown

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
# A dash that is no mark of Markdown begins an item all the same, before a capital or a number.
ITEM = re.compile(r"[ \t]*(?:[-*+•‣▪●◦·]|\d{1,9}[.)]|[–—](?=[ \t]+[^\W_a-z]))[ \t]+(?=\S)")
QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
COMMENT = re.compile(r"[ \t]*<!--.*?-->[ \t]*$")
REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:[ \t]+\S+")
IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)$")
# A line break within a paragraph is none, unless the line is long and ends a sentence: then each line is a paragraph.
LONG_LINE = 120
STOPS = ".!?…。！？"
CLOSERS = "\"'”’)]*_»"


def markdown(text: str) -> list[Block]:
    """The paragraphs, headings and items of Markdown; marks at the edge of a block are left out of it."""
    reader = _Markdown(text)
    for found in _lines(text):
        reader.take(*found)
    return reader.done()


def _lines(text: str) -> Iterator[Range]:
    """Every line, empty ones too, without its break."""
    start = 0
    for found in BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


class _Markdown:
    """Takes lines and keeps the open paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.fence: str | None = None

    def done(self) -> list[Block]:
        self._close()
        return self.blocks

    def take(self, start: int, end: int) -> None:
        line = self.text[start:end]
        if self._fenced(line, start, end) or self._tabled(line, end):
            return
        if not line.strip() or RULE.match(line) or COMMENT.match(line) or REFERENCE.match(line):
            self._ruled(line)
        elif heading := HEADING.match(line):
            self._close()
            told = line.rstrip()
            closed = told.rstrip("#")
            told = closed if closed.endswith((" ", "\t")) else told
            self._add(start + heading.end(), start + len(told), "title" if heading[1] == "#" else "heading")
        elif UNDERLINE.match(line) and self._underlined(line):
            return
        elif tables.is_rule(line):
            self._headed(end)
        else:
            self._told(line, start, end)

    def _fenced(self, line: str, start: int, end: int) -> bool:
        """Code between fences is kept as a notice: it is on the page, but no sentence of the report."""
        mark = FENCE.match(line)
        if self.fence is None and mark is None:
            return False
        if mark and self.fence is None:
            self._close()
            self.fence = mark[1]
        elif mark and self.fence and mark[1].startswith(self.fence):
            self.fence = None
        else:
            self._add(start, end, "notice")
        return True

    def _tabled(self, line: str, end: int) -> bool:
        """A row of the open table; what holds no bar ends it."""
        if self.open is None or self.open.hint != "table":
            return False
        if "|" in line:
            self.open = Block(self.open.start, end, "table")
            return True
        self._close()
        return False

    def _headed(self, end: int) -> None:
        """A line of dashes and bars under a row of heads opens a table."""
        head = self.open
        if head is None or head.hint or "|" not in self.text[head.start : head.end]:
            self._close()
        elif BREAK.search(self.text, head.start, head.end) is None:
            self.open = Block(head.start, end, "table")

    def _ruled(self, line: str) -> None:
        """What separates; a row of dashes right under a line makes it a heading."""
        if not (UNDERLINE.match(line) and self._underlined(line)):
            self._close()

    def _underlined(self, line: str) -> bool:
        if self.open is None or self.open.hint == "item" or BREAK.search(self.text, self.open.start, self.open.end):
            return False
        self._close("title" if line.strip()[0] == "=" else "heading")
        return True

    def _told(self, line: str, start: int, end: int) -> None:
        item, quote = ITEM.match(line), QUOTE.match(line)
        if item or line.lstrip().startswith("|"):
            self._close()
        if item:
            self.open = self._block(start + item.end(), end, "item")
        elif self.open is None:
            self.open = self._block(start + (quote.end() if quote else 0), end)
        else:
            self.open = Block(self.open.start, stripped(self.text, start, end)[1] or end, self.open.hint)
        if self.open and len(line) > LONG_LINE and line.rstrip().rstrip(CLOSERS)[-1:] in STOPS:
            self._close()

    def _block(self, start: int, end: int, hint: Hint = "") -> Block | None:
        start, end = stripped(self.text, start, end)
        return Block(start, end, hint) if start < end else None

    def _close(self, hint: Hint = "") -> None:
        if self.open is not None:
            self._add(self.open.start, self.open.end, hint or self.open.hint)
        self.open = None

    def _add(self, start: int, end: int, hint: Hint) -> None:
        start, end = stripped(self.text, start, max(start, end))
        if hint == "table" and not grids.has_figures(self.text, table := tables.cells(self.text, start, end)):
            self.blocks += [Block(*line) for line in table.lines]
            return
        image = IMAGE.match(self.text, start, end)
        if image:
            start, end, hint = *stripped(self.text, *image.span(1)), "caption"
        if start < end:
            self.blocks.append(Block(start, end, hint))
