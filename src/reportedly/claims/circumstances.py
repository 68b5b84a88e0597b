"""Clauses without their verb that tell how things stood meanwhile: "with turnout at 63 percent", "albeit Tema at 40".

A way from a number to its noun, whatever the parse makes of such a clause. Labels are Universal Dependencies version 2.
"""

from collections.abc import Container

from reportedly.claims.lexicons import listed, words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Figure, Place
from reportedly.claims.trees import Tree
from reportedly.model import When

AT = frozenset({"at", "on", "up", "down", "above", "below"})
# Of what such a clause names its subject: "with the price of oil at $80".
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PART"})
HYPHEN, WITH = "-", "with"


def is_circumstance(tree: Tree, figure: Figure) -> bool:
    """Whether no verb tells what a figure counts: of "with turnout at 63 percent", "with ten days to go"."""
    top = figure.anchor if figure.head is None else figure.head
    first = min(figure.tokens)
    if figure.found.is_duration:
        return tree.case(top) == WITH
    stands = figure.head is not None and figure.head < first and tree.lower[first - 1] in AT
    return stands and tree.case(top) in words("figures", "beside", "circumstances")


def is_ended_in(tree: Tree, figure: Figure) -> bool:
    """Whether a bare number tells in how many something was over, which are none of the things counted before."""
    over = tree.head(figure.anchor)
    ended = over >= 0 and tree.lower[over] in words("figures", "beside", "ended")
    return ended and figure.head is None and tree.case(figure.anchor) == "in"


class Circumstances:
    """What stands in such clauses; ``owner`` holds the tokens of the numbers."""

    leading = listed("figures", "beside", "circumstances")
    outputs = listed("figures", "outputs", "words")

    def __init__(self, nouns: Nouns, owner: Container[int]) -> None:
        self.tree, self.nouns, self.owner = nouns.tree, nouns, owner

    def beside(self, place: Place) -> int | None:
        """The turnout of "with turnout at 63 percent", the yield of "with the 10-year yield at 3.1%"."""
        tree, first = self.tree, place.first - 2
        if first < 1 or tree.lower[first + 1] not in AT or not place.found.is_measure:
            return None
        nouns: list[int] = []
        while first > 0 and tree.lower[first] not in self.leading:
            if not self._is_named(first):
                return None
            nouns.append(first)
            first -= 1
        if not nouns or tree.sentence.upos[nouns[0]] not in ("NOUN", "PROPN"):
            return None
        parts = [token for token in nouns if tree.sentence.upos[token] == "ADP"]
        first = min(parts, default=nouns[0] + 1)
        return self.nouns.carried(max((token for token in nouns if token < first), default=nouns[0]))

    def inset(self, place: Place) -> int | None:
        """The deficit of "the deficit, 5.9% of output last year, narrows": a share of output is no output."""
        tree, noun = self.tree, place.first - 2
        if noun < 0 or tree.lower[noun + 1] != "," or tree.lower[place.after : place.after + 1] != ("of",):
            return None
        if tree.lemma(noun) not in words("figures", "outputs", "sizes"):
            return None  # "the mines, 12% of output"
        base = place.after + 1
        while base + 1 < len(tree.lower) and tree.sentence.upos[base] in ("DET", "ADJ", "NOUN", "PROPN"):
            if tree.lemma(base) in self.outputs and tree.sentence.upos[base + 1] != "NOUN":
                return self.nouns.carried(noun)
            base += 1
        return None

    def placed(self, place: Place) -> int | None:
        """The buys of "the buys are in Ohio ($240,000), Utah ($70,000)": of what is there, and not of the place."""
        tree, name = self.tree, min(place.inside) - 2
        if name < 0 or tree.lower[name + 1] != "(" or tree.sentence.upos[name] != "PROPN":
            return None
        tops = [name, *tree.up(name)]
        top = next((t for t in tops if tree.sentence.upos[t] == "PROPN" and tree.having(t, "cop")), None)
        subjects = () if top is None or not tree.case(top) else tree.having(top, "nsubj")
        return self.nouns.carried(subjects[0]) if subjects else None

    def _is_named(self, token: int) -> bool:
        """Whether a word belongs to a name without numbers but those that a hyphen ties to it."""
        lower = self.tree.lower
        if HYPHEN in (lower[token], lower[token - 1], lower[token + 1]):
            return True
        return self.tree.sentence.upos[token] in PHRASE and token not in self.owner


def was_then(tree: Tree, figure: Figure, when: When | None, today: str | None) -> bool:
    """Whether a number set beside what is told of has a past time of its own: "its bill, 3 million in 2024, will grow".

    Whatever is to become of the bill, it came to so much then.
    """
    first = min(figure.tokens)
    if tree.base[figure.anchor] != "appos" or not first or tree.lower[first - 1] not in (",", "("):
        return False
    own = any(tree.is_time(token) or tree.sentence.upos[token] == "NUM" for token in tree.having(figure.anchor, "nmod"))
    last = None if when is None else when.end or when.start  # "16% since 2013"
    return own and last is not None and today is not None and last < today[: len(last)]
