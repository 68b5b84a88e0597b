"""Invented worlds whose truth is known: how far each rule is from it, how often its range holds it, what copies do.

``python -m bench.worlds``. In a world two hundred tolls are told by origins of several habits: exact ones, careless
ones, liars who multiply, some who give bounds or round, some who are late in a toll that grows. Then the same world is
told again with reprints of the worst origin (which share its statements) and with copiers that do not say whom they
copy. Everything is drawn from a seed; no truth is seen by a rule.
"""

import argparse
import random
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from reportedly.estimates import RULES, estimates, standing
from reportedly.estimates.intervals import holds, middle, point
from reportedly.model import Bounds, Estimate, Reported, SourceKind

START = date(2025, 1, 1)
DAYS = 60
NEAR = Fraction(1, 100)  # a best figure is wrong if it is further from the truth than a hundredth
WORST = "liar 0"

Series = dict[str, list[Reported]]


@dataclass(frozen=True)
class World:
    """What is told of each toll, and how high it is at the end."""

    series: Series
    truth: dict[str, int]


@dataclass(frozen=True)
class Habit:
    """How an origin speaks: how often it errs at all, by what factor it lies, how late it is, what form it uses."""

    name: str
    errs: float
    factor: Fraction = Fraction(1)
    late: int = 0
    form: str = "point"
    kind: SourceKind = "media"
    speaks: float = 0.6


def habits(random_: random.Random) -> list[Habit]:
    """The origins of a world; four in ten err seldom."""
    good = [Habit(f"exact {i}", 0.1, kind="government" if i == 0 else "media") for i in range(4)]
    fair = [Habit(f"careless {i}", random_.uniform(0.3, 0.6)) for i in range(4)]
    liars = [Habit(f"liar {i}", 0.2, Fraction(random_.randint(15, 30), 10), kind="military") for i in range(2)]
    late = [Habit(f"late {i}", 0.1, late=random_.randint(10, 50)) for i in range(2)]
    forms = [Habit("at least", 0.1, form="over"), Habit("about", 0.1, form="round")]
    return [*good, *fair, *liars, *late, *forms]


@dataclass(frozen=True)
class Kind:
    """Whether tolls grow while they are told, and by how much all counts differ (a deviation of logarithms)."""

    name: str
    grows: bool
    noise: float = 0.0


KINDS = (Kind("tolls that grow", True), Kind("tolls at one moment", False), Kind("no two count alike", False, 0.03))


def world(seed: int, kind: Kind, tolls: int = 200) -> World:
    """A world of ``tolls`` series, each told by some of its origins."""
    random_ = random.Random(seed)
    origins = habits(random_)
    truth, series = {}, {}
    for number in range(tolls):
        key = f"toll {number:03}"
        final = int(random_.lognormvariate(6, 1.2)) + 10
        truth[key] = final
        told = [_said(habit, key, final, kind, random_) for habit in origins if random_.random() < habit.speaks]
        series[key] = told
    return World(series, truth)


def _said(habit: Habit, key: str, final: int, kind: Kind, random_: random.Random) -> Reported:
    """One origin's word: what it saw on the day it speaks of, lied about, mistaken and put into its form."""
    day = DAYS - random_.randint(0, 5) - habit.late
    seen = final * (40 + day) // (40 + DAYS) if kind.grows and habit.late else final
    value = Fraction(int(seen * habit.factor * Fraction(random_.lognormvariate(0, kind.noise))))
    if random_.random() < habit.errs:
        value = Fraction(max(1, round(float(value) * random_.lognormvariate(0, 0.5))))
    said = (START + timedelta(days=day)).isoformat()
    return Reported(
        id=f"{key} {habit.name}",
        origin=habit.name,
        bounds=_formed(value, habit.form),
        kind=habit.kind,
        said=said,
        published=said,
        scope="cumulative" if kind.grows else "moment",
    )


def _formed(value: Fraction, form: str) -> Bounds:
    digits = 10 ** max(0, len(str(int(value))) - 1)
    if form == "over":
        return Bounds(value // digits * digits * Fraction(1), None, low_strict=value % digits != 0)
    if form == "round":
        return point(max(Fraction(1), Fraction(round(value / digits * 2) * digits, 2)))
    return point(value)


def reprinted(told: World, number: int) -> World:
    """The world with ``number`` reprints of each word of the worst origin: later, in other outlets."""
    series = {}
    for key, words in told.series.items():
        worst = [word for word in words if word.origin == WORST]
        late = [replace(w, id=f"{w.id} again {i}", published="2025-06-01") for w in worst for i in range(number)]
        series[key] = [*words, *late]
    return World(series, told.truth)


def copied(told: World, number: int, seed: int) -> World:
    """The world with ``number`` origins that mostly say what the worst one says, and not whence they have it."""
    random_ = random.Random(seed)
    series = {}
    for key, words in told.series.items():
        worst = [word for word in words if word.origin == WORST]
        copies = [
            replace(word, id=f"{word.id} copy {i}", origin=f"copier {i}")
            for word in worst
            for i in range(number)
            if random_.random() < 0.9
        ]
        series[key] = [*words, *copies]
    return World(series, told.truth)


Summary = Callable[[Series], Mapping[str, Estimate]]


def baseline(name: str, summed: Callable[[Iterable[float]], float]) -> Summary:
    """Mean or median of what stands, as an estimate that is a point."""

    def made(series: Series) -> Mapping[str, Estimate]:
        found = {}
        for key, words in series.items():
            values = [value for word in standing(words)[0] if (value := middle(word.bounds)) is not None]
            best = Fraction(summed([float(value) for value in values])) if values else None
            found[key] = Estimate(name, None, best, best, best, (), ())
        return found

    return made


def summaries() -> dict[str, Summary]:
    """Every rule by its name, and two baselines."""
    rules: dict[str, Summary] = {}
    for name in RULES:
        rules[name] = lambda series, name=name: estimates(series, name)  # type: ignore[misc]
    return {**rules, "mean": baseline("mean", statistics.fmean), "median": baseline("median", statistics.median)}


@dataclass(frozen=True)
class Score:
    """Over tolls with an estimate: the share that is wrong, the middle error, how often the range holds the truth."""

    wrong: float
    error: float
    coverage: float
    width: float


def score(made: Mapping[str, Estimate], truth: Mapping[str, int]) -> Score:
    """Errors and widths are relative to the truth; an open range has no width."""
    errors, covered, widths = [], [], []
    for key, true in truth.items():
        one = made[key]
        if one.best is None:
            continue
        errors.append(abs(one.best - true) / Fraction(true))
        covered.append(holds(Bounds(one.low, one.high), point(true)))
        if one.low is not None and one.high is not None:
            widths.append((one.high - one.low) / true)
    wrong = sum(error > NEAR for error in errors) / len(errors)
    width = float(statistics.median(widths)) if widths else float("nan")
    return Score(wrong, float(statistics.mean(min(error, 1) for error in errors)), statistics.fmean(covered), width)


def told(seeds: Sequence[int], kind: Kind) -> dict[str, dict[str, list[Score]]]:
    """By variant of the worlds and by rule the score of each seed."""
    found: dict[str, dict[str, list[Score]]] = {}
    for seed in seeds:
        plain = world(seed, kind)
        variants = {"plain": plain, "3 reprints": reprinted(plain, 3), "3 copiers": copied(plain, 3, seed)}
        for variant, one in variants.items():
            for name, summary in summaries().items():
                made = score(summary(one.series), one.truth)
                found.setdefault(variant, {}).setdefault(name, []).append(made)
    return found


def _mean(scores: Sequence[Score]) -> Score:
    columns = ([getattr(one, name) for one in scores] for name in ("wrong", "error", "coverage", "width"))
    return Score(*(statistics.fmean(column) for column in columns))


def measured(seeds: Sequence[int] = range(5)) -> dict[str, float]:
    """The scores that floors can be pinned to."""
    plain, copies = (told(seeds, grows=True)[name]["consensus/1"] for name in ("plain", "3 copiers"))
    return {
        "right": 1 - _mean(plain).wrong,
        "coverage": _mean(plain).coverage,
        "right, copied": 1 - _mean(copies).wrong,
    }


def main() -> None:
    """Print a table for each kind of world."""
    options = argparse.ArgumentParser(prog="python -m bench.worlds", description=__doc__)
    options.add_argument("--seeds", type=int, default=5, help="how many worlds of each kind")
    asked = options.parse_args()
    for kind in KINDS:
        print(kind.name)
        for variant, rules in told(range(asked.seeds), kind).items():
            for name, scores in rules.items():
                one = _mean(scores)
                print(
                    f"  {variant:11} {name:19} wrong {one.wrong:.3f}  error {one.error:.3f}"
                    f"  range holds {one.coverage:.3f}  width {one.width:.3f}"
                )


if __name__ == "__main__":
    main()
