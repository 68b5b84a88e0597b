"""Documents become claims; what does not add up among the claims of one document becomes findings.

``find`` looks at claims alone, never at a parse, and promises few findings rather than wrong ones: where it cannot be
told whether two figures speak of the same thing, there is none. Two families: a headline, deck or caption against the
body, and arithmetic that the text itself asks for. Word lists and tolerances stand in ``findings.toml``. A finding
never says which figure is right.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import tomli

from reportedly.model import Claim, Document, Finding, Quantity, Reading, Span, Strength

DONE = frozenset({"happened", "ongoing"})
ABOVE = frozenset({"headline", "deck", "caption"})
HUNDRED = Fraction(100)  # percent of a whole
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_FEW = 12  # claims a body may have for every subset of two and three to be summed in no time

Interval = tuple[Fraction | None, Fraction | None]


def find(document: Document, reading: Reading, *, tolerance: str = "reported") -> tuple[Finding, ...]:
    """What does not add up within ``document``, in order of the first claim concerned, then of the check's name.

    ``tolerance`` names a table of ``findings.toml`` ("reported" or "literal"); KeyError for a name that is not there.
    """
    figures = tuple(c for c in reading.claims if c.kind == "figure" and c.basis == "written")
    paper = _Paper(document, figures, _Tolerance.named(tolerance), _Words.of(document.text))
    found = (*_against_body(paper), *_parts(paper), *_stated_sums(paper), *_shares(paper))
    place = {claim.id: claim.evidence.start for claim in figures}
    return tuple(sorted(found, key=lambda f: (place[f.claims[0]], f.kind, [place[c] for c in f.claims[1:]])))


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(files("reportedly").joinpath("findings.toml").read_text("utf-8"))


@cache
def _things() -> dict[str, str]:
    """Each word of a row that names one thing, to the row's first word."""
    return {word: row[0] for row in _table()["same"]["things"] for word in row}


def _thing(word: str) -> str:
    return _things().get(word, word)


# How far a number may lie from what was counted


@dataclass(frozen=True, slots=True)
class _Tolerance:
    """Widens what was stated to what may have been meant."""

    rounding: bool
    exact_below: int
    lowest: tuple[tuple[str, Fraction], ...]
    highest: tuple[tuple[str, Fraction], ...]

    @classmethod
    def named(cls, name: str) -> "_Tolerance":
        row = _table()["tolerance"][name]
        lowest, highest = (tuple((k, Fraction(v)) for k, v in row[end].items()) for end in ("lowest", "highest"))
        return cls(row["rounding"], row["exact_below"], lowest, highest)

    def widened(self, quantity: Quantity) -> Interval:
        """The values that may stand behind the words; an open end stays open."""
        name = quantity.approximator
        low, high = quantity.low, quantity.high
        if low is not None:
            low = min(low - self._half(low, quantity), low * dict(self.lowest).get(name, Fraction(1)))
        if high is not None:
            high = max(high + self._half(high, quantity), high * dict(self.highest).get(name, Fraction(1)))
        return low, high

    def _half(self, value: Fraction, quantity: Quantity) -> Fraction:
        """Half a unit of the last digit that was kept when ``value`` was written."""
        counted = quantity.unit in _table()["units"]["counts"]
        if not self.rounding or (counted and abs(value) < self.exact_below):
            return Fraction(0)
        step = _step(value, quantity.written)
        return Fraction(0) if counted and step <= 1 else step / 2


def _step(value: Fraction, written: str) -> Fraction:
    """The unit of the last digit kept: 1,000 for "6,000", 1/10 for "5.0", 1 for "12"."""
    numeral = _NUMERAL.search(written)
    if numeral and numeral[1] and (plain := Fraction(numeral[0].replace(",", ""))):
        scale = abs(value / plain)
        # Only where the numeral is the value itself, up to a power of ten ("3.2 million"), do its decimals tell.
        if re.fullmatch("10*", str(scale)):
            return scale / Fraction(10 ** len(numeral[1]))
    if value.denominator != 1:
        return abs(value) / 5  # "a third": a fraction in words is kept to a tenth of itself
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return Fraction(step)


def _stated(quantity: Quantity) -> Interval:
    return quantity.low, quantity.high


def _overlap(one: Interval, other: Interval) -> bool:
    (low, high), (from_, to) = one, other
    return not (high is not None and from_ is not None and high < from_) and not (
        to is not None and low is not None and to < low
    )


def _sum(intervals: Iterable[Interval]) -> Interval:
    lows, highs = zip(*intervals, strict=True)
    low = None if None in lows else sum(lows, Fraction(0))
    return low, None if None in highs else sum(highs, Fraction(0))


def _exceeds(one: Interval, other: Interval) -> bool:
    """Whether the least of ``one`` is more than the most of ``other``."""
    return one[0] is not None and other[1] is not None and one[0] > other[1]


# Whether two figures speak of the same thing


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that a text writes in lower case somewhere: what is never so written is taken for a name.

    A headline in capitals does not tell "Engineering" from "Korean"; the body does.
    """

    common: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Words":
        return cls(frozenset(word for word in _WORD.findall(text) if word == word.lower()))

    def kept(self, text: str) -> frozenset[str]:
        """The common words of ``text`` that say what is counted."""
        ignored = _table()["ignored"]["words"]
        lower = (word.lower() for word in _WORD.findall(text))
        return frozenset(_thing(word) for word in lower if word in self.common and word not in ignored)


@dataclass(frozen=True, slots=True)
class _Paper:
    """One document as the checks see it."""

    document: Document
    figures: tuple[Claim, ...]
    tolerance: _Tolerance
    words: _Words

    @property
    def body(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.figures if claim.part == "body")

    def widened(self, claim: Claim) -> Interval:
        return self.tolerance.widened(claim.quantity)

    def finding(self, kind: str, strength: Strength, claims: Sequence[Claim], sentence: str) -> Finding:
        return Finding(kind, strength, self.document.id, tuple(claim.id for claim in claims), sentence)


def _heads(claim: Claim) -> frozenset[str]:
    """The head word of what is counted, as written and as lemma."""
    counted = claim.counted
    return frozenset({_thing(counted.lemma.lower()), _thing(counted.head.quote.lower())}) if counted else frozenset()


def _modifiers(paper: _Paper, claim: Claim) -> frozenset[str]:
    return paper.words.kept(claim.counted.phrase.quote) - _heads(claim) if claim.counted else frozenset()


def _comparable(one: Claim, other: Claim) -> bool:
    """Whether unit and direction of change allow a comparison."""
    counts = _table()["units"]["counts"]
    units = {one.quantity.unit, other.quantity.unit}
    same_unit = len(units) == 1 or units <= set(counts)
    vague = "vague" in (one.quantity.approximator, other.quantity.approximator)
    return same_unit and not vague and one.quantity.change == other.quantity.change


def _same_thing(paper: _Paper, one: Claim, other: Claim) -> bool:
    """Whether two figures count the same: equal heads, or the head of one within the other's phrase.

    Of the words beside the heads, one phrase must hold all that the other has: "engineering troops" may be "troops",
    but not "combat troops".
    """
    if not (_comparable(one, other) and one.counted and other.counted):
        return False
    mine, yours = _modifiers(paper, one), _modifiers(paper, other)
    if _heads(one) & _heads(other):
        return mine <= yours or yours <= mine
    return (bool(_heads(one) & yours) and mine <= yours) or (bool(_heads(other) & mine) and yours <= mine)


def _retold(paper: _Paper, one: Claim, other: Claim) -> bool:
    """Whether ``other`` tells the figure of ``one`` in other words: same number and bound, its head in the sentence.

    A bare number comes up by chance; the same number with the same bound hardly does.
    """
    sentence = {_thing(word.lower()) for word in _WORD.findall(other.context.quote)}
    bounded = one.quantity.approximator == other.quantity.approximator != "exact"
    same = _base(one) == _base(other) and _comparable(one, other) and bounded
    return same and bool(_heads(one) & sentence) and _modifiers(paper, one) <= sentence


def _base(claim: Claim) -> Fraction | None:
    quantity = claim.quantity
    return quantity.low if quantity.low is not None else quantity.high


def _closed(claim: Claim) -> bool:
    return claim.quantity.low is not None and claim.quantity.high is not None


def _same_number(paper: _Paper, one: Claim, other: Claim) -> bool:
    """The same number, or two closed ones that may be roundings of one value."""
    if _base(one) == _base(other):
        return _base(one) is not None
    return _closed(one) and _closed(other) and _overlap(paper.widened(one), paper.widened(other))


def _speaker(claim: Claim) -> str | None:
    """Who is named for a figure in its sentence."""
    named = [step.source for step in claim.attribution if step.span is not None]
    return named[-1].casefold() if named else None


# A headline, deck or caption against the body


def _against_body(paper: _Paper) -> Iterator[Finding]:
    for claim in paper.figures:
        if claim.part not in ABOVE:
            continue
        told = _plan_told_as_deed(paper, claim)
        if told:
            yield told
        # A caption tells of its picture, which may be of another day: only a deed is held against the body.
        if claim.part != "caption":
            yield from filter(None, (_bound_changed(paper, claim) or _value_changed(paper, claim),))


def _plan_told_as_deed(paper: _Paper, claim: Claim) -> Finding | None:
    """The part above tells as done what the body tells as planned, expected, conditional or possible."""
    if claim.status not in DONE:
        return None
    same = [c for c in paper.body if _same_number(paper, claim, c) and _same_or_retold(paper, claim, c)]
    plans = [c for c in same if _as(c)]
    if not plans:
        return None
    deeds = [
        c
        for c in paper.body
        if c.status in DONE
        and (c in same or (_heads(c) & _heads(claim) and _comparable(c, claim) and _same_number(paper, claim, c)))
    ]
    strength, others, close = _weighed(claim, plans, deeds)
    plan = plans[0]
    sentence = (
        f"The {claim.part} tells {_told(claim)} as done{_by(claim)}, the body tells it as"
        f" {_as(plan)}{_by(plan)}: {_told(plan)}{_words(plan)}. {close}"
    )
    return paper.finding("plan_told_as_deed", strength, [claim, *others], sentence)


def _weighed(claim: Claim, plans: list[Claim], deeds: list[Claim]) -> tuple[Strength, list[Claim], str]:
    """How strongly a deed contradicts plans, which claims show it, and what cannot be told."""
    if deeds:
        close = "the plan may have been carried out since, or the text is at odds with itself"
        return "note", [plans[0], deeds[0]], f"Elsewhere the body has it as done, too ({_told(deeds[0])}): {close}."
    if (speaker := _speaker(claim)) and speaker not in {_speaker(plan) for plan in plans}:
        # Two sources may differ without the report being at fault: it only says what each of them says.
        return "note", plans, "They may come from different sources; which of them holds, this document does not say."
    close = "Nothing in the body says that it has been done. Which of them holds, this document does not say."
    if claim.part != "caption" and _present(claim):
        close += " (A headline's present tense can also announce what is to come.)"
    return "contradiction", plans, close


def _same_or_retold(paper: _Paper, claim: Claim, other: Claim) -> bool:
    return _same_thing(paper, claim, other) or _retold(paper, claim, other)


def _present(claim: Claim) -> bool:
    """Whether the verb is written in the third person of the present tense."""
    verb = claim.verb
    return verb is not None and verb.span.quote.lower() in {verb.lemma + "s", verb.lemma + "es"}


def _turn(one: Claim, other: Claim) -> Strength | None:
    """How strongly two approximators of one number disagree about the side on which the value lies."""
    sides = _table()["sides"]
    pair = {sides.get(c.quantity.approximator) for c in (one, other)}
    for strength in ("contradiction", "tension"):
        if any(pair == set(row) for row in _table()["turned"][strength]):
            return "contradiction" if strength == "contradiction" else "tension"
    return None


def _bound_changed(paper: _Paper, claim: Claim) -> Finding | None:
    """The same number of the same thing with another bound, and no figure of the body that has the bound."""
    same = [c for c in paper.body if _same_thing(paper, claim, c)]
    turned = [c for c in same if _base(c) == _base(claim) is not None and _turn(claim, c)]
    if not turned or any(_supports(claim, c) for c in same if c not in turned):
        return None
    other = turned[0]
    strength = _turn(claim, other) or "tension"
    opening = f"The {claim.part} has {_told(claim)}, the body {_told(other)}: the same number with another bound."
    close = {
        "tension": " Both may be rounded from one value, which the document does not give; it need not be an error.",
        "contradiction": " No value fits both; which of them holds, this document does not say.",
    }[strength]
    return paper.finding("bound_changed", strength, [claim, *turned], opening + close)


def _supports(claim: Claim, other: Claim) -> bool:
    return _overlap(_stated(claim.quantity), _stated(other.quantity)) and not _turn(claim, other)


def _value_changed(paper: _Paper, claim: Claim) -> Finding | None:
    """Another value for the same thing, where the body has but one and nothing that could make up the headline's."""
    if not _closed(claim) or _backed(paper, claim):
        return None
    same = [c for c in paper.body if _same_thing(paper, claim, c)]
    values = {_stated(c.quantity) for c in same}
    if len(values) != 1 or not all(_same_telling(paper, claim, c) for c in same):
        return None
    other = same[0]
    sentence = (
        f"The {claim.part} has {_told(claim)}, the body {_told(other)} and no other value. Rounding does not"
        " explain the difference; whether they count the same people or things, only the sources can tell."
    )
    return paper.finding("value_changed", "contradiction", [claim, *same], sentence)


def _same_telling(paper: _Paper, claim: Claim, other: Claim) -> bool:
    """Whether nothing but the value differs: phrase, verb, status, time and speaker."""
    verbs = [_thing(c.verb.lemma) if c.verb else None for c in (claim, other)]
    whole = _closed(other) and not claim.part_of and not other.part_of
    times = [(c.when.start, c.when.end) if c.when else None for c in (claim, other)]
    return (
        whole
        and verbs[0] == verbs[1] is not None
        and _modifiers(paper, claim) == _modifiers(paper, other)
        and bool(_heads(claim) & _heads(other))
        and (claim.status in DONE) == (other.status in DONE)
        and _at_ease(*times)
        and _at_ease(_speaker(claim), _speaker(other))
    )


def _at_ease(one: object, other: object) -> bool:
    """Whether two slots do not differ: what is not said differs from nothing."""
    return one is None or other is None or one == other


def _backed(paper: _Paper, claim: Claim) -> bool:
    """Whether some figure of the body, or a sum of two or three, may be the claim's value, whatever it counts."""
    rivals = [c for c in paper.body if c.quantity.unit == claim.quantity.unit or _comparable(claim, c)]
    if len(rivals) > _FEW:
        return True  # too many numbers to say that none of them is meant
    wanted = paper.widened(claim)
    sums = (group for size in (1, 2, 3) for group in combinations(rivals, size))
    return any(_overlap(wanted, _sum(paper.widened(c) for c in group)) for group in sums)


# Arithmetic: parts and their whole


def _parts(paper: _Paper) -> Iterator[Finding]:
    known = {claim.id: claim for claim in paper.figures}
    wholes = dict.fromkeys(c.part_of for c in paper.figures if c.part_of in known)
    for name in wholes:
        whole = known[name or ""]
        parts = [c for c in paper.figures if c.part_of == name and _countable_part(c, whole)]
        over = [part for part in parts if _strength_over(paper, [part], whole)]
        yield from (_part_too_large(paper, part, whole) for part in over)
        if not over and len(parts) > 1 and _disjoint(paper, parts):
            yield from filter(None, (_parts_too_large(paper, parts, whole),))


def _countable_part(part: Claim, whole: Claim) -> bool:
    counts = _table()["units"]["counts"]
    units = {part.quantity.unit, whole.quantity.unit}
    told = {part.status, whole.status} & {"did_not_happen", "unresolved"}
    return (len(units) == 1 or units <= set(counts)) and "percent" not in units and not told


def _strength_over(paper: _Paper, parts: Sequence[Claim], whole: Claim) -> Strength | None:
    """How strongly the parts exceed the whole: tolerance decides between contradiction and tension."""
    stated = _sum(_stated(part.quantity) for part in parts)
    if not _exceeds(stated, _stated(whole.quantity)):
        return None
    meant = _sum(paper.widened(part) for part in parts)
    return "contradiction" if _exceeds(meant, paper.widened(whole)) else "tension"


def _part_too_large(paper: _Paper, part: Claim, whole: Claim) -> Finding:
    strength = _strength_over(paper, [part], whole) or "tension"
    sentence = (
        f"{_told(part)} in the {part.part} is told as part of {_told(whole)} in the {whole.part}, and is more"
        f" than its whole.{_room(strength)}"
    )
    return paper.finding("part_exceeds_whole", strength, [part, whole], sentence)


def _parts_too_large(paper: _Paper, parts: Sequence[Claim], whole: Claim) -> Finding | None:
    strength = _strength_over(paper, parts, whole)
    if strength is None:
        return None
    sentence = (
        f"{_listed(parts)} exclude one another and are told as parts of {_told(whole)} in the {whole.part};"
        f" together they are more than their whole.{_room(strength)}"
    )
    return paper.finding("parts_exceed_whole", strength, [*parts, whole], sentence)


def _disjoint(paper: _Paper, parts: Sequence[Claim]) -> bool:
    """Whether the words say that no two of the parts overlap, and one source counted them."""
    if len({_speaker(part) for part in parts} - {None}) > 1:
        return False
    return all(_exclude(paper, one, other) for one, other in combinations(parts, 2))


def _exclude(paper: _Paper, one: Claim, other: Claim) -> bool:
    if "additional" in (one.quantity.change, other.quantity.change):
        return True
    members = zip(_memberships(paper, one), _memberships(paper, other), strict=True)
    return any(a is not None and b is not None and a != b for a, b in members)


def _memberships(paper: _Paper, claim: Claim) -> list[int | None]:
    """For each family, the one member a figure belongs to; None for none or for several ("killed or wounded")."""
    verb = {claim.verb.lemma.lower(), claim.verb.span.quote.lower()} if claim.verb else set()
    head = {claim.counted.lemma.lower(), claim.counted.head.quote.lower()} if claim.counted else set()
    spans = [s for s in (claim.verb.span if claim.verb else None, claim.counted.head if claim.counted else None) if s]
    own = verb | head | {word for span in spans for word in _joined(paper.document.text, span)}
    return [_only(own, family) for family in _table()["exclusive"]["families"]]


def _only(own: set[str], family: Sequence[Sequence[str]]) -> int | None:
    met = [number for number, member in enumerate(family) if own & set(member)]
    return met[0] if len(met) == 1 else None


def _joined(text: str, span: Span) -> Iterator[str]:
    """The words joined to a word on either side: "wounded" for the "killed" of "killed or wounded"."""
    joints = "|".join(re.escape(joint) for joint in _table()["exclusive"]["joints"])
    after = re.compile(rf"\s*(?:{joints})\s*([^\W\d_]+)", re.IGNORECASE).match(text, span.end)
    before = re.search(rf"([^\W\d_]+)\s*(?:{joints})\s*$", text[max(0, span.start - 40) : span.start], re.IGNORECASE)
    yield from (found[1].lower() for found in (after, before) if found)


# Arithmetic: sums that the text states


def _stated_sums(paper: _Paper) -> Iterator[Finding]:
    for sentence in dict.fromkeys((c.context.start, c.context.end) for c in paper.figures):
        inside = [c for c in paper.figures if (c.context.start, c.context.end) == sentence]
        ordered = sorted(inside, key=lambda c: c.evidence.start)
        if len(ordered) > 2 and not _says(ordered[0].context.quote, "not_with"):
            yield from filter(None, (_sum_differs(paper, ordered),))


def _says(text: str, *lists: str) -> bool:
    phrases = (phrase for name in lists for phrase in _table()["sums"][name])
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) for phrase in phrases)


def _sum_differs(paper: _Paper, ordered: Sequence[Claim]) -> Finding | None:
    """The sum last ("12 and 30, 42 in all") or first ("a total of 42: 12 and 30"), against its parts."""
    text, first, last = paper.document.text, ordered[0], ordered[-1]
    gap = text[ordered[-2].evidence.end : last.evidence.start]
    closing = re.split(r"[,;:]", text[last.evidence.end : last.context.end])[0]
    opening = text[first.context.start : first.evidence.start]
    middle = text[first.evidence.end : ordered[1].evidence.start]
    if _says(gap, "before", "accumulates") or _says(closing, "after"):
        return _compared(paper, ordered[:-1], last, open_=_says(gap, "accumulates"))
    total = re.search(r"\btotal of\s*$", opening, re.IGNORECASE) or _says(middle, "after")
    if (total and ":" in middle) or _says(middle, "enumerates"):
        return _compared(paper, ordered[1:], first, open_=False)
    return None


def _compared(paper: _Paper, parts: Sequence[Claim], total: Claim, *, open_: bool) -> Finding | None:
    """The finding where the parts do not make the total; ``open_`` where the total may hold more than these parts."""
    if not _one_sum(paper, parts, total):
        return None
    ways = (_stated, paper.tolerance.widened)
    sums = [(_sum(way(c.quantity) for c in parts), way(total.quantity)) for way in ways]
    apart = [_exceeds(made, stated) if open_ else not _overlap(made, stated) for made, stated in sums]
    if not apart[0]:
        return None
    strength: Strength = "contradiction" if apart[1] else "tension"
    sentence = (
        f"The sentence adds {_listed(parts)} up to {_told(total)}; the numbers"
        f" make {_number(sums[0][0])}.{_room(strength)}"
    )
    return paper.finding("sum_differs", strength, [total, *parts], sentence)


def _one_sum(paper: _Paper, parts: Sequence[Claim], total: Claim) -> bool:
    """Whether parts and total are of one unit, kind and status, so that the sentence can mean their sum."""
    claims = (*parts, total)
    level = all(c.quantity.change in ("level", "additional") and c.quantity.approximator != "vague" for c in claims)
    counts = _table()["units"]["counts"]
    units = {c.quantity.unit for c in claims}
    if not level or not (len(units) == 1 or units <= set(counts)) or len({c.status in DONE for c in claims}) > 1:
        return False
    heads = [_heads(c) for c in claims if c.counted and not c.counted.implied]
    one_head = bool(heads) and bool(frozenset.intersection(*heads))
    return one_head or all(_exclude(paper, one, other) for one, other in combinations(parts, 2))


def _shares(paper: _Paper) -> Iterator[Finding]:
    """Percentages of one whole that exclude one another and are more than all of it."""
    percents = [c for c in paper.figures if c.quantity.unit == "percent" and c.quantity.change == "level"]
    places = dict.fromkeys((c.context, min(_heads(c), default="")) for c in percents)
    for context, head in places:
        parts = [c for c in percents if c.context == context and head in _heads(c)]
        if len(parts) < 2 or _says(context.quote, "not_with") or len({c.when for c in parts}) > 1:
            continue
        divided = head in _table()["divided"]["wholes"]
        if not (divided or _disjoint(paper, parts)) or not _exceeds(
            _sum(_stated(c.quantity) for c in parts), (None, HUNDRED)
        ):
            continue
        meant = _sum(paper.widened(c) for c in parts)
        strength: Strength = "contradiction" if _exceeds(meant, (None, HUNDRED)) else "tension"
        sentence = f"{_listed(parts)} are shares of one whole in one sentence and make more than 100%.{_room(strength)}"
        yield paper.finding("shares_exceed_whole", strength, parts, sentence)


# In words


def _told(claim: Claim) -> str:
    """A figure's own words and, where they stand elsewhere, those of what it counts."""
    counted = claim.counted
    if counted is None or counted.phrase.quote in claim.evidence.quote:
        return f"“{claim.evidence.quote}”"
    # "40 were killed" of the casualties before: what was carried over does not tell the parts apart, the verb does.
    told = (counted.phrase, claim.verb.span) if counted.implied and claim.verb else (counted.phrase,)
    return f"“{claim.evidence.quote}” ({', '.join(' '.join(span.quote.split()) for span in told)})"


def _listed(claims: Sequence[Claim]) -> str:
    told = [_told(claim) for claim in claims]
    return f"{', '.join(told[:-1])} and {told[-1]}"


def _by(claim: Claim) -> str:
    named = [step.source for step in claim.attribution if step.span is not None]
    return f" by the account of {named[-1]}" if named else ""


def _as(claim: Claim) -> str | None:
    status = "unmet" if claim.status == "did_not_happen" and claim.condition else claim.status
    told: str | None = _table()["undone"].get(status)
    return told


def _words(claim: Claim) -> str:
    words = (claim.condition if claim.status in ("conditional", "did_not_happen") else None) or claim.status_words
    if words is None:
        return ""
    told = words.quote.split()
    return f", by the {'words' if told[1:] else 'word'} “{' '.join(told)}”"


def _number(interval: Interval) -> str:
    low, high = (
        None if end is None else f"{end.numerator:,}" if end.denominator == 1 else str(end) for end in interval
    )
    if low == high:
        return str(low)
    return f"{low} or more" if high is None else f"{high} or less" if low is None else f"{low} to {high}"


def _room(strength: Strength) -> str:
    if strength == "tension":
        return " Rounding may explain it."
    return " Rounding does not explain it; which number is wrong, this document does not say."
