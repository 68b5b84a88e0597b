"""Of whom a rate is: "unemployment among women" never stands beside that of all."""

from dataclasses import replace

import pytest

from reportedly.flow import extract, plain
from reportedly.series import keyed


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Unemployment among under-25s rose to 14.2 percent.", "under-25"),
        ("Unemployment among women was 7.3 percent.", "woman"),
        ("Unemployment among men rises to 5 percent.", "men"),
        ("Unemployment among university graduates reached 9 percent.", "university graduate"),
        ("Turnout among the over-65s was 71 percent.", "over-65"),
        ("Turnout among first-time voters was 40 percent.", "first-time voter"),
        ("Unemployment as a whole stood at 6.1 percent.", None),
        ("Unemployment rose to 3 percent, among the highest in Europe.", None),
    ],
)
def test_a_rate_is_of_those_among_whom_it_is_told(text: str, population: str | None) -> None:
    document = replace(plain(text), published="2026-11-26", published_basis="given")
    (found,) = keyed(document, extract(document))
    assert found.key.population == population
