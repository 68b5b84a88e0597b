"""When a report was published: as it says itself, else as far as its reading inferred it from the text."""

from reportedly.model import Document, Reading

DAY = len("2025-06-17")


def published(document: Document, reading: Reading) -> str | None:
    """ISO 8601, as precise as known; of an inferred stretch its last day."""
    return document.published or (reading.published.when.end if reading.published else None)


def published_on(document: Document, reading: Reading) -> str | None:
    """The day, where it is known as one: of a wider date it cannot be told what came later."""
    inferred = reading.published.when if reading.published else None
    day = document.published or (inferred.end if inferred and inferred.start == inferred.end else None)
    return day if day and len(day) >= DAY else None
