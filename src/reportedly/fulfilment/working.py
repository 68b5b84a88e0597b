"""What was to be opened, built, set up or sent is told to be there and at work, whatever its deed.

"The camp at Fataki now shelters 5,000 people", "the third clinic began to admit patients", "the mission has 30
observers in Djugu". What is promised: who works is told as known and is what was to come, not who was to bring it, with
another of its things or names beside it; of those who were sent it is the very number, told of the same, by whom it was
announced or where it was to be.
"""

import re

from reportedly.fulfilment.reached import is_same_thing
from reportedly.fulfilment.sentences import Sentence, bounds
from reportedly.fulfilment.sought import ENOUGH, FEW, Sought, names_of, stem, stems, words_of
from reportedly.model import DONE, Claim, Predicate
from reportedly.values import fates

_FIRST = re.compile(r"(?:its|their|the) first\b")  # what is done first is done by what is there now


def is_at_work(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a verb tells that what was to come is there."""
    if predicate.status not in DONE or predicate.doer is None or one.ends:
        return False
    deeds = one.verbs if fates.is_due(one.verb) else fates.bases(one.verb)
    if not fates.at_work("came").isdisjoint(deeds):
        first = predicate.thing is not None and _FIRST.match(predicate.thing.quote) is not None
        works = first or predicate.lemma in fates.at_work("verbs")
        return works and _is_what_came(one, predicate, sentence, enough=FEW - first)
    sent = not fates.presence("verbs").isdisjoint(fates.bases(one.verb)) and predicate.lemma in fates.at_work("has")
    return sent and any(_is_there(one, figure, sentence) for figure in one.figures)


def _is_what_came(one: Sought, predicate: Predicate, sentence: Sentence, *, enough: int) -> bool:
    told = words_of(predicate.doer.quote) if predicate.doer else []
    if len(told) < FEW or told[0] not in fates.known():
        return False
    thing = one.aim if _is_done_to(one) or not one.core else one.core & one.aim
    is_it = stem(told[-1]) in thing
    named = not frozenset(names_of(sentence.span.quote)).isdisjoint(one.names)
    shared = one.things & frozenset(stems(sentence.span.quote))
    return is_it and (named or len(shared) > enough)


def _is_done_to(one: Sought) -> bool:
    """Whether what is to come is told as who: "a camp would be set up", "the opening is due"."""
    told = one.entry.prospect
    before = told.context.quote[: max(0, told.what.start - told.context.start)]
    only_due = told.words is not None and told.words.start == told.what.start  # "is due", but no "will set up"
    return one.is_passive or only_due or before.rstrip().endswith((" be", " been"))


def _is_there(one: Sought, figure: Claim, sentence: Sentence) -> bool:
    """Whether so many of those who were to be sent are told to be there."""
    same = any(bounds(c) == bounds(figure) and c.status in DONE and is_same_thing(figure, c) for c in sentence.every)
    named = not frozenset(names_of(sentence.span.quote)).isdisjoint(one.names - one.doers)
    shared = one.things & frozenset(stems(sentence.span.quote))
    return same and named and len(shared) >= ENOUGH


def is_nth(figure: Claim, sentence: Sentence) -> bool:
    """Whether the last of so many is told by its place: of three centres "the third"."""
    low, counted = figure.quantity.low, figure.counted
    if counted is None or low is None or low != figure.quantity.high:
        return False
    for found in fates.nth().finditer(sentence.span.quote):
        is_last = fates.ordinals().index(found.group(1).lower()) + 1 == low
        if is_last and stem(found.group(2).lower()) == stem(counted.lemma):
            return True
    return False
