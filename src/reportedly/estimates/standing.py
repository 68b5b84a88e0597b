"""Of all words on a series those stand that an estimate may rest on: one an origin, its newest, of what is done.

What is promised, whatever the rule: a word said after the moment, a denial, a plan and a figure without a number move
nothing; a saying retold any number of times is one, as old as it was when first told, so that a stale reprint is never
an origin's newest; a cumulative figure falls only where its own origin says so; who is not named corroborates nobody;
what another denies in the report that tells it does not stand beside what nobody denies.
Persons told without a numeral never stand beside a number. The order in which words arrive does not matter. What does
not stand is set aside with its reason.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from reportedly.estimates.intervals import holds
from reportedly.model import AHEAD, DONE, Bounds, Reported

Aside = tuple[str, str]
STANCES = {"denies": "denied", "doubts": "doubted", "asks": "asked, not said"}
DISPUTED = "denied by somebody else in the same report"
ALWAYS = "~"  # sorts after every digit and dash: "2025-01" lasts until its end


def standing(
    words: Iterable[Reported], moment: str | None = None, *, done: bool = True
) -> tuple[list[Reported], list[Aside]]:
    """The words that stand at ``moment`` (ISO 8601; None: now), each with the day it was first told as ``said``.

    With ``done`` False the words on what is planned or expected stand, and those on what happened do not.
    """
    last: list[Reported] = []
    told, aside = sayings(words, moment, done=done)
    for mine in told.values():
        word, replaced = newest(mine)
        last.append(word)
        aside += replaced
    kept, unknown = _corroborating(last)
    kept, denied = _undenied(kept)
    return kept, aside + unknown + denied


def sayings(
    words: Iterable[Reported], moment: str | None = None, *, done: bool = True
) -> tuple[dict[str, list[Reported]], list[Aside]]:
    """What each origin said, in order, each saying once, as old as when first told; and what is no saying here."""
    aside: list[Aside] = []
    fit: list[Reported] = []
    for word in _ordered(words):
        reason = _unfit(word, moment, done)
        if reason:
            aside.append((word.id, reason))
        else:
            fit.append(word)
    stated, uncounted = _stated(fit)
    aside += uncounted
    by_origin: defaultdict[str, list[Reported]] = defaultdict(list)
    for word in stated:
        by_origin[word.origin].append(word)
    told = {}
    for origin in sorted(by_origin):
        told[origin], retold = _sayings(by_origin[origin])
        aside += retold
    return told, aside


def _ordered(words: Iterable[Reported]) -> Iterator[Reported]:
    """``words`` by ``_order``, of which the dear parts are made only where days do not settle it."""
    by_day: defaultdict[tuple[str, str], list[Reported]] = defaultdict(list)
    for word in words:
        by_day[word.day or "", word.published or ""].append(word)
    for day in sorted(by_day):
        yield from by_day[day] if len(by_day[day]) == 1 else sorted(by_day[day], key=_order)


def _stated(words: Sequence[Reported]) -> tuple[list[Reported], list[Aside]]:
    """The numbers among ``words``; where there is none, the persons of each document, added up to one word."""
    numbers = [word for word in words if word.persons is None]
    persons = [word for word in words if word.persons is not None]
    if numbers:
        return numbers, [(word.id, "persons, where numbers are told") for word in persons]
    by_document: defaultdict[str | None, list[Reported]] = defaultdict(list)
    for word in persons:
        by_document[word.persons].append(word)
    found, aside = [], []
    for first, *others in by_document.values():
        ends = [(one.bounds.low, one.bounds.high) for one in (first, *others)]
        low = sum((low for low, _ in ends if low is not None), Fraction())
        high = sum((high for _, high in ends if high is not None), Fraction())
        bounded = all(high is not None for _, high in ends)
        found.append(replace(first, bounds=Bounds(low, high if bounded else None)) if others else first)
        aside += [(word.id, "counted with others of its report") for word in others]
    return found, aside


def _order(word: Reported) -> tuple[str, str, bool, str, str]:
    """By day; of one day what corrects last, and by what is said, so that a reprint does not turn two sayings."""
    return (word.day or "", word.published or "", word.corrects, repr(word.bounds), word.id)


def spoken_on(word: Reported) -> int | None:
    """The day a word was said, as a number; the first of those it may have been."""
    told = word.day
    if told is None:
        return None
    return date.fromisoformat((told[:10] + "-01-01"[len(told[:10]) - 4 :])[:10]).toordinal()


def weighs(word: Reported, *, done: bool = True) -> bool:
    """Whether ``word`` by itself makes an origin that is named stand, whatever else is told."""
    return word.named and not word.disputed and fits(word, done=done)


def fits(word: Reported, *, done: bool = True) -> bool:
    """Whether ``word`` says anything of its series, whoever says it."""
    return _unfit(word, None, done) is None


def _unfit(word: Reported, moment: str | None, done: bool) -> str | None:
    """Why ``word`` says nothing of the series at ``moment``, if so."""
    day = word.day
    if moment is not None and day is not None and day > moment + ALWAYS:
        return "said after the moment"
    if word.stance in STANCES:
        return STANCES[word.stance]
    if word.status not in (DONE if done else AHEAD):
        return word.status.replace("_", " ") if done else "not ahead: " + word.status.replace("_", " ")
    if word.bounds.low is None and word.bounds.high is None:
        return "no number"
    if word.past:
        return "the level of before, told with its change"
    return None


def _sayings(words: Sequence[Reported]) -> tuple[list[Reported], list[Aside]]:
    """An origin's words in order, each saying once, on the day it was first told; and the retellings."""
    groups: dict[Hashable, list[Reported]] = {}
    same = _statements(words)
    for word in words:
        groups.setdefault(same[word.id], []).append(word)
    found, aside = [], []
    for group in groups.values():
        first = group[0]
        days = [word.day for word in group if word.day]
        said = min((word.said for word in group if word.said), default=None)
        published, corrects = min(days, default=None), any(word.corrects for word in group)
        as_told = (said, published, corrects) == (first.said, first.published, first.corrects)
        found.append(first if as_told else replace(first, said=said, published=published, corrects=corrects))
        aside += [(word.id, "told again") for word in group[1:]]
    return list(_ordered(found)), aside


def _statements(words: Sequence[Reported]) -> dict[str, Hashable]:
    """The saying of each word by its id: its statement, else what else the origin said with the same bounds.

    A day of saying that is given tells two sayings of the same bounds apart; a word without one retells either.
    """
    if all(word.statement for word in words):
        return {word.id: word.statement for word in words}
    first: dict[Hashable, Hashable] = {}
    for word in words:
        key = word.statement or (word.bounds, word.said)
        first.setdefault((word.bounds, word.said), key)
        first.setdefault(word.bounds, key)
    return {word.id: word.statement or first[(word.bounds, word.said) if word.said else word.bounds] for word in words}


def newest(sayings: Sequence[Reported]) -> tuple[Reported, list[Aside]]:
    """The saying of an origin that stands, and the others."""
    last, aside = sayings[0], []
    for word in sayings[1:]:
        reason = stays(last, word)
        if reason:
            aside.append((word.id, reason))
        else:
            aside.append((last.id, "replaced by its origin's later word"))
            last = word
    return last, aside


def stays(now: Reported, later: Reported) -> str | None:
    """Why a cumulative figure is not replaced by its origin's ``later`` word, if so."""
    if now.scope != "cumulative" or later.corrects:
        return None
    if later.bounds != now.bounds and holds(later.bounds, now.bounds):
        return "no more than its origin said before"
    if not _lower(later.bounds, now.bounds):
        return None
    if not now.day:
        return "lower than its origin says elsewhere, nobody knows when"
    if later.said is None or later.said == now.said:
        return "lower than its origin said before, and no correction"
    return None


def _lower(one: Bounds, two: Bounds) -> bool:
    """Whether all of ``one`` lies below all of ``two``."""
    if one.high is None or two.low is None:
        return False
    return one.high < two.low or (one.high == two.low and (one.high_strict or two.low_strict))


def _corroborating(words: Sequence[Reported]) -> tuple[list[Reported], list[Aside]]:
    """Words of who is named, and of the unknown one for each figure that nobody named gives."""
    kept = [word for word in words if word.named]
    told = {word.bounds for word in kept}
    aside = []
    for word in sorted((word for word in words if not word.named), key=_order):
        if word.bounds in told:
            aside.append((word.id, "an unknown origin corroborates nobody"))
        else:
            told.add(word.bounds)
            kept.append(word)
    return kept, aside


def _undenied(words: Sequence[Reported]) -> tuple[list[Reported], list[Aside]]:
    """Without what somebody else denies in the report that tells it, where others stand that nobody denies.

    A figure that another of them gives, too, stands all the same.
    """
    sure = [word for word in words if word.named and not word.disputed]
    told = {end for word in sure for end in (word.bounds.low, word.bounds.high) if end is not None}
    kept, aside = [], []
    for word in words:
        ends = {end for end in (word.bounds.low, word.bounds.high) if end is not None}
        if word.disputed and sure and ends.isdisjoint(told):
            aside.append((word.id, DISPUTED))
        else:
            kept.append(word)
    return kept, aside
