"""By which rule the words that stand in a series are summed up: each says what it keeps, what it sets aside and why.

Every rule is an ``Estimator``. What is promised of each: exact numbers in and out, ``low <= best <= high``, every word
kept or set aside, the same answer whatever order the words come in. A best figure is one that was told, or the middle
of a range that was.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from reportedly.estimates.consensus import Belief, Relation, Voice, believe
from reportedly.estimates.intervals import ANYTHING, holds, hull, is_empty, meet, middle, overlaps
from reportedly.model import Bounds, Estimate, Reported

OFFICIAL = frozenset({"government", "military", "intelligence", "international"})
NEAR = Fraction(1, 10)  # figures that differ by no more of the larger are one count, rounded or a little earlier
OLD = 31  # days; an earlier cumulative count than the newest by more than that says how much it is at least
LIKELY = 0.9  # the range holds the likeliest figures that together have this chance

Aside = list[tuple[str, str]]


def latest(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """Each origin's newest word; best is the one said last.

    In a cumulative series what an origin has counted stands until that origin takes it back: best is the highest, and
    never falls because somebody else counts less.
    """
    return {key: _latest("latest-by-origin/1", *_named(words)) for key, words in series.items()}


def official(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """As ``latest``, of governments, armed forces, their services and international bodies alone."""
    found = {}
    for key, words in series.items():
        kept, aside = _named(words)
        told = [word for word in kept if word.kind in OFFICIAL]
        aside += [(word.id, "not an official source") for word in kept if word.kind not in OFFICIAL]
        found[key] = _latest("official/1", told, aside)
    return found


def conservative(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """Best is the lowest figure that anybody named gives, of a range its lower end.

    The Armed Conflict Location and Event Data project records the most conservative of conflicting reports of deaths
    (its codebook, "Fatalities"). A figure told only as a bound from above is taken where there is no other.
    """
    found = {}
    for key, words in series.items():
        kept, aside = _named(words)
        lows = [word.bounds.low for word in kept if word.bounds.low is not None]
        highs = [word.bounds.high for word in kept if word.bounds.high is not None]
        best = min(lows or highs, default=None)
        found[key] = _estimate("conservative/1", kept, best, hull(word.bounds for word in kept), aside)
    return found


def majority(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """The figure that most origins give, one voice each; a bound or range that holds it speaks for it.

    Where several are given equally often the range is theirs and best the lowest of them.
    """
    return {key: _majority(*_named(words)) for key, words in series.items()}


def consensus(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """The figure that is likely true if origins are as reliable as the others, over all series, make them look.

    The range holds the likeliest figures up to a chance of nine in ten: how sure the origins are among themselves, and
    not how far from the truth they all may be. Of an older cumulative count it is taken that there may be more by now.
    """
    beliefs = believe(
        {
            key: [Voice(word.origin, _as_of_now(word, words), word.named) for word in words]
            for key, words in series.items()
        },
        numbers,
        overlaps,
    )
    return {key: _believed(words, beliefs.get(key)) for key, words in series.items()}


def numbers(value: Bounds, candidate: Bounds) -> Relation:
    """What one interval says of another that may be all there is to know; the truth is a number within."""
    if value == candidate and value.low == value.high:
        return Relation.SAME
    if holds(value, candidate):
        return Relation.HOLDS
    if holds(candidate, value):
        return Relation.WITHIN
    return Relation.NEAR if not is_empty(meet(value, candidate)) or _is_near(value, candidate) else Relation.APART


def _is_near(one: Bounds, two: Bounds) -> bool:
    first, second = middle(one), middle(two)
    if first is None or second is None:
        return False
    return abs(first - second) <= NEAR * max(abs(first), abs(second))


def _as_of_now(word: Reported, words: Sequence[Reported]) -> Bounds:
    """The bounds of a word; of an old count that only grows, from below alone."""
    day = _day(word)
    newest = max((other for other in map(_day, words) if other is not None), default=None)
    if word.scope != "cumulative" or day is None or newest is None or newest - day <= OLD or word.bounds.low is None:
        return word.bounds
    return Bounds(word.bounds.low, None, word.bounds.low_strict)


def _day(word: Reported) -> int | None:
    """The day a word was said, as a number; the first of those it may have been."""
    told = word.said or word.published
    if told is None:
        return None
    return date.fromisoformat((told[:10] + "-01-01"[len(told[:10]) - 4 :])[:10]).toordinal()


def _named(words: Sequence[Reported]) -> tuple[list[Reported], Aside]:
    """Words of named origins; those of unknown ones where there are no others."""
    named = [word for word in words if word.named]
    if not named:
        return list(words), []
    return named, [(word.id, "an unknown origin, beside named ones") for word in words if not word.named]


def _latest(rule: str, words: Sequence[Reported], aside: Aside) -> Estimate:
    best = None
    if words:
        newest = max(words, key=lambda word: (word.said or word.published or "", word.published or "", word.id))
        told = words if newest.scope == "cumulative" else [newest]
        best = max(value for word in told if (value := middle(word.bounds)) is not None)
    return _estimate(rule, words, best, hull(word.bounds for word in words), aside)


def _majority(words: Sequence[Reported], aside: Aside) -> Estimate:
    several = {word.bounds for word in words}
    votes = {
        one: (sum(holds(word.bounds, one) for word in words), sum(word.bounds == one for word in words))
        for one in several
    }
    winners = [one for one in several if votes[one] == max(votes.values())]
    kept = [word for word in words if any(holds(word.bounds, one) for one in winners)]
    aside = aside + [(word.id, "fewer origins say so") for word in words if word not in kept]
    best = min((value for one in winners if (value := middle(one)) is not None), default=None)
    return _estimate("majority/1", kept, best, hull(winners), aside)


def _believed(words: Sequence[Reported], belief: Belief | None) -> Estimate:
    if belief is None:
        return _estimate("consensus/1", (), None, ANYTHING, [])
    best = _first(belief)
    likely, chance = [best], belief.chances[belief.candidates.index(best)]
    for one, more in zip(belief.candidates, belief.chances, strict=True):
        if chance >= LIKELY:
            break
        if one != best:
            likely.append(one)
            chance += more
    kept = [word for word in words if any(numbers(_as_of_now(word, words), one) < Relation.APART for one in likely)]
    aside = [(word.id, "apart from what is likely by the other origins") for word in words if word not in kept]
    return _estimate("consensus/1", kept, middle(best), hull(likely), aside)


def _first(belief: Belief) -> Bounds:
    """The likeliest candidate; of several as likely and as often told, the lowest."""
    top = round(belief.chances[0], 6)
    rivals = [one for one, chance in zip(belief.candidates, belief.chances, strict=True) if round(chance, 6) == top]
    lowest: Bounds = min(rivals, key=lambda one: (middle(one) or Fraction(), repr(one)))
    return lowest


def _estimate(rule: str, kept: Iterable[Reported], best: Fraction | None, bounds: Bounds, aside: Aside) -> Estimate:
    if best is None:
        bounds = ANYTHING
    return Estimate(
        rule=rule,
        moment=None,
        low=bounds.low,
        best=best,
        high=bounds.high,
        kept=tuple(sorted(word.id for word in kept)),
        aside=tuple(sorted(aside)),
        low_strict=bounds.low_strict,
        high_strict=bounds.high_strict,
    )
