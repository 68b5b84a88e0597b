"""Two states of a record become what changed: figures new, raised, lowered, withdrawn, confirmed; pages rewritten.

``moves`` holds a series as it stood at one moment against how it stands at another, ``rewritten`` one version of a page
against the next, ``outcomes`` what was announced. What is promised: it is a difference of two conclusions and nothing
else, so that the same two give the same changes; what moved is an origin's own word, known by the origin and never by
the page, so that a reprint, a second reading and a rewording move nothing; only who is named confirms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportedly.model import Bounds, Changed, ChangeKind, Claim, Document, Estimate, Key, Outlook, Reading, Reported

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
    """

    kind: ChangeKind
    series: str
    now: Reported | None
    before: Reported | None = None
    beside: Reported | None = None
    was: Fraction | None = None

    @property
    def words(self) -> tuple[Reported, ...]:
        """Those that it names, the later first."""
        return tuple(word for word in (self.now, self.before, self.beside) if word is not None)


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
    spoke = {word.origin for word in was.words}
    for word in sorted((word for origin, word in new.items() if origin not in spoke), key=_order):
        if not spoke and not known:
            yield Move("new", series, word)
        else:
            yield from _joined(series, word, (was.estimate.best, now.estimate.best), known)
        known[word.origin] = word


def newcomers(before: Summed | None, after: Summed | None) -> bool:
    """Whether an origin that had said nothing stands now: what it does depends on what all others say."""
    spoke = {word.origin for word in (before or NOTHING).words}
    return not spoke.issuperset((after or NOTHING).standing)


def _joined(
    series: str, word: Reported, bests: tuple[Fraction | None, Fraction | None], others: Mapping[str, Reported]
) -> Iterator[Move]:
    """An origin that had said nothing of the series: it confirms another, moves the best figure, agrees, or differs.

    Who is not named confirms nobody and differs from nobody; that he moved the best figure is told all the same.
    """
    named = sorted((other for other in others.values() if other.named), key=_order)
    same = next((other for other in named if other.bounds == word.bounds), None)
    if same is not None and word.named:
        yield Move("confirmed", series, word, beside=same)
        return
    beside, (best, after) = named[-1] if named else None, bests
    if best is not None and after is not None and best != after:
        own, whole = (_turn(Bounds(best, best), bounds) for bounds in (word.bounds, Bounds(after, after)))
        if own == whole:
            yield Move(own, series, word, beside=beside, was=best)
            return
    if word.named:
        apart = next((other for other in reversed(named) if _are_apart(other.bounds, word.bounds)), None)
        kind: ChangeKind = "differs" if apart is not None or not named else "compatible"
        yield Move(kind, series, word, beside=apart or beside)


def _are_apart(one: Bounds, other: Bounds) -> bool:
    """Whether no number is within both: "at least 38" and 104 are not."""
    lower, upper = sorted((one, other), key=lambda bounds: (bounds.high is None, bounds.high or 0))
    if lower.high is None or upper.low is None:
        return False
    return upper.low > lower.high or (upper.low == lower.high and (upper.low_strict or lower.high_strict))


def _order(word: Reported) -> tuple[bool, str, str]:
    return (not word.named, word.said or word.published or ALWAYS, word.id)


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
    "new": "{title}: {now}, by {who}; nothing was told of it before",
    "raised": "{title}: {now}, raised from {before} by {who}",
    "lowered": "{title}: {now}, lowered from {before} by {who}",
    "restated": "{title}: {now}, before {before}, by {who}",
    "withdrawn": "{title}: {before} by {who} is told no more",
    "confirmed": "{title}: {now}, by {who}, confirms {other}",
    "differs": "{title}: {now}, by {who}; {other} says {beside}",
    "compatible": "{title}: {now}, by {who}, compatible with {beside} by {other}",
}
ANOTHER = "{title}: {now}, by {who}, who had said nothing of it; the estimate was {was}"


def told(move: Move, title: str, name: Callable[[Reported], str]) -> Changed:
    """``move`` in a sentence; ``title`` is what the series is called, ``name`` who says a word."""
    word = move.now or move.before
    assert word is not None  # a move is a word's
    template = TEMPLATES[move.kind]
    if move.was is not None:
        template = ANOTHER
    elif move.kind == "differs" and move.beside is None:
        template = "{title}: {now}, by {who}, who had said nothing of it"
    sentence = template.format(
        title=title, who=name(word), was="" if move.was is None else _number(move.was),
        now=_words(move.now), before=_words(move.before), beside=_words(move.beside),
        other=name(move.beside) if move.beside else "",
    )  # fmt: skip
    day = word.said or word.published
    return Changed(move.kind, day, sentence, tuple(one.id for one in move.words), move.series)


def _words(word: Reported | None) -> str:
    return "" if word is None else figure(word.bounds)


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


def outcomes(before: Iterable[Outlook], after: Iterable[Outlook], since: str, until: str) -> Iterator[Changed]:
    """Plans that came about, were overtaken, or fell due between two moments without anything told of them."""
    was = {entry.id: entry.state for entry in before}
    for entry in after:
        if entry.state in OUTCOMES and entry.state != was.get(entry.id, "open"):
            told = f"{_named(entry)}: {STATES[entry.state]}; {entry.reason}"
            claims = (*entry.met_by, *entry.claims)
            yield Changed(OUTCOMES[entry.state], None, told, claims, document=entry.document)
        elif entry.state == "open" and entry.due and entry.due.end and since < entry.due.end + ALWAYS <= until:
            told = f"{_named(entry)}: due by {entry.due.end}; no report read here says whether it came about"
            yield Changed("fell_due", entry.due.end, told, entry.claims, document=entry.document)


def _named(entry: Outlook) -> str:
    """A plan in the words of its document."""
    told = entry.prospect
    says = told.attribution[-1].source if told.attribution else ""
    who = f"{told.who.quote}: " if told.who else f"by {says}: " if says else ""
    return " ".join(f"{told.kind}, {who}{told.what.quote}".split())
