"""Words become values: "one" that counts somebody to whom something happened: "one was killed", "one of whom died".

Elsewhere "one" without a noun stands for something told before and counts nothing.
"""

from reportedly.values.lexicons import words
from reportedly.values.scan import Scan

# Words between "one" and what happened: "one of them was also reportedly killed".
BETWEEN = 4
# An aside behind it is at most this long: "one, a midwife of 28, has died".
ASIDE = 10


def beside(text: Scan, at: int) -> bool:
    """Whether "one" at ``at`` is set beside those told before, of whom it tells more: "15, one of them dead"."""
    of = text.next_low(at + 1) == "of" and text.next_low(at + 2) in ("them", "these", "those")
    told = text.next_low(at + 3)
    return of and text.before(at) == "," and told != "" and told not in words("refusals", "one", "saying")


def befallen(text: Scan, at: int) -> bool:
    """Whether the words at ``at``, those right behind "one", tell that somebody was hurt, caught or saved."""
    if text.low(at) == "of":
        if text.next_low(at + 1) not in words("refusals", "one", "groups"):
            return False
        at += 2
    if text.low(at) == ",":  # "one, a midwife of 28, has died"
        at = next((place + 1 for place in range(at + 1, min(at + ASIDE, len(text))) if text.low(place) == ","), at)
    begun = at
    while at < min(begun + BETWEEN, len(text)) and text.next_low(at) in words("refusals", "one", "telling"):
        at += 1
    told = text.next_low(at)
    return told in words("refusals", "one", "states" if at > begun else "ends")
