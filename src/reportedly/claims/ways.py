"""From a number to the noun it counts: the ways that grammar offers, and the order in which they are tried.

A way is one habit of the language: the X of "hundreds of X", the noun a number stands before, the subject of what
lasts. ``figures.toml`` ranks them for each kind of number, the surest first; the first way that leads to a noun is
taken. No way knows what stood in other sentences. Labels are Universal Dependencies version 2.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.claims.changes import LEVEL_CASES
from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.nouns import Nouns
from reportedly.claims.persons import is_people
from reportedly.claims.places import Place, Places
from reportedly.values import Found, is_money
from reportedly.values.zeros import is_nobody

Kind = Literal["count", "share", "multiple", "money", "duration", "extent"]

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "SYM", "NUM", "X"})
MODIFIER = frozenset({"nummod", "compound", "amod", "det", "nmod:poss", "nmod:unmarked", "nmod:npmod", "flat"})
SHARES = frozenset({"percent", "share", "percentage_point"})
MULTIPLE = "times"
ALIKE = frozenset({"as", "many", "much", "again"})
PARTITIVE = ("of", "out of", "among")
ELLIPTIC = frozenset({"from", "among", "on"})
# What a way answers where grammar tells that no noun of the sentence is counted.
NOTHING = -1


def kind_of(found: Found) -> Kind:
    """The kind of a number by its unit."""
    unit = found.quantity.unit.partition("/")[0]
    if unit == MULTIPLE:
        return "multiple"
    if unit in SHARES:
        return "share"
    if found.is_duration:
        return "duration"
    if not found.is_measure:
        return "count"
    return "money" if is_money(found.quantity.unit) else "extent"


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that asks for its noun. Tokens are positions in the tree; ``after`` is the one behind its own."""

    found: Found
    kind: Kind
    anchor: int
    own: frozenset[int]
    first: int
    after: int

    @classmethod
    def of(cls, place: Place) -> "Asked":
        """The number that stands at ``place``."""
        inside = place.inside
        return cls(place.found, kind_of(place.found), place.anchor, frozenset(inside), min(inside), max(inside) + 1)


class Ways:
    """The ways of one sentence's numbers to their nouns."""

    def __init__(self, nouns: Nouns, places: Places) -> None:
        self.tree, self.nouns, self.owner = nouns.tree, nouns, places.owner
        self.taking = words("figures", "changes", "taking")
        self.equations = words("figures", "equations", "verbs")
        self.acts = words("figures", "equations", "acts")
        self.lasting = words("figures", "equations", "lasting")
        self.costs = words("figures", "equations", "costs")
        self.counters = words("figures", "countable_adjectives", "words")
        self.unit_nouns = words("figures", "unit_nouns", "words")
        self.directions = words("figures", "directions", "words")
        self.lengths = words("figures", "directions", "units")
        self.dimensions = words("figures", "dimensions", "words")
        self.along = words("figures", "dimensions", "along")
        self.depriving = words("figures", "depriving", "verbs")
        self.remaining = words("figures", "countable_adjectives", "verbs")
        self.punishing = words("figures", "punishing", "verbs")
        self.holding = words("figures", "holding", "verbs")
        self.states = words("figures", "states", "words")
        self.telling = words("figures", "telling", "verbs")
        self.fractions = words("figures", "fractions", "words")
        self._all: dict[str, Callable[[Asked], int | None]] = {
            "inside": self.inside,
            "nobody": self._nobody,
            "multiplied": self._multiplied,
            "following": self._following,
            "apposed": self._apposed,
            "worth": self._worth,
            "valued": self._valued,
            "described": self._described,
            "spent_in": self._spent_in,
            "kept": self._kept,
            "counter": self._counter,
            "complement": self._complement,
            "level": self._level,
            "measured": self._measured,
            "modified": self._modified,
            "away": self._away,
            "governed": self._governed,
            "fronted": self._fronted,
        }

    def first(self, place: Place) -> int | None:
        """What the surest way leads to; another number, where it leads there."""
        asked = Asked.of(place)
        if asked.anchor not in asked.own:
            return asked.anchor
        for name in lexicon("figures")["ways"][asked.kind]:
            head = self._all[name](asked)
            if head is not None:
                return None if head == NOTHING else head
        return None

    def unit_word(self, place: Place) -> int | None:
        """The noun of a written unit, which names what is told where nothing else does: the miles of "55 miles"."""
        tree = self.tree
        verb = tree.head(place.anchor)
        if kind_of(place.found) not in ("duration", "extent") or (verb >= 0 and tree.lemma(verb) in self.telling):
            return None
        return self._unit_noun(place.inside)

    def _unit_noun(self, inside: Sequence[int]) -> int | None:
        tree = self.tree
        nouns = [t for t in inside if tree.sentence.upos[t] == "NOUN" and tree.lower[t].isalpha()]
        return next((token for token in nouns if token + 1 not in nouns), None)

    # In the number's own words

    def inside(self, asked: Asked) -> int | None:
        """ "one worker in six": the counted word stands within the number's own words."""
        tree, found = self.tree, asked.found
        if found.quantity.unit != "share":
            return None
        for token in sorted(asked.own, reverse=True):
            start, end = tree.chars((token,))
            noun = tree.sentence.upos[token] == "NOUN" and tree.lower[token] not in self.fractions
            if noun and start >= found.start and end <= found.end and tree.lower[token + 1 : token + 2] in OUT_OF:
                return token
        return None

    def _nobody(self, asked: Asked) -> int | None:
        return NOTHING if is_nobody(asked.found.quantity.written) else None

    # Right beside the number

    def _following(self, asked: Asked) -> int | None:
        """The noun behind a number that the parse hung elsewhere."""
        return None if asked.found.is_measure else self.nouns.following(asked.after)

    def _apposed(self, asked: Asked) -> int | None:
        """The quay of "a €74m quay", which the parse may set beside its price."""
        tree = self.tree
        noun = self.nouns.following(asked.after) if asked.after < len(tree.lower) else None
        if noun is not None and asked.found.quantity.unit == "magnitude":
            return noun
        beside = noun is not None and tree.head(noun) == asked.anchor and tree.base[noun] in SET_BESIDE
        return noun if beside else None

    def _worth(self, asked: Asked) -> int | None:
        """X in "X worth $3m"."""
        tree = self.tree
        near = range(max(1, asked.first - 3), asked.first)
        worth = [place for place in near if tree.lower[place] == "worth"]
        for beside in (worth[0] - 1, tree.head(worth[0])) if worth else ():
            if 0 <= beside < worth[0] and tree.sentence.upos[beside] in ("NOUN", "PROPN"):
                return beside
        return None

    def _valued(self, asked: Asked) -> int | None:
        """The cuts of "power cuts of up to 16 hours", wherever the parse hung the hours."""
        tree, noun = self.tree, asked.first - 2
        named = noun >= 0 and tree.lower[noun + 1] == "of" and tree.sentence.upos[noun] == "NOUN"
        if not named or self._is_people(noun):
            return None
        if self._is_taken(noun):
            return self._below(asked) or NOTHING
        if tree.lemma(noun) in self.nouns.rates:  # "store carbon at a rate of 90,000 tonnes a year"
            return next(iter(tree.having(tree.head(noun), "obj")), None)
        return self._united(self._of_modified(noun, asked), asked)

    def _described(self, asked: Asked) -> int | None:
        """The water of "water up to two metres deep", the wall of "a wall 3 m high and a mile long"."""
        tree, before = self.tree, asked.first - 1
        if tree.lower[asked.after : asked.after + 1] == () or tree.lower[asked.after] not in self.along:
            return None
        while before >= 0 and (
            tree.lower[before] in ("and", ",") or tree.lower[before] in self.along or before in self.owner
        ):
            before -= 1
        return before if before >= 0 and tree.sentence.upos[before] in ("NOUN", "PROPN") else None

    def _spent_in(self, asked: Asked) -> int | None:
        """The state of "nine years in prison"."""
        tree, state = self.tree, asked.after + 1
        held = tree.lower[asked.after : state + 1] if state < len(tree.lower) else ()
        return state if held[:1] == ("in",) and held[1] in self.states else None

    def _kept(self, asked: Asked) -> int | None:
        """The fuel of "with fuel for ten days", the road of "closed the road for an hour"."""
        tree, noun = self.tree, asked.first - 2
        if noun < 0 or tree.lower[noun + 1] != "for" or tree.sentence.upos[noun] != "NOUN":
            return None
        if tree.lemma(tree.head(noun)) in self.punishing:
            return None
        within = tree.case(noun) not in ("", "with") or tree.base[noun] not in ("obj", "nmod", "obl", "conj")
        return None if within or self._is_people(noun) or not self.nouns.is_stuff(noun) else noun

    def _counter(self, asked: Asked) -> int | None:
        """ "12 dead and 30 wounded", "nine are missing": an adjective that counts by itself."""
        tree, anchor, after = self.tree, asked.anchor, asked.after
        governor = tree.head(anchor)
        if (self._is_modifier(anchor) and governor >= after) or (
            asked.found.quantity.unit == "share" and self._below(asked) is not None
        ):
            return None  # "one in three of the trees is infected"
        if tree.lower[after : after + 1] == ("still",):
            after += 1
        if after < len(tree.lower) and tree.lower[after] in self.counters:
            return after
        if governor >= 0 and tree.lemma(governor) in self.remaining and tree.base[anchor] == "nsubj":
            stated = [child for child in tree.having(governor, "xcomp") if tree.lower[child] in self.counters]
            return stated[0] if stated and self._below(asked) is None else None  # "dozens remain missing"
        counts = governor >= 0 and tree.lower[governor] in self.counters and tree.sentence.upos[governor] != "NOUN"
        return governor if counts and tree.sentence.relations[anchor] == "nsubj" else None

    def _modified(self, asked: Asked) -> int | None:
        """The noun a number stands before: "39 ports", "a 12 km stretch"; of "a 5% rise in X" the X."""
        tree, anchor = self.tree, asked.anchor
        governor = tree.head(anchor)
        if not self._is_modifier(anchor) or governor in asked.own or self.is_away(asked):
            return None
        if self.is_others(asked):
            return NOTHING
        if asked.kind == "share" and tree.sentence.upos[governor] in ("ADJ", "VERB"):
            return self.nouns.of_subject(governor) or NOTHING  # "the plan is 21% funded"
        return self._united(self._of_modified(governor, asked), asked)

    def is_others(self, asked: Asked) -> bool:
        """ "the 3% economists had forecast": the noun behind a measure tells who gave it; of what, was told before."""
        tree, noun = self.tree, asked.after
        if asked.kind not in ("share", "money", "extent") or asked.found.quantity.unit == "share":
            return False
        verb = tree.sentence.upos[noun + 1 : noun + 2]
        return verb in (("AUX",), ("VERB",)) and tree.lower[asked.first - 1] == "the" and self._is_people(noun)

    def _is_modifier(self, anchor: int) -> bool:
        tree = self.tree
        head = tree.head(anchor)
        if head < 0 or tree.base[anchor] == "advmod":
            return False
        if tree.sentence.relations[anchor] not in MODIFIER and tree.base[anchor] not in MODIFIER:
            return False
        return tree.sentence.upos[head] in NOMINAL or tree.sentence.upos[head] in ("ADJ", "VERB")

    def _of_modified(self, head: int, asked: Asked) -> int | None:
        """From the noun a number stands before to what is counted: over carriers and changes."""
        if self.nouns.way(head):
            return self.nouns.of_change(head, asked.own)
        return self.nouns.carried(head)

    def _united(self, head: int | None, asked: Asked) -> int | None:
        """Over nouns that are units after all: what has "risen six points", not the points."""
        if head is None or self.tree.lemma(head) not in self.unit_nouns:
            return head
        wider = replace(asked, own=asked.own | {head}, after=max(asked.after, head + 1))
        if self._complement(wider):
            return head
        governed = self._of_place(head, wider)
        return head if governed is None else governed

    # Below the number

    def _complement(self, asked: Asked) -> int | None:
        """X in "hundreds of X", "5% of X", "$3m in X", "12 of the X"."""
        head = self._below(asked)
        return head if head is None or head in self.owner else self.nouns.carried(head)

    def _below(self, asked: Asked) -> int | None:
        tree, last = self.tree, asked.after - 1
        valued = asked.found.is_measure and self._is_value(asked.anchor)
        stuff_cases: tuple[str, ...] = STUFF.get(asked.kind, ()) if asked.found.is_measure and not valued else ()
        for holder in (asked.anchor, *asked.own):
            for child in tree.having(holder, "nmod", "obl"):
                first = min(tree.having(child, "case"), default=child)
                if child in asked.own or child < holder or first > last + 2:
                    continue
                case = tree.case(child)
                people = case == "for" and self._is_people(child)  # "set aside $3m for the families": not of them
                if case == "of" or (case in stuff_cases and self.nouns.is_stuff(child) and not people):
                    return child
        return self._hung_elsewhere(last, ("of", "worth of", "in", "for") if asked.kind == "money" and not valued else ("of",))

    def _hung_elsewhere(self, last: int, cases: Sequence[str]) -> int | None:
        """X in "N of X" where the parse hung it elsewhere."""
        tree = self.tree
        for case in cases:
            size = len(case.split())
            if " ".join(tree.lower[last + 1 : last + 1 + size]) != case:
                continue
            head = tree.head(last + size)
            nominal = head > last + size and tree.sentence.upos[head] in NOMINAL
            stuff = self.nouns.is_stuff(head) and not (case == "for" and self._is_people(head))
            if nominal and (case not in ("in", "for") or stuff):
                return head
        return None

    def _is_value(self, anchor: int) -> bool:
        """ "a street value of $3m in a cargo": the noun before tells of what."""
        governor = self.tree.head(anchor)
        before = 0 <= governor < anchor and self.tree.sentence.upos[governor] == "NOUN"
        return before and self.tree.case(anchor) == "of" and not self._is_taken(governor)

    def _is_taken(self, victim: int) -> bool:
        """Whether something is taken from whom a noun names: "robbed the office of $3m"."""
        verb = self.tree.head(victim)
        return verb >= 0 and self.tree.lemma(verb) in self.depriving

    # Above the number

    def _level(self, asked: Asked) -> int | None:
        """What a share is told of as a level: the subject of "stands at 28% of capacity", not the capacity."""
        tree, anchor = self.tree, asked.anchor
        subject = self.nouns.copular_subject(anchor)
        governor = tree.head(anchor)
        if subject is None and governor >= 0 and tree.base[anchor] in ("obl", "obj"):
            level = tree.base[anchor] == "obl" and self.nouns.case(anchor, asked.own) in ("at", "to")
            if (level or tree.lemma(governor) in self.equations) and not tree.having(governor, "obj"):
                subject = self.nouns.subject(governor)
        return None if subject is None or self.nouns.is_pronoun(subject) else self.nouns.carried(subject)

    def _measured(self, asked: Asked) -> int | None:
        """The subject of "was 11,000 strong", "is 3 metres high"."""
        tree, governor = self.tree, self.tree.head(asked.anchor)
        if tree.base[asked.anchor] == "nsubj" or governor < asked.after or not tree.having(governor, "cop"):
            return None
        return self.nouns.of_subject(governor) or NOTHING if tree.lower[governor] in self.dimensions else None

    def _away(self, asked: Asked) -> int | None:
        """What lies or happens so far from somewhere, if it is a thing; else the unit's own word."""
        if not self.is_away(asked):
            return None
        tree, anchor = self.tree, asked.anchor
        while (above := tree.head(anchor)) >= 0 and (
            tree.sentence.upos[above] in ("ADV", "ADJ", "ADP") or tree.case(above) == "by"
        ):
            anchor = above
        verb = tree.head(anchor)
        if tree.having(anchor, "cop"):
            thing = self.nouns.copular_subject(anchor)
        elif verb >= 0 and tree.sentence.upos[verb] == "VERB":
            thing = self._undergoing(verb, asked)
        else:
            thing = verb if tree.base[anchor] == "appos" and tree.sentence.upos[verb] == "NOUN" else None
        return self._unit_noun(sorted(asked.own)) if thing is None else thing

    def _undergoing(self, verb: int, asked: Asked) -> int | None:
        """The thing that a verb tells of: what it is done to, else what does it; persons only do it for so long."""
        tree = self.tree
        objects = [child for child in tree.having(verb, "obj") if child not in asked.own and child not in self.owner]
        undergone = objects[-1] if objects else self.nouns.of_subject(verb)
        if undergone is None or self._is_people(undergone):
            return None
        return self.nouns.carried(undergone)

    def is_away(self, asked: Asked) -> bool:
        """Whether a length tells how far something is from somewhere: "sank 15 miles off the coast"."""
        tree, after = self.tree, asked.after
        measured = asked.found.quantity.unit in self.lengths and after < len(tree.lower)
        return measured and tree.lower[after] in self.directions

    def _fronted(self, asked: Asked) -> int | None:
        """X in "of the X sent this week, 39 arrived", where a clause opens with it."""
        tree, anchor = self.tree, asked.anchor
        if tree.base[anchor] not in ("nsubj", "obj"):
            return None
        for verb in tree.up(tree.head(anchor)):
            for child in tree.having(verb, "obl", "nmod"):
                opens = tree.case(child) in PARTITIVE and self._opens(min(tree.under(child)))
                if child < asked.first and opens and not self.nouns.is_pronoun(child):
                    return self.nouns.carried(child)
        return None

    def _opens(self, token: int) -> bool:
        """Whether a clause may begin here."""
        return token == 0 or self.tree.lower[token - 1] in (";", ":", "but", "and", '"', "\u201c")

    def _governed(self, asked: Asked) -> int | None:
        return self._of_place(asked.anchor, asked)

    def _of_place(self, anchor: int, asked: Asked) -> int | None:
        """What a number that stands alone belongs to, by its place under a noun or a verb."""
        tree, found = self.tree, asked.found
        subject = self.nouns.copular_subject(anchor)
        if subject is not None:
            return self.nouns.carried(subject)
        head, relation = tree.head(anchor), tree.base[anchor]
        if head < 0 or head in asked.own:
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
            named = self._of_noun(head, asked) if found.is_measure or relation != "parataxis" else None
            return self._united(named, asked) if anchor == asked.anchor else named
        if upos in ("VERB", "AUX", "ADJ", "ADV", "ADP"):
            return self._of_verb(anchor, head, asked)
        if relation == "obl" and upos in NOMINAL and tree.case(anchor) == "by":
            return self.nouns.carried(head)  # "will raise pay by 4.5 per cent", where the parse stops at the pay
        return self.nouns.copular_subject(head) if relation in ("obl", "obj", "nmod") else None

    def _of_noun(self, head: int, asked: Asked) -> int | None:
        """The noun a number follows; the nearest one, where the parse looks too far back."""
        before = asked.first - 1
        while before >= 0 and self.tree.sentence.upos[before] == "ADP":
            before -= 1
        if asked.found.is_measure and before > head and self.tree.sentence.upos[before] == "NOUN":
            head = before
        return self._of_modified(head, asked)

    # Under a verb

    def _of_verb(self, anchor: int, verb: int, asked: Asked) -> int | None:
        tree, found = self.tree, asked.found
        relation, case = tree.base[anchor], self.nouns.case(anchor, asked.own)
        objects = [child for child in tree.having(verb, "obj") if child not in asked.own and child != anchor]
        objects = [child for child in objects if tree.lemma(child) not in self.nouns.times]  # "ended the year at $3m"
        if not objects and self._lacks_object(verb):
            objects = [tree.head(verb)]  # "the tanks it ordered for $3m"
        priced = relation == "obl" and found.is_measure and case in ("at", "for") and objects
        costs = found.is_measure and tree.lemma(verb) in self.costs
        if costs or (self._equates(verb, relation, asked) and not priced):
            return self.nouns.of_subject(verb)
        if asked.kind == "money" and case in ("", "of") and tree.having(verb, "nsubj:pass"):
            if tree.lemma(verb) in self.depriving:
                return NOTHING
            return self.nouns.purpose(verb) or self.nouns.of_subject(verb)  # "were fined $3m"; "was offered $3m for it"
        if relation == "obj" and not found.is_measure and tree.lemma(verb) in self.taking:
            return None  # "losing 12" tells of what was lost, not of who lost it
        if self._changes(verb):
            return self._of_change_verb(anchor, verb, objects)
        if asked.kind == "duration":
            return self._undergoing(verb, asked) if relation != "obj" and self._goes_on(verb, asked) else None
        if asked.kind == "extent" and (relation == "obj" or (relation == "obl" and case in ("", "on"))):
            thing = None if objects and not case else self._holding(verb)
            if thing is not None:
                return thing
        if objects and relation in ("obl", "xcomp", "advmod") and (found.is_measure or case in LEVEL_CASES):
            owed = asked.kind == "money" and case in ("", "of") and self._is_people(objects[0])
            return NOTHING if owed else self.nouns.carried(objects[0])  # "owes its creditors $3m"
        if asked.kind == "money" and self._is_spent(anchor, verb, case):
            return self.nouns.purpose(verb)
        reached = (relation == "obl" and case in LEVEL_CASES) or bool(tree.having(verb, "nsubj:pass"))
        if asked.kind == "share" or ((found.is_measure or case == "at") and reached):
            return None if relation in ("nsubj", "obj") else self.nouns.of_subject(verb)
        return None

    def _lacks_object(self, verb: int) -> bool:
        """Whether a clause without "which" tells of what somebody did to the noun before it."""
        tree = self.tree
        if tree.sentence.relations[verb] != "acl:relcl" or tree.having(verb, "nsubj:pass", "cop"):
            return False
        subjects = tree.having(verb, "nsubj")
        relative = any(tree.sentence.xpos[token].startswith("W") for child in subjects for token in tree.under(child))
        return bool(subjects) and not relative and tree.head(verb) + 1 == min(tree.under(subjects[0]))

    def _goes_on(self, verb: int, asked: Asked) -> bool:
        """Whether a span of time tells how long: "held for an hour", not "within an hour" or "jailed for a year"."""
        before = asked.first - 1
        leading = self.tree.lower[before] if before >= 0 and self.tree.sentence.upos[before] == "ADP" else "for"
        return leading == "for" and self.tree.lemma(verb) not in self.punishing

    def _holding(self, verb: int) -> int | None:
        """The thing that holds, gives or goes so much: "the plant supplies 900 MW", "the jet glided 19 km"."""
        tree, subject = self.tree, self.nouns.of_subject(verb)
        goes = not tree.having(verb, "obj") and tree.lemma(verb) not in self.telling
        if subject is None or not (goes or tree.lemma(verb) in self.holding) or self._is_people(subject):
            return None
        if any(first <= subject < last for first, last, kind in tree.sentence.entities if kind in ("LOC", "ORG")):
            return None
        aimed = tree.base[verb] == "acl" and bool(tree.having(verb, "mark"))  # "a request to draw 150 MW"
        return None if aimed else subject

    def _equates(self, verb: int, relation: str, asked: Asked) -> bool:
        """Whether a verb tells its number of its subject: "exports total 300", "the strike lasted 11 days"."""
        lemma = self.tree.lemma(verb)
        known = lemma in (self.lasting if asked.kind == "duration" else self.equations)
        return known and not (relation == "obj" and lemma in self.acts)  # "sold $200m"

    def _is_spent(self, anchor: int, verb: int, case: str) -> bool:
        tree = self.tree
        going = tree.lemma(verb) == "go" and case not in LEVEL_CASES  # "goes to roads", not "has gone from $3 to $5"
        return tree.base[anchor] == "obj" or tree.sentence.relations[anchor] == "nsubj:pass" or going

    def _changes(self, verb: int) -> bool:
        tree = self.tree
        beside = tree.having(verb, "advmod", "compound:prt")
        upward = any(tree.lower[child] in ("up", "down") for child in beside)
        return tree.sentence.upos[verb] in ("ADV", "ADP", "ADJ") or self.nouns.way(verb) is not None or upward

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

    def _is_people(self, token: int) -> bool:
        """Whether a word names persons, by its noun or as a name."""
        named = any(kind == "PER" and first <= token < last for first, last, kind in self.tree.sentence.entities)
        return named or is_people(self.tree.lemma(token))

    def thing_before(self, pronoun: int) -> int | None:
        """The ferry of "the ferry had 200 on board when it capsized": the last subject before "it" that is a thing."""
        tree, xpos = self.tree, self.tree.sentence.xpos
        for token in range(pronoun - 1, -1, -1) if tree.lower[pronoun] == "it" else ():
            told = tree.base[token] == "nsubj" and xpos[token] in ("NN", "NNP") and not self._is_people(token)
            verb = tree.head(token)
            if told and token not in tree.up(pronoun) and not tree.having(verb, "ccomp") and verb != tree.head(pronoun):
                return token
        return None

    # So many times as much

    def _multiplied(self, asked: Asked) -> int | None:
        """What doubled; the flow of "twice the usual flow", the light of "15 times as much light"; else the subject."""
        tree = self.tree
        own = tree.tokens(asked.found.start, asked.found.end)
        verbs = [token for token in own if tree.sentence.upos[token] == "VERB"]
        if verbs:
            objects = tree.having(verbs[-1], "obj")  # "doubled its profit"
            return self.nouns.carried(objects[0]) if objects else self.nouns.of_subject(verbs[-1])
        after = max(own, default=asked.anchor) + 1
        while after < len(tree.lower) and tree.lower[after] in ALIKE:
            after += 1
        compares = tree.lower[after - 1] == "as"
        while after < len(tree.lower) and tree.sentence.upos[after] in ("DET", "ADJ", "PRON"):
            after += 1
        noun = after < len(tree.lower) and tree.sentence.upos[after] in ("NOUN", "PROPN")
        if not noun or compares:
            return self._so_much(asked.anchor)  # "ten times what it was", "twice as many as a week ago"
        while after + 1 < len(tree.lower) and tree.sentence.upos[after + 1] == "NOUN":
            after += 1
        return after

    def _so_much(self, anchor: int) -> int | None:
        """The subject of what is several times something; None in an aside, which tells of the figure before."""
        tree = self.tree
        verb = anchor if tree.having(anchor, "cop") else tree.head(anchor)
        if tree.case(anchor) == "by" and verb >= 0 and tree.base[verb] == "obj":
            return self.nouns.of_subject(tree.head(verb))  # "outnumber the others by two to one"
        direct = verb == anchor or tree.base[anchor] in ("obj", "xcomp", "advmod", "obl")
        if verb < 0 or not direct or "," in tree.lower[verb:anchor]:
            return None
        subject = self.nouns.of_subject(verb)
        return None if subject is not None and self.nouns.is_pronoun(subject) else subject


OUT_OF = (("in",), ("out",))
SET_BESIDE = ("appos", "compound", "flat")
# The prepositions by which a measure is told of some stuff.
STUFF: dict[Kind, tuple[str, ...]] = {"money": ("in", "for", "on"), "share": ("in",), "extent": ("in",)}
