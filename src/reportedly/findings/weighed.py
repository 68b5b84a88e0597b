"""Documents become findings: a count that its sentence weighs against another's of the same thing.

"It puts turnout at 58.5%, below the 63% which the board gave", "94 deaths, well above the ministry's 71": the words
themselves say that both count one thing, and by whom each is told.
"""

import re
from collections.abc import Iterator
from functools import cache

from reportedly.findings.intervals import overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, comparable, heads, lie_apart, measured, words_before
from reportedly.findings.speakers import bare, is_place, is_short
from reportedly.findings.telling import quoted
from reportedly.model import AGAINST, AHEAD, Claim, Finding, Strength, When

NOT = " not the "
NEAR = 3  # figures back in the sentence in which the one stands that is weighed
_OWNER = re.compile(r"(?P<who>(?:[Tt]he |[A-Z])[\w’'. -]{1,40}?)(?:['’]s|(?<=s)['’]) $")
_NAMED = re.compile(r"(?:[\s\w]{0,24}[\s,]|\s)$")  # between the number and who tells it: " deaths which "
# Behind who tells it stands the verb by which, and no clause of its own: not "says are needed each day".
_CLOSES = re.compile(
    r"(?:(?: had| has| have)?(?: [a-z]+){1,2})??(?=\s*$|[.,;:)]| (?:on|in|at|by|for|as|last|this|yesterday|earlier)\b)"
)


def weighed(paper: Paper) -> Iterator[Finding]:
    """Every count that is told as more or less than another's."""
    for told in paper.sentences:
        for at, other in enumerate(told):
            who = _whose(paper, other) if at else None
            if who is None:
                continue
            near = [one for one in reversed(told[max(0, at - NEAR) : at]) if _may_be_one_thing(one, other)]
            mine = _teller(near[0]) if near else None
            if mine is None or is_short(mine, who) or is_short(who, mine):
                continue
            if not (is_place(mine) and is_place(who)):  # each of its own: "more than the 71 recorded by Uganda"
                yield _finding(paper, (near[0], mine), (other, who))


def _whose(paper: Paper, claim: Claim) -> str | None:
    """Who tells a number that is weighed: behind it, "the 63% which the board gave", or before, "the ministry's 71"."""
    text, start = paper.document.text, claim.context.start
    before = text[start : claim.evidence.start]
    owner = _OWNER.search(before)
    if owner is not None and _weighs(before[: owner.start()]):
        return owner["who"]
    if before.endswith(NOT) and (denied := _given().match(text, claim.evidence.end, claim.context.end)) is not None:
        return denied["who"]
    step = claim.attribution[-1] if claim.attribution else None
    if step is None or step.span is None or step.stance in AGAINST or not _weighs(before.removesuffix("the ")):
        return None
    is_behind = claim.evidence.end <= step.span.start < claim.context.end
    between = text[claim.evidence.end : step.span.start]
    is_near = before.endswith("the ") and is_behind and _NAMED.fullmatch(between) is not None
    is_near = is_near and _CLOSES.match(text[step.span.end : claim.context.end]) is not None
    return step.called if is_near and bare(step.called) not in table()["roots"]["pronouns"] else None


@cache
def _given() -> re.Pattern[str]:
    """Who has given a number, behind it: " the authorities give", " that the army has claimed"."""
    verbs = "|".join(table()["weighed"]["given"])
    return re.compile(
        rf" (?:that |which )?(?P<who>(?:the |[A-Z])[\w’'-]*(?: [\w’'-]+){{0,3}}?) (?:has |have |had )?(?:{verbs})"
        r"(?=[.,;:)]|$)"
    )


def _weighs(before: str) -> bool:
    """Whether words end in one by which a number is more or less than what follows."""
    last = before.rstrip().lower()
    return before.endswith(" ") and any(last.endswith(f" {words}") for words in table()["weighed"]["words"])


def _teller(claim: Claim) -> str | None:
    """Who tells the number that is weighed; of "says it knows of 94" whoever says so."""
    pronouns = table()["roots"]["pronouns"]
    told = [step for step in claim.attribution if step.span is not None]
    if told and told[-1].stance in AGAINST:
        return None
    return next((step.called for step in reversed(told) if bare(step.called) not in pronouns), None)


def _may_be_one_thing(one: Claim, other: Claim) -> bool:
    """Whether unit, change, size and day of two numbers allow that they count one thing."""
    denied = words_before(other).endswith(NOT)
    statuses = {one.status} if denied else {one.status, other.status}  # "110 passengers, not the 81 they give"
    apart = statuses & {*AHEAD, "did_not_happen", "unresolved"}
    kinds = {measured(one), measured(other)} - {None}
    is_other = len(kinds) > 1 and not heads(one) & heads(other)
    return (
        comparable(one, other)
        and lie_apart(one, other)
        and not apart
        and not is_other
        and one.part_of is None
        and not _is_of_another_day(one, other)
    )


def _is_of_another_day(one: Claim, other: Claim) -> bool:
    """Whether the second, or its saying, is dated otherwise than the first: "the 71 that it gave in May"."""
    said = other.attribution[-1].said if other.attribution else None
    dates = [_dates(when) for when in (other.when, said) if when is not None]
    return any(date != (None, None) and date != _dates(one.when) for date in dates)


def _dates(when: When | None) -> tuple[str | None, str | None]:
    return (when.start, when.end) if when else (None, None)


def _finding(paper: Paper, mine: tuple[Claim, str], yours: tuple[Claim, str]) -> Finding:
    (one, first), (other, second) = mine, yours
    meant = overlap(paper.widened(one), paper.widened(other))
    strength: Strength = "tension" if meant else "contradiction"
    close = "Rounding may explain it." if meant else "No value fits both."
    sentence = (
        f"{first} has {quoted(one)}, set beside “{other.evidence.quote}” of {second}."
        f" {close} Which of them is right, this document does not say."
    )
    return paper.finding("origins_disagree", strength, [one, other], sentence)
