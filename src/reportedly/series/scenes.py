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

from reportedly.model import DONE, Claim, PartKind, Span
from reportedly.series import places, populations
from reportedly.series.elsewhere import Elsewhere
from reportedly.series.fates import is_toll
from reportedly.series.lexicons import subjects, words
from reportedly.values.gazetteer import Name
from reportedly.values.states import state_names

if TYPE_CHECKING:
    from reportedly.series.pages import Page

OPENING = 2  # paragraphs in which a text names what it is about
BEGINNING = 3  # paragraphs in which at the latest a text names where it is
OFTEN = 4  # times that a state is named which a text is about, though not where it opens
MORE = 2  # times as often as any other is a state named which a text is about that was written there
BEFORE, NEAREST = 30, 3  # characters and words before a name in which stands what came there
TOP = 2  # parts of a text in which it names who fights whom: its headline and its first paragraph
DATELINE = re.compile(
    r"(?:/[A-Z][\w'’-]+)?(?:, [A-Z][\w'’-]+)?(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?)?"
    r"(?: \([^()\n]{1,40}\))?\.? ?[-–—] "
)
HEADED = re.compile(r"[.:] +(?=[\"“‘']?[A-Z0-9])")  # behind a name in capitals that opens a part
WHOM = frozenset({"them", "whom", "including", "mostly", "mainly"})  # behind these a people's word tells whose they are


class Scenes:
    """Where the things happened of which one document tells."""

    def __init__(self, page: "Page") -> None:
        self.page, self.elsewhere = page, Elsewhere(page)
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
        return self.hostile or (len(told) > 1 and len(self._words & words("forces", "warlike")) > 1)

    @cached_property
    def hostile(self) -> bool:
        """Whether it writes of an enemy: there is another side against its own, whatever it calls that."""
        told = self._words
        return not told.isdisjoint(words("forces", "hostile")) and not told.isdisjoint(words("forces", "context"))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(populations.WORD.findall(self.page.document.text.lower()))

    @cached_property
    def stricken(self) -> frozenset[str]:
        """The states in which the places of its figures lie that tell what happened: not where a rent rose."""
        told = (places.country(self.page.own(c).place) for c in self.page.reading.claims if _happens(c))
        return frozenset(code for code in told if code in state_names()) - self.elsewhere.origins

    @cached_property
    def passing(self) -> frozenset[str]:
        """States that it names by the word for their people alone and is not about: "a Kazakh convoy"."""
        told = {self.page.code(name) for name in self.page.names if not self.page.is_people(name)}
        return frozenset(code for code in self.page.states - told if not self.is_about(code, dealing=False))

    def scene(self, *, dealing: bool = False) -> str | None:
        """The widest place of its headline or else of its first paragraph, else where it was written.

        ``dealing`` asks for figures of what states deal in, as trade and money.
        """
        if self._is_wide:
            return None
        told: Sequence[str] = ()
        for kinds in (("headline", "deck"), ("body",)):
            if not told and self.paths_in(*kinds, dealing=dealing, within=True):
                told = self.paths_in(*kinds, dealing=dealing)
                if kinds == ("body",) and self._is_outdone({path.partition("/")[0] for path in told}):
                    return None
        told = told or self._posted(dealing=dealing)
        wide = [path for path in told if all(other == path or places.lies_in(other, path) for other in told)]
        states = {path.partition("/")[0] for path in told}
        return self._sole(wide[0], dealing=dealing) if wide else next(iter(states)) if len(states) == 1 else None

    @cached_property
    def _is_wide(self) -> bool:
        """Whether it tells on top of a region of several states: "relief to the Horn of Africa"."""
        tops = (self.first(*kinds) for kinds in (("headline", "deck"), ("body",)))
        return any(top is not None and self.elsewhere.is_wide(top) for top in tops)

    def first(self, *kinds: PartKind) -> Span | None:
        """The first part of one of ``kinds``."""
        part = next((part for part in self.page.document.parts if part.kind in kinds), None)
        return None if part is None else self.page.document.span(part.start, part.end)

    def _sole(self, path: str, *, dealing: bool) -> str | None:
        """``path`` where the text tells of no other town or region, else its state, if all it tells of lies there."""
        if "/" not in path:
            return path
        named = (one for one in self.page.names if self.is_named(one) or (dealing and self.is_dateline(one)))
        told = {places.path(name) for name in named} - {path}
        others = [one for one in told if one is None or not (places.lies_in(one, path) or places.lies_in(path, one))]
        state = places.country(path)
        abroad = any(one is not None and places.country(one) != state for one in others)
        if not (others or self._beyond_tables):
            return path
        return None if abroad and (state is None or self.is_rivalled(state)) else state

    @cached_property
    def _beyond_tables(self) -> bool:
        """Whether something is told to be in a place of which no table knows."""
        page, known = self.page, {name.end for name in self.page.names if not self.page.is_nowhere(name)}
        found = places.placing().finditer(page.document.text)
        told = (match for match in found if match.end() not in known and places.unknown(match.group(1)))
        return any(all(map(page.is_nowhere, page.near(page.document.span(*match.span(1))))) for match in told)

    def paths_in(self, *kinds: PartKind, dealing: bool = False, within: bool = False) -> list[str]:
        """Places in the first part of ``kinds``, but for those who speak there and whose something only is.

        ``dealing`` leaves out states of which nothing shows that something happened there, ``within`` what is only
        beside or comes to where it did.
        """
        page, inside = self.page, self.first(*kinds)
        if inside is None:
            return []
        told = [name for name in page.named(inside) if name.kind != "person" and not name.metonym]
        silent = [name for name in told if not page.speaks(name.start) and not places.owns(page.document.text, name)]
        silent = [name for name in silent if not page.is_people(name) and not self.is_dateline(name)]
        silent = [name for name in silent if not self.is_sender(name)]
        silent = [name for name in silent if page.before(name.start) != "from"]  # "rigs arrived from Mwanza"
        silent = [name for name in silent if not within or not self.is_reached(name)]
        silent = [name for name in silent if not dealing or self._is_there(name)]
        silent = [name for name in silent if not self._is_ahead(name)]
        told_there = words("places", "within") | words("places", "entering")
        paths = [(name, path) for name in silent if (path := self._path(name)) is not None]
        return [
            path
            for name, path in paths
            if path.partition("/")[0] not in page.tellers or page.before(name.start) in told_there
        ]

    def is_reached(self, name: Name) -> bool:
        """Whether somebody or something only comes to a place, or what happened is only beside it.

        "The doses landed in Lusaka", "the disease reaches Mansa", "the border with Chad": all of it was not there.
        """
        before = self.page.document.text[max(0, name.start - BEFORE) : name.start].lower().split()
        return before[-1:] == ["with"] or not words("places", "reaching").isdisjoint(before[-NEAREST:])

    def is_sender(self, name: Name) -> bool:
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
        """Whether a name only says where the text was written: "LISBON, May 3 (Tejo) -", "JULIACA. The count ..."."""
        text = self.page.document.text
        if name.start not in self._starts:
            return False
        headed = text[name.start : name.end].isupper() and HEADED.match(text, name.end) is not None
        return headed or DATELINE.match(text, name.end) is not None

    def _posted(self, *, dealing: bool) -> list[str]:
        """The state where the text was written, else the only one that it names, where nothing else tells a place."""
        page = self.page
        written = (places.country(places.path(name)) for name in page.names if self.is_dateline(name))
        alone = page.states if len(page.states) == 1 and not self.hostile else frozenset[str]()
        alone -= self.elsewhere.origins
        only = [name for name in page.names if page.code(name) in alone]
        alone = frozenset() if all(places.deals(page.document.text, name) for name in only) else alone
        known = [code for code in written if code is not None]
        known = [code for code in known if not self.is_rivalled(code)]
        known = [code for code in known if self._prevails(code, far=dealing and not self._happens)]
        about = [code for code in alone if self.is_about(code, dealing=dealing) and not self.is_whose(code)]
        return known or [code for code in about if not self._beyond_tables or self.is_home(code)]

    def is_home(self, code: str) -> bool:
        """Whether a state is named on top, or as where something is: not once below, as who lends a laboratory.

        A people's word tells no place: "Russian shelling hit the village of Dobra".
        """
        page = self.page
        body = self.first("body")
        top = body.end if body is not None else len(page.document.text)
        named = [name for name in page.names if page.code(name) == code and not page.is_people(name)]
        return any(name.start < top or page.before(name.start) in words("places", "within") for name in named)

    def is_whose(self, code: str) -> bool:
        """Whether a state is only told as that of who are counted: "two Russian journalists", "half of them Poles"."""
        page = self.page
        counted = [c.counted.phrase for c in page.reading.claims if c.counted is not None and not c.counted.implied]
        told = [name for name in page.names if page.code(name) == code]
        return all(
            page.is_people(name)
            and (page.before(name.start) in WHOM or any(phrase.start <= name.start < phrase.end for phrase in counted))
            for name in told
        )

    def _prevails(self, code: str, *, far: bool = True) -> bool:
        """Whether a text names a state more often than any other, far more often if ``far``."""
        told = Counter(self.page.code(name) for name in self.page.names)
        others = (times for other, times in told.items() if other not in (code, None))
        return told[code] >= (MORE if far else 1) * max(others, default=0)

    def _is_outdone(self, codes: set[str]) -> bool:
        """Whether another state than the one that only its first paragraph tells of is named more often."""
        others = (times for other, times in self._outright.items() if other not in codes)
        return len(codes) == 1 and sum(self._outright[code] for code in codes) < max(others, default=0)

    def is_rivalled(self, code: str) -> bool:
        """Whether a text names another state, or places in it, nearly as often as ``code``: of which it is, is open."""
        others = (times for other, times in self._outright.items() if other != code)
        return self._outright[code] < MORE * max(others, default=0)

    def is_abroad(self, claim: Claim, place: str) -> bool:
        """Whether its sentence, or what goes before it in its paragraph, tells of other states than that of ``place``.

        "Zambia lost 740 people", "customers were flown home from Araxos", "118,000 hectares in the Horn of Africa"; or
        what is counted is of no place: "Brent crude rose to $80".
        """
        sentence = claim.context
        if self.elsewhere.is_foreign(claim, place) or self.elsewhere.is_worldwide(claim):
            return True
        if self.elsewhere.is_of_firm(claim, place):
            return True
        if codes := self.elsewhere.codes(sentence):
            return places.country(place) not in codes
        if places.country(place) in {self.page.code(name) for name in self.page.named(sentence)}:
            return False  # "Salima says 51 people died"
        before = self.elsewhere.before(sentence)
        codes = self.elsewhere.codes(before, back=True)
        if codes:
            return places.country(place) not in codes
        return self.elsewhere.is_wide(sentence) or self.elsewhere.is_wide(before)

    @cached_property
    def _outright(self) -> Counter[str]:
        """How often each state is named by a name of its own or of a place in it, and not as where it was written."""
        named = (name for name in self.page.names if self.is_named(name))
        return Counter(code for name in named if (code := self.page.code(name)) is not None)

    def is_named(self, name: Name) -> bool:
        """Whether it is the name of a state or a place, and neither of a people nor where the text was written."""
        told = name.kind in ("state", "place") and not name.metonym
        return told and not self.page.is_people(name) and not self.is_dateline(name)

    def opens_in(self, code: str) -> bool:
        """Whether a state, or a place in it, is named where a text opens, or often: not as an aside at its end."""
        told = [name.start for name in self.page.names if self.page.code(name) == code]
        body = [part.end for part in self.page.document.parts if part.kind == "body"]
        return len(told) >= OFTEN or (bool(told) and told[0] < (body[:BEGINNING] or [0])[-1])

    def is_alone(self, code: str) -> bool:
        """Whether a text opens in a state and names no other one more often."""
        others = (times for other, times in self._outright.items() if other != code)
        return self.opens_in(code) and self._outright[code] >= max(others, default=0)

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


def _happens(claim: Claim) -> bool:
    """Whether a figure counts what happened, or what no measure that is known tells: no price and no rate."""
    measure = claim.measure
    known = measure is not None and subjects().get(measure.slug) in words("places", "happening")
    return measure is not None and (measure.open or known or is_toll(claim))
