"""Numbers by which a text names things are no figures of it."""

import pytest

from reportedly import extract
from reportedly.values.models import models


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Boeing unveiled the Boeing 787 on Sunday, and 50 767s were sold.", {"787", "767"}),
        ("It is Boeing's 777 that failed.", {"777"}),
        ("Peru has 585 mayors to Chile's 260.", set()),
        ("Boeing 737 flights were halted.", {"737"}),
        ("The road follows Interstate 495 for a mile.", {"495"}),
        ("In Rome 300 people met; Some 400 came. On Monday 120 more left Kursk 300 dead.", set()),
        ("In the 1930s, and in Kenya 2019, Peru 1,200 and Chile 300.5 were told.", set()),
        ("Russia's 300 tanks and Ukraine's 250 guns", set()),
    ],
)
def test_a_number_behind_a_name_or_in_the_plural_names_something(text: str, named: set[str]) -> None:
    assert models(text) == named


@pytest.mark.parametrize("sign", ["A", "Aa", "A a ", "A-", "Aa 300 ", "a, ", "787s", "Orbis 640 of ", "١"])
def test_time_grows_with_the_text_alone(sign: str) -> None:
    assert len(models(sign * 200_000)) < 3


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Airlines like the Orbis 640. The 640 will carry 250 passengers. Some 640 people came.", ["250", "Some 640"]),
        (
            "The Orbis 640 is late. Two airlines ordered 640 aircraft of the type.",
            ["Two"],
        ),  # which it is, nobody can tell
        ("The plant built 640 cars. The 640 were sold.", ["640", "640"]),
    ],
)
def test_what_a_text_calls_by_number_is_no_figure(text: str, figures: list[str]) -> None:
    assert [claim.evidence.quote for claim in extract(text).claims] == figures
