"""Claims that lead back to one root share an origin: twenty outlets that quote one ministry are one voice.

``origin`` resolves the root of a claim's chain to a body, an office, a person or a state; ``statements`` joins claims
that retell one saying of it. What is promised: each join names its rule; who is not named corroborates nobody, himself
included; a report that is added again joins the statement it retells and makes no new one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import tomli

from reportedly.model import Claim, Document, Origin, Reading, Reported, SourceKind, Statement
from reportedly.values.gazetteer import Name, fold
from reportedly.values.names import names
from reportedly.values.significant import significant, whole
from reportedly.values.states import state_names

LEADING = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|gen|president|spokes(?:man|woman|person))\s+")
# Of whom there are many, so that none of them is anybody in particular.
MANY = re.compile(
    r"\b(?:unnamed|anonymous|unidentified|(?:official|source|authoritie|lawmaker|member|diplomat|expert|analyst|economist"
    r"|witnesse|resident|doctor|report|observer|soldier|organiser|organizer|rescuer|survivor|investor|laboratorie)s?"
    r"|reports|intelligence (?:agencies|services))\b"
)
ENVOY = re.compile(r"\b(?:ambassador|envoy|representative|mission|delegate)\b")
BESIDE = re.compile(r"\s*\([^()]*\)\s*$")  # "the Kremlin (Peskov)": who spoke for it
# "The health directorate DGHS", "the charity WaterFirst", "the federation of unions, FSP", "the FSP federation": a name
# beside what bears it. Of "the bank's economists in Van" and "a spokesman for Velto" the name is another's.
_APART = r"(?!(?:of|for|at|in|from|with|by|on|to|and|near)\b)"
_BEARER = r"(?:union|federation|agency|directorate|authority|charity|institute|association|party)"
DESCRIBED = re.compile(
    rf"(?:{_APART}[\w'’-]+ ){{0,8}}{_APART}[a-z][\w'’-]* (?P<name>[A-Z]\w+(?: [A-Z]\w+){{0,3}})"
    rf"|(?:[\w'’-]+ ){{1,12}}?[a-z][\w'’-]*, (?P<short>[A-Z]{{3,6}})"
    rf"|(?:[Tt]he )?(?P<body>[A-Z]{{3,6}}) {_BEARER}"
)
SEVERAL = re.compile(r"\band\b|,")
SAYS = " said"  # with it a capital that stands for its government is known for one
# A state has one of each, whatever it is called: "the spy agency", "the National Intelligence Service".
ROLES_OF_ONE = frozenset({"SPY", "MIL/SPY", "GOV/MIL"})
OFFICE = ":office:"  # in the key of an office, behind whose it is
MINISTRY = "ministry"
HEADS = frozenset({"prime", "first", "chief"})  # ministers with no ministry
SMALL = frozenset({"the", "of", "for", "and", "countrys", "states", "federal", "its", "their", "own", "deputy"})
MINISTRIES = re.compile(
    r"\b(?:(?!the\b)[a-z]+ ministry|ministry of (?:the )?[a-z]+|(?!the\b|prime\b)[a-z]+ minister"
    r"|minister (?:of|for) [a-z]+)\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"^(?:(?:a|an|the) )?(?:\w+ )?spokes(?:man|woman|person) (?:for|of|at) ", re.IGNORECASE)
DATELINE = re.compile(r"^[^\S\n]*[A-Z][A-Z .'-]+(?:, [\w .,]{1,30})?(?: ?\([^()\n]{1,40}\))? ?[-–—] ", re.MULTILINE)
HOLDER = re.compile(r"(?:(?<=inister)|(?<=overnor)|(?<=ayor)) +(?=[A-Z])")  # behind it stands who holds the office
LOCATED = re.compile(
    r"\s+(?:in|of|for|at)\s*$"
)  # what is left where the place is gone: "the Ministry of Defence in London"
CAPITAL = re.compile(r"\b(?!The\b)[A-Z][\w-]+")
TWICE = 2
DEFINITE = "the"
ITSELF = frozenset({"itself", "himself", "herself", "themselves", "own"})
ITS = frozenset({"its", "his", "her", "their", "our", "my"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "other", "several", "many"})
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "who", "this", "that", "others"})


def origin(document: Document, claim: Claim) -> Origin:
    """The root of ``claim``. A report that names nobody may know by itself or from anyone: its origin is unknown.

    Of unnamed people whom a named medium quotes, that medium is all that is known: it is where they lead back to.
    """
    steps = [step for step in claim.attribution if step.source != document.outlet or step.span is not None]
    while len(steps) > 1 and _bare(getattr(steps[-1], "name", None) or steps[-1].source) in ITS:
        steps.pop()  # "the union corrected its figure"
    if not steps:
        return _unknown(document.id[:16], document.outlet or document.address, "media")
    words = getattr(steps[-1], "name", None) or steps[-1].source
    found = _resolved(words, steps[-1].kind)
    if found is not None and found.rule != "name":
        return found
    office = _office(document.text, words, steps[-1].kind) if steps[-1].named else None
    if office is not None or found is not None:
        return office or found or _unknown(words, words, steps[-1].kind)
    media = (_resolved(getattr(step, "name", None) or step.source, step.kind) for step in reversed(steps[:-1]))
    medium = next((root for root in media if root is not None), None)
    return _unknown(medium.key if medium else f"{document.id[:16]}:{fold(words)}", words, steps[-1].kind)


def roots(document: Document, reading: Reading) -> dict[str, Origin]:
    """The root of each claim by its digest; what tells another again has that one's.

    "The ministry" of a report that names one ministry elsewhere is that one; so is who goes by the last name alone.
    """
    by_id = {claim.id: claim for claim in reading.claims}
    found = {claim.id: origin(document, by_id.get(claim.same_as or "", claim)) for claim in reading.claims}
    known = {root.key: root for root in found.values() if root.named and root.kind != "person"}
    told = [(root, frozenset(_bare(root.name).split())) for root in known.values()]
    full = _surnames(document, reading)
    return {
        claim: full.get(root.key, root) if root.named else _meant(root, told) or root for claim, root in found.items()
    }


def _surnames(document: Document, reading: Reading) -> dict[str, Origin]:
    """Whoever goes by a last name alone, by the key that this gives, where the report names one in full."""
    whole: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for claim in reading.claims:
        said = claim.attribution[-1] if claim.attribution else None
        words = fold((said.name or said.source) if said else "").split()
        if len(words) > 1:
            root = origin(document, claim)
            whole[f"name:{words[-1]}"][root.key] = root
    return {key: next(iter(roots.values())) for key, roots in whole.items() if len(roots) == 1}


def _meant(root: Origin, known: Sequence[tuple[Origin, frozenset[str]]]) -> Origin | None:
    """The one body or office of the report whose name holds all words of a description: "the spy agency itself"."""
    first, *rest = root.name.casefold().split() or [""]
    words = frozenset(_bare(" ".join(rest)).split()) - ITSELF
    if first != DEFINITE or not words or MANY.search(root.name.casefold()):
        return None
    fitting = [other for other, name in known if words <= name]
    return fitting[0] if len(fitting) == 1 else None


# Offices


@lru_cache(maxsize=1024)
def _office(text: str, words: str, kind: SourceKind) -> Origin | None:
    """An office by whose it is: as its words say, else of the state or town that its report is about.

    "The ministry" is the only one that the report names; of several it is not known which.
    """
    said = HOLDER.split(SPOKEN.sub("", words))[0]
    bare = _bare(said)
    if INDEFINITE & {bare.partition(" ")[0], said.partition(" ")[0].casefold()} or MANY.search(bare):
        return None
    for level in ("state", "town"):
        if any(f" {office} " in f" {bare} " for office in _offices(level)):
            rest = LOCATED.sub("", _without_places(said))
            if level == "town" and any(word.casefold() not in _offices(level) for word in CAPITAL.findall(rest)):
                return None  # "the mayor of Ozalp": of a town that no table has
            called = _canonical(_bare(rest))
            if called == MINISTRY:
                called = next(iter(told)) if len(told := _ministries(text)) == 1 else ""
            whose = _whose(said, level) or _about(text, level)
            return _named_office(called, *whose, kind=kind) if called and whose else None
    return None


def _without_places(words: str) -> str:
    """``words`` without the names of states and places in them: "the mayor of" for "the mayor of Istanbul"."""
    for name in sorted(names(words), key=lambda name: -name.start):
        if name.kind in ("state", "place"):
            words = words[: name.start] + re.sub(r"^['’]s?", "", words[name.end :])
    return words


def _named_office(called: str, code: str, name: str, *, kind: SourceKind) -> Origin:
    """An office of a state or a town under one key, whatever it is called; as the tables have it where they do."""
    listed = _resolved(f"{name}'s {called}", kind) if len(code) == STATE else None
    if listed is not None and listed.key.startswith(code):
        return listed
    return Origin(f"{code}{OFFICE}{called}", f"{called} ({name})", kind, "office")


def _canonical(bare: str) -> str:
    """What an office is called, however it is written: "health ministry" for the ministry of health or its minister."""
    words = re.sub(r"s office$", "", bare).split()
    for head in ("ministry", "minister"):
        if head in words and not HEADS.intersection(words[: words.index(head)]):
            at = words.index(head)
            behind = words[at + 1 :] if words[at + 1 : at + 2] in (["of"], ["for"]) else []
            fields = sorted(word for word in (*words[:at], *behind) if word not in SMALL)
            return " ".join((*fields, MINISTRY))
    return " ".join(word for word in words if word not in SMALL)


@lru_cache(maxsize=64)
def _ministries(text: str) -> frozenset[str]:
    """The ministries that a text names, by what they are called."""
    found = (re.sub(r"['’]s?", "", told.group().casefold()) for told in MINISTRIES.finditer(text))
    return frozenset(called for told in found if (called := _canonical(_bare(told))) != MINISTRY)


def _whose(words: str, level: str) -> tuple[str, str] | None:
    """The state or the town that the words of an office name."""
    told = _places(names(words), level)
    return told[0] if len(set(told)) == 1 else None


@lru_cache(maxsize=64)
def _about(text: str, level: str) -> tuple[str, str] | None:
    """The state or the town that a text is about: the only one, else the one told most that its dateline names, or
    that it names first and twice as often as any other.
    """
    found = names(text)
    told = _places(found, level)
    if not told:
        return None
    (most, times), *rest = Counter(told).most_common(2)
    if not rest:
        return most
    line = DATELINE.search(text)
    there = _places([name for name in found if line and line.start() <= name.start < line.end()], level)
    if there:
        return most if times > rest[0][1] and most == there[0] else None
    return most if most == told[0] and times >= TWICE * rest[0][1] else None


def _places(found: Iterable[Name], level: str) -> list[tuple[str, str]]:
    """The states, or the towns, of ``found``, in order, each with a key and what it is called."""
    located = [name for name in found if name.place is not None and name.place.country]
    if level == "town":
        cities = (name for name in located if name.place and name.place.precision == "city")
        return [(f"{name.place.country}:{fold(name.name)}", name.name) for name in cities if name.place]
    known = state_names()
    codes = (
        name.actor[:STATE] if name.kind == "state" and name.actor else str(name.place.country) if name.place else ""
        for name in found
        if (name.kind == "state" and name.actor) or (name.place is not None and name.place.country)
    )
    return [(code, known[code].name if code in known else code) for code in codes]


@cache
def _offices(level: str) -> frozenset[str]:
    table = tomli.loads(files("reportedly").joinpath("origins.toml").read_text("utf-8"))
    return frozenset(table[level]["words"])


def _unknown(place: str, words: str, kind: SourceKind) -> Origin:
    return Origin(f"?{place}", words, kind, "unknown")


@lru_cache(maxsize=4096)
def _resolved(words: str, kind: SourceKind) -> Origin | None:
    """Whom ``words`` name; None where they name nobody in particular."""
    outer = BESIDE.sub("", words) or words
    if not _bodies(names(words)):
        words = outer
    found = [name for name in names(words + SAYS) if name.end <= len(words)]
    bodies, states = _bodies(found), [name for name in found if name.kind == "state"]
    if MANY.search(words.casefold()) and not any(map(_is_named, bodies)):
        return None
    if _is_several(words, bodies, states):
        return Origin(f"together:{_bare(words)}", words, kind, "name")
    if ENVOY.search(words.casefold()) and states:
        return Origin(f"{states[0].actor}:envoy:{_bare(outer)}", outer, kind, "office")
    if bodies:
        return _of(bodies[0], kind)
    if seats := [name for name in names(words) if name.metonym]:
        return _seat(words[seats[0].start : seats[0].end], seats[0], kind)
    persons = [name for name in found if name.kind == "person"]
    offices = [name for name in persons if "/" in (name.actor or "")]
    if persons:
        return _of((offices or persons)[0], kind)
    return _state(words, states, kind) or _by_words(words, kind)


def _bodies(found: Iterable[Name]) -> list[Name]:
    return [name for name in found if name.kind in ("organisation", "outlet", "group")]


def _is_named(body: Name) -> bool:
    """Whether it is a body by its own name, and not "South Korea's intelligence", of which officials may be unnamed."""
    return "'s " not in body.name


def _is_several(words: str, bodies: Sequence[Name], states: Sequence[Name]) -> bool:
    """Whether two speak together: "Kyiv and Seoul"; what they say is the word of both and of neither alone."""
    apart = {name.actor or name.name for name in (bodies if len(bodies) > 1 else states)}
    return len(apart) > 1 and bool(SEVERAL.search(words)) and (len(bodies) > 1 or not bodies)


def _of(name: Name, kind: SourceKind) -> Origin:
    """A body, an office or a person of the tables, by its code where that is of one."""
    key = str(name.actor) if _is_one(name) else f"{name.actor or ''}:{fold(name.name)}"
    _, owned, office = name.name.partition("'s ")
    if name.kind != "person" and owned and not _is_one(name) and (name.actor or "")[:STATE].isalpha():
        key = f"{(name.actor or '')[:STATE]}{OFFICE}{_canonical(_bare(office))}"
    if name.kind == "person":
        return Origin(key, name.name, kind, "office" if "/" in (name.actor or "") else "person")
    return Origin(key, name.name, kind, "body")


def _is_one(name: Name) -> bool:
    """Whether a code is that of one body and not of a kind of which a state has several."""
    return (name.actor or "").partition("/")[2] in ROLES_OF_ONE


def _seat(words: str, name: Name, kind: SourceKind) -> Origin:
    """A building that stands for an office: the White House, the Kremlin, the Pentagon."""
    return Origin(str(name.actor) if _is_one(name) else f"{name.actor}:{_bare(words)}", words, kind, "office")


def _state(words: str, states: Sequence[Name], kind: SourceKind) -> Origin | None:
    """A state that speaks by its own name, or by its capital's."""
    if len(states) != 1 or _bare(words) != _bare(words[states[0].start : states[0].end]):
        return None
    return Origin(f"{(states[0].actor or '')[:3]}{STATES}", states[0].name, kind, "state")


def _by_words(words: str, kind: SourceKind) -> Origin | None:
    """Words that stand in no table: a name if one past their article has a capital letter, else nobody.

    What describes it beside the name is no part of it: "the aid group Northern Relief".
    """
    first, *rest = words.split() or [""]
    is_name = any(word[0].isupper() for word in (rest if first.casefold() == DEFINITE else [first, *rest]) if word)
    bare = _bare(words)
    if not bare or not is_name or bare in PRONOUNS or first.casefold() in INDEFINITE:
        return None
    told = DESCRIBED.fullmatch(words)
    called = _owned(next(filter(None, told.groups())) if told else words)
    return Origin(f"name:{_bare(called)}", called, kind, "name")


def _owned(words: str) -> str:
    """A body by whose it is, however that is told: "Hungary's Health Centre" for "the Health Centre of Hungary"."""
    body, of, whose = words.rpartition(" of ")
    found = names(whose) if of else ()
    is_state = len(found) == 1 and found[0].kind == "state" and len(whose) == found[0].end
    return f"{whose}'s {re.sub(r'^[Tt]he ', '', body)}" if is_state else words


def _bare(words: str) -> str:
    bare = fold(words)
    while (shorter := LEADING.sub("", bare)) != bare:
        bare = shorter
    return " ".join(bare.split())


# Statements


APART = 31  # days; sayings on the same figure whose days of counting lie further apart are two
RETOLD = 60  # days in which a root's figure may be retold of another thing; later it may be one of its own
DIGITS = 2  # significant digits from which on a rounded figure is known for another's
STATES = ":state"  # how the key of a state that speaks by its own name ends
STATE = 3  # letters of a state's code, with which the keys of its bodies begin
AHEAD = ("planned", "expected", "conditional", "possible")
HUNDRED = 100
ODD = 1_000  # a figure of another thing from which on it is known again; smaller ones meet by chance

Pair = tuple[Document, Reading]
Value = tuple[Fraction | None, Fraction | None] | tuple[None, str]


@dataclass(slots=True)
class _Saying:
    """A statement while it is made: what its first claim tells, and which claims joined by which rule."""

    root: Origin
    thing: str
    whole: str | None
    unit: str
    value: Value
    counted: str | None
    published: str | None
    claims: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    figure: Hashable = field(init=False)  # its value, by which it is known again
    digits: int = field(init=False)
    number: float = field(init=False)  # its lower end; nothing where there is none

    def __post_init__(self) -> None:
        self.figure = whole(self.value)
        self.digits, self.number = significant(self.figure)

    def join(self, other: "_Saying", rule: str) -> None:
        """Take in the claims of ``other``."""
        self.claims += other.claims
        self.rules += [rule] * len(other.claims)


def statements(pairs: Iterable[Pair]) -> tuple[Statement, ...]:
    """Every claim's statement; what a document tells again joins what it repeats there."""
    told: defaultdict[str, list[_Saying]] = defaultdict(list)
    ordered = sorted(pairs, key=lambda pair: (pair[0].published is None, pair[0].published or "", pair[0].address))
    for document, reading in ordered:
        known = roots(document, reading)
        for claim in reading.claims:
            made = _saying(known[claim.id], document, claim)
            told[made.root.key].append(made)
    found = _echoed([saying for sayings in told.values() for saying in _retold(_rounded(_same(sayings)))])
    return tuple(Statement(saying.root, tuple(saying.claims), tuple(saying.rules)) for saying in found)


def rejoined(words: Iterable[Reported]) -> list[Reported]:
    """Words of one series, each with the origin and the statement that it has among them all.

    They come with the root of their own claim alone; this joins them as ``statements`` joins claims.
    """
    told: defaultdict[str, list[_Saying]] = defaultdict(list)
    by_id = {word.id: word for word in words}
    for word in sorted(by_id.values(), key=lambda word: (word.published is None, word.published or "", word.id)):
        told[word.origin].append(_heard(word))
    found = _echoed([saying for sayings in told.values() for saying in _rounded(_same(sayings))], by_day=True)
    made = []
    for saying in found:
        root, first = saying.root, saying.claims[0]
        for word in map(by_id.__getitem__, saying.claims):
            if (word.origin, word.statement) != (root.key, first):
                word = replace(word, origin=root.key, named=root.named, kind=root.kind, statement=first)
            made.append(word)
    return made


def joinable(words: Iterable[Reported], some: Iterable[Reported]) -> set[str]:
    """The origins whose ``words`` could be joined with any of ``some``, and theirs with others', step by step.

    Words are joined where an origin is the same, or a figure: those of all other origins are joined among themselves
    as if these were not there.
    """
    found = {word.origin for word in some}
    origins: defaultdict[Hashable, set[str]] = defaultdict(set)
    values: defaultdict[str, set[Hashable]] = defaultdict(set)
    for word in words:
        value = whole(_figure(word))
        origins[value].add(word.origin)
        values[word.origin].add(value)
    left = list(found)
    while left:
        beside = {other for value in values[left.pop()] for other in origins.pop(value, ())} - found
        found |= beside
        left += beside
    return found


def _figure(word: Reported) -> Value:
    low, high = word.bounds.low, word.bounds.high
    value = (low if low is not None else high, high if high is not None else low)
    return value if value[0] is not None else (None, word.id)  # what is said without a number retells nothing


def _heard(word: Reported) -> _Saying:
    rule: Literal["state", "body", "unknown"] = "body" if word.named else "unknown"
    root = Origin(word.origin, word.origin, word.kind, "state" if word.origin.endswith(STATES) else rule)
    return _Saying(root, "", None, "", _figure(word), word.said, word.published, [word.id], ["first"])


def _saying(root: Origin, document: Document, claim: Claim) -> _Saying:
    quantity = claim.quantity
    low, high = quantity.low, quantity.high
    # Bounds are left out, since retelling loses them.
    value: Value = (low if low is not None else high, high if high is not None else low)
    if value[0] is None:
        value = (None, quantity.written.casefold())
    turned = quantity.change if quantity.change in ("increase", "decrease") else "level"
    day = (claim.when.end or claim.when.start) if claim.when else None
    ahead = " ahead" if claim.status in AHEAD else ""  # a plan is another saying than its deed
    unit = f"{quantity.unit} {turned}{ahead}"
    measure = claim.measure
    whole = measure.part_of if measure and measure.scope != "new" else None  # what came on top is told beside the whole
    return _Saying(root, _thing(claim), whole, unit, value, day, document.published, [claim.id], ["first"])


def _thing(claim: Claim) -> str:
    if claim.measure is not None and not claim.measure.open:
        return claim.measure.slug
    return claim.counted.lemma.casefold() if claim.counted else claim.measure.slug if claim.measure else ""


def _same(sayings: Sequence[_Saying]) -> list[_Saying]:
    """One measure and one figure are one saying, unless the days of counting lie too far apart."""
    kept: defaultdict[tuple[object, ...], list[_Saying]] = defaultdict(list)
    for saying in sayings:
        group = kept[saying.thing, saying.unit, saying.figure]
        for first in group:
            if first.counted is None or saying.counted is None or _days(first.counted, saying.counted) <= APART:
                both = first.counted and saying.counted
                first.join(saying, "same figure, as of" if both else "same figure")
                break
        else:
            group.append(saying)
    return [saying for group in kept.values() for saying in group]


def _rounded(sayings: Sequence[_Saying]) -> list[_Saying]:
    """A figure with fewer digits that is another of the same measure, rounded, is that other."""
    kept: list[_Saying] = []
    rounds: defaultdict[tuple[object, ...], list[_Saying]] = defaultdict(list)  # by what they are when rounded
    for saying in sorted(sayings, key=lambda saying: -saying.digits):
        digits, number = saying.digits, saying.number
        here = rounds.get((saying.thing, saying.unit, digits, number), ()) if digits >= DIGITS else ()
        fuller = next((one for one in here if _alike(one, saying, RETOLD)), None)
        if fuller is not None:
            fuller.join(saying, "same figure, rounded")
            continue
        kept.append(saying)
        for fewer in range(DIGITS, digits):
            rounds[saying.thing, saying.unit, fewer, float(f"{number:.{fewer}g}")].append(saying)
    return kept


def _retold(sayings: Sequence[_Saying]) -> list[_Saying]:
    """A root's large figure of a whole that fewer reports tell of a part of it (casualties as deaths) is the same."""
    kept: list[_Saying] = []
    by_value: defaultdict[Hashable, list[_Saying]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda saying: -len(saying.claims)):
        value = saying.value[0]
        same = by_value[saying.figure] if value is not None and abs(value) >= ODD else []
        first = next((other for other in same if _alike(other, saying, RETOLD) and _is_part(other, saying)), None)
        if first is not None and len(first.claims) > len(saying.claims):
            first.join(saying, "same figure, of a part or the whole")
        else:
            kept.append(saying)
            same.append(saying)
    return kept


def _echoed(sayings: Sequence[_Saying], *, by_day: bool = False) -> list[_Saying]:
    """A figure that another root is known for: told without a name, in its state's name, or too odd to be met twice.

    Known for it is who is most often named for it; ``by_day`` who was first, so that what comes in later moves nobody.
    """
    by_figure: defaultdict[tuple[object, ...], list[_Saying]] = defaultdict(list)
    for saying in sayings:
        by_figure[saying.thing, saying.unit, saying.figure].append(saying)
    kept = []
    for group in by_figure.values():
        group.sort(
            key=lambda one: (
                not one.root.named,
                0 if by_day else -len(one.claims),
                one.published or "~",
                -len(one.claims),
            )
        )
        own: list[_Saying] = []
        for saying in group:
            known = [(first, rule) for first in own if (rule := _echo(first, saying))]
            if len(known) == 1:
                known[0][0].join(saying, known[0][1])
            else:
                own.append(saying)
        kept += own
    return kept


def _echo(first: _Saying, saying: _Saying) -> str | None:
    """By which rule ``saying`` is an echo of ``first``, which tells the same figure of the same thing."""
    if not first.root.named or saying.value[0] is None or not _alike(first, saying, RETOLD):
        return None
    if not saying.root.named:
        return "same figure, told without a name"
    states = {first.root.key[:STATE], saying.root.key[:STATE]}
    if len(states) == 1 and "state" in (first.root.rule, saying.root.rule):
        return "same figure, told in the state's name"
    is_peer = (
        len(states) > 1 and first.root.key[STATE:] == saying.root.key[STATE:]
    )  # each state's ministry counts its own
    return "same odd figure" if _is_odd(saying) and not is_peer else None


def _is_odd(saying: _Saying) -> bool:
    """Whether two would not hit on a number by chance: three significant digits, or two of a number below a hundred."""
    return saying.digits > DIGITS or (saying.digits == DIGITS and abs(saying.number) < HUNDRED)


def _is_part(one: _Saying, two: _Saying) -> bool:
    return one.thing == two.whole or two.thing == one.whole or (one.whole is not None and one.whole == two.whole)


def _alike(one: _Saying, two: _Saying, days: int) -> bool:
    """Whether two share their unit and were published, where that is known, within so many days."""
    if one.unit != two.unit:
        return False
    return one.published is None or two.published is None or _days(one.published, two.published) <= days


def _days(one: str, two: str) -> int:
    """How far two moments lie apart, as precise as both are told."""
    shared = min(len(one), len(two), 10)
    if one[:shared] == two[:shared]:
        return 0
    return abs(_number(one) - _number(two))


def _number(iso: str) -> int:
    """Days, near enough to tell a month."""
    year, month, day = (int(piece) for piece in (iso[:10] + "-01-01"[len(iso[:10]) - 4 :])[:10].split("-"))
    return round(year * 365.25 + month * 30.44 + day)


def counts(found: Iterable[Statement]) -> tuple[int, int]:
    """How many origins stand behind ``found``: named, and unknown, which corroborate nobody."""
    roots = {statement.origin.key: statement.origin for statement in found}
    named = sum(root.named for root in roots.values())
    return named, len(roots) - named
