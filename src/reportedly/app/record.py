"""The record at the command line: ``add``, ``claims``, ``show``, ``judge``, ``undo``, ``erase`` and ``verify``."""

import getpass
import os
import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.app import FAILED
from reportedly.app.frame import command
from reportedly.app.output import STANDARD
from reportedly.app.reading import Pile, say
from reportedly.app.remembered import LEDGER, AsOf, By, ByClock, Kept, LedgerPath, Reason, Who, moment, opened, recalled
from reportedly.app.written import Format, write
from reportedly.errors import LedgerError
from reportedly.model import Claim, Judgement, Span, Tombstone, Verdict

if TYPE_CHECKING:
    from reportedly.ledger import Entry, Ledger

DAY = 10  # characters of a date
SHORTEST = 6  # hexadecimal digits by which a claim is named


def now() -> str:
    """This moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@command(
    "add",
    "reportedly add reports/ --ledger situation.ledger",
    "reportedly add https://newspaper.example/a-page",
    "reportedly add examples/tables/figures.csv --table examples/tables/figures.toml",
    "reportedly add reports/ --keep quotes   (texts that may not be stored)",
)
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders or addresses of pages.")],
    ledger: LedgerPath = LEDGER,
    table: Annotated[
        str, typer.Option("--table", metavar="TOML", help="PATHs are tables of figures, read as this file says.")
    ] = "",
    keep: Annotated[Kept | None, typer.Option("--keep", help="What to keep of documents; settled at first.")] = None,
) -> int:
    """Read documents into a record, which remembers when it learned what.

    What is known already is not added again; a page that changed becomes a new version.
    """
    from reportedly.flow import absorb, record, tabulate
    from reportedly.history import settle

    if all(map(_is_missing, paths)):
        list(Pile(paths, shares_screen=False))  # tells what is wrong; no record is begun for nothing
        return FAILED
    reads = partial(tabulate, paths, table) if table else partial(absorb, paths)
    told: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    with opened(ledger, create=True, keep=keep) as book:
        pile = Pile(paths, shares_screen=False)
        for _, reading, added in pile.through(partial(record, book, reads, now)):
            told[added] += 1
            told["claims"] += len(reading.claims) if added != "known" else 0
            refused.update(rejected.reason for rejected in reading.rejected if table)
        settle(book)
    counts = f"{told['new']} new, {told['version']} changed, {told['reread']} read anew, {told['known']} known"
    print(f"{counts}; {told['claims']} claims added -> {ledger}")
    if refused:
        reasons = ", ".join(f"{reason.replace('_', ' ')} {number}" for reason, number in sorted(refused.items()))
        say(f"{refused.total()} rows are no figures: {reasons}")
    return FAILED if pile.failures else 0


@command(
    "claims",
    "reportedly claims",
    "reportedly claims --as-of 2025-01-15",
    "reportedly claims --format jsonl",
    alone=True,
)
def claims(
    ledger: LedgerPath = LEDGER,
    as_of: AsOf = "",
    by: ByClock = By.LEARNED,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = Format.TABLE,
) -> int:
    """Print what a record holds, or what it held at a moment."""
    with opened(ledger) as book:
        entries = recalled(book, as_of, by)
        write(((entry.document, entry.reading) for entry in entries), form, identified=True)
    return 0


@command("show", "reportedly show 3fa9c1", "reportedly show 3fa9c1 --as-of 2025-01-15")
def show(
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="The first digits of a claim's or a series' id, as they are printed.")
    ],
    ledger: LedgerPath = LEDGER,
    as_of: AsOf = "",
    by: ByClock = By.LEARNED,
) -> int:
    """Print one claim with its sentence, its document and what was decided on it; of a series, all its claims."""
    from reportedly.ledger.judged import anchor

    with opened(ledger) as book:
        documents = _telling(book, claim)
        entries = recalled(book, as_of, by, documents)
        read = book.entries(beside=documents)
        told = [] if _named(entries, claim) or _named(read, claim) else _series(book, claim, as_of, by)
        if told:
            for line in told:
                print(line)
            return 0
        entry, found = _found(book, entries, claim)
        for line in (*_told(entry, found), *_now(entries, found)):
            print(line)
        for judgement in book.judgements():
            if judgement.evidence.document in entry.known_as and anchor(judgement, [found]):
                print(_decision(judgement))
    return 0


def _is_missing(path: str) -> bool:
    """Whether ``path`` is meant to be a file or a folder here, and there is none."""
    return path != STANDARD and "://" not in path and not os.path.exists(path)


def _series(book: "Ledger", digits: str, as_of: str, by: By) -> list[str]:
    """The claims of the series of that id, each with its sentence; nothing where there is none."""
    from reportedly.history import History, until

    past, at = History(book, by="published" if by is By.PUBLISHED else "learned"), until(moment(as_of))
    keys = {name: key for name, key in past.keys(moment=at).items() if name.startswith(digits)}
    if len(digits) < SHORTEST or len(keys) != 1:
        return []
    (summed,) = past.summed(keys, at)
    (name, *_), words = list(keys), [word for one in summed.values() for word in one.words]
    called = past.titles(keys, {name: words[0]})[name] if words else ""
    told, names = past.told({word.id for word in words}), past.names(words)
    lines = [f"series     {name}", f"measures   {called}"]
    for word in sorted(words, key=lambda one: (one.day or "", one.id)):
        document, claim = told[word.id]
        paper = document.name
        day = (word.day or "-")[:DAY]
        lines += [
            f"{word.id[:8]}   {day}  {claim.evidence.quote}, by {names.get(word.id, word.origin)}, in {paper}",
            f"           {' '.join(claim.context.quote.split())}",
        ]
    return lines


def _now(entries: Iterable["Entry"], found: Claim) -> list[str]:
    """What a claim that was decided on is by now, where the one that was asked for is as it was read."""
    from reportedly.report.ladders import amount

    there = [c for e in entries for c in e.reading.claims if c.evidence == found.evidence]
    if any(claim.id == found.id for claim in there):
        return []
    if not there:
        return ["now        it is rejected, or was not known then"]
    now_is = there[0]
    ends = " to ".join(dict.fromkeys(amount(end) or "open" for end in (now_is.quantity.low, now_is.quantity.high)))
    return [f"now        {now_is.id}", f"           {ends} {now_is.quantity.unit}, {now_is.status}"]


@command(
    "judge",
    "reportedly judge 3fa9c1 reject --reason 'an age, no count'",
    "reportedly judge 3fa9c1 correct --slot low --value 14000 --reason 'the page says 14,000'",
    "reportedly judge 3fa9c1 correct --slot source --value 'the Red Cross' --reason 'not the ministry'",
    "reportedly judge 3fa9c1 same 77b0de --reason 'both quote the briefing of 30 April'",
)
def judge(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The first digits of its id.")],
    verdict: Annotated[str, typer.Argument(help="accept, reject, correct, same or different.")],
    other: Annotated[str, typer.Argument(metavar="[OTHER]", help="For same and different: the other claim.")] = "",
    *,
    reason: Reason,
    slot: Annotated[
        str,
        typer.Option(
            "--slot",
            help="For correct: value (both ends), low, high, unit, status, approximator, change; source (who says it)"
            " and counted, which are words of the document.",
        ),
    ] = "",
    value: Annotated[
        str | None,
        typer.Option("--value", help="For correct: the right value; '' is an open end, or the report's own word."),
    ] = None,
    analyst: Who = "",
    ledger: LedgerPath = LEDGER,
) -> int:
    """Decide on a claim. The decision is added to the record and outlives every re-reading."""
    from reportedly.claims.attribution.kinds import kind_of_words
    from reportedly.ledger.judged import SOURCE, anchor, check

    with opened(ledger) as book:
        entries = recalled(book, "", By.LEARNED, _telling(book, claim, *filter(None, [other])))
        entry, found = _found(book, entries, claim)
        second = _found(book, entries, other)[1].evidence if other else None
        judgement = Judgement(
            _verdict(verdict), found.evidence, found.context, analyst or getpass.getuser(), now(), reason,
            slot=slot or None, value=value, other=second or _quoted(entry, found, slot, value),
            kind=kind_of_words(value) if slot == SOURCE and value else None,
        )  # fmt: skip
        check(judgement, found)
        book.judge(judgement)
        known = recalled(book, "", By.LEARNED, {found.evidence.document})
        now_called = [c.id for entry in known for c in entry.reading.claims if anchor(judgement, [c])]
    print(_decision(judgement))
    if judgement.verdict == "correct" and now_called:
        print(f"the claim is {now_called[0][:8]} now")
    return 0


def _quoted(entry: "Entry", claim: Claim, slot: str, value: str | None) -> Span | None:
    """Where the words of a correction stand: in the claim's sentence, else before it, else anywhere in the document."""
    from reportedly.ledger.judged import COUNTED, SOURCE

    if slot not in (SOURCE, COUNTED) or not value:
        return None
    words, sentence = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)"), claim.context
    if (inside := words.search(sentence.quote)) is not None:
        start, end = (sentence.start + at for at in inside.span())
        return Span(sentence.document, start, end, inside.group())
    places = [(found.start() > sentence.start, -found.start(), found) for found in words.finditer(entry.document.text)]
    return entry.document.span(*min(places)[2].span()) if places else None


@command("undo", "reportedly undo --reason 'wrong claim'", "reportedly undo 9c01d2 --reason 'the page was right'")
def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="[JUDGEMENT]", help="The first digits of its id; else your newest.")
    ] = "",
    *,
    reason: Reason,
    analyst: Who = "",
    ledger: LedgerPath = LEDGER,
) -> int:
    """Take back a decision; both stay in the record. One of somebody else is taken back by its id alone."""
    by = analyst or getpass.getuser()
    with opened(ledger) as book:
        standing = [made for made in book.judgements() if made.id.startswith(judgement)]
        if not standing:
            raise LedgerError(f"{ledger}: no decision {judgement or 'at all'} stands")
        if judgement and len(standing) > 1:
            raise LedgerError(f"{judgement} begins {len(standing)} decisions; give more of it")
        own = [made for made in standing if judgement or made.by == by]
        if not own:
            newest = f"the newest is {standing[-1].id[:8]}, of {standing[-1].by}"
            raise LedgerError(f"{ledger}: no decision of {by} stands; {newest}: give its id to take it back")
        last = own[-1]
        book.judge(Judgement("undo", last.evidence, last.context, by, now(), reason, undoes=last.id))
    print(f"taken back{'' if last.by == by else f', a decision of {last.by}'}: {_decision(last)}")
    return 0


@command("erase", "reportedly erase 41e826 --reason 'removed at the request of its author'")
def erase(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The first digits of its id, as show prints it.")],
    *,
    reason: Reason,
    analyst: Who = "",
    ledger: LedgerPath = LEDGER,
) -> int:
    """Take a document's words out of the record for good; its digests and the reason stay."""
    with opened(ledger) as book:
        found = {
            entry.document.id: entry.document for entry in book.entries() if entry.document.id.startswith(document)
        }
        if len(found) != 1 or len(document) < SHORTEST:
            raise LedgerError(
                f"{ledger}: {document!r} names {len(found)} documents; give {SHORTEST} digits or more of one"
            )
        (erased,) = found.values()
        book.erase(Tombstone(erased.id, analyst or getpass.getuser(), now(), reason))
    print(f"erased: {erased.address}")
    return 0


@command("verify", "reportedly verify", "reportedly verify --ledger postgresql://host/situation", alone=True)
def verify(
    ledger: LedgerPath = LEDGER,
    *,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="First delete the index of series, which is made again.")
    ] = False,
) -> int:
    """Check every hash and every quote of a record."""
    with opened(ledger) as book:
        if fresh:
            book.forget()
        faults = 0
        for fault in book.verify():
            faults += 1
            print(f"{fault.kind}: {fault.where}: {fault.words}")
        unchecked = book.unchecked()
    if unchecked:
        print(f"{unchecked} documents are kept without their text: their quotes cannot be held against it")
    print(f"{faults} faults" if faults else f"{ledger}: nothing is wrong")
    return FAILED if faults else 0


def _verdict(word: str) -> Verdict:
    known: dict[str, Verdict] = {
        "accept": "accept",
        "reject": "reject",
        "correct": "correct",
        "same": "same",
        "different": "different",
    }
    if word not in known:
        raise LedgerError(f"{word!r} is no verdict; there are: {', '.join(known)}")
    return known[word]


def _found(book: "Ledger", entries: Iterable["Entry"], digits: str) -> tuple["Entry", Claim]:
    """The claim of that id as judged, else as it was read: one that was rejected or corrected can be judged again."""
    found = _named(entries, digits) or _named(book.entries(beside=_telling(book, digits)), digits)
    if len(digits) < SHORTEST:
        raise LedgerError(f"{digits!r} is too short; give {SHORTEST} digits or more of the claim's id")
    if len(found) != 1:
        raise LedgerError(f"{digits!r} names {len(found) or 'no'} claims" + ("; give more of it" if found else ""))
    return found[0]


def _telling(book: "Ledger", *digits: str) -> set[str]:
    """The documents that may tell the claims of these ids; that of one that was corrected stands in no reading."""
    judged = {judgement.evidence.document for judgement in book.judgements()}
    return judged.union(*(book.holding(one) for one in digits if len(one) >= SHORTEST))


def _named(entries: Iterable["Entry"], digits: str) -> list[tuple["Entry", Claim]]:
    return [(entry, claim) for entry in entries for claim in entry.reading.claims if claim.id.startswith(digits)]


def _told(entry: "Entry", claim: Claim) -> list[str]:
    document = entry.document
    return [
        f"claim      {claim.id}",
        f"says       {claim.evidence.quote}" + (f" {claim.counted.phrase.quote}" if claim.counted else ""),
        f"sentence   {' '.join(claim.context.quote.split())}",
        f"status     {claim.status}",
        f"said by    {' <- '.join(step.source for step in claim.attribution) or 'the report itself'}",
        f"document   {document.id}",
        f"           {document.address}" + (f" ({document.outlet})" if document.outlet else ""),
        f"learned    {entry.learned}" + (f", one of {len(entry.known_as)} versions" if len(entry.known_as) > 1 else ""),
        f"read by    {entry.reading.made_by}, {entry.reading.model}",
    ]


def _decision(judgement: Judgement) -> str:
    set_to = f" {judgement.slot} = {judgement.value or 'open'}" if judgement.verdict == "correct" else ""
    return f"{judgement.id[:8]}   {judgement.verdict}{set_to}, {judgement.by}, {judgement.at}: {judgement.reason}"
