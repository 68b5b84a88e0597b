"""What origins stood at on each series, from when until when: a cache, so that two moments are two looks at it.

Stored is what changed: for an origin of a series its word from a moment on, until another row of it says otherwise.
That is a function of the words of the series alone, as long as what was learned stays. A series is left out, and asked
by all its words, where a reading of it was replaced (another version of its page, another reading, an earlier version
that is back), or where who makes the rows does not. What is promised: no row is given out that a document learned later
could have changed; the rows of a series are bound by a hash that ``verify`` checks; all of it may be deleted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from reportedly.frozen import dataclass
from reportedly.ledger import index, rows, tables
from reportedly.ledger.codec import pack, unpack
from reportedly.model import Key, Reported

TOGETHER = 200  # series whose words are in memory at once
NOBODY, OTHER, STANDS = range(3)  # how much a row weighs
MARK = 0  # the number of no series: its row says up to which entry of the log all was settled


class Came(NamedTuple):
    """A word with when it was learned and the reading that has it."""

    learned: str
    reading: int
    word: Reported


@dataclass(frozen=True, slots=True)
class Stood:
    """An origin's ``word`` on a series from ``learned`` on; None where its words are another origin's from then on.

    It ``stands`` or only shows that the origin spoke; ``saying`` is the same word as old as it was when first told,
    where that differs. ``homes`` are the readings that hold its claim and the claim that it retells.
    """

    origin: str
    learned: str
    word: Reported | None
    stands: bool = False
    saying: Reported | None = None
    homes: tuple[int, int] = (0, 0)


class Course(Protocol):
    """Who makes the rows of a series from later than ``after`` on; None where nothing is to be stored."""

    def __call__(self, came: Sequence[Came], after: str, /, *, done: bool) -> Sequence[Stood] | None:
        """``came`` are its words in the order in which they were learned; ``done``: of what has come about."""


class Due(NamedTuple):
    """What is to be settled: up to which entry of the log, which series, and which cannot be (numbers)."""

    mark: int
    series: list[int]
    rough: set[int]


class Made(NamedTuple):
    """The rows made for a series: after which that it has, and when the last of its words was learned."""

    series: int
    before: Any
    upto: str
    stood: Sequence[Stood] | None


def due(connection: Connection) -> Due | None:
    """What is to be settled; None where nothing is, or where the words of some reading are still to be found."""
    last = connection.execute(sql.select(sql.func.max(tables.log.c.number))).scalar() or 0
    mark = _mark(connection)
    if last == mark or index.pending(connection):
        return None
    held = sql.select(tables.settled.c.series)
    lacking = set(
        connection.execute(sql.select(tables.keys.c.number).where(tables.keys.c.number.not_in(held))).scalars()
    )
    rough = _disturbed(connection, mark)
    unfit = set(connection.execute(held.where(tables.settled.c.content.is_(None))).scalars())
    return Due(last, sorted((lacking | _fresh(connection, mark)) - rough - unfit), rough)


def _mark(connection: Connection) -> int:
    chosen = sql.select(tables.settled.c.number).where(tables.settled.c.series == MARK)
    return connection.execute(chosen).scalar() or 0


def _fresh(connection: Connection, mark: int) -> set[int]:
    """The series (numbers) on which readings learned after an entry of the log have words."""
    chosen = sql.select(tables.words.c.series).where(tables.words.c.reading > mark)
    return set(connection.execute(chosen.distinct()).scalars())


def _disturbed(connection: Connection, mark: int) -> set[int]:
    """The series told by documents that do not stand alone at their place, or were read twice, since that entry."""
    documents, readings, returns = tables.documents, tables.readings, tables.returns
    read = sql.select(readings.c.document).where(readings.c.number > mark)
    places = sql.union(
        sql.select(documents.c.place).where(sql.or_(documents.c.number > mark, documents.c.id.in_(read))),
        sql.select(returns.c.place).where(returns.c.number > mark),
    )
    several = sql.select(documents.c.place).where(documents.c.place.in_(places)).group_by(documents.c.place)
    again = sql.select(returns.c.place).where(returns.c.place.in_(places))
    reread = sql.select(readings.c.document).where(readings.c.document.in_(read)).group_by(readings.c.document)
    many = sql.func.count() > 1
    there = sql.select(documents.c.id).where(
        sql.or_(
            documents.c.place.in_(several.having(many)), documents.c.place.in_(again),
            documents.c.id.in_(reread.having(many)),
        )
    )  # fmt: skip
    numbers = sql.select(readings.c.number).where(readings.c.document.in_(there))
    chosen = sql.select(tables.words.c.series).where(tables.words.c.reading.in_(numbers))
    return set(connection.execute(chosen.distinct()).scalars())


def made(connection: Connection, series: Sequence[int], mark: int, course: Course) -> list[Made]:
    """The rows of some series that are not there, by their words up to an entry of the log."""
    held = {row.series: row for row in connection.execute(_held(series))}
    done = {row.number: unpack(Key, row.body).done for row in connection.execute(_keys(series))}
    found = []
    came: dict[int, list[Came]] = {}
    if there := [number for number in series if number in held]:
        came |= _came(connection, there, mark, {number: held[number].number for number in there})
    late = [number for number, told in came.items() if not _is_later(told, held[number])]
    if fresh := [*late, *(number for number in series if number not in held)]:
        came |= _came(connection, fresh, mark)
    for number in series:
        before = held.get(number)
        told, after = came.get(number, []), "" if number in fresh or before is None else before.upto
        stood = course(told, after, done=done[number])
        upto = max((one.learned for one in told), default="")
        found.append(Made(number, before, max(upto, before.upto if before else ""), stood))
    return found


def _held(series: Iterable[int]) -> sql.Select[Any]:
    return sql.select(tables.settled).where(tables.settled.c.series.in_(list(series)))


def _keys(series: Iterable[int]) -> sql.Select[Any]:
    return sql.select(tables.keys).where(tables.keys.c.number.in_(list(series)))


def _is_later(told: Sequence[Came], held: Any) -> bool:
    """Whether all that is new was learned later than all that was settled."""
    return all(one.learned > held.upto for one in told if one.reading > held.number)


def _came(
    connection: Connection, series: Sequence[int], mark: int, settled: Mapping[int, int] | None = None
) -> dict[int, list[Came]]:
    """The words of series in the order in which they were learned; those that new ones can be joined with, or all.

    ``settled``: up to which entry of the log each was settled.
    """
    words, readings, documents = tables.words, tables.readings, tables.documents
    own, its = tables.log.alias(), tables.log.alias()
    joined = (
        words.join(readings, readings.c.number == words.c.reading)
        .join(documents, documents.c.id == readings.c.document)
        .join(own, own.c.number == readings.c.number)
        .join(its, its.c.number == documents.c.number)
    )
    chosen = sql.select(words.c.series, words.c.reading, words.c.body, own.c.learned, its.c.learned.label("its"))
    chosen = chosen.select_from(joined).where(words.c.reading <= mark)
    if settled is None:
        asked = [chosen.where(words.c.series.in_(series))]
    else:
        fresh = sql.select(words.c.series, words.c.reading, words.c.voice)
        every = connection.execute(fresh.where(words.c.reading > min(settled.values())))
        voices = {row.voice for row in every if row.reading > settled.get(row.series, row.reading)}
        reached = index.reached(connection, voices)
        asked = [chosen.where(words.c.voice.in_(part)) for part in index.pieces(reached)]
    found: defaultdict[int, list[Came]] = defaultdict(list)
    for one in asked:
        for row in connection.execute(one):
            found[row.series].append(Came(max(row.learned, row.its), row.reading, unpack(Reported, row.body)))
    return {number: sorted(told, key=lambda one: one[:2]) for number, told in found.items()}


def put(connection: Connection, mark: int, some: Iterable[Made]) -> bool:
    """Store what was made; False where something was erased, or settled by another, meanwhile."""
    every = list(some)
    erased = sql.select(tables.tombstones.c.number).where(tables.tombstones.c.number > mark)
    held = {row.series: row for row in connection.execute(_held(one.series for one in every))}
    if connection.execute(erased.limit(1)).first() or any(held.get(one.series) != one.before for one in every):
        return False
    names = {row.number: row.id for row in connection.execute(_keys(one.series for one in every))}
    anew = [one.series for one in every if one.stood is None or _begins(one)]
    _clear(connection, anew, [one.series for one in every])
    lines, done = [], []
    for one in every:
        content = None if one.stood is None else "" if _begins(one) else one.before.content
        told = [_line(names[one.series], stood) for stood in one.stood or ()]
        for line in sorted(told, key=lambda line: (line["learned"], line["voice"])):
            lines.append({"series": one.series, **line})
            content = bound(content or "", **line)
        done.append({"series": one.series, "number": mark, "upto": one.upto, "content": content})
    for table, found in ((tables.stood, lines), (tables.settled, done)):
        if found:
            connection.execute(sql.insert(table), found)
    return True


def _begins(made: Made) -> bool:
    """Whether its rows are all there are: also where words came that were learned before others were settled."""
    return made.before is None or any(one.learned <= made.before.upto for one in made.stood or ())


def _line(series: str, stood: Stood) -> dict[str, Any]:
    weight = NOBODY if stood.word is not None and not stood.word.named else STANDS if stood.stands else OTHER
    voice = index.short(series, stood.origin)
    return {"voice": voice, "learned": stood.learned, "weight": weight, "body": pack(stood)}


def bound(content: str, *, voice: int, learned: str, weight: int, body: str) -> str:
    """The hash of a series' rows up to this one, in the order of their moments and origins."""
    return rows.hashed(content, str(voice), learned, str(weight), body)


def _clear(connection: Connection, stood: Sequence[int], settled: Sequence[int]) -> None:
    for table, numbers in ((tables.stood, stood), (tables.settled, settled)):
        for some in index.pieces(numbers):
            connection.execute(sql.delete(table).where(table.c.series.in_(some)))


def leave_out(connection: Connection, mark: int, series: Collection[int]) -> None:
    """Of these series nothing is stored any more."""
    every = sorted(series)
    _clear(connection, every, every)
    if every:
        row = {"number": mark, "upto": "", "content": None}
        connection.execute(sql.insert(tables.settled), [{"series": number, **row} for number in every])


def close(connection: Connection, mark: int) -> None:
    """All is settled up to this entry of the log."""
    _clear(connection, [], [MARK])
    connection.execute(sql.insert(tables.settled), {"series": MARK, "number": mark, "upto": "", "content": None})


def drop(connection: Connection, series: Any) -> None:
    """Of these series (a query for their numbers) what stood is to be found anew."""
    connection.execute(sql.delete(tables.stood).where(tables.stood.c.series.in_(series)))
    settled = tables.settled
    connection.execute(sql.delete(settled).where(settled.c.series.in_(series), settled.c.content.is_not(None)))


# Asking

Stands = dict[str, list[Stood]]


def steady(connection: Connection, names: Iterable[str]) -> dict[int, str]:
    """By their numbers those of some series (digests) of which what stood is stored, and holds."""
    mark = _mark(connection)
    moved = _fresh(connection, mark) | _disturbed(connection, mark) if _is_behind(connection, mark) else set()
    joined = tables.keys.join(tables.settled, tables.settled.c.series == tables.keys.c.number)
    chosen = sql.select(tables.keys.c.number, tables.keys.c.id).select_from(joined)
    found: dict[int, str] = {}
    for some in index.pieces(names):
        there = chosen.where(tables.keys.c.id.in_(some), tables.settled.c.content.is_not(None))
        found |= {row.number: row.id for row in connection.execute(there) if row.number not in moved}
    return found


def _is_behind(connection: Connection, mark: int) -> bool:
    later = sql.select(tables.log.c.number).where(tables.log.c.number > mark)
    return connection.execute(later.limit(1)).first() is not None


def turned(connection: Connection, names: Mapping[int, str], since: str, until: str) -> tuple[Stands, Stands]:
    """By series, of the origins that stand otherwise ``until`` than ``since`` what they stood at then, and now."""
    stood = tables.stood
    old: defaultdict[str, list[Stood]] = defaultdict(list)
    new: defaultdict[str, list[Stood]] = defaultdict(list)
    chosen = sql.select(stood.c.series, stood.c.body)
    for some in index.pieces(names):
        within = stood.c.series.in_(some), stood.c.learned > since, stood.c.learned <= until
        latest = sql.select(stood.c.series, stood.c.voice, sql.func.max(stood.c.learned).label("learned"))
        moved = latest.where(*within).group_by(stood.c.series, stood.c.voice).subquery()
        for at, told in ((moved.c.learned, new), (_last(moved, since), old)):
            same = stood.c.series == moved.c.series, stood.c.voice == moved.c.voice, stood.c.learned == at
            for series, body in connection.execute(chosen.join(moved, sql.and_(*same))):
                told[names[series]].append(unpack(Stood, body))
    return old, new


def _last(moved: Any, at: str) -> Any:
    """When what an origin stood at ``at`` a moment was learned."""
    stood = tables.stood.alias()
    chosen = sql.select(sql.func.max(stood.c.learned)).where(
        stood.c.series == moved.c.series, stood.c.voice == moved.c.voice, stood.c.learned <= at
    )
    return chosen.correlate(moved).scalar_subquery()


def firm(connection: Connection, names: Iterable[int], moment: str) -> set[int]:
    """The series (numbers) in which the word of somebody who is named stood then, so that nobody's does."""
    stood, later = tables.stood, tables.stood.alias()
    same = later.c.series == stood.c.series, later.c.voice == stood.c.voice
    replaced = sql.select(later.c.series).where(*same, later.c.learned > stood.c.learned, later.c.learned <= moment)
    stands = stood.c.series == tables.keys.c.number, stood.c.weight == STANDS, stood.c.learned <= moment
    there = sql.select(stood.c.series).where(*stands, ~replaced.correlate(stood).exists()).correlate(tables.keys)
    found: set[int] = set()
    for some in index.pieces(names):
        chosen = sql.select(tables.keys.c.number).where(tables.keys.c.number.in_(some), there.exists())
        found.update(connection.execute(chosen).scalars())
    return found


def at(connection: Connection, names: Mapping[int, str], moment: str, least: int = NOBODY) -> Stands:
    """By series, what every origin stood at then whose rows weigh at least so much."""
    stood = tables.stood
    found = defaultdict(list)
    for some in index.pieces(names):
        every = sql.select(stood.c.series, stood.c.voice, sql.func.max(stood.c.learned).label("learned"))
        every = every.where(stood.c.series.in_(some), stood.c.learned <= moment, stood.c.weight >= least)
        last = every.group_by(stood.c.series, stood.c.voice).subquery()
        same = stood.c.series == last.c.series, stood.c.voice == last.c.voice, stood.c.learned == last.c.learned
        for series, body in connection.execute(sql.select(stood.c.series, stood.c.body).join(last, sql.and_(*same))):
            told = unpack(Stood, body)
            if told.word is not None:
                found[names[series]].append(told)
    return found


def lines(connection: Connection) -> Iterator[tuple[Any, str]]:
    """Each series with rows, as it is settled (None where it is not), and the hash that its rows come to."""
    settled = {row.series: row for row in connection.execute(sql.select(tables.settled)) if row.series != MARK}
    chosen = sql.select(tables.stood).order_by(tables.stood.c.series, tables.stood.c.learned, tables.stood.c.voice)
    found = dict.fromkeys((number for number, row in settled.items() if row.content is not None), "")
    for row in connection.execute(chosen).yield_per(500):
        found[row.series] = bound(
            found.get(row.series, ""), voice=row.voice, learned=row.learned, weight=row.weight, body=row.body
        )
    yield from ((settled.get(number, number), content) for number, content in found.items())
