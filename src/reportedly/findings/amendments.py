"""What does not add up becomes findings: a figure that a later report puts another in the place of.

"The office lowered the number from 62 to 58", "14 tonnes had leaked, not 8 to 10", "Correction: it asked 1,472": the
older report was right to tell what it was told, and is noted for its reader's sake. Only who gave the number can take
it back, or the paper that printed it; whom nobody is named for may have it from there.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from reportedly.findings.lexicons import table, thing
from reportedly.findings.paper import words_before
from reportedly.findings.speakers import OFFICE, STATE
from reportedly.findings.tellings import WINDOW, Pair, Telling, compatible, filed
from reportedly.findings.withdrawn import LOW, by_number, corrects, taken_back
from reportedly.frozen import dataclass
from reportedly.model import DONE, Claim, Finding

NEAR = 3  # characters between a sentence that takes back and the one that puts right
TWICE = 2  # times as high, or as low, as what it puts right a number hardly is
FEW = 12  # tellings of a number that are looked at


@dataclass(frozen=True, slots=True)
class _Amended:
    """A number that was taken back, of what it was told, and the telling that holds in its place."""

    ends: frozenset[Fraction]
    head: str
    measure: str
    new: Telling
    is_printed: bool = False


def amendments(pairs: Sequence[Pair], found: Sequence[Telling]) -> Iterator[Finding]:
    """Every figure of an older report that was put right later."""
    amended = [*_moved(found), *_denied(pairs, found)]
    revised = list(_revised(found, {one.new.claim.id for one in amended}))
    if not amended and not revised:
        return
    numbers, told = by_number(found, lambda one: (one.ends, one.key.unit))
    for pair in amended:
        for old in numbers[pair.ends, pair.new.key.unit][:FEW]:
            is_heard = old.document.id in told[pair.new.ends, pair.new.key.unit]
            if not is_heard and _is_before(old, pair.new) and _is_its(old, pair) and _is_of_one(old, pair):
                yield _finding(old, pair.new)
    for new in revised:
        for old in _last_before(new, found):
            if old.document.id not in told[new.ends, new.key.unit]:
                yield _finding(old, new)


def _moved(found: Sequence[Telling]) -> Iterator[_Amended]:
    """What a sentence lowers, or corrects, from one number to another."""
    for pair in taken_back(found):
        yield _Amended(pair.old.ends, _head(pair.old.claim), pair.old.key.measure, pair.new)


def _denied(pairs: Sequence[Pair], found: Iterable[Telling]) -> Iterator[_Amended]:
    """What never was so, with the number for the same thing that stands beside it."""
    tellings = {one.claim.id: one for one in found}
    for document, made in pairs:
        for wrong in made.claims:
            if wrong.status != "did_not_happen" or (wrong.attribution and wrong.attribution[-1].stance == "denies"):
                continue
            near = (one for one in made.claims if _puts_right(one, wrong) and one.id in tellings)
            for right in list(near)[:1]:
                new = tellings[right.id]
                ends = frozenset(abs(end) for end in (wrong.quantity.low, wrong.quantity.high) if end is not None)
                is_printed = len(right.attribution) < 2 and right.context.start != wrong.context.start
                if ends and ends != new.ends:
                    yield _Amended(ends, _head(wrong), "", new, is_printed and bool(document.outlet))


def _puts_right(right: Claim, wrong: Claim) -> bool:
    """Whether a claim of the same sentence, or the next, is so, and counts what the wrong one counted."""
    is_near = right.context.start == wrong.context.start or 0 <= right.context.start - wrong.context.end <= NEAR
    is_one = right.quantity.unit == wrong.quantity.unit and _head(right) == _head(wrong) != ""
    return is_near and is_one and right.status in DONE and right.quantity.change == wrong.quantity.change


def _revised(found: Iterable[Telling], known: Iterable[str]) -> Iterator[Telling]:
    """Each one number to which a root revised, or corrected, what it had said."""
    done = set(known)
    for one in found:
        before = words_before(one.claim).casefold().split()
        is_end = before[-1:] != [] and before[-1] in table()["withdrawn"]["end"]
        if is_end and one.day and one.origin.named and one.claim.id not in done and one.value >= LOW and corrects(one):
            yield one


def _last_before(new: Telling, found: Iterable[Telling]) -> Sequence[Telling]:
    """What the root had last given for the same thing; nothing where that was more than one number."""
    olds = [
        one
        for one in found
        if _is_before(one, new)
        and one.key.unit == new.key.unit
        and _head(one.claim) == _head(new.claim) != ""
        and one.key.change == new.key.change
        and (one.key.period is None or new.key.period is None or one.key.period == new.key.period)
        and compatible(one.key, new.key)
        and _is_one_root(one, new)
        and one.value != new.value
        and max(one.value, new.value) < TWICE * min(one.value, new.value)
    ]
    last = max((one.at for one in olds), default=None)
    values = {one.ends for one in olds if one.at == last}
    return [one for one in olds if one.ends in values][:FEW] if len(values) == 1 else []


def _is_before(old: Telling, new: Telling) -> bool:
    """Whether it was told on an earlier day, not too long ago."""
    return old.day is not None and new.day is not None and 0 < (new.day - old.day).days <= WINDOW


def _is_its(old: Telling, pair: _Amended) -> bool:
    """Whether who takes a number back is who gave it, or the paper that printed it; else it may be nobody's."""
    if pair.is_printed:
        return old.document.outlet == pair.new.document.outlet
    return _is_one_root(old, pair.new) or (old.origin.key.startswith("?") and old.value >= LOW)


def _is_one_root(old: Telling, new: Telling) -> bool:
    """Whether both go back to one root: an office of a state without its town may be that of the town."""
    mine, theirs = old.origin.key, new.origin.key
    if mine == theirs or OFFICE not in mine or OFFICE not in theirs:
        return mine == theirs
    (place, office), (other, its) = mine.split(OFFICE, 1), theirs.split(OFFICE, 1)
    return office == its and STATE in (len(place), len(other)) and place[:STATE] == other[:STATE]


def _is_of_one(old: Telling, pair: _Amended) -> bool:
    """Whether it counts what was taken back, in what may be one place."""
    is_one = _head(old.claim) == pair.head != "" or old.key.measure == pair.measure != ""
    is_bare = pair.head in table()["withdrawn"]["nouns"]  # "its figure for turnout", after that of the turnout
    if is_bare and not (_is_one_root(old, pair.new) and _head(old.claim) and pair.new.says([_head(old.claim)])):
        return False
    return (is_one or is_bare) and old.key.done == pair.new.key.done and compatible(old.key, pair.new.key)


def _head(claim: Claim) -> str:
    return thing(claim.counted.lemma.casefold()) if claim.counted else ""


def _finding(old: Telling, new: Telling) -> Finding:
    sentence = f"{old.words}, has been put right since: {new.words} holds in its place."
    return filed("put_right_since", "note", [old, new], sentence)
