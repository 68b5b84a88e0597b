"""A rise, a share, a list or a headline that its numbers do not make; and those that only look so."""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Part

ASIDE = ("note",)


def kinds(headline: str, body: str) -> list[str]:
    text = f"{headline}\n\n{body}" if headline else body
    start = len(text) - len(body)
    parts = (*((Part("headline", 0, len(headline)),) if headline else ()), Part("body", start, len(text)))
    document = Document("a.txt", text, parts, outlet="Post", published="2025-06-02")
    report = conclude([document], [extract(document)])
    return [found.kind for found in report.findings if found.strength not in ASIDE and found.kind != "origins_disagree"]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "",
            "The government spent 84 million dollars: 39 million on food, 21 million on grants and 14 "
            "million on water, the report says.",
        ),
        ("", "The fire destroyed 64 houses: 31 in Lota, 20 in Coronel and 9 in Arauco, the prefect said."),
        ("", "The firm employs 1,400 people, 900 of them in Varna and 600 in Burgas."),
        ("", "Some 60 schools were hit, 40 of them in Lota and 35 in Arauco."),
        ("", "Of 1,150 members who were balloted, 805 said yes, a share of 80 percent, the union said."),
        ("", "Of the 9,100 homes, 5,005, or 65 percent, were headed by women."),
        ("", "Some 420 of the 1,200 pupils, or about 25 percent, stayed at home."),
        ("", "Of the 640 samples tested, 160 were positive, a rate of 40 percent."),
        ("", "Only 90 of the 300 wells still gave water, which is 45 percent."),
        ("", "Two thirds of the 37,000 displaced, 18,500, are children, the agency said."),
        ("", "Half of the 640 beds, 210, are empty."),
        ("", "The firm made 17.5 million euros, after 25 million a year earlier, a fall of 20 percent."),
        ("", "The price rose by 20 percent from 50 to 75 euros a tonne."),
        (
            "Dozens of children die in drought region",
            "Eleven children have died of hunger since the start of the year in Kunene, the doctor said.",
        ),
        (
            "Dozens of villagers killed near Drodro",
            "Twelve people were killed in Drodro when gunmen opened fire, the mayor said.",
        ),
        (
            "Dozens killed in mine blast",
            "A blast in a mine near Lota killed 11 people on Monday, the rescue service said.",
        ),
        ("Eight killed at the port", "Eight workers were hurt in an accident at the port of Varna, the union said."),
        ("Dozens arrested in Lota", "Police arrested 9 people in Lota, a lawyer said."),
        (
            "Six killed in crash near Lund",
            "Six people were injured when a bus left the road near Lund, the police said.",
        ),
        ("Dozens of miners die in blast", "The blast killed nine miners, the company said."),
        ("", "Output fell from 84,500 to 63,200 tonnes, a decline of 15 percent."),
        ("", "The airline carried 41,300 passengers, after 52,900 a year earlier, a drop of 12 percent."),
        ("", "The number of dead rose to 97, from 64 two weeks ago, an increase of 70 percent."),
        ("", "Exports fell to 63,200 tonnes from 84,500, a decline of 15 percent."),
        ("Cholera: 970 deaths in Zambezia", "In Zambezia 97 people have died of cholera, the ministry said."),
    ],
)
def test_what_its_numbers_do_not_make_is_a_finding(headline: str, body: str) -> None:
    assert kinds(headline, body)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "",
            "The government spent 74 million dollars: 39 million on food, 21 million on grants and 14 "
            "million on water, the report says.",
        ),
        ("", "The fire destroyed 64 houses: 31 in Lota and 20 in Coronel, among others, the prefect said."),
        ("", "The firm employs 1,400 people, 900 of them in Varna and 500 in Burgas."),
        ("", "The firm employs 1,400 people, 900 of them women and 600 of them under 30."),
        ("", "The union has 8,200 members, of whom 5,100 have children and 4,000 own a car."),
        ("", "Of 1,150 members who were balloted, 805 said yes, a share of 70 percent, the union said."),
        ("", "Of 1,150 members who were balloted, 805 said yes, a rise of 80 percent on last year."),
        ("", "Of the 640 samples tested, 160 were positive, against a rate of 40 percent a year ago."),
        ("", "Of the 640 samples tested, 160 were positive; in Lota the rate was 40 percent."),
        ("", "Only 90 of the 300 wells still gave water, which is 45 percent fewer than in May."),
        ("", "Of 1,150 members, 805 voted, a turnout of 70 percent."),
        ("", "Half of the 37,000 displaced, 18,500, are children, the agency said."),
        ("", "Two thirds of the 37,000 displaced, 18,500 of them children, live in camps."),
        ("", "Half of the 640 beds, 210 of which are new, are empty."),
        ("", "A quarter of the 2,000 soldiers have fallen ill, 700 in one week."),
        ("", "The firm made 17.5 million euros, after 25 million a year earlier, a fall of 30 percent."),
        ("", "Exports rose from 40 million tonnes to 52 million, an increase of 30 percent."),
        ("", "Exports rose from 40 million tonnes to 52 million, while imports fell by 15 percent."),
        ("", "The price rose by 20 percent in May, from 50 euros in April 2019 to 75 euros."),
        ("", "The number of cases fell from 800 to 600, 40 percent of them in Lota."),
        (
            "Dozens of villagers killed near Drodro",
            "Twelve people were killed in Drodro on Monday and 18 in Kilo, the mayor said.",
        ),
        (
            "Dozens hurt in mine blast",
            "A blast in a mine near Lota killed 11 people and hurt 34, the rescue service said.",
        ),
        ("Dozens killed in mine blast", "A blast in a mine near Lota killed 31 people, the rescue service said."),
        ("Dozens killed in a week of fighting", "In Lota alone, 11 people were killed, the mayor said."),
        (
            "Dozens killed in mine blast",
            "A blast in a mine near Lota killed at least 11 people, the rescue service said. The doctor in "
            "Lota counted 27 bodies.",
        ),
        ("", "Of the 640 samples tested, 160 were positive, a share of 25 percent."),
        ("", "Of 900 voters, 300 chose Lee, or 40 percent of those under 30."),
        ("", "The firm made 17.5 million euros, after 25 million in 2023, a fall of 20 percent on 2022."),
        ("", "Exports fell from 88 to 81 billion, a drop of 12 percent in real terms."),
        ("", "The bank cut its rate from 5.5 percent to 5 percent, a cut of half a point."),
        ("", "Profit rose from 412 million to 503 million, or by 35 percent without the sale of the fleet."),
        ("", "Wages rose by 12 percent from 900 to 1,008 euros a month."),
        ("", "Sales reached 412 million euros, after 400 million a year earlier, an increase of 3 percent."),
        ("", "Sales reached 512 million euros, against costs of 400 million, a growth of 3 percent."),
        (
            "",
            "The price of wheat rose from 210 to 245 dollars a tonne and that of maize from 180 to 190, an "
            "increase of 5.6 percent.",
        ),
        ("Dozens killed in Lota", "At least 11 people were killed in Lota, the mayor said."),
        ("Dozens hurt in crash", "The crash hurt 11 children and some 20 adults, the police said."),
        (
            "Dozens arrested in Lota",
            "Police arrested 18 people in the harbour and others in the suburbs, a lawyer said.",
        ),
        ("Hundreds killed in two years of war", "In May, 61 people were killed, the mayor said."),
        ("Dozens dead after flood", "Eleven bodies were found in Lota on Monday. The mayor spoke of 42 dead."),
        ("Four killed on the road", "Four people were hurt and four died on the road to Lota, the police said."),
        ("Four hurt in crash", "Four people were taken to hospital after a crash, the police said."),
        (
            "Eight killed at the port",
            "Eight workers lost their lives in an accident at the port, where eight were hurt in May.",
        ),
        ("Eight injured at port", "Eight workers were hurt in an accident at the port, the union said."),
        ("", "Some 60 schools were hit, 40 of them in Lota and 20 in Arauco."),
        ("", "The firm has 1,400 workers, 900 of them in Varna and 600 in Burgas are to be hired."),
        ("", "The firm has 1,400 workers, 900 of them in Varna and 600 pensioners in Burgas."),
        ("", "Two thirds of the 37,000 ballots, 24,600, were for Lee."),
        ("", "Half of the 64 seats, 32, went to women."),
        ("", "The city lost 64 houses: 31 in Lota and 33 in Coronel, the prefect said."),
        ("", "Exports fell to 63,200 tonnes from 84,500, a decline of 25 percent."),
    ],
)
def test_what_only_looks_so_is_none(headline: str, body: str) -> None:
    assert not kinds(headline, body)
