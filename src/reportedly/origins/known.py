"""Claims lead back to a root: of one report, who goes by several names is one.

What is promised: "the ministry" of a report that names one ministry is that one, and so is who goes by a last name, by
the end of a body's name or by the office alone; of several that may be meant none is.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from reportedly.model import Document, Origin, Reading
from reportedly.origins.issuers import issued, issuer
from reportedly.origins.roots import (
    DEFINITE,
    ITSELF,
    MANY,
    MINISTRY,
    NAMED,
    OFFICE,
    State,
    Told,
    about,
    bared,
    level_of,
    ministries,
    office_told,
    origin,
    resolved,
    side,
    spokespeople,
)
from reportedly.origins.voices import is_place, titled_name

# "The National Water Board (NWB)": a name with the letters that it goes by.
IN_SHORT = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|for|and|the|on|in|to)){1,9})"
    r" \((?:the )?(?P<short>[A-Z][A-Za-z]{1,9})\)"
)

MINISTERIAL = frozenset({MINISTRY, "minister"})
BODIES = frozenset({"name", "body", "office"})  # by these rules a root is one body, as it is named


def roots(document: Document, reading: Reading, home: State | None = None) -> dict[str, Origin]:
    """The root of each claim by its digest; what tells another again has that one's.

    "The ministry" of a report that names one ministry elsewhere is that one; so is who goes by the last name alone, and
    who elsewhere is told to speak for one. What names nobody is its publisher's, where that is a body and no medium.
    """
    by_id = {claim.id: claim for claim in reading.claims}
    found = {claim.id: origin(document, by_id.get(claim.same_as or "", claim), home) for claim in reading.claims}
    if (by := issuer(document, home)) is not None:
        found = issued(document, reading, found, by)
    known = {root.key: root for root in found.values() if root.named and root.kind != "person"}
    told = [(root, frozenset(bared(root.name).split())) for root in known.values()]
    short = _shortened(known.values())
    held = {person: root for person, (root, *others) in speakers(document, reading, home).items() if not others}
    full = held | _surnames(document, reading, home) | short | offices_of(known.values(), alone=True)
    # "the Service's director, Ana Sol" speaks for the one service that is named
    full = {key: short.get(root.key, root) for key, root in full.items()}
    return {
        claim: full.get(root.key, root) if root.named else _meant(root, told) or root for claim, root in found.items()
    }


def speakers(document: Document, reading: Reading, home: State | None = None) -> dict[str, list[Origin]]:
    """For whom each person of a report speaks whom it names with an office, by the key that the name alone gives."""
    found: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for claim in reading.claims:
        titled = titled_name(claim.attribution[-1].called) if claim.attribution else None
        if titled is not None:
            root = origin(document, claim, home)
            key = f"{NAMED}{bared(titled[1])}"
            if root.named and root.key != key:
                found[key][root.key] = root
    for person, office in spokespeople(document, home):
        found[person][office.key] = office
    return {person: list(known.values()) for person, known in found.items()}


def _surnames(document: Document, reading: Reading, home: State | None) -> dict[str, Origin]:
    """Whoever goes by a last name alone, by the key that this gives, where the report names one in full."""
    whole: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for claim in reading.claims:
        said = claim.attribution[-1] if claim.attribution else None
        words = bared(said.called if said else "").split()
        if len(words) > 1:
            root = origin(document, claim, home)
            whole[f"{NAMED}{words[-1]}"][root.key] = root
    return {key: next(iter(roots.values())) for key, roots in whole.items() if len(roots) == 1}


def _shortened(known: Collection[Origin]) -> dict[str, Origin]:
    """Bodies told by the end of their names alone, by the key that this gives: "the Institute" where one is named."""
    named = {root.key: f" {bared(root.name)}" for root in known}
    found: dict[str, Origin] = {}
    for one in known:
        if one.rule == "name":
            whole = [other for other in known if other.key != one.key and named[other.key].endswith(named[one.key])]
            if len(whole) == 1:
                found[one.key] = whole[0]
    return found


def _meant(root: Origin, known: Sequence[tuple[Origin, frozenset[str]]]) -> Origin | None:
    """The one body or office of the report whose name holds all words of a description: "the spy agency itself"."""
    first, *rest = root.name.casefold().split() or [""]
    words = frozenset(bared(" ".join(rest)).split()) - ITSELF
    if first != DEFINITE or not words or MANY.search(root.name.casefold()):
        return None
    fitting = [other for other, name in known if words <= name]
    return fitting[0] if len(fitting) == 1 else None


def offices_of(told: Iterable[Origin], *, alone: bool = False) -> dict[str, Origin]:
    """Offices of a state's parts by the end of what they are called, by its key: "the office" where one is named.

    So is the office of a town for one of which it is not told where it is. ``alone``: also where that is one word, by
    which several reports may mean several.
    """
    offices = [root for root in told if root.rule == "office" and OFFICE in root.key]
    found: dict[str, Origin] = {}
    for one in offices:
        whose, _, called = one.key.partition(OFFICE)
        if level_of(called, one.kind) == "state" or ":" in whose or (" " not in called and not alone):
            continue
        fitting = [other for other in offices if other.key != one.key and _is_fuller(other, whose, called)]
        if len(fitting) == 1:
            found[one.key] = fitting[0]
    return found


def shortened_in(texts: Iterable[str], told: Iterable[Origin]) -> dict[str, Origin]:
    """Bodies told by their letters alone, by the key that these give, where a text tells both and all texts agree.

    "The Department of Disaster Management (DoDM)" is the DoDM of another report.
    """
    known = {root.key: root for root in told if root.rule in BODIES}
    found: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for text in texts:
        for both in IN_SHORT.finditer(text):
            short = f"{NAMED}{bared(both['short'])}"
            if short not in known or is_place(both["short"]):
                continue
            # Of a name that is translated the letters are those of its own tongue.
            full = _spelt(both["name"], both["short"]) or both["name"]
            named = resolved(full, known[short].kind)
            office = office_told(Told(text, None), full, known[short].kind)
            whole = next((known[root.key] for root in (office, named) if root is not None and root.key in known), None)
            if whole is not None and whole.key != short:
                found[short][whole.key] = whole
    return {short: next(iter(some.values())) for short, some in found.items() if len(some) == 1}


def ministries_of(document: Document, own: Iterable[Origin], told: Collection[Origin]) -> dict[str, Origin]:
    """ "The ministry" of a report that names none, by its key: its state's only one that others tell."""
    bare = [root for root in own if not root.named and bared(root.name) in MINISTERIAL]
    state = about(document) if bare and not ministries(document.text) else None
    some = {root.key: root for root in told if state and root.named and side(root) == state[0] and is_ministry(root)}
    return {root.key: one for root in bare for one in some.values()} if len(some) == 1 else {}


def is_ministry(root: Origin) -> bool:
    """Whether an origin is a ministry, by its name."""
    return not MINISTERIAL.isdisjoint(bared(root.name).split())


def placed_in(reports: Iterable[tuple[Document, Iterable[Origin]]], told: Iterable[Origin]) -> dict[str, Origin]:
    """Bodies told without where they are, by their keys: "the Maritime Authority" for "the Tarn Maritime Authority".

    So it is where one body of this name is told with its place, a report tells of both the body without it and the
    place, and none that tells of this body without it is about a state where there may be another.
    """
    known = {root.key: root for root in told if root.rule == "name"}
    fuller: defaultdict[str, list[tuple[str, Origin]]] = defaultdict(list)
    for key, root in known.items():
        words = key.removeprefix(NAMED).split()
        short, place = (words[:-2], words[-1]) if words[-2:-1] == ["of"] else (words[1:], words[0])
        bare = f"{NAMED}{' '.join(short)}"
        if bare in known and len(short) > 1 and level_of(" ".join(short), "government") is not None:
            fuller[bare].append((place, root))
    found = {bare: some[0] for bare, some in fuller.items() if len(some) == 1}
    met: set[str] = set()
    for document, own in reports if found else ():
        for key in {root.key for root in own} & found.keys():
            there = re.search(rf"\b{re.escape(found[key][0])}", f"{document.outlet} {document.text}", re.IGNORECASE)
            if there is not None:
                met.add(key)
            elif about(document) is not None:
                del found[key]
    return {bare: root for bare, (_, root) in found.items() if bare in met}


def _spelt(name: str, short: str) -> str:
    """The words at the end of ``name`` whose first letters ``short`` is made of, in order; empty where they are not."""
    told = name.split()
    letters = [letter.casefold() for letter in short]
    for first in range(len(told) - 1, -1, -1):
        some = [word[0].casefold() for word in told[first:] if word[0].isupper() or word[0] in short]
        large = [word[0].casefold() for word in told[first:] if word[0].isupper()]
        if letters in (some, large) and told[first][0].isupper():
            return " ".join(told[first:])
    return ""


def _is_fuller(other: Origin, whose: str, called: str) -> bool:
    """Whether an office tells more of itself: what it is for, or in which town it is."""
    at, _, name = other.key.partition(OFFICE)
    return (at == whose and name.endswith(f" {called}")) or (at.startswith(f"{whose}:") and name == called)
