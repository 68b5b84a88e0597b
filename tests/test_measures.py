"""What a figure measures is named alike however it is worded, and left open where nothing fits or two things do."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.values.lexicons import lexicon
from reportedly.values.measures import Measure, Registered, Way, dimension, listing, measure, registry, tells, together

ROOT = Path(__file__).parents[1]
RECORDS = ROOT / "tests/cases/measures.jsonl"
ALL = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]
PAIRS = [case for case in ALL if "pair" in case]
CASES = [case for case in ALL if "pair" not in case]
SUBJECTS = {
    "disaster", "epidemic", "trade", "budget", "election", "strike",
    "migration", "aid", "crime", "climate", "company results", "war",
}  # fmt: skip
FIELDS = {"says", "subject", "scope", "units", "part_of", "new", "adds", "change", "share", "told"}
GIVEN = ("unit", "change", "joined", "acting", "lasting")


def of(told: dict[str, Any]) -> Measure:
    options = {name: told[name] for name in GIVEN if name in told}
    return measure(told["head"], tuple(told["phrase"]), told["verb"], **options)


def name(told: dict[str, Any]) -> str:
    return f"{' '.join(told['phrase'])}, {told['verb']}, {told['unit']}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_measure_of_the_cases(case: dict[str, Any]) -> None:
    found = of(case)
    assert (found.slug, found.scope, found.open) == (case["slug"], case["scope"], case["open"])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['pair']}: {name(pair['one'])}; {name(pair['two'])}")
def test_wordings_of_one_thing_agree_and_of_two_things_do_not(pair: dict[str, Any]) -> None:
    assert (of(pair["one"]) == of(pair["two"])) is (pair["pair"] == "same")


def test_the_cases_are_enough_and_on_every_subject() -> None:
    assert len(CASES) >= 150
    assert len(registry()) >= 80
    assert {known.subject for known in registry()} == SUBJECTS
    assert {case["subject"] for case in CASES} == {subject.split()[0] for subject in SUBJECTS}


def test_the_registry_holds_together() -> None:
    slugs = [known.measure.slug for known in registry()]
    siblings = [known.new for known in registry() if known.new]
    assert len({*slugs, *siblings}) == len(slugs) + len(siblings)
    assert {known.measure.part_of for known in registry()} <= {None, *slugs}
    for known in registry():
        assert known.measure.definition.endswith(".")
        assert known.measure.scope in {"cumulative", "new", "moment", "unspecified"}
        assert all(way.heads | way.group for way in known.ways)


@pytest.mark.parametrize("table", ["verbs", "heads", "dimensions"])
def test_a_word_has_one_name(table: str) -> None:
    listed = [word for words in lexicon("measures")[table].values() for word in words]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize("table", ["verbs", "heads"])
def test_what_a_measure_asks_for_is_the_name_of_a_word_and_never_a_synonym(table: str) -> None:
    names = {word: name for name, words in lexicon("measures")[table].items() for word in words}
    ways = [way for known in registry() for way in known.ways]
    asked = {word for way in ways for word in (way.verbs | way.both if table == "verbs" else way.heads | way.group)}
    assert {word: names[word] for word in asked if names.get(word, word) != word} == {}


@pytest.mark.parametrize("table", ["verbs", "heads"])
def test_a_name_is_one_of_its_own_words(table: str) -> None:
    # Else a word that is listed nowhere could pass for it: any "debt" for public debt.
    for name_of, listed in lexicon("measures")[table].items():
        assert name_of.replace("_", " ") in listed


def test_measures_say_nothing_the_data_format_does_not_have() -> None:
    for table in lexicon("measures")["measures"].values():
        assert table.keys() <= {
            "says",
            "subject",
            "scope",
            "units",
            "part_of",
            "new",
            "adds",
            "change",
            "share",
            "told",
        }
        for told in table["told"]:
            assert told.keys() <= {"heads", "verbs", "both", "with", "without", "role", "kinds", "moves", "never"}
            assert told.get("role", "undergoes") in {"undergoes", "doer", "either"}


def same_place(one: Way, two: Way) -> bool:
    """Whether the same words may meet both ways with equally many conditions."""
    if bool(one.verbs) != bool(two.verbs) or bool(one.having) != bool(two.having) or one.both != two.both:
        return False
    heads = one.heads & two.heads or (one.group & two.group and not one.heads and not two.heads)
    verbs = not one.verbs or one.verbs & two.verbs
    before = not one.having or one.having & two.having
    apart = {one.role, two.role} == {"undergoes", "doer"}
    return bool(heads and verbs and before) and not apart


def ties(one: Registered, two: Registered) -> bool:
    return bool(one.units & two.units) and any(same_place(a, b) for a in one.ways for b in two.ways)


def test_no_two_measures_are_told_the_same_way() -> None:
    tied = [(a.measure.slug, b.measure.slug) for a, b in combinations(registry(), 2) if ties(a, b)]
    assert tied == []


def test_two_measures_that_fit_alike_are_refused() -> None:
    # Malnourished as a word before the head, wounded likewise: neither is meant alone.
    found = measure("child", ("wounded", "malnourished", "children"))
    assert (found.slug, found.open) == ("child", True)


def test_shared_verbs_are_never_given_to_one_of_them() -> None:
    found = measure("people", ("people",), "kill", joined=("detain",))
    assert found.open
    assert found == measure("people", ("people",), "arrest", joined=("die",))


def test_verbs_that_split_a_number_are_known_from_those_that_follow_each_other() -> None:
    assert together("kill", "injure")
    assert together("destroy", "damage")
    assert not together("capture", "take")
    assert not together("kill", "die")


def test_some_verbs_tell_nothing_of_what_was_done() -> None:
    assert tells("send")
    assert tells("Deployed")
    assert not tells("rise")
    assert not tells(None)


def test_a_state_told_is_no_deed() -> None:
    there = measure("soldier", ("soldiers",), "deploy", lasting=True)
    assert there.slug == "troops_present"
    assert measure("soldier", ("soldiers",), "deploy").slug == "troops_sent"


def test_parts_know_their_whole() -> None:
    assert measure("death", ("deaths",)).part_of == "casualties"
    assert measure("soldier", ("troops",), "send", change="additional").part_of == "troops_sent"
    assert measure("casualty", ("casualties",)).part_of is None


UNITS = {"count": "count", "USD/bbl": "money", "pound": "money", "share": "percent", "km": "length", "bbl/d": "volume"}


@pytest.mark.parametrize(("unit", "kind"), UNITS.items())
def test_units_have_a_dimension(unit: str, kind: str) -> None:
    assert dimension(unit) == kind


WORDS = st.sampled_from(
    [word for table in ("verbs", "heads") for words in lexicon("measures")[table].values() for word in words]
) | st.text(max_size=8)


OPTIONS = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(["count", "percent", "USD", "t/ha", "count/day", "day"]),
        "change": st.sampled_from(["level", "increase", "decrease", "additional"]),
        "joined": st.lists(WORDS, max_size=2),
        "acting": st.booleans(),
        "lasting": st.booleans(),
    }
)


@given(WORDS, st.lists(WORDS, max_size=3), st.none() | WORDS, OPTIONS)
@settings(deadline=None, max_examples=300)
def test_any_words_have_a_measure_that_can_be_a_key(
    head: str, before: list[str], verb: str | None, options: dict[str, Any]
) -> None:
    found = measure(head, (*before, head), verb, **options)
    assert found.slug
    assert all(sign.isalnum() or sign == "_" for sign in found.slug)
    assert found.definition
    assert not (found.open and found.part_of)


def test_case_and_number_of_a_word_do_not_matter() -> None:
    small = measure("shell", ("artillery", "shells"), "deliver")
    assert measure("Shells", ("Artillery", "Shells"), "Delivered") == small


def test_the_page_of_measures_is_not_stale() -> None:
    assert listing() in (ROOT / "docs/measures.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Some 9,100 workers stayed away from work on Tuesday.", "stay_away_worker"),
        ("About 300 workers stayed in Libya.", "workers_present"),
        ("Nineteen people were waiting outside the embassy.", "wait_person"),
        ("More than 300 patients are waiting for a transplant.", "patients_waiting"),
    ],
)
def test_who_stays_away_is_not_there(text: str, measure: str) -> None:
    (claim,) = reportedly.extract(text).claims
    assert claim.measure is not None
    assert claim.measure.slug == measure
