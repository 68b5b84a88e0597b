"""What many reports come to: origins and statements, series, events, estimates, findings, and the report."""

from dataclasses import field, replace
from fractions import Fraction
from typing import Any, Literal

from reportedly.frozen import dataclass
from reportedly.identity import NOT_IDENTITY, digest
from reportedly.model.claims import Prospect, Reading, Scope, SourceKind, Stance, Status
from reportedly.model.documents import Document
from reportedly.model.words import Change, When

Strength = Literal["contradiction", "tension", "note"]
# "restated": one origin, another figure that is neither higher nor lower. "differs": a second origin, another figure;
# "compatible": one that the others' leave room for.
ChangeKind = Literal[
    "new",
    "raised",
    "lowered",
    "restated",
    "withdrawn",
    "confirmed",
    "differs",
    "compatible",
    "came_about",
    "fell_due",
    "overtaken",
    "version",
]
SPEAKER = frozenset({"i", "we"})
State = Literal["open", "came_about", "partly", "not_by_date", "overtaken"]
LinkKind = Literal[
    "part_of",
    "addition_to",
    "changed_from",
    "replaces",
    "retells",
    "derived_from",
    "translated_from",
    "version_of",
    "same_in_document",
    "compatible",
    "plan_of",
]


@dataclass(frozen=True, slots=True)
class Origin:
    """The root of what is said. Who is not named is nobody's equal: ``key`` then names one document's unknown source.

    ``rule`` names how its words were resolved: "body" (a body, by its code), "office" (a state's office or seat),
    "person", "state", "name" (the words alone, in no table), "unknown".
    """

    key: str
    name: str
    kind: SourceKind
    rule: Literal["body", "office", "person", "state", "name", "unknown"]

    @property
    def named(self) -> bool:
        """Whether it can corroborate anything: the unknown may be one and the same, or the very source it bears out."""
        return self.rule != "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """One saying by one root: the claims that retell it, the earliest first, each joined by a rule.

    A rule is "first" for the claim that opens the statement, else what it shares with it: "same figure" (measure and
    value), and with it "said" or "as of" where those days are known and agree.
    """

    origin: Origin
    claims: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What makes figures comparable. None is "unspecified", which is a value: it equals only itself.

    ``measure`` is the slug of a registered measure, else the base form of what is counted with what happens to it.
    ``actor`` and ``recipient`` are states by their ISO 3166-1 alpha-3 codes, else bodies by name. ``population``
    narrows what is counted ("combat"), ``place`` and ``period`` where and in which stretch of time or at which event it
    counts, each as its declared tree or, without one, its words name it. ``done`` tells what has come about from what
    is planned or expected. ``judged`` is the judgement by which an analyst took a claim out of the series that the rest
    of its key would put it in.
    """

    measure: str
    unit: str
    scope: Scope = "unspecified"
    change: Change = "level"
    actor: str | None = None
    recipient: str | None = None
    population: str | None = None
    place: str | None = None
    period: str | None = None
    done: bool = True
    judged: str | None = None


TOLD_AS = "told as "  # in what filled a slot, before what its claim's own words have


@dataclass(frozen=True, slots=True)
class Series:
    """Claims with the same key, in order of time: those of one document that repeat each other once, by the first.

    ``filled`` are slots of the key that a claim's own sentence leaves open and its context fills: (claim, slot, the
    words or the rule by which); behind ``TOLD_AS`` what its own sentence has, where reports tell one count otherwise.
    """

    key: Key
    claims: tuple[str, ...]
    filled: tuple[tuple[str, str, str], ...] = ()
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self.key))

    def told(self, claim: str) -> Key:
        """The key that a claim's own words give it, where it stands under those of other reports."""
        own: dict[str, Any] = {
            slot: by.removeprefix(TOLD_AS) or None
            for name, slot, by in self.filled
            if name == claim and by.startswith(TOLD_AS)
        }
        return replace(self.key, **own)


@dataclass(frozen=True, slots=True)
class Link:
    """How ``one`` stands to ``other``: "part_of", "replaces" and so on, by which ``rule``.

    Both are claims, or both are series. A link shows two together; it never makes them one.
    """

    kind: LinkKind
    one: str
    other: str
    rule: str


@dataclass(frozen=True, slots=True)
class Family:
    """Series that may say the same of one thing, shown and estimated together: the one that says most stands first.

    ``series`` are their digests, ``rules`` say by which each stands here ("first" for the first). No key is changed.
    """

    series: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Claims of the same happening, and the ``documents`` that report it, the earliest first.

    ``rules`` name, document by document, what ties it to the others ("first" for the one that opens the event, "same
    place, same day, same name: ..."). A document that recalls another happening beside its own is in both events.
    ``kind`` is what happened ("attack"), ``place`` and ``when`` what most of its documents tell of it.
    """

    kind: str
    documents: tuple[str, ...]
    rules: tuple[str, ...]
    claims: tuple[str, ...]
    place: str | None = None
    when: When | None = None
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest((self.documents, self.claims)))


@dataclass(frozen=True, slots=True)
class Bounds:
    """An interval of exact numbers; an open end is None, and one that is ``strict`` is not itself within."""

    low: Fraction | None
    high: Fraction | None
    low_strict: bool = False
    high_strict: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """One word on a series, as an estimate sees it: how much, by which origin, when.

    ``id`` leads back to the claim and is the only one of its kind in a series. ``origin`` is the key of an ``Origin``
    and ``named`` whether it is anybody: the unknown corroborates nobody. ``said`` is when the root said it,
    ``published`` when a report had it, ISO 8601 as precise as known. Words with one ``statement`` retell one saying;
    where none is given, words of one origin with the same bounds do. ``corrects``: the origin itself says that an
    earlier word of it was wrong. ``persons`` is the document of people told without a numeral, who count where no
    number is told, those of one document together. ``past``: told only as the level that another
    figure was changed from. ``disputed``: the report that tells it tells that somebody else denies it.
    """

    id: str
    origin: str
    bounds: Bounds
    named: bool = True
    kind: SourceKind = "media"
    status: Status = "happened"
    stance: Stance = "asserts"
    said: str | None = None
    published: str | None = None
    statement: str | None = None
    scope: Scope = "unspecified"
    corrects: bool = False
    persons: str | None = None
    past: bool = False
    disputed: bool = False

    @property
    def day(self) -> str | None:
        """When it was said; where that is not told, when a report had it."""
        return self.said or self.published


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a rule makes of a series at a moment: ``low <= best <= high``, where a figure is told at all.

    An end that nobody bounds is None, and so are all three where the rule cannot tell. ``kept`` are the ids of the
    words it rests on, ``aside`` those it does not, each with the reason: together they are every word of the series.
    """

    rule: str
    moment: str | None
    low: Fraction | None
    best: Fraction | None
    high: Fraction | None
    kept: tuple[str, ...]
    aside: tuple[tuple[str, str], ...]
    low_strict: bool = False
    high_strict: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """From how many to how many were killed and hurt in one incident; both ends None where nothing is told.

    ``kinds`` are the children, women and men among the killed, in that order, where they are counted.
    """

    killed: Bounds
    injured: Bounds
    kinds: tuple[tuple[str, Bounds], ...] = ()


@dataclass(frozen=True, slots=True)
class Constraint:
    """What ``parts`` are of ``whole``: "each" lies within it, "apart" none overlaps another, "all" nothing else is.

    All are keys of series: killed within casualties; who was sent is no fewer than who is there and who has come back;
    a first contingent and the reinforcements are the total.
    """

    whole: str
    parts: tuple[str, ...]
    how: Literal["each", "apart", "all"] = "each"


@dataclass(frozen=True, slots=True)
class Balance:
    """Series that tell what became of the same people or things, none of whom is counted twice.

    ``gone`` are counts that only grow, ``there`` those at a moment, so that the former count as of the day of the
    latter. With ``complete`` nothing else can have become of the ``whole``. All are digests of series; ``rule`` says so
    in a sentence.
    """

    whole: str
    gone: tuple[str, ...]
    there: tuple[str, ...] = ()
    complete: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not add up: ``kind`` names the check, ``claims`` show it, ``sentence`` tells it in plain words.

    It stands under ``document``, which is that of the first claim. ``documents`` are those of all claims, one a claim,
    where they are several; empty where all are of one.
    """

    kind: str
    strength: Strength
    document: str
    claims: tuple[str, ...]
    sentence: str
    documents: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Each claim with its document."""
        homes = self.documents or (self.document,) * len(self.claims)
        return tuple(zip(homes, self.claims, strict=True))


@dataclass(frozen=True, slots=True)
class Outlook:
    """Something announced in ``document``, as an entry to be met by later reports; ``due`` is when it is to come about.

    ``claims`` are the digests of the figures told in it. ``state`` is what later reports made of it, by the claims
    ``met_by``, as ``reason`` tells: it came about, partly, not by its date, or was overtaken by a later announcement or
    its revocation; ``settled`` is the day on which that was told (ISO 8601, "" where none is known). Until then it is
    open.
    """

    document: str
    prospect: Prospect
    due: When | None
    claims: tuple[str, ...] = ()
    state: State = field(default="open", metadata=NOT_IDENTITY)
    met_by: tuple[str, ...] = field(default=(), metadata=NOT_IDENTITY)
    reason: str = field(default="", metadata=NOT_IDENTITY)
    settled: str = field(default="", metadata=NOT_IDENTITY)
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self))

    @property
    def doer(self) -> str:
        """Who is to do it, in words; whoever speaks, where they say "we"; "" where what is to come tells it."""
        who, what, told = self.prospect.who, self.prospect.what, self.prospect.attribution
        if who is None or (what.start <= who.start and who.end <= what.end):
            return ""
        return told[-1].source if told and who.quote.casefold() in SPEAKER else who.quote


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed between two moments: ``kind``, on which ``day`` it was told (ISO 8601), in a ``sentence``.

    ``series`` is the digest of the series it concerns, where it concerns one; ``claims`` show it: the later first.
    """

    kind: ChangeKind
    day: str | None
    sentence: str
    claims: tuple[str, ...] = ()
    series: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All of it: documents and readings by address, findings, what could not be read, who said what, what comes.

    ``estimates`` hold the digest of the first series of a family and what a rule makes of it; ``narrowed`` what its
    parts and wholes leave of its range, where that is less; ``contradicted`` the parts that are larger than their
    whole, or less where they should be all of it.
    """

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    failures: tuple[tuple[str, str], ...] = ()
    statements: tuple[Statement, ...] = ()
    outlook: tuple[Outlook, ...] = ()
    series: tuple[Series, ...] = ()
    links: tuple[Link, ...] = ()
    families: tuple[Family, ...] = ()
    events: tuple[Event, ...] = ()
    estimates: tuple[tuple[str, Estimate], ...] = ()
    narrowed: tuple[tuple[str, Bounds], ...] = ()
    contradicted: tuple[Constraint, ...] = ()
