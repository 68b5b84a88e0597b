"""Quotation marks become the stretches they enclose: each verbatim quote of a block, marks included.

Straight and typographic marks, English, German and French, doubled apostrophes, single marks where they cannot be
apostrophes. A quote that is not closed runs to the end of its block, as a speech told over several paragraphs does; a
mark that opens nothing and closes nothing is passed over. One pass, whatever the marks.
"""

import re
from collections.abc import Iterator

from reportedly.frozen import dataclass

_MARKS = re.compile(r"[\"“”„«»‘’‚]|''|``|(?<![\w'])'(?=\w)|(?<=[\w.,!?])'(?![\w'])")
_CLOSERS: dict[str, frozenset[str]] = {
    '"': frozenset({'"', "”", "''"}),
    "“": frozenset({"”", '"'}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    "``": frozenset({"''", '"'}),
    "''": frozenset({"''"}),
    "‘": frozenset({"’"}),
    "‚": frozenset({"‘", "’"}),
    "'": frozenset({"'"}),
}
_STRAIGHT = frozenset({'"', "''"})
_SINGLE = frozenset({"‘", "'", "‚"})


@dataclass(frozen=True, slots=True)
class Quote:
    """``text[start:end]`` with its marks; ``closed`` unless the block ended first."""

    start: int
    end: int
    closed: bool


def quotes(text: str, start: int, end: int) -> Iterator[Quote]:
    """The outermost quotes of ``text[start:end]`` in order."""
    opened: tuple[int, str] | None = None
    for match in _MARKS.finditer(text, start, end):
        mark, at = match[0], match.start()
        if opened is None:
            if mark in _CLOSERS and _opens(text, mark, at, start):
                opened = at, mark
        elif mark in _CLOSERS[opened[1]] and _closes(text, mark, at, end):
            yield Quote(opened[0], match.end(), True)
            opened = None
    if opened is not None and opened[1] not in _SINGLE:
        yield Quote(opened[0], end, False)


def _opens(text: str, mark: str, at: int, start: int) -> bool:
    """Whether a mark may open a quote: something follows it at once, and nothing it could close stands before it."""
    after = at + len(mark)
    if after >= len(text) or text[after].isspace():
        return False
    return mark not in _STRAIGHT | _SINGLE or at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?")


def _closes(text: str, mark: str, at: int, end: int) -> bool:
    """Whether a mark may close a quote; a single mark within a word, or after a plural, is an apostrophe."""
    after = at + len(mark)
    if text[at - 1].isspace() and after < end and not text[after].isspace():
        return mark not in _STRAIGHT
    return mark not in ("’", "'") or not (after < end and text[after].isalnum())
