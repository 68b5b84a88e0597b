"""How well single reports give the killed and the injured: ``python -m bench.victims [--sample N] [--seed S]``.

Each report of ``shooting-reports`` (dated reports of shootings with the incident's killed and injured; evaluation only,
development part) is read alone, and what its claims tell is taken as the product takes it (``events.tolls.told``; the
rule stands there). As the record has both numbers of every incident, who tells of the killed and of nobody injured
tells that nobody was. Beside the scores stand what always saying nought or one would give.

DIR holds the archives. Only figures are printed; with ``--misses`` the incident, what was wanted and what was found.
"""

import argparse
import io
import json
import random
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly import claims
from reportedly.events.tolls import told
from reportedly.language import Parser
from reportedly.model import Bounds, Claim, Document, Part

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"  # where they lie beside a checkout
NAME = "shooting-reports"

# What sets the name of a site apart from the headline, and what such names have in them.
SEPARATORS = re.compile(r"\s+(?:[-–—]|::)\s+|\s*\|\s*")
SITE = re.compile(r"\.(?:com|org|net|tv)\b|\bNews\b|\bWeather\b|\bChannel \d|\b[KW][A-Z]{2,3}\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A report and what its incident's record says."""

    incident: str
    title: str
    text: str
    killed: int
    injured: int
    published: str | None = None

    def document(self) -> Document:
        """Title as headline, without the name of the site behind it; paragraphs as body."""
        title = headline(self.title) or "-"
        text = f"{title}\n\n{self.text}"
        parts, at = [Part("headline", 0, len(title))], len(title) + 2
        for line in self.text.split("\n"):
            if line.strip():
                parts.append(Part("body", at, at + len(line)))
            at += len(line) + 1
        basis = "unknown" if self.published is None else "given"
        return Document(
            address=self.incident, text=text, parts=tuple(parts), published=self.published, published_basis=basis
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says; None where it does not say."""

    killed: int | None
    injured: int | None


def headline(title: str) -> str:
    """What stands before " - WABC News 5", "| Riga News, Weather" and the like."""
    for mark in SEPARATORS.finditer(title):
        if SITE.search(title, mark.end()):
            return title[: mark.start()].strip()
    return title.strip()


def reports(corpora: Path) -> Iterator[Report]:
    """Every report whose incident has both numbers, in the archive's order."""
    with tarfile.open(corpora / f"{NAME}.tar.xz") as archive:
        lines = {name: _lines(archive, f"{NAME}/{name}.jsonl") for name in ("incidents", "reports")}
    numbers = {row["incident"]: row for row in lines["incidents"]}
    for row in lines["reports"]:
        of = numbers.get(row["incident"])
        if of is not None:
            killed, injured = int(of["killed"]), int(of["injured"])
            yield Report(
                row["incident"], row["title"] or "", row["text"] or "", killed, injured, row["published"] or None
            )


def _lines(archive: tarfile.TarFile, name: str) -> list[dict[str, str]]:
    opened = archive.extractfile(name)
    return [json.loads(line) for line in io.TextIOWrapper(opened, "utf-8")] if opened else []


def answer(document: Document, written: Iterable[Claim]) -> Answer:
    """The killed and injured that the claims of one report tell."""
    found = told(document, written, silent="nobody")
    return Answer(*(_number(found.get(part)) for part in ("deaths", "wounded")))


def _number(found: Bounds | None) -> int | None:
    """The number by which bounds are told: their lower end, else their upper."""
    return None if found is None else int(found.low or found.high or 0)


# Scores


@dataclass(slots=True)
class Score:
    """How often a number is right, and how often none is given."""

    reports: int = 0
    right: int = 0
    silent: int = 0
    ones: int = 0
    noughts: int = 0

    def add(self, wanted: int, found: int | None) -> None:
        """Count one report."""
        self.reports += 1
        self.right += found == wanted
        self.silent += found is None
        self.ones += wanted == 1
        self.noughts += wanted == 0

    def __str__(self) -> str:
        of = self.reports or 1
        answered = self.reports - self.silent or 1
        return (
            f"right {self.right / of:.3f} of {self.reports} (of those answered {self.right / answered:.3f}), "
            f"no answer {self.silent / of:.3f}; always one {self.ones / of:.3f}, always nought {self.noughts / of:.3f}"
        )


def sampled(every: Sequence[Report], size: int | None, seed: int) -> list[Report]:
    """A sample of ``size`` reports, the same for the same seed; all of them where it is None."""
    return list(every) if size is None else random.Random(seed).sample(list(every), min(size, len(every)))


def read(parser: Parser, report: Report) -> Answer:
    """What one report says."""
    document = report.document()
    sentences = parser(document.text, claims.blocks(document))
    return answer(document, claims.extract(document, sentences, model=parser.name).claims)


PINNED = 400  # reports that floors are taken on; all of them take minutes


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: exactly right, on a draw."""
    parser, scores = Parser(), {"killed": Score(), "injured": Score()}
    for report in sampled(list(reports(CORPORA)), PINNED, 0):
        found = read(parser, report)
        scores["killed"].add(report.killed, found.killed)
        scores["injured"].add(report.injured, found.injured)
    return {name: score.right / score.reports for name, score in scores.items()}


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, default=CORPORA, help="the folder of the archives")
    options.add_argument("--sample", type=int, help="read so many reports, drawn at random")
    options.add_argument("--seed", type=int, default=0, help="the draw")
    options.add_argument("--misses", action="store_true", help="name the incidents that are wrong")
    asked = options.parse_args()
    if not (asked.corpora / f"{NAME}.tar.xz").is_file():
        print(f"not scored: {asked.corpora} lacks {NAME}; name the folder with --corpora")
        return
    chosen = sampled(list(reports(asked.corpora)), asked.sample, asked.seed)
    parser, scores, both = Parser(), {"killed": Score(), "injured": Score()}, 0
    for done, report in enumerate(chosen, 1):
        found = read(parser, report)
        scores["killed"].add(report.killed, found.killed)
        scores["injured"].add(report.injured, found.injured)
        right = (found.killed, found.injured) == (report.killed, report.injured)
        both += right
        if asked.misses and not right:
            print(f"{report.incident}: wanted {report.killed}/{report.injured}, found {found.killed}/{found.injured}")
        if done % 50 == 0 or done == len(chosen):
            print(f"{done} of {len(chosen)} reports", file=sys.stderr)
    for name, score in scores.items():
        print(f"{name:8} {score}")
    print(f"both     right {both / (len(chosen) or 1):.3f}")


if __name__ == "__main__":
    main()
