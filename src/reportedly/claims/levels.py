"""Verbs by which a number is only reached or held against another one: "cases reached 300", "is close to 300".

Nobody did anything by them, so that no measure is made of such a verb.
"""

from functools import cache

from reportedly.claims.lexicons import words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree


def is_size(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether an adjective only holds a number against what is told of: "close to 300", "higher than 40"."""
    at = next((token for token in tree.up(figure.anchor) if tree.head(token) == verb), None)
    sized = tree.sentence.upos[verb] == "ADJ" and bool(tree.having(verb, "cop"))
    return sized and at is not None and tree.base[at] in ("obl", "advcl", "nmod") and tree.case(at) in ("to", "than")


def is_reached(tree: Tree, verb: int, own: int | None) -> bool:
    """Whether a number, a toll or a total reaches a level, or is cut to one: nobody arrives, and no case is cut.

    So do the cases of "cases have reached 146"; but of "310 men reached the camp" the men have come.
    """
    lemma, carriers = tree.lemma(verb), words("figures", "carriers", "words")
    if lemma in words("figures", "peaks", "verbs"):
        told = own in tree.having(verb, "nsubj") and any(
            tree.sentence.upos[t] == "NUM" for t in tree.having(verb, "obj")
        )
        return told or not carriers.isdisjoint(map(tree.lemma, tree.having(verb, "nsubj")))
    if lemma not in _revising():
        return False
    carriers |= words("figures", "foretold", "words")
    return not carriers.isdisjoint(map(tree.lemma, tree.having(verb, "obj", "nsubj:pass")))


def is_brought(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether something is brought to that level: "bringing reserves to $1.7bn"."""
    led = tree.lower[min(figure.tokens) - 1] == "to" and min(figure.tokens) > verb
    return led and tree.lemma(verb) in words("figures", "summing", "verbs") and bool(tree.having(verb, "obj"))


@cache
def _revising() -> frozenset[str]:
    """Verbs by which a number becomes another one."""
    ways = ("increase", "decrease", "revising")
    return frozenset().union(*(words("figures", "changes", way) for way in ways))
