"""A document becomes passages to read: its words in order, its figures and what was refused marked in their places.

No character of a part is lost, added or told twice, whatever the spans: where two overlap, the first keeps the words
they share and the other keeps a place to lead to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from reportedly.frozen import dataclass
from reportedly.model import Document

MarkKind = Literal["figure", "refused", "announced"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked, or a place; ``anchor`` is its id on the page, ``leads`` where it leads or its reason."""

    start: int
    end: int
    kind: MarkKind
    anchor: str
    leads: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind: plain, or those of a mark."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence that holds figures, or the text between two such."""

    pieces: tuple[Piece, ...]
    is_sentence: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a document; ``kind`` is the part's, or "unread" for words outside every part."""

    kind: str
    stretches: tuple[Stretch, ...]


def passages(document: Document, sentences: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[Passage]:
    """The passages of ``document``; ``sentences`` are those to be set apart."""
    setter = _Setter(document.text, sentences, marks)
    done = 0
    for part in sorted(document.parts, key=lambda part: (part.start, part.end)):
        start = max(part.start, done)
        yield from _between(document, done, start)
        if document.text[start : part.end].strip():
            yield Passage(part.kind, tuple(setter.stretches(start, part.end)))
        done = max(done, part.end)
    yield from _between(document, done, len(document.text))


def _between(document: Document, start: int, end: int) -> Iterator[Passage]:
    """What stands outside the parts, unless it is white space and signs ("# ", "* * *")."""
    text = document.text[start:end]
    if any(character.isalnum() for character in text):
        yield Passage("unread", (Stretch((Piece(text.strip()),), is_sentence=False),))


class _Setter:
    """Sets one text; sentences and marks are looked up by their place, since a text may have very many."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> None:
        self.text = text
        self.sentences = sorted(set(sentences))
        self.ends = [end for _, end in self.sentences]
        self.marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.anchor))
        self.starts = [mark.start for mark in self.marks]

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """``text[start:end]``, sentences apart; those that reach over an edge or into the one before are cut."""
        at = start
        # Sentences do not overlap, so that their ends ascend like their starts; where they do, none is told twice.
        for number in range(bisect_right(self.ends, start), len(self.sentences)):
            if self.sentences[number][0] >= end:
                break
            first, last = max(self.sentences[number][0], at), min(self.sentences[number][1], end)
            if first >= last:
                continue
            yield from self._stretch(at, first, is_sentence=False)
            yield from self._stretch(first, last, is_sentence=True)
            at = last
        yield from self._stretch(at, end, is_sentence=False)

    def _stretch(self, start: int, end: int, *, is_sentence: bool) -> Iterator[Stretch]:
        if start < end:
            yield Stretch(tuple(self._pieces(start, end)), is_sentence)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for mark in self.marks[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            first, last = max(mark.start, at), max(min(mark.end, end), at)
            if at < first:
                yield Piece(self.text[at:first])
            yield Piece(self.text[first:last], mark)
            at = last
        if at < end:
            yield Piece(self.text[at:end])
