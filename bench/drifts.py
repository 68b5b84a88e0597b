"""How many slips of retelling are found: ``python -m bench.drifts [--table CSV] [--half even] [--misses]``.

The table of reported figures is read by ``examples/tables/dprk-russia.toml``; its column ``trap`` says which rows
retell wrongly, and is read here alone. The reports of ``bench/gold/origins/reports`` are texts of our own, half of them
with one slip; the others hold look-alikes. Findings between documents count that are a contradiction or a tension, no
notes. A finding stands for the document that it is filed under; of two reports of one day, of which
nobody can tell which of them slipped, for either. Two sources that disagree have not slipped, and are only counted.

The small groups of ``bench/gold/slips`` are reports on unlike subjects, each group with one slip or with what only
looks like one: ``groups`` and ``later`` have been tuned on, ``fresh`` is scored and never looked into.

Some traps stand in no cell of the table: the row says the same as rows of its statement that are right, or stands
alone in it; and of some texts it is not the figure that is wrong, but how it was come by. Recall is told with and
without them. ``--half even`` leaves the odd rows and reports aside, which rules were not made on at first; since then
all are open.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.beside import SHARED
from bench.corpora import ROOT
from bench.origins import gold
from reportedly.errors import ReadError
from reportedly.flow import absorb, conclude, extract, tabulate
from reportedly.model import Document, Finding, Part, Report, Span

GOLD = ROOT / "bench/gold/origins"
SLIPS = ROOT / "bench/gold/slips"
TABLE = SHARED / "cases/dprk-russia/figures.csv"
KEY = ROOT / "examples/tables/dprk-russia.toml"
NO_SLIP = frozenset({"origins_disagree", "parts_outgrow_whole"})
GROUPS = ("groups", "later", "fresh")
UNSEEN = "fresh"  # its misses are never shown
HALVES = {"even": (0,), "odd": (1,), "both": (0, 1)}
UNCOUNTED = frozenset({"considered_as_decided", "derived_as_counted"})  # the figure is right, its story is not
SAYS = ("measure", "value_low", "value_high", "approximator", "original_source")  # cells that tell a slip


@dataclass(frozen=True)
class Told:
    """Traps by number, those that comparing can show, and the numbers that findings stand for, with their kinds."""

    traps: Mapping[int, str]
    visible: frozenset[int]
    found: Mapping[int, Sequence[Finding]]
    apart: int

    def half(self, parities: Sequence[int]) -> "Told":
        """Of some numbers only."""
        traps = {n: trap for n, trap in self.traps.items() if n % 2 in parities}
        return Told(traps, self.visible, {n: f for n, f in self.found.items() if n % 2 in parities}, self.apart)

    @property
    def right(self) -> frozenset[int]:
        """What was found and is a trap."""
        return frozenset(self.traps) & frozenset(self.found)

    @property
    def scores(self) -> tuple[float, float, float]:
        """Recall, recall of what can be seen, precision."""
        seen = frozenset(self.traps) & self.visible
        of_seen = len(self.right & seen) / max(1, len(seen))
        return len(self.right) / max(1, len(self.traps)), of_seen, len(self.right) / max(1, len(self.found))


def _told(report: Report, numbers: Mapping[str, int], traps: Mapping[int, str], visible: frozenset[int]) -> Told:
    documents = {document.id: document for document in report.documents}
    between = [found for found in report.findings if found.documents and found.strength != "note"]
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for one in between:
        if one.kind not in NO_SLIP:
            shown = [numbers[documents[name].address] for name in one.documents]
            known = [number for number in shown[:2] if number in traps and _is_tied(documents, one)]
            found[(known or shown)[0]].append(one)
    return Told(traps, visible, found, sum(one.kind in NO_SLIP for one in between))


def _is_tied(documents: Mapping[str, Document], found: Finding) -> bool:
    one, other = (documents[name].published for name in found.documents[:2])
    return one is not None and one == other


def of_table(path: Path) -> Told:
    """The rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = dict(enumerate(csv.DictReader(file), 1))
    pairs = [pair for pair in tabulate([str(path)], str(KEY)) if not isinstance(pair, ReadError)]
    report = conclude([document for document, _ in pairs], [reading for _, reading in pairs])
    numbers = {document.address: int(document.address.rpartition(":")[2]) for document in report.documents}
    return _told(report, numbers, {n: row["trap"] for n, row in rows.items() if row["trap"]}, _shown(rows))


def _shown(rows: Mapping[int, Mapping[str, str]]) -> frozenset[int]:
    """The trapped rows that some cell sets apart from every row of their statement that is right."""
    seen = set()
    for statement in gold("statements.csv"):
        members = [int(number) for number in f"{statement['rows']} {statement['likely']}".split()]
        right = [_cells(rows[number]) for number in members if not rows[number]["trap"]]
        for number in members:
            trap = rows[number]["trap"]
            is_told_late = trap == "stale" and not rows[number]["as_of_date"]
            if trap and ((right and _cells(rows[number]) not in right) or is_told_late):
                seen.add(number)
    return frozenset(seen)


def _cells(row: Mapping[str, str]) -> tuple[object, ...]:
    return (*(row[cell] for cell in SAYS), row["status"] in ("planned", "expected"))


def of_texts() -> Told:
    """The reports."""
    rows = [json.loads(line) for line in (GOLD / "reports.jsonl").read_text("utf-8").splitlines()]
    files = {row["file"]: number for number, row in enumerate(rows, 1)}
    pairs = [pair for pair in absorb([str(GOLD / "reports")]) if not isinstance(pair, ReadError)]
    report = conclude([document for document, _ in pairs], [reading for _, reading in pairs])
    numbers = {document.address: files[Path(document.address).name] for document in report.documents}
    traps = {files[row["file"]]: row["trap"] for row in rows if row["trap"]}
    shown = frozenset(files[row["file"]] for row in rows if row["trap"] and row["how"] not in UNCOUNTED)
    return _told(report, numbers, traps, shown)


def of_slips() -> tuple[dict[str, str], dict[str, list[str]], list[str]]:
    """The small situation: its slips by how, what was found of each, and the findings that show none of them."""
    rows = [json.loads(line) for line in (SLIPS / "slips.jsonl").read_text("utf-8").splitlines()]
    pairs = [pair for pair in absorb([str(SLIPS / "reports")]) if not isinstance(pair, ReadError)]
    report = conclude([document for document, _ in pairs], [reading for _, reading in pairs])
    texts = {document.id: (Path(document.address).name, document.text) for document in report.documents}
    spans = {claim.id: claim.evidence for reading in report.readings for claim in reading.claims}
    found: dict[str, list[str]] = {}
    wrong = []
    for one in report.findings:
        hit = [row["how"] for row in rows if any(_shows(row, texts, home, spans[claim]) for home, claim in one.places)]
        for how in hit if one.strength != "note" else ():
            found.setdefault(how, []).append(one.sentence)
        if not hit and one.strength != "note" and one.kind not in NO_SLIP:
            wrong.append(one.sentence)
    return {row["how"]: f"{row['words']} in {row['file']}" for row in rows}, found, wrong


def _shows(row: Mapping[str, str], texts: Mapping[str, tuple[str, str]], home: str, span: Span) -> bool:
    """Whether a figure of the document ``home`` stands in the words of a slip."""
    name, text = texts[home]
    start = text.find(row["words"])
    return name == row["file"] and start < span.end and span.start < start + len(row["words"])


@dataclass(frozen=True)
class Groups:
    """Small groups of reports: how many slips they have, what was not found, and what was found wrongly."""

    slips: int
    missed: Sequence[str]
    wrong: Sequence[str]
    groups: int

    @property
    def scores(self) -> tuple[float, float]:
        """Recall, and the share of findings that show a slip."""
        found = self.slips - len(self.missed)
        return found / max(1, self.slips), found / max(1, found + len(self.wrong))


def of_groups(name: str) -> Groups:
    """The small groups of one file."""
    rows = [json.loads(line) for line in (SLIPS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    missed, wrong = [], []
    for number, row in enumerate(rows, 1):
        texts = [_paper(place, told) for place, told in enumerate(row["reports"])]
        report = conclude(texts, [extract(text) for text in texts])
        spans = {claim.id: claim.evidence for reading in report.readings for claim in reading.claims}
        named = {text.id: (text.address, text.text) for text in report.documents}
        slip = row.get("slip")
        place = {"file": f"{slip['report']}.md", "words": slip["words"]} if slip else None
        counted = [one for one in report.findings if one.strength != "note" and one.kind not in NO_SLIP]
        hits = [
            place is not None and any(_shows(place, named, home, spans[claim]) for home, claim in one.places)
            for one in counted
        ]
        if slip and not any(hits):
            missed.append(f"{number} {row['subject']}: {slip['words']} ({slip['how']})")
        wrong += [f"{number} {one.sentence}" for one, hit in zip(counted, hits, strict=True) if not hit]
    return Groups(sum("slip" in row for row in rows), missed, wrong, len(rows))


def _paper(place: int, told: Mapping[str, str]) -> Document:
    text = told["text"]
    part = Part("body", 0, len(text))
    return Document(f"{place}.md", text, (part,), outlet=told["outlet"], published=told["published"])


def measured() -> dict[str, float]:
    """The scores that floors are pinned to."""
    told = {"texts": of_texts()} | ({"table": of_table(TABLE)} if TABLE.is_file() else {})
    scores = {
        f"{name} {measure}": value
        for name, one in told.items()
        for measure, value in zip(("recall", "recall of visible", "precision"), one.scores, strict=True)
    }
    for name in GROUPS:
        recall, precision = of_groups(name).scores
        scores |= {f"{name} recall": recall, f"{name} precision": precision}
    return scores


def line(name: str, told: Told) -> str:
    """One line of scores."""
    every, seen, precision = told.scores
    by_kind, all_kinds = Counter(told.traps[n] for n in told.right), Counter(told.traps.values())
    kinds = ", ".join(f"{kind} {by_kind[kind]}/{number}" for kind, number in all_kinds.most_common())
    visible = len(frozenset(told.traps) & told.visible)
    made = Counter(one.kind for number, found in told.found.items() for one in found)
    right = Counter(one.kind for number in told.right for one in told.found[number])
    by_check = ", ".join(f"{kind} {right[kind]}/{number}" for kind, number in made.most_common())
    return (
        f"{name:6} recall {every:.3f} of {len(told.traps)}, {seen:.3f} of the {visible} that comparing can show;"
        f" precision {precision:.3f} of {len(told.found)}; sources that disagree: {told.apart}\n"
        f"  found by kind of trap: {kinds}\n  right by check: {by_check}"
    )


def main() -> None:
    """Print the scores of each set."""
    options = argparse.ArgumentParser(prog="python -m bench.drifts", description=__doc__)
    options.add_argument("--table", type=Path, default=TABLE, help=f"by default {TABLE}")
    options.add_argument("--half", choices=sorted(HALVES), default="both", help="which rows and reports count")
    options.add_argument("--misses", action="store_true", help="tell what was found wrongly, and what was not")
    asked = options.parse_args()
    sets = {"texts": of_texts()} | ({"table": of_table(asked.table)} if asked.table.is_file() else {})
    for name, whole in sets.items():
        told = whole.half(HALVES[asked.half])
        print(line(name, told))
        if asked.misses:
            print("  not found:", *(f"{n} ({told.traps[n]})" for n in sorted(told.traps.keys() - told.found.keys())))
            for number in sorted(told.found.keys() - told.traps.keys()):
                print(f"  found wrongly: {number}", *(f"\n    {one.sentence}" for one in told.found[number]))
    slips, shown, wrong = of_slips()
    print(f"slips  found {len(shown)} of {len(slips)}, beside them found wrongly {len(wrong)}")
    if asked.misses:
        print("  not found:", "; ".join(f"{where} ({how})" for how, where in slips.items() if how not in shown))
        print(*(f"  found wrongly: {sentence}" for sentence in wrong), sep="\n")
    for name in GROUPS:
        told_of = of_groups(name)
        found = told_of.slips - len(told_of.missed)
        print(f"{name:6} found {found} of {told_of.slips}, wrongly {len(told_of.wrong)}, in {told_of.groups} groups")
        if asked.misses and name != UNSEEN:
            print(*(f"  not found: {one}" for one in told_of.missed), sep="\n")
            print(*(f"  found wrongly: {one}" for one in told_of.wrong), sep="\n")


if __name__ == "__main__":
    main()
