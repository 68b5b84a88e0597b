"""What does not add up becomes findings: the cells of a table against the total that stands below or beside them.

A table's total is the sum of its cells, and nothing else, so that here too small a sum is as odd as too large a one.
Claims told as parts of a total say which cells those are (``claims.cells``); a column
with a cell that nobody read has none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.findings.intervals import Tolerance, added, overlap, stated
from reportedly.findings.telling import listed, number, quoted, room
from reportedly.model import Claim, Finding, Strength

FEW = 6  # cells that a sentence can name


def totals(document: str, figures: Sequence[Claim], tolerance: Tolerance) -> Iterator[Finding]:
    """A finding for each total of ``document`` (its digest) that its cells do not make."""
    parts: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        if claim.part == "table" and claim.part_of is not None:
            parts[claim.part_of].append(claim)
    for whole in figures:
        if len(parts.get(whole.id, ())) > 1:
            yield from filter(None, (_differs(document, whole, parts[whole.id], tolerance),))


def _differs(document: str, whole: Claim, parts: Sequence[Claim], tolerance: Tolerance) -> Finding | None:
    made = added(stated(part.quantity) for part in parts)
    if overlap(made, stated(whole.quantity)):
        return None
    near = overlap(added(tolerance.widened(part.quantity) for part in parts), tolerance.widened(whole.quantity))
    strength: Strength = "tension" if near else "contradiction"
    cells = listed(parts) if len(parts) <= FEW else f"Its {len(parts)} cells"
    sentence = f"{cells} make {number(made)}; the table's total is {quoted(whole)}.{room(strength)}"
    return Finding("sum_differs", strength, document, (whole.id, *(part.id for part in parts)), sentence)
