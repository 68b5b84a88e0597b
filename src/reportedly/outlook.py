"""Claims become entries of what was announced, and later claims say what became of them.

``entries`` keeps of each plan, forecast, deadline or condition who, what, by when, and its words. Nothing is merged: an
entry stands for one clause of one document. What is told again in the same document with the same words is told once.

``met`` holds entries against what later reports tell. What is promised: an entry is met only by a figure of the same
measure and unit by the same actor, who must be known, told later as done, and not where a count may hold what was there
before; or by the very number, if it is one that is not met by chance, of the same thing by the same root, actor or in
the same place, told later as done by a like verb and never before; else it stays open. What one other outlet alone
retells as done within days, before it is due and with no day of its own, is held to be an echo of the announcement.
That nothing is told of a plan whose day has passed is no proof that it failed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from reportedly.frozen import dataclass
from reportedly.model import DONE, Claim, Document, Key, Outlook, Prospect, Reading, State, Status
from reportedly.values import fates
from reportedly.values.publication import DAY, published_on
from reportedly.values.units import is_money

AHEAD: tuple[Status, ...] = ("planned", "expected")
MORE = frozenset({"increase", "additional"})
MOST = 2  # a figure over twice the planned one is rather another count than the plan outdone
KEPT = re.compile(r"\bas (?:was |were |had been |it )?(?:promised|planned|pledged|scheduled|announced|agreed)\b", re.I)
SPECIFIC = 10  # smaller counts are met by chance; an amount of money is not
NEUTRAL = frozenset({"be", "have", "total", "amount", "stand", "number", "count", "record", "register", "report"})
LONG = 6  # words that are not told alike by chance
ECHO = 7  # days in which an announcement is retold
ALWAYS = "~"  # sorts behind every moment


def entries(document: Document, reading: Reading) -> Iterator[Outlook]:
    """The entries of one document, in order of the text."""
    told: set[tuple[str, str]] = set()
    for prospect in reading.prospects:
        key = prospect.kind, " ".join(prospect.what.quote.casefold().split())
        if key not in told:
            told.add(key)
            yield Outlook(document.id, prospect, prospect.when, _figures(prospect, reading))


def announced(pairs: Iterable[tuple[Document, Reading]]) -> tuple[Outlook, ...]:
    """The entries of all documents; what a reprint tells in the same words, for the same day, is told once."""
    every = [(published_on(*pair) or ALWAYS, entry) for pair in pairs for entry in entries(*pair)]
    first: dict[tuple[object, ...], Outlook] = {}
    for _, entry in sorted(every, key=lambda told: told[0]):
        first.setdefault(_words_of(entry), entry)
    return tuple(entry for _, entry in every if first[_words_of(entry)] is entry)


def _words_of(entry: Outlook) -> tuple[object, ...]:
    """The words of an announcement from who or what on; one of few words is that of its document alone."""
    told, context = entry.prospect, entry.prospect.context
    start = min(span.start for span in (told.who, told.what) if span is not None and span.start >= context.start)
    words = tuple(context.quote[start - context.start :].casefold().split())
    due = entry.due.end if entry.due else None
    return (
        told.kind,
        words,
        tuple(told.what.quote.casefold().split()),
        due,
        "" if len(words) >= LONG else entry.document,
    )


def _figures(prospect: Prospect, reading: Reading) -> tuple[str, ...]:
    """The digests of the claims whose figure stands in what is to come and is itself still to come."""
    start, end = prospect.what.start, prospect.what.end
    inside = (c for c in reading.claims if start <= c.evidence.start and c.evidence.end <= end)
    return tuple(claim.id for claim in inside if claim.status not in DONE)


# What became of it


@dataclass(frozen=True, slots=True)
class _Word:
    """A claim as it meets another: its key, the day and outlet of its document, and who said it in the end."""

    claim: Claim
    key: Key
    day: str
    root: str
    outlet: str


Meeting = tuple[State, tuple[str, ...], str, str]  # the state, the claims that decided, why, and the day it was told


def met(
    announced: Iterable[Outlook],
    pairs: Iterable[tuple[Document, Reading]],
    keys: Mapping[str, Key],
    moment: str | None = None,
) -> tuple[Outlook, ...]:
    """``announced`` as met by what ``pairs`` tell until ``moment`` (ISO 8601; None: now); ``keys`` are those of claims.

    Where several meet an entry, ``met_by`` holds the claims that decided, the latest first.
    """
    every = list(pairs)
    words = list(_words(every, keys, (moment or "") + ALWAYS))
    by_matter, by_number = _sorted(words, _matter), _sorted(words, _number)
    by_id = {word.claim.id: word for word in words}
    found = []
    for entry, subjects in _with_subjects(announced, every):
        figures = [by_id[one] for one in entry.claims if one in by_id]
        became = _met(entry, [figure for figure in figures if figure.key.actor is not None], by_matter)
        if became.state == "open":
            became = _delivered(entry, [*figures, *(by_id[one] for one in subjects if one in by_id)], by_number)
        found.append(became)
    return tuple(found)


def _with_subjects(
    announced: Iterable[Outlook], pairs: Iterable[tuple[Document, Reading]]
) -> Iterator[tuple[Outlook, tuple[str, ...]]]:
    """Each entry with the figures of what is to come itself: "the first 5,000 doses" of "are due to arrive"."""
    readings: dict[str, list[Reading]] = defaultdict(list)
    for document, reading in pairs:
        readings[document.id].append(reading)
    for entry in announced:
        who = entry.prospect.who
        every = (claim for reading in readings[entry.document] for claim in reading.claims) if who else ()
        inside = (c for c in every if who and who.start <= c.evidence.start and c.evidence.end <= who.end)
        yield entry, tuple(claim.id for claim in inside if claim.status != "did_not_happen")


def _words(pairs: Iterable[tuple[Document, Reading]], keys: Mapping[str, Key], until: str) -> Iterator[_Word]:
    """Claims with a known day; of one without a key it is known what is measured at most."""
    for document, reading in pairs:
        day = published_on(document, reading)
        for claim in reading.claims if day is not None and day <= until else ():
            key = keys.get(claim.id) or keys.get(claim.same_as or "")
            if key is None and claim.measure is not None:
                key = Key(claim.measure.slug, claim.quantity.unit, change=claim.quantity.change)
            if day is None or key is None or _is_doubted(claim) or fates.is_replaced(claim):
                continue
            root = claim.attribution[-1] if claim.attribution else None
            yield _Word(claim, key, day, root.called if root else document.outlet or "", document.outlet or "")


def _sorted(
    words: Iterable[_Word], by: Callable[[_Word], tuple[object, ...]]
) -> Mapping[tuple[object, ...], Sequence[_Word]]:
    """Words that have something in common, in order of time."""
    found: defaultdict[tuple[object, ...], list[_Word]] = defaultdict(list)
    for word in words:
        found[by(word)].append(word)
    return {common: sorted(some, key=lambda w: (w.day, w.claim.id)) for common, some in found.items()}


def _number(word: _Word) -> tuple[object, ...]:
    """What is counted, and how many exactly."""
    counted = word.claim.counted
    return word.key.measure, word.key.unit, word.key.change, counted.lemma if counted else "", *_ends(word)


def _matter(word: _Word) -> tuple[object, ...]:
    return word.key.measure, word.key.unit, word.key.actor or ""


def _is_doubted(claim: Claim) -> bool:
    return any(step.stance != "asserts" for step in claim.attribution)


def _delivered(
    entry: Outlook, figures: Iterable[_Word], words: Mapping[tuple[object, ...], Sequence[_Word]]
) -> Outlook:
    """An entry whose very number is told later as done, and was not before."""
    for figure in figures:
        if not _is_specific(figure) or figure.key.change in MORE:
            continue
        same = [
            word for word in words[_number(figure)] if word.claim.status in DONE and word.claim.id != figure.claim.id
        ]
        if any(word.day[:DAY] <= figure.day[:DAY] for word in same):
            continue
        same = [w for w in same if _is_of_one(figure, w) and _is_same_deed(figure, w) and not _is_older(w, figure)]
        later = next(_no_echoes(same, figure, entry), None)
        if later is not None:
            return _settled(entry, _came_about(entry, later))
    return entry


def _is_same_deed(one: _Word, other: _Word) -> bool:
    """Whether what is told may be what was announced: who was to hire 120 has not done so by dismissing 120."""
    mine, theirs = one.claim.verb, other.claim.verb
    kept = KEPT.search(other.claim.context.quote) is not None
    return kept or mine is None or theirs is None or theirs.lemma in fates.forms(mine.lemma) | NEUTRAL


def _no_echoes(words: Sequence[_Word], figure: _Word, entry: Outlook) -> Iterator[_Word]:
    """``words`` without what one other outlet retells before it is due: within days, or with the very number."""
    due, mine = (entry.due.end if entry.due else None) or "", _ends(figure)
    soon = [w for w in words if w.day[: len(due)] < due and (_days(figure.day, w.day) <= ECHO or _ends(w) == mine)]
    early = [word for word in soon if word.outlet != figure.outlet and not _is_dated(word)]
    alone = len({word.outlet for word in early}) == 1
    return (word for word in words if not alone or word not in early)


def _is_dated(word: _Word) -> bool:
    when = word.claim.when
    return when is not None and when.start is not None and when.start[:DAY] == (when.end or "")[:DAY]


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other[:DAY]) - date.fromisoformat(one[:DAY])).days


def _is_specific(word: _Word) -> bool:
    low, high = _ends(word)
    return low is not None and low == high and (low >= SPECIFIC or is_money(word.key.unit))


def _is_of_one(one: _Word, other: _Word) -> bool:
    """Whether root, actor or place are the same, or a promise is said to be kept; and none of what is told differs."""
    mine, theirs = one.key, other.key
    places = mine.place is not None and theirs.place is not None
    within = places and (_holds(mine.place or "", theirs.place or "") or _holds(theirs.place or "", mine.place or ""))
    if (places and not within) or _is_by_another(one.claim, other.claim):
        return False
    slots = ("recipient", "population")
    differs = any(None not in (told := (getattr(mine, s), getattr(theirs, s))) and told[0] != told[1] for s in slots)
    open_ = None in (mine.actor, theirs.actor) and one.root == other.root  # who did it speaks of it again
    if differs or (mine.actor != theirs.actor and not open_):
        return False
    kept = KEPT.search(other.claim.context.quote) is not None
    return within or kept or one.root == other.root or mine.actor is not None


def _is_by_another(one: Claim, other: Claim) -> bool:
    """Whether it is told of whoever is brought up anew: where "the airline" is to cut jobs "a steel maker" cut."""
    mine, theirs = _doer(one), _doer(other)
    return bool(mine and theirs) and theirs[0] in fates.anew() and frozenset(mine).isdisjoint(theirs)


def _doer(claim: Claim) -> tuple[str, ...]:
    """The words of who is told to do it."""
    told = next((slot.span.quote for slot in claim.slots if slot.role == "doer"), "")
    return tuple(fates.before_place(told).casefold().split())


def _holds(wide: str, narrow: str) -> bool:
    return narrow == wide or narrow.startswith(f"{wide}/")


def _met(entry: Outlook, figures: Sequence[_Word], words: Mapping[tuple[object, ...], Sequence[_Word]]) -> Outlook:
    """What became of the first figure of ``entry`` of which anything is known."""
    for figure in figures:
        beside = [word for word in words[_matter(figure)] if _is_compatible(figure.key, word.key)]
        found = _meeting(entry, figure, beside)
        if found is not None:
            return _settled(entry, found)
    return entry


def _settled(entry: Outlook, made: Meeting) -> Outlook:
    state, by, reason, day = made
    return replace(entry, state=state, met_by=by, reason=reason, settled=day[:DAY])


def _is_compatible(one: Key, other: Key) -> bool:
    """Whether two keys may be of one thing: what both specify is the same."""
    slots = ("recipient", "population", "place")
    return all(getattr(one, slot) in (None, getattr(other, slot)) or getattr(other, slot) is None for slot in slots)


def _meeting(entry: Outlook, figure: _Word, beside: Sequence[_Word]) -> Meeting | None:
    later = [word for word in beside if word.day[:DAY] > figure.day[:DAY] and word.claim.status != "unresolved"]
    done = [word for word in later if word.claim.status in DONE and _is_fresh(word, figure, beside)]
    full = list(_no_echoes([word for word in done if _reaches(word, figure)], figure, entry))
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
        return "overtaken", by, f"a later announcement of {last.day[:DAY]} puts another in its place", last.day
    if last in dropped:
        told = f"told on {last.day[:DAY]} not to have come about"
        return ("not_by_date" if _is_past(entry, last) else "overtaken"), by, told, last.day
    told = f"{last.claim.evidence.quote} by {last.day[:DAY]}, less than announced"
    return "partly", by, told, last.day


def _came_about(entry: Outlook, word: _Word) -> Meeting:
    due, when = entry.due.end if entry.due else None, word.claim.when
    since = when and (when.start or when.end)  # what is told to be done "by the end of June" was not by May
    if due and since and since[: len(due)] > due:
        return "not_by_date", (word.claim.id,), f"it came about, and later: told on {word.day[:DAY]}", word.day
    announced = " ".join(span.quote for span in (entry.prospect.who, entry.prospect.what) if span is not None)
    if fates.is_in_part(word.claim.context.quote, announced):
        return "partly", (word.claim.id,), f"told on {word.day[:DAY]} of some alone", word.day
    return "came_about", (word.claim.id,), f"told on {word.day[:DAY]} to have come about", word.day


def _is_past(entry: Outlook, word: _Word) -> bool:
    """Whether ``word`` was told after the entry was due."""
    return bool(entry.due and entry.due.end and word.day > entry.due.end + ALWAYS)


def _is_fresh(word: _Word, figure: _Word, beside: Iterable[_Word]) -> bool:
    """Whether what ``word`` counts can only have come about since the announcement.

    What is more counts since then if it says when; a total does where nothing was counted before the announcement.
    """
    when = word.claim.when
    if _is_older(word, figure):
        return False
    adds, added = word.key.change in MORE, figure.key.change in MORE
    if adds or added:
        since = when is not None and when.start is not None and when.start[:DAY] >= figure.day[: len(when.start[:DAY])]
        return adds and added and since
    before = (other for other in beside if other.claim.status in DONE and other.day[:DAY] <= figure.day[:DAY])
    return word.key.change == figure.key.change and not any(before)


def _is_older(word: _Word, figure: _Word) -> bool:
    """Whether ``word`` tells of a time before the announcement."""
    end = word.claim.when.end if word.claim.when else None
    return end is not None and end[:DAY] < figure.day[: len(end[:DAY])]


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
