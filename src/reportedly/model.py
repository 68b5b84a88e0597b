"""Every noun of the sentence: documents, claims, findings, and the report they end in.

All are frozen and slotted, hold tuples rather than lists, and use the standard library only. Numbers are exact
(``Fraction`` inside, decimal text outside). Positions are code points, half open. Identity is content: ``digest``
hashes a tagged canonical form, so equal values have one digest on every machine.
"""

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from reportedly.errors import SpanError

Approximator = Literal["exact", "about", "more_than", "at_least", "less_than", "up_to", "nearly", "range", "vague"]
Change = Literal["level", "increase", "decrease", "additional"]
Status = Literal[
    "happened", "ongoing", "planned", "expected", "conditional", "possible", "did_not_happen", "unresolved"
]
Stance = Literal["asserts", "denies", "doubts", "supposes", "asks"]
PartKind = Literal["headline", "deck", "body", "caption", "notice"]
SourceKind = Literal[
    "government",
    "military",
    "intelligence",
    "media",
    "agency",
    "ngo",
    "international",
    "analyst",
    "company",
    "person",
    "unnamed",
]
Knows = Literal["saw", "told", "intercepted", "documents", "estimate"]
Manner = Literal["neutral", "endorsing", "distancing"]
Scope = Literal["cumulative", "new", "moment", "unspecified"]
Verdict = Literal["accept", "reject", "correct", "same", "different", "undo"]
TieKind = Literal["if", "unless", "once", "reason", "purpose", "ground"]
Strength = Literal["contradiction", "tension", "note"]

# A field that does not take part in a noun's identity: when something was fetched says nothing of what it says.
NOT_IDENTITY = {"identity": False}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence as columns, one entry a token; positions count code points of the document's text.

    ``heads`` holds the index of each token's head in the sentence, -1 for the one root. ``relations`` are full
    Universal Dependencies labels. ``entities`` are (first token, token after the last, type).
    """

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end] == quote`` in the document whose digest is ``document``; code points, half open."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document and its role. A body paragraph, a headline and a caption are one part each."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one report as it was given. ``text`` is verbatim; what was inferred stands in the ``Reading``.

    ``address`` is where it was read, ``url`` where it stands by its own account. ``published`` is ISO 8601, as precise
    as given ("2025", "2025-06-17"); ``published_basis`` is "given" (front matter or record), "page" (the page's own
    metadata or dateline) or "unknown". ``facts_from`` is set where a report retells facts of another public page.
    ``raw_sha256`` is the hash of the bytes as fetched.
    """

    address: str
    text: str
    parts: tuple[Part, ...]
    title: str | None = None
    outlet: str | None = None
    language: str = "en"
    published: str | None = None
    published_basis: str = "unknown"
    url: str | None = None
    facts_from: str | None = None
    raw_sha256: str | None = None
    fetched: str | None = field(default=None, metadata=NOT_IDENTITY, compare=False)
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        # The digest is asked for once a span; a document is frozen, so it is taken once here.
        object.__setattr__(self, "id", digest(self))

    def span(self, start: int, end: int) -> Span:
        """The span of ``text[start:end]``."""
        return Span(self.id, start, end, self.text[start:end])

    def part_at(self, position: int) -> Part | None:
        """The part holding the character at ``position``, or None between parts."""
        return next((part for part in self.parts if part.start <= position < part.end), None)


@dataclass(frozen=True, slots=True)
class Coding:
    """How a table of figures coded by hand is read.

    ``columns`` says for each slot ("low", "source", ...) in which column it stands; ``words`` says for a slot what a
    cell's word means there (slot, word, meaning). Columns that no slot names are never read.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str, str], ...] = ()

    def column(self, slot: str) -> str | None:
        """The column in which ``slot`` stands, if any."""
        return next((column for name, column in self.columns if name == slot), None)

    def meaning(self, slot: str, word: str) -> str | None:
        """What ``word`` means in ``slot``, if anything was said of it."""
        return next((meant for name, told, meant in self.words if (name, told) == (slot, word)), None)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was stated, never what it might mean: for more_than ``high`` is None, for vague words both are.

    ``unit`` is "person"-like only where values know it: else the unit written ("percent", "USD", "km", "count").
    """

    low: Fraction | None
    high: Fraction | None
    written: str
    approximator: Approximator = "exact"
    low_strict: bool = False
    high_strict: bool = False
    unit: str = "count"
    change: Change = "level"


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval as wide as its words, ISO 8601 at the stated precision; an open end is None."""

    start: str | None
    end: str | None
    words: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: the whole phrase and its head word, each with its place; ``implied`` when carried over."""

    phrase: Span
    head: Span
    lemma: str
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a text, with what it counts: a figure without what is said of it."""

    span: Span
    quantity: Quantity
    counted: Counted | None
    basis: Literal["written", "implied", "coded"] = "written"


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression of time. ``kind`` and ``value`` are those of TIMEX3; ``when`` is what the words come to.

    ``mod`` is the TIMEX3 modifier ("START", "APPROX"), ``role`` what the words before make of it ("since", "count").
    """

    span: Span
    kind: Literal["date", "time", "duration", "set"]
    value: str
    when: When
    mod: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name and whom or what it names; codes are None where they are not certain.

    ``actor`` is an ISO 3166-1 alpha-3 code with its roles ("PRK", "KOR/SPY"), ``wikidata`` an item, ``geonames`` an id,
    ``latitude`` and ``longitude`` degrees that stand for a "point", "city", "admin" unit or "country". ``metonym`` is
    set where a capital stands for its government.
    """

    span: Span
    kind: Literal["state", "person", "organisation", "place", "outlet", "group", "other"]
    name: str
    actor: str | None = None
    wikidata: str | None = None
    country: str | None = None
    geonames: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Literal["point", "city", "admin", "country"] | None = None
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """The predicate a figure hangs on."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures. ``part_of`` is the slug of a whole it never exceeds; ``open``: none is registered."""

    slug: str
    definition: str
    scope: Scope
    part_of: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """One step of the chain from the outlet to the root.

    ``span`` is None for the outlet itself and where nobody is named ("it is reported"). ``name`` is what a pronoun or a
    description stands for ("he", "the ministry"), where one name of the text stands out; None where the words are the
    name, or where none does. ``named`` tells a name, a body or a unique office from "officials". ``knows`` is how the
    source is said to know, ``manner`` how the teller stands to it, ``said`` when it was said.
    """

    source: str
    kind: SourceKind
    span: Span | None = None
    words: Span | None = None
    stance: Stance = "asserts"
    name: str | None = None
    named: bool = True
    knows: Knows | None = None
    manner: Manner = "neutral"
    said: When | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Something said, thought, wanted or judged, as a text tells it.

    ``source`` is None where nobody is named, ``cue`` empty where a quotation goes on without one; cue and content may
    stand in pieces. ``name`` is as in ``Attribution``. ``within`` is the place, in the same sequence, of the saying in
    whose content this one stands.
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Literal["direct", "indirect", "mixed"]
    stance: Stance = "asserts"
    name: str | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """The words of likelihood or hearsay and, where a scale reads them, its range in percent.

    ``confidence`` are the words by which a speaker tells how well founded his judgement is ("high confidence"), which
    is no likelihood.
    """

    words: Span | None = None
    scale: str = "icd203"
    low: int | None = None
    high: int | None = None
    confidence: Span | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What one of those whose word is told takes to be so; ``source`` is None for the author."""

    source: Span | None
    status: Status


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells of a happening or a state, and whether by the words it has come about.

    ``status`` is that of the content as whoever is last in the chain tells it, ``words`` decided it, ``condition`` is
    the clause it depends on. ``views`` hold what the author and each source takes to be so, the outermost first: of
    "Moscow denies that 300 came" Moscow that they did not, the author neither.
    """

    span: Span
    lemma: str
    status: Status
    words: Span | None = None
    certainty: Certainty = Certainty()
    condition: Span | None = None
    views: tuple[View, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A clause on which another depends: a condition, a reason, a purpose, a ground, and the words that say so.

    ``claims`` are the digests of the claims told in ``consequent``, which is None where no clause was found to depend.
    """

    kind: TieKind
    words: Span
    antecedent: Span
    consequent: Span | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a sentence tells as still to come: what, who is to do it, when, on which condition, and who says so."""

    kind: Literal["plan", "forecast", "deadline", "condition"]
    what: Span
    who: Span | None
    words: Span | None
    when: When | None
    condition: Span | None
    attribution: tuple[Attribution, ...]
    context: Span
    part: PartKind


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says at a span. ``evidence`` is the figure's own words, ``context`` its sentence.

    ``status_words`` are the words that decided the status, ``part_of`` the digest of the claim whose part this is,
    ``same_as`` that of an earlier claim of the same document which this one repeats.
    """

    kind: Literal["figure", "happening"]
    basis: Literal["written", "implied", "coded"]
    evidence: Span
    context: Span
    part: PartKind
    quantity: Quantity
    counted: Counted | None
    verb: Verb | None
    when: When | None
    attribution: tuple[Attribution, ...]
    status: Status
    status_words: Span | None = None
    certainty: Certainty = Certainty()
    condition: Span | None = None
    measure: Measure | None = None
    part_of: str | None = None
    same_as: str | None = None
    made_by: str = "rules/1"
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A span that was looked at and refused, with the reason (a slug such as "ordinal")."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """A publication date read from the text: the interval and the words that led to it, each with its reason."""

    when: When
    reasons: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One extraction run over one document, with what it read, found, refused and inferred."""

    document: str
    made_by: str
    model: str
    characters: int
    sentences: int
    published: Inferred | None
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    skipped: str | None = None
    ties: tuple[Tie, ...] = ()
    prospects: tuple[Prospect, ...] = ()


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
class Finding:
    """What does not add up: ``kind`` names the check, ``claims`` show it, ``sentence`` tells it in plain words."""

    kind: str
    strength: Strength
    document: str
    claims: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision on the claim at ``evidence`` (with its sentence, ``context``), by whom, when and why.

    ``correct`` sets ``slot`` to ``value``; ``same`` and ``different`` relate it to the claim at ``other``; ``undo``
    takes back the judgement whose digest is ``undoes``. ``at`` is ISO 8601 in UTC. Appended: the newest wins.
    """

    verdict: Verdict
    evidence: Span
    context: Span
    by: str
    at: str
    reason: str
    slot: str | None = None
    value: str | None = None
    other: Span | None = None
    undoes: str | None = None
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self))


@dataclass(frozen=True, slots=True)
class Outlook:
    """Something announced in ``document``, as an entry to be met by later reports; ``due`` is when it is to come about.

    ``claims`` are the digests of the figures told in it. Nothing has met it yet: ``state`` is open.
    """

    document: str
    prospect: Prospect
    due: When | None
    claims: tuple[str, ...] = ()
    state: Literal["open"] = "open"
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self))


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Where a document was that had to be erased: its digest, who did it, when (ISO 8601 in UTC) and why."""

    document: str
    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """All of it: documents and readings by address, findings, what could not be read, who said what, what comes."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    failures: tuple[tuple[str, str], ...] = ()
    statements: tuple[Statement, ...] = ()
    outlook: tuple[Outlook, ...] = ()


@cache
def _identity(noun: type) -> tuple[str, ...]:
    """The fields of a noun that take part in its identity; none for what is no noun."""
    if not is_dataclass(noun):
        return ()
    return tuple(f.name for f in fields(noun) if f.metadata.get("identity", True))


def canonical(value: Any) -> Any:
    """``value`` as tagged JSON data: equal nouns give equal data, nouns of different kinds never do."""
    if value is None or isinstance(value, (str, int)):
        return value
    noun: type = type(value)
    names = _identity(noun)
    if names:
        tagged: dict[str, Any] = {"is": noun.__name__}
        for name in names:
            held = getattr(value, name)
            tagged[name] = held if held is None or type(held) is str else canonical(held)
        return tagged
    if isinstance(value, Fraction):
        return {"is": "Fraction", "value": f"{value.numerator}/{value.denominator}"}
    if isinstance(value, tuple | list):
        return [canonical(item) for item in value]
    return value


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The SHA-256, as 64 hexadecimal digits, of the canonical form of a noun."""
    text = _encoder().encode(canonical(value))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def check(document: Document, span: Span) -> None:
    """Raise ``SpanError`` unless ``span`` quotes ``document``."""
    if span.document != document.id or document.text[span.start : span.end] != span.quote:
        raise SpanError(f"{document.address}: {span.start}-{span.end} is not {span.quote!r}")
