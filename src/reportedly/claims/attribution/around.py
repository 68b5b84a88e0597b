"""What is said around a saying set between pauses: "rents, he said, had doubled".

What stands before the speaker may be where he spoke, another's saying or the teller's words, and none of his.
"""

from reportedly.claims.attribution.pauses import CLAUSE, DASHES, RELATIVES, SUBORDINATE, Pauses
from reportedly.claims.attribution.speakers import FINITE, JOINING
from reportedly.claims.lexicons import words

ALL_STANCES = ("asserts", "supposes", "denies", "doubts", "asks")
TELLERS = frozenset({"who", "which", "when", "after", "as", "where", "whose"})
JOINED = frozenset({"and", "but", "yet"})  # joins a second clause
ADDED = frozenset({"and", "while", "whereas", "but", "though", "although"})  # joins what the teller goes on with


class Around(Pauses):
    """Finds what is said on either side of its speaker."""

    def _around(self, verb: int) -> tuple[int, ...]:
        """All that stands around a saying set between pauses: "rents, he said, had doubled"."""
        low, high, _ = self._insertion(verb)
        if not 0 < low < high:
            return ()
        start = low
        while start and not self._parts(start - 1):
            start -= 1
        start = self._behind_telling(self._second_clause(start, low), low)
        start = low if self._is_setting(start, low, high) else self._in_relative(start, low)
        high = self._past_relative(high)
        end = high
        told = any(self.xpos[t] in FINITE or self.xpos[t] == "MD" for t in range(start, low))
        # "In the nineties, she said, when she earned $20,000, a guest ..." has told nothing before
        while (self._goes_on(verb, high) or not told) and end < len(self.upos) and not self._parts(end):
            end += 1
        if start < low and self.quoted[start] >= 0 and self.quoted[start] == self.quoted[low - 1]:
            # "'It is over,' said Ana Ruiz, a member of the board": behind a speech who speaks is told of
            return (*range(start, low), *(token for token in range(high, end) if self.quoted[token] >= 0))
        return self._in_same_quotation(verb, (*range(start, low), *range(high, end)))

    def _in_same_quotation(self, verb: int, found: tuple[int, ...]) -> tuple[int, ...]:
        """Of what stands around a quoted saying what is quoted with it: "'You see, it is over,' he said"."""
        if self.quoted[verb] < 0:
            return found
        inside = tuple(token for token in found if self.quoted[token] == self.quoted[verb])
        return () if all(self.upos[token] == "PUNCT" for token in inside) else inside

    def _has_teller(self, start: int, end: int) -> bool:
        """Whether somebody tells something in a stretch, outside quotations: "she said that it was over"."""
        told = words("sayings", "clausal", "verbs")
        verbs = (t for t in range(start, end) if self.xpos[t] in FINITE and self.quoted[t] < 0)
        return any(self.tree.lemma(t) in told and min(self.tree.having(t, "nsubj"), default=t) < t for t in verbs)

    def _behind_telling(self, start: int, low: int) -> int:
        """Where what is said begins in "Brito said it was late - 'We begin anew,' she said": behind what is told.

        Behind a dash, or where one speaks both; all of "Brito said: 'We begin anew,' the paper wrote" is the paper's.
        """
        mark = self.quoted[low - 1]
        if mark < 0 or self.quoted[start] == mark:
            return start
        opening = next(t for t in range(start, low) if self.quoted[t] == mark)
        apart = self.tree.lower[opening - 1] in DASHES or self.upos[low] == "PRON"
        return opening if apart and self._has_teller(start, opening) else start

    def _second_clause(self, start: int, low: int) -> int:
        """Where what is said begins in "it lasted 20 seconds, but in the old town, residents say, it was felt".

        A saying set into a second clause before its verb is of that clause alone.
        """
        joints = [t for t in range(start + 1, low) if self.tree.lower[t] in JOINED and self.quoted[t] < 0]
        asked = [t for t in joints if self.tree.lower[t + 1] in SUBORDINATE and self.tree.lower[low - 1] == ","]
        if asked and self._has_teller(start, asked[-1]):
            return asked[-1] + 1  # "He said he saw nobody, and when asked who called, he said, 'No idea'"
        if not joints or any(self.xpos[t] in FINITE or self.xpos[t] == "MD" for t in range(joints[-1], low)):
            return start
        told = any(self.xpos[t] in FINITE for t in range(start, joints[-1]))
        after = joints[-1] + 1
        paused = self.tree.lower[after] == ","
        opened = self.tree.lower[joints[-1] - 1] == "," or paused
        fronted = paused or self.upos[after] in ("ADP", "ADV", "SCONJ")
        return after if told and opened and fronted else start

    def _is_setting(self, start: int, low: int, high: int) -> bool:
        """Whether what stands before a speaker tells where he spoke: "In a letter, she wrote: 'We are leaving'"."""
        phrase = range(start, low)
        if self._is_scene(start, low, high):
            return True
        if high + 1 >= len(self.upos) or not phrase or self.upos[start] != "ADP" or CLAUSE & set(self.xpos[start:low]):
            return False
        if self.tree.lower[start:low] in (("of", "course", ","), ("in", "other", "words", ",")):
            return False
        told = any(self.tree.lemma(token) in words("sayings", "settings", "words") for token in phrase)
        return told or self.tree.lower[high] == ":" or self.quoted[high + 1] >= 0

    def _is_scene(self, start: int, low: int, high: int) -> bool:
        """ "On Friday, as a guest was led out, he said, 'Let him stay'": a whole sentence is quoted, and no more."""
        begin = high + 2
        opened = self.tree.lower[high : high + 1] in ((",",), (":",)) and begin < len(self.upos)
        first = start + (self.upos[start] == "CCONJ")
        # "After Brito said that it was 'too late,' Okoro said: 'We will see'": of what another said his is not made
        others = self.upos[first] == "SCONJ" and self._has_teller(first, low)
        if not opened or self.quoted[high + 1] < 0 or (self.quoted[low - 1] >= 0 and not others):
            return False
        whole = self.tree.sentence.words[begin][:1].isupper() and self.upos[begin] not in ("PROPN", "NOUN")
        asked = self.xpos[first] == "VBN" and self.tree.lemma(first) == "ask"
        return whole and (asked or self.upos[first] in ("ADP", "SCONJ", "ADV"))

    def _in_relative(self, start: int, low: int) -> int:
        """Where what is said begins; in ", of whom, unions fear, a fifth would have to go" with the relative clause."""
        at = low - 2
        if at <= start or self.tree.lower[low - 1] != "," or self.xpos[at] not in RELATIVES:
            return start
        at -= self.upos[at - 1] == "ADP"
        while at - 1 > start and self.upos[at - 1] in ("NUM", "ADV"):  # ", 600 of whom, the union says, ..."
            at -= 1
        return at

    def _past_relative(self, high: int) -> int:
        """The pause behind what is told of the speaker: "argues Ana Ruiz, who has studied it, would hold"."""
        after = self.tree.lower[high + 1] if high + 1 < len(self.upos) else ""
        closing = next((t for t in range(high + 2, len(self.upos)) if self.stops[t]), high)
        named = after in ("a", "an") and self._is_name(high + 1, closing)  # "warned Agora, a think tank, ..."
        if not named and after not in ("who", "which", "whose"):
            return high
        led = self.upos[0] in ("SCONJ", "ADP")  # "unless it rains, says Ana Ruiz, who farms there, ..."
        goes_on = closing + 1 < len(self.upos) and (
            self.tree.lower[closing + 1] == "and"
            or self.xpos[closing + 1] in (*FINITE, "MD")
            or self.quoted[closing + 1] >= 0
            or (led and self.tree.lower[closing + 1] not in JOINING)
        )
        return closing if self.tree.lower[closing] == "," and goes_on else high

    def _goes_on(self, verb: int, high: int) -> bool:
        """Whether what is said goes on behind the saying; a clause joined there, or a participle, is the teller's."""
        after = high + 1
        if after >= len(self.upos) or self.quoted[after] >= 0:
            return True
        if self._is_occasion(after):
            return False
        word, deed = self.tree.lower[after], self.xpos[after] == "VBG" and self.tree.base[after] not in ("case", "mark")
        if word in ("and", "but") and self._goes_on_without_subject(verb, after + 1):
            return True
        if word == "which" and self.tree.lemma(self.tree.head(after)) in words("attribution", "totalling", "verbs"):
            return True  # "two died, police said, which takes the toll to 40"
        if deed and self._is_effect(after):
            return True
        if word in ADDED and not self._is_told_by_another(after + 1):
            return True  # "20,000 are ill, the fund says, and one in ten may not survive"
        return not deed and word not in JOINING | ADDED and word not in TELLERS

    def _is_effect(self, deed: int) -> bool:
        """ "A bomb went off, police said, killing 12": what was done by what is told, and not by who speaks."""
        clause = self.tree.head(deed)
        speaks = clause < 0 or self.tree.lemma(clause) in words("sayings", "clausal", "verbs")
        return not speaks and clause < deed and self.tree.lemma(deed) in words("attribution", "told", "effects")

    def _is_occasion(self, after: int) -> bool:
        """Whether the rest tells only where he spoke: "Some 40 died, said the mayor, Ivo Kranj, in a statement"."""
        noun = self.tree.head(after)
        end = next((t for t in range(after, len(self.upos)) if self._parts(t) or self.stops[t]), len(self.upos))
        if self.upos[after] != "ADP" or not after < noun < end or not (end >= len(self.upos) or self._parts(end)):
            return False
        told = any(self.xpos[t] in FINITE or self.xpos[t] == "MD" for t in range(after, end))
        return not told and self.tree.lemma(noun) in words("sayings", "settings", "words")

    def _goes_on_without_subject(self, saying: int, token: int) -> bool:
        """ "has frozen $4m, people said, and is weighing more": the verb goes on with the clause before."""
        while token < len(self.upos) and self.upos[token] == "ADV":
            token += 1
        if token >= len(self.upos) or self.upos[token] not in ("AUX", "VERB"):
            return False
        # "he said, and warned of more", but not "plans a sale, two sources said, and hopes for more"
        speaks = self.tree.lemma(token) in words("sayings", "participles", "verbs")
        speaks = speaks and (self.xpos[token] == self.xpos[saying] or self.xpos[token] not in FINITE)
        return not speaks and self.xpos[token] in (*FINITE, "MD", "VB") and not self.tree.having(token, "nsubj")

    def _is_told_by_another(self, token: int) -> bool:
        """Whether the clause that opens at a token is somebody's own word: "and landlords fear as many as 4,000"."""
        verb = next(
            (t for t in range(token, len(self.upos)) if self.xpos[t] in FINITE and self.upos[t] == "VERB"), None
        )
        if verb is None or self.tree.lemma(verb) in words("sayings", "effecting", "verbs"):
            return False
        return any(self.tree.lemma(verb) in words("attribution", "verbs", stance) for stance in ALL_STANCES)
