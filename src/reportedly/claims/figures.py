"""Numbers in a sentence become figures about the world: what each counts, which way it changes, what it hangs on.

The number itself comes from ``values``; here the tree tells what it belongs to. Where the sentence does not name
what is counted, the nearest thing counted before it is carried over and marked as implied; where there is none,
nothing is named. Labels are Universal Dependencies version 2 (https://universaldependencies.org/u/dep/).
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from reportedly.claims.changes import LEVEL_CASES, Changes
from reportedly.claims.lexicons import words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place, Places
from reportedly.claims.trees import Tree
from reportedly.model import Change
from reportedly.values import Found, is_money
from reportedly.values.contexts import is_parent
from reportedly.values.zeros import is_nobody

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "SYM", "NUM", "X"})
MODIFIER = frozenset({"nummod", "compound", "amod", "det", "nmod:poss", "nmod:unmarked", "nmod:npmod", "flat"})
# What stands before a head and belongs to its name: "combat" in "combat troops".
PHRASE = frozenset({"compound", "amod", "flat", "nmod:poss", "punct", "case", "goeswith", "nmod:unmarked", "det"})
ROLES = ("obj", "obl", "nsubj", "xcomp", "advmod", "iobj", "dep", "obl:unmarked", "obl:npmod", "nmod:unmarked")
SHARES = frozenset({"percent", "share", "percentage_point"})
LEFT_OUT = frozenset({"less", "more", "fewer", "odd", "other", "another", "additional", "further"})
MULTIPLE = "times"
ALIKE = frozenset({"as", "many", "much", "again"})
PARTITIVE = ("of", "out of", "among")
ELLIPTIC = frozenset({"from", "among", "on"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its sentence. Tokens are positions in the tree; ``head`` is None where nothing names what is counted.

    ``leans`` tells what an earlier head may be carried over from, where the own one is a pronoun or missing: from
    anything alike, from what is measured in the same unit, or from what the number is compared with. ``carrier`` is a
    word like "total", which names what is counted only where nothing was counted before. ``is_whole`` where the number
    only says of how many another is.
    """

    found: Found
    tokens: tuple[int, ...]
    anchor: int
    head: int | None
    change: Change
    leans: Literal["any", "same unit", "compared"] | None = None
    carrier: int | None = None
    is_whole: bool = False


class Counting:
    """Reads one sentence's figures together, since one may lead to what another counts."""

    def __init__(self, tree: Tree, founds: Sequence[Found]) -> None:
        self.tree, self.nouns = tree, Nouns(tree)
        self.changes = Changes(self.nouns)
        self.taking = words("figures", "changes", "taking")
        self.equations = words("figures", "equations", "verbs")
        self.acts = words("figures", "equations", "acts")
        self.lasting = words("figures", "equations", "lasting")
        self.costs = words("figures", "equations", "costs")
        self.beside = words("figures", "beside", "words")
        self.pointing = words("figures", "parts", "pointing")
        self.counters = words("figures", "countable_adjectives", "words")
        self.unit_nouns = words("figures", "unit_nouns", "words")
        self.directions = words("figures", "directions", "words")
        self.lengths = words("figures", "directions", "units")
        self.dimensions = words("figures", "dimensions", "words")
        self.telling = words("figures", "telling", "verbs")
        self.fractions = words("figures", "fractions", "words")
        standing = Places(tree, self.nouns, founds)
        self.founds, self.places, self.owner = standing.founds, standing.all, standing.owner

    def figures(self) -> Iterator[tuple[Found, Figure | None]]:
        """Each number with its figure, or None where the sentence has no word for it."""
        for i, place in enumerate(self.places):
            yield self.founds[i], self._figure(i, place) if place else None

    def _figure(self, number: int, place: Place) -> Figure:
        found, anchor = place.found, place.anchor
        head = self._head(number, frozenset())
        pronoun = head is not None and self.nouns.is_pronoun(head)
        change = found.quantity.change
        pointing = pronoun and head is not None and self.tree.lower[head] in self.pointing
        carrier = head if head is not None and (pointing or self._is_empty(head, found)) else None
        if pronoun and found.is_measure and not pointing:
            head, pronoun = self._fallback(place), False
        compared = number > 0 and (self._is_compared(place) or (head is None and found.quantity.unit == MULTIPLE))
        of_parent = self._is_of_parent(place)
        head = None if pronoun or compared or of_parent or carrier is not None else head
        return Figure(
            found,
            place.inside,
            anchor,
            head,
            self._change(place) if change == "level" else change,
            carrier=carrier,
            is_whole=of_parent or self._is_whole(place, head),
            leans="compared" if compared else None if of_parent else self._leans(place, head, carrier),
        )

    def _leans(self, place: Place, head: int | None, carrier: int | None) -> Literal["any", "same unit"] | None:
        found = place.found
        if found.quantity.unit == "share" or self._is_foretold(place) or carrier is not None:
            return "any"
        if head is not None or found.is_duration:
            return None
        return ("same unit" if self._set_against(place) else None) if found.is_measure else "any"

    def _is_of_parent(self, place: Place) -> bool:
        """Of "a mother of three" the three: children, though nothing says so, and nothing befell them."""
        parent = self.tree.head(place.anchor)
        of = parent >= 0 and self.tree.case(place.anchor) == "of" and not place.found.is_measure
        return of and is_parent(self.tree.lower[parent])

    def _is_whole(self, place: Place, head: int | None) -> bool:
        """Of "shut 14 of the 22 plants" the 22: they were not shut."""
        tree, anchor = self.tree, place.anchor
        for token in (anchor, *([head] if head is not None and head == tree.head(anchor) else ())):
            part = tree.head(token)
            if part < 0 or part in place.inside or tree.case(token) not in PARTITIVE:
                continue
            if part in self.owner or tree.sentence.upos[part] == "NUM":
                return True
            if token < part and (tree.sentence.upos[part] == "VERB" or tree.having(part, "cop")):
                return True  # "of the 40 men, 12 died"
        return False

    def _set_against(self, place: Place) -> bool:
        """ "against 300 a year before", "of which 2.9 billion": words that set a measure beside the one before."""
        first = min(place.inside)
        return bool(set(self.tree.lower[max(0, first - 2) : first]) & self.beside)

    def _is_compared(self, place: Place) -> bool:
        """ "drew 1.4 million visitors, up 9% on the year before": the share is of what was just told."""
        if place.found.quantity.unit.partition("/")[0] not in SHARES or self.changes.beside(place.inside) is None:
            return False
        lower, first = self.tree.lower, min(place.inside)
        first -= 1 if lower[first - 1] in ("up", "down") else 0
        return first > 0 and lower[first - 1] == ","

    def _change(self, place: Place) -> Change:
        """The change of a number; the second of two beside each other points as the first does."""
        found, anchor = place.found, place.anchor
        if self._away(place) is not None:
            return "level"  # "sank 15 miles off the coast"
        told = self.changes.of(anchor, place.inside, measure=found.is_measure, money=_is_money(found))
        first = self.owner.get(self.tree.head(anchor)) if self.tree.base[anchor] == "conj" else None
        other = self.places[first] if first is not None else None
        alike = other is not None and other.found.quantity.unit == found.quantity.unit and other is not place
        if told == "level" and other is not None and alike and found.is_measure:
            return self.changes.of(other.anchor, other.inside, measure=True, money=_is_money(found))
        return told

    def _is_empty(self, head: int, found: Found) -> bool:
        """ "bringing the total to 187": a word for a number that does not say of what."""
        named = self.tree.having(head, "compound", "nmod", "nmod:poss", "acl", "amod")
        whole = self.tree.case(head) == "of"  # "two-fifths of the sum"
        return not found.is_measure and self.tree.lemma(head) in self.nouns.carriers and not named and not whole

    # What is counted

    def _head(self, number: int, seen: frozenset[int]) -> int | None:
        """The counted word of the figure ``number``; where it is another figure, what that one counts."""
        place = self.places[number]
        if place is None or number in seen:
            return None
        head = self._own_head(place, frozenset(place.inside))
        if head is not None and self._only_states(number, head):
            return None
        if head is not None and head in self.owner and self.owner[head] != number:
            head = self._head(self.owner[head], seen | {number})
            return self._fallback(place) if head is None else head
        if head is not None and (self.tree.sentence.upos[head] == "NUM" or self._is_of_time(head, place)):
            head = None  # a date or a number that was refused, or "19 fewer than four years ago"
        if head is not None and head in place.inside and not self._counted_inside(head, place):
            head = None
        return self._compounded(head, place) if head is not None else self._fallback(place)

    def _is_of_time(self, head: int, place: Place) -> bool:
        """Whether the noun only says when: further on than the number's own noun would stand."""
        apart = head > max(place.inside) + 2 and bool(self.tree.having(head, "nummod"))
        return apart and not place.found.is_measure and self.tree.lemma(head) in self.nouns.times

    def _compounded(self, head: int, place: Place) -> int:
        """The whole name's last word: "speed limit" where the parse hangs the number on "speed"."""
        tree = self.tree
        while tree.base[head] == "compound" and tree.head(head) > head and tree.head(head) not in place.inside:
            if tree.sentence.upos[tree.head(head)] not in NOMINAL:
                break  # a title's subject, taken for a part of its verb
            head = tree.head(head)
        return head

    def _own_head(self, place: Place, own: AbstractSet[int]) -> int | None:
        found, anchor, beside = place.found, place.anchor, max(own) + 1
        if anchor not in own:
            return anchor
        governor = self.tree.head(anchor)
        modifies = self._is_modifier(anchor) and governor >= beside
        if found.quantity.unit == MULTIPLE:
            return self._multiplied(place)
        if is_nobody(found.quantity.written):
            return None
        named = [token for token in own if self._counted_inside(token, place)]
        if named:
            return named[-1]
        priced = self._priced_noun(anchor, beside, found.quantity.unit) if found.is_measure else None
        if priced is not None:
            return priced
        valued = found.is_measure and governor >= 0 and self._is_value(anchor, governor)
        of = self._priced(min(own)) if found.is_measure else None
        of = self._complement(anchor, own, found, of_only=valued) if of is None else of
        shared = of is not None and found.quantity.unit == "share"
        if not modifies and not shared:
            counter = self._counter(anchor, beside)
            if counter is not None:
                return counter
        told_of = self._told_of(place, own) if found.quantity.unit.partition("/")[0] in SHARES else None
        if told_of is not None:
            return told_of
        if of is not None:
            return of if of in self.owner else self.nouns.carried(of)
        if governor >= beside and self.tree.lower[governor] in self.dimensions and self.tree.having(governor, "cop"):
            return self.nouns.of_subject(governor)  # "was 11,000 strong", "is 3 metres high"
        if self._is_modifier(anchor) and governor not in own:
            if found.quantity.unit.partition("/")[0] in SHARES and self.tree.sentence.upos[governor] in ("ADJ", "VERB"):
                return self.nouns.of_subject(governor)  # "the plan is 21% funded"
            return self._united(self._of_modified(governor, own), own, found)
        following = self.nouns.following(beside)
        if following is not None and not found.is_measure:
            return following
        for head in self._ways(place, own):
            if head is not None:
                return head
        return None

    def _ways(self, place: Place, own: AbstractSet[int]) -> Iterator[int | None]:
        """What a number without a noun of its own may belong to, the surest first."""
        yield self._priced(min(own))
        yield self._away(place)
        yield self._governed(place.anchor, own, place.found)
        yield self._fronted(place.anchor)

    def _away(self, place: Place) -> int | None:
        """The unit of a distance to somewhere, which tells of nothing else: "47 miles south of the port"."""
        tree, beside = self.tree, max(place.inside) + 1
        measured = place.found.quantity.unit in self.lengths and beside < len(tree.lower)
        return self._unit_word(place) if measured and tree.lower[beside] in self.directions else None

    def _unit_word(self, place: Place) -> int | None:
        """The noun of a written unit: the miles of "55 nautical miles a day"."""
        tree = self.tree
        nouns = [t for t in place.inside if tree.sentence.upos[t] == "NOUN" and tree.lower[t].isalpha()]
        return next((token for token in nouns if token + 1 not in nouns), None)

    def _fronted(self, anchor: int) -> int | None:
        """X in "of the X sent this week, 39 arrived"."""
        tree, verb = self.tree, self.tree.head(anchor)
        if verb < 0 or tree.base[anchor] not in ("nsubj", "obj"):
            return None
        for child in tree.having(verb, "obl", "nmod"):
            if child < anchor and tree.case(child) in PARTITIVE and not self.nouns.is_pronoun(child):
                return self.nouns.carried(child)
        return None

    def _priced_noun(self, anchor: int, beside: int, unit: str) -> int | None:
        """The quay of "a €74m quay", which the parse may set beside its price."""
        tree = self.tree
        noun = self.nouns.following(beside) if beside < len(tree.lower) else None
        if noun is not None and unit == "magnitude":
            return noun
        beside_it = noun is not None and tree.head(noun) == anchor and tree.base[noun] in ("appos", "compound", "flat")
        return noun if beside_it else None

    def _priced(self, first: int) -> int | None:
        """X in "X worth $3m"."""
        tree = self.tree
        worth = [place for place in range(max(1, first - 3), first) if tree.lower[place] == "worth"]
        named = bool(worth) and tree.sentence.upos[worth[0] - 1] in ("NOUN", "PROPN")
        return worth[0] - 1 if named else None

    def _united(self, head: int | None, own: AbstractSet[int], found: Found) -> int | None:
        """Over nouns that are units after all: what has "risen six points", not the points."""
        if head is None or self.tree.lemma(head) not in self.unit_nouns or self._complement(head, own | {head}, found):
            return head
        governed = self._governed(head, own | {head}, found)
        return head if governed is None else governed

    def _is_foretold(self, place: Place) -> bool:
        """ "forecasters expect 41C": of what, was said before."""
        verb = self.tree.head(place.anchor)
        telling = verb >= 0 and self.tree.lemma(verb) in self.telling
        return place.found.is_measure and telling and self.tree.base[place.anchor] in ("obj", "obl", "xcomp", "ccomp")

    def _counted_inside(self, token: int, place: Place) -> bool:
        """ "one worker in six": the counted word stands within the number's own words."""
        if place.found.quantity.unit != "share" or self.tree.sentence.upos[token] != "NOUN":
            return False
        if self.tree.lower[token + 1 : token + 2] not in (("in",), ("out",)):
            return False
        start, end = self.tree.chars((token,))
        return start >= place.found.start and end <= place.found.end and self.tree.lower[token] not in self.fractions

    def _multiplied(self, place: Place) -> int | None:
        """What doubled; the flow of "twice the usual flow", the light of "15 times as much light"; else the subject."""
        tree = self.tree
        own = tree.tokens(place.found.start, place.found.end)
        verbs = [token for token in own if tree.sentence.upos[token] == "VERB"]
        if verbs:
            return self.nouns.of_subject(verbs[-1])
        after = max(own, default=place.anchor) + 1
        while after < len(tree.lower) and tree.lower[after] in ALIKE:
            after += 1
        compares = tree.lower[after - 1] == "as"
        while after < len(tree.lower) and tree.sentence.upos[after] in ("DET", "ADJ", "PRON"):
            after += 1
        noun = after < len(tree.lower) and tree.sentence.upos[after] in ("NOUN", "PROPN")
        if not noun or compares:
            return self._so_much(place.anchor)  # "ten times what it was", "twice as many as a week ago"
        while after + 1 < len(tree.lower) and tree.sentence.upos[after + 1] == "NOUN":
            after += 1
        return after

    def _so_much(self, anchor: int) -> int | None:
        """The subject of what is several times something; None in an aside, which tells of the figure before."""
        tree = self.tree
        verb = anchor if tree.having(anchor, "cop") else tree.head(anchor)
        direct = verb == anchor or tree.base[anchor] in ("obj", "xcomp", "advmod", "obl")
        if verb < 0 or not direct or "," in tree.lower[verb:anchor]:
            return None
        return self.nouns.of_subject(verb)

    def _only_states(self, number: int, head: int) -> bool:
        """ "two guards were killed and four wounded": what the four are was said with the two."""
        tree = self.tree
        gapped = (
            tree.base[head] == "conj" and tree.sentence.upos[head] == "VERB" and not tree.having(head, "aux", "cop")
        )
        if tree.lower[head] not in self.counters or not gapped or number == 0:
            return False
        before = self.places[number - 1]
        named = None if before is None or before.found.is_measure else self._own_head(before, frozenset(before.inside))
        return named is not None and self.tree.lower[named] not in self.counters

    def _counter(self, anchor: int, beside: int) -> int | None:
        """ "12 dead and 30 wounded", "nine are missing": an adjective that counts by itself."""
        tree = self.tree
        if beside < len(tree.lower) and tree.lower[beside] in self.counters:
            return beside
        governor = tree.head(anchor)
        counts = governor >= 0 and tree.lower[governor] in self.counters and tree.sentence.upos[governor] != "NOUN"
        return governor if counts and tree.sentence.relations[anchor] == "nsubj" else None

    def _told_of(self, place: Place, own: AbstractSet[int]) -> int | None:
        """What a share is told of as a level: the subject of "stands at 28% of capacity", not the capacity."""
        tree, anchor = self.tree, place.anchor
        subject = self.nouns.copular_subject(anchor)
        governor = tree.head(anchor)
        if subject is None and governor >= 0 and tree.base[anchor] in ("obl", "obj"):
            level = tree.base[anchor] == "obl" and self.nouns.case(anchor, own) in ("at", "to")
            if (level or tree.lemma(governor) in self.equations) and not tree.having(governor, "obj"):
                subject = self.nouns.subject(governor)
        return None if subject is None or self.nouns.is_pronoun(subject) else self.nouns.carried(subject)

    def _is_value(self, anchor: int, governor: int) -> bool:
        """ "a street value of $3m in a cargo": the noun before tells of what."""
        return self.tree.case(anchor) == "of" and self.tree.sentence.upos[governor] == "NOUN" and governor < anchor

    def _fallback(self, place: Place) -> int | None:
        """What measures are of where no noun says so: the unit's own word, "hours", "hectares"."""
        tree, found = self.tree, place.found
        verb = tree.head(place.anchor)
        if not found.is_measure or (verb >= 0 and tree.lemma(verb) in self.telling):
            return None
        if _is_money(found) or found.quantity.unit.partition("/")[0] in SHARES:
            return None
        return self._unit_word(place)

    def _complement(self, anchor: int, own: AbstractSet[int], found: Found, *, of_only: bool = False) -> int | None:
        """X in "hundreds of X", "5% of X", "$3m in X", "12 of the X"."""
        tree, last = self.tree, max(own)
        stuff_cases = () if found.is_duration or of_only else ("in", "for", "on") if _is_money(found) else ("in",)
        for holder in (anchor, *own):
            for child in tree.having(holder, "nmod", "obl"):
                first = min(tree.having(child, "case"), default=child)
                if child in own or child < holder or first > last + 2:
                    continue
                case = tree.case(child)
                if case == "of" or (found.is_measure and case in stuff_cases and self.nouns.is_stuff(child)):
                    return child
        return self._after(last, ("of", "worth of", "in") if _is_money(found) and not of_only else ("of",))

    def _after(self, last: int, cases: Sequence[str]) -> int | None:
        """X in "N of X" where the parse hung it elsewhere."""
        tree = self.tree
        for case in cases:
            size = len(case.split())
            if " ".join(tree.lower[last + 1 : last + 1 + size]) == case:
                head = tree.head(last + size)
                if (
                    head > last + size
                    and tree.sentence.upos[head] in NOMINAL
                    and (case != "in" or self.nouns.is_stuff(head))
                ):
                    return head
        return None

    def _is_modifier(self, anchor: int) -> bool:
        tree = self.tree
        head = tree.head(anchor)
        if head < 0:
            return False
        relation = tree.sentence.relations[anchor]
        if relation not in MODIFIER and tree.base[anchor] not in ("nummod", "compound", "amod", "det"):
            return False
        if tree.base[anchor] == "advmod":
            return False
        return tree.sentence.upos[head] in NOMINAL or tree.sentence.upos[head] in ("ADJ", "VERB")

    def _of_modified(self, head: int, own: AbstractSet[int]) -> int | None:
        """From the noun a number stands before to what is counted: over carriers and changes."""
        if self.nouns.way(head):
            return self.nouns.of_change(head, own)
        return self.nouns.carried(head)

    def _governed(self, anchor: int, own: AbstractSet[int], found: Found) -> int | None:
        """What a number that stands alone belongs to, by its place under a noun or a verb."""
        tree = self.tree
        subject = self.nouns.copular_subject(anchor)
        if subject is not None:
            return self.nouns.carried(subject)
        head, relation = tree.head(anchor), tree.base[anchor]
        if head < 0 or head in own:
            return None
        if head in self.owner:
            return head  # what stands beside or under another number shares what that one counts
        upos = tree.sentence.upos[head]
        told = relation == "nsubj" and upos == "NOUN" and tree.having(head, "cop") and not tree.case(head)
        if told and not found.is_measure:
            return head  # "of whom 410 are children"
        if relation == "conj":
            return self.nouns.subject(head) if upos == "VERB" and found.is_measure else None
        if relation in ("nmod", "appos", "dep", "nummod", "parataxis") and upos in NOMINAL:
            if not found.is_measure and relation == "nmod" and tree.case(anchor) in ELLIPTIC:
                return None  # "samples from 18": of what was said to be sampled
            named = self._of_noun(head, own, found) if found.is_measure or relation != "parataxis" else None
            return self._united(named, own, found)
        if upos in ("VERB", "AUX", "ADJ", "ADV", "ADP"):
            return self._of_verb(anchor, head, own, found)
        if relation == "obl" and upos in NOMINAL and tree.case(anchor) == "by":
            return self.nouns.carried(head)  # "will raise pay by 4.5 per cent", where the parse stops at the pay
        if relation in ("obl", "obj", "nmod"):
            return self.nouns.copular_subject(head)
        return None

    def _of_noun(self, head: int, own: AbstractSet[int], found: Found) -> int | None:
        """The noun a number follows; the nearest one, where the parse looks too far back."""
        before = min(own) - 1
        while before >= 0 and self.tree.sentence.upos[before] == "ADP":
            before -= 1
        if found.is_measure and before > head and self.tree.sentence.upos[before] == "NOUN":
            head = before
        return self._of_modified(head, own)

    def _of_verb(self, anchor: int, verb: int, own: AbstractSet[int], found: Found) -> int | None:
        tree = self.tree
        relation, case = tree.base[anchor], self.nouns.case(anchor, own)
        objects = [child for child in tree.having(verb, "obj") if child not in own and child != anchor]
        equates = tree.lemma(verb) in self.lasting if found.is_duration else tree.lemma(verb) in self.equations
        equates = equates and not (relation == "obj" and tree.lemma(verb) in self.acts)  # "sold $200m"
        objects = [child for child in objects if tree.lemma(child) not in self.nouns.times]  # "ended the year at $3m"
        priced = relation == "obl" and found.is_measure and case in ("at", "for") and objects
        if (equates and not priced) or (found.is_measure and tree.lemma(verb) in self.costs):
            return self.nouns.of_subject(verb)
        if relation == "obj" and _is_money(found) and tree.having(verb, "nsubj:pass"):
            return self.nouns.of_subject(verb)  # "the skippers were fined $1.2 million"
        if relation == "obj" and not found.is_measure and tree.lemma(verb) in self.taking:
            return None  # "losing 12" tells of what was lost, not of who lost it
        upward = any(tree.lower[child] in ("up", "down") for child in tree.having(verb, "advmod", "compound:prt"))
        if tree.sentence.upos[verb] in ("ADV", "ADP", "ADJ") or self.nouns.way(verb) is not None or upward:
            return self._of_change_verb(anchor, verb, objects)
        if found.is_duration:
            return None
        if objects and relation in ("obl", "xcomp", "advmod") and (found.is_measure or case in LEVEL_CASES):
            return self.nouns.carried(objects[0])
        going = tree.lemma(verb) == "go" and case not in LEVEL_CASES  # "goes to roads", not "has gone from $3 to $5"
        spent = relation == "obj" or tree.sentence.relations[anchor] == "nsubj:pass" or going
        if spent and _is_money(found):
            return self.nouns.purpose(verb)
        level = relation == "obl" and case in LEVEL_CASES
        if found.quantity.unit.partition("/")[0] in SHARES or (
            found.is_measure and (level or tree.having(verb, "nsubj:pass"))
        ):
            return None if relation in ("nsubj", "obj") else self.nouns.of_subject(verb)
        return None

    def _of_change_verb(self, anchor: int, verb: int, objects: Sequence[int]) -> int | None:
        """What rises or falls: the object of who raises it ("cut tariffs by 5%"), else the subject."""
        tree = self.tree
        if tree.lemma(verb) == "add":
            onto = [child for child in tree.having(verb, "obl") if tree.case(child) == "to" and child != anchor]
            if onto:
                return self.nouns.carried(onto[0])
        if objects and not tree.having(verb, "nsubj:pass"):
            return self.nouns.carried(objects[0])
        above = tree.head(verb)
        if tree.sentence.upos[verb] in ("ADJ", "ADP", "ADV") and above >= 0:
            if above in self.owner:
                return above  # "61%, down from 70%"
            if tree.base[above] == "obl" and tree.lower[verb] in ("up", "down"):
                return self.nouns.of_subject(tree.head(above))  # "remain without power, down from 300"
            if tree.sentence.upos[above] in NOMINAL and tree.base[verb] in ("amod", "acl", "nmod", "case", "advmod"):
                return self.nouns.carried(above)
        return self.nouns.of_subject(verb)

    # Words

    def phrase(self, head: int, inside: tuple[int, ...]) -> tuple[int, ...]:
        """The words that name what is counted, without any number and without what is said of it."""
        tree, own = self.tree, {*inside, *self.owner}
        own -= {head}
        keep = {head}
        for child in tree.children[head]:
            if child < head and tree.sentence.relations[child] in PHRASE and tree.lower[child] not in LEFT_OUT:
                keep.update(token for token in tree.under(child) if token not in own)
        run = list(tree.stretch(head, keep))
        while run[0] != head and tree.sentence.upos[run[0]] in ("DET", "PUNCT", "ADP", "PART", "PRON"):
            run.pop(0)
        return (*run, *self._narrowing(head, own))

    def _narrowing(self, head: int, own: AbstractSet[int]) -> tuple[int, ...]:
        """What follows the head and belongs to its name: "cases of cholera", "civil servants and soldiers"."""
        tree, last = self.tree, head
        for child in tree.children[head]:
            under = tree.under(child)
            if child < head or under[0] != last + 1 or own & set(under):
                continue
            bare = tree.sentence.xpos[child] in ("NNS", "NNPS") and not tree.having(child, "det", "nummod", "advmod")
            joined = tree.base[child] == "conj" and tree.lower[under[0]] in ("and", "or") and bare
            plain = tree.base[child] == "nmod" and tree.case(child) == "of"
            if not (plain or joined) or tree.sentence.upos[child] not in ("NOUN", "PROPN"):
                continue
            under = tuple(token for token in under if not self._told(token, child))
            last = under[-1] if under == tuple(range(last + 1, under[-1] + 1)) else last
        return tuple(range(head + 1, last + 1))

    def _told(self, token: int, top: int) -> bool:
        """Whether a word belongs to a clause or an aside below ``top``, which tells of it and does not name it."""
        for above in self.tree.up(token):
            if above == top:
                return False
            if self.tree.base[above] in ("acl", "appos", "parataxis", "advcl", "punct"):
                return True
        return False


def _is_money(found: Found) -> bool:
    return found.is_measure and is_money(found.quantity.unit)
