"""Words that look like values are refused here: sayings and names that hold a number word, and how they begin.

Most begin with a common word ("the", "in"), and what may stand next to it is rare: so hardly a word costs a look.
"""

from functools import cache

from reportedly.values.lexicons import Phrases, entry, phrases
from reportedly.values.scan import SAME


@cache
def idioms() -> Phrases[str]:
    """Sayings: "one by one", "one of the"."""
    return phrases((phrase, "idiom") for phrase in entry("refusals", "idioms", "phrases"))


@cache
def names() -> Phrases[str]:
    """Names: "Six Nations", "Ground Zero"."""
    return phrases(((phrase, "name") for phrase in entry("refusals", "names", "phrases")), cased=True)


@cache
def openers() -> dict[str, frozenset[str]]:
    """The words by which they begin, each with what may stand next, in lower case.

    A word that is all of one has none: nothing next to it tells whether it is one.
    """
    found: dict[str, set[str]] = {}
    alone: set[str] = set()
    for listed in (idioms(), names()):
        alone.update(pieces[0].lower() for pieces in listed.table if len(pieces) == 1)
        for first, after in listed.second.items():
            found.setdefault(first.lower(), set()).update(piece.lower().translate(SAME) for piece in after)
    return {first: frozenset() if first in alone else frozenset(after) for first, after in found.items()}
