"""Money that goes by one name in several countries, as that of the one of them that a text has to do with.

"Pesos" are the Philippines' where the words of the report, its dateline or its outlet's name tell of that country and
of no other whose money is called so. Of several, or of none, they stay what they are called.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, cached_property

from reportedly.values.finding import Found, Refused, find
from reportedly.values.lexicons import entry, words
from reportedly.values.names import names

WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")


class Moneys:
    """The moneys of one document; ``text`` and whatever else tells where it is of, as its outlet."""

    def __init__(self, text: str, *beside: str | None) -> None:
        self._all = (text, *(told for told in beside if told))

    def find(self, start: int, end: int) -> tuple[tuple[Found, ...], tuple[Refused, ...]]:
        """Every number of a stretch of the text, money of several countries as the one's that is told of."""
        text = self._all[0]
        founds, refused = find(text, start, end)
        told = [self._meant(found, start, end) for found in founds]
        letters = {found.start for found in told if _is_letter(text, found) and not self._is_told(found)}
        if letters:
            names = [Refused(one.start, one.end, "name") for one in told if one.start in letters]
            refused = tuple(sorted((*refused, *names), key=lambda one: one.start))
        return tuple(found for found in told if found.start not in letters), refused

    def _meant(self, found: Found, start: int, end: int) -> Found:
        money, _, rest = found.quantity.unit.partition("/")
        code = self._code(money, start, end) if money in words("units", "money", "words") else None
        if code is None:
            return found
        unit = "/".join((code, rest)) if rest else code
        return found._replace(quantity=replace(found.quantity, unit=unit))

    def _code(self, money: str, start: int, end: int) -> str | None:
        """The one of the text, of several that of the sentence, of none that of its towns."""
        near = self._near.get(money, [])
        if len(near) == 1:
            return near[0]
        if near:
            here = self._all[0][start:end]
            told = set(telling(here))
            near = [code for code in near if not told.isdisjoint(_countries()[money][code])]
            near = near or [code for code in self._near[money] if _states().get(code) in _at_home(here)]
        elif money in _countries():
            near = [code for code in _countries()[money] if _states().get(code) in self._at_home]
        return near[0] if len(near) == 1 else None

    @cached_property
    def _at_home(self) -> frozenset[str]:
        """The states in which the towns of the text lie."""
        return _at_home(self._all[0])

    def _is_told(self, found: Found) -> bool:
        """Whether a country is told of whose money goes by that name: "K6,000" may be anything else."""
        return bool(self._near.get(found.quantity.unit.partition("/")[0]))

    @cached_property
    def _near(self) -> dict[str, list[str]]:
        """By the name of a money those of the countries told of."""
        told = {word for text in self._all for word in telling(text)}
        return {
            money: [code for code, names in of.items() if not told.isdisjoint(names)]
            for money, of in _countries().items()
        }


def _is_letter(text: str, found: Found) -> bool:
    """Whether a number is money only by a letter before it, of a country that nobody tells of."""
    sign, digit = text[found.numeral[0] - 1 : found.numeral[0]], text[found.numeral[0] : found.numeral[0] + 1]
    unit = found.quantity.unit.partition("/")[0]
    return unit in words("units", "money", "words") and sign in words("units", "lone_signs", "told") and digit.isdigit()


def telling(text: str) -> Iterable[str]:
    """The words of ``text`` that may name a country, in small letters; of "Alfredo Santiago" no town is told."""
    before: re.Match[str] | None = None
    for word in WORD.finditer(text):
        low = word.group().lower()
        if low in _known() and not (before is not None and is_surname(text, before, word)):
            yield low
        before = word


def is_surname(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a town's name stands behind a first name."""
    tight = text[before.end() : word.start()] == " " and before.group()[0].isupper()
    return tight and word.group().lower() in words("units", "surnames", "words") and not _leads(before.group())


def _leads(word: str) -> bool:
    return word.lower() in words("units", "surnames", "not_before")


@cache
def _known() -> frozenset[str]:
    return frozenset(name for of in _countries().values() for names in of.values() for name in names)


def _countries() -> dict[str, dict[str, list[str]]]:
    """By the name of a money and its codes the words that tell of the country."""
    told: dict[str, dict[str, list[str]]] = entry("units", "countries")
    return told


def issuer(unit: str) -> str | None:
    """The state whose own money a unit is, rate or not; None for what is paid all over the world and in many states."""
    return _states().get(unit.partition("/")[0])


def _states() -> dict[str, str]:
    """The state of a money by its code."""
    told: dict[str, str] = entry("units", "issuers")
    return told


def _at_home(text: str) -> frozenset[str]:
    """The states in which the places lie that a text names."""
    told = (name.place.country for name in names(text) if name.kind == "place" and name.place is not None)
    return frozenset(country for country in told if country is not None)
