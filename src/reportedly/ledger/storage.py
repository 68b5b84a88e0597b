"""The record meets its database: how it is opened, how a write begins, and how older records are brought up to date.

SQLite is one file in WAL mode, so that others read while one writes; a write takes the lock at its beginning and waits
for another's end. PostgreSQL is named by a URL and locks the same way, by an advisory lock. Only this package knows
either.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from reportedly.errors import LedgerError
from reportedly.ledger import tables

WAIT = 30_000  # milliseconds that a write waits for another's end
CACHE = 131_072  # KiB of a record's pages in memory: the indexes of a million claims are searched at random
LOCK = 0x7265706F  # any number of our own; PostgreSQL's advisory locks are known by numbers
WRITING = "reportedly_writing"


def _first(connection: Connection) -> None:
    tables.meta.create_all(connection, tables.FIRST)


def _second(connection: Connection) -> None:
    """Watched questions, words by series as a cache, no index over digests, moments that sort alike on every server."""
    tables.meta.create_all(connection, tables.SECOND)
    connection.exec_driver_sql("DROP INDEX IF EXISTS ix_claims_id")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql('ALTER TABLE log ALTER COLUMN learned TYPE VARCHAR(32) COLLATE "C"')


def _third(connection: Connection) -> None:
    """Earlier versions of pages that are back, and words that are found by who says them."""
    tables.meta.create_all(connection, tables.THIRD)
    tables.meta.drop_all(connection, tables.CACHED)
    tables.meta.create_all(connection, tables.CACHED)


def _fourth(connection: Connection) -> None:
    """What origins stood at, as a cache."""
    tables.meta.create_all(connection, tables.FOURTH)


# In order; a record remembers how many were made. Never change one that was released: add another.
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first, _second, _third, _fourth)


def opened(address: str, *, create: bool) -> Engine:
    """The engine for a file's path or a database's URL, its tables up to date. Raises ``LedgerError``."""
    engine = _engine(address, create=create)
    try:
        with writing(engine) as connection:
            _migrate(connection, address, create=create)
    except BaseException as error:
        engine.dispose()
        if isinstance(error, DBAPIError):
            raise LedgerError(f"{address}: it cannot be opened as a ledger: {_reason(error)}") from error
        raise
    return engine


def _engine(address: str, *, create: bool) -> Engine:
    if "://" in address:
        try:
            url = sql.make_url(address)
            if url.get_backend_name() == "postgresql" and "+" not in url.drivername:
                url = url.set(drivername="postgresql+psycopg")
            engine = sql.create_engine(url)
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise LedgerError(f"{address}: no such database can be reached: {error}") from error
    else:
        _check_path(Path(address), create=create)
        engine = sql.create_engine(sql.URL.create("sqlite", database=address))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _check_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: it is a folder, and a ledger is a file")
    if not path.exists() and not create:
        raise LedgerError(f"{path}: there is no such ledger; `reportedly add` makes one")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}")


def _prepare_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {WAIT}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # what was committed outlasts a power cut
    cursor.execute(f"PRAGMA cache_size = -{CACHE}")
    cursor.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten, not only let go
    cursor.close()


def _begin(connection: Connection) -> None:
    is_write = connection.get_execution_options().get(WRITING, False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")
    elif is_write:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write: all of it or nothing, and no other meanwhile."""
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One look at the record as it stands at its beginning."""
    isolation = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**isolation) as connection, connection.begin():
        yield connection


def sweep(engine: Engine) -> None:
    """See to it that what was erased does not stand in SQLite's write-ahead log either."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()


def _migrate(connection: Connection, address: str, *, create: bool) -> None:
    there = sql.inspect(connection).has_table(tables.versions.name)
    if not there and not create:
        raise LedgerError(f"{address}: this is no ledger")
    made = connection.execute(sql.select(sql.func.max(tables.versions.c.number))).scalar() if there else 0
    made = made or 0
    if made > len(MIGRATIONS):
        raise LedgerError(f"{address}: it was written by a newer version of this program (format {made})")
    for number in range(made, len(MIGRATIONS)):
        MIGRATIONS[number](connection)
        connection.execute(sql.insert(tables.versions).values(number=number + 1))


def _reason(error: SQLAlchemyError) -> str:
    original = getattr(error, "orig", None)
    return str(original or error).strip().splitlines()[0]
