"""What does not add up among the claims of one document becomes findings: a headline that its body does not bear.

What is promised: few findings rather than wrong ones. Deck and caption are held against the body as the headline is.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations

from reportedly.findings.above import fate_above, of_another, vague_above
from reportedly.findings.addends import fates_added, undone_added
from reportedly.findings.grades import surer
from reportedly.findings.intervals import added, overlap, stated
from reportedly.findings.lexicons import family, table, thing
from reportedly.findings.paper import (
    WORD,
    Paper,
    base,
    closed,
    comparable,
    heads,
    measured,
    modifiers,
    same_measure,
    same_number,
    same_retold,
    same_thing,
    speaker,
    words_before,
    words_of,
)
from reportedly.findings.telling import by, listed, quoted, undone, why
from reportedly.findings.tellings import significant
from reportedly.findings.unborne import unborne
from reportedly.model import DONE, Claim, Finding, Strength
from reportedly.values.measures import is_person
from reportedly.values.units import is_money

_DENIED = frozenset({"did_not_happen", "unresolved"})
_COMING = frozenset({"expected", "planned"})
ABOVE = frozenset({"headline", "deck", "caption"})
EXACT, AT_LEAST = "exact", "at_least"
_CHANCE = 10  # smaller numbers are met of several things by chance
_SIZES = frozenset(Fraction(10**power) for power in (1, 2, 3))
_PERCENT = "percent"
_TIMES, _RISE = "times", "increase"
_LOOSE = Fraction(1, 20)  # of a multiple that a word tells: 97 percent is "doubled"
_JOINING = frozenset({"the", "of", "for", "a", "an", "its", "in"})
_STEM = 5  # letters by which two words are one
_LARGE = 1000  # such a number of a headline is hardly met in the body by chance
_ANYBODY = "person"  # counted where nothing tells whom
_NUMBER, _POINTS = re.compile(r"\d+(?:[.,]\d+)*"), str.maketrans("", "", ".,")
_TWO = 2  # digits that change places; times as much is no other size
_TENFOLD = 10  # times as many are not what a bound means
_MANY = 20  # times as little is too little to be a part of it that counts
_TO = re.compile(r"\bto [a-z]+\b[^;:]*(?:,| and| or) $")  # before the second of some infinitives
_GAP = 3  # characters between two sentences that follow each other
_FEW = 12  # claims a body may have for every subset of two and three to be summed in no time


def against_body(paper: Paper) -> Iterator[Finding]:
    """What a part above the body tells otherwise than the body does."""
    for claim in paper.figures:
        if claim.part not in ABOVE:
            continue
        told = _plan_told_as_deed(paper, claim) or _condition_dropped(paper, claim)
        if told:
            yield told
        # A caption tells of its picture, which may be of another day: only a deed is held against the body.
        if claim.part != "caption":
            found = _thing_changed(paper, claim) or _bound_changed(paper, claim) or _value_changed(paper, claim)
            found = (
                found
                or _bound_above(paper, claim)
                or _bound_of_all(paper, claim)
                or vague_above(paper, claim)
                or fate_above(paper, claim)
            )
            more = list(_in_other_ways(paper, claim)) if told is None else []
            last = None if told or found or more else _nowhere(paper, claim) or _unborne(paper, claim)
            yield from filter(None, (found, *more, last))


def _in_other_ways(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """What is neither another bound nor another value."""
    yield from _grade_changed(paper, claim)
    yield from _size_changed(paper, claim)
    yield from _way_changed(paper, claim)
    yield from _multiple_changed(paper, claim)
    yield from _digits_turned(paper, claim)
    yield from fates_added(paper, claim)
    yield from undone_added(paper, claim)


def _plan_told_as_deed(paper: Paper, claim: Claim) -> Finding | None:
    """The part above tells as done what the body tells as planned, expected, conditional or possible."""
    if claim.status not in DONE or _foretells(claim):
        return None
    near = [c for c in paper.body if same_number(paper, claim, c)]
    same = [c for c in near if _same_or_retold(paper, claim, c) or _same_word(paper, claim, c)]
    plans = [c for c in same if undone(c)]
    if not plans:
        return _only_plans(paper, claim, [c for c in near if c.quantity.unit == claim.quantity.unit])
    deeds = [
        c
        for c in paper.body
        if (c.status == "happened" or (c.status in DONE and measured(c)))  # what "is" so many is no deed
        and (c in same or (heads(c) & heads(claim) and comparable(c, claim) and same_number(paper, claim, c)))
    ]
    strength, others, close = _weighed(claim, plans, deeds)
    plan = plans[0]
    sentence = (
        f"The {claim.part} tells {quoted(claim)} as done{by(claim)}, the body tells it as"
        f" {undone(plan)}{by(plan)}: {quoted(plan)}{why(plan)}. {close}"
    )
    return paper.finding("plan_told_as_deed", strength, [claim, *others], sentence)


def _same_word(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether two figures count one word, one of them as what changed: jobs that are lost are those destroyed."""
    mine, yours = modifiers(paper, one), modifiers(paper, other)
    is_word = bool(heads(one) & heads(other)) and (mine <= yours or yours <= mine)
    return is_word and one.quantity.unit == other.quantity.unit and (base(one) or 0) >= _CHANCE


def _only_plans(paper: Paper, claim: Claim, near: Sequence[Claim]) -> Finding | None:
    """A large number told above as done, for which the body has only numbers that are yet to come, of whatever."""
    if (
        (base(claim) or 0) < _LARGE
        or claim.part == "caption"
        or _announces(claim)
        or not near
        or not all(undone(c) for c in near)
    ):
        return None
    plan = near[0]
    deeds = [c for c in paper.body if c.status == "happened" and _is_next_sum(plan, c)][:1]
    done = f" What is told as done there is {quoted(deeds[0])}." if deeds else ""
    sentence = (
        f"The {claim.part} tells {quoted(claim)} as done; the only such number of the body is {undone(plan)}{by(plan)}:"
        f" {quoted(plan)}{why(plan)}.{done} Whether they are one, this document does not say."
    )
    return paper.finding("plan_told_as_deed", "tension", [claim, *near, *deeds], sentence)


def _is_next_sum(plan: Claim, claim: Claim) -> bool:
    """Whether the next sentence tells a sum of less, with or without its currency: "they laid hands on 34 million"."""
    units = {plan.quantity.unit} | ({"count"} if claim.counted is None else set())
    is_next = 0 <= claim.context.start - plan.context.end <= _GAP
    is_less = _LARGE <= (base(claim) or 0) < (base(plan) or 0)
    return is_next and is_less and claim.quantity.unit in units and is_money(plan.quantity.unit)


def _condition_dropped(paper: Paper, claim: Claim) -> Finding | None:
    """What is to come above hangs in the body on a condition: "to cost $150m", which it "could" if a tank leaked."""
    if claim.status not in _COMING or claim.part != "headline" or claim.condition or (base(claim) or 0) < _CHANCE:
        return None
    same = [c for c in paper.body if base(c) == base(claim) and c.quantity.unit == claim.quantity.unit]
    others = [c for c in paper.body if c.status in _COMING and c.quantity.unit == claim.quantity.unit and c not in same]
    if not same or not others or any(c.status != "conditional" or not c.condition for c in same):
        return None
    sentence = (
        f"The {claim.part} has {quoted(claim)} as {undone(claim)}, the body {quoted(same[0])} as {undone(same[0])}"
        f"{by(same[0])}{why(same[0])}. What is told without one there is {listed(others)}."
    )
    return paper.finding("condition_dropped", "tension", [claim, *same, *others], sentence)


def _weighed(claim: Claim, plans: list[Claim], deeds: list[Claim]) -> tuple[Strength, list[Claim], str]:
    """How strongly a deed contradicts plans, which claims show it, and what cannot be told."""
    if deeds:
        close = "the plan may have been carried out since, or the text is at odds with itself"
        return "note", [plans[0], deeds[0]], f"Elsewhere the body has it as done, too ({quoted(deeds[0])}): {close}."
    if (teller := speaker(claim)) and teller not in {speaker(plan) for plan in plans}:
        # Two sources may differ without the report being at fault: it only says what each of them says.
        return "note", plans, "They may come from different sources; which of them holds, this document does not say."
    close = "Nothing in the body says that it has been done. Which of them holds, this document does not say."
    if claim.part != "caption" and _present(claim):
        close += " (A headline's present tense can also announce what is to come.)"
    return "contradiction", plans, close


def _same_or_retold(paper: Paper, claim: Claim, other: Claim) -> bool:
    return same_thing(paper, claim, other) or same_retold(paper, claim, other)


def _present(claim: Claim) -> bool:
    """Whether the verb is written in the third person of the present tense."""
    verb = claim.verb
    return verb is not None and verb.span.quote.lower() in {verb.lemma + "s", verb.lemma + "es"}


def _announces(claim: Claim) -> bool:
    """Whether its verb is one of several in the present tense, as above a text of what is to come: "1,240 jobs go"."""
    verb, lists = claim.verb, table()["foretelling"]
    return verb is not None and verb.span.quote.lower() == verb.lemma and verb.lemma not in lists["unchanged"]


def _foretells(claim: Claim) -> bool:
    """Whether its verb tells in the present tense what is to come: "Bank sees growth", "to shut two, cut 900 jobs"."""
    before = words_before(claim)[: max(0, claim.verb.span.start - claim.context.start)] if claim.verb else ""
    if claim.verb is not None and claim.verb.span.quote.lower() == claim.verb.lemma and _TO.search(before):
        return True
    if _deciding().search(claim.context.quote):
        return True
    return claim.verb is not None and claim.verb.lemma in table()["foretelling"]["verbs"] and _present(claim)


@cache
def _deciding() -> re.Pattern[str]:
    """Verbs of a headline by which a sum is given in a decision alone: "sets aside 310 million"."""
    return re.compile(rf"\b(?:{'|'.join(table()['foretelling']['deciding'])})\b", re.IGNORECASE)


def _turn(one: Claim, other: Claim) -> Strength | None:
    """How strongly two approximators of one number disagree about the side on which the value lies."""
    sides = table()["sides"]
    pair = {sides.get(c.quantity.approximator) for c in (one, other)}
    for strength in ("contradiction", "tension"):
        if any(pair == set(row) for row in table()["turned"][strength]):
            return "contradiction" if strength == "contradiction" else "tension"
    return None


def _bound_changed(paper: Paper, claim: Claim) -> Finding | None:
    """The same number of the same thing with another bound, and no figure of the body that has the bound."""
    same = [c for c in paper.body if same_thing(paper, claim, c)]
    turned = [c for c in same if base(c) == base(claim) is not None and _turn(claim, c)]
    if not turned and (base(claim) or 0) >= _LARGE:  # turned round, such a number is meant whatever it counts
        same = [c for c in paper.body if base(c) == base(claim) and c.quantity.unit == claim.quantity.unit]
        turned = [c for c in same if _turn(claim, c) == "contradiction"]
    if not turned or any(_supports(claim, c) for c in same if c not in turned):
        return None
    other = turned[0]
    strength = _turn(claim, other) or "tension"
    if claim.quantity.approximator in (None, EXACT) and other.quantity.approximator == AT_LEAST:
        strength = "note"  # what is put above a text is short, and "36 dead" is what at least 36 come to
    opening = f"The {claim.part} has {quoted(claim)}, the body {quoted(other)}: the same number with another bound."
    close = {
        "note": " What stands above is shorter, and need not be an error.",
        "tension": " Both may be rounded from one value, which the document does not give; it need not be an error.",
        "contradiction": " No value fits both; which of them holds, this document does not say.",
    }[strength]
    return paper.finding("bound_changed", strength, [claim, *turned], opening + close)


def _grade_changed(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """The part above has a strong word ("approves") for what the body has with a weaker one alone ("will vote")."""
    words, number = claim.context.quote, base(claim)
    same = [c for c in paper.body if base(c) == number is not None and c.quantity.unit == claim.quantity.unit]
    if not same or (number or 0) < _CHANCE:
        return
    body = paper.body_text
    told = [surer((c.context.quote, body), (words, words)) for c in same]
    if all(told) and told[0]:
        strong, weak = told[0]
        sentence = (
            f"The {claim.part} has {quoted(claim)} with “{strong}”, the body {quoted(same[0])} with “{weak}”."
            " Nothing in the body says so strongly; whether it has come about since, this document does not say."
        )
        yield paper.finding("grade_changed", "tension", [claim, *same], sentence)


def _size_changed(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """The same digits of the same thing, a power of ten apart, where the body has no number of that size."""
    number = base(claim)
    if not number or not heads(claim) or any(base(c) == number for c in paper.body):
        return
    alike = [c for c in paper.body if heads(c) & heads(claim) or same_measure(c, claim)]
    near = [c for c in alike if c.quantity.unit == claim.quantity.unit and base(c)]
    same = [c for c in near if max(number / (base(c) or 1), (base(c) or 1) / number) in _SIZES]
    if same:
        sentence = (
            f"The {claim.part} has {quoted(claim)}, the body {quoted(same[0])}: the digits are the"
            " same, the size is not. Which of them holds, this document does not say."
        )
        yield paper.finding("size_changed", "contradiction", [claim, *same], sentence)


def _supports(claim: Claim, other: Claim) -> bool:
    return overlap(stated(claim.quantity), stated(other.quantity)) and not _turn(claim, other)


def _value_changed(paper: Paper, claim: Claim) -> Finding | None:
    """Another value for the same thing, where the body has but one and nothing that could make up the headline's."""
    if not closed(claim) or _backed(paper, claim):
        return None
    same = [c for c in paper.body if same_thing(paper, claim, c) and c.status not in _DENIED]
    if measured(claim) in table()["apart"]["measures"] and not any(base(c) == base(claim) for c in same):
        return None  # a quake of 2016
    values = {stated(c.quantity) for c in same}
    if len(values) != 1 or not all(_same_telling(paper, claim, c) for c in same):
        return None
    other = same[0]
    is_narrower = modifiers(paper, other) != modifiers(paper, claim)
    sentence = (
        f"The {claim.part} has {quoted(claim)}, the body {quoted(other)} and no other value. Rounding does not"
        " explain the difference; whether they count the same people or things, only the sources can tell."
    )
    return paper.finding("value_changed", "tension" if is_narrower else "contradiction", [claim, *same], sentence)


def _bound_above(paper: Paper, claim: Claim) -> Finding | None:
    """ "Over 200 rescued" above a body that tells of 171: a bound that all its numbers of the measure do not reach."""
    low, _ = stated(claim.quantity)
    if closed(claim) or low is None or low < _CHANCE or measured(claim) is None or claim.status not in DONE:
        return None
    may = [c for c in paper.body if comparable(claim, c) and c.status not in _DENIED]
    same = [c for c in may if same_measure(claim, c)]
    reach = [c for c in may if _reaches(c, low) and (measured(c) is None or c in same)]
    reach = [c for c in reach if c in same or (base(c) or 0) <= low * _TENFOLD]
    if not same or any(not _same_telling(paper, claim, c) for c in same) or any(_may_be_meant(claim, c) for c in reach):
        return None
    loose = [c for c in may if measured(c) is None and (base(c) or 0) < low and _may_be_meant(claim, c)]
    made = added(paper.widened(c) for c in (*same, *loose))[1]
    if made is None or made >= low:
        return None  # 48 flights were cancelled in one town, and another "has lost 380"
    return _below(paper, claim, same, "contradiction")


def _below(paper: Paper, claim: Claim, same: Sequence[Claim], strength: Strength) -> Finding:
    sentence = (
        f"The {claim.part} has {quoted(claim)}, and no number of the body comes up to that: it has {listed(same)}."
        " Which of them holds, this document does not say."
    )
    return paper.finding("value_changed", strength, [claim, *same], sentence)


def _bound_of_all(paper: Paper, claim: Claim) -> Finding | None:
    """ "More than 100 drones" above a body whose drones, of no known measure, are 87: no number reaches the bound."""
    low, _ = stated(claim.quantity)
    if closed(claim) or low is None or low < _CHANCE or not _is_particular(claim) or claim.status not in DONE:
        return None
    if measured(claim) is not None or claim.quantity.change != "level" or claim.quantity.unit not in _counts():
        return None
    may = [c for c in paper.body if comparable(claim, c)]
    reach = [c for c in may if _reaches(c, low) and (base(c) or 0) <= low * _TENFOLD and not _is_other(claim, c)]
    told = [c for c in paper.body if c in may or c.quantity.change == "additional"]
    same = [c for c in told if heads(c) & heads(claim) and c.status in DONE and c.part_of is None]
    vague = any(c.quantity.approximator == "vague" and heads(c) & heads(claim) for c in paper.body)
    made = added(paper.widened(c) for c in same)[1] if same else None
    if reach or vague or made is None or made >= low or low > made * _TWO:
        return None
    if any(c.verb and claim.verb and _are_unlike(c.verb.lemma, claim.verb.lemma) for c in same):
        return None
    return _below(paper, claim, same, "tension")


def _are_unlike(one: str, other: str) -> bool:
    """Whether two verbs tell two things: 60 trucks that crossed are none of those that wait."""
    return one != other and not {one, other} <= {*table()["added"]["coming"]}


def _is_other(claim: Claim, other: Claim) -> bool:
    """Whether two numbers count, each by its own word, two unlike things: no drone is one of 146 people."""
    if claim.counted is None or other.counted is None or heads(claim) & heads(other):
        return False
    somebody = frozenset(table()["same"]["generic"])
    is_somebody = [is_person(c.counted.lemma) or bool(heads(c) & somebody) for c in (claim, other) if c.counted]
    return all(map(_is_particular, (claim, other))) or is_somebody == [False, True]


def _counts() -> frozenset[str]:
    return frozenset(table()["units"]["counts"])


def _reaches(claim: Claim, low: Fraction) -> bool:
    high = stated(claim.quantity)[1]
    return high is None or high >= low


def _may_be_meant(claim: Claim, other: Claim) -> bool:
    """Whether a number of no known measure may be what the headline means: of a deed done, or of anybody."""
    if all(_is_particular(c) for c in (claim, other)) and not heads(claim) & heads(other):
        return False  # no operation that was put off is one of 22,500 workers who struck
    return other.status == "happened" or other.counted is None or _ANYBODY in heads(other)


def _is_particular(claim: Claim) -> bool:
    """Whether its own words tell what is counted, and more than that it is somebody."""
    generic = frozenset(table()["same"]["generic"])
    return claim.counted is not None and not claim.counted.implied and not heads(claim) & generic


def _nowhere(paper: Paper, claim: Claim) -> Finding | None:
    """A large number above, of which the body has neither its digits nor what comes to it, but another of its size."""
    number = base(claim)
    if number is None or not closed(claim) or claim.quantity.unit in table()["units"]["shares"]:
        return None
    is_count = claim.quantity.unit in table()["units"]["counts"]
    large = [c for c in paper.body if comparable(claim, c) and (base(c) or 0) * _MANY >= number]
    near = [c for c in large if number < (base(c) or 0) * _TWO and (base(c) or 0) < number * _TWO]
    if number < _LARGE:  # of a known measure the body has its own numbers; of another it may be anything
        same = [c for c in near if same_measure(claim, c) and c.status in DONE and c.part_of is None]
        some = [c for c in paper.body if measured(c) == measured(claim) and c.quantity.approximator == "vague"]
        is_all = not some and len(same) == len(near) and not any("alone" in c.context.quote.split() for c in same)
        near = same if number >= _CHANCE and claim.status in DONE and is_all else []
    if not near or (is_count and len(near) > 1) or len(large) > _FEW or _is_written_in(claim, paper.body_text):
        return None
    wanted = paper.widened(claim)
    sums = (group for size in (1, 2, 3) for group in combinations(large, size))
    if any(overlap(wanted, added(paper.widened(c) for c in group)) for group in sums):
        return None
    sentence = (
        f"The {claim.part} has {quoted(claim)}, and the body has no such number and none that come to it; of its size"
        f" it has {listed(near)}. Whether they count the same, this document does not say."
    )
    return paper.finding("value_changed", "tension", [claim, *near], sentence)


def _unborne(paper: Paper, claim: Claim) -> Finding | None:
    is_written = closed(claim) and _is_written_in(claim, paper.body_text)
    return None if is_written else unborne(paper, claim)


def _is_written_in(claim: Claim, text: str) -> bool:
    """Whether the digits of a figure stand in a text, or the words in which it is written."""
    (mine, *_), told = (_NUMBER.findall(words) or [""] for words in (claim.evidence.quote, text))
    bare = mine.translate(_POINTS).strip("0")
    if not mine:
        return claim.evidence.quote.lower() in text.lower()
    return mine in told or (len(bare) > 1 and any(word.translate(_POINTS).strip("0") == bare for word in told))


def _thing_changed(paper: Paper, claim: Claim) -> Finding | None:
    """A number that the body has of another thing only: the dead of the headline are the casualties of the body."""
    number, measure = base(claim), measured(claim)
    if measure is None or number is None or number < _CHANCE:
        return None
    same = [c for c in paper.body if base(c) == number and comparable(claim, c)]
    kinds = {measured(c) for c in same}
    if not same or not all(kind and kind != measure and _excludes(kind, measure) for kind in kinds):
        return None
    return of_another(paper, claim, same)


def _excludes(one: str, other: str) -> bool:
    """Whether of two measures one cannot be told for the other, not even loosely."""
    rows = table()["retold"]["apart"]["rows"]
    return family(one, other) == "contradiction" or any({one, other} <= set(row) for row in rows)


def _digits_turned(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """The digits of a number of the body in another order, where the body has no such number: 96 for its 69."""
    number, digits = base(claim), significant(abs(base(claim) or Fraction(0)))
    near = [c for c in paper.body if c.quantity.unit == claim.quantity.unit and base(c)]
    if not number or len(digits) < _TWO or any(base(c) == number for c in near):
        return
    same = [c for c in near if _is_turned(claim, c)]
    yield from () if same else _digit_dropped(paper, claim, near)
    if len(same) == 1 and (near == same or heads(claim) & heads(same[0]) or _stems(claim) & _stems(same[0])):
        sentence = (
            f"The {claim.part} has {quoted(claim)}, the body {quoted(same[0])}: the same digits in another order."
            " Which of them holds, this document does not say."
        )
        yield paper.finding("digits_swapped", "tension", [claim, *same], sentence)


def _digit_dropped(paper: Paper, claim: Claim, near: Sequence[Claim]) -> Iterator[Finding]:
    """A sum of money with a digit less than the one of its size in the body: 1.4 billion for its 1.14 billion."""
    if claim.quantity.unit in table()["units"]["bare"]:
        return
    number = base(claim) or Fraction(0)
    mine = significant(abs(number))
    told = ((c, base(c) or Fraction(0)) for c in near)
    same = [
        c for c, value in told if number < _TWO * value < _TWO**2 * number and _drops(significant(abs(value)), mine)
    ]
    if len({base(c) for c in same}) == 1 and not same_number(paper, claim, same[0]):
        sentence = (
            f"The {claim.part} has {quoted(claim)}, the body {quoted(same[0])}: the same digits but for one that is"
            " lacking. Which of them holds, this document does not say."
        )
        yield paper.finding("digits_swapped", "tension", [claim, *same], sentence)


def _drops(digits: str, fewer: str) -> bool:
    """Whether ``fewer`` are the digits without one of them, and not their rounded number."""
    return len(digits) > _TWO and any(digits[:at] + digits[at + 1 :] == fewer for at in range(len(digits)))


def _is_turned(one: Claim, other: Claim) -> bool:
    """Whether two numbers of one size have the same digits, of which two have changed places."""
    mine, yours = (int(abs(base(c) or Fraction(0))) for c in (one, other))
    apart = [(a, b) for a, b in zip(str(mine), str(yours), strict=False) if a != b]
    same_size = len(str(mine)) == len(str(yours))
    return same_size and len(apart) == _TWO and apart[0] == apart[1][::-1]


def _stems(claim: Claim) -> set[str]:
    """The beginnings of the words of its sentence that are long enough to tell what it is about."""
    return {word[:_STEM] for word in words_of(claim.context.quote) if len(word) > _STEM} - frozenset(
        table()["retold"]["any"]["stems"]
    )


def _way_changed(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """A rise by so much percent of what fell by it, by the body's only such number, or the other way round."""
    turned = {"increase": "decrease", "decrease": "increase"}.get(claim.quantity.change)
    same = [c for c in paper.body if base(c) == base(claim) and c.quantity.unit == claim.quantity.unit == _PERCENT]
    bounds = {c.quantity.approximator for c in (claim, *same)}
    if not turned or not same or len(bounds) > 1 or any(c.quantity.change != turned for c in same):
        return
    named = {word.lower()[:_STEM] for word in WORD.findall(claim.context.quote) if len(word) >= _STEM}
    told = [c for c in same if named & {word.lower()[:_STEM] for word in WORD.findall(c.context.quote)}]
    if told:
        ways = table()["retold"]["changes"]
        sentence = (
            f"The {claim.part} tells {quoted(claim)} as {ways[claim.quantity.change]}, the body {quoted(told[0])} as"
            f" {ways[turned]}. Which of them holds, this document does not say."
        )
        yield paper.finding("way_changed", "contradiction", [claim, *told], sentence)


def _multiple_changed(paper: Paper, claim: Claim) -> Iterator[Finding]:
    """So many times as much above, of what the body tells another percentage of rise: "doubles" of 85 percent."""
    times, told = base(claim), claim.quantity
    if told.unit != _TIMES or told.change != _RISE or not times or told.approximator not in (None, "exact"):
        return
    rises = [c for c in paper.body if c.quantity.unit == _PERCENT and c.quantity.change == _RISE and c.status in DONE]
    same = [c for c in rises if c.counted and claim.counted and heads(c) & heads(claim) and _named_alike(claim, c)]
    made = [1 + (base(c) or 0) / 100 for c in same]
    others = [c for c in paper.body if c.quantity.unit == _TIMES and base(c) == times]
    if same and not others and all(abs(many - times) > _LOOSE * times for many in made):
        sentence = (
            f"The {claim.part} has {quoted(claim)}, the body {quoted(same[0])}: that makes {float(made[0]):g} times as"
            " much. Which of them holds, this document does not say."
        )
        yield paper.finding("value_changed", "tension", [claim, *same], sentence)


def _named_alike(one: Claim, other: Claim) -> bool:
    """Whether two phrases share all their words, in whatever order: "diesel price", "price of diesel"."""
    mine, theirs = (
        {word.lower()[:_STEM] for word in WORD.findall(c.counted.phrase.quote)} - _JOINING
        for c in (one, other)
        if c.counted is not None
    )
    return bool(mine) and (mine <= theirs or theirs <= mine)


def _same_telling(paper: Paper, claim: Claim, other: Claim) -> bool:
    """Whether nothing but the value differs: phrase, verb, status, time and speaker."""
    verbs = [thing(c.verb.lemma) if c.verb else None for c in (claim, other)]
    whole = closed(other) and not claim.part_of and not other.part_of
    times = [(c.when.start, c.when.end) if c.when else None for c in (claim, other)]
    slugs = [c.measure.slug if c.measure and c.verb else None for c in (claim, other)]
    same_verb = verbs[0] == verbs[1] is not None or slugs[0] == slugs[1] is not None
    same_head = same_verb and bool(heads(claim) & heads(other))
    return (
        whole
        and modifiers(paper, claim) <= modifiers(paper, other)
        and (same_head or same_measure(claim, other))
        and _same_place(claim, other)
        and (claim.status in DONE) == (other.status in DONE)
        and _at_ease(*times)
        and _at_ease(speaker(claim), speaker(other))
    )


def _same_place(one: Claim, other: Claim) -> bool:
    """Whether the places told share a word, where both tell one."""
    told = [
        {word for slot in claim.slots if slot.role == "place" for word in WORD.findall(slot.span.quote)}
        for claim in (one, other)
    ]
    return not all(told) or bool(told[0] & told[1])


def _at_ease(one: object, other: object) -> bool:
    """Whether two slots do not differ: what is not said differs from nothing."""
    return one is None or other is None or one == other


def _backed(paper: Paper, claim: Claim) -> bool:
    """Whether some figure of the body, or a sum of two or three, may be the claim's value, whatever it counts."""
    rivals = [c for c in paper.body if c.quantity.unit == claim.quantity.unit or comparable(claim, c)]
    if len(rivals) > _FEW:
        return True  # too many numbers to say that none of them is meant
    wanted = paper.widened(claim)
    sums = (group for size in (1, 2, 3) for group in combinations(rivals, size))
    return any(overlap(wanted, added(paper.widened(c) for c in group)) for group in sums)
