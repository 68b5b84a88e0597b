"""What documents say: claims, who says them, how sure, whether it has come about; and the reading that found them."""

from dataclasses import field
from typing import Literal

from reportedly.frozen import dataclass
from reportedly.identity import NOT_IDENTITY, digest
from reportedly.model.documents import PartKind, Span
from reportedly.model.words import Counted, Quantity, When

Status = Literal[
    "happened", "ongoing", "planned", "expected", "conditional", "possible", "did_not_happen", "unresolved"
]
DONE: frozenset[Status] = frozenset({"happened", "ongoing"})  # what enters totals of things done
AHEAD: frozenset[Status] = frozenset({"planned", "expected", "conditional", "possible"})  # what has yet to come about
Stance = Literal["asserts", "denies", "doubts", "supposes", "asks"]
AGAINST: tuple[Stance, ...] = ("denies", "doubts", "asks")  # what is so told is not taken as so; the strongest first
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
TieKind = Literal["if", "unless", "once", "reason", "purpose", "ground"]
SlotRole = Literal["owner", "doer", "recipient", "place", "population", "relation", "became"]


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

    @property
    def called(self) -> str:
        """What the source is called: the name that its words stand for, else those words."""
        return self.name or self.source


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
    "Moscow denies that 300 came" Moscow that they did not, the author neither. ``thing`` is what it is done to, up to
    its noun: the "rail strike" of "called off the rail strike in the north" and of "the rail strike was called off";
    ``doer`` is who does it, likewise.
    """

    span: Span
    lemma: str
    status: Status
    words: Span | None = None
    certainty: Certainty = Certainty()
    condition: Span | None = None
    views: tuple[View, ...] = ()
    thing: Span | None = None
    doer: Span | None = None


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
class Slot:
    """Words of a claim's own sentence that tell one slot of its key: whose, who acts, to whom, where, of which kind.

    A "relation" is how the figure says that it stands to others ("in addition to the earlier 1,500", "the wounded
    among them"); what the words come to is for ``series`` to say. What a figure "became" is the one that it was changed
    to: of "lowered from 94 to 89" the 94 became 89, and is no longer so.
    """

    role: SlotRole
    span: Span


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
    slots: tuple[Slot, ...] = ()
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
    """One extraction run over one document, with what it read, found, refused and inferred.

    ``defaults`` are slots of a key (slot, code) that hold for all of it where no words of its own say otherwise, as the
    key of a coded table tells.
    """

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
    defaults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """How a table of figures coded by hand is read.

    ``columns`` says for each slot ("low", "source", ...) in which column it stands; ``words`` says for a slot what a
    cell's word means there (slot, word, meaning). Columns that no slot names are never read. ``given`` are slots of the
    key that hold for the whole table (slot, code).
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str, str], ...] = ()
    given: tuple[tuple[str, str], ...] = ()

    def column(self, slot: str) -> str | None:
        """The column in which ``slot`` stands, if any."""
        return next((column for name, column in self.columns if name == slot), None)

    def meaning(self, slot: str, word: str) -> str | None:
        """What ``word`` means in ``slot``, if anything was said of it."""
        return next((meant for name, told, meant in self.words if (name, told) == (slot, word)), None)
