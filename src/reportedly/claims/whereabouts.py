"""Figures become comparable: which phrases behind "in", "at" or "on" tell where something is, and which do not.

A place is told by a name or by a noun that names one, "in Riga", "at two hospitals". Times ("on election day"), idioms
("on hand"), numbers ("put it at 71 seats"), bodies ("in the Chamber") and events ("in a shooting") are none; of these
only a name within the phrase is: the Nepal of "in floods in Nepal". Labels are Universal Dependencies version 2.
"""

from collections.abc import Iterator, Sequence

from reportedly.claims.attribution.kinds import states
from reportedly.claims.lexicons import words
from reportedly.claims.phrases import is_occasion
from reportedly.claims.trees import Tree

POINTING = ("there", "here")
CLAUSES = ("ccomp", "csubj", "parataxis", "advcl", "acl")
LONGEST = 3  # words of most names of places
INSIDE = ("in", "at", "on", "near", "outside", "inside", "within", "across", "around", "along", "off", "of", "over")
OF = "of"
SURELY = ("in", "at", "near", "outside", "inside", "within", "around", "across", "off")  # no person is behind these
EVENTS = (*SURELY, "amid")  # "in Nepal's floods", "off the Moss oyster beds", but not "on Nepal's exports"
LED = ("nmod", "obl", "compound")
BLOWS = frozenset({"after", "following", "amid"})  # before what struck: "four dead after a shooting in Omaha"
STRUCK = frozenset({"after", "when", "as"})  # opens the clause of what struck: "12 died when a bus fell into a gorge"


def is_place(tree: Tree, token: int) -> bool:
    """Whether the phrase at ``token`` is one of a place."""
    upos, lemma = tree.sentence.upos[token], tree.lemma(token).lower()
    if tree.lower[token] in POINTING:
        return True
    if tree.is_time(token) or lemma in words("slots", "whereabouts", "times"):
        return False
    if upos not in ("NOUN", "NUM", "DET", "ADJ", "PROPN"):
        return False
    if tree.lower[token] != tree.sentence.words[token] and (upos == "PROPN" or token > 0):
        return _is_named(tree, token)
    if lemma in words("slots", "whereabouts", "nouns"):
        return not _is_bare(tree, token)
    part = upos in ("NUM", "DET") or lemma in words("slots", "whereabouts", "parts")
    return part and any(tree.case(child) == OF and is_place(tree, child) for child in tree.having(token, "nmod"))


def is_sited(tree: Tree, token: int) -> bool:
    """Whether what acts or is acted on lies somewhere and is no body: "the clinic", "Port Elm", not "the bank"."""
    if tree.sentence.upos[token] not in ("NOUN", "PROPN") or tree.sentence.xpos[token] == "NNS":
        return False
    named = (token, *(t for t in tree.having(token, "compound", "flat", "appos") if tree.sentence.upos[t] == "PROPN"))
    told = {tree.lower[t] for t in named} & words("slots", "whereabouts", "nouns")
    return bool(told) and told.isdisjoint(words("slots", "whereabouts", "acting"))


def _is_named(tree: Tree, token: int) -> bool:
    """Whether a name may be that of a place: it is no body's, and no person's behind "on" or "over"."""
    if tree.lower[token] in words("slots", "whereabouts", "bodies") or any(c.isdigit() for c in tree.lower[token]):
        return False  # nor is "Sh3.32" one
    return tree.case(token) in SURELY or "PER" not in _kinds(tree, token)


def _kinds(tree: Tree, token: int) -> list[str]:
    """What the parser takes a name for."""
    return [kind for first, last, kind in tree.sentence.entities if first <= token < last]


def _is_bare(tree: Tree, token: int) -> bool:
    """Whether nothing stands before a noun in the singular: "in hospital", "at home" tell how somebody is."""
    if tree.sentence.xpos[token] == "NNS":
        return False
    return not tree.having(token, "det", "amod", "compound", "nmod", "nummod", "acl", "appos")


def named_within(tree: Tree, token: int) -> Iterator[int]:
    """The places told in the phrase at ``token``, which is itself none of a place."""
    if tree.lemma(token) in words("slots", "whereabouts", "meetings"):
        return
    event = tree.case(token) in EVENTS
    for child in tree.children[token]:
        if tree.base[child] not in LED:
            continue
        owns = tree.sentence.relations[child] == "nmod:poss" or tree.base[child] == "compound"
        placed = (event and owns) or tree.case(child) in INSIDE
        kinds = _kinds(tree, child)
        located = "LOC" in kinds or (not kinds and tree.case(child) in SURELY)
        located = located or (tree.sentence.upos[child] == "NOUN" and not owns)  # "in a strike on a school"
        if placed and located and is_place(tree, child):
            yield _narrowest(tree, child)
        elif not tree.is_time(child) or tree.base[child] != "compound":
            yield from named_within(tree, child)


def _narrowest(tree: Tree, token: int) -> int:
    """The place itself, or the one by name in which it is told: the Tiel of "the Waal in Tiel"."""
    names = (c for c in tree.having(token, "nmod") if tree.case(c) == "in" and tree.sentence.upos[c] == "PROPN")
    return next((name for name in names if tree.sentence.upos[token] == "PROPN" and is_place(tree, name)), token)


def is_town(tree: Tree, token: int) -> bool:
    """Whether a name is that of a place and of no state, which acts in its own name wherever it does."""
    named = tree.sentence.upos[token] == "PROPN" and "LOC" in _kinds(tree, token)
    whole = (*(t for t in tree.having(token, "compound", "flat", "amod") if abs(t - token) < LONGEST), token)
    return named and " ".join(tree.lower[t] for t in sorted(whole)) not in states()


def of_blow(tree: Tree, above: Sequence[int]) -> Iterator[int]:
    """Where those who were hurt were struck, told with what struck them: "dead after a truck rams a bus in Peru".

    ``above`` are the words that the number hangs on, one of which has to tell of harm.
    """
    harm = words("slots", "blows", "harm")
    if not any(tree.lemma(t) in harm or tree.lower[t] in harm for t in above):
        return
    for token in above:
        for child in tree.having(token, "advcl", "obl", "nmod", "acl"):
            if tree.base[child] in ("obl", "nmod"):
                if tree.case(child) in BLOWS and is_occasion(tree, child):
                    yield from named_within(tree, child)
            elif any(tree.lower[t] in STRUCK for t in tree.having(child, "mark", "advmod", "case")):
                yield from _struck_in(tree, child)
        if tree.base[token] in CLAUSES:
            return  # what stands above a clause of its own struck others, if anybody


def _struck_in(tree: Tree, clause: int) -> Iterator[int]:
    """The places of a clause that tells what struck: where it did, and a place that it did it to."""
    strikes = tree.lemma(clause) in words("slots", "striking", "verbs")
    for child in tree.having(clause, "obl", "obj", "nmod", "nsubj"):
        if strikes and tree.base[child] == "obj" and is_town(tree, child):
            yield child
        elif tree.base[child] == "obl" and tree.case(child) in INSIDE and is_place(tree, child):
            yield _narrowest(tree, child)
        else:
            yield from named_within(tree, child)
