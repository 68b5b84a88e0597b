"""What a length or a time is told of: the truce that lasted it, the wall so high, the road closed for it.

Ways from a number to its noun for measures of space and time alone. Labels are Universal Dependencies version 2.
"""

from reportedly.claims.changes import LIES
from reportedly.claims.lexicons import either, listed
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.verbs import NOTHING, Verbs

MAGNITUDE = "magnitude"


class Spans:
    """What the lengths and times of one sentence are told of."""

    directions = listed("figures", "directions", "words")
    lengths = listed("figures", "directions", "units")
    lying = listed("figures", "directions", "verbs")
    dimensions = listed("figures", "dimensions", "words")
    along = listed("figures", "dimensions", "along")
    punishing = listed("figures", "punishing", "verbs")
    states = listed("figures", "states", "words")

    def __init__(self, nouns: Nouns, verbs: Verbs) -> None:
        self.tree, self.nouns, self.verbs = nouns.tree, nouns, verbs

    def lasted(self, place: Place) -> int | None:
        """The truce of "the truce lasted 12 hours before four bombs fell", wherever the parse hung the hours."""
        tree, verb = self.tree, place.first - 1
        lasts = verb >= 0 and tree.sentence.upos[verb] == "VERB" and tree.lemma(verb) in self.verbs.lasting
        if not lasts or verb == tree.head(place.anchor) or tree.having(verb, "obj"):
            return None
        return self.nouns.of_subject(verb)

    def described(self, place: Place) -> int | None:
        """The water of "water up to two metres deep", the wall of "a wall 3 m high and a mile long"."""
        tree, before = self.tree, place.first - 1
        if tree.lower[place.after : place.after + 1] == () or tree.lower[place.after] not in self.along:
            return None
        if tree.sentence.upos[place.after + 1 : place.after + 2] in (("NOUN",), ("PROPN",)):
            return None  # "a 3 m high wall"
        if tree.sentence.xpos[place.after + 1 : place.after + 2] == ("HYPH",):
            return None  # "200 long-range guns"
        while before >= 0 and (
            tree.lower[before] in ("and", ",") or tree.lower[before] in self.along or before in self.verbs.owner
        ):
            before -= 1
        named = before >= 0 and tree.sentence.upos[before] in ("NOUN", "PROPN")
        alone = before > 0 and tree.sentence.upos[before - 1 : before + 1] == ("DET", "ADJ")  # "a slick 9 km long"
        return before if named or alone else None

    def spent_in(self, place: Place) -> int | None:
        """The state of "nine years in prison"."""
        tree, state = self.tree, place.after + 1
        held = tree.lower[place.after : state + 1] if state < len(tree.lower) else ()
        return state if held[:1] == ("in",) and held[1] in self.states else None

    def kept(self, place: Place) -> int | None:
        """The fuel of "with fuel for ten days", the road of "closed the road for an hour"."""
        tree, noun = self.tree, place.first - 2
        noun -= 1 if noun > 0 and tree.sentence.upos[noun + 1] == "ADV" else 0  # "fuel for only two minutes"
        if noun < 0 or tree.lower[noun + 1] != "for" or tree.sentence.upos[noun] != "NOUN":
            return None
        if tree.lemma(tree.head(noun)) in self.punishing:
            return None
        within = tree.case(noun) not in ("", "with") or tree.base[noun] not in ("obj", "nmod", "obl", "conj")
        return None if within or self.verbs.is_people(noun) or not self.nouns.is_stuff(noun) else noun

    def measured(self, place: Place) -> int | None:
        """The subject of "was 11,000 strong", "is 3 metres high"."""
        tree, governor = self.tree, self.tree.head(place.anchor)
        if tree.base[place.anchor] == "nsubj" or governor < place.after or not tree.having(governor, "cop"):
            return None
        return self.nouns.of_subject(governor) or NOTHING if tree.lower[governor] in self.dimensions else None

    def away(self, place: Place) -> int | None:
        """What lies so far from somewhere, if it is a thing; else, of what happens there, the unit's own word."""
        if not self.is_away(place):
            return None
        tree, anchor = self.tree, place.anchor
        while (above := tree.head(anchor)) >= 0 and (
            tree.sentence.upos[above] in ("ADV", "ADJ", "ADP") or tree.case(above) == "by"
        ):
            anchor = above
        verb = tree.head(anchor)
        if tree.having(anchor, "cop"):
            thing = self.nouns.copular_subject(anchor)
        elif verb >= 0 and tree.sentence.upos[verb] == "VERB":
            beside = place.first - 1  # "spotted a planet 124 light years away"
            named = tree.sentence.upos[beside] == "NOUN" and not tree.case(beside) and not self.verbs.is_people(beside)
            alone = tree.sentence.xpos[beside] == "NN" and not tree.having(beside, "det", "nmod:poss", "nummod")
            named = named and not alone  # "caught fire 80 miles off the coast"
            up = tree.lower[place.after] in ("up", "down") and tree.sentence.upos[beside] == "NOUN"
            named = named or (up and tree.having(beside, "det") != ())  # "in an orbit 500 km up"
            thing = beside if named else None
            thing = self.verbs.undergoing(verb, place) if tree.lemma(verb) in self.lying else thing
            thing = self.verbs.goer(verb) if thing is None else thing
        else:
            thing = verb if tree.base[anchor] == "appos" and tree.sentence.upos[verb] == "NOUN" else None
        thing = self._beside(place) if thing is None else thing
        return self.unit_noun(place) if thing is None else thing

    def _beside(self, place: Place) -> int | None:
        """The epicentre of "the quake struck at dawn, its epicentre 31 km west of the city"."""
        tree, noun = self.tree, place.first - 1
        named = noun > 1 and tree.sentence.upos[noun] in ("NOUN", "X")  # a rare word goes for a foreign one
        return noun if named and tree.lower[noun - 2] == "," and tree.lower[noun - 1] in ("its", "their") else None

    def is_away(self, place: Place) -> bool:
        """Whether a length tells how far something is from somewhere: "sank 15 miles off the coast"."""
        tree, after = self.tree, place.after
        if tree.lower[after : after + 1] == ("(",):  # "12 miles (19 km) short of the field"
            after = next((t + 1 for t in range(after, min(after + 5, len(tree.lower))) if tree.lower[t] == ")"), after)
        measured = place.found.quantity.unit in self.lengths and after < len(tree.lower)
        return measured and tree.lower[after] in self.directions

    def unit_noun(self, place: Place) -> int | None:
        """The noun of a written unit: the miles of "55 miles"."""
        tree, start = self.tree, place.found.numeral[0]
        behind = [token for token in place.inside if tree.sentence.starts[token] >= start]  # no minimum, "of 5 years"
        if place.found.quantity.unit == MAGNITUDE:
            behind = [*place.inside]  # "of magnitude 6.1"
        nouns = [t for t in behind if tree.sentence.upos[t] == "NOUN" and tree.lower[t].isalpha()]
        return next((token for token in nouns if token + 1 not in nouns), None)

    def put(self, place: Place) -> int | None:
        """The output of "left output 12 percent down", "pushed output up 12 percent", "12 percent lower"."""
        tree, noun = self.tree, place.first - 1
        if (thing := self._more(place)) is not None:
            return thing
        moved = bool({("up",), ("down",)} & {tree.lower[place.after : place.after + 1], tree.lower[noun : place.first]})
        noun -= tree.lower[noun] in ("up", "down")
        moved = moved or tree.sentence.xpos[place.after : place.after + 1] in (("JJR",), ("RBR",))
        done = moved and noun > 0 and tree.sentence.upos[noun] in ("NOUN", "PROPN") and tree.base[noun] == "obj"
        return self.nouns.carried(noun) if done and tree.sentence.upos[tree.head(noun)] == "VERB" else None

    def _more(self, place: Place) -> int | None:
        """The pay of "want 9% more pay", the flights of "30 percent fewer flights"."""
        tree, behind = self.tree, place.after
        less = tree.lower[behind : behind + 1] in (("fewer",), ("less",))
        if not less and tree.lower[place.inside[-1]] != "more":
            return None
        noun = self.nouns.following(behind + less)
        return None if noun is None else self.nouns.carried(noun)

    def aside(self, place: Place) -> int | None:
        """The exports of "and exports, at $258 billion, rose"."""
        tree, noun = self.tree, place.first - 3
        closed = tree.lower[place.after : place.after + 1] == (",",) and tree.lower[noun + 1 : noun + 3] == (",", "at")
        return self.nouns.carried(noun) if noun >= 0 and closed and tree.sentence.upos[noun] == "NOUN" else None

    def levelled(self, noun: int, place: Place) -> int:
        """The levels of "levels at 15 dams above 95 percent", where the parse hangs the percent on the dams."""
        tree, above = self.tree, self.tree.head(noun)
        apart = place.found.is_measure and tree.case(place.anchor) in LIES and tree.base[noun] == "nmod"
        levels = either(("figures", "directions", "heights"), ("figures", "directions", "readings"))
        return above if apart and 0 <= above < noun and tree.lemma(above) in levels else noun
