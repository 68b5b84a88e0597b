"""A series becomes a ladder: one rung an origin with its bounds, its reprints stacked behind it, the estimate below.

Nothing is hidden: a word that an estimate sets aside stands there with the reason. The rule is named, in a sentence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.frozen import dataclass
from reportedly.model import Bounds, Constraint, Estimate, Key, Origin, Quantity, Report, Series, Statement
from reportedly.report.ladder import Rung, Scale, rung, scale
from reportedly.report.papers import STATED, Line
from reportedly.report.wording import counted, word
from reportedly.values import shown
from reportedly.values.sides import facing, party
from reportedly.values.states import place_told, state_names

LENGTH = re.compile(r"(?!1 )\d+ (?:hour|day|night|week|weekend|month|year)")
TOGETHER = "+"
SLOTS = ("actor", "population", "recipient", "place", "period", "scope", "change")
LED = ("by ", "in ", "on ", "of ")  # a time told by its own words
THERE = "there"  # where one report alone tells of
NOBODY = frozenset({"i", "we", "you", "he", "she", "it", "they", "one", "who", "which"})  # who is meant is not said
UNSAID = "whose, where and when is not said"
UNDATED = "~"  # sorts after every day
TWO = 2  # of one word there is nothing to compare


@dataclass(frozen=True, slots=True)
class Voice:
    """An origin on a ladder: the line of its word that stands, and the others that tell it again or that it replaced.

    ``why`` is the reason for which the estimate sets the word aside, empty where it rests on it; ``scope`` what the
    word says of itself, where it says less than others on the ladder; ``side`` on which side the origin stands of those
    whose people or goods these are, where it is on one: "its own side", "the other side (war in Ukraine)". ``itself``:
    the word names nobody and stands in a document that the origin published.
    """

    origin: Origin
    line: Line
    others: tuple[Line, ...]
    why: str
    scope: str = ""
    side: str = ""
    itself: bool = False

    @property
    def papers(self) -> int:
        """In how many documents it is told."""
        return len({line.paper.number for line in (self.line, *self.others)})


@dataclass(frozen=True, slots=True)
class Ladder:
    """A series with its origins, the named first, and its estimate.

    ``sum`` is the best figure in words, ``told`` how it was made, ``beside`` what the parts and wholes of the series
    leave of its range, and which of them contradict it.
    """

    series: Series
    scope: str
    voices: tuple[Voice, ...]
    scale: Scale | None
    estimate: Estimate | None
    rung: Rung | None
    best: float | None
    told: str
    sum: str
    beside: tuple[str, ...] = ()

    @property
    def named(self) -> int:
        """How many of the origins are anybody."""
        return sum(voice.origin.named for voice in self.voices)


def ladders(report: Report, lines: Iterable[Line]) -> tuple[Ladder, ...]:
    """A ladder for each family of ``report`` of which more than one word in numbers is told, as the report has them."""
    known: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        known[line.claim.id].append(line)
    again: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.first is not None:
            again[line.first.claim.id].append(line)
    roots = {claim: made for made in report.statements for claim in made.claims}
    estimates = dict(report.estimates)
    beside = _beside(report)
    found = []
    by_id = {one.id: one for one in report.series}
    for family in report.families:
        head, *others = (by_id[name] for name in family.series)
        told = [(one, line) for one in (head, *others) for claim in one.claims for line in known[claim]]
        mine = [line for _, line in told if line.claim.basis in STATED]
        if len(mine) >= TWO:
            made = _ladder(head, mine, roots=roots, again=again, estimate=estimates.get(head.id))
            loose = {
                line.claim.id: scoped(one.key, guessed=is_guessed(one)) or UNSAID
                for one, line in told
                if one is not head
            }
            voices = tuple(
                replace(one, scope=loose.get(one.line.claim.id, ""), side=_side(one, head.key)) for one in made.voices
            )
            found.append(replace(made, voices=voices, beside=tuple(beside[head.id])))
    return tuple(found)


def _beside(report: Report) -> defaultdict[str, list[str]]:
    """What each series is told by its parts and wholes, by its digest."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    keys = {one.id: one.key for one in report.series}
    estimates = dict(report.estimates)
    for name, bounds in report.narrowed:
        made = estimates[name]
        left = range_told(replace(made, low=bounds.low, high=bounds.high))
        told[name].append(f"With what is told of its parts and wholes: {left or amount(bounds.low)}.")
    for broken in report.contradicted:
        what = _contradiction(broken, estimates, keys)
        for name in (broken.whole, *broken.parts):
            told[name].append(f"A contradiction: {what}.")
    return told


def _contradiction(broken: Constraint, estimates: Mapping[str, Estimate], keys: Mapping[str, Key]) -> str:
    """What does not hold, with the series and what they come to: "deaths (900) are part of casualties (800)"."""
    whole, *parts = (
        f"{measured(keys[name])} ({range_told(estimates[name]) or end})"
        for name, end in (
            (broken.whole, amount(estimates[broken.whole].high)),
            *((part, amount(estimates[part].low)) for part in broken.parts),
        )
    )
    if broken.how == "each":
        return f"{parts[0]} are part of {whole}"
    listed = f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{listed} {'come to' if broken.how == 'all' else 'are apart and within'} {whole}"


def _side(one: Voice, key: Key) -> str:
    """Whether a body, an office or a state speaks of its own people or goods, or of those it is at war with."""
    code, whose = one.origin.key.partition(":")[0], key.actor or ""
    if not whose or not one.origin.named or not code.partition("/")[0].isalpha():
        return ""
    if party(code) == party(whose):
        return "its own side"
    told = (one.line.claim.when and one.line.claim.when.end) or _day(one.line).partition("/")[0]
    war = facing(code, whose, None if told == UNDATED else told)
    return f"the other side ({war})" if war else ""


def measured(key: Key) -> str:
    """What a series measures, in words: "deaths"."""
    return key.measure.replace("_", " ")


def _ladder(
    series: Series,
    lines: Sequence[Line],
    *,
    roots: Mapping[str, Statement],
    again: Mapping[str, Sequence[Line]],
    estimate: Estimate | None,
) -> Ladder:
    by_origin: defaultdict[str, list[Line]] = defaultdict(list)
    origins: dict[str, Origin] = {}
    for line in lines:
        if made := roots.get(line.claim.id):
            origins[made.origin.key] = made.origin
            by_origin[made.origin.key].append(line)
    drawn = [line.claim.quantity for line in lines] + _quantities(estimate)
    common = scale(drawn)
    kept, aside = (frozenset(estimate.kept), dict(estimate.aside)) if estimate else (frozenset[str](), {})
    voices = [
        _by_itself(_voice(origins[key], mine, again, kept=kept, aside=aside, common=common), roots)
        for key, mine in by_origin.items()
    ]
    voices.sort(key=lambda one: (not one.origin.named, bool(one.why), _day(one.line), one.origin.name, one.origin.key))
    between = _quantities(estimate)
    return Ladder(
        series=series,
        scope=scoped(series.key, guessed=is_guessed(series)),
        voices=tuple(voices),
        scale=common,
        estimate=estimate,
        rung=rung(common, between[0]) if common and between else None,
        best=common.at(estimate.best) if common and estimate and estimate.best is not None else None,
        told=_told(estimate),
        sum=_summed(estimate, [line.claim.quantity for line in lines if line.claim.id in kept]),
    )


def _voice(
    origin: Origin,
    lines: Sequence[Line],
    again: Mapping[str, Sequence[Line]],
    *,
    kept: frozenset[str],
    aside: Mapping[str, str],
    common: Scale | None,
) -> Voice:
    """The word an estimate rests on stands for its origin; where it rests on none, the one told last."""
    chosen = [line for line in lines if line.claim.id in kept] or list(lines)
    stands = chosen[-1]
    others = [line for line in lines if line is not stands]
    others += [line for one in lines for line in again.get(one.claim.id, ())]
    why = "" if stands.claim.id in kept else aside.get(stands.claim.id, "")
    drawn = replace(stands, rung=rung(common, stands.claim.quantity) if common else None)
    return Voice(origin, drawn, tuple(others), why)


def _by_itself(voice: Voice, roots: Mapping[str, Statement]) -> Voice:
    """``voice``, marked where its word opens a statement and names nobody though it has a root that is named."""
    claim = voice.line.claim
    unsaid = all(step.span is None for step in claim.attribution)
    first = roots[claim.id].claims[0] == claim.id
    return replace(voice, itself=voice.origin.named and unsaid and first)


def _quantities(estimate: Estimate | None) -> list[Quantity]:
    """The range of an estimate as a quantity that can be drawn."""
    if estimate is None or estimate.best is None:
        return []
    return [Quantity(estimate.low, estimate.high, "", "range")]


def _day(line: Line) -> str:
    return (line.paper.published[0] or UNDATED).removeprefix("../")


def scoped(key: Key, *, guessed: bool = False) -> str:
    """What tells this series from others of the same measure, in words: whose, of whom, where, when, how it counts.

    ``guessed`` tells that its place stands in no sentence of its figures, but was taken from around them.
    """
    told = []
    for slot in SLOTS:
        value = getattr(key, slot)
        if value in (None, "unspecified", "level") or (slot == "actor" and value in NOBODY):
            continue
        if slot in ("scope", "change"):
            told.append(word(slot, value))
        else:
            name = called(value, is_place=slot == "place")
            said = name if value.startswith(LED) else f"{word('slot', slot)} {name}".strip()
            told.append(f"{said} ({word('slot', 'guessed')})" if guessed and slot == "place" else said)
    if not key.done:
        told.append(word("slot", "ahead"))
    return " · ".join(one for one in told if one)


def is_guessed(series: Series) -> bool:
    """Whether no figure of a series says by its own sentence where it is."""
    filled = {claim for claim, slot, _ in series.filled if slot == "place"}
    return bool(filled) and filled.issuperset(series.claims)


def called(value: str, *, is_place: bool = False) -> str:
    """A code as people say it: "North Korea" for PRK, "PRK/MIL" as "North Korea, MIL"; what is no code stays."""
    state, slash, role = value.partition("/")
    if state == THERE and slash:
        return word("slot", "one_report")
    if LENGTH.fullmatch(value) is not None:
        return f"{value}s"
    found = state_names().get(state.partition(TOGETHER)[0])
    if not role.isupper() or TOGETHER in value:
        return place_told(value) if is_place or found is not None else value.replace(TOGETHER, " and ")
    return value if found is None else f"{found.name}, {role}"


def _summed(estimate: Estimate | None, kept: Sequence[Quantity]) -> str:
    """The best figure; where those who give it give it as a bound alone, as that bound."""
    if estimate is None or estimate.best is None:
        return ""
    best = estimate.best
    if any(one.low is not None and one.high is not None and one.low <= best <= one.high for one in kept):
        return amount(best)
    bounds = {one.approximator for one in kept if best in (one.low, one.high)}
    return f"{word('bound', min(bounds))} {amount(best)}".strip() if bounds else amount(best)


def bounded(estimate: Estimate, kept: Sequence[Bounds]) -> str:
    """The best figure by the ``kept`` words that it rests on: as a bound where those who give it give no more.

    Empty where it cannot be told.
    """
    best = estimate.best
    if best is None:
        return ""
    closed = any(one.low is not None and one.high is not None and one.low <= best <= one.high for one in kept)
    low = [one.low_strict for one in kept if one.low == best and one.high is None]
    high = [one.high_strict for one in kept if one.high == best and one.low is None]
    if closed or not (low or high):
        return amount(best)
    bound = ("more_than" if all(low) else "at_least") if low else "less_than" if all(high) else "up_to"
    return f"{word('bound', bound)} {amount(best)}".strip()


def _told(estimate: Estimate | None) -> str:
    """How an estimate was made, in a sentence; and what it sets aside, by reason."""
    if estimate is None:
        return ""
    rule = word("rule", estimate.rule)
    if estimate.best is None:
        return f"By {rule} it cannot be told."
    rests = f"By {rule}: rests on {counted(len(estimate.kept), 'word')}"
    if not estimate.aside:
        return f"{rests}, sets none aside."
    reasons = Counter(reason for _, reason in estimate.aside)
    listed = ", ".join(
        f"{number:,} {reason}" for reason, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    )
    return f"{rests}; set aside: {listed}."


def amount(value: Fraction | None) -> str:
    """A number as people write it: "1,100", "2.5"; an open end is empty."""
    if value is None:
        return ""
    return f"{value.numerator:,}" if value.denominator == 1 else shown(value)


def range_told(estimate: Estimate) -> str:
    """The range in words: "1,000 to 6,000", "more than 1,000", "at least 1,000"; empty where it is the best alone."""
    low, high = amount(estimate.low), amount(estimate.high)
    if estimate.low == estimate.high:
        return ""
    if not high:
        return f"{'more than' if estimate.low_strict else 'at least'} {low}" if low else ""
    if not low:
        return f"{'less than' if estimate.high_strict else 'at most'} {high}"
    return f"{low} to {high}"
