"""Numbers of what the one before told: "police put it at 1,500, organisers at 6,000", "against 180 in May".

What they count is not looked for in their own clause, which leaves it out. Labels are Universal Dependencies version 2.
"""

from reportedly.claims.estimating import admits
from reportedly.claims.lexicons import words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Place
from reportedly.claims.verbs import Verbs

AGAINST = frozenset({"against", "versus"})
COMPARED = (("compared", "with"), ("compared", "to"))
PARTING = (",", ";", "and", "but")
# Prepositions before the number that a clause without its verb keeps.
GAPPED, NAMED = ("at", "of", "to", "from", "by", "for"), ("NOUN", "PROPN")
PLACING = ("in", "at", "on", "near")
# On which side so many are, behind those who were told to be on one.
SIDES = (("against",), ("opposed",), ("undecided",), ("abstaining",), ("abstained",), ("absent",))
IN_FAVOUR = (("in", "favour"), ("in", "favor"))
TAKING_SIDES = frozenset({"for", "against", "favour", "favor", "support", "opposed", "supported", "backed"})
NEAR, STOPS = 8, frozenset({";", "."})  # words between the two
# Behind a share that another is held against: no whole of its own.
CLOSING = (("for",), ("in",), ("at",), (".",), (",",), ("among",), ())


def is_against(nouns: Nouns, before: Place | None, place: Place) -> bool:
    """ "made 212 arrests in May, against 180 in April": a bare number is of what the one before it counts."""
    tree, lower, first = nouns.tree, nouns.tree.lower, place.first
    compared = lower[first - 2 : first] in COMPARED
    if not compared and lower[first - 1] not in AGAINST:
        return False
    if compared and place.kind == "share" and before is not None and before.kind == "share":
        return lower[place.after : place.after + 1] in CLOSING  # "74% of voters, compared with 17% for Sol"
    alone = tree.base[place.anchor] in ("obl", "nmod") and nouns.following(place.after) is None
    alone = alone or tree.sentence.upos[place.after : place.after + 1] == ("NUM",)  # "38 four years ago"
    return place.kind in ("count", "share") and alone and tree.sentence.upos[place.anchor] == "NUM"


def is_gapped(verbs: Verbs, before: Place | None, place: Place) -> bool:
    """ "police put the crowd at 1,500, organisers at 6,000": the second tells of what the first does.

    So it is of places: "petrol sold in Nairobi at 189.60, in Mombasa at 186.40".
    """
    tree, first = verbs.tree, place.first
    if before is None or tree.lower[first - 1] not in GAPPED or tree.sentence.upos[first - 2] not in NAMED:
        return False
    start = first - 3 - (tree.lower[first - 3] == "the")  # "the police at 963,000"
    if tree.lower[before.first - 1] != tree.lower[first - 1]:
        return False
    placed = tree.lower[start] in PLACING and place.found.is_measure and tree.sentence.upos[first - 2] == "PROPN"
    if placed and place.found.quantity.unit == before.found.quantity.unit:
        return tree.lower[start - 1] in PARTING and verbs.nouns.is_named_place(first - 2)
    if tree.lower[first - 1] == "for" or tree.lower[start] not in PARTING:
        return False
    telling = tree.lemma(tree.head(before.anchor)) in words("figures", "telling", "verbs") or admits(
        tree, before.anchor
    )
    return telling or (tree.sentence.upos[first - 2] == "NOUN" and verbs.is_people(first - 2))


def is_other_side(nouns: Nouns, before: Place | None, place: Place) -> bool:
    """ "48% of voters in favour and 44% against", "17 for the quotas, six against": those of whom the first is told."""
    lower, after = nouns.tree.lower, place.after
    if before is None or before.kind != place.kind or place.kind not in ("share", "count"):
        return False
    side = lower[after : after + 1] in SIDES or (lower[after : after + 2] in IN_FAVOUR)
    alone = nouns.tree.sentence.upos[after + 1 : after + 2] in ((), ("PUNCT",), ("CCONJ",)) or place.kind == "share"
    first = lower[before.after : place.first]
    told = not TAKING_SIDES.isdisjoint(first)
    return side and alone and told and place.first - before.after <= NEAR and STOPS.isdisjoint(first)
