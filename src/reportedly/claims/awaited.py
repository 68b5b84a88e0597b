"""Numbers that somebody had foretold, asked for or counted: of "below the 6 percent analysts had forecast" who did it.

``contacts`` sets such clauses right in the tree; here they are asked for.
"""

from reportedly.claims.contacts import POINTING
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree

COUNTING = frozenset({"NUM", "SYM", "ADV", "ADJ", "NOUN"})


def awaited_by(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The stretch of "the 2.8 percent" that somebody did ``verb`` with: "economists had predicted", "he gives"."""
    taken = [t for t in tree.having(verb, "obj", "ccomp", "xcomp") if tree.lower[t] not in RELATIVE]
    if tree.sentence.relations[verb] != "acl:relcl" or taken:
        return None
    top, subjects = tree.head(verb), tree.having(verb, "nsubj")
    if not subjects or not {"NUM", "SYM"} & {tree.sentence.upos[t] for t in (top, *tree.having(top, "nummod"))}:
        return None
    last = min(tree.under(subjects[0]))
    last -= last > 0 and tree.lower[last - 1] in RELATIVE
    first = last - 1
    while first > 0 and tree.sentence.upos[first] in COUNTING:
        first -= 1
    beside = top < last and tree.lower[first] in POINTING and (top + 1 == last or tree.head(last - 1) == top)
    told = any(tree.sentence.upos[t] in ("NUM", "SYM") for t in range(first, last))
    return (first, last) if beside and told else None


def awaiting(tree: Tree, anchor: int) -> int | None:
    """The verb of whoever had done something with the number at ``anchor``."""
    clauses = tree.having(anchor, "acl")
    return next((verb for verb in clauses if awaited_by(tree, verb) is not None), None)
