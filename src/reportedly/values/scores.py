"""Words that look like values are refused here: scores of games and votes, each with where it ends."""

from reportedly.values import numerals, units
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.shapes import WINDOW, plural


def ends(text: Scan, at: int) -> int | None:
    """ "won 3-1", "6-4, 6-3": a falling pair, or one in the neighbourhood of sport."""
    apart = text.raw(at + 1) in ("-", "–") and text.gap(at + 1) == text.gap(at + 2) == 1  # "ended 0 – 0"
    dashed = text.hyphen(at + 1) or apart
    both = (text.raw(at).removesuffix(".5"), text.raw(at + 2).removesuffix(".5"))  # "won by 2.5-1.5"
    if not (dashed and text.kind(at + 2) == "n" and both[0].isdecimal() and both[1].isdecimal()):
        return None
    if text.before(at) in words("refusals", "scores", "counting"):
        return None  # "voted 88-54": so many for it, and so many against
    if max(map(len, both)) > 3 or text.before(at) in ("$", "£", "€", "between"):
        return None
    second = numerals.read(text, at + 2)
    if second is None or second.scale != 1 or units.after(text, second) or text.hyphen(at + 3):
        return None
    if text.low(at + 3) == "/" and text.glued(at + 3):
        return None  # "2-1/2 million"
    if text.capital(at - 1) and text.capital(at + 3) and max(map(len, both)) < len("100") and text.gap(at + 3) == 1:
        return at + 3  # "Togo 1 - 2 Benin"
    near = text.lows[max(0, at - WINDOW) : at + 3 + WINDOW]
    falls = float(text.raw(at)) >= float(text.raw(at + 2))
    counted = text.kind(at + 3) == "w" and plural(text.next_low(at + 3))
    sport = not words("refusals", "scores", "cues").isdisjoint(near) and not counted
    voted = not words("refusals", "scores", "votes").isdisjoint(near) and not counted
    return at + 3 if (falls and not apart) or sport or voted else None


def relation(text: Scan, at: int) -> tuple[int, str] | None:
    """ "a 3-for-1 split", "1-on-1", "a 5-to-4 decision": a relation that is named and counts nothing."""
    tied = text.hyphen(at + 1) and text.low(at + 2) in ("for", "on", "to") and text.hyphen(at + 3)
    if not tied or text.kind(at + 4) != "n" or (text.raw(at + 4) == "1" and text.low(at + 2) == "to"):
        return None
    if text.low(at + 2) != "to":
        return at + 5, "name"
    near = text.lows[max(0, at - WINDOW) : at + 5 + WINDOW]
    told = words("refusals", "scores", "votes") | words("refusals", "scores", "cues")
    return None if told.isdisjoint(near) or text.hyphen(at + 5) else (at + 5, "score")
