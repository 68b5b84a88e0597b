"""Five doors through which others take part in the sentence: each opens with the stage that needs it.

A plug-in is a callable with one signature. It receives nouns, never the flow, the record or the configuration, and
carries a name with a version that travels in what it makes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from reportedly.model import Document, Estimate, Reading, Report, Reported, Sentence

Reader = Callable[[str], Iterator[Document]]
Extractor = Callable[[Document, Sequence[Sentence]], Reading]
Renderer = Callable[[Report], str]
# Series by their keys, with the words that stand in each at the moment asked for, to one estimate a series.
Estimator = Callable[[Mapping[str, Sequence[Reported]]], Mapping[str, Estimate]]


class Parser(Protocol):
    """Text becomes sentences; ``blocks`` are ranges a sentence never crosses (None: blocks between blank lines)."""

    name: str
    digest: str

    def __call__(self, text: str, blocks: Sequence[tuple[int, int]] | None = None) -> tuple[Sentence, ...]:
        """The sentences of ``text`` in order."""
        ...
