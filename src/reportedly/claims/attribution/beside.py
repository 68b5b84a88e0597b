"""What several say in one sentence, each of it its own: "police said 14 were held, while the union spoke of 60".

A sentence falls into stretches at semicolons and at what sets one clause beside another ("while", "but", "though"). A
stretch that names its own source is that one's, and nobody's of another stretch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from reportedly.claims.attribution.numbered import is_share
from reportedly.claims.attribution.onward import STAYING, goes_on
from reportedly.claims.attribution.speakers import FINITE, Said
from reportedly.claims.attribution.tellers import Tellers
from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people

SETTING = frozenset({"while", "whereas", "but", "although", "though"})  # joins what one says to what another says
OPENING = frozenset({"while", "whereas", "although", "though"})  # opens a clause that another follows behind a comma
COUNTING = frozenset({"NUM", "NOUN", "ADJ"})
STANCES = (("verbs", "asserts"), ("verbs", "denies"), ("verbs", "supposes"))
SPEAKING = frozenset({"said", "source", "counted", "held"})


class Beside(Tellers):
    """Tells apart the sayings that stand beside each other in a sentence."""

    def _each_its_clause(self, found: list[Said]) -> Iterator[Said]:
        """Every saying without the stretches that name another source."""
        if not self._borders:
            yield from found
            return
        found = [self._behind_semicolon(said) for said in found]
        seats = {said.verb: self._seat(said) for said in found if self._is_own_word(said)}
        for said in found:
            seat = seats.get(said.verb)
            others = [o for o in found if o.head != said.head and seats.get(o.verb, seat) != seat]
            yield said if seat is None or not others else self._inside(said, seat, others, seats)

    def _past_semicolon(self, said: Said, found: Iterable[Said]) -> Said:
        """With the clause behind a semicolon that counts some of what is told: "..., police said; 12 died"."""
        if ";" not in self.tree.lower or said.way not in ("said", "source", "counted") or said.head is None:
            return said
        words_ = (*said.content, *said.cue, *said.source)
        first = next((t for t in range(max(words_), len(self.upos)) if self._parts(t)), len(self.upos) - 1)
        if self.tree.lower[first] != ";" or self.quoted[first] >= 0 or self.quoted[said.verb] >= 0:
            return said
        end = next((t for t in range(first + 1, len(self.upos)) if self._parts(t)), len(self.upos))
        clause = range(first + 1, end)
        told = any(o is not said and (o.verb in clause or not set(o.source).isdisjoint(clause)) for o in found)
        own = goes_on(self.tree, first + 1, end) or self._is_of_it(first + 1) or self._is_state(first + 1)
        if told or not (own or self._is_set_back(said, first, end)):
            return said
        return said.of(self._trimmed((*said.content, *clause)))

    def _is_set_back(self, said: Said, semicolon: int, end: int) -> bool:
        """ "..., he told reporters; crews had secured a third": a tense that only what somebody said is told in."""
        closes = semicolon > said.verb > max(said.content) and self.xpos[said.verb] == "VBD"
        telling = words("attribution", "verbs", "asserts")
        tells = any(self.upos[t] == "VERB" and self.tree.lemma(t) in telling for t in range(semicolon + 1, end))
        return (
            closes
            and not tells
            and any(
                self.tree.lower[t] == "had" and self.upos[t] == "AUX" and self.xpos[self.tree.head(t)] == "VBN"
                for t in range(semicolon + 1, end)
            )
        )

    def _is_of_it(self, start: int) -> bool:
        """ "In 2022 it was 640", "a year ago there were 30": what the same count was at another time."""
        verb = next((t for t in range(start, len(self.upos)) if self._is_told(t)), None)
        it = verb is not None and self.tree.lower[verb - 1] in ("it", "they")
        return it and verb is not None and self.tree.lemma(verb) == "be" and self.upos[verb + 1 : verb + 2] == ("NUM",)

    def _is_state(self, start: int) -> bool:
        """ "...; 64 people are still missing", "...; 9% had no opinion": how so many others are, in the same breath."""
        many = (self.upos[start : start + 1], self.upos[start + 1 : start + 2])
        verb = next((t for t in range(start, len(self.upos)) if self._is_told(t)), None)
        if many not in ((("NUM",), ("NOUN",)), (("NUM",), ("SYM",))) or verb is None:
            return False
        people = many[1] == ("SYM",) or is_people(self.tree.lemma(start + 1))
        return people and verb <= start + 3 and (self.tree.lemma(verb) in STAYING or self.tree.lemma(verb) == "have")

    def _behind_semicolon(self, said: Said) -> Said:
        """Without what another clause before a semicolon tells, which a parse may hang on the verb of saying."""
        first = min((said.verb, *said.source))
        low = max((t for t in range(first) if self.tree.lower[t] == ";" and self.quoted[t] < 0), default=-1)
        high = len(self.upos)
        if said.way == "source" and low < first:  # "according to the group 430 are held; a tally stands at 198"
            high = next((t for t in range(first, high) if self.tree.lower[t] == ";" and self.quoted[t] < 0), high)
        kept = self._trimmed(token for token in said.content if low < token < high)
        return said.of(kept) if kept and said.way != "denied" and "so" not in self._said_in(said.cue) else said

    def _inside(self, said: Said, seat: int, others: Iterable[Said], seats: dict[int, int]) -> Said:
        """What is said, from the end of the last stretch before it with another source to the next one."""
        borders = (0, *self._borders, len(self.upos))
        low = max((borders[seats[o.verb] + 1] for o in others if seats[o.verb] < seat), default=0)
        high = min((borders[seats[o.verb]] for o in others if seats[o.verb] > seat), default=len(self.upos))
        return said.of(self._trimmed(token for token in said.content if low <= token < high))

    def _is_own_word(self, said: Said) -> bool:
        """Whether a source outside quotations, told by its own words, says something."""
        named = said.head is not None and bool(said.source) and self.quoted[said.verb] < 0
        if said.head is not None and is_share(self.tree, said.head):
            return False  # "the poll showed that 59 percent disapprove, and 74 percent said": all of it is the poll's
        lemma = self.tree.lemma(said.verb)
        told = said.way != "held" or any(
            lemma in words("attribution", *at) for at in (("objects", "verbs"), ("holding", "verbs"), *STANCES)
        )
        return named and told and said.way in SPEAKING and self.xpos[said.source[0]] not in ("WDT", "WP")

    def _seat(self, said: Said) -> int:
        """The number of the stretch in which the word of saying stands."""
        return sum(border <= said.verb for border in self._borders)

    @cached_property
    def _borders(self) -> tuple[int, ...]:
        """Where the stretches after the first begin."""
        lower = self.tree.lower
        if ";" not in lower and "," not in lower:
            return ()
        found = [t + 1 for t, word in enumerate(lower) if word == ";" and self.quoted[t] < 0]
        for token, word in enumerate(lower):
            opens = word in OPENING and not any(self._is_told(t) for t in range(token))
            if opens and (token == 0 or lower[token - 1] == ",") and self.quoted[token] < 0:
                found += self._closing(token)
            elif token > 1 and lower[token - 1] == "," and self.quoted[token] < 0 and self._sets_beside(token):
                found.append(token)
        return tuple(sorted(found))

    def _sets_beside(self, token: int) -> bool:
        """Whether a word opens a clause that may have a source of its own."""
        word, behind = self.tree.lower[token], self.tree.lower[token + 1 : token + 3]
        if word != "and" and word not in SETTING:
            return False
        if behind == ("according", "to") or (word == "and" and self._is_sourced_number(token + 1)):
            return True
        first = next((t for t in range(token + 1, len(self.upos)) if self.upos[t] != "ADV"), token)
        if behind[:1] == ("that",) or self.upos[first] in ("VERB", "AUX"):
            return False  # "said that 40 had died, but that more were missing", "said it was safe, and warned"
        return word in SETTING or self._is_told_by_another(token + 1)

    def _is_sourced_number(self, token: int) -> bool:
        """Of "and about 1,200, according to the police": a number with what it counts, and its source."""
        while token < len(self.upos) and self.upos[token] in ("ADV", "DET"):
            token += 1
        end = token
        while end < len(self.upos) and self.upos[end] in COUNTING:
            end += 1
        end += self.tree.lower[end : end + 1] == (",",)
        return self.upos[token : token + 1] == ("NUM",) and self.tree.lower[end : end + 2] == ("according", "to")

    def _closing(self, token: int) -> Iterator[int]:
        """Where the main clause begins behind one that opens a sentence: "while 12 were hurt, the ministry said"."""
        verb = next((t for t in range(token + 1, len(self.upos)) if self._is_told(t)), len(self.upos))
        comma = next((t for t in range(verb, len(self.upos)) if self.tree.lower[t] == ","), None)
        if comma is not None:
            yield comma + 1

    def _is_told(self, token: int) -> bool:
        return self.xpos[token] in FINITE or self.xpos[token] == "MD"

    def _without_inserted(self, said: Said, found: Iterable[Said]) -> Said:
        """Without what another says of it: of "the navy believes it sank, a paper reported", the paper."""
        other = [
            o
            for o in found
            if o is not said
            and o.way in ("said", "source")
            and o.verb > said.verb
            and (said.verb in o.content or self.tree.lower[max(0, o.verb - 2) : o.verb] == ("that", ","))
            and o.verb in said.content
        ]
        if said.way == "source":
            return self._of_nearest(said, found)
        if said.way == "hearsay":
            return said
        said = self._up_to_another(said, found)
        if not other:
            return said
        cut = {token for o in other if not said.verb < min(o.content, default=0) for token in (*o.cue, *o.source)}
        first = min(cut, default=len(self.upos))
        theirs = {
            token for o in other for token in o.content
        }  # "wrote that, according to officers, the town had fallen"
        past = [token for token in said.content if token > first and said.verb < first and token not in theirs]
        kept = tuple(token for token in said.content if token not in cut and token not in past)
        return replace(said, content=self._trimmed(kept)) if kept else said

    def _of_nearest(self, said: Said, found: Iterable[Said]) -> Said:
        """What a phrase that names a source tells: no number that another counts behind it.

        In what somebody else says it is the clause alone that it hangs on: "said it would hire 20, whom 300 await,
        according to".
        """
        tree, kept = self.tree, set(said.content)
        for other in found:
            behind = other.way == "source" and min(other.content) > said.verb > min(said.content)
            if behind and other.head != said.head and set(other.content) < kept:
                kept -= {*other.content, *other.cue, *other.source}
            clause = next((t for t in tree.up(said.verb) if tree.base[t].startswith(("acl", "advcl"))), None)
            spoken = other.way == "said" and other.verb < said.verb in other.content and other.head is not None
            if spoken and clause is not None and other.verb < clause in other.content:
                below = tree.under(clause)
                first = min(below)
                kept &= set(below) if self.stops[first] or self.stops[max(0, first - 1)] else kept
        return replace(said, content=self._trimmed(kept)) if kept else said

    def _up_to_another(self, said: Said, found: Iterable[Said]) -> Said:
        """Without a clause that another says: "said 40 had died; 310 are missing, a paper says"."""
        if SETTING.isdisjoint(self.tree.lower) and ";" not in self.tree.lower:
            return said.of(self._trimmed(said.content)) if said.content else said
        starts = [
            min(o.content)
            for o in found
            if o.way in ("said", "source") and o.verb > said.verb and o.head != said.head and said.verb not in o.content
        ]
        starts += [
            min(o.source)
            for o in found
            if o.way != "source" and said.verb < o.verb in said.content and o.source and self.quoted[o.verb] < 0
        ]
        lower = self.tree.lower
        cut = [start for start in starts if start > said.verb and lower[start - 1] == ";"]
        # "said 310 had closed, while officials put the number at 200": the teller sets one beside the other
        cut += [s - 1 for s in starts if s > said.verb + 1 and lower[s - 1] in SETTING and lower[s - 2] == ","]
        kept = tuple(token for token in said.content if token < min(cut, default=len(self.upos)))
        return said.of(self._trimmed(kept)) if kept else said
