"""Documents become claims; claims of the same happening become an event: first, what words a report has for it.

It promises names, numbers, places and days as the text tells them, none of them from sentences that page after page
repeats ("There was a problem saving your notification"). A capital that a sentence's beginning or a headline would have
set is a name's only where the pile of reports writes the word so elsewhere.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cache
from math import log
from pathlib import Path
from typing import Any

import tomli

from reportedly.frozen import dataclass
from reportedly.model import Document, Reading
from reportedly.values.dates import Time
from reportedly.values.gazetteer import Name, Words, fold
from reportedly.values.lexicons import words as lexicon_words
from reportedly.values.wordings import Wording

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
REPEATED = 3  # documents; what so many tell word by word, the last a week and more after the first, is the page's
WEEK = 7  # days in which the same copy goes round
LEAD = 400  # characters of the opening, whose places count however seldom they are named
TABLED = frozenset({"organisation", "outlet", "group"})  # bodies of the tables: known, so that nothing is known by them
WHERE = frozenset({"place", "state"})
PLACE, BODY = 0.6, 0.5  # how much a word of a place or of a known body says beside a word that is in no table
SITED = 4  # words on either side in which a street or a house is called one
AT = "at "  # before a time told to the minute
CRASH = "crash"  # the kind that goes by its vehicle
DAY = 10  # characters of an ISO day
ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place finer than a state: its name, and its degrees where the tables know them."""

    name: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(slots=True)
class Told:
    """What one document has for words: how often it names what, where and when.

    ``names`` go by word, and by two words on end; ``unsure`` are capitals that may be no names, ``small`` words without
    one, ``telling`` surely names. ``numbers`` are as written; ``days`` are those that date the happening most clearly;
    ``where`` are the words of places, ``wide`` those of names that are met everywhere: states, their divisions, bodies
    and office holders.
    """

    names: dict[str, float] = field(default_factory=dict)
    unsure: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    small: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    spots: dict[str, Spot] = field(default_factory=dict)
    where: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()


@cache
def lexicon() -> dict[str, Any]:
    """The tables of ``events.toml``."""
    return tomli.loads(Path(__file__).with_name("events.toml").read_text("utf-8"))


@cache
def _kinds_by_word() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, listed in lexicon()["kinds"].items():
        for word in listed:
            found[word].add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def is_common(word: str) -> bool:
    """Whether a word in capitals is of so many names that it tells none: "president", "street"."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(lexicon()["common"]["words"])


@cache
def _vehicles() -> Mapping[str, str]:
    return {vehicle: kind for kind, listed in lexicon()["vehicles"].items() for vehicle in listed}


@cache
def _telling() -> frozenset[str]:
    """All words that tell of a happening: what it was, or what befell people."""
    return frozenset(lexicon()["harm"]["words"]) | _kinds_by_word().keys()


def _bases(word: str) -> set[str]:
    stems = {word[: -len(ending)] + rest for ending, rest in ENDINGS if word.endswith(ending)}
    doubled = {stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]}
    return {word, *stems, *doubled}


def repeated(documents: Iterable[Document]) -> frozenset[str]:
    """The sentences that documents of more than a week tell word by word."""
    days: defaultdict[str, list[int]] = defaultdict(list)
    for document in documents:
        day = ordinal(document.published)
        for sentence in {bare(document.text[start:end]) for start, end in _sentences(document)}:
            if day is not None:
                days[sentence].append(day)
    return frozenset(s for s, on in days.items() if len(on) >= REPEATED and max(on) - min(on) > WEEK)


def bare(sentence: str) -> str:
    """A sentence with single spaces."""
    return " ".join(sentence.split())


def _sentences(document: Document) -> Iterator[tuple[int, int]]:
    for part in document.parts:
        for found in SENTENCE.finditer(document.text, part.start, part.end):
            yield found.span()


def ordinal(day: str | None) -> int | None:
    """The day as a number, where it is told to the day."""
    return date.fromisoformat(day[:DAY]).toordinal() if day is not None and len(day) >= DAY else None


class _Stretches:
    """Apart ranges of a text, in order: which of them holds a position."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self.ranges = list(ranges)
        self.starts = [start for start, _ in self.ranges]

    def at(self, position: int) -> int | None:
        """The number of the range at ``position``."""
        place = bisect_right(self.starts, position) - 1
        return place if place >= 0 and position < self.ranges[place][1] else None


@dataclass(frozen=True, slots=True)
class Text:
    """A document's wording, and where those of its sentences stand that tell something."""

    wording: Wording
    sentences: tuple[tuple[int, int], ...]


def read(wording: Wording, boilerplate: frozenset[str]) -> Text:
    """The document of ``wording`` without its sentences that are of ``boilerplate``."""
    text = wording.document.text
    kept = (span for span in _sentences(wording.document) if bare(text[slice(*span)]) not in boilerplate)
    return Text(wording, tuple(kept))


def told(text: Text, sentences: Sequence[tuple[int, int]]) -> Told:
    """What ``sentences`` of ``text`` have for words."""
    kept, wording = _Stretches(sentences), text.wording
    found = [name for name in wording.names if kept.at(name.start) is not None]
    on = [time for time in wording.times if kept.at(time.start) is not None]
    made = Told()
    dated = _Stretches((time.start, time.end) for time in on)
    _words(made, wording.words, list(_apart(found)), kept=kept, dated=dated)
    made.spots = _spots(found)
    called = wording.document.text
    written = [(name, fold(called[name.start : name.end]).split()) for name in found]
    located = [(name, words) for name, words in written if name.kind in WHERE]
    made.where |= {word for _, words in located for word in words}
    made.wide = frozenset(word for name, words in written if _is_wide(name) or _is_known(name) for word in words)
    bases = [_bases_in(called[start:end]) for start, end in kept.ranges]
    made.days = _days(on, kept, [not known.isdisjoint(_telling()) for known in bases], wording.published)
    made.kinds = _main(bases)
    made.numbers.update(f"{AT}{time.low[11:16]}" for time in on if _is_minute(time) and time.low)
    return made


def _words(made: Told, words: Words, found: Sequence[Name], *, kept: _Stretches, dated: _Stretches) -> None:
    """Fills in names and numbers."""
    tabled = _Stretches((name.start, name.end) for name in found)
    kinds = [name.kind for name in found]
    inside = [kept.at(start) is not None and dated.at(start) is None for start in words.starts]
    telling = frozenset(words.keys[at] for at in range(len(words)) if inside[at] and words.telling(at))
    counts: Counter[tuple[str, float]] = Counter()
    before: int | None = None
    for at, key in enumerate(words.keys):
        raw = words.raw(at)
        if inside[at] and raw[:1].isdigit():
            made.numbers[key] += 1
        if not (inside[at] and raw[:1].isupper()):
            before = None
        elif words.telling(at) or key in telling or (words.link(at + 1) == " " and words.telling(at + 1)):
            place = tabled.at(words.starts[at])
            kind = kinds[place] if place is not None else ""
            counts[key, PLACE if kind in WHERE else BODY if kind in TABLED else 1.0] += 1
            if _is_located(words, at) or _is_of_site(words, at):
                made.where |= {key}
            if before is not None and words.link(at) == " ":
                counts[f"{words.keys[before]} {key}", 0.5] += 1
            before = at
        else:
            made.unsure[key] += 1
            before = None
    for (key, weight), count in counts.items():
        made.names[key] = max(made.names.get(key, 0.0), weight * (1 + log(count)))
    made.telling = telling
    made.small = frozenset(key for at, key in enumerate(words.keys) if inside[at] and words.raw(at)[:1].islower())


def _is_of_site(words: Words, at: int) -> bool:
    """Whether a word is of the name of a street or a house that many happenings have: "Mount Sinai Hospital"."""
    sites = lexicon()["sites"]["words"]
    for after in range(at + 1, min(at + 1 + SITED, len(words.keys))):
        if words.link(after) != " " or not words.raw(after)[:1].isupper():
            break
        if words.keys[after] in sites:
            return True
    return not frozenset(lexicon()["sites"]["before"]).isdisjoint(words.keys[max(0, at - SITED) : at])


def _is_located(words: Words, at: int) -> bool:
    """Whether the words before show a place, in the tables or not: "off Zuwara", "the village of Kpana"."""
    before = words.before(at)
    if before == "of":
        return words.before(at - 1) in lexicon_words("names", "places")
    return before in lexicon_words("names", "located") or before in lexicon()["where"]["words"]


def _apart(found: Sequence[Name]) -> Iterator[Name]:
    """Names in order, without those inside another."""
    last = 0
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if name.start >= last:
            last = name.end
            yield name


def _spots(found: Iterable[Name]) -> dict[str, Spot]:
    """The places finer than a state: those of the opening, and those named at least half as often as any."""
    counts: Counter[str] = Counter()
    spots: dict[str, Spot] = {}
    opening = set()
    for name in found:
        if name.kind != "place" or _is_wide(name):
            continue
        place = name.place
        key = (place.geonames if place else None) or fold(name.name)
        counts[key] += 1
        spots.setdefault(key, Spot(name.name, place.latitude if place else None, place.longitude if place else None))
        if name.start < LEAD:
            opening.add(key)
    most = max(counts.values(), default=0)
    return {key: spot for key, spot in spots.items() if key in opening or 2 * counts[key] >= most}


def _bases_in(sentence: str) -> frozenset[str]:
    """The words of a sentence, in every base form that they may have, as far as the lexicon knows them."""
    known = _telling() | _vehicles().keys()
    return frozenset(base for word in WORD.findall(sentence) for base in _bases(word.casefold()) if base in known)


def _main(sentences: Sequence[frozenset[str]]) -> frozenset[str]:
    """The kinds that at least half as many sentences tell of as of the one most told of.

    A word of several kinds counts for those that other words tell of too; where none does, for all of its kinds.
    """
    known = _kinds_by_word()
    sure = {
        kind for words in sentences for word in words & known.keys() if len(known[word]) == 1 for kind in known[word]
    }
    counts: Counter[str] = Counter()
    for words in sentences:
        kinds = {kind for word in words & known.keys() for kind in known[word]}
        counts.update(kinds & sure if sure else kinds)
    most = max(counts.values(), default=0)
    main = frozenset(kind for kind, count in counts.items() if 2 * count >= most)
    return _by_vehicle(main, sentences) if CRASH in main else main


def _by_vehicle(kinds: frozenset[str], sentences: Iterable[frozenset[str]]) -> frozenset[str]:
    """A crash of what the sentences name; where they name nothing that crashes, of anything."""
    vehicles = _vehicles()
    told = {vehicles[word] for words in sentences for word in words & vehicles.keys()}
    return kinds - {CRASH} | (told or set(vehicles.values()))


def _days(on: Iterable[Time], kept: _Stretches, happening: Sequence[bool], published: str | None) -> frozenset[int]:
    """The days most clearly told of as the happening's: in sentences that tell of it, to the hour, more than once."""
    weights: Counter[int] = Counter()
    for time in on:
        day = _one_day(time)
        if day is None or (published is not None and day > published):
            continue
        sentence = kept.at(time.start)
        tells = sentence is not None and happening[sentence]
        weights[date.fromisoformat(day).toordinal()] += 1 + (len(time.low or "") > DAY) + 2 * tells
    most = max(weights.values(), default=0)
    return frozenset(day for day, weight in weights.items() if 2 * weight >= most)


def _one_day(time: Time) -> str | None:
    """The day a time lies in; of a night the one it begins on. None for what is wider, or dates what was said."""
    low, high = time.low or "", time.high or ""
    if time.kind not in ("date", "time") or len(low) < DAY or len(high) < DAY:
        return None
    if time.role == "reported" or time.value == "PRESENT_REF":
        return None
    nights = date.fromisoformat(high[:DAY]).toordinal() - date.fromisoformat(low[:DAY]).toordinal()
    return low[:DAY] if nights == 0 or (nights == 1 and len(low) > DAY) else None


def _is_wide(name: Name) -> bool:
    return name.kind == "state" or (name.place is not None and name.place.precision in ("admin", "country"))


def _is_known(name: Name) -> bool:
    """Whether a body or a person stands in the tables, and so is in the news with one happening as with another."""
    return name.kind in TABLED or (name.kind == "person" and name.actor is not None)


def _is_minute(time: Time) -> bool:
    """Whether a time is told to the minute, so that two hardly share it by chance."""
    return (
        time.low is not None
        and len(time.low) >= 16
        and not time.low[11:].startswith(("00:00",))
        and time.low[14:16] != "00"
    )


def speakers(reading: Reading) -> frozenset[str]:
    """The words of those who are quoted: whoever speaks of one happening speaks of the next."""
    said = {step.called for claim in reading.claims for step in claim.attribution if step.span}
    return frozenset(word for source in said for word in fold(source).split())
