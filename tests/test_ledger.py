"""The record: only ever added to, the same after a kill, and silent about nothing that was tampered with."""

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sql
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

import reportedly
import reportedly.claims
from reportedly.errors import LedgerError
from reportedly.flow import absorb, plain, recall, record
from reportedly.history import maker, settle, words
from reportedly.ledger import Ledger, storage, tables
from reportedly.ledger.codec import pack, unpack
from reportedly.model import Claim, Document, Judgement, Question, Reading, Span, Tombstone

MONDAY, TUESDAY, WEDNESDAY = "2025-01-13T08:00:00Z", "2025-01-14T08:00:00Z", "2025-01-15T08:00:00Z"

Pair = tuple[Document, Reading]
Open = Callable[..., Ledger]


def told(text: str, address: str = "flood.txt") -> Pair:
    document = replace(plain(text), address=address)
    return document, reportedly.extract(document)


@pytest.fixture(scope="module")
def flood() -> Pair:
    return told("Flood kills 40\n\nAt least 40 people died and 300 homes were destroyed, the ministry said on Monday.")


@pytest.fixture(scope="module")
def strike() -> Pair:
    return told("Some 6,000 nurses walked out on Tuesday. The union had expected 9,000.", "strike.txt")


def judged(claim: Claim, verdict: str = "reject", at: str = TUESDAY, **more: str) -> Judgement:
    return Judgement(verdict, claim.evidence, claim.context, "an analyst", at, "for a test", **more)  # type: ignore[arg-type]


def held(ledger: Ledger, at: str = "~") -> list[Pair]:
    return [(entry.document, entry.reading) for entry in ledger.entries(at)]


# What is stored comes back


def test_what_is_added_comes_back(ledger: Ledger, flood: Pair, strike: Pair) -> None:
    assert ledger.add(*flood, MONDAY) == "new"
    assert ledger.add(*strike, MONDAY) == "new"
    assert held(ledger) == [flood, strike]
    assert [claim.id for _, reading in held(ledger) for claim in reading.claims] == [
        claim.id for _, reading in (flood, strike) for claim in reading.claims
    ]
    assert list(ledger.verify()) == []


def test_the_same_read_twice_adds_nothing(ledger: Ledger, flood: Pair) -> None:
    ledger.add(*flood, MONDAY)
    assert ledger.add(*flood, TUESDAY) == "known"
    assert [entry.learned for entry in ledger.entries()] == [MONDAY]


def test_a_better_extractor_reads_anew_and_the_older_reading_stays(ledger: Ledger, flood: Pair) -> None:
    document, reading = flood
    better = replace(reading, made_by="rules/99", claims=reading.claims[:1])
    ledger.add(document, reading, MONDAY)
    assert ledger.add(document, better, TUESDAY) == "reread"
    assert held(ledger) == [(document, better)]
    assert held(ledger, at=MONDAY) == [flood]


def test_a_page_that_changed_is_a_new_version(ledger: Ledger, flood: Pair) -> None:
    changed = told("Flood kills 52\n\nAt least 52 people died, the ministry said on Monday.")
    ledger.add(*flood, MONDAY)
    assert ledger.add(*changed, TUESDAY) == "version"
    assert held(ledger) == [changed]
    assert held(ledger, at=MONDAY) == [flood]
    (entry,) = ledger.entries()
    assert entry.known_as == (flood[0].id, changed[0].id)
    assert [version.document for version in ledger.versions("flood.txt")] == [flood[0], changed[0]]


def test_an_earlier_version_that_is_back_is_the_one_that_stands(ledger: Ledger, flood: Pair) -> None:
    changed = told("Flood kills 52\n\nAt least 52 people died, the ministry said on Monday.")
    ledger.index(maker(), words)
    for pair, moment in ((flood, MONDAY), (changed, TUESDAY), (flood, WEDNESDAY)):
        ledger.add(*pair, moment)
    assert [held(ledger, at=moment) for moment in (MONDAY, TUESDAY, WEDNESDAY)] == [[flood], [changed], [flood]]
    ledger.index(maker(), words)
    names = list(ledger.keys())
    found, _ = ledger.words(names, MONDAY, TUESDAY, WEDNESDAY)
    assert found[0] == found[2] != found[1]
    assert ledger.touched(TUESDAY, WEDNESDAY) == set(names)
    assert ledger.rewritten(TUESDAY, WEDNESDAY) == {flood[0].id}
    assert ledger.add(*flood, WEDNESDAY) == "known"
    assert ledger.add(*changed, WEDNESDAY) == "version"
    assert held(ledger) == [changed]
    assert list(ledger.verify()) == []


def test_bytes_as_fetched_are_kept(ledger: Ledger) -> None:
    data = b"Some 400 people fled.\n"
    from reportedly.documents.drafts import hashed

    document = replace(plain(data.decode()), raw_sha256=hashed(data))
    ledger.add(document, reportedly.extract(document), MONDAY, data)
    assert ledger.raw(hashed(data)) == data
    assert ledger.raw("0" * 64) is None


def test_each_report_of_a_pile_comes_with_the_bytes_it_was_read_from(ledger: Ledger, tmp_path: Path) -> None:
    """Of which more than one is read ahead: twice the same, one without words, and one that holds several."""
    written = [b"Some 400 people fled.\n", b" \n", b"Floods killed 12 people.\n", b"Some 400 people fled.\n"]
    written.append(b'{"text": "Fire killed 3 people."}\n{"text": "A storm killed 4 people."}\n')
    pile = tmp_path / "pile"
    pile.mkdir()
    for number, data in enumerate(written):
        (pile / f"{number}{'.jsonl' if data.startswith(b'{') else '.txt'}").write_bytes(data)
    told = [one for one in record(ledger, partial(absorb, [str(pile)]), lambda: MONDAY) if isinstance(one, tuple)]
    assert len(told) == 5
    for document, _, _ in told:
        assert document.raw_sha256 is not None
        raw = ledger.raw(document.raw_sha256)
        assert raw is not None
        assert document.text.strip() in raw.decode()


def test_only_quotes_are_kept_where_that_is_asked(address: str, flood: Pair) -> None:
    document, reading = flood
    with Ledger(address, create=True, keep="quotes") as ledger:
        ledger.add(document, reading, MONDAY, document.text.encode())
        (entry,) = ledger.entries()
        assert entry.document.text == ""
        assert entry.document.id == document.id
        assert entry.reading == reading
        assert ledger.unchecked() == 1
        assert list(ledger.verify()) == []
    with pytest.raises(LedgerError, match="keeps quotes"):
        Ledger(address, keep="texts")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
SPANS = st.builds(Span, st.sampled_from(["", "d" * 64, "e" * 64]), st.integers(0), st.integers(0), TEXTS)


@given(
    st.builds(
        Judgement, st.sampled_from(["accept", "same"]), SPANS, SPANS, TEXTS, TEXTS, TEXTS, value=st.none() | TEXTS
    )
)
def test_a_noun_comes_back_from_its_line(judgement: Judgement) -> None:
    assert unpack(Judgement, pack(judgement)) == judgement
    assert unpack(Judgement, pack(judgement, "d" * 64), "d" * 64) == judgement


@pytest.mark.parametrize(
    "line", ["", "[]", "{}", "7", '{"verdict": 1}', '{"verdict":"accept","evidence":[1]}', "[" * 99999]
)
def test_a_line_that_is_no_noun_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(Judgement, line)


# Moments


def test_the_record_says_what_was_known_at_a_moment(ledger: Ledger, flood: Pair, strike: Pair) -> None:
    ledger.add(*flood, MONDAY)
    ledger.add(*strike, WEDNESDAY)
    at = {
        moment: [e.document.address for e in recall(ledger, moment)[0]]
        for moment in ("2025-01-12", "2025-01-13", "2025-01", "")
    }
    assert at == {
        "2025-01-12": [],
        "2025-01-13": ["flood.txt"],
        "2025-01": ["flood.txt", "strike.txt"],
        "": ["flood.txt", "strike.txt"],
    }


def test_a_moment_may_be_told_by_publication(ledger: Ledger, flood: Pair) -> None:
    document, reading = flood
    early = replace(document, published="2024-12-30", address="early.txt")
    spans = reportedly.extract(early)
    ledger.add(early, spans, WEDNESDAY)
    ledger.add(document, reading, WEDNESDAY)  # nobody knows when it was published
    entries, _ = recall(ledger, "2024-12-31", by="published")
    assert [entry.document.address for entry in entries] == ["early.txt"]
    assert recall(ledger, "2024-12-29", by="published")[0] == []


# Judgements


def figure(pair: Pair, quote: str) -> Claim:
    return next(claim for claim in pair[1].claims if claim.evidence.quote == quote)


def test_a_rejected_claim_is_gone_from_its_day_on_and_named(ledger: Ledger, flood: Pair) -> None:
    ledger.add(*flood, MONDAY)
    ledger.judge(judged(figure(flood, "300"), at=TUESDAY))
    (now,), lost = recall(ledger, "")
    assert lost == []
    assert "300" not in [claim.evidence.quote for claim in now.reading.claims]
    assert [(r.span.quote, r.reason) for r in now.reading.rejected if r.reason == "judged"] == [("300", "judged")]
    (before,), _ = recall(ledger, "2025-01-13")
    assert before.reading == flood[1]


def test_a_correction_sets_a_slot_and_ties_follow(ledger: Ledger, flood: Pair) -> None:
    document, reading = flood
    whole, part = reading.claims[0], replace(reading.claims[1], part_of=reading.claims[0].id)
    ledger.add(document, replace(reading, claims=(whole, part)), MONDAY)
    ledger.judge(judged(whole, "correct", slot="low", value="1/3"))
    ledger.judge(judged(whole, "correct", slot="status", value="planned"))
    ((entry,), _) = recall(ledger, "")
    first, second = entry.reading.claims
    assert (first.quantity.low, first.status) == (Fraction(1, 3), "planned")
    assert "corrected by an analyst" in first.made_by
    assert second.part_of == first.id != whole.id


def test_the_newest_judgement_wins_and_may_be_taken_back(ledger: Ledger, flood: Pair) -> None:
    ledger.add(*flood, MONDAY)
    claim = figure(flood, "300")
    first, second = judged(claim), judged(claim, "accept", WEDNESDAY)
    ledger.judge(first)
    ledger.judge(second)
    assert len(recall(ledger, "")[0][0].reading.claims) == len(flood[1].claims)
    ledger.judge(judged(claim, "undo", WEDNESDAY, undoes=second.id))
    assert ledger.judgements() == (first,)
    assert len(recall(ledger, "")[0][0].reading.claims) == len(flood[1].claims) - 1
    assert list(ledger.verify()) == []


def test_a_judgement_outlives_a_new_reading_and_a_new_version(ledger: Ledger, flood: Pair) -> None:
    document, reading = flood
    ledger.add(document, reading, MONDAY)
    ledger.judge(judged(figure(flood, "300")))
    ledger.add(document, replace(reading, made_by="rules/99"), TUESDAY)
    assert "300" not in [c.evidence.quote for c in recall(ledger, "")[0][0].reading.claims]
    longer = told(document.text + "\n\nBy Wednesday 7,000 people had left their homes.")
    ledger.add(*longer, WEDNESDAY)
    (entry,), lost = recall(ledger, "")
    assert lost == []
    assert [c.evidence.quote for c in entry.reading.claims if c.evidence.quote in ("300", "7,000")] == ["7,000"]


def test_a_judgement_whose_claim_is_gone_is_handed_back(ledger: Ledger, flood: Pair) -> None:
    ledger.add(*flood, MONDAY)
    judgement = judged(figure(flood, "300"))
    ledger.judge(judgement)
    ledger.add(*told("Flood kills 52\n\nNothing else is known."), WEDNESDAY)
    assert recall(ledger, "")[1] == [judgement]


def test_a_judgement_needs_its_document(ledger: Ledger, strike: Pair) -> None:
    with pytest.raises(LedgerError, match="holds no document"):
        ledger.judge(judged(strike[1].claims[0]))


# Erasure


def test_an_erased_document_leaves_its_digest_and_no_word(
    ledger: Ledger, address: str, flood: Pair, strike: Pair
) -> None:
    document, reading = flood
    ledger.add(document, reading, MONDAY, document.text.encode())
    ledger.add(*strike, MONDAY)
    ledger.judge(judged(figure(flood, "300")))
    ledger.erase(Tombstone(document.id, "an analyst", WEDNESDAY, "its author asked"))
    assert held(ledger) == [strike]
    assert held(ledger, at=MONDAY) == [strike]
    assert ledger.judgements() == ()
    assert list(ledger.verify()) == []
    assert ledger.add(document, reading, WEDNESDAY) == "known"
    with pytest.raises(LedgerError, match="was erased"):
        ledger.judge(judged(figure(flood, "300")))
    if "://" not in address:
        stored = b"".join(path.read_bytes() for path in Path(address).parent.glob(f"{Path(address).name}*"))
        assert b"destroyed" not in stored
        assert b"nurses" in stored


# Watched questions


def test_a_question_is_watched_looked_at_dropped_and_taken_back(ledger: Ledger) -> None:
    first = Question("watch", "losses", "Ada", MONDAY, "deaths of miners in Chile")
    ledger.ask(first)
    ledger.ask(Question("look", "losses", "Ada", TUESDAY))
    (watched,) = ledger.questions()
    assert (watched.words, watched.since, watched.looked) == (first.words, MONDAY, TUESDAY)
    assert ledger.questions(MONDAY)[0].looked is None
    assert ledger.questions("2025-01-12") == ()
    drop = Question("drop", "losses", "Ada", WEDNESDAY)
    ledger.ask(drop)
    assert ledger.questions() == ()
    ledger.ask(Question("undo", "losses", "Ada", WEDNESDAY, undoes=drop.id))
    assert ledger.questions() == (watched,)
    assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("act", "name", "words", "told"),
    [
        ("watch", "", "deaths", "needs a name"),
        ("watch", "losses", " ", "needs words"),
        ("look", "losses", "", "no question is called"),
        ("drop", "losses", "", "no question is called"),
        ("undo", "losses", "", "nothing"),
    ],
)
def test_an_act_that_means_nothing_is_refused(ledger: Ledger, act: str, name: str, words: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        ledger.ask(Question(act, name, "Ada", MONDAY, words))  # type: ignore[arg-type]


# The cache


def test_the_cache_is_made_of_the_rest_and_may_go(ledger: Ledger, flood: Pair, strike: Pair) -> None:
    ledger.add(*flood, MONDAY)
    ledger.add(*strike, MONDAY)
    assert ledger.index(maker(), words) == 2
    assert ledger.index(maker(), words) == 0
    keys = ledger.keys()
    (told,), _ = ledger.words(keys, "~")
    assert told
    assert list(ledger.verify()) == []
    ledger.forget()
    assert ledger.keys() == {}
    assert list(ledger.verify()) == []
    ledger.index(maker(), words)
    assert (ledger.keys(), ledger.words(keys, "~")[0]) == (keys, (told,))
    ledger.index("another maker", lambda *_: ())
    assert ledger.keys() == {}
    ledger.erase(Tombstone(flood[0].id, "an analyst", WEDNESDAY, "its author asked"))
    ledger.index(maker(), words)
    (left,), _ = ledger.words(keys, "~")
    assert 0 < sum(map(len, left.values())) < sum(map(len, told.values()))
    assert list(ledger.verify()) == []


def test_the_cache_tells_what_was_current_at_a_moment(ledger: Ledger, flood: Pair) -> None:
    document, reading = flood
    ledger.add(document, reading, MONDAY)
    ledger.add(*told("Flood kills 52\n\nAt least 52 people died, the ministry said on Tuesday."), WEDNESDAY)
    ledger.index(maker(), words)
    (before, monday, now), _ = ledger.words(ledger.keys(), "2025-01-12", MONDAY, "~")
    lows = [{word.bounds.low for some in at.values() for word in some} for at in (before, monday, now)]
    assert lows == [set(), {40, 300}, {52}]
    assert ledger.touched(MONDAY, TUESDAY) == set()
    assert ledger.touched(TUESDAY, WEDNESDAY) == set(ledger.keys())
    (rewritten,) = ledger.rewritten(TUESDAY, WEDNESDAY)
    assert rewritten != document.id


def test_an_older_record_is_brought_up_to_date(address: str, flood: Pair) -> None:
    with Ledger(address, create=True) as ledger:
        ledger.add(*flood, MONDAY)
        with storage.writing(ledger._engine) as connection:
            for table in reversed((*tables.SECOND, *tables.THIRD, *tables.FOURTH)):
                table.drop(connection)
            connection.exec_driver_sql("DELETE FROM versions WHERE number > 1")
    with Ledger(address) as ledger:
        assert held(ledger) == [flood]
        ledger.ask(Question("watch", "losses", "Ada", MONDAY, "deaths"))
        assert ledger.index(maker(), words) == 1
        settle(ledger)
        assert list(ledger.verify()) == []


# Tampering

DOCUMENT = "SELECT id FROM documents WHERE number = 1"
CORRUPTIONS = {
    "text_changed": "UPDATE documents SET text = replace(text, '300', '900') WHERE number = 1",
    "document_changed": "UPDATE documents SET body = replace(body, 'flood', 'blood') WHERE number = 1",
    "document_changed ": "UPDATE documents SET place = 'elsewhere' WHERE number = 1",
    "document_missing": "DELETE FROM documents WHERE number = 1",
    "document_unlogged": "INSERT INTO documents (number, id, place, body) VALUES (99, 'x', 'y', '{}')",
    "document_identity": "UPDATE documents SET id = 'f00' WHERE number = 1",
    "document_not_erased": "INSERT INTO tombstones SELECT 98, id, '{}' FROM documents WHERE number = 1",
    "reading_changed": "UPDATE readings SET body = replace(body, 'rules', 'RULES') WHERE number = 2",
    "reading_missing": "DELETE FROM readings WHERE number = 2",
    "reading_unlogged": "INSERT INTO readings SELECT 97, 'x', document, maker, body FROM readings WHERE number = 2",
    "reading_adrift": "UPDATE readings SET document = 'f00' WHERE number = 2",
    "reading_changed ": "UPDATE claims SET body = replace(body, 'happened', 'planned') WHERE reading = 2",
    "reading_changed  ": "UPDATE claims SET id = 'f00' WHERE reading = 2 AND place = 0",
    "claim_gap": "DELETE FROM claims WHERE reading = 2 AND place = 0",
    "claim_adrift": "INSERT INTO claims SELECT 77, place, id, body FROM claims WHERE reading = 2",
    "reading_changed   ": "INSERT INTO claims SELECT reading, 50, id, body FROM claims WHERE reading = 2 AND place = 0",
    "span": "UPDATE claims SET body = replace(body, 'At least 40', 'At least 41') WHERE reading = 2",
    "line_broken": "UPDATE claims SET body = '{' WHERE reading = 2 AND place = 0",
    "raw_changed": "UPDATE raws SET data = '\\x00'",
    "raw_missing": "DELETE FROM raws",
    "raw_unnamed": "INSERT INTO raws (sha256, data) VALUES ('f00', 'x')",
    "judgement_changed": "UPDATE judgements SET body = replace(body, 'for a test', 'for fun')",
    "judgement_missing": "DELETE FROM judgements",
    "judgement_adrift": "UPDATE judgements SET document = 'f00'",
    "tombstone_missing": "DELETE FROM tombstones",
    "tombstone_changed": "UPDATE tombstones SET body = replace(body, 'asked', 'begged')",
    "question_changed": "UPDATE questions SET body = replace(body, 'deaths', 'births')",
    "question_missing": "DELETE FROM questions",
    "question_identity": "UPDATE questions SET id = 'f00'",
    "return_changed": "UPDATE returns SET place = 'elsewhere'",
    "return_missing": "DELETE FROM returns",
    "return_identity": "UPDATE returns SET id = 'f00'",
    "return_adrift": "UPDATE documents SET number = 999 WHERE number = 1",
    "key_changed": "UPDATE keys SET body = replace(body, 'deaths', 'births')",
    "key_changed ": "UPDATE keys SET measure = 'births' WHERE measure = 'deaths'",
    "words_changed": "UPDATE words SET body = replace(body, '40', '41')",
    "words_changed ": "DELETE FROM words WHERE reading = 2 AND place = 0",
    "words_changed  ": "INSERT INTO dues (reading, day) VALUES (2, '2025-01-01')",
    "words_adrift": "DELETE FROM indexed WHERE reading = 2",
    "words_adrift ": "UPDATE words SET reading = reading + 70",
    "words_not_erased": "INSERT INTO indexed (reading, maker, content) VALUES (4, 'x', 'y')",
    "stood_changed": "UPDATE stood SET body = replace(body, '44', '45')",
    "stood_changed ": "DELETE FROM stood",
    "stood_changed  ": "UPDATE stood SET weight = 1",
    "stood_adrift": "DELETE FROM settled",
    "log_gap": "DELETE FROM log WHERE number = 2",
    "log_chain": "UPDATE log SET learned = '2024-01-01T00:00:00Z' WHERE number = 2",
    "log_chain ": "UPDATE log SET content = 'f00' WHERE number = 1",
    "log_chain  ": "UPDATE log SET chain = 'f00' WHERE number = 1",
    "log_kind": "UPDATE log SET kind = 'rumour' WHERE number = 1",
    "setting": "UPDATE settings SET value = 'everything'",
    "text_kept": "UPDATE settings SET value = 'quotes'",
}


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_every_seeded_corruption_is_named(ledger: Ledger, flood: Pair, strike: Pair, kind: str) -> None:
    from reportedly.documents.drafts import hashed

    document = replace(flood[0], raw_sha256=hashed(b"raw"))
    ledger.add(document, reportedly.extract(document), MONDAY, b"raw")
    ledger.add(*strike, MONDAY)
    ledger.judge(judged(figure((document, reportedly.extract(document)), "300")))
    ledger.ask(Question("watch", "losses", "Ada", MONDAY, "deaths in Chile"))
    ledger.add(*told("Nobody counts them any more."), TUESDAY)
    ledger.add(document, reportedly.extract(document), WEDNESDAY)
    ledger.add(*told("The earthquake in Nepal killed 44 people, the United Nations said.", "quake.txt"), WEDNESDAY)
    settle(ledger)
    ledger.erase(Tombstone(strike[0].id, "an analyst", WEDNESDAY, "its author asked"))
    assert list(ledger.verify()) == []
    with storage.writing(ledger._engine) as connection:
        connection.exec_driver_sql(CORRUPTIONS[kind])
    found = list(ledger.verify())
    assert kind.strip() in {fault.kind for fault in found}
    assert all(fault.where and fault.words for fault in found)


# Kills, and others at work


def bare(number: int) -> Pair:
    document = replace(plain(f"Some {number + 2} people died."), address=f"{number}.txt")
    return document, reportedly.claims.unread(document, "none", "for a test")


def write_apart(address: str, killed_at: int, progress: Path) -> int:
    """Writes in a process of its own, which dies before its statement ``killed_at``; how many statements there were."""
    progress.write_text("", "utf-8")
    if child := os.fork():
        os.waitpid(child, 0)
        return len(progress.read_text("utf-8").split("."))
    made = 0

    def count(*_: object) -> None:
        nonlocal made
        made += 1
        if made == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(sql.engine.Engine, "before_cursor_execute", count)
    with Ledger(address, create=True) as ledger, progress.open("a", encoding="utf-8") as told:
        for number in range(3):
            document, reading = bare(number)
            ledger.add(document, reading, MONDAY)
            told.write(f"{document.id}\n")
            told.flush()
        ledger.erase(Tombstone(document.id, "x", TUESDAY, "y"))
        told.write("." * (made - 1))
    os._exit(0)


def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    progress = tmp_path / "progress"
    end = write_apart(str(tmp_path / "whole.ledger"), 0, progress)
    assert end > 20
    for killed_at in range(1, end + 1, 2):
        path = str(tmp_path / f"{killed_at}.ledger")
        write_apart(path, killed_at, progress)
        committed = progress.read_text("utf-8").split()
        with Ledger(path, create=True) as ledger:
            assert list(ledger.verify()) == []
            known = [entry.document.id for entry in ledger.entries()]
            assert known[: len(committed)] == committed[: len(known)]
            assert len(known) >= min(len(committed), 2)
        write_apart(path, 0, progress)
        with Ledger(path) as ledger:
            assert list(ledger.verify()) == []
            assert [entry.document for entry in ledger.entries()] == [bare(0)[0], bare(1)[0]]


def test_two_read_while_one_writes(ledger: Ledger, flood: Pair, address: str) -> None:
    document, reading = flood
    stop, wrong = threading.Event(), []

    def look() -> None:
        with Ledger(address) as other:
            while not stop.is_set():
                numbers = [entry.document.address for entry in other.entries()]
                if numbers != [f"{n}.txt" for n in range(len(numbers))]:
                    wrong.append(numbers)

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    empty = replace(reading, claims=(), rejected=(), published=None)
    for number in range(30):
        copy = replace(document, address=f"{number}.txt")
        ledger.add(copy, replace(empty, document=copy.id), MONDAY)
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert list(ledger.verify()) == []


STEPS = st.lists(
    st.sampled_from(["flood", "flood2", "strike", "reject", "accept", "undo", "erase", "watch", "index"]), max_size=12
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_wrong_after_any_sequence_of_writes(
    tmp_path_factory: pytest.TempPathFactory, flood: Pair, strike: Pair, steps: list[str]
) -> None:
    changed = (replace(flood[0], title="another"), flood[1])
    pairs = {
        "flood": flood,
        "strike": strike,
        "flood2": (changed[0], replace(flood[1], document=changed[0].id, claims=(), rejected=(), published=None)),
    }
    with Ledger(str(tmp_path_factory.mktemp("steps") / "a.ledger"), create=True) as ledger:
        for number, step in enumerate(steps):
            at = f"2025-01-{number + 1:02}T00:00:00Z"
            standing = [claim for entry in ledger.entries() for claim in entry.reading.claims]
            if step in pairs:
                ledger.add(*pairs[step], at)
            elif step in ("reject", "accept") and standing:
                ledger.judge(judged(standing[0], step, at))
            elif step == "undo" and ledger.judgements():
                last = ledger.judgements()[-1]
                ledger.judge(replace(last, verdict="undo", undoes=last.id, at=at))
            elif step == "watch":
                ledger.ask(Question("watch", "losses", "Ada", at, f"deaths {number}"))
            elif step == "index":
                ledger.index(maker(), words)
            elif step == "erase" and standing:
                ledger.erase(Tombstone(standing[0].evidence.document, "x", at, "y"))
        assert list(ledger.verify()) == []


# What is no ledger


def test_what_is_no_ledger_is_named(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no ledger, whatever its size " * 100, "utf-8")
    database = tmp_path / "other.db"
    engine = sql.create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE cats (name TEXT)")
    engine.dispose()
    for path, reason in (
        (tmp_path / "none.ledger", "there is no such ledger"),
        (tmp_path, "it is a folder"),
        (tmp_path / "no/where.ledger", "there is no"),
        (text, "cannot be opened as a ledger"),
        (database, "this is no ledger"),
        ("rubbish://nowhere", "no such database"),
        ("postgresql://nobody@127.0.0.1:1/none", "cannot be opened"),
    ):
        with pytest.raises(LedgerError, match=reason):
            Ledger(str(path))


def test_a_record_of_a_newer_version_is_not_touched(address: str) -> None:
    with Ledger(address, create=True) as ledger, storage.writing(ledger._engine) as connection:
        connection.exec_driver_sql("INSERT INTO versions (number) VALUES (99)")
    with pytest.raises(LedgerError, match="newer version"):
        Ledger(address)
