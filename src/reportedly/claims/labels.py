"""Documents become claims: the head of a column, the name of a row and the title of a table are read as labels.

A label tells a thing that is counted ("Homes destroyed"), a time ("Q1 2024"), a place, a total, or the scale and unit
of the numbers below it ("$ million"). It has no sentence, so that it is read by its words alone: the noun before a
participle or before "by", "in" and their like is what is counted. Units and times are read by ``values`` as those of
sentences are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from reportedly.claims.intervals import days
from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.persons import is_people
from reportedly.frozen import dataclass
from reportedly.language.lemmas import UNFINISHED, bases, irregular
from reportedly.model import Change, Document, Measure, Span, When
from reportedly.values import find
from reportedly.values.measures import is_person, knows, measure
from reportedly.values.names import names
from reportedly.values.units import COUNT, is_money

Sort = Literal["total", "time", "place", "origin", "thing", "unit", "change", "number", "blank", "none"]

LONGEST = 200  # characters; a longer cell is no label
BRACKETED = re.compile(r"^(?P<before>.*?)[\s,:]*[(\[](?P<inside>[^()\[\]]{1,40})[)\]]\s*$", re.DOTALL)
TRAILING = re.compile(r"^(?P<before>.+?)(?:,\s+|\s+in\s+)(?P<inside>[^,]{1,40})$", re.DOTALL)
PER = re.compile(
    r"^(?P<before>.+?)\s+(?:per|/)\s*(?P<each>10{0,2}(?:,?000){1,2}|thousand|million)"
    r"(?:\s+(?:people|inhabitants|population|persons))?$",
    re.IGNORECASE,
)
EACH = {"thousand": "1000", "million": "1000000"}
# What makes shares or rates of numbers in a way that was not read: such numbers are refused.
RATED = re.compile(r"\bper\b|%|\bper ?cent\b|\bpercentages?\b|\bindex\b.*=", re.IGNORECASE)
PERCENT_OF = re.compile(r"(?:%|per ?cent|percentage)\s+(?=\w)", re.IGNORECASE)
SIGNED = re.compile(r"^(?P<before>.+?)\s+(?P<inside>%|pct|percent)$", re.DOTALL)
EXCEPT = re.compile(r"\s*(?:,|;|\bexcept\b|\bunless\b|\bother than\b).*", re.IGNORECASE | re.DOTALL)
SIZED = re.compile(r"\b(?:thousand|million|billion|trillion)s?\b|[’'‘]000\b", re.IGNORECASE)
SCALED = re.compile(r"\b(thousand|million|billion|trillion)s?(?: of\b)?")
MARKS = "*_`~† \t"
WORD = re.compile(r"[^\W\d_][\w'’/-]*")
NUMBERED = re.compile(r"(?:table|annex|figure|fig\.)\s*\w{1,4}\s*[.:–-]\s*", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MONTHLY = re.compile(r"([A-Z][a-z]{2,3})\.?[-–’' ]{1,2}(\d\d)$")  # "Jan-25": a month, as sheets write it
DASHES = frozenset({"-", "–", "—", "to"})  # between the first and the last month
DATED = frozenset({"date", "duration"})
FORETOLD = re.compile(r"((?:19|20)\d\d)\s?(?:[fFeEpP]|\((?:f|e|p|est\.?|proj\.?|forecast)\))$")
HANGING = re.compile(r"(?:/|&|\bor|\band)\s*$")
# Behind these it is told whose number it is, and not of what.
SOURCED = re.compile(r",? (?:according to|as (?:reported|counted|told|given|recorded) by) ")
JOINTS = re.compile(r"\s*(?:/|&|\bor\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: its words, the noun and its lemma, the deed beside it, and what it measures."""

    phrase: Span
    head: Span
    lemma: str
    verb: Span | None = None
    deed: str | None = None
    rest: str = ""  # what the label tells behind it: of which of them, or within which time


@dataclass(frozen=True, slots=True)
class Scale:
    """By how much each number is to be multiplied, and its unit; ``known`` is False where the words leave it open."""

    factor: Fraction = Fraction(1)
    unit: str = COUNT
    known: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its words without the unit, what it tells, and of what sort that makes it."""

    span: Span
    sort: Sort
    thing: Thing | None = None
    when: When | None = None
    scale: Scale | None = None

    @property
    def low(self) -> str:
        """The words in small letters."""
        return self.span.quote.lower()

    @property
    def bag(self) -> frozenset[str]:
        """The words one by one."""
        return frozenset(WORD.findall(self.low))


class Labels:
    """Reads the labels of one document; ``year`` is that of the table's title, for months without one."""

    def __init__(self, document: Document, published: str | None, year: str | None = None) -> None:
        self.document, self.published, self.year = document, published, year

    def read(self, start: int, end: int, sort: Sort | None = None) -> Label:
        """The label at ``start``; ``sort`` is what the column's head says its names are, where it does."""
        start, end = _inside(self.document.text, start, end)
        scale, last = self._scale(start, end) if end - start <= LONGEST else (None, end)
        span = self.document.span(start, last)
        low = span.quote.lower()
        if not span.quote or end - start > LONGEST:
            return Label(span, "unit" if scale else "none", scale=scale)
        if (low.isdecimal() and not YEAR.fullmatch(low)) or low.strip(".:") in words("cells", "numbering", "words"):
            return Label(span, "number")
        if self.is_total(start, last):
            return Label(span, "total", scale=scale)
        if low in words("cells", "changes", "words"):
            return Label(span, "change", scale=scale)
        if PERCENT_OF.sub("", low, count=1) in words("cells", "changes", "words"):
            return Label(span, "change", scale=Scale(unit="percent"))
        if (when := self._when(span)) is not None:
            return Label(span, "time", when=when, scale=scale)
        if sort in ("place", "origin") or self._is_place(span.quote):
            return Label(span, "origin" if sort == "origin" else "place", scale=scale)
        thing = self.thing(span)
        if not words("cells", "blank", "words").isdisjoint((low, thing.head.quote.lower() if thing else low)):
            return Label(span, "blank", scale=scale)
        return Label(span, "none" if thing is None else "thing", thing, scale=scale)

    def is_total(self, start: int, end: int) -> bool:
        """Whether a label says that its row or column sums up the others."""
        quote = self.document.text[start : min(end, start + LONGEST)]
        return quote.strip(MARKS + ":").lower() in words("cells", "total", "words")

    # Units

    def _scale(self, start: int, end: int) -> tuple[Scale | None, int]:
        """What a label says of its numbers, and where the rest of it ends."""
        quote = self.document.text[start:end]
        counts_rows = quote.strip(".: ").lower() in words("cells", "numbering", "words")  # "#" of rows is no pound
        whole = None if counts_rows or (len(quote) == 1 and quote.isalpha()) else unit_of(quote)
        if whole is not None:
            return whole, start
        rate = PER.match(quote)
        if rate is not None:
            each = EACH.get(rate["each"].lower(), rate["each"].replace(",", ""))
            return Scale(unit=f"{COUNT}/{each}"), start + rate.end("before")
        for way in (BRACKETED, TRAILING, SIGNED):
            told = way.match(quote)
            scale = unit_of(_weighed(EXCEPT.sub("", told["inside"]), told["before"])) if told else None
            if (
                told is not None
                and scale is None
                and (SIZED.search(told["inside"]) or _is_strange(told["inside"], way))
            ):
                scale = Scale(known=False)
            if told is not None and scale is not None:
                return scale, _inside(self.document.text, start, start + told.end("before"))[1]
        return (Scale(known=False) if RATED.search(quote) else None), end

    # Times and places

    def _when(self, span: Span) -> When | None:
        """The time that a label is, and nothing beside it."""
        from reportedly.values.dates import times  # its tables take long to load, and most documents have no table

        foretold = FORETOLD.match(span.quote)
        if foretold:
            return When(foretold[1], foretold[1], span.quote)
        monthly = MONTHLY.match(span.quote)
        if monthly and (found := times(f"{monthly[1]} 20{monthly[2]}", self.published)):
            return When(found[0].low, found[0].high, span.quote, found[0].anchor)
        dated = f" {self.year}" if self.year and not YEAR.search(span.quote) else ""
        for before in ("", "in "):
            told = f"{before}{span.quote}{dated}"
            found = times(told, self.published)
            between = told[found[0].end : found[1].start].strip() if len(found) == 2 else "-"
            ends = (found[0], found[-1]) if len(found) in (1, 2) and between in DASHES else None
            if ends is None or any(time.kind not in DATED for time in ends):
                continue
            if not told[: ends[0].start].strip("in ") and not told[ends[1].end :].strip(" .*"):
                return When(ends[0].low, ends[1].high, span.quote, ends[0].anchor)
        return None

    def dated(self, span: Span) -> When | None:
        """The one time that a title tells, in days: "as of 12 June"; None where it tells several."""
        from reportedly.values.dates import times

        found = [
            time
            for time in times(span.quote, self.published)
            if time.kind in ("date", "time") and (time.low or time.high)
        ]
        if len(found) != 1:
            return None
        return When(*days(found[0]), span.quote[found[0].start : found[0].end], found[0].anchor)

    @staticmethod
    def _is_place(quote: str) -> bool:
        found = names(quote)
        whole = len(found) == 1 and found[0].kind in ("place", "state")
        return whole and found[0].end - found[0].start >= len(quote.removeprefix("the ").removeprefix("The "))

    # Things

    def thing(self, span: Span) -> Thing | None:
        """What the words at ``span`` name as counted; None where they hold no noun."""
        start, end = span.start, span.end
        opening = NUMBERED.match(span.quote)
        start += opening.end() if opening else 0
        for phrase in _carriers():
            if self.document.text[start:end].lower().startswith(phrase + " "):
                start += len(phrase) + 1
                break
        told = [(start + found.start(), start + found.end()) for found in WORD.finditer(self.document.text[start:end])]
        if told and self._parts(*told[0]):
            return None
        parted = next((n for n, at in enumerate(told) if n and self._parts(*at)), len(told))
        goes_on = range(1, min(parted, len(told) - 1))
        told = told[: next((n for n in goes_on if self._describes(told[n - 1], told[n])), parted)]
        found = self._noun(told) if told else None
        return None if found is None else replace(found, rest=self.document.text[told[-1][1] : end].strip(" :;,.*()–-"))

    def _parts(self, start: int, end: int) -> bool:
        text = self.document.text
        before = text[max(0, start - 2) : start].strip()
        marked = not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t–")  # the mark of an item parts nothing
        parted = before[-1:] in {",", ":", "(", "–", ";"} and not marked
        return parted or text[start:end].lower() in words("cells", "parting", "words")

    def _describes(self, before: tuple[int, int], at: tuple[int, int]) -> bool:
        """Whether a word tells what people do, who go on to be told of: "People facing acute hunger"."""
        text = self.document.text
        who = text[before[0] : before[1]]
        return text[at[0] : at[1]].lower().endswith("ing") and (is_people(lemma_of(who)) or is_person(who.lower()))

    def _noun(self, told: list[tuple[int, int]]) -> Thing | None:
        text, last = self.document.text, told[-1]
        if len(told) > 1 and text[last[0] : last[1]].lower() in words("cells", "deeds", "particles"):
            last = (told[-2][0], last[1])  # "shot down"
            told = [*told[:-2], last]
        deed = deed_of(text[last[0] : last[1]], led=len(told) > 1)
        if deed is None and len(told) > 1:
            deed = _doing(text[told[-2][0] : told[-2][1]], text[last[0] : last[1]])
        if deed is not None and len(told) > 1:
            nouns = [at for at in told[:-1] if not text[at[0] : at[1]].lower().endswith("ly")]
            if nouns:
                head = self.document.span(*nouns[-1])
                phrase = self.document.span(told[0][0], nouns[-1][1])
                return Thing(phrase, head, lemma_of(head.quote), self.document.span(*last), deed)
        head = self.document.span(*last)
        if len(head.quote) < 2:
            return None
        return Thing(self.document.span(told[0][0], last[1]), head, lemma_of(head.quote))


def measured(thing: Thing, unit: str, change: Change = "level") -> Measure:
    """What ``thing`` measures: by its noun, by what befell people ("Evacuated"), by both sides of "dead/missing"."""
    phrase = thing.phrase.quote.lower()
    hangs = thing.verb is not None and HANGING.search(phrase) is not None  # "Dead or missing"
    joined = JOINTS.split(f"{phrase} {thing.verb.quote.lower()}" if hangs and thing.verb else phrase)
    deeds = [deed for word in joined if (deed := deed_of(word)) is not None]
    if thing.rest and knows(thing.rest.lower()):  # "People in need"
        return measured(replace(thing, rest="", deed=thing.rest.lower()), unit, change)
    if thing.rest and (state := _state(thing.rest.lower().split())) is not None:  # "People facing acute hunger"
        return measured(replace(thing, rest="", deed=state), unit, change)
    if thing.rest:
        return _apart(thing, measured(replace(thing, rest=""), unit, change))
    if len(joined) > 1 and len(deeds) == len(joined):
        return measure("people", ("people",), deeds[0], unit=unit, change=change, joined=deeds[1:])
    found = measure(thing.lemma, thing.phrase.quote.split(), thing.deed, unit=unit, change=change)
    if found.open and thing.deed is None and (deed := deed_of(thing.head.quote)) is not None:
        of_people = measure("people", ("people",), deed, unit=unit, change=change)
        return found if of_people.open else of_people
    first = thing.phrase.quote.split()[0] if thing.deed is None and thing.phrase.start < thing.head.start else ""
    if found.open and (deed := deed_of(first)) is not None:  # "Displaced people"
        done = measure(thing.lemma, thing.phrase.quote.split(), deed, unit=unit, change=change)
        return found if done.open else done
    if found.open and thing.deed is not None and is_people(thing.lemma):
        of_people = measure("people", ("people",), thing.deed, unit=unit, change=change)
        return found if of_people.open else of_people
    return found


def _state(told: list[str]) -> str | None:
    """The "face hunger" of "facing acute hunger", where the registry has a name for it."""
    formed = bases(told[0], "VBG") if told[0].endswith("ing") else ()
    return next((state for base in formed if knows(state := f"{base} {told[-1]}")), None)


def funding(thing: Thing, unit: str, change: Change) -> Measure | None:
    """What befalls the money of an appeal, where no noun is told: "Required: $136m"."""
    if (
        not is_money(unit)
        or thing.deed is not None
        or thing.phrase.quote.lower() not in words("cells", "deeds", "moneys")
    ):
        return None
    return measure("funding", ("funding",), deed_of(thing.head.quote, led=True), unit=unit, change=change)


def shares(thing: Thing, before: Thing | None) -> Thing | None:
    """The bodies identified of "Bodies recovered: 81" and "Identified: 66": what the label before counts.

    It is so only where the registry knows of such things that this befalls them: after "Homes destroyed: 40" nobody
    knows of homes "Evacuated: 300".
    """
    alone = thing.deed is None and thing.phrase == thing.head
    deed = deed_of(thing.head.quote, led=True) if alone and before is not None and before.deed is not None else None
    if before is None or deed is None or is_people(before.lemma):
        return None
    phrase = before.phrase.quote.split()
    if measure(before.lemma, phrase, deed).open:
        return None
    return replace(before, verb=thing.head, deed=deed, rest="")


def _apart(thing: Thing, whole: Measure) -> Measure:
    """The measure of those alone of whom the label goes on to tell: "Cases under 5"."""
    return narrowed(whole, SOURCED.split(thing.rest)[0])


def narrowed(whole: Measure, name: str) -> Measure:
    """The measure of those of one name alone, which no registry knows: the cases of measles, the seats of a party."""
    slug = "_".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())
    if not slug:
        return whole
    return Measure(f"{whole.slug}_{slug}", f"{whole.definition} Of “{name}” alone.", whole.scope, open=True)


@lru_cache(maxsize=4096)
def deed_of(word: str, *, led: bool = False) -> str | None:
    """The verb of a participle that tells what was done ("destroyed"), or a state the registry knows ("missing").

    ``led``: a noun stands before it, so that any word formed like a participle is one ("Flights delayed").
    """
    first, _, particle = word.lower().partition(" ")
    if first in words("cells", "deeds", "states"):
        return first if knows(first) else None
    participle = first.endswith(("ed", "en", "ing"))
    for base in (*irregular().get(first, ()), *bases(first, "VBN"), *((first,) if participle else ())):
        told = f"{base} {particle}".strip()
        if knows(told) and (base != first or participle):
            return told
    formed = bases(first, "VBN") if led and not particle else ()
    return next((base + "e" if base.endswith(UNFINISHED) else base for base in formed), None)


def _doing(noun: str, word: str) -> str | None:
    """The wait of "Ships waiting"."""
    low = word.lower()
    if not noun.lower().endswith("s") or low in words("cells", "deeds", "nouns"):
        return None
    formed = bases(low, "VBG")
    return formed[0] if formed else None


def lemma_of(word: str) -> str:
    """A noun in the singular, as far as its ending shows it."""
    low = word.lower()
    if low.endswith("ies") and len(low) > len("dies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def _is_strange(inside: str, way: re.Pattern[str]) -> bool:
    """Whether brackets hold what may be a unit that nobody here knows: "MT", "TEU"."""
    short = WORD.fullmatch(inside) is not None and (len(inside) < 4 or inside.isupper())
    return way is BRACKETED and short and inside.lower() not in words("cells", "deeds", "asides") and len(inside) > 1


def unit_of(told: str) -> Scale | None:
    """The unit and scale that words like "$ million", "%" or "'000 tonnes" tell; None for other words.

    They are read as they would be beside a number. Of "m" alone nobody can tell what it means.
    """
    spelt = _spelt(told)
    if not spelt or any(sign.isdigit() for sign in spelt.replace("km2", "").replace("m2", "").replace("m3", "")):
        return None
    if spelt.lower() in words("cells", "ambiguous", "words"):
        return Scale(known=False)
    if len(spelt) == 1 and spelt.isalpha():
        return None
    first, _, rest = spelt.partition(" ")
    for trial in (f"1 {spelt}", f"{spelt} 1", f"{first} 1 {rest}", *_signed(spelt)):
        found, refused = find(trial)
        if refused or len(found) != 1 or (found[0].start, found[0].end) != (0, len(trial.rstrip())):
            continue
        quantity = found[0].quantity
        if found[0].is_duration or quantity.unit == "magnitude":
            return None
        plain = quantity.unit == COUNT and quantity.low == 1
        if quantity.low is not None and quantity.approximator == "exact" and not plain:
            return Scale(quantity.low, quantity.unit)
    return None


def _weighed(unit: str, before: str) -> str:
    """The kilotonnes of "Grain imports (kt)": goods are weighed, and what may be a speed is none."""
    goods = words("cells", "weighed", "words")
    return (
        lexicon("cells")["weighed"]["units"].get(unit, unit)
        if not goods.isdisjoint(WORD.findall(before.lower()))
        else unit
    )


def _signed(spelt: str) -> Iterator[str]:
    """ "$m" as "$1m", "US$bn" as "US$1bn"."""
    sign = re.match(r"[A-Z]{0,3}[$€£¥₹]", spelt)
    if sign is not None:
        yield f"{sign[0]}1{spelt[sign.end() :].strip()}"
        yield f"{sign[0]}1 {spelt[sign.end() :].strip()}"


def _spelt(told: str) -> str:
    """The words of a unit with scales as sentences spell them: "in thousands of tonnes" as "thousand tonnes"."""
    spelt = " ".join(told.strip(MARKS + ".:").split())
    spelt = spelt[3:] if spelt.lower().startswith("in ") else spelt
    shortened = lexicon("cells")["shortened"]
    pieces = [shortened.get(piece, piece) for piece in spelt.split()]
    pieces = [next((scale for scale, forms in _scales() if piece.lower() in forms), piece) for piece in pieces]
    spelt = SCALED.sub(r"\1", " ".join(pieces))
    return " ".join(spelt.split())


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of a cell begin and end, without marks of emphasis around them."""
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        end -= 1
    return start, end


@cache
def _carriers() -> tuple[str, ...]:
    return tuple(sorted(words("cells", "carriers", "phrases"), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _scales() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((scale, frozenset(forms)) for scale, forms in lexicon("cells")["scales"].items())
