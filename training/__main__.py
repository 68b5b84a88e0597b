"""Treebanks become the shipped model: ``python -m training --corpora DIR --out src/reportedly/language``."""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch

from reportedly.language import shipped
from reportedly.language.pieces import Pieces
from training import bases, encoder, export, fit, stops
from training.corpora import Corpora
from training.examples import Encoding, Labels
from training.network import Network

NETWORK = "network.pt"
STEPS = ("fit", "export", "stops", "bases", "seal")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of ud-ewt, ud-gum, uner-ewt (or .tar.xz)")
    parser.add_argument("--out", type=Path, default=Path("src/reportedly/language"), help="where the model is shipped")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where intermediate files lie")
    parser.add_argument("--epochs", type=float, default=fit.Schedule().epochs)
    parser.add_argument("--threads", type=int, default=fit.Schedule().threads)
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="which steps to take; all by default")
    return parser.parse_args()


def _encoding(labels: Labels) -> Encoding:
    return Encoding(Pieces.of(encoder.vocabulary().read_text(encoding="utf-8")), labels)


def _fit(corpora: Corpora, work: Path, schedule: fit.Schedule) -> None:
    train, dev = corpora.split("train"), corpora.split("dev")
    lessons = fit.Lessons(train.ewt + train.gum, dev.ewt, dev.gum[::3] + dev.ewt[::6])
    labels = Labels.of(lessons.full)
    random.seed(fit.SEED)
    torch.manual_seed(fit.SEED)
    network = Network(fit.sizes(labels))
    network.encoder.start_from(encoder.weights())
    fit.fit(network, _encoding(labels), lessons, schedule, lambda so_far: fit.save(work / NETWORK, so_far, labels))


def main(steps: Sequence[str] | None = None) -> None:
    """Take the steps asked for, in order."""
    asked = _arguments()
    asked.work.mkdir(parents=True, exist_ok=True)
    asked.out.mkdir(parents=True, exist_ok=True)
    corpora = Corpora(asked.corpora, asked.work / "corpora")
    chosen = steps or asked.steps
    if "fit" in chosen:
        _fit(corpora, asked.work, fit.Schedule(epochs=asked.epochs, threads=asked.threads))
    train = corpora.split("train")
    sentences = train.ewt + train.gum
    if "export" in chosen:
        network, labels = fit.load(asked.work / NETWORK)
        files = {"vocabulary": encoder.vocabulary(), "work": asked.work, "out": asked.out}
        export.export(network, _encoding(labels), sentences, **files)
    if "stops" in chosen:
        stops.write(asked.out / shipped.STOPS, stops.learn(sentences))
    if "bases" in chosen:
        bases.write(asked.out / shipped.BASES, bases.learn(sentences))
    if "seal" in chosen:
        export.seal(fit.load(asked.work / NETWORK)[1], asked.out)


if __name__ == "__main__":
    main()
