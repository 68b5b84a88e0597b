"""What is watched, at the command line: series, changes, questions, folders, and several situations side by side."""

import getpass
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.app import FAILED
from reportedly.app.commands import RuleName, VagueName
from reportedly.app.frame import command
from reportedly.app.reading import Pile, say
from reportedly.app.record import now
from reportedly.app.remembered import LEDGER, AsOf, By, ByClock, LedgerPath, Who, moment, opened
from reportedly.errors import LedgerError
from reportedly.model import Act, Changed, Key, Question, Watched

if TYPE_CHECKING:
    from reportedly.changes import Summed
    from reportedly.flow import Clock
    from reportedly.history import History
    from reportedly.ledger import Ledger

DIGITS = 8  # of a digest, as they are printed
RUNGS = 12  # of a ladder that are printed; the rest is counted
NAMED = 6  # things of which figures are new that are named; the rest is counted
DAY = 10  # characters of a date
RULE = "latest-by-origin/1"
VAGUE = "plural"
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="From the beginning of that day on.")]
Words = Annotated[
    str, typer.Argument(metavar="[WORDS]", help="What to ask for: 'deaths of miners in Chile'. Else: everything.")
]


class Lines(StrEnum):
    """How series and changes are written: text counts the new figures of a day, all lists each."""

    TEXT = "text"
    ALL = "all"
    JSONL = "jsonl"


Form = Annotated[Lines, typer.Option("--format", "-f", help="How to write them; all lists each new figure.")]


@command(
    "series",
    "reportedly series",
    "reportedly series 'deaths of North Korean soldiers in Russia'",
    "reportedly series --as-of 2025-01-15 --by published --rule conservative",
    alone=True,
)
def series(
    words: Words = "",
    ledger: LedgerPath = LEDGER,
    as_of: AsOf = "",
    by: ByClock = By.LEARNED,
    rule: RuleName = RULE,
    vague: VagueName = VAGUE,
    form: Form = Lines.TEXT,
) -> int:
    """Print the series of a record: figures that measure the same thing, and what a rule makes of them."""
    from reportedly.history import History, until

    at = until(moment(as_of))
    with opened(ledger) as book:
        past = History(book, rule=rule, by=_clock(by), vague=vague)
        _tell_how(past)
        sure, maybe = _answering(past, words, at) if words else (past.keys(moment=at), {})
        for answers in (sure, maybe):
            for some in past.parts(answers):
                (found,) = past.summed(some, at)
                _print_series(past, some, found, form)
            if answers is sure and maybe and form is not Lines.JSONL:
                print("May be meant, too; something that was asked for is left open there:")
    return 0


@command(
    "changes",
    "reportedly changes --since 2025-01-13",
    "reportedly changes --since 2025-01-13 --as-of 2025-01-20 --by published",
    "reportedly changes --since 2025-01-13 'casualties of North Korean soldiers'",
)
def changes(
    words: Words = "",
    *,
    since: Since,
    ledger: LedgerPath = LEDGER,
    as_of: AsOf = "",
    by: ByClock = By.LEARNED,
    rule: RuleName = RULE,
    vague: VagueName = VAGUE,
    form: Form = Lines.TEXT,
) -> int:
    """Print what changed since a day.

    New figures; raised, lowered and withdrawn ones; what another origin confirms or tells otherwise; plans that came
    about, were overtaken or fell due; pages with a new version and the figures that changed there.
    """
    from reportedly.history import History

    with opened(ledger) as book:
        past, end = History(book, rule=rule, by=_clock(by), vague=vague), _end(as_of)
        _tell_how(past)
        asked = None
        if words:
            sure, maybe = _answering(past, words, end)
            asked = {*sure, *maybe}
        _print_changes(past.changed(_beginning(since), end, asked), form)
    return 0


@command(
    "ask",
    "reportedly ask losses 'deaths of North Korean soldiers in Russia'",
    "reportedly ask losses --drop",
)
def ask(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the question is called.")],
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="The question.")] = "",
    *,
    drop: Annotated[bool, typer.Option("--drop", help="Watch it no more.")] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what was last asked or dropped by that name.")
    ] = False,
    analyst: Who = "",
    ledger: LedgerPath = LEDGER,
) -> int:
    """Watch a question; `reportedly questions` then tells what is known, how fresh it is and what changed."""
    from reportedly.history import History

    if (bool(words), drop, undo).count(True) != 1:
        raise typer.BadParameter("give the question's WORDS, or --drop, or --undo", param_hint="WORDS")
    act: Act = "drop" if drop else "undo" if undo else "watch"
    with opened(ledger) as book:
        if words:
            past, at = History(book), now()
            sure, maybe = _answering(past, words, at)
            print(f"{len(sure)} series answer, {len(maybe)} may: something that was asked for is left open there")
            for mark, answers in (("answers", sure), ("may", maybe)):
                _print_meant(past, answers, at, mark)
        last = _last(book, name) if undo else None
        book.ask(Question(act, name, analyst or getpass.getuser(), now(), words, last))
        stands = [one.words for one in book.questions() if one.name == name]
    print(f"{name}: watched, {stands[0]}" if stands else f"{name}: watched no more")
    return 0


def _last(book: "Ledger", name: str) -> str:
    """The digest of what was last asked or dropped by that name and not taken back."""
    acts = book.acts()
    undone = {act.undoes for act in acts}
    found = [act.id for act in acts if act.name == name and act.act in ("watch", "drop") and act.id not in undone]
    if not found:
        raise LedgerError(f"no question is called {name!r}")
    return found[-1]


@command("questions", "reportedly questions", "reportedly questions losses", "reportedly questions --peek", alone=True)
def questions(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="One of them. Else: all.")] = "",
    *,
    peek: Annotated[bool, typer.Option("--peek", help="Do not note that they were looked at.")] = False,
    analyst: Who = "",
    ledger: LedgerPath = LEDGER,
    as_of: AsOf = "",
    rule: RuleName = RULE,
    vague: VagueName = VAGUE,
) -> int:
    """Print what is known of each watched question, how fresh it is, and what changed since it was last looked at.

    --as-of asks what was known then, of what was watched then.
    """
    from reportedly.history import History

    with opened(ledger) as book:
        end = _end(as_of)
        watched = [one for one in book.questions(end) if name in ("", one.name)]
        if not watched:
            then = f" as of {as_of}; it is now" if as_of and _is_watched(book, name) else ""
            raise LedgerError(f"{ledger}: no question is watched" + (f" as {name!r}" if name else "") + then)
        past = History(book, rule=rule, vague=vague)
        for one in watched:
            _print_question(past, one, end)
            if not peek and not as_of:
                book.ask(Question("look", one.name, analyst or getpass.getuser(), end))
    return 0


def _is_watched(book: "Ledger", name: str) -> bool:
    """Whether a question of that name, or any, is watched by now."""
    return any(name in ("", one.name) for one in book.questions(now()))


@command("situations", "reportedly situations floods.ledger strike.ledger --since 2025-01-13")
def situations(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER", help="Records: files, or databases' URLs.")],
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Count changes from that day on.")] = "",
    as_of: AsOf = "",
    rule: RuleName = RULE,
) -> int:
    """Print several records side by side: what each holds, and what changed there."""
    from reportedly.history import History, unit, until

    for address in ledgers:
        with opened(address) as book:
            past = History(book, rule=rule)
            at, held = until(moment(as_of)), []
            for keys in past.parts(past.keys(moment=at)):
                (found,) = past.summed(keys, at)
                titles = past.titles(keys, {name: one.words[0] for name, one in found.items()})
                held += [
                    (len(one.words), titles[name], _estimated(one, unit(keys[name])), _last_day(one))
                    for name, one in found.items()
                ]
            held.sort(key=lambda one: (-one[0], one[1]))
            last = max((day for *_, day in held), default="")
            figures = sum(number for number, *_ in held)
            print(f"{address}: {figures} figures in {len(held)} series" + (f", the last of {last}" if last else ""))
            for _, title, estimated, _ in held[:RUNGS]:
                print(f"  {estimated:>24}  {title}")
            if since:
                kinds = Counter(one.kind for one in past.changed(_beginning(since), _end(as_of)))
                told = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in sorted(kinds.items()))
                print(f"  since {since}: {told or 'nothing changed'}")
    return 0


@command("watch", "reportedly watch reports/", "reportedly watch reports/ clippings/ --every 60 --ledger floods.ledger")
def watch(
    folders: Annotated[list[str], typer.Argument(metavar="FOLDER", help="Folders of reports.")],
    ledger: LedgerPath = LEDGER,
    every: Annotated[float, typer.Option("--every", metavar="SECONDS", min=0.1, help="How often to look.")] = 10,
    turns: Annotated[int, typer.Option("--turns", metavar="N", min=0, help="Look so often and stop. Else: on.")] = 0,
) -> int:
    """Read what comes into folders, or changes there, into a record, until Ctrl-C.

    A file is read when it was the same at two looks, so that one that is being written is not read by halves.
    """
    told: Counter[str] = Counter()
    failures = 0
    with opened(ledger, create=True) as book:
        seen: dict[str, Stamp] = {}
        read: dict[str, Stamp] = {}
        try:
            for turn in count(1):
                stamps = _stamps(folders)
                ready = [path for path, stamp in stamps.items() if seen.get(path) == stamp != read.get(path)]
                failures += _read(book, ready, told)
                read |= {path: stamps[path] for path in ready}
                seen = stamps
                if turn == turns:
                    break
                time.sleep(every)
        except KeyboardInterrupt:
            say("stopped")
    print(f"{told['new']} new, {told['version']} changed, {told['known']} known -> {ledger}")
    return FAILED if failures else 0


# Watched folders

Stamp = tuple[int, int]


def _stamps(folders: Sequence[str]) -> dict[str, Stamp]:
    """Size and time of change of every file in ``folders`` that can be read."""
    import os

    from reportedly.documents import inside

    found: dict[str, Stamp] = {}
    for folder in folders:
        if not os.path.isdir(folder):
            raise LedgerError(f"{folder}: it is no folder")
        for path in inside(folder):
            try:
                state = os.stat(path)
            except FileNotFoundError:  # it went between two looks
                continue
            found[path] = state.st_size, state.st_mtime_ns
    return found


def _read(book: "Ledger", paths: Sequence[str], told: Counter[str]) -> int:
    """Read files into a record; how many could not be read."""
    if not paths:
        return 0
    from reportedly.flow import absorb, record

    pile = Pile(paths, shares_screen=True)
    for document, reading, added in pile.through(partial(record, book, partial(absorb, paths), now)):
        told[added] += 1
        if added != "known":
            print(f"{added}: {document.address}, {len(reading.claims)} claims", flush=True)
    return len(pile.failures)


# Lines


def _clock(by: By) -> "Clock":
    return "published" if by is By.PUBLISHED else "learned"


def _beginning(since: str) -> str:
    """A moment right before the one asked for, which so counts itself: the text that sorts before all that begin so."""
    told = moment(since).removesuffix("Z")
    return told[:-1] + chr(ord(told[-1]) - 1) + "~"


def _end(as_of: str) -> str:
    """The end of the moment asked for; else this one, since a day that is yet to come has not passed."""
    return moment(as_of) + "~" if as_of else now()


def _tell_how(past: "History") -> None:
    """Says where a record is too large to be asked as its page would be made."""
    if not past.is_whole:
        say("a large record: each report is read by itself, which joins fewer figures than a page does")


def _answering(past: "History", words: str, at: str) -> tuple[dict[str, Key], dict[str, Key]]:
    """The series that answer a question, and those that may; how it was read is told on standard error."""
    from reportedly.series import asked

    say(f"read as {_read_as(words)}")
    sure, maybe = past.answering(asked(words), at)
    if not sure and not maybe:
        say("no series answers that; `reportedly series` without words lists them all")
    return sure, maybe


def _read_as(words: str) -> str:
    """How a question was read, slot by slot."""
    from reportedly.report.ladders import called
    from reportedly.series import asked

    question = asked(words)

    if question.is_empty:
        return "nothing that is known; cannot tell what is asked for"
    slots: Mapping[str, Iterable[str]] = {
        "what": (measure.replace("_", " ") for measure in sorted(question.measures)),
        "whose": map(called, sorted(question.actors)),
        "to whom": map(called, sorted(question.recipients)),
        "where": map(called, sorted(question.places)),
        "of whom": sorted(question.kinds),
        "with the word": sorted(question.unread),
    }
    told = {slot: ", ".join(values) for slot, values in slots.items()}
    return "; ".join(f"{slot}: {values}" for slot, values in told.items() if values)


def _estimated(found: "Summed", unit: str = "") -> str:
    """The best figure as those give it who tell it, and the range where that says more."""
    from reportedly.report.ladders import bounded, range_told

    kept = set(found.estimate.kept)
    told = bounded(found.estimate, [word.bounds for word in found.words if word.id in kept])
    between = range_told(found.estimate)
    unit = unit.removesuffix("s") if told == "1" else unit
    return told + unit + (f" ({between})" if between not in ("", told) else "") if told else "cannot tell"


def _last_day(found: "Summed") -> str:
    return max((word.published or "" for word in found.words), default="")[:DAY]


def _voices(found: "Summed") -> str:
    """Who stands behind a series, counted: the unknown apart."""
    named = len({word.origin for word in found.words if word.named})
    unknown = len({word.origin for word in found.words if not word.named})
    days = [word.day for word in found.words if word.day]
    return f"{named} named, {unknown} unknown" + (f"; last {max(days)[:DAY]}" if days else "")


def _print_series(past: "History", keys: Mapping[str, Key], found: Mapping[str, "Summed"], form: Lines) -> None:
    from reportedly.history import unit

    titles = past.titles(keys, {name: one.words[0] for name, one in found.items()}) if form is not Lines.JSONL else {}
    for name in sorted(found, key=lambda one: (-len(found[one].words), one)):
        one = found[name]
        if form is Lines.JSONL:
            _print_record(_series_record(name, keys[name], one))
        else:
            print(f"{name[:DIGITS]}  {_estimated(one, unit(keys[name]))}  {titles[name]}  [{_voices(one)}]")


def _series_record(name: str, key: Key, found: "Summed") -> dict[str, object]:
    from reportedly.values import shown

    estimate = found.estimate
    ends = {end: None if (value := getattr(estimate, end)) is None else shown(value) for end in ("low", "best", "high")}
    slots = {slot: getattr(key, slot) for slot in key.__slots__}
    kept = list(estimate.kept)
    aside = [{"claim": claim, "reason": reason} for claim, reason in estimate.aside]
    return {"id": name, "key": slots, "rule": estimate.rule, **ends, "kept": kept, "aside": aside}


def _print_record(record: Mapping[str, object]) -> None:
    import sys

    from reportedly.report.records import encoded

    sys.stdout.buffer.write(encoded(dict(record)) + b"\n")
    sys.stdout.buffer.flush()


def _print_changes(found: Sequence[Changed], form: Lines) -> None:
    """Each in a line; what is new by itself is counted by the day, unless all are asked for."""
    fresh = Counter(one.day for one in found if _is_fresh(one))
    for one in found:
        if form is Lines.JSONL:
            _print_record({slot: getattr(one, slot) for slot in one.__slots__})
        elif form is Lines.ALL or not _is_fresh(one) or fresh[one.day] == 1:
            print(f"{one.kind.replace('_', ' '):10}  {one.day or '-':10}  {one.sentence}")
        elif fresh[one.day]:
            number, fresh[one.day] = fresh[one.day], 0
            names = dict.fromkeys(_thing(new) for new in found if _is_fresh(new) and new.day == one.day)
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            told = f"{number} figures are new: {'; '.join(list(names)[:NAMED])}{more} (--format all lists them)"
            print(f"{'new':10}  {one.day or '-':10}  {told}")
    if not found and form is not Lines.JSONL:
        print("nothing changed")


def _is_fresh(one: Changed) -> bool:
    """Whether it is a figure of which nothing was told before, by anybody."""
    return one.kind == "new" and len(one.claims) == 1


def _thing(one: Changed) -> str:
    """What a change is of, without where and when."""
    return one.sentence.partition(":")[0].partition(" (")[0]


def _print_question(past: "History", watched: Watched, end: str) -> None:
    """Its words, the ladder of each series that answers, its freshness, and what changed since it was looked at."""
    from reportedly.history import freshness, unit
    from reportedly.series import asked

    print(f"{watched.name}: {watched.words}\n  read as {_read_as(watched.words)}")
    sure, maybe = past.answering(asked(watched.words), end)
    (found,) = past.summed(sure, end)
    if not found:
        print("  cannot tell: no series answers" + (f"; {len(maybe)} may:" if maybe else ""))
        _print_meant(past, maybe, end, "may")
    titles = past.titles(sure, {name: one.words[0] for name, one in found.items()})
    for name in sorted(found, key=lambda one: (-len(found[one].words), one)):
        print(f"  {_estimated(found[name], unit(sure[name]))}  {titles[name]}  [{_voices(found[name])}]")
        _print_ladder(past, found[name])
    print(f"  {_fresh(freshness(found.values()), end)}")
    since = watched.looked or watched.since
    changed = past.changed(since, end, {*sure, *maybe}) if since < end else ()
    print(f"  since {since}: " + (f"{len(changed)} changes" if changed else "nothing changed"))
    for one in changed:
        print(f"    {one.kind.replace('_', ' ')}: {one.sentence}")


def _print_meant(past: "History", keys: Mapping[str, Key], at: str, mark: str) -> None:
    """The series that answer a question or may, those of which most is told first; ``mark`` says which they are."""
    from reportedly.history import unit

    (found,) = past.summed(keys, at)
    titles = past.titles(keys, {name: one.words[0] for name, one in found.items()})
    ordered = sorted(found, key=lambda one: (-len(found[one].words), one))
    for name in ordered[:RUNGS]:
        print(f"  {mark:8}{name[:DIGITS]}  {_estimated(found[name], unit(keys[name]))}  {titles[name]}")
    if len(ordered) > RUNGS:
        print(f"  {mark:8}{len(ordered) - RUNGS} more")


def _print_ladder(past: "History", found: "Summed") -> None:
    """What each origin says by now, the last first."""
    from reportedly.changes import figure

    rungs = sorted(found.standing.values(), key=lambda word: (word.day or "", word.id), reverse=True)
    names = past.names(rungs[:RUNGS])
    for word in rungs[:RUNGS]:
        day = (word.day or "-")[:DAY]
        print(f"    {day:10}  {figure(word.bounds):>20}  {names.get(word.id, word.origin)}")
    if len(rungs) > RUNGS:
        print(f"    and {len(rungs) - RUNGS} more")


def _fresh(last: str | None, end: str) -> str:
    """When the last new origin spoke, and how long before the moment asked for that was."""
    if last is None or len(last) < DAY:
        return "no origin with a name and a day" if last is None else f"the last new origin spoke in {last}"
    days = (date.fromisoformat(end[:DAY]) - date.fromisoformat(last[:DAY])).days if len(end) > DAY else 0
    told = f"the last new origin spoke on {last[:DAY]}"
    return f"{told}, {days} days before {end[:DAY]}" if days > 0 else told
