"""Words become bounds: what stands before or behind a number and says how exactly it is meant.

A hedge that bounds ("at least", "up to") outweighs one that blurs ("some", "an estimated"), so that "at least some 40"
is a lower bound. Bounds are what is stated: "more than 14,000" has no upper end, "around 6,000" is 6,000.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from reportedly.model import Approximator
from reportedly.values import numerals, units
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.scan import Scan

BLURS: tuple[Approximator, ...] = ("about", "nearly", "exact")
# "up to an estimated additional 6,000": no more than this many stand in a row.
MOST = 4
ONTO = 6  # words behind a bound in which stands what is added to
# From here on a number is a level reached, "broke 20,000", and not what was broken or lies to the north.
LARGE = 1000
# "Below the $90 a barrel threshold": so many words on from the number its mark stands.
HEDGED = 4  # words of another hedge before a number, and the number's first
MARK_REACH = 7
HELD = 16  # words back another share may stand
# "Pushed the bank's main rate up to 4 percent": so many words a thing that is lifted has at most.
THING = 5
QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’"})


class Hedge(NamedTuple):
    """A hedge from token ``first`` up to the number, or behind it up to ``last``."""

    first: int
    last: int
    approximator: Approximator = "exact"
    additional: bool = False


@cache
def _table(side: str) -> Phrases[Approximator]:
    tables: list[dict[Approximator, list[str]]] = [entry("hedges", side)]
    if side == "before":
        tables += [entry("hedges", "before_only", kind) for kind in ("levels", "marked")]
    return phrases((phrase, meaning) for table in tables for meaning, listed in table.items() for phrase in listed)


@cache
def _only(kind: str) -> frozenset[str]:
    """The hedges of a kind that are some only under a condition."""
    return frozenset(phrase for listed in entry("hedges", "before_only", kind).values() for phrase in listed)


@cache
def _additional(side: str) -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("hedges", "additional", side))


def _outweighs(outer: Approximator, inner: Approximator) -> Approximator:
    return inner if outer in BLURS and inner != "exact" and not (inner == "about" and outer == "nearly") else outer


def before(text: Scan, at: int, *, floor: int = 0, money: bool = False) -> Hedge:
    """The hedges that end right before ``at`` and begin at or after ``floor``; ``first == at`` where there are none."""
    first, quoted, additional = at, at, False
    meant: Approximator = "exact"
    told = _table("before").ending(text, at - 1, floor=floor) if text.raw(at - 1) in QUOTES else None
    if told is not None and text.raw(told[0] - 1) in QUOTES and told[0] > floor and _fits(text, told[0], at, money):
        return Hedge(told[0] - 1, at, told[1])  # 'a case of "at least" one player'
    for _ in range(MOST):
        extra = None if text.gap(first) == 2 else _additional("before").ending(text, first, floor=floor)
        found = None if text.gap(first) == 2 else _table("before").ending(text, first, floor=floor)
        if extra is not None and (found is None or extra[0] <= found[0]):
            # What is additional is no part of the figure's own words unless a hedge stands before it.
            first, additional = extra[0], True
            continue
        if found is None or not _fits(text, found[0], first, money):
            break
        first = quoted = found[0]
        meant = _outweighs(found[1], meant)
    return Hedge(_strengthened(text, quoted, floor) if quoted < at else at, at, meant, additional)


def _fits(text: Scan, first: int, last: int, money: bool) -> bool:
    """Whether a phrase found is a hedge here: some need money behind them, some digits."""
    phrase = " ".join(text.lows[first:last])
    if phrase == "~" and text.gap(last) and text.line_opens(first):
        return False  # the mark of an item of a list
    if text.before(first) in entry("hedges", "taken").get(phrase, ()):
        # But "adds up to 2% to prices": what is put on top has a bound.
        added = text.before(first).startswith("add") and "to" in text.lows[last + 1 : last + ONTO]
        return added or (phrase.endswith("short of") and (money or not _is_lacked(text, last)))
    if phrase == "up to" and (_is_lifted(text, first) or _is_left(text, last)):
        return False
    if phrase in words("hedges", "before_only", "money"):
        return money or _is_level(text, last)
    if phrase in _only("levels"):
        stands = text.before(first) in words("hedges", "standing", "words") and _is_closed(text, last)
        stands = stands or text.before(first) in words("hedges", "before_only", "tallies")
        return money or stands or _is_level(text, last, bare=True)
    if phrase in _only("marked"):
        return _is_marked(text, last) and not _is_held_against(text, first, last)
    if phrase in words("hedges", "before_only", "verbs"):
        subject = text.before(first).endswith("s") and len(text.before(first)) > len("this")  # "evacuees top 30,000"
        subject = subject and phrase != "passed"  # "the bus passed 12 houses"
        subject = subject or text.before(first) in words("hedges", "before_only", "tallies")
        return subject or text.before(first) in words("hedges", "before_only", "verbs_after")
    if phrase in words("hedges", "before_only", "norms"):  # "the legal minimum of 960" is no bound
        before = text.before(first)
        return text.kind(first - 1) != "w" or (before != "the" and before in words("refusals", "one", "not_nouns"))
    if phrase in words("hedges", "before_only", "factors"):
        return text.low(last).endswith("ed")
    if phrase == "a good" and text.low(last) in ("one", "1"):
        return False  # "made the season a good one"
    if phrase == "crossing":  # "at the border crossing 1,300 lorries waited"
        return text.kind(last) == "n" and text.kind(first - 1) != "w"
    if phrase in words("hedges", "before_only", "digits"):
        if phrase == "ca" and text.raw(first).isupper():
            return False
        return text.kind(last) == "n" or money
    return True


def _is_level(text: Scan, at: int, *, bare: bool = False) -> bool:
    """Whether a number has a unit, or is large, and ``bare``, has no noun of its own."""
    numeral = numerals.read(text, at)
    if numeral is None or numeral.value is None:
        return False
    unit = units.after(text, numeral)
    if unit is not None:
        return not unit.duration and unit.name not in words("hedges", "before_only", "placing")
    closed = text.kind(numeral.last) != "w" or text.next_low(numeral.last) in words("refusals", "one", "not_nouns")
    return numeral.value >= LARGE and (closed or not bare)


def _is_closed(text: Scan, at: int) -> bool:
    """Whether nothing behind a number can be counted by it: "the toll is nearer 40"."""
    numeral = numerals.read(text, at)
    return numeral is not None and text.kind(numeral.last) != "w"


def _is_lifted(text: Scan, at: int) -> bool:
    """ "Pushed its rate up to 4 percent": a thing and nothing else stands between."""
    for place in range(at - 1, max(at - 1 - THING, -1), -1):
        if text.kind(place) != "w" or text.gap(place + 1) == 2 or text.low(place) in words("hedges", "lifted", "apart"):
            return False
        if text.low(place) in words("hedges", "lifted", "verbs"):
            return text.low(place + 1) in words("hedges", "lifted", "things")
    return False


def _is_left(text: Scan, at: int) -> bool:
    """ "Revised growth up to 0.5 percent from 0.3": what has a level before it is one reached."""
    numeral = numerals.read(text, at)
    unit = None if numeral is None else units.after(text, numeral)
    end = at if numeral is None else numeral.last if unit is None else unit.last
    return text.next_low(end) == "from" and numerals.starts(text, end + 1)


def _is_lacked(text: Scan, at: int) -> bool:
    """ "The clinics are short of 920 nurses": whether what a number counts can be lacking, and is no mark to reach."""
    first = next((word for word in range(at, at + HEDGED) if numerals.read(text, word)), at)  # "of some 900 nurses"
    numeral = numerals.read(text, first)
    unit = None if numeral is None else units.after(text, numeral)
    if numeral is None or unit is not None:  # "190,000 litres of jet fuel"
        return unit is not None and not unit.duration and text.next_low(unit.last) == "of"
    ends = text.kind(numeral.last) != "w" or text.next_low(numeral.last) in words("refusals", "one", "not_nouns")
    return not ends and text.next_low(numeral.last) not in words("hedges", "unreached", "words")


def _is_marked(text: Scan, at: int) -> bool:
    """ "topped the 300 mark", "below the $90-a-barrel threshold"."""
    reach = range(at + 1, at + MARK_REACH)
    return any(text.next_low(place) in words("hedges", "before_only", "marks") for place in reach)


def _is_held_against(text: Scan, first: int, at: int) -> bool:
    """ "38 percent took part, below the 50 percent threshold": another share was told, and 50 is what it misses."""
    shares = words("hedges", "before_only", "shares")
    before = text.lows[max(0, first - HELD) : first]
    return text.low(first - 1) == "," and text.low(at + 1) in shares and not shares.isdisjoint(before)


def _strengthened(text: Scan, first: int, floor: int) -> int:
    listed = words("hedges", "strengtheners", "words")
    for _ in range(MOST):
        if first > floor and text.gap(first) < 2 and text.low(first - 1) in listed:
            first -= 1
    return first


def behind(text: Scan, at: int, *, money: bool = False) -> Hedge:
    """The hedge that begins at ``at``, after the number and its unit; ``last == at`` where there is none."""
    if text.gap(at) == 2:
        return Hedge(at, at)
    found = _table("after").starting(text, at)
    if found is None:
        return Hedge(at, at)
    last, meant = found
    if text.low(at) == "," and (numerals.starts(text, last) or (meant == "about" and text.kind(last) == "w")):
        return Hedge(at, at)  # "300 metres, at the outside 320", "$3m, roughly what the state gives"
    leads = text.low(last - 1) == "up" and text.next_low(last) == "to"
    if leads and (numerals.starts(text, last + 1) or units.before(text, last + 1)):
        return Hedge(at, at)  # "$1,500 each and up to $9,000"
    if text.next_low(last) == "than" or (last > at + 1 and numerals.starts(text, last) and _opens_next(text, last)):
        return Hedge(at, at)  # "40 and more than 50", "a quarter and below a half"
    if money and text.low(at) == "plus" and text.kind(last) == "w":
        return Hedge(at, at)  # "a fine of £500 plus costs"
    if (last == at + 1 and not _lone(text, at)) or (text.low(at) == "+" and not text.glued(at)):
        return Hedge(at, at)
    return Hedge(at, last, meant)


def _opens_next(text: Scan, at: int) -> bool:
    return text.low(at - 1) in words("hedges", "opens_next", "words")


def opening(text: Scan, at: int) -> Hedge | None:
    """The hedge that begins at ``at`` and leads to a number: the "less than" of "but less than 40"."""
    found = None if text.gap(at) == 2 else _table("before").starting(text, at)
    return Hedge(at, found[0], found[1]) if found else None


def _lone(text: Scan, at: int) -> bool:
    """Whether one word may hedge the number before it: "300 plus 40" adds, "300 minimum wages" names."""
    if text.low(at) == "plus" and not text.glued(at) and units.before(text, at + 1):
        return False  # "£40,000 plus £2,000 a year"
    if text.glued(at) or text.kind(at + 1) not in ("n", "w"):
        return True
    adds = text.low(at + 1) in ("a", "an", "the", "another", "its", "their")  # "3.2% plus a lump sum"
    return text.low(at) == "odd" or (text.low(at) == "plus" and text.kind(at + 1) == "w" and not adds)


def inside(text: Scan, at: int) -> Hedge:
    """The hedge between a number and its unit: "40-odd kilometres"; ``last == at`` where there is none."""
    found = None if text.gap(at) == 2 else _table("inside").starting(text, at)
    if found is None or (text.low(at) in ("plus", "+") and not text.glued(at)) or text.next_low(found[0]) == "than":
        return Hedge(at, at)
    return Hedge(at, found[0], found[1])


def more(text: Scan, at: int) -> bool:
    """Whether the number is told to come on top: "300 more", "6,000 additional"; "300 more than" only compares."""
    found = None if text.gap(at) == 2 else _additional("after").starting(text, at)
    return found is not None and text.next_low(found[0]) != "than"


def extra(text: Scan, at: int) -> int:
    """Where "more" or "extra" ends that begins at ``at``; ``at`` where there is none."""
    found = None if text.gap(at) == 2 else _additional("after").starting(text, at)
    return found[0] if found is not None else at


def join(outer: Approximator, inner: Approximator) -> Approximator:
    """Two hedges of one number as one."""
    return inner if outer == "exact" else _outweighs(outer, inner)


def bounds(value: Fraction, meant: Approximator) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    """(low, high, low strict, high strict) of a hedged value."""
    if meant in ("more_than", "at_least"):
        return value, None, meant == "more_than", False
    if meant in ("less_than", "up_to"):
        return None, value, False, meant == "less_than"
    return value, value, False, False


def before_gap(text: Scan, at: int) -> int:
    """Where the number begins after the hedge that starts at ``at``: "between 3,000 and about 4,000"."""
    found = None if text.gap(at) == 2 else _table("before").starting(text, at)
    return found[0] if found else at
