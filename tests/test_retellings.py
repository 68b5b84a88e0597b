"""What two reports of a day make of one saying is found where it differs, and not where it only looks so."""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Finding, Part

SLIPS = [
    (
        "power_of_ten",
        "Egypt has bought 480,000 tonnes of wheat from Romania, the supply ministry in Cairo said on Monday.",
        "Egypt's supply ministry said on Monday that it had bought 4,800 tonnes of Romanian wheat.",
    ),
    (
        "digits_swapped",
        "Kenya's election commission said on Tuesday that 14,362 polling stations had opened.",
        "Voting began at 13,462 polling stations, Kenya's election commission said.",
    ),
    (
        "unit_drifted",
        "The pipeline will carry 750 million cubic metres of gas a year, Algeria's energy ministry said on Monday.",
        "Algeria's energy ministry says the pipeline will carry 750 million cubic feet of gas a year.",
    ),
    (
        "unit_drifted",
        "Support for the party rose by 4 percentage points, the pollster Ipsa said on Monday.",
        "Support for the party rose by 4 percent, according to the pollster Ipsa.",
    ),
    (
        "grade_drifted",
        "As many as 60 schools could be closed, Latvia's education ministry said on Monday.",
        "Latvia's education ministry is to close 60 schools.",
    ),
    (
        "root_drifted",
        "More than 8,000 people are stranded, the Red Cross said on Monday.",
        "More than 8,000 people are stranded, the World Food Programme said on Tuesday.",
    ),
    (
        "period_drifted",
        "In January, 230 people died on the roads, Poland's police said on Monday.",
        "Poland's police said 230 people had died on the roads this year.",
    ),
    (
        "part_drifted",
        "Of the 5,000 cases of measles in Romania, 900 are in Bucharest, the health ministry said on Monday.",
        "Romania has 900 cases of measles, its health ministry said.",
    ),
    (
        "sum_as_part",
        "The state employs 12,000 teachers and 12,000 nurses, Togo's government said on Monday.",
        "Togo employs 24,000 teachers, the government said.",
    ),
]
ALIKE = [
    (
        "Egypt has bought 480,000 tonnes of wheat from Romania, the supply ministry in Cairo said on Monday.",
        "Egypt bought 48,000 tonnes of rice in March, its supply ministry said on Wednesday.",
    ),
    (
        "Of the 5,000 cases of measles in Romania, 900 are in Bucharest, the health ministry said on Monday.",
        "Bucharest has 900 cases of measles, Romania's health ministry said.",
    ),
    (
        "More than 8,000 people are stranded, the Red Cross said on Monday.",
        "More than 8,000 people are stranded, the Red Cross and the World Food Programme said on Tuesday.",
    ),
    (
        "Between 200 and 300 people were on board, Libya's coast guard said on Monday.",
        "Libya's coast guard said that up to 300 people had been on board.",
    ),
    (
        "The state employs 12,000 teachers and 8,000 nurses, Togo's government said on Monday.",
        "Togo's government said it employed 20,000 teachers and nurses.",
    ),
    (
        "The storm cut power to 90,000 households, the utility Nordkraft said on Sunday.",
        "Nordkraft said that 9,000 households were still without power on Tuesday.",
    ),
    (
        "The flood killed 210 people in the past week, India's home ministry said on Monday.",
        "The floods have killed 640 people since June, 210 of them in the past week, India's home ministry said.",
    ),
    (
        "Iraq could export 3.4 million barrels a day, its oil ministry said on Monday.",
        "Iraq exported 3.4 million barrels a day in February, its oil ministry said.",
    ),
    (
        "Bird flu was confirmed on 48 farms, Poland's agriculture ministry said on Monday.",
        "Hungary's agriculture ministry said that at least 48 farms had bird flu.",
    ),
]


def between(first: str, second: str) -> list[Finding]:
    """What is found between two reports of one day and the next, but notes."""
    documents = [
        Document(f"{n}.txt", text, (Part("body", 0, len(text)),), outlet=f"Paper {n}", published=f"2025-03-0{n}")
        for n, text in ((4, first), (5, second))
    ]
    found = conclude(documents, [extract(document) for document in documents]).findings
    return [one for one in found if one.documents and one.strength != "note"]


@pytest.mark.parametrize(("kind", "first", "second"), SLIPS)
def test_a_slip_of_retelling_is_found(kind: str, first: str, second: str) -> None:
    assert kind in {one.kind for one in between(first, second)}


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_what_only_looks_like_a_slip_is_not(first: str, second: str) -> None:
    assert between(first, second) == []
