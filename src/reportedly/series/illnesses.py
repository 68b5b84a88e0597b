"""Claims become comparable: what a disease of which a text tells has done, and what it has not.

A disease buries and drives out nobody. Where a text counts the hurt or the missing, too, it is about something else
beside, and the dead are the disease's own only where they are told of in one breath with it or with those who fell ill.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.model import Claim, Measure
from reportedly.series import periods, populations
from reportedly.series.fates import befalls, cause_of, running_total
from reportedly.series.lexicons import subjects, words
from reportedly.values.measures import measure as asked

if TYPE_CHECKING:
    from reportedly.series.pages import Page

EPIDEMIC = "epidemic"
STOPS = re.compile(r"[:;]| [-–—] ")  # behind these another thing is told of


class Illnesses:
    """The diseases of which one document tells, and whom they struck."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    @cached_property
    def beside_harm(self) -> bool:
        """Whether the text counts those to whom something else happened than that they fell ill."""
        return any(_slug(claim) in words("epidemics", "never") for claim in self.page.reading.claims)

    def spares(self, claim: Claim, event: periods.Event) -> bool:
        """Whether ``event`` is a disease and has not done what is counted."""
        if not periods.lasts(event.kind):
            return False
        if _slug(claim) not in words("epidemics", "does"):
            return True
        told = claim.context.quote.lower().find(event.words.lower())
        at = claim.evidence.start - claim.context.start
        if told < 0:
            return self.beside_harm
        return STOPS.search(claim.context.quote, min(told, at), max(told, at)) is not None

    def is_of_the_ill(self, claim: Claim) -> bool:
        """Whether a sentence tells of people who died because they fell ill, as it tells of those who did."""
        told = populations.WORD.findall(claim.context.quote.lower()) if befalls(claim) else ()
        return _slug(claim) in words("epidemics", "does") and not words("epidemics", "signs").isdisjoint(told)

    def is_another(self, claim: Claim) -> bool:
        """Whether people died of another illness than that which the text is about."""
        event = self.page.outbreak if befalls(claim) else None
        cause = cause_of(claim) if event is not None else None
        return event is not None and cause is not None and cause != event.kind

    def measure(self, claim: Claim) -> Measure | None:
        """What is measured; cases and the ill are those of the one disease that the text is about."""
        found, counted, event = claim.measure, claim.counted, self.page.outbreak
        if found is None or not found.open or counted is None or event is None:
            return found
        verb = None if claim.verb is None or running_total(claim) else claim.verb.lemma
        phrase = counted.phrase.quote.split()
        quantity = claim.quantity
        made = asked(counted.lemma, (*phrase, event.kind), verb, unit=quantity.unit, change=quantity.change)
        return found if made.open or subjects().get(made.slug) != EPIDEMIC else made


def _slug(claim: Claim) -> str | None:
    return claim.measure.slug if claim.measure is not None else None
