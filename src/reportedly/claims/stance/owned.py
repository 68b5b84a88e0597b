"""What a noun's own words tell of it: "the planned cuts", "the 4.5 million forecast in April".

Whatever its clause says, what is so told of is planned, foreseen, or there ("the 300 who live there"); a noun that
points back is taken for granted.
"""

from reportedly.claims.lexicons import listed, words
from reportedly.claims.persons import is_people
from reportedly.claims.stance.forms import Forms
from reportedly.claims.stance.frames import OPEN
from reportedly.claims.stance.governors import Governors, adjective
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree

HAVING = frozenset({"have", "get", "having", "getting"})
CURRENT = frozenset({"current", "existing", "present-day"})
RANGES = frozenset({"low", "mid", "high"})  # "a loss in the low hundreds of millions"
RELATIVE = frozenset({"who", "which", "that"})
POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})


class Owned:
    """Reads what stands beside the nouns of one sentence."""

    realising = listed("stance", "planned", "realising")
    foretelling = listed("stance", "planned", "foretelling")
    past = listed("stance", "past_adverbs", "words")
    qualities = listed("stance", "qualities", "words")
    personal = listed("stance", "qualities", "personal")
    bringing = listed("stance", "deeds", "bringing")
    befallen = listed("stance", "deeds", "befallen")
    looking = listed("stance", "crediting", "looking")
    harmed = listed("stance", "crediting", "befallen")
    wakes = listed("stance", "crediting", "wakes")

    def __init__(self, tree: Tree, forms: Forms, governors: Governors) -> None:
        self.tree, self.forms, self.governors = tree, forms, governors

    def modified(self, token: int) -> Told | None:
        """ "the planned cuts", "a draft budget", "previously dispatched troops"."""
        tree = self.tree
        for child in tree.having(token, "amod", "compound"):
            status = adjective(tree.lower[child])
            if status is not None and not self._modifies(child, token):
                continue
            compared = "than" in tree.lower[max(child - 2, 0) : child]  # "a lower-than-expected 5.2%"
            if status in OPEN and self._is_realised(token):
                continue
            if status is not None and not compared and (tree.base[child] == "amod" or status == "planned"):
                return Told(status, (child,))
        if (now := self._is_current(token)) is not None:
            return Told("ongoing", (now,))
        for child in tree.having(token, "amod", "acl"):
            past = [adverb for adverb in tree.having(child, "advmod") if tree.lower[adverb] in self.past]
            if past and tree.sentence.xpos[child] == "VBN":
                return Told("happened", (*past, child))
        return self._titled(token) or self._to_come(token) or self._in_phrase(token) or self._foretold(token)

    def _is_current(self, token: int) -> int | None:
        """ "The purchase includes its five current models": they are there, but not "will scrap 40 existing jets"."""
        tree, top = self.tree, token
        while tree.base[top] in ("conj", "appos") and tree.head(top) >= 0:
            top = tree.head(top)
        undergone = tree.sentence.relations[top] in ("obj", "nsubj:pass")
        if undergone and tree.lemma(tree.head(top)) not in words("stance", "planned", "containing"):
            return None
        return next((t for t in tree.having(token, "amod") if tree.lower[t] in CURRENT), None)

    def _is_realised(self, noun: int) -> bool:
        """Whether what was to come is told to have come: "the ten promised wells have been drilled"."""
        tree, verb = self.tree, self.tree.head(noun)
        subject = tree.base[noun] == "nsubj" and verb >= 0 and tree.lemma(verb) in self.realising
        own = self.forms.own(verb) if subject else None
        return own is not None and own.status == "happened" and not own.denied

    def _modifies(self, adjective: int, noun: int) -> bool:
        """Whether an adjective says before a noun what it says of one: not of "important sites", "likely voters"."""
        lower = self.tree.lower[adjective]
        return lower not in self.qualities and not (lower in self.personal and is_people(self.tree.lemma(noun)))

    def _foretold(self, token: int) -> Told | None:
        """ "the $3 million it had promised", "the 4.5 million forecast in April"."""
        tree = self.tree
        for child in tree.having(token, "acl", "appos"):
            relative = tree.sentence.relations[child] == "acl:relcl"
            pointed = any(tree.lower[s] in RELATIVE for s in tree.having(child, "nsubj"))
            if self._is_apart(child) if relative else tree.base[child - 1] == "punct":
                continue  # "the evacuation, ordered on Friday, was called off", "1 percent, the bank estimated"
            gap = bool(tree.having(child, "nsubj")) and not pointed if relative else tree.sentence.xpos[child] == "VBN"
            whole = tree.having(child, "xcomp", "ccomp", *(("obj",) if relative else ()))
            whole = tuple(t for t in whole if tree.lower[t] not in RELATIVE)  # "the 900 that it had promised"
            sought = self.governors.key(child) + (" for" if tree.lower[child + 1 : child + 2] == ("for",) else "")
            open_ = gap and not self.foretelling.isdisjoint((sought, self.governors.key(child))) and not whole
            if open_:
                return Told(self.governors.leaves(child) or "expected", (child,))  # "had braced for"
            if gap and relative and (told := self._said(child) or self._sought(child)) is not None:
                return told
        return None

    def _sought(self, clause: int) -> Told | None:
        """ "the 1.2 million tickets they need to sell"."""
        status = self.governors.leaves(clause)
        if status is None or status not in OPEN:
            return None
        for deed in self.tree.having(clause, "xcomp"):
            last = deed
            while helped := self.tree.having(last, "xcomp"):
                last = helped[0]  # "the sum they pledged to help pay"
            if "to" in self.tree.case(deed) and not self.tree.having(last, "obj", "ccomp"):
                return Told(status, (clause,))
        return None

    def _said(self, clause: int) -> Told | None:
        """ "the 8,000 jobs that the firm said would go", "the 3 billion it said it would invest"."""
        tree = self.tree
        for content in tree.having(clause, "ccomp"):
            told = self.forms.own(content)
            gap = not tree.having(content, "nsubj") or not tree.having(content, "obj", "ccomp", "xcomp", "mark")
            if gap and told is not None and told.is_open and not told.denied:
                return told
        return None

    def _is_apart(self, clause: int) -> bool:
        """Whether a comma stands before a clause, so that it leaves out no thing: "1 percent, the bank estimated"."""
        first = self.tree.under(clause)[0]
        return "punct" in (self.tree.base[first], self.tree.base[first - 1])

    def _was(self, token: int) -> Told | None:
        """ "will write off the $170 million it spent", "move the 300 families who live there": those are so."""
        tree = self.tree
        known = self._points(token)
        made = (
            tree.base[token] == "obj" and tree.lower[tree.head(token)] in HAVING
        )  # "to have the 96,000 tonnes pumped out"
        for child in tree.having(token, "acl") if known and not made else ():
            if tree.having(token, "nummod") and self._is_done(child):
                return Told("happened", (child,))
        for child in tree.having(token, "acl:relcl"):
            pointed = any(tree.lower[s] in RELATIVE for s in tree.having(child, "nsubj"))
            many = bool(tree.having(token, "nummod")) or tree.sentence.upos[token] == "NUM"
            whole = tree.having(child, "obj", "ccomp", "xcomp") if not pointed else not many
            whole = whole or self.governors.leaves(child) is not None or self._is_apart(child)
            told = None if whole or not known or not tree.having(child, "nsubj") else self.forms.own(child)
            if told is not None and told.is_real and (pointed or told.status == "happened"):
                return Told(told.status, (child,))
        return None

    def _is_done(self, participle: int) -> bool:
        """ "the 18,000 tickets sold before", but not "the 300 homes planned", nor "the 40 men employed"."""
        state = self.tree.lemma(participle) in words("stance", "deeds", "states")
        open_ = self.governors.leaves(participle) is not None or self._is_apart(participle)
        past = self.tree.sentence.xpos[participle] == "VBN"
        return past and not state and not open_ and not self.tree.having(participle, "xcomp", "aux", "aux:pass")

    def _titled(self, token: int) -> Told | None:
        """ "200 hens to be culled", in a headline."""
        tree = self.tree
        if not self.forms.opens_title(token):
            return None
        own = [self.forms.own(child) for child in tree.having(token, "acl")]
        return next((told for told in own if told is not None and told.status in ("planned", "expected")), None)

    def _in_phrase(self, token: int) -> Told | None:
        """ "jobs at risk"."""
        if self.tree.lower[token] == "those":
            return None  # "60% of those at risk are protected"
        phrases = [(child, self.forms.phrase(child)) for child in self.tree.having(token, "nmod")]
        return next((Told(status, (child,)) for child, status in phrases if status is not None), None)

    def _is_known(self, token: int) -> bool:
        """Whether a noun points back, so that what it names is taken for granted; what is counted anew is not."""
        tree = self.tree
        of = [child for child in tree.having(token, "nmod") if tree.case(child) == "of"]
        if any(tree.having(child, "nummod") or tree.sentence.upos[child] == "NUM" for child in of):
            return False  # "with the loss of 430 jobs", "the crew of 22"
        brought = tree.lemma(tree.head(token)) in self.bringing and bool(tree.having(token, "nmod"))
        if brought and not tree.having(token, "nmod:poss"):
            return False  # "may result in the death of bystanders"
        many = tree.having(token, "nummod") or any(tree.lower[t] in RANGES for t in tree.having(token, "amod"))
        return self._points(token) and not many and tree.sentence.upos[token] == "NOUN"

    def _is_befallen(self, noun: int) -> bool:
        """ "The shooting of two officers": a deed that is spoken of as known."""
        tree = self.tree
        known = any(tree.lower[t] in POINTING for t in tree.having(noun, "det")) or bool(tree.having(noun, "nmod:poss"))
        return known and (tree.lemma(noun) in self.befallen or tree.lemma(noun) in self.harmed)

    def _measures(self, token: int, head: int) -> bool:
        """Whether a number with a hyphen tells how large a known thing is: "the 5,400-strong mission"."""
        tree = self.tree
        tied = "-" in (tree.lower[token - 1], *(tree.lower[t] for t in tree.children[token]))
        return tied and self._points(head) and bool(tree.having(token, "nummod", "compound"))

    def _to_come(self, token: int) -> Told | None:
        """ "up to 300 soldiers who might come": what only its own clause tells of."""
        tree = self.tree
        many = any(tree.lower[t] in words("stance", "amounts", "words") for t in tree.having(token, "amod"))
        if not many and not tree.having(token, "nummod", "compound"):
            return None
        for child in tree.having(token, "acl"):
            to_be = {tree.lower[t] for t in tree.having(child, "mark", "aux:pass")} >= {"to", "be"}
            if to_be and not self._is_apart(child) and child > token:
                return Told("planned", (child,))  # "of the 940 posts to be cut"
        left = tree.base[token] == "obj" and tree.lemma(tree.head(token)) == "leave"
        for child in tree.having(tree.head(token), "xcomp") if left else ():
            if {tree.lower[t] for t in tree.having(child, "mark", "aux:pass")} >= {"to", "be"}:
                return Told("planned", (child,))  # "leaving 970 billion to be borrowed"
        if self._points(token):
            return None
        for child in tree.having(token, "acl:relcl", "advcl:relcl"):
            told = self.forms.own(child)
            pointed = any(tree.lower[s] in RELATIVE for s in tree.having(child, "nsubj"))
            if told is not None and pointed and told.is_open and not self._is_apart(child):
                return told
        return None

    def _points(self, token: int) -> bool:
        """Of "the attack", "her attack", "Monday's attack"."""
        tree = self.tree
        owners = (owner for owner in tree.having(token, "nmod:poss") if not tree.having(owner, "nummod"))
        return any(True for _ in owners) or any(tree.lower[c] in POINTING for c in tree.having(token, "det"))
