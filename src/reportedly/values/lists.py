"""Numbers that only count the items of a list are no figures: "1." where a line begins, "(2)" behind a "(1)"."""

import re

from reportedly.values import cardinals
from reportedly.values.scan import Scan

# How far from an item stands the one before it or behind it, in characters.
REACH = 600
# Before an item of a list.
ITEM = re.compile(r"\s*(?:[-+*\u2022\u2023\u2013\u2014\u00b7\u25aa\u25cf\u25e6]|\(?[a-z\d]{1,2}[.)])\s+")
# Paragraphs lie between the items that are counted in letters.
FAR = 4000


def number(text: Scan, at: int) -> tuple[int, int] | None:
    """The tokens of the number of an item at ``at`` with its brackets or stop, None where it numbers none."""
    if not text.raw(at).isdecimal() or len(text.raw(at)) > 2 or text.low(at + 1) not in (".", ")"):
        return None
    opening = at - 1 if text.low(at - 1) == "(" and text.glued(at) else at
    closed = text.low(at + 1) == ")" and (opening < at or text.gap(at + 1) == 0)
    if not text.line_opens(opening):
        within = opening < at and closed and text.kind(at + 2) == "w" and _is_one_of(text, at, int(text.raw(at)))
        return (opening, at + 2) if within else None
    if not (closed or text.capital(at + 2)) or not text.glued(at + 1):
        return None
    if opening < at or _lists_before(text, opening, int(text.raw(at)) - 1):
        return opening, at + 2
    ends = text.low(opening - 1) in ("", ".", ":", "!", "?", ";") or text.gap(opening) == 2
    return (opening, at + 2) if ends else None


def spelt(text: Scan, at: int) -> tuple[int, int] | None:
    """ "Two: the bank.", where a sentence far above it opened with "One:"."""
    item = cardinals.ones().get(text.low(at), 0)
    if item < 2 or text.low(at + 1) != ":" or not text.capital(at) or not text.opens(at):
        return None
    before = next((word for word, value in cardinals.ones().items() if value == item - 1), "")
    above = text.text[max(0, text.starts[at] - FAR) : text.starts[at]]
    return (at, at + 1) if re.search(rf"\b{before}:", above, re.IGNORECASE) else None


def _is_one_of(text: Scan, at: int, item: int) -> bool:
    """Whether a number in brackets is the first of several, or one behind such: "(1) rents rose; (2) wages fell"."""
    before = text.text[max(0, text.starts[at] - REACH) : text.starts[at]]
    behind = text.text[text.ends[at] : text.ends[at] + REACH]
    return "(2)" in behind if item == 1 else f"({item - 1})" in before and "(1)" in before


def _lists_before(text: Scan, at: int, item: int) -> bool:
    """Whether a line not far above opens with the number before this one."""
    above = text.text[max(0, text.starts[at] - REACH) : text.starts[at]]
    return any(line.lstrip(" \t(").startswith((f"{item}.", f"{item})")) for line in above.splitlines())
