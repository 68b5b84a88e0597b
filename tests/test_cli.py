"""The command line does what it is told, says what went wrong in one line, and never more."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import reportedly
from reportedly.app import progress
from reportedly.app.output import Output, OutputError
from reportedly.errors import ModelError, ReadError
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/situation/2025-06-17-copperfield-observer.md"
COMMAND_LINE = "from reportedly.app.cli import run; run()"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text("More than 40 people died in the flood, the ministry said.\n", "utf-8")
    return path


def apart(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    call = [sys.executable, "-c", COMMAND_LINE, *arguments]
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    options.setdefault("env", os.environ | {"PYTHONPATH": paths})
    return subprocess.run(call, check=False, stderr=subprocess.PIPE, **options)


# What is asked for


def test_records_are_one_a_line(run: Run) -> None:
    code, out, err = run("read", REPORT, "--format", "jsonl")
    written = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert {one["document"]["outlet"] for one in written} == {"Copperfield Observer"}
    assert "6,000" in [one["evidence"]["quote"] for one in written]


def test_cells_have_one_heading_however_many_documents(run: Run, article: Path) -> None:
    code, out, _ = run("read", REPORT, article, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["address"] for row in rows} == {str(REPORT), str(article)}
    assert [(row["low"], row["high"], row["low_strict"]) for row in rows if row["address"] == str(article)] == [
        ("40", "", "yes")
    ]
    assert out.count("\n") == len(rows) + 1


@pytest.mark.parametrize("columns", ["24", "40", "80", "200"])
def test_a_table_cuts_no_words_off_however_narrow(
    run: Run, article: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    code, out, _ = run("read", article)
    assert code == 0
    assert "…" not in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= int(columns)
    for word in ("More", "than", "40", "people", "happened", "ministry"):
        assert word in out


def test_a_document_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("[bold]About 40 \x1b[2J[red]people\x9b died[/red] in the flood, police said.", "utf-8")
    _, out, _ = run("read", path)
    assert not set("\x1b\x9b") & set(out)
    assert "40" in out


def test_standard_input_is_read(article: Path) -> None:
    done = apart("read", "-", "--format", "jsonl", input=article.read_bytes(), stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["evidence"]["quote"] == "More than 40"


def test_the_schema_is_printed(run: Run) -> None:
    code, out, err = run("schema")
    assert (code, err) == (0, "")
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", ["claim", "announced", "series", "changes"])
def test_lines_are_what_the_schema_of_their_kind_says(run: Run, article: Path, kind: str) -> None:
    text = "The flood in Nepal killed 40 people, the Red Cross said. It will send 50 tents by Friday."
    article.write_text(text, "utf-8")
    calls = {
        "claim": ("read", article, "-f", "jsonl"),
        "announced": ("read", article, "-f", "announced"),
        "series": ("series", "-f", "jsonl"),
        "changes": ("changes", "--since", "2020", "-f", "jsonl"),
    }
    run("add", article)
    described = json.loads(run("schema", kind)[1])
    validator = jsonschema.Draft202012Validator(described)
    validator.check_schema(described)
    written = [json.loads(line) for line in run(*calls[kind])[1].splitlines()]
    assert written
    for line in written:
        validator.validate(line)
        assert line.keys() == described["properties"].keys() - {"event"}


def test_there_is_no_schema_of_anything_else(run: Run) -> None:
    code, _, err = run("schema", "rumours")
    assert code == 2
    assert "'rumours' is none of announced" in err


def test_a_report_is_written_and_summed_up(run: Run, article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, out, err = run("report", article, "-o", page)
    assert (code, err) == (0, "")
    assert out == f"1 report, 1 figure, 0 findings -> {page}\n"
    assert "More than" in page.read_text("utf-8")
    assert sorted(tmp_path.iterdir()) == sorted([article, page])


def test_a_report_can_go_to_standard_output(run: Run, article: Path) -> None:
    code, out, err = run("report", article, "-o", "-")
    assert code == 0
    assert out.startswith("<!doctype html>")
    assert err.startswith("1 report, ")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"reportedly {reportedly.__version__}\n", "")


@pytest.mark.parametrize("command", ["report", "read", "schema"])
def test_help_shows_an_example(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"reportedly {command} " in out.split("Examples:")[1]


# What goes wrong


def test_what_cannot_be_read_is_named_and_the_rest_is_read(run: Run, article: Path, tmp_path: Path) -> None:
    lost = tmp_path / "lost.txt"
    code, out, err = run("read", lost, article, "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert err.startswith(f"reportedly: {lost}: ")
    assert err.count("\n") == 1


def test_a_report_names_what_could_not_be_read(run: Run, article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, out, err = run("report", tmp_path / "lost.txt", article, "-o", page)
    assert code == 1
    assert "1 could not be read" in out
    assert "lost.txt" in err
    assert "lost.txt" in page.read_text("utf-8")


def test_a_report_of_nothing_leaves_the_old_page(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old", "utf-8")
    code, out, err = run("report", tmp_path / "lost.txt", "-o", page)
    assert (code, out) == (1, "")
    assert "nothing was read" in err
    assert page.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [page]


def test_another_language_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "neun.txt"
    text = "Bei dem Hochwasser sind nach Angaben der Polizei neun Menschen ums Leben gekommen, und 40 wurden verletzt. "
    path.write_text(text * 5, "utf-8")
    code, out, err = run("read", path, "--format", "jsonl")
    assert (code, out) == (0, "")
    assert str(path) in err
    assert "not English" in err


@pytest.mark.parametrize(
    "arguments",
    [["read", "x", "--format", "xml"], ["read", "--nonsense"], ["nonsense"], ["read"], ["report"], []],
    ids=" ".join,
)
def test_a_call_that_makes_no_sense_is_told_so(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert "Traceback" not in out + err
    assert out + err


@pytest.mark.parametrize("place", ["folder", "missing/page.html", "read-only.html", "file.txt/page.html"])
def test_a_page_that_cannot_be_written_is_told_before_anything_is_read(
    run: Run, article: Path, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").touch()
    locked = tmp_path / "read-only.html"
    locked.touch(0o444)
    # Whoever runs the tests may be allowed to write everywhere.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != locked.name)
    monkeypatch.setattr("reportedly.flow.absorb", None)
    code, out, err = run("report", article, "-o", tmp_path / place)
    assert (code, out) == (1, "")
    assert err.startswith(f"reportedly: {tmp_path / place}: cannot be written (")
    assert err.count("\n") == 1


def test_a_page_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old", "utf-8")
    with pytest.raises(RuntimeError), Output(str(page)):
        raise RuntimeError
    assert page.read_text("utf-8") == "old"
    with Output(str(page)) as output:
        output.write(b"new")
        assert page.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [page]


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    page, link = tmp_path / "page.html", tmp_path / "link.html"
    link.symlink_to(page)
    with Output(str(link)) as output:
        output.write(b"new")
    assert link.is_symlink()
    assert page.read_text("utf-8") == "new"
    with Output(os.devnull) as output:
        output.write(b"new")
    assert not Path(os.devnull).is_file()


def test_a_full_disk_is_told() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device here that is always full")
    with Output(str(full)) as output, pytest.raises(OutputError, match="/dev/full"):
        output.write(b"new")


def interrupted_import() -> ImportError:
    """What a compiled library raises that is interrupted while it is loaded."""
    error = ImportError("initialization failed")
    error.__cause__ = KeyboardInterrupt()
    return error


@pytest.mark.parametrize(
    ("trouble", "code", "told"),
    [
        (interrupted_import(), 130, "interrupted"),
        (ModelError("english.onnx: it is not the file it should be"), 1, "english.onnx"),
        (OSError(28, "No space left on device"), 1, "No space left on device"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
    ids=["early Ctrl-C", "model", "disk", "Ctrl-C"],
)
def test_trouble_ends_in_one_line(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException, code: int, told: str
) -> None:
    def failing(*_: object, **__: object) -> Iterator[ReadError]:
        raise trouble

    monkeypatch.setattr("reportedly.flow.absorb", failing)
    for arguments in (["read", article], ["read", article, "-f", "jsonl"], ["report", article, "-o", os.devnull]):
        found, out, err = run(*arguments)
        assert (found, out) == (code, "")
        assert told in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_a_pipe_that_nobody_reads_ends_the_work_quietly(article: Path, form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = apart("read", str(article), "--format", form, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_trouble(article: Path, closed: str) -> None:
    for command in (f"read {article}", f"read {article} -f jsonl", "schema"):
        call = f'"$0" -c "$1" {command} {closed}'
        done = subprocess.run(["sh", "-c", call, sys.executable, COMMAND_LINE], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_of_few_letters_shows_what_it_can(tmp_path: Path) -> None:
    path = tmp_path / "cafe.txt"
    path.write_text("About 40 cafés burned, the agency “Ünal” said, citing the police.", "utf-8")
    narrow = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")}
    done = apart("read", str(path), stdout=subprocess.PIPE, env=narrow)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"About 40" in done.stdout


# What it costs


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        (["--help"], {"numpy", "onnxruntime", "trafilatura", "jinja2", "reportedly.flow"}),
        (["schema"], {"numpy", "onnxruntime", "trafilatura", "jinja2", "rich", "reportedly.flow"}),
        (["read", str(REPORT), "--format", "jsonl"], {"trafilatura", "jinja2", "rich"}),
        (["read", str(REPORT), "--format", "csv"], {"trafilatura", "jinja2", "rich"}),
        (["read", str(REPORT)], {"trafilatura", "jinja2"}),
        (["report", str(REPORT), "-o", os.devnull], {"trafilatura", "rich"}),
    ],
    ids=" ".join,
)
def test_nothing_is_imported_that_is_not_needed(arguments: list[str], without: set[str]) -> None:
    told = "; print('loaded', *sorted(sys.modules), file=sys.stderr)"
    call = "import sys; from reportedly.app.cli import main; main()" + told
    done = subprocess.run([sys.executable, "-c", call, *arguments], capture_output=True, check=True)
    loaded = set(done.stderr.decode().rpartition("loaded ")[2].split())
    assert "typer" in loaded
    assert loaded & without == set()


# How far it is


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    for stream, is_drawn in ((Screen(), True), (io.StringIO(), False)):
        with progress.Progress(stream) as heard:
            heard("long.txt", 10, 100)
            heard("long.txt", 90, 100)
        assert ("long.txt" in stream.getvalue()) == is_drawn


def test_short_work_draws_nothing() -> None:
    screen = Screen()
    with progress.Progress(screen) as heard:
        heard.begun += 1000
        heard("short.txt", 1, 1)
    assert screen.getvalue() == ""
