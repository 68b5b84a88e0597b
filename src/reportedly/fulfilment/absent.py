"""A deed or a thing that never came, told by its noun: "the walkout did not take place", "no convoy order was signed".

What is promised: what did not come about is the noun of the deed, what sets that going, "no" thing that was to be done,
or the thing told as the one promised; and as long as its day has not passed, nothing is held to have failed that may
still come.
"""

import re
from collections.abc import Iterable

from reportedly.fulfilment.sentences import Sentence
from reportedly.fulfilment.sought import WORD, Sought, stem
from reportedly.model import Predicate, Span
from reportedly.values import fates

BEFORE = 30  # characters before a verb in which stand those that go with it
_SO_FAR = re.compile(r"\b(?:has|have|is|are)(?:n['’]t)?\b(?!.*\bnever\b)", re.IGNORECASE)


def came_not(one: Sought, sentence: Sentence, predicates: Iterable[Predicate]) -> bool:
    """Whether a sentence tells by a noun that ``one`` did not come about."""
    due = one.entry.due.end if one.entry.due else None
    if due is not None and sentence.day[: len(due)] <= due:
        return False
    return any(
        told.status == "did_not_happen" and told.condition is None and _is_absent(one, told, sentence)
        for told in predicates
    )


def may_still_come(one: Sought, told: Predicate, sentence: Sentence) -> bool:
    """Whether a verb tells no more than that something has not come about so far, and its day has not passed."""
    due = one.entry.due.end if one.entry.due else None
    start = max(sentence.span.start, told.span.start - BEFORE)
    so_far = _SO_FAR.search(sentence.document.text, start, told.span.end) is not None
    return so_far and (due is None or sentence.day[: len(due)] <= due)


def _is_absent(one: Sought, told: Predicate, sentence: Sentence) -> bool:
    if told.lemma not in fates.came_to_be("verbs") or may_still_come(one, told, sentence):
        return False
    return any(_is_of(one, span, told, sentence) for span in (told.thing, told.doer) if span is not None)


def _is_of(one: Sought, span: Span, told: Predicate, sentence: Sentence) -> bool:
    words = WORD.findall(span.quote.lower())
    while len(words) > 1 and words[-1] in fates.came_to_be("nouns"):
        words.pop()
    last = next(reversed(words), "")
    if not one.nouns.isdisjoint({last, last.removesuffix("s")}):
        beside = frozenset(map(stem, WORD.findall(sentence.span.quote.lower())))
        wanted = one.things - {stem(name) for name in one.nouns}
        return not wanted or not wanted.isdisjoint(beside) or sentence.names_day(one.day_set)
    whole = sentence.up_to(told, span)  # "the sensors promised for Bern"
    is_none = words[:1] == ["no"] and len(words) > 1
    return (is_none or fates.is_recalled(whole)) and stem(last) in one.aim & one.core
