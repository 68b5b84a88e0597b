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
# "The Oldra accord" bears a place's name and was not made of it; "figures from Riga", "between Riga and Tartu".
LED = re.compile(r"\b(?:the|an?|this|that|its|their|his|her) $", re.IGNORECASE)
NOUN = re.compile(r" [a-z]")
END = re.compile(r"\b(?:from|between) (?:the )?$", re.IGNORECASE)
BESIDE = 20  # characters before a name
FAR = 4000  # characters back in a paragraph in which a place is named
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
        if actor in state_names() or self.page.scenes.embattled:
            return None
        goes_on = self._may_go_on(claim)
        if place is None:
            return (self._where(claim, measure) or self._here(claim)) if goes_on else None
        here = self._here(claim) if goes_on else None
        if here is not None and places.country(here) in (None, place):
            return here
        return self._within(claim, measure, place, goes_on=goes_on)

    def _within(self, claim: Claim, measure: Measure, state: str, *, goes_on: bool) -> str | None:
        """The one place in the ``state`` a text is about that its sentence names, in whatever way.

        Of what happened that which was named before it in its paragraph, or in the headline where none was.
        """
        page, text, sentence = self.page, self.page.document.text, claim.context
        part = page.document.part_at(sentence.start)
        if state not in state_names() or part is None or places.is_national(sentence.quote):
            return None
        first = text.rfind(";", sentence.start, claim.evidence.start) + 1
        last = text.find(";", claim.evidence.end, sentence.end)
        clause = page.document.span(max(first, sentence.start), sentence.end if last < 0 else last)
        if self._is_speakers(claim, clause):
            return None
        spans = [clause]
        if goes_on and part.kind == "body" and self._happens(claim, measure):
            first = max(part.start, clause.start - FAR)
            before = page.document.span(first, clause.start) if first < clause.start else None
            spans += [span for span in (before, self._headline) if span is not None]
        named = next(((span, told) for span in spans if (told := self._all(span))), None)
        if named is None or self._is_aside(named[0]):
            return None
        lesser = places.narrowest([path for path in named[1] if path != state])
        return lesser[0] if len(lesser) == 1 and places.country(lesser[0]) == state else None

    @cached_property
    def _headline(self) -> Span | None:
        return self.page.scenes.first("headline")

    @staticmethod
    def _happens(claim: Claim, measure: Measure) -> bool:
        """Whether it counts what happened, or what no measure that is known tells."""
        return measure.open or is_toll(claim) or subjects().get(measure.slug) in words("places", "happening")

    def _all(self, span: Span) -> list[str]:
        """Every place and state that ``span`` names, but for who is quoted and what only bears its name."""
        told = (name for name in self.page.named(span) if name.kind in ("state", "place") and self._is_where(name))
        paths = [path for name in told if not self._is_borne(name) and (path := places.path(name)) is not None]
        return list(dict.fromkeys((*self.told(span), *paths)))

    def _is_borne(self, name: Name) -> bool:
        """Whether something only bears the name of a place, or comes from there, or it is one of two ends."""
        text, first = self.page.document.text, max(0, name.start - BESIDE)
        if self.page.scenes.is_reached(name):
            return True
        bears = LED.search(text, first, name.start) is not None and NOUN.match(text, name.end) is not None
        return bears or END.search(text, first, name.start) is not None

    @staticmethod
    def _is_aside(span: Span) -> bool:
        """Whether a place in ``span`` may be that of some of them, or of somebody told of aside."""
        return OF_SOME.search(span.quote) is not None or OF_WHOM.search(span.quote) is not None

    def _where(self, claim: Claim, measure: Measure) -> str | None:
        """Where what is told happened, by what stands before it; None where that is open."""
        if not self._happens(claim, measure):
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
        """The figures of which others are told to be a part in some place: "41 died, 12 of them in Oldra"."""
        return frozenset(
            claim.part_of
            for claim in self.page.reading.claims
            if claim.part_of is not None and any(slot.role == "place" for slot in claim.slots)
        )

    def _names(self, span: Span) -> bool:
        """Whether ``span`` names a state or a place, in whatever way."""
        return bool(self.told(span) or self._others(span))

    def _only(self, span: Span) -> str | None:
        """The one place named in ``span`` as where something is; None where another is named, in whatever way."""
        told = places.narrowest(list(dict.fromkeys(self.told(span))))
        if len(told) != 1:
            return None
        if self._is_aside(span):
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
