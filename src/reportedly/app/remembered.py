"""The record as the commands ask for it: which one, and as of when."""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.app.reading import say
from reportedly.errors import LedgerError

if TYPE_CHECKING:
    from reportedly.flow import Clock
    from reportedly.ledger import Entry, Ledger

MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?Z?)?)?)?")


class By(StrEnum):
    """Which clock a moment is told by."""

    LEARNED = "learned"
    PUBLISHED = "published"


class Kept(StrEnum):
    """What a ledger keeps of documents."""

    TEXTS = "texts"
    QUOTES = "quotes"


LedgerPath = Annotated[
    str,
    typer.Option(
        "--ledger", "-l", metavar="FILE", envvar="REPORTEDLY_LEDGER", help="The record: a file, or a database's URL."
    ),
]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="What was known then; a day means until its end. Else: now.")
]
ByClock = Annotated[By, typer.Option("--by", help="Whether --as-of asks when it was learned or when published.")]
Reason = Annotated[str, typer.Option("--reason", "-r", metavar="TEXT", help="Why; it is kept with the decision.")]
Who = Annotated[str, typer.Option("--analyst", metavar="NAME", help="Who decides; by default the user's name here.")]

LEDGER = "situation.ledger"


def opened(address: str, *, create: bool = False, keep: str | None = None) -> "Ledger":
    """The ledger at ``address``."""
    from reportedly.ledger import Ledger

    return Ledger(address, create=create, keep="quotes" if keep == "quotes" else "texts" if keep else None)


def moment(told: str) -> str:
    """``told`` where it is a moment, or nothing. Raises ``LedgerError``."""
    if told and not MOMENT.fullmatch(told):
        raise LedgerError(f"{told!r} is no moment; give 2025, 2025-01, 2025-01-15 or 2025-01-15T12:00Z")
    return told


def recalled(ledger: "Ledger", as_of: str, by: By, beside: Collection[str] | None = None) -> list["Entry"]:
    """What the ledger held then, as judged; judgements that find no claim any more are told on standard error.

    ``beside`` asks for the places of some documents alone.
    """
    from reportedly.flow import recall

    clock: Clock = "published" if by is By.PUBLISHED else "learned"
    entries, lost = recall(ledger, moment(as_of), by=clock, beside=beside)
    for judgement in lost:
        told = f"{judgement.verdict} {judgement.evidence.quote!r} ({judgement.id[:8]})"
        say(f"a judgement finds its claim no more: {told}")
    if as_of and not entries and beside is None:
        say(
            f"nothing was known by {as_of}"
            + ("" if by is By.PUBLISHED else "; --by published asks by the reports' dates")
        )
    return entries
