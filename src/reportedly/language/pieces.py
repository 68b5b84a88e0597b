"""Words become the pieces the encoder knows: WordPiece over an uncased vocabulary, and the shape the casing took."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import count

PAD, UNKNOWN, FIRST, LAST = 0, 100, 101, 102  # the encoder's own numbers for [PAD], [UNK], [CLS] and [SEP]
LONGEST_WORD = 100  # characters; WordPiece gives up beyond it, so nothing further on can matter
MOST_PIECES = 12  # a word is read by its first and last piece; more of them only crowd the window
REMEMBERED = 200_000  # distinct words kept with their pieces, about 40 MB at the most

SHAPES = 9
LOWER, TITLE, LETTER, CAPITALS, NUMBER, ALPHANUMERIC, MIXED, SYMBOL = range(1, SHAPES)

# Letters and digits go in runs, and marks one by one. One ideograph is a word of its own to the encoder; a pattern that
# knows of them takes long to compile, and few texts have any.
_RUNS = re.compile(r"[^\W_]+|[^\w\s]|_")
_FIRST_IDEOGRAPH = "\u3400"


def shape(word: str) -> int:
    """What the casing and the digits of a word say, which an uncased vocabulary cannot."""
    if word.islower():
        return LOWER
    if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
        return TITLE if len(word) > 1 else LETTER
    if word.isupper():
        return CAPITALS
    letters = any(character.isalpha() for character in word)
    if any(character.isdigit() for character in word):
        return ALPHANUMERIC if letters else NUMBER
    return MIXED if letters else SYMBOL


@cache
def _ideographs() -> re.Pattern[str]:
    return re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+|[^\w\s]|_")


class Pieces:
    """The vocabulary, and a memory of the words met so far."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    @classmethod
    def of(cls, vocabulary: str) -> "Pieces":
        """A vocabulary holds one piece a line; the line's number, from 0, is the piece's."""
        return cls(dict(zip(vocabulary.removesuffix("\n").split("\n"), count(), strict=False)))

    def __call__(self, word: str) -> tuple[tuple[int, ...], int]:
        """The numbers of the word's pieces, at least one, and its shape."""
        word = word[:LONGEST_WORD]
        known = self._known.get(word)
        if known is None:
            known = (self._pieces(word), shape(word))
            if len(self._known) < REMEMBERED:
                self._known[word] = known
        return known

    def _pieces(self, word: str) -> tuple[int, ...]:
        bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        runs = _RUNS if max(bare, default="") < _FIRST_IDEOGRAPH else _ideographs()
        numbers = [number for run in runs.findall(bare) for number in self._split(run)]
        return tuple(numbers[:MOST_PIECES]) or (UNKNOWN,)

    def _split(self, run: str) -> list[int]:
        """Longest match first, as the encoder was trained; a run that cannot be covered is unknown as a whole."""
        numbers: list[int] = []
        at = 0
        while at < len(run):
            for end in range(len(run), at, -1):
                number = self._vocabulary.get(run[at:end] if at == 0 else "##" + run[at:end])
                if number is not None:
                    numbers.append(number)
                    at = end
                    break
            else:
                return [UNKNOWN]
        return numbers
