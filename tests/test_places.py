"""Places: what nothing tells of where it was is filled by no other place that happens to be named."""

from dataclasses import replace

import pytest

import reportedly
from reportedly.flow import conclude, plain
from reportedly.history import unit
from reportedly.model import Document, Key, Reading
from reportedly.report.ladders import is_guessed, scoped
from reportedly.series import Keyed, keyed, together
from reportedly.series.places import is_told
from reportedly.values.states import place_told


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


def test_where_some_of_them_are_the_whole_is_not() -> None:
    _, reading = read("Some 37 hospitals were closed, 12 of them in Rotterdam.")
    told = {c.evidence.quote: [s.span.quote for s in c.slots if s.role == "place"] for c in reading.claims}
    assert told == {"Some 37": [], "12": ["Rotterdam"]}


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


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Kenya closed its schools on Monday. Its own outbreak ended at 44 cases.", "44", "KEN"),
        ("Floods hit Peru. In the capital 80,000 people marched on Sunday, police said.", "80,000", "PER/lima"),
        ("Rumours of measles in Blantyre are false. No case was confirmed in the city.", "No", "MWI/S/blantyre"),
        ("Malawi waits. Across the border, Zambia has logged 31 cases of cholera.", "31", "ZMB"),
        ("Fares from Lagos to London rose 12 percent.", "12 percent", None),
        ("JULIACA, May 3 - In our region 11 clinics closed, the paper said.", "11", "PER/puno"),
        ("Russia's strikes killed 12 people on Sunday.", "12", None),
        ("Malawi's cholera: past the peak\n\nZambia waits. Salima says 51 people died.", "51", "MWI"),
        # Another's clause has no place of the first.
        (
            "Queues formed outside a church in Mangochi on Tuesday, the second day of a drive with which Malawi hopes "
            "to protect 780,000 people from an epidemic that has left 43 people dead.",
            "43",
            "MWI",
        ),
        ("Some 23,000 people fell ill in Zambia, most of them in the capital.", "23,000", "ZMB"),
        ("In Lima 12 people died, whereas Cusco counts 30 dead.", "30", "PER"),
    ],
)
def test_what_points_back_is_where_it_points_to(text: str, figure: str, place: str | None) -> None:
    found = places(text)
    told = next((where for quote, where in found.items() if quote.endswith(figure)), None)
    assert told == place or (place is not None and (told or "").startswith(f"{place}/"))


def test_a_rate_is_nobodys_from_where_it_is_paid() -> None:
    found = keyed(*read("Freight is dear in Norway. The tanker rate from Brake to India jumped 38 percent in Norway."))
    assert [(one.key.actor, one.key.place) for one in found if one.claim.evidence.quote == "38 percent"] == [
        (None, "NOR")
    ]


def test_the_name_before_a_bracket_is_where_its_figures_are() -> None:
    text = (
        "Cholera in Malawi\n\nThis brings the number of cases to 512 and of deaths to 21. Three districts are hit: "
        "Mangochi (318 cases, 14 deaths), Salima (178 cases, 7 deaths) and Lilongwe (16 cases, no deaths)."
    )
    found = {one.claim.evidence.quote: (one.key.measure, one.key.place) for one in keyed(*read(text))}
    assert found["512"] == ("cases", "MWI")
    assert found["21"] == ("deaths", "MWI")
    assert found["318"] == ("cases", "MWI/S/mangochi")
    assert found["14"] == ("deaths", "MWI/S/mangochi")
    assert found["7"] == ("deaths", "MWI/C/salima")
    assert found["no"] == ("deaths", "MWI/C/lilongwe")


def test_a_person_before_a_bracket_is_no_place() -> None:
    assert "paz" not in str(places("Most votes in Lima went to Ana Paz (44 votes) and Luis Arroyo (41 votes)."))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("PER", "Peru"),
        ("PER/puno/juliaca", "Juliaca, Puno, Peru"),
        ("MWI/C/salima", "Salima, Malawi"),
        ("MWI/C/salima+MWI/S/mangochi", "Salima and Mangochi, Malawi"),
        ("MWI/C/salima+ZMB", "Salima, Malawi and Zambia"),
        ("MWI/hospital", "a hospital, Malawi"),
        ("ZMB/border", "the border, Zambia"),
        ("RUS/east", "east, Russia"),
        ("kerrawick", "Kerrawick"),
    ],
)
def test_a_place_is_shown_without_codes_and_no_hospital_by_a_name(path: str, shown: str) -> None:
    assert place_told(path) == shown


def test_a_place_from_around_a_figure_is_marked_where_a_series_is_named() -> None:
    text = "Floods in Togo killed 40 people.\n\nThe wind destroyed 300 homes. In Togo 12 schools were closed."
    document, reading = read(text)
    series = {one.key.measure: one for one in conclude([document], [reading]).series}
    homes = series["homes_destroyed"]
    assert "in Togo (by context)" in scoped(homes.key, guessed=is_guessed(homes))
    assert not is_guessed(series["schools_closed"])
    assert is_told("TGO", "In Togo 12 schools were closed.")
    assert is_told("TGO", "Togolese police made 12 arrests.")
    assert not is_told("TGO", "The wind destroyed 300 homes.")


def test_lengths_of_time_are_shown_in_the_plural() -> None:
    key = Key(measure="detention", unit="month", scope="unspecified", change="level", period="36 hour")
    assert unit(key) == " months"
    assert "36 hours" in scoped(key)


def test_a_camp_by_its_name_is_not_any_camp() -> None:
    assert places("In Bredjing camp 5 people died.") == {"5": "bredjing camp"}
    assert places("The water killed 9 people in the Kibumba camp.") == {"9": "kibumba camp"}
    assert places("In a camp 7 people died.") == {"7": "camp"}
    assert "red cross" not in (places("In a Red Cross hospital 2 people died.")["2"] or "")


def slots(text: str) -> dict[str, list[str]]:
    """The words that tell where each figure of ``text`` is."""
    _, reading = read(text)
    return {c.evidence.quote: [s.span.quote for s in c.slots if s.role == "place"] for c in reading.claims}


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("The league lost 14 seats on election night.", "14", []),
        ("Queues formed and 60 people stood in line on Saturday morning.", "60", []),
        ("The board put the Reform List at 33 seats in the 90-member Chamber.", "33", []),
        ("Traders have 300 tonnes of salt on hand.", "300 tonnes", []),
        ("Some 240 of the injured were in hospital.", "Some 240", []),
        ("In floods in Nepal 87 people drowned.", "87", ["Nepal"]),
        ("Police counted 40 shells at two schools on Monday.", "40", ["two schools"]),
        ("The port of Brill handled 14,000 containers in April.", "14,000", ["The port of Brill"]),
        ("A crowd of 5,000 filled Liberty Square on Friday.", "5,000", ["Liberty Square"]),
        ("The bank has 200 branches.", "200", []),
    ],
)
def test_a_slot_of_a_place_holds_a_place(text: str, figure: str, told: list[str]) -> None:
    assert slots(text)[figure] == told


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        # What goes on is where the sentence before it was.
        ("Fire broke out in Karsk on Tuesday. Fourteen houses burned down.", "Fourteen", "karsk"),
        ("A school in Ponta Leve gave way. Two pupils died there.", "Two", "ponta leve"),
        ("Seven dead in Karsk quake\n\nAbout 120 people are missing.", "About 120", "karsk"),
        # In the state that a text is about it is where its sentence, its paragraph or the headline names one place.
        (
            "Boat sinks off Lampedusa\n\nRome counts boats in Italy.\n\nTwelve bodies were found.",
            "Twelve",
            "ITA/lampedusa",
        ),
        ("Italy fines crews\n\nThe judge in Ravenna struck out 12 of the 20 days.", "12", "ITA/emilia romagna/ravenna"),
        # A sum up to now is of more, and so is what stands behind a second place.
        ("Fire broke out in Karsk on Tuesday. So far 210 houses burned down.", "210", None),
        ("A bus overturned in Tarn, another in Osk. Nine passengers died.", "Nine", None),
        # Who speaks there is no place of what is told.
        ("Relief Now, a charity treating patients in Maddow, said 61 people had died.", "61", None),
        ("Ms Arnot, who was born in Pelham Cross, saw 30 people die.", "30", None),
        # A lesser town's name alone tells no state, nor does a part of a longer name.
        ("Schools in Maro were shut. In Maro 14 people died.", "14", "maro"),
        ("Border guards fired in Upper Bonn. In Upper Bonn nine people died.", "nine", "upper bonn"),
        ("Chad shut its schools. In Maro 14 people died.", "14", "TCD/mandoul/maro"),
        # A people's word tells no place.
        ("Russian shelling hit the village of Dobra. In Dobra two people died.", "two", "dobra"),
    ],
)
def test_what_goes_on_is_where_it_began(text: str, figure: str, place: str | None) -> None:
    assert places(text).get(figure) == place
