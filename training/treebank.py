"""CoNLL-U files become gold sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

Names = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Several syntactic words written as one: ``first`` to ``last`` (inclusive) are the surface ``form``."""

    first: int
    last: int
    form: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated sentence. ``heads`` are token indices, -1 for the root; ``names`` is None where nobody marked any.

    ``partial`` says that a token outside every name may still be one of a kind the annotators did not mark.
    """

    document: str
    identifier: str
    genre: str
    opens_paragraph: bool
    text: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    misc: tuple[str, ...]
    joined: tuple[Joined, ...] = ()
    names: Names | None = None
    partial: bool = False

    def named(self, names: Names | None, partial: bool = False) -> "Gold":
        """The same sentence with its names marked."""
        return replace(self, names=names, partial=partial)


@dataclass
class _Block:
    """The lines of one sentence while they are read."""

    comments: dict[str, str] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)

    def add(self, line: str) -> None:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            self.comments[key.strip()] = value.strip()
            return
        columns = line.split("\t")
        if "-" in columns[0]:
            first, last = (int(number) - 1 for number in columns[0].split("-"))
            self.joined.append(Joined(first, last, columns[1]))
        elif "." not in columns[0]:
            self.rows.append(columns)


def _sentence(block: _Block, document: str, genre: str) -> Gold:
    column = [tuple(values) for values in zip(*block.rows, strict=True)]
    return Gold(
        document=document,
        identifier=block.comments.get("sent_id", ""),
        genre=genre,
        opens_paragraph="newpar" in block.comments or "newpar id" in block.comments,
        text=block.comments["text"],
        words=column[1],
        lemmas=column[2],
        upos=column[3],
        xpos=column[4],
        heads=tuple(int(head) - 1 for head in column[6]),
        relations=column[7],
        misc=column[9],
        joined=tuple(block.joined),
    )


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    block = _Block()
    for line in lines:
        line = line.rstrip("\n")
        if line:
            block.add(line)
        elif block.rows:
            yield block
            block = _Block()
    if block.rows:
        yield block


def genre(document: str) -> str:
    """GUM names a document GUM_genre_title; everything else is EWT."""
    return document.split("_")[1] if document.startswith("GUM_") else "ewt"


def read(path: Path) -> list[Gold]:
    """Every sentence of one file, in order."""
    sentences = []
    document = ""
    with path.open(encoding="utf-8") as lines:
        for block in _blocks(lines):
            document = block.comments.get("newdoc id", document)
            sentences.append(_sentence(block, document, genre(document)))
    return sentences


def paragraphs(sentences: Iterable[Gold]) -> list[list[Gold]]:
    """Sentences grouped as they stood on the page."""
    groups: list[list[Gold]] = []
    for sentence in sentences:
        if not groups or sentence.opens_paragraph or sentence.document != groups[-1][-1].document:
            groups.append([])
        groups[-1].append(sentence)
    return groups
