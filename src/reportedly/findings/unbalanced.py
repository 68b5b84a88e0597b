"""What does not add up becomes findings: what became of the same people, by what several tell, is not the whole.

Who was sent is there still, has gone back or was lost. What several sources leave of each of these is weighed together,
and where no choice among their words fits the sum, that is told; whose word is wrong is not.
"""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.findings.intervals import Interval, Tolerance, added, exceeds
from reportedly.findings.telling import listed
from reportedly.findings.tellings import Pair
from reportedly.model import Claim, Constraint, Estimate, Finding, Key, Series, Strength

SHOWN = 2  # words of one series that a finding shows, the last ones


def unbalanced(
    broken: Iterable[Constraint],
    estimates: Mapping[str, Estimate],
    found: Iterable[Series],
    pairs: Iterable[Pair],
    *,
    tolerance: str = "reported",
) -> tuple[Finding, ...]:
    """A finding for each sum of ``broken``, constraints between series (by their digests) with ``estimates``."""
    keys = {one.id: one.key for one in found}
    home = {claim.id: (document.id, claim) for document, reading in pairs for claim in reading.claims}
    widened = Tolerance.named(tolerance)
    return tuple(
        _finding(one, [[home[name] for name in estimates[key].kept] for key in (one.whole, *one.parts)], keys, widened)
        for one in broken
        if one.how != "each"
    )


def _finding(
    one: Constraint, told: Sequence[Sequence[tuple[str, Claim]]], keys: Mapping[str, Key], widened: Tolerance
) -> Finding:
    whole, *parts = (_meant([claim for _, claim in words], widened) for words in told)
    sure = exceeds(added(parts), whole) or (one.how == "all" and exceeds(whole, added(parts)))
    strength: Strength = "contradiction" if sure else "tension"
    of_whole, *of_parts = (
        f"{keys[key].measure.replace('_', ' ')}, {listed([claim for _, claim in words[-SHOWN:]])}"
        for key, words in zip((one.whole, *one.parts), told, strict=True)
    )
    verdict = "do not come to" if one.how == "all" else "together are more than"
    slack = "" if sure else " Rounding may explain it."
    sentence = f"What is told of {'; and of '.join(of_parts)}: they {verdict} the whole of {of_whole}.{slack}"
    shown = [pair for words in told for pair in words[-SHOWN:]]
    documents = tuple(document for document, _ in shown)
    return Finding("unbalanced", strength, documents[0], tuple(claim.id for _, claim in shown), sentence, documents)


def _meant(claims: Iterable[Claim], widened: Tolerance) -> Interval:
    """All that may be meant by any of ``claims``."""
    lows, highs = zip(*(widened.widened(claim.quantity) for claim in claims), strict=True)
    known = [end for end in lows if end is not None], [end for end in highs if end is not None]
    return (
        min(known[0]) if len(known[0]) == len(lows) else None,
        max(known[1]) if len(known[1]) == len(highs) else None,
    )
