"""What an estimate promises, whatever was reported: its range, its account of every word, and what moves it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.worlds import KINDS, Kind, copied, reprinted, score, world
from reportedly.errors import PluginError
from reportedly.estimates import RULES, estimates, propagate, standing
from reportedly.estimates.intervals import around, holds, hull, is_empty, left, meet, middle, overlaps
from reportedly.estimates.intervals import point as exactly
from reportedly.model import Bounds, Constraint, Estimate, Reported

MANY = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
EACH = pytest.mark.parametrize("rule", sorted(RULES))
ORIGINS = ("army", "ministry", "mayor", "?paper", "?blog")

numbers = st.integers(0, 12).map(Fraction)
days = st.sampled_from([None, "2025", "2025-01", "2025-01-05", "2025-01-09", "2025-03-01"])


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = sorted((draw(numbers), draw(numbers)))
    shape = draw(st.sampled_from(["point", "range", "over", "under", "none"]))
    strict = draw(st.booleans())
    return {
        "point": exactly(low),
        "range": Bounds(low, high + 1, strict),
        "over": Bounds(low, None, strict),
        "under": Bounds(None, high, high_strict=strict),
        "none": Bounds(None, None),
    }[shape]


@st.composite
def words(draw: st.DrawFn) -> list[Reported]:
    scope = draw(st.sampled_from(["cumulative", "moment"]))
    made = []
    for i in range(draw(st.integers(0, 8))):
        origin = draw(st.sampled_from(ORIGINS))
        made.append(
            Reported(
                id=f"w{i}",
                origin=origin,
                bounds=draw(bounds()),
                named=not origin.startswith("?"),
                kind=draw(st.sampled_from(["media", "military", "government"])),
                status=draw(st.sampled_from(["happened", "happened", "planned", "did_not_happen"])),
                stance=draw(st.sampled_from(["asserts", "asserts", "denies"])),
                said=draw(days),
                published=draw(days),
                scope=scope,
                corrects=draw(st.booleans()),
            )
        )
    return made


def one(told: Sequence[Reported], rule: str, moment: str | None = None) -> Estimate:
    return estimates({"toll": told}, rule, moment)["toll"]


def figures(estimate: Estimate) -> tuple[object, ...]:
    return (estimate.low, estimate.best, estimate.high, estimate.low_strict, estimate.high_strict)


def point(origin: str, value: int, day: str | None = None, **more: object) -> Reported:
    given = {"id": f"{origin} {value} {day}", "said": day, "scope": "cumulative", **more}
    return Reported(origin=origin, bounds=exactly(value), **given)  # type: ignore[arg-type]


@EACH
@MANY
@given(told=words(), moment=days)
def test_best_lies_in_its_range_and_every_word_is_kept_or_set_aside(
    rule: str, told: list[Reported], moment: str | None
) -> None:
    found = one(told, rule, moment)
    if found.best is None:
        assert (found.low, found.high) == (None, None)
    else:
        assert isinstance(found.best, Fraction)
        assert found.low is None or found.low <= found.best
        assert found.high is None or found.best <= found.high
    assert sorted((*found.kept, *(word for word, _ in found.aside))) == sorted(word.id for word in told)
    assert all(reason for _, reason in found.aside)


@EACH
@MANY
@given(told=words(), seed=st.integers(0, 99))
def test_the_order_of_arrival_does_not_matter(rule: str, told: list[Reported], seed: int) -> None:
    shuffled = random.Random(seed).sample(told, len(told))
    assert one(shuffled, rule) == one(told, rule)


@EACH
@MANY
@given(told=words(), number=st.integers(1, 4), later=st.sampled_from([None, "2025-06-01"]), data=st.data())
def test_a_reprint_moves_no_estimate(
    rule: str, told: list[Reported], number: int, later: str | None, data: st.DataObject
) -> None:
    if not told:
        return
    word = data.draw(st.sampled_from(told))
    again = replace(word, said=word.said if later is None else None, published=later or word.published, corrects=False)
    if word.said is None and word.published is None:
        again = replace(again, published=None)
    copies = [replace(again, id=f"copy {i}") for i in range(number)]
    assert figures(one([*told, *copies], rule)) == figures(one(told, rule))


@EACH
@MANY
@given(told=words(), other=words())
def test_plans_and_denials_move_nothing(rule: str, told: list[Reported], other: list[Reported]) -> None:
    idle = [replace(word, id=f"plan {word.id}", status="planned") for word in other]
    idle += [replace(word, id=f"denial {word.id}", stance="denies") for word in other]
    assert figures(one([*told, *idle], rule)) == figures(one(told, rule))


@EACH
@MANY
@given(told=words(), data=st.data())
def test_the_unknown_corroborate_nobody(rule: str, told: list[Reported], data: st.DataObject) -> None:
    kept, _ = standing(told)
    if not kept:
        return
    word = data.draw(st.sampled_from(kept))
    echo = replace(word, id="echo", origin="?new", named=False, corrects=False, published="2025-07-01", said=None)
    assert figures(one([*told, echo], rule)) == figures(one(told, rule))


@MANY
@given(
    st.lists(st.tuples(st.sampled_from(ORIGINS[:3]), st.integers(0, 40), st.integers(1, 28)), min_size=1, max_size=8)
)
def test_what_is_counted_up_falls_only_where_its_origin_says_so(rows: list[tuple[str, int, int]]) -> None:
    highest: dict[str, int] = {}
    told: list[Reported] = []
    before = None
    for origin, value, day in sorted(rows, key=lambda row: row[2]):
        value = max(value, highest.get(origin, 0))  # nobody corrects himself
        highest[origin] = value
        told.append(point(origin, value, f"2025-01-{day:02}", id=str(len(told))))
        best = one(told, "latest-by-origin/1", f"2025-01-{day:02}").best
        assert best is not None
        assert before is None or best >= before
        before = best


def test_a_lower_count_without_a_day_is_no_correction_and_one_with_a_day_is() -> None:
    first = point("ministry", 120, "2025-01-05")
    stale = point("ministry", 90, None, published="2025-02-01")
    fixed = point("ministry", 90, "2025-02-01")
    for rule in RULES:
        kind = {"kind": "government"}
        assert one([replace(first, **kind), replace(stale, **kind)], rule).best == 120  # type: ignore[arg-type]
        assert one([replace(first, **kind), replace(fixed, **kind)], rule).best == 90  # type: ignore[arg-type]


def test_a_level_told_with_its_change_is_no_newest_word() -> None:
    lowered = point("ministry", 89, "2025-01-08", corrects=True)
    base = replace(point("ministry", 94, "2025-01-08", id="base"), past=True)
    found = one([point("ministry", 94, "2025-01-06"), base, lowered], "latest-by-origin/1")
    assert found.best == 89
    assert ("base", "the level of before, told with its change") in found.aside


def test_yesterdays_estimate_can_be_had_again() -> None:
    told = [point("mayor", 10, "2025-01-05"), point("mayor", 14, "2025-01-09")]
    assert one(told, "latest-by-origin/1", "2025-01-07").best == 10
    assert ("mayor 14 2025-01-09", "said after the moment") in one(told, "latest-by-origin/1", "2025-01-07").aside
    assert one(told, "latest-by-origin/1", "2025-01").best == 14


def test_a_stale_reprint_is_never_the_newest() -> None:
    told = [point("mayor", 10, "2025-01-05", scope="moment"), point("mayor", 14, "2025-01-09", scope="moment")]
    reprint = point("mayor", 10, None, published="2025-02-01", scope="moment", id="reprint")
    found = one([*told, reprint], "latest-by-origin/1")
    assert (found.best, found.kept) == (14, ("mayor 14 2025-01-09",))
    assert ("reprint", "told again") in found.aside


def test_each_rule_sums_up_in_its_way() -> None:
    told = [
        point("army", 50, "2025-01-09", kind="military"),
        point("mayor", 30, "2025-01-08"),
        point("clinic", 30, "2025-01-07"),
        point("paper", 400, "2025-01-06"),
        Reported("over", "agency", Bounds(Fraction(25), None, low_strict=True), said="2025-01-05"),
    ]
    best = {rule: one(told, rule).best for rule in RULES}
    assert best == {
        "latest-by-origin/1": 400,
        "conservative/1": 25,
        "official/1": 50,
        "majority/1": 30,
        "consensus/1": 30,
        "settling/1": 30,
    }


def test_bounds_enter_as_bounds() -> None:
    over = Reported("over", "agency", Bounds(Fraction(4000), None, low_strict=True))
    span = Reported("span", "army", Bounds(Fraction(3000), Fraction(5000)))
    found = one([over, span], "consensus/1")
    assert (found.low, found.best, found.high, found.low_strict) == (4000, 4500, 5000, True)
    assert found.kept == ("over", "span")
    alone = one([over], "consensus/1")
    assert (alone.low, alone.best, alone.high, alone.low_strict) == (4000, 4000, None, True)


def test_a_bound_from_below_leaves_what_is_told_above_it() -> None:
    first = Reported("first", "agency", Bounds(Fraction(38), None), published="2025-01-05", scope="cumulative")
    relief, ministry = (
        replace(point(origin, value, "2025-01-08"), scope="cumulative")
        for origin, value in (("relief", 104), ("ministry", 89))
    )
    found = one([first, relief, ministry], "latest-by-origin/1")
    assert (found.low, found.best, found.high) == (89, 104, 104)
    higher = replace(first, bounds=Bounds(Fraction(130), None))
    found = one([higher, relief, ministry], "latest-by-origin/1")
    assert (found.low, found.best, found.high) == (89, 130, None)


def test_an_office_is_official_whatever_kind_of_source_it_is_taken_for() -> None:
    police = point("ESP:office:police", 12, "2025-01-08", kind="unnamed")
    assert one([police, point("union", 40, "2025-01-08", kind="ngo")], "official/1").best == 12


def test_the_lowest_is_no_higher_than_any_bound_from_above() -> None:
    told = [
        Reported("over", "army", Bounds(Fraction(6000), None, low_strict=True)),
        Reported("under", "mayor", Bounds(None, Fraction(4000))),
    ]
    assert one(told, "conservative/1").best == 4000
    assert one([told[0], point("clinic", 3000)], "conservative/1").best == 3000


def test_a_statement_told_again_in_round_numbers_is_told_once() -> None:
    told = [point("mayor", 103, "2025-01-05", statement="s1"), point("clinic", 90, "2025-01-05")]
    rounded = point("mayor", 100, None, published="2025-01-06", statement="s1", id="rounded")
    for rule in RULES:
        assert figures(one([*told, rounded], rule)) == figures(one(told, rule))


def test_an_old_count_that_only_grows_is_one_from_below() -> None:
    told = [point("mayor", 30, "2025-01-08"), point("clinic", 90, "2025-03-01"), point("army", 90, "2025-03-02")]
    found = one([*told, point("paper", 200, "2025-03-03")], "consensus/1")
    assert (found.best, "mayor 30 2025-01-08" in found.kept) == (90, True)
    early = one([replace(word, scope="moment") for word in told], "consensus/1")
    assert [word for word, _ in early.aside] == ["mayor 30 2025-01-08"]


def test_who_errs_elsewhere_is_believed_less() -> None:
    series: dict[str, list[Reported]] = {}
    for i in range(30):
        series[f"s{i}"] = [point("good", 100 + i), point("fair", 100 + i), point("bad", 900 + 7 * i)]
    series["open"] = [point("good", 500), point("bad", 800)]
    found = estimates(series, "consensus/1")["open"]
    assert (found.low, found.best, found.high) == (500, 500, 500)
    assert [word for word, _ in found.aside] == ["bad 800 None"]


def test_those_who_share_errors_count_for_little_more_than_one() -> None:
    copiers = ("a", "b", "c", "d")
    series: dict[str, list[Reported]] = {}
    for i in range(40):
        wrong = 900 + 31 * i
        series[f"s{i}"] = [point(name, 100 + i) for name in ("p", "q", "r", "s", "t")]
        series[f"s{i}"] += [point(name, wrong if i % 2 else 100 + i) for name in copiers]
    series["open"] = [point("p", 500), point("q", 500), point("r", 500), *(point(name, 700) for name in copiers)]
    assert estimates(series, "majority/1")["open"].best == 700
    assert estimates(series, "consensus/1")["open"].best == 500


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_copies_do_no_harm_in_invented_worlds(kind: Kind) -> None:
    plain = world(7, kind, tolls=80)
    before, again = ({rule: estimates(told.series, rule) for rule in RULES} for told in (plain, reprinted(plain, 3)))
    for rule in RULES:
        assert all(figures(before[rule][key]) == figures(again[rule][key]) for key in plain.truth)
    hidden = score(estimates(copied(plain, 3, 7).series, "consensus/1"), plain.truth)
    assert hidden.error <= score(before["consensus/1"], plain.truth).error + 0.03


def test_plans_are_summed_up_apart() -> None:
    told = [point("army", 50), point("army", 80, status="planned", id="plan")]
    assert estimates({"toll": told}, "latest-by-origin/1", done=False)["toll"].best == 80
    assert estimates({"toll": told}, "latest-by-origin/1")["toll"].best == 50


def test_nothing_told_is_no_estimate() -> None:
    for rule in RULES:
        found = one([], rule)
        assert (found.low, found.best, found.high, found.kept, found.aside) == (None, None, None, (), ())


def test_a_rule_of_ones_own_cannot_break_the_laws() -> None:
    def lost(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
        return {key: Estimate("lost/1", None, None, None, None, (), ()) for key in series}

    with pytest.raises(PluginError, match="lost/1"):
        estimates({"toll": [point("army", 50)]}, "lost/1", rules={"lost/1": lost})
    with pytest.raises(PluginError, match="no rule is called"):
        estimates({}, "median/1")


# Intervals


@MANY
@given(bounds(), bounds(), numbers)
def test_intervals_say_of_each_other_what_their_numbers_say(left: Bounds, right: Bounds, number: Fraction) -> None:
    here = exactly(number)
    assert holds(meet(left, right), here) == (holds(left, here) and holds(right, here))
    assert holds(hull([left, right]), left)
    assert not is_empty(left)
    if holds(left, right):
        assert hull([left, right]) == left
        assert meet(left, right) == right


@MANY
@given(st.lists(bounds(), min_size=1, max_size=5))
def test_what_intervals_leave_together_lies_in_each_that_it_came_from(several: list[Bounds]) -> None:
    for common in overlaps(several):
        assert not is_empty(common)
        value = middle(common)
        assert value is None or any(holds(outer, common) for outer in several)


@MANY
@given(st.lists(bounds(), max_size=7))
def test_what_intervals_leave_is_what_each_pair_of_them_says(several: list[Bounds]) -> None:
    shared = set()
    for foot in several:
        common, upwards = foot, replace(foot, high=None, high_strict=False)
        for one in several:
            begins_first = hull([one, upwards]) == replace(one, high=None, high_strict=False)
            if begins_first and not is_empty(meet(foot, one)):
                common = meet(common, one)
        shared.add(common)
    assert overlaps(several) == sorted(shared, key=repr)
    assert left(several) == [
        one for one in overlaps(several) if not any(one != other and holds(one, other) for other in shared)
    ]
    assert around(several) == hull(left(several))


def within(low: int | None, high: int | None) -> Bounds:
    return Bounds(None if low is None else Fraction(low), None if high is None else Fraction(high))


def test_parts_wholes_and_additions_bound_each_other() -> None:
    known = {"sent": within(11000, 14000), "first": within(11000, 11000), "more": Bounds(None, None)}
    found, broken = propagate(known, [Constraint("sent", ("first", "more"), "all")])
    assert broken == ()
    assert found["more"] == within(0, 3000) or found["more"] == within(None, 3000)
    assert (
        propagate({"casualties": within(None, 900)}, [Constraint("casualties", ("killed",))])[0]["killed"].high == 900
    )


def test_a_contradiction_is_reported_and_changes_nothing() -> None:
    known = {"killed": within(1000, 1000), "casualties": within(600, 800), "hurt": Bounds(None, None)}
    wrong = Constraint("casualties", ("killed",))
    found, broken = propagate(known, [wrong, Constraint("casualties", ("hurt",))])
    assert broken == (wrong,)
    assert found["killed"] == known["killed"]
    assert found["casualties"] == known["casualties"]
    assert found["hurt"].high == 800


@MANY
@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=3), st.data())
def test_what_is_true_is_never_cut_off(rows: list[tuple[Fraction, Fraction, Fraction]], data: st.DataObject) -> None:
    truth: dict[str, Fraction] = {}
    constraints = []
    for i, parts in enumerate(rows):
        names = tuple(f"{i}{letter}" for letter in "abc")
        truth |= dict(zip(names, parts, strict=True)) | {f"{i}": sum(parts, Fraction())}
        constraints += [Constraint(f"{i}", names, "all"), Constraint(f"{i}", names[:1])]
    known = {}
    for key, value in truth.items():
        low, high = data.draw(st.tuples(numbers, numbers))
        known[key] = Bounds(value - low, value + high if data.draw(st.booleans()) else None)
    found, broken = propagate(known, constraints)
    assert broken == ()
    assert all(holds(found[key], exactly(value)) and holds(known[key], found[key]) for key, value in truth.items())


def test_a_count_whose_day_nobody_knows_is_not_taken_for_an_earlier_one() -> None:
    undated = Reported("a", "spy", exactly(4700), scope="cumulative")
    dated = Reported("b", "spy", exactly(3000), said="2025-01-13", published="2025-01-13", scope="cumulative")
    kept, aside = standing([dated, undated])
    assert [word.id for word in kept] == ["a"]
    assert aside == [("b", "lower than its origin says elsewhere, nobody knows when")]


def test_a_range_is_learned_from_how_others_settled() -> None:
    days = [date(2023, 1, 1) + timedelta(days=10 * number) for number in range(30)]
    risen = {
        f"past {day}": [_told(f"{day} a", 100, day), _told(f"{day} b", 150, day + timedelta(days=8))] for day in days
    }
    now = {"now": [_told("x", 200, date(2024, 3, 1))]}
    alone = estimates(now, "settling/1")["now"]
    taught = estimates(risen | now, "settling/1")["now"]
    assert taught.best == alone.best == 200
    assert taught.low is not None
    assert taught.high is not None
    assert 300 <= taught.high <= 700  # the others rose by a half, and some may rise by more
    assert taught.low >= 150


def _told(name: str, value: int, day: date) -> Reported:
    return Reported(name, "ministry", exactly(value), said=str(day), published=str(day), scope="cumulative")


def test_persons_without_a_numeral_stand_beside_no_number_and_are_added_up_in_a_report() -> None:
    one = Bounds(Fraction(1), Fraction(1))
    nurse, baker = (Reported(name, name, one, persons="a") for name in ("nurse", "baker"))
    twelve = Reported("12", "ministry", Bounds(Fraction(12), Fraction(12)))
    alone = estimates({"deaths": [nurse, baker]})["deaths"]
    assert (alone.best, len(alone.kept), len(alone.aside)) == (2, 1, 1)
    beside = estimates({"deaths": [nurse, baker, twelve]})["deaths"]
    assert (beside.best, beside.kept) == (12, ("12",))


def test_what_somebody_else_denies_in_the_same_report_does_not_lead() -> None:
    from dataclasses import replace

    import reportedly
    from reportedly.flow import conclude, plain

    def best(text: str) -> set[object]:
        document = replace(plain(text), outlet="Alder Post", address="a", published="2025-03-05")
        made = conclude([document], [reportedly.extract(document)]).estimates
        return {estimate.best for _, estimate in made}

    claim = "At least 70 miners died in the collapse in Zambia, a union leader, Ruth Phiri, said."
    assert best(f"{claim} Zambia's mines ministry rejected that figure and put the dead at 26.") == {26}
    assert best(f"{claim} Zambia's mines ministry put the dead at 26.") == {70}
    assert best(f"{claim} Zambia's mines ministry denied the claim.") == {70}
