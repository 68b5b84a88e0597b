"""Verbs that tell of the dead and the missing by other words: who fell, who was never found, whose bodies return."""

from reportedly.claims.deeds import NEGATIONS, is_hospital
from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.phrasings import phrases
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Measure
from reportedly.values.measures import is_person, knows, measure, singular, tells

STATES = ("JJ", "VBG")
GIVEN_BACK = "bodies_returned"


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
    denied = denied or (tree.base[verb] == "xcomp" and tree.head(who) == tree.head(verb))  # "have yet to be found"
    done = denied and not tree.having(verb, "xcomp", "advcl", "obl:agent")
    return done and people is not None and (is_people(tree.lemma(people)) or is_person(tree.lemma(people)))


def state_of(tree: Tree, noun: int, *, idle: bool) -> str | None:
    """How people are by the word behind them: "the number of people missing", "of people still unaccounted for".

    ``idle`` where no other verb tells of them; a clause of their own needs none.
    """
    if _is_set_apart(tree, noun):
        return tree.lower[tree.head(noun)]
    for token in tree.having(noun, "amod", "acl") if idle and is_people(tree.lemma(noun)) else ():
        bare = all(tree.head(t) == token and tree.base[t] == "advmod" for t in range(noun + 1, token))
        state = tree.sentence.xpos[token] in STATES and not tree.having(token, "obj")
        if token > noun and bare and state and knows(tree.lower[token]):
            return tree.lower[token]
        if token == noun + 1 and tree.sentence.xpos[token] == "VBG" and tree.having(token, "obj"):
            faced = (phrase for phrase in phrases(tree, token, "obj") if knows(phrase))
            return next(faced, None)  # "the number of people facing acute hunger"
    return None


def _is_set_apart(tree: Tree, noun: int) -> bool:
    """Whether how some are is a clause of its own, whatever others do then: "with 12 people still missing, they"."""
    state = tree.head(noun)
    apart = state > noun and tree.base[state] == "advcl" and tree.base[noun] == "nsubj"
    marked = apart and any(tree.lower[mark] == "with" for mark in tree.having(state, "mark"))
    return marked and tree.sentence.xpos[state] == "JJ"


def told_to_be(tree: Tree, verb: int) -> str | None:
    """What those are told to be of whom a verb tells only that: "remain trapped", "are feared dead"."""
    remaining = tree.lemma(verb) in words("figures", "remaining", "verbs")
    if not remaining and tells(tree.lemma(verb)):
        return None
    behind = next((token for token in range(verb + 1, len(tree.lower)) if tree.sentence.upos[token] != "ADV"), None)
    if remaining and behind is not None and tree.sentence.xpos[behind] == "VBN":
        return tree.lemma(behind)  # wherever the parse hangs it
    return next((tree.lower[token] for token in tree.having(verb, "xcomp") if tree.sentence.upos[token] == "ADJ"), None)


def believed(tree: Tree, verb: int) -> int:
    """What people are feared or thought to have undergone: of "dozens are feared trapped" the trapping."""
    undergone = tree.sentence.xpos[verb] == "VBN" or tree.having(verb, "nsubj:pass")
    if tree.lemma(verb) not in words("stance", "believing", "verbs") or not undergone:
        return verb
    done = (
        t for t in tree.having(verb, "xcomp") if tree.sentence.xpos[t] == "VBN" and not tree.having(t, "mark", "aux")
    )
    return next((t for t in done if knows(tree.lemma(t))), verb)


def otherwise(tree: Tree, figure: Figure) -> Measure | None:
    """What tells of the dead and the hurt without saying how many there are: bodies given back, who is in hospital."""
    return _given_back(tree, figure) or _in_hospital(tree, figure)


def _in_hospital(tree: Tree, figure: Figure) -> Measure | None:
    """Of "31 were hurt; nine people remain in hospital" the nine are in hospital, and are not all that were hurt."""
    who = figure.anchor if tree.base[figure.anchor].startswith("nsubj") else figure.top  # "13 of the injured remain"
    verb, told = tree.head(who), None if figure.head is None else tree.lower[figure.head]
    if (
        verb < 0
        or not tree.base[who].startswith("nsubj")
        or not (told is None or is_people(singular(told)) or is_person(told))
    ):
        return None
    staying = tree.having(verb, "obl") if tree.lemma(verb) in words("persons", "wounded", "staying") else ()
    places = (verb,) if tree.having(verb, "cop") else staying
    there = any(tree.case(t) == "in" and is_hospital(tree, t) for t in places)
    return measure("people", ("people",), "in hospital") if there else None


def _given_back(tree: Tree, figure: Figure) -> Measure | None:
    """What "returned the bodies of 1,000 soldiers" measures: how many died of what is reported, it does not tell."""
    noun = figure.top
    corpse = tree.head(noun) if tree.base[noun] == "nmod" and tree.case(noun) == "of" else noun
    if corpse < 0 or tree.lemma(corpse) not in words("figures", "of_people", "corpses"):
        return None
    verb = tree.head(corpse)
    if verb < 0 or tree.sentence.upos[verb] != "VERB":
        return None
    particles = tree.having(verb, "compound", "advmod")
    told = (tree.lemma(verb), *(f"{tree.lemma(verb)} {tree.lower[t]}" for t in particles))
    found = (measure(tree.lemma(corpse), (tree.lower[corpse],), deed) for deed in told)
    return next((one for one in found if one.slug == GIVEN_BACK), None)
