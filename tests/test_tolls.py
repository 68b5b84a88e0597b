"""The toll of an incident: what claims add up to, and what moves it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.claims import blocks, extract
from reportedly.estimates import toll
from reportedly.flow import parser
from reportedly.model import Bounds, Claim, Document, Part, Toll
from reportedly.values.bounds import bounds

RECORDS = Path(__file__).parent / "cases" / "tolls.jsonl"
CASES = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]


def told(text: str) -> tuple[Claim, ...]:
    paper = Document(address="case", text=text, parts=(Part("body", 0, len(text)),))
    return extract(paper, parser()(text, blocks(paper)), model="test").claims


def ends(found: Bounds) -> list[int] | None:
    return None if found.low is None or found.high is None else [int(found.low), int(found.high)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_tolls_of_the_cases(case: dict[str, Any]) -> None:
    found = toll(told(case["text"]))
    assert (ends(found.killed), ends(found.injured)) == (case["killed"], case["injured"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_is_not_done_moves_no_toll(case: dict[str, Any]) -> None:
    claims = told(case["text"])
    planned = [replace(claim, status="planned") for claim in claims]
    assert toll([*claims, *planned]) == toll(claims)
    assert toll(planned) == Toll(Bounds(None, None), Bounds(None, None))


def test_vague_words_are_read_as_the_reading_says() -> None:
    claims = told("Dozens of residents were hurt in the flood.")
    assert ends(toll(claims).injured) == [12, 24]
    assert toll(claims, reading="stated").injured == Bounds(None, None)


def test_people_told_in_the_plural_bound_nothing_by_themselves() -> None:
    (crowd,) = told("Others were hurt in the flood.")
    assert (crowd.basis, crowd.quantity.approximator) == ("implied", "vague")
    assert bounds(crowd.quantity) == Bounds(None, None)


def test_kinds_of_the_killed_are_told_beside_them() -> None:
    found = toll(told("The flood killed nine people, including four women and two children."))
    assert [(kind, ends(one)) for kind, one in found.kinds] == [("children", [2, 2]), ("women", [4, 4])]
