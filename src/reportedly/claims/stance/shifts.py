"""What was so when somebody told of it is so: of "said 212 were missing" the past is that of "said".

English tells a state in the past because the telling is past (Quirk et al. 1985, on backshift). A deed is left in the
past, and so is a state that is given a time of its own, or the very words of whoever speaks.
"""

from collections.abc import Sequence

from reportedly.claims.lexicons import listed, words
from reportedly.claims.stance.forms import Forms
from reportedly.claims.trees import Tree

TOLD = frozenset({"ccomp", "parataxis"})
NOW = frozenset({"today"})
THEN = frozenset({"then", "ago", "earlier", "previously", "formerly", "once", "yesterday", "when", "before", "until"})
PAST = frozenset({"would", "did", "had", "could"})
YEAR = 4  # digits


class Shifts:
    """Finds the states of one sentence that are told in the past and go on."""

    lasting = listed("stance", "ongoing", "reported")
    travelling = listed("stance", "ongoing", "travelling")
    states = listed("stance", "states", "words")
    phrases = listed("stance", "states", "phrases")
    still = listed("stance", "ongoing_adverbs", "words")
    telling = listed("stance", "ongoing", "telling")

    def __init__(self, tree: Tree, forms: Forms, quoted: Sequence[int]) -> None:
        self.tree, self.forms, self.quoted = tree, forms, quoted

    def goes_on(self, token: int) -> bool:
        """Whether a predicate told in the past is of a state that lasts as it is told."""
        if not self._is_state(token):
            return False
        still = any(self.tree.lower[t] in self.still for t in self.tree.having(token, "advmod"))
        return (still or self._is_told(token)) and not self._is_dated(token, still=still)

    def _is_state(self, token: int) -> bool:
        """ "remained", "were burning", "were missing", "were in hospital"; not "were there", which may be over."""
        tree, xpos = self.tree, self.tree.sentence.xpos
        helpers = tree.having(token, "aux", "cop")
        if not helpers:
            return xpos[token] == "VBD" and tree.lemma(token) in self.lasting
        was = all(xpos[helper] == "VBD" and tree.lemma(helper) == "be" for helper in helpers)
        going = xpos[token] == "VBG" and tree.lemma(token) not in self.travelling
        lasts = tree.lower[token] in self.states or (tree.lemma(token) in self.phrases and bool(tree.case(token)))
        return was and (going or lasts)

    def _is_told(self, token: int) -> bool:
        """Whether the past is that of a verb of saying, and the words are not the speaker's own."""
        tree, place = self.tree, token
        while tree.base[place] == "conj" and tree.head(place) >= 0:
            place = tree.head(place)
        behind = [t for t in tree.having(place, "parataxis") if self._tells(t)]
        teller = tree.head(place) if tree.base[place] in TOLD and not behind else next(iter(behind), -1)
        return teller >= 0 and self._tells(teller) and self.quoted[token] == self.quoted[teller]

    def _tells(self, verb: int) -> bool:
        tree = self.tree
        would = any(tree.lower[t] in PAST for t in tree.having(verb, "aux"))  # "would say only that"
        return (tree.sentence.xpos[verb] == "VBD" or would) and tree.lemma(verb) in self.telling

    def _is_dated(self, token: int, *, still: bool) -> bool:
        """Whether a state has a time of its own: "was closed last week", "was closed when it burned"."""
        tree = self.tree
        if any(tree.lower[t] in THEN for t in tree.having(token, "advmod")):
            return True
        for clause in tree.having(token, "advcl"):
            if any(tree.lower[t] in THEN for t in tree.having(clause, "mark", "advmod")):
                return True
        timed = [t for t in tree.having(token, "obl", "nmod") if not tree.case(t).startswith(("as", "since", "for"))]
        return not still and any(self._is_time(t) or self._is_year(t) for t in timed)

    def _is_time(self, token: int) -> bool:
        lemma = self.tree.lemma(token)
        return lemma in words("times", "words") and lemma not in NOW

    def _is_year(self, token: int) -> bool:
        return len(self.tree.lower[token]) == YEAR and self.tree.lower[token].isdecimal()
