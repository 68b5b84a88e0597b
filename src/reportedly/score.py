"""Documents become claims; found claims against wanted ones become a score: the yardstick, usable by anyone.

``load`` reads gold as ``bench/gold/README.md`` describes it; ``compare`` takes any claims, whoever made them, and
promises counts that anyone can recount: a wanted figure is *found* when a claim's evidence overlaps its quote, *right*
when low, high, approximator and counted head are all as marked. Every miss is named with its cause, since a score alone
mends nothing.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from reportedly.errors import GoldError
from reportedly.frozen import dataclass
from reportedly.model import Claim

# Words at the edges of a speaker's name that say nothing of who it is.
_ARTICLES = frozenset({"the", "a", "an"})
_FIELDS = ("quote", "low", "high", "approximator", "head", "status", "said_by")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure as marked: its place in the text and every acceptable answer; an empty ``heads`` wants none."""

    start: int
    end: int
    quote: str
    low: Fraction | None
    high: Fraction | None
    approximator: str
    heads: tuple[str, ...]
    statuses: tuple[str, ...]
    speakers: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One marked text with its figures."""

    name: str
    text: str
    figures: tuple[Wanted, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong at one place: ``cause`` is a slug to sort by, the rest shows it."""

    cause: str
    item: str
    wanted: str
    found: str
    context: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over all items, from which the rates are taken. Rates lie in 0..1; with nothing to count they are 1.

    ``bounded`` are the wanted figures found with the right low and high; status and speaker are judged on those alone,
    since of a figure that was misread neither means anything. ``named`` are those among them that have a speaker.
    ``spurious`` claims overlap no wanted figure, ``missed`` figures no claim. Abstentions are claims that say they
    cannot tell: ``unresolved`` and ``headless``.
    """

    wanted: int
    found: int
    right: int
    missed: int
    spurious: int
    bounded: int
    status_right: int
    speaker_right: int
    named: int
    named_right: int
    unresolved: int
    headless: int
    misses: tuple[Miss, ...] = ()

    @property
    def precision(self) -> float:
        """Right figures among those found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right figures among those wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall on (low, high, approximator, head) together."""
        total = self.wanted + self.found
        return 2 * self.right / total if total else 1.0

    @property
    def status(self) -> float:
        """Right statuses among figures found with the right bounds."""
        return self.status_right / self.bounded if self.bounded else 1.0

    @property
    def said_by(self) -> float:
        """Right speakers, nobody included, among figures found with the right bounds."""
        return self.speaker_right / self.bounded if self.bounded else 1.0


def load(path: Path) -> tuple[Item, ...]:
    """The items of a gold file; ``GoldError`` names file and line of the first record that is not as described."""
    items = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            items.append(item(json.loads(line)))
        except (ValueError, KeyError, TypeError, ZeroDivisionError) as problem:
            raise GoldError(f"{path}:{number}: {type(problem).__name__}: {problem}") from problem
    return tuple(items)


def item(record: dict[str, Any]) -> Item:
    """One gold record as an ``Item``; KeyError or ValueError where it is not as described."""
    text = record["text"]
    figures = tuple(wanted(figure, text) for figure in record["figures"])
    return Item(record["id"], text, figures, record.get("subject", ""))


def wanted(figure: dict[str, Any], text: str) -> Wanted:
    """One marked figure, placed in ``text``; ValueError where its quote does not stand there."""
    if unknown := set(figure) - {*_FIELDS, "nth", "file"}:
        raise ValueError(f"unknown field {', '.join(sorted(unknown))}")
    start = _place(text, figure["quote"], figure.get("nth", 1))
    speakers = figure["said_by"] if isinstance(figure["said_by"], list) else [figure["said_by"]]
    return Wanted(
        start=start,
        end=start + len(figure["quote"]),
        quote=figure["quote"],
        low=_bound(figure["low"]),
        high=_bound(figure["high"]),
        approximator=figure["approximator"],
        heads=tuple(figure["head"]),
        statuses=tuple(figure["status"]),
        speakers=tuple(speakers),
    )


def _place(text: str, quote: str, nth: int) -> int:
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        if start < 0:
            raise ValueError(f"{quote!r} does not stand {nth} times in the text")
    return start


def _bound(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def compare(pairs: Iterable[tuple[Item, Sequence[Claim]]]) -> Score:
    """The score of the claims found in each item; happenings and figures that were not written are left out."""
    rows = [row for marked, claims in pairs for row in paired(marked, claims)]
    met = [(figure, claim) for _, figure, claim in rows if figure and claim]
    bounded = [(figure, claim) for figure, claim in met if bounds_right(figure, claim)]
    named = [(figure, claim) for figure, claim in bounded if any(figure.speakers)]
    claims = [claim for _, _, claim in rows if claim]
    return Score(
        wanted=sum(figure is not None for _, figure, _ in rows),
        found=len(claims),
        right=sum(is_right(figure, claim) for figure, claim in met),
        missed=sum(claim is None for _, _, claim in rows),
        spurious=sum(figure is None for _, figure, _ in rows),
        bounded=len(bounded),
        status_right=sum(claim.status in figure.statuses for figure, claim in bounded),
        speaker_right=sum(speaker_right(figure, claim) for figure, claim in bounded),
        named=len(named),
        named_right=sum(speaker_right(figure, claim) for figure, claim in named),
        unresolved=sum(claim.status == "unresolved" for claim in claims),
        headless=sum(claim.counted is None for claim in claims),
        misses=tuple(miss for marked, figure, claim in rows for miss in _misses(marked, figure, claim)),
    )


Row = tuple[Item, Wanted | None, Claim | None]


def paired(marked: Item, claims: Sequence[Claim]) -> Iterator[Row]:
    """Wanted and found side by side, in order of the text; the pairs that overlap most come first."""
    figures = [claim for claim in claims if claim.kind == "figure" and claim.basis == "written"]
    overlaps = sorted(
        (-shared, len(claim.evidence.quote), i, j)
        for i, figure in enumerate(marked.figures)
        for j, claim in enumerate(figures)
        if (shared := min(figure.end, claim.evidence.end) - max(figure.start, claim.evidence.start)) > 0
    )
    of_figure: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in overlaps:
        if i not in of_figure and j not in taken:
            of_figure[i] = j
            taken.add(j)
    rows: list[tuple[int, Row]] = []
    for i, figure in enumerate(marked.figures):
        rows.append((figure.start, (marked, figure, figures[of_figure[i]] if i in of_figure else None)))
    spurious = [claim for j, claim in enumerate(figures) if j not in taken and not _unmarked(claim)]
    rows += [(claim.evidence.start, (marked, None, claim)) for claim in spurious]
    yield from (row for _, row in sorted(rows, key=lambda placed: placed[0]))


def _unmarked(claim: Claim) -> bool:
    """Multiples ("twice as many") and zero ("no casualties"): quantities that this gold says nothing of."""
    quantity = claim.quantity
    return quantity.unit == "times" or (quantity.low == 0 and quantity.high == 0)


# What is right


def bounds_right(figure: Wanted, claim: Claim) -> bool:
    """Whether low and high are as marked."""
    return (claim.quantity.low, claim.quantity.high) == (figure.low, figure.high)


def head_right(figure: Wanted, claim: Claim) -> bool:
    """Whether the counted head is one of those accepted; where none is wanted, none or one carried over is right."""
    if not figure.heads:
        return claim.counted is None or claim.counted.implied
    accepted = {head.casefold() for head in figure.heads}
    return claim.counted is not None and claim.counted.head.quote.casefold() in accepted


def is_right(figure: Wanted, claim: Claim) -> bool:
    """Whether low, high, approximator and counted head are all as marked."""
    return not list(_wrong(figure, claim))


def speaker_right(figure: Wanted, claim: Claim) -> bool:
    """Whether the root of the chain is who was marked; one name may hold more words than the other."""
    named = [step.source for step in claim.attribution if step.span is not None]
    if not named:
        return None in figure.speakers
    mine = _name(named[-1])
    return any(mine <= _name(name) or _name(name) <= mine for name in figure.speakers if name)


def _name(words: str) -> frozenset[str]:
    plain = words.casefold().replace("’s", "").replace("'s", "")
    return frozenset(word.strip(',.;:()"“”') for word in plain.split()) - _ARTICLES


def _wrong(figure: Wanted, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Slot, wanted and found for each slot of the four that is wrong."""
    quantity = claim.quantity
    if not bounds_right(figure, claim):
        yield "bounds", f"{figure.low}..{figure.high}", f"{quantity.low}..{quantity.high}"
    if quantity.approximator != figure.approximator:
        yield "approximator", figure.approximator, quantity.approximator
    if not head_right(figure, claim):
        yield "head", "/".join(figure.heads) or "none", claim.counted.head.quote if claim.counted else "none"


def _misses(marked: Item, figure: Wanted | None, claim: Claim | None) -> Iterator[Miss]:
    if figure is None and claim is not None:
        counted = claim.counted.phrase.quote if claim.counted else "nothing"
        yield Miss("spurious", marked.name, "no figure", f"{claim.evidence.quote} of {counted}", claim.context.quote)
    elif figure is not None and claim is None:
        yield Miss("missed", marked.name, figure.quote, "nothing", _around(marked.text, figure))
    elif figure is not None and claim is not None:
        told = f"{figure.quote}: "
        for cause, want, got in _wrong(figure, claim):
            yield Miss(cause, marked.name, told + want, got, claim.context.quote)
        if bounds_right(figure, claim):
            yield from _told_wrong(marked, figure, claim)


def _told_wrong(marked: Item, figure: Wanted, claim: Claim) -> Iterator[Miss]:
    if claim.status not in figure.statuses:
        wanted = f"{figure.quote}: {'/'.join(figure.statuses)}"
        yield Miss("status", marked.name, wanted, claim.status, claim.context.quote)
    if not speaker_right(figure, claim):
        named = [step.source for step in claim.attribution if step.span is not None]
        wanted = f"{figure.quote}: {'/'.join(name or 'nobody' for name in figure.speakers)}"
        yield Miss("said_by", marked.name, wanted, named[-1] if named else "nobody", claim.context.quote)


def _around(text: str, figure: Wanted) -> str:
    return text[max(0, figure.start - 60) : figure.end + 60]
