"""The record at the command line: what was learned when, and what an analyst decides."""

import json
from pathlib import Path

import pytest

from reportedly.app import record
from tests.conftest import Run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text(
        "Flood kills 40\n\nAt least 40 people died and 300 homes were destroyed, officials said.\n", "utf-8"
    )
    return path


def figures(run: Run, *more: str) -> dict[str, str]:
    """What the record holds: the words of each figure and its id."""
    _, out, _ = run("claims", "--format", "jsonl", *more)
    rows = [json.loads(line) for line in out.splitlines()]
    return {row["evidence"]["quote"]: row["id"] for row in rows}


def test_a_page_that_changed_is_told_and_the_past_can_be_asked_for(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "now", lambda: "2025-01-13T08:00:00Z")
    assert run("add", page)[1].startswith("1 new, 0 changed, 0 read anew, 0 known; 3 claims added")
    assert run("add", page)[1].startswith("0 new, 0 changed, 0 read anew, 1 known; 0 claims added")
    page.write_text("Flood kills 52\n\nAt least 52 people died, officials said.\n", "utf-8")
    monkeypatch.setattr(record, "now", lambda: "2025-01-14T08:00:00Z")
    assert run("add", page)[1].startswith("0 new, 1 changed")
    assert set(figures(run)) == {"52", "At least 52"}
    assert set(figures(run, "--as-of", "2025-01-13")) == {"40", "At least 40", "300"}
    assert figures(run, "--as-of", "2025-01-12") == {}
    assert run("verify")[:2][0] == 0


def test_an_earlier_version_is_back_but_not_where_both_are_read_again(run: Run, tmp_path: Path) -> None:
    for name, number in (("early", 40), ("late", 52)):
        told = f"---\nurl: https://paper.example/flood\n---\nFlood kills {number}\n\nIt killed {number} people.\n"
        (tmp_path / f"{name}.md").write_text(told, "utf-8")
    early, late = tmp_path / "early.md", tmp_path / "late.md"
    assert run("add", early, late)[1].startswith("1 new, 1 changed")
    assert run("add", early, late)[1].startswith("0 new, 0 changed, 0 read anew, 2 known")
    assert {quote.split()[-1] for quote in figures(run)} == {"52"}
    assert run("add", early)[1].startswith("0 new, 1 changed")
    assert {quote.split()[-1] for quote in figures(run)} == {"40"}
    assert run("verify")[0] == 0


def test_an_analyst_decides_and_takes_it_back(run: Run, page: Path) -> None:
    run("add", page)
    claim = figures(run)["300"]
    code, out, _ = run("judge", claim[:8], "reject", "--reason", "not ours", "--analyst", "Ada")
    assert code == 0
    assert "reject, Ada" in out
    assert "300" not in figures(run)
    code, _, err = run("undo", "--reason", "it is", "--analyst", "Ben")
    assert code == 1
    assert "no decision of Ben stands" in err
    assert "of Ada" in err
    assert run("undo", "--reason", "it is", "--analyst", "Ada")[0] == 0
    assert "300" in figures(run)
    decision = run("judge", claim[:8], "reject", "--reason", "not ours again", "--analyst", "Ada")[1][:8]
    assert "a decision of Ada" in run("undo", decision, "--reason", "it is", "--analyst", "Ben")[1]
    code, out, _ = run(
        "judge", claim[:8], "correct", "--slot", "value", "--value", "310", "--reason", "the page says so"
    )
    assert f"the claim is {figures(run)['300'][:8]} now" in out
    assert '"low": "310"' in run("claims", "--format", "jsonl")[1]
    code, out, _ = run("show", figures(run)["300"][:8])
    assert "300 homes" in out
    assert "correct value = 310" in out
    assert "300 homes were destroyed" in out
    before = run("show", claim[:8])[1]  # as it was read
    assert figures(run)["300"][:8] in before
    assert "310 count, happened" in before
    assert run("judge", claim[:8], "reject", "--reason", "not ours after all")[0] == 0
    assert "300" not in figures(run)
    assert "it is rejected" in run("show", claim[:8])[1]


SPEAKERS = (
    "The Red Cross has volunteers in Nepal.\n\n"
    "The flood in Nepal killed 40 people, the interior ministry said on Monday. It destroyed 300 homes and schools.\n"
)


def lines(run: Run) -> dict[str, dict[str, object]]:
    """What the record holds, by the words of each figure."""
    rows = [json.loads(line) for line in run("claims", "--format", "jsonl")[1].splitlines()]
    return {row["evidence"]["quote"]: row for row in rows}


def judge(run: Run, claim: object, slot: str, value: str) -> tuple[int, str, str]:
    call = ("judge", str(claim)[:12], "correct", "--slot", slot, "--value", value)
    return run(*call, "--reason", "for a test", "--analyst", "Ada")


def test_who_says_it_can_be_corrected_and_all_that_rests_on_it_follows(run: Run, page: Path) -> None:
    page.write_text(SPEAKERS, "utf-8")
    run("add", page)
    read = lines(run)["40"]
    assert judge(run, read["id"], "source", "the moon")[0] == 1
    assert "stands nowhere in the document" in judge(run, read["id"], "source", "the moon")[2]
    assert judge(run, read["id"], "source", "The Red Cross")[0] == 0
    last = lines(run)["40"]["attribution"][-1]  # type: ignore[index]
    assert (last["source"], last["kind"], last["stance"]) == ("The Red Cross", "ngo", "asserts")
    assert "Red Cross" in run("show", run("series")[1][:8])[1]
    assert judge(run, lines(run)["40"]["id"], "source", "")[0] == 0
    assert len(lines(run)["40"]["attribution"]) <= 1  # type: ignore[arg-type]
    for _ in range(2):
        assert run("undo", "--reason", "it was right", "--analyst", "Ada")[0] == 0
    assert lines(run)["40"] == read


def test_what_is_counted_can_be_corrected_and_its_series_follows(run: Run, page: Path) -> None:
    page.write_text(SPEAKERS, "utf-8")
    run("add", page)
    read = lines(run)["300"]
    assert judge(run, read["id"], "counted", "")[0] == 1
    assert judge(run, read["id"], "counted", "schools")[0] == 0
    told = lines(run)["300"]
    assert told["counted"]["text"] == "schools"  # type: ignore[index]
    assert told["key"]["measure"] != read["key"]["measure"]  # type: ignore[index]
    assert "schools" in run("series")[1]
    page.write_text("Late on Monday it was told again.\n\n" + SPEAKERS, "utf-8")
    run("add", page)
    moved = lines(run)["300"]
    assert moved["counted"]["text"] == "schools"  # type: ignore[index]
    assert moved["counted"]["start"] == told["counted"]["start"] + 35  # type: ignore[index]
    page.write_text(SPEAKERS.replace(" and schools", ""), "utf-8")
    run("add", page)
    assert "a judgement finds its claim no more" in run("claims")[2]


def test_a_series_is_shown_by_its_claims(run: Run, page: Path) -> None:
    run("add", page)
    line = next(line for line in run("series")[1].splitlines() if "homes" in line)
    code, out, _ = run("show", line[:8])
    assert code == 0
    assert "300 homes were destroyed" in out
    assert figures(run)["300"][:8] in out
    assert run("show", "ffffffff")[0] == 1


def test_a_report_is_made_of_a_record(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    code, _, _ = run("report", "--ledger", tmp_path / "situation.ledger", "-o", tmp_path / "report.html")
    assert code == 0
    assert "At least 40" in (tmp_path / "report.html").read_text("utf-8")
    assert run("report")[0] == 2
    assert run("report", page, "--ledger", "x")[0] == 2


def test_a_document_is_erased(run: Run, page: Path) -> None:
    run("add", page)
    page.write_text("Flood kills 52\n\nAt least 52 people died, officials said.\n", "utf-8")
    run("add", page)
    document = json.loads(run("claims", "--format", "jsonl")[1].splitlines()[0])["document"]["id"]
    assert run("erase", document[:10], "--reason", "asked")[0] == 0
    assert figures(run) == {}  # and no older version steps in its place
    assert run("add", page)[1].startswith("0 new, 0 changed, 0 read anew, 1 known")


def test_rows_that_are_no_figures_are_told(run: Run) -> None:
    tables = Path(__file__).parents[1] / "examples/tables"
    code, _, err = run("add", tables / "figures.csv", "--table", tables / "figures.toml")
    assert code == 0
    assert "1 rows are no figures: no figure 1" in err


def test_a_table_without_its_key_is_not_read_as_prose(run: Run) -> None:
    code, _, err = run("add", Path(__file__).parents[1] / "examples/tables/figures.csv")
    assert code == 1
    assert "--table" in err


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("claims", "--as-of", "yesterday"), "is no moment"),
        (("show", "abc"), "too short"),
        (("show", "abcdefabcdef"), "names no claims"),
        (("judge", "abcdefabcdef", "praise", "--reason", "x"), "names no claims"),
        (("undo", "--reason", "x"), "stands"),
        (("erase", "abcdefabcdef", "--reason", "x"), "names 0 documents"),
        (("add", "nowhere.txt"), "nowhere.txt"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(run: Run, page: Path, call: tuple[str, ...], words: str) -> None:
    run("add", page)
    code, _, err = run(*call)
    assert code == 1
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("praise",), "is no verdict"),
        (("correct",), "cannot be corrected"),
        (("correct", "--slot", "low"), "needs a value"),
        (("correct", "--slot", "low", "--value", "many"), "is no number"),
        (("correct", "--slot", "low", "--value", "999"), "low would be 999"),
        (("correct", "--slot", "status", "--value", "true"), "is no status"),
        (("same",), "needs a second claim"),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(run: Run, page: Path, more: tuple[str, ...], words: str) -> None:
    run("add", page)
    code, _, err = run("judge", figures(run)["300"], *more, "--reason", "x")
    assert (code, words in err) == (1, True)


def test_there_must_be_a_record(run: Run) -> None:
    code, _, err = run("claims")
    assert code == 1
    assert "there is no such ledger" in err
