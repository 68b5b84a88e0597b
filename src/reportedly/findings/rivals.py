"""Documents become findings: two counts of one thing that a report sets side by side, each with who tells it.

"Police put the crowd at 18,500. The organisers claimed 42,000": the second leaves out what is counted, or says no more
than "the figure", so that it can only be another count of what the first counts. What has words of its own for what it
counts, a day of its own, a bound that fits, or is set beside another ("against 14,000 last year") is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reportedly.findings.intervals import overlap, stated
from reportedly.findings.lexicons import table, thing
from reportedly.findings.paper import (
    WORD,
    Paper,
    base,
    counts_otherwise,
    heads,
    measured,
    same_measure,
    same_unit,
    words_before,
    words_behind,
    words_of,
)
from reportedly.findings.speakers import are_apart, is_place, is_short, is_where
from reportedly.findings.telling import quoted
from reportedly.model import AGAINST, AHEAD, DONE, Claim, Finding, Span, Strength
from reportedly.values.units import is_money

FEW = 6  # words before a number in which a report sets another right
FARTHEST = 6  # figures before another at most, where parts of what they tell stand between
NEAR = 3  # figures before another among which the one stands that it is held against
BESIDE = 24  # characters before a number in which "against" and the like set it beside another
TENFOLD = 10  # two counts of one thing seldom lie further apart
FAR = 110  # characters between two sentences that stand close together
THREE = 3  # words in which a sentence opens with somebody's own count
THRICE = 3  # two counts that name the same thing each for itself lie no further apart
LITTLE = 20  # parts of a number by one of which another is close to it
FOURTH = Fraction(5, 4)  # as many times as much is what a bound that is set right does not reach
DEFINITE = re.compile(
    r" (?:the|its|that|this) (?:[^\W\d]+ ){1,3}at (?:about |some |around |nearly |close to )?|(?: it)? at "
)
IT_WAS = re.compile(r"(?: it)?(?: was| is| had been| were)? ?(?:rather |really |closer to |more like )?")
AS_OF = re.compile(r" (?:as of|by|at|on) [\w. ]{2,20}")
OF_ITS_OWN = re.compile(r"(?: [^\W\d]+){0,2} of (?:its|their|his|her|our) own\b")  # "nine dead of its own"
STEM = 5  # letters by which a word is known again
_CLAUSE = re.compile(r"[.;]|, (?:and|but|while)\b")
_OWN_PLACE = re.compile(r" (?:in|at|near) (?:the )?[A-Z]")
_LIST_OF = re.compile(r" (?:has|have|had|holds?|keeps?|kept|published) (?:a list (?:of|with)|the names of) $")


def rivals(paper: Paper) -> Iterator[Finding]:
    """Every two counts of one thing by two sources, told one after the other."""
    body = [claim for claim in paper.figures if claim.part == "body"]
    for at, other in enumerate(body):
        if not _is_second_count(paper, other):
            continue
        near = [one for one in reversed(_before(body, at)) if _is_beside(paper, one, other)]
        parted = {one.part_of for one in near}
        wholes = {one.id: one for one in near if one.id in parted and _is_divided(one)}
        dealt = [one for one in near if one.part_of in wholes and _fits(other, wholes[one.part_of or ""])]
        near = [one for one in near if one.id not in wholes]  # "9 of 22 wards are open, she says. He says 13."
        if _is_list(other):
            near = [one for one in near if _is_list_of_them(one, other)]
            near = near if len({measured(one) for one in near}) == 1 else []
        one = next((one for one in near if _may_be_one_thing(paper, one, other, dealt=one in dealt)), None)
        closer = [c for c in near if c is not one and c.quantity.unit == other.quantity.unit and _is_close(c, other)]
        if one is not None and not closer and _disagree(one, other):
            yield _finding(paper, one, other)


def _is_close(one: Claim, other: Claim) -> bool:
    """Whether two numbers are all but one: what the second retells, or sets right, is then that and no other."""
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    return high * LITTLE <= low * (LITTLE + 1)


def _before(body: Sequence[Claim], at: int) -> Sequence[Claim]:
    """The last figures before one, and where they are parts, those before them."""
    start = max(0, at - NEAR)
    while start and at - start < FARTHEST and any(one.part_of == body[start - 1].id for one in body[start:at]):
        start -= 1
    parts = sum(one.part_of is not None for one in body[start:at])
    return body[max(0, start - min(parts, NEAR)) : at]


def _is_second_count(paper: Paper, claim: Claim) -> bool:
    """Whether it is a figure of its own teller, and stands beside no other number of that one."""
    return (
        (_teller(claim) is not None or _is_set_right(claim) or _is_own(claim))
        and not _is_put_elsewhere(claim)
        and not counts_otherwise(claim)
        and OF_ITS_OWN.match(words_behind(claim)) is None
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
    return verb.span.start < claim.evidence.start and words_of(between).isdisjoint(lists["places"])


def _is_held_against_another(paper: Paper, claim: Claim) -> bool:
    """Whether it is told only for comparison, or as one told before: "up from 380 million", "of the 50 million"."""
    before = paper.document.text[max(claim.context.start, claim.evidence.start - BESIDE) : claim.evidence.start]
    words = [word.lower() for word in WORD.findall(re.split("[:;]", before)[-1])]
    return words[-1:] == ["the"] or not set(words).isdisjoint(table()["rivals"]["beside"])


def _is_set_right(claim: Claim) -> bool:
    """Whether the report sets a number right that it has told: "the true number is closer to 15,000"."""
    lists, before = table()["rivals"], words_before(claim)
    words = [word.lower() for word in WORD.findall(before)][-FEW:]
    return any(one in lists["true"] and two in lists["numbers"] for one, two in pairwise(words))


def _teller(claim: Claim) -> str | None:
    """Who tells a figure by its report, if not the report itself; a pronoun that stands for nobody known is none."""
    told = [step for step in claim.attribution if step.span is not None]
    is_counted = any(
        step.span.start < claim.evidence.end and claim.evidence.start < step.span.end for step in told if step.span
    )
    if not told:
        return _keeper(claim)
    if told[-1].stance in AGAINST or is_counted or is_where(claim):
        return None
    called = told[-1].called
    return None if called.lower() in table()["roots"]["pronouns"] else called


def _keeper(claim: Claim) -> str | None:
    """Who has a number on his books: "the insurers have 1,480 on their books"."""
    lists, verb, start = table()["rivals"], claim.verb, claim.context.start
    if verb is None or verb.lemma != lists["keeping"] or not start < verb.span.start < claim.evidence.start:
        return None
    behind = WORD.findall(words_behind(claim).lower())
    held = any(two in lists["books"] for two in behind[1:3]) and behind[0] in lists["where_kept"]
    who = claim.context.quote[: verb.span.start - start].strip()
    if listed := _LIST_OF.search(words_before(claim)):
        who, held = claim.context.quote[: listed.start()].split(",")[0].strip(), True
    is_name = (
        len(WORD.findall(who)) > 1 and not set(who) & set(",;:") and who.lower() not in table()["roots"]["pronouns"]
    )
    return who if held and is_name else None


def _is_beside(paper: Paper, one: Claim, other: Claim) -> bool:
    """Whether one stands in the sentence of the other or shortly before it, in its paragraph or named again."""
    between = paper.document.text[one.context.end : other.context.start]
    is_next = one.context.end <= other.context.start and len(between) <= FAR
    near = is_next and ("\n" not in between.strip(" ") or (not between.strip() and _is_named_again(one, other)))
    return one.context == other.context or near


def _is_divided(claim: Claim) -> bool:
    """Whether a number is told only for a part of it to be told: the 22 of "9 of 22", of "of the 22 wards, nine"."""
    before = WORD.findall(words_before(claim).lower())
    if claim.verb is not None and before[-2:-1] == [claim.verb.span.quote.lower()]:
        return False  # "police speak of seven dead, two of them officers"
    return not set(before[-2:]).isdisjoint(table()["rivals"]["divided"]) and claim.part_of is None


def _fits(claim: Claim, whole: Claim) -> bool:
    """Whether a number, or what it is less than, is no more than a whole."""
    (_, high), number = stated(whole.quantity), base(claim)
    return number is not None and high is not None and number <= high and claim.quantity.unit == whole.quantity.unit


def _may_be_one_thing(paper: Paper, one: Claim, other: Claim, *, dealt: bool = False) -> bool:
    """Whether the second may count what the first does, a part that is ``dealt`` with, too: it says nothing else."""
    mine, yours = one.quantity, other.quantity
    units = {mine.unit, yours.unit}
    counts = frozenset(table()["units"]["counts"])
    is_bare = _is_bare(one, other) or _is_disputed(one, other) or _is_list_of_them(one, other)
    is_one_unit = same_unit(units) or (is_bare and yours.unit in counts) or _is_rate_left_out(one, other)
    ahead = {claim.status for claim in (one, other)} & AHEAD
    tellers = _teller(one), _teller(other)
    return (
        is_bare
        and is_one_unit
        and not (tellers[0] and tellers[1] and are_apart(tellers[0], tellers[1]))
        and not _is_held_against_another(paper, one)
        and (one.part_of is None or dealt)
        and mine.approximator != "vague"
        and (mine.change in (yours.change, "level") or _is_own(other))
        and (
            (one.status in AHEAD) == (other.status in AHEAD)
            or ahead == {"possible"}
            or _is_of_the_coming(one, other)
            or _is_called_after(one, other)
        )
        and not {one.status, other.status} & {"did_not_happen", "unresolved"}
        and not _are_of_two_days(one, other)
    )


def _is_rate_left_out(one: Claim, other: Claim) -> bool:
    """Whether somebody's "own figure" leaves out the time that it is counted by: "63 million a year"."""
    return _is_own(other) and one.quantity.unit.partition("/")[0] == other.quantity.unit


def _disputes(claim: Claim) -> bool:
    """Whether before it its sentence tells that somebody disputes what was told: "the owner disputed it, saying"."""
    words, lists = WORD.findall(words_before(claim).lower()), table()
    told, it, numbers = (lists["rivals"][name] for name in ("disputing", "disputed", "numbers"))
    return any(
        one in told and (two in it or (two in lists["rivals"]["plain"] and three in numbers))
        for one, two, three in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _is_disputed(one: Claim, other: Claim) -> bool:
    """Whether the second stands in a sentence that disputes the one before, and counts by its measure or its word."""
    is_next = one.context.end <= other.context.start
    is_bound = other.quantity.approximator in table()["rivals"]["bounds"]  # "had carried 9,000 tonnes" is no loss
    is_weighed = one.quantity.unit not in table()["units"]["bare"] and is_bound
    return is_next and _disputes(other) and (is_weighed or bool(heads(one) & heads(other)))


def _is_list(claim: Claim) -> bool:
    """Whether it counts the names on somebody's list."""
    counted, before = claim.counted, words_before(claim)
    is_names = counted is not None and counted.lemma == table()["rivals"]["listed"]
    return (is_names or before.endswith(" the names of ")) and _keeper(claim) is not None


def _is_list_of_them(one: Claim, other: Claim) -> bool:
    """Whether the second counts the names on a list, of those whom the one counts: "has a list of 187 names"."""
    is_any = other.counted is not None and other.counted.lemma == table()["rivals"]["listed"]
    is_theirs = _is_list(other) and measured(one) in table()["rivals"]["of_list"]
    is_theirs = is_theirs and (is_any or measured(one) == measured(other))
    return is_theirs and one.part_of is None and (base(other) or 0) <= TENFOLD * (base(one) or 0)


def _is_own(claim: Claim) -> bool:
    """Whether it is told as a count of somebody's own: "the union's own figure is 45 million"."""
    lists, before = table()["rivals"], words_before(claim)
    words = [word.lower() for word in WORD.findall(before)]
    words = words[:THREE] if len(words) > FEW and words[1:2] == [lists["own"]] else words[-FEW:]
    return any(one == lists["own"] and two in lists["numbers"] for one, two in pairwise(words))


def _is_of_the_coming(one: Claim, other: Claim) -> bool:
    """Whether both reckon what is to come: "will lose 31 million, the town reckons. An economist arrives at 55"."""
    return one.status == "expected" and other.status == "ongoing" and _is_set_against(other)


def _is_bare(one: Claim, other: Claim) -> bool:
    """Whether nothing in the second's own words tells what is counted, or what became of them."""
    lists, counted, verb = table()["rivals"], other.counted, other.verb
    if _is_by_another(one, other) or _is_of_one_measure(one, other) or _is_placed(one, other) or _is_number(other):
        return True
    if counted is not None and _teller(one) is not None and _is_teller(other, counted.head):
        counted = None  # "an economist arrives at 55 million" counts no economists
    if counted is not None and counted.lemma in lists["called"].get(measured(one), ()):
        phrase = counted.phrase.quote.replace(counted.head.quote, "")  # "absentees" of whom others call strikers
        is_told = verb is None or verb.lemma in lists["verbs"]
        is_there = not _is_set_elsewhere(other, counted.head.end) or _is_own_and_more(one, other)
        return is_told and _says_no_more(phrase, (one, other)) and is_there
    if counted is not None and counted.lemma in {*lists["numbers"], *lists["verbs"]}:
        is_told = verb is None or verb.lemma in lists["verbs"] or verb.span.start < other.evidence.start
        return is_told and _says_no_more(counted.phrase.quote, (one, other)) and not _is_told_closer(other)
    is_carried = verb is not None and not other.context.start <= verb.span.start < other.context.end
    if verb is not None and verb.lemma not in lists["verbs"] and not is_carried and not _is_set_right(other):
        return False
    if counted is None:
        return True
    is_same = counted.implied or (one.counted is not None and counted.head == one.counted.head)
    if not is_same:
        return _is_named_again(one, other) or _is_called_after(one, other)
    return bool(heads(one) & heads(other) or measured(one) == measured(other) is not None)


def _is_by_another(one: Claim, other: Claim) -> bool:
    """Whether one clause tells one thing twice, each by who stands behind its number.

    "Was followed by 95% of the staff according to the unions and by 60% according to the firm".
    """
    if one.context != other.context or one.verb is None or one.verb != other.verb or None in map(_teller, (one, other)):
        return False
    spans = [[step.span for step in claim.attribution if step.span is not None][-1:] for claim in (one, other)]
    (mine,), (yours,) = spans if all(spans) else ([one.context], [other.context])
    are_behind = one.evidence.end <= mine.start < other.evidence.start < other.evidence.end <= yours.start
    is_same = other.counted is None or other.counted.implied or bool(heads(one) & heads(other))
    return are_behind and is_same and same_unit({one.quantity.unit, other.quantity.unit}) and _is_there(one, other)


def _is_there(one: Claim, other: Claim) -> bool:
    """Whether the second is told in no place that the first is not."""
    mine, yours = ({slot.span.quote for slot in claim.slots if slot.role == "place"} for claim in (one, other))
    return yours <= mine and not _OWN_PLACE.match(words_behind(other).removeprefix(_phrase(other)))


def _phrase(claim: Claim) -> str:
    """The words of what is counted behind a number."""
    end = claim.counted.phrase.end if claim.counted else claim.evidence.end
    return words_behind(claim)[: max(0, end - claim.evidence.end)]


def _is_named_again(one: Claim, other: Claim) -> bool:
    """Whether the second names what the first counts, with no word more: "The port speaks of 130 trucks"."""
    lists, counted, verb = table()["rivals"], other.counted, other.verb
    is_own = _is_own(other)
    if counted is None or one.counted is None or verb is None or not (verb.lemma in lists["again"] or is_own):
        return False
    told = {thing(word) for word in (*WORD.findall(one.counted.phrase.quote.lower()), *_of_measure(one))}
    more = {thing(word) for word in WORD.findall(counted.phrase.quote.lower())} - told - set(lists["plain"])
    behind = other.context.quote[max(counted.head.end, other.evidence.end) - other.context.start :].strip()
    time = other.when.words if other.when else None
    is_all = not behind or not behind[0].isalnum() or bool(time and behind.startswith((time, f"on {time}")))
    is_all = is_all or _is_own_and_more(one, other)
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    is_somebody = heads(other) & frozenset(table()["same"]["generic"]) and not is_own
    return bool(heads(one) & heads(other)) and not is_somebody and not more and is_all and high <= THRICE * low


def _is_of_one_measure(one: Claim, other: Claim) -> bool:
    """Whether two tellers, each with the words for it, count one fate of the same people, in no place of its own."""
    tellers = [_teller(claim) for claim in (one, other)]
    if None in tellers or measured(one) not in table()["rivals"]["fates"] or not same_measure(one, other):
        return False
    whose = [{slot.span.quote for slot in claim.slots if slot.role in ("doer", "recipient")} for claim in (one, other)]
    is_one = _is_there(one, other) and (whose[0] == whose[1] or not all(whose)) and not _tells_more(one, other)
    return is_one and {one.status, other.status} <= DONE and {one.quantity.change, other.quantity.change} == {"level"}


def _tells_more(one: Claim, other: Claim) -> bool:
    """Whether behind its number the second tells what the first does not: "when a ferry sank"."""
    behind = {word[:STEM] for word in words_of(_CLAUSE.split(words_behind(other))[0]) if len(word) > THREE}
    measure = {word[:STEM] for word in table()["rivals"]["fated"]}
    return not behind <= measure | {word[:STEM] for word in words_of(one.context.quote)}


def _is_placed(one: Claim, other: Claim) -> bool:
    """Whether the second puts at so many hectares, or tonnes, what the first has told in such: "the burnt area"."""
    verb, unit = other.verb, other.quantity.unit
    is_measured = unit == one.quantity.unit and unit not in table()["units"]["bare"] and not is_money(unit)
    if verb is None or not is_measured or None in (_teller(one), _teller(other)) or "/" in unit:
        return False
    start = other.context.start
    between = other.context.quote[max(0, verb.span.end - start) : other.evidence.start - start]
    is_definite = verb.lemma in table()["rivals"]["placing"] and DEFINITE.fullmatch(between) is not None
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    mine, yours = ({word[:THREE] for word in words} for words in (_of_measure(one), words_of(between)))
    is_definite = is_definite and not mine.isdisjoint(yours)  # "the burnt area" of an area burned
    return (is_definite or IT_WAS.fullmatch(between) is not None) and high <= THRICE * low and _is_end(other)


def _is_number(claim: Claim) -> bool:
    """Whether it is put as "the number", so that nothing but what was just told of is counted."""
    lists = table()["rivals"]
    words = [word.lower() for word in WORD.findall(words_before(claim))][-FEW:]
    placing = claim.verb.span.quote.lower() if claim.verb else ""
    ends = zip(words, words[1:], words[2:], [*words[3:], "at"], strict=False)
    is_put = (
        claim.verb is not None and claim.verb.lemma in lists["placing"] and claim.quantity.unit in ("count", "person")
    )
    return is_put and any(
        the == "the" and noun in lists["numbers"] and verb == placing and at in lists["places"]
        for verb, the, noun, at in ends
    )


def _is_end(claim: Claim) -> bool:
    """Whether nothing is told behind a number but its unit and when it was so."""
    behind = re.split(r"[,.;]", words_behind(claim))[0]
    time = claim.when.words if claim.when else None
    return not behind.strip() or bool(time and behind.strip() == time.strip()) or AS_OF.fullmatch(behind) is not None


def _is_own_and_more(one: Claim, other: Claim) -> bool:
    """Whether somebody's own tally is more, though it counts in one town alone."""
    return _is_own(other) and (base(one) or 0) < (base(other) or 0)


def _of_measure(claim: Claim) -> Iterable[str]:
    """The words of what a figure measures: "kill" of the fish that were killed."""
    return claim.measure.slug.split("_") if claim.measure else ()


def _is_called_after(one: Claim, other: Claim) -> bool:
    """Whether the second has a noun for what the first tells by its verb: "wants 4 million", "puts the demand at 2"."""
    lists, counted, verb = table()["rivals"], other.counted, other.verb
    if counted is None or verb is None or verb.lemma not in lists["placing"] or one.verb is None:
        return False
    before = WORD.findall(other.context.quote[: counted.head.start - other.context.start].lower())
    words = {one.verb.lemma, one.counted.lemma if one.counted else ""}
    is_definite = before[-1:] == ["the"] and _says_no_more(
        counted.phrase.quote.replace(counted.head.quote, ""), (other,)
    )
    return is_definite and not words.isdisjoint(lists["nouns"].get(counted.lemma, ()))


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
    at, start = counted.head.end - claim.context.start, claim.evidence.start - claim.context.start
    if claim.context.quote[max(0, at) : max(0, start)].strip().lower() in lists["places"]:
        return False  # "puts the quantity at 365,000"
    behind = claim.context.quote[max(0, at) :].split()
    return behind[:1] != [] and behind[0].lower() in {*lists["where"], *lists["under"]}


def _says_no_more(phrase: str, claims: Iterable[Claim]) -> bool:
    """Whether of what is counted no more is told than whose number it is: "by the union's count"."""
    lists = table()["rivals"]
    own = {word for claim in claims for step in claim.attribution for word in words_of(step.source)}
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
    if other.when is None or one.context == other.context or _is_carried(other):
        return False
    if other.when.start is None and other.when.end is None:
        return False  # "as of 11 a.m."
    if one.when is not None and other.when.start is None:
        return one.when.end != other.when.end  # "39 in the bulletin of 18 February", "57 by that day"
    return one.when is None or (one.when.start, one.when.end) != (other.when.start, other.when.end)


def _is_carried(claim: Claim) -> bool:
    """Whether its time is not told in its sentence: the hour at which an entry of a live report stands."""
    words = claim.when.words if claim.when else None
    return words is not None and words not in claim.context.quote


def _is_of_before(claim: Claim) -> bool:
    """Whether its sentence tells that the count was told before: "had last given a number in January"."""
    before = words_before(claim).lower()
    return any(words in before for words in table()["rivals"]["recalled"])


def _disagree(one: Claim, other: Claim) -> bool:
    low, high = sorted((base(one) or Fraction(0), base(other) or Fraction(0)))
    is_apart = not overlap(stated(one.quantity), stated(other.quantity)) or (
        _is_set_right(other) and low * FOURTH <= high
    )
    first, second = _teller(one), _teller(other)
    if first is not None and second is not None and (is_short(first, second) or is_short(second, first)):
        return False
    if (first is None and not _is_set_against(other)) or first is second:
        return False
    if is_place(first or "") and is_place(second or "") and not _is_set_against(other):
        return False  # each of its own dead: "Chad has reported seven deaths, and Niger nine"
    return 0 < low < high <= TENFOLD * low and is_apart


def _is_set_against(claim: Claim) -> bool:
    """Whether its verb tells that somebody counts otherwise than the report has just told: "put the figure at"."""
    if _is_own(claim) or _disputes(claim):
        return True
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
