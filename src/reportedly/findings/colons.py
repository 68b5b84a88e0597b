"""Documents become findings: parts told one after another behind a colon that do not make the number before it.

"A bill of 870 million: 240 million from the fund, 520 million from donors and 150 million that parliament is to vote":
each part opens an item, so that whatever else an item tells, its number is a part. Parts that make less than their
whole may be examples, those that make more of it may overlap: money never does, and things do not where each is told
by whom, or where, it is.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reportedly.findings.intervals import added, exceeds, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, heads
from reportedly.findings.telling import listed, number, quoted, room
from reportedly.model import Claim, Finding, Strength

MOST = Fraction(5, 4)  # times their whole: parts that make more are parts of something else
ALL = Fraction(3, 4)  # of their whole: parts that make less may be examples
LEAST = 2
_OPENS = re.compile(r"(?:[,;] (?:and )?| and |\) and )$")  # what stands right before an item's number
_COLON = re.compile(r"[^.:;\n]{0,80}:$")


def colons(paper: Paper) -> Iterator[Finding]:
    """Every number whose parts behind a colon do not make it."""
    for told in paper.sentences:
        if len(told) > LEAST and ":" in told[0].context.quote:
            yield from filter(None, (_of_pair(paper, told, at) for at in range(len(told) - LEAST)))


def _of_pair(paper: Paper, told: Sequence[Claim], at: int) -> Finding | None:
    whole, *parts = told[at:]
    text, end = paper.document.text, whole.context.end
    before = whole.context.quote[: whole.evidence.start - whole.context.start].lower().split()[-1:]
    if not set(before).isdisjoint(table()["rivals"]["beside"]):
        return None  # "up from 500: 340 from Peru" deals out another
    if _COLON.fullmatch(text[whole.evidence.end : parts[0].evidence.start].rstrip()) is None:
        return None
    gaps = [text[one.evidence.end : other.evidence.start] for one, other in pairwise(parts)]
    is_list = all(_OPENS.search(gap) for gap in gaps) and "and" in gaps[-1].split() and not any("." in g for g in gaps)
    items = [*gaps, text[parts[-1].evidence.end : end]]
    if not is_list or not _are_parts(whole, parts) or not _exclude(whole, parts, items):
        return None
    return _compared(paper, whole, parts)


def _are_parts(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether units and hedges allow a sum; "150 million" behind a sum of money is one, too."""
    counts, claims = table()["units"]["counts"], (whole, *parts)
    units = {claim.quantity.unit for claim in claims} - ({"count"} if whole.quantity.unit not in counts else set())
    is_one = len(units) == 1 or units <= set(counts)
    levels = all(c.quantity.change in ("level", "additional") and c.quantity.approximator != "vague" for c in claims)
    undone = {claim.status for claim in claims} & {"did_not_happen", "unresolved"}
    behind = whole.context.quote[parts[0].evidence.start - whole.context.start :].lower()
    other = any(re.search(rf"\b{re.escape(words)}\b", behind) for words in table()["colons"]["not_with"])
    within = all(not exceeds(stated(part.quantity), stated(whole.quantity)) for part in parts)
    return is_one and levels and within and not undone and not other and not units & set(table()["units"]["shares"])


def _exclude(whole: Claim, parts: Sequence[Claim], items: Sequence[str]) -> bool:
    """Whether no two parts overlap: sums of money, or things of one kind that are told by where or whose they are."""
    if whole.quantity.unit not in table()["units"]["bare"]:
        return True
    ways = "|".join(table()["colons"]["ways"])
    spots = [re.match(rf"(?: [a-z]+)? (?:{ways}) (?:the )?(?P<spot>\w+)", item) for item in items]
    named = any(spot is not None and spot["spot"][:1].isupper() for spot in spots)
    kinds = [heads(part) for part in parts if part.counted is not None and not part.counted.implied]
    return all(spots) and named and (not kinds or len(kinds) < len(parts) or bool(frozenset.intersection(*kinds)))


def _compared(paper: Paper, whole: Claim, parts: Sequence[Claim]) -> Finding | None:
    made, told = added(stated(part.quantity) for part in parts), stated(whole.quantity)
    if overlap(made, told) or made[0] is None or made[1] is None or told[0] is None or told[1] is None:
        return None
    meant = added(paper.widened(part) for part in parts), paper.widened(whole)
    is_hedged = any(c.quantity.approximator not in ("exact", None) for c in (whole, *parts))
    if is_hedged and overlap(*meant):
        return None
    if made[0] > MOST * told[1] or made[1] < ALL * told[0]:
        return None
    strength: Strength = "tension" if overlap(*meant) else "contradiction"
    sentence = (
        f"{listed(parts)} stand behind a colon as the parts of {quoted(whole)}; the numbers make"
        f" {number(made)}.{room(strength)}"
    )
    return paper.finding("sum_differs", strength, [whole, *parts], sentence)
