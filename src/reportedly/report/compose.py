"""Claims become a report; a report becomes what a page shows: papers, groups of lines, findings.

Lines are grouped by what they measure, where the registry of measures knows it, else by the word they count, and by
unit, the largest groups first; within a group they stand by date of publication, and a figure told again follows the
one it repeats. Nothing is merged, summed or left out: every claim is one line. The same report gives the same view.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from reportedly.frozen import dataclass
from reportedly.model import Change, Claim, Finding, Origin, Outlook, Report, Statement
from reportedly.report.ladder import Scale, rung, scale
from reportedly.report.ladders import Ladder, ladders
from reportedly.report.papers import STATED, Line, Paper
from reportedly.report.papers import lines as lines_of
from reportedly.report.wording import word
from reportedly.values.publication import published_on

STRENGTHS = ("contradiction", "tension", "note")
LEVELS: frozenset[Change] = frozenset({"level", "additional"})  # so many there are; the others: so many more or fewer
MEASURED = "="  # no word begins so: a group of a registered measure, not of a word
UNSAID = "something the sentence does not name"


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that count the same in one unit. ``scale`` is None where no two of them can be drawn on one.

    ``origins`` are the named ones behind them, each with the number of its reports, those in most first; ``unknown``
    counts the others, which corroborate nobody. ``ladders`` are the series of which more than one word is told.
    """

    name: str
    unit: str
    lines: tuple[Line, ...]
    scale: Scale | None
    anchor: str = ""
    note: str = ""
    origins: tuple[tuple[Origin, int], ...] = ()
    unknown: int = 0
    ladders: tuple[Ladder, ...] = ()

    @property
    def figures(self) -> int:
        """How many there are; what a document tells again counts once."""
        return sum(line.first is None for line in self.lines)

    @property
    def papers(self) -> int:
        """How many documents tell them."""
        return len({line.paper.number for line in self.lines})


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with the paper it stands in and the lines that show it, which may be of several papers."""

    number: int
    finding: Finding
    paper: Paper
    lines: tuple[Line, ...]

    @property
    def is_between(self) -> bool:
        """Whether it is shown by lines of several papers."""
        return len({line.paper.number for line in self.lines}) > 1


@dataclass(frozen=True, slots=True)
class Announced:
    """An entry of what was announced, the paper that tells it, and the lines of the figures in it."""

    entry: Outlook
    paper: Paper
    lines: tuple[Line, ...]
    newest: str = ""  # the day of the newest report

    @property
    def state(self) -> str:
        """What became of it; "passed" where it is open and its day lies before the newest report."""
        end = self.entry.due.end if self.entry.due else None
        return "passed" if self.entry.state == "open" and end and end < self.newest[: len(end)] else self.entry.state

    @property
    def place(self) -> str:
        """The id of its place in the text."""
        return self.paper.place_of(self.entry.prospect.what.start)


@dataclass(frozen=True)
class View:
    """Everything on the page; persons told without a number stand apart from the figures, in ``persons``."""

    papers: tuple[Paper, ...]
    groups: tuple[Group, ...]
    single: Group | None
    persons: Group | None
    findings: tuple[Shown, ...]
    failures: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...] = field(repr=False)
    announced: tuple[Announced, ...] = ()

    @property
    def outlets(self) -> Sequence[str]:
        """Every name of a paper, once, by alphabet."""
        return sorted({paper.name for paper in self.papers}, key=lambda name: (name.casefold(), name))

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day of publication that are known to the day or month."""
        known = sorted(when for when, _ in (paper.published for paper in self.papers) if when and "/" not in when)
        return (known[0], known[-1]) if known else None

    @property
    def refused(self) -> Sequence[tuple[str, int]]:
        """Why numbers were refused, in words, and how many for each reason; the most frequent first."""
        found = Counter(rejected.reason for paper in self.papers for rejected in paper.reading.rejected)
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return [(word("reason", reason), number) for reason, number in ordered]

    @property
    def characters(self) -> int:
        """How many were read."""
        return sum(paper.reading.characters for paper in self.papers)

    @property
    def sentences(self) -> int:
        """How many were read."""
        return sum(paper.reading.sentences for paper in self.papers)

    @property
    def read(self) -> Sequence[Paper]:
        """The papers that were read."""
        return [paper for paper in self.papers if not paper.reading.skipped]

    @property
    def skipped(self) -> Sequence[Paper]:
        """The papers that were not."""
        return [paper for paper in self.papers if paper.reading.skipped]


def view(report: Report) -> View:
    """The view of ``report``."""
    pairs = zip(report.documents, report.readings, strict=True)
    papers = tuple(Paper(number, *pair) for number, pair in enumerate(pairs, 1))
    findings = ordered(report.findings)
    lines = lines_of(papers, findings)
    known = {(line.paper.document.id, line.claim.id): line for line in lines}
    homes = {paper.document.id: paper for paper in papers}
    shown = tuple(
        Shown(number, found, homes[found.document], tuple(known[place] for place in found.places))
        for number, found in enumerate(findings, 1)
    )
    written = tuple(line for line in lines if line.claim.basis in STATED)
    implied = _by_day(line for line in lines if line.claim.basis == "implied")
    persons = Group("Persons told without a number", "", tuple(implied), None, "p0") if implied else None
    groups, single = _groups(written)
    told_by = {claim: made for made in report.statements for claim in made.claims}
    every = [_voiced(group, told_by) for group in groups] + ([single] if single else [])
    laddered = _laddered(every, ladders(report, lines))
    groups, single = laddered[: len(groups)], laddered[-1] if single else None
    announced = _announced(report, homes, known)
    return View(papers, groups, single, persons, shown, report.failures, written, announced)


def _announced(
    report: Report, homes: Mapping[str, Paper], known: Mapping[tuple[str, str], Line]
) -> tuple[Announced, ...]:
    """What was announced: what is due first stands first, what has no day after it, by paper and place."""
    days = (published_on(paper.document, paper.reading) or "" for paper in homes.values())
    newest = max(days, default="")
    entries = [
        Announced(entry, homes[entry.document], tuple(known[entry.document, claim] for claim in entry.claims), newest)
        for entry in report.outlook
    ]

    def order(one: Announced) -> tuple[bool, str, int, int]:
        due = one.entry.due and (one.entry.due.end or one.entry.due.start)
        return due is None, due or "", one.paper.number, one.entry.prospect.what.start

    return tuple(sorted(entries, key=order))


def ordered(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Contradictions first, then tensions, then notes; else as the report has them."""
    return sorted(findings, key=lambda found: STRENGTHS.index(found.strength))


def _voiced(group: Group, told_by: Mapping[str, Statement]) -> Group:
    """``group`` with the origins of its lines."""
    origins: dict[str, Origin] = {}
    papers: defaultdict[str, set[int]] = defaultdict(set)
    for line in group.lines:
        if made := told_by.get(line.claim.id):
            origins[made.origin.key] = made.origin
            papers[made.origin.key].add(line.paper.number)
    named = [(origin, len(papers[key])) for key, origin in origins.items() if origin.named]
    named.sort(key=lambda one: (-one[1], one[0].name, one[0].key))
    return replace(group, origins=tuple(named), unknown=len(origins) - len(named))


def _laddered(groups: Iterable[Group], found: Iterable[Ladder]) -> tuple[Group, ...]:
    """Each group with the ladders most words of which stand in it, those of most origins first."""
    mine: defaultdict[str, list[Ladder]] = defaultdict(list)
    home = {line.claim.id: group.anchor for group in groups for line in group.lines}
    for ladder in found:
        told = [line.claim.id for voice in ladder.voices for line in (voice.line, *voice.others)]
        homes = Counter(home[claim] for claim in told if claim in home)
        if homes:
            mine[min(homes, key=lambda anchor: (-homes[anchor], anchor))].append(ladder)
    return tuple(
        replace(
            group, ladders=tuple(sorted(mine[group.anchor], key=lambda one: (-one.named, -len(one.voices), one.scope)))
        )
        for group in groups
    )


# Groups


Thing = tuple[str, str]


def _groups(lines: Sequence[Line]) -> tuple[tuple[Group, ...], Group | None]:
    """The groups of two and more, the largest first; and all that is counted only once, as one."""
    gathered = _gathered(lines)
    names = {key: _name(found, key) for key, found in gathered.items()}
    many = [key for key, found in gathered.items() if len(found) > 1]
    many.sort(key=lambda key: (-len(gathered[key]), names[key], key))
    groups = tuple(_group(f"g{number}", names[key], key[1], gathered[key]) for number, key in enumerate(many, 1))
    alone = [key for key, found in gathered.items() if len(found) == 1]
    alone.sort(key=lambda key: (names[key], key))
    rest = tuple(line for key in alone for line in gathered[key])
    return groups, Group("Counted once", "", rest, None, "g0") if rest else None


def _gathered(lines: Sequence[Line]) -> Mapping[Thing, list[Line]]:
    lemmas = _lemmas(lines)
    keys: dict[tuple[str, str], Thing] = {
        (line.paper.document.id, line.claim.id): (_thing(line.claim, lemmas), line.claim.quantity.unit)
        for line in lines
    }
    gathered: defaultdict[Thing, list[Line]] = defaultdict(list)
    for line in lines:
        # A figure told again stands with the one it repeats, whatever word it is told with.
        original = line.first or line
        key = keys[line.paper.document.id, original.claim.id]
        gathered[key if key[1] == line.claim.quantity.unit else keys[line.paper.document.id, line.claim.id]].append(
            line
        )
    return gathered


def _lemmas(lines: Iterable[Line]) -> Mapping[str, str]:
    """The base form that most lines give a written form: "casualties" is one word, however a headline was parsed."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if counted := line.claim.counted:
            forms[counted.head.quote.casefold()][counted.lemma.casefold()] += 1
    return {form: min(found, key=lambda lemma: (-found[lemma], lemma)) for form, found in forms.items()}


def _thing(claim: Claim, lemmas: Mapping[str, str]) -> str:
    """What a claim is grouped by: its measure where the registry has one, else the base form of what it counts."""
    if claim.measure is not None and not claim.measure.open:
        return MEASURED + claim.measure.slug
    if claim.counted is not None and claim.evidence.start <= claim.counted.head.start < claim.evidence.end:
        return ""  # "takes 45 MW off the grid": the unit's own word, and of what is not said
    return lemmas[claim.counted.head.quote.casefold()] if claim.counted else ""


def _name(lines: Sequence[Line], key: Thing) -> str:
    """The form in which the group's word is mostly written; with a capital where nobody writes it without one."""
    if key[0].startswith(MEASURED):
        return key[0].removeprefix(MEASURED).replace("_", " ")
    heads = [line.claim.counted.head.quote for line in lines if line.claim.counted]
    if not key[0]:
        return UNSAID
    forms = Counter(heads if all(head[:1].isupper() for head in heads) else map(str.casefold, heads))
    return min(forms, key=lambda form: (-forms[form], form))


def _group(anchor: str, name: str, unit: str, lines: Sequence[Line]) -> Group:
    """The group of ``lines``; a rise of 5 does not stand on one scale with a level of 98, so that one kind is drawn."""
    levels = [line for line in lines if line.claim.quantity.change in LEVELS]
    changes = [line for line in lines if line.claim.quantity.change not in LEVELS]
    common = _scale(levels) or _scale(changes)
    drawn = {line.place for line in (levels if _scale(levels) else changes)}
    placed = [
        replace(line, rung=rung(common, line.claim.quantity)) if common and line.place in drawn else line
        for line in _by_day(lines)
    ]
    measures = [line.claim.measure for line in lines if line.first is None]
    known = [found for found in measures if found is not None and not found.open]
    note = known[0].definition if len(known) == len(measures) and known else ""
    return Group(name, unit, tuple(placed), common, anchor, note)


def _scale(lines: Sequence[Line]) -> Scale | None:
    """Their common scale; what a document tells again is drawn, but alone it makes no comparison."""
    if sum(line.first is None for line in lines) < 2:
        return None
    return scale(line.claim.quantity for line in lines)


def _by_day(lines: Iterable[Line]) -> Sequence[Line]:
    """By date of publication, the unknown last; then by paper and place; repetitions behind what they repeat."""

    def order(line: Line) -> tuple[bool, str, int, int, bool, int]:
        when = line.paper.published[0]
        first = line.first or line
        return (
            when is None,
            (when or "").removeprefix("../"),
            line.paper.number,
            first.claim.evidence.start,
            line.first is not None,
            line.claim.evidence.start,
        )

    return sorted(lines, key=order)
