"""Places: what nothing tells of where it was is filled by no other place that happens to be named."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import plain
from reportedly.model import Document, Reading
from reportedly.series import Keyed, keyed, together


def read(text: str, outlet: str = "Tern Dispatch", published: str = "2025-02-14") -> tuple[Document, Reading]:
    document = replace(plain(text), outlet=outlet, address=f"{outlet}.txt", published=published)
    return document, reportedly.extract(document)


def places(text: str) -> dict[str, str | None]:
    """Where each figure of ``text`` with a key is."""
    return {one.claim.evidence.quote: one.key.place for one in keyed(*read(text))}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        # A price is of no town in which somebody is asked for it.
        (
            "Dealers in Rotterdam ask 12 percent more.\n\nBrent rose to $71.80 a barrel. Ships left Gdansk for Turkey.",
            "$71.80",
            None,
        ),
        # A national count told from a town is the state's where other towns are told of.
        (
            "KUMASI. Ama Boateng has 50.4 percent of the votes. In Tamale three ballot boxes were burnt.",
            "50.4 percent",
            "GHA",
        ),
        # A dateline tells nothing of a text about others.
        (
            "OSLO, May 3 (Tern) - Russia freed 22 sailors. Russia said 17 more would follow; Latvia said no.",
            "17",
            None,
        ),
        # The sentence names another state.
        (
            "Floods in Togo killed 40 people. Togo is burying its dead. Benin lost 12 people to floods in 2019.",
            "12",
            None,
        ),
    ],
)
def test_no_place_is_filled_by_one_that_is_only_named(text: str, figure: str, place: str | None) -> None:
    assert places(text).get(figure) == place


def test_a_writers_name_is_no_town() -> None:
    """Banda is a town in India, and Mangochi one in Malawi alone."""
    text = "Measles kills 14 in Mangochi\n\nBy Thandi Banda, Staff Reporter\n\nTwelve schools have been shut."
    assert places(text)["14"] == "MWI/S/mangochi"


def test_a_place_beyond_the_tables_has_no_state_where_two_are_told_of() -> None:
    text = "Russia holds the ship. Latvia wants it back.\n\nThe owner says two engineers were hurt in Kerrawick."
    assert places(text).get("two") in ("kerrawick", None)


def test_what_one_report_cannot_place_the_others_do() -> None:
    """A name that the tables hold in one state alone is no place of another that a report names."""
    others = [read(f"Cholera in Malawi\n\nCholera has killed {n} people in Salima.", f"Outlet {n}") for n in (4, 6, 9)]
    silent = read("A doctor from Kenya said 12 people had died of cholera in Salima. Kenya helps.", "Outlet 12")
    found: list[Keyed] = [one for one in together([*others, silent]) if one.claim.evidence.quote == "12"]
    assert [one.key.place for one in found] == ["MWI/C/salima"]
