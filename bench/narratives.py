"""From how many to how many were killed and hurt: ``python -m bench.narratives [--corpora DIR] [--reading NAME]``.

``strike-narratives``: incidents told in prose, with who reported what, and the analysts' own range of killed and hurt
(evaluation only, development part: rules were tuned on it). Each prose is read into claims, and the claims into the
toll of the incident (``reportedly.estimates.toll``). Told are the ranges that are exactly the analysts', "none" among
them; how much the ranges overlap (the whole numbers in both by those in either); how wide they are, and in brackets the
analysts'; of the children, women and men the analysts count those that are told right, and how often they exceed their
whole.

Beside them stand a naive pattern, the first number before "killed" or "injured", and a ceiling: what a careful reader
had from those sentences of 60 proses that tell of numbers or harm (``bench/gold/narratives/hand.jsonl``), before the
rules and, but for three, without sight of the ranges; and what a second one had from 40 others, drawn at random and
read whole, who knew the rules and had seen none of the ranges (``second.jsonl``).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.beside import CORPORA, folder
from bench.corpora import ROOT
from reportedly import claims
from reportedly.estimates import toll
from reportedly.language import Parser
from reportedly.model import Bounds, Document, Part, Toll
from reportedly.values import find

NAME = "strike-narratives"
HAND = ROOT / "bench/gold/narratives/hand.jsonl"
SECOND = ROOT / "bench/gold/narratives/second.jsonl"
SIDES = ("killed", "injured")
KINDS = {"child": "children", "woman": "women", "man": "men"}
RANGE = re.compile(r"(\d+)(?:\D+(\d+))?")
KIND = re.compile(r"([\d–-]+) ([a-z]+)")
HARM = {"killed": re.compile(r"\bkill|\bdea[dt]|\bdie"), "injured": re.compile(r"\binjur|\bwound|\bhurt")}
NEAR = 60  # characters from a number to the word that tells what befell so many
UNTOLD = ("", "0", "Unknown")

Ends = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident: its prose, and the analysts' ranges by side and by kind of killed."""

    code: str
    text: str
    ranges: Mapping[str, Ends]
    kinds: Mapping[str, Ends]

    def document(self) -> Document:
        """The prose, a part a line."""
        parts, at = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                parts.append(Part("body", at, at + len(line)))
            at += len(line) + 1
        return Document(address=self.code, text=self.text, parts=tuple(parts))


def ends(told: str | None) -> Ends:
    """The range in words such as "4 – 6" or "12"; None where none is told."""
    text = (told or "").replace(",", "").strip()
    found = None if text in UNTOLD else RANGE.search(text)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def incidents(corpora: Path = CORPORA) -> tuple[Incident, ...]:
    """Every incident, in the corpus's order; none where it is not there."""
    home = folder(NAME, corpora)
    if home is None:
        return ()
    rows = map(json.loads, (home / "incidents.jsonl").read_text("utf-8").splitlines())
    return tuple(
        Incident(
            row["code"],
            row["narrative"],
            {side: ends(row[side]) for side in SIDES},
            {KINDS.get(kind, kind): ends(number) for number, kind in KIND.findall(row["killed_breakdown"])},
        )
        for row in rows
    )


def read(parser: Parser, incident: Incident, reading: str = "recorders") -> Toll:
    """The toll of one incident from its prose."""
    document = incident.document()
    sentences = parser(document.text, claims.blocks(document))
    return toll(claims.extract(document, sentences, model=parser.name).claims, reading=reading)


def whole(bounds: Bounds) -> Ends:
    """Both ends as whole numbers; None where nothing is told."""
    return None if bounds.low is None or bounds.high is None else (int(bounds.low), int(bounds.high))


def naive(text: str, side: str) -> Ends:
    """The first number shortly before a word of killing, or of wounding."""
    for found in find(text, 0, len(text))[0]:
        low = found.quantity.low if found.quantity.low is not None else found.quantity.high
        near = text[found.end : found.end + NEAR].split(".")[0]
        if low is not None and found.quantity.unit == "count" and HARM[side].search(near):
            return int(low), int(found.quantity.high or low)
    return None


def overlap(one: Ends, two: Ends) -> float:
    """The whole numbers in both ranges by those in either."""
    if one is None or two is None:
        return float(one == two)
    both = max(0, min(one[1], two[1]) - max(one[0], two[0]) + 1)
    return both / (one[1] - one[0] + two[1] - two[0] + 2 - both)


def mean(numbers: Iterable[float]) -> float:
    """Their mean, nought of none."""
    every = list(numbers)
    return sum(every) / (len(every) or 1)


def ceiling(known: Sequence[Incident], reader: Path) -> dict[str, tuple[float, float]]:
    """How often a careful reader has the analysts' exact range, and how much theirs overlap."""
    wanted = {incident.code: incident for incident in known}
    rows = [json.loads(line) for line in reader.read_text("utf-8").splitlines()]
    found = {}
    for side in SIDES:
        pairs = [(ends(row[side]), wanted[row["incident"]].ranges[side]) for row in rows if row["incident"] in wanted]
        found[side] = (mean(mine == theirs for mine, theirs in pairs), mean(overlap(*pair) for pair in pairs))
    return found


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: ranges exactly right and their overlap, of every other incident."""
    parser, known = Parser(), incidents()[::2]
    tolls = [(incident, read(parser, incident)) for incident in known]
    return {f"{side} {name}": score for side in SIDES for name, score in scores(tolls, side).items() if name != "width"}


def scores(tolls: Sequence[tuple[Incident, Toll]], side: str) -> dict[str, float]:
    """Exactly right, overlap, and the mean number of whole numbers in a range that is told."""
    pairs = [(whole(getattr(found, side)), incident.ranges[side]) for incident, found in tolls]
    return {
        "exact": mean(found == wanted for found, wanted in pairs),
        "overlap": mean(overlap(found, wanted) for found, wanted in pairs),
        "width": mean(found[1] - found[0] + 1 for found, _ in pairs if found),
    }


def lines(tolls: Sequence[tuple[Incident, Toll]]) -> Iterator[str]:
    """The scores as lines of text."""
    known = [incident for incident, _ in tolls]
    readers = [ceiling(known, reader) for reader in (HAND, SECOND)]
    for side in SIDES:
        made = scores(tolls, side)
        plain = mean(naive(incident.text, side) == incident.ranges[side] for incident in known)
        told = [(found, one.ranges[side]) for one, found in tolls if one.ranges[side]]
        width = mean(wanted[1] - wanted[0] + 1 for _, wanted in told if wanted)
        some = mean(whole(getattr(found, side)) == wanted for found, wanted in told)
        exact = f"exact {made['exact']:.3f} of {len(known)} ({some:.3f} of {len(told)} that have a range)"
        hands = " and ".join(f"{reader[side][0]:.3f} ({reader[side][1]:.3f})" for reader in readers)
        beside = f"naive {plain:.3f}, by hand (overlap) {hands}"
        yield f"{side:8} {exact}, {beside}; overlap {made['overlap']:.3f}; width {made['width']:.1f} ({width:.1f})"
    for kind in KINDS.values():
        found = [(whole(dict(toll.kinds).get(kind, Bounds(None, None))), one.kinds.get(kind)) for one, toll in tolls]
        right = mean(mine == wanted for mine, wanted in found if wanted)
        told_at_all = mean(mine is not None for mine, wanted in found if wanted)
        yield f"{kind:8} exact {right:.3f}, told {told_at_all:.3f} of {sum(bool(wanted) for _, wanted in found)}"
    over = sum(_exceeds(found) for _, found in tolls)
    yield f"kinds that exceed their whole: {over} of {sum(bool(found.kinds) for _, found in tolls)}"


def _exceeds(found: Toll) -> bool:
    """Whether the children, women and men are more than all the killed."""
    least = sum(bounds.low or 0 for _, bounds in found.kinds)
    return found.killed.high is not None and least > found.killed.high


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, default=CORPORA, help="the folder of the archives")
    options.add_argument("--reading", default="recorders", help="how vague words are read")
    asked = options.parse_args()
    known = incidents(asked.corpora)
    if not known:
        print(f"not scored: {asked.corpora} lacks {NAME}; name the folder with --corpora")
        return
    parser = Parser()
    for line in lines([(incident, read(parser, incident, asked.reading)) for incident in known]):
        print(line)


if __name__ == "__main__":
    main()
