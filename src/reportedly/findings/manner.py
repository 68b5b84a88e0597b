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

from reportedly.findings.drift import retells, retold
from reportedly.findings.grades import surer
from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.stretches import ranged, stretched
from reportedly.findings.tellings import PATH, Telling, by_root, compatible, is_odd, kinds, windows
from reportedly.findings.wording import is_alike, shared
from reportedly.model import Finding
from reportedly.values.measures import is_person, named, singular
from reportedly.values.states import place_told

DAYS = 31  # within which a week's figure is retold
SOON = 5  # days after which what was suspected may have been confirmed
LEAST = 2  # ones are met by chance
LARGE = 100  # smaller numbers are met of two things by chance
LOW = 10  # smaller numbers are one only where they count the same
PART = re.compile(
    r"\b(?:of (?:the|these|those|them|whom|which) |among (?:them|these|those)\b|including\b)", re.IGNORECASE
)
PERCENT = "percent"
WORD = re.compile(r"[^\W\d_]{4,}")
NAMES = re.compile(r"\b(?:[A-Z][^\W\d_]+|(?:19|20)\d\d)\b")
JOINT = re.compile(r",? (?:and|while|but|with) ")  # between what goes with one number and what goes with the next
FEW = 12  # tellings of one number that are looked at in pairs

Changed = Callable[[Telling, Telling], str | None]


def manners(found: Iterable[Telling]) -> Iterator[Finding]:
    """Every retelling of a figure for another stretch of time, of another thing, or as surer than its root had it."""
    for group in by_root(one for one in found if one.claim.basis != "coded").values():
        numbers: defaultdict[object, list[Telling]] = defaultdict(list)
        for one in group:
            if one.value >= LEAST:
                is_way = one.key.unit == PERCENT and one.key.change in ("increase", "decrease")
                of = _thing(one) if one.value < LOW and not is_way else ""
                numbers[one.value, one.key.unit, of].append(one)
        for same in numbers.values():
            for window in windows(same, DAYS):
                yield from _of_one_number(window[:FEW])


def _of_one_number(window: Sequence[Telling]) -> Iterator[Finding]:
    told_by = Counter(one.document.id for one in window)
    for at, odd in enumerate(window):
        earlier = [one for one in window[:at] if one.document.id != odd.document.id and _is_sure(one, odd)]
        same = [one for one in earlier if compatible(one.key, odd.key) and _is_same(one, odd)]
        twice = {paper for paper, times in told_by.items() if times > 1}
        # Who has the number of both knows them apart.
        two = [one for one in earlier if not twice & {one.document.id, odd.document.id} and _is_soon(one, odd)]
        for facets, others in ((WAYS, same), (THINGS, two)):
            for kind, changed in facets:
                told = [(one, how) for one in others if (how := changed(one, odd))]
                if told:
                    yield retold(kind, "tension", [odd, *(one for one, _ in told)], told[0][1])


def _is_sure(one: Telling, odd: Telling) -> bool:
    """Whether both name their root; where it is a guess, they have to be large and of one thing by their words."""
    return (one.is_named and odd.is_named) or (one.value >= LARGE and is_alike(one, odd))


def _is_soon(one: Telling, odd: Telling) -> bool:
    return (odd.at - one.at).days <= SOON


def _is_same(one: Telling, other: Telling) -> bool:
    return one.key.measure == other.key.measure or _thing(one) == _thing(other) or retells(one, other)


def _thing(one: Telling) -> str:
    return thing(one.claim.counted.lemma.casefold()) if one.claim.counted else one.key.measure


def _of_another(one: Telling, odd: Telling) -> str | None:
    """How a figure of one thing is told of another: a budget, its deficit; those who fell ill, the dead."""
    measures = {one.key.measure, odd.key.measure}
    if how := _of_another_kind(one, odd):
        return how
    is_told_so = len(measures) < len((one, odd)) or family(*measures) is not None
    alike = one.side == odd.side and one.key.change == odd.key.change and one.key.done == odd.key.done
    if is_told_so or not alike or not compatible(one.key, odd.key):
        return None
    is_one = _thing(one) == _thing(odd) or all(told.claim.counted and is_person(_thing(told)) for told in (one, odd))
    if measures & set(table()["retold"]["settings"]["measures"]):
        return None  # of 140 who were aboard, 140 were rescued
    if all(map(named, measures)):
        whole = any(measure.startswith(f"{other}_") for measure in measures for other in measures)
        if one.value < LARGE or not (is_one or whole or is_odd(one.value)):
            return None
        here, there = (told.key.measure.replace("_", " ") for told in (odd, one))
        return f"It is told of “{here}” here, of “{there}” there"
    fates = [_befallen(told) for told in (odd, one)]
    if one.value < LOW or not is_one or not all(fates) or fates[0].keys() & fates[1].keys():
        return None
    here, there = (", ".join(fate.values()) for fate in fates)
    return f"By the words it is told of “{here}” here, of “{there}” there"


def _of_another_kind(one: Telling, odd: Telling) -> str | None:
    """How a figure of things is told of people, or the other way round, by one verb."""
    heads = [told.claim.counted.lemma.casefold() if told.claim.counted else "" for told in (odd, one)]
    verbs = [told.claim.verb.lemma if told.claim.verb else "" for told in (odd, one)]
    people = [is_person(head) for head in heads]
    things = [singular(head) in table()["retold"]["things"]["words"] for head in heads]
    is_done_alike = verbs[0] == verbs[1] != "" or (one.value >= LARGE and len(shared(one, odd)) > 1)
    if one.value < LOW or not is_done_alike or (sorted(people), things) != ([False, True], people[::-1]):
        return None
    return f"It is told of “{heads[0]}” here, of “{heads[1]}” there"


def _the_other_way(one: Telling, odd: Telling) -> str | None:
    """How a rise is told as a fall."""
    ways = {one.key.change, odd.key.change}
    is_turned = "decrease" in ways and len(ways) > 1 and "level" not in ways
    is_met = one.value < LOW and one.key.unit in table()["units"]["counts"]
    is_one = _thing(one) == _thing(odd) or (one.key.unit == PERCENT and shared(one, odd))
    if not is_turned or is_met or not is_one or not compatible(one.key, odd.key):
        return None
    if one.value < LOW and _thing(one) != _thing(odd) and not _is_of_same_names(one, odd):
        return None  # 5 percent of one thing more, 5 percent of another less
    changes = table()["retold"]["changes"]
    return f"It is told as {changes[odd.key.change]} here, as {changes[one.key.change]} there"


def _is_of_same_names(one: Telling, odd: Telling) -> bool:
    """Whether two sentences name the same, and the same years, of their roots apart."""
    roots = " ".join(f"{told.origin.name} {told.own}" for told in (one, odd))
    apart = {word.casefold() for word in WORD.findall(roots)}
    mine, theirs = (
        {name.casefold() for name in NAMES.findall(told.claim.context.quote)} - apart for told in (one, odd)
    )
    return mine == theirs and len(mine) >= LEAST


def _opposed(one: Telling, odd: Telling) -> str | None:
    """How a figure is told with the opposite word: the seats that a party won, lost."""
    is_amount = one.key.unit not in table()["units"]["bare"]
    is_one = is_amount or _thing(one) == _thing(odd) or is_odd(one.value)
    if one.side != odd.side or not compatible(one.key, odd.key) or not is_one:
        return None
    if one.value < LOW and not is_amount:
        return None
    here, there = _around(odd), _around(one)
    is_of_one = bool(_subject(one) & _subject(odd))
    for row in (*_opposites("rows"), *(_opposites("converse") if is_of_one else ())):
        mine, theirs = ([pattern.search(words) for pattern in row] for words in (here, there))
        told = [word for word in (*mine, *theirs) if word]
        if len(told) == len(row) and bool(mine[0]) != bool(theirs[0]):
            return f"It is told with “{told[0].group()}” here, with “{told[1].group()}” there"
    return None


def _subject(one: Telling) -> frozenset[str]:
    """The words before a figure that may name who does it, without its root's."""
    before = one.document.text[one.claim.context.start : one.claim.evidence.start].casefold()
    root = {word.casefold() for word in WORD.findall(f"{one.origin.name} {one.own}")}
    return frozenset(WORD.findall(before)) - root


@cache
def _opposites(name: str) -> Sequence[Sequence[re.Pattern[str]]]:
    rows = table()["retold"]["opposites"][name]
    return [[re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for words in row] for row in rows]


def _befallen(one: Telling) -> Mapping[int, str]:
    """What the words around a figure tell to have befallen somebody: the row of the words, and the first of them."""
    told = ((row, pattern.search(_around(one))) for row, pattern in enumerate(_fates()))
    return {row: word.group() for row, word in told if word}


def _around(one: Telling) -> str:
    """The words of a sentence behind a figure and before it, as far as those that go with the next number."""
    claim, text = one.claim, one.document.text
    before = re.split(r"[\d;]", text[claim.context.start : claim.evidence.start])
    behind = re.split(r"[\d;]", text[claim.evidence.end : claim.context.end])
    mine = JOINT.split(before[-1], 1)[-1] if before[1:] else before[-1]
    return f"{JOINT.split(behind[0])[0] if behind[1:] else behind[0]} {mine}"


@cache
def _fates() -> Sequence[re.Pattern[str]]:
    rows = table()["retold"]["fates"]["rows"]
    return [re.compile(rf"\b(?:{'|'.join(row)})\b", re.IGNORECASE) for row in rows]


def _of_others(one: Telling, odd: Telling) -> str | None:
    """How a figure of some people is told of others: the rebels, the soldiers."""
    here, there = odd.key.population, one.key.population
    is_apart = here and there and not (kinds(odd.key) <= kinds(one.key) or kinds(one.key) <= kinds(odd.key))
    if not is_apart or not is_odd(one.value) or one.key.measure != odd.key.measure or one.key.change != odd.key.change:
        return None
    return f"It is told of “{here}” here, of “{there}” there"


def _elsewhere(one: Telling, odd: Telling) -> str | None:
    """How a figure of one place is told of another."""
    here, there = odd.key.place, one.key.place
    if here is None and there is None:
        here, there = odd.key.recipient, one.key.recipient
    if one.value < LOW or here is None or there is None or not PATH.match(here) or not PATH.match(there):
        return None
    if not (one.is_placed and odd.is_placed):
        return None  # the place of a report is not that of every figure in it
    if here.startswith(there) or there.startswith(here) or one.key.measure != odd.key.measure:
        return None
    return f"It is told of “{place_told(here)}” here, of “{place_told(there)}” there"


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
    return f"It is told as a part there (“{place_told(narrow)}”), as the whole here"


def _widened(one: Telling, odd: Telling) -> str | None:
    """How a figure of one place is told of all that holds it, by words for that ("nationwide"), or the other way."""
    here, there = odd.key.place or "", one.key.place or ""
    if one.value < LOW or one.key.measure != odd.key.measure:
        return None
    for whole, part, inner, outer in ((odd, one, there, here), (one, odd, here, there)):
        told = _wholes().search(whole.claim.context.quote)
        place = inner.rpartition("/")[2]
        is_inner = part.is_placed and inner != outer and inner.startswith(outer) and place in _around(part).casefold()
        is_named = place in whole.claim.context.quote.casefold() or _wholes().search(part.claim.context.quote)
        if told and is_inner and not is_named:
            words = (told.group(), place) if whole is odd else (place, told.group())
            return f"It is told of “{words[0]}” here, of “{words[1]}” there"
    return None


@cache
def _wholes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['retold']['wholes']['words'])})\b", re.IGNORECASE)


def _part_as_others(one: Telling, odd: Telling) -> str | None:
    """How some of others are told as those others: of the rescued 40 were children, 40 were rescued."""
    if one.value < LOW or not _is_part(one) or _is_part(odd) or _thing(one) == _thing(odd) or not one.claim.counted:
        return None
    before = one.document.text[one.claim.context.start : one.claim.evidence.start].casefold()
    narrow, wide = one.claim.counted.lemma.casefold(), odd.claim.counted.lemma.casefold() if odd.claim.counted else ""
    is_of_one = one.key.measure == odd.key.measure  # "arrested 61 people", 61 arrests
    is_of_one = is_of_one or narrow in table()["retold"]["distances"]["words"]  # "won by 300 votes", a margin of 300
    if is_of_one or not wide or wide not in before or narrow in odd.claim.context.quote.casefold():
        return None
    return f"It counts some of them there (“{narrow}”), all of them here"


def _is_part(one: Telling) -> bool:
    return one.claim.part_of is not None or bool(PART.search(one.claim.context.quote))


def _surer(one: Telling, odd: Telling) -> str | None:
    """How a figure is told as surer than by an earlier report."""
    if not _is_soon(one, odd):
        return None
    told = surer((_around(one), one.claim.context.quote), (_around(odd), odd.claim.context.quote))
    return f"It is told with “{told[0]}” here, with “{told[1]}” there" if told else None


# What may have changed between two tellings of a number, of what is one thing, and of what need not be.
WAYS: Sequence[tuple[str, Changed]] = (
    ("period_drifted", _of_another_time),
    ("part_drifted", _part_as_whole),
    ("grade_drifted", _surer),
)
THINGS: Sequence[tuple[str, Changed]] = (
    ("thing_drifted", _of_another),
    ("way_drifted", _the_other_way),
    ("thing_drifted", _opposed),
    ("thing_drifted", _of_others),
    ("place_drifted", _elsewhere),
    ("place_drifted", _widened),
    ("part_drifted", _part_as_others),
)
