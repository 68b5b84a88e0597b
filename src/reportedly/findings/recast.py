"""What does not add up becomes findings: an odd number that a later report tells of something else than the first.

23,400 people in shelters become 23,400 families, 312 flights that were cancelled 312 that were late, 715 suspected
cases 715 confirmed ones. A number of three digits hardly comes up twice in some weeks by chance; whoever tells it, it
is held against the first only where the two words are told for each other (``findings.toml``), and where no report
has the number of both.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from fractions import Fraction

from reportedly.findings.drift import retold
from reportedly.findings.lexicons import table
from reportedly.findings.paper import words_before, words_behind, words_of
from reportedly.findings.tellings import LARGE, Telling, is_odd, significant
from reportedly.model import Finding

DAYS = 45  # within which a number is taken for the one that was told
SOON = 14  # where it has two digits alone
NEAR = 60  # characters on either side of a number in which its words stand
STEM = 5  # letters by which two words are one
TWO = 2
PAUSE = re.compile("[,;:()–]")  # between clauses
RATE = "/"  # in a unit, before the time that it is counted by

Side = tuple[int, int]  # a row of words told for each other, and the place in it


def recast(heard: Iterable[Telling]) -> Iterator[Finding]:
    """Every number that a later report tells of the other of two things, against who told it first."""
    numbers: defaultdict[Fraction, list[Telling]] = defaultdict(list)
    for one in heard:
        if one.value >= LARGE and len(significant(one.value)) >= TWO and one.day and one.claim.basis != "coded":
            numbers[one.value].append(one)
    for same in numbers.values():
        if len({one.document.id for one in same}) > 1:
            yield from _of_one_number(sorted(same, key=lambda one: (one.at, one.document.address)))


def _of_one_number(same: Sequence[Telling]) -> Iterator[Finding]:
    told = [(one, _sides(one)) for one in same]
    held = {(one.document.id, *side) for one, sides in told for side in sides}
    begun: dict[int, tuple[Telling, int]] = {}  # who tells it first on a side of each row, and on which
    seen: set[tuple[str, int]] = set()
    for odd, sides in told:
        for row, place in sorted(sides):
            first, other = begun.setdefault(row, (odd, place))
            is_both = (odd.document.id, row, other) in held or (first.document.id, row, place) in held
            if place != other and not is_both and (odd.document.id, row) not in seen and _may_be_one(odd, first):
                seen.add((odd.document.id, row))
                words = table()["recast"]["rows"][row]
                how = f"It is told of “{words[place][0]}” here, of “{words[other][0]}” there"
                yield retold("thing_drifted", "tension", [odd, first], how)
    yield from _rates_lost(same)


def _rates_lost(same: Sequence[Telling]) -> Iterator[Finding]:
    """A sum for each day that a later report has for all of it: 14 million a day, and 14 million in all."""
    rates = [one for one in same if RATE in one.key.unit]
    for odd in same if rates else ():
        is_all = RATE not in odd.key.unit and odd.says(table()["recast"]["all"])
        for first in rates[:1] if is_all else ():
            is_unit = first.key.unit.partition(RATE)[0] == odd.key.unit and odd.key.unit not in table()["units"]["bare"]
            is_own = any(one.document.id == odd.document.id for one in rates)
            if is_unit and not is_own and 0 < (odd.at - first.at).days <= DAYS and _stems(odd) & _stems(first):
                how = f"It is told for each {first.key.unit.partition(RATE)[2]} there, for all of it here"
                yield retold("unit_drifted", "tension", [odd, first], how)


def _sides(one: Telling) -> Set[Side]:
    """On which side of each pair of words it is told; none where it has both."""
    words, unit = _words(one), one.key.unit
    found: set[Side] = set()
    for row, members in enumerate(table()["recast"]["rows"]):
        places = [at for at, member in enumerate(members) if unit in member or not words.isdisjoint(member)]
        if len(places) == 1:
            found.add((row, places[0]))
    return found


def _words(one: Telling) -> Set[str]:
    """The words of what is counted, of its verb, and those near it in its clause."""
    claim = one.claim
    before, behind = words_before(claim)[-NEAR:], words_behind(claim)[:NEAR]
    near = f"{PAUSE.split(before)[-1]} {PAUSE.split(behind)[0]}"
    counted = claim.counted.phrase.quote if claim.counted and not claim.counted.implied else ""
    lemmas = {claim.counted.lemma if claim.counted else "", claim.verb.lemma if claim.verb else ""}
    return words_of(f"{near} {counted}") | lemmas


def _may_be_one(odd: Telling, first: Telling) -> bool:
    """Whether a later number may be the first: an odd one, or one of a weight or measure that words tie to it."""
    days = (odd.at - first.at).days
    bare = table()["units"]["bare"]
    if odd.document.id == first.document.id or odd.key.change != first.key.change or odd.key.done != first.key.done:
        return False
    if odd.key.unit != first.key.unit and not {odd.key.unit, first.key.unit} & set(table()["units"]["counts"]):
        return 0 < days <= SOON and odd.key.unit not in bare and first.key.unit not in bare
    is_large = odd.value >= LARGE * 10
    return is_odd(odd.value) and 0 <= days <= DAYS and (is_large or bool(_stems(odd) & _stems(first)))


def _stems(one: Telling) -> Set[str]:
    return {word[:STEM] for word in words_of(one.claim.context.quote) if len(word) >= STEM} - frozenset(
        table()["retold"]["any"]["stems"]
    )
