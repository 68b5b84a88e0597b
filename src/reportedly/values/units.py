"""Words become units: measures, currencies and lengths of time, before a number or behind it.

Symbols are read as they are written ("MW" is no "mw") and only behind digits; names in any case. A unit named in the
singular belongs to a number only where English lets it: after one, after a fraction, or tied by a hyphen.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from reportedly.values import cardinals, numerals
from reportedly.values.lexicons import Phrases, by_meaning, entry, phrases, words
from reportedly.values.numerals import Numeral
from reportedly.values.scan import Scan

WHOLE = 100  # percent

GrammaticalNumber = Literal["one", "many", "any"]
Name = tuple[str, GrammaticalNumber]

COUNT = "count"
SHARES = frozenset({"percent", "share", "percentage_point"})  # units that are told of anything
SHARE = "share"
TIMES = "times"
# Below these the word is more likely something else: "3 won medals", but "300 won" is money.
LEAST_WON = 100
MONEY_SCALE = 10**6
# "23 per 100,000": from here on the second number is a base of a rate.
LEAST_BASE = 100
# Weather and fevers; "13F" is a form.
HOTTEST, COLDEST_F = 300, 20
# A singular behind digits is a unit up to here: "2024 year" is none.
LONGEST = 999
# "20 (kg)", as tables have it.
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
FEET, INCHES = frozenset({"'", "’", "′"}), frozenset({'"', "”", "″"})
# How far on either side the country of "pesos" and the scale of "degrees" are looked for, in words.
NEAR = 40
# ... and the verb that makes pounds a weight.
WEIGHED = 7


class Unit(NamedTuple):
    """A unit at tokens [first, last); ``name`` as a quantity shows it; ``last_of_rate`` ends what it is told for."""

    name: str
    first: int
    last: int
    duration: bool = False
    last_of_rate: int = 0


def _plural(phrase: str) -> str:
    return phrase + "s"


def _named() -> Iterator[tuple[str, Name]]:
    """Names of units, each with its unit and its grammatical number, with spaces or hyphens inside."""
    for phrase, name in _spelt():
        yield phrase, name
        if " " in phrase:
            yield phrase.replace(" ", "-"), name


def _spelt() -> Iterator[tuple[str, Name]]:
    for phrase, unit in by_meaning(entry("units", "invariant")):
        yield phrase, (unit, "any")
    for phrase, unit in by_meaning(entry("units", "plurals")):
        yield phrase, (unit, "many")
    for phrase, unit in by_meaning(entry("units", "words")):
        yield _plural(phrase), (unit, "many")
        yield phrase, (unit, "one")


@cache
def _names() -> Phrases[Name]:
    return phrases(_named())


@cache
def _symbols() -> Phrases[str]:
    return phrases(by_meaning(entry("units", "symbols")) + _codes(), cased=True)


def _codes() -> list[tuple[str, str]]:
    return [(written, code) for written, (code, _) in _multiplied().items()]


@cache
def _written() -> frozenset[str]:
    return frozenset(mark for mark, _ in by_meaning(entry("units", "symbols")) + _codes())


def _is_warmth(text: Scan, at: int, numeral: Numeral) -> bool:
    """Whether "46.3C" and "104 F" are degrees: no initials, no form ("13F") and no series ("F-Series")."""
    value = numeral.value
    if value is None or abs(value) > HOTTEST or (text.raw(at) == "F" and value < COLDEST_F):
        return False
    if text.hyphen(at + 1) and text.kind(at + 2) == "n" and text.glued(at + 3) and text.raw(at + 3) == text.raw(at):
        return True  # "30C-35C"
    if text.glued(at + 1) and (text.low(at + 1) in ("-", "/") or (text.low(at + 1) == "." and text.glued(at + 2))):
        return False
    after = text.next_low(at + 1)
    listed = after in words("refusals", "one", "not_nouns") or after in words("units", "warmth", "after")
    return text.kind(at + 1) != "w" or listed


@cache
def _signs() -> Phrases[str]:
    return phrases(by_meaning(entry("units", "signs")) + _codes(), cased=True)


@cache
def _durations() -> Phrases[Name]:
    pairs = by_meaning(entry("units", "durations"))
    forms: list[tuple[str, Name]] = []
    for phrase, unit in by_meaning(entry("units", "duration_plurals")):
        forms.append((phrase, (unit, "many")))
    for phrase, unit in pairs:
        forms += [(phrase + end, (unit, "many")) for end in ("s", "s'")]
        forms += [(phrase + end, (unit, "one")) for end in ("", "'s")]
    return phrases(forms)


@cache
def _per() -> Phrases[str]:
    table: dict[str, list[str]] = entry("units", "per")
    heads = [(word, name) for name, listed in table.items() if name not in ("words", "only_money") for word in listed]
    measures = [(phrase, unit) for phrase, (unit, number) in _named() if number != "many"]
    lasting = by_meaning(entry("units", "durations"))
    marks = [(mark, unit) for mark, unit in by_meaning(entry("units", "symbols")) if mark[0].isalpha()]
    return phrases(heads + measures + lasting + marks)


@cache
def _exact() -> dict[str, str]:
    """Units by their symbols and signs; of one that stands for several the first."""
    told = by_meaning(entry("units", "symbols")) + by_meaning(entry("units", "signs"))
    return dict(reversed(told))


def unit_of_word(word: str) -> str | None:
    """The unit a word names ("kilometres" is "km", "$" is "USD", "days" is "day"), None for any other word."""
    symbol = _exact().get(word)
    if symbol is not None:
        return symbol
    low = tuple(word.lower().split())
    named = _names().table.get(low) or _durations().table.get(low)
    return named[0] if named else None


@cache
def _multiplied() -> dict[str, tuple[str, Fraction]]:
    """Codes of money with a thousand or a million before them, each with both: "MEUR", "TSEK"."""
    prefixes: dict[str, int] = entry("units", "multiplied", "prefixes")
    codes = entry("units", "multiplied", "codes")
    return {prefix + code: (code, Fraction(size)) for prefix, size in prefixes.items() for code in codes}


def multiplied(text: Scan, unit: Unit) -> Fraction:
    """What a code of money multiplies by itself: a million in "120 MEUR", 1 where it does not."""
    return _multiplied().get(text.raw(unit.first), ("", Fraction(1)))[1]


def before(text: Scan, at: int) -> Unit | None:
    """The currency sign, code or "magnitude" that begins at ``at``, right before a number."""
    if text.kind(at) not in ("w", "s"):
        return None
    found = _signs().starting(text, at)
    if found is None or text.gap(found[0]) == 2:
        return None
    last, name = found
    if text.raw(at) == "us" and text.gap(at + 1) == 1:
        return None  # "it cost us $3 million"
    if text.raw(at) in words("units", "lone_signs", "words") and last == at + 1 and not _amounts(text, last):
        return None
    if text.raw(at) in words("units", "lone_signs", "names") and not _leads(text, at):
        return None
    end = last + 1 if text.hyphen(last) and name == "magnitude" else last
    return Unit(_meant(text, name, at, last), at, end)


def opens_next(text: Scan, unit: Unit) -> bool:
    """Whether a sign behind a number that has one before it belongs to the next: the "usd" of "rmb 10 usd 20"."""
    sign = _signs().starting(text, unit.first)
    return sign is not None and sign[0] == unit.last and text.kind(unit.last) == "n" and text.gap(unit.last) < 2


def _leads(text: Scan, at: int) -> bool:
    """Whether a name of money stands before its amount, and behind no other number: "rupees 5 lakh"."""
    numeral = numerals.read(text, at + 1) if text.gap(at + 1) == 1 and text.kind(at + 1) == "n" else None
    if numeral is None or text.before(at) in cardinals.scales() or text.kind(at - 1) == "n":
        return False
    ends = text.kind(numeral.last) != "w" or text.low(numeral.last) in words("refusals", "one", "not_nouns")
    return ends and numeral.scale >= LEAST_BASE


def _amounts(text: Scan, at: int) -> bool:
    """Whether a number looks like an amount of money: "2.59 trillion", "1,200", "75 billion"."""
    numeral = numerals.read(text, at, money=True) if text.glued(at) else None
    return numeral is not None and (numeral.scale > 1 or not text.raw(at).isdecimal())


@cache
def is_money(name: str) -> bool:
    """Whether a unit, rate or not, is a currency: three capitals (ISO 4217), or a name whose country is not told."""
    unit = name.partition("/")[0]
    return (len(unit) == len("USD") and unit.isupper()) or unit in words("units", "money", "words")


def exceeds_share(one: Fraction | None, share: Fraction | None) -> bool:
    """Whether ``one`` is too large to be a share beside another: "39.9%, against 748,507 or 39.8%"."""
    return one is not None and share is not None and share <= WHOLE and one >= WHOLE * WHOLE


def is_time(name: str) -> bool:
    """Whether a unit is a length of time."""
    return name in entry("units", "durations")


def after(text: Scan, numeral: Numeral) -> Unit | None:
    """The unit behind a numeral, tied by a hyphen or not; with its rate: "barrels a day"."""
    several = numeral.form == "vague" or text.low(numeral.last - 1) in words("numbers", "vague", "plurals")
    at = numeral.last + (1 if several and text.next_low(numeral.last) == "of" else 0)  # "3 millions of euros"
    if numeral.form == "share" and not _ends_in_number(text, numeral.last - 1):
        at += 1 if text.next_low(at) in ("a", "an") else 0
        one = text.next_low(at) == "of" and text.next_low(at + 1) in ("a", "an", "one", "1")  # "a tenth of one percent"
        at += 2 if one else 0
    hyphen = text.hyphen(at) or (text.low(at) == "-" and text.glued(at) and at == numeral.last)
    here = at + 1 if hyphen else at
    if text.gap(here) == 2:
        return None
    if numeral.form == "digits" and text.raw(here) in BRACKETS and text.raw(here + 2) == BRACKETS[text.raw(here)]:
        inside = _symbols().table.get((text.raw(here + 1),))
        return Unit(inside, here, here + 3) if inside and text.glued(here + 1) and text.glued(here + 2) else None
    return _symbol(text, here, numeral) or _lasting(text, here, numeral, hyphen) or _name(text, here, numeral, hyphen)


def _ends_in_number(text: Scan, at: int) -> bool:
    """ "one in two" is a share of nothing behind it, unlike "half" of "half a kilo"."""
    return text.kind(at) == "n" or text.low(at) in cardinals.ones() or text.low(at) in cardinals.tens()


def _symbol(text: Scan, at: int, numeral: Numeral) -> Unit | None:
    found = _symbols().starting(text, at)
    owning = text.raw(at)[:-2] if text.low(at).endswith("'s") and len(text.raw(at)) > len("m's") else ""
    if (owning,) in _symbols().table and numeral.form == "digits":
        return Unit(_symbols().table[owning,], at, at + 1)  # "17 GW's worth"
    if text.raw(at) in FEET | INCHES and numeral.form == "digits":
        return _tall(text, at)
    spelt = numeral.form != "digits" and text.raw(at) not in ("%", "％", "°", "$", "€", "£", "km", "kg", "cm", "mm")
    if found is None or (spelt and text.raw(at) not in _multiplied()):
        return None
    last, name = found
    if text.text[text.starts[at] : text.ends[last - 1]] not in _written():
        # "12 m 2 dm" are no square metres.
        single = _symbols().table.get((text.raw(at),))
        if single is None:
            return None
        last, name = at + 1, single
    if text.raw(at) in ("C", "F") and not _is_warmth(text, at, numeral):
        return None
    tight = len(text.raw(at)) > 1 or not text.raw(at).isalpha() or text.low(last) != "'"
    # "$" and "€" behind a number may belong to the next one: "5 $3 notes".
    loose = text.raw(at) in ("$", "£") and text.gap(at) == 1 and text.kind(at + 1) == "n" and not _paid(text, at + 2)
    if text.hyphen(last) and text.kind(last + 1) == "n" and text.raw(at).isalpha():
        return None  # "40 F-16s"
    if not tight or loose or (text.glued(last) and text.kind(last) in ("n", "w")):
        return None
    return Unit(_meant(text, name, at, last), at, last)


def _tall(text: Scan, at: int) -> Unit | None:
    """The marks of "5'9"" and of "10" long"; elsewhere they are quotation marks."""
    if text.raw(at) in FEET:
        inches = text.glued(at) and text.glued(at + 1) and text.kind(at + 1) == "n" and text.raw(at + 2) in INCHES
        return Unit("ft", at, at + 1) if inches else None
    long = text.raw(at) == "″" or text.next_low(at + 1) in words("units", "points", "dimensions")
    feet = text.glued(at) and text.glued(at - 1) and text.raw(at - 2) in FEET and text.kind(at - 3) == "n"
    return Unit("in", at, at + 1) if long or feet else None


def _paid(text: Scan, at: int) -> bool:
    """Whether a number that ends before ``at`` has money of its own behind it: the 30 of "10 $ 30 cents"."""
    if text.raw(at) in ("$", "£", "€"):
        return text.kind(at + 1) != "n"
    found = _names().starting(text, at)
    return found is not None and is_money(found[1][0])


def _suits(numeral: Numeral, name: Name, hyphen: bool) -> bool:
    """Whether a number goes with a unit in this grammatical number: "half an hour", "5 km", "a 40-minute delay"."""
    if numeral.form == "share":
        return name[1] != "many"
    if name[1] != "one" or hyphen or numeral.value == 1:
        return True
    if numeral.form in ("digits", "words") and name[0] not in words("units", "singular", "apart"):
        # "a 325 kilometer road", "a five hour operation": told without a hyphen.
        return numeral.scale > 1 or (numeral.value or 0) <= LONGEST or not is_time(name[0])
    money = name[0].isupper() and numeral.scale >= MONEY_SCALE
    return money or (numeral.value is not None and 0 < numeral.value < 1)


def _leads_on(text: Scan, found: tuple[int, Name], hyphen: bool) -> bool:
    """ "5 second-place finishes": a singular tied to what follows and not to its number."""
    return found[1][1] == "one" and text.hyphen(found[0]) and not hyphen


def _lasting(text: Scan, at: int, numeral: Numeral, hyphen: bool) -> Unit | None:
    found = _durations().starting(text, at)
    if found is None or not _suits(numeral, found[1], hyphen) or _leads_on(text, found, hyphen):
        return None
    if text.low(at) == "h" and not (text.raw(at) == "h" and text.glued(at) and numeral.form == "digits"):
        return None  # "48h", but no "plan 2 H"
    return Unit(found[1][0], at, found[0], duration=True)


def _name(text: Scan, at: int, numeral: Numeral, hyphen: bool) -> Unit | None:
    found = _names().starting(text, at)
    if found is None:
        return _points(text, at, numeral) or _ambiguous(text, at, numeral)
    last, (name, _) = found
    if text.glued(last) and text.kind(last) == "n":
        return None  # "3 USD50 cards"
    if not _suits(numeral, found[1], hyphen):
        return None
    return Unit(_meant(text, name, at, last), at, last)


def _meant(text: Scan, name: str, first: int, last: int) -> str:
    """A name that several units share, as the one meant where the words around it tell: "pesos", "degrees"."""
    if name == "pound" and _weighs(text, first, last):
        return "lb"
    if name == "degree":
        return _degree(text, first)
    countries: dict[str, dict[str, list[str]]] = entry("units", "countries")
    if name not in countries:
        return name
    near = frozenset(
        text.lows[at]
        for at in range(max(0, first - NEAR), min(len(text), last + NEAR))
        if not (text.low(at) in words("units", "surnames", "words") and _follows_name(text, at))
    )
    named = [code for code, listed in countries[name].items() if not near.isdisjoint(listed)]
    return named[0] if len(named) == 1 else name


def _follows_name(text: Scan, at: int) -> bool:
    """ "President Alfredo Santiago": a person's name, and no town's."""
    leads = text.low(at - 1) in words("units", "surnames", "not_before")
    return text.gap(at) == 1 and text.capital(at - 1) and not leads


def _degree(text: Scan, at: int) -> str:
    for place in range(max(0, at - NEAR), min(len(text), at + NEAR)):
        scale = {"c": "degC", "celsius": "degC", "centigrade": "degC", "f": "degF", "fahrenheit": "degF"}.get(
            text.low(place)
        )
        if scale and (text.kind(place - 1) == "n" or text.low(place - 1) in ("°", "º", "degrees", "deg")):
            return scale
    return "degree"


def _ambiguous(text: Scan, at: int, numeral: Numeral) -> Unit | None:
    """ "won" is money behind a large number."""
    for name, listed in entry("units", "money_from").items():
        if text.low(at) in listed and (numeral.value or 0) >= LEAST_WON and text.kind(at + 1) != "n":
            return Unit(name, at, at + 1)
    return None


def _weighs(text: Scan, at: int, last: int) -> bool:
    near = text.lows[max(0, at - WEIGHED) : last + 2]
    if text.low(at - 1) in cardinals.scales():
        # Millions of pounds are money unless the verb itself weighs them.
        return not words("units", "weight", "verbs").isdisjoint(near)
    return text.next_low(last) == "of" or not words("units", "weight", "words").isdisjoint(near)


def _points(text: Scan, at: int, numeral: Numeral) -> Unit | None:
    """Points that are percentage points: beside a percentage, or of a rate's move, "a half-point cut"."""
    if text.low(at) not in ("point", "points") or numeral.form == "vague":
        return None
    near = text.lows[max(0, at - NEAR) : at + NEAR]
    counted = not words("units", "points", "apart").isdisjoint(near)
    moved = text.next_low(at + 1) in words("units", "points", "moves")
    moved = moved or not (counted or words("units", "points", "rates").isdisjoint(near))
    tied = text.hyphen(at - 1) and text.next_low(at + 1) in words("units", "points", "tied")
    if tied and not counted:
        return Unit("percentage_point", at, at + 1)  # "a 45-point lead"
    parted = numeral.value is not None and numeral.value.denominator > 1
    led = parted and not words("units", "points", "leading").isdisjoint(near)
    if led and not counted and numeral.form == "digits":
        return Unit("percentage_point", at, at + 1)  # "wins by 0.6 points"
    if (moved and numeral.form == "share") or (not counted and not words("units", "points", "beside").isdisjoint(near)):
        return Unit("percentage_point", at, at + 1)
    return None


def rate(text: Scan, unit: Unit) -> Unit | None:
    """The unit named with what it is told for, "USD/bbl" of "$80 a barrel", up to there; None where nothing is."""
    money = is_money(unit.name)
    tied = _tied_rate(text, unit)
    if tied is not None:
        return tied
    if (often := _often(text, unit)) is not None:
        return often
    links = words("units", "per", "words") | (words("units", "per", "only_money") if money else frozenset())
    link = text.next_low(unit.last)
    if money and link == "for" and text.next_low(unit.last + 1) in words("units", "per", "only_money"):
        span = _durations().starting(text, unit.last + 2)  # "loses £12m for each day of the strike"
        if span is not None:
            return unit._replace(name=f"{unit.name}/{span[1][0]}", last=span[0])
        thing, bare = text.next_low(unit.last + 2), text.kind(unit.last + 2) == "w"
        bare = bare and thing.isalpha() and thing not in words("refusals", "one", "not_nouns")
        return unit._replace(name=f"{unit.name}/{thing}", last=unit.last + 3) if bare else None  # "for each job saved"
    if unit.name in ("percent", "magnitude") or link not in links:
        return None
    if unit.duration and unit.name not in words("units", "rates", "by_day"):
        return None
    found = _per().starting(text, unit.last + 1)
    if found is None:
        thing = text.low(unit.last + 1)
        strange = not money or text.kind(unit.last + 1) != "w" or not (link == "per" or _each(text, unit.last))
        if strange or thing in words("units", "rates", "no_thing"):
            return None
        done = link == "per" and thing.endswith("ed") and text.kind(unit.last + 2) == "w"
        behind = text.low(unit.last + 2)
        done = done and behind.isalpha() and behind not in words("refusals", "one", "not_nouns")
        found = (unit.last + 3, behind) if done else (unit.last + 2, thing)  # "per evacuated household"
    if found[1] == "pound":
        found = found[0], "lb"  # what is paid for a pound is no money
    lasting = unit.duration and found[1] not in ("day", "week", "month", "year")
    shares = not money and link == "a" and found[1] == "share"
    dated = is_time(found[1]) and _dates(text, found[0])
    if lasting or shares or found[1] == unit.name or dated:
        return None
    return unit._replace(name=f"{unit.name}/{found[1]}", last=found[0])


def _often(text: Scan, unit: Unit) -> Unit | None:
    """ "brings in $14 million annually", but not "300 tonnes weekly production"."""
    span = entry("units", "often").get(text.next_low(unit.last))
    if span is None or unit.duration or unit.name in ("percent", "magnitude"):
        return None
    ends = text.kind(unit.last + 1) != "w" or text.low(unit.last + 1) in words("refusals", "one", "not_nouns")
    return unit._replace(name=f"{unit.name}/{span}", last=unit.last + 1) if ends else None


def _tied_rate(text: Scan, unit: Unit) -> Unit | None:
    """ "a $15-an-hour wage": a rate whose words hyphens tie."""
    link = unit.last + 1
    if not (text.hyphen(unit.last) and text.hyphen(link + 1) and text.low(link) in words("units", "per", "words")):
        return None
    found = _per().starting(text, link + 2)
    return None if found is None else unit._replace(name=f"{unit.name}/{found[1]}", last=found[0])


def _each(text: Scan, at: int) -> bool:
    """ "17 rupees a plate": an article and a bare noun behind a price, with which the phrase ends."""
    ends = text.kind(at + 2) != "w" or text.low(at + 2) in words("units", "rates", "behind")
    thing = text.low(at + 1)
    bare = thing.isalpha() and not text.capital(at + 1) and thing not in words("refusals", "one", "not_nouns")
    return text.low(at) in ("a", "an") and ends and bare and thing not in words("refusals", "one", "saying")


def _dates(text: Scan, at: int) -> bool:
    """ "$96m a year earlier", "$240 a week ago": the year says when."""
    # "17 hours a day on Monday", "$4 million a day on the war", but "$96m a year on from the flood"
    on = text.next_low(at) == "on" and text.kind(at + 1) == "w"
    on = on and text.low(at + 1) not in words("units", "rates", "since")
    lasting = text.next_low(at) == "before" and text.low(at + 2) in words("units", "rates", "lasting")
    return text.next_low(at) in words("units", "rates", "dating") and not (on or lasting)


def rate_of_count(text: Scan, at: int) -> Unit | None:
    """What a bare number that ends before ``at`` is told for: "18 a day", "23 per 100,000"."""
    link = text.next_low(at)
    if link not in words("units", "per", "words"):
        return None
    found = _durations().starting(text, at + 1)
    if found is not None and found[1][1] == "one" and not text.low(found[0] - 1).endswith("'s"):
        tied = text.hyphen(found[0]) or _dates(text, found[0]) or text.next_low(found[0]) == "or"
        return None if tied else Unit(f"{COUNT}/{found[1][0]}", at, at, last_of_rate=found[0])
    base = numerals.read(text, at + 1) if link == "per" else None
    if base is None or base.value is None or base.value.denominator != 1 or base.value not in numerals.BASES:
        return None
    return Unit(f"{COUNT}/{base.value}", at, at, last_of_rate=at) if base.value >= LEAST_BASE else None


@cache
def openers() -> frozenset[str]:
    """The first pieces of the signs that stand before a number."""
    return frozenset(pieces[0] for pieces in _signs().table)
