"""Who says what: "if the union is right", "if one believes the ministry" name a source and are no condition.

What such a clause stands beside is told as it would be without it, and is the word of whoever may be right. Where the
main clause tells what would follow ("taxes would have to rise"), or the clause goes on to what they are right about, it
is a condition like any other.
"""

from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

IF = "if"
BELOW = ("ccomp", "xcomp", "obl", "advcl")  # what they are right about


def vouched(tree: Tree, top: int) -> int | None:
    """The head of the source that the clause of ``top`` names, None where it is a condition."""
    if IF not in tree.lower or not any(tree.lower[mark] == IF for mark in tree.having(top, "mark")):
        return None
    if tree.base[top] != "advcl" or _follows(tree, tree.head(top)):
        return None
    source = _right(tree, top) if tree.having(top, "cop") else _believed(tree, top)
    return source if source is not None and can_tell(tree, source) else None


def is_no_condition(tree: Tree, top: int) -> bool:
    """Whether nothing hangs on the clause; of "2 tonnes, or 1 if the first statement is right" the one does."""
    return vouched(tree, top) is not None and other_before(tree, top) is None


def other_before(tree: Tree, top: int) -> int | None:
    """The "or" before the clause of ``top``: what stands before it is not the word of whoever may be right."""
    return next((t for t in range(min(tree.under(top)), 0, -1) if tree.lower[t - 1 : t + 1] == (",", "or")), None)


def _right(tree: Tree, word: int) -> int | None:
    """ "If police are right"."""
    if tree.lower[word] not in words("attribution", "vouched", "adjectives") or tree.having(word, *BELOW):
        return None
    return next(iter(tree.having(word, "nsubj")), None)


def _believed(tree: Tree, verb: int) -> int | None:
    """ "If one believes the mayor", "if the mayor is to be believed"."""
    subject = next(iter(tree.having(verb, "nsubj")), None)
    if tree.lemma(verb) in words("attribution", "vouched", "going"):
        anybody = subject is not None and tree.lower[subject] in words("attribution", "vouched", "anybody")
        return next((child for child in tree.having(verb, "obl") if tree.case(child) == "by" and anybody), None)
    if tree.lemma(verb) not in words("attribution", "vouched", "verbs"):
        return None
    if tree.sentence.xpos[verb] == "VBN" and tree.having(verb, "aux:pass"):
        return None if tree.having(verb, "ccomp", "xcomp", "obl") else subject
    anybody = subject is not None and tree.lower[subject] in words("attribution", "vouched", "anybody")
    return next((child for child in tree.having(verb, "obj") if child > verb), None) if anybody else None


def _follows(tree: Tree, head: int) -> bool:
    """Whether the main clause tells what would come of it."""
    helpers = (tree.lower[child] for child in tree.having(head, "aux"))
    return head < 0 or not words("attribution", "vouched", "following").isdisjoint(helpers)
