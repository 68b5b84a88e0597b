"""What was multiplied: "doubled its profit", "twice the usual flow", "flour costs ten times what it did".

One of the ways from a number to its noun, for factors alone. Labels are Universal Dependencies version 2.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place

ALIKE = frozenset({"as", "many", "much", "again"})


class Factors:
    """What the factors of one sentence are told of."""

    def __init__(self, nouns: Nouns) -> None:
        self.tree, self.nouns = nouns.tree, nouns

    def multiplied(self, place: Place) -> int | None:
        """What doubled; the flow of "twice the usual flow", the light of "15 times as much light"; else the subject."""
        tree = self.tree
        own = tree.tokens(place.found.start, place.found.end)
        verbs = [token for token in own if tree.sentence.upos[token] == "VERB"]
        if tree.lower[max(own, default=place.anchor) + 1 :][:1] == ("what",):
            return self._so_much_as(max(own, default=place.anchor) + 1, place)
        if verbs:
            objects = tree.having(verbs[-1], "obj")  # "doubled its profit"
            told = self.nouns.carried(objects[0]) if objects else self.nouns.of_subject(verbs[-1])
            return None if told is not None and tree.lower[told] == "that" else told
        after = max(own, default=place.anchor) + 1
        while after < len(tree.lower) and tree.lower[after] in ALIKE:
            after += 1
        compares = tree.lower[after - 1] == "as"
        while after < len(tree.lower) and tree.sentence.upos[after] in ("DET", "ADJ", "PRON"):
            after += 1
        noun = after < len(tree.lower) and tree.sentence.upos[after] in ("NOUN", "PROPN")
        if not noun or compares:
            return self._so_much(place.anchor)  # "ten times what it was", "twice as many as a week ago"
        if (owned := self._owned(after)) is not None:
            return owned if tree.sentence.upos[owned] == "NOUN" else self._so_much(place.anchor)
        while after + 1 < len(tree.lower) and tree.sentence.upos[after + 1] == "NOUN":
            after += 1
        return after

    def _owned(self, noun: int) -> int | None:
        """The target of "twice the bank's target", the 3 of "twice the bank's 3 percent"."""
        tree = self.tree
        at = next((t for t in range(noun, len(tree.lower)) if tree.sentence.upos[t] not in ("NOUN", "PROPN")), noun)
        if tree.sentence.xpos[at] != "POS":
            return None
        at += 1
        while at + 1 < len(tree.lower) and (
            tree.sentence.upos[at] == "ADJ" or tree.sentence.upos[at : at + 2] == ("NOUN", "NOUN")
        ):
            at += 1
        return at if at < len(tree.lower) else None

    def _so_much_as(self, what: int, place: Place) -> int | None:
        """The "what locals pay" of "three times what locals pay"; the flour of "flour costs ten times what it did"."""
        if self.tree.lower[what + 1 : what + 2] in (("it",), ("they",)):
            return self._so_much(place.anchor)
        return what

    def _so_much(self, anchor: int) -> int | None:
        """The subject of what is several times something; None in an aside, which tells of the figure before."""
        tree = self.tree
        verb = anchor if tree.having(anchor, "cop") else tree.head(anchor)
        if tree.case(anchor) == "by" and verb >= 0 and tree.base[verb] == "obj":
            return self.nouns.of_subject(tree.head(verb))  # "outnumber the others by two to one"
        objects = [child for child in tree.having(verb, "obj") if child != anchor] if verb >= 0 else []
        if objects and verb != anchor and tree.lower[anchor - 1] in ("up", "down"):
            return self.nouns.carried(objects[0])  # "to put the fee up threefold"
        alone = tree.lower[anchor + 3 : anchor + 4] != ("as",)
        if verb >= 0 and tree.lower[anchor + 1 : anchor + 3] == ("as", "many") and alone:
            return None  # "flattened 900 houses and damaged twice as many"
        direct = verb == anchor or tree.base[anchor] in ("obj", "xcomp", "advmod", "obl")
        if verb < 0 or not direct or "," in tree.lower[verb:anchor]:
            return None
        if tree.lemma(verb) in words("figures", "equations", "asking"):
            return None  # "touts ask ten times as much"
        deed = next((token for token in tree.up(verb) if tree.sentence.upos[token] == "VERB"), verb)
        put = [child for child in tree.having(deed, "obj") if deed < child < anchor]
        if put and tree.lemma(deed) in words("figures", "telling", "verbs"):
            return self.nouns.carried(put[0])  # "the auditors put the bill at close to twice that"
        subject = self.nouns.of_subject(verb)
        return None if subject is not None and self.nouns.is_pronoun(subject) else subject
