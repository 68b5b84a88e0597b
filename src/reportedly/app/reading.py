"""Addresses become documents and readings, one at a time; what goes wrong is told on standard error and counted."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from reportedly.app import PROGRAM
from reportedly.app.progress import Progress
from reportedly.errors import ReadError
from reportedly.model import Document, Reading
from reportedly.report.visible import line

Found = TypeVar("Found", bound=tuple[Any, ...])


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
        from reportedly.language import loading

        loading()
        from reportedly.flow import absorb  # and all that it needs, while the parser is loaded

        return self.through(partial(absorb, self.addresses))

    def through(self, reads: Callable[..., Iterator[Found | ReadError]]) -> Iterator[Found]:
        """What ``reads`` finds, given ``stdin`` and ``progress``: tuples that begin with a document and its reading."""
        with Progress(sys.stderr) as progress:
            for found in reads(stdin=sys.stdin.buffer, progress=progress):
                progress.finish()
                trouble = self._trouble(found)
                if trouble or self.shares_screen:
                    progress.hide()
                if trouble:
                    say(trouble)
                if not isinstance(found, ReadError):
                    yield found

    def _trouble(self, found: tuple[Any, ...] | ReadError) -> str | None:
        if isinstance(found, ReadError):
            self.failures.append(found)
            return str(found)
        document, reading, *_ = found
        return f"{document.address}: {reading.skipped}" if reading.skipped else None
