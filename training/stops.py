"""Paragraphs become a judge of stops: which of them end a sentence, learned by logistic regression."""

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportedly.language.boundaries import decided, features, places
from training.spans import page
from training.treebank import Gold, paragraphs

EPOCHS, RATE, DECAY = 8, 0.3, 2e-5
LEAST = 3  # times a feature must be seen
SMALLEST = 0.02  # weights closer to nothing are not shipped
SEED = 20250617


def cases(sentences: Iterable[Gold]) -> list[tuple[list[str], bool]]:
    """Every place that has to be weighed, as features, and whether a sentence ends there."""
    found = []
    for group in paragraphs(sentences):
        paper = page(group)
        ends = {end for _, end in paper.sentences}
        starts = sorted(start for start, _ in paper.sentences)
        at = 0
        for place in places(paper.text, 0, len(paper.text)):
            while at + 1 < len(starts) and starts[at + 1] < place.end:
                at += 1
            if decided(paper.text, starts[at], place) is None:
                found.append((features(paper.text, starts[at], place), place.end in ends))
    return found


def learn(sentences: Sequence[Gold]) -> dict[str, float]:
    """Weights by AdaGrad, averaged over the last epochs so that the order of the cases matters little."""
    found = cases(sentences)
    seen = Counter(feature for present, _ in found for feature in present)
    kept = [([f for f in present if seen[f] >= LEAST], ends) for present, ends in found]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-3)
    total: defaultdict[str, float] = defaultdict(float)
    chance = random.Random(SEED)
    for epoch in range(EPOCHS):
        chance.shuffle(kept)
        for present, ends in kept:
            score = sum(weights[f] for f in present)
            error = ends - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            for f in present:
                slope = error - DECAY * len(kept) / seen[f] * weights[f]
                squares[f] += slope * slope
                weights[f] += RATE * slope / math.sqrt(squares[f])
        if epoch >= EPOCHS // 2:
            for f, weight in weights.items():
                total[f] += weight / (EPOCHS - EPOCHS // 2)
    return {f: round(weight, 3) for f, weight in sorted(total.items()) if abs(weight) >= SMALLEST}


def write(path: Path, weights: dict[str, float]) -> None:
    """One feature a line, so that a change can be read."""
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
