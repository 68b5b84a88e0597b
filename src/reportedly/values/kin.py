"""Words become units: a bare number is one more of the money, the percentage or the measure its sentence has told.

"Took $88m, 27m short of"; "46 per cent were for it, 31 against"; "600 metres across and up to 40 deep". Each rule is
one way in which English leaves the unit out. What lends is the last that fits; a number that counts something unsaid
ends the look, since what follows it may be more of the same. Where size or verb leave a doubt nothing is lent.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from reportedly.values import numerals, units
from reportedly.values.bare import SMALL, counts, lent, listed, needed, tells_move
from reportedly.values.expressions import Expression
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.scan import Scan
from reportedly.values.units import COUNT, TIMES

Rule = Callable[[Scan, Expression, Expression], bool]

# How far apart the two may stand, in words; how many words lead to a sum ("an opening demand of") and to a gap.
FAR, LED, GAP = 34, 5, 7
# Levels of one thing lie within the first factor of each other, amounts of it within the second, parts in the third.
CLOSE, ALIKE, PARTLY = 2, 4, 10
# "Costs 610 kronor, and pulp elsewhere costs 5": what is so much cheaper is hardly told in the same money.
PRICES = 100
# Below this a level without a decimal may be a number of anything.
LEAST_PRICE = 20
WHOLE = 100
STOPS = frozenset({".", "!", "?"})
PARTING = frozenset({",", "and", "while", "but", ";", "to"})
OWNERS = frozenset({"its", "their", "the", "his", "her"})
PARTS = (COUNT, TIMES, units.SHARE, "magnitude", "percentage_point", "basis_point")


def of_kin(text: Scan, found: Expression, before: list[Expression]) -> Expression:
    """``found``, a bare number, with the unit of the last of those ``before`` it that lends it one."""
    for other in reversed(before):
        counted = other.measure is None and other.unit == COUNT and found.unit == COUNT
        if not _in_sentence(text, other, found) or (counted and not counts(text, other.last)):
            return found
        if other.second or other.measure is None or (found.unit == "m" and other.unit == TIMES):
            continue
        if found.unit == "m":
            return (_in_millions(text, other, found) if units.is_money(other.unit) else None) or found
        if _moves_on(text, other, found):
            return lent(found, other)._replace(unit="percentage_point")
        if any(rule(text, other, found) for rule in RULES):
            return _as_told(found, _whole_sum(other, found))
    return found


def _in_sentence(text: Scan, one: Expression, two: Expression) -> bool:
    between = text.lows[one.last : two.first]
    return len(between) <= FAR and STOPS.isdisjoint(between) and text.joined(one.last, two.first + 1)


def _in_clause(text: Scan, one: Expression, two: Expression) -> bool:
    return ";" not in text.lows[one.last : two.first]


def _closes(text: Scan, found: Expression) -> bool:
    """Whether nothing follows that the number could count, not even a deed: "paid 30 to leave"."""
    return text.kind(found.last) != "w" or text.low(found.last) in listed("closing")


def _is_level(text: Scan, other: Expression) -> bool:
    """Whether a percentage or measure is no size of a change: "rose 12%", "41 per cent more"."""
    risen = text.before(other.first) in ("up", "down") or text.next_low(other.last) in listed("of_change")
    return not (tells_move(text, other) and text.before(other.first) != "from") and not risen


def _is_close(other: Expression, found: Expression, most: int = CLOSE) -> bool:
    """Whether both may be levels of the same thing, by their size."""
    one, two = other.term.value, found.term.value
    if not one or not two or other.duration or other.unit.startswith(PARTS):
        return False
    scale = other.term.numeral.scale if found.term.numeral.scale == 1 and two < SMALL else 1
    return Fraction(1, most) <= two * (scale if scale >= units.MONEY_SCALE else 1) / one <= most


def _is_percent(other: Expression, found: Expression) -> bool:
    return other.unit == "percent" and 0 < (found.term.value or 0) <= WHOLE and (other.term.value or 0) <= WHOLE


# What is lent


def _as_told(found: Expression, other: Expression) -> Expression:
    """``found`` in the unit of ``other``; it shares the million only with a decimal: "raised $3.2m and spent 2.4"."""
    value, scale = found.term.value, other.term.numeral.scale
    whole = value is not None and value.denominator == 1 and found.term.numeral.scale == 1 and 0 < value < SMALL
    if not whole or scale < units.MONEY_SCALE:
        return lent(found, other)
    if found.term.numeral.form != "words":
        return found  # "a bill of $3m, of which he paid 4" leaves the size in doubt
    plain = numerals.shift(other.term.numeral, Fraction(1))
    return lent(found, other._replace(term=other.term._replace(numeral=plain)))


def _whole_sum(other: Expression, found: Expression) -> Expression:
    """``other`` without its rate where ``found`` is of another size: "1.06 euros a share, and 2.3 billion"."""
    large = found.term.numeral.scale >= units.MONEY_SCALE > other.term.numeral.scale
    return other._replace(unit=other.unit.partition("/")[0]) if large and units.is_money(other.unit) else other


def _in_millions(text: Scan, other: Expression, found: Expression) -> Expression | None:
    """The 27m of "took $88m, 27m short of": metres nowhere stand beside money told in "m"."""
    numeral = found.term.numeral
    at = found.last + (text.low(found.last) in listed("initial"))
    meant = text.low(at) in listed("required")
    marked = text.low(numeral.last) == "m" and text.glued(numeral.last) and (_closes(text, found) or meant)
    long = text.next_low(found.last) in words("numbers", "metres", "words") - {"of", "below", "above"}
    if not marked or long or other.term.numeral.scale < units.MONEY_SCALE:
        return None
    numeral = numerals.shift(numeral, Fraction(units.MONEY_SCALE))
    numeral = numeral._replace(last=found.last, end=text.ends[found.last - 1])
    return lent(found._replace(term=found.term._replace(numeral=numeral, unit=None), unit=COUNT), other)


# Money


def _paid(text: Scan, other: Expression, found: Expression) -> bool:
    """ "sells for 9,200 now", "an opening demand of 11 million", "48,000 of it", "$5,000, plus 2,000 for it"."""
    if not units.is_money(other.unit):
        return False
    if text.next_low(found.last) == "of" and text.next_low(found.last + 1) in ("it", "that", "this", "which"):
        return True
    lows = [text.low(place) for place in range(max(other.last, found.first - LED), found.first)]
    led = any(" ".join(lows[-size:]) in listed("paid") for size in (1, 2) if len(lows) >= size)
    noun = len(lows) > 1 and lows[-1] in ("of", "to", "at", "is", "was") and not listed("sums").isdisjoint(lows[:-1])
    added = lows[-1:] in (["plus"], ["or"]) and found.term.numeral.form == "digits"
    large = found.term.numeral.scale > 1 or (found.term.value or 0) * PRICES >= (other.term.value or 0)
    return (led or noun or added) and large and _closes(text, found)


# Shares of a whole


def _sided(text: Scan, other: Expression, found: Expression) -> bool:
    """ "46 per cent were for it, 31 against", "with 53.7 per cent, her rival getting 41"."""
    if not _is_percent(other, found) or text.before(other.first) == "by":
        return False
    if text.before(found.first) in ("and", "while", ",", ";", "with") and text.next_low(found.last) in listed("sides"):
        return True
    both = (other.term.value or 0) + (found.term.value or 0) <= WHOLE and text.next_low(found.last) != "of"
    return both and text.before(found.first) in listed("taking") and _closes(text, found) and _is_level(text, other)


def _moves_too(text: Scan, other: Expression, found: Expression) -> bool:
    """ "up 94 per cent while pay has risen by 21", "down 8 per cent; takings fell by 5", "up 11 cents, petrol 3"."""
    moved = tells_move(text, other) or text.before(other.first) in ("up", "down")
    if not moved or not _closes(text, found):
        return False
    if text.before(found.first) == "to" and text.low(found.first - 2) in listed("moves"):
        return other.unit == "percent"  # "before paring the loss to 4"
    by = text.before(found.first) == "by" and _is_move(text, found.first - 2)
    coins = other.unit.partition("/")[0] in ("cent", "penny") and _is_move(text, _over_adverb(text, found.first) - 1)
    counted = not listed("counting").isdisjoint(text.lows[other.last : found.first])
    return (coins or (by and other.unit == "percent")) and not counted


def _over_adverb(text: Scan, at: int) -> int:
    return at - 1 if text.before(at) in ("only", "just", "barely", "merely", "a") else at


def _moves_on(text: Scan, other: Expression, found: Expression) -> bool:
    """ "On 28 per cent, up two on early November": a share that has moved by so many points."""
    beside = other.unit == "percent" and other.last == found.first - 2 and text.low(other.last) == ","
    whole = found.term.value is not None and found.term.value.denominator == 1 and found.unit == COUNT
    small = whole and 0 < (found.term.value or 0) < (other.term.value or 0)
    return beside and small and text.before(found.first) in ("up", "down") and _closes(text, found)


def _is_move(text: Scan, at: int) -> bool:
    """Whether a verb of change stands at ``at``: "rose", "easing", "gone up"."""
    verbs = words("hedges", "ranges", "changes") | words("hedges", "ranges", "changes_by")
    low = text.low(at)
    if low in ("up", "down"):
        return text.low(at - 1) in ("gone", "went", "go", "goes", "going", "come", "came", "comes")
    doing = {low[:-3], low[:-3] + "e", low[:-4], low[:-3] + "ed", low[:-3] + "d"} if low.endswith("ing") else {low}
    return not doing.isdisjoint(verbs)


# What is left out in the second of two clauses


def _gapped(text: Scan, other: Expression, found: Expression) -> bool:
    """ "and the ruling bloc 38,", "diesel 1.74.", "and his wife four."."""
    alike = _is_percent(other, found) or _is_close(other, found)
    if not alike or not _is_level(text, other) or not _in_clause(text, other, found):
        return False
    places = range(found.first - 1, max(other.last, found.first - GAP) - 1, -1)
    link = next((place for place in places if text.low(place) in PARTING), None)
    if link is None or any(text.kind(place) != "w" for place in range(link + 1, found.first)):
        return False
    noun = found.first - 1
    ends = text.kind(found.last) == "s" or text.low(found.last) in ("", "and")
    verb = text.low(noun).endswith(("ed", "ing")) or text.low(noun) in listed("paid") or _is_move(text, noun)
    return ends and noun > link and not verb and text.low(noun) not in words("refusals", "one", "not_nouns")


def _repeats(text: Scan, other: Expression, found: Expression) -> bool:
    """ "11 kilometres long on Friday, 7 on Saturday": the same preposition behind both, and nothing else told."""
    link = text.next_low(found.last)
    if link not in listed("same") or text.before(found.first) not in (",", "and", "but") or other.duration:
        return False
    between = text.lows[other.last : found.first]
    alike = _is_percent(other, found) or _is_close(other, found, ALIKE)
    placed = link in listed("placing") and not listed("placing").isdisjoint(between[:2])
    return alike and len(between) <= GAP and (placed or link in between[:2]) and _is_level(text, other)


def _warm(text: Scan, other: Expression, found: Expression) -> bool:
    """ "hit 47.6 degrees in Jodhpur and were above 45 in seven towns"."""
    led = found.approximator != "exact" or text.before(found.first) in ("to", "at", "of", "from", "and")
    return other.unit in ("degC", "degF", "degree") and led and _is_close(other, found, ALIKE) and _closes(text, found)


def _sized(text: Scan, other: Expression, found: Expression) -> bool:
    """ "600 metres across and up to 40 deep", "830 metres by dusk, with 140 to go"."""
    if other.unit not in listed("lengths"):
        return False
    to_go = text.next_low(found.last) == "to" and text.next_low(found.last + 1) in ("go", "come")
    return to_go or text.next_low(found.last) in words("units", "points", "dimensions") - {"more"} | {"across"}


def _adds(text: Scan, other: Expression, found: Expression) -> bool:
    """ "3 per cent from April and another 2 from October", "a further 3.2m would be lost"."""
    alike = _is_percent(other, found) or _is_close(other, found, PARTLY)
    return found.additional and alike and _closes(text, found) and text.kind(found.last) in ("w", "s")


def _of_them(text: Scan, other: Expression, found: Expression) -> bool:
    """ "14 years, six of them suspended", "80 hectares, 30 of which are forest"."""
    them = text.next_low(found.last) == "of" and text.next_low(found.last + 1) in ("them", "those", "these", "which")
    near = found.first - max(other.last, other.measure.last_of_rate if other.measure else 0) <= 2
    within = (found.term.value or 0) < (other.term.value or 0)
    return them and near and within and not other.unit.startswith(PARTS) and other.unit != "percent"


def _denied(text: Scan, other: Expression, found: Expression) -> bool:
    """ "that 14 tonnes had leaked, not 8 to 10"."""
    beside = text.before(found.first) == "not" and text.low(found.first - 2) in (",", "and", "but", "(")
    alike = _is_percent(other, found) or _is_close(other, found, PARTLY)
    return beside and alike and _closes(text, found)


def _falls_short(text: Scan, other: Expression, found: Expression) -> bool:
    """ "with 143,000 hectares sprayed, 37,000 short of its target"."""
    after = f"{text.next_low(found.last)} {text.next_low(found.last + 1)}"
    size, whole = found.term.value or Fraction(), other.term.value or Fraction()
    beside = text.before(found.first) in (",", "and", "but", "still") and after in listed("lacking")
    return beside and 0 < size < whole and not other.duration and not other.unit.startswith((*PARTS, "percent"))


def _pointed(text: Scan, other: Expression, found: Expression) -> bool:
    """ "floods of 12 feet; this one was 14.5", "at Larnaca it was just 61"."""
    at = found.first
    at -= text.before(at) in ("only", "just", "still", "now", "already", "barely", "at")
    if text.before(at) not in listed("being") or text.before(at - 1) not in ("it", "one", "that", "this"):
        return False
    alike = _is_percent(other, found) or _is_close(other, found)
    return alike and _closes(text, found) and _is_level(text, other)


# Parts, limits and levels


def _parted(text: Scan, other: Expression, found: Expression) -> bool:
    """ "230 MW of its 1,080", "$27m, of which 20 million was", "short of the 95 needed", "on a road limited to 90"."""
    if other.unit.startswith(PARTS) or other.duration:
        return False
    end = max(other.last, other.measure.last_of_rate if other.measure else 0)
    before, earlier = text.before(found.first), text.before(found.first - 1)
    if before in OWNERS and earlier == "of" and found.first == end + 2 and text.kind(found.last) != "w":
        return True
    if before in OWNERS and earlier == "of" and text.lows[end : found.first - 2] in ([], ["out"]):
        sums = units.is_money(other.unit) and found.term.numeral.scale == other.term.numeral.scale != 1
        return sums and text.low(found.last).endswith("ed")  # "720 million crowns out of the 950 million notified"
    if before == "which" and earlier == "of":
        near = found.first <= end + len((",", "of", "which")) and units.is_money(other.unit)
        return near or text.next_low(found.last) in ("was", "is", "has")  # plurals are counted: "12 were broken"
    if before in needed() and earlier in ("a", "an", "the", "its", "their"):
        return text.low(found.first - 3) in listed("short")  # "against a promised 30"
    if before == "the" and text.low(found.last) in needed():
        led = earlier in listed("short") or f"{text.low(found.first - 3)} {earlier}" in listed("short")
        return led and text.next_low(other.last) not in listed("of_change")
    return _limits().ending(text, found.first, floor=other.last) is not None and _closes(text, found)


@cache
def _limits() -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("elided", "limits"))


def _arrives(text: Scan, other: Expression, found: Expression) -> bool:
    """ "broke $9,000 a tonne before easing to 8,640", "goes up to 15 in July", "has risen only 3, to 1.69"."""
    value, verb, percent = found.term.value or Fraction(0), found.first - 2, other.unit == "percent"
    most = ALIKE if text.low(verb).endswith("ing") else CLOSE  # "1.2 GW a year, rising to 3"
    if text.before(found.first) not in ("to", "at") or not _closes(text, found):
        return False
    if text.low(verb) == "," and text.before(other.first) == "by" and not percent:
        return not other.unit.startswith(PARTS)  # "by 40,000 pounds, or a ninth, to 318,000"
    if not _is_close(other, found, most):
        return False
    fine = value.denominator > 1 or percent or value >= LEAST_PRICE
    after = text.low(verb) == "," and text.low(found.first - 1) == "to"
    led = _is_move(text, verb) or text.low(verb) in listed("arriving") or (after and value.denominator > 1)
    told = listed("counting").isdisjoint(text.lows[other.last : found.first])
    return fine and led and told and (not percent or _is_level(text, other))


def _borne(text: Scan, other: Expression, found: Expression) -> bool:
    """ "with a capacity of 74,000 tonnes, was carrying 30,000 when": the same is held, made or used up."""
    led = text.before(found.first) in listed("bearing")
    large = (found.term.value or 0) >= LEAST_PRICE and not units.is_money(other.unit) and other.unit != "percent"
    return led and large and _is_close(other, found, ALIKE) and _closes(text, found)


RULES: tuple[Rule, ...] = (
    _paid, _sided, _moves_too, _gapped, _repeats, _warm, _sized, _adds, _of_them, _denied, _falls_short, _pointed,
    _parted, _arrives, _borne,
)  # fmt: skip
