"""How far the reading is, on a terminal; silent everywhere else.

A bar comes only after a while, so that short work shows none and does not load what draws it. It is taken away before
anything else is written, since both may share a screen.
"""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from reportedly.report.visible import line

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 0.8  # seconds of silence nobody minds
NAME = 40  # characters of an address, from its end, that leave room for the bar


class Progress:
    """Hears ``(address, characters done, of how many)`` and draws it on ``stream`` if that is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.shown = stream.isatty()
        self.begun = time.monotonic()
        self.finished = 0
        self.bar: Bar | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.hide()

    def __call__(self, address: str, done: int, of: int) -> None:
        """Draw the state of one document."""
        if not self.shown or time.monotonic() - self.begun < PATIENCE:
            return
        if self.bar is None:
            self.bar = self._made()
            self.bar.start()
            self.task = self.bar.add_task("", total=of)
        if self.task is not None:
            told = f"{self.finished:,} read, reading {line(address)[-NAME:]}"
            self.bar.update(self.task, description=told, completed=done, total=of)

    def finish(self) -> None:
        """One document more is done."""
        self.finished += 1

    def hide(self) -> None:
        """Take the bar off the screen, until the next call."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = self.task = None

    def _made(self) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
        return Progress(*columns, TimeRemainingColumn(), console=Console(file=self.stream), transient=True)
