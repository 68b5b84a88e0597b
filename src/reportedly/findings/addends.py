"""Documents become findings: a headline that adds up what its body keeps apart.

Twelve dead and 38 missing are no fifty dead, and of 6,000 who are idle and another 3,000 who could be, 9,000 are not.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from reportedly.findings.fates import fate
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, base, closed, heads, measured, same_unit, words_behind, words_of
from reportedly.findings.telling import quoted, undone, why
from reportedly.model import DONE, Claim, Finding
from reportedly.values.measures import is_built, is_person

FEWEST = 3  # one or two are told of anything
JUST = Fraction(5, 4)  # times its bound is what two numbers come to at most that reach it
CHANCE = 10  # smaller numbers are met of several things by chance
GAP = 3  # characters between two sentences that follow each other


def fates_added(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """So many dead above, of whom the body tells that some are dead and the others missing, or hurt."""
    number, mine = base(claim), fate(claim)
    kinds = table()["added"]["fates"].get(mine)
    if number is None or number < FEWEST or kinds is None:
        return
    body = [c for c in paper.body if same_unit({c.quantity.unit, claim.quantity.unit}) and base(c)]
    same = [c for c in body if fate(c) == mine]
    others = [c for c in body if fate(c) in kinds or measured(c) in kinds]
    if any(base(c) == number or (not closed(claim) and (base(c) or 0) >= number) for c in same):
        return
    for one in same:
        beside = [c for c in others if _is_near(c, one) and c.part_of != one.id and _make(one, c, claim)]
        if beside:
            sentence = (
                f"The {claim.part} has {quoted(claim)} of “{mine}”, the body {quoted(one)}; with"
                f" {quoted(beside[0])} of “{fate(beside[0]) or measured(beside[0])}” that makes so many."
            )
            yield paper.finding("thing_changed", "contradiction", [claim, one, beside[0]], sentence)
            return


def _make(one: Claim, other: Claim, claim: Claim) -> bool:
    """Whether two numbers are together the headline's, or just reach its bound."""
    number, made = base(claim) or 0, (base(one) or 0) + (base(other) or 0)
    return made == number or (not closed(claim) and number <= made <= number * JUST)


def undone_added(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """So many above, of whom by the body some are so, and "another 3,000 could follow", or are but partly so."""
    number, counts = base(claim), table()["units"]["counts"]
    if claim.status not in DONE or claim.quantity.unit not in counts or not number or number < CHANCE:
        return
    body = [c for c in paper.body if c.quantity.unit in counts and base(c)]
    if any(base(c) == number for c in body):
        return
    more = [c for c in body if c.quantity.change == "additional" and (undone(c) or _is_partly(c))]
    told = (
        [c for c in body if c.status in DONE and c.quantity.change == "level" and _is_alike(claim, c)] if more else []
    )
    pairs = [(one, c) for c in more for one in told if _is_near(one, c) and (base(one) or 0) + (base(c) or 0) == number]
    for one, other in pairs[:1]:
        sentence = (
            f"The {claim.part} has {quoted(claim)} as done; the body has {quoted(one)}, and with {quoted(other)} as"
            f" {undone(other) or 'partly so'}{why(other) if undone(other) else ''} that makes so many."
        )
        yield paper.finding("plan_told_as_deed", "contradiction", [claim, one, other], sentence)


def _is_alike(one: Claim, other: Claim) -> bool:
    """Whether two numbers may count the same: by one word or measure, as people or homes, or one tells nothing."""
    mine, yours = heads(one), heads(other)
    is_known = measured(one) is not None and measured(one) == measured(other)
    are_one = any(all(any(map(kind, both)) for both in (mine, yours)) for kind in (is_person, is_built))
    return not mine or not yours or bool(mine & yours) or is_known or are_one


def _is_partly(claim: Claim) -> bool:
    """Whether the words behind a number tell of less than what is told of the others: "kept shortened hours"."""
    behind = re.split(r"[,.;]", words_behind(claim))[0]
    return not words_of(behind).isdisjoint(table()["added"]["partly"])


def _is_near(one: Claim, other: Claim) -> bool:
    """Whether two figures stand in one sentence, or in two next to each other."""
    first, second = sorted((one.context, other.context), key=lambda span: span.start)
    return second.start - first.end <= GAP
