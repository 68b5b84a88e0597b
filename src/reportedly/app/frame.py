"""The frame of every command: how it is registered, and with which code and words it ends."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from reportedly.app import FAILED, INTERRUPTED, PIPE_CLOSED
from reportedly.app.output import silence_closed_pipe
from reportedly.app.reading import say
from reportedly.errors import ReportedlyError

P = ParamSpec("P")

cli = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news reports and shows every figure with its exact words, who says it, and what does not add up.",
)


def command(name: str, *examples: str, alone: bool = False) -> Callable[[Callable[P, int]], Callable[P, int]]:
    """Register a command that returns its exit code; ``examples`` close its help.

    ``alone`` says that it makes sense without arguments; else its help is what it then prints.
    """
    told = "\n\n".join(["Examples:", *(f"  {example}" for example in examples)])

    def registered(work: Callable[P, int]) -> Callable[P, int]:
        @wraps(work)
        def careful(*args: P.args, **options: P.kwargs) -> None:
            raise typer.Exit(_guarded(lambda: work(*args, **options)))

        cli.command(name, epilog=told, no_args_is_help=not alone)(careful)
        return work

    return registered


def _guarded(work: Callable[[], int]) -> int:
    """The exit code of ``work``; trouble that is to be expected becomes one line and never a traceback."""
    try:
        code = work()
        sys.stdout.flush()
        return code
    except ReportedlyError as error:
        say(str(error))
        return FAILED
    except BrokenPipeError:
        silence_closed_pipe()
        return PIPE_CLOSED
    except OSError as error:
        say(f"{error.filename or 'input or output'}: {error.strerror or error}")
        return FAILED
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except ImportError as error:
        # A library that is interrupted while it is loaded may say that it cannot be.
        if not _was_interrupted(error):
            raise
        say("interrupted")
        return INTERRUPTED


def _was_interrupted(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None
