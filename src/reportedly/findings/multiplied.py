"""Documents become findings: a price and a number of those who get it that do not make the sum told beside them.

"It awarded each of the 1,150 nurses 120 euros, a total of 128,000 euros": told so, the sum asks to be checked. Only one
number may be meant by "each"; where several are told, none is.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from reportedly.findings.intervals import Interval, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, heads, words_before, words_behind
from reportedly.findings.telling import number, quoted, room
from reportedly.model import DONE, Claim, Finding
from reportedly.values.units import is_money

LEAST = 2  # of whom "each" is said
FAR = 200  # characters before a sentence in which those stand who are meant by "each"


def multiplied(paper: Paper) -> Iterator[Finding]:
    """Every sum of money in the body that price and number do not make."""
    before: Sequence[Claim] = ()
    for inside in (told for told in paper.sentences if told[0].part == "body"):
        price = next((one for one in inside if _is_price(one)), None)
        total = next((one for one in inside if price is not None and _is_sum(one, price)), None)
        if price is not None and total is not None:
            near = [one for one in before if 0 <= price.context.start - one.context.end < FAR]
            yield from filter(None, (_compared(paper, price, total, _meant(inside, price) or _meant(near, price)),))
        before = inside


@cache
def _words(name: str) -> Pattern[str]:
    told = "|".join(sorted(table()["multiplied"][name], key=len, reverse=True))
    ways = {
        "each_before": rf"\b(?:{told})\b(?: the [\d,]+ )?[^,;:.\d]*$",  # "each of the 346 families got"
        "each_behind": rf"\s*(?:{told})\b",
        "sum_before": rf"\b(?:{told})\s*$",
        "sum_behind": rf"\s*(?:{told})\b",
    }
    return re.compile(ways[name], re.IGNORECASE)


def _is_told(claim: Claim, name: str) -> bool:
    """Whether words of a list stand right before a figure, or right behind it."""
    before, behind = _words(f"{name}_before"), _words(f"{name}_behind")
    return before.search(words_before(claim)) is not None or behind.match(words_behind(claim)) is not None


def _is_price(claim: Claim) -> bool:
    return is_money(claim.quantity.unit) and "/" not in claim.quantity.unit and _is_told(claim, "each")


def _is_sum(claim: Claim, price: Claim) -> bool:
    same = claim is not price and claim.quantity.unit == price.quantity.unit
    return same and not _is_told(claim, "each") and _is_told(claim, "sum")


def _meant(claims: Sequence[Claim], price: Claim) -> Claim | None:
    """The one number of those who get so much each; None where there are several."""
    counts = table()["units"]["counts"]
    told = [one for one in claims if one.quantity.unit in counts and one.quantity.change == "level"]
    alike = [one for one in told if heads(one) & heads(price)] or told
    return alike[0] if len(alike) == 1 and alike[0].part_of is None else None


def _compared(paper: Paper, price: Claim, total: Claim, many: Claim | None) -> Finding | None:
    if many is None or len({claim.status in DONE for claim in (price, total)}) > 1:
        return None
    least = many.quantity.low
    made = _product(stated(many.quantity), stated(price.quantity))
    meant = _product(paper.widened(many), paper.widened(price))
    if least is None or least < LEAST or made is None or meant is None or overlap(meant, paper.widened(total)):
        return None
    sentence = (
        f"{quoted(many)} at {quoted(price)} each make {number(made)}; told as their sum is"
        f" “{total.evidence.quote}”.{room('contradiction')}"
    )
    return paper.finding("sum_differs", "contradiction", [total, price, many], sentence)


def _product(one: Interval, other: Interval) -> Interval | None:
    """The numbers that two make; None where one has an open end."""
    (low, high), (least, most) = one, other
    if low is None or high is None or least is None or most is None:
        return None
    return low * least, high * most
