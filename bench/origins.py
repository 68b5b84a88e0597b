"""How well roots are resolved and statements joined: ``python -m bench.origins [--table CSV] [--misses]``.

The table of reported figures is read by ``examples/tables/dprk-russia.toml``; gold stands in ``bench/gold/origins``, as
its README says. Roots: pairs of spellings that are one root (F1), and whether a root is named. Statements: pairs of
rows that retell one saying (F1), over rows whose statement is sure. Without the table nothing is measured.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.beside import SHARED
from bench.corpora import ROOT
from reportedly.errors import ReadError
from reportedly.flow import tabulate
from reportedly.model import Origin
from reportedly.origins import origin, statements

GOLD = ROOT / "bench/gold/origins"
TABLE = SHARED / "cases/dprk-russia/figures.csv"
KEY = ROOT / "examples/tables/dprk-russia.toml"
JOINT = frozenset({"none", "group"})  # roots of which nobody is told: each stands alone


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pairs that belong together: how many are wanted, found, and both."""

    wanted: int
    found: int
    shared: int

    @property
    def precision(self) -> float:
        """Of the pairs found, those that are wanted."""
        return self.shared / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs wanted, those that are found."""
        return self.shared / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.shared / (self.wanted + self.found) if self.wanted + self.found else 1.0


def pairs(groups: Iterable[Iterable[Hashable]]) -> set[tuple[Hashable, ...]]:
    """Every pair of members of a group."""
    return {pair for group in groups for pair in combinations(sorted(group, key=str), 2)}


def agreement(wanted: Iterable[Iterable[Hashable]], found: Iterable[Iterable[Hashable]]) -> Agreement:
    """How far two groupings agree."""
    one, two = pairs(wanted), pairs(found)
    return Agreement(len(one), len(two), len(one & two))


def grouped(labels: Mapping[Hashable, Hashable]) -> list[list[Hashable]]:
    """Members by label."""
    groups: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for member, label in labels.items():
        groups[label].append(member)
    return list(groups.values())


def gold(name: str) -> list[dict[str, str]]:
    """The rows of a gold table."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Read:
    """The table as read: the origin of each spelling, and rows (from 1) by statement."""

    roots: dict[str, Origin]
    statements: list[list[int]]
    told: dict[int, str]


def read(table: Path) -> Read:
    """Reads every row."""
    with table.open(encoding="utf-8", newline="") as file:
        spellings = [row["original_source"] for row in csv.DictReader(file)]
    found = [pair for pair in tabulate([str(table)], str(KEY)) if not isinstance(pair, ReadError)]
    numbers = {
        claim.id: int(document.address.rpartition(":")[2]) for document, reading in found for claim in reading.claims
    }
    roots, told = {}, {}
    for document, reading in found:
        for claim in reading.claims:
            number = numbers[claim.id]
            roots.setdefault(spellings[number - 1], origin(document, claim))
            measure = claim.measure.slug if claim.measure else ""
            told[number] = f"{document.published} {spellings[number - 1]} {measure} {claim.quantity.written}"
    made = [[numbers[claim] for claim in statement.claims] for statement in statements(found)]
    return Read(roots, made, told)


def roots(read: Read) -> tuple[Agreement, int, int]:
    """Pairs of spellings of one named root; and of how many spellings it is right whether somebody is named."""
    rows = [row for row in gold("roots.csv") if row["spelling"] in read.roots and row["sure"] == "yes"]
    named = [row for row in rows if row["level"] not in JOINT]
    wanted = grouped({row["spelling"]: row["root"] for row in named})
    found = grouped({row["spelling"]: read.roots[row["spelling"]].key for row in named})
    right = sum((row["named"] == "yes") == read.roots[row["spelling"]].named for row in rows)
    return agreement(wanted, found), right, len(rows)


def sayings(read: Read) -> tuple[Agreement, list[list[int]], list[list[int]]]:
    """Pairs of rows of one statement, over rows that are sure."""
    wanted = [
        [int(number) for number in row["rows"].split()] for row in gold("statements.csv") if row["unsure"] != "yes"
    ]
    sure = {number for group in wanted for number in group}
    found = [[number for number in group if number in sure] for group in read.statements]
    known = {number for group in found for number in group}
    wanted = [[number for number in group if number in known] for group in wanted]
    return agreement(wanted, found), wanted, found


def measured() -> dict[str, float]:
    """The scores that floors are pinned to."""
    known = read(TABLE)
    spelt, right, of = roots(known)
    return {"roots": spelt.f1, "named": right / of, "statements": sayings(known)[0].f1}


def _misses(known: Read) -> None:
    named = [row for row in gold("roots.csv") if row["spelling"] in known.roots]
    for row in sorted(named, key=lambda row: row["root"]):
        got = known.roots[row["spelling"]]
        print(f"  {row['root']:50} named {row['named']:4}| {row['spelling']:55} -> {got.key} ({got.rule})")
    _, wanted, found = sayings(known)
    one, two = pairs(wanted), pairs(found)
    for title, rows in (("not joined", one - two), ("joined wrongly", two - one)):
        print(f"\n{title}: {len(rows)}")
        for pair in sorted(rows, key=str):
            print("  ", *(f"[{number}] {known.told[number]}" for number in pair if isinstance(number, int)), sep="  ")


def main() -> None:
    """Print one line for each measure."""
    options = argparse.ArgumentParser(prog="python -m bench.origins", description=__doc__)
    options.add_argument("--table", type=Path, default=TABLE, help=f"by default {TABLE}")
    options.add_argument("--misses", action="store_true", help="tell what was joined wrongly, and what was not")
    asked = options.parse_args()
    if not asked.table.is_file():
        print(f"skipped: {asked.table} is not there; name it with --table")
        return
    known = read(asked.table)
    spelt, right, of = roots(known)
    said = sayings(known)[0]
    for name, pair in (("roots", spelt), ("statements", said)):
        beside = f"precision {pair.precision:.3f}, recall {pair.recall:.3f}; wanted {pair.wanted}"
        print(f"{name:11} pairs F1 {pair.f1:.3f} ({beside})")
    print(f"{'named':11} right for {right} of {of} spellings ({right / of:.3f})")
    if asked.misses:
        _misses(known)


if __name__ == "__main__":
    main()
