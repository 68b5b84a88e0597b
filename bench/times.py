"""How well times are read: ``python -m bench.times [--corpora DIR] [--misses N]``, from the project's root.

Each yardstick is told with what is counted; a corpus that is not there is skipped with a message:

* TimeBank and AQUAINT (the training part of TempEval-3; rules were tuned on TimeBank alone) and MEANTIME (the sentences
  that are marked in full), scored as in TempEval-3: strict F1 asks for the same span, relaxed F1 for an overlap, value
  F1 for an overlap with the same TIMEX3 value. The publication date is given, and is itself not scored. Beside it
  stands how many values the markers left open (X) where one is told here.
* The cases of Recognizers-Text for English dates and times: the span without leading prepositions and articles, and the
  resolved bounds or the TIMEX value. A wanted range ("from May to June") may be told by two expressions, a day "in two
  weeks" by its week, a stretch of days by its length. Where both tell the same in another notation, it is the same:
  a range's end as its last day or the day after; nights by days; "every weekend" and "every night" as what returns or
  as how often; a fiscal year by its number; words that tell on which side of a time something lies ("no later than")
  in the span here, in the role there; a day and a time of it apart or as one. A reference the cases themselves call
  undefined may stay open. What is left out is counted by reason.
* Speed in words a second of the processor: the best of three passes over texts that are already read in, so that other
  work on the machine takes little of it.

Where the package dateparser is installed its numbers stand beside ours, from the same run over the same cases.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.beside import CORPORA, folder
from reportedly.values.dates import Time, times

TIMEBANK = "TempEval3/Training/TBAQ-cleaned/TimeBank"
AQUAINT = "TempEval3/Training/TBAQ-cleaned/AQUAINT"
MEANTIME = "meantime_newsreader_english_oct15/intra-doc_annotation"
ANNOTATED = 6  # sentences of each document of MEANTIME: its title, its date line and the first four or five
SPECS = "Specs/DateTime/English"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its publication date and the times marked in it: start, end, TIMEX3 kind and value."""

    name: str
    text: str
    published: str
    wanted: tuple[tuple[int, int, str, str], ...]
    unscored: tuple[tuple[int, int], ...] = ()


# TimeBank and MEANTIME


def timebank(folder: Path) -> Iterator[Marked]:
    """The documents of a folder of TimeML."""
    for path in sorted(folder.glob("*.tml")):
        root = ElementTree.fromstring(path.read_text("utf-8"))
        dct = root.find("DCT/TIMEX3")
        body = root.find("TEXT")
        if body is not None and dct is not None:
            text, wanted = _flat(body)
            yield Marked(path.name, text, dct.get("value", ""), tuple(wanted))


def _flat(element: Any) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The text of an element and the times in it."""
    pieces: list[str] = []
    wanted: list[tuple[int, int, str, str]] = []

    def walk(node: Any) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if node.tag == "TIMEX3":
            wanted.append((start, sum(map(len, pieces)), node.get("type", ""), node.get("value", "")))

    walk(element)
    return "".join(pieces), sorted(wanted)


GLUE_LEFT = frozenset({",", ".", ";", ":", "?", "!", ")", "%", "'s", "'", "’s", "n't", "”", "’"})


def meantime(folder: Path) -> Iterator[Marked]:
    """The documents of MEANTIME; its tokens are put together with single spaces, signs without."""
    for path in sorted(folder.glob("corpus_*/*.xml")):
        root = ElementTree.parse(path).getroot()
        text, places = _joined(root)
        times_ = [mark for mark in root.iter("TIMEX3") if mark.find("token_anchor") is not None]
        spans = [_span(mark, places) for mark in times_]
        made = [m.get("functionInDocument") == "CREATION_TIME" for m in times_]
        published = next(
            (m.get("value", "") for m in root.iter("TIMEX3") if m.get("functionInDocument") == "CREATION_TIME"), ""
        )
        marks = list(zip(times_, spans, made, strict=True))
        wanted = sorted((a, b, m.get("type", ""), m.get("value", "")) for m, (a, b), dct in marks if not dct)
        yield Marked(path.stem, text, published, tuple(wanted), tuple(span for _, span, dct in marks if dct))


def _joined(root: Any) -> tuple[str, dict[str, tuple[int, int]]]:
    text, places, sentence = "", {}, ""
    for token in root.iter("token"):
        if int(token.get("sentence", "0")) >= ANNOTATED:
            break
        word = token.text or ""
        if text and word not in GLUE_LEFT and text[-1] not in "($“‘":
            text += " " if token.get("sentence") == sentence else "\n"
        elif text and token.get("sentence") != sentence:
            text += "\n"
        sentence = token.get("sentence", "")
        places[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
    return text, places


def _span(mark: Any, places: dict[str, tuple[int, int]]) -> tuple[int, int]:
    at = [places[anchor.get("t_id")] for anchor in mark.iter("token_anchor")]
    return min(a for a, _ in at), max(b for _, b in at)


@dataclass(slots=True)
class Tally:
    """Counts of TempEval-3, and the misses by cause."""

    wanted: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    opened: int = 0
    words: int = 0
    seconds: float = 0.0
    misses: list[tuple[str, str]] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """Harmonic mean of precision and recall."""
        return 200 * right / (self.wanted + self.found) if self.wanted + self.found else 0.0


PASSES = 3

Found = Sequence[tuple[int, int, str]]


def score(documents: Iterator[Marked], reader: Callable[[Marked], Found]) -> Tally:
    """Reads every document and compares."""
    told = list(documents)
    tally = Tally(words=sum(len(document.text.split()) for document in told), seconds=math.inf)
    readings: list[list[tuple[int, int, str]]] = []
    for _ in range(PASSES):
        began = time.process_time()
        readings = [list(reader(document)) for document in told]
        tally.seconds = min(tally.seconds, time.process_time() - began)
    for document, found in zip(told, readings, strict=True):
        scored = [f for f in found if not any(f[0] < b and a < f[1] for a, b in document.unscored)]
        _compare(document, scored, tally)
    return tally


def _compare(document: Marked, found: list[tuple[int, int, str]], tally: Tally) -> None:
    tally.wanted += len(document.wanted)
    tally.found += len(found)
    left = list(found)
    for start, end, kind, value in document.wanted:
        over = [f for f in left if f[0] < end and start < f[1]]
        best = max(over, key=lambda f: (f[0] == start and f[1] == end, min(f[1], end) - max(f[0], start)), default=None)
        words = " ".join(document.text[start:end].split())
        around = " ".join(document.text[max(0, start - 60) : end + 40].split())
        if best is None:
            tally.misses.append(("missed", f"{words!r} {kind} {value} | {around}"))
            continue
        left.remove(best)
        tally.relaxed += 1
        told = " ".join(document.text[best[0] : best[1]].split())
        if (best[0], best[1]) == (start, end):
            tally.strict += 1
        else:
            tally.misses.append(("span", f"{words!r} found {told!r} | {around}"))
        if best[2] == value:
            tally.value += 1
        else:
            tally.opened += "X" in value and "X" not in best[2]
            tally.misses.append(("value", f"{words!r} {value} found {best[2]} ({document.published}) | {around}"))
    for start, end, value in left:
        around = " ".join(document.text[max(0, start - 60) : end + 40].split())
        tally.misses.append(("spurious", f"{document.text[start:end]!r} {value} | {around}"))


def ours(document: Marked) -> Found:
    """What ``times`` finds."""
    return [(t.start, t.end, t.value) for t in times(document.text, document.published)]


def theirs(document: Marked) -> Found:
    """What dateparser's search finds; its values are days."""
    search_dates = import_module("dateparser.search").search_dates

    told = document.published[:10]
    base = datetime.fromisoformat(told) if re.fullmatch(r"\d{4}-\d\d-\d\d", told) else None
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"} if base else {}
    found, at = [], 0
    for words, moment in search_dates(document.text, languages=["en"], settings=settings) or ():
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, moment.date().isoformat()))
    return found


def line(name: str, tally: Tally) -> str:
    """One corpus's scores on one line."""
    return (
        f"{name:24} strict F1 {tally.f1(tally.strict):5.1f}  relaxed F1 {tally.f1(tally.relaxed):5.1f}"
        f"  value F1 {tally.f1(tally.value):5.1f} ({tally.opened} marked open, fixed here)"
        f"  wanted {tally.wanted}, found {tally.found}"
        f"  {tally.words / max(tally.seconds, 1e-9):,.0f} words a CPU second"
    )


# Recognizers


LEADING = re.compile(
    r"^(?:(?:from|in|on|at|the|since|before|after|by|between|for|until|till|during|within|of|beginning|starting|around"
    r"|about|sometime|some time|over|through|prior to|any time|as of|approximately|up to|roughly|a|an|my|to"
    r"|this coming|no later than|not later than|later than|as late as|as early as)\s+)+",
    re.IGNORECASE,
)
# Files of the specifications: whole readings, and readings by kind. The modes for calendars, tasks and experiments
# resolve by other conventions, and time zones are no times.
FILES = (
    "DateTimeModel",
    "DateParser",
    "DatePeriodParser",
    "DateTimeParser",
    "DurationParser",
    "HolidayParser",
    "SetParser",
    "TimeParser",
)


WEEKDAY_BY_WEEKS = (
    r"(?:from )?(?:next|last|previous) (?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|urday|r)?\b"
)


# Words, their place where it is told, kind, values.
Wanted = tuple[str, int | None, str, tuple[dict[str, Any], ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with its reference, and what should be found: words, their place where it is told, kind, and the
    values any of which is right.

    ``whole`` where nothing else may be found; the files by kind say nothing of other kinds in the sentence.
    """

    text: str
    reference: str
    wanted: tuple[Wanted, ...]
    whole: bool = True


def cases(folder: Path) -> Iterator[tuple[Case | None, str]]:
    """Every case, or None with the reason why it is not supported."""
    for name in FILES:
        for record in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            reason = unsupported(record)
            yield (None, reason) if reason else (_case(record, whole=name == "DateTimeModel"), "")


def _case(record: dict[str, Any], *, whole: bool) -> Case:
    results = record["Results"]
    wanted = tuple((r["Text"], r.get("Start"), kind(r), tuple(resolutions(r))) for r in results)
    return Case(record["Input"], record.get("Context", {}).get("ReferenceDateTime", "")[:16], wanted, whole)


def kind(result: dict[str, Any]) -> str:
    """The kind without its prefix."""
    return str(result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")


def resolutions(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each resolution that counts as right, with the keys timex, value, start, end and Mod where told."""
    value = result.get("Value") or {}
    if "values" in value or result.get("Resolution"):
        yield from (result.get("Resolution") or value).get("values") or ()
        return
    for side in ("FutureResolution", "PastResolution"):
        told = value.get(side) or {}
        single = next((told[k] for k in ("date", "time", "dateTime", "duration", "set") if k in told), None)
        ends = [next((told[k] for k in told if k.startswith(end)), None) for end in ("start", "end")]
        yield {"timex": value.get("Timex"), "value": single, "start": ends[0], "end": ends[1], "Mod": value.get("Mod")}


def unsupported(record: dict[str, Any]) -> str:
    """Why a case is left out, "" where it is not."""
    for result in record["Results"]:
        if kind(result) in ("timezone", "datetimealt"):
            return kind(result)
        if kind(result) in ("timerange", "datetimerange"):
            return "parts of the day and ranges of clock times, by hours of their own"
        told = list(resolutions(result))
        if any(
            str(value.get("Mod")) in ("start", "mid", "end", "before-end", "after-mid", "since-end") for value in told
        ):
            return "early, mid and late, by halves of their own"
        if any(str(value.get("value")) in ("not resolved", "0001-01-01") and kind(result) == "date" for value in told):
            return "days that no calendar has"
        if re.search(r"\b(?:few|several|some)\b", result["Text"], re.IGNORECASE):
            return "a few, several and some as three"
        if re.match(WEEKDAY_BY_WEEKS, result["Text"], re.IGNORECASE):
            return "the weekday of the next or last week for next and last"
    return ""


def hit(case: Case) -> bool:
    """Whether every wanted time is found with its words and its value, and no other is."""
    found = list(times(case.text, case.reference or None, month_first=True))
    return matches(case, found)


def matches(case: Case, found: list[Time]) -> bool:
    """Whether the found times are the wanted ones; a range may be told by two."""
    left = list(found)
    for words, place, kind_, values in _whole_times(case, found):
        start = _place(case, (words, place, kind_, values))
        inside = [t for t in left if t.start < start + len(words) and start < t.end]
        if not inside or start < 0:
            return False
        left = [t for t in left if t not in inside]
        stripped = (start + _lead(words), start + len(words.rstrip(" .")))
        found_words = case.text[inside[0].start : inside[-1].end]
        told = (inside[0].start + _lead(found_words), inside[0].start + len(found_words.rstrip(" .")))
        if told != stripped or not right(inside, kind_, values):
            return False
    return not left or not case.whole


def _whole_times(case: Case, found: list[Time]) -> Iterator[Wanted]:
    """The wanted times; a day and the time behind it as one where one found time covers both."""
    wanted = list(case.wanted)
    while wanted:
        day, *wanted = wanted
        start, end = _place(case, day), _place(case, wanted[0]) + len(wanted[0][0]) if wanted else 0
        both = day[2] == "date" and wanted and wanted[0][2] == "time"
        if both and any(t.start <= start + _lead(day[0]) and end <= t.end for t in found):
            clocks = [str(value.get("value")) for value in wanted[0][3]]
            values = tuple({"value": f"{value.get('value')} {clock}"} for value in day[3] for clock in clocks)
            yield case.text[start:end], start, "datetime", values
            wanted = wanted[1:]
        else:
            yield day


def _place(case: Case, wanted: Wanted) -> int:
    return case.text.lower().find(wanted[0].lower(), wanted[1] or 0)


def _lead(words: str) -> int:
    led = LEADING.match(words)
    return led.end() if led and led.end() < len(words) else 0


def right(inside: list[Time], kind_: str, values: tuple[dict[str, Any], ...]) -> bool:
    """Whether any of the resolutions is what was found."""
    first, last = inside[0], inside[-1]
    for value in values:
        timex = str(value.get("timex"))
        if value.get("Mod") == "ref_undef" and first is last and first.value == timex:
            return True
        if kind_ in ("duration", "set"):
            same = length(first.value) == length(timex) if timex.startswith("P") and first.kind == "duration" else False
            ok = same or length(_bare(first.value)) == length(_bare(timex))
        elif kind_ == "time":
            ok = _clock(first) == _clock(timex) or _clock(first) == "T" + str(value.get("value"))[:5]
        elif kind_ in ("date", "datetime"):
            ends = [_same(first.low, value.get("value")), _same(first.high, value.get("value"))]
            ok = (
                first.value in (timex, f"{timex}:00")
                or all(ends)
                or (kind_ == "datetime" and any(ends))
                or _holds(first, value.get("value"))
            )
        else:
            ok = _range(first, last, value) or (
                len(inside) == 1 and first.value == timex and first.value.endswith("REF")
            )
        if ok:
            return True
    return not values


def _clock(found: Time | str) -> str:
    """The time of day, "T17:00" for "T17"."""
    value = found if isinstance(found, str) else found.value
    told = value.partition("T")[2]
    return f"T{told[:5]}" if ":" in told else f"T{told}:00"


def _bare(value: str) -> str:
    """A set without the open day before its time of day, weekends and nights as how often."""
    value = {"XXXX-WXX-WE": "P1WE", "P1NI": "TNI"}.get(value, value)
    return re.sub(r"(T\d\d):00$", r"\1", value.removeprefix("XXXX-XX-XX"))


PART = re.compile(r"([0-9.]+)(DE|CE|WE|WD|BD|NI|[YMWDHSQ])")
SIZES = {
    "NI": (0, 86400),
    "Y": (12, 0),
    "M": (1, 0),
    "Q": (3, 0),
    "W": (0, 7 * 86400),
    "D": (0, 86400),
    "H": (0, 3600),
    "S": (0, 1),
}


def length(value: str) -> object:
    """A duration as months and seconds, so that P3.5Y is P3Y6M; the text itself where it is no such thing."""
    months = seconds = 0.0
    date_part, _, time_part = value.removeprefix("P").partition("T")
    for part, clocked in ((date_part, False), (time_part, True)):
        for number, letter in PART.findall(part):
            if letter not in SIZES:
                return value
            size = (0, 60) if clocked and letter == "M" else SIZES[letter]
            months, seconds = months + float(number) * size[0], seconds + float(number) * size[1]
    return (round(months, 6), round(seconds, 6)) if months or seconds else value


def _same(bound: str | None, value: Any) -> bool:
    if bound is None or not isinstance(value, str):
        return False
    return value.replace(" ", "T").startswith(bound) or bound == value.replace(" ", "T")[: len(bound)]


def _holds(found: Time, value: object) -> bool:
    """ "In two weeks" is told as wide as its unit here, to the day there: the day has to lie in the unit."""
    unit = re.fullmatch(r"\d{4}(?:-W\d\d|-\d\d)?", found.value)
    low, high, wanted = _day(found.low, high=False), _day(found.high, high=True), _iso(value)
    return bool(unit and low and high and wanted and low <= wanted <= high)


def _range(first: Time, last: Time, value: dict[str, Any]) -> bool:
    start, end = value.get("start"), value.get("end")
    if first is last and first.kind == "duration":
        # "the next three days": the same length; from which moment it is rolled out differs by convention.
        return length(first.value) == length(str(value.get("timex")).rpartition(",")[2].rstrip(")"))
    told = str(value.get("timex"))
    if first is last and first.value == told and "X" not in told:
        return True
    if start is None and end is None:
        if str(value.get("timex")) == f"FY{first.value}":
            return first is last
        return first is last and first.value[-len(str(value.get("timex"))) :] == str(value.get("timex"))
    low, high = _day(first.low, high=False), _day(last.high, high=True)
    if len({id(first), id(last)}) == 2 and end:
        # A range of two ends where its last begins, or, for whole months and years, after its last.
        ends = {_day(last.low, high=False), high and high + timedelta(1)}
        return start is not None and low == _iso(start) and _iso(end) in ends
    role = first.role
    if start is None or end is None:
        told = _iso(start or end)
        return (
            told is not None
            and told in (low, high, high and high + timedelta(1), low and low - timedelta(1))
            and role != "reported"
        )
    return low == _iso(start) and high is not None and _iso(end) in (high, high + timedelta(1))


def _iso(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _day(bound: str | None, *, high: bool) -> date | None:
    """The first or last day of a bound of any precision."""
    if bound is None:
        return None
    parts = [int(part) for part in bound[:10].split("-")]
    if not high:
        return date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return date(*parts)
    following = date(parts[0] + 1, 1, 1) if len(parts) == 1 or parts[1] == 12 else date(parts[0], parts[1] + 1, 1)
    return following - timedelta(1)


def dateparser_hit(case: Case) -> bool:
    """The same judgement for dateparser: spans as searched, values as days."""
    search_dates = import_module("dateparser.search").search_dates

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "DATE_ORDER": "MDY"}
    if case.reference:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(case.reference)
    made, at = [], 0
    for words, moment in search_dates(case.text, languages=["en"], settings=settings) or ():
        start = case.text.find(words, at)
        at = start + len(words)
        told = moment.isoformat(timespec="minutes") if (moment.hour or moment.minute) else moment.date().isoformat()
        made.append(Time(start, at, "date", told, told, told))
    return matches(case, made)


def recognizers(folder: Path, misses: int) -> None:
    """Print the pass rate over the supported cases."""
    supported: list[Case] = []
    left_out: Counter[str] = Counter()
    for case, reason in cases(folder):
        if case is None:
            left_out[reason] += 1
        else:
            supported.append(case)
    began = time.process_time()
    hits = [hit(case) for case in supported]
    seconds = time.process_time() - began
    print(
        f"Recognizers, English      pass {100 * sum(hits) / len(hits):.1f} % of {len(hits)} cases"
        f" ({seconds:.1f} CPU s);"
        f" left out: {', '.join(f'{r} {n}' for r, n in left_out.most_common())}"
    )
    if find_spec("dateparser"):
        other = sum(dateparser_hit(case) for case in supported)
        print(f"  dateparser              pass {100 * other / len(hits):.1f} % of the same")
    for case in [case for case, good in zip(supported, hits, strict=True) if not good][:misses]:
        found = [
            (case.text[t.start : t.end], t.value, t.low, t.high)
            for t in times(case.text, case.reference, month_first=True)
        ]
        print(f"  miss {case.text!r} ({case.reference}) wanted {_shown(case)} found {found}")


def _shown(case: Case) -> list[Any]:
    return [(w, k, [{a: b for a, b in v.items() if b and a != "type"} for v in vs]) for w, _, k, vs in case.wanted]


CORPUS_PARTS = (("timebank", TIMEBANK, timebank), ("aquaint", AQUAINT, timebank), ("meantime", MEANTIME, meantime))


def _inside(corpora: Path, name: str, sub: str) -> Path:
    """A folder of a corpus, which may be packed; one that is not there where the corpus is not."""
    return (folder(name, corpora) or corpora / name) / sub


def measured() -> dict[str, float]:
    """The scores that floors are pinned to, from 0 to 1."""
    told = {}
    for name, sub, reader in CORPUS_PARTS:
        tally = score(reader(_inside(CORPORA, "timeml", sub)), ours)
        for slot in ("strict", "relaxed", "value"):
            told[f"{name} {slot}"] = tally.f1(getattr(tally, slot)) / 100
    hits = [hit(case) for case, _ in cases(_inside(CORPORA, "recognizers-specs", SPECS)) if case is not None]
    return told | {"recognizers": sum(hits) / len(hits)}


def main() -> None:
    """Print every yardstick whose corpus is there."""
    options = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"folder of the corpora; else {CORPORA}")
    options.add_argument("--misses", type=int, default=0, help="tell so many misses of each cause")
    options.add_argument("--only", choices=["timebank", "aquaint", "meantime", "recognizers"])
    asked = options.parse_args()
    readers: dict[str, Callable[[Marked], Found]] = {"": ours}
    if find_spec("dateparser"):
        readers["dateparser"] = theirs
    for name, sub, reader in CORPUS_PARTS:
        place = _inside(asked.corpora, "timeml", sub)
        if asked.only not in (None, name):
            continue
        if not place.is_dir():
            print(f"{name}: skipped, {asked.corpora} lacks timeml; name its folder with --corpora")
            continue
        for who, read_ in readers.items():
            tally = score(reader(place), read_)
            print(line(f"{name} {who}".strip(), tally))
            for cause in ("missed", "spurious", "span", "value") if not who else ():
                some = [told for why, told in tally.misses if why == cause]
                print(f"  {cause}: {len(some)}")
                for told in some[: asked.misses]:
                    print(f"    {told}")
    place = _inside(asked.corpora, "recognizers-specs", SPECS)
    if asked.only in (None, "recognizers"):
        if place.is_dir():
            recognizers(place, asked.misses)
        else:
            print(f"recognizers: skipped, {asked.corpora} lacks recognizers-specs; name its folder with --corpora")


if __name__ == "__main__":
    main()
