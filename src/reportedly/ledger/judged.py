"""What analysts decided is laid over what was read: claims rejected, corrected or accepted.

A judgement is anchored by its place in the same document, and after a re-run or in a later version by its quote and its
sentence. One that finds no claim is handed back: nothing is dropped in silence.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, get_args

from reportedly.errors import LedgerError
from reportedly.model import (
    Approximator,
    Attribution,
    Change,
    Claim,
    Counted,
    Judgement,
    Quantity,
    Reading,
    Rejected,
    SourceKind,
    Span,
    Status,
)
from reportedly.values.measures import measure, singular

REFUSED = "judged"  # the reason of a rejection that is an analyst's

WORDS: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "approximator": get_args(Approximator),
    "change": get_args(Change),
}
VALUE = "value"  # both ends at once
NUMBERS = ("low", "high", VALUE)
SOURCE, COUNTED = "source", "counted"  # told by words of the document, which a judgement has as its other span
SLOTS = (*NUMBERS, "unit", *WORDS, SOURCE, COUNTED)
OPEN = ""  # the value of an end that is open; of a source, that it is the report's own word
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
BEHIND = frozenset({"of", "in", "from", "at", "on", "for", "with", "to", "by", "who", "that", "which"})  # behind a head


def check(judgement: Judgement, claim: Claim) -> None:
    """Raise ``LedgerError`` where a judgement of ``claim`` means nothing: no such slot, no such value, no reason."""
    if not judgement.reason.strip():
        raise LedgerError("a decision needs a reason")
    quoted = judgement.verdict == "correct" and judgement.slot in (SOURCE, COUNTED)
    if quoted and judgement.other is None and (judgement.value or judgement.slot == COUNTED):
        raise LedgerError(f"{judgement.value!r} stands nowhere in the document; a {judgement.slot} is words of it")
    if judgement.verdict == "correct":
        quantity = _corrected(claim, judgement).quantity
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            raise LedgerError(f"low would be {quantity.low} and high {quantity.high}; correct the {VALUE} to set both")
    related = judgement.verdict in ("same", "different")
    if related and judgement.other in (None, judgement.evidence):
        raise LedgerError(f"{judgement.verdict} needs a second claim")
    if not (related or quoted) and judgement.other is not None:
        raise LedgerError(f"{judgement.verdict} is about one claim")


def _value(slot: str, value: str | None) -> Any:
    if slot not in SLOTS:
        raise LedgerError(f"{slot or 'no slot'} cannot be corrected; these can: {', '.join(SLOTS)}")
    if value is None:
        raise LedgerError(f"a correction of {slot} needs a value")
    if slot in NUMBERS:
        try:
            return None if value == OPEN else Fraction(value.replace(",", ""))
        except (ValueError, ZeroDivisionError):
            raise LedgerError(f"{value!r} is no number; give 14000, 1/3, or nothing for an open end") from None
    if slot in WORDS and value not in WORDS[slot]:
        raise LedgerError(f"{value!r} is no {slot}; there are: {', '.join(WORDS[slot])}")
    return value


def anchor(judgement: Judgement, claims: Iterable[Claim]) -> Claim | None:
    """The claim that was judged: at the same place, else the one with the same quote in the same sentence."""
    spot, sentence = judgement.evidence, judgement.context
    found = [claim for claim in claims if _quoted(claim) == (spot.quote, sentence.quote)]
    exact = [claim for claim in found if (claim.evidence.document, claim.evidence.start) == (spot.document, spot.start)]
    near = exact or found
    return near[0] if len(near) == 1 else None


def _quoted(claim: Claim) -> tuple[str, str]:
    return claim.evidence.quote, claim.context.quote


def judged(reading: Reading, judgements: Sequence[Judgement]) -> tuple[Reading, tuple[Judgement, ...]]:
    """``reading`` as decided, and the judgements on its document that found no claim there. The newest wins."""
    claims = {claim.id: claim for claim in reading.claims}
    newest: dict[tuple[str, str], Judgement] = {}
    lost = []
    for judgement in judgements:
        target = anchor(judgement, reading.claims)
        if target is None or (judgement.slot and judgement.other and _placed(target, judgement.other) is None):
            lost.append(judgement)
        elif judgement.verdict in ("accept", "reject"):
            newest[target.id, "verdict"] = judgement
        elif judgement.verdict == "correct":
            newest[target.id, judgement.slot or ""] = judgement
    refused = {identity for (identity, _), judgement in newest.items() if judgement.verdict == "reject"}
    for (identity, _), judgement in newest.items():
        if judgement.verdict == "correct":
            claims[identity] = _corrected(claims[identity], judgement)
    kept = _relinked({identity: claim for identity, claim in claims.items() if identity not in refused})
    gone = tuple(Rejected(claim.evidence, REFUSED) for claim in reading.claims if claim.id in refused)
    rejected = tuple(sorted((*reading.rejected, *gone), key=lambda item: (item.span.start, item.span.end)))
    return replace(reading, claims=kept, rejected=rejected), tuple(lost)


def _corrected(claim: Claim, judgement: Judgement) -> Claim:
    slot, value = judgement.slot or "", _value(judgement.slot or "", judgement.value)
    made_by = f"{claim.made_by.partition(' ')[0]} corrected by {judgement.by}"
    if slot in (SOURCE, COUNTED):
        spot = None if judgement.other is None else _placed(claim, judgement.other)
        made = _said_by(claim, spot, judgement.kind) if slot == SOURCE else _counting(claim, spot)
        return replace(made, made_by=made_by)
    if slot == VALUE:
        return replace(claim, quantity=replace(claim.quantity, low=value, high=value), made_by=made_by)
    if slot in Quantity.__slots__:
        return replace(claim, quantity=replace(claim.quantity, **{slot: value}), made_by=made_by)
    return replace(claim, **{slot: value}, made_by=made_by)


def _placed(claim: Claim, spot: Span) -> Span | None:
    """Where the words at ``spot`` stand for ``claim``: there, or in its sentence if it is of another version."""
    if spot.document == claim.context.document:
        return spot
    at = claim.context.quote.find(spot.quote)
    start = claim.context.start + at
    return None if at < 0 else Span(claim.context.document, start, start + len(spot.quote), spot.quote)


def _said_by(claim: Claim, spot: Span | None, kind: SourceKind | None) -> Claim:
    """``claim`` with the words at ``spot`` as the root of its chain; without any, it is the report's own."""
    outlet = claim.attribution[:1] if claim.attribution and claim.attribution[0].span is None else ()
    if spot is None:
        return replace(claim, attribution=outlet)
    last = claim.attribution[-1] if len(claim.attribution) > len(outlet) else None
    over = claim.attribution[:-1] if last is not None else outlet
    known = kind or (last.kind if last is not None else "person")
    stance = last.stance if last is not None else "asserts"
    words, said = (last.words, last.said) if last is not None else (None, None)
    root = Attribution(spot.quote, known, spot, words, stance, named=known != "unnamed", said=said)
    return replace(claim, attribution=(*over, root))


def _counting(claim: Claim, spot: Span | None) -> Claim:
    """``claim`` with the words at ``spot`` as what it counts, and as its measure what that comes to with its verb."""
    if spot is None:
        return claim
    words = [(found.group(), found.start()) for found in WORD.finditer(spot.quote)]
    behind = next((at for at, (word, _) in enumerate(words) if at and word.lower() in BEHIND), len(words))
    word, at = words[max(0, behind - 1)] if words else (spot.quote, 0)
    head = Span(spot.document, spot.start + at, spot.start + at + len(word), word)
    counted = Counted(spot, head, singular(word), implied=not _is_within(spot, claim.context))
    verb, quantity = claim.verb.lemma if claim.verb else None, claim.quantity
    told = [word for word, _ in words]
    found = measure(counted.lemma, told, verb, unit=quantity.unit, change=quantity.change)
    return replace(claim, counted=counted, measure=found)


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _relinked(claims: dict[str, Claim]) -> tuple[Claim, ...]:
    """Claims whose ties lead to what the others are called now; a tie to a claim that was rejected goes with it."""
    done: dict[str, Claim | None] = {}

    def linked(identity: str | None) -> Claim | None:
        if identity is None or identity not in claims:
            return None
        if identity not in done:
            claim = claims[identity]
            done[identity] = claim  # ties do not go round; were they to, this is where it ends
            whole, first = named(claim.part_of), named(claim.same_as)
            if (whole, first) != (claim.part_of, claim.same_as):
                done[identity] = replace(claim, part_of=whole, same_as=first)
        return done[identity]

    def named(identity: str | None) -> str | None:
        found = linked(identity)
        return found.id if found else None

    return tuple(claim for identity in claims if (claim := linked(identity)) is not None)
