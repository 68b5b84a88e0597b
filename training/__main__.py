"""Treebanks become the shipped model: ``python -m training --corpora DIR --out src/reportedly/language``."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from reportedly.language import shipped
from reportedly.language.pieces import Pieces
from training import bases, encoder, export, fit, reports, stops, teachers
from training.corpora import Corpora, Split
from training.examples import Encoding, Labels
from training.network import Network
from training.treebank import Gold

NETWORK = "network.pt"
STEPS = ("teachers", "fit", "export", "stops", "bases", "seal")

# Teachers differ in how long they learn, how much news they see and whether the running mean of their weights is
# kept, so that their mean knows what each is unsure of. The first goes on as the student: it sees the treebanks three
# times more, and as often what the teachers make of free reports.
_LEARNED = ((6, 1, 0), (6, 3, 0), (7, 2, 0.995), (8, 1, 0.995), (8, 3, 0.99), (7, 1, 0), (8, 2, 0.995), (10, 2, 0.995))
TEACHERS = tuple(
    fit.Schedule(epochs=epochs, news=news, remembered=remembered, seed=fit.SEED + number)
    for number, (epochs, news, remembered) in enumerate(_LEARNED)
)
STUDENT = fit.Schedule(epochs=3, encoder_rate=2e-4, heads_rate=1e-3, warm_up=60, remembered=0.99)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora (or their .tar.xz)")
    parser.add_argument("--out", type=Path, default=Path("src/reportedly/language"), help="where the model is shipped")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where intermediate files lie")
    parser.add_argument("--threads", type=int, default=fit.Schedule().threads)
    parser.add_argument("--device", type=torch.device, default="cpu", help="where networks are fitted; cpu by default")
    parser.add_argument("--teacher", type=int, help="fit only the teacher of this number: several fit at once")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="which steps to take; all by default")
    return parser.parse_args()


def _encoding(labels: Labels) -> Encoding:
    return Encoding(Pieces.of(encoder.vocabulary().read_text(encoding="utf-8")), labels)


def _taught(work: Path, number: int) -> Path:
    return work / f"teacher-{number}.pt"


def _teachers(corpora: Corpora, work: Path, threads: int, device: torch.device, only: int | None) -> None:
    train, dev = corpora.split("train"), corpora.split("dev")
    labels = Labels.of(train.ewt + train.gum)
    for number, schedule in enumerate(TEACHERS):
        if only not in (None, number):
            continue
        full = train.ewt + train.gum + (schedule.news - 1) * train.news
        lessons = fit.Lessons(full, dev.ewt, _measured(dev))
        torch.manual_seed(schedule.seed)
        network = Network(fit.sizes(labels))
        network.encoder.start_from(encoder.weights())
        path = _taught(work, number)
        fit.fit(
            network.to(device), _encoding(labels), lessons, replace(schedule, threads=threads), _saved(path, labels)
        )


def _measured(dev: Split) -> tuple[Gold, ...]:
    """What progress is measured on."""
    return dev.gum[::3] + dev.ewt[::6]


def _saved(path: Path, labels: Labels) -> Callable[[Network], None]:
    return lambda so_far: fit.save(path, so_far, labels)


def _fit(corpora: Corpora, work: Path, threads: int, device: torch.device) -> None:
    train, dev, test = (corpora.split(part) for part in ("train", "dev", "test"))
    networks, (labels, *_) = zip(*(fit.load(_taught(work, number)) for number in range(len(TEACHERS))), strict=True)
    encode = _encoding(labels)
    unread = reports.read(*corpora.reports(), kept_apart=dev.ewt + dev.gum + test.ewt + test.gum)
    torch.set_num_threads(threads)
    opinions = teachers.opinions([network.to(device) for network in networks], encode, unread)
    lessons = fit.Lessons(train.ewt + train.gum, dev.ewt, _measured(dev), unread, opinions)
    torch.manual_seed(fit.SEED)
    fit.fit(networks[0], encode, lessons, replace(STUDENT, threads=threads), _saved(work / NETWORK, labels))


def main(steps: Sequence[str] | None = None) -> None:
    """Take the steps asked for, in order."""
    asked = _arguments()
    asked.work.mkdir(parents=True, exist_ok=True)
    asked.out.mkdir(parents=True, exist_ok=True)
    corpora = Corpora(asked.corpora, asked.work / "corpora")
    chosen = steps or asked.steps
    if "teachers" in chosen:
        _teachers(corpora, asked.work, asked.threads, asked.device, asked.teacher)
    if "fit" in chosen:
        _fit(corpora, asked.work, asked.threads, asked.device)
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
