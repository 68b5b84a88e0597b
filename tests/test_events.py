"""Events: what reports tell of one happening comes together, and what only looks alike stays apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

import reportedly
from reportedly.events import events
from reportedly.flow import conclude, plain
from reportedly.model import Document, Event, Reading

Pair = tuple[Document, Reading]


def report(day: str, text: str) -> Pair:
    document = replace(plain(text), address=f"{day} {text[:30]}", published=day, published_basis="given")
    return document, reportedly.extract(document)


def grouped(pairs: Sequence[Pair], found: Sequence[Event] | None = None) -> set[frozenset[int]]:
    """The reports of each event by their places in ``pairs``, without what they recall."""
    at = {document.id: place for place, (document, _) in enumerate(pairs)}
    return {
        frozenset(
            at[document]
            for document, rule in zip(event.documents, event.rules, strict=True)
            if not rule.startswith("recalled")
        )
        for event in (events(pairs) if found is None else found)
    } - {frozenset()}


QUAKE = [
    report(
        "2026-03-03",
        "Quake shakes Erzurum\n\nAn earthquake of magnitude 6.1 struck Erzurum in eastern Turkey early on Tuesday, killing "
        "12 people and injuring 80, the provincial governor said. Schools were closed.",
    ),
    report(
        "2026-03-04",
        "The death toll from Tuesday's earthquake in Erzurum rose to 19, Turkey's disaster agency said on Wednesday. "
        "Rescuers pulled a girl from a collapsed dormitory in Palandöken.",
    ),
    report(
        "2026-03-04",
        "Rescue teams searched a dormitory in Palandöken, outside Erzurum, where the quake of Tuesday buried students. "
        "At least 20 people have died.",
    ),
]
SECOND_QUAKE = report(
    "2026-03-14",
    "Another earthquake struck Erzurum on Friday night, damaging 40 houses. Nobody was killed, officials in eastern Turkey "
    "said.",
)
OTHER_QUAKE = report(
    "2026-03-03", "An earthquake shook Mendoza in Argentina on Tuesday. Two people were killed and 15 injured, police said."
)
STRIKES = [
    report("2026-05-05", "A drone strike on Izmail killed four dockers on Monday night, regional officials said."),
    report("2026-05-05", "Four people died when a drone hit a grain store in Izmail late on Monday, the harbour office said."),
    report("2026-05-08", "A drone strike on Izmail wounded six people on Thursday, regional officials said."),
    report("2026-05-05", "A missile strike on Poltava killed four people on Monday night, regional officials said."),
]
EPIDEMIC = [
    report(
        "2026-07-02",
        "Health workers in Beira have confirmed 140 cases of cholera since the outbreak began on 28 June, the ministry of "
        "health said. Eleven patients have died at the Munhava clinic.",
    ),
    report(
        "2026-07-03",
        "The cholera outbreak in Beira has killed 13 people, doctors at the Munhava clinic said. It was declared on 28 June.",
    ),
    report(
        "2026-07-03",
        "Measles has infected 60 children in Lusaka, Zambia's health ministry said. The outbreak began on 25 June.",
    ),
]
WALKOUT = report("2026-05-05", "Port workers in Izmail began a walkout over pay on Monday. Their union said 900 joined the picket.")


def test_reports_of_one_quake_come_together_and_other_quakes_stay_apart() -> None:
    pairs = [*QUAKE, SECOND_QUAKE, OTHER_QUAKE]
    assert grouped(pairs) == {frozenset({0, 1, 2}), frozenset({3}), frozenset({4})}


def test_strikes_on_one_town_on_two_days_and_on_two_towns_on_one_day_stay_apart() -> None:
    pairs = [*STRIKES, WALKOUT]
    assert grouped(pairs) == {frozenset({0, 1}), frozenset({2}), frozenset({3}), frozenset({4})}


def test_an_epidemic_is_one_event_and_that_of_another_town_another() -> None:
    assert grouped(EPIDEMIC) == {frozenset({0, 1}), frozenset({2})}


def test_all_together_are_what_they_are_alone() -> None:
    pairs = [*QUAKE, SECOND_QUAKE, OTHER_QUAKE, *STRIKES, WALKOUT, *EPIDEMIC]
    assert grouped(pairs) == {
        frozenset(group) for group in ({0, 1, 2}, {3}, {4}, {5, 6}, {7}, {8}, {9}, {10, 11}, {12})
    }


def test_each_join_names_its_rule_and_each_event_its_kind_place_and_day() -> None:
    (event,) = events(QUAKE[:2])
    assert event.kind == "earthquake"
    assert event.place == "Erzurum"
    assert event.when is not None
    assert (event.when.start, event.when.end) == ("2026-03-03", "2026-03-03")
    assert event.rules[0] == "first"
    assert event.rules[1].startswith("same place, same day")
