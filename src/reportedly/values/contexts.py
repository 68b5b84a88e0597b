"""Expressions become figures or refusals by what stands around them: ages, spans of time, references, pronouns.

An expression is a figure unless its neighbours show that it points at a time, at somebody's age, or back at something
already named. The neighbours looked at are few, so the cost of a number does not grow with its text.
"""

from collections.abc import Callable

from reportedly.values import cardinals, numerals
from reportedly.values.ages import are_people, is_age
from reportedly.values.expressions import Expression
from reportedly.values.gapped import is_gapped, is_owned
from reportedly.values.lexicons import entry, words
from reportedly.values.ones import befallen, beside, is_whole, of_whole, one_of_before, shared, sharing
from reportedly.values.scan import Scan
from reportedly.values.shapes import plural, titled, told_to
from reportedly.values.surroundings import is_bare, listed, listed_phrases, noun_follows
from reportedly.values.units import COUNT, SHARE

Rule = Callable[[Scan, Expression], str | None]

PHRASE = 7  # so many words back a phrase may begin
RARE = 20  # years: "a hundred-year flood" lasted no hundred years
LONG = 3  # digits of a number that may name a model
# How many make all of a larger time: what is done so often is done always.
WHOLE = {"hour/day": 24, "day/week": 7, "day/year": 365, "week/year": 52, "minute/hour": 60, "month/year": 12}
AMONG = 10  # words back in which others of the same are told: "two were stabbed and one was burned"
HALVED = frozenset({"day", "week", "month", "year", "decade", "century"})
CLOSED = frozenset({",", '"', "”", "’", "''"})  # what is quoted ends so
ENUMERATED = ("one", "two", "three", "four", "five", "six", "seven", "eight")
ENUMERATING = 300  # characters back in which the one before stands
PARTING = frozenset({"including", "all", "both", "among", "aged", "one", "each", "mostly"})  # "Two, both boys, died"
HOURS = 12  # what falls is no range but a day's work: "between nine and five"


def late(text: Scan, found: Expression) -> str | None:
    """Why ``found`` is no figure, None where it is one."""
    for rule in RULES:
        if (reason := rule(text, found)) is not None:
            return reason
    return None


# Units told alone


def _unit_alone(text: Scan, found: Expression) -> str | None:
    """ "Revenue ($ million)": a sign before a scale without a number tells of which unit a table's numbers are."""
    numeral = found.term.numeral
    scale = found.term.sign is not None and numeral.last == numeral.first + 1
    return "unit" if scale and text.low(numeral.first) in cardinals.scales() else None


# Per what, how many times


def _denominator(text: Scan, found: Expression) -> str | None:
    if found.measure and not found.duration:
        return None
    before = text.before(found.first)
    if listed(before, "denominators", "before"):
        return None if is_bare(found) and shared(text, found.first) else "denominator"
    return "denominator" if found.approximator == "exact" and _weekly(text, found) else None


def _weekly(text: Scan, found: Expression) -> bool:
    """ "seven days a week", "24 hours a day": always, and no amount."""
    again = text.next_low(found.last) in ("a", "per", "each", "every")
    return found.duration and again and found.term.value == WHOLE.get(found.unit)


# Ages and lengths of time


def _age(text: Scan, found: Expression) -> str | None:
    return "age" if is_age(text, found) else None


def _seasons(text: Scan, found: Expression) -> str | None:
    """ "for the past three summers", "the seventh fall in eight quarters", "in one morning": when, and no amount."""
    at = found.last
    at += listed(text.next_low(at), "spans", "in_a_row")
    timed = listed(text.next_low(at), "spans", "seasons")
    placed = listed(text.before(found.first), "spans", "before")
    parts = found.unit == SHARE and listed(text.low(at - 1), "spans", "seasons") and text.next_low(at) != "of"
    if parts and listed(text.before(found.first), "spans", "turns"):
        return "span_of_time"  # "over the next three quarters"
    return "span_of_time" if timed and placed and found.unit == COUNT and not found.additional else None


def _span(text: Scan, found: Expression) -> str | None:
    """Whether a length of time only places something in time."""
    if not found.duration or "/" in found.unit:
        return None
    after = text.next_low(found.last)
    before, before_that = text.before(found.first), text.before(found.first - 1)
    measured = listed(before, "spans", "measured_after")
    half = found.term.numeral.form == "share" and found.unit == "year" and _tied(text, found)
    if half and _listed_number(before, "half", "years"):
        return "span_of_time"  # "in the half-year"
    if listed(after, "spans", "after") or _on(text, found) or _compares(text, found):
        return "span_of_time"
    if before == "of" and listed(before_that, "spans", "stretches") and _is_within(text, found.first - 2):
        return "span_of_time"  # "in the span of five hours"
    if after == "of" and before in ("after", "in", "over") and text.kind(found.last + 1) == "w":
        return None
    if before == "for" and _is_superlative(text, found.first - 2):
        return "span_of_time"  # "the fewest for a decade"
    if before == "after" and after == "in" and listed(text.next_low(found.last + 1), "spans", "states"):
        return None  # "after 63 days in captivity"
    if before in ("after", "in") and listed_phrases("spans", "lasting").starting(text, found.last):
        return None  # "after nearly seven hours aloft"
    if before == "through" and found.second is None and listed(before_that, "spans", "borne"):
        return None  # "sweltered through five days above 40C"
    if before == "in" and found.approximator == "less_than" and listed(found.unit, "spans", "timed"):
        return None  # "in under four minutes"
    if not measured and listed_phrases("spans", "after_unless_measured").starting(text, found.last):
        return "span_of_time"
    if text.low(found.first) in ("over", "around") and not (measured or _tied(text, found)):
        return "span_of_time"
    if before == "last":
        verb = listed(before_that, "spans", "last_verb_before")
        return None if verb else "span_of_time"
    if not listed(before, "spans", "before") or _tied(text, found):
        return None
    weak = listed(before, "spans", "weak")
    return None if weak and before != "in" and listed(before_that, "spans", "measured_after") else "span_of_time"


def _is_within(text: Scan, noun: int) -> bool:
    """Whether a stretch of time only tells within which something was: "over a span", "in a matter"."""
    article = text.before(noun) in ("a", "the", "one", "this")
    return text.before(noun - article) in ("in", "over", "within", "during", "across")


def _tied(text: Scan, found: Expression) -> bool:
    """ "a 40-minute delay", "a three hour delay": the length belongs to the noun behind it, whatever stands before."""
    unit, value = found.term.unit, found.term.value or 0
    single = unit is not None and unit.first < unit.last and not text.low(unit.last - 1).endswith(("s", "'"))
    behind = (found.second or found.term).numeral.last
    return (text.hyphen(behind) and text.next_low(behind + 1) != "plus") or (
        single and value > 1 and found.approximator != "range" and noun_follows(text, found.last)
    )


def _is_superlative(text: Scan, at: int) -> bool:
    """Whether a superlative stands at ``at``, or before one word there: "the lowest for", "the lowest price for"."""
    listed = any(text.low(place).endswith(("est", "most")) for place in (at, at - 1))
    return listed and "the" in text.lows[max(0, at - 2) : at]


def _on(text: Scan, found: Expression) -> bool:
    """ "Two years on, ..." """
    return text.next_low(found.last) == "on" and text.kind(found.last + 1) == "s"


def _compares(text: Scan, found: Expression) -> bool:
    """ "a 12-month high", "the 10-year yield"."""
    rare = (found.term.value or 0) >= RARE and listed(text.next_low(found.last), "spans", "rare")
    return _tied(text, found) and (rare or listed(text.next_low(found.last), "spans", "compared"))


# References and pronouns


def _reference(text: Scan, found: Expression) -> str | None:
    """ "the two", "these three men", "the other four": somebody named before."""
    if not is_bare(found) or found.additional:
        return None
    before, before_that, value = text.before(found.first), text.before(found.first - 1), found.term.value or 0
    partitive = numerals.starts(text, found.first - 3) or listed(text.low(found.first - 3), "references", "partitive")
    if before_that == "of" and partitive:
        return None  # "three of the five cables", "none of the three"; "each of the four" points back
    if before == "the" and _is_joined(text, found.last):
        return None
    if before == "top" and listed(text.next_low(found.last), "references", "stacked"):
        return None  # "the top four floors"
    if before in ("all", "next") and noun_follows(text, found.last):
        return None  # "all nine counts", "the next three rounds"
    if listed(before, "references", "ranks") and value <= 100:
        if text.low(found.last) == "of" and listed(text.low(found.last + 1), "references", "of_those"):
            return None  # "250 tanks, the first 28 of which arrive in May"
        definite = listed(before_that, "references", "definite") or before in ("top", "best", "worst")
        rank = before in ("top", "best", "worst")
        return ("rank" if rank else "bare_reference") if definite or before in ("first", "last", "next") else None
    if value >= int(entry("refusals", "references", "few")):
        return None
    if is_whole(text, found.first) or (before == "other" and of_whole(text, found.first)):
        return None  # "of the three officials, one was charged; the other two were let go"
    compared = before == "the" and before_that in ("below", "above", "than", "exceeding", "beyond")
    if compared and not noun_follows(text, found.last) and not text.hyphen(found.last):
        return None  # "above the 3 that the wall can hold"
    if before == "the" and _befell(text, found.last):
        return None  # "the six killed", "the three people killed"
    definite = listed(before, "references", "definite")
    over = listed(before, "references", "between") and listed(before_that, "references", "definite")
    return "bare_reference" if definite or over else None


def _is_joined(text: Scan, at: int) -> bool:
    """ "the three towns and 31 hamlets": others are counted in the same breath, for the first time."""
    for place in range(at, at + 3):
        if text.kind(place) != "w":
            return False
        if text.low(place + 1) == "and":
            return plural(text.low(place)) and text.kind(place + 2) == "n" and text.kind(place + 3) == "w"
    return False


def _befell(text: Scan, at: int) -> bool:
    """Whether those counted before ``at`` are told by what happened to them, which counts them once more."""
    if listed(text.next_low(at), "one", "states"):
        return True
    return are_people(text.next_low(at)) and listed(text.next_low(at + 1), "one", "states")


def _opens_clause(text: Scan, found: Expression) -> bool:
    """Whether "which" or "that" opens a clause whose subject "one" counts: "in which one man died", "said that one"."""
    before, earlier = text.before(found.first), text.before(found.first - 1)
    if before == "which" and earlier == "of":
        return True
    noun = text.kind(found.last) == "w" and not listed(text.low(found.last), "one", "not_nouns")
    told = listed(earlier, "one", "saying") or listed(earlier, "one", "content") or earlier.endswith("ed")
    relative = before == "which" and text.kind(found.first - 2) == "w"
    return noun and (relative or (before == "that" and told))


def _enumerator(text: Scan, found: Expression) -> str | None:
    """ "One, build homes. Two, hire nurses.": a word of number that opens its clause, behind the one before it."""
    at, value = found.first, found.term.value or 0
    if not (is_bare(found) and 1 < value <= len(ENUMERATED) and text.next_low(found.last) == "," and text.opens(at)):
        return None
    if text.low(at) not in ENUMERATED or text.low(found.last + 1) in PARTING:
        return None
    start = text.starts[at]
    before = text.text[max(0, start - ENUMERATING) : start].lower()
    return "idiom" if f"{ENUMERATED[int(value) - 2]}, " in before else None


def _one(text: Scan, found: Expression) -> str | None:
    """ "one" counts before a noun: "one person died"; elsewhere it stands for something."""
    plain = (
        found.term.numeral.form == "words" and found.term.value == 1 and text.low(found.term.numeral.last - 1) == "one"
    )
    if not plain or found.second or found.term.measure or found.approximator != "exact":
        return None
    before, counts = text.before(found.first), noun_follows(text, found.last)
    few = before == "only" and counts and not listed(text.before(found.first - 1), "one", "before")  # "only one meal"
    few = few or (before == "only" and of_whole(text, found.first))
    if (listed(before, "one", "before") and not few and not _opens_clause(text, found)) or (
        text.glued(found.first) and text.low(found.first - 1) == "-"
    ):
        return "idiom"
    after = text.next_low(found.last)
    if after == "of" and (_is_said(text, found.first) or text.next_low(found.last + 1) == "only"):
        return "idiom"  # "was one of the nineteen"
    opens = text.opens(found.first) and text.raw(found.first) == "One"  # "One of two girls has died"
    if after == "of" and (numerals.starts(text, found.last + 2) or (opens and numerals.starts(text, found.last + 1))):
        return None
    if before == "of" and numerals.starts(text, found.first - 3) and text.kind(found.first - 2) == "w":
        return "idiom"  # "five members of one family": the same
    if listed(text.next_low(found.last + 1), "one", "saying") or sharing(text, found.last):
        return "idiom"
    if listed(before, "one", "saying") and text.raw(found.first - 2) in CLOSED:
        return "idiom"  # '"It is late," said one northern delegate'
    parted = text.next_low(found.last) in ("has", "was", "is", "had") and of_whole(text, found.first)
    parted = parted or one_of_before(text, found.first)
    if befallen(text, found.last) or beside(text, found.first) or _is_among(text, found) or parted:
        return None  # "one was killed and three were hurt"
    alone = text.kind(found.last) != "w" or listed(after, "one", "not_nouns")
    if listed(text.before(found.first), "one", "harming") and alone and after not in ("of", "to"):
        return None  # "killing one and injuring two"
    if listed(after, "one", "states") or text.kind(found.last) == "n" or (found.additional and after):
        return None
    counts = counts and not text.hyphen(found.last)
    return None if counts and not after.endswith("n't") else "idiom"


def _is_said(text: Scan, at: int) -> bool:
    """Whether a verb of being stands before ``at``, over one adverb: "who was actually one of the nineteen"."""
    adverb = text.low(at - 1).endswith("ly") or text.low(at - 1) in ("now", "still", "once", "only", "also")
    over = at - 1 if adverb else at
    return listed(text.before(over), "one", "being") and text.joined(over - 1, at)


def _is_among(text: Scan, found: Expression) -> bool:
    """The last of "two were stabbed and one was burned": the same is told of several before it."""
    at = found.first
    verb, told = text.next_low(found.last), text.next_low(found.last + 1)
    if text.before(at) not in ("and", ",", "or") or verb not in ("was", "is", "has") or not told.endswith(("ed", "en")):
        return False
    before = text.lows[max(0, at - AMONG) : at]
    return not {"were", "are", "have"}.isdisjoint(before) and any(
        numerals.starts(text, place) for place in range(max(0, at - AMONG), at)
    )


def _half(text: Scan, found: Expression) -> str | None:
    """ "half of" and "half the" are shares; "first half" and "half time" are not."""
    numeral = found.term.numeral
    if numeral.form != "share" or text.low(numeral.last - 1) != "half" or found.term.measure or found.second:
        return None
    after, before = text.next_low(numeral.last), text.before(found.first)
    if _listed_number(before, "half", "after") or text.hyphen(numeral.last) or _listed_number(after, "half", "nouns"):
        return "idiom"
    if before == "and" and text.low(found.first - 2) in words("units", "articles", "durations") | HALVED:
        return "span_of_time"  # "the previous year and a half"
    if before == "in" and not _listed_number(after, "half", "before_whole"):
        return "idiom"
    whole = _listed_number(after, "half", "before_whole") or not noun_follows(text, numeral.last)
    return None if whole or found.approximator != "exact" or text.capital(numeral.last) else "idiom"


def _listed_number(word: str, *keys: str) -> bool:
    return word in words("numbers", *keys)


# Names


def _year_told(text: Scan, found: Expression) -> str | None:
    """ "the year two thousand"."""
    spelt = found.term.numeral.form == "words" and found.second is None and found.unit == COUNT
    year = spelt and text.before(found.first) == "year" and 1000 <= (found.term.value or 0) <= 2100
    return "year" if year and not noun_follows(text, found.last) else None


def _clock(text: Scan, found: Expression) -> str | None:
    """ "two o'clock", "open between nine and five"."""
    second, unit = found.second, found.unit == COUNT
    if second is not None and unit and text.low(found.first) == "between" and not noun_follows(text, found.last):
        low, high = found.term.value or 0, second.value or 0
        return "clock_time" if 0 < high < low <= HOURS and high.denominator == low.denominator == 1 else None
    return "clock_time" if text.next_low(found.last) == "o'clock" else None


def _named(text: Scan, found: Expression) -> str | None:
    """ "the Galaxy 24 was": digits behind a capital in the middle of a sentence, with no noun of their own."""
    at = found.term.first
    behind = found.last + 1 if text.hyphen(found.last) else found.last
    bored = found.measure is None and text.raw(at).startswith(".")
    # "a .270 deer rifle", "with a .22"
    held = text.raw(at) in words("refusals", "labels", "bores") and listed(text.before(at), "labels", "holding")
    bored = bored and (noun_follows(text, found.last) or (held and found.unit == COUNT))
    station = text.low(at - 2) == "(" and text.low(found.last) == ")" and text.raw(at - 1).isupper()  # "(CBS 11)"
    if bored or (station and text.raw(at - 1).isalpha() and is_bare(found)):
        return "name"
    if found.measure is None and listed(text.next_low(behind), "labels", "behind"):
        return "name"  # "a .40 caliber handgun"
    if found.unit in ("mm", "cm") and listed(text.next_low(found.last), "labels", "guns"):
        return "name"  # "a 10mm handgun"
    if _is_model(text, found) or _is_title(text, found):
        return "name"
    band = text.next_low(found.last) == "band" and found.unit in ("GHz", "MHz", "kHz")
    if band:
        return "name"  # "the 3.5 GHz band"
    digits = text.kind(at) == "n" or (text.capital(at) and text.low(at) in cardinals.ones() and text.capital(at - 1))
    if not is_bare(found) or found.first != at or not digits or "," in text.raw(at) or text.glued(at):
        return None
    if not text.capital(at - 1) or text.gap(at) == 2 or text.opens(at - 1) or titled(text, at):
        return None
    if found.additional or (text.kind(at - 2) == "s" and text.low(at - 2) not in (",", "-", "&", "/", "'", "(")):
        return None  # "Another 40", and whatever stands behind a bullet or an emoji, opens a sentence
    if text.next_low(found.last) == "of" and text.kind(found.last + 1) == "n":
        return None  # "gave the Green List 31 of 120 seats"
    if is_gapped(text, at, found.last) or is_owned(text, at, found.last) or told_to(text, at, found.last):
        return None
    dated = listed(text.low(at - 1), "dates", "months") or listed(text.low(at - 1), "dates", "weekdays")
    # What is counted stands in the plural, behind one adjective at most: "in Gaza 300 people", "in Kyiv 12 old men".
    counted = any(plural(text.next_low(found.last + step)) for step in (0, 1))
    follows = noun_follows(text, found.last) and not text.capital(found.last) and counted
    return None if follows or dated else "name"


def _is_model(text: Scan, found: Expression) -> bool:
    """ "a 747 jet": an article before a number that is not round and a noun in the singular make a kind of thing."""
    digits = text.raw(found.first) if is_bare(found) and text.kind(found.first) == "n" else ""
    odd = len(digits) >= LONG and digits.isdecimal() and digits[-1] != "0"
    noun, article = text.next_low(found.last), text.before(found.first)
    single = noun_follows(text, found.last) and not plural(noun) and not text.hyphen(found.last)
    owned = article in ("the", "its", "their", "his", "her", "our", "new")
    kind = article in ("a", "an") or (
        owned and (listed(noun, "labels", "models") or listed(text.next_low(found.last + 1), "labels", "models"))
    )
    return odd and single and kind


def _is_title(text: Scan, found: Expression) -> bool:
    """ "14 Mile", "13 Hours": a unit with a capital, in a line that is no headline, is part of a name."""
    unit = found.term.unit
    if unit is None or unit.first >= unit.last or not (unit.duration or unit.name in ("mi", "acre")):
        return False
    return text.capital(unit.first) and not text.raw(unit.first).isupper() and not titled(text, unit.first)


def _called(text: Scan, found: Expression) -> str | None:
    """ "should call 101": a short number to dial."""
    dialled = listed(text.before(found.first), "phones", "before") and text.kind(found.first) == "n"
    help_called = text.before(found.first) in ("called", "calls") and listed(text.raw(found.first), "phones", "helps")
    dialled = dialled or help_called
    if text.before(found.first) == "to" and text.low(found.first - 2) in ("call", "calls", "called", "calling"):
        return "phone" if is_bare(found) and listed(text.raw(found.first), "phones", "helps") else None
    short = is_bare(found) and len(text.raw(found.first)) == int(entry("refusals", "phones", "digits"))
    if short and listed(text.raw(found.first), "phones", "helps") and listed(text.low(found.last), "phones", "calls"):
        return "phone"  # "999 calls"
    return "phone" if dialled and short and not noun_follows(text, found.last) else None


def _multi(text: Scan, found: Expression) -> str | None:
    """ "a multi-million-dollar deal": no number at all."""
    at = found.term.first
    tied = text.low(at - 1) == "-" and text.glued(at) and text.low(at - 2) in ("multi", "mega", "half")
    return "idiom" if tied else None


def _raced(text: Scan, found: Expression) -> str | None:
    """ "won the 100 metres", "the 1,500 metres freestyle": a race that goes by its length."""
    distance = found.unit == "m" and found.second is None and found.approximator == "exact"
    if not distance or found.term.value not in entry("refusals", "races", "lengths"):
        return None
    if listed(text.next_low(found.last), "races", "events"):
        return "name"
    owned = text.before(found.first) in ("the", "women's", "men's", "boys'", "girls'", "her", "his")
    near = text.lows[max(0, found.first - PHRASE) : found.last + PHRASE]
    return "name" if owned and not words("refusals", "races", "near").isdisjoint(near) else None


RULES: tuple[Rule, ...] = (
    _multi, _clock, _raced, _year_told, _unit_alone, _denominator, _age, _seasons, _span, _half, _one,
    _enumerator, _reference, _named, _called,
)  # fmt: skip
