"""Addresses become documents and readings, one at a time; what goes wrong is told on standard error and counted."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.app import PROGRAM
from reportedly.app.progress import Progress
from reportedly.errors import ReadError
from reportedly.model import Document, Reading
from reportedly.report.visible import line

if TYPE_CHECKING:
    from reportedly.flow import Absorbed


def say(message: str) -> None:
    """One line on standard error."""
    print(f"{PROGRAM}: {line(message)}", file=sys.stderr, flush=True)


class Pile:
    """What is read from ``addresses``; ``failures`` fills while it is gone through.

    ``shares_screen`` tells that whoever goes through it writes to a terminal in between.
    """

    def __init__(self, addresses: Sequence[str], *, shares_screen: bool) -> None:
        self.addresses = addresses
        self.shares_screen = shares_screen
        self.failures: list[ReadError] = []

    def __iter__(self) -> Iterator[tuple[Document, Reading]]:
        from reportedly.flow import absorb

        with Progress(sys.stderr) as progress:
            for absorbed in absorb(self.addresses, stdin=sys.stdin.buffer, progress=progress):
                progress.finish()
                trouble = self._trouble(absorbed)
                if trouble or self.shares_screen:
                    progress.hide()
                if trouble:
                    say(trouble)
                if not isinstance(absorbed, ReadError):
                    yield absorbed

    def _trouble(self, absorbed: "Absorbed") -> str | None:
        if isinstance(absorbed, ReadError):
            self.failures.append(absorbed)
            return str(absorbed)
        document, reading = absorbed
        return f"{document.address}: {reading.skipped}" if reading.skipped else None
