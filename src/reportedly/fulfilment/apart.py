"""The same deed done by another or to another is not what was announced.

What is promised: whoever is told with a state that the announcement does not know, brought up anew ("a charity") or
called by names of which it has none is another doer; what shares no word with it, or is told apart by a complement that
is brought up anew ("the appeal of a banker"), is another thing; who was to be in one place was not in another. Who
receives is not told apart from who gives. Pronouns and what has no doer tell nobody apart.
"""

import calendar
import re

from reportedly.fulfilment.sentences import Sentence
from reportedly.fulfilment.sought import WORD, Sought, by_state, names_in, names_of, stem, stems, strangers
from reportedly.model import Predicate
from reportedly.values import fates
from reportedly.values.measures import is_person
from reportedly.values.states import nations

_CLAUSE = re.compile(r"[,;:.]")
_WHOSE = r"(?:\b([a-z]+)(?:s['’]|['’]s) (?:[a-z]+ )?{0}\b|\b{0} (?:of|by) (?:the )?([a-z]+))"  # the people of a noun
_OF = re.compile(r",|\b(?:of|in|by|to|for|from|at|on|with|as)\b")
_INITIALS = re.compile(r"\b[A-Z]{2}\b")
_OWNER = re.compile(r"(?:[A-Z][\w-]+\s)*[A-Z][\w-]+['’]s\b")
_COMPLEMENT = re.compile(r"\w (?:of|to) ")
_KNOWN = frozenset({"the"})
BEHIND = 40  # characters behind a thing in which it is told of what or whom it is


def is_of_another(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a verb tells of somebody or something else than ``one``."""
    if _by_another(one, predicate, sentence) or _is_elsewhere(one, predicate, sentence):
        return True
    if _is_of_one_anew(one, predicate, sentence) or _is_another_text(predicate) or _is_only_greeted(one, predicate):
        return True
    if not fates.listed("naming").isdisjoint(fates.bases(one.verb)):
        return False  # "a former judge, named by the minister", where a mediator was to be
    # A search is told by what was found, and of who is to step down no thing was told.
    tells_more = bool(one.beside) or (not one.core and not one.is_passive) or predicate.lemma in fates.implied(one.verb)
    return not tells_more and _to_another(one, predicate, sentence)


def _is_only_greeted(one: Sought, predicate: Predicate) -> bool:
    """Whether somebody who is to be let in is told with what he did, or has: "welcomed Sardia's offer"."""
    if predicate.lemma not in fates.listed("greeting") or one.core or predicate.thing is None or not one.names:
        return False
    head = WORD.findall(_OF.split(predicate.thing.quote, maxsplit=1)[0])[-1:]
    return any(word[:1].islower() and word not in fates.common() for word in head)


def is_with_something_else(one: Sought, predicate: Predicate) -> bool:
    """Whether of a verb that tells nothing without its noun another is told: a rally where a referendum was to be."""
    deeds = _deeds(one) if fates.carried_out("light") & fates.bases(one.verb) else frozenset[str]()
    known = frozenset(stems(predicate.thing.quote)) if predicate.thing is not None else frozenset()
    return bool(deeds and known) and known.isdisjoint(deeds)


def is_with_its_noun(one: Sought, predicate: Predicate) -> bool:
    """Whether the thing of a verb is a noun by which what was announced is called, too: the vote of an election."""
    return predicate.thing is not None and not _deeds(one).isdisjoint(stems(predicate.thing.quote))


def _deeds(one: Sought) -> frozenset[str]:
    return frozenset(stem(noun) for told in one.nouns for noun in fates.akin(told))


def is_of_others(one: Sought, sentence: Sentence) -> bool:
    """Whether the noun of a deed is told with other people than its own: the "teachers' strike" is not the nurses'."""
    who = one.entry.prospect.who
    if who is None or not any(is_person(word) for word in WORD.findall(who.quote.lower())):
        return False  # a union calls out whomever it has
    for noun in sorted(one.nouns):
        told = re.search(_WHOSE.format(re.escape(noun)), sentence.span.quote)
        whose = (told.group(1) or told.group(2)) if told is not None else ""
        if whose and is_person(whose) and stem(whose) not in one.by | one.things:
            return True
    return False


def is_by_something_else(one: Sought, predicate: Predicate) -> bool:
    """Whether of a verb that tells of anything something else is told: "the statement came" where a father was to."""
    told = WORD.findall(predicate.doer.quote.lower()) if predicate.doer is not None else []
    if predicate.doer is None or predicate.thing is not None or not told or told[-1] in fates.pronouns():
        return False
    known = not one.doers.isdisjoint(names_of(predicate.doer.quote))
    return (
        not (known or one.is_passive) and bool(one.by) and (one.by | one.things).isdisjoint(stems(predicate.doer.quote))
    )


def _by_another(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    doer = predicate.doer
    told = WORD.findall(doer.quote.lower()) if doer is not None else []
    if doer is None or not told or told[-1] in fates.pronouns():
        return False
    names = frozenset(names_in(doer, sentence.document.text)) | frozenset(_INITIALS.findall(doer.quote))
    known = by_state(sentence.known)
    states = frozenset(nations().values())
    owner = _OWNER.match(doer.quote)
    strange = (by_state(names) & states) | (by_state(names_of(owner.group())) if owner is not None else frozenset())
    if strange and strange.isdisjoint(known) and known & states:
        return True
    whole = sentence.up_to(predicate, doer)  # "a party of 30 monitors"
    if fates.is_another(doer.quote) and not one.is_another:
        return True
    if predicate.lemma in fates.converse(one.verb):
        return strangers(names, sentence.known) if names else told[0] in fates.anew()  # who is paid is not who pays
    if told[0] in fates.anew():
        whole = fates.before_place(whole)
    if one.is_passive or not one.by or not (one.by | one.things).isdisjoint(stems(whole)):
        return False
    if predicate.thing is None and told[0] in _KNOWN and predicate.lemma in fates.alike("begin"):
        return True  # the trial opens where a ferry is to start
    return told[0] in fates.anew() or (bool(one.doers and names) and strangers(one.doers, names))


def _is_elsewhere(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether who was to be in one place was in another: "spent Wednesday in Berlin" where Tallinn was to be seen."""
    leaves = not fates.alike("leave").isdisjoint(fates.bases(one.verb))  # who left Osh has reached another town
    if leaves or one.core or predicate.lemma not in fates.implied(one.verb):
        return False
    wanted = one.names - one.doers
    behind = _CLAUSE.split(sentence.document.text[predicate.span.end : sentence.span.end], maxsplit=1)[0]
    told = frozenset(names_of(behind)) - frozenset(calendar.day_name)
    return bool(wanted and told) and strangers(wanted, told)


def _is_of_one_anew(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether what it is told of is told apart by somebody or something new, where what was announced is, too."""
    if _COMPLEMENT.search(one.entry.prospect.what.quote) is None:
        return False
    for told in (predicate.span, predicate.thing):
        end = told.end if told is not None else sentence.span.end
        behind = _CLAUSE.split(sentence.document.text[end : min(sentence.span.end, end + BEHIND)], maxsplit=1)[0]
        apart = fates.complement().search(behind)
        named = frozenset(stems(apart.group(1))) if apart is not None else frozenset()
        if named and named.isdisjoint(one.things):
            return True
    return False


def _is_another_text(predicate: Predicate) -> bool:
    """Whether a text that comes out is brought up anew: "a report appeared" tells of any."""
    told = WORD.findall(predicate.doer.quote.lower()) if predicate.doer is not None else []
    return len(told) > 1 and told[0] in fates.anew() and told[-1].removesuffix("s") in fates.nouns("bringing_out")


def _to_another(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    thing, verb = predicate.thing, predicate.span
    told = WORD.findall(thing.quote.lower()) if thing is not None else []
    if thing is None or not told or told[-1] in fates.pronouns():
        return False
    if not one.numbers.isdisjoint(sentence.numbers):
        return False
    end = verb.start if verb.start > thing.end else min(sentence.span.end, thing.end + BEHIND)
    behind = sentence.document.text[thing.end : end]
    whole = frozenset(stems(thing.quote + _CLAUSE.split(behind, maxsplit=1)[0]))
    by_same = predicate.doer is not None and not one.by.isdisjoint(stems(predicate.doer.quote))
    places = frozenset(names_of(thing.quote))
    if by_same and places and places <= one.names:
        return False  # the trucks that were to bring water reached the town
    wanted = one.core | one.aim if one.core else one.things  # a place alone is no thing: "in Cairo"
    return bool(whole) and whole.isdisjoint(wanted)
