"""The marked texts that scores are taken on: which files they are, their digest, and how each is read."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import reportedly
from reportedly.errors import ReportedlyError
from reportedly.model import Claim, Document
from reportedly.score import Item, Score, compare, load, wanted

ROOT = Path(__file__).parents[1]
GOLD = Path("bench/gold")
EXAMPLES = Path("tests/cases/examples.jsonl")
REPORTS = Path("examples/situation")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A name and the files, relative to the project's root, that a score depends on."""

    name: str
    files: tuple[Path, ...]

    @property
    def there(self) -> bool:
        """Whether every file is there."""
        return all((ROOT / file).is_file() for file in self.files)

    def digest(self) -> str:
        """One SHA-256 over names and contents, the same on every machine."""
        sums = [f"{hashlib.sha256((ROOT / file).read_bytes()).hexdigest()}  {file.as_posix()}" for file in self.files]
        return hashlib.sha256("\n".join(sums).encode()).hexdigest()

    def score(self) -> Score:
        """Reads every text of the corpus and compares."""
        return compare(_examples() if self.name == "examples" else _gold(self.files[0]))


def corpora() -> dict[str, Corpus]:
    """Every corpus by name: those in ``bench/gold`` and the example reports."""
    gold = sorted(
        path.relative_to(ROOT) for path in (ROOT / GOLD).glob("*.jsonl")
    )  # quantities stand in a folder below
    reports = sorted(path.relative_to(ROOT) for path in (ROOT / REPORTS).iterdir())
    every = [Corpus(path.stem, (path,)) for path in gold]
    return {corpus.name: corpus for corpus in (*every, Corpus("examples", (EXAMPLES, *reports)))}


def _gold(path: Path) -> Iterator[tuple[Item, tuple[Claim, ...]]]:
    for item in load(ROOT / path):
        yield item, reportedly.extract(item.text).claims


def _examples() -> Iterator[tuple[Item, tuple[Claim, ...]]]:
    lines = (ROOT / EXAMPLES).read_text("utf-8").splitlines()
    marked = [json.loads(line) for line in lines]
    for path in sorted((ROOT / REPORTS).iterdir()):
        rest = [figure for figure in marked if figure["file"] == path.name]
        for document in _documents(path):
            placed, rest = _placed(rest, document)
            yield placed, reportedly.extract(document).claims


def _documents(path: Path) -> Iterator[Document]:
    for document in reportedly.read(str(path)):
        if isinstance(document, ReportedlyError):
            raise document
        yield document


def _placed(figures: list[dict[str, Any]], document: Document) -> tuple[Item, list[dict[str, Any]]]:
    """The figures that stand in ``document``, and those left for the next document of the same file."""
    mine, rest = [], []
    for figure in figures:
        try:
            mine.append(wanted(figure, document.text))
        except ValueError:
            rest.append(figure)
    return Item(Path(document.address).name, document.text, tuple(mine)), rest
