"""Documents become claims with a time; here times become text, for a program and for a reader.

A day that nobody gave stays as wide as it is known: an interval is written with a slash, its unknown end with "..", as
ISO 8601-2 has it.
"""

from reportedly.model import Document, Reading, When


def interval(when: When | None) -> str | None:
    """``when`` as ISO 8601: "2025-04", "2025-04/2025-06", "2025/..", "../2025-06-17"; None where both ends are open."""
    if when is None or (when.start is None and when.end is None):
        return None
    return when.start if when.start == when.end else f"{when.start or '..'}/{when.end or '..'}"


def published(document: Document, reading: Reading) -> tuple[str | None, str]:
    """When a document was published and how that is known: "given", "page", "inferred" or "unknown"."""
    if document.published is not None:
        return document.published, document.published_basis
    inferred = interval(reading.published.when) if reading.published else None
    return (inferred, "inferred") if inferred else (None, "unknown")


def told(iso: str | None) -> str:
    """An ISO date or interval in words: "2025-04", "2025-04 to 2025-06", "from 2025", "until 2025-06-17"."""
    if iso is None:
        return "unknown"
    start, slash, end = iso.partition("/")
    if not slash:
        return start
    if start == "..":
        return f"until {end}"
    return f"from {start}" if end == ".." else f"{start} to {end}"
