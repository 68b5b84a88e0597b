"""Claims become comparable: where what a text tells took place, by its headline, its first paragraph or its dateline.

A place is a scene only where something happened in it. Of a text that tells an event every state named on top may be
that; where states deal with each other (a tariff, a budget, a vote on aid) one of them is a scene only if the words
before it say "in", or if the text was written there and has to do with it far more than with any other.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from reportedly.model import DONE, PartKind
from reportedly.series import places, populations
from reportedly.series.lexicons import words
from reportedly.values.gazetteer import Name

if TYPE_CHECKING:
    from reportedly.series.pages import Page

OPENING = 2  # paragraphs in which a text names what it is about
OFTEN = 4  # times that a state is named which a text is about, though not where it opens
MORE = 2  # times as often as any other is a state named which a text is about that was written there
BEFORE, NEAREST = 30, 3  # characters and words before a name in which stands what came there
TOP = 2  # parts of a text in which it names who fights whom: its headline and its first paragraph
DATELINE = re.compile(r"(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([^()\n]{1,40}\))? ?[-–—] ")


class Scenes:
    """Where the things happened of which one document tells."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self._starts = frozenset(part.start for part in page.document.parts if part.kind == "body")

    @cached_property
    def embattled(self) -> bool:
        """Whether it tells of a war between states and names two on top, of either of which the fallen may be."""
        told: set[str] = set()
        for part in islice(
            (part for part in self.page.document.parts if part.kind in ("headline", "deck", "body")), TOP
        ):
            told |= {
                code
                for name in self.page.near(self.page.document.span(part.start, part.end))
                if (code := self.page.code(name))
            }
        low = set(populations.WORD.findall(self.page.document.text.lower())) if len(told) > 1 else set[str]()
        return len(low & words("forces", "warlike")) > 1

    @cached_property
    def passing(self) -> frozenset[str]:
        """States that it names by the word for their people alone and is not about: "a Kazakh convoy"."""
        told = {self.page.code(name) for name in self.page.names if not self.page.is_people(name)}
        return frozenset(code for code in self.page.states - told if not self.is_about(code, dealing=False))

    def scene(self, *, dealing: bool = False) -> str | None:
        """The widest place of its headline or else of its first paragraph, else where it was written.

        ``dealing`` asks for figures of what states deal in, as trade and money.
        """
        told: Sequence[str] = ()
        for kinds in (("headline", "deck"), ("body",)):
            if not told and self.paths_in(*kinds, dealing=dealing, within=True):
                told = self.paths_in(*kinds, dealing=dealing)
        told = told or self._posted(dealing=dealing)
        wide = [path for path in told if all(other == path or places.lies_in(other, path) for other in told)]
        states = {path.partition("/")[0] for path in told}
        return wide[0] if wide else next(iter(states)) if len(states) == 1 else None

    def paths_in(self, *kinds: PartKind, dealing: bool = False, within: bool = False) -> list[str]:
        """Places in the first part of ``kinds``, but for those who speak there and whose something only is.

        ``dealing`` leaves out states of which nothing shows that something happened there, ``within`` what is only
        beside or comes to where it did.
        """
        page = self.page
        part = next((part for part in page.document.parts if part.kind in kinds), None)
        if part is None:
            return []
        inside = page.document.span(part.start, part.end)
        told = [name for name in page.named(inside) if name.kind != "person" and not name.metonym]
        silent = [name for name in told if not page.speaks(name.start) and not places.owns(page.document.text, name)]
        silent = [name for name in silent if not page.is_people(name) and not self.is_dateline(name)]
        silent = [name for name in silent if not self._is_sender(name)]
        silent = [name for name in silent if page.before(name.start) != "from"]  # "rigs arrived from Mwanza"
        silent = [name for name in silent if not within or not self._is_reached(name)]
        silent = [name for name in silent if not dealing or self._is_there(name)]
        silent = [name for name in silent if not self._is_ahead(name)]
        paths = [path for name in silent if (path := self._path(name)) is not None]
        return [path for path in paths if path.partition("/")[0] not in page.tellers]

    def _is_reached(self, name: Name) -> bool:
        """Whether somebody or something only comes to a place, or what happened is only beside it.

        "The doses landed in Lusaka", "the disease reaches Mansa", "the border with Chad": all of it was not there.
        """
        before = self.page.document.text[max(0, name.start - BEFORE) : name.start].lower().split()
        return before[-1:] == ["with"] or not words("places", "reaching").isdisjoint(before[-NEAREST:])

    def _is_sender(self, name: Name) -> bool:
        """Whether a state is told by those whom it has elsewhere: "a UK team arrives", "France aid plane lands"."""
        behind = self.page.document.text[name.end : name.end + BEFORE].split(maxsplit=1)
        follows = self.page.document.text[name.end : name.end + 1] == " "
        return name.kind == "state" and follows and not words("places", "sent").isdisjoint(map(str.lower, behind[:1]))

    def _is_ahead(self, name: Name) -> bool:
        """Whether of a place only a plan is told, and nothing that happened there: "a clinic is to open in Sousse"."""
        claims, contexts = self.page.reading.claims, (one.context for one in self.page.reading.prospects)
        here = next((span for span in contexts if span.start <= name.start < span.end), None)
        lesser = here is not None and "/" in (places.path(name) or "")
        return lesser and not any(claim.context == here and claim.status in DONE for claim in claims)

    def _path(self, name: Name) -> str | None:
        """Where a name is; a capital of which nothing says that it was there stands for its state."""
        path = places.path(name)
        if path is None or self.page.leads(name.start) or not places.is_capital(name.name):
            return path
        return path.partition("/")[0]

    def _is_there(self, name: Name) -> bool:
        """Whether something happened where a name is: not with a state, or its capital, that may only act."""
        acts = name.kind == "state" or places.is_capital(name.name)
        return (
            not acts
            or (self._happens and not self.embattled)
            or self.page.before(name.start) in words("places", "within")
        )

    @property
    def _happens(self) -> bool:
        """Whether the text tells an event, which happened somewhere."""
        return bool(self.page.events)

    def is_dateline(self, name: Name) -> bool:
        """Whether a name only says where the text was written: "LISBON, May 3 (Tejo) -"."""
        return name.start in self._starts and DATELINE.match(self.page.document.text, name.end) is not None

    def _posted(self, *, dealing: bool) -> list[str]:
        """The state where the text was written, else the only one that it names, where nothing else tells a place."""
        page = self.page
        written = (places.country(places.path(name)) for name in page.names if self.is_dateline(name))
        alone = page.states if len(page.states) == 1 else frozenset[str]()
        known = [code for code in written if code is not None]
        if dealing and not self._happens:
            known = [code for code in known if self._prevails(code)]
        return known or [code for code in alone if self.is_about(code, dealing=dealing)]

    def _prevails(self, code: str) -> bool:
        """Whether a text names a state far more often than any other."""
        told = Counter(self.page.code(name) for name in self.page.names)
        others = (times for other, times in told.items() if other not in (code, None))
        return told[code] >= MORE * max(others, default=0)

    def is_about(self, code: str, *, dealing: bool) -> bool:
        """Whether a state is named where a text opens, or often: not once or twice below, as who pays for it.

        Of what states deal in a people's word alone says little: "because of the Indonesian tariff".
        """
        page = self.page
        told = [name for name in page.names if name.actor and page.code(name) == code]
        starts = [name.start for name in told if not dealing or self._happens or not page.is_people(name)]
        body = [part.end for part in page.document.parts if part.kind == "body"]
        opening = (body[:OPENING] or [len(page.document.text)])[-1]
        return len(told) >= OFTEN or (bool(starts) and starts[0] < opening)
