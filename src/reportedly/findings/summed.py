"""What does not add up becomes findings: two things that were told apart, added up and told as one of them.

Of 15,000 soldiers and 15,000 workers a report makes 30,000 soldiers. The sum of two things of one report is looked for
in others that retell the same root within days, of one of the two. Of two fates of people ("12 dead, 38 missing") the
sum is looked for whoever tells it, told of the worse of them ("fifty drowned").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from fractions import Fraction
from itertools import combinations, product

from reportedly.findings.lexicons import table
from reportedly.findings.telling import quoted
from reportedly.findings.tellings import Telling, by_root, compatible, filed, kinds
from reportedly.model import Finding
from reportedly.values.measures import is_person

DAYS = 5  # within which a report retells what a root has just said
LARGE = 100  # smaller sums are met by chance
LEAST = 10  # smaller sums of two fates are met by chance
WEEKS = 21  # days within which two fates are told as one
GAP = 3  # characters between two sentences that follow each other
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


def fated(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every number of the dead, or of what was destroyed, that is one of them and of another fate in an earlier report.

    The two stand close to each other there; who tells either of them, too, knows them apart.
    """
    rows = table()["added"]["rows"]
    fates = {fate for row in rows for fate in row["fates"]}
    totals = [one for one in found if one.key.measure in fates and one.value >= LEAST and _is_count(one)]
    if not totals:
        return
    reports: defaultdict[str, list[Telling]] = defaultdict(list)
    told: defaultdict[str, set[Fraction]] = defaultdict(set)
    for one in found:
        told[one.document.id].add(one.value)
        if _is_count(one):
            reports[one.document.id].append(one)
    pairs: defaultdict[tuple[int, Fraction], list[tuple[Telling, Telling]]] = defaultdict(list)
    for mine in reports.values():
        for at, row in enumerate(rows):
            worse = [one for one in mine if one.key.measure in {*row["fates"], *row["found"]}][:FEW]
            others = [one for one in mine if one.key.measure in row["others"]][:FEW]
            for one, other in product(worse, others):
                if _stand_together(one, other):
                    pairs[at, one.value + other.value].append((one, other))
    first_told = {key: sorted(told, key=_place)[:FEW] for key, told in pairs.items()}
    homes: defaultdict[tuple[str, Fraction], set[str]] = defaultdict(set)
    for one in totals:
        homes[one.key.measure, one.value].add(one.document.id)
    for odd in totals:
        for at, row in enumerate(rows):
            if odd.key.measure not in row["fates"]:
                continue
            near = [
                pair for pair in first_told.get((at, odd.value), ()) if _may_be_fates(odd, pair, told[odd.document.id])
            ]
            first = next(iter(near), None)
            # Another report that has it, too, may have come to it.
            known = {odd.document.id, first[0].document.id} if first else set[str]()
            if first is not None and homes[odd.key.measure, odd.value] <= known:
                yield _sum_of_fates(odd, first)
                break


def _place(pair: tuple[Telling, Telling]) -> tuple[date, str]:
    return pair[0].at, pair[0].document.address


def _is_count(one: Telling) -> bool:
    is_level = one.key.change == "level" and one.claim.basis != "coded"
    return is_level and one.day is not None and one.key.done and one.claim.part_of is None


def _stand_together(one: Telling, other: Telling) -> bool:
    """Whether two figures of the same people stand in one sentence, or in two next to each other."""
    if not (kinds(one.key) <= kinds(other.key) or kinds(other.key) <= kinds(one.key)):
        return False
    first, second = sorted((one.claim.context, other.claim.context), key=lambda span: span.start)
    return second.start - first.end <= GAP


def _may_be_fates(odd: Telling, pair: tuple[Telling, Telling], told: Set[Fraction]) -> bool:
    """Whether a later number may be the two, by a report that has neither of them."""
    one, other = pair
    is_later = odd.document.id != one.document.id and 0 <= (odd.at - one.at).days <= WEEKS
    if odd.says(table()["added"]["grown"]):
        return False
    is_its = not (odd.origin.named and odd.is_named) or odd.origin.key in (one.origin.key, other.origin.key)
    return is_later and is_its and not {one.value, other.value} & told and compatible(odd.key, one.key)


def followed(found: Sequence[Telling]) -> Iterator[Finding]:
    """Every number told as done that is one which was, and one more that by an earlier report only could be.

    "Some 6,000 are on short time; another 3,000 could follow" become 9,000 who were sent home.
    """
    counts = table()["units"]["counts"]
    more = [one for one in found if one.key.change == "additional" and not one.key.done and one.key.unit in counts]
    if not more:
        return
    reports: defaultdict[str, list[Telling]] = defaultdict(list)
    numbers: defaultdict[Fraction, list[Telling]] = defaultdict(list)
    for one in found:
        if _is_count(one) and one.key.unit in counts:
            reports[one.document.id].append(one)
            numbers[one.value].append(one)
    for other in more:
        for one in reports[other.document.id]:
            same = numbers.get(one.value + other.value, [])[:FEW]
            if one.value + other.value < LARGE or not same or not _stand_together(one, other):
                continue
            for odd in same:
                is_later = 0 < (odd.at - one.at).days <= WEEKS and compatible(odd.key, one.key)
                is_later = is_later and not odd.says(table()["added"]["grown"])
                is_alone = all(others.document.id in (odd.document.id, one.document.id) for others in same)
                is_one = _lemma(odd) == _lemma(one) or all(is_person(_lemma(both)) for both in (odd, one))
                if is_later and is_alone and is_one:
                    sentence = (
                        f"{odd.words}, is told as done; {one.words} was so, and with {quoted(other.claim)}, which"
                        " was yet to come, that made so many."
                    )
                    yield filed("status_drifted", "tension", [odd, one, other], sentence)


def _sum_of_fates(odd: Telling, pair: tuple[Telling, Telling]) -> Finding:
    one, other = pair
    sentence = (
        f"{odd.words}, is told of “{odd.key.measure.replace('_', ' ')}”; {one.words} and {quoted(other.claim)}"
        f" of “{other.key.measure.replace('_', ' ')}” made that number together. It may be two fates told as one."
    )
    return filed("sum_as_part", "tension", [odd, one, other], sentence)


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
