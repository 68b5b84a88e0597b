"""Claims that retell one saying of a root become a statement, each join by a named rule.

What is promised: the order of arrival does not matter; a report that is added again joins the statement it retells.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from reportedly.model import AHEAD, Claim, Document, Origin, Reading, Reported, Statement
from reportedly.origins.issuers import also_called, bodies_told, by_itself, issuer
from reportedly.origins.known import ministries_of, offices_of, placed_in, roots, shortened_in, speakers
from reportedly.origins.roots import (
    NAMED,
    STATE,
    STATES,
    about,
    is_in_words,
    is_of_outlet,
    side,
)
from reportedly.values.gazetteer import fold
from reportedly.values.significant import significant, whole
from reportedly.values.states import state_names

APART = 31  # days; sayings on the same figure whose days of counting lie further apart are two
RETOLD = 60  # days in which a root's figure may be retold of another thing; later it may be one of its own
DIGITS = 2  # significant digits from which on a rounded figure is known for another's
HUNDRED = 100
EARLY = 3  # days in which two sides that face each other may have one figure from one another
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
    report: str = ""  # by which it is told first
    deed: str = ""  # what is done with what is counted, where no measure that is known tells it
    noun: str = ""
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
    home = _home(document for document, _ in ordered)
    found_in = [(document, reading, roots(document, reading, home)) for document, reading in ordered]
    bodies = bodies_told((known.values() for _, _, known in found_in))
    every = {root.key: root for _, _, known in found_in for root in known.values()}
    spoken_for = _spoken_for(ordered, home) | _owned(every.values()) | offices_of(every.values())
    spoken_for |= shortened_in((document.text for document, _ in ordered), every.values())
    spoken_for |= placed_in(((document, known.values()) for document, _, known in found_in), every.values())
    publishers = {document.id: issuer(document, home) for document, _ in ordered}
    called = {
        key: by
        for document, _ in ordered
        if (by := publishers[document.id]) is not None
        for key in also_called(document, by, every.values())
    }
    for document, reading, known in found_in:
        alone = ministries_of(document, known.values(), every.values())
        teller = by_itself(document, bodies) if publishers[document.id] is None else None  # else its roots are known
        for claim in reading.claims:
            root = spoken_for.get(known[claim.id].key, known[claim.id])
            root = called.get(root.key, alone.get(root.key, root))
            made = _saying(teller if teller is not None and is_of_outlet(root, document) else root, document, claim)
            told[made.root.key].append(made)
    found = _echoed([saying for sayings in told.values() for saying in _retold(_rounded(_same(sayings)))])
    return tuple(Statement(saying.root, tuple(saying.claims), tuple(saying.rules)) for saying in found)


def _home(documents: Iterable[Document]) -> tuple[str, str] | None:
    """The state that all documents are about of which it can be told, where there are several."""
    told = [state for document in documents if (state := about(document)) is not None]
    return told[0] if len(told) > 1 and len(set(told)) == 1 else None


def _spoken_for(pairs: Iterable[Pair], home: tuple[str, str] | None) -> dict[str, Origin]:
    """For whom a person speaks whom some report names with an office, by his key, where all such reports agree."""
    found: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for document, reading in pairs:
        for person, known in speakers(document, reading, home).items():
            found[person] |= {root.key: root for root in known}
    return {person: next(iter(known.values())) for person, known in found.items() if len(known) == 1}


def _owned(roots_told: Iterable[Origin]) -> dict[str, Origin]:
    """Fiji's Council of Chiefs for "the Council of Chiefs", by the key of this, where one state's is named."""
    named = {root.key: root for root in roots_told if root.rule == "name"}
    states = {state.name for state in state_names().values()}
    found: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for root in named.values():
        whose, owned, body = root.name.replace("\u2019", "'").partition("'s ")
        bare = f"{NAMED}{fold(body)}" if owned and whose in states else ""
        if bare in named and len(body.split()) > 1:
            found[bare][root.key] = root
    return {bare: next(iter(known.values())) for bare, known in found.items() if len(known) == 1}


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


def known_by(word: Reported) -> tuple[Hashable, float | None, frozenset[float]]:
    """The figure by which ``word`` is joined with others; a point that may be another's rounded one; its own rounded.

    Words of one origin are joined where they have the figure in common or one is among the other's rounded; words of
    two origins where they have the figure in common.
    """
    figure = whole(_figure(word))
    digits, number = significant(figure)
    rounded = frozenset(float(f"{number:.{fewer}g}") for fewer in range(DIGITS, digits))
    return figure, number if digits >= DIGITS else None, rounded


def _figure(word: Reported) -> Value:
    low, high = word.bounds.low, word.bounds.high
    value = (low if low is not None else high, high if high is not None else low)
    return value if value[0] is not None else (None, word.id)  # what is said without a number retells nothing


def _heard(word: Reported) -> _Saying:
    rule: Literal["state", "body", "unknown"] = "body" if word.named else "unknown"
    root = Origin(word.origin, word.origin, word.kind, "state" if word.origin.endswith(STATES) else rule)
    said = (word.said, word.published)
    return _Saying(root, "", None, "", _figure(word), *said, claims=[word.id], rules=["first"])


def _saying(root: Origin, document: Document, claim: Claim) -> _Saying:
    quantity = claim.quantity
    low, high = quantity.low, quantity.high
    # Bounds are left out, since retelling loses them.
    value: Value = (low if low is not None else high, high if high is not None else low)
    if value[0] is None:
        value = (None, quantity.written.casefold())
    turned = quantity.change if quantity.change in ("increase", "decrease") else "level"
    day = (claim.when.end or claim.when.start) if claim.when else None
    # A plan is another saying than its deed, and so is what is denied: who denies a figure is not who has it.
    kind = " ahead" if claim.status in AHEAD else " denied" if _is_denied(claim) else ""
    unit = f"{quantity.unit} {turned}{kind}"
    measure = claim.measure
    whole = measure.part_of if measure and measure.scope != "new" else None  # what came on top is told beside the whole
    deed = measure.slug if measure and measure.open else ""
    noun = claim.counted.lemma.casefold() if claim.counted else ""
    told = (document.published, document.id, deed, noun)
    return _Saying(root, _thing(claim), whole, unit, value, day, *told, claims=[claim.id], rules=["first"])


def _is_denied(claim: Claim) -> bool:
    return claim.status == "did_not_happen" or any(step.stance == "denies" for step in claim.attribution[-1:])


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
            if len(known) == 1 and not _is_of_another_side(known[0][0], saying):
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
        apart = _is_before(saying, first) or is_in_words(saying.root) or _is_by_chance(first, saying)
        return None if apart else "same figure, told without a name"
    states = {first.root.key[:STATE], saying.root.key[:STATE]}
    if (len(states) == 1 or side(first.root) == side(saying.root) != "") and "state" in (
        first.root.rule,
        saying.root.rule,
    ):
        return "same figure, told in the state's name"
    is_peer = (
        len(states) > 1 and first.root.key[STATE:] == saying.root.key[STATE:]
    )  # each state's ministry counts its own
    is_of_its_own = first.root.kind == saying.root.kind == "company"  # each firm's profit is its own
    sides = {side(first.root), side(saying.root)} - {""}
    is_foe = len(sides) > 1 and saying.digits <= DIGITS and not _alike(first, saying, EARLY)  # has its own 15 dead
    return "same odd figure" if _is_odd(saying) and not (is_peer or is_of_its_own or is_foe) else None


def _is_of_another_side(first: _Saying, saying: _Saying) -> bool:
    """Whether nobody is named but whose state, and that is another: the "officials" of one state are of no other."""
    sides = {side(first.root), side(saying.root)} - {""}
    return not saying.root.named and len(sides) > 1


def _is_by_chance(first: _Saying, saying: _Saying) -> bool:
    """Whether two reports may well have a figure each: of other doings, or a small one of others who are counted."""
    if first.report == saying.report:
        return False
    return first.deed != saying.deed or (first.noun != saying.noun and not _is_odd(saying))


def _is_before(one: _Saying, two: _Saying) -> bool:
    """Whether a report had it on a day before any had the other, so that it cannot have it from there."""
    if one.published is None or two.published is None or one.published >= two.published:
        return False
    return _days(one.published, two.published) > 0


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
