"""What does not add up between documents becomes findings: what retelling lost, what is out of date, who disagrees.

``between`` looks at figures by their root and key, never at words or parses.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.findings.adopted import adopted, spoken
from reportedly.findings.amendments import amendments
from reportedly.findings.apart import apart
from reportedly.findings.claimants import claimants
from reportedly.findings.coverage import coverages
from reportedly.findings.denials import denials
from reportedly.findings.described import described
from reportedly.findings.digits import slips
from reportedly.findings.disagreement import disagreements
from reportedly.findings.drift import drifts
from reportedly.findings.exchanged import exchanged
from reportedly.findings.manner import manners
from reportedly.findings.misread import misread
from reportedly.findings.otherwise import otherwise
from reportedly.findings.outgrown import outgrown
from reportedly.findings.outliers import outliers
from reportedly.findings.publishers import published
from reportedly.findings.recast import recast
from reportedly.findings.scenes import Scenes
from reportedly.findings.stale import repeated, stale
from reportedly.findings.strays import strays
from reportedly.findings.summed import fated, followed, summed
from reportedly.findings.superseded import superseded
from reportedly.findings.tellings import Pair, tellings
from reportedly.findings.unkept import unkept
from reportedly.findings.withdrawn import outdated, withdrawn
from reportedly.model import Family, Finding, Series, Statement

SLIPS = frozenset({"unit_drifted", "power_of_ten", "numbers_swapped"})


def between(
    pairs: Sequence[Pair], statements: Iterable[Statement], series: Iterable[Series], families: Iterable[Family] = ()
) -> tuple[Finding, ...]:
    """The findings between the documents of ``pairs``, each filed under the document that differs.

    Sources disagree on a series, or on those of one of ``families``.
    """
    told = described(tellings(pairs, statements, series, families))
    found = published([one for one in told if not one.is_denied])
    voiced = spoken(found)
    heard = adopted(voiced)
    scenes = Scenes(heard)
    every = (
        *drifts(heard),
        *manners(heard),
        *strays(found, voiced),
        *claimants(voiced),
        *slips(found),
        *misread(heard),
        *summed(heard),
        *fated(found),
        *followed(found),
        *stale(found, heard),
        *repeated(found),
        *withdrawn(found, heard),
        *outdated(heard),
        *amendments(pairs, found),
        *disagreements(found),
        *outgrown(found),
        *outliers(heard),
        *unkept(found),
        *denials(found, [one for one in told if one.is_denied]),
    )
    # Two checks may see one slip of a figure: what the first has of it is told.
    seen = {one.claims[0] for one in every}
    every = (
        *every,
        *(
            one
            for one in (
                *exchanged(heard),
                *coverages(heard),
                *recast(heard),
                *otherwise(heard, scenes),
                *superseded(heard, scenes),
                *apart(heard, scenes),
            )
            if one.claims[0] not in seen
        ),
    )
    undone = {one.claims[:2] for one in every if one.kind == "status_drifted"}
    every = tuple(one for one in every if one.kind != "grade_drifted" or one.claims[:2] not in undone)
    made = {(one.kind, one.claims[: 1 if one.kind in SLIPS else None]): one for one in reversed(every)}
    return tuple(sorted(made.values(), key=lambda one: (one.document, one.claims, one.kind)))


def told_once(within: Sequence[Finding], across: Sequence[Finding]) -> Iterator[Finding]:
    """The findings within documents, then those between them but for what one document has shown by itself."""
    shown = {(one.kind, frozenset(one.claims)) for one in within}
    yield from within
    yield from (one for one in across if (one.kind, frozenset(one.claims)) not in shown)
