"""What does not add up and what became of plans, in small piles: ``python -m bench.stories [NAME ...] [--misses]``.

It is run from the project's root. Each line of ``bench/gold/stories/NAME.jsonl`` is a pile of one to three short
reports, marked as `gold/stories/README.md` says by who had seen no rule. A finding is right where
it shows at least two of the figures that were marked for it, a fate where the entry at the plan's words has the state
that was marked. Findings that nobody marked, and fates of what nobody marked as a plan, are counted too: they are what
would mislead a reader. Misses of the files in ``kept.txt`` are never shown.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpora import ROOT, Corpus
from bench.piles import Pile, Result, fates, findings
from reportedly.errors import ReadError
from reportedly.flow import absorb, conclude

GOLD = ROOT / "bench/gold/stories"
PARTS = ("open", "kept")


def score(file: Path) -> Result:
    """What is right and wrong of all the piles of ``file``."""
    result = Result()
    for line in file.read_text("utf-8").splitlines():
        story = json.loads(line)
        with TemporaryDirectory() as folder:
            for name, text in story["reports"].items():
                (Path(folder) / name).write_text(text, "utf-8")
            pairs = [pair for pair in absorb([folder]) if not isinstance(pair, ReadError)]
        report = conclude([document for document, _ in pairs], [reading for _, reading in pairs])
        mine = Result()
        findings(mine, story["findings"], Pile.of(report))
        fates(mine, story["fates"], Pile.of(report))
        result.counts += mine.counts
        result.misses += [(cause, f"[{story['subject']}] {told}") for cause, told in mine.misses]
    return result


def line(name: str, result: Result) -> str:
    """One file on two lines, and the findings by kind."""
    counts = result.counts
    kinds = sorted({cause.split(": ")[1] for cause in counts if ": " in cause})
    by_kind = ", ".join(
        f"{kind} {counts[f'findings right: {kind}']} of "
        f"{counts[f'findings right: {kind}'] + counts[f'findings missed: {kind}']}"
        for kind in kinds
    )
    return (
        f"{name:8} findings {counts['findings right']} of {counts['findings right'] + counts['findings missed']}"
        f" ({counts['findings unmarked']} unmarked): {by_kind}\n"
        f"  fates {counts['fates right']} right ({counts['fates settled']} settled), {counts['fates wrong']} wrong,"
        f" {counts['fates missed']} missed, {counts['fates not announced']} not announced,"
        f" {counts['fates unmarked']} of what was not marked"
    )


def kept() -> frozenset[str]:
    """Names of the files whose misses are never shown."""
    return frozenset((GOLD / "kept.txt").read_text("utf-8").split())


def _files(part: str) -> Iterator[Path]:
    return (file for file in sorted(GOLD.glob("*.jsonl")) if (file.stem in kept()) == (part == "kept"))


def corpus(part: str) -> Corpus:
    """The files that may be looked into, or those that are only scored."""
    return Corpus(f"stories {part}", tuple(file.relative_to(ROOT) for file in _files(part)))


def measured(part: str) -> dict[str, float]:
    """Of the findings and of the settled fates that are marked the share that is right, and of those told the share."""
    counts = sum((score(file).counts for file in _files(part)), Counter[str]())
    wrong = counts["fates wrong"] + counts["fates unmarked"]
    return {
        "findings found": counts["findings right"] / (counts["findings right"] + counts["findings missed"]),
        "findings precision": counts["findings hits"] / max(1, counts["findings hits"] + counts["findings unmarked"]),
        "fates found": counts["fates settled"] / max(1, counts["fates to settle"]),
        "fates precision": counts["fates settled"] / max(1, counts["fates settled"] + wrong),
    }


def main() -> None:
    """Print the files asked for, or all."""
    names = [file.stem for file in sorted(GOLD.glob("*.jsonl"))]
    options = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    options.add_argument("--misses", action="store_true", help="tell every miss of those that may be seen")
    asked = options.parse_args()
    for name in asked.names or names:
        result = score(GOLD / f"{name}.jsonl")
        print(line(name, result))
        if asked.misses and name not in kept():
            print("\n".join(f"    {cause}: {told}" for cause, told in sorted(result.misses)))


if __name__ == "__main__":
    main()
