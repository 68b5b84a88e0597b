"""Documents become findings: what is told to remain of a whole, which with the parts told before does not make it.

"Of the 90 buses 50 run. The remaining 30 wait for parts", "the other three (45 MW, 10 MW, 102 MW) will be back": who
tells the rest adds up. Where the rest and some of the parts make the whole, the other parts are told of something else.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from re import Pattern

from reportedly.findings.intervals import added, exceeds, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, heads
from reportedly.findings.telling import listed, number, quoted, room
from reportedly.model import Claim, Finding

FAR = 300  # characters before the rest in which its whole and the parts stand
FEW = 4  # parts of a whole that are added up
_OPENED = re.compile(r"[^.;()0-9]{0,60}\(")


def remainders(paper: Paper) -> Iterator[Finding]:
    """Every rest of the body that does not make its whole with the parts told before it."""
    body = [claim for claim in paper.figures if claim.part == "body"]
    for at, rest in enumerate(body):
        if rest.quantity.unit not in table()["units"]["counts"] or not _is_rest(rest):
            continue
        near = [c for c in body[:at] if rest.evidence.start - c.evidence.end < FAR]
        for told in filter(None, ([rest], _dealt(rest, body[at + 1 :]))):
            whole = next((c for c in reversed(near) if _is_whole(c, told, near)), None)
            if whole is not None:
                yield from filter(None, (_compared(paper, whole, [c for c in near if c.part_of == whole.id], told),))


@cache
def _resting() -> Pattern[str]:
    return re.compile(rf"\b(?:the|their|its) (?:{'|'.join(table()['remainders']['words'])})\s*$", re.IGNORECASE)


def _is_rest(claim: Claim) -> bool:
    before = claim.context.quote[: max(0, claim.evidence.start - claim.context.start)]
    here = claim.evidence.quote.split()
    lead = " ".join((before, *here[:-1]))  # the number itself may be read with the word before it
    return _resting().search(before) is not None or (len(here) > 1 and _resting().search(lead) is not None)


def _dealt(rest: Claim, behind: Sequence[Claim]) -> list[Claim] | None:
    """What each of the rest has, in a bracket right behind it: as many figures of one unit as there are of them."""
    text, start = rest.context.quote, rest.context.start
    opened = _OPENED.match(text, rest.evidence.end - start)
    closed = text.find(")", opened.end()) if opened else -1
    if opened is None or closed < 0:
        return None
    inside = [c for c in behind if start + opened.end() <= c.evidence.start < start + closed]
    units = {c.quantity.unit for c in inside}
    return inside if len(units) == 1 and Fraction(len(inside)) == rest.quantity.low == rest.quantity.high else None


def _is_whole(claim: Claim, rest: Sequence[Claim], near: Sequence[Claim]) -> bool:
    """Whether parts of a figure were told before its rest, in the same unit."""
    counts = table()["units"]["counts"]
    units = {claim.quantity.unit, rest[0].quantity.unit}
    same = len(units) == 1 or units <= set(counts)
    if len(rest) == 1 and claim.counted is not None and rest[0].counted is not None:
        same = same and bool(heads(claim) & heads(rest[0]))
    return same and claim.part_of is None and any(c.part_of == claim.id for c in near)


def _compared(paper: Paper, whole: Claim, parts: Sequence[Claim], rest: Sequence[Claim]) -> Finding | None:
    same = [c for c in parts if c.quantity.unit == rest[0].quantity.unit or len(rest) == 1]
    levels = all(c.quantity.change in ("level", "additional") for c in (whole, *same, *rest))
    levels = levels and not exceeds(added(stated(c.quantity) for c in rest), stated(whole.quantity))
    if not same or len(same) > FEW or not levels or any(None in stated(c.quantity) for c in (whole, *same, *rest)):
        return None
    groups = (group for size in range(1, len(same) + 1) for group in combinations(same, size))
    if any(overlap(added(paper.widened(c) for c in (*group, *rest)), paper.widened(whole)) for group in groups):
        return None
    made = added(stated(c.quantity) for c in (*same, *rest))
    sentence = (
        f"{listed(same)} and the rest, {listed(rest)}, are told as all of {quoted(whole)}; the numbers make"
        f" {number(made)}.{room('contradiction')}"
    )
    return paper.finding("sum_differs", "contradiction", [whole, *same, *rest], sentence)
