"""What figures settle at: ``python -m bench.revisions [--corpora DIR]``, from the project's root.

DIR holds ``revisions``: published daily figures and how each was corrected later, by two publishers. It is replayed by
the time of each correction: before a batch of corrections is seen, the range of each figure in it is asked of what
all batches before it taught, from nothing at the first. Scored is how often the range holds the value at which the
figure settled, by the age of the figure, and the interval score (Gneiting and Raftery 2007; less is better) on inverse
hyperbolic sines. Beside it stands the last value with the spread of past errors: by a normal law, by their quantiles.

Every figure also goes into a record as a row of a table, on the day it is of, and each correction as the new version of
its row, on the day it was made. Scored is how many corrections ``changes`` tells on their day and in their direction,
and how many changes it tells that are none.
"""

import argparse
import csv
import math
import re
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.beside import CORPORA, folder
from reportedly.claims.coded import coded
from reportedly.documents.tables import coding, read_table
from reportedly.errors import ReadError
from reportedly.estimates.settling import AGES, GRID, TAIL, Correction, Settling
from reportedly.history import History
from reportedly.ledger import Ledger
from reportedly.model import Coding, Document, Reading

FILES = {
    "palestine_revisions_from_git.csv": ("report_date", "commit_time"),
    "ua_mod_revisions_from_git.csv": ("date", "committed_at"),
}
AT_ALL = "day"  # counts the days of the war and measures nothing
NORMAL = 1.645  # standard deviations that hold nine in ten
Range = tuple[float, float]


@dataclass(frozen=True)
class Revised:
    """A figure as it stood before a correction, and what it settled at."""

    publisher: str
    field: str
    day: str
    born: str
    at: datetime
    value: float
    new: float
    settled: float

    @property
    def error(self) -> float:
        """How far it lay from what it settled at."""
        return math.asinh(self.settled) - math.asinh(self.value)

    @property
    def age(self) -> int:
        """Days from when it was told to when it was corrected."""
        return (self.at.date() - date.fromisoformat(self.born)).days


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def corrected(root: Path) -> list[Revised]:
    """Every numeric correction, in the order of their time."""
    return sorted((one for name in FILES for one in _of_file(root / name)), key=lambda one: (one.at, one.publisher))


def revised(root: Path) -> list[Revised]:
    """Those of figures that did not come back to what they were."""
    return [one for one in corrected(root) if one.value != one.settled]


def _of_file(path: Path) -> Iterator[Revised]:
    told_on, corrected_at = FILES[path.name]
    chains: defaultdict[tuple[str, ...], list[tuple[datetime, float, float]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            old, new = _number(row["old"]), _number(row["new"])
            if old is not None and new is not None and row["field"] != AT_ALL:
                moment = datetime.fromisoformat(row[corrected_at]).astimezone(UTC)
                chains[row["file"], row[told_on], row["field"]].append((moment, old, new))
    for (_, day, field), chain in chains.items():
        chain.sort()
        born = day
        for moment, old, new in chain:
            publisher = path.name.partition("_")[0]
            yield Revised(publisher, field, day, born, moment, old, new, chain[-1][2])
            born = moment.date().isoformat()


def settling(seen: Sequence[Revised], batch: Sequence[Revised]) -> list[Range]:
    """The ranges of ``batch`` by what ``seen`` taught."""
    learned = Settling(Correction(one.publisher, one.field, one.age, one.error, str(one.at)) for one in seen)
    found = []
    for one in batch:
        errors = learned.errors(one.publisher, one.field, one.age)
        found.append((errors[int(TAIL * GRID)], errors[math.ceil((1 - TAIL) * GRID) - 1]))
    return found


def normal(seen: Sequence[Revised], batch: Sequence[Revised]) -> list[Range]:
    """The last value with the spread of its publisher's past errors, as a normal law."""
    found = []
    for one in batch:
        errors = [past.error for past in seen if past.publisher == one.publisher]
        width = NORMAL * statistics.pstdev(errors) if len(errors) > 1 else 0.1
        found.append((-width, width))
    return found


def quantiles(seen: Sequence[Revised], batch: Sequence[Revised]) -> list[Range]:
    """The last value with the fifth and the ninety-fifth hundredth of its publisher's past errors."""
    found = []
    for one in batch:
        errors = sorted(past.error for past in seen if past.publisher == one.publisher)
        ends = (errors[int(TAIL * len(errors))], errors[int((1 - TAIL) * len(errors))]) if len(errors) > 1 else None
        found.append(ends or (-0.1, 0.1))
    return found


# The replay


KEY = """
[columns]
published = "day"
source = "who"
measure = "what"
low = "from"
high = "to"
as_of = "day"
place = "where"
"""
ROW = "day,who,where,what,from,to\n{day},{who},{where},{what},{value},{value}\n"
WHERE = {"palestine": "Palestine", "ua": "Ukraine"}
ROUND = 10**9
TURNED = re.compile(r" (\S+), before (\S+)$")  # how a new version tells a figure and what it was


def replay(figures: Sequence[Revised], folder_: Path) -> dict[str, float]:
    """How many corrections ``changes`` tells on their day in their direction; and what else it tells."""
    key = folder_ / "key.toml"
    key.write_text(KEY, "utf-8")
    coding_ = coding(str(key))
    book = Ledger(str(folder_ / "figures.ledger"), create=True)
    chains: defaultdict[tuple[str, str, str], list[Revised]] = defaultdict(list)
    for one in figures:
        chains[one.publisher, one.day, one.field].append(one)
    told: list[tuple[str, Document, Reading]] = []
    wanted: set[tuple[str, str, str]] = set()
    for place, (name, chain) in enumerate(sorted(chains.items())):
        states = [(f"{name[1]}T00:00:00Z", chain[0].value)]
        states += [(f"{one.at.date()}T12:00:00Z", one.new) for one in chain]
        for learned, value in dict(states).items():
            told.append((learned, *_row(folder_ / f"{place}.csv", name, value, coding_)))
        for (_, before), (learned, after) in pairwise(dict(states).items()):
            if after != before:
                wanted.add((learned[:10], told[-1][1].address, "raised" if after > before else "lowered"))
    with book.writing() as writer:
        for learned, document, reading in sorted(told, key=lambda one: (one[0], one[1].address)):
            writer.add(document, reading, learned)
    return _compared(History(book), wanted, {document.id: document.address for _, document, _ in told})


def _row(path: Path, name: tuple[str, str, str], value: float, coding_: Coding) -> tuple[Document, Reading]:
    who, day, field = name
    exact = f"{Fraction(value).limit_denominator(ROUND)}" if value != int(value) else f"{int(value)}"
    told = {"day": day, "who": f"{who} publisher", "where": WHERE[who], "what": field.replace(",", " "), "value": exact}
    path.write_text(ROW.format(**told), "utf-8")
    (document,) = read_table(str(path), coding_)
    if isinstance(document, ReadError):
        raise document
    return document, coded(document, coding_)


def _compared(history: History, wanted: set[tuple[str, str, str]], homes: Mapping[str, str]) -> dict[str, float]:
    found: set[tuple[str, str, str]] = set()
    for day in sorted({day for day, _, _ in wanted}):
        for change in history.changed(f"{day}T11", f"{day}T13"):
            if change.kind == "version" and (turned := TURNED.search(change.sentence)):
                after, before = (Fraction(number) for number in turned.groups())
                found.add((day, homes[change.document or ""], "raised" if after > before else "lowered"))
    return {"told": len(found & wanted) / len(wanted), "true": len(found & wanted) / max(1, len(found))}


Rule = Callable[[Sequence[Revised], Sequence[Revised]], list[Range]]
RULES: dict[str, Rule] = {"settling": settling, "spread, normal": normal, "spread, quantiles": quantiles}


def replayed(figures: Sequence[Revised], rule: Rule) -> list[tuple[Revised, Range]]:
    """Each figure with the range that ``rule`` gave before its batch of corrections was seen."""
    found: list[tuple[Revised, Range]] = []
    seen: list[Revised] = []
    for _, group in groupby(figures, key=lambda one: one.at):
        batch = list(group)
        found += zip(batch, rule(seen, batch), strict=True)
        seen += batch
    return found


def _score(found: Sequence[tuple[Revised, Range]]) -> tuple[float, float, float]:
    """The share within, the mean interval score and the median width."""
    within = [low <= one.error <= high for one, (low, high) in found]
    scores = [
        high - low + 1 / TAIL * (max(0.0, low - one.error) + max(0.0, one.error - high)) for one, (low, high) in found
    ]
    widths = [high - low for _, (low, high) in found]
    return sum(within) / len(found), statistics.fmean(scores), statistics.median(widths)


def _ages() -> Iterator[tuple[str, Callable[[Revised], bool]]]:
    first, second = AGES
    yield "all", lambda one: True
    yield f"to {first} days", lambda one: one.age <= first
    yield f"to {second} days", lambda one: first < one.age <= second
    yield "older", lambda one: one.age > second


def measured(corpora: Path = CORPORA) -> dict[str, float]:
    """The scores that are pinned; none where the corpus is not there."""
    root = folder("revisions", corpora)
    if root is None:
        return {}
    found = replayed(revised(root), settling)
    scores = {name: _score([pair for pair in found if chosen(pair[0])])[0] for name, chosen in _ages()}
    with TemporaryDirectory() as made:
        shares = replay(corrected(root), Path(made))
    scores_of_replay = {f"replay, {name}": share for name, share in shares.items()}
    # How far coverage may stray from nine in ten is what is pinned, as one less the distance.
    return scores_of_replay | {f"coverage, {name}": 1 - abs(share - (1 - 2 * TAIL)) for name, share in scores.items()}


def main() -> None:
    """Print coverage, interval score and width, by age and rule."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--corpora", type=Path, default=CORPORA)
    root = folder("revisions", reader.parse_args().corpora)
    if root is None:
        raise SystemExit("the corpus revisions is not there; see --corpora")
    every = corrected(root)
    with TemporaryDirectory() as made:
        shares = replay(every, Path(made))
    print(
        f"{len(every)} numeric corrections replayed: told on their day, in their direction {shares['told']:.1%};"
        f" of the changes told on those days true {shares['true']:.1%}"
    )
    figures = revised(root)
    batches = len({one.at for one in figures})
    print(f"{len(figures)} figures later corrected, on {batches} occasions; ranges of {Fraction(9, 10)}")
    for name, rule in RULES.items():
        found = replayed(figures, rule)
        for age, chosen in _ages():
            part = [pair for pair in found if chosen(pair[0])]
            share, score, width = _score(part)
            print(
                f"{name:18} {age:12} {len(part):4}  within {share:6.1%}  interval score {score:.3f}  width {width:.3f}"
            )


if __name__ == "__main__":
    main()
