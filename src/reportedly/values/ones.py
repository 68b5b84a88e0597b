"""Words become values: "one" that counts somebody to whom something happened: "one was killed", "one of whom died".

Elsewhere "one" without a noun stands for something told before and counts nothing.
"""

import re
from itertools import pairwise

from reportedly.values import cardinals, numerals
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.shapes import plural

# Words between "one" and what happened: "one of them was also reportedly killed".
BETWEEN = 4
# An aside behind it is at most this long: "one, a midwife of 28, has died".
ASIDE = 10
# Words between "one" and what it is shared by: "one working latrine for every 140 people".
SHARED = 4
# Words from "of the three officials" to what is told of one of them.
TOLD = 30
# Characters from "one was" back to those whom the sentence before counts.
BACK = 240


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


def shared(text: Scan, at: int) -> bool:
    """Whether so many as stand at ``at`` share one of something: "one latrine for every 140 people"."""
    if text.before(at - 1) != "for" or text.before(at) not in ("every", "each"):
        return False
    near = range(at - 4, max(-1, at - 4 - SHARED), -1)
    return any(text.low(place) in ("one", "a", "an") and sharing(text, place + 1) for place in near)


def sharing(text: Scan, at: int) -> bool:
    """Whether what "one" right before ``at`` counts is told for so many: the latrine of "one latrine for every 140"."""
    for place in range(at, min(at + SHARED, len(text))):
        if text.kind(place) != "w":
            return False
        if text.low(place) == "for" and place > at:
            return text.next_low(place + 1) in ("every", "each") and numerals.starts(text, place + 2)
    return False


def is_whole(text: Scan, at: int) -> bool:
    """Whether the number at ``at`` opens its sentence as a whole of which parts are told: "Of the three officials"."""
    of = at - 2
    led = text.low(of) == "of" and text.low(of + 1) in words("refusals", "references", "definite")
    return led and text.raw(of) == "Of" and text.opens(of) and text.kind(at + 1) == "w"


def of_whole(text: Scan, at: int) -> bool:
    """Whether the sentence in which ``at`` stands opens with such a whole."""
    for place in range(at - 1, max(-1, at - TOLD), -1):
        if text.low(place) in (".", "!", "?") or text.gap(place + 1) == 2:
            return False
        if text.raw(place) == "Of" and numerals.starts(text, place + 2):
            return is_whole(text, place + 2)
    return False


def is_odds(text: Scan, at: int) -> bool:
    """Whether a "one" that ends before ``at`` begins a fraction: "one in ten", "one out of five"."""
    behind = at + (text.next_low(at) == "out") + 1
    return (
        text.low(behind - 1) in ("in", "of")
        and behind > at
        and numerals.starts(text, behind)
        and (text.low(behind - 1) == "in" or text.low(at) == "out")
    )


def one_of_before(text: Scan, at: int) -> bool:
    """Whether something was done to one of those whom the sentence before counts: "Seven came. One was turned back"."""
    told = text.next_low(at + 2)
    done = text.next_low(at + 1) == "was" and told.endswith(("ed", "en")) and text.raw(at) == "One" and text.opens(at)
    if not done or told in words("refusals", "one", "felt"):
        return False
    before = text.text[max(0, text.starts[at] - BACK) : text.starts[at]].rstrip(' "”').rstrip(".!?")
    last = re.split(r"[.!?]\s|\n", before)[-1].split()
    pairs = zip(last, pairwise(last[1:]), strict=False)
    return any(_is_several(number) and any(map(plural, behind)) for number, behind in pairs)


def _is_several(word: str) -> bool:
    """Whether a word of a sentence is a number above one, by its letters."""
    low = word.lower()
    return cardinals.ones().get(low, 0) > 1 or low in cardinals.tens() or (low.isdecimal() and int(low) > 1)
