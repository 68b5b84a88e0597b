"""Claims become comparable: of which states a pile of reports plainly tells, so that no lesser namesake adds another.

A town of a few thousand has its name from nobody in particular: "Maro" lies in Chad, and in a report that has no other
word of Chad it may be anywhere. So what only lesser towns lead to is told by its name alone: unless a report names the
state, its people, its capital, one of its divisions, a large town of it, or two lesser ones; or the name is long.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.values.gazetteer import Name, fold
from reportedly.values.places import LARGE, namesakes

LONG = 7  # letters from which on a name that one state alone has is no accident
ENOUGH = 2  # lesser towns of one state that tell of it together


def states(every: Iterable[Sequence[Name]]) -> frozenset[str]:
    """The states of which the names of all reports tell for sure."""
    plain: set[str] = set()
    lesser: defaultdict[str, set[str]] = defaultdict(set)
    for names in every:
        for name in names:
            country = _country(name)
            if country is not None and is_lesser(name):
                lesser[country].add(fold(name.name))
            else:
                plain.update(code for code in (_state(name), country) if code is not None)
    return frozenset(plain) | {code for code, towns in lesser.items() if len(towns) >= ENOUGH}


def supported(names: Sequence[Name], sure: frozenset[str]) -> tuple[Name, ...]:
    """``names``, those of lesser towns without a place where nothing tells of the state that has one so named."""
    return tuple(
        replace(name, place=None) if is_lesser(name) and _country(name) not in sure else name for name in names
    )


def is_lesser(name: Name) -> bool:
    """Whether a name is that of a lesser town, or of a part of a state that has its name from one."""
    country = _country(name)
    if name.kind != "place" or name.actor is not None or country is None:
        return False
    every = namesakes(name.name)
    rows = [row for row in every if row.country == country]
    alone = len(rows) == len(every) and len(fold(name.name)) >= LONG and not any(row.is_word for row in rows)
    return bool(rows) and not alone and not any(row.is_division or row.inhabitants >= LARGE for row in rows)


def _state(name: Name) -> str | None:
    return name.actor[:3] if name.actor is not None and name.kind != "organisation" else None


def _country(name: Name) -> str | None:
    return name.place.country if name.place is not None else None
