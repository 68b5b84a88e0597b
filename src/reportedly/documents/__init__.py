"""Addresses become documents; documents become claims.

``read`` takes a file, a folder, an http address or ``-`` (standard input) and yields the documents there, one at a
time. What is promised: what cannot be read comes as a ``ReadError`` value in its place, with the reason, and the rest
is read all the same; the same bytes give the same documents, in the same order, on every machine; nothing but an
address that was given is asked of the network.

Text stays verbatim. A document's address is where it was read from: the path as it was given, the http address,
``-``, and for JSON Lines the number of the line (``feed.jsonl:3``).
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from reportedly.documents import encodings, files
from reportedly.documents.blocks import markdown, plain
from reportedly.documents.drafts import Draft, Keeper, documents, hashed
from reportedly.documents.encodings import UndecodableError
from reportedly.documents.facts import facts, front_matter
from reportedly.documents.lexicons import lexicon
from reportedly.documents.records import read_lines
from reportedly.errors import ReadError
from reportedly.model import Document

__all__ = ["inside", "read"]

Found = Iterator[Document | ReadError]

STDIN = "-"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
HEADING = re.compile(r"\s*#{1,6} +\S")
PACKED = ".warc.gz"
TABLES = (".csv", ".tsv")  # as prose their cells would run together to numbers that nobody wrote
SNIFFED = 4096  # characters looked at to tell what a text is


def read(address: str, *, stdin: BinaryIO | None = None, kept: Keeper = hashed) -> Found:
    """The documents at ``address``, and what could not be read; ``stdin`` stands in for standard input.

    ``kept`` is given the bytes each document comes from, just before it, and returns their hash.
    """
    if address == STDIN:
        yield from _stdin(stdin if stdin is not None else sys.stdin.buffer, kept)
    elif SCHEME.match(address):
        yield from _fetched(address, kept)
    elif not address or "\0" in address:
        yield ReadError(files.shown(address), "this is no address")
    elif os.path.isdir(address):
        for found in files.walk(address):
            yield from [found] if isinstance(found, ReadError) else _file(found, kept, named=False)
    else:
        yield from _file(address, kept, named=True)


def inside(folder: str) -> Iterator[str]:
    """The files in ``folder`` and below it that ``read`` would read there, by their paths."""
    for found in files.walk(folder):
        if not isinstance(found, ReadError) and _suffix(found) in lexicon("kinds")["read"]:
            yield found


def _stdin(stream: BinaryIO, kept: Keeper) -> Found:
    try:
        data = stream.read(files.LARGEST + 1)
    except (OSError, ValueError) as error:
        yield ReadError(STDIN, f"standard input cannot be read: {files.reason(error)}")
        return
    if len(data) > files.LARGEST:
        yield ReadError(STDIN, f"it is larger than {files.LARGEST:,} bytes")
    else:
        yield from _bytes(STDIN, data, "sniffed", kept)


def _file(path: str, kept: Keeper, *, named: bool) -> Found:
    """A file by its suffix. One that was ``named`` is looked into whatever its suffix, one in a folder is not."""
    shown, suffix = files.shown(path), _suffix(path)
    kind = lexicon("kinds")["read"].get(suffix)
    if suffix in TABLES:
        yield ReadError(shown, "a table is read with its key: reportedly add FILE --table KEY.toml")
        return
    if kind is None and not named:
        what = lexicon("kinds")["unread"].get(suffix)
        known = ", ".join(sorted(known for known in lexicon("kinds")["read"] if known))
        yield ReadError(shown, f"{what} is not read" if what else f"files named {suffix} are not read, only {known}")
        return
    try:
        if kind == "records":
            yield from _records(shown, path, kept)
        else:
            yield from _bytes(shown, files.load(path), kind or "sniffed", kept)
    except (OSError, ValueError) as error:
        yield ReadError(shown, files.reason(error))
    except MemoryError:
        yield ReadError(shown, "it is too large for the memory of this machine")


def _suffix(path: str) -> str:
    name = path.lower()
    return PACKED if name.endswith(PACKED) else os.path.splitext(name)[1]


def _records(address: str, path: str, kept: Keeper) -> Found:
    """JSON Lines from disk, one line at a time; only in UTF-16 they must be read whole."""
    lines = files.lines(path)
    first = next(lines, b"")
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield from _bytes(address, files.load(path), "records", kept)
        return
    yield from read_lines(address, _again(first, lines), kept)


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _fetched(address: str, kept: Keeper) -> Found:
    from reportedly.documents import fetching  # the network's modules are loaded when an address is read

    if not address.lower().startswith(("http://", "https://")):
        yield ReadError(address, "only http and https addresses are fetched")
        return
    try:
        found = fetching.fetch(address)
    except fetching.UnreachableError as error:
        yield ReadError(address, str(error))
        return
    kind = lexicon("kinds")["media"].get(found.media)
    if kind is None:
        yield ReadError(address, f"the server sends {found.media}, which is not read")
        return
    named = lexicon("kinds")["read"].get(os.path.splitext(address.partition("?")[0])[1].lower())
    kind = named if kind == "sniffed" and named in ("markdown", "records") else kind
    yield from _bytes(address, found.data, kind, kept, charset=found.charset)


def _bytes(address: str, data: bytes, kind: str, kept: Keeper, *, charset: str | None = None) -> Found:
    """The documents in ``data``, read as ``kind``: text, markdown, page, records, feed, pdf, archive, or sniffed."""
    try:
        kind = _sniffed(data) or kind if kind == "sniffed" else kind
        if kind in OTHERS:
            yield from OTHERS[kind](address, data, kept)
            return
        if kind == "page" or (kind in ("sniffed", "text") and _is_page(data)):
            yield from _page(address, data, kept, charset)
            return
        text = encodings.decode(data, charset=charset)
        kind = _kind(text) if kind == "sniffed" else kind
        if kind == "records":
            yield from read_lines(address, (line.encode("utf-8") for line in text.split("\n")), kept)
        else:
            yield from documents(address, _draft(text, kind, kept(data)))
    except UndecodableError as error:
        yield ReadError(address, str(error))


def _feed(address: str, data: bytes, kept: Keeper) -> Found:
    from reportedly.documents import feeds  # libraries that few need

    for number, draft in enumerate(feeds.drafts(data, kept(data)), 1):
        yield from documents(f"{address}:{number}", draft)


def _pdf(address: str, data: bytes, kept: Keeper) -> Found:
    from reportedly.documents import pdfs

    yield from documents(address, pdfs.draft(data, kept(data)))


def _archive(address: str, data: bytes, kept: Keeper) -> Found:
    from reportedly.documents import archives

    empty = True
    for page in archives.stored(data):
        empty = False
        kind = lexicon("kinds")["media"].get(page.media)
        if kind is None or kind == "archive":
            continue
        for found in _bytes(f"{address}:{page.number}", page.data, kind, kept, charset=page.charset):
            if isinstance(found, Document):
                yield replace(found, url=found.url or page.address, fetched=page.fetched)
            else:
                yield found
    if empty:
        yield ReadError(address, "the archive holds no page")


OTHERS = {"feed": _feed, "pdf": _pdf, "archive": _archive}


def _sniffed(data: bytes) -> str | None:
    """What bytes of an unknown kind are, where their beginning tells."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"WARC/1.", b"WARC/0.")):
        return "archive"
    if data.lstrip()[:5] in (b"<?xml", b"<rss ", b"<rss>", b"<feed"):
        from reportedly.documents import feeds

        return "feed" if feeds.is_feed(data) else None
    return None


def _page(address: str, data: bytes, kept: Keeper, charset: str | None) -> Found:
    from reportedly.documents import pages  # the extractor takes long to load

    text = encodings.decode(data, charset=charset or encodings.declared(data))
    yield from documents(address, pages.draft(text, kept(data)))


def _draft(text: str, kind: str, raw_sha256: str) -> Draft:
    """Bare text or Markdown; both may begin with front matter."""
    fields, start = front_matter(text)
    text = text[start:]
    encodings.check_text(text)
    marked = kind == "markdown"
    return Draft(text, markdown(text) if marked else plain(text), facts(fields), raw_sha256)


def _is_page(data: bytes) -> bool:
    return bool(PAGE.match(data[:SNIFFED].replace(b"\0", b"").decode("latin-1").lstrip("ÿþï»¿")))


def _kind(text: str) -> str:
    """What a text is by its opening."""
    lines = [line for line in text[:SNIFFED].splitlines() if line.strip()]
    if text.lstrip()[:1] == "{" and _is_record(text):
        return "records"
    if front_matter(text)[1] or (lines and HEADING.match(lines[0])):
        return "markdown"
    return "text"


def _is_record(text: str) -> bool:
    """Whether one of the first lines is a JSON object; the very first may be broken."""
    for line in text.lstrip().split("\n", 3)[:3]:
        try:
            if isinstance(json.loads(line), dict):
                return True
        except (ValueError, RecursionError):
            continue
    return False
