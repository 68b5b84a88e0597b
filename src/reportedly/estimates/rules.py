"""By which rule the words that stand in a series are summed up: each says what it keeps, what it sets aside and why.

Every rule is an ``Estimator``. What is promised of each: exact numbers in and out, ``low <= best <= high``, every word
kept or set aside, the same answer whatever order the words come in. A best figure is one that was told, or the middle
of a range that was, or the end of what all leave together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.estimates.consensus import Belief, Relation, Voice, believe
from reportedly.estimates.intervals import ANYTHING, around, holds, hull, is_empty, meet, middle, overlaps, within
from reportedly.estimates.standing import spoken_on
from reportedly.model import Bounds, Estimate, Reported

OFFICIAL = frozenset({"government", "military", "intelligence", "international"})
OFFICE = ":office:"  # in the key of an origin that is an office of a state or a town
NEAR = Fraction(1, 10)  # figures that differ by no more of the larger are one count, rounded or a little earlier
OLD = 31  # days; an earlier cumulative count than the newest by more than that says how much it is at least
CHOICES = 500  # figures of one series of which a majority is sought: the most told
LIKELY = 0.9  # the range holds the likeliest figures that together have this chance

Aside = list[tuple[str, str]]


def latest(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """Each origin's newest word; best is the one said last, of several said on that day the lowest.

    In a cumulative series what an origin has counted stands until that origin takes it back: best is the highest, and
    never falls because somebody else counts less.
    """
    return {key: _latest("latest-by-origin/1", *_named(words)) for key, words in series.items()}


def official(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """As ``latest``, of governments, armed forces, their services and international bodies alone.

    An office of a state or a town is official whatever else is known of it.
    """
    found = {}
    for key, words in series.items():
        kept, aside = _named(words)
        told = [word for word in kept if is_official(word)]
        aside += [(word.id, "not an official source") for word in kept if not is_official(word)]
        found[key] = _latest("official/1", told, aside)
    return found


def is_official(word: Reported) -> bool:
    """Whether a body of a state or of states says it, by its kind or by its office."""
    return word.kind in OFFICIAL or OFFICE in word.origin


def conservative(series: Mapping[str, Sequence[Reported]]) -> Mapping[str, Estimate]:
    """Best is the lowest figure that anybody named gives, of a range its lower end.

    The Armed Conflict Location and Event Data project records the most conservative of conflicting reports of deaths
    (its codebook, "Fatalities"). Of a figure that is told as a bound from above, the bound is all that is given.
    """
    found = {}
    for key, words in series.items():
        kept, aside = _named(words)
        ends = (word.bounds.high if word.bounds.low is None else word.bounds.low for word in kept)
        best = min((end for end in ends if end is not None), default=None)
        found[key] = _estimate("conservative/1", kept, best, hull(word.bounds for word in kept), aside=aside)
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
    bounds = {key: _as_of_now(words) for key, words in series.items()}
    voices = {
        key: [Voice(word.origin, bounds[key][word.id], word.named) for word in words] for key, words in series.items()
    }
    beliefs = believe(voices, numbers, overlaps)
    return {key: _believed(words, bounds[key], beliefs.get(key)) for key, words in series.items()}


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


def _as_of_now(words: Sequence[Reported]) -> dict[str, Bounds]:
    """The bounds of each word by its id; of an old count that only grows, from below alone."""
    days = {word.id: spoken_on(word) for word in words}
    newest = max((day for day in days.values() if day is not None), default=0)
    found = {}
    for word in words:
        day, bounds = days[word.id], word.bounds
        is_old = word.scope == "cumulative" and day is not None and newest - day > OLD
        found[word.id] = Bounds(bounds.low, None, bounds.low_strict) if is_old and bounds.low is not None else bounds
    return found


def _named(words: Sequence[Reported]) -> tuple[list[Reported], Aside]:
    """Words of named origins; those of unknown ones where there are no others."""
    named = [word for word in words if word.named]
    if not named:
        return list(words), []
    return named, [(word.id, "an unknown origin, beside named ones") for word in words if not word.named]


def _latest(rule: str, words: Sequence[Reported], aside: Aside) -> Estimate:
    if not words:
        return _estimate(rule, words, None, ANYTHING, aside=aside)
    last = max(word.day or "" for word in words)
    newest = [word for word in words if (word.day or "") == last]
    grows = any(word.scope == "cumulative" for word in words)
    told = [value for word in (words if grows else newest) if (value := middle(word.bounds)) is not None]
    bounds = _range([word.bounds for word in words], grows=grows)
    best = None if not told else within(max(told) if grows else min(told), bounds)
    return _estimate(rule, words, best, bounds, aside=aside)


def _range(told: Sequence[Bounds], *, grows: bool) -> Bounds:
    """What those that overlap leave together, and all that lies between those that do not.

    Of what ``grows`` a lower count cuts nothing off above: there may be more by now.
    """
    found = around(told)
    if not grows or found.high is None:
        return found
    above = [(one.high, not one.high_strict) for one in told if one.high is not None]
    high, closed = max([(found.high, not found.high_strict), *above])
    return replace(found, high=high, high_strict=not closed)


def _majority(words: Sequence[Reported], aside: Aside) -> Estimate:
    told = Counter(word.bounds for word in words)
    wide = [one for one in told if one.low != one.high]
    choices = sorted(told, key=lambda one: (-told[one], repr(one)))[:CHOICES]
    votes = {one: (told[one] + sum(told[w] for w in wide if w != one and holds(w, one)), told[one]) for one in choices}
    most = max(votes.values(), default=None)
    winners = [one for one in choices if votes[one] == most]
    kept = [word for word in words if any(holds(word.bounds, one) for one in winners)]
    best = min((value for one in winners if (value := middle(one)) is not None), default=None)
    rest = _rest(words, kept, "fewer origins say so")
    return _estimate("majority/1", kept, best, hull(winners), aside=aside + rest)


def _rest(words: Iterable[Reported], kept: Iterable[Reported], reason: str) -> Aside:
    ids = {word.id for word in kept}
    return [(word.id, reason) for word in words if word.id not in ids]


def _believed(words: Sequence[Reported], bounds: Mapping[str, Bounds], belief: Belief | None) -> Estimate:
    if belief is None:
        return _estimate("consensus/1", (), None, ANYTHING, aside=[])
    best = _first(belief)
    likely, chance = [best], belief.chances[belief.candidates.index(best)]
    for one, more in zip(belief.candidates, belief.chances, strict=True):
        if chance >= LIKELY:
            break
        if one != best:
            likely.append(one)
            chance += more
    kept = [word for word in words if any(numbers(bounds[word.id], one) < Relation.APART for one in likely)]
    aside = _rest(words, kept, "apart from what is likely by the other origins")
    return _estimate("consensus/1", kept, middle(best), hull(likely), aside=aside)


def _first(belief: Belief) -> Bounds:
    """The likeliest candidate; of several as likely and as often told, the lowest."""
    top = round(belief.chances[0], 6)
    rivals = [one for one, chance in zip(belief.candidates, belief.chances, strict=True) if round(chance, 6) == top]
    lowest: Bounds = min(rivals, key=lambda one: (middle(one) or Fraction(), repr(one)))
    return lowest


def _estimate(rule: str, kept: Iterable[Reported], best: Fraction | None, bounds: Bounds, *, aside: Aside) -> Estimate:
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
