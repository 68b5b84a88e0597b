"""How fast a record is written and read: ``python -m bench.ledger [--claims N]``, beside the database's own speed.

Invented documents of a hundred claims each are added to a record, a hundred documents a write, and read again as they
were at the end. The database's own speed is the same lines inserted by its driver alone. Ratios hold on any machine;
the speeds themselves are this machine's.
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

from reportedly.ledger import Ledger
from reportedly.ledger.codec import pack
from reportedly.model import Attribution, Claim, Counted, Document, Measure, Part, Quantity, Reading, Verb

A_DOCUMENT = 100  # claims
A_WRITE = 100  # documents
DEATHS = Measure("deaths", "People who died.", "cumulative")


def pile(claims: int) -> Iterator[tuple[Document, Reading]]:
    """Documents with ``claims`` claims in all, of eighty outlets on a thousand days."""
    for number in range(claims // A_DOCUMENT):
        sentences = [f"In district {at} some {number + at} people died, the ministry said." for at in range(A_DOCUMENT)]
        text = "\n".join(sentences)
        document = Document(
            address=f"pile/{number}.txt",
            text=text,
            parts=(Part("body", 0, len(text)),),
            outlet=f"Outlet {number % 80}",
            published=f"20{20 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}",
            published_basis="given",
        )
        yield (
            document,
            Reading(
                document.id, "rules/1", "none", len(text), A_DOCUMENT, None, _claims(document, sentences, number), ()
            ),
        )


def _claims(document: Document, sentences: list[str], number: int) -> tuple[Claim, ...]:
    found, start = [], 0
    for at, sentence in enumerate(sentences):
        figure = start + sentence.index("some")
        noun, verb, said = (start + sentence.index(word) for word in ("people", "died", "the ministry"))
        value = Fraction(number + at)
        head = document.span(noun, noun + 6)
        found.append(
            Claim(
                "figure", "written", document.span(figure, noun - 1), document.span(start, start + len(sentence)),
                "body",
                Quantity(value, value, f"some {value}", "about"), Counted(head, head, "people"),
                Verb(document.span(verb, verb + 4), "die"), None,
                (
                    Attribution(document.outlet or "", "media"),
                    Attribution("the ministry", "government", document.span(said, said + 12)),
                ),
                "happened", measure=DEATHS,
            )
        )  # fmt: skip
        start += len(sentence) + 1
    return tuple(found)


def driver_alone(path: Path, made: list[tuple[Document, Reading]]) -> float:
    """Seconds that the driver needs for the claims' lines, ready made."""
    lines = [
        (number, at, claim.id, pack(claim, document.id))
        for number, (document, reading) in enumerate(made)
        for at, claim in enumerate(reading.claims)
    ]
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE claims (reading, place, id, body, PRIMARY KEY (reading, place))")
    connection.execute("CREATE INDEX ids ON claims (id)")
    began = time.perf_counter()
    step = A_WRITE * A_DOCUMENT
    for start in range(0, len(lines), step):
        with connection:
            connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", lines[start : start + step])
    took = time.perf_counter() - began
    connection.close()
    return took


def main() -> None:
    """Print claims a second, written and read, beside the driver's own."""
    options = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    options.add_argument("--claims", type=int, default=100_000, help="how many, in hundreds")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, Ledger(f"{folder}/a.ledger", create=True) as ledger:
        written, raw, documents = 0.0, 0.0, pile(asked.claims)
        turn = 0
        while made := list(islice(documents, 10 * A_WRITE)):
            turn += 1
            began = time.perf_counter()
            for start in range(0, len(made), A_WRITE):
                with ledger.writing() as writer:
                    for document, reading in made[start : start + A_WRITE]:
                        writer.add(document, reading, "2026-01-01T00:00:00Z")
            written += time.perf_counter() - began
            raw += driver_alone(Path(folder) / f"raw{turn}.db", made)
        began = time.perf_counter()
        count = sum(len(entry.reading.claims) for entry in ledger.entries())
        took = time.perf_counter() - began
        size = (Path(folder) / "a.ledger").stat().st_size
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count:,} claims, {size / 2**20:,.0f} MiB on disk, {memory:,} MiB of memory at most")
    print(f"added    {count / written:10,.0f} claims/s")
    print(f"read     {count / took:10,.0f} claims/s")
    print(f"driver   {count / raw:10,.0f} claims/s inserted, ready made, by the database's driver alone")


if __name__ == "__main__":
    main()
