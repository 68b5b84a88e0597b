"""Documents become claims; claims become series and events; series become estimates; estimates become a report.

``read`` turns addresses into documents, ``extract`` a document (or plain text) into the claims it makes,
``conclude`` what was read into a report, ``render`` a report into a page; a ``Ledger`` remembers it. ``quantities``,
``statuses``, ``times``, ``names`` and ``attributions`` read one kind of thing each. Everything is loaded when first
asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.documents import read as read
    from reportedly.errors import ReportedlyError as ReportedlyError
    from reportedly.flow import absorb as absorb
    from reportedly.flow import attributions as attributions
    from reportedly.flow import conclude as conclude
    from reportedly.flow import extract as extract
    from reportedly.flow import names as names
    from reportedly.flow import quantities as quantities
    from reportedly.flow import statuses as statuses
    from reportedly.flow import times as times
    from reportedly.ledger import Ledger as Ledger
    from reportedly.model import Claim as Claim
    from reportedly.model import Document as Document
    from reportedly.model import Reading as Reading
    from reportedly.model import Report as Report
    from reportedly.report import render as render

__version__ = "0.1.0"

_HOMES = {
    "read": "documents",
    "absorb": "flow",
    "extract": "flow",
    "quantities": "flow",
    "statuses": "flow",
    "times": "flow",
    "names": "flow",
    "attributions": "flow",
    "render": "report",
    "conclude": "flow",
    "Ledger": "ledger",
    "Document": "model",
    "Claim": "model",
    "Reading": "model",
    "Report": "model",
    "ReportedlyError": "errors",
}
__all__ = [*sorted(_HOMES)]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"reportedly.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
