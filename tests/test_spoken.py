"""The fate of a plan in words of its own, whatever the deed; each with what looks like it and is not."""

import pytest

from reportedly.values import fates, spoken
from tests.test_outlook import told

HUB = "The health service will open a surgical hub in Limerick by the end of June, director Una Foley said in Limerick."
TAX = "The council in Limerick will raise the parking levy from 1 July, mayor Una Foley said."
DEPOT = "Transdev will close its depot at Limerick by the end of June, manager Una Foley said."


@pytest.mark.parametrize(
    ("plan", "day", "later", "state"),
    [
        # A day and its delay come to the day set, whatever the verb; another day does not.
        (
            HUB,
            "2025-07-11",
            "Una Foley of Limerick saw the first patients on 7 July, a week after the date it had been promised for.",
            "not_by_date",
        ),
        (
            HUB,
            "2025-07-11",
            "Una Foley of Limerick paid the builders of the hub on 25 May, a week after the date she had been given.",
            "open",
        ),
        # Given up, where what is dropped stands before the words, and where behind them; of another thing neither.
        (TAX, "2025-06-20", "The higher levy of Una Foley's council in Limerick is off the table.", "overtaken"),
        (TAX, "2025-06-20", "The new pool of Una Foley's council in Limerick is off the table.", "open"),
        (TAX, "2025-06-20", "There will be no levy, said Una Foley of Limerick.", "overtaken"),
        (TAX, "2025-06-20", "There will be no summer festival, said Una Foley of Limerick.", "open"),
        # It stays, where it was to be closed; and what is only feared does not.
        (DEPOT, "2025-06-20", "The depot stays, Una Foley told Transdev drivers in Limerick.", "overtaken"),
        (DEPOT, "2025-06-20", "If the depot stays, Una Foley told Transdev drivers in Limerick, all is well.", "open"),
        # Only on a later day; on an earlier one.
        (HUB, "2025-07-20", "Una Foley got the keys of the surgical hub in Limerick only on 14 July.", "not_by_date"),
        # It has gone on since a day.
        (HUB, "2025-07-11", "The surgical hub is in use since 23 June, said Una Foley of Limerick.", "came_about"),
        (HUB, "2025-07-11", "The old hospital has been in use since 2 May, Una Foley said in Limerick.", "open"),
    ],
)  # fmt: skip
def test_words_of_fate_settle_the_plan_of_which_they_tell(plan: str, day: str, later: str, state: str) -> None:
    every = told(("Post", "2025-06-02", plan), ("Herald", day, later))
    found = next(one for one in every if one.prospect.context.quote == plan)
    assert found.state == state, found.reason


def test_of_two_plans_told_alike_neither_is_settled() -> None:
    plan = "Una Foley will open a clinic in Limerick by the end of June. Una Foley will build a clinic in Ennis by May."
    every = told(
        ("Post", "2025-06-02", plan), ("Herald", "2025-06-20", "Una Foley's clinic, in Limerick or Ennis, is dead.")
    )
    assert {one.state for one in every} == {"open"}


def test_a_plan_that_its_report_recalls_is_settled_by_what_stands_behind() -> None:
    (one,) = told(
        (
            "Post",
            "2025-06-20",
            "The agency had said it would set up two posts in May, opened one; for the other it has no land.",
        )
    )
    assert one.state == "partly"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a fortnight overdue", 14),
        ("we missed it by three days", 3),
        ("five weeks later than the treasury had said", 35),
        ("two weeks ahead of its own timetable", -14),
        ("a week before the time promised", -7),
        ("two weeks after the storm", None),
    ],
)
def test_a_delay_is_told_in_many_ways(text: str, days: int | None) -> None:
    assert fates.shift(text) == days


def test_words_of_fate_have_a_meaning_each() -> None:
    assert [fate for fate, _ in spoken.told("The plan never began, a week behind schedule.")] == ["dropped", "late"]
    assert spoken.told("The mayor opened the hall.") == []
