"""What does not add up becomes findings: whether two sentences tell of one thing, by the words that they share."""

import re

from reportedly.findings.lexicons import table, thing
from reportedly.findings.paper import WORD
from reportedly.findings.tellings import Telling

STEM = 5  # letters by which two words are one
LONGEST = 500  # characters of a sentence; of a longer run of words any two share some
LEAST = 2  # stems that two sentences on one thing share
WORDS = re.compile(r"\b[a-z]{5,}")  # of so many letters, names left out


def is_alike(one: Telling, odd: Telling) -> bool:
    """Whether two count by one word, or their sentences share some."""
    heads = [thing(told.claim.counted.lemma.casefold()) if told.claim.counted else "" for told in (one, odd)]
    return heads[0] == heads[1] != "" or len(shared(one, odd)) >= LEAST


def shared(one: Telling, odd: Telling) -> frozenset[str]:
    """The stems that two sentences share; a word that opens the one counts where it is no name in the other."""
    mine, theirs = _stems(one), _stems(odd)
    return (mine & theirs) | (mine & _opening(odd)) | (theirs & _opening(one))


def _opening(one: Telling) -> frozenset[str]:
    opening = WORD.match(one.claim.context.quote)
    return frozenset([opening.group().casefold()[:STEM]] if opening else [])


def _stems(one: Telling) -> frozenset[str]:
    """The stems of the words of a sentence that are no names, no numerals, and none of the root's."""
    root = {word.casefold()[:STEM] for word in WORD.findall(f"{one.origin.name} {one.own}")}
    stems = {word[:STEM] for word in WORDS.findall(one.claim.context.quote)}
    return frozenset(stems - root - frozenset(table()["retold"]["any"]["stems"]))


def common(one: Telling, odd: Telling) -> frozenset[str]:
    """The stems of all words that two sentences share, names among them; none where one is a run of many."""
    if max(len(told.claim.context.quote) for told in (one, odd)) > LONGEST:
        return frozenset()
    mine, theirs = (
        {word.casefold()[:STEM] for word in WORD.findall(told.claim.context.quote) if len(word) >= STEM}
        - {word.casefold()[:STEM] for word in WORD.findall(f"{told.origin.name} {told.own}")}
        for told in (one, odd)
    )
    return frozenset((mine & theirs) - frozenset(table()["retold"]["any"]["stems"]))
