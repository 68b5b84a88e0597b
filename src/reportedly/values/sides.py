"""Words become values: who stands on the other side of whom, in which war, on a given day.

It promises no more than ``wars.csv`` says and that rebels of a state stand against it: who is in no row faces nobody.
That two sides fire on each other tells nothing of who is right.
"""

from functools import cache
from typing import NamedTuple

from reportedly.values.gazetteer import listed, rows

REBELS = "/REB"  # armed groups of a state, by what follows its code
STATE = 3  # letters of a state's code
REBELLION = "a rebellion"
OPEN = "9"  # sorts after every year


class War(NamedTuple):
    """A row of ``wars.csv``."""

    name: str
    start: str
    end: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]


@cache
def wars() -> tuple[War, ...]:
    """The rows of the table."""
    return tuple(
        War(row["name"], row["start"], row["end"], (tuple(listed(row["one"])), tuple(listed(row["other"]))))
        for row in rows("wars")
    )


def party(code: str) -> str:
    """Whose side a code is on: its state's, or that of the rebels it names: "UKR/MIL/SPY" is UKR."""
    return code if code[STATE:].startswith(REBELS) else code[:STATE]


def facing(one: str, other: str, day: str | None) -> str | None:
    """The war in which two codes stood on opposite sides on ``day`` (ISO 8601, as precise as known); None in none.

    Without a day only wars count whose end is not known to have come.
    """
    mine, theirs = party(one), party(other)
    if len(mine) < STATE or len(theirs) < STATE or mine == theirs:
        return None
    if mine[:STATE] == theirs[:STATE] and (mine[STATE:] == "") != (theirs[STATE:] == ""):
        return REBELLION
    for war in wars():
        if _fought(war, day):
            for near, far in (war.sides, war.sides[::-1]):
                if any(_under(mine, code) for code in near) and any(_under(theirs, code) for code in far):
                    return war.name
    return None


def _fought(war: War, day: str | None) -> bool:
    """Whether the day, or some of a month or a year, lies within a war."""
    if day is None:
        return not war.end
    end = (war.end or OPEN)[: len(day)]
    return war.start[: len(day)] <= day <= end or (len(day) < len(war.start) and war.start.startswith(day))


def _under(code: str, above: str) -> bool:
    return code == above or (code.startswith(f"{above}/") and REBELS not in code[len(above) :])
