"""When it happened: the day of the news with which a report opens, for what it goes on to tell of it.

"A quake struck before dawn on Tuesday, killing 94. Power was out in 420,000 homes": what a report of that week tells in
the past, with no other time and in no paragraph that looks back, came about between that day and the report.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.intervals import DAY
from reportedly.claims.lexicons import either, words
from reportedly.claims.reach import is_past, is_perfect
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.model import Document, PartKind, When
from reportedly.values import lexicons as values

RECENT = 2  # days before a report in which its news was
LEANS = re.compile(r"\b(?:hour|day|night|week|month|year)s? (?:after|before)\b", re.I)  # "on Friday, a day after"
DONE_TAGS = ("VBD", "VBN")
OWN = ("aux", "aux:pass", "cop")


class Tidings:
    """The day of what one document opens with; None where it tells of none, or of several."""

    def __init__(self, document: Document, times: Times) -> None:
        self.document, self.times = document, times
        self.day: When | None = None
        published = times.published or ""
        # A live report is of many hours, each with its own news.
        self._today = published[:DAY] if len(published) >= DAY and not times.entries else None
        self._titled = False  # whether its title tells what befell somebody or something
        self._opening: int | None = None  # where the paragraph that opens the report ends
        self._turns: dict[int, int] = {}  # by the start of a part, where it first tells of an earlier time

    def read(self, tree: Tree, kind: PartKind) -> None:
        """Take in a sentence, which may be one of those that open the report."""
        if self._today is None or self.day is not None:
            return
        if kind in ("headline", "deck"):
            self._titled = self._titled or _strikes(tree)
        if kind != "body":
            return
        sentence = tree.sentence
        if self._opening is None:
            part = self.document.part_at(sentence.start)
            self._opening = part.end if part is not None else sentence.end
        if sentence.start >= self._opening:
            self._today = None  # what opened it told of no day
            return
        if LEANS.search(self.document.text, sentence.start, sentence.end):
            return
        if not (self._titled or _strikes(tree)):
            return
        telling = either(("figures", "telling", "verbs"), ("times", "counting"))
        done = [t for t, tag in enumerate(sentence.xpos) if tag in DONE_TAGS and tree.lemma(t) not in telling]
        done = [t for t in done if tree.base[t] != "parataxis" and not tree.having(t, "ccomp")]  # "he wrote on Monday"
        told = (self.times.only(tree, t, len(tree.lower)) for t in done if is_past(tree, t) and not is_perfect(tree, t))
        days = {(when.start, when.end): when for when in told if when is not None}
        if len(days) == 1:
            (when,) = days.values()
            since = (date.fromisoformat(self._today) - timedelta(RECENT)).isoformat()
            is_day = when.start == when.end and len(when.start or "") == DAY
            self.day = when if is_day and since <= (when.start or "") <= self._today else None

    def of(self, tree: Tree, verb: int) -> When | None:
        """From that day up to the report, for what ``verb`` tells in a sentence without a time."""
        part = self.document.part_at(tree.sentence.start)
        if self.day is None or part is None or part.kind != "body" or verb < 0 or not is_past(tree, verb):
            return None
        shared = tree.base[verb] == "conj" and not tree.having(verb, *OWN)  # "has upheld 58 and rejected 349"
        if tree.lemma(verb) in words("times", "no_news"):
            return None  # "he had three children", "the bridge was 300 metres long"
        if tree.sentence.relations[verb] == "acl:relcl" or _is_before(tree, tree.head(verb) if shared else verb):
            return None
        turned = self._turn(part.start, part.end, self.day.start or "") < tree.sentence.start
        return None if turned else replace(self.day, end=self._today)

    def _turn(self, start: int, end: int, day: str) -> int:
        """Where a part first tells of a time before ``day``; its end where it tells of none."""
        if start not in self._turns:
            known = self.times.known
            first, last = (bisect_left(known, at, key=lambda time: time.start) for at in (start, end))
            earlier = (time.start for time in known[first:last] if (time.high or time.low or day)[:DAY] < day)
            self._turns[start] = next(earlier, end)
        return self._turns[start]


def _strikes(tree: Tree) -> bool:
    """Whether a sentence tells what befell somebody or something: a quake, a shooting, a ship that sank, deaths."""
    lemmas = frozenset(tree.lemmas)
    struck = words("times", "striking") | words("persons", "killed", "verbs") | words("persons", "killed", "nouns")
    struck |= words("persons", "wounded", "living") | words("times", "occasions")
    struck |= values.words("dates", "tense", "befallen")
    return not struck.isdisjoint(lemmas) or not words("persons", "killed", "words").isdisjoint(tree.lower)


def _is_before(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what had been done before, but for what was said so: "had been treated, she said"."""
    if not is_perfect(tree, verb):
        return False
    told = tree.base[verb] == "ccomp" and is_past(tree, tree.head(verb))
    return not (told and any(tree.lower[t] == "had" for t in tree.having(verb, "aux")))
