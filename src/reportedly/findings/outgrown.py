"""What does not add up becomes findings: parts that are more than the whole which the same root gave within days.

A part never exceeds its whole, and the killed and wounded together never exceed the casualties: where one of them was
revised and the other was not, or they were told of different things, a report that reads both adds up what does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from reportedly.findings.intervals import Tolerance, added, exceeds, stated
from reportedly.findings.tellings import Telling, by_root, compatible, filed
from reportedly.model import Finding, Strength
from reportedly.values.measures import named

DAYS = 3  # within which a root's figures are of one count
SUM, EXCLUDE = "casualties", ("deaths", "wounded")  # nobody is both
NO_SIDE = "there/"  # opens a place that stands for one report's, where nothing tells of which side the counted are
FEW = 8  # figures of one measure and one root that are held against each other, the last ones


def outgrown(found: Iterable[Telling], tolerance: str = "reported") -> Iterator[Finding]:
    """Every whole that its parts outgrow, in another document than the whole."""
    widened = Tolerance.named(tolerance)
    for group in by_root(one for one in found if _is_count(one)).values():
        measures: defaultdict[str, list[Telling]] = defaultdict(list)
        for one in group:
            measures[one.key.measure].append(one)
        once: dict[tuple[object, ...], Finding] = {}
        for whole, parts in _sums(measures):
            over = _over(parts, whole, widened)
            if over:
                once.setdefault((whole.ends, *((one.key.measure, one.ends) for one in parts)), over)
        yield from once.values()


def _is_count(one: Telling) -> bool:
    return one.key.change == "level" and one.key.done and one.day is not None and not one.is_rate


def _sums(measures: Mapping[str, Sequence[Telling]]) -> Iterator[tuple[Telling, Sequence[Telling]]]:
    """Wholes with what should not be more than they are, alone or together."""
    for slug, parts in measures.items():
        made = named(slug)
        wholes = measures.get(made.part_of, []) if made and made.part_of else []
        for whole in wholes[-FEW:]:
            yield from ((whole, [one]) for one in _near(parts, whole) if not _is_held(one, wholes))
    for whole in measures.get(SUM, [])[-FEW:]:
        both = [_near(measures.get(slug, []), whole) for slug in EXCLUDE]
        yield from ((whole, pair) for pair in product(*both))


def _is_held(part: Telling, wholes: Sequence[Telling]) -> bool:
    """Whether a whole that the same root gave within days holds it: the one that it outgrows is of another hour."""
    near = (whole for whole in wholes[-FEW:] if _is_near(part, whole))
    return any(not exceeds(stated(part.claim.quantity), stated(whole.claim.quantity)) for whole in near)


def _near(parts: Iterable[Telling], whole: Telling) -> Sequence[Telling]:
    return [one for one in parts if _is_near(one, whole)][-FEW:]


def _is_near(one: Telling, whole: Telling) -> bool:
    places = {one.key.place, whole.key.place}
    if len(places) > 1 and any((place or "").startswith(NO_SIDE) for place in places):
        return False  # "our losses" and "1,150 dead" of the others
    owners = {one.key.actor, whole.key.actor} - {None}
    same = one.key.unit == whole.key.unit and compatible(one.key, whole.key) and len(owners) <= 1
    return same and abs((one.at - whole.at).days) <= DAYS


def _over(parts: Sequence[Telling], whole: Telling, widened: Tolerance) -> Finding | None:
    if all(one.document.id == whole.document.id for one in parts):
        return None  # within a document it is found there
    if len(parts) > 1 and any(exceeds(stated(one.claim.quantity), stated(whole.claim.quantity)) for one in parts):
        return None  # that part alone does
    if not exceeds(added(stated(one.claim.quantity) for one in parts), stated(whole.claim.quantity)):
        return None
    meant = added(widened.widened(one.claim.quantity) for one in parts)
    strength: Strength = "contradiction" if exceeds(meant, widened.widened(whole.claim.quantity)) else "tension"
    told = " and ".join(f"{one.words}, of “{one.key.measure}”" for one in parts)
    sentence = (
        f"{whole.origin.name} is said to have given {whole.words}, of “{whole.key.measure}”; within days {told}:"
        f" {'the part is' if len(parts) == 1 else 'the parts together are'} more than the whole."
    )
    return filed("parts_outgrow_whole", strength, [whole, *parts], sentence)
