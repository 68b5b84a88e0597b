"""Examples become a trained network."""

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.examples import NOTHING, OPEN, TAGS, Batch, Encoding, Example, Labels, Taught, batch, batches, taught
from training.names import spans
from training.network import Network, Sizes, halved
from training.teachers import Opinions
from training.treebank import Gold
from training.varied import varied

LONGEST = 120  # words; the few longer training sentences are mostly lists
SEED = 20250617


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    epochs: float = 6.0
    encoder_rate: float = 3e-4
    heads_rate: float = 1.5e-3
    warm_up: int = 150
    budget: int = 1800  # pieces a batch
    threads: int = 2
    last_rate: float = 0.02  # of the full rate
    news: int = 1  # times that news is shown an epoch
    remembered: float = 0.0  # of the running mean of the weights, each step; 0 keeps the last weights instead
    seed: int = SEED


def sizes(labels: Labels) -> Sizes:
    """The heads these labels need."""
    return Sizes(len(labels.upos), len(labels.xpos), len(labels.rules), len(labels.names), len(labels.relations))


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    flat = labels.reshape(-1)
    summed = functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]).float(), flat, ignore_index=NOTHING, reduction="sum"
    )
    return summed / (flat != NOTHING).sum().clamp(min=1)


# Columns that a token outside every marked name may still be, where only people, places and organisations were marked.
_UNMARKED = [number for number, tag in enumerate(TAGS) if tag[2:] not in ("PER", "ORG", "LOC")]


def _names_loss(scores: Tensor, labels: Tensor) -> Tensor:
    chances = functional.log_softmax(scores.reshape(-1, scores.shape[-1]).float(), -1)
    flat = labels.reshape(-1)
    known, unmarked = flat >= 0, flat == OPEN
    surprise = -chances[known].gather(1, flat[known][:, None]).sum()
    surprise = surprise - chances[unmarked][:, _UNMARKED].logsumexp(1).sum()
    return surprise / (known | unmarked).sum().clamp(min=1)


def _doubt(scores: Tensor, chances: Tensor, there: Tensor) -> Tensor:
    """How far the scores are from the teachers' chances; 0 where they agree."""
    given = chances[there]
    found = functional.log_softmax(scores[there].float(), -1)
    return functional.kl_div(found, given, reduction="sum") / there.sum()


def losses(network: Network, given: Batch, taught: Taught | None = None) -> dict[str, Tensor]:
    """What each head got wrong, and how far it is from what it was taught."""
    above = given.heads if taught is None else torch.where(taught.there, taught.heads, given.heads)
    with halved(given.pieces.device):
        words = network.words(network.encoder(given.pieces, given.shapes), given.firsts, given.lasts)
        tags = network.tags(words)
        arcs = network.arcs(words, given.firsts)
        relations = network.relations(*network.ends(words), above.clamp(min=0))
    upos, xpos, rules, names = torch.split(tags, network.sizes.tags, -1)
    doubts = (
        {}
        if taught is None
        else {
            f"taught {name}": _doubt(scores, getattr(taught, name), taught.there)
            for name, scores in (
                ("upos", upos),
                ("xpos", xpos),
                ("names", names),
                ("arcs", arcs),
                ("relations", relations),
            )
        }
    )
    return doubts | {
        "upos": _cross(upos, given.upos),
        "xpos": _cross(xpos, given.xpos),
        "lemma": _cross(rules, given.rules),
        "arc": _cross(arcs, given.heads),
        "relation": _cross(relations, given.relations),
        "name": _names_loss(names, given.names),
    }


@torch.no_grad()
def dev_scores(network: Network, examples: Sequence[Example]) -> dict[str, float]:
    """Percentages on gold tokens, before any tree is mended."""
    network.eval()
    device = network.arc_pair.device
    count: Counter[str] = Counter()
    for group in batches(examples, 6000):
        given = batch(group).on(device)
        best, *_ = network(given.pieces, given.shapes, given.firsts, given.lasts)
        upos, _, rules, names, heads, relations = best.unbind(-1)
        there = given.upos != NOTHING
        attached = (heads == given.heads) & there
        count["words"] += int(there.sum())
        count["upos"] += int(((upos == given.upos) & there).sum())
        count["lemma"] += int(((rules == given.rules) & there).sum())
        count["uas"] += int(attached.sum())
        count["las"] += int((attached & (relations == given.relations)).sum())
        for gold, found in zip(given.names.tolist(), names.tolist(), strict=True):
            if max(gold) >= 0 and min(gold) > OPEN:
                marked = set(spans(TAGS[tag] for tag in gold[1:] if tag >= 0))
                guessed = set(spans(TAGS[tag] for tag, label in zip(found, gold, strict=True) if label >= 0))
                count["shared"] += 2 * len(marked & guessed)
                count["names"] += len(marked) + len(guessed)
    network.train()
    scores = {name: 100 * count[name] / count["words"] for name in ("upos", "lemma", "uas", "las")}
    return scores | {"names": 100 * count["shared"] / max(1, count["names"])}


def _optimiser(network: Network, schedule: Schedule) -> torch.optim.Optimizer:
    named = list(network.named_parameters())
    table = network.encoder.pieces.weight
    encoder = [p for n, p in named if n.startswith("encoder.") and p is not table and "shapes" not in n]
    heads = [p for n, p in named if not n.startswith("encoder.") or "shapes" in n]
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": schedule.encoder_rate, "weight_decay": 0.01},
            {"params": [table], "lr": schedule.encoder_rate, "weight_decay": 0.0},
            {"params": heads, "lr": schedule.heads_rate, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
    )


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learned from. ``names_only`` lends its names but not its trees, which are kept to measure by.

    ``unread`` has nothing but the teachers' ``opinions``, which stand by the words of a sentence.
    """

    full: Sequence[Gold]
    names_only: Sequence[Gold]
    dev: Sequence[Gold]
    unread: Sequence[Gold] = ()
    opinions: Opinions = field(default_factory=dict)

    def epoch(self, encode: Encoding, chance: random.Random) -> list[Example]:
        """All of it once, in this epoch's dress."""
        kept = [encode(varied(gold, chance)) for gold in self.full if len(gold.words) <= LONGEST]
        kept += [encode(gold, names_only=True) for gold in self.names_only if len(gold.words) <= LONGEST]
        bare = ((gold, encode(gold, names_only=True)) for gold in self.unread)
        return kept + [replace(example, opinion=self.opinions[gold.words]) for gold, example in bare]


def fit(
    network: Network, encode: Encoding, lessons: Lessons, schedule: Schedule, save: Callable[[Network], None]
) -> None:
    """Learn for the schedule's epochs; ``save`` is called after each."""
    torch.set_num_threads(schedule.threads)
    chance = random.Random(schedule.seed)
    device = network.arc_pair.device
    dev = [encode(gold) for gold in lessons.dev]
    optimiser = _optimiser(network, schedule)
    each = len(list(batches(lessons.epoch(encode, random.Random(schedule.seed)), schedule.budget)))
    total = int(each * schedule.epochs)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / schedule.warm_up) * max(schedule.last_rate, 1 - step / total)

    rates = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(schedule.remembered))
    kept = averaged.module if schedule.remembered else network
    step, began = 0, time.monotonic()
    network.train()
    while step < total:
        for group in batches(lessons.epoch(encode, chance), schedule.budget, chance):
            said = taught(group)
            parts = losses(network, batch(group).on(device), None if said is None else said.on(device))
            optimiser.zero_grad()
            torch.stack(list(parts.values())).sum().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            if schedule.remembered:
                averaged.update_parameters(network)
            step += 1
            if step % 50 == 0:
                report = {name: round(loss.item(), 3) for name, loss in parts.items()}
                print(f"step {step}/{total}, {time.monotonic() - began:.0f} s, {json.dumps(report)}", flush=True)
            if step >= total:
                break
        scores = {name: round(score, 2) for name, score in dev_scores(kept, dev).items()}
        print(f"dev after {step / each:.2f} epochs: {json.dumps(scores)}", flush=True)
        save(kept)


def save(path: Path, network: Network, labels: Labels) -> None:
    """Weights and labels together, so that a file is enough to go on from."""
    torch.save({"weights": network.state_dict(), "labels": asdict(labels)}, path)


def load(path: Path) -> tuple[Network, Labels]:
    """What ``save`` wrote."""
    kept = torch.load(path, weights_only=True, map_location="cpu")
    labels = Labels(**{name: tuple(values) for name, values in kept["labels"].items()})
    network = Network(sizes(labels))
    network.load_state_dict(kept["weights"])
    return network, labels
