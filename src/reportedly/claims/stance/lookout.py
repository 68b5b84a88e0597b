"""Which sentences may tell of what is still to come, by their words alone.

What is promised: a sentence that ``looks_ahead`` passes over announces nothing and ties no clause to another. Few
sentences tell of what is to come, and only they are read for it.
"""

import re
from collections.abc import Iterable
from functools import cache

from reportedly.claims.lexicons import either, lexicon, words
from reportedly.claims.stance.forms import DUTY, GOING, WILL, WOULD
from reportedly.claims.stance.openings import KINDS, WAYS, begun
from reportedly.claims.trees import Tree

COMMON = frozenset({"is", "are", "was", "were", "be", "go", "that", "only", "long", "soon", "when", "what"})  # too many
MODALS = frozenset({"may", "might", "could", "can"})
BRIEF = 3  # words up to the "to" of "is in part to rise"
LIMITS = frozenset({"until", "till"})
DAYS = ("prospects", "fixed", "days")
NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")


@cache
def _announcing() -> frozenset[str]:
    """Words without which no clause is to come."""
    ahead = words("stance", "announcing", "words") - COMMON
    likely = either(("stance", "expected", "verbs"), ("stance", "expected", "adjectives"))
    asked = words("prospects", "ordered", "verbs") | words("prospects", "wished", "verbs")
    return frozenset(ahead | likely | asked | WILL | WOULD | DUTY | MODALS)


@cache
def _tying() -> frozenset[str]:
    """Of each opening the longest word, which is the rarest: "event" of "in the event of"."""
    listed = lexicon("ties")
    return frozenset(max(p.split(), key=len) for kind in KINDS for how in WAYS for p in listed[kind][how]) - COMMON


@cache
def _hinting() -> frozenset[str]:
    """Words that announce something beside such a word."""
    return GOING.union(*(words("stance", "expected", kind) for kind in ("nouns", "seeing", "warning")))


def looks_ahead(tree: Tree) -> bool:
    """Whether a sentence may tell of what is to come, or tie one clause to another."""
    lower, lemmas = tree.lower, tree.lemmas
    if _has(tree, _announcing()) or _may_be_set(tree):
        return True
    after = [at for at, word in enumerate(lower) if word == "to" and "be" in lemmas[max(0, at - BRIEF) : at]]
    if any(lemmas[at - 1] == "be" for at in after):
        return True  # "is to rise"
    if not _has(tree, _tying()):
        return False
    # Words that may open a tie are common, and seldom do.
    opens = not words("ties", "inverted", "words").isdisjoint(lower) or bool(begun(tree))
    return opens or bool(after) or _has(tree, _hinting())


def _has(tree: Tree, signs: frozenset[str]) -> bool:
    """Whether one of these stands in a sentence, as it is or by its lemma."""
    return not (signs.isdisjoint(tree.lower) and signs.isdisjoint(tree.lemmas))


@cache
def _setting() -> frozenset[str]:
    """Words that set a deed for a day, by a verb in the present or by the noun of the deed."""
    convened = either(("prospects", "convened", "verbs"), ("prospects", "convened", "participles"))
    put_off = either(("prospects", "put_off", "alone"), ("prospects", "put_off", "with"))
    return frozenset(words("prospects", "fixed", "verbs") | convened | put_off)


def _may_be_set(tree: Tree) -> bool:
    """Whether a sentence may set somebody a term, or tell in the present what is fixed for a day to come."""
    if not LIMITS.isdisjoint(tree.lower):
        return True
    return _has(tree, _setting()) and names_day(tree.lower)


def names_day(told: Iterable[str]) -> bool:
    """Whether words name a day or a month: "Monday", "17 February", "the 24th"."""
    days = words(*DAYS)
    return any(word in days or (word[:1].isdigit() and NTH.fullmatch(word)) for word in told)
