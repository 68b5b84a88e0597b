"""Documents become claims, and claims a report, at the command line: ``report``, ``read`` and ``schema``.

What was asked for goes to standard output, everything about it to standard error. Whatever takes time to import is
imported where it is used: help must not wait for a language model.
"""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import wraps
from typing import Annotated, ParamSpec

import typer

from reportedly import __version__
from reportedly.app import FAILED, INTERRUPTED, PIPE_CLOSED, PROGRAM
from reportedly.app.output import STANDARD, Output, silence_closed_pipe
from reportedly.app.reading import Pile, say
from reportedly.errors import ReportedlyError

P = ParamSpec("P")

cli = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news reports and shows every figure with its exact words, who says it, and what does not add up.",
)


class Format(StrEnum):
    """How claims are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders or addresses of pages (https://...); - is standard input.",
        show_default=False,
    ),
]


def _command(name: str, *examples: str) -> Callable[[Callable[P, int]], Callable[P, int]]:
    """Register a command that returns its exit code; ``examples`` close its help."""
    told = "\n\n".join(["Examples:", *(f"  {example}" for example in examples)])

    def registered(work: Callable[P, int]) -> Callable[P, int]:
        @wraps(work)
        def careful(*args: P.args, **options: P.kwargs) -> None:
            raise typer.Exit(_guarded(lambda: work(*args, **options)))

        cli.command(name, epilog=told, no_args_is_help=name != "schema")(careful)
        return work

    return registered


def _guarded(work: Callable[[], int]) -> int:
    """The exit code of ``work``; trouble that is to be expected becomes one line and never a traceback."""
    try:
        code = work()
        sys.stdout.flush()
        return code
    except ReportedlyError as error:
        say(str(error))
        return FAILED
    except BrokenPipeError:
        silence_closed_pipe()
        return PIPE_CLOSED
    except OSError as error:
        say(f"{error.filename or 'input or output'}: {error.strerror or error}")
        return FAILED
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except ImportError as error:
        # A library that is interrupted while it is loaded may say that it cannot be.
        if not _was_interrupted(error):
            raise
        say("interrupted")
        return INTERRUPTED


def _was_interrupted(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


@_command(
    "report",
    "reportedly report examples/situation -o report.html",
    "reportedly report articles/ notes.txt https://newspaper.example/a-page",
)
def report(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The page to write; - is standard output.")
    ] = "report.html",
) -> int:
    """Write one page: what is said, by whom, and what does not add up.

    The page is one file. It asks nothing of the network and works in any browser.
    """
    with Output(output) as file:
        pile = Pile(paths, shares_screen=False)
        pairs = list(pile)
        if not pairs:
            say(f"nothing was read, so {output} was not written")
            return FAILED
        from reportedly.flow import conclude
        from reportedly.report.page import render, summary

        documents, readings = zip(*pairs, strict=True)
        concluded = conclude(documents, readings, pile.failures)
        file.write(render(concluded).encode("utf-8", "xmlcharrefreplace"))
        told = summary(concluded)
        print(f"{told} -> {output}", file=sys.stderr if output == STANDARD else sys.stdout)
    return FAILED if pile.failures else 0


@_command(
    "read",
    "reportedly read article.txt",
    "reportedly read articles/ --format jsonl > claims.jsonl",
    "reportedly read - --format csv < article.txt",
)
def read(
    paths: Paths,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = Format.TABLE,
) -> int:
    """Print the figures that documents tell.

    As a table to look at, as one record a line (jsonl, see [bold]reportedly schema[/bold]), or for a spreadsheet (csv).
    In the table, what is counted stands in brackets where it is carried over from an earlier mention.
    """
    pile = Pile(paths, shares_screen=sys.stdout.isatty())
    {Format.TABLE: _as_table, Format.JSONL: _as_records, Format.CSV: _as_cells}[form](pile)
    return FAILED if pile.failures else 0


@_command("schema", "reportedly schema > claims.schema.json")
def schema() -> int:
    """Print the JSON Schema of a record."""
    from reportedly.report.schema import schema as described

    print(json.dumps(described(), indent=2, ensure_ascii=False))
    return 0


def _as_table(pile: Pile) -> None:
    from reportedly.app.table import Terminal

    terminal = Terminal()
    for document, reading in pile:
        terminal.show(document, reading)


def _as_records(pile: Pile) -> None:
    from reportedly.report.records import encoded, record

    for document, reading in pile:
        for claim in reading.claims:
            sys.stdout.buffer.write(encoded(record(document, reading, claim)) + b"\n")
        sys.stdout.buffer.flush()


def _as_cells(pile: Pile) -> None:
    from reportedly.report.records import COLUMNS, rows

    _write_cells([COLUMNS])
    for document, reading in pile:
        _write_cells(rows(document, reading))


def _write_cells(rows: Iterable[Iterable[object]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    sys.stdout.buffer.write(text.getvalue().encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _version(asked: bool) -> None:
    if asked:
        print(f"{PROGRAM} {__version__}")
        raise typer.Exit


@cli.callback(epilog="Start with:  reportedly report examples/situation -o report.html")
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    # Its options are those of the program itself.
    del version
