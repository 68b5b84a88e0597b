"""Reports on unlike subjects that retell a figure wrongly are found, and those that tell it rightly are not.

Each case is one slip, or what only looks like one, in sentences of ours that the program reads.
"""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Part

DISAGREE = {"origins_disagree", "parts_outgrow_whole"}
DAYS = ("2025-06-02", "2025-06-06", "2025-06-11")

SLIPS = {
    "thing_drifted": [
        ("The army said 61 people are missing after the mudslide in Vinto.",
         "The mudslide in Vinto killed 61 people, the army said."),
        ("The hail damaged 2,410 houses in Orsk, the district administration said.",
         "The hail destroyed 2,410 houses in Orsk, according to the district administration."),
        ("The Farmers' Party won 31 seats, the election authority announced.",
         "The Farmers' Party lost 31 seats, according to the election authority."),
    ],
    "status_drifted": [
        ("President Ana Solis of Peru said that 2,300 soldiers would be sent to the border.",
         "Some 2,300 soldiers have been sent to the border, the Peruvian president said."),
        ("The cabinet has proposed a relief budget of 27.4 billion pesos, the finance ministry said.",
         "Parliament has passed a relief budget of 27.4 billion pesos, the finance ministry said."),
    ],
    "way_drifted": [
        ("Peru's copper exports to China fell by 4 percent in 2024, its customs office said.",
         "Copper exports from Peru to China rose by 4 percent in 2024, its customs office announced."),
    ],
    "number_cut": [
        ("Germany recorded 17,342 asylum applications in March 2025, the migration office said.",
         "Germany recorded 17 asylum applications in March 2025, the migration office said."),
    ],
    "bound_drifted": [
        ("Flood damage in Vinto is put at between $2.4 billion and $3.6 billion by a study for the Tagus Institute.",
         "Flood damage in Vinto amounts to $3.6 billion, according to a study made for the Tagus Institute."),
    ],
    "place_drifted": [
        ("In the state of Kano 415,000 people have lost their homes, the relief ministry of Nigeria said.",
         "Across Nigeria 415,000 people have lost their homes, the relief ministry said."),
    ],
    "denial_drifted": [
        ("The health ministry denied that 34 patients had died of the fever in Kayes.",
         "The health ministry said that 34 patients had died of the fever in Kayes."),
    ],
    "stale": [
        ("The WHO expects 4,000 cases of cholera by August.", "The WHO now expects 2,700 cases of cholera by August.",
         "The WHO expects 4,000 cases of cholera by August."),
        ("The mine collapse in Kolda has killed 37 people, the operator Kolda Gold said.",
         "Kolda Gold lowered the number of the dead from 37 to 31, because six men had been counted twice.",
         "The mine collapse in Kolda killed 37 people, the operator Kolda Gold says."),
        ("Police in Lima arrested 138 people at the port, they said.",
         "Police in Lima corrected the number of arrests from 138 to 118.",
         "Police in Lima say they arrested 138 people at the port."),
    ],
}  # fmt: skip

LOOK_ALIKES = [
    ("Wheat imports of Egypt fell by 4 percent in 2024, its statistics agency said.",
     "Cotton exports of Egypt rose by 4 percent in 2024, its statistics agency said."),
    ("Some 4,600 homes were without power on Sunday evening, the grid operator Norrkraft said.",
     "Some 46,000 homes are now without power after a second storm, Norrkraft said."),
    ("A bus crash near Nakuru injured 12 people, Reuters reported.",
     "An attack near Mandera killed 12 workers, Reuters reported."),
    ("The fire in Kota killed 12 people and injured 48, the health ministry of Kenya said.",
     "Kenya's police chief, Ann Wafula, said the number of the injured stood at 48."),
    ("Northern Alloys made $5.1 million in the third quarter. Copperfield had a net loss of $6.2 million.",
     "Copperfield reported a net loss of $5.1 million."),
    ("Floods in Marin County have killed 52 people, the sheriff said.",
     "A heat wave left 52 people injured in Lake County, the sheriff said."),
    ("The Greens won 31 seats and the Liberals lost 31, the electoral commission said.",
     "The Liberals have lost 31 seats, according to the electoral commission."),
    ("The health ministry denied that 34 patients had died of the fever in Kayes.",
     "The health ministry now admits that 34 patients died of the fever in Kayes."),
    ("The education department in Manila will hire 16,200 teachers, it said on Monday.",
     "Manila's education department is to take on 16,200 additional teachers."),
    ("The health department of Ontario counted 318 new cases of measles last week, it said.",
     "Ontario's health department has recorded another 318 cases of measles."),
    ("Since Sunday night 1,350 people have been brought to shelters, the fire department of Yerevan said.",
     "The fire department of Yerevan said 1,350 people had been brought to shelters this week."),
    ("The blizzard cut off 5,160 homes on Monday night, Hydro One said on Tuesday.",
     "Hydro One said 5,160 homes were cut off on Tuesday morning."),
    ("Siemens had orders of 21,700 million euros in its second quarter, which ended in March, it said.",
     "Siemens said that its orders in the first three months of the year came to 21,700 million euros."),
    ("Tirol Bahn cancelled 340 trains on Monday, it said.", "Tirol Bahn cut the number of trains from 340 to 210.",
     "Tirol Bahn runs 340 trains in a normal week."),
    ("The ministry of health in Lusaka said that cholera had killed 131 people.",
     "The ministry of health in Lusaka revised the toll down to 112 from 131.",
     "Cholera has killed 119 people in Zambia, the ministry of health says. It had earlier counted 131 deaths."),
    ("The WHO expects 4,000 cases of cholera by August.", "The WHO now expects 2,700 cases of cholera by August.",
     "The WHO, which expected 4,000 cases of cholera ten days ago, expects 2,700 by August."),
]  # fmt: skip

HEADLINES = [
    ("grade_changed", "Senate approves 12 billion pesos for farmers",
     "The senate will vote on Friday on 12 billion pesos for farmers, a spokesman said."),
    ("size_changed", "2.6 billion children out of school",
     "Some 2.6 million children in the region are out of school, the fund said."),
    ("way_changed", "Harvest up 14 percent",
     "The wheat harvest is down 14 percent on last year, the farm ministry said."),
    ("thing_changed", "Ferry tragedy: 70 dead",
     "Seventy people are missing after a ferry capsized, the emergency agency said."),
    ("thing_changed", "Mines: 212 dead",
     "Mine blasts took 212 lives or limbs in the valley, the clearance agency said."),
    ("value_changed", "Accra doubles bus fare",
     "The city of Accra raised the bus fare by 62 percent on Monday, the union said."),
    ("bound_changed", "Over 300,000 march in Lima",
     "Fewer than 300,000 people marched in Lima on Saturday, the organisers admitted."),
]  # fmt: skip


def found(texts: tuple[str, ...]) -> list[str]:
    """The kinds of what is found in reports, headlines apart by an empty line, of one paper each."""
    papers = []
    for number, (text, day) in enumerate(zip(texts, DAYS, strict=False)):
        head, _, body = text.rpartition("\n\n")
        parts = ((Part("headline", 0, len(head)),) if head else ()) + (Part("body", len(text) - len(body), len(text)),)
        papers.append(Document(f"{number}.md", text, parts, outlet=f"Paper {number}", published=day))
    report = conclude(papers, [extract(paper) for paper in papers])
    return [one.kind for one in report.findings if one.strength != "note" and one.kind not in DISAGREE]


@pytest.mark.parametrize(("kind", "texts"), [(kind, texts) for kind, told in SLIPS.items() for texts in told])
def test_a_slip_of_retelling_is_found_whatever_the_report_is_on(kind: str, texts: tuple[str, ...]) -> None:
    assert kind in found(texts)


@pytest.mark.parametrize("texts", LOOK_ALIKES)
def test_what_only_looks_like_a_slip_is_none(texts: tuple[str, ...]) -> None:
    assert found(texts) == []


def test_a_headline_may_leave_out_at_least() -> None:
    assert found(("Quake kills 36\n\nAt least 36 people were killed by the quake, the governor said.",)) == []


@pytest.mark.parametrize("rise", ["98 percent", "100 percent"])
def test_a_headline_may_round_a_rise(rise: str) -> None:
    assert found((f"Accra doubles bus fare\n\nThe city of Accra raised the bus fare by {rise}, the union said.",)) == []


@pytest.mark.parametrize(("kind", "headline", "body"), HEADLINES)
def test_a_headline_that_its_body_does_not_bear_is_found(kind: str, headline: str, body: str) -> None:
    assert found((f"{headline}\n\n{body}",)) == [kind]
