"""Estimates and counts that say whose they are, and not of what: "its previous estimate was 54", "police put it so".

A number told of such a noun counts and measures what the number before it did.
"""

from reportedly.claims.attribution.kinds import kind_of_words, own_kind
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

OF_WHAT = ("of", "for")
BESIDE = ("compound", "nmod", "nmod:poss", "acl", "amod")
STANDING = frozenset({"be", "stand", "remain"})


def estimates(tree: Tree, noun: int) -> bool:
    """Whether a number that ``noun`` is said to be, or to stand at, is told of what was counted before."""
    verb = tree.head(noun)
    if verb < 0 or tree.lemma(noun) not in words("figures", "estimating", "words"):
        return False
    if tree.base[noun] == "obj":  # "the company put the figure at 81 per cent"
        put = tree.lemma(verb) in words("figures", "estimating", "putting") and tree.lower[noun - 1] == "the"
        given = tree.lemma(verb) in words("figures", "estimating", "giving")  # "earlier it gave a figure of 35"
        stands = put or (given and any(tree.lower[det] in ("a", "an") for det in tree.having(noun, "det")))
    else:
        stands = tree.base[noun] == "nsubj" and (tree.lemma(verb) in STANDING or bool(tree.having(verb, "cop")))
    return stands and not any(_tells_of_what(tree, child) for child in tree.having(noun, *BESIDE))


def _tells_of_what(tree: Tree, child: int) -> bool:
    """Whether a word beside an estimate says of what it is one, and not by whom, when or which of several it is."""
    if tree.sentence.upos[child] in ("PRON", "NUM") or tree.lower[child] in words("figures", "carriers", "earlier"):
        return False
    if tree.base[child] == "acl" or tree.sentence.relations[child] == "nmod:poss":
        return False  # "the union's own figure": whose it is
    if tree.lower[child] in words("figures", "carriers", "righting"):
        return False
    if tree.base[child] == "compound" and tree.lemma(child) in words("figures", "estimating", "harmed"):
        return True  # "the victim count"
    if tree.sentence.relations[child] == "nmod":
        return tree.case(child) in OF_WHAT and tree.lemma(child) not in words("times", "words")
    name = tree.sentence.words[child]
    return kind_of_words(name) is None if tree.sentence.upos[child] == "PROPN" else own_kind(tree.lemma(child)) is None


def tells_of_before(tree: Tree, verb: int, first: int) -> bool:
    """Whether a number is told by a verb of telling, and not by one of doing: "put 2 billion into the works"."""
    return tree.lemma(verb) in words("figures", "telling", "verbs") and (
        tree.lemma(verb) not in words("figures", "estimating", "placing") or tree.lower[first - 1] == "at"
    )


def admits(tree: Tree, anchor: int) -> bool:
    """Whether somebody tells a number of his own: "the rebels admit to four", "a diplomat knew of two"."""
    noun = tree.head(anchor) if tree.base[anchor] == "nummod" else anchor
    verb = tree.head(noun)
    if verb < 0 or tree.base[noun] not in ("obj", "obl") or tree.sentence.upos[verb] != "VERB":
        return False
    case = tree.case(noun) or (tree.lower[anchor - 1] if tree.sentence.upos[anchor - 1] == "ADP" else "")
    told = f"{tree.lemma(verb)} {case}".strip()  # "admits to 74 dead", where the "to" hangs on the dead
    return told in words("figures", "telling", "admitting")
