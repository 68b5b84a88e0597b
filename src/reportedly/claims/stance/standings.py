"""Each predicate of a sentence gets its standing: whether by the words what it tells of happened, and by which words.

From the outside in, as in Nairn, Condoravdi and Karttunen (2006): a clause has a form of its own (tense, mood,
negation), and what governs it adds what it makes of it, itself standing as its own governor lets it. "did not
manage to leave" is denied, so that what "manage" implies is denied, too; "may fail to leave" is possible, so that
staying is. Each word is looked at once, so that a sentence costs what it is long.
"""

from reportedly.claims.lexicons import either, listed, words
from reportedly.claims.reach import is_outcome
from reportedly.claims.stance.aims import aimed, as_norm
from reportedly.claims.stance.asides import is_given_up
from reportedly.claims.stance.disowned import disowned, is_lie
from reportedly.claims.stance.forms import ABLE, Forms
from reportedly.claims.stance.governors import Governors, signatures
from reportedly.claims.stance.shares import is_told_in_short
from reportedly.claims.stance.shifts import Shifts
from reportedly.claims.stance.terms import to_come
from reportedly.claims.stance.things import LENDING, NEVER, Things
from reportedly.claims.stance.ties import Tied, Ties
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.model import AHEAD, Status

UNREAL = frozenset({"as if", "as though", "lest", "like"})
ASKING = frozenset({"why", "who", "how", "when", "where", "what", "which", "whose"})
ONLY = frozenset({"first", "second", "third", "last", "only", "next", "latest"})
FITTEST = frozenset({"best", "worst", "easiest", "hardest"})
ANY = frozenset(
    {"no", "any", "anyone", "anybody", "anything", "whoever", "whatever", "someone", "somebody", "something"}
)
SPEAKING = frozenset({"i", "we", "you", "anyone", "anybody", "someone", "somebody"})
NOT_YET: tuple[Status, ...] = ("planned", "possible")
MANY = frozenset({"many", "much", "few"})
FEARS = frozenset({"fear", "suspicion", "worry"})
SET_BESIDE = frozenset({"parataxis", "discourse", "list", "vocative"})


class Standings:
    """The standings of one sentence, each found once."""

    forcing = listed("stance", "planned", "forcing")
    asking = listed("ties", "asking", "words")
    waiting = listed("ties", "waiting", "words")
    amounts = listed("stance", "amounts", "words")

    def __init__(self, tree: Tree, *, telegraphic: bool = False) -> None:
        self.tree, self.telegraphic = tree, telegraphic
        self.forms, self.governors = Forms(tree, telegraphic=telegraphic), Governors(tree)
        self.things = Things(tree, self.forms, self.governors)
        self.ties = Ties(tree)
        self.shifts = Shifts(tree, self.forms, self.ties.quoted)
        self.antecedents = {top: tied for tied in self.ties.conditions for top in self._tops(tied)}
        self.consequents = {tied.head: tied for tied in self.ties.conditions}
        self.known: dict[int, Told] = {}
        self.moving = either(("figures", "changes", "increase"), ("figures", "changes", "decrease"))
        self.asked = "?" in tree.lower[-3:]

    def _tops(self, tied: Tied) -> tuple[int, ...]:
        """The head of a clause that is depended on; of "provided that he pays" the paying."""
        below = self.tree.having(tied.top, "ccomp", "acl", "xcomp") if tied.top in tied.opening else ()
        bars = [t for t in tied.antecedent if self.tree.head(t) == tied.head] if self.ties.bars(tied) else ()
        return (tied.top, *tied.also, *below, *bars)

    def of(self, token: int) -> Told:
        """The standing of what ``token`` tells of."""
        chain = []
        for above in self.tree.up(token):
            if above in self.known:
                break
            chain.append(above)
        for place in reversed(chain):
            self.known[place] = self._read(place)
        return self.known[token]

    def condition(self, token: int) -> tuple[int, ...]:
        """The clause that what a word tells of depends on; empty where it depends on none, or is part of it."""
        if any(tied.antecedent[0] <= token <= tied.antecedent[-1] for tied in self.ties.conditions):
            return ()
        for above in self.tree.up(token):
            if (tied := self.consequents.get(above)) is not None:
                return tied.antecedent
            if self.tree.base[above] in ("ccomp", "parataxis"):
                break
        return ()

    def _read(self, token: int) -> Told:
        own, head = self.forms.own(token), self.tree.head(token)
        if head < 0:
            told = self._questioned(token, own or self.things.fragment(token, telegraphic=self.telegraphic))
        else:
            told = self._under(token, head, self.tree.base[token], own)
        if told.status == "happened" and not told.denied and own is not None and self.shifts.goes_on(token):
            told = Told("ongoing", told.words)
        return self._tied(token, as_norm(self.tree, token, aimed(self.things, token, told)))

    def _questioned(self, token: int, told: Told) -> Told:
        """A yes-or-no question tells nothing."""
        if not self.asked or told.status == "unresolved" or (told.status in NOT_YET and self._is_request(token)):
            return told
        if self._is_stated(token):
            return told
        opening = self.tree.under(token)[:3]
        if any(self.tree.lower[word] in ASKING for word in opening):
            return told
        return Told("unresolved", (len(self.tree.lower) - 1 - self.tree.lower[::-1].index("?"),))

    def _is_request(self, token: int) -> bool:
        """ "Could you send it?", "shall we go?": what is asked of those who speak to each other."""
        subjects = self.tree.having(token, "nsubj")
        return all(self.tree.lower[subject] in SPEAKING for subject in subjects)

    def _is_stated(self, token: int) -> bool:
        """ "They are here, are they not?": whether the subject stands before its verb, as in no question."""
        helpers = self.tree.having(token, "aux", "cop")
        subjects = self.tree.having(token, "nsubj", "expl")
        return bool(subjects) and min(subjects) < min((*helpers, token)) and not self.telegraphic

    # What governs it

    def _under(self, token: int, head: int, relation: str, own: Told | None) -> Told:
        head = self._governor(token, head, relation)
        above = self.of(head)
        if relation == "xcomp" and token < head and "," in self.tree.lower[token + 1 : head]:
            # "Five wounded, all expected to survive": two clauses, of which the parse makes one.
            return own or self.things.fragment(token, telegraphic=self.telegraphic)
        if relation == "amod" and self.tree.lower[token] in self.amounts:
            return above  # "several" stands as a number would
        if relation in LENDING:
            return own if relation == "advmod" and own is not None and self.tree.having(token, "nsubj") else above
        if relation == "conj":
            return self._joined(token, head, own, above)
        if "whether" in self._marks(token):
            return Told("unresolved", self.tree.having(token, "mark")[:1])
        unknown = relation == "acl" and self.tree.lemma(head) in self.governors.knowing and self._asks(token)
        gerund = relation in ("ccomp", "xcomp") and self.tree.sentence.xpos[token] == "VBG"
        if gerund and not self.tree.having(token, "aux") and self.governors.foresees(head):
            return Told("expected", (head,))  # "they see growth slowing to 2 per cent"
        if relation in ("ccomp", "csubj") or (relation == "acl" and self._is_content(token)) or unknown:
            return self._clause(token, head, own, above)
        if relation in ("xcomp", "advcl") and self._is_confessed(token, head):
            return above.by((head,))
        if relation == "xcomp" and own is None and self._is_object(token, head):
            return self.governors.made(head, "thing", above)
        pushed = relation == "xcomp" and self.tree.sentence.xpos[token] in ("JJR", "RBR")
        if pushed and self.tree.lemma(head) in self.forcing:
            return above  # "pushed prices lower", but "pushed to lower them"
        if relation == "xcomp":
            return self._infinitive(token, head, own, above)
        if relation == "advcl" and self._is_taken(token, head):
            return self._infinitive(token, head, own, above)
        if relation == "advcl":
            return self._beside(token, head, own, above)
        if relation == "acl":
            return self._of_noun(token, head, own, above)
        if relation == "amod" and above.status == "unresolved" and self.tree.having(token, "nsubj"):
            return above  # "whether 40 had been sold policies", hung on the policies
        if own is not None:
            return own
        if relation == "amod" and self.tree.sentence.xpos[token] in ("VBN", "VBG"):
            return Told("happened" if self.tree.sentence.xpos[token] == "VBN" else "ongoing", (token,))
        undone = relation in SET_BESIDE and not above.is_open and self.governors.signature(head, "thing")
        if undone and undone.startswith("-"):
            return self.things.modified(token) or Told("happened", (token,))  # "flights cancelled, 900 people stuck"
        if relation in SET_BESIDE and (self.tree.having(head, "obj") or self.tree.sentence.upos[head] != "VERB"):
            return Told("happened") if above.is_open and not is_told_in_short(self.tree, token) else above
        return self.things.read(token, head, above, self.of)

    def _governor(self, token: int, head: int, relation: str) -> int:
        """Of "denied that 40 died, saying it was six" the denying, where the parse has the saying."""
        tree = self.tree
        above = tree.head(head)
        claimed = relation == "acl" and tree.base[head] == "nmod" and self._is_content(token)
        if claimed and tree.lemma(above) in self.things.tellings and tree.lemma(head) not in self.things.tellings:
            return above  # "a claim by the rebels that 40 died"
        late = relation == "ccomp" and token < head and tree.base[head] == "advcl" and 0 <= above < token
        return above if late and self._is_content(token) else head

    def _is_confessed(self, token: int, head: int) -> bool:
        """ "Pleaded guilty to taking 40,000", "confessed to killing two": a deed behind "to", and no aim."""
        gerund = self.tree.sentence.xpos[token] == "VBG" and "to" in self._marks(token)
        return gerund and self.governors.key(head) in words("stance", "crediting", "confessing")

    def _is_taken(self, token: int, head: int) -> bool:
        """Of "rule out charging him", "denied having left" the gerund right behind a verb that takes one."""
        tree = self.tree
        between = range(head + 1, token)
        inner = (*tree.having(token, "aux", "aux:pass"), *tree.having(head, "compound:prt"))
        gerund = "VBG" in (tree.sentence.xpos[token], *(tree.sentence.xpos[t] for t in tree.having(token, "aux")))
        return head < token and gerund and all(t in inner for t in between) and self.governors.takes(head)

    def _is_object(self, token: int, head: int) -> bool:
        """Of "called off the strike" the strike, where the parse makes it a complement."""
        noun = self.tree.sentence.upos[token] in ("NOUN", "PROPN") and not self.tree.having(token, "mark", "case")
        return noun and self.governors.signature(head, "thing") is not None and not self.tree.having(head, "obj")

    def _is_content(self, token: int) -> bool:
        return any(self.tree.lower[mark] in ("that", "whether") for mark in self.tree.having(token, "mark"))

    def _marks(self, token: int) -> tuple[str, ...]:
        return tuple(self.tree.lower[mark] for mark in self.tree.having(token, "mark", "case"))

    def _joined(self, token: int, head: int, own: Told | None, above: Told) -> Told:
        """ "denied that he left and hid": what is joined is governed alike."""
        tree, first = self.tree, head
        while tree.base[first] == "conj" and tree.head(first) >= 0:
            first = tree.head(first)
        if own is None and above.is_real and "to" in self._marks(token) and self._is_afresh(token, head):
            return Told("planned", tree.having(token, "mark")[:1])
        if own is None and (mark := self._is_to_be(token)) is not None:
            return Told("planned", (mark,))
        if own is None:
            return self.things.modified(token) or self._also(token, above)
        if self._is_had_too(token, first):
            return above
        if tree.head(first) < 0:
            return self._questioned(first, own)
        if tree.base[first] in ("ccomp", "csubj", "xcomp", "acl", "advcl"):
            return self._under(token, tree.head(first), tree.base[first], own)
        return own

    def _is_had_too(self, token: int, first: int) -> bool:
        """The fired of "if they had hired 40 men and fired 30", whose "had" is told once."""
        tree = self.tree
        had = any(tree.lower[t] in ("had", "'d", "’d") for t in tree.having(first, "aux"))
        unreal = had and ("if" in self._marks(first) or tree.lower[tree.under(first)[0]] == "had")
        return unreal and tree.sentence.xpos[token] in ("VBD", "VBN") and not tree.having(token, "nsubj", "aux")

    def _is_afresh(self, token: int, head: int) -> bool:
        """Of "have culled 90,000 and another 40,000 to be culled" the second: what is to be, joined to what was."""
        plain = not any(self.tree.lower[mark] == "to" for mark in self.tree.having(head, "mark"))
        return plain and bool(self.tree.having(token, "nsubj", "aux:pass")) and token > head

    def _is_to_be(self, token: int) -> int | None:
        """Of "... and another 40,000 to be culled" the "to", wherever the parse hangs the culling."""
        tree, mark = self.tree, token + 1
        if tree.lower[mark : mark + 1] != ("to",) or tree.base[mark] != "mark" or self.forms.is_predicate(token):
            return None
        return mark if tree.having(tree.head(mark), "aux:pass") else None

    def _also(self, token: int, above: Told) -> Told:
        negation = self.forms.negation(token)
        return above if negation is None or above.denied else above.turned((negation, token))

    def _clause(self, token: int, head: int, own: Told | None, above: Told) -> Told:
        """A clause that somebody says, knows, denies or expects."""
        marks = self._marks(token)
        wondered = "if" in marks and (self.tree.base[token] == "ccomp" or self.tree.lemma(head) in self.asking)
        if "whether" in marks or wondered:
            return Told("unresolved", self.tree.having(token, "mark")[:1])
        if (
            own is not None
            and own.is_real
            and self._is_bare(token)
            and self.governors.key(head) in self.governors.mandative
        ):
            return self._wished(head, above)  # "insisted that the union agree"
        if own is not None and self._asks_how_many(token) and self.governors.inquires(head, denied=above.denied):
            return Told("unresolved", (head,))  # "asked how many died"
        general = above.status == "ongoing" and self.tree.base[token] == "csubj" and self.tree.base[head] != "csubj"
        if own is None and "to" in marks and general and self.governors.leaves(head) is None:
            return Told("unresolved", (head,))  # "it is good to know"
        if own is None and ("to" in marks or self.tree.sentence.xpos[token] == "VBG"):
            return self._infinitive(token, head, own, above)
        if own is None:
            return self._wished(head, above)
        why = self.tree.lower[self._first(token)] == "why"
        if own.is_real and (why or (above.denied and self._is_incredulous(head))):
            return own  # "cannot believe that her son is dead", "wondered why 40 had died"
        if above.denied and self.governors.is_confirming(head) and not self._asks(token):
            return Told("unresolved", (head,))  # but "did not say how many died"
        if above.is_open and own.is_real and self.tree.lemma(head) in self.governors.proving:
            return Told("unresolved", (head,))  # "seek to prove that he took it"
        if own.status == "ongoing" and above.status == "happened" and self._is_seen(token, head):
            return above  # "saw soldiers loot the shops"
        if own.is_open and self._asks(token) and above.is_never and self.governors.is_confirming(head):
            return Told("unresolved", (head,))  # "did not say who will go"
        if above.is_open and own.is_real and self.governors.key(head) in self.things.causing:
            return above.by((head,))  # "will ensure that all are housed"
        if self.forms.is_mistaken(head):
            return own.turned((head,))  # "wrongly reported that 40 died"
        untrue = None if self.tree.having(token, "csubj", "ccomp") else self._disowned(head)
        if untrue is not None:
            return untrue if untrue.status == "unresolved" else own.turned(untrue.words)
        passive = self.tree.sentence.relations[head] == "nsubj:pass"
        teller = self.tree.head(head) if self.tree.base[head] == "obj" or passive else -1
        if teller >= 0 and self.tree.lemma(head) in self.things.tellings:
            taken_back = self.governors.key(teller) in self.things.retracting
            if taken_back or (not passive and self.governors.inquires(teller, denied=False)):
                return Told("unresolved", (teller,))  # "checking reports that 40 died", "withdrew a claim that 40 died"
        if (
            self.tree.lemma(head) in self.things.tellings
            and above.status == "unresolved"
            and self.tree.base[token] == "acl"
        ):
            return Told(above.status, above.words, above.denied)  # "denied reports that 40 died"
        if (
            self.tree.base[head] == "nsubj"
            and self.tree.base[token] == "acl"
            and self.governors.signature(self.tree.head(head), "clause")
        ):
            head = self._verdict(self.tree.head(head))  # "reports that 40 died were wrong"
            above = self.of(head)
        signature = self.governors.signature(head, "clause")
        sign = "o" if signature is None else signature[above.denied]
        open_ = sign == "o" and above.denied and self.governors.key(head) not in self.governors.denying
        if signature is not None and (sign == "+" or open_):
            return own if signature == "++" or not above.is_open else self._opened(head, own, above)
        if sign == "-":
            return Told(above.status, (head,), True) if above.is_open else own.turned((head,))
        return self._opened(head, own, above)

    def _is_incredulous(self, head: int) -> bool:
        """ "Can't believe it": who cannot grasp a thing takes it to be so, unlike who does not believe it."""
        unable = any(self.tree.lower[helper] in ABLE for helper in self.tree.having(head, "aux"))
        return unable and self.tree.lemma(head) in words("stance", "incredulous", "verbs")

    def _disowned(self, head: int) -> Told | None:
        """How a report, or what a report says, stands where it is taken for untrue."""
        noun = (
            self.tree.head(head) if self.tree.sentence.xpos[head] == "VBG" and self.tree.base[head] == "acl" else head
        )
        return disowned(self.tree, noun, self.governors)

    def _verdict(self, verb: int) -> int:
        """Of "proved wrong" the wrong."""
        below = self.tree.having(verb, "xcomp") if self.tree.lemma(verb) in ("prove", "turn") else ()
        return next((t for t in below if self.governors.signature(t, "clause")), verb)

    def _is_bare(self, token: int) -> bool:
        """Whether a stem stands where a present would have its ending."""
        tree = self.tree
        one = any(
            tree.sentence.xpos[s] in ("NN", "NNP") or tree.lower[s] in ("he", "she", "it")
            for s in tree.having(token, "nsubj")
        )
        return one and tree.sentence.xpos[token] in ("VBP", "VB") and not tree.having(token, "aux", "cop")

    def _wished(self, head: int, above: Told) -> Told:
        """ "demanded that he leave", "let him leave"."""
        status = self.governors.leaves(head) or (
            "planned" if self.governors.key(head) in self.governors.mandative else None
        )
        return above if status is None else self.governors.left(head, status, above)

    def _opened(self, head: int, own: Told, above: Told) -> Told:
        """What "hopes that", "denies that", "fears that" make of a clause told as a fact."""
        status = "expected" if self.governors.foresees(head) else self.governors.leaves(head)
        if self.governors.key(head) in self.governors.denying:
            silent = not above.denied or self.governors.is_silent(head)
            return Told("unresolved" if silent else "possible", (head,))
        if status is None or any(self.tree.lower[helper] == "having" for helper in own.words):
            return own  # "accused of having left"
        if status == "possible" and self.tree.sentence.upos[head] == "ADJ":
            return Told(status, (head,), own.denied != above.denied)  # "unlikely that it will close"
        if own.is_open and status == "possible" and self.tree.sentence.upos[head] == "NOUN" and not self._is_fear(head):
            return Told("possible", (head,), own.denied != above.denied)  # "a danger that it will collapse"
        if own.status == "planned" and status in ("possible", "expected"):
            return Told("expected", own.words, own.denied)  # "fear that the slope will slide"
        if own.status in ("planned", "expected", "conditional") and status != "unresolved":
            return own
        if status in ("possible", "unresolved"):
            return Told(status, (head,), own.denied != above.denied)
        return Told(status, (head,), own.denied != above.denied) if own.status == "ongoing" else own

    def _is_fear(self, noun: int) -> bool:
        """What is feared, or has a chance, to come is expected as it is told."""
        return self.tree.lemma(noun) in FEARS or self.tree.lemma(noun) in self.things.chances

    def _infinitive(self, token: int, head: int, own: Told | None, above: Told) -> Told:
        """ "managed to leave", "kept from leaving", "expected to leave"."""
        away = {"from", "out", "against"} & set(self._marks(token))
        frame = "from" if away and self.governors.key(head) in signatures("from") else "infinitive"
        if own is None and above.is_real and self._asks(token) and "to" in self._marks(token):
            return Told("unresolved", (token,))  # "knows how to leave"
        if own is not None and own.status == "happened" and self.tree.lower[head] == "ought":
            return Told("happened", (head,), denied=True)  # "ought to have been raised"
        told = self.things.frames.held(token, head) or self.governors.made(head, frame, above)
        if told is above and above.is_real and "to" in self._marks(token) and self._is_sent(token, head):
            return Told("planned", (head,))  # "hired them to guard the port"
        if told.status == "planned" and self.tree.lower[head] == "going" and not told.denied:
            told = told._replace(status=self.forms.future(token))  # "is going to be dear"
        outcome = told.status == "planned" and self.tree.lemma(token) in self.forms.outcomes
        if self.governors.foresees(head) or (outcome and self.tree.lemma(head) == "expect"):
            return Told("expected", (head,), told.denied)
        if own is not None and own.status == "happened" and self.governors.leaves(head) == "possible":
            return Told("possible", (head,), told.denied)  # "are feared to have died"
        if own is not None and own.status == "happened" and told.status in AHEAD and self._looks_ahead(head):
            return Told("expected", told.words, told.denied)  # "expects to have counted 95 percent by Sunday"
        denies = told.status == "unresolved" and self.governors.key(head) in self.governors.denying
        if own is not None and own.status in ("happened", "planned", "expected") and not told.denied and not denies:
            told = own if own.status == "happened" or told == above else told  # "is believed to have left"
        negation = self.forms.negation(token)
        return told if negation is None or told is own else told.turned((negation, token))

    def _looks_ahead(self, head: int) -> bool:
        """Whether somebody himself plans or expects, not "is expected to have left"."""
        return self.tree.sentence.upos[head] == "VERB" and not self.tree.having(head, "aux:pass")

    def _asks(self, token: int) -> bool:
        """Whether a clause opens with "how", "what", "who"."""
        first = self._first(token)
        opens = first + (self.tree.sentence.upos[first] in ("ADP", "PUNCT"))
        return opens <= token and self.tree.lower[opens] in ASKING

    def _first(self, token: int) -> int:
        """The word by which a clause begins, found by the first words of what hangs on it."""
        children = self.tree.children
        while children[token] and children[token][0] < token:
            token = children[token][0]
        return token

    def _asks_how_many(self, token: int) -> bool:
        """Whether it is asked how many; "why 40 died" takes it for granted that they did."""
        first = self._first(token)
        opening = self.tree.lower[first : first + 3]
        return "how" in opening and not MANY.isdisjoint(opening)

    def _is_seen(self, token: int, head: int) -> bool:
        """Whether a stem tells what somebody saw or heard done, taken for a present."""
        stem = self.tree.sentence.xpos[token] in ("VB", "VBP") and not self.tree.having(token, "aux", "mark", "cop")
        return stem and self.tree.lemma(head) in self.things.perceiving

    def _is_sent(self, token: int, head: int) -> bool:
        """Whether somebody is put to do something: "sent 300 men to guard it", but not "is thought to guard it"."""
        tree = self.tree
        told = tree.lemma(head) in self.ties.telling or self.governors.is_known(head)
        after = [t for t in tree.having(head, "obj") if head < t < token]
        return tree.sentence.upos[head] == "VERB" and not told and bool(after)

    def _beside(self, token: int, head: int, own: Told | None, above: Told) -> Told:
        """Clauses beside a clause: of time, reason, purpose, manner."""
        case, opening = self.tree.case(token), self.tree.having(token, "mark", "case")[:1]
        if case in NEVER:
            return Told("happened", opening, denied=True)
        if case in UNREAL:
            return Told("unresolved", opening)
        if own is None:
            foreseen = self.tree.sentence.xpos[token] == "VBG" and self.governors.foresees(head)
            return Told("expected", (head,)) if foreseen else self._loose(token, head, above)
        if case == "if" and self.tree.lemma(head) in self.asking and token not in self.antecedents:
            return Told("unresolved", opening)  # "it is not known if"
        if "before" in self._marks(token) and own.status == "possible" and self._could(token):
            return Told("happened", opening, denied=True)  # "before they could reach the border"
        ahead = to_come(self.tree, token, own, above)
        return own if ahead is None else Told(ahead, above.words or opening)

    def _could(self, token: int) -> bool:
        return any(self.tree.lower[helper] == "could" for helper in self.tree.having(token, "aux"))

    def _loose(self, token: int, head: int, above: Told) -> Told:
        """ "left to find work", "accused of hiding", "left, taking the keys"."""
        marks, opening = self._marks(token), self.tree.having(token, "mark", "case")[:1]
        if (
            "to" in marks
            and self.tree.lemma(token) in self.things.finding
            and self.tree.lemma(head) in self.things.coming
        ):
            return above  # "returned to find the door open": it was
        if "to" in marks and above.is_real and self.tree.lemma(head) in self.moving and is_outcome(self.tree, token):
            return above  # "fell 50 cents to close at $20"
        if "to" in marks:
            governs = self.governors.leaves(head) or self.governors.signature(head, "infinitive")
            if self.governors.is_done_to_thing(head, token):
                governs = None  # "scrapped the test to speed up visas": what for
            return self._infinitive(token, head, None, above) if governs else Told("planned", opening, above.denied)
        if "against" in marks and self.governors.leaves(head) == "planned" and above.is_real:
            return Told("happened", (head,), not above.denied)  # "voted against sending troops"
        if "for" in marks and self.tree.lemma(head) in self.things.crediting and above.is_real:
            return Told("happened", (head,))  # "blames the crew for ignoring alarms"
        # "Will fall after growing 9 percent"
        over = self.tree.lemma(token) in self.things.befalling | self.moving
        if "after" in marks and (over or self.tree.lemma(head) in self.things.surviving):
            return Told("happened", opening)  # "is expected to recover after losing a leg"
        if any(self.things.answers(head, token, mark, above) for mark in marks):
            return Told("happened", (head,))  # "wanted for killing two", "will be tried for it"
        if "about" in marks and not self.governors.leaves(head):
            return Told("unresolved", opening)
        if "with" in marks and self.tree.having(token, "nsubj"):
            return above  # "approved it, with four abstaining": a clause of its own, which nothing plans
        if {"from", "against", "of", "out", "with", "for", "in", "on", "to", "about", "towards", "toward", "at"} & set(
            marks
        ):
            away = self.tree.sentence.upos[head] == "VERB" and self.governors.key(head) in signatures("from")
            told = self.governors.made(head, "from" if away else "thing", above)
            return told if told != above else above
        if {"after", "since", "following"} & set(marks) and above.status == "ongoing":
            return Told("happened", opening)  # "is at large after killing two"
        refused = above.denied and above.status == "planned"  # "would not elaborate, citing the law"
        return Told("happened", above.words) if above.is_never or refused else above.affirmed()

    def _of_noun(self, token: int, head: int, own: Told | None, above: Told) -> Told:
        """ "a plan to leave", "the men sent home", "those who left"."""
        tree, marks = self.tree, self._marks(token)
        titled = self.telegraphic and self.governors.leaves(head) != "unresolved"  # "effort to" is none
        verb, first = tree.head(head), head
        while tree.base[first] == "conj" and tree.head(first) >= 0:
            first, verb = tree.head(first), tree.head(tree.head(first))  # "sees growth of 4% and debt climbing"
        if tree.sentence.xpos[token] == "VBG" and tree.base[first] == "obj" and self.governors.foresees(verb):
            return Told("expected", (verb,))  # "see rates falling"
        if own is not None and is_lie(tree, head):
            return own.turned((head,))
        told = disowned(tree, head, self.governors) if own is not None and own.is_real else None
        if own is not None and told is not None and tree.having(token, "aux", "aux:pass"):
            return told if told.is_open else own.turned(told.words)  # "claims that 40 had been shot were baseless"
        if own is not None and ("to" not in marks or own.status == "happened" or titled):
            if self.tree.sentence.xpos[token] == "VBG" and above.is_real and not tree.having(token, "aux"):
                return Told(above.status, own.words, own.denied)
            before = {tree.lower[head], *(tree.lower[t] for t in tree.having(head, "det"))}
            some = bool(before & ANY) or (tree.sentence.xpos[token] == "VBG" and bool(before & {"a", "an"}))
            return Told(above.status, above.words, above.denied) if some and own.is_real and not above.is_real else own
        if self.governors.leaves(head) is None and self.governors.signature(head, "infinitive") is None:
            if "of" in marks and self.tree.sentence.xpos[token] == "VBG":
                charged = tree.lemma(verb) == "accuse" or tree.lemma(verb) in self.things.crediting
                if tree.base[head] == "obj" and charged and above.is_real:
                    return Told("happened", (verb,), above.denied)  # "accused, convicted him of taking $2m"
                return Told("unresolved", (token,))  # "a means of boosting sales"
            return self._fit(token, head, own, above) if "to" in marks else above
        taken = tree.base[head] in ("obj", "root", "conj", "nsubj", "parataxis") or self.forms.is_predicate(head)
        taken = taken or is_given_up(tree, head, tree.case(head))
        told = self.governors.made(head, "infinitive", above if taken else Told("happened"))
        negation = self.forms.negation(token)
        return told if negation is None else told.turned((negation, token))

    def _fit(self, token: int, head: int, own: Told | None, above: Told) -> Told:
        """ "the first to leave" left; "food to eat" is for eating."""
        near = {self.tree.lower[child] for child in (head, *self.tree.having(head, "amod", "nummod", "det"))}
        most = [child for child in self.tree.having(head, "amod") if self.tree.sentence.xpos[child] == "JJS"]
        superlative = any(self.tree.lower[child] not in FITTEST for child in most)  # "the best place to live"
        if superlative or near & ONLY:
            return above
        return own or Told("planned", (token,))

    # Conditions

    def _tied(self, token: int, told: Told) -> Told:
        """What a condition makes of its own clause and of what hangs on it."""
        tied = self.antecedents.get(token)
        barred = tied is not None and tied.is_unreal and self.ties.bars(tied)
        if tied is not None and barred and tied.antecedent[0] <= token <= tied.antecedent[-1]:
            return Told("happened", tied.opening)  # "but for the 8 billion that was put in": it was
        if tied is not None and tied.is_unreal:
            denied = self.forms.negation(token) is None  # "had it not rained": it did
            return Told("happened", tied.opening, denied=denied, unreal=True)
        if tied is not None:
            return Told("conditional", tied.opening)
        tied = self.consequents.get(token) or self._hanging(token, told)
        if tied is None or (told.status == "ongoing" and self.tree.lower[tied.opening[0]] in self.waiting):
            return told
        if tied.is_unreal:
            return Told("happened", tied.opening, denied=True, unreal=True)
        tells = told.is_open or told.status == "ongoing" or self._is_own_term(token, tied)
        return Told("conditional", tied.opening, told.denied) if tells else told

    def _is_own_term(self, token: int, tied: Tied) -> bool:
        """ "Raised it to 4%, with another 2% subject to approval": a term that the sum has, whatever else was done."""
        sum_ = self.tree.sentence.upos[token] in ("NUM", "SYM") or self.tree.having(token, "nummod")
        return bool(sum_) and self.tree.base[tied.top] == "acl" and self.tree.head(tied.top) == token

    def _hanging(self, token: int, told: Told) -> Tied | None:
        """Of "if it rains, the dam will overflow and 31 villages will flood" the condition of the flooding."""
        first = token
        while self.tree.base[first] == "conj" and self.tree.head(first) >= 0:
            first = self.tree.head(first)
        now = told.status == "ongoing" and self.tree.sentence.xpos[token] in ("VBZ", "VBP")
        now = now and self.tree.lemma(token) not in self.forms.lasting  # "and I have eight wages to pay"
        now = now and self.governors.leaves(token) is None  # "and 5,000 jobs disappear", but not "and she vows to"
        tied = self.consequents.get(first) if first != token and (told.is_open or now) else None
        if now and tied is not None:
            both = self.tree.head(token) == tied.head > tied.antecedent[-1] and not self.tree.having(token, "mark")
            return tied if both and self.tree.sentence.xpos[tied.head] in ("VBZ", "VBP") else None
        return tied if tied is not None and token in tied.consequent else None
