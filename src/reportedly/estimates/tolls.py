"""Claims of one incident become its toll: from how many to how many were killed and hurt, and who they were.

``toll`` is meant for one incident, told by one document that weighs others or by many. What is promised: planned,
feared and denied figures count for nothing, parts are no wholes, and the upper end is never below the lower. The rule:

1. the first sentence in which a document itself tells of the killed (the hurt) is its own count, since whoever writes
   has heard those he quotes; figures of one sentence that stand side by side are added up, persons told without a
   number too, where no figure stands beside them;
2. the lower end is the lowest such count; where nobody counts himself, the lowest of all that is told as a whole;
3. the upper end is the highest that anybody tells as a whole, in one breath;
4. vague words and plurals bound what the named reading of vague words says (``values/bounds.toml``), "more than 20" is
   21 at least, and "up to 8" by itself is eight.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from operator import attrgetter

from reportedly.model import Bounds, Claim
from reportedly.values.bounds import bounds

KILLED = ("deaths",)
INJURED = ("wounded",)
BOTH = ("casualties",)
DONE = ("happened", "ongoing", "unresolved")
NOBODY = Bounds(None, None)
# Who sums up an incident does so at its beginning: later figures of his own tell of parts of it, or of other incidents.
OPENING = 3
KINDS = frozenset({"man", "woman", "child", "boy", "girl", "infant", "baby", "teenager", "son", "daughter", "minor"})
LOW, HIGH = attrgetter("low"), attrgetter("high")


@dataclass(frozen=True, slots=True)
class Toll:
    """The killed and the hurt of one incident; both ends None where nothing is told."""

    killed: Bounds
    injured: Bounds


def toll(claims: Iterable[Claim], *, reading: str = "recorders") -> Toll:
    """The toll that ``claims``, all of one incident, add up to; ``reading`` names how vague words are read."""
    told = [claim for claim in claims if claim.status in DONE and claim.quantity.unit == "count"]
    both = [claim for claim in _wholes(told, BOTH) if claim.quantity.approximator == "vague"]
    return Toll(*(_range(_wholes(told, slugs) or both, reading) for slugs in (KILLED, INJURED)))


def _wholes(claims: Sequence[Claim], slugs: Sequence[str]) -> list[Claim]:
    """What is told of those killed (hurt), without parts of what is told of them."""
    told = [claim for claim in claims if claim.measure is not None and claim.measure.slug in slugs]
    known = {claim.id for claim in told}
    return [claim for claim in told if claim.part_of not in known]


def _range(claims: Sequence[Claim], reading: str) -> Bounds:
    sentences = [list(told) for _, told in groupby(claims, key=lambda claim: claim.context)]
    lead = next((told for told in sentences if any(claim.basis == "written" for claim in told)), None)
    lead = lead or next((told for told in sentences if not any(claim.attribution for claim in told)), None)
    others = [claim for told in sentences if told is not lead for claim in told if claim.attribution]
    heard = [_whole(claim, reading) for claim in others]
    lows = [end for one in heard for end in (one.low, one.high) if end is not None]
    highs = [end for one in heard for end in (one.high, one.low) if end is not None]
    if lead is None:
        return Bounds(min(lows), max(highs)) if lows else NOBODY
    own = [_whole(claim, reading) for claim in _side_by_side(lead)]
    low, high = (_sum([end(one) for one in own]) for end in (LOW, HIGH))
    if low is None:
        low = min((one.low for one in heard if one.low is not None), default=high)
    return NOBODY if low is None else Bounds(low, max([low, *highs, *([high] if high is not None else [])]))


def _side_by_side(claims: Sequence[Claim]) -> list[Claim]:
    """Those of one sentence that stand side by side: no persons who are among those counted, no kinds of them."""
    written = [claim for claim in claims if claim.basis == "written"]
    if not written:
        return list(claims)
    if not _is_kind(written[0]):
        written = [written[0], *(claim for claim in written[1:] if not _is_kind(claim))]
        return [claim for claim in claims if claim in written or claim.evidence.start < written[0].evidence.start]
    return [claim for claim in claims if claim.quantity.approximator != "vague" or claim in written]


def _is_kind(claim: Claim) -> bool:
    """Whether what is counted is people of one sex or age: "two women"."""
    return claim.counted is not None and claim.counted.lemma in KINDS


def _sum(ends: Sequence[Fraction | None]) -> Fraction | None:
    """One end of what stands side by side, of what has one; None where none has."""
    known = [end for end in ends if end is not None]
    return sum(known, Fraction()) if known else None


def _whole(claim: Claim, reading: str) -> Bounds:
    """The whole numbers within what a claim bounds."""
    read = bounds(claim.quantity, reading)
    low = None if read.low is None else Fraction(floor(read.low) + 1 if read.low_strict else ceil(read.low))
    high = None if read.high is None else Fraction(ceil(read.high) - 1 if read.high_strict else floor(read.high))
    return Bounds(low, high)
