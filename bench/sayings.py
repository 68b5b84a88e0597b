"""Who says so, how sure, has it happened: ``python -m bench.sayings [--part PART] [--misses SLOT]``, from the root.

Gold stands in ``bench/gold/sayings``, marked as its README says; ``a`` to ``g`` were tuned on; ``h``, unseen, is
scored and never looked into. A claim is met by the figure that overlaps its words most; one that nothing meets is
wrong in every slot. A chain is exactly right when it has as many steps as marked, each right in order: the span lies
in the longest source and holds the last variant's word, or overlaps any variant; the kind is one of those marked; the
stance is the same.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import reportedly
from bench.corpora import ROOT, Corpus
from reportedly.flow import plain
from reportedly.model import Attribution, Claim, Document, Part

GOLD = ROOT / "bench/gold/sayings"
TUNED: tuple[str, ...] = ("a", "b", "c", "d", "e", "f", "g")
UNSEEN: tuple[str, ...] = ("h",)
PARTS = tuple(sorted(TUNED + UNSEEN))
WRITTEN = (("a", "b"), ("c", "d"), ("e",), ("f",), ("g",), ("h",))  # what was written together is one corpus
DETAILS = ("named", "name", "manner", "knows", "said")  # of steps whose chain is exactly right

Record = dict[str, Any]
Right = Callable[[Record, Claim], bool]


def records(part: str, folder: Path = GOLD) -> Iterator[Record]:
    """Every marked text of a part, in order."""
    yield from map(json.loads, (folder / f"{part}.jsonl").read_text("utf-8").splitlines())


def document(record: Record) -> Document:
    """The text as a document; a bare headline is one part."""
    text = record["text"]
    if not record.get("headline"):
        return plain(text)
    return Document(address="text", text=text, parts=(Part("headline", 0, len(text)),))


def place(text: str, quote: str, nth: int) -> tuple[int, int]:
    """Where the ``nth`` occurrence of ``quote`` as whole words stands."""
    spots = list(re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text))
    return spots[nth - 1].span()


def pairs(record: Record, claims: tuple[Claim, ...]) -> Iterator[tuple[Record, Claim | None]]:
    """Each marked figure with the claim that overlaps it most."""
    for wanted in record["claims"]:
        if wanted["kind"] != "figure":
            continue  # nothing finds happenings yet
        start, end = place(record["text"], wanted["quote"], wanted.get("nth", 1))
        shared = [(min(end, c.evidence.end) - max(start, c.evidence.start), c) for c in claims]
        most = max(shared, key=lambda pair: pair[0], default=(0, None))
        yield wanted, most[1] if most[0] > 0 else None


# Chains


def steps(claim: Claim) -> tuple[Attribution, ...]:
    """The chain without the outlet itself."""
    return tuple(step for step in claim.attribution if step.span is not None or step.words is not None)


def is_step(wanted: Record, step: Attribution, text: str) -> bool:
    """Whether source, kind and stance of a step are as marked."""
    same = step.kind in wanted["kind"] and step.stance == wanted["stance"]
    return same and (not wanted["source"] or is_source(wanted["source"], step, text))


def is_source(variants: list[str], step: Attribution, text: str) -> bool:
    """Whether the step's span is one of the variants, or lies in the longest and holds the last one's word."""
    if step.span is None:
        return False
    start, end = step.span.start, step.span.end
    held = re.search(rf"(?<!\w){re.escape(variants[-1])}(?!\w)", step.span.quote)
    for match in re.finditer(re.escape(variants[0]), text):
        if match.start() <= start and end <= match.end() and held:
            return True
    return any(
        start < match.end() and match.start() < end
        for variant in variants
        for match in re.finditer(re.escape(variant), text)
    )


def chain(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the chain is exactly right."""
    found = steps(claim)
    return len(found) == len(wanted["chain"]) and all(
        is_step(step, own, text) for step, own in zip(wanted["chain"], found, strict=True)
    )


def sources(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the chain has the right sources in order, whatever their kind and stance."""
    found = steps(claim)
    return len(found) == len(wanted["chain"]) and all(
        not step["source"] or is_source(step["source"], own, text)
        for step, own in zip(wanted["chain"], found, strict=True)
    )


def length(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the chain has as many steps as marked."""
    return len(steps(claim)) == len(wanted["chain"])


def root(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the last step is right, whatever stands before it."""
    found = steps(claim)
    if not wanted["chain"] or not found:
        return not wanted["chain"] and not found
    return is_step(wanted["chain"][-1], found[-1], text)


def details(wanted: Record, step: Attribution) -> Iterator[tuple[str, bool]]:
    """Each further slot of a step and whether it is as marked; a name only where one stands elsewhere."""
    yield "named", step.named == wanted["named"]
    yield "name", step.name == wanted["name"] or (wanted["name"] is None and step.name == step.source)
    yield "manner", step.manner == wanted["manner"]
    yield "knows", step.knows == wanted["knows"]
    yield "said", (step.said.words if step.said else None) == wanted["said"]


# Status, certainty, condition: one function a slot, from the marked claim, the found one and the text to right or wrong


def status(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the status is one of those marked."""
    return claim.status in wanted["status"]


def certainty(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the words of likelihood are those marked."""
    return (claim.certainty.words.quote if claim.certainty.words else None) == wanted["certainty"]


def condition(wanted: Record, claim: Claim, text: str) -> bool:
    """Whether the condition is the one marked."""
    return (claim.condition.quote if claim.condition else None) == wanted["condition"]


SLOTS: dict[str, Callable[[Record, Claim, str], bool]] = {
    "chain": chain,
    "root": root,
    "sources": sources,
    "length": length,
    "status": status,
    "certainty": certainty,
    "condition": condition,
}


def scored(part: str, folder: Path = GOLD) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Counts over all texts of a part, and each miss as (slot, what)."""
    count: Counter[str] = Counter()
    misses: list[tuple[str, str]] = []
    for record in records(part, folder):
        for wanted, claim in pairs(record, reportedly.extract(document(record)).claims):
            count["wanted"] += 1
            if claim is None:
                count["missed"] += 1
                misses.append(("missed", f"[{record['id']}] {wanted['quote']}\n    {record['text']}"))
                continue
            for slot, right in SLOTS.items():
                good = right(wanted, claim, record["text"])
                count[slot] += good
                if not good:
                    misses.append((slot, told(record, wanted, claim, slot)))
            if chain(wanted, claim, record["text"]):
                _count_details(count, wanted, claim, misses, record)
    return count, misses


def _count_details(
    count: Counter[str], wanted: Record, claim: Claim, misses: list[tuple[str, str]], record: Record
) -> None:
    for marked, step in zip(wanted["chain"], steps(claim), strict=True):
        count["steps"] += 1
        for slot, good in details(marked, step):
            count[slot] += good
            if not good:
                misses.append((slot, f"[{record['id']}] wanted {marked[slot]!r} found {step}\n    {record['text']}"))


def told(record: Record, wanted: Record, claim: Claim, slot: str) -> str:
    """A miss in words."""
    found = getattr(claim, slot, None)
    want = wanted.get(slot)
    if slot in ("chain", "root", "sources", "length"):
        want = [(s["source"][:1], s["kind"], s["stance"]) for s in wanted["chain"]]
        found = [(s.source, s.kind, s.stance) for s in steps(claim)]
    return f"[{record['id']}] {wanted['quote']}: wanted {want} | found {found}\n    {record['text']}"


def corpus(part: str) -> Corpus:
    """The files that were written together with a part."""
    parts = next(parts for parts in WRITTEN if part in parts)
    return Corpus("sayings", tuple((GOLD / f"{one}.jsonl").relative_to(ROOT) for one in parts))


def measured(part: str) -> dict[str, float]:
    """Every measure of a part, from 0 to 1."""
    count, _ = scored(part)
    shares = {slot: count[slot] / max(1, count["wanted"]) for slot in SLOTS}
    return shares | {slot: count[slot] / max(1, count["steps"]) for slot in DETAILS}


def main() -> None:
    """Print every measure, and the misses of one slot of the first part if asked."""
    options = argparse.ArgumentParser(prog="python -m bench.sayings", description=__doc__)
    options.add_argument("--part", choices=PARTS, default="a")
    options.add_argument("--gold", type=Path, default=GOLD, help="the folder of the marked texts")
    options.add_argument(
        "--misses",
        choices=(*SLOTS, *DETAILS, "missed"),
        help="tell the misses of one slot; of a part that was tuned on",
    )
    asked = options.parse_args()
    if asked.misses and asked.part not in TUNED:
        options.error("an unseen part: its misses are not told")
    count, misses = scored(asked.part, asked.gold)
    print(f"part {asked.part}: figures wanted {count['wanted']}, missed {count['missed']}")
    for slot in SLOTS:
        print(f"{slot:10} {100 * count[slot] / max(1, count['wanted']):.1f}")
    for slot in DETAILS:
        print(f"{slot:10} {100 * count[slot] / max(1, count['steps']):.1f} of {count['steps']} steps in right chains")
    for slot, what in misses:
        if slot == asked.misses:
            print(what)


if __name__ == "__main__":
    main()
