"""What a pile of reports comes to, slot by slot: ``python -m bench.piles [NAME ...] [--misses]``.

It is run from the project's root. The piles of ``bench/gold/piles`` are marked as their page says, by who had seen no
rule. Of each figure that is found each slot is *right*, *silent* (nothing is said where something was marked) or
*wrong*: ``bounds`` (low, high and approximator), ``head``, ``status``, ``said_by``, ``change``, ``when``, ``where``,
``part_of``. What goes on and what has happened are one status here: readers differ, and both count as done. Then the
findings and the fates an editor expects, and the count of independent origins. Misses of the piles in ``kept.txt`` are
never shown.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bench.corpora import ROOT, Corpus
from reportedly.errors import ReadError
from reportedly.flow import absorb, conclude
from reportedly.model import DONE, Claim, Outlook, Report
from reportedly.score import Item, Wanted, bounds_right, head_right, paired, speaker_right, wanted
from reportedly.series import places
from reportedly.values.calendar import month_end
from reportedly.values.gazetteer import fold

GOLD = ROOT / "bench/gold/piles"
SLOTS = ("bounds", "head", "status", "said_by", "change", "when", "where", "part_of")
FIGURE = frozenset({"quote", "nth", "low", "high", "approximator", "head", "status", "said_by"})  # as in single texts
HALF = 0.5  # of the days that two intervals span together, at least so many they share
STAGES = ("right", "silent", "wrong")
Place = tuple[str, int, int]  # a document's file, and where in its text


@dataclass(frozen=True)
class Marked:
    """One figure as marked, with the slots that only a whole report tells."""

    file: str
    figure: Wanted
    also: Mapping[str, Any]
    sure: bool


@dataclass(frozen=True)
class Read:
    """What a report was read as: its claims, where each of them is so, who published it."""

    claims: Sequence[Claim]
    places: Mapping[str, str]
    outlet: str | None


@dataclass(frozen=True)
class Pile:
    """What the reports of a pile became, the file of each of them, and its text."""

    report: Report
    files: Mapping[str, str]  # by document
    texts: Mapping[str, str]  # by file

    @classmethod
    def of(cls, report: Report) -> "Pile":
        """The pile that was concluded to ``report``."""
        files = {document.id: Path(document.address).name for document in report.documents}
        return cls(report, files, {files[document.id]: document.text for document in report.documents})

    def figures(self) -> Iterator[tuple[Claim, Place]]:
        """Every claim with where it stands."""
        for reading in self.report.readings:
            for claim in reading.claims:
                yield claim, (self.files[reading.document], claim.evidence.start, claim.evidence.end)


@dataclass
class Result:
    """Counts of one pile, and the misses by cause."""

    slots: Counter[tuple[str, str]] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def miss(self, cause: str, told: str) -> None:
        """One more of ``cause``."""
        self.counts[cause] += 1
        self.misses.append((cause, told))


def score(folder: Path) -> Result:
    """What is right and wrong of the pile in ``folder``."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    pairs = [pair for pair in absorb([str(folder / "reports")]) if not isinstance(pair, ReadError)]
    report = conclude([document for document, _ in pairs], [reading for _, reading in pairs])
    pile = Pile.of(report)
    texts, files = pile.texts, pile.files
    result = Result()
    marked = [_marked(name, texts[name], figure) for name, figures in gold["figures"].items() for figure in figures]
    outlets = {files[document.id]: document.outlet for document in report.documents}
    claims = {files[reading.document]: reading.claims for reading in report.readings}
    places = _places(report)
    for name, text in texts.items():
        mine = [one for one in marked if one.file == name]
        by_start = {one.figure.start: one for one in mine}
        for _, figure, claim in paired(Item(name, text, tuple(one.figure for one in mine)), claims[name]):
            if claim is None and figure is not None:
                result.miss("missed", f"[{name}] {figure.quote} | {_around(text, figure.start, figure.end)}")
            elif figure is None and claim is not None:
                result.miss("extra", f"[{name}] {claim.evidence.quote} | {claim.context.quote}")
            elif figure is not None and claim is not None:
                result.counts["found"] += 1
                _judge(result, by_start[figure.start], claim, Read(claims[name], places, outlets[name]))
    result.counts["wanted"] = len(marked)
    findings(result, gold["findings"], pile)
    fates(result, gold["fates"], pile)
    _origins(result, gold["origins"], pile)
    return result


def _marked(name: str, text: str, record: Mapping[str, Any]) -> Marked:
    plain = {key: value for key, value in record.items() if key in FIGURE}
    plain["said_by"] = record["said_by"] or None
    return Marked(name, wanted(plain, text), record, record.get("sure", True))


def _places(report: Report) -> dict[str, str]:
    """Where each claim is so, as the key of its series has it."""
    return {c: places.shown(one.key.place) if one.key.place else "" for one in report.series for c in one.claims}


# Figures


def _judge(result: Result, one: Marked, claim: Claim, read: Read) -> None:
    if not one.sure:
        result.counts["unsure"] += 1
        return
    result.counts["judged"] += 1
    for slot, stage, want, got in _slots(one, claim, read):
        result.slots[slot, stage] += 1
        if stage != "right":
            told = f"[{one.file}] {one.figure.quote}: wanted {want} | found {got} | {claim.context.quote}"
            result.misses.append((f"{slot} {stage}", " ".join(told.split())))
    result.counts["wrong"] = sum(n for (_, stage), n in result.slots.items() if stage == "wrong")


def _slots(one: Marked, claim: Claim, read: Read) -> Iterator[tuple[str, str, object, object]]:
    """Slot, stage, wanted and found for each slot of a figure."""
    figure, quantity, also = one.figure, claim.quantity, one.also
    exact = bounds_right(figure, claim) and quantity.approximator == figure.approximator
    found = f"{quantity.low}..{quantity.high} {quantity.approximator}"
    yield "bounds", _stage(exact), f"{figure.low}..{figure.high} {figure.approximator}", found
    head = claim.counted.head.quote if claim.counted else None
    yield "head", _stage(head_right(figure, claim), silent=head is None), figure.heads, head
    come_about = claim.status in DONE and not DONE.isdisjoint(figure.statuses)
    yield (
        "status",
        _stage(claim.status in figure.statuses or come_about, silent=claim.status == "unresolved"),
        figure.statuses,
        claim.status,
    )
    named = [step for step in claim.attribution if step.span is not None]
    root = named[-1].called if named else None
    own = root is not None and None in figure.speakers and _is_outlet(root, read.outlet)
    speaks = own or any(speaker_right(figure, told) for told in (claim, _by_name(claim)))
    yield "said_by", _stage(speaks, silent=root is None), figure.speakers, root
    yield "change", _stage(quantity.change in also["change"]), also["change"], quantity.change
    if also["when"]:
        days = (claim.when.start, claim.when.end) if claim.when else (None, None)
        stage = _stage(_same_days(also["when"], days), silent=days == (None, None))
        yield "when", stage, also["when"], days
    if also["where"]:
        spoken = " ".join(
            [*(slot.span.quote for slot in claim.slots if slot.role == "place"), read.places.get(claim.id, "")]
        )
        stage = _stage(any(_share(words, spoken) for words in also["where"]), silent=not spoken.strip())
        yield "where", stage, also["where"], spoken.strip()
    whole = next((other.evidence.quote for other in read.claims if other.id == claim.part_of), None)
    if also["part_of"] or whole:
        right = bool(also["part_of"] and whole) and _share(also["part_of"], whole or "")
        yield "part_of", _stage(right, silent=whole is None), also["part_of"], whole


def _by_name(claim: Claim) -> Claim:
    """``claim`` with each who says it called by the name that stands out for his words: "she", "the ministry"."""
    return replace(claim, attribution=tuple(replace(step, source=step.called) for step in claim.attribution))


def _is_outlet(root: str, outlet: str | None) -> bool:
    """Whether a report's outlet names itself as the one who says it: "the Ministry" in its own statement."""
    own = {"our", "we", "us"}
    words = {word.strip("'’,.") for word in root.casefold().removeprefix("the ").split()}
    return words <= own or (outlet is not None and words <= {word.strip(",.") for word in outlet.casefold().split()})


def _stage(right: bool, *, silent: bool = False) -> str:
    return "right" if right else "silent" if silent else "wrong"


def _share(one: str, other: str) -> bool:
    """Whether the words of one hold a word of the other that begins in the same way: "Kassel district", "kassel"."""
    mine, theirs = (
        {_plain(word).strip(",.()'’s") for word in words.replace("_", " ").split()} for words in (one, other)
    )
    return bool(
        (mine & theirs)
        - {"the", "of", "in", "a", "", "north", "south", "east", "west", "more", "than", "about", "some"}
    )


def _plain(word: str) -> str:
    """A word without capitals and marks: places are held as "Manabi"."""
    return word.casefold() if word.isascii() else fold(word)


def _same_days(wanted: Sequence[str | None], found: Sequence[str | None]) -> bool:
    """Whether two intervals share at least half of the days that they span together; open ends must both be open."""
    if any((one is None) != (other is None) for one, other in zip(wanted, found, strict=True)):
        return False
    (start, end), (low, high) = ((_day(pair[0], last=False), _day(pair[1], last=True)) for pair in (wanted, found))
    shared = (min(end, high) - max(start, low)).days + 1
    spanned = (max(end, high) - min(start, low)).days + 1
    return shared / spanned >= HALF


def _day(text: str | None, *, last: bool) -> date:
    """The first or last day of an ISO date as precise as told; an open end lies where both lie."""
    if text is None:
        return date.min if not last else date.max
    parts = [int(part) for part in text[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if last else 1
    if len(parts) > 2:
        return date(year, month, parts[2])
    return month_end(year, month) if last else date(year, month, 1)


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 90) : end + 60].split())


# Findings, fates and origins


def _quoted(marks: Iterable[Sequence[Any]], texts: Mapping[str, str]) -> list[list[Place]]:
    """For each mark (file, quote) every place at which its words stand."""
    found = []
    for name, quote, *_ in marks:
        text = texts[name]
        starts = [at for at in range(len(text)) if text.startswith(quote, at)]
        if not starts:
            raise ValueError(f"{name}: {quote!r} does not stand there")
        found.append([(name, start, start + len(quote)) for start in starts])
    return found


def _meets(mark: Sequence[Place], places: Iterable[Place]) -> bool:
    return any(
        name == file and start < end_ and begin < end for file, start, end in mark for name, begin, end_ in places
    )


def findings(result: Result, gold: Sequence[Mapping[str, Any]], pile: Pile) -> None:
    """A finding is right where it shows at least two of the marked figures, or the one there is."""
    at = {(place[0], claim.id): place for claim, place in pile.figures()}
    made = [one for one in pile.report.findings if one.strength != "note"]
    shown = [[at[pile.files[home], claim] for home, claim in one.places] for one in made]
    held: set[int] = set()
    for mark in gold:
        marks = _quoted(mark["figures"], pile.texts)
        hits = [i for i, places in enumerate(shown) if sum(_meets(m, places) for m in marks) >= min(2, len(marks))]
        held |= set(hits)
        if hits:
            result.counts["findings right"] += 1
            result.counts[f"findings right: {mark['kind']}"] += 1
        else:
            result.counts[f"findings missed: {mark['kind']}"] += 1
            result.miss("findings missed", f"{mark['kind']}: {mark['figures']} {mark.get('why', '')}")
    result.counts["findings hits"] += len(held)
    for i, one in enumerate(made):
        if i not in held:
            result.miss("findings unmarked", f"{one.kind}: {one.sentence}")


def fates(result: Result, gold: Sequence[Mapping[str, Any]], pile: Pile) -> None:
    """An entry that stands where the plan was marked is right when its state is as marked.

    An entry with a fate that no marked plan meets is counted as unmarked: what became of something that was no plan.
    """
    held: set[int] = set()
    for mark in gold:
        (plan,) = _quoted([mark["plan"]], pile.texts)
        hits = [i for i, one in enumerate(pile.report.outlook) if _meets(plan, [_entry(one, pile.files)])]
        held |= set(hits)
        entries = [pile.report.outlook[i] for i in hits]
        states = {one.state for one in entries} - {"open"} or {one.state for one in entries}
        told = f"{mark['plan']} -> {mark['fate']} {mark['told']}"
        settled = mark["fate"] != "open"
        accepted = {mark["fate"]} if isinstance(mark["fate"], str) else set(mark["fate"])
        result.counts["fates to settle"] += settled
        if accepted & states:
            result.counts["fates right"] += 1
            result.counts["fates settled"] += settled
        elif not entries:
            result.miss("fates not announced", told)
        elif states == {"open"}:
            result.miss("fates missed", told)
        else:
            result.miss("fates wrong", f"{told} | found {_found(entries)}")
    for i, one in enumerate(pile.report.outlook):
        if i not in held and one.state != "open":
            result.miss("fates unmarked", f"{one.prospect.what.quote} | found {_found([one])}")


def _found(entries: Sequence[Outlook]) -> str:
    reasons = "; ".join(one.reason for one in entries if one.reason)
    return f"{sorted({one.state for one in entries} - {'open'})}: {reasons}"


def _entry(one: Outlook, files: Mapping[str, str]) -> Place:
    return files[one.document], one.prospect.what.start, one.prospect.what.end


def _origins(result: Result, gold: Sequence[Mapping[str, Any]], pile: Pile) -> None:
    """The named origins of the claims at the marked figures."""
    roots = {claim: statement.origin for statement in pile.report.statements for claim in statement.claims}
    for mark in gold:
        marks = _quoted(mark["figures"], pile.texts)
        mine = [claim for claim, place in pile.figures() if any(_meets(m, [place]) for m in marks)]
        named = {roots[c.id].key: roots[c.id].name for c in mine if c.id in roots and roots[c.id].named}
        if len(named) == mark["count"]:
            result.counts["origins right"] += 1
        else:
            result.miss("origins wrong", f"{mark['of']}: wanted {mark['count']}, found {sorted(named.values())}")


# What is printed


def line(name: str, result: Result) -> str:
    """One pile on a few lines."""
    counts, judged = result.counts, max(1, result.counts["judged"])
    rows = [
        f"{name:8} figures {counts['wanted']}, missed {counts['missed']}, extra {counts['extra']};"
        f" judged {counts['judged']}: {counts['wrong']} wrong slots, {counts['wrong'] / judged:.2f} a figure",
        "  "
        + ", ".join(f"{slot} " + "/".join(str(result.slots[slot, stage]) for stage in STAGES) for slot in SLOTS)
        + "  (right/silent/wrong)",
        f"  findings {counts['findings right']} of {counts['findings right'] + counts['findings missed']}"
        f" ({counts['findings unmarked']} unmarked); fates {counts['fates right']} right, {counts['fates wrong']}"
        f" wrong, {counts['fates missed']} missed, {counts['fates not announced']} not announced;"
        f" origins {counts['origins right']} of {counts['origins right'] + counts['origins wrong']}",
    ]
    return "\n".join(rows)


def kept() -> frozenset[str]:
    """Names of the piles whose misses are never shown."""
    return frozenset((GOLD / "kept.txt").read_text("utf-8").split())


PARTS = ("open", "kept")


def corpus(part: str) -> Corpus:
    """The files of the piles that may be looked into, or of those that are only scored."""
    folders = _folders_of(part)
    files = [file for folder in folders for file in (folder / "gold.json", *sorted((folder / "reports").iterdir()))]
    return Corpus(f"piles {part}", tuple(file.relative_to(ROOT) for file in files))


def measured(part: str) -> dict[str, float]:
    """Of all slots the share that is right, and that of those that are right or silent."""
    slots = sum((score(folder).slots for folder in _folders_of(part)), Counter[tuple[str, str]]())
    stages = {stage: sum(count for (_, at), count in slots.items() if at == stage) for stage in STAGES}
    every = max(1, sum(stages.values()))
    return {"slots right": stages["right"] / every, "slots not wrong": 1 - stages["wrong"] / every}


def _folders() -> list[Path]:
    return sorted(path.parent for path in GOLD.glob("*/gold.json"))


def _folders_of(part: str) -> list[Path]:
    return [folder for folder in _folders() if (folder.name in kept()) == (part == "kept")]


def main() -> None:
    """Print the piles asked for, or all."""
    names = [folder.name for folder in _folders()]
    options = argparse.ArgumentParser(prog="python -m bench.piles", description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    options.add_argument("--misses", action="store_true", help="tell every miss of those that may be seen")
    asked = options.parse_args()
    for name in asked.names or names:
        result = score(GOLD / name)
        print(line(name, result))
        if asked.misses and name not in kept():
            print("\n".join(f"    {cause}: {told}" for cause, told in sorted(result.misses)))


if __name__ == "__main__":
    main()
