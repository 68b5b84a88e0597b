"""Origins are believed by how well their words on many series bear out each other's, learned without any truth.

For each series every figure told is a candidate. An origin's word on it can be the candidate itself, hold it (a bound,
a range, "a place in England" of London), lie near it, or lie apart; how often it is which is learned for each origin in
turn with what is likely true: expectation and maximisation as in Dawid and Skene (1979), with the false values spread
over many as in Dong, Berti-Equille and Srivastava (2009) and words that hold the truth as in Jung, Kim and Shim (2019).
Three things keep it from believing the loudest:

* an origin is judged only by what the *others* say; a series on which it speaks alone says nothing of it;
* an origin with few words is taken for an average one of its class (named or not), which no origin sets alone;
* origins that share errors nobody else makes are taken to copy, and then count for little more than one
  (the dependence of Dong, Berti-Equille and Srivastava).

What is promised: the order of series and of voices does not matter; the answer is one of the candidates.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import combinations
from math import exp, fsum, log
from typing import Any

from reportedly.frozen import dataclass

ROUNDS = 8  # beyond which no chance moved by more than a thousandth on any yardstick
FIRST = 2  # rounds before copiers are looked for
FALSE = 100.0  # false values an error may fall on, as in Dong et al.; between 20 and 100 no yardstick moves much
CLOSE = 20.0  # of which so many lie near the truth, or within it where the truth is no more than a range
CANDIDATES = 64  # figures of one series that can be the answer: the most told; every word still speaks for or against
CROWD = 200  # voices on one series beyond which nobody asks there who copies from whom: pairs are too many
COPIED = 0.8  # share of its words that a copier copies, as in Dong et al.
SUSPECT = 0.01  # chance that two origins depend on each other before anything is known; one shared slip is no proof
AVERAGE = 4.0  # words that the average of its class counts for, beside an origin's own
START = (6.0, 1.0, 1.0, 2.0)  # what is thought of a class of origins before any is heard: words of each kind


class Relation(IntEnum):
    """What a word says of a candidate. WITHIN: it says more than the candidate, which tells nothing of its truth."""

    SAME = 0
    HOLDS = 1
    NEAR = 2
    APART = 3
    WITHIN = 4


Value = Any  # hashable; the relation alone knows what it is
Relate = Callable[[Value, Value], Relation]


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin's word on one series."""

    origin: str
    value: Value
    named: bool = True


@dataclass(frozen=True, slots=True)
class Belief:
    """The candidates of a series, the likeliest first, with their chances, which add up to one."""

    candidates: tuple[Value, ...]
    chances: tuple[float, ...]


@dataclass(slots=True)
class _Case:
    """A series while it is weighed: voices by number of value, and the relation of each value to each candidate."""

    voices: tuple[Voice, ...]
    said: tuple[int, ...]
    candidates: tuple[Value, ...]
    tellers: tuple[int, ...]
    relations: tuple[tuple[Relation, ...], ...]
    chances: tuple[float, ...]
    weights: tuple[float, ...]


Habits = Mapping[str, tuple[float, ...]]  # by origin: logarithms of the likelihood of each relation


def believe(
    series: Mapping[str, Sequence[Voice]], relate: Relate, extra: Callable[[Sequence[Value]], Sequence[Value]] = tuple
) -> dict[str, Belief]:
    """What is likely true of each series; ``extra`` gives the candidates there are beside the values told."""
    cases = {key: _case(voices, relate, extra) for key, voices in series.items() if voices}
    classes = {voice.origin: voice.named for case in cases.values() for voice in case.voices}
    habits = _habits({}, classes, 1.0)
    for turn in range(ROUNDS):
        counts: defaultdict[str, list[list[float]]] = defaultdict(lambda: [[] for _ in Relation])
        for case in cases.values():
            _weigh(case, habits, counts)
        heard = {origin: [fsum(one) for one in kinds] for origin, kinds in counts.items()}
        # At first what lies near speaks as loud as what is the same, lest those who copy be the only ones to agree.
        habits = _habits(heard, classes, CLOSE if turn >= FIRST else 1.0)
        if turn in (FIRST, ROUNDS // 2):
            small = [case for case in cases.values() if 1 < len(case.voices) <= CROWD]
            _discount(small, _dependence(small))
    return {key: _belief(case) for key, case in cases.items()}


def _case(voices: Sequence[Voice], relate: Relate, extra: Callable[[Sequence[Value]], Sequence[Value]]) -> _Case:
    ordered = tuple(sorted(voices, key=lambda voice: (voice.origin, repr(voice.value))))
    told = Counter(voice.value for voice in ordered)
    values = sorted(told, key=lambda value: (-told[value], repr(value)))
    several = [*values[:CANDIDATES], *(one for one in extra(values[:CANDIDATES]) if one not in told)]
    number = {value: i for i, value in enumerate(values)}
    return _Case(
        voices=ordered,
        said=tuple(number[voice.value] for voice in ordered),
        candidates=tuple(several),
        tellers=tuple(told[value] for value in several),
        relations=tuple(tuple(relate(value, one) for one in several) for value in values),
        chances=(1 / len(several),) * len(several),
        weights=(1.0,) * len(ordered),
    )


def _weigh(case: _Case, habits: Habits, counts: Mapping[str, list[list[float]]]) -> None:
    """Sets the chances of the candidates of ``case``, and counts what each voice is by what the others say."""
    if len(case.candidates) == 1:
        case.chances = (1.0,)
    spoken = [
        [weight * habits[voice.origin][relation] for relation in case.relations[value]]
        for voice, value, weight in zip(case.voices, case.said, case.weights, strict=True)
    ]
    whole = [fsum(column) for column in zip(*spoken, strict=True)]
    case.chances = _shares(whole)
    if len(case.voices) == 1:
        return
    for voice, value, own in zip(case.voices, case.said, spoken, strict=True):
        others = _shares([all_ - mine for all_, mine in zip(whole, own, strict=True)])
        for relation, chance in zip(case.relations[value], others, strict=True):
            counts[voice.origin][relation].append(chance)


def _shares(logarithms: Sequence[float]) -> tuple[float, ...]:
    top = max(logarithms)
    parts = [exp(one - top) for one in logarithms]
    total = fsum(parts)
    return tuple(part / total for part in parts)


def _habits(counts: Mapping[str, Sequence[float]], classes: Mapping[str, bool], close: float) -> Habits:
    """How each origin speaks: its own counts and those of its class, in which no origin weighs over ``AVERAGE``."""
    average = {
        named: _average([c for o, c in sorted(counts.items()) if classes[o] == named]) for named in (True, False)
    }
    found = {}
    for origin, named in classes.items():
        own = counts.get(origin, (0.0,) * len(START))
        total = fsum(own[: len(START)]) + AVERAGE
        rates = [(one + AVERAGE * mean) / total for one, mean in zip(own, average[named], strict=False)]
        same, holds, near, apart = rates
        found[origin] = (log(same), log(holds), log(near / close), log(apart / FALSE), log(apart / CLOSE))
    return found


def _average(counts: Sequence[Sequence[float]]) -> tuple[float, ...]:
    shares = [min(1.0, AVERAGE / total) if (total := fsum(one[: len(START)])) else 0.0 for one in counts]
    sums = [
        start + fsum(share * one[i] for share, one in zip(shares, counts, strict=True)) for i, start in enumerate(START)
    ]
    total = fsum(sums)
    return tuple(one / total for one in sums)


def _dependence(cases: Sequence[_Case]) -> dict[tuple[str, str], float]:
    """By pair of origins, in order: the chance that one copies from the other, from the errors that they share."""
    right: defaultdict[str, list[float]] = defaultdict(list)
    pairs: defaultdict[tuple[str, str], list[tuple[bool, float]]] = defaultdict(list)
    for case in cases:
        truth = [_right(case, value) for value in range(len(case.relations))]
        for voice, value in zip(case.voices, case.said, strict=True):
            right[voice.origin].append(truth[value])
        for (one, first), (two, second) in combinations(zip(case.voices, case.said, strict=True), 2):
            pairs[one.origin, two.origin].append((first == second, truth[first]))
    accuracy = {origin: (fsum(chances) + 1) / (len(chances) + 2) for origin, chances in right.items()}
    return {pair: _copies(shared, accuracy[pair[0]], accuracy[pair[1]]) for pair, shared in pairs.items()}


def _right(case: _Case, value: int) -> float:
    """The chance that a word is no error."""
    relations = zip(case.relations[value], case.chances, strict=True)
    return min(1.0, fsum(chance for relation, chance in relations if relation != Relation.APART))


def _copies(shared: Sequence[tuple[bool, float]], one: float, two: float) -> float:
    both_right, both_wrong = one * two, (1 - one) * (1 - two) / FALSE
    apart = max(1 - one * two - both_wrong, 1e-9)
    mean = (one + two) / 2
    odds = [log(SUSPECT / (1 - SUSPECT))]
    for same, chance in shared:
        alone = chance * both_right + (1 - chance) * both_wrong if same else apart
        copied = chance * mean + (1 - chance) * (1 - mean)
        odds.append(log((COPIED * copied + (1 - COPIED) * alone) / alone) if same else log(1 - COPIED))
    return 1 / (1 + exp(-max(-700.0, min(700.0, fsum(odds)))))


def _discount(cases: Sequence[_Case], dependence: Mapping[tuple[str, str], float]) -> None:
    """Lets a voice count less by the chance that it was copied from one before it that says the same."""
    for case in cases:
        weights = []
        for i, (voice, value) in enumerate(zip(case.voices, case.said, strict=True)):
            weight = 1.0
            for j in range(i):
                if case.said[j] == value:
                    weight *= 1 - COPIED * dependence[case.voices[j].origin, voice.origin]
            weights.append(weight)
        case.weights = tuple(weights)


def _belief(case: _Case) -> Belief:
    ranked = sorted(_ranked(case), key=lambda row: row[:-1])
    return Belief(tuple(case.candidates[i] for *_, i in ranked), tuple(case.chances[i] for *_, i in ranked))


def _ranked(case: _Case) -> Iterator[tuple[float, int, int, int]]:
    # Chances that differ by less than a millionth differ by the rounding of sums: the number of tellers then decides.
    for i, chance in enumerate(case.chances):
        yield (-round(chance, 6), -case.tellers[i], i, i)
