"""Documents become findings: two counts of one thing that a report sets side by side, each with who tells it.

"Police put the crowd at 18,500. The organisers claimed 42,000": the second leaves out what is counted, or says no more
than "the figure", so that it can only be another count of what the first counts. What has words of its own for what it
counts, a day of its own, a bound that fits, or is set beside another ("against 14,000 last year") is none.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from reportedly.findings.intervals import overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD, Paper, base, heads, measured
from reportedly.findings.speakers import is_place, is_short
from reportedly.findings.telling import quoted
from reportedly.model import AGAINST, AHEAD, Claim, Finding, Span, Strength

FEW = 6  # words before a number in which a report sets another right
NEAR = 3  # figures before another among which the one stands that it is held against
BESIDE = 24  # characters before a number in which "against" and the like set it beside another
TENFOLD = 10  # two counts of one thing seldom lie further apart
FAR = 110  # characters between two sentences that stand close together


def rivals(paper: Paper) -> Iterator[Finding]:
    """Every two counts of one thing by two sources, told one after the other."""
    body = [claim for claim in paper.figures if claim.part == "body"]
    for at, other in enumerate(body):
        if not _is_second_count(paper, other):
            continue
        near = [one for one in reversed(body[max(0, at - NEAR) : at]) if _is_beside(paper, one, other)]
        parted = {one.part_of for one in near}
        wholes = {one.id: one for one in near if one.id in parted and _is_divided(one)}
        dealt = [one for one in near if one.part_of in wholes and _fits(other, wholes[one.part_of or ""])]
        near = [one for one in near if one.id not in wholes]  # "9 of 22 wards are open, she says. He says 13."
        one = next((one for one in near if _may_be_one_thing(paper, one, other, dealt=one in dealt)), None)
        if one is not None and _disagree(one, other):
            yield _finding(paper, one, other)


def _is_second_count(paper: Paper, claim: Claim) -> bool:
    """Whether it is a figure of its own teller, and stands beside no other number of that one."""
    return (
        (_teller(claim) is not None or _is_set_right(claim))
        and not _is_put_elsewhere(claim)
        and claim.part_of is None
        and claim.quantity.change in ("level", "decrease")
        and claim.quantity.approximator != "vague"
        and not _is_held_against_another(paper, claim)
    )


def _is_put_elsewhere(claim: Claim) -> bool:
    """Whether its verb tells a count only with a word that is not before it: "has put 2 billion into it"."""
    verb, lists = claim.verb, table()["rivals"]
    if verb is None or verb.lemma not in lists["placing"] or not claim.context.start <= verb.span.start:
        return False
    between = claim.context.quote[verb.span.end - claim.context.start : claim.evidence.start - claim.context.start]
    return verb.span.start < claim.evidence.start and _words(between).isdisjoint(lists["places"])


def _is_held_against_another(paper: Paper, claim: Claim) -> bool:
    """Whether it is told only for comparison, or as one told before: "up from 380 million", "of the 50 million"."""
    before = paper.document.text[max(claim.context.start, claim.evidence.start - BESIDE) : claim.evidence.start]
    words = [word.lower() for word in WORD.findall(re.split("[:;]", before)[-1])]
    return words[-1:] == ["the"] or not set(words).isdisjoint(table()["rivals"]["beside"])


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(text))


def _is_set_right(claim: Claim) -> bool:
    """Whether the report sets a number right that it has told: "the true number is closer to 15,000"."""
    lists, before = table()["rivals"], claim.context.quote[: claim.evidence.start - claim.context.start]
    words = [word.lower() for word in WORD.findall(before)][-FEW:]
    return any(one in lists["true"] and two in lists["numbers"] for one, two in pairwise(words))


def _teller(claim: Claim) -> str | None:
    """Who tells a figure by its report, if not the report itself; a pronoun that stands for nobody known is none."""
    told = [step for step in claim.attribution if step.span is not None]
    is_counted = any(
        step.span.start < claim.evidence.end and claim.evidence.start < step.span.end for step in told if step.span
    )
    if not told or told[-1].stance in AGAINST or is_counted:
        return None
    called = told[-1].called
    return None if called.lower() in table()["roots"]["pronouns"] else called


def _is_beside(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether one stands in the sentence of the other or shortly before it, in one paragraph."""
    between = paper.document.text[one.context.end : other.context.start]
    near = one.context.end <= other.context.start and len(between) <= FAR and "\n" not in between.strip(" ")
    return one.context == other.context or near


def _is_divided(claim: Claim) -> bool:
    """Whether a number is told only for a part of it to be told: the 22 of "9 of 22", of "of the 22 wards, nine"."""
    before = WORD.findall(claim.context.quote[: claim.evidence.start - claim.context.start].lower())
    return not set(before[-2:]).isdisjoint(table()["rivals"]["divided"]) and claim.part_of is None


def _fits(claim: Claim, whole: Claim) -> bool:
    """Whether a number is no more than a whole."""
    (low, _), (_, high) = stated(claim.quantity), stated(whole.quantity)
    return low is not None and high is not None and low <= high and claim.quantity.unit == whole.quantity.unit


def _may_be_one_thing(paper: Paper, one: Claim, other: Claim, *, dealt: bool = False) -> bool:
    """Whether the second may count what the first does, a part that is ``dealt`` with, too: it says nothing else."""
    mine, yours = one.quantity, other.quantity
    units = {mine.unit, yours.unit}
    counts = frozenset(table()["units"]["counts"])
    is_bare = _is_bare(one, other)
    same_unit = len(units) == 1 or units <= counts or (is_bare and yours.unit in counts)
    ahead = {claim.status for claim in (one, other)} & AHEAD
    return (
        is_bare
        and same_unit
        and not _is_held_against_another(paper, one)
        and (one.part_of is None or dealt)
        and mine.approximator != "vague"
        and mine.change in (yours.change, "level")
        and ((one.status in AHEAD) == (other.status in AHEAD) or ahead == {"possible"} or _is_of_the_coming(one, other))
        and not {one.status, other.status} & {"did_not_happen", "unresolved"}
        and not _are_of_two_days(one, other)
    )


def _is_of_the_coming(one: Claim, other: Claim) -> bool:
    """Whether both reckon what is to come: "will lose 31 million, the town reckons. An economist arrives at 55"."""
    return one.status == "expected" and other.status == "ongoing" and _is_set_against(other)


def _is_bare(one: Claim, other: Claim) -> bool:
    """Whether nothing in the second's own words tells what is counted, or what became of them."""
    lists, counted, verb = table()["rivals"], other.counted, other.verb
    if counted is not None and _teller(one) is not None and _is_teller(other, counted.head):
        counted = None  # "an economist arrives at 55 million" counts no economists
    if counted is not None and counted.lemma in lists["called"].get(measured(one), ()):
        phrase = counted.phrase.quote.replace(counted.head.quote, "")  # "absentees" of whom others call strikers
        is_told = verb is None or verb.lemma in lists["verbs"]
        return is_told and _says_no_more(phrase, (one, other)) and not _is_set_elsewhere(other, counted.head.end)
    if counted is not None and counted.lemma in {*lists["numbers"], *lists["verbs"]}:
        is_told = verb is None or verb.lemma in lists["verbs"] or verb.span.start < other.evidence.start
        return is_told and _says_no_more(counted.phrase.quote, (one, other)) and not _is_told_closer(other)
    is_carried = verb is not None and not other.context.start <= verb.span.start < other.context.end
    if verb is not None and verb.lemma not in lists["verbs"] and not is_carried and not _is_set_right(other):
        return False
    if counted is None:
        return True
    is_same = counted.implied or (one.counted is not None and counted.head == one.counted.head)
    return is_same and bool(heads(one) & heads(other) or measured(one) == measured(other) is not None)


def _is_teller(claim: Claim, head: Span) -> bool:
    """Whether a noun is the one who tells a figure; a town that claims its share tells of itself."""
    told = (step.span for step in claim.attribution if step.span is not None and not is_place(step.called))
    return any(span.start <= head.start < span.end for span in told)


def _is_set_elsewhere(claim: Claim, end: int) -> bool:
    """Whether what stands behind a noun tells where or who: "nine deaths in the south", "absentees from two works"."""
    behind = re.split(r"[.;,:]", claim.context.quote[end - claim.context.start :])[0].split()
    return behind[:1] != [] and behind[0].lower() in table()["rivals"]["where"]


def _is_told_closer(claim: Claim) -> bool:
    """Whether a phrase behind "number" tells of what it is one: "the number under discussion is 90"."""
    lists, counted = table()["rivals"], claim.counted
    if counted is None or counted.lemma not in lists["numbers"]:
        return False
    behind = claim.context.quote[max(0, counted.head.end - claim.context.start) :].split()
    return behind[:1] != [] and behind[0].lower() in {*lists["where"], *lists["under"]}


def _says_no_more(phrase: str, claims: Iterable[Claim]) -> bool:
    """Whether of what is counted no more is told than whose number it is: "by the union's count"."""
    lists = table()["rivals"]
    own = {word for claim in claims for step in claim.attribution for word in _words(step.source)}
    common = {word for word in WORD.findall(phrase) if word == word.lower()}
    return common <= {*own, *lists["numbers"], *lists["plain"], *lists["verbs"]} | {
        f"{word}s" for word in lists["verbs"]
    }


def _are_of_two_days(one: Claim, other: Claim) -> bool:
    """Whether the second is told of a time of its own, which the first does not tell."""
    mine, yours = (claim.attribution[-1].said if claim.attribution else None for claim in (one, other))
    if yours is not None and (mine is None or (mine.start, mine.end) != (yours.start, yours.end)):
        return True  # "had last given a number in January"
    if _is_of_before(other):
        return True
    if other.when is None or one.context == other.context:
        return False
    return one.when is None or (one.when.start, one.when.end) != (other.when.start, other.when.end)


def _is_of_before(claim: Claim) -> bool:
    """Whether its sentence tells that the count was told before: "had last given a number in January"."""
    before = claim.context.quote[: claim.evidence.start - claim.context.start].lower()
    return any(words in before for words in table()["rivals"]["recalled"])


def _disagree(one: Claim, other: Claim) -> bool:
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    first, second = _teller(one), _teller(other)
    if first is not None and second is not None and (is_short(first, second) or is_short(second, first)):
        return False
    if (first is None and not _is_set_against(other)) or first is second:
        return False
    if is_place(first or "") and is_place(second or "") and not _is_set_against(other):
        return False  # each of its own dead: "Chad has reported seven deaths, and Niger nine"
    return 0 < low < high <= TENFOLD * low and not overlap(stated(one.quantity), stated(other.quantity))


def _is_set_against(claim: Claim) -> bool:
    """Whether its verb tells that somebody counts otherwise than the report has just told: "put the figure at"."""
    told = {claim.verb.lemma} if claim.verb else set()
    told |= {claim.counted.lemma} if claim.counted else set()
    return not told.isdisjoint(table()["rivals"]["against"])


def _finding(paper: Paper, one: Claim, other: Claim) -> Finding:
    meant = overlap(paper.widened(one), paper.widened(other))
    is_sure = _teller(one) is not None and not meant and one.status not in AHEAD
    strength: Strength = "contradiction" if is_sure else "tension"
    close = "No value fits both." if is_sure else "Rounding, or what they leave unsaid, may explain it."
    first, second = _teller(one) or "The report itself", _teller(other) or "the report itself"
    sentence = (
        f"{first} has {quoted(one)}, {second} “{other.evidence.quote}”."
        f" {close} Which of them is right, this document does not say."
    )
    return paper.finding("origins_disagree", strength, [one, other], sentence)
