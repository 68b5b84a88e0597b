"""Documents become claims: what befalls somebody, read from the words that govern them.

``Harms`` tells whether one of somebody's deeds killed or wounded them. Nothing negated, feared or wished counts as
harm. It is asked of persons and of what figures count alike, so it stands by itself. Words are in ``persons.toml``.
"""

from collections.abc import Collection
from typing import Literal

from reportedly.claims.deeds import (
    FINDING,
    MAYBE,
    NEGATIONS,
    OWNERS,
    REFLEXIVE,
    SINGULAR,
    Deed,
    counted_on,
    deeds,
    is_hospital,
    is_unreal,
    is_with_wounds,
    is_wound,
    place,
)
from reportedly.claims.lexicons import either, words
from reportedly.claims.trees import Tree

Harm = Literal["killed", "wounded"]


UNDONE = frozenset({"attempted", "planned", "threatened", "feared", "foiled"})
PAST_HARM = (("dead",), ("or",), ("to",), ("down",))  # "was shot dead", "was shot down"
INSET = 25  # tokens that stand between commas behind a noun
FOUND = frozenset({"found"})
OF_THEM = ("them", "whom", "those", "these")
PLACING = ("ADP", "SCONJ")
HAVING = frozenset({"have", "has", "had", "having"})
BEING = frozenset({"be", "is", "are", "was", "were", "been", "being"})
BESIDE = ("obj", "iobj", "obl", "dep", "conj", "appos", "nmod", "list", "parataxis", "advmod")


def is_reflexive(tree: Tree, noun: int) -> bool:
    """Whether somebody does something to themselves, alone or along with others: "killed his wife, then himself"."""
    if REFLEXIVE.isdisjoint(tree.lower):
        return False
    selves = [token for token, word in enumerate(tree.lower) if word in REFLEXIVE]
    acting = {deed.predicate for deed in deeds(tree, noun) if deed.part == "acts"}
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
        token += 3 if tree.sentence.words[token + 1].isdecimal() else 0
    return token + (tree.lower[token : token + 1] in (("'",), ("‘",), ('"',), ("“",)))


def _past_whole(tree: Tree, token: int) -> int:
    """The token behind "of them", "of whom"."""
    of = tree.lower[token : token + 1] == ("of",) and token + 1 < len(tree.lower) and tree.lower[token + 1] in OF_THEM
    return token + 2 if of else token


class Harms:
    """Reads who was killed or wounded in one sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def of(self, noun: int) -> Harm | None:
        """The worst that the sentence tells of ``noun``; None where it tells of no harm."""
        beside = self.beside(noun)
        if self.is_either(noun):
            return None
        if beside is not None and self._is_decided_by(noun):
            return beside
        told = {*self.every(noun), beside}
        return "killed" if "killed" in told else "wounded" if "wounded" in told else None

    def is_either(self, noun: int) -> bool:
        """Whether it befell one of two, nobody knows whom: "either his brother or a friend was dead"."""
        listed = (noun, *self.tree.having(noun, "conj"))
        joined = {self.tree.lower[child] for one in listed for child in self.tree.having(one, "cc", "cc:preconj")}
        return self.tree.sentence.xpos[noun] in ("NN", "NNP") and "or" in joined

    def every(self, noun: int) -> frozenset[Harm]:
        """All that befell ``noun``: of "many were killed and wounded" both."""
        placed = self._placed(noun)
        if placed is not None:
            return frozenset({placed})
        met = (deed for deed in deeds(self.tree, noun) if not self._is_of_another(deed.predicate, noun))
        told = {self._by(deed) for deed in met} | {self._possessed(noun), self.called(noun)}
        told |= {self._named_as(noun)} if "as" in self.tree.lower else set()
        return frozenset(harm for harm in told if harm is not None)

    def _named_as(self, noun: int) -> Harm | None:
        """ "The dead were identified as Ana Sol and Ivo Brook", "identified the dead victims as Ana Sol"."""
        tree, first = self.tree, place(self.tree, noun)
        verb = tree.head(first)
        while verb >= 0 and tree.base[first] == "nmod" and tree.sentence.upos[verb] == "NOUN":
            first, verb = verb, tree.head(verb)  # hung on the victims
        if verb < 0 or tree.case(place(tree, noun)) != "as" or tree.lemma(verb) not in ("identify", "name"):
            return None
        named = (t for t in tree.having(verb, "obj", "nsubj:pass") if t < noun)
        told = (self.word(t) if tree.lower[t] == "dead" else self.called(t) for t in named)
        return "killed" if "killed" in told else None

    def _is_of_another(self, verb: int, noun: int) -> bool:
        """ "Left one dead and two in hospital": what stands before "and" tells nothing of those behind it."""
        tree, first = self.tree, self.tree.head(noun)
        if tree.base[noun] != "conj":
            return False
        if tree.base[verb] == "xcomp" and tree.lemma(tree.head(verb)) in FINDING:
            return first <= verb < noun  # "found one dead and her son hurt"
        told = tree.having(verb, "xcomp") if tree.lemma(verb) in FINDING else ()
        return any(first <= child < noun and self.word(child) for child in told)

    def _placed(self, noun: int) -> Harm | None:
        """ "Left one dead and two in critical condition": of those behind "and" where they are is told behind them."""
        tree = self.tree
        if tree.base[noun] != "conj":
            return None
        behind = noun + 1
        if tree.sentence.xpos[behind : behind + 1] == ("VBG",) and self._is_treated(behind, tree.lemma(behind)):
            return "wounded"  # "and three others suffering from burns"
        ill = not words("persons", "wounded", "ailing").isdisjoint(tree.lemmas)
        if ill or tree.lower[behind : behind + 1] != ("in",):
            return None
        where = next((t for t in range(noun + 2, len(tree.lower)) if behind in tree.having(t, "case")), None)
        return "wounded" if where is not None and is_hospital(tree, where) else None

    def deed(self, noun: int) -> int | None:
        """The predicate that tells the worst of what befell ``noun``, where one does: "was injured"."""
        worst = self.of(noun)
        return next((deed.predicate for deed in deeds(self.tree, noun) if worst and self._by(deed) == worst), None)

    def beside(self, noun: int) -> Harm | None:
        """What the word right behind tells: "two men dead", "a boy, 3, badly wounded", "Boy found shot, killed"."""
        tree, between = self.tree, words("persons", "wounded", "how")
        first = at = _past_whole(tree, _past_age(tree, noun + 1))
        while at < len(tree.lower) and (tree.lower[at] in between or tree.lower[at] in FOUND):
            at += 1
        fatal = not words("persons", "killed", "how").isdisjoint(tree.lower[first:at])
        if first < at and (self._ends_at(at) or (fatal and tree.sentence.upos[at] in PLACING)):
            return "killed" if fatal else None  # "four were shot, one fatally", "one of them fatally in the head"
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

    def behind(self, noun: int) -> Harm | None:
        """What the next words tell, however they were parsed: "12 others *were seriously injured*"."""
        tree, first = self.tree, self._past_inset(noun + 1)
        helpers = either(("persons", "wounded", "how"), ("persons", "killed", "how"))
        while tree.lower[first : first + 1] in (("more",), ("others",), ("other",), ("people",)):
            first += 1
        at = first
        while at < len(tree.lower) and (tree.sentence.upos[at] == "AUX" or tree.lower[at] in helpers):
            at += 1
        passive = noun + 1 < at < len(tree.lower) and tree.sentence.xpos[at] in ("VBN", "JJ", "VBD")
        kinds: tuple[Harm, ...] = ("killed", "wounded")
        told = tree.lower[first:at]
        if not passive or {*told} & (NEGATIONS | MAYBE) or tree.lower[at + 1 : at + 2] in PAST_HARM:
            return None
        if self._is_aimed(at):
            return None
        undergone = "AUX" in tree.sentence.upos[first:at] and not ({*told} & HAVING and BEING.isdisjoint(told))
        if not undergone and (tree.having(at, "obj") or self._shares_object(at)):
            return None  # "a boy accidentally shot his sister", "rebels had killed 40 villagers"
        if tree.lower[at + 1 : at + 2] == ("and",):
            return None  # "was shot and killed": the whole clause tells
        if {*told} & words("persons", "killed", "how"):
            return "killed"  # "six children and two adults were fatally shot"
        return next((kind for kind in kinds if tree.lower[at] in words("persons", kind, "words")), None)

    def _past_inset(self, token: int) -> int:
        """The token behind ", including two women," and the like."""
        tree = self.tree
        if tree.lower[token : token + 1] != (",",) or tree.lower[token + 1 : token + 2] not in (
            ("including",),
            ("among",),
        ):
            return token
        ends = range(token + 2, min(token + INSET, len(tree.lower) - 1))
        return next((t + 1 for t in ends if tree.lower[t] == "," and tree.sentence.upos[t + 1] == "AUX"), token)

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
            told = after in (("after",), ("following",), ("in",), ("but",), ("'",), ("’",))
            return told or self._ends_at(token + 1)
        if self._shares_object(token) or tree.having(token, "obj", "aux", "cop", "det"):
            return False
        if any(first == token + 1 for first, _, kind in tree.sentence.entities if kind == "PER"):
            return False
        if tree.base[token] == "flat":
            return False  # "Ana Hurt"
        if tree.lower[token] == "shot":
            return tree.lower[token + 1 : token + 2] not in (("at",), ("a",), ("an",), ("the",), ("back",))
        return tree.lower[token] in either(("persons", "killed", "words"), ("persons", "wounded", "words"))

    def _shares_object(self, verb: int) -> bool:
        """Whether the next deed tells to whom: "man accidentally shot, killed best friend"."""
        behind = verb + 2 if self.tree.lower[verb + 1 : verb + 2] in ((",",), ("and",), ("&",)) else verb
        next_deed = (behind,) if self.tree.sentence.upos[behind : behind + 1] == ("VERB",) else ()
        return any(self.tree.having(deed, "obj") for deed in (*self.tree.having(verb, "conj"), *next_deed))

    def _is_decided_by(self, noun: int) -> bool:
        """Whether the word behind it is all there is: in lists, of objects, and where nothing else governs."""
        tree = self.tree
        return tree.base[noun] in ("conj", "obj", "root", "dep", "compound", "parataxis", "nummod")

    def before(self, number: int) -> Harm | None:
        """What the word right before a number tells, as in headlines: "kills 2, injures 5"."""
        tree = self.tree
        if number == 0 or not (tree.sentence.upos[number - 1] in ("VERB", "ADJ") or self._is_next_deed(number - 1)):
            return None
        told, lemma = tree.lower[number - 1], tree.lemma(number - 1)
        if lemma in words("persons", "killed", "verbs") or self._is_fatal(number - 1):
            return "killed" if lemma != "die" else None
        return (
            "wounded"
            if lemma in words("persons", "wounded", "verbs") or told in ("injured", "wounded", "hurt")
            else None
        )

    def _is_next_deed(self, token: int) -> bool:
        """Whether a word taken for a noun goes on telling deeds: "kills 2, wounds 5 others"."""
        joined = self.tree.lower[token - 1 : token] in ((",",), ("and",), ("&",))
        return joined and self.tree.sentence.xpos[token] == "NNS" and self.tree.sentence.xpos[token - 2] == "CD"

    def word(self, token: int) -> Harm | None:
        """The harm a word tells by itself: "dead", "wounded", "deaths"."""
        kinds: tuple[Harm, ...] = ("killed", "wounded")
        for kind in kinds:
            table = either(("persons", kind, "words"), ("persons", kind, "nouns"))
            noun = self.tree.sentence.upos[token] == "NOUN"
            if noun and self.tree.lemma(token) in ("shot", "hurt"):
                continue
            if self.tree.lower[token] in table or self.tree.lemma(token) in table:
                return kind
        return None

    def called(self, noun: int) -> Harm | None:
        """ "The slain officer", "a wounded man"."""
        tree = self.tree
        for token in tree.having(noun, "amod"):
            behind = token > noun and counted_on(tree, noun) is None and tree.lemma(tree.head(noun)) != "leave"
            if behind or any(tree.sentence.upos[t] in ("PUNCT", "NUM") for t in range(token, noun)):
                continue  # "one dead, three others hurt"
            if tree.lower[token] in words("persons", "killed", "called"):
                return "killed"
            if tree.lower[token] in words("persons", "wounded", "called"):
                return "wounded"
        return None

    def is_undone(self, noun: int) -> bool:
        """Whether a noun before "of" tells of what was only tried: "the attempted murder of five guards"."""
        head = self.tree.head(noun)
        below = self.tree.base[noun] == "nmod" and self.tree.case(noun) == "of"
        return below and any(self.tree.lower[child] in UNDONE for child in self.tree.having(head, "amod"))

    def owned(self, noun: int) -> Harm | None:
        """What a noun before "of" tells: "the killing of five protesters", "of a clerk and two of her sons"."""
        first = place(self.tree, noun)
        head = self.tree.head(first)
        below = self.tree.base[first] == "nmod" and self.tree.case(first) == "of"
        return self._of_noun(head) if below and self.tree.sentence.upos[head] == "NOUN" else None

    def _possessed(self, noun: int) -> Harm | None:
        """ "the student's death", "his son's body", "the teen's toe was grazed"."""
        tree, top = self.tree, place(self.tree, noun)
        head = tree.head(top)
        if head >= 0 and tree.base[top] == "nmod" and tree.case(top) == "of":
            limb = tree.lemma(head) in words("persons", "wounded", "limbs")
            return "wounded" if limb and self._is_limb_hurt(head) else None
        if head < 0 or tree.sentence.relations[top] != "nmod:poss" or tree.lemma(head) == "injury":
            return None
        if tree.lemma(head) in words("persons", "wounded", "limbs"):
            return "wounded" if self._is_limb_hurt(head) else None
        alive = tree.lemma(head) == "body" and tree.case(head) in words("persons", "wounded", "inside")
        return None if alive else self._of_noun(head)

    def _is_limb_hurt(self, limb: int) -> bool:
        """ "His leg was broken", "a bullet struck the back of her head", "it fired into the teen's leg"."""
        tree = self.tree
        while tree.case(limb) == "of" and tree.lemma(tree.head(limb)) in words("persons", "wounded", "limbs"):
            limb = tree.head(limb)
        verb = tree.head(limb)
        if verb < 0 or is_unreal(tree, verb):
            return False
        lemma = tree.lemma(verb)
        hurting = either(("persons", "wounded", "verbs"), ("persons", "wounded", "breaking"))
        if tree.base[limb] == "obl":
            into = tree.case(limb) in ("into", "through", "in")
            return into and lemma in words("persons", "wounded", "firing") | hurting
        off = tree.lower[verb + 1 : verb + 2] == ("off",) and lemma in words("persons", "wounded", "tearing")
        undergone = tree.base[limb] == "obj" or tree.sentence.relations[limb] == "nsubj:pass"
        return undergone and (lemma in hurting or off or (tree.base[limb] == "obj" and self._is_hit(verb, lemma)))

    def _of_noun(self, head: int) -> Harm | None:
        lemma, told = self.tree.lemma(head), {self.tree.lower[child] for child in self.tree.having(head, "amod")}
        if told & UNDONE:
            return None
        by = lemma in words("persons", "killed", "by")  # "the killer of a boy"
        if by or lemma in words("persons", "killed", "nouns") or self._is_life_taken(head):
            return "killed"
        if lemma not in words("persons", "wounded", "nouns"):
            return None
        return "killed" if told & {"fatal", "deadly"} else "wounded"

    def _is_life_taken(self, noun: int) -> bool:
        """ "Claimed the life of a girl", "took two lives"."""
        tree = self.tree
        verb = tree.head(noun)
        taking = tree.lemma(verb) in words("persons", "killed", "taking") and not is_unreal(tree, verb)
        return tree.lemma(noun) == "life" and tree.base[noun] in ("obj", "nsubj") and taking

    def _by(self, deed: Deed) -> Harm | None:
        tree, verb = self.tree, deed.predicate
        if is_unreal(tree, verb) or deed.part == "does" or self._is_figurative(verb):
            return None
        if tree.sentence.upos[verb] in ("NOUN", "PROPN") and deed.part == "undergoes":
            return self._of_noun(verb)
        if deed.part == "is":
            return self._state(verb)
        lemma = tree.lemma(verb)
        if deed.part == "acts":
            return self._suffered(verb, lemma)
        return self._done(verb, lemma)

    def _is_figurative(self, verb: int) -> bool:
        """ "Was hurt by going negative", "is hurting her in the polls", "deeply hurt and offended"."""
        tree = self.tree
        if tree.lower[verb] not in words("persons", "figurative", "words"):
            return False
        ending = tree.base[verb] == "advcl" and tree.lower[verb - 1] == ","  # "a gun went off, hurting a boy"
        lasting = tree.sentence.xpos[verb] == "VBG" and bool(tree.having(verb, "aux", *(() if ending else ("obj",))))
        beside = {tree.lemma(child) for child in tree.having(verb, "obl", "advmod", "conj", "amod")}
        by = tree.lower[verb + 1 : verb + 2] == ("by",) and tree.sentence.xpos[verb + 2 : verb + 3] == ("VBG",)
        return (
            (lasting and tree.lower[verb] == "hurting") or by or bool(beside & words("persons", "figurative", "signs"))
        )

    def _done(self, verb: int, lemma: str) -> Harm | None:
        """What was done to somebody."""
        tree = self.tree
        down = any(tree.lower[child] == "down" for child in tree.children[verb])
        if lemma in ("shoot", "fire") and (down or self._is_aimed(verb)):
            return None  # a pilot, whose plane it was; "were shot at"
        gunned = lemma == "gun" and down
        if gunned or lemma in words("persons", "killed", "verbs") or self._is_fatal(verb) or self._is_died_of(verb):
            return "killed"
        if lemma in words("persons", "wounded", "verbs") or tree.lower[verb] in words("persons", "wounded", "words"):
            return "wounded"
        if any(tree.lower[c] in words("persons", "wounded", "words") for c in tree.having(verb, "xcomp", "advmod")):
            return "wounded"
        hurt = self._is_hit(verb, lemma) or self._is_brought(verb, lemma) or self._is_treated(verb, lemma)
        return "wounded" if hurt or self._is_with(verb) else None

    def _is_aimed(self, verb: int) -> bool:
        """Whether the shots were at somebody, and nobody says that one hit."""
        tree, at = self.tree, verb + 1
        alone = tree.sentence.upos[at + 1 : at + 2] in ((), ("ADP",), ("PUNCT",), ("CCONJ",), ("ADV",))
        return tree.lower[at : at + 1] == ("at",) and (alone or tree.base[at] not in ("case", "mark"))

    def _is_with(self, verb: int) -> bool:
        """ "Was found with a gunshot wound", "walked into a clinic with burns"."""
        told = self.tree.having(verb, "obl")
        beside = (child for place in told for child in self.tree.having(place, "nmod"))
        return any(is_with_wounds(self.tree, child) for child in (*told, *beside))

    def _is_fatal(self, verb: int) -> bool:
        """ "shot dead", "fatally wounded", "beaten to death", "pronounced dead"."""
        tree = self.tree
        beside = [
            tree.lower[child]
            for child in tree.having(verb, "xcomp", "advmod", "amod", "obj")
            if tree.base[child] != "advmod" or child <= verb + 1  # not "six were shot, two fatally"
            if not tree.having(child, "det", "nsubj")  # "shot dead", not "named the dead", "found him up and her dead"
        ]
        just_before = verb > 0 and tree.lower[verb - 1] in words("persons", "killed", "how")
        return (
            self._is_to_death(verb)
            or just_before
            or any(word in words("persons", "killed", "words") for word in beside)
        )

    def _is_to_death(self, verb: int) -> bool:
        tree = self.tree
        if tree.sentence.xpos[verb] == "VBG" and tree.having(verb, "aux") and not tree.having(verb, "aux:pass"):
            return False  # "is bleeding to death"
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
            tree.lemma(child) in either(("persons", "wounded", "body"), ("persons", "wounded", "limbs"))
            and tree.case(child) in ("in", "by", "on", "across")
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
        tree = self.tree
        ailing = words("persons", "wounded", "ailing")
        if lemma not in words("persons", "wounded", "bringing") or not ailing.isdisjoint(tree.lemmas):
            return False
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
        """ "Sustained burns", "was treated at the scene for cuts"."""
        if lemma not in words("persons", "wounded", "suffering"):
            return False
        told = self.tree.having(verb, "obl", "obj")
        if any(is_wound(self.tree, child) for child in told):
            return True
        beside = (child for place in told for child in (place, *self.tree.having(place, "nmod")))
        slight = either(("persons", "wounded", "slight"), ("persons", "wounded", "hurts"))
        return lemma == "treat" and any(self.tree.case(c) == "for" and self.tree.lemma(c) in slight for c in beside)

    def _suffered(self, verb: int, lemma: str) -> Harm | None:
        """What somebody did that tells of harm to them: died, took their own life, suffered wounds."""
        tree = self.tree
        objects = tree.having(verb, "obj")
        if any(word in REFLEXIVE and _belongs(tree, token, (verb,)) for token, word in enumerate(tree.lower)):
            return self._to_self(verb, lemma)
        if any(tree.lemma(token) in words("persons", "killed", "own_life") for token in objects) and lemma == "take":
            return "killed" if any(tree.lower[c] == "own" for t in objects for c in tree.children[t]) else None
        lost = lemma == "lose" and any(tree.lemma(token) in words("persons", "killed", "own_life") for token in objects)
        # Whoever is taken somewhere "where he died" did; whoever took him there did not.
        dead = lost or lemma in words("persons", "killed", "dying") or (not objects and self._is_died_of(verb))
        if dead or (not objects and self._is_to_death(verb)):
            return "killed"
        if self._is_treated(verb, lemma) and lemma not in ("treat", "get"):
            fatal = any(tree.lower[c] in ("fatal", "deadly") for token in objects for c in tree.having(token, "amod"))
            return "killed" if fatal else "wounded"
        if any(self._is_own_limb(token) for token in objects) and lemma in words("persons", "wounded", "verbs"):
            return "wounded"
        if any(self._is_lost(token, lemma) for token in objects):
            return "wounded"
        if objects:
            return None
        if lemma == "pass" and any(tree.lower[child] == "away" for child in tree.children[verb]):
            return "killed"
        brought = self._is_brought(verb, lemma) or lemma in words("persons", "wounded", "suffering_verbs")
        return "wounded" if brought or self._is_with(verb) else None

    def _is_own_limb(self, noun: int) -> bool:
        """ "Shot his own leg", "cut own hand" in headlines."""
        own = any(self.tree.lower[child] == "own" for child in self.tree.having(noun, "amod"))
        return own and self.tree.lemma(noun) in words("persons", "wounded", "limbs")

    def _is_lost(self, noun: int, lemma: str) -> bool:
        """ "Lost an eye", "broke both legs", "broke several bones", and not "broke the back of the revolt"."""
        tree = self.tree
        parts = either(("persons", "wounded", "limbs"), ("persons", "wounded", "bones"))
        broken = lemma in words("persons", "wounded", "snapping") and tree.lemma(noun) in parts
        if not broken and not (lemma == "lose" and tree.lemma(noun) in words("persons", "wounded", "lost")):
            return False
        known = any(tree.lower[child] in ("the", "no", "any") for child in tree.having(noun, "det"))
        return not known and not tree.having(noun, "nmod") and self._is_own(noun)

    def _is_own(self, noun: int) -> bool:
        """Whether a limb is nobody else's: "his" own, as far as "he broke her arm" tells."""
        tree = self.tree
        owners = {tree.lower[child] for child in tree.having(noun, "nmod:poss")}
        if not owners <= OWNERS:
            return False
        doers = tree.having(tree.head(noun), "nsubj")
        others = {"her": ("he", "male"), "his": ("she", "female")}
        return not any(
            tree.lower[doer] == other or tree.lemma(doer) in words("persons", "people", sex)
            for owner in owners & others.keys()
            for other, sex in (others[owner],)
            for doer in doers
        )

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
        if tree.lemma(token) == "victim":  # "were victims of a shooting"
            of = (self._of_noun(child) for child in tree.having(token, "nmod") if tree.case(child) == "of")
            return next((harm for harm in of if harm is not None), None)
        placed = is_with_wounds(tree, token) or (is_hospital(tree, token) and tree.case(token) in ("in", "at"))
        return "wounded" if placed else None
