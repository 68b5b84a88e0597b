"""Documents become claims: whether something happens to or through a person, so that it is news of them.

Who only speaks, is or has something makes no claim, nor does whoever might do something. "The" and "his" point to
somebody: of them it is news only what befalls them. Words are in ``persons.toml``.
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from reportedly.claims.deeds import MAYBE, NEGATIONS, Deed, is_unreal, place
from reportedly.claims.harms import Harm
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

Kind = Literal["new", "other", "known", "own", "bare", "name", "pronoun", "group", "rest"]
VERBS_OF_SAYING = ("asserts", "supposes", "denies", "doubts", "asks")
WILL = frozenset({"will", "'ll", "’ll", "wo", "must"})
GENERIC = frozenset({"person", "individual", "human"})
PAST = frozenset({"former", "retired"})


@cache
def _telling() -> frozenset[str]:
    """Verbs by which somebody tells of a person."""
    saying = (words("attribution", "verbs", kind) for kind in VERBS_OF_SAYING)
    return words("persons", "telling", "verbs").union(*saying)


class News:
    """Reads the events of one sentence; ``telegraphic`` where they are told in the present, as in headlines."""

    def __init__(self, tree: Tree, *, telegraphic: bool) -> None:
        self.tree, self.telegraphic = tree, telegraphic
        lists = ("undergone", "undergoing", "had")
        self.undergone, self.undergoing, self.had = (words("persons", "telling", name) for name in lists)
        self.telling, self.saying = _telling(), words("attribution", "verbs", "asserts")

    def of(self, head: int, kind: Kind, every: Sequence[Deed], harm: Harm | None) -> Deed | None:
        """The first deed that is an event, if the person is told in a way that makes it theirs."""
        office = self._is_in_office(head, kind)
        if harm is None and self._is_apart(head):
            return None
        if harm is not None and every and not (office and kind == "known" and harm != "killed"):
            return every[0]
        for deed in every:
            if self.tree.lemma(head) in GENERIC and not self._is_past(deed.predicate):
                continue  # "a person can face charges"
            aimed = kind in ("known", "own") and not office and self._is_aimed(deed)
            if aimed or (self._is_event(deed) and self._is_theirs(head, deed, kind, office=office)):
                return deed
        return None

    def _is_in_office(self, head: int, kind: Kind) -> bool:
        """ "A former mayor" holds none; "the former mayor" is known by it."""
        over = kind == "new" and any(self.tree.lower[child] in PAST for child in self.tree.having(head, "amod"))
        return self.tree.lemma(head) in words("persons", "offices", "words") and not over

    def _is_apart(self, head: int) -> bool:
        """Whether somebody speaks, or only might do something: "a man who fled said", "how would a nurse who"."""
        top = place(self.tree, head)
        verb = self.tree.head(top)
        if self.tree.case(top) in words("persons", "telling", "led"):
            return True  # "according to a commander reached by telephone"
        if verb < 0 or self.tree.base[top] != "nsubj":
            return verb >= 0 and self.tree.lemma(verb) == "say"  # "said a man who had fled"
        says = self.tree.lemma(verb) in self.saying - self.undergone and self.tree.sentence.relations[top] == "nsubj"
        return says or any(self.tree.lower[child] in MAYBE - WILL for child in self.tree.having(verb, "aux"))

    def _is_aimed(self, deed: Deed) -> bool:
        """ "Want to trace the driver", "took an hour to convict the couple"."""
        tree, verb = self.tree, deed.predicate
        to = tree.sentence.xpos[verb] == "VB" and any(tree.lower[child] == "to" for child in tree.having(verb, "mark"))
        return to and deed.part == "undergoes" and tree.lemma(verb) in self.undergoing

    def _is_theirs(self, head: int, deed: Deed, kind: Kind, *, office: bool) -> bool:
        """Whether the event tells of somebody who is no news by themselves: who holds an office, "the", "his"."""
        if not (office or kind in ("known", "own")):
            return True
        undergone = deed.part == "undergoes"
        verb = deed.predicate
        active = self.tree.base[head] == "obj" and self.tree.having(verb, "nsubj")  # "has led the man"
        participle = self.tree.sentence.xpos[verb] == "VBN" or self.tree.sentence.relations[verb] == "acl"
        passive = undergone and participle and not active
        if office:
            return passive and kind != "known"
        return passive or (undergone and self.tree.lemma(verb) in self.undergoing)

    def _is_event(self, deed: Deed) -> bool:
        tree, verb = self.tree, deed.predicate
        lemma = tree.lemma(verb)
        if lemma in words("persons", "states", "due") and self._is_due(verb):
            return True
        if is_unreal(tree, verb):
            return False
        lasting = deed.part != "undergoes" or tree.sentence.xpos[verb] != "VBG"  # not "the charges facing a man"
        if lasting and tree.lower[verb] in words("persons", "states", "words"):
            return True
        if lemma in self.telling and not (deed.part == "undergoes" and lemma in self.undergone):
            return False
        if deed.part == "undergoes" and lemma in self.had and not tree.having(verb, "aux:pass"):
            return False
        if deed.part == "is" or tree.sentence.upos[verb] != "VERB":
            return False
        return self._is_past(verb) or (self.telegraphic and tree.sentence.xpos[verb] in ("VBZ", "VBN", "VBD"))

    def _is_due(self, verb: int) -> bool:
        """ "Is to stand trial", "will appear in court", "faces charges"."""
        tree = self.tree
        before = words("persons", "states", "before")
        doubted = (NEGATIONS | MAYBE) - WILL
        denied = any(tree.lower[child] in doubted for child in tree.having(verb, "advmod", "aux"))
        return not denied and any(tree.lemma(child) in before for child in tree.having(verb, "obj", "obl"))

    def _is_past(self, verb: int) -> bool:
        tree = self.tree
        helpers = {tree.lower[child] for child in tree.having(verb, "aux")}
        if tree.sentence.xpos[verb] == "VBN":
            return bool(helpers) or tree.base[verb] in ("acl", "conj", "xcomp")
        return tree.sentence.xpos[verb] == "VBD" or bool(helpers & {"was", "were", "had", "been"})
