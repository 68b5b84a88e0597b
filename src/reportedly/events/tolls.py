"""Claims of the same happening become an event: what a report says befell people in it, as one number each.

Within a report a figure told again counts once, a part of a number is no number of its own, and persons told without a
numeral count where no number is written. What is promised: the order of the claims does not matter; what a report does
not tell is not in the answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from reportedly.model import Bounds, Claim, Document, Reported, Scope
from reportedly.values.bounds import bounds

PARTS = ("deaths", "wounded")
GROWING = frozenset({"deaths"})  # the dead stay dead; who was wounded may die or go home
DONE = frozenset({"happened", "ongoing"})


def told(document: Document, claims: Iterable[Claim], parts: Sequence[str] = PARTS) -> dict[str, Bounds]:
    """For each of ``parts`` (slugs of measures) that ``claims`` of ``document`` tell, how many."""
    found = {}
    for part in parts:
        mine = [claim for claim in claims if _counts(claim, part)]
        written = [claim for claim in mine if claim.basis != "implied" and claim.part_of is None]
        persons = sum((claim.quantity.low or Fraction(1) for claim in mine if claim.basis == "implied"), Fraction())
        if written:
            first = min(written, key=lambda claim: (-(claim.quantity.low or claim.quantity.high or 0), claim.id))
            found[part] = bounds(first.quantity)
        elif persons:
            found[part] = Bounds(persons, persons)
    return found


def _counts(claim: Claim, part: str) -> bool:
    quantity = claim.quantity
    asserted = claim.attribution[-1].stance == "asserts" if claim.attribution else True
    return (
        claim.measure is not None
        and claim.measure.slug == part
        and claim.status in DONE
        and asserted
        and claim.same_as is None
        and quantity.change == "level"
        and (quantity.low is not None or quantity.high is not None)
    )


def words(documents: Iterable[tuple[Document, Mapping[str, Bounds]]]) -> dict[str, list[Reported]]:
    """What each document of an event says, by part, as an estimate takes it: an outlet has one voice."""
    found: defaultdict[str, list[Reported]] = defaultdict(list)
    for document, parts in documents:
        voice = document.outlet or document.address
        for part, interval in parts.items():
            scope: Scope = "cumulative" if part in GROWING else "moment"
            word = Reported(document.id, voice, interval, published=document.published, scope=scope)
            found[part].append(word)
    return dict(found)
