"""What a paper takes back of its own: "Correction: a report said that the poll had asked 1,742. It asked 1,472."

So it does by naming an earlier version of itself, by a note ("Corrects the number of injured to 83 from 38"), and by
telling that one had been counted twice. Of two numbers for the same thing in such a paragraph the later one holds, and
the earlier one was never so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from re import Pattern

from reportedly.claims.lexicons import words
from reportedly.claims.links import Mark
from reportedly.claims.trees import Tree
from reportedly.model import AHEAD, DONE, Claim, Document, Span

BRACKETS = (("(",), ("[",), ("*",))
OTHERS = frozenset({"by", "from"})
BREAKS = frozenset({";", "but", "in fact"})
LABELLED = ((":",), ("-",), ("\u2013",), ("\u2014",), (".",))


def taking_back(trees: Sequence[Tree]) -> tuple[int, ...] | None:
    """The words of a paragraph by which it takes something back: its label, or the earlier version that it names."""
    for tree in trees[:1]:
        if tree.lower[0] in words("stance", "corrections", "labels") and tree.lower[1:2] in LABELLED:
            return (0,)
        if (told := next(_versions(tree), None)) is not None:
            return (told[1], told[0])
        if (opening := _correcting(tree)) is not None:
            return (opening,)
    return None


def _correcting(tree: Tree) -> int | None:
    """The "corrects" by which a note begins, in a bracket or not."""
    opening = int(tree.lower[:1] in BRACKETS)
    note = tree.lower[opening : opening + 1]
    return opening if note and note[0] in words("stance", "corrections", "correcting") else None


def corrected(marks: Sequence[Mark], paragraph: Sequence[Tree], document: Document) -> list[Mark]:
    """``marks`` with the numbers that ``paragraph`` puts another in the place of as never so."""
    label = taking_back(paragraph)
    found = list(marks)
    for tree in paragraph:
        if not _instead().isdisjoint(tree.lower):
            found = _with_instead(found, tree, document)
    start, end = paragraph[0].sentence.start, paragraph[-1].sentence.end
    told = [mark.claim for mark in found if start <= mark.claim.context.start < end] if label is not None else []
    recounted = {claim.id: whole for claim, whole in _recounts(told)}
    for tree in paragraph if label is not None or _may_recount(paragraph) else ():
        low, high = tree.sentence.start, tree.sentence.end
        found = [_withdrawn(mark, tree, document) if low <= mark.claim.context.start < high else mark for mark in found]
    if label is None:
        return found
    by = document.span(*paragraph[0].chars(label))
    found = [_recounted(mark, recounted.get(mark.claim.id)) for mark in found]
    inside = [mark.claim for mark in found if start <= mark.claim.context.start < end]
    return [_put_right(mark, inside, by) for mark in found]


@cache
def _instead() -> frozenset[str]:
    """One word of each phrase that puts a number in the place of another: a sentence without any needs no look."""
    return frozenset(max(phrase.split(), key=len) for phrase in words("stance", "corrections", "instead"))


def _with_instead(marks: list[Mark], tree: Tree, document: Document) -> list[Mark]:
    """``marks`` with the 13 of "killed 12; make that 13" in the place of the 12."""
    for at, mark in enumerate(marks[1:], 1):
        right, wrong = mark.claim, marks[at - 1].claim
        tokens = tree.tokens(right.evidence.start, right.evidence.end)
        by = (
            tuple(range(max(tokens[0] - 2, 0), tokens[0]))
            if tokens and tree.sentence.start <= right.context.start
            else ()
        )
        if " ".join(tree.lower[t] for t in by) not in words("stance", "corrections", "instead"):
            continue
        bare = right.counted is None or right.counted.implied or right.counted.head.end <= right.evidence.start
        alike = right.quantity.unit == wrong.quantity.unit and wrong.status in DONE | AHEAD
        if right.kind == "figure" and bare and alike and wrong.counted is not None:
            counted = replace(wrong.counted, implied=True)
            told = replace(right, counted=counted, measure=wrong.measure, verb=wrong.verb, status=wrong.status)
            never = replace(wrong, status="did_not_happen", status_words=document.span(*tree.chars(by)))
            marks[at - 1] = replace(marks[at - 1], claim=never)
            marks[at] = replace(mark, claim=replace(told, status_words=None))
    return marks


def _recounts(inside: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each bare "the number is 29" with the figure told before it, of which it is the right number."""
    for wrong, right in pairwise(inside):
        before = right.context.quote[: max(0, right.evidence.start - right.context.start)]
        bare = right.counted is None or right.counted.implied
        told = wrong.measure is not None and wrong.status in DONE | AHEAD and wrong.quantity.unit == right.quantity.unit
        if bare and told and wrong.context.end <= right.context.start and _right_number().search(before):
            yield right, wrong


@cache
def _right_number() -> Pattern[str]:
    numbers, right = ("|".join(sorted(words("stance", "corrections", name))) for name in ("numbers", "right"))
    return re.compile(rf"\b(?:{numbers}) (?:{right})(?: about| only| just)? ?$", re.IGNORECASE)


def _recounted(mark: Mark, wrong: Claim | None) -> Mark:
    """A number as one of what the wrong one counted, which is so."""
    if wrong is None:
        return mark
    right = replace(mark.claim, measure=wrong.measure, status=wrong.status, status_words=None)
    return replace(mark, claim=right)


def _may_recount(paragraph: Sequence[Tree]) -> bool:
    twice = words("stance", "corrections", "twice")
    return any(not twice.isdisjoint(tree.lower) and "had" in tree.lower for tree in paragraph)


def _withdrawn(mark: Mark, tree: Tree, document: Document) -> Mark:
    """``mark`` as never so where its own sentence takes it back."""
    claim, tokens = mark.claim, tree.tokens(mark.claim.evidence.start, mark.claim.evidence.end)
    if claim.kind != "figure" or not tokens:
        return mark
    if claim.status == "did_not_happen" and _is_instead(claim, tokens[0], tree):
        return replace(mark, claim=replace(claim, status="happened", status_words=None))
    if claim.status not in DONE | AHEAD:
        return mark
    by = _of_version(tokens[0], tree) or _from(tokens[0], tree) or _counted_twice(tokens[0], tree)
    told = None if by is None else document.span(*tree.chars(by))
    return mark if told is None else replace(mark, claim=replace(claim, status="did_not_happen", status_words=told))


def _of_version(token: int, tree: Tree) -> tuple[int, ...] | None:
    """Of "an earlier version of this story said that six were hurt" the version, which nobody stands by any more."""
    for noun, earlier in _versions(tree):
        verb = tree.head(noun)
        told = verb >= 0 and tree.base[noun] == "nsubj" and tree.lemma(verb) in words("stance", "corrections", "saying")
        if told and noun < token and verb in tree.up(token) and BREAKS.isdisjoint(tree.lower[verb:token]):
            return None if _stands_for(token, tree) else (earlier, noun)
    return None


def _versions(tree: Tree) -> Iterator[tuple[int, int]]:
    """Each version of a report that a sentence names, with the word that calls it an earlier one."""
    versions = words("stance", "corrections", "versions")
    for noun in () if versions.isdisjoint(tree.lemmas) else range(len(tree.lemmas)):
        if tree.lemmas[noun] not in versions:
            continue
        of = [tree.lemma(t) for t in tree.having(noun, "nmod") if tree.case(t) in ("of", "to")]
        before = [t for t in tree.having(noun, "amod") if tree.lower[t] in words("stance", "corrections", "earlier")]
        if any(tree.case(t) in OTHERS for t in tree.having(noun, "nmod")):
            continue  # "an earlier update by the ministry": somebody else's
        if before and all(lemma in words("stance", "corrections", "papers") for lemma in of):
            yield noun, before[0]


def _from(token: int, tree: Tree) -> tuple[int, ...] | None:
    """Of "corrects the number of injured to 83 from 38" the "from"."""
    opening = _correcting(tree)
    return (opening, token - 1) if opening is not None and token and tree.lower[token - 1] == "from" else None


def _stands_for(token: int, tree: Tree) -> bool:
    """Whether it is told what the number was instead: "said 40 instead of 14"."""
    return tree.lower[max(token - 2, 0) : token] in (("instead", "of"), ("rather", "than"))


def _is_instead(claim: Claim, token: int, tree: Tree) -> bool:
    """Of "an earlier version said 40 instead of 14" the 14."""
    return _stands_for(token, tree) and any(noun < token for noun, _ in _versions(tree))


def _counted_twice(token: int, tree: Tree) -> tuple[int, ...] | None:
    """Of "had reported 52, but one patient had been entered twice" the double count: the 52 hold no more."""
    verb = next((t for t in tree.up(token) if tree.sentence.upos[t] == "VERB"), -1)
    had = verb >= 0 and any(tree.lower[helper] == "had" for helper in tree.having(verb, "aux"))
    if not had or tree.lemma(verb) not in words("stance", "corrections", "saying"):
        return None
    for place in range(token + 1, len(tree.lower)):
        if tree.lower[place] in words("stance", "corrections", "twice"):
            counting = next((t for t in tree.up(place) if tree.sentence.upos[t] == "VERB"), -1)
            counted = tree.lemma(counting) in words("stance", "corrections", "counting")
            return (counting, place) if counted and counting > token and counting != verb else None
    return None


def _put_right(mark: Mark, inside: Sequence[Claim], by: Span) -> Mark:
    wrong, measure = mark.claim, mark.claim.measure
    if measure is None or wrong.status not in DONE | AHEAD or not any(wrong is claim for claim in inside):
        return mark
    later = (claim for claim in inside if claim.context.start > wrong.context.start and claim.measure == measure)
    right = next((claim for claim in later if claim.quantity.unit == wrong.quantity.unit), None)
    if right is None or right.quantity.low == wrong.quantity.low:
        return mark
    return replace(mark, claim=replace(wrong, status="did_not_happen", status_words=by))
