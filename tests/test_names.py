"""Names are found with codes where the words bear them; places hold in every script."""

import csv
import json
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.values import actors, gazetteer, places, states
from reportedly.values.names import Name, names
from tests.effort import lines_run

RECORDS = Path(__file__).parent / "cases" / "names.jsonl"
CASES = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]
SETTLED = [case for case in CASES if "open" not in case]
TABLES = Path(gazetteer.__file__).parent
PIECES = [
    "Kyiv",
    "Kiev",
    "the Kremlin",
    "said",
    "North",
    "Korea",
    "'s",
    "’s",
    "spy agency",
    "army",
    "of",
    "the",
    "Georgia",
    ",",
    ".",
    "U.S.",
    "US",
    "Kim Jong-un",
    "Jong",
    "-",
    "WHO",
    "Who",
    "in",
    "Paris",
    "Hilton",
    "Reading",
    "Côte",
    "d’Ivoire",
    "İstanbul",
    "ß",
    "e\u0301",
    "북한",
    "سوريا",
    "🚒",
    "\n",
    "\n\n",
    "\r\n",
    "(",
    "“",
    "Ministry of Defence",
    "President",
    "former",
    "Russian",
    "Hamas",
    "RSF",
    "M23",
    "12",
    "New York",
    "Mobile",
]


def told(text: str, name: Name) -> dict[str, Any]:
    where = {"country": name.place.country if name.place else None} if name.kind == "place" else {"actor": name.actor}
    return {
        "quote": text[name.start : name.end],
        "kind": name.kind,
        **where,
        **({"metonym": True} if name.metonym else {}),
    }


def in_order(found: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(name, sort_keys=True) for name in found)


@pytest.mark.parametrize("case", SETTLED, ids=lambda case: case["text"][:60])
def test_names_of_the_cases(case: dict[str, Any]) -> None:
    found = [told(case["text"], name) for name in names(case["text"])]
    assert in_order(found) == in_order(case["want"])


def test_there_are_enough_cases_and_few_are_open() -> None:
    assert len(CASES) >= 120
    assert len(CASES) - len(SETTLED) <= 0.05 * len(CASES)


def check_places(text: str, found: tuple[Name, ...]) -> None:
    """The laws of places: inside the text, in order, no blank at an end, apart or a state inside its body."""
    assert list(found) == sorted(found, key=lambda name: (name.start, -name.end, name.name))
    for name in found:
        assert 0 <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip() == text[name.start : name.end]
    for one, two in pairwise(found):
        assert one.end <= two.start or (two.end <= one.end and two.kind in {"state", "place"})


TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map(" ".join)


@given(TEXTS, st.data())
@settings(deadline=None, max_examples=200)
def test_any_text_is_read(text: str, data: st.DataObject) -> None:
    check_places(text, names(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if text[start:end].strip() == text[start:end] != "":
        kind = data.draw(st.sampled_from(["PER", "ORG", "LOC", "DATE"]))
        check_places(text, names(text, ((start, end, kind),)))


@given(st.sampled_from(SETTLED), st.sampled_from(["안녕 ", "🚒 ", "e\u0301 ", "سلام "]))
@settings(deadline=None, max_examples=60)
def test_what_stands_before_moves_places_and_nothing_else(case: dict[str, Any], before: str) -> None:
    shift = len(before) + 2
    moved = [(n.start - shift, n.end - shift, n.name, n.actor, n.place) for n in names(before + "\n\n" + case["text"])]
    assert moved == [(n.start, n.end, n.name, n.actor, n.place) for n in names(case["text"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jongun left.", "Kim Jong Un left."),
        ("Kim Jong-un left.", "Kim Jong Un left."),
        ("He left Kiev.", "He left Kyiv."),
        ("It is in Cote d’Ivoire.", "It is in Côte d'Ivoire."),
        ("Al-Shabab left.", "al-Shabaab left."),
        ("Hizbullah fired.", "Hezbollah fired."),
        ("Recep Tayyip Erdogan left.", "Recep Tayyip Erdoğan left."),
        ("Burma is poor.", "Myanmar is poor."),
        ("He is in Odessa, Ukraine.", "He is in Odesa, Ukraine."),
        ("Volodymyr Zelenskiy left.", "Volodymyr Zelensky left."),
        ("He is in the U.K. now.", "He is in Great Britain now."),
    ],
)
def test_spellings_share_a_name(one: str, other: str) -> None:
    (first, *_), (second, *_) = names(one), names(other)
    assert (first.name, first.actor, first.place, first.wikidata) == (
        second.name,
        second.actor,
        second.place,
        second.wikidata,
    )


def test_ids_and_degrees_of_a_city() -> None:
    (name,) = names("Shells hit Kharkiv.")
    assert name.place is not None
    assert (name.place.geonames, name.place.precision, name.place.country) == ("706483", "city", "UKR")
    assert name.place.latitude == pytest.approx(49.98, abs=0.02)
    assert name.place.longitude == pytest.approx(36.25, abs=0.02)


def test_a_state_has_its_ids() -> None:
    (name,) = names("He flew to Mongolia.")
    assert (name.name, name.actor, name.wikidata) == ("Mongolia", "MNG", "Q711")
    assert name.place is not None
    assert (name.place.precision, name.place.geonames) == ("country", "2029969")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("He was born in Paris, Texas.", "USA"),
        ("He was born in Paris.", "FRA"),
        ("Fires burned near Tripoli, Lebanon.", "LBN"),
        ("A strike hit Lebanon: in Tripoli shops closed.", None),
        ("Canada's envoy flew to London.", "GBR"),
        ("The militia left Tripoli as Libya voted.", "LBY"),
    ],
)
def test_namesakes_are_told_apart_by_words_of_the_text(text: str, country: str | None) -> None:
    towns = [name for name in names(text) if name.name in {"Paris", "Tripoli", "London"}]
    assert [town.place and town.place.country for town in towns] == [country]


def test_a_namesake_that_cannot_be_told_has_no_place() -> None:
    (name,) = names("They met in Springfield.")
    assert name.place is None or name.place.geonames is None


@pytest.mark.parametrize(
    ("on", "actor"),
    [(None, "USA"), ("2027-03-01", "USA/GOV"), ("2025-01-05", "USA"), ("2024-05-01", "USA")],
)
def test_a_leader_has_an_office_only_within_its_years(on: str | None, actor: str) -> None:
    (name,) = names("Donald Trump spoke.", on=on)
    assert (name.name, name.actor) == ("Donald Trump", actor)


def test_a_past_office_is_none() -> None:
    assert [name.actor for name in names("A former Ukrainian president left.")] == ["UKR"]
    assert [name.actor for name in names("A Ukrainian minister's aide and the Ukrainian president left.")][-2:] == [
        "UKR/GOV",
        "UKR",
    ]


def test_the_parser_adds_names_that_no_table_holds_and_takes_others_back() -> None:
    text = "Israel Katz and Maren Olsdatter met the Bank of Israel in Zzyzxville."
    given = [
        (text.index(quote), text.index(quote) + len(quote), kind)
        for quote, kind in (
            ("Israel Katz", "PER"),
            ("Maren Olsdatter", "PER"),
            ("Bank of Israel", "ORG"),
            ("Zzyzxville", "LOC"),
        )
    ]
    found = {text[name.start : name.end]: (name.kind, name.actor) for name in names(text, given)}
    assert found == {
        "Israel Katz": ("person", "ISR"),
        "Maren Olsdatter": ("person", None),
        "Bank of Israel": ("organisation", None),
        "Zzyzxville": ("place", None),
    }


def test_a_person_of_the_parser_is_no_town() -> None:
    text = "Florence said that she was tired."
    assert [name.kind for name in names(text, [(0, 8, "PER")])] == ["person"]
    assert names(text) == ()


def test_places_are_sorted_so_that_they_are_found_by_halving() -> None:
    lines = [line for line in (TABLES / "places.csv").read_bytes().splitlines() if not line.startswith(b"#")]
    assert lines == sorted(lines)
    assert all(line.count(b",") == 8 for line in lines)
    assert sum(path.stat().st_size for path in TABLES.glob("*.csv")) < 3_000_000


def test_codes_in_the_tables_are_known() -> None:
    known = set(states.state_names()) | {"IGO", "NGO", "IMG", "MED"}
    tables = {
        "demonyms": "iso3",
        "capitals": "iso3",
        "leaders": "iso3",
        "organisations": "actor",
        "outlets": "actor",
        "regions": "state",
    }
    for table, column in tables.items():
        assert {row[column].split("/")[0] for row in gazetteer.rows(table)} - {""} <= known, table
    roles = {row["role"] for row in gazetteer.rows("roles")}
    assert all(part.isupper() and len(part) == 3 for role in roles for part in role.split("/"))


SMALL_TABLES = (
    "states",
    "demonyms",
    "capitals",
    "organisations",
    "outlets",
    "leaders",
    "regions",
    "roles",
    "homonyms",
    "clues",
)


def test_every_table_says_where_it_comes_from() -> None:
    for table in (*SMALL_TABLES, "places"):
        head = [line for line in (TABLES / f"{table}.csv").read_text("utf-8").splitlines()[:5] if line.startswith("#")]
        assert head, table
        assert any(year in line for line in head for year in ("2018", "2026")), table


def test_every_row_has_as_many_cells_as_its_head() -> None:
    for table in SMALL_TABLES:
        lines = [line for line in (TABLES / f"{table}.csv").read_text("utf-8").splitlines() if not line.startswith("#")]
        cells = [len(row) for row in csv.reader(lines)]
        assert set(cells) == {cells[0]}, table


def test_every_form_of_a_state_finds_it() -> None:
    for row in gazetteer.rows("states"):
        for form in (row["name"], *gazetteer.listed(row["forms"])):
            entry = actors.table().starting(gazetteer.cut(form), 0)
            assert entry is not None
            assert entry[1].code == row["iso3"] or row["iso3"] in entry[1].shared, form


def test_a_capital_lies_in_its_state() -> None:
    found = {}
    for row in gazetteer.rows("capitals"):
        if row["kind"] == "capital":
            group = [town for town in places.namesakes(row["name"]) if town.country == row["iso3"]]
            found[row["name"]] = bool(group)
    missing = sorted(name for name, there in found.items() if not there)
    assert len(missing) <= 0.1 * len(found), missing


@pytest.mark.parametrize(
    "unit",
    [
        "Kyiv ",
        "in San ",
        "French, ",
        "Arabic and ",
        "U.S. ",
        "the Russian ",
        "Paris, Texas ",
        "Ministry of ",
        "a",
        "I. ",
        "Moscow-",
        "Kim Jong ",
        "Kremlin\n",
    ],
)
def test_effort_grows_with_length_and_no_faster(unit: str) -> None:
    names(unit * 3)
    once, twice = (lines_run(partial(names, unit * times)) for times in (300, 600))
    assert twice <= 2.3 * once + 2000


def test_a_county_behind_a_comma_tells_which_town_is_meant() -> None:
    told = {name.name: name.place.country for name in names("A fire broke out near Dover, Kent.") if name.place}
    assert told == {"Dover": "GBR", "Kent": "GBR"}
    assert [name.place for name in names("A fire broke out in Surrey.") if name.place] == []
