"""Events: what reports tell of one happening comes together, and what only looks alike stays apart."""

import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import reportedly
from reportedly.estimates import RULES, shares
from reportedly.events import events
from reportedly.events.tolls import told
from reportedly.flow import conclude, extract, plain, tolls
from reportedly.model import Bounds, Document, Reading, Reported

Pair = tuple[Document, Reading]

# Which happening each report is of, its day, its words.
SITUATIONS = [
    (
        "quake",
        "2026-03-03",
        "Quake shakes Erzurum\n\nAn earthquake of magnitude 6.1 struck Erzurum in eastern Turkey early on Tuesday,"
        " killing 12 people and injuring 80, the provincial governor said. Schools were closed.",
    ),
    (
        "quake",
        "2026-03-04",
        "The death toll from Tuesday's earthquake in Erzurum rose to 19, Turkey's disaster agency said on Wednesday."
        " Rescuers pulled a girl from a collapsed dormitory in Palandöken.",
    ),
    (
        "quake",
        "2026-03-04",
        "Rescue teams searched a dormitory in Palandöken, outside Erzurum, where the quake of Tuesday buried students."
        " At least 20 people have died.",
    ),
    (
        "later quake, same town",
        "2026-03-14",
        "Another earthquake struck Erzurum on Friday night, damaging 40 houses. Nobody was killed, officials in eastern"
        " Turkey said.",
    ),
    (
        "quake elsewhere, same day",
        "2026-03-03",
        "An earthquake shook Mendoza in Argentina on Tuesday. Two people were killed and 15 injured, police said.",
    ),
    ("strike", "2026-05-05", "A drone strike on Izmail killed four dockers on Monday night, regional officials said."),
    (
        "strike",
        "2026-05-05",
        "Four people died when a drone hit a grain store in Izmail late on Monday, the harbour office said.",
    ),
    (
        "later strike, same town",
        "2026-05-08",
        "A drone strike on Izmail wounded six people on Thursday, regional officials said.",
    ),
    (
        "strike elsewhere, same day",
        "2026-05-05",
        "A missile strike on Poltava killed four people on Monday night, regional officials said.",
    ),
    (
        "walkout, same town and day",
        "2026-05-05",
        "Port workers in Izmail began a walkout over pay on Monday. Their union said 900 joined the picket.",
    ),
    (
        "cholera",
        "2026-07-02",
        "Health workers in Beira have confirmed 140 cases of cholera since the outbreak began on 28 June, the ministry"
        " of health said. Eleven patients have died at the Munhava clinic.",
    ),
    (
        "cholera",
        "2026-07-03",
        "The cholera outbreak in Beira has killed 13 people, doctors at the Munhava clinic said.",
    ),
    (
        "measles",
        "2026-07-03",
        "Measles has infected 60 children in Lusaka, Zambia's health ministry said. The outbreak began on 25 June.",
    ),
    (
        "ferry",
        "2026-02-03",
        "A ferry with 90 passengers capsized off Dumaguete on Monday. The coast guard rescued 71 and found five dead.",
    ),
    (
        "ferry",
        "2026-02-04",
        "The search went on for 14 people missing since the ferry MV Sinag sank near Dumaguete on Monday.",
    ),
    ("bus", "2026-02-04", "A bus and a lorry collided outside Dumaguete on Monday night. Eight people were hurt."),
    (
        "boat",
        "2026-06-01",
        "A boat carrying 60 migrants sank off Zuwara on Saturday; 18 bodies were recovered, the Red Crescent said.",
    ),
    (
        "boat",
        "2026-06-02",
        "Survivors of the boat that sank off Zuwara on Saturday said 60 had been on board. 21 bodies have been found.",
    ),
    (
        "later boat",
        "2026-06-09",
        "A boat carrying 45 migrants sank off Zuwara on Sunday. Nine people are missing, the Red Crescent said.",
    ),
]


def report(day: str, text: str, outlet: str = "") -> Pair:
    document = replace(
        plain(text),
        address=f"{day} {outlet} {text[:40]}",
        outlet=outlet or None,
        published=day,
        published_basis="given",
    )
    return document, reportedly.extract(document)


@pytest.fixture(scope="module")
def situations() -> list[Pair]:
    return [report(day, text) for _, day, text in SITUATIONS]


def grouped(pairs: Sequence[Pair], all_of: Sequence[Pair]) -> set[frozenset[int]]:
    """The reports of each event by their places in ``all_of``, without what they only recall."""
    at = {document.id: place for place, (document, _) in enumerate(all_of)}
    return {
        frozenset(
            at[document]
            for document, rule in zip(event.documents, event.rules, strict=True)
            if not rule.startswith("recalled")
        )
        for event in events(pairs)
    } - {frozenset()}


def wanted() -> set[frozenset[int]]:
    names = [name for name, *_ in SITUATIONS]
    return {frozenset(at for at, other in enumerate(names) if other == name) for name in names}


def test_reports_of_one_happening_come_together_and_lookalikes_stay_apart(situations: list[Pair]) -> None:
    assert grouped(situations, situations) == wanted()


def test_order_of_arrival_does_not_matter(situations: list[Pair]) -> None:
    few = situations[:4]
    assert len({events(order) for order in permutations(few)}) == 1
    assert grouped(situations[::-1], situations) == wanted()


def test_every_claim_is_in_one_event(situations: list[Pair]) -> None:
    told_of = [claim for event in events(situations) for claim in event.claims]
    assert sorted(told_of) == sorted({claim.id for _, reading in situations for claim in reading.claims})


def test_each_join_names_its_rule_and_each_event_its_kind_place_and_day(situations: list[Pair]) -> None:
    (event,) = events(situations[:2])
    assert (event.kind, event.place) == ("earthquake", "Erzurum")
    assert event.when is not None
    assert (event.when.start, event.when.end) == ("2026-03-03", "2026-03-03")
    assert event.rules[0] == "first"
    assert event.rules[1].startswith("same place, same day")


def test_what_a_report_recalls_joins_the_event_of_then_and_not_its_own() -> None:
    then = report(
        "2025-06-10", "Gunmen raided the village of Kpana on 8 June 2025 and killed 30 villagers, officials said."
    )
    now = report(
        "2026-06-09",
        "Soldiers raided the village of Kpana on Sunday and killed seven, residents said. In June 2025 a raid on Kpana"
        " killed 30 villagers.",
    )
    found = events([then, now])
    assert [event.documents for event in found] == [(then[0].id, now[0].id), (now[0].id,)]
    assert found[0].rules[1].startswith("recalled")
    thirty = next(claim.id for claim in now[1].claims if claim.quantity.low == 30)
    assert thirty in found[0].claims


def test_a_page_s_standing_sentences_tie_nothing_together() -> None:
    shell = " Follow Harbour News Daily on Chirp. Contact Ida Lindqvist Moreau at the Harbour News Daily desk."
    told_by = [
        report(day, f"{text}{shell}")
        for day, text in (
            ("2026-01-05", "A man was shot in Porvoo on Sunday."),
            ("2026-02-16", "Two women were shot in Kotka on Saturday."),
            ("2026-04-20", "A boy was shot in Oulu on Saturday."),
        )
    ]
    assert len(events(told_by)) == len(told_by)


def test_the_report_holds_the_events(situations: list[Pair]) -> None:
    few = situations[:3]
    made = conclude([document for document, _ in few], [reading for _, reading in few])
    assert made.events == events(few)


# How many were killed and injured


def word(id_: str, value: int, day: str, outlet: str) -> Reported:
    return Reported(id_, outlet, Bounds(Fraction(value), Fraction(value)), published=day, scope="moment")


def test_the_whole_is_settled_first_and_the_newest_that_tells_it_shares_it_out() -> None:
    deaths = [word("a", 0, "2026-01-01", "A"), word("b", 0, "2026-01-01", "B"), word("c", 1, "2026-01-03", "C")]
    wounded = [word("a", 3, "2026-01-01", "A"), word("b", 3, "2026-01-01", "B"), word("c", 2, "2026-01-03", "C")]
    other = [word("d", 4, "2026-01-04", "D")]
    made = shares({"e": {"deaths": [*deaths, *other], "wounded": [*wounded, *other]}}, "majority/1")["e"]
    assert (made["deaths"].best, made["wounded"].best) == (1, 2)
    for part in ("deaths", "wounded"):
        told_by = [*made[part].kept, *(id_ for id_, _ in made[part].aside)]
        assert sorted(told_by) == ["a", "b", "c", "d"]
    assert ("d", "of a whole that is not the likeliest") in made["deaths"].aside


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_counts_an_event(rule: str, situations: list[Pair]) -> None:
    (event,) = events(situations[5:7])
    assert tolls([event], situations[5:7], rule=rule)[event.id]["deaths"].best in (4, None)


def test_a_report_added_again_changes_no_count(situations: list[Pair]) -> None:
    pairs = [
        report("2026-03-03", "A quake in Erzurum killed 12 people on Tuesday.", "Tern"),
        report("2026-03-04", "The quake in Erzurum on Tuesday killed 19 people.", "Gull"),
        report("2026-03-04", "The quake of Tuesday in Erzurum killed 19 people.", "Auk"),
    ]
    (before,), again = (
        events(pairs),
        [*pairs, *(report("2026-03-05", "A quake in Erzurum killed 12 people on Tuesday.", "Tern"),) * 3],
    )
    (after,) = events(again)
    assert tolls([before], pairs)[before.id]["deaths"].best == tolls([after], again)[after.id]["deaths"].best == 19


def test_a_figure_told_again_counts_once() -> None:
    document, reading = report(
        "2026-03-03", "Twelve die in Erzurum quake\n\nA quake in Erzurum killed 12 people and injured 80."
    )
    assert told(document, reading.claims) == {
        "deaths": Bounds(Fraction(12), Fraction(12)),
        "wounded": Bounds(Fraction(80), Fraction(80)),
    }


BEFELL = [
    ("Three people were shot and one of them died.", (1, 2)),
    ("Two men and a woman drowned off Izmail.", (3, 0)),
    ("A 17-year-old student was walking home. The student was hit by a car and died.", (1, 0)),
    ("A man and two others were hurt in a fall.", (0, 3)),
    ("A gunman killed two women, then himself.", (3, 0)),
    ("A clerk who was hurt in the blast will be honoured.", (0, 1)),
    ("Storm leaves 1 dead, 3 wounded in port", (1, 3)),
    ("One man was shot and killed at a market.", (1, 0)),
    ("4 shot in raid on farm", (0, 4)),
    ("A man opened fire outside a club, striking five people.", (0, 5)),
    ("A clerk was hurt in the blast. Two men died and four others were hospitalized after it.", (2, 4)),
    ("Twelve people died of cholera and 400 were hospitalized.", (12, 0)),
    (f"Two men were killed in the fire. {'The council met on the matter. ' * 6}A nurse was hurt too.", (2, 1)),
    (f"A man was killed in the fire. {'The council met on the matter. ' * 6}The student was hurt.", (1, 0)),
]


@pytest.mark.parametrize(("text", "want"), BEFELL, ids=[text for text, _ in BEFELL])
def test_what_befell_people_is_told_by_the_claims(text: str, want: tuple[int, int]) -> None:
    document, reading = report("2026-03-03", text)
    found = told(document, reading.claims, silent="nobody")
    assert tuple(found[part].low for part in ("deaths", "wounded")) == want


CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/told.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_a_page_tells_befell_people(case: dict[str, Any]) -> None:
    document, reading = report("2026-03-03", f"{case['headline']}\n\n{case['text']}")
    found = told(document, reading.claims, silent="nobody")
    lows = (found[part].low if part in found else None for part in ("deaths", "wounded"))
    assert tuple(lows) == (case["killed"], case["wounded"])


def test_who_tells_of_nobody_injured_leaves_it_open_unless_read_otherwise() -> None:
    document, reading = report("2026-03-03", "A quake in Erzurum killed 12 people.")
    assert set(told(document, reading.claims)) == {"deaths"}


def test_a_street_and_a_hospital_join_no_two_happenings_of_two_days() -> None:
    told_ = [
        ("2026-12-02", "Wednesday evening", "A boy of 16 was", "He was"),
        ("2026-12-16", "Wednesday afternoon", "Two men were", "They were"),
    ]
    papers = [
        replace(
            plain(
                f"{who} shot in Elmwood on {when}, police said, in the 1500 block of South Kettle."
                f" {pronoun} taken to Mount Loretto Hospital."
            ),
            address=day,
            published=day,
            published_basis="given",
        )
        for day, when, who, pronoun in told_
    ]
    assert len(events([(paper, extract(paper)) for paper in papers])) == len(papers)


# Growth


def test_work_grows_with_the_reports_and_not_with_their_pairs() -> None:
    def pile(size: int) -> list[Pair]:
        found = []
        for number in range(size):
            day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
            text = f"A drone hit Izmail near Quay {number} on {day}. Ola Berg{number % 40} of the port office spoke."
            document = replace(plain(text), address=str(number), published=day, published_basis="given")
            found.append((document, Reading(document.id, "rules/1", "none", len(text), 2, None, (), ())))
        return found

    def taken(pairs: list[Pair]) -> float:
        begun = process_time()
        events(pairs)
        return process_time() - begun

    taken(pile(50))
    assert taken(pile(1600)) < 12 * taken(pile(400))


def test_who_died_of_late_is_all_that_died_where_nobody_else_is_told_dead() -> None:
    text = "Shelling killed 37 people in the past 24 hours, the clinic said. A further 12 were hurt."
    paper = plain(text)
    found = told(paper, extract(paper).claims)
    assert {part: (found[part].low, found[part].high) for part in found} == {"deaths": (37, 37), "wounded": (12, 12)}
