"""What does not add up becomes findings: a number that a later report tells otherwise than who had it first.

The number is the tie, whoever is named for it and whatever it measures by its key: where two reports on one thing (see
``scenes``) have one number that neither has twice, and the later has it in another unit, of another fate, of one half
of a pair, as done before it is due, with the bound turned round, or as new where it was of all so far, it has changed
on the way.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from reportedly.findings.digits import SIZE
from reportedly.findings.drift import BOUND, retold
from reportedly.findings.lexicons import table
from reportedly.findings.misread import TIMES
from reportedly.findings.paper import WORD, words_before, words_behind
from reportedly.findings.scenes import Scenes, head, kind_of_unit
from reportedly.findings.tellings import KNOWN, LARGE, Telling, papers, significant
from reportedly.findings.wording import LONGEST
from reportedly.frozen import dataclass
from reportedly.model import Finding
from reportedly.values import fates

DAYS = 366  # within which a number is taken for the one that was told
SOON, WEEKS = (
    5,
    14,
)  # days, and by the word of who planned it, after which a plan that names no day may have been carried out
MONTH = 31  # days since which what is counted is no more than new
LOW = 10  # smaller numbers are met by chance
FEW = 12  # tellings of a number that are looked at
TIES, ROUND = 2, 3  # by which two tellings are of one thing; where the number is one that many have
SURE = frozenset({"head", "root", "company"})  # prices and round sums meet where no such tie is
SPENDING = frozenset({"spend", "pay", "invest", "put", "give", "grant", "lend", "transfer"})
DAY = "2025-01-31"
TONS = frozenset({"ton", "t"})  # "610 tons" of who heard of metric ones
CLOSE = frozenset({"names", "words"})  # or both of these
PAUSE = re.compile("[;–]| - ")  # between clauses
NEAR = 60  # characters on either side of a number in which words tell of it

Twist = tuple[str, str]  # the kind of a finding, and how it is told


@dataclass(frozen=True, slots=True)
class _Two:
    """Who tells a number first, who tells it later, and by what they are of one thing."""

    first: Telling
    odd: Telling
    ties: frozenset[str]


def otherwise(heard: Iterable[Telling], scenes: Scenes) -> Iterator[Finding]:
    """Every number that a later report tells otherwise, against who told it first."""
    numbers: defaultdict[Fraction, list[Telling]] = defaultdict(list)
    digits: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in heard:
        if one.day is not None and one.claim.basis != "coded":
            if one.value >= LOW or (kind_of_unit(one.key.unit) and len(significant(one.value)) > 1):
                numbers[one.value].append(one)
            if len(significant(one.value)) > 1 and kind_of_unit(one.key.unit):
                digits[significant(one.value), one.key.unit].append(one)
    seen: set[tuple[object, ...]] = set()
    for same in (*numbers.values(), *digits.values()):
        for odd, first, (kind, how) in _of_one_number(same, scenes) if papers(same) > 1 else ():
            sentences = kind, odd.document.id, odd.claim.context.start, first.document.id, first.claim.context.start
            if sentences not in seen:  # a convoy of 35 trucks with 900 tonnes has come or it has not
                seen.add(sentences)
                yield retold(kind, "tension", [odd, first], how)


def _of_one_number(same: Sequence[Telling], scenes: Scenes) -> Iterator[tuple[Telling, Telling, Twist]]:
    reports: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in same:
        reports[one.document.id].append(one)
    once = [mine[0] for mine in reports.values() if len(mine) == 1]
    once = sorted(once, key=lambda one: (one.at, one.document.address))[:FEW]
    for at, odd in enumerate(once):
        for first in once[:at]:
            if (odd.at - first.at).days > DAYS:
                continue
            ties = scenes.ties(first, odd)
            if len(ties) >= (TIES if _is_rare(odd) else ROUND):
                twist = _twist(_Two(first, odd, ties))
                if twist:
                    yield odd, first, twist
                break  # who tells it as the first does tells it right, whatever others made of it


def _is_rare(one: Telling) -> bool:
    """Whether a number is not one that many have: 41, or 1,200, but not 2,000."""
    return one.value < LARGE or len(significant(one.value)) > 1


def _twist(two: _Two) -> Twist | None:
    """In what the later differs; None where in nothing that tells."""
    kinds: tuple[Callable[[_Two], Twist | None], ...] = (_size, _unit, _half, _fate, _undue, _bound, _scope)
    if two.first.value != two.odd.value:
        kinds = (_size,)
    elif two.odd.value < LOW:
        kinds = (_unit,)
    return next((twist for kind in kinds if (twist := kind(two))), None)


def _size(two: _Two) -> Twist | None:
    """A number that grew tenfold, or lost a nought, by one root and of one unit."""
    is_rooted = "root" in two.ties and two.first.origin.named
    times = [(one.claim.when.start, one.claim.when.end) if one.claim.when else None for one in (two.first, two.odd)]
    is_same_day = times[0] == times[1] and times[0] not in (None, (None, None))
    if two.first.value == two.odd.value or "words" not in two.ties or not (is_rooted or is_same_day):
        return None
    return ("power_of_ten", SIZE) if two.odd.value / two.first.value in TIMES else None


def _unit(two: _Two) -> Twist | None:
    """One number of two units of one kind: zlotys and euros, hectares and acres, tonnes and bags."""
    units = [one.key.unit for one in (two.first, two.odd)]
    kinds = [kind_of_unit(unit) for unit in units]
    rows = table()["otherwise"]["units"]
    packed = [
        kind or (head(one) if head(one) in rows[0] else "")
        for kind, one in zip(kinds, (two.first, two.odd), strict=True)
    ]
    is_money = kinds[0] == kinds[1] == "money" and all(unit.isupper() and "/" not in unit for unit in units)
    is_one = any(set(packed) <= set(row) for row in rows) or (is_money and bool(two.ties & SURE or two.ties >= CLOSE))
    if not is_one or units[0] == units[1] or set(units) == TONS or not two.ties - {"unit", "odd"}:
        return None
    names = [_unit_name(one) for one in (two.odd, two.first)]
    return "unit_drifted", f"It is told in “{names[0]}” here, in “{names[1]}” there"


def _unit_name(one: Telling) -> str:
    unit = one.key.unit
    return one.claim.counted.head.quote if unit in table()["units"]["counts"] and one.claim.counted else unit


def _are_counts(two: _Two) -> bool:
    """Whether both count one by one, or are in one unit."""
    first, odd = two.first.key.unit, two.odd.key.unit
    return first == odd or {first, odd} <= set(table()["units"]["counts"])


def _half(two: _Two) -> Twist | None:
    """A number of two things together, told of one of them: homes "damaged or destroyed"."""
    first, odd = (_near(one) for one in (two.first, two.odd))
    for pair in table()["otherwise"]["pairs"]:
        sides = [[bool(re.search(rf"\b(?:{words})\b", text)) for words in pair] for text in (first, odd)]
        both = re.search(rf"\b(?:{pair[0]})\b,? (?:or|and) (?:\w+ )?\b(?:{pair[1]})\b", first) or re.search(
            rf"\b(?:{pair[1]})\b,? (?:or|and) (?:\w+ )?\b(?:{pair[0]})\b", first
        )
        if both and sides[1].count(True) == 1 and _are_counts(two):
            return "thing_drifted", f"It is told of one here, of “{both.group()}” there"
    return None


def _fate(two: _Two) -> Twist | None:
    """Another fate of people or homes: casualties told as deaths, the missing as drowned."""
    first, odd = two.first.key.measure, two.odd.key.measure
    rows = table()["otherwise"]["fates"]
    is_fate = first != odd and any({first, odd} <= set(row) for row in rows)
    if (
        not is_fate
        or not _is_rare(two.odd)
        or not _are_counts(two)
        or not two.ties - {"family"}
        or two.first.key.done != two.odd.key.done
        or _are_of_two_states(two)
    ):
        return None
    return "thing_drifted", f"It is told of “{_plain(odd)}” here, of “{_plain(first)}” there"


def _plain(measure: str) -> str:
    return measure.replace("_", " ")


def _undue(two: _Two) -> Twist | None:
    """What is planned, told as done before it is due, or soon after and without a later day of its own."""
    first, odd = two.first, two.odd
    lists = table()["retold"]["kept"]["words"]
    if first.key.done or not odd.key.done or not _are_counts(two) or first.claim.status not in ("planned", "expected"):
        return None
    due = first.claim.when.end if first.claim.when else None
    is_told_so = first.side == odd.side
    soon = WEEKS if _is_said_then(odd, first) else SOON
    is_undue = _is_far_from(due, first, odd) if due else is_told_so and (odd.at - first.at).days <= soon
    since = odd.claim.when.end if odd.claim.when else None
    is_since = since is None or (bool(due) and since >= first.at.isoformat()[: len(since)])
    verbs = [one.claim.verb.lemma if one.claim.verb else "" for one in (first, odd)]
    is_alike = head(first) == head(odd) != "" or verbs[1] in fates.forms(verbs[0]) or verbs[0] in fates.forms(verbs[1])
    is_alike = is_alike or (verbs[1] in SPENDING and kind_of_unit(odd.key.unit) == "money" and "words" in two.ties)
    if max(len(one.claim.context.quote) for one in (first, odd)) > LONGEST:
        return None
    is_deed = odd.claim.status == "happened" and is_since and not odd.says(lists)
    is_deed = is_deed and not _is_granted(odd) and not _is_of_one_time(first, odd)
    if not (is_undue and is_alike and is_deed):
        return None
    return "status_drifted", "It is told as done here, as yet to come there"


def _is_granted(odd: Telling) -> bool:
    """Whether it is told that the plan was approved, which is no deed of it yet."""
    return re.search(table()["otherwise"]["granted"], odd.claim.context.quote, re.IGNORECASE) is not None


def _is_of_one_time(first: Telling, odd: Telling) -> bool:
    """Whether both are told of one stretch: what came in by a quarter that was over is no plan."""
    mine, yours = first.claim.when, odd.claim.when
    return mine is not None and yours is not None and None is not mine.end == yours.end


def _is_far_from(due: str, first: Telling, odd: Telling) -> bool:
    """Whether the day a plan is due was far off yet when it was told as done, and nothing tells that it came early."""
    last = date.fromisoformat(f"{due}-12-31"[: len(DAY)] if len(due) == len("2025") else f"{due}-28"[: len(DAY)])
    time, gone = (last - first.at).days, (odd.at - first.at).days
    return gone * 5 < time * 4 and not odd.says(table()["otherwise"]["early"])


def _is_said_then(odd: Telling, first: Telling) -> bool:
    """Whether it goes back to what was said when the plan was told: "as the ministry said last week"."""
    said = odd.claim.attribution[-1].said if odd.claim.attribution else None
    return (
        said is not None
        and said.end is not None
        and said.end < odd.at.isoformat()
        and (said.start or "") <= (first.at + timedelta(days=1)).isoformat()
    )


def _bound(two: _Two) -> Twist | None:
    """The same number with its bound turned round: at least so many, up to so many."""
    is_turned = {two.first.side, two.odd.side} in ({"above", "below"}, {"above", "just below"})
    is_rare = len(significant(two.odd.value)) > 1 or len(two.ties) > TIES + 1
    if not is_turned or not is_rare or two.first.key.done != two.odd.key.done or not _are_counts(two):
        return None
    return None if _are_of_two_days(two) else ("bound_drifted", BOUND)


def _are_of_two_days(two: _Two) -> bool:
    """Whether each is told of a day of its own: an index that closed above its mark on one, below it on the next."""
    days = [(one.claim.when.start, one.claim.when.end) for one in (two.first, two.odd) if one.claim.when]
    return len(days) > 1 and days[0] != days[1] and all(start is not None and start == end for start, end in days)


def _are_of_two_states(two: _Two) -> bool:
    """Whether each is told of a state of its own."""
    states = [(one.key.place or "").partition("/")[0] for one in (two.first, two.odd)]
    return all(states) and states[0] != states[1]


def _scope(two: _Two) -> Twist | None:
    """What there is in all, told as new, or what is new, told as all."""
    first, odd = _reach(two.first), _reach(two.odd)
    is_rare = len(significant(two.odd.value)) >= KNOWN and two.odd.value >= LARGE
    if {first, odd} != {"all", "new"} or not is_rare:
        is_rare = len(significant(two.odd.value)) > 1 and two.odd.value >= LARGE and "words" in two.ties
        is_rare = is_rare and max(len(one.claim.context.quote) for one in (two.first, two.odd)) <= LONGEST
        is_all = first != "new" or (two.first.claim.counted and two.first.claim.counted.lemma in _limits())
        is_on_top = _is_on_top(two.odd) and is_all and two.first.key.change == "level"
        if not is_on_top or not is_rare:
            return None
        first, odd = "all", "new"
    if not _are_counts(two):
        return None
    told = {"all": "so many in all", "new": "so many more"}
    return "scope_drifted", f"It is told as {told[odd]} here, as {told[first]} there"


def _is_on_top(one: Telling) -> bool:
    """Whether it is told as more than what there was: "another 14,000 hectares"."""
    before = WORD.findall(words_before(one.claim)[-NEAR:].casefold())[-1:]
    words = [*before, *WORD.findall(one.claim.evidence.quote.casefold())]
    return not set(words).isdisjoint(table()["otherwise"]["more"])


def _limits() -> frozenset[str]:
    """What is new at so many, and not so many of which are new: "a new ceiling of 20,750"."""
    return frozenset((*table()["otherwise"]["limits"], *table()["retold"]["numbers"]["words"]))


def _reach(one: Telling) -> str:
    """Whether a number is of all so far, or of what is new; empty where no words tell, or both do."""
    lists, near = table()["otherwise"], f" {' '.join(WORD.findall(_near(one)))} "
    is_all = any(f" {words} " in near for words in lists["all"]) and not _is_recent(one)
    is_new = one.key.change == "additional" or any(f" {words} " in near for words in lists["new"])
    return "" if is_all == is_new else "all" if is_all else "new"


def _is_recent(one: Telling) -> bool:
    """Whether it counts since a day of the last weeks: since Sunday night is new, too."""
    start = one.claim.when.start if one.claim.when else None
    return start is not None and one.day is not None and start > (one.day - timedelta(days=MONTH)).isoformat()


def _near(one: Telling) -> str:
    """The words of its clause about a number, and those of what it counts."""
    before, behind = words_before(one.claim).casefold(), words_behind(one.claim).casefold()
    return f"{PAUSE.split(before)[-1][-NEAR:]} {PAUSE.split(behind)[0][:NEAR]}"
