"""A sentence that only says who told the one before it: "So says the survey", "The figures come from the UN"."""

from collections.abc import Iterator

from reportedly.claims.attribution.held import holding
from reportedly.claims.attribution.sourced import POSSESSIVE
from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.attribution.speakers import FINITE, Said
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

SO = frozenset({"so", "thus"})
POINTING = frozenset({"that", "this", "these", "those"})
OPENERS = frozenset({*SO, *POINTING, "the"})
RELATIVE = frozenset({"which", "who"})
LINKING = frozenset({"nsubj", "cop"})
OBJECTS = frozenset({"obj", "obl", "nsubj"})


def may_hark_back(tree: Tree) -> bool:
    """Whether the first words of a sentence allow it, before anybody looks at its tree."""
    first, second, *_ = (*tree.lower, "", "")
    if not RELATIVE.isdisjoint(tree.lower) and next(_given(tree), None) is not None:
        return True
    return first in OPENERS and (first != "the" or second in words("sayings", "harking", "nouns"))


def harking(tree: Tree) -> Said | None:
    """Who tells the sentence before, if this one says nothing else; without its content."""
    if not may_hark_back(tree):
        return None
    given = list(_given(tree))
    for verb, head in given or (_so(tree) if tree.lower[0] in SO else _pointing(tree)):
        if (head != 0 or given) and can_tell(tree, head) and not tree.is_time(head):
            source = tuple(token for token in tree.under(head) if not _is_outside(tree, token, head))
            return Said(verb, (verb,), head, _before_clause(tree, head, source), (), "said")
    return None


def _given(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "The prefecture, which gave the figure, intends to move 600": who so gave what stands before."""
    figures = words("sayings", "harking", "nouns")
    for token in (t for t, word in enumerate(tree.lower) if word in figures and t > 1):
        verb = tree.head(token)
        pointed = tree.lower[token - 1] in ("the", *POINTING) and tree.base[token] == "obj"
        gave = pointed and not tree.having(token, "nmod") and tree.base[verb] == "acl"
        gave = gave and tree.lemma(verb) in words("sayings", "harking", "gives")
        if gave and any(tree.lower[child] in RELATIVE for child in tree.having(verb, "nsubj")):
            yield verb, tree.head(verb)


def _is_outside(tree: Tree, token: int, head: int) -> bool:
    """Whether a word only leads to the name or parts it; the sign of "Peru's statistics office" is of the name."""
    leads = tree.base[token] == "case" and tree.head(token) == head
    return leads or tree.base[token] == "punct" or (tree.base[head] == "root" and tree.base[token] in LINKING)


def _before_clause(tree: Tree, head: int, source: tuple[int, ...]) -> tuple[int, ...]:
    """The name without a clause that tells more of it."""
    clauses = {token for child in tree.having(head, "acl") for token in tree.under(child)}
    return tuple(token for token in source if token not in clauses)


def _so(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "So says the report", "So the ministry reports": the verb, and who says it."""
    verb = next((token for token in range(len(tree.lower)) if tree.head(token) < 0), 0)
    if tree.head(0) != verb or not _speaks(tree, verb) or tree.having(verb, "ccomp", "xcomp"):
        return
    subjects = tree.having(verb, "nsubj")
    if verb == 1:  # turned round, so that a parse may take who says it for what is said
        yield from ((verb, child) for child in tree.children[verb] if child > 1 and tree.base[child] in OBJECTS)
    elif len(subjects) == 1 and not tree.having(verb, "obj"):
        yield verb, subjects[0]


def _pointing(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "That is the finding of the survey", "The figure comes from the UN": the word that tells it, and who."""
    figures = words("sayings", "harking", "nouns")
    subject = 0 if tree.lower[1:2] and tree.lower[1] not in figures else 1
    told = tree.head(subject)
    if told < 0 or tree.base[subject] != "nsubj":
        return
    if tree.case(told) == "according to":
        yield told, told  # "This is according to the regulator"
    elif tree.lower[told] == "what":
        saying = (verb for verb in tree.having(told, "acl") if _speaks(tree, verb))
        yield from ((verb, child) for verb in saying for child in tree.having(verb, "nsubj"))
    elif tree.lemma(told) in holding() or (subject == 1 and tree.lower[told] in POINTING):
        owners = [c for c in tree.having(told, "nmod") if tree.case(c) in ("of", "by")]
        above = tree.head(told)
        if not owners and tree.base[told] == "nsubj" and above > told and tree.case(above) == "of":
            owners = [above]  # "The count is that of Kenya's health ministry", whichever the parse takes for the head
        yield from ((told, child) for child in (*owners, *tree.having(told, "nmod:poss")))
    elif subject == 1 and tree.having(told, "cop") and _is_theirs(tree, told):
        yield told, told
    elif subject == 1 and tree.lemma(told) in words("sayings", "harking", "from"):
        yield from ((told, child) for child in tree.having(told, "obl") if tree.case(child) == "from")
    elif subject == 1 and tree.lemma(told) in words("sayings", "harking", "by"):
        yield from ((told, child) for child in tree.having(told, "obl") if tree.case(child) in ("by", "from"))


def _is_theirs(tree: Tree, noun: int) -> bool:
    """ "The number is from the commission", "the count is the ministry's"."""
    return tree.case(noun) == "from" or any(tree.lower[c] in POSSESSIVE for c in tree.having(noun, "case") if c > noun)


def _speaks(tree: Tree, verb: int) -> bool:
    lemma = tree.lemma(verb)
    known = any(lemma in words("attribution", "verbs", stance) for stance in ("asserts", "supposes"))
    return known and tree.sentence.xpos[verb] in FINITE
