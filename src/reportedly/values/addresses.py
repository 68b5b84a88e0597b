"""Words that look like values are refused here: numbers of houses and of telephones, each with where it ends."""

from reportedly.values.lexicons import words
from reportedly.values.scan import Scan

# A telephone number has so many digits at least and groups at most; so many words lie between it and what is called.
SHORTEST, GROUPS, CALLED = 5, 5, 9
SPELT = 5  # digits and hyphens of "9-1-1"
ENDINGS = frozenset({"st", "nd", "rd", "th"})  # "4100 SW 68th Street"


def dialled(text: Scan, at: int) -> int | None:
    """ "the helpline, 116 000", "text HELP to 88222", "on 1800 55 1800": groups of digits behind what is called."""
    if _spelt(text, at) in words("refusals", "phones", "helps"):
        return at + SPELT
    spelt = text.raw(at - 2)  # "358-TIPS (8477)"
    bracketed = text.raw(at - 1) == "(" and text.raw(at + 1) == ")" and len(spelt) == len(text.raw(at))
    if bracketed and spelt.isupper() and text.hyphen(at - 3) and text.raw(at - 4).isdecimal():
        return at + 1
    last = at
    while last < at + GROUPS and text.raw(last).isdecimal() and (last == at or text.gap(last) == 1):
        last += 1
    digits = sum(len(text.raw(place)) for place in range(at, last))
    near = text.lows[max(0, at - CALLED) : at]
    if last == at or digits < SHORTEST or words("refusals", "phones", "lines").isdisjoint(near):
        return None
    closed = text.kind(last) != "w" or text.next_low(last) in words("refusals", "one", "not_nouns")
    led = text.before(at) in words("refusals", "phones", "leads")
    return last if led and closed and text.joined(at - 1, last) else None


def _spelt(text: Scan, at: int) -> str:
    """The digits of a number to dial that hyphens set apart, "" where none is: "dial 9-1-1", "a 1-1-2 operator"."""
    tied = text.hyphen(at + 1) and text.hyphen(at + 3)
    return "".join(text.raw(place) for place in (at, at + 2, at + 4)) if tied and not text.hyphen(at + SPELT) else ""


def house(text: Scan, at: int) -> int | None:
    """ "10 Downing Street", "6 Rue du Port"."""
    if not text.raw(at).isdecimal() or len(text.raw(at)) > 5:
        return None
    block = at + 2 if text.hyphen(at + 1) else at + 1
    if text.next_low(block) == "block" and text.next_low(block + 1) == "of":
        hundreds = len(text.raw(at)) > 2 and text.raw(at).endswith("00") and text.capital(block + 2)
        return block + 1 if hundreds or text.before(at) == "the" else None
    if text.capital(at + 1) and text.low(at + 1) in words("refusals", "streets", "before") and text.kind(at + 2) == "w":
        return at + 3
    if text.raw(at + 1) in ("N", "S", "E", "W") and text.low(at + 2) == "." and text.kind(at + 3) in ("w", "n"):
        return at + 2  # "1601 W. 37th St."
    for last in range(at + 1, at + 6):
        is_number = text.kind(last) == "n" and (last > at + 1 or text.low(last + 1) in ENDINGS)  # "440 11th Street"
        nth = is_number or (last > at + 1 and text.glued(last) and text.low(last) in ENDINGS)
        if not (text.capital(last) or nth) or text.gap(last) == 2:
            return None
        if last > at + 1 and text.low(last) in words("refusals", "streets", "words"):
            return last + 1
    return None
