"""Gold sentences become stretches of the text they were cut from."""

from collections.abc import Sequence
from dataclasses import dataclass

from training.treebank import Gold

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph's text, and where its sentences and their words stand in it."""

    text: str
    sentences: tuple[Stretch, ...]
    words: tuple[tuple[Stretch, ...], ...]


def _words(gold: Gold) -> list[Stretch]:
    """A joined form whose parts do not spell it gives each part the whole stretch, as the shared task did."""
    joined = {group.first: group for group in gold.joined}
    places: list[Stretch] = []
    at = token = 0
    while token < len(gold.words):
        group = joined.get(token)
        form = group.form if group else gold.words[token]
        last = group.last if group else token
        found = gold.text.find(form, at)
        if found < 0:
            return [(0, 0)] * len(gold.words)
        at = found + len(form)
        parts = gold.words[token : last + 1]
        if "".join(parts) == form:
            for part in parts:
                places.append((found, found + len(part)))
                found += len(part)
        else:
            places += [(found, at)] * len(parts)
        token = last + 1
    return places


def page(sentences: Sequence[Gold]) -> Page:
    """One paragraph, its sentences a space apart."""
    text, ranges, words = "", [], []
    for gold in sentences:
        base = len(text) + bool(text)
        text = f"{text} {gold.text}" if text else gold.text
        ranges.append((base, base + len(gold.text)))
        words.append(tuple((start + base, end + base) for start, end in _words(gold)))
    return Page(text, tuple(ranges), tuple(words))
