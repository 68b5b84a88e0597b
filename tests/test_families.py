"""Families: which figures of a situation stand on one ladder, who is behind them, and what they come to."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.flow import conclude, plain
from reportedly.model import Document, Event, Key, Reading, Report, Series
from reportedly.report.page import render
from reportedly.series.families import _Heads, families
from reportedly.series.usual import TOLD
from tests.effort import lines_run

Pair = tuple[Document, Reading]

SITUATIONS = Path(__file__).parent / "situations"
NAMES = ("toll", "walkout", "outbreak", "sinking", "forecast", "spread")


@cache
def situation(name: str) -> tuple[dict[str, Any], tuple[Pair, ...]]:
    told = tomli.loads((SITUATIONS / f"{name}.toml").read_text("utf-8"))
    pairs = []
    for row in told["report"]:
        address = f"{row['outlet']} {row['published']}.txt"
        document = replace(
            plain(row["text"].strip()), outlet=row["outlet"], address=address, published=row["published"]
        )
        pairs.append((document, reportedly.extract(document)))
    return told, tuple(pairs)


@cache
def concluded(name: str) -> Report:
    _, pairs = situation(name)
    return conclude(*zip(*pairs, strict=True))


def claims(name: str) -> dict[str, str]:
    """The claims of the bodies, by outlet and words."""
    return {
        f"{document.outlet}: {claim.evidence.quote}": claim.same_as or claim.id
        for document, reading in situation(name)[1]
        for claim in reading.claims
        if claim.part == "body"
    }


def homes(report: Report) -> dict[str, str]:
    """By claim the first series of its family."""
    series = {one.id: one for one in report.series}
    return {claim: one.series[0] for one in report.families for name in one.series for claim in series[name].claims}


@pytest.mark.parametrize("name", NAMES)
def test_of_a_situation_one_thing_is_one_family(name: str) -> None:
    told, _ = situation(name)
    at, home = claims(name), homes(concluded(name))
    found = {label: {home[at[figure]] for figure in figures} for label, figures in told["families"].items()}
    assert {label: len(ids) for label, ids in found.items()} == dict.fromkeys(told["families"], 1)
    assert len({next(iter(ids)) for ids in found.values()}) == len(found)


@pytest.mark.parametrize("name", NAMES)
def test_of_a_situation_each_body_is_one_origin(name: str) -> None:
    told, _ = situation(name)
    at = claims(name)
    root = {claim: made.origin for made in concluded(name).statements for claim in made.claims}
    found = {label: {root[at[figure]].key for figure in figures} for label, figures in told["origins"].items()}
    assert {label: len(keys) for label, keys in found.items()} == dict.fromkeys(found, 1)
    assert len({next(iter(keys)) for keys in found.values()}) == len(found)
    assert all(root[at[figure]].named for figures in told["origins"].values() for figure in figures)


@pytest.mark.parametrize("name", NAMES)
def test_a_situation_is_summed_up_by_what_stands(name: str) -> None:
    told, _ = situation(name)
    at, home, made = claims(name), homes(concluded(name)), dict(concluded(name).estimates)
    for label, (low, best) in told["estimates"].items():
        estimate = made[home[at[told["families"][label][0]]]]
        assert (label, estimate.low, estimate.best) == (label, Fraction(low), Fraction(best))


@pytest.mark.parametrize("name", NAMES)
def test_families_do_not_depend_on_the_order_of_arrival(name: str) -> None:
    _, pairs = situation(name)
    wanted = concluded(name).families
    for order in list(permutations(pairs))[:6]:
        assert conclude(*zip(*order, strict=True)).families == wanted


@pytest.mark.parametrize("name", ["toll", "walkout", "outbreak"])
def test_a_situation_has_a_page_with_its_ladders(name: str) -> None:
    assert 'class="ladder"' in render(concluded(name))


def test_a_town_s_share_is_no_part_of_its_state_s_and_votes_are_nobodys_who_is_not_told() -> None:
    texts = (
        "Turnout in Peru was 68 percent, the election board said on 8 June 2026. The Reform Union won 131,400 votes.",
        "Turnout in Lima in Peru was 61 percent on 8 June 2026. In Peru 9,000 votes were won.",
    )
    pairs = []
    for number, text in enumerate(texts):
        document = replace(plain(text), outlet=f"Outlet {number}", published="2026-06-09")
        pairs.append((document, reportedly.extract(document)))
    report = conclude(*zip(*pairs, strict=True))
    assert len(report.families) == len(report.series) > 2


# Few series are compared, and they stand as all together would.

PLACES = (None, "NPL", "NPL/koshi", "NPL/koshi/dharan", "PER", "NPL/koshi+NPL/gandaki", "NPL+PER")
PERIODS = (None, "earthquake", "earthquake 2026-03", "earthquake 2026-04", "flood 2026-03", "2026-03-01")


@st.composite
def some_series(draw: st.DrawFn) -> tuple[Series, ...]:
    keys = draw(
        st.lists(
            st.builds(
                Key,
                st.sampled_from(["deaths", "arrests"]), st.just("count"), st.sampled_from(["cumulative", "new"]),
                population=st.sampled_from([None, "children", "children girls", "missing"]),
                place=st.sampled_from(PLACES), period=st.sampled_from(PERIODS),
                actor=st.sampled_from([None, "PRK", "PRK/MIL"]), done=st.booleans(),
            ),
            max_size=14, unique=True,
        )
    )  # fmt: skip
    filled = st.lists(st.sampled_from([("place", "where it is"), ("period", TOLD), ("actor", "who")]), unique=True)
    made = (
        Series(key, (f"claim {at}",), tuple((f"claim {at}", *slot) for slot in draw(filled)))
        for at, key in enumerate(keys)
    )
    return tuple(sorted(made, key=lambda one: one.id))


@given(some_series())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_few_are_compared_and_stand_as_if_all_were(found: tuple[Series, ...]) -> None:
    event = Event("earthquake", ("d",), ("first",), tuple(claim for one in found for claim in one.claims))
    quick = families(found, (), (event,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Heads, "near", lambda self, one: self._every)
        assert quick == families(found, (), (event,))


@pytest.mark.parametrize("slot", ["place", "population", "period"])
def test_families_take_no_more_work_than_there_are_series(slot: str) -> None:
    values = {"place": "NPL/town {}", "population": "kind {}", "period": "earthquake {}"}

    def work(count: int) -> int:
        told = [values[slot].format(number) for number in range(count)]
        more = {} if slot == "place" else {"place": "NPL"}
        keys = [Key("deaths", "count", "cumulative", **{slot: one, **more}) for one in told]
        found = tuple(Series(key, (f"claim {at}",)) for at, key in enumerate(keys))
        event = Event("earthquake", ("d",), ("first",), tuple(claim for one in found for claim in one.claims))
        return lines_run(lambda: families(found, (), (event,)))

    assert work(800) < 5 * work(200)


def test_a_name_without_end_takes_no_more_work_than_a_long_one() -> None:
    def work(length: int) -> int:
        found = (Series(Key("profit", "USD", "new", actor="a" * length), ("claim",)),)
        return lines_run(lambda: families(found, (), (Event("other", ("d",), ("first",), ("claim",)),)))

    assert work(100_000) < 2 * work(1_000)
