"""The words that name what a figure counts: the noun with what narrows it, without numbers and what is said of it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from reportedly.claims.lexicons import listed
from reportedly.claims.trees import Tree

# Prepositions of what belongs to a name: "cases of cholera", "output per worker".
BELONGING = ("of", "per")
# What stands before a head and belongs to its name: "combat" in "combat troops".
PHRASE = frozenset({"compound", "amod", "flat", "nmod:poss", "punct", "case", "goeswith", "nmod:unmarked", "det"})
NAMED_BY_CLAUSE = frozenset({"what", "those", "anyone", "anything", "everyone", "everything"})
ONES = "ones"
LEFT_OUT = frozenset(
    {"less", "more", "fewer", "odd", "other", "another", "additional", "further", "many", "much", "as"}
)


class Naming:
    """Reads the names of one sentence's counted things; ``owned`` are the tokens of its numbers."""

    wanting = listed("figures", "carriers", "wanting")
    dimensions = listed("figures", "dimensions", "words")

    def __init__(self, tree: Tree, owned: AbstractSet[int]) -> None:
        self.tree, self.owner = tree, owned

    def phrase(self, head: int, inside: tuple[int, ...]) -> tuple[int, ...]:
        """The words that name what is counted, without any number and without what is said of it."""
        tree, own = self.tree, {*inside, *self.owner}
        own -= {head}
        if tree.lower[head] in NAMED_BY_CLAUSE:
            return self._clause(head)
        keep = {head}
        for child in tree.children[head]:
            if child > head:
                break
            if tree.sentence.relations[child] not in PHRASE or tree.lower[child] in LEFT_OUT:
                continue
            if inside and child == max(inside) + 1 and tree.lower[child] in self.dimensions:
                continue  # "a 15 m high statue"
            if not inside or not self._is_of_other_kind(child, head, inside):
                keep.update(token for token in tree.under(child) if token not in own)
        run = list(tree.stretch(head, keep))
        while run[-1] != head:
            run.pop()
        while run[0] != head and (
            tree.sentence.upos[run[0]] in ("DET", "PUNCT", "ADP", "PART", "PRON", "SCONJ")
            or tree.lower[run[0]] == "including"
            or tree.lower[run[0]] == "according"  # "according to observers, 60 of whom"
        ):
            run.pop(0)
        behind = [] if head in inside or is_of_own_kind(tree, head, inside) else list(self._narrowing(head, own))
        while behind and tree.sentence.upos[behind[-1]] in ("ADP", "CCONJ", "PUNCT"):
            behind.pop()
        return (*run, *behind)

    def _is_of_other_kind(self, child: int, head: int, inside: Sequence[int]) -> bool:
        """Of "310 suspected and 120 confirmed cases" the 310 are not those confirmed."""
        if child - 1 not in self.owner or not max(inside) + 1 < child < head:
            return False
        return any(self.tree.head(token) == head for token in inside)

    def _clause(self, head: int) -> tuple[int, ...]:
        """ "what they had demanded", "those who stayed", "those abroad": what follows is all that names it."""
        tree = self.tree
        over = tree.head(head) if tree.lower[head] == "what" and not tree.children[head] else head
        clause = [token for token in tree.under(over) if token >= head]
        comma = next((token for token in clause if tree.base[token] == "punct"), len(tree.lower))
        return tree.stretch(head, (token for token in clause if token < comma))

    def _narrowing(self, head: int, own: AbstractSet[int]) -> tuple[int, ...]:
        """What follows the head and belongs to its name: "cases of cholera", "civil servants and soldiers"."""
        tree, last = self.tree, head
        number = head + 1
        if tree.sentence.upos[number : number + 1] == ("NUM",) and tree.head(number) == head and number not in own:
            last = number  # "Route 14"
        for child in tree.children[head]:
            if child < head:
                continue
            under = tuple([token for token in tree.under(child) if not self._told(token, child)])
            if under[0] != last + 1 or not own.isdisjoint(under):
                continue
            named = tree.sentence.xpos[child] in ("NNS", "NNPS") or (
                tree.sentence.xpos[child] == "NN" == tree.sentence.xpos[head] and not tree.having(head, "det")
            )
            bare = named and not tree.having(child, "det", "nummod", "advmod", "nmod:poss")
            joined = tree.base[child] == "conj" and tree.lower[under[0]] in ("and", "or") and bare
            joined = joined and tree.sentence.xpos[child][-1:] == tree.sentence.xpos[head][-1:]  # one, or several
            wanted = tree.case(child) == "for" and tree.lemma(head) in self.wanting  # "demand for power"
            plain = tree.base[child] == "nmod" and (tree.case(child) in BELONGING or wanted)
            if not (plain or joined) or tree.sentence.upos[child] not in ("NOUN", "PROPN"):
                continue
            if joined:  # "sandbags and barriers into the gaps"
                hung = [below for below in tree.having(child, "nmod") if below > child]
                off = [min(tree.under(below)) for below in hung if tree.case(below) not in BELONGING]
                under = tuple(token for token in under if token < min(off, default=len(tree.lower)))
            others = [t for t in under if tree.base[t] == "conj" and tree.having(t, "det", "nummod", "nmod:poss")]
            apart = min((tree.under(other)[0] for other in others), default=len(tree.lower))
            under = tuple(token for token in under if token < apart)
            last = under[-1] if under and under == tuple(range(last + 1, under[-1] + 1)) else last
        return tuple(range(head + 1, last + 1))

    def _told(self, token: int, top: int) -> bool:
        """Whether a word belongs to a clause or an aside below ``top``, which tells of it and does not name it."""
        for above in self.tree.up(token):
            if above == top:
                return False
            named = self.tree.base[above] == "appos" and self.tree.head(above) == above - 1  # "the night express"
            if self.tree.base[above] in ("acl", "appos", "parataxis", "advcl", "punct") and not named:
                return True
        return False


def stood_for(tree: Tree, head: int) -> int:
    """The deaths of "55 confirmed deaths and 22 probable ones"; ``head`` itself where it stands for nothing counted."""
    if tree.lower[head] != ONES:
        return head
    nouns = (t for t in range(head - 1, -1, -1) if tree.sentence.xpos[t] in ("NNS", "NNPS") and tree.lower[t] != ONES)
    return next((noun for noun in nouns if tree.having(noun, "nummod")), head)


def is_of_own_kind(tree: Tree, head: int, inside: Sequence[int]) -> bool:
    """Of "40 cases of mumps and three of suspected flu" the three are of no mumps; but so are "three of them"."""
    after = max(inside, default=-1) + 1
    if not inside or head >= min(inside) or tree.lower[after : after + 1] != ("of",):
        return False
    return tree.sentence.upos[after + 1 : after + 2] in (("ADJ",), ("NOUN",), ("PROPN",), ("VERB",))
