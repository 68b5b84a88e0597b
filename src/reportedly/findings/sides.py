"""Documents become findings: two numbers of one thing that a report has from two who are named, and that do not meet.

"On Monday 41,200 people were displaced, the agency says. The Red Cross puts the number of displaced at 33,900", "The
army says it lost two men; the rebels' spokesman says 17 soldiers were killed": each number has a teller of its own,
they stand close to each other, and by measure or noun they count the same, in no other place and at no other time. Of
losses it matters whose they are: what each side says of its own dead is told of two sides.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from reportedly.findings.fates import anybody, fate, may_be_same
from reportedly.findings.intervals import overlap, stated
from reportedly.findings.lexicons import table, thing
from reportedly.findings.paper import (
    WORD,
    Paper,
    base,
    counts_otherwise,
    heads,
    measured,
    same_unit,
    words_before,
    words_behind,
    words_of,
)
from reportedly.findings.speakers import are_apart, is_place, is_short, is_where
from reportedly.findings.telling import quoted
from reportedly.model import AGAINST, DONE, Claim, Finding, Strength

FAR = 500  # characters between two numbers that are told side by side
BACK = 6  # figures before a number among which the other one stands
TENFOLD, MANY = 10, 40  # times as much two counts of one thing lie apart at most, and two sides' tolls of one fight
STEM = 5  # letters by which two words are one
PEOPLE = frozenset({"people", "person"})
_WHO = re.compile(r"(?:^|[,;] (?:and |but |while )?)(?P<who>(?:[Tt]he |[Aa]n? |[A-Z])[^,;]{2,60})$")
_PUT = re.compile(
    r"(?P<whose>the|its|their|his|her)(?: own)?(?: (?:number|total|count|toll) of)?(?: the)? (?P<noun>[a-z]+)"
)
_EVENT = re.compile(r"\b(?:(?:in|when|after|by|as) an?|in the(?= (?:north|south|east|west))) (?P<what>[a-z]+)\b")
_OWN_DEED = re.compile(r"\b(?:it|they|he|she|we|I)(?: (?:had|has|have))? $", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:its|their|his|her|our) own\b|\bof (?:its|their|his|her|our) (?:men|soldiers|fighters|troops|members)\b"
)
_OF_THEM = re.compile(
    r" (?:out )?of (?:the|those|these|them|whom|which|(?:its|their)(?! (?:men|soldiers|fighters|troops))\b)\b"
)


def sides(paper: Paper) -> Iterator[Finding]:
    """Every two numbers of the body that two tell of one thing."""
    body = [claim for claim in paper.figures if claim.part == "body"]
    tellers = {claim.id: _teller(claim) for claim in body}
    for at, other in enumerate(body):
        yours = tellers[other.id]
        if yours is None or not _is_count(other):
            continue
        for one in reversed(body[max(0, at - BACK) : at]):
            mine = tellers[one.id]
            if mine is None or not _is_count(one) or other.evidence.start - one.evidence.end > FAR:
                continue
            if _are_two(mine, yours) and _are_of_one(paper, one, other):
                if _lie_apart(one, other):
                    yield _finding(paper, (one, mine), (other, yours))
                break


def _teller(claim: Claim) -> str | None:
    """Who is named for a number; of one that somebody puts at so many, whoever does."""
    told = [step for step in claim.attribution if step.span is not None]
    if told:
        called = told[-1].called
        if re.search(r"\d", called) and told[-1].span is not None:
            called = told[-1].span.quote  # "one has 2,400 of them, another 1,800"
        return (
            None
            if told[-1].stance in AGAINST or is_where(claim) or called.lower() in table()["roots"]["pronouns"]
            else called
        )
    verb = claim.verb
    if verb is None or _put(claim) is None:
        return None
    who = _WHO.search(claim.context.quote[: verb.span.start - claim.context.start].rstrip())
    return who["who"] if who else None


def _put(claim: Claim) -> re.Match[str] | None:
    """What a verb of putting puts at a number: "its own losses in the fighting"."""
    verb, start = claim.verb, claim.context.start
    if verb is None or verb.lemma not in table()["rivals"]["placing"] or not start <= verb.span.start:
        return None
    between = claim.context.quote[verb.span.end - start : claim.evidence.start - start].strip()
    is_at = bool(words_of(between[-12:]) & {*table()["rivals"]["places"]})
    return _PUT.match(between) if is_at else None


def _is_count(claim: Claim) -> bool:
    """Whether it tells how many or how much there was, on nobody's part and for no comparison."""
    before = [word.lower() for word in WORD.findall(words_before(claim))[-3:]]
    sentence, lists = words_of(claim.context.quote), table()["accounts"]
    is_of_some = _OF_THEM.match(words_behind(claim)) is not None or bool(heads(claim) & {"other", "others"})
    return (
        claim.status in DONE
        and claim.quantity.change == "level"
        and claim.quantity.approximator != "vague"
        and claim.part_of is None
        and claim.basis == "written"
        and not counts_otherwise(claim)
        and not is_of_some
        and sentence.isdisjoint(lists["named"])
        and sentence.isdisjoint(lists["moving"])
        and (base(claim) or 0) > 1
        and claim.quantity.unit not in table()["units"]["shares"]
        and set(before).isdisjoint(table()["rivals"]["beside"])
    )


def _are_two(mine: str, yours: str) -> bool:
    """Whether two names are two who may tell of one thing."""
    law = frozenset(table()["accounts"]["law"])
    is_one = is_short(mine, yours) or is_short(yours, mine) or all(words_of(name) & law for name in (mine, yours))
    is_one = is_one or not _names(mine).isdisjoint(_names(yours))  # a service, and "the Service's director"
    return not (is_one or are_apart(mine, yours) or (is_place(mine) and is_place(yours)))


def _names(called: str) -> set[str]:
    """The words with a capital letter in a name, by which a body is known again in that of its speaker."""
    return {word.lower() for word in re.findall(r"\b[A-Z][^\W\d]+", called)} - {*table()["roots"]["unsaid"]}


def _are_of_one(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether two numbers count one thing at one place and time."""
    if not same_unit({one.quantity.unit, other.quantity.unit}):
        return False
    same = _is_same_loss(one, other) if _fate(one) and _fate(other) else _is_same_thing(one, other)
    there = _is_there(paper, one, other) and not _are_of_two_events(one, other)
    return same and there and not _are_of_two_times(one, other)


def _are_of_two_events(one: Claim, other: Claim) -> bool:
    """Whether each is told of an event or a side of its own: "in a crash" and "when a ferry sank"."""
    mine, yours = (_EVENT.search(words_behind(claim)) for claim in (one, other))
    return mine is not None and yours is not None and mine["what"].lower() != yours["what"].lower()


def _fate(claim: Claim) -> str | None:
    put = _put(claim)
    return fate(claim, put["noun"] if put else None)


def _is_own(claim: Claim) -> bool:
    """Whether who tells it tells of his own losses."""
    verb = claim.verb.lemma if claim.verb else None
    return verb == table()["accounts"]["losing"] or _OWN.search(claim.context.quote) is not None


def _is_of_pronoun(claim: Claim) -> bool:
    """Whether who tells a number is named before alone: "It admits to 12 dead of its own"."""
    told = [step.span.quote.lower() for step in claim.attribution if step.span is not None]
    return told[-1:] != [] and told[-1] in table()["roots"]["pronouns"]


def _is_same_loss(one: Claim, other: Claim) -> bool:
    """Whether one fate befell the same people by two accounts."""
    own = [claim for claim in (one, other) if _is_own(claim)]
    if _fate(one) != _fate(other) or len(own) > 1 or any(map(_is_of_pronoun, own)):
        return False
    low, high = sorted((one, other), key=lambda claim: base(claim) or 0)
    if heads(high) & PEOPLE and not heads(low) & anybody():
        return False  # of 17 people six officers are a part
    fighters = frozenset(table()["accounts"]["fighters"])
    return may_be_same(one, other) or all(heads(claim) & fighters for claim in (one, other))


def _is_same_thing(one: Claim, other: Claim) -> bool:
    """Whether by measure, noun and words beside it two numbers count the same."""
    mine, yours = _words(one), _words(other)
    put = _put(other)
    if put is not None:
        measure = {part[:STEM] for part in (one.measure.slug if one.measure else "").split("_")}
        return put["noun"][:STEM] in {word[:STEM] for word in heads(one)} | measure
    if any(map(_is_own_deed, (one, other))):
        return False
    verbs = [claim.verb.lemma if claim.verb else None for claim in (one, other)]
    same = measured(one) == measured(other) is not None or verbs[0] == verbs[1] is not None
    return same and bool(heads(one) & heads(other)) and mine == yours


def _is_own_deed(claim: Claim) -> bool:
    """Whether who tells it tells what he did himself: "its rival said it had sold 9,000"."""
    before = claim.context.quote[: max(0, claim.verb.span.start - claim.context.start)] if claim.verb else ""
    return _OWN_DEED.search(before) is not None


def _words(claim: Claim) -> set[str]:
    """The words beside what is counted."""
    quote = claim.counted.phrase.quote.lower() if claim.counted else ""
    return {thing(word) for word in WORD.findall(quote)} - {*heads(claim), *table()["rivals"]["plain"]}


def _is_there(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether neither is told in a place by name that the words of the other, or those between them, lack."""
    text = paper.document.text
    start = text.rfind("\n\n", 0, one.context.start) + 1
    near = text[max(0, start) : one.context.end], text[start : other.context.end]
    return all(
        name in near[0] or claim is one
        for claim in (one, other)
        for slot in claim.slots
        if slot.role == "place"
        for name in re.findall(r"\b[A-Z][\w’'-]+", slot.span.quote)
    )


def _are_of_two_times(one: Claim, other: Claim) -> bool:
    """Whether the two are dated otherwise, or one of them was said before."""
    said = [claim.attribution[-1].said if claim.attribution else None for claim in (one, other)]
    if said[1] is not None and (said[0] is None or (said[0].start, said[0].end) != (said[1].start, said[1].end)):
        return True
    before = words_before(other).lower()
    if any(words in before for words in table()["rivals"]["recalled"]):
        return True
    if one.when is None or other.when is None:
        return False
    starts, ends = ([getattr(claim.when, end) for claim in (one, other)] for end in ("start", "end"))
    late, early = max(filter(None, starts), default=None), min(filter(None, ends), default=None)
    is_apart = late is not None and early is not None and late > early
    return is_apart or (starts == [None, None] and None not in ends and ends[0] != ends[1])


def _lie_apart(one: Claim, other: Claim) -> bool:
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    most = MANY if _fate(one) else TENFOLD
    return 0 < low < high <= most * low and not overlap(stated(one.quantity), stated(other.quantity))


def _finding(paper: Paper, mine: tuple[Claim, str], yours: tuple[Claim, str]) -> Finding:
    (one, first), (other, second) = mine, yours
    meant = overlap(paper.widened(one), paper.widened(other))
    strength: Strength = "tension" if meant else "contradiction"
    close = "Rounding may explain it." if meant else "No value fits both."
    sentence = (
        f"{first} has {quoted(one)}, {second} {quoted(other)}."
        f" {close} Which of them is right, this document does not say."
    )
    return paper.finding("origins_disagree", strength, [one, other], sentence)
