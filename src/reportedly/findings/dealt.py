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
NEARLY = Fraction(1, 20)  # of a whole by which all of its parts, by name, may miss it
LEAST, THREE = 2, 3
FAR = 400  # characters before its parts in which a number stands that is dealt out
_OPENS = re.compile(r"[^.:]*(?:[,;] (?:and )?| and )$")  # what stands right before an item's number
_COLON = re.compile(r"[^.:;\n]{0,80}:$")
_BRACKET = re.compile(r"[^.:;()\n]{0,60}\($")
_NAME = r"(?:(?P<way>[Ii]n|[Aa]t|[Ff]rom) )?(?:the )?[A-Z][\w’'-]*(?: (?:of |the )?[A-Z][\w’'-]*){0,3} $"
_NAMED = re.compile(rf"[^.;:()]{{0,60}}?(?:, (?:and )?|; | and ){_NAME}")  # "condemned, in Chone " before 19
_FIRST = re.compile(rf"(?:.*: )?{_NAME}", re.DOTALL)
_LABEL = re.compile(r"\W*[A-Z][^:;.\n]{2,80}: ?")
_STATE = re.compile(r"[;,] (?:and )?[a-z][a-z -]{2,30} ")  # "; put out " before the number of those
_BY = re.compile(r"\W*By [a-z][a-z ]{2,30}: ")


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
            last = (
                _of_the(paper, told) or _nearly_all(paper, told) or _named(paper, told, before) or _in_line(paper, told)
            )
            yield from filter(None, (last,))


def _behind(paper: Paper, told: Sequence[Claim]) -> Finding | None:
    """Parts behind a colon, or in a bracket."""
    whole, *parts = told
    if not set(words_before(whole).lower().split()[-1:]).isdisjoint(table()["rivals"]["beside"]):
        return None  # "up from 500: 340 from Peru" deals out another
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


def _of_the(paper: Paper, told: Sequence[Claim]) -> Finding | None:
    """ "Of the 185 billion in taxes, 92 billion is to come from VAT, 41 billion from fuel and 60 billion from ..."."""
    whole, *rest = told
    parts = [part for part in rest if part.quantity.unit == whole.quantity.unit]
    opening = words_before(whole).lower()
    if opening.split() != ["of", "the"] or len(parts) < THREE or whole.quantity.unit in table()["units"]["bare"]:
        return None
    if not _is_list(_gaps(parts)) or not _are_parts(whole, parts):
        return None
    is_more = exceeds(added(stated(part.quantity) for part in parts), stated(whole.quantity))
    return _compared(paper, whole, parts) if is_more else None


def _nearly_all(paper: Paper, told: Sequence[Claim]) -> Finding | None:
    """Parts that are told as such, one after another, and all but make their whole: they were meant to."""
    known = {claim.id: claim for claim in paper.figures}
    for start in range(len(told) - LEAST):
        parts = told[start:]
        whole = known.get(parts[0].part_of or "")
        if whole is None or not _is_list(_gaps(parts)) or not all(part.part_of in (None, whole.id) for part in parts):
            continue
        linked = sum(part.part_of == whole.id for part in parts)
        made, sum_ = added(stated(part.quantity) for part in parts)[0], stated(whole.quantity)[1]
        if linked < LEAST or made is None or sum_ is None or not _are_parts(whole, parts):
            continue
        is_meant = abs(made - sum_) <= NEARLY * sum_ and _are_of_one_kind(parts)
        return _compared(paper, whole, parts) if is_meant else None
    return None


def _are_of_one_kind(parts: Sequence[Claim]) -> bool:
    """Whether they are told by one noun, or without one: of guards, men and the old some may be two of these."""
    kinds = _kinds(parts)
    return len(kinds) < LEAST or bool(frozenset.intersection(*kinds))


def _kinds(parts: Sequence[Claim]) -> list[frozenset[str]]:
    """The nouns of those that are told by one of their own."""
    return [heads(part) for part in parts if part.counted is not None and not part.counted.implied]


def _named(paper: Paper, told: Sequence[Claim], before: Sequence[Sequence[Claim]]) -> Finding | None:
    """Parts each behind the name of its place: of the number before a colon, or of one told just before."""
    for start in range(len(told) - LEAST):
        parts = told[start:]
        opening = words_between(told[start - 1], parts[0]) if start else words_before(parts[0])
        if not _FIRST.fullmatch(opening) or not all(_NAMED.fullmatch(gap) for gap in _gaps(parts)):
            continue
        if start and ":" not in opening:
            continue
        is_by = start == 0 and _BY.match(opening) is not None
        near = (one for ones in reversed(before) for one in reversed(ones) if _is_before(one, parts[0], is_by=is_by))
        whole = next((one for one in ([told[start - 1]] if start else near) if _are_parts(one, parts)), None)
        made, sum_ = added(stated(part.quantity) for part in parts)[0], stated(whole.quantity)[1] if whole else None
        if whole is None or made is None or sum_ is None:
            return None
        is_meant = abs(made - sum_) <= NEARLY * sum_ if is_by or start else made > sum_
        is_meant = is_meant or (is_by and made > sum_)
        return _compared(paper, whole, parts) if is_meant else None
    return None


def _in_line(paper: Paper, told: Sequence[Claim]) -> Finding | None:
    """ "Fires since 10 August: 143; put out 128, in mopping-up eleven, active six": it nearly makes its sum."""
    whole, *parts = told
    if len(parts) < LEAST or _LABEL.fullmatch(words_before(whole)) is None or words_behind(parts[-1]).strip(" .;\n"):
        return None
    gaps = [words_between(whole, parts[0]), *_gaps(parts)]
    counts = table()["units"]["counts"]
    made, sum_ = added(stated(part.quantity) for part in parts)[0], stated(whole.quantity)[1]
    is_line = all(_STATE.fullmatch(gap) for gap in gaps) and {c.quantity.unit for c in told} <= {*counts}
    if not is_line or made is None or sum_ is None or abs(made - sum_) > NEARLY * sum_ or not summable(told):
        return None
    return _compared(paper, whole, parts)


def _is_before(whole: Claim, part: Claim, *, is_by: bool) -> bool:
    """Whether a number of an earlier sentence may be the one that a later one deals out."""
    is_near = part.context.start - whole.context.end < FAR
    return is_near and whole.part_of is None and (is_by or _is_of_one_deed(whole, part))


def _is_of_one_deed(whole: Claim, part: Claim) -> bool:
    """Whether both tell the same of the same: schools that are condemned, wherever."""
    alike = whole.verb is not None and part.verb is not None and whole.verb.lemma == part.verb.lemma
    same = whole.measure is not None and part.measure is not None and whole.measure.slug == part.measure.slug
    return ((alike or same) and bool(heads(whole) & heads(part)) and whole.status == part.status) or (
        same and whole.quantity.change == part.quantity.change == "level"
    )


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
    other = _not_with().search(parts[0].evidence.quote + words_behind(parts[0]))
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
