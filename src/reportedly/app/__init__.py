"""The sentence meets its users: thin edges around the flow. Today, the command line.

Only this package prints, and only it knows Typer and Rich.
"""

PROGRAM = "reportedly"
FAILED, INTERRUPTED, PIPE_CLOSED = 1, 130, 141  # exit codes; the latter two are 128 and the number of the signal
