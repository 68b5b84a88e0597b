"""Words become values: towns and divisions are found in a file that is never read as a whole.

The file is sorted by bytes, so that a name is found by halving and the first article costs no parse of fifty thousand
rows. It promises that a place which cannot be told from its namesakes has no country and no degrees: a town counts as
the one meant only where the words behind it name its state or division, where its state is named in the text, or where
its namesakes are far smaller.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reportedly.values.gazetteer import Gazetteer, Place, Precision, Words, fold, gazetteer, listed
from reportedly.values.gazetteer import rows as table_rows
from reportedly.values.lexicons import words

NAMED = 10  # how much a state's being named in the text weighs against inhabitants
CAPITAL = 10  # how much being a capital weighs: London stays London where Canada is named
SURE = 6  # how many times heavier than its namesakes abroad the place meant has to be
KNOWN = 300_000  # inhabitants from which on a town is taken without a preposition or its state beside it
LARGE = 100_000  # inhabitants from which on a town without a namesake of its size abroad is taken as it is
SMALL = 0.15  # share of its inhabitants below which a namesake does not count; Geneva in Illinois is 0.11 of Geneva,
# Tripoli in Lebanon 0.18 of Tripoli
SMALLEST = 1000  # inhabitants a division counts as beside towns of its name
FAMED = 5_000_000  # the same for divisions of states whose news is told by them; few towns of their names come near
TOLD_BY_DIVISION = frozenset({"USA"})


class Row(NamedTuple):
    """One row of the file: a town ("c"; "w" if its name is a word too), a division ("a", "v"), a county ("n", "m")."""

    keys: tuple[str, ...]
    name: str
    geonames: str
    country: str
    division: str
    latitude: float | None
    longitude: float | None
    inhabitants: int
    kind: str

    @property
    def is_division(self) -> bool:
        """Whether this is a first-level division of a state."""
        return self.kind in "av"

    @property
    def is_county(self) -> bool:
        """Whether it is a part of a division in which there are towns."""
        return self.kind in "nm"

    @property
    def is_word(self) -> bool:
        """Whether the name is a common word or a person's too."""
        return self.kind in "wvm"

    def place(self) -> Place:
        """Where it is."""
        precision: Precision = "admin" if self.is_division or self.is_county else "city"
        return Place(self.country, precision, self.geonames, self.latitude, self.longitude)


@cache
def _lines() -> list[bytes]:
    return Path(__file__).with_name("places.csv").read_bytes().splitlines()


@lru_cache(maxsize=4096)
def beginning(word: str) -> dict[tuple[str, ...], tuple[Row, ...]]:
    """The places whose name begins with the folded ``word``, by their folded words; those of most words first."""
    lines, key = _lines(), word.encode()
    first = bisect_left(lines, key + b" ")
    last = bisect_right(lines, key + b",\xff", first)
    found = [_row(line.decode()) for line in lines[first:last]]
    found.sort(key=lambda row: (-len(row.keys), row.keys, row.geonames))
    return {keys: tuple(namesakes) for keys, namesakes in groupby(found, key=lambda row: row.keys)}


@lru_cache(maxsize=4096)
def _lengths(word: str) -> tuple[int, ...]:
    """How many words the names have that begin with ``word``; the most first."""
    return tuple(sorted({len(keys) for keys in beginning(word)}, reverse=True))


def namesakes(name: str) -> tuple[Row, ...]:
    """The places of a name, however it is spelt."""
    keys = tuple(fold(name).split())
    return beginning(keys[0]).get(keys, ()) if keys else ()


def division(country: str, code: str) -> str | None:
    """The folded name of a first-level division by its state and code."""
    return _divisions().get((country, code))


@cache
def _divisions() -> dict[tuple[str, str], str]:
    """The names of all divisions, the first in the file of each: a look at every line, for who asks."""
    found: dict[tuple[str, str], str] = {}
    for line in _lines():
        if line.endswith((b",a", b",v")):
            row = _row(line.decode())
            found.setdefault((row.country, row.division), fold(row.name))
    return found


def _row(line: str) -> Row:
    key, name, geonames, country, division, latitude, longitude, inhabitants, kind = line.split(",")
    north, east = (float(latitude), float(longitude)) if latitude else (None, None)
    return Row(tuple(key.split()), name, geonames, country, division, north, east, int(inhabitants), kind)


def starting(text: Words, at: int) -> tuple[int, tuple[Row, ...]] | None:
    """The word after, and the namesakes of, the longest place name that begins at ``at`` and is in capitals."""
    if not text.capital(at):
        return None
    first = text.keys[at]
    for length in _lengths(first):
        end = at + length
        found = beginning(first).get(text.keys[at:end])
        if found and text.capital(end - 1) and _in_one(text, at, end):
            return end, found
    return None


def _in_one(text: Words, at: int, end: int) -> bool:
    return all(text.links[word] in " -" for word in range(at + 1, end))


def meant(
    namesakes: Sequence[Row], named: Collection[str], *, state: str | None = None, division: str | None = None
) -> Row | None:
    """The one of ``namesakes`` that is meant, or None.

    ``named`` are the states named in the text; ``state`` and ``division`` stand right behind the name.
    """
    if state:
        namesakes = [row for row in namesakes if row.country == state and division in (None, row.division)]
    if state is None and (largest := towering(namesakes)):
        return largest
    weighed = sorted(((_weight(row, named), row.geonames, row) for row in namesakes), key=lambda entry: entry[:2])
    if not weighed:
        return None
    best = weighed[-1]
    rivals = [weight for weight, _, row in weighed[:-1] if row.country != best[2].country]
    return best[2] if not rivals or best[0] >= SURE * max(rivals) else None


def towering(namesakes: Sequence[Row]) -> Row | None:
    """The one large town beside which its namesakes abroad are small: Geneva stays so where the States are named."""
    largest = max(namesakes, key=lambda row: (row.inhabitants, row.geonames))
    abroad = [row.inhabitants for row in namesakes if row.country != largest.country]
    alone = largest.inhabitants >= LARGE and max(abroad, default=0) < SMALL * largest.inhabitants
    return largest if alone and not any(is_famed(row) for row in namesakes) else None


def rivalled(namesakes: Sequence[Row], capital: Row, named: Collection[str]) -> bool:
    """Whether a namesake of a capital abroad is too large, in a state named in the text, to be passed over."""
    rivals = [
        _weight(row, named)
        for row in namesakes
        if row.country != capital.country and row.inhabitants >= SMALL * capital.inhabitants
    ]
    return CAPITAL * capital.inhabitants < SURE * max(rivals, default=0)


def at_home(namesakes: Sequence[Row], signs: Collection[str]) -> tuple[Row, ...]:
    """In a text that has to do with one state only, the namesakes in that state, if there are any; else all."""
    home = tuple(row for row in namesakes if row.country in signs) if len(signs) == 1 else ()
    return home or tuple(namesakes)


@cache
def abbreviations() -> Gazetteer[tuple[str, str]]:
    """Short forms of divisions: the state and the division's code."""
    return gazetteer(
        (form, (row["iso3"], row["division"])) for row in table_rows("divisions") for form in listed(row["forms"])
    )


def twinned(namesakes: Sequence[Row], row: Row) -> bool:
    """Whether another town of the same state and name is nearly as large: the state is known then, and no more."""
    return any(
        other.geonames != row.geonames
        and other.country == row.country
        and not other.is_division
        and not row.is_division
        and other.inhabitants * SURE > row.inhabitants
        for other in namesakes
    )


def _weight(row: Row, named: Collection[str]) -> int:
    least = FAMED if is_famed(row) else SMALLEST
    return max(row.inhabitants, least) * (NAMED if row.country in named else 1)


def is_famed(row: Row) -> bool:
    """Whether the row is a division that news names as it names states ("in Ohio")."""
    return row.is_division and row.country in TOLD_BY_DIVISION


def division_after(text: Words, end: int) -> bool:
    """Whether the words behind a name make it a division: "the Odesa region"."""
    return text.next(end) in words("names", "divisions")


def is_known(row: Row) -> bool:
    """Whether the place is large enough to be named without more words."""
    return row.inhabitants >= KNOWN
