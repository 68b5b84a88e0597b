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
        "As many as 160 schools could be closed, Latvia's education ministry said on Monday.",
        "Latvia's education ministry is to close 160 schools.",
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
    (
        "thing_drifted",
        "The outbreak has made 640 people ill in Laos, its health ministry said on Monday.",
        "Laos's health ministry said that the outbreak had killed 640 people.",
    ),
    (
        "thing_drifted",
        "Lightning killed 62 cattle in Uganda, the agriculture ministry in Kampala said on Tuesday.",
        "Lightning killed 62 people in Uganda, the agriculture ministry said.",
    ),
    (
        "thing_drifted",
        "Turkey deported 5,730 Afghans in June, its migration office said on Monday.",
        "Turkey admitted 5,730 Afghans in June, its migration office said.",
    ),
    (
        "thing_drifted",
        "Some 740 flights were cancelled on Friday, the airport of Frankfurt said.",
        "Some 740 flights were delayed on Friday, the airport of Frankfurt said.",
    ),
    (
        "way_drifted",
        "Chile's copper output rose by 3.4% in May, the statistics office INE said on Tuesday.",
        "Chile's copper output fell by 3.4% in May, the statistics office INE said.",
    ),
    (
        "scope_drifted",
        "The company's profit fell to 310 million francs, Alpina said on Tuesday.",
        "The company's profit fell by 310 million francs, Alpina said.",
    ),
    (
        "period_drifted",
        "Italy took in 6,400 refugees from Libya last year, the International Organization for Migration said.",
        "Italy took in 6,400 refugees from Libya last month, the International Organization for Migration said.",
    ),
    (
        "part_drifted",
        "Of the 412 passengers, 38 were children, the airline Nordair said on Monday.",
        "The plane had 38 passengers, the airline Nordair said.",
    ),
    (
        "place_drifted",
        "Some 5,600 Sudanese crossed into Chad on Monday, the UN refugee agency said.",
        "Some 5,600 Sudanese have crossed into Egypt, the UN refugee agency said on Tuesday.",
    ),
    (
        "numbers_swapped",
        "Italy has had 84 cases of dengue this year, 31 of them in Sicily, the World Health Organization said.",
        "Sicily has had 84 cases of dengue this year, the World Health Organization said.",
    ),
    (
        "root_drifted",
        "The union FSP counted 52,000 marchers in Lyon. Police in Lyon counted 19,000.",
        "Police in Lyon counted 52,000 marchers on Monday.",
    ),
    (
        "root_drifted",
        "Chad's army lost 340 soldiers on the border, Sudan's defence ministry claimed on Monday.",
        "Chad's defence ministry said that its army lost 340 soldiers on the border.",
    ),
    (
        "digits_swapped",
        "The drug helps 62% of patients, the trial's leader, Dr Amina Diallo, said on Monday.",
        "The drug helps 26% of patients, the trial's leader, Dr Amina Diallo, said.",
    ),
    (
        "bound_drifted",
        "At least 230 people were killed in the earthquake in southern Peru, the civil defence institute INDECI said.",
        "Up to 230 people died in the earthquake that struck southern Peru, according to INDECI.",
    ),
    (
        "coverage_drifted",
        "Peru's health ministry said that 2,300 cases of measles had been recorded. Suspected cases are not counted.",
        "Peru's health ministry said that 2,300 cases of measles had been recorded, suspected ones included.",
    ),
    (
        "coverage_drifted",
        "Mali's army said that it had 410 casualties. It counts the dead, the wounded and the missing together.",
        "Mali's army said that 410 of its soldiers had been killed or wounded.",
    ),
    (
        "coverage_drifted",
        "Peru's health ministry put the casualties of the quake at 1,450. The dead and injured are counted together.",
        "The quake left 1,450 people dead, injured or missing, Peru's health ministry said.",
    ),
    (
        "coverage_drifted",
        "Peru's forest service said 870 buildings had burned down. Barns and sheds are counted as well as houses.",
        "Peru's forest service said that 870 houses had burned down.",
    ),
    (
        "coverage_drifted",
        "Vietnam exported 3.1 million tonnes of fish, the trade ministry said. The total includes shrimps.",
        "Vietnam exported 3.1 million tonnes of shrimps, the trade ministry said.",
    ),
    (
        "coverage_drifted",
        "The coast guard of Peru saved 415 people, it said. About 120 swam ashore; they are not among the 415.",
        "The coast guard of Peru saved 415 people, of whom about 120 swam ashore, it said.",
    ),
]
ALIKE = [
    (
        "The index of Oslo closed above the 5,000 mark on Monday, the exchange Nordbors said.",
        "The index of Oslo closed below the 5,000 mark on Tuesday, the exchange Nordbors said.",
    ),
    (
        "Half of the voters in Oslo want trams, the pollster Vox said on Monday.",
        "More than half of the registered voters in Bergen want buses, the pollster Vox said on Tuesday.",
    ),
    (
        "Peru sold 1.2 million tonnes of fishmeal to China last year, the trade ministry in Lima said.",
        "China bought 1.2 million tonnes of fishmeal from Peru last year, Peru's trade ministry said.",
    ),
    (
        "The ferry carried 140 passengers, the coast guard of Greece said.",
        "All 140 passengers of the ferry were brought ashore, the coast guard of Greece said.",
    ),
    (
        "The WHO has recorded 61 deaths and 830 cases of Ebola in Uganda.",
        "Ebola has infected 830 people in Uganda and killed 61, the WHO said.",
    ),
    (
        "Employers hired 14,000 nurses last year, the health ministry of Spain said on Monday.",
        "Spain's hospitals took on 14,000 nurses last year, its health ministry said.",
    ),
    (
        "Employers in Canada added 21,000 jobs in April, Statistics Canada said on Friday.",
        "Employers in Canada added 33,000 jobs in May after 21,000 in April, Statistics Canada said.",
    ),
    (
        "Police in Belgrade put the number of protesters at 28,000 on Sunday, the archive Arhiv at 61,000.",
        "Some 61,000 people protested in Belgrade, according to the archive Arhiv; police have 28,000.",
    ),
    (
        "The rescue agency of Indonesia found 22 survivors of the ferry on Sunday; 40 people are missing, it said.",
        "Twenty-two of the 62 people on the ferry are still missing, Indonesia's rescue agency said.",
    ),
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
    (
        "Peru's veterinary office said that 26,500 animals had been culled. The total takes in sheep and goats.",
        "Peru's veterinary office said that 26,500 animals, sheep among them, had been culled.",
    ),
    (
        "Mali's army said that it had 410 casualties. It counts the dead, the wounded and the missing together.",
        "Mali's army said that 410 of its soldiers had been killed, wounded or gone missing.",
    ),
    (
        "Police in Oslo counted 26,000 marchers. None of the children are counted.",
        "Police in Oslo counted 26,000 marchers, children not included.",
    ),
    (
        "Italy's interior ministry said that 61,300 votes had been cast in Lugo. Votes were counted by hand.",
        "Italy's interior ministry said that 61,300 votes had been cast in Lugo, votes from abroad included.",
    ),
    (
        "Nepal's police said 1,240 men were called up. Sons of widows are not counted.",
        "Nepal's police said 1,240 men were called up, sons among them.",
    ),
    (
        "Peru's health ministry said 2,140 people had been hurt. Children and women are among them.",
        "Peru's health ministry said 2,140 people had been hurt, including 300 children.",
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
