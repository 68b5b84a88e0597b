"""For how many a place or a vehicle is made: "a camp, built for 6,000, now holds 9,000", "has room for 60".

Nobody built the 6,000, and nothing is planned for the 250 of "a school, meant for 250 pupils".
"""

from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Claim, Measure
from reportedly.values.measures import measure
from reportedly.values.units import COUNT

FOR, CAPACITY = "for", "made_for"


def room(tree: Tree, figure: Figure) -> Measure | None:
    """What a number measures that tells for how many something is made."""
    return measure("made for", ("made for",)) if is_room(tree, figure) else None


def is_of_room(claim: Claim | None) -> bool:
    """Whether a claim tells for how many something is made: those who are in it are others."""
    return claim is not None and claim.measure is not None and claim.measure.slug == CAPACITY


def is_room(tree: Tree, figure: Figure) -> bool:
    """Whether a number tells for how many something is made or has room."""
    if figure.found.quantity.unit != COUNT or figure.change != "level":
        return False
    noun = tree.head(figure.anchor) if tree.base[figure.anchor] == "nummod" else figure.anchor
    over = tree.head(noun)
    if over < 0 or tree.case(noun) != FOR or not (noun in figure.tokens or is_people(tree.lemma(noun))):
        return False
    if tree.base[noun] == "nmod":
        return tree.lemma(over) in words("figures", "room", "holding")
    made = tree.lemma(over) in words("figures", "room", "making") and tree.sentence.xpos[over] in ("VBN", "VBD")
    undergone = tree.base[over] == "acl" or bool(tree.having(over, "aux:pass", "nsubj:pass"))
    return made and undergone and not tree.having(over, "obj")
