"""What is written down is true: code runs, commands exist, links lead somewhere, nouns are explained."""

import contextlib
import inspect
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from reportedly import model

ROOT = Path(__file__).parents[1]
PAGES = tuple(
    sorted(
        [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples/README.md", ROOT / "bench/gold/README.md"]
    )
)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
COMMAND_LINE = "import sys; from reportedly.app.cli import main; sys.exit(main())"


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> list[tuple[str, str]]:
    """Language and text of every fenced block."""
    return BLOCK.findall(page.read_text("utf-8"))


def words_after(line: str, program: str) -> Iterator[list[str]]:
    """The arguments of each call of ``program`` in a shell line, without pipes and redirections."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    arguments: list[str] | None = None
    for word in [*lexer, ";"]:
        if word[0] in "|&;<>":
            if arguments is not None:
                yield arguments
            arguments = None
        elif arguments is not None:
            arguments.append(word)
        elif word == program:
            arguments = []


def commands() -> list[tuple[str, ...]]:
    """Every call of the program in a shell block of any page, each once."""
    lines = (line for page in PAGES for kind, text in blocks(page) if kind == "sh" for line in text.splitlines())
    return sorted({tuple(call) for line in lines for call in words_after(line, "reportedly")})


def run(arguments: tuple[str, ...], cwd: Path) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-c", COMMAND_LINE, *arguments]
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(call, cwd=cwd, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, check=False)


@pytest.mark.parametrize("page", [page for page in PAGES if "python" in dict(blocks(page))], ids=name)
def test_python_in_the_docs_runs_and_prints_what_it_says(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    known: dict[str, object] = {}
    found = blocks(page)
    for i, (kind, text) in enumerate(found):
        if kind != "python":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(text, name(page), "exec"), known)
        if found[i + 1 : i + 2] and found[i + 1][0] == "text":
            assert printed.getvalue() == found[i + 1][1]


@pytest.mark.parametrize("arguments", commands(), ids=" ".join)
def test_a_command_in_the_docs_exists_with_its_options(arguments: tuple[str, ...], tmp_path: Path) -> None:
    # Options are parsed before --help is answered, so an unknown one fails; nothing is read.
    done = run((*arguments, "--help"), tmp_path)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("arguments", [c for c in commands() if any("/" in w for w in c)], ids=" ".join)
def test_a_command_on_the_examples_works(arguments: tuple[str, ...], tmp_path: Path) -> None:
    if not all(word.startswith("examples/") for word in arguments if "/" in word):
        pytest.skip("reads what only the user has")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    done = run(arguments, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or done.stderr


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_placeholder_is_left(page: Path) -> None:
    assert re.findall(r"\{\{.*?\}\}", page.read_text("utf-8")) == []


def test_every_make_target_in_the_docs_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    shell = re.compile(r"(?:`|^```sh\n)make (\w+)", re.MULTILINE)
    asked = {target for page in PAGES for target in shell.findall(page.read_text("utf-8"))}
    assert "report" in asked
    assert asked - targets == set()


def test_every_noun_is_explained() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text("utf-8")
    nouns = [
        n for n, noun in inspect.getmembers(model, is_dataclass) if noun.__module__.startswith(f"{model.__name__}.")
    ]
    assert nouns
    assert [noun for noun in nouns if f"**{noun}.**" not in glossary] == []
