"""Sides: who stands against whom is told by a table of wars, by the day, and by nothing else."""

from dataclasses import replace

import pytest

from reportedly.flow import conclude, extract, plain
from reportedly.report.page import render
from reportedly.values.names import names
from reportedly.values.sides import facing, party, wars
from reportedly.values.states import state_names


@pytest.mark.parametrize(
    ("one", "other", "day", "war"),
    [
        ("UKR/MIL/SPY", "RUS", "2025-03-01", "war in Ukraine"),
        ("RUS/MIL", "UKR", "2025-03", "war in Ukraine"),
        ("UKR", "PRK", "2025-03-01", "war in Ukraine"),
        ("UKR", "PRK", "2022-03-01", None),
        ("KOR", "PRK", "2025-03-01", None),
        ("IRN", "IRQ", "1984", "Iran-Iraq War"),
        ("IRN", "IRQ", None, None),
        ("ISR", "PSE/REB/HMS", "2024", "Gaza war"),
        ("ISR", "LBN", "2024-10-01", None),
        ("SDN", "SDN/REB", None, "a rebellion"),
        ("MMR/REB", "MMR/MIL", None, "a rebellion"),
        ("UKR/GOV", "UKR", "2025", None),
        ("IGO/UNO", "RUS", "2025", None),
        ("", "RUS", "2025", None),
    ],
)
def test_who_faces_whom(one: str, other: str, day: str | None, war: str | None) -> None:
    assert facing(one, other, day) == war
    assert facing(other, one, day) == war


def test_the_table_names_states_and_groups_that_are_known() -> None:
    codes = {code for war in wars() for side in war.sides for code in side}
    assert [code for code in sorted(codes) if code[:3] not in state_names() and code[:3] != "IMG"] == []
    assert all(not war.end or war.start <= war.end for war in wars())
    assert party(next(name.actor for name in names("Hamas said so") if name.actor)) == "PSE/REB/HMS"


def test_a_ladder_tells_which_side_speaks() -> None:
    told = [
        ("Dnipro Post", "Russia has lost 90,000 soldiers in all, Ukraine's defence ministry said."),
        ("Volga Mail", "Russia has lost 60,000 soldiers in all, the Russian defence ministry said."),
    ]
    pairs = [
        (document, extract(document))
        for outlet, text in told
        for document in [replace(plain(text), address=outlet, outlet=outlet, published="2023-05-02")]
    ]
    page = render(conclude(*zip(*pairs, strict=True)))
    assert "speaks of its own side" in page
    assert "speaks of the other side (war in Ukraine)" in page
