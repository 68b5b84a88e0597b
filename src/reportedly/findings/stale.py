"""What does not add up becomes findings: a figure told as today's after its own root gave a newer one.

An older figure of a root, told again without a word of its age, days after reports had another one from the same root:
a higher one of a running count, which never falls, or within weeks another of what is so at a moment, if the old one
is odd, or far enough off, not to come back by chance. A state speaks for its bodies. Who tells old and new together
compares.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from reportedly.findings.lexicons import table
from reportedly.findings.tellings import Telling, by_root, compatible, filed, is_odd, kinds, significant, with_bodies
from reportedly.model import Finding, Key, When
from reportedly.values.measures import is_person, named

NEWS = 3  # days in which a newer figure gets about
WEEKS = 31  # days after which what is so at a moment may be so again
SEASON = 93  # days in which somebody else's higher figure makes one an older one
KNOWN = 3  # digits of a number that hardly comes back
SOON, PAIR = 5, 2  # days after which what moves has moved; reports that tell one number
PERCENT = "percent"
LOW = 10  # smaller numbers of a plan come back by chance
LARGE = 100  # smaller numbers come back by chance
TWICE = 2  # times as high, or as low, is what a round number hardly comes back from
YEAR = 366  # days after which the same words may be of another count
FEW = 50  # of the highest figures so far that an older one is held against
ROUNDED = Fraction(11, 10)  # a figure that is newer, and not the older one rounded, is higher than so many times it


def stale(found: Iterable[Telling], heard: Iterable[Telling]) -> Iterator[Finding]:
    """Every figure that was out of date when it was told; of ``heard``, whose root may be a guess, by ``found``."""
    running, told = list(filter(_is_running, found)), list(filter(_is_running, heard))
    roots, olds = by_root(running), by_root(told)
    seen: set[str] = set()
    for key, group in roots.items():
        for one in _of_root(olds.get(key, ()), with_bodies(group, roots)):
            seen.add(one.claims[0])
            yield one
    yield from (one for one in _of_others(told, running) if one.claims[0] not in seen)


def _of_others(told: Iterable[Telling], running: Iterable[Telling]) -> Iterator[Finding]:
    """Older figures of a known count that only grows, told again after somebody else had a higher one.

    Two who count otherwise may go on doing so; but a figure that has not moved since is the older one.
    """
    groups: defaultdict[object, list[Telling]] = defaultdict(list)
    for one in running:
        if not _is_moving(one) and one.day and one.claim.basis != "coded" and named(one.key.measure) is not None:
            groups[_what(one)].append(one)
    counts = {
        what: sorted(group, key=lambda one: (one.at, one.document.address))[:FEW] for what, group in groups.items()
    }
    for old in told:
        group = counts.get(_what(old), [])
        same = [
            one for one in group if one.value == old.value and one.document.id != old.document.id and _is_one(one, old)
        ]
        same = [one for one in same if old.value >= LOW or one.origin.key == old.origin.key]
        if not same or old.day is None or old.key.change != "level" or old.is_recalled:
            continue
        both = {one.value for one in group if one.document.id == old.document.id}
        newer = [
            one
            for one in group
            if old.value * ROUNDED <= one.value <= old.value * TWICE
            and one.side == old.side == "at"
            and one.origin.named
            and same[0].at < one.at
            and NEWS <= (old.at - one.at).days <= SEASON
            and _is_one(one, old)
            and not _is_told_as_older(old, one.at)
            and one.value not in both
        ]
        if newer:
            yield _finding(old, newer[0], same[0])


def _is_one(one: Telling, old: Telling) -> bool:
    """Whether one may count those that the older counts: where no context filled in a wider place."""
    if one.key.population != old.key.population or not _is_stretch(one.key, old.key):
        return False
    is_filled = not (one.is_placed and old.is_placed) and compatible(one.key, old.key)
    return one.key.place == old.key.place or is_filled or _is_within(one.key, old.key)


def repeated(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every number of what moves that is told as what is so "now", or "still", days after another report had it.

    Nobody else has it since: 2,640 people who were away from their homes on one day are hardly so many a week later.
    """
    lists = table()["repeated"]
    numbers: defaultdict[tuple[Fraction, str], list[Telling]] = defaultdict(list)
    for one in found:
        if one.day and one.key.change == "level" and one.key.done and one.claim.basis != "coded":
            numbers[one.value, one.key.unit].append(one)
    for same in numbers.values():
        if len({one.document.id for one in same}) != PAIR:
            continue
        first, *later = sorted(same, key=lambda one: (one.at, one.document.address))
        for odd in later:
            is_near = SOON <= (odd.at - first.at).days <= WEEKS and compatible(odd.key, first.key)
            is_now = is_near and odd.claim.status == "ongoing" and not odd.is_recalled and odd.says(lists["now"])
            if is_now and _has_moved(first) and _may_be_one(odd, first):
                days = (odd.at - first.at).days
                sentence = f"{odd.words}, is told as what is so now; it was told {days} days before: {first.words}."
                yield filed("stale", "tension", [odd, first], sentence)


def _has_moved(one: Telling) -> bool:
    """Whether it counts what moves from day to day, or is set beside what it was before."""
    is_moving = one.key.measure in table()["repeated"]["moving"]
    return is_moving or (one.key.unit == PERCENT and one.claim.when is not None and one.when != one.day)


def _may_be_one(odd: Telling, first: Telling) -> bool:
    """Whether two are of one thing: an odd number of people, or a share told by one word."""
    heads = [told.claim.counted.lemma.casefold() if told.claim.counted else "" for told in (odd, first)]
    if odd.key.unit == PERCENT:
        words = [
            told.claim.counted.phrase.quote.casefold().split() if told.claim.counted else [] for told in (odd, first)
        ]
        is_one = odd.key.measure == first.key.measure or heads[1] in words[0] or heads[0] in words[1]
        return odd.value >= LOW and is_one
    return is_odd(odd.value) and (heads[0] == heads[1] or all(map(is_person, heads)))


def _is_running(one: Telling) -> bool:
    is_count = one.key.scope == "unspecified" and named(one.key.measure) is not None and one.claim.basis != "coded"
    return (
        (one.key.scope in ("cumulative", "moment") or is_count)
        and one.key.change == "level"
        and (one.key.done or (one.claim.basis != "coded" and one.is_named))
        and (one.is_named or not _is_moving(one) or one.is_final)
    )


def _is_moving(one: Telling) -> bool:
    """Whether it is, or may be, so at a moment, and may rise and fall."""
    return one.key.scope != "cumulative" or not one.key.done or one.is_final


def _of_root(group: Sequence[Telling], wider: Sequence[Telling]) -> Iterator[Finding]:
    known: defaultdict[object, dict[Fraction, Telling]] = defaultdict(dict)
    records: defaultdict[object, list[Telling]] = defaultdict(list)
    for one in sorted((one for one in wider if one.day), key=lambda one: (one.at, one.document.address)):
        known[_what(one)].setdefault(one.value, one)
        highest = records[_what(one)]
        if not highest or one.value > highest[-1].value or (_is_moving(one) and one.value != highest[-1].value):
            highest.append(one)
    both = {(one.document.id, one.key.measure, one.value) for one in wider}
    for old in group:
        first = known[_what(old)].get(old.value)
        if old.day is None or first is None:
            continue
        newer = [
            one
            for one in records[_what(old)][-FEW:]
            if _is_other(one, old)
            and first.at < one.at
            and NEWS <= (old.at - one.at).days <= (WEEKS if _is_moving(old) else YEAR)
            and _is_within(one.key, old.key)
            and not _is_told_as_older(old, one.at)
            and (old.document.id, one.key.measure, one.value) not in both
        ]
        if newer:
            yield _finding(old, min(newer, key=lambda one: (one.at, one.document.id)), first)


def _what(one: Telling) -> tuple[str, str, bool]:
    """Of what a figure is: plans and forecasts stand apart."""
    return one.key.measure, one.key.unit, one.key.done


def _is_other(newer: Telling, old: Telling) -> bool:
    """Whether one is no older number rounded: higher, or where it may fall, lower; far off, if it may come back."""
    if old.is_final:
        return old.key.done and not _is_rounded(newer, old)
    is_large = min(old.value, newer.value) >= (LARGE if old.key.done else LOW)
    if old.claim.basis != "coded" and is_large and not _is_rounded(newer, old):
        return _is_moving(old) or newer.value > old.value
    apart = ROUNDED if not _is_moving(old) or len(significant(old.value)) >= KNOWN else TWICE
    is_lower = _is_moving(old) and newer.value * apart <= old.value
    return newer.value >= old.value * apart or is_lower


def _is_rounded(one: Telling, other: Telling) -> bool:
    """Whether one number may be the other with fewer digits: 3,800 and 4,000, or "more than 3,000"."""
    room = max(_step(one.value), _step(other.value))
    is_bound = not {one.side, other.side} <= {"at", "around"}
    return abs(one.value - other.value) <= (room if is_bound else Fraction(room, 2))


def _step(value: Fraction) -> int:
    """The unit of the last digit that is not a closing zero."""
    whole = str(int(value))
    return int(10 ** (len(whole) - len(whole.rstrip("0"))))


def _is_within(newer: Key, old: Key) -> bool:
    """Whether ``newer`` counts some of those that ``old`` counts: a higher figure of a wider area says nothing."""
    is_place = old.place is None or (newer.place or "").startswith(old.place)
    return is_place and _is_stretch(newer, old) and kinds(old) <= kinds(newer)


def _is_stretch(one: Key, other: Key) -> bool:
    """Whether both may be of one time or event: "earthquake" is that of March, where one is told."""
    mine, theirs = one.period or "", other.period or ""
    return mine.startswith(theirs) or theirs.startswith(mine)


def _is_told_as_older(old: Telling, day: date) -> bool:
    """Whether the words date the figure, or its saying, before ``day``."""
    chain = old.claim.attribution
    return any(_ends_before(when, day) for when in (old.claim.when, chain[-1].said if chain else None))


def _ends_before(when: When | None, day: date) -> bool:
    end = (when.end or when.start) if when else None
    return end is not None and end[:10] < day.isoformat()[: len(end[:10])]


def _finding(old: Telling, newer: Telling, first: Telling) -> Finding:
    since = f" It was first told on {first.day}." if first.document.id != old.document.id else ""
    what, close = ("another", "") if _is_moving(old) else ("a higher", " A count that only grows was higher by then.")
    told = f"{newer.origin.name} had given {what} figure before: {newer.words}"
    sentence = f"{old.words}, is told as today's; {told}.{since}{close}"
    return filed("stale", "tension", [old, newer], sentence)
