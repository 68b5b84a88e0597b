"""What does not add up becomes findings: two things that a root told apart, added up and told as one of them.

Of 15,000 soldiers and 15,000 workers a report makes 30,000 soldiers. The sum of two things of one report is looked for
in others that retell the same root within days, of one of the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reportedly.findings.tellings import Telling, by_root, compatible, filed
from reportedly.model import Finding

DAYS = 5  # within which a report retells what a root has just said
LARGE = 100  # smaller sums are met by chance
STEM = 5  # letters by which a word is known again
FEW = 12  # figures of a report that are added up


def summed(heard: Iterable[Telling]) -> Iterator[Finding]:
    """Every figure that is two of another report's in one."""
    for group in by_root(one for one in heard if _is_level(one)).values():
        reports: defaultdict[str, list[Telling]] = defaultdict(list)
        told: defaultdict[Fraction, list[Telling]] = defaultdict(list)
        for one in group:
            reports[one.document.id].append(one)
            told[one.value].append(one)
        for mine in reports.values():
            for pair in combinations(mine[:FEW], 2):
                total = pair[0].value + pair[1].value
                known = told.get(total, [])[:FEW]
                if known and all(one.document.id != pair[0].document.id for one in known) and _is_two(pair):
                    yield from (_finding(odd, pair) for odd in known if _may_be_both(odd, pair))


def _is_level(one: Telling) -> bool:
    return one.claim.basis != "coded" and one.key.change != "decrease" and one.value >= LARGE and one.day is not None


def _is_two(pair: Sequence[Telling]) -> bool:
    """Whether two figures count two things, and neither a part of the other."""
    one, other = pair
    apart = one.claim.part_of is None and other.claim.part_of is None
    return apart and one.key.unit == other.key.unit and _thing(one) != _thing(other)


def _thing(one: Telling) -> str:
    return one.key.population or (one.claim.counted.lemma.casefold() if one.claim.counted else one.key.measure)


def _may_be_both(odd: Telling, pair: Sequence[Telling]) -> bool:
    """Whether a later figure may be the two, told as one of them."""
    near = 0 <= (odd.at - pair[0].at).days <= DAYS and odd.key.unit == pair[0].key.unit
    alike = [one for one in pair if _thing(one) == _thing(odd) or _lemma(one) == _lemma(odd) != ""]
    if not near or len(alike) != 1 or not compatible(odd.key, alike[0].key):
        return False
    other = pair[1] if alike[0] is pair[0] else pair[0]
    return _lemma(other)[:STEM] not in odd.claim.context.quote.casefold()


def _lemma(one: Telling) -> str:
    return one.claim.counted.lemma.casefold() if one.claim.counted else ""


def _finding(odd: Telling, pair: Sequence[Telling]) -> Finding:
    sentence = (
        f"{odd.words}; {pair[0].words} and {pair[1].words} make that number together, and go back to"
        f" {pair[0].origin.name}, too. It may be two things told as one."
    )
    return filed("sum_as_part", "tension", [odd, *pair], sentence)
