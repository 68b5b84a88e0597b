"""Who told a number first of a thing is who did so ever, be it a body of the state that tells it now."""

import pytest

from reportedly.flow import conclude, extract
from reportedly.model import Document, Part

KINDS = {"thing_drifted", "scope_drifted", "status_drifted"}

RETOLD = [
    (
        "Peru's interior ministry said that 1,300 protesters had been arrested.",
        "Peru said that 1,300 protesters had been charged.",
        "Peru said that 1,300 protesters had been arrested.",
    ),
    (
        "Kenya's interior ministry said that 13,000 people had been evacuated.",
        "Kenya said that 13,000 people were displaced.",
        "Kenya said that 13,000 people had been evacuated.",
    ),
]


def _filed(days: tuple[str, ...], texts: tuple[str, ...]) -> list[str]:
    documents = [
        Document(f"{day}.md", text, (Part("body", 0, len(text)),), outlet=f"Paper {day}", published=day)
        for day, text in zip(days, texts, strict=True)
    ]
    report = conclude(documents, [extract(one) for one in documents])
    homes = {one.id: one.address for one in documents}
    return [homes[one.document] for one in report.findings if one.kind in KINDS]


@pytest.mark.parametrize(("body", "odd", "state"), RETOLD)
def test_a_body_that_told_it_long_ago_was_first(body: str, odd: str, state: str) -> None:
    """The report that differs from it drifted, though in its own week it was the first."""
    assert _filed(("2025-02-03", "2025-07-01", "2025-07-02"), (body, odd, state)) == ["2025-07-01.md"]


@pytest.mark.parametrize(("body", "odd", "state"), RETOLD)
def test_without_it_the_first_of_the_week_is_held_against_nobody(body: str, odd: str, state: str) -> None:
    """Of two reports the later one differs."""
    del body
    assert _filed(("2025-07-01", "2025-07-02"), (odd, state)) == ["2025-07-02.md"]


@pytest.mark.parametrize(("body", "odd", "state"), RETOLD)
def test_another_states_body_has_not_told_it(body: str, odd: str, state: str) -> None:
    """What it said is of other people."""
    other = body.replace("Peru", "Chile").replace("Kenya", "Uganda")
    assert _filed(("2025-02-03", "2025-07-01", "2025-07-02"), (other, odd, state)) == ["2025-07-02.md"]
