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
from itertools import pairwise

from reportedly.findings.intervals import added, exceeds, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.paper import Paper, heads, words_before
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
_BY = re.compile(r"\W*By [a-z][a-z ]{2,30}: ")


def dealt(paper: Paper) -> Iterator[Finding]:
    """Every number whose parts do not make it."""
    for at, told in enumerate(paper.sentences):
        if len(told) < THREE or told[0].part != "body":
            continue
        found = [one for start in range(len(told) - LEAST) if (one := _behind(paper, told[start:])) is not None]
        found = found or list(filter(None, (_of_the(paper, told),))) or list(_nearly_all(paper, told))
        named = () if found else _named(paper, told, paper.sentences[max(0, at - LEAST) : at])
        yield from (*found, *named)


def _behind(paper: Paper, told: Sequence[Claim]) -> Finding | None:
    """Parts behind a colon, or in a bracket."""
    whole, *parts = told
    text, end = paper.document.text, whole.context.end
    before = words_before(whole).lower().split()[-1:]
    if not set(before).isdisjoint(table()["rivals"]["beside"]):
        return None  # "up from 500: 340 from Peru" deals out another
    opening = text[whole.evidence.end : parts[0].evidence.start].rstrip()
    is_bracket = _BRACKET.fullmatch(opening) is not None
    if is_bracket:
        end = text.find(")", parts[0].evidence.end, end)
        parts = [part for part in parts if part.evidence.end <= end]
    if not (is_bracket or _COLON.fullmatch(opening)) or len(parts) < (THREE if is_bracket else LEAST):
        return None
    gaps = _gaps(paper, parts)
    is_list = all(_OPENS.fullmatch(gap) for gap in gaps) and (is_bracket or "and" in gaps[-1].split())
    if (
        not is_list
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
    gaps = _gaps(paper, parts)
    is_list = all(_OPENS.fullmatch(gap) for gap in gaps) and "and" in gaps[-1].split()
    if not is_list or not _are_parts(whole, parts):
        return None
    is_more = exceeds(added(stated(part.quantity) for part in parts), stated(whole.quantity))
    return _compared(paper, whole, parts) if is_more else None


def _nearly_all(paper: Paper, told: Sequence[Claim]) -> Iterator[Finding]:
    """Parts that are told as such, one after another, and all but make their whole: they were meant to."""
    known = {claim.id: claim for claim in paper.figures}
    for start in range(len(told) - LEAST):
        parts = told[start:]
        gaps = _gaps(paper, parts)
        is_list = all(_OPENS.fullmatch(gap) for gap in gaps) and "and" in gaps[-1].split()
        whole = known.get(parts[0].part_of or "")
        if whole is None or not is_list or not all(part.part_of in (None, whole.id) for part in parts):
            continue
        linked = sum(part.part_of == whole.id for part in parts)
        made, sum_ = added(stated(part.quantity) for part in parts)[0], stated(whole.quantity)[1]
        if linked < LEAST or made is None or sum_ is None or not _are_parts(whole, parts):
            continue
        if abs(made - sum_) <= NEARLY * sum_ and _are_of_one_kind(parts):
            yield from filter(None, (_compared(paper, whole, parts),))
        return


def _are_of_one_kind(parts: Sequence[Claim]) -> bool:
    """Whether they are told by one noun, or without one: of guards, men and the old some may be two of these."""
    kinds = [heads(part) for part in parts if part.counted is not None and not part.counted.implied]
    return not kinds or len(kinds) == 1 or bool(frozenset.intersection(*kinds))


def _named(paper: Paper, told: Sequence[Claim], before: Sequence[Sequence[Claim]]) -> Iterator[Finding]:
    """Parts each behind the name of its place: of the number before a colon, or of one told just before."""
    text = paper.document.text
    for start in range(len(told) - LEAST):
        parts = told[start:]
        opening = text[(told[start - 1].evidence.end if start else parts[0].context.start) : parts[0].evidence.start]
        if not _FIRST.fullmatch(opening) or not all(_NAMED.fullmatch(gap) for gap in _gaps(paper, parts)):
            continue
        is_by = start == 0 and _BY.match(opening) is not None
        if start and ":" in opening:
            wholes = [told[start - 1]]
        elif start:
            continue
        else:
            last = [one for ones in before for one in ones if parts[0].context.start - one.context.end < FAR]
            last = [one for one in last if one.part_of is None and _are_parts(one, parts)]
            wholes = [one for one in reversed(last) if is_by or _is_of_one_deed(one, parts[0])][:1]
        for whole in wholes:
            made, sum_ = added(stated(part.quantity) for part in parts), stated(whole.quantity)
            if not _are_parts(whole, parts) or made[0] is None or sum_[1] is None:
                continue
            is_near = abs(made[0] - sum_[1]) <= NEARLY * sum_[1]
            if (is_near and (is_by or start)) or (made[0] > sum_[1] and not (is_by or start)):
                yield from filter(None, (_compared(paper, whole, parts),))
        return


def _is_of_one_deed(whole: Claim, part: Claim) -> bool:
    """Whether both tell the same of the same: schools that are condemned, wherever."""
    alike = whole.verb is not None and part.verb is not None and whole.verb.lemma == part.verb.lemma
    same = whole.measure is not None and part.measure is not None and whole.measure.slug == part.measure.slug
    return ((alike or same) and bool(heads(whole) & heads(part)) and whole.status == part.status) or (
        same and whole.quantity.change == part.quantity.change == "level"
    )


def _gaps(paper: Paper, parts: Sequence[Claim]) -> list[str]:
    text = paper.document.text
    return [text[one.evidence.end : other.evidence.start] for one, other in pairwise(parts)]


def _are_parts(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether units and hedges allow a sum; "150 million" behind a sum of money is one, too."""
    counts, claims = table()["units"]["counts"], (whole, *parts)
    units = {claim.quantity.unit for claim in claims} - ({"count"} if whole.quantity.unit not in counts else set())
    is_one = len(units) == 1 or units <= set(counts)
    levels = all(c.quantity.change in ("level", "additional") and c.quantity.approximator != "vague" for c in claims)
    undone = {claim.status for claim in claims} & {"did_not_happen", "unresolved"}
    start = parts[0].context.start
    tail = parts[0].context.quote[parts[0].evidence.start - start :].lower()
    other = any(re.search(rf"\b{re.escape(words)}\b", tail) for words in table()["dealt"]["not_with"])
    within = all(not exceeds(stated(part.quantity), stated(whole.quantity)) for part in parts)
    return is_one and levels and within and not undone and not other and not units & set(table()["units"]["shares"])


def _exclude(whole: Claim, parts: Sequence[Claim], items: Sequence[str]) -> bool:
    """Whether no two parts overlap: sums of money, or things of one kind that are told by where or whose they are."""
    if whole.quantity.unit not in table()["units"]["bare"]:
        return True
    ways = "|".join(table()["dealt"]["ways"])
    spots = [re.match(rf"(?: [a-z]+)? (?:{ways}) (?:the )?(?P<spot>\w+)", item) for item in items]
    named = any(spot is not None and spot["spot"][:1].isupper() for spot in spots)
    kinds = [heads(part) for part in parts if part.counted is not None and not part.counted.implied]
    return all(spots) and named and (not kinds or len(kinds) < len(parts) or bool(frozenset.intersection(*kinds)))


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
