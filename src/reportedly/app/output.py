"""Claims and reports go out: a file is written whole or not at all, a closed pipe ends the work quietly."""

import contextlib
import io
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from reportedly.errors import ReportedlyError

STANDARD = "-"


class OutputError(ReportedlyError):
    """The output cannot be written; the message names it and says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written ({reason})")


class Output:
    """A place for one file, which appears there whole or, if anything goes wrong before, not at all.

    It is tried at once, so that a place that cannot be written is known before an hour of reading. What is no ordinary
    file (a device, a pipe) is written directly; "-" is standard output.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.target = Path(os.path.realpath(path))  # a link stays a link; what it leads to is replaced
        self.part: Path | None = None
        direct = path == STANDARD or (self.target.exists() and not self.target.is_file() and not self.target.is_dir())
        try:
            self.file: BinaryIO = sys.stdout.buffer if path == STANDARD else self._opened(direct=direct)
        except OSError as error:
            raise OutputError(path, error.strerror or str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.path != STANDARD:
            with contextlib.suppress(OSError):
                self.file.close()
        if self.part is not None:
            self.part.unlink(missing_ok=True)

    def write(self, data: bytes) -> None:
        """Put ``data`` there, all of it in one step; once."""
        try:
            self.file.write(data)
            self.file.flush()
            if self.part is not None:
                self.file.close()
                self.part.replace(self.target)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(self.path, error.strerror or str(error)) from error

    def _opened(self, *, direct: bool) -> BinaryIO:
        if direct:
            return self.target.open("wb")
        if self.target.is_dir():
            raise OutputError(self.path, "it is a folder")
        if not self.target.parent.is_dir():
            raise OutputError(self.path, f"there is no folder {self.target.parent}")
        if self.target.exists() and not os.access(self.target, os.W_OK):
            raise OutputError(self.path, "it is read-only")
        part = self.target.with_name(f".{self.target.name}.{os.getpid()}.part")
        file = part.open("xb")
        self.part = part
        return file


def make_ready() -> None:
    """See to the standard streams: one that was closed leads nowhere, what one cannot write becomes a question mark."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def silence_closed_pipe() -> None:
    """Keep the interpreter from complaining about a pipe nobody reads when it flushes on the way out."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
