"""The items of a list are to come where the line above it proposes them: "The union's demands: - a bonus of 400 euros".

What is promised: only what an item names without telling a deed of it is taken for proposed, and what is told as known
("the 8,700 nurses") or as where a change starts ("from 40 hours") is as it was.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.lexicons import words
from reportedly.claims.links import Mark
from reportedly.claims.scheduled import HARMED
from reportedly.claims.stance.governors import Governors
from reportedly.claims.trees import Tree
from reportedly.model import DONE, Document, Span
from reportedly.values.lists import ITEM

TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
PRESENT = frozenset({"VBZ", "VBP"})
QUOTES = frozenset({'"', "\u201c", "``"})
FROM = "from "
TAKING = ("obj", "xcomp", "ccomp", "nsubj:pass", "aux:pass")


class Proposed:
    """Goes through the paragraphs of a document, and knows by which words the list it is in is proposed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.by: Span | None = None
        self.drafts = Drafts(document)

    def read(self, marks: Sequence[Mark], paragraph: Sequence[Tree]) -> list[Mark]:
        """``marks`` with those of ``paragraph`` as planned where it is an item that was proposed."""
        marks = self.drafts.read(marks, paragraph)
        start, end = paragraph[0].sentence.start, paragraph[-1].sentence.end
        if ITEM.match(self.document.text, self.document.text.rfind("\n", 0, start) + 1) is None:
            by = _proposing(paragraph[-1])
            self.by = None if by is None else self.document.span(*paragraph[-1].chars((by,)))
            return list(marks)
        if self.by is None or any(not TENSED.isdisjoint(tree.sentence.xpos) for tree in paragraph):
            return list(marks)
        return [self._planned(mark) if start <= mark.claim.context.start < end else mark for mark in marks]

    def _planned(self, mark: Mark) -> Mark:
        claim = mark.claim
        start = claim.evidence.start
        was = mark.definite or claim.status_words is not None or self.document.text[:start].endswith(FROM)
        was = was or (claim.measure is not None and claim.measure.slug in HARMED)  # "an inquiry into the deaths of 12"
        if was or claim.kind != "figure" or claim.status not in DONE:
            return mark
        return replace(mark, claim=replace(claim, status="planned", status_words=self.by))


class Drafts:
    """Knows whether a budget or a bill was laid before somebody, so that "a levy goes up by 7 pence" tells of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.by: Span | None = None
        body = (part for part in document.parts if part.kind == "body")
        self._body = next((part.start for part in body), 0)
        self._opening = 0  # the end of what opens the body: of a draft told there all of it tells

    def read(self, marks: Sequence[Mark], paragraph: Sequence[Tree]) -> list[Mark]:
        """``marks`` with those of ``paragraph`` as planned that the present tense tells of a draft."""
        if not self._opening and paragraph[0].sentence.start >= self._body:
            self._opening = paragraph[-1].sentence.end
        if self.by is None:
            presented = ((tree, token) for tree in paragraph if (token := _presenting(tree)) is not None)
            self.by = next((self.document.span(*tree.chars((token,))) for tree, token in presented), None)
        if self.by is None:
            return list(marks)
        told, starts = list(marks), [tree.sentence.start for tree in paragraph]
        near = self.by.start >= starts[0] or self.by.start < self._opening
        for at in range(len(told) - 1, -1, -1):
            start = told[at].claim.context.start
            if start < starts[0]:
                break
            tree = paragraph[bisect_right(starts, start) - 1]
            if start < tree.sentence.end and QUOTES.isdisjoint(tree.lower):
                told[at] = self._of_draft(told[at], tree, near=near)
        return told

    def _of_draft(self, mark: Mark, tree: Tree, *, near: bool) -> Mark:
        """A mark as planned where a law sets it, or where it is a deed told ``near`` the draft: no rupee that falls."""
        claim = mark.claim
        if claim.kind != "figure" or claim.status not in DONE or mark.base or self.by is None:
            return mark
        told = () if claim.verb is None else tree.tokens(claim.verb.span.start, claim.verb.span.end)
        verb = next(iter(told), tree.sentence.heads.index(-1) if -1 in tree.sentence.heads else -1)
        behind = verb >= 0 and tree.chars((verb,))[0] > self.by.start
        if not behind or not _is_present(tree, verb):
            return mark
        key, subjects = Governors(tree).key(verb), tree.having(verb, "nsubj")
        of_law = any(tree.lemma(subject) in words("stance", "drafted", "subjects") for subject in subjects)
        deed = near and key not in words("stance", "drafted", "moving") and "/" not in claim.quantity.unit
        if key not in words("stance", "drafted", "verbs") or not (of_law or deed):
            return mark
        return replace(mark, claim=replace(claim, status="planned", status_words=self.by))


def _is_present(tree: Tree, verb: int) -> bool:
    """ "Goes up", "are cut", but not "is rising", "has risen", nor "still rises"."""
    helpers = tree.having(verb, "aux")
    still = words("stance", "ongoing_adverbs", "words") & {tree.lower[t] for t in tree.children[verb]}
    tags = [tree.sentence.xpos[t] for t in (*helpers, verb)]
    perfect = any(tree.lemma(t) == "have" for t in helpers)
    return not still and not perfect and tags[0] in PRESENT and tags[1:] in ([], ["VBN"])


def _presenting(tree: Tree) -> int | None:
    """The noun of what a sentence tells to be laid before somebody: "presented a budget", "the bill was tabled"."""
    if words("stance", "drafted", "papers").isdisjoint(tree.lemmas):
        return None
    for token, lemma in enumerate(tree.lemmas):
        relation = tree.sentence.relations[token]
        paper = relation in ("obj", "nsubj:pass") or (relation == "obl" and not tree.case(token))
        if (
            paper
            and lemma in words("stance", "drafted", "papers")
            and tree.lemma(tree.head(token)) in words("stance", "drafted", "presenting")
        ):
            return token
    return None


def _proposing(tree: Tree) -> int | None:
    """The word by which a line before a list proposes it: "the offer consists of:", "our demands are:", "we want:"."""
    if tree.lower[-1] != ":" or -1 not in tree.sentence.heads:
        return None
    root = tree.sentence.heads.index(-1)
    for noun in (root, *tree.having(root, "nsubj")):
        holds = noun == root or tree.lemma(root) in words("stance", "listing", "verbs")
        if holds and tree.lemma(noun) in words("stance", "listing", "nouns"):
            return noun
    wants = Governors(tree).leaves(root) == "planned" and not tree.having(root, *TAKING)
    return root if wants and tree.sentence.upos[root] == "VERB" else None
