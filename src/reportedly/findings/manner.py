"""What does not add up becomes findings: one figure of one root, held facet by facet against its earlier telling.

Where reports that retell a number of one root agree on what it counts, their words still differ: the dead of a week
become those of the war, the suspected are confirmed, those who fell ill have died. ``WAYS`` and ``THINGS`` are the
tables of what may have changed between two tellings; the words that show it are told. Word lists stand in
``findings.toml``.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from reportedly.findings.digits import KNOWN, significant
from reportedly.findings.drift import retells, retold
from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.stretches import ranged, stretched
from reportedly.findings.tellings import PATH, Telling, by_root, compatible, kinds, windows
from reportedly.model import Finding
from reportedly.values.measures import named

DAYS = 31  # within which a week's figure is retold
SOON = 5  # days after which what was suspected may have been confirmed
LEAST = 2  # ones are met by chance
LARGE = 100  # smaller numbers are met of two things by chance
LOW = 10  # smaller numbers are one only where they count the same
THOUSAND = 1000  # from it on a number of two digits is an odd one
PART = re.compile(
    r"\b(?:of (?:the|these|those|them|whom|which) |among (?:them|these|those)\b|including\b)", re.IGNORECASE
)
FEW = 12  # tellings of one number that are looked at in pairs

Changed = Callable[[Telling, Telling], str | None]


def manners(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every retelling of a figure for another stretch of time, of another thing, or as surer than its root had it."""
    for group in by_root(one for one in found if one.claim.basis != "coded").values():
        numbers: defaultdict[object, list[Telling]] = defaultdict(list)
        for one in group:
            if one.value >= LEAST:
                numbers[one.value, one.key.unit, "" if one.value >= LOW else _thing(one)].append(one)
        for same in numbers.values():
            for window in windows(same, DAYS):
                yield from _of_one_number(window[:FEW])


def _of_one_number(window: Sequence[Telling]) -> Iterator[Finding]:
    told_by = Counter(one.document.id for one in window)
    for at, odd in enumerate(window):
        earlier = [one for one in window[:at] if one.document.id != odd.document.id]
        same = [one for one in earlier if compatible(one.key, odd.key) and _is_same(one, odd)]
        twice = {paper for paper, times in told_by.items() if times > 1}
        # Who has the number of both knows them apart.
        two = [one for one in earlier if not twice & {one.document.id, odd.document.id} and _is_soon(one, odd)]
        for facets, others in ((WAYS, same), (THINGS, two)):
            for kind, changed in facets:
                told = [(one, how) for one in others if (how := changed(one, odd))]
                if told:
                    yield retold(kind, "tension", [odd, *(one for one, _ in told)], told[0][1])


def _is_soon(one: Telling, odd: Telling) -> bool:
    return (odd.at - one.at).days <= SOON


def _is_same(one: Telling, other: Telling) -> bool:
    return one.key.measure == other.key.measure or _thing(one) == _thing(other) or retells(one, other)


def _thing(one: Telling) -> str:
    return thing(one.claim.counted.lemma.casefold()) if one.claim.counted else one.key.measure


def _of_another(one: Telling, odd: Telling) -> str | None:
    """How a figure of one thing is told of another: a budget, its deficit; those who fell ill, the dead."""
    measures = {one.key.measure, odd.key.measure}
    is_told_so = len(measures) < len((one, odd)) or family(*measures) is not None
    alike = one.side == odd.side and one.key.change == odd.key.change and one.key.done == odd.key.done
    if is_told_so or not alike or not compatible(one.key, odd.key):
        return None
    is_one = _thing(one) == _thing(odd)
    if all(map(named, measures)):
        whole = any(measure.startswith(f"{other}_") for measure in measures for other in measures)
        if one.value < LARGE or not (is_one or whole or _is_odd(one)):
            return None
        here, there = (told.key.measure.replace("_", " ") for told in (odd, one))
        return f"It is told of “{here}” here, of “{there}” there"
    here, there = (_befallen(told) for told in (odd, one))
    if one.value < LOW or not is_one or not here or not there or here.keys() & there.keys():
        return None
    return f"By the words it is told of “{', '.join(here.values())}” here, of “{', '.join(there.values())}” there"


def _is_odd(one: Telling) -> bool:
    """Whether a number is one that a root hardly has of two things."""
    digits = len(significant(one.value))
    return one.value >= LARGE and (digits >= KNOWN or (digits >= LEAST and one.value >= THOUSAND))


def _befallen(one: Telling) -> Mapping[int, str]:
    """What a sentence tells to have befallen somebody: the row of the words, and the first of them."""
    told = ((row, pattern.search(one.claim.context.quote)) for row, pattern in enumerate(_fates()))
    return {row: word.group() for row, word in told if word}


@cache
def _fates() -> Sequence[re.Pattern[str]]:
    rows = table()["retold"]["fates"]["rows"]
    return [re.compile(rf"\b(?:{'|'.join(row)})\b", re.IGNORECASE) for row in rows]


def _elsewhere(one: Telling, odd: Telling) -> str | None:
    """How a figure of one place is told of another."""
    here, there = odd.key.place, one.key.place
    if one.value < LOW or here is None or there is None or not PATH.match(here) or not PATH.match(there):
        return None
    if here.startswith(there) or there.startswith(here) or one.key.measure != odd.key.measure:
        return None
    return f"It is told of “{here}” here, of “{there}” there"


def _of_another_time(one: Telling, odd: Telling) -> str | None:
    return stretched(one, odd) or ranged(one, odd)


def _part_as_whole(one: Telling, odd: Telling) -> str | None:
    """How a figure that was told as a part of another is told of a wider place or of everybody."""
    if one.value < LOW or not _is_part(one) or _is_part(odd):
        return None
    here, there = odd.key.place, one.key.place
    is_wider = here is not None and there is not None and here != there and there.startswith(here)
    if not is_wider and not kinds(odd.key) < kinds(one.key):
        return None
    narrow = str(one.key.population if kinds(odd.key) < kinds(one.key) else there)
    if any(word in odd.claim.context.quote.casefold() for word in re.split(r"[/, ]+", narrow.casefold()) if word):
        return None
    return f"It is told as a part there (“{narrow}”), as the whole here"


def _part_as_others(one: Telling, odd: Telling) -> str | None:
    """How some of others are told as those others: of the rescued 40 were children, 40 were rescued."""
    if one.value < LOW or not _is_part(one) or _is_part(odd) or _thing(one) == _thing(odd) or not one.claim.counted:
        return None
    before = one.document.text[one.claim.context.start : one.claim.evidence.start].casefold()
    narrow, wide = one.claim.counted.lemma.casefold(), odd.claim.counted.lemma.casefold() if odd.claim.counted else ""
    if not wide or wide not in before or narrow in odd.claim.context.quote.casefold():
        return None
    return f"It counts some of them there (“{narrow}”), all of them here"


def _is_part(one: Telling) -> bool:
    return one.claim.part_of is not None or bool(PART.search(one.claim.context.quote))


def _surer(one: Telling, odd: Telling) -> str | None:
    """How a figure is told as surer than by an earlier report."""
    if one.key.done != odd.key.done or not _is_soon(one, odd):
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


# What may have changed between two tellings of a number, of what is one thing, and of what need not be.
WAYS: Sequence[tuple[str, Changed]] = (
    ("period_drifted", _of_another_time),
    ("part_drifted", _part_as_whole),
    ("grade_drifted", _surer),
)
THINGS: Sequence[tuple[str, Changed]] = (
    ("thing_drifted", _of_another),
    ("place_drifted", _elsewhere),
    ("part_drifted", _part_as_others),
)
