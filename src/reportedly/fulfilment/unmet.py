"""A later report tells that something has still not been done, or tells a plan of the past with what became of it.

"The clinic has yet to open", "the deadline came and went without a ruling", "the envoy, who was to land on Friday,
never did". What is promised: the words that deny it stand with the verb of the deed, or with what it is to be done to.
"""

import re
from collections.abc import Iterator

from reportedly.fulfilment.recalled import recalls
from reportedly.fulfilment.sentences import Sentence
from reportedly.fulfilment.sought import ENDS, WORD, Sought, stem
from reportedly.model import Document, Outlook, State
from reportedly.values import fates

_CLAUSE = re.compile(r"[,;:]")


def is_unmet(one: Sought, sentence: Sentence) -> bool:
    """Whether a sentence tells that the deed has still not been done."""
    text = sentence.span.quote
    return any(_is_of(one, verb, before, behind) for verb, before, behind in _denied(text))


def _denied(text: str) -> Iterator[tuple[str, str, str]]:
    """The verb that is denied, where there is one, with what stands before it and behind it."""
    for found in fates.unmet("verbs").finditer(text):
        yield found.group("verb").lower(), text[: found.start()], text[found.end() :]
    for found in fates.unmet("things").finditer(text):
        yield "", "", _CLAUSE.split(text[found.end() :], maxsplit=1)[0]
    for how in ("never", "absent"):
        for found in fates.unmet(how).finditer(text):
            if recalls(text[: found.start()] + ","):
                yield "", text[: found.start()], ""


def _is_of(one: Sought, verb: str, before: str, behind: str) -> bool:
    """Whether what is denied is the deed: its verb with one of its things, or two of them."""
    around = [stem(word) for word in WORD.findall(f"{before} {behind}".lower())]
    near = (one.core or one.aim) if verb or not before else one.things
    near |= {stem(name.lower()) for name in one.doers}
    of_it = near.intersection(around)
    if verb:
        own = not fates.bases(verb).isdisjoint(one.verbs) or stem(verb) in one.things
        return bool(of_it) and (own or not fates.listed("coming").isdisjoint({verb, *fates.bases(verb)}))
    return bool(of_it)


def in_one_breath(entry: Outlook, document: Document) -> tuple[State, str] | None:
    """What became of a plan of the past, by the words that tell it: "was to run out on Friday. It was renewed"."""
    context = entry.prospect.context
    behind = context.quote[max(0, entry.prospect.what.end - context.start) :]
    if _is_past(entry) and any(fates.unmet(how).match(behind) is not None for how in ("never", "absent")):
        return "not_by_date", context.quote
    if _is_past(entry) and fates.unmet("dropped").match(behind) is not None:
        return "overtaken", context.quote
    rest = document.text[context.end : context.end + 200].lstrip()
    end = min((at for mark in ENDS if (at := rest.find(mark)) >= 0), default=len(rest))
    following = rest[:end]
    is_end = not fates.bases(_verb(entry)).isdisjoint(fates.listed("running_out"))
    for told in (behind, following):
        if is_end and _is_past(entry) and fates.unmet("renewed").match(told) is not None:
            return "overtaken", told.strip(" ,")
    return None


def _is_past(entry: Outlook) -> bool:
    words = entry.prospect.words
    return words is not None and not fates.listed("past").isdisjoint(words.quote.lower().split())


def _verb(entry: Outlook) -> str:
    found = WORD.search(entry.prospect.what.quote.lower())
    return found.group() if found is not None else ""
