"""What was read becomes a report that a person opens and records that a program reads.

``render`` makes the page: one HTML file that asks nothing of the network. ``record`` makes the interchange record of
a claim, which ``reportedly.report.schema`` describes; ``rows`` lays claims out for a spreadsheet. All are pure: the
same report gives the same bytes. Nothing is imported before it is asked for, since a record needs no template engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.report.page import render as render
    from reportedly.report.records import record as record
    from reportedly.report.records import rows as rows

_HOMES = {"render": "page", "record": "records", "rows": "records"}
__all__ = ["record", "render", "rows"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"reportedly.report.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'reportedly.report' has no attribute {name!r}")
