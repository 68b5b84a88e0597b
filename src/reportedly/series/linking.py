"""Series that are not the same stand to each other in some way: links show them together and join nothing.

A series is tied to those whose key is its own but wider: of the whole that its measure is part of, of the state its
place lies in, of the people its kind belongs to, of what it was added to, of the level that it changed, of the deed it
plans; and to those that say the same where one leaves a slot open. Wider keys are made and looked up, so that the
work grows with the series and not with their pairs. Claims are tied by what their documents and statements say.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise

from reportedly.model import Claim, Document, Key, Link, LinkKind, Series, Statement
from reportedly.series import places, populations
from reportedly.series.joining import Pair
from reportedly.series.lexicons import bases, words
from reportedly.series.periods import YEAR, is_recalled
from reportedly.values.bounds import ends
from reportedly.values.corrections import replaces
from reportedly.values.measures import named

OPEN = ("actor", "recipient", "population", "place", "period")  # slots that a figure may leave open
MOST_OPEN = 2  # slots left open beside each other: who leaves more says too little to be tied
CORRECTED = "its origin corrects it"
MOST_TOLD = 200  # figures of one origin and unit beyond which none of them is the only one meant
ALIKE = 2  # times as large as its correction a figure may be
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
Wider = tuple[LinkKind, str, Key]


def links(
    pairs: Iterable[Pair], found_series: Sequence[Series], statements: Sequence[Statement] = ()
) -> tuple[Link, ...]:
    """How series stand to series, and claims to claims; each link names its rule."""
    pairs = list(pairs)
    claims = {claim.id: (document, claim) for document, reading in pairs for claim in reading.claims}
    told = {
        *_between_series(found_series),
        *_within_documents(claims),
        *_above(pairs, found_series),
        *_retold(claims, statements),
        *_replaced(claims, found_series, statements),
        *_corrected(claims, found_series, statements),
        *_derived(claims),
        *_versions(pairs),
    }
    return tuple(sorted(told, key=lambda link: (link.kind, link.one, link.other, link.rule)))


# Series


def _between_series(found_series: Sequence[Series]) -> Iterator[Link]:
    by_key = {one.key: one for one in found_series}
    for one in found_series:
        tied = set()
        for kind, rule, key in _wider(one.key):
            other = by_key.get(key)
            if other is not None and other is not one and other.id not in tied:
                tied.add(other.id)
                yield Link(kind, one.id, other.id, rule)


def _wider(key: Key) -> Iterator[Wider]:
    """The keys that ``key`` is tied to, the closest first."""
    yield from _of_measure(key)
    yield from _of_place(key)
    yield from _of_population(key)
    if key.period is not None and key.scope == "cumulative" and not _is_of_another_year(key):
        yield "part_of", f"period: {key.period} of the whole time", replace(key, period=None)
    if not key.done:
        for period in dict.fromkeys((key.period, None)):
            yield "plan_of", "done: planned, and come about", replace(key, done=True, period=period)
    specified = [slot for slot in OPEN if getattr(key, slot) is not None]
    for size in range(1, MOST_OPEN + 1):
        for slots in combinations(specified, size):
            wide = replace(key, **dict.fromkeys(slots))  # type: ignore[arg-type]
            yield "compatible", f"{' and '.join(slots)}: told by one, left open by the other", wide


def _is_of_another_year(key: Key) -> bool:
    """Whether it counts those who fell in a year that is recalled: none of them is among those of now."""
    period = key.period or ""
    is_year = is_recalled(period) or (len(period) == YEAR and period.isdecimal())
    return is_year and key.measure in words("forces", "tolls")


def _of_measure(key: Key) -> Iterator[Wider]:
    base = bases().get(key.measure)
    if base is not None:
        whole = named(base.slug)
        scope = "cumulative" if whole is None else whole.scope
        level = replace(key, measure=base.slug, scope=scope, change="level", period=None)
        kind: LinkKind = "addition_to" if base.kind == "added" else "changed_from"
        yield kind, f"measure: {base.kind} to {base.slug}", level
        return
    made = named(key.measure)
    if made is not None and made.part_of is not None:
        whole = named(made.part_of)
        scope = made.scope if whole is None else whole.scope
        yield (
            "part_of",
            f"measure: {made.slug} are part of {made.part_of}",
            replace(key, measure=made.part_of, scope=scope),
        )


def _of_place(key: Key) -> Iterator[Wider]:
    if key.place is None:
        return
    for whole in places.wholes(key.place):
        wide = None if whole == key.recipient else whole
        yield "part_of", f"place: {key.place} lies in {whole}", replace(key, place=wide)


def _of_population(key: Key) -> Iterator[Wider]:
    for wide in populations.wholes(key.population):
        yield "part_of", f"population: {key.population} among {wide or 'all'}", replace(key, population=wide)


# Claims


def _within_documents(claims: Mapping[str, tuple[Document, Claim]]) -> Iterator[Link]:
    for identity, (_, claim) in claims.items():
        if claim.same_as in claims and claim.same_as is not None:
            yield Link("same_in_document", identity, claim.same_as, "told again")
        if claim.part_of in claims and claim.part_of is not None:
            yield Link("part_of", identity, claim.part_of, "the document says so")
    at = {(claim.evidence.document, claim.evidence.start): name for name, (_, claim) in claims.items()}
    for identity, (_, claim) in claims.items():
        for slot in claim.slots:
            level = at.get((slot.span.document, slot.span.start)) if slot.role == "became" else None
            if level is not None:
                yield Link("changed_from", level, identity, "the document says so")


def _above(pairs: Sequence[Pair], found_series: Sequence[Series]) -> Iterator[Link]:
    """Headlines and captions that no series counts, since the body of their document tells the same."""
    counted = {claim for one in found_series for claim in one.claims}
    for _, reading in pairs:
        body: dict[tuple[str | None, Fraction], str] = {}
        for claim in reading.claims:
            if claim.part == "body" and claim.id in counted:
                for end in ends(claim.quantity):
                    body.setdefault((_thing(claim), end), claim.id)
        for claim in reading.claims:
            if claim.part != "body" and claim.same_as is None and claim.id not in counted:
                stated = ((_thing(claim), end) for end in ends(claim.quantity))
                told = next((body[key] for key in stated if key in body), None)
                if told is not None:
                    yield Link("same_in_document", claim.id, told, "told above the body")


def _retold(claims: Mapping[str, tuple[Document, Claim]], statements: Sequence[Statement]) -> Iterator[Link]:
    for statement in statements:
        first, *others = [name for name in statement.claims if name in claims] or [""]
        rules = dict(zip(statement.claims, statement.rules, strict=True))
        for other in others:
            told, again = claims[first][0], claims[other][0]
            if again.id != told.id:
                yield Link("retells", other, first, rules[other])
            if again.outlet and again.outlet == told.outlet and again.language != told.language:
                yield Link("translated_from", other, first, f"the same outlet, in {again.language} and {told.language}")


def _replaced(
    claims: Mapping[str, tuple[Document, Claim]], found_series: Sequence[Series], statements: Sequence[Statement]
) -> Iterator[Link]:
    """What one origin says later of the same thing goes over what it said before."""
    said = {name: statement for statement in statements if statement.origin.named for name in statement.claims}
    for one in found_series:
        by_origin: defaultdict[str, list[str]] = defaultdict(list)
        for name in one.claims:
            newest = name in said and name in claims and said[name].claims[0] == name
            if newest and all(slot.role != "became" for slot in claims[name][1].slots):
                by_origin[said[name].origin.key].append(name)
        for names in by_origin.values():
            dated = sorted((claims[name][0].published or "", name) for name in names)
            for (before, earlier), (after, later) in pairwise(dated):
                if before and before < after and _value(claims[earlier][1]) != _value(claims[later][1]):
                    yield Link("replaces", later, earlier, "a later word of the same origin")


def _corrected(
    claims: Mapping[str, tuple[Document, Claim]], found_series: Sequence[Series], statements: Sequence[Statement]
) -> Iterator[Link]:
    """What is only told to be corrected, with the one earlier figure of its origin that it can stand in the place of.

    "The union corrected its figure for the strike to 225,000 participants": that it had put at 240,000.
    """
    root = {name: made.origin.key for made in statements if made.origin.named for name in made.claims}
    by_origin: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in found_series:
        for name in one.claims:
            if name in root and name in claims and one.key.done:
                by_origin[root[name], one.key.unit].append((one.id, name))
    for one in found_series:
        if named(one.key.measure) is not None:
            continue
        for name in one.claims:
            if name not in claims or not _is_correction(claims[name][1]):
                continue
            told = by_origin.get((root.get(name, ""), one.key.unit), ())
            if len(told) > MOST_TOLD:
                continue
            others = [(home, other) for home, other in told if home != one.id]
            before = [(home, other) for home, other in others if _precedes(claims[other], claims[name])]
            if len({home for home, _ in before}) == 1:
                yield Link("replaces", name, before[-1][1], CORRECTED)


def _is_correction(claim: Claim) -> bool:
    """Whether its verb says of a figure only that it goes in the place of an earlier one."""
    return claim.verb is not None and replaces(claim.verb.lemma)


def _precedes(one: tuple[Document, Claim], two: tuple[Document, Claim]) -> bool:
    """Whether ``one`` was published before ``two`` and is of its size."""
    first, second = (claim.quantity.low for _, claim in (one, two))
    if not first or not second or not (one[0].published or "~") < (two[0].published or ""):
        return False
    return max(first, second) <= ALIKE * min(first, second)


def _value(claim: Claim) -> tuple[Fraction | None, Fraction | None]:
    return claim.quantity.low, claim.quantity.high


def _derived(claims: Mapping[str, tuple[Document, Claim]]) -> Iterator[Link]:
    """A figure worked out from another of the same page, by the words that say so."""
    by_page: defaultdict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for identity, (document, claim) in claims.items():
        by_page[document.facts_from or document.id].append((identity, claim))
    for told in by_page.values():
        by_value: defaultdict[Fraction | None, list[tuple[str, Claim]]] = defaultdict(list)
        for identity, claim in told:
            by_value[claim.quantity.low if claim.quantity.low is not None else claim.quantity.high].append(
                (identity, claim)
            )
        for identity, claim in told:
            source = _source(claim, by_value, told)
            if source is not None and source != identity:
                yield Link("derived_from", identity, source, "worked out from it")


def _source(
    claim: Claim, by_value: Mapping[Fraction | None, Sequence[tuple[str, Claim]]], told: Sequence[tuple[str, Claim]]
) -> str | None:
    note = next((slot.span.quote.lower() for slot in claim.slots if slot.role == "relation"), "")
    if note.startswith(tuple(words("deriving", "notes"))):
        number = NUMBER.search(note)
        value = Fraction(number.group().replace(",", "")) if number else None
        return next((name for name, other in by_value.get(value, ()) if _thing(other) != _thing(claim)), None)
    sentence = claim.context.quote.lower()
    if claim.basis == "coded" or not any(sign in sentence for sign in words("deriving", "signs")):
        return None
    before = [
        (other.evidence.start, name)
        for name, other in told
        if other.context.document == claim.context.document
        and other.evidence.start < claim.evidence.start
        and _thing(other) != _thing(claim)
        and claim.evidence.start - other.evidence.end < NEAR
    ]
    return max(before)[1] if before else None


NEAR = 300  # characters back in which a figure that another is worked out from stands


def _thing(claim: Claim) -> str | None:
    return claim.measure.slug if claim.measure else None


def _versions(pairs: Sequence[Pair]) -> Iterator[Link]:
    """Of a page read more than once, what its versions say in the same words."""
    by_page: defaultdict[str, list[Pair]] = defaultdict(list)
    for document, reading in pairs:
        if document.url is not None:
            by_page[document.url].append((document, reading))
    for versions in by_page.values():
        ordered = sorted(versions, key=lambda pair: (pair[0].fetched or pair[0].published or "", pair[0].id))
        earlier: dict[tuple[str, str], str] = {}
        for _, reading in ordered:
            mine = {(claim.evidence.quote, claim.context.quote): claim.id for claim in reading.claims}
            for words_of, identity in mine.items():
                if words_of in earlier and earlier[words_of] != identity:
                    yield Link("version_of", identity, earlier[words_of], "the same words on the same page")
            earlier |= mine
