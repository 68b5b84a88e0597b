"""Documents become findings: a number of the sentence before, dealt out into parts that do not make it.

"The firm will cut 900 jobs. Of the posts to go, 640 are hourly, 180 salaried and 120 belong to contractors": a sentence
that speaks of "the posts" or "the bodies", and of nothing else, deals out those that were told before.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.findings.intervals import added, exceeds, overlap, stated
from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.paper import Paper, heads, measured, words_before, words_behind, words_between
from reportedly.findings.telling import listed, number, quoted, room
from reportedly.model import Claim, Finding, Strength
from reportedly.values.lists import ITEM
from reportedly.values.measures import singular

LEAST = 3  # parts of a number that is dealt out
MOST_OF = 4  # fourths: parts that make less than three of them may be examples
FAR = 400  # characters before its parts in which a number stands that is dealt out
_OF_ALL = re.compile(r"\b[Oo]f (?:them|these|those)\b")
_OF_THEM = re.compile(r"(?:^Of|\bof) (?:the|those|these) (?P<thing>[^\W\d]+)\b", re.MULTILINE)


def partitions(paper: Paper) -> Iterator[Finding]:
    """Every number whose parts, told in the next sentences, do not make it."""
    body = [claim for claim in paper.figures if claim.part == "body"]
    yield from _listed(paper, body)
    for parts in (told for told in paper.sentences if told[0].part == "body"):
        start = parts[0].context.start
        dealt = _dealt(parts)
        if dealt is None:
            yield from filter(None, (_spread(paper, parts),))
            continue
        before = [c for c in body if start - FAR < c.context.end <= start]
        whole = next((c for c in reversed(before) if _is_whole(c, dealt, parts)), None)
        if whole is not None:
            yield from filter(None, (_compared(paper, whole, parts),))


def _spread(paper: Paper, parts: Sequence[Claim]) -> Finding | None:
    """A number of which more stand in some places than it has: "19 of them lie in Oslo, 11 in Moss"."""
    counts, text, first = table()["units"]["counts"], paper.document.text, parts[0]
    whole = next((c for c in paper.figures if c.id == first.part_of), None)
    if len(parts) < LEAST or whole is None or whole.context == first.context or _OF_ALL.search(_around(first)) is None:
        return None
    ends = [*(part.evidence.start for part in parts[1:]), first.context.end]
    place = re.compile(rf"\b(?P<way>{'|'.join(table()['sums']['places'])}) (?:the )?(?P<name>[^\W\d]+)")
    spots = [place.search(text[part.evidence.end : end]) for part, end in zip(parts, ends, strict=True)]
    ways = {spot["way"] for spot in spots if spot}
    is_spread = all(spots) and (len(ways) == 1 or all(spot and spot["name"][:1].isupper() for spot in spots))
    alone = all(part.part_of in (None, whole.id, first.id) and part.quantity.change == "level" for part in parts)
    if not is_spread or not alone or any(part.quantity.unit not in counts for part in (whole, *parts)):
        return None
    return (
        _compared(paper, whole, parts)
        if exceeds(added(stated(c.quantity) for c in parts), stated(whole.quantity))
        else None
    )


def _listed(paper: Paper, figures: Sequence[Claim]) -> Iterator[Finding]:
    """Every sum that is less than the items of the list behind it: "worth 2.4 billion: - 950 million"."""
    text = paper.document.text
    blocks: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in figures:
        line = text.rfind("\n", 0, claim.evidence.start) + 1
        if ITEM.fullmatch(text[line : claim.evidence.start]):
            blocks[text.rfind("\n\n", 0, line) + 1].append(claim)
    for start, items in blocks.items():
        above = text[:start].rstrip()
        end = text.find("\n\n", items[-1].evidence.end)
        lines = text[start : end if end >= 0 else None].strip().split("\n")
        units = {item.quantity.unit for item in items}
        if len(items) < LEAST or len(units) > 1 or not above.endswith(":") or len(lines) != len(items):
            continue
        paragraph = above.rfind("\n\n") + 1
        near = [
            c for c in figures if paragraph <= c.evidence.start < start and c.quantity.unit in units and not c.part_of
        ]
        if len(near) == 1 and exceeds(added(stated(item.quantity) for item in items), stated(near[0].quantity)):
            yield from filter(None, (_compared(paper, near[0], items),))


def _around(claim: Claim) -> str:
    """The words of its sentence up to the next comma."""
    return words_before(claim) + words_behind(claim).split(",")[0]


def _dealt(parts: Sequence[Claim]) -> str | None:
    """The word for those that a sentence deals out into all its figures; None where it deals out nothing."""
    counts = table()["units"]["counts"]
    first, last = parts[0], parts[-1]
    if len(parts) < LEAST or any(c.quantity.unit not in counts or c.quantity.change == "increase" for c in parts):
        return None
    told = _of_whom(first)
    return told["thing"].lower() if told and "and" in words_between(parts[-2], last).split() else None


def is_dealt_out(claim: Claim) -> bool:
    """Whether its sentence deals out those who were told before: "of the dead, 29 lived in Beira"."""
    return _of_whom(claim) is not None


def _of_whom(claim: Claim) -> re.Match[str] | None:
    return _OF_THEM.match(words_before(claim)) or _OF_THEM.match(words_behind(claim).lstrip())


def _is_whole(claim: Claim, dealt: str, parts: Sequence[Claim]) -> bool:
    """Whether it counts what is dealt out, and is no part of it itself."""
    counts = table()["units"]["counts"]
    words = {thing(dealt), thing(singular(dealt))}
    mine, theirs = measured(claim), measured(parts[0])
    same = bool(heads(claim) & words) or (mine is not None and theirs is not None and family(mine, theirs) is not None)
    largest = all(not exceeds(stated(part.quantity), stated(claim.quantity)) for part in parts)
    return same and largest and claim.quantity.unit in counts and claim.part_of is None


def _compared(paper: Paper, whole: Claim, parts: Sequence[Claim]) -> Finding | None:
    made, told = added(stated(part.quantity) for part in parts), stated(whole.quantity)
    meant = added(paper.widened(part) for part in parts), paper.widened(whole)
    is_some = made[1] is not None and told[0] is not None and MOST_OF * made[1] < (MOST_OF - 1) * told[0]
    if overlap(made, told) or is_some:
        return None
    strength: Strength = "contradiction" if exceeds(*meant) else "tension"
    close = room(strength) if exceeds(made, told) else " Some may be told of nowhere, or one of the numbers is wrong."
    sentence = f"{listed(parts)} are told as the parts of {quoted(whole)}; the numbers make {number(made)}.{close}"
    return paper.finding("sum_differs", strength, [whole, *parts], sentence)
