"""What a paper takes back of its own: "Correction: a report said that the poll had asked 1,742. It asked 1,472."

Of two numbers for the same thing in such a paragraph the later one holds, and the earlier one was never so.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.lexicons import words
from reportedly.claims.links import Mark
from reportedly.claims.trees import Tree
from reportedly.model import AHEAD, DONE, Claim, Document, Span

LABELLED = ((":",), ("-",), ("\u2013",), ("\u2014",), (".",))


def taking_back(trees: Sequence[Tree]) -> tuple[int, ...] | None:
    """The words of a paragraph by which it takes something back: its label, or the earlier version that it names."""
    for tree in trees[:1]:
        if tree.lower[0] in words("stance", "corrections", "labels") and tree.lower[1:2] in LABELLED:
            return (0,)
        for noun, lemma in enumerate(tree.lemmas):
            before = [
                t for t in tree.having(noun, "amod") if tree.lower[t] in words("stance", "corrections", "earlier")
            ]
            if before and lemma in words("stance", "corrections", "versions"):
                return (before[0], noun)
    return None


def corrected(marks: Sequence[Mark], paragraph: Sequence[Tree], document: Document) -> list[Mark]:
    """``marks`` with the numbers that ``paragraph`` puts another in the place of as never so."""
    label = taking_back(paragraph)
    if label is None:
        return list(marks)
    by = document.span(*paragraph[0].chars(label))
    start, end = paragraph[0].sentence.start, paragraph[-1].sentence.end
    inside = [mark.claim for mark in marks if start <= mark.claim.context.start < end]
    return [_put_right(mark, inside, by) for mark in marks]


def _put_right(mark: Mark, inside: Sequence[Claim], by: Span) -> Mark:
    wrong, measure = mark.claim, mark.claim.measure
    if measure is None or wrong.status not in DONE | AHEAD or not any(wrong is claim for claim in inside):
        return mark
    later = (claim for claim in inside if claim.context.start > wrong.context.start and claim.measure == measure)
    right = next((claim for claim in later if claim.quantity.unit == wrong.quantity.unit), None)
    if right is None or right.quantity.low == wrong.quantity.low:
        return mark
    return replace(mark, claim=replace(wrong, status="did_not_happen", status_words=by))
