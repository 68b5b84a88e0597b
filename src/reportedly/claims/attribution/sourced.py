"""Whose word a phrase tells: "according to two people", "per the ministry", "by police reckoning", "in her view"."""

from reportedly.claims.attribution.numbered import is_share
from reportedly.claims.attribution.pauses import DASHES
from reportedly.claims.attribution.shares import NAMING, SHARES, Shares
from reportedly.claims.attribution.sources import can_tell, kind_of
from reportedly.claims.attribution.speakers import JOINING, Said, telling
from reportedly.claims.lexicons import either, words

JOINED = frozenset({"and", "but", "while", "or"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
LONGEST_OWNER = 10  # words of whose count it is

COUNTS = frozenset({"count", "tally", "reckoning", "estimate"})
PARTED = frozenset({",", "up", "down"})  # before what a share is compared with


class Sourced(Shares):
    """Finds the phrases of a sentence that name a source."""

    def _by_phrase(self, word: int) -> Said | None:
        """ "according to two people": what stands beside it is theirs."""
        tree = self.tree
        if tree.lower[word] == "so":
            return self._by_so(word)
        if tree.lower[word] in ("per", "via"):
            return self._by_per(word)
        if (polled := self._in_poll(word)) is not None:
            return polled
        if tree.lower[word] == "in" and tree.lower[word + 1 : word + 2] == ("the",):
            return self._in_words_of(word) or self._by_reckoning(word)
        if tree.lower[word] in ("by", "in", "on"):
            return self._by_reckoning(word)
        if tree.lower[word] == "or":
            return self._or_so(word)
        if tree.lower[word] != "according" or word + 1 >= len(self.upos) or tree.lower[word + 1] != "to":
            return None
        below = tree.having(word, "obl", "nmod", "obj")
        head = tree.head(word)
        if below:
            named, governor = below[0], head
        elif head > word:
            named, governor = head, tree.head(head)
        elif (hung := self._head_behind(word + 2)) is not None:
            named, governor = hung, head  # hung on what stands before: "in both legs, according to police"
        else:
            return None
        while tree.base[named] == "nmod" and "desc" in tree.sentence.relations[named] and tree.head(named) > named:
            named, governor = tree.head(named), tree.head(tree.head(named))  # "according to columnist Hugo Falk"
        source = tuple(token for token in tree.under(named) if token > word + 1)
        end = next((t for t in range(word + 2, len(self.upos)) if self.stops[t]), len(self.upos))
        if word and self.stops[word - 1] and named < end and tree.base[named] == "nsubj":
            source = tuple(range(word + 2, end))  # ", according to a leaflet ministers handed out"
        opens = word == 0 and end < len(self.upos) and tree.lower[end] == ","
        lost = opens and (governor < 0 or tree.head(named) < 0)
        known = self._is_name(word + 2, end) or (lost and not any(self._tells(t) for t in range(word + 2, end)))
        near = self._head_in(word + 2, end) if (named > end or lost) and known else None
        if near is not None and lost:
            # "According to the ministry, 40 ...", where the parse takes what follows for more of the name
            named, source, governor = near, tuple(range(word + 2, end)), end
        elif near is not None and near not in tree.under(named):
            # "according to the ministry, in the season ...", hung on the season
            named, source = near, tuple(range(word + 2, end))
        if end + 1 in source and self.xpos[end + 1] == "VBG" and tree.lower[end] == ",":
            source = tuple(token for token in source if token < end)  # ", according to the files, becoming its owner"
        if source and all(self.upos[token] in NAMING for token in range(word + 2, min(source))):
            source = (*range(word + 2, min(source)), *source)  # "according to botanist Hugo Falk"
        dash = next((t for t in source if t > named and self.stops[t] and tree.lower[t] in DASHES), len(self.upos))
        source = self._before_number(named, tuple(token for token in source if token < dash))
        if not source or governor < 0:
            return None
        source = self._trimmed(tree.stretch(named, source))
        outside = {word, word + 1, *source}
        content = [token for token in self._beside_phrase(word, max(source), governor) if token not in outside]
        if opens:
            content = [token for token in content if token > end]  # not "based on 300 interviews," behind a survey
        if tree.lower[max(0, word - 2) : word] == ("that", ","):
            content = [token for token in content if token > word]  # "wrote that, according to officers, 40 had fled"
        return Said(word, (word, word + 1), named, source, self._trimmed(content), "source")

    def _head_behind(self, first: int) -> int | None:
        """The head of the name from a place to the next pause."""
        end = next((t for t in range(first, len(self.upos)) if self.stops[t]), len(self.upos))
        return self._head_in(first, end) if self._is_name(first, end) else None

    def _by_so(self, word: int) -> Said | None:
        """ "Turnout fell to 31 percent; so the electoral board", "31 percent, so the board": what stands before."""
        tree, size = self.tree, len(self.upos)
        end = next((t for t in range(word + 1, size) if self.stops[t]), size)
        if word < 2 or not self.stops[word - 1] or end < size - 1 or not self._is_name(word + 1, end):
            return None
        head = self._head_in(word + 1, end)
        if head is None or self.quoted[word] >= 0 or not can_tell(tree, head):
            return None
        start = next((t + 1 for t in reversed(range(word - 1)) if self._parts(t)), 0)
        return Said(word, (word,), head, tuple(range(word + 1, end)), self._trimmed(range(start, word)), "source")

    def _or_so(self, word: int) -> Said | None:
        """ "Behind it, or so Addis Ababa alleges, are 3,000 men": set between two pauses, and all is their word."""
        tree, size = self.tree, len(self.upos)
        end = next((t for t in range(word + 1, size) if self.stops[t]), size)
        verb = next((t for t in range(word + 3, end) if self.upos[t] == "VERB"), None)
        if word < 1 or tree.lower[word + 1 : word + 2] != ("so",) or not self.stops[word - 1] or verb != end - 1:
            return None
        head = self._head_in(word + 2, verb)
        if head is None or tree.lemma(verb) not in telling() or not can_tell(tree, head):
            return None
        low = next((t + 1 for t in reversed(range(word - 1)) if self._parts(t)), 0)
        high = next((t for t in range(end + 1, size) if self._parts(t)), size)
        content = [t for t in range(low, high) if not word - 1 <= t <= end]
        return Said(verb, (verb,), head, self._trimmed(range(word + 2, verb)), self._trimmed(content), "said")

    def _before_number(self, named: int, source: tuple[int, ...]) -> tuple[int, ...]:
        """A source without the number behind it that a verb or a colon tells: "according to the ministry 14 died"."""
        for token in source:
            if token > named and self.tree.lower[token] == ":" and self.upos[token + 1 : token + 2] == ("NUM",):
                return tuple(t for t in source if t < token)
            after = self.upos[token + 1 : token + 2]
            if token > named and self.upos[token] == "NUM" and after and after[0] in ("VERB", "AUX"):
                return tuple(t for t in source if t < token)
        return source

    def _in_poll(self, word: int) -> Said | None:
        """ "In a poll of 1,004 people, 54 percent said that ...": the shares that follow are the poll's."""
        tree = self.tree
        noun = tree.head(word)
        if tree.lower[word] not in ("in", "on") or noun < 0 or tree.base[word] != "case":
            return None
        if tree.lemma(noun) not in words("attribution", "told", "polls") or tree.head(noun) < 0:
            return None
        return self._opening_poll(word, noun) if not word else self._by_poll(word, noun)

    def _by_poll(self, word: int, noun: int) -> Said | None:
        """ "The governor leads by 9 points in a Norpress poll": the shares of its clause are those of a named poll."""
        tree = self.tree
        verb = next((t for t in tree.up(noun) if self.upos[t] in ("VERB", "AUX")), None)
        makers = (*tree.having(noun, "compound"), *(c for c in tree.having(noun, "nmod") if tree.case(c) == "by"))
        named = any(self.upos[child] == "PROPN" for child in makers)
        if verb is None or not named or self.xpos[noun] != "NN" or self.quoted[word] >= 0:
            return None
        above = tree.head(verb)
        asked = above >= 0 and tree.base[verb] == "ccomp" and self._subject(above)
        if asked is not None and asked is not False and is_share(tree, asked):
            verb = above  # "60 percent said in a Norpress poll that they"
        subject = self._subject(verb)
        told = self.tree.lemma(verb) in words("sayings", "quoting", "verbs")
        if (told and (subject is None or not is_share(tree, subject))) or "if" in tree.lower[:word]:
            return None
        if any(self.xpos[child] == "MD" for child in tree.having(verb, "aux")):
            return None  # "needs 5 percent in a poll to take part"
        source = self._phrase(noun, verb)
        foreseeing = either(("attribution", "foretelling", "verbs"), ("figures", "foretold", "words"))
        # "Rose 1.2 percent, above the 0.3 percent forecast by economists in a poll": the rise is none of the poll's
        foreseen = next((t for t in tree.up(noun) if t < word and tree.lemma(t) in foreseeing), verb)
        content = [t for t in tree.under(foreseen) if t != word and t not in source]
        content = self._beside_comparison(word, content)
        shares = any(tree.lemma(t) in SHARES for t in content)
        return Said(word, (word,), noun, source, self._trimmed(content), "source") if shares else None

    def _beside_comparison(self, word: int, content: list[int]) -> list[int]:
        """Of "41 percent in a Gallup poll, up from 30 in one by Pew" what is told on the side of ``word``."""
        tree, comparing = self.tree, words("attribution", "told", "comparing")
        parted = [t for t in range(1, len(tree.lower)) if tree.lower[t] in comparing and tree.lower[t - 1] in PARTED]
        polls = words("attribution", "told", "polls")
        if not parted or not any(tree.lemma(t) in polls for t in range(parted[0], len(tree.lower))):
            return content  # "22 percent in the Orlen survey, down from 31 a year ago": both are the survey's
        near = [t for t in content if (t > parted[0]) == (word > parted[0])]
        return near if any(self.upos[t] == "NUM" for t in near) else content

    def _opening_poll(self, word: int, noun: int) -> Said | None:
        tree = self.tree
        phrase = [token for token in tree.under(noun) if token > word]
        last = next((t - 1 for t in range(noun + 1, len(self.upos)) if tree.lower[t] == ","), 0)
        shares = [t for t in range(last + 1, len(self.upos)) if is_share(tree, t)]
        if not last or not shares or any(self.upos[t] != "PUNCT" and t > last for t in phrase):
            return None
        source = self._trimmed(range(word + 1, last + 1))
        return Said(word, (word,), noun, source, self._trimmed(range(last + 2, len(self.upos))), "source")

    def _in_words_of(self, word: int) -> Said | None:
        """ "In the words of the harbour master, ..."."""
        tree = self.tree
        if (
            word + 3 >= len(self.upos)
            or tree.lower[word + 2] not in words("attribution", "in_the", "words")
            or tree.lower[word + 3] != "of"
        ):
            return None
        named = next((child for child in tree.having(word + 2, "nmod") if child > word + 3), None)
        if named is None:
            return None
        source = self._phrase(named, word)
        outside = {*range(word, word + 4), *source}
        content = [
            token for token in self._beside_phrase(word, max(source), tree.head(word + 2)) if token not in outside
        ]
        return Said(word, tuple(range(word, word + 4)), named, source, self._trimmed(content), "source")

    def _by_reckoning(self, word: int) -> Said | None:
        """ "743 have died, by the agency's reckoning"."""
        tree, noun = self.tree, self.tree.head(word)
        if (counted := self._by_whose_count(word)) is not None:
            return counted
        if noun < word or tree.base[word] not in ("case", "mark"):
            return None
        owners = tree.having(noun, "nmod:poss")
        if not owners and noun == word + 2 and self.xpos[word + 1] == "PRP$":
            owners = (word + 1,)  # "by his reckoning", taken for a participle
        if not owners and tree.lower[word] == "by" and noun - 1 in tree.having(noun, "compound"):
            owners = (noun - 1,)  # "by police reckoning"
        last, of = noun, [c for c in tree.having(noun, "nmod") if tree.case(c) == "of" and can_tell(tree, c)]
        if not owners and of and tree.lower[word] == "by":
            owners, last = (of[0],), tree.under(of[0])[-1]  # "by the reckoning of independent experts"
        told = tree.lower[noun] if self.xpos[noun] == "VBG" else tree.lemma(noun)
        opens = word == 0 or self.stops[word - 1]  # "in his view the rate ought to rise", without a pause behind
        its = bool(owners) and self.xpos[owners[0]] == "PRP$" and told in COUNTS  # "on its count the party has"
        among = {"by": "reckonings", "in": "views", "on": "bases"}[tree.lower[word]]
        if (
            not owners
            or told not in words("attribution", "told", among)
            or (last + 1 < len(self.upos) and not self.stops[last + 1] and not (opens and (among != "bases" or its)))
        ):
            return None
        if not opens and self._is_deposit(noun):
            return None
        source = self._phrase(owners[0], noun)
        outside = {*range(word, last + 1)}
        governor = tree.head(noun)
        joined = (
            {token for child in tree.having(governor, "conj") for token in tree.under(child)} if governor >= 0 else ()
        )
        content = [token for token in tree.under(governor) if token not in joined] if governor >= 0 else []
        if governor >= 0 and tree.lower[governor] in ("judging", "going") and governor == word - 1:
            word = governor  # "judging by the clinic's figures, twelve were hurt"
            content = list(self._beside_phrase(word, noun, word))
        elif word == 0 or governor < 0:
            content = list(self._beside_phrase(word, noun, max(governor, word)))
        kept = self._trimmed(t for t in content if t not in {word, *outside})
        return Said(word, (word, noun), owners[0], source, kept, "source")

    def _is_deposit(self, noun: int) -> bool:
        """Whether an account holds money, and tells nothing: "had $800,000 in its campaign account"."""
        tree, verb = self.tree, self.tree.head(noun)
        if tree.lemma(noun) not in words("attribution", "told", "deposits"):
            return False
        return bool(tree.having(noun, "compound")) or (
            verb >= 0 and tree.lemma(verb) in words("attribution", "told", "holding")
        )

    def _by_whose_count(self, word: int) -> Said | None:
        """ "31 percent by the ministry of health's count", "by one count of the union 40 came": between two pauses."""
        tree = self.tree
        if tree.lower[word] != "by":
            return None
        end = next((t for t in range(word + 1, len(self.upos)) if self._pauses(t)), len(self.upos))
        end = next(
            (t for t in range(word + 1, end) if self.upos[t] in ("VERB", "AUX")), end
        )  # "seen by X puts the number"
        for noun in range(word + 1, min(end, word + LONGEST_OWNER)):
            if tree.lower[noun] in POSSESSIVE and noun > word + 1 and self._is_counted_above(word, noun):
                return self._by_whose(word, noun)
            that = tree.lower[noun] == "that" and noun == word + 1
            counting = self.upos[noun] == "NOUN" and tree.lemma(noun) in words("attribution", "told", "reckonings")
            if not counting and not that:
                continue
            if tree.lower[noun - 1] in POSSESSIVE:
                low, high, last = word + 1, noun - 1, noun + 1
            elif tree.lower[noun + 1 : noun + 2] == ("of",) and "ADP" not in self.upos[word + 1 : noun]:
                low, high = noun + 2, noun + 2
                while high < end and self.upos[high] in NAMING:
                    high += 1
                last = high
            else:
                return None
            head = self._head_in(low, high)
            start = next((t + 1 for t in reversed(range(word)) if self._pauses(t)), 0)
            many = [t for t in range(start, word) if self.upos[t] == "NUM"]
            joined = [t for t in range(start, many[-1] if many else start) if tree.lower[t] in JOINING]
            before = range(joined[-1] + 1 if joined else start, word)
            goes = next((t for t in range(last, len(self.upos)) if self._parts(t)), len(self.upos))
            content = self._trimmed(before if many else (*before, *range(last, goes if word == 0 else end)))
            if head is None or not can_tell(tree, head) or not any(self.upos[t] == "NUM" for t in content):
                return None
            return Said(word, tuple(range(word, last)), head, self._trimmed(range(low, high)), content, "source")
        return None

    def _by_makers(self, noun: int) -> Said | None:
        """ "The toll of 64, issued by the agency", "the figure, put out by a lobby, is 40": whose number it is."""
        tree = self.tree
        if tree.lemma(noun) not in words("attribution", "told", "words"):
            return None
        for deed in tree.having(noun, "acl"):
            made = self.xpos[deed] == "VBN" and tree.lemma(deed) in words("sources", "making", "verbs")
            makers = [c for c in tree.having(deed, "obl") if made and tree.case(c) == "by" and can_tell(tree, c)]
            parts = [c for c in tree.having(noun, "nmod") if tree.case(c) == "of" and c < deed]
            numbers = [t for part in parts for t in tree.under(part)]
            verb = tree.head(noun)
            if not numbers and tree.base[noun] == "nsubj" and verb > deed:
                numbers = [t for t in tree.under(verb) if t > tree.under(deed)[-1]]
            if makers and any(self.upos[t] == "NUM" for t in numbers):
                return Said(deed, (deed,), makers[0], self._phrase(makers[0], deed), self._trimmed(numbers), "source")
        return None

    def _pause_before(self, word: int) -> int:
        """Where what stands before a word begins, behind a pause or a joint."""
        parted = (t + 1 for t in reversed(range(word)) if self._pauses(t) or self.tree.lower[t] in JOINED)
        return next(parted, 0)

    def _by_whose(self, word: int, mark: int) -> Said | None:
        """ "480 by the union's", of which the count is told before."""
        head, content = self._head_in(word + 1, mark), self._trimmed(range(self._pause_before(word), word))
        if head is None or not can_tell(self.tree, head) or all(self.upos[t] != "NUM" for t in content):
            return None
        return Said(word, (word,), head, self._trimmed(range(word + 1, mark)), content, "source")

    def _is_counted_above(self, word: int, mark: int) -> bool:
        """Of "430 by its own count, 480 by the union's" the second, whose count is told before."""
        tree = self.tree
        ended = mark + 1 >= len(self.upos) or self._pauses(mark + 1)
        first = tree.lower.index("by")  # at the latest ``word`` itself
        return ended and not words("attribution", "told", "reckonings").isdisjoint(tree.lemmas[first + 1 : word])

    def _by_aside(self, noun: int) -> Said | None:
        """ "12,000 people (police figures)", "twelve - the clinic's count - were hurt": whose number it is."""
        tree = self.tree
        if tree.lemma(noun) not in words("attribution", "told", "reckonings") or not self._is_numbered:
            return None
        low = next((t for t in reversed(range(noun)) if self.upos[t] not in NAMING), -1)
        closed = noun + 1 < len(self.upos) and tree.lower[noun + 1] in (")", "-", "–", "—", "--")
        if low < 1 or not closed or tree.lower[low] not in ("(", "-", "–", "—", "--"):
            return None
        names = [t for t in range(low + 1, noun) if tree.lower[t] not in POSSESSIVE]
        head = self._head_in(low + 1, names[-1] + 1) if names else None
        start = next((t + 1 for t in reversed(range(low)) if self._pauses(t)), 0)
        many = any(self.upos[t] == "NUM" for t in range(start, low))
        if head is None or not many or not can_tell(tree, head):
            return None
        return Said(noun, (noun,), head, self._trimmed(names), self._trimmed(range(start, low)), "source")

    def _pauses(self, token: int) -> bool:
        """Whether a token is a pause, and not the sign of a possessive."""
        return self.stops[token] and self.tree.base[token] != "case"

    def _by_per(self, word: int) -> Said | None:
        """ "12 dead, per the ministry", but neither "45 cents per share" nor "sold via agents"."""
        tree = self.tree
        named = tree.head(word)
        if word and tree.sentence.words[word][0].isupper():
            return None  # "the economist, Per Dahl, says"
        if tree.base[word] != "case" or named < word or (word and tree.lower[word - 1] != ","):
            return None
        carried = tree.lemma(named) in words("sayings", "carriers", "words")
        if tree.lower[word] == "via" and kind_of(tree, named) not in ("media", "agency"):
            return None  # "less fees, via a bank"
        known = carried or kind_of(tree, named) not in (None, "unnamed")
        if not known or (named == word + 1 and self.upos[named] != "PROPN"):
            return None
        source = self._trimmed(tree.stretch(named, (t for t in self._close(named) if t > word)))
        outside = {word, *source}
        content = [token for token in self._beside_phrase(word, max(source), tree.head(named)) if token not in outside]
        return Said(word, (word,), named, source, self._trimmed(content), "source")
