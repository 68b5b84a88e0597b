"""Claims become entries of what was announced, and later claims say what became of them.

``entries`` keeps of each plan, forecast, deadline or condition who, what, by when, and its words. Nothing is merged: an
entry stands for one clause of one document. What is told again in the same document with the same words is told once.

``met`` holds entries against what later reports tell. What is promised: an entry is met only by a figure of the same
measure and unit by the same actor, who must be known, told later as done, and not where a count may hold what was there
before; else it stays open. That nothing is told of a plan whose day has passed is no proof that it failed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reportedly.model import Claim, Document, Key, Outlook, Prospect, Reading, State, Status

DONE: tuple[Status, ...] = ("happened", "ongoing")
AHEAD: tuple[Status, ...] = ("planned", "expected")
MORE = frozenset({"increase", "additional"})
MOST = 2  # a figure over twice the planned one is rather another count than the plan outdone
DAY = 10  # characters of a date
ALWAYS = "~"  # sorts behind every moment


def entries(document: Document, reading: Reading) -> Iterator[Outlook]:
    """The entries of one document, in order of the text."""
    told: set[tuple[str, str]] = set()
    for prospect in reading.prospects:
        key = prospect.kind, " ".join(prospect.what.quote.casefold().split())
        if key not in told:
            told.add(key)
            yield Outlook(document.id, prospect, prospect.when, _figures(prospect, reading))


def _figures(prospect: Prospect, reading: Reading) -> tuple[str, ...]:
    """The digests of the claims whose figure stands in what is to come and is itself still to come."""
    start, end = prospect.what.start, prospect.what.end
    inside = (c for c in reading.claims if start <= c.evidence.start and c.evidence.end <= end)
    return tuple(claim.id for claim in inside if claim.status not in DONE)


# What became of it


@dataclass(frozen=True, slots=True)
class _Word:
    """A claim as it meets another: its key, the day its document was published, and who said it in the end."""

    claim: Claim
    key: Key
    day: str
    root: str


Meeting = tuple[State, tuple[str, ...], str]


def met(
    announced: Iterable[Outlook],
    pairs: Iterable[tuple[Document, Reading]],
    keys: Mapping[str, Key],
    moment: str | None = None,
) -> tuple[Outlook, ...]:
    """``announced`` as met by what ``pairs`` tell until ``moment`` (ISO 8601; None: now); ``keys`` are those of claims.

    Where several meet an entry, ``met_by`` holds the claims that decided, the latest first.
    """
    words, by_id = _words(pairs, keys, (moment or "") + ALWAYS)
    return tuple(_met(entry, [by_id[one] for one in entry.claims if one in by_id], words) for entry in announced)


def _words(
    pairs: Iterable[tuple[Document, Reading]], keys: Mapping[str, Key], until: str
) -> tuple[dict[tuple[str, ...], list[_Word]], dict[str, _Word]]:
    """Claims with a known actor and day: by what makes them of one matter, in order of time; and by their digests."""
    by_matter: defaultdict[tuple[str, ...], list[_Word]] = defaultdict(list)
    by_id: dict[str, _Word] = {}
    for document, reading in pairs:
        day = _published(document, reading)
        for claim in reading.claims:
            key = keys.get(claim.id) or keys.get(claim.same_as or "")
            if key is None or key.actor is None or day is None or day > until or _is_doubted(claim):
                continue
            root = claim.attribution[-1] if claim.attribution else None
            word = _Word(claim, key, day, (root.name or root.source) if root else document.outlet or "")
            by_matter[_matter(word)].append(word)
            by_id[claim.id] = word
    return {matter: sorted(words, key=lambda w: (w.day, w.claim.id)) for matter, words in by_matter.items()}, by_id


def _matter(word: _Word) -> tuple[str, ...]:
    return word.key.measure, word.key.unit, word.key.actor or ""


def _is_doubted(claim: Claim) -> bool:
    return any(step.stance != "asserts" for step in claim.attribution)


def _published(document: Document, reading: Reading) -> str | None:
    """The day, where it is known as one: of a wider date it cannot be told what came later."""
    inferred = reading.published.when if reading.published else None
    day = document.published or (inferred.end if inferred and inferred.start == inferred.end else None)
    return day if day and len(day) >= DAY else None


def _met(entry: Outlook, figures: Sequence[_Word], words: Mapping[tuple[str, ...], Sequence[_Word]]) -> Outlook:
    """What became of the first figure of ``entry`` of which anything is known."""
    for figure in figures:
        beside = [word for word in words[_matter(figure)] if _is_compatible(figure.key, word.key)]
        found = _meeting(entry, figure, beside)
        if found is not None:
            state, by, reason = found
            return replace(entry, state=state, met_by=by, reason=reason)
    return entry


def _is_compatible(one: Key, other: Key) -> bool:
    """Whether two keys may be of one thing: what both specify is the same."""
    slots = ("recipient", "population", "place")
    return all(getattr(one, slot) in (None, getattr(other, slot)) or getattr(other, slot) is None for slot in slots)


def _meeting(entry: Outlook, figure: _Word, beside: Sequence[_Word]) -> Meeting | None:
    later = [word for word in beside if word.day[:DAY] > figure.day[:DAY] and word.claim.status != "unresolved"]
    done = [word for word in later if word.claim.status in DONE and _is_fresh(word, figure, beside)]
    full = [word for word in done if _reaches(word, figure)]
    some = [word for word in done if _falls_short(word, figure)]
    if full:
        return _came_about(entry, full[0])
    dropped = [word for word in later if word.claim.status == "did_not_happen" and _is_same(word, figure)]
    again = [word for word in later if word.claim.status in AHEAD and _overtakes(word, figure)]
    last = max([*some, *dropped, *again], key=lambda word: (word.day, word.claim.id), default=None)
    if last is None:
        return None
    by = (last.claim.id,)
    if last in again:
        return "overtaken", by, f"a later announcement of {last.day[:DAY]} puts another in its place"
    overdue = _is_past(entry, last)
    if last in dropped:
        told = f"told on {last.day[:DAY]} not to have come about"
        return ("not_by_date", by, told) if overdue else ("overtaken", by, told)
    told = f"{last.claim.evidence.quote} by {last.day[:DAY]}, less than announced"
    return ("not_by_date" if overdue else "partly"), by, told


def _came_about(entry: Outlook, word: _Word) -> Meeting:
    due, when = entry.due.end if entry.due else None, word.claim.when
    if due and when and when.start and when.start[: len(due)] > due:
        return "not_by_date", (word.claim.id,), f"it came about, and later: told on {word.day[:DAY]}"
    return "came_about", (word.claim.id,), f"told on {word.day[:DAY]} to have come about"


def _is_past(entry: Outlook, word: _Word) -> bool:
    """Whether ``word`` was told after the entry was due."""
    return bool(entry.due and entry.due.end and word.day > entry.due.end + ALWAYS)


def _is_fresh(word: _Word, figure: _Word, beside: Iterable[_Word]) -> bool:
    """Whether what ``word`` counts can only have come about since the announcement.

    What is more counts since then if it says when; a total does where nothing was counted before the announcement.
    """
    when = word.claim.when
    if when is not None and when.end is not None and when.end[:DAY] < figure.day[: len(when.end[:DAY])]:
        return False
    adds, added = word.key.change in MORE, figure.key.change in MORE
    if adds or added:
        since = when is not None and when.start is not None and when.start[:DAY] >= figure.day[: len(when.start[:DAY])]
        return adds and added and since
    before = (other for other in beside if other.claim.status in DONE and other.day[:DAY] <= figure.day[:DAY])
    return word.key.change == figure.key.change and not any(before)


def _ends(word: _Word) -> tuple[Fraction | None, Fraction | None]:
    return word.claim.quantity.low, word.claim.quantity.high


def _reaches(word: _Word, figure: _Word) -> bool:
    """Whether all that was announced is there, and not so much that it must be another count."""
    (low, _), (least, most) = _ends(word), _ends(figure)
    wanted = least if least is not None else most
    return low is not None and wanted is not None and wanted <= low <= MOST * (most if most is not None else wanted)


def _falls_short(word: _Word, figure: _Word) -> bool:
    (_, high), (least, _) = _ends(word), _ends(figure)
    return high is not None and least is not None and 0 < high < least


def _is_same(word: _Word, figure: _Word) -> bool:
    return _ends(word) == _ends(figure)


def _overtakes(word: _Word, figure: _Word) -> bool:
    """Whether who planned plans otherwise now, or who foresaw foresees another figure."""
    same = word.claim.status == figure.claim.status and word.key.change == figure.key.change
    root = word.claim.status == "planned" or word.root == figure.root
    return same and root and not _is_same(word, figure) and word.key.period == figure.key.period
