"""Claims become comparable: of two states that a text sets against each other, on whose side a figure is.

What fills an empty slot by being the only one fills nothing here: the dead of a text about two sides may be either's,
and where something is said to have been may be across the border. Left is what words tell: who reports losses and says
of nobody whose they are reports its own, and "the other side" is that which was named last, and is not who speaks.
"""

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise

from reportedly.model import Claim, Span
from reportedly.series import periods, places, populations
from reportedly.series.fates import befalls, suffers
from reportedly.series.lexicons import words
from reportedly.series.pages import Page
from reportedly.series.speaking import state
from reportedly.values.gazetteer import fold

JOINT = re.compile(r"(?:['’]s)?(?:,| and| or| with| against| versus| v| vs|-|–| -| –)(?: the)? ?")
OF_THEM = re.compile(r" of (?:them|whom) (?:[^\W\d]+[ ,.;]){1,2}")
BETWEEN = 14  # characters between two names that are told in one breath
SIDE = re.compile(r"^['’]?s? sides?\b")
TOP = 3  # parts of a text in which it names who stands against whom: headline, first two paragraphs
TWO = 2
NEAR, FEW = 30, 3  # characters and words behind a state's name in which its army is told of


class Sides:
    """The states that one document sets against each other."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def opposed(self) -> frozenset[str]:
        """Both, where it tells of two; none where it tells of one, or of two that nothing sets against each other."""
        joined = self._joined
        if len(self._fought) >= TWO:
            return self._fought
        told = joined if len(joined) >= TWO else joined | self._named_sides
        if not told or not (self._signs or len(self._named_sides) >= TWO):
            return frozenset()
        if len(told) < TWO:
            often = Counter(code for name in self.page.names if (code := state(name)) is not None)
            told |= {code for code, times in often.items() if times > 1}
        return told if len(told) >= TWO else frozenset()

    @cached_property
    def _fought(self) -> frozenset[str]:
        """States that strike each other, where the losses of each are told: "Chad killed 40 of Niger's soldiers"."""
        found: set[tuple[str, str]] = set()
        for claim in self.page.reading.claims:
            whose = self.page.own(claim).actor if befalls(claim) and not suffers(claim) else None
            for span in self.page.spans(claim, "doer") if whose is not None else ():
                by = {code for name in self.page.near(span) if (code := state(name))} - {whose}
                found |= {(code, whose or "") for code in by}
        owners = {code for claim in self.page.reading.claims if befalls(claim) and (code := self.page.own(claim).actor)}
        told = {code for pair in found for code in pair}
        return frozenset(told) if told <= owners else frozenset()

    def rival(self, code: str | None) -> bool:
        """Whether what is told may as well be of another state than ``code``."""
        return code in self.opposed

    @cached_property
    def _some(self) -> frozenset[tuple[str, str]]:
        """Of which state only some of those counted are told to be: "12 died, nine of them Kenyans"."""
        found: set[tuple[str, str]] = set()
        for part in self.page.reading.claims:
            end = part.evidence.end
            if part.part_of is not None and (those := OF_THEM.match(self.page.document.text, end)) is not None:
                near = self.page.near(self.page.document.span(end, those.end()))
                found |= {(part.part_of, code) for name in near if (code := state(name))}
        return frozenset(found)

    def is_of_some(self, claim: Claim, code: str) -> bool:
        """Whether those counted may be of others than ``code``, which is one of two or only that of some of them."""
        return self.rival(code) or (claim.id, code) in self._some

    def is_open(self, claim: Claim, place: str | None) -> bool:
        """Whether nothing tells on which side of a border a figure is: the place is one's, and who speaks is not of it.

        Or it is told between both: "trade between the neighbours".
        """
        if place is None:
            return False
        code = places.country(place)
        between = any(
            not words("sides", "both").isdisjoint(fold(span.quote).split()) for span in self.page.spans(claim, "place")
        )
        speaker = self.speaker(claim)
        other = speaker is not None and speaker != code and speaker in self.page.tellers and self._is_party(speaker)
        return between or other or ((self.rival(code) or code in self._joined) and "/" not in place)

    def where(self, claim: Claim) -> str | None:
        """The state on whose side of a border something is: "on the Chadian side"."""
        for span in self.page.spans(claim, "place"):
            told = (
                state(name)
                for name in self.page.near(span)
                if SIDE.match(self.page.document.text[name.end :][:BETWEEN])
            )
            if (code := next((code for code in told if code is not None), None)) is not None:
                return code
        return None

    def speaker(self, claim: Claim) -> str | None:
        """The state in whose name the figure is told."""
        beside = (name for name in self.page.names if name.end == claim.evidence.start - 1)
        if (gapped := next((code for name in beside if (code := state(name))), None)) is not None:
            return gapped  # "Chad has reported six deaths and Niger nine"
        root = claim.attribution[-1] if claim.attribution else None
        if root is None or root.span is None or root.kind in ("media", "agency"):
            return None
        codes = {code for name in self.page.near(root.span) if (code := state(name))}
        return next(iter(codes)) if len(codes) == 1 else None

    def reported(self, claim: Claim) -> str | None:
        """Whose the losses are of which nothing tells whose: the state's that reports them."""
        verb = claim.verb.lemma if claim.verb is not None else None
        if not befalls(claim) or (verb not in words("sides", "reporting") and not self._owns(claim)):
            return None
        return self.speaker(claim)

    def at_home(self, claim: Claim) -> str | None:
        """The place that reports what befell people there: "Texas has reported 720 cases"."""
        if claim.verb is None or claim.verb.lemma not in words("sides", "recording"):
            return None
        root = claim.attribution[-1].span if claim.attribution else None
        for span in (*self.page.spans(claim, "doer"), *([root] if root is not None else [])):
            alone = fold(span.quote).removeprefix("the ").removesuffix(" alone")
            told = (name for name in self.page.near(span) if not self.page.is_people(name))
            for name in told:
                if fold(name.name).removeprefix("the ") == alone and (path := places.path(name)) is not None:
                    return path
        return None

    def is_of_army(self, claim: Claim, code: str) -> bool:
        """Whether people of a state are its soldiers: its army is told of by name, or the sentence tells of one.

        Not where the text tells of civilians among those whom the same befell.
        """
        if befalls(claim) and (self.opposed or self._is_at_large(claim) or claim.id in self._mixed):
            return False
        said = not words("forces", "context").isdisjoint(populations.WORD.findall(claim.context.quote.lower()))
        return said or (code in self._armies and not (befalls(claim) and self._civilians))

    def is_of_nature(self, claim: Claim) -> bool:
        """Whether a text tells of what no army did, as of a flood, and the sentence of no army."""
        kinds = {event.kind for event in self.page.events} - words("sides", "wars")
        said = populations.WORD.findall(claim.context.quote.lower())
        return bool(kinds) and words("forces", "context").isdisjoint(said)

    def is_of_scene(self, claim: Claim, place: str | None) -> bool:
        """Whether a place without a name is where the event of its sentence was: "the flood killed 9 in a village"."""
        last = (place or "").rpartition("/")[2]
        return last in words("places", "lesser") and befalls(claim) and periods.is_named(claim.context.quote)

    @staticmethod
    def _is_at_large(claim: Claim) -> bool:
        """Whether those counted are told as people of a state and as no more."""
        counted = claim.counted
        return counted is not None and not counted.implied and counted.lemma in words("sides", "people")

    @cached_property
    def _armies(self) -> frozenset[str]:
        """States behind whose names the text has a word of soldiers, within a few words."""
        text, found = self.page.document.text.lower(), set()
        for name in self.page.names:
            told = populations.WORD.findall(text[name.end : name.end + NEAR])[:FEW]
            code = state(name)
            if code is not None and set(told) & words("forces", "context"):
                found.add(code)
        return frozenset(found)

    @cached_property
    def _civilians(self) -> bool:
        """Whether it tells of civilians whom something befell."""
        told = (self.page.own(claim).kinds for claim in self.page.reading.claims if befalls(claim))
        return any(not kinds.isdisjoint(words("sides", "civilians")) for kinds in told)

    @cached_property
    def _mixed(self) -> frozenset[str]:
        """Of whom some were civilians: "killed 12 Palestinians, including four children"."""
        civilians = words("sides", "civilians")
        parts = (claim for claim in self.page.reading.claims if claim.part_of is not None)
        return frozenset(part.part_of or "" for part in parts if not self.page.own(part).kinds.isdisjoint(civilians))

    def _owns(self, claim: Claim) -> bool:
        """Whether they are "its": "Chad raised its death toll to eight"."""
        told = [fold(span.quote) for span in self.page.spans(claim, "owner")]
        if claim.counted is not None and not claim.counted.implied:
            told += fold(claim.counted.phrase.quote).split()
        return not words("sides", "owning").isdisjoint(told)

    def is_of_band(self, claim: Claim) -> bool:
        """Whether those are meant who tell of themselves and are no state's: "the rebels put their own dead at 40"."""
        root = claim.attribution[-1] if claim.attribution else None
        band = root is not None and not words("sides", "bands").isdisjoint(fold(root.called).split())
        return band and self._owns(claim)

    def other(self, claim: Claim) -> str | None:
        """The state that "the other side" stands for."""
        for span in self.page.spans(claim, "doer", "owner", "population"):
            if fold(span.quote).removeprefix("the ") in words("sides", "other"):
                return self._last(span, self.speaker(claim))
        return None

    def _last(self, span: Span, speaker: str | None) -> str | None:
        """The state named last before ``span`` that is not who speaks; of a text about two the one that is left."""
        left = self.opposed - {speaker}
        if speaker is not None and len(left) == 1:
            return next(iter(left))
        before = [name for name in self.page.names if name.end <= span.start]
        codes = (state(name) for name in reversed(before) if not self.page.speaks(name.start))
        return next((code for code in codes if code not in (None, speaker)), None)

    def _is_party(self, code: str) -> bool:
        """Whether a state has people or a side in what is told, and does not only speak of it."""
        return (
            code in self.opposed
            or code in self.page.peoples
            or any(state(name) == code and self.page.is_people(name) for name in self.page.names)
        )

    @cached_property
    def _joined(self) -> frozenset[str]:
        """States told in one breath on top: "Kenya and Uganda", "the Kenyan-Ugandan border"."""
        text, found = self.page.document.text, set[str]()
        parts = [part for part in self.page.document.parts if part.kind in ("headline", "deck", "body")][:TOP]
        end = parts[-1].end if parts else 0
        for one, two in pairwise(name for name in self.page.names if name.end <= end):
            near = two.start - one.end <= BETWEEN and JOINT.fullmatch(text, one.end, two.start)
            codes = {state(one), state(two)} - {None}
            if near and len(codes) == TWO:
                found |= {code for code in codes if code is not None}
        return frozenset(found)

    @cached_property
    def _named_sides(self) -> frozenset[str]:
        """States of which it names a side: "the Tajik side"."""
        text = self.page.document.text
        told = (state(name) for name in self.page.names if SIDE.match(text[name.end : name.end + BETWEEN]))
        return frozenset(code for code in told if code is not None)

    @cached_property
    def _signs(self) -> bool:
        low = f" {fold(self.page.document.text)} "
        return any(f" {sign} " in low for sign in words("sides", "signs"))
