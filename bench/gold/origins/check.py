"""Checks the gold beside it: ``python check.py [path to figures.csv]``; exit status 1 where something is wrong."""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
TABLE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[4] / "shared/cases/dprk-russia/figures.csv"
KINDS = {
    *("government", "military", "intelligence", "media", "agency", "ngo", "international", "analyst", "company"),
    *("person", "unnamed"),
}
HOW = {
    "bound": {"dropped", "added", "turned_round", "range_collapsed"},
    "definition": {
        *("casualties_as_deaths", "deaths_as_casualties", "total_as_wounded", "wounded_as_total", "rest_as_wounded"),
        *("missing_folded_in", "present_as_captured"),
    },
    "scope": {
        *("total_as_addition", "addition_as_total", "addition_as_part", "part_as_whole", "whole_as_part"),
        *("sent_as_present", "present_as_sent", "two_things_in_one"),
    },
    "status": {"plan_as_deed", "deed_as_plan", "considered_as_decided"},
    "attribution": {"wrong_root"},
    "stale": {"as_current"},
    "number": {"power_of_ten", "digits", "unit", "sign", "swapped"},
    "conversion": {"derived_as_counted"},
}
faults: list[str] = []


def want(holds: bool, fault: str) -> None:
    """Note ``fault`` unless it ``holds``."""
    if not holds:
        faults.append(fault)


def lines(name: str) -> list[dict[str, str]]:
    """The lines of a CSV file beside this one."""
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def numbers(cell: str) -> list[int]:
    """The row numbers of a cell."""
    return [int(word) for word in cell.split()]


def check_roots(figures: list[dict[str, str]]) -> set[str]:
    """Every spelling once, known kinds, three-letter states; returns the roots."""
    roots = lines("roots.csv")
    count = Counter(line["spelling"] for line in roots)
    want(max(count.values()) == 1, "roots: a spelling stands twice")
    if figures:
        want(set(count) == {row["original_source"] for row in figures}, "roots: spellings differ from the table's")
    facts: dict[str, tuple[str, ...]] = {}
    for line in roots:
        name = line["root"]
        want(set(line["kind"].split("|")) <= KINDS, f"roots: kind of {name}")
        want(all(len(s) == 3 and s.isupper() for s in line["state"].split(" + ") if s), f"roots: state of {name}")
        want(line["named"] in {"yes", "no"} and line["sure"] in {"yes", "no"}, f"roots: yes or no of {name}")
        want(line["level"] in {"body", "state", "joint", "group", "none"}, f"roots: level of {name}")
        want((line["level"] == "joint") == (" + " in name), f"roots: joint or not: {name}")
        told = (line["state"], line["named"])
        want(facts.setdefault(name, told) == told, f"roots: {name} is told in two ways")
    return set(facts)


def check_statements(figures: list[dict[str, str]], roots: set[str]) -> dict[str, dict[str, str]]:
    """Every row in one statement, an unsure row alone; returns the statements."""
    statements = lines("statements.csv")
    count = Counter(n for line in statements for n in numbers(line["rows"] + " " + line["likely"]))
    want(sorted(count) == list(range(1, 460)) and max(count.values()) == 1, "statements: a row is missing or twice")
    for line in statements:
        name = line["statement"]
        want(name.count("/") == 1, f"statements: {name} wants occasion/what")
        want(line["root"] in roots, f"statements: root of {name}")
        alone = len(numbers(line["rows"] + " " + line["likely"])) == 1
        want(line["unsure"] in {"", "yes"} and (alone or not line["unsure"]), f"statements: unsure {name}")
    want(len({line["statement"] for line in statements}) == len(statements), "statements: a name stands twice")
    return {line["statement"]: line for line in statements}


def check_series(figures: list[dict[str, str]]) -> None:
    """The largest twelve measures, each row of theirs in one series."""
    series = lines("series.csv")
    want(len({line["series"] for line in series}) == len(series), "series: a label stands twice")
    want(len({line["measure"] for line in series}) == 12, "series: not twelve measures")
    for line in series:
        want(set(numbers(line["unsure_rows"])) <= set(numbers(line["rows"])), f"series: unsure of {line['series']}")
    if not figures:
        return
    largest = [measure for measure, _ in Counter(row["measure"] for row in figures).most_common(12)]
    for measure in largest:
        have = Counter(n for line in series if line["measure"] == measure for n in numbers(line["rows"]))
        rows = {n for n, row in enumerate(figures, 1) if row["measure"] == measure}
        want(set(have) == rows and max(have.values(), default=0) == 1, f"series: rows of {measure}")


def check_reports(figures: list[dict[str, str]], statements: dict[str, dict[str, str]]) -> None:
    """Each report has one line, its words stand in it, and the right one tells the same statement without a trap."""
    gold = [json.loads(text) for text in (HERE / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    by_file = {report["file"]: report for report in gold}
    have = {path.name for path in (HERE / "reports").glob("*.md")}
    want(len(by_file) == len(gold) and set(by_file) == have, "reports: files and lines differ")
    home = {n: line["statement"] for line in statements.values() for n in numbers(line["rows"] + " " + line["likely"])}
    for report in gold:
        name = report["file"]
        text = (HERE / "reports" / name).read_text(encoding="utf-8")
        front, body = text.split("---\n", 2)[1:]
        keys = dict(line.split(": ", 1) for line in front.splitlines())
        want(list(keys) == ["outlet", "published", "url", "facts_from"], f"{name}: front matter")
        want(name.startswith(keys["published"]), f"{name}: date of the name")
        if figures:
            want(keys["facts_from"] == figures[report["rows"][0] - 1]["url"], f"{name}: facts_from")
        told = [report["statement"], *report["others"]]
        want(all(s in statements for s in told + report["recalls"]), f"{name}: unknown statement")
        want(home[report["rows"][0]] == report["statement"], f"{name}: the first row is of another statement")
        homes = {home[n] for n in report["rows"]}
        want(homes == set(told) or (report["trap"] and set(told) < homes), f"{name}: rows and statements differ")
        want(report["root"] == statements[report["statement"]]["root"], f"{name}: root")
        if report["trap"] is None:
            want(report["how"] is report["words"] is report["right"] is None, f"{name}: a trap's field")
            continue
        want(report["how"] in HOW.get(report["trap"], set()), f"{name}: kind of trap")
        want(body.count(report["words"]) == 1, f"{name}: words do not stand there once")
        right = by_file.get(report["right"])
        if right is None or right["trap"] is not None:
            faults.append(f"{name}: no right report")
            continue
        shown = {right["statement"], *right["others"]}
        want(report["statement"] in shown or report["trap"] == "stale", f"{name}: the right one tells another thing")
    trapped = Counter(report["trap"] for report in gold)
    print(f"{len(gold)} reports, {len(gold) - trapped[None]} with a trap:", dict(trapped.most_common()))


def main() -> int:
    """Check all, print what there is and what is wrong."""
    figures = []
    if TABLE.exists():
        with TABLE.open(newline="", encoding="utf-8") as file:
            figures = list(csv.DictReader(file))
    roots = check_roots(figures)
    statements = check_statements(figures, roots)
    check_series(figures)
    check_reports(figures, statements)
    unsure = sum(bool(line["unsure"]) for line in statements.values())
    likely = sum(len(numbers(line["likely"])) for line in statements.values())
    print(f"{len(roots)} roots, {len(statements)} statements, {unsure} of them unsure, {likely} likely rows")
    print(f"{len(lines('series.csv'))} series; the table was {'read' if figures else 'not there'}")
    for fault in faults:
        print("wrong:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
