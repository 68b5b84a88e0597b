"""Pieces become tags, trees and names: a small BERT encoder with one head for each thing to be said."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.language.pieces import SHAPES

HIDDEN, INNER, ATTENTION_HEADS, LAYERS = 384, 1536, 12, 6  # MiniLM-L6-H384
VOCABULARY, POSITIONS = 30522, 512
ARC, RELATION = 256, 128  # widths of the heads' own spaces
MASKED = -10000.0


def halved(device: torch.device) -> torch.autocast:
    """Sums in half the bits, where that is quick: a processor without AVX-512 takes a hundred times as long."""
    quick = device.type != "cpu" or "512" in torch.backends.cpu.get_cpu_capability()
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=quick)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head chooses from."""

    upos: int
    xpos: int
    lemma: int
    name: int
    relation: int

    @property
    def tags(self) -> list[int]:
        """The heads that read one word on its own, in the order of the output columns."""
        return [self.upos, self.xpos, self.lemma, self.name]


class Layer(nn.Module):
    """One transformer block, as in BERT."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.mixed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, INNER)
        self.narrow = nn.Linear(INNER, HIDDEN)
        self.narrowed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def _apart(self, states: Tensor) -> Tensor:
        batch, length, _ = states.shape
        return states.view(batch, length, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS).transpose(1, 2)

    def _attend(self, states: Tensor, bias: Tensor) -> Tensor:
        query, key, value = (self._apart(part(states)) for part in (self.query, self.key, self.value))
        if self.training:
            return functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        # Written out, because this is what the runtime's graph can hold.
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(HIDDEN // ATTENTION_HEADS) + bias, -1)
        return weights @ value

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The states one block on."""
        context = self._attend(states, bias).transpose(1, 2).reshape(states.shape)
        states = self.mixed(states + self.dropout(self.mix(context)))
        return self.narrowed(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """BERT with one more embedding: the shape of the word, which an uncased vocabulary has lost."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """One state a piece."""
        states = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.segment + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        bias = (1.0 - (pieces != 0)[:, None, None, :].to(states.dtype)) * MASKED
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take over a published BERT encoder."""
        parts: dict[str, nn.Module] = {"embeddings.LayerNorm": self.norm}
        for number, layer in enumerate(self.layers):
            prefix = f"encoder.layer.{number}."
            parts |= {prefix + theirs: getattr(layer, ours) for theirs, ours in _LAYER_NAMES.items()}
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.segment.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            for name, part in parts.items():
                for key, parameter in part.named_parameters():
                    parameter.copy_(weights[f"{name}.{key}"])


_LAYER_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mix",
    "attention.output.LayerNorm": "mixed",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "narrowed",
}


def _rows(states: Tensor, places: Tensor) -> Tensor:
    """``states[sentence, place]`` for every place [sentence, word]; whole rows, which the runtime copies fastest."""
    batch, length, width = states.shape
    starts = torch.arange(batch, device=places.device)[:, None] * length
    return states.reshape(batch * length, width)[places + starts]


class Network(nn.Module):
    """The encoder and its heads. Column 0 of every word tensor is the root, read at the encoder's first piece."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.2)
        self.tags = nn.Linear(HIDDEN, sum(sizes.tags))
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc_pair = nn.Parameter(torch.empty(ARC, ARC))
        nn.init.orthogonal_(self.arc_pair)
        self.arc_prior = nn.Linear(ARC, 1, bias=False)
        self.relation_dependent, self.relation_head = nn.Linear(HIDDEN, RELATION), nn.Linear(HIDDEN, RELATION)
        self.relation = nn.Linear(RELATION * 3, sizes.relation)

    def words(self, states: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
        """A word is the mean of the encoder's states of its first and its last piece."""
        return self.dropout((_rows(states, firsts) + _rows(states, lasts)) * 0.5)

    def arcs(self, words: Tensor, firsts: Tensor) -> Tensor:
        """Scores [batch, dependent, head]; padding can be nobody's head."""
        dependents, heads = functional.relu(self.arc_dependent(words)), functional.relu(self.arc_head(words))
        pairs = (dependents @ self.arc_pair) @ heads.transpose(1, 2)
        scores = pairs / math.sqrt(ARC) + self.arc_prior(heads).transpose(1, 2)
        there = torch.cat([torch.ones_like(firsts[:, :1]), firsts[:, 1:]], 1) > 0
        return scores + (1.0 - there.to(scores.dtype))[:, None, :] * MASKED

    def ends(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Each word as the dependent and as the head of a relation."""
        return functional.relu(self.relation_dependent(words)), functional.relu(self.relation_head(words))

    def relations(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Label scores [batch, dependent, label] for the chosen head of each word."""
        heads = _rows(heads, chosen)
        return self.relation(torch.cat([dependents, heads, dependents * heads], -1))

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor, lasts: Tensor) -> tuple[Tensor, ...]:
        """What the runtime asks for: best tags, best heads, their labels, and what mending a tree or a name needs.

        The encoder's states come last: the runtime asks for them alone to see how fast it would be without heads.
        """
        states = self.encoder(pieces, shapes)
        words = self.words(states, firsts, lasts)
        upos, xpos, lemma, name = torch.split(self.tags(words), self.sizes.tags, -1)
        arcs = self.arcs(words, firsts)
        heads = arcs.argmax(-1)
        dependents, governors = self.ends(words)
        labels = self.relations(dependents, governors, heads).argmax(-1)
        best = [part.argmax(-1) for part in (upos, xpos, lemma, name)]
        answers = torch.stack([*best, heads, labels], -1).to(torch.int32)
        return answers, arcs, dependents, governors, name, states
