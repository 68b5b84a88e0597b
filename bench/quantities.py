"""How completely quantities are read: ``python -m bench.quantities [--misses SLOT]``, from the project's root.

Gold stands in ``bench/gold/quantities``, marked as its README says. Each measure is an F1 over all quantities, implied
ones included; a quantity counts for a later measure only if its value is right. Misses are told of what was tuned on.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import reportedly
from bench.corpora import ROOT, Corpus
from reportedly.model import Claim

GOLD = ROOT / "bench/gold/quantities"
PARTS = ("ab", "c", "d", "e")  # each scored by itself
UNSEEN = frozenset({"e"})  # of these, the ones that are scored and never looked into
SLOTS = ("value", "unit", "bound", "counted complete", "counted partial", "change")
ARTICLES = frozenset({"the", "a", "an"})

Record = dict[str, Any]


def files(parts: str) -> tuple[Path, ...]:
    """The files of some parts."""
    return tuple(GOLD / f"{part}.jsonl" for part in parts)


def records(parts: str) -> Iterator[Record]:
    """The marked texts of some parts, in order."""
    for path in files(parts):
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def place(text: str, quote: str, nth: int) -> tuple[int, int]:
    """Where the ``nth`` occurrence of ``quote`` stands."""
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def pairs(record: Record, claims: tuple[Claim, ...]) -> Iterator[tuple[Record | None, Claim | None]]:
    """Wanted and found side by side, those that overlap most first."""
    spots = [place(record["text"], wanted["quote"], wanted.get("nth", 1)) for wanted in record["quantities"]]
    overlaps = sorted(
        (-shared, i, j)
        for i, (start, end) in enumerate(spots)
        for j, claim in enumerate(claims)
        if (shared := min(end, claim.evidence.end) - max(start, claim.evidence.start)) > 0
    )
    met: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in met and j not in met.values():
            met[i] = j
    for i, wanted in enumerate(record["quantities"]):
        yield wanted, claims[met[i]] if i in met else None
    for j, claim in enumerate(claims):
        if j not in met.values():
            yield None, claim


def words(phrase: str) -> tuple[str, ...]:
    """A phrase without case, commas and leading articles."""
    found = phrase.lower().replace(",", "").split()
    return tuple(found[1:] if found[:1] and found[0] in ARTICLES else found)


def own_words(claim: Claim) -> bool:
    """Whether the head is the unit's own word, "hours" of "two hours", which says nothing of what was measured."""
    head = claim.counted.head if claim.counted else None
    inside = head is not None and claim.evidence.start <= head.start and head.end <= claim.evidence.end
    return inside and claim.quantity.unit != "share"


def bound(text: str | None) -> Fraction | None:
    """A gold number."""
    return None if text is None else Fraction(text)


def right(wanted: Record, claim: Claim) -> dict[str, bool]:
    """Which slots of a quantity are as marked."""
    quantity = claim.quantity
    value = (quantity.low, quantity.high) == (bound(wanted["low"]), bound(wanted["high"]))
    accepted = [words(phrase) for phrase in wanted["counted"]]
    phrase = words(claim.counted.phrase.quote) if claim.counted else ()
    none = not accepted and (claim.counted is None or claim.counted.implied or own_words(claim))
    return {
        "value": value,
        "unit": value and quantity.unit == wanted["unit"],
        "bound": value and quantity.approximator == wanted["approximator"],
        "counted complete": value and (none or phrase in accepted),
        "counted partial": value and (none or any(set(phrase) & set(other) for other in accepted)),
        "change": value and quantity.change == wanted["change"],
    }


def scored(parts: str) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """Counts over all texts of some parts, and each miss as (slot, what, where)."""
    count: Counter[str] = Counter()
    misses: list[tuple[str, str, str]] = []
    for record in records(parts):
        for wanted, claim in pairs(record, reportedly.extract(record["text"]).claims):
            count["wanted"] += wanted is not None
            count["found"] += claim is not None
            context = f"[{record['id']}] {record['text']}"
            if wanted is None or claim is None:
                slot = "spurious" if claim else "missed"
                misses.append((slot, claim.evidence.quote if claim else (wanted or {})["quote"], context))
                continue
            for slot, good in right(wanted, claim).items():
                count[slot] += good
                if not good:
                    misses.append((slot, told(wanted, claim, slot), context))
    return count, misses


def told(wanted: Record, claim: Claim, slot: str) -> str:
    """A miss in words."""
    quantity = claim.quantity
    shown = {
        "value": (f"{wanted['low']}..{wanted['high']}", f"{quantity.low}..{quantity.high}"),
        "unit": (wanted["unit"], quantity.unit),
        "bound": (wanted["approximator"], quantity.approximator),
        "change": (wanted["change"], quantity.change),
    }.get(slot, (" / ".join(wanted["counted"]), claim.counted.phrase.quote if claim.counted else "nothing"))
    return f"{wanted['quote']}: wanted {shown[0]} | found {shown[1]}"


def corpus(parts: str) -> Corpus:
    """The files that the measures depend on; the first ones have no part in their name."""
    name = "quantities" if parts == PARTS[0] else f"quantities {parts}"
    return Corpus(name, tuple(path.relative_to(ROOT) for path in files(parts)))


def measured(parts: str) -> dict[str, float]:
    """Every measure, from 0 to 1."""
    count, _ = scored(parts)
    return {slot: 2 * count[slot] / max(1, count["wanted"] + count["found"]) for slot in SLOTS}


def main() -> None:
    """Print every measure, and the misses of one slot if asked."""
    options = argparse.ArgumentParser(prog="python -m bench.quantities", description=__doc__)
    options.add_argument("--misses", choices=(*SLOTS, "missed", "spurious"), help="tell the misses of one slot")
    asked = options.parse_args()
    for parts in PARTS:
        count, misses = scored(parts)
        print(f"{corpus(parts).name}: wanted {count['wanted']}, found {count['found']}")
        for slot in SLOTS:
            print(f"{slot:18} F1 {200 * count[slot] / max(1, count['wanted'] + count['found']):.1f}")
        for slot, what, context in misses:
            if slot == asked.misses and parts not in UNSEEN:
                print(f"{what}\n    {context}")


if __name__ == "__main__":
    main()
