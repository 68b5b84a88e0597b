"""Documents become claims: a line "Deaths: 87 (+4)" counts what its label says, as the cell of a table does.

Situation reports and bulletins tell their key figures so. No sentence tells them, so that the parse is asked only where
a number stands. What is promised: a line whose rest holds words of its own is left to be read as a sentence,
and a number in brackets that is neither a part nor what is new counts nothing that the label names.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.claims.labels import (
    HANGING,
    SOURCED,
    Label,
    Labels,
    Scale,
    Thing,
    deed_of,
    funding,
    measured,
    narrowed,
    shares,
)
from reportedly.claims.lexicons import either, words
from reportedly.claims.persons import is_people
from reportedly.claims.signed import as_told
from reportedly.frozen import dataclass
from reportedly.model import Claim, Counted, Document, Measure, Quantity, Sentence, Slot, Span, Status
from reportedly.values import Found
from reportedly.values.gapped import OTHERS, is_place
from reportedly.values.measures import newly, singular
from reportedly.values.units import COUNT

LINE = re.compile(
    r"[\s•·▪*–—-]*(?P<label>[^\W\d][^:.;!?\n]{1,90}?)[ \t]*:[ \t]*(?=[^\w\n]{0,3}(?:[A-Z]{2,3} ?)?[$€£]?\w)"
)
BRACKETS = re.compile(r"\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]")
TIMED = re.compile(r"\s*\([^()]*\d[^()]*\)$")
LETTERS = re.compile(r"[^\W\d_]{2,}")
PARTING = re.compile(r",? (?:including|includes|among|of (?:whom|which|them|these))\b")
NEW = re.compile(r"[^)\]]{0,12}\bnew\b")
SILENT = frozenset(
    {"people", "persons", "and", "about", "approx", "approximately", "some", "so", "far", "total", "in", "of", "out"}
)
VERBAL = frozenset({"VBD", "VBZ", "VBP"})
MARKS = " \t•·▪*–—-"  # of an item
OPEN, SIGN, OF = "([", "+", " of "
_LARGE = 1_000_000  # whoever writes out the millions means no millions of them
# Of a row behind a label: who or where, before each number.
TOLD = r"[^\W\d_][^\d,;:()\n]{1,40}?"  # the words beside a number
NAMED = re.compile(rf"[,;\s]*(?:(?:and|&)\s+)?(?P<name>{TOLD})(?:\s*[:–—-])?\s+")
BY = re.compile(r"\s+by\s+\w+(?: \w+)?$")
LAST = re.compile(r"[\s.;]*")
SEVERAL, LONGEST = 2, 4  # names of a row, words of a name
# Of a row of parts behind its whole, "143; put out 128, active six" or "64 (41 discharged, 20 in care)": what leads to
# it, and the words before or behind each number.
WHICH = r"(?:of (?:which|whom|these|them)|including)"
LEADING = re.compile(
    rf"\s*(?:[;,:(–—]|\s-)\s*(?:{WHICH}\s+)?|(?: [^\W\d][\w-]*){{1,2}}(?: \(|[:,;] {WHICH} | {WHICH} )"
)
TOLD_BEFORE = re.compile(rf"[,;/\s]*(?:(?:and|&)\s+)?(?P<words>{TOLD})(?:\s*[:–—-])?\s+")
TOLD_BEHIND = re.compile(rf"\s+(?P<words>{TOLD})\s*(?:[,;/]\s*)?(?:(?:and|&)\s+)?")
CLOSED = re.compile(r"[\s.;)]*")
# By these a number is none of the parts that make up a whole.
COMPARED = re.compile(
    r"(?<![\w-])(?:new|newly|more|fewer|less|up|down|today|yesterday|since|last|previous|against|vs|per|from|to)\b"
)
CLOSED_BEHIND = re.compile(rf"\s+(?P<words>{TOLD})[\s.;)]*")
SLACK = Fraction(11, 10)  # of a whole: so much may parts that do not add up come to


@dataclass(frozen=True, slots=True)
class Line:
    """What the label of a line tells, and where the numbers in brackets stand."""

    label: Label
    counted: Counted
    status: Status
    begins: int  # where the numbers do, behind the colon
    brackets: tuple[tuple[int, int], ...]
    signed: frozenset[int] = frozenset()  # where a number begins behind the sign of a rise: "(+15%)"
    goes_on: bool = False  # "Injured: 112, including 14 children": what stands behind the first number is a sentence's
    ends: int = 0
    names: tuple[tuple[int, int, int], ...] = ()  # where a number begins and its name: "Dakar 212, Thies 97"
    parts: tuple[tuple[int, int, int], ...] = ()  # where a part begins, and what tells of it: "put out 128, active six"

    def finished(self, claim: Claim, found: Found, document: Document, whole: Claim | None) -> Claim:
        """The claim of a number of the line as its label and the word beside it tell; ``whole`` is that of the first.

        No label tells anything as who says it.
        """
        slots = tuple(whose(document.span(start, end)) for at, start, end in self.names if at == found.start)
        begins, ends = self.label.span.start, self.label.span.end
        chain = tuple(s for s in claim.attribution if s.span is None or not begins <= s.span.start < ends)
        claim = replace(claim, verb=None, slots=slots, status_words=None, condition=None, attribution=chain)
        span = self._part(found)
        if span is None:
            return claim
        by, counted = document.text[slice(*span)], replace(self.counted, implied=True)
        if is_people(kind := _last_noun(by)):  # "five children"
            told = document.span(*span)
            counted = Counted(told, told, kind)
        ahead = words("cells", "ahead", "planned", "words")
        status: Status = claim.status if ahead.isdisjoint(by.lower().split()) else "planned"  # "built 25, planned 15"
        return replace(claim, counted=counted, part_of=whole.id if whole else None, status=status)

    def is_part(self, found: Found) -> bool:
        """Whether a number is told of some alone, by the word beside it."""
        return self._part(found) is not None

    def _part(self, found: Found) -> tuple[int, int] | None:
        return next(((start, end) for at, start, end in self.parts if at == found.start), None)

    def quantity(self, found: Found) -> Quantity:
        """A number in the unit of the label, where it has none of its own."""
        scale: Scale | None = self.label.scale
        own = found.quantity
        if own.unit == "percent" and own.low is not None and own.low < 0:
            return as_told(own, "decrease", own.unit)  # "New cases: 412 (-15%)"
        if own.unit == "percent" and found.start in self.signed:
            return as_told(own, "increase", own.unit)
        if own.unit != COUNT or scale is None or not scale.known or self._aside(found) is not None:
            return own
        sized = own.low is not None and own.low >= _LARGE  # "(US$ million): 189 million" has the scale twice
        factor = Fraction(1) if sized else scale.factor
        low, high = (None if end is None else end * factor for end in (own.low, own.high))
        return replace(own, low=low, high=high, unit=scale.unit)

    def measure(self, found: Found, text: str) -> Measure | None:
        """What a number measures; None of one in brackets of which nothing tells what it is."""
        thing, quantity = self.label.thing, self.quantity(found)
        if thing is None:
            return None
        if text[max(0, found.start - len(OF)) : found.start] == OF:
            thing = replace(thing, deed=None, verb=None)  # "Districts affected: 9 of 14"
        if (part := self._part(found)) is not None:
            return self._of_part(thing, text[slice(*part)], quantity)
        aside = self._aside(found)
        money = funding(thing, quantity.unit, quantity.change)
        whole = money or measured(thing, quantity.unit, quantity.change)
        if aside is None or quantity.unit in ("percent", "share"):
            return whole
        return newly(whole) if found.start in self.signed or NEW.match(text, found.end, aside[1]) else None

    @staticmethod
    def _of_part(thing: Thing, told: str, quantity: Quantity) -> Measure:
        """What befell a part by a word that the registry knows; else what the whole is, of those alone."""
        whole = measured(thing, quantity.unit, quantity.change)
        if _is_place_of(told) or is_people(_last_noun(told)):
            return whole  # "31 (Zomba 22, Phalombe 9)"
        deed = deed_of(told, led=True)
        befell = None if deed is None else measured(replace(thing, deed=deed, rest=""), quantity.unit, quantity.change)
        return narrowed(whole, told) if befell is None or befell.open or befell == whole else befell

    def _aside(self, found: Found) -> tuple[int, int] | None:
        return next((at for at in self.brackets if at[0] <= found.start < at[1]), None)


def line(
    document: Document,
    sentence: Sentence,
    founds: Sequence[Found],
    *,
    refused: Sequence[tuple[int, int]],
    labels: Labels,
    before: Line | None = None,
) -> Line | None:
    """What the line at ``sentence`` tells by its label; None where it is told by words.

    ``before`` is the line told last; where nothing stands between, it lends what it counts: "Bodies: 9. Identified: 6".
    """
    text = document.text
    before = None if before is None or text[before.ends : sentence.start].strip(f"{MARKS}\r\n|") else before
    if not founds or ":" not in sentence.words or not (before is not None or opens(text, sentence.start)):
        return None
    told = LINE.match(text, sentence.start, sentence.end)
    founds = [found for found in founds if told is None or found.start >= told.end()]
    if told is None or not founds or _speaks(sentence, told.end("label")):
        return None
    brackets = tuple(found.span() for found in BRACKETS.finditer(text, told.end(), sentence.end))
    gone = sorted([*brackets, *((found.start, found.end) for found in founds), *refused])
    left = _left(text, told.end(), sentence.end, gone)
    within = any(at >= told.end() for at, _ in refused)
    parts = () if within else _parts(text, told.end(), sentence.end, founds)
    goes_on = not parts and PARTING.match(text, founds[0].end) is not None
    goes_on = goes_on and not _left(text, told.end(), founds[0].start, gone)
    named = tuple(part for part in parts if _is_place_of(text[part[1] : part[2]]))
    if not (parts or goes_on or refused) and left:
        named = _named(text, told.end(), sentence.end, founds)
    if not (goes_on or named or parts) and not all(word.lower() in SILENT for word in left):
        return None
    timed = SOURCED.search(told["label"]) or TIMED.search(told["label"])  # "New cases (24h)"
    timed = timed or (BY.search(told["label"]) if named else None)
    label = labels.read(told.start("label"), told.start("label") + timed.start() if timed else told.end("label"))
    if label.thing is None or label.sort != "thing" or (named and not _is_dealt(label.thing, founds)):
        return None
    counted = counted_by(document, label.thing)
    if before is not None and (shared := shares(label.thing, before.label.thing)) is not None:
        counted, label = replace(before.counted, implied=True), replace(label, thing=shared)
    rises = signed(text, founds)
    return Line(label, counted, status_of(label), told.end(), brackets, rises, goes_on, sentence.end, named, parts)


def _parts(text: str, start: int, end: int, founds: Sequence[Found]) -> tuple[tuple[int, int, int], ...]:
    """Each part of a row with the words that tell of it, behind their whole or without one; none where it is no row.

    Without a whole each is told by a deed: "Trucks: 212 crossed, 40 turned back".
    """
    whole, rest, at, told = founds[0], founds[1:], start, []
    leads = LEADING.match(text, whole.end, rest[0].start) if len(rest) >= SEVERAL else None
    if len(founds) < SEVERAL or text[start : whole.start].strip() or (leads and not _may_make(rest, whole)):
        return ()
    rest, at = (rest, leads.end()) if leads else (founds, whole.start)
    behind = at == rest[0].start
    for one, other in zip(rest, [*rest[1:], None], strict=True):
        first, last = (one.end, end if other is None else other.start) if behind else (at, one.start)
        way = TOLD_BEFORE if not behind else TOLD_BEHIND if other is not None else CLOSED_BEHIND
        found = way.fullmatch(text, first, last)
        if found is None or len(found["words"].split()) > LONGEST or COMPARED.search(found["words"]):
            return ()
        if leads is None and not _is_done_to(found["words"]):
            return ()
        told.append((one.start, *found.span("words")))
        at = one.end
    return tuple(told) if behind or CLOSED.fullmatch(text, at, end) else ()


def _is_done_to(told: str) -> bool:
    """Whether words tell a deed and nobody by themselves: "turned back", but "31 dead" are dead whatever is counted."""
    state = told.lower() in words("figures", "countable_adjectives", "words")
    return not state and deed_of(told, led=True) is not None


def _may_make(parts: Sequence[Found], whole: Found) -> bool:
    """Whether bare numbers come to no more than their whole, but for a slip."""
    sizes, most = [found.quantity.low for found in parts], whole.quantity.high
    plain = all(found.quantity.unit == COUNT and found.quantity.change == "level" for found in (whole, *parts))
    return plain and most is not None and sum(size or 0 for size in sizes) <= SLACK * most


def _named(text: str, start: int, end: int, founds: Sequence[Found]) -> tuple[tuple[int, int, int], ...]:
    """Each number of a row with the name before it; none where a word stands there that is no name."""
    told: list[tuple[int, int, int]] = []
    for found in founds:
        name = NAMED.fullmatch(text, start, found.start)
        if name is None or not _is_name(name["name"]):
            return ()
        told.append((found.start, *name.span("name")))
        start = found.end
    return tuple(told) if len(told) >= SEVERAL and LAST.fullmatch(text, start, end) else ()


def _is_name(name: str) -> bool:
    """Whether it is a name, or tells of which people: "women"."""
    called = name[0].isupper() or name in OTHERS or is_people(singular(name))
    return called and len(name.split()) <= LONGEST


def _last_noun(told: str) -> str:
    return singular(told.split()[-1].lower())


def _is_place_of(told: str) -> bool:
    """Whether what stands beside a part tells where or whose it is: "31 (Zomba 22, others 9)"."""
    return told[0].isupper() or told in OTHERS


def _is_dealt(thing: Thing, founds: Sequence[Found]) -> bool:
    """Whether a label tells what is counted by names: no "Results: Okoro 52, Bello 45" nor "Matchday: Lagos 2"."""
    empty = either(("figures", "carriers", "words"), ("figures", "carriers", "totals"), ("cells", "blank", "words"))
    state = thing.head.quote.lower() in words("figures", "countable_adjectives", "words")
    several = thing.head.quote.lower() != thing.lemma or state or is_people(thing.lemma)
    return thing.lemma not in empty and (several or any(found.is_measure for found in founds))


def whose(name: Span) -> Slot:
    """Where a number is by the name beside it, or whose."""
    return Slot("place" if is_place(name.quote) else "owner", name)


def counted_by(document: Document, thing: Thing) -> Counted:
    """What a label counts."""
    if thing.verb is not None and HANGING.search(thing.phrase.quote):  # "Dead or missing"
        return Counted(document.span(thing.phrase.start, thing.verb.end), thing.verb, thing.verb.quote.lower())
    return Counted(thing.phrase, thing.head, thing.lemma)


def signed(text: str, founds: Sequence[Found]) -> frozenset[int]:
    """Where numbers begin behind the sign of a rise: "(+15%)"."""
    return frozenset(f.start for f in founds if text[max(0, f.start - 2) : f.start + 1].lstrip(OPEN + " ")[:1] == SIGN)


def opens(text: str, start: int) -> bool:
    """Whether a line begins there or an item behind a bar, but for the mark of an item."""
    before = text[max(0, start - 4) : start].strip(MARKS)
    return not before or before[-1] in "\n|"


def _speaks(sentence: Sentence, end: int) -> bool:
    """Whether a label is a clause: "Police said: 12 died"."""
    inside = [token for token, at in enumerate(sentence.ends) if at <= end]
    counted = len(inside) > 1 and sentence.xpos[inside[-2]] == "NNS" and not is_people(sentence.lemmas[inside[-2]])
    inside = inside[:-1] if counted else inside  # "Cases reported", but "officials reported"
    says = any(
        sentence.xpos[t] in VERBAL and sentence.lemmas[t] in words("sayings", "clausal", "verbs") for t in inside
    )
    return says or any(sentence.upos[token] == "AUX" for token in inside)


def _left(text: str, start: int, end: int, gone: Sequence[tuple[int, int]]) -> list[str]:
    """The words of a line behind its label that stand in no number, time or bracket."""
    found: list[str] = []
    for first, last in (*gone, (end, end)):
        if min(first, end) > start:
            found += LETTERS.findall(text, start, min(first, end))
        start = max(start, last)
    return found


def status_of(label: Label) -> Status:
    """Whether a label makes a plan or a forecast of its numbers."""
    if label.bag & words("cells", "ahead", "planned", "words"):
        return "planned"
    return "expected" if label.bag & words("cells", "ahead", "expected", "words") else "happened"
