"""The design's habits, held as facts over the source."""

import ast
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/reportedly"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
NAMELESS = frozenset(
    {"utils", "util", "helpers", "helper", "common", "manager", "managers", "handler", "handlers", "misc"}
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines from ``def`` to the end, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


# Rows of numbers and the phrases of the page: there the same word twice means two things.
ROWS = frozenset({"values/bounds.toml", "report/words.toml"})
LEXICONS = tuple(path for path in sorted(PACKAGE.rglob("*.toml")) if name(path) not in ROWS)


def lists(table: object, where: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a lexicon, with where it stands."""
    if isinstance(table, dict):
        for key, below in table.items():
            yield from lists(below, f"{where}.{key}")
    elif isinstance(table, list) and all(isinstance(word, str) for word in table):
        yield where, table


@pytest.mark.parametrize("path", LEXICONS, ids=name)
def test_no_list_of_a_lexicon_has_a_word_twice(path: Path) -> None:
    told = lists(tomli.loads(path.read_text("utf-8")))
    assert [(where, words) for where, words in told if len(set(words)) < len(words)] == []


EVERY = tuple((path, function) for path in MODULES for function in functions(path))


def told(rows: list[tuple[Path, Function]]) -> list[str]:
    return [f"{name(path)}:{function.lineno} {function.name} {length(function)}" for path, function in rows]


def test_functions_are_short() -> None:
    lengths = [length(function) for _, function in EVERY]
    assert statistics.median(lengths) <= 10
    long = [row for row in EVERY if length(row[1]) > 45]
    assert len(long) <= 0.05 * len(EVERY), told(long)
    assert told([row for row in EVERY if length(row[1]) > 100]) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_at_most_600_lines_and_says_what_it_is(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 600
    assert ast.get_docstring(tree(path))


def positional(function: Function) -> int:
    """Arguments that may be given by place, without ``self`` and ``cls``."""
    given = [*function.args.posonlyargs, *function.args.args]
    return len(given) - bool(given and given[0].arg in ("self", "cls"))


def test_arguments_are_few_and_options_go_by_keyword() -> None:
    many = [row for row in EVERY if positional(row[1]) + len(row[1].args.kwonlyargs) > 8]
    placed = [row for row in EVERY if positional(row[1]) > 4 and not is_command(row[1])]
    assert told(many) == []
    assert told(placed) == []


def is_command(function: Function) -> bool:
    """A command of the command line: its options have names there, whatever Python calls them."""
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = frozenset({"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray"})


def is_mutable(value: ast.expr | None) -> bool:
    called = value.func if isinstance(value, ast.Call) else None
    return isinstance(value, MUTABLE) or (isinstance(called, ast.Name) and called.id in MAKERS)


def assigned(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_has_state(path: Path) -> None:
    """Nothing is rebound, and nothing that could be filled stands under a name that is not a constant's."""
    module = tree(path)
    rebound = [node.lineno for node in ast.walk(module) if isinstance(node, ast.Global)]
    held = {
        target
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_mutable(node.value)
        for target in assigned(node)
    }
    assert rebound == []
    assert {target for target in held if not target.strip("_").isupper() and target != "__all__"} == set()
    assert held & set(changed(module)) == set()


CHANGES = frozenset({"append", "add", "update", "extend", "insert", "pop", "clear", "setdefault", "remove", "discard"})


def changed(module: ast.Module) -> Iterator[str]:
    """Names on which something is called or set that changes what they hold."""
    for node in ast.walk(module):
        held = node.value if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del) else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            held = node.func.value
        if isinstance(held, ast.Name):
            yield held.id


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_edges_print(path: Path) -> None:
    prints = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and ast.unparse(n.func) == "print"]
    assert path.is_relative_to(PACKAGE / "app") or prints == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_name_says_what_it_is(path: Path) -> None:
    words = {word for part in path.relative_to(PACKAGE).with_suffix("").parts for word in part.split("_")}
    classes = [node.name for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    assert words & NAMELESS == set()
    assert [found for found in classes if found.lower().endswith(tuple(NAMELESS))] == []


def public(path: Path) -> Iterator[str]:
    """Module-level functions and classes, and methods of those, without an underscore and without a docstring."""
    for node in tree(path).body:
        inner = node.body if isinstance(node, ast.ClassDef) else []
        for found in (node, *inner):
            if isinstance(found, Function | ast.ClassDef) and not found.name.startswith("_"):
                hidden = isinstance(node, ast.ClassDef) and node.name.startswith("_")
                if not hidden and not ast.get_docstring(found):
                    yield f"{found.name}:{found.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_what_is_public_says_what_it_does(path: Path) -> None:
    assert list(public(path)) == []


def test_imports_run_one_way() -> None:
    scripts = Path(sysconfig.get_path("scripts"))
    command = shutil.which("lint-imports", path=str(scripts)) or shutil.which("lint-imports")
    if command is None:
        pytest.skip("import-linter is not installed here")
    done = subprocess.run(
        [sys.executable, command, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode == 0, done.stdout + done.stderr


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src")}
