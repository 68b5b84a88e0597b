"""Has it happened, how sure, on which condition: ``python -m bench.standings [--part a|b|c|d|e] [--gold DIR]``.

The gold of ``bench/gold/sayings``, marked as its README says; parts ``a`` to ``d`` were tuned on, ``e`` is scored
and never looked into. Status is told as accuracy and as the plain mean of the F1 of each status (macro), of figures, of
happenings and of both; where two statuses are marked either is right. A figure that was not found counts as wrong.
Certainty is right where its words overlap the marked ones, or both are missing, and so is confidence. Conditions are
told as F1 of tokens of antecedents and of what hangs on them, and of figures as how often the marked one governs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.sayings import GOLD, PARTS, Record, document, place
from reportedly import claims
from reportedly.claims.stance import CONDITIONS
from reportedly.flow import extract, parser
from reportedly.model import Certainty, Claim, Predicate, Span

MISSING = "missing"
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Scores:
    """What was found against what was marked."""

    statuses: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    slots: Counter[tuple[str, bool]] = field(default_factory=Counter)
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)

    def macro(self, kinds: Sequence[str]) -> float:
        """The plain mean of the F1 of each status of these kinds."""
        found = self._of(kinds)
        labels = {wanted for (wanted, _), number in found.items() if number}
        return sum(_f1(found, label) for label in sorted(labels)) / max(len(labels), 1)

    def _of(self, kinds: Sequence[str]) -> Counter[tuple[str, str]]:
        found = Counter[tuple[str, str]]()
        for (kind, wanted, mine), number in self.statuses.items():
            found[wanted, mine] += number if kind in kinds else 0
        return found

    def status(self, kinds: Sequence[str]) -> str:
        """Accuracy and macro F1 over the statuses of these kinds."""
        found = self._of(kinds)
        labels = sorted({wanted for (wanted, _), number in found.items() if number})
        each = {label: _f1(found, label) for label in labels}
        right = sum(number for (wanted, mine), number in found.items() if wanted == mine)
        told = ", ".join(f"{label} {f1:.3f}" for label, f1 in each.items())
        return f"macro F1 {self.macro(kinds):.3f}, right {right} of {found.total()} ({told})"

    def share(self, slot: str) -> str:
        """How often a slot is right."""
        right, wrong = self.slots[slot, True], self.slots[slot, False]
        return f"right {right} of {right + wrong} ({right / max(right + wrong, 1):.3f})"

    def tokens_f1(self, side: str) -> float:
        """F1 of tokens."""
        found, wanted, both = (self.tokens[side, kind] for kind in ("found", "wanted", "both"))
        return 2 * both / max(found + wanted, 1)

    def overlap(self, side: str) -> str:
        """F1 of tokens, in words."""
        return f"token F1 {self.tokens_f1(side):.3f}"


def _f1(found: Counter[tuple[str, str]], label: str) -> float:
    mine = sum(number for (_, told), number in found.items() if told == label)
    theirs = sum(number for (wanted, _), number in found.items() if wanted == label)
    return 2 * found[label, label] / max(mine + theirs, 1)


def score(records: Iterator[Record]) -> Scores:
    """All of them read and compared."""
    scores = Scores()
    for record in records:
        paper = document(record)
        reading = extract(paper)
        sentences = parser()(paper.text, claims.blocks(paper))
        predicates = tuple(claims.predicates(paper, sentences, nouns=True))
        for wanted in record["claims"]:
            spot = place(paper.text, wanted["quote"], wanted.get("nth", 1))
            pool: Sequence[Claim] | Sequence[Predicate] = (
                [c for c in reading.claims if _overlap(c.evidence, spot)]
                if wanted["kind"] == "figure"
                else [p for p in predicates if _overlap(p.span, spot)]
            )
            _compare(scores, wanted, pool[-1] if pool else None)
        _conditions(scores, record, reading.ties)
    return scores


def _overlap(span: Span, spot: tuple[int, int]) -> bool:
    return span.start < spot[1] and spot[0] < span.end


def _compare(scores: Scores, wanted: Record, found: Claim | Predicate | None) -> None:
    status = MISSING if found is None else found.status
    best = status if status in wanted["status"] else wanted["status"][0]
    scores.statuses[wanted["kind"], best, status] += 1
    certainty = Certainty() if found is None else found.certainty
    scores.slots["certainty", _alike(certainty.words, wanted["certainty"])] += 1
    scores.slots["confidence", _alike(certainty.confidence, wanted["confidence"])] += 1
    condition = None if found is None else found.condition
    scores.slots[f"condition of a {wanted['kind']}", _alike(condition, wanted["condition"])] += 1


def _alike(found: Span | None, wanted: str | None) -> bool:
    """Whether two slots are both empty or share a word."""
    if found is None or wanted is None:
        return found is None and wanted is None
    return not set(_WORD.findall(found.quote.lower())).isdisjoint(_WORD.findall(wanted.lower()))


def _conditions(scores: Scores, record: Record, ties: Sequence[Any]) -> None:
    text = record["text"]
    mine = [tie for tie in ties if tie.kind in CONDITIONS]
    sides = {
        "antecedents": ([tie.antecedent for tie in mine], [c["antecedent"] for c in record["conditions"]]),
        "consequents": ([tie.consequent for tie in mine if tie.consequent], _pieces(record["conditions"])),
    }
    for side, (spans, quotes) in sides.items():
        found = {m.start() for span in spans for m in _WORD.finditer(text, span.start, span.end)}
        starts = [(text.index(quote), quote) for quote in quotes]
        wanted = {m.start() for at, quote in starts for m in _WORD.finditer(text, at, at + len(quote))}
        for kind, tokens in (("found", found), ("wanted", wanted), ("both", found & wanted)):
            scores.tokens[side, kind] += len(tokens)


def _pieces(conditions: Sequence[Record]) -> list[str]:
    found = [condition["consequent"] for condition in conditions]
    return [piece for one in found for piece in ([one] if isinstance(one, str) else one)]


def measured(part: str) -> dict[str, float]:
    """The scores that floors are pinned to."""
    scores = score(map(json.loads, (GOLD / f"{part}.jsonl").read_text("utf-8").splitlines()))
    return {
        "status macro F1": scores.macro(["figure", "happening"]),
        "antecedents": scores.tokens_f1("antecedents"),
        "consequents": scores.tokens_f1("consequents"),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--gold", type=Path, default=GOLD, help="the folder with the gold")
    options.add_argument("--part", choices=PARTS, help="one part only")
    asked = options.parse_args(arguments)
    for part in [asked.part] if asked.part else PARTS:
        path = asked.gold / f"{part}.jsonl"
        if not path.is_file():
            print(f"{part}: not scored, {path} is not there")
            continue
        scores = score(map(json.loads, path.read_text("utf-8").splitlines()))
        for name, kinds in (("figures", ["figure"]), ("happenings", ["happening"]), ("both", ["figure", "happening"])):
            print(f"{part}  status of {name:10}", scores.status(kinds))
        for slot in ("certainty", "confidence", "condition of a figure", "condition of a happening"):
            print(f"{part}  {slot:24}", scores.share(slot))
        for side in ("antecedents", "consequents"):
            print(f"{part}  {side:24}", scores.overlap(side))


if __name__ == "__main__":
    main()
