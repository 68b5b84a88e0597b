"""One plan that several reports announce has one fate: what is told of one copy of it holds of all.

What is promised: a copy is of the same deed and the same things, for days that meet, with the same number where both
have one; and it was told before what tells of the fate.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.fulfilment.sought import FEW, Sought
from reportedly.model import Outlook
from reportedly.values import fates
from reportedly.values.publication import DAY

Decided = tuple[Outlook, str]  # an entry, and the day on which its fate was told; no day where it is open
LAST = "9999"


def shared(decided: Sequence[Decided], looked_for: Mapping[str, Sought]) -> Iterable[Outlook]:
    """Entries, those still open with the fate of another copy; of one without its number, which tells how much came."""
    known = [(looked_for[entry.id], entry, day) for entry, day in decided if day and entry.state != "open"]
    for entry, _ in decided:
        mine = looked_for.get(entry.id)
        told = (
            (fate, one)
            for one, fate, day in known
            if mine is not None and mine.day < day and (entry.state == "open" or _tells_more(mine, one, fate))
            if _are_one(mine, one)
        )
        found = next(iter(told), None)
        if found is None:
            yield entry
            continue
        fate, copy = found
        reason = f"one with what was announced on {copy.day[:DAY]}, {fate.reason}"
        yield replace(entry, state=fate.state, reason=reason, settled=fate.settled)


def _tells_more(mine: Sought, one: Sought, fate: Outlook) -> bool:
    """Whether the number of another copy tells that no more than a part of it came about."""
    return not mine.figures and bool(one.figures) and fate.state == "partly"


def _are_one(one: Sought, other: Sought) -> bool:
    """Whether two entries announce one deed."""
    if one.entry.document == other.entry.document or one.is_another != other.is_another:
        return False
    return _same_deed(one, other) and _same_things(one, other) and _same_days(one, other)


def _same_deed(one: Sought, other: Sought) -> bool:
    verbs = not fates.forms(one.verb).isdisjoint(fates.bases(other.verb))
    return verbs or not one.nouns.isdisjoint(other.nouns)


def _same_things(one: Sought, other: Sought) -> bool:
    if one.doers and other.doers and one.doers.isdisjoint(other.doers):
        return False
    mine, theirs = ({(c.quantity.low, c.quantity.high, c.quantity.unit) for c in told.figures} for told in (one, other))
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    common = one.things & other.things
    return len(common) >= min(FEW, len(one.things), len(other.things)) and not one.aim.isdisjoint(other.aim)


def _same_days(one: Sought, other: Sought) -> bool:
    """Whether both are due, on days that meet; or on none, with the same number."""
    due = one.entry.due, other.entry.due
    if due[0] is None or due[1] is None:
        numbered = {c.quantity.low for c in one.figures} & {c.quantity.low for c in other.figures}
        return due == (None, None) and bool(numbered)
    starts = [told.start or "" for told in due if told]
    ends = [(told.end or told.start or LAST) + "~" for told in due if told]
    return max(starts) <= min(ends)
