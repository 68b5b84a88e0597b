"""What does not add up becomes findings: a plan told as a deed, though by another report it was not carried out.

"300 would be flown home by 30 September", "it has flown 300 home", "by 30 September 184 had been put on planes": who
tells the whole as done has the plan, where a later report of the same counts fewer. And what hangs on a condition that
it does not tell to be met ("subject to approval by the board, which meets in July") is hardly paid days later.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from reportedly.findings.drift import retold
from reportedly.findings.lexicons import table
from reportedly.findings.tellings import WINDOW, Telling, compatible, significant
from reportedly.findings.wording import common
from reportedly.model import Finding
from reportedly.values.measures import is_person
from reportedly.values.publication import DAY
from reportedly.values.units import is_money

LOW = 10  # smaller numbers are met by chance
TWO = 2  # digits of a sum that is not met by chance, stems by which two sentences are on one thing
FORTNIGHT = 14  # days in which what was approved is hardly paid without a word of that
SOON = 31  # days in which a condition is hardly met without a word of it
FEW = 12  # tellings of a number that are looked at
MANY = 50  # counts with one name that are looked at
NAME = re.compile(r"\b[A-Z][\w’'-]+")
FEWER = "It is told as done here, as yet to come there, and a later report counts fewer"
PAID = "It is told as paid here, as yet to be paid there"
UNMET = "It is told as done here, there as hanging on a condition, which the former does not tell to be met"


def unkept(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every plan that is told as a deed and was none by another report."""
    numbers: defaultdict[tuple[Fraction, str], list[Telling]] = defaultdict(list)
    for one in found:
        if one.value >= LOW and one.day is not None and one.claim.basis != "coded":
            numbers[one.value, one.key.unit].append(one)
    counts: Mapping[tuple[str, str], Sequence[Telling]] = {}
    for same in numbers.values():
        plans = [one for one in same if not one.key.done][:FEW]
        deeds = [one for one in same if one.key.done] if plans else []
        is_alone = len({one.document.id for one in deeds}) == 1
        for odd in deeds:
            promised = [one for one in plans if is_alone and _is_paid(odd, one)]
            if promised:
                yield retold("status_drifted", "tension", [odd, promised[0]], PAID)
                continue
            its = [one for one in plans if _may_be_its(odd, one)]
            if not its:
                continue
            counts = counts or _by_name(one for told in numbers.values() for one in told if one.key.done)
            names = _names(odd) | _names(its[0])
            near = (_since(counts.get((name, odd.key.unit), ()), odd.at) for name in sorted(names))
            fewer = [one for told in near for one in told if _is_fewer(one, odd, its[0])]
            if fewer:
                yield retold("status_drifted", "tension", [odd, its[0], fewer[0]], FEWER)
            elif is_alone and _is_unconditional(odd, its[0]):
                yield retold("status_drifted", "tension", [odd, its[0]], UNMET)


def _by_name(counts: Iterable[Telling]) -> Mapping[tuple[str, str], Sequence[Telling]]:
    """Counts by each name of their sentences and their unit, in order of their days."""
    found: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in counts:
        for name in sorted(_names(one)):
            found[name, one.key.unit].append(one)
    return {key: sorted(told, key=lambda one: (one.at, one.document.address)) for key, told in found.items()}


def _since(told: Sequence[Telling], day: date) -> Sequence[Telling]:
    """The next counts from a day on."""
    start = bisect_left(told, day, key=lambda one: one.at)
    return told[start : start + MANY]


def _names(one: Telling) -> frozenset[str]:
    return frozenset(NAME.findall(one.claim.context.quote))


def _is_due(plan: Telling, day: date) -> bool:
    """Whether a plan was due by a day, as far as its words tell when."""
    due = plan.claim.when.end if plan.claim.when else None
    return due is not None and due[:DAY] <= day.isoformat()[: len(due[:DAY])]


def _is_news(odd: Telling, plan: Telling) -> bool:
    """Whether a deed is told with a day of its own since it was planned: it was done then, and is no slip."""
    told = odd.claim.when
    return told is not None and told.words is not None and (told.end or "") >= plan.at.isoformat()


def _may_be_its(odd: Telling, plan: Telling) -> bool:
    """Whether a deed may be what was planned before, by another report: of one thing by the words of both."""
    days = (odd.at - plan.at).days
    is_level = {odd.key.change, plan.key.change} <= {"level", "additional"} and odd.claim.part_of is None
    is_near = odd.document.id != plan.document.id and 0 < days <= WINDOW and compatible(odd.key, plan.key)
    return is_level and is_near and (odd.key.measure == plan.key.measure or _is_of_one(odd, plan))


def _is_of_one(one: Telling, other: Telling) -> bool:
    """Whether two sentences share words enough to be on one thing, or one names the root of the other."""
    return len(common(one, other)) >= TWO or _names_root(one, other) or _names_root(other, one)


def _names_root(one: Telling, other: Telling) -> bool:
    """Whether a sentence names the paper of another, or a root that is a name."""
    names = {*NAME.findall(one.claim.context.quote)} - {*NAME.findall(f"{one.origin.name} {one.own}")}
    told = f"{other.document.outlet or ''} {other.own}"
    short = "".join(word[0] for word in NAME.findall(other.document.outlet or "") if word[0].isupper())
    names = {name for name in names if len(name) > TWO}
    return any(re.search(rf"\b{re.escape(name)}\b", told) or short.startswith(name) for name in names)


def _is_paid(odd: Telling, plan: Telling) -> bool:
    """Whether a sum that was approved, or promised, days before is told as paid before it was due, on no day."""
    lists = table()["retold"]["paying"]
    is_sum = is_money(odd.key.unit) and len(significant(odd.value)) >= TWO and "/" not in odd.key.unit
    is_soon = odd.document.id != plan.document.id and 0 < (odd.at - plan.at).days <= FORTNIGHT
    is_early = not _is_due(plan, odd.at) and not _is_news(odd, plan)
    verb = odd.claim.verb.lemma if odd.claim.verb else ""
    is_told = verb in lists["paid"] and odd.claim.status == "happened" and odd.key.change == "level"
    is_kept = odd.says(table()["retold"]["kept"]["words"]) or odd.says(table()["retold"]["met"]["words"])
    return is_sum and is_soon and is_told and is_early and not is_kept and compatible(odd.key, plan.key)


def _is_fewer(one: Telling, odd: Telling, plan: Telling) -> bool:
    """Whether a report of after it was due counts fewer of what was planned, as all that had come about by then."""
    if one.at < odd.at or one.document.id in (odd.document.id, plan.document.id) or one.value >= odd.value:
        return False
    is_unit = one.key.unit == odd.key.unit and one.key.change == "level" and one.claim.status == "happened"
    is_due = _is_due(plan, one.at)
    heads = [told.claim.counted.lemma if told.claim.counted else "" for told in (one, odd, plan)]
    is_counted = heads[0] in ("", *heads[1:]) or all(map(is_person, heads[:1] + [head for head in heads[1:] if head]))
    return is_unit and is_due and is_counted and one.claim.part_of is None and _is_on_the_plan(one, odd, plan)


def _is_on_the_plan(one: Telling, odd: Telling, plan: Telling) -> bool:
    """Whether a sentence shares a name and another word with the plan, or with the deed."""
    names = [_names(told) for told in (one, odd, plan)]
    stems = common(one, plan) | common(one, odd)
    return len(stems) >= TWO + 1 and bool(names[0] & (names[1] | names[2]))


def _is_unconditional(odd: Telling, plan: Telling) -> bool:
    """Whether a sum of money that hung on a condition is told as paid soon after, on no day."""
    is_sum = is_money(odd.key.unit) and len(significant(odd.value)) >= TWO
    is_hung = plan.claim.status == "conditional" and plan.claim.condition is not None
    is_soon = (odd.at - plan.at).days <= SOON and odd.claim.status == "happened"
    return (
        is_sum and is_hung and is_soon and not _is_news(odd, plan) and not odd.says(table()["retold"]["met"]["words"])
    )
