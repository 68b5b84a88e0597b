"""Whose share a share of votes or of answers is: "the Front had 41 percent", "won a sixth term with 71 percent".

Ways from a number to its noun, for percentages that are of nothing named; and, for these and for sums, to the noun of a
clause without its verb. Labels are Universal Dependencies version 2.
"""

from reportedly.claims.lexicons import listed
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.rows import NAMED, PERCENT
from reportedly.claims.unsaid import JOINTS
from reportedly.claims.verbs import NOTHING, Verbs

MOVED = ("to", "from")
AGAINST = frozenset({"against", "to", "versus"})


class Polls:
    """Whose the shares of one sentence are."""

    taking = listed("figures", "polls", "taking")
    winning = listed("figures", "polls", "winning")
    standing = listed("figures", "polls", "standing")

    def __init__(self, nouns: Nouns, verbs: Verbs) -> None:
        self.tree, self.nouns, self.verbs = nouns.tree, nouns, verbs

    def gapped(self, place: Place) -> int | None:
        """The fares of "bookings are 22% ahead and fares 5% higher", the rival of "won 41% and its rival 38"."""
        tree, noun = self.tree, place.first - 1
        if noun < 1 or tree.sentence.upos[noun] != "NOUN" or noun in self.verbs.owner:
            return None
        before = noun - 1
        compared = tree.sentence.xpos[place.after : place.after + 1] in (("JJR",), ("RBR",))
        if not compared and tree.head(place.anchor) not in self.verbs.owner:
            return None
        while not compared and before > 0 and tree.sentence.upos[before] in NAMED and before not in self.verbs.owner:
            before -= 1
        if tree.lower[before] not in JOINTS:
            return None
        paid = place.kind == "money" and not compared and self.verbs.is_people(noun)
        return NOTHING if paid else noun  # "fined the driver $40 and the guide $20": they may pay it or get it

    def split(self, place: Place) -> int | None:
        """Who voted so: the voters of "voters rejected the tax by 58 percent to 42"; nothing of bodies."""
        tree = self.tree
        first = tree.lower[place.first - 1] == "by" and tree.lower[place.after : place.after + 1] == ("to",)
        numbered = tree.sentence.upos[place.after + 1 : place.after + 2] == ("NUM",)
        if place.found.quantity.unit != PERCENT or not (first and numbered):
            return None
        verb = next((t for t in tree.up(place.anchor) if tree.sentence.upos[t] == "VERB"), None)
        if verb is not None and self.nouns.way(verb) is not None:
            return None  # "rose by 3 percent to 610"
        subject = None if verb is None else self.nouns.of_subject(verb)
        several = subject is not None and (tree.sentence.xpos[subject] == "NNS" or self.verbs.is_people(subject))
        return subject if several else NOTHING

    def other(self, place: Place) -> int | None:
        """Whose the second share is: the Greens of "against 28 percent for the Greens", the Sol of "to Sol's 41"."""
        tree, before = self.tree, place.first - 1
        if place.found.quantity.unit != PERCENT or before < 1:
            return None
        if tree.sentence.xpos[before] == "POS":
            owner = before - 1
            return owner if self._stands(owner) else None
        if tree.lower[place.after : place.after + 1] != ("for",) or tree.lower[before] not in AGAINST:
            return None
        behind = next((t for t in tree.up(place.after) if t > place.after and tree.case(t) == "for"), None)
        return behind if behind is not None and self._stands(behind) else None

    def is_mover(self, head: int, place: Place) -> bool:
        """Whether a name only tells who moved to a number: the Liberals of "won 23 seats; the Liberals slid to 14"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if place.kind != "count" or verb < 0 or tree.lower[place.first - 1] not in MOVED:
            return False
        named = tree.sentence.upos[head] == "PROPN" or tree.lemma(head) in self.standing
        moved = tree.sentence.upos[verb] == "VERB" and self.nouns.way(verb) is not None
        before = max((token for token in self.verbs.owner if token < verb), default=-1)
        deed = next((t for t in tree.up(before) if tree.sentence.upos[t] == "VERB"), -1) if before >= 0 else -1
        top = tree.head(before) if before >= 0 and tree.head(before) > before else before
        reached = top >= 0 and tree.case(top) == MOVED[0]  # "lifts it to 60 seats"
        level = before >= 0 and (deed < 0 or reached or self.nouns.way(deed) is None)  # not "gained 12 seats"
        return named and moved and level and self.nouns.of_subject(verb) == head

    def taken(self, place: Place) -> int | None:
        """Who has, wins or comes in with so many percent, if that is somebody who can be voted for."""
        tree, verb, beside = self.tree, self.tree.head(place.anchor), place.first - 2
        if place.found.quantity.unit != PERCENT:
            return None
        if beside >= 0 and tree.lower[beside + 1] == "on" and tree.sentence.upos[beside] in ("NOUN", "PROPN"):
            return beside if self._stands(beside) else None  # "lead the Greens on 12"
        if verb < 0 or tree.sentence.upos[verb] != "VERB":
            return None
        relation, case = tree.base[place.anchor], self.nouns.case(place.anchor, place.inside)
        has = relation == "obj" and not case and tree.lemma(verb) in self.taking
        wins = relation == "obl" and case in ("with", "on") and tree.lemma(verb) in self.winning
        subject = self.nouns.of_subject(verb) if has or wins else None
        return subject if subject is not None and self._stands(subject) else None

    def _stands(self, token: int) -> bool:
        """Whether a word names a party, a camp or a person."""
        if self.verbs.is_people(token) or self.tree.lemma(token) in self.standing:
            return True
        return self.tree.sentence.upos[token] == "PROPN" and not self.nouns.is_named_place(token)
