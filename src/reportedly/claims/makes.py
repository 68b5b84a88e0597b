"""Things that go by letters and a number: of "four F-16s" the name is one word, which a parse takes for three.

So is a noun made of a verb and its particle, a "sell-off". What is counted is the whole name, so that two makes of the
same letters, or of the same number, are never one thing.
"""

import re

from reportedly.claims.mended import take_place
from reportedly.model import Sentence

DASH = "-"
LETTERS = re.compile(r"[A-Z][A-Za-z]{0,3}")
NUMBER = re.compile(r"\d{1,4}[A-Z]{0,3}\d?s?")
PARTICLES = frozenset({"off", "out", "in", "up", "down", "over", "back", "away", "on", "through", "around"})
JOINED = frozenset({"flat", "conj", "nmod", "appos", "dep", "compound"})


def join_makes(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Hang the letters of "F-16s" on its number, which stands where the name does."""
    for dash in range(1, len(heads) - 1):
        letters, number = dash - 1, dash + 1
        if not _is_make(sentence, dash):
            continue
        if heads[number] == letters and relations[number] in JOINED:
            take_place(number, letters, heads, relations)
        if heads[letters] == number or heads[number] != letters:
            heads[letters], relations[letters] = number, "compound"
        heads[dash], relations[dash] = number, "punct"


def make_of(sentence: Sentence, head: int) -> tuple[int, str] | None:
    """The first token of a make that ends in ``head``, and its name in the singular: "f-16"; so of a "sell-off"."""
    if head < 2 or sentence.words[head - 1] != DASH:
        return None
    ending = sentence.words[head].lower().removesuffix("s")
    if ending in PARTICLES and sentence.ends[head - 2] + 1 == sentence.starts[head]:
        return head - 2, f"{sentence.words[head - 2].lower()}-{ending}"
    if not _is_make(sentence, head - 1):
        return None
    letters, number = sentence.words[head - 2].lower(), sentence.words[head].lower()
    return head - 2, f"{letters}-{number.removesuffix('s')}"


def _is_make(sentence: Sentence, dash: int) -> bool:
    letters, number = dash - 1, dash + 1
    if letters < 0 or number >= len(sentence) or sentence.words[dash] != DASH:
        return False
    close = sentence.ends[letters] == sentence.starts[dash] and sentence.ends[dash] == sentence.starts[number]
    named = LETTERS.fullmatch(sentence.words[letters]) and NUMBER.fullmatch(sentence.words[number])
    return close and named is not None
