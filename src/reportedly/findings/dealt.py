"""Documents become findings: parts told one after another that do not make the number which they deal out.

"A bill of 870 million: 240 million from the fund, 520 million from donors and 150 million that parliament is to vote",
"412 flights (312 at Schiphol, 48 in Eindhoven, 26 in Rotterdam)", "4,180 came. By country: Tunisia 2,260, Libya 1,540,
Algeria 290": each part opens an item, or closes one that a name opens, so that whatever else an item tells, its number
is a part. Parts that make less than their whole may be examples, those that make more of it may overlap: money never
does, and things do not where each is told by whose, or where, it is.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from reportedly.findings.intervals import added, exceeds, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, heads, same_unit, summable, words_before, words_behind, words_between
from reportedly.findings.telling import listed, number, quoted, room
from reportedly.model import Claim, Finding, Strength

MOST = Fraction(5, 4)  # times their whole: parts that make more are parts of something else
ALL = Fraction(3, 4)  # of their whole: parts that make less may be examples
NEAR = Fraction(1, 7)  # of a whole by which parts of its sentence may miss it that are meant to make it
NEARLY = Fraction(1, 10)  # of a whole by which the numbers of a later sentence may
ITEM = 80  # letters of one item of a list
LEAST, THREE = 2, 3
FAR = 400  # characters before its parts in which a number stands that is dealt out
_OPENS = re.compile(r"[^.:]*(?:[,;] (?:and )?| and )$")  # what stands right before an item's number
_COLON = re.compile(r"[^.:;\n]{0,80}:$")
_BRACKET = re.compile(r"[^.:;()\n]{0,60}\($")
_NAME = r"(?:(?P<way>[Ii]n|[Aa]t|[Ff]rom) )?(?:the )?[A-Z][\w’'-]*(?: (?:of |the )?[A-Z][\w’'-]*){0,3} $"
_NAMED = re.compile(rf"[^.;:()]{{0,60}}?(?:, (?:and )?|; | and ){_NAME}")  # "condemned, in Chone " before 19
_NEXT = re.compile(r"[,;]| and ")  # between two items of a list
_LAST = re.compile(r"(?:^|\W)and\W")  # before its last
_OF_PLACE = re.compile(r" of (?:them|these|those|which|whom)(?= (?:in|at|near|for|from) )")  # "412 of them in Uelsen"
_REST = re.compile(r"\b(?:the|its|their) (?:balance|rest|remainder|remaining|others?)\b", re.IGNORECASE)
_SET = re.compile(  # "from Peru" tells an item, "from 40" sets a number beside another
    r"[Ff]rom(?: about| some| the)? $"
    r"|\b(?:than|against|after|before|until|up|down|versus|while|but|if|when|because|which|who)\b"
)


def dealt(paper: Paper) -> Iterator[Finding]:
    """Every number whose parts do not make it."""
    sentences = paper.sentences
    for at, told in enumerate(sentences):
        if len(told) < THREE or told[0].part != "body":
            continue
        found = [one for start in range(len(told) - LEAST) if (one := _behind(paper, told[start:])) is not None]
        yield from found
        if not found:
            before = sentences[max(0, at - LEAST) : at]
            yield from filter(None, (_all_but(paper, told, before),))


def _behind(paper: Paper, told: Sequence[Claim]) -> Finding | None:
    """Parts behind a colon, or in a bracket."""
    whole, *parts = told
    if _is_set_beside(whole):
        return None
    text, end = paper.document.text, whole.context.end
    opening = words_between(whole, parts[0]).rstrip()
    is_bracket = _BRACKET.fullmatch(opening) is not None
    if is_bracket:
        end = text.find(")", parts[0].evidence.end, end)
        parts = [part for part in parts if part.evidence.end <= end]
    if not (is_bracket or _COLON.fullmatch(opening)) or len(parts) < (THREE if is_bracket else LEAST):
        return None
    gaps = _gaps(parts)
    if (
        not _is_list(gaps, closed=is_bracket)
        or not _are_parts(whole, parts)
        or not _exclude(whole, parts, [*gaps, text[parts[-1].evidence.end : end]])
    ):
        return None
    return _compared(paper, whole, parts)


def _is_set_beside(whole: Claim) -> bool:
    """ "Up from 500: 340 from Peru" deals out another."""
    return not set(words_before(whole).lower().split()[-1:]).isdisjoint(table()["rivals"]["beside"])


def _all_but(paper: Paper, told: Sequence[Claim], before: Sequence[Sequence[Claim]]) -> Finding | None:
    """A list to the end of its sentence that all but makes the number it stands behind: it was meant to.

    The number stands in the same sentence, or in one before; of two parts the words have to tell that they are.
    """
    for at, whole in enumerate(told[:-LEAST]):
        linked = [one for one in told[at + 1 :] if one.part_of == whole.id]
        ends = [told.index(linked[-1]) + 1] if len(linked) > 1 else []
        for end in (*ends, len(told)):
            if parts := _list_of(whole, told[at + 1 : end], is_apart=False):
                return _compared(paper, whole, parts)
    first = told[0]
    for whole in (one for ones in reversed(before) for one in reversed(ones)):
        near = whole.part == "body" and first.context.start - whole.context.end < FAR
        if near and (parts := _list_of(whole, told, is_apart=True)):
            return _compared(paper, whole, parts)
    return None


def _list_of(whole: Claim, behind: Sequence[Claim], *, is_apart: bool) -> Sequence[Claim] | None:
    """The longest list among the last numbers of a sentence that all but makes ``whole``; None where there is none."""
    counts = table()["units"]["counts"]
    units = {whole.quantity.unit} if whole.quantity.unit not in counts else {*counts}
    same = [one for one in behind if one.quantity.unit in {*units, "count"}]
    if (
        _is_set_beside(whole)
        or whole.quantity.unit in table()["units"]["shares"]
        or (is_apart and not _may_be_dealt(whole, same))
        or (same and _REST.search(words_behind(same[-1])))
    ):
        return None
    for start in range(len(same) - (LEAST if is_apart else 1)):
        parts = same[start:]
        opening = words_before(parts[0]) if is_apart else words_between(whole, parts[0])
        gaps = _gaps(parts)
        is_row = (
            words_before(whole).rstrip().endswith(":")
        )  # "Fires: 143; put out 128, in mopping-up eleven, active six"
        is_named = all(_NAMED.search(gap) for gap in gaps)
        if not _are_items(gaps, opening, closed=is_row or is_named) or not _are_parts(whole, parts):
            continue
        linked = all(part.part_of == whole.id for part in parts)
        (made, most), (sum_, high) = added(stated(part.quantity) for part in parts), stated(whole.quantity)
        if made is None or sum_ is None or made != most or sum_ != high:
            continue
        is_near = abs(made - sum_) <= (NEARLY if is_apart and not is_named else NEAR) * sum_
        is_several = len(parts) > LEAST and (_is_money(whole) or _are_of_one_kind(parts) or not _are_told_to_be(parts))
        if is_near and (is_several or (linked and _are_placed(parts))):
            return parts
    return None


def _is_money(whole: Claim) -> bool:
    return whole.quantity.unit not in table()["units"]["bare"]


def _are_told_to_be(parts: Sequence[Claim]) -> bool:
    """Whether each is told to be something, of which one may be several: "40 are women, 30 are officers"."""
    return all(re.match(r" (?:are|were) ", words_behind(part)) for part in parts)


def _may_be_dealt(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a list of a later sentence may tell the parts of a number: of a sum of money, or of what they count."""
    is_named = bool(parts) and all(_NAMED.search(gap) for gap in _gaps(parts))
    return bool(parts) and (_is_money(whole) or is_named or bool(heads(whole) & heads(parts[0])))


def _are_items(gaps: Sequence[str], opening: str, *, closed: bool) -> bool:
    """Whether what stands between numbers ends one item of a list and opens the next, with no other way told.

    The last item has its "and", but for a list that is ``closed`` by a bracket, or each item of which a name opens.
    """
    told = [_OF_PLACE.sub("", words) for words in (*gaps, opening)]
    if any(_not_with().search(words) or _SET.search(words) or len(words) > ITEM for words in told):
        return False
    is_closed = closed or opening.rstrip().endswith(("(", ":"))
    return all(_NEXT.search(gap) for gap in gaps) and (is_closed or _LAST.search(gaps[-1]) is not None)


def _are_placed(parts: Sequence[Claim]) -> bool:
    """Whether each is told by a place or name of its own, and nothing else tells them apart."""
    spots = [
        re.match(
            r"(?: [a-z]+)? (?:in|at|near|for|by|from|to) (?:the )?(?P<spot>[A-Z]\w+)",
            _OF_PLACE.sub("", words_behind(part)),
        )
        for part in parts
    ]
    return all(spots) and len({spot["spot"] for spot in spots if spot}) == len(parts) and _are_of_one_kind(parts)


def _are_of_one_kind(parts: Sequence[Claim]) -> bool:
    """Whether they are told by one noun, or without one: of guards, men and the old some may be two of these."""
    kinds = _kinds(parts)
    return len(kinds) < LEAST or bool(frozenset.intersection(*kinds))


def _kinds(parts: Sequence[Claim]) -> list[frozenset[str]]:
    """The nouns of those that are told by one of their own."""
    return [heads(part) for part in parts if part.counted is not None and not part.counted.implied]


def _gaps(parts: Sequence[Claim]) -> list[str]:
    return [words_between(one, other) for one, other in pairwise(parts)]


def _is_list(gaps: Sequence[str], *, closed: bool = False) -> bool:
    """Whether what stands between parts opens an item each, the last of them with "and" unless they are ``closed``."""
    return all(_OPENS.fullmatch(gap) for gap in gaps) and (closed or "and" in gaps[-1].split())


def _are_parts(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether units and hedges allow a sum; "150 million" behind a sum of money is one, too."""
    counts, claims = table()["units"]["counts"], (whole, *parts)
    units = {claim.quantity.unit for claim in claims} - ({"count"} if whole.quantity.unit not in counts else set())
    undone = {claim.status for claim in claims} & {"did_not_happen", "unresolved"}
    other = _not_with().search(_OF_PLACE.sub("", parts[0].evidence.quote + words_behind(parts[0])))
    within = all(not exceeds(stated(part.quantity), stated(whole.quantity)) for part in parts)
    return (
        same_unit(units)
        and summable(claims)
        and within
        and not undone
        and not other
        and not units & set(table()["units"]["shares"])
    )


@cache
def _not_with() -> re.Pattern[str]:
    """Words by which not all parts are told, or others than these."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table()['dealt']['not_with']))})\b", re.IGNORECASE)


def _exclude(whole: Claim, parts: Sequence[Claim], items: Sequence[str]) -> bool:
    """Whether no two parts overlap: sums of money, or things of one kind that are told by where or whose they are."""
    if whole.quantity.unit not in table()["units"]["bare"]:
        return True
    ways = "|".join(table()["dealt"]["ways"])
    spots = [re.match(rf"(?: [a-z]+)? (?:{ways}) (?:the )?(?P<spot>\w+)", item) for item in items]
    named = any(spot is not None and spot["spot"][:1].isupper() for spot in spots)
    kinds = _kinds(parts)
    return all(spots) and named and (len(kinds) < len(parts) or bool(frozenset.intersection(*kinds)))


def _compared(paper: Paper, whole: Claim, parts: Sequence[Claim]) -> Finding | None:
    made, told = added(stated(part.quantity) for part in parts), stated(whole.quantity)
    if overlap(made, told) or made[0] is None or made[1] is None or told[0] is None or told[1] is None:
        return None
    meant = added(paper.widened(part) for part in parts), paper.widened(whole)
    is_hedged = any(c.quantity.approximator not in ("exact", None) for c in (whole, *parts))
    if (is_hedged and overlap(*meant)) or made[0] > MOST * told[1] or made[1] < ALL * told[0]:
        return None
    is_sure = made[0] > told[1] and not overlap(*meant)
    strength: Strength = "contradiction" if is_sure else "tension"
    close = room(strength) if made[0] > told[1] else " Some may be told of nowhere, or one of the numbers is wrong."
    sentence = f"{listed(parts)} are told as the parts of {quoted(whole)}; the numbers make {number(made)}.{close}"
    return paper.finding("sum_differs", strength, [whole, *parts], sentence)
