"""The sentence at the command line: where it begins and with which code it ends.

The exit code is 0 if all went well, 1 if something could not be read or written (the rest is done all the same), 2 if
the call makes no sense, 130 after Ctrl-C, 141 if nobody reads the output any more. The commands are imported here
inside, so that an early Ctrl-C ends as quietly as a late one.
"""

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from reportedly.app import FAILED, INTERRUPTED, PROGRAM

# Objects between two searches for garbage. A short run makes some 150,000 and leaves none; one search would cost a
# tenth of it, and the many that Python's own number asks for more.
COLLECTING = 300_000
ALONE = frozenset({"findings", "read", "report", "schema"})  # with these those of the record are not described
# Seconds for which one thread may keep the interpreter while another wants it. Those that load the parser and run the
# model hardly need it, but often; each time they would wait fifty times as long.
SWITCHING = 0.0001


def _begin(arguments: Sequence[str]) -> None:
    """Begin to load the parser where documents are about to be read: all else is imported meanwhile."""
    if arguments[:1] == ["read"] and arguments[1:] and not {"-h", "--help"}.intersection(arguments):
        from reportedly.language import loading

        loading()


def run() -> NoReturn:
    """The command line as a program: it is not taken apart when it ends, which would take a tenth of a short run."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # nobody reads it any more, which ``main`` has told by its code
            stream.flush()
    os._exit(code)


def main() -> int:
    """Run the command line; the exit code."""
    gc.set_threshold(COLLECTING)
    sys.setswitchinterval(SWITCHING)
    try:
        _begin(sys.argv[1:])
        from reportedly.app import commands  # noqa: F401 - they register themselves
        from reportedly.app.frame import cli

        if not ALONE.intersection(sys.argv[1:2]):
            from reportedly.app import record, watched  # noqa: F401
        from reportedly.app.output import make_ready

        make_ready()
        cli(prog_name=PROGRAM)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else FAILED if done.code else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.freeze()  # what is left goes with the process; looking through it once more costs a tenth of a short run
    return 0
