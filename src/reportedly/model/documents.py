"""What was read: documents as they were given, their parts and sentences, and the spans that quote them."""

from dataclasses import field
from typing import Literal

from reportedly.errors import SpanError
from reportedly.frozen import dataclass
from reportedly.identity import NOT_IDENTITY, digest

PartKind = Literal["headline", "deck", "body", "caption", "notice", "table"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence as columns, one entry a token; positions count code points of the document's text.

    ``heads`` holds the index of each token's head in the sentence, -1 for the one root. ``relations`` are full
    Universal Dependencies labels. ``entities`` are (first token, token after the last, type). ``cut`` says that the
    sentence goes on in the next one, since it is longer than what is parsed at once.
    """

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...] = ()
    cut: bool = False

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end] == quote`` in the document whose digest is ``document``; code points, half open."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document and its role. A body paragraph, a headline, a caption and a table are one part each.

    Where the cells of a table stand is told by ``tables.cells``.
    """

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one report as it was given. ``text`` is verbatim; what was inferred stands in the ``Reading``.

    ``address`` is where it was read, ``url`` where it stands by its own account. ``published`` is ISO 8601, as precise
    as given ("2025", "2025-06-17"); ``published_basis`` is "given" (front matter or record), "page" (the page's own
    metadata or dateline) or "unknown". ``facts_from`` is set where a report retells facts of another public page.
    ``raw_sha256`` is the hash of the bytes as fetched.
    """

    address: str
    text: str
    parts: tuple[Part, ...]
    title: str | None = None
    outlet: str | None = None
    language: str = "en"
    published: str | None = None
    published_basis: str = "unknown"
    url: str | None = None
    facts_from: str | None = None
    raw_sha256: str | None = None
    fetched: str | None = field(default=None, metadata=NOT_IDENTITY, compare=False)
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        # The digest is asked for once a span; a document is frozen, so it is taken once here.
        object.__setattr__(self, "id", digest(self))

    @property
    def name(self) -> str:
        """What it goes by: its outlet, else its file's name or the address of its page."""
        is_web = "://" in self.address
        return self.outlet or (self.address if is_web else self.address.rstrip("/").rpartition("/")[2] or self.address)

    def span(self, start: int, end: int) -> Span:
        """The span of ``text[start:end]``."""
        return Span(self.id, start, end, self.text[start:end])

    def part_at(self, position: int) -> Part | None:
        """The part holding the character at ``position``, or None between parts."""
        return next((part for part in self.parts if part.start <= position < part.end), None)


def check(document: Document, span: Span) -> None:
    """Raise ``SpanError`` unless ``span`` quotes ``document``."""
    if span.document != document.id or document.text[span.start : span.end] != span.quote:
        raise SpanError(f"{document.address}: {span.start}-{span.end} is not {span.quote!r}")
