"""Two reports that have one number, or two, of one thing are put side by side by what stands around it.

Each case is reports of ours with what is found between them, and beside each what only looks like it.
"""

import pytest

from reportedly.flow import conclude, extract, plain
from reportedly.model import Document

PLANT = (
    "2025-03-03",
    "Orsk Metals will build a smelter beside the railway at Vinto. The cost of the smelter is put at PLN 4.7 billion."
    " When finished, the smelter will employ 1,300 people and turn out 62,000 tonnes of zinc a year.",
)
CONVOY = (
    "2025-05-15",
    "A convoy of 35 trucks with 900 tonnes of flour will leave Kadugli for Dilling on 25 May, the office said.",
)
STORM = (
    "2025-11-09",
    "The storm Sarita struck Catanduanes on Saturday. Some 212,300 people spent the night in evacuation centres in Virac.",  # noqa: E501
)
CENTRES = (
    "2025-11-12",
    "Figures for Catanduanes and Virac after the storm Sarita. Persons in evacuation centres: 64,000.",
)
FIRE = (
    "2025-06-04",
    "A lorry burned in the Raben tunnel in Styria. The Red Cross said its crews took 51 people to hospital from the"
    " tunnel on Wednesday evening.",
)

Told = tuple[str, str]


def found(*texts: Told) -> list[str]:
    """The kinds of what is found between reports, notes left out."""
    documents = []
    for number, (day, text) in enumerate(texts):
        body = plain(text)
        documents.append(Document(f"{number}.txt", body.text, body.parts, outlet=f"Paper {number}", published=day))
    report = conclude(documents, [extract(document) for document in documents])
    return [one.kind for one in report.findings if one.strength != "note"]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (PLANT, "Orsk Metals puts EUR 4.7 billion into a smelter at Vinto that will turn out 62,000 tonnes.", "unit_drifted"),  # noqa: E501
        (
            PLANT,
            "Orsk Metals has hired 1,300 people for its smelter at Vinto, which will turn out 62,000 tonnes of zinc.",
            "status_drifted",
        ),
        (CONVOY, "Dilling has received 35 trucks with 900 tonnes of flour from Kadugli, the office says.", "status_drifted"),  # noqa: E501
        (
            ("2025-04-03", "The tornado left at least 340 homes damaged or destroyed in Harlan County near Osceola."),
            "The tornado destroyed at least 340 homes in Harlan County near Osceola, the sheriff says.",
            "thing_drifted",
        ),
        (
            ("2025-03-18", "At least 310 million euros of criminal origin passed through Lindre Pay in Tallinn."),
            "Up to 310 million euros of dirty money passed through Lindre Pay in Tallinn, the prosecutors say.",
            "bound_drifted",
        ),
        (
            ("2025-02-03", "Returns to Haiti by way of Dajabon since the operation began in October reach 118,400."),
            "The Dominican Republic sent back a further 118,400 people to Haiti by way of Dajabon.",
            "scope_drifted",
        ),
        (
            ("2025-02-17", "Since 3 February 420,000 salmon have died at the sea site of Traiguen, the owner estimates."),  # noqa: E501
            "Another 420,000 salmon have died at the sea site of Traiguen, the owner told investors.",
            "scope_drifted",
        ),
        (
            ("2025-09-22", "An impurity of 3.2 micrograms per tablet was found in samples of Cardelan kept at Waterford."),  # noqa: E501
            "The authority found an impurity of 3.2 milligrams per tablet in samples of Cardelan from Waterford.",
            "unit_drifted",
        ),
        (
            ("2025-04-10", "Eleven airlines will move to the new terminal of Da Nang by the end of June, the airport said."),  # noqa: E501
            "Eleven airlines have moved to the new terminal of Da Nang since April, the airport said.",
            "status_drifted",
        ),
    ],
)  # fmt: skip
def test_a_number_told_otherwise_is_found_whoever_is_named_for_it(first: Told, second: str, kind: str) -> None:
    day = f"{first[0][:-2]}{int(first[0][-2:]) + 2:02}"
    assert kind in found(first, (day, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PLANT, ("2025-03-05", "The town of Turda spends EUR 4.7 billion on a hospital, its mayor said.")),
        (PLANT, ("2025-03-05", "Orsk Metals will pay PLN 4.7 billion, or EUR 1.1 billion, for its smelter at Vinto.")),
        (CONVOY, ("2025-05-27", "Dilling has received 35 trucks with 900 tonnes of flour from Kadugli, the office says.")),  # noqa: E501
        (
            ("2025-04-03", "The tornado left 2,000 homes damaged or destroyed in Harlan County."),
            ("2025-04-20", "Fires in Chile destroyed 2,000 homes."),
        ),
        (
            ("2025-06-02", "A convoy carries 610 metric tons of food to El Obeid from Kosti, the hub says."),
            ("2025-06-04", "A convoy carries 610 tons of food to El Obeid from Kosti, the hub says."),
        ),
        (
            ("2025-03-18", "The network will build 70 houses at Bina for families of Fanarao by 31 August."),
            ("2025-07-09", "The last of 70 houses at Bina for families of Fanarao were built two months early."),
        ),
        (
            ("2025-02-17", "In one day 14,200 new cases of dengue were found in Recife, the ministry said."),
            ("2025-02-18", "Another 14,200 cases of dengue were found in Recife in one day, the ministry said."),
        ),
    ],
)  # fmt: skip
def test_what_only_has_the_same_number_has_not_drifted(first: Told, second: Told) -> None:
    assert not {"unit_drifted", "status_drifted", "thing_drifted", "scope_drifted"} & {*found(first, second)}


@pytest.mark.parametrize(
    ("third", "is_stale"),
    [
        (
            ("2025-11-17", "In Virac 212,300 people are living in evacuation centres today after the storm Sarita."),
            True,
        ),
        (
            ("2025-11-13", "In Virac 212,300 people are living in evacuation centres today after the storm Sarita."),
            False,
        ),
        (
            ("2025-11-17", "In Virac 212,300 people fled to evacuation centres on 9 November from the storm Sarita."),
            False,
        ),
        (("2025-11-17", "In Virac 64,000 people are living in evacuation centres today, down from 212,300."), False),
    ],
)
def test_an_older_number_is_stale_once_another_was_out(third: Told, *, is_stale: bool) -> None:
    assert ("stale" in found(STORM, CENTRES, third)) == is_stale


@pytest.mark.parametrize(
    ("second", "is_apart"),
    [
        ("In all, 34 people were brought to hospital from the Raben tunnel in Styria on Wednesday evening, the fire"
         " brigade association said.", True),
        ("In all, 34 people were brought to hospital from the Raben tunnel in Styria on Wednesday evening.", False),
        ("In Kadugli 34 people were brought to hospital on Wednesday evening, the police of Kadugli said.", False),
    ],
)  # fmt: skip
def test_two_counts_of_one_evening_disagree_where_the_scene_is_one(second: str, *, is_apart: bool) -> None:
    assert ("origins_disagree" in found(FIRE, ("2025-06-05", second))) == is_apart


STALLS = ("2025-01-21", "A fire destroyed 620 stalls at Asokore timber market in Kumasi, the Ghana Fire Service said.")
ABOARD = (
    "2025-02-11",
    "The ferry Santa Leonora had 187 passengers aboard when it struck the reef off Tablas, according to Commander Dizon.",  # noqa: E501
)
DEBT = (
    "2025-06-10",
    "At the end of May the grid company Volta Power owed generators 24.6 billion cedis, the utilities commission of Ghana says.",  # noqa: E501
)
SAILORS = ("2025-03-13", "On 12 March at least five Venezuelan sailors were killed off the Waini, Guyana's army said.")


@pytest.mark.parametrize(
    ("first", "second", "is_apart"),
    [
        (STALLS, ("2025-01-22", "The Traders' Union says 1,150 stalls of Asokore market in Kumasi burned to the ground."), True),  # noqa: E501
        (STALLS, ("2025-01-22", "The Traders' Union says that of the stalls of Asokore market in Kumasi 150 were empty."), False),  # noqa: E501
        (ABOARD, ("2025-02-12", "The ferry Santa Leonora left Caticlan with 161 passengers aboard and struck the reef off Tablas at night, the owner said."), True),  # noqa: E501
        (DEBT, ("2025-07-02", "Volta Power had owed generators 31.2 billion cedis at the end of May, energy minister Kwabena Ofosu said."), True),  # noqa: E501
        (DEBT, ("2025-07-02", "Volta Power had owed generators 31.2 billion cedis at the end of June, energy minister Kwabena Ofosu said."), False),  # noqa: E501
        (SAILORS, ("2025-03-17", "On 12 March one Venezuelan sailor was killed off the Waini, Vice-Admiral Isturiz said."), True),  # noqa: E501
        (SAILORS, ("2025-03-17", "On 12 March nine Venezuelan sailors were killed off the Waini, Vice-Admiral Isturiz said."), False),  # noqa: E501
    ],
)  # fmt: skip
def test_two_counts_of_one_thing_disagree_whatever_their_verbs(first: Told, second: str, *, is_apart: bool) -> None:
    assert ("origins_disagree" in found(first, second)) == is_apart


CULLED = (
    "2025-03-28",
    "By the evening of 27 March, 4,310 cattle had been killed on four farms of Slovakia, the veterinary office says.",
)
TALLY = ("2025-04-11", "The tally of Slovakia's veterinary office stood at 7,960 cattle killed on Wednesday night.")


@pytest.mark.parametrize(
    ("third", "is_stale"),
    [
        ("So far 4,310 cattle have been culled in Slovakia, according to the veterinary office.", True),
        ("By 27 March 4,310 cattle had been culled in Slovakia, according to the veterinary office.", False),
    ],
)
def test_an_older_number_is_stale_though_another_verb_tells_it(third: str, *, is_stale: bool) -> None:
    assert ("stale" in found(CULLED, TALLY, ("2025-04-16", third))) == is_stale


def test_where_something_was_counted_is_no_other_source() -> None:
    text = "West Gonja reports 38 suspected cases, Sawla 29, Bole 17, North Gonja 12."
    assert "origins_disagree" not in found(("2025-11-09", text))
