"""Numbers in a sentence become figures about the world: what each counts, which way it changes, what it hangs on.

The number itself comes from ``values``; here the tree tells what it belongs to. Where the sentence does not name
what is counted, the nearest thing counted before it is carried over and marked as implied; where there is none,
nothing is named. Labels are Universal Dependencies version 2 (https://universaldependencies.org/u/dep/).
"""

from collections.abc import Iterator, Sequence

from reportedly.claims.alike import is_converted, is_difference, is_enclosed, is_former, is_listed, is_of_a_kind, is_off
from reportedly.claims.changes import LIES, Changes
from reportedly.claims.deeds import REFLEXIVE
from reportedly.claims.estimating import admits, estimates, tells_of_before
from reportedly.claims.gaps import PARTING, is_against, is_gapped, is_other_side
from reportedly.claims.haggled import is_asker
from reportedly.claims.lexicons import listed
from reportedly.claims.links import is_described, part_word
from reportedly.claims.lying import is_while
from reportedly.claims.makers import is_held_against, is_made_by
from reportedly.claims.naming import Naming
from reportedly.claims.nouns import NOMINAL, Nouns
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure, Leaning, Place, Places
from reportedly.claims.trees import Tree
from reportedly.claims.ways import Ways
from reportedly.claims.wholes import Wholes
from reportedly.model import Change
from reportedly.values import Found

SCORED = ("votes", "goals", "points")
POINTS = frozenset({"percentage_point", "basis_point"})
FIGURE = "figure"  # of what, was told before: "puts the figure at 61 percent"
SHORT = (("short", "of"), ("shy", "of"))
LEAVING = frozenset({"leave", "render"})
# Before the share that somebody is at, and what may stand between.
HELD_AT, SMALL = ("at", "with", "on"), ("just", "only", "barely", "about")


class Counting:
    """Reads one sentence's figures together, since one may lead to what another counts."""

    giving = listed("slots", "giving", "verbs")
    beside = listed("figures", "beside", "words")
    pointing = listed("figures", "parts", "pointing")
    counters = listed("figures", "countable_adjectives", "words")
    earlier = listed("figures", "carriers", "earlier")
    marks = listed("figures", "carriers", "marks")
    righting = listed("figures", "carriers", "righting")
    befalling = listed("figures", "of_people", "verbs")
    drawing = listed("figures", "of_people", "drawing")
    telling = listed("figures", "telling", "verbs")
    voting = listed("figures", "uncounted", "voting")
    beyond = listed("figures", "apart", "beyond")
    limits = listed("figures", "apart", "limits")
    foretold = listed("figures", "foretold", "words")
    intended = listed("figures", "uncounted", "intended")

    def __init__(self, tree: Tree, founds: Sequence[Found]) -> None:
        self.tree, self.nouns = tree, Nouns(tree)
        self.changes = Changes(self.nouns)
        standing = Places(tree, self.nouns, founds)
        self.founds, self.places, self.owner = standing.founds, standing.all, standing.owner
        self.lent = standing.lent
        self.ways = Ways(self.nouns, standing)
        self.naming = Naming(tree, self.owner.keys())
        self.wholes = Wholes(tree, standing)

    def figures(self) -> Iterator[tuple[Found, Figure | None]]:
        """Each number with its figure, or None where the sentence has no word for it."""
        for i, place in enumerate(self.places):
            yield self.founds[i], self._figure(i, place) if place else None

    def _figure(self, number: int, place: Place) -> Figure:
        found, anchor = place.found, place.anchor
        head, carrier = self._named(number, place)
        change = found.quantity.change
        deed = self._deed(number, place) if head is None and carrier is None else None
        if deed is not None:
            head = self._left(number, self.tree.head(deed)) or self._named_subject(self.tree.head(deed))
            head = deed if head is None and self._is_of_things(number) else head
        compared = number > 0 and (
            self._is_compared(place)
            or self._is_up_from(place, self.places[number - 1])
            or is_gapped(self.ways.verbs, self.places[number - 1], place)
            or is_former(self.nouns, number, self.places)
            or is_against(self.nouns, self.places[number - 1], place)
            or is_other_side(self.nouns, self.places[number - 1], place)
            or (head is None and place.kind == "multiple")
            or self._goes_on_compared(number, place)
        )
        compared = compared or (number in self.lent and self._is_left_out(place))
        of_parent = self.wholes.is_of_parent(place)
        head = None if compared or of_parent else head
        return Figure(
            found,
            place.inside,
            anchor,
            head,
            self._change(number, place) if change == "level" else self._on_top(place, change),
            carrier=carrier,
            is_whole=of_parent or self.wholes.is_whole(place, head),
            leans="compared"
            if compared
            else None
            if of_parent
            else "same unit"
            if number in self.lent and head is None
            else self._leans(place, head, carrier),
            deed=deed,
            like=self._like(place) if head is None and not compared else None,
        )

    def _like(self, place: Place) -> int | None:
        """The 90 of "90 of them are in two tents and 48 with friends", for the 48."""
        rows = self.ways.rows
        other = (rows.shared(place) or rows.again(place)) if place.kind == "count" else None
        return None if other is None else self.owner[other]

    def _named(self, number: int, place: Place) -> tuple[int | None, int | None]:
        """The counted noun; else a word that stands for it where nothing was told before: "it", "total", the unit."""
        head = self._head(number, frozenset())
        if head is None:
            return None, None
        timed = place.kind in ("duration", "extent")
        if not self.nouns.is_pronoun(head):
            unit = timed and head in place.inside and self._set_against(place)
            return (None, head) if unit or self._is_empty(head, place) else (head, None)
        if self.tree.lower[head] in REFLEXIVE:
            return None, None  # "call themselves conservative (37% to 28%)": of whom is not said
        told = self.nouns.relative(head)
        if told is not None:
            return told, None
        if self.tree.lower[head] == "it" and timed:
            thing = self.ways.verbs.thing_before(head)
            return self.ways.unit_word(place) if thing is None else thing, None
        if self.tree.lower[head] in self.pointing:
            return (head, None) if is_described(self.tree, head) else (None, head)
        return self.ways.unit_word(place) if place.found.is_measure else None, None

    def _leans(self, place: Place, head: int | None, carrier: int | None) -> Leaning | None:
        found = place.found
        if carrier is not None and found.is_measure and not self.nouns.is_pronoun(carrier):
            return "same unit"  # "raised $3m, against a target of $5m"
        if found.quantity.unit == "share" or self._is_foretold(place) or carrier is not None:
            return "any"
        if head is None and place.kind == "share" and self._goes_on_after_share(place):
            return "any"  # "six in ten backed the ban, 22 percent opposed it"
        if head is None and place.kind == "share" and part_word(self.tree, place.anchor, place.inside) is not None:
            return "any"  # "of which one state owed 58 percent"
        if head is not None:
            return None
        if not found.is_measure:
            if self._is_of_vote(place):
                return None  # votes, of which nothing was told
            return "living" if self._befalls(place) else "any"
        return "same unit" if self._set_against(place) or self.ways.is_others(place) else None

    def _goes_on_after_share(self, place: Place) -> bool:
        """Whether somebody told by a bare share does something, and its whole or another share was told before."""
        before = [other for other in self.places if other is not None and other.first < place.first]
        tree, verb = self.tree, self.tree.head(place.anchor)
        if tree.base[place.anchor] == "parataxis" and tree.sentence.xpos[place.after : place.after + 1] == ("VBD",):
            verb = place.after  # "68 percent passed", set beside the clause before
        does = place.found.quantity.unit == "percent" and (
            verb == place.after or tree.sentence.relations[place.anchor] == "nsubj"
        )
        moved = does and self.nouns.way(verb) is not None
        return does and bool(before) and (before[-1].kind == "share" or (before[-1].kind == "count" and not moved))

    def _befalls(self, place: Place) -> bool:
        """ "spread to 12 provinces and killed 340": what it befell are no provinces."""
        verb = self.tree.head(place.anchor)
        if self.tree.lower[place.after : place.after + 1] == ("who",):
            return True  # "of the twelve who trained with her": whatever was counted before, these are people
        bare = self.tree.base[place.anchor] == "obl" and not self.tree.case(place.anchor)
        undergone = bare or self.tree.base[place.anchor] == "obj"
        told = self.befalling | self.drawing
        return verb >= 0 and undergone and self.tree.lemma(verb) in told

    def puts_right(self, figure: Figure) -> bool:
        """Whether a figure goes in the place of the one told before: "the correct figure is two"."""
        tree, carrier = self.tree, figure.carrier
        beside = () if carrier is None or tree.base[carrier] != "nsubj" else tree.having(carrier, "amod")
        return any(tree.lower[token] in self.righting for token in beside)

    def _set_against(self, place: Place) -> bool:
        """ "against 300 a year before", "of which 2.9 billion": words that set a measure beside the one before."""
        first = place.first
        return bool(set(self.tree.lower[max(0, first - 2) : first]) & self.beside)

    def _is_compared(self, place: Place) -> bool:
        """ "drew 1.4 million visitors, up 9% on the year before": the share is of what was just told."""
        lower, first = self.tree.lower, place.first
        if place.kind == "extent" and place.after < len(lower) and lower[place.after] in LIES:
            # "stood at 7.8 metres, 40 cm above the flood mark", "hit 43 degrees on Sunday, five above the average"
            unit, near = place.found.quantity.unit, self.owner.get(first - 2)
            alike = (p for p in self.places if p is not None and p.first < first and p.found.quantity.unit == unit)
            other = next(alike, None) if near is None else self.places[near]
            return first > 0 and lower[first - 1] == "," and other is not None and other.kind == "extent"
        beyond, limit = (*lower[place.after : place.after + 2], "", "")[:2]
        if beyond in self.beyond and limit in self.limits:
            return lower[first - 1] == ","  # "cost $420m, 130m over budget"
        short = lower[place.after : place.after + 2] in SHORT  # "110 signed, ten short of what is needed"
        if not short and (place.kind != "share" or self.changes.beside(place.inside) is None):
            return False
        first -= 1 if lower[first - 1] in ("up", "down") else 0
        return first > 0 and lower[first - 1] == ","

    def _is_up_from(self, place: Place, before: Place | None) -> bool:
        """ "sold $1.8bn last week, up from $900m the week before": of what the like number before it told."""
        lower, first = self.tree.lower, place.first
        beside = before is not None and before.after == first - 1 and lower[first - 1] == "from"
        if beside and before is not None and before.kind == "share" and place.found.is_measure:
            return self._is_compared(before)  # "a dividend of 4.6 pence, up 15% from 4 pence"
        if lower[first - 1] == "from" and before is not None and self.tree.base[first - 2] == "appos":
            return self.nouns.way(first - 2) is not None  # "totaled $1bn, a 43% increase from $704m"
        former = self.tree.lemma(first - 2) in self.nouns.peaks or self.tree.lower[first - 2] in self.foretold
        if lower[first - 1] == "of" and former:  # "down from a peak of 300", "up from its forecast of 48"
            while self.tree.sentence.upos[first - 3] == "ADJ":
                first -= 1
            first -= 3 if lower[first - 3] in ("a", "an", "the", "its", "their") else 2
        aside = first > 2 and lower[first - 3] in (",", "(", ";") and lower[first - 2] in ("up", "down")
        return aside and lower[first - 1] == "from" and is_of_a_kind(before, place)

    def _goes_on_compared(self, number: int, place: Place) -> bool:
        """ "3.9 million, down 2 percent on the month and 15 percent on the year"."""
        before = self._ahead(number) if place.kind == "share" else None
        return before is not None and is_listed(self.tree, before, place) and self._is_compared(before)

    def _is_left_out(self, place: Place) -> bool:
        """ "46 per cent of Danes were for it, 31 against", "the 330 laid down": the bare number is of the same."""
        tree, before = self.tree, place.first - 1
        polled = place.kind == "share" and tree.lower[before] in (",", "and", "but", ";")
        return polled or tree.lower[before] == "the" or tree.lower[before] in self.beside

    def _change(self, number: int, place: Place) -> Change:
        """The change of a number; the second of two beside each other points as the first does."""
        found, anchor, before = place.found, place.anchor, self.places[number - 1] if number else None
        if is_while(self.tree, found, place.inside):
            return "level"
        if self.ways.spans.is_away(place) or (place.kind == "duration" and self.ways.spans.lasted(place) is not None):
            return "level"  # "sank 15 miles off the coast"
        if before is not None and is_held_against(self.tree, place, before):
            return "level"
        beside = before is not None and before.after == place.first - 1 and found.quantity.unit in POINTS
        way = self.changes.stepped(place.inside, before.anchor) if beside and before is not None else None
        if way is not None:
            return way
        if before is not None and self._is_same_again(before, place):
            same = self.changes.of(before.anchor, before.inside, measure=True, money=before.kind == "money")
            if same != "level" or "percent" in (before.found.quantity.unit, found.quantity.unit):
                return same
        off = self.tree.lower[place.after : place.after + 1] in (("up",), ("down",))
        if off and place.kind == "share" and self.ways.spans.put(place) is not None:
            return self.nouns.way(place.after) or "level"  # "left output 12 percent down"
        lies = LIES.get(self.tree.lower[place.after]) if place.after < len(self.tree.lower) else None
        if lies is not None and place.kind in ("share", "money", "count"):
            return lies  # "40 per cent above their level of 2019"
        alone = place.kind == "share" and self.tree.lower[place.after : place.after + 1] != ("of",)
        moved = self.tree.sentence.upos[place.first - 1] == "VERB" if alone and place.first else False
        if moved and found.quantity.unit == "share" and (way := self.nouns.way(place.first - 1)) is not None:
            return way  # "prices jumped a fifth to $312", wherever the parse hangs the fifth
        alone = alone or (found.quantity.low is not None and found.quantity.low.denominator > 1)  # "tumbled 5.39"
        told = self.changes.of(anchor, place.inside, measure=found.is_measure or alone, money=place.kind == "money")
        if (
            told == "level"
            and before is not None
            and place.kind == "share"
            and is_listed(self.tree, self._ahead(number), place)
        ):
            return self._change(number - 1, before)
        if number and self.ways.is_foreseen(place):
            return self._foreseen(number, place)
        first = self.owner.get(self.tree.head(anchor)) if self.tree.base[anchor] == "conj" else None
        other = self.places[first] if first is not None else None
        alike = other is not None and other.found.quantity.unit == found.quantity.unit and other is not place
        if told == "level" and other is not None and alike and found.is_measure:
            return self.changes.of(other.anchor, other.inside, measure=True, money=place.kind == "money")
        return told

    def _foreseen(self, number: int, place: Place) -> Change:
        """As the last like number changes: "rose 3 percent, half of the 6 percent that it had forecast"."""
        unit = place.found.quantity.unit
        for at in range(number - 1, -1, -1):
            before = self.places[at]
            if before is not None and before.found.quantity.unit == unit and not is_difference(self.tree, before):
                told = before.found.quantity.change
                return self._change(at, before) if told == "level" else told
        return "level"

    def _on_top(self, place: Place, change: Change) -> Change:
        """ "a fifth more milk" tells how far it rose, where "another fifth" comes on top."""
        more = place.kind == "share" and self.tree.lower[place.inside[-1]] == "more"
        return "increase" if more and change == "additional" else change

    def _is_same_again(self, before: Place, place: Place) -> bool:
        """ "cut 1,400 jobs, or about 6% of its workforce": the same in another measure."""
        lower, units = self.tree.lower, {before.found.quantity.unit, place.found.quantity.unit}
        again = lower[place.first - 1] == "or" and len(units) > 1
        again = again and (lower[place.first - 2] == "," or place.first - 2 in (before.after - 1, before.after))
        return again and not units.isdisjoint({"percent", "share"})

    def _is_empty(self, head: int, place: Place) -> bool:
        """ "bringing the total to 187": a word for a number that does not say of what."""
        tree = self.tree
        if estimates(tree, head):
            return True
        if tree.lemma(head) not in self.nouns.carriers or tree.lower[place.first - 1] == "by":
            return False
        put = tree.base[head] == "obj" and tree.lemma(head) == FIGURE and tree.lemma(tree.head(head)) in self.telling
        if place.found.is_measure and tree.case(head) not in self.beside and not put:
            return False  # "against a target of $5m"; else a target that is told in money is what is told
        if place.kind == "count" and head > place.first and tree.sentence.xpos[head] == "NNS":
            return False  # "offered three options"
        beside = tree.having(head, "compound", "nmod", "nmod:poss", "acl", "amod")
        mine = tree.having(head, "nmod:poss")  # "raised its count to 94": of what, the "its" does not say
        named = [
            child
            for child in beside
            if child not in self.owner
            and tree.lower[child] not in self.earlier
            and tree.lower[child] not in self.righting
            and not (child in mine and (tree.sentence.upos[child] == "PRON" or tree.lemma(child) in self.nouns.times))
        ]
        return not named and tree.case(head) != "of"  # "two-fifths of the sum"

    # What is counted

    def _head(self, number: int, seen: frozenset[int]) -> int | None:
        """The counted word of the figure ``number``; where it is another figure, what that one counts."""
        place = self.places[number]
        if place is None or number in seen or self._is_led(place):
            return None
        same = (
            is_listed(self.tree, self._ahead(number), place)
            or is_converted(self.tree, self._ahead(number), place)
            or self._is_share_of(number, place)
            or is_off(self.tree, self._ahead(number), place)
        )
        if same:
            head = self._head(number - 1, seen | {number})
            own = self.ways.sums.come_from(place) if place.kind == "money" and number else None
            if own is not None:
                return own
            own = self.ways.sums.shared_out(place) if place.kind == "money" and number else None
            return head if own is None or head is None or not self._is_between(head, number) else own
        if number > 0 and self.tree.lower[max(0, place.first - 2) : place.first] == ("out", "of"):
            return self._head(number - 1, seen | {number})  # "11,000 ballots out of two million"
        if number > 0 and self._is_other_side(number, place):
            return self._head(number - 1, seen | {number})
        head = self._bracketed(number, place) or self._past_mark(self.ways.first(place), place)
        if head is not None and (self._only_states(number, head) or self._is_no_number(head, place)):
            return None
        head = None if head is not None and is_made_by(self.tree, head, place) else head
        if head is not None and head in self.owner and self.owner[head] != number and self.ways.spans.is_away(place):
            return None  # "at a depth of 10 km, 40 km west of the city"
        if head is not None and head in self.owner and self.owner[head] != number:
            head = self._head(self.owner[head], seen | {number})
            return self.ways.unit_word(place) if head is None else head
        if head is not None and (self.tree.sentence.upos[head] == "NUM" or self._is_of_time(head, place)):
            head = None  # a date or a number that was refused
        if head is not None and (self._is_infinitive(head) or self._is_done_by(head, place)):
            head = None
        if head is not None and head < place.first and is_difference(self.tree, place):
            head = None  # of what, was said before
        if head is not None and (self._is_other(head, place) or self.ways.polls.is_mover(head, place)):
            head = None  # "Sweden took in 14,000 refugees, Norway 6,000"
        if head is not None and number > 0 and self._is_of_clause_before(head, number, place):
            head = self._head(number - 1, seen | {number})
        if head is not None and place.kind == "share" and (own := self._own_name(head, place)) is not None:
            head = own
        if head is not None and head in place.inside and self.ways.singles.inside(place) != head:
            head = None
        if head is not None and self._is_whose_alone(head) and self.ways.polls.other(place) != head:
            head = None  # "Chile's was 4 percent": of what, was said before
        return self._compounded(head, place) if head is not None else self.ways.unit_word(place)

    def _is_between(self, head: int, number: int) -> bool:
        """Whether a noun stands between two numbers: "$4m goes to dams", but "exports of $4m to firms and $2m to"."""
        before, place = self.places[number - 1], self.places[number]
        return before is not None and place is not None and before.after <= head < place.first

    def _is_whose_alone(self, head: int) -> bool:
        """Whether a name only tells whose something is, whose noun is left out: "Chile's was 4 percent"."""
        tree = self.tree
        owning = any(tree.sentence.xpos[child] == "POS" for child in tree.having(head, "case"))
        return owning and tree.base[head] != "nmod:poss" and tree.sentence.relations[head] != "nmod:poss"

    def _past_mark(self, head: int | None, place: Place) -> int | None:
        """The cases of "cases topped the 600 mark": a mark is none of what is counted there."""
        tree = self.tree
        if head is None or head not in (place.after, place.after + 1) or tree.lemma(head) not in self.marks:
            return head
        told = self.nouns.of_subject(tree.head(head)) if tree.base[head] in ("obj", "obl") else None
        return head if told is None else told

    def _is_no_number(self, head: int, place: Place) -> bool:
        """Whether a noun that a number is only told of cannot be counted: "the council voted 31 to 24", "the plan was
        for 6,000": one body, one intention.
        """
        tree = self.tree
        if place.found.is_measure or place.kind != "count" or head in place.inside:
            return False
        if head > place.first:  # "the 235,000 forecast by economists"
            return tree.lower[head] in self.foretold and tree.lower[head + 1 : head + 2] == ("by",)
        if head == place.first - 1 and tree.lemma(head) in self.nouns.times and not tree.case(place.anchor):
            return True  # "will end the year 30,000 short"
        if tree.sentence.xpos[head] not in ("NN", "NNP") or tree.case(place.anchor) == "of":
            return False
        return tree.lemma(head) in self.intended or self._votes(tree.head(head))

    def _is_infinitive(self, head: int) -> bool:
        """ "To run", the ran of "and four more ran one shift": no noun, though a number is hung on it."""
        return (self.tree.sentence.xpos[head], *self.tree.lower[head - 1 : head]) in (("VB", "to"), ("VBD", "more"))

    def _is_done_by(self, head: int, place: Place) -> bool:
        """Whether the number tells who did it or got it: "backed by nearly three in ten", "handed terms to three"."""
        verb = self.tree.head(place.anchor)
        if place.kind == "count" and self.tree.case(place.anchor) == "to" and self.tree.base[place.anchor] == "obl":
            return self.tree.lemma(verb) in self.giving and head in self.tree.having(verb, "obj")
        by = self.tree.case(place.anchor) == "by" and verb >= 0 and bool(self.tree.having(verb, "nsubj:pass"))
        shared = place.found.quantity.unit in ("share", "count") and head < place.first
        return (by and shared and self.nouns.way(verb) is None) or is_asker(self.tree, head, place)

    def _is_of_vote(self, place: Place) -> bool:
        """One of the two numbers of "voted 31 to 24"."""
        tree = self.tree
        other = self.owner.get(tree.head(place.anchor))
        first = place if other is None else self.places[other] or place
        pair = "to" in (*tree.lower[place.after : place.after + 1], *tree.lower[max(0, place.first - 1) : place.first])
        return pair and self._votes(tree.head(first.anchor))

    def _votes(self, verb: int) -> bool:
        return verb >= 0 and self.tree.sentence.upos[verb] == "VERB" and self.tree.lemma(verb) in self.voting

    def _is_other(self, head: int, place: Place) -> bool:
        """Whether the noun is a name right before a bare number, which tells of whom and not what."""
        tree, before = self.tree, place.first - 1
        while before > head and tree.sentence.upos[before] == "ADV":
            before -= 1
        return before == head and tree.sentence.upos[head] == "PROPN" and not place.found.is_measure

    def _is_led(self, place: Place) -> bool:
        """One of the two shares of "leads her rival, 42%-32.7%": which is whose, the words leave open."""
        led = (self.tree.lemma(token) in self.ways.verbs.leading for token in self.tree.up(place.anchor))
        before = self.owner.get(place.first - 2)
        first = place if before is None else self.places[before] or place
        if self.tree.lower[first.first - 1] == "by":
            return False  # "would beat him by 52% to 48%"
        return place.kind == "share" and self.ways.verbs.is_of_two(place) and any(led)

    def _bracketed(self, number: int, place: Place) -> int | None:
        """The pensioners of "women (61 percent) and pensioners (67 percent)", whatever the parse makes of the row."""
        before, lower = self._ahead(number), self.tree.lower
        row = [other for other in (before, place) if other is not None and lower[other.first - 1] == "("]
        closed = [lower[other.after : other.after + 1] == (")",) and other.kind == "share" for other in row]
        noun = place.first - 2
        plural = noun > 0 and self.tree.sentence.xpos[noun] in ("NNS", "NNPS")
        return noun if plural and len(closed) > 1 and all(closed) else None

    def _is_of_clause_before(self, head: int, number: int, place: Place) -> bool:
        """ "41% side with the reformers, 28% with the greens": what stands behind the first is not of the next."""
        tree, before = self.tree, self.places[number - 1]
        if before is None or before.kind != "share" or place.found.quantity.unit != "percent":
            return False
        top = before.anchor if tree.head(before.anchor) not in before.inside else tree.head(before.anchor)
        subject = tree.sentence.relations[top] == "nsubj"
        verb = tree.head(top) if subject else before.after  # what stands right behind is its verb, however it is hung
        behind = tree.sentence.upos[verb] == "VERB" and top < verb < head < place.first
        parted = tree.lower[place.first - 1] in PARTING
        return behind and parted and tree.lower[place.after : place.after + 1] != ("of",)

    def _own_name(self, head: int, place: Place) -> int | None:
        """The Hale of "Okoro has 22 percent and Hale is at 16", "followed by Ivo Hale with 16 percent"."""
        tree, case = self.tree, place.first - 1
        if tree.lower[case] in SMALL:
            case -= 1
        name = case - 1
        if name <= head or tree.lower[case] not in HELD_AT or tree.sentence.upos[name] != "PROPN":
            return None
        begins = name
        while begins > 0 and tree.sentence.upos[begins - 1] == "PROPN":
            begins -= 1
        return name if tree.lower[begins - 1] in (*PARTING, "by", "then") else None

    def _is_other_side(self, number: int, place: Place) -> bool:
        """ "Passed by 112 votes to 98": the second number is of the same."""
        before, lower = self.places[number - 1], self.tree.lower
        beside = before is not None and before.after == place.first - 2 and lower[place.first - 1] == "to"
        moved = any(self.nouns.way(token) for token in self.tree.up(place.anchor))  # "fell by 12 votes to 98"
        return beside and not moved and place.kind == "count" and lower[place.first - 2] in SCORED

    def _ahead(self, number: int) -> Place | None:
        return self.places[number - 1] if number else None

    def _is_share_of(self, number: int, place: Place) -> bool:
        """ "6,900 (71 pct)", "812,000 Australians, or 3.2 per cent, speak it": the same told in other units."""
        before = self.places[number - 1] if number else None
        if before is None or before.found.quantity.unit == place.found.quantity.unit or not place.found.is_measure:
            return False
        output = place.kind == "share" and before.kind == "money" and self.ways.is_of_output(place)
        if place.kind == "share" and (before.kind == "count" or output) and is_enclosed(self.tree, before, place):
            return True
        again = self.tree.lower[place.first - 2 : place.first] == (",", "or") and place.kind in ("share", before.kind)
        beside = "," not in self.tree.lower[before.after : place.first - 1]
        again = again or (output and beside and self.tree.lower[place.first - 1] in (",", "or"))
        return again and (output or self.tree.lower[place.after : place.after + 1] != ("of",))

    def _is_of_time(self, head: int, place: Place) -> bool:
        """Whether the noun only says when: further on than the number's own noun would stand."""
        apart = head > place.after + 1 and bool(self.tree.having(head, "nummod"))
        return apart and not place.found.is_measure and self.tree.lemma(head) in self.nouns.times

    def _compounded(self, head: int, place: Place) -> int:
        """The whole name's last word: "speed limit" where the parse hangs the number on "speed"."""
        tree = self.tree
        if tree.lower[head + 1 : head + 2] == ("-",) and head not in place.inside and head != self.ways.tied(place):
            modified = self.nouns.following(head + 1)  # "hundreds of law-abiding citizens"
            named = head + 3 if tree.sentence.xpos[head + 3 : head + 4] == ("NNPS",) else head
            head = named if modified is None else modified
        if tree.sentence.xpos[head] == "JJS" and tree.lower[head] not in self.ways.counters:
            greatest = self.nouns.following(head)  # "the ten largest bank holding companies"
            head = head if greatest is None else greatest
        while tree.base[head] == "compound" and tree.head(head) > head and tree.head(head) not in place.inside:
            if tree.lower[tree.head(head)] == "worth":
                break  # "ivory worth $2m"
            if tree.base[tree.head(head)] == "nsubj" and tree.base[place.anchor] == "obl" and place.kind == "count":
                break  # "in 26 of these towns party agents were refused entry"
            if tree.sentence.upos[tree.head(head)] not in NOMINAL or head == self.ways.tied(place):
                break  # a title's subject, taken for a part of its verb
            if self.nouns.foretold(tree.head(head)) == head or place.anchor in tree.having(tree.head(head), "obj"):
                break  # "a growth forecast" tells of the growth, "the film cost $3m" of the film
            head = tree.head(head)
        return head

    def _is_foretold(self, place: Place) -> bool:
        """ "forecasters expect 41C": of what, was said before."""
        verb = self.tree.head(place.anchor)
        keeps = verb >= 0 and self.ways.verbs.keeps(place.anchor, verb)
        telling = (
            keeps or admits(self.tree, place.anchor) or (verb >= 0 and tells_of_before(self.tree, verb, place.first))
        )
        return place.found.is_measure and telling and self.tree.base[place.anchor] in ("obj", "obl", "xcomp", "ccomp")

    def _deed(self, number: int, place: Place) -> int | None:
        """The wounded of "two guards were killed and four wounded"."""
        word = self.ways.first(place)
        return word if word is not None and self._only_states(number, word) else None

    def _named_subject(self, verb: int) -> int | None:
        """The noun that a verb is told of, if it is one and no number."""
        subject = self.nouns.of_subject(verb)
        named = subject is not None and subject not in self.owner and not self.nouns.is_pronoun(subject)
        if subject is None or not named:
            return None
        undergone = self.tree.sentence.relations[subject] != "nsubj" or not self.tree.having(verb, "obj")
        # "The clinic took in 22 bodies and 58 wounded": no clinic was wounded.
        return subject if undergone or is_people(self.tree.lemma(subject)) else None

    def _is_of_things(self, number: int) -> bool:
        """Whether the number before counts no people: of "22 bodies and 58 wounded" the wounded are no bodies."""
        before = self.places[number - 1] if number else None
        named = None if before is None else self.ways.first(before)
        if named is None or self.tree.lower[named] in self.counters:
            return False  # "nine dead, 300 lose homes"
        return not is_people(self.tree.lemma(named))

    def _left(self, number: int, verb: int) -> int | None:
        """The guards of "the blast left two guards dead and four wounded", who stand under the verb and did nothing."""
        before = self.places[number - 1] if number else None
        named = None if before is None or self.tree.lemma(verb) not in LEAVING else self.ways.first(before)
        beside = named is not None and self.tree.head(named) == verb and named > min(self.tree.under(verb))
        return named if beside and named is not None and named not in self.owner else None

    def _only_states(self, number: int, head: int) -> bool:
        """ "two guards were killed and four wounded": what the four are was said with the two."""
        tree = self.tree
        gapped = tree.base[head] == "conj" and tree.sentence.upos[tree.head(head)] == "VERB"
        before = self.places[number - 1] if number else None
        if (
            tree.lower[head] not in self.counters
            or not gapped
            or before is None
            or tree.having(head, "aux", "cop", "det")
        ):
            return False
        named = None if before.found.is_measure else self.ways.first(before)
        bare = named is None and tree.head(before.anchor) == tree.head(head)  # "seven were shot and 30 arrested"
        return bare or (named is not None and tree.lower[named] not in self.counters)
