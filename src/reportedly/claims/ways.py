"""From a number to the noun it counts: the ways that grammar offers, and the order in which they are tried.

A way is one habit of the language: the X of "hundreds of X", the noun a number stands before, the subject of what
lasts. ``figures.toml`` ranks them for each kind of number, the surest first; the first way that leads to a noun is
taken. No way knows what stood in other sentences. Labels are Universal Dependencies version 2.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

from reportedly.claims.awaited import awaiting
from reportedly.claims.changes import REACHED, SUMS
from reportedly.claims.circumstances import Circumstances
from reportedly.claims.factors import Factors
from reportedly.claims.lexicons import either, lexicon, listed, words
from reportedly.claims.nouns import NOMINAL, Nouns
from reportedly.claims.places import Kind, Place, Places
from reportedly.claims.polls import Polls
from reportedly.claims.rows import Rows
from reportedly.claims.singled import Singled
from reportedly.claims.spans import Spans
from reportedly.claims.sums import Sums
from reportedly.claims.verbs import NOTHING, Verbs
from reportedly.values.corrections import renews
from reportedly.values.units import is_time
from reportedly.values.zeros import is_nobody

MODIFIER = frozenset({"nummod", "compound", "amod", "det", "nmod:poss", "nmod:unmarked", "nmod:npmod", "flat"})
PARTITIVE = ("of", "out of", "among")
ELLIPTIC = frozenset({"from", "among", "on", "with", "to", "for", "by"})


class Ways:
    """The ways of one sentence's numbers to their nouns."""

    equations = listed("figures", "equations", "verbs")
    counters = listed("figures", "countable_adjectives", "words")
    unit_nouns = listed("figures", "unit_nouns", "words")
    lengths = listed("figures", "directions", "units")
    remaining = listed("figures", "countable_adjectives", "verbs")
    summaries = listed("figures", "carriers", "summaries")
    composing = listed("figures", "composing", "verbs")
    collectives = listed("figures", "carriers", "collectives")
    telling = listed("figures", "telling", "verbs")
    outputs = listed("figures", "outputs", "words")
    charging = listed("figures", "outputs", "charging")
    burdens = listed("figures", "carriers", "burdens")
    foretold = listed("figures", "foretold", "words")
    never = listed("figures", "uncounted", "never")
    stances = listed("figures", "uncounted", "stances")
    bounds = listed("figures", "uncounted", "bounds")
    back = listed("times", "back")
    revising = listed("figures", "changes", "revising")

    def __init__(self, nouns: Nouns, places: Places) -> None:
        self.tree, self.nouns, self.owner = nouns.tree, nouns, places.owner
        self.verbs = Verbs(nouns, places.owner)
        self.stretches = either(("figures", "carriers", "summaries"), ("figures", "carriers", "stretches"))
        self.spans, self.sums = Spans(nouns, self.verbs), Sums(nouns, self.verbs)
        self.clauses = Circumstances(nouns, places.owner)
        self.singles = Singled(nouns, self.verbs)
        self.polls, self.factors, self.rows = Polls(nouns, self.verbs), Factors(nouns), Rows(nouns, self.verbs)

    def first(self, place: Place) -> int | None:
        """What the surest way leads to; another number, where it leads there."""
        if place.anchor not in place.inside:
            return place.anchor
        place = self._over_summary(place)
        for name in lexicon("figures")["ways"][place.kind]:
            head = WAYS[name](self)(place)
            if head is not None and not self._is_none(head, place, name):
                return None if head == NOTHING else head
        return self._revised(place)

    def _is_none(self, head: int, place: Place, way: str) -> bool:
        """Whether no such number is told of a word: "on Monday, at minus 28C" tells of no day."""
        dates = (range(first, last) for first, last, kind in self.tree.sentence.entities if kind == "DATE")
        timed = way == "governed" and place.kind in MEASURED and any(head in date for date in dates)
        side = way == "governed" and self.tree.lemma(head) in (self.stances if place.kind == "share" else self.bounds)
        side = side and self.tree.case(head) != ""
        return head >= 0 and (
            timed or side or (way in ("governed", "apposed", "following") and self.tree.lower[head] in self.never)
        )

    def _over_summary(self, place: Place) -> Place:
        """The place of "an average of $3", "a total of 40 tonnes", which stand in the sentence as the amount would."""
        tree, noun = self.tree, place.first - 2
        standing = self.stretches if place.kind == "duration" else self.summaries
        if noun < 0 or tree.lower[noun + 1] != "of" or tree.lemma(noun) not in standing:
            return place
        named = tree.having(noun, "compound", "nmod:poss") or tree.head(place.anchor) != noun
        if named or (tree.lower[noun - 1 : noun] == ("the",) and tree.lemma(noun) in self.summaries):
            return place
        return replace(place, inside=(noun, noun + 1, *place.inside), anchor=noun)

    def _revised(self, place: Place) -> int | None:
        """X in "corrected the number of X who were on board from 164 to 229", wherever the parse hung the two."""
        tree = self.tree
        if tree.lower[place.first - 1 : place.first] not in (("from",), ("to",)):
            return None
        beside = place.first - 2
        if beside > 0 and tree.sentence.upos[beside] == "NOUN" and not tree.having(beside, "case"):
            return self.nouns.carried(beside)  # "the votes from 131,400 to 129,540 and the seats from 27 to 26"
        for verb in tree.up(place.anchor):
            if tree.sentence.upos[verb] == "VERB" and renews(tree.lemma(verb)):
                undergone = [noun for noun in tree.having(verb, "obj", "nsubj:pass") if noun < place.first]
                return self.nouns.carried(undergone[0]) if undergone else None
        return None

    def unit_word(self, place: Place) -> int | None:
        """The noun of a written unit, which names what is told where nothing else does: the miles of "55 miles"."""
        tree = self.tree
        verb = tree.head(place.anchor)
        if place.kind not in ("duration", "extent") or (verb >= 0 and tree.lemma(verb) in self.telling):
            return None
        return self.spans.unit_noun(place)

    def _nobody(self, place: Place) -> int | None:
        return NOTHING if is_nobody(place.found.quantity.written) else None

    # Right beside the number

    def _following(self, place: Place) -> int | None:
        """The noun behind a number that the parse hung elsewhere."""
        measure = place.found.is_measure and place.found.quantity.unit != "share"
        if awaiting(self.tree, place.anchor) is not None:
            return NOTHING
        return None if measure else self.nouns.following(place.after)

    def _numbering(self, place: Place) -> int | None:
        """The crew of "a crew of 23 and 1,300 cars", whatever the parse makes of the rest."""
        tree, noun = self.tree, place.first - 2
        if noun < 0 or tree.lower[noun + 1] != "of" or tree.lemma(noun) not in self.collectives:
            return None
        goes_on = tree.sentence.upos[place.after : place.after + 1] in (("NOUN",), ("ADJ",), ("PROPN",))
        return None if goes_on or self._below(place) is not None else noun

    def tied(self, place: Place) -> int | None:
        """The members of "a six-member panel": a noun in the singular that a hyphen ties to its number."""
        tree, noun = self.tree, place.after
        noun += tree.lower[noun : noun + 1] in ((HYPHEN,),)
        if noun + 1 >= len(tree.lower) or tree.lower[noun - 1] != HYPHEN:
            return None
        if tree.lower[noun].endswith("ed") and len(tree.lower[noun]) > len("breed"):
            return NOTHING  # "a six-pointed star"
        if tree.sentence.xpos[noun] != "NN":  # "a 300-strong crowd"
            return tree.head(noun) if tree.lower[noun] == STRONG and tree.head(noun) > noun else None
        named = tree.sentence.upos[noun + 1] in ("NOUN", "ADJ", "PROPN", "PUNCT") and tree.base[noun] == "compound"
        made = tree.lemma(noun) not in self.unit_nouns or tree.lemma(noun + 1) in words("figures", "unit_nouns", "made")
        return noun if named and tree.head(noun) > noun and made else None

    def _apposed(self, place: Place) -> int | None:
        """The quay of "a €74m quay", which the parse may set beside its price."""
        tree = self.tree
        noun = self.nouns.following(place.after) if place.after < len(tree.lower) else None
        if noun is not None and place.found.quantity.unit == "magnitude":
            return noun
        beside = noun is not None and tree.head(noun) == place.anchor and tree.base[noun] in SET_BESIDE
        return noun if beside or self._is_for(noun, place) else None

    def _is_for(self, noun: int | None, place: Place) -> bool:
        """Whether a sum stands before the bail of "held on $200,000 bail", wherever the parse hung the two."""
        tree = self.tree
        rated = "/" in place.found.quantity.unit
        if noun is None or place.kind != "money" or rated or tree.sentence.upos[place.first - 1] not in ("ADP", "DET"):
            return False
        ends = tree.sentence.upos[noun + 1 : noun + 2] not in (("VERB",), ("AUX",))
        return noun == place.after and ends and tree.lower[noun] not in WORTH and not self.verbs.is_people(noun)

    def _valued(self, place: Place) -> int | None:
        """The cuts of "power cuts of up to 16 hours", wherever the parse hung the hours."""
        tree, noun = self.tree, place.first - 2
        named = noun >= 0 and tree.lower[noun + 1] == "of" and tree.sentence.upos[noun] == "NOUN"
        below = self._below(place) if named else None
        if named and (below is not None or self.verbs.is_taken(noun)):
            return below or NOTHING  # "a load of 40 tonnes of coal", "robbed the office of $3m"
        if not named or self.verbs.is_people(noun):
            return None
        if tree.lemma(noun) in self.nouns.rates:  # "store carbon at a rate of 90,000 tonnes a year"
            return next(iter(tree.having(tree.head(noun), "obj")), None)
        return self._united(self._of_modified(self._whole_name(self._gained(noun), place), place), place)

    def _gained(self, noun: int) -> int:
        """The profit of "profit from continuing operations of $4m": what comes from somewhere, not where it does."""
        tree = self.tree
        above = tree.head(noun)
        named = tree.base[noun] == "nmod" and tree.case(noun) == "from" and not tree.having(noun, "det")
        named = named or (tree.case(noun) == "to" and above >= 0 and tree.lemma(above) in self.burdens)
        named = named or (tree.case(noun) in ("for", "in") and tree.lemma(noun) in self.nouns.times)
        return above if named and 0 <= above < noun and tree.sentence.upos[above] == "NOUN" else noun

    def _counter(self, place: Place) -> int | None:
        """ "12 dead and 30 wounded", "nine are missing": an adjective that counts by itself."""
        tree, anchor, after = self.tree, place.anchor, place.after
        governor = tree.head(anchor)
        if governor >= 0 and self._is_or_else(governor):
            return None  # "the other 200 are dead or in hospital"
        if tree.lower[after : after + 1] and tree.lower[after] in self.counters and self._goes_on(after + 1):
            return after  # "310 injured, 206 arrests", hung on the arrests
        if (self._is_modifier(anchor) and governor >= after) or (
            place.found.quantity.unit == "share" and self._below(place) is not None
        ):
            return None  # "one in three of the trees is infected"
        put = tree.lower[place.first - 2 : place.first] if place.first > 1 else ()
        if put[1:] == ("at",) and put[0] in self.counters:
            named = place.first - 2  # "put the dead at 61", "put the killed and wounded at 61"
            joined = tree.base[named] == "conj" and tree.lower[tree.head(named)] in self.counters
            return tree.head(named) if joined else named
        if tree.lower[after : after + 1] == ("still",):
            after += 1
        if after < len(tree.lower) and tree.lower[after] in self.counters:
            named = tree.sentence.upos[after + 1 : after + 2] == ("NOUN",) and self.verbs.is_people(after + 1)
            return after + 1 if named else after  # "the body of one killed civilian was recovered"
        if governor >= 0 and tree.lemma(governor) in self.remaining and tree.base[anchor] == "nsubj":
            stated = [child for child in tree.having(governor, "xcomp") if tree.lower[child] in self.counters]
            return stated[0] if stated and self._below(place) is None else None  # "dozens remain missing"
        counts = governor >= 0 and tree.lower[governor] in self.counters and tree.sentence.upos[governor] != "NOUN"
        below = self._below(place) if counts else None
        if below is not None and not self.nouns.is_pronoun(below):
            return None  # "two of his friends are missing"
        return governor if counts and tree.sentence.relations[anchor] == "nsubj" else None

    def _is_or_else(self, state: int) -> bool:
        """Whether a state is one of those that somebody is in, told with "or" and some word that counts nobody."""
        tree, others = self.tree, self.tree.having(state, "conj")
        joined = any(tree.lower[child] == "or" for other in others for child in tree.having(other, "cc"))
        return joined and any(tree.lower[other] not in self.counters for other in others)

    def _goes_on(self, token: int) -> bool:
        """Whether a comma or "and" stands there and another number behind it."""
        upos, parted = self.tree.sentence.upos, self.tree.lower[token : token + 1] in ((",",), ("and",), (";",))
        joined = token + 1 if self.tree.lower[token + 1 : token + 2] != ("and",) else token + 2
        return parted and upos[joined : joined + 1] == ("NUM",)

    def _modified(self, place: Place) -> int | None:
        """The noun a number stands before: "39 ports", "a 12 km stretch"; of "a 5% rise in X" the X."""
        tree, anchor = self.tree, place.anchor
        governor = tree.head(anchor)
        if not self._is_modifier(anchor) or governor in place.inside or self.spans.is_away(place):
            return None
        loose = governor < anchor and place.kind == "count" and self.nouns.is_apart(governor, anchor)
        if self.is_others(place) or self._is_only_done(place) or loose:
            return NOTHING
        if place.kind == "share" and tree.sentence.relations[governor] == "nmod:poss" and anchor < governor:
            return self.nouns.carried(tree.head(governor))  # "half the town's 12 wells"
        if place.kind == "share" and tree.sentence.upos[governor] in ("ADJ", "VERB"):
            return self.nouns.of_subject(governor) or NOTHING  # "the plan is 21% funded"
        return self._united(self._of_modified(governor, place), place)

    def is_others(self, place: Place) -> bool:
        """ "the 3% economists had forecast": the noun behind a measure tells who gave it; of what, was told before."""
        tree, noun = self.tree, place.after
        if place.kind not in ("share", "money", "extent") or place.found.quantity.unit == "share":
            return False
        if tree.lower[place.first - 1] in HELD and not self.foretold.isdisjoint(tree.lower[noun : noun + 1]):
            # "against 2% forecast in May", "than the 4% expected"
            return tree.sentence.upos[noun + 1 : noun + 2] in ((), ("ADP",), ("PUNCT",), ("CCONJ",))
        if tree.lower[place.first - 1] != "the":
            return False
        if tree.lower[noun : noun + 1] == ("that",) and place.found.unit_span is None:
            return True  # "less than half of the four that fish need"
        if tree.lower[noun + 1 : noun + 2] == ("by",) and tree.lower[noun] in self.foretold:
            return True  # "the 0.9 percent forecast by the bank"
        return tree.sentence.upos[noun + 1 : noun + 2] in (("AUX",), ("VERB",)) and self.verbs.is_people(noun)

    def _is_only_done(self, place: Place) -> bool:
        """ "Double the 64m first budgeted": a participle behind a measure tells what was done, and not of what."""
        tree, done = self.tree, place.after
        while tree.sentence.upos[done : done + 1] in (("ADV",), ("ADJ",)):
            done += 1
        named = tree.sentence.upos[done + 1 : done + 2] in (("NOUN",), ("PROPN",), ("ADJ",))
        alone = place.found.is_measure and tree.lower[place.first - 1] == "the"
        return alone and not named and tree.sentence.xpos[done : done + 1] == ("VBN",)

    def is_foreseen(self, place: Place) -> bool:
        """ "The 9 percent they had demanded", "the 0.3 percent forecast by brokers": of what was told before."""
        return awaiting(self.tree, place.anchor) is not None or self.is_others(place)

    def _is_modifier(self, anchor: int) -> bool:
        tree = self.tree
        head = tree.head(anchor)
        if head < 0 or tree.base[anchor] == "advmod":
            return False
        if self._is_led_apart(anchor, head):
            return False
        if tree.sentence.relations[anchor] not in MODIFIER and tree.base[anchor] not in MODIFIER:
            return False
        return tree.sentence.upos[head] in NOMINAL or tree.sentence.upos[head] in ("ADJ", "VERB")

    def _is_led_apart(self, anchor: int, head: int) -> bool:
        """Whether a preposition parts a number from the noun on which it was hung: "rose nine km into the sky"."""
        apart = any(anchor < case < head for case in self.tree.having(head, "case"))
        return apart and self.tree.sentence.relations[anchor] == "nmod:unmarked"

    def _of_modified(self, head: int, place: Place) -> int | None:
        """From the noun a number stands before to what is counted: over carriers and changes."""
        if place.kind == "money" and self.tree.lemma(head) in SUMS and self.tree.lower[place.first - 1] == "of":
            return head  # "reported a net loss of $8.1m"
        if self.nouns.way(head):
            changed = self.nouns.of_change(head, place.inside)
            whose = changed is not None and self.tree.base[changed] == "nmod" and changed < head
            return head if whose and place.kind == "count" else changed  # "the North's losses at 4,700"
        return self.nouns.carried(head)

    def _united(self, head: int | None, place: Place) -> int | None:
        """Over nouns that are units after all: what has "risen six points", not the points."""
        if head is not None and self.tree.lower[head] == UNITS:
            risen = self._risen_to(head)
            return head if risen is None else risen
        if head is None or head in place.inside or self.tree.lemma(head) not in self.unit_nouns:
            return head
        if self.tree.sentence.xpos[head + 1 : head + 2] == ("JJR",) and self.nouns.way(head + 1) is not None:
            verb = self.tree.head(head)
            return self.nouns.of_subject(self.tree.head(verb) if verb == head + 1 else verb)  # "closed 42 points lower"
        wider = replace(place, inside=tuple(sorted({*place.inside, head})))
        if self._complement(wider):
            return head
        governed = self._of_place(head, wider)
        if governed is None and self.tree.base[head] == "obj" and self.nouns.way(self.tree.head(head)) is not None:
            governed = self.nouns.of_subject(self.tree.head(head))  # "the index shed 47 points"
        return head if governed is None else governed

    def _risen_to(self, noun: int) -> int | None:
        """The sales of "sales doubled to 58,000 units"."""
        verb, case = self.tree.head(noun), self.tree.case(noun)
        moved = self.tree.base[noun] == "obl" and case in ("to", "from") and verb >= 0
        changes = moved and (self.nouns.way(verb) is not None or self.tree.lemma(verb) in self.revising)
        subject = self.nouns.of_subject(verb) if changes else None
        return None if subject is None else self.nouns.carried(subject)

    def _complement(self, place: Place) -> int | None:
        """X in "hundreds of X", "5% of X", "$3m in X", "12 of the X"."""
        if place.first and self.tree.lower[place.first - 1] == "within" and place.found.is_measure:
            return NOTHING  # "within two points of her rival": how far from whom
        head = self._below(place)
        if head is not None and self.tree.sentence.xpos[head + 1 : head + 3] in (("POS", "NNS"), ("POS", "NN")):
            head += 2  # "billions of investors' dollars"
        if head is not None and (head in self.owner or self.verbs.is_source(head, place)) and place.kind == "extent":
            return None  # "running at 600 MW of its 1,300", "the 900 hectares of the ministry"
        return head if head is None or head in self.owner else self.nouns.carried(head)

    def _below(self, place: Place) -> int | None:
        tree, last = self.tree, place.after - 1
        valued = place.found.is_measure and self._is_value(place.anchor)
        stuff_cases = self._stuff_cases(place) if not valued else ()
        for holder in (place.anchor, *place.inside):
            for child in tree.having(holder, "nmod", "obl"):
                first = min(tree.having(child, "case"), default=child)
                if child in place.inside or child < holder or first > last + 2:
                    continue
                case = tree.case(child)
                people = case == "for" and self.verbs.is_payee(child)  # "set aside $3m for the families": not of them
                if case == "of" and place.kind == "count" and tree.lemma(child) in self.nouns.times:
                    continue  # "the 25 of the year before"
                if case == "for" and any(tree.lower[det] in ("each", "every") for det in tree.having(child, "det")):
                    continue  # "21 cents for each dollar"
                if case == "in" and (tree.having(child, "nummod") or self.nouns.is_dated(child)):
                    continue  # "hid $72m in three trusts", "lost $28m in an evening's broadcast"
                if valued and case == "of" and tree.sentence.upos[child] == "PROPN":
                    continue  # "the target band of 2% to 7% of the Central Bank"
                stance = place.kind == "share" and tree.lemma(child) in self.stances  # "71% in favour of the ban"
                if case == "of" or (case in stuff_cases and self.nouns.is_stuff(child) and not (people or stance)):
                    return child
        told: tuple[str, ...] = ("in", "for") if place.kind == "money" and stuff_cases else ()
        told = ("in",) if place.kind == "count" and self._is_sum(place) else told
        parted = ("out of",) if place.kind == "count" else ()
        return self._hung_elsewhere(
            last, ("of", *parted, *(("worth of",) if told else ()), *told), count=place.kind == "count"
        )

    def _stuff_cases(self, place: Place) -> tuple[str, ...]:
        """By which prepositions a measure may be told of some stuff; not where it is a price or a level reached."""
        if not place.found.is_measure or (place.kind == "money" and self._is_price(place)):
            return ()
        told = self.tree.having(place.anchor, "cop")  # "the loss was $86m on revenue of $900m"
        cases = tuple(case for case in STUFF.get(place.kind, ()) if case != "on" or not told)
        return (*cases, "on") if place.kind == "share" and self.tree.base[place.anchor] == "obj" else cases

    def _is_sum(self, place: Place) -> bool:
        """Whether a number may be of money that is not named: "seeks 2.5 billion in damages"."""
        size = place.found.quantity.high or place.found.quantity.low
        verb = self.tree.head(place.anchor)
        done = verb >= 0 and self.tree.sentence.upos[verb] == "VERB" and self.tree.base[place.anchor] == "obj"
        return size is not None and size >= MILLION and done

    def _is_price(self, place: Place) -> bool:
        """ "costs 35 rupees a kilo in the markets", "doubled to $5 for cars": who pays or where, and not for what."""
        per = place.found.quantity.unit.partition("/")[2]
        return (per != "" and not is_time(per)) or self.nouns.case(place.anchor, place.inside) in ("to", "from")

    def _hung_elsewhere(self, last: int, cases: Sequence[str], *, count: bool) -> int | None:
        """X in "N of X" where the parse hung it elsewhere."""
        tree = self.tree
        if tree.lower[last + 1 : last + 2] == ("(",) and not count:  # "$3m (£2m) in grants"
            last = next((at for at in range(last + 2, min(last + 8, len(tree.lower))) if tree.lower[at] == ")"), last)
        for case in cases:
            size = len(case.split())
            if " ".join(tree.lower[last + 1 : last + 1 + size]) != case:
                continue
            head = tree.head(last + (1 if case == "out of" else size))
            nominal = head > last + size and tree.sentence.upos[head] in NOMINAL
            nominal = nominal and not (count and tree.lemma(head) in self.nouns.times)  # "the 25 of the year before"
            nominal = nominal and not (case == "in" and (tree.having(head, "nummod") or self.nouns.is_dated(head)))
            if (
                nominal
                and tree.base[head] == "nsubj"
                and tree.base[last] == "obl"
                and tree.head(last) == tree.head(head)
            ):
                several = [t for t in tree.having(head, "compound") if tree.sentence.xpos[t] == "NNS"]
                return several[0] if several else None  # "in 26 of these towns party agents were refused entry"
            stuff = self.nouns.is_stuff(head) and not (case == "for" and self.verbs.is_payee(head))
            if nominal and (case not in ("in", "for") or stuff):
                return head
        return None

    def _is_value(self, anchor: int) -> bool:
        """ "a street value of $3m in a cargo": the noun before tells of what."""
        governor = self.tree.head(anchor)
        before = 0 <= governor < anchor and self.tree.sentence.upos[governor] == "NOUN"
        if before and any(self.tree.lower[det] == "the" for det in self.tree.having(anchor, "det")):
            return False  # "the issue of the $3m in loans"
        return before and self.tree.case(anchor) == "of" and not self.verbs.is_taken(governor)

    # Above the number

    def _level(self, place: Place) -> int | None:
        """What a share is told of as a level: the subject of "stands at 28% of capacity", not the capacity."""
        tree, anchor = self.tree, place.anchor
        subject = self.nouns.copular_subject(anchor)
        governor, below = tree.head(anchor), self._below(place)
        if below is not None and tree.lower[below] in words("figures", "parts", "pronouns"):
            return None  # "gangs were behind 68 per cent of them"
        if governor >= 0 and (
            self.verbs.keeps(anchor, governor)
            or (tree.lemma(governor) in self.composing and self._below(place) is not None)
        ):
            return None  # "stands by 68.4%", "accounted for a fifth of exports"
        if subject is None and governor >= 0 and tree.base[anchor] in ("obl", "obj"):
            bounded = tree.lower[place.first] in REACHED
            level = tree.base[anchor] == "obl" and (bounded or self.nouns.case(anchor, place.inside) in ("at", "to"))
            objects = tree.having(governor, "obj")
            output = bool(objects) and self.is_of_output(place, costs=tree.lemma(governor) in self.charging)
            if (level or tree.lemma(governor) in self.equations) and (not objects or (output and anchor in objects)):
                subject = self.nouns.subject(governor)
            elif output and anchor not in objects:
                subject = objects[-1]  # "raised its deficit to 2.7 percent of GDP"
        elif governor >= 0 and self.is_of_output(place) and tree.case(anchor) in ("of", "at"):
            subject = governor if tree.sentence.upos[governor] == "NOUN" else None  # "a deficit of 2.4 percent of GDP"
        if subject is not None and subject in self.owner and self.is_of_output(place, costs=True):
            return NOTHING  # "$3m from a levy on cars, set at 2% of their value"
        return None if subject is None or self.nouns.is_pronoun(subject) else self.nouns.called(subject)

    def is_of_output(self, place: Place, *, costs: bool = False) -> bool:
        """Whether a share is told in output, as deficits and debts are, or a price in a value: "percent of GDP"."""
        below, told = self._below(place), words("figures", "outputs", "priced") if costs else self.outputs
        return below is not None and self.tree.lemma(below) in told and self.tree.lower[below - 1] not in OWN

    def _fronted(self, place: Place) -> int | None:
        """X in "of the X sent this week, 39 arrived", where a clause opens with it."""
        tree, anchor = self.tree, place.anchor
        if tree.base[anchor] not in ("nsubj", "obj"):
            return None
        for verb in tree.up(tree.head(anchor)):
            for child in tree.having(verb, "obl", "nmod", "advcl"):
                opens = tree.case(child) in PARTITIVE and self._opens(min(tree.under(child)))
                if child < place.first and opens and not self.nouns.is_pronoun(child):
                    return self.nouns.carried(child)
        return None

    def _opens(self, token: int) -> bool:
        """Whether a clause may begin here."""
        return token == 0 or self.tree.lower[token - 1] in (";", ":", "but", "and", '"', "\u201c")

    def _governed(self, place: Place) -> int | None:
        return self._of_place(place.anchor, place)

    def _of_place(self, anchor: int, place: Place) -> int | None:
        """What a number that stands alone belongs to, by its place under a noun or a verb."""
        tree, found = self.tree, place.found
        subject = self.nouns.copular_subject(anchor)
        if subject is None and tree.having(anchor, "cop"):  # "the fire was 80 percent contained", hung on the percent
            below = [child for child in tree.having(anchor, "acl") if child == place.after]
            subject = next((s for child in below for s in tree.children[child] if tree.base[s] == "nsubj"), None)
        if subject is not None:
            return self.nouns.carried(subject)
        head, relation = tree.head(anchor), tree.base[anchor]
        if head < 0 or head in place.inside:
            return None
        if self._is_led_apart(anchor, head):
            head = tree.head(head)
            if head < 0:
                return None
        if relation == "obl" and tree.lower[head] in self.back and tree.head(head) >= 0:
            head = tree.head(head)  # "fell 7% from a year earlier to $3m"
        does = tree.sentence.upos[place.after : place.after + 1] in (("AUX",), ("VERB",))
        if does and relation in ("parataxis", "dep"):
            return None  # "it was full: 22,000 had come"
        if head in self.owner:
            return head  # what stands beside or under another number shares what that one counts
        upos = tree.sentence.upos[head]
        told = relation == "nsubj" and upos == "NOUN" and tree.having(head, "cop") and not tree.case(head)
        if told and place.kind == "count":
            return head  # "of whom 410 are children"
        if relation == "conj":
            return self.nouns.subject(head) if upos == "VERB" and found.is_measure else None
        if relation in ("nmod", "appos", "dep", "nummod", "parataxis") and upos in NOMINAL:
            whose = self.nouns.copular_subject(head) if tree.lower[place.first - 1] == ":" else None
            if whose is not None and relation in ("appos", "parataxis"):
                return self.nouns.carried(whose)  # "the count is firmer: 587 on the first day"
            if (moved := self.singles.moved(anchor)) is not None:
                return self.nouns.carried(moved)
            if self._is_height(anchor, head, place):
                return NOTHING
            if relation == "appos":
                head = self._apposed_to(head, place)
            if not found.is_measure and relation == "nmod" and tree.case(anchor) in ELLIPTIC:
                return None  # "samples from 18", "contact with two": of what was said before
            if not found.is_measure and relation != "nmod" and self.nouns.is_elsewhere(head, anchor):
                return None  # "190 went to Ukraine, 110 to Russia"
            named = self._of_noun(head, place) if found.is_measure or relation != "parataxis" else None
            return self._united(named, place) if anchor == place.anchor else named
        if self.nouns.is_nominal(head):
            return head
        if relation == "obj" and upos == "NOUN":
            return self._costing(head)
        if upos in ("VERB", "AUX", "ADJ", "ADV", "ADP"):
            return self.verbs.told(anchor, head, place)
        if relation == "obl" and upos in NOMINAL and tree.case(anchor) == "by":
            return self.nouns.carried(head)  # "will raise pay by 4.5 per cent", where the parse stops at the pay
        return self.nouns.copular_subject(head) if relation in ("obl", "obj", "nmod") else None

    def _is_height(self, anchor: int, noun: int, place: Place) -> bool:
        """ "a bird strike at 3,000 feet": the feet tell where."""
        at = self.tree.case(anchor) == "at" and place.found.quantity.unit in self.lengths
        return at and self.tree.lemma(noun) not in words("figures", "directions", "heights")

    def _apposed_to(self, head: int, place: Place) -> int:
        """The noun right before the comma of an aside, where the parse sets the number beside one further off."""
        tree, beside = self.tree, place.first - 2
        aside = beside > head and tree.lower[beside + 1] in (",", "(") and tree.sentence.upos[beside] == "NOUN"
        return beside if aside and head not in tree.up(beside) else head

    def _costing(self, noun: int) -> int | None:
        """The film of "the film cost $900,000", where the parse has a noun for the verb."""
        before = [child for child in self.tree.having(noun, "nsubj", "compound") if child < noun]
        return self.nouns.carried(before[-1]) if before else None

    def _of_noun(self, head: int, place: Place) -> int | None:
        """The noun a number follows; the nearest one, where the parse looks too far back."""
        before = place.first - 1
        while before >= 0 and self.tree.sentence.upos[before] == "ADP":
            before -= 1
        if before == place.first - 1 and self.verbs.is_given(before, place):
            return None  # "pay the family of every victim $3m": it is given to them, and no measure of them
        by = self.tree.lower[place.first - 1] == "by"  # "raise the payout to holders by $140m"
        sized = place.found.is_measure or self.tree.lemma(before) in self.collectives  # "a population under 500"
        if sized and before > head and self.tree.sentence.upos[before] == "NOUN" and not by:
            head = before
        return self._of_modified(self.spans.levelled(self._whole_name(head, place), place), place)

    def _whole_name(self, noun: int, place: Place) -> int:
        """The margin of "a margin of error of three points", whose name goes on behind an "of"."""
        tree = self.tree
        above = tree.head(noun)
        parts = tree.base[noun] == "nmod" and tree.case(noun) == "of" and 0 <= above < noun
        of = (
            place.found.is_measure and tree.lower[place.first - 1] == "of" and not tree.having(noun, "det", "nmod:poss")
        )
        return above if parts and of and tree.sentence.upos[above] == "NOUN" and above not in self.owner else noun


# Behind a sum these tell nothing that it is.
WORTH = frozenset({"worth", "apiece", "each", "total", "value"})
MILLION = 1_000_000  # from here on a bare number may be of money
MEASURED = ("extent", "money", "share")
HELD = frozenset({"against", "from", "than", "versus", "with", "the"})
HYPHEN, STRONG, OWN = "-", "strong", ("its", "their", "his", "her")
UNITS = "units"  # of what, the subject tells: "sales rose to 58,000 units"
SET_BESIDE = ("appos", "compound", "flat")
# The prepositions by which a measure is told of some stuff.
STUFF: dict[Kind, tuple[str, ...]] = {"money": ("in", "for", "on"), "share": ("in",), "extent": ("in",)}


# The ways by the names under which they are ranked, and where they are found.
WAYS: dict[str, Callable[[Ways], Callable[[Place], int | None]]] = {
    way.rpartition(".")[2].removeprefix("_"): attrgetter(way)
    for way in (
        "singles.inside",
        "_nobody", "spans.put", "spans.aside", "factors.multiplied", "_following", "_apposed", "sums.owned",
        "clauses.beside", "sums.worth", "_valued", "sums.priced", "sums.dealt", "sums.received", "polls.split",
        "polls.other", "polls.taken", "spans.described", "polls.gapped", "rows.rival", "spans.spent_in", "spans.kept",
        "_numbering", "spans.lasted", "tied", "_counter", "_complement", "_level", "spans.measured", "clauses.inset",
        "_modified", "sums.shared_out", "spans.away", "rows.shared", "rows.parted", "_governed", "_fronted",
        "singles.singled", "singles.of_kind", "singles.labelled", "singles.sliced", "singles.sought",
        "singles.bounded", "singles.one_of", "sums.added", "sums.come_from", "sums.funded", "clauses.placed",
    )
}  # fmt: skip
