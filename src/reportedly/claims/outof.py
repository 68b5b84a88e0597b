"""Figures whose whole is told by words between the two: "$750m, part of a $2.1bn loan", "spent $3m out of $9m".

So are seats in the chamber whose size is told: "71 seats in the 140-member chamber". What is promised: a part is told
in the unit of its whole and is smaller.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from reportedly.claims.lexicons import words
from reportedly.claims.links import OF, SHARES, Mark, is_plain
from reportedly.model import Claim
from reportedly.values.units import COUNT

WHOSE = r"(?:an?|the|its|their|our|his|her|these|those|some|about)"
# Between a part and its whole.
PART = re.compile(rf"[^;:.]{{0,80}}?, (?:as )?(?:\w+ )?part of {WHOSE} (?:[\w-]+ ){{0,3}}(?:of )?(?:about |some )?")
OUT = re.compile(rf"[^;:.()]{{0,60}}?,? out of (?:{WHOSE} (?:[\w-]+ ){{0,3}}(?:of )?)?(?:about |some )?")
AGAINST = re.compile(r"[^;:.()]{0,40}? (?:against|towards|toward) (?:[\w-]+ ){0,3}(?:of )?(?:about |some )?")
LEFT = re.compile(r"\b(?:the|its|their) (?:other|others,|remaining|rest,) (?=\S$)", re.IGNORECASE)
FIRST = re.compile(r"\b(?:the|its|their|an?) (?:first|last|initial|final) (?=\S$)", re.IGNORECASE)
STATE = re.compile(r" ([a-z]+)")
CHAMBER = re.compile(r"[- ](?:seat\b|member (?P<body>[^\W\d]+(?: [^\W\d]+)?))")
LEADS = 24  # characters of what leads to those who are left: "the remaining "
ACCOUNT, PERCENT, SEVERAL = "account", "percent", 2
SEATS = frozenset({"seat", "mandate"})
SLIP = Fraction(3, 4)  # of a percentage point, by which a rounded share may miss
KEPT = 300  # numbers before, so that a text of seats without end is read in linear time


def out_of(told: Sequence[Claim], before: Sequence[Mark]) -> dict[str, Claim]:
    """The parts among the claims of a sentence, by their digests; ``before`` holds what was told up to them."""
    before = before[-KEPT:]
    pairs = (*_said(told), *_seats(told, before), *_accounted(told, before), *_reached(told), *_left(told, before))
    pairs = (*pairs, *_first(told), *_met(told))
    return {part.id: _some(part, whole) for part, whole in pairs}


def _some(part: Claim, whole: Claim) -> Claim:
    """A part of ``whole``; a share that counts nothing of its own is of what that counts."""
    counted = part.counted
    if counted is None and part.quantity.unit == PERCENT and whole.counted is not None:
        counted = replace(whole.counted, implied=True)
    return replace(part, counted=counted, part_of=whole.id)


def _said(told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for at, (part, whole) in enumerate(pairwise(told)):
        if not _may_hold(whole, part):
            continue
        between = part.context.quote[part.evidence.end - part.context.start : whole.evidence.start - part.context.start]
        told_so = PART.fullmatch(between) or OUT.fullmatch(between)
        against = not told_so and AGAINST.fullmatch(between) and _is_wanted(whole)
        if told_so or (against and any(_is_share(share, part, whole) for share in told[at + 2 :])):
            yield part, whole


def _is_wanted(whole: Claim) -> bool:
    """Whether a number is one that another is to come to: requirements, an appeal, a target."""
    return whole.counted is not None and whole.counted.lemma in words("figures", "parts", "wanted")


def _is_share(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether a percentage behind the two is the one of the other."""
    size, made, all_of = share.quantity.low, part.quantity.low, whole.quantity.low
    if share.quantity.unit != PERCENT or size is None or made is None or not all_of:
        return False
    return abs(made / all_of * 100 - size) <= SLIP


def _may_hold(whole: Claim, part: Claim) -> bool:
    free = (
        part.part_of is None and whole.part_of != part.id and part.quantity.change == whole.quantity.change == "level"
    )
    least, most = part.quantity.low or part.quantity.high, whole.quantity.high or whole.quantity.low
    smaller = least is not None and most is not None and least < most
    return free and smaller and part.quantity.unit == whole.quantity.unit


def _reached(told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The 12,650 and the 84% of "12,650 homes were sprayed, 84% of the 15,000 targeted"."""
    for part, share, whole in zip(told, told[1:], told[2:], strict=False):
        between = whole.context.quote[
            share.evidence.end - whole.context.start : whole.evidence.start - whole.context.start
        ]
        if _may_hold(whole, part) and OF.fullmatch(between) and _is_share(share, part, whole):
            yield part, whole
            if share.part_of is None:
                yield share, whole


def _first(told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The 2,500 of "12,000 homes will be built, the first 2,500 before Christmas"."""
    for at, part in enumerate(told):
        start = part.evidence.start - part.context.start
        if not FIRST.search(part.context.quote, max(0, start - LEADS), start + 1):
            continue
        bare = part.counted is None or part.counted.implied or part.counted.head.end <= part.evidence.start
        whole = next((claim for claim in reversed(told[:at]) if _may_hold(claim, part)), None)
        if whole is not None and (bare or _is_same(part, whole)):
            yield part, whole


def _met(told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The 27% of "the appeal for $18 million is 27% funded"."""
    for at, part in enumerate(told):
        quote, end = part.context.quote, part.evidence.end - part.context.start
        state = STATE.match(quote, end)
        if part.quantity.unit not in SHARES or part.part_of is not None or part.counted is None or state is None:
            continue
        if part.quantity.change != "level" or state[1] not in words("figures", "parts", "fulfilled"):
            continue
        for whole in reversed(told[:at]):
            alike = whole.counted is not None and whole.counted.head == part.counted.head
            if alike and whole.quantity.unit not in SHARES:
                yield part, whole
                break


def _is_same(part: Claim, whole: Claim) -> bool:
    return part.counted is not None and whole.counted is not None and part.counted.lemma == whole.counted.lemma


def _left(told: Sequence[Claim], before: Sequence[Mark]) -> Iterator[tuple[Claim, Claim]]:
    """The 16,500 of "29,500 of 46,000 claims have been settled; the other 16,500 are to follow", by what is left."""
    known = {mark.claim.evidence: mark.claim for mark in before}
    for at, rest in enumerate(told):
        start = rest.evidence.start - rest.context.start
        if rest.part_of is not None or not LEFT.search(rest.context.quote, max(0, start - LEADS), start + 1):
            continue
        for part in (known.get(claim.evidence, claim) for claim in reversed(told[:at])):
            whole = next((claim for claim in known.values() if part.part_of == claim.id), None)
            sizes = [claim.quantity.low for claim in (part, rest, whole) if claim is not None]
            if whole is None or None in sizes or not _may_hold(whole, rest):
                continue
            if (part.quantity.low or 0) + (rest.quantity.low or 0) == whole.quantity.low:
                yield rest, whole
                break


def _accounted(told: Sequence[Claim], before: Sequence[Mark]) -> Iterator[tuple[Claim, Claim]]:
    """The 131 and the 38 of "there are 186 cases. Maro accounts for 131, Luangi for 38"."""
    rows = [c for c in told if c.verb is not None and c.verb.lemma == ACCOUNT and c.quantity.unit == COUNT]
    made = sum((row.quantity.low or Fraction() for row in rows), Fraction())
    if len(rows) < SEVERAL or any(row.part_of or row.counted is None for row in rows):
        return
    lemmas = {row.counted.lemma for row in rows if row.counted is not None}
    for mark in reversed(before):
        claim, first = mark.claim, mark.claim.context != rows[0].context
        alike = (
            claim.counted is not None and {claim.counted.lemma} == lemmas and is_plain(claim.quantity, rows[0].quantity)
        )
        if first and alike and claim.quantity.change == "level" and claim.part_of is None:
            if made <= (claim.quantity.low or Fraction()):
                yield from ((row, claim) for row in rows)
            return


def _seats(told: Sequence[Claim], before: Sequence[Mark]) -> Iterator[tuple[Claim, Claim]]:
    """Seats that are held, in the one chamber of the document whose size is told."""
    seats = [c for c in told if c.counted is not None and c.counted.lemma in SEATS and c.quantity.unit == COUNT]
    if not seats:
        return
    chambers = [claim for claim in (*(mark.claim for mark in before), *told) if _is_chamber(claim)]
    if len({claim.quantity.low for claim in chambers}) != 1:
        return
    whole = chambers[-1]
    for part in seats:
        needed = part.verb is not None and part.verb.lemma in words("figures", "apart", "needing")
        held = (
            not needed
            and part.status != "did_not_happen"
            and is_plain(part.quantity, whole.quantity)
            and not _is_chamber(part)
        )
        other = part.when is not None and part.context != whole.context and part.when != whole.when  # of another vote
        if held and not other and _may_hold(whole, part):
            yield part, whole


def _is_chamber(claim: Claim) -> bool:
    told = CHAMBER.match(claim.context.quote, claim.evidence.end - claim.context.start)
    if told is None or claim.quantity.unit != COUNT:
        return False
    return told["body"] is None or not words("figures", "parts", "chambers").isdisjoint(told["body"].lower().split())
