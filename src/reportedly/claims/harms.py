"""Documents become claims: what befalls somebody, read from the words that govern them.

``deeds`` lists the predicates a noun takes part in, and as what; ``harm`` tells whether one of them killed or wounded
them. Nothing negated, feared or wished counts as harm. It is asked of persons and of what figures count alike, so it
stands by itself. Words are in ``persons.toml``; labels are Universal Dependencies version 2.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

Part = Literal["acts", "does", "undergoes", "is"]
Harm = Literal["killed", "wounded"]

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "nobody", "none"})
MAYBE = frozenset({"may", "might", "could", "can", "would", "will", "should", "wo", "'ll", "’ll", "'d", "’d", "must"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "self"})
UNDONE = frozenset({"attempted", "planned", "threatened", "feared", "foiled"})
FOUND = frozenset({"found"})
RELATIVE = frozenset({"who", "that", "which", "whom"})
SINGULAR = frozenset({"he", "she", "they"})
BESIDE = ("obj", "iobj", "obl", "dep", "conj", "appos", "nmod", "list", "parataxis", "advmod")
CLAUSES = ("advcl", "conj", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Deed:
    """A predicate and what somebody is in it: subject who acts, who does it ("by"), who undergoes it, of whom it is."""

    predicate: int
    part: Part


def deeds(tree: Tree, noun: int) -> tuple[Deed, ...]:
    """Every predicate ``noun`` takes part in, the governing one first."""
    found: dict[int, Deed] = {}
    for deed in _direct(tree, noun):
        for shared in _shared(tree, deed):
            found.setdefault(shared.predicate, shared)
    return tuple(found.values())


def place(tree: Tree, noun: int) -> int:
    """The noun whose place ``noun`` shares: the first of a list, the one it stands in apposition to."""
    for _ in tree.lower:
        head = tree.head(noun)
        shares = tree.base[noun] == "conj" or (tree.base[noun] == "appos" and not tree.case(noun))
        if not shares or head < 0 or tree.sentence.upos[head] in ("VERB", "AUX"):
            break
        noun = head
    return noun


def _direct(tree: Tree, noun: int) -> Iterator[Deed]:
    top = place(tree, noun)
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
    """Whether two nouns name one person: apposition alone leads from one to the other."""
    return all(tree.base[token] != "conj" for token in tree.up(noun) if top < token <= noun)


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
        and tree.sentence.upos[head] in ("NOUN", "PROPN")
    ):
        yield Deed(head, "undergoes")


def _of_object(tree: Tree, verb: int) -> Iterator[Deed]:
    """ "Found a man bleeding", "found a man shot": the complement tells of the object."""
    if tree.lemma(verb) not in ("find", "leave", "discover", "see"):
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
    undone = bare or tree.having(verb, "aux:pass") or _leaves_out(tree, verb)
    return "undergoes" if passive or undone else "acts"


def _leaves_out(tree: Tree, verb: int) -> bool:
    """ "Four shot in park": a verb that wants an object, without one and without an auxiliary, as in headlines."""
    if tree.lemma(verb) not in words("persons", "wounded", "wanting") or tree.sentence.xpos[verb] != "VBD":
        return False
    at = any(tree.case(child) in ("at", "on", "into") for child in tree.having(verb, "obl"))
    shared = any(tree.having(child, "obj") for child in tree.having(verb, "conj"))
    return not at and not shared and not tree.having(verb, "obj", "aux", "ccomp", "xcomp", "iobj")


def _below(tree: Tree, noun: int) -> Iterator[Deed]:
    """What hangs on the noun: "who was shot", "found dead", "fleeing", "in intensive care"."""
    is_found = tree.base[noun] == "obj" and tree.lemma(tree.head(noun)) == "find"
    if not tree.children[noun] and not is_found:
        return
    alone = tree.base[noun] in ("root", "appos", "parataxis")  # "Boy in hospital"
    found = tree.having(tree.head(noun), "obl") if is_found else ()
    for phrase in (*tree.having(noun, "nmod", *(("obl",) if alone else ())), *found):
        if (is_hospital(tree, phrase) and tree.case(phrase) == "in") or _is_with_wounds(tree, phrase):
            yield Deed(phrase, "is")
    for clause in tree.having(noun, "acl"):
        if _is_of_patient(tree, noun, clause):
            continue
        xpos = tree.sentence.xpos[clause]
        subjects = tree.having(clause, "nsubj")
        if not subjects:
            yield Deed(clause, "acts" if xpos == "VBG" and not tree.having(clause, "aux:pass") else "undergoes")
        elif tree.lower[subjects[0]] in RELATIVE:
            yield Deed(clause, _voice(tree, clause, passive=tree.sentence.relations[subjects[0]] == "nsubj:pass"))
        elif any(tree.lower[token] in ("whom", "that") for token in tree.having(clause, "obj")):
            yield Deed(clause, "undergoes")


def _is_of_patient(tree: Tree, noun: int, clause: int) -> bool:
    """Of "he was found by his father, suffering from a wound": behind a comma it tells of whom it was done to."""
    by = tree.sentence.relations[noun] == "obl:agent"
    return by and tree.lower[clause - 1] == "," and tree.sentence.xpos[clause] in ("VBG", "VBN")


def _shared(tree: Tree, deed: Deed) -> Iterator[Deed]:
    """The deed and those that share its subject: "was shot and died", "is dead after being shot"."""
    yield deed
    if deed.part == "does":
        return  # "pronounced dead by a doctor"
    for child in tree.having(deed.predicate, *CLAUSES):
        subjects = tree.having(child, "nsubj", "csubj")
        told_of = [token for token in subjects if tree.lower[token] in SINGULAR]
        of_object = tree.base[child] == "xcomp" and tree.having(deed.predicate, "obj") and deed.part == "acts"
        acted = deed.part == "undergoes" and not _is_passive(tree, deed.predicate)
        to_self = any(tree.lower[token] in REFLEXIVE for token in tree.having(child, "obj"))
        if to_self and not subjects:  # "a boy shot and killed himself"
            yield from _shared(tree, Deed(child, "acts"))
            continue
        others = acted and tree.base[child] == "conj" and tree.having(child, "obj")  # "wounded a man and killed a boy"
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


def is_hospital(tree: Tree, noun: int) -> bool:
    """Whether one is where, or as, only those hurt are: "hospital", "critical condition", "intensive care"."""
    mere_care = tree.lemma(noun) == "care" and not tree.having(noun, "amod", "compound")
    return tree.lemma(noun) in words("persons", "wounded", "places") and not mere_care


def _is_with_wounds(tree: Tree, noun: int) -> bool:
    return tree.lemma(noun) in words("persons", "wounded", "hurts") and tree.case(noun) == "with"


def is_unreal(tree: Tree, verb: int) -> bool:
    """Whether a predicate is negated, only possible or still to come, or an aim: "tried to kill"."""
    helpers = {tree.lower[child] for child in tree.having(verb, "aux", "advmod", "det", "cop")}
    infinite = tree.sentence.xpos[verb] == "VB" or bool(tree.having(verb, "aux"))  # not "led to ten people shot"
    to = any(tree.lower[child] == "to" for child in tree.having(verb, "mark"))
    aimed = infinite and to and tree.base[verb] != "root"
    feared = aimed and tree.lemma(tree.head(verb)) not in words("persons", "killed", "telling")
    return bool(helpers & (NEGATIONS | MAYBE)) or feared


def is_reflexive(tree: Tree, noun: int) -> bool:
    """Whether somebody does something to themselves, alone or along with others: "killed his wife, then himself"."""
    selves = [token for token, word in enumerate(tree.lower) if word in REFLEXIVE]
    acting = {deed.predicate for deed in deeds(tree, noun) if deed.part == "acts"} if selves else set()
    return any(_belongs(tree, token, acting) for token in selves)


def _belongs(tree: Tree, token: int, verbs: Collection[int]) -> bool:
    """Whether a word stands among the objects of one of the verbs."""
    for above in tree.up(token):
        if above in verbs:
            return above < token
        if tree.base[above] not in BESIDE or tree.sentence.upos[above] == "VERB":
            return False
    return False


def is_held(tree: Tree, noun: int) -> bool:
    """Whether somebody is held or sought for what was done: "arrested", "charged with murder"."""
    held = words("persons", "doing", "held")
    return any(deed.part == "undergoes" and tree.lemma(deed.predicate) in held for deed in deeds(tree, noun))


def is_doer(tree: Tree, noun: int) -> bool:
    """Whether somebody hurts others, shoots, or is held for it: "a man who killed two", "arrested", "charged"."""
    return is_held(tree, noun) or any(_is_done(tree, deed) for deed in deeds(tree, noun))


def _is_done(tree: Tree, deed: Deed) -> bool:
    """Whether in this deed others are hurt, or fired at."""
    verb, lemma = deed.predicate, tree.lemma(deed.predicate)
    doing = deed.part in ("acts", "does") and lemma in words("persons", "doing", "verbs") and not is_unreal(tree, verb)
    fired = deed.part == "does" or lemma in words("persons", "doing", "firing")
    return doing and (fired or any(tree.lower[token] not in REFLEXIVE for token in tree.having(verb, "obj")))


def _past_age(tree: Tree, token: int) -> int:
    """The token behind ", 3," and the like, and behind an opening quotation mark."""
    if tree.lower[token : token + 1] == (",",) and tree.lower[token + 2 : token + 3] == (",",):
        token += 3 if tree.sentence.words[token + 1].isdigit() else 0
    return token + (tree.lower[token : token + 1] in (("'",), ("‘",), ('"',), ("“",)))


class Harms:
    """Reads who was killed or wounded in one sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def of(self, noun: int) -> Harm | None:
        """The worst that the sentence tells of ``noun``; None where it tells of no harm."""
        beside = self.beside(noun)
        if beside is not None and self._is_decided_by(noun):
            return beside
        told = {self._by(deed) for deed in deeds(self.tree, noun)} | {self._owned(noun), self._called(noun), beside}
        return "killed" if "killed" in told else "wounded" if "wounded" in told else None

    def beside(self, noun: int) -> Harm | None:
        """What the word right behind tells: "two men dead", "a boy, 3, badly wounded", "Boy found shot, killed"."""
        tree, between = self.tree, words("persons", "wounded", "how") | FOUND
        first = at = _past_age(tree, noun + 1)
        while at < len(tree.lower) and tree.lower[at] in between:
            at += 1
        fatal = bool({*tree.lower[first:at]} & words("persons", "killed", "how"))
        if first < at and self._ends_at(at):
            return "killed" if fatal else None  # "four were shot, one fatally"
        if not self._is_told_by(at):
            beyond = self._beside_next(noun)
            return None if beyond is None else self.beside(beyond)
        after = tree.lower[at + 1 : at + 3]
        deadly = (
            after[:1] == ("dead",)
            or after == ("to", "death")
            or (after[:1] in ((",",), ("and",), ("&",)) and after[1:] == ("killed",))
        )
        return "killed" if deadly or fatal else self.word(at) or "wounded"

    def _beside_next(self, noun: int) -> int | None:
        """In "man, woman dead", of the man the woman: two bare nouns at the beginning."""
        tree = self.tree
        bare = noun <= 1 and tree.lower[noun + 1 : noun + 2] == (",",) and not tree.having(noun, "det")
        return noun + 2 if bare and tree.sentence.xpos[noun + 2 : noun + 3] == ("NN",) else None

    def _ends_at(self, token: int) -> bool:
        return token >= len(self.tree.lower) or self.tree.sentence.upos[token] == "PUNCT"

    def _is_told_by(self, token: int) -> bool:
        tree = self.tree
        if token >= len(tree.lower):
            return False
        if tree.lower[token] in words("persons", "wounded", "gravely") and not tree.having(token, "cop", "aux"):
            after = tree.lower[token + 1 : token + 2]
            return after in (("after",), ("following",), ("in",), ("'",), ("’",)) or self._ends_at(token + 1)
        shared = any(tree.having(child, "obj") for child in tree.having(token, "conj"))
        if shared or tree.having(token, "obj", "aux", "cop", "det"):
            return False
        if any(first == token + 1 for first, _, kind in tree.sentence.entities if kind == "PER"):
            return False
        if tree.lower[token] == "shot":
            return tree.lower[token + 1 : token + 2] not in (("at",), ("a",), ("an",), ("the",))
        return tree.lower[token] in words("persons", "killed", "words") | words("persons", "wounded", "words")

    def _is_decided_by(self, noun: int) -> bool:
        """Whether the word behind it is all there is: in lists, of objects, and where nothing else governs."""
        tree = self.tree
        return tree.base[noun] in ("conj", "obj", "root", "dep", "compound", "parataxis", "nummod")

    def before(self, number: int) -> Harm | None:
        """What the word right before a number tells, as in headlines: "kills 2, injures 5"."""
        tree = self.tree
        if number == 0 or tree.sentence.upos[number - 1] not in ("VERB", "ADJ"):
            return None
        told, lemma = tree.lower[number - 1], tree.lemma(number - 1)
        if lemma in words("persons", "killed", "verbs") or self._is_fatal(number - 1):
            return "killed" if lemma != "die" else None
        return (
            "wounded"
            if lemma in words("persons", "wounded", "verbs") or told in ("injured", "wounded", "hurt")
            else None
        )

    def word(self, token: int) -> Harm | None:
        """The harm a word tells by itself: "dead", "wounded", "deaths"."""
        kinds: tuple[Harm, ...] = ("killed", "wounded")
        for kind in kinds:
            table = words("persons", kind, "words") | words("persons", kind, "nouns")
            noun = self.tree.sentence.upos[token] == "NOUN"
            if noun and self.tree.lemma(token) in ("shot", "hurt"):
                continue
            if self.tree.lower[token] in table or self.tree.lemma(token) in table:
                return kind
        return None

    def _called(self, noun: int) -> Harm | None:
        """ "The slain officer", "a wounded man"."""
        tree = self.tree
        for token in tree.having(noun, "amod"):
            behind = token > noun and counted_on(tree, noun) is None
            if behind or any(tree.sentence.upos[t] in ("PUNCT", "NUM") for t in range(token, noun)):
                continue  # "one dead, three others hurt"
            if tree.lower[token] in words("persons", "killed", "called"):
                return "killed"
            if tree.lower[token] in words("persons", "wounded", "called"):
                return "wounded"
        return None

    def _owned(self, noun: int) -> Harm | None:
        """ "the student's death", "his son's body"."""
        tree, top = self.tree, place(self.tree, noun)
        head = tree.head(top)
        if head < 0 or tree.sentence.relations[top] != "nmod:poss" or tree.lemma(head) == "injury":
            return None
        return self._of_noun(head)

    def _of_noun(self, head: int) -> Harm | None:
        lemma, told = self.tree.lemma(head), {self.tree.lower[child] for child in self.tree.having(head, "amod")}
        if told & UNDONE:
            return None
        if lemma in words("persons", "killed", "nouns") or self._is_life_taken(head):
            return "killed"
        if lemma not in words("persons", "wounded", "nouns"):
            return None
        return "killed" if told & {"fatal", "deadly"} else "wounded"

    def _is_life_taken(self, noun: int) -> bool:
        """ "Claimed the life of a girl", "took two lives"."""
        tree = self.tree
        taking = tree.lemma(tree.head(noun)) in words("persons", "killed", "taking")
        return tree.lemma(noun) == "life" and tree.base[noun] in ("obj", "nsubj") and taking

    def _by(self, deed: Deed) -> Harm | None:
        tree, verb = self.tree, deed.predicate
        if is_unreal(tree, verb) or deed.part == "does":
            return None
        if tree.sentence.upos[verb] in ("NOUN", "PROPN") and deed.part == "undergoes":
            return self._of_noun(verb)
        if deed.part == "is":
            return self._state(verb)
        lemma = tree.lemma(verb)
        if deed.part == "acts":
            return self._suffered(verb, lemma)
        return self._done(verb, lemma)

    def _done(self, verb: int, lemma: str) -> Harm | None:
        """What was done to somebody."""
        tree = self.tree
        gunned = lemma == "gun" and any(tree.lower[child] == "down" for child in tree.children[verb])
        if gunned or lemma in words("persons", "killed", "verbs") or self._is_fatal(verb) or self._is_died_of(verb):
            return "killed"
        if lemma in words("persons", "wounded", "verbs") or tree.lower[verb] in words("persons", "wounded", "words"):
            return "wounded"
        if any(self.word(child) == "wounded" for child in tree.having(verb, "xcomp", "advmod")):
            return "wounded"
        hurt = self._is_hit(verb, lemma) or self._is_brought(verb, lemma) or self._is_treated(verb, lemma)
        return "wounded" if hurt else None

    def _is_fatal(self, verb: int) -> bool:
        """ "shot dead", "fatally wounded", "beaten to death", "pronounced dead"."""
        tree = self.tree
        beside = [
            tree.lower[child]
            for child in tree.having(verb, "xcomp", "advmod", "amod", "obj")
            if tree.base[child] != "advmod" or child <= verb + 1  # not "six were shot, two fatally"
        ]
        just_before = verb > 0 and tree.lower[verb - 1] in words("persons", "killed", "how")
        return (
            self._is_to_death(verb)
            or just_before
            or any(word in words("persons", "killed", "words") for word in beside)
        )

    def _is_to_death(self, verb: int) -> bool:
        tree = self.tree
        return any(
            tree.lower[child] in words("persons", "killed", "ends") and tree.lower[child - 1] == "to"
            for child in tree.having(verb, "obl", "nmod")
        )

    def _is_hit(self, verb: int, lemma: str) -> bool:
        """ "Hit in the leg", "struck by a bullet", "a bullet hit a girl", "opened fire, striking two"."""
        tree = self.tree
        if lemma not in words("persons", "wounded", "hitting"):
            return False
        if any(
            tree.lemma(child) in words("persons", "wounded", "body") and tree.case(child) in ("in", "by")
            for child in tree.having(verb, "obl", "nmod")
        ):
            return True
        return bool(tree.having(verb, "obj")) and self._is_by_missile(verb)

    def _is_by_missile(self, verb: int) -> bool:
        """Whether what hits is a bullet or a car, or somebody who fires."""
        tree = self.tree
        for token in tree.up(verb):
            if tree.sentence.upos[token] != "VERB":
                return False
            subjects = tree.having(token, "nsubj")
            if any(tree.lemma(subject) in words("persons", "wounded", "missiles") for subject in subjects):
                return True
            fires = tree.lemma(token) in words("persons", "wounded", "firing") or any(
                tree.lemma(child) in ("fire", "shot", "bullet", "round") for child in tree.having(token, "obj")
            )
            if token != verb and fires:
                return True
            if subjects:
                return False
        return False

    def _is_brought(self, verb: int, lemma: str) -> bool:
        if lemma not in words("persons", "wounded", "bringing"):
            return False
        tree = self.tree
        return any(
            is_hospital(tree, child) and tree.case(child) in ("to", "in", "into", "at")
            for child in tree.having(verb, "obl", "nmod", "xcomp")
        )

    def _is_died_of(self, verb: int) -> bool:
        """ "Taken to hospital, where he died": told behind the place or the deed, of "he" and "she"."""
        tree = self.tree
        clauses = [
            clause
            for start in (verb, *tree.having(verb, "obl"))
            for clause in tree.having(start, "acl", "advcl")
            if any(tree.lower[child] == "where" for child in tree.having(clause, "advmod", "obl"))
        ]
        return any(
            (tree.lemma(clause) in words("persons", "killed", "dying") or self._is_fatal(clause))
            and any(tree.lower[token] in SINGULAR for token in tree.having(clause, "nsubj"))
            and not is_unreal(tree, clause)
            for clause in clauses
        )

    def _is_treated(self, verb: int, lemma: str) -> bool:
        hurts = words("persons", "wounded", "hurts")
        return lemma in words("persons", "wounded", "suffering") and any(
            self.tree.lemma(child) in hurts for child in self.tree.having(verb, "obl", "obj")
        )

    def _suffered(self, verb: int, lemma: str) -> Harm | None:
        """What somebody did that tells of harm to them: died, took their own life, suffered wounds."""
        tree = self.tree
        objects = tree.having(verb, "obj")
        if any(word in REFLEXIVE and _belongs(tree, token, (verb,)) for token, word in enumerate(tree.lower)):
            return self._to_self(verb, lemma)
        if any(tree.lemma(token) in words("persons", "killed", "own_life") for token in objects) and lemma == "take":
            return "killed" if any(tree.lower[c] == "own" for t in objects for c in tree.children[t]) else None
        lost = lemma == "lose" and any(tree.lemma(token) in words("persons", "killed", "own_life") for token in objects)
        dead = lost or lemma in words("persons", "killed", "dying") or self._is_died_of(verb)
        if dead or (not objects and self._is_to_death(verb)):
            return "killed"
        if self._is_treated(verb, lemma) and lemma not in ("treat", "get"):
            fatal = any(tree.lower[c] in ("fatal", "deadly") for token in objects for c in tree.having(token, "amod"))
            return "killed" if fatal else "wounded"
        if not objects and (self._is_brought(verb, lemma) or lemma in words("persons", "wounded", "suffering_verbs")):
            return "wounded"
        return None

    def _to_self(self, verb: int, lemma: str) -> Harm | None:
        if lemma in words("persons", "killed", "verbs") or self._is_fatal(verb):
            return "killed"
        turned = lemma == "turn" and any(
            self.tree.lemma(token) in ("gun", "weapon") for token in self.tree.having(verb, "obj")
        )
        if turned:
            return "killed"
        hurt = lemma in words("persons", "wounded", "verbs") or self._is_brought(verb, lemma)
        return "wounded" if hurt else None

    def _state(self, token: int) -> Harm | None:
        """ "is dead", "are in critical condition", "was unhurt"."""
        tree = self.tree
        told = [token, *tree.having(token, "amod", "conj")]
        if any(tree.lower[word] in words("persons", "wounded", "unhurt") for word in told):
            return None
        if tree.lower[token] in words("persons", "killed", "words"):
            return "killed"
        if tree.lower[token] in words("persons", "wounded", "words"):
            return "wounded"
        if tree.lemma(token) == "victim":
            return None
        placed = _is_with_wounds(tree, token) or (is_hospital(tree, token) and tree.case(token) in ("in", "at"))
        return "wounded" if placed else None
