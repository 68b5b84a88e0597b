"""The words around a figure become its status: has it happened, is it planned, expected, conditional, denied?

The status is that of the content, not of the telling. A figure stands as what it takes part in, unless its own words
say otherwise: what somebody has is there whatever becomes of it, what a change starts from was before.
"""

from collections.abc import Sequence

from reportedly.claims.apart import limit
from reportedly.claims.awaited import awaiting
from reportedly.claims.changes import COMPARING
from reportedly.claims.lexicons import either, listed
from reportedly.claims.lying import of_those_left, only_lies
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.slots import is_of_some
from reportedly.claims.stance.absolutes import absolute, in_stead, on_turnout
from reportedly.claims.stance.concessions import conceded
from reportedly.claims.stance.forms import NEGATIONS
from reportedly.claims.stance.governors import LEVELS, adjective
from reportedly.claims.stance.standings import Standings
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree
from reportedly.claims.wholes import phrase_of
from reportedly.frozen import dataclass
from reportedly.model import AHEAD, Status
from reportedly.values.zeros import is_none_of_any

QUOTES = frozenset({'"', "\u201c", "``"})  # open a quotation
APART = frozenset({"-", "--", "–", "—", ":", ";"})
SEEN = frozenset({"see", "record", "reach", "report", "register", "post", "measure"})
TIMED = ("obl", "nmod", "obj", "nsubj", "advmod", "advcl")  # where a time stands in a clause
LONG = frozenset({"for", "in"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
ALL_BUT = ("all", "but")
FAR, WHAT, SINCE = "far", "what", "since"
PARTS = frozenset({"share", "times"})
ALL, ING = frozenset({"all", "each"}), "ing"
THAN = tuple((word, "than") for word in sorted(COMPARING))
CLOSED = frozenset({(), (".",), (",",), (";",), (")",)})


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the tokens that decided it, and the clause it depends on, if any.

    ``apart`` where what is told of the figure is set beside the clause, and none of its deed.
    """

    status: Status
    words: tuple[int, ...] = ()
    condition: tuple[int, ...] = ()
    apart: bool = False


class Moods:
    """Reads the status of figures in one sentence; ``telegraphic`` for headlines, told in the present."""

    states = listed("stance", "states", "words")
    ending = listed("stance", "deeds", "ending")
    anybody = listed("stance", "anybody", "words")
    voting = listed("figures", "uncounted", "voting")
    worth = listed("figures", "worth", "participles")
    lengths = listed("figures", "directions", "units")
    changing = listed("stance", "ongoing", "changing")
    making = listed("stance", "planned", "making")
    promising = listed("stance", "planned", "foretelling")
    announced = listed("stance", "planned", "announced")
    over = either(("stance", "deeds", "befallen"), ("stance", "deeds", "told"))
    moving = listed("stance", "ongoing", "moving")
    abstaining = listed("figures", "uncounted", "abstaining")

    def __init__(self, tree: Tree, *, telegraphic: bool = False) -> None:
        self.tree, self.standings = tree, Standings(tree, telegraphic=telegraphic)
        self.lasting = either(("stance", "deeds", "states"), ("stance", "states", "words"))
        self.foretelling = either(("stance", "planned", "foresights"), ("stance", "planned", "views"))

    def standing(self, figure: Figure) -> Standing:
        """The status of what a figure takes part in."""
        first, last = min(figure.tokens), max(figure.tokens)
        if (conceding := conceded(self.tree, first)) is not None:
            return Standing("possible", (conceding, conceding + 1))
        # "denied that anyone was hurt": there were none, by who says so
        denial = first if is_none_of_any(figure.found.quantity.written) else self._denial(first)
        if denial is not None:
            return Standing("did_not_happen", (denial,))
        if not figure.found.is_duration and (told := absolute(self.tree, first, last)) is not None:
            return Standing(told.status, told.words, apart=True)
        if (told := on_turnout(self.tree, first)) is not None:
            return Standing(told.status, told.words)
        if (told := in_stead(self.tree, first, last)) is not None:
            return Standing(told.outcome, told.words, apart=not told.denied)
        if figure.found.quantity.unit in self.lengths and only_lies(self.tree, figure):
            return Standing("ongoing")
        if (meant := self._meant(figure)) is not None:
            return meant
        standing = (
            self._closed_off(figure) or self._has(figure) or self._bounded(figure) or self._stands(self._told(figure))
        )
        if "?" in self.tree.lower[last + 1 :] and standing.status != "did_not_happen" and self._is_asked(last):
            return Standing("unresolved", (self.tree.lower.index("?", last + 1),))
        if standing.status not in ("happened", "ongoing") and self._is_whole(figure):
            return Standing("happened" if standing.status == "unresolved" else "ongoing", standing.words)
        if standing.status in ("happened", "ongoing") and (asked := self._required(figure)) is not None:
            return Standing("conditional", (asked,))
        if standing.status == "did_not_happen" and (long := self._is_long(figure)) is not None:
            return Standing(long, standing.words)
        if standing.status == "did_not_happen" and self._is_set_off(figure):
            return Standing("ongoing", standing.words)
        if standing.status == "unresolved" and not standing.words:
            return Standing("happened")  # "Full-year revenue 812 million": a line without a verb tells what is so
        if standing.status == "happened":
            return self._lasting(figure) or standing
        if standing.status in ("unresolved", "planned", "did_not_happen"):
            standing = self._in_a_state(figure) or standing
        if standing.status in ("ongoing", "expected") and (forecast := self._was_forecast(figure)) is not None:
            return forecast
        if standing.status == "ongoing":
            return self._once(figure) or standing
        if standing.status not in ("ongoing", "unresolved"):
            standing = self._beside(figure) or standing
        if standing.status in AHEAD and self._is_start(figure) and not self._is_foretold(standing):
            return Standing("happened" if self._is_compared(figure) else "ongoing", standing.words)
        return standing

    def _is_set_off(self, figure: Figure) -> bool:
        """Whether a measure is told of a noun between commas: what "the offer, 3.5%, has not budged" is, it is."""
        tree, first, last = self.tree, min(figure.tokens), max(figure.tokens)
        set_off = tree.lower[first - 1] == "," == "".join(tree.lower[last + 1 : last + 2])
        verb = self.predicate(figure.anchor)
        set_off = set_off and verb is not None and tree.lemma(verb) in self.changing
        return first > 0 and set_off and figure.found.is_measure and tree.base[figure.anchor] == "appos"

    def _is_foretold(self, standing: Standing) -> bool:
        """Whether a forecast is what changed: "cut its forecast from 2.4 percent" tells of what was never so."""
        return any(self.tree.lemma(word) in self.foretelling for word in standing.words)

    def _was_forecast(self, figure: Figure) -> Standing | None:
        """ "Now expects 300, up from 200": what was expected before was no more so than what is now.

        A level that is told of a time may have been so: "now expects 6%, up from 5% last year".
        """
        tree, behind = self.tree, max(figure.tokens) + 1
        if "now" not in tree.lower or tree.lower[behind : behind + 1] not in CLOSED or not self._is_start(figure):
            return None
        verb = self.predicate(figure.anchor)
        if verb is None or all(tree.lower[t] != "now" for t in tree.having(verb, "advmod")):
            return None
        return Standing("expected", (verb,)) if self.standings.governors.leaves(verb) == "expected" else None

    def _once(self, figure: Figure) -> Standing | None:
        """What is over though the telling is of now: "of the 1,006 people questioned a fifth agree", "up from 10%"."""
        tree, head = self.tree, figure.head
        if self._is_start(figure) and of_those_left(tree, figure) is None:
            return Standing("happened", tree.having(figure.anchor, "case")[:1])
        if figure.found.is_measure:
            return self._seen(figure)
        if head is None or tree.base[figure.anchor] != "nummod":
            return None
        first = head  # "to the drivers and to the 14,000 who signed"
        while tree.base[first] == "conj" and tree.case(head) and tree.head(first) >= 0:
            first = tree.head(first)
        if self._in_a_state(figure) is not None or tree.base[first] not in ("nmod", "obl"):
            return None  # "the 12 men sent there are fighting the blaze", "there are 300 wolves kept as pets"
        for deed in tree.having(head, "acl"):
            own = self.standings.forms.own(deed)
            apart = tree.base[deed - 1] == "punct" or self._lasts(deed)
            apart = apart or is_of_some(tree, deed)  # "lends to 300 firms, 40 of which have failed"
            if own is not None and own.status == "happened" and not own.denied and not apart:
                return Standing("happened", (deed,))
        return None

    def _lasts(self, deed: int) -> bool:
        """ "The 60 people housed there", but not "the 60 people who gave blood"."""
        own = (
            self.tree.sentence.xpos[deed] == "VBD" and self.tree.having(deed, "nsubj") and self.tree.having(deed, "obj")
        )
        return not own and self.standings.governors.key(deed) in self.lasting

    def _seen(self, figure: Figure) -> Standing | None:
        """ "is well above the 48% seen in 2019"."""
        tree = self.tree
        deeds = [t for t in tree.having(figure.anchor, "acl") if tree.lemma(t) in SEEN and tree.having(t, "obl")]
        return Standing("happened", (deeds[0],)) if deeds and tree.base[deeds[0] - 1] != "punct" else None

    def is_looked_at(self, figure: Figure, standing: Standing, timed: Sequence[int]) -> bool:
        """ "Will discuss on Monday the shooting of two": when somebody looks at what is over tells not when it was."""
        verb = standing.words[0] if standing.words and standing.status == "happened" else None
        if verb is None or self.tree.sentence.upos[verb] != "VERB" or self.standings.of(verb).status not in AHEAD:
            return False
        below = {*self.tree.having(verb, *TIMED)}
        own = next((t for at in timed for t in self.tree.up(at) if t in below), None)
        return own is not None and own not in self.tree.up(figure.anchor)

    def _is_asked(self, last: int) -> bool:
        """Whether the question that ends the sentence has begun: not yet in "poll gives Left 44% - can it govern?".

        Nor does what leads up to a quotation ask: "wrote 40 nurses: “Who can work like this?”".
        """
        words = self.tree.lower
        end = words.index("?", last + 1)
        opens = next((at for at in range(last + 1, end) if words[at] in QUOTES), None)
        quoted = opens is not None and sum(word in QUOTES for word in words[:opens]) % 2 == 0
        return not quoted and not any(word in APART for word in words[last + 1 : end])

    def _is_long(self, figure: Figure) -> Status | None:
        """ "has not spoken for three days": how long something has not been so is no part of what is denied.

        Nor is how long it will not be: "will not reopen for two years".
        """
        tree, anchor = self.tree, figure.anchor
        lasting = next((t for t in (anchor, tree.head(anchor)) if tree.base[t] == "obl" and tree.case(t) in LONG), None)
        told = None if lasting is None else self.standings.of(tree.head(lasting))
        own = None if lasting is None else self.standings.forms.own(tree.head(lasting))  # not of "is going to change"
        denied = told is not None and told.denied and own is not None and not told.unreal and figure.found.is_measure
        if not denied or own is None:
            return None
        will = own.status in ("planned", "expected") and own == told and figure.found.is_duration
        return own.status if own.status == "happened" or will else None

    def _bounded(self, figure: Figure) -> Standing | None:
        """ "would not exceed 2.4%": the denial is part of the bound, and denies nothing that is told of it."""
        inside = self.tree.tokens(figure.found.start, figure.found.end)
        negation = next((t for t in inside if self.tree.lower[t] in NEGATIONS), None)
        verb = None if negation is None else self.tree.head(negation)
        if verb is None or verb not in inside or not self.standings.forms.is_predicate(verb):
            return None
        told = self.standings.of(verb)
        return Standing(told.status, told.words, self.standings.condition(verb)) if told.denied else None

    def _denial(self, first: int) -> int | None:
        """The "not" of "eight people, not 80", "not the 3,000 hoped for", "not one"; the "but" of "all but 31"."""
        lower = self.tree.lower
        if lower[max(first - 2, 0) : first] == ALL_BUT:
            return first - 1  # "all but 31 have been freed": those 31 have not
        if lower[first] == "not":
            return None if lower[first + 1 : first + 2] != ("one",) else first
        before = first - 1 - (first > 1 and lower[first - 1] == "the")
        return before if before >= 0 and lower[before] == "not" and lower[first] not in COMPARING else None

    def _closed_off(self, figure: Figure) -> Standing | None:
        """ "Nine injured, most expected home": what opens a line and is closed off by a comma stands for itself."""
        tree, at = self.tree, max(figure.tokens) + 1
        if min(figure.tokens) > 0:
            return None
        at += tree.sentence.xpos[at : at + 1] == ("NNS",)
        if tree.lower[at + 1 : at + 2] != (",",) or not (tree.sentence.xpos[at] == "VBN" or self._is_state(at)):
            return None
        if tree.having(at, "aux", "cop") or self.standings.governors.leaves(at) is not None:
            return None  # "300 planned, 20 built"
        return Standing("ongoing" if tree.lower[at] in self.states else "happened", (at,))

    def _is_state(self, token: int) -> bool:
        return self.tree.lower[token] in either(
            ("figures", "countable_adjectives", "words"), ("stance", "states", "words")
        )

    def predicate(self, start: int) -> int | None:
        """The nearest predicate above ``start``, or None."""
        return next((token for token in self.tree.up(start) if self.standings.forms.is_predicate(token)), None)

    def _stands(self, anchor: int) -> Standing:
        """As the clause does that the figure hangs in, with the condition that holds for it."""
        told = self.standings.of(anchor)
        if told.is_real and (rule := limit(self.tree, anchor)) is not None:
            return Standing("ongoing", (rule,))  # "above the legal minimum of half": so the rule says
        condition = self.standings.condition(anchor) if told.status in AHEAD or told.denied else ()
        return Standing(told.outcome, told.words, condition)

    def _told(self, figure: Figure) -> int:
        """Where a figure hangs: "twice the 20 million it had budgeted", "half what they asked for" are so."""
        if (own := of_those_left(self.tree, figure)) is not None:
            return own  # "six would be chosen from the 40 who train there": those train
        above = self.tree.head(figure.anchor)
        if above < 0 or above in figure.tokens:
            return figure.anchor
        over = self.tree.head(above)
        behind = max(figure.tokens) > above  # "more than the 9,000 it had planned for"
        loose = over >= 0 and not behind and self.tree.base[above] == "parataxis"
        if loose and self.tree.lower[above : above + 2] in THAN:
            return over  # "will buy 40 tonnes, three tonnes fewer than planned": as is told before
        if self.tree.base[above] == "acl" and " ".join(self.tree.lower[above : min(figure.tokens)]) in self.worth:
            return over  # "asked for fines totalling $8m": as the fines are
        if self.tree.lemma(above) in self.voting or (figure.head and self.tree.lemma(figure.head) in self.abstaining):
            return next((t for t in self.tree.up(above) if self.tree.lemma(t) in self.voting), figure.anchor)
        part = figure.found.quantity.unit in PARTS and self.tree.lower[above] == WHAT
        if not part and (above == figure.head or awaiting(self.tree, above) is None):
            return figure.anchor
        return above if over < 0 else over

    def _has(self, figure: Figure) -> Standing | None:
        """What somebody has, whatever else is told: "the county's 83 wards"."""
        if figure.found.is_measure or figure.head is None or self.tree.base[figure.anchor] != "nummod":
            return None
        owners = [child for child in self.tree.having(figure.head, "nmod:poss") if child < figure.anchor]
        top = figure.head
        while self.tree.base[top] == "conj" and self.tree.sentence.upos[self.tree.head(top)] in NOMINAL:
            top = self.tree.head(top)
        over = self.tree.head(top)
        if self.tree.base[top] == "nmod" and over >= 0 and self.tree.lower[over] in ALL:
            top = over  # "a plan to move all of the town's 640 families"
        acted_on = self.tree.sentence.relations[top] in ("obj", "nsubj:pass")  # "will withdraw its 350 troops"
        acted_on = acted_on or (self.tree.base[top] == "nsubj" and self.tree.lemma(self.tree.head(top)) in self.moving)
        return Standing("ongoing", (owners[0],)) if owners and not acted_on else None

    def _is_whole(self, figure: Figure) -> bool:
        """ "two of the four reactors", "of the 26 schools, 19 cannot be used": they are there, whatever becomes."""
        tree, noun = self.tree, figure.head
        if figure.found.is_measure or noun is None or tree.base[figure.anchor] != "nummod":
            return False
        if tree.case(noun) == "among" and tree.having(noun, "cop"):
            return True  # "were not among the 229 people"
        part = tree.head(noun)
        if part < 0 or (tree.lower[part] in ALL and not (tree.lower[part] == "each" and is_people(tree.lemma(noun)))):
            return False  # "a plan to build all of the 300 flats", but "would pay each of the 139 travellers $200"
        if tree.base[noun] == "obl" and tree.case(noun) == "of" and noun < part and self._is_of_some(part):
            return self.standings.things.modified(noun) is None
        of = (
            tree.base[noun] in ("nmod", "obl")
            and tree.case(noun) == "of"
            and tree.sentence.upos[part] in ("NUM", "PRON", "DET", "ADJ")
        )
        known = any(tree.lower[t] in ("the", "these", "those") for t in tree.having(noun, "det"))
        known = known or (figure.is_whole and not self._is_made(part))  # "will close four of 19 routes"
        return of and known and (self.standings.things.modified(noun) is None)

    def _is_made(self, part: int) -> bool:
        """Whether what is told of the part makes what is counted: "will build 30 of 90 homes this year"."""
        verb = self.predicate(part)
        return verb is not None and self.tree.lemma(verb) in self.making

    def _meant(self, figure: Figure) -> Standing | None:
        """Of "200 of the 1,500 promised classrooms have been built" the 1,500: only a part of them was built."""
        tree = self.tree
        if not figure.is_whole or (self.promising | self.announced).isdisjoint(tree.lemmas):
            return None
        if tree.lemma(figure.top) in self.standings.things.settled:
            return None  # "of 1,400 visas sought, 312 were granted": so many were sought
        tops = {*figure.tokens, figure.anchor, figure.top}
        done = figure.head is not None and tree.lemma(figure.head) in self.over  # "of the 40 deaths announced"
        for token in (min(figure.tokens) - 1, *phrase_of(tree, figure)):
            told = (tree.lemma(token), " ".join((tree.lemma(token), *tree.lower[token + 1 : token + 2])))
            open_ = tree.lemma(token) in self.promising or (not done and not self.announced.isdisjoint(told))
            open_ = open_ and not tree.lower[token].endswith(ING)
            if open_ and tree.base[token] in ("amod", "acl") and tree.head(token) in tops:
                status = adjective(tree.lower[token])
                said = tree.lemma(token) not in self.promising and not tree.having(token, "obj", "aux")
                if tree.base[token] == "amod" or said or not tree.having(token, "nsubj", "xcomp", "aux"):
                    return Standing(status or "planned", (token,))
        return None

    def _is_of_some(self, verb: int) -> bool:
        """Whether a number does what a verb tells: the 19 of "of the 26 schools, 19 cannot be used"."""
        upos = self.tree.sentence.upos
        doers = self.tree.having(verb, "nsubj", "nsubj:pass")
        return any(upos[t] == "NUM" or self.tree.having(t, "nummod") for t in doers)

    def _required(self, figure: Figure) -> int | None:
        """The clause that tells which of them something is for: "investors who create 50 jobs will get relief"."""
        tree = self.tree
        path = list(tree.up(figure.anchor))
        clause = next((t for t in path if tree.base[t] == "acl"), None)
        if clause is None or tree.sentence.relations[clause] != "acl:relcl":
            return None
        who = tree.head(clause)
        led = tree.having(clause, "nsubj")
        relative = any(tree.lower[t] in RELATIVE for t in led) and tree.lower[min(led) - 1] != ","
        known = tree.having(who, "det", "nummod", "nmod:poss") or tree.sentence.upos[who] == "PROPN"
        any_of_them = tree.sentence.xpos[who] == "NNS" or tree.lower[who] in self.anybody
        done = tree.head(who)
        if not (relative and any_of_them) or known or done < 0 or tree.base[who] != "nsubj":
            return None
        return clause if self.standings.of(done).status in AHEAD else None

    def _beside(self, figure: Figure) -> Standing | None:
        """What only goes along with a thing not done: "failed after 16 hours", "farmers with 300 cows will be paid"."""
        tree = self.tree
        for token in tree.up(figure.anchor):
            if tree.base[token] == "obl" and tree.case(token) == "after":
                return Standing("happened", tree.having(token, "case")[:1])
            head = tree.head(token)
            if self._is_set_in(token, head):
                return Standing("ongoing", tree.having(token, "case")[:1])
            if self._is_over(token):
                return Standing("happened", tree.having(token, "mark")[:1])
            if tree.base[token] == "nmod" and tree.case(token) == "with" and tree.base[head] == "nsubj":
                named = any(tree.lower[child] in ("a", "an") for child in tree.having(head, "det"))
                return None if named else Standing("ongoing", tree.having(token, "case")[:1])
            if self.standings.forms.is_predicate(token):
                return None
        return None

    def _is_over(self, token: int) -> bool:
        """ "Will rise after being frozen for seven years": that was so before."""
        tree = self.tree
        helped = any(tree.lower[child] in ("being", "having") for child in tree.having(token, "aux"))
        return helped and any(tree.lower[mark] == "after" for mark in tree.having(token, "mark"))

    def _is_set_in(self, token: int, head: int) -> bool:
        """ "inflation, at 5.7 percent, will ease", "the ministry, with a staff of 900, will move"."""
        tree = self.tree
        if tree.base[token] not in ("nmod", "obl", "nsubj") or tree.case(token) not in ("at", "with") or head < 0:
            return False
        first = tree.under(token)
        comma = next((t for t in first if tree.base[t] != "punct"), token) - 1
        verb = tree.head(head) if tree.base[token] == "nmod" else head
        subjects = [s for s in tree.having(verb, "nsubj") if s < comma] if verb > token else []
        return comma > 0 and tree.lower[comma] == "," and bool(subjects) and tree.under(subjects[-1])[-1] >= comma - 1

    def _lasting(self, figure: Figure) -> Standing | None:
        """What goes on though the telling is past: "the 14-nation bloc met", "reached the 14 miners trapped"."""
        tree, after = self.tree, max(figure.tokens) + 1
        if figure.found.is_measure or figure.head is None:
            return None
        if after + 1 < len(tree.lower) and tree.lower[after] == "-" and tree.sentence.upos[after + 1] != "NUM":
            joined = tree.sentence.starts[after] == tree.sentence.ends[after - 1]
            return Standing("ongoing", (after, after + 1)) if joined else None
        return self._in_a_state(figure)

    def _in_a_state(self, figure: Figure) -> Standing | None:
        """ "hope to reach the 14 miners trapped": the state lasts whatever is done."""
        tree, head = self.tree, figure.head
        if figure.found.is_measure or head is None:
            return None
        top = head
        while tree.base[top] == "nmod" and tree.case(top) == "of" and tree.head(top) in figure.tokens:
            top = tree.head(top)  # "hundreds of stranded passengers were evacuated"
        verb = tree.head(top)
        undergone = tree.sentence.relations[top] in ("obj", "nsubj:pass") or self._is_told_in_short(top, verb)
        if undergone and tree.lemma(verb) in self.ending and self.standings.of(verb).is_real:
            return None  # "the missing miners were found"
        told = (head, *tree.having(head, "acl", "amod"))
        states = [t for t in told if tree.lower[t] in self.states or self._is_since(t)]
        return Standing("ongoing", (states[0],)) if states else None

    def _is_since(self, participle: int) -> bool:
        """ "Refused to free six men held since May": so they are, whatever is done."""
        tree = self.tree
        if tree.base[participle] != "acl" or tree.sentence.xpos[participle] != "VBN" or tree.having(participle, "aux"):
            return False
        since = any(tree.case(t) == SINCE for t in tree.having(participle, "obl"))
        return since and tree.lemma(participle) in self.lasting

    def _is_told_in_short(self, noun: int, verb: int) -> bool:
        """ "Trapped miners brought out alive": a participle without a helper, in a line like a headline."""
        tree = self.tree
        past = verb >= 0 and tree.sentence.xpos[verb] in ("VBD", "VBN") and not tree.having(verb, "aux", "obj", "cop")
        return past and tree.base[noun] == "nsubj" and tree.base[verb] == "root"

    def _is_start(self, figure: Figure) -> bool:
        """Whether a figure is where a change starts from: "to 25%, up from 10%"."""
        lower, end = self.tree.lower, max(figure.tokens) + 1
        before, behind = lower[max(min(figure.tokens) - 1, 0)], lower[end : end + 1]
        if before == "to" or (before == "from" and behind == ("to",)):
            return before == "from"  # "from 300 to 400 tonnes", wherever the parse hangs the "from"
        anchor = self._joint(figure)
        cases = self.tree.having(anchor, "case")
        if cases and lower[cases[0] - 1] == FAR:
            return False  # "far from the 60 that polls had predicted"
        *levels, last = self.tree.case(anchor).split() or [""]  # "up from", as one preposition
        return any(self.tree.lower[case] == "from" for case in cases) or (
            last == "from" and not LEVELS.isdisjoint(levels)
        )

    def _is_compared(self, figure: Figure) -> bool:
        """ "up from 10%": what a level was before, though another is still to come."""
        return any(
            self.tree.lower[t] in LEVELS
            for c in self.tree.having(self._joint(figure), "case")
            for t in (c, max(c - 1, 0))
        )

    def _joint(self, figure: Figure) -> int:
        """The number whose preposition holds for a second one, too: "down from 4.4% this year and 5.1% in 2025"."""
        anchor = figure.anchor
        joined = self.tree.base[anchor] == "conj" and not self.tree.having(anchor, "case")
        return self.tree.head(anchor) if joined else anchor
