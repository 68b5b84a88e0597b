"""Two numbers side by side that tell of one thing: listed by whose each is, told again in another unit, or apart."""

import re
from collections.abc import Sequence

from reportedly.claims.changes import COMPARING, SUMS
from reportedly.claims.lexicons import words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.trees import Tree

# Prepositions behind a measure that tell whose it is, and never what.
LISTED = (("from",), ("to",), ("by",))
SHARED = (*LISTED, ("on",), ("in",))  # of shares: "a fifth in value and a third in volume"
POINTING = (("this",), ("next",), ("last",))
A_YEAR = re.compile(r"(?:19|20)\d\d")
NEAR = 5  # words between two shares of one thing
# Before "the" and a number that what was told is held against, and what may tell behind it whose it is.
HELD = frozenset({"below", "above", "under", "over", "than", "beyond"})
TOLD_BY = frozenset({"WDT", "WP", "VBN", "PRP"})
WHEN = 4  # words from the "of" behind such a number to the time it is of: "the 35,500 of the same month"
BACK = 12  # words from a number in brackets back to what it is held against
CHANGED = COMPARING | {"higher", "lower"}
FORMER = frozenset({"than", "from", "against", "compared"})


def is_listed(tree: Tree, before: Place | None, place: Place) -> bool:
    """ "900m from hospitals, 500m from schools": a list of sums tells of one thing, and of whose each is."""
    if before is None or before.found.quantity.unit != place.found.quantity.unit:
        return False
    if not place.found.is_measure and place.kind != "share":
        return False
    alike = tree.lower[before.after : before.after + 1] == tree.lower[place.after : place.after + 1]
    listed = tree.lower[place.first - 1] in (",", "and", ";")
    near = place.kind == "share" and place.first - before.after <= NEAR
    if listed and near and _is_timed(tree, before.after) and _is_timed(tree, place.after):
        return True  # "growth of 2 percent this year and 3 percent next"
    return alike and listed and tree.lower[place.after : place.after + 1] in (SHARED if near else LISTED)


def _is_timed(tree: Tree, at: int) -> bool:
    """Whether a span of time stands there, if by a pointing word alone: "this year", "in 2026", "next"."""
    if tree.lower[at : at + 1] == ("in",):
        return A_YEAR.fullmatch("".join(tree.lower[at + 1 : at + 2])) is not None
    if tree.lower[at : at + 1] not in POINTING:
        return False
    return not {*tree.lemmas[at + 1 : at + 2]}.isdisjoint(words("times", "words")) or (
        tree.sentence.upos[at + 1 : at + 2] not in (("NOUN",), ("ADJ",), ("PROPN",))
    )


def is_of_a_kind(before: Place | None, place: Place) -> bool:
    """Whether both are told in one unit, or as shares: "one in four, down from 41 percent"."""
    if before is None:
        return False
    return before.kind == place.kind == "share" or before.found.quantity.unit == place.found.quantity.unit


def is_converted(tree: Tree, before: Place | None, place: Place) -> bool:
    """ "500 miles (800 km)": the same told in another unit."""
    if before is None or before.kind != place.kind or not place.found.is_measure:
        return False
    return is_enclosed(tree, before, place) and before.found.quantity.unit != place.found.quantity.unit


def is_enclosed(tree: Tree, before: Place, place: Place) -> bool:
    """Whether a number stands in brackets right behind the one before it."""
    return place.first - 1 == before.after and tree.lower[before.after] == "("


def is_off(tree: Tree, before: Place | None, place: Place) -> bool:
    """ "Will buy two million tonnes, 300,000 tonnes fewer than planned": of what the measure before is of."""
    alike = before is not None and before.kind == place.kind and place.kind in ("extent", "money")
    return alike and _is_set_against(tree, place)


def is_difference(tree: Tree, place: Place) -> bool:
    """ "19 fewer than four years ago": nothing of its own stands between the number and what it is held against."""
    return not place.found.is_measure and _is_set_against(tree, place)


def _is_set_against(tree: Tree, place: Place) -> bool:
    last = max(place.inside)  # "more" belongs to the number, "fewer" does not
    beside = (tree.lower[last : last + 2], tree.lower[last + 1 : last + 3])
    return any(pair[:1] and pair[0] in COMPARING and pair[1:] == ("than",) for pair in beside)


def _is_summed_up(nouns: Nouns, place: Place) -> bool:
    """ "shrank by 61,000 tonnes, a fall of 14 per cent": the change is of what was just told."""
    tree, change = nouns.tree, place.first - 2
    named = change > 1 and tree.lower[change + 1] == "of" and tree.sentence.upos[change] == "NOUN"
    if not named or nouns.way(change) is None or not place.found.is_measure:
        return False
    if place.kind == "money" and tree.lemma(change) in SUMS:
        return False  # "one in three lost their groves, a loss of $9m"
    while change > 1 and tree.sentence.upos[change - 1] in ("DET", "ADJ"):
        change -= 1
    return tree.lower[change - 1] == "," and nouns.of_change(place.first - 2, place.inside) == place.first - 2


def is_former(nouns: Nouns, number: int, places: Sequence[Place | None]) -> bool:
    """Whether a number is what a like one before is held against, told by somebody else or of another time.

    "Turnout at 58%, well below the 63% which the board gave", "shipped 400, far below the 900 of the same month",
    "48% fewer than in the week before (118)".
    """
    tree, place = nouns.tree, places[number]
    if place is None:
        return False
    if _is_summed_up(nouns, place) or (number and _is_changed_from(tree, places[number - 1], place)):
        return True
    before = (one.found.quantity.unit for one in places[:number] if one is not None)
    if place.found.quantity.unit not in before:
        return False
    lower, first, after = tree.lower, place.first, place.after
    if lower[first - 1] == "(" and lower[after : after + 1] == (")",) and first > 1:
        led = lower[max(0, first - BACK) : first]
        return not FORMER.isdisjoint(led) and _is_time(tree, first - 2)
    if first < 2 or lower[first - 1] != "the" or lower[first - 2] not in HELD:
        return False
    if lower[after : after + 1] == ("of",):
        return any(_is_time(tree, token) for token in range(after + 1, min(after + WHEN, len(lower))))
    told = lower[after : after + 1] == ("that",) or not TOLD_BY.isdisjoint(tree.sentence.xpos[after : after + 1])
    return place.kind == "share" and told


def _is_changed_from(tree: Tree, before: Place | None, place: Place) -> bool:
    """ "handled 28,400, 23% fewer than the 35,500 of May": a bare number from which the share before it tells a change.

    It counts what the number that changed to counts.
    """
    if before is None or before.kind != "share" or place.kind != "count":
        return False
    between = tuple(word for word in tree.lower[before.after : place.first] if word != "the")
    bare = tree.sentence.upos[place.anchor] == "NUM" and tree.sentence.upos[place.after : place.after + 1] != ("NOUN",)
    return bare and between[1:] == ("than",) and between[0] in CHANGED


def _is_time(tree: Tree, token: int) -> bool:
    """Whether a time ends there: "the week before", "in 2022"."""
    lower, times = tree.lower, words("times", "words")
    if tree.lemma(token) in times or A_YEAR.fullmatch(lower[token]):
        return True
    return token > 0 and lower[token] in words("times", "back") and tree.lemma(token - 1) in times
