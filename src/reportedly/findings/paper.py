"""What does not add up among the claims of one document becomes findings: whether two figures of it are of one thing.

``Paper`` is a document as the checks see it. Where it cannot be told whether two figures speak of the same thing, they
do not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from fractions import Fraction

from reportedly.findings.intervals import Interval, Tolerance, overlap, stated
from reportedly.findings.lexicons import table, thing
from reportedly.frozen import dataclass
from reportedly.model import Claim, Document, Finding, Strength

TENFOLD = 10  # two counts of one thing seldom lie further apart
_OTHERWISE = re.compile(
    r"^[^.;]*?(?:\b(?:alone|only|without|excluding|not counting|counting|if)\b|, with (?:the|its|their)\b)"
)
WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a text writes in lower case somewhere: what is never so written is taken for a name.

    A headline in capitals does not tell "Engineering" from "Korean"; the body does.
    """

    common: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of ``text``."""
        return cls(frozenset(word for word in WORD.findall(text) if word == word.lower()))

    def kept(self, text: str) -> frozenset[str]:
        """The common words of ``text`` that say what is counted."""
        ignored = table()["ignored"]["words"]
        return frozenset(thing(word) for word in words_of(text) if word in self.common and word not in ignored)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as the checks see it."""

    document: Document
    figures: tuple[Claim, ...]
    tolerance: Tolerance
    words: Words

    @property
    def body(self) -> tuple[Claim, ...]:
        """The figures of the body and its tables."""
        return tuple(claim for claim in self.figures if claim.part in ("body", "table"))

    @property
    def sentences(self) -> tuple[tuple[Claim, ...], ...]:
        """The figures of each sentence, tables left out, in order of the text."""
        found: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in self.figures:
            if claim.part != "table":
                found[claim.context.start, claim.context.end].append(claim)
        return tuple(tuple(sorted(told, key=lambda claim: claim.evidence.start)) for told in found.values())

    @property
    def body_text(self) -> str:
        """The words of the body."""
        return " ".join(
            self.document.text[part.start : part.end] for part in self.document.parts if part.kind == "body"
        )

    def widened(self, claim: Claim) -> Interval:
        """The values that may stand behind a figure."""
        return self.tolerance.widened(claim.quantity)

    def finding(self, kind: str, strength: Strength, claims: Sequence[Claim], sentence: str) -> Finding:
        """A finding on some claims of the document."""
        return Finding(kind, strength, self.document.id, tuple(claim.id for claim in claims), sentence)


def words_before(claim: Claim) -> str:
    """The words of its sentence before a figure."""
    return claim.context.quote[: claim.evidence.start - claim.context.start]


def words_behind(claim: Claim) -> str:
    """The words of its sentence behind a figure."""
    return claim.context.quote[claim.evidence.end - claim.context.start :]


def words_between(one: Claim, other: Claim) -> str:
    """The words between two figures of a sentence, the first of which is ``one``."""
    return one.context.quote[one.evidence.end - one.context.start : other.evidence.start - one.context.start]


def counts_otherwise(claim: Claim) -> bool:
    """Whether behind a number its clause tells that it leaves something out, or takes in more: "in one town alone"."""
    return _OTHERWISE.search(words_behind(claim)) is not None


def heads(claim: Claim) -> frozenset[str]:
    """The head word of what is counted, as written and as lemma."""
    counted = claim.counted
    return frozenset({thing(counted.lemma.lower()), thing(counted.head.quote.lower())}) if counted else frozenset()


def modifiers(paper: Paper, claim: Claim) -> frozenset[str]:
    """The words beside the head of what is counted."""
    return paper.words.kept(claim.counted.phrase.quote) - heads(claim) if claim.counted else frozenset()


def same_unit(units: Set[str]) -> bool:
    """Whether there is one unit, or all of them only count."""
    return len(units) == 1 or units <= set(table()["units"]["counts"])


def summable(claims: Iterable[Claim]) -> bool:
    """Whether numbers may be added up: none of them tells a change alone, and none is vague."""
    told = [claim.quantity for claim in claims]
    return all(one.change in ("level", "additional") and one.approximator != "vague" for one in told)


def comparable(one: Claim, other: Claim) -> bool:
    """Whether unit and direction of change allow a comparison."""
    vague = "vague" in (one.quantity.approximator, other.quantity.approximator)
    return (
        same_unit({one.quantity.unit, other.quantity.unit})
        and not vague
        and one.quantity.change == other.quantity.change
    )


def same_thing(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether two figures count the same: one measure, equal heads, or the head of one within the other's phrase.

    Of the words beside the heads, one phrase must hold all that the other has: "engineering troops" may be "troops",
    but not "combat troops".
    """
    if not comparable(one, other):
        return False
    mine, yours = modifiers(paper, one), modifiers(paper, other)
    if same_measure(one, other):
        return mine <= yours or yours <= mine
    if not (one.counted and other.counted):
        return False
    if heads(one) & heads(other):
        return mine <= yours or yours <= mine
    return (bool(heads(one) & yours) and mine <= yours) or (bool(heads(other) & mine) and yours <= mine)


def measured(claim: Claim) -> str | None:
    """The registered measure that a figure is of."""
    return claim.measure.slug if claim.measure is not None and not claim.measure.open else None


def same_measure(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one registered measure, and not of two kinds of people or things.

    "60 killed" may be "forty people died", but three officers killed are not forty civilians.
    """
    if measured(one) is None or measured(one) != measured(other):
        return False
    kinds = [heads(claim) for claim in (one, other)]
    generic = frozenset(table()["same"]["generic"])
    return bool(kinds[0] & kinds[1]) or any(not heads or heads & generic for heads in kinds)


def same_retold(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether ``other`` tells the figure of ``one`` in other words: same number and bound, its head in the sentence.

    A bare number comes up by chance; the same number with the same bound hardly does.
    """
    sentence = {thing(word) for word in words_of(other.context.quote)}
    bounded = one.quantity.approximator == other.quantity.approximator != "exact"
    same = base(one) == base(other) and comparable(one, other) and bounded
    return same and bool(heads(one) & sentence) and modifiers(paper, one) <= sentence


def base(claim: Claim) -> Fraction | None:
    """The number in the words, the low end of a range."""
    quantity = claim.quantity
    return quantity.low if quantity.low is not None else quantity.high


def lie_apart(one: Claim, other: Claim) -> bool:
    """Whether two numbers do not meet, and lie no further apart than two counts of one thing do."""
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    return 0 < low < high <= TENFOLD * low and not overlap(stated(one.quantity), stated(other.quantity))


def closed(claim: Claim) -> bool:
    """Whether neither end is open."""
    return claim.quantity.low is not None and claim.quantity.high is not None


def same_number(paper: Paper, one: Claim, other: Claim) -> bool:
    """The same number, or two closed ones that may be roundings of one value."""
    if base(one) == base(other):
        return base(one) is not None
    return closed(one) and closed(other) and overlap(paper.widened(one), paper.widened(other))


def speaker(claim: Claim) -> str | None:
    """Who is named for a figure in its sentence."""
    named = [step.source for step in claim.attribution if step.span is not None]
    return named[-1].casefold() if named else None
