"""What was announced is given up: by a verb of giving up beside it, or by who no longer means to do it.

What is promised: the verb stands with what was announced, by its noun, or with a plan, and with the word that goes with
it: who calls off a search gives up no homes. Where it is not told of what, more than names have to stand beside it.
"""

import re
from collections.abc import Iterable

from reportedly.fulfilment.apart import is_of_another
from reportedly.fulfilment.sentences import Sentence
from reportedly.fulfilment.sought import FEW, STEM, WORD, Sought, names_of, stem, stems, tells_another
from reportedly.model import Predicate
from reportedly.values import fates

SPAN = 60  # characters beside a verb in which stands what it gives up
CLOSE = 4  # letters of a verb that a noun begins with: "repay", "repayments"
_HEAD = re.compile(r"\s(?:of|for|to|in|at|on|by|from|with|that|which|worth)\b")
_KNOWN = re.compile(r"(?:its|their|his|her|the)\b", re.IGNORECASE)
_AND = re.compile(r"(?: (?:out|off|up|down|away))? and ([a-z]+)", re.IGNORECASE)
NO_LONGER = re.compile(r"\bno longer\b|\bnot .*\b(?:any more|after all)\b", re.IGNORECASE)


def gives_up(predicate: Predicate, one: Sought, sentence: Sentence) -> bool:
    """Whether a verb of giving up stands right beside what was announced, with the word that goes with it."""
    needed = fates.giving_up().get(predicate.lemma)
    foreseen = (
        one.entry.prospect.kind == "forecast" and one.entry.due is None
    )  # what somebody foresees is nobody's plan
    if needed is None or foreseen or (predicate.lemma in one.verbs and not needed):
        return False
    if fates.new_plan().match(sentence.document.text, predicate.span.end, sentence.span.end) is not None:
        return False  # who pulls out of a bid to drill gives up that bid
    words = WORD.findall(sentence.around(predicate, SPAN).lower())
    noun = next(reversed(WORD.findall(predicate.thing.quote.lower())), "") if predicate.thing is not None else None
    if noun is not None and not _is_given_up(noun, one):
        return False
    own = one.core & one.aim | frozenset(map(stem, one.nouns))
    if noun is None and own and own.isdisjoint(map(stem, words)):
        return False  # of what is not told, and nothing of what was to be done stands beside it
    if _is_joined(predicate, one, sentence):
        return False  # "pulled out and replanted 7,400 hectares"
    thing = predicate.thing.quote if predicate.thing is not None else ""
    if noun in one.nouns and not one.is_another and tells_another(thing):
        return False  # the first strike was not given up with the second
    shared = len(one.things.intersection(map(stem, words)))
    near = noun is not None and _is_its_own(one, noun, predicate, sentence)  # "Ottawa shelves its list"
    near = near or shared >= min(FEW, len(one.core) or FEW) or _is_run_together(one, words) or noun in one.nouns
    return near and (not needed or not needed.isdisjoint(words))


def _is_joined(predicate: Predicate, one: Sought, sentence: Sentence) -> bool:
    """Whether the very verb of what was announced is told right behind, joined by "and"."""
    found = _AND.match(sentence.document.text, predicate.span.end, sentence.span.end)
    return found is not None and not fates.bases(found.group(1).lower()).isdisjoint(one.verbs)


def _is_its_own(one: Sought, noun: str, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether what is given up is told as known, and is what was to come: its list, the plan, its convoys."""
    dropped = fates.drops_its().search(sentence.span.quote)
    by = predicate.doer is not None and not sentence.known.isdisjoint(names_of(predicate.doer.quote))
    if by and dropped is not None and dropped.group(1) == noun and stem(noun) in one.core & one.aim:
        return True
    who, thing = one.entry.prospect.who, predicate.thing
    head = next(iter(WORD.findall(_HEAD.split(who.quote, maxsplit=1)[0].lower())[-1:]), "") if who is not None else ""
    return thing is not None and head == noun and _KNOWN.match(thing.quote) is not None


def is_meant_no_more(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether who meant to do it does not: "no longer intends to go to the court of appeal"."""
    if predicate.lemma not in fates.listed("meaning") or is_of_another(one, predicate, sentence):
        return False
    behind = sentence.document.text[predicate.span.end : min(sentence.span.end, predicate.span.end + SPAN)].lower()
    told = frozenset(WORD.findall(behind))
    by = predicate.doer is not None and not one.by.isdisjoint(stems(predicate.doer.quote))
    return (
        NO_LONGER.search(sentence.around(predicate, SPAN)) is not None
        and by
        and not told.isdisjoint(one.nouns | one.verbs)
    )


def _is_given_up(noun: str, one: Sought) -> bool:
    """Whether what is given up is what was announced, or a plan: who calls off a search gives up no homes."""
    is_deed = len(one.verb) >= CLOSE and stem(noun).startswith(one.verb[:STEM])
    return is_deed or stem(noun) in one.things or noun in one.nouns or fates.is_plan(noun)


def _is_run_together(one: Sought, words: Iterable[str]) -> bool:
    """Whether a word is the verb of the announcement as a noun: "walkout" of "will walk out"."""
    return len(one.verb) >= CLOSE and any(word.startswith(one.verb) for word in words)
