"""What does not add up becomes findings: a figure put to somebody who has published it goes back to that paper.

For comparison only. "Some 307 people were aboard, the transport department had said" retells the release of the
Department of Transport that has the number, and not another body whose number is the same.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.findings.speakers import is_alike
from reportedly.findings.tellings import LARGE, WINDOW, Telling


def published(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """``found``, each large figure put to one who has told it himself before under his root, and so is his own."""
    own: defaultdict[tuple[Fraction, str, str], list[Telling]] = defaultdict(list)
    for one in found:
        if _is_own(one) and one.value >= LARGE and one.day is not None:
            own[_number(one)].append(one)
    first = {
        one.claim.id: told
        for one in found
        if not _is_own(one)
        for told in own.get(_number(one), ())
        if _retells(one, told)
    }
    roots = {
        told.claim.id: replace(told.origin, key=f"published:{told.origin.key}", rule="body") for told in first.values()
    }
    return tuple(
        replace(one, origin=roots[told.claim.id], is_named=True, is_renamed=False)
        if (told := first.get(one.claim.id, one)).claim.id in roots
        else one
        for one in found
    )


def _is_own(one: Telling) -> bool:
    """Whether a paper tells it by itself."""
    return one.own == one.document.outlet


def _number(one: Telling) -> tuple[Fraction, str, str]:
    return one.value, one.key.unit, one.key.measure


def _retells(one: Telling, told: Telling) -> bool:
    return 0 <= (one.at - told.at).days <= WINDOW and is_alike(one.own, told.own)
