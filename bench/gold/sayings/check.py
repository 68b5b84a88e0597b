"""Whether the marked sayings keep to their README, and how their constructions are balanced: ``python check.py``."""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

STATUSES = {"happened", "ongoing", "planned", "expected", "conditional", "possible", "did_not_happen", "unresolved"}
KINDS = {"government", "military", "intelligence", "media", "agency", "ngo", "international", "analyst", "person"}
KINDS |= {"unnamed", "company"}
STANCES = {"asserts", "denies", "doubts", "supposes", "asks"}
MANNERS = {"neutral", "endorsing", "distancing"}
KNOWS = {None, "saw", "told", "intercepted", "documents", "estimate"}
FORMS = {"direct", "indirect", "mixed"}


def spans(item: dict[str, Any]) -> list[str]:
    """Every span of the item that must stand verbatim in its text."""
    found: list[str | None] = []
    for claim in item["claims"]:
        found += [claim["quote"], claim["certainty"], claim["confidence"], claim["condition"]]
        for step in claim["chain"]:
            found += [*step["source"], step["name"], step["said"]]
    for saying in item["sayings"]:
        found += [*saying["source"], saying["cue"], *saying["content"]]
    for condition in item["conditions"]:
        consequent = condition["consequent"]
        found += [condition["antecedent"], *([consequent] if isinstance(consequent, str) else consequent)]
    return [span for span in found if span is not None]


def wrong_step(step: dict[str, Any]) -> bool:
    """Whether a step has a value outside its list."""
    return not (
        set(step["kind"]) <= KINDS
        and step["kind"]
        and step["stance"] in STANCES
        and step["manner"] in MANNERS
        and step["knows"] in KNOWS
    )


def occurrences(quote: str, text: str) -> int:
    """How often the quote stands in the text as whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(quote)}(?!\w)", text))


def faults(item: dict[str, Any]) -> list[str]:
    """What is wrong with one item, in words."""
    text, told = item["text"], []
    told += [f"not in text: {span!r}" for span in spans(item) if span not in text]
    told += [f"edge: {span!r}" for span in spans(item) if span != span.strip(" ,;") or not span]
    antecedents = {condition["antecedent"] for condition in item["conditions"]}
    seen: set[tuple[str, int]] = set()
    for claim in item["claims"]:
        quote, nth = claim["quote"], claim.get("nth", 1)
        if occurrences(quote, text) < nth:
            told.append(f"no occurrence {nth} of {quote!r}")
        if (quote, nth) in seen:
            told.append(f"twice: {quote!r}")
        seen.add((quote, nth))
        if not claim["status"] or not set(claim["status"]) <= STATUSES:
            told.append(f"status of {quote!r}")
        if any(wrong_step(step) for step in claim["chain"]):
            told.append(f"step of {quote!r}")
        if any(step["stance"] in {"denies", "doubts", "asks"} for step in claim["chain"]) and (
            claim["status"][0] != "unresolved"
        ):
            told.append(f"denied yet not unresolved: {quote!r}")
        if claim["condition"] is not None and claim["condition"] not in antecedents:
            told.append(f"condition of {quote!r} is not listed")
    told += [f"form {saying['form']}" for saying in item["sayings"] if saying["form"] not in FORMS]
    return told


def balance(items: list[dict[str, Any]]) -> None:
    """Print how the part is made up."""
    claims = [claim for item in items for claim in item["claims"]]
    steps = [step for claim in claims for step in claim["chain"]]
    sayings = [saying for item in items for saying in item["sayings"]]
    print(f"  {len(items)} items, {len({i['subject'] for i in items})} subjects, {len(claims)} claims,", end=" ")
    print(f"{len(sayings)} sayings, {sum(len(i['conditions']) for i in items)} conditions,", end=" ")
    print(f"{sum(i.get('headline', False) for i in items)} headlines")
    for name, values in {
        "kind": [c["kind"] for c in claims],
        "status": [c["status"][0] for c in claims],
        "chain length": [len(c["chain"]) for c in claims],
        "stance": [s["stance"] for s in steps],
        "manner": [s["manner"] for s in steps],
        "knows": [s["knows"] for s in steps],
        "source": [s["kind"][0] for s in steps],
        "form": [s["form"] for s in sayings],
        "cue": [s["cue"] for s in sayings],
        "certainty": [c["certainty"] for c in claims if c["certainty"]],
        "antecedent": [c["antecedent"].split()[0].lower() for i in items for c in i["conditions"]],
    }.items():
        print(f"  {name}:", ", ".join(f"{value} {count}" for value, count in Counter(values).most_common(40)))


def main() -> int:
    """Check both parts; the exit status is 1 when anything is wrong."""
    bad, ids = 0, Counter[str]()
    for path in sorted(Path(__file__).parent.glob("*.jsonl")):
        items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        print(path.name)
        balance(items)
        for item in items:
            ids[item["id"]] += 1
            for fault in faults(item):
                print(f"  {item['id']}: {fault}")
                bad += 1
    bad += sum(count > 1 for count in ids.values())
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
