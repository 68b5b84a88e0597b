"""How well figures are read: ``python -m bench.figures [--gold NAME] [--misses]``, from the project's root.

A figure is right when low, high, approximator and counted head are all as marked (F1). Status and speaker are judged on
figures whose bounds are right. Abstentions stand beside them: statuses left open, and figures that count nothing named.
"""

import argparse
import sys
from itertools import groupby

from bench.corpora import corpora
from reportedly.score import Miss, Score


def line(name: str, score: Score) -> str:
    """One corpus's scores on one line."""
    return (
        f"{name:10} F1 {score.f1:.3f} (precision {score.precision:.3f}, recall {score.recall:.3f})"
        f"  status {score.status:.3f}  said by {score.said_by:.3f} (named {score.named_right}/{score.named})"
        f"  wanted {score.wanted}, found {score.found}, right {score.right}, missed {score.missed},"
        f" spurious {score.spurious}, abstained: status {score.unresolved}, head {score.headless}"
    )


def told(misses: tuple[Miss, ...]) -> str:
    """The misses, sorted by cause."""
    rows = []
    for cause, group in groupby(sorted(misses, key=lambda miss: miss.cause), key=lambda miss: miss.cause):
        found = list(group)
        rows.append(f"\n{cause}: {len(found)}")
        rows += [f"  [{m.item}] wanted {m.wanted} | found {m.found} | {' '.join(m.context.split())}" for m in found]
    return "\n".join(rows)


def main() -> None:
    """Print the scores of the corpora asked for, or of all that are there."""
    known = corpora()
    options = argparse.ArgumentParser(prog="python -m bench.figures", description=__doc__)
    options.add_argument("--gold", choices=sorted(known), help="one corpus only")
    options.add_argument("--misses", action="store_true", help="tell every miss, sorted by cause")
    asked = options.parse_args()
    for name in [asked.gold] if asked.gold else sorted(known):
        if not known[name].there:
            sys.exit(f"{name}: {', '.join(map(str, known[name].files))} is not there")
        score = known[name].score()
        print(line(name, score))
        if asked.misses:
            print(told(score.misses))


if __name__ == "__main__":
    main()
