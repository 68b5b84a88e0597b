"""What others make of what was told, set behind it: "police said 40 were hurt, a number the hospital disputes".

A parser hangs such a remark on anything and takes its verb for a noun; its words stand in one order alone: a comma, "a
figure", who disputes it, and by which verb. What was told is told as it was, and the remark is none of it.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.claims.attribution.counts import Counts
from reportedly.claims.attribution.shares import NAMING
from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.attribution.speakers import Said
from reportedly.claims.lexicons import either, words

ARTICLES = frozenset({"a", "an"})
RELATIVE = frozenset({"that", "which"})
PAST = frozenset({"VBN", "VBD"})


class Rejoined(Counts):
    """Finds the remarks of a sentence that dispute what stands before them."""

    def _with_rejoined(self, found: list[Said]) -> list[Said]:
        """The sayings with each remark's own, and without what a parse made of its words."""
        for first, end, rejoined in self._rejoined():
            held = [said for said in found if said.verb == rejoined.verb and said.head is not None]
            if any(said.way in ("said", "denied") for said in held):  # so it is meant, also where the name is wrong
                rejoined = replace(rejoined, way="denied")
            apart = range(first, end)
            cut = [s.of(tuple(t for t in s.content if t not in apart)) if s.verb < first else s for s in found]
            found = [*(said for said in cut if said.content and said.verb != rejoined.verb), rejoined]
        return found

    def _rejoined(self) -> Iterator[tuple[int, int, Said]]:
        """Where each remark begins and ends, and its saying."""
        lower = self.tree.lower
        told = either(("attribution", "tellings", "words"), ("attribution", "told", "words"))
        for first in (t for t in range(2, len(lower) - 3) if lower[t] in ARTICLES and lower[t - 1] == ","):
            noun = first + 1 + (self.upos[first + 1] == "ADJ")
            if self.quoted[first] < 0 and self.tree.lemma(noun) in told:
                end = next((t for t in range(noun, len(lower)) if self.stops[t]), len(lower))
                if (said := self._disputed_between(first, noun, end)) is not None:
                    yield first, end, said

    def _disputed_between(self, first: int, noun: int, end: int) -> Said | None:
        """Who disputes it: "a figure the company disputes", "a claim that the army called false", "disputed by"."""
        low = noun + 1 + (self.tree.lower[noun + 1] in RELATIVE)
        if self.xpos[low] in PAST and self.tree.lower[low + 1] == "by" and self._denying(low):
            verb, low, high = low, low + 2, end
        else:
            verb = next((t for t in range(low + 1, end) if self._ends_remark(t, end)), end)
            high = verb
            while high > low and self.upos[high - 1] in ("AUX", "ADV"):
                high -= 1
        names = self.upos[low:high]
        if verb >= end or not names or not set(names) <= {*NAMING, "PRON", "ADP"} or self.upos[low] == "ADP":
            return None
        head = self._head_in(low, high)
        if head is None or not (can_tell(self.tree, head) or self.xpos[head] == "NNS"):
            return None
        start = next((t + 1 for t in reversed(range(first - 1)) if self._parts(t)), 0)
        content = self._trimmed(range(start, first - 1))
        return Said(verb, (verb,), head, tuple(range(low, high)), content, "rejoined") if content else None

    def _denying(self, token: int) -> bool:
        """Whether a word denies or doubts, whatever the parse takes it for: "the shipping company disputes"."""
        lemma = self.tree.lemma(token)
        return any(lemma in words("attribution", "verbs", stance) for stance in ("denies", "doubts"))

    def _ends_remark(self, token: int, end: int) -> bool:
        """Whether a remark's verb ends it, or calls what was told untrue."""
        tree, untrue = self.tree, words("attribution", "untrue", "words")
        if self.upos[token - 1] not in (*NAMING, "PRON", "ADV", "AUX") or self.upos[token] not in ("VERB", "NOUN"):
            return False
        if self._denying(token):
            return token == end - 1 or self.upos[token] == "VERB"
        calls = self.upos[token] == "VERB" and tree.lemma(token) in words("attribution", "untrue", "verbs")
        return calls and any(tree.lower[t] in untrue or tree.lemma(t) in untrue for t in range(token + 1, end))
