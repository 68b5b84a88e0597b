"""Bare numbers that are haggled over: "offered a 12 percent raise. The union wants 30", "jailed for six; wanted eight".

What they are told in must be what somebody offers, asks for or pays, or a term, and be the last number told before in
the paragraph; who wants so many of something says of what.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Place
from reportedly.claims.trees import Tree
from reportedly.claims.unsaid import stands_alone
from reportedly.values import Found
from reportedly.values.units import COUNT

PERCENT, HUNDRED = "percent", 100
LEADS = frozenset({"by", "for", "with", "at"})
COMPARED = ("JJR", "RBR")
BEHIND = 4  # words: "put 2.5 percent on the table"
FAR = 6  # times as much as the other offers nobody asks for


def is_haggled(tree: Tree, found: Found) -> bool:
    """Whether so many percent, so much a litre or so many years are what somebody offers, asks for or hands down."""
    unit, _, rate = found.quantity.unit.partition("/")
    if unit != PERCENT and not (rate and not found.is_duration) and not found.is_duration:
        return False
    anchor = max(tree.tokens(found.start, found.end), default=0)
    above = [anchor, *tree.up(anchor)]
    if found.is_duration:
        court = not words("figures", "haggling", "courts").isdisjoint(tree.lemmas)
        return any(_sentences(tree, t) or (court and _asks(tree, t)) for t in above[1:3])
    if unit != PERCENT:
        return any(_asks(tree, t) or _pays(tree, t) for t in above[1:3])
    named = words("figures", "haggling", "raises")
    raised = {tree.lower[t] for t in above if tree.sentence.upos[t] == "NOUN"} | {
        *tree.lower[anchor + 1 : anchor + BEHIND]
    }
    return not named.isdisjoint(raised) or any(_asks(tree, t) for t in above[1:3])


def is_asked(tree: Tree, found: Found, before: Found) -> bool:
    """Whether a bare number is asked for or offered against the percent told ``before``."""
    size, other = found.quantity.high or found.quantity.low, before.quantity.high or before.quantity.low
    if found.quantity.unit != COUNT or found.is_measure or not size or not other:
        return False
    if size >= HUNDRED and "/" not in before.quantity.unit:
        return False
    tokens = tree.tokens(found.start, found.end)
    if not tokens or not stands_alone(tree, max(tokens) + 1) or max(size, other) > FAR * min(size, other):
        return False
    anchor = max(tree.tokens(*found.numeral), default=0)
    verb, alone = tree.head(anchor), tree.sentence.upos[anchor] == "NUM"
    told = tree.base[anchor] in ("obj", "xcomp") or (tree.base[anchor] == "obl" and tree.case(anchor) in LEADS)
    paid = "/" in before.quantity.unit and verb >= 0 and _pays(tree, verb)
    paid = paid or (before.is_duration and verb >= 0 and _sentences(tree, verb))
    return verb >= 0 and alone and told and (_asks(tree, verb) or paid)


def is_asker(tree: Tree, head: int, place: Place) -> bool:
    """Whether a word names who asks for or hands down what a number tells: the drivers of "drivers held out for 8"."""
    verb = tree.head(place.anchor)
    if verb >= 0 and tree.sentence.xpos[verb] in COMPARED:
        if not (is_people(tree.lemma(head)) or tree.lemma(head) in words("figures", "of_people", "bodies")):
            return False  # "rates will go no higher than 5 percent"
        verb = tree.head(verb)  # "the bosses will go no higher than 5 percent"
    if not place.found.is_measure or verb < 0 or tree.having(verb, "aux:pass"):
        return False
    if tree.lemma(head) in words("figures", "sought", "subjects"):
        return False  # "the appeal seeks $94 million"
    acts = head in tree.having(verb, "nsubj") and tree.sentence.upos[verb] == "VERB"
    return acts and not words("figures", "haggling", "asking").isdisjoint(_names(tree, verb))


def _pays(tree: Tree, verb: int) -> bool:
    return tree.sentence.upos[verb] == "VERB" and tree.lemma(verb) in words("figures", "equations", "paying")


def _sentences(tree: Tree, verb: int) -> bool:
    return not words("figures", "haggling", "sentencing").isdisjoint(_names(tree, verb))


def _asks(tree: Tree, verb: int) -> bool:
    told = tree.sentence.upos[verb] == "VERB"
    return told and not words("figures", "haggling", "verbs").isdisjoint(_names(tree, verb))


def _names(tree: Tree, verb: int) -> set[str]:
    """By what names a verb goes: "hold", "hold out"."""
    lemma = tree.lemma(verb)
    return {lemma, *(f"{lemma} {tree.lower[t]}" for t in tree.having(verb, "compound:prt", "advmod"))}
