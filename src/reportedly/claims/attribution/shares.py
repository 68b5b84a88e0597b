"""What several say by one verb: "put at 8,000 by police and 25,000 by organisers", "the army says 14, aid groups 30".

A parser hangs the second number on the first, or its speaker on the number. Here the words themselves are read, one
sign for each, so that a row of shares is a pattern of signs; a sentence without a row costs one look.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reportedly.claims.attribution.contents import Contents
from reportedly.claims.attribution.sources import can_tell, kind_of
from reportedly.claims.attribution.speakers import Said, is_means
from reportedly.claims.kept import kept
from reportedly.claims.lexicons import either, words

SIGNS = {"at": "a", "by": "b", "according": "r", "to": "o", "of": "f", ",": "c", ";": "c"}
TAGS = {"NUM": "n", "SYM": "n", "CCONJ": "c", "VERB": "v", "AUX": "v"}
SHARES = frozenset({"percent", "%", "cent", "percentage", "point", "half", "third", "quarter"})  # what polls tell
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})
MANY, NAME = "(?:a?[px]{0,3}n[pnf]{0,9})", "(?:p[pf]{0,11})"  # words of a number with its thing, of a name
# Who says it, then how many; or how many, then who. The name first, since one that holds a number is none.
BY = re.compile(rf"(?=(?P<many>{MANY})c?b(?P<name>{NAME}))|(?=b(?P<first>{NAME})(?P<then>an{{1,4}}[pnf]{{0,9}}))")
SOURCED = re.compile(rf"(?=(?P<many>{MANY})c?ro(?P<name>{NAME}))")
GAPPED = re.compile(
    rf"c{{1,2}}(?P<name>{NAME})(?:t(?P<clause>[^c]*n[^c]*?)|(?P<many>n{{1,4}}|a[xpf]{{0,4}}n{{1,4}}x?))(?=c|x?$)"
)
LEFT_OUT = re.compile(rf"c(?P<name>{NAME})c(?=x{{0,2}}n)")  # "; the ministry, 19 new ones": the verb is left out
# "N things claimed by X", "N things that X had claimed".
OWNED = re.compile(
    rf"(?P<many>n[pnf]{{0,6}})(?:c?(?P<verb>v)b(?P<name>{NAME})|[xt](?P<owner>{NAME})v{{0,2}}(?P<told>v)(?=[xc]|$))"
)


class Shares(Contents):
    """Finds rows of shares in a sentence."""

    def _shares(self) -> Iterator[Said]:
        """One saying for each share of a row; two make one."""
        if not self._is_numbered or (signs := self._signs).count("n") < 2:
            return
        if signs.count("ro") > 1:
            yield from self._row(list(self._sourced(signs)))
        if signs.count("b") > 1:
            yield from self._row(list(self._by(signs)))

    @kept
    def _is_numbered(self) -> bool:
        """Whether any word may be a number: no share is told without one."""
        return "NUM" in self.upos or "SYM" in self.upos

    @kept
    def _signs(self) -> str:
        lower = self.tree.lower
        signs = [SIGNS.get(word) or _of_tag(tag) for word, tag in zip(lower, self.upos, strict=True)]
        for place in (place for place, word in enumerate(lower) if word == "that" and self.upos[place] != "DET"):
            signs[place] = "t"  # "organisers that there were a thousand"
        for place in (place for place, word in enumerate(lower) if word == "forecast" and place):
            by = lower[place + 1 : place + 2] == ("by",) and self.xpos[place - 1] in ("NNS", "CD", "NN")
            if by or lower[place - 1] in ("had", "have", "has"):
                signs[place] = "v"  # "the 40 tonnes forecast by the board", taken for a noun
        for place in (place for place, word in enumerate(lower) if word == "known"):
            if lower[place + 1 : place + 2] == ("to",):
                signs[place + 1] = "b"  # "the 212 cases known to the ministry"
        return "".join(signs)

    def _named(self) -> Iterator[Said]:
        """ "The 300 deaths reported by the ministry", "the 1,200 that officials had estimated": whose number it is."""
        for match in OWNED.finditer(self._signs) if self._is_numbered else ():
            verb = match.end("verb" if match["verb"] else "told") - 1
            name = "name" if match["name"] else "owner"
            head = self._head_in(*match.span(name)) if match[name] else None
            if head is None or self.tree.lemma(verb) not in words("attribution", "naming", "verbs"):
                continue
            low = match.start("many")
            if "than" in self.tree.lower[low:verb] and self._is_against(low, verb):
                continue
            passive = name == "name"
            if passive and is_means(self.tree, head):
                continue
            noun = self.upos[verb] == "NOUN"
            if not noun and passive != (self.xpos[verb] == "VBN" and not self.tree.having(verb, "aux", "aux:pass")):
                continue
            low -= self.upos[max(0, low - 1)] == "DET"
            source, content = tuple(range(*match.span(name))), tuple(range(low, match.end("many")))
            yield Said(verb, (verb,), head, source, content, "counted")

    def _is_against(self, first: int, verb: int) -> bool:
        """Whether what somebody had told is but what a number is held against: "two more than polls had predicted"."""
        thans = (t for t in range(first, verb) if self.tree.lower[t] == "than")
        return any(self.upos[t + 1] not in ("NUM", "SYM") for t in thans)

    def _row(self, found: list[Said]) -> Iterator[Said]:
        """The shares, the first with what stands before them all."""
        if len(found) < 2:
            return
        first, *others = found
        if first.way == "source":
            low = min(first.content)
            while low and not self._parts(low - 1):
                low -= 1
            first = replace(first, content=self._trimmed((*range(low, min(first.content)), *first.content)))
        yield from (first, *others)

    def _sourced(self, signs: str) -> Iterator[Said]:
        """ "212 according to the ministry and 340 according to the Red Crescent"."""
        for match in _apart(SOURCED, signs):
            low, high = match.span("name")
            head = self._head_in(low, high)
            if head is not None:
                cue = (low - 2, low - 1)
                yield Said(low - 2, cue, head, tuple(range(low, high)), tuple(range(*match.span("many"))), "source")

    def _by(self, signs: str) -> Iterator[Said]:
        """ "put at 8,000 by police and 25,000 by organisers": after a passive that counts."""
        counting = either(("attribution", "putting", "verbs"), ("attribution", "objects", "verbs"))
        passive = [
            token
            for token, sign in enumerate(signs)
            if sign == "v" and self.xpos[token] == "VBN" and self.tree.lemma(token) in counting
        ]
        for verb in passive[:1]:
            rest = re.compile("v|$").search(signs, verb + 1)
            for match in _apart(BY, signs[: rest.start() if rest else len(signs)], verb + 1):
                name, many = ("name", "many") if match["name"] else ("first", "then")
                head = self._head_in(*match.span(name))
                if head is None or not can_tell(self.tree, head):
                    continue
                source, content = tuple(range(*match.span(name))), tuple(range(*match.span(many)))
                yield Said(verb, self._cue(verb, ()), head, source, content, "counted")

    def _gapped(self, said: Said) -> Iterator[Said]:
        """ "The army said 14 had died, aid groups 30": the saying without what another says, and the other's."""
        signs, shares = self._signs, []
        # "spoke of 30, police of 20"
        of = said.way == "held" and self.tree.lower[max(said.cue, default=said.verb)] == "of"
        opened = (of or said.way in ("said", "counted")) and said.head is not None and self._may_share(said)
        numbered = opened and self._is_numbered and self._opens_with_number(said, signs)
        if numbered or (opened and "t" in signs[said.verb :]):
            for match in GAPPED.finditer(signs, said.verb + 1):
                if (not numbered and not match["clause"]) or match["name"].endswith("f") != of:
                    continue
                low, high = match.start("name"), match.end("name") - of
                head = self._head_in(low, high)
                if head is None or self._is_time(head):
                    continue  # "bonds, due March 15, have"
                if can_tell(self.tree, head) and kind_of(self.tree, head) != "person":
                    told = "clause" if match["clause"] else "many"
                    source, content = tuple(range(low, high)), tuple(range(*match.span(told)))
                    shares.append(Said(said.verb, said.cue, head, source, content, "counted" if of else said.way))
            shares += self._left_out(said, signs) if numbered and not of else ()
        if shares:
            said = said.of(tuple(t for t in said.content if t < min(shares[0].source)))
        yield from (share for share in (said.of(self._trimmed(said.content)), *shares) if share.content)

    def _left_out(self, said: Said, signs: str) -> Iterator[Said]:
        """ "The WHO counted 715 cases; the ministry, 19 new ones and 88 deaths": a comma for the verb."""
        lower = self.tree.lower
        for match in LEFT_OUT.finditer(signs, said.verb + 1) if ";" in lower else ():
            low, high = match.span("name")
            head = self._head_in(low, high) if (lower[low - 1], lower[high]) == (";", ",") else None
            if head is None or not can_tell(self.tree, head):
                continue
            end = next((t for t in range(high + 1, len(lower)) if lower[t] in (";", ".")), len(lower))
            if not any(self.upos[t] in ("VERB", "AUX") for t in range(high + 1, end)):
                content = self._trimmed(range(high + 1, end))
                yield Said(said.verb, said.cue, head, tuple(range(low, high)), content, said.way)

    def _may_share(self, said: Said) -> bool:
        """Whether what is said stands behind its verb, outside quotations."""
        return said.verb < min(said.content) and self.quoted[said.verb] < 0

    def _opens_with_number(self, said: Said, signs: str) -> bool:
        """Whether a number is what is told, and not one of what somebody else did: "said the army had lost $4m"."""
        opening = "".join(signs[token] for token in said.content[:3])
        return "n" in opening or bool(re.search("an", "".join(signs[token] for token in said.content)))


@cache
def _of_tag(tag: str) -> str:
    return TAGS.get(tag) or ("p" if tag in NAMING else "x")


def _apart(pattern: re.Pattern[str], signs: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The matches of a look ahead, each from the first place after the one before it."""
    end = start
    for match in pattern.finditer(signs, start):
        if match.start() >= end:
            end = max(match.end(group) for group in match.groupdict())
            yield match
