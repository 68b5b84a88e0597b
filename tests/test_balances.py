"""Balances: what became of the same people comes to a whole, as of the day on which it was counted."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reportedly.estimates import together
from reportedly.model import Balance, Bounds, Constraint, Estimate, Key, Link, Series
from reportedly.report.page import render
from reportedly.series import balances
from reportedly.series.balances import stretch, sums
from reportedly.values.measures import named
from tests.test_families import claims, concluded, homes, situation

SENT = Key("troops_sent", "count", "cumulative", actor="RWA", recipient="MOZ", population="soldier")
THERE = replace(SENT, measure="troops_present", scope="moment")
BACK = replace(SENT, measure="troops_returned")


def of(*keys: Key) -> list[Series]:
    return [Series(key, (f"claim {number}",)) for number, key in enumerate(keys)]


def made(low: int | None, high: int | None, word: str) -> Estimate:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Estimate(
        "latest-by-origin/1", None, ends[0], next(end for end in ends if end is not None), ends[1], (word,), ()
    )


def test_the_measures_of_the_table_are_known() -> None:
    told = {name for one in sums() for name in (one.whole, *one.gone, *one.there)}
    assert [name for name in sorted(told) if named(name) is None] == []


def test_series_of_one_balance_differ_in_what_they_count_alone() -> None:
    sent, there, back = found = of(SENT, THERE, BACK)
    (one,) = balances(found, ())
    assert (one.whole, one.gone, one.there) == (sent.id, (back.id,), (there.id,))
    assert balances(of(SENT, THERE, replace(BACK, recipient=None)), ()) == ()
    assert balances(of(SENT, THERE, replace(BACK, done=False)), ()) == ()


def test_what_was_added_before_the_first_round_was_told_is_not_counted_beside_it() -> None:
    first = replace(SENT, population="first round, soldier", period="2024-11")
    later = replace(SENT, measure="troops_sent_additional", scope="new", change="additional", period="2025-Q1")
    sooner = replace(later, period="2024-Q3")
    assert balances(of(SENT, first, sooner), ()) == ()  # nobody knows when the round was told
    whole, _, *added = found = of(SENT, first, sooner, later)
    (one,) = balances(found, ())
    assert (one.whole, set(one.gone)) == (whole.id, {one.id for one in added})


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2025-Q1", ("2025-01-01", "2025-03-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2025-04-03/2025-05", ("2025-04-03", "2025-05-31")),
        ("earthquake 2025-04", None),
        ("by 2025-04", None),
        ("day", None),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: str, days: tuple[str, str] | None) -> None:
    assert stretch(period) == days


WHOLE = Balance("sent", ("back", "fell"), ("there",))
ESTIMATES = {
    "sent": made(4000, 4200, "a"),
    "back": made(900, 900, "b"),
    "fell": made(200, None, "c"),
    "there": made(3000, 3600, "d"),
}
DAYS = {"a": "2025-05-09", "b": "2025-05-02", "c": "2025-05-08", "d": "2025-05-06"}
HEADS = {name: name for name in ESTIMATES}
NOBODY = Estimate("latest-by-origin/1", None, None, None, None, (), ())


def as_of(name: str, day: str) -> Estimate:
    """Nobody was told to have fallen before the eighth."""
    return ESTIMATES[name] if name != "fell" or day >= "2025-05-08" else NOBODY


def test_what_is_there_is_what_was_sent_less_what_had_gone_by_then() -> None:
    narrowed, broken = together(ESTIMATES, (), HEADS, balances=[WHOLE], days=DAYS, earlier=as_of)
    assert broken == ()
    assert narrowed == {"there": Bounds(Fraction(3000), Fraction(3300))}
    later = DAYS | {"d": "2025-05-09"}
    narrowed, _ = together(ESTIMATES, (), HEADS, balances=[WHOLE], days=later, earlier=as_of)
    assert narrowed["there"] == Bounds(Fraction(3000), Fraction(3100))


def test_a_whole_that_may_have_grown_since_bounds_nothing() -> None:
    later = DAYS | {"a": "2025-05-01"}
    assert together(ESTIMATES, (), HEADS, balances=[WHOLE], days=later, earlier=as_of) == ({}, ())


def test_parts_that_exceed_their_whole_are_told_and_move_nothing() -> None:
    too_many = ESTIMATES | {"there": made(3600, 3600, "d")}
    narrowed, broken = together(too_many, (), HEADS, balances=[WHOLE], days=DAYS, earlier=as_of)
    assert narrowed == {}
    assert broken == (Constraint("sent", ("back", "there"), "apart"),)


def test_a_balance_that_is_complete_closes_the_sum() -> None:
    cases = Balance("cases", ("dead", "well"), ("ill",), complete=True)
    told = {
        "cases": made(5200, 5200, "a"),
        "dead": made(120, 120, "b"),
        "well": made(4100, 4100, "c"),
        "ill": made(0, None, "d"),
    }
    days = dict.fromkeys("abcd", "2025-05-02")
    narrowed, broken = together(
        told, (), {name: name for name in told}, balances=[cases], days=days, earlier=lambda name, _: told[name]
    )
    assert (narrowed["ill"], broken) == (Bounds(Fraction(980), Fraction(980)), ())


def test_of_a_situation_sums_narrow_and_contradict() -> None:
    told, _ = situation("balance")
    report = concluded("balance")
    at, home = claims("balance"), homes(report)
    narrowed = {
        name: [str(end) if end is not None else "" for end in (one.low, one.high)] for name, one in report.narrowed
    }
    assert narrowed == {home[at[row["of"]]]: row["to"] for row in told["narrowed"]}
    found = {(one.whole, frozenset(one.parts), one.how) for one in report.contradicted}
    wanted = [([home[at[figure]] for figure in row["of"]], row["how"]) for row in told["contradicted"]]
    assert found == {(whole, frozenset(parts), how) for (whole, *parts), how in wanted}
    assert {one.sentence for one in report.findings if one.kind == "unbalanced"} == set(told["findings"])
    assert (
        "troops returned (900) and troops present (3,600) are apart and within troops sent (4,000 to 4,200)"
        in render(report)
    )


def test_a_part_told_later_than_its_whole_is_no_contradiction() -> None:
    told = {"all": made(17, 17, "a"), "village": made(31, 31, "b")}
    tie = [Link("part_of", "village", "all", "place")]
    heads = {name: name for name in told}

    def broken(days: dict[str, str], before: Estimate | None, growing: tuple[str, ...] = ("all", "village")) -> bool:
        nothing = Estimate("", None, None, None, None, (), ())
        return bool(
            together(
                told, tie, heads, days=days, earlier=lambda name, day: before or nothing, growing=growing
            )[1]
        )  # fmt: skip

    later = {"a": "2025-05-02", "b": "2025-05-06"}
    assert not broken(later, None), "nothing was told of the village by the second"
    assert not broken(later, made(12, 12, "c")), "12 of the 17 by the second"
    assert broken(later, made(20, 20, "c")), "but not 20"
    assert broken({"a": "2025-05-02", "b": "2025-05-02"}, None)
    before = {"a": "2025-05-06", "b": "2025-05-02"}
    assert broken(before, None), "what only grows was no more before"
    assert not broken(before, None, growing=()), "what falls may have been"
    assert not broken(before, made(40, 40, "c"))
