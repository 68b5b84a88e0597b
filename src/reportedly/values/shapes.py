"""How words and lines are set: the capitals of a headline, the ending of a plural."""

from reportedly.values.lexicons import words
from reportedly.values.scan import Scan

# How many words on either side are looked at; shorter words say nothing of how a headline is set.
WINDOW, SHORT = 8, 4


def titled(text: Scan, at: int) -> bool:
    """Whether the line around ``at`` is set in capitals as headlines are, so that a capital says nothing."""
    first, last = at, at + 1
    while at - first < WINDOW and text.gap(first) < 2:
        first -= 1
    while last - at < WINDOW and text.gap(last) < 2:
        last += 1
    shown = [t for t in range(first, last) if t != at and text.kind(t) == "w" and len(text.low(t)) >= SHORT]
    return len(shown) > 1 and all(text.raw(token)[0].isupper() for token in shown)


def plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural."""
    if word in words("refusals", "nouns", "people") or (len(word) > 3 and word.endswith("s") and word[-2] not in "su"):
        return True
    return len(word) > 5 and word.endswith("men") and word not in words("refusals", "nouns", "in_men")


def told_to(text: Scan, at: int, last: int) -> bool:
    """Whether a capital before a number only hears of it: "told Reuters 12 had died", "told the BBC 300 were ill"."""
    teller = at - 3 if text.low(at - 2) == "the" else at - 2
    told = text.low(teller) in words("refusals", "one", "saying") or text.low(teller) == "tell"
    return told and text.next_low(last) in words("refusals", "one", "telling") | words("refusals", "one", "ends")


def run_end(text: Scan, at: int) -> int:
    """Where the letters and digits tied to each other end."""
    last = at + 1
    while last < len(text) and text.glued(last) and (text.kind(last) in ("n", "w") or text.hyphen(last)):
        last += 1
    return last


def is_term(text: Scan, at: int, first: int, longest: int) -> bool:
    """Whether two years tied to each other tell when something was: "the war of 1998-2000 cost", "in 2010-2012"."""
    usual = int(text.raw(at)) >= first and int(text.raw(at + 2)) - int(text.raw(at)) <= longest
    before, after = text.before(at), text.next_low(at + 3)
    dated = before in words("refusals", "dates", "before_year")
    counted = text.kind(at + 3) == "w" and plural(after) and after not in words("refusals", "one", "states")
    return usual and dated and not (counted and before not in ("in", "since", "during"))
