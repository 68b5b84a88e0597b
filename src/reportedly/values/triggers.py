"""Words become values: where a time may begin, told from single words before any grammar is tried.

Every expression of time holds a word that hardly tells anything else ("Monday", "weeks", "ago", a year), and from its
beginning to that word stand only words that times are made of ("the last two ..."). A text without such a word costs
one look at each of its pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, repeat

from reportedly.values import cardinals, days, numerals
from reportedly.values.lexicons import entry, words
from reportedly.values.scan import Scan
from reportedly.values.timewords import table, units

# A sure word of time, and a word that may stand before one inside the same expression.
SURE, BEFORE = 2, 1
# The first word of the name of a holiday or an event, which is sure only where the whole name stands.
NAMED = 3
# "2024" and "20240617" may be a year and a day of one.
YEAR_SIZES = (4, 8)
# Words of sets and references that tell nothing alone.
LITTLE = frozenset(
    {"a", "an", "the", "of", "in", "at", "as", "to", "and", "no", "not", "by", "this", "possible", "per", "every"}
)
# Words of time that no table of the lexicon lists by themselves.
OTHERS = (
    "next",  # alone, behind "this year and ..."
    "q",
    "o'clock",
    "oclock",
    "half",
    "past",
    "nineteen",
    "eighteen",
    "thousand",
    "twenty",
    "hundred",
    "pm",
    "am",
    "m",
    "h",
    "w",
    "weekday",
    "weekdays",
    "workday",
    "workdays",
    "ish",
    "tens",
    "thousands",
    "period",
    "eve",
)
COUNTS = frozenset(
    {"a", "an", "couple", "several", "few", "many", "some", "numerous", "half", "another", "all", "full", "whole"}
)
LINKS = (
    "-", "/", "'", "‘", ".", "p", "a", "an", "the", "of", "in", "on", "at", "and", "or", "to", "that", "same",
    "ended", "ending", "ends", "which", "st", "nd", "rd", "th", "quarter", "other", "couple", "few", "several", "many",
    "some", "numerous", "another", "all", "full", "whole", "entire", "good", "comparable", "corresponding", "calendar",
    "cy", "year", "thirtieth", "through", "until", "till", "last", "latter", "final",
)  # fmt: skip


# Glued to a number these make a time of it, or may: "17th", "1990s", "at 7p".
ENDINGS = frozenset({"st", "nd", "rd", "th", "s", "'", "a", "p"})


def places(text: Scan) -> Iterator[int]:
    """The places, in order, where an expression of time may begin."""
    known = marks()
    found = [*map(known.get, text.lows, repeat(0))]
    for at in [at for at, kind in enumerate(text.kinds) if kind != "w" and kind != "s"]:
        found[at] = _of_number(text, at, text.kinds[at])
    done = 0
    for sure in [at for at, mark in enumerate(found) if mark >= SURE]:
        if found[sure] >= NAMED:
            found[sure] = SURE if days.named(text, sure) else found[sure] - NAMED
        if found[sure] != SURE:
            continue
        first = sure
        while first > done and found[first - 1]:
            first -= 1
        yield from range(first, sure + 1)
        done = sure + 1


def _of_number(text: Scan, at: int, kind: str) -> int:
    """Four digits may be a year; fewer need a sign or a suffix, or a word of time behind."""
    if kind in ("date", "clock_time"):
        return SURE
    if kind != "n":
        return 0
    size = len(text.lows[at])
    before = text.low(at - 1) if text.glued(at) else ""
    marked = size <= 2 and (before == "/" or (before in ("'", "‘") and size == 2))
    suffixed = text.glued(at + 1) and text.low(at + 1) in ENDINGS
    return SURE if (size in YEAR_SIZES and text.lows[at].isdecimal()) or marked or suffixed else BEFORE


@cache
def marks() -> dict[str, int]:
    """``SURE`` and ``BEFORE`` by word, with and without a possessive ending."""
    single = ("months", "weekdays", "seasons", "deictic", "decades", "parts", "hours")
    sure = {*chain.from_iterable(entry("dates", name) for name in single), *OTHERS}
    sure |= {word for unit in entry("dates", "units").values() for word in unit}
    sure |= {*_plural_weekdays(), *_last_words("sets", "references")}
    sure -= LITTLE
    before = {*LINKS, *cardinals.ones(), *cardinals.tens(), *cardinals.scales(), *entry("dates", "ordinals", "words")}
    before |= _split(_phrases("mods", "hedges", "frames", "toward", "sets", "references"))
    before |= _split(chain(*entry("dates", "beside").values()))
    lists = (("fiscal", "words"), ("between_units", "words"), ("every", "words"), ("every", "alternate"))
    before |= words("dates", "there_is", "reporting")
    before |= {word for keys in lists for word in words("dates", *keys)} | words("numbers", "vague", "plurals")
    before |= numerals.openers()
    made = dict.fromkeys(before, BEFORE) | dict.fromkeys(sure, SURE)
    made |= {word: NAMED + made.get(word, 0) for word in days.openings() - sure}
    return made | {f"{word}'s": mark for word, mark in made.items() if mark == SURE}


def _last_words(*tables: str) -> set[str]:
    """The last words of phrases, of which hardly any stands elsewhere so often as the others."""
    return {phrase.lower().replace("-", " ").split()[-1] for phrase in _phrases(*tables)}


def _plural_weekdays() -> Iterator[str]:
    return (f"{name}s" for name in entry("dates", "weekdays") if len(name) > len("thurs"))


def _phrases(*tables: str) -> Iterator[str]:
    for name in tables:
        for meaning, listed in entry("dates", name).items():
            yield from listed if isinstance(listed, list) else (meaning,)


def _split(phrases: Iterable[str]) -> set[str]:
    """The single words of phrases, in lower case."""
    return {word for phrase in phrases for word in phrase.lower().replace("-", " - ").replace(".", " . ").split()}


@cache
def openings(group: str) -> frozenset[str]:
    """The words a group of expressions begins with; a kind of piece stands behind a blank, so that it is no word."""
    if group in ("n", "date", "clock_time"):
        return frozenset({f" {group}"})
    found = _groups().get(group)
    return _owning(frozenset({group}) if found is None else frozenset(found))


def _owning(listed: frozenset[str]) -> frozenset[str]:
    return listed | {f"{word}'s" for word in listed}


@cache
def _groups() -> dict[str, Iterable[str]]:
    """Groups of opening words by name."""
    numbers = {*cardinals.ones(), *cardinals.tens()}
    tables = {name: table(name).opening for name in ("frames", "sets", "references", "mods", "toward", "hedges")}
    return tables | {
        **{
            name: entry("dates", name)
            for name in ("months", "weekdays", "seasons", "decades", "deictic", "parts", "hours")
        },
        "ordinals": {*entry("dates", "ordinals", "words"), "twenty", "thirty", "thirtieth"},
        "fiscal": words("dates", "fiscal", "words"),
        "hundreds": ("two", "eighteen", "nineteen", "twenty"),
        "quote": ("'", "‘"),
        "named": days.openings() | {"the"},
        "numbers": numbers,
        "ones": tuple(cardinals.ones()),
        "beside": {*table("beside", "published").opening, *table("beside", "text").opening},
        "comparable": ("comparable", "corresponding"),
        "units": units(),
        "counts": numerals.openers() | COUNTS | {"entire"},
        "fractions": ("half", "quarter"),
        "every": words("dates", "every", "words"),
        "plurals": (
            "weekends",
            "weekdays",
            "workdays",
            *_plural_weekdays(),
            *(word for word in entry("dates", "parts") if word.endswith("s")),
        ),
        "ends": ("last", "latter", "final"),
    }
