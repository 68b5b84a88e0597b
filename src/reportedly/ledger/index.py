"""The words of a series are found among a million claims: a cache of what each reading says of which series.

What is promised: it holds nothing that cannot be made again of the readings, and may be deleted at any time; what was
made by another maker (another version of what makes keys and words) is never given out; at any moment it gives the
words of the readings that were current then. It tells nothing of judgements: who asks lays them over.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from reportedly.ledger import rows, tables
from reportedly.ledger.codec import pack, unpack
from reportedly.model import Document, Key, Reading, Reported, digest

Told = tuple[Key, Reported]
Make = Callable[[Document, Reading], Iterable[Told]]
Words = dict[str, list[Reported]]
Homes = dict[str, int]  # by the digest of a claim the number of a reading that holds it


class Made(NamedTuple):
    """What was made of a reading, by its number: its words, and in order the days by which what it announces is due."""

    reading: int
    told: Sequence[Told]
    dues: Sequence[str]


class Line(NamedTuple):
    """A word as it stands there: of which series (its digest), at which place of its reading, by whom, how much."""

    series: str
    place: int
    voice: int
    figure: int
    body: str


NUMBER = 15  # hexadecimal digits of a hash that a database's integer holds
ALWAYS = "~"  # what a day ends with, as it sorts
YEAR = 4  # characters: a day is no later than the year that it begins with
TOGETHER = 500  # values that are asked for at once; a bound on the length of a query


def pieces(values: Iterable[Any], together: int = TOGETHER) -> Iterator[list[Any]]:
    """``values`` in lists that a query can hold."""
    every = list(values)
    for start in range(0, len(every), together):
        yield every[start : start + together]


def clear(connection: Connection) -> None:
    """Delete all of it, and what was made of it."""
    for table in (tables.words, tables.dues, tables.indexed, tables.keys, tables.stood, tables.settled):
        connection.execute(sql.delete(table))


def is_by_another(connection: Connection, maker: str) -> bool:
    """Whether some of it was made by another than ``maker``, so that none of it holds."""
    others = sql.select(tables.indexed.c.reading).where(tables.indexed.c.maker != maker)
    return connection.execute(others.limit(1)).first() is not None


def pending(connection: Connection, among: Collection[int] | None = None) -> list[int]:
    """The numbers of the readings (or of those ``among`` them) whose words are not there, in order."""
    readings, gone = tables.readings, sql.select(tables.tombstones.c.document)
    there = sql.select(tables.indexed.c.reading)
    lacking = sql.select(readings.c.number).where(readings.c.number.not_in(there), readings.c.document.not_in(gone))
    if among is not None:
        lacking = lacking.where(readings.c.number.in_(among))
    return list(connection.execute(lacking.order_by(readings.c.number)).scalars())


def fill(connection: Connection, maker: str, made: Iterable[Made]) -> None:
    """Put in what was made of readings, by their numbers; what is there meanwhile, or was erased, is left out."""
    every = list(made)
    lacking = set(pending(connection, [one.reading for one in every]))
    fresh = [one for one in every if one.reading in lacking]
    numbers = _numbers(connection, {key for one in fresh for key, _ in one.told})
    lines, done, dues = [], [], []
    for one in fresh:
        own = [
            (numbers[key], Line(numbers[key][1], place, *_heard(numbers[key][1], word), pack(word)))
            for place, (key, word) in enumerate(one.told)
        ]
        lines += [{"reading": one.reading, **line._asdict(), "series": number} for (number, _), line in own]
        dues += [{"reading": one.reading, "day": day} for day in one.dues]
        content = bound(maker, (line for _, line in own), one.dues)
        done.append({"reading": one.reading, "maker": maker, "content": content})
    for table, found in ((tables.words, lines), (tables.dues, dues), (tables.indexed, done)):
        if found:
            connection.execute(sql.insert(table), found)


def _heard(series: str, word: Reported) -> tuple[int, int]:
    """Who says ``word`` there and which figure, as numbers; what is told without one is nobody else's."""
    low, high = word.bounds.low, word.bounds.high
    number = f"{low if low is not None else high} {high if high is not None else low}"
    figure = word.id if low is None and high is None else number
    return short(series, word.origin), short(series, figure)


def short(*pieces: str) -> int:
    """A number that few others have."""
    return int(rows.hashed(*pieces)[:NUMBER], 16)


def bound(maker: str, lines: Iterable[Line], dues: Iterable[str]) -> str:
    """The hash of a reading's words in order of their places, and of its days, in order."""
    return rows.hashed(maker, *(str(piece) for line in lines for piece in line), *dues)


def _numbers(connection: Connection, keys: Collection[Key]) -> dict[Key, tuple[int, str]]:
    """Number and digest of each key; those that have none get one."""
    digests = {digest(key): key for key in keys}
    known: dict[str, int] = {}
    for some in pieces(digests):
        chosen = sql.select(tables.keys.c.id, tables.keys.c.number).where(tables.keys.c.id.in_(some))
        known.update((row.id, row.number) for row in connection.execute(chosen))
    last = connection.execute(sql.select(sql.func.max(tables.keys.c.number))).scalar() or 0
    fresh = [identity for identity in sorted(digests) if identity not in known]
    known.update((identity, last + at) for at, identity in enumerate(fresh, 1))
    if fresh:
        connection.execute(sql.insert(tables.keys), [_row(known[one], one, digests[one]) for one in fresh])
    return {key: (known[identity], identity) for identity, key in digests.items()}


def _row(number: int, identity: str, key: Key) -> dict[str, Any]:
    return {"number": number, "id": identity, "measure": key.measure, "ahead": not key.done, "body": pack(key)}


def keys(connection: Connection, names: Iterable[str] | None) -> dict[str, Key]:
    """By their digests the keys of the series with these digests; None: of all on which some reading has a word."""
    chosen = sql.select(tables.keys.c.id, tables.keys.c.body).order_by(tables.keys.c.number)
    asked = [chosen] if names is None else [chosen.where(tables.keys.c.id.in_(some)) for some in pieces(names)]
    return {row.id: unpack(Key, row.body) for one in asked for row in connection.execute(one)}


def beside(connection: Connection, measures: Iterable[str]) -> dict[str, Key]:
    """By their digests the keys of those of ``measures`` of which something is yet to come."""
    found: dict[str, Key] = {}
    for some in pieces(sorted(measures)):
        ahead = sql.select(tables.keys.c.measure).where(tables.keys.c.ahead, tables.keys.c.measure.in_(some))
        chosen = sql.select(tables.keys.c.id, tables.keys.c.body).where(tables.keys.c.measure.in_(ahead))
        found.update((row.id, unpack(Key, row.body)) for row in connection.execute(chosen))
    return found


def measuring(connection: Connection, measures: Iterable[str]) -> dict[str, Key]:
    """By their digests the keys of ``measures``."""
    found: dict[str, Key] = {}
    for some in pieces(sorted(measures)):
        chosen = sql.select(tables.keys.c.id, tables.keys.c.body).where(tables.keys.c.measure.in_(some))
        found.update((row.id, unpack(Key, row.body)) for row in connection.execute(chosen))
    return found


def words(
    connection: Connection, series: Iterable[str], moments: Sequence[str], without: Collection[str]
) -> tuple[tuple[Words, ...], Homes]:
    """By series (digests), the words of what was current at each of ``moments``; and where their claims stand.

    Those of some documents are left out.
    """
    told: list[tuple[str, int, str]] = []
    for some in pieces(series):
        names = _named(connection, some)
        lines = connection.execute(_lines().where(tables.words.c.series.in_(names)))
        told += [(names[number], reading, body) for number, reading, body in lines]
    return _standing(connection, told, moments, without)


def stirred(connection: Connection, series: Iterable[str], moments: tuple[str, str]) -> tuple[tuple[Words, ...], Homes]:
    """As ``words`` at both ``moments``, but of each series only those that could be joined with what came or went.

    These are the words of the readings that were learned in between or stand where one was, and all by who says one of
    them or tells a figure that one of these told, and so on.
    """
    own = tables.words
    came: defaultdict[int, set[int]] = defaultdict(set)
    learned = sql.select(own.c.series, own.c.voice).where(own.c.reading.in_(rows.touched(*moments)))
    for number, voice in connection.execute(learned.distinct()):
        came[number].add(voice)
    told: list[tuple[str, int, str]] = []
    for some in pieces(series):
        names = _named(connection, some)
        found = reached(connection, {voice for number in names for voice in came.get(number, ())})
        for part in pieces(found):
            lines = connection.execute(_lines().where(own.c.voice.in_(part)))
            told += [(names[number], reading, body) for number, reading, body in lines if number in names]
    return _standing(connection, told, moments, ())


def reached(connection: Connection, voices: set[int]) -> set[int]:
    """``voices`` and all that told a figure which one of them told on the same series, and so on."""
    own, other = tables.words, tables.words.alias()
    same = sql.and_(own.c.series == other.c.series, own.c.figure == other.c.figure, own.c.voice != other.c.voice)
    found = left = voices
    while left:
        beside = (sql.select(other.c.voice).join(own, same).where(own.c.voice.in_(part)) for part in pieces(left))
        left = {voice for one in beside for voice in connection.execute(one.distinct()).scalars()} - found
        found = found | left
    return found


def _named(connection: Connection, series: Sequence[str]) -> dict[int, str]:
    """The digests of series by their numbers."""
    numbered = sql.select(tables.keys.c.number, tables.keys.c.id).where(tables.keys.c.id.in_(series))
    return {row.number: row.id for row in connection.execute(numbered)}


def _lines() -> sql.Select[Any]:
    return sql.select(tables.words.c.series, tables.words.c.reading, tables.words.c.body)


def _standing(
    connection: Connection, told: Sequence[tuple[str, int, str]], moments: Sequence[str], without: Collection[str]
) -> tuple[tuple[Words, ...], Homes]:
    """Of words (series, reading, body) those that stand at each of ``moments``."""
    readings = {reading for _, reading, _ in told}
    standing = [_current(connection, readings, at, without) for at in moments]
    found: tuple[Words, ...] = tuple(defaultdict(list) for _ in moments)
    homes: Homes = {}
    for identity, reading, body in told:
        stands = [reading in current for current in standing]
        if any(stands):
            word = unpack(Reported, body)
            homes[word.id] = reading
            for here, by_series in zip(stands, found, strict=True):
                if here:
                    by_series[identity].append(word)
    return found, homes


def _current(connection: Connection, readings: Iterable[int], at: str, without: Collection[str]) -> set[int]:
    """Those of ``readings`` (numbers) that are what was known ``at`` that moment, as ``rows.newest`` has it."""
    found: set[int] = set()
    for some in pieces(sorted(readings)):
        chosen = rows.standing(at).where(tables.readings.c.number.in_(some))
        found.update(row.number for row in connection.execute(chosen) if row.document not in without)
    return found


def touched(connection: Connection, since: str, until: str) -> set[str]:
    """The series of which something may have changed after ``since`` and until ``until``, judgements aside."""
    chosen = sql.select(tables.words.c.series).where(tables.words.c.reading.in_(rows.touched(since, until))).distinct()
    named = sql.select(tables.keys.c.id).where(tables.keys.c.number.in_(chosen))
    return set(connection.execute(named).scalars())


def due(connection: Connection, since: str, until: str) -> set[str]:
    """The documents that announce something for a day that ended after ``since`` and by ``until``."""
    days = sql.select(tables.dues.c.reading).where(
        tables.dues.c.day + ALWAYS > since, tables.dues.c.day + ALWAYS <= until, tables.dues.c.day >= since[:YEAR]
    )
    chosen = sql.select(tables.readings.c.document).where(tables.readings.c.number.in_(days))
    return set(connection.execute(chosen.distinct()).scalars())


def telling(connection: Connection, series: Iterable[str]) -> set[str]:
    """The documents of which some reading has a word on one of ``series``."""
    found: set[str] = set()
    for some in pieces(series):
        numbers = sql.select(tables.keys.c.number).where(tables.keys.c.id.in_(some))
        told = sql.select(tables.words.c.reading).where(tables.words.c.series.in_(numbers))
        chosen = sql.select(tables.readings.c.document).where(tables.readings.c.number.in_(told))
        found.update(connection.execute(chosen.distinct()).scalars())
    return found


def told_by(connection: Connection, documents: Iterable[str]) -> set[str]:
    """The series (digests) on which some reading of ``documents`` has a word."""
    found: set[str] = set()
    for some in pieces(documents):
        numbers = sql.select(tables.readings.c.number).where(tables.readings.c.document.in_(some))
        told = sql.select(tables.words.c.series).where(tables.words.c.reading.in_(numbers))
        chosen = sql.select(tables.keys.c.id).where(tables.keys.c.number.in_(told.distinct()))
        found.update(connection.execute(chosen).scalars())
    return found


def drop(connection: Connection, document: str) -> None:
    """Its readings have no words any more."""
    numbers = sql.select(tables.readings.c.number).where(tables.readings.c.document == document)
    for table in (tables.words, tables.dues, tables.indexed):
        connection.execute(sql.delete(table).where(table.c.reading.in_(numbers)))
