"""Claims that lead back to one root share an origin: twenty outlets that quote one ministry are one voice.

``origin`` resolves the root of a claim's chain to a body, an office, a person or a state; ``statements`` joins claims
that retell one saying of it. What is promised: each join names its rule; who is not named corroborates nobody, himself
included; a report that is added again joins the statement it retells and makes no new one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from reportedly.model import Attribution, Claim, Document, Origin, Reading, SourceKind, Statement
from reportedly.values.gazetteer import Name, fold
from reportedly.values.names import names

APART = 31  # days; sayings on the same figure whose days of counting lie further apart are two
LEADING = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|gen|president|lawmaker|spokes(?:man|woman|person))\s+")
UNNAMED = re.compile(r"\b(?:unnamed|anonymous|unidentified|sources?|officials?|reports|authorities)\b")
# A state has one of each, whatever it is called: "the spy agency", "the National Intelligence Service".
ROLES_OF_ONE = frozenset({"SPY", "MIL/SPY", "GOV/MIL"})
DEFINITE, INDEFINITE = frozenset({"the"}), frozenset({"a", "an", "another", "one", "some", "other", "several", "many"})
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "who", "this", "that", "some", "others", "other reports"})
SAYS = " said"  # with it a capital that stands for its government is known for one
BESIDE = re.compile(r"\s*\([^()]*\)\s*$")  # "the Kremlin (Peskov)": who spoke for it
SEVERAL = re.compile(r"\band\b|,")

Rule = Literal["body", "office", "person", "state", "name"]


def origin(document: Document, claim: Claim) -> Origin:
    """The root of ``claim``. A report that names nobody may know by itself or from anyone: its origin is unknown."""
    steps = [step for step in claim.attribution if step.source != document.outlet or step.span is not None]
    if not steps:
        return _unknown(document, document.outlet or document.address, "media")
    root = steps[-1]
    words = getattr(root, "name", None) or root.source
    return _resolved(words, root.kind) or _unknown(document, words, root.kind)


def _unknown(document: Document, words: str, kind: SourceKind) -> Origin:
    return Origin(f"?{document.id[:16]}:{fold(words)}", words, kind, "unknown")


@lru_cache(maxsize=4096)
def _resolved(words: str, kind: SourceKind) -> Origin | None:
    """Whom ``words`` name; None where they name nobody in particular."""
    speaker = BESIDE.sub("", words) if not any(map(_is_one, names(words))) else words
    words = speaker or words
    found = [name for name in names(words + SAYS) if name.end <= len(words)]
    bodies = [name for name in found if name.kind in ("organisation", "outlet", "group")]
    states = [name for name in found if name.kind == "state"]
    if _is_several(words, bodies, states):
        return Origin(f"together:{_bare(words)}", words, kind, "name")
    if UNNAMED.search(words.casefold()) and not any(_is_one(name) for name in bodies):
        return None
    offices = [name for name in found if (name.metonym and name.kind != "state") or (name.kind == "person" and "/" in (name.actor or ""))]
    if bodies:
        return _of(bodies[0], kind, "body")
    if offices:
        return _of(offices[0], kind, "office")
    if persons := [name for name in found if name.kind == "person"]:
        return _of(persons[0], kind, "person")
    return _state(words, states, kind) or _by_words(words, kind)


def _state(words: str, states: Sequence[Name], kind: SourceKind) -> Origin | None:
    """A state that speaks by its own name, or by its capital's."""
    if len(states) != 1 or _bare(words) != _bare(words[states[0].start : states[0].end]):
        return None
    return Origin(f"{(states[0].actor or '')[:3]}:state", states[0].name, kind, "state")


def _by_words(words: str, kind: SourceKind) -> Origin | None:
    """Words that stand in no table: a name if they have a capital letter past their articles, else nobody."""
    bare, first, *rest = _bare(words), *words.split()
    is_name = any(word[0].isupper() for word in ([] if first.casefold() in DEFINITE else [first]) + rest)
    if not bare or not is_name or bare in PRONOUNS or first.casefold() in INDEFINITE:
        return None
    return Origin(f"name:{bare}", words, kind, "name")


def _is_one(name: Name) -> bool:
    """Whether a body's code is that of one body and not of a kind of which a state has several."""
    return bool(name.actor) and name.actor.partition("/")[2] in ROLES_OF_ONE


def _is_several(words: str, bodies: Sequence[Name], states: Sequence[Name]) -> bool:
    """Whether two speak together: "Kyiv and Seoul"; what they say is the word of both and of neither alone."""
    apart = {name.actor or name.name for name in (bodies if len(bodies) > 1 else states)}
    return len(apart) > 1 and bool(SEVERAL.search(words)) and (len(bodies) > 1 or not bodies)


def _of(name: Name, kind: SourceKind, rule: Rule) -> Origin:
    key = str(name.actor) if _is_one(name) else f"{name.actor or ''}:{fold(name.name)}"
    return Origin(key, name.name, kind, rule)


def _bare(words: str) -> str:
    bare = fold(words)
    while (shorter := LEADING.sub("", bare)) != bare:
        bare = shorter
    return " ".join(bare.split())


# Statements


Pair = tuple[Document, Reading]
Key = tuple[str, str, str, object, object]


def statements(pairs: Iterable[Pair]) -> tuple[Statement, ...]:
    """Every claim's statement, in order of each one's first claim; what a document tells again joins what it repeats."""
    told: defaultdict[Key, list[tuple[Document, Claim]]] = defaultdict(list)
    origins: dict[str, Origin] = {}
    ordered = sorted(pairs, key=lambda pair: (pair[0].published is None, pair[0].published or "", pair[0].address))
    for document, reading in ordered:
        by_id = {claim.id: claim for claim in reading.claims}
        for claim in reading.claims:
            root = origin(document, by_id.get(claim.same_as or "", claim))
            origins[root.key] = root
            told[_key(root, claim)].append((document, claim))
    found = [made for key, group in told.items() for made in _split(origins[key[0]], group)]
    return tuple(found)


def _key(root: Origin, claim: Claim) -> Key:
    """What two claims of one root must share to be one saying; bounds are left out, since retelling loses them."""
    quantity = claim.quantity
    value = (quantity.low if quantity.low is not None else quantity.high, quantity.high or quantity.low)
    if value == (None, None):
        value = (None, quantity.written.casefold())  # type: ignore[assignment]
    return root.key, _thing(claim), f"{quantity.unit} {_direction(claim)}", *value


def _thing(claim: Claim) -> str:
    if claim.measure is not None and not claim.measure.open:
        return claim.measure.slug
    return claim.counted.lemma.casefold() if claim.counted else claim.measure.slug if claim.measure else ""


def _direction(claim: Claim) -> str:
    return claim.quantity.change if claim.quantity.change in ("increase", "decrease") else "level"


def _split(root: Origin, group: Sequence[tuple[Document, Claim]]) -> Iterable[Statement]:
    """One statement, or several where the days of counting lie too far apart."""
    made: list[tuple[str | None, list[str], list[str]]] = []
    for _, claim in group:
        day = _day(claim)
        for at, claims, rules in made:
            if at is None or day is None or _near(at, day):
                claims.append(claim.id)
                rules.append("same figure, as of" if at and day else "same figure")
                break
        else:
            made.append((day, [claim.id], ["first"]))
    return (Statement(root, tuple(claims), tuple(rules)) for _, claims, rules in made)


def _day(claim: Claim) -> str | None:
    return claim.when.end or claim.when.start if claim.when else None


def _near(one: str, two: str) -> bool:
    """Whether two moments, as precise as they are told, lie no further apart than ``APART`` days."""
    shared = min(len(one), len(two))
    if one[:shared] == two[:shared]:
        return True
    return abs(_number(one) - _number(two)) <= APART


def _number(iso: str) -> int:
    """Days, near enough to tell a month."""
    year, month, day = (int(piece) for piece in (f"{iso[:10]}-01-01"[:10] if len(iso) < 10 else iso[:10]).split("-"))
    return round(year * 365.25 + month * 30.44 + day)


def counts(found: Iterable[Statement]) -> tuple[int, int]:
    """How many origins stand behind ``found``: named, and unknown, which corroborate nobody."""
    roots = {statement.origin.key: statement.origin for statement in found}
    named = sum(root.named for root in roots.values())
    return named, len(roots) - named
