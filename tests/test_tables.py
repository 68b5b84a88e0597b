"""Tables of figures coded by hand: each row a document and a claim, by the key that comes with the table."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from reportedly.errors import ReadError
from reportedly.flow import tabulate
from reportedly.ledger.verify import spans
from reportedly.model import Claim, Document, check

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "examples/tables"
REAL = ROOT.parent / "shared/cases/dprk-russia/figures.csv"

KEY = """
[columns]
measure = "what"
low = "n"
high = "n"
approximator = "hedge"
status = "how"
source = "who"
"""


def rows(table: str, key: str, folder: Path) -> list[tuple[Document, Claim | str] | ReadError]:
    """Each row's document with its claim, or the reason for which it was refused."""
    (folder / "t.csv").write_text(table, "utf-8")
    (folder / "t.toml").write_text(key, "utf-8")
    found: list[tuple[Document, Claim | str] | ReadError] = []
    for absorbed in tabulate([str(folder / "t.csv")], str(folder / "t.toml")):
        if isinstance(absorbed, ReadError):
            found.append(absorbed)
        else:
            document, reading = absorbed
            found.append((document, reading.claims[0] if reading.claims else reading.rejected[0].reason))
    return found


def claims(*lines: str, folder: Path, key: str = KEY) -> list[Claim | str]:
    read = rows("\n".join(("what,n,hedge,how,who", *lines)), key, folder)
    return [found[1] for found in read if not isinstance(found, ReadError)]


def test_the_example_table_is_read() -> None:
    read = list(tabulate([str(TABLES / "figures.csv")], str(TABLES / "figures.toml")))
    found = [pair for pair in read if not isinstance(pair, ReadError)]
    assert len(found) == len(read) == 7
    told = [(c.quantity.low, c.quantity.high, c.status, c.attribution[-1].stance) for _, r in found for c in r.claims]
    assert told == [
        (40, None, "happened", "asserts"),
        (40, 40, "happened", "asserts"),
        (52, None, "happened", "asserts"),
        (6000, 7000, "happened", "asserts"),
        (None, None, "unresolved", "denies"),
        (300, 300, "planned", "asserts"),
    ]
    chain = found[1][1].claims[0].attribution
    assert [step.source for step in chain] == ["Tern Dispatch", "Tern Agency", "Ministry of Emergencies"]
    assert found[3][1].claims[0].certainty.words is not None
    assert [r.reason for _, reading in found for r in reading.rejected] == ["no_figure"]
    for document, reading in found:
        for span in spans(reading):
            check(document, span)


def test_columns_that_the_key_does_not_name_are_never_read(tmp_path: Path) -> None:
    ((document, _),) = rows("what,n,secret,hedge,how,who\ndeaths,4,a trap,,,\n", KEY, tmp_path)  # type: ignore[misc]
    assert "trap" not in document.text
    assert document.text == "what: deaths\nn: 4\nhedge: \nhow: \nwho: \n"


def test_numbers_stay_exact_and_signs_stay(tmp_path: Path) -> None:
    found = claims("a,-2.9,,,", 'b,"1,200",,,', "c,1/3,,,", folder=tmp_path)
    assert [c.quantity.low for c in found if isinstance(c, Claim)] == [Fraction(-29, 10), 1200, Fraction(1, 3)]


def test_what_the_key_does_not_explain_is_refused(tmp_path: Path) -> None:
    assert claims("a,many,,,", "a,1/0,,,", "a,4,somehow,,", "a,4,,maybe,", folder=tmp_path) == [
        "no_number",
        "no_number",
        "unknown_approximator",
        "unknown_status",
    ]


def test_a_broken_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    found = rows("what,n,hedge,how,who\na,4,,,\nb,5\n,6,,,\n\nc,7,,,\n", KEY, tmp_path)
    assert [str(row).removeprefix(str(tmp_path)) for row in found if isinstance(row, ReadError)] == [
        "/t.csv:2: the row has 2 cells, the heading 5",
        "/t.csv:3: the row does not say what it measures",
    ]
    assert [row[0].address[-7:] for row in found if not isinstance(row, ReadError)] == ["t.csv:1", "t.csv:5"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("[columns", "broken TOML"),
        ("[columns]\nlow = 'n'", "where measure stand"),
        ("[columns]\nmeasure = 'what'\nlow = 'n'\ncolour = 'x'", "colour: no such slot"),
        ("[columns]\nmeasure = 'what'\nlow = 7", "no table of words"),
        ("[columns]\nmeasure = 'what'\nlow = 'n'\n[trap]\na = 'b'", "trap: no such slot"),
    ],
)
def test_a_key_that_is_wrong_says_what(tmp_path: Path, key: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        rows("what,n\na,4\n", key, tmp_path)


def test_what_holds_for_a_whole_table_is_told_once(tmp_path: Path) -> None:
    key = "[columns]\nmeasure = 'what'\nlow = 'n'\nplace = 'where'\n[given]\nactor = 'KEN'\nrecipient = 'HTI'\n"
    (tmp_path / "t.csv").write_text("what,n,where\ntroops_sent,900,Gonaives\n", "utf-8")
    (tmp_path / "t.toml").write_text(key, "utf-8")
    (found,) = tabulate([str(tmp_path / "t.csv")], str(tmp_path / "t.toml"))
    assert not isinstance(found, ReadError)
    _, reading = found
    assert reading.defaults == (("actor", "KEN"), ("recipient", "HTI"))
    assert [(slot.role, slot.span.quote) for slot in reading.claims[0].slots] == [("place", "Gonaives")]


def test_a_table_without_the_columns_is_named(tmp_path: Path) -> None:
    (found,) = rows("what,n\na,4\n", KEY, tmp_path)
    assert "no column hedge, how, who" in str(found)


@pytest.mark.skipif(not REAL.is_file(), reason="the table of reported figures is not beside the checkout")
def test_the_real_table_is_read_but_for_its_dates() -> None:
    read = [pair for pair in tabulate([str(REAL)], str(TABLES / "dprk-russia.toml")) if not isinstance(pair, ReadError)]
    with REAL.open(encoding="utf-8", newline="") as file:
        wanted = list(csv.DictReader(file))
    assert len(read) == len(wanted)
    dates = [row for row in wanted if "_date" in row["measure"]]
    refused = [reading.rejected[0].reason for _, reading in read if not reading.claims]
    assert refused == ["no_figure"] * len(dates)
    lines = {line.partition(":")[0] for document, _ in read for line in document.text.splitlines()}
    assert not lines & {"note", "trap"}


def test_a_row_with_no_date_or_an_inverted_range_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    key = """
[columns]
measure = "what"
low = "from"
high = "to"
published = "day"
as_of = "counted"
"""
    lines = [
        "what,from,to,day,counted",
        "deaths,4,6,2025-06-17,2025-06",
        "deaths,9,6,2025-06-17,",
        "deaths,4,6,17 June,",
        "deaths,4,6,2025-13-01,",
        "deaths,4,6,2025-06-17,2025-02-30",
        "deaths,4,6,2025-06-17,2025-06-17 or so",
        'deaths,"1,000","1,200",,2025',
    ]
    found = rows("\n".join(lines), key, tmp_path)
    told = [str(row).removeprefix(str(tmp_path)) if isinstance(row, ReadError) else row[0].address[-1] for row in found]
    assert told[0] == "1"
    assert told[-1] == "7"
    assert all(f"t.csv:{number}: " in row for number, row in enumerate(told[1:-1], 2))
    assert "from is '9' and to is '6'" in told[1]
    assert ["day is" in row for row in told[2:4]] == [True, True]
    assert ["counted is" in row for row in told[4:6]] == [True, True]
