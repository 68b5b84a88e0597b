"""Claims become comparable: where a figure is, by the words of its own sentence.

The names in what stands behind "in", "at" or "to" come first, then what only points to a place, then words that no
table has. What did it tells where it was, too: "a bus crash in Peru killed 18".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.model import Claim, SlotRole, Span
from reportedly.series import periods, places
from reportedly.series.fates import befalls, is_toll
from reportedly.series.lexicons import words

if TYPE_CHECKING:
    from reportedly.series.pages import Page


class Placing:
    """Where the figures of one document are."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def place(self, claim: Claim, role: SlotRole, said: dict[str, str]) -> str | None:
        """Where ``claim`` is by its slots of ``role``; the words that tell it go into ``said``."""
        told: str | None = None
        for span in self.page.spans(claim, role):
            routed = role == "recipient" and self.page.pointing.is_route(span, claim)
            found = None if routed else self._at(claim, span, role)
            if found is not None and (told is None or places.lies_in(found, told)):
                told, said["place"] = found, span.quote  # "in Sudan, in an attack on El Fasher": the narrower
        if told is not None:
            return told
        return self._of_event(claim, said) if role == "place" and is_toll(claim) else None

    def _at(self, claim: Claim, span: Span, role: SlotRole) -> str | None:
        """Where the phrase at ``span`` is, by the names in it or, where no table has them, by its words."""
        if (common := places.common(span.quote)) is not None:
            if common == places.THERE:
                return self._there(claim, span)
            return self.page.pointing.border(claim, span, common)
        if told := self.page.places(span):
            return places.together((*places.narrowest(told, span.quote), *self._others(span, told[0])))
        if (abroad := places.beside(span.quote)) is not None:
            return abroad
        if any(not self.page.is_nowhere(name) for name in self.page.near(span)):
            return None
        if (wide := places.pointing(span.quote)) is not None:
            return self.page.pointing.wide(span) if wide else self.page.pointing.lesser(span)
        if (town := self.page.pointing.town(span)) is not None:
            return town
        side, at = places.side(span.quote), places.country(self.page.scene)
        if side is not None and at is not None:
            return f"{at}/{side}"
        part = places.named_part(span.quote, self.page.actors) or places.part(span.quote)
        if role != "recipient" and part is not None:
            return self.page.pointing.at_home(part)
        unknown = places.unknown(span.quote)
        nowhere = role == "recipient" or unknown is None or unknown in self.page.actors or places.is_firm(unknown)
        return None if nowhere or unknown is None else self.page.pointing.at_home(unknown)

    def _of_event(self, claim: Claim, said: dict[str, str]) -> str | None:
        """Where what did it was: "a bus crash in Peru killed 18", "a strike on Odesa", "Spain's floods"."""
        for span in self.page.spans(claim, "doer"):
            event = periods.is_named(span.quote)
            named = [name for name in self.page.named(span) if event or self.page.leads(name.start)]
            named = [name for name in named if not self.page.is_people(name)]
            paths = [path for name in named if (path := places.path(name)) is not None]
            if paths:
                said["place"] = span.quote
                return places.together(places.narrowest(paths))
        return None

    def _others(self, span: Span, within: str) -> Iterator[str]:
        """Places that no table knows, told together with one that it does: "Kursk and Belgorod"."""
        covered, state_of = self.page.near(span), within.rpartition("/")[0]
        for found in places.JOINED.finditer(span.quote):
            at = span.start + found.start(1)
            if not any(name.start <= at < name.end for name in covered) and (told := places.unknown(found.group(1))):
                yield f"{state_of}/{told}" if state_of else told

    def _there(self, claim: Claim, span: Span) -> str:
        """Where "there" is: the one place named before it in its sentence, its paragraph or the text.

        Else it is one that no other report speaks of.
        """
        text = self.page.document.text
        for first in (claim.context.start, max(0, text.rfind("\n\n", 0, span.start)), 0):
            before = self.page.document.span(first, span.start)
            told = {*self.page.places(before)} or {*self.page.staying.told(before)}
            if told:
                return next(iter(told)) if len(told) == 1 else self.page.pointing.nameless
        return self.page.pointing.nameless

    def is_treated(self, claim: Claim) -> bool:
        """Whether the hurt are only those whom somebody treats: "she and four colleagues treated 112 wounded"."""
        verb = claim.verb.lemma if claim.verb is not None else None
        return verb in words("forces", "treating") and befalls(claim) and any(self.page.spans(claim, "doer"))
