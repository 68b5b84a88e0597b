"""Claims that measure the same thing become a series: equality of keys, so that order of arrival cannot matter."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.model import Claim, Document, Judgement, Key, Link, Reading, Series, Statement

OPEN = frozenset({"planned", "expected", "conditional", "possible"})


def series(pairs: Iterable[tuple[Document, Reading]], judgements: Sequence[Judgement] = ()) -> tuple[Series, ...]:
    """The series of all claims, each told once a document, the earliest published first."""
    del judgements
    found: defaultdict[Key, list[tuple[str, str]]] = defaultdict(list)
    for document, reading in pairs:
        for claim in reading.claims:
            if claim.same_as is None:
                found[_key(claim)].append((document.published or "~", claim.id))
    return tuple(
        Series(key, tuple(claim for _, claim in sorted(told)))
        for key, told in sorted(found.items(), key=lambda one: repr(one[0]))
    )


def _key(claim: Claim) -> Key:
    measure = claim.measure
    return Key(
        measure=measure.slug if measure else claim.counted.lemma if claim.counted else "",
        unit=claim.quantity.unit,
        scope=measure.scope if measure else "unspecified",
        change=claim.quantity.change,
        done=claim.status not in OPEN,
    )


def links(
    pairs: Iterable[tuple[Document, Reading]], found: Sequence[Series], statements: Sequence[Statement] = ()
) -> tuple[Link, ...]:
    """How series stand to each other."""
    del pairs, found, statements
    return ()
