"""Documents become findings: a change told beside the two numbers it leads from and to, which make another.

"The port handled 28,400 containers, 23% fewer than the 35,500 of last year": from 35,500 to 28,400 it is 20 percent.
Only a change of the same thing counts, told once in its sentence, and none that says from when it is reckoned.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from reportedly.findings.intervals import Interval, divided, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, base, heads, words_before, words_behind, words_between
from reportedly.findings.telling import quoted, room
from reportedly.model import Claim, Finding, Strength
from reportedly.values.units import is_money

HUNDRED = 100
CHANGED = ("increase", "decrease")
FROM = re.compile(r"\b(?:from|than|against|compared (?:with|to))(?: the| just| only| some)?\s*$")
AFTER = re.compile(r",? after(?: about| some| just| only)?\s*$")  # "after 25 million a year earlier"
AGO = re.compile(r"[^,;.]{0,30}\b(?:earlier|before|ago|last year|the previous)\b")
OF_SOME = re.compile(r"\s+(?:of (?:them|whom|those|these|which)|without|excluding|not counting|apart from)\b")
STEP = re.compile(
    r"(?: [^\W\d]\w+)?(?: now| today)?, an? (?:\w+ )?"
    r"(?:fall|drop|decline|cut|loss|decrease|rise|increase|jump|gain) of "
)
MORE = re.compile(r" (?:more|less|fewer|higher|lower|above|below|up|down) (?:than |from |on )?(?:the )?")
ASIDE = re.compile(r"[^.;:()\d]{0,50}?(?:, (?:or |some |about |just |only |nearly )?| \()")
FROM_TO = re.compile(
    r"(?:[^.;:()\d]{0,50}?,|(?! (?:for|in|on|of|at|with)\b)(?: [^\W\d]+){0,2}) from "
)  # no "5% for flats from"
TO = re.compile(r"(?: [^\W\d]\w+){0,3} to ")
THAT = re.compile(r"(?:That|This|It) (?:is|was|makes|means|meant|amounts to|amounted to|would be) ")
YEAR = re.compile(r"\b\d{4}\b")
CHANGE = "_change"
PARTS: dict[str, int] = {"percent": HUNDRED, "share": 1, "times": 1}
ROUNDED = " Only coarse rounding would explain it, or a number is wrong."
DIGITS = re.compile(r"[^\d.]")
ALONE = re.compile(r"\s*(?:[.,;)]|$)")  # behind a change with nothing of its own
_IT = re.compile(r"\b(?:it|they|that|this)(?: [a-z]+){1,3} $", re.IGNORECASE)
TIMES = frozenset({"day", "week", "month", "year", "hour", "minute"})
NEXT = 3  # characters between two sentences that follow each other
TWO = 2  # numbers that a change lies between
FAR = 3  # times as much, or as little, as its numbers make is a change of something else
LOOSE = Fraction(1, 10)  # "doubled" and "a third" are told of what comes near it


def steps(paper: Paper) -> Iterator[Finding]:
    """Every change that is not the one between the numbers beside it."""
    for last, ordered in zip(((), *paper.sentences), paper.sentences, strict=False):
        changes = [one for one in ordered if one.quantity.change in CHANGED and one.quantity.unit in PARTS]
        aside = list(_set_aside(ordered, changes))
        found = [one for change, old, new in aside for one in _compared(paper, change, old, new)]
        if changes and not aside and not _reckoned().search(ordered[0].context.quote):
            for old, new in _pairs(ordered):
                told = [one for one in changes if _is_of(one, new) and not _is_apart(one, old)]
                if len(told) == 1:
                    found += _compared(paper, told[0], old, new)
        yield from found or (
            one for change, old, new in _named(ordered, last) for one in _compared(paper, change, old, new)
        )


def _named(ordered: Sequence[Claim], last: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """A change that a noun of change names and nothing else, behind the only two numbers of one thing and unit.

    "It paid 1,800 francs and now pays 2,200, an increase of 32%", or the first of the two in the sentence before.
    """
    for at, change in enumerate(ordered):
        named = _noun().search(words_before(change)) if change.quantity.unit in ("percent", "share") else None
        if named is None or ALONE.match(words_behind(change)) is None:
            continue
        here = _levels(ordered[:at])
        if not here and THAT.match(change.context.quote):  # "That is a rise of 22%" of the two told before
            here = _levels(last)
        near = here if len(here) > 1 else [*_levels(last), *here]
        both = [one for one in near if here and (_is_one_unit(one, here[-1]) or _is_left_out(one, here[-1]))]
        is_next = not both or change.context.start - both[0].context.end < NEXT
        if len(both) != TWO or not is_next or _rate().search(words_between(both[-1], change)):
            continue
        is_told = _is_left_out(*both) or not (heads(both[0]) and heads(both[1]))
        if not is_told and not heads(both[0]) & heads(both[1]):
            continue
        first, second = both
        low, high = sorted(both, key=lambda one: base(one) or 0)
        falls = named["falls"] is not None
        is_turned = TO.fullmatch(words_between(first, second)) is None if first.context == second.context else True
        old, new = ((high, low) if falls else (low, high)) if is_turned and not named["equal"] else (first, second)
        told = base(change) or 0
        made = abs(Fraction(base(new) or 0) / Fraction(base(old) or 1) - 1) * Fraction(PARTS[change.quantity.unit])
        if made <= told * FAR and told <= made * FAR:
            yield change, old, new


def _is_left_out(old: Claim, new: Claim) -> bool:
    """Whether the later of two leaves out the money that it is in: "costs 7,200 kronor; it would be 8,280"."""
    is_money_left = is_money(old.quantity.unit.partition("/")[0]) and new.quantity.unit == "count"
    return is_money_left and (new.counted is None or new.counted.implied or _IT.search(words_before(new)) is not None)


def _levels(claims: Sequence[Claim]) -> list[Claim]:
    """The numbers that may be the ends of a change; of one told in two currencies the first."""
    told = [one for one in claims if one.quantity.change == "level" and one.quantity.unit not in PARTS]
    return [one for one in told if not words_before(one).endswith("(") and one.quantity.unit not in TIMES]


@cache
def _noun() -> re.Pattern[str]:
    """What stands before a change that a noun names: ", a gain of ", "so the increase comes to ", ", equal to "."""
    rises, falls = ("|".join(table()["steps"][name]) for name in ("rises", "falls"))
    nouns = rf"(?:\b(?:an?|the)(?: [a-z]+)? (?:(?P<rises>{rises})|(?P<falls>{falls})))"
    ends = r"(?: of| (?:comes|came|amounts|amounted|works out|worked out) (?:to|at)| is| was)"
    return re.compile(rf"(?:{nouns}{ends}|(?P<equal>, (?:equal|equivalent) to))(?: about| some| just| nearly)? $")


def _set_aside(ordered: Sequence[Claim], changes: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """A change set between its two numbers, or right before both: "$2,640, 5% more than the $2,400 of May".

    The words alone tell that it leads from the one to the other, whatever either of them is told of.
    """
    for at, change in enumerate(ordered):
        behind = ordered[at + 1 : at + 3]
        if change not in changes or not behind or change.quantity.unit not in ("percent", "share"):
            continue
        old, between = behind[0], words_between(change, behind[0])
        if MORE.fullmatch(between) and at:
            new = ordered[at - 1]
            is_beside = ASIDE.fullmatch(words_between(new, change)) is not None and old.status == new.status
            if is_beside and _is_one_unit(old, new) and change.status in (new.status, "happened", "ongoing"):
                yield change, old, new
        elif (
            len(behind) > 1
            and FROM_TO.fullmatch(between)
            and not _rate().search(between)
            and TO.fullmatch(words_between(*behind))
            and _is_one_unit(*behind)
        ):
            yield change, old, behind[1]


def _is_one_unit(one: Claim, other: Claim) -> bool:
    """Whether both are in one unit; of a price the second may leave out what it is paid for."""
    told = {claim.quantity.unit.partition("/")[0] for claim in (one, other)}
    levels = {claim.quantity.change for claim in (one, other)}
    money = [unit for unit in told if unit == unit.lower()]  # "2,200 CFA francs", "1,800 francs"
    is_one = len(told) == 1 or (
        len(money) == 1 and all(is_money(unit) for unit in told) and bool(heads(one) & heads(other))
    )
    return is_one and levels == {"level"} and "percent" not in told and "percentage_point" not in told


@cache
def _reckoned() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table()['steps']['reckoned']))})\b", re.IGNORECASE)


@cache
def _rate() -> re.Pattern[str]:
    """Words by which a change is one of each year, or reckoned otherwise; since when it is does not matter."""
    return re.compile(rf"\b(?:{'|'.join({*table()['steps']['reckoned']} - {'since'})}|a year)\b", re.IGNORECASE)


def _pairs(ordered: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The number from which something changed, and the one to which it did."""
    levels = [one for one in ordered if one.quantity.change == "level" and one.status in ("happened", "ongoing")]
    for at, old in enumerate(levels):
        became = next((slot.span for slot in old.slots if slot.role == "became"), None)
        if became is not None:
            near = [one for one in levels if one.evidence.start <= became.start < one.evidence.end]
        else:
            before = words_before(old)
            is_before = FROM.search(before) or (AFTER.search(before) and AGO.match(words_behind(old)))
            near = levels[max(0, at - 1) : at] if is_before else []
        near = near or (levels[at + 1 : at + 2] if _has_become(old, levels[at + 1 : at + 2]) else [])
        new = next((one for one in near if one is not old and _are_alike(old, one)), None)
        if new is not None and ";" not in words_between(*sorted((old, new), key=lambda one: one.evidence.start)):
            yield old, new


def _has_become(old: Claim, later: Sequence[Claim]) -> bool:
    """ "Shelters that held 23,400 in May hold 9,600 now, a fall of 69%": a later number, and the step beside it."""
    if not later or old.verb is None or later[0].verb is None or old.verb.lemma != later[0].verb.lemma:
        return False
    ends = [claim.when.end if claim.when else None for claim in (old, later[0])]
    is_later = ends[0] is not None and (ends[1] is None or ends[0] < ends[1])
    return is_later and STEP.match(words_behind(later[0])) is not None and bool(heads(old) & heads(later[0]))


def _is_apart(change: Claim, old: Claim) -> bool:
    """Whether a change is of some alone, or of another time: "40 percent of them", "by 35 percent without the sale"."""
    is_later = change.evidence.start < old.evidence.start
    of_year = old.when is not None and YEAR.search(old.when.words or "") is not None
    return OF_SOME.match(words_behind(change)) is not None or (is_later and of_year and change.when != old.when)


def _are_alike(old: Claim, new: Claim) -> bool:
    """Whether both count one thing in one unit, by one account."""
    told = [[step.source for step in one.attribution] for one in (old, new)]
    slugs = {one.measure.slug if one.measure else None for one in (old, new)}
    return old.quantity.unit == new.quantity.unit and len(slugs) == 1 and told[0] == told[1]


def _is_of(change: Claim, new: Claim) -> bool:
    """Whether a change is one of what a number tells."""
    slug = change.measure.slug.removesuffix(CHANGE) if change.measure else None
    same = new.measure is not None and slug == new.measure.slug
    return change.status == new.status and (same or bool(heads(change) & heads(new)))


def _factor(change: Claim, of: Interval, *, rises: bool) -> Interval | None:
    """Between which factors what changes by ``of`` lies; None where that is open."""
    unit = change.quantity.unit
    low, high = of
    if low is None or high is None:
        return None
    if unit == "times":
        factor = low if rises else 1 / low if low else None
        return None if factor is None else (factor * (1 - LOOSE), factor * (1 + LOOSE))
    least, most = low / PARTS[unit], high / PARTS[unit]
    return (1 + least, 1 + most) if rises else (1 - most, 1 - least)


def _compared(paper: Paper, change: Claim, old: Claim, new: Claim) -> Iterator[Finding]:
    wide, near = _made(paper.widened(old), paper.widened(new)), _made(_rounded(old), _rounded(new))
    rises = change.quantity.change == "increase" or (
        change.quantity.change == "level" and (base(old) or 0) < (base(new) or 0)  # "equal to 9.8 percent"
    )
    told = _factor(change, _rounded(change), rises=rises)
    if wide is None or near is None or told is None or _is_close(near, told):
        return
    exact = Fraction(base(new) or 0) / Fraction(base(old) or 1)
    is_rate, is_times = old.quantity.unit == "percent", change.quantity.unit == "times"
    generous = _factor(change, paper.widened(change), rises=rises)
    is_sure = not (is_rate or is_times) and generous is not None and not overlap(wide, generous)
    strength: Strength = "contradiction" if is_sure else "tension"
    so = f"{float(exact):.3g} times as much" if is_times else _by(exact)
    close = " Points may be meant, or a number is wrong." if is_rate else room(strength) if is_sure else ROUNDED
    sentence = f"From {quoted(old)} to {quoted(new)} is told as {quoted(change)}; it is {so}.{close}"
    yield paper.finding("change_differs", strength, [change, old, new], sentence)


def _made(old: Interval, new: Interval) -> Interval | None:
    """Between which factors the step from one number to another lies; None where that is open."""
    return None if (old[0] or 0) < 0 or (new[0] or 0) < 0 else divided(new, old)


def _is_close(made: Interval, told: Interval) -> bool:
    """Whether two factors meet, or lie apart by less than a twentieth of the change."""
    if overlap(made, told):
        return True
    below, above = (made, told) if (made[1] or 0) < (told[0] or 0) else (told, made)
    apart = Fraction(above[0] or 0) - Fraction(below[1] or 0)
    middle = (Fraction(told[0] or 0) + Fraction(told[1] or 0)) / 2
    return apart < LOOSE / 2 * abs(middle - 1)


def _rounded(claim: Claim) -> Interval:
    """The values behind a figure, if no more was rounded off than its third digit: of a percentage, its last one."""
    quantity = claim.quantity
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return low, high
    digits = DIGITS.sub("", quantity.written.partition("%")[0])
    if quantity.unit in ("share", "times"):
        half = LOOSE * low
    elif quantity.unit == "percent":
        half = Fraction(1, 2 * 10 ** len(digits.partition(".")[2]))
    else:
        size = Fraction(10) ** (len(str(int(low))) - 1)
        kept = len(digits.replace(".", "").rstrip("0")) or 1
        half = size / 10 ** max(kept - 1, 1) / 2 if low >= 10 else Fraction()
    loose = Fraction(1, 20) if quantity.approximator in ("about", "nearly") else 0
    return low - half - low * loose, high + half + high * loose


def _by(factor: Fraction) -> str:
    """A factor as a rise or a fall in percent."""
    percent = HUNDRED * float(abs(factor - 1))
    return f"a {'rise' if factor > 1 else 'fall'} of {percent:.3g} percent" if factor != 1 else "no change"
