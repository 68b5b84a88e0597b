"""Nouns of the record as rows, with the hash of each row's content; and what was known of them at a moment."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import sqlalchemy as sql

from reportedly.ledger import tables
from reportedly.ledger.codec import pack, unpack
from reportedly.model import Claim, Document, Reading

STDIN = "-"  # an address at which every document is another one


def hashed(*pieces: str) -> str:
    """One hash over ``pieces``, told apart by their lengths."""
    found = sha256()
    for piece in pieces:
        data = piece.encode("utf-8", "surrogatepass")
        found.update(b"%d\n" % len(data))
        found.update(data)
    return found.hexdigest()


def place(document: Document) -> str:
    """Where a document stands: what is read there later is its next version."""
    return document.id if document.address == STDIN and not document.url else document.url or document.address


def document_body(document: Document) -> str:
    """All of a document but its text, of which the hash stands in its place."""
    return pack(replace_text(document, hashed(document.text)), document.id)


def replace_text(document: Document, text: str) -> Document:
    """``document`` under its own digest with other words in the place of its text."""
    bare = object.__new__(Document)
    for name in Document.__slots__:
        object.__setattr__(bare, name, getattr(document, name))
    object.__setattr__(bare, "text", text)
    return bare


def document_of(row: Any) -> Document:
    """The document of a row of ``tables.documents``; without its text where that is not kept."""
    return replace_text(unpack(Document, row.body, row.id, row.id), row.text or "")


def bare(identity: str, text: str) -> Document:
    """A document of which nothing is known but its digest and its text."""
    return replace_text(unpack(Document, '{"address":"","text":"","parts":[]}', identity, identity), text)


def reading_body(reading: Reading) -> str:
    """All of a reading but its claims."""
    return pack(replace(reading, claims=()), reading.document)


def reading_of(body: str, document: str, claims: Iterable[Any]) -> Reading:
    """The reading of a row with the rows of its claims, in order."""
    found = tuple(unpack(Claim, row.body, document, row.id) for row in claims)
    return replace(unpack(Reading, body, document), claims=found)


def known(at: str) -> sql.Select[Any]:
    """Documents learned by ``at`` and never erased, each row with when it was ``learned``."""
    columns = (*tables.documents.c, tables.log.c.learned)
    joined = tables.documents.join(tables.log, tables.log.c.number == tables.documents.c.number)
    gone = sql.select(tables.tombstones.c.document)
    return (
        sql.select(*columns).select_from(joined).where(tables.log.c.learned <= at, tables.documents.c.id.not_in(gone))
    )


def newest(at: str) -> sql.Select[Any]:
    """Of each place the document that was learned last by ``at``; none where that one was erased."""
    documents, log = tables.documents, tables.log
    every = sql.select(documents.c.number, documents.c.place).join(log, log.c.number == documents.c.number)
    learned = every.where(log.c.learned <= at).subquery()
    last = sql.select(sql.func.max(learned.c.number)).group_by(learned.c.place)
    return known(at).where(tables.documents.c.number.in_(last)).order_by(tables.documents.c.number)


def current_readings(documents: list[str], at: str) -> sql.Select[Any]:
    """The newest reading by each extractor of each of ``documents``, by ``at``."""
    readings, log = tables.readings, tables.log
    learned = sql.select(readings.c.number).join(log, log.c.number == readings.c.number).where(log.c.learned <= at)
    last = (
        sql.select(sql.func.max(readings.c.number))
        .where(readings.c.document.in_(documents), readings.c.number.in_(learned))
        .group_by(readings.c.document, readings.c.maker)
    )
    return sql.select(readings).where(readings.c.number.in_(last)).order_by(readings.c.number)
