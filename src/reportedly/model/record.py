"""What people decided about the record: judgements, watched questions, and tombstones of what had to be erased."""

from dataclasses import field
from typing import Literal

from reportedly.frozen import dataclass
from reportedly.identity import NOT_IDENTITY, digest
from reportedly.model.claims import SourceKind
from reportedly.model.documents import Span

Verdict = Literal["accept", "reject", "correct", "same", "different", "undo"]
Act = Literal["watch", "look", "drop", "undo"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision on the claim at ``evidence`` (with its sentence, ``context``), by whom, when and why.

    ``correct`` sets ``slot`` to ``value``; where that is words of the document (who says it, what is counted), they
    stand at ``other``, and ``kind`` is that of a source. ``same`` and ``different`` relate it to the claim at
    ``other``; ``undo`` takes back the judgement whose digest is ``undoes``. ``at`` is ISO 8601 in UTC. Appended: the
    newest wins.
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
    kind: SourceKind | None = None
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
class Question:
    """What an analyst does with a question that is watched under ``name``, and when (``at`` is ISO 8601 in UTC).

    ``watch`` sets its ``words`` ("deaths of North Korean soldiers in Russia"), ``look`` notes that its answer was
    looked at, ``drop`` ends the watch; ``undo`` takes back the act whose digest is ``undoes``. Appended: the newest
    stands.
    """

    act: Act
    name: str
    by: str
    at: str
    words: str = ""
    undoes: str | None = None
    id: str = field(init=False, repr=False, default="", metadata=NOT_IDENTITY, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", digest(self))


@dataclass(frozen=True, slots=True)
class Watched:
    """A question as it stands: its words, since when and by whom it is watched, and when it was last looked at."""

    name: str
    words: str
    by: str
    since: str
    looked: str | None = None
