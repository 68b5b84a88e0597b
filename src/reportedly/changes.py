"""Two states of a record become what changed: figures new, raised, lowered, withdrawn, confirmed; pages rewritten.

``moves`` holds a series as it stood at one moment against how it stands at another, ``rewritten`` one version of a page
against the next, ``outcomes`` what was announced. What is promised: it is a difference of two conclusions and nothing
else, so that the same two give the same changes; what moved is an origin's own word, known by the origin and never by
the page, so that a reprint, a second reading and a rewording move nothing; only who is named confirms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product

from reportedly.frozen import dataclass
from reportedly.model import (
    DONE,
    Bounds,
    Changed,
    ChangeKind,
    Claim,
    Document,
    Estimate,
    Key,
    Outlook,
    Reading,
    Reported,
)

SHOWN = 6  # figures of a rewritten page that its sentence names; the claims name all
OUTCOMES: Mapping[str, ChangeKind] = {
    "came_about": "came_about",
    "partly": "came_about",
    "not_by_date": "fell_due",
    "overtaken": "overtaken",
}
STATES: Mapping[str, str] = {
    "came_about": "it came about",
    "partly": "it came about in part",
    "not_by_date": "not by its date",
    "overtaken": "overtaken",
}
ALWAYS = "~"  # sorts behind every moment


@dataclass(frozen=True, slots=True)
class Summed:
    """A series as it stands at a moment: every word on it, and what a rule makes of them."""

    words: tuple[Reported, ...]
    estimate: Estimate

    @property
    def standing(self) -> dict[str, Reported]:
        """The words that the estimate rests on, by their origins."""
        kept = set(self.estimate.kept)
        return {word.origin: word for word in self.words if word.id in kept}


@dataclass(frozen=True, slots=True)
class Move:
    """What one origin's word on a series did; ``beside`` is another origin's word that it is held against.

    ``was`` is the best figure before, where a word of an origin that had said nothing yet raised or lowered it.
    ``elsewhere`` is the series of ``before``, where that is another one, which says more or less of where and when.
    """

    kind: ChangeKind
    series: str
    now: Reported | None
    before: Reported | None = None
    beside: Reported | None = None
    was: Fraction | None = None
    elsewhere: str | None = None

    @property
    def words(self) -> tuple[Reported, ...]:
        """Those that it names, the later first."""
        return tuple(word for word in (self.now, self.before, self.beside) if word is not None)

    @property
    def tellers(self) -> tuple[Reported, ...]:
        """Those words of which it is told who says them: that what an origin said before was its own goes without."""
        return tuple(word for word in (self.now or self.before, self.beside) if word is not None)


NOTHING = Summed((), Estimate("", None, None, None, None, (), ()))


def moves(series: str, before: Summed | None, after: Summed | None) -> Iterator[Move]:
    """What changed on ``series``, by origin; nothing where every origin says what it said."""
    was, now = before or NOTHING, after or NOTHING
    old, new = was.standing, now.standing
    told = {(word.origin, word.bounds) for word in now.words}
    known: dict[str, Reported] = {}
    for origin, one in sorted(old.items()):
        other = new.get(origin)
        known[origin] = other or one
        if other is not None and one.bounds != other.bounds:
            yield Move(_turn(one.bounds, other.bounds), series, other, one)
        elif other is None and (origin, one.bounds) not in told:
            yield Move("withdrawn", series, None, one)
    yield from _taken_back(series, was, now)
    spoke = {word.origin for word in was.words}
    for word in sorted((word for origin, word in new.items() if origin not in spoke), key=_order):
        taken_back = _own_before(word, now)
        if taken_back is not None:
            yield Move(_turn(taken_back.bounds, word.bounds), series, word, taken_back)
        elif not spoke and not known:
            yield Move("new", series, word)
        else:
            yield from _joined(series, word, (was.estimate, now.estimate), known)
        known[word.origin] = word


def _taken_back(series: str, was: Summed, now: Summed) -> Iterator[Move]:
    """What an origin corrected downwards in between and has raised again since, which its newest word hides."""
    known, standing = {word.id for word in was.words}, {word.id for word in now.standing.values()}
    if not any(word.corrects and word.id not in known and word.id not in standing for word in now.words):
        return
    said: defaultdict[str, list[Reported]] = defaultdict(list)
    for word in sorted(now.words, key=lambda word: (word.day or ALWAYS, word.corrects, word.id)):
        if word.named and word.stance == "asserts" and word.status in DONE:
            said[word.origin].append(word)
    for one, other in (pair for words in said.values() for pair in pairwise(words)):
        fresh = other.corrects and other.id not in known and other.id not in standing
        if fresh and one.bounds != other.bounds and _turn(one.bounds, other.bounds) == "lowered":
            yield Move("lowered", series, other, one)


def _own_before(word: Reported, now: Summed) -> Reported | None:
    """The figure that an origin tells with the one it puts in its place: "lowered the number from 62 to 58"."""
    past = (one for one in now.words if one.past and one.origin == word.origin and one.published == word.published)
    return next((one for one in past if word.corrects and one.named and one.bounds != word.bounds), None)


def newcomers(before: Summed | None, after: Summed | None) -> bool:
    """Whether an origin that had said nothing stands now: what it does depends on what all others say."""
    spoke = {word.origin for word in (before or NOTHING).words}
    return not spoke.issuperset((after or NOTHING).standing)


def _joined(
    series: str, word: Reported, estimates: tuple[Estimate, Estimate], others: Mapping[str, Reported]
) -> Iterator[Move]:
    """An origin that had said nothing of the series: it confirms another, moves the best figure, agrees, or differs.

    Who is not named confirms nobody and differs from nobody; that he moved the best figure is told all the same. A
    bound that leaves room for the other's figure ("at least 38", and 104) is neither moved by it nor differs.
    """
    named = sorted((other for other in others.values() if other.named), key=_order)
    same = next((other for other in named if other.bounds == word.bounds), None)
    if same is not None and word.named:
        yield Move("confirmed", series, word, beside=same)
        return
    beside, (before, after) = named[-1] if named else None, estimates
    stood = Bounds(before.low, before.high, before.low_strict, before.high_strict)
    moved = None not in (before.best, after.best) and before.best != after.best
    if moved and not _allows(stood, word.bounds):
        best, now = Bounds(before.best, before.best), Bounds(after.best, after.best)
        own = _turn(best, word.bounds)
        if own == _turn(best, now):
            yield Move(own, series, word, beside=beside, was=before.best)
            return
    if word.named:
        apart = next((other for other in reversed(named) if _are_apart(other.bounds, word.bounds)), None)
        kind: ChangeKind = "new" if not named else "differs" if apart is not None else "compatible"
        yield Move(kind, series, word, beside=apart or beside)


def _are_apart(one: Bounds, other: Bounds) -> bool:
    """Whether no number is within both: "at least 38" and 104 are not."""
    lower, upper = sorted((one, other), key=lambda bounds: (bounds.high is None, bounds.high or 0))
    if lower.high is None or upper.low is None:
        return False
    return upper.low > lower.high or (upper.low == lower.high and (upper.low_strict or lower.high_strict))


def _allows(bound: Bounds, other: Bounds) -> bool:
    """Whether a bound that is open on one side leaves room for all of another figure."""
    if (bound.low is None) == (bound.high is None):
        return False
    (low, high), (least, most) = _ends(bound), _ends(other)
    return low <= least and most <= high


# What an origin had said elsewhere


class Kin:
    """Series that may tell of one thing and differ in place or period alone: one leaves it open, or holds the other's.

    None of what is compared grows faster than the series do.
    """

    def __init__(self, keys: Mapping[str, Key]) -> None:
        self.keys = keys
        self._alike: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for name, key in keys.items():
            self._alike[_alike(key, _root(key.place), _root(key.period))].append(name)

    def of(self, key: Key) -> Iterator[str]:
        """The kin of the series of ``key``, by their digests."""
        places, periods = ({_root(value), None} for value in (key.place, key.period))
        for place, period in product(places, periods):
            for name in self._alike.get(_alike(key, place, period), [])[:NEAREST]:
                other = self.keys[name]
                if other != key and _nest(key.place, other.place) and _nest(key.period, other.period):
                    yield name


NEAREST = 100  # series that are looked at; of one measure in one state and of one event there are few


def _alike(key: Key, place: str | None, period: str | None) -> tuple[object, ...]:
    own = (key.measure, key.unit, key.scope, key.change, key.done, key.judged)
    return (*own, key.actor, key.recipient, key.population, place, period)


def _root(value: str | None) -> str | None:
    """The state of a place, the event of a period."""
    return value and value.partition("/")[0].partition(" ")[0]


def _nest(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other or _begins(one, other) or _begins(other, one)


def _begins(wide: str, narrow: str) -> bool:
    return narrow.startswith((f"{wide}/", f"{wide} ", f"{wide}-"))


def elsewhere(move: Move, keys: Mapping[str, Key], said: Mapping[str, Sequence[Reported]]) -> Move | None:
    """``move`` of an origin that had said nothing of the series, with what it had said of its kin; ``said`` is of them.

    Raised or lowered it is only where the two tell of one event, or where the origin itself corrects; None where it
    says again what it said.
    """
    word = move.now
    every = [
        (told.day or ALWAYS, told.id, name, told) for name, words in said.items() for told in words if not told.past
    ]
    spoke = [one for one in every if word and one[3].origin == word.origin and one[0] < (word.day or ALWAYS)]
    if word is None or not word.named or not spoke:
        return move
    _, _, name, before = max(spoke, key=lambda one: one[:3])
    one, other = keys[move.series], keys[name]
    is_one = one.period is not None and one.period == other.period and None in (one.place, other.place)
    if before.bounds == word.bounds and one.period is not None and one.period == other.period:
        return None
    turn = _turn(before.bounds, word.bounds) if before.bounds != word.bounds and (is_one or word.corrects) else "new"
    return Move(turn, move.series, word, before, elsewhere=name)


def _order(word: Reported) -> tuple[bool, str, str]:
    return (not word.named, word.day or ALWAYS, word.id)


def _turn(one: Bounds, other: Bounds) -> ChangeKind:
    """Which way a figure went: both its ends no lower and one higher is up."""
    ends = list(zip(_ends(one), _ends(other), strict=True))
    if all(was <= now for was, now in ends):
        return "raised"
    return "lowered" if all(was >= now for was, now in ends) else "restated"


def _ends(bounds: Bounds) -> tuple[tuple[float | Fraction, int], tuple[float | Fraction, int]]:
    low = (float("-inf"), 0) if bounds.low is None else (bounds.low, int(bounds.low_strict))
    high = (float("inf"), 0) if bounds.high is None else (bounds.high, -int(bounds.high_strict))
    return low, high


# In words

TEMPLATES: Mapping[ChangeKind, str] = {
    "new": "{title}: {now}, by {who}; the first figure under this heading",
    "raised": "{title}: {now}, raised from {before} by {who}",
    "lowered": "{title}: {now}, lowered from {before} by {who}",
    "restated": "{title}: {now}, before {before}, by {who}",
    "withdrawn": "{title}: {before} by {who} is told no more",
    "confirmed": "{title}: {now}, by {who}, confirms {other}",
    "differs": "{title}: {now}, by {who}; {other} says {beside}",
    "compatible": "{title}: {now}, by {who}, compatible with {beside} by {other}",
}
ANOTHER = "{title}: {now}, by {who}, not told here before; the estimate was {was}"
ELSEWHERE = "{title}: {now}, by {who}, who had said {before} of {where}"
TURNED = "{title}: {now}, {turn} from {before} by {who}, then told of {where}"


def told(move: Move, title: str, name: Callable[[Reported], str], *, where: str = "", unit: str = "") -> Changed:
    """``move`` in a sentence; ``title`` is what the series is called, ``name`` who says a word.

    ``where`` is what the series is called in which the origin had spoken, ``unit`` what behind each figure stands.
    """
    word = move.now or move.before
    assert word is not None  # a move is a word's
    sentence = _template(move).format(
        title=title, who=name(word), was="" if move.was is None else f"{_number(move.was)}{unit}",
        now=_words(move.now, unit), before=_words(move.before, unit), beside=_words(move.beside, unit),
        other=name(move.beside) if move.beside else "", where=where, turn=move.kind,
    )  # fmt: skip
    return Changed(move.kind, word.day, sentence, tuple(one.id for one in move.words), move.series)


def _template(move: Move) -> str:
    if move.elsewhere is not None:
        return ELSEWHERE if move.kind in ("new", "restated") else TURNED
    if move.was is not None:
        return ANOTHER
    return TEMPLATES[move.kind]


def _words(word: Reported | None, unit: str) -> str:
    return "" if word is None else f"{figure(word.bounds)}{unit}"


def figure(bounds: Bounds) -> str:
    """An interval as people write it: "600", "more than 600", "600 to 1,000"; "no number" where it is open."""
    low, high = (None if end is None else _number(end) for end in (bounds.low, bounds.high))
    if low is None and high is None:
        return "no number"
    if low is None:
        return f"{'less than' if bounds.high_strict else 'at most'} {high}"
    if high is None:
        return f"{'more than' if bounds.low_strict else 'at least'} {low}"
    return low if low == high else f"{low} to {high}"


def _number(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.4g}"


# Pages that were rewritten


def rewritten(
    before: tuple[Document, Reading],
    after: tuple[Document, Reading],
    keys: Mapping[str, Key],
    title: Callable[[Key], str],
) -> Changed:
    """A new version of a page, with the figures that it has otherwise; ``keys`` are those of the claims of both."""
    (_, old), (document, new) = before, after
    was, now = _by_key(old, keys), _by_key(new, keys)
    lines, claims = [], []
    for key in sorted(was.keys() | now.keys(), key=repr):
        one, other = was.get(key, []), now.get(key, [])
        if {_value(claim) for claim in one} != {_value(claim) for claim in other}:
            lines.append(f"{title(key)} {_turned(one, other)}")
            claims += [claim.id for claim in (*other, *one)]
    name = document.title or document.address
    more = f"; and {len(lines) - SHOWN} more" if len(lines) > SHOWN else ""
    figures = "; ".join(lines[:SHOWN]) + more if lines else "its figures are the same"
    return Changed(
        "version", document.published, f"{name}, a new version: {figures}", tuple(claims), document=document.id
    )


def _by_key(reading: Reading, keys: Mapping[str, Key]) -> dict[Key, list[Claim]]:
    found: defaultdict[Key, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.id in keys:
            found[keys[claim.id]].append(claim)
    return found


def _value(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return quantity.low, quantity.high, quantity.low_strict, quantity.high_strict, claim.status


def _turned(one: Sequence[Claim], other: Sequence[Claim]) -> str:
    before, after = (" and ".join(dict.fromkeys(claim.quantity.written for claim in some)) for some in (one, other))
    if not one:
        return f"{after}, not told before"
    if not other:
        return f"{before}, told no more"
    if before == after:
        statuses = [some[0].status.replace("_", " ") for some in (one, other)]
        return f"{after}: {statuses[0]}, now {statuses[1]}"
    return f"{after}, before {before}"


# What was announced


def outcomes(
    before: Iterable[Outlook], after: Iterable[Outlook], since: str, until: str, *, by: str = "report"
) -> Iterator[Changed]:
    """Plans that came about, were overtaken, or fell due between two moments without anything told of them.

    ``by`` is what was held against them: every "report", or figures alone.
    """
    was = {entry.id: entry.state for entry in before}
    for entry in after:
        if entry.state in OUTCOMES and entry.state != was.get(entry.id, "open"):
            told = f"{_named(entry)}: {STATES[entry.state]}; {entry.reason}"
            claims = (*entry.met_by, *entry.claims)
            yield Changed(OUTCOMES[entry.state], entry.settled or None, told, claims, document=entry.document)
        elif entry.state == "open" and entry.due and entry.due.end and since < entry.due.end + ALWAYS <= until:
            unmatched = f"no {by} read here was matched to it"
            told = f"{_named(entry)}: due by {entry.due.end}; {f'open: {entry.reason}' if entry.reason else unmatched}"
            yield Changed("fell_due", entry.due.end, told, entry.claims, document=entry.document)


def _named(entry: Outlook) -> str:
    """A plan in the words of its document."""
    told = entry.prospect
    says = told.attribution[-1].source if told.attribution else ""
    who = f"{entry.doer}: " if entry.doer else f"by {says}: " if says and told.who is None else ""
    return " ".join(f"{told.kind}, {who}{told.what.quote}".split())
