"""What does not add up becomes findings: figures that stand alone are put beside the root that is known for them.

A report that names nobody for a figure, or another voice of the same state, most likely retells the root that its
sentence mentions, or the only one that it names at all, or the one to which that number within days goes back. It is
put beside that root for comparison only: it corroborates nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction

from reportedly.findings.drift import retells
from reportedly.findings.tellings import Telling, by_root, compatible, papers, windows
from reportedly.model import Origin

LARGE = 100  # smaller numbers are met by chance
CLOSE = 14  # days
STATE = 3  # letters of a state's code
LONGEST = 8  # words of a name
UNKNOWN = "?"  # with which the key of a root begins that nobody named
WORD = re.compile(r"[^\W_]+")


def adopted(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """``found``, each figure that stands alone under the root that it most likely retells."""
    heard = _heard(found)
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


def _heard(found: Sequence[Telling]) -> list[Telling]:
    """``found``, the figures of nobody under the root that their sentence mentions, else under their report's only one."""
    known = _names(found)
    told: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    values: defaultdict[str, set[Fraction]] = defaultdict(set)
    for one in found:
        if one.origin.named:
            told[one.document.id][one.origin.key] = one.origin
            values[one.origin.key].add(one.value)
    heard = []
    for one in found:
        meant = [] if one.origin.named else _mentioned(one.claim.context.quote, known) or [*told[one.document.id].values()]
        if len(meant) > 1:
            meant = [root for root in meant if one.value >= LARGE and one.value in values[root.key]]
        heard.append(replace(one, origin=meant[0], is_named=False) if len(meant) == 1 else one)
    return heard


def _names(found: Iterable[Telling]) -> Mapping[tuple[str, ...], Mapping[str, Origin]]:
    """By what roots are called somewhere, in words, the roots that are called so."""
    known: defaultdict[tuple[str, ...], dict[str, Origin]] = defaultdict(dict)
    for one in found:
        if one.origin.named and not one.is_renamed:
            said = one.claim.attribution[-1:]
            for name in {one.origin.name, *(told for step in said for told in (step.name, step.source) if told)}:
                words = _words(name)
                if name != name.lower() and (len(words) > 1 or name.isupper() or one.origin.rule != "name"):
                    known[tuple(words)][one.origin.key] = one.origin
    return known


def _mentioned(sentence: str, known: Mapping[tuple[str, ...], Mapping[str, Origin]]) -> list[Origin]:
    """The roots whose names stand in a sentence; of names within one another the longer."""
    words, found, at = _words(sentence), {}, 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        size = next((size for size in sizes if tuple(words[at : at + size]) in known), 0)
        found |= known.get(tuple(words[at : at + size]), {})
        at += size or 1
    return list(found.values())


def _words(text: str) -> Sequence[str]:
    told = WORD.findall(text.casefold())
    return told[1:] if told[:1] == ["the"] else told


def _homes(window: Sequence[Telling], alone: Set[str]) -> dict[str, Telling]:
    roots = by_root(one for one in window if one.day is not None)
    known = [(papers(group), key) for key, group in roots.items() if not key.startswith(UNKNOWN)]
    states: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for size, key in sorted(known, reverse=True):
        states[key[:STATE]].append((size, key))
    homes = {}
    for key in sorted(roots.keys() & alone):
        if key.startswith(UNKNOWN):
            near = [other for _, other in known] if len(known) == 1 else []
        else:
            near = [other for _, other in states[key[:STATE]][:2] if other != key]
        for one in roots[key] if near else ():
            theirs = roots[near[0]][:CLOSE]
            if any(retells(one, other) and compatible(one.key, other.key) for other in theirs):
                homes[one.claim.id] = replace(one, origin=theirs[0].origin, is_named=False)
    return homes
