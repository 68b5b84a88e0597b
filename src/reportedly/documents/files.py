"""Addresses become documents: a folder becomes its files, a file becomes bytes.

What is promised: files come one at a time, sorted by name within their folder, whatever the file system thinks of
order. Hidden files are passed over. Links are followed, save those that lead back to a folder they stand in. Pipes and
devices are named and never opened, since they may wait for ever.
"""

import os
import stat
from collections.abc import Iterator

from reportedly.errors import ReadError

LARGEST = 512 * 1024 * 1024  # bytes; a text is held in memory a few times over while it is read


def walk(folder: str) -> Iterator[str | ReadError]:
    """The files in ``folder`` and below it, sorted, and what could not be looked into."""
    yield from _walk(folder, (os.path.realpath(folder),))


def _walk(folder: str, above: tuple[str, ...]) -> Iterator[str | ReadError]:
    """``above`` are the true paths of the folders that hold this one, itself included."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name for entry in entries if not entry.name.startswith(".")), key=os.fsencode)
    except OSError as error:
        yield ReadError(shown(folder), f"the folder cannot be opened: {reason(error)}")
        return
    if not names:
        yield ReadError(shown(folder), "the folder holds no files")
    for name in names:
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            yield path
        elif (true := os.path.realpath(path)) in above:
            yield ReadError(shown(path), "the link leads back to a folder that holds it")
        else:
            yield from _walk(path, (*above, true))


def load(path: str) -> bytes:
    """The bytes of the regular file at ``path``. Raises ``OSError`` with words of its own where it is none."""
    with open(path, "rb", opener=_open) as file:
        found = os.fstat(file.fileno())
        if found.st_size > LARGEST:
            raise OSError(f"it is larger than {LARGEST:,} bytes")
        return file.read()


def lines(path: str) -> Iterator[bytes]:
    """The lines of the regular file at ``path``, one at a time."""
    with open(path, "rb", opener=_open) as file:
        yield from file


def _open(path: str, flags: int) -> int:
    """A pipe is never waited for: it is opened without blocking, looked at, and closed."""
    opened = os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise OSError("it is no regular file (a pipe, a device or a socket); '-' reads standard input")
    return opened


def shown(path: str) -> str:
    """``path`` as it can be printed: bytes of a name that are no text are shown by their numbers."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def reason(error: OSError | ValueError) -> str:
    """What the system says, in its words, without the path."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).strip()
