"""Numbers that only name what stands before them are no figures: "Article 5", "phase two", "posts 542 and 543"."""

import re

from reportedly.values import cardinals, hedges, numerals, units
from reportedly.values.gapped import is_gapped
from reportedly.values.lexicons import words
from reportedly.values.scan import Scan
from reportedly.values.shapes import WINDOW, plural, run_end, titled, told_to

# "NewsChannel 5", "iOS 4": a capital within a word makes a brand of it.
CAMEL = re.compile(r"[a-z][A-Z]")


def labelled(text: Scan, at: int) -> tuple[int, int] | None:
    """The tokens of a name that the number at ``at`` is part of, None where it is no label's."""
    if text.gap(at) == 2 or not (_names_by(text, at) or _goes_on(text, at)):
        return _more_labelled(text, at) or _several_labelled(text, at)
    numeral = numerals.read(text, at)
    if numeral is None or numeral.form not in ("digits", "words") or numeral.scale != 1 or "," in text.raw(at):
        return None
    if units.after(text, numeral) and text.low(at - 1) not in words("refusals", "labels", "capital"):
        return None
    last = numeral.last
    if told_to(text, at, last):
        return None
    if numeral.form == "words" and not text.capital(at) and is_gapped(text, at, last):
        return None  # "the Greens took 13 seats, the Farmers' League eight"
    if text.hyphen(last) and text.kind(last + 1) == "n" and text.low(at - 1) in words("refusals", "labels", "capital"):
        last = run_end(text, last)  # "a Boeing 737-800"
    return (at - 1, _past_all(text, last))


def _past_all(text: Scan, at: int) -> int:
    """Behind a label that says how many there are: "image 2 of 10"."""
    every = numerals.read(text, at + 1) if text.low(at) == "of" and text.gap(at) != 2 else None
    return at if every is None or every.form != "digits" else every.last


def labelled_word(text: Scan, at: int) -> tuple[int, int] | None:
    """ "Article Five", "phase two": number words take a label as digits do."""
    return labelled(text, at) if text.low(at) in cardinals.ones() or text.low(at) in cardinals.tens() else None


def _names_by(text: Scan, at: int) -> bool:
    """Whether the word before ``at`` makes a name of the number."""
    if text.hyphen(at - 2):
        return False  # "a seven-figure one"
    behind = hedges.inside(text, at + 1).last
    label, after = text.before(at), text.next_low(behind)
    follows = text.kind(behind) == "w" and after not in words("refusals", "one", "not_nouns")
    large = text.kind(at) == "n" and len(text.raw(at)) > 2
    if text.raw(at - 1) != label and label in words("refusals", "labels", "capital"):
        return after not in words("refusals", "nouns", "people")
    if label not in words("refusals", "labels", "any"):
        return CAMEL.search(text.raw(at - 1)) is not None and not (follows and plural(after))
    if text.raw(at - 1) == label and text.before(at - 1) in words("refusals", "labels", "subjects"):
        return False
    if (label in words("refusals", "labels", "cased") and not text.capital(at - 1)) or after == "times":
        return False  # "flies the route four times"
    if label == "count" and text.before(at - 1) not in ("on", "of", "to", "under", "for"):
        return False  # "at the last count 300 were missing"
    if label not in words("refusals", "labels", "loose"):
        return text.capital(at - 1) or not (follows and plural(after) and large)
    if label in ("number", "numbers"):
        called = text.before(at - 2) in words("refusals", "labels", "being")  # "is now number 3"
        if text.before(at - 1) == "now" and not called:
            return False  # "the dead now number 54"
        verb = text.before(at - 1) == "to" and text.before(at - 2) in words("refusals", "labels", "numbering")
        return not large and not verb  # "is to number 40", but "rose to number 3"
    capital = text.capital(at - 1) and not titled(text, at)
    if capital and text.opens(at - 1):  # "Pump 4 failed", but "Books 40 rooms", "Order 40 pizzas"
        return not follows or not (plural(after) or label in words("refusals", "labels", "ordering"))
    return not follows or capital


def _goes_on(text: Scan, at: int) -> bool:
    """Whether the number names a part of what was named before: "Sector 5, target 9"."""
    named = text.kind(at - 1) == "w" and text.low(at - 2) == "," and text.raw(at - 3).isdecimal()
    if not named or text.before(at) not in words("refusals", "labels", "any"):
        return False
    if text.kind(at + 1) == "w" and text.next_low(at + 1) not in words("refusals", "one", "not_nouns"):
        return False
    return text.capital(at - 4) and _names_by(text, at - 3)


def _more_labelled(text: Scan, at: int) -> tuple[int, int] | None:
    """The second of "Articles 5 and 6", "chapters 3 to 5"."""
    links = ("and", "to", "or", "-", ",", "&")
    instead = " ".join((text.before(at - 1), text.before(at))) in words("refusals", "labels", "instead")
    if instead and text.raw(at).isdecimal() and text.raw(at - 3).isdecimal() and text.joined(at - 4, at):
        return (at, at + 1) if _names_by(text, at - 3) else None  # "Runway 27 instead of 09"
    if text.before(at) in links and text.raw(at).isdecimal() and _listed_after_nos(text, at, links):
        return (at, at + 1)
    if text.before(at) not in links or text.gap(at) == 2 or text.kind(at - 2) != "n" or not text.raw(at).isdecimal():
        return None
    first = at - 2
    while text.before(first) in links and text.raw(first - 2).isdecimal() and first > at - WINDOW:
        first -= 2  # "Articles 5, 6 and 9"
    if not text.raw(at - 2).isdecimal() or text.before(first) not in words("refusals", "labels", "any"):
        return None
    if not plural(text.before(first)) and _counts_behind(text, at):
        return None
    return (at, at + 1) if _names_by(text, first) and units.after(text, numerals.bare(text, at)) is None else None


def _counts_behind(text: Scan, at: int) -> bool:
    """Whether a number behind one name counts what comes next: "in Ward 4, 120 people", but "Reactor 2, 3 and 4"."""
    follows = text.kind(at + 1) == "w" and text.next_low(at + 1) not in words("refusals", "one", "not_nouns")
    if text.before(at) != ",":
        return follows and plural(text.next_low(at + 1))
    return not (text.low(at + 1) in (",", "and", "or", "&") and text.raw(at + 2).isdecimal())


def _several_labelled(text: Scan, at: int) -> tuple[int, int] | None:
    """ "near posts 542 and 543": a noun in the plural before two numbers with nothing counted behind them."""
    label, second = text.before(at), at + 2
    others = words("refusals", "nouns", "people") | words("refusals", "one", "not_nouns")
    if text.gap(at) == 2 or text.kind(at - 1) != "w" or not plural(label) or label in others:
        return None
    pair = text.raw(at).isdecimal() and text.next_low(at + 1) in ("and", "or") and text.raw(second).isdecimal()
    if not pair or units.after(text, numerals.bare(text, second)) is not None:
        return None
    closed = text.kind(second + 1) != "w" or text.next_low(second + 1) in words("refusals", "one", "not_nouns")
    return (at - 1, second + 1) if closed else None


def _listed_after_nos(text: Scan, at: int, links: tuple[str, ...]) -> bool:
    """Whether ``at`` goes on a list that "Nos." opens: "Nos. 4, 5 and 6"."""
    for back in range(at - 2, max(-1, at - WINDOW), -2):
        if text.low(back + 1) not in links or text.gap(back + 2) == 2:
            return False
        if text.kind(back) == "name":
            return text.low(back).startswith("nos")
        if not text.raw(back).isdecimal():
            return False
    return False
