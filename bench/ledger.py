"""How a record grows: ``python -m bench.ledger [--claims N ...]``, beside the database's own speed.

Invented documents of a hundred claims each are added to a record, a hundred documents a write, a hundredth of them each
day: deaths, cases and the like in the states of the world, so that a series has as many words as there are claims to a
hundred thousand, times nine. Then the words of all are indexed by series, and what stood there when is settled; single
series are asked for with their estimates, and what changed on the last day. The database's own speed is the same lines
inserted by its driver alone. Ratios hold on any machine; the speeds themselves are this machine's.
"""

import argparse
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path
from statistics import median

from reportedly import standings
from reportedly.history import History, maker, until, words
from reportedly.ledger import Ledger
from reportedly.ledger.codec import pack
from reportedly.model import Attribution, Claim, Counted, Document, Measure, Part, Quantity, Reading, Slot, Verb
from reportedly.values.measures import registry
from reportedly.values.states import state_names

A_DOCUMENT = 100  # claims
A_WRITE = 100  # documents
DAYS = 100
SERIES = 100  # that are asked for one by one
SPEAKERS = ("the ministry", "the Red Cross", "Reuters", "the World Health Organization")
SUBJECTS = ("disaster", "epidemic")  # measures whose series are told apart by their place


def pile(claims: int, states: int | None = None) -> Iterator[tuple[Document, Reading, str]]:
    """Documents with ``claims`` claims in all, of eighty outlets, each with the moment when it was learned.

    In fewer ``states`` (None: all) there are fewer series, each with more words.
    """
    places = sorted({entry.name for entry in state_names().values()})[:states]
    measures = [known.measure for known in registry() if known.subject in SUBJECTS]
    count = claims // A_DOCUMENT
    for number in range(count):
        day = number * DAYS // count
        rows = [(number * A_DOCUMENT + at) % (len(places) * len(measures)) for at in range(A_DOCUMENT)]
        told = [(places[row % len(places)], measures[row // len(places)]) for row in rows]
        sentences = [
            f"In {place} some {1000 + day * 7 + at} people died, {SPEAKERS[number % len(SPEAKERS)]} said."
            for at, (place, _) in enumerate(told)
        ]
        text = "\n".join(sentences)
        published = f"2025-{1 + day // 28:02}-{1 + day % 28:02}"
        document = Document(
            address=f"pile/{number}.txt",
            text=text,
            parts=(Part("body", 0, len(text)),),
            outlet=f"Outlet {number % 80}",
            published=published,
            published_basis="given",
        )
        made = tuple(_claims(document, sentences, told))
        reading = Reading(document.id, "rules/1", "none", len(text), A_DOCUMENT, None, made, ())
        yield document, reading, f"{published}T08:00:00Z"


def _claims(document: Document, sentences: list[str], told: list[tuple[str, Measure]]) -> Iterator[Claim]:
    start = 0
    for sentence, (place, measure) in zip(sentences, told, strict=True):
        figure, noun = start + sentence.index("some"), start + sentence.index("people")
        verb, comma = start + sentence.index("died"), sentence.index(", ")
        value = Fraction(sentence.split("some ")[1].split(" ")[0])
        said = document.span(start + comma + 2, start + len(sentence) - len(" said."))
        head = document.span(noun, noun + 6)
        yield Claim(
            "figure", "written", document.span(figure, noun - 1), document.span(start, start + len(sentence)), "body",
            Quantity(value, value, f"some {value}", "about"), Counted(head, head, "people"),
            Verb(document.span(verb, verb + 4), "die"), None,
            (Attribution(document.outlet or "", "media"), Attribution(said.quote, "international", said)),
            "happened", measure=measure, slots=(Slot("place", document.span(start + 3, start + 3 + len(place))),),
        )  # fmt: skip
        start += len(sentence) + 1


def bare(path: Path) -> sqlite3.Connection:
    """A database of claims' lines and nothing else."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE claims (reading, place, id, body, PRIMARY KEY (reading, place))")
    return connection


def driver_alone(
    connection: sqlite3.Connection, turn: int, made: list[tuple[Document, Reading, str]], watch: "Watch"
) -> None:
    """Put in the claims' lines, ready made, as ``watch`` looks on."""
    lines = [
        (turn + number, at, claim.id, pack(claim, document.id))
        for number, (document, reading, _) in enumerate(made)
        for at, claim in enumerate(reading.claims)
    ]
    with watch, connection:
        connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", lines)


class Watch:
    """Seconds by the clock and of the processor: on a machine that does other things too, the two lie far apart."""

    def __init__(self) -> None:
        self.wall = self.processor = 0.0

    def __enter__(self) -> None:
        self.began = time.perf_counter(), time.process_time()

    def __exit__(self, *raised: object) -> None:
        self.wall += time.perf_counter() - self.began[0]
        self.processor += time.process_time() - self.began[1]

    def speed(self, count: int) -> str:
        """So many things a second."""
        return f"{count / self.wall:10,.0f} claims/s ({count / self.processor:,.0f} a second of processor)"


def grown(claims: int, states: int | None = None) -> None:
    """Print what a record of so many claims costs."""
    written, raw, indexed, settled, read = (Watch() for _ in range(5))
    with tempfile.TemporaryDirectory() as folder, Ledger(f"{folder}/a.ledger", create=True) as ledger:
        documents, connection, turn = pile(claims, states), bare(Path(folder) / "raw.db"), 0
        while made := list(islice(documents, A_WRITE)):
            with written, ledger.writing() as writer:
                for one in made:
                    writer.add(*one)
            driver_alone(connection, turn, made, raw)
            turn += len(made)
        connection.close()
        print(f"{claims:,} claims, {(Path(folder) / 'a.ledger').stat().st_size / 2**20:,.0f} MiB on disk")
        print(f"  added    {written.speed(claims)}")
        print(f"  driver   {raw.speed(claims)}, inserted, ready made, by the database's driver alone", flush=True)
        with indexed:
            ledger.index(maker(), words)
        print(f"  indexed  {indexed.speed(claims)}", flush=True)
        with settled:
            ledger.settle(standings.course)
        print(f"  settled  {settled.speed(claims)}", flush=True)
        with read:
            count = sum(len(entry.reading.claims) for entry in ledger.entries())
        print(f"  read     {read.speed(count)}")
        _asked(ledger)
        size = (Path(folder) / "a.ledger").stat().st_size / 2**20
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {size:,.0f} MiB on disk with the index, {memory:,} MiB of memory at most", flush=True)


def _asked(ledger: Ledger) -> None:
    """Print how long single series and the changes of the last day take."""
    past = History(ledger)
    names = sorted(past.keys())
    took, counted = [], []
    for name in names[:: max(1, len(names) // SERIES)]:
        one = Watch()
        with one:
            (found,) = past.summed([name], until(""))
        took.append(one)
        counted.append(len(found[name].words))
    wall, processor = ([getattr(one, clock) * 1000 for one in took] for clock in ("wall", "processor"))
    print(f"  series   {median(wall):10.1f} ms with its estimate, {max(wall):.1f} ms at most"
          f" ({median(processor):.1f} and {max(processor):.1f} of processor);"
          f" {len(names):,} series, {median(counted):.0f} words in each, {max(counted)} at most")  # fmt: skip
    day = Watch()
    with day:
        changed = past.changed("2025-04-16", until("2025-04-16"))
    print(f"  changes  {day.wall:10.2f} s ({day.processor:.2f} of processor) for the last day's hundredth:"
          f" {len(changed):,}")  # fmt: skip


def main() -> None:
    """Print what records of several sizes cost."""
    options = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    options.add_argument("--claims", type=int, nargs="+", default=[100_000], help="how many, in hundreds")
    options.add_argument("--states", type=int, help="in how many states; in fewer, series are longer")
    given = options.parse_args()
    for claims in given.claims:
        grown(claims, given.states)


if __name__ == "__main__":
    main()
