"""Numbers whose noun stands where no arc leads: "seven of them children", "three of suspected flu", "(vacancy 6%)".

Ways from a number to its noun that are read off the words around it, where a parse has too little to go by. Labels are
Universal Dependencies version 2.
"""

from reportedly.claims.lexicons import listed
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.unsaid import JOINTS
from reportedly.claims.verbs import NOTHING, Verbs
from reportedly.language.lemmas import bases

THEM = (("of", "them"), ("of", "whom"), ("of", "these"), ("of", "those"))
SEVERAL = ("NNS",)
NARROWING = frozenset({"ADJ", "NOUN", "PROPN"})
# What may stand behind those who are singled out; a verb there would be their own: "two of them students protested".
CLOSING = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ"})
KIND = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
LABEL = frozenset({"NOUN", "PROPN", "ADJ"})
BOUNDS = frozenset({"above", "over", "under", "below", "exceeding"})
OUT_OF = (("in",), ("out",))
DEFINITE = ("the", "these", "those", "its", "their")
NEAR = 10  # words from "three of measles" back to the "40 cases of mumps" by which it is told


class Singled:
    """What the numbers of one sentence count by the words around them."""

    fractions = listed("figures", "fractions", "words")
    times = listed("times", "words")
    changed = listed("figures", "sliced", "verbs")
    peaks = listed("figures", "peaks", "words")
    norms = listed("figures", "apart", "norms")
    seekers = listed("figures", "sought", "subjects")
    seeking = listed("figures", "sought", "verbs")
    funds = listed("figures", "sought", "funds")
    putting = listed("figures", "estimating", "putting")
    bringing = listed("figures", "summing", "verbs")

    def __init__(self, nouns: Nouns, verbs: Verbs) -> None:
        self.tree, self.nouns, self.verbs = nouns.tree, nouns, verbs

    def inside(self, place: Place) -> int | None:
        """ "one worker in six": the counted word stands within the number's own words."""
        tree, found = self.tree, place.found
        if place.kind == "extent":
            return self._measured_stuff(place)
        if found.quantity.unit != "share":
            return None
        for token in sorted(place.inside, reverse=True):
            start, end = tree.chars((token,))
            noun = tree.sentence.upos[token] == "NOUN" and tree.lower[token] not in self.fractions
            if noun and start >= found.start and end <= found.end and tree.lower[token + 1 : token + 2] in OUT_OF:
                return token
        last = place.inside[-1]
        in_ten = tree.sentence.upos[last] == "NUM" and tree.lower[last - 1] in ("in", "of") and last > place.first + 1
        voters = place.after  # "four in 10 registered voters"
        while voters < len(tree.lower) and tree.base[voters] == "amod":
            voters += 1
        while voters + 1 < len(tree.lower) and tree.base[voters] == "compound" and tree.head(voters) > voters:
            voters += 1
        if in_ten and tree.sentence.xpos[voters : voters + 1] == ("NN",) and bases(tree.lower[voters], "VBG"):
            return NOTHING  # "sees fewer than one in five running": that is what they do
        return voters if in_ten and tree.sentence.xpos[voters : voters + 1] in (("NNS",), ("NNPS",)) else None

    def _measured_stuff(self, place: Place) -> int | None:
        """The oil of "17 million barrels of oil a day", which stands among the words of its unit."""
        tree = self.tree
        begins = place.found.unit_span[0] if place.found.unit_span else place.found.end
        led = (t for t in place.inside[1:-1] if tree.lower[t] == "of" and tree.sentence.starts[t] > begins)
        of = next(led, None)  # no "hundreds of metres"
        if of is None or tree.sentence.upos[of + 1] != "NOUN" or of + 1 not in place.inside:
            return None
        verb = next((token for token in tree.up(place.anchor) if tree.sentence.upos[token] == "VERB"), None)
        return None if verb is not None and self.nouns.way(verb) is not None else of + 1

    def singled(self, place: Place) -> int | None:
        """The children of "31 survivors, seven of them children": what those told of are is what is counted."""
        tree, upos, noun = self.tree, self.tree.sentence.upos, place.after + 2
        if noun >= len(upos) or tree.lower[place.after : noun] not in THEM:
            return None
        while noun + 1 < len(upos) and upos[noun] in NARROWING and upos[noun + 1] in ("NOUN", "PROPN"):
            noun += 1
        if tree.sentence.xpos[noun] not in SEVERAL or tree.lemma(noun) in self.times or noun in self.verbs.owner:
            return None
        ends = noun + 1 == len(upos) or upos[noun + 1] in CLOSING or tree.lower[noun + 1] in ("who", "whose")
        return noun if ends and self.verbs.is_people(noun) else None

    def of_kind(self, place: Place) -> int | None:
        """The cases of "40 cases of mumps and three of suspected flu", which are no flu."""
        tree, upos, last = self.tree, self.tree.sentence.upos, place.after
        if tree.lower[last : last + 1] != ("of",) or tree.lower[place.first - 1] not in JOINTS:
            return None
        while last + 1 < len(upos) and upos[last + 1] in KIND:
            last += 1
        if last == place.after or tree.sentence.xpos[last] in SEVERAL or not self.nouns.is_stuff(last):
            return None
        for noun in range(place.first - 2, max(0, place.first - NEAR), -1):
            if tree.lower[noun] == "of" and tree.sentence.xpos[noun - 1] == "NNS":
                numbered = any(token in self.verbs.owner for token in tree.having(noun - 1, "nummod"))
                return noun - 1 if numbered else None
        return None

    def one_of(self, place: Place) -> int | None:
        """The blaze of "the blaze, one of 17 burning", the strike of "it was one of nine"."""
        tree, of = self.tree, place.first - 1
        of -= 1 if of > 0 and tree.lower[of] in DEFINITE else 0
        one = of - 1
        if (
            one < 1
            or tree.lower[one - 1] == "only"
            or tree.lower[one : of + 1] != ("one", "of")
            or place.anchor not in place.inside
        ):
            return None
        if tree.base[one] == "appos":
            noun = tree.head(one)
            return self.nouns.called(noun) if tree.sentence.upos[noun] in ("NOUN", "PROPN") else None
        told = self.nouns.copular_subject(one)
        return None if told is None or self.nouns.is_pronoun(told) else self.nouns.called(told)

    def labelled(self, place: Place) -> int | None:
        """The rate of "83 deaths (fatality rate 11.6%)"."""
        tree, name = self.tree, place.first - 1
        if tree.lower[place.after : place.after + 1] != (")",) or name < 1:
            return None
        before = name
        while before > 0 and tree.sentence.upos[before] in LABEL and before not in self.verbs.owner:
            before -= 1
        label = tree.sentence.upos[name] == "NOUN" or (
            tree.sentence.upos[name] == "PROPN" and place.kind == "share" and tree.sentence.words[name].isupper()
        )
        told = label and before < name and tree.lower[before] == "("
        return name if told and tree.lemma(name) not in self.times else None

    def sliced(self, place: Place) -> int | None:
        """The timetable of "cut 30% from the timetable", the growth of "took 0.4 points off growth"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if verb < 0 or tree.base[place.anchor] != "obj" or tree.lemma(verb) not in self.changed:
            return None
        for noun in (*tree.having(verb, "obl"), *tree.having(place.anchor, "nmod")):
            off = noun > place.first and tree.case(noun) in ("off", "from", "off of")
            if off and self.nouns.is_stuff(noun) and tree.lemma(noun) not in self.peaks | self.norms:
                return None if self.verbs.is_people(noun) else self.nouns.carried(noun)
        return None

    def bounded(self, place: Place) -> int | None:
        """The tankers of "for tankers above 20,000 tonnes", the homes of "homes under $300,000"."""
        tree, noun = self.tree, place.first - 1
        bound = tree.lower[place.first] in BOUNDS and noun >= 0 and tree.sentence.xpos[noun] == "NNS"
        if not bound or noun in self.verbs.owner or tree.base[noun] in ("nsubj", "obj") or self.verbs.is_people(noun):
            return None
        moved = any(self.nouns.way(token) is not None for token in tree.up(noun) if tree.sentence.upos[token] == "VERB")
        return None if moved or not tree.case(noun) else noun

    def sought(self, place: Place) -> int | None:
        """The appeal of "the appeal seeks $94 million"; the fund of "released $3m from the reserve fund"."""
        tree, verb = self.tree, self.tree.head(place.anchor)
        if verb < 0 or tree.sentence.upos[verb] != "VERB":
            return None
        if tree.base[place.anchor] == "obj" and tree.lemma(verb) in self.seeking:
            subject = self.nouns.of_subject(verb)
            return subject if subject is not None and tree.lemma(subject) in self.seekers else None
        if tree.sentence.relations[place.anchor] not in ("obj", "nsubj:pass") or self.nouns.way(verb) is not None:
            return None
        funds = (noun for noun in tree.having(verb, "obl") if tree.case(noun) in ("from", "out of"))
        return next((noun for noun in funds if tree.lemma(noun) in self.funds), None)

    def moved(self, anchor: int) -> int | None:
        """The toll of "lowered the toll of the quake from 94 to 89", where the parse hangs the numbers on the quake.

        So it is of "put the damage to farms at $3m" and "brings payments under the plan to $2bn".
        """
        tree, case = self.tree, self.tree.case(anchor)
        above = next((token for token in tree.up(anchor) if tree.base[token] != "nmod"), anchor)
        if above == anchor or tree.base[above] not in ("obj", "nsubj"):
            return None
        verb = tree.head(above)
        to = [child for child in tree.having(anchor, "nmod") if tree.case(child) == "to"]
        both = case == "from" and bool(to) and tree.sentence.upos[to[0]] in ("NUM", "NOUN", "SYM")
        if both and self.nouns.way(verb) is not None:
            return above
        led = tree.base[above] == "obj" and tree.sentence.upos[verb] == "VERB"
        put = case == "at" and tree.lemma(verb) in self.putting
        brought = case == "to" and (tree.lemma(verb) in self.bringing or self.nouns.way(verb) is not None)
        return above if led and (put or brought) else None
