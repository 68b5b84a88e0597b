"""Text becomes sentences: words at exact places, with lemmas, tags, a tree and names."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reportedly.language import shipped
from reportedly.language.analysis import Work
from reportedly.language.tokens import words
from reportedly.model import Sentence

Block = tuple[int, int]
Progress = Callable[[int, int], None]

LONGEST = (
    256  # words; what goes on longer without an end is a list or a table, and is cut into sentences of this length
)
# Words analysed together: few at first, so that no worker waits long for the tokeniser, then twice as many each time,
# and few again at the end, as no worker has anything to do while the last of them are made claims of. The most is
# enough to batch sentences by length, and few enough for any text to fit.
FEW, MOST = 512, 4096
WORD = 6  # characters of a text for each of its words, about
AHEAD = 4096  # words begun beyond those that are being handed out, so that nobody waits
_SEPARATORS = frozenset(",;:|")
_BLANK_LINES = re.compile(r"\n[^\S\n]*+\n\s*+|\n(?=[^\S\n]*+[-•▪●◦*–—][^\S\n]++[^\W_])")


def paragraphs(text: str) -> Iterator[Block]:
    """Stretches between blank lines, and the items of a list."""
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


class Piece(NamedTuple):
    """The places of the words of a sentence, or of as much of it as fits; ``cut`` says that it goes on."""

    words: list[Block]
    cut: bool = False


def _bounded(text: str, start: int, end: int) -> Iterator[Piece]:
    """A sentence; an endless one as many words at a time as fit, cut after a separator where one is near."""
    every = words(text, start, end)
    spans = list(islice(every, LONGEST))
    for span in every:
        if len(spans) == LONGEST:
            near = range(LONGEST, LONGEST * 3 // 4, -1)
            cut = next((at for at in near if text[spans[at - 1][0]] in _SEPARATORS), LONGEST)
            yield Piece(spans[:cut], cut=True)
            del spans[:cut]
        spans.append(span)
    yield Piece(spans)


class _Begun(NamedTuple):
    """Sentences being analysed: how many words, their places in the text, they themselves, and the work."""

    size: int
    places: list[Piece]
    words: list[list[str]]
    work: Work

    def sentences(self) -> Iterator[Sentence]:
        """Wait for the analyses, and put words and places to them."""
        for piece, found, analysis in zip(self.places, self.words, self.work.finish(), strict=True):
            starts, ends = zip(*piece.words, strict=True)
            yield Sentence(starts[0], ends[-1], starts, ends, tuple(found), *analysis, cut=piece.cut)


class Parser:
    """The embedded English model.

    The same text with the same blocks gives the same sentences, whatever was parsed before and however many threads
    there are. A sentence is read by itself: its neighbours bear on where it begins and ends, and on nothing else but
    the last digit of sums that are rounded.
    """

    def __init__(self, path: Path | None = None, *, threads: int = 2) -> None:
        model = shipped.load(path or shipped.HERE, threads)
        self.name, self.digest = model.name, model.digest
        self.analyst, self._boundaries = model.analyst, model.boundaries

    def ranges(self, text: str, blocks: Iterable[Block] | None = None) -> Iterator[Block]:
        """Where the sentences stand, without analysing them; none crosses a block."""
        for start, end in paragraphs(text) if blocks is None else blocks:
            yield from self._boundaries(text, start, end)

    def stream(
        self, text: str, blocks: Iterable[Block] | None = None, progress: Progress | None = None
    ) -> Iterator[Sentence]:
        """Sentences in the order of the text; ``progress`` hears how many characters of how many are done.

        The first are being analysed when it returns, so that the caller may do something else before he asks for them.
        Memory is needed for the text and some ten thousand words of it, however long it is.
        """
        chunks, begun = self.chunks(text, blocks), deque[_Begun]()
        while sum(one.size for one in begun) < AHEAD and (chunk := next(chunks, None)):
            begun.append(self._begin(text, chunk))
        return self._sentences(text, begun, chunks, progress)

    def _begin(self, text: str, chunk: list[Piece]) -> _Begun:
        found = [[text[start:end] for start, end in piece.words] for piece in chunk]
        return _Begun(sum(map(len, found)), chunk, found, self.analyst.begin(found))

    def _sentences(
        self, text: str, begun: deque[_Begun], chunks: Iterator[list[Piece]], progress: Progress | None
    ) -> Iterator[Sentence]:
        try:
            for chunk in chunks:
                begun.append(self._begin(text, chunk))
                while sum(one.size for one in islice(begun, 1, None)) >= AHEAD:
                    yield from self._finished(text, begun.popleft(), progress)
            while begun:
                yield from self._finished(text, begun.popleft(), progress)
        finally:
            for left in begun:
                left.work.cancel()

    def __call__(self, text: str, blocks: Sequence[Block] | None = None) -> tuple[Sentence, ...]:
        """Every sentence of the text; ``blocks`` are its paragraphs, by default what blank lines part."""
        return tuple(self.stream(text, blocks))

    def chunks(self, text: str, blocks: Iterable[Block] | None = None) -> Iterator[list[Piece]]:
        """The words of the sentences that are analysed together; a function of this text alone."""
        chunk: list[Piece] = []
        size, full = 0, FEW
        for start, end in self.ranges(text, blocks):
            for piece in _bounded(text, start, end):
                chunk.append(piece)
                size += len(piece.words)
                if size >= full:
                    yield chunk
                    left = (len(text) - end) // WORD
                    chunk, size, full = [], 0, max(2 * FEW, min(2 * full, left // 2, MOST))
        if chunk:
            yield chunk

    def _finished(self, text: str, begun: _Begun, progress: Progress | None) -> Iterator[Sentence]:
        yield from begun.sentences()
        if progress:
            progress(begun.places[-1].words[-1][1], len(text))


@cache
def loading() -> "Future[Parser]":
    """The parser, checked and loaded once; the first call begins it, for who has something else to do meanwhile."""
    aside = ThreadPoolExecutor(1, thread_name_prefix="reportedly-loading")
    loaded = aside.submit(Parser)
    aside.shutdown(wait=False)
    return loaded
