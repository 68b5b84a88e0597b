"""A number of a house is not another root's where a report tells who of its people gave it."""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Part

ONE_HOUSE = [
    ("Some 412 homes burned in Vinto, said Ana Ruiz, director of the Tagus Institute.",
     "Some 412 homes burned in Vinto, said the Tagus Institute."),
    ("At least 412 homes burned in Vinto, said Ana Ruiz, the group's director.",
     "At least 412 homes burned in Vinto, according to the Tagus Institute, whose director is Ana Ruiz."),
    ("The Wheat Board says that 1,370 farms have closed. “Some 1,370 farms closed,” said Omar Keita, its chair.",
     "Some 1,370 farms have closed, said Omar Keita of the Wheat Board."),
    ("The reef lost 2,630 turtles, according to the Coral Trust.",
     "The reef lost 2,630 turtles, said Mei Tan, a biologist at the Coral Trust."),
]  # fmt: skip
TWO_HOUSES = [
    ("Some 412 homes burned in Vinto, said Ana Ruiz, director of the Tagus Institute.",
     "Some 412 homes burned in Vinto, said the Red Cross."),
    ("The reef lost 2,630 turtles, according to the Coral Trust.",
     "The reef lost 2,630 turtles, said Mei Tan, a biologist at the Marine Institute."),
]  # fmt: skip


def _renamed(first: str, second: str) -> bool:
    documents = [
        Document(f"{day}.md", text, (Part("body", 0, len(text)),), outlet=f"Paper {day}", published=f"2025-06-0{day}")
        for day, text in enumerate((first, second), 2)
    ]
    report = conclude(documents, [extract(one) for one in documents])
    return "root_drifted" in [one.kind for one in report.findings]


@pytest.mark.parametrize(("first", "second"), ONE_HOUSE)
def test_a_house_and_its_people_are_one_root(first: str, second: str) -> None:
    """Whichever the first report names."""
    assert not _renamed(first, second)


@pytest.mark.parametrize(("first", "second"), TWO_HOUSES)
def test_people_of_another_house_are_another(first: str, second: str) -> None:
    """The odd number goes back to one of them."""
    assert _renamed(first, second)
