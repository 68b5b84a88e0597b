"""What a figure settles at: a range learned from how earlier ones were corrected, by who told them and at what age.

A figure that is told today will be corrected as others were. The error of a figure is how far it lay from the one that
its origin settled on, as a difference of inverse hyperbolic sines: a ratio for large figures, a difference near nought.
The belief about the next error is a hierarchical Dirichlet process (Teh and others 2006, "Hierarchical Dirichlet
processes"): what is known of this origin's figures of this measure and age leans on what is known of this origin at
that age, that on the origin as a whole, and that on a wide prior, the less the more there is. Corrections that came
together are one occasion and count for less than as many apart. Nothing is drawn at random: the same words give the
same range.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from statistics import NormalDist

from reportedly.estimates.intervals import ANYTHING, middle
from reportedly.estimates.standing import sayings, spoken_on
from reportedly.frozen import dataclass
from reportedly.model import Bounds, Estimate, Reported

RULE = "settling/1"
# The prior: half of all corrections change a figure by more than a fiftieth, nine in ten by less than half; more rise.
MEDIAN, SPREAD, RISING = 0.02, 2.0, 0.6
STRENGTH = 8.0  # so many occasions make what is known of one level weigh as much as what is known of the next wider
TOGETHER = 0.5  # corrections of one occasion count for as many as the square root of their number
# What was seen stands for what is near it too: half of it for errors by a factor larger and smaller. The factor comes
# down to one the more occasions were seen, by this width and power.
WIDTH, NARROWING = 20.0, 0.75
AGES = (2, 30)  # days that bound the ages of a figure: fresh, of this month, older
TAIL = 0.05  # the range leaves so much on either side
GRID = 199  # points by which a belief is passed on
PRIOR = 100  # points of the prior on either side

Atoms = list[tuple[float, float]]  # an error and its weight


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that its ``origin`` corrected: of which ``measure``, at what ``age`` in days, by how much.

    ``error`` is asinh(settled) less asinh(told); corrections with one ``occasion`` were made together.
    """

    origin: str
    measure: str
    age: int
    error: float
    occasion: str


class Settling:
    """What is believed of the next correction after those that were seen."""

    def __init__(self, seen: Iterable[Correction] = ()) -> None:
        """``seen`` in any order."""
        self._seen: defaultdict[tuple[object, ...], list[Correction]] = defaultdict(list)
        for one in sorted(seen, key=lambda one: (one.occasion, one.origin, one.measure, one.age, one.error)):
            for level in ((), *_levels(one.origin, one.measure, one.age)):
                self._seen[level].append(one)
        self._known: dict[tuple[object, ...], tuple[float, ...]] = {}
        self._wider: dict[tuple[object, ...], _Belief] = {}

    def errors(self, origin: str, measure: str, age: int) -> tuple[float, ...]:
        """The error to come as ``GRID`` equally likely values in order, where the figure is corrected at all."""
        levels = [level for level in _levels(origin, measure, age) if level in self._seen]
        levels = levels or ([()] if self._seen else [])
        known = tuple(levels)
        if known not in self._known:
            self._known[known] = self._believed(known)
        return self._known[known]

    def _believed(self, levels: tuple[tuple[object, ...], ...]) -> tuple[float, ...]:
        """What the narrowest level adds to the next wider, on which that of many series leans."""
        if not levels:
            return _Belief.of(_prior()).quantiles((), 1.0)
        wider = self._of(levels[:-1])
        atoms, share = self._told(levels[-1])
        return wider.quantiles(atoms, 1 - share)

    def _of(self, levels: tuple[tuple[object, ...], ...]) -> "_Belief":
        if levels not in self._wider:
            atoms: Iterable[tuple[float, float]] = _prior()
            if levels:
                own, share = self._told(levels[-1])
                atoms = (*((error, weight * (1 - share)) for error, weight in self._of(levels[:-1]).atoms), *own)
            self._wider[levels] = _Belief.of(atoms)
        return self._wider[levels]

    def _told(self, level: tuple[object, ...]) -> tuple[Atoms, float]:
        """The atoms of one level, and the share of a belief that they are."""
        atoms, occasions = self._atoms(self._seen[level])
        share = occasions / (occasions + STRENGTH)
        return [(error, weight * share / occasions) for error, weight in atoms], share

    @staticmethod
    def _atoms(seen: Sequence[Correction]) -> tuple[Atoms, float]:
        """What was seen, each with what is near it, and how many occasions it comes to."""
        together = Counter(one.occasion for one in seen)
        weighed = [(one.error, together[one.occasion] ** -TOGETHER) for one in seen]
        occasions = sum(weight for _, weight in weighed)
        near = 1 + WIDTH * occasions**-NARROWING
        kernel = ((1 / near, 0.25), (1.0, 0.5), (near, 0.25))
        return [(error * factor, weight * share) for error, weight in weighed for factor, share in kernel], occasions


def _levels(origin: str, measure: str, age: int) -> tuple[tuple[object, ...], ...]:
    """From the wider to the narrower."""
    old = bisect_right(AGES, age - 1)
    return ((origin,), (origin, old), (origin, old, measure))


def _prior() -> Iterator[tuple[float, float]]:
    normal = NormalDist()
    for step in range(PRIOR):
        size = MEDIAN * math.exp(SPREAD * normal.inv_cdf((step + 0.5) / PRIOR))
        yield size, RISING / PRIOR
        yield -size, (1 - RISING) / PRIOR


@dataclass(frozen=True, slots=True)
class _Belief:
    """Errors in order with their weights, and how much weight there is up to each."""

    atoms: tuple[tuple[float, float], ...]
    errors: tuple[float, ...]
    reached: tuple[float, ...]

    @staticmethod
    def of(atoms: Iterable[tuple[float, float]]) -> "_Belief":
        """A belief of atoms in any order."""
        ordered = tuple(sorted(atoms))
        return _Belief(
            ordered, tuple(error for error, _ in ordered), tuple(accumulate(weight for _, weight in ordered))
        )

    def quantiles(self, more: Sequence[tuple[float, float]], share: float) -> tuple[float, ...]:
        """``GRID`` equally likely errors of ``share`` of this belief and of ``more``; not all are put in order."""
        own = sorted(more)
        told = list(accumulate((weight for _, weight in own), initial=0.0))  # by how many of them
        places = [bisect_right(self.errors, error) for error, _ in own]  # of these stand before each
        before = [share * (self.reached[place - 1] if place else 0.0) + told[at] for at, place in enumerate(places)]
        whole = share * self.reached[-1] + told[-1]
        return tuple(self._at(whole * (step + 0.5) / GRID, own, (told, before), share) for step in range(GRID))

    def _at(
        self, target: float, own: Sequence[tuple[float, float]], sums: tuple[list[float], list[float]], share: float
    ) -> float:
        """The first error up to which there is more than ``target``."""
        told, before = sums
        passed = bisect_right(before, target)  # so many of their own begin by then
        if passed and before[passed - 1] + own[passed - 1][1] > target:
            return own[passed - 1][0]
        place = bisect_right(self.reached, (target - told[passed]) / share) if share else len(self.errors)
        return self.errors[min(place, len(self.errors) - 1)]


# As a rule


def corrections(series: Mapping[str, Sequence[Reported]], moment: str | None = None) -> list[Correction]:
    """Every saying of a named origin in ``series`` that a later one of it replaced, told by ``moment`` (None: now)."""
    found: list[Correction] = []
    for key in sorted(series):
        # What somewhere stands without a day may have been said before all else: its reprint's day says nothing of it.
        undated = {(word.origin, word.bounds) for word in series[key] if spoken_on(word) is None}
        teaching = (word for word in series[key] if word.named and word.scope != "moment")
        told, _ = sayings((word for word in teaching if (word.origin, word.bounds) not in undated), moment)
        for origin, words in told.items():
            found += _corrected(key, origin, words)
    return found


def _corrected(key: str, origin: str, words: Sequence[Reported]) -> Iterator[Correction]:
    days = [(spoken_on(word) or 0, middle(word.bounds)) for word in words]
    last, settled_at = days[-1]
    if settled_at is None or (len(days) > 1 and days[-2][0] == last):
        return  # of two sayings of one day nobody knows which is the later
    for (day, told), (then, _) in pairwise(days):
        if told is not None and told != settled_at and then > day:
            yield Correction(origin, key, then - day, math.asinh(settled_at) - math.asinh(told), f"{origin} {then}")


def settled(learned: Settling, series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """Of each origin's newest word where it is likely to settle; the range holds nine in ten of all that is believed.

    Origins count alike, however many: they may share their errors, so that agreement makes a range no narrower. Best is
    the told figure nearest to the middle of the belief.
    """
    return {key: _estimate(learned, key, words) for key, words in series.items()}


def _estimate(learned: Settling, key: str, words: Sequence[Reported]) -> Estimate:
    named = [word for word in words if word.named] or list(words)
    told = {word.id: value for word in named if (value := middle(word.bounds)) is not None}
    aside = [(word.id, "an unknown origin, beside named ones") for word in words if word not in named]
    aside += [(word.id, "no number") for word in named if word.id not in told]
    if not told:
        return _made(None, ANYTHING, (), aside)
    newest = max(spoken_on(word) or 0 for word in named)
    values = sorted(
        value
        for word in named
        if word.id in told
        for value in _values(word, learned.errors(word.origin, key, newest - (spoken_on(word) or newest)))
    )
    centre = values[len(values) // 2]
    best = min(told.values(), key=lambda value: (abs(math.asinh(value) - math.asinh(centre)), value))
    if min(told.values()) >= 0:
        values = [max(value, 0.0) for value in values]  # counts are no less than nought
    low, high = values[int(TAIL * len(values))], values[min(math.ceil((1 - TAIL) * len(values)), len(values) - 1)]
    return _made(best, Bounds(min(_rounded(low, math.floor), best), max(_rounded(high, math.ceil), best)), told, aside)


def _values(word: Reported, errors: Sequence[float]) -> Iterator[float]:
    """Where a word may settle: what is only bounded lies on its side of the bound."""
    told = math.asinh(middle(word.bounds) or 0)
    for error in errors:
        if word.bounds.high is None:
            error = abs(error)
        elif word.bounds.low is None:
            error = -abs(error)
        yield math.sinh(told + error)


def _rounded(value: float, way: Callable[[Fraction], int]) -> Fraction:
    """To three digits, ``way`` up or down; a belief knows no more."""
    if value == 0:
        return Fraction(0)
    step = Fraction(10) ** (math.floor(math.log10(abs(value))) - 2)
    return way(Fraction(value) / step) * step


def _made(best: Fraction | None, bounds: Bounds, kept: Iterable[str], aside: Iterable[tuple[str, str]]) -> Estimate:
    return Estimate(RULE, None, bounds.low, best, bounds.high, tuple(sorted(kept)), tuple(sorted(aside)))
