"""What takes part in a clause stands as the clause does, unless its own words or what governs it say otherwise.

"300 jobs will go" tells of jobs to come, "the planned cuts" of plans whatever the verb, "averted a strike" of none, and
"after the strike" takes the strike for granted.
"""

from collections.abc import Callable

from reportedly.claims.lexicons import either, listed, words
from reportedly.claims.lost import is_unfound
from reportedly.claims.persons import is_people
from reportedly.claims.stance.asides import beside, came_not, is_size, of_place
from reportedly.claims.stance.disowned import disowned
from reportedly.claims.stance.forms import NEGATIONS, NOBODY, Forms
from reportedly.claims.stance.frames import OPEN, Frames
from reportedly.claims.stance.governors import Governors
from reportedly.claims.stance.owned import POINTING, Owned
from reportedly.claims.stance.shares import glosses
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.values.units import is_time

NEVER = frozenset({"without", "instead of", "rather than", "short of", "in lieu of", "far from"})
AFTER = frozenset({"after", "since", "following", "during", "amid", "because of", "due to", "despite", "according to"})
LENDING = frozenset(
    {"aux", "cop", "case", "mark", "punct", "det", "cc", "fixed", "flat", "goeswith", "expl", "nummod", "advmod"}
)
COMPARED = frozenset({"than", "against", "versus", "compared with", "compared to"})
WHERE = frozenset({"in", "at", "with", "from", "between", "among", "across"})
ANSWERING = frozenset({"for", "over", "with", "in", "into"})
DOING = ("tion", "sion", "ment", "ing", "sale", "purchase", "merger", "takeover", "cut", "increase", "rise", "closure")
WHOLE = frozenset({"all", "each"})
WAKES = frozenset(
    {"wake", "aftermath", "response", "answer", "reply", "reprisal", "retaliation", "light", "reaction", "revenge"}
)
SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "mile", "season", "night"})
SHORT = frozenset({"second", "minute", "hour"})  # times that are over when they are told


class Things(Owned):
    """Reads the standing of nouns and numbers in one sentence."""

    penalties = listed("stance", "possible", "penalties")
    bills = listed("stance", "possible", "bills")
    risking = listed("stance", "possible", "objects")
    giving = listed("stance", "planned", "giving")
    appealing = listed("stance", "planned", "appealing")
    asking = listed("figures", "equations", "asking")
    hoping = listed("stance", "planned", "hoping")
    arguing = listed("stance", "planned", "arguing")
    settled = listed("stance", "planned", "settled")
    nominal = listed("figures", "nominal")
    coming = listed("stance", "did_not_happen", "coming")
    finding = listed("stance", "did_not_happen", "finding")
    surviving = listed("stance", "did_not_happen", "surviving")
    reaching = listed("stance", "did_not_happen", "reaching")
    presupposing = listed("stance", "did_not_happen", "presupposing")
    reacting = listed("stance", "did_not_happen", "reacting")
    scrapping = listed("stance", "did_not_happen", "scrapping")
    chances = listed("certainty", "chances", "words")
    retracting = listed("stance", "unresolved", "retracting")
    deferring = listed("stance", "did_not_happen", "deferring")
    tellings = listed("attribution", "tellings", "words")
    told = listed("attribution", "told", "words")
    crediting = listed("stance", "crediting", "verbs")
    causing = listed("stance", "causing", "verbs")
    goals = listed("stance", "planned", "goals")
    revising = listed("stance", "planned", "revising")
    warning = listed("stance", "expected", "warning")
    perceiving = listed("stance", "perceiving", "verbs")
    marking = listed("stance", "crediting", "marking")
    counting = listed("stance", "did_not_happen", "counting")
    averting = listed("stance", "did_not_happen", "averting")
    contesting = listed("stance", "unresolved", "contesting")
    raising = listed("stance", "raising", "verbs")
    answered = listed("stance", "crediting", "answered")
    standing = listed("stance", "planned", "standing")
    answering = listed("stance", "crediting", "answering")
    over = listed("stance", "deeds", "told")
    counting_up = listed("stance", "deeds", "telling")
    excluding = listed("stance", "did_not_happen", "excluding")
    views = listed("stance", "planned", "views")
    putting = listed("stance", "planned", "putting")
    foresights = listed("stance", "planned", "foresights")
    always = listed("stance", "deeds", "always")
    befalling = listed("stance", "unwilled", "befalling")
    still = listed("stance", "ongoing_adverbs", "words")
    seeking = listed("stance", "deeds", "seeking")
    declining = listed("stance", "did_not_happen", "declining")
    trials = listed("stance", "did_not_happen", "trials")
    prolonging = listed("stance", "planned", "prolonging")
    granted = listed("stance", "planned", "granted")
    fractions = listed("attribution", "told", "fractions")
    voting = listed("stance", "did_not_happen", "voting")
    ballots = listed("stance", "did_not_happen", "ballots")
    kin = listed("stance", "ongoing", "kin")
    killers = listed("persons", "killed", "by")
    calling = listed("attribution", "untrue", "verbs")
    untrue = listed("attribution", "untrue", "words")
    made = listed("stance", "did_not_happen", "made")
    offers = listed("stance", "did_not_happen", "offers")

    def __init__(self, tree: Tree, forms: Forms, governors: Governors) -> None:
        super().__init__(tree, forms, governors)
        self.frames = Frames(tree, governors)
        self.promising = either(("stance", "planned", "objects"), ("stance", "expected", "verbs"))

    def read(self, token: int, head: int, above: Told, of: Callable[[int], Told]) -> Told:
        """The standing of ``token`` below ``head``, which stands as ``above``."""
        tree, case = self.tree, self.tree.case(token)
        opening = tree.having(token, "case")[:1]
        if self._is_deferred(token, head) and above.is_real:
            return above
        if (told := beside(tree, token, case, above)) is not None:
            return told
        if case == "of" and (told := disowned(tree, head, self.governors)) is not None:
            return told  # "claims of four dead were invented"
        if is_size(tree, token) or (tree.base[token] == "appos" and not above.is_real and of_place(tree, token)):
            return Told("ongoing", (token,))
        if tree.base[token] == "appos" and (told := self._apposed(token, head, of)) is not None:
            return told
        if tree.base[token] == "obl" and case == "of" and token < head and tree.lemma(token) in self.settled:
            return above  # "of 1,400 applications, 312 were approved": all of them are there
        told = self.modified(token)
        if told is not None:
            return above if told.is_open and (above.status == "unresolved" or came_not(tree, above)) else told
        if tree.base[token] in ("amod", "compound") and self._measures(token, head):
            top = of(tree.head(head)) if tree.head(head) >= 0 else above
            if (above.is_open or top.is_open) and self.modified(head) is None:
                return Told("ongoing", (token,))  # "the 14-kilometre bypass will open"
        if self._owns(token):
            return above if above.is_real and self.governors.leaves(head) is None else Told("ongoing")
        if not above.is_real and (was := self._was(token)) is not None:
            return was
        if case in NEVER and above.unreal:
            return Told("happened", opening)  # "it would have been 1.8% instead of 3.6%"
        if case in COMPARED and (above.denied or (above.is_open and self._points(token))):
            return Told("happened", opening)
        if case in NEVER or any(tree.lower[child] == "no" for child in tree.having(token, "det")):
            return Told("happened", opening or tree.having(token, "det")[:1], denied=True)
        behind = (
            case == "of" and bool(opening) and tree.lower[opening[0] - 1] in self.wakes
        )  # hung on the verb by the parse
        if case == "in" and above.denied and tree.lemma(token) in self.trials:
            return Told("happened", opening)  # "failed in a trial of 1,740 patients"
        if case in AFTER or (case == "in" and tree.lemma(token) in self.wakes) or behind:
            return Told("happened", opening)
        if above.status == "ongoing" and not above.denied and self._is_over(token, head, case):
            return self.frames.of(token, head, case, above) or Told("happened", (token,))
        if tree.base[token] in ("nmod", "compound", "amod"):
            return self._of_thing(token, head, case, above)
        if tree.base[token] == "nsubj":
            return self._subject(token, head, above, of)
        by = [t for t in tree.having(head, "obj") if case == "by" and t < token and not tree.having(head, "aux:pass")]
        if by and not self._is_margin(token, head) and not (told := of(by[0])).is_real:
            return told  # "called off a strike by 300 drivers"
        return self._object(token, head, above)

    def _apposed(self, token: int, noun: int, of: Callable[[int], Told]) -> Told | None:
        """ "The grant, 3 million euros, will be paid in May": so much is, though the grant is known."""
        verb = self.tree.head(noun)
        taking = self.tree.base[noun] in ("nsubj", "obj") and verb >= 0
        if not self.frames.is_counted(token) or self.frames.is_span(token):
            return None
        glossed = glosses(self.tree, token)
        if glossed is not None and not (taking and of(verb).denied):
            return of(glossed)
        if not taking:
            return None
        told = of(verb)
        return told if told.is_open or told.is_never else None

    def _owns(self, token: int) -> bool:
        """ "could delay several makers' efforts": whoever has a thing is there, but "40 weeks' pay" is the pay."""
        tree = self.tree
        marked = tree.sentence.xpos[token] == "PRP$" or any(
            tree.sentence.xpos[t] == "POS" for t in tree.children[token]
        )
        return tree.sentence.relations[token] == "nmod:poss" and marked and tree.lemma(token) not in SPANS

    def _is_over(self, token: int, head: int, case: str) -> bool:
        """Whether a noun tells what is over once it is told: "linked to the death of a boy", "lists 14 attacks"."""
        tree, lemma = self.tree, self.tree.lemma(token)
        if case.startswith("at") and tree.base[token] == "obl" and tree.having(head, "obj"):  # "puts the toll at 88"
            share = tree.lemma(token) in ("percent", "%", "cent")  # "puts the loss at 8 percent": it goes on
            things = (t for t in tree.having(head, "obj") if not (share and tree.lemma(t) == "loss"))
            return any(self._is_over(thing, head, "") for thing in things)
        if (lemma in self.always and self.governors.leaves(head) not in OPEN) or (
            case in ("", "at") and self._is_of_toll(token, head)
        ):
            return True
        if lemma not in self.befallen and lemma not in self.over:
            counted = [t for t in tree.having(token, "nmod") if tree.case(t) == "of"] if lemma == "number" else []
            done = any(self._is_done(t) for noun in counted for t in tree.having(noun, "acl"))
            return done or any(self._is_over(t, head, "") for t in counted)
        verb = next((t for t in tree.up(head) if self.forms.is_predicate(t)), head)
        told = tree.lemma(verb) in self.counting_up
        if self.governors.leaves(verb) in OPEN and not told:
            return False  # "needs a turnout of 20 percent"
        if tree.base[token] == "nsubj":
            return lemma in self.befallen and self._points(token) and tree.sentence.xpos[token] == "NN"
        doing = self.governors.signature(verb, "thing") is not None or self.governors.is_known(verb)
        return told or (lemma in self.befallen and tree.base[token] != "compound" and not doing)

    def _is_of_toll(self, token: int, verb: int) -> bool:
        """ "the toll stands at 88"."""
        counted = self.tree.base[token] in ("obj", "obl") and self.frames.is_counted(token)
        return counted and any(self.tree.lemma(t) in self.always for t in self.tree.having(verb, "nsubj"))

    def _is_deferred(self, token: int, head: int) -> bool:
        """ "300 planned flights were postponed", "called off three planned strikes": those so many were."""
        done_to = self.tree.sentence.relations[token] in ("nsubj:pass", "obj")
        return done_to and bool(self.tree.having(token, "nummod")) and self.governors.key(head) in self.deferring

    def fragment(self, token: int, *, telegraphic: bool) -> Told:
        """A sentence without a predicate: a headline tells what was, others tell nothing."""
        tree = self.tree
        none = [t for t in tree.having(token, "det") if tree.lower[t] == "no"]
        if none and tree.base[token] == "root":
            return Told("happened", (none[0],), denied=True)  # "No deal on 1,200 prisoners"
        status = self.governors.leaves(token)
        if status is not None:
            return Told(status, (token,))
        if any(tree.lower[t] in self.still for t in tree.having(token, "advmod")):
            return Told("ongoing", (token,))  # "2,000 still without power"
        told = self._titled(token) or self._left_over(token)
        if told is not None:
            return told
        counting = words("figures", "countable_adjectives", "words")
        if telegraphic and (meant := self._is_meant(token)) is not None:
            return Told("unresolved", meant)
        if telegraphic or any(tree.lower[t] in counting for t in (token, *tree.children[token])):
            return Told("happened")
        if tree.sentence.upos[token] == "VERB":
            return Told("happened" if tree.sentence.xpos[token] in ("VBD", "VBN") else "ongoing", (token,))
        return Told("unresolved")

    def _is_meant(self, noun: int) -> tuple[int, int] | None:
        """ "200 new homes for flood families": a headline without a verb does not tell whether they stand."""
        new = [t for t in self.tree.having(noun, "amod") if self.tree.lower[t] in words("stance", "headlines", "new")]
        meant = [t for t in self.tree.having(noun, "nmod") if self.tree.case(t) == "for"]
        done = self.tree.lemma(noun) in self.befallen | self.over
        return (new[0], self.tree.having(meant[0], "case")[0]) if new and meant and not done else None

    def _left_over(self, token: int) -> Told | None:
        """ "Smoke from 112 fires, ..., hung over the city", where the parse makes the subject the sentence's head."""
        tree = self.tree
        if tree.having(token, "nsubj"):
            # "the flight cost the taxpayer", "net advanced to $94 million", taken for a noun or an adjective
            invariant = tree.lower[token] in self.forms.invariant or tree.lower[token].endswith("ed")
            return Told("happened" if invariant else "ongoing", (token,))
        verbs = [v for v in tree.having(token, "parataxis", "acl") if not tree.having(v, "nsubj", "mark")]
        past = [v for v in verbs if tree.sentence.xpos[v] == "VBD"]
        return Told("happened", (past[0],)) if past else None

    def _subject(self, token: int, head: int, above: Told, of: Callable[[int], Told]) -> Told:
        """What is expected to come, if expected, is to come; whoever never came is there all the same."""
        tree, below = self.tree, self.tree.having(head, "xcomp")
        if not below:  # of "are believed to have left" the leaving, taken for a clause of its own
            below = tuple(c for c in tree.having(head, "ccomp") if tree.case(c) == "to" and not tree.having(c, "nsubj"))
        passive = tree.sentence.relations[token] == "nsubj:pass"
        if below and (passive or tree.sentence.upos[head] == "ADJ" or tree.lemma(head) in self.raising):
            return of(below[0])
        if passive and tree.lemma(head) == "seek" and self._are_sought(token, head) and not above.denied:
            return Told("ongoing", (head,))
        if passive and tree.lemma(head) == "deny" and above.is_real and tree.lemma(token) not in self.tellings:
            return Told("happened", (head,), denied=not tree.having(head, "obj"))  # "300 were denied visas"
        if passive and above.is_never and is_unfound(tree, head, token):
            return Told("ongoing", (head,))  # "three have never been found": they are missing
        if passive:
            return self._object(token, head, above)
        if above.is_real and self.frames.fails(token, head):
            return Told("happened", (head,), denied=True)
        minded = tree.lower[head] in self.qualities  # "three were less sure", but not "an appeal is certain"
        minded = minded and (tree.sentence.upos[token] != "NOUN" or is_people(tree.lemma(token)))
        called = tree.having(head, "cop") or tree.base[head] in ("ccomp", "xcomp")  # "thinks a rise of 3% unlikely"
        said_of = tree.sentence.upos[head] == "ADJ" and called and not minded
        status = self.governors.leaves(head) if said_of else None
        if status is not None and not above.is_open:
            return self.governors.left(head, status, above)  # "300 more are due"
        undone = above.is_never and (self._did_not(token, head) or tree.lower[token] in NOBODY)
        if above.unreal or undone or (above.is_never and self.forms.negation(head) is None):
            return above  # "five did not come": so many did not, and none who did
        return Told("happened") if above.is_open and self._is_known(token) else above.affirmed()

    def _did_not(self, token: int, verb: int) -> bool:
        """Whether so many are told not to have done it; "two had no fuel" tells of the two."""
        tree, negation = self.tree, self.forms.negation(verb)
        many = tree.sentence.upos[token] == "NUM" or tree.lower[token] in self.fractions
        many = many or any(tree.lower[t] in self.fractions for t in tree.having(token, "det"))  # "half the tents"
        counted = many or bool(tree.having(token, "nummod")) or self._holds(token, verb)
        if negation is None or tree.lower[negation] == "nor" or tree.having(verb, "cop"):
            return False
        if tree.lemma(verb) in self.surviving:
            return False  # "two did not survive": they died
        return counted and tree.lower[negation] in NEGATIONS and negation < verb

    def _holds(self, token: int, verb: int) -> bool:
        """Whether what holds so many is told not to have come: "a convoy of 40 trucks has not arrived"."""
        tree = self.tree
        if tree.lemma(verb) not in self.reaching:
            return False
        held = [noun for noun in tree.having(token, "nmod") if tree.case(noun) == "of"]
        return any(tree.having(noun, "nummod") or tree.sentence.upos[noun] in ("NUM", "SYM") for noun in held)

    def _object(self, token: int, head: int, above: Told) -> Told:
        tree, relation, case = self.tree, self.tree.base[token], self.tree.case(token).partition(" ")[0]
        framed = self.frames.of(token, head, tree.case(token), above)
        if framed is not None:
            return framed
        if relation == "obj" and above.status != "unresolved" and not above.denied and self._is_put_at_risk(head):
            return Told("possible", (head,))
        if relation == "obl" and case == "by" and self._is_margin(token, head):
            return Told("happened", above.words) if above.status == "ongoing" and not above.denied else above
        levelled = relation == "obl" and case in ("at", "to", "above", "below")  # "see rates at 4 percent"
        if self.governors.foresees(head) and (relation == "obj" or levelled):
            return Told("expected", (head,))
        if relation == "obl" and case in ("to", "from", "at", "of") and (aimed := self._aimed(head)) is not None:
            return aimed
        if relation == "obl" and case in ("to", "by") and (drafted := self.frames.held(token, head)) is not None:
            return drafted
        plan = next(
            (t for t in tree.having(head, "obj") if case == "for" and tree.lower[t + 1 : t + 2] == ("for",)), None
        )
        if relation == "obl" and plan is not None and plan < token and self.governors.leaves(plan) is not None:
            return self._of_thing(token, plan, case, self._object(plan, head, above))  # "approved plans for 300 homes"
        if relation == "obl" and case == "of" and tree.lemma(head) in self.warning and not above.denied:
            tied = any(
                tree.lower[m] in ("if", "unless") for c in tree.having(head, "advcl") for m in tree.having(c, "mark")
            )
            return Told("conditional" if tied else "expected", (head,))
        if relation == "obl" and case in ("to", "on", "of") and above.denied and tree.lemma(head) in self.reacting:
            return Told("happened")  # "did not respond to two requests", "failed to act on 13 warnings"
        if relation == "obl" and case == "of" and above.is_never and self._is_none_of(token, head):
            return above.affirmed()  # "no trace has been found of the 23 sailors"
        if relation == "obl" and case in WHERE and above.is_never and self._is_outside(token, head):
            return above.affirmed()
        if (
            relation == "obj"
            and tree.lemma(head) in self.marking
            and not above.denied
            and above.status != "conditional"
        ):
            return Told("happened", (head,))
        if relation == "obj" and above.is_open and tree.lemma(head) in self.looking and self._is_befallen(token):
            return Told("happened", (head,))  # "met to discuss the shooting of two officers"
        risks = (
            tree.having(head, "obj") if case == "at" else (token,) if tree.having(token, "compound", "nummod") else ()
        )
        put = case == "at" or above.status == "happened"
        if put and not above.denied and any(tree.lemma(t) in self.chances for t in risks):
            return Told(
                "ongoing", (head,)
            )  # "put the risk of default at 15 percent", "said it had a 60 percent chance"
        credited = case in ("with", "for") and tree.lemma(head) in self.crediting
        credited = credited and not self.frames.is_span(token)  # "could be jailed for 25 years"
        if relation == "obl" and (credited or self.answers(head, token, case, above)):
            return Told("happened", (head,))
        argued = case == "for" and tree.lemma(head) in self.arguing and not self.frames.is_span(token)
        if relation == "obl" and argued and not above.denied:
            return self._was(token) or Told("expected" if tree.lemma(head) in self.hoping else "planned", (head,))
        if relation == "obl" and case == "for" and self.governors.key(head) in self.averting and above.is_real:
            return Told("happened", (head,), denied=True)  # "averted blackouts for 300 homes"
        if tree.lemma(token) in self.told and self.governors.key(head) in self.retracting:
            return self.governors.left(head, "unresolved", above)  # "withdrew the figure of 12,000"
        if tree.lemma(token) in self.tellings and self.governors.key(head) in self.governors.denying:
            return self.governors.left(head, "unresolved", above)
        direct = relation in ("obj", "nsubj", "parataxis")
        told = self._direct(token, head, above) if direct else None
        if told is not None:
            return told
        status = "expected" if self.governors.foresees(head) else self.governors.leaves(head)
        if relation == "obl" and self._is_prolonged(token, head, case) and above.is_real:
            return Told("planned", (head,))  # "extended the mandate by six months"
        if relation == "obj" and tree.lemma(head) == "face" and tree.lemma(token) in self.penalties:
            return self.governors.left(head, "possible", above)  # "faces up to 20 years in prison"
        if relation == "obj" and tree.lemma(head) == "face" and tree.lemma(token) in self.bills:
            return self.governors.left(head, "expected", above)  # "faces a bill of 40 million"
        if status is not None and self._reaches(token, head, relation, case):
            return self.governors.left(head, status, above)
        if (above.is_open or above.denied) and self._is_known(token):
            return Told("happened")
        sought = above.is_open and relation == "obj" and tree.lemma(head) in self.seeking and self._points(token)
        return Told("ongoing", (head,)) if sought else above  # "hope to reach the 14 miners"

    def _is_put_at_risk(self, verb: int) -> bool:
        """ "The plan puts 300 jobs at risk", "left 40 villages in danger"."""
        putting = self.tree.lemma(verb) in ("put", "place", "leave")
        return putting and any(self.forms.phrase(t) == "possible" for t in self.tree.having(verb, "obl"))

    def _is_margin(self, token: int, verb: int) -> bool:
        """ "Voters rejected the plan by 54% to 46%", "by five votes to two": so many did."""
        voted = verb >= 0 and self.governors.key(verb) in self.voting
        return voted and (self.tree.sentence.upos[token] in ("NUM", "SYM") or self.tree.lemma(token) in self.ballots)

    def _is_vote(self, token: int) -> bool:
        """ "A deal by 15 votes to seven": so it was decided, whatever it is of."""
        to = any(self.tree.case(t) == "to" and self.tree.sentence.upos[t] == "NUM" for t in self.tree.children[token])
        return to and self.tree.lemma(token) in self.ballots

    def _is_prolonged(self, token: int, verb: int, case: str) -> bool:
        """ "Extended the mandate by six months", but not "was delayed by three hours": how long it is to go on."""
        lemma = self.tree.lemma(token)
        longer = case in ("by", "for") and self.governors.key(verb) in self.prolonging
        longer = longer and is_time(lemma) and lemma not in SHORT
        over = any(self.tree.lower[helper] in ("had", "'d", "’d") for helper in self.tree.having(verb, "aux"))
        return longer and not over and bool(self.tree.having(verb, "obj", "nsubj:pass", "nsubj"))

    def _are_sought(self, token: int, verb: int) -> bool:
        """ "Four more suspects are being sought": whom somebody looks for is there."""
        helpers = self.tree.having(verb, "aux:pass")
        return self.tree.base[token] == "nsubj" and any(self.tree.lower[helper] == "being" for helper in helpers)

    def answers(self, verb: int, token: int, case: str, above: Told) -> bool:
        """Whether somebody answers, or will, for what is told behind ``verb``: "go on trial for killing"."""
        tree = self.tree
        if case not in ANSWERING or above.denied or above.status not in ("planned", "expected", "happened", "ongoing"):
            return False
        if any(t < token and tree.lemma(t) in self.answering for t in tree.having(verb, "obl", "obj")):
            return True
        undergone = tree.sentence.xpos[verb] == "VBN" and not tree.having(verb, "obj")
        things = [t for t in tree.having(verb, "nsubj:pass") if tree.sentence.upos[t] == "NOUN"]
        if things and not any(is_people(tree.lemma(t)) for t in things):
            return False  # "classes will be held in 40 schools"
        return undergone and tree.lemma(verb) in self.answered

    def _aimed(self, verb: int) -> Told | None:
        """ "cut its forecast to 1.1%": what a change of a plan or a forecast goes to."""
        for thing in self.tree.having(verb, "obj", "nsubj:pass") if self.tree.lemma(verb) in self.revising else ():
            status = self.governors.leaves(thing)
            if status is not None and self.tree.lemma(thing) in self.goals | self.governors.bids:
                return Told(status, (thing,))
            if self.tree.lemma(thing) in self.views and not self._is_of_done(thing):
                return Told("expected", (thing,))
        for thing in self.tree.having(verb, "nsubj"):
            if self.tree.lemma(verb) in self.putting and self.tree.lemma(thing) in self.foresights:
                return Told("expected", (thing,))
            if self.tree.lemma(verb) == "stand" and self.tree.lemma(thing) in self.governors.bids:
                return Told("planned", (thing,))  # "their offer stands at 4 percent"
        return None

    def _is_of_done(self, noun: int) -> bool:
        """ "its estimate of the number of dead"."""
        lemmas = {self.tree.lemma(t) for t in self.tree.under(noun)}
        done = not lemmas.isdisjoint(self.befallen | self.over | self.always | self.standing)
        return done or any(is_people(lemma) for lemma in lemmas)

    def _is_none_of(self, token: int, verb: int) -> bool:
        """Whether what is told to be none stands apart from those it is of, which are known."""
        tree = self.tree
        none = any(tree.lower[d] == "no" for s in tree.having(verb, "nsubj") for d in tree.having(s, "det"))
        return none and self._points(token) and bool(tree.having(token, "nummod"))

    def _is_outside(self, token: int, head: int) -> bool:
        """ "in six of them it found no records", "in six no official came": what stands before none who came."""
        return token < head and any(
            self.tree.lower[child] == "no"
            for thing in self.tree.having(head, "obj", "nsubj")
            for child in self.tree.having(thing, "det")
        )

    def _direct(self, token: int, head: int, above: Told) -> Told | None:
        """What is done to a thing: it is scrapped, averted, denied, or part of a plan."""
        tree = self.tree
        if above.is_never and tree.lemma(head) in self.counting:
            return Told("happened", above.words)  # what was not counted came all the same
        if above.is_never and tree.lemma(head) in self.presupposing:
            return Told("ongoing", above.words)  # what could not be found is there
        if above.denied and self.governors.is_confirming(head):
            return Told("unresolved", (head,))
        if tree.lemma(token) in self.tellings and self._is_untrue(head):
            return Told("unresolved", (head,))  # "called a report of 200 deaths pure invention"
        if self.governors.key(head) in self.declining and tree.lemma(token) in self.offers and above.is_real:
            return Told("planned", (token,))  # who offers or asks still may
        scrapped = self.governors.leaves(token) or (
            self.governors.key(head) in self.declining and self.frames.is_change(token)
        )
        if self.governors.key(head) in self.scrapping and scrapped and not above.is_open:
            return Told("happened", (head,), denied=not above.denied)
        if self.governors.key(head) in self.contesting:
            return self.governors.left(head, "unresolved", above)
        if self.governors.key(head) in self.excluding and (above.denied or above.status == "possible"):
            return Told("possible", (head,)) if above.denied else Told("happened", (head,), denied=True)
        held, signature = self.frames.held(token, head), self.governors.signature(head, "thing")
        settled = signature == "o-" and self._is_settled(token)
        if held is not None or signature is None or settled:
            return held  # "approved a budget" tells a deed, "approved 300 homes" what is to come
        counted = tree.sentence.upos[token] in ("NUM", "SYM") or bool(tree.having(token, "nummod"))
        if counted and signature[0] == "-" and self.governors.key(head) not in self.averting:
            return None  # "400 flights were cancelled" tells of a deed
        return self.governors.made(head, "thing", above)

    def _is_untrue(self, verb: int) -> bool:
        """Whether what stands behind a verb of calling is called untrue."""
        tree = self.tree
        called = tree.lemma(verb) in self.calling
        return called and not self.untrue.isdisjoint((*tree.lower[verb:], *tree.lemmas[verb:]))

    def _is_settled(self, token: int) -> bool:
        """Of what is allowed, whether it is there with that: a plan, a budget, but not an evacuation nor 300 homes."""
        lemma = self.tree.lemma(token)
        if lemma in self.granted:
            return False
        if self.tree.sentence.upos[token] == "NUM":  # "of 1,400 applications, 312 were approved"
            things = (t for t in self.tree.having(self.tree.head(token), "obl") if t < token)
            if any(self.tree.case(t) == "of" and self.tree.lemma(t) in self.settled for t in things):
                return True
        done = lemma.endswith(DOING) or self.tree.having(token, "nummod") or self.tree.sentence.upos[token] == "NUM"
        return lemma in self.settled or self.governors.leaves(token) is not None or not done

    def _reaches(self, token: int, head: int, relation: str, case: str) -> bool:
        """Whether what a verb leaves open holds for what it is said of."""
        tree = self.tree
        risked = relation == "obj" and tree.lemma(head) in self.risking
        promising = risked or self.governors.key(head) in self.promising or tree.sentence.upos[head] in ("ADJ", "NOUN")
        if relation in ("obj", "nsubj"):
            return (promising or self.governors.foresees(head)) and not self.frames.is_examined(token, head)
        asking = tree.lemma(head) in self.asking  # "asked for nine years in jail", but not "pressed for nine years"
        if relation != "obl" or (case == "for" and not asking and self.frames.is_span(token)):
            return False
        if promising and case == "for" and tree.having(head, "obj") and self.frames.is_counted(token):
            return True  # "promised 12 million for two hospitals"
        valued = self.frames.is_sum(token) or (case == "with" and self.frames.is_counted(token))
        if case in ("at", "with") and promising and tree.having(head, "obj") and valued:
            return True  # "had forecast growth at 6.5 percent", "offered 4%, with a bonus of $600"
        if case == "to" and self.governors.key(head) in self.giving and tree.having(head, "obj"):
            return True  # "offered loans to 300 farms"
        if tree.having(head, "nsubj:pass") and promising:
            return case in ("at", "to", "of", "for", "on", "with", "")
        if promising and not case and head < token and tree.sentence.upos[token] in ("NUM", "SYM"):
            return True  # "expects sales to total $28 million", the last taken for a thing beside the sales
        bounded = not case and bool(tree.having(token, "nummod")) and not tree.having(head, "obj")
        if bounded and head < token and tree.lemma(head) in self.promising and self.frames.is_counted(token):
            return True  # "expected as many as 300 guests", "up to 300", taken for a time or a measure
        bare = all(tree.sentence.upos[thing] == "NUM" for thing in tree.having(head, "obj"))  # "expect 41 to 42"
        if case == "to" and tree.having(head, "obj") and not bare:
            return False  # "called attention to 300 deaths"
        called = tree.lemma(head) in self.appealing
        money = case == "at" and tree.sentence.upos[token] in ("SYM", "NUM")  # "called for shares at $26"
        priced = money and called and any(tree.case(t) == "for" for t in tree.having(head, "obl") if t < token)
        return priced or (case in ("for", "of", "to", "on") and (bare or called))

    def _of_thing(self, token: int, head: int, case: str, above: Told) -> Told:
        """ "a plan for 300 homes", "lack of food", "the victims of the attack"."""
        tree = self.tree
        if case in ("by", "from") and tree.lemma(head) in self.made:
            return Told("happened", (head,))  # "rejected calls by four mayors"
        framed = self.frames.of(token, head, case, above)
        if framed is not None:
            return framed
        if case == "by" and (self._is_margin(token, tree.head(head)) or self._is_vote(token)):
            return Told("happened")
        if case in ("of", "for") and self.frames.is_span(token) and tree.lemma(head) in self.penalties:
            return above  # "a ban of four years" lasts so long
        if case == "of" and tree.lemma(head) in self.kin and tree.lemma(token) not in SPANS:
            return Told("ongoing", (head,))  # "a father of three"
        if case == "of" and tree.lower[head] in WHOLE:
            return above  # "a plan to move all of the town's 640 families"
        if case == "of" and tree.lemma(head) in self.killers:
            return Told("happened", (head,))  # "the killer of three"
        told = case == "on" or (case == "of" and tree.lemma(head) in self.nominal)  # "a ban on 15 athletes"
        told = told and bool(tree.having(token, "nummod"))
        if not told and self.governors.signature(head, "thing") and case in ("of", "on", "to", ""):
            return self.governors.made(head, "thing", Told("happened"))
        status = self.governors.leaves(head)
        if status == "expected" and case == "of" and tree.lemma(head) in self.views and self._is_of_done(head):
            return Told("unresolved", above.words) if above.denied else above  # "its estimate of 80 deaths"
        measured = tree.base[token] == "compound" and tree.lemma(head) in self.chances  # "a 70% chance"
        valued = case == "at" and any(tree.sentence.upos[t] in ("NUM", "SYM") for t in (token, *tree.children[token]))
        if status == "possible" and case == "on" and self._points(token) and not self.frames.is_change(token):
            return Told("ongoing", (token,))  # "talks on the last 300 kilometres of the border"
        if status is not None and (case in ("of", "for", "to", "on", "") or valued) and not measured:
            return self.governors.left(head, status, above if above.denied else Told("happened"))
        if above.is_never and case in WHERE and (tree.having(token, "nummod") or tree.sentence.upos[token] == "NUM"):
            return Told("ongoing", above.words)  # "no contact with six villages"
        if case in ANSWERING and tree.lemma(head) in self.answering and above.status in ("planned", "expected"):
            return Told("happened", (head,))  # "will face trial over the deaths of two"
        if self._is_asked(token, head, case):
            return Told("planned", (self.tree.head(head),))
        if (above.is_open or above.is_never) and case == "of" and self._is_of_these(token, head):
            done = tree.lemma(token) in self.befallen or tree.lemma(token) in self.over
            return Told("happened" if done else "ongoing", above.words)
        known = self._is_known(token) or (above.is_never and self._points(token))
        return Told("happened") if (above.is_open or above.is_never) and known else above

    def _is_of_these(self, token: int, head: int) -> bool:
        """ "will take a cynical view of the 50 states": they are there, but not "the closure of the 12 plants"."""
        tree, lemma = self.tree, self.tree.lemma(head)
        deed = lemma.endswith((*DOING, "al", "ure", "ss", "ion")) or lemma in self.befallen or lemma in self.over
        those = any(tree.lower[t] in POINTING for t in tree.having(token, "det", "nmod:poss"))
        counted = tree.sentence.upos[head] in ("NOUN", "NUM", "PRON")
        return those and bool(tree.having(token, "nummod")) and counted and not deed

    def _is_asked(self, token: int, head: int, case: str) -> bool:
        """ "asked the council for $9 million", where the parse hangs the sum on the council."""
        verb = self.tree.head(head) if case == "for" and self.tree.base[head] in ("obj", "iobj") else -1
        return verb >= 0 and self.tree.lemma(verb) in self.appealing
