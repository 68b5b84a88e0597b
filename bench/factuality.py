"""How well it is read whether something happened: ``python -m bench.factuality [--corpora DIR] [--part dev]``.

Corpora of others mark predicates by how certain it is, by the text alone, that what they tell of took place: several
readers each, averaged, from -3 (certainly not) to 3 (certainly). A status is no such number, so ``VALUES`` says what
each counts as; the two corpora ask different questions, so they have a column each. Told are the mean absolute error
and Pearson's r, which asks only whether higher is higher. Rules were tuned on the parts called train, and the columns
are their rounded means; no entry of a lexicon comes from them. Parts called dev were scored and not looked into, parts
called test are left alone.

* UW (Lee, Artzi, Choi and Zettlemoyer 2015; news): will it have happened, in the author's eyes? Plans count as likely.
* UDS-IH2 (Rudinger, White and Van Durme 2018; the web): has it happened? A plan has not. Both as published by Jiang and
  de Marneffe (2021).
* MEANTIME (Minard et al. 2016; Wikinews): certainty and polarity of each marked event. F1 of each mark, and the plain
  mean over the rare ones, which are all but "certain" and "positive". Rules were tuned on the documents of two of its
  four subjects (``TUNED``); the others are its part called dev.
"""

from __future__ import annotations

import argparse
import json
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.beside import CORPORA, folder
from reportedly.claims.stance import Standings, Told
from reportedly.claims.stance.forms import DENIALS
from reportedly.claims.trees import Tree
from reportedly.language import Parser
from reportedly.model import Sentence

FOLDERS = {"UW": "glue_data/UW", "UDS-IH2": "glue_data/UDS_IH2"}
# How these corpora write quotation marks and brackets apart from the text.
WRITTEN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
CLINGING = frozenset(",.;:?!%)]}") | {"n't", "'s", "'re", "'ve", "'ll", "'m", "'d", "'", "n’t", "’s", "..."}
OPENING = frozenset("([{$£€#")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence as text, with (start, end, value) of each predicate that is marked in it."""

    text: str
    wanted: tuple[tuple[int, int, float], ...]


def joined(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, as it was before they were set apart, and where each stands."""
    text, places, tight, quoted = "", [], True, False
    for token in tokens:
        word = WRITTEN.get(token, token)
        closes = word == '"' and (quoted if token == '"' else token == "''")
        if text and not tight and word not in CLINGING and not closes:
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        quoted = (not closes) if word == '"' else quoted
        tight = word in OPENING or (word == '"' and not closes)
    return text, places


def marked(path: Path) -> Iterator[Marked]:
    """The sentences of one part."""
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        text, places = joined(item["text"].split())
        yield Marked(
            text,
            tuple(
                (places[first][0], places[last - 1][1], target["label"])
                for target in item["targets"]
                for first, last in [target["span1"]]
            ),
        )


# What a status counts as, affirmed and denied, in UW and in UDS-IH2. What is decided by "will" is surer than what a
# governing verb makes of it, a purpose ("went there to buy") surer than a plan; a denied noun is often there anyway,
# what a noun tells of as real is a little less so; and what a governing verb denies
# ("did not want to go") is less often there than what is denied by "not" alone, which some readers took for its denial.
VALUES: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "happened": ((2.9, -1.5), (2.4, 0.0)),
    "ongoing": ((2.6, -1.4), (1.8, 0.4)),
    "planned": ((1.6, -1.1), (-1.3, -1.2)),
    "will": ((2.4, -2.0), (-2.0, -1.4)),
    "purpose": ((2.0, 0.2), (-0.8, -1.2)),
    "expected": ((1.9, -1.2), (-1.2, -1.1)),
    "conditional": ((1.4, -0.5), (-1.3, -1.3)),
    "possible": ((1.5, -0.5), (-1.2, -0.8)),
    "unresolved": ((1.2, 0.0), (0.0, 0.0)),
    "kept": ((2.9, -1.0), (2.4, -1.2)),
    "noun": ((2.6, 0.2), (2.4, -0.3)),
}
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})


@dataclass(frozen=True, slots=True)
class Found:
    """A standing, the word that decided it, and whether a noun has it."""

    told: Told
    word: str
    noun: bool

    def value(self, corpus: str) -> float:
        """What it counts as in ``corpus``."""
        told, row = self.told, str(self.told.status)
        if told.status in ("planned", "expected") and self.word in WILL:
            row = "will"
        elif told.status == "planned" and self.word == "to":
            row = "purpose"
        elif self.noun and (told.denied or told.status in ("happened", "ongoing")):
            row = "noun"
        elif told.denied and told.status in ("happened", "ongoing") and self.word not in DENIALS:
            row = "kept"
        return VALUES[row][corpus != "UW"][told.denied]


class Reader:
    """Finds the standing of any word in texts that were parsed together."""

    def __init__(self, parser: Parser, texts: Sequence[str]) -> None:
        self.starts: list[int] = []
        whole, blocks = "", []
        for text in texts:
            self.starts.append(len(whole))
            blocks.append((len(whole), len(whole) + len(text)))
            whole += text + "\n\n"
        self.sentences: list[Sentence] = list(parser(whole, blocks))
        self.read: dict[int, tuple[Tree, Standings]] = {}
        self.number = 0

    def found(self, text: int, start: int, end: int) -> Found | None:
        """The standing of the last word of a span of the text with this number; texts must be asked for in order."""
        start, end = start + self.starts[text], end + self.starts[text]
        for number in range(self.number, len(self.sentences)):
            sentence = self.sentences[number]
            if sentence.end <= self.starts[text]:
                self.number = number + 1
            elif sentence.start < end and start < sentence.end:
                tree, standings = self._read(number)
                inside = tree.tokens(start, end)
                return _found(tree, standings, inside[-1]) if inside else None
            elif sentence.start >= end:
                break
        return None

    def _read(self, number: int) -> tuple[Tree, Standings]:
        if number not in self.read:
            tree = Tree(self.sentences[number])
            self.read[number] = tree, Standings(tree)
        return self.read[number]


def _found(tree: Tree, standings: Standings, token: int) -> Found:
    told = standings.of(token)
    return Found(told, tree.lower[told.words[0]] if told.words else "", tree.sentence.upos[token] in ("NOUN", "PROPN"))


def agreement(parser: Parser, name: str, path: Path) -> tuple[int, float, float]:
    """How many predicates one part marks, the mean absolute error and r."""
    items = list(marked(path))
    reader = Reader(parser, [item.text for item in items])
    pairs = []
    for number, item in enumerate(items):
        for start, end, wanted in item.wanted:
            told = reader.found(number, start, end)
            pairs.append((wanted, 0.0 if told is None else told.value(name)))
    wanted_, found = np.array(pairs).T
    error, r = float(abs(wanted_ - found).mean()), float(np.corrcoef(wanted_, found)[0, 1])
    return len(pairs), error, r


def scores(parser: Parser, name: str, path: Path) -> str:
    """The agreement in words."""
    number, error, r = agreement(parser, name, path)
    return f"{number} predicates  mean absolute error {error:.3f}  r {r:.3f}"


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: r on dev."""
    corpus, parser = folder("factuality", CORPORA), Parser()
    if corpus is None:
        return {}
    return {f"{name} r": agreement(parser, name, corpus / sub / "dev.jsonl")[2] for name, sub in FOLDERS.items()}


# MEANTIME

MEANTIME = "meantime_newsreader_english_oct15/intra-doc_annotation"
TUNED = ("corpus_airbus", "corpus_gm")
FREQUENT = ("CERTAIN", "POS")
LIKELY = {"planned": "UNDERSPECIFIED", "expected": "PROBABLE", "conditional": "POSSIBLE", "possible": "POSSIBLE"}
OPEN = ("planned", "expected", "unresolved")  # of these the polarity is left open


def events(wikinews: Path, part: str) -> Iterator[tuple[str, list[tuple[int, int, str, str]]]]:
    """Text and marked events of each document: start, end, certainty, polarity."""
    for path in sorted(wikinews.glob("corpus_*/*.xml")):
        if (path.parent.name in TUNED) != (part == "train"):
            continue
        root = ElementTree.parse(path).getroot()
        tokens = list(root.iter("token"))
        text, places = joined(token.text or "" for token in tokens)
        at = {token.get("t_id"): place for token, place in zip(tokens, places, strict=True)}
        yield text, [mark for mark in (_event(m, at) for m in root.iter("EVENT_MENTION")) if mark]


def _event(mark: ElementTree.Element, at: dict[str | None, tuple[int, int]]) -> tuple[int, int, str, str] | None:
    spans = [at[anchor.get("t_id")] for anchor in mark.iter("token_anchor")]
    certainty, polarity = mark.get("certainty"), mark.get("polarity")
    return (spans[0][0], spans[0][1], certainty, polarity) if spans and certainty and polarity else None


def judged(found: Found) -> tuple[str, str]:
    """Certainty and polarity of a standing, in the words of MEANTIME."""
    told, polarity = found.told, "NEG" if found.told.denied else "POS"
    sure = found.word in WILL or found.word == "to"
    if told.status in OPEN and not sure:
        return LIKELY.get(told.status, "UNDERSPECIFIED"), polarity if told.denied else "UNDERSPECIFIED"
    return "CERTAIN" if sure else LIKELY.get(told.status, "CERTAIN"), polarity


def meantime(parser: Parser, wikinews: Path, part: str) -> Iterator[str]:
    """F1 of each mark, and the mean over the rare ones."""
    documents = list(events(wikinews, part))
    reader = Reader(parser, [text for text, _ in documents])
    counts: Counter[tuple[str, str, str]] = Counter()
    for number, (_, marks) in enumerate(documents):
        for start, end, *wanted in sorted(marks):
            told = reader.found(number, start, end)
            found = judged(told) if told is not None else FREQUENT
            for slot, mine, theirs in zip(("certainty", "polarity"), found, wanted, strict=True):
                counts[slot, mine, theirs] += 1
    for slot in ("certainty", "polarity"):
        labels = sorted({theirs for kind, _, theirs in counts if kind == slot})
        each = {label: _f1(counts, slot, label) for label in labels}
        rare = [f1 for label, (f1, _) in each.items() if label not in FREQUENT]
        told_ = ", ".join(f"{label.lower()} {f1:.3f} of {number}" for label, (f1, number) in each.items())
        yield f"{slot}: {told_}; rare ones {np.mean(rare):.3f}"


def _f1(counts: Counter[tuple[str, str, str]], slot: str, label: str) -> tuple[float, int]:
    right = counts[slot, label, label]
    found = sum(n for (kind, mine, _), n in counts.items() if kind == slot and mine == label)
    wanted = sum(n for (kind, _, theirs), n in counts.items() if kind == slot and theirs == label)
    return 2 * right / max(found + wanted, 1), wanted


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of the corpora; else {CORPORA}")
    options.add_argument("--part", choices=("train", "dev"), default="dev", help="which part")
    asked = options.parse_args(arguments)
    parser = Parser()
    corpus, wikinews = folder("factuality", asked.corpora), folder("timeml", asked.corpora)
    if corpus is None or wikinews is None:
        print(f"skipped: {asked.corpora} lacks factuality or timeml; name their folder with --corpora")
        return
    for name, sub in FOLDERS.items():
        print(f"{name:9}", scores(parser, name, corpus / sub / f"{asked.part}.jsonl"))
    for line in meantime(parser, wikinews / MEANTIME, asked.part):
        print("MEANTIME ", line)


if __name__ == "__main__":
    sys.exit(main())
