"""Words become factors: what was doubled, what is three times as large, what outnumbers another four to one.

A factor is told in ``times``: twice is 2, halved is 1/2. It says which way it went where the words do ("doubled", "fell
threefold"). How often something happened is no factor: a small number of times tells of a life or a habit ("arrested
three times", "twice a week") and is refused, a large one was counted ("shelled 214 times").
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from reportedly.model import Change
from reportedly.values import hedges
from reportedly.values.expressions import Expression, Term
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.numerals import Numeral, number
from reportedly.values.refusals import Refusal
from reportedly.values.scan import Scan
from reportedly.values.units import COUNT, SHARE, TIMES, Unit

# How many words on either side the verb of a factor is looked for: "has risen more than threefold", "a tenfold rise".
BACK, ON = 6, 2
# "as expensive as", "as likely to vote as": where the second "as" stands at the latest.
AS_REACH = 7
OFTEN = 10  # from here on somebody kept count of how often
MARKS = frozenset({"times", "x", "×"})


@cache
def _factors() -> dict[str, tuple[Fraction, str]]:
    """Every word that is a factor by itself, with its value and its kind."""
    kinds = ("grown", "shrunk", "present", "bare", "adverbs", "folds")
    return {
        word: (Fraction(value), kind) for kind in kinds for word, value in entry("multiples", kind).items()
    }  # fmt: skip


def openers() -> frozenset[str]:
    """The words that are factors by themselves."""
    return frozenset(_factors())


@cache
def _leads() -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("multiples", "factors", "before"))


def _listed(word: str, *keys: str) -> bool:
    return word in words("multiples", *keys)


# Words that are factors by themselves


def word(text: Scan, at: int, *, floor: int = 0) -> Expression | Refusal | None:
    """The factor that ``text`` tells in one word at ``at`` ("doubled", "twice"), or the refusal of such a word."""
    known = _factors().get(text.low(at))
    if known is None or text.hyphen(at + 1) or (text.glued(at) and text.low(at - 1) == "-"):
        return None
    value, kind = known
    if kind == "folds":
        return _told(text, at, value, change=_way(text, at, at + 1), floor=floor)
    if kind == "adverbs":
        return _told(text, at, value, floor=floor) if _is_of(text, at + 1) else Refusal(at, at + 1, "multiple")
    if kind == "bare":
        return _bare(text, at, value, floor)
    if _is_apart(text, at) or (kind == "present" and _is_noun(text, at)):
        return Refusal(at, at + 1, "multiple") if kind != "present" else None
    return _told(text, at, value, change="decrease" if value < 1 else "increase", floor=floor)


def _bare(text: Scan, at: int, value: Fraction, floor: int) -> Expression | None:
    if _listed(text.next_low(at + 1), "apart", "after") or (text.capital(at) and text.capital(at + 1)):
        return None
    lead = hedges.before(text, at, floor=floor)
    if _listed(text.before(lead.first), "verbs", "before") and not _is_of(text, at + 1, closely=True):
        return _told(text, at, value, change="decrease" if value < 1 else "increase", floor=floor)
    if _listed(text.before(lead.first), "verbs", "before") and text.before(lead.first) != "and":
        return _told(text, at, value, change="decrease" if value < 1 else "increase", floor=floor)
    hedged = lead.approximator != "exact" and text.next_low(at + 1) not in ("a", "an")
    return _told(text, at, value, floor=floor) if hedged or _is_of(text, at + 1) else None


def _is_apart(text: Scan, at: int) -> bool:
    """ "doubled over in pain", "doubled as a school", "doubling down"."""
    after, then = text.next_low(at + 1), text.next_low(at + 2)
    if after == "over":
        return _listed(then, "apart", "over") or not then
    if after == "as":
        return _listed(then, "apart", "as")
    return _listed(after, "apart", "after")


def _is_noun(text: Scan, at: int) -> bool:
    """ "the doubles", "both halves": no verb."""
    after = text.next_low(at + 1)
    goes_on = text.kind(at + 1) == "w" and after not in ("at", "of", "for", "with", "and", "or", "event", "pair")
    return _listed(text.before(at), "apart", "before") or text.before(at).endswith("'s") or not goes_on


def _told(text: Scan, at: int, value: Fraction, *, change: Change = "level", floor: int) -> Expression:
    """The factor at the one word ``at``, with its hedges and "as many"."""
    numeral = Numeral(at, at + 1, text.starts[at], text.ends[at], value, "words")
    last = _as_many(text, at + 1)
    term = Term(numeral, at, last, unit=Unit(TIMES, at, at))
    lead = hedges.before(text, at, floor=floor)
    tail = hedges.behind(text, last)
    meant = hedges.join(lead.approximator, tail.approximator)
    return Expression(term, None, lead.first, tail.last, TIMES, meant, change)


def _as_many(text: Scan, at: int) -> int:
    """Where "as many" and "as much again" end, ``at`` where they do not stand."""
    sized = _listed(text.next_low(at + 1), "of", "sizes") and _listed(text.next_low(at + 2), "of", "again")
    if text.next_low(at) != "as" or not (sized or _listed(text.next_low(at + 1), "of", "amounts")):
        return at
    return at + 3 if _listed(text.next_low(at + 2), "of", "again") else at + 2


def _is_of(text: Scan, at: int, *, closely: bool = False) -> bool:
    """Whether a factor ends before ``at``, by what it is taken of: "as many", "the average", "what it was"."""
    first, then = text.next_low(at), text.next_low(at + 1)
    if first == "as":
        ahead = [text.next_low(at + step) for step in range(2, AS_REACH)]
        return _listed(then, "of", "amounts") or "as" in ahead or then in ("likely", "high", "large", "big", "long")
    if first in ("that", "this", "last"):
        speaks = _listed(then, "of", "speakers") or (first != "that" and _listed(then, "of", "of_time"))
        return not speaks
    if closely:
        return _listed(first, "of", "comparatives")
    listed = any(_listed(first, "of", kind) for kind in ("determiners", "comparatives", "nouns"))
    return listed or _owned(text, at)


def _owned(text: Scan, at: int) -> bool:
    """ "ten times Germany's", "twice the ministry's": somebody's, within two words."""
    return any(text.next_low(place).endswith(("'s", "s'")) and text.kind(place) == "w" for place in (at, at + 1))


def _way(text: Scan, first: int, last: int) -> Change:
    """Which way a factor at [first, last) went, by the verb or noun next to it."""
    for near in _around(text, first, last):
        for way in ("increase", "decrease"):
            if _listed(near, "ways", way):
                return way
    return "level"


def _around(text: Scan, first: int, last: int) -> Iterator[str]:
    """The words next to [first, last), those behind first, up to the end of the clause."""
    for place in range(last, last + ON):
        if text.kind(place) != "w" or text.gap(place) == 2 or _listed(text.low(place), "ways", "links"):
            break
        yield text.low(place)
    for place in range(first - 1, first - 1 - BACK, -1):
        if text.kind(place) != "w" or text.gap(place + 1) == 2:
            break
        yield text.low(place)


# Numbers that are factors by what stands behind or before them


def of(text: Scan, found: Expression) -> Expression | Refusal:
    """``found`` as a factor where it is one ("ten times the", "half as many", "three to one"), else as it is."""
    if found.term.value is None and found.unit == COUNT:
        mark = found.last + (text.low(found.last) == "of")
        return Refusal(found.first, mark + 1, "multiple") if text.low(mark) == "times" else found  # "several times"
    if found.unit not in (COUNT, SHARE) or found.term.value is None:
        return found
    at = (found.second or found.term).numeral.last
    return _led(text, found) or _times(text, found, at) or _part(text, found, at) or _to_one(text, found, at) or found


def _made(
    found: Expression, *, first: int, last: int, mark: tuple[int, int], change: Change = "level"
) -> Expression:  # fmt: skip
    unit = Unit(TIMES, *mark)
    second = found.second and found.second._replace(unit=unit)
    return found._replace(
        term=found.term._replace(unit=unit), second=second, first=first, last=last, unit=TIMES, change=change
    )


def _led(text: Scan, found: Expression) -> Expression | None:
    """ "a factor of five"."""
    lead = _leads().ending(text, found.first)
    if lead is None or text.gap(found.first) == 2:
        return None
    way = _way(text, lead[0], found.last)
    return _made(found, first=lead[0], last=found.last, mark=(lead[0], lead[0]), change=way)


def _times(text: Scan, found: Expression, at: int) -> Expression | Refusal | None:
    """ "ten times the", "10-fold", "3x as many"; how seldom something happened is refused."""
    mark = at + 1 if text.hyphen(at) else at
    if text.gap(mark) == 2:
        return None
    if text.low(mark) == "fold":
        way = _way(text, found.first, mark + 1)
        return _made(found, first=found.first, last=mark + 1, mark=(mark, mark + 1), change=way)
    if text.low(mark) not in MARKS or text.hyphen(mark + 1):
        return None
    parted = any(term and term.value is not None and term.value.denominator > 1 for term in (found.term, found.second))
    by = text.before(found.first) == "by"
    if not (parted or by or _is_of(text, mark + 1)):
        counted = found.term.value is not None and found.term.value >= OFTEN and text.low(mark) == "times"
        before = text.before(found.first)  # what "rose 10 times" may be ten times as much
        moved = any(_listed(before, "ways", way) for way in ("increase", "decrease")) or not before.isalpha()
        counted = counted and not moved
        return None if counted else Refusal(found.first, mark + 1, "multiple")
    change = _way(text, found.first, mark + 1) if by else "level"
    return _made(found, first=found.first, last=_as_many(text, mark + 1), mark=(mark, mark + 1), change=change)


def _part(text: Scan, found: Expression, at: int) -> Expression | None:
    """ "half as many", "a third as much", "half as much again", "half again as many"."""
    if found.term.numeral.form != "share" or found.second or found.term.value is None:
        return None
    again = _listed(text.next_low(at), "of", "again")
    last = _as_many(text, at + 1 if again else at)
    if last <= at + 1:
        tall = text.next_low(at) == "as" and _is_of(text, at) and not again
        return _made(found, first=found.first, last=at, mark=(at, at)) if tall else None
    more = again or _listed(text.low(last - 1), "of", "again")
    if more and text.next_low(last) == "as":
        # "half as much again as in 2021": one and a half times.
        whole = found.term.numeral._replace(value=found.term.value + 1)
        found, more = found._replace(term=found.term._replace(numeral=whole)), False
    return _made(found, first=found.first, last=last, mark=(at, at), change="additional" if more else "level")


def ratio(text: Scan, at: int, *, floor: int = 0) -> Expression | None:
    """ "a warder-to-inmate ratio of 1:8": only beside a word for it, since most such pairs are scores and times."""
    if text.kind(at) == "n" and text.low(at + 1) == ":" and text.glued(at + 1) and text.glued(at + 2):
        last, pair = at + 3, (text.raw(at), text.raw(at + 2))
    elif text.kind(at) == "clock_time":
        last, pair = at + 1, (*text.raw(at).partition(":")[::2],)
    else:
        return None
    near = text.lows[max(floor, at - int(entry("multiples", "ratios", "reach"))) : last + ON]
    numbers = [number(written) if written.isdecimal() else None for written in pair]
    upper, lower = numbers[0], numbers[1]
    if not upper or not lower or words("multiples", "ratios", "cues").isdisjoint(near):
        return None
    made = Numeral(at, last, text.starts[at], text.ends[last - 1], upper / lower, "share")
    unit = Unit(SHARE if upper < lower else TIMES, last, last)
    return Expression(Term(made, at, last, unit=unit), None, at, last, unit.name, "exact")


def _to_one(text: Scan, found: Expression, at: int) -> Expression | None:
    """ "voted three to one", "a two-to-one majority"."""
    tied = text.hyphen(at) and text.hyphen(at + 2)
    link = at + 1 if tied else at
    one = link + (2 if tied else 1)
    if text.next_low(link) != "to" or text.next_low(one) not in ("one", "1") or found.second or found.unit != COUNT:
        return None
    value, apart = found.term.value, _listed(text.before(found.first), "ratios", "apart")
    if apart or value is None or value <= 1 or text.kind(one + 1) == "n" or text.hyphen(one + 1):
        return None
    return _made(found, first=found.first, last=one + 1, mark=(at, at))
