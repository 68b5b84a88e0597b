"""Bounds of headlines that the body does not bear, brackets that deal a number out, what a correction sets right."""

from dataclasses import replace

import pytest

from reportedly.flow import conclude, extract, plain
from reportedly.model import Finding, Reading


def read(text: str) -> Reading:
    return extract(replace(plain(text), published="2026-01-23", published_basis="given"))


def findings(text: str) -> list[Finding]:
    document = replace(plain(text), published="2026-01-23", published_basis="given")
    return list(conclude([document], [extract(document)]).findings)


@pytest.mark.parametrize(
    ("text", "is_beyond"),
    [
        ("# At least 30 injured in crash\n\nTwo buses met on Monday. The crash injured 24 people, doctors said.", True),
        ("# Over 90 missing after slide\n\nA village was buried. Officials said 64 people were missing.", True),
        ("# Over 20 dead in mine\n\nA mine fell in. Eighteen miners died, the firm said.", True),
        # Two numbers that make it together, one that reaches it, and one of another word that may be meant.
        ("# At least 30 injured\n\nThe crash injured 24 people in one bus and 9 in the other, doctors said.", False),
        ("# More than 300 wounded in blast\n\nThe blast wounded 312 people.", False),
        ("# Over 1,000 arrested\n\nPolice arrested 640 people. Some 1,050 were led off, a lawyer said.", False),
    ],
)
def test_a_headlines_bound_is_to_be_reached_by_its_body(text: str, is_beyond: bool) -> None:
    assert [one.kind for one in findings(text)] == ["value_changed"] * is_beyond


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The agency had recorded 58 fatalities (26 men, 21 women and 9 children) and 184 survivors.", True),
        ("The clinic treated 75 patients (41 women and 43 men) last week.", True),
        ("The quake killed 120 people (60 men, 40 women and 20 children), the ministry said.", False),
        ("The fire killed 58 people (26 men and 21 women), the mayor said.", False),  # the others may be children
        ("Police freed 60 hostages (37 wounded and 11 officers) on Monday.", False),  # some may be both, or neither
    ],
)
def test_a_bracket_that_deals_a_number_out_makes_it(text: str, differs: bool) -> None:
    assert [one.kind for one in findings(text)] == ["sum_differs"] * differs


def test_what_kind_of_number_it_is_may_be_told_behind_it() -> None:
    opening = "The monitors counted 9 incidents. According to the Red Cross the number"
    assert not findings(f"{opening} under discussion is 90.")


@pytest.mark.parametrize("is_", ["is", "should have been", "was in fact"])
def test_the_right_number_of_a_correction_is_of_the_same_thing(is_: str) -> None:
    text = f"Rain fell.\n\nCorrection: We reported on Friday that 39 children died on the ferry. The number {is_} 29."
    old, new = (claim for claim in read(text).claims if claim.kind == "figure")
    assert (old.status, new.status) == ("did_not_happen", "happened")
    assert old.measure == new.measure


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The president, who was to come to Lyon on January 12, never did.", "2026-01-12"),
        ("The truce was to run out on 27 December. It was renewed.", "2025-12-27"),
        ("The museum is to open on 3 January.", "2027-01-03"),
    ],
)
def test_what_was_to_come_on_a_day_gone_by_is_not_put_into_next_year(text: str, day: str) -> None:
    assert [one.when and one.when.end for one in read(text).prospects] == [day]
