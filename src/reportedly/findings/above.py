"""Documents become findings: a headline of "dozens" over a body of eleven, and one of dead over a body of hurt.

What is promised: the body tells of the same measure, in closed numbers that are all it tells of it and together come to
less than the word means; it has no such word itself, and none by which its number is only a part. That so many are dead
is held against a body that has no word of the dead at all.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from reportedly.findings.intervals import added
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, base, closed, measured, words_of
from reportedly.findings.telling import listed, quoted
from reportedly.model import DONE, Claim, Finding, Strength
from reportedly.values.bounds import bounds
from reportedly.values.publication import DAY

_LEAST, _LOOSELY = "plural", "readers"  # what a vague plural is at least, and what readers take it for
_OF_LONG = re.compile(r"\b(?:years?|months?|weeks?|days?|since|so far|decades?)\b", re.IGNORECASE)
SINCE = "since"
_FEWEST = 2  # of one so many are told of anything


def vague_above(paper: Paper, claim: Claim) -> Finding | None:
    """ "Dozens killed" above a body whose dead are eleven."""
    if claim.quantity.approximator != "vague" or claim.status not in DONE or measured(claim) is None:
        return None
    least, loosely = (bounds(claim.quantity, reading).low for reading in (_LEAST, _LOOSELY))
    word = claim.quantity.written.lower().split()[-1]
    same = [c for c in paper.body if measured(c) == measured(claim)]
    if (
        least is None
        or not same
        or _OF_LONG.search(claim.context.quote)
        or word in words_of(paper.body_text)
        or not all(_is_whole(c, claim) for c in same)
    ):
        return None
    made = added(paper.widened(c) for c in same)[1]
    if made is None or made >= least:
        return None
    strength: Strength = "contradiction" if loosely is not None and made < loosely else "tension"
    return _told(paper, claim, same, strength)


def _told(paper: Paper, claim: Claim, same: Sequence[Claim], strength: Strength) -> Finding:
    close = "" if strength == "contradiction" else " The word may be meant loosely."
    sentence = (
        f"The {claim.part} has {quoted(claim)}, and the body no more than {listed(same)}.{close}"
        " Which of them holds, this document does not say."
    )
    return paper.finding("value_changed", strength, [claim, *same], sentence)


def _is_whole(claim: Claim, above: Claim) -> bool:
    """Whether a number of the body may be all there is: told as done, closed, and not as a part or of one place."""
    apart = table()["above"]["apart"]
    alike = claim.quantity.change == above.quantity.change and claim.quantity.unit == above.quantity.unit
    when = claim.when
    running = when is not None and SINCE in (when.words or "").lower().split()  # up to now
    is_long = when is not None and when.end is not None and (when.start != when.end or len(when.end) < DAY)
    is_all = closed(claim) and not claim.part_of and (running or not is_long)
    return claim.status in DONE and is_all and alike and words_of(claim.context.quote).isdisjoint(apart)


def fate_above(paper: Paper, claim: Claim) -> Finding | None:
    """ "Eight killed" above a body that tells of eight hurt, and of nobody's death."""
    number, measure = base(claim), measured(claim)
    fates: dict[str, list[str]] = table()["above"]["fates"]
    if measure not in fates or number is None or number < _FEWEST or claim.status not in DONE:
        return None
    others = [c for c in paper.body if base(c) == number and measured(c) in fates and measured(c) != measure]
    if (
        not others
        or not words_of(paper.body_text).isdisjoint(fates[measure])
        or any(_is_of_more(c, number) for c in paper.body)
    ):
        return None
    return of_another(paper, claim, others)


def of_another(paper: Paper, claim: Claim, others: Sequence[Claim]) -> Finding:
    """That the number of a part above is in the body one of something else."""
    mine, yours = (str(measured(one)).replace("_", " ") for one in (claim, others[0]))
    sentence = (
        f"The {claim.part} has {quoted(claim)} of “{mine}”, the body has that number of “{yours}” only:"
        f" {quoted(others[0])}. Which of them holds, this document does not say."
    )
    return paper.finding("thing_changed", "contradiction", [claim, *others], sentence)


def _is_of_more(claim: Claim, number: Fraction) -> bool:
    """Whether the number stands in the body of something whose fate is not told."""
    return base(claim) == number and measured(claim) is None
