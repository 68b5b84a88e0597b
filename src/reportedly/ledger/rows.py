"""Nouns of the record as rows, with the hash of each row's content; and what was known of them at a moment."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import sqlalchemy as sql

from reportedly.ledger import tables
from reportedly.ledger.codec import pack, unpack
from reportedly.model import Claim, Document, Reading

STDIN = "-"  # an address at which every document is another one
STOOD = (tables.documents, tables.returns)  # each row tells of a document (id) that it stands at its place from then on


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
    found = tuple(claim_of(row, document) for row in claims)
    return replace(unpack(Reading, body, document), claims=found)


def claim_of(row: Any, document: str) -> Claim:
    """The claim of a row of ``tables.claims``."""
    return unpack(Claim, row.body, document, row.id)


def known(at: str) -> sql.Select[Any]:
    """Documents learned by ``at`` and never erased, each row with when it was ``learned``."""
    columns = (*tables.documents.c, tables.log.c.learned)
    joined = tables.documents.join(tables.log, tables.log.c.number == tables.documents.c.number)
    gone = sql.select(tables.tombstones.c.document)
    return (
        sql.select(*columns).select_from(joined).where(tables.log.c.learned <= at, tables.documents.c.id.not_in(gone))
    )


def newest(at: str, beside: Collection[str] | None = None) -> sql.Select[Any]:
    """Of each place the document that was learned last by ``at``, anew or again; none where that one was erased.

    ``beside`` asks for the places of some documents alone.
    """
    documents, log = tables.documents, tables.log
    every = []
    for table in STOOD:
        learned = sql.select(table.c.number, table.c.id, table.c.place).join(log, log.c.number == table.c.number)
        if beside is not None:
            there = documents.alias()
            learned = learned.where(table.c.place.in_(sql.select(there.c.place).where(there.c.id.in_(beside))))
        every.append(learned.where(log.c.learned <= at))
    stood = sql.union_all(*every).cte()
    last = sql.select(sql.func.max(stood.c.number)).group_by(stood.c.place)
    current = sql.select(stood.c.id).where(stood.c.number.in_(last))
    return known(at).where(documents.c.id.in_(current)).order_by(documents.c.number)


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


def standing(at: str) -> sql.Select[Any]:
    """Readings (number and document) that are current ``at`` that moment: ``newest`` and ``current_readings`` at once.

    Asked for a few readings it looks at their neighbours alone.
    """
    readings, documents = tables.readings, tables.documents
    later_reading = readings.alias()
    own, its, next_own = (tables.log.alias() for _ in range(3))
    reread = (
        sql.select(later_reading.c.number)
        .join(next_own, next_own.c.number == later_reading.c.number)
        .where(
            later_reading.c.document == readings.c.document,
            later_reading.c.maker == readings.c.maker,
            later_reading.c.number > readings.c.number,
            next_own.c.learned <= at,
        )
    )
    again, came = tables.returns.alias(), tables.log.alias()
    back = (
        sql.select(sql.func.max(again.c.number))
        .join(came, came.c.number == again.c.number)
        .where(again.c.id == documents.c.id, came.c.learned <= at)
        .correlate(documents)
    )
    since = sql.func.coalesce(back.scalar_subquery(), documents.c.number)
    replaced = [_later(table, documents, since, at).exists() for table in STOOD]
    gone = sql.select(tables.tombstones.c.number).where(tables.tombstones.c.document == documents.c.id)
    joined = (
        readings.join(documents, documents.c.id == readings.c.document)
        .join(own, own.c.number == readings.c.number)
        .join(its, its.c.number == documents.c.number)
    )
    known = sql.select(readings.c.number, readings.c.document).select_from(joined)
    return known.where(own.c.learned <= at, its.c.learned <= at, ~gone.exists(), ~reread.exists(), ~sql.or_(*replaced))


def _later(table: sql.Table, documents: sql.Table, since: sql.ColumnElement[int], at: str) -> sql.Select[Any]:
    """Others that stand at the place of one of ``documents`` from later than ``since`` on, learned by ``at``."""
    other, learned = table.alias(), tables.log.alias()
    chosen = sql.select(other.c.number).join(learned, learned.c.number == other.c.number)
    return chosen.where(
        other.c.place == documents.c.place,
        other.c.id != documents.c.id,
        other.c.number > since,
        learned.c.learned <= at,
    ).correlate(documents)


def touched(since: str, until: str) -> sql.Select[Any]:
    """The numbers of all readings of what stands at places where a version or a reading was learned in between."""
    readings, documents, log = tables.readings, tables.documents, tables.log
    learned = sql.select(log.c.number).where(log.c.learned > since, log.c.learned <= until)
    anew = sql.select(readings.c.document).where(readings.c.number.in_(learned))
    places = sql.select(documents.c.place).where(sql.or_(documents.c.number.in_(learned), documents.c.id.in_(anew)))
    again = sql.select(tables.returns.c.place).where(tables.returns.c.number.in_(learned))
    there = sql.select(documents.c.id).where(sql.or_(documents.c.place.in_(places), documents.c.place.in_(again)))
    return sql.select(readings.c.number).where(readings.c.document.in_(there))


def rewritten(since: str, until: str) -> sql.CompoundSelect[Any]:
    """The digests of documents learned in between, anew or again, where another stood before."""
    documents, log, older, earlier = tables.documents, tables.log, tables.documents.alias(), tables.log.alias()
    stood = (
        sql.select(older.c.number)
        .join(earlier, earlier.c.number == older.c.number)
        .where(older.c.place == documents.c.place, older.c.number < documents.c.number, earlier.c.learned <= since)
    )
    learned = sql.select(documents.c.id).join(log, log.c.number == documents.c.number)
    again = sql.select(tables.returns.c.id).join(log, log.c.number == tables.returns.c.number)
    between = log.c.learned > since, log.c.learned <= until
    return sql.union(learned.where(*between, stood.exists()), again.where(*between))
