"""Addresses become documents: each line of JSON Lines is one.

What is promised: lines are read one at a time, however long the file; a line that is no record is named by its number
and the others are read. ``text`` is required; ``title outlet url published facts_from language`` are taken where given,
other fields are left alone. The document's address is the file's with the number of the line: ``feed.jsonl:3``.
"""

import json
from collections.abc import Iterable, Iterator

from reportedly.documents.blocks import plain
from reportedly.documents.drafts import Draft, Keeper, documents, hashed
from reportedly.documents.encodings import UndecodableError, check_text, decode
from reportedly.documents.facts import facts
from reportedly.errors import ReadError
from reportedly.model import Document


def read_lines(address: str, lines: Iterable[bytes], kept: Keeper = hashed) -> Iterator[Document | ReadError]:
    """The documents of ``lines``, and what is wrong with the others."""
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        empty = False
        place = f"{address}:{number}"
        try:
            yield from documents(place, _draft(line.strip(b"\r\n"), kept))
        except UndecodableError as error:
            yield ReadError(place, str(error))
    if empty:
        yield ReadError(address, "it is empty")


def _draft(line: bytes, kept: Keeper) -> Draft:
    record = _record(decode(line))
    text = record.get("text")
    if not isinstance(text, str):
        raise UndecodableError("the record has no text" if text is None else "the record's text is no text")
    try:
        check_text(text)
    except UndecodableError as error:
        raise UndecodableError(f"the record's text: {error}") from None
    return Draft(text, plain(text), facts(record), kept(line))


def _record(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise UndecodableError(f"broken JSON: {error.msg} at character {error.pos + 1}") from None
    except (RecursionError, ValueError):
        raise UndecodableError("broken JSON: nested too deeply, or a number of too many digits") from None
    if not isinstance(found, dict):
        raise UndecodableError("a record is one JSON object a line; this is something else")
    return found
