"""Claims with equal keys become a series, and an analyst's word goes over any key.

Only equality joins, so that neither the order of arrival nor a third claim can bring two together. "Same" gives a claim
the key of the other, "different" a key of its own; of two such decisions the newer counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.model import Claim, Document, Judgement, Key, Reading, Series, Span
from reportedly.series.keys import keyed, together
from reportedly.series.usual import Keyed
from reportedly.values.bounds import ends
from reportedly.values.wordings import Wordings

Pair = tuple[Document, Reading]
LATEST = "~"  # sorts behind every date


def key(document: Document, reading: Reading, claim: Claim) -> Key | None:
    """What makes ``claim`` comparable; None where nothing says what it measures."""
    return next((found.key for found in keyed(document, reading) if found.claim.id == claim.id), None)


def series(
    pairs: Iterable[Pair],
    judgements: Sequence[Judgement] = (),
    *,
    alone: bool = False,
    wordings: Wordings | None = None,
) -> tuple[Series, ...]:
    """Every series of ``pairs``, ordered by what it measures; ``judgements`` in the order in which they were made.

    With ``alone`` each report is read by itself and filled by no other, so that its keys stay whatever comes in beside.
    ``wordings`` are those of the reports where they are read already.
    """
    told = (found for pair in pairs for found in keyed(*pair)) if alone else together(pairs, wordings)
    every = list({found.claim.id: found for found in told}.values())
    judged = decided(every, judgements)
    groups: defaultdict[Key, list[Keyed]] = defaultdict(list)
    for found in sorted(every, key=_order):
        groups[judged.get(found.claim.id, found.key)].append(found)
    return tuple(_one(known, groups[known]) for known in sorted(groups, key=_by_measure))


def _one(known: Key, members: Sequence[Keyed]) -> Series:
    ids = {found.claim.id for found in members}
    body = {
        (found.document.id, end)
        for found in members
        if found.claim.part == "body"
        for end in ends(found.claim.quantity)
    }
    counted = [found for found in members if found.claim.same_as not in ids and not _is_above(found, body)]
    filled = tuple((found.claim.id, slot, by) for found in counted for slot, by in found.filled)
    return Series(known, tuple(found.claim.id for found in counted), filled)


def _is_above(found: Keyed, body: set[tuple[str, Fraction]]) -> bool:
    """Whether a headline or a caption only tells what the body of its document does."""
    return found.claim.part != "body" and any((found.document.id, end) in body for end in ends(found.claim.quantity))


def _by_measure(known: Key) -> tuple[str, ...]:
    return tuple(str(getattr(known, slot)) for slot in Key.__slots__)


def _order(found: Keyed) -> tuple[str, str, int]:
    """In order of the moment counted for, else of publication; where neither is known, last."""
    when, reading_day = found.claim.when, found.document.published
    day = (when.end or when.start) if when is not None else None
    return day or reading_day or LATEST, found.document.address, found.claim.evidence.start


def decided(every: Sequence[Keyed], judgements: Sequence[Judgement]) -> dict[str, Key]:
    """The keys that analysts gave, by the claim's digest."""
    undone = {made.undoes for made in judgements if made.verdict == "undo"}
    keys: dict[str, Key] = {}
    for made in judgements:
        if made.verdict not in ("same", "different") or made.id in undone or made.other is None:
            continue
        one, other = _anchored(every, made.evidence), _anchored(every, made.other)
        if one is None or other is None or one is other:
            continue
        mine, theirs = (keys.get(found.claim.id, found.key) for found in (one, other))
        if made.verdict == "same":
            keys[one.claim.id] = theirs
        elif mine == theirs:
            keys[one.claim.id] = replace(mine, judged=made.id)
    return keys


def _anchored(every: Sequence[Keyed], span: Span) -> Keyed | None:
    """The claim at ``span``, else the only one with its words."""
    exact = [found for found in every if found.claim.evidence == span]
    near = exact or [found for found in every if found.claim.evidence.quote == span.quote]
    return near[0] if len(near) == 1 else None
