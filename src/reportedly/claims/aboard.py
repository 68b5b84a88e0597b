"""What people are told to be beside what is done: aboard, missing, or paid so much each.

The verb alone would tell otherwise: who "had 58 on board" has nobody, "leaves 65 missing" leaves nobody behind, and
"released 400 crowns each to 75 pensioners" set none of them free.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.values.measures import is_person, tells

ABOARD, WITH = ("aboard", "board"), "with"
ON_BOARD = "aboard"  # the name that the registry has for it


def is_aboard(tree: Tree, figure: Figure, verb: int | None) -> str | None:
    """Where people are counted aboard and nothing else is told of them: "164 people were on board"."""
    head = figure.head
    if (verb is not None and _is_carried(tree, figure, verb)) or _is_with_vessel(tree, figure):
        return ON_BOARD
    if verb is not None and tells(tree.lemma(verb)) and tree.lower[verb] not in ABOARD:
        return None
    if head is None and verb is not None and tree.lower[verb] not in ABOARD:
        return None  # "of the 64 on board, 22 drowned": those who were aboard were counted before
    if head is not None and tree.lower[head + 1 : head + 3] == ("on", ABOARD[1]):
        return ON_BOARD  # wherever the parse hangs it
    for above in (head, verb):
        if above is not None:
            beside = (above, *tree.having(above, "advmod", "nmod", "obl"))
            if set(ABOARD) & {tree.lower[t] if tree.case(t) in ("", "on") else tree.case(t) for t in beside}:
                return ON_BOARD
    return None


def has_aboard(tree: Tree, figure: Figure, verb: int | None) -> bool:
    """Whether a bare number is of those whom a ship or a bus has aboard: "it had no more than 244 on board"."""
    if verb is None or figure.head is not None or tree.lemma(verb) not in words("figures", "aboard", "having"):
        return False
    behind = figure.tokens[-1] + 1
    told = tree.lower[behind : behind + 2]
    return told[:1] == ABOARD[:1] or told == ("on", ABOARD[1])


def _is_carried(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether a ship, a plane or a bus carries people, who are the souls aboard it."""
    noun, vessels = figure.top, words("figures", "aboard", "vessels")
    noun = tree.head(noun) if tree.base[noun] == "conj" and is_people(tree.lemma(noun)) else noun  # "and six crew"
    if tree.lemma(verb) not in words("figures", "aboard", "verbs") or tree.base[noun] != "obj":
        return False
    reduced = tree.sentence.relations[verb] == "acl" and tree.lemma(tree.head(verb)) in vessels
    return reduced or any(tree.lemma(noun) in vessels for noun in tree.having(verb, "nsubj"))


def _is_with_vessel(tree: Tree, figure: Figure) -> bool:
    """Whether people are told right behind what carries them: "the freighter, with 22 crew, sank"."""
    led = min(figure.tokens) - 1
    while led > 0 and tree.lower[led] != WITH and tree.sentence.upos[led] in ("ADV", "ADJ", "ADP", "DET"):
        led -= 1  # "with at least 40 passengers"
    vessel = led - 1 - (led > 1 and tree.lower[led - 1] == ",")
    if led < 1 or tree.lower[led] != WITH or tree.lemma(vessel) not in words("figures", "aboard", "vessels"):
        return False
    head = tree.lemma(figure.head) if figure.head is not None and figure.head > led else ""
    return is_people(head) and head not in words("figures", "aboard", "owning")


def is_left_missing(tree: Tree, figure: Figure, verb: int | None) -> bool:
    """Whether people are told missing by a word that is no verb: "leaves 34 villagers missing", "two still missing"."""
    noun, missing = figure.top, words("figures", "aboard", "missing")
    still = verb is None or tree.lower[verb] in missing or tree.lemma(verb) in words("figures", "aboard", "leaving")
    if not still or figure.is_whole or noun >= len(tree.lower):
        return False
    behind = noun + 1
    while tree.sentence.upos[behind : behind + 1] == ("ADV",):
        behind += 1
    after = behind + 1
    ends = tree.sentence.upos[after : after + 1] in ((), ("PUNCT",), ("ADP",), ("ADV",), ("NOUN",))
    ends = ends or tree.sentence.upos[after : after + 2] == ("CCONJ", "NUM")  # "14 missing and 30 hurt"
    if tree.lower[behind : behind + 1] != () and tree.lower[behind] in missing and ends:
        return True
    above = None if verb is None or tree.base[noun] != "nsubj" or tree.head(noun) != verb else verb
    return above is not None and any(tree.lower[t] in missing for t in tree.having(above, "xcomp"))


def is_given_money(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether people only get money that is counted before them: "released $400 each to 75 pensioners"."""
    noun = figure.top
    to = "to" in (tree.case(noun), tree.lower[min(figure.tokens) - 1])
    objects = [t for t in tree.having(verb, "obj", "nsubj:pass") if t < noun]
    money = words("figures", "aboard", "money")
    signs = any(tree.sentence.upos[t] == "SYM" or tree.lemma(t) in money for t in objects)
    each = "each" in tree.lower[verb:noun] and "VERB" not in tree.sentence.upos[verb + 1 : noun]
    return to and (signs or each) and (is_people(tree.lemma(noun)) or is_person(tree.lemma(noun)))


def is_named(tree: Tree, verb: int) -> bool:
    """Whether the dead are only told by name: of "the three dead were identified as" it is news that three died."""
    named = tree.having(verb, "obl", "xcomp", "advcl", "obj")
    return tree.lemma(verb) in words("figures", "aboard", "naming") and any(tree.case(t) == "as" for t in named)
