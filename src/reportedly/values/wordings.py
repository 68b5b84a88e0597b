"""Words become values: what a document names and which times it tells, read once for all the stages that ask.

Each part is read when it is first asked for, and kept as long as whoever holds the wordings does. Nothing depends on
who asked before.
"""

from functools import cached_property

from reportedly.model import Document, Reading
from reportedly.values.dates import Time, times
from reportedly.values.gazetteer import Name, Words, cut
from reportedly.values.names import names
from reportedly.values.publication import published


class Wording:
    """The words, names and times of one document; ``published`` is when it appeared, as far as is known."""

    def __init__(self, document: Document, published: str | None) -> None:
        self.document, self.published = document, published

    @cached_property
    def words(self) -> Words:
        """The words of the text, cut for names."""
        return cut(self.document.text)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of the text, in order."""
        return names(self.words, on=self.published)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Every time of the text, in order."""
        return times(self.document.text, self.published)


class Wordings:
    """The wordings of several documents, one of each."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None], Wording] = {}

    def of(self, document: Document, reading: Reading) -> Wording:
        """The wording of one document, which appeared when it says so, or when its reading inferred that it did."""
        day = published(document, reading)
        return self._known.setdefault((document.id, day), Wording(document, day))
