"""A number may only say of how many another is: of "shut 14 of the 22 plants" the 22, none of which is told shut.

Read from what stands before the number and above it. Nothing befell a whole by the words that tell of its part.
"""

from reportedly.claims.lexicons import listed, words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure, Place, Places
from reportedly.claims.tags import SOME
from reportedly.claims.trees import Tree
from reportedly.claims.ways import PARTITIVE
from reportedly.model import Counted, Measure
from reportedly.values.ages import is_parent
from reportedly.values.measures import measure

OUT_OF = ("out", "of")
DEFINITE = ("the", "its", "their")
WHERE = "where"
SHARES = ("percent", "share", "percentage_point")
GATHERED = (  # words for several persons at once, which "of" leads on to
    ("figures", "carriers", "words"),
    ("figures", "carriers", "collectives"),
    ("persons", "crowd", "amounts"),
)


def phrase_of(tree: Tree, figure: Figure) -> tuple[int, ...]:
    """The words of a whole from its number on: "four aircraft ordered in May". What they tell is told of all of it."""
    first = min(figure.tokens)
    tops = {*figure.tokens, *(() if figure.head is None or figure.head < first else (figure.head,))}
    told = {token for top in tops for token in tree.under(top) if token >= first}
    away = {token for clause in told if is_elsewhere(tree, clause) for token in tree.under(clause)}
    return tuple(sorted(told - away))


def is_elsewhere(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what some do or what else is there: "of whom 40 died", "where votes are cast again"."""
    if tree.base[clause] != "acl":
        return False
    led = (token for token in tree.under(clause) if tree.lower[token] in SOME and tree.case(token) != "")
    return any(tree.lower[token] == WHERE for token in tree.having(clause, "advmod")) or any(led)


def deed_of(tree: Tree, figure: Figure) -> int | None:
    """What was done with a whole by its own words: the pledging of "of the $610 million pledged in December"."""
    for token in phrase_of(tree, figure):
        if tree.base[token] != "acl" or token in figure.tokens:
            continue
        if tree.sentence.xpos[token] == "VBN" or tree.sentence.relations[token] == "acl:relcl":
            return token
    return None


def of_some(tree: Tree, figure: Figure, verb: int, counted: Counted) -> Measure | None:
    """What befell some of those whose state the whole is: the charging of "of the 52 held, 14 have been charged"."""
    head, first = figure.head, min(figure.tokens)
    states = words("figures", "countable_adjectives", "words")
    before = head is not None and (head < first or (tree.case(head) == "of" and head > max(figure.tokens) + 1))
    if not before or figure.is_whole or counted.head.quote.lower() not in states:
        return None
    undergone = bool(tree.having(verb, "aux:pass", "nsubj:pass")) or not tree.having(verb, "obj")
    if not undergone or tree.sentence.upos[verb] != "VERB":
        return None
    fared = measure("people", ("people",), tree.lemma(verb), unit=figure.found.quantity.unit, change=figure.change)
    return None if fared.open else fared


class Wholes:
    """Tells the numbers of one sentence that are wholes of others, or only say whose somebody is."""

    some = listed("figures", "parts", "some")

    def __init__(self, tree: Tree, standing: Places) -> None:
        self.tree, self.places, self.owner = tree, standing.all, standing.owner

    def is_of_parent(self, place: Place) -> bool:
        """Of "a mother of three" the three: children, though nothing says so, and nothing befell them."""
        parent = self.tree.head(place.anchor)
        of = parent >= 0 and self.tree.case(place.anchor) == "of" and not place.found.is_measure
        return of and is_parent(self.tree.lower[parent])

    def is_whole(self, place: Place, head: int | None) -> bool:
        """Of "shut 14 of the 22 plants" the 22: they were not shut."""
        tree, anchor = self.tree, place.anchor
        of = place.first - 1 - (place.first > 1 and tree.lower[place.first - 1] in DEFINITE)
        out = of - (of > 1 and tree.lower[of - 1 : of + 1] == OUT_OF)  # "720 million out of the 950 million notified"
        led = out > 0 and out - 1 in self.owner and tree.lower[of] == "of"
        if not led and out < of:  # "40 wells out of 90 planned"
            part_of = [t for t in tree.having(out - 1, "nummod") if t in self.owner]
            first = self.places[self.owner[part_of[0]]] if part_of else None
        else:
            first = self.places[self.owner[out - 1]] if led else None
        unit = place.found.quantity.unit
        if first is not None and first.found.quantity.unit == unit and unit not in SHARES:
            return True  # "11 of 17 cut-off villages", "$57m of the $64m", wherever the parse hangs them
        for token in (anchor, *([head] if head is not None and head == tree.head(anchor) else ())):
            part = tree.head(token)
            if part < 0 or part in place.inside or tree.case(token) not in PARTITIVE:
                continue
            if min(tree.having(token, "case"), default=0) > place.first:
                continue  # "2,000 of the soldiers are dead" tells of a part
            if part in self.owner or tree.sentence.upos[part] == "NUM" or self._is_some(part, place):
                return True
            if token < part and (tree.sentence.upos[part] in ("VERB", "AUX") or tree.having(part, "cop", "aux")):
                return True  # "of the 40 men, 12 died"
        return self._is_owned_whole(place, head) or self._is_of_somebody(place, head)

    def _is_of_somebody(self, place: Place, head: int | None) -> bool:
        """Of "a father of four children" the four, of "the leader of 300 men" the 300: they only tell whose he is."""
        tree = self.tree
        one = tree.head(head) if head is not None else -1
        if head is None or not 0 <= one < place.first or tree.base[head] != "nmod" or tree.case(head) != "of":
            return False
        lemma = tree.lemma(one)
        many = any(lemma in words(*keys) for keys in (*GATHERED, ("persons", "killed", "by")))
        return tree.sentence.xpos[one] == "NN" and is_people(lemma) and not many and one not in self.owner

    def _is_owned_whole(self, place: Place, head: int | None) -> bool:
        """Of "closing 320 of the town's 500 schools" the 500, wherever the parse hangs them."""
        tree = self.tree
        if head is None or place.found.is_measure or not place.first:
            return False
        for owner in tree.having(head, "nmod:poss"):
            whose = tree.under(owner)
            of = whose[0] - 1
            if whose[-1] + 1 == place.first and tree.lower[of] == "of" and of > 0 and of - 1 in self.owner:
                return True
        return False

    def _is_some(self, part: int, place: Place) -> bool:
        """ "Most of the 40 homes", "part of the 40": of how many something is told that has no number."""
        # "a number of 300", but "a number of the 300"
        known = self.tree.sentence.upos[part] != "NOUN" or self.tree.lower[place.first - 1] in DEFINITE
        return part < place.first and known and self.tree.lower[part] in self.some
