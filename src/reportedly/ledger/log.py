"""The record's log: an entry for every row, each bound to the one before by its hash."""

from hashlib import sha256
from typing import Literal

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from reportedly.ledger.tables import log

Kind = Literal["document", "reading", "judgement", "tombstone", "question", "return"]
START = "0" * 64  # what the first entry is bound to


def chained(before: str, *entry: object) -> str:
    """The hash that binds an entry (number, kind, ref, learned, content) to all before it."""
    return sha256("\n".join((before, *map(str, entry))).encode()).hexdigest()


def last(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry."""
    newest = sql.select(log.c.number, log.c.chain).order_by(log.c.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return (row.number, row.chain) if row else (0, START)


def append(connection: Connection, kind: Kind, ref: str, *, learned: str, content: str) -> int:
    """Write one entry; its number."""
    number, before = last(connection)
    chain = chained(before, number + 1, kind, ref, learned, content)
    row = {"number": number + 1, "kind": kind, "ref": ref, "learned": learned, "content": content, "chain": chain}
    connection.execute(sql.insert(log), row)
    return number + 1
