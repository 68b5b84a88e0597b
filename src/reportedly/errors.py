"""Everything raised on purpose.

::

    ReportedlyError
    ├── ReadError        an address could not become documents (missing, empty, binary, broken)
    ├── ModelError       the embedded language model is missing or is not the file it should be
    ├── SpanError        a span does not quote its document
    ├── LedgerError      a record cannot be opened, written, or does not hold what is asked of it
    ├── GoldError        a yardstick file is not what its description says
    └── PluginError      a name no plug-in answers to

An absent claim is no error: it is a ``Rejected`` with its span and reason. Messages say what, where and what to do.
"""


class ReportedlyError(Exception):
    """The root: catch it to catch everything this package raises on purpose."""


class ReadError(ReportedlyError):
    """An address could not be read; ``address`` names it and ``reason`` says why."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


class ModelError(ReportedlyError):
    """The embedded model cannot be used as it lies on disk."""


class SpanError(ReportedlyError):
    """A span's quote differs from the text it points to."""


class LedgerError(ReportedlyError):
    """A ledger cannot be opened or written, or holds no such thing; the message names it."""


class GoldError(ReportedlyError):
    """A gold record is malformed; the message names file and line."""


class PluginError(ReportedlyError):
    """No plug-in has this name; the message lists those that exist."""
