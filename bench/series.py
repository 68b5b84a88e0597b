"""How well figures are put together: ``python -m bench.series [--table CSV] [--misses]``.

Two yardsticks by the grouping by hand of ``bench/gold/origins/series.csv``, as pairs of figures that are one series:
the table of reported figures, read by ``examples/tables/dprk-russia.toml``; and the reports of ``bench/gold/origins``,
each made of rows of that table, whose figures are found in the text by their values. Left out are rows marked as
unsure, and of reports those rows that a trap tells as another thing. Beside the texts stands of how many figures the
own sentence tells the key, and of how many the context had to. Third, pairs of sentences on other subjects
(``bench/gold/series``): of those that are the same how many are joined, and of those that are not.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from bench.beside import SHARED
from bench.corpora import ROOT
from bench.origins import Agreement, agreement, gold, pairs
from reportedly.errors import ReadError
from reportedly.flow import absorb, extract, plain, tabulate
from reportedly.model import Claim, Key
from reportedly.series import Keyed, keyed, series, together

GOLD = ROOT / "bench/gold/origins"
PAIRS = ROOT / "bench/gold/series"
TOLD = "2025-06-01"  # when the sentences of the pairs were told
TABLE = SHARED / "cases/dprk-russia/figures.csv"
KEY = ROOT / "examples/tables/dprk-russia.toml"
Member = tuple[str, int]
NOTHING = Key("nothing named", "count")


@dataclass(frozen=True)
class Told:
    """Groups wanted and found, and what each member says."""

    wanted: list[list[Member]]
    found: list[list[Member]]
    says: dict[Member, str]
    keys: dict[Member, Key]
    filled: tuple[int, int] = (0, 0)
    missed: int = 0

    @property
    def agreement(self) -> Agreement:
        """How far they agree."""
        return agreement(self.wanted, self.found)


def homes() -> dict[int, str]:
    """The series of each sure row."""
    found = {}
    for row in gold("series.csv"):
        unsure = set(row["unsure_rows"].split())
        found.update({int(number): row["series"] for number in row["rows"].split() if number not in unsure})
    return found


def table(path: Path) -> Told:
    """The rows of the table."""
    known = homes()
    read = [pair for pair in tabulate([str(path)], str(KEY)) if not isinstance(pair, ReadError)]
    at = {claim.id: ("", int(d.address.rpartition(":")[2])) for d, reading in read for claim in reading.claims}
    told = {found.claim.id: found for found in together(read)}
    says = {at[name]: _shown(found) for name, found in told.items()}
    keys = {at[name]: found.key for name, found in told.items()}
    groups = [[at[claim] for claim in one.claims if at[claim][1] in known] for one in series(read)]
    return Told(_wanted([member for group in groups for member in group], known), groups, says, keys)


def _wanted(members: Iterable[Member], known: dict[int, str]) -> list[list[Member]]:
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[known[member[1]]].append(member)
    return list(groups.values())


def texts(path: Path) -> Told:
    """The figures of the reports that tell a row of the table."""
    known = homes()
    with path.open(encoding="utf-8", newline="") as file:
        rows = dict(enumerate(csv.DictReader(file), 1))
    lines = [json.loads(line) for line in (GOLD / "reports.jsonl").read_text("utf-8").splitlines()]
    read = [
        pair
        for pair in absorb(str(GOLD / "reports" / line["file"]) for line in lines)
        if not isinstance(pair, ReadError)
    ]
    at: dict[str, Member] = {}
    says: dict[Member, str] = {}
    told: dict[Member, Key] = {}
    missed = 0
    keys = {found.claim.id: found for found in together(read)}
    for line, (document, reading) in zip(lines, read, strict=True):
        for number in line["rows"]:
            if number not in known or _is_trapped(line, rows[number], number):
                continue
            claim = _telling(reading.claims, rows[number], set(at))
            if claim is None:
                missed += 1
                continue
            at[claim.id] = (line["file"], number)
            words = " ".join(claim.context.quote.split())[:160]
            says[at[claim.id]] = f"{document.published} [{claim.quantity.written}] {words}"
            told[at[claim.id]] = keys[claim.id].key if claim.id in keys else NOTHING
    groups = [[at[claim] for claim in one.claims if claim in at] for one in series(read)]
    read_keys = [keys[name] for name in at if name in keys]
    return Told(_wanted(at.values(), known), groups, says, told, _filled(read_keys), missed)


def _is_trapped(line: dict[str, object], row: dict[str, str], number: int) -> bool:
    """Whether the report tells the row as something else, so that its series is not the row's."""
    return line["trap"] in ("definition", "scope", "status", "number") and line["rows"][0] == number  # type: ignore[index]


def _telling(claims: Sequence[Claim], row: dict[str, str], taken: set[str]) -> Claim | None:
    """The claim with the row's value, that of the body first."""
    ends = {abs(Fraction(row[column])) for column in ("value_low", "value_high") if row[column]}
    for claim in sorted(claims, key=lambda claim: (claim.part != "body", claim.evidence.start)):
        told = {end for end in (claim.quantity.low, claim.quantity.high) if end is not None}
        if told and {abs(end) for end in told} <= ends and claim.id not in taken and claim.same_as is None:
            return claim
    return None


def _shown(found: Keyed) -> str:
    figure, words = found.claim.quantity.written, " ".join(found.claim.context.quote.split())
    return f"{found.document.published} [{figure}] {words[-160:] if found.claim.basis == 'coded' else words[:160]}"


def _filled(found: Sequence[Keyed]) -> tuple[int, int]:
    """Of the figures in question, those whose key is all told by their own words, and all."""
    return sum(not one.filled for one in found), len(found)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Of pairs of sentences: those joined among the same and among the others, and how many there are of each."""

    joined: int
    same: int
    wrongly: int
    others: int
    misses: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Of the pairs joined, those that are the same."""
        return self.joined / (self.joined + self.wrongly) if self.joined + self.wrongly else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are the same, those joined."""
        return self.joined / self.same


def sentences(name: str) -> Pairs:
    """The pairs of a file of ``bench/gold/series``."""
    lines = [json.loads(line) for line in (PAIRS / name).read_text("utf-8").splitlines()]
    told = [(line, _first(line["one"]), _first(line["other"])) for line in lines]
    found = [(line, one is not None and one == other) for line, one, other in told]
    misses = tuple(f"{line['one']} | {line['other']}" for line, joined in found if joined != line["same"])
    return Pairs(
        sum(joined and line["same"] for line, joined in found),
        sum(line["same"] for line in lines),
        sum(joined and not line["same"] for line, joined in found),
        sum(not line["same"] for line in lines),
        misses,
    )


def _first(text: str) -> Key | None:
    document = replace(plain(text), published=TOLD)
    return next((found.key for found in keyed(document, extract(document))), None)


def measured() -> dict[str, float]:
    """The scores that floors are pinned to."""
    rows, reports = table(TABLE).agreement, texts(TABLE).agreement
    others = {name: sentences(f"{name}.jsonl") for name in ("pairs", "later")}
    return {
        **{f"{name} precision": pair.precision for name, pair in others.items()},
        **{f"{name} recall": pair.recall for name, pair in others.items()},
        "table precision": rows.precision,
        "table recall": rows.recall,
        "reports precision": reports.precision,
        "reports recall": reports.recall,
    }


def _misses(told: Told) -> None:
    """What keeps apart those that belong together, by how many pairs it does; and who was joined wrongly."""
    one, two = pairs(told.wanted), pairs(told.found)
    causes: Counter[str] = Counter()
    examples: dict[str, tuple[Member, Member]] = {}
    for first, second in one - two:
        mine, theirs = told.keys[first], told.keys[second]  # type: ignore[index]
        slots = [slot for slot in Key.__slots__ if getattr(mine, slot) != getattr(theirs, slot)]
        pairs_of = (sorted((str(getattr(mine, slot)), str(getattr(theirs, slot)))) for slot in slots)
        cause = "; ".join(f"{slot} {a} / {b}" for slot, (a, b) in zip(slots, pairs_of, strict=True))
        causes[cause] += 1
        examples[cause] = first, second  # type: ignore[assignment]
    print(f"\nnot joined: {len(one - two)}")
    for cause, times in causes.most_common(40):
        print(f"  {times:4} {cause}\n", *(f"         {told.says[member]}\n" for member in examples[cause]))
    print(f"\njoined wrongly: {len(two - one)}")
    wrong = Counter(member for pair in two - one for member in pair)
    for member, times in wrong.most_common(40):
        print(f"  {times:4} {member} {told.says[member]}\n         {told.keys[member]}")  # type: ignore[index]


def main() -> None:
    """Print one line for each yardstick."""
    options = argparse.ArgumentParser(prog="python -m bench.series", description=__doc__)
    options.add_argument("--table", type=Path, default=TABLE, help=f"by default {TABLE}")
    options.add_argument("--misses", action="store_true", help="tell what was joined wrongly, and what was not")
    asked = options.parse_args()
    if not asked.table.is_file():
        print(f"skipped: {asked.table} is not there; name it with --table")
        return
    for name, told in (("table", table(asked.table)), ("reports", texts(asked.table))):
        pair = told.agreement
        scores = f"precision {pair.precision:.3f}, recall {pair.recall:.3f}, F1 {pair.f1:.3f}"
        print(f"{name:8} pairs {scores}; wanted {pair.wanted}, found {pair.found}")
        if told.filled[1]:
            own, every = told.filled
            words = f"{own} of {every} figures tell their key by their own words, {every - own} by their context too"
            print(f"{'':8} {words}; {told.missed} more were not found")
        if asked.misses:
            _misses(told)
    for name in ("pairs", "later"):
        found = sentences(f"{name}.jsonl")
        same = f"joined {found.joined} of {found.same} that are the same"
        print(f"{name:8} {same}, {found.wrongly} of {found.others} that are not")
        if asked.misses and name == "pairs":
            print("", *found.misses, sep="\n  ")


if __name__ == "__main__":
    main()
