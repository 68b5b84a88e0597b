"""The noun a number is told of by a verb: what it equals, costs, changes, holds or is done to.

"Exports total 300" tells of the subject, "cut tariffs by 5%" of the object, "spent $3m on roads" of what the money goes
to. Of persons no distance is told, and a length of time only where they do something for so long ("slept for three
hours"): "jailed for six years" measures nobody. The verbs stand in ``figures.toml``. Labels are Universal Dependencies
version 2.
"""

from collections.abc import Mapping, Sequence

from reportedly.claims.alike import A_YEAR
from reportedly.claims.changes import LEVEL_CASES
from reportedly.claims.lexicons import either, listed, words
from reportedly.claims.nouns import NOMINAL, Nouns
from reportedly.claims.persons import is_people
from reportedly.claims.places import Place
from reportedly.values.corrections import renews

# What grammar answers where it tells that no noun of the sentence is counted.
NOTHING = -1
# By these a length of time tells when, and never how long anything went on.
WITHIN = frozenset({"in", "within", "during", "after", "before", "throughout", "with"})
SPEEDS = frozenset({"km/h", "mph", "kn", "m/s", "km/s", "knot", "km/hour", "mi/h", "mi/hour"})
# Between the shares of two who stand against each other.
AGAINST = (("to",), ("-",), ("–",))
# By these a verb with a bare number tells of others than whom or what it acts on.
APART = frozenset({"with", "among", "on", "of", "in"})
TAKE = "take"
HEAT = frozenset({"degC", "degF", "degree"})


class Verbs:
    """What the verbs of one sentence tell its numbers of; ``owner`` leads from a token to the number it belongs to."""

    taking = listed("figures", "changes", "taking")
    equations = listed("figures", "equations", "verbs")
    acts = listed("figures", "equations", "acts")
    asking = listed("figures", "equations", "asking")
    lasting = listed("figures", "equations", "lasting")
    moving = listed("figures", "equations", "moving")
    costs = listed("figures", "equations", "costs")
    telling = listed("figures", "telling", "verbs")
    admitting = listed("figures", "telling", "admitting")
    unit_nouns = listed("figures", "unit_nouns", "words")
    dunning = listed("figures", "depriving", "dunning")
    depriving = listed("figures", "depriving", "verbs")
    punishing = listed("figures", "punishing", "verbs")
    placing = listed("times", "cases")
    holding = listed("figures", "holding", "verbs")
    lengths = listed("figures", "directions", "units")
    leading = listed("figures", "depriving", "leading")
    asserting = frozenset({"give", "return", "provide"})
    bargaining = listed("figures", "telling", "bargaining")
    ends, sessions = listed("times", "ends"), listed("times", "sessions")

    def __init__(self, nouns: Nouns, owner: Mapping[int, int]) -> None:
        self.tree, self.nouns, self.owner = nouns.tree, nouns, owner
        self.passing = either(("figures", "changes", "passing"), ("figures", "changes", "lagging"))

    def told(self, anchor: int, verb: int, place: Place) -> int | None:
        """The noun that a number under a verb belongs to; ``anchor`` is the word by which it hangs there."""
        tree, found = self.tree, place.found
        relation, case = tree.base[anchor], self.nouns.case(anchor, place.inside)
        if self.keeps(anchor, verb) or self._admits(verb, case):
            return None  # "a team of economists arrived at $3m": nothing is told of them
        objects = [child for child in tree.having(verb, "obj") if child not in place.inside and child != anchor]
        objects = [child for child in objects if tree.lemma(child) not in self.unit_nouns]  # "rose 41 points to 13,412"
        if self.nouns.way(verb) is None or not found.is_duration:  # "ended the year at $3m"
            objects = [child for child in objects if tree.lemma(child) not in self.nouns.times]
        objects = [child for child in objects if not A_YEAR.fullmatch(tree.lower[child])]  # "will end 2025 at 12%"
        if tree.lemma(verb) in self.ends:
            objects = [child for child in objects if tree.lemma(child) not in self.sessions]  # "ended the day at 40"
        if not objects and self._lacks_object(verb):
            objects = [tree.head(verb)]  # "the tanks it ordered for $3m"
        priced = relation == "obl" and found.is_measure and case in ("at", "for") and objects
        costs = found.is_measure and tree.lemma(verb) in self.costs
        # "Taking the toll to 61", "brought rates down by 2 percent"
        brought = relation == "obl" and case in ("to", "by") and objects
        if place.kind == "duration" and (case in WITHIN or (case == "for" and tree.lemma(verb) in self.asking)):
            return NOTHING  # "fell ill within three days", "asked for nine years"
        if place.kind in ("share", "money") and self._is_sought(verb, case or tree.lower[place.first]):
            return NOTHING if place.kind == "share" else self._purpose(verb)
        if place.kind == "duration" and tree.lemma(verb) == TAKE and self._is_taken_by_it(verb):
            return self._taking_long(verb, place.after)
        if place.kind == "duration" and tree.lemma(verb) == TAKE and not case and self._is_whom(objects):
            return self.nouns.of_subject(verb)  # "the climb took her nine hours"
        if place.kind == "extent" and case == "at" and found.quantity.unit in self.lengths and self._is_done(verb):
            return NOTHING  # "a diver fell ill at 30 metres"
        if place.kind == "money" and tree.lemma(verb) in self.dunning and not self._are_fined(verb, case):
            return NOTHING  # "fined the airline $3m", "was fined a total of $3m"
        alone = tree.sentence.upos[anchor] == "NUM"
        if place.kind == "count" and case == "by" and alone and tree.lemma(verb) in self.leading:
            return NOTHING  # "led by 14,000", "was ahead by 3,100"
        if place.kind == "share" and tree.lemma(verb) in self.leading and self.is_of_two(place):
            return NOTHING  # "leads her rival 49 percent to 39 percent"
        if place.kind == "share" and case == "by" and tree.lemma(verb) in self.leading:
            return self.nouns.of_subject(verb)  # "trails her rival by three points"
        if place.kind == "money" and case == "with" and objects:
            return NOTHING  # "fled the country with $3m"
        if found.is_measure and case in ("", "by") and tree.lemma(verb) in self.passing:
            return self.nouns.of_subject(verb)  # "lagged 28% behind last year's"
        if place.kind == "count" and case == "at" and not objects and self._is_one_person(verb):
            return None  # "a guard who stopped counting at 85"
        if place.kind == "extent" and case == "at" and found.quantity.unit in SPEEDS:
            return self._going(verb, objects)
        if place.kind == "count" and ((relation == "nsubj" and objects) or (relation == "obl" and case in APART)):
            return None  # "two were shot and one lost an eye", "lost touch with two"
        if (costs and not brought) or (self._equates(verb, relation, place) and not priced and not brought):
            return self.nouns.of_subject(verb)
        if place.kind == "money" and case in ("", "of") and tree.having(verb, "nsubj:pass"):
            if tree.lemma(verb) in self.depriving or (objects and tree.lemma(verb) in self.dunning):
                return NOTHING
            return self._purpose(verb) or self.nouns.of_subject(verb)  # "were fined $3m"; "was offered $3m for it"
        if relation == "obj" and not found.is_measure and tree.lemma(verb) in self.taking:
            return None  # "losing 12" tells of what was lost, not of who lost it
        moved_to = relation == "obl" and case in ("from", "to") and verb < place.first
        if moved_to and tree.lemma(verb) in self.moving and not objects:
            moved = self.nouns.of_subject(verb)  # "the count of the dead went from 76 to 131"
            goes = moved is not None and self.is_people(moved) and moved in tree.having(verb, "nsubj")
            return None if goes else moved
        if place.kind == "money" and relation == "obj" and (pot := self._pot(anchor, verb)) is not None:
            return pot
        if self._changes(verb) or self._is_revised(verb, relation, case, objects):
            return self._of_change_verb(anchor, verb, objects)
        if place.kind == "duration":
            if case == "for" and place.first <= 1:
                return None  # "For 15 years I watched the office"
            people = relation != "obj" or bool(tree.having(verb, "nsubj:pass"))  # "want 11 years for him"
            return self._lasting(verb, place, people=people) if self._goes_on(verb, place) else None
        if place.kind == "extent" and (relation == "obj" or (relation == "obl" and case in ("", "on"))):
            thing = None if objects and not case else self._holding(verb, found.quantity.unit.partition("/")[0])
            if thing is not None:
                return thing
        if place.kind == "count" and case == "at" and objects and tree.sentence.xpos[objects[0]] == "VBG":
            return None  # "gave up counting at 85"
        if place.kind == "extent" and case == "for" and objects and self.is_people(objects[0]):
            return NOTHING  # "chased the smugglers for 50 km"
        if objects and relation in ("obl", "xcomp", "advmod") and (found.is_measure or case in LEVEL_CASES):
            dunned = self.is_people(objects[0]) or tree.lemma(verb) in self.dunning
            dunned = dunned and (place.kind == "money" or tree.lemma(verb) in words("slots", "giving", "verbs"))
            owed = place.kind in ("money", "share") and case in ("", "of") and dunned
            return NOTHING if owed else self.nouns.carried(objects[0])  # "owes its creditors $3m"
        if place.kind == "money" and self._is_spent(anchor, verb, case):
            return self._purpose(verb)
        if tree.lemma(verb) in self.telling and "nsubj" in (tree.sentence.relations[c] for c in tree.children[verb]):
            return None  # "officials put it at 61": nothing is told of who tells
        if place.kind == "extent" and not case and self._goes_far(verb):
            return self.goer(verb)  # but of who "was driven 130 km" no distance is told
        if found.quantity.unit in HEAT and case == "at" and tree.lemma(verb) not in self.equations:
            return None  # "left without heating at minus 18 degrees": of the weather
        reached = (relation == "obl" and case in LEVEL_CASES) or bool(tree.having(verb, "nsubj:pass"))
        if place.kind == "share" or ((found.is_measure or case == "at" or self._is_told(verb, case)) and reached):
            return None if relation in ("nsubj", "obj") else self.nouns.of_subject(verb)
        return None

    def is_of_two(self, place: Place) -> bool:
        """Whether a share stands against another one with "to" between: the shares of two that are told together."""
        lower, first, after = self.tree.lower, place.first, place.after
        ahead = lower[after : after + 1] in AGAINST and after + 1 in self.owner
        return ahead or (lower[first - 1 : first] in AGAINST and first - 2 in self.owner)

    def _pot(self, anchor: int, verb: int) -> int | None:
        """The budget of "voted to cut $3m from the schools budget", None where none is told."""
        tree = self.tree
        if tree.lemma(verb) not in words("figures", "saving", "verbs"):
            return None
        behind = (*tree.having(verb, "obl"), *tree.having(anchor, "nmod"))
        pots = words("figures", "saving", "from")
        return next((t for t in behind if tree.case(t) in ("from", "off") and tree.lemma(t) in pots), None)

    def _is_told(self, verb: int, case: str) -> bool:
        """ "The number of cases was reported as 50"."""
        subjects = (
            self.tree.having(verb, "nsubj:pass") if case == "as" and self.tree.lemma(verb) in self.telling else ()
        )
        return not words("figures", "carriers", "words").isdisjoint(map(self.tree.lemma, subjects))

    def _going(self, verb: int, objects: Sequence[int]) -> int | None:
        """What goes so fast: "the coaches left the rails at 110 km/h", "police clocked a van at 203 km/h"."""
        subject = self.nouns.of_subject(verb)
        clocked = self.tree.lemma(verb) in words("figures", "directions", "clocking")
        if objects and (clocked or subject is None):
            return self.nouns.carried(objects[0])
        return subject

    def _are_fined(self, verb: int, case: str) -> bool:
        """Whether persons are told to be fined so much: "the owners were fined $3m"."""
        fined = self.tree.having(verb, "nsubj:pass")
        return bool(fined) and not case and self.is_people(fined[0])

    def _is_taken_by_it(self, verb: int) -> bool:
        return any(self.tree.lower[child] == "it" for child in self.tree.having(verb, "nsubj", "expl"))

    def _is_done(self, verb: int) -> bool:
        subject = self.nouns.of_subject(verb)
        return subject is not None and is_people(self.tree.lemma(subject))

    def _is_one_person(self, verb: int) -> bool:
        subject = self.nouns.of_subject(verb)
        alone = subject is not None and self.tree.sentence.xpos[subject] in ("NN", "NNP")
        named = () if subject is None else (subject, *self.tree.having(subject, "appos"))
        return alone and any(self.is_people(noun) for noun in named)

    def _is_whom(self, objects: Sequence[int]) -> bool:
        bodies = words("figures", "of_people", "bodies")
        whom = objects[0] if objects else None
        return whom is not None and (
            self.nouns.is_pronoun(whom) or self.is_people(whom) or self.tree.lemma(whom) in bodies
        )

    def _taking_long(self, verb: int, after: int) -> int | None:
        """What lasts so long; of "it took nine hours to count the votes" the votes, of "to free the driver" nothing."""
        tree = self.tree
        done = [t for t in tree.having(verb, "advcl", "xcomp", "csubj", "ccomp") if t > verb]
        if tree.lower[after : after + 1] == ("to",) and tree.sentence.xpos[after + 1 : after + 2] == ("VB",):
            done = [after + 1]
        objects = [t for deed in done if tree.having(deed, "mark") for t in tree.having(deed, "obj")]
        if not done:
            return self.nouns.of_subject(verb)
        return NOTHING if not objects or self.is_people(objects[0]) else self.nouns.carried(objects[0])

    def keeps(self, anchor: int, verb: int) -> bool:
        """Whether somebody keeps to a number: "the authority stands by 68.4%" tells nothing of the authority."""
        told = f"{self.tree.lemma(verb)} {self.tree.case(anchor)}".strip()
        return told in words("figures", "telling", "keeping")

    def _admits(self, verb: int, case: str) -> bool:
        """Whether somebody tells so much: "a team of economists arrived at $3m"."""
        who = self.nouns.of_subject(verb) if case and f"{self.tree.lemma(verb)} {case}" in self.admitting else None
        return who is not None and (self.is_people(who) or self.tree.lemma(who) in self.nouns.collectives)

    def _is_sought(self, verb: int, case: str) -> bool:
        """Whether somebody is after so much, or goes so far: "asked for 12%", "the minister will not go beyond 4%"."""
        beside = " ".join(self.tree.lower[t] for t in self.tree.having(verb, "advmod", "compound:prt") if t == verb + 1)
        told = " ".join(filter(None, (self.tree.lemma(verb), beside, case)))
        if told in words("figures", "telling", "seeking"):
            return True
        subject = self.nouns.of_subject(verb) if told in words("figures", "telling", "yielding") else None
        return subject is not None and (self.is_people(subject) or self.tree.lemma(subject) in self.bargaining)

    def _lacks_object(self, verb: int) -> bool:
        """Whether a clause without "which" tells of what somebody did to the noun before it."""
        tree = self.tree
        if tree.sentence.relations[verb] != "acl:relcl" or tree.having(verb, "nsubj:pass", "cop"):
            return False
        subjects = tree.having(verb, "nsubj")
        relative = any(tree.sentence.xpos[token].startswith("W") for child in subjects for token in tree.under(child))
        return bool(subjects) and not relative and tree.head(verb) + 1 == min(tree.under(subjects[0]))

    def _goes_on(self, verb: int, place: Place) -> bool:
        """Whether a span of time tells how long: "held for an hour", not "within an hour" or "jailed for a year"."""
        leading = self.tree.lower[place.first - 1] if place.first else ""
        placed = leading in self.placing or self.tree.case(place.anchor) in self.placing
        return not placed and self.tree.lemma(verb) not in self.punishing

    def _holding(self, verb: int, unit: str) -> int | None:
        """The thing that holds, gives or goes so much: "the plant supplies 900 MW", "the jet glided 19 km"."""
        tree, subject = self.tree, self.nouns.of_subject(verb)
        goes = not tree.having(verb, "obj") and tree.lemma(verb) not in self.telling
        beside = (tree.lower[child] for child in tree.having(verb, "compound"))
        holds = not self.holding.isdisjoint((tree.lemma(verb), " ".join((tree.lemma(verb), *beside))))
        if subject is None or not (goes or holds):
            return None
        if tree.lemma(subject) in words("figures", "foretold", "tellers") and tree.lemma(verb) in self.asserting:
            return None  # "the department gives 8,400 hectares for the fire"
        gets = tree.lemma(verb) in words("figures", "holding", "getting")
        if (not gets and self.is_people(subject)) or (gets and unit in words("figures", "holding", "eaten")):
            return None
        if any(first <= subject < last for first, last, kind in tree.sentence.entities if kind in ("LOC", "ORG")):
            return None
        aimed = tree.base[verb] == "acl" and bool(tree.having(verb, "mark"))  # "a request to draw 150 MW"
        return None if aimed else subject

    def _equates(self, verb: int, relation: str, place: Place) -> bool:
        """Whether a verb tells its number of its subject: "exports total 300", "the strike lasted 11 days"."""
        lemma = self.tree.lemma(verb)
        known = lemma in (self.lasting if place.kind == "duration" else self.equations)
        if lemma in words("figures", "equations", "balancing") and place.kind != "extent":
            return False  # "is weighing $3m in aid"
        bare = relation == "obl" and not self.tree.case(place.anchor)  # "counted fewer than 800", as the parse has it
        return known and not ((relation == "obj" or bare) and lemma in self.acts)  # "sold $200m"

    def _goes_far(self, verb: int) -> bool:
        subject = self.nouns.of_subject(verb)
        return subject is not None and self.is_people(subject)

    def _purpose(self, verb: int) -> int | None:
        """What money goes to, if it is a thing: "set aside $3m for the families" measures no family."""
        purpose = self.nouns.purpose(verb)
        if purpose is not None and self.tree.lemma(purpose) in self.nouns.collectives:
            return None  # "for a household, the package means $30 more"
        return None if purpose is not None and self.is_people(purpose) else purpose

    def _is_spent(self, anchor: int, verb: int, case: str) -> bool:
        tree = self.tree
        if tree.base[anchor] == "obl" and not case:
            return True  # "spend between $3m and $5m on roads"
        going = tree.lemma(verb) == "go" and case not in LEVEL_CASES  # "goes to roads", not "has gone from $3 to $5"
        return tree.base[anchor] == "obj" or tree.sentence.relations[anchor] == "nsubj:pass" or going

    def _changes(self, verb: int) -> bool:
        tree = self.tree
        beside = tree.having(verb, "advmod", "compound:prt")
        behind = (verb + 1,) if verb + 1 < len(tree.lower) and verb + 1 not in self.owner else ()  # no "up to five km"
        upward = any(tree.lower[child] in ("up", "down") for child in (*beside, *behind))
        return tree.sentence.upos[verb] in ("ADV", "ADP", "ADJ") or self.nouns.way(verb) is not None or upward

    def _is_revised(self, verb: int, relation: str, case: str, objects: Sequence[int]) -> bool:
        """ "the toll was corrected from 46 to 41", "it corrected the toll to 41": told of what had another level."""
        undergone = bool(objects or self.tree.having(verb, "nsubj:pass"))
        return relation == "obl" and case in ("from", "to") and undergone and renews(self.tree.lemma(verb))

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
            if tree.base[verb] in ("compound", "advmod") and tree.sentence.upos[above] == "VERB":
                moved = [child for child in tree.having(above, "obj") if child not in self.owner]
                if moved:
                    return self.nouns.carried(moved[0])  # "brought rates down by 2 percent"
                if tree.base[verb] == "advmod" and tree.sentence.xpos[verb] in ("RBR", "JJR"):
                    return self.nouns.of_subject(above)  # "the lira opened 2% lower"
            if tree.base[above] == "obl" and tree.lower[verb] in ("up", "down"):
                return self.nouns.of_subject(tree.head(above))  # "remain without power, down from 300"
            if tree.sentence.upos[above] in NOMINAL and tree.base[verb] in ("amod", "acl", "nmod", "case", "advmod"):
                return self.nouns.carried(above)
        return self.nouns.of_subject(verb)

    def is_source(self, token: int, place: Place) -> bool:
        """Whether "of" leads to whoever gives a number and not to what it is of: "the 900 ha of the ministry"."""
        one = self.tree.sentence.xpos[token] == "NN" and self.tree.lower[place.first - 1] == "the"
        return one and self.tree.lemma(token) in words("figures", "foretold", "tellers")

    def goer(self, verb: int) -> int | None:
        """Who goes so far, by a noun: the woman of "a woman had walked 11 km"."""
        goes = self.tree.lemma(verb) in words("figures", "directions", "going")
        moved = [t for t in self.tree.having(verb, "nsubj:pass", "obj") if t not in self.owner]
        who = self.nouns.of_subject(verb) if goes and not moved else None
        return who if who is not None and self.tree.sentence.upos[who] == "NOUN" else None

    def is_given(self, token: int, place: Place) -> bool:
        """Whether a sum right behind a word goes to those it names, as does a share that is offered to them."""
        verb = self.tree.head(token)
        offered = verb >= 0 and self.tree.base[token] in ("obj", "iobj")
        offered = offered and self.tree.lemma(verb) in words("slots", "giving", "verbs")
        return (place.kind == "money" or (place.kind == "share" and offered)) and self.is_people(token)

    def is_payee(self, token: int) -> bool:
        """Whether "for" leads to those to whom a sum goes, and not to what it is for: "$3m for the villagers"."""
        return self.is_people(token) or self.tree.lemma(token) in words("slots", "divisions")

    def is_people(self, token: int) -> bool:
        """Whether a word names persons, by its noun or as a name."""
        named = any(kind == "PER" and first <= token < last for first, last, kind in self.tree.sentence.entities)
        return named or is_people(self.tree.lemma(token))

    def thing_before(self, pronoun: int) -> int | None:
        """The ferry of "the ferry had 200 on board when it capsized": the last subject before "it" that is a thing."""
        tree, xpos = self.tree, self.tree.sentence.xpos
        for token in range(pronoun - 1, -1, -1) if tree.lower[pronoun] == "it" else ():
            told = tree.base[token] == "nsubj" and xpos[token] in ("NN", "NNP") and not self.is_people(token)
            verb = tree.head(token)
            if told and token not in tree.up(pronoun) and not tree.having(verb, "ccomp") and verb != tree.head(pronoun):
                return token
        return None

    def undergoing(self, verb: int, place: Place) -> int | None:
        """The thing that a verb tells of: what it is done to, else what does it; of persons no distance is told."""
        return self._lasting(verb, place, people=False)

    def _lasting(self, verb: int, place: Place, *, people: bool) -> int | None:
        """What goes on for so long: what a verb is done to, else what does it; people only where they may be told."""
        every = self.tree.having(verb, "obj", "iobj")
        beside = tuple(child for child in every if child not in place.inside and child not in self.owner)
        if any(child in self.owner for child in every if child not in place.inside):
            return None  # "lend banks 200 billion for four years"
        undergone = beside[-1] if beside else self.nouns.of_subject(verb)
        if undergone is None or (self.is_people(undergone) and (not people or beside or self._only_acts(verb))):
            return None
        return self.nouns.carried(undergone)

    def _only_acts(self, verb: int) -> bool:
        """Whether a time tells nothing of who acts: "walked out for two days", "have been waiting for 19 months"."""
        tree = self.tree
        goes_on = tree.sentence.xpos[verb] == "VBG" and any(tree.lower[t] == "been" for t in tree.having(verb, "aux"))
        beside = (tree.lower[child] for child in tree.having(verb, "compound", "advmod", "obj"))
        told = {tree.lemma(verb), *(f"{tree.lemma(verb)} {word}" for word in beside)}
        return goes_on or not told.isdisjoint(words("figures", "punishing", "striking"))

    def is_taken(self, victim: int) -> bool:
        """Whether something is taken from whom a noun names: "robbed the office of $3m"."""
        verb = self.tree.head(victim)
        return verb >= 0 and self.tree.lemma(verb) in self.depriving
