"""Findings between reports: a number put to one who published it, a limit of one's own, letters for a body's name."""

from dataclasses import replace

import pytest

from reportedly.flow import conclude, extract, plain
from reportedly.model import Finding
from reportedly.origins import statements


def found(*reports: tuple[str, str, str]) -> list[Finding]:
    documents = [
        replace(plain(text), address=f"{outlet}{day}.txt", outlet=outlet, published=day, published_basis="given")
        for outlet, day, text in reports
    ]
    return list(conclude(documents, [extract(document) for document in documents]).findings)


RELEASE = ("Department of Transportation", "2026-01-20", "At least 307 people were killed in the wreck.")


def test_a_bound_of_a_release_is_held_against_who_puts_the_number_to_its_publisher() -> None:
    retold = (
        "Lome Ledger",
        "2026-03-19",
        "The transport department had said in January that 307 people were killed in the wreck.",
    )
    assert [one.kind for one in found(RELEASE, retold)] == ["bound_drifted"]
    kept = (
        "Lome Ledger",
        "2026-03-19",
        "The transport department had said that at least 307 people were killed in the wreck.",
    )
    assert not found(RELEASE, kept)


def test_a_limit_of_ones_own_is_nobody_elses_number() -> None:
    first = ("Wire", "2026-01-17", "A ferry with 244 people on board sank off Togo on Saturday, the coast guard said.")
    owner = ("Now", "2026-01-18", "The Tern Line says it had no more than 244 people on board off Togo.")
    assert "root_drifted" not in [one.kind for one in found(first, owner)]


def test_what_one_report_sets_side_by_side_is_told_once() -> None:
    text = "The owner of the ferry insisted that she had carried 262 people off Togo. The coast guard's figure is 307."
    kinds = [one.kind for one in found(("Courier", "2026-02-06", text))]
    assert kinds.count("origins_disagree") == 1


def test_a_body_of_a_state_is_known_by_the_letters_that_another_report_spells_out() -> None:
    told = [
        ("Release", "2026-01-20", "The Philippine Coast Guard (PCG) had recorded 58 deaths in the sinking off Leyte."),
        ("Relief", "2026-01-23", "The sinking off Leyte killed 71 people, according to the PCG."),
    ]
    documents = [replace(plain(text), address=f"{o}.txt", outlet=o, published=day) for o, day, text in told]
    assert len({made.origin.key for made in statements([(one, extract(one)) for one in documents])}) == 1


def test_who_arrives_at_another_number_differs() -> None:
    text = (
        "The town reckons that it will lose 31 million euros in taxes. An economist at Riga University arrives at 55"
        " million."
    )
    assert [one.kind for one in found(("Courier", "2026-02-06", text))] == ["origins_disagree"]
    assert not found(("Courier", "2026-02-06", "The police counted 40 tents. The nurse arrived at 9."))


FIRST = ("Wire", "2026-05-04", "The flood on the Waal has killed 12 people in Tiel, the fire brigade said.")
HIGHER = (
    "Post",
    "2026-05-06",
    "Nineteen people have died in the flood on the Waal in Tiel, the province of Gelderland said.",
)
AGAIN = ("Echo", "2026-05-12", "The flood on the Waal killed 12 people in Tiel, according to the fire brigade.")


@pytest.mark.parametrize(
    ("second", "third", "is_stale"),
    [
        (HIGHER, AGAIN, True),
        (HIGHER, ("Echo", "2026-05-12", "The flood in Tiel cost 12 people their lives, the fire brigade says."), True),
        (HIGHER, ("Echo", "2026-05-07", AGAIN[2]), False),  # it has not got about
        (HIGHER, ("Echo", "2026-05-12", "The flood in Tiel killed 12 people, the brigade had said on 4 May."), False),
        (HIGHER, ("Echo", "2026-05-12", f"{AGAIN[2]} The province of Gelderland puts the dead at 19."), False),
        (HIGHER, ("Echo", "2026-05-12", "The flood killed 19 people in Tiel, according to the fire brigade."), False),
        (("Post", "2026-05-06", "The floods have killed 19 people in Poland, the government said."), AGAIN, False),
        (("Post", "2026-05-06", HIGHER[2].replace("Nineteen", "Sixty")), AGAIN, False),  # most likely of more
        (("Post", "2026-05-06", HIGHER[2].replace("Nineteen", "Up to 19")), AGAIN, False),
        (("Post", "2026-05-06", "Nineteen people were hurt in the flood in Tiel, the province said."), AGAIN, False),
    ],
)
def test_an_older_count_is_stale_after_somebody_else_had_a_higher_one(
    second: tuple[str, str, str], third: tuple[str, str, str], *, is_stale: bool
) -> None:
    assert ("stale" in [one.kind for one in found(FIRST, second, third)]) == is_stale


def test_who_speaks_for_a_group_is_no_other_source_than_the_group() -> None:
    first = (
        "Wire",
        "2026-04-15",
        "Orbit Health will pay nothing. The group's director, Ada Vos, said that 781 wards were without computers.",
    )
    again = ("Echo", "2026-04-18", "Some 781 wards are without computers, according to Orbit Health.")
    assert "root_drifted" not in [one.kind for one in found(first, again)]
