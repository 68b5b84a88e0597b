"""Who makes, handles or may do so many of something is none of what the number counts, where its noun is left out.

"The factory makes 2,000 cars and plans to make 3,000", "the port handled 3m tonnes", "the permit is for 500". Nor does
a number that another is held against tell of the change of that.
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


def is_held_against(tree: Tree, place: Place, before: Place) -> bool:
    """ "Narrowed to $640m, against $910m in February, short of the $800m forecast": levels, and none has narrowed."""
    lower = tree.lower
    reached = tree.case(before.anchor).partition(" ")[0] == "to"  # not "lost 9 kilos, against 1"
    held = reached and tree.case(place.anchor).partition(" ")[0] == "against"
    first = place.first - (place.first > 1 and lower[place.first - 1] in ("the", "its", "their"))
    return (held or lower[max(0, first - 2) : first] == ("short", "of")) and place.found.is_measure
