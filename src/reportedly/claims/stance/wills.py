"""Who has a will of its own plans what it will do; what storms, prices and bans will do is foretold.

"The firm will cut 300 jobs" tells a decision, "the storm will cut power to 3,000 homes" none. What people made or run
does what they decided: "the line will carry freight".
"""

from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.trees import Tree

RELATIVE = frozenset({"which", "that", "who"})
PLACED = frozenset({"on", "in", "at", "along", "around", "across"})
ANY = frozenset({"a", "an", "any", "each", "every", "anyone", "anybody", "whoever", "those", "everyone"})
THINGS = frozenset({"this", "that", "these", "those", "what", "which", "everything", "nothing", "something"})


def is_willed(tree: Tree, verb: int) -> bool:
    """Whether what ``verb`` tells is somebody's will, if it is to come; so it is where nobody is named."""
    subject = _subject(tree, verb)
    if subject is None or tree.lemma(verb) in words("stance", "unwilled", "appointed"):
        return True
    if is_kept(tree, verb):
        return True
    if _is_outcome(tree, verb):
        return False
    befalling = words("stance", "unwilled", "befalling")
    if tree.sentence.relations[subject] == "nsubj:pass" or tree.having(verb, "aux:pass"):
        return tree.lemma(verb) not in befalling
    if tree.lemma(verb) in befalling and tree.sentence.upos[subject] == "NOUN":
        return is_people(tree.lemma(subject))  # "the dam will flood 14 villages"
    return _has_will(tree, subject)


def _is_outcome(tree: Tree, verb: int) -> bool:
    """ "Will finish the season with 40 goals", "will end up with 300 seats": how it turns out is nobody's will."""
    if tree.lemma(verb) not in words("stance", "unwilled", "outcomes"):
        return False
    objects = tree.having(verb, "obj")
    with_ = any(tree.case(t).partition(" ")[0] in ("with", "on", "at") for t in tree.having(verb, "obl"))
    return with_ and all(tree.lemma(t) in words("times", "words") or tree.lower[t].isdecimal() for t in objects)


def is_kept(tree: Tree, verb: int) -> bool:
    """ "Schools will stay shut": somebody keeps them so."""
    kept = words("stance", "unwilled", "as")
    keeps = tree.lemma(verb) in words("stance", "unwilled", "kept")
    return keeps and any(tree.lower[c] in kept for c in tree.having(verb, "xcomp", "advmod", "obj"))


def is_arranged(tree: Tree, predicate: int) -> bool:
    """ "Pilots will be compulsory", "2,500 soldiers will be on the coast": so somebody has ruled, or sent them."""
    if tree.lower[predicate] in words("stance", "unwilled", "decreed") and not tree.case(predicate):
        return True
    there = tree.case(predicate) in PLACED
    return there and any(
        tree.lemma(t) in words("stance", "unwilled", "posted") for t in tree.having(predicate, "nsubj")
    )


def is_rule(tree: Tree, verb: int) -> bool:
    """ "A state that refuses pays 20,000 a head", "each day of delay costs the firm 3,000": only where one does."""
    if tree.lemma(verb) not in words("stance", "penal", "paying") or tree.sentence.xpos[verb] not in ("VBZ", "VBP"):
        return False
    for subject in tree.having(verb, "nsubj"):
        anybody = any(tree.lower[t] in ANY for t in (subject, *tree.having(subject, "det")))
        clauses = [t for t in tree.having(subject, "acl") if tree.sentence.xpos[t] in ("VBZ", "VBP")]
        breaches = (subject, *clauses, *(t for t in tree.having(subject, "nmod") if tree.case(t) == "of"))
        if anybody and any(tree.lemma(t) in words("stance", "penal", "breaking") for t in breaches):
            return True
    return False


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
        named = words("stance", "unwilled", "named")
        return near.isdisjoint(named) and tree.lemma(noun) not in words("stance", "unwilled", "nouns")
    return tree.sentence.upos[noun] != "NOUN" or tree.lemma(noun) not in words("stance", "unwilled", "nouns")
