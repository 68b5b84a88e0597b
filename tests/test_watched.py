"""What is watched, at the command line: series, changes, questions, folders, and situations side by side."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.app import record, watched
from tests.conftest import Run

FIRST = "Earthquake shakes Nepal\n\nThe earthquake in Nepal killed 40 people, the United Nations said.\n"
LATER = "Earthquake shakes Nepal\n\nThe earthquake in Nepal killed 50 people, the United Nations said.\n"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    def on(number: int) -> None:
        for module in (record, watched):
            monkeypatch.setattr(module, "now", lambda: f"2025-01-{number:02}T08:00:00Z")

    on(13)
    return on


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "reports" / "quake.txt"
    path.parent.mkdir()
    path.write_text(FIRST, "utf-8")
    return path


def test_series_are_listed_asked_for_and_as_of_a_day(run: Run, page: Path, day: Callable[[int], None]) -> None:
    run("add", page)
    page.write_text(LATER, "utf-8")
    day(15)
    run("add", page)
    code, out, _ = run("series")
    assert code == 0
    assert re.search(r"50  deaths \(in Nepal", out)
    assert re.search(r"40  deaths \(in Nepal", run("series", "--as-of", "2025-01-14")[1])
    code, out, err = run("series", "deaths in Nepal", "--format", "jsonl")
    row = json.loads(out)
    assert (row["key"]["place"], row["best"], row["rule"]) == ("NPL", "50", "latest-by-origin/1")
    assert "what: deaths, deaths new; where: Nepal" in err
    assert run("series", "deaths in Peru")[1] == ""
    assert "cannot tell what is asked for" in run("series", "how many?")[2]


def test_changes_are_told(run: Run, page: Path, day: Callable[[int], None]) -> None:
    run("add", page)
    assert run("changes", "--since", "2025-01-14")[1] == "nothing changed\n"
    page.write_text(LATER, "utf-8")
    day(15)
    run("add", page)
    code, out, _ = run("changes", "--since", "2025-01-14")
    assert code == 0
    assert "raised from 40 by" in out
    assert "50, before 40" in out
    rows = [json.loads(line) for line in run("changes", "--since", "2025-01-14", "--format", "jsonl")[1].splitlines()]
    assert {row["kind"] for row in rows} == {"raised", "version"}
    assert "raised" in run("changes", "deaths in Nepal", "--since", "2025-01-14")[1]
    assert run("changes", "deaths in Peru", "--since", "2025-01-14")[1] == "nothing changed\n"
    assert run("changes", "--since", "soon")[0] == 1


def test_a_question_is_watched(run: Run, page: Path, day: Callable[[int], None]) -> None:
    run("add", page)
    assert run("questions")[0] == 1
    assert "quake: watched" in run("ask", "quake", "earthquake deaths in Nepal")[1]
    day(14)
    first = run("questions")[1]
    assert "nothing changed" in first
    page.write_text(LATER, "utf-8")
    day(15)
    run("add", page)
    peeked = run("questions", "quake", "--peek")[1]
    assert "1 changes" in peeked
    assert peeked == run("questions", "quake")[1]
    assert "raised from 40" in peeked
    day(16)
    assert "nothing changed" in run("questions", "quake")[1]
    assert "watched no more" in run("ask", "quake", "--drop")[1]
    assert run("questions")[0] == 1
    assert "watched, earthquake deaths in Nepal" in run("ask", "quake", "--undo")[1]
    assert run("ask", "quake")[0] == 2
    assert run("ask", "flood", "--drop")[0] == 1
    assert run("verify", "--fresh")[:2][0] == 0


def test_a_question_nobody_can_answer_is_told(run: Run, page: Path) -> None:
    run("add", page)
    run("ask", "dragons", "the weight of dragons")
    out = run("questions")[1]
    assert "with the word: dragons, weight" in out
    assert "cannot tell: no series answers" in out


def test_a_folder_is_watched(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(seconds: float) -> None:
        turns.append(seconds)
        if len(turns) == 3:
            page.write_text(LATER, "utf-8")
            (page.parent / "notes.unknown").write_text("no report", "utf-8")
            (page.parent / "more.txt").write_text("In Nepal 12 people are missing.\n", "utf-8")

    turns: list[float] = []
    monkeypatch.setattr(watched.time, "sleep", change)
    code, out, _ = run("watch", page.parent, "--every", "3", "--turns", "6")
    assert code == 0
    assert [line.partition(":")[0] for line in out.splitlines()] == [
        "new",
        "new",
        "version",
        "2 new, 1 changed, 0 known -> " + out.rsplit("-> ", 1)[1].strip(),
    ]
    assert turns == [3.0] * 5


def test_a_watch_ends_quietly(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watched.time, "sleep", stop)
    code, out, err = run("watch", page.parent)
    assert (code, "0 new" in out, "stopped" in err) == (0, True, True)
    assert run("watch", page)[0] == 1


def test_situations_stand_side_by_side(run: Run, page: Path, tmp_path: Path, day: Callable[[int], None]) -> None:
    one, other = tmp_path / "one.ledger", tmp_path / "other.ledger"
    run("add", page, "--ledger", one)
    page.write_text("In Chile 7 miners are missing, the police said.\n", "utf-8")
    run("add", page, "--ledger", other)
    code, out, _ = run("situations", one, other, "--since", "2025-01-13")
    assert code == 0
    assert f"{one}: 1 figures in 1 series" in out
    assert "missing" in out.partition(str(other))[2]
    assert out.count("since 2025-01-13: 1 new") == 2


def test_what_a_situation_holds_is_told_with_its_unit(run: Run, page: Path) -> None:
    page.write_text("The regulator fined Corvela 88 million euros.\n", "utf-8")
    run("add", page, "--ledger", page.with_suffix(".ledger"))
    assert "88,000,000 EUR  fine" in run("situations", page.with_suffix(".ledger"))[1]


def test_since_a_day_means_from_its_beginning_by_either_clock(run: Run, tmp_path: Path) -> None:
    for number, deaths in ((2, 40), (5, 50)):
        path = tmp_path / f"{number}.md"
        told = f"# Quake\n\nThe earthquake in Nepal killed {deaths} people, the United Nations said.\n"
        path.write_text(f"---\noutlet: Paper\npublished: 2025-01-0{number}\n---\n{told}", "utf-8")
        run("add", path)
    by = ("--by", "published")
    for since, kinds in (("2025-01-05", ["raised"]), ("2025-01-06", []), ("2025-01", ["new"])):
        out = run("changes", "--since", since, *by)[1]
        assert [line.split()[0] for line in out.splitlines() if "nothing changed" not in line] == kinds
    assert run("changes", "--since", "2025-01-05", "--as-of", "2025-01-05", *by)[1].startswith("raised")
    assert "raised" not in run("changes", "--since", "2025-01-05", "--as-of", "2025-01-04", *by)[1]
    assert run("changes", "--since", "2025-01-13")[1].startswith("new")  # learned that day
    assert run("changes", "--since", "2025-01-13T08:00:00Z")[1].startswith("new")
    assert "nothing" in run("changes", "--since", "2025-01-14")[1]


def test_new_figures_are_counted_by_the_day(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "flood.txt"
    path.write_text(
        "Flood in Peru\n\nThe flood in Peru killed 40 people and destroyed 300 homes, the police in Peru said.\n"
        "The army in Peru opened 12 shelters and sent 2,000 tents worth 3 million dollars to Peru.\n"
    )
    run("add", path)
    counted = run("changes", "--since", "2025-01-13")[1].splitlines()
    listed = run("changes", "--since", "2025-01-13", "--format", "all")[1].splitlines()
    assert len(counted) < len(listed)
    assert "--format all lists them" in counted[0]
    assert all("the first figure under this heading" in line for line in listed)
    assert re.search(r"3,000,000 USD|12  shelters, opened", run("series")[1])


def test_vague_words_are_read_as_asked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "flood.txt"
    path.write_text("Flood in Peru\n\nThe flood in Peru killed dozens of people, the police in Peru said.\n")
    run("add", path)
    usual, stated = run("series")[1], run("series", "--vague", "acled")[1]
    assert "24" in usual
    assert "24" not in stated
    assert "12" in run("changes", "--since", "2025-01-13", "--vague", "acled")[1]
    assert run("series")[1] == usual
    run("ask", "flood", "flood deaths in Peru")
    assert "12" in run("questions", "--vague", "acled")[1]


def test_a_bound_stays_a_bound_and_what_may_answer_is_listed(run: Run, page: Path) -> None:
    page.write_text("The ministry said that at least 40 people had died in the quake in Nepal.\n", "utf-8")
    run("add", page)
    assert "  at least 40  deaths" in run("series")[1]
    assert "(at least 40)" not in run("series")[1]
    asked = run("ask", "quake", "deaths in Nepal in March 2024")[1].splitlines()
    assert asked[0].startswith("0 series answer, 1 may")
    assert "at least 40" in asked[1]
    assert "at least 40" in run("questions", "--peek")[1]


def test_no_record_is_begun_for_nothing(run: Run, page: Path) -> None:
    code, out, err = run("add", page.parent / "gone.txt")
    assert (code, out) == (1, "")
    assert "gone.txt" in err
    assert run("series")[0] == 1


def test_findings_are_printed(run: Run, page: Path) -> None:
    page.write_text("The fire service counted 90 burnt houses: 40 in Alder, 20 in Tern and 10 in Kessel.\n", "utf-8")
    code, out, _ = run("findings", page)
    assert code == 0
    assert "the numbers make 70" in out
    (row,) = [json.loads(line) for line in run("findings", page, "--format", "jsonl")[1].splitlines()]
    assert (row["kind"], len(row["claims"])) == ("sum_differs", 4)
    assert run("findings")[0] == 2
