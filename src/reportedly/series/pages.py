"""Claims become comparable: what one document says of the slots of its figures, by their own words or by its context.

``Page`` asks for the names of a document. ``own`` tells what a claim's own sentence says: whose, to whom, where, of
which kind. A figure that repeats another, or is part of it, says what that says. Sources are nobody's actors.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from reportedly.frozen import dataclass
from reportedly.model import Claim, Document, PartKind, Reading, SlotRole, Span, When
from reportedly.series import elections, periods, places, populations, support
from reportedly.series.fates import befalls, elected, is_elected, is_fate, is_toll, running_total, suffers
from reportedly.series.illnesses import Illnesses
from reportedly.series.kinds import Kinds
from reportedly.series.lexicons import subjects, words
from reportedly.series.pasts import past
from reportedly.series.placing import Placing
from reportedly.series.pointing import Pointing
from reportedly.series.scenes import Scenes
from reportedly.series.speaking import body, home, loser, speaker, state, whose
from reportedly.series.staying import Staying
from reportedly.values.dates import Time
from reportedly.values.gazetteer import Name, fold
from reportedly.values.states import state_names
from reportedly.values.wordings import Wording, Wordings

TRADE, COMPANY = "trade", "company results"
BODIES = ("organisation", "group", "outlet", "person")
CAPITALS = re.compile(rf"((?:[Tt]he )?)({places.NAME})")
INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")
GAINING: tuple[SlotRole, ...] = ("recipient",)
TOP = 3  # paragraphs of the body in which a text names the event that it is about
APART = 1  # characters between a sentence and the one before it
# "In front of the house", "the front door": no army's.
NO_FRONT = re.compile(
    r"\bin front\b|\bfront[ -](?:door|page|yard|row|seat|desk|porch|lawn|office|room|window|gate|runner)s?\b"
)
TITLED = re.compile(r"\b([A-Za-z]{4,}),? [A-Z][\w'’-]+ ([A-Z][\w'’-]+)")
OWNING = re.compile(r"['’]s?$")
THOSE_OF = re.compile(r"\b(?:that|those) of (?:the )?$")  # "Spain's exports fell by 3 percent, those of Chad by 5"
FROM = ("from ", "of ", "from the ", "of the ")
LONGEST_NAME = 200  # characters
FEW = 30  # names back in which one is looked for that a pronoun stands for
BESIDE = 20  # characters beside a name in which a compass word may stand


@dataclass(frozen=True, slots=True)
class Own:
    """What the words of a claim's own sentence come to; None where they leave a slot open."""

    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    kinds: frozenset[str] = frozenset()
    said: tuple[tuple[str, str], ...] = ()  # of a slot the words that tell it


class Page:
    """A document with its names and what its claims say of themselves."""

    def __init__(
        self, document: Document, reading: Reading, wording: Wording, *, told: frozenset[str] | None = None
    ) -> None:
        """``told`` are the states of which all reports tell for sure; by default those of this one."""
        self.document, self.reading, self.wording = document, reading, wording
        self._told = told
        self.published = wording.published
        self.by_id = {claim.id: claim for claim in reading.claims}
        self._own: dict[str, Own] = {}
        self.kinds, self.scenes, self.pointing = Kinds(self), Scenes(self), Pointing(self)
        self.placing, self.staying = Placing(self), Staying(self)
        self.illnesses = Illnesses(self)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of the text, in order."""
        told = support.states([self.wording.names]) if self._told is None else self._told
        return support.supported(self.wording.names, told)

    @cached_property
    def sources(self) -> tuple[tuple[int, int], ...]:
        """Where the document names who says something."""
        steps = (step.span for claim in self.reading.claims for step in claim.attribution)
        apart: list[tuple[int, int]] = []
        for start, end in sorted({(span.start, span.end) for span in steps if span is not None}):
            if apart and start < apart[-1][1]:
                apart[-1] = apart[-1][0], max(end, apart[-1][1])
            else:
                apart.append((start, end))
        return tuple(apart)

    @cached_property
    def tellers(self) -> frozenset[str]:
        """The states that speak in it, by their bodies, capitals and people."""
        said = (name for name in self.names if self.speaks(name.start))
        told = {self.code(name) for name in said if name.kind != "place" or places.is_capital(name.name)}
        return frozenset(code for code in told if code is not None)

    def speaks(self, position: int) -> bool:
        """Whether a source is named there."""
        at = bisect_right(self.sources, position, key=lambda place: place[0]) - 1
        return at >= 0 and position < self.sources[at][1]

    def first(self, claim: Claim) -> Claim:
        """The claim that ``claim`` repeats, or itself."""
        seen = set()
        while claim.same_as in self.by_id and claim.id not in seen:
            seen.add(claim.id)
            claim = self.by_id[claim.same_as]
        return claim

    def whole(self, claim: Claim) -> Claim | None:
        """The claim whose part ``claim`` is."""
        found = self.by_id.get(claim.part_of or "")
        return None if found is None or found is claim else found

    def own(self, claim: Claim) -> Own:
        """What ``claim`` says by its own words."""
        if claim.id not in self._own:
            for one in self.reading.claims:  # in order, since one may lean on the one before it
                self._own[one.id] = self._read(one)
        return self._own[claim.id]

    def _read(self, claim: Claim) -> Own:
        said: dict[str, str] = {}
        aim = None if is_elected(claim) else self.placing.place(claim, "recipient", said)
        place = self.placing.place(claim, "place", said) or aim or self._scene(claim)
        place = place or self.pointing.own(claim) or (self.pointing.owned(claim) if is_toll(claim) else None)
        actor = self._actor(claim, said)
        to = self._state(claim, "recipient", said) or places.country(aim)
        return Own(actor, to if to != actor else None, place, self.kinds.of(claim), tuple(said.items()))

    def _scene(self, claim: Claim) -> str | None:
        """The state before what happened there."""
        near = [name for span in self.spans(claim, "population") for name in self.near(span)] if befalls(claim) else []
        return next((_country(name) for name in near if self._is_scene(name)), None)

    def spans(self, claim: Claim, *roles: SlotRole) -> Iterator[Span]:
        """The slots of a claim with one of ``roles``, but for who is quoted for it."""
        for role in roles:
            for slot in claim.slots:
                if slot.role == role and not self._is_source(slot.span):
                    yield slot.span

    def _sells(self, claim: Claim, span: Span) -> bool:
        """Whether it is from whom what is counted was bought: the Chile of "imports from Chile"."""
        bought = claim.counted is not None and claim.counted.lemma in words("buying", "things")
        bought = bought or (claim.verb is not None and claim.verb.lemma in words("buying", "verbs"))
        return bought and self.before(span.start) == "from"

    def _is_source(self, span: Span) -> bool:
        return self.speaks(span.start)

    def named(self, span: Span) -> list[Name]:
        """The names that lie in ``span``."""
        return [name for name in self.near(span) if span.start <= name.start and name.end <= span.end]

    def _actor(self, claim: Claim, said: dict[str, str]) -> str | None:
        """Whose those are that are counted ("North Korean soldiers"), else who acts."""
        if (lost := loser(self, claim)) is not None:
            return lost
        own = whose(self, claim)
        fallen = befalls(claim)
        doers = self.spans(claim, "doer") if not fallen or suffers(claim) else ()
        start = claim.context.start
        owners = (span for span in self.spans(claim, "owner") if span.start > start)
        others = [span for span in owners if THOSE_OF.search(claim.context.quote[: span.start - start])]
        named = [(span, False) for span in others]
        named += [(span, fallen) for span in (*self.spans(claim, "population"), *own)]
        named += [(span, False) for span in (*self.spans(claim, "owner"), *doers) if not self._sells(claim, span)]
        for span, may_be_scene in named:
            near = (name for name in self.near(span) if not self._is_aim(span, name))
            told = [name for name in near if state(name) and not (may_be_scene and self._is_scene(name))]
            code = next((state(name) for name in told), None) or self._half(span)
            if code is not None:
                said["actor"] = span.quote
                party = elected(claim, self.document.text[told[0].end : span.end]) if told else None
                mutual = claim.measure is not None and subjects().get(claim.measure.slug) == TRADE
                return party or (None if not mutual and self._are_several(told) else code)
        return self._pronoun(claim, said) or (None if fallen else self._body(claim, said))

    def _are_several(self, named: Sequence[Name]) -> bool:
        """Whether states are told as one: "Kenyan and Ugandan officers"."""
        apart = ((one, two) for one, two in pairwise(named) if state(one) != state(two))
        return any(self.document.text[one.end : two.start].strip() in ("and", "or") for one, two in apart)

    def _body(self, claim: Claim, said: dict[str, str]) -> str | None:
        """Who acts or owns that is no state, by its name: a party, a company, a union of states."""
        for span in self.spans(claim, *(GAINING if is_elected(claim) else ()), "owner", "doer"):
            if self.pointing.is_start(span, claim):
                continue
            if span.quote.lower() in words("empty", "pronouns"):
                return speaker(self, claim, span) or body(self, claim, span) or self._of_before(claim)
            bodies = [name for name in self.near(span) if name.kind in BODIES and span.start <= name.start]
            named = bodies[0].name if bodies else self._capital(span, claim)
            if named is not None and not self._is_person(named):
                said["actor"] = span.quote
                return fold(named)
        return None

    def _is_person(self, named: str) -> bool:
        """Whether a name is what somebody is called: "Roche" where "the administrator, Declan Roche" is told of."""
        return named.rstrip(",").split()[-1] in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last names of those who are told with a title and a first name."""
        titled = TITLED.finditer(self.document.text)
        return frozenset(found.group(2) for found in titled if found.group(1).lower() in words("people", "titles"))

    def _of_before(self, claim: Claim) -> str | None:
        """Who acts or owns in the figures of the sentence before, whom "it" stands for."""
        last = bisect_left(self._contexts, claim.context.start)
        first = bisect_left(self._contexts, self._contexts[last - 1]) if last else 0
        before = self.reading.claims[first:last]
        near = bool(before) and claim.context.start - before[0].context.end <= APART
        return next((told for one in before if (told := self._own[one.id].actor)), None) if near else None

    @cached_property
    def _contexts(self) -> list[int]:
        """Where the sentence of each figure begins."""
        return [claim.context.start for claim in self.reading.claims]

    def _capital(self, span: Span, claim: Claim) -> str | None:
        """A name that no table has: words with capitals, of which one alone at the start of a sentence is none."""
        told = CAPITALS.match(span.quote)
        if told is None or any(name.kind in ("place", "state") for name in self.near(span)):
            return None
        alone = " " not in told.group(2) and not told.group(1) and span.start == claim.context.start
        slug = claim.measure.slug if claim.measure is not None else ""
        sure = subjects().get(slug) == COMPANY and not told.group(2).endswith("s")  # "Nordvik will cut 300 jobs"
        unsure = alone and not sure and told.group(2) not in self._capitals
        named = OWNING.sub("", told.group(2))
        if fold(named).split()[-1] in words("places", "nobody"):
            return None
        return None if unsure or not places.unknown(named) else named

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """Words with a capital that stand in the middle of a sentence of the body."""
        bodies = (part for part in self.document.parts if part.kind == "body")
        return frozenset(word for part in bodies for word in INSIDE.findall(self.document.text, part.start, part.end))

    def _is_scene(self, name: Name) -> bool:
        """Whether a state's own name stands before what happened there: "the Nepal quake toll"."""
        text = self.document.text
        if text.endswith(FROM, 0, name.start):
            return False
        bare = fold(text[name.start : name.end]).removeprefix("the ") == fold(name.name)
        return name.kind == "state" and bare and not text.startswith(("'", "’"), name.end)

    def _is_aim(self, span: Span, name: Name) -> bool:
        """Whether a name in a phrase is only where it leads: "aid to Nepal"."""
        between = self.document.text[span.start : name.start].lower().split()
        return not words("places", "leading").isdisjoint(between)

    def _half(self, span: Span) -> str | None:
        """ "The North", where one state of that name is named."""
        found = self._halves.get(span.quote.lower().removeprefix("the ").removesuffix("'s"), set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _halves(self) -> Mapping[str, set[str]]:
        """By the word for a half ("north") the states of that name that the text names."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self.names:
            half = name.name.lower().partition(" ")[0] if name.kind == "state" else ""
            if half in words("places", "halves") and (code := state(name)):
                found[half].add(code)
        return found

    def _pronoun(self, claim: Claim, said: dict[str, str]) -> str | None:
        """Whom "its soldiers" belong to: the state named last before it that is not quoted."""
        for span in self.spans(claim, "owner", "doer"):
            told = span.quote.lower().split()
            if told[0] in words("forces", "pronouns") and not words("forces", "context").isdisjoint(told):
                said["actor"] = span.quote
                return speaker(self, claim, span) or self.last_state(span.start)
        return None

    def last_state(self, position: int) -> str | None:
        """The state named last before ``position`` that neither speaks nor is only where something leads."""
        last = bisect_left(self.names, position, key=_start)
        for name in reversed(self.names[max(0, last - FEW) : last]):
            told = name.kind in ("state", "person") and not self.speaks(name.start) and not self.leads(name.start)
            if told and (code := state(name)) is not None:
                return code
        return None

    def near(self, span: Span) -> list[Name]:
        """The names that share a character with ``span``."""
        first = bisect_left(self.names, span.start - LONGEST_NAME, key=_start)
        last = bisect_left(self.names, span.end, key=_start)
        return [name for name in self.names[first:last] if span.start < name.end]

    def _state(self, claim: Claim, role: SlotRole, said: dict[str, str]) -> str | None:
        trade = claim.measure is not None and subjects().get(claim.measure.slug) == TRADE
        sellers = (span for span in self.spans(claim, "owner") if self._sells(claim, span))
        spans = (s for s in (*self.spans(claim, role), *sellers) if trade or self.before(s.start) != "with")
        named = (
            (span, name) for span in spans for name in self.named(span) if not places.owns(self.document.text, name)
        )
        for span, name in named:
            if (code := state(name)) is not None:
                said["recipient"] = span.quote
                return code
        return None

    @staticmethod
    def is_nowhere(name: Name) -> bool:
        """Whether a name is of a place that no table has for sure."""
        return name.kind == "place" and _country(name) is None and name.actor is None

    def code(self, name: Name) -> str | None:
        """The state that a name is of or lies in."""
        return home(name) or _country(name)

    def before(self, position: int) -> str:
        """The word before ``position``."""
        told = self.document.text[max(0, position - BESIDE) : position].split()
        return told[-1].lower() if told else ""

    def leads(self, position: int) -> bool:
        """Whether a preposition before it makes it where something leads or stands."""
        return self.before(position) in words("places", "leading")

    @cached_property
    def actors(self) -> frozenset[str]:
        """Names without a table that act or speak somewhere in the text, and so are no places."""
        spans = [span for claim in self.reading.claims for span in self.spans(claim, "doer")]
        said = [self.document.text[start:end] for start, end in self.sources]
        told = (CAPITALS.match(quote) for quote in (*(span.quote for span in spans), *said))
        return frozenset(fold(OWNING.sub("", found.group(2))) for found in told if found)

    @cached_property
    def peoples(self) -> frozenset[str]:
        """The states whose people the text names as such, and as no source: "the North Koreans"."""
        text = self.document.text
        told = (name for name in self.names if text[name.start : name.end].endswith("s") and self.is_people(name))
        codes = (state(name) for name in told if not self.speaks(name.start))
        return frozenset(code for code in codes if code is not None)

    def is_people(self, name: Name) -> bool:
        """Whether a name is that of a people and no place: "a Russian strike"."""
        return places.is_demonym(self.document.text[name.start : name.end])

    def places(self, span: Span) -> list[str]:
        """The places named in ``span``."""
        text = self.document.text
        paths = (
            places.path(name, text[max(0, name.start - BESIDE) : name.start], text[name.end : name.end + BESIDE])
            for name in self.named(span)
            if not places.is_of_war(text, name) and not places.owns(text, name) and not self.is_people(name)
            if not places.is_way(text, name)
            if name.start == span.start or self.before(name.start) not in words("places", "facing")
        )
        return [path for path in paths if path is not None]

    @cached_property
    def fighting(self) -> str | None:
        """The word by which the document speaks of soldiers, if it does."""
        low = NO_FRONT.sub(" ", self.document.text.lower())
        return next((word for word in populations.WORD.findall(low) if word in words("forces", "context")), None)

    @cached_property
    def event(self) -> periods.Event | None:
        """The one event that the text is about; of several the one in its headline.

        Of what is only told of further down no text is about: "a statement that 40 died in an ambush".
        """
        harms = [event for event in self.events if not periods.lasts(event.kind)]
        found = self._one(self.events)
        if harms and (found is None or periods.lasts(found.kind)):
            found = self._one(harms)  # of two that kill, a disease does what is told of it by name
        top = 1 if found is not None and found.kind in words("sides", "wars") else TOP  # a war has many attacks
        bodies = [part.end for part in self.document.parts if part.kind == "body"][:top]
        opening = self.document.text[: bodies[-1]] if bodies else self.document.text
        return found if found is None or periods.event(opening, None, found.kind) is not None else None

    @cached_property
    def votes(self) -> bool:
        """Whether the text is about an election."""
        return elections.is_of_election(self.document.text)

    @cached_property
    def outbreak(self) -> periods.Event | None:
        """The one disease that the text is about."""
        return self._one([event for event in self.events if periods.lasts(event.kind)])

    def _one(self, found: Sequence[periods.Event]) -> periods.Event | None:
        if len({event.kind for event in found}) > 1:
            headlines = [part for part in self.document.parts if part.kind == "headline"]
            text = " ".join(self.document.text[part.start : part.end] for part in headlines)
            found = [event for event in found if periods.event(text, None, event.kind) is not None]
        dated = [event for event in found if event.date is not None]
        return next(iter(dated or found), None) if len({event.kind for event in found}) == 1 else None

    @cached_property
    def dated(self) -> Mapping[str, periods.Event]:
        """Of each kind of event the first that is dated."""
        found: dict[str, periods.Event] = {}
        for event in self.events:
            if event.date is not None:
                found.setdefault(event.kind, event)
        return found

    @cached_property
    def recipients(self) -> Mapping[str, set[str]]:
        """By actor the states to which or in which its people are told to be."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for claim in self.reading.claims:
            own = self.own(claim)
            where = own.recipient or places.state(own.place)
            if own.actor is not None and where is not None and where != own.actor:
                found[own.actor].add(where)
        return found

    @cached_property
    def countries(self) -> frozenset[str]:
        """The states in which the places of its figures lie."""
        told = (places.country(self.own(claim).place) for claim in self.reading.claims)
        return frozenset(code for code in told if code in state_names())

    @cached_property
    def events(self) -> Sequence[periods.Event]:
        """Every event that the text tells of, dated by the time told nearest in its sentence."""
        return periods.events(self.wording)

    @cached_property
    def _sums(self) -> Mapping[tuple[int, str], int]:
        """Where in a sentence a running total of a measure stands."""
        sums = (claim for claim in self.reading.claims if claim.measure is not None and running_total(claim))
        return {(claim.context.start, claim.measure.slug): claim.evidence.start for claim in sums if claim.measure}

    def raises(self, claim: Claim) -> bool:
        """Whether ``claim`` is what brings about a sum behind it in its sentence."""
        slug = claim.measure.slug if claim.measure is not None else ""
        return claim.evidence.start < self._sums.get((claim.context.start, slug), 0)

    def sets_beside(self, claim: Claim) -> bool:
        """Whether "more" tells of others whom something else befell: nobody so struck was counted before."""
        if claim.quantity.change != "additional" or not is_fate(claim) or claim.measure is None:
            return False
        told = {slug for slug, start in self._tolls.items() if start < claim.evidence.start}
        return bool(told) and claim.measure.slug not in told

    @cached_property
    def _tolls(self) -> Mapping[str, int]:
        """Where the text first counts those whom something befell, by what that was."""
        found: dict[str, int] = {}
        for claim in self.reading.claims:
            if claim.measure is not None and is_fate(claim):
                found.setdefault(claim.measure.slug, claim.evidence.start)
        return found

    def named_time(self, claim: Claim) -> When | None:
        """The time in the name of what is counted: "next year's deficit", "the 2024 budget"."""
        phrase = claim.counted.phrase if claim.counted is not None else None
        if phrase is None or claim.basis == "coded":
            return None
        first = bisect_left(self.times, phrase.start, key=lambda time: time.start)
        inside = (time for time in self.times[first : first + 1] if time.end <= phrase.end and time.low)
        return next((When(time.low, time.high, self.document.text[time.start : time.end]) for time in inside), None)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Every time of the text, in order."""
        return tuple(sorted(self.wording.times, key=lambda time: time.start))

    def past(self, claim: Claim) -> str | None:
        """The earlier year that ``claim`` tells of."""
        return past(self.document.text, claim, self.times, self.published)

    def when(self, claim: Claim) -> When | None:
        """When what is told was so; the time of saying it is none."""
        when, text = periods.as_told(claim.when), self.document.text
        if when is None or not when.words:
            return when
        for step in claim.attribution:
            beside = step.words is not None and text.startswith(when.words, _next_word(text, step.words.end))
            if step.words is not None and _is_booked(claim, step.words, when):
                continue
            if beside or (step.said is not None and step.said.words == when.words):
                return None
        return when

    @cached_property
    def states(self) -> frozenset[str]:
        """Every state that the text names, in whatever part."""
        told = {self.code(name) for name in self.names}
        return frozenset(code for code in told if code is not None)

    @cached_property
    def headline(self) -> frozenset[str]:
        """The states that the headline tells of, or those in which the towns named there lie."""
        return self._told_in("headline", "deck")

    @cached_property
    def lead(self) -> frozenset[str]:
        """The states of the headline; without one there, those of the first paragraph."""
        return self.headline or self._told_in("body")

    def _told_in(self, *kinds: PartKind) -> frozenset[str]:
        """The states of the first part of ``kinds``."""
        return frozenset(path.partition("/")[0] for path in self.scenes.paths_in(*kinds))

    @cached_property
    def scene(self) -> str | None:
        """Where what the text tells took place."""
        return self.scenes.scene()

    @cached_property
    def stage(self) -> str | None:
        """The same for figures of what states deal in, as trade and money."""
        return self.scenes.scene(dealing=True)


def pages_of(pairs: Iterable[tuple[Document, Reading]], wordings: Wordings) -> list[Page]:
    """A page for each report of a situation; of which states all of them tell says which towns are meant."""
    worded = [(*pair, wordings.of(*pair)) for pair in pairs]
    told = support.states(wording.names for *_, wording in worded)
    return [Page(*one, told=told) for one in worded]


def _is_booked(claim: Claim, words_of: Span, when: When) -> bool:
    """Whether what somebody tells was so in that time: "in May, Japan posted a surplus of $2bn", and not on a day."""
    own = claim.verb is not None and claim.verb.span.start == words_of.start
    return own and periods.is_long(when)


def _next_word(text: str, at: int) -> int:
    """Where the next word begins, behind blanks and commas."""
    while text[at : at + 1] in (" ", ","):
        at += 1
    return at


def _start(name: Name) -> int:
    return name.start


def _country(name: Name) -> str | None:
    return name.place.country if name.place is not None else None
