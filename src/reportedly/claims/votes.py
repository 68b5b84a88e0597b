"""Votes, and on which side so many vote: "voted for the bill", "61 for, nine against", "approved by 61 votes to 44"."""

from reportedly.claims.lexicons import words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.values.units import COUNT

VOTE, WIN, SIDES = "vote", "win", frozenset({"for", "against"})
HELD = frozenset({"against", "to", "versus"})
TO_OTHERS = (("votes", "to"), ("vote", "to"))


def sided(tree: Tree, figure: Figure, verb: int) -> str | None:
    """On which side so many vote: "voted for the bill", "61 for, nine against": neither is a part of the other.

    What is approved "by 61 votes to 44" has 61 for it and 44 against it.
    """
    lemma, first = tree.lemma(verb), min(figure.tokens)
    if figure.found.quantity.unit != COUNT:
        return None
    other = first > 1 and tree.lower[first - 1] == "to" and tree.lower[first - 2] in (VOTE, f"{VOTE}s")
    behind = max(figure.tokens) + 1
    if lemma != VOTE:
        if not other and tree.lower[behind : behind + 2] not in TO_OTHERS:
            return None
        passed = next((side for side in SIDES if lemma in words("figures", "passing", side)), None)
        if passed is None:
            return f"{VOTE} otherwise" if other else None
        return f"{VOTE} {_other_side(passed) if other else passed}"
    behind += figure.head == behind
    near = tree.lower[behind : behind + 1]
    led = tuple(tree.case(child).rpartition(" ")[2] for child in tree.having(verb, "obl"))
    told = near if near and near[0] in SIDES else led
    alone = tuple(tree.lower[child] for child in tree.having(verb, "advmod", "obl"))
    side = next((word for word in (*told, *alone) if word in SIDES), None)
    if first > 1 and tree.lower[first - 1] in ("to", "-") and tree.sentence.upos[first - 2] == "NUM":
        side = _other_side(side)  # "voted 61 to 44 for it", "61-44"
    return None if side is None else f"{VOTE} {side}"


def _other_side(side: str | None) -> str:
    return {"against": "for", "for": "against"}.get(side or "", "otherwise")


def is_polled(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether percent that somebody wins are of the votes: "polled 9%"; where votes are told "took 9%".

    What a rival has is of the same: "against 31% for Sol", "to Sol's 31".
    """
    votes = not words("figures", "polls", "signs").isdisjoint(tree.lemmas)
    lemma, anchor, first = tree.lemma(verb), figure.anchor, min(figure.tokens)
    if first > 1 and (tree.lower[first - 1] in HELD or tree.sentence.xpos[first - 1] == "POS"):
        told = words("figures", "polls", "taking") | words("figures", "polls", "winning")
        return votes and lemma in told
    if tree.head(anchor) != verb or any(tree.case(t) == "of" for t in tree.having(anchor, "nmod")):
        return False
    if tree.base[anchor] == "obl":
        return votes and tree.case(anchor) in ("with", "on") and lemma in words("figures", "polls", "winning")
    only = lemma in words("figures", "polls", "only")
    return tree.base[anchor] == "obj" and (only or (votes and lemma in words("figures", "polls", "taking")))
