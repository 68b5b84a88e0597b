"""Claims become comparable: in a text about an election seats are won or held, and both are a party's.

Whoever's seats nothing tells are nobody's, since those of two parties would else stand in one series. A row of names
with their numbers ("32 seats, Harbour Union 31") tells whose by the name before the number. Turnout told as of an hour
is of that hour, and none of the whole day.
"""

import re

from reportedly.model import Claim, Measure, When
from reportedly.series.lexicons import words
from reportedly.values.gazetteer import fold
from reportedly.values.measures import measure as asked

SEAT = "seat"
TELLS = re.compile(
    r"\b(?:election|elections|parliament|parliamentary|vote|votes|ballot|coalition|majority|mps)\b", re.I
)
BEFORE = re.compile(r"(?:\b[Tt]he )?((?:[A-Z][\w'’-]* )+)$")
BEHIND_FOR = re.compile(r",? for (?:the |her |his |its |their )?(?:[a-z-]+ ){0,2}((?:[A-Z][\w'’-]* ?)+)")
REACH = 60  # characters before a number in which the name stands whose it is
HOUR = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\b(?:noon|midday|mid-afternoon|o'clock)\b|\bsame (?:hour|time|stage|point)\b",
    re.I,
)
OF_HOUR = re.compile(r"(?:^| )by (?!\d{4})")  # in a period, of which "by 2027" is none of an hour
BEHIND = re.compile(r"[^,;.]{0,40}")
OPENING = 300  # characters in which a text names what it is about


def is_of_election(text: str) -> bool:
    """Whether a text opens with an election, or speaks of one again and again."""
    return TELLS.search(text, 0, OPENING) is not None or len(TELLS.findall(text)) > 2


def seats(claim: Claim) -> Measure | None:
    """What seats of a parliament are, told with a verb that tells of having or of getting them; else None."""
    found, counted = claim.measure, claim.counted
    if found is None or not found.open or counted is None or counted.lemma != SEAT:
        return None
    verb = claim.verb.lemma if claim.verb is not None else None
    told = "hold" if verb in words("elections", "having") else "win" if verb in words("elections", "getting") else None
    if told is None or claim.quantity.change != "level":
        return None
    return asked(SEAT, (SEAT,), told, unit=claim.quantity.unit, change="level")


def whose(text: str, claim: Claim) -> str | None:
    """The name right before a number, or behind it: "Harbour Union 31", "31 for Sol"; none that opens a sentence."""
    given = BEHIND_FOR.match(text, claim.evidence.end, claim.context.end) if claim.basis == "written" else None
    if given is not None:
        return fold(given.group(1).strip()) or None
    start = claim.evidence.start
    first = max(claim.context.start, start - REACH)
    told = BEFORE.search(text[first:start]) if claim.basis == "written" else None
    if told is None or first + told.start() == claim.context.start:
        return None
    named = re.sub(r"['’]s?$", "", told.group(1).strip())
    return fold(named) or None


def hour(claim: Claim, when: When | None) -> str | None:
    """The hour of the day as of which turnout is told, by its words."""
    behind = claim.evidence.end - claim.context.start
    near = BEHIND.match(claim.context.quote, max(0, behind))
    for told in (when.words if when is not None else None, near.group() if near else None):
        if told and (found := HOUR.search(told)):
            return f"by {fold(found.group())}"
    return None


def is_of_hour(period: str | None) -> bool:
    """Whether a period of a key only says as of which hour of the day."""
    return period is not None and OF_HOUR.search(period) is not None
