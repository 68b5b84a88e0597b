"""Claims become comparable: where a sentence, or what goes before it in its paragraph, tells of another place.

What a text is about fills no figure whose paragraph tells of abroad: in a report on Spain "flew 860 customers home from
Araxos" is in Greece. Nor does one state fill what is told of a region of several, "in the Horn of Africa".
"""

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.model import Claim, Span
from reportedly.series import places
from reportedly.series.lexicons import words
from reportedly.values.gazetteer import Name, fold
from reportedly.values.moneys import issuer
from reportedly.values.units import is_money

if TYPE_CHECKING:
    from reportedly.series.pages import Page

PERCENT = "percent"
ORIGIN = re.compile(r"\bfrom (?:the )?$")
BACK = 60  # characters before a region in which a superlative makes it what something is compared with
FROM = re.compile(r"\bfrom (?:the )?(?:[A-Z][\w'’-]*(?:,| and) )*$")  # "workers from Romania" are where they are
# "The deadliest fire in Europe", "the first in Asia".
MOST = re.compile(r"\b(?:most|least|first|only|last|\w{2,}est)\b[^.;,]*$", re.IGNORECASE)


class Elsewhere:
    """What one document tells of other places than the one that it is about."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def codes(self, span: Span, *, back: bool = False) -> frozenset[str]:
        """The states named there, or in which the places named there lie, that neither speak nor only send somebody.

        ``back`` is for what goes before a sentence, of which origins tell nothing.
        """
        scenes = self.page.scenes
        named = (name for name in self.page.named(span) if scenes.is_named(name) and not self.page.speaks(name.start))
        there = (name for name in named if not scenes.is_sender(name))
        if back:  # "Zambia waits" and "India has sent 30" tell of no place there
            there = (name for name in there if name.kind == "place" or self.page.leads(name.start))
        text = self.page.document.text
        told = {self.page.code(n) for n in there if not (back and FROM.search(text, max(0, n.start - BACK), n.start))}
        return frozenset(code for code in told if code is not None)

    def is_foreign(self, claim: Claim, place: str) -> bool:
        """Whether money is that of another state: in a report on Peru "10,000 pounds" are raised somewhere else.

        What is only told once more in it, is not: "40 million soles (8 million pounds)".
        """
        state, start = issuer(claim.quantity.unit), claim.evidence.start
        again = self.page.document.text[max(0, start - 1) : start] == "("
        return state is not None and state != places.country(place) and not again

    def is_of_firm(self, claim: Claim, place: str) -> bool:
        """Whether its sentence tells of a firm from abroad, of which money is told: "its owner, a Japanese group"."""
        unit = claim.quantity.unit.partition("/")[0]
        if not (is_money(unit) or unit == PERCENT):
            return False
        for name in self.page.named(claim.context):
            behind = self.page.document.text[name.end : name.end + BACK].split(maxsplit=2)[:2]
            firm = any(word.strip(".,;") in words("places", "houses") for word in behind)
            if firm and self.page.is_people(name) and self.page.code(name) not in (None, places.country(place)):
                return True
        return False

    @cached_property
    def origins(self) -> frozenset[str]:
        """States of which a text only tells that somebody or something comes from there."""
        told: defaultdict[str | None, list[bool]] = defaultdict(list)
        for name in self.page.names:
            there = ORIGIN.search(self.page.document.text, max(0, name.start - BACK), name.start) is not None
            told[self.page.code(name)].append(there and not self.page.speaks(name.start))
        return frozenset(code for code, all_from in told.items() if code is not None and all(all_from))

    @staticmethod
    def is_worldwide(claim: Claim) -> bool:
        """Whether it is the same all over the world: the price of a barrel of oil."""
        return claim.measure is not None and claim.measure.slug in words("places", "worldwide")

    def before(self, sentence: Span) -> Span:
        """What goes before a sentence in its paragraph."""
        start = self.page.document.text.rfind("\n\n", 0, sentence.start) + 1
        return self.page.document.span(max(0, start), sentence.start)

    def is_wide(self, span: Span) -> bool:
        """Whether something is told to be in a region of several states: not "the deadliest fire in Europe"."""
        text = self.page.document.text
        wide = (name for name in self.page.named(span) if is_region(name))
        inside = (n for n in wide if self.page.before(n.start - len(_article(text, n))) in words("places", "spanning"))
        return any(not MOST.search(text, max(0, name.start - BACK), name.start) for name in inside)


def is_region(name: Name) -> bool:
    """Whether a name is of a region of several states: "the Sahel"."""
    return name.kind == "place" and name.place is None and fold(name.name) in words("places", "wide")


def _article(text: str, name: Name) -> str:
    return "the " if text[: name.start].lower().endswith(" the ") else ""
