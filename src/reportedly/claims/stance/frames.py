"""A verb or noun leaves what it takes open: "counting on 23 million", "talks on a loan", "announced the closure".

What each leaves stands in ``stance.toml`` under ``frames``. Whoever announces, discusses or backs a deed has not done
it; what counts as one there is listed, since "announced the death of two" tells of what was.
"""

from functools import cache

from reportedly.claims.lexicons import lexicon, listed
from reportedly.claims.stance.governors import Governors
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.model import Status
from reportedly.values.units import is_money, is_time, unit_of_word

SUMS = frozenset({"NUM", "SYM"})
OPENING, WAYS = frozenset({"clear", "pave", "open"}), frozenset({"way", "door", "path", "road"})
PERCENT = frozenset({"%", "percent", "point"})
OPEN: tuple[Status, ...] = ("planned", "expected", "possible")


@cache
def _framed(kind: str) -> dict[str, Status]:
    """Word, with its preposition if it has one, to what it leaves what it takes."""
    table = lexicon("stance")["frames"][kind]
    return {phrase: status for status in OPEN for phrase in table.get(status, ())}


@cache
def _heads() -> frozenset[str]:
    """Words without which a sentence has no frame."""
    kinds = ("verbs", "nouns", "objects", "sums", "deeds_of", "changes_of")
    return frozenset(phrase.split()[0] for kind in kinds for phrase in _framed(kind))


class Frames:
    """Reads what the frames of one sentence leave open."""

    deeds = listed("stance", "frames", "deeds")
    changes = listed("stance", "frames", "changes")
    brought = listed("stance", "frames", "brought")
    over = listed("stance", "deeds", "told")
    assumed = listed("stance", "frames", "assumed")
    papers, tabling = listed("stance", "frames", "papers"), listed("stance", "frames", "tabling")
    examining = listed("stance", "frames", "examining")
    thoughts = listed("stance", "frames", "thoughts")
    lengths = listed("figures", "changes", "lengths")
    collapsing = listed("stance", "frames", "collapsing")
    containing = listed("stance", "planned", "containing")
    drafts = listed("stance", "planned", "drafts")
    accords = listed("stance", "drafted", "accords")
    drafted = listed("stance", "drafted", "verbs")
    undertakings = listed("stance", "frames", "undertakings")

    def __init__(self, tree: Tree, governors: Governors) -> None:
        self.tree, self.governors = tree, governors
        self.may_be = not (_heads() | OPENING).isdisjoint(tree.lemmas)

    def of(self, token: int, head: int, case: str, above: Told) -> Told | None:
        """What ``head`` leaves of ``token`` below it, None where it leaves nothing open; ``above`` is how it stands."""
        if not self.may_be or not above.is_real:
            return None
        status = self._status(token, head, case)
        return None if status is None else self.governors.left(head, status, above)

    def _status(self, token: int, head: int, case: str) -> Status | None:
        tree, key = self.tree, self.governors.key(head)
        if tree.sentence.upos[head] in ("NOUN", "PROPN") and tree.sentence.xpos[head] != "VBG":
            status = _framed("nouns").get(f"{key} {case}")
            if key in WAYS and case in ("for", "to") and tree.lemma(tree.head(head)) in OPENING:
                return "planned"
            sum_ = status == "expected" and self.is_sum(token)  # "brokers pencil in 21", taken for a noun
            return status if status is not None and (sum_ or self.is_change(token)) else None
        if case:
            done = self.is_span(token) or bool(tree.having(head, "nsubj:pass"))  # "the case was settled for $3m"
            if (
                case in ("for", "to")
                and key in OPENING
                and any(tree.lemma(t) in WAYS for t in tree.having(head, "obj"))
            ):
                return "planned"  # "cleared the way for the release of 2.2 billion"
            return (None if done else _framed("verbs").get(f"{key} {case}")) or self._with(token, head, case)
        if tree.sentence.relations[token] not in ("obj", "nsubj:pass") or self.is_examined(token, head):
            return None
        beside = (*tree.having(token, "nmod"), *tree.having(head, "obl"))
        if any(tree.case(t) == "in" and tree.lemma(t) in self.over for t in beside):
            return None  # "announced 3 million euros in profit"
        if (status := _framed("objects").get(key)) is not None:
            things = {tree.lemma(t) for t in (token, *tree.having(token, "nmod"), *tree.having(head, "obl"))}
            return status if things.isdisjoint(self.assumed) and self.is_counted(token) else None
        if self.is_sum(token) and (status := _framed("sums").get(key)) is not None:
            return status
        if self._is_deed(token) and (status := _framed("deeds_of").get(key)) is not None:
            return status
        return _framed("changes_of").get(key) if self.is_change(token) else None

    def is_examined(self, token: int, head: int) -> bool:
        """ "considered four options", "tabled 400 amendments": they are there, though nothing came of them yet."""
        examining, many = self.governors.key(head) in self.examining, bool(self.tree.having(token, "nummod"))
        if many and self.tree.lemma(token) in self.papers and self.governors.key(head) in self.tabling:
            return True
        thought = self.tree.lemma(token) in self.thoughts or self.tree.sentence.upos[token] == "NUM"  # "considers 24"
        return examining and (thought or bool(self.tree.having(head, "xcomp")))

    def is_span(self, token: int) -> bool:
        """Whether it is how long or how far, and not what for: "queued for three hours", "marched for 12 km"."""
        return is_time(self.tree.lemma(token)) or self.tree.lower[token] in self.lengths

    def is_change(self, token: int) -> bool:
        """Whether what is taken is to be done, or is to change."""
        return self._is_deed(token) or self.tree.lemma(token) in self.changes

    def _with(self, token: int, head: int, case: str) -> Status | None:
        """ "announced the closure of a mill with the loss of 175 jobs": what the deed is to bring."""
        if case != "with" or self.tree.lemma(token) not in self.brought:
            return None
        done = any(self._is_deed(thing) for thing in self.tree.having(head, "obj"))
        return _framed("deeds_of").get(self.governors.key(head)) if done else None

    def is_counted(self, token: int) -> bool:
        """Whether a number, or a thing that is told with one."""
        tree = self.tree
        below = [t for t in tree.having(token, "nmod") if tree.case(t) == "of"]
        return any(self.is_sum(t) or tree.having(t, "nummod") for t in (token, *below))

    def _is_deed(self, token: int) -> bool:
        """Whether what is taken is to be done, or to be paid."""
        lemma = self.tree.lemma(token)
        return lemma in self.deeds or (self.is_sum(token) and self.tree.sentence.upos[token] != "NUM")

    def is_sum(self, token: int) -> bool:
        """Whether it is a number alone, a sum or a share: "$2m" as "two million dollars"."""
        lemma = self.tree.lemma(token)
        money = self.tree.having(token, "nummod") and is_money(unit_of_word(lemma) or "")
        return self.tree.sentence.upos[token] in SUMS or lemma in PERCENT or bool(money)

    def is_bid(self, token: int, subject: int) -> bool:
        """ "Their latest bid is 5.1%", "the promise was for 800 posts": a sum or a share, and no bare number."""
        if self.tree.case(token) == "for":
            return True
        bid = self.tree.lemma(subject) in self.governors.bids
        return bid and self.tree.sentence.upos[token] != "NUM" and self.is_sum(token)

    def held(self, token: int, head: int) -> Told | None:
        """ "the plan includes 300 homes", "the accord gives them 4%": what is part of a plan is planned."""
        tree, tag = self.tree, self.tree.sentence.xpos[head]
        joined = head
        while tree.base[joined] == "conj" and not tree.having(joined, "nsubj") and tree.head(joined) >= 0:
            joined = tree.head(joined)  # "a bill that raises pay and cuts the deficit to 4%"
        relative = tree.sentence.relations[joined] == "acl:relcl"
        now, giving = tag in ("VBZ", "VBP"), tree.lemma(head) in self.drafted
        if not ((now and (relative or giving)) or tree.lemma(head) in self.containing) or tree.base[token] == "nsubj":
            return None
        subjects = tree.having(joined, "nsubj")
        if relative and any(tree.lower[subject] in ("that", "which") for subject in subjects):
            subjects = (tree.head(joined),)  # "a plan that provides 300 homes"
        for subject in subjects:
            lemma = tree.lemma(subject)
            status = self.governors.leaves(subject)
            draft = now and (lemma in self.drafts or (giving and lemma in self.accords))
            if status is not None or draft:
                return Told(status or "planned", (subject,))
        return None

    def fails(self, token: int, head: int) -> bool:
        """ "the purchase of 48 tanks fell through"."""
        return self.governors.key(head) in self.collapsing and self.tree.lemma(token) in self.undertakings
