"""A predicate's own form becomes a standing: its tense, aspect, mood and negation, whatever governs it."""

from collections.abc import Sequence

from reportedly.claims.deeds import NEARLY, is_nearly
from reportedly.claims.lexicons import either, lexicon, listed, words
from reportedly.claims.persons import is_people
from reportedly.claims.stance.told import Told
from reportedly.claims.stance.wills import is_arranged, is_kept, is_rule, is_willed
from reportedly.claims.trees import Tree
from reportedly.model import Status

THIRD = frozenset({"it", "he", "she"})  # whose present ends in -s
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely"})
NOBODY = frozenset({"nobody", "none", "no", "neither", "nothing"})
SINGLE = frozenset({"a", "an", "one", "single"})
# "no more than 40 came", "fled, but not before four were hurt"
COMPARED = (("more",), ("fewer",), ("less",), ("later",), ("only",), ("just",), ("before",), ("until",), ("without",))
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
WOULD = frozenset({"would", "'d", "’d"})
ABLE = frozenset({"could", "can", "ca"})
MAY = frozenset({"may", "might"})
DUTY = frozenset({"should", "must", "ought", "need"})
POLITE = frozenset({"like", "love", "say", "think", "appreciate", "prefer"})
FIRST = frozenset({"i", "we", "one"})
GOING = frozenset({"going", "gon"})
COURSES = frozenset({"course", "track", "pace"})  # "is on course to": of which a parse makes one mark
INSIDE = frozenset({"amod", "compound", "nummod", "flat", "det"})
WHICH = frozenset({"which", "that"})
STEMS = ("VB", "JJ")  # "was to last" is taken for an adjective
HELPING = frozenset({"aux", "cop", "case", "mark", "fixed", "cc", "punct"})
VERBAL = frozenset({"VERB", "AUX"})
NO_CLAUSE = HELPING | INSIDE
ALONE = frozenset({"root", "parataxis", "acl"})
LABELLED = frozenset({"appos", "parataxis"})
TITLES = frozenset({"root", "parataxis", "conj", "appos"})  # where what a headline is about may stand

DENIALS = NEGATIONS | NOBODY | NEARLY | {"longer"}  # most sentences have none of them


class Forms:
    """Reads the forms of one sentence; ``telegraphic`` for headlines, which tell the past in the present."""

    outcomes = listed("stance", "outcome", "verbs")
    summing = listed("stance", "outcome", "summing")
    coming = listed("stance", "future", "words")
    lasting = listed("stance", "ongoing", "verbs")
    mistaken = listed("stance", "did_not_happen", "adverbs")
    needing = listed("stance", "conditional", "verbs")
    guesses = listed("stance", "modest", "guesses")
    planning = listed("stance", "planned", "verbs")
    modest = listed("stance", "modest", "verbs")
    proposals = listed("stance", "conditional", "proposals")
    sensing = listed("stance", "sensing", "verbs")
    holding = listed("stance", "holding", "verbs")
    invariant = listed("stance", "invariant", "verbs")
    willed = listed("stance", "outcome", "willed")
    changing = listed("stance", "outcome", "changing")
    results = listed("stance", "outcome", "results")
    telling = listed("stance", "ongoing", "telling")
    arranged = listed("stance", "outcome", "arranged")
    ruling, ruled = listed("stance", "drafted", "ruling"), listed("stance", "drafted", "ruled")
    netting, netted = listed("stance", "outcome", "netting"), listed("stance", "outcome", "netted")
    opining = listed("stance", "expected", "opining")
    putting = listed("stance", "expected", "putting")
    events = listed("stance", "invariant", "events")
    deciding = listed("attribution", "unsaid", "deciding")

    def __init__(self, tree: Tree, *, telegraphic: bool = False) -> None:
        self.tree, self.telegraphic = tree, telegraphic
        self.denies = not (DENIALS.isdisjoint(tree.lower) and self.mistaken.isdisjoint(tree.lower))
        self.awaited = either(("stance", "believing", "verbs"), ("stance", "expected", "verbs"))
        both, heads = tuple(zip(tree.base, tree.sentence.upos, strict=True)), tree.sentence.heads
        helped = {heads[token] for token, (relation, _) in enumerate(both) if relation in ("aux", "cop")}
        self.predicates = frozenset(
            token
            for token, (relation, upos) in enumerate(both)
            if relation not in NO_CLAUSE and (upos in VERBAL or token in helped)
        )

    def is_predicate(self, token: int) -> bool:
        """Whether a word tells a clause of its own."""
        return token in self.predicates

    def own(self, token: int) -> Told | None:
        """By tense, mood and negation; None for forms that borrow it from what governs them."""
        if token not in self.predicates:
            return None
        helpers = self.tree.having(token, "aux", "cop")
        lower = [self.tree.lower[helper] for helper in helpers]
        if self.telegraphic and self._is_aimed_too(token):
            return Told(self.future(token), (token,))
        told = self._wanted(token) or self._moody(token, helpers, lower) or self._tensed(token, helpers, lower)
        if told is not None and told.is_real and self._is_going_to(token):
            told = Told("planned", (token,))
        phrase = self.phrase(token)
        if told is not None and phrase is not None and told.is_real:
            told = Told(phrase, (token,))
        negation = self.negation(token)
        if told is None or negation is None:
            return told
        if told.status == "possible" and not ABLE.isdisjoint(lower):
            return Told("happened", (negation, token), denied=True)  # "could not leave"
        return told.turned((negation, token))

    def _wanted(self, token: int) -> Told | None:
        """ "Wants wages raised by 8%": what is wanted done, taken for a clause that tells more of the wages."""
        tree = self.tree
        if token == 0 or tree.base[token] != "acl" or tree.sentence.xpos[token] != "VBN":
            return None
        thing = tree.head(token)
        verb = tree.head(thing)
        wants = verb >= 0 and tree.lemma(verb) in ("want", "need") and tree.base[thing] == "obj"
        last = max((t for t in range(thing, token) if tree.base[t] != "advmod"), default=-1)
        if not wants or last != thing or tree.having(verb, "xcomp") or tree.having(token, "obl:agent"):
            return None
        return Told("planned", (verb,))

    def _is_aimed_too(self, token: int) -> bool:
        """ "Norvane to shut two plants, cut 6,500 jobs": a headline tells the "to" of all of them once."""
        tree, xpos = self.tree, self.tree.sentence.xpos
        if tree.lower[token] != tree.lemma(token) or "".join(tree.lower[token - 1 : token]) not in (",", "and", "&"):
            return False
        to = next((t for t in range(1, token - 1) if tree.lower[t] == "to" and xpos[t + 1] == "VB"), None)
        if to is None or tree.sentence.upos[to - 1] not in ("NOUN", "PROPN"):
            return False
        led = any(tag in FINITE for tag in xpos[:to])  # "Mayor vows to shut two plants"
        return not led and not tree.having(token, "nsubj") and xpos[token] in ("VB", "VBP", "VBD", "VBN")

    def _is_going_to(self, token: int) -> bool:
        """ "is going to leave", "gonna": what is called going is to come."""
        tree = self.tree
        below = [child for child in tree.having(token, "xcomp") if "to" in tree.case(child) or "na" in tree.case(child)]
        return tree.lower[token] in GOING and bool(below) and bool(tree.having(token, "aux", "nsubj"))

    def phrase(self, token: int) -> Status | None:
        """ "jobs are at risk": what a noun with its preposition leaves open."""
        first = next(iter(self.tree.having(token, "case")), token)
        if first >= token:
            return None
        table: dict[str, Status] = lexicon("stance")["phrases"]
        return table.get(" ".join(self.tree.lower[first : token + 1]))

    def is_mistaken(self, token: int) -> bool:
        """Whether what a verb tells is taken back: "wrongly reported"."""
        return any(self.tree.lower[child] in self.mistaken for child in self.tree.having(token, "advmod"))

    def negation(self, token: int) -> int | None:
        """The word that denies a predicate: "not", "never", "nobody came", "no longer", "wrongly", "nearly drowned"."""
        tree = self.tree
        if not self.denies:
            return None
        if (nearly := is_nearly(tree, token)) is not None:
            return nearly
        for child in tree.having(token, "advmod", "aux", "cc", "det"):
            following = tree.lower[child + 1 : child + 2]
            if tree.lower[child] in self.mistaken or (tree.lower[child] in NEGATIONS and following not in COMPARED):
                return child
            if tree.lower[child] == "longer" and child and tree.lower[child - 1] == "no" and following != ("than",):
                return child - 1
        for noun in tree.having(token, "nsubj", "obj"):
            near = (noun, *tree.having(noun, "det", "cc:preconj"))
            nobody = [t for t in near if tree.lower[t] in NOBODY]
            if nobody and tree.lower[nobody[0] + 1 : nobody[0] + 2] not in COMPARED:
                return nobody[0]
            first = tree.under(noun)[0]
            if tree.lower[first] == "not" and not SINGLE.isdisjoint(tree.lower[first + 1 : first + 2]):
                return first  # "not a single share will be sold"
        return None

    def _moody(self, token: int, helpers: Sequence[int], lower: Sequence[str]) -> Told | None:
        """What a modal verb makes of it."""
        tree = self.tree
        perfect = "have" in lower or (tree.lower[token - 1] == "have" and tree.lower[token] in self.invariant)
        for helper, word in zip(helpers, lower, strict=True):
            if word in WILL:
                return Told("expected" if perfect else self.future(token), (helper,))
            if word in WOULD and self.tree.lower[helper + 1 : helper + 2] == ("-",):
                return None  # "two would-be robbers"
            if word in WOULD:
                return self._unreal(helper) if perfect else Told(self._would(token), (helper,))
            if word == "could" and perfect:
                return self._unreal(helper)  # "could have died": who lives
            if word in ABLE and self._senses(token):
                return Told("happened" if word == "could" else "ongoing", (helper,))
            if word == "can" and self._is_capacity(token):
                return Told("ongoing", (helper,))
            if word == "could" and (self._is_only(token) or self._is_over(token)):
                return Told("happened", (helper,))
            if word in ABLE or word in MAY:
                return Told("possible", (helper,))
            beside = {self.tree.lower[t] for t in self.tree.having(token, "advmod")}
            if word == "should" and perfect and "already" in beside:
                return Told("possible", (helper,))  # "should have already been saved": so it is thought
            if word in DUTY and perfect:
                return Told("happened", (helper,), denied=word != "must")  # "should have left", "must have left"
            if word in DUTY:
                willed = not self._is_outcome(token) and is_willed(self.tree, token)
                expected = word == "should" and not willed
                return Told("expected" if expected else "planned", (helper,))
        return None

    def _is_capacity(self, token: int) -> bool:
        """ "The dam can store 5 million tonnes", "the hall can seat 400": so much a thing holds, as it is."""
        tree = self.tree
        holds = tree.lemma(token) in self.holding and bool(tree.having(token, "obj"))
        led = tree.sentence.relations[token] == "acl:relcl"  # "the port, which can handle 900,000 containers"
        subjects = (tree.head(token) if led and tree.lower[t] in WHICH else t for t in tree.having(token, "nsubj"))
        things = [t for t in subjects if tree.sentence.upos[t] in ("NOUN", "PROPN")]
        return holds and any(not is_people(tree.lemma(t)) for t in things)

    def _is_only(self, token: int) -> bool:
        """ "could confirm only three": three it confirmed."""
        tree = self.tree
        return any(
            tree.lower[t] == "only" for thing in tree.having(token, "obj") for t in range(token + 1, thing)
        ) and not tree.having(token, "nsubj:pass")

    def _is_over(self, token: int) -> bool:
        """ "Five families could go home yesterday", "last week": what somebody could on a day gone by he did."""
        tree = self.tree
        times = tree.having(token, "obl", "advmod")
        last = any(tree.lower[t] == "last" for time in times for t in tree.having(time, "amod"))
        return last or any(tree.lower[time] == "yesterday" for time in times)

    def _senses(self, token: int) -> bool:
        """ "we could see smoke": with verbs of the senses "can" says that one does."""
        tree = self.tree
        near = {tree.lower[subject] for subject in tree.having(token, "nsubj")} & (FIRST | {"you"})
        sensed = tree.having(token, "aux:pass") and tree.lemma(token) in ("see", "hear", "smell", "feel")
        return bool(sensed or (near and tree.lemma(token) in self.sensing))  # "gunfire could be heard"

    def _unreal(self, helper: int) -> Told:
        return Told("happened", (helper,), denied=True, unreal=True)

    def future(self, token: int) -> Status:
        """An outcome is foretold; what somebody will do of their own will is a plan."""
        tree = self.tree
        if any(tree.lemma(t) in self.deciding for t in tree.having(token, "parataxis")):
            return "planned"  # "the tax will rise, the cabinet decided"
        above = tree.head(token)
        if tree.base[token] == "ccomp" and tree.lemma(above) in self.deciding and tree.lemma(above) != "rule":
            return "planned"
        if tree.base[token] == "ccomp" and tree.lemma(above) in self.opining and self._is_another(token, above):
            return "expected"  # "he thinks a third of them will never work again"
        turns = tree.lemma(token) == "get" and any(tree.sentence.upos[t] == "ADJ" for t in tree.having(token, "xcomp"))
        outcome = (tree.having(token, "cop") and not is_arranged(tree, token)) or (
            self._is_outcome(token) and not self._is_willed_deed(token)
        )
        outcome = outcome or turns  # "will get dearer"
        return "expected" if outcome or not is_willed(self.tree, token) else "planned"

    def _is_another(self, token: int, above: int) -> bool:
        """Whether somebody thinks of what others will do, and not of what he will himself."""
        tree = self.tree
        subjects = tree.having(token, "nsubj")
        return bool(tree.having(above, "nsubj")) and any(tree.sentence.upos[t] != "PRON" for t in subjects)

    def _is_outcome(self, token: int) -> bool:
        comes_to = self.tree.lemma(token) in self.summing and any(
            self.tree.case(t) == "to"
            and (self.tree.sentence.upos[t] in ("NUM", "SYM") or self.tree.having(t, "nummod"))
            for t in self.tree.having(token, "obl")
        )  # "would come to 116 million"
        return comes_to or (self._turns_out(token) and not is_kept(self.tree, token))

    def _turns_out(self, token: int) -> bool:
        """Whether its verb tells how something turns out: "will hold 45 seats", but not "will hold marches"."""
        lemma, events = self.tree.lemma(token), words("stance", "planned", "called")
        things = {self.tree.lemma(thing) for thing in self.tree.having(token, "obj")}
        meets = lemma == "hold" and not things.isdisjoint(events)
        if self.tree.having(token, "aux:pass") and lemma in self.arranged:
            return False  # "a charge will be taken"
        if lemma in self.netting and not things.isdisjoint(self.netted):
            return True  # "will make a loss of 4 million"
        return lemma in self.outcomes and not meets

    def _is_willed_deed(self, token: int) -> bool:
        """ "Germany will supply 18 guns": what somebody with a name does of his own will."""
        tree = self.tree
        subjects = tree.having(token, "nsubj")
        named = any(tree.sentence.upos[subject] == "PROPN" for subject in subjects)
        if named and tree.lemma(token) in self.willed:
            return is_willed(tree, token)
        things = [tree.lemma(thing) for thing in tree.having(token, "obj")]
        changed = tree.lemma(token) in self.changing and bool(things) and self.results.isdisjoint(things)
        told = bool(subjects) and tree.lower[subjects[0]] != "it"
        return changed and told and is_willed(tree, token)

    def _would(self, token: int) -> Status:
        """A future seen from the past where the past tells it; else what would have to be, were something done."""
        tree, head, lemma = self.tree, self.tree.head(token), self.tree.lemma(token)
        first = any(tree.lower[subject] in FIRST for subject in tree.having(token, "nsubj"))
        if (lemma in POLITE and not tree.having(token, "ccomp")) or (first and lemma in self.modest):
            return "ongoing"
        if any(tree.lower[t] == "now" for t in tree.having(token, "advmod")):
            return self.future(token)  # "the duty would now take effect on 1 March"
        if tree.having(token, "cop") and any(tree.lemma(s) in self.guesses for s in tree.having(token, "nsubj")):
            return "ongoing"  # "our best guess would be 40 deaths"
        past = head >= 0 and (tree.sentence.xpos[head] in ("VBD", "VBN") or self._is_of_past(token, head))
        near = (token, *tree.having(token, "nsubj"))
        past = past or any(self._is_aside(clause) for at in near for clause in tree.having(at, "parataxis"))
        subjects = tree.having(token, "nsubj")
        proposal = any(tree.lemma(subject) in self.proposals for subject in subjects)
        rules = any(tree.lemma(subject) in self.ruling for subject in subjects)
        if rules and lemma in self.ruled - self.needing and not self._turns_out(token):
            return "planned"  # "the draft would distribute 24,000 applicants": so it proposes
        outcome = proposal or ((self._turns_out(token) or not is_willed(tree, token)) and not tree.having(token, "cop"))
        supposed = any(tree.lower[d] in ("a", "an", "any") for s in subjects for d in tree.having(s, "det"))
        past = past and not (supposed and outcome)  # "warned that a higher tariff would cost 400 jobs"
        return "conditional" if (lemma in self.needing or outcome) and not past else self.future(token)

    def _is_of_past(self, token: int, noun: int) -> bool:
        """ "Was led to the island for a check that would take two days": what somebody did a thing for is to come.

        What a thing would do that is only spoken of hangs on whether it comes.
        """
        tree, verb = self.tree, self.tree.head(noun)
        if tree.sentence.relations[token] != "acl:relcl" or tree.lemma(noun) in self.proposals or verb < 0:
            return False
        if tree.case(noun) != "for" or tree.lemma(verb) in self.planning:
            return False
        helpers = {tree.sentence.xpos[t] for t in tree.having(verb, "aux", "aux:pass")}
        return (tree.sentence.xpos[verb] == "VBD" or "VBD" in helpers) and "MD" not in helpers

    def _is_aside(self, clause: int) -> bool:
        """Of "rents, it said, would fall" the saying."""
        tree = self.tree
        said = tree.sentence.xpos[clause] == "VBD" and tree.lemma(clause) in words("stance", "ongoing", "telling")
        return said and bool(tree.having(clause, "nsubj")) and not tree.having(clause, "ccomp")

    def _tensed(self, token: int, helpers: tuple[int, ...], lower: Sequence[str]) -> Told | None:
        tree = self.tree
        tags = {tree.sentence.xpos[helper] for helper in helpers} | {tree.sentence.xpos[token]}
        due = token and tree.lower[token - 1] == "to" and tree.sentence.xpos[token] in STEMS
        if due or any(tree.lower[mark] == "to" for mark in tree.having(token, "mark")):
            finite = tuple(helper for helper in helpers if tree.sentence.xpos[helper] in FINITE)
            if finite and "have" in lower:
                return Told("happened", finite, denied=True)  # "was to have opened in May"
            foreseen = any(
                tree.lower[t] in COURSES for mark in tree.having(token, "mark") for t in tree.having(mark, "fixed")
            )
            status: Status = "expected" if foreseen else "planned"
            return Told(status, finite) if finite else self._infinitive(token, lower)
        by = helpers or (token,)
        if tree.base[token] == "acl" and not helpers and tree.sentence.xpos[token] in ("VBN", "VBD"):
            as_is = tree.lemma(token) in self.awaited | self.telling and not tree.having(token, "nsubj")
            if as_is and any(tree.having(t, "cop") for t in tree.having(token, "xcomp")):
                return Told("ongoing", by)  # "a yacht said to be worth $300 million"
        if "VBD" in tags or self._is_past_form(token):
            return Told("happened", by)
        if not tags & FINITE:
            return self._bare(token, helpers)
        if any(tree.lemma(helper) == "have" for helper in helpers):
            going = "been" in lower and tree.sentence.xpos[token] == "VBG"
            return Told("ongoing" if going or self._still_is(token) else "happened", by)
        if self._is_coming(token):
            return Told("expected" if tree.lemma(token) in self.putting else "planned", by)
        if is_rule(tree, token):
            return Told("conditional", by)
        lasting = tree.lemma(token) in self.lasting or tree.having(token, "cop")
        return Told("happened" if self.telegraphic and not lasting else "ongoing", by)

    def _still_is(self, token: int) -> bool:
        """ "has employed 300 since 1990": a state goes on where it is told since when, or for how long."""
        tree = self.tree
        state = tree.having(token, "cop") or tree.lemma(token) in self.lasting
        return bool(state) and any(tree.case(t) in ("since", "for") for t in tree.having(token, "obl", "nmod", "advcl"))

    def _is_past_form(self, token: int) -> bool:
        """Whether a present is a past after all: "the flight cost 500", where one form serves for both."""
        tree = self.tree
        told = tree.base[token] in ("advcl", "ccomp") and tree.sentence.xpos[tree.head(token)] in ("VBD", "VBN")
        if tree.sentence.relations[token] == "acl:relcl" and tree.head(tree.head(token)) >= 0:
            told = tree.sentence.xpos[tree.head(tree.head(token))] == "VBD"  # "scrapped a scheme that cost 20 million"
        subjects = tree.having(token, "nsubj")  # of "left after vandals put out the lights" even of many
        one = any(tree.sentence.xpos[s] in ("NN", "NNP") or tree.lower[s] in THIRD or told for s in subjects)
        plain = tree.sentence.xpos[token] in ("VBP", "VB") and not tree.having(token, "aux")
        if plain and tree.lower[token] in self.events and subjects and not self.telegraphic:
            present = (t for t, tag in enumerate(tree.sentence.xpos) if tag in ("VBZ", "VBP") and t != token)
            one = one or next(present, None) is None  # "Rovers beat Athletic"
        return one and plain and tree.lower[token] in self.invariant and not self.telegraphic

    def _infinitive(self, token: int, lower: Sequence[str]) -> Told | None:
        """ "to have left"; a headline's "city to open 300 homes", "hens to be culled"."""
        tree, head = self.tree, self.tree.head(token)
        if "have" in lower:
            return Told("happened", (token,))
        titled = tree.base[token] == "acl" and self.opens_title(head)
        to_be = tree.base[token] == "xcomp" and tree.lemma(head) == "be"
        cited = self.telegraphic and tree.base[token] == "ccomp" and token < head  # "firm to cut 300 jobs, email shows"
        # "Lay-offs: Velmar to cut 300 jobs", "Aid: rations to be halved": behind a label, with a subject of its own
        labelled = tree.base[token] in LABELLED and tree.sentence.upos[head] not in VERBAL
        labelled = labelled and any(child < token for child in tree.having(token, "nsubj"))
        told = tree.base[token] == "root" or titled or to_be or cited or labelled
        return Told(self.future(token), (token,)) if told else None

    def opens_title(self, noun: int) -> bool:
        """Whether a headline is about a noun: "40 stores to close, retailer confirms", whatever it is hung on."""
        tree = self.tree
        if not self.telegraphic:
            return False
        return tree.base[noun] in TITLES or not any(upos in VERBAL for upos in tree.sentence.upos[:noun])

    def _is_coming(self, token: int) -> bool:
        """Whether a present tells of what is to come: "opens tomorrow", "is leaving next week"."""
        tree = self.tree
        near = [t for child in tree.having(token, "advmod", "obl") for t in (child, *tree.having(child, "amod"))]
        return any(tree.lower[word] in self.coming for word in near)

    def _is_finite(self, token: int) -> bool:
        """Whether a verb tells of now by itself, so that a stem joined to it is no part of the same tense."""
        verbs = (token, *self.tree.having(token, "cop"))
        return any(self.tree.sentence.xpos[t] == "VBZ" for t in verbs) and not self.tree.having(token, "aux", "mark")

    def _shares(self, token: int, head: int) -> bool:
        """ "posts should be cut and 14 plants closed": whether the helpers of the first verb are the second one's."""
        tree = self.tree
        modal = any(tree.sentence.xpos[helper] == "MD" for helper in tree.having(head, "aux"))
        return modal and bool(tree.having(head, "aux:pass")) and "," not in tree.lower[head:token]

    def _bare(self, token: int, helpers: Sequence[int]) -> Told | None:
        """Participles and stems that nothing turns into a tense."""
        tree, tag, relation = self.tree, self.tree.sentence.xpos[token], self.tree.base[token]
        if helpers and tag != "VB":
            return Told("happened", (token,)) if "having" in {tree.lower[helper] for helper in helpers} else None
        if tag == "VBN" and relation == "conj" and self._shares(token, tree.head(token)):
            return None
        if tag == "VBN" and relation == "acl" and tree.lemma(token) in self.awaited:
            return Told("ongoing", (token,))
        if tag == "VBN" and (relation in ALONE or tree.having(token, "nsubj")):
            return Told("happened", (token,))
        if tag == "VBG" and relation in ("root", "acl") and not tree.having(token, "mark"):
            return Told("ongoing", (token,))
        plain = relation == "conj" and tag == "VB" and tree.lower[token] not in self.invariant
        joined = plain and self._is_finite(tree.head(token))
        told_to = tag in ("VB", "VBP") and (relation in ("root", "parataxis") or joined)
        told_to = told_to and not tree.having(token, "nsubj")
        return Told("happened" if self.telegraphic else "planned", (token,)) if told_to else None
