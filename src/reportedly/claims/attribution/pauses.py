"""What pauses and quotation marks set off: "rents, he said, had doubled", "Seoul: 4,700 dead", a quotation and a verb.

Here the tree does not hold, since a parser hangs what is inserted on whatever stands near; commas and marks do.
"""

import re
from collections.abc import Iterable

from reportedly.claims.attribution.kinds import kind_of_words
from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.attribution.speakers import FINITE, Said, Speakers
from reportedly.claims.kept import kept
from reportedly.claims.lexicons import words

POSSESSIVE = frozenset({"'", "’"})
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "‘", "’", "'"})
PAUSES = frozenset({",", ":", ";", "-", "–", "—", "--", ".", "!", "?", "…", "...", *MARKS})
CLAUSE = frozenset({*FINITE, "MD", "TO", "VB"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
SUBORDINATE = frozenset({"when", "as", "after", "while", "before", "because", "since"})
TOPICS = frozenset({"about", "of"})  # with which a verb of saying tells what is said
ASIDE = frozenset(
    {
        "with",
        "in",
        "on",
        "at",
        "to",
        "by",
        "after",
        "during",
        "under",
        "from",
        "through",
        "before",
        "via",
        "over",
        "for",
    }
)
DASHES = frozenset({"-", "–", "—"})
CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d(?:am|pm)?")
CLOCKED = 2  # words before an entry: the hour and a dash
LONGEST_TITLE = 6  # words before a headline's colon
LONGEST_NAME = 12  # words between a pause and a verb of saying
LONGEST_TAIL = 14  # words after an inserted verb of saying: "in a telephone interview on Monday"


class Pauses(Speakers):
    """Reads what stands between pauses."""

    @kept
    def stops(self) -> tuple[bool, ...]:
        """For each token whether it is a pause; the hyphen of a word and the sign of a possessive are none."""
        tree = self.tree
        starts, ends = tree.sentence.starts, tree.sentence.ends
        found = [word in PAUSES for word in tree.lower]
        for token, word in enumerate(tree.lower):
            tied = word == "-" and 0 < token < len(found) - 1 and starts[token] == ends[token - 1]
            if (tied and ends[token] == starts[token + 1]) or (word in POSSESSIVE and tree.base[token] == "case"):
                found[token] = False
        return tuple(found)

    def _tells(self, token: int) -> bool:
        """Whether a word is the verb of a clause; no name's word is one, nor the "close" of "people close to"."""
        if self.xpos[token] not in CLAUSE:
            return False
        behind = self.tree.lower[token + 1 : token + 2]
        return not (self.tree.lower[token] == "close" and behind == ("to",)) and not self._is_titled(token)

    def _is_titled(self, token: int) -> bool:
        """Whether a verb or its "to" stands in a name: "the Right to Know Centre"."""
        near = range(max(0, token - 2), min(len(self.upos), token + 3))
        named = [t for t in near if t != token and self.tree.sentence.words[t][:1].isupper()]
        return len(named) > 1 and self.xpos[token] in ("TO", "VB")

    def _parts(self, token: int) -> bool:
        """Whether a token ends what an inserted saying is said of."""
        return self.tree.lower[token] == ";" and self.quoted[token] < 0

    def _insertion(self, verb: int) -> tuple[int, int, int | None]:
        """First and after last token of a saying between pauses, and the head of its speaker; empty where none."""
        none = 0, 0, None
        passive = verb > 1 and bool(self.tree.having(verb, "aux:pass"))  # ", it is claimed", ", the court was told"
        told = passive and (self.tree.lower[verb - 2] == "it" or self.tree.lemma(verb) in ("tell", "inform"))
        if not (self._is_finite(verb) or told) or self.tree.having(verb, "mark"):
            return none
        low, high, head = self._speaker(verb)
        if self.tree.lemma(verb) == "hold" and head is not None and not self.tree.having(verb, "ccomp"):
            return none  # "two men held, one guard hurt, police say"
        if head is None or self.tree.lower[verb + 1 : verb + 2] == ("that",):
            return none  # "said that two of the guards 'heard' it": what is said stands behind
        if self.xpos[verb] == "VBN" and not told and self.tree.having(head, "nummod") and not can_tell(self.tree, head):
            return none  # "37 rescued, 24 bodies found": done with those who are counted
        tail = high
        while tail < len(self.upos) and not self.stops[tail] and not self._tells(tail):
            tail += 1
        closed = tail >= len(self.upos) or self.stops[tail]
        if tail < len(self.upos) and self.tree.lower[tail] in MARKS and self.upos[tail - 1] == "DET":
            return none  # "went to a 'sell' recommendation": no speech
        if low and tail < len(self.upos) and self._opens_quotation(tail) and not self._follows_clause(low - 1):
            return none  # "results in his latest exam, shows 'rare' strength": what it takes stands behind
        if low and self._is_of_time(verb, low):
            return none
        if not closed and self.tree.lower[high] in SUBORDINATE and self._is_clause(low - 1):
            tail, closed = high - 1, True  # ", scientists found when they looked"
        informs = self.tree.lemma(verb) in words("sayings", "informing", "verbs")
        held = self.tree.having(verb, "ccomp", "xcomp") if informs else self.tree.having(verb, "ccomp", "xcomp", "obj")
        if any(high <= child < tail for child in held if child != head) or self._takes_phrase(verb, high, tail):
            return none
        return (low, tail, head) if closed and tail - high <= LONGEST_TAIL else none

    def _opens_quotation(self, token: int) -> bool:
        """Whether a quotation opens at a mark without a pause before it."""
        return self.quoted[token] >= 0 and self.quoted[token - 1] != self.quoted[token]

    def _follows_clause(self, pause: int) -> bool:
        """Whether a pause closes speech, with a comma inside it or behind it, or parts two clauses."""
        return self.tree.lower[pause] == ";" or (self.quoted[pause] >= 0 and self._ends_speech(pause))

    def _is_of_time(self, verb: int, low: int) -> bool:
        """ "..., the first time the two spoke": of a time or a place it is told who spoke, and nothing said."""
        tree = self.tree
        occasion = tree.head(verb)
        if tree.sentence.relations[verb] != "acl:relcl" or not low <= occasion < verb:
            return False
        known = self._is_time(occasion) or tree.lemma(occasion) in words("sayings", "moments", "words")
        return known and any(occasion < child < verb for child in tree.having(verb, "nsubj"))

    def _is_clause(self, pause: int) -> bool:
        """Whether the words before a pause tell something."""
        return any(self.xpos[t] in FINITE or self.xpos[t] == "MD" for t in range(self._back_to_pause(pause), pause))

    def _takes_phrase(self, verb: int, low: int, high: int) -> bool:
        """Whether what is said stands behind a preposition of the verb's: "had spoken of 4,000 dead"."""
        near = [child for child in self.tree.having(verb, "obl") if low <= child < high and not self._is_time(child)]
        cases = (self.tree.having(child, "case")[:1] for child in near)
        return any(self._has_pair(verb, case, "prepositional", "phrases") for case in cases)

    def _speaker(self, verb: int) -> tuple[int, int, int | None]:
        """The words from a pause to a verb of saying, or from it to a pause, that name who says it."""
        undergo = self.tree.having(verb, "nsubj:pass") if self.xpos[verb] == "VBN" else ()
        if any(self.tree.having(noun, "nummod") for noun in undergo):
            return 0, 0, None  # "two officials suspended, three clerks charged"
        before = None if self._is_turned(verb) else self._named_before(verb)
        if before is not None:
            return before[0], verb + 1, before[1]
        if (behind := self._named_behind(verb)) is not None:
            return verb, *behind
        every = self.tree.having(verb, "nsubj", "obj")
        subjects = [child for child in every if child > verb]
        if any(self.tree.base[child] == "nsubj" and child < verb for child in every):
            return 0, 0, None
        opened = verb > 0 and self.stops[verb - 1] and not self._goes_on_with_deeds(verb)
        high = verb + 1
        opened = opened and self.quoted[verb] < 0 and self._may_invert(verb)
        if subjects and opened and self.upos[subjects[0]] in ("NOUN", "PROPN", "PRON"):
            phrase = set(self._phrase(subjects[0], verb))
            while high < len(self.upos) and high in phrase:
                high += 1
            return verb, high, subjects[0] if high > verb + 1 else None
        while opened and high < len(self.upos) and not self.stops[high]:
            high += 1
        return (verb, high, self._head_in(verb + 1, high)) if opened and self._is_name(verb + 1, high) else (0, 0, None)

    def _is_turned(self, verb: int) -> bool:
        """Whether a pause stands before it and its subject behind: "587 in May, says the board, and 516 in June"."""
        subjects = self.tree.having(verb, "nsubj")
        opened = bool(subjects) and subjects[0] > verb > 0 and self.stops[verb - 1]
        return opened and min(self.tree.under(subjects[0])) == verb + 1 and self._may_invert(verb)

    def _may_invert(self, verb: int) -> bool:
        """Whether the speaker may stand behind a verb: ", says the mayor", but not ", held two permits"."""
        after = verb + 1
        dated = after < len(self.upos) and self._is_time(after)
        return self.tree.lemma(verb) in words("sayings", "quoting", "verbs") and not dated

    def _goes_on_with_deeds(self, verb: int) -> bool:
        """Whether a verb only goes on with what its subject does: "rejects the offer, threatens a walkout"."""
        tree = self.tree
        if tree.base[verb] not in ("conj", "parataxis") or tree.head(verb) > verb or self.quoted[max(verb - 2, 0)] >= 0:
            return False
        above = tree.head(verb)
        return self.xpos[above] == self.xpos[verb] and any(child < above for child in tree.having(above, "nsubj"))

    def _named_before(self, verb: int) -> tuple[int, int] | None:
        """Where the name between a pause and the verb begins, and its head; "the mayor, Ivo Kranj," is one name."""
        tree = self.tree
        high = verb
        while high and self.upos[high - 1] in ("AUX", "ADV") and not self.stops[high - 1]:
            high -= 1
        low = self._back_to_pause(high)
        if low == high and high and tree.lower[high - 1] == "," and (before := self._before_relative(high - 1)):
            low, high = before
        elif low == high and high and tree.lower[high - 1] == ",":
            second = self._back_to_pause(high - 1)
            low = self._back_to_pause(second - 1) if second and tree.lower[second - 1] == "," else second
            if not self._is_name(second, high - 1):
                return None
            high = second - 1 if low < second else high - 1
        if low < high and tree.lower[low] == "so":
            low += 1  # "a blast that, so the paper wrote, took nine lives"
        if low == CLOCKED and self.quoted[0] < 0 and CLOCK.fullmatch(tree.lower[0]):
            return None  # "10:30 - The railway says ...": with the hour of an entry nothing is told
        if low and not self._is_name(low, high):
            high = self._before_clause(low, high)
        if low == 0 or not self._is_name(low, high):
            return None
        head = self._head_in(low, high)
        return None if head is None else (low, head)

    def _before_relative(self, comma: int) -> tuple[int, int] | None:
        """The name before a clause between commas: of "the governor, Ivo Halm, who was hurt, wrote" the governor."""
        first = self._back_to_pause(comma)
        relative = first + (self.upos[first] == "ADP")
        if first < 2 or self.xpos[relative] not in RELATIVES or self.tree.lower[first - 1] != ",":
            return None
        low, high = self._back_to_pause(first - 1), first - 1
        titled = low > 2 and self.tree.lower[low - 1] == "," and self.upos[low] == "PROPN"
        title = self._back_to_pause(low - 1) if titled else low
        counts = "NUM" in self.upos[title:low]  # "37 of them hurt, Ana Sol, who heads the service, said"
        if titled and not counts and self._is_name(title, low - 1):
            return title, low - 1
        return low, high

    def _before_clause(self, low: int, high: int) -> int:
        """Where a name ends that a relative clause follows: of "two firms that examined it said" the two firms."""
        relative = next((t for t in range(low + 1, high) if self.xpos[t] in RELATIVES), high)
        told = any(self._tells(t) for t in range(relative + 1, high))
        return relative if told else high

    def _named_behind(self, verb: int) -> tuple[int, int] | None:
        """Where the name behind ", said" ends, and its head, whatever the parse hangs it on."""
        tree = self.tree
        if not verb or not self.stops[verb - 1] or tree.lemma(verb) not in words("sayings", "quoting", "verbs"):
            return None
        subjects = [child for child in tree.having(verb, "nsubj") if child < verb]
        if subjects and "," in tree.lower[min(tree.under(subjects[-1])) : verb - 1]:
            return None  # "the official, who was not named, spoke": the comma closes what it opened
        end = verb + 1
        while end < len(self.upos) and not self.stops[end]:
            end += 1
        named = next((t for t in range(verb + 2, end) if self.xpos[t] in ("VBN", "VBG", *RELATIVES)), end)
        if not self._is_name(verb + 1, named) or self.upos[verb + 1] == "PRON":
            return None
        head = self._head_in(verb + 1, named)
        if head is None or self._is_time(head):
            return None
        clause = tree.head(head)
        own = clause >= 0 and tree.base[clause] == "ccomp" and tree.head(clause) == verb and tree.base[head] == "nsubj"
        # "Province lowers toll, says one body counted twice": of what is said, and nobody who says it
        return None if own and self.kind == "headline" else (end, head)

    def _back_to_pause(self, high: int) -> int:
        low = high
        while low and not self.stops[low - 1]:
            low -= 1
        return low

    def _is_name(self, low: int, high: int) -> bool:
        """Whether some words name somebody and tell nothing."""
        upos, xpos = self.upos[low:high], self.xpos[low:high]
        if (
            not 0 < high - low <= LONGEST_NAME
            or "SCONJ" in upos
            or RELATIVES & set(xpos)
            or any(self._tells(token) for token in range(low, high))
            or upos[0] in ("ADP", "CCONJ", "ADV", "VERB", "PART")
            or upos[-1] in ("DET", "ADP")
        ):
            return False
        return any(tag in ("NOUN", "PROPN") for tag in upos) or (
            high - low == 1 and upos[0] == "PRON" and xpos[0] == "PRP"
        )

    def _head_in(self, low: int, high: int) -> int | None:
        """The last noun before the first preposition, possessive names apart."""
        head = None
        for token in range(low, high):
            adjective = self.tree.base[token] == "amod" and token < self.tree.head(token) < high  # "a state-funded lab"
            if (
                (self.upos[token] in ("ADP", "VERB") or self.tree.lower[token] == "(")
                and head is not None
                and not adjective
            ):
                break  # "Ana Ruiz of the union", "Sen. Ana Ruiz (D-Maine)"
            if self.upos[token] in ("NOUN", "PROPN", "PRON") and self.xpos[token] != "PRP$":
                head = token
        while (
            head is not None
            and self.tree.base[head] in ("flat", "compound", "conj")
            and low <= self.tree.head(head) < high
        ):
            head = self.tree.head(head)
        return head

    def _quoted_beside(self, verb: int) -> tuple[int, ...]:
        """The quotations beside a verb of saying that stands outside them."""
        if self.quoted[verb] >= 0:
            return ()
        tree, size = self.tree, len(self.upos)
        low, high = self._reach(verb)
        before = low - 1
        while before >= 0 and tree.lower[before] in (",", "-", "–", "—") and self.quoted[before] < 0:
            before -= 1
        after = high
        while after < size and tree.lower[after] in (",", ":", "-", "–", "—", "that") and self.quoted[after] < 0:
            after += 1
        taken = set()
        apart = self._is_participle(verb) or tree.lower[verb + 1 : verb + 2] == (
            "that",
        )  # of what stands behind it tells
        if before >= 0 and self.quoted[before] >= 0 and self._ends_speech(before) and not apart:
            taken.add(self.quoted[before])
        # "quipped 'no'", but not "fired 'one shot'"
        alone = after == verb + 1 and tree.lemma(verb) in words("sayings", "clausal", "verbs")
        if after < size and self.quoted[after] >= 0 and (after > high or taken or alone):
            taken.add(self.quoted[after])
        if not taken:
            return ()
        start = min(token for token in range(size) if self.quoted[token] in taken)
        lead = range(start) if start < low else ()  # "Still, clubs 'just scrape by', he said"
        return (*lead, *(token for token in range(size) if self.quoted[token] in taken))

    def _closes_speech(self, verb: int) -> bool:
        """Whether a verb and a name follow the end of a quotation: ""Partners!" snorted Ahmed", whatever the verb."""
        if verb < 2 or self.quoted[verb] >= 0 or self.xpos[verb] not in FINITE or self.upos[verb] != "VERB":
            return False
        if self._follows_speech(verb):
            return True
        before = verb - 1
        if self.quoted[before] < 0 or not self._ends_speech(before):
            return False
        named = self.upos[verb + 1 : verb + 2]
        return named in (("PROPN",), ("DET",), ("PRON",)) and not any(c < verb for c in self.tree.having(verb, "nsubj"))

    def closing(self) -> Said | None:
        """Who speaks in a sentence that holds no more, behind a question or a cry: "he asked.", "said the mayor."."""
        verb = next((t for t in range(min(len(self.upos), LONGEST_NAME)) if self.upos[t] == "VERB"), None)
        if verb is None or self.tree.lemma(verb) not in words("sayings", "quoting", "verbs"):
            return None
        tells = [c for c in self.tree.having(verb, "ccomp", "xcomp", "obj") if c != verb + 1 or self.upos[c] != "PRON"]
        if self.tree.lemma(verb) in words("sayings", "informing", "verbs"):
            tells = [c for c in tells if self.tree.base[c] != "obj"]  # "he told reporters"
        tells += [c for c in self.tree.having(verb, "obl") if self.tree.case(c) in TOPICS]  # but "at the rally"
        told = any(c > verb and not self._is_time(c) for c in tells)
        return None if told and self.tree.having(verb, "nsubj") else self._bare(verb)

    def announcing(self) -> Said | None:
        """Who speaks in the paragraph behind a colon: "The ministry wrote:", "It issued a statement on Friday:"."""
        last = len(self.upos) - 1
        if self.tree.lower[last] != ":" or self.quoted[last] >= 0:
            return None
        verbs = [t for t in range(last) if self.upos[t] == "VERB" and self.tree.base[t] not in ("amod", "compound")]
        verb = next((t for t in reversed(verbs) if self.xpos[t] != "VBN"), None)
        if verb is None or any(child > verb for child in self.tree.having(verb, "ccomp")):
            return None
        lemma, told = self.tree.lemma(verb), self.tree.having(verb, "obj")
        carried = any(self.tree.lemma(child) in words("sayings", "carriers", "words") for child in told)
        speaks = lemma in words("sayings", "quoting", "verbs") and not self.tree.having(verb, "mark")
        return self._bare(verb) if speaks or (carried and lemma in words("sayings", "voicing", "verbs")) else None

    def _bare(self, verb: int) -> Said | None:
        """The saying of a verb by its subject, or by the name behind it, with nothing said in its sentence."""
        head = self._subject(verb)
        if head is None and verb == 0:
            head = self._head_in(1, min(len(self.upos), LONGEST_NAME))
        if head is None or self.upos[head] not in ("NOUN", "PROPN", "PRON") or self._is_own(verb, head):
            return None
        return Said(verb, self._cue(verb, ()), head, self._phrase(head, verb), (), "said")

    def _follows_speech(self, verb: int) -> bool:
        """Whether a name and a verb follow the end of a quotation, and nothing else: "'Go!' Brito barked"."""
        after = verb + 1
        closed = after >= len(self.upos) or self.stops[after]
        first = verb
        while first and self.upos[first - 1] in ("PROPN", "PRON") and self.quoted[first - 1] < 0:
            first -= 1
        return closed and 0 < first < verb and self.quoted[first - 1] >= 0 and self._ends_speech(first - 1)

    def _ends_speech(self, last: int) -> bool:
        """Whether a quotation ends as speech does, with a pause inside or behind its closing mark."""
        near = self.tree.lower[max(0, last - 1) : last + 2]
        return any(mark in (",", "?", "!", ".", "-", "–", "—", "…") for mark in near)

    def _reach(self, verb: int) -> tuple[int, int]:
        """From the speaker to the end of what belongs to the verb, outside quotations."""
        tree = self.tree
        own = {verb, *tree.having(verb, "aux", "aux:pass", "advmod", "compound:prt", "iobj", "obj", "obl")}
        for child in tree.having(verb, "nsubj", "obl", "advmod", "iobj", "obj"):
            if self.quoted[child] < 0:
                own.update(token for token in tree.under(child) if self.quoted[token] < 0)
        low = high = verb
        while low and (low - 1 in own or (self.quoted[low - 1] < 0 and low - 2 in own and tree.lower[low - 1] == ",")):
            low -= 1
        while high + 1 < len(self.upos) and (high + 1 in own):
            high += 1
        return low, high + 1

    def _titled(self) -> Said | None:
        """ "Seoul: 4,700 dead", "4,700 dead - ministry", and the speaker before each turn of an interview."""
        tree, size = self.tree, len(self.upos)
        if ending := self._ending():
            return ending
        if quoting := self._quoted_first():
            return quoting
        # "14.52 - Harbour office: ..."
        low = next((t for t in range(min(size, 3)) if self.upos[t] not in ("NUM", "PUNCT", "SYM")), 0)
        colon = next((t for t in range(low, min(size, low + LONGEST_TITLE + 1)) if tree.lower[t] == ":"), 0)
        bare = all(self.upos[token] in ("NUM", "SYM", "PUNCT") for token in range(colon + 1, size))  # "Brito: 1,769"
        if low < colon < size - 1 and self._is_speaker(low, colon) and not bare:
            head = self._head_in(low, colon)  # of "union chief on strike" the chief
            head, source = colon - 1 if head is None else head, tuple(range(low, colon))
            return Said(colon, (colon,), head, source, self._trimmed(range(colon + 1, size)), "title")
        if low < colon < size - 1 and (giver := self._giver(low, colon)):
            return Said(colon, (colon,), giver[-1], giver, self._trimmed(range(colon + 1, size)), "title")
        return None

    def _giver(self, low: int, colon: int) -> tuple[int, ...]:
        """By whom figures are given that a label announces: "First numbers from the FNE:"; a place gives none."""
        tree, told = self.tree, words("attribution", "told", "words")
        given = (t for t in range(low + 1, colon - 1) if tree.lower[t] == "from" and tree.lemma(t - 1) in told)
        name = tuple(range(next(given, colon) + 1, colon))
        if not name or any(
            first < colon and last > name[0] and of == "LOC" for first, last, of in tree.sentence.entities
        ):
            return ()
        mixed = any(word.islower() for word in tree.sentence.words)  # else capitals make no name
        named = [self.upos[t] == "PROPN" or (mixed and tree.sentence.words[t].isupper()) for t in name]
        return name if named[-1] and all(named[1:]) and (named[0] or self.upos[name[0]] == "DET") else ()

    def _quoted_first(self) -> Said | None:
        """ "'We lost 4,000 jobs': miners on life after the pit": a headline that quotes before it names."""
        tree = self.tree
        first = next((token for token, mark in enumerate(self.quoted) if mark != self.quoted[0]), 0)
        if self.quoted[0] < 0 or not first or first + 1 >= len(self.upos) or tree.lower[first] != ":":
            return None
        stop = (t for t in range(first + 1, len(self.upos)) if self.upos[t] in ("ADP", "PUNCT", "VERB", "AUX"))
        end = next(stop, len(self.upos))
        head = self._head_in(first + 1, end)
        known = head is not None and (self.upos[head] == "PROPN" or can_tell(tree, head))
        if not known or head is None:
            return None
        return Said(first, (first,), head, tuple(range(first + 1, end)), tuple(range(first)), "title")

    def _ending(self) -> Said | None:
        """ "4,700 dead - ministry"."""
        tree, size = self.tree, len(self.upos)
        if self.kind not in ("headline", "deck"):
            return None
        dash = next((t for t in range(size - 1, 0, -1) if tree.lower[t] in DASHES or tree.lower[t] == ":"), 0)
        if not dash or (tree.sentence.starts[dash] == tree.sentence.ends[dash - 1] and tree.lower[dash] != ":"):
            return None
        if 0 < size - 1 - dash <= LONGEST_TITLE and self._is_speaker(dash + 1, size):
            return Said(dash, (dash,), size - 1, tuple(range(dash + 1, size)), self._trimmed(range(dash)), "title")
        return None

    def _is_speaker(self, low: int, high: int) -> bool:
        """Whether a few words without a verb name somebody who may speak: a source by kind, or a name in a turn."""
        inside = range(low, high)
        if any(self.upos[token] in ("VERB", "NUM", "AUX", "PUNCT", "SYM") for token in inside):
            return False
        if self.tree.lower[low] in ("by", "in", "of", "on"):
            return False  # "By country of departure: Libya 1,540"
        head = self._head_in(low, high)
        if head is not None and self.tree.lemma(head) in words("attribution", "labels", "topics"):
            return False  # "Hospital fire: 12 dead", "Rail strike: 40 trains cancelled"
        named = self.tree.sentence.words[high - 1][:1].isupper()  # "Steel quotas: 400 jobs lost" tells no Steel
        person = any(
            type_ == "PER" and first < high and last > (high - 1 if not named else low)
            for first, last, type_ in self.tree.sentence.entities
        )
        name = " ".join(self.tree.lower[token] for token in inside)
        known = kind_of_words(name) not in (None, "unnamed") or name in ("source", "sources", "insiders")
        return name not in words("attribution", "labels", "words") and (
            person
            or self.speaks(name)
            or known
            or name in words("attribution", "metonyms", "words")
            or self.tree.lemma(high - 1) in words("sayings", "carriers", "words")
            or (
                high - low == 2 and self.tree.lemma(high - 1) in words("attribution", "views", "stands")
            )  # "their verdict:"
        )

    def _after(self, verb: int) -> int | None:
        """Who speaks right behind an inserted verb of saying, whatever the parse hangs the name on."""
        tree, token = self.tree, verb + 1
        if verb == 0 or not self.stops[verb - 1] or self.xpos[verb] not in FINITE:
            return None
        while token < len(self.upos) and self.upos[token] in ("DET", "ADJ", "PROPN", "NOUN", "NUM"):
            if tree.base[token] in ("nsubj", "obj", "appos", "root"):
                end = next((t for t in range(token, len(self.upos)) if self.stops[t]), len(self.upos))
                goes_on = any(self.xpos[t] in FINITE for t in range(token + 1, end))  # "- said Brito has left"
                return token if tree.head(token) == verb or not goes_on else None
            token += 1
        return None

    def _that_beside(self, verb: int) -> tuple[int, ...]:
        """What follows "said that" and "said on Monday, that", where the parse hangs it on another verb."""
        if self.quoted[verb] >= 0:
            return ()
        after = verb + 1
        while after < len(self.upos) and self.upos[after] not in ("VERB", "AUX") and self.tree.lower[after] != "that":
            after += 1
        told = after < len(self.upos) and self.tree.lower[after] == "that" and self.xpos[after] == "IN"
        beside = after > verb + 1 and self.tree.lower[after - 1] != ","
        joined = self.upos[after - 1] == "CCONJ"  # "would begin in May and that": it is said by who said the first
        if not told or joined or (beside and not self._is_aside(verb, after)):
            return ()
        end = after
        while end < len(self.upos) and not self._parts(end):
            end += 1
        dash = self.tree.lower[after - 1] in DASHES and self.tree.head(after) > after
        return tuple(t for t in range(after, end) if not dash or t in self.tree.under(self.tree.head(after)))

    def _is_aside(self, verb: int, that: int) -> bool:
        """ "assesses with low confidence that": only how it is said stands between."""
        tree, after = self.tree, verb + 1
        for hearer in tree.having(verb, "iobj", "obj"):
            if hearer > verb and tree.lemma(verb) in words("sayings", "informing", "verbs"):
                after = max((token for token in self._phrase(hearer, verb) if token < that), default=verb) + 1
        if after == that:
            return True  # "told the inquiry that", hung on the inquiry
        if self.upos[after] != "ADP" or self._has_pair(verb, (after,), "prepositional", "phrases"):
            return False
        if tree.lower[after] == "in" and tree.lemma(that - 1) in words("sayings", "carriers", "words"):
            return True  # "said in a statement that"
        return tree.lower[after] in ASIDE and tree.lemma(that - 1) not in words("attribution", "tellings", "words")

    def _beside_phrase(self, first: int, last: int, governor: int) -> Iterable[int]:
        """What a phrase that names a source speaks of: all about it if pauses set it off, else what it hangs on."""
        tree, size = self.tree, len(self.upos)
        after = last + 1
        opened = first == 0 or self.stops[first - 1]
        closed = after >= size or self.stops[after]
        if not opened or not closed or self.quoted[first] >= 0:
            return tree.under(governor)
        start, end = first, after
        while start and not self._parts(start - 1):
            start -= 1
        while end < size and not self._parts(end):
            end += 1
        return (*range(start, first), *range(after, end))
