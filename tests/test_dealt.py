"""Parts that do not make their number, counts that dispute or weigh another's, shares and titles their texts belie."""

from dataclasses import replace

import pytest

from reportedly.findings import find
from reportedly.flow import conclude, extract, plain
from reportedly.model import Finding


def found(text: str) -> list[Finding]:
    document = replace(plain(text), outlet="Kestrel Post", published="2026-05-11")
    return [one for one in find(document, extract(document)) if one.strength != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "The city wants 96 million euros: 41 million for the tram, 38 million that the state has yet to approve, and"
        " 22 million from its own reserve.",
        "Of 4,100 calls the depot took 390 on Monday: 210 from Lund, 140 from Malmo and 85 from other towns.",
        "The army lost 118 vehicles (71 at Karun, 30 in Telm, 26 near Oss).",
        "Some people came by sea.\n\n- 4,180 people reached Malta by sea during the week.\n\n- By country of departure:"
        " Tunisia 2,260, Libya 1,540, Algeria 290.",
        "Of the 60 million euros in aid, 31 million euros goes to Spain, 22 million euros to Italy and 14 million euros"
        " to Greece.",
        "Of the 1,240 flights that left that day, 610 went from Lund, 420 from Malmo and 185 from Visby.",
    ],
)
def test_parts_that_do_not_make_their_number(text: str) -> None:
    assert [one.kind for one in found(text)] == ["sum_differs"]


@pytest.mark.parametrize(
    "text",
    [
        "The fund lent 82 million pounds: 30 million to hospitals, 28 million to schools, and 24 million to prisons.",
        "The town has 40 buses: 30 with heating, 20 with ramps and 10 with both.",
        "The bank took 300 million euros in fees: 120 million from cards, and 40 million from loans.",
        "The firm made 80 million euros: 60 million in Spain, including 30 million in Madrid, and 20 million in Peru.",
        "The fair drew 610 traders, up from 500: 340 from Peru, 120 from the coast and 90 from Chile.",
        "The port took 56 people: 31 in Ely alone and 16 in Rye.",
        "Police stopped 400 cars. By district: Lund 120, Malmo 90, Visby 60.",
        "The third centre opened on 1 March, bringing the beds to 104: Maro 50, Luangi 30, Kisu 24.",
        "Of the 60 million euros in aid, 11 million euros went to Spain, 12 million euros to Italy and 14 million euros"
        " to Greece.",
        "Of the 90 guards, 40 are women, 30 are officers and 18 are recruits.",
        "Of the 1,240 flights that left that day, 610 went from Lund, 120 from Malmo and 85 from Visby.",
    ],
)
def test_parts_that_may_be_some_or_make_their_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers' Watch counts 187 arrests, far more than the 134 that police have reported.",
        "The union put the number of strikers at 4,200, against the 1,500 claimed by the company.",
        "The observatory says 310 people were killed, nearly double the 160 the army admits to.",
        "Farmers say 900 cows drowned, compared with the 340 recorded by the county.",
        "The aid group puts the dead at 57, above the ministry's 39.",
        "Six survivors speak of no fewer than 110 passengers, not the 81 the authorities give.",
        "The teachers' union said 2,100 of 2,600 teachers stayed home. The town spoke of fewer than 900.",
        "The regulator said 14 million litres had leaked. The company disputed that, saying no more than 9 million"
        " litres had reached the river.",
        "The mayor said 60 houses had burned. Villagers dispute it and say 140 houses are gone.",
        "The army said 31 people had died in the raid. The Mothers of Karun group has a list of 74 names.",
        "Police speak of seven deaths, two of them officers. The group Haki Monitor has the names of 19 dead.",
        "The ministry speaks of 39 deaths in the province. Our own tally, made from village to village with 86"
        " volunteers, stands at 57 deaths in Maro district.",
    ],
)
def test_a_count_that_disputes_or_weighs_another(text: str) -> None:
    assert [one.kind for one in found(text)] == ["origins_disagree"]


@pytest.mark.parametrize(
    "text",
    [
        "The bank expects growth of 2.1%, below the 3% which the ministry forecast in May.",
        "The ministry counted 94 deaths, well above the 71 it gave last week.",
        "Kenya reported 94 cases, more than the 71 recorded by Uganda.",
        "The board says turnout was 58%, below the 63% which it gave in 2021.",
        "The firm says it made 90 million euros, more than the 70 million that analysts had expected.",
        "The ministry said 400 trucks crossed, fewer than the 600 that the United Nations says are needed each day.",
        "The police say 50 were held, more than the 20 that the court has charged.",
        "The prosecutor speaks of 110 passengers, not the 81 seats that the boat has.",
        "The nurses' union said 380 of its 410 members had stopped work; the ministry spoke of fewer than 450.",
        "Brandt put the loss at 1,800 tonnes. The owner disputed it, saying that the pumps had saved 6,000 tonnes.",
        "The council denied that 40 trees had been felled. The contractor said 25 trees were planted.",
        "Police said 134 people had been arrested. Lawyers' Watch has a list of 12 demands.",
        "Police said 134 people had been arrested. The consulate has a list of 187 passengers.",
        "The army said 31 had been killed and 40 wounded in it. The Mothers of Karun group has a list of 74 names.",
        "Police speak of seven deaths and 214 arrests. Haki Monitor has the names of 19 officers who fired.",
    ],
)
def test_what_neither_disputes_nor_weighs_a_count(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Its members accepted the deal by 6,120 votes to 2,520, or 68%, the union said.", "share_differs"),
        ("Its members accepted the deal by 6,120 votes to 2,520, or 71%, the union said.", None),
        ("The plan would place 24,000 applicants. Germany's share is 5,200, or 26%.", "share_differs"),
        ("The plan would place 24,000 applicants. Germany's share is 5,200, or 22%.", None),
        ("The plan would place 24,000 applicants. Germany's share is 5,200, or 26% more than last year.", None),
        ("The mission visited 640 stations. In 210 of them, or 45%, party agents were missing.", "share_differs"),
        ("The mission visited 640 stations. In 210 of them, or 33%, party agents were missing.", None),
        ("Shelters that held 23,400 people in March hold 9,600 now, a fall of 69%.", "change_differs"),
        ("Shelters that held 23,400 people in March hold 9,600 now, a fall of 59%.", None),
    ],
)
def test_a_share_and_a_step_by_what_stands_before(text: str, kind: str | None) -> None:
    assert [one.kind for one in found(text)] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("title", "body", "is_found"),
    [
        ("Donors give $1.4 billion", "On the screen stood $1.14 billion pledged, and $520 million paid.", True),
        ("Donors give $1.1 billion", "On the screen stood $1.14 billion pledged, and $520 million paid.", False),
        ("Storm kills 52", "A storm has killed 47 people on the coast, the police said on Monday.", True),
        ("Storm kills 52", "A storm has killed 47 people on the coast and five inland, the police said.", False),
        ("Police arrest 34", "Police said 19 people were arrested in Lund and 15 in Malmo.", False),
        ("Police arrest 34", "Police had arrested dozens. By Sunday 21 people had been arrested in Lund alone.", False),
    ],
)
def test_a_number_above_that_the_body_has_not(title: str, body: str, *, is_found: bool) -> None:
    assert bool(found(f"{title}\n\n{body}")) is is_found


def between(*reports: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Kinds of what is found between reports (outlet, day, text), each with the day of the report that differs."""
    documents = [
        replace(plain(text), address=f"{at}.txt", outlet=outlet, published=day)
        for at, (outlet, day, text) in enumerate(reports)
    ]
    report = conclude(documents, [extract(document) for document in documents])
    days = {document.id: document.published or "" for document in documents}
    return [(one.kind, days[one.document]) for one in report.findings if one.strength != "note"]


SHELTERS = ("Gulf Wire", "2026-05-18", "Some 23,450 people are in 118 shelters, the relief office said.")
FLIGHTS = ("Gulf Wire", "2026-05-18", "The airport said 312 flights were cancelled on Monday.")
CASES = ("Gulf Wire", "2026-05-18", "The ministry has reported 715 suspected cases of cholera, it said.")
DAMAGE = ("Gulf Wire", "2026-05-18", "The employers' federation puts the damage at 14 million euros a day.")


@pytest.mark.parametrize(
    ("first", "text", "is_found"),
    [
        (SHELTERS, "Two weeks on, 23,450 families are still without a roof.", True),
        (SHELTERS, "Two weeks on, 23,450 people are still without a roof.", False),
        (SHELTERS, "Two weeks on, 5,860 families are still without a roof.", False),
        (FLIGHTS, "On that Monday 312 flights were delayed at the airport.", True),
        (FLIGHTS, "On that Monday 312 flights did not leave the airport.", False),
        (FLIGHTS, "On that Monday 95 flights were delayed at the airport.", False),
        (CASES, "The country counted 715 confirmed cases of cholera by then.", True),
        (CASES, "Of the 715 suspected cases of cholera 171 were confirmed.", False),
        (DAMAGE, "Employers put their losses for the entire strike at 14 million euros.", True),
        (DAMAGE, "Employers put their losses at 14 million euros a day.", False),
        (DAMAGE, "Employers put their losses for the entire strike at 61 million euros.", False),
    ],
)
def test_an_odd_number_told_of_another_thing(first: tuple[str, str, str], text: str, *, is_found: bool) -> None:
    drifted = {("thing_drifted", "2026-05-28"), ("unit_drifted", "2026-05-28")}
    assert bool(drifted & set(between(first, ("Lake Daily", "2026-05-28", text)))) is is_found


VOTE = ("Gulf Wire", "2026-05-18", "The National Election Board of Teskara put turnout in Sunday's vote at 63%.")


def test_another_turnout_of_a_vote_is_held_against_the_board_days_later() -> None:
    monitor = "Clear Vote, a domestic monitor, ran a parallel count. It estimates turnout at 58.5%."
    assert ("origins_disagree", "2026-05-18") in between(VOTE, ("Lake Daily", "2026-05-20", monitor))
    assert between(VOTE, ("Lake Daily", "2026-06-20", monitor)) == []  # another round


def test_a_turnout_that_its_board_has_corrected_is_out_of_date() -> None:
    corrected = ("Gulf Wire", "2026-05-25", "The National Election Board of Teskara now puts turnout at 61.9%.")
    told = "With turnout at 63%, the National Election Board of Teskara said, nobody was indifferent."
    assert ("stale", "2026-05-30") in between(VOTE, corrected, ("Lake Daily", "2026-05-30", told))
    assert ("stale", "2026-05-26") not in between(VOTE, corrected, ("Lake Daily", "2026-05-26", told))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("- Fires since 10 August: 143; put out 128, in mopping-up eleven, active six", True),
        ("- Fires since 10 August: 145; put out 128, in mopping-up eleven, active six", False),
        ("- Patients: 64, of which 40 women, 30 in care", False),  # some are both
        ("- Deaths: 31; 12 children, 22 adults", True),
    ],
)
def test_a_row_behind_a_label_is_added_up(text: str, *, is_found: bool) -> None:
    assert ("parts_exceed_whole" in [one.kind for one in found(text)]) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (
            "The stoppage was followed by 95% of the staff according to the unions and by 60% according to Norvane.",
            True,
        ),
        ("The march drew 40,000 people according to the organisers and 12,000 according to the police.", True),
        ("It shut 12 schools in Lyon according to the union and 30 in Paris according to the ministry.", False),
        ("The flood killed 12 people according to the army and displaced 900 according to the Red Cross.", False),
    ],
)
def test_two_sources_behind_their_numbers_in_one_clause(text: str, *, is_found: bool) -> None:
    assert ("origins_disagree" in [one.kind for one in found(text)]) is is_found
