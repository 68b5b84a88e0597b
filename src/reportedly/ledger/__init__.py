"""Documents, their readings and what analysts decided become a record that is only ever added to.

What is promised: what was committed stays, whatever happens to the process; a document that is read twice the same way
adds nothing; a document that changed at its address is a new version beside the old one; ``at`` any moment the record
says what it said then; ``verify`` finds what was tampered with. What can be made from the rest is not stored.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from reportedly.errors import LedgerError
from reportedly.frozen import dataclass
from reportedly.ledger import index, questions, rows, stood, storage, tables
from reportedly.ledger.codec import pack, unpack
from reportedly.ledger.index import Homes, Make, Words
from reportedly.ledger.log import append
from reportedly.ledger.stood import Stands, Stood
from reportedly.ledger.verify import Fault, faults
from reportedly.model import Claim, Document, Judgement, Key, Question, Reading, Tombstone, Watched

__all__ = ["Added", "Entry", "Fault", "Keep", "Ledger", "Stands", "Stood", "Writer"]

Keep = Literal["texts", "quotes"]
Added = Literal["new", "version", "reread", "known"]

ALWAYS = "~"  # later than every moment
TOGETHER = 200  # documents that are fetched at once; a bound on memory and on the length of a query


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the record holds it, a current reading of it, and when the document was learned.

    ``known_as`` are the digests of all versions of what stands at its place, its own included.
    """

    document: Document
    reading: Reading
    learned: str
    known_as: tuple[str, ...]


class Writer:
    """One write that is going on."""

    def __init__(self, connection: Connection, keep: Keep) -> None:
        self._connection, self._keep = connection, keep

    def add(
        self, document: Document, reading: Reading, learned: str, raw: bytes | None = None, *, last: bool = True
    ) -> Added:
        """Store ``document`` as read; says whether it, its version, or only its reading was new, or nothing.

        An earlier version of a page is the one that stands there again, unless it is not the ``last`` one read there.
        """
        added: Added = "reread"
        if _lacks(self._connection, tables.documents, document.id):
            stands = sql.select(tables.documents.c.number).where(tables.documents.c.place == rows.place(document))
            added = "new" if self._connection.execute(stands.limit(1)).first() is None else "version"
            self._document(document, learned, raw)
        elif _is_erased(self._connection, document.id):
            return "known"
        elif last and self.is_past(document):
            content = rows.hashed(document.id, place := rows.place(document))
            number = append(self._connection, "return", document.id, learned=learned, content=content)
            row = {"number": number, "id": document.id, "place": place}
            self._connection.execute(sql.insert(tables.returns), row)
            self._reading(reading, learned)
            return "version"
        return added if self._reading(reading, learned) else "known"

    def is_past(self, document: Document) -> bool:
        """Whether another document was learned later where ``document`` stood."""
        stands = [
            sql.select(table.c.number, table.c.id).where(table.c.place == rows.place(document)) for table in rows.STOOD
        ]
        every = sql.union_all(*stands).subquery()
        newest = self._connection.execute(sql.select(every.c.id).order_by(every.c.number.desc()).limit(1)).scalar()
        return newest not in (None, document.id)

    def _document(self, document: Document, learned: str, raw: bytes | None) -> None:
        body, place = rows.document_body(document), rows.place(document)
        kept = self._keep == "texts"
        sha = document.raw_sha256 if kept and raw is not None else None
        number = append(
            self._connection, "document", document.id, learned=learned, content=rows.hashed(place, body, sha or "")
        )
        text = document.text if kept else None
        row = {"number": number, "id": document.id, "place": place, "body": body, "text": text, "raw": sha}
        self._connection.execute(sql.insert(tables.documents), row)
        there = sql.select(tables.raws.c.sha256).where(tables.raws.c.sha256 == sha)
        if sha and self._connection.execute(there).first() is None:
            self._connection.execute(sql.insert(tables.raws), {"sha256": sha, "data": raw})

    def _reading(self, reading: Reading, learned: str) -> bool:
        """Store it unless it is there; whether it was new."""
        body = rows.reading_body(reading)
        lines = [(claim.id, pack(claim, reading.document)) for claim in reading.claims]
        content = rows.hashed(reading.document, body, *(piece for line in lines for piece in line))
        if not _lacks(self._connection, tables.readings, content):
            return False
        number = append(self._connection, "reading", content, learned=learned, content=content)
        maker = reading.made_by.partition("/")[0]
        row = {"number": number, "id": content, "document": reading.document, "maker": maker, "body": body}
        self._connection.execute(sql.insert(tables.readings), row)
        if lines:
            claims = [
                {"reading": number, "place": at, "id": identity, "body": line}
                for at, (identity, line) in enumerate(lines)
            ]
            self._connection.execute(sql.insert(tables.claims), claims)
        return True


class Ledger:
    """The record at ``address``: the path of a file, or the URL of a PostgreSQL database.

    ``keep`` says what is stored of documents: their "texts" (with the bytes as fetched), or "quotes" and digests only,
    for texts that may not be stored; it is settled when the record is made. Moments are ISO 8601 in UTC. Raises
    ``LedgerError`` where there is no such record.
    """

    def __init__(self, address: str, *, create: bool = False, keep: Keep | None = None) -> None:
        self.address = address
        self._engine = storage.opened(address, create=create)
        try:
            self.keep = self._settled(keep)
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *raised: object) -> None:
        self._engine.dispose()

    # Writing

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One write of several documents: all of it or nothing."""
        with storage.writing(self._engine) as connection:
            yield Writer(connection, self.keep)

    def add(self, document: Document, reading: Reading, learned: str, raw: bytes | None = None) -> Added:
        """``Writer.add`` as a write of its own, of the last version read at its place."""
        with self.writing() as writer:
            return writer.add(document, reading, learned, raw)

    def judge(self, judgement: Judgement) -> None:
        """Append an analyst's decision. Raises ``LedgerError`` where its document is unknown or erased."""
        document = judgement.evidence.document
        with storage.writing(self._engine) as connection:
            self._must_hold(connection, document)
            body = pack(judgement)
            number = append(connection, "judgement", judgement.id, learned=judgement.at, content=rows.hashed(body))
            row = {"number": number, "id": judgement.id, "document": document, "body": body}
            connection.execute(sql.insert(tables.judgements), row)

    def ask(self, question: Question) -> None:
        """Append what an analyst does with a watched question. Raises ``LedgerError`` where it means nothing."""
        with storage.writing(self._engine) as connection:
            acts = _acts(connection, ALWAYS)
            questions.check(question, questions.standing(acts))
            if question.act == "undo" and question.undoes not in {act.id for act in acts}:
                raise LedgerError(f"{self.address}: there is nothing of that name to take back")
            body = pack(question)
            number = append(connection, "question", question.id, learned=question.at, content=rows.hashed(body))
            connection.execute(sql.insert(tables.questions), {"number": number, "id": question.id, "body": body})

    def erase(self, tombstone: Tombstone) -> None:
        """Take the words of a document out of the record; its digests and the tombstone stay."""
        with storage.writing(self._engine) as connection:
            self._must_hold(connection, tombstone.document)
            body = pack(tombstone)
            number = append(
                connection, "tombstone", tombstone.document, learned=tombstone.at, content=rows.hashed(body)
            )
            row = {"number": number, "document": tombstone.document, "body": body}
            connection.execute(sql.insert(tables.tombstones), row)
            _erase(connection, tombstone.document)
        storage.sweep(self._engine)

    def index(self, maker: str, make: Make) -> int:
        """Bring the cache of words by series up to date, by ``make`` whose version is ``maker``; how many readings."""
        with storage.reading(self._engine) as connection:
            stale, lacking = index.is_by_another(connection, maker), index.pending(connection)
        if stale:
            self.forget()
            return self.index(maker, make)
        for some in index.pieces(lacking, TOGETHER):
            with storage.reading(self._engine) as connection:
                pairs = _readings(connection, index.pending(connection, some))
            # While others may write:
            made = [index.Made(number, tuple(make(*pair)), _dues(pair[1])) for number, pair in pairs]
            with storage.writing(self._engine) as connection:
                if index.is_by_another(connection, maker):
                    raise LedgerError(f"{self.address}: another version of this program is at work on it")
                index.fill(connection, maker, made)
        return len(lacking)

    def settle(self, course: stood.Course) -> None:
        """Bring the cache of what origins stood at up to date with that of words, by ``course``."""
        with storage.reading(self._engine) as connection:
            due = stood.due(connection)
        if due is None:
            return
        with storage.writing(self._engine) as connection:
            stood.leave_out(connection, due.mark, due.rough)
        for some in index.pieces(due.series, stood.TOGETHER):
            with storage.reading(self._engine) as connection:
                made = stood.made(connection, some, due.mark, course)
            with storage.writing(self._engine) as connection:
                if not stood.put(connection, due.mark, made):
                    return  # who asks next goes on
        with storage.writing(self._engine) as connection:
            stood.close(connection, due.mark)

    def forget(self) -> None:
        """Delete the caches of words by series and of what stood; they are made again when they are needed."""
        with storage.writing(self._engine) as connection:
            index.clear(connection)

    # Reading

    def entries(self, at: str = ALWAYS, *, beside: Collection[str] | None = None) -> Iterator[Entry]:
        """What was known ``at`` that moment: of each place the newest version with its newest readings, as learned.

        ``beside`` asks for the places of some documents (their digests) alone.
        """
        with storage.reading(self._engine) as connection:
            asked = rows.newest(at) if beside is None else rows.newest(at, beside)
            numbers = connection.execute(asked.with_only_columns(tables.documents.c.number)).scalars().all()
            for start in range(0, len(numbers), TOGETHER):
                some = tables.documents.c.number.in_(numbers[start : start + TOGETHER])
                found = connection.execute(rows.known(at).where(some).order_by(tables.documents.c.number)).all()
                yield from _entries(connection, found, at)

    def is_within(self, most: int) -> bool:
        """Whether it holds no more than so many documents, versions included."""
        some = sql.select(tables.documents.c.number).limit(most + 1).subquery()
        with storage.reading(self._engine) as connection:
            return int(connection.execute(sql.select(sql.func.count()).select_from(some)).scalar_one()) <= most

    def keys(self, names: Collection[str] | None = None) -> dict[str, Key]:
        """By their digests the keys of series; None: of all that the cache has ever seen a word on."""
        with storage.reading(self._engine) as connection:
            return index.keys(connection, names)

    def beside(self, measures: Collection[str]) -> dict[str, Key]:
        """By their digests the keys of those of ``measures`` of which something is yet to come."""
        with storage.reading(self._engine) as connection:
            return index.beside(connection, measures)

    def measuring(self, measures: Collection[str]) -> dict[str, Key]:
        """By their digests the keys of ``measures``."""
        with storage.reading(self._engine) as connection:
            return index.measuring(connection, measures)

    def words(
        self, series: Collection[str], *moments: str, without: Collection[str] = ()
    ) -> tuple[tuple[Words, ...], Homes]:
        """At each of ``moments`` the words of ``series``, judgements aside; ``without`` those of some documents.

        And by the digests of their claims the numbers of the readings that hold these, as ``told`` wants them.
        """
        with storage.reading(self._engine) as connection:
            return index.words(connection, series, moments, without)

    def stirred(self, series: Collection[str], since: str, until: str) -> tuple[tuple[Words, ...], Homes]:
        """As ``words`` at both moments, but only those that could be joined with what came or went in between."""
        with storage.reading(self._engine) as connection:
            return index.stirred(connection, series, (since, until))

    def turned(self, series: Collection[str], since: str, until: str) -> tuple[set[str], Stands, Stands]:
        """Those of ``series`` of which it is stored what stood; and what did otherwise, ``since`` and ``until`` then.

        Judgements aside.
        """
        with storage.reading(self._engine) as connection:
            steady = stood.steady(connection, series)
            return {*steady.values()}, *stood.turned(connection, steady, since, until)

    def firm(self, series: Collection[str], *moments: str) -> set[str]:
        """Those of ``series`` of which it is stored that somebody who is named stood there at each of ``moments``."""
        with storage.reading(self._engine) as connection:
            steady = stood.steady(connection, series)
            found = set.intersection(*(stood.firm(connection, steady, moment) for moment in moments))
            return {steady[number] for number in found}

    def stood(self, series: Collection[str], *moments: str, named: bool) -> tuple[Stands, ...]:
        """At each of ``moments`` what origins stood at, of ``series`` of which it is stored; ``named`` ones, or all."""
        least = stood.OTHER if named else stood.NOBODY
        with storage.reading(self._engine) as connection:
            steady = stood.steady(connection, series)
            return tuple(stood.at(connection, steady, moment, least) for moment in moments)

    def touched(self, since: str, until: str) -> set[str]:
        """The series of which documents learned after ``since`` and until ``until`` may have changed something."""
        with storage.reading(self._engine) as connection:
            return index.touched(connection, since, until)

    def rewritten(self, since: str, until: str) -> set[str]:
        """The documents learned after ``since`` and until ``until`` where another stood by ``since``."""
        with storage.reading(self._engine) as connection:
            return set(connection.execute(rows.rewritten(since, until)).scalars())

    def due(self, since: str, until: str) -> set[str]:
        """The documents that announce something for a day that ended after ``since`` and by ``until``."""
        with storage.reading(self._engine) as connection:
            return index.due(connection, since, until)

    def told_by(self, documents: Collection[str]) -> set[str]:
        """The series on which some reading of ``documents`` has a word."""
        with storage.reading(self._engine) as connection:
            return index.told_by(connection, documents)

    def telling(self, series: Collection[str]) -> set[str]:
        """The documents of which some reading has a word on one of ``series``."""
        with storage.reading(self._engine) as connection:
            return index.telling(connection, series)

    def told(self, homes: Homes) -> dict[str, tuple[Document, Claim]]:
        """By their digests claims that stand in readings with these numbers, each with its document."""
        found: dict[str, tuple[Document, Claim]] = {}
        with storage.reading(self._engine) as connection:
            for some in index.pieces(sorted(set(homes.values()))):
                documents, told = _documents(connection, some), _claims(connection, some, homes.keys())
                mine = (row for number in told for row in told[number] if homes[row.id] == number)
                found |= {row.id: _claim_in(documents[row.reading], row) for row in mine}
        return found

    def questions(self, at: str = ALWAYS) -> tuple[Watched, ...]:
        """The questions that were watched ``at`` that moment, by name."""
        return questions.standing(self.acts(at))

    def acts(self, at: str = ALWAYS) -> list[Question]:
        """Everything that was done with watched questions until then, the oldest first."""
        with storage.reading(self._engine) as connection:
            return _acts(connection, at)

    def holding(self, digits: str) -> set[str]:
        """The documents of which some reading has a claim whose digest begins with ``digits``."""
        readings, claims = tables.readings, tables.claims
        begun = sql.select(claims.c.reading).where(claims.c.id >= digits, claims.c.id <= digits + ALWAYS)
        chosen = sql.select(readings.c.document).where(readings.c.number.in_(begun)).distinct()
        with storage.reading(self._engine) as connection:
            return set(connection.execute(chosen).scalars())

    def versions(self, place: str, at: str = ALWAYS) -> tuple[Entry, ...]:
        """Every version known ``at`` that moment of what stands at ``place``, oldest first."""
        with storage.reading(self._engine) as connection:
            stands = rows.known(at).where(tables.documents.c.place == place).order_by(tables.documents.c.number)
            return tuple(_entries(connection, connection.execute(stands).all(), at))

    def judgements(self, at: str = ALWAYS) -> tuple[Judgement, ...]:
        """The decisions that stood ``at`` that moment, oldest first, without those that were undone."""
        judged, log = tables.judgements, tables.log
        made = sql.select(judged.c.id, judged.c.body).join(log, log.c.number == judged.c.number)
        with storage.reading(self._engine) as connection:
            found = connection.execute(
                made.where(log.c.learned <= at, judged.c.body != "").order_by(judged.c.number)
            ).all()
        every = [unpack(Judgement, row.body, identity=row.id) for row in found]
        undone = {judgement.undoes for judgement in every}
        return tuple(j for j in every if j.verdict != "undo" and j.id not in undone)

    def raw(self, sha256: str) -> bytes | None:
        """The bytes as fetched that have this hash, where they were kept."""
        with storage.reading(self._engine) as connection:
            wanted = sql.select(tables.raws.c.data).where(tables.raws.c.sha256 == sha256)
            data = connection.execute(wanted).scalar()
            return None if data is None else bytes(data)

    def verify(self) -> Iterator[Fault]:
        """What is wrong with the record; nothing, after any sequence of writes."""
        with storage.reading(self._engine) as connection:
            yield from faults(connection)

    def unchecked(self) -> int:
        """How many documents have quotes that cannot be held against their text, since it is not kept."""
        without = rows.known(ALWAYS).where(tables.documents.c.text.is_(None)).subquery()
        count = sql.select(sql.func.count()).select_from(without)
        with storage.reading(self._engine) as connection:
            return int(connection.execute(count).scalar_one())

    def _must_hold(self, connection: Connection, document: str) -> None:
        if _lacks(connection, tables.documents, document):
            raise LedgerError(f"{self.address}: it holds no document {document[:12]}")
        if _is_erased(connection, document):
            raise LedgerError(f"{self.address}: document {document[:12]} was erased")

    def _settled(self, keep: Keep | None) -> Keep:
        settings = tables.settings
        asked = sql.select(settings.c.value).where(settings.c.name == "keep")
        with storage.writing(self._engine) as connection:
            told = connection.execute(asked).scalar()
            if told is None:
                told = keep or "texts"
                connection.execute(sql.insert(settings), {"name": "keep", "value": told})
        if keep is not None and keep != told:
            raise LedgerError(f"{self.address}: it keeps {told}; what is kept is settled when a ledger is made")
        return "quotes" if told == "quotes" else "texts"


def _lacks(connection: Connection, table: sql.Table, identity: str) -> bool:
    return connection.execute(sql.select(table.c.number).where(table.c.id == identity)).first() is None


def _is_erased(connection: Connection, document: str) -> bool:
    there = sql.select(tables.tombstones.c.number).where(tables.tombstones.c.document == document)
    return connection.execute(there).first() is not None


def _dues(reading: Reading) -> list[str]:
    return sorted({one.when.end for one in reading.prospects if one.when and one.when.end})


def _acts(connection: Connection, at: str) -> list[Question]:
    made, log = tables.questions, tables.log
    chosen = sql.select(made.c.id, made.c.body).join(log, log.c.number == made.c.number).where(log.c.learned <= at)
    found = connection.execute(chosen.order_by(made.c.number))
    return [unpack(Question, row.body, identity=row.id) for row in found]


def _readings(connection: Connection, numbers: list[int]) -> list[tuple[int, tuple[Document, Reading]]]:
    """Readings by their numbers, each with its document, in order."""
    chosen = sql.select(tables.readings).where(tables.readings.c.number.in_(numbers))
    readings = connection.execute(chosen.order_by(tables.readings.c.number)).all()
    documents, told = _documents(connection, numbers), _claims(connection, numbers)
    return [
        (row.number, (documents[row.number], rows.reading_of(row.body, row.document, told.get(row.number, ()))))
        for row in readings
    ]


def _documents(connection: Connection, readings: list[int]) -> dict[int, Document]:
    """By the numbers of ``readings`` their documents, each made once."""
    chosen = sql.select(tables.readings.c.number, tables.readings.c.document)
    homes = connection.execute(chosen.where(tables.readings.c.number.in_(readings))).all()
    there = sql.select(tables.documents).where(tables.documents.c.id.in_({row.document for row in homes}))
    documents = {row.id: rows.document_of(row) for row in connection.execute(there)}
    return {row.number: documents[row.document] for row in homes}


def _claim_in(document: Document, row: Any) -> tuple[Document, Claim]:
    return document, rows.claim_of(row, document.id)


def _claims(connection: Connection, readings: list[int], only: Collection[str] | None = None) -> dict[int, list[Any]]:
    """The rows of claims of each of ``readings``, in order; all, or those with some digests."""
    wanted = sql.select(tables.claims).where(tables.claims.c.reading.in_(readings))
    rows_ = connection.execute(wanted.order_by(tables.claims.c.reading, tables.claims.c.place))
    found = (row for row in rows_ if only is None or row.id in only)
    return {number: list(group) for number, group in groupby(found, key=attrgetter("reading"))}


def _entries(connection: Connection, documents: Any, at: str) -> Iterator[Entry]:
    """The entries of these rows of documents, with two queries for all of them."""
    by_id = {row.id: row for row in documents}
    places = sql.select(tables.documents.c.place, tables.documents.c.id)
    standing = places.where(tables.documents.c.place.in_({row.place for row in documents}))
    known_as: dict[str, tuple[str, ...]] = {}
    for place, identity in connection.execute(standing.order_by(tables.documents.c.number)):
        known_as[place] = (*known_as.get(place, ()), identity)
    readings = connection.execute(rows.current_readings(list(by_id), at)).all()
    told = _claims(connection, [row.number for row in readings])
    made = {
        document: list(group)
        for document, group in groupby(sorted(readings, key=attrgetter("document")), key=attrgetter("document"))
    }
    for identity, row in by_id.items():
        document = rows.document_of(row)
        for reading in made.get(identity, ()):
            body = rows.reading_of(reading.body, identity, told.get(reading.number, ()))
            yield Entry(document, body, row.learned, known_as[row.place])


def _erase(connection: Connection, document: str) -> None:
    """The words go: text, title, quotes, and the bytes as fetched unless another document has the same."""
    documents, raws = tables.documents, tables.raws
    sha = connection.execute(sql.select(documents.c.raw).where(documents.c.id == document)).scalar()
    told = sql.select(tables.readings.c.number).where(tables.readings.c.document == document)
    stood.drop(connection, sql.select(tables.words.c.series).where(tables.words.c.reading.in_(told)))
    index.drop(connection, document)
    bare = {"body": "", "text": None, "raw": None}
    connection.execute(sql.update(documents).where(documents.c.id == document).values(bare))
    numbers = sql.select(tables.readings.c.number).where(tables.readings.c.document == document)
    connection.execute(sql.delete(tables.claims).where(tables.claims.c.reading.in_(numbers)))
    for table in (tables.readings, tables.judgements):
        connection.execute(sql.update(table).where(table.c.document == document).values(body=""))
    others = sql.select(documents.c.id).where(documents.c.raw == sha)
    if sha and connection.execute(others).first() is None:
        connection.execute(sql.delete(raws).where(raws.c.sha256 == sha))
