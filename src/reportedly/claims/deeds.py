"""Documents become claims: what somebody takes part in, and as what.

``deeds`` lists the predicates of a noun, whether it acts in them, does them ("by"), undergoes them or is told to be so.
It stands apart from what the deeds do to anybody, which ``harms`` tells. Labels are Universal Dependencies version 2.
"""

from collections.abc import Collection, Iterator
from typing import Literal

from reportedly.claims.lexicons import either, words
from reportedly.claims.trees import Tree, once
from reportedly.frozen import dataclass
from reportedly.values.measures import tells

Part = Literal["acts", "does", "undergoes", "is"]


NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "nobody", "none"})
MAYBE = frozenset({"may", "might", "could", "can", "would", "will", "should", "wo", "'ll", "’ll", "'d", "’d", "must"})
ONE_IS, ONESELF = frozenset({"was", "is", "has"}), frozenset({"himself", "herself", "itself"})
FINDING = frozenset({"find", "leave", "discover", "see"})
NEARLY = frozenset({"almost", "nearly"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "self"})
RELATIVE = frozenset({"who", "that", "which", "whom"})
SINGULAR = frozenset({"he", "she", "they"})
OWNERS = frozenset({"his", "her", "their"})
COMPANY = ("along with", "alongside", "together with", "as well as", "in addition to")
AMONG, THEM, AHEAD = (
    "among",
    frozenset({"them", "whom"}),
    ("det", "amod", "nummod", "compound", "nmod:poss", "nmod:unmarked"),
)
CLAUSES = ("advcl", "conj", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Deed:
    """A predicate and what somebody is in it: subject who acts, who does it ("by"), who undergoes it, of whom it is."""

    predicate: int
    part: Part


@once
def deeds(tree: Tree, noun: int) -> tuple[Deed, ...]:
    """Every predicate ``noun`` takes part in, the governing one first."""
    found: dict[int, Deed] = {}
    for deed in _direct(tree, noun):
        for shared in _shared(tree, deed):
            if shared is not deed and _is_of_one(tree, shared.predicate) and _is_along(tree, noun):
                continue  # "a boy was with his brother when he was shot"
            if _agrees(tree, noun, shared.predicate):
                found.setdefault(shared.predicate, shared)
    return tuple(found.values())


def _is_along(tree: Tree, noun: int) -> bool:
    return place(tree, noun) != noun and not _is_part(tree, noun)


def _is_of_one(tree: Tree, predicate: int) -> bool:
    return any(tree.lower[child] in ("he", "she") for child in tree.having(predicate, "nsubj"))


def _agrees(tree: Tree, noun: int, predicate: int) -> bool:
    """Whether a predicate may be told of a noun by number: police "was" not found dead, and shot not "himself"."""
    if tree.sentence.xpos[noun] != "NNS":
        return True
    one = any(tree.lower[child] in ONE_IS for child in tree.having(predicate, "aux", "cop"))
    along = place(tree, noun)  # "shot himself and two children"
    selves = (child for child in tree.having(predicate, "obj", "obl") if child != along)
    return not one and not any(tree.lower[child] in ONESELF for child in selves)


def standing_in(tree: Tree, noun: int, number: Collection[int]) -> int:
    """The word that stands in the sentence for those counted: of "a clerk and two of her sons" the two."""
    over = tree.head(noun)
    return over if over in number and tree.base[noun] == "nmod" else noun


@once
def place(tree: Tree, noun: int) -> int:
    """The noun whose place ``noun`` shares: the first of a list, the one it stands in apposition to, or along with."""
    for _ in tree.lower:
        head = tree.head(noun)
        shares = tree.base[noun] == "conj" or (tree.base[noun] == "appos" and not tree.case(noun))
        if head >= 0 and (_is_part(tree, noun) or (not shares and _is_in_company(tree, noun))):
            head = _companion(tree, noun, head)
            shares = head != noun
        if not shares or head < 0 or tree.sentence.upos[head] in ("VERB", "AUX"):
            break
        noun = head
    return noun


def _is_in_company(tree: Tree, noun: int) -> bool:
    """ "Along with three others", "with his wife"."""
    if tree.base[noun] not in ("obl", "nmod"):
        return False
    case = tree.case(noun)
    kin = case == "with" and tree.lemma(noun) in words("persons", "kin", "words")
    own = kin and any(tree.lower[child] in OWNERS for child in tree.having(noun, "nmod:poss"))
    together = case == "with" and "together" in tree.lower[max(noun - len(COMPANY), 0) : noun]
    return own or together or case in COMPANY


def _is_part(tree: Tree, noun: int) -> bool:
    """ "Including a boy", "a poet among them", "among them a nurse": what befell all of them befell this one."""
    if tree.case(noun) == "including":
        return tree.base[noun] in ("obl", "nmod")
    if any(tree.lower[child] in THEM and tree.case(child) == AMONG for child in tree.having(noun, "nmod")):
        return True
    first = min(noun, *(child for child in tree.children[noun] if tree.sentence.relations[child] in AHEAD), noun)
    return first > 1 and tree.lower[first - 2] == AMONG and tree.lower[first - 1] in THEM


def _companion(tree: Tree, noun: int, head: int) -> int:
    """With whom ``noun`` stands: the noun before it, or what the verb is done to or by."""
    if tree.sentence.upos[head] not in ("VERB", "AUX", "ADJ"):
        return head
    others = (*tree.having(head, "obj"), *tree.having(head, "nsubj"))
    return next((token for token in others if token < noun), noun)


def _direct(tree: Tree, noun: int) -> Iterator[Deed]:
    top = _amount(tree, place(tree, noun))
    head, relation = tree.head(top), tree.sentence.relations[top]
    own = tuple(_below(tree, noun))
    yield from own or _below(tree, _last(tree, noun))
    told = any(tree.sentence.relations[deed.predicate] != "acl:relcl" for deed in own)
    if told and tree.base[noun] == "conj" and tree.sentence.upos[noun] in ("NOUN", "PROPN", "NUM"):
        return  # "left a man dead and a woman wounded"
    if tree.having(top, "cop"):
        yield Deed(top, "is")
    elif head >= 0:
        yield from _above(tree, top, head, relation)
    if top != noun and relation != "root":
        yield from _below(tree, top) if _is_one(tree, top, noun) else ()
    if head >= 0 and tree.base[top] == "nsubj" and tree.case(head) == AMONG and tree.having(head, "cop"):
        yield from _below(tree, head)  # "a couple were among 53 people found in a lorry"


def _amount(tree: Tree, noun: int) -> int:
    """In "a total of four people received burns", of the people the total, which stands for them."""
    head = tree.head(noun)
    measured = head >= 0 and tree.base[noun] == "nmod" and tree.case(noun) == "of" and tree.base[head] == "nsubj"
    return head if measured and tree.lower[head] in words("persons", "crowd", "amounts") else noun


def _last(tree: Tree, noun: int) -> int:
    """The last of a list that ``noun`` begins: what follows it is told of all, "a boy and a girl wounded"."""
    if (beyond := counted_on(tree, noun)) is not None:
        return _last(tree, beyond)
    top = place(tree, noun)
    others = tree.having(top, "conj")
    return max(others) if others and top == noun else noun


def counted_on(tree: Tree, noun: int) -> int | None:
    """In "two children, one teacher hurt", of the children the teacher: in lists that a comma alone holds together."""
    xpos = tree.sentence.xpos
    after = tree.lower[noun + 1 : noun + 2] in ((",",), ("and",), ("&",)) and xpos[noun + 2 : noun + 3] == ("CD",)
    if not after:
        return None
    counted = any(xpos[child] == "CD" for child in tree.having(noun, "nummod"))
    bare = xpos[noun] == "NN" and not tree.having(noun, "det", "nmod:poss") and not tree.case(noun)
    if not (counted or bare):
        return None
    number = noun + 2
    return next((t for t in range(number + 1, min(number + 4, len(xpos))) if tree.head(number) == t), None)


def _is_one(tree: Tree, top: int, noun: int) -> bool:
    """Whether what is told of one noun is told of the other: one person, or one of those."""
    joined = ("conj", "obl", "nmod")
    return all(
        tree.base[token] not in joined or _is_part(tree, token) for token in tree.up(noun) if top < token <= noun
    )


def _above(tree: Tree, top: int, head: int, relation: str) -> Iterator[Deed]:
    base = tree.base[top]
    if base == "nsubj" and head < top and not tree.having(head, "cop"):
        return  # "man killed, boy wounded": the second noun has been hung on the first predicate
    stray = base in ("vocative", "dep", "dislocated", "compound") and not tree.having(head, "nsubj")
    if (base == "nsubj" or stray) and _predicates(tree, head):
        yield Deed(head, _voice(tree, head, passive=relation == "nsubj:pass"))
    elif base in ("obj", "iobj"):
        yield Deed(head, "undergoes")
        yield from _of_object(tree, head)
    elif base == "obl" and tree.case(top) == "by":
        yield Deed(head, "does")
    elif (
        base in ("nmod", "obl", "appos")
        and tree.case(top) in ("of", "to")
        and (tree.sentence.upos[head] in ("NOUN", "PROPN") or _is_of_doing(tree, head))
    ):
        yield Deed(head, "undergoes")


def _is_of_doing(tree: Tree, verb: int) -> bool:
    """ "The killing of a boy"; in "killing Ana Sol, 78, of Riga" Riga is where she is from."""
    return tree.sentence.xpos[verb] == "VBG" and not tree.having(verb, "obj")


def _of_object(tree: Tree, verb: int) -> Iterator[Deed]:
    """ "Found a man bleeding", "found a man shot": the complement tells of the object."""
    if tree.lemma(verb) not in FINDING:
        return
    for child in tree.having(verb, "xcomp", "advcl", "ccomp"):
        if child > verb and not tree.having(child, "nsubj", "mark"):
            yield Deed(child, "undergoes" if tree.sentence.xpos[child] == "VBN" else "acts")


def _predicates(tree: Tree, token: int) -> bool:
    if is_hospital(tree, token) and tree.case(token) in ("in", "at"):
        return True  # "Teen in critical condition"
    return tree.sentence.upos[token] in ("VERB", "AUX", "ADJ", "ADV") or bool(tree.having(token, "cop", "aux"))


def _voice(tree: Tree, verb: int, *, passive: bool) -> Part:
    """Who stands as subject undergoes a passive, and a participle without any auxiliary: "man shot in park"."""
    if tree.having(verb, "cop") or tree.sentence.upos[verb] in ("ADJ", "ADV", "NOUN"):
        return "is"
    bare = tree.sentence.xpos[verb] == "VBN" and not tree.having(verb, "aux", "obj")
    back = tree.lower[verb + 1 : verb + 2] == ("back",)  # "shot back that it was true"
    undone = not back and (bare or _leaves_out(tree, verb))
    return "undergoes" if passive or undone or tree.having(verb, "aux:pass") else "acts"


def _leaves_out(tree: Tree, verb: int) -> bool:
    """ "Four shot in park": a verb that wants an object, without one and without an auxiliary, as in headlines."""
    if tree.lemma(verb) not in words("persons", "wounded", "wanting") or tree.sentence.xpos[verb] != "VBD":
        return False
    at = any(tree.case(child) in ("at", "on", "into") for child in tree.having(verb, "obl"))
    shared = any(tree.having(child, "obj") for child in tree.having(verb, "conj"))
    return not at and not shared and not tree.having(verb, "obj", "aux", "ccomp", "xcomp", "iobj")


def _below(tree: Tree, noun: int) -> Iterator[Deed]:
    """What hangs on the noun: "who was shot", "found dead", "fleeing", "in intensive care"."""
    bare = tree.base[noun] in ("root", "appos", "parataxis")  # "Boy in hospital"
    alone = bare or tree.sentence.upos[noun] == "ADJ"  # "a 15-year-old with burns"
    is_found = tree.base[noun] == "obj" and tree.lemma(tree.head(noun)) == "find"
    found = tree.having(tree.head(noun), "obl") if is_found else ()
    for phrase in (*tree.having(noun, "nmod", *(("obl",) if alone else ())), *found):
        if (is_hospital(tree, phrase) and tree.case(phrase) == "in") or is_with_wounds(tree, phrase):
            yield Deed(phrase, "is")
    for clause in tree.having(noun, "acl"):
        if _is_of_patient(tree, noun, clause) or _is_of_other(tree, noun, clause):
            continue
        xpos = tree.sentence.xpos[clause]
        subjects = tree.having(clause, "nsubj")
        if not subjects:
            yield Deed(clause, "acts" if xpos == "VBG" and not tree.having(clause, "aux:pass") else "undergoes")
        elif tree.lower[subjects[0]] in RELATIVE:
            yield Deed(clause, _voice(tree, clause, passive=tree.sentence.relations[subjects[0]] == "nsubj:pass"))
        elif any(tree.lower[token] in ("whom", "that") for token in tree.having(clause, "obj")):
            yield Deed(clause, "undergoes")


def _is_of_other(tree: Tree, noun: int, clause: int) -> bool:
    """Of "police: boy killed" the boy was; of "members of the family of the man killed" the man."""
    if not noun < clause or tree.sentence.xpos[noun] != "NNS":
        return False
    nearer = clause - 1 if tree.sentence.xpos[clause - 1] == "NN" and tree.case(clause - 1) == "of" else -1
    one = nearer > noun and tree.lemma(nearer) in either(("persons", "plain", "words"), ("persons", "people", "young"))
    return one or ":" in tree.lower[noun + 1 : clause]


def _is_of_patient(tree: Tree, noun: int, clause: int) -> bool:
    """Of "he was found by his father, suffering from a wound": behind a comma it tells of whom it was done to."""
    by = tree.sentence.relations[noun] == "obl:agent"
    return by and tree.lower[clause - 1] == "," and tree.sentence.xpos[clause] in ("VBG", "VBN")


def _shared(tree: Tree, deed: Deed) -> Iterator[Deed]:
    """The deed and those that share its subject: "was shot and died", "is dead after being shot"."""
    yield deed
    of_noun = deed.part == "undergoes" and tree.having(deed.predicate, "cop")
    if deed.part == "does" or of_noun:
        return  # "pronounced dead by a doctor", "was in the care of his aunt when he was hurt"
    for child in tree.having(deed.predicate, *CLAUSES):
        if tree.base[child] == "xcomp" and tree.having(child, "det"):
            continue  # "police named the dead"
        subjects = tree.having(child, "nsubj", "csubj")
        ended = tree.case(child) in ("before", "until")  # "shot a nurse before he was killed" tells of who shot
        told_of = [token for token in subjects if tree.lower[token] in SINGULAR and not ended]
        of_object = deed.part == "acts" and _is_of_object(tree, deed.predicate, child)
        acted = deed.part == "undergoes" and not _is_passive(tree, deed.predicate)
        to_self = any(tree.lower[token] in REFLEXIVE for token in tree.having(child, "obj"))
        of_victim = acted and tree.having(deed.predicate, "obj")  # "shot his wife before killing himself"
        if to_self and not subjects and not of_victim:  # "a boy shot and killed himself"
            yield from _shared(tree, Deed(child, "acts"))
            continue
        done = acted or (deed.part == "undergoes" and tree.sentence.xpos[child] == "VBN")
        others = done and tree.base[child] == "conj" and tree.having(child, "obj")  # "wounded a man and killed a boy"
        told_apart = child > 0 and tree.sentence.xpos[child - 1] == "CD"  # "four shot, two dead"
        if of_object or others or told_apart or (child < deed.predicate and tree.base[child] == "conj"):
            continue
        if not subjects and (
            deed.part != "undergoes" or _is_passive(tree, deed.predicate) or tree.base[child] != "advcl"
        ):
            yield from _shared(tree, Deed(child, _sharing(tree, child, deed)))
        elif told_of and tree.base[child] == "advcl" and len(told_of) == len(subjects) and deed.part != "acts":
            passive = tree.sentence.relations[told_of[0]] == "nsubj:pass"
            yield from _shared(tree, Deed(child, _voice(tree, child, passive=passive)))


def _is_of_object(tree: Tree, verb: int, child: int) -> bool:
    """Of "found the boy dead", "found a man down, bleeding" the boy is dead and the man bleeds, and no finder."""
    found = tree.lemma(verb) in FINDING
    if tree.base[child] == "xcomp":
        return found or bool(tree.having(verb, "obj"))
    return found and tree.base[child] == "advcl" and not tree.having(child, "mark", "nsubj")


def _is_passive(tree: Tree, verb: int) -> bool:
    return bool(tree.having(verb, "aux:pass", "nsubj:pass"))


def _sharing(tree: Tree, verb: int, deed: Deed) -> Part:
    """What the subject of ``deed`` is in ``verb``: two participles share their auxiliary."""
    if tree.sentence.upos[verb] in ("ADJ", "ADV", "NOUN") or tree.having(verb, "cop"):
        return "is"
    if tree.having(verb, "aux:pass"):
        return "undergoes"
    if tree.base[verb] == "conj":
        lasting = tree.sentence.xpos[verb] == "VBN" and not tree.having(verb, "aux")
        return deed.part if lasting or deed.part != "undergoes" or not _is_passive(tree, deed.predicate) else "acts"
    return "undergoes" if tree.sentence.xpos[verb] == "VBN" and not tree.having(verb, "aux") else "acts"


def does_it(tree: Tree, noun: int, lemma: str | None) -> bool:
    """Whether a verb tells what those do that a number counts; "four fell in fields" does, "fell to 300" does not."""
    if tells(lemma):
        return True
    verb = tree.head(noun)
    if lemma not in words("figures", "hits", "falling") or tree.base[noun] != "nsubj":
        return False
    places = (t for t in tree.having(verb, "obl") if tree.case(t) in words("figures", "hits", "where"))
    return any(tree.sentence.upos[t] in ("NOUN", "PROPN") and not tree.is_time(t) for t in places)


def is_hospital(tree: Tree, noun: int) -> bool:
    """Whether one is where, or as, only those hurt are: "hospital", "critical condition", "intensive care"."""
    mere_care = tree.lemma(noun) == "care" and not tree.having(noun, "amod", "compound")
    return tree.lemma(noun) in words("persons", "wounded", "places") and not mere_care


def is_with_wounds(tree: Tree, noun: int) -> bool:
    """ "With a gunshot wound", "with burns"."""
    return tree.case(noun) == "with" and is_wound(tree, noun)


def is_wound(tree: Tree, noun: int) -> bool:
    """ "A gunshot wound", "burns", "smoke inhalation", "a broken leg", "a cut to the arm", "cuts and bruises"."""
    lemma, hurts, limbs = tree.lemma(noun), words("persons", "wounded", "hurts"), words("persons", "wounded", "limbs")
    if lemma in hurts:
        return True
    if lemma in limbs or lemma in words("persons", "wounded", "bones"):
        broken = words("persons", "wounded", "broken")
        return any(tree.lower[child] in broken for child in tree.having(noun, "amod"))
    if lemma not in words("persons", "wounded", "slight"):
        return False
    of_limb = any(tree.lemma(child) in limbs for child in tree.having(noun, "nmod"))
    return of_limb or any(tree.lemma(child) in hurts for child in tree.having(noun, "conj"))


def is_unreal(tree: Tree, verb: int) -> bool:
    """Whether a predicate is negated, only possible, still to come or an aim: "tried to kill", "a plan of killing"."""
    helpers = {tree.lower[child] for child in tree.having(verb, "aux", "advmod", "det", "cop")}
    infinite = tree.sentence.xpos[verb] == "VB" or bool(tree.having(verb, "aux"))  # not "led to ten people shot"
    to = any(tree.lower[child] == "to" for child in tree.having(verb, "mark"))
    aimed = infinite and to and tree.base[verb] != "root"
    feared = aimed and tree.lemma(tree.head(verb)) not in words("persons", "killed", "telling")
    of_plan = tree.sentence.xpos[verb] == "VBG" and tree.lower[verb - 1 : verb] == ("of",)
    feared = feared or (of_plan and tree.lemma(verb - 2) in words("stance", "planned", "nouns"))
    return bool(helpers & (NEGATIONS | MAYBE)) or feared or is_nearly(tree, verb) is not None


def is_nearly(tree: Tree, verb: int) -> int | None:
    """The word by which a deed nearly befell somebody, and did not: "almost killed", "nearly drowned"."""
    before = verb - 1
    if before < 0 or tree.lower[before] not in NEARLY or tree.head(before) != verb:
        return None
    harms = (
        words("persons", "killed", "verbs"),
        words("persons", "wounded", "verbs"),
        words("persons", "wounded", "hitting"),
    )
    return before if any(tree.lemma(verb) in listed for listed in harms) else None


def is_claimed(tree: Tree, verb: int) -> bool:
    """Whether those who are lost have died: "lost 740 people to cholera"."""
    behind = (*tree.having(verb, "obl"), *(t for noun in tree.having(verb, "obj") for t in tree.having(noun, "nmod")))
    causes = words("figures", "changes", "claiming")
    return tree.lemma(verb) == "lose" and any(tree.case(t) == "to" and tree.lemma(t) in causes for t in behind)
