"""Documents become papers, claims become lines: a paper knows its date and its marks, a line what it is tied to.

Every claim is one line, whatever else is made of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from reportedly.frozen import dataclass
from reportedly.model import Claim, Document, Finding, Prospect, Reading
from reportedly.report.dates import published, told
from reportedly.report.ladder import Rung
from reportedly.report.passages import Mark, Passage, passages
from reportedly.report.wording import word

STATED = frozenset({"written", "coded"})  # in words, or in a cell of a table


@dataclass(frozen=True)
class Paper:
    """A document with its reading, as the page shows them; ``number`` counts from 1 in the report's order."""

    number: int
    document: Document
    reading: Reading

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"d{self.number}"

    @property
    def name(self) -> str:
        """Who published it, else the name of its file or the address of its page."""
        return self.document.name

    @cached_property
    def published(self) -> tuple[str | None, str]:
        """ISO date or interval, and how it is known."""
        return published(self.document, self.reading)

    @property
    def day(self) -> str:
        """The date of publication in words."""
        return told(self.published[0])

    @property
    def figures(self) -> int:
        """How many figures it states in numbers."""
        return figures(self.reading)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The id of each claim's place in the text."""
        return {claim.id: f"{self.anchor}f{number}" for number, claim in enumerate(self.reading.claims, 1)}

    @cached_property
    def refusals(self) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
        """Reasons in words, the most frequent first, each with (id, words) of the numbers refused for it."""
        by_reason: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for number, rejected in enumerate(self.reading.rejected, 1):
            by_reason[rejected.reason].append((f"{self.anchor}x{number}", rejected.span.quote))
        ordered = sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(word("reason", reason), found) for reason, found in ordered]

    def passages(self) -> Iterator[Passage]:
        """The text with its marks."""
        claims, rejected, ahead = self.reading.claims, self.reading.rejected, self.reading.prospects
        marks = [
            Mark(c.evidence.start, c.evidence.end, "figure", self.places[c.id], row_of(self.places[c.id]))
            for c in claims
        ]
        marks += [
            Mark(r.span.start, r.span.end, "refused", f"{self.anchor}x{number}", word("reason", r.reason))
            for number, r in enumerate(rejected, 1)
        ]
        # A place and no stretch: what is announced is long, and the figures in it keep their marks.
        marks += [Mark(p.what.start, p.what.start, "announced", self.place_of(p.what.start), "") for p in _once(ahead)]
        contexts = [*(claim.context for claim in claims), *(prospect.context for prospect in ahead)]
        return passages(self.document, [(context.start, context.end) for context in contexts], marks)

    def place_of(self, start: int) -> str:
        """The id of the place where something announced begins in the text."""
        return f"{self.anchor}o{start}"


def _once(ahead: Iterable[Prospect]) -> Iterator[Prospect]:
    """One for each place."""
    return iter({prospect.what.start: prospect for prospect in ahead}.values())


def figures(reading: Reading) -> int:
    """How many figures stand in numbers in what was read; persons told without one are none."""
    return sum(claim.basis in STATED for claim in reading.claims)


def row_of(place: str) -> str:
    """The id of a claim's line, from that of its place in the text: "d3f5" has the line "d3r5"."""
    return place.replace("f", "r")


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in its group: its claim, its paper, and what it is tied to."""

    claim: Claim
    paper: Paper
    place: str
    whole: "Line | None" = None
    first: "Line | None" = None
    findings: tuple[int, ...] = ()
    rung: Rung | None = None

    @property
    def row(self) -> str:
        """The id of its line on the page."""
        return row_of(self.place)


def lines(papers: Iterable[Paper], findings: Sequence[Finding]) -> tuple[Line, ...]:
    """Every claim of ``papers`` as a line; ``findings`` are numbered as they stand."""
    concerned: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, found in enumerate(findings, 1):
        for place in found.places:
            concerned[place].append(number)
    return tuple(line for paper in papers for line in _lines_of(paper, concerned))


def _lines_of(paper: Paper, concerned: Mapping[tuple[str, str], Sequence[int]]) -> Iterator[Line]:
    """The lines of one paper; what a line is tied to is a bare line itself."""
    bare = {claim.id: Line(claim, paper, paper.places[claim.id]) for claim in paper.reading.claims}
    for claim in paper.reading.claims:
        yield Line(
            claim,
            paper,
            paper.places[claim.id],
            whole=bare.get(claim.part_of or ""),
            first=bare.get(claim.same_as or ""),
            findings=tuple(concerned.get((paper.document.id, claim.id), ())),
        )
