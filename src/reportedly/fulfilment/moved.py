"""What was announced is put off to another day, or turned down by whoever it was offered to.

"The start has been moved to 24 March", "the swap is now to take place on 15 June", "rejected the Turkish offer to host
the talks". What is promised: the new day lies behind the one that was set, and what is moved is what was announced, by
its noun or by two of its words; what is turned down is told as an offer or a plan, was one by the words that announced
it, and shares its number, or two words, with it.
"""

import re
from collections.abc import Iterable

from reportedly.fulfilment.sentences import Sentence, after
from reportedly.fulfilment.sought import FEW, WORD, Sought, spans, stem, stems, tells_another, words_of
from reportedly.model import DONE, Predicate, Span
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.timewords import weekdays

_LEADS = ("to", "until", "till", "for", "on", "in", "by", "before")
_SMALL = re.compile(r"\b(?:[A-Z][\w-]*|between|against|among|over|under|about|towards?)")
WEEK = 7
BESIDE = 60  # characters between what is moved and the day to which it is


def is_moved(one: Sought, sentence: Sentence, predicates: Iterable[Predicate]) -> bool:
    """Whether a sentence sets a later day for what was announced for one."""
    if one.day_set is None:
        return False
    return any(told.condition is None and _sets_anew(one, told, sentence) for told in predicates)


def _sets_anew(one: Sought, told: Predicate, sentence: Sentence) -> bool:
    behind = sentence.document.text[told.span.end : sentence.span.end]
    if told.status in DONE:
        moved = fates.moved("moved").match(f"{told.span.quote.lower()}{behind[:BESIDE].lower()}")
        return (
            moved is not None
            and _is_it(one, told.thing or told.doer, told, sentence)
            and _is_later(one, told, sentence)
        )
    around = sentence.around(told, BESIDE)
    if told.status not in ("planned", "expected") or fates.moved("anew").search(around) is None:
        return False
    happens = fates.moved("happens").match(f"{told.span.quote.lower()}{behind[:BESIDE].lower()}")
    own = told.lemma in one.verbs and not fates.bases(told.lemma).isdisjoint(fates.forms(one.verb))
    span = told.thing if own and told.thing is not None and told.doer is None else told.doer or told.thing
    return (happens is not None or own) and _is_it(one, span, told, sentence) and _is_later(one, told, sentence)


def _is_later(one: Sought, told: Predicate, sentence: Sentence) -> bool:
    """Whether the first day behind a verb that something is set for lies behind the day that was set."""
    text, known = sentence.span.quote, one.day_set or ""
    start = told.span.end - sentence.span.start
    found = [t for t in times(text, sentence.day) if t.start >= start and t.role != "reported" and t.low]
    for time in found[:1]:
        words = text[time.start : time.end].lower()
        low = (time.low or "")[:DAY]
        if words.split(" ")[-1] in weekdays() and low <= sentence.day[:DAY]:
            low = after(low, WEEK)  # "was moved to Sunday" tells of the next
        leads = text[: time.start].lower().rstrip().endswith(_LEADS) or words.startswith(_LEADS)
        return leads and low > max(known, sentence.day[:DAY])
    return False


def _is_it(one: Sought, span: Span | None, told: Predicate, sentence: Sentence) -> bool:
    """Whether what is moved is what was announced: by the noun of the deed, else by two of its words."""
    if span is None:
        return False
    whole = sentence.up_to(told, span)
    words = words_of(span.quote)
    if not words or words[0] in fates.anew() or tells_another(whole) != one.is_another:
        return False
    wanted = one.things | one.by
    shared = wanted & frozenset(stems(whole))
    of_whom = frozenset(stems(_SMALL.sub(" ", whole))) - {stem(words[-1])}
    if of_whom and of_whom.isdisjoint(wanted):
        return False  # the trial of a banker where that of the mayor is to open
    rest = wanted - frozenset(stems(words[-1]))
    of_it = words[-1].removesuffix("s") in {noun.removesuffix("s") for noun in one.nouns} or stem(words[-1]) in one.aim
    beside = rest & frozenset(stems(sentence.span.quote))
    if words[-1] in fates.nouns("opening") and not of_it:
        return bool(shared) and len(shared) >= min(FEW, len(one.by | one.aim))
    known = words[0] in fates.known() and told.status not in DONE and stem(words[-1]) in map(stem, one.nouns)
    return len(shared) >= FEW or (of_it and (bool(beside) or known or _same_names(one, sentence)))


def _same_names(one: Sought, sentence: Sentence) -> bool:
    named = frozenset(WORD.findall(one.entry.prospect.context.quote)) & sentence.known
    return not named.isdisjoint(WORD.findall(sentence.span.quote))


def is_turned_down(one: Sought, sentence: Sentence, predicates: Iterable[Predicate]) -> bool:
    """Whether a sentence tells that what was offered or asked for was refused."""
    return one.is_offer and any(
        told.status in DONE and told.condition is None and _turns_down(one, told, sentence) for told in predicates
    )


def _turns_down(one: Sought, told: Predicate, sentence: Sentence) -> bool:
    thing = told.thing
    if fates.listed("refused").isdisjoint(sentence.verb(told)) or thing is None:
        return False
    text = sentence.document.text
    end = told.span.start if told.span.start > thing.end else sentence.span.end
    whole = text[thing.start : max(thing.end, end)]
    words = words_of(thing.quote)
    if not words or words[-1] not in fates.nouns("offered") or words[0] in fates.anew():
        return False
    announced = frozenset(stems(" ".join(span.quote for span in spans(one.entry)))) | one.things | one.by
    shared = announced & frozenset(stems(sentence.span.quote))
    return bool(announced & frozenset(stems(whole))) and (
        len(shared) + _same_names(one, sentence) >= FEW or not one.numbers.isdisjoint(sentence.numbers)
    )
