"""Addresses become documents: what a text says of itself before it begins, checked.

Front matter is ``key: value`` lines between two lines of three dashes at the top of a file; a record of JSON Lines has
the same keys. Known keys are ``title outlet url published facts_from language``; others are left alone, for files have
many uses. What is promised: a value is taken as it stands or not at all. A date that is none, or a title that is a
number, is named and the report read without it; the report itself is not lost.
"""

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from reportedly.frozen import dataclass

KEYS = ("title", "outlet", "url", "published", "facts_from", "language")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.{0,30})?)?)?$", re.ASCII)
RULE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
LINE = re.compile(r"([A-Za-z_][\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$")
KEPT_LINE = re.compile(r"\s|#|-(?:\s|$)|$|[\]}]")
LONGEST_LINE = 10_000  # characters of a line of front matter
MOST_LINES = 200  # lines; a text that opens with a rule and runs on is no front matter
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is given with a text; ``faults`` say which of it could not be taken, and why."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str = "unknown"
    facts_from: str | None = None
    language: str | None = None
    faults: tuple[str, ...] = ()


def iso(value: str) -> str | None:
    """``value`` as an ISO date of the precision it has (year, month or day); a time of day is left out."""
    found = DATE.match(value.strip())
    if not found:
        return None
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(piece for piece in (year, month, day) if piece)


def facts(fields: Mapping[str, object]) -> Facts:
    """The known keys of ``fields``, each checked."""
    faults: list[str] = []
    taken = {key: _words(key, fields.get(key), faults) for key in KEYS}
    for key, check, wanted in (
        ("published", iso, "an ISO date (2025, 2025-06 or 2025-06-17)"),
        ("language", language, "a language code (en, de, ko)"),
        ("url", address, "an http address"),
        ("facts_from", address, "an http address"),
    ):
        given = taken[key]
        if given is not None:
            taken[key] = check(given)
            if taken[key] is None:
                faults.append(f"{key}: {given[:80]!r} is not {wanted}; read without it")
    basis = "given" if taken["published"] else "unknown"
    return Facts(**taken, published_basis=basis, faults=tuple(faults))


def _words(key: str, value: object, faults: list[str]) -> str | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and key == "published":
        value = str(value)  # a year
    if not isinstance(value, str) or not writable(value):
        faults.append(f"{key}: {str(value)[:80]!r} is no text; read without it")
        return None
    return " ".join(value.split()) or None


def writable(value: str) -> bool:
    """Whether ``value`` can be written again: no half characters, no NUL."""
    return "\0" not in value and value.encode("utf-8", "ignore").decode("utf-8") == value


def language(value: str) -> str | None:
    """The primary code of a language tag: "en" of "en-GB"."""
    found = LANGUAGE.match(value.strip())
    return found[1].lower() if found else None


def address(value: str) -> str | None:
    """``value`` if it is the address of a page."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields at the top of ``text`` and where its words begin; none and 0 where it has no front matter.

    A text that merely opens with a rule, or whose front matter is never closed, is all words. Lists and nested values
    belong to the key above them and are left alone.
    """
    if not text.startswith("---"):
        return {}, 0
    fields: dict[str, str] = {}
    for number, (start, end, after) in enumerate(_lines(text)):
        line = text[start:end]
        if RULE.match(line):
            if number:
                return fields, after
            continue
        found = LINE.match(line)
        if not number or number > MOST_LINES or not (found or KEPT_LINE.match(line)):
            return {}, 0
        if found:
            fields[found[1].lower()] = _unquoted((found[2] or "").strip())
    return {}, 0


def _lines(text: str) -> list[tuple[int, int, int]]:
    """Start, end and next start of the first lines, as many as front matter may have."""
    lines: list[tuple[int, int, int]] = []
    start = 0
    while start < len(text) and len(lines) <= MOST_LINES + 1:
        end = text.find("\n", start, start + LONGEST_LINE)
        after = end + 1 if end >= 0 else min(len(text), start + LONGEST_LINE)
        end = end if end >= 0 else after
        lines.append((start, end - (text[end - 1 : end] == "\r"), after))
        start = after
    return lines


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else re.sub(r'\\(["\\])', r"\1", inner)
    return re.sub(r"\s+#\s.*$", "", value) if value else value
