"""No score falls unseen: ``python -m bench.gate``, from the project's root, compares scores with their floors.

``bench/floors.json`` pins each score with the command that prints it, the digest of its corpus and the commit.
``--pin`` raises floors to the present scores and never lowers one; ``--lower NAME --reason TEXT`` is the one way down,
and writes the reason into the changelog. ``--beside`` takes the scores on corpora that lie beside the checkout, too,
which takes minutes; without it their floors are told and not checked.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from bench import piles, quantities, sayings, standings, stories
from bench.beside import CORPORA, SHARED, digest
from bench.corpora import ROOT, Corpus, corpora
from reportedly.score import Score

FLOORS = ROOT / "bench/floors.json"
CHANGELOG = ROOT / "CHANGELOG.md"
UNRELEASED = "## [Unreleased]\n"

# Processors round the sums of an eight-bit model differently, which can turn one figure in some hundreds.
SLACK = 0.01

MEASURES: tuple[tuple[str, Callable[[Score], float]], ...] = (
    ("figures F1", lambda score: score.f1),
    ("status", lambda score: score.status),
)


# Yardsticks on corpora that are not ours to ship, by the module that prints them, with the files they depend on.
BESIDE: Mapping[str, tuple[Path, ...]] = {
    "attributions": (CORPORA / "polnear.tar.xz",),
    "conditions": (CORPORA / "counterfactuals.tar.xz",),
    "estimates": tuple(CORPORA / f"{name}.tar.xz" for name in ("population", "birthplaces", "truth-discovery")),
    "factuality": (CORPORA / "factuality.tar.xz",),
    "incidents": (CORPORA / "shooting-reports.tar.xz",),
    "narratives": (CORPORA / "strike-narratives.tar.xz", ROOT / "bench/gold/narratives/hand.jsonl"),
    "numbers": (CORPORA / "recognizers-specs.tar.xz",),
    "drifts": (SHARED / "cases/dprk-russia/figures.csv", ROOT / "bench/gold/origins/reports.jsonl"),
    "origins": (SHARED / "cases/dprk-russia/figures.csv",),
    "series": (SHARED / "cases/dprk-russia/figures.csv",),
    "revisions": (CORPORA / "revisions.tar.xz",),
    "times": (CORPORA / "timeml.tar.xz", CORPORA / "recognizers-specs.tar.xz"),
    "victims": (CORPORA / "shooting-reports.tar.xz",),
}


@dataclass(frozen=True, slots=True)
class Floor:
    """The least a score may be, and what it was taken on."""

    floor: float
    command: str
    corpus: str
    digest: str
    commit: str


def read() -> dict[str, Floor]:
    """The floors as pinned; none where nothing is pinned yet."""
    if not FLOORS.is_file():
        return {}
    return {name: Floor(**row) for name, row in json.loads(FLOORS.read_text("utf-8")).items()}


def write(floors: Mapping[str, Floor]) -> None:
    """Stores the floors in order of their names."""
    rows = {name: asdict(floors[name]) for name in sorted(floors)}
    FLOORS.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


def beside() -> dict[str, Floor]:
    """What would be pinned of the corpora beside the checkout that are there."""
    commit, found = _commit(), {}
    for module, files in BESIDE.items():
        known = digest(files)
        if known is not None:
            for name, value in import_module(f"bench.{module}").measured().items():
                told = " ".join(file.name for file in files)
                found[f"{module}: {name}"] = Floor(_down(value), f"python -m bench.{module}", told, known, commit)
    return found


def present() -> dict[str, Floor]:
    """What would be pinned now: every measure of every corpus of our own."""
    commit = _commit()
    figures = {
        f"{name}: {measure}": _taken(corpus, value(score), commit, f"bench.figures --gold {name}")
        for name, corpus in corpora().items()
        if corpus.there
        for score in [corpus.score()]
        for measure, value in MEASURES
    }
    counted = {
        f"{corpus.name}: {slot}": _taken(corpus, value, commit, "bench.quantities")
        for parts in quantities.PARTS
        for corpus in [quantities.corpus(parts)]
        for slot, value in quantities.measured(parts).items()
    }
    told = {
        f"sayings {part}: {slot}": _taken(sayings.corpus(part), value, commit, f"bench.{module} --part {part}")
        for part in sayings.PARTS
        for module, scores in (("sayings", sayings.measured(part)), ("standings", standings.measured(part)))
        for slot, value in scores.items()
        if module == "standings" or slot in ("chain", "root", "condition")
    }
    piled = {
        f"piles {part}: {measure}": _taken(piles.corpus(part), value, commit, "bench.piles")
        for part in piles.PARTS
        for measure, value in piles.measured(part).items()
    }
    clashes = {
        f"stories {part}: {measure}": _taken(stories.corpus(part), value, commit, "bench.stories")
        for part in stories.PARTS
        for measure, value in stories.measured(part).items()
    }
    return figures | told | counted | piled | clashes


def _taken(corpus: Corpus, value: float, commit: str, module: str) -> Floor:
    command = f"python -m {module}"
    return Floor(_down(value), command, corpus.files[0].as_posix(), corpus.digest(), commit)


def _down(value: float) -> float:
    """Rounded down, so that a floor never lies above the score it was taken from."""
    return int(value * 1000) / 1000


def _commit() -> str:
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "unknown"


def faults(floors: Mapping[str, Floor], now: Mapping[str, Floor]) -> list[str]:
    """What is wrong, one sentence each: a score below its floor, another corpus, a score gone or not pinned."""
    found = [f"{name}: not pinned yet; run: python -m bench.gate --pin" for name in sorted(now.keys() - floors.keys())]
    for name, pinned in sorted(floors.items()):
        if name not in now and is_beside(name):
            continue
        if name not in now:
            found.append(f"{name}: {pinned.corpus} is not there, so the score cannot be taken")
        elif now[name].digest != pinned.digest:
            found.append(
                f"{name}: its corpus is not the one of commit {pinned.commit[:12]};"
                " if that is meant, pin it anew (--pin, or --lower with a reason where the score is lower)"
            )
        elif now[name].floor < pinned.floor - SLACK:
            found.append(f"{name}: {now[name].floor:.3f} is below its floor {pinned.floor:.3f}; see: {pinned.command}")
    return found


def is_beside(name: str) -> bool:
    """Whether a floor is taken on a corpus beside the checkout, which need not be there."""
    return name.partition(":")[0] in BESIDE


def raised(floors: Mapping[str, Floor], now: Mapping[str, Floor]) -> dict[str, Floor]:
    """The floors after a pin: each present score where it is no lower, else what was pinned before."""
    kept = {name: row for name, row in floors.items() if name not in now or now[name].floor < row.floor}
    moved = {n: row for n, row in now.items() if n not in kept and _moves(floors.get(n), row)}
    return {**floors, **moved}


def _moves(old: Floor | None, new: Floor) -> bool:
    """Whether score or corpus changed; a commit alone is no reason to write."""
    return old is None or (old.floor, old.digest, old.command) != (new.floor, new.digest, new.command)


def lowered(changelog: str, name: str, old: Floor | None, new: Floor, reason: str) -> str:
    """The changelog with the lowered floor and its reason under what is not released yet."""
    before = f"{old.floor:.3f}" if old else "none"
    told = f"\n- Floor of *{name}* lowered from {before} to {new.floor:.3f}: {reason}\n"
    return changelog.replace(UNRELEASED, UNRELEASED + told, 1)


def _lower(name: str, reason: str, now: Mapping[str, Floor]) -> None:
    floors = read()
    if name not in now:
        sys.exit(f"{name!r} is no score; there are: {', '.join(sorted(now))}")
    text = CHANGELOG.read_text("utf-8")
    if UNRELEASED not in text:
        sys.exit(f"{CHANGELOG.name} has no line {UNRELEASED.strip()!r} to write the reason under")
    CHANGELOG.write_text(lowered(text, name, floors.get(name), now[name], reason), "utf-8")
    write({**floors, name: now[name]})


def main() -> None:
    """Check, pin or lower; the exit code is 1 where a floor does not hold."""
    options = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    options.add_argument("--pin", action="store_true", help="raise the floors to the present scores")
    options.add_argument("--lower", metavar="NAME", help="set one floor to its present, lower score")
    options.add_argument("--reason", help="why it is lowered; goes into the changelog")
    options.add_argument("--beside", action="store_true", help="also on corpora beside the checkout (minutes)")
    asked = options.parse_args()
    if bool(asked.lower) != bool((asked.reason or "").strip()):
        options.error("--lower needs --reason, and --reason needs --lower")
    now = present() | (beside() if asked.beside else {})
    if asked.lower:
        _lower(asked.lower, " ".join(asked.reason.split()), now)
    if asked.pin:
        write(raised(read(), now))
    floors = read()
    for name, row in sorted(now.items()):
        print(f"{name:32} {row.floor:.3f}  floor {f'{floors[name].floor:.3f}' if name in floors else 'none'}")
    if left := sorted(name for name in floors if is_beside(name) and name not in now):
        print(f"not taken: {len(left)} scores on corpora beside the checkout; see: python -m bench.gate --beside")
    if found := faults(floors, now):
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
