"""Words become values: "one" that counts somebody to whom something happened: "one was killed", "one of whom died".

Elsewhere "one" without a noun stands for something told before and counts nothing.
"""

from reportedly.values.lexicons import words
from reportedly.values.scan import Scan

# Words between "one" and what happened: "one of them was also reportedly killed".
BETWEEN = 4


def befallen(text: Scan, at: int) -> bool:
    """Whether the words at ``at``, those right behind "one", tell that somebody was hurt, caught or saved."""
    if text.low(at) == "of":
        if text.next_low(at + 1) not in words("refusals", "one", "groups"):
            return False
        at += 2
    begun = at
    while at < min(begun + BETWEEN, len(text)) and text.next_low(at) in words("refusals", "one", "telling"):
        at += 1
    told = text.next_low(at)
    return told in words("refusals", "one", "states" if at > begun else "ends")
