"""What does not add up becomes findings: one figure of one root, told of a week and of all the time, or as surer.

Where reports that retell a number of one root agree on what it counts, their words still differ: the dead of a week
become those of the war, the suspected are confirmed, what is considered has been decided. The words that show it are
told. Word lists stand in ``findings.toml``.
"""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from reportedly.findings.drift import retells, retold
from reportedly.findings.lexicons import family, table
from reportedly.findings.tellings import PATH, Telling, by_root, compatible, kinds, windows
from reportedly.model import Finding
from reportedly.values.measures import named

DAYS = 31  # within which a week's figure is retold
SOON = 5  # days after which what was suspected may have been confirmed
LEAST = 2  # ones are met by chance
LARGE = 100  # smaller numbers are met of two things by chance
LOW = 10  # smaller numbers are one only where they count the same
LONGER = 2  # times as long as a stretch is what it cannot be rounded to
DECEMBER = 12
PART = re.compile(
    r"\b(?:of (?:the|these|those|them|whom|which) |among (?:them|these|those)\b|including\b)", re.IGNORECASE
)
FEW = 12  # tellings of one number that are looked at in pairs


def manners(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every retelling of a figure for another stretch of time, or as surer than its root had it."""
    for group in by_root(one for one in found if one.claim.basis != "coded").values():
        numbers: defaultdict[object, list[Telling]] = defaultdict(list)
        for one in group:
            if one.value >= LEAST:
                numbers[one.value, one.key.unit, "" if one.value >= LOW else _thing(one)].append(one)
        for same in numbers.values():
            for window in windows(same, DAYS):
                yield from _of_one_number(window[:FEW])


def _of_one_number(window: Sequence[Telling]) -> Iterator[Finding]:
    for at, odd in enumerate(window):
        earlier = [
            one
            for one in window[:at]
            if one.document.id != odd.document.id and compatible(one.key, odd.key) and _is_same(one, odd)
        ]
        others = [(one, how) for one in window[:at] if (how := _of_another(one, odd, window))]
        elsewhere = [(one, how) for one in window[:at] if (how := _elsewhere(one, odd, window))]
        stretched = [(one, how) for one in earlier if (how := _stretched(one, odd) or _ranged(one, odd))]
        whole = [(one, how) for one in earlier if (how := _part_as_whole(one, odd))]
        surer = [(one, how) for one in earlier if (odd.at - one.at).days <= SOON and (how := _surer(one, odd))]
        for kind, told in (
            ("period_drifted", stretched),
            ("part_drifted", whole),
            ("grade_drifted", surer),
            ("thing_drifted", others),
            ("place_drifted", elsewhere),
        ):
            if told:
                yield retold(kind, "tension", [odd, *(one for one, _ in told)], told[0][1])


def _is_same(one: Telling, other: Telling) -> bool:
    return one.key.measure == other.key.measure or _thing(one) == _thing(other) or retells(one, other)


def _thing(one: Telling) -> str:
    return one.claim.counted.lemma.casefold() if one.claim.counted else one.key.measure


def _stretched(one: Telling, odd: Telling) -> str | None:
    """How a figure of some days is told as one of all the time, or the other way round."""
    mine, theirs = _stretch(odd), _stretch(one)
    if mine is None or theirs is None or mine[0] == theirs[0]:
        return None
    return f"By the words it counts “{mine[1]}” here, “{theirs[1]}” there"


def _ranged(one: Telling, odd: Telling) -> str | None:
    """How a figure of one stretch of time is told as one of a far longer or shorter stretch around it."""
    mine, theirs = _days(odd), _days(one)
    if mine is None or theirs is None or one.claim.when is None or odd.claim.when is None:
        return None
    inner, outer = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    if one.claim.when.words and one.claim.when.words.casefold() in odd.claim.context.quote.casefold():
        return None
    is_within = outer[0] <= inner[0] and inner[1] <= outer[1]
    if not is_within or (outer[1] - outer[0]).days < LONGER * max(1, (inner[1] - inner[0]).days):
        return None
    return f"By the words it counts “{odd.claim.when.words}” here, “{one.claim.when.words}” there"


def _days(one: Telling) -> tuple[date, date] | None:
    """The first and the last day that a figure counts, where the words tell both; up to now where they tell no end."""
    when = one.claim.when
    if when is None or when.start is None or one.day is None or not when.words:
        return None
    first, last = _first(when.start), _last(when.end) if when.end else one.day
    return (first, min(last, one.day)) if first and last and first <= one.day else None


def _first(iso: str) -> date | None:
    try:
        return date.fromisoformat((iso + "-01-01")[: len("2025-01-01")] if len(iso) < len("2025-01-01") else iso[:10])
    except ValueError:
        return None


def _last(iso: str) -> date | None:
    if len(iso) >= len("2025-01-01"):
        return _first(iso)
    year, _, month = iso.partition("-")
    if not year.isdecimal() or (month and not month.isdecimal()):
        return None
    last = int(month) if month else DECEMBER
    return date(int(year), last, monthrange(int(year), last)[1]) if 1 <= last <= DECEMBER else None


def _of_another(one: Telling, odd: Telling, window: Sequence[Telling]) -> str | None:
    """How a figure of one registered measure is told of another, whatever the two: a budget, its deficit."""
    measures = {one.key.measure, odd.key.measure}
    near = one.document.id != odd.document.id and (odd.at - one.at).days <= SOON and compatible(one.key, odd.key)
    is_told_so = len(measures) < len((one, odd)) or family(*measures) is not None or one.value < LARGE
    if not near or is_told_so or not all(map(named, measures)) or odd.side != one.side:
        return None
    if _thing(one) != _thing(odd) and not any(
        measure.startswith(f"{other}_") for measure in measures for other in measures
    ):
        return None
    both = [told for told in window if told.document.id in (one.document.id, odd.document.id)]
    if len(both) > len((one, odd)) or one.key.change != odd.key.change or one.key.done != odd.key.done:
        return None  # who has the number of both knows them apart
    here, there = (told.key.measure.replace("_", " ") for told in (odd, one))
    return f"It is told of “{here}” here, of “{there}” there"


def _elsewhere(one: Telling, odd: Telling, window: Sequence[Telling]) -> str | None:
    """How a figure of one place is told of another."""
    near = one.document.id != odd.document.id and (odd.at - one.at).days <= SOON and one.value >= LOW
    here, there = odd.key.place, one.key.place
    if not near or here is None or there is None or not PATH.match(here) or not PATH.match(there):
        return None
    if here.startswith(there) or there.startswith(here) or one.key.measure != odd.key.measure:
        return None
    both = [told for told in window if told.document.id in (one.document.id, odd.document.id)]
    if len(both) > len((one, odd)):
        return None
    return f"It is told of “{here}” here, of “{there}” there"


def _part_as_whole(one: Telling, odd: Telling) -> str | None:
    """How a figure that was told as a part of another is told of a wider place or of everybody."""
    if one.value < LOW or not _is_part(one) or _is_part(odd):
        return None
    here, there = odd.key.place, one.key.place
    is_wider = there is not None and here != there and (here is None or there.startswith(here))
    if not is_wider and not kinds(odd.key) < kinds(one.key):
        return None
    narrow = str(one.key.population if kinds(odd.key) < kinds(one.key) else there)
    if any(word in odd.claim.context.quote.casefold() for word in re.split(r"[/, ]+", narrow.casefold()) if word):
        return None
    return f"It is told as a part there (“{narrow}”), as the whole here"


def _is_part(one: Telling) -> bool:
    return one.claim.part_of is not None or bool(PART.search(one.claim.context.quote))


def _stretch(one: Telling) -> tuple[str, str] | None:
    """Whether a figure counts some days ("short") or all the time ("whole"), by which words."""
    when = one.claim.when
    if all(pattern.search(one.claim.context.quote) for pattern in _stretches().values()):
        return None  # which of them it counts is not told by the words alone
    words = when.words if when and when.words else one.claim.context.quote
    for length, pattern in _stretches().items():
        if told := pattern.search(words):
            return length, " ".join((words if when and when.words else told.group()).split())
    return None


@cache
def _stretches() -> Mapping[str, re.Pattern[str]]:
    lists = table()["retold"]["stretches"]
    spans = rf"\b(?:{'|'.join(lists['before'])}) (?:[\w-]+ )?(?:{'|'.join(lists['spans'])})\b"
    return {
        "short": re.compile(spans, re.IGNORECASE),
        "whole": re.compile(rf"\b(?:{'|'.join(lists['whole'])})\b", re.IGNORECASE),
    }


def _surer(one: Telling, odd: Telling) -> str | None:
    """How a figure is told as surer than by an earlier report."""
    if one.key.done != odd.key.done:
        return None
    for weak, strong in _grades():
        weaker, stronger = weak.search(one.claim.context.quote), strong.search(odd.claim.context.quote)
        is_mixed = strong.search(one.claim.context.quote) or weak.search(odd.claim.context.quote)
        if weaker and stronger and not is_mixed:
            return f"It is told with “{stronger.group()}” here, with “{weaker.group()}” there"
    return None


@cache
def _grades() -> Sequence[tuple[re.Pattern[str], re.Pattern[str]]]:
    rows = table()["retold"]["grades"]["rows"]
    made = [[re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for words in row] for row in rows]
    return [(weak, strong) for weak, strong in made]
