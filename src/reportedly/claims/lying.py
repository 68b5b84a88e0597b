"""Where a place lies is no deed: "a bomb went off in Kara, 40 km south of the port" tells how far Kara is.

What is so told of a place holds whatever happens there, and no verb of the sentence is told of it. Nor is it told of
those from whom others are taken, of whom their own clause tells what they do.
"""

from reportedly.claims.changes import LIES
from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree

BESIDE = frozenset({",", "(", "-", "--", "–", "—"})
CHOOSING = frozenset({"from", "among", "amongst", "out of"})
RELATIVE = frozenset({"who", "that", "which"})
LEAVING = frozenset({"from", "to", "into", "through", "past"})
OF_PLACES = ("north", "south", "east", "west", "of", "from", "off", "outside", "away", "inland", "offshore")


def has_no_deed(tree: Tree, figure: Figure) -> bool:
    """Whether no verb of its clause is told of what a figure counts: where a place lies, "a four-book series"."""
    head = figure.head
    tied = head is not None and tree.lower[head - 1] == "-" and head - 2 in figure.tokens
    modifies = tied and head is not None and tree.base[head] == "compound" and tree.head(head) > head
    modifies = modifies and head is not None and not is_people(tree.lemma(head))  # "a six-member crew died"
    return modifies or only_lies(tree, figure)


def of_those_left(tree: Tree, figure: Figure) -> int | None:
    """The training of "six were chosen from the 40 who train in Spain": what those do from whom others are taken."""
    for noun in (figure.head, figure.anchor):
        if noun is None or tree.base[noun] != "obl" or tree.case(noun) not in CHOOSING:
            continue
        for clause in tree.having(noun, "acl"):
            if any(tree.lower[token] in RELATIVE for token in tree.having(clause, "nsubj")):
                named = tree.sentence.upos[clause] == "PROPN"  # "who are in Gaza": a name is no deed
                return next(iter(tree.having(clause, "cop")), clause) if named else clause
    return None


def only_lies(tree: Tree, figure: Figure) -> bool:
    """Whether a measure only tells where something lies: "dams above 95 percent", "Kara, 40 km south of the port"."""
    if not figure.found.is_measure:
        return False
    if tree.base[figure.anchor] == "nmod" and tree.case(figure.anchor) in LIES:
        return True
    first, after = min(figure.tokens), max(figure.tokens) + 1
    unit = figure.found.quantity.unit
    away = unit in words("figures", "directions", "units") and tree.lower[after : after + 1] != ()
    if not away or not tree.lower[after].replace("-", "").startswith(OF_PLACES) or first == 0:
        return False
    beside, noun = tree.lower[first - 1] in BESIDE, first - 1
    noun -= beside
    named = tree.sentence.upos[noun] == "PROPN" and any(
        low <= noun < high and kind == "LOC" for low, high, kind in tree.sentence.entities
    )
    led = tree.case(noun) in LEAVING and not beside  # "was driven from Leeds 30 miles north"
    return (named and not led) or (beside and tree.lemma(noun) in words("figures", "carriers", "peopled"))
