"""The record is held against itself: every hash, every binding, every span.

What is promised: nothing is found after any sequence of writes, and after a kill at any moment; whatever was changed,
removed, slipped in or moved from outside is named with its place. What cannot be checked (a quote whose text is not
kept) is not called right.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from hashlib import sha256
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from reportedly.errors import SpanError
from reportedly.frozen import dataclass
from reportedly.ledger import index, rows, stood, tables
from reportedly.ledger.codec import unpack
from reportedly.ledger.log import START, chained
from reportedly.model import Claim, Document, Judgement, Key, Question, Reading, Span, Tombstone, check, digest

OF_KIND = {
    "document": (tables.documents, "id"),
    "reading": (tables.readings, "id"),
    "judgement": (tables.judgements, "id"),
    "tombstone": (tables.tombstones, "document"),
    "question": (tables.questions, "id"),
    "return": (tables.returns, "id"),
}
AGAIN = "; it is a cache: delete it, and it is made again"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: what (a slug), where (a row), and in plain words."""

    kind: str
    where: str
    words: str


def faults(connection: Connection) -> Iterator[Fault]:
    """Every fault of the record."""
    yield from _log(connection)
    for kind, (table, name) in OF_KIND.items():
        yield from _bound(connection, kind, table, name)
    erased = set(connection.execute(sql.select(tables.tombstones.c.document)).scalars())
    yield from _documents(connection, erased)
    yield from _raws(connection)
    yield from _readings(connection, erased)
    yield from _stray_claims(connection)
    yield from _judgements(connection, erased)
    yield from _tombstones(connection)
    yield from _questions(connection)
    yield from _returns(connection)
    yield from _settings(connection)
    yield from _keys(connection)
    yield from _words(connection, erased)
    yield from _stood(connection)


def _settings(connection: Connection) -> Iterator[Fault]:
    told = connection.execute(sql.select(tables.settings.c.value).where(tables.settings.c.name == "keep")).scalar()
    if told not in ("texts", "quotes"):
        yield Fault("setting", "settings keep", f"what is kept is {told!r}, which is nothing a record can keep")
    kept = connection.execute(sql.select(sql.func.count()).where(tables.documents.c.text.is_not(None))).scalar_one()
    if told == "quotes" and kept:
        yield Fault("text_kept", "documents", f"{kept} texts are stored, though only quotes are to be kept")


def _log(connection: Connection) -> Iterator[Fault]:
    before, expected = START, 1
    for row in connection.execute(sql.select(tables.log).order_by(tables.log.c.number)):
        where = f"log {row.number}"
        if row.number != expected:
            yield Fault("log_gap", where, f"entry {expected} of the log is gone")
        elif row.chain != chained(before, row.number, row.kind, row.ref, row.learned, row.content):
            yield Fault("log_chain", where, "the entry is not the one that was bound to those before it")
        if row.kind not in OF_KIND:
            yield Fault("log_kind", where, f"there is no such kind of entry: {row.kind!r}")
        before, expected = row.chain, row.number + 1


def _bound(connection: Connection, kind: str, table: sql.Table, name: str) -> Iterator[Fault]:
    """Rows without their entry of the log, and entries without their row."""
    entries = {
        row.number: row.ref
        for row in connection.execute(
            sql.select(tables.log.c.number, tables.log.c.ref).where(tables.log.c.kind == kind)
        )
    }
    held = {row[0]: row[1] for row in connection.execute(sql.select(table.c.number, table.c[name]))}
    for number in sorted(entries.keys() - held.keys()):
        yield Fault(f"{kind}_missing", f"{kind} {number}", f"the log names it ({entries[number][:12]}), and it is gone")
    for number in sorted(held.keys() - entries.keys()):
        yield Fault(
            f"{kind}_unlogged", f"{kind} {number}", f"it is there ({held[number][:12]}), and the log does not name it"
        )
    for number in sorted(held.keys() & entries.keys()):
        if held[number] != entries[number]:
            yield Fault(f"{kind}_identity", f"{kind} {number}", "its digest is not the one that the log names")


def _logged(connection: Connection, table: sql.Table) -> Iterator[Any]:
    """Rows of a table with the content hash that the log has for them."""
    joined = table.join(tables.log, tables.log.c.number == table.c.number)
    chosen = sql.select(*table.c, tables.log.c.content).select_from(joined).order_by(table.c.number)
    yield from connection.execute(chosen).yield_per(500)


def _documents(connection: Connection, erased: set[str]) -> Iterator[Fault]:
    for row in _logged(connection, tables.documents):
        where = f"document {row.number}"
        if row.id in erased:
            if row.body or row.text or row.raw:
                yield Fault("document_not_erased", where, "it has a tombstone, and its words are still there")
        elif rows.hashed(row.place, row.body, row.raw or "") != row.content:
            yield Fault("document_changed", where, "what is told of it is not what was stored")
        else:
            yield from _text(row, where)


def _text(row: Any, where: str) -> Iterator[Fault]:
    try:
        document = unpack(Document, row.body, row.id, row.id)
    except ValueError as error:
        yield Fault("document_broken", where, str(error))
        return
    if row.text is not None and rows.hashed(row.text) != document.text:
        yield Fault("text_changed", where, "its text is not the one that was stored")


def _raws(connection: Connection) -> Iterator[Fault]:
    held = set()
    for row in connection.execute(sql.select(tables.raws)).yield_per(20):
        held.add(row.sha256)
        # SQLite lets a text stand where bytes belong.
        if isinstance(row.data, str) or sha256(row.data).hexdigest() != row.sha256:
            yield Fault("raw_changed", f"raw {row.sha256[:12]}", "the bytes are not those that were fetched")
    wanted = set(
        connection.execute(sql.select(tables.documents.c.raw).where(tables.documents.c.raw.is_not(None))).scalars()
    )
    for missing in sorted(wanted - held):
        yield Fault("raw_missing", f"raw {missing[:12]}", "the bytes as fetched are gone")
    for stray in sorted(held - wanted):
        yield Fault("raw_unnamed", f"raw {stray[:12]}", "no document comes from these bytes")


def _readings(connection: Connection, erased: set[str]) -> Iterator[Fault]:
    known = set(connection.execute(sql.select(tables.documents.c.id)).scalars())
    for row in _logged(connection, tables.readings):
        where = f"reading {row.number}"
        chosen = sql.select(tables.claims).where(tables.claims.c.reading == row.number)
        claims = connection.execute(chosen.order_by(tables.claims.c.place)).all()
        if row.document not in known:
            yield Fault("reading_adrift", where, f"no document {row.document[:12]} is there")
        elif row.document in erased:
            if row.body or claims:
                yield Fault("reading_not_erased", where, "its document has a tombstone, and its words are still there")
        else:
            yield from _reading(connection, row, claims, where)


def _reading(connection: Connection, row: Any, claims: Sequence[Any], where: str) -> Iterator[Fault]:
    if [claim.place for claim in claims] != list(range(len(claims))):
        yield Fault("claim_gap", where, "a claim of it is gone")
    pieces = (piece for claim in claims for piece in (claim.id, claim.body))
    if rows.hashed(row.document, row.body, *pieces) != row.content:
        yield Fault("reading_changed", where, "the reading or a claim of it is not what was stored")
    text = connection.execute(sql.select(tables.documents.c.text).where(tables.documents.c.id == row.document)).scalar()
    if text is None:
        return
    document = rows.bare(row.document, text)
    yield from _spans(document, where, partial(unpack, Reading, row.body, row.document))
    for claim in claims:
        place = f"claim {row.number}.{claim.place}"
        yield from _spans(document, place, partial(unpack, Claim, claim.body, row.document))


def _spans(document: Document, where: str, make: Callable[[], Any]) -> Iterator[Fault]:
    try:
        for span in spans(make()):
            check(document, span)
    except SpanError as error:
        yield Fault("span", where, f"a quote is not what stands there: {error}")
    except ValueError as error:
        yield Fault("line_broken", where, str(error))


def spans(noun: Any) -> Iterator[Span]:
    """Every span in ``noun``, however deep."""
    if isinstance(noun, Span):
        yield noun
    elif is_dataclass(noun):
        for part in fields(noun):
            yield from spans(getattr(noun, part.name))
    elif isinstance(noun, tuple):
        for item in noun:
            yield from spans(item)


def _stray_claims(connection: Connection) -> Iterator[Fault]:
    numbers = sql.select(tables.readings.c.number)
    stray = sql.select(tables.claims.c.reading).where(tables.claims.c.reading.not_in(numbers)).distinct()
    for number in connection.execute(stray.order_by(tables.claims.c.reading)).scalars():
        yield Fault("claim_adrift", f"claim {number}", "the reading that it belongs to is not there")


def _judgements(connection: Connection, erased: set[str]) -> Iterator[Fault]:
    known = set(connection.execute(sql.select(tables.documents.c.id)).scalars())
    for row in _logged(connection, tables.judgements):
        where = f"judgement {row.number}"
        if row.document in erased:
            if row.body:
                yield Fault(
                    "judgement_not_erased", where, "its document has a tombstone, and its words are still there"
                )
            continue
        if row.document not in known:
            yield Fault("judgement_adrift", where, f"no document {row.document[:12]} is there")
        yield from _judgement(row, where)


def _judgement(row: Any, where: str) -> Iterator[Fault]:
    if rows.hashed(row.body) != row.content:
        yield Fault("judgement_changed", where, "the decision is not what was stored")
    try:
        judgement = unpack(Judgement, row.body, identity=row.id)
    except ValueError as error:
        yield Fault("line_broken", where, str(error))
        return
    if judgement.evidence.document != row.document:
        yield Fault("judgement_moved", where, "it was made about another document")


def _tombstones(connection: Connection) -> Iterator[Fault]:
    known = set(connection.execute(sql.select(tables.documents.c.id)).scalars())
    for row in _logged(connection, tables.tombstones):
        where = f"tombstone {row.number}"
        if rows.hashed(row.body) != row.content:
            yield Fault("tombstone_changed", where, "it is not what was stored")
            continue
        if unpack(Tombstone, row.body).document != row.document or row.document not in known:
            yield Fault("tombstone_moved", where, "it stands for another document")


def _questions(connection: Connection) -> Iterator[Fault]:
    for row in _logged(connection, tables.questions):
        where = f"question {row.number}"
        if rows.hashed(row.body) != row.content:
            yield Fault("question_changed", where, "what was watched is not what was stored")
        try:
            unpack(Question, row.body, identity=row.id)
        except ValueError as error:
            yield Fault("line_broken", where, str(error))


def _returns(connection: Connection) -> Iterator[Fault]:
    chosen = sql.select(tables.documents.c.id, tables.documents.c.place, tables.documents.c.number)
    known = {row.id: row for row in connection.execute(chosen)}
    for row in _logged(connection, tables.returns):
        document = known.get(row.id)
        if rows.hashed(row.id, row.place) != row.content:
            yield Fault("return_changed", f"return {row.number}", "it is not what was stored")
        elif document is None or document.place != row.place or document.number > row.number:
            yield Fault("return_adrift", f"return {row.number}", "no such document stood there before")


# The cache


def _keys(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(sql.select(tables.keys).order_by(tables.keys.c.number)).yield_per(500):
        try:
            key = unpack(Key, row.body)
            same = (digest(key), key.measure, not key.done) == (row.id, row.measure, row.ahead)
        except ValueError:
            same = False
        if not same:
            yield Fault("key_changed", f"key {row.number}", f"it is not that of its series{AGAIN}")


def _words(connection: Connection, erased: set[str]) -> Iterator[Fault]:
    joined = tables.readings.join(tables.indexed, tables.indexed.c.reading == tables.readings.c.number)
    chosen = sql.select(tables.readings.c.number, tables.readings.c.document, tables.indexed.c.maker)
    held = {}
    for row in connection.execute(chosen.add_columns(tables.indexed.c.content).select_from(joined)):
        held[row.number] = row.content
        where = f"words {row.number}"
        if row.document in erased:
            yield Fault("words_not_erased", where, f"its document has a tombstone{AGAIN}")
        elif index.bound(row.maker, _lines(connection, row.number), _days(connection, row.number)) != row.content:
            yield Fault("words_changed", where, f"what it says of series is not what was found{AGAIN}")
    there: set[int] = set()
    for table in (tables.words, tables.dues, tables.indexed):
        there.update(connection.execute(sql.select(table.c.reading).distinct()).scalars())
    for number in sorted(there - held.keys()):
        yield Fault("words_adrift", f"words {number}", f"they belong to no reading whose words were found{AGAIN}")


def _stood(connection: Connection) -> Iterator[Fault]:
    for settled, content in stood.lines(connection):
        if isinstance(settled, int):
            yield Fault("stood_adrift", f"stood {settled}", f"it belongs to no series that was settled{AGAIN}")
        elif settled.content != content:
            yield Fault("stood_changed", f"stood {settled.series}", f"what stood is not what was found{AGAIN}")


def _lines(connection: Connection, reading: int) -> list[index.Line]:
    """The words of a reading in order of their places, each with the digest of its series."""
    words = tables.words
    joined = words.join(tables.keys, tables.keys.c.number == words.c.series, isouter=True)
    chosen = sql.select(tables.keys.c.id, words.c.place, words.c.voice, words.c.figure, words.c.body)
    found = connection.execute(chosen.select_from(joined).where(words.c.reading == reading).order_by(words.c.place))
    return [index.Line(identity or "", *rest) for identity, *rest in found]


def _days(connection: Connection, reading: int) -> list[str]:
    return list(
        connection.execute(
            sql.select(tables.dues.c.day).where(tables.dues.c.reading == reading).order_by(tables.dues.c.day)
        ).scalars()
    )
