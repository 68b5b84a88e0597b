"""Words become expressions: numerals with their currency, unit, hedges and range become one stretch with one meaning.

Nothing is refused here: an expression is what stands together in the text, whether it is a figure or not. A range is
only made of what English joins as one ("3,000 to 4,000", "five or six"); "rose from 5 to 7" stays two.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from reportedly.model import Approximator, Change
from reportedly.values import cardinals, hedges, numerals, units
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.numerals import Numeral
from reportedly.values.scan import Scan
from reportedly.values.shapes import plural
from reportedly.values.units import Unit, exceeds_share

HOURS = ("hour", "hours")
PARTS = ("percent", "percentage_point", "basis_point")
# "five or six", "40 or 50": the second is at most this many times the first, else they are two things.
ALTERNATIVES = 3
# "15-20,000" is a range of thousands where its ends lie no farther apart than this.
SPREAD, THOUSAND = 10, 1000
# Signs that make another thing of the number before them: "15 dollars 50%".
CARRY_ON = frozenset({"-", "%", "/", "$", "€", "£"})
# "Five pounds nine" is no price.
LEAST_CENTS = 10


class Term(NamedTuple):
    """One numeral with its sign before and its unit behind, tokens [first, last)."""

    numeral: Numeral
    first: int
    last: int
    sign: Unit | None = None
    unit: Unit | None = None
    hedge: Approximator = "exact"
    negative: bool = False
    additional: bool = False

    @property
    def last_of_rate(self) -> int:
        """Where "a barrel" ends, ``last`` where there is none."""
        return max(self.last, self.unit.last_of_rate if self.unit else 0)

    @property
    def measure(self) -> Unit | None:
        """The unit, behind or before."""
        return self.unit or self.sign

    @property
    def name(self) -> str:
        """The unit's name; the currency sign before counts before a name behind: "$3 million Australian dollars"."""
        if self.unit and "/" in self.unit.name:
            return self.unit.name
        if self.sign:
            return self.sign.name
        if self.unit:
            return self.unit.name
        return units.SHARE if self.numeral.form == "share" else units.COUNT

    @property
    def value(self) -> Fraction | None:
        """The number with its sign."""
        value = self.numeral.value
        return -value if self.negative and value is not None else value


class Expression(NamedTuple):
    """What stands together around one numeral or two: tokens [first, last), bounds, unit and hedge."""

    term: Term
    second: Term | None
    first: int
    last: int
    unit: str
    approximator: Approximator
    change: Change = "level"
    strict: tuple[bool, bool] = (False, False)

    @property
    def additional(self) -> bool:
        """Whether it comes on top of something."""
        return self.change == "additional"

    @property
    def duration(self) -> bool:
        """Whether it is a length of time."""
        measure = self.measure
        return measure is not None and measure.duration

    @property
    def measure(self) -> Unit | None:
        """The unit as it stands in the text, where it does."""
        return (self.second.measure if self.second else None) or self.term.measure

    def bounds(self) -> tuple[Fraction | None, Fraction | None, bool, bool]:
        """(low, high, low strict, high strict) as stated."""
        low = self.term.value
        if self.second is not None:
            high, (below, above) = self.second.value, self.strict
            if low is not None and high is not None and high < low:
                return high, low, above, below
            return low, high, below, above
        return (None, None, False, False) if low is None else hedges.bounds(low, self.approximator)


def term(text: Scan, at: int, *, money: bool = False) -> Term | None:
    """The term that begins at ``at`` (a minus sign, a currency sign, "magnitude" or a number), or None.

    ``money`` tells that a sign stands before the first end of a range: the "15m" of "$10-15m" are millions.
    """
    first, negative = at, _minus(text, at)
    at += 1 if negative else 0
    sign = units.before(text, at)
    here = sign.last if sign else at
    if sign and _minus(text, here):
        negative, here = True, here + 1
    if text.gap(here) == 2 and here > first:
        return None
    numeral = numerals.read(text, here, money=money if sign is None else sign.name != "magnitude")
    if numeral is None and sign is None and not negative:
        return _one_unit(text, here)
    if numeral is None or (sign is not None and numeral.form in ("vague", "share") and text.kind(here) != "s"):
        return None
    if sign is not None and numeral.scale == 1:
        numeral = numerals.shift(numeral, units.multiplied(text, sign))
    return _with_unit(text, Term(numeral, first, numeral.last, sign, negative=negative))


def _minus(text: Scan, at: int) -> bool:
    """A sign of a negative number: no dash between two things, and no dash that opens a line of a list."""
    if text.low(at) == "minus":
        return text.gap(at + 1) < 2 and text.before(at) != "or"
    if text.low(at) == "negative":
        # "tested negative 12 times" tells of no number below zero.
        led = text.before(at) in words("hedges", "negative", "after")
        return led and text.gap(at + 1) < 2 and numerals.starts(text, at + 1) and text.next_low(at + 1) != "a"
    if text.raw(at) in ("-", "−") and text.gap(at) == text.gap(at + 1) == 1 and text.kind(at + 1) == "n":
        # "fell to - 20": no sentence breaks off behind such a preposition; but "were hit - 40 pupils died" breaks off.
        read = numerals.read(text, at + 1)
        counted = read is not None and plural(text.next_low(read.last)) and units.after(text, read) is None
        return text.before(at) in words("hedges", "minus", "after") and not counted
    if text.raw(at) not in ("-", "−", "–") or not text.glued(at + 1) or text.kind(at + 1) not in ("n", "s"):
        return False
    if (text.kind(at - 1) == "n" and text.gap(at) < 2) or (text.glued(at) and text.raw(at - 1) == "%"):
        return False  # "75 -300mm", "68%-31%"
    return not (text.glued(at) and text.kind(at - 1) != "s") and text.raw(at) != "–"


def _one_unit(text: Scan, at: int) -> Term | None:
    """ "just under a kilo", "a mile and a quarter": an article that counts, by its hedge or by what follows."""
    if text.low(at) not in ("a", "an"):
        return None
    one = Numeral(at, at + 1, text.starts[at], text.ends[at], Fraction(1), "words")
    unit = units.after(text, one)
    if unit is None or unit.first != at + 1 or unit.name in ("percent", "magnitude"):
        return None
    value, last = cardinals.and_a_half(text, unit.last, Fraction(1), of=True)
    if last > unit.last:
        whole = one._replace(value=value, last=last, end=text.ends[last - 1])
        return Term(whole, at, last, unit=unit)
    hedges_it = (hedges.before(text, at).approximator, hedges.behind(text, unit.last).approximator)
    hedged = hedges_it != ("exact", "exact") or is_lasting(text, at) or _is_price(text, unit)
    short = not unit.duration or unit.name in words("units", "articles", "durations") or is_lasting(text, at)
    return _rated(text, Term(one, at, unit.last, unit=unit), unit) if hedged and short else None


def _is_price(text: Scan, unit: Unit) -> bool:
    """ "a cent apiece", "a dollar an hour": money with what it is paid for counts one."""
    if not units.is_money(unit.name):
        return False
    rated = units.rate(text, unit)
    return rated is not None or text.next_low(unit.last) in words("units", "articles", "each")


def is_lasting(text: Scan, at: int) -> bool:
    """Whether "a month" at ``at`` tells how long something lasts: "flour for a month", "for over a year"."""
    first, then = hedges.before(text, at).first, text.next_low(at + 2)
    if text.before(first) not in words("units", "articles", "lasting") or text.hyphen(at + 2):
        return False
    if text.before(first) == "last" and text.before(first - 1) == "the":
        return False
    ends = text.kind(at + 2) != "w" or then in words("refusals", "one", "not_nouns")
    return ends and text.next_low(at + 1) in words("units", "articles", "spans")


def _with_unit(text: Scan, found: Term) -> Term:
    """The term with what stands behind its numeral: a hedge, a unit, a rate, a smaller unit."""
    numeral = found.numeral
    hedge = hedges.inside(text, numeral.last)
    unit = units.after(text, numeral)
    if unit is None and text.low(numeral.last) == "]" and text.low(numeral.first - 1) == "[":
        unit = units.after(text, numeral._replace(last=numeral.last + 1))  # "[Ten] years ago"
    if unit is None and hedge.last > numeral.last:
        unit = units.after(text, numeral._replace(last=hedge.last))
        if unit is None:
            return found._replace(last=hedge.last, hedge=hedge.approximator)
    if unit is None:
        return _more(text, found) or _bare_rate(text, found, found.last)
    if found.sign is not None and (unit.duration or units.opens_next(text, unit)):
        return found
    late, scale = numerals.scale_behind(text, unit.last) if units.is_money(unit.name) else (unit.last, Fraction(1))
    scale = max(scale, units.multiplied(text, unit))
    if scale > 1 and numeral.scale == 1 and numeral.value is not None:
        # "75 USD million"
        numeral = numerals.shift(numeral, scale)._replace(last=late, end=text.ends[late - 1])
        return found._replace(numeral=numeral, last=late, unit=unit)
    if text.low(numeral.first) in ("a", "an") and text.low(unit.first - 1) == "-":
        # "a half-hour delay": the article is the delay's.
        first = numeral.first + 1
        numeral = numeral._replace(first=first, start=text.starts[first])
        found = found._replace(numeral=numeral, first=first)
    found = _rated(text, found._replace(last=unit.last, hedge=hedge.approximator), unit)
    return _with_parts(text, found, unit) if found.sign is None and found.unit == unit else found


def _rated(text: Scan, found: Term, unit: Unit) -> Term:
    """``found`` with ``unit`` and what it is told for, which names the unit and is no part of the figure itself."""
    rated, extra = units.rate(text, unit), hedges.extra(text, unit.last)
    if rated is None and extra != unit.last:
        rated = units.rate(text, unit._replace(last=extra))
    if rated is None:
        return found._replace(unit=unit)
    return found._replace(unit=unit._replace(name=rated.name, last_of_rate=rated.last))


def _bare_rate(text: Scan, found: Term, at: int) -> Term:
    """ "$11 an hour", "18 a day": a number with a rate and no unit behind it."""
    if found.sign is None:
        rated = units.rate_of_count(text, at) if found.numeral.form != "share" else None
        return found._replace(unit=rated) if rated else found
    rated = units.rate(text, found.sign._replace(first=at, last=at))
    if rated is None:
        return found
    return found._replace(unit=rated._replace(first=found.last, last=found.last, last_of_rate=rated.last))


def _more(text: Scan, found: Term) -> Term | None:
    """ "two extra days", "$420 more a month": what comes on top, told before the unit or the rate."""
    numeral, extra = found.numeral, hedges.extra(text, found.numeral.last)
    if extra == numeral.last:
        return None
    if found.sign is not None:
        rated = _bare_rate(text, found, extra)
        return rated._replace(additional=True) if rated.unit else None
    unit = units.after(text, numeral._replace(last=extra))
    if unit is None or unit.first != extra:
        return None
    return _rated(text, found._replace(last=unit.last, additional=True), unit)


def _with_parts(text: Scan, found: Term, unit: Unit) -> Term:
    """ "two years and a half", "four years and six months", "5 feet 6 inches": one amount in the larger unit."""
    value, numeral = found.numeral.value, found.numeral
    if value is None or value.denominator != 1 or numeral.form == "share":
        return found
    parts: dict[str, int] = entry("units", "parts").get(unit.name, {})
    if text.low(unit.first - 1) == "-":
        more, last = _tied_inches(text, unit, value, parts)
    else:
        more, last = cardinals.and_a_half(text, unit.last, value, of=True)
        if last == unit.last and parts:
            more, last = _smaller(text, unit.last, value, parts)
    if last == unit.last:
        return found
    whole = numeral._replace(value=more, last=last, end=text.ends[last - 1])
    return found._replace(numeral=whole, last=last)


def _tied_inches(text: Scan, unit: Unit, value: Fraction, parts: dict[str, int]) -> tuple[Fraction, int]:
    """The 2 of "a 6-foot-2 man", and where it ends."""
    size, at = parts.get("in", 0), unit.last + 1
    inches = text.raw(at) if size and text.hyphen(unit.last) else ""
    if not (inches.isdecimal() and len(inches) < 3 and int(inches) < size):
        return value, unit.last
    ends = at + 3 if text.hyphen(at + 1) and text.low(at + 2) in ("inch", "inches") else at + 1
    return value + Fraction(int(inches), size), ends


def _cents(text: Scan, at: int, parts: dict[str, int]) -> tuple[Fraction, int]:
    """The 50 of "15 dollars 50", the 2 in of "5 ft 2 in": a smaller unit unsaid or cut short, and where it ends."""
    size = next(iter(parts.values()))
    if parts.keys() & {"cent", "penny"} and text.kind(at) == "w":
        cents, end = _said(text, at)
        return (Fraction(cents, size), end) if cents else (Fraction(0), at)
    digits = text.raw(at) if text.kind(at) == "n" and text.gap(at) == 1 and text.raw(at).isdecimal() else ""
    if parts.keys() & {"cent", "penny"}:
        ends = text.kind(at + 1) != "w" and text.low(at + 1) not in CARRY_ON and not text.glued(at)
        paid = len(digits) == 2 and (ends or text.next_low(at + 1) == "more") and text.before(at) != ","
        return (Fraction(int(digits), size), at + 1) if paid else (Fraction(0), at)
    inches = "in" in parts and text.next_low(at + 1) == "in" and digits and 0 < int(digits) < size
    closed = text.kind(at + 2) != "w" or text.next_low(at + 2) in words("units", "points", "dimensions")
    return (Fraction(int(digits), size), at + 2) if inches and closed else (Fraction(0), at)


def _said(text: Scan, at: int) -> tuple[int, int]:
    """The cents of "five pounds fifty" and where they end, 0 where nothing shows that they are: no noun may follow."""
    cents, end = cardinals.below_hundred(text, at)
    closed = text.kind(end) != "w" or text.next_low(end) in words("units", "prices", "after")
    near = text.gap(at) == 1 and text.before(at) not in (",", "and") and text.low(end) not in CARRY_ON
    return (cents, end) if cents is not None and cents >= LEAST_CENTS and closed and near else (0, at)


def _smaller(text: Scan, at: int, value: Fraction, parts: dict[str, int]) -> tuple[Fraction, int]:
    """``value`` with the smaller unit that stands at ``at`` added, and where it ends."""
    link = at + 1 if text.next_low(at) in ("and", ",") else at
    cents, end = _cents(text, link, parts)
    if cents:
        return value + cents, end
    if not numerals.starts(text, link) or text.gap(link) == 2 or text.next_low(link) in ("a", "an", "half"):
        return value, at
    numeral = numerals.read(text, link)
    unit = units.after(text, numeral) if numeral else None
    # "2h 15m"
    minutes = unit is not None and text.raw(unit.first) == "m" and text.low(at - 1) == "h"
    if numeral is not None and unit is None and text.low(at - 1) in HOURS and _is_of_clock(text, link, numeral):
        return value + (numeral.value or Fraction(0)) / parts.get("minute", 60), numeral.last  # "1 hour 50"
    size = parts.get("minute" if minutes else unit.name) if unit else None
    if numeral is None or unit is None or size is None or numeral.value is None or not 0 <= numeral.value < size:
        return value, at
    if text.next_low(unit.last) in ("old", "later", "ago", "earlier"):
        return value, at
    # Only a smaller unit looks for one smaller still, so that the look ends.
    second = _with_parts(text, Term(numeral, link, unit.last, unit=unit), unit)
    return value + (second.value or Fraction(0)) / size, second.last


def _is_of_clock(text: Scan, at: int, numeral: Numeral) -> bool:
    """Whether two digits right behind an hour are minutes: "2 hours 40.", but not "2 hours 40 men"."""
    two = numeral.last == at + 1 and len(text.raw(at)) == 2 and text.raw(at).isdecimal() and text.gap(at) == 1
    return two and text.kind(numeral.last) != "w" and numeral.value is not None and numeral.value < 60


def expression(text: Scan, at: int, *, floor: int = 0) -> Expression | None:
    """The whole expression whose first term begins at ``at``; hedges before it are looked for back to ``floor``."""
    head = term(text, at)
    if head is None:
        return None
    lead = hedges.before(text, head.first, floor=floor)
    between = _between(text, head.first, lead.first, floor)
    joined = _range(text, head, between is not None)
    lead = hedges.before(text, head.first, floor=floor, money=True) if head.sign is not None else lead
    if joined is not None:
        return _ranged(text, joined, lead=lead, between=between)
    head = _lent(text, head)
    tail = hedges.behind(text, head.last, money=units.is_money(head.name))
    if tail.approximator == "exact" and head.last_of_rate > head.last:
        late = hedges.behind(text, head.last_of_rate)  # "40 euros a gram or less"
        tail = tail if late.approximator == "exact" else late
    good = head.numeral.form == "share" and text.low(head.first + 1) == "good"  # "a good third"
    inner: Approximator = "more_than" if good else head.hedge
    meant = hedges.join(lead.approximator, hedges.join(tail.approximator, inner))
    meant, last = _or_equal(text, tail.last, meant)
    change: Change = "additional" if lead.additional or head.additional or hedges.more(text, last) else "level"
    # "a dozen" is a number; what has none stays vague however it is hedged.
    shown: Approximator = "vague" if head.value is None else meant
    found = Expression(head, None, lead.first, last, head.name, shown, change)
    return _enclosed(text, found) or found


def _or_equal(text: Scan, at: int, meant: Approximator) -> tuple[Approximator, int]:
    """ "less than 5000 or equal": the bound itself belongs to it."""
    closed: dict[Approximator, Approximator] = {"more_than": "at_least", "less_than": "up_to"}
    if meant not in closed or text.next_low(at) != "or" or text.next_low(at + 1) != "equal":
        return meant, at
    last = at + 3 if text.next_low(at + 2) == "to" else at + 2
    return (meant, at) if numerals.starts(text, last) else (closed[meant], last)


def _enclosed(text: Scan, found: Expression) -> Expression | None:
    """ "more than 30 but less than 40", "at least 20 and at most 100": both ends told, each with its own hedge."""
    sides = {"more_than": 1, "at_least": 1, "less_than": -1, "up_to": -1}
    side, at = sides.get(found.approximator), found.last
    if side is None or found.change != "level":
        return None
    at += 1 if text.next_low(at) == "," else 0
    at += 1 if text.next_low(at) in ("and", "but") else 0
    hedge = hedges.opening(text, at) if at > found.last else None
    second = term(text, hedge.last) if hedge and sides.get(hedge.approximator) == -side else None
    pair = _shared(found.term, second) if hedge and second and second.first == hedge.last else None
    if pair is None or hedge is None or pair[0].value is None or pair[1].value is None:
        return None
    if (pair[1].value - pair[0].value) * side <= 0:
        return None
    strict = (found.approximator in ("more_than", "less_than"), hedge.approximator in ("more_than", "less_than"))
    unit = pair[1].name if pair[1].measure else found.unit
    return Expression(pair[0], pair[1], found.first, pair[1].last, unit, "range", strict=strict)


def _ranged(text: Scan, ends: tuple[Term, Term], *, lead: hedges.Hedge, between: int | None) -> Expression:
    head, second = ends
    first = lead.first if between is None else between
    unit = second.name if second.measure else head.name
    tail = hedges.behind(text, second.last)
    last = tail.last if tail.approximator == "about" else second.last
    change: Change = "additional" if lead.additional or second.additional or hedges.more(text, second.last) else "level"
    vague = head.value is None or second.value is None
    return Expression(head, second, first, last, unit, "vague" if vague else "range", change)


# Ranges


def _between(text: Scan, at: int, hedged: int, floor: int) -> int | None:
    """Where "between" stands before the first term at ``at`` or its hedge at ``hedged``."""
    for place in (at, hedged) if hedged != at else (at,):
        found = _openings().ending(text, place, floor=floor)
        if found is not None and text.gap(place) < 2:
            return found[0]
    return None


@cache
def _openings() -> Phrases[bool]:
    return phrases((phrase, True) for phrase in entry("hedges", "ranges", "between"))


def _range(text: Scan, head: Term, between: bool) -> tuple[Term, Term] | None:
    """The two ends of a range that begins with ``head``, or None where it is a number of its own."""
    at = _suspended(text, head.last)
    link = text.next_low(at)
    if link == "," and text.next_low(at + 1) in words("hedges", "ranges", "possibly"):
        return _possibly(head, term(text, at + 2))
    if link == "-" and text.before(head.first) in words("refusals", "scores", "counting"):
        return None  # "voted 45-52"
    dashed = link in ("-", "~") and text.raw(at) != "−" and text.glued(at) == text.glued(at + 1)
    if link == "to" and _by_then(text, head):
        return None
    if not (dashed or link in ("to", "or", "through") or (link == "and" and between)) or (head.negative and dashed):
        return None
    at = hedges.before_gap(text, at + 1) if between else at + 1
    at += 1 if head.negative and text.low(at) in ("plus", "+") and text.gap(at) < 2 else 0
    second = term(text, at, money=head.sign is not None and head.sign.name != "magnitude")
    if second is None or text.gap(at) == 2 or second.first != at or head.numeral.form == "vague":
        return None
    lasts = head.unit is not None and (head.unit.name in PARTS or units.is_time(head.unit.name))
    if link in ("to", "through") and not between and lasts and second.measure is None:
        return None  # "fell 1.2% to 452", "rose within three weeks to 1,489": a range tells its unit last
    pair = _shared(_in_thousands(text, head, second, dashed), second)
    if pair is None or not _rises(*pair, link, between):
        return None
    tied = between or dashed or at - 1 > head.last
    return None if not tied and _tells_change(text, head, second, link) else pair


def _suspended(text: Scan, at: int) -> int:
    """Where "to" stands in "a two- to three-year delay", over the hyphen; ``at`` where there is none."""
    hangs = text.low(at) == "-" and text.glued(at) and text.gap(at + 1) == 1
    return at + 1 if hangs and text.low(at + 1) in ("to", "or") else at


def _in_thousands(text: Scan, head: Term, second: Term, dashed: bool) -> Term:
    """ "15-20,000", "3 to 4,000": the thousand written once is meant of both."""
    low, high, last = head.numeral.value, second.numeral.value, text.raw(second.numeral.last - 1)
    plain = head.numeral.plain and head.numeral.form == "digits" and head.measure in (None, head.sign)
    if not (plain and low and high and last.endswith(",000") and last.count(",") == 1 and second.numeral.scale == 1):
        return head
    most = SPREAD if dashed else ALTERNATIVES
    if not low * THOUSAND < high <= low * THOUSAND * most:
        return head
    return head._replace(numeral=head.numeral._replace(value=low * THOUSAND))


def _possibly(head: Term, second: Term | None) -> tuple[Term, Term] | None:
    """ "350, possibly 400": what is certain and what may be."""
    pair = None if second is None or head.numeral.form == "vague" else _shared(head, second)
    rises = pair is not None and pair[0].value is not None and pair[1].value is not None
    return pair if rises and (pair[0].value or 0) < (pair[1].value or 0) else None  # type: ignore[index]


def _shared(head: Term, second: Term) -> tuple[Term, Term] | None:
    """Both terms with the scale and unit they share, None where they measure different things."""
    one, two = head.numeral, second.numeral
    if two.form == "vague" or (one.form == "share") != (two.form == "share"):
        return None
    spread = numerals.shift(one, two.scale) if one.scale == 1 and two.scale > 1 else one
    if spread.value is not None and two.value is not None and spread.value < two.value and _small(one, two):
        head = head._replace(numeral=spread)
    if head.sign and second.unit and second.unit.name.startswith(f"{units.COUNT}/"):
        rate = second.unit.name.removeprefix(units.COUNT)  # "€150-170 million a year"
        unit = second.unit._replace(name=f"{head.sign.name}{rate}", last=second.last_of_rate)
        second = second._replace(unit=unit, last=second.last_of_rate)
    if head.measure and second.measure and head.name != second.name and head.name not in second.name:
        return None
    if head.sign and not second.sign:
        second = second._replace(sign=head.sign)
    return head, second


def _small(one: Numeral, two: Numeral) -> bool:
    """Whether the first can share the second's scale: "3 to 4 million", not "900,000 to 1 million"."""
    return one.value is not None and (one.value < two.scale and one.value < 1000) and one.first < two.first


def _rises(head: Term, second: Term, link: str, between: bool) -> bool:
    low, high = head.value, second.value
    if low is None or high is None:
        return False
    if link == "or":
        return low < high <= low * ALTERNATIVES
    # "-40 to -45 degrees"
    return low < high or (between and low != high) or high < low < 0


def _by_then(text: Scan, head: Term) -> bool:
    """ "trimmed by 5 tonnes to 20": what follows is the level reached, since a range tells its unit last."""
    if head.unit is None or text.before(hedges.before(text, head.first).first) != "by":
        return False
    at = head.last_of_rate + 1
    second = term(text, at)
    return second is not None and second.measure is None


def _tells_change(text: Scan, head: Term, second: Term, link: str) -> bool:
    """ "rose from 5 to 7", "rose $3m to $15m": the old level or the size of a change, and then the new level."""
    if link != "to":
        return False
    before = text.before(hedges.before(text, head.first).first)
    at = hedges.before(text, head.first).first
    verbs = words("hedges", "ranges", "changes")
    if before == "by":
        # "fell by 3 to 15", "voted by nine to five"; "raise bills by $3 to $4", "rise by 5% to 6%" are ranges.
        if _is_near(head, second) and head.unit is not None and second.unit is not None and head.unit.name in PARTS:
            return second.unit.name != head.unit.name
        before, verbs = text.before(at - 1), verbs | words("hedges", "ranges", "changes_by")
    if before == "from":
        return text.before(at - 1) not in words("hedges", "ranges", "from_cues")
    bare = second.unit is None and second.sign is None
    complete = (head.measure is None) == bare
    # "fell by 11 per cent to 18,940": a share, and then a number of something
    shared = bare and head.unit is not None and head.unit.name in PARTS
    return (complete or shared) and before in verbs


def _is_near(head: Term, second: Term) -> bool:
    """Whether the second of two numbers is at most twice the first."""
    low, high = head.numeral.value, second.numeral.value
    return low is not None and high is not None and low < high <= 2 * low


def _lent(text: Scan, head: Term) -> Term:
    """The first of two numbers with the unit and scale that only the second shows: "from 5 to 7 percent"."""
    link = text.next_low(head.last)
    if link not in ("to", "and", "or") or head.unit or head.numeral.form == "vague":
        return head
    at = hedges.before_gap(text, head.last + 1)
    second = term(text, at)
    if second is None or second.first != at or (head.sign and not second.sign):
        return head
    moved = text.before(head.first) == "from" and link == "to"
    if not moved and (second.name != "percent" or second.unit is None or head.numeral.form == "share"):
        return head
    if second.name == "percent" and exceeds_share(head.value, second.value):
        return head
    pair = _shared(head, second)
    return _borrowed(pair[0], second) if pair else head


def lent_back(text: Scan, found: Expression, earlier: Expression | None) -> Expression:
    """``found`` with the unit of the level it came from: the eight of "cut from 12 years to eight"."""
    measure = earlier.measure if earlier else None
    if earlier is None or measure is None:
        return found
    link = max(earlier.last, measure.last_of_rate)
    if found.first != link + 1 or text.low(link) != "to":
        return found
    bare = found.measure is None and found.term.numeral.form in ("digits", "words")
    if measure is None or not bare or found.second or text.before(earlier.first) != "from":
        return found
    unit = measure._replace(name=earlier.unit, first=found.last, last=found.last)
    return found._replace(term=found.term._replace(unit=unit), unit=earlier.unit)


def _borrowed(head: Term, second: Term) -> Term:
    if head.measure or second.unit is None or head.numeral.form == "share":
        return head
    # A unit without a place of its own: the word stands behind the other number.
    return head._replace(unit=second.unit._replace(first=head.last, last=head.last))


def openers() -> frozenset[str]:
    """The words, in lower case, that an expression may begin with."""
    return numerals.openers() | {"minus", "negative"} | {piece.lower() for piece in units.openers()}


def opens(text: Scan, at: int) -> bool:
    """Whether an expression may begin at ``at``: a cheap look before the long one."""
    if numerals.starts(text, at):
        return True
    return text.low(at) in ("minus", "negative", "-") or text.raw(at) in units.openers()
