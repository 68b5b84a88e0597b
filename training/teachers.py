"""Trained networks become teachers: how sure they are, on average, of each tag, head, relation and name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import torch
from torch import Tensor

from training.examples import Batch, Encoding, Example, Opinion, batch, batches
from training.network import Network, halved
from training.treebank import Gold

PIECES = 4000  # of a batch that is only read
Opinions = Mapping[tuple[str, ...], Opinion]


def _chances(scores: Tensor) -> Tensor:
    return scores.float().softmax(-1)


def _mean(parts: Iterable[Tensor]) -> Tensor:
    return torch.stack(list(parts)).mean(0)


@torch.no_grad()
def _said(networks: Sequence[Network], given: Batch) -> tuple[Tensor, ...]:
    """Mean chances of tags, names, heads, and relations to the likeliest heads; last those heads."""
    with halved(given.pieces.device):
        words = [n.words(n.encoder(given.pieces, given.shapes), given.firsts, given.lasts) for n in networks]
        tags = [torch.split(n.tags(w), n.sizes.tags, -1) for n, w in zip(networks, words, strict=True)]
        upos, xpos, _, names = (_mean(map(_chances, column)) for column in zip(*tags, strict=True))
        arcs = _mean(_chances(n.arcs(w, given.firsts)) for n, w in zip(networks, words, strict=True))
        heads = arcs.argmax(-1)
        related = (n.relations(*n.ends(w), heads) for n, w in zip(networks, words, strict=True))
        return upos, xpos, names, arcs, _mean(map(_chances, related)), heads


def _opinions(networks: Sequence[Network], examples: Sequence[Example]) -> Iterator[tuple[Example, Opinion]]:
    device = networks[0].arc_pair.device
    for group in batches(examples, PIECES):
        upos, xpos, names, arcs, relations, heads = (part.cpu() for part in _said(networks, batch(group).on(device)))
        for row, example in enumerate(group):
            there = len(example.firsts)
            parts = [part[row, :there].half() for part in (upos, xpos, names, arcs[:, :, :there], relations)]
            yield example, Opinion(*parts, heads=heads[row, :there].tolist())


def opinions(networks: Sequence[Network], encode: Encoding, sentences: Sequence[Gold]) -> Opinions:
    """The opinion on each sentence, by its words."""
    for network in networks:
        network.eval()
    examples = {gold.words: encode(gold) for gold in sentences}
    whose = {id(example): words for words, example in examples.items()}
    return {whose[id(example)]: opinion for example, opinion in _opinions(networks, list(examples.values()))}
