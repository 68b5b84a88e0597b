"""How far the figures of a later sentence reach those that were announced.

What is promised: a figure reaches another where it is the very number, told of the same or of many, or as many of the
same in the same unit; it falls short where fewer of the same are told. Of all else nothing is told.
"""

import re
from collections.abc import Iterable

from reportedly.fulfilment.sentences import Sentence, after, bounds
from reportedly.fulfilment.sought import FEW, Sought, names_of
from reportedly.model import Claim, Predicate, Span
from reportedly.values import fates
from reportedly.values.publication import DAY
from reportedly.values.units import COUNT, is_money

OUTDONE = 2  # a figure over twice the announced one is rather another count
LONG = 7  # days; what began longer before an announcement tells of more than came of it
MANY = 20  # a smaller count is told of many things
MORE = frozenset({"level", "additional"})  # "five more" that were promised are "two" that opened
OF_THEM = re.compile(r"(?:(?:But|And|So far,?) )?(?:of|out of) (?:the|its|their|all|those)\b(?! \d)", re.IGNORECASE)
BUT = re.compile(r";|\b(?:but|while|though|although|whereas|yet|except|without|not)\b")
OUT_OF = re.compile(r"\bout of (?:the |its |their |all |some |about )?$", re.IGNORECASE)
OF_WHOLE = re.compile(r"\s+(?:[\w-]+\s+)?of (?:the|its|their|those|these|all|some)\b", re.IGNORECASE)


def together_reach(figure: Claim, done: Iterable[Claim]) -> bool | None:
    """Whether what is told of both sides comes to ``figure``: 13 guards for eight soldiers are 21 prisoners."""
    told = [claim.quantity.low for claim in done if claim.quantity.unit == COUNT and claim.quantity.low is not None]
    wanted = figure.quantity.low
    if len(told) < FEW or wanted is None or figure.quantity.unit != COUNT or sum(told) > OUTDONE * wanted:
        return None
    return sum(told) >= wanted


def is_part(claim: Claim, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the deed was done with a part of a whole: "41 of the 164 families were paid"."""
    return (
        claim.basis == "written"
        and is_of_deed(claim, predicate)
        and OF_WHOLE.match(sentence.document.text, claim.evidence.end, sentence.span.end) is not None
    )


def is_all_but(figures: Iterable[Claim], predicate: Predicate, sentence: Sentence) -> bool:
    """Whether what was not done is a part of one of ``figures``: six stations that were not recounted of 85."""
    lacking = [claim for claim in sentence.every if claim.status == "did_not_happen" and is_of_deed(claim, predicate)]
    return any(
        is_same_thing(figure, claim)
        and figure.quantity.low is not None
        and claim.quantity.high is not None
        and 0 < claim.quantity.high < figure.quantity.low
        for figure in figures
        for claim in lacking
    )


def began_before(one: Sought, claim: Claim) -> bool:
    """Whether a number is of a stretch that began long before the announcement: "hired 310 in the first half-year"."""
    start, end = (claim.when.start, claim.when.end) if claim.when is not None else (None, None)
    if start is None or end is None or len(start) != DAY:
        return False
    return after(start, LONG) < one.day[:DAY] <= end[:DAY]


def is_within(thing: Span | None, claim: Claim) -> bool:
    """Whether a number is of what was done: of "the $80 million, released in May, should go to schools"."""
    own = thing is not None and thing.start <= claim.evidence.start < thing.end
    return own and claim.status != "did_not_happen"


def is_of_deed(claim: Claim, predicate: Predicate) -> bool:
    """Whether a number is told with a verb, or with none."""
    return claim.verb is None or claim.verb.lemma == predicate.lemma


def reaches(figure: Claim, done: Iterable[Claim]) -> bool | None:
    """Whether one of ``done`` is as many as ``figure``; False where there are fewer, None where none is of the same."""
    low, high = bounds(figure)
    wanted = low if low is not None else high
    found: bool | None = None
    told = list(done)
    wholes = {claim.part_of for claim in told if claim.part_of is not None}
    for claim in told:
        bare = claim.id in wholes and claim.part_of is None and claim.verb is None
        if bare or OUT_OF.search(claim.context.quote, 0, claim.evidence.start - claim.context.start):
            continue  # "in seven of 12 cities", "79 stations, out of the 85" tells nothing of all
        least, most = bounds(claim)
        so_many = (least, most) == (low, high) or (most is None and least == low == high)
        if so_many and not is_of_others(figure, claim):
            return True  # the very number, or "more than 1,400" where 1,400 were to stop work
        if wanted is None or not is_same_thing(figure, claim):
            continue
        if least is not None and wanted <= least <= OUTDONE * (high if high is not None else wanted):
            return True
        if most is not None and most < wanted:
            found = False
    return found


def is_of_others(one: Claim, other: Claim) -> bool:
    """Whether a number that is told of many things is told of another: 12 trucks where 12 prisoners were to come."""
    low = one.quantity.low
    if one.counted is None or other.counted is None or low is None or low >= MANY or one.quantity.unit != COUNT:
        return False
    return one.quantity.unit == other.quantity.unit and not is_same_thing(one, other)


def is_same_thing(one: Claim, other: Claim) -> bool:
    """Whether two figures count the same, in the same unit: staff, or any money."""
    changes = {one.quantity.change, other.quantity.change}
    if one.quantity.unit != other.quantity.unit or (len(changes) > 1 and not changes <= MORE):
        return False
    if is_money(one.quantity.unit):
        return True
    return (
        one.counted is not None and other.counted is not None and other.counted.lemma in fates.beside(one.counted.lemma)
    )


def is_some_of_them(one: Sought, done: Iterable[Claim], sentence: Sentence) -> bool:
    """Whether a sentence opens with the whole and tells a smaller number: "Of the mines it wanted seen, 88 were"."""
    if OF_THEM.match(sentence.span.quote) is None:
        return False
    wanted = max((low for low, _ in one.numbers if low is not None), default=None)
    counts = (claim.quantity.high for claim in done if claim.quantity.unit == COUNT)
    return wanted is not None and any(high is not None and high < wanted for high in counts)


def names_all(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether all those are named to whom it was to be done: "took in three of its rivals, Peru, Chile and Bolivia"."""
    whom = one.names - one.doers
    told = BUT.split(sentence.document.text[predicate.span.start : sentence.span.end], maxsplit=1)[0]
    return not one.core and len(whom) >= FEW and whom <= frozenset(names_of(told))
