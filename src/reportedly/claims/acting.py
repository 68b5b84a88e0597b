"""Who does what a verb tells: of "two gunmen killed three" the two do it, of "two were killed" they undergo it."""

from reportedly.claims.deeds import REFLEXIVE
from reportedly.claims.lexicons import either, words
from reportedly.claims.persons import is_people
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree

AGAINST = ("against", "versus")


def acts(tree: Tree, anchor: int, verb: int) -> bool:
    """Whether the figure's phrase is the subject of a verb that has an object, or does it: "killed by two men"."""
    chain = list(tree.up(anchor))
    if verb not in chain or chain.index(verb) == 0:
        told = tree.base[verb] == "xcomp" and anchor in _named_by(tree, tree.head(verb)) and tree.having(verb, "obj")
        return bool(told) or (tree.head(verb) in chain and verb not in chain and _harms_others(tree, verb))
    below = chain[chain.index(verb) - 1]
    done_by = tree.sentence.relations[below] == "obl:agent" or (tree.base[below] == "obl" and tree.case(below) == "by")
    subject = tree.sentence.relations[below] == "nsubj" and bool(tree.having(verb, "obj"))
    subject = subject or _is_held_against_doers(tree, below, verb)
    return subject or (done_by and is_people(tree.lemma(below)))


def _is_held_against_doers(tree: Tree, number: int, verb: int) -> bool:
    """Whether a bare number stands against that of those who act: "900 teachers joined the union, against 210"."""
    held = tree.base[number] == "obl" and tree.case(number) in AGAINST and tree.sentence.upos[number] == "NUM"
    return held and bool(tree.having(verb, "obj")) and any(tree.having(t, "nummod") for t in tree.having(verb, "nsubj"))


def _named_by(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who is told to do something, and their number: "eleven hospitals were told to cancel operations"."""
    told = tree.having(verb, "nsubj:pass")
    return (*told, *(number for noun in told for number in tree.having(noun, "nummod")))


def _harms_others(tree: Tree, verb: int) -> bool:
    """Whether a clause tells that its noun harms somebody: "two bombers who killed a nurse" are no dead."""
    harming = either(("persons", "killed", "verbs"), ("persons", "wounded", "verbs"))
    does = any(tree.lower[token] in RELATIVE for token in tree.having(verb, "nsubj")) and tree.lemma(verb) in harming
    return does and any(tree.lower[token] not in REFLEXIVE for token in tree.having(verb, "obj"))


def raised(tree: Tree, anchor: int, verb: int) -> int:
    """The arriving of "40 lorries are due to arrive": what its subject is said, hoped or sure to do."""
    below = tree.having(verb, "xcomp")
    passive = tree.sentence.upos[verb] == "VERB" and tree.lemma(verb) not in words("figures", "raising", "verbs")
    subjects = tree.having(verb, "nsubj:pass" if passive else "nsubj")
    if tree.lemma(verb) in words("figures", "raising", "controlling"):
        subjects = (*subjects, *tree.having(verb, "obj"))  # "expects 20,000 people to return"
    led = any(tree.base[child] == "mark" and tree.lower[child] == "to" for t in below for child in tree.children[t])
    granted = tree.lemma(verb) in words("figures", "raising", "granting")  # who may vote has not voted
    told = led and not granted and any(subject in tree.up(anchor) for subject in subjects)
    return below[0] if told and (tree.sentence.upos[verb] == "VERB" or tree.having(verb, "cop")) else verb
