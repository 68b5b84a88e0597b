"""A verb with what makes another verb of it: "lose their lives", "stab to death", "join the strike".

The registry of measures knows such phrases by their lemmas; here a tree tells which of them a verb may be.
"""

from collections.abc import Iterator

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.trees import Tree
from reportedly.values.units import COUNT

ALIVE, WITH, BY = "alive", "with", "by"
WHERE = frozenset({"from", "in", "over", "across", "at", "near", "outside", "throughout", "around"})
# Which table names the deed of a noun, by what leads those to whom it is done.
NAMING = {"of": "nominal", "to": "nominal_to", "on": "nominal_on", "against": "nominal_against"}
APART_FROM = frozenset({"other", "unrelated"})


def phrases(tree: Tree, verb: int, *relations: str) -> Iterator[str]:
    """The verb with what makes another verb of it, or with those alone that stand in the ``relations`` to it.

    "Lose their lives", "stab to death", "join the strike".
    """
    lemma = tree.lemma(verb)
    for child in tree.having(verb, *(relations or ("obj", "obl", "xcomp"))):
        for particle in tree.having(verb, "compound"):  # "lay down arms", "hand in their weapons"
            if verb < particle < child and tree.sentence.relations[particle] == "compound:prt":
                yield from _bare(tree, f"{lemma} {tree.lower[particle]}", child)
        beside = tree.having(child, "nmod:poss", "det", "case")
        yield " ".join((lemma, *(tree.lower[token] for token in sorted((*beside, child)))))
        yield from _bare(tree, lemma, child)
        if tree.base[child] == "obj" and tree.lemma(child) in words("figures", "steps", "words"):
            of = (token for token in tree.having(child, "nmod") if tree.case(token) == "of")
            yield from (f"{lemma} {tree.lemma(token)}" for token in of)  # "face crisis levels of hunger"
    if relations:
        return
    for child in tree.having(verb, "obl"):
        apart = [tree.lower[token] for token in tree.having(child, "amod") if tree.lower[token] in APART_FROM]
        yield from (f"{lemma} {tree.case(child)} {word}" for word in apart)  # "were caused by other illnesses"
    # The parser often hangs a result on the noun beside it: it stands right behind the verb, or behind its object.
    behind = [verb + 1, *(end + 1 for end in tree.having(verb, "obj", "nsubj:pass") if end > verb)]
    for token in behind:
        if tree.sentence.upos[token : token + 1] == ("ADJ",):
            yield f"{lemma} {tree.lower[token]}"
    yield from (f"{lemma} {ALIVE}" for token in tree.having(verb, "advmod", "xcomp") if tree.lower[token] == ALIVE)
    aims = (token for token in tree.having(verb, "obl") if tree.case(token) in ("to", "into"))
    if any(is_place(tree, aim) for aim in aims):
        yield f"{lemma} to"


def _bare(tree: Tree, lemma: str, child: int) -> Iterator[str]:
    """A verb and its object or aim without articles: "receive dose", "take part in strike", "on which they stand"."""
    told = " ".join(filter(None, (lemma, tree.case(child), tree.lemma(_meant(tree, child)))))
    yield told
    for behind in (*tree.having(child, "nmod"), *tree.having(tree.head(child), "obl")):
        if behind != child and tree.case(behind):
            yield f"{told} {tree.case(behind)} {tree.lemma(_meant(tree, behind))}"


def _meant(tree: Tree, token: int) -> int:
    """The noun that a relative pronoun stands for: "the strike in which they took part"."""
    if tree.lower[token] not in words("figures", "parts", "pronouns"):
        return token
    clause = next((up for up in tree.up(token) if tree.sentence.relations[up] == "acl:relcl"), None)
    return token if clause is None else tree.head(clause)


def is_place(tree: Tree, token: int) -> bool:
    """Whether a phrase names a place: "to Russia", "to the Kursk region", "to the front"."""
    named = {t for first, last, kind in tree.sentence.entities if kind == "LOC" for t in range(first, last)}
    return tree.lemma(token) in words("figures", "leading", "places") or not named.isdisjoint(tree.under(token))


def nominal(tree: Tree, noun: int) -> str | None:
    """The verb for the deed that a noun above names: "the arrest of 12 people", "the loss of 300 jobs"."""
    if tree.case(noun) == "of" and tree.sentence.upos[tree.head(noun)] == "NUM":
        noun = tree.head(noun)  # "the martyrdom of 96 of their men"
    while tree.base[noun] == "conj" and not tree.case(noun):
        noun = tree.head(noun)  # "the postponement of 2,870 operations and 31,000 consultations"
    deed = tree.head(noun)
    table = NAMING.get(tree.case(noun))
    if deed < 0 or tree.base[noun] != "nmod" or table is None:
        return None
    told: str | None = lexicon("figures")[table].get(tree.lemma(deed))
    return told


def only_tells_where(tree: Tree, noun: int, unit: str) -> bool:
    """Whether what is counted only tells with whom or where something is done, and it is not done to that."""
    case = tree.case(noun)
    if case == WITH:
        return tree.base[noun] in ("obl", "nmod")  # "a boat with 17 crew sank"
    return unit == COUNT and case in WHERE and tree.base[noun] in ("obl", "nmod")


def adjunct(tree: Tree, noun: int, verb: int | None) -> str | None:
    """The preposition by which a noun hangs on a verb: the "on" of "arrested 23 men on two ships".

    It is empty where the noun only tells of another one: "sent vaccines for 300 children".
    """
    while tree.base[noun] == "conj" and 0 <= tree.head(noun) < noun and not tree.case(noun):
        noun = tree.head(noun)
    case, above = tree.case(noun), tree.head(noun)
    if not case or case == "of" or case in WHERE:
        return None
    if tree.base[noun] == "nmod" and tree.sentence.upos[above] in ("NOUN", "PROPN"):
        return ""
    return case if tree.base[noun] == "obl" and above == verb else None
