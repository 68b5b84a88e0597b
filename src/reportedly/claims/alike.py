"""Two numbers side by side that tell of one thing: listed by whose each is, or told again in another unit."""

from reportedly.claims.places import Place
from reportedly.claims.trees import Tree

# Prepositions behind a measure that tell whose it is, and never what.
LISTED = (("from",), ("to",), ("by",))
SHARED = (*LISTED, ("on",), ("in",))  # of shares: "a fifth in value and a third in volume"
NEAR = 5  # words between two shares of one thing


def is_listed(tree: Tree, before: Place | None, place: Place) -> bool:
    """ "900m from hospitals, 500m from schools": a list of sums tells of one thing, and of whose each is."""
    if before is None or before.found.quantity.unit != place.found.quantity.unit:
        return False
    if not place.found.is_measure and place.kind != "share":
        return False
    alike = tree.lower[before.after : before.after + 1] == tree.lower[place.after : place.after + 1]
    listed = tree.lower[place.first - 1] in (",", "and", ";")
    cases = SHARED if place.kind == "share" and place.first - before.after <= NEAR else LISTED
    return alike and listed and tree.lower[place.after : place.after + 1] in cases


def is_converted(tree: Tree, before: Place | None, place: Place) -> bool:
    """ "500 miles (800 km)": the same told in another unit."""
    if before is None or before.kind != place.kind or not place.found.is_measure:
        return False
    return is_enclosed(tree, before, place) and before.found.quantity.unit != place.found.quantity.unit


def is_enclosed(tree: Tree, before: Place, place: Place) -> bool:
    """Whether a number stands in brackets right behind the one before it."""
    return place.first - 1 == before.after and tree.lower[before.after] == "("
