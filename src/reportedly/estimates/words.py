"""Series become words that an estimate can weigh: how much each claim says, by which origin, when, and whether so.

What is promised: one word a claim, in the order of the series; what a quantity bounds is derived by a named reading of
its words; a step of the chain that denies or doubts makes the word a denial or a doubt, whoever the root is.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from reportedly.model import AGAINST, DONE, Attribution, Claim, Document, Reading, Reported, Series, Stance, Statement
from reportedly.values.bounds import bounds, ends
from reportedly.values.corrections import lowers
from reportedly.values.denials import denials
from reportedly.values.publication import published

UNPLACED = "?"
BEHIND = 300  # characters within which "the claim" is what was told last
FEW = 12  # denials of one number that are looked at
NEAR = 10  # characters before a figure in which a "from" tells that it is the earlier one


def reported(
    series: Iterable[Series],
    pairs: Iterable[tuple[Document, Reading]],
    statements: Iterable[Statement],
    *,
    reading: str = "plural",
) -> dict[str, tuple[Reported, ...]]:
    """The words of each series by its digest; ``reading`` names how vague words are read (``values/bounds.toml``)."""
    told = {claim.id: (document, made, claim) for document, made in pairs for claim in made.claims}
    revised = _revised(claim for _, _, claim in told.values())
    homes = {claim: statement for statement in statements for claim in statement.claims}
    denied = {name for document, made in pairs for name in _disputed(document, made, homes)}
    return {
        one.id: tuple(
            _word(
                one,
                *told[claim],
                statement=homes.get(claim),
                reading=reading,
                corrects=_at(told[claim][2]) in revised or _corrects(*told[claim][::2]),
                disputed=claim in denied,
            )
            for claim in one.claims
        )
        for one in series
    }


def _revised(claims: Iterable[Claim]) -> frozenset[tuple[str, int]]:
    """Where the figures stand that are told as what an earlier one was changed to."""
    spans = (slot.span for claim in claims for slot in claim.slots if slot.role == "became")
    return frozenset((span.document, span.start) for span in spans)


def _at(claim: Claim) -> tuple[str, int]:
    return claim.evidence.document, claim.evidence.start


def _is_past(claim: Claim) -> bool:
    """Whether a figure is told only as the level that another was changed from."""
    return any(slot.role == "became" for slot in claim.slots)


def _word(
    series: Series,
    document: Document,
    made: Reading,
    claim: Claim,
    *,
    statement: Statement | None,
    reading: str,
    corrects: bool,
    disputed: bool,
) -> Reported:
    origin = statement.origin if statement else None
    return Reported(
        id=claim.id,
        origin=origin.key if origin else UNPLACED + document.id,
        bounds=bounds(claim.quantity, reading),
        named=origin.named if origin else False,
        kind=origin.kind if origin else "unnamed",
        status=claim.status,
        stance=_stance(claim.attribution),
        said=_said(claim.attribution),
        published=published(document, made),
        statement=statement.claims[0] if statement else None,
        scope=series.key.scope,
        corrects=corrects,
        persons=document.id if claim.basis == "implied" else None,
        past=_is_past(claim),
        disputed=disputed,
    )


def _disputed(document: Document, made: Reading, homes: Mapping[str, Statement]) -> Iterator[str]:
    """The claims of a document that somebody else denies there: the figure itself, or "the claim" told right before."""
    behind = frozenset(_denied_behind(document, made))
    against: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for denial in filter(_denies, made.claims):
        for end in ends(denial.quantity):
            against[denial.measure, end].append(denial)
    for claim in made.claims if behind or against else ():
        mine = homes.get(claim.id)
        if claim.status not in DONE or _denies(claim) or mine is None:
            continue
        others = (one for end in ends(claim.quantity) for one in against[claim.measure, end][:FEW])
        if claim.id in behind or any(_is_anothers(one, homes, mine.origin.key) for one in others):
            yield claim.id


def _denied_behind(document: Document, made: Reading) -> Iterator[str]:
    """The claims of the last sentence before one that denies "the claim", if it is not far."""
    places = denials(document.text)
    told: defaultdict[int, list[str]] = defaultdict(list)
    for claim in made.claims if places else ():
        told[claim.context.end].append(claim.id)
    closes = sorted(told)
    for place in places:
        last = bisect_right(closes, place) - 1
        if last >= 0 and place - closes[last] <= BEHIND:
            yield from told[closes[last]]


def _denies(claim: Claim) -> bool:
    return claim.status == "did_not_happen" or any(step.stance == "denies" for step in claim.attribution)


def _is_anothers(denial: Claim, homes: Mapping[str, Statement], origin: str) -> bool:
    """Whether a denial is by somebody other than the origin of what it denies, and by somebody who is named."""
    if any(step.stance == "denies" for step in denial.attribution[:-1]):
        return True  # "the ministry denied a lawmaker's claim that 60"
    home = homes.get(denial.id)
    return home is not None and home.origin.named and home.origin.key != origin


def _corrects(document: Document, claim: Claim) -> bool:
    """Whether its verb tells it for the figure that goes in the place of an earlier one: "lowered the toll to 89"."""
    if claim.verb is None or not lowers(claim.verb.lemma):
        return False
    before = document.text[max(claim.context.start, claim.evidence.start - NEAR) : claim.evidence.start].split()
    return "from" not in before[-1:]


def _stance(chain: Iterable[Attribution]) -> Stance:
    """How the chain as a whole stands to what is said: one step against it is enough."""
    steps = {step.stance for step in chain}
    return next((stance for stance in AGAINST if stance in steps), "asserts")


def _said(chain: tuple[Attribution, ...]) -> str | None:
    """When the root said it, where that is told: the last day of those it may have been."""
    said = chain[-1].said if chain else None
    return (said.end or said.start) if said else None
