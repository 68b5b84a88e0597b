"""Verbs that tell of the dead and the missing without a word for either: soldiers who fell, people never found."""

from reportedly.claims.deeds import NEGATIONS
from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.trees import Tree
from reportedly.values.measures import is_person


def is_fallen(tree: Tree, verb: int) -> bool:
    """Whether soldiers who fell are dead: "611 of its men have fallen", and neither "fell from a roof" nor "ill"."""
    if tree.lemma(verb) != "fall":
        return False
    who = [t for noun in tree.having(verb, "nsubj") for t in (noun, *tree.having(noun, "nmod"))]
    mourned = any(tree.lemma(t) in words("persons", "killed", "fallen") for t in who)
    where = {tree.case(t) for t in tree.having(verb, "obl", "advcl")}
    more = tree.having(verb, "xcomp", "obj", "compound") or tree.sentence.upos[verb + 1 : verb + 2] == ("ADJ",)
    return mourned and not more and where <= words("persons", "killed", "falling")


def is_unfound(tree: Tree, verb: int, who: int) -> bool:
    """Whether those of whom it is told are missing people: "679 people died; 537 have never been found"."""
    if tree.lemma(verb) not in words("persons", "states", "finding") or not tree.having(verb, "aux:pass"):
        return False
    named = [t for t in (who, *tree.having(who, "nmod")) if tree.sentence.upos[t] == "NOUN"]
    before = (t for t in range(who - 1, -1, -1) if tree.sentence.xpos[t] == "NNS")
    people = named[-1] if named else next(before, None)
    denied = any(tree.lower[t] in NEGATIONS for t in tree.having(verb, "advmod"))
    done = denied and not tree.having(verb, "xcomp", "advcl", "obl:agent")
    return done and people is not None and (is_people(tree.lemma(people)) or is_person(tree.lemma(people)))
