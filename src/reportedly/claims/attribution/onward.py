"""A sentence that plainly goes on with another's account: "Police said 40 were hurt. Of them 12 are in hospital."

It names nobody, and its figures are parts of what somebody has just told: it opens with "of these", tells of so many
"of them", or how some of them are ("Six were in intensive care"). A sentence that only comes next, or tells what
befell some of them since ("Two have been brought up alive"), is the report's own. In one sentence, behind a semicolon,
both are the speaker's.
"""

from collections.abc import Sequence

from reportedly.claims.attribution.speakers import Said
from reportedly.claims.lexicons import either, words
from reportedly.claims.trees import Tree
from reportedly.model import Attribution

OF = frozenset({"of", "among"})
MANY = frozenset({"these", "those", "them"})
ONE = frozenset({"this", "that"})  # also opens "of this year's harvest"
LEADING = frozenset(
    {"another", "a", "further", "about", "around", "some", "at", "least", "more", "than", "only", "other"}
)
REFERS = MANY | ONE
NAMING = frozenset({"NOUN", "PROPN"})
STAYING = frozenset({"remain", "stay", "be"})


def goes_on(tree: Tree, start: int = 0, end: int | None = None) -> bool:
    """Whether a sentence, or the clause of its tokens from ``start`` to ``end``, counts some of what stands before.

    Of a whole sentence whose bare number does something nobody can tell whose word it is.
    """
    lower, upos = tree.lower[start:end], tree.sentence.upos
    if "NUM" not in upos[start:end]:
        return False
    if lower[0] in OF and lower[1:2] and lower[1] in REFERS:
        behind = start + 2
        return lower[1] in MANY or tree.lower[behind : behind + 1] == (",",) or upos[behind : behind + 1] == ("NUM",)
    if any(_is_some_of_them(tree, token) for token in range(start, start + len(lower))):
        return True
    first = start
    while first < start + len(lower) - 1 and tree.lower[first] in LEADING and tree.sentence.upos[first] != "NUM":
        first += 1
    if _is_more(tree, start, first):
        return True
    if tree.sentence.upos[first] != "NUM" or not _is_bare_subject(tree, first):
        return False
    state = tree.having(tree.head(first), "cop") or tree.lemma(tree.head(first)) in STAYING
    return end is not None or bool(state)


def _is_more(tree: Tree, start: int, number: int) -> bool:
    """ "A further 95 flights are running late": how they are beside those before; what befell them anyone may tell."""
    if tree.lower[start] != "another" and tree.lower[start : start + 2] != ("a", "further"):
        return False
    counted = tree.head(number) if tree.base[number] == "nummod" else number
    verb = max(tree.head(counted), 0)
    if not any(tree.sentence.xpos[token] in ("VBP", "VBZ") for token in (verb, *tree.having(verb, "aux", "cop"))):
        return False
    return tree.sentence.upos[number] == "NUM" and tree.base[counted].startswith("nsubj") and not tree.is_time(counted)


def _is_some_of_them(tree: Tree, token: int) -> bool:
    """ "12 of them", but not "12 of those ships"."""
    behind = tree.lower[token + 1 : token + 3]
    told = tree.sentence.upos[token] == "NUM" and len(behind) > 1 and behind[0] == "of" and behind[1] in MANY
    told = told and tree.base[token] not in ("nmod", "obl")  # "cracks in two of them" tell of the cracks
    return told and tree.sentence.upos[token + 3 : token + 4] not in (("NOUN",), ("ADJ",), ("PROPN",), ("NUM",))


def _is_bare_subject(tree: Tree, number: int) -> bool:
    """Whether a number without a noun is who or what does it: "Six were in intensive care", "12 have died"."""
    if not tree.base[number].startswith("nsubj") or tree.is_time(number) or tree.having(number, "nmod", "appos"):
        return False
    verb = tree.head(number)
    between = tree.sentence.upos[number + 1 : verb]
    return number < verb and NAMING.isdisjoint(between[:1]) and tree.sentence.upos[number + 1] in ("AUX", "VERB", "ADV")


def takes_up(after: Tree, verbs: str = "verbs") -> bool:
    """Whether somebody goes on to speak in a sentence, so that the one before may be his: "..., he added"."""
    return not words("attribution", "onward", verbs).isdisjoint(after.sentence.lemmas)


def is_one(first: Attribution, second: Attribution) -> bool:
    """Whether two sentences are told by one: "the coast guard said", "it added"; "Ana Andrade told", "Andrade said"."""
    names = {first.source, first.name} - {None}
    if second.source in names or (second.name is not None and second.name in names):
        return True
    return first.kind == second.kind and any(name and name.endswith(f" {second.source}") for name in names)


def tells_all(before: Tree, told: Sequence[Said], *, counted: bool = True) -> bool:
    """Whether one source tells all of a sentence, numbers and all, by the sayings of it; ``counted`` with a number."""
    if not all(_tells(before, said) for said in told) or len({said.source for said in told}) != 1 or not told[0].source:
        return False
    outside = {token for said in told for token in (*said.source, *said.cue)}
    inside = {token for said in told for token in said.content}
    rest = [t for t in range(len(before.lower)) if t not in outside and before.base[t] != "punct"]
    numbers = [t for t in rest if before.sentence.upos[t] == "NUM" and not before.is_time(t)]
    if counted and not any(before.base[t] in ("nummod", "nsubj", "obj", "compound", "flat") for t in numbers):
        return False  # "children as young as nine": nothing is counted
    whole = 2 * sum(token in inside for token in rest) > len(rest)
    return whole and all(token in inside for token in numbers)


def _tells(tree: Tree, said: Said) -> bool:
    """Whether somebody says so, or reports a number: "reported 3,100 arrivals"."""
    counts = tree.lemma(said.verb) in either(("attribution", "objects", "verbs"), ("attribution", "putting", "verbs"))
    return said.way in ("said", "source") or (said.way in ("held", "counted") and counts)
