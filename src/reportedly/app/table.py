"""Claims become a table for a terminal: one block a document, the figure's words never cut.

The words of a document are laid out as plain text, never as markup, with their control characters shown.
"""

import sys

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.model import Attribution, Claim, Document, Reading, Status
from reportedly.report.dates import published, told
from reportedly.report.visible import line

DIGITS = 8  # of an id: among a million claims, one in four thousand shares them with another
NARROW = 60  # columns of a terminal under which each claim becomes a few lines instead of a row

# A word's colour only repeats what the word says.
STYLES: dict[Status, str] = {
    "happened": "green",
    "ongoing": "green",
    "planned": "blue",
    "expected": "blue",
    "conditional": "yellow",
    "possible": "yellow",
    "did_not_happen": "red",
    "unresolved": "magenta",
}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # Rich would end the program here, with a code of its own; the command line has one way of ending.
        raise BrokenPipeError


class Terminal:
    """Prints the claims of documents one after the other on standard output; ``identified``: with their ids."""

    def __init__(self, *, identified: bool = False) -> None:
        self.identified = identified
        self.console = _Console(file=sys.stdout, highlight=False, markup=False, emoji=False)

    def show(self, document: Document, reading: Reading) -> None:
        """One document: a heading and its figures."""
        self.console.print(_heading(document, reading), soft_wrap=False)
        if reading.skipped:
            self.console.print(Text(f"  {reading.skipped}", style="italic"))
        elif not reading.claims:
            self.console.print(Text("  no figures", style="italic"))
        elif self.console.width < NARROW:
            self._cards(reading)
        else:
            self.console.print(_table(reading, identified=self.identified))
        self.console.print()

    def _cards(self, reading: Reading) -> None:
        for claim in reading.claims:
            self.console.print(Padding(_figure(claim).append(" ").append(_counted(claim)), (0, 0, 0, 2), expand=False))
            self.console.print(
                Padding(_status(claim).append(", ").append_text(_said(claim)), (0, 0, 0, 4), expand=False)
            )


def _heading(document: Document, reading: Reading) -> Text:
    when, basis = published(document, reading)
    day = f"{told(when)}{' (inferred)' if basis == 'inferred' else ''}" if when else "no date"
    title = Text(line(document.title or document.address), style="bold")
    return title.append(f"\n{line(document.outlet or 'no outlet')}, {day}", style="dim")


def _table(reading: Reading, *, identified: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False, header_style="dim")
    if identified:
        table.add_column("id", no_wrap=True)
    table.add_column("figure", ratio=5, overflow="fold")
    table.add_column("counts", ratio=6, overflow="fold")
    table.add_column("status", ratio=4, overflow="fold")
    table.add_column("said by", ratio=7, overflow="fold")
    for claim in reading.claims:
        named = [Text(claim.id[:DIGITS], style="dim")] if identified else []
        table.add_row(*named, _figure(claim), Text(_counted(claim)), _status(claim), _said(claim))
    return table


def _figure(claim: Claim) -> Text:
    coded = claim.basis == "coded"
    text = Text(line(claim.quantity.written if coded else claim.evidence.quote), style="bold")
    aside: list[str] = [] if claim.part == "body" else [claim.part]
    if claim.basis == "implied":
        aside.append("several" if claim.quantity.low is None else f"counts as {claim.quantity.low}")
    if coded and claim.quantity.approximator not in ("exact", "range"):
        aside.append(claim.quantity.approximator.replace("_", " "))
    if claim.quantity.change != "level":
        aside.append(claim.quantity.change)
    return text.append(f" ({', '.join(aside)})" if aside else "", style="not bold dim")


def _counted(claim: Claim) -> str:
    if claim.counted is None:
        return claim.measure.slug.replace("_", " ") if claim.basis == "coded" and claim.measure else "-"
    phrase = line(claim.counted.phrase.quote)
    told = f", {line(claim.verb.span.quote)}" if claim.verb else ""
    return (f"({phrase})" if claim.counted.implied else phrase) + told


def _status(claim: Claim) -> Text:
    return Text(claim.status.replace("_", " "), style=STYLES[claim.status])


def _source(step: Attribution) -> str:
    """Who, or the words by which nobody is named: "unnamed (it is reported)"."""
    return f"{step.source} ({step.words.quote})" if step.span is None and step.words else step.source


def _said(claim: Claim) -> Text:
    """The chain from the root back to the outlet, as it is read aloud: who said it, by whose report."""
    steps = [step for step in claim.attribution if step.span is not None or step.words is not None]
    if not steps:
        return Text("the report itself", style="dim")
    text = Text(" ← ".join(line(_source(step)) for step in steps))
    stance = steps[-1].stance
    return text if stance == "asserts" else text.append(f" ({stance})", style="italic")
