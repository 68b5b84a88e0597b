"""Words become values by lists that stand beside the code; here they are read, once.

A phrase is kept as the pieces it is cut into by the same scanner that cuts the text, so that "per cent", "c." and
"-year-old" are found however they are spaced, and the longest phrase counts.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import tomli

from reportedly.frozen import dataclass
from reportedly.values.scan import Scan, cut

Meaning = TypeVar("Meaning")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of ``name``.toml beside this module."""
    tables: dict[str, Any] = tomli.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
    return tables


@cache
def entry(name: str, *keys: str) -> Any:
    """What stands at ``keys`` in ``name``.toml."""
    found: Any = lexicon(name)
    for key in keys:
        found = found[key]
    return found


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The word list at ``keys`` in ``name``.toml, as a set."""
    return frozenset(entry(name, *keys))


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """Phrases with a meaning each, found from either side; ``cased`` where capitals count.

    ``opening`` and ``closing`` hold the longest phrase for each first and each last piece, ``second`` and ``other``
    the pieces that stand next to those: most words end a look there.
    """

    table: dict[tuple[str, ...], Meaning]
    opening: dict[str, int]
    closing: dict[str, int]
    second: dict[str, set[str]]
    other: dict[str, set[str]]
    cased: bool = False

    def ending(self, text: Scan, at: int, *, floor: int = 0) -> tuple[int, Meaning] | None:
        """The first token and the meaning of the longest phrase whose last token stands right before ``at``."""
        last = text.raw(at - 1) if self.cased else text.low(at - 1)
        longest = self.closing.get(last)
        if longest is None:
            return None
        if longest > 1 and (text.raw(at - 2) if self.cased else text.low(at - 2)) not in self.other[last]:
            longest = 1
        for size in range(min(longest, at - floor), 0, -1):
            meaning = self.table.get(self._pieces(text, at - size, at))
            if meaning is not None and text.joined(at - size, at):
                return at - size, meaning
        return None

    def starting(self, text: Scan, at: int) -> tuple[int, Meaning] | None:
        """The token after, and the meaning of, the longest phrase that begins at ``at``."""
        first = text.raw(at) if self.cased else text.low(at)
        longest = self.opening.get(first)
        if longest is None:
            return None
        if longest > 1 and (text.raw(at + 1) if self.cased else text.low(at + 1)) not in self.second[first]:
            longest = 1
        for size in range(min(longest, len(text) - at), 0, -1):
            meaning = self.table.get(self._pieces(text, at, at + size))
            if meaning is not None and text.joined(at, at + size):
                return at + size, meaning
        return None

    def _pieces(self, text: Scan, first: int, last: int) -> tuple[str, ...]:
        if self.cased:
            return tuple(text.raw(token) for token in range(first, last))
        return tuple(text.lows[first:last])


def phrases(meanings: Iterable[tuple[str, Meaning]], *, cased: bool = False) -> Phrases[Meaning]:
    """A table of ``meanings``, pairs of a phrase and what it means; of equal phrases the first counts."""
    made: Phrases[Meaning] = Phrases({}, {}, {}, {}, {}, cased)
    for phrase, meaning in meanings:
        pieces = _pieces(phrase, cased=cased)
        made.table.setdefault(pieces, meaning)
        for longest, piece in ((made.opening, pieces[0]), (made.closing, pieces[-1])):
            longest[piece] = max(longest.get(piece, 0), len(pieces))
        made.second.setdefault(pieces[0], set()).update(pieces[1:2])
        made.other.setdefault(pieces[-1], set()).update(pieces[-2:-1])
    return made


def _pieces(phrase: str, *, cased: bool) -> tuple[str, ...]:
    """``phrase`` as the scanner cuts it. Most are plain words or tied by hyphens, and there is no need to ask it."""
    if phrase.isascii() and phrase.replace(" ", "").replace("-", "").isalpha():
        return tuple((phrase if cased else phrase.lower()).replace("-", " - ").split())
    return cut(phrase, cased=cased)


def by_meaning(table: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """``{meaning: [phrase, ...]}`` as pairs of phrase and meaning."""
    return [(phrase, meaning) for meaning, listed in table.items() for phrase in listed]
