"""Claims become comparable: one figure of one source, told by several reports in words that measure unlike things.

"3,000 have been sent there", "3,000 have arrived" and "3,000 are there": where one source says so within days, of the
same people, reports retell one count. It stands under the words by which most of its reports tell it, or else the first
of them. What is promised: the order in which reports arrive does not matter, and a figure that was retold says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from reportedly.model import TOLD_AS, Claim, Key
from reportedly.series.lexicons import lexicon, words
from reportedly.series.speaking import state
from reportedly.series.usual import Keyed
from reportedly.values.bounds import ends
from reportedly.values.names import names

DAYS = 2  # within which a source's figure is passed on
KNOWN = 1000  # smaller numbers are met by chance
FEW = 40  # figures of one number that are looked at in pairs
DAY = 10  # characters


def retold(every: Iterable[Keyed]) -> tuple[Keyed, ...]:
    """``every``, each count of one source under the key by which most of its reports tell it."""
    found = tuple(every)
    counts: defaultdict[object, list[Keyed]] = defaultdict(list)
    for one in found:
        if (what := _what(one)) is not None:
            counts[what].append(one)
    meant: dict[str, Key] = {}
    for same in counts.values():
        if len({one.key for one in same}) > 1 and len({one.document.id for one in same}) > 1:
            for group in _passed_on(sorted(same, key=_order)[:FEW]):
                key = _most(group)
                meant |= {one.claim.id: key for one in group if one.key != key}
    return tuple(_told_as(one, meant[one.claim.id]) if one.claim.id in meant else one for one in found)


def _what(one: Keyed) -> object:
    """What a count of one moment is of, whatever became of them; None where it is no such count."""
    key, quantity = one.key, one.claim.quantity
    rows = lexicon()["retold"]["rows"]
    row = next((at for at, measures in enumerate(rows) if key.measure in measures), None)
    value = quantity.low if quantity.low is not None else quantity.high
    is_whole = key.done and key.change == "level" and key.actor is not None and one.claim.basis != "coded"
    if row is None or not is_whole or value is None or value < KNOWN or one.document.published is None:
        return None
    return row, _number(one.claim), key.unit, key.actor, key.recipient, key.population


def _number(claim: Claim) -> frozenset[Fraction]:
    return frozenset(ends(claim.quantity))


def _order(one: Keyed) -> tuple[str, str, int]:
    return one.document.published or "", one.document.address, one.claim.evidence.start


def _passed_on(same: Sequence[Keyed]) -> Iterable[Sequence[Keyed]]:
    """Groups of tellings that lead from one to the next by one source within days, in several documents."""
    homes = list(range(len(same)))
    for one, other in combinations(range(len(same)), 2):
        if homes[one] != homes[other] and _is_one_saying(same[one], same[other]):
            homes = [homes[one] if home == homes[other] else home for home in homes]
    for home in dict.fromkeys(homes):
        group = [one for one, own in zip(same, homes, strict=True) if own == home]
        if len({one.document.id for one in group}) > 1 and len({one.key for one in group}) > 1:
            yield group


def _is_one_saying(one: Keyed, other: Keyed) -> bool:
    days = [_day(found.document.published) for found in (one, other)]
    if None in days or one.document.id == other.document.id:
        return False
    apart = abs((days[0] - days[1]).days)  # type: ignore[operator]
    mine, theirs = _sources(one.claim), _sources(other.claim)
    return apart <= DAYS and not mine.isdisjoint(theirs)


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:DAY])
    except ValueError:
        return None


def _sources(claim: Claim) -> frozenset[str]:
    """The names by which the steps of a chain go: of persons and bodies their words, of a state's bodies the state."""
    told: set[str] = set()
    for step in claim.attribution:
        if step.span is None or step.stance == "denies":
            continue
        found = names(step.called)
        told |= {code for name in found if (code := state(name) or (name.place.country if name.place else None))}
        named = {word.casefold() for word in step.called.split() if word[:1].isupper()}
        told |= {word.removesuffix("’s").removesuffix("'s") for word in named} - words("retold", "common")
    return frozenset(told)


def _most(group: Sequence[Keyed]) -> Key:
    """The key by which most documents tell it; of several that of the first to tell it."""
    told: defaultdict[Key, set[str]] = defaultdict(set)
    for one in group:
        told[one.key].add(one.document.id)
    first = {one.key: _order(one) for one in sorted(group, key=_order, reverse=True)}
    return min(told, key=lambda key: (-len(told[key]), first[key]))


def _told_as(one: Keyed, key: Key) -> Keyed:
    slots = [slot for slot in Key.__slots__ if getattr(one.key, slot) != getattr(key, slot)]
    own = tuple((slot, f"{TOLD_AS}{getattr(one.key, slot) or ''}") for slot in slots)
    filled = tuple((slot, by) for slot, by in one.filled if slot not in slots)
    return replace(one, key=key, filled=(*filled, *own))
