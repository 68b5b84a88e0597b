"""Expressions become figures or refusals: what the rules ask of an expression and of the words around it."""

from functools import cache

from reportedly.values.expressions import Expression
from reportedly.values.lexicons import Phrases, entry, phrases, words
from reportedly.values.scan import Scan


def listed(word: str, *keys: str) -> bool:
    """Whether a list of ``refusals.toml`` holds the word."""
    return word in words("refusals", *keys)


def is_bare(found: Expression) -> bool:
    """Whether it is a whole number with nothing on it: no unit, no hedge, no range."""
    plain = found.term.numeral.plain and found.second is None and found.term.measure is None
    return plain and found.approximator == "exact" and not found.term.negative


def noun_follows(text: Scan, at: int) -> bool:
    """Whether a word stands at ``at`` that a number may count, as far as lists tell."""
    after = text.next_low(at)
    return text.kind(at) == "w" and not listed(after, "one", "not_nouns")


@cache
def listed_phrases(*keys: str) -> Phrases[bool]:
    """The phrases of a list of ``refusals.toml``."""
    return phrases((phrase, True) for phrase in entry("refusals", *keys))
