"""Claims become comparable: which of those there are a figure counts, by the words of its own sentence.

Words before what is counted and behind it narrow it, those in no table by themselves; names do not, nor do words that
only tell whose it is or when. Of money that a state spends or cuts, what it goes to or is taken from narrows it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from reportedly.model import Claim, Counted, Span
from reportedly.series import populations
from reportedly.series.fates import befalls
from reportedly.series.lexicons import lexicon, subjects, words
from reportedly.values.measures import dimension, naming, singular

if TYPE_CHECKING:
    from reportedly.series.pages import Page

BUDGET = "budget"
CONFIRMED, SUSPECTED, CASES = "confirmed", "suspected", "cases"
MAKE = re.compile(r"[a-z]{1,4}-\d{1,4}[a-z]{0,3}\d?s?")  # "f-16s"
AMONG = re.compile(r"\b(?:among (?:them|those|whom|which)|including|of (?:them|whom|which))\b[^.;]{0,20}$")
OWNING = ("'s", "’s", "s'", "s’")  # "the country's population": whose it is narrows nothing
ON = re.compile(r" on (?:the |its |their )?(?!the |its |their )([a-z]{3,})\b(?!['’])")
PEOPLE = "people"
# Whom a rate is of: "unemployment among women", "among the under-25s".
RATED = re.compile(
    r" among (?:the |its |their )?"
    r"((?:[^\W\d_]+[ -]){0,3}?(?:under|over)-\d\ds?|[^\W\d_]+(?:-[^\W\d_]+)*(?: [^\W\d_]{3,}s)?)",
    re.I,
)
PURPOSE = re.compile(r" (?:from|on|in|for) (?:the |its |their )?(?!the |its |their )([a-z]{3,})\b(?!['’])")


def told_of_goods(claim: Claim) -> str | None:
    """The measure of a good by what is done with so much of it: exports by "exported 2 million tonnes of rice"."""
    verb, counted = claim.verb.lemma if claim.verb is not None else "", claim.counted
    if counted is None or counted.implied or claim.evidence.start <= counted.head.start < claim.evidence.end:
        return None  # "imported 300 barrels": of what, its number tells
    is_open = claim.measure is not None and claim.measure.open and claim.quantity.change == "level"
    sized = dimension(claim.quantity.unit) in ("mass", "volume", "money")
    return lexicon()["goods"]["told"].get(verb) if is_open and sized else None


@cache
def _closing() -> frozenset[str]:
    return words("goods", "ends") | words("empty", "words")


class Kinds:
    """The kinds that the figures of one document count."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def of(self, claim: Claim) -> frozenset[str]:
        """Which of those there are it counts."""
        counted, found = claim.counted, set[str]()
        # "Killed 12 men and nine women, bringing the total to 40": people of both kinds, told by the word for the last
        both = counted is not None and counted.implied and counted.lemma == PEOPLE != counted.head.quote.lower()
        if counted is not None and not both:
            ahead = self.page.document.span(counted.phrase.start, max(counted.head.start, counted.phrase.start))
            behind = self.page.document.span(counted.head.end, max(counted.head.end, counted.phrase.end))
            named = set(claim.measure.slug.split("_")) if claim.measure is not None else set()
            head, before = counted.head.quote.lower(), self._words(ahead)
            before = before[: len(before) - naming(before, head)]
            found |= populations.kinds((word for word in before if word not in named), head)
            found |= populations.declared(self._words(behind)) if not found else set()
            found |= {head.removesuffix("s")} if MAKE.fullmatch(head) else set()  # two makes are never one thing
            found |= set(self._goods(claim, counted, behind))
        own = (span for span in self.page.spans(claim, "population") if not self._is_of_part(claim, span))
        told = [word.lower() for span in own for word in span.quote.split()]
        found |= populations.declared(told)
        if claim.measure is not None:
            told_of = {form for word in claim.measure.slug.split("_") for form in (word, word.removesuffix("s"))}
            found -= told_of - words("forces", "populations")
            found -= frozenset(lexicon()["plain"].get(claim.measure.slug, ()))
        if counted is not None and told_of_goods(claim) is not None:
            found |= {singular(word) for word in self._words(counted.phrase) if word not in _closing()}
        of_part = len(told) < sum(len(span.quote.split()) for span in self.page.spans(claim, "population"))
        measured = claim.measure is not None and claim.measure.slug == CASES and not of_part
        if SUSPECTED in found and (CONFIRMED in found or measured):
            found = found - {SUSPECTED} | {CONFIRMED}  # those were suspected before: "310 of which have been confirmed"
        if not self._numbers_a_count(claim):
            found |= {f"{name} round" for word in told if (name := populations.round_of(word)) is not None}
        for span in self.page.spans(claim, "relation"):
            found |= set(populations.opening(span.quote))
        for span in self.page.spans(claim, "relation", "owner", "place"):
            found |= set(populations.left_out(span.quote))
            if (name := populations.rounds(span.quote)) is not None:
                found.add(f"{name} round")
        if CONFIRMED in found and befalls(claim) and (self.page.outbreak is None or self.page.illnesses.beside_harm):
            found = found - {CONFIRMED}  # who was found dead is of no test, as whoever is ill may be
        if claim.measure is not None and claim.measure.slug == "casualties":
            found |= set(self._taken_in(claim))
        if counted is not None and not counted.implied:
            found |= set(self._rated(claim, counted))
        if claim.measure is not None and subjects().get(claim.measure.slug) == BUDGET:
            found = {kind for kind in found if kind not in words("empty", "budget")} | set(self._purpose(claim))
        return frozenset(found)

    def _numbers_a_count(self, claim: Claim) -> bool:
        """Whether a word like "earlier" tells which count it was: "its earlier count of 71" is of no earlier dead."""
        before = self.page.document.text[claim.context.start : claim.evidence.start].lower().split()[-2:]
        return before[-1:] == ["of"] and before[0] in words("empty", "numbers") | words("empty", "tallies")

    def _is_of_part(self, claim: Claim, span: Span) -> bool:
        """Whether a word stands behind the number of a part: "187 cases, among them 23 confirmed"."""
        between = (at for at in self._numbers[claim.context.start] if claim.evidence.end < at < span.start)
        first = min(between, default=None)
        return first is not None and AMONG.search(self.page.document.text, claim.evidence.end, first) is not None

    @cached_property
    def _numbers(self) -> Mapping[int, list[int]]:
        """Where the numbers of each sentence stand."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for claim in self.page.reading.claims:
            found[claim.context.start].append(claim.evidence.start)
        return found

    def _goods(self, claim: Claim, counted: Counted, behind: Span) -> Iterator[str]:
        """The good that is told of, its words behind the head or the head itself: "exports of rice", "diesel costs"."""
        told = self._words(behind)
        if counted.head.quote.lower() in words("goods", "heads"):
            if told and told[0] in words("goods", "links"):
                good = takewhile(lambda word: word not in words("goods", "ends"), told[1:])
                yield from (singular(word) for word in good if word not in words("empty", "words"))
        elif claim.measure is not None and claim.measure.slug in words("goods", "alone"):
            yield counted.lemma

    def _rated(self, claim: Claim, counted: Counted) -> Iterator[str]:
        """Of whom a share tells that measures no number of them: "unemployment among women"."""
        if claim.quantity.unit != "percent" or populations.people() & populations.declared((counted.lemma,)):
            return
        if (among := RATED.match(self.page.document.text, counted.head.end)) is not None:
            told = among.group(1).lower()
            known = populations.declared(populations.WORD.findall(told))
            first, _, second = told.partition(" ")
            verb = claim.verb is not None and singular(second) == claim.verb.lemma  # "among men rises"
            alone = first.endswith("s") or verb
            yield from known or {singular(first if alone and "-" not in told else told)}

    def _purpose(self, claim: Claim) -> Iterator[str]:
        """What a sum is spent on or taken from, a part of all: "900 million from hospitals", "spending on health"."""
        if dimension(claim.quantity.unit) != "money":
            return  # "unemployment fell to 5.6 percent in the three months", "dropped by 3.3 percent from the previous"
        text, counted = self.page.document.text, claim.counted
        behind = PURPOSE.match(text, claim.evidence.end)
        on = ON.match(text, counted.head.end) if counted is not None and not counted.implied else None
        for found in filter(None, (behind, on)):
            if found.group(1) not in words("empty", "purposes") | words("empty", "budget"):
                yield singular(found.group(1))

    def _words(self, span: Span) -> list[str]:
        """The words of ``span`` without the names in it."""
        text = list(span.quote)
        for name in self.page.near(span):
            for at in range(max(name.start, span.start), min(name.end, span.end)):
                text[at - span.start] = " "
        told = populations.WORD.findall("".join(text))
        owning = max((place for place, word in enumerate(told) if word.endswith(OWNING)), default=-1)
        return [word.lower() for word in told[owning + 1 :] if not self._is_named(word)]

    def _is_named(self, word: str) -> bool:
        """Whether a word that no table has is a name: told more than once, and each time with a capital."""
        low = word.lower()
        return (
            word[0].isupper() and low not in populations.known() and self._written[word] > 1 and not self._written[low]
        )

    @cached_property
    def _written(self) -> Counter[str]:
        """How often the text has each word, as it is spelled; what is all capitals as a name."""
        told = populations.WORD.findall(self.page.document.text)
        return Counter(word.capitalize() if word.isupper() else word for word in told)

    @cached_property
    def _slugs_in(self) -> Mapping[int, set[str]]:
        """What the figures of each sentence measure, and whom a count of casualties might take in they count."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for claim in self.page.reading.claims:
            if claim.measure is not None:
                found[claim.context.start].add(claim.measure.slug)
            if claim.counted is not None and not claim.counted.implied:
                told = populations.folded(claim.counted.phrase.quote)
                found[claim.context.start].update(kind.removeprefix(populations.WITH) for kind in told)
        return found

    def _taken_in(self, claim: Claim) -> Iterator[str]:
        """What a count of casualties takes in beside, where no figure beside it counts that by itself."""
        beside = self._slugs_in[claim.context.start]
        sentence = "" if claim.basis == "coded" else claim.context.quote
        for text in (sentence, *(span.quote for span in self.page.spans(claim, "relation"))):
            yield from (kind for kind in populations.folded(text) if kind.removeprefix("with ") not in beside)
