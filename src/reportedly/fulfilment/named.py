"""A deed that is told by its noun: "the strike's second day", "the transfer was completed", "since the opening of".

What is promised: a noun alone tells nothing. It stands beside words by which such a deed is told to be under way, is
what a verb tells to be carried out, has done something, or lies behind "since" or "after"; and what stands beside it
is told as done. Where numbers were announced, the sentence tells as many.
"""

import re
from collections.abc import Iterable, Sequence

from reportedly.fulfilment.recalled import recalls
from reportedly.fulfilment.sentences import Sentence, bounds
from reportedly.fulfilment.sought import WORD, Sought, stem, tells_another
from reportedly.model import DONE, Claim, Predicate, Span
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY

_ON = re.compile(r"on ", re.IGNORECASE)
BESIDE = 80  # characters beside a noun in which stands what it is told of


def tells_by_noun(one: Sought, sentence: Sentence, predicates: Sequence[Predicate]) -> bool:
    """Whether a sentence tells by a noun that ``one`` came about."""
    due = one.entry.due
    text, starts = sentence.span.quote, due.start if due is not None else None
    if (starts and sentence.day[: len(starts)] < starts) or not _is_of_its_kind(one, sentence):
        return False
    if not all(_is_told_again(figure, sentence) for figure in one.figures):
        return False
    ends = [t.high for t in times(text, sentence.day) if t.high and t.role != "reported" and t.kind in ("date", "time")]
    since = starts or one.day
    if ends and all(end < since[: len(end)] for end in ends):
        return False  # of another that was before
    named = {name.lower() for name in one.names}  # who is to run is no deed
    return any(_is_told(noun, one, sentence, predicates) for noun in sorted(one.nouns - named))


def _is_told_again(figure: Claim, sentence: Sentence) -> bool:
    """Whether the number of ``figure`` is told: as one, or in words that point back to it, as "the two crossings"."""
    words = re.findall(r"[\w.,]+", sentence.span.quote.lower())
    same = (c for c in sentence.every if c.counted and figure.counted and c.counted.lemma == figure.counted.lemma)
    return bounds(figure) in sentence.numbers or any(same) or figure.quantity.written.split(" ")[0].lower() in words


def _is_told(noun: str, one: Sought, sentence: Sentence, predicates: Sequence[Predicate]) -> bool:
    done = [told for told in predicates if told.status in DONE and told.condition is None]
    if any(_carries(told, noun, one, sentence) for told in done):
        return True
    text = sentence.span.quote
    if _is_of_its_own_day(noun, one, sentence, predicates):
        return True
    ways = [fates.under_way(noun)] if not one.figures and not fates.is_punctual(noun) else []
    ways += [fates.behind(noun)]
    ways += [fates.on_day(noun)] if sentence.names_day(one.due) else []
    for way in ways:
        found = way.search(text)
        near = _nearest(predicates, found, sentence) if found is not None else None
        if near is None and found is not None and not found.start():
            near = next(iter(done), None)  # "after nine hours behind closed doors in Detroit, the two, ..., said"
        if found is None or near is None or near not in done:
            continue
        if way is fates.under_way(noun) or _is_of_it(one, noun, sentence, found.span()):
            return True
    return False


def _is_of_its_own_day(noun: str, one: Sought, sentence: Sentence, predicates: Iterable[Predicate]) -> bool:
    """Whether it is named behind its day by that very day: "Friday's order", "the order of Friday"."""
    due, text = one.day_set, sentence.span.quote
    given_up = fates.giving_up()
    if due is None or sentence.day[:DAY] <= due or recalls(text):
        return False
    if any(told.status == "did_not_happen" or told.lemma in given_up for told in predicates):
        return False
    behind = re.compile(rf"['’]s (?:[\w-]+ ){{0,2}}{noun}\b", re.IGNORECASE)
    before = re.compile(rf"(?:\bthe|['’]s) (?:[\w'’-]+ ){{0,2}}{noun} (?:of|on) $", re.IGNORECASE)
    for time in times(text, sentence.day):
        from_it = one.due is None and time.high is not None  # "the stoppage of 10 and 11 June" from that day on
        if not (time.low and time.high) or time.low[:DAY] != due or not (from_it or time.high[:DAY] == due):
            continue
        start = time.start + len(time_words.group()) if (time_words := _ON.match(text, time.start)) else time.start
        found = behind.match(text, time.end)
        place = found.span() if found is not None else None
        if place is None and before.search(text, 0, start) is not None:
            place = (start - len(noun) - len(" of "), start)
        if place is not None and _is_of_it(one, noun, sentence, place):
            return True
    return False


def _carries(told: Predicate, noun: str, one: Sought, sentence: Sentence) -> bool:
    """Whether a verb tells that the deed of a noun was carried out, or what it has done."""
    by_itself = told.lemma in fates.carried_out("of_itself")
    carried = told.lemma in fates.carried_out("verbs")
    span = told.doer if by_itself else told.thing if carried else None
    follows = told.lemma in fates.carried_out("follows") and one.entry.due is not None
    dated = sentence.names_day(one.due) and told.lemma not in fates.giving_up()
    if span is None and fates.is_answered(noun, told.lemma):
        span = told.thing
    if span is None and (follows or dated):
        span = told.doer
    if span is None or not _is_noun(span, noun):
        return False
    start = span.start - sentence.span.start
    return _is_of_it(one, noun, sentence, (start, start + len(span.quote)))


def _is_noun(span: Span, noun: str) -> bool:
    last = next(reversed(WORD.findall(span.quote.lower())), "")
    return last in (noun, f"{noun}s")


def _is_of_it(one: Sought, noun: str, sentence: Sentence, place: tuple[int, int]) -> bool:
    """Whether something else that was announced stands beside the noun, or nothing else was."""
    start, end = place
    beside = sentence.span.quote[max(0, start - BESIDE) : end + BESIDE]
    told = frozenset(map(stem, WORD.findall(beside.lower()))) - {stem(noun)}
    wanted = (one.aim or one.things) - {stem(name) for name in one.nouns}
    return not wanted or not wanted.isdisjoint(told) or sentence.names_day(one.day_set)


def _nearest(predicates: Iterable[Predicate], found: re.Match[str], sentence: Sentence) -> Predicate | None:
    """The predicate within some words, or the next to them."""

    def apart(predicate: Predicate) -> int:
        start = predicate.span.start - sentence.span.start
        return max(found.start() - start, start - found.end(), 0)

    return min((p for p in predicates if apart(p) <= BESIDE), key=apart, default=None)


def _is_of_its_kind(one: Sought, sentence: Sentence) -> bool:
    """Whether a deed that is told apart from another of its kind is told apart here, too: "the second strike"."""
    return not one.is_another or tells_another(sentence.span.quote) or not one.numbers.isdisjoint(sentence.numbers)
