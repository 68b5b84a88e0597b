"""When what is announced is due: by a time of its own clause, or by a limit behind it.

"Will reopen on Monday", "is now due to open in Portoviejo on 19 May", "promises an inquiry within a week". What is
promised: a time of a clause below it, and one that tells when something was said or agreed, is none of its own.
"""

import re
from collections.abc import Sequence

from reportedly.claims.stance import Ahead
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.model import Span, When

GOING = "going"
SOONEST = re.compile(r"as (?:early|soon) as ")
LOOKING_AHEAD = ("by ", "before ", "until ", "next ", "no later ", "in ", "from ", "within ")
WHEN = frozenset({"obl", "advmod"})
NOW = "PRESENT_REF"
SPANS = frozenset({"hour", "day", "week", "month", "year"})
PAST = frozenset({"was", "were"})


def due_day(tree: Tree, times: Times, ahead: Ahead, context: Span) -> When | None:
    """When ``ahead``, of the sentence ``context``, is due; "agreed last week to hire" tells when it was agreed."""
    when, text = times.when(tree, ahead.predicate, ahead.words), times.document.text
    start, ends = tree.sentence.starts[ahead.predicate], tree.sentence.ends
    top = ahead.predicate
    while tree.base[top] == "xcomp" and tree.lower[tree.head(top)] == GOING:
        top = tree.head(top)  # "from Friday the navy is going to escort them"
    under = tree.chars(t for t in tree.under(top) if tree.base[t] != "punct")
    low, high = max(under[0], context.start), max(ends[ahead.what[-1]], start)
    quote = when.words or "" if when else ""
    own = bool(quote) and (_stands(times, quote, low, high) or times.opens(quote, context.start))
    told = when if own or (quote.lower().startswith(LOOKING_AHEAD) and quote in text[start : context.end]) else None
    if told is not None and (looks_back(tree, ahead.words) or was_to(tree, times, ahead.words, told)):
        return told
    told = told and times.coming(told)
    if told and (told.start or told.end) and not times.is_past(told):
        return told
    last = max(high, under[1], ends[_limited(tree, ahead)]) if ahead.stop is None else tree.sentence.starts[ahead.stop]
    loose = own or ahead.is_set or bool(SOONEST.search(text, start, high))
    return times.due(start, last, loose=loose) or told or _own(tree, times, ahead)


def looks_back(tree: Tree, announcing: Sequence[int]) -> bool:
    """Whether what is announced was announced before what is told: "had promised to repair it by Friday"."""
    return any(tree.lower[t] == "had" for told in announcing for t in tree.having(told, "aux"))


def was_to(tree: Tree, times: Times, announcing: Sequence[int], when: When) -> bool:
    """ "Was to open on 3 May": a day that may be past; "was to meet on Friday" may be to come."""
    return times.is_yearly(when) and any(tree.lower[told] in PAST for told in announcing)


def _own(tree: Tree, times: Times, ahead: Ahead) -> When | None:
    """The day that is told with the verb itself: of "sell it after a third-quarter loss" none."""
    starts = tree.sentence.starts
    first, last = starts[ahead.what[0]], starts[ahead.what[-1]]
    for time in times.within(first, last + 1):
        words = [t for t in ahead.what if time.start <= starts[t] < time.end]
        top = next((t for t in words if tree.head(t) not in words), None)
        if top is not None and tree.base[top] == "nmod" and tree.lemma(tree.head(top)) in SPANS:
            top = tree.head(top)  # "for 48 hours from 4 a.m. on June 10"
        if top is None or tree.base[top] not in WHEN or time.kind == "duration" or time.value == NOW:
            continue
        verb = tree.head(top)
        while verb != ahead.predicate and verb in ahead.what and tree.base[verb] in ("xcomp", "conj"):
            verb = tree.head(verb)
        told = times.due(time.start, time.start + 1, loose=True) if verb == ahead.predicate else None
        if told is not None:
            return told
    return None


def _limited(tree: Tree, ahead: Ahead) -> int:
    """The last token of a limit behind a thing that is announced: "promises an inquiry within a week"."""
    behind = ahead.what[-1] + 1
    if ahead.words and tree.base[ahead.predicate] == "obj" and tree.head(ahead.predicate) == ahead.words[0]:
        limits = [tree.under(t) for t in tree.having(ahead.words[0], "obl")]
        return next((limit[-1] for limit in limits if limit[0] == behind), ahead.what[-1])
    return ahead.what[-1]


def _stands(times: Times, quote: str, low: int, high: int) -> bool:
    """Whether the words of a time stand in a stretch, and tell not when something was said."""
    place = times.document.text.find(quote, low, high)
    return place >= 0 and not times.is_of_saying(place, place + len(quote))
