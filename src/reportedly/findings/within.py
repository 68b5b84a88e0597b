"""Documents become claims; what does not add up among the claims of one document becomes findings.

``find`` looks at claims alone, never at a parse, and promises few findings rather than wrong ones: where it cannot be
told whether two figures speak of the same thing, there is none. Two families: a headline, deck or caption against the
body, and arithmetic that the text itself asks for. Word lists and tolerances stand in ``findings.toml``. A finding
never says which figure is right.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from reportedly.findings.grades import surer
from reportedly.findings.intervals import Interval, Tolerance, added, exceeds, overlap, stated
from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.telling import by, listed, number, quoted, room, undone, why
from reportedly.findings.totals import totals
from reportedly.frozen import dataclass
from reportedly.model import DONE, Claim, Document, Finding, Reading, Span, Strength

_DENIED = frozenset({"did_not_happen", "unresolved"})
ABOVE = frozenset({"headline", "deck", "caption"})
HUNDRED = Fraction(100)  # percent of a whole
_WORD = re.compile(r"[^\W\d_]+")
# What stands between two parts that are told one after another: "in loans, ", "in Wajir and ".
_BESIDE = re.compile(r"[^.,;:()0-9]{0,40}(?:, (?:and )?| and )")
_CHANCE = 10  # smaller numbers are met of several things by chance
_SIZES = frozenset(Fraction(10**power) for power in (1, 2, 3))
_LARGE = 1000  # such a number of a headline is hardly met in the body by chance
_ALL = Fraction(3, 4)  # of a whole: parts that make less may be examples
_FEW = 12  # claims a body may have for every subset of two and three to be summed in no time


def find(document: Document, reading: Reading, *, tolerance: str = "reported") -> tuple[Finding, ...]:
    """What does not add up within ``document``, in order of the first claim concerned, then of the check's name.

    ``tolerance`` names a table of ``findings.toml`` ("reported" or "literal"); KeyError for a name that is not there.
    """
    figures = tuple(c for c in reading.claims if c.kind == "figure" and c.basis == "written")
    paper = _Paper(document, figures, Tolerance.named(tolerance), _Words.of(document.text))
    sums = (*_stated_sums(paper), *totals(document.id, figures, paper.tolerance))
    found = (*_against_body(paper), *_parts(paper), *sums, *_shares(paper))
    place = {claim.id: claim.evidence.start for claim in figures}
    return tuple(sorted(found, key=lambda f: (place[f.claims[0]], f.kind, [place[c] for c in f.claims[1:]])))


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
        ignored = table()["ignored"]["words"]
        lower = (word.lower() for word in _WORD.findall(text))
        return frozenset(thing(word) for word in lower if word in self.common and word not in ignored)


@dataclass(frozen=True, slots=True)
class _Paper:
    """One document as the checks see it."""

    document: Document
    figures: tuple[Claim, ...]
    tolerance: Tolerance
    words: _Words

    @property
    def body(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.figures if claim.part in ("body", "table"))

    def widened(self, claim: Claim) -> Interval:
        return self.tolerance.widened(claim.quantity)

    def finding(self, kind: str, strength: Strength, claims: Sequence[Claim], sentence: str) -> Finding:
        return Finding(kind, strength, self.document.id, tuple(claim.id for claim in claims), sentence)


def _heads(claim: Claim) -> frozenset[str]:
    """The head word of what is counted, as written and as lemma."""
    counted = claim.counted
    return frozenset({thing(counted.lemma.lower()), thing(counted.head.quote.lower())}) if counted else frozenset()


def _modifiers(paper: _Paper, claim: Claim) -> frozenset[str]:
    return paper.words.kept(claim.counted.phrase.quote) - _heads(claim) if claim.counted else frozenset()


def _comparable(one: Claim, other: Claim) -> bool:
    """Whether unit and direction of change allow a comparison."""
    counts = table()["units"]["counts"]
    units = {one.quantity.unit, other.quantity.unit}
    same_unit = len(units) == 1 or units <= set(counts)
    vague = "vague" in (one.quantity.approximator, other.quantity.approximator)
    return same_unit and not vague and one.quantity.change == other.quantity.change


def _same_thing(paper: _Paper, one: Claim, other: Claim) -> bool:
    """Whether two figures count the same: one measure, equal heads, or the head of one within the other's phrase.

    Of the words beside the heads, one phrase must hold all that the other has: "engineering troops" may be "troops",
    but not "combat troops".
    """
    if not _comparable(one, other):
        return False
    mine, yours = _modifiers(paper, one), _modifiers(paper, other)
    if _same_measure(one, other):
        return mine <= yours or yours <= mine
    if not (one.counted and other.counted):
        return False
    if _heads(one) & _heads(other):
        return mine <= yours or yours <= mine
    return (bool(_heads(one) & yours) and mine <= yours) or (bool(_heads(other) & mine) and yours <= mine)


def _measured(claim: Claim) -> str | None:
    """The registered measure that a figure is of."""
    return claim.measure.slug if claim.measure is not None and not claim.measure.open else None


def _same_measure(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one registered measure, and not of two kinds of people or things.

    "60 killed" may be "forty people died", but three officers killed are not forty civilians.
    """
    if _measured(one) is None or _measured(one) != _measured(other):
        return False
    kinds = [_heads(claim) for claim in (one, other)]
    generic = frozenset(table()["same"]["generic"])
    return bool(kinds[0] & kinds[1]) or any(not heads or heads & generic for heads in kinds)


def _retold(paper: _Paper, one: Claim, other: Claim) -> bool:
    """Whether ``other`` tells the figure of ``one`` in other words: same number and bound, its head in the sentence.

    A bare number comes up by chance; the same number with the same bound hardly does.
    """
    sentence = {thing(word.lower()) for word in _WORD.findall(other.context.quote)}
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
    return _closed(one) and _closed(other) and overlap(paper.widened(one), paper.widened(other))


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
            yield from filter(
                None, (_thing_changed(paper, claim) or _bound_changed(paper, claim) or _value_changed(paper, claim),)
            )
            if told is None:
                yield from _grade_changed(paper, claim)
                yield from _size_changed(paper, claim)


def _plan_told_as_deed(paper: _Paper, claim: Claim) -> Finding | None:
    """The part above tells as done what the body tells as planned, expected, conditional or possible."""
    if claim.status not in DONE:
        return None
    near = [c for c in paper.body if _same_number(paper, claim, c)]
    same = [c for c in near if _same_or_retold(paper, claim, c) or _same_word(paper, claim, c)]
    plans = [c for c in same if undone(c)]
    if not plans:
        return _only_plans(paper, claim, [c for c in near if c.quantity.unit == claim.quantity.unit])
    deeds = [
        c
        for c in paper.body
        if (c.status == "happened" or (c.status in DONE and _measured(c)))  # what "is" so many is no deed
        and (c in same or (_heads(c) & _heads(claim) and _comparable(c, claim) and _same_number(paper, claim, c)))
    ]
    strength, others, close = _weighed(claim, plans, deeds)
    plan = plans[0]
    sentence = (
        f"The {claim.part} tells {quoted(claim)} as done{by(claim)}, the body tells it as"
        f" {undone(plan)}{by(plan)}: {quoted(plan)}{why(plan)}. {close}"
    )
    return paper.finding("plan_told_as_deed", strength, [claim, *others], sentence)


def _same_word(paper: _Paper, one: Claim, other: Claim) -> bool:
    """Whether two figures count one word, one of them as what changed: jobs that are lost are those destroyed."""
    mine, yours = _modifiers(paper, one), _modifiers(paper, other)
    is_word = bool(_heads(one) & _heads(other)) and (mine <= yours or yours <= mine)
    return is_word and one.quantity.unit == other.quantity.unit and (_base(one) or 0) >= _CHANCE


def _only_plans(paper: _Paper, claim: Claim, near: Sequence[Claim]) -> Finding | None:
    """A large number told above as done, for which the body has only numbers that are yet to come, of whatever."""
    if (_base(claim) or 0) < _LARGE or claim.part == "caption" or not near or not all(undone(c) for c in near):
        return None
    plan = near[0]
    sentence = (
        f"The {claim.part} tells {quoted(claim)} as done; the only such number of the body is"
        f" {undone(plan)}{by(plan)}: {quoted(plan)}{why(plan)}. Whether they are one, this document does not say."
    )
    return paper.finding("plan_told_as_deed", "tension", [claim, *near], sentence)


def _weighed(claim: Claim, plans: list[Claim], deeds: list[Claim]) -> tuple[Strength, list[Claim], str]:
    """How strongly a deed contradicts plans, which claims show it, and what cannot be told."""
    if deeds:
        close = "the plan may have been carried out since, or the text is at odds with itself"
        return "note", [plans[0], deeds[0]], f"Elsewhere the body has it as done, too ({quoted(deeds[0])}): {close}."
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
    sides = table()["sides"]
    pair = {sides.get(c.quantity.approximator) for c in (one, other)}
    for strength in ("contradiction", "tension"):
        if any(pair == set(row) for row in table()["turned"][strength]):
            return "contradiction" if strength == "contradiction" else "tension"
    return None


def _bound_changed(paper: _Paper, claim: Claim) -> Finding | None:
    """The same number of the same thing with another bound, and no figure of the body that has the bound."""
    same = [c for c in paper.body if _same_thing(paper, claim, c)]
    turned = [c for c in same if _base(c) == _base(claim) is not None and _turn(claim, c)]
    if not turned and (_base(claim) or 0) >= _LARGE:  # turned round, such a number is meant whatever it counts
        same = [c for c in paper.body if _base(c) == _base(claim) and c.quantity.unit == claim.quantity.unit]
        turned = [c for c in same if _turn(claim, c) == "contradiction"]
    if not turned or any(_supports(claim, c) for c in same if c not in turned):
        return None
    other = turned[0]
    strength = _turn(claim, other) or "tension"
    opening = f"The {claim.part} has {quoted(claim)}, the body {quoted(other)}: the same number with another bound."
    close = {
        "tension": " Both may be rounded from one value, which the document does not give; it need not be an error.",
        "contradiction": " No value fits both; which of them holds, this document does not say.",
    }[strength]
    return paper.finding("bound_changed", strength, [claim, *turned], opening + close)


def _grade_changed(paper: _Paper, claim: Claim) -> Iterator[Finding]:
    """The part above tells with a strong word ("approves") what the body tells with a weaker one alone ("will vote")."""
    words, number = claim.context.quote, _base(claim)
    same = [c for c in paper.body if _base(c) == number is not None and c.quantity.unit == claim.quantity.unit]
    body = " ".join(paper.document.text[part.start : part.end] for part in paper.document.parts if part.kind == "body")
    told = [surer((c.context.quote, body), (words, words)) for c in same]
    if same and (number or 0) >= _CHANCE and all(told) and told[0]:
        strong, weak = told[0]
        sentence = (
            f"The {claim.part} has {quoted(claim)} with “{strong}”, the body {quoted(same[0])} with “{weak}”."
            " Nothing in the body says so strongly; whether it has come about since, this document does not say."
        )
        yield paper.finding("grade_changed", "tension", [claim, *same], sentence)


def _size_changed(paper: _Paper, claim: Claim) -> Iterator[Finding]:
    """The same digits of the same thing, a power of ten apart, where the body has no number of that size."""
    number = _base(claim)
    if not number or not _heads(claim) or any(_base(c) == number for c in paper.body):
        return
    near = [c for c in paper.body if c.quantity.unit == claim.quantity.unit and _heads(c) & _heads(claim) and _base(c)]
    same = [c for c in near if max(number / _base(c), _base(c) / number) in _SIZES]
    if same:
        sentence = (
            f"The {claim.part} has {quoted(claim)}, the body {quoted(same[0])}: the digits are the same, the size is not."
            " Which of them holds, this document does not say."
        )
        yield paper.finding("size_changed", "contradiction", [claim, *same], sentence)


def _supports(claim: Claim, other: Claim) -> bool:
    return overlap(stated(claim.quantity), stated(other.quantity)) and not _turn(claim, other)


def _value_changed(paper: _Paper, claim: Claim) -> Finding | None:
    """Another value for the same thing, where the body has but one and nothing that could make up the headline's."""
    if not _closed(claim) or _backed(paper, claim):
        return None
    same = [c for c in paper.body if _same_thing(paper, claim, c) and c.status not in _DENIED]
    values = {stated(c.quantity) for c in same}
    if len(values) != 1 or not all(_same_telling(paper, claim, c) for c in same):
        return None
    other = same[0]
    is_narrower = _modifiers(paper, other) != _modifiers(paper, claim)
    sentence = (
        f"The {claim.part} has {quoted(claim)}, the body {quoted(other)} and no other value. Rounding does not"
        " explain the difference; whether they count the same people or things, only the sources can tell."
    )
    return paper.finding("value_changed", "tension" if is_narrower else "contradiction", [claim, *same], sentence)


def _thing_changed(paper: _Paper, claim: Claim) -> Finding | None:
    """A number that the body has of another thing only: the dead of the headline are the casualties of the body."""
    number, measure = _base(claim), _measured(claim)
    if measure is None or number is None or number < _CHANCE:
        return None
    same = [c for c in paper.body if _base(c) == number and _comparable(claim, c)]
    kinds = {_measured(c) for c in same}
    if not same or not all(kind and kind != measure and family(kind, measure) == "contradiction" for kind in kinds):
        return None
    other = same[0]
    sentence = (
        f"The {claim.part} has {quoted(claim)} of “{measure.replace('_', ' ')}”, the body has that number of"
        f" “{str(_measured(other)).replace('_', ' ')}” only: {quoted(other)}."
        " Which of them holds, this document does not say."
    )
    return paper.finding("thing_changed", "contradiction", [claim, *same], sentence)


def _same_telling(paper: _Paper, claim: Claim, other: Claim) -> bool:
    """Whether nothing but the value differs: phrase, verb, status, time and speaker."""
    verbs = [thing(c.verb.lemma) if c.verb else None for c in (claim, other)]
    whole = _closed(other) and not claim.part_of and not other.part_of
    times = [(c.when.start, c.when.end) if c.when else None for c in (claim, other)]
    slugs = [c.measure.slug if c.measure and c.verb else None for c in (claim, other)]
    same_verb = verbs[0] == verbs[1] is not None or slugs[0] == slugs[1] is not None
    same_head = same_verb and bool(_heads(claim) & _heads(other))
    return (
        whole
        and _modifiers(paper, claim) <= _modifiers(paper, other)
        and (same_head or _same_measure(claim, other))
        and _same_place(claim, other)
        and (claim.status in DONE) == (other.status in DONE)
        and _at_ease(*times)
        and _at_ease(_speaker(claim), _speaker(other))
    )


def _same_place(one: Claim, other: Claim) -> bool:
    """Whether the places told share a word, where both tell one."""
    told = [
        {word for slot in claim.slots if slot.role == "place" for word in _WORD.findall(slot.span.quote)}
        for claim in (one, other)
    ]
    return not all(told) or bool(told[0] & told[1])


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
    return any(overlap(wanted, added(paper.widened(c) for c in group)) for group in sums)


# Arithmetic: parts and their whole


def _parts(paper: _Paper) -> Iterator[Finding]:
    known = {claim.id: claim for claim in paper.figures}
    wholes: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in paper.figures:
        if claim.part_of in known and claim.part_of is not None:
            wholes[claim.part_of].append(claim)
    for name, told in wholes.items():
        whole = known[name]
        parts = [c for c in told if _countable_part(c, whole)]
        over = [part for part in parts if _strength_over(paper, [part], whole)]
        yield from (_part_too_large(paper, part, whole) for part in over)
        if not over and len(parts) > 1 and whole.part != "table" and _disjoint(paper, parts):
            yield from filter(None, (_parts_too_large(paper, parts, whole),))


def _countable_part(part: Claim, whole: Claim) -> bool:
    counts = table()["units"]["counts"]
    units = {part.quantity.unit, whole.quantity.unit}
    told = {part.status, whole.status} & {"did_not_happen", "unresolved"}
    return (len(units) == 1 or units <= set(counts)) and "percent" not in units and not told


def _strength_over(paper: _Paper, parts: Sequence[Claim], whole: Claim) -> Strength | None:
    """How strongly the parts exceed the whole: tolerance decides between contradiction and tension."""
    least = added(stated(part.quantity) for part in parts)
    if not exceeds(least, stated(whole.quantity)):
        return None
    meant = added(paper.widened(part) for part in parts)
    return "contradiction" if exceeds(meant, paper.widened(whole)) else "tension"


def _part_too_large(paper: _Paper, part: Claim, whole: Claim) -> Finding:
    strength = _strength_over(paper, [part], whole) or "tension"
    sentence = (
        f"{quoted(part)} in the {part.part} is told as part of {quoted(whole)} in the {whole.part}, and is more"
        f" than its whole.{room(strength)}"
    )
    return paper.finding("part_exceeds_whole", strength, [part, whole], sentence)


def _parts_too_large(paper: _Paper, parts: Sequence[Claim], whole: Claim) -> Finding | None:
    strength = _strength_over(paper, parts, whole)
    if strength is None:
        return None
    sentence = (
        f"{listed(parts)} exclude one another and are told as parts of {quoted(whole)} in the {whole.part};"
        f" together they are more than their whole.{room(strength)}"
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
    return [_only(own, family) for family in table()["exclusive"]["families"]]


def _only(own: set[str], family: Sequence[Sequence[str]]) -> int | None:
    met = [number for number, member in enumerate(family) if own & set(member)]
    return met[0] if len(met) == 1 else None


def _joined(text: str, span: Span) -> Iterator[str]:
    """The words joined to a word on either side: "wounded" for the "killed" of "killed or wounded"."""
    joints = "|".join(re.escape(joint) for joint in table()["exclusive"]["joints"])
    after = re.compile(rf"\s*(?:{joints})\s*([^\W\d_]+)", re.IGNORECASE).match(text, span.end)
    before = re.search(rf"([^\W\d_]+)\s*(?:{joints})\s*$", text[max(0, span.start - 40) : span.start], re.IGNORECASE)
    yield from (found[1].lower() for found in (after, before) if found)


# Arithmetic: sums that the text states


def _stated_sums(paper: _Paper) -> Iterator[Finding]:
    sentences: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in paper.figures:
        if claim.part != "table":
            sentences[claim.context.start, claim.context.end].append(claim)
    for inside in sentences.values():
        ordered = sorted(inside, key=lambda c: c.evidence.start)
        if len(ordered) > 2:
            yield from filter(None, (_sum_differs(paper, ordered),))


def _says(text: str, *lists: str) -> bool:
    phrases = (phrase for name in lists for phrase in table()["sums"][name])
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) for phrase in phrases)


def _sum_differs(paper: _Paper, ordered: Sequence[Claim]) -> Finding | None:
    """The sum last ("12 and 30, 42 in all") or first ("a total of 42: 12 and 30"), against its parts."""
    text, first, last = paper.document.text, ordered[0], ordered[-1]
    middle = text[first.evidence.end : ordered[1].evidence.start]
    if _says(middle, "enumerates"):
        return _compared(paper, ordered[1:], first, open_=False)
    if _says(first.context.quote, "not_with"):
        return None
    gap = text[ordered[-2].evidence.end : last.evidence.start]
    closing = re.split(r"[,;:]", text[last.evidence.end : last.context.end])[0]
    opening = text[first.context.start : first.evidence.start]
    if _says(gap, "before", "accumulates") or _says(closing, "after"):
        return _compared(paper, ordered[:-1], last, open_=_says(gap, "accumulates"))
    total = re.search(r"\btotal of\s*$", opening, re.IGNORECASE) or _says(middle, "after")
    dealt = middle.rstrip().endswith(":") and _is_list(text, first, ordered[1:])
    if dealt or (total and ":" in middle):
        return _compared(paper, ordered[1:], first, open_=False, dealt=dealt)
    return None


def _is_list(text: str, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a sentence ends in parts told one after another: ": 31 in Garissa, 16 in Wajir and nine in Kitui".

    Not where each has a verb of its own ("31 were shut"), nor where kinds are told ("two goals: 40 beds and 12 tugs").
    """
    deeds = [part for part in parts if part.verb is not None and part.verb.span.start > part.evidence.end]
    if deeds or any(exceeds(stated(part.quantity), stated(whole.quantity)) for part in parts):
        return False
    gaps = [text[one.evidence.end : other.evidence.start] for one, other in pairwise(parts)]
    ending = text[parts[-1].evidence.end : parts[-1].context.end].rstrip(" .\n")
    told = all(_BESIDE.fullmatch(gap) for gap in gaps) and "and" in gaps[-1].split()
    return told and _BESIDE.fullmatch(f"{ending}, ") is not None


def _compared(
    paper: _Paper, parts: Sequence[Claim], total: Claim, *, open_: bool, dealt: bool = False
) -> Finding | None:
    """The finding where the parts do not make the total; ``open_`` where the total may hold more than these parts.

    Parts that are ``dealt`` out behind a colon may be of any kind: "5.9 billion: 4.1 in loans and 1.3 in bonds".
    """
    if not _one_sum(paper, parts, total, dealt=dealt):
        return None
    ways = (stated, paper.tolerance.widened)
    sums = [(added(way(c.quantity) for c in parts), way(total.quantity)) for way in ways]
    apart = [exceeds(made, whole) if open_ else not overlap(made, whole) for made, whole in sums]
    if not apart[0] or (dealt and _is_some(*sums[0])):
        return None
    strength: Strength = "contradiction" if apart[1] else "tension"
    made, close = number(sums[0][0]), room(strength)
    sentence = f"The sentence adds {listed(parts)} up to {quoted(total)}; the numbers make {made}.{close}"
    return paper.finding("sum_differs", strength, [total, *parts], sentence)


def _is_some(made: Interval, whole: Interval) -> bool:
    """Whether parts may be some of a whole alone: "40 crashes this week: 12 on Monday and 9 on Friday"."""
    return made[1] is not None and whole[0] is not None and made[1] < _ALL * whole[0]


def _one_sum(paper: _Paper, parts: Sequence[Claim], total: Claim, *, dealt: bool) -> bool:
    """Whether parts and total are of one unit, kind and status, so that the sentence can mean their sum."""
    claims = (*parts, total)
    level = all(c.quantity.change in ("level", "additional") and c.quantity.approximator != "vague" for c in claims)
    counts = table()["units"]["counts"]
    units = {c.quantity.unit for c in claims}
    if not level or not (len(units) == 1 or units <= set(counts)) or len({c.status in DONE for c in claims}) > 1:
        return False
    if dealt:
        return True
    heads = [_heads(c) for c in claims if c.counted and not c.counted.implied]
    heads = heads or [_heads(c) for c in claims if c.counted]  # "1,900 here and 700 there, 5,200 in all"
    one_head = bool(frozenset.intersection(*heads)) if heads else True
    return one_head or all(_exclude(paper, one, other) for one, other in combinations(parts, 2))


def _shares(paper: _Paper) -> Iterator[Finding]:
    """Percentages of one whole that exclude one another and are more than all of it."""
    percents: defaultdict[Span, list[Claim]] = defaultdict(list)
    for claim in paper.figures:
        if claim.quantity.unit == "percent" and claim.quantity.change == "level" and claim.part != "table":
            percents[claim.context].append(claim)
    places = dict.fromkeys((c.context, min(_heads(c), default="")) for told in percents.values() for c in told)
    for context, head in places:
        parts = [c for c in percents[context] if head in _heads(c)]
        if len(parts) < 2 or _says(context.quote, "not_with") or len({c.when for c in parts}) > 1:
            continue
        divided = head in table()["divided"]["wholes"]
        if not (divided or _disjoint(paper, parts)) or not exceeds(
            added(stated(c.quantity) for c in parts), (None, HUNDRED)
        ):
            continue
        meant = added(paper.widened(c) for c in parts)
        strength: Strength = "contradiction" if exceeds(meant, (None, HUNDRED)) else "tension"
        sentence = f"{listed(parts)} are shares of one whole in one sentence and make more than 100%.{room(strength)}"
        yield paper.finding("shares_exceed_whole", strength, parts, sentence)
