"""Claims become comparable: what people do abroad tells where they are, and what two states do is told of both.

"3,000 of its soldiers are training in Belarus" counts those who are there, as "has 3,000 soldiers in Belarus" does;
"India's trade with Iran" is Iran's with India. Nothing is filled: the sentence itself names the place or both states.
"""

import re
from dataclasses import replace

from reportedly.model import AHEAD, Change, Claim, Key, Measure, Scope, SlotRole
from reportedly.series import periods, places
from reportedly.series.fates import running_total
from reportedly.series.lexicons import bases, words
from reportedly.series.pages import Own, Page
from reportedly.series.speaking import state
from reportedly.values.gazetteer import fold
from reportedly.values.measures import is_movement, moves, named, tells
from reportedly.values.states import nations, state_names

TWO = 2
WHOSE: tuple[SlotRole, ...] = ("owner", "recipient")
COUNT = "count"
ADDED = "_additional"  # the end of a measure's slug that tells what was added
DOING = re.compile(r",? (?:killing|injuring|wounding|leaving|claiming|and (?:killed|injured|left|claimed))\b")
THERE = "in region"  # of somebody who is told to be somewhere, as the registry of measures is asked


def busy_abroad(page: Page, claim: Claim, own: Own, actor: str | None) -> str | None:
    """What is asked of those who are doing something in another state than their own: that they are there.

    So are those who have been moved to a part of it, if no time tells that they then were.
    """
    verb = claim.verb.lemma if claim.verb is not None else None
    abroad = places.state(own.place) not in (None, actor)
    moved = verb in words("theatre", "moving") and "/" in (own.place or "") and page.when(claim) is None
    there = moved if claim.status == "happened" else claim.status == "ongoing" and verb in words("theatre", "busy")
    return THERE if abroad and there else None


def antecedent(page: Page, claim: Claim) -> Claim | None:
    """The figure whose counted words a claim counts that has none of its own."""
    counted = claim.counted
    if counted is None or not counted.implied:
        return None
    before = (one for one in page.reading.claims if one.counted is not None and not one.counted.implied)
    return next((one for one in before if one.counted and one.counted.phrase == counted.phrase), None)


def leant(page: Page, claim: Claim) -> tuple[Claim, dict[str, str]]:
    """A claim that says no more than how many there will be, or by how much it rose, with what it is said of.

    "It expects 10,000 by December", "it rose by 4 percent": of what the figure before tells, and by its words.
    """
    before = antecedent(page, claim)
    if before is None or before.measure is None or before.measure.open or claim.measure is None:
        return claim, {}
    base = bases().get(before.measure.slug)
    slug = before.measure.slug if base is None else base.slug
    mine, verb = bases().get(claim.measure.slug), None if claim.verb is None else claim.verb.lemma
    if claim.measure.open and claim.status in AHEAD and not tells(verb) and claim.quantity.change == "level":
        return replace(claim, measure=named(slug) or before.measure), {"measure": before.evidence.quote}
    if mine is not None and mine.kind == "change" and mine.slug == slug and before.context.end < claim.context.start:
        told = claim if claim.when is not None else replace(claim, when=before.when)
        return told, {"period": before.evidence.quote} if told is not claim else {}
    return claim, {}


def mutual(page: Page, claim: Claim, key: Key) -> Key:
    """The key of what is between two states with these in one order, whoever of them is told to do it."""
    if key.measure not in words("mutual", "measures"):
        return key
    both = {code for code in (key.actor, key.recipient) if code in state_names()}
    between = set((key.place or "").split(places.TOGETHER))
    placed = len(between) == TWO and between <= set(state_names())
    if placed and both <= between:
        both, key = between, replace(key, place=None)
    elif len(both) < TWO:
        spans = (span for span in page.spans(claim, "doer", "owner") if both)
        told = ({code for name in page.near(span) if (code := state(name))} for span in spans)
        both = next((codes for codes in told if len(codes) == TWO and both <= codes), both)
    if len(both) != TWO:
        return key
    one, other = sorted(both)
    return replace(key, actor=one, recipient=other)


def is_of_event(claim: Claim, own: Own) -> bool:
    """Whether a place is only where the happening was, or that of others which a total sums up.

    "The quake in Van", "sank off Ambon": the word of the event stands in its phrase or right before it, or the toll is
    what the event did: "struck off Ambon, killing 14".
    """
    told = dict(own.said).get("place", "")
    if running_total(claim) or periods.is_named(told):
        return True
    ahead, _, behind = claim.context.quote.partition(told) if told else ("", "", "")
    before = ahead.split()[-2:-1]
    if before and (before[0] in words("empty", "events") or periods.is_named(before[0])):
        return True
    doing = DOING.search(behind[: max(0, claim.evidence.start - claim.context.start - len(ahead) - len(told))])
    return doing is not None and periods.is_named(ahead)


def origins(page: Page, claim: Claim) -> frozenset[str]:
    """By what name people are told of whose state no table knows: "refugees from Congo", of which there are two."""
    spans = page.spans(claim, "owner", "population")
    return frozenset(fold(span.quote) for span in spans if span.quote[:1].isupper())


def is_of_nothing(claim: Claim, key: Key) -> bool:
    """Whether it is told how much more or less, and not of what: "a decline of 5 percent", "Kenya reported a rise"."""
    counted = claim.counted
    if key.unit == COUNT or counted is None:
        return False
    return counted.head.quote in nations() or counted.lemma in words("empty", "moves")


def is_level_of_state(page: Page, claim: Claim, own: Own) -> bool:
    """Whether so much is a state's as a whole: "copper output in Peru rose" as "Peru's copper output rose"."""
    measure, verb = claim.measure, None if claim.verb is None else claim.verb.lemma
    is_open = measure is not None and measure.open and claim.quantity.unit != COUNT
    told = dict(own.said).get("place", "").removeprefix("the ")
    alone = own.place in state_names() and told.istitle()  # "at a mine in Peru" is not all of Peru's
    return is_open and own.actor is None and alone and not tells(verb) and not any(page.spans(claim, *WHOSE))


def telling(claim: Claim) -> str | None:
    """The verb, where it tells what was done; "the east" of "are in the east" does not."""
    verb = claim.verb.lemma if claim.verb is not None else None
    places_of = words("places", "compass") | words("places", "generic")
    return verb if verb is not None and tells(verb) and verb not in places_of else None


def change(claim: Claim, measure: Measure, *, raises: bool, sets: bool) -> tuple[Change, Scope]:
    """What was added counts by itself, told by its measure, by its words or by the sum that it brings about.

    ``sets`` tells that "more" only sets those who are counted beside others: "300 died and 2,700 more were hurt".
    """
    if measure.slug.endswith(ADDED) or raises:
        return "additional", "new"
    if sets:
        whole = named(measure.slug)
        return "level", measure.scope if whole is None else whole.scope
    told = claim.quantity.change
    if told in ("increase", "decrease") and not is_movement(measure):
        return "level", measure.scope  # "lost 40 tanks", "added 300 jobs": so many were
    return (moves(measure.slug) or told) if told == "level" else told, measure.scope
