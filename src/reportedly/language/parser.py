"""Text becomes sentences: words at exact places, with lemmas, tags, a tree and names."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from reportedly.language import shipped
from reportedly.language.tokens import words
from reportedly.model import Sentence

Block = tuple[int, int]
Progress = Callable[[int, int], None]

CHUNK = 1024  # sentences parsed together: enough to batch them by length, few enough for any text to fit in memory
_BLANK_LINES = re.compile(r"\n[^\S\n]*+\n\s*+")


def paragraphs(text: str) -> Iterator[Block]:
    """Stretches between blank lines."""
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


class Parser:
    """The embedded English model. One call's result depends on its own text alone, not on what was parsed before."""

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
        """Sentences in the order of the text; ``progress`` hears how many characters of how many are done."""
        ranges = self.ranges(text, blocks)
        while chunk := list(islice(ranges, CHUNK)):
            yield from self._parsed(text, chunk)
            if progress:
                progress(chunk[-1][1], len(text))

    def __call__(self, text: str, blocks: Sequence[Block] | None = None) -> tuple[Sentence, ...]:
        """Every sentence of the text; ``blocks`` are its paragraphs, by default what blank lines part."""
        return tuple(self.stream(text, blocks))

    def _parsed(self, text: str, ranges: Sequence[Block]) -> Iterator[Sentence]:
        places = [list(words(text, start, end)) for start, end in ranges]
        written = [[text[start:end] for start, end in sentence] for sentence in places]
        analyses = self.analyst(written)
        for (start, end), spans, forms, analysis in zip(ranges, places, written, analyses, strict=True):
            yield Sentence(
                start=start,
                end=end,
                starts=tuple(span[0] for span in spans),
                ends=tuple(span[1] for span in spans),
                words=tuple(forms),
                **analysis._asdict(),
            )
