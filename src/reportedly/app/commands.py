"""Documents become claims, and claims a report, at the command line: ``report``, ``findings``, ``read`` and ``schema``.

What was asked for goes to standard output, everything about it to standard error. Whatever takes time to import is
imported where it is used: help must not wait for a language model.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from reportedly import __version__
from reportedly.app import FAILED, PROGRAM
from reportedly.app.frame import cli, command
from reportedly.app.output import STANDARD, Output
from reportedly.app.reading import Pile, say
from reportedly.app.remembered import AsOf, By, ByClock, opened, recalled
from reportedly.app.written import Format, write, write_findings
from reportedly.model import Document, Reading

_PATH = typer.Argument(
    metavar="PATH",
    help="Files, folders or addresses of pages (https://...); - is standard input.",
    show_default=False,
)
Paths = Annotated[list[str], _PATH]
SomePaths = Annotated[list[str] | None, _PATH]


def _one_of(names: Callable[[], Iterable[str]]) -> Callable[[str], str]:
    """Checks an option's value against names that are known only where they are asked for."""

    def checked(value: str) -> str:
        known = sorted(names())
        found = [name for name in known if value in (name, name.partition("/")[0])]
        if not found:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}")
        return found[0]

    return checked


def _rules() -> Iterable[str]:
    from reportedly.estimates import RULES

    return RULES


def _readings() -> Iterable[str]:
    from reportedly.values.bounds import readings

    return readings()


RuleName = Annotated[
    str,
    typer.Option(
        "--rule",
        metavar="NAME",
        callback=_one_of(_rules),
        help="How a series is summed up: latest-by-origin, official, conservative, majority, consensus or settling.",
    ),
]
VagueName = Annotated[
    str,
    typer.Option(
        "--vague",
        metavar="NAME",
        callback=_one_of(_readings),
        help="How vague words are read: plural (dozens are 24 at least), acled (12), recorders (12 to 24),"
        " readers (a survey) or stated (not).",
    ),
]


@command(
    "report",
    "reportedly report examples/situation -o report.html",
    "reportedly report articles/ notes.txt https://newspaper.example/a-page",
    "reportedly report --ledger situation.ledger --as-of 2025-01-15",
)
def report(
    paths: SomePaths = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The page to write; - is standard output.")
    ] = "report.html",
    ledger: Annotated[str, typer.Option("--ledger", "-l", metavar="FILE", help="Report on a record instead.")] = "",
    as_of: AsOf = "",
    by: ByClock = By.LEARNED,
    rule: RuleName = "latest-by-origin/1",
    vague: VagueName = "plural",
) -> int:
    """Write one page: what is said, by whom, and what does not add up.

    The page is one file. It asks nothing of the network and works in any browser. It is made of PATHs, or of what a
    record holds. Figures that measure the same thing are summed up by a rule, which stands beside them; no figure is
    left out by it.
    """
    _check_given(paths, ledger, as_of)
    with Output(output) as file:
        pile = Pile(paths or [], shares_screen=False)
        pairs = _remembered(ledger, as_of, by) if ledger else list(pile)
        if not pairs:
            say(f"nothing was read, so {output} was not written")
            return FAILED
        from reportedly.flow import conclude
        from reportedly.report.page import render, summary

        documents, readings = zip(*pairs, strict=True)
        concluded = conclude(documents, readings, pile.failures, rule=rule, vague=vague)
        file.write(render(concluded).encode("utf-8", "xmlcharrefreplace"))
        told = summary(concluded)
        print(f"{told} -> {output}", file=sys.stderr if output == STANDARD else sys.stdout)
    return FAILED if pile.failures else 0


class Told(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSONL = "jsonl"


@command(
    "findings",
    "reportedly findings examples/situation",
    "reportedly findings --ledger situation.ledger --as-of 2025-01-15 --by published",
    "reportedly findings reports/ --format jsonl",
)
def findings(
    paths: SomePaths = None,
    ledger: Annotated[str, typer.Option("--ledger", "-l", metavar="FILE", help="Those of a record instead.")] = "",
    as_of: AsOf = "",
    by: ByClock = By.LEARNED,
    vague: VagueName = "plural",
    form: Annotated[Told, typer.Option("--format", "-f", help="How to write them.")] = Told.TEXT,
) -> int:
    """Print what does not add up, as the page has it: each finding with the figures that show it.

    They are found among PATHs, or in what a record holds; the gravest come first.
    """
    _check_given(paths, ledger, as_of)
    pile = Pile(paths or [], shares_screen=False)
    pairs = _remembered(ledger, as_of, by) if ledger else list(pile)
    if pairs:
        from reportedly.flow import conclude

        documents, readings = zip(*pairs, strict=True)
        write_findings(conclude(documents, readings, pile.failures, vague=vague), as_records=form is Told.JSONL)
    else:
        say("nothing was read")
    return FAILED if pile.failures or not pairs else 0


def _check_given(paths: Sequence[str] | None, ledger: str, as_of: str) -> None:
    """Documents or a record, and a moment of a record alone."""
    if bool(paths) == bool(ledger):
        raise typer.BadParameter("give either PATHs or --ledger", param_hint="PATH")
    if as_of and not ledger:
        raise typer.BadParameter("asks what a record held; give --ledger", param_hint="--as-of")


@command(
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
    With announced: no figures, but the plans, forecasts, deadlines and conditions, one record a line.
    In the table, what is counted stands in brackets where it is carried over from an earlier mention.
    """
    pile = Pile(paths, shares_screen=sys.stdout.isatty())
    write(pile, form)
    return FAILED if pile.failures else 0


def _remembered(ledger: str, as_of: str, by: By) -> list[tuple[Document, Reading]]:
    with opened(ledger) as book:
        return [(entry.document, entry.reading) for entry in recalled(book, as_of, by)]


def _kinds() -> Iterable[str]:
    from reportedly.report.schema import KINDS

    return KINDS


@command("schema", "reportedly schema > claims.schema.json", "reportedly schema changes", alone=True)
def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[KIND]",
            callback=_one_of(_kinds),
            help="Of which lines: claim (of read and claims), announced, series, changes or findings.",
        ),
    ] = "claim",
) -> int:
    """Print the JSON Schema of a record: of one line that is written with --format jsonl."""
    from reportedly.report.schema import KINDS

    print(json.dumps(KINDS[kind](), indent=2, ensure_ascii=False))
    return 0


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
