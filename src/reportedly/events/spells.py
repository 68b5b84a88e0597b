"""Claims of the same happening become an event: which of a report's figures tell of other times than its happening.

What is promised: the first time told stands, figures of years past and of whole months and years beside somebody told
of before are left out, and what tells of no time stays.
"""

import re
from collections.abc import Sequence
from datetime import date

from reportedly.model import Claim

PAST = re.compile(  # what tells of other happenings than the one reported, most of them past
    r"\b(?:(?:since|in) (?:19|20)\d\d|(?:19|20)\d\d(?=,| (?:attack|blast|crash|fire|shooting|quake|flood))"
    r"|(?:this|last|past|previous) (?:year|decade|month|season|winter|summer|spring|autumn)|so far this"
    r"|(?:years?|decades?|months?|weeks?|days?|day) (?:ago|earlier|before|after a)|earlier in the (?:day|week|month)"
    r"|(?:connected|linked|tied|related|similar) to|(?:retaliation|revenge) for"
    r"|(?:other|another|unrelated) (?:attack|blast|crash|fire|shooting|stabbing|quake|flood|incident)s?)\b",
    re.IGNORECASE,
)
APART = 10  # days between two times from which on they are of two happenings; who is hurt and dies does so sooner
SINCE = "since "
LONG = 28  # days from which on a time is a month's or a year's: "80 were killed in October alone"


def of_one_time(claims: Sequence[Claim]) -> list[Claim]:
    """Those that tell of no time far from the first one told: "five were wounded there in December".

    Nor, where another sentence told of anybody before, of years past ("the worst since 2004, when 13 were killed"), of
    what came earlier in the day, or of a whole month or year.
    """
    first_told = min((claim.context.start for claim in claims), default=0)
    claims = [c for c in claims if c.context.start == first_told or not (PAST.search(c.context.quote) or _is_long(c))]
    times = [_days(claim) for claim in claims]
    first, _ = next((days for days in times if days is not None), (0, 0))
    return [claim for claim, days in zip(claims, times, strict=True) if days is None or days[1] >= first - APART]


def _is_long(claim: Claim) -> bool:
    """Whether a number is told of a whole month or year."""
    days = _days(claim)
    return claim.basis != "implied" and days is not None and days[1] - days[0] + 1 >= LONG


def _days(claim: Claim) -> tuple[int, int] | None:
    """The first and the last day of its time, as numbers; None where it is open."""
    when = claim.when
    if when is None or when.start is None or when.end is None or (when.words or "").lower().startswith(SINCE):
        return None  # "since May" goes on
    low, high = f"{when.start[:10]}-01-01"[:10], when.end[:10]
    last = high if len(high) > 7 else f"{high}-28" if len(high) == 7 else f"{high}-12-31"
    return date.fromisoformat(low).toordinal(), date.fromisoformat(last).toordinal()
