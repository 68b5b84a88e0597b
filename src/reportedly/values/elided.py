"""Words become units that are not written again: "to 19% from 21", "18 a day, against at least 500 before the war".

A bare number takes the unit of the number right before or behind it where a word of comparison ties the two and no
noun follows that it could count. Where the other tells the size of a change ("rose 12% from 300"), nothing is taken:
a unit that is in doubt stays unsaid.
"""

from fractions import Fraction
from functools import cache

from reportedly.values import numerals, units
from reportedly.values.expressions import Expression, Term
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.refusals import Refusal
from reportedly.values.scan import Scan
from reportedly.values.units import COUNT, TIMES, Unit

Outcome = Expression | Refusal

# How far apart the two may stand, in words.
APART = 24
ENDS = frozenset({".", "!", "?", ";"})
# A number below this shares the million of the amount it is compared with: "to $3bn from 3.2".
SMALL = 1000
# So many words lie at most between two parties and their shares: "44 percent and the ruling party on 29".
BESIDE = 7
# No earthquake on record had a magnitude of ten; so many words lie between it and its number.
STRONGEST, SHAKEN = 10, 5
# What two sides of a vote make together, with some who abstained.
LEAST_WHOLE, WHOLE = 90, 100
MAGNITUDE = "magnitude"
# How far money may stand from another sum of it, in words, and how many words lead to a sum: "an opening demand of".
FAR, LED = 34, 5
# Levels of the same thing lie within this factor of each other; below the second number a level may be anything.
CLOSE, LEAST_PRICE = 2, 20
PARTING = frozenset({",", "and", "while", "but", ";", "to"})
OWNERS = frozenset({"its", "their", "the", "his", "her"})
# How many numbers back the first of a pair may stand.
BACK = 3
# How many words "a five-year average of" has at most.
NORM = 9


def lend(text: Scan, outcomes: list[Outcome]) -> list[Outcome]:
    """``outcomes`` of one stretch in order of place, with units lent to those that leave theirs unsaid."""
    told = [outcome for outcome in outcomes if isinstance(outcome, Expression)]
    meant: dict[int, Expression] = {}
    for number, found in enumerate(told):
        earlier = meant.get(told[number - 1].first, told[number - 1]) if number else None
        later = told[number + 1] if number + 1 < len(told) else None
        meant[found.first] = _with(text, found, earlier, later)
        before = [meant[other.first] for other in told[max(0, number - BACK) : number]]
        bare = _is_bare(text, found)
        if (bare and meant[found.first].unit == COUNT) or found.unit == "m":
            meant[found.first] = _of_kin(text, found, before)
        parallel = [other for other in before if (bare or other.unit == MAGNITUDE) and _and(text, other, found)]
        if parallel and meant[found.first].unit == COUNT:
            meant[found.first] = _lent(found, parallel[-1])
    return [meant[outcome.first] if isinstance(outcome, Expression) else outcome for outcome in outcomes]


def _with(text: Scan, found: Expression, earlier: Expression | None, later: Expression | None) -> Expression:
    if units.is_money(found.unit) and "/" not in found.unit:
        return _rated(text, found, earlier, later)
    if _shakes(text, found):
        return found._replace(unit=MAGNITUDE, term=found.term._replace(unit=Unit(MAGNITUDE, found.last, found.last)))
    zero = found.term.value == 0 and found.unit == COUNT and not found.second
    if not _is_bare(text, found):
        return found
    ties = (_ties, _divides, _is_others, _alike)
    if earlier is not None and _near(text, earlier, found) and any(tie(text, earlier, found) for tie in ties):
        return _lent(found, earlier)
    if later is not None and (
        (later.unit == "percent" and _came_from(text, found, later)) or _is_part(text, found, later)
    ):
        return _lent(found, later)
    if zero and later is not None and _near(text, found, later) and _levels(text, found, later):
        return _lent(found, later)
    return found


def _is_part(text: Scan, found: Expression, later: Expression) -> bool:
    """ "22 of his 30 years": the part is told in the unit of the whole."""
    at = found.last + 1
    at += text.next_low(at) in ("the", "his", "her", "its", "their")
    return later.duration and text.next_low(found.last) == "of" and later.first == at and "/" not in later.unit


def _of_kin(text: Scan, found: Expression, before: list[Expression]) -> Expression:
    """``found`` with the unit of the last money, percentage or measure told before it of which it is one more."""
    for other in reversed(before):
        counted = other.measure is None and other.unit == COUNT and found.unit == COUNT
        if not _in_sentence(text, other, found) or (counted and not _counts(text, other.last)):
            return found
        if other.second or other.measure is None:
            continue
        if units.is_money(other.unit) and found.unit == "m":
            return _in_millions(text, other, found) or found
        kin = _paid(text, other, found) if units.is_money(other.unit) else False
        kin = kin or (other.unit == "percent" and _polled(text, other, found))
        kin = kin or (_is_close(other, found) and other.unit != "percent" and _is_gap(text, other, found))
        if found.unit == COUNT and (kin or _partakes(text, other, found) or _arrives(text, other, found)):
            return _as_told(found, _whole_sum(other, found))
    return found


def _as_told(found: Expression, other: Expression) -> Expression:
    """``found`` in the unit of ``other``; it shares the million only with a decimal: "raised $3.2m and spent 2.4"."""
    value, scale = found.term.value, other.term.numeral.scale
    whole = value is not None and value.denominator == 1 and found.term.numeral.scale == 1 and 0 < value < SMALL
    if not whole or scale < units.MONEY_SCALE:
        return _lent(found, other)
    if found.term.numeral.form == "words":
        lent = _lent(found, other._replace(term=other.term._replace(numeral=other.term.numeral._replace(scale=Fraction(1)))))
        return lent
    return found  # "a bill of $3m, of which he paid 4" leaves the size in doubt


def _arrives(text: Scan, other: Expression, found: Expression) -> bool:
    """ "broke $9,000 a tonne before easing to 8,640": the verb of a change, and a level of nearly the same size."""
    two = found.term.value or Fraction(0)
    fine = two.denominator > 1 or (two >= LEAST_PRICE and not other.unit.startswith("percent"))
    verb = found.first - 2
    led = text.before(found.first) in ("to", "at") and (
        _moved(text, verb) or _moving(text, verb) or text.low(verb) in _listed("arriving")
    )
    return _is_close(other, found) and fine and led and _closes(text, found) and not (other.unit == "percent" and _tells_move(text, other))


def _is_close(other: Expression, found: Expression) -> bool:
    """Whether both may be levels of the same thing, by their size."""
    one, two = other.term.value, found.term.value
    parts = (COUNT, TIMES, units.SHARE, "percentage", "basis")
    if not one or not two or other.duration or other.unit.startswith(parts):
        return False
    return Fraction(1, CLOSE) <= two / one <= CLOSE


def _moving(text: Scan, at: int) -> bool:
    """The participle of a verb of change: "easing", "climbing"."""
    low = text.low(at)
    verbs = words("hedges", "ranges", "changes")
    return low.endswith("ing") and bool({low[:-3], low[:-3] + "e", low[:-4], low[:-3] + "ed", low[:-3] + "d"} & verbs)




def _whole_sum(other: Expression, found: Expression) -> Expression:
    """``other`` without its rate where ``found`` is of another size: "1.06 euros a share, and 2.3 billion"."""
    large = found.term.numeral.scale >= units.MONEY_SCALE > other.term.numeral.scale
    return other._replace(unit=other.unit.partition("/")[0]) if large and units.is_money(other.unit) else other


def _in_sentence(text: Scan, one: Expression, two: Expression) -> bool:
    between = text.lows[one.last : two.first]
    return len(between) <= FAR and ENDS.isdisjoint(between) and text.joined(one.last, two.first + 1)


def _in_millions(text: Scan, other: Expression, found: Expression) -> Expression | None:
    """The 27m of "took $88m, 27m short of": metres nowhere stand beside money told in "m"."""
    numeral = found.term.numeral
    marked = text.low(other.term.numeral.last - 1) == "m" and text.low(numeral.last) == "m" and text.glued(numeral.last)
    if not marked or text.next_low(found.last) in words("numbers", "metres", "words") - {"of", "below", "above"}:
        return None
    scaled = numerals.shift(numeral, Fraction(units.MONEY_SCALE))._replace(last=found.last, end=text.ends[found.last - 1])
    return _lent(found._replace(term=found.term._replace(numeral=scaled, unit=None), unit=COUNT), other)


def _closes(text: Scan, found: Expression) -> bool:
    """Whether nothing follows that the number could count, not even a deed: "paid 30 to leave"."""
    return text.kind(found.last) != "w" or text.low(found.last) in _listed("closing")


def _paid(text: Scan, other: Expression, found: Expression) -> bool:
    """ "sells for 9,200 now", "an opening demand of 11 million": a verb or noun of money leads to the number."""
    first = found.first
    lows = [text.low(place) for place in range(max(other.last, first - LED), first)]
    if text.next_low(found.last) == "of" and text.next_low(found.last + 1) in ("it", "that", "this"):
        return True  # "48,000 of it for first place"
    led = any(" ".join(lows[-size:]) in _listed("paid") for size in (1, 2) if len(lows) >= size)
    noun = len(lows) > 1 and lows[-1] in ("of", "to", "at", "is", "was") and not _listed("sums").isdisjoint(lows[:-1])
    return (led or noun) and _closes(text, found)


def _polled(text: Scan, other: Expression, found: Expression) -> bool:
    """ "46 per cent were for it, 31 against", "had 41.3 per cent and the ruling bloc 38", "pay has risen by 21"."""
    value = found.term.value or 0
    sided = text.before(found.first) in (",", "and", "while", ";", "with") and text.next_low(found.last) in _listed("sides")
    if sided and value <= WHOLE and text.before(other.first) != "by":
        return True
    if _tells_move(text, other) or text.before(other.first) in ("up", "down"):
        moved = text.before(found.first) == "by" and _moved(text, found.first - 2) and _closes(text, found)
        counted = not _listed("counting").isdisjoint(text.lows[other.last : found.first])
        return moved and not counted
    if value > WHOLE or (other.term.value or 0) > WHOLE or _is_of_change(text, other):
        return False
    return _is_gap(text, other, found)


def _moved(text: Scan, at: int) -> bool:
    verbs = words("hedges", "ranges", "changes") | words("hedges", "ranges", "changes_by")
    return text.low(at) in verbs or (text.low(at) in ("up", "down") and text.low(at - 1) in ("gone", "went", "go", "go"))


def _is_of_change(text: Scan, other: Expression) -> bool:
    """ "41 per cent more", "28 per cent higher": no share of a whole."""
    return text.next_low(other.last) in ("more", "less", "fewer", "higher", "lower", "up", "down", "above", "below")


def _is_gap(text: Scan, other: Expression, found: Expression) -> bool:
    """ "and the ruling bloc 38,": a name or noun behind "and", and then the bare number with which the clause ends."""
    places = range(found.first - 1, max(other.last, found.first - BESIDE) - 1, -1)
    link = next((place for place in places if text.low(place) in PARTING), None)
    if link is None or any(text.kind(place) != "w" for place in range(link + 1, found.first)):
        return False
    ends = text.kind(found.last) == "s" or text.low(found.last) in ("", "and")
    noun = text.low(found.first - 1) not in words("refusals", "one", "not_nouns") and link < found.first - 1
    return ends and noun and not _moved(text, found.first - 1) and not _is_verb(text, found.first - 1)


def _is_verb(text: Scan, at: int) -> bool:
    """Whether a verb with an object of its own may stand there: "and killed 38"."""
    return text.low(at).endswith(("ed", "ing")) or text.low(at) in _listed("paid")


def _partakes(text: Scan, other: Expression, found: Expression) -> bool:
    """ "230 MW of its 1,080", "$27m, of which 20 million was", "short of the 95 needed", "on a road limited to 90"."""
    if other.unit in (TIMES, units.SHARE, MAGNITUDE) or other.duration or other.unit.startswith(COUNT):
        return False
    end = max(other.last, other.measure.last_of_rate if other.measure else 0)
    before, earlier = text.before(found.first), text.before(found.first - 1)
    if before in OWNERS and earlier == "of" and found.first == end + 2 and text.kind(found.last) != "w":
        return True
    if before == "which" and earlier == "of" and found.first <= end + len((",", "of", "which")):
        return units.is_money(other.unit) or text.next_low(found.last) in ("was", "is", "has")
    if before == "the" and text.low(found.last) in _listed("required"):
        led = earlier in _listed("short") or f"{text.low(found.first - 3)} {earlier}" in _listed("short")
        return led and not _is_of_change(text, other)
    return _limits().ending(text, found.first, floor=other.last) is not None and _closes(text, found)


@cache
def _limits() -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("elided", "limits"))


def _shakes(text: Scan, found: Expression) -> bool:
    """ "the quake measured 6.1": of earthquakes nothing but a magnitude is told in so small a number with a decimal."""
    value = found.term.value
    if value is None or value.denominator == 1 or not 1 < value < STRONGEST or not _is_bare(text, found):
        return False
    near = text.lows[max(0, found.first - SHAKEN) : found.first]
    return not _listed("quakes").isdisjoint(near) and not _listed("measuring").isdisjoint(near)


def _is_bare(text: Scan, found: Expression) -> bool:
    """Whether a number has neither unit nor noun."""
    plain = found.unit == COUNT and found.measure is None and found.term.numeral.form in ("digits", "words")
    if plain and text.before(found.first) == "the" and text.low(found.last) in _listed("required"):
        return True  # "the 1.1 forecast"
    return plain and not found.additional and not _counts(text, found.last)


def _counts(text: Scan, at: int) -> bool:
    """Whether a noun follows that the number counts."""
    after = text.next_low(at)
    return text.kind(at) == "w" and after not in words("refusals", "one", "not_nouns") | _listed("after") | _listed("sides")


def _listed(*keys: str) -> frozenset[str]:
    return words("elided", *keys)


def _near(text: Scan, one: Expression, two: Expression) -> bool:
    between = text.lows[one.last : two.first]
    return len(between) <= APART and ENDS.isdisjoint(between) and text.joined(one.last, two.first + 1)


def _ties(text: Scan, earlier: Expression, found: Expression) -> bool:
    """Whether a word of comparison ties a bare number to the measure before it."""
    if _reached(text, earlier, found):
        return True
    if earlier.unit in (COUNT, TIMES, units.SHARE, MAGNITUDE) or (earlier.duration and _idle(text, found)):
        link = _links().ending(text, found.first, floor=earlier.last) if earlier.duration else None
        return link is not None and link[1] and link[0] < found.first - 1  # "11 weeks, down from 14"
    if _by(text, earlier, found) or _above(text, earlier, found):
        return True
    link = _links().ending(text, _over_norm(text, found.first, earlier.last), floor=earlier.last)
    if found.term.value == 0:
        return text.before(found.first) in _listed("zero") or link is not None
    return link is not None and (not _changes(text, earlier) or link[1])


def _over_norm(text: Scan, at: int, floor: int) -> int:
    """Where "a target of" begins that stands before a number: "27 minutes, against a target of eight"."""
    if text.before(at) != "of" or text.before(at - 1) not in _listed("norms"):
        return at
    for place in range(at - 2, max(floor, at - NORM), -1):
        if text.low(place) in ("a", "an", "the", "its", "their", "his", "her"):
            return place
    return at


def _idle(text: Scan, found: Expression) -> bool:
    """Spans of time lend theirs only in a comparison."""
    return text.before(found.first) in ("to", "from", "by")


@cache
def _links() -> Phrases[bool]:
    """Words that compare, each with whether it tells of a level whatever stands before: "up from"."""
    table: dict[str, list[str]] = entry("elided", "links")
    return phrases((phrase, kind == "levels") for kind in table for phrase in table[kind])


def _changes(text: Scan, found: Expression) -> bool:
    """Whether a percentage is the size of a change: "rose 12%", "by 3 points"."""
    if found.unit.partition("/")[0] not in ("percent", "percentage_point", "basis_point"):
        return False
    return text.before(found.first) not in _listed("level")


def _by(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "11 metres by seven"."""
    return text.low(earlier.last) == "by" and found.first == earlier.last + 1 and not earlier.duration


def _and(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "8 per cent on the first 250,000 and 12 on the rest": the same preposition after both."""
    given = text.next_low(earlier.last) == "for"  # "15 years for the general and eight for his aides"
    if earlier.unit in (COUNT, TIMES, units.SHARE) or not _near(text, earlier, found):
        return False
    if earlier.duration and not given:
        return False
    if earlier.unit == MAGNITUDE and earlier.last == found.first - 1 and "." in text.raw(found.first):
        return text.before(found.first) in ("and", "or")  # "of magnitude 5.1 and 4.8"
    same = text.next_low(earlier.last)
    return text.before(found.first) == "and" and same in _listed("same") and text.next_low(found.last) == same


def _reached(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "trimmed by 5 tonnes to 20": the level has the unit of the change, unless that is told in parts of itself."""
    parts = earlier.unit.startswith((COUNT, "percent", "basis")) or earlier.unit in (TIMES, units.SHARE, MAGNITUDE)
    if text.before(earlier.first) != "by" or parts or "/" in earlier.unit:
        return False
    return text.low(earlier.last) == "to" and found.first == earlier.last + 1


def _above(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "68 dB, six above the limit"."""
    return found.first == earlier.last + 1 and text.low(found.first - 1) == "," and (
        text.next_low(found.last) in _listed("beyond") and not earlier.duration
    )  # fmt: skip


def _divides(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "54 percent to 46": two sides of a vote that make a whole, or nearly."""
    one, two = earlier.term.value, found.term.value
    if earlier.unit != "percent" or one is None or two is None or earlier.second or found.second:
        return False
    beside = found.first == earlier.last + 1 and text.low(earlier.last) in ("to", "-", "\u2013", "against")
    voted = text.before(earlier.first) == "by" and text.low(earlier.first - 2) not in words("hedges", "ranges", "changes")
    voted = (voted or text.low(earlier.first - 2) in ("voted", "passed")) and one + two == WHOLE
    return beside and LEAST_WHOLE <= one + two <= WHOLE and (voted or not _tells_move(text, earlier))


def _is_others(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "took 38.6% to her opponent's 33.1": somebody else's share of the same."""
    owner = text.before(found.first)
    return earlier.unit == "percent" and owner.endswith(("'s", "\u2019s")) and not _tells_move(text, earlier)


def _alike(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "put the opposition on 44 percent and the ruling party on 29": the same preposition before both."""
    before = text.before(found.first)
    between = text.lows[earlier.last : found.first]
    listed = before in _listed("same") and text.before(earlier.first) == before and not _tells_move(text, earlier)
    joined = not {"and", ",", "while", "but"}.isdisjoint(between) and len(between) <= BESIDE
    return earlier.unit == "percent" and listed and joined and before not in ("from", "to", "for", "in")


def _tells_move(text: Scan, found: Expression) -> bool:
    """Whether a percentage is how far something moved: "fell 5 percent to 93"."""
    before = text.before(found.first)
    return before in ("by", "from") or before in words("hedges", "ranges", "changes")


def _came_from(text: Scan, found: Expression, later: Expression) -> bool:
    """ "slowed to 2.1 from 2.4 percent": the unit is told with the level before."""
    beside = later.first == found.last + 1 and text.low(found.last) == "from"
    return beside and text.before(found.first) == "to"


def _levels(text: Scan, zero: Expression, later: Expression) -> bool:
    """ "dropped to zero, from $60m a month"."""
    link = _links().ending(text, later.first, floor=zero.last)
    return later.unit not in (COUNT, TIMES, units.SHARE) and link is not None and not later.duration


def _lent(found: Expression, other: Expression) -> Expression:
    """``found`` with the unit of ``other``, and with its million where its own was left out too."""
    measure = other.measure
    if measure is None:
        return found
    name = "percent" if other.unit == "percentage_point" and found.term.value == 0 else other.unit
    unit = Unit(name, found.last, found.last, measure.duration)
    scale = (other.second or other.term).numeral.scale
    return found._replace(unit=name, term=_scaled(found.term._replace(unit=unit), scale),
        second=found.second and _scaled(found.second._replace(unit=unit), scale),
    )  # fmt: skip


def _scaled(term: Term, scale: Fraction) -> Term:
    numeral = term.numeral
    small = numeral.scale == 1 and numeral.value is not None and 0 < numeral.value < SMALL <= scale
    return term._replace(numeral=numerals.shift(numeral, scale)) if small and scale >= units.MONEY_SCALE else term


def _rated(text: Scan, found: Expression, earlier: Expression | None, later: Expression | None) -> Expression:
    """ "from $3.09 to $3.46 a gallon", "$231 a tonne, against $240": the rate is told once."""
    for other, first, second in ((earlier, earlier, found), (later, found, later)):
        if other is None or first is None or second is None or not other.unit.startswith(f"{found.unit}/"):
            continue
        link = _links().ending(text, second.first, floor=first.last)
        tied = link is not None or text.before(second.first) in _listed("rates")
        alike = found.term.numeral.scale == other.term.numeral.scale
        if alike and tied and _near(text, first, second) and (other is earlier or _beside(text, found, other)):
            return _lent(found, other)
    return found


def _beside(text: Scan, found: Expression, later: Expression) -> bool:
    """Whether a later rate is close enough to be told of an earlier price."""
    return later.first - found.last <= int(entry("elided", "beside"))
