"""How much a thing holds and how large it is: "a camp, built for 6,000, now holds 9,000", "a tunnel 14 km long".

Nobody built the 6,000, nothing is planned for the 250 of "a school, meant for 250 pupils", and no 14 km are opened.
"""

from dataclasses import replace

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Claim, Measure
from reportedly.values.measures import dimension, measure
from reportedly.values.units import COUNT

FOR, CAPACITY, LENGTH = "for", "made_for", "length"
REACH = 8  # words: "3 km from the school to the river"
STANDS = frozenset({"root", "xcomp", "ccomp", "parataxis"})


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


def with_extent(tree: Tree, figure: Figure, claim: Claim) -> Claim:
    """The claim, with what is measured where a word behind tells it: "3 metres high", "4 km from the border"."""
    if dimension(figure.found.quantity.unit) != LENGTH or figure.change != "level":
        return claim
    behind = tree.tokens(figure.found.end, tree.sentence.end)
    along = next((token for token in behind if tree.sentence.upos[token] != "PUNCT"), None)
    extent = None if along is None else lexicon("figures")["extents"].get(tree.lower[along])
    if along is not None and tree.lower[along] in words("figures", "distant", "words"):
        reaches = tree.lower[along] == "from" and "to" in tree.lower[along : along + REACH]  # "3 km from X to Y"
        return claim if reaches else replace(claim, measure=measure("distance"))
    if along is None or extent is None:
        return claim
    thing, own = claim.counted, range(claim.evidence.start, claim.evidence.end)
    named = thing is not None and thing.head.start not in own
    claim = replace(claim, measure=measure(thing.lemma, verb=extent) if thing and named else measure(extent))
    first = next(token for token in tree.up(along) if tree.base[token] != "conj")
    if tree.having(along, "cop") or tree.base[first] in STANDS:
        return claim
    return replace(claim, when=None, verb=None, status="happened", status_words=None)  # of the deed, and not of it
