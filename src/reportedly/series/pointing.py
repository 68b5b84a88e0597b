"""Claims become comparable: where what only points to a place is, "the city", "his district", "across the border".

A phrase without a name stands for a place that the text names before it, or for one that follows from where the text
is at home. What nothing leads to stays a place of this report alone, so that no other's figures meet it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.model import Claim, Span
from reportedly.series import periods, places
from reportedly.series.lexicons import words
from reportedly.values.gazetteer import Name, fold
from reportedly.values.places import namesakes

if TYPE_CHECKING:
    from reportedly.series.pages import Page

WITHIN = re.compile(r"\b(?:in|inside) (?:the )?$")
FEW = 30  # names back in which one is looked for that a phrase stands for
BESIDE = 20  # characters beside a name in which the word stands that tells that something is in it
NEAR = 300  # characters back in which the town is named that "the city" stands for
ROUTE = re.compile(r"\bfrom (?:the )?[\w'’ -]{2,40} to (?:the )?$")
ONWARD = re.compile(r"(?:the )?[\w'’-]+(?: [A-Z][\w'’-]*)* to (?:the )?[A-Z]")
DIVISION = 2  # steps of a path down to a state's division
LONGEST = 60  # characters of a route before its end


def is_nowhere(claim: Claim, published: str | None) -> bool:
    """Whether what is counted is in no place: how long something lasts, votes and bans; or was in another year."""
    year = (claim.when.end or "")[: periods.YEAR] if claim.when is not None else ""
    thing = claim.counted is not None and claim.counted.lemma in words("places", "nowhere")
    lasts = claim.quantity.unit in words("places", "lengths")
    return thing or lasts or bool(year and year < (published or "")[: periods.YEAR])


class Pointing:
    """The places of one document that its phrases only point to."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    @property
    def nameless(self) -> str:
        """A place without a name, which no other report speaks of."""
        return f"{places.THERE}/{self.page.document.id[:8]}"

    def at_home(self, place: str) -> str:
        """A place that no table has, in the one state that the text is about; not where the tables have it abroad."""
        page = self.page
        states = page.lead or page.states
        sure = len(states) == 1 and not page.scenes.embattled and (page.lead or not states & page.scenes.passing)
        sure = sure and not states <= page.scenes.elsewhere.origins  # "One was from Poland" tells of no place there
        home = next(iter(states)) if sure else None
        home = None if home is not None and page.scenes.is_whose(home) else home  # "five Germans died in the Dolomites"
        known = home is not None and places.is_held(place, home) and not page.scenes.is_rivalled(home)
        known = known and bool(page.lead or (page.scenes.opens_in(home or "") and page.scenes.is_home(home or "")))
        return f"{home}/{place}" if known else place

    def border(self, claim: Claim, span: Span, common: str) -> str:
        """Where a border or a front is; across it, the state that is told of there."""
        if (told := self._beyond(span)) is not None:
            return told
        if self.page.before(span.start) not in words("places", "crossing"):
            return self.at_home(common)
        behind = self.page.named(self.page.document.span(span.end, max(span.end, claim.evidence.start)))
        codes = (self.page.code(name) for name in behind if not self.page.is_people(name))
        return next((code for code in codes if code is not None), f"{self.nameless}/{common}")

    def _beyond(self, span: Span) -> str | None:
        """The state that a border or a front is told to be in: "across the border in Uganda"."""
        text = self.page.document.text
        told = [
            name
            for name in self.page.named(span)
            if WITHIN.search(text, max(span.start, name.start - BESIDE), name.start)
        ]
        named = [name for name in told if not self.page.is_people(name)]
        paths = [path for name in named if (path := places.path(name)) is not None]
        return places.together(places.narrowest(paths)) if paths else None

    def wide(self, span: Span) -> str | None:
        """What "the region", "that province" stands for."""
        return self._before(span.start, wide=True) or self.page.scene

    def lesser(self, span: Span) -> str:
        """What "his district", "our region" stands for, else a place that no other report speaks of."""
        first = fold(span.quote).split()[0] in words("places", "ours")
        ours = "/".join((self._written or "").split("/")[:DIVISION]) if first else ""
        return ours or self._before(span.start, wide=False) or f"{self.nameless}/{fold(span.quote)}"

    def owned(self, claim: Claim) -> str | None:
        """The lesser place whose dead are told of: "the dead of his district"."""
        lesser = (span for span in self.page.spans(claim, "owner") if places.pointing(span.quote) is False)
        return next((self.lesser(span) for span in lesser), None)

    def own(self, claim: Claim) -> str | None:
        """The state whose "its own outbreak" is that is told of after another's."""
        for span in self.page.spans(claim, "doer", "owner"):
            if any(span.quote.lower().startswith(f"{own} ") for own in words("places", "own")):
                return self.page.last_state(span.start)
        return None

    def town(self, span: Span) -> str | None:
        """The town that "the city" or "the capital" stands for; None where a phrase says neither."""
        told = fold(span.quote).split()
        if len(told) != len(("the", "city")) or told[0] not in ("the", "that", "this"):
            return None
        if told[1] == "capital":
            home = self._state_before(span)
            return None if home is None else places.capital_of(home)
        if told[1] not in words("places", "towns"):
            return None
        before = (name for name in self._named_before(span.start) if span.start - name.end <= NEAR)
        paths = (path for name in before if self._is_town(name) and (path := places.path(name)) is not None)
        scene = self.page.scene if "/" in (self.page.scene or "") else self._written
        return next(paths, scene) or f"{self.nameless}/{fold(span.quote)}"

    @cached_property
    def _written(self) -> str | None:
        """The town where the text was written."""
        told = (places.path(name) for name in self.page.names if self.page.scenes.is_dateline(name))
        return next((path for path in told if path is not None and "/" in path), None)

    def _state_before(self, span: Span) -> str | None:
        """The state whose capital is told of: the one of its paragraph, else that of the text."""
        start = self.page.document.text.rfind("\n\n", 0, span.start) + 1
        near = self.page.named(self.page.document.span(max(0, start), span.start))
        told = {code for name in near if (code := self.page.code(name)) is not None}
        if len(told) == 1:
            return next(iter(told))  # who only speaks counts, too: "Chad's minister said ... Rents in the capital"
        home = self.page.lead if len(self.page.lead) == 1 else frozenset[str]()
        if home:
            return next(iter(home))
        return next(iter(self.page.states)) if len(self.page.states) == 1 else None

    @staticmethod
    def _is_town(name: Name) -> bool:
        return any(not row.is_division for row in namesakes(name.name))

    def _named_before(self, position: int) -> Iterator[Name]:
        """The names before ``position`` that are no people's, the last first."""
        names = self.page.names
        last = bisect_left(names, position, key=lambda name: name.start)
        return (name for name in reversed(names[max(0, last - FEW) : last]) if not self.page.is_people(name))

    def _before(self, position: int, *, wide: bool) -> str | None:
        """The place named last before ``position``, for which "the region" or, not ``wide``, "his district" stands."""
        lead = self.page.lead
        home = lead if wide and len(lead) == 1 else frozenset[str]()
        for name in self._named_before(position):
            path = places.path(name)
            if path is None and not wide and self.page.is_nowhere(name):
                return self.at_home(fold(name.name))
            if path is None or "/" not in path or self.page.scenes.is_dateline(name):
                continue
            if not home or places.country(path) in home:  # "the province" is no town's abroad that was named last
                return path
        return None

    def is_route(self, span: Span, claim: Claim) -> bool:
        """Whether what a price or a rate is paid for only leads there: "the fare from Lagos to London rose"."""
        text = self.page.document.text
        return (
            claim.quantity.unit != "count" and ROUTE.search(text, max(0, span.start - LONGEST), span.start) is not None
        )

    def is_start(self, span: Span, claim: Claim) -> bool:
        """Whether what it is paid for only begins there: "the rate from Brake to Lagos" is not Brake's."""
        led = claim.quantity.unit != "count" and self.page.before(span.start) == "from"
        return led and ONWARD.match(self.page.document.text, span.start) is not None
