"""How well conditions are read: ``python -m bench.conditions [--corpora DIR] [--part train|dev] [--misses N]``.

SemEval-2020 Task 5, subtask 2 (Yang et al. 2020): sentences with a counterfactual statement, marked with the condition
(antecedent) and what hangs on it (consequent). Of its training file every fifth sentence is the part called dev: scored
and not looked into; rules were tuned on the others. Told are precision, recall and F1 of tokens:

- over all sentences, and over those with both clauses marked, each as it is marked. A wish ("I wish we had left"), a
  reproach and the first of two unreal clauses are no conditions here and count as missed;
- of those whose marked antecedent has a word of condition (``OPENING``), which tells the others apart;
- what hangs on these without introductions: the corpus often takes in who thinks or says so ("I think that", "he
  said", "it is likely that"), our own gold leaves it out. Here it is left out of what is marked and of what is found
  alike: where the highest predicate has no modal and a clause that it governs has one, that clause is what counts.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.beside import CORPORA, folder
from reportedly.claims.stance import CONDITIONS, UNREAL, Tied, Ties
from reportedly.claims.trees import Tree
from reportedly.language import Parser

FILE = "Subtask-2/subtask2_train.csv"
EVERY = 5  # one in so many is left for scoring
WORD = re.compile(r"\w+|[^\w\s]")
OPENING = re.compile(
    r"\b(?:if|unless|without|provided|providing|supposing|suppose|assuming|imagin\w+|absent|but for|barring|"
    r"in case of|in the case|in the event|in the absence|(?:as|so) long as|on condition|circumstances|conditions|"
    r"(?:perfect|ideal) world)\b|"
    r"^\W*(?:(?:and|but|even|only|then|so|or|maybe|perhaps|still|yet|which|that|where),? )*(?:had|were|should)\b",
    re.IGNORECASE,
)  # what an antecedent must have to be a condition: a conjunction, a preposition, or a helper before its subject
CONTENT = ("ccomp", "csubj", "acl")  # how a clause hangs on what introduces it
Block = tuple[int, int]
KINDS = ("all", "of both clauses", "of conditions")
BARE = "consequent, of conditions, without introductions"
SCORES = (*(f"{side}, {kind}" for kind in KINDS for side in ("antecedent", "consequent")), BARE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the places of its condition and of what hangs on it, each None where there is none."""

    text: str
    antecedent: Block | None
    consequent: Block | None


@dataclass(slots=True)
class Tally:
    """Tokens found, wanted, and both."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    exact: int = 0
    items: int = 0

    def add(self, text: str, found: Block | None, wanted: Block | None) -> None:
        """Count one pair of spans."""
        mine, theirs = _tokens(text, found), _tokens(text, wanted)
        self.found += len(mine)
        self.wanted += len(theirs)
        self.right += len(mine & theirs)
        self.exact += mine == theirs
        self.items += 1

    @property
    def f1(self) -> float:
        """F1 of tokens."""
        return 2 * self.right / max(self.found + self.wanted, 1)

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.wanted, 1)
        return (
            f"token F1 {self.f1:.3f} (precision {precision:.3f}, recall {recall:.3f}), exact {self.exact}/{self.items}"
        )


def _tokens(text: str, span: Block | None) -> set[int]:
    return set() if span is None else {m.start() for m in WORD.finditer(text, *span) if m[0][0].isalnum()}


def marked(path: Path, part: str) -> Iterator[Marked]:
    """The sentences of one part."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if (number % EVERY == 0) == (part == "dev"):
                yield Marked(row["sentence"], _block(row, "antecedent"), _block(row, "consequent"))


def _block(row: dict[str, str], name: str) -> Block | None:
    start, end = int(row[f"{name}_startid"]), int(row[f"{name}_endid"])
    return None if start < 0 else (start, end + 1)


def found(trees: Sequence[Tree]) -> tuple[Block | None, Block | None]:
    """The condition and what hangs on it; of several one that was not so, else one that is unreal, else the first."""
    every = [(tree, tied) for tree in trees for tied in Ties(tree).all if tied.kind in CONDITIONS]
    unreal = [(tree, tied) for tree, tied in every if _is_unreal(tree, tied)]
    past = [(tree, tied) for tree, tied in unreal if tied.is_unreal]
    for tree, tied in past or unreal or every:
        return tree.chars(tied.antecedent), tree.chars(tied.consequent) if tied.consequent else None
    return None, None


def bare(trees: Sequence[Tree], span: Block | None) -> Block | None:
    """A span without the clause that introduces it: of "I think that they would have won" the winning."""
    if span is None:
        return None
    start, end = span
    for tree in trees:
        starts, ends = tree.sentence.starts, tree.sentence.ends
        inside = {t for t in range(len(tree.lower)) if start <= starts[t] and ends[t] <= end}
        for top in sorted(t for t in inside if tree.head(t) not in inside and tree.base[t] != "punct"):
            below = _introduced(tree, top, inside)
            while below is not None:
                start = starts[below[1]]
                below = _introduced(tree, below[0], inside)
    return start, end


def _introduced(tree: Tree, top: int, inside: set[int]) -> tuple[int, int] | None:
    """The clause with a modal that a predicate without one governs, and its first word; None where there is none."""
    if _has_modal(tree, tree.having(top, "aux")):
        return None
    for clause in tree.having(top, *CONTENT):
        whole = [t for t in tree.under(clause) if t in inside and tree.base[t] != "punct"]
        words = [t for t in whole if t not in tree.having(clause, "mark")]
        relative = tree.sentence.relations[clause] == "acl:relcl"
        if words and top < words[0] and not relative and _has_modal(tree, words):
            return clause, words[0]
    return None


def _has_modal(tree: Tree, tokens: Iterable[int]) -> bool:
    return any(tree.sentence.xpos[token] == "MD" for token in tokens)


def _is_unreal(tree: Tree, tied: Tied) -> bool:
    return any(tree.lower[token] in UNREAL for token in tied.consequent)


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: token F1 on dev, of sentences that have both clauses."""
    corpus = folder("counterfactuals", CORPORA)
    if corpus is None:
        return {}
    parser, scores = Parser(), {name: Tally() for name in SCORES}
    for item in marked(corpus / FILE, "dev"):
        _count(scores, item, [Tree(sentence) for sentence in parser(item.text)])
    return {name.partition(",")[0]: tally.f1 for name, tally in scores.items() if name.endswith("both clauses")}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of counterfactuals; else {CORPORA}")
    options.add_argument("--part", choices=("train", "dev"), default="dev", help="which sentences")
    options.add_argument("--misses", type=int, default=0, help="show so many misses; of the part called train only")
    asked = options.parse_args(arguments)
    corpus = folder("counterfactuals", asked.corpora)
    if corpus is None:
        print(f"skipped: {asked.corpora} lacks counterfactuals; name their folder with --corpora")
        return
    path = corpus / FILE
    parser, scores, shown = Parser(), {name: Tally() for name in SCORES}, 0
    for item in marked(path, asked.part):
        spans = _count(scores, item, [Tree(sentence) for sentence in parser(item.text)])
        missed = spans != (item.antecedent, item.consequent) and asked.part == "train" and shown < asked.misses
        if missed:
            shown += 1
            _show(item, spans)
    for name, tally in scores.items():
        print(f"{name:48} {tally}")


def _count(scores: dict[str, Tally], item: Marked, trees: Sequence[Tree]) -> tuple[Block | None, Block | None]:
    """What is found in one sentence, counted wherever that belongs."""
    spans, both = found(trees), bool(item.antecedent and item.consequent)
    opened = both and OPENING.search(item.text[slice(*(item.antecedent or (0, 0)))]) is not None
    for side, mine, wanted in zip(("antecedent", "consequent"), spans, (item.antecedent, item.consequent), strict=True):
        for kind in KINDS[: 1 + both + opened]:
            scores[f"{side}, {kind}"].add(item.text, mine, wanted)
    if opened:
        scores[BARE].add(item.text, bare(trees, spans[1]), bare(trees, item.consequent))
    return spans


def _show(item: Marked, spans: tuple[Block | None, Block | None]) -> None:
    print(item.text)
    for mine, wanted in zip(spans, (item.antecedent, item.consequent), strict=True):
        print("  found ", mine and item.text[slice(*mine)])
        print("  wanted", wanted and item.text[slice(*wanted)])


if __name__ == "__main__":
    main()
