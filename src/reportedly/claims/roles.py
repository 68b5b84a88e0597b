"""Who does what a verb tells, and what it is done to: the nouns at its sides, with what stands before them."""

from reportedly.claims.trees import Tree

POINTERS = frozenset({"which", "who", "that", "whom"})
CLIMBING = ("conj", "xcomp")
PARTICIPLE = "VBN"


def thing(tree: Tree, verb: int) -> tuple[int, ...]:
    """What a verb is done to: object, subject of a passive, or what it is told of."""
    nouns = (*tree.having(verb, "obj"), *tree.having(verb, "nsubj:pass"))
    if not nouns and tree.sentence.relations[verb] == "acl" and tree.sentence.xpos[verb] == PARTICIPLE:
        nouns = (tree.head(verb),)
    if nouns and tree.lower[nouns[0]] in POINTERS and tree.sentence.relations[verb] == "acl:relcl":
        nouns = (tree.head(verb),)  # "the report, which it handed in"
    return _named(tree, nouns[0]) if nouns else ()


def doer(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who or what does it: the subject, that of the verb it is joined to, or whom a passive names by "by"."""
    place = verb
    while place >= 0:
        agents = [t for t in tree.having(place, "obl") if tree.sentence.relations[t] == "obl:agent"]
        subjects = [s for s in tree.having(place, "nsubj") if tree.sentence.relations[s] != "nsubj:pass"]
        if subjects and tree.lower[subjects[0]] in POINTERS and tree.head(place) >= 0:
            return _named(tree, tree.head(place))
        if agents or subjects:
            return _named(tree, (agents or subjects)[0])
        passive = tree.having(place, "nsubj:pass") or tree.sentence.xpos[place] == PARTICIPLE
        if tree.base[place] not in CLIMBING or (passive and not tree.having(place, "aux")):
            return ()
        place = tree.head(place)
    return ()


def _named(tree: Tree, noun: int) -> tuple[int, ...]:
    """A noun with what stands before it, and the rest of a name."""
    last = max([noun, *(t for t in tree.having(noun, "flat"))])
    return tree.stretch(noun, (t for t in tree.under(noun) if t <= last))
