"""Gold sentences become numbers: pieces in, labels out, in batches of like length."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import torch
from torch import Tensor

from reportedly.language import lemmas
from reportedly.language.pieces import FIRST, LAST, Pieces
from training.names import KINDS
from training.treebank import Gold

NOTHING = -100  # no label: not scored
OPEN = -200  # outside every name that was marked, but perhaps in one of a kind that was not
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head chooses from, most frequent first."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rules: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...] = TAGS

    @classmethod
    def of(cls, sentences: Sequence[Gold]) -> "Labels":
        """Every label of the training sentences."""
        return cls(
            _frequent(upos for s in sentences for upos in s.upos),
            _frequent(xpos for s in sentences for xpos in s.xpos),
            _frequent((lemmas.rule(w, le) for s in sentences for w, le in zip(s.words, s.lemmas, strict=True)), 3),
            _frequent(relation for s in sentences for relation in s.relations),
        )


def _frequent(values: Iterable[str], least: int = 1) -> tuple[str, ...]:
    counts = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(value for value, count in counts if count >= least)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What teachers make of a sentence: chances, a row a word, the root first. Relations are those to ``heads``."""

    upos: Tensor
    xpos: Tensor
    names: Tensor
    arcs: Tensor
    relations: Tensor
    heads: list[int]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence as numbers. Word columns begin with the root."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    lasts: list[int]
    upos: list[int]
    xpos: list[int]
    rules: list[int]
    heads: list[int]
    relations: list[int]
    names: list[int]
    opinion: Opinion | None = None


class Encoding:
    """Turns sentences into examples with one set of pieces and labels."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self._pieces = pieces
        self._upos, self._xpos, self._rules, self._relations, self._names = (
            {label: number for number, label in enumerate(names)}
            for names in (labels.upos, labels.xpos, labels.rules, labels.relations, labels.names)
        )

    def _tags(self, gold: Gold) -> list[int]:
        if gold.names is None:
            return [NOTHING] * len(gold.words)
        tags = [OPEN if gold.partial else 0] * len(gold.words)
        for start, end, kind in gold.names:
            tags[start:end] = [self._names[f"I-{kind}"]] * (end - start)
            tags[start] = self._names[f"B-{kind}"]
        return tags

    def __call__(self, gold: Gold, names_only: bool = False) -> Example:
        """``names_only`` leaves everything but the names unlabelled."""
        numbers, shapes, firsts, lasts = [FIRST], [0], [0], [0]
        for word in gold.words:
            pieces, shape = self._pieces(word)
            firsts.append(len(numbers))
            numbers += pieces
            shapes += [shape] * len(pieces)
            lasts.append(len(numbers) - 1)
        rules = [lemmas.rule(word, lemma) for word, lemma in zip(gold.words, gold.lemmas, strict=True)]
        example = Example(
            [*numbers, LAST],
            [*shapes, 0],
            firsts,
            lasts,
            [NOTHING, *(self._upos.get(upos, NOTHING) for upos in gold.upos)],
            [NOTHING, *(self._xpos.get(xpos, NOTHING) for xpos in gold.xpos)],
            [NOTHING, *(self._rules.get(rule, NOTHING) for rule in rules)],
            [NOTHING, *(head + 1 for head in gold.heads)],
            [NOTHING, *(self._relations.get(relation, NOTHING) for relation in gold.relations)],
            [NOTHING, *self._tags(gold)],
        )
        if not names_only:
            return example
        nothing = [NOTHING] * len(firsts)
        return replace(example, upos=nothing, xpos=nothing, rules=nothing, heads=nothing, relations=nothing)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples of like length, padded."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    lasts: Tensor
    upos: Tensor
    xpos: Tensor
    rules: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor

    def on(self, device: torch.device) -> "Batch":
        """The same where the network computes."""
        return Batch(*(getattr(self, part.name).to(device) for part in fields(self)))


@dataclass(frozen=True, slots=True)
class Taught:
    """Opinions on a batch, padded with nothing; ``there`` marks the words they are on."""

    upos: Tensor
    xpos: Tensor
    names: Tensor
    arcs: Tensor
    relations: Tensor
    heads: Tensor
    there: Tensor

    def on(self, device: torch.device) -> "Taught":
        """The same where the network computes."""
        return Taught(*(getattr(self, part.name).to(device) for part in fields(self)))


def taught(examples: Sequence[Example]) -> Taught | None:
    """The opinions on these examples; None where there are none."""
    opinions = [(row, e.opinion) for row, e in enumerate(examples) if e.opinion is not None]
    if not opinions:
        return None
    longest = max(len(e.firsts) for e in examples)
    found = {}
    for name in ("upos", "xpos", "names", "arcs", "relations"):
        width = longest if name == "arcs" else getattr(opinions[0][1], name).shape[-1]
        found[name] = torch.zeros(len(examples), longest, width)
        for row, opinion in opinions:
            chances = getattr(opinion, name)
            found[name][row, : chances.shape[0], : chances.shape[1]] = chances.float()
    heads, there = torch.full((len(examples), longest), NOTHING), torch.zeros(len(examples), longest, dtype=torch.bool)
    for row, opinion in opinions:
        heads[row, 1 : len(opinion.heads)] = torch.tensor(opinion.heads[1:])
        there[row, 1 : len(opinion.heads)] = True
    return Taught(**found, heads=heads, there=there)


def _padded(rows: list[list[int]], filler: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])


def batch(examples: Sequence[Example]) -> Batch:
    """Pad with zeros where the network reads, with nothing where it is scored."""
    inputs = [_padded([getattr(e, name) for e in examples], 0) for name in ("pieces", "shapes", "firsts", "lasts")]
    labels = ("upos", "xpos", "rules", "heads", "relations", "names")
    return Batch(*inputs, *(_padded([getattr(e, name) for e in examples], NOTHING) for name in labels))


def batches(examples: Sequence[Example], budget: int, chance: random.Random | None = None) -> Iterator[list[Example]]:
    """Groups of at most ``budget`` pieces, padding included; shuffled by ``chance``."""
    jitter = (lambda: chance.random() * 4) if chance else (lambda: 0.0)
    groups: list[list[Example]] = [[]]
    for example in sorted(examples, key=lambda e: len(e.pieces) + jitter()):
        longest = max(len(example.pieces), *(len(e.pieces) for e in groups[-1][-1:]), 0)
        if groups[-1] and longest * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(example)
    if chance:
        chance.shuffle(groups)
    yield from groups
