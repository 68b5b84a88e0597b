"""What another tells as done, to the very number, before the day on which it is due may be the announcement retold.

"Luangwa Press has delivered 600,000 readers", wrote a paper ten days after the ministry had said that it would by
January. What is promised: such a sentence leaves open what became of the plan, so that a later one may tell. It does
not where it comes from who announced it or was to do it, tells the day of the deed, or that it is early.
"""

import re
from collections.abc import Iterable

from reportedly.fulfilment.sentences import after, bounds
from reportedly.fulfilment.sought import Sought, names_of
from reportedly.model import Claim, Document
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY

ECHO = 7  # days in which an announcement is retold, whatever it is of
SPECIFIC = 5  # a smaller count is told again by chance
NOW = re.compile(r"now\b", re.IGNORECASE)
EARLY = re.compile(r"\b(?:already|early|earlier than|ahead of (?:schedule|time|its)|as (?:it )?promised)\b", re.I)


def is_echo(
    one: Sought, announcing: Document, told: Document, text: str, *, day: str, numbers: Iterable[Claim]
) -> bool:
    """Whether the ``text`` of ``told``, of ``day``, with these ``numbers``, may only retell what was announced."""
    due = one.due or (one.entry.due.end if one.entry.due is not None else None)
    if due is None or day[: len(due)] >= due or (told.outlet is not None and told.outlet == announcing.outlet):
        return False
    again = {bounds(claim) for claim in numbers}
    exact = any(bounds(one_) in again and (one_.quantity.low or 0) >= SPECIFIC for one_ in one.figures)
    if not exact and (one.due is None or day[:DAY] > after(one.day[:DAY], ECHO)):
        return False
    if not one.doers.isdisjoint(names_of(told.outlet or "")):
        return False
    found = [t for t in times(text, day) if t.kind in ("date", "time") and t.role != "reported" and t.low and t.high]
    exactly = [t for t in found if _is_day(t.low or "", t.high or "") and not NOW.match(text, t.start)]
    dated = bool(exactly if exact else found)
    return not dated and EARLY.search(text) is None and (fates.shift(text) or 0) >= 0


def _is_day(low: str, high: str) -> bool:
    return len(low) >= DAY and low[:DAY] == high[:DAY]
