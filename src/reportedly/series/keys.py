"""Claims become comparable: a key for each, by its own words first, then by its document, and said which.

What the context may fill is narrow, since a wrong join is worse than a missed one: a slot is filled only where the
document speaks of one thing there and of no second. Whose they are is asked of people under a state's orders, what
befell them and what states trade; where, of the rest. Of those who are abroad a place within the state they are in says
where they all are, so that a running count of them is limited by that state and not by the town.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from reportedly.model import AHEAD, Change, Claim, Document, Key, Measure, Reading, Scope, When
from reportedly.series import doings, elections, fates, periods, places, populations
from reportedly.series.blurs import blurred
from reportedly.series.fates import (
    befalls,
    counted_out,
    counts_people,
    is_beside_another,
    is_of_forces,
    is_toll,
    running_total,
    suffers,
    widening,
)
from reportedly.series.kinds import CASES, SUSPECTED, told_of_goods
from reportedly.series.lexicons import bases, subjects, words
from reportedly.series.pages import Own, Page, pages_of
from reportedly.series.pointing import is_nowhere
from reportedly.series.retellings import retold
from reportedly.series.sides import Sides
from reportedly.series.speaking import state
from reportedly.series.usual import COMPANY, GOODS, SCENE, SEVERAL, TOLD, Keyed, Usual, named_alike
from reportedly.series.usual import usual as usual_of
from reportedly.values.gazetteer import fold
from reportedly.values.measures import is_movement, named, tells
from reportedly.values.measures import measure as asked
from reportedly.values.states import state_names
from reportedly.values.wordings import Wordings

ONLY = "the one that the text is about"
TABLE = "the table's key"
USUAL = "what nearly all reports say"
WHERE = "where it happened"
TELLS = "who tells it, of itself"
TREATED = "whom somebody treats, of how many nothing tells"
ADDED_ONCE = "when they were added, nothing tells"
ONE_OF_MANY = "in one of several attacks"
EITHER = "of which side they are, nothing tells"
GOES_ON = "where its sentence, or what stands before it, was"
RULES = (ONLY, TABLE, TOLD, USUAL, WHERE, TELLS, SEVERAL, TREATED, EITHER, ADDED_ONCE, ONE_OF_MANY, GOES_ON)
NEAR = 30  # characters behind a state's name in which its army is told of
COUNT, BY_DAY, SOLDIER, WAR = "count", "count/day", "soldier", "war"
EPIDEMIC, BUDGET, SPENDING = "epidemic", "budget", "spending"
ADDITIONAL: Change = "additional"
DAILY = "_per_day"  # the end of that of a measure told for each day
EITHER_OF, ABSENT = "_or_", frozenset({"away", "off"})  # in the name of what befell them in one way or another


def keyed(document: Document, reading: Reading) -> tuple[Keyed, ...]:
    """The key of every figure of a document that names what it measures, by that document alone."""
    return _Keys(Page(document, reading, Wordings().of(document, reading)), {}).all()


def together(pairs: Iterable[tuple[Document, Reading]], wordings: Wordings | None = None) -> tuple[Keyed, ...]:
    """Every key of a situation's reports, where a report is silent by what nearly all of them say.

    Where a state's people were sent, who they are and whose those are who were sent there, that is; and in which state
    and by what event all those fell of whom the situation tells. It depends on all reports and on no order of theirs.
    """
    wordings = wordings or Wordings()
    pages = pages_of(pairs, wordings)
    found = [one for page in pages for one in _Keys(page, {}).all()]
    known = usual_of(found)
    return retold(named_alike(found for page in pages for found in _Keys(page, known).all()))


class _Keys:
    """Fills the keys of one document."""

    def __init__(self, page: Page, usual: Usual) -> None:
        self.page, self.usual, self.defaults = page, usual, dict(page.reading.defaults)
        self.sides = Sides(page)
        self._owners: frozenset[str] | None = None

    def all(self) -> tuple[Keyed, ...]:
        """The keys of all its figures, in order, but for those that their words do not tell apart."""
        found = [made for claim in self.page.reading.claims if (made := self.of(claim)) is not None]
        unclear = blurred(found)
        return tuple(made for made in found if made.claim.id not in unclear)

    def of(self, claim: Claim) -> Keyed | None:
        """The key of ``claim``, which is that of the figure it repeats; None where nothing says what it measures."""
        first = self.page.first(claim)
        told, filled = doings.leant(self.page, first)
        own = self._with_whole(first, filled)
        measure = self._added(told, self._measure(told, own, filled))
        if measure is None or (measure.slug in words("individual", "measures") and _is_of_several(told)):
            return None
        if (is_movement(measure) and is_beside_another(told)) or self._is_of_before(told):
            return None
        if self.page.illnesses.is_another(told):
            return None
        measure, own = _suspected(measure, own)
        of_party = measure.slug in words("elections", "owned")
        done = told.status not in AHEAD
        actor = (of_party and elections.whose(self.page.document.text, told)) or self._actor(
            told, measure.slug, own, filled
        )
        if of_party and actor is None:
            return None  # of nobody: two parties' would be one
        recipient = self._recipient(measure.slug, own, actor, filled) if actor is not None else None
        measure = self._daily(told, measure)
        change, scope = doings.change(told, measure, raises=self.page.raises(told), sets=self.page.sets_beside(told))
        place = self._place(told, measure, own, filled, actor=actor, recipient=recipient)
        is_open = place is None or filled.get("place") == ONLY
        if is_open and (stays := self.page.staying.narrowed(told, measure, actor, place)) is not None:
            place = self._fill("place", stays, GOES_ON, filled)
        unit = told.quantity.unit
        key = Key(
            measure=measure.slug,
            unit=BY_DAY if unit == COUNT and measure.slug.endswith(DAILY) else unit,
            scope=scope,
            change=change,
            actor=actor,
            recipient=recipient,
            population=self._population(told, measure.slug, own, actor, filled=filled),
            place=place,
            period=self._period(told, measure.slug, scope, change, filled=filled, done=done, owned=actor is not None),
            done=done,
        )
        key = doings.mutual(self.page, told, key)
        if measure.open and not _says_enough(told, key):
            return None
        if first is not claim:
            filled["repeats"] = first.evidence.quote
        return Keyed(self.page.document, claim, key, tuple(filled.items()), own.said)

    def _is_of_before(self, claim: Claim) -> bool:
        """Whether it tells of some of those counted before, of whom nothing else is told: "five of the nine died"."""
        if _slug(claim) in words("forces", "tolls") and fates.is_of_all(claim, self.page.reading.claims):
            return not self.page.own(claim).kinds  # "eleven of the dead were miners", "41 of the bodies were buried"
        told = counted_out(claim)
        earlier = (one for one in self.page.reading.claims if told and one.evidence.start < claim.evidence.start)
        return any(one.evidence.quote.lower() == told and _slug(one) == _slug(claim) for one in earlier)

    def _with_whole(self, claim: Claim, filled: dict[str, str]) -> Own:
        """What a claim says, and where it is silent, what the claim says whose part it is."""
        own, whole = self.page.own(claim), self.page.whole(claim)
        whole = whole or (doings.antecedent(self.page, claim) if filled else None)
        if whole is None:
            return own
        over = self.page.own(self.page.first(whole))
        for slot in ("actor", "recipient", "place"):
            if getattr(own, slot) is None and getattr(over, slot) is not None:
                filled[slot] = whole.evidence.quote
        places_of = own.recipient or over.recipient, own.place or over.place
        return Own(own.actor or over.actor, *places_of, own.kinds, own.said)

    def _measure(self, claim: Claim, own: Own, filled: dict[str, str]) -> Measure | None:
        """What is measured; nationals and those counted before are soldiers where the document speaks of an army."""
        found, counted = self.page.illnesses.measure(claim), claim.counted
        if self.page.votes and (won := elections.seats(claim)) is not None:
            return won
        if (good := told_of_goods(claim)) is not None and (good != SPENDING or own.actor in state_names()):
            return named(good) or found
        if found is not None and not found.open and found.slug not in words("theatre", "loose"):
            return found
        bare = counted is None or counted.lemma in words("empty", "numbers")
        men = counted is not None and (counted.implied or counted.lemma in words("forces", "men"))
        nation = bare or men or self._is_nation(claim)
        actor = own.actor or (self._only(self.owners) if bare else None)
        army = self._army(actor, claim) if nation and actor is not None else None
        people = own.kinds & words("forces", "populations" if actor in state_names() else "fighters") or army
        busy = doings.busy_abroad(self.page, claim, own, actor)
        verb = busy or doings.telling(claim) or (own.place and doings.THERE)
        absent = found is not None and not ABSENT.isdisjoint(found.slug.split("_"))  # "stayed away from work"
        known = found is not None and not found.open and busy is None
        if not people or verb is None or absent or known or (found is not None and EITHER_OF in found.slug):
            return found
        lasting = claim.status == "ongoing"
        unit, change = claim.quantity.unit, claim.quantity.change
        as_soldiers = asked(SOLDIER, (SOLDIER,), verb, unit=unit, change=change, lasting=lasting)
        if as_soldiers.open:
            return found
        if army is not None:
            filled["population"] = army
        return as_soldiers

    def _army(self, actor: str, claim: Claim) -> str | None:
        """The word, or the rule, by which the people of a state are its soldiers."""
        if self.page.fighting is not None and self.sides.is_of_army(claim, actor):
            return self.page.fighting
        return USUAL if self.usual.get(("population", actor)) == SOLDIER else None

    def _added(self, claim: Claim, found: Measure | None) -> Measure | None:
        """What came on top where a note beside the figure says so: "went there as reinforcements"."""
        if found is None or found.open:
            return found
        base = bases().get(found.slug) if running_total(claim) else None
        if base is not None and base.kind == "added":
            return named(base.slug) or found  # "61 new cases, bringing the total to 904": those are no new ones
        notes = [span.quote.lower().split() for span in self.page.spans(claim, "relation")]
        added = named(f"{found.slug}{doings.ADDED}")
        comes = any({note[0], note[-1]} & words("adding", "words") for note in notes)
        return added if comes and added is not None else found

    def _daily(self, claim: Claim, found: Measure) -> Measure:
        """What is new of a disease in a day is told by the day: "640 new cases in the past 24 hours" as "640 a day"."""
        base = bases().get(found.slug)
        if base is None or base.kind != "added" or self.page.outbreak is None or claim.quantity.change != "level":
            return found
        if not periods.is_a_day(claim.when, self.page.published):
            return found
        return replace(found, slug=f"{base.slug}{DAILY}", definition=f"By the day: {found.definition}")

    def _may_be_soldiers(self, claim: Claim, slug: str) -> bool:
        """Whether those counted go by no trade of their own: "3,000 Turks", but not "two Turkish climbers"."""
        counted = claim.counted
        if not counts_people(slug):
            return False
        loose = (
            words("forces", "men") | words("forces", "anybody") | words("empty", "words") | words("forces", "befallen")
        )
        anybody = counted is None or counted.implied or counted.lemma in loose
        return anybody or self._is_nation(claim)

    def _is_nation(self, claim: Claim) -> bool:
        """Whether those counted are called by their state alone: "3,000 North Koreans"."""
        head = claim.counted.head if claim.counted else None
        return head is not None and any(state(name) for name in self.page.near(head))

    # Whose, and to whom

    def _actor(self, claim: Claim, slug: str, own: Own, filled: dict[str, str]) -> str | None:
        forces = is_of_forces(slug, own.kinds)
        if subjects().get(slug) == COMPANY and own.actor is None:
            return self._owner(claim, own, filled)
        if not forces and subjects().get(slug) not in words("owned", "subjects"):
            acting = own.actor if own.actor and self._acts(slug) else None
            return acting or (own.place if doings.is_level_of_state(self.page, claim, own) else None)
        if own.actor is None and "actor" in dict(own.said):
            return None  # of several: "Kenyan and Ugandan officers"
        if own.actor is not None:
            return None if forces and self._is_of_nobody(slug, claim) else own.actor
        side = None if self.sides.is_of_nature(claim) else self.sides.other(claim) or self.sides.reported(claim)
        if side is not None:
            return self._fill("actor", side, TELLS, filled)
        where = places.country(own.place)
        if not forces and where is not None and where != own.recipient:
            return where  # "in Finland it was 3.8 percent", but not "exports to Finland"
        if forces and own.kinds - widening(own.kinds) and not own.kinds & words("forces", "populations"):
            return None  # "40 civilians": nobody's soldiers
        if (forces and not self._is_of_an_army(slug, claim)) or self._is_of_another(claim):
            return None
        if "actor" in self.defaults:
            return self._fill("actor", self.defaults["actor"], TABLE, filled)
        soldiers = bool(own.kinds & words("forces", "populations"))
        people = counts_people(slug) or soldiers
        # The army that a text tells of is as likely to be given the shells as to send them.
        whose = self.owners if people else self.page.states if not forces else self.giving or self.page.states
        only = self._only(whose)
        if only is not None and not self.sides.is_of_some(claim, only) and only != own.recipient:
            return self._fill("actor", only, ONLY, filled)
        where = own.recipient or places.country(own.place)
        known = self.usual.get(("actor", where or ""))
        if not people and slug in words("theatre", "measures"):
            known = self.usual.get((GOODS, slug))
            named = known in self.page.states and where in (None, self.usual.get(("recipient", known or "")))
            return self._fill("actor", known, USUAL, filled) if known is not None and named else None
        abroad = forces and soldiers and slug in words("theatre", "measures")
        return self._fill("actor", known, USUAL, filled) if known is not None and abroad else None

    def _owner(self, claim: Claim, own: Own, filled: dict[str, str]) -> str | None:
        """The company that tells of itself; of one alone of which the situation tells, that one.

        Not of what another tells, of what is so somewhere or of a text that has no word of it.
        """
        root = claim.attribution[-1] if claim.attribution else None
        officer = root is not None and not words("people", "titles").isdisjoint(fold(root.called).split())
        if root is not None and root.kind == "company" and root.named and not officer:
            return self._fill("actor", fold(root.called), TELLS, filled)
        known = self.usual.get((COMPANY, ""))
        silent = root is None or root.span is None or root.kind in ("media", "agency") or officer
        other = own.place is not None or not silent
        if known is None or other or known not in fold(self.page.document.text):
            return None
        return self._fill("actor", known, USUAL, filled)

    def _is_of_another(self, claim: Claim) -> bool:
        """Whether somebody acts or loses who is no state: "the European Union will impose", "the town lost 40"."""
        told = [span.quote.lower().split() for span in self.page.spans(claim, "doer")]
        known = words("forces", "standing") | (words("forces", "context") if befalls(claim) else frozenset())
        ours = (fold(span.quote).split()[0] for span in self.page.spans(claim, "owner") if span.quote[0].isalpha())
        if not words("places", "ours").isdisjoint(ours) or self.sides.is_of_band(claim):
            return True  # "our losses": of who writes, whoever he is; "the rebels put their dead at 40"
        return (not befalls(claim) or suffers(claim)) and any(known.isdisjoint(span) for span in told)

    def _is_of_an_army(self, slug: str, claim: Claim) -> bool:
        """Whether those counted may be the soldiers that the text is about: no people at large, and no event's toll."""
        if slug not in words("forces", "tolls") or self.page.reading.defaults:
            return True
        if self._is_at_large(claim) or fates.is_mixed(claim) or self._its_event(claim) is not None:
            return False
        return not self.sides.is_of_nature(claim)

    def _is_of_nobody(self, slug: str, claim: Claim) -> bool:
        """Whether people at large are counted whom an event struck: "the Red Cross has a list of 90 missing people"."""
        return slug in words("forces", "tolls") and self._is_at_large(claim) and self._its_event(claim) is not None

    @staticmethod
    def _is_at_large(claim: Claim) -> bool:
        counted = claim.counted
        return counted is not None and not counted.implied and counted.lemma in words("forces", "anybody")

    def _its_event(self, claim: Claim) -> periods.Event | None:
        return periods.event(claim.context.quote, None) or self.page.event

    def _acts(self, slug: str) -> bool:
        return subjects().get(slug) not in words("toll", "subjects")

    @property
    def owners(self) -> frozenset[str]:
        """The states whose people or goods the figures count; else those whose army or people the text tells of."""
        if self._owners is None:
            self._owners = self.giving or self._armies() or self.page.peoples
        return self._owners

    @cached_property
    def giving(self) -> frozenset[str]:
        """The states whose people or goods the figures count by their own words."""
        told = {self.page.own(claim).actor for claim in self.page.reading.claims if self._counts_owned(claim)}
        return frozenset(code for code in told if code is not None)

    def _counts_owned(self, claim: Claim) -> bool:
        slug = claim.measure.slug if claim.measure else ""
        own = self.page.own(claim)
        return (
            is_of_forces(slug, own.kinds)
            or subjects().get(slug) in words("owned", "subjects")
            or self._is_nation(claim)
        )

    def _armies(self) -> frozenset[str]:
        """States behind whose names the text has a word of soldiers: "Pyongyang's forces", "North Korean dead"."""
        text, found = self.page.document.text.lower(), set()
        for name in self.page.names:
            code = state(name)
            told = populations.WORD.findall(text[name.end : name.end + NEAR].partition(";")[0])[:3]
            if code is not None and not self.page.speaks(name.start) and set(told) & words("forces", "context"):
                found.add(code)
        return frozenset(found)

    def _recipient(self, slug: str, own: Own, actor: str, filled: dict[str, str]) -> str | None:
        if actor not in state_names():
            return own.recipient  # where a party or a company does something is no state that it deals with
        told = own.recipient or places.state(own.place)
        if told is not None and told != actor:
            return told
        if told == actor or not self._is_dealt(slug):
            return None  # at home, or of what goes to nobody
        if "recipient" in self.defaults:
            return self._fill("recipient", self.defaults["recipient"], TABLE, filled)
        if subjects().get(slug) in words("owned", "whole"):
            return None
        if slug in words("forces", "tolls") and self.page.scenes.hostile:
            return None  # who fell against an enemy fell on either side of the border
        states = self.page.recipients.get(actor, set())
        only = self._only(states or self.page.headline - {actor})
        if only is not None and not self.sides.rival(only):
            return self._fill("recipient", only, ONLY, filled)
        known = self.usual.get(("recipient", actor)) if own.place is None else None
        if known is None or slug not in words("theatre", "measures"):
            return None
        return self._fill("recipient", known, USUAL, filled)

    @staticmethod
    def _is_dealt(slug: str) -> bool:
        """Whether what is measured goes to somebody or somewhere, of which the text may tell elsewhere."""
        return slug in words("theatre", "measures") | words("theatre", "beside")

    # Of whom, where, when

    def _population(
        self, claim: Claim, slug: str, own: Own, actor: str | None, *, filled: dict[str, str]
    ) -> str | None:
        kinds = set(own.kinds)
        if not kinds & words("forces", "populations") and actor is not None and self._may_be_soldiers(claim, slug):
            told = "casualties" if slug == "casualties" else None
            by = TABLE if "population" in self.defaults else self._army(actor, claim) or told
            if by is not None and not any(kind in populations.people() for kind in kinds):
                kinds.add(self._fill("population", self.defaults.get("population", SOLDIER), by, filled))
        if actor is None and slug in words("people", "coming"):
            kinds |= doings.origins(self.page, claim)
        return populations.joined(kinds)

    def _place(
        self,
        claim: Claim,
        measure: Measure,
        own: Own,
        filled: dict[str, str],
        *,
        actor: str | None,
        recipient: str | None,
    ) -> str | None:
        place = None if self.sides.is_of_scene(claim, own.place) else own.place or self.sides.where(claim)
        if place is not None and (measure.scope != "moment" or subjects().get(measure.slug) == WAR):
            place = places.without_sides(place)
        if actor in state_names():
            within = place is not None and places.country(place) == recipient and not places.is_common(place)
            dropped = within and measure.slug in words("theatre", "measures")
            return None if place in (recipient, actor) or dropped else place
        if place is not None:
            return self._fill("place", place, WHERE, filled) if doings.is_of_event(claim, own) else place
        if (reported := self.sides.reported(claim)) is not None:
            return self._fill("place", reported, TELLS, filled)
        if subjects().get(measure.slug) == EPIDEMIC and (home := self.sides.at_home(claim)) is not None:
            return self._fill("place", home, TELLS, filled)
        if self.page.placing.is_treated(claim):
            return self._fill("place", self.page.pointing.nameless, TREATED, filled)
        if actor is None and subjects().get(measure.slug) == COMPANY and any(slot == COMPANY for slot, _ in self.usual):
            return self._fill("place", self.page.pointing.nameless, SEVERAL, filled)
        if subjects().get(measure.slug) == COMPANY and claim.quantity.unit != "count":
            return None  # what a firm earns it earns wherever the report is from
        band = actor is not None and subjects().get(measure.slug) == WAR  # what no state's fighters do is done anywhere
        if actor is not None and (band or measure.open or measure.slug in words("places", "whose")):
            return None  # what a body gives, bans or votes on is told by whose it is
        usual, only = self.usual.get(("place" if is_toll(claim) else SCENE, "")), self._only(self.page.scenes.stricken)
        happens = is_toll(claim) or subjects().get(measure.slug) in words("places", "happening")
        only = only if (happens or self.page.states == {only}) and (usual in (None, only) or is_toll(claim)) else None
        only = None if only is not None and not self.page.scenes.is_alone(only) else only
        mixed = self.page.fighting is not None and fates.is_mixed(claim)
        either = is_toll(claim) and (self.page.scenes.embattled or mixed or bool(self.sides.opposed))
        either = either or (suffers(claim) and own.actor is None and self._is_of_another(claim))
        scene = self.page.scene if happens and not either else self.page.stage
        scene = None if mixed else scene or (None if either else only)
        usual, scene = (None if self._is_elsewhere(claim, told) else told for told in (usual, scene))
        if scene is not None and places.is_national(claim.context.quote):
            scene = places.country(scene)  # "nationally, 53% voted": not in the town that was told of before
        if either and scene is None:
            alone = self.page.pointing.nameless  # of which side they are nothing tells
            return self._fill("place", alone, EITHER, filled) if befalls(claim) else None
        if scene is not None:
            return self._fill("place", scene, ONLY, filled)
        if usual is None or (measure.open and is_nowhere(claim, self.page.published)):
            return None
        if self.page.countries and is_toll(claim):
            return None  # the dead may be those of another state that is told of
        if self.page.states and places.country(usual) not in self.page.states:
            return None  # a report on others, which has no word of the place that the pile is about
        return self._fill("place", usual, USUAL, filled)

    def _is_elsewhere(self, claim: Claim, place: str | None) -> bool:
        """Whether what fills an empty place may be wrong: its side is open, or its sentence tells of abroad."""
        abroad = place is not None and self.page.scenes.is_abroad(claim, place)
        return abroad or self.sides.is_open(claim, place)

    def _period(
        self, claim: Claim, slug: str, scope: Scope, change: Change, *, filled: dict[str, str], done: bool, owned: bool
    ) -> str | None:
        page, when = self.page, None if running_total(claim) else self.page.when(claim)
        dated = when is not None and when.start is not None and not periods.RUNNING.match(when.words or "")
        if done and not dated and is_toll(claim) and (year := page.past(claim)) is not None:
            return year if owned else self._past_event(claim, year, filled)
        if done and not dated and slug in words("gatherings", "measures") and (year := page.past(claim)) is not None:
            return year
        if slug in words("elections", "hourly") and (hour := elections.hour(claim, claim.when)) is not None:
            year = periods.stretch(when) if periods.is_year(when) else None
            return hour if year is None else f"{year} {hour}"
        if change == ADDITIONAL and is_toll(claim) and done:
            # Who died in a day is no part of who died in the next.
            return periods.stretch(when) or (page.published and self._fill("period", page.published, TOLD, filled))
        if slug.endswith(DAILY) and (when is None or periods.is_a_day(when, page.published)):
            return None  # told anew by the day, as a count at a moment is
        if subjects().get(slug) == BUDGET and scope == "new":
            named_so = page.named_time(claim)
            when = named_so if named_so is not None else when if periods.is_long(when) else None
        if change != "level" or scope == "new":
            known = claim.basis != "coded" or periods.is_year(when)
            told = (periods.wave(when) if change == ADDITIONAL else periods.stretch(when)) if known else None
            if told is not None or change != ADDITIONAL:
                return told
            sent = claim.verb is not None and claim.verb.lemma in words("theatre", "verbs")
            if slug not in words("theatre", "measures") and not (owned and sent):
                due = None if done else periods.limiting(when, page.published, done=False)
                return due or self._fill("period", page.pointing.nameless, ADDED_ONCE, filled)
            day = (when.end or when.start) if when is not None else None
            found = periods.quarter(day or page.published)
            return None if found is None else self._fill("period", found, TOLD, filled)
        if scope == "moment" and done:
            return None  # a count at a moment keeps all its moments
        if claim.basis == "coded" and done and not periods.is_year(when):
            return None  # the moment that a row was counted for
        if claim.basis == "coded" and done:
            return periods.stretch(when)
        if claim.verb is not None and done and not tells(claim.verb.lemma):
            when = when if when is not None and periods.is_year(when) else None  # "counted 600 at the end of April"
        if when is not None and claim.verb is None and not (when.start or when.end):
            when = None  # nothing tells that it is the time of the deed
        limit = periods.limiting(when, page.published, done=done)
        if limit is None and scope == "cumulative" and done:
            limit = periods.span_of(claim.context.quote, when)
        if owned and limit is None and befalls(claim) and periods.is_of_one(claim):
            return self._fill("period", page.pointing.nameless, ONE_OF_MANY, filled)
        if owned or not is_toll(claim):
            return limit
        if periods.reaches_back(when, page.published):
            return periods.stretch(when)  # "in the last ten years": of no one event
        event = self._event(claim, when, filled, done=done)
        if event is None:
            return limit
        if limit is not None and when is not None and not (when.start or when.end):
            limit = None  # "sank on Sunday night, killing 14": the time of the event, which no date fixes
        if limit is not None and not (event.date and limit.startswith(event.date)):
            if filled.get("period") == TOLD:
                del filled["period"]  # its own sentence tells when it was
            return f"{event.kind} {limit}"
        return str(event)

    def _past_event(self, claim: Claim, year: str, filled: dict[str, str]) -> str:
        """The event of an earlier year; one that its sentence does not name is of the kind that the text is about."""
        own = periods.event(claim.context.quote, None)
        found = own or self.page.event
        if own is None and found is not None:
            filled["period"] = found.words
        return year if found is None else str(periods.Event(found.kind, year, found.words))

    def _event(self, claim: Claim, when: When | None, filled: dict[str, str], *, done: bool) -> periods.Event | None:
        """The event that ``claim`` tells of by its own sentence, dated there or elsewhere; else that of the text.

        What is still to come is of no event that was when the text was written, unless that is told.
        """
        ill = claim.measure is not None and subjects().get(claim.measure.slug) == EPIDEMIC
        own = periods.event(claim.context.quote, when, lasting=ill)
        own = None if own is not None and not ill and self.page.illnesses.spares(claim, own) else own
        if own is None and not ill and self.page.outbreak is not None and self.page.illnesses.is_of_the_ill(claim):
            filled["period"] = self.page.outbreak.words
            return self.page.outbreak
        if own is not None and own.date is not None:
            return own
        of_text = self.page.outbreak if ill else self.page.event
        of_text = None if of_text is not None and not ill and self.page.illnesses.spares(claim, of_text) else of_text
        found = of_text if own is None else self.page.dated.get(own.kind, own)
        if (found is None or found.date is None) and (usual := self._usual_event(found)) is not None:
            filled["period"] = USUAL
            return usual
        if found is None:
            return None
        of_now = done or (of_text is not None and of_text.kind == found.kind)
        dated = found if found.date is not None or not of_now else periods.told_of(found, self.page.published)
        if dated != own:
            filled["period"] = TOLD if dated != found else found.words
        return dated

    def _usual_event(self, told: periods.Event | None) -> periods.Event | None:
        """The event of nearly all reports, for one that came after it and tells of no other."""
        kind, _, date = self.usual.get(("period", ""), "").partition(" ")
        abroad = self.page.countries - {self.usual.get(("place", ""))}
        if not date or abroad or (told is None and self.page.events) or (told is not None and told.kind != kind):
            return None
        return periods.Event(kind, date, kind) if (self.page.published or "") >= date else None

    @staticmethod
    def _only(found: Iterable[str]) -> str | None:
        told = set(found)
        return next(iter(told)) if len(told) == 1 else None

    @staticmethod
    def _fill(slot: str, value: str, by: str, filled: dict[str, str]) -> str:
        filled[slot] = by
        return value


def _suspected(measure: Measure, own: Own) -> tuple[Measure, Own]:
    """Cases that its words call suspected are counted as such, and not with those that were confirmed."""
    apart = named(f"{CASES}_{SUSPECTED}") if measure.slug == CASES and SUSPECTED in own.kinds else None
    return (measure, own) if apart is None else (apart, replace(own, kinds=own.kinds - {SUSPECTED}))


def _slug(claim: Claim) -> str | None:
    return claim.measure.slug if claim.measure is not None else None


def _says_enough(claim: Claim, key: Key) -> bool:
    """Whether words in no registry can be compared by: of whom or where, and of what is counted what was done."""
    if not (key.actor or key.place or key.period):
        return False  # told of nobody, nowhere: they may meet by chance
    if key.measure in words("empty", "heads"):
        return False  # people of whom no deed is told
    if doings.is_of_nothing(claim, key):
        return False
    return key.unit != COUNT or claim.basis == "coded" or doings.telling(claim) is not None


def _is_of_several(claim: Claim) -> bool:
    """Whether each of several things has a number of its own: "aftershocks of magnitude 5.1 and 4.8"."""
    head = None if claim.counted is None else claim.counted.head.quote.lower()
    return claim.counted is not None and head != claim.counted.lemma and claim.quantity.unit != COUNT
