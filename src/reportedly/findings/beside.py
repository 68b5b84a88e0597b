"""Documents become findings: two counts of one thing in one sentence, each right behind who counts and by one verb.

"The police saw 1,500 people walk to the town hall; the unions saw 4,000", "The department gives 8,400 hectares;
Copernicus, after the morning's pass, 10,250": what the second leaves out is what the first has told.
"""

import re
from collections.abc import Iterator
from functools import cache

from reportedly.findings.intervals import overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, lie_apart, measured, words_before, words_behind, words_between
from reportedly.findings.speakers import are_apart, is_short
from reportedly.model import AHEAD, Claim, Finding, Strength
from reportedly.values.units import is_money

NEAR = 2  # figures behind one among which its rival stands
_WHO = r"(?P<who>(?:[Tt]he |[A-Z])[\w’'&.-]*(?: [\w’'&.-]+){0,5}?)"
_ABOUT = r"(?:about |some |around |nearly |only |just |at least |more than |up to |no more than )?"
_ALONE = re.compile(r"(?: (?:people|of them|in all|a head|altogether))?(?=[.;)]|$)")
_PLACES = re.compile(r"\b(?:in|near|at|from) (?:the )?[A-Z]")


def beside(paper: Paper) -> Iterator[Finding]:
    """Every two counts that are set beside each other so."""
    for told in paper.sentences:
        for at, one in enumerate(told[:-1]) if told[0].part == "body" else ():
            for other in told[at + 1 : at + 1 + NEAR]:
                if (pair := _tellers(one, other)) and _may_be_one_thing(one, other):
                    yield _finding(paper, (one, pair[0]), (other, pair[1]))
                    break


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verbs = "|".join((*table()["rivals"]["seen"], *table()["rivals"]["given"]))
    first = re.compile(rf"(?:.*[.;,:—–] )?{_WHO} (?P<verb>{verbs}) {_ABOUT}$", re.DOTALL)
    second = re.compile(rf".*[;,] (?:and |but |while |whereas )?{_WHO} (?P<verb>{verbs}) {_ABOUT}$", re.DOTALL)
    bare = re.compile(rf"[^\d]*; (?:and |but )?{_WHO}(?:, [^;.\d]{{0,60}})?, {_ABOUT}$", re.DOTALL)
    return first, second, bare


def _tellers(one: Claim, other: Claim) -> tuple[str, str] | None:
    """Who counts each, by one verb, which the second may leave out."""
    first, second, bare = _patterns()
    mine = first.fullmatch(words_before(one))
    between = words_between(one, other)
    if mine is None or _ALONE.match(words_behind(other)) is None:
        return None
    yours = second.fullmatch(between)
    if yours is not None and yours["verb"] != mine["verb"]:
        return None
    yours = yours or bare.fullmatch(between)
    pronouns = table()["roots"]["pronouns"]
    if yours is None or {mine["who"].lower(), yours["who"].lower()} & {*pronouns} or _PLACES.search(yours["who"]):
        return None
    is_one = is_short(mine["who"], yours["who"]) or is_short(yours["who"], mine["who"])
    if is_one or are_apart(mine["who"], yours["who"]) or not _is_of_others(one, mine["verb"]):
        return None
    return mine["who"], yours["who"]


def _is_of_others(claim: Claim, verb: str) -> bool:
    """Whether a number is one that others may count, too: who "saw" boats counts, who "reports" orders has them."""
    lists, unit = table()["rivals"], claim.quantity.unit
    is_measured = unit not in (*table()["units"]["bare"], *table()["units"]["counts"]) and not is_money(unit)
    is_seen = re.fullmatch("|".join(lists["seen"]), verb) is not None and not is_money(unit)
    return is_seen or measured(claim) in lists["fates"] or (is_measured and not words_behind(claim).startswith(" of "))


def _may_be_one_thing(one: Claim, other: Claim) -> bool:
    """Whether unit, change, size and status of two numbers allow that they count one thing."""
    counts = table()["units"]["counts"]
    is_unit = other.quantity.unit == one.quantity.unit or {one.quantity.unit, other.quantity.unit} <= {*counts}
    is_unit = is_unit or (other.quantity.unit in counts and one.quantity.unit not in table()["units"]["bare"])
    levels = {one.quantity.change, other.quantity.change} == {"level"} and "vague" not in (
        one.quantity.approximator,
        other.quantity.approximator,
    )
    ahead = (one.status in AHEAD) == (other.status in AHEAD)
    undone = {one.status, other.status} & {"did_not_happen", "unresolved"}
    return is_unit and levels and lie_apart(one, other) and ahead and not undone


def _finding(paper: Paper, mine: tuple[Claim, str], yours: tuple[Claim, str]) -> Finding:
    (one, first), (other, second) = mine, yours
    meant = overlap(paper.widened(one), paper.widened(other))
    strength: Strength = "tension" if meant or one.quantity.unit != other.quantity.unit else "contradiction"
    close = "Rounding may explain it." if meant else "No value fits both."
    sentence = (
        f"{first} has “{one.evidence.quote}”, {second} “{other.evidence.quote}”."
        f" {close} Which of them is right, this document does not say."
    )
    return paper.finding("origins_disagree", strength, [one, other], sentence)
