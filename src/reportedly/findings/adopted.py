"""What does not add up becomes findings: figures that stand alone are put beside the root that is known for them.

A report that names nobody for a figure, or another voice of the same state, most likely retells the root that its
sentence mentions, or the only one that it names at all, or the one to which that number within days goes back. It is
put beside that root for comparison only: it corroborates nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction

from reportedly.findings.drift import retells
from reportedly.findings.mentions import bodies, called_by_name, mentions, names, surnamed, tellers, voices
from reportedly.findings.speakers import STATE, bare, is_short
from reportedly.findings.tellings import Telling, by_root, compatible, papers, windows
from reportedly.findings.wording import is_alike
from reportedly.model import Origin

LARGE = 100  # smaller numbers are met by chance
CLOSE = 14  # days
FEW = 12  # figures of one number that are looked at in pairs
UNKNOWN = "?"  # with which the key of a root begins that nobody named


def spoken(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """``found``, the figures of a person under the office that he speaks for."""
    known = names(found)
    offices, persons = voices(found, known), surnamed(known)
    return tuple(_for_office(one, offices, called_by_name(one, persons)) for one in found)


def _for_office(one: Telling, offices: Mapping[str, Origin], person: Origin | None) -> Telling:
    if one.is_renamed:
        return one
    root = offices.get((person or one.origin).key, person or one.origin)
    return one if root == one.origin else replace(one, origin=root)


def adopted(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """``found``, each figure that stands alone under the root that it most likely retells."""
    heard = _passed_on(_heard(found))
    numbers: defaultdict[tuple[Fraction, str], list[Telling]] = defaultdict(list)
    for one in heard:
        if one.value >= LARGE:
            numbers[one.value, one.key.unit].append(one)
    homes: dict[str, Telling] = {}
    for same in numbers.values():
        if papers(same) > 1:
            alone = {key for key, mine in by_root(same).items() if papers(mine) == 1}
            for window in windows(same, CLOSE):
                homes |= _homes(window, alone)
    return tuple(homes.get(one.claim.id, one) for one in heard)


def _passed_on(found: Sequence[Telling]) -> list[Telling]:
    """``found``, a large figure of somebody who passed it on, by another report, under the root that it names."""
    numbers: defaultdict[tuple[Fraction, str], list[Telling]] = defaultdict(list)
    for one in found:
        said = one.claim.attribution[-1] if one.claim.attribution else None
        if one.value >= LARGE and one.origin.named and one.is_named and said is not None and said.span:
            numbers[one.value, one.key.unit].append(one)
    meant: dict[str, Origin] = {}
    for same in numbers.values():
        for window in windows(same, CLOSE) if len(by_root(same)) > 1 else ():
            for one in window[:FEW]:
                deeper = [
                    other for other in window[:FEW] if other.origin.key != one.origin.key and _has_from(one, other)
                ]
                meant |= {one.claim.id: deeper[0].origin} if deeper else {}
    return [replace(one, origin=meant.get(one.claim.id, one.origin)) for one in found]


def _has_from(one: Telling, other: Telling) -> bool:
    """Whether the source of ``one`` stands between the outlet and the root of ``other``, of what may be the same."""
    inner = (step.called for step in other.claim.attribution[:-1])
    is_between = any(is_short(one.own, told) or is_short(told, one.own) for told in inner)
    said = bare(one.claim.attribution[-1].source) if one.claim.attribution else ""
    is_teller = bool(said) and f"{said} said" in other.claim.context.quote.casefold()
    return (
        (is_between or is_teller) and compatible(one.key, other.key) and (retells(one, other) or is_alike(one, other))
    )


def _heard(found: Sequence[Telling]) -> list[Telling]:
    """``found``, nobody's figures under the root that their sentence mentions, or under their report's only one."""
    known = names(found)
    by_key = {root.key: root for roots in known.values() for root in roots.values()}
    told: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    values: defaultdict[str, set[Fraction]] = defaultdict(set)
    for one in found:
        if one.origin.named:
            told[one.document.id][one.origin.key] = one.origin
            values[one.origin.key].add(one.value)
    heard = []
    for one in found:
        meant: list[Origin] = []
        if not one.origin.named:
            sentence = "" if one.claim.basis == "coded" else one.claim.context.quote
            said = [root for mention in tellers(sentence, mentions(sentence, known)) for root in mention.roots]
            meant = said or bodies(sentence, by_key) or [*told[one.document.id].values()]
            meant = list({root.key: root for root in meant}.values())
        if len(meant) > 1:
            meant = [root for root in meant if one.value >= LARGE and one.value in values[root.key]]
        heard.append(replace(one, origin=meant[0], is_named=False) if len(meant) == 1 else one)
    return heard


def _homes(window: Sequence[Telling], alone: Set[str]) -> dict[str, Telling]:
    roots = by_root(one for one in window if one.day is not None)
    known = [(papers(group), key) for key, group in roots.items() if not key.startswith(UNKNOWN)]
    states: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for size, key in sorted(known, reverse=True):
        states[key[:STATE]].append((size, key))
    homes: dict[str, Telling] = {}
    moved: dict[str, str] = {}
    for key in sorted(roots.keys() & alone):
        if key.startswith(UNKNOWN):
            near = [other for _, other in known] if len(known) == 1 else []
        else:
            near = [other for _, other in states[key[:STATE]][:2] if other != key]
        if near and moved.get(near[0]) == key:
            continue  # of two who stand alone the one is put beside the other, and not each in the other's place
        for one in roots[key] if near else ():
            theirs = roots[near[0]][:CLOSE]
            if any(retells(one, other) and compatible(one.key, other.key) for other in theirs):
                homes[one.claim.id] = replace(one, origin=theirs[0].origin, is_named=False)
                moved[key] = near[0]
    return homes
