"""Downloaded treebanks become the sentences that are learned from and those that only score."""

import tarfile
from dataclasses import dataclass
from pathlib import Path

from training import names
from training.treebank import Gold, read

# Licensed for non-commercial use only, so neither learned from nor scored.
NON_COMMERCIAL = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
# Its words stand blanked out with underscores: there is nothing to read.
WITHHELD = frozenset({"reddit"})
ARCHIVES = ("ud-ewt", "ud-gum", "uner-ewt")
REPORTS = ("timeml", "causal-news", "ecbplus")
NEWS = "news"


@dataclass(frozen=True, slots=True)
class Split:
    """One part of the gold, by treebank."""

    ewt: tuple[Gold, ...]
    gum: tuple[Gold, ...]

    @property
    def news(self) -> tuple[Gold, ...]:
        """GUM's news only."""
        return tuple(sentence for sentence in self.gum if sentence.genre == NEWS)


def _folder(corpora: Path, name: str, cache: Path) -> Path:
    """The unpacked corpus: as given, or from its archive (``NAME.tar.xz``) into the cache."""
    if (corpora / name).is_dir():
        return corpora / name
    if not (cache / name).is_dir():
        with tarfile.open(corpora / f"{name}.tar.xz") as archive:
            archive.extractall(cache, filter="data")
    return cache / name


class Corpora:
    """English EWT and GUM, with UniversalNER's names for EWT."""

    def __init__(self, corpora: Path, cache: Path) -> None:
        self._corpora, self._cache = corpora, cache
        self._ewt, self._gum, self._uner = (_folder(corpora, name, cache) for name in ARCHIVES)

    def reports(self) -> tuple[Path, Path, Path]:
        """Where free reports lie that nobody has annotated: Wikinews, reports on protests, reports on 43 happenings."""
        wikinews, protests, happenings = (_folder(self._corpora, name, self._cache) for name in REPORTS)
        return wikinews, protests, happenings

    def split(self, part: str) -> Split:
        """``part`` is train, dev or test."""
        ewt = read(next(self._ewt.glob(f"en_ewt-ud-{part}*.conllu")))
        gum = read(next(self._gum.glob(f"*gum*-{part}*.conllu")))
        return Split(
            tuple(self._uner_names(ewt, part)),
            tuple(s.named(names.derived(s)) for s in gum if s.genre not in NON_COMMERCIAL | WITHHELD),
        )

    def _uner_names(self, sentences: list[Gold], part: str) -> list[Gold]:
        path = self._uner / f"en_ewt-ud-{part}.iob2"
        marked = names.marked(path) if path.exists() else {}
        named = []
        for sentence in sentences:
            words, found = marked.get(sentence.identifier, ((), ()))
            named.append(sentence.named(found, partial=True) if words == sentence.words else sentence)
        return named
