"""From shuffled reports to what happened: ``python -m bench.incidents [--all | --sample N] [--corpora DIR]``.

The dated reports of ``shooting-reports`` (evaluation only, development part) are read in no order and grouped by
``reportedly.events``; the groups are held against the recorded incidents by B-cubed (Bagga and Baldwin 1998), beside
all reports apart and all of one day of publication and one place together. Then each recorded incident's killed and
injured are told from its reports by ``flow.tolls``, by each rule of ``estimates``: once from the incident's reports as
recorded and once from the event that holds most of them, beside the first report, the latest, the median and a naive
pattern; *some report is right* is the most that any choice among the reports' numbers can reach.

What one report says is told by its claims alone (``events.tolls.told``); as the record has both numbers of every
incident, who tells of the killed and of nobody injured tells that nobody was. Incidents fall into two halves by the
digest of their number: rules were tuned on one, the other is only scored. Only figures are printed.
"""

import argparse
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median_low
from typing import Literal
from urllib.parse import urlsplit

from bench.beside import CORPORA, folder
from bench.victims import NAME, headline
from bench.victims import Report as Alone
from reportedly import claims
from reportedly.estimates import RULES
from reportedly.events import RECALLED, events
from reportedly.events.tolls import told
from reportedly.flow import parser, tolls
from reportedly.model import Bounds, Document, Event, Reading

SAMPLE = 300  # incidents read where nothing else is asked; all of them take a quarter of an hour
SILENT: Literal["nobody"] = "nobody"
PINNED = "consensus/1"  # the rule that does best
PARTS = ("deaths", "wounded")
RECORDED = {"deaths": "killed", "wounded": "injured"}
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+/")
SMALL = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
NUMBER = rf"(\d+|{'|'.join(SMALL)})"
NAIVE = {
    "deaths": re.compile(rf"\b{NUMBER}\b(?: \w+){{0,2}} (?:killed|dead|died|dies)\b", re.IGNORECASE),
    "wounded": re.compile(rf"\b{NUMBER}\b(?: \w+){{0,2}} (?:injured|wounded|hurt)\b", re.IGNORECASE),
}

Counts = Mapping[str, Bounds]


@dataclass(frozen=True, slots=True)
class Told:
    """A report as read: which incident it is of, and what it says of the killed and injured."""

    incident: str
    document: Document
    reading: Reading
    counts: Counts


@dataclass(frozen=True, slots=True)
class Recorded:
    """The killed and injured of an incident, by part."""

    incident: str
    counts: Mapping[str, int]


def half(incident: str) -> str:
    """The half of the incidents that one is in, for good."""
    return "other" if int(hashlib.sha256(incident.encode()).hexdigest(), 16) % 2 else "tuning"


def lines(corpora: Path, name: str) -> list[dict[str, str]]:
    """The rows of one file of the corpus."""
    home = folder(NAME, corpora)
    if home is None:
        raise FileNotFoundError(f"{corpora} lacks {NAME}")
    return [json.loads(line) for line in (home / f"{name}.jsonl").read_text("utf-8").splitlines()]


def recorded(corpora: Path) -> dict[str, Recorded]:
    """What is on record of each incident that has both numbers."""
    found = {}
    for row in lines(corpora, "incidents"):
        counts = {part: int(row[column]) for part, column in RECORDED.items()}
        found[row["incident"]] = Recorded(row["incident"], counts)
    return found


def drawn(rows: Sequence[Mapping[str, str]], size: int | None, seed: int) -> list[Mapping[str, str]]:
    """The reports of ``size`` incidents drawn at random, shuffled; all of them where it is None."""
    chance = random.Random(seed)
    incidents = sorted({row["incident"] for row in rows})
    chosen = set(incidents if size is None else chance.sample(incidents, min(size, len(incidents))))
    kept = [row for row in rows if row["incident"] in chosen]
    chance.shuffle(kept)
    return kept


def documents(row: Mapping[str, str]) -> Document:
    """A report as a document: what it was called, when it was published and where, and nothing of its incident."""
    bare = Alone("", row["title"] or "", row["text"] or "", 0, 0).document()
    outlet = urlsplit(ARCHIVED.sub("", row["url"] or "")).hostname
    return replace(
        bare,
        address=row["id"],
        title=headline(row["title"] or ""),
        outlet=outlet,
        published=row["published"],
        published_basis="given",
    )


def read(rows: Iterable[Mapping[str, str]]) -> Iterator[Told]:
    """Each report, read alone."""
    model = parser()
    for row in rows:
        document = documents(row)
        sentences = model(document.text, claims.blocks(document))
        reading = claims.extract(document, sentences, model=model.name)
        yield Told(row["incident"], document, reading, told(document, reading.claims, silent=SILENT))


# Grouping


def bcubed(found: Sequence[Hashable], wanted: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1, by item (Bagga and Baldwin 1998)."""
    ours, theirs, both = Counter(found), Counter(wanted), Counter(zip(found, wanted, strict=True))
    precision = sum(both[a, b] / ours[a] for a, b in zip(found, wanted, strict=True)) / len(found)
    recall = sum(both[a, b] / theirs[b] for a, b in zip(found, wanted, strict=True)) / len(found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def own(found: Iterable[Event]) -> dict[str, Event]:
    """The event that each document is a report of, by its digest; what it only recalls left out."""
    return {
        document: event
        for event in found
        for document, rule in zip(event.documents, event.rules, strict=True)
        if not rule.startswith(RECALLED)
    }


def grouping(read: Sequence[Told], of: Mapping[str, Event]) -> Iterator[str]:
    """The lines on how well reports were grouped."""
    wanted = [one.incident for one in read]
    ways: dict[str, list[Hashable]] = {
        "events": [of[one.document.id].id for one in read],
        "all apart": [one.document.id for one in read],
        "one day, one place": [(one.document.published, of[one.document.id].place) for one in read],
    }
    for name, found in ways.items():
        precision, recall, f1 = bcubed(found, wanted)
        yield f"  {name:19} precision {precision:.3f} recall {recall:.3f} F1 {f1:.4f}"


# Counting


def joined(read: Sequence[Told]) -> list[Event]:
    """The incidents as recorded, as if they had been found so."""
    by: defaultdict[str, list[Told]] = defaultdict(list)
    for one in sorted(read, key=lambda one: (one.document.published or "", one.document.address)):
        by[one.incident].append(one)
    return [
        Event(
            incident,
            tuple(one.document.id for one in several),
            ("recorded",) * len(several),
            tuple(claim.id for one in several for claim in one.reading.claims),
        )
        for incident, several in sorted(by.items())
    ]


def of_most(event: Event, of: Mapping[str, Event]) -> Event:
    """The found event that holds most reports of a recorded one; of several the smallest."""
    counts = Counter(of[document].id for document in event.documents)
    by_id = {of[document].id: of[document] for document in event.documents}
    return by_id[min(counts, key=lambda id_: (-counts[id_], len(by_id[id_].documents), id_))]


Right = dict[str, tuple[int, int]]  # by the name of a way: how often the killed and the injured are exactly right


def counting(
    read: Sequence[Told], incidents: Sequence[Event], of: Mapping[str, Event], want: Mapping[str, Recorded]
) -> Right:
    """How often each way of counting is exactly right on ``incidents``."""
    pairs = [(one.document, one.reading) for one in read]
    found = {event.id: event for event in of.values()}
    right: Right = {}
    for rule in RULES:
        given = tolls(incidents, pairs, rule=rule, silent=SILENT)
        right[f"{rule}, reports as recorded"] = _right(
            incidents, want, lambda event, part, given=given: _best(given[event.id], part)
        )
        made = tolls(found.values(), pairs, rule=rule, silent=SILENT)
        right[f"{rule}, events found"] = _right(
            incidents, want, lambda event, part, made=made: _best(made[of_most(event, of).id], part)
        )
    by_id = {one.document.id: one for one in read}
    reports = {event.id: [by_id[document] for document in event.documents] for event in incidents}
    for name, pick in BESIDE.items():
        right[name] = _right(incidents, want, lambda event, part, pick=pick: pick(reports[event.id], part))
    some = (
        sum(want[event.kind].counts[part] in _numbers(reports[event.id], part) for event in incidents) for part in PARTS
    )
    killed, injured = some
    right["some report is right"] = killed, injured
    return right


def _right(
    incidents: Sequence[Event], want: Mapping[str, Recorded], count: Callable[[Event, str], int | None]
) -> tuple[int, int]:
    killed, injured = (
        sum(count(event, part) == want[event.kind].counts[part] for event in incidents) for part in PARTS
    )
    return killed, injured


def _best(estimates: Mapping[str, object], part: str) -> int | None:
    best = getattr(estimates.get(part), "best", None)
    return None if best is None or best.denominator != 1 else int(best)


def _numbers(reports: Sequence[Told], part: str) -> list[int]:
    return [int(one.counts[part].low or one.counts[part].high or 0) for one in reports if part in one.counts]


def _naive(reports: Sequence[Told], part: str) -> int | None:
    """What the first match of a pattern says in the latest report that has one; nought where none has."""
    for one in reversed(reports):
        if match := NAIVE[part].search(one.document.text):
            word = match.group(1).lower()
            return SMALL.get(word) or int(word)
    return 0


BESIDE: Mapping[str, Callable[[Sequence[Told], str], int | None]] = {
    "first report": lambda reports, part: next(iter(_numbers(reports, part)), None),
    "latest report": lambda reports, part: next(reversed(_numbers(reports, part)), None),
    "median": lambda reports, part: median_low(numbers) if (numbers := _numbers(reports, part)) else None,
    "naive pattern": _naive,
}


def scores(
    read: Sequence[Told],
    of: Mapping[str, Event],
    want: Mapping[str, Recorded],
    *,
    least: int,
    halves: str = "tuning other",
) -> tuple[int, Right]:
    """How many incidents of ``halves`` have ``least`` reports, and how often each way of counting is right on them."""
    known = [event for event in joined(read) if event.kind in want and half(event.kind) in halves]
    incidents = [event for event in known if len(event.documents) >= least]
    return len(incidents), counting(read, incidents, of, want)


def measured() -> dict[str, float]:
    """The scores that floors are pinned to, on a draw of incidents."""
    every = list(read(drawn(lines(CORPORA, "reports"), SAMPLE, 0)))
    of = own(events([(one.document, one.reading) for one in every]))
    *_, f1 = bcubed([of[one.document.id].id for one in every], [one.incident for one in every])
    count, right = scores(every, of, recorded(CORPORA), least=2)
    killed, injured = right[f"{PINNED}, reports as recorded"]
    return {"grouping F1": f1, "killed, several reports": killed / count, "injured, several reports": injured / count}


def main() -> None:
    """Print the scores of both halves."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, default=CORPORA, help="the folder of the archives, or of the corpora")
    options.add_argument("--sample", type=int, default=SAMPLE, help="read the reports of so many incidents")
    options.add_argument("--all", action="store_true", help="read all reports")
    options.add_argument("--seed", type=int, default=0, help="the draw")
    asked = options.parse_args()
    if folder(NAME, asked.corpora) is None:
        print(f"not scored: {asked.corpora} lacks {NAME}; name the folder with --corpora")
        return
    rows = drawn(lines(asked.corpora, "reports"), None if asked.all else asked.sample, asked.seed)
    report(list(read(rows)), recorded(asked.corpora))


def report(every: Sequence[Told], want: Mapping[str, Recorded]) -> None:
    """Print the scores of what was read, all of it grouped at once, by halves."""
    of = own(events([(one.document, one.reading) for one in every]))
    for name in ("tuning", "other"):
        mine = [one for one in every if half(one.incident) == name]
        print(f"{name} half: {len(mine)} reports")
        print(*grouping(mine, of), sep="\n")
        for least in (2, 1):
            count, right = scores(every, of, want, least=least, halves=name)
            print(
                f"  incidents with {'several reports' if least > 1 else 'any report'}: {count}; killed, injured right"
            )
            for way, (killed, injured) in right.items():
                print(f"    {way:42} {killed / count:.3f} {injured / count:.3f}")


if __name__ == "__main__":
    main()
