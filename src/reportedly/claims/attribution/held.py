"""What a noun holds that somebody says: "the claim that", "a report of", "the ministry's figure of"."""

from functools import cache

from reportedly.claims.attribution.around import Around
from reportedly.claims.attribution.sources import can_tell, kind_of
from reportedly.claims.attribution.speakers import HAVING, phrases
from reportedly.claims.lexicons import either, words
from reportedly.values.units import is_money, unit_of_word

BEING = frozenset({"is", "was", "remains", "been", "has", "had", "have"})
NUMBER, CLAIM = "number", "claim"
LONGEST_ASIDE = 15  # words between a noun and the clause that it holds
TALLYING = ("media", "agency", "ngo", "international", "analyst")  # a state before "toll" is where it rises


@cache
def _words_held() -> frozenset[str]:
    """Nouns for somebody's word, which "is that" something is so."""
    listed = (words("attribution", kind, "words") for kind in ("views", "told", "tellings"))
    return words("attribution", "views", "stands").union(*listed)


@cache
def holding() -> frozenset[str]:
    """Every noun that may hold what somebody says."""
    topical = (noun for noun, _ in phrases("nominal", "topical"))
    told = either(("sayings", "nominal", "clausal"), ("attribution", "told", "words"))
    return _words_held().union(told, topical)


class Held(Around):
    """Finds what nouns hold."""

    def _held_by(self, noun: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What a noun holds, after the preposition that belongs to its cue."""
        tree, lemma = self.tree, self.tree.lemma(noun)
        if lemma not in holding():
            return (), ()
        if lemma in words("sayings", "nominal", "clausal"):
            makers = [child for child in tree.having(noun, "nmod") if tree.case(child) in ("by", "from")]
            behind = [child for maker in makers for child in tree.having(maker, "acl")]
            for child in (*tree.having(noun, "acl", "ccomp"), *behind):
                marks = {tree.lower[mark] for mark in tree.having(child, "mark", "obj")}
                if (
                    child > noun
                    and marks & {"that", "to", "whether", "how"}
                    and (tree.sentence.relations[child] != "acl:relcl" or self._is_whole(child))
                ):
                    return (), tree.under(child)
        for child in tree.having(noun, "nmod", "acl"):
            cases = [c for c in tree.having(child, "case", "mark") if c == noun + 1]
            if lemma == CLAIM and self._is_sum(child):
                continue  # "insurers expect claims of 3 billion euros": what is claimed is to be paid
            if cases and not self._is_time(child) and (lemma, tree.lower[cases[0]]) in phrases("nominal", "topical"):
                counted = self.upos[child] == "NUM"  # "reports of 40 dead"
                more = [c for c in tree.having(noun, "nmod") if counted and c > child]
                beside = [token for c in more for token in tree.under(c)]
                between = range(cases[0] + 1, child)  # "a report of £12m offer", whose sign hangs elsewhere
                whole = sorted({*tree.under(child), *beside, *between})
                return (cases[0],), tuple(token for token in whole if token != cases[0])
        if lemma in words("sayings", "nominal", "clausal") and (told := self._that_behind(noun)):
            return (), told
        return (), self._predicated(noun) or self._numbered(noun)[1]

    def _is_done(self, noun: int) -> bool:
        """Whether a number changes by what somebody does, and not by what he tells: "raised the number of posts"."""
        tree = self.tree
        of = [c for c in tree.having(noun, "nmod") if tree.lemma(noun) == NUMBER and tree.case(c) == "of"]
        befallen = {tree.lower[t] for c in of for t in tree.having(c, "amod")} & words(
            "attribution", "tolls", "befallen"
        )
        is_toll = befallen or not words("attribution", "tolls", "words").isdisjoint(tree.lemma(c) for c in of)
        return bool(of) and not is_toll

    def _is_sum(self, noun: int) -> bool:
        """Whether money is told: "3 billion euros", "$3 billion"."""
        signed = any(self.upos[token] == "SYM" for token in self.tree.under(noun))
        return signed or is_money(unit_of_word(self.tree.lower[noun]) or "")

    def _predicated(self, noun: int) -> tuple[int, ...]:
        """ "The police version is that 40 shots were fired": what somebody's word is."""
        tree, after = self.tree, 0
        if tree.lemma(noun) in _words_held():
            after = max(self._close(noun)) + 1
        while 0 < after < len(self.upos) and tree.lower[after] in BEING:  # "has been that"
            after += 1
        is_that = after > 0 and tree.lower[after : after + 1] == ("that",) and tree.lower[after - 1] in BEING - HAVING
        if not is_that or self._owner(noun) is None:
            return ()
        end = next((t for t in range(after + 1, len(self.upos)) if self._parts(t)), len(self.upos))
        return tuple(range(after, end))

    def _that_behind(self, noun: int) -> tuple[int, ...]:
        """The clause with "that" right behind a noun's phrase, wherever it is hung: "a report in the Post that"."""
        tree, after = self.tree, max(self._close(noun)) + 1
        if self.upos[after : after + 1] == ("ADP",) and after + 1 < len(self.upos) and self._is_time(after + 1):
            after += 2  # "his claim in November that"
        if tree.lower[after : after + 1] == (",",):  # "reports, carried in several papers, that"
            closing = range(after + 1, min(after + LONGEST_ASIDE, len(self.upos) - 1))
            after = next((t + 1 for t in closing if tree.lower[t] == ","), after)
        if after >= len(self.upos) or tree.lower[after] != "that" or self.xpos[after] != "IN":
            return ()
        clause = tree.head(after)
        if tree.base[clause] == "ccomp" and tree.head(clause) < noun:
            return ()  # "said in a statement that": it is said
        return tuple(token for token in tree.under(clause) if token >= after)

    def _is_whole(self, clause: int) -> bool:
        """Whether a clause with "that" lacks nothing, so that it is told and not a relative one."""
        tree = self.tree
        that = [mark for mark in tree.having(clause, "mark", "obj") if tree.lower[mark] == "that"]
        if not tree.having(clause, "nsubj") or not that:
            return False
        # "the claim that he wanted to close 40 schools", where the parse takes "that" for what he wanted
        below = next((c for c in tree.having(clause, "xcomp") if c > clause), None)
        lacking = below is None or not any(c > below for c in tree.having(below, "obj"))
        marked = tree.base[that[0]] == "mark"  # no part of its clause, whatever its tag
        return self.xpos[that[0]] == "IN" or marked or not lacking

    def _numbered(self, noun: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What somebody's figure is: "the ministry's figure of 1,310 cases", "estimates from it range to 900"."""
        tree = self.tree
        if tree.lemma(noun) not in words("attribution", "told", "words") or self._owner(noun) is None:
            return (), ()
        for child in tree.having(noun, "nmod"):
            if tree.case(child) in ("of", "for") and any(self.upos[token] == "NUM" for token in tree.under(child)):
                return (), tuple(token for token in tree.under(child) if token != tree.having(child, "case")[0])
        verb = tree.head(noun)
        carried = tree.lemma(verb) in words("sayings", "carriers", "verbs")  # "the tally shows": found at the verb
        if (
            tree.base[noun] == "nsubj"
            and not carried
            and self.upos[verb] in ("VERB", "NUM", "NOUN", "SYM")
            and not tree.having(verb, "ccomp")
        ):
            own = set(tree.under(noun))
            later = [token for child in tree.having(verb, "parataxis", "conj", "advcl") for token in tree.under(child)]
            found = (token for token in tree.under(verb) if token > noun and token not in own and token not in later)
            told = tuple(found)
            return (), told if self._counts(verb) else ()
        return (), ()

    def _owner(self, noun: int) -> int | None:
        tree = self.tree
        for child in tree.having(noun, "nmod:poss"):
            counted = tree.lemma(noun) == NUMBER and self.upos[child] == "PRON"
            return None if counted else child  # "their number": those who are counted
        verb = tree.head(noun)
        # "denied union claims that", where a parse takes the union for whom it was denied to
        taken = [c for c in tree.having(verb, "iobj") if c == noun - 1] if tree.base[noun] == "obj" else []
        for child in (*tree.having(noun, "compound"), *taken):
            named = self.upos[child] == "PROPN" and kind_of(tree, child) in TALLYING
            kind = kind_of(tree, child)
            told = named or (kind in ("government", "military", "ngo") and self.upos[child] == "NOUN")
            if told and tree.lemma(noun) in words("attribution", "told", "words") | {"version", "line"}:
                return child  # "the Reuters count", "the police version"
            if tree.lemma(noun) in words("attribution", "tellings", "words") and self._is_tellers(child, kind):
                return child  # "union claims", "the Gazette report"
        if any(tree.lemma(child) == "official" for child in tree.having(noun, "amod")):
            return noun  # "the official figure, last updated in 2014, is 14 million": the state's
        for child in tree.having(noun, "nmod", "acl"):
            case = tree.case(child)
            if case == "in" and kind_of(tree, child) == "media":
                return child  # "a report in the Post"
            if tree.base[child] == "acl" and (keeper := self._keeper(child)) is not None:
                return keeper
            # "The toll from the quake": a thing is where a toll comes from, and tells nothing.
            tells = case != "from" or can_tell(tree, child)
            many = self.upos[child] == "NUM" or bool(tree.having(child, "nummod"))
            if case in ("by", "from", "among") and tells and not many and self.xpos[child] != "VBG":
                return child
        return None

    def _keeper(self, deed: int) -> int | None:
        """ "The tally kept by the agency": who keeps or makes a count."""
        tree = self.tree
        if self.xpos[deed] not in ("VBN", "VBD") or tree.lemma(deed) not in words("sources", "making", "verbs"):
            return None
        agents = (child for child in tree.having(deed, "obl") if tree.case(child) == "by" and can_tell(tree, child))
        return next(agents, None)

    def _is_tellers(self, child: int, kind: str | None) -> bool:
        """Whether a noun or name before "report" or "claim" tells whose it is, and not what it is of."""
        if self.upos[child] == "NOUN":
            return kind not in (None, "person", "unnamed", "media") and can_tell(self.tree, child)
        placed = any(first <= child < last and sort == "LOC" for first, last, sort in self.tree.sentence.entities)
        return self.upos[child] == "PROPN" and not placed

    def _close(self, head: int) -> tuple[int, ...]:
        """A noun phrase without what a comma or a dash adds loosely at its end."""
        tree = self.tree
        found = set(tree.under(head))
        for child in tree.having(head, "acl", "appos", "parataxis"):
            inside = tree.under(child)
            if min(inside) > head and self.stops[min(inside) - 1 if not self.stops[min(inside)] else min(inside)]:
                found -= set(inside)
        return tuple(sorted(found))
