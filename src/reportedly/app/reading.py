"""Addresses become documents and readings, one at a time; what goes wrong is told on standard error and counted."""

import sys
from collections.abc import Iterator, Sequence

from reportedly.app.progress import Progress
from reportedly.errors import ReadError
from reportedly.model import Document, Reading
from reportedly.report.visible import line

PROGRAM = "reportedly"


def say(message: str) -> None:
    """One line on standard error."""
    print(f"{PROGRAM}: {line(message)}", file=sys.stderr, flush=True)


class Pile:
    """What is read from ``addresses``; ``failures`` fills while it is gone through."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self.addresses = addresses
        self.failures: list[ReadError] = []

    def __iter__(self) -> Iterator[tuple[Document, Reading]]:
        from reportedly.flow import absorb

        with Progress(sys.stderr) as progress:
            for absorbed in absorb(self.addresses, stdin=sys.stdin.buffer, progress=progress):
                progress.hide()
                if isinstance(absorbed, ReadError):
                    self.failures.append(absorbed)
                    say(str(absorbed))
                    continue
                document, reading = absorbed
                if reading.skipped:
                    say(f"{document.address}: {reading.skipped}")
                yield absorbed
