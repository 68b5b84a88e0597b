"""What was announced is met by later reports that tell of the very deed.

"The bridge will reopen on Monday" has no figure that a later one could meet; "the bridge reopened on Monday" meets it
all the same. What is promised: a later sentence meets an entry only where it has the same verb, or one that tells of
the same deed, told as done or as not done, and what is to be done or who is to do it, in a report that shares a name
with that of the announcement. An entry with figures came about only where the sentence tells as many of the same; where
it tells fewer of them, it came about in part. What another outlet alone retells as done within days, before it is due
and with no day of its own, is held to be an echo of the announcement. Sentences that may do so are found by their
words, and only they are read again.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from reportedly.frozen import dataclass
from reportedly.fulfilment.absent import came_not, may_still_come
from reportedly.fulfilment.again import is_again
from reportedly.fulfilment.answered import Answered
from reportedly.fulfilment.apart import (
    is_by_something_else,
    is_of_another,
    is_of_others,
    is_with_its_noun,
    is_with_something_else,
)
from reportedly.fulfilment.copies import shared
from reportedly.fulfilment.early import is_echo
from reportedly.fulfilment.foreseen import Foreseen
from reportedly.fulfilment.given_up import CLOSE, SPAN, gives_up, is_meant_no_more
from reportedly.fulfilment.moved import is_moved, is_turned_down
from reportedly.fulfilment.named import tells_by_noun
from reportedly.fulfilment.nearest import Nearest
from reportedly.fulfilment.reached import (
    began_before,
    is_all_but,
    is_of_deed,
    is_part,
    is_some_of_them,
    is_within,
    names_all,
    reaches,
    together_reach,
)
from reportedly.fulfilment.recalled import Recalled
from reportedly.fulfilment.reckoned import Reckoned, Reckoning
from reportedly.fulfilment.sentences import HEADING, Figures, Pair, Sentence, after
from reportedly.fulfilment.since import Since
from reportedly.fulfilment.situation import Situation, is_told_of_it
from reportedly.fulfilment.sought import (
    ALL,
    FEW,
    WORD,
    Sought,
    names_of,
    sought,
    spans,
    stem,
    stems,
    tells_another,
    words_of,
)
from reportedly.fulfilment.spoken import Spoken
from reportedly.fulfilment.tallied import Tallied
from reportedly.fulfilment.told import Told
from reportedly.fulfilment.unmet import in_one_breath, is_unmet
from reportedly.fulfilment.working import is_at_work, is_nth
from reportedly.model import DONE, Claim, Document, Outlook, Predicate, Span, State
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY, published_on

Reads = Callable[[Document, Span], Iterable[Predicate]]

DEED = 80  # characters beside a verb in which stands what was done, and how much of it
READ = 600  # sentences that are read again for all entries
SHARES = frozenset({"percent", "share"})
GERUND = re.compile(r"(?<!\bbeen)(?<!\bwas)(?<!\bwere)(?<!\bare)(?<!\bis)\s[a-z]+ing$", re.IGNORECASE)
MEANT = re.compile(r"\b(?:to|can|could|may|might|must|should|would|will)\s(?:[a-z]+ly\s)?\S+$", re.IGNORECASE)
WILL_NOT = re.compile(r"\b(?:(?:will|would|shall) (?:not|never)|won['’]t) \S+$", re.IGNORECASE)
ANY_TIME = re.compile(r"\b(?:when|whenever|if|each|every)\s(?:[\w-]+\s){0,2}\S+$", re.IGNORECASE)
BROUGHT_ABOUT = re.compile(
    r"\b(?:manag|help|start|continu|proceed|forc|began|begun|begins?|able|went on|got)\w*\s(?:[a-z]+\s)?to\s\S+$",
    re.I,
)
_HEAD = re.compile(r"\s(?:of|for|to|in|at|on|by|from|with|that|which|worth)\b")
_CLAUSE = re.compile(r"[,;:.]")
_KNOWN = re.compile(r"(?:its|their|his|her|the)\b", re.IGNORECASE)
IN_PART = re.compile(
    r"\b(?:(?:only|just|barely|merely) (?:some|a few|part|half|one|two|three|four|\d)"
    r"|(?:some|part|parts|most|half|few|fewer|many|a third|a quarter|a fifth) of|partly|partially)\b",
    re.IGNORECASE,
)
LARGE = 10  # a smaller count is told of many a thing
THE_FIRST = re.compile(r"\bthe first\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one sentence makes of an entry, told on ``day``."""

    state: State
    day: str
    reason: str
    firm: bool = False


def fulfilled(
    announced: Iterable[Outlook], pairs: Iterable[Pair], moment: str | None, reads: Reads
) -> tuple[Outlook, ...]:
    """``announced`` with what reports until ``moment`` tell of those still open; ``reads`` finds predicates."""
    every, entries = list(pairs), list(announced)
    days = {document.id: day for document, reading in every if (day := published_on(document, reading)) is not None}
    texts, figures = {document.id: document for document, _ in every}, Figures(every, days)
    looked_for = {
        entry.id: one
        for entry in entries
        if entry.document in days and entry.state == "open"
        for one in [sought(entry, texts[entry.document], figures.of(entry), days[entry.document])]
        if one is not None and not figures.were_told(one)
    }
    if not looked_for:
        return tuple(entries)
    until = (moment or "") + "~"
    wanted = frozenset(thing for one in looked_for.values() for thing in one.things | one.beside)
    told = Told([(doc, days[doc.id]) for doc, _ in every if doc.id in days and days[doc.id] <= until], wanted)
    found, read = [], set[Span]()
    once = cache(lambda document, span: tuple(reads(document, span)))  # a sentence may tell of several plans
    told_by_then = [pair for pair in every if days.get(pair[0].id, "~") <= until]
    by_rule = (
        Reckoned(told_by_then, days, once),
        Foreseen(told_by_then, days),
        Tallied(told_by_then, days, once),
        Answered(told_by_then, days, once, figures=figures, plans=looked_for.values()),
        Since(told_by_then, days, once, figures=figures, plans=looked_for.values()),
    )
    situation = Situation(told_by_then, told)

    def may_be(one: Document, other: Document) -> bool:
        return told.may_be_of(one, other) and situation.may_be(one.id, other.id)

    def held(one: Sought, made: Reckoning) -> _Verdict | None:
        announcing, every = texts[one.entry.document], figures.within(made.span)
        sentence = Sentence(made.document, made.span, made.day, every, None, every, told.names(announcing))
        return _held(one, announcing, made, sentence, predicates=once(made.document, made.span))

    by_word = Spoken(looked_for.values(), told_by_then, days, situation, reads=once)
    for entry in entries:
        verdicts = []
        one = looked_for.get(entry.id) if len(read) < READ else None
        for document, span in told.of(one, texts[entry.document], figures.numbers) if one is not None else ():
            read.add(span)
            if one is not None and situation.may_be(entry.document, document.id):
                rest = figures.rest(document) if one.is_of_all else None
                new, every_one = figures.since(span, one.day), figures.within(span)
                known = told.names(texts[entry.document])
                sentence = Sentence(document, span, days[document.id], new, rest, every_one, known)
                verdicts += [made for made in [_made(one, texts[entry.document], sentence, once)] if made]
        if one is not None:
            document = texts[entry.document]
            made_of = _reckoned(one, by_rule, partial(may_be, document))
            verdicts += [verdict for made in made_of for verdict in [held(one, made)] if verdict is not None]
            if all(verdict.state == "open" for verdict in verdicts):
                verdicts += map(_as_told, by_word.of(one))
        at_once = in_one_breath(entry, texts[entry.document]) if entry.document in days and not verdicts else None
        if at_once is not None and entry.state == "open":
            document = texts[entry.document]
            quote = " ".join(at_once[1].split())
            verdicts.append(_Verdict(at_once[0], days[document.id], f"told with it, in {document.name}: {quote}"))
        found.append(_decided(entry, verdicts))
    documents = (document for document, _ in told_by_then)
    nearest = Nearest(documents, days, figures, entries=[entry for entry, _ in found])
    for at, (entry, _) in enumerate(found):
        if entry.state == "open" and entry.document in days:
            one = looked_for.get(entry.id)
            made = nearest.fate(entry, once, may_be)
            verdict = held(one, made) if made is not None and one is not None else None
            if verdict is not None and (verdict.state != "open" or not entry.reason):
                found[at] = replace(entry, state=verdict.state, reason=verdict.reason), verdict.day
    settled = [
        (replace(entry, settled=day[:DAY]) if day and entry.state != "open" else entry, day) for entry, day in found
    ]
    return tuple(shared(settled, looked_for))


def _reckoned(
    one: Sought, by: Iterable[Reckoned | Foreseen | Tallied | Answered | Since], known: Callable[[Document], bool]
) -> Iterator[Reckoning]:
    """What is told with the number or the day of an entry, whatever the verb, in documents ``known`` to be of it."""
    for how in by:
        yield from how.of(one, known)


def _held(
    one: Sought, announcing: Document, made: Reckoning, sentence: Sentence, *, predicates: Iterable[Predicate]
) -> _Verdict | None:
    """What a sentence makes of an entry, unless its verb is told of another, or it may only retell the announcement."""
    own = [told for told in predicates if told.status in DONE and told.lemma in one.verbs]
    large = any((figure.quantity.low or 0) >= LARGE for figure in one.figures)  # which tells by itself what is meant
    if made.state != "overtaken" and own and not large and all(is_of_another(one, told, sentence) for told in own):
        return None
    text, told = made.span.quote, sentence.every
    if made.state == "came_about" and is_echo(one, announcing, made.document, text, day=made.day, numbers=told):
        return _foretold(made.document, made.day)
    return _as_told(made)


def _foretold(document: Document, day: str) -> _Verdict:
    return _Verdict("open", day, f"{document.name} alone told it as done on {day[:DAY]}, before its day")


def _as_told(made: Reckoning) -> _Verdict:
    """What a sentence makes of an entry, with where it stands."""
    quote = HEADING.sub("", " ".join(made.span.quote.split()))
    told = f"{made.words}, as told in {made.document.name} of {made.day[:DAY]}: {quote}"
    return _Verdict(made.state, made.day, told, made.firm)


def _decided(entry: Outlook, verdicts: Sequence[_Verdict]) -> tuple[Outlook, str]:
    """An entry by the first that tells it came about, else by the first that it was given up, else by the last."""
    verdicts = sorted(verdicts, key=lambda one: one.day[:DAY])  # what a number and what a verb tells, by their days
    moved = next((verdict for verdict in verdicts if verdict.firm), None)
    if moved is not None and all(verdict.day >= moved.day for verdict in verdicts if verdict.state == "came_about"):
        return replace(entry, state=moved.state, reason=moved.reason), moved.day
    for state in ("came_about", "overtaken"):
        first = next((verdict for verdict in verdicts if verdict.state == state), None)
        begun = first and next((one for one in verdicts if one.state == "partly" and one.day <= first.day), None)
        if state == "overtaken" and begun is not None:
            first = begun  # what is put off then is the rest of it
        if first is not None and state == "came_about":  # who tells later that it was not all is to be believed
            first = next((one for one in reversed(verdicts) if one.day > first.day and one.state == "partly"), first)
        if first is not None:
            return replace(entry, state=first.state, reason=first.reason), first.day
    told = [verdict for verdict in verdicts if verdict.state != "open"] or verdicts
    return (replace(entry, state=told[-1].state, reason=told[-1].reason), told[-1].day) if told else (entry, "")


# What a sentence makes of it


def _made(one: Sought, announcing: Document, sentence: Sentence, reads: Reads) -> _Verdict | None:
    """What a sentence makes of an entry: by its verb, told as done or as not done, or as a plan of the past."""
    if is_unmet(one, sentence):
        return (
            _Verdict("not_by_date", sentence.day, f"not done, as told {sentence.told}")
            if _is_over(one, sentence)
            else None
        )
    predicates = list(reads(sentence.document, sentence.span))
    if is_moved(one, sentence, predicates):
        return _Verdict("overtaken", sentence.day, f"put off to a later day, as told {sentence.told}", firm=True)
    if is_turned_down(one, sentence, predicates):
        return _Verdict("overtaken", sentence.day, f"turned down, as told {sentence.told}")
    return (
        _by_deed(one, announcing, sentence, predicates)
        or _by_noun(one, sentence, predicates)
        or _recalled(one, sentence, predicates)
    )


def _by_noun(one: Sought, sentence: Sentence, predicates: Sequence[Predicate]) -> _Verdict | None:
    """By the noun that the deed is called by."""
    if came_not(one, sentence, predicates):
        over: State = "not_by_date" if _is_over(one, sentence) else "overtaken"
        return _Verdict(over, sentence.day, f"it did not come about, as told {sentence.told}")
    if not tells_by_noun(one, sentence, predicates) or is_of_others(one, sentence):
        return None
    if any(reaches(figure, sentence.every) is False for figure in one.figures):
        return _Verdict("partly", sentence.day, f"by its noun, as told {sentence.told}")
    ended = any(told.lemma in fates.listed("ending_deeds") for told in predicates)  # its end tells not when it began
    if sentence.shift > 0 or (not ended and _is_late(one, sentence)):
        return _Verdict("not_by_date", sentence.day, f"it came about, and later, as told {sentence.told}")
    return _Verdict("came_about", sentence.day, f"by its noun, as told {sentence.told}")


def _recalled(one: Sought, sentence: Sentence, predicates: Sequence[Predicate]) -> _Verdict | None:
    """What is told of a plan that is named as one of the past; its fate may be told in words that are not read."""
    recalled = Recalled(sentence.span.quote, sentence.span.start)
    if not one.things or not recalled.is_so:
        return None
    days = [low for low, high in sentence.days() if low == high]
    if recalled.missed(predicates, one.verbs, one.things, due=one.due, days=days):
        return _Verdict("not_by_date", sentence.day, f"its day was missed, as told {sentence.told}")
    if not recalled.tells_more(predicates):
        return None
    if any(recalled.less(figure, sentence.every) for figure in one.figures):
        state: State = "not_by_date" if _is_over(one, sentence) else "partly"
        return _Verdict(state, sentence.day, f"less than announced, as told {sentence.told}")
    return _Verdict("open", sentence.day, f"told of again {sentence.told}")


def _by_deed(one: Sought, announcing: Document, sentence: Sentence, predicates: Iterable[Predicate]) -> _Verdict | None:
    """By the first predicate that is the verb of what was announced, or gives it up."""
    state: State
    due = one.entry.due
    starts = due.start if due is not None else None
    for predicate in predicates:
        if predicate.condition is not None:
            continue
        if gives_up(predicate, one, sentence):
            if predicate.status in DONE:
                return _Verdict("overtaken", sentence.day, f"given up or put off, as told {sentence.told}")
            continue
        if predicate.status in DONE and _fell_through(one, predicate, sentence):
            return _Verdict("overtaken", sentence.day, f"it fell through, as told {sentence.told}")
        if predicate.status == "did_not_happen" and is_meant_no_more(one, predicate, sentence):
            return _Verdict("overtaken", sentence.day, f"no longer meant, as told {sentence.told}")
        if predicate.status in DONE and _is_broken(one, predicate, sentence):
            return _Verdict("overtaken", sentence.day, f"it ended before its day, as told {sentence.told}")
        if predicate.status in DONE and _is_prolonged(one, predicate, sentence):
            return _Verdict("overtaken", sentence.day, f"prolonged, as told {sentence.told}", firm=True)
        again = is_again(one, predicate, sentence)
        ends = predicate.lemma in one.ends or (again and bool(one.ends))
        if ends and (ended := _ended(one, predicate, sentence)) is not None:
            return ended
        if predicate.lemma in one.undone and _is_undone(one, predicate, sentence):
            state = "not_by_date" if _is_over(one, sentence) else "overtaken"
            return _Verdict(state, sentence.day, f"it did not come about, as told {sentence.told}")
        there = again or is_at_work(one, predicate, sentence)
        if not there and (not _tells(predicate, one, sentence) or is_of_another(one, predicate, sentence)):
            continue
        if not there and not is_told_of_it(one, predicate, sentence):
            continue
        if one.ends and one.due is not None and sentence.day[:DAY] < one.due:
            continue  # whether it lasts until that day is told on that day
        if predicate.status == "did_not_happen" and may_still_come(one, predicate, sentence):
            continue
        if predicate.status == "did_not_happen" and is_all_but(one.figures, predicate, sentence):
            return _Verdict("partly", sentence.day, f"but for a part of it, as told {sentence.told}")
        if predicate.status == "did_not_happen":
            state = "not_by_date" if _is_over(one, sentence) else "overtaken"
            return _Verdict(state, sentence.day, f"it did not come about, as told {sentence.told}")
        if predicate.status not in DONE or (starts and sentence.day[: len(starts)] < starts):
            continue  # what is to be done in 2014 is not what was done in 2008
        made = _done(one, announcing, predicate, sentence, there=there and not again)
        if made is None or made.state == "open":
            return made
        how = "in use again" if again else "at work" if there else sentence.rule(one, predicate)
        return replace(made, reason=f"{how}, {made.reason}")
    return None


def _ended(one: Sought, predicate: Predicate, sentence: Sentence) -> _Verdict | None:
    """What the end of a state that was to last until a day tells: on that day it lasted as announced."""
    due, near = one.due, one.aim or one.things
    if predicate.status not in DONE:
        return None
    if due is None:
        of_it = one.entry.due is None and not near.isdisjoint(_near(predicate, sentence))
        is_its = of_it and not is_of_another(one, predicate, sentence)
        some = any(is_part(claim, predicate, sentence) for claim in sentence.figures)
        state: State = "partly" if some else "overtaken"
        return _Verdict(state, sentence.day, f"it ended, as told {sentence.told}") if is_its else None
    days = [low for low, high in sentence.days() if low == high] or [sentence.day[:DAY]]
    very = sentence.shift and any(after(day, -sentence.shift) == due for day in days)  # "three days ahead of schedule"
    if not very and (near.isdisjoint(_near(predicate, sentence)) or is_of_another(one, predicate, sentence)):
        return None
    if due in days or after(due, 1) in days:
        return _Verdict("came_about", sentence.day, f"it ended on its day, as told {sentence.told}")
    if all(day > due for day in days) and (sentence.days() or sentence.shift > 0):
        return _Verdict("not_by_date", sentence.day, f"it lasted longer, as told {sentence.told}")
    if all(day < due for day in days):
        return _Verdict("overtaken", sentence.day, f"it ended before its day, as told {sentence.told}")
    return None


def _is_prolonged(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether another day was set for the end of a state before it was over: "prolonged the closure to 10 March"."""
    lasts = bool(one.ends) or not fates.listed("lasting").isdisjoint(fates.bases(one.verb))
    if not lasts or predicate.lemma not in fates.listed("prolonged") or _is_over(one, sentence):
        return False
    later = sentence.shift > 0 or any(one.due and (last or "")[:DAY] > one.due for _, last in sentence.days())
    if not later and one.due is not None:
        return False  # a ban that is extended to other towns ends when it did
    thing = predicate.thing or predicate.doer
    head = words_of(thing.quote)[-1:] if thing is not None else []
    known = not one.nouns.isdisjoint(head) or not (one.aim & one.core or one.by).isdisjoint(map(stem, head))
    return known and len(one.things.intersection(_near(predicate, sentence))) >= min(FEW, len(one.things))


def _is_broken(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a state that was to last, and is called by its noun, broke down."""
    doer = predicate.doer or predicate.thing
    head = WORD.findall(doer.quote.lower())[-1:] if doer is not None else []
    lasts = any(c.quantity.unit in ("day", "week", "month", "year", "hour") for c in one.measures)
    return lasts and not one.nouns.isdisjoint(head) and not fates.listed("broken").isdisjoint(sentence.verb(predicate))


def _fell_through(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether what was to come about, by its noun or as what was to be signed or reached, came to nothing."""
    if fates.fallen("verbs").isdisjoint(sentence.verb(predicate)) or predicate.doer is None:
        return False
    whole = sentence.up_to(predicate, predicate.doer)
    head = next(iter(WORD.findall(_HEAD.split(whole.strip().lower(), maxsplit=1)[0])[-1:]), "")
    if head not in fates.fallen("nouns") or tells_another(whole):
        return False
    is_its = head in one.nouns or stem(head) in one.core | one.by
    known = frozenset(stems(one.entry.prospect.context.quote)) - {stem(noun) for noun in fates.fallen("nouns")}
    return is_its and len(known.intersection(stems(sentence.span.quote))) >= min(FEW, len(known))


def _is_undone(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether something else was done to it on the very day: the rate that was to be cut on Thursday was kept."""
    near = one.aim & one.core or one.core or one.by
    of_it = not near.isdisjoint(_near(predicate, sentence)) and sentence.names_day(one.due)
    return predicate.status in DONE and of_it and not is_of_another(one, predicate, sentence)


def _is_over(one: Sought, sentence: Sentence) -> bool:
    end = one.entry.due.end if one.entry.due else None
    return end is not None and sentence.day[: len(end)] > end  # a month is over when the next begins


def _done(
    one: Sought, announcing: Document, predicate: Predicate, sentence: Sentence, *, there: bool
) -> _Verdict | None:
    """What is told as done: all of it, a part of it, or something that may be another deed."""
    share = _share(one, predicate, sentence)
    if share is None:
        lacks = bool(one.figures) and not sentence.figures
        return _Verdict("open", sentence.day, f"the deed is told without its figure {sentence.told}") if lacks else None
    if not share:
        return _Verdict("partly", sentence.day, f"as told {sentence.told}")
    if sentence.rest is not None:
        rest = " ".join(sentence.rest.context.quote.split())
        return _Verdict("open", sentence.day, f"told as done {sentence.told}; whether of all is open: {rest}")
    if is_echo(one, announcing, sentence.document, sentence.span.quote, day=sentence.day, numbers=sentence.every):
        return _foretold(sentence.document, sentence.day)
    if _is_earlier(one, predicate, sentence):
        return None
    if one.is_twofold:
        return _Verdict("partly", sentence.day, f"one of two deeds, as told {sentence.told}")
    since = there or predicate.lemma in fates.implied(one.verb)  # what works, or has arrived, came before that
    late = not since and _is_late(one, sentence)
    if late or sentence.shift > 0:
        return _Verdict("not_by_date", sentence.day, f"it came about, and later, as told {sentence.told}")
    return _Verdict("came_about", sentence.day, f"as told {sentence.told}")


def _is_late(one: Sought, sentence: Sentence) -> bool:
    """Whether every day that a sentence tells, but for that of its saying, is behind that on which it was due."""
    due = one.entry.due.end if one.entry.due else None
    if due is None:
        return False
    text = sentence.span.quote
    found = [time for time in times(text, sentence.day) if time.low and time.role != "reported"]
    if any(text[time.start :].startswith("by ") or text[: time.start].endswith("by ") for time in found):
        return False  # "had reached 7,400 by Thursday" tells not when it began
    return bool(found) and all((time.low or "")[: len(due)] > due for time in found)


def _is_earlier(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the times told beside a verb lie before the announcement: who was appointed in 1993 was so before."""
    found = [time for time in times(sentence.around(predicate, DEED), sentence.day) if time.role != "reported"]
    ends = [time.high for time in found if time.high and time.kind in ("date", "time")]
    return bool(ends) and all(end < one.day[: len(end)] for end in ends)


def _share(one: Sought, predicate: Predicate, sentence: Sentence) -> bool | None:
    """Whether a deed is all that was announced (False: a part of it); None where its figures tell of another."""
    told = {*DONE, "unresolved", *(("planned",) if predicate.lemma in fates.alike("announce") else ())}
    done = [claim for claim in sentence.figures if claim.status in told]  # what a plan that is announced is about, too
    done = [claim for claim in done if not began_before(one, claim)]
    done += [claim for claim in sentence.figures if claim not in done and is_within(predicate.thing, claim)]
    reached = [is_nth(figure, sentence) or reaches(figure, done) for figure in one.figures]
    if fates.is_mutual(one.verb) and len(reached) == 1 and not reached[0]:
        both = together_reach(one.figures[0], [claim for claim in sentence.every if claim.status in DONE])
        reached = [reached[0] if both is None else both]
    beside = sentence.around(predicate, DEED)
    if fates.is_mutual(one.verb):
        done = [claim for claim in done if claim.quantity.unit not in SHARES]  # 71 percent voted yes: all have voted
    if is_some_of_them(one, done, sentence):
        return False
    if reached and None in reached and not done:
        known = [_is_told_as_known(figure, one, predicate, sentence) for figure in one.figures]
        reached = [told or again for told, again in zip(reached, known, strict=True)]
    if reached and all(told is None for told in reached):
        some = IN_PART.search(beside) or any(is_part(claim, predicate, sentence) for claim in done)
        return False if some else None
    if any(told is not True for told in reached):
        return False
    if fates.is_in_part(sentence.span.quote, " ".join(span.quote for span in spans(one.entry))):
        return False
    some = IN_PART.search(beside) or any(is_part(claim, predicate, sentence) for claim in done)
    if not reached and some and not names_all(one, predicate, sentence):
        return False
    if not reached and one.is_of_all:
        if THE_FIRST.search(beside):
            return False
        if ALL.search(beside) is None and any(is_of_deed(claim, predicate) for claim in done):
            return None  # whether 3,000 that were moved are all that were to be is not told
    return all(reaches(figure, done) for figure in one.more)


def _is_told_as_known(figure: Claim, one: Sought, predicate: Predicate, sentence: Sentence) -> bool | None:
    """Whether what was announced by its number is told without it, as known, and on a day on which it was to be."""
    told = predicate.thing if predicate.thing is not None and one.is_passive else predicate.doer or predicate.thing
    words = WORD.findall(told.quote.lower()) if told is not None else []
    same = figure.counted is not None and bool(words) and stem(words[-1]) == stem(figure.counted.lemma)
    singular = figure.counted is not None and figure.counted.head.quote.endswith("s") and bool(words)
    singular = singular and not words[-1].endswith("s")
    if singular or (len(words) > 1 and words[1] in fates.ordinals()):
        return None  # of three centres, "the second"
    if told is None or not same or _KNOWN.match(told.quote) is None or IN_PART.search(sentence.span.quote):
        return None
    due = one.entry.due
    first, last = (due and due.start) or one.day[:DAY], (due and due.end) or ""
    in_time = any(first <= low and high <= last for low, high in sentence.days() if low == high)
    return True if in_time or fates.is_recalled(told.quote) else None


def _near(predicate: Predicate, sentence: Sentence) -> frozenset[str]:
    """The stems of the words beside a verb, without its own."""
    words = WORD.findall(sentence.around(predicate, DEED).lower())
    return frozenset(map(stem, words)) - {stem(predicate.span.quote.lower())}


def _tells(predicate: Predicate, one: Sought, sentence: Sentence) -> bool:
    """Whether a verb tells of the deed: it is that verb, one like it, or that of which only the beginning was told."""
    told = sentence.document.text[max(sentence.span.start, predicate.span.start - SPAN) : predicate.span.end]
    if WILL_NOT.search(told) and (predicate.doer is None or one.doers.isdisjoint(names_of(predicate.doer.quote))):
        return False  # what another says that he will not do
    only_meant = MEANT.search(told) and not BROUGHT_ABOUT.search(told)
    goes_on = fates.goes_on().search(told) or fates.begins_doing().search(told)
    if only_meant or (GERUND.search(told) and not goes_on):
        return False  # who supports banning, or may ban, has banned nobody
    if predicate.status == "ongoing" and ANY_TIME.search(told):
        return False
    if _is_in_its_place(predicate, sentence):
        return False
    if not one.verbs.isdisjoint(sentence.verb(predicate)):
        light = predicate.lemma in fates.listed("of_anything")
        if any(reaches(figure, sentence.figures) for figure in one.figures):
            return True
        aim = one.aim & one.core or one.core if light and one.core else one.aim
        if not one.core and predicate.doer is not None and not one.doers.isdisjoint(names_of(predicate.doer.quote)):
            return True  # of who is to step down nothing else is told
        is_else = is_with_something_else(one, predicate) or is_by_something_else(one, predicate)
        if light and predicate.lemma in one.verbs and is_else:
            return False
        of_any = bool(one.beside) and (not light or is_with_its_noun(one, predicate))
        return (
            (not aim and bool(one.core or one.doers or one.figures or one.names))
            or of_any
            or not aim.isdisjoint(_near(predicate, sentence))
        )
    bare = stem(predicate.lemma.removesuffix("e"))
    return bool(one.beside) and len(bare) >= CLOSE and any(thing.startswith(bare) for thing in one.aim)


def _is_in_its_place(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a verb tells what was done in place of something: "he flew over the town instead"."""
    opening = sentence.document.text[sentence.span.start : predicate.span.start]
    behind = _CLAUSE.split(sentence.document.text[predicate.span.end : sentence.span.end], maxsplit=1)[0]
    return fates.instead().match(opening) is not None or fates.instead().search(behind) is not None
