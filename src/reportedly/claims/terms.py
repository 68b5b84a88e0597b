"""For how long somebody is sent to prison: "sentences of up to two years", "the judges gave both men 12 years".

What is promised: whatever else lasts years, and what a court gives somebody years to do, is none of these.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Measure
from reportedly.values.measures import measure

TERM, JAIL, YEAR = "year", "jail", "year"
LONG = frozenset({"year", "month", "week", "day"})
LED = frozenset({"to", "for", ""})
GOES_ON = frozenset({"for", "in", "over", "each", "and", "behind", "per"})


def term(tree: Tree, figure: Figure) -> Measure | None:
    """What a length of time measures that is a sentence, handed down or asked for."""
    if not figure.found.is_duration or figure.change != "level" or figure.found.quantity.unit not in LONG:
        return None
    top, terms = figure.top, words("figures", "haggling", "terms")
    over = top if tree.lemma(top) in terms else tree.head(top)
    if over < 0 or not _is_confined(tree, figure):
        return None
    case = tree.case(top).rpartition(" ")[2]
    if tree.lemma(over) in terms:
        jailed = over == top or (tree.base[top] == "nmod" and case in ("of", "to"))  # "of up to two years"
    elif tree.sentence.upos[over] != "VERB":
        jailed = False
    elif tree.lemma(over) in words("figures", "haggling", "jailing"):
        jailed = (case in LED or tree.case(top) in LED or case == "between") and tree.base[top] in ("obl", "obj")
    else:
        jailed = _is_of_court(tree, figure, over)
    return measure(TERM, (TERM,), JAIL, unit=figure.found.quantity.unit) if jailed else None


def _is_confined(tree: Tree, figure: Figure) -> bool:
    """Whether nothing behind says that so long is of something else, or given to do something."""
    behind = (*tree.lower[max(figure.tokens) + 1 :][:2], "", "")
    if behind[0] == "of":
        return behind[1] in words("figures", "haggling", "confined")
    return behind[0] != "to"


def _is_of_court(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether a court gives somebody so long, or who stands before it asks for so many years."""
    courts = words("figures", "haggling", "courts")
    if not any(tree.lemma(t) in courts for t in tree.having(verb, "nsubj")):
        return False
    asked_for = tree.base[figure.top] == "obl" and tree.case(figure.top) == "for"  # "asked for five years"
    if tree.base[figure.top] != "obj" and not asked_for:
        return False
    others = [t for t in tree.having(verb, "iobj", "obj") if t != figure.top]
    if others and not asked_for:
        given = tree.lemma(verb) in words("figures", "haggling", "sentencing")
        return given and all(is_people(tree.lemma(t)) or tree.sentence.upos[t] in ("PROPN", "PRON") for t in others)
    asked = not others and tree.lemma(verb) in words("figures", "haggling", "verbs")
    behind = max(figure.tokens) + 1
    ends = behind >= len(tree.lower) or tree.sentence.upos[behind] == "PUNCT" or tree.lower[behind] in GOES_ON
    return asked and ends and figure.found.quantity.unit == YEAR
