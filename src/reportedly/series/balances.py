"""Series count what became of the same people: which of them come to a whole, and none of whom is in two.

Who was sent is there still, has gone back or was lost; a first round and those who came on top of it later are the
whole. The measures that make up a whole stand in ``balances.toml``. What is promised: the series of one balance differ
in nothing but what they count, and are of what has come about; what was added counts beside what came before only where
the days leave no doubt that it came later.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import tomli

from reportedly.frozen import dataclass
from reportedly.model import Balance, Claim, Document, Key, Reading, Series
from reportedly.series import populations
from reportedly.series.lexicons import bases
from reportedly.series.places import THERE
from reportedly.values.measures import named
from reportedly.values.publication import published

ADDED = "Those of the first round and those added later are among all."
QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
STRETCH = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?$")
ROUND = " round"  # ends the kind of those who came in one
NEVER = "9"  # sorts after every year


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of ``balances.toml``."""

    whole: str
    rule: str
    gone: tuple[str, ...]
    there: tuple[str, ...] = ()
    complete: bool = False


@cache
def sums() -> tuple[Sum, ...]:
    """The rows of the table beside this module."""
    rows = tomli.loads(Path(__file__).with_name("balances.toml").read_text("utf-8"))["balance"]
    return tuple(Sum(**row | {name: tuple(row.get(name, ())) for name in ("gone", "there")}) for row in rows)


def balances(found: Sequence[Series], pairs: Iterable[tuple[Document, Reading]]) -> tuple[Balance, ...]:
    """The balances that ``found`` hold, in the order of their wholes; ``pairs`` are the documents they come from."""
    by_key = {one.key: one for one in found if one.key.done}
    day = {claim.id: _told(*pair, claim) for pair in pairs for claim in pair[1].claims}
    told = [*_of_measures(by_key), *_of_rounds(by_key, day)]
    return tuple(sorted(told, key=lambda one: (one.whole, one.rule)))


def _told(document: Document, reading: Reading, claim: Claim) -> str:
    """The last day on which it may have come about: its own, else that of the report."""
    own = claim.when.end if claim.when else None
    return min(filter(None, (own, published(document, reading))), default=NEVER)


def _of_measures(by_key: Mapping[Key, Series]) -> Iterator[Balance]:
    """The sums of the table."""
    for one in sums():
        for key, whole in by_key.items():
            if key.measure == one.whole and key.change == "level" and not _is_anybody(key):
                gone, there = ([_beside(key, name, by_key) for name in names] for names in (one.gone, one.there))
                known = [series.id for series in gone if series], [series.id for series in there if series]
                if len(known[0]) + len(known[1]) > 1:
                    complete = one.complete and None not in gone and None not in there
                    yield Balance(whole.id, tuple(known[0]), tuple(known[1]), complete, one.rule)


def _is_anybody(key: Key) -> bool:
    """Whether all that is known of those counted is that one report tells of them: it may tell of several."""
    return key.actor is None and (key.place or "").startswith(f"{THERE}/")


def _beside(key: Key, measure: str, by_key: Mapping[Key, Series]) -> Series | None:
    """The series of ``measure`` that is of the same people or things as ``key``."""
    made = named(measure)
    return by_key.get(replace(key, measure=measure, scope=key.scope if made is None else made.scope))


def _of_rounds(by_key: Mapping[Key, Series], day: Mapping[str, str]) -> Iterator[Balance]:
    """Rounds that are numbered, and what was added after the first had come, as parts of all there were."""
    for key, whole in by_key.items():
        if key.change != "level" or key.scope != "cumulative" or key.period is not None:
            continue
        rounds = [one for other, one in by_key.items() if _is_round_of(other, key)]
        since = max((_first(one, day) for one in rounds), default="")
        added = _apart((other.period, one) for other, one in by_key.items() if _adds(other, key))
        later = [one for start, one in added if start > since]
        parts = [*rounds, *later] if later or len(rounds) > 1 else [one for _, one in added]
        if len(parts) > 1:
            yield Balance(whole.id, tuple(sorted(one.id for one in parts)), rule=ADDED)


def _is_round_of(key: Key, whole: Key) -> bool:
    """Whether ``key`` is the whole but for the round that its population names."""
    told = populations.split(key.population)
    rounds = {kind for kind in told if kind.endswith(ROUND)}
    rest = populations.joined(told - rounds)
    return bool(rounds) and replace(key, population=rest, period=whole.period) == whole


def _adds(key: Key, whole: Key) -> bool:
    """Whether ``key`` is what was added to the whole in some stretch of time."""
    base = bases().get(key.measure)
    if base is None or base.kind != "added" or base.slug != whole.measure or key.period is None:
        return False
    return replace(key, measure=whole.measure, scope=whole.scope, change=whole.change, period=whole.period) == whole


def _first(series: Series, day: Mapping[str, str]) -> str:
    """The first day on which it was told."""
    return min((day.get(claim, NEVER) for claim in series.claims), default=NEVER)


def _apart(told: Iterable[tuple[str | None, Series]]) -> list[tuple[str, Series]]:
    """Of series by their stretch of time as many as do not overlap, each with the day on which its stretch begins."""
    stretches = ((stretch(period or ""), one) for period, one in told)
    known = sorted((ends[1], ends[0], one.id, one) for ends, one in stretches if ends is not None)
    found: list[tuple[str, Series]] = []
    last = ""
    for end, start, _, one in known:
        if start > last:
            found.append((start, one))
            last = end
    return found


def stretch(period: str) -> tuple[str, str] | None:
    """The first and the last day of a period told in days, months, quarters or years; None of any other."""
    if quarter := QUARTER.match(period):
        last = int(quarter[2]) * 3
        return f"{quarter[1]}-{last - 2:02}-01", _end(f"{quarter[1]}-{last:02}")
    if not STRETCH.match(period):
        return None
    start, _, end = period.partition("/")
    return start + "-01-01"[len(start) - 4 :], _end(end or start)


def _end(date: str) -> str:
    """The last day of a date as precise as it is."""
    month = date if len(date) > 4 else f"{date}-12"
    return month if len(month) > 7 else f"{month}-{monthrange(int(month[:4]), int(month[5:7]))[1]:02}"
