"""Words become units that are not written again: "to 19% from 21", "18 a day, against at least 500 before the war".

A bare number takes the unit of the number right before or behind it where a word of comparison ties the two and no
noun follows that it could count. Where the other tells the size of a change ("rose 12% from 300"), nothing is taken:
a unit that is in doubt stays unsaid.
"""

from functools import cache
from itertools import pairwise

from reportedly.values import units
from reportedly.values.bare import counts, is_bare, lent, listed, tells_move
from reportedly.values.expressions import Expression
from reportedly.values.kin import of_kin
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.refusals import Refusal
from reportedly.values.scan import Scan
from reportedly.values.units import COUNT, TIMES, Unit, exceeds_share

Outcome = Expression | Refusal

# How far apart the two may stand, in words.
APART = 24
ENDS = frozenset({".", "!", "?", ";"})
# So many words lie at most between two parties and their shares: "44 percent and the ruling party on 29".
BESIDE = 7
# No earthquake on record had a magnitude of ten; so many words lie between it and its number.
STRONGEST, SHAKEN = 10, 5
# What two sides of a vote make together, with some who abstained.
LEAST_WHOLE, WHOLE = 90, 100
MAGNITUDE = "magnitude"
# How many numbers back the first of a pair may stand.
BACK = 3
# How many words "a five-year average of" has at most.
NORM = 9


def lend(text: Scan, outcomes: list[Outcome]) -> list[Outcome]:
    """``outcomes`` of one stretch in order of place, with units lent to those that leave theirs unsaid."""
    told = [outcome for outcome in outcomes if isinstance(outcome, Expression)]
    meant: dict[int, Expression] = {}
    asides = {two.first for one, two in pairwise(told) if _is_converted(text, one, two)}
    heads: list[Expression] = []  # those before that are no other word for one of them
    for number, found in enumerate(told):
        earlier = meant.get(heads[-1].first, heads[-1]) if heads else None
        later = told[number + 1] if number + 1 < len(told) else None
        ahead = next((other for other in told[number + 1 : number + 1 + BACK] if other.unit != COUNT), None)
        meant[found.first] = _with(text, found, earlier, later)
        if later is not None and meant[found.first] is found and _shares(text, found, later):
            meant[found.first] = lent(found, later)
        if ahead is not None and meant[found.first] is found and _leads_up(text, found, ahead):
            meant[found.first] = lent(found, ahead)
        before = [meant[other.first] for other in heads[-BACK:]]
        bare = is_bare(text, found)
        extra = found.additional and found.unit == COUNT and found.measure is None and not counts(text, found.last)
        if ((bare or extra) and meant[found.first].unit == COUNT) or found.unit == "m":
            meant[found.first] = of_kin(text, found, before)
        parallel = [other for other in before if (bare or other.unit == MAGNITUDE) and _and(text, other, found)]
        if parallel and meant[found.first].unit == COUNT:
            meant[found.first] = lent(found, parallel[-1])
        if found.first not in asides:
            heads.append(found)
    return [meant[outcome.first] if isinstance(outcome, Expression) else outcome for outcome in outcomes]


def _is_converted(text: Scan, one: Expression, two: Expression) -> bool:
    """Whether money in brackets is the money before it, told in another: "520 million pesos ($9.1 million)"."""
    moneys = units.is_money(one.unit) and units.is_money(two.unit) and one.unit != two.unit
    return moneys and text.low(two.first - 1) == "(" and one.last == two.first - 1


def _with(text: Scan, found: Expression, earlier: Expression | None, later: Expression | None) -> Expression:
    if units.is_money(found.unit) and "/" not in found.unit:
        return _rated(text, found, earlier, later)
    if _shakes(text, found):
        return found._replace(unit=MAGNITUDE, term=found.term._replace(unit=Unit(MAGNITUDE, found.last, found.last)))
    if earlier is not None and (spread := _spread(text, earlier, found)) is not None:
        return found._replace(unit=f"{earlier.unit}/{spread}")
    zero = found.term.value == 0 and found.unit == COUNT and not found.second
    if not is_bare(text, found):
        return found
    if _is_of_things(found, earlier) or _is_of_things(found, later):
        return found
    ties = (_ties, _divides, _is_others, _alike)
    if earlier is not None and _near(text, earlier, found) and any(tie(text, earlier, found) for tie in ties):
        return lent(found, earlier)
    if later is not None and (
        (later.unit == "percent" and _came_from(text, found, later)) or _is_part(text, found, later)
    ):
        return lent(found, later)
    if zero and later is not None and _near(text, found, later) and _levels(text, found, later):
        return lent(found, later)
    return found


def _is_of_things(found: Expression, other: Expression | None) -> bool:
    return other is not None and other.unit == "percent" and exceeds_share(found.term.value, other.term.value)


def _leads_up(text: Scan, found: Expression, ahead: Expression) -> bool:
    """ "put the Liberals on 34, the Conservatives on 31 and the Greens on 9 per cent": the unit is told once, last."""
    word, between = text.before(found.first), text.lows[found.last : ahead.first]
    listing = (
        word in listed("listing") and text.before(ahead.first) == word and text.low(found.last) in (",", "and", ";")
    )
    if ahead.unit != "percent" or not is_bare(text, found):
        return False
    return listing and (found.term.value or 0) <= WHOLE and len(between) <= BACK * BESIDE and _near(text, found, ahead)


def _shares(text: Scan, found: Expression, later: Expression) -> bool:
    """ "jailed for nine and seven years": the unit of both is told once."""
    if found.unit != COUNT or text.next_low(found.last) not in ("and", "or", "but") or not is_bare(text, found):
        return False
    turned = {text.before(found.first), text.next_low(found.last + 1)} <= listed("turns")
    if turned and later.first == found.last + 2:
        return later.unit == "percent"  # "up 3 and down 15 percent"
    return later.duration and later.first == found.last + 1


def _is_part(text: Scan, found: Expression, later: Expression) -> bool:
    """ "22 of his 30 years", "3 million of the 9 million euros": the part is told in the unit of the whole."""
    at = found.last + 1
    at += text.next_low(at) in ("the", "his", "her", "its", "their")
    sums = units.is_money(later.unit) and found.term.numeral.scale == later.term.numeral.scale != 1
    told = later.duration or (sums and at > found.last + 1)  # not "500 of 3 euros each"
    return told and text.next_low(found.last) == "of" and later.first == at and "/" not in later.unit


def _shakes(text: Scan, found: Expression) -> bool:
    """ "the quake measured 6.1": of earthquakes nothing but a magnitude is told in so small a number with a decimal."""
    value = found.term.value
    if value is None or value.denominator == 1 or not 1 < value < STRONGEST:
        return False
    verb = text.before(found.first) in listed("shaking") and found.unit == COUNT  # "measuring 5.4 shook the coast"
    if not (verb or is_bare(text, found)):
        return False
    near = text.lows[max(0, found.first - SHAKEN) : found.first]
    return not listed("quakes").isdisjoint(near) and not listed("measuring").isdisjoint(near)


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
        return text.before(found.first) in listed("zero") or link is not None
    return link is not None and (not _changes(text, earlier) or link[1])


def _spread(text: Scan, earlier: Expression, found: Expression) -> str | None:
    """The day of "40,000 euros, roughly 6,000 a day": the same money, told by the day."""
    if found.unit.partition("/")[0] != COUNT or not units.is_money(earlier.unit) or "/" in earlier.unit:
        return None
    between = text.lows[earlier.last : found.first]
    beside = " ".join(between) in (",", "(", "or", ", or")
    behind = next((at for at in (found.last - 2, found.last) if text.low(at) in ("a", "an", "per", "each")), None)
    span = None if behind is None else text.next_low(behind + 1)
    ends = behind is not None and text.kind(behind + 2) != "w"  # but "$2m, and 400 a day visit it"
    return span if beside and ends and span in listed("spans") else None


def _over_norm(text: Scan, at: int, floor: int) -> int:
    """Where "a target of" begins that stands before a number: "27 minutes, against a target of eight"."""
    while at - 1 > floor and text.before(at) in listed("usual"):
        at -= 1  # "24 hours instead of the usual 48"
    if text.before(at) != "of" or text.before(at - 1) not in listed("norms"):
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
    return text.before(found.first) not in listed("level")


def _by(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "11 metres by seven"."""
    return text.low(earlier.last) == "by" and found.first == earlier.last + 1 and not earlier.duration


def _and(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "8 per cent on the first 250,000 and 12 on the rest": the same preposition after both."""
    if {text.next_low(earlier.last), text.next_low(found.last)} <= listed("pointing"):
        return text.before(found.first) == "and"  # "3 million euros this year and 4 million next"
    given = text.next_low(earlier.last) == "for"  # "15 years for the general and eight for his aides"
    if earlier.unit in (COUNT, TIMES, units.SHARE) or not _near(text, earlier, found):
        return False
    if earlier.duration and not given:
        return False
    if earlier.unit == MAGNITUDE and earlier.last == found.first - 1 and "." in text.raw(found.first):
        return text.before(found.first) in ("and", "or")  # "of magnitude 5.1 and 4.8"
    same = text.next_low(earlier.last)
    led = text.before(found.first) == "and" or (given and earlier.duration and text.before(found.first) == ",")
    return led and same in listed("same") and text.next_low(found.last) == same


def _reached(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "trimmed by 5 tonnes to 20": the level has the unit of the change, unless that is told in parts of itself."""
    parts = earlier.unit.startswith((COUNT, "percent", "basis")) or earlier.unit in (TIMES, units.SHARE, MAGNITUDE)
    if text.before(earlier.first) != "by" or parts or "/" in earlier.unit:
        return False
    return text.low(earlier.last) == "to" and found.first == earlier.last + 1


def _above(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "68 dB, six above the limit"."""
    return found.first == earlier.last + 1 and text.low(found.first - 1) == "," and (
        text.next_low(found.last) in listed("beyond") and not earlier.duration
    )  # fmt: skip


def _divides(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "54 percent to 46": two sides of a vote that make a whole, or nearly."""
    one, two = earlier.term.value, found.term.value
    if earlier.unit != "percent" or one is None or two is None or earlier.second or found.second:
        return False
    beside = found.first == earlier.last + 1 and text.low(earlier.last) in ("to", "-", "\u2013", "against")
    verb = text.low(earlier.first - 2)
    voted = text.before(earlier.first) == "by" and verb not in words("hedges", "ranges", "changes")
    voted = (voted or verb in ("voted", "passed")) and one + two == WHOLE
    return beside and LEAST_WHOLE <= one + two <= WHOLE and (voted or not tells_move(text, earlier))


def _is_others(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "took 38.6% to her opponent's 33.1": somebody else's share of the same."""
    owner, sign = text.before(found.first), text.low(found.first - 1)
    owned = owner.endswith(("'s", "\u2019s")) or (sign in ("'", "\u2019") and text.low(found.first - 2).endswith("s"))
    return earlier.unit == "percent" and owned and not tells_move(text, earlier)


def _alike(text: Scan, earlier: Expression, found: Expression) -> bool:
    """ "put the opposition on 44 percent and the ruling party on 29": the same preposition before both."""
    before = text.before(found.first)
    between = text.lows[earlier.last : found.first]
    both = before in listed("same") and text.before(earlier.first) == before and not tells_move(text, earlier)
    joined = not {"and", ",", "while", "but"}.isdisjoint(between) and len(between) <= BESIDE
    return earlier.unit == "percent" and both and joined and before not in ("from", "to", "for", "in")


def _came_from(text: Scan, found: Expression, later: Expression) -> bool:
    """ "slowed to 2.1 from 2.4 percent", "was at 4.35, up from 4.20 per cent": told with the level before."""
    between = tuple(text.lows[found.last : later.first])
    if between == ("from",):
        return text.before(found.first) == "to"
    return between in ((",", "up", "from"), (",", "down", "from"), (",", "from"), (",", "compared", "with"))


def _levels(text: Scan, zero: Expression, later: Expression) -> bool:
    """ "dropped to zero, from $60m a month"."""
    link = _links().ending(text, later.first, floor=zero.last)
    return later.unit not in (COUNT, TIMES, units.SHARE) and link is not None and not later.duration


def _rated(text: Scan, found: Expression, earlier: Expression | None, later: Expression | None) -> Expression:
    """ "from $3.09 to $3.46 a gallon", "$231 a tonne, against $240": the rate is told once."""
    for other, first, second in ((earlier, earlier, found), (later, found, later)):
        if other is None or first is None or second is None or not other.unit.startswith(f"{found.unit}/"):
            continue
        link = _links().ending(text, second.first, floor=first.last)
        tied = link is not None or text.before(second.first) in listed("rates")
        alike = found.term.numeral.scale == other.term.numeral.scale
        if alike and tied and _near(text, first, second) and (other is earlier or _beside(text, found, other)):
            return lent(found, other)
    return found


def _beside(text: Scan, found: Expression, later: Expression) -> bool:
    """Whether a later rate is close enough to be told of an earlier price."""
    return later.first - found.last <= int(entry("elided", "beside"))
