"""What does not add up becomes findings: whom a sentence mentions, by what the reports call their sources.

For comparison only: a root that a sentence mentions may be where its figure comes from, and who is mentioned beside an
office ("Ukraine's intelligence chief, Kyrylo Budanov") speaks for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from reportedly.findings.lexicons import table
from reportedly.findings.speakers import STATE, is_state
from reportedly.findings.tellings import Telling
from reportedly.frozen import dataclass
from reportedly.model import Origin
from reportedly.values.names import names as names_of

REACH = 30  # characters before a name in which it is told that it is the source
LONGEST = 8  # words of a name
WORD = re.compile(r"[^\W_]+")
BESIDE = re.compile(r"(?:,? | of (?:the )?| for (?:the )?|, (?:the |a |an )?)", re.IGNORECASE)
PERSONS = frozenset({"person", "name"})  # rules by which who may be a person is resolved
OFFICES = frozenset({"body", "office"})

Names = Mapping[tuple[str, ...], Mapping[str, Origin]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Roots that go by a name which stands in a sentence, from ``start`` to ``end``."""

    start: int
    end: int
    roots: tuple[Origin, ...]


def names(found: Iterable[Telling]) -> Names:
    """By what roots are called somewhere, in words, the roots that are called so."""
    known: defaultdict[tuple[str, ...], dict[str, Origin]] = defaultdict(dict)
    for one in found:
        is_told = one.origin.named and one.is_named and not one.is_renamed and one.claim.basis != "coded"
        if is_told:
            said = one.claim.attribution[-1:]
            told = {one.origin.name, *(name for step in said for name in (step.name, step.source) if name)}
            for name in told - {one.document.outlet}:
                words = _words(name)
                if words and _is_name(name, words, one.origin):
                    known[words][one.origin.key] = one.origin
    return known


def bodies(sentence: str, roots: Mapping[str, Origin]) -> list[Origin]:
    """The ``roots`` (by their keys) whose body the tables know in a sentence by another name: "Britain's" for "UK"."""
    told = [name for name in names_of(sentence) if name.kind == "organisation" and name.actor]
    expecting = re.compile(rf"\W+(?:{'|'.join(table()['retold']['tellers']['expecting'])})\b")
    whole = [name for name in told if expecting.match(sentence, name.end)]  # "the IMF expects"
    keys = dict.fromkeys((*(str(n.actor) for n in told), *(f"{n.actor}:{n.name.casefold()}" for n in whole)))
    return [roots[key] for key in keys if key in roots]


def _is_name(name: str, words: Sequence[str], root: Origin) -> bool:
    """Whether it names somebody wherever it stands: not "it", nor "the service", nor a body by its state."""
    if root.rule != "state" and is_state(name):
        return False
    if len(words) > 1:
        return name != name.lower() and words[0] not in table()["roots"]["pronouns"]
    apart = (*table()["roots"]["pronouns"], *table()["roots"]["everywhere"])
    return (name.isupper() or (root.rule != "name" and name[:1].isupper())) and words[0] not in apart


def _words(name: str) -> tuple[str, ...]:
    told = tuple(word.casefold() for word in WORD.findall(name))
    return told[1:] if told[:1] == ("the",) else told


def mentions(sentence: str, known: Names) -> list[Mention]:
    """Who is mentioned, in order; of names within one another the longer."""
    spots = list(WORD.finditer(sentence))
    words = [spot.group().casefold() for spot in spots]
    found, at = [], 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        size = next((size for size in sizes if tuple(words[at : at + size]) in known), 0)
        if size:
            roots = known[tuple(words[at : at + size])]
            found.append(Mention(spots[at].start(), spots[at + size - 1].end(), tuple(roots.values())))
        at += size or 1
    return found


def tellers(sentence: str, told: Sequence[Mention]) -> Sequence[Mention]:
    """Of some mentioned those beside whom a word stands by which somebody is told to have said it; else all."""
    lists = table()["retold"]["tellers"]
    before = re.compile(rf"\b(?:{'|'.join(lists['before'])})\W+(?:the\W+)?$", re.IGNORECASE)
    behind = re.compile(rf"\W+(?:\w+ly\W+|had\W+|has\W+)?(?:{'|'.join(lists['behind'])})\b", re.IGNORECASE)
    found = [
        one
        for one in told
        if behind.match(sentence, one.end) or before.search(sentence[max(0, one.start - REACH) : one.start])
    ]
    return found or told


def voices(found: Iterable[Telling], known: Names) -> Mapping[str, Origin]:
    """By the key of a person the office or body that he is most often told to speak for."""
    speaks: defaultdict[str, Counter[Origin]] = defaultdict(Counter)
    for sentence in {one.claim.context.quote: None for one in found if one.claim.basis != "coded"}:
        told = mentions(sentence, known)
        for one, other in pairwise(told):
            if BESIDE.fullmatch(sentence[one.end : other.start]):
                _pair(one.roots, other.roots, speaks)
    for words, roots in known.items():  # "John Kirby of the White House" is one name, with the person's in it
        for size in range(1, min(LONGEST, len(words))):
            for at in range(len(words) - size + 1):
                _pair(tuple(roots.values()), tuple(known.get(words[at : at + size], {}).values()), speaks)
    for person, office in _titled(known):
        speaks[person.key][office] += 1
    return {key: min(offices, key=lambda one: (-offices[one], one.key)) for key, offices in speaks.items()}


def _titled(known: Names) -> Iterator[tuple[Origin, Origin]]:
    """Who is called by an office that his state has once: "President Zelensky", "the Ukrainian president".

    Where two are called so, the office is nobody's in particular.
    """
    offices = {
        (root.key[:STATE], _words(root.name)[-1]): root
        for roots in known.values()
        for root in roots.values()
        if root.rule in OFFICES and _words(root.name)
    }
    holders: defaultdict[Origin, dict[str, Origin]] = defaultdict(dict)
    for words, roots in known.items():
        for root in roots.values():
            office = offices.get((root.key[:STATE], words[0])) if root.rule == "person" and len(words) > 1 else None
            if office is not None:
                holders[office][root.key] = root
    yield from ((next(iter(told.values())), office) for office, told in holders.items() if len(told) == 1)


def surnamed(known: Names) -> Mapping[tuple[str, str], Origin]:
    """Persons by their state and the last of their names, where no two share it."""
    found: defaultdict[tuple[str, str], dict[str, Origin]] = defaultdict(dict)
    for roots in known.values():
        for root in roots.values():
            words = _words(root.name)
            if root.rule == "person" and len(words) > 1:
                found[root.key[:STATE], words[-1]][root.key] = root
    return {at: next(iter(roots.values())) for at, roots in found.items() if len(roots) == 1}


def called_by_name(one: Telling, persons: Mapping[tuple[str, str], Origin]) -> Origin | None:
    """The person whose name ends the words for an office: "Ukraine's intelligence chief Budanov"."""
    said = one.claim.attribution[-1] if one.claim.attribution else None
    words = _words(said.source) if said is not None and one.origin.rule in OFFICES else ()
    return persons.get((one.origin.key[:STATE], words[-1])) if len(words) > 1 else None


def _pair(one: Sequence[Origin], other: Sequence[Origin], speaks: Mapping[str, Counter[Origin]]) -> None:
    for person, office in (*product(one, other), *product(other, one)):
        if person.rule in PERSONS and len(_words(person.name)) > 1 and office.rule in OFFICES:
            speaks[person.key][office] += 1
