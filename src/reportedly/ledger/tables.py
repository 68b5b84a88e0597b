"""The record as tables: what was read, claimed and judged, and the log that binds it together.

Rows are only ever added; the one exception is an erased document, whose words go and whose digests stay. Every row but
a claim's is named by an entry of the log; the log's chain of hashes makes a row that was changed, removed or slipped in
visible (Haber and Stornetta, "How to time-stamp a digital document", 1991). A claim belongs to its reading's content.

What stands below ``CACHE`` is made from the rest, can be deleted at any time, and is then made again.
"""

from typing import Any

import sqlalchemy as sql

meta = sql.MetaData()

NUMBER = sql.BigInteger().with_variant(sql.Integer, "sqlite")  # of a log entry; SQLite has one integer, which is long

# Days and moments sort as ISO 8601 does, whatever the language that a server sorts by.
MOMENT = sql.String(32).with_variant(sql.String(32, collation="C"), "postgresql")


def _numbered(name: str, *columns: sql.Column[Any]) -> sql.Table:
    """A table whose rows go by the number of their entry in the log."""
    return sql.Table(name, meta, sql.Column("number", NUMBER, primary_key=True, autoincrement=False), *columns)


# Numbers of migrations that were made, in order.
versions = sql.Table("versions", meta, sql.Column("number", sql.Integer, primary_key=True, autoincrement=False))

# What kind of record it is: whether texts are kept, or quotes and digests only.
settings = sql.Table(
    "settings",
    meta,
    sql.Column("name", sql.String(40), primary_key=True),
    sql.Column("value", sql.String(200), nullable=False),
)

log = _numbered(
    "log",
    sql.Column("kind", sql.String(12), nullable=False),
    sql.Column("ref", sql.String(64), nullable=False),
    sql.Column("learned", MOMENT, nullable=False),
    sql.Column("content", sql.String(64), nullable=False),
    sql.Column("chain", sql.String(64), nullable=False),
)

raws = sql.Table(
    "raws",
    meta,
    sql.Column("sha256", sql.String(64), primary_key=True),
    sql.Column("data", sql.LargeBinary, nullable=False),
)

documents = _numbered(
    "documents",
    sql.Column("id", sql.String(64), nullable=False, unique=True),
    sql.Column("place", sql.Text, nullable=False, index=True),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("text", sql.Text),
    sql.Column("raw", sql.String(64), index=True),
)

readings = _numbered(
    "readings",
    sql.Column("id", sql.String(64), nullable=False, unique=True),
    sql.Column("document", sql.String(64), nullable=False, index=True),
    sql.Column("maker", sql.String(80), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
)

claims = sql.Table(
    "claims",
    meta,
    sql.Column("reading", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("place", sql.Integer, primary_key=True, autoincrement=False),
    # Without an index: digests fall anywhere, so that each write of a large record would touch every page of one.
    sql.Column("id", sql.String(64), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
)

# Documents that stand at their place again, as before another version of it was learned.
returns = _numbered(
    "returns",
    sql.Column("id", sql.String(64), nullable=False, index=True),
    sql.Column("place", sql.Text, nullable=False, index=True),
)

judgements = _numbered(
    "judgements",
    sql.Column("id", sql.String(64), nullable=False, unique=True),
    sql.Column("document", sql.String(64), nullable=False, index=True),
    sql.Column("body", sql.Text, nullable=False),
)

tombstones = _numbered(
    "tombstones",
    sql.Column("document", sql.String(64), nullable=False, unique=True),
    sql.Column("body", sql.Text, nullable=False),
)

questions = _numbered(
    "questions",
    sql.Column("id", sql.String(64), nullable=False, unique=True),
    sql.Column("body", sql.Text, nullable=False),
)

# CACHE: what each reading says of which series, so that one series is found among a million claims.

# The keys of series; numbers are shorter than digests. ``ahead``: of what is yet to come.
keys = sql.Table(
    "keys",
    meta,
    sql.Column("number", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("id", sql.String(64), nullable=False, unique=True),
    sql.Column("measure", sql.Text, nullable=False, index=True),
    sql.Column("ahead", sql.Boolean, nullable=False, index=True),
    sql.Column("body", sql.Text, nullable=False),
)

# Words of claims on series, in the order in which they are read. ``voice`` is who says it there and ``figure`` what, as
# numbers that few others have: words that have neither in common are never joined.
words = sql.Table(
    "words",
    meta,
    sql.Column("reading", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("place", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("series", NUMBER, nullable=False),
    sql.Column("voice", sql.BigInteger, nullable=False, index=True),
    sql.Column("figure", sql.BigInteger, nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    sql.Index("ix_words_series_figure", "series", "figure"),
)

# Readings whose words are there, by which maker (the versions of all that had a part in it), and the words' hash.
indexed = sql.Table(
    "indexed",
    meta,
    sql.Column("reading", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("maker", sql.String(200), nullable=False),
    sql.Column("content", sql.String(64), nullable=False),
)

# The days by which what a reading tells as to come is to come about.
dues = sql.Table(
    "dues",
    meta,
    sql.Column("reading", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("day", MOMENT, primary_key=True, index=True),
)

# What an origin of a series stood at from a moment on, until another row of it says otherwise. ``weight`` is 0 of the
# word of nobody, 2 of the word of who is named that stands, 1 of anything else.
stood = sql.Table(
    "stood",
    meta,
    sql.Column("series", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("voice", sql.BigInteger, primary_key=True, autoincrement=False),
    sql.Column("learned", MOMENT, primary_key=True),
    sql.Column("weight", sql.SmallInteger, nullable=False),
    sql.Column("body", sql.Text, nullable=False),
)

# Series whose rows are there: by the readings up to which entry of the log, when the last of their words was learned,
# and the rows' hash; none where a series is left out. The row of no series (0) says up to where all were gone through.
settled = sql.Table(
    "settled",
    meta,
    sql.Column("series", NUMBER, primary_key=True, autoincrement=False),
    sql.Column("number", NUMBER, nullable=False),
    sql.Column("upto", MOMENT, nullable=False),
    sql.Column("content", sql.String(64)),
)

FIRST = (versions, settings, log, raws, documents, readings, claims, judgements, tombstones)
CACHED = (keys, words, dues, indexed)
SECOND = (questions, *CACHED)
THIRD = (returns,)
FOURTH = (stood, settled)
