"""Claims become entries of what was announced: plans, forecasts, deadlines, and what hangs on a condition.

Each entry keeps who, what, by when, and its words, and is open until later reports meet it. Nothing is merged: an entry
stands for one clause of one document. What is told again in the same document with the same words is told once.
"""

from collections.abc import Iterator

from reportedly.model import Document, Outlook, Prospect, Reading, Status

DONE: tuple[Status, ...] = ("happened", "ongoing")


def entries(document: Document, reading: Reading) -> Iterator[Outlook]:
    """The entries of one document, in order of the text."""
    told: set[tuple[str, str]] = set()
    for prospect in reading.prospects:
        key = prospect.kind, " ".join(prospect.what.quote.casefold().split())
        if key not in told:
            told.add(key)
            yield Outlook(document.id, prospect, prospect.when, _figures(prospect, reading))


def _figures(prospect: Prospect, reading: Reading) -> tuple[str, ...]:
    """The digests of the claims whose figure stands in what is to come and is itself still to come."""
    start, end = prospect.what.start, prospect.what.end
    inside = (c for c in reading.claims if start <= c.evidence.start and c.evidence.end <= end)
    return tuple(claim.id for claim in inside if claim.status not in DONE)
