"""Documents become claims; claims of the same happening become an event.

A document tells of a happening, and often of others beside it, which its sentences set apart by their own time: each
is an account. Accounts whose kind, place and day are compatible and that share something specific are of one event
(``alike``); every join names its rule. What is promised: the order in which documents arrive does not matter; every
claim is in one event, every document in at least one; accounts of different kinds, or of different days with no more
than a place in common, never join.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.events.alike import groups, weighed
from reportedly.events.words import Told, ordinal, read, repeated, speakers, told
from reportedly.frozen import dataclass
from reportedly.model import Claim, Document, Event, Reading, When
from reportedly.values.wordings import Wording, Wordings

__all__ = ["events"]

Pair = tuple[Document, Reading]
RECALLED = "recalled"  # before the rule of a document that tells of the event beside its own
OTHER = "other"  # of no kind that the lexicon knows
BEFORE = 31  # days before a report's happening from which on what a claim tells is another one, recalled


@dataclass(frozen=True, slots=True)
class _Account:
    """What one document tells of one happening; ``day`` is an ordinal, by which it stands in time."""

    document: Document
    claims: tuple[str, ...]
    told: Told
    day: int | None
    speakers: frozenset[str]
    recalled: str = ""

    @property
    def key(self) -> str:
        return f"{self.document.id} {self.recalled}"


def events(pairs: Iterable[Pair], wordings: Wordings | None = None) -> tuple[Event, ...]:
    """The events that ``pairs`` of document and reading tell of, the earliest first.

    ``wordings`` are those of the documents where they are read already.
    """
    wordings = wordings or Wordings()
    ordered = sorted(pairs, key=lambda pair: (pair[0].published or "~", pair[0].address, pair[0].id))
    boilerplate = repeated(document for document, _ in ordered)
    accounts = [account for pair in ordered for account in _accounts(wordings.of(*pair), pair[1], boilerplate)]
    compared = weighed(
        [account.key for account in accounts],
        [account.told for account in accounts],
        [account.day for account in accounts],
        [account.speakers for account in accounts],
    )
    return tuple(_event([(accounts[i], rule) for i, rule in group.items()]) for group in groups(compared))


def _accounts(wording: Wording, reading: Reading, boilerplate: frozenset[str]) -> Iterator[_Account]:
    """What a document tells of its own happening, and of earlier ones that its claims recall."""
    document, text = wording.document, read(wording, boilerplate)
    main = told(text, text.sentences)
    day, said = ordinal(wording.published), speakers(reading)
    first = min(main.days, default=day)
    recalled: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if first is not None and (span := _recalled(claim, first)):
            recalled[span].append(claim)
    if recalled:
        apart = [(c.context.start, c.context.end) for claims in recalled.values() for c in claims]
        main = told(text, _without(text.sentences, apart))
    others = {claim.id for claims in recalled.values() for claim in claims}
    yield _Account(document, tuple(c.id for c in reading.claims if c.id not in others), main, day, said)
    for (start, end), claims in sorted(recalled.items()):
        sentences = sorted({(claim.context.start, claim.context.end) for claim in claims})
        yield _Account(
            document, tuple(c.id for c in claims), told(text, sentences), ordinal(end), said, f"{start}/{end}"
        )


def _recalled(claim: Claim, first: int) -> tuple[str, str] | None:
    """When a claim tells of a time that was over long before the report's own happening."""
    when = claim.when
    if when is None or when.start is None or when.end is None:
        return None
    end = ordinal(_last(when.end))
    return (when.start, _last(when.end)) if end is not None and end < first - BEFORE else None


def _last(moment: str) -> str:
    """The last day, near enough, of a year, a month or a day."""
    return moment if len(moment) > 7 else f"{moment}-28" if len(moment) == 7 else f"{moment[:4]}-12-31"


def _without(sentences: Sequence[tuple[int, int]], apart: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    ordered, kept, at = sorted(set(apart)), [], 0
    for start, end in sentences:
        while at < len(ordered) and ordered[at][1] <= start:
            at += 1
        if at == len(ordered) or ordered[at][0] >= end:
            kept.append((start, end))
    return kept


def _event(members: Sequence[tuple[_Account, str]]) -> Event:
    """The event of accounts, in order of time."""
    accounts = [account for account, _ in members]
    kinds = Counter(kind for account in accounts for kind in sorted(account.told.kinds))
    spots = Counter(spot.name for account in accounts for spot in account.told.spots.values())
    return Event(
        kind=_most(kinds) or OTHER,
        documents=tuple(account.document.id for account in accounts),
        rules=tuple(f"{RECALLED}: {rule}" if account.recalled else rule for account, rule in members),
        claims=tuple(claim for account in accounts for claim in account.claims),
        place=_most(spots),
        when=_when([account.told.days for account in accounts]),
    )


def _most(counts: Counter[str]) -> str | None:
    """What is told most often; of several the first by its name."""
    return min(counts, key=lambda word: (-counts[word], word), default=None)


def _when(days: Iterable[frozenset[int]]) -> When | None:
    """The day most accounts tell, or the first and last of those that as many tell."""
    counts = Counter(day for told in days for day in told)
    most = max(counts.values(), default=0)
    told = sorted(day for day, count in counts.items() if count == most)
    if not told:
        return None
    return When(date.fromordinal(told[0]).isoformat(), date.fromordinal(told[-1]).isoformat())
