"""The words around a figure become its status: has it happened, is it planned, expected, conditional, denied?

The status is that of the content, not of the telling. It is read from the inside out: first the tense, mood and
negation of the predicate the figure hangs on, then what each governing word does to it ("decision to send", "failed
to send"), up to the clause somebody says. Verbs of saying let the status through; a verb the lexicon does not know
lends its own tense to what hangs on it. Nothing to go by is "unresolved", never a guess.
"""

from dataclasses import dataclass

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Status

CLASSES: tuple[Status, ...] = ("planned", "expected", "possible", "did_not_happen", "unresolved")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET")
NOBODY = frozenset({"nobody", "none", "no", "neither", "nothing"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
MODALS: dict[str, Status] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "ca": "possible",
    "should": "planned",
    "must": "planned",
    "shall": "planned",
}
MAYBE = frozenset({"may", "might", "could"})
NOT_YET: tuple[Status, ...] = ("planned", "expected", "possible", "conditional")
TEMPORAL = frozenset({"while", "when", "until", "before", "after", "as"})
CONTENT = frozenset({"obj", "ccomp", "xcomp"})
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
WOULD = frozenset({"would", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the tokens that decided it, and the clause it depends on, if any."""

    status: Status
    words: tuple[int, ...] = ()
    condition: tuple[int, ...] = ()


def foresees(tree: Tree, verb: int) -> bool:
    """ "analysts see a surplus", "the group now sees margins of 10%": the present of "see" as a forecast."""
    if tree.lemma(verb) not in words("stance", "expected", "seeing") or tree.sentence.xpos[verb] not in ("VBZ", "VBP"):
        return False
    subjects = {tree.lower[subject] for subject in tree.having(verb, "nsubj")}
    now = any(tree.lower[adverb] == "now" for adverb in tree.having(verb, "advmod"))
    return now or bool(subjects & (words("attribution", "kinds", "analyst") | words("stance", "expected", "seers")))


class Moods:
    """Reads the status of figures in one sentence; ``telegraphic`` for headlines, told in the present."""

    def __init__(self, tree: Tree, *, telegraphic: bool = False) -> None:
        self.tree = tree
        self.telegraphic = telegraphic
        self.outcomes = words("stance", "outcome", "verbs")
        self.tellings = words("attribution", "tellings", "words")
        self.promising = words("stance", "planned", "objects")
        self.averting = words("stance", "did_not_happen", "averting")
        self.states = words("stance", "states", "words")
        self.asking = words("attribution", "verbs", "asks")
        self.appealing = words("stance", "planned", "appealing")
        self.containing = words("stance", "planned", "containing")
        self.scrapping = words("stance", "did_not_happen", "scrapping")
        self.goals = words("stance", "planned", "goals")
        self.unmet = words("stance", "planned", "unmet")
        self.presupposing = words("stance", "did_not_happen", "presupposing")

    def standing(self, figure: Figure) -> Standing:
        """The status of what a figure takes part in."""
        first, last = min(figure.tokens), max(figure.tokens)
        if first and self.tree.lower[first - 1] == "not":
            return Standing("did_not_happen", (first - 1,))  # "eight people, not 80"
        standing = self._has(figure) or self._conditional(figure.anchor, self._told(figure.anchor))
        if "?" in self.tree.lower[last + 1 :] and standing.status != "did_not_happen":
            return Standing("unresolved", (self.tree.lower.index("?", last + 1),))
        if standing.status == "happened":
            return self._lasting(figure) or standing
        if standing.status not in ("ongoing", "unresolved"):
            standing = self._beside(figure) or standing
        if standing.status in NOT_YET and self._is_start(figure):
            return Standing("ongoing", standing.words)
        return standing

    def _has(self, figure: Figure) -> Standing | None:
        """What somebody has, whatever else is told: "the county's 83 wards"."""
        if figure.found.is_measure or figure.head is None or self.tree.base[figure.anchor] != "nummod":
            return None
        owners = [child for child in self.tree.having(figure.head, "nmod:poss") if child < figure.anchor]
        top = figure.head
        while self.tree.base[top] == "conj" and self.tree.sentence.upos[self.tree.head(top)] in ("NOUN", "PROPN"):
            top = self.tree.head(top)
        acted_on = self.tree.sentence.relations[top] in ("obj", "nsubj:pass")  # "will withdraw its 350 troops"
        return Standing("ongoing", (owners[0],)) if owners and not acted_on else None

    def _beside(self, figure: Figure) -> Standing | None:
        """What only goes along with a thing not done: "failed after 16 hours", "farmers with 300 cows will be paid"."""
        tree = self.tree
        for token in tree.up(figure.anchor):
            if tree.base[token] == "obl" and tree.case(token) == "after":
                return Standing("happened", tree.having(token, "case")[:1])
            head = tree.head(token)
            if tree.base[token] == "nmod" and tree.case(token) == "with" and tree.base[head] == "nsubj":
                named = any(tree.lower[child] in ("a", "an") for child in tree.having(head, "det"))
                return None if named else Standing("ongoing", tree.having(token, "case")[:1])
            if self._is_predicate(token):
                return None
        return None

    def _lasting(self, figure: Figure) -> Standing | None:
        """What goes on though the telling is past: "the 14-nation bloc met", "reached the 14 miners trapped"."""
        tree, after = self.tree, max(figure.tokens) + 1
        if figure.found.is_measure or figure.head is None:
            return None
        if after < len(tree.lower) and tree.lower[after] == "-":
            joined = tree.sentence.starts[after] == tree.sentence.ends[after - 1]
            return Standing("ongoing", (after, after + 1)) if joined and after + 1 < len(tree.lower) else None
        states = [t for t in (figure.head, *tree.having(figure.head, "acl", "amod")) if tree.lower[t] in self.states]
        return Standing("ongoing", (states[0],)) if states else None

    def _is_start(self, figure: Figure) -> bool:
        """Whether a figure is where a change starts from: "to 25%, up from 10%"."""
        cases = self.tree.having(figure.anchor, "case")
        return any(self.tree.lower[case] == "from" for case in cases)

    def _is_source(self, token: int) -> bool:
        return any(self.tree.lower[case] == "according" for case in self.tree.having(token, "case"))

    def _told(self, start: int) -> Standing:
        """From the inside out: the predicate's own form, then what each governing word makes of it."""
        tree = self.tree
        found: Standing | None = None
        below = top = start
        for token in self.tree.up(start):
            if self._is_source(token):
                return found or Standing("happened")  # "according to a survey of 1,000 adults"
            found = self._modified(token, found)
            if self._is_predicate(token):
                found = found or self._own(token, below)
                found = self._at_that_time(token, found)
            below = top = token
            asked = [t for t in tree.having(token, "mark") if tree.lower[t] == "whether"]
            if asked and tree.base[token] in ("ccomp", "xcomp", "acl", "advcl"):
                return Standing("unresolved", (asked[0],))
            mistaken = self._mistaken(tree.head(token)) if token != start else None
            if mistaken is not None and tree.base[token] in ("ccomp", "obj", "xcomp"):
                return Standing("did_not_happen", (mistaken,))
            if found is not None and self._said(token):
                break
            found = self._governed(token, found)
        return found or self._bare(top)

    def _at_that_time(self, token: int, found: Standing | None) -> Standing | None:
        """ "will stay shut while crews renew 14 miles": the present beside a future is of that future."""
        tree, head = self.tree, self.tree.head(token)
        beside = tree.base[token] == "advcl" and TEMPORAL & {
            tree.lower[m] for m in tree.having(token, "mark", "advmod")
        }
        if not beside or found is None or found.status != "ongoing" or head < 0:
            return found
        main = self._own(head, token) if self._is_predicate(head) else None
        return main if main is not None and main.status in NOT_YET else found

    def predicate(self, start: int) -> int | None:
        """The nearest predicate above ``start``, or None."""
        return next((token for token in self.tree.up(start) if self._is_predicate(token)), None)

    # The predicate's own form

    def _is_predicate(self, token: int) -> bool:
        if self.tree.base[token] in ("aux", "cop", "case", "mark") or self._is_adjectival(token):
            return False
        return self.tree.sentence.upos[token] in ("VERB", "AUX") or bool(self.tree.having(token, "cop", "aux"))

    def _is_adjectival(self, token: int) -> bool:
        return self.tree.base[token] in ("amod", "compound", "nummod", "flat", "det")

    def _own(self, token: int, below: int) -> Standing | None:
        """Status by tense, mood and negation; None for forms that borrow it from what governs them.

        ``below`` is the word through which the figure hangs: "300 did not vote" counts those who did not.
        """
        tree = self.tree
        helpers = tree.having(token, "aux", "cop")
        lower = [tree.lower[helper] for helper in helpers]
        negation = self._negation(token)
        if negation is None:
            negation = self._mistaken(token)
        if negation is not None and tree.base[below] != "nsubj":
            return Standing(self._negated(token, below), (negation, token))
        for helper, word in zip(helpers, lower, strict=True):
            if word in WOULD and "have" not in lower and tree.having(token, "csubj"):
                return Standing("conditional", (helper,), self._clause(tree.having(token, "csubj")[0]))
            mood = self._mood(token, word, lower)
            if mood is not None:
                return Standing(mood, (helper,))
        if below == token and tree.having(token, "cop"):
            aimed = self._by_subject(token)  # "the target was 6,000"
            if aimed is not None and tree.lemma(aimed.words[0]) in self.goals:
                return aimed
        tensed = self._tensed(token, helpers, lower)
        held = self._held(token, below) if tensed is not None and tensed.status == "ongoing" else None
        return held or tensed

    def _negated(self, token: int, below: int) -> Status:
        """Not done; but what could not be found is there, and what could not be confirmed may be."""
        lemma, content = self.tree.lemma(token), self.tree.base[below] in ("obj", "obl", "ccomp")
        if content and lemma in words("stance", "unresolved", "confirming"):
            return "unresolved"
        return "ongoing" if content and lemma in self.presupposing else "did_not_happen"

    def _held(self, token: int, below: int) -> Standing | None:
        """ "the plan includes 300 homes": what is part of a plan is planned."""
        tree = self.tree
        if tree.lemma(token) not in self.containing or tree.base[below] == "nsubj":
            return None
        return self._by_subject(token)

    def _by_subject(self, token: int) -> Standing | None:
        for subject in self.tree.having(token, "nsubj"):
            status = self._class(subject)
            if status in NOT_YET:
                return Standing(status, (subject,))
        return None

    def _mistaken(self, token: int) -> int | None:
        """ "wrongly reported": the word that takes back what is told."""
        if token < 0:
            return None
        adverbs = words("stance", "did_not_happen", "adverbs")
        return next((child for child in self.tree.having(token, "advmod") if self.tree.lower[child] in adverbs), None)

    def _negation(self, token: int) -> int | None:
        tree = self.tree
        for child in tree.having(token, "advmod", "det", "aux"):
            if tree.lower[child] in NEGATIONS and tree.lower[child] != "no":
                following = tree.lower[child + 1 : child + 3]
                if following[:1] not in (("only",), ("just",)):
                    return child
        for subject in tree.having(token, "nsubj"):
            nobody = [t for t in (subject, *tree.having(subject, "det")) if tree.lower[t] in NOBODY]
            if nobody and tree.lower[nobody[0] + 1 : nobody[0] + 2] not in (("more",), ("fewer",), ("less",)):
                return nobody[0]
        return None

    def _mood(self, token: int, word: str, helpers: list[str]) -> Status | None:
        perfect = "have" in helpers
        if word in WILL:
            return self._future(token)
        if word in WOULD:
            return "did_not_happen" if perfect else self._would(token)
        if word == "should" and self.tree.lemma(token) in self.outcomes:
            return "expected"
        if word in MODALS:
            return MODALS[word]
        return None

    def _would(self, token: int) -> Status:
        """A future seen from the past where the past tells it; else what would have to be, were something done."""
        tree, head = self.tree, self.tree.head(token)
        past = head >= 0 and tree.sentence.xpos[head] in ("VBD", "VBN")
        needs = tree.lemma(token) in words("stance", "conditional", "verbs")
        outcome = tree.lemma(token) in self.outcomes and not tree.having(token, "cop")
        return "conditional" if (needs or outcome) and not past else self._future(token)

    def _future(self, token: int) -> Status:
        """An outcome is foretold; what somebody will do of their own will is a plan."""
        tree = self.tree
        if tree.having(token, "cop") or tree.lemma(token) in self.outcomes:
            return "expected"
        kind = self._class(token)
        return kind if kind in ("planned", "expected") and tree.sentence.upos[token] != "VERB" else "planned"

    def _tensed(self, token: int, helpers: tuple[int, ...], lower: list[str]) -> Standing | None:
        tree = self.tree
        tags = {tree.sentence.xpos[helper] for helper in helpers} | {tree.sentence.xpos[token]}
        marks = [tree.lower[mark] for mark in tree.having(token, "mark") if tree.sentence.upos[mark] == "PART"]
        if "to" in marks:
            if "have" in lower:
                return Standing("happened", helpers)
            to_be = [helper for helper in helpers if tree.sentence.xpos[helper] in FINITE]
            return Standing("planned", (to_be[0],)) if to_be else self._to_be(token)
        if tree.lemma(token) == "go" and "VBG" in tags and lower and tree.having(token, "xcomp"):
            return Standing("planned", (token,))
        if not tags & FINITE:
            return self._participle(token, lower)
        said_by = helpers or (token,)
        if "VBD" in tags or self._is_past_form(token):
            return Standing("happened", said_by)
        if any(tree.lemma(helper) == "have" for helper in helpers):
            going = any(word == "been" for word in lower) and tree.sentence.xpos[token] == "VBG"
            return Standing("ongoing" if going else "happened", helpers)
        lasting = tree.lemma(token) in words("stance", "ongoing", "verbs") or tree.having(token, "cop")
        if self.telegraphic and not lasting:
            return Standing("happened", said_by)
        return Standing("ongoing", said_by)

    def _is_past_form(self, token: int) -> bool:
        """Whether a present is a past after all: "the flight cost 500", where one form serves for both."""
        tree = self.tree
        one = any(tree.sentence.xpos[subject] in ("NN", "NNP") for subject in tree.having(token, "nsubj"))
        plain = tree.sentence.xpos[token] in ("VBP", "VB") and not tree.having(token, "aux", "mark")
        return one and plain and tree.lower[token] in words("stance", "invariant", "verbs") and not self.telegraphic

    def _to_be(self, token: int) -> Standing | None:
        """ "is to open", "to open": a bare infinitive under nothing that governs it tells a plan."""
        tree = self.tree
        head = tree.head(token)
        if head < 0 or tree.base[token] == "root":
            return Standing("planned", (token,))
        if tree.lemma(head) == "be" and tree.base[token] == "xcomp":
            return Standing("planned", (head,))
        # "City to open 300 homes; 200 hens to be culled"
        titled = self.telegraphic and tree.base[token] == "acl" and tree.base[head] in ("root", "parataxis", "conj")
        return Standing("planned", (token,)) if titled or tree.base[token] == "advcl" else None

    def _marks(self, token: int) -> tuple[str, ...]:
        return tuple(self.tree.lower[mark] for mark in self.tree.having(token, "mark", "case"))

    def _participle(self, token: int, lower: list[str]) -> Standing | None:
        tree = self.tree
        tag = tree.sentence.xpos[token]
        seen = tree.base[token] in ("ccomp", "xcomp") and tree.lemma(tree.head(token)) in ("see", "have", "get", "want")
        past = tag == "VBN" and not lower and not seen
        told = "with" not in self._marks(token) or self._class(token) is None  # "with 300 more expected"
        if past and tree.having(token, "nsubj") and told:
            return Standing("happened", (token,))  # the past tense, taken for a participle
        if tag == "VBN" and tree.base[token] in ("acl", "root", "advcl", "parataxis", "conj", "ccomp") and not lower:
            tells = self._class(token) is None or not tree.having(token, "xcomp", "ccomp", "acl")
            if tells or tree.base[token] == "advcl":
                return None if tree.base[token] in ("advcl", "conj") else Standing("happened", (token,))
            return None
        if self.telegraphic and tree.base[token] == "root" and tag == "VBG":
            return Standing("ongoing", (token,))
        return None

    # What governs it

    def _class(self, token: int) -> Status | None:
        """The lexicon's class of a verb, noun or adjective."""
        tree = self.tree
        upos, lemma = tree.sentence.upos[token], tree.lemma(token)
        particle = tree.having(token, "compound:prt")
        if particle:
            lemma = f"{lemma} {tree.lower[particle[0]]}"
        part = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}.get(upos)
        if part is None:
            return None
        if tree.lower[token] == "set" and not tree.having(token, "xcomp"):
            return None  # "set to rise" foretells, "set aside" does not
        below = [child for child in tree.having(token, "obj", "nsubj:pass") if self._class(child) in NOT_YET]
        if lemma in self.scrapping and upos == "VERB" and below:
            return "did_not_happen"  # "a proposal was dropped"
        for status in CLASSES:
            table = lexicon("stance")[status]
            if lemma in table.get(part, ()) or (part != "nouns" and tree.lower[token] in table.get("adjectives", ())):
                return status
        return None

    def _modified(self, token: int, found: Standing | None) -> Standing | None:
        """ "the planned 300 cuts", "previously dispatched troops": a modifier decides before any verb."""
        if found is not None or self.tree.sentence.upos[token] not in NOUNS:
            return found
        for child in self.tree.having(token, "amod", "compound"):
            status = self._adjective(child) if self.tree.base[child] == "amod" else self._draft(child)
            if status is not None:
                return Standing(status, (child,))
        for child in self.tree.having(token, "amod", "acl"):
            past = [adverb for adverb in self.tree.having(child, "advmod") if self._is_past(adverb)]
            if past and self.tree.sentence.xpos[child] == "VBN":
                return Standing("happened", (*past, child))
        return None

    def _adjective(self, token: int) -> Status | None:
        lower = self.tree.lower[token]
        return next((status for status in CLASSES if lower in lexicon("stance")[status].get("adjectives", ())), None)

    def _draft(self, token: int) -> Status | None:
        """ "a draft budget": a noun before a noun that says as an adjective does what is not yet so."""
        return "planned" if self.tree.lower[token] in lexicon("stance")["planned"]["adjectives"] else None

    def _is_past(self, token: int) -> bool:
        return self.tree.lower[token] in words("stance", "past_adverbs", "words")

    def _said(self, token: int) -> bool:
        """Whether somebody says the clause of this predicate, so that what governs it no longer tells of it."""
        tree = self.tree
        head = tree.head(token)
        if head < 0 or not self._is_predicate(token):
            return False
        if tree.base[token] not in ("ccomp", "csubj", "parataxis"):
            return False
        return tree.base[token] == "parataxis" or self._class(head) is None

    def _governed(self, token: int, found: Standing | None) -> Standing | None:
        """What the governor makes of it."""
        tree = self.tree
        head = tree.head(token)
        if head < 0:
            return found
        status = "expected" if foresees(tree, head) and tree.base[token] in CONTENT else self._class(head)
        if self._is_appealed(token, head):
            return Standing("planned", (tree.head(head),))
        seen = foresees(tree, head) and (found is None or found.status in ("ongoing", "happened"))
        if status is None or not (seen or self._reaches(token, head, found, status)):
            return found
        if tree.lemma(head) in self.unmet and any(tree.lower[aux] in ("had", "'d") for aux in tree.having(head, "aux")):
            return Standing("did_not_happen", (head,))
        if status == "planned" and tree.base[token] == "ccomp" and tree.lemma(head) in self.asking:
            return Standing("unresolved", (head,))
        if status == "planned" and any(tree.lower[aux] in MAYBE for aux in tree.having(head, "aux")):
            return Standing("possible", (head,))
        if status in ("planned", "expected") and self._negation(head) is not None:
            return Standing("did_not_happen", (head,))
        if status == "did_not_happen" and self._negation(head) is not None:
            return Standing("happened", (head,))
        return Standing(status, (head,))

    def _reaches(self, token: int, head: int, found: Standing | None, status: Status) -> bool:
        """Whether a governor's class applies to its child: to what is not yet told as fact, along content relations."""
        tree = self.tree
        relation, full = tree.base[token], tree.sentence.relations[token]
        open_yet = found is None or (found.status in ("planned", "expected") and status != "planned")
        if (
            tree.lemma(token) in self.tellings
            and relation in ("obj", "nsubj")
            and status in ("did_not_happen", "unresolved")
        ):
            return True  # "denied reports that 300 ..."
        if relation in ("ccomp", "acl") and status in ("did_not_happen", "unresolved", "possible"):
            return relation == "ccomp" or found is None or self._is_content(token)
        if not open_yet:
            return False
        undone = status in ("did_not_happen", "unresolved") and {"of", "from", "with"} & set(self._marks(token))
        if relation in ("xcomp", "ccomp", "csubj") or (relation == "advcl" and undone):
            return True
        if tree.sentence.upos[head] == "NOUN":
            return relation == "acl" or (relation == "nmod" and self._case(token) in ("of", "for", "to"))
        if (
            relation in ("obj", "nsubj")
            and found is not None
            and found.status in NOT_YET
            and status == "did_not_happen"
        ):
            return True
        if relation == "obj" or full == "nsubj:pass":
            # "400 flights were cancelled" tells of a deed; "a plan for 400 was cancelled" of one that never came.
            if status == "planned" and tree.sentence.upos[head] == "VERB":
                return tree.lemma(head) in self.promising
            return status != "did_not_happen" or found is not None or tree.lemma(head) in self.averting
        if status in ("planned", "expected") and relation == "obl" and tree.having(head, "nsubj:pass"):
            # "a wall has been proposed at a cost of $95m", "is forecast at 3.4%"
            return self._case(token) in ("at", "to", "of", "for", "on", "with", "")
        if relation == "nsubj":
            return tree.sentence.upos[head] == "ADJ" or self._raises(head)
        bare = not tree.having(head, "obj") or tree.lemma(head) in self.appealing
        return relation == "obl" and self._case(token) in ("for", "of", "to", "on") and bare

    def _is_appealed(self, token: int, head: int) -> bool:
        """ "asked the council for $9 million", where the parse hangs the sum on the council."""
        tree, verb = self.tree, self.tree.head(head)
        asked = tree.base[token] == "nmod" and self._case(token) == "for" and tree.base[head] in ("obj", "iobj")
        return asked and verb >= 0 and tree.lemma(verb) in self.appealing

    def _case(self, token: int) -> str:
        return self.tree.case(token).partition(" ")[0]

    def _is_content(self, token: int) -> bool:
        return any(self.tree.lower[mark] in ("that", "of") for mark in self.tree.having(token, "mark"))

    def _raises(self, head: int) -> bool:
        """ "25,000 are expected to come": the subject belongs to the infinitive."""
        tree = self.tree
        passive = bool(tree.having(head, "aux:pass"))
        return passive or (
            bool(tree.having(head, "xcomp")) and tree.sentence.xpos[head] in ("VBZ", "VBP", "VBN", "VBG")
        )

    # What is left

    def _bare(self, top: int) -> Standing:
        """No predicate decides: a headline tells what was, other fragments tell nothing."""
        tree = self.tree
        status = self._class(top)
        if status is not None:
            return Standing(status, (top,))
        if self.telegraphic or any(
            tree.lower[token] in words("figures", "countable_adjectives", "words")
            for token in (top, *tree.children[top])
        ):
            return Standing("happened")
        if tree.sentence.upos[top] == "VERB":
            tense: Status = "happened" if tree.sentence.xpos[top] in ("VBD", "VBN") else "ongoing"
            return Standing(tense, (top,))
        return Standing("unresolved")

    def _conditional(self, start: int, found: Standing) -> Standing:
        tree = self.tree
        for token in tree.up(start):
            within = self._opens_condition(token)
            if within:
                return Standing("conditional", (within[0],), self._clause(token))
            for child in (*tree.having(token, "advcl", "obl"), *self._shared_conditions(token)):
                mark = self._opens_condition(child)
                if mark and (found.status in (*NOT_YET, "ongoing", "unresolved") or self._is_unreal(found)):
                    return Standing("conditional", (mark[0],), self._clause(child))
            if tree.base[token] in ("ccomp", "parataxis") and self._said(token):
                return self._fronted(token) or found
        return found

    def _shared_conditions(self, token: int) -> tuple[int, ...]:
        """ "will add 15 routes and hire 600 if ...": clauses under a second verb that leans on the first."""
        tree = self.tree
        leaning = [c for c in tree.having(token, "conj") if not tree.having(c, "nsubj", "aux", "cop") and c > token]
        shares = bool(tree.having(token, "aux", "nsubj")) and self._is_predicate(token)
        return tuple(child for verb in leaning for child in tree.having(verb, "advcl")) if shares else ()

    def _fronted(self, token: int) -> Standing | None:
        """ "If the dyke fails, 300 houses could be flooded, she warned": the condition hangs on the saying."""
        tree, head = self.tree, self.tree.head(token)
        for child in tree.having(head, "advcl", "obl", "ccomp") if token < head or tree.base[token] == "ccomp" else ():
            mark = self._opens_condition(child) if child < token else ()
            if mark and child < tree.under(token)[0]:
                return Standing("conditional", (mark[0],), self._clause(child))
        return None

    def _is_unreal(self, found: Standing) -> bool:
        """ "would have held": untrue by itself, conditional with its condition."""
        return found.status == "did_not_happen" and any(self.tree.lower[word] in WOULD for word in found.words)

    def _clause(self, token: int) -> tuple[int, ...]:
        """The words of a clause without the commas around it."""
        run = list(self.tree.under(token))
        while self.tree.base[run[-1]] == "punct":
            run.pop()
        while self.tree.base[run[0]] == "punct":
            run.pop(0)
        return tuple(run)

    def _opens_condition(self, token: int) -> tuple[int, ...]:
        """The word by which a clause or phrase says "if", or nothing."""
        tree = self.tree
        if tree.base[token] not in ("advcl", "obl", "ccomp"):
            return ()
        table = lexicon("stance")["condition"]
        opening = tree.under(token)
        inverted = [child for child in tree.having(token, "aux") if child == opening[0]]
        if inverted and tree.lower[inverted[0]] in table["inverted"]:
            return (inverted[0],)  # "should the talks collapse, ..."
        if tree.base[token] == "ccomp":
            return ()
        for mark in tree.having(token, "mark", "case"):
            if tree.lower[mark] in table["marks"] and tree.base[token] == "advcl":
                before = tree.lower[mark - 1] if mark else ""
                return () if before in table["not_after"] else (mark,)
        text = " ".join(tree.lower[word] for word in opening[:4])
        phrases = table["phrases"] + (table["openers"] if opening[0] == 0 else [])
        return (opening[0],) if any(text.startswith(phrase) for phrase in phrases) else ()
