"""Words become values: names are looked up in tables, by walking over the words of a text once.

It promises that spelling does not hide a name: case where it says nothing, hyphens, apostrophes, dots and diacritics
are folded away, and a name in capitals alone ("US", "WHO") is met in capitals alone. The tables are CSV files beside
this module that an analyst can extend; of several names that begin at a word the longest is taken, so that the work
grows with the text.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Generic, Literal, TypeVar

from reportedly.frozen import dataclass
from reportedly.values.lexicons import words

Kind = Literal["state", "person", "organisation", "place", "outlet", "group", "other"]
Precision = Literal["point", "city", "admin", "country"]
Meaning = TypeVar("Meaning")

# Initials with their stops are one word ("U.S."), so are short forms of saints, mounts and forts, and "OPEC+".
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:St|Mt|Ft|Jr)\.|[A-Z]\.(?= [A-Z][a-z])|[^\W_]+(?:['’ʼʻ`][^\W\d_]+)*(?:\+(?!\w))?"
)
OWNS = re.compile(r"['’]s$|(?<=s)(?=['’]$)", re.IGNORECASE)
APOSTROPHES = "'’ʼʻ‘`´"
# Letters that no decomposition takes apart.
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
)
DASHES = frozenset("-‐‑–")
TITLED = (
    0.7  # share of capitals among a line's longer words from which on a capital says nothing; prose stays below 0.5
)
FEWEST = 3  # longer words; fewer tell nothing of a line
LONGER = 4  # letters; shorter words stay small in most headlines


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: ids and degrees only where the tables are certain, and how wide the point stands for."""

    country: str | None
    precision: Precision
    geonames: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``text[start:end]``, whom or what it names, and by which codes; None is "cannot tell".

    ``actor`` is an ISO 3166-1 alpha-3 code with the roles of CAMEO behind it ("PRK", "KOR/SPY", "IGO/UNO/HLH/WHO").
    ``metonym`` is set where the words show that a capital or seat stands for its government. Names are apart, but for a
    state inside a body of that state ("South Korea" in "South Korea's spy agency").
    """

    start: int
    end: int
    kind: Kind
    name: str
    actor: str | None = None
    wikidata: str | None = None
    place: Place | None = None
    metonym: bool = False


@lru_cache(maxsize=16_384)  # most words of a text come again and again; so many need some two megabytes
def fold(text: str) -> str:
    """``text`` in small letters without marks, apostrophes and dots; what else is no letter or digit is a space."""
    if text.isascii():
        plain = text.lower()
        if plain.isalnum():
            return plain  # as most words
    else:
        parts = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
        plain = "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(LETTERS)
    plain = "".join(sign for sign in plain if sign not in APOSTROPHES and sign != ".")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words: places, folded and written forms, what stands before each, and whether it owns the next.

    ``links`` tell how a word follows the one before: " " a space, "-" a hyphen, "," a comma, "(" other signs, "." the
    end of a sentence or paragraph. ``loud`` are words of lines in capitals, where a capital says nothing, ``capitals``
    words that begin with one.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]
    links: tuple[str, ...]
    owns: tuple[bool, ...]
    loud: tuple[bool, ...]
    capitals: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def key(self, at: int) -> str:
        """The folded word, "" beyond the ends."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def raw(self, at: int) -> str:
        """The word as written, "" beyond the ends."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.starts) else ""

    def link(self, at: int) -> str:
        """How the word at ``at`` follows; "." beyond the ends."""
        return self.links[at] if 0 < at < len(self.links) else "."

    def next(self, at: int) -> str:
        """The folded word at ``at`` if it follows at once, else ""."""
        return self.key(at) if self.link(at) in " -" else ""

    def before(self, at: int) -> str:
        """The folded word before ``at`` if ``at`` follows it at once, else ""."""
        return self.key(at - 1) if self.link(at) in " -" else ""

    def capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= at < len(self.capitals) and self.capitals[at]

    def telling(self, at: int) -> bool:
        """Whether the word's capital tells a name: neither the sentence nor the line would have set it."""
        return self.capital(at) and self.link(at) != "." and not self.loud[at]


def cut(text: str) -> Words:
    """``text`` cut into words."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    owns: list[bool] = []
    links: list[str] = []
    last = 0
    for found in WORD.finditer(text):
        written = found.group()
        owner = OWNS.search(written) or (text[found.end() : found.end() + 1] in {"'", "’"} and written[-1:] == "s")
        end = found.start() + owner.start() if isinstance(owner, re.Match) else found.end()
        links.append(_link(text[last : found.start()]) if starts else ".")
        starts.append(found.start())
        ends.append(end)
        keys.append(fold(text[found.start() : end]))
        owns.append(bool(owner))
        last = found.end()
    loud, capitals = tuple(_loud(text, starts, ends)), tuple([text[start].isupper() for start in starts])
    return Words(text, tuple(starts), tuple(ends), tuple(keys), tuple(links), tuple(owns), loud, capitals)


def _link(between: str) -> str:
    signs = between.strip()
    if signs in {"", "&"}:
        return "." if between.count("\n") > 1 else " "
    if len(signs) == 1 and signs in DASHES and len(between) == 1:
        return "-"
    if any(sign in between for sign in ".!?:;…") or between.count("\n") > 1:
        return "."
    return "," if signs == "," else "("


def _loud(text: str, starts: list[int], ends: list[int]) -> Iterator[bool]:
    """For each word whether its line is set in capitals."""
    first = 0
    while first < len(starts):
        stop = text.find("\n", starts[first])
        stop = len(text) if stop < 0 else stop
        last = first
        while last < len(starts) and starts[last] < stop:
            last += 1
        yield from [_in_capitals(text[starts[first] : stop])] * (last - first)
        first = last


def _in_capitals(line: str) -> bool:
    """Whether most longer words of a line that is no sentence begin with a capital, or all are in capitals.

    A line that tells who wrote the text has its capitals for their names: "By Thandi Nakuru, Health Correspondent".
    """
    if line.partition(" ")[0] in words("names", "bylines") and not line.isupper():
        return False
    long = [word[0] for word in line.split() if len(word) > LONGER]
    if len(long) < FEWEST:
        return False
    return line.isupper() or (
        line.rstrip()[-1] != "." and sum(letter.isupper() for letter in long) > TITLED * len(long)
    )


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``name``.csv beside this module; lines that begin with # tell where it comes from."""
    text = Path(__file__).with_name(f"{name}.csv").read_text("utf-8")
    titles, *lines = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    yield from (dict(zip(titles, line, strict=True)) for line in lines)


def listed(cell: str) -> list[str]:
    """The forms of a cell, which are split by bars."""
    return [form for form in cell.split("|") if form]


Form = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Gazetteer(Generic[Meaning]):
    """Forms by their first word, longest first, each with the case it asks for and its meaning."""

    forms: dict[str, list[tuple[Form, Meaning]]]

    def starting(self, text: Words, at: int) -> tuple[int, Meaning] | None:
        """The word after, and the meaning of, the longest form that begins at ``at``."""
        for (keys, cases), meaning in self.forms.get(text.keys[at], ()):
            if _meets(text, at, keys, cases):
                return at + len(keys), meaning
        return None


def _meets(text: Words, at: int, keys: tuple[str, ...], cases: tuple[str, ...]) -> bool:
    if text.keys[at : at + len(keys)] != keys:
        return False
    if any(text.links[word] not in " -" for word in range(at + 1, at + len(keys))):
        return False
    return all(_cased(text, at + place, case) for place, case in enumerate(cases))


def _cased(text: Words, at: int, case: str) -> bool:
    if case == "any":
        return True
    written = text.raw(at)
    if case == "capital":
        return written[:1].isupper()
    return written.isupper() and (
        "." in written or text.keys[at] not in words("names", "shouted") or not _shouted(text, at)
    )


def _shouted(text: Words, at: int) -> bool:
    """Whether the words around are in capitals too, so that a word in capitals may be a common one."""
    near = [text.raw(word) for word in (at - 1, at + 1) if len(text.raw(word)) > 1]
    return text.loud[at] or (bool(near) and all(word.isupper() for word in near))


def _case(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return "all"
    return "capital" if word[:1].isupper() else "any"


def gazetteer(forms: Iterable[tuple[str, Meaning]]) -> Gazetteer[Meaning]:
    """A table of pairs of a written form and its meaning; of equal forms the first counts."""
    table: dict[str, list[tuple[Form, Meaning]]] = {}
    seen: set[Form] = set()
    for written, meaning in forms:
        word = cut(written)
        form = (word.keys, tuple(_case(word.raw(at)) for at in range(len(word))))
        if form not in seen:
            seen.add(form)
            table.setdefault(form[0][0], []).append((form, meaning))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0][0]))
    return Gazetteer(table)


@cache
def phrase_set(*keys: str) -> Gazetteer[bool]:
    """The phrases at ``keys`` in names.toml, met in any case."""
    return gazetteer((phrase.lower(), True) for phrase in words("names", *keys))
