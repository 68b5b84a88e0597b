"""What one after another has of the same, told without the words for it: "had 48 percent of the vote and Mr Bello 47".

A rival has what the figure before is told of; who follows in a ranking has it, too.
"""

from dataclasses import replace

from reportedly.claims.lexicons import words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.claims.unsaid import JOINTS
from reportedly.model import Claim, Slot

NAMING = ("PROPN", "DET")


def rival(tree: Tree, figure: Figure, claim: Claim, before: Claim) -> Claim:
    """``claim`` as what a rival has of the same: the votes of "had 48 percent of the vote and Mr Bello 47 percent"."""
    known = before.measure is not None and not before.measure.open
    alike = claim.quantity.unit == before.quantity.unit == "percent" and claim.quantity.change == before.quantity.change
    open_ = claim.measure is None or claim.measure.open
    if not (known and alike and open_) or claim.counted is None or claim.counted.implied:
        return claim
    phrase = claim.counted.phrase
    tokens = tree.tokens(phrase.start, phrase.end)
    first, last = tokens[0], tokens[-1]
    while first > 0 and tree.sentence.upos[first - 1] in ("PROPN", "DET"):
        first -= 1
    joined = first > 0 and tree.lower[first - 1] in JOINTS and last + 1 == min(figure.tokens)
    joined = joined and phrase.start > before.evidence.end
    # "had 44 percent of the vote, against 41 percent for the Conservatives"
    against = first > 0 and tree.lower[first - 1] == "for" and first - 1 == max(figure.tokens) + 1
    if not (joined or against) or tree.sentence.upos[last] not in ("PROPN", "NOUN"):
        return claim
    if joined and tree.sentence.upos[last] != "PROPN":
        return claim
    slots = (Slot("doer", phrase), *(slot for slot in claim.slots if slot.role != "doer"))
    return replace(claim, measure=before.measure, verb=before.verb, status=before.status, slots=slots)


def ranked(tree: Tree, figure: Figure, claim: Claim, before: Claim) -> Claim:
    """``claim`` as what the next in a ranking has: "worst hit, with 3,100 cases, followed by Mandera with 1,900"."""
    last = min(figure.tokens) - 2
    named = last > 0 and tree.sentence.upos[last] == "PROPN"
    if not named or tree.lower[last + 1] not in words("figures", "ranking", "cases"):
        return claim
    first = last
    while first > 0 and tree.sentence.upos[first - 1] in NAMING:
        first -= 1
    joint = first - 1 - (first > 1 and tree.lower[first - 1] == "by")
    following = words("figures", "ranking", "verbs")
    told = [t for t in range(joint + 1) if tree.lemma(t) in following and tree.lower[t + 1 : t + 2] == ("by",)]
    if not told or (joint not in told and tree.lower[joint] not in JOINTS):
        return claim
    kinds = {kind for low, high, kind in tree.sentence.entities if low <= last < high}
    places = [t for slot in before.slots if slot.role == "place" for t in tree.tokens(slot.span.start, slot.span.end)]
    place = "LOC" in kinds or any(tree.sentence.upos[t] == "PROPN" for t in places)  # as the one before is
    span = replace(claim.evidence, start=tree.sentence.starts[first], end=tree.sentence.ends[last])
    text, start = claim.context.quote, claim.context.start
    span = replace(span, quote=text[span.start - start : span.end - start])
    kept = tuple(slot for slot in claim.slots if slot.role not in ("place", "doer", "recipient"))
    share = claim.quantity.unit == "percent"  # whose it is, is what a share counts
    counted = claim.counted if share else before.counted and replace(before.counted, implied=True)
    slots = (Slot("place" if place else "doer", span), *kept)
    return replace(claim, counted=counted, measure=before.measure, verb=before.verb, status=before.status, slots=slots)
