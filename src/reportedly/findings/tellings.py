"""What does not add up becomes findings: every figure with its report, its root, its key and its day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from fractions import Fraction

from reportedly.findings.lexicons import table
from reportedly.findings.offices import whose
from reportedly.findings.paper import WORD
from reportedly.findings.speakers import STATE, Speakers, is_short
from reportedly.findings.telling import quoted
from reportedly.frozen import dataclass
from reportedly.model import AHEAD, Claim, Document, Family, Finding, Key, Origin, Reading, Series, Statement, Strength
from reportedly.values.measures import named
from reportedly.values.publication import DAY, published_on

LATE = date.max  # a report without a date is never taken for the first
WINDOW = 90  # days in which a figure may be retold; the same number later may be a new one
CODED = 60  # days in which a row of a table may retell another: there no words tell that it is the old figure
KNOWN = 3  # significant digits by which a number is known again, whatever it is told of
LARGE = 100  # smaller numbers meet by chance
RECENT = 3  # days; what is dated further back is told as an older figure
AGAINST = frozenset({"did_not_happen", "unresolved"})  # such a telling retells nothing
MOST = 2  # tellings of others that a finding shows
NAMELESS = "same figure, told without a name"  # by this rule a statement takes in what may be another's
OTHER_ROOT = frozenset({"same odd figure"})  # by this rule a statement takes in another's figure

PATH = re.compile(r"[A-Z]{3}\b")  # of a place in the tree; "the front" is wherever its report is

Pair = tuple[Document, Reading]


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one report tells it; ``own`` is whom it names itself, ``day`` that of publication where it is known.

    ``is_named``: the report names the root, or one that speaks for it; ``is_renamed``: it names another than the odd
    figure is known for; ``is_placed``: no context filled its place. ``value`` is the number in the words, without its
    sign, since a fall is told as one, too.
    """

    claim: Claim
    document: Document
    origin: Origin
    own: str
    key: Key
    day: date | None
    is_named: bool = True
    is_renamed: bool = False
    ladder: str | None = None
    is_placed: bool = True
    value: Fraction = field(init=False, repr=False)

    def __post_init__(self) -> None:
        quantity = self.claim.quantity
        stated = quantity.low if quantity.low is not None else quantity.high
        object.__setattr__(self, "value", abs(stated or Fraction(0)))  # asked for once a comparison

    @property
    def ends(self) -> frozenset[Fraction]:
        """Both numbers of a range, the one of anything else."""
        quantity = self.claim.quantity
        return frozenset(abs(end) for end in (quantity.low, quantity.high) if end is not None)

    @property
    def when(self) -> date | None:
        """The day it was counted for where the words tell one, else that of publication."""
        when = self.claim.when
        return _to_the_day(when.end if when and when.start == when.end else None) or self.day

    @property
    def is_denied(self) -> bool:
        """Whether its root does not stand for it."""
        return self.claim.status in AGAINST

    @property
    def at(self) -> date:
        """The day, for order."""
        return self.day or LATE

    @property
    def is_recalled(self) -> bool:
        """Whether its words date it, or its saying, before the day of its report: it is told as an older figure."""
        chain = self.claim.attribution
        ends = (
            _to_the_day(when.end or when.start) for when in (self.claim.when, chain[-1].said if chain else None) if when
        )
        return self.day is not None and any(end is not None and (self.day - end).days > RECENT for end in ends)

    @property
    def is_final(self) -> bool:
        """Whether it is of a vote, whose figures its board may correct, but which does not come back."""
        return self.key.measure in table()["final"]["measures"]

    @property
    def is_moved(self) -> bool:
        """Whether its sentence tells that a number has moved, so that one of another size may be as right."""
        return self.says(table()["retold"]["moved"]["words"])

    def says(self, phrases: Iterable[str]) -> bool:
        """Whether its sentence has one of ``phrases``, word by word."""
        sentence = f" {' '.join(WORD.findall(self.claim.context.quote.casefold()))} "
        return any(f" {words} " in sentence for words in phrases)

    @property
    def is_rate(self) -> bool:
        """Whether its sentence says "a day", so that it may count by the day."""
        sentence = self.claim.context.quote.casefold()
        return any(f" {word}" in sentence for word in table()["rates"]["words"])

    @property
    def side(self) -> str:
        """On which side of its number the value lies by the words."""
        sides: Mapping[str, str] = table()["sides"]
        return sides.get(self.claim.quantity.approximator, self.claim.quantity.approximator)

    def names(self, name: str) -> bool:
        """Whether its report puts the figure to somebody of that name, as the root or as who passed it on."""
        steps = (step.called for step in self.claim.attribution)
        return any(is_short(name, told) or is_short(told, name) for told in steps)

    @property
    def words(self) -> str:
        """The figure's own words and the paper that has them."""
        paper = self.document.outlet or self.document.title or self.document.address
        return f"{quoted(self.claim)} in {paper}" + (f", {self.day}" if self.day else "")


def tellings(
    pairs: Sequence[Pair], statements: Iterable[Statement], series: Iterable[Series], families: Iterable[Family] = ()
) -> tuple[Telling, ...]:
    """Every figure that somebody stands for, or denies, once a document; in order of ``pairs``.

    What is in no series has a key of what its own words say, and no ladder.
    """
    series = list(series)
    homes = {claim: one for one in series for claim in one.claims}
    unplaced = {claim for one in series for claim, slot, _ in one.filled if slot == "place"}
    guessed = table()["filled"]["guessed"]
    undated = {claim for one in series for claim, slot, by in one.filled if slot == "period" and by in guessed}
    ladders = {name: family.series[0] for family in families for name in family.series}
    roots = {
        claim: (made.origin, rule) for made in statements for claim, rule in zip(made.claims, made.rules, strict=True)
    }
    rooted = (claim for _, made in pairs for claim in made.claims if claim.id in roots)
    speakers = Speakers.of((claim, roots[claim.id][0]) for claim in rooted)
    found = []
    for document, made in pairs:
        day = _to_the_day(published_on(document, made))
        bodies = _bodies(made.claims)
        inside = _inside(made.claims, homes)
        for first in made.claims:
            claim = bodies.get(first.id, first)
            told_of = inside.get(_number(claim), set()) if claim.part != "body" else set()
            is_copy = told_of and _measured(first, homes) in {"", *told_of}
            if first.same_as is None and not is_copy and claim.id in roots and _is_told(claim):
                origin, rule = roots[claim.id]
                own = _own(claim) if rule in OTHER_ROOT else origin.name
                is_other = rule in OTHER_ROOT and not is_short(own, origin.name) and not is_short(origin.name, own)
                home = homes.get(first.id)
                told = home.told(first.id) if home else _loosely(claim)
                ladder = ladders.get(home.id, home.id) if home and told == home.key else None
                root = whose(speakers.meant(claim, origin), told, document)
                told = replace(told, period=None) if first.id in undated else told  # the month of the report's own day
                is_named, placed = rule != NAMELESS, first.id not in unplaced
                found.append(Telling(claim, document, root, own, told, day, is_named, is_other, ladder, placed))
    return tuple(found)


def _bodies(claims: Iterable[Claim]) -> Mapping[str, Claim]:
    """For a figure told first above the body, the body's own telling of it: a headline never outweighs its body."""
    above = {claim.id for claim in claims if claim.part != "body"}
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.same_as in above and claim.part == "body":
            found.setdefault(str(claim.same_as), claim)
    return found


def _inside(claims: Iterable[Claim], homes: Mapping[str, Series]) -> Mapping[tuple[object, ...], set[str]]:
    """The numbers of a body with what they are told of: a headline that has one is held against it apart."""
    found: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.part == "body":
            found[_number(claim)].add(_measured(claim, homes))
    return found


def _measured(claim: Claim, homes: Mapping[str, Series]) -> str:
    """The registered measure of a figure; nothing where there is none."""
    slug = homes[claim.id].key.measure if claim.id in homes else claim.measure.slug if claim.measure else ""
    return slug if named(slug) else ""


def _number(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return quantity.low if quantity.low is not None else quantity.high, quantity.unit, quantity.change


def _is_told(claim: Claim) -> bool:
    """Whether a claim is a number that its root stands for, or denies."""
    quantity = claim.quantity
    is_number = (quantity.low, quantity.high) != (None, None) and quantity.approximator != "vague"
    is_denied = bool(claim.attribution) and claim.attribution[-1].stance == "denies"
    return is_number and claim.basis != "implied" and (claim.status not in AGAINST or is_denied)


def _loosely(claim: Claim) -> Key:
    slug = claim.measure.slug if claim.measure else claim.counted.lemma if claim.counted else ""
    return Key(slug, claim.quantity.unit, change=claim.quantity.change, done=claim.status not in AHEAD)


def _own(claim: Claim) -> str:
    return claim.attribution[-1].called if claim.attribution else "nobody"


def _to_the_day(told: str | None) -> date | None:
    """The day of an ISO 8601 date; None where it is a month or a year."""
    try:
        return date.fromisoformat((told or "")[:DAY])
    except ValueError:
        return None


def windows(group: Iterable[Telling], days: int | None = None) -> Iterator[list[Telling]]:
    """Tellings that follow each other within so many days; those without a date stand with the most."""
    ordered = sorted(group, key=lambda one: (one.at, one.document.address, one.claim.evidence.start))
    if days is None:
        days = CODED if any(one.claim.basis == "coded" for one in ordered) else WINDOW
    found: list[list[Telling]] = []
    for one in ordered:
        if one.day is None:
            break
        if found and (one.at - found[-1][-1].at).days <= days:
            found[-1].append(one)
        else:
            found.append([one])
    undated = [one for one in ordered if one.day is None]
    if not found:
        found = [[]]
    max(found, key=len).extend(undated)
    yield from (window for window in found if window)


def papers(group: Iterable[Telling]) -> int:
    """How many documents tell them."""
    return len({one.document.id for one in group})


def kinds(key: Key) -> frozenset[str]:
    """The kinds to which a population is narrowed."""
    return frozenset(key.population.split(", ")) if key.population else frozenset()


def compatible(one: Key, other: Key) -> bool:
    """Whether population and place may be the same: one is silent, or holds the other."""
    mine, yours = kinds(one), kinds(other)
    if not (mine <= yours or yours <= mine):
        return False
    here, there = (key.place if key.place and PATH.match(key.place) else None for key in (one, other))
    return here is None or there is None or here.startswith(there) or there.startswith(here)


def by_root(found: Iterable[Telling]) -> Mapping[str, Sequence[Telling]]:
    """The tellings of each root."""
    roots: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in found:
        roots[one.origin.key].append(one)
    return roots


def with_bodies(group: Sequence[Telling], roots: Mapping[str, Sequence[Telling]]) -> Sequence[Telling]:
    """The tellings of a root; of a state also those of its bodies, for which it speaks."""
    if group[0].origin.rule != "state":
        return group
    state = group[0].origin.key[:STATE]
    return [one for key, others in roots.items() if key.startswith(state) for one in others]


def filed(kind: str, strength: Strength, told: Sequence[Telling], sentence: str) -> Finding:
    """A finding under the report of the first of ``told``, with the next ones, which it is held against."""
    shown = told[: MOST + 1]
    claims = tuple(one.claim.id for one in shown)
    documents = tuple(one.document.id for one in shown)
    return Finding(kind, strength, documents[0], claims, sentence, documents)


def significant(value: Fraction) -> str:
    """The digits of ``value`` without closing or leading zeros; empty for a number that has no end."""
    top, bottom = value.numerator, value.denominator
    while bottom % 10 == 0:
        bottom //= 10
    scale = 10**6
    return str(top * (scale // bottom)).strip("0") if bottom and scale % bottom == 0 else ""


def is_odd(value: Fraction) -> bool:
    """Whether a number is one that a root hardly has of two things: 231, or 14,200, but not 15,000."""
    return value >= LARGE and len(significant(value)) >= KNOWN
