"""Words become units: measures, currencies and lengths of time, before a number or behind it.

Symbols are read as they are written ("MW" is no "mw") and only behind digits; names in any case. A unit named in the
singular belongs to a number only where English lets it: after one, after a fraction, or tied by a hyphen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from reportedly.values import numerals
from reportedly.values.lexicons import Phrases, by_meaning, entry, phrases, words
from reportedly.values.numerals import Numeral
from reportedly.values.scan import Scan

GrammaticalNumber = Literal["one", "many", "any"]
Name = tuple[str, GrammaticalNumber]

COUNT = "count"
SHARE = "share"
TIMES = "times"
# Below these the word is more likely something else: "3 won medals", but "300 won" is money.
LEAST_WON = 100
MONEY_SCALE = 10**6


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at tokens [first, last); ``name`` as a quantity shows it."""

    name: str
    first: int
    last: int
    duration: bool = False


def _plural(phrase: str) -> str:
    return phrase + "s"


def _named() -> Iterator[tuple[str, Name]]:
    """Names of units, each with its unit and its grammatical number."""
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
    return phrases(by_meaning(entry("units", "symbols")), cased=True)


@cache
def _signs() -> Phrases[str]:
    return phrases(by_meaning(entry("units", "signs")), cased=True)


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


def unit_of_word(word: str) -> str | None:
    """The unit a word names ("kilometres" is "km", "$" is "USD", "days" is "day"), None for any other word."""
    exact: list[tuple[str, str]] = by_meaning(entry("units", "symbols")) + by_meaning(entry("units", "signs"))
    symbol = next((unit for phrase, unit in exact if phrase == word), None)
    if symbol is not None:
        return symbol
    low = tuple(word.lower().split())
    named = _names().table.get(low) or _durations().table.get(low)
    return named[0] if named else None


def before(text: Scan, at: int) -> Unit | None:
    """The currency sign, code or "magnitude" that begins at ``at``, right before a number."""
    if text.kind(at) not in ("w", "s"):
        return None
    found = _signs().starting(text, at)
    if found is None or text.gap(found[0]) == 2:
        return None
    last, name = found
    if text.raw(at) in words("units", "lone_signs", "words") and last == at + 1 and not _amounts(text, last):
        return None
    return Unit(name, at, last + 1 if text.hyphen(last) and name == "magnitude" else last)


def _amounts(text: Scan, at: int) -> bool:
    """Whether a number looks like an amount of money: "2.59 trillion", "1,200", "75 billion"."""
    numeral = numerals.read(text, at, money=True) if text.glued(at) else None
    return numeral is not None and (numeral.scale > 1 or not text.raw(at).isdigit())


def is_money(name: str) -> bool:
    """Whether a unit, rate or not, is a currency: three capitals (ISO 4217), or a name whose country is not told."""
    unit = name.partition("/")[0]
    return (len(unit) == len("USD") and unit.isupper()) or unit in words("units", "money", "words")


def after(text: Scan, numeral: Numeral) -> Unit | None:
    """The unit behind a numeral, tied by a hyphen or not; with its rate: "barrels a day"."""
    at = numeral.last + (1 if numeral.form == "vague" and text.next_low(numeral.last) == "of" else 0)
    at += 1 if numeral.form == "share" and text.next_low(at) in ("a", "an") else 0
    at += 2 if numeral.form == "share" and text.next_low(at) == "of" and text.next_low(at + 1) in ("a", "an") else 0
    hyphen = text.hyphen(at) or (text.low(at) == "-" and text.glued(at) and at == numeral.last)
    here = at + 1 if hyphen else at
    if text.gap(here) == 2:
        return None
    return _symbol(text, here, numeral) or _lasting(text, here, numeral, hyphen) or _name(text, here, numeral, hyphen)


def _symbol(text: Scan, at: int, numeral: Numeral) -> Unit | None:
    found = _symbols().starting(text, at)
    if found is None or (numeral.form != "digits" and text.raw(at) not in ("%", "％", "°", "$", "€", "£")):
        return None
    last, name = found
    tight = len(text.raw(at)) > 1 or not text.raw(at).isalpha() or text.low(last) != "'"
    # "$" and "€" behind a number may belong to the next one: "5 $3 notes".
    loose = text.raw(at) in ("$", "£") and text.gap(at) == 1
    if text.hyphen(last) and text.kind(last + 1) == "n" and text.raw(at).isalpha():
        return None  # "40 F-16s"
    if not tight or loose or (text.glued(last) and text.kind(last) in ("n", "w")):
        return None
    return Unit(name, at, last)


def _suits(numeral: Numeral, name: Name, hyphen: bool) -> bool:
    """Whether a number goes with a unit in this grammatical number: "half an hour", "5 km", "a 40-minute delay"."""
    if numeral.form == "share":
        return name[1] != "many"
    if name[1] != "one" or hyphen or numeral.value == 1:
        return True
    money = name[0].isupper() and numeral.scale >= MONEY_SCALE
    return money or (numeral.value is not None and 0 < numeral.value < 1)


def _lasting(text: Scan, at: int, numeral: Numeral, hyphen: bool) -> Unit | None:
    found = _durations().starting(text, at)
    if found is None or not _suits(numeral, found[1], hyphen):
        return None
    return Unit(found[1][0], at, found[0], duration=True)


def _name(text: Scan, at: int, numeral: Numeral, hyphen: bool) -> Unit | None:
    found = _names().starting(text, at)
    if found is None:
        return _ambiguous(text, at, numeral)
    last, (name, _) = found
    if not _suits(numeral, found[1], hyphen):
        return None
    if name == "pound":
        name = _pound(text, at, last, numeral)
    return Unit(name, at, last)


def _ambiguous(text: Scan, at: int, numeral: Numeral) -> Unit | None:
    """ "won" is money behind a large number."""
    for name, listed in entry("units", "money_from").items():
        if text.low(at) in listed and (numeral.value or 0) >= LEAST_WON and text.kind(at + 1) != "n":
            return Unit(name, at, at + 1)
    return None


def _pound(text: Scan, at: int, last: int, numeral: Numeral) -> str:
    if numeral.scale >= MONEY_SCALE and text.next_low(last) != "of":
        return "GBP"
    weighed = not words("units", "weight", "words").isdisjoint(text.lows[max(0, numeral.first - 6) : last + 2])
    if weighed or text.next_low(last) == "of":
        return "lb"
    return "pound"


def rate(text: Scan, unit: Unit) -> Unit | None:
    """The unit named with what it is told for, "USD/bbl" of "$80 a barrel"; None where nothing is."""
    money = is_money(unit.name)
    links = words("units", "per", "words") | (words("units", "per", "only_money") if money else frozenset())
    if unit.duration or unit.name in ("percent", "magnitude") or text.next_low(unit.last) not in links:
        return None
    found = _per().starting(text, unit.last + 1)
    if found is None or found[1] == unit.name or (not money and text.low(unit.last) == "a" and found[1] == "share"):
        return None
    return replace(unit, name=f"{unit.name}/{found[1]}")


@cache
def openers() -> frozenset[str]:
    """The first pieces of the signs that stand before a number."""
    return frozenset(pieces[0] for pieces in _signs().table)
