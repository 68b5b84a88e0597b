"""The words by which a clause says that another depends on it: a conjunction, a phrase, a helper before its subject.

Conjunctions and phrases stand in ``ties.toml``. "Had it rained" is read from the order of words, since a parse seldom
gets it right.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.claims.lexicons import lexicon, listed
from reportedly.claims.stance.concessions import concedes
from reportedly.claims.trees import Tree
from reportedly.model import TieKind

KINDS: tuple[TieKind, ...] = ("if", "unless", "once", "reason", "purpose", "ground")
SUPPOSING: tuple[TieKind, ...] = ("if", "unless")
BEFORE = ("mark", "case", "advmod", "cc", "obl", "compound", "nsubj")
WAYS = ("marks", "phrases", "openers", "alone")
UNREAL = frozenset({"would", "could", "might", "'d", "’d", "should", "wo", "will", "may"})
UNTRUE = frozenset({"would", "could", "might", "'d", "’d", "should"})
FRONTED = UNREAL | {"can", "ca", "'ll", "’ll", "cannot"}
OPENED = frozenset({"advcl", "obl", "ccomp", "acl", "parataxis", "nmod", "advmod", "root", "conj"})
CLAUSES = frozenset({"advcl", "acl", "root", "ccomp", "parataxis", "conj"})
FOCUS = frozenset({"even", "only"})
NAMES = frozenset({"PRON", "PROPN", "DET", "NUM"})
NOMINAL = frozenset({"NOUN", "PRON", "PROPN", "NUM", "DET"})
BREAKS = frozenset({"that", "which", "who", ","})
ADDED = frozenset({"another", "more"})  # "another week of this and we are bankrupt"
DENIED = frozenset({"not", "n't", "n’t", "never"})
CLOSED = frozenset({"be", "been"})  # a clause ends with them and has no "had" of its own
STEMS = frozenset({"run", "come", "become", "overcome"})  # participles that look like the stem: "had it run its course"
PENDING = "pending"
WERE = "were"
BUT_FOR = ("but", "for")
ENDS = ((",",), (".",), (";",), ("and",), (), (")",), ("in",), ("before",), ("at",))
FAR = 20  # words between a helper and its verb; what stands further apart does not belong together


class Opening(NamedTuple):
    """One row of the table: the kind of tie, the words that open it, and how they do."""

    kind: TieKind
    parts: tuple[str, ...]
    how: str


class Mood(NamedTuple):
    """A modal verb and its predicate."""

    modal: int
    verb: int


@cache
def openings() -> dict[str, tuple[Opening, ...]]:
    """First word to openings, the longest first."""
    found: dict[str, list[Opening]] = {}
    for kind in KINDS:
        for how in WAYS:
            for phrase in lexicon("ties")[kind][how]:
                opening = Opening(kind, tuple(phrase.split()), how)
                found.setdefault(opening.parts[0], []).append(opening)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.parts))) for first, rows in found.items()}


def begun(tree: Tree) -> dict[int, list[Opening]]:
    """The places of a sentence at which the words of openings stand, each with those, the longest first."""
    table, found = openings(), dict[int, list[Opening]]()
    places = [place for place, word in enumerate(tree.lower) if word in table]
    plain = tree.lower  # as the table has them
    if places and "’" in "".join(plain):
        plain = tuple([word.replace("’", "'") for word in plain])
    for place in places:
        told = [row for row in table[tree.lower[place]] if plain[place : place + len(row.parts)] == row.parts]
        if told:
            found[place] = told
    return found


class Openings:
    """What opens ties in one sentence."""

    inverted = listed("ties", "inverted", "words")
    not_after = listed("ties", "not_after", "words")
    invariant = listed("stance", "invariant", "verbs")
    leaving = listed("ties", "leaving", "words")
    asking = listed("ties", "asking", "words")

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.begun = begun(tree)
        may = () if UNREAL.isdisjoint(tree.lower) else tree.lower
        self.moods = tuple(
            [Mood(m, tree.head(m)) for m, word in enumerate(may) if word in UNREAL and tree.base[m] == "aux"]
        )

    def may_be(self) -> bool:
        """Whether any word of the sentence could open a tie."""
        opens = (
            bool(self.begun) or not self.inverted.isdisjoint(self.tree.lower) or not ADDED.isdisjoint(self.tree.lower)
        )
        return opens or "csubj" in self.tree.base

    def near(self) -> list[int]:
        """The words that an opening may open: that by which it begins, and what that hangs on."""
        heads = {head for head in map(self.tree.head, self.begun) if head >= 0}
        return sorted({*self.begun, *heads, *(c for head in heads for c in self.tree.having(head, "advcl"))})

    def of(self, token: int) -> tuple[TieKind, tuple[int, ...]] | None:
        """The kind and the opening words of a clause or phrase that another depends on."""
        tree, relation = self.tree, self.tree.base[token]
        if relation not in OPENED:
            return None
        before = [c for c in tree.having(token, *BEFORE) if c < token]
        if relation == "advcl" and 0 <= (head := tree.head(token)) < token:
            before += [c for c in tree.having(head, "advmod") if c < head]  # "as soon as it rains", hung on "soon"
        found = [opened for opened in (self._phrase(token, child) for child in before) if opened is not None]
        if found:  # of "because if it rains" the condition
            return next((opened for opened in found if opened[0] in SUPPOSING), found[0])
        return None if tree.lower[token] in FOCUS or relation == "conj" else self._phrase(token, token)

    def alone(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """ "Otherwise 40 schools will close": words that open a clause by themselves, and its verb."""
        tree = self.tree
        for first, opened in self.begun.items():
            size = next((len(parts) for _, parts, how in opened if how == "alone"), 0)
            if not size or not (first == 0 or tree.base[first - 1] in ("punct", "cc") or tree.base[first] == "cc"):
                continue
            start = first + size + (tree.lower[first + size : first + size + 1] == (",",))
            mood = next((m for m in self.moods if m.modal > start), None)
            if mood is not None and self.opens_clause(start, mood.modal):
                yield tuple(range(first, first + size)), mood.verb

    def turned(self) -> Iterator[tuple[int, int]]:
        """ "had it rained", "should it rain": the predicate and its helper that stands before its subject."""
        tree = self.tree
        for helper, word in enumerate(tree.lower[:-1]):
            if word in self.inverted and self._stands_first(helper):
                verb = self._completes(helper)
                if verb is not None:
                    yield verb, helper

    def _stands_first(self, helper: int) -> bool:
        """Whether a helper opens a clause that is no question."""
        tree, verb = self.tree, self.tree.head(helper)
        subjects = tree.having(verb, "nsubj") if verb > helper and tree.base[verb] == "advcl" else ()
        if subjects and min(subjects) > helper:
            return True  # "they stand to lose it should the schools be closed"
        behind = any(mood.modal < helper for mood in self.moods)
        fronted = not helper or tree.base[helper - 1] in ("punct", "cc", "mark")
        fronted = fronted or tree.lower[helper - 1] in FOCUS
        closed = helper > 0 and tree.lower[helper - 1] in CLOSED  # "than it would have been had they known"
        before = any(subject < helper for subject in tree.having(helper, "nsubj"))
        its = tree.lower[helper] == WERE and helper > 0 and tree.base[helper - 1] == "nsubj"
        before = before or (its and tree.head(helper - 1) == verb)  # "in May when many were ill"
        if not (behind or fronted) or (before and not closed):
            return False
        asks = fronted and not behind and "?" in tree.lower[helper:]
        bare = any(mood.modal != helper for mood in self.moods)
        return not asks and self.is_subject(helper + 1, bare=bare)

    def is_subject(self, token: int, *, bare: bool = False) -> bool:
        """Whether a subject begins here; ``bare`` where it may be a noun by itself."""
        tree, upos = self.tree, self.tree.sentence.upos[token]
        noun = upos in NAMES or (bare and upos in ("NOUN", "ADJ"))
        return noun or tree.lower[token] == "there" or tree.base[token] == "nsubj"

    def _phrase(self, token: int, first: int) -> tuple[TieKind, tuple[int, ...]] | None:
        """The opening that begins at ``first``, if it may open what stands at ``token``."""
        tree = self.tree
        opened = self.begun.get(first)
        before = tree.lower[first - 1] if first else ""
        if opened is None or before in self.not_after or self._asks(first) or concedes(tree, first):
            return None
        for kind, parts, how in opened:
            if self._may_open(token, first, how):
                return kind, tuple(range(first - 1 if before in FOCUS else first, first + len(parts)))
        return None

    def _asks(self, first: int) -> bool:
        """ "nobody knows if", but not "he said if it rained, the dam would break"."""
        if not first or self.tree.lower[first] != "if" or self.tree.lemma(first - 1) not in self.asking:
            return False
        if self.tree.sentence.upos[first - 1] == "NOUN":
            return False  # "a debate about their own health care if they"
        commas = [c for c, word in enumerate(self.tree.lower) if word == "," and c > first + 2]
        return not any(self.opens_clause(c + 1, mood.modal) for mood in self.moods for c in commas if c < mood.modal)

    def opens_clause(self, first: int, modal: int) -> bool:
        """Whether a subject stands between a comma and a modal verb."""
        tree, between = self.tree, range(first, modal)
        breaks = any(tree.lower[t] in BREAKS for t in between)
        return not breaks and any(tree.sentence.upos[t] in NOMINAL for t in between)

    def _may_open(self, token: int, first: int, how: str) -> bool:
        """Whether an opening is one here: a conjunction before a clause; "without" where it could be said with "if"."""
        tree = self.tree
        if how == "alone":
            return False
        if how == "marks":
            marks = tree.base[first] in ("mark", "cc", "case") or (first + 1 < token and tree.lower[first] != "once")
            return tree.base[token] in CLAUSES and (self._supposes(token) if first == token else marks)
        if how == "phrases":
            if first == token and tree.having(token, "cop", "aux"):
                return False  # "300 cases are pending"
            if tree.lower[first + 1 : first + 2] in ENDS and how == "phrases" and tree.lower[first] == PENDING:
                return False  # "with 13 pending, so the records"
            if (
                tree.lower[first : first + 2] == BUT_FOR
                and tree.having(token, "nsubj")
                and UNTRUE.isdisjoint(tree.lower)
            ):
                return False  # "it may hold, but for now the city waits"
            return first != token or tree.lower[token] != "given"  # "given a number in January" is a deed
        gerund = tree.sentence.xpos[first] == "VBG" and bool(tree.having(first, "obj"))  # "failing an agreement"
        if tree.base[first] not in ("case", "mark") and not gerund:
            return False
        before = first - 1 - (first > 1 and tree.lower[first - 1] == ",")  # "fear that, without rain, many will"
        if not first or tree.base[before] == "mark" or (tree.base[before] == "punct" and tree.lower[first - 1] != ","):
            return any(word in FRONTED for word in tree.lower[token:])
        return self._may_hang(token)

    def _may_hang(self, token: int) -> bool:
        """Of "would fail without aid", "cannot live without water" the last, but not of "would leave them without"."""
        tree, head = self.tree, self.tree.head(token)
        if tree.base[token] == "nmod" and head >= 0 and tree.having(head, "nummod"):
            return False  # "300 citizens without papers would be sent home"
        while head >= 0 and tree.base[head] not in CLAUSES and tree.lemma(head) not in self.leaving:
            head = tree.head(head)
        if head < 0 or tree.lemma(head) in self.leaving:
            return False
        helpers = {tree.lower[helper] for helper in tree.having(head, "aux")}
        denied = any(tree.lower[t] in DENIED for t in tree.having(head, "advmod"))
        return not helpers.isdisjoint(UNTRUE) or (denied and not helpers.isdisjoint(FRONTED))

    def _supposes(self, token: int) -> bool:
        """Whether "provided", "assuming", "suppose" opens a clause by itself."""
        tree = self.tree
        if tree.having(token, "nsubj", "aux"):
            return False
        if tree.having(token, "ccomp") or tree.lower[token + 1 : token + 2] == ("that",):
            return True
        return tree.base[token] == "advcl" and token + 1 < len(tree.lower) and self.is_subject(token + 1, bare=True)

    def _completes(self, helper: int) -> int | None:
        """The participle or stem that a helper before its subject belongs to, if one follows."""
        tree, form = self.tree, ("VB",) if self.tree.lower[helper] == "should" else ("VBN", "VBD")
        if tree.lower[helper] == WERE and (aim := self._to_be(helper)) is not None:
            return aim
        for token in range(helper + 2, min(helper + FAR, len(tree.lower))):
            if tree.sentence.xpos[token] in ("MD", "VBZ", "VBP") or tree.lower[token] in (";", ":"):
                return None
            one_form = tree.lower[helper] == "had" and tree.lower[token] in self.invariant | STEMS  # "had they let him"
            if tree.sentence.xpos[token] in form or one_form or (tree.lower[helper] == WERE and token > helper + 2):
                head = tree.head(token)
                return head if tree.base[token] in ("aux", "cop") and token < head < token + FAR else token
        return None

    def _to_be(self, helper: int) -> int | None:
        """Of "were the number of cases to exceed 80" the exceeding."""
        tree = self.tree
        for token in range(helper + 2, min(helper + FAR, len(tree.lower) - 1)):
            if tree.lower[token] == "," or tree.sentence.xpos[token] in ("MD", "VBZ", "VBP", "VBD"):
                return None
            if tree.lower[token] == "to" and tree.sentence.xpos[token + 1] == "VB":
                return token + 1
        return None
