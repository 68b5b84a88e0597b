"""Series: where what a text tells happened, whose it is, and as of which hour."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import plain
from reportedly.model import Document, Key, Reading
from reportedly.origins import statements
from reportedly.series import keyed, together
from reportedly.series.blurs import revises


def read(text: str, outlet: str = "Tern Dispatch", published: str = "2025-02-14") -> tuple[Document, Reading]:
    document = replace(plain(text), outlet=outlet, address=f"{outlet}.txt", published=published)
    return document, reportedly.extract(document)


def keys(text: str) -> dict[str, Key]:
    return {one.claim.evidence.quote: one.key for one in keyed(*read(text))}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("The shipyard will cut 400 jobs if Norway taxes Danish fish. Norway decides on Monday.", "400", None),
        ("ACCRA, May 3 - Ghana and Togo fight over cocoa. Togo will tax it at 12 percent.", "12 percent", None),
        ("A storm struck in Togo. The wind destroyed 40 homes.", "40", "TGO"),
        (
            "Fifteen people died in floods in Togo, the mayor of Kessane said. In her district nine people died.",
            "nine",
            "there",
        ),
        ("Floods in Togo killed 40 people. Twelve people died in his county, the governor said.", "Twelve", "there"),
    ],
)
def test_where_something_happened_is_not_who_acts(text: str, figure: str, place: str | None) -> None:
    found = keys(text).get(figure)
    told = found.place if found is not None else None
    assert (place is None and told is None) or (place is not None and place in str(told))


def test_a_lesser_town_abroad_is_not_meant_at_home() -> None:
    text = "A quake shook Arequipa. In Chala, where homes fell, 12 people died. Rescuers came from Lima."
    assert str(keys(text)["12"].place).split("/")[0] != "TZA"


def test_seats_are_a_partys_and_turnout_is_of_its_hour() -> None:
    found = keys(
        "The election in Ghana is over. The Harbour Union won 32 seats, the Farmers' Party 31 and the Greens nine. "
        "The chamber has 120 seats. Turnout had reached 41 per cent by noon. Final turnout was 68 per cent."
    )
    whose = {figure: found[figure].actor for figure in ("32", "31", "nine")}
    assert whose == {"32": "harbour union", "31": "farmers party", "nine": "greens"}
    assert {found[figure].measure for figure in whose} == {"seats_won"}
    assert "120" not in found or found["120"].actor not in whose.values()
    assert found["41 per cent"].period == "by noon"
    assert found["68 per cent"].period is None


def test_jobs_are_not_the_one_companys_of_which_others_tell() -> None:
    reports = [
        read(f"Kittiwake Motors said it would cut {jobs} jobs in Leeds.", f"Paper {jobs}") for jobs in (300, 310, 320)
    ]
    other = read("Kittiwake Motors is not alone. The shoemakers' association said 9,000 jobs were lost.", "The Post")
    found = [one for one in together([*reports, other]) if one.document is other[0]]
    assert all(one.key.actor != "kittiwake motors" for one in found)


def test_the_bulletin_of_a_body_that_others_quote_is_its_word() -> None:
    paper = read("The relief agency Asem said 40 people had died in the flood.", "Tern Dispatch")
    bulletin = read("Relief operations go on. 52 people have died in the flood.", "Asem", "2025-02-15")
    stray = read("In all 61 people have died in the flood.", "The Evening Post", "2025-02-15")
    said = {claim: one.origin for one in statements([paper, bulletin, stray]) for claim in one.claims}
    roots = [said[reading.claims[0].id] for _, reading in (paper, bulletin, stray)]
    assert roots[0].key == roots[1].key
    assert roots[0].named
    assert not roots[2].named


@pytest.mark.parametrize(
    ("text", "figure", "change"),
    [
        (
            "Economists in Oslo expect that the strike will cut growth by 0.3 points this year; the bank does not.",
            1,
            "decrease",
        ),
        ("The subsidy raised growth by 2 percent.", 1, "increase"),
        ("The mill cut its losses by 4 million euros.", 1, "decrease"),
    ],
)
def test_what_is_done_to_growth_decides_which_way_it_goes(text: str, figure: int, change: str) -> None:
    (claim,) = reportedly.extract(text).claims[:figure]
    assert claim.quantity.change == change


def test_who_may_vote_has_not_voted() -> None:
    text = "About 4 million people are entitled to vote. Some 62,000 people have voted."
    slugs = [claim.measure.slug for claim in reportedly.extract(text).claims if claim.measure is not None]
    assert slugs == ["voters_registered", "votes_cast"]


def test_whom_somebody_treats_are_not_all_who_were_hurt() -> None:
    found = keys("A storm hit Togo. A doctor said she had treated 112 wounded. In all 400 people were injured.")
    assert found["112"].place != found["400"].place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Floods in Malawi killed 40 people. Across the border in Mozambique, 25 people drowned, the mayor said.",
            "25",
            "MOZ",
        ),
        ("Floods in Malawi killed 40 people. In neighbouring Congo, 31 people drowned.", "31", "congo"),
        (
            "Measles toll passes 50 as outbreak reaches Lusaka\n\n"
            "Fifty-two children have died of measles in Zambia, the ministry said.",
            "passes 50",
            "ZMB",
        ),
        (
            "Togo and Benin agree truce\n\nTogo and Benin agreed on a ceasefire on Monday after talks in Accra. "
            "Sixty people were wounded by shells, a doctor said.",
            "Sixty",
            "there",
        ),
    ],
)
def test_what_is_beside_or_reached_is_not_where_all_of_it_was(text: str, figure: str, place: str) -> None:
    assert str(keys(text)[figure].place).split("/")[0] == place
    assert "lusaka" not in str(keys(text)[figure].place)


def test_one_name_is_one_place_in_all_reports() -> None:
    full = read("Cholera has killed nine people in Chienge, Zambia, the mayor said.", "Tern Dispatch")
    bare = read("Cholera has killed 12 people in Chienge, the governor said.", "Heron Post")
    assert {one.key.place for one in together([full, bare])} == {keyed(*full)[0].key.place}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Cholera has killed 40 people in Malawi. Two patients in Zomba had died of malaria, tests showed.", "Two"),
        ("A blast in Lome killed nine people, police said. Five of the nine died at home.", "Five"),
    ],
)
def test_who_died_of_something_else_or_was_counted_before_stands_apart(text: str, figure: str) -> None:
    found = keys(text)
    assert figure not in found
    assert len(found) == 1


def test_of_suspected_cases_those_that_were_confirmed_are_a_part() -> None:
    found = keys("Benin has put the number of suspected measles cases at 612, among them 41 confirmed.")
    assert found["612"].measure == "cases_suspected"
    assert found["612"].population is None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("they voted to strike from 4 may, by 512 votes to 230", False),
        ("losses fell to 40 million from 60 million", True),
        ("the toll was put at 84, from 79", True),
    ],
)
def test_a_day_from_which_something_holds_is_no_earlier_number(sentence: str, wanted: bool) -> None:
    assert revises(sentence) == wanted


@pytest.mark.parametrize("sent", ["UK team arrives", "France aid convoy leaves"])
def test_whom_a_state_sent_does_not_say_where(sent: str) -> None:
    text = f"Nepal quake: {sent}\n\nThe death toll has reached 67, Nepalese officials say."
    assert not any((key.place or "").startswith(("GBR", "FRA")) for key in keys(text).values())


def test_a_states_council_is_the_one_that_other_reports_name_without_it() -> None:
    owned = read("At least 40 people died in a quake, Tajikistan's Committee of Emergency Situations said.", "Tern")
    bare = read("At least 67 people died in a quake, the Committee of Emergency Situations said.", "Heron")
    assert len({made.origin.key for made in statements([owned, bare])}) == 1
    other = read("At least 70 people died in a quake, Kazakhstan's Committee of Emergency Situations said.", "Ibis")
    assert len({made.origin.key for made in statements([owned, bare, other])}) == 3
