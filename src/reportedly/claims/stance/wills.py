"""Who has a will of its own plans what it will do; what storms, prices and bans will do is foretold.

"The firm will cut 300 jobs" tells a decision, "the storm will cut power to 3,000 homes" none. What has no will comes
about all the same as somebody decided it where it has an appointed day ("the line will open in June"), or is itself
somebody's decision ("the budget will add two taxes").
"""

from functools import cache

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.persons import is_people
from reportedly.claims.trees import Tree

RELATIVE = frozenset({"which", "that", "who"})
AGENTS = ("ator", "ist", "eer", "ician", "craft")  # "enumerators will knock on every door"
THINGS = frozenset({"this", "that", "these", "those", "what", "which", "everything", "nothing", "something"})


@cache
def _willed() -> frozenset[str]:
    """Nouns for bodies and vehicles, and for what somebody decided."""
    kinds: dict[str, list[str]] = lexicon("sources")["kinds"]
    bodies = frozenset(noun for kind, nouns in kinds.items() if kind != "unnamed" for noun in nouns)
    decided = words("stance", "planned", "nouns") | words("stance", "conditional", "proposals")
    return bodies | words("stance", "willed", "nouns") | decided


def is_willed(tree: Tree, verb: int) -> bool:
    """Whether what ``verb`` tells is somebody's will, if it is to come; so it is where nobody is named."""
    if tree.lemma(verb) in words("stance", "willed", "appointed"):
        return True
    subject = _subject(tree, verb)
    if subject is None:
        return True
    if tree.sentence.relations[subject] == "nsubj:pass" or tree.having(verb, "aux:pass"):
        return tree.lemma(verb) not in words("stance", "willed", "befalling")
    return _has_will(tree, subject)


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of that which it is joined to; of a relative clause what it tells of."""
    place = verb
    for _ in range(len(tree.lower)):
        subject = next(iter(tree.having(place, "nsubj")), None)
        relative = tree.sentence.relations[place] == "acl:relcl"
        if subject is not None:
            return tree.head(place) if relative and tree.lower[subject] in RELATIVE else subject
        if tree.base[place] != "conj" or tree.head(place) < 0:
            return None
        place = tree.head(place)
    return None


def _has_will(tree: Tree, noun: int) -> bool:
    if tree.lower[noun] in THINGS:
        return False
    if tree.sentence.upos[noun] == "PROPN":
        near = {tree.lower[t] for t in (noun, *tree.having(noun, "compound", "amod", "flat"))}
        return near.isdisjoint(words("stance", "willed", "storms"))
    lemma = tree.lemma(noun)
    return tree.sentence.upos[noun] != "NOUN" or lemma in _willed() or is_people(lemma) or lemma.endswith(AGENTS)
