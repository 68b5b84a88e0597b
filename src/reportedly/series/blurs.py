"""Claims become comparable: which figures of one sentence their keys do not tell apart."""

import re
from collections import defaultdict
from collections.abc import Iterable

from reportedly.model import Claim
from reportedly.series.lexicons import words
from reportedly.series.usual import Keyed

WORD = re.compile(r"[a-z]+")
FROM_TO = re.compile(
    r"\bfrom \W?\d[\d,.]*(?![\d,.]| (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
    r"|\bto \W?\d[\d,.]*(?: \w+)? from\b",
    re.IGNORECASE,
)


def blurred(every: Iterable[Keyed]) -> frozenset[str]:
    """Figures of which a sentence tells several, of one key and by one source: it means things that the key does not.

    "74 percent of voters approve, 22 percent do not"; and a part whose key is that of its whole. Not where the
    sentence may tell of one thing what was said before and what is said now.
    """
    beside: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for found in every:
        claim = found.claim
        if claim.basis == "written" and not revises(claim.context.quote.lower()):
            root = claim.attribution[-1].called if claim.attribution else None
            when = (claim.when.start, claim.when.end, claim.when.words) if claim.when else None
            beside[claim.context.start, found.key, root, when].append(claim)
    unclear: set[str] = set()
    for told in beside.values():
        names = {claim.id for claim in told}
        parts = {claim.id for claim in told if claim.part_of in names}
        wholes = [claim for claim in told if claim.id not in parts]
        unclear |= parts if _overlap(wholes) else names
    return frozenset(unclear)


def revises(sentence: str) -> bool:
    """Whether a sentence may tell two numbers of one thing, an earlier and a later one."""
    return bool(FROM_TO.search(sentence)) or not words("before_and_after", "words").isdisjoint(WORD.findall(sentence))


def _overlap(claims: Iterable[Claim]) -> bool:
    """Whether some number lies in the range of every claim."""
    ranges = [claim.quantity for claim in claims]
    lows = [told.low for told in ranges if told.low is not None]
    highs = [told.high for told in ranges if told.high is not None]
    return not lows or not highs or max(lows) <= min(highs)
