"""Who makes, handles or may do so many of something is none of what the number counts, where its noun is left out.

"The factory makes 2,000 cars and plans to make 3,000", "the port handled 3m tonnes", "the permit is for 500".
"""

from reportedly.claims.lexicons import words
from reportedly.claims.places import Place
from reportedly.claims.trees import Tree
from reportedly.values.measures import dimension

SINGULAR = frozenset({"NN", "NNP"})


def is_made_by(tree: Tree, head: int, place: Place) -> bool:
    """Whether the noun ``head``, which seems to be counted, only does it."""
    anchor, unit = place.anchor, place.found.quantity.unit.partition("/")[0]
    if head > place.first or tree.base[head] != "nsubj" or tree.sentence.xpos[head] not in SINGULAR:
        return False
    counts = place.kind == "count" and not place.found.is_measure
    if counts and tree.case(anchor) == "for":
        return tree.head(head) == anchor and bool(tree.having(anchor, "cop"))
    weighs = place.found.is_measure and dimension(unit) == "mass"
    made = tree.base[anchor] == "obj" and tree.lemma(head) in words("figures", "of_people", "bodies")
    return made and (weighs or counts)
