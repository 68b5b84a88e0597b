"""Words become values: numbers that a text uses as the names of things: "the 787", where it speaks of the Boeing 787.

A type of plane, ship, rocket or road is named in full once and by its number then on. What is promised: only a number
that this text has behind a name, or with the "s" of many of them, is taken for one.
"""

import re

from reportedly.values.lexicons import words
from reportedly.values.shapes import plural
from reportedly.values.states import nations

YEARS = range(1700, 2101)
# Behind a name in the middle of a sentence; years, decades and what is counted in the plural are told apart below.
NAMED = re.compile(
    r"\b([A-Z][\w-]{0,30}[a-z])(?:['’]s)? (\d{3,4})(?![\d%]|[.,:/]\d)(?:-\w{1,9}\b)?(?: ([A-Za-z]{1,30}))?"
)
BEFORE = re.compile(r"(?<!\S)([\w,;:’']{1,30}) \Z")
REACH = 31  # characters before a name: a word and a blank
BEHIND = re.compile(r" ([a-z]{1,30})(?: ([a-z]{1,30}))?")
MANY = re.compile(r"(?<![\w.,$€£-])(\d{3,4})(?:-\d{3})?s\b")


def models(text: str) -> frozenset[str]:
    """The numbers, as written, by which ``text`` names things."""
    named: list[str] = []
    last = 0
    for found in NAMED.finditer(text):
        before = BEFORE.search(text, max(last, found.start() - REACH), found.start())
        named += () if _is_counted(found, before) else (found.group(2),)
        last = found.end()
    many = (found.group(1) for found in MANY.finditer(text))
    return frozenset(number for number in (*named, *many) if int(number) not in YEARS)


def names(text: str, end: int) -> bool:
    """Whether what follows ``text[:end]`` leaves a number that names something a name: "the 787", "787 aircraft"."""
    behind = BEHIND.match(text, end)
    if behind is None:
        return True
    carried = words("refusals", "models", "carriers")
    counted = next((word for word in behind.groups() if word and plural(word)), None)
    return counted is None or counted in carried


def _is_counted(found: re.Match[str], before: re.Match[str] | None) -> bool:
    """Whether a number behind a name counts: "in Rome 300 people", "on Monday 120 more", "Some 300"."""
    name, behind, led = found.group(1).lower(), (found.group(3) or "").lower(), before.group() if before else ""
    maker = name in words("refusals", "labels", "capital")
    dated = name in words("refusals", "dates", "months") or name in words("refusals", "dates", "weekdays")
    counted = plural(behind) and not (maker and behind in words("refusals", "models", "carriers"))
    opens = (
        led.endswith(": ") or not (led[:1].islower() or led == "The ") or name in words("refusals", "models", "hedging")
    )
    told = led + found.group()
    owns = "’s " in told or "'s " in told  # "to America's 535"
    counted = counted or found.group(1) in nations()  # "recovered 276 men and Eritrea 268"
    return dated or counted or behind in words("refusals", "models", "counting") or (not maker and (opens or owns))
