"""Claims become comparable: where a sentence goes on that names no place, by the one that was named right before it.

"The square in Oldra was cleared. 134 people were arrested" is told of Oldra. Only what happened goes on, and only where
one place alone was named before it in its paragraph, or in the headline above the first: a count of a whole country, a
sum up to now, a share or a price is of no place that happens to stand before it.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.model import DONE, Claim, Measure, Span
from reportedly.series import places
from reportedly.series.fates import is_toll
from reportedly.series.lexicons import subjects, words
from reportedly.series.pointing import is_nowhere
from reportedly.values.gazetteer import Name, fold
from reportedly.values.states import state_names

if TYPE_CHECKING:
    from reportedly.series.pages import Page

OF_SOME = re.compile(
    r"\bof (?:them|whom|these|those|which),? (?:\w+ )?(?:in|at|near|off|outside) "
)  # "most of them in Riga"
# "Ms Arnot, who was born in Pelham, leads 30 deputies": what is said aside is told of nobody else.
OF_WHOM = re.compile(r", (?:of |with |to )?(?:who|whom|whose|which)\b[^.;]*\b(?:in|at|near|off|outside) (?:the )?[A-Z]")
NAMED = re.compile(rf"(?:[Tt]he )?{places.NAME}")
COUNT = "count"
# Between a place and a number these part one clause from another.
BREAK = re.compile(
    r"[,;()]|\b(?:and|but|who|whom|whose|which|that|when|while|as|after|before|because|where|since|said|says|told)\b",
    re.IGNORECASE,
)


class Staying:
    """The places of one document that its next words are told of, too."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def narrowed(self, claim: Claim, measure: Measure, actor: str | None, place: str | None) -> str | None:
        """Where it is, more narrowly than the state ``place`` that the text is about, or where that is open.

        None where a state acts, or the text has two sides.
        """
        if actor in state_names() or self.page.scenes.embattled or not self._may_go_on(claim):
            return None
        if place is None:
            return self._where(claim, measure) or self._here(claim)
        here = self._here(claim)
        return here if here is not None and places.country(here) in (None, place) else None

    def _where(self, claim: Claim, measure: Measure) -> str | None:
        """Where what is told happened, by what stands before it; None where that is open."""
        if not (measure.open or is_toll(claim) or subjects().get(measure.slug) in words("places", "happening")):
            return None
        page, sentence = self.page, claim.context
        if self._names(page.document.span(claim.evidence.end, sentence.end)):
            return None
        before = page.document.span(sentence.start, claim.evidence.start)
        if self._names(before):
            return None if self._is_speakers(claim, before) else self._only(before)
        if any(NAMED.match(span.quote) for span in page.spans(claim, "doer", "owner")):
            return None  # "Tarvas gained 4,100": who acts may be somewhere else
        return self._before(sentence)

    def _here(self, claim: Claim) -> str | None:
        """The one place that its own clause names, wherever that stands: "bodies were pulled from a house in Oldra"."""
        text, span = self.page.document.text, claim.context
        found = [m.span(1) for m in places.placing().finditer(text, span.start, span.end)]
        if len(found) != 1 or self._is_speakers(claim, span):
            return None
        (start, end), figure = found[0], claim.evidence
        between = text[end : figure.start] if end <= figure.start else text[figure.end : start]
        return None if BREAK.search(between) else self._only(span)

    def _is_speakers(self, claim: Claim, before: Span) -> bool:
        """Whether the place stands where its sentence tells who says it: "a group treating patients in Oldra says"."""
        steps = claim.attribution
        ends = [(s.span.start, s.words.end) for s in steps if s.span and s.words and s.span.start < s.words.end]
        between = (self.page.document.span(*end) for end in ends)
        return any(before.start <= span.start and bool(self.told(span)) for span in between)

    def _before(self, sentence: Span) -> str | None:
        """The one place named before a sentence in its paragraph, or in the headline above the first."""
        page = self.page
        part = page.document.part_at(sentence.start)
        if part is None or part.kind != "body":
            return None
        earlier = page.document.span(part.start, sentence.start) if part.start < sentence.start else None
        if earlier is not None and self._names(earlier):
            return self._only(earlier)
        body, head = page.scenes.first("body"), page.scenes.first("headline")
        is_first = body is not None and body.start == part.start
        return self._only(head) if is_first and head is not None else None

    def _may_go_on(self, claim: Claim) -> bool:
        """Whether it is a count of what happened, and no sum of a whole of which a place is only a part."""
        if claim.quantity.unit != COUNT or claim.status not in DONE or claim.id in self._wholes:
            return False
        thing = claim.counted.lemma if claim.counted is not None else None
        if thing in words("places", "seats") or is_nowhere(claim, None) or places.is_national(claim.context.quote):
            return False
        sentence = f" {fold(claim.context.quote)} "
        return not any(f" {word} " in sentence for word in words("places", "widening"))

    @cached_property
    def _wholes(self) -> frozenset[str | None]:
        """The figures of which others are told to be a part."""
        return frozenset(claim.part_of for claim in self.page.reading.claims)

    def _names(self, span: Span) -> bool:
        """Whether ``span`` names a state or a place, in whatever way."""
        return bool(self.told(span) or self._others(span))

    def _only(self, span: Span) -> str | None:
        """The one place named in ``span`` as where something is; None where another is named, in whatever way."""
        told = places.narrowest(list(dict.fromkeys(self.told(span))))
        if len(told) != 1:
            return None
        text = self.page.document.text
        if OF_SOME.search(text, span.start, span.end) or OF_WHOM.search(text, span.start, span.end):
            return None
        others = {path for path in self._others(span) if path != told[0] and not places.lies_in(told[0], path)}
        return None if others else told[0]

    def told(self, span: Span) -> list[str]:
        """The places named in ``span`` as where something is: "in Oldra", whether or not a table knows it."""
        page, text = self.page, self.page.document.text
        found: list[tuple[int, str]] = []
        for name in page.named(span):
            path = places.path(name)
            if path is not None and page.before(name.start) in words("places", "within") and self._is_where(name):
                found.append((name.start, path))
        for match in places.placing().finditer(text, span.start, span.end):
            start, end = match.span(1)
            named = re.sub(r"['’]s?$", "", match.group(1))
            if self._knows(start, end) or page.speaks(start) or (unknown := places.unknown(named)) is None:
                continue
            if unknown not in page.actors and not places.is_firm(unknown):
                found.append((start, page.pointing.at_home(unknown)))
        return [path for _, path in sorted(found)]

    def _knows(self, start: int, end: int) -> bool:
        """Whether a name with a place of its own, or of somebody, stands there."""
        near = self.page.near(self.page.document.span(start, end))
        return any(not self.page.is_nowhere(name) for name in near)

    def _others(self, span: Span) -> list[str]:
        """Where the states and places are that are named in ``span`` in whatever way, but for who is quoted."""
        told = (name for name in self.page.named(span) if name.kind in ("state", "place") and self._is_where(name))
        return [path for name in told if (path := places.path(name)) is not None]

    def _is_where(self, name: Name) -> bool:
        page = self.page
        return not (page.speaks(name.start) or page.is_people(name) or page.scenes.is_dateline(name))
