"""Who tells it, in one sentence, wherever a parse has hung him: before a clause, on his town, on what he tells.

A subject or an agent says it, unless the parser has given the subject to the clause that is told; else who stands right
before the verb, or right behind it where pauses set the saying off.
"""

from collections.abc import Iterable

from reportedly.claims.attribution.shares import NAMING
from reportedly.claims.attribution.sourced import POSSESSIVE, Sourced
from reportedly.claims.attribution.speakers import FINITE, Way
from reportedly.claims.lexicons import words

ENDS = frozenset({".", ";", ")"})
TELLING = frozenset({"VERB", "AUX", "PRON", "SCONJ"})  # words of a clause, of which a name has none


class Tellers(Sourced):
    """Finds the head and the words of who tells it."""

    def _source(self, verb: int, way: Way, content: Iterable[int]) -> int | None:
        """The head of who says it: the subject, the agent of a passive, or who stands behind an inserted verb."""
        tree = self.tree
        if self._is_passive(verb, way):
            return self._agent(verb)
        head = self._subject(verb)
        if head is None and way == "said":
            spoken = next((child for child in tree.having(verb, "obj") if child not in content), None)
            head = self._after(verb) if spoken is None else spoken
            head = self._borrowed(verb) if head is None else head
            head = self._introduced(verb) if head is None else head
            head = self._named_by(verb) if head is None else head
        return self._behind_seat(head, verb)

    def _behind_seat(self, head: int | None, verb: int) -> int | None:
        """ "Arden, Mass.-based Falk Foods said": who has a seat there and not the town."""
        seats = range(verb if head is None else head + 1, verb)
        based = next((t for t in seats if self.tree.lower[t] == "based"), verb)
        if based + 1 >= verb or self.stops[based + 1] or "," not in self.tree.lower[head:based]:
            return head
        return self._head_in(based + 1, verb) or head

    def _named_by(self, verb: int) -> int | None:
        """ "The water board's Mira Oss said": the name before the verb, which a parse may hang on the board."""
        if self.xpos[verb] not in FINITE or not verb or self.upos[verb - 1] != "PROPN":
            return None
        first = verb - 1
        while first and self.upos[first - 1] == "PROPN":
            first -= 1
        return first if first and self.tree.lower[first - 1] in POSSESSIVE else None

    def _borrowed(self, verb: int) -> int | None:
        """The subject that a parser has given to the clause: of "a man who left his card said he had walked"."""
        for clause in self.tree.having(verb, "ccomp"):
            subjects = self.tree.having(clause, "nsubj")
            if len(subjects) > 1 and subjects[0] < verb < subjects[-1]:
                return subjects[0]
        return None

    def _introduced(self, verb: int) -> int | None:
        """ "A month after its chief, Lars Holm, told staff": a name between commas right before the verb."""
        if not verb or self.tree.lower[verb - 1] != "," or not self._is_finite(verb):
            return None
        low = self._back_to_pause(verb - 1)
        if low > 1 and self.xpos[low] in ("VBN", "VBG", "WDT", "WP") and self.tree.lower[low - 1] == ",":
            return self._before_insert(low - 1)
        head = self._head_in(low, verb - 1) if low and self._is_name(low, verb - 1) else None
        if head is not None and self.tree.base[head] == "appos" and 0 <= self.tree.head(head) < head:
            return self.tree.head(head)
        return head

    def _before_insert(self, comma: int) -> int | None:
        """Who stands before a clause between commas: "the adviser, asked in parliament, said"."""
        low = comma
        while low and (self.upos[low - 1] in NAMING or self.tree.lower[low - 1] in ("of", "for", "at", "in")):
            low -= 1
        while low < comma and self.upos[low] == "ADP":
            low += 1
        return self._head_in(low, comma) if low < comma else None

    def _is_passive(self, verb: int, way: Way) -> bool:
        tree = self.tree
        if tree.lemma(verb) in words("attribution", "convincing", "verbs") and way == "said":
            return False  # "is convinced that": who is so believes it
        if way == "held" and tree.lemma(verb) in words("sayings", "bearing", "verbs") and self._agent(verb) is None:
            return False  # "is focused on": it is on the mind of the subject
        if tree.having(verb, "aux:pass") or (way == "said" and self._complement(verb)):
            return True
        if self._is_reduced(verb):
            return True
        if tree.lemma(verb) == "say" and self.xpos[verb + 1 : verb + 2] == ("TO",) and self.xpos[verb] != "VBZ":
            return True  # "a man said to be their chief": nobody says to be
        subjects = tree.having(verb, "nsubj")
        asked = tree.lemma(verb) == "ask" and self.xpos[verb] != "VBG"
        if asked and tree.base[verb] in ("advcl", "acl") and not subjects:
            return True  # "asked whether 400 were on their way, he laughed"
        if self.xpos[verb] != "VBN" or tree.having(verb, "aux"):
            return False
        if self.kind == "body" and subjects and tree.base[verb] == "root":
            return False  # "hackers purported to have copied": a past that a parser takes for a participle
        return (
            not subjects
            if tree.base[verb] in ("acl", "advcl") or self._is_impersonal(verb)
            else way == "held" and "nsubj:pass" in (tree.sentence.relations[child] for child in subjects)
        )

    def _words_of(self, verb: int, head: int | None, low: int) -> tuple[int, ...]:
        """The words of a source; those of one set between pauses reach from the pause to the verb."""
        if head is None:
            return ()
        phrase = self._phrase(head, verb)
        if low == verb and self._is_finite(verb):
            behind = self._named_behind(verb)
            short = behind is not None and len(phrase) == 1
            return self._with_calling(verb, self._trimmed(range(verb + 1, behind[0])) if behind and short else phrase)
        if low and head < verb:
            return self._trimmed(
                token for token in range(low, verb) if self.upos[token] not in ("AUX", "ADV") or token in phrase
            )
        return self._with_calling(verb, phrase)

    def _with_calling(self, verb: int, phrase: tuple[int, ...]) -> tuple[int, ...]:
        """With all that commas add to a name behind its verb: "said Ana Ruiz, head of a union and ally of it"."""
        if not phrase or phrase[0] != verb + 1 or not verb or not self.stops[verb - 1]:
            return phrase
        end, size = phrase[-1] + 1, len(self.upos)
        while end < size and self.quoted[end] < 0:
            first = end + 1 if self.tree.lower[end] == "," else end
            opens = NAMING if first > end else ("ADP",) if self.tree.lower[end - 1] != "," else ()
            if first >= size or self.upos[first] not in opens or (first == end and "," not in self._said_in(phrase)):
                break
            last = next((t for t in range(first, size) if self.stops[t]), size)
            told = any(self.upos[t] in TELLING or self.quoted[t] >= 0 or self._is_time(t) for t in range(first, last))
            if told or not any(self.upos[t] in ("NOUN", "PROPN", "NUM") for t in range(first, last)):
                break
            end = last
        ends = end >= size or self.tree.lower[end] in ENDS
        return (*phrase, *range(phrase[-1] + 1, end)) if ends else phrase

    def _said_in(self, tokens: Iterable[int]) -> list[str]:
        return [self.tree.lower[token] for token in tokens]
