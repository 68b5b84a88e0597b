"""What the design promises of every text, whatever it says."""

import copy
import os
import pickle
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.documents import read
from reportedly.flow import absorb, conclude, extract, plain
from reportedly.model import Claim, Document, Quantity, Reading, Report, Span, check, digest

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "examples/situation"
FILES = tuple(sorted(path.name for path in REPORTS.iterdir()))
DONE = frozenset({"happened", "ongoing"})

# A parse costs milliseconds, so that few texts are made, the same ones each time: a failure shall repeat.
FEW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def spans(value: Any) -> Iterator[Span]:
    """Every span that can be reached in a noun."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


@cache
def documents() -> tuple[Document, ...]:
    found = tuple(document for name in FILES for document in read(str(REPORTS / name)))
    assert all(isinstance(document, Document) for document in found)
    return tuple(document for document in found if isinstance(document, Document))


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(extract(document) for document in documents())


def report(order: list[int]) -> Report:
    return conclude([documents()[i] for i in order], [readings()[i] for i in order])


# Texts of every script, with numbers where they hurt.

PIECES = (
    "About 3,000 people left the city.",
    "The ministry said that 12 of them died, and 7 are missing. ",
    "more than ",
    "$3.2 million ",
    "5% ",
    "“Yes,” ",
    "북한은 6,000명을 보냈다. ",
    "وصل ١٢ شخصا ",
    "😀👩‍👩‍👧 40 cats ",
    "e\u0301te\u0301 11 nai\u0308ve ",
    "\r\n",
    "\n\n",
    "\u2028",
    "\u00a0",
    "\t",
    "3,000 to 4,000 soldiers ",
    "of these, ",
    "will send 50 tents if the road opens. ",
    "Photo by A. Name\n",
    "© Name. All rights reserved.\n",
    "\ufeff",
    "½ ",
    "１２ ",
    "N°7 ",
    "1.2.3 ",
    "(",
    "—",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=14).map("".join)


@given(TEXTS)
@FEW
def test_a_span_is_its_quote_in_any_text(text: str) -> None:
    document = plain(text)
    reading = extract(document)
    for span in spans(reading):
        check(document, span)
        assert span.start < span.end
    found = conclude([document], [reading]).findings
    assert all(claim in {c.id for c in reading.claims} for finding in found for claim in finding.claims)


@given(TEXTS)
@FEW
def test_a_file_is_read_verbatim(text: str) -> None:
    # Lone surrogates cannot stand in a file.
    text = text.encode("utf-8", "ignore").decode("utf-8")
    if not text.strip() or "\0" in text:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(text.encode("utf-8"))
        for document in read(str(path)):
            if not isinstance(document, Document):
                continue
            assert all(0 <= p.start < p.end <= len(document.text) for p in document.parts)
            assert [p.start for p in document.parts] == sorted(p.start for p in document.parts)
            for span in spans(extract(document)):
                check(document, span)


def test_a_span_is_its_quote_in_the_examples() -> None:
    assert len(documents()) >= 25
    for document, reading in zip(documents(), readings(), strict=True):
        assert reading.document == document.id
        found = list(spans(reading))
        assert found
        for span in found:
            check(document, span)


def test_a_figure_lies_in_its_sentence_and_its_part() -> None:
    for document, reading in zip(documents(), readings(), strict=True):
        for claim in reading.claims:
            part = document.part_at(claim.evidence.start)
            assert claim.context.start <= claim.evidence.start < claim.evidence.end <= claim.context.end
            assert part is not None
            assert part.kind == claim.part
            assert part.start <= claim.context.start < claim.context.end <= part.end


def test_links_lead_to_other_claims_of_the_same_reading() -> None:
    for reading in readings():
        known = {claim.id for claim in reading.claims}
        for claim in reading.claims:
            for link in (claim.part_of, claim.same_as):
                assert link is None or (link in known and link != claim.id)


def test_claims_come_in_order_of_the_text_and_once() -> None:
    for reading in readings():
        places = [(claim.evidence.start, claim.evidence.end) for claim in reading.claims if claim.basis == "written"]
        assert places == sorted(set(places))
        refused = {(rejected.span.start, rejected.span.end) for rejected in reading.rejected}
        assert not refused & set(places)


# Identity


NUMBERS = st.none() | st.fractions(max_denominator=9)


@given(NUMBERS, NUMBERS, st.sampled_from(["exact", "about", "range"]), st.text(max_size=5))
def test_equal_values_have_one_digest_and_others_another(low: Any, high: Any, name: Any, written: str) -> None:
    one = Quantity(low, high, written, name)
    other = Quantity(None if low is None else Fraction(low.numerator * 3, low.denominator * 3), high, written, name)
    assert one == other
    assert digest(one) == digest(other) == digest(copy.deepcopy(one)) == digest(pickle.loads(pickle.dumps(one)))
    for changed in (Quantity(low, high, written + " ", name), Quantity(low, high, written, name, unit="km")):
        assert digest(changed) != digest(one)


def test_a_noun_is_not_another_of_the_same_fields() -> None:
    assert digest(("a", "b")) != digest("ab")
    assert digest(None) != digest("None")
    assert digest(Fraction(1)) != digest(1) != digest("1")


def test_when_it_was_fetched_says_nothing_of_what_it_says() -> None:
    document = Document("a", "text", (), fetched="2024-01-01")
    assert document.id == Document("a", "text", (), fetched="2025-01-01").id
    assert document.id != Document("a", "text.", ()).id


# The same input, the same bytes


def test_reading_twice_gives_the_same() -> None:
    for document, reading in list(zip(documents(), readings(), strict=True))[::5]:
        assert digest(extract(document)) == digest(reading)


def test_a_text_reads_the_same_alone_and_among_others() -> None:
    line = "About 40 nurses left the clinic, and 12 porters will follow."
    alone = extract(line).claims
    after = extract("A storm came. " * 40 + "\n\n" + line).claims
    shift = len("A storm came. " * 40) + 2
    assert [facts(claim, 0) for claim in alone] == [facts(claim, shift) for claim in after]
    assert len(alone) == 2


def facts(claim: Claim, shift: int) -> tuple[Any, ...]:
    head = claim.counted.head.quote if claim.counted else None
    return claim.evidence.start - shift, claim.quantity, head, claim.status


@pytest.mark.parametrize("seed", range(3))
def test_order_of_arrival_does_not_change_the_report(seed: int) -> None:
    order = list(range(len(documents())))
    whole = digest(report(order))
    random.Random(seed).shuffle(order)
    assert digest(report(order)) == whole


def test_a_folder_in_another_order_gives_the_same_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files written in another order, and a folder that the system lists otherwise, are the same pile."""
    found = []
    for turn, names in enumerate((FILES[:6], FILES[5::-1])):
        folder = tmp_path / str(turn) / "pile"
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_bytes((REPORTS / name).read_bytes())
        monkeypatch.chdir(folder.parent)
        pairs = [pair for pair in absorb(["pile"]) if isinstance(pair, tuple)]
        found.append(digest(conclude([d for d, _ in pairs], [r for _, r in pairs])))
        assert len(pairs) >= 6
    assert found[0] == found[1]


def test_a_report_is_read_the_same_in_a_pile_and_alone() -> None:
    told = [pair for pair in absorb([str(REPORTS)]) if isinstance(pair, tuple)]
    assert [(document.id, reading) for document, reading in told] == [
        (document.id, reading) for document, reading in zip(documents(), readings(), strict=True)
    ]


PROGRAM = """
import sys
from reportedly.documents import read
from reportedly.flow import conclude, extract
from reportedly.model import digest
documents = list(read(sys.argv[1]))
print(digest(conclude(documents, [extract(document) for document in documents])))
"""


def test_another_process_with_other_hashes_gives_the_same() -> None:
    path = str(REPORTS / FILES[0])
    told = set()
    for seed in ("1", "2"):
        paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        call = [sys.executable, "-c", PROGRAM, path]
        told.add(subprocess.run(call, env=env, capture_output=True, text=True, check=True).stdout)
    assert len(told) == 1


# A plan is never shown as done

WHO = ("The ministry", "Norland", "A charity in the capital")
PLANS = (
    "{who} will send {n} {what} to the coast.",
    "{who} plans to send {n} {what} to the coast.",
    "{who} has decided to send {n} {what} to the coast.",
    "{who} has promised to send {n} {what}.",
    "{who} may send {n} {what} to the coast.",
    "{who} could send {n} {what} next year.",
    "{who} is expected to send {n} {what} to the coast.",
    "{who} would send {n} {what} if the road were open.",
    "If the road opens, {who} will send {n} {what}.",
    "{who}'s decision to send {n} {what} surprised the coast.",
    "{who} is considering whether to send {n} {what}.",
    "{n} {what} are to be sent to the coast.",
    "{who} did not send {n} {what}.",
    "{who} failed to send {n} {what}.",
)
AMOUNTS = (("about 300", "nurses"), ("more than 1,200", "lorries"), ("12", "ships"))


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_not_done_is_never_told_as_done(plan: str) -> None:
    for who, (amount, what) in product(WHO, AMOUNTS):
        text = plan.format(who=who, n=amount, what=what)
        text = text[0].upper() + text[1:]
        claims = extract(text).claims
        assert len(claims) == 1, text
        assert claims[0].status not in DONE, text


def test_a_text_in_another_language_is_named_and_not_read() -> None:
    document = Document("a", "Am Montag kamen 300 Menschen in die Stadt.", (), language="de")
    reading = extract(document)
    assert reading.skipped
    assert reading.claims == ()
