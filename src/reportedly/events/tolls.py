"""Claims of the same happening become an event: what a report says befell people in it, as one number each.

``told`` reads one report's claims on one happening. What is promised: the order of the claims does not matter, planned,
feared and denied figures count for nothing, and what a report does not tell is not in the answer. The rule, for those
killed and those wounded alike:

1. the first sentence of the opening that tells of both in numbers is the report's own count; else the opening goes
   before the rest, and of written numbers the largest that is no part of another;
2. what shares one deed in a sentence is added up ("two men and a woman"); a number told with its parts is taken once;
3. of those *shot*, *hit* or *taken to hospital* the killed are taken off, unless they are "others"; the wounded are the
   larger of that and of those called so;
4. whoever killed others and is dead too is one more than those he killed;
5. the name of what happened tells at least how many died ("a double homicide", "a fatal crash");
6. where no number is written, persons told without one are counted, each once: those of the opening, those of the body
   before those of the headline; they also go before numbers that stand far below. Further down the wounded count where
   they are surely none of the dead, and no number of dead does where the opening counts the wounded;
7. of a number of the hurt who is told dead elsewhere, by name or by pointing back, is taken off; whole months and
   years are of other happenings;
8. whoever is taken to hospital counts where wounds are told; else they may be ill.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from reportedly.events.fates import Fallen
from reportedly.events.openings import OPENING, Opening
from reportedly.events.spells import of_one_time
from reportedly.frozen import dataclass
from reportedly.model import AGAINST, Bounds, Claim, Document, Reported, Scope
from reportedly.values.bounds import bounds

PARTS = ("deaths", "wounded")
TAKEN = "hospitalised"  # where a report tells of wounds, whoever was taken to hospital has them; else they may be ill
BODIES = "bodies_recovered"  # whose death nobody else counts
NEW = "_new"
GROWING = frozenset({"deaths"})  # the dead stay dead; who was wounded may die or go home
NOBODY = Bounds(Fraction(), Fraction())
DONE = frozenset({"happened", "ongoing", "unresolved"})
PERSONS = 6  # sentences in which those are told of whom the report is
FAR = 8  # numbers behind so many sentences tell of other happenings, where persons were told of before
CALLED = re.compile(
    r"\b(?:wound(?:ed|ing)|(?<!gunshot )wounds\b|injur(?:ed|ing|es?\b)|hurt|condition|surviv|burn(?:s|ed|t)\b"
    r"|broken|fractur|bruis|inhal|cuts\b|treated|bitten|maul|scald|graz|concuss|frostb|hypotherm|splinter|shrapnel|debris"
    r"|in (?:an? |the )?(?:\w+ )?(?:hospitals?|intensive care)\b"
    r"|lost (?:(?:an?|both|his|her|their) )?(?:legs?|arms?|hands?|eyes?|f[oe]{2}t|limbs?))",
    re.IGNORECASE,
)
MORE = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)
ALSO = re.compile(r"\balso\b", re.IGNORECASE)
HURTING = frozenset({"wound", "injure", "hurt", "survive"})
KILLING = frozenset({"kill", "shoot", "murder", "slay", "stab"})
DOERS = frozenset({"gunman", "shooter", "suspect", "attacker", "assailant", "bomber", "killer"})
SEXED = frozenset({"man", "woman", "boy", "girl", "male", "female", "child", "adult", "teenager", "teen"})
GENERAL = frozenset({"people", "person", "other", "victim", "passenger", "civilian", "resident", "child", "student"})
REFLEXIVE = re.compile(r"\b(?:himself|herself|themselves|self-inflicted|suicide|own life)\b", re.IGNORECASE)
LEFT = re.compile(  # behind a number, and not of another one: "twelve were hurt, and two remain in hospital"
    r"(?:(?!\band\b)[^.;,])*?\b(?:still|remain(?:s|ed|ing)?|released from)\b[^.;]*\bhospital", re.IGNORECASE
)
JOINT = re.compile(r"(?:, |,? and | & )(?:(?:his|her|their) )?")  # between two of a list
# "A 17-year-old boy", "a man, 34," and how far behind somebody such a number stands.
AGE = re.compile(r"[^,.;]*?(?:\b(\d{1,3})[- ](year|month|week|day)s?[- ]old\b|, (\d{1,3})(?=[,.;]))", re.IGNORECASE)
AFTER = 5
YEARS = {"year": 1, "month": 12, "week": 52, "day": 365}
WHOLE = re.compile(r"(?:the|all|both|these|those)\b(?! others?\b)", re.IGNORECASE)  # "the four", "all three"
SET_OFF = re.compile(r"\s*(?:[—–:(]|--|- )")  # before those told as some of the ones before it
DEGREE = re.compile(
    r" (?:(?:is|are|was|were) )?(?:in )?(?:critical|serious|grave|stable|fair|good|guarded)\b", re.IGNORECASE
)  # how badly somebody was hurt
NEAR, BEHIND = 24, 40  # characters before and behind a number in which the wounded are called so
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ANOTHER = re.compile(rf"(?:(?:a|the) )?({'|'.join(ORDINALS)})(?: \w+)?", re.IGNORECASE)  # "a fourth man", "a fourth"

Sort = Literal["killed", "wounded", "shot"]


@dataclass(frozen=True, slots=True)
class _Told:
    """A number told of people: what befell them, in which sentence, by which deed, and whether on top of others."""

    claim: Claim
    sort: Sort
    count: Fraction
    sentence: int
    spot: tuple[int, int]
    more: bool


def told(
    document: Document, claims: Iterable[Claim], *, silent: Literal["unknown", "nobody"] = "unknown"
) -> dict[str, Bounds]:
    """How many were killed and how many wounded, by measure, as ``claims`` of ``document`` tell.

    With ``silent`` "nobody" whoever tells of the one and not of the other tells that there was nobody.
    """
    opening = Opening.of(document.text)
    every = of_one_time(_of_harm(_granted([claim for claim in _lately(claims) if _counts(claim)]), opening))
    fallen = _fallen(every)
    numbers, persons = _numbers(every, fallen, opening), _alone(every)
    first = [claim for claim in persons if _sentence(claim, opening) < PERSONS or claim.id in fallen.dead]
    kept = _kept(_all_of(numbers), {_slug(claim) for claim in first}, deadly=opening.tells_of_death)
    alone = _near(persons, first, kept, opening)
    if fallen.dead:
        alone = [*alone, *(one for one in first if one.id in fallen.dead and one not in alone)]
    killed, before = _killed(kept, alone, suicide=opening.is_suicide)
    least = Fraction() if any(one.sort == "killed" for one in kept) else Fraction(opening.dead)
    unknown = least > killed  # who they are: persons told as hurt may be the dead
    met, killed, before = killed, max(killed, least), max(before, least)
    wounded = _wounded(kept, alone, before, killed)
    if wounded is None:
        wounded = max(_persons(alone, "wounded") - (killed if unknown and not met else 0), Fraction())
    wounded = max(wounded, opening.hit - killed)
    last = _last(persons, killed + wounded) if kept else None
    killed, wounded = killed + (last == "deaths"), wounded + (last == "wounded")
    found = {}
    if killed:
        found["deaths"] = Bounds(least, None if least == 1 else least) if unknown else _as_told(killed, kept, "killed")
    if wounded:
        found["wounded"] = _as_told(wounded, kept, "wounded")
    return dict.fromkeys(PARTS, NOBODY) | found if found and silent == "nobody" else found


def _last(persons: Iterable[Claim], so_far: Fraction) -> str | None:
    """What befell "a fourth man", where three were counted; None where nobody is told so."""
    numbered = ((ANOTHER.fullmatch(person.evidence.quote), person) for person in persons)
    nth = ((ORDINALS.index(told.group(1).lower()) + 2, person) for told, person in numbered if told is not None)
    return next((_slug(person) for number, person in nth if number == so_far + 1), None)


def _lately(claims: Iterable[Claim]) -> list[Claim]:
    """With those who died of late as all the dead, where no number tells all of them: "killed 37 overnight"."""
    every = list(claims)
    written = {_slug(claim) for claim in every if claim.basis != "implied" and claim.status in DONE}
    lone = {slug for slug in PARTS if slug not in written}
    renamed = {f"{slug}{NEW}": slug for slug in lone}
    return [
        replace(claim, measure=replace(claim.measure, slug=renamed[claim.measure.slug]))
        if claim.measure is not None and claim.measure.slug in renamed
        else claim
        for claim in every
    ]


def _fallen(every: Sequence[Claim]) -> Fallen:
    """Who was counted among the hurt and is told dead elsewhere."""
    hurt = [claim for claim in every if _slug(claim) == "wounded" and claim.basis != "implied"]
    return Fallen.among(hurt, [claim for claim in every if _slug(claim) == "deaths"])


def _numbers(every: Sequence[Claim], fallen: Fallen, opening: Opening) -> list[_Told]:
    """What is told in numbers; of parts of the dead and hurt the dead alone."""
    fatal = {claim.part_of for claim in every if _slug(claim) == "deaths" and claim.part_of is not None}
    fatal |= fallen.hurt
    sizes = {claim.quantity.low for claim in every if claim.id in fatal}  # "two were hurt, one of the two died"
    fatal |= {c.id for c in every if c.quantity.low in sizes and _slug(c) == "wounded" and c.basis != "implied"}
    wholes = {claim.id for claim in every}
    written = [claim for claim in every if claim.basis != "implied"]
    whole = [claim for claim in written if _slug(claim) == "deaths" or claim.part_of not in wholes]
    told_ = (_told(claim, opening, some_dead=claim.id in fatal) for claim in whole)
    return [one for one in told_ if one is not None]


def _alone(every: Sequence[Claim]) -> list[Claim]:
    """The persons told without a number, each once: the dead and the hurt of the body, else those of the headline."""
    persons = [claim for claim in every if claim.basis == "implied" and claim.same_as is None and claim.quantity.low]
    told = {_slug(claim) for claim in persons if claim.part == "body"}
    return [claim for claim in persons if claim.part == "body" or _slug(claim) not in told]


def _near(persons: Sequence[Claim], first: list[Claim], kept: Sequence[_Told], opening: Opening) -> list[Claim]:
    """The persons that count beside the numbers: the first, or all where there is nothing else; far below only those
    hurt who are none of the dead, and none of the dead where the opening counts the hurt and has no word of death.
    """
    alone = first if first or kept else list(persons)
    if not any(_slug(claim) == "wounded" for claim in (*alone, *(one.claim for one in kept))):
        counted = any(one.sort == "killed" for one in kept) or opening.tells_of_another
        alone = [*alone, *_apart(persons, counted=counted)]
    alone = [*alone, *(c for c in persons if _slug(c) == "deaths" and c not in alone and _is_too(c))]
    if _opens_with_hurt(kept) and not opening.tells_of_death:
        alone = [claim for claim in alone if _slug(claim) != "deaths" or _sentence(claim, opening) < OPENING]
    return alone


def _is_too(claim: Claim) -> bool:
    """ "A woman was also killed": somebody besides those told before."""
    start = claim.context.start
    ends = _end(claim), claim.evidence.start if claim.verb is None else claim.verb.span.end
    return ALSO.search(claim.context.quote, min(ends) - start, max(ends) - start) is not None


def _opens_with_hurt(kept: Sequence[_Told]) -> bool:
    """Whether the opening counts the hurt and nobody killed."""
    opening = {one.sort for one in kept if one.sentence < OPENING}
    return bool(opening) and not any(one.sort == "killed" or one.more for one in kept)


def _all_of(numbers: Sequence[_Told]) -> list[_Told]:
    """Without those that tell how some of the hurt are, where another number tells of the hurt."""
    whole = [one for one in numbers if one.sort == "killed" or not _is_some(one.claim)]
    return whole if any(one.sort != "killed" for one in whole) else list(numbers)


def _is_some(claim: Claim) -> bool:
    """ "Three are still in hospital", "4 shot, 1 critical": how some of them are."""
    quote, behind = claim.context.quote, claim.evidence.end - claim.context.start
    return DEGREE.match(quote, behind) is not None or LEFT.match(quote, behind) is not None


def _of_harm(claims: Sequence[Claim], opening: Opening) -> Sequence[Claim]:
    """Without those taken to hospital where nothing tells of wounds, and without bodies where the dead are counted."""
    slugs = {claim.measure.slug for claim in claims if claim.measure is not None}
    counted = any(_slug(claim) == "deaths" for claim in claims if claim.basis != "implied" and not _is(claim, BODIES))
    ill = "wounded" not in slugs and not opening.tells_of_violence
    besides = ({TAKEN} if ill else set()) | ({BODIES} if counted else set())
    return [claim for claim in claims if claim.measure is None or claim.measure.slug not in besides]


def _apart(persons: Sequence[Claim], *, counted: bool) -> list[Claim]:
    """Those told far below as hurt who are surely none of the dead: where these were counted, or told as others, or
    several in one sentence, or of another age.
    """
    hurt = [claim for claim in persons if _slug(claim) == "wounded"]
    beside = Counter(claim.context.start for claim in hurt)
    dead = [claim for claim in persons if _slug(claim) == "deaths"]
    return [
        c
        for c in hurt
        if counted
        or beside[c.context.start] > 1
        or MORE.search(c.evidence.quote)
        or (dead and _is_older_or_younger(c, dead))
    ]


def _is_older_or_younger(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether somebody's age is told, and that of all ``others``, and none is of it; "22 months" may be told as two."""
    age, ages = _age(claim), [_age(other) for other in others]
    return age is not None and all(other is not None and abs(other - age) > 1 for other in ages)


def _age(claim: Claim) -> Fraction | None:
    """How many years old somebody is told to be."""
    start = claim.context.start
    told = AGE.match(claim.context.quote, claim.evidence.start - start, _end(claim) - start + AFTER)
    return None if told is None else Fraction(int(told[1] or told[3]), YEARS[(told[2] or "year").lower()])


def _as_told(count: Fraction, kept: Sequence[_Told], sort: Sort) -> Bounds:
    """The bounds of the figure that was told so, else the number itself."""
    figure = next((one.claim for one in kept if one.sort == sort and one.count == count), None)
    return Bounds(count, count) if figure is None else bounds(figure.quantity)


def _granted(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Without what somebody only claims, where another count is told: "12 died; rebels claimed to have killed 30"."""
    told = [claim for claim in claims if not claim.attribution or claim.attribution[-1].manner != "distancing"]
    return told if any(claim.basis != "implied" for claim in told) else claims


def _counts(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        claim.measure is not None
        and claim.measure.slug in (*PARTS, TAKEN, BODIES)
        and claim.status in DONE
        and not any(step.stance in AGAINST for step in claim.attribution)
        and quantity.change in ("level", "additional")
        and quantity.unit == "count"
    )


def _slug(claim: Claim) -> str:
    slug = "" if claim.measure is None else claim.measure.slug
    return {TAKEN: "wounded", BODIES: "deaths"}.get(slug, slug)


def _is(claim: Claim, slug: str) -> bool:
    return claim.measure is not None and claim.measure.slug == slug


def _sentence(claim: Claim, opening: Opening) -> int:
    return opening.sentence(claim.context.start)


def _told(claim: Claim, opening: Opening, *, some_dead: bool) -> _Told | None:
    """A number as it was told; of "five wounded, one of whom died" the five are those hit, not those who live."""
    size = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    living = (_is_called(claim) or _is(claim, TAKEN)) and not some_dead
    sort: Sort = "killed" if _slug(claim) == "deaths" else "wounded" if living else "shot"
    if not size:
        return None
    spot = claim.evidence if claim.verb is None else claim.verb.span
    end = _end(claim)
    return _Told(
        claim,
        sort,
        size,
        _sentence(claim, opening),
        (spot.start, spot.end),
        bool(MORE.search(claim.context.quote, claim.evidence.start - claim.context.start, end - claim.context.start)),
    )


def _end(claim: Claim) -> int:
    """Where a number and what it counts end; what it counts may stand before it: "three were killed and five hurt"."""
    counted = claim.counted
    return claim.evidence.end if counted is None or counted.implied else max(claim.evidence.end, counted.phrase.end)


def _is_called(claim: Claim) -> bool:
    """Whether they are called wounded; those shot, hit or taken to hospital may be dead as well."""
    if claim.verb is not None and claim.verb.lemma in HURTING:
        return True
    start, end = claim.context.start, _end(claim)
    near = claim.context.quote[max(claim.evidence.start - start - NEAR, 0) : end - start + BEHIND]
    return CALLED.search(near) is not None


def _kept(every: Sequence[_Told], told: set[str], *, deadly: bool) -> list[_Told]:
    """The numbers that count: the first sentence of the opening that tells of both, else the opening, else the rest."""
    for sentence in range(OPENING):
        here = [one for one in every if one.sentence == sentence]
        both = {one.sort for one in here if one.sort != "shot" or one.more}
        if len(both) > 1 and "killed" in both:
            return here
    opening = {one.sort == "killed" for one in every if one.sentence < OPENING}
    # A sentence below that tells of more dead than the opening does tells of more than this: "four killed that week".
    most = max((one.count for one in every if one.sort == "killed" and one.sentence < OPENING), default=None)
    wider = {one.sentence for one in every if most is not None and one.sort == "killed" and one.count > most}
    every = [one for one in every if one.sentence < OPENING or one.sentence not in wider]
    kept = [one for one in every if one.sentence < OPENING or (one.sort == "killed") not in opening]
    # Whoever opens with the wounded and has no word of death has no dead to tell of.
    outlying = {*told, *(("deaths",) if opening and not deadly else ())}
    return [one for one in kept if one.sentence < FAR or _slug(one.claim) not in outlying]


def _number(sort: Sort, kept: Iterable[_Told], beside: Sequence[Claim], *, apart: bool = False) -> Fraction | None:
    """The largest number of this sort; those that share a deed are added up, with the persons ``beside`` them.

    Where all are "others", they are other than those told before, and ``apart`` from the dead.
    """
    lists = _lists(sort, kept)
    most = max((_sum(several, beside) for several in lists.values()), default=None)
    if most is None or apart or not all(one.more for several in lists.values() for one in several):
        return most
    first = min((one for several in lists.values() for one in several), key=lambda one: one.claim.evidence.start).claim
    slug = "deaths" if sort == "killed" else "wounded"  # "a nurse died on Monday; two others were killed as well"
    before = [p for p in beside if _is_before(p, first) and p.part_of is None and _slug(p) == slug]
    return most + sum(map(_size, before), Fraction())


def _lists(sort: Sort, kept: Iterable[_Told]) -> dict[tuple[int, int], list[_Told]]:
    """The numbers of this sort by the deed they share."""
    lists: defaultdict[tuple[int, int], list[_Told]] = defaultdict(list)
    for one in kept:
        if one.sort == sort:
            lists[one.spot].append(one)
    return lists


def _is_before(person: Claim, claim: Claim) -> bool:
    """Whether a person was told of before, in another sentence or by another deed."""
    if person.context != claim.context:
        return person.context.start < claim.context.start
    apart = person.verb is not None and claim.verb is not None and person.verb != claim.verb
    return apart and person.evidence.start < claim.evidence.start and not _adjoins(person, claim)


def _sum(several: Sequence[_Told], persons: Sequence[Claim]) -> Fraction:
    counts = [one.count for one in several if one.claim.part_of is None] or [max(one.count for one in several)]
    one = several[0].claim
    beside = [p for p in persons if p.context == one.context and p.part_of is None and _slug(p) == _slug(one)]
    joined = _listed(one, beside)
    listed = [p for p in beside if (p.verb is not None and p.verb == one.verb) or p in joined]
    listed = [p for p in listed if not _is_doer(p, one)]  # "killing two, then himself": counted by whoever asks
    sizes = [*counts, *map(_size, listed)]
    whole = max(sizes)
    parted = 2 * whole == sum(sizes) and ((len(sizes) > 2 and len(counts) > 2) or _is_whole(several, listed))
    parted = parted or _is_set_off(several, listed)
    return whole if parted else sum(sizes, Fraction())


def _is_whole(several: Sequence[_Told], persons: Sequence[Claim]) -> bool:
    """Whether those told first are told again by sex, age or name: "three others, two men and a woman"."""
    first, *parts = sorted((*(one.claim for one in several), *persons), key=_place)
    named = all(_is_name(part) for part in parts)
    general = len(parts) > 1 and _noun(first) in GENERAL and all(_noun(part) in SEXED for part in parts)
    return bool(parts) and not _is_name(first) and (named or general)


def _is_set_off(several: Sequence[_Told], persons: Sequence[Claim]) -> bool:
    """Whether a dash or a bracket sets some of those told first apart: "three people - two women and a man"."""
    first, *parts = sorted((*(one.claim for one in several), *persons), key=_place)
    if not parts or any(part.context != first.context for part in parts):
        return False
    start = first.context.start
    quote, end = first.context.quote, _end(first) - start
    set_off = SET_OFF.match(quote, end, parts[0].evidence.start - start) is not None
    last = _end(parts[-1]) - start  # "three workers, a cook and a welder, were hurt"
    inset = quote[end : end + 2] == ", " and quote[last : last + 1] == ","
    return (set_off or inset) and _size(first) >= sum(map(_size, parts))


def _is_name(claim: Claim) -> bool:
    """Whether a person is told of by name alone."""
    counted = claim.counted
    alone = counted is not None and claim.basis == "implied" and claim.evidence == counted.phrase
    return alone and claim.evidence.quote.istitle()


def _noun(claim: Claim) -> str:
    return "" if claim.counted is None else claim.counted.lemma


def _listed(claim: Claim, persons: Sequence[Claim]) -> list[Claim]:
    """ "The deaths of a mother, her two sons and their aunt": those of one list with it, whatever governs them."""
    found = [claim]
    for before in sorted((p for p in persons if p.evidence.start < claim.evidence.start), key=_place, reverse=True):
        found += [before] if _adjoins(before, found[-1]) else []
    found.append(claim)
    for behind in sorted((p for p in persons if p.evidence.start > claim.evidence.start), key=_place):
        found += [behind] if _adjoins(found[-1], behind) else []
    return [one for one in found if one is not claim]


def _place(claim: Claim) -> int:
    return claim.evidence.start


def _adjoins(one: Claim, other: Claim) -> bool:
    """Whether one stands right before the other, as in a list."""
    start = one.context.start
    end = (one.evidence.end if one.counted is None else max(one.counted.phrase.end, one.evidence.end)) - start
    return JOINT.fullmatch(one.context.quote, end, other.evidence.start - start) is not None


def _size(claim: Claim) -> Fraction:
    return claim.quantity.low or Fraction(1)


def _persons(claims: Iterable[Claim], slug: str) -> Fraction:
    """How many persons are told of: those told one by one, or "the four", if these are more."""
    here = [claim for claim in claims if _slug(claim) == slug]
    wholes = [claim for claim in here if _size(claim) > 1 and WHOLE.match(claim.evidence.quote)]
    return max([sum((_size(c) for c in here if c not in wholes), Fraction()), *map(_size, wholes)])


def _killed(kept: Sequence[_Told], persons: Sequence[Claim], *, suicide: bool) -> tuple[Fraction, Fraction]:
    """The killed, and those killed by others; who killed himself after them may be told of by the name of it alone."""
    written = _number("killed", kept, persons)
    dead = [person for person in persons if _slug(person) == "deaths"]
    himself = any(REFLEXIVE.search(claim.context.quote) for claim in (*dead, *(one.claim for one in kept)))
    if written is None:
        shot = [one.claim for one in kept if one.sort == "shot" and _is_acted(one.claim)]
        doers = [p for p in dead if any(_is_doer(p, claim) for claim in shot if claim.context == p.context)]
        killed, others = _persons(dead, "deaths"), _persons([p for p in dead if p not in doers], "deaths")
        return killed + (suicide and not himself and bool(dead) and all(map(_is_done, dead))), others
    lists = _lists("killed", kept).values()
    most = [one.claim for several in lists if _sum(several, persons) == written for one in several]
    acted = [claim for claim in most if _is_acted(claim)]
    alone = [person for person in dead if person.part_of is None]
    dead_too = any(_is_doer(person, claim) for person in alone for claim in acted)
    return written + (dead_too or (suicide and not himself and any(map(_is_done, acted)))), written


def _is_done(claim: Claim) -> bool:
    """ "Killed three people", and not "three were killed"."""
    return _is_acted(claim) and claim.verb is not None and claim.verb.span.start < claim.evidence.start


def _is_acted(claim: Claim) -> bool:
    """ "Killed three people", "three were killed by a man": what somebody did, who may be dead too."""
    return claim.verb is not None and claim.verb.lemma in KILLING


def _is_doer(person: Claim, claim: Claim) -> bool:
    """Whether a person is the one who did what the claim tells: by its words, or called so where it is his deed."""
    verb, context = claim.verb, claim.context
    if verb is None:
        return False
    before = context.quote[: max(person.evidence.start - context.start, 0)]
    active = verb.span.start < claim.evidence.start
    if person.context == context:
        return person.evidence.start < verb.span.start if active else before.endswith(" by ")
    called = person.counted is not None and person.counted.lemma in DOERS
    himself = REFLEXIVE.search(person.context.quote) is not None
    return (active and (called or himself)) or (called and himself)


def _wounded(kept: Sequence[_Told], persons: Sequence[Claim], killed: Fraction, dead: Fraction) -> Fraction | None:
    """Those called wounded, or those shot less the killed, whichever is more; None where neither is written.

    Where those shot are as many as the ``dead``, who hurt himself among them, they are the dead.
    """
    shot = [one for one in kept if one.sort == "shot"]
    others = _number("shot", (one for one in shot if one.more), persons, apart=bool(killed))
    total = _number("shot", (one for one in shot if not one.more), persons)
    living = max(_survived(kept, total), _hit_besides(kept, total, persons))
    least = None if total is None else Fraction() if total == dead else max(total - killed, living, Fraction())
    called = _number("wounded", kept, persons, apart=bool(killed))
    known = [number for number in (called, others, least) if number is not None]
    most = max(known, default=None)
    return most or (None if total == killed else most)  # where all that were shot died, persons may be hurt besides


def _survived(kept: Sequence[_Told], total: Fraction | None) -> Fraction:
    """Of "shot six people, killing four of them" two, whoever else was killed."""
    shot = {one.claim.id for one in kept if one.sort == "shot" and one.count == total}
    parts = [one.count for one in kept if one.sort == "killed" and one.claim.part_of in shot]
    return total - max(parts) if parts and total is not None else Fraction()


def _hit_besides(kept: Sequence[_Told], total: Fraction | None, persons: Sequence[Claim]) -> Fraction:
    """Of "killing a clerk and hitting two pupils" the two: who is hit by a deed told behind the killing is another."""
    hit = [one.claim for one in kept if one.sort == "shot" and one.count == total]
    dead = [claim for claim in (*persons, *(one.claim for one in kept)) if _slug(claim) == "deaths"]
    behind = any(_is_next(claim, one) for claim in dead for one in hit if one.context == claim.context)
    return total if behind and total is not None else Fraction()


def _is_next(killed: Claim, hit: Claim) -> bool:
    """Whether both are told as deeds, each before whom it befell, the killing first."""
    if killed.verb is None or hit.verb is None or not killed.verb.span.start < killed.evidence.start:
        return False
    return killed.evidence.start < hit.verb.span.start < hit.evidence.start


def words(documents: Iterable[tuple[Document, Mapping[str, Bounds]]]) -> dict[str, list[Reported]]:
    """What each document of an event says, by part, as an estimate takes it: an outlet has one voice."""
    found: defaultdict[str, list[Reported]] = defaultdict(list)
    for document, parts in documents:
        voice = document.outlet or document.address
        for part, interval in parts.items():
            scope: Scope = "cumulative" if part in GROWING else "moment"
            word = Reported(document.id, voice, interval, published=document.published, scope=scope)
            found[part].append(word)
    return dict(found)
