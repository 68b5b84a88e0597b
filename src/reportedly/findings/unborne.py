"""Documents become findings: a headline's number that its body lacks, of a thing which the body has in other numbers.

"Burglars take 30 pieces of silver" above a body in which 13 pieces are missing, of 210: what a headline tells it has
from its body. Whatever has the number there, rounds to it or adds up to it bears it out, and so does what may be meant
by another noun; a bound is borne out by what reaches it and is no whole of what is meant.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from reportedly.findings.fates import anybody, fate, is_somebody, may_be_same
from reportedly.findings.intervals import added, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, base, closed, heads, measured, same_unit, speaker
from reportedly.findings.telling import listed, quoted
from reportedly.model import DONE, Claim, Finding
from reportedly.values.units import is_money

FEWEST = 3  # one or two are told of anything
MANY = 24  # numbers of a body of which it can be told that none is meant
FEW = 12  # of these two and three are added up
MOST = 4  # numbers of the thing that a body has; one with more may have left some out of what is compared
CLOSE = Fraction(8, 7)  # times as much is told in a rounder number at most
FAR = 8  # times as much, or as little, is told of something else
_ALONE = re.compile(r"\balone\b", re.IGNORECASE)
_DENIED = frozenset({"did_not_happen", "unresolved"})


def unborne(paper: Paper, claim: Claim) -> Finding | None:
    """The number of a headline that its body lacks, if the body tells of the same thing in others."""
    number = base(claim)
    if number is None or number < FEWEST or not _is_told(claim):
        return None
    body = [one for one in paper.body if same_unit({one.quantity.unit, claim.quantity.unit}) and base(one)]
    like = [one for one in body if _is_like(one, claim) and one.status not in _DENIED]
    if any(_ALONE.search(one.context.quote) for one in like):
        return None  # what is told of one place alone is a part
    near = [one for one in like if number <= FAR * (base(one) or 0) and (base(one) or 0) <= FAR * number]
    if not near or len(near) > MOST or len(body) > MANY or _is_one_of_several(paper, claim, body):
        return None
    wholes = {one.part_of for one in like if one.part_of}
    if any(_bears(paper, one, claim, like) for one in body if one.id not in wholes or closed(claim)):
        return None
    groups = [group for size in (2, 3) for group in combinations(_pool(claim, body, like)[:FEW], size)]
    if any(overlap(added(paper.widened(one) for one in group), paper.widened(claim)) for group in groups):
        return None
    sentence = (
        f"The {claim.part} has {quoted(claim)}, and the body no such number and none that come to it; of the same it"
        f" has {listed(near)}. Which of them holds, this document does not say."
    )
    return paper.finding("value_changed", "tension", [claim, *near], sentence)


def _pool(claim: Claim, body: Sequence[Claim], like: Sequence[Claim]) -> list[Claim]:
    """The numbers of the body that may be added up to the headline's: no whole, and none that is the rest of one.

    To a bound only such add up as are surely of the thing.
    """
    wholes = {one.part_of for one in like if one.part_of}
    sums = {base(one) for one in body if one.id in wholes}
    parts = [base(one) or 0 for one in like if one.part_of]
    told = [one for one in body if one.id not in wholes and not any((base(one) or 0) + part in sums for part in parts)]
    if is_money(claim.quantity.unit) or not closed(claim):
        is_people = claim.quantity.unit in table()["units"]["counts"]
        return [one for one in told if (one in like and is_people) or one.quantity.change == "additional"]
    return [one for one in told if one in like or one.counted is None or one.counted.implied or _may_add(one, claim)]


def _is_told(claim: Claim) -> bool:
    """Whether it is a level, of things, people or money, that is told and not denied."""
    aside = {*table()["units"]["shares"], *table()["proportions"]["times"], "percent", "share", "times"}
    level = claim.quantity.change == "level" and claim.quantity.approximator != "vague"
    level = level and measured(claim) not in table()["apart"]["measures"]
    return claim.part == "headline" and level and claim.quantity.unit not in aside and claim.status not in _DENIED


def _is_like(one: Claim, claim: Claim) -> bool:
    """Whether a number of the body is told of what the headline's is: of one fate, or by one noun of its own."""
    if one.quantity.change != "level" or one.quantity.approximator == "vague":
        return False
    tellers = {speaker(one), speaker(claim)} - {None}
    if len(tellers) > 1:
        return False
    if (mine := fate(claim)) is not None:
        is_one = bool(heads(one) & heads(claim)) or bool(heads(claim) & anybody()) or bool(heads(one) & anybody())
        return (
            mine == fate(one) and (one.status in DONE) == (claim.status in DONE) and (is_one or may_be_same(one, claim))
        )
    return bool(heads(one) & heads(claim))


def _bears(paper: Paper, one: Claim, claim: Claim, like: Sequence[Claim]) -> bool:
    """Whether a number of the body may be the headline's, or reaches its bound and may be meant by it."""
    low, high = sorted((base(one) or Fraction(0), base(claim) or Fraction(0)))
    most = stated(one.quantity)[1]
    if not closed(claim) and low != high and most is not None and most <= (base(claim) or 0):
        return False  # "more than 900 million" is not what ends at 900
    is_far = closed(one) and closed(claim) and high > CLOSE * low  # "20 million" rounds no 15
    if is_far or not overlap(paper.widened(one), paper.widened(claim)):
        return False
    of_people = is_somebody(one) and fate(one) is None and high <= CLOSE * low  # "1,050 were led off" of over 1,000
    return closed(claim) or one in like or one.counted is None or of_people


def _may_add(one: Claim, claim: Claim) -> bool:
    """Whether a number of people may be some of the headline's: nothing else has befallen them."""
    return is_somebody(one) and is_somebody(claim) and fate(one) in (None, fate(claim))


def _is_one_of_several(paper: Paper, claim: Claim, body: Sequence[Claim]) -> bool:
    """Whether the headline tells several numbers that the body tells as one: "3 men, 1 woman" of four people."""
    others = [one for one in paper.figures if one.part == claim.part and one is not claim]
    same = [one for one in others if same_unit({one.quantity.unit, claim.quantity.unit})]
    made = added(stated(one.quantity) for one in (claim, *same)) if same else None
    return made is not None and any(overlap(made, paper.widened(one)) for one in body)
