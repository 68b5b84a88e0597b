"""What does not add up becomes findings: figures that another root is known for, of a part or under another name.

A figure that many reports give to one root of a whole (casualties), and one report gives to somebody else of a part of
it (the dead), is most likely the same figure gone astray; so is an odd figure under another name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations, product

from reportedly.findings.drift import MANY, retells
from reportedly.findings.lexicons import table
from reportedly.findings.speakers import bare
from reportedly.findings.tellings import Telling, by_root, compatible, filed, papers, significant, windows
from reportedly.model import Finding
from reportedly.values.measures import named

OFFICE = re.compile(r"(?:the )?[^\W\d]+(?:'s|’s|s'|s’) [^\W\d]+", re.IGNORECASE)
ABOVE, AROUND, BELOW = "above", "around", "below"
LEAST = 2  # digits of a number that is not round
LARGE = 100  # smaller numbers are met by chance
MET = 20  # smaller numbers are met by chance, even of one thing
SOON = 3  # days in which a number with its bound gets about
OFFICIAL = ("government", "military")
BOUNDED = frozenset({"above", "below", "just below", "range"})  # sides that two seldom hit on by chance
LOOKED = 20  # figures of one number that are looked at
FEW = 2  # reports of one root's figure that many of another outweigh


def strays(found: Sequence[Telling], heard: Sequence[Telling]) -> Iterator[Finding]:
    """Every figure that went astray; ``heard`` are those of ``found``, a person's under the office he speaks for."""
    yield from _renamed(found)
    yield from _bounded(heard)
    numbers: defaultdict[tuple[Fraction, str], list[Telling]] = defaultdict(list)
    for one in found:
        for end in one.ends:
            if end >= LARGE:
                numbers[end, one.key.unit].append(one)
    for same in numbers.values():
        if len({one.key.measure for one in same}) > 1:
            for window in windows(same):
                yield from _of_one_number(window)


def _of_one_number(window: Iterable[Telling]) -> Iterator[Finding]:
    told: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in window:
        told[one.key.measure, one.origin.key].append(one)
    known = {at: group for at, group in told.items() if papers(group) >= MANY and not at[1].startswith("?")}
    largest: defaultdict[str, list[Sequence[Telling]]] = defaultdict(list)
    for (measure, _), group in sorted(known.items(), key=lambda item: (-papers(item[1]), item[1][0].at, item[0])):
        largest[measure].append(group)
    for (measure, root), mine in told.items():
        if papers(mine) > FEW:
            continue
        for other, groups in largest.items():
            theirs = groups[0]
            is_known = (other, root) in known or mine[0].key.change != theirs[0].key.change
            if not is_known and _is_part(measure, other) and min(one.at for one in mine) > theirs[0].at:
                strayed = (odd for odd in mine if compatible(odd.key, theirs[0].key) and not _holds(odd, theirs))
                yield from (_stray(odd, theirs) for odd in strayed)


def _is_part(one: str, other: str) -> bool:
    """Whether one is the whole of the other."""
    measures = named(one), named(other)
    return any(part and part.part_of == whole for part, whole in zip(measures, (other, one), strict=True))


def _holds(odd: Telling, theirs: Sequence[Telling]) -> bool:
    """Whether it is a whole that is said to be more than the part has: "more than 1,000 casualties", 1,000 wounded."""
    part = named(theirs[0].key.measure)
    is_whole = part is not None and part.part_of == odd.key.measure
    return is_whole and odd.side == ABOVE and all(one.side != ABOVE for one in theirs)


def _stray(odd: Telling, theirs: Sequence[Telling]) -> Finding:
    first = theirs[0]
    sentence = (
        f"{odd.words}, is told of “{odd.key.measure}” and put to {odd.own}; {papers(theirs)} reports have the same"
        f" number from {first.origin.name}, of “{first.key.measure}”: {first.words}."
        " It may be that figure, retold of another thing."
    )
    return filed("thing_drifted", "tension", [odd, *theirs], sentence)


def _renamed(found: Iterable[Telling]) -> Iterator[Finding]:
    """An odd figure of one root under another's name."""
    roots: defaultdict[tuple[str, Fraction, str], list[Telling]] = defaultdict(list)
    for one in found:
        roots[one.origin.key, one.value, one.key.measure].append(one)
    for group in roots.values():
        known = [one for one in group if not one.is_renamed][:LOOKED]
        for odd in group if known else ():
            others = [one for one in known if one.document.id != odd.document.id and compatible(one.key, odd.key)]
            is_known = named(odd.key.measure) is not None or odd.claim.basis == "coded"
            least = MET if is_known else LARGE  # a district has 41 schools, whoever says so
            is_another = odd.is_renamed and odd.value >= least and odd.own != odd.document.outlet
            is_standing = bool(others) and _stands(odd, others[0])
            is_another = is_another and not is_standing and not _passes_on(odd) and not _is_limited(odd, others)
            is_one = any(one.names(odd.own) or _speaks_for(one, odd) or _belongs(one, odd) for one in others)
            if is_another and others and not is_one:
                sentence = (
                    f"{odd.words}, is put to {odd.own}; the same odd number goes back to {others[0].origin.name} in"
                    f" {others[0].words}. One of them may have it from the other."
                )
                yield filed("root_drifted", "tension", [odd, *others], sentence)


def _speaks_for(one: Telling, odd: Telling) -> bool:
    """Whether its root is called by its office ("the group's director") in a report that names the other's."""
    return OFFICE.match(one.origin.name) is not None and odd.own.casefold() in one.document.text.casefold()


def _belongs(one: Telling, odd: Telling) -> bool:
    """Whether one root is told, right behind its name, to be the other's: "Ana Ruiz, director of the Tagus Institute".

    "Ana Ruiz, the group's director" is of a group that her report names.
    """
    joints = "|".join(table()["roots"]["joints"])
    names = bare(one.origin.name), bare(odd.own)
    for (name, house), told in product(permutations(names) if all(names) else (), (one, odd)):
        behind = re.findall(
            rf"\b{re.escape(name)}(?:,| (?:{joints})\b) ?([^,;.]+)", told.claim.context.quote.casefold()
        )
        is_office = house in told.document.text.casefold() and any(OFFICE.match(words) for words in behind)
        if is_office or any(house in words for words in behind):
            return True
    return False


def _stands(odd: Telling, first: Telling) -> bool:
    """Whether a small toll that stands since an earlier day is told by another official, to whom it is known."""
    is_running = odd.key.scope == "cumulative" and odd.key.done and odd.value < LARGE
    teller = odd.claim.attribution[-1].kind if odd.claim.attribution else None
    is_official = first.origin.kind in OFFICIAL and teller in (*OFFICIAL, "person")
    return is_running and is_official and odd.day is not None and first.at < odd.day


def _is_limited(odd: Telling, others: Sequence[Telling]) -> bool:
    """Whether it is a limit of another's own that the others do not have: "no more than 244", the owner insists."""
    return odd.side == BELOW and all(one.side != BELOW for one in others)


def _passes_on(one: Telling) -> bool:
    """Whether it is put to an agency or a paper, which has it from somebody."""
    chain = one.claim.attribution
    return bool(chain) and chain[-1].kind in ("agency", "media")


def _bounded(heard: Iterable[Telling]) -> Iterator[Finding]:
    """A number that one root tells with a bound ("more than 12,000"), and within days another with the same bound.

    Two may hit on one round number; on one bound as well, or on an odd number that several reports have from the one,
    hardly. Who tells both roots together knows them apart.
    """
    numbers: defaultdict[tuple[Fraction, str, str], list[Telling]] = defaultdict(list)
    for one in heard:
        is_root = one.origin.named and one.is_named and one.origin.rule != "state" and one.day is not None
        if is_root and one.value >= LARGE and (one.side in BOUNDED or len(significant(one.value)) >= LEAST):
            numbers[one.value, one.key.unit, one.side].append(one)
    for same in numbers.values():
        for window in windows(same, SOON):
            roots = by_root(window)
            for odd in window[:LOOKED] if len(roots) > 1 else ():
                theirs = [one for one in window if one.origin.key != odd.origin.key and _may_be_of(odd, one)]
                is_later = any((one.at, one.document.address) < (odd.at, odd.document.address) for one in theirs)
                is_lone = papers(roots[odd.origin.key]) == 1 and (is_later or papers(window) > FEW)
                is_told = odd.side == AROUND and odd.claim.basis != "coded"
                is_hedged = is_told and any(_is_of_one(one, odd) for one in theirs)
                is_met = odd.side not in BOUNDED and papers(theirs) < FEW and not is_hedged
                if theirs and is_lone and not is_met and not _knows_both(odd, theirs):
                    sentence = (
                        f"{odd.words}, is put to {odd.origin.name}; {theirs[0].origin.name} has the same number"
                        f" in {theirs[0].words}. One of them may have it from the other."
                    )
                    yield filed("root_drifted", "tension", [odd, *theirs], sentence)


def _is_of_one(one: Telling, odd: Telling) -> bool:
    """Whether two figures have one key, or count by one word what is to come, or came, in one month or by one."""
    if one.key == odd.key:
        return True
    heads = [told.claim.counted.lemma.casefold() if told.claim.counted else "" for told in (one, odd)]
    is_when = one.key.period == odd.key.period is not None and one.key.done == odd.key.done
    return heads[0] == heads[1] != "" and is_when and one.key.change == odd.key.change


def _may_be_of(odd: Telling, one: Telling) -> bool:
    """Whether ``odd`` may be the figure of ``one``, which was told no later."""
    return 0 <= (odd.at - one.at).days <= SOON and compatible(odd.key, one.key) and retells(odd, one)


def _knows_both(odd: Telling, theirs: Iterable[Telling]) -> bool:
    """Whether its own report, or theirs, names both roots."""
    return any(
        odd.document.id == one.document.id or one.names(odd.own) or odd.names(one.own) or _is_mentioned(one, odd)
        for one in theirs
    )


def _is_mentioned(one: Telling, odd: Telling) -> bool:
    """Whether the sentence of ``odd`` has the words by which ``one`` names its root."""
    said = one.claim.attribution[-1].source.casefold().removeprefix("the ") if one.claim.attribution else ""
    return bool(said) and said in odd.claim.context.quote.casefold()
