"""Claims of one incident become its toll: from how many to how many were killed and hurt, and who the killed were.

``toll`` is meant for one incident, told by one document that weighs what others say or by several. What is promised:
planned, feared and denied figures count for nothing, parts are no wholes, and the upper end is never below the lower.
The rule:

1. the first sentence that tells of the killed (the hurt) in numbers or plurals is the lead, else the first in which a
   document itself tells of them; whoever writes it has heard those he quotes;
2. in the lead what stands side by side is added up ("a woman and two children", "Ana Brook and two others"), and "12
   others" to those told of right before; kinds of those counted and persons among them are not ("nine people, four
   women and five children"), nor what is set against another count ("most had four, but one five"); "up to 30" beside a
   lower number is the upper end;
3. the lower end is the lead's, else the lowest that is told in numbers, but of some of those told of ("four of those
   killed", "his two sons"); "more than 20" is 21 at least;
4. the upper end is the highest that the lead or anybody who is quoted tells, alone or with the others he adds, or that
   is told as a toll, or the toll itself may be ("may reach 37"), or somebody's place ("a fifth man"); where the lead
   itself is a range, it is the lead's; "at least 20" has by itself no higher one, "up to 8" no lower one;
5. what is told of more than one incident counts for nothing ("15 since the war began");
6. vague words and plurals bound what the named reading of vague words says (``values/bounds.toml``); where killed and
   hurt are told in one vague word, each are so many, if nothing else is told of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from operator import attrgetter

from reportedly.model import AGAINST, Bounds, Claim, Toll
from reportedly.values.bounds import bounds

KILLED = ("deaths",)
INJURED = ("wounded",)
BOTH = ("casualties",)
DONE = ("happened", "ongoing", "unresolved")
TOLLS = ("toll", "death", "fatality", "injury")  # "the toll may be as high as 37" tells of those dead already
NOBODY = Bounds(None, None)
KINDS: Mapping[str, frozenset[str]] = {
    "children": frozenset({"child", "boy", "girl", "infant", "baby", "toddler", "minor", "newborn"}),
    "women": frozenset({"woman"}),
    "men": frozenset({"man"}),
}
# What sets one count against another, and what adds it.
CONTRAST = re.compile(r"\s*(?:while|whereas|although|though)\b", re.IGNORECASE)
AGAINST_IT = re.compile(
    r"\b(?:while|whereas|but|however|although|though|or)\b|\b(?:an)?other (?:source|report)", re.IGNORECASE
)
MORE = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)}|(\d+)(?:st|nd|rd|th))\b(?!-)", re.IGNORECASE)
AMONG = re.compile(r"\b(?:includ(?:ing|es?|ed)|among|amongst|such as)\b", re.IGNORECASE)
OF_THEM = re.compile(r"\s+of\s+(?:the|those|these|them|whom|his|her|their)\b", re.IGNORECASE)
STRETCH = "year|month|war|conflict|campaign"
# ... but "since the earthquake" tells of one incident, as "during the battle" may.
LONG = f"start|beginning|{STRETCH}|battle|fighting|offensive|siege|uprising|unrest|operations?|invasion"
MANY = re.compile(
    rf"[^.,;]*?\b(?:since (?:the (?:[\w-]+ ){{0,3}}(?:{LONG})|last|early|mid|late|[A-Z\d])|"
    rf"in (?:total|all) (?:during|in|over)|(?:so far|during|throughout) (?:this|the) (?:{STRETCH}))\b"
)
OWNERS = re.compile(r"\b(?:his|her|their|my|our|’s|'s)\s+$", re.IGNORECASE)
OTHER = re.compile(r"\s+(?:others?|more)\b", re.IGNORECASE)
OVER = re.compile(r"\b(?:and|to) (?:more than|over)\b", re.IGNORECASE)
QUOTES = " \"'“”‘’"
NUMBER = re.compile(r"\b(?:toll|(?:number|total) of)\b[^.;\d]*$", re.IGNORECASE)
FAR = 64  # characters from the word for a toll to its number
NEAR = 24  # characters from a number on in which it is called another one
LOW, HIGH = attrgetter("low"), attrgetter("high")


def toll(claims: Iterable[Claim], *, reading: str = "recorders") -> Toll:
    """The toll that ``claims``, all of one incident, add up to; ``reading`` names how vague words are read."""
    counts = [c for c in claims if c.quantity.unit == "count" and not _denied(c) and not _is_of_more(c)]
    told = [claim for claim in counts if claim.status in DONE]
    maybe = [claim for claim in counts if claim.status == "possible" and _is_toll(claim)]
    both = [claim for claim in _wholes(told, BOTH) if claim.quantity.approximator == "vague"]
    killed, injured = (
        _range(_wholes(told, slugs) or both, _wholes(maybe, slugs), reading) for slugs in (KILLED, INJURED)
    )
    return Toll(killed, injured, tuple(_kinds(told, reading)))


def _kinds(claims: Sequence[Claim], reading: str) -> Iterator[tuple[str, Bounds]]:
    """What the first sentence that tells of the killed in numbers tells of the children, women and men among them."""
    dead = [claim for claim in claims if claim.measure is not None and claim.measure.slug in KILLED]
    lead = next((claim.context for claim in dead if claim.basis == "written"), None)
    for kind, lemmas in KINDS.items():
        told = [claim for claim in dead if claim.context == lead and claim.counted and claim.counted.lemma in lemmas]
        read = [_whole(claim, reading) for claim in told]
        low, high = (_sum([end(one) for one in read]) for end in (LOW, HIGH))
        if low is not None or high is not None:
            yield kind, Bounds(low if low is not None else high, high if high is not None else low)


def _denied(claim: Claim) -> bool:
    return any(step.stance in AGAINST for step in claim.attribution)


def _is_of_more(claim: Claim) -> bool:
    """Whether a claim tells of more than one incident: "more than 15 since the battle began"."""
    start = claim.evidence.end - claim.context.start
    return MANY.match(claim.context.quote, start) is not None and claim.quantity.approximator != "vague"


def _wholes(claims: Sequence[Claim], slugs: Sequence[str]) -> list[Claim]:
    """What is told of those killed (hurt), without parts of what is told of them."""
    told = [claim for claim in claims if claim.measure is not None and claim.measure.slug in slugs]
    told = [claim for claim in told if claim.quantity.high != 0] or told
    known = {claim.id: claim for claim in told}
    return [c for c in told if c.part_of is None or not (whole := _whole_of(c, known)) or _exceeds(c, whole)]


def _whole_of(claim: Claim, known: Mapping[str, Claim]) -> Claim | None:
    """What a claim is a part of, or the first number of its sentence where its whole is none of the killed."""
    if claim.part_of is not None and claim.part_of in known:
        return known[claim.part_of]
    return next((c for c in known.values() if c.context == claim.context and _numbers(c) and c.part_of is None), None)


def _exceeds(claim: Claim, whole: Claim) -> bool:
    """Whether what is taken for a part is more than its whole: "at least 11 farmers, and up to 30 villagers"."""
    most, all_of_them = claim.quantity.high, whole.quantity.high or whole.quantity.low
    return claim.quantity.approximator == "up_to" and bool(most and all_of_them and most > all_of_them)


def _range(claims: Sequence[Claim], maybe: Sequence[Claim], reading: str) -> Bounds:
    sentences = [list(told) for _, told in groupby(claims, key=lambda claim: claim.context)]
    lead = next((told for told in sentences if any(map(_counts, told))), None)
    if lead is not None and all(claim.basis == "implied" for claim in lead):  # "members died", and then how many
        own = (s for s in sentences if any(_numbers(c) and not c.attribution and not _is_some(c) for c in s))
        lead = next(own, lead)
    lead = lead or next((told for told in sentences if not any(claim.attribution for claim in told)), None)
    others = [claim for told in sentences if told is not lead for claim in told if claim.attribution]
    heard = [_whole(claim, reading) for claim in others]
    counts = [_whole(claim, reading) for claim in others if _counts(claim) and not _is_some(claim)] or heard
    lows = [end for one in counts for end in (one.low, one.high) if end is not None]
    feared = [_whole(claim, reading) for claim in maybe]
    heard += [
        Bounds(None, most) for told in sentences if told is not lead and (most := _added(told, reading)) is not None
    ]
    tolls = [_whole(c, reading) for told in sentences if told is not lead for c in told if _numbers(c) and _is_toll(c)]
    highs = [end for one in (*heard, *feared, *tolls) for end in (one.high, one.low) if end is not None]
    highs += [_ordinal(claim) for claim in claims]
    if lead is None:
        return Bounds(min(lows), max(highs)) if lows else NOBODY
    if any(c.quantity.approximator == "range" and not c.attribution for c in lead):
        highs = []  # whoever writes a range has weighed what others say
    told = [_spanned(_side_by_side(one), reading) for one in _alternatives(lead)]
    low = min((end for one in told if (end := _sum([LOW(own) for own in one])) is not None), default=None)
    if low is not None and all(claim.basis == "implied" for claim in lead):
        numbers = [_whole(claim, reading) for claim in others if _numbers(claim) and not _is_some(claim)]
        low = max(low, min((one.low for one in numbers if one.low is not None), default=low))
    high = max((end for one in told if (end := _sum([HIGH(own) for own in one])) is not None), default=None)
    before = _before(lead, sentences)
    if low is not None and before:
        low, high = low + before, None if high is None else high + before
    if low is None:
        low = min((one.low for one in counts if one.low is not None), default=high)
    return NOBODY if low is None else Bounds(low, max([low, *highs, *([high] if high is not None else [])]))


def _before(lead: Sequence[Claim], sentences: Sequence[Sequence[Claim]]) -> int:
    """How many were told of by themselves right before the others that a lead counts: "12 other members"."""
    if lead[0].basis != "written" or OTHER.match(lead[0].context.quote, _behind(lead[0])) is None:
        return 0
    at = next(number for number, told in enumerate(sentences) if told is lead)
    told = sentences[at - 1] if at else ()
    return len(told) if told and all(c.basis == "implied" and c.quantity.approximator != "vague" for c in told) else 0


def _added(told: Sequence[Claim], reading: str) -> Fraction | None:
    """How many somebody tells of who adds some to others: "10 under the rubble and five others dead"."""
    written = [claim for claim in told if _numbers(claim)]
    more = [OTHER.match(claim.context.quote, _behind(claim)) for claim in written[1:]]
    owned = written and told[0].basis == "implied" and OWNERS.search(_until(written[0])) is not None
    if not told[0].attribution or not ((more and all(more)) or owned):
        return None
    return _sum([_whole(claim, reading).high for claim in told])


def _behind(claim: Claim) -> int:
    """Where its sentence goes on behind a claim's number."""
    return claim.evidence.end - claim.context.start


def _until(claim: Claim) -> str:
    """Its sentence up to a claim's number."""
    return claim.context.quote[: claim.evidence.start - claim.context.start]


def _ordinal(claim: Claim) -> Fraction:
    """How many there are at least by one's place among them: "a fifth man"."""
    found = None if claim.counted is None or claim.basis == "written" else ORDINAL.search(claim.counted.phrase.quote)
    if found is None:
        return Fraction()
    return Fraction(found.group(2)) if found.group(2) else Fraction(ORDINALS.index(found.group(1).lower()) + 2)


def _counts(claim: Claim) -> bool:
    """Whether a claim tells how many, if only by a plural; a person told without a number is one among others."""
    return claim.basis == "written" or claim.quantity.approximator == "vague"


def _alternatives(claims: Sequence[Claim]) -> list[list[Claim]]:
    """One sentence's claims, parted where a count is set against another: "most wrote four, but one had five"."""
    parted: list[list[Claim]] = [[]]
    before = None
    for claim in claims:
        if claim.basis == "written" and claim.part_of is None:
            if before is not None and _is_against(before, claim):
                parted.append([])
            before = claim
        parted[-1].append(claim)
    return parted


def _is_against(before: Claim, claim: Claim) -> bool:
    """Whether what stands before or between two counts of a sentence sets the second against the first."""
    quote, start = claim.context.quote, claim.context.start
    if MORE.search(quote, claim.evidence.start - start, claim.evidence.start - start + NEAR):
        return False
    between = AGAINST_IT.search(quote, before.evidence.end - start, claim.evidence.start - start)
    return between is not None or CONTRAST.match(quote) is not None


def _is_toll(claim: Claim) -> bool:
    """Whether a claim tells a toll, and not only some who died: "the number of those killed may reach 37"."""
    if claim.counted is not None and claim.counted.lemma in TOLLS:
        return True
    at = claim.evidence.start - claim.context.start
    return NUMBER.search(claim.context.quote, max(at - FAR, 0), at) is not None


def _is_some(claim: Claim) -> bool:
    """Whether a claim counts some of those told of: "four of those killed", "his two sons"."""
    before = claim.context.quote[: claim.evidence.start - claim.context.start]
    return (
        OWNERS.search(before) is not None
        or OF_THEM.match(claim.context.quote, claim.evidence.end - claim.context.start) is not None
    )


def _numbers(claim: Claim) -> bool:
    return claim.basis == "written" and claim.quantity.approximator != "vague"


def _side_by_side(claims: Sequence[Claim]) -> list[Claim]:
    """Those of one sentence that stand side by side: no persons who are among those counted, no kinds of them."""
    written = [claim for claim in claims if claim.basis == "written" and not _between(claim, claim.context.start, "(")]
    if not written:
        return [claims[0], *(c for c in claims[1:] if not _is_among(claims[0], c))] if claims else []
    first = written[0].evidence.start
    if not _is_kind(written[0]):
        written = [written[0], *(claim for claim in written[1:] if not _is_kind(claim))]
    elif written[0].quantity.high == 1:
        return list(claims)  # "a woman and her son", and not "two men, Ivo and Ana Brook"
    return [claim for claim in claims if claim in written or (claim.evidence.start < first and not _counts(claim))]


def _is_among(whole: Claim, claim: Claim) -> bool:
    """Whether a claim is told among those of a plural before it: "a number of residents, including a nurse"."""
    between = whole.context.quote[whole.evidence.end - whole.context.start : claim.evidence.start - whole.context.start]
    return whole.quantity.approximator == "vague" and AMONG.search(between) is not None


def _spanned(claims: Sequence[Claim], reading: str) -> list[Bounds]:
    """What each claim bounds; "from six to 14" and "between 80 and 'over 200'" are one."""
    found: list[Bounds] = []
    for before, claim in zip((None, *claims), claims, strict=False):
        one = _whole(claim, reading)
        if before is not None and found and (_is_span(before, claim) or _is_most(found[-1], claim)):
            one = Bounds(found.pop().low, one.high)
        found.append(one)
    return found


def _is_most(low: Bounds, claim: Claim) -> bool:
    """Whether a claim tells how many there may be of those told of before it: "at least 11 and up to 30"."""
    most = claim.quantity.high
    return claim.quantity.approximator == "up_to" and bool(low.low and most and most > low.low)


def _is_span(low: Claim, claim: Claim) -> bool:
    """Whether two claims are the ends of one."""
    begins = low.context.quote[: low.evidence.start - low.context.start].lower().rstrip(QUOTES)
    both = begins.endswith("between") and _between(claim, low.evidence.end, "and")
    return both or _between(claim, low.evidence.end, "to")


def _between(claim: Claim, start: int, words: str) -> bool:
    """Whether the claim's words follow ``start``, in its sentence, behind these ``words`` alone."""
    text = claim.context.quote[max(start - claim.context.start, 0) : claim.evidence.start - claim.context.start]
    return text.strip(QUOTES) == words or (words == "(" and text.endswith("("))


def _is_kind(claim: Claim) -> bool:
    """Whether what is counted is people of one sex or age: "two women"."""
    return claim.counted is not None and any(claim.counted.lemma in lemmas for lemmas in KINDS.values())


def _sum(ends: Sequence[Fraction | None]) -> Fraction | None:
    """One end of what stands side by side, of what has one; None where none has."""
    known = [end for end in ends if end is not None]
    return sum(known, Fraction()) if known else None


def _whole(claim: Claim, reading: str) -> Bounds:
    """The whole numbers within what a claim bounds."""
    read = bounds(claim.quantity, reading)
    low = None if read.low is None else Fraction(floor(read.low) + 1 if read.low_strict else ceil(read.low))
    high = None if read.high is None else Fraction(ceil(read.high) - 1 if read.high_strict else floor(read.high))
    if high is not None and claim.quantity.approximator == "range" and OVER.search(claim.evidence.quote):
        high += 1  # "between eight and more than 30"
    return Bounds(low, high)
