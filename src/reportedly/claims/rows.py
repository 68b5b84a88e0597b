"""Numbers whose clause leaves unsaid what the one before told: "the Greens filed 31 complaints, and Labour 4".

Ways from a number to its noun; one that leads to another number shares what that one counts. Labels are Universal
Dependencies version 2.
"""

from reportedly.claims.lexicons import either, words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.unsaid import JOINTS
from reportedly.claims.verbs import Verbs

PERCENT = "percent"
NAMED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
HOLDERS = frozenset({"NOUN", "PROPN"})
SEVERAL = frozenset({"NNS", "NNP", "NNPS"})
ADDED = frozenset({"another", "some", "about", "just", "only", "nearly"})
CLOSED = ((), (".",), *((joint,) for joint in JOINTS))
CLAUSES = frozenset({"VERB", "AUX", "SCONJ"})
STOPS = frozenset({";", ":", "(", ")"})
AGED = (("younger", "than"), ("older", "than"))
THEM = frozenset({"them", "whom", "these", "those"})
PARTITIVE = ("of", "out of", "among", "than", "to")
# So many words lie at most between a place and its predicate: "are in two tents", "slept in two tents".
UNDER = 2


class Rows:
    """The rows of numbers in one sentence."""

    def __init__(self, nouns: Nouns, verbs: Verbs) -> None:
        self.tree, self.nouns, self.verbs = nouns.tree, nouns, verbs

    def rival(self, place: Place) -> int | None:
        """Keller of "Brandt had 40% and Keller 39%"; what the first has, in "the Greens filed 31 complaints, Labour 4".

        Who stands right before its number behind a comma or an "and", and no noun behind it: another holder of what
        the number before tells. A number leads to that number, a share to its holder.
        """
        tree, name = self.tree, self._holder(place)
        joint = name - 1
        while joint > 0 and tree.sentence.upos[joint] in NAMED and joint not in self.verbs.owner:
            joint -= 1
        before = [token for token in range(joint) if token in self.verbs.owner]
        if joint <= 0 or tree.lower[joint] not in JOINTS or not before:
            return None
        between = range(before[-1] + 1, joint)  # nothing but a phrase: "49 seats in Congress, Labour 41"
        if any(tree.sentence.upos[token] in CLAUSES or tree.lower[token] in STOPS for token in between):
            return None
        if place.found.quantity.unit == PERCENT:
            return None if self.nouns.is_named_place(name) else name
        low = place.found.quantity.low
        if low is None or low.denominator > 1:
            return None  # "transports 1190.43, off 14.76; utilities 215.86": a level of its own
        row = self.verbs.owner[before[-1]]
        first = next(token for token in before if self.verbs.owner[token] == row)
        body = either(("figures", "carriers", "collectives"), ("figures", "polls", "standing"))  # "and the army nine"
        return first if tree.sentence.xpos[name] in SEVERAL or tree.lemma(name) in body else None

    def again(self, place: Place) -> int | None:
        """The three of "three trains have left; on a usual day it would be 70": as many, at another time."""
        tree, owner = self.tree, self.verbs.owner
        it = any(tree.lower[t] == "it" for t in tree.having(place.anchor, "nsubj"))
        if not it or not tree.having(place.anchor, "cop") or place.found.is_measure:
            return None
        for token in range(place.first):
            top = tree.head(token) if tree.base[token] == "nummod" else token
            if token in owner and tree.base[top] in ("nsubj", "obj"):
                return token
        return None

    def _holder(self, place: Place) -> int:
        """The noun right before a number that stands alone; none (-1) where a time stands there."""
        tree, name = self.tree, place.first - 1
        while name > 0 and tree.lower[name] in ADDED:
            name -= 1
        if name < 1 or tree.sentence.upos[name] not in HOLDERS or name in self.verbs.owner:
            return -1
        timed = any(first <= name < last and kind == "DATE" for first, last, kind in tree.sentence.entities)
        return name if not timed and tree.lower[place.after : place.after + 1] in CLOSED else -1

    def parted(self, place: Place) -> int | None:
        """The dead of "eleven of the dead were miners and four were children", of whom the four are, too."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if tree.lower[place.after : place.after + 2] in AGED and tree.base[place.anchor] != "nsubj":
            return self._of_them(place)
        if place.anchor not in place.inside or tree.base[place.anchor] != "nsubj" or not tree.having(verb, "cop"):
            return None
        if tree.base[verb] == "conj" and tree.having(tree.head(verb), "cop"):
            first = tree.head(verb)
            wholes = [t for one in tree.having(first, "nsubj") for t in tree.having(one, "nmod") if one < place.first]
            return next((t for t in wholes if self._is_whole(t)), self._opened(first))
        return None if tree.having(place.anchor, "nmod") else self._opened(verb)

    def _of_them(self, place: Place) -> int | None:
        """The 53 of "53 workers, 38 of them women and four younger than 18", of whom the four are, too."""
        lower, owner = self.tree.lower, self.verbs.owner
        before = range(place.first - 1, 0, -1)
        them = next((t for t in before if lower[t] in THEM and lower[t - 1] in ("of", "among")), 0)
        some = owner.get(them - 2) if them > 1 and lower[them - 1] == "of" else None  # the 38 are but some of them, too
        found = (t for t in range(them - 1, -1, -1) if t in owner and (some is None or owner[t] != some))
        return next(found, None) if them else None

    def _opened(self, verb: int) -> int | None:
        """ "Of the dead, eleven were miners": what the sentence opens with."""
        return next((t for t in self.tree.having(verb, "obl") if t < verb and self._is_whole(t)), None)

    def _is_whole(self, noun: int) -> bool:
        """Whether a phrase tells of all of those that the words call: "of the dead"."""
        tree = self.tree
        bare = tree.case(noun) == "of" and not tree.having(noun, "nummod") and noun not in self.verbs.owner
        return (
            bare
            and tree.lower[noun - 1] == "the"
            and tree.lower[noun] in words("figures", "countable_adjectives", "words")
        )

    def shared(self, place: Place) -> int | None:
        """In "of these 90 are in two tents and 48 with friends" the 48 are as the 90 are, and no tents."""
        tree, joint = self.tree, place.first - 1
        if place.anchor not in place.inside or joint < 1 or tree.lower[joint] not in JOINTS:
            return None
        if tree.sentence.upos[place.after : place.after + 1] != ("ADP",) or tree.lower[place.after] in PARTITIVE:
            return None
        last = next((token for token in range(joint - 1, 0, -1) if token in self.verbs.owner), None)
        if last is None:
            return None
        noun = tree.head(last) if tree.base[last] == "nummod" else last
        if not tree.case(noun) or tree.case(noun) in PARTITIVE:
            return None
        above = (noun, *tree.up(noun))[: UNDER + 1]
        subjects = [one for head in above for one in tree.having(head, "nsubj", "nsubj:pass") if one < last]
        told = (*subjects[:1], *(one for subject in subjects[:1] for one in tree.having(subject, "nummod")))
        return next((one for one in told if one in self.verbs.owner), None)
