"""How well numbers and units are read: ``python -m bench.numbers [--corpora DIR] [--misses KIND]``, from the root.

DIR holds recognizers-specs, the cases of Microsoft's Recognizers-Text (MIT licence), as a folder or archive; nothing of
it stands in this project. Each result that its English cases want is looked for where its words stand. Beside us stands
quantulum3 on the same results, where it is installed; both are timed on one core, in turns.

Three columns, since this project reads numbers and then refuses some as figures of a report (ages, spans of time,
labels): *read* counts a result whose value and unit are read, whether it is then shown as a figure or refused by name,
which is what the cases ask; *figures* counts only what is shown as a figure; *or refused* adds to *read* what was
refused without being read. A *case* is met where all of its results are read.

What counts as right, stated once for both sides:

* a number, percentage, amount of money, measure or temperature: its value, and its unit but for numbers. Their name of
  a unit is read by ``unit_of_word``; where they name money without a country ("Dollar"), any country's will do;
* a range: both bounds, an open end open; whether one open end is strict counts where there is but one;
* an age: this project refuses ages by name, so that the refusal "age" is right; elsewhere value and unit of time;
* where nothing is wanted, nothing of the kind may be shown as a figure, but a number may where it is a measure;
* a unit without a number, and what both sides were never meant to read, are left out and counted: see ``APART``.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.beside import CORPORA, folder
from reportedly.model import Quantity
from reportedly.values import find, is_money, unit_of_word
from reportedly.values.units import COUNT

ROOT = Path(__file__).parents[1]
KINDS = {
    "number": "Number/English/NumberModel.json",
    "range": "Number/English/NumberRangeModel.json",
    "percent": "Number/English/PercentModel.json",
    "money": "NumberWithUnit/English/CurrencyModel.json",
    "measure": "NumberWithUnit/English/DimensionModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
}
# Their names of units that are written otherwise here. Money without a country is met by any of its countries.
NAMES = {
    "C": "degC",
    "F": "degF",
    "Degree": "degree",
    "Pound": "pound",
    "Rupee": "rupee",
    "Metric ton": "t",
    "Radian": "rad",
}
NAMES |= {
    f"{name} per millisecond": f"{unit}/millisecond"
    for name, unit in (("Meter", "m"), ("Centimeter", "cm"), ("Kilometer", "km"))
}
LOOSE = {
    "Dollar": ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "dollar"), "Pound": ("GBP", "pound", "lb"),
    "Degree": ("degree", "degC", "degF"), "Cent": ("cent",), "Ton": ("ton", "t"),
}  # fmt: skip
# The peer's names of units where ``unit_of_word`` does not know them.
PEERS = {
    "degree angle": "degree", "pound mass": "lb", "cubic centimetre": "ml", "metre per millisecond": "m/millisecond",
    "centimetre per millisecond": "cm/millisecond", "kilometre per millisecond": "km/millisecond",
    "pound sterling": "GBP", "mile per hour": "mph", "cup": "Cup",
}  # fmt: skip
# Cases that no reader of news is meant to meet as they stand, each with why.
APART = {
    "formula": "powers, exponents and sums are no amounts of a report",
    "code": "addresses, dates and telephone numbers are refused here as what they are, and are three numbers there",
    "upside down": '"percent of 10" is not how 10 percent is said',
    "no number": "a unit's name alone is no quantity",
}
CLOSE = Fraction(1, 10**9)
ROUNDS = 3
WORDS = 60_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """One result of a case: its place, its bounds (equal for a plain value) and units, none where any will do."""

    start: int
    end: int
    low: Fraction | None
    high: Fraction | None
    units: tuple[str, ...]
    strict: bool | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader found at a place: bounds and unit, with the reason where it is then refused as a figure."""

    start: int
    end: int
    low: Fraction | None
    high: Fraction | None
    unit: str
    strict: bool = False
    refusal: str = ""


Reader = Callable[[str], list[Told]]


def ours(text: str) -> list[Told]:
    """What this project finds and refuses, the latter with its value where it reads one."""
    found, refused = find(text)
    told = [_told(piece.start, piece.end, piece.quantity, "") for piece in found]
    return told + [_told(piece.start, piece.end, piece.quantity, piece.reason) for piece in refused]


def _told(start: int, end: int, quantity: Quantity | None, refusal: str) -> Told:
    if quantity is None:
        return Told(start, end, None, None, "", refusal=refusal)
    strict = quantity.low_strict or quantity.high_strict
    return Told(start, end, quantity.low, quantity.high, quantity.unit, strict, refusal)


def peer() -> Reader | None:
    """quantulum3, where it is installed."""
    if find_spec("quantulum3") is None:
        return None
    from quantulum3 import parser  # type: ignore[import-not-found, unused-ignore]

    def read(text: str) -> list[Told]:
        told = []
        for quantity in parser.parse(text):
            value, name = Fraction(str(quantity.value)), quantity.unit.name.replace("-", " ")
            unit = COUNT if name == "dimensionless" else PEERS.get(name) or unit_of_word(name) or name
            start, end = quantity.span
            told.append(Told(start, end, value, value, unit))
        return told

    return read


# What the cases want


def cases(folder: Path, kind: str) -> Iterator[tuple[str, tuple[Wanted, ...], Counter[str]]]:
    """Each case's text with its results and with how many were left out for which reason."""
    for case in json.loads((folder / KINDS[kind]).read_text("utf-8-sig")):
        text, left = case["Input"], Counter[str]()
        wanted, floor = [], 0
        for result in case["Results"]:
            start = result["Start"] if "Start" in result else _place(text, result["Text"], floor)
            floor = start + len(result["Text"])
            made = _wanted(kind, result, start)
            reason = _apart(result["Text"], text, made)
            left.update([reason] if reason else [])
            wanted += [made] if made and not reason else []
        if wanted or not case["Results"]:
            yield text, tuple(wanted), left
        else:
            yield "", (), left


def _place(text: str, words: str, floor: int) -> int:
    # Their results are in lower case, with one kind of space.
    plain = text.lower().replace("\u202f", " ")
    at = plain.find(words.lower().replace("\u202f", " "), floor)
    return max(at, 0)


def _apart(words: str, text: str, wanted: Wanted | None) -> str:
    if wanted is None:
        return "no number"
    if "^" in words or any(sign in words.lower() for sign in ("e+", "e-")) or (" over " in words and "$" not in text):
        return "formula"
    digits = words.lower().partition("e")
    if digits[1] and digits[0].strip("-. ").replace(".", "").isdigit() and digits[2].isdigit():
        return "formula"
    if words.lower().startswith(("percent of", "per cent of", "percents of")):
        return "upside down"
    codes = ("192.168", "/2018", "222-2222", "SCP-")
    return "code" if any(code in text for code in codes) else ""


def _wanted(kind: str, result: dict[str, Any], start: int) -> Wanted | None:
    resolved, end = result["Resolution"], start + len(result["Text"])
    value = resolved.get("value")
    if value is None or value == "null":
        return None
    if kind == "range":
        low, high = value[1:-1].split(",")
        one = not low or not high
        strict = ("(" in value if low else ")" in value) if one else None
        return Wanted(start, end, _exact(low), _exact(high), (), strict)
    number = _exact(value.rstrip("%"))
    return Wanted(start, end, number, number, _units(kind, resolved))


def _exact(written: str) -> Fraction | None:
    return Fraction(written) if written else None


def _units(kind: str, resolved: dict[str, Any]) -> tuple[str, ...]:
    if kind in ("number", "range"):
        return ()
    if kind == "percent":
        return ("percent",)
    name = resolved["unit"]
    if resolved.get("isoCurrency"):
        return (resolved["isoCurrency"],)
    known = NAMES.get(name) or unit_of_word(name.lower()) or name
    return (known, *LOOSE.get(name, ()))


# What is right


def meets(kind: str, wanted: Wanted, told: Told) -> bool:
    """Whether ``told`` is what was wanted."""
    if kind == "age" and told.refusal:
        return told.refusal == "age"
    # What a price is told for ("$98 a share") is no part of their units.
    if wanted.units and not {told.unit, told.unit.partition("/")[0]} & set(wanted.units):
        return False
    if kind == "range":
        bounds = _same(wanted.low, told.low) and _same(wanted.high, told.high)
        return bounds and (wanted.strict is None or wanted.strict == told.strict)
    return _same(wanted.low, told.low) or _same(wanted.low, told.high)


def _same(one: Fraction | None, two: Fraction | None) -> bool:
    if one is None or two is None:
        return one is two
    # Theirs are decimals of some fifteen places.
    return abs(one - two) <= abs(one) * CLOSE


def idle(kind: str, told: list[Told]) -> bool:
    """Whether nothing of the kind was found where nothing is wanted."""
    found = [t for t in told if not t.refusal]
    if kind == "number":
        return all(t.unit != COUNT for t in found)
    if kind == "range":
        return all((t.low == t.high) or (t.low is None and t.high is None) for t in found)
    if kind == "temperature":
        return all(t.unit not in ("degC", "degF") for t in found)
    if kind == "percent":
        return all(t.unit != "percent" for t in found)
    if kind == "money":
        return not any(is_money(t.unit) for t in found)
    return not any(
        t.unit not in (COUNT, "share", "times") and not is_money(t.unit) and not t.unit.startswith("deg") for t in found
    )


@dataclass(slots=True)
class Tally:
    """Results and cases met, what was refused instead, what was left out, and each miss in words.

    ``met`` are the results that are read, ``figures`` those of them that are shown as figures.
    """

    results: int
    met: int
    figures: int
    cases: int
    whole: int
    refused: int
    left: Counter[str]
    misses: list[str]


def tally(folder: Path, kind: str, read: Reader) -> Tally:
    """One reader's results on the cases of one kind."""
    count = Tally(0, 0, 0, 0, 0, 0, Counter(), [])
    for text, wanted, left in cases(folder, kind):
        count.left += left
        if not text:
            continue
        told = read(text)
        right = [[t for t in told if _meet(w, t) and meets(kind, w, t)] for w in wanted]
        good = [bool(met) for met in right]
        # That an age is no figure is itself the right answer.
        count.figures += sum(any(not t.refusal or kind == "age" for t in met) for met in right)
        whole = all(good) if wanted else idle(kind, told)
        count.results, count.met = count.results + len(wanted), count.met + sum(good)
        count.cases, count.whole = count.cases + 1, count.whole + whole
        for w, met in zip(wanted, good, strict=True):
            near = [t for t in told if _meet(w, t)]
            count.refused += not met and any(t.refusal for t in near)
            if not met:
                count.misses.append(
                    f"{text[w.start : w.end]!r}: wanted {_shown(w)} | found {_all(near)}\n    {text[:200]}"
                )
        if not wanted and not whole:
            count.misses.append(f"nothing wanted | found {_all(told)}\n    {text[:200]}")
    return count


def _meet(wanted: Wanted, told: Told) -> bool:
    return told.start < wanted.end and wanted.start < told.end


def _shown(wanted: Wanted) -> str:
    return f"{_number(wanted.low)}..{_number(wanted.high)} {'/'.join(wanted.units)}"


def _all(told: list[Told]) -> str:
    return ", ".join(t.refusal or f"{_number(t.low)}..{_number(t.high)} {t.unit}" for t in told) or "nothing"


def _number(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):g}"


# Speed


def sample() -> str:
    """The marked texts of this project, over and over, up to ``WORDS`` words."""
    files = sorted((ROOT / "bench/gold").glob("*.jsonl"))
    lines = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    text = "\n\n".join(lines)
    return "\n\n".join([text] * (1 + WORDS // len(text.split())))


def speed(readers: dict[str, Reader]) -> dict[str, float]:
    """Words a second of one core's own time, the median of rounds taken in turns; each paragraph is read by itself."""
    paragraphs = sample().split("\n\n")
    shares = {name: paragraphs if name == "reportedly" else paragraphs[: len(paragraphs) // 20] for name in readers}
    rates: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            began = time.process_time()
            for paragraph in shares[name]:
                read(paragraph)
            rates[name].append(sum(len(p.split()) for p in shares[name]) / (time.process_time() - began))
    return {name: statistics.median(found) for name, found in rates.items()}


def measured() -> dict[str, float]:
    """The scores that floors are pinned to: shares of results read, and shown as figures."""
    specs = _specs(CORPORA)
    if specs is None:
        return {}
    rows = [tally(specs, kind, ours) for kind in KINDS]
    results = sum(row.results for row in rows)
    return {"read": sum(row.met for row in rows) / results, "figures": sum(row.figures for row in rows) / results}


def _specs(corpora: Path) -> Path | None:
    found = folder("recognizers-specs", corpora)
    return found / "Specs" if found else None


def main() -> None:
    """Print the table, the misses of one kind if asked, and the speed."""
    options = argparse.ArgumentParser(prog="python -m bench.numbers", description=__doc__)
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of recognizers-specs; else {CORPORA}")
    options.add_argument("--misses", choices=KINDS, help="tell our misses of one kind")
    asked = options.parse_args()
    specs = _specs(asked.corpora)
    if specs is None:
        print(f"skipped: {asked.corpora} lacks recognizers-specs; name their folder with --corpora")
        return
    other = peer()
    readers: dict[str, Reader] = {"reportedly": ours} | ({"quantulum3": other} if other else {})
    if other is None:
        print("quantulum3 is not installed here: no column beside ours")
    for name, read in readers.items():
        tables(specs, name, read)
    if asked.misses:
        print("\n".join(tally(specs, asked.misses, ours).misses))
        return
    for name, rate in speed(readers).items():
        print(f"{name:12} {rate:,.0f} words/s")


def tables(folder: Path, name: str, read: Reader) -> None:
    """One reader's rows and their sum."""
    rows = {
        kind: tally(folder, kind, read) for kind in KINDS if not (kind in ("range", "age") and name != "reportedly")
    }
    for kind, row in rows.items():
        left = ", ".join(f"{reason} {count}" for reason, count in sorted(row.left.items()))
        cases = f"  cases {row.whole:3}/{row.cases:3} = {row.whole / max(1, row.cases):6.1%}"
        print(f"{name:12} {kind:12} {_columns([row])}{cases}  left out: {left or 'none'}")
    print(f"{name:12} {'all':12} {_columns(list(rows.values()))}")


def _columns(rows: list[Tally]) -> str:
    """The three columns of some rows together."""
    results, read, figures = (sum(getattr(row, name) for row in rows) for name in ("results", "met", "figures"))
    named = read + sum(row.refused for row in rows)
    return (
        f"read {read:3}/{results:3} = {read / max(1, results):6.1%}"
        f"  figures {figures:3} = {figures / max(1, results):6.1%}  or refused {named / max(1, results):6.1%}"
    )


if __name__ == "__main__":
    main()
