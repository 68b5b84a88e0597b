"""Of "hundreds, if not thousands, fled" the second is what may have been: such an "if not" sets no condition.

It joins two words of one kind, as "or even" does ("likely, if not certain"; "300 people, if not 400"); where a verb or
another kind of word follows, it is a condition like any other ("will close if not repaired").
"""

from reportedly.claims.trees import Tree

IF_NOT = ("if", "not")
KINDS = (frozenset({"NOUN", "PROPN", "NUM", "SYM"}), frozenset({"ADJ"}), frozenset({"ADV"}))
BETWEEN = frozenset({"DET", "ADV", "PART", "SYM", "ADP"})  # "if not the 300", "if not about $40"
APART = frozenset({",", "(", "--", "–", "—", "-"})


def concedes(tree: Tree, place: int) -> bool:
    """Whether the "if" at ``place`` only sets a word beside another of its kind."""
    upos = tree.sentence.upos
    if not 0 < place < len(upos) - 2 or tree.lower[place : place + 2] != IF_NOT:
        return False
    before = place - 1 - (tree.lower[place - 1] in APART)
    after = place + 2 + (upos[place + 2] == "DET" and place + 3 < len(upos))
    return any(upos[max(before, 0)] in kind and upos[after] in kind for kind in KINDS)


def conceded(tree: Tree, first: int) -> int | None:
    """The "if" by which the number that begins at ``first`` is set beside another: "300, if not 400"."""
    place = first - 1
    while place > 0 and tree.lower[place] != "not" and tree.sentence.upos[place] in BETWEEN:
        place -= 1
    return place - 1 if place > 0 and concedes(tree, place - 1) else None
