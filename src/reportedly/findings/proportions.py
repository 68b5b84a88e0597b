"""Documents become findings: a share told beside its part and its whole, which make another.

"Out of a budget of 7.4 billion it has released 4.1 billion, or 45 percent": what "or" or a bracket sets right behind a
part of a whole is its share. A share of something else, and one of more or less than before, is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportedly.findings.intervals import Interval, added, divided, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD, Paper, base, heads, same_unit, words_before, words_behind, words_between
from reportedly.findings.telling import quoted, room
from reportedly.model import Claim, Finding, Strength
from reportedly.values.measures import is_person

HUNDRED = 100
NEAR = 6  # words before a whole among which "of" stands
SHARES = frozenset({"percent", "share"})
_OF_WHOLE = re.compile(r" of (?:the|its|their|all|these|those)(?: some| about| roughly)? ?")
_APPOSED = re.compile(r"(?: [^\W\d][^.,;:()\d]{0,40})?, (?:or )?")
_OR = re.compile(r"(?: [^\W\d][^.,;:()\d]{0,30})?,? or (?:just |about |some )?|(?: [^\W\d]\w+)? \(")
_AGAINST = re.compile(
    r"(?: votes| ballots| votes cast)?(?: (?:to|against) |(?: were| voted)? (?:in favou?r|for)(?:,| and|, with) )"
)
_VOTES = re.compile(
    r"(?: votes| ballots)?(?: were| voted)?(?: against)?,? "
    r"(?:or |\(|an? [\w“”\"']+ of |that is )(?:just |about |some )?$"
)
_CAST = re.compile(r" of (?:the |all )?(?:valid )?(?:votes?|ballots?)\b")
_OF_THAT = re.compile(
    r"\s*Of (?:that|this|these|those|them|the total|it|that sum|this sum),? (?:only |just |some |about )?"
)
_BEHIND = re.compile(r"(?:,| \(| [–—-]) ?(?:or |that is,? |just |only |some |about )?")
_OUT_OF = re.compile(r"(?: [^\W\d]\w+)? (?:out )?of (?:the |its |their |all |all the |some |about )?")
SHORT = 90  # characters between a part and its share
FAR = 3  # times as much, or as little, as its numbers make is a share of something else
_BREAKS = re.compile(r"[.;:](?=\s|$|[A-Z])")
_IS = re.compile(
    r" (?:amounts?|amounted|comes?|came|adds? up|equals?|equalled|represents?|represented"
    r"|is|are|was|were|makes? up|made up|accounts? for|accounted for)(?: to)?(?: about| some| just| only)? ?$"
)
_BARE = re.compile(r"\s*(?:[.,;)]|$)")


def proportions(paper: Paper) -> Iterator[Finding]:
    """Every share that is not the one which its part and its whole make."""
    sentences = paper.sentences
    known = {claim.id: claim for claim in paper.figures}
    for last, ordered in zip(((), *sentences), sentences, strict=False):
        for at, share in enumerate(ordered):
            if share.quantity.unit not in SHARES or share.quantity.change != "level" or not at:
                continue
            pair = _of_whole(known, ordered, at)
            if pair is None and share.quantity.unit == "percent":
                pair = _of_before(ordered[:at], share, last) or _of_that(ordered[:at], share, last)
            if pair is not None:
                yield from _compared(paper, share, pair)
            elif at > 1:
                yield from _of_votes(paper, share, (ordered[at - 2], ordered[at - 1]))
        for share, whole, part in zip(ordered, ordered[1:], ordered[2:], strict=False):
            if _is_told_first(paper, share, whole, part):
                yield from _compared(paper, share, (part, whole))
            elif _is_told_behind(share, whole, part):  # here the part stands second, its whole last
                yield from _compared(paper, share, (whole, part))


def _of_whole(known: Mapping[str, Claim], ordered: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    """The part that a share is set behind, or is told to be, and the whole that either is told to be of."""
    share = ordered[at]
    before = [one for one in ordered[:at] if one.quantity.unit not in _aside()]
    part = before[-1] if before else None
    if part is None or part.quantity.change not in ("level", "additional") or "vague" in _bounds(part, share):
        return None
    gap = words_between(part, share)
    is_told = _IS.search(gap) is not None and share.part_of is not None
    if ordered[at - 1].quantity.unit in SHARES:
        return None  # "11,400 members, of whom 91% voted for it on a turnout of 74%"
    if _BREAKS.search(gap) or len(gap) > SHORT or not (is_told or _is_set_behind(gap, share)):
        return None
    inner = [one for one in before[:-1] if one.part_of == part.id or _OUT_OF.fullmatch(words_between(one, part))]
    if inner and not is_told and _is_more(part, inner[-1]):
        return inner[-1], part  # "1,200 of 4,000 members, or 30%"
    own = [known.get(one.part_of or "") for one in ((share,) if is_told else (part, share))]
    opened = [one for one in ordered[:at] if one is not part and _is_of(one) and not _is_cut_off(one, part)]
    near = [one for one in (*own, *opened) if one is not None and one is not part]
    whole = next((one for one in near if one.quantity.unit not in _aside() and _is_more(one, part)), None)
    return (part, whole) if whole is not None else None


def _is_cut_off(one: Claim, other: Claim) -> bool:
    """Whether a clause ends between two numbers."""
    first, second = sorted((one, other), key=lambda claim: claim.evidence.start)
    return _BREAKS.search(words_between(first, second)) is not None


@cache
def _aside() -> frozenset[str]:
    """Units of what is neither the part nor the whole of a share: other shares, and stretches of time."""
    return frozenset((*SHARES, "times", *table()["proportions"]["times"]))


def _bounds(*claims: Claim) -> set[str | None]:
    return {claim.quantity.approximator for claim in claims}


def _is_more(whole: Claim, part: Claim) -> bool:
    """Whether a number of one unit with a part is more than it."""
    return same_unit({whole.quantity.unit, part.quantity.unit}) and (base(part) or 0) < (base(whole) or 0)


def _is_set_behind(gap: str, share: Claim) -> bool:
    """Whether a share of nothing else is set behind a number: "..., or 26%", "... (26%)", "..., 26%."."""
    if _is_of_other(share):
        return False
    beside = "|".join(map(re.escape, table()["proportions"]["beside"]))
    is_bare = _BARE.match(words_behind(share)) is not None
    return re.search(rf"(?:\bor(?: [a-z]+)?| \(|,? (?:{beside}){'|,|[–—-]' if is_bare else ''}) ?$", gap) is not None


def _is_behind(part: Claim, share: Claim) -> bool:
    """Whether a share of nothing else stands right behind a number: "5,200, or 26%"."""
    return _OR.fullmatch(words_between(part, share)) is not None and not _is_of_other(share)


def _is_of_other(share: Claim) -> bool:
    """Whether by the word behind it a share is one of something else, or by so much more or less."""
    behind = WORD.findall(words_behind(share).lower())[:1]
    return bool(behind) and behind[0] in table()["proportions"]["other"]


def _of_before(before: Sequence[Claim], share: Claim, last: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The part and the one such number of the sentence before: "... 24,000 applicants. Its share is 5,200, or 26%"."""
    part = before[-1]
    told = WORD.findall(words_before(part).lower())[-NEAR:]
    if share.quantity.change != "level" or "share" not in told or not _is_behind(part, share):
        return None
    same = [one for one in last if one.quantity.unit == part.quantity.unit and one.context.end <= part.context.start]
    is_one = len(same) == 1 and len(before) == 1 and bool(heads(same[0]) & heads(part) or "share" in heads(part))
    return (part, same[0]) if is_one and (base(part) or 0) < (base(same[0]) or 0) else None


def _of_that(before: Sequence[Claim], share: Claim, last: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The part of the whole that opens the sentence before: "It will cost 420 million. Of that 95 has come, or 35%"."""
    part = before[0]
    is_opened = len(before) == 1 and bool(last) and _OF_THAT.fullmatch(words_before(part)) is not None
    if not is_opened or share.quantity.change != "level" or not _is_behind(part, share):
        return None
    units = {part.quantity.unit} if part.counted or part.quantity.unit != "count" else {last[0].quantity.unit}
    same = [one for one in last if one.part_of is None and one.quantity.unit in units]
    is_whole = bool(same) and same[0] == last[0] and same[0].context.end <= part.context.start
    return (part, same[0]) if is_whole and (base(part) or 0) < (base(same[0]) or 0) else None


def _of_votes(paper: Paper, share: Claim, votes: tuple[Claim, Claim]) -> Iterator[Finding]:
    """A share beside votes for and against: "accepted by 6,120 votes to 2,520, or 68%"."""
    one, other = votes
    is_pair = _AGAINST.fullmatch(words_between(one, other)) is not None
    by = WORD.findall(words_before(one).lower())[-1:] == ["by"] or bool(
        (heads(one) | heads(share)) & {*table()["proportions"]["votes"]}
    )
    is_behind = _VOTES.fullmatch(words_between(other, share)) is not None
    is_behind = is_behind and (not _is_of_other(share) or _CAST.match(words_behind(share)) is not None)
    if not (by and is_pair and is_behind) or {one.quantity.unit, other.quantity.unit} - {*table()["units"]["counts"]}:
        return
    both = added(paper.widened(vote) for vote in votes)
    made = [_share(paper.widened(vote), both, HUNDRED) for vote in votes]
    if any(way is None or overlap(way, paper.widened(share)) for way in made):
        return
    percent = HUNDRED * float((base(one) or 0) / ((base(one) or 0) + (base(other) or 0) or 1))
    sentence = (
        f"{quoted(one)} against {quoted(other)} are told as {quoted(share)}; they make {percent:.3g} percent."
        " Unless others voted, too, a number is wrong; which one, this document does not say."
    )
    yield paper.finding("share_differs", "tension", [share, one, other], sentence)


def _is_told_first(paper: Paper, share: Claim, whole: Claim, part: Claim) -> bool:
    """ "Two thirds of the 37,000 displaced, 18,500, are children": a share, its whole, and the part between commas."""
    text = paper.document.text
    same = whole.quantity.unit == part.quantity.unit and {whole.quantity.change, part.quantity.change} == {"level"}
    first = _OF_WHOLE.fullmatch(text[share.evidence.end : whole.evidence.start])
    gap = _APPOSED.fullmatch(text[whole.evidence.end : part.evidence.start])
    behind = text[part.evidence.end : part.context.end].lstrip()
    return share.quantity.unit in SHARES and bool(same and first and gap) and behind.startswith(",")


def _is_told_behind(share: Claim, part: Claim, whole: Claim) -> bool:
    """ "A turnout of 71%, 3,120 of 5,120 members": a share, and right behind it its part and its whole."""
    counts = table()["units"]["counts"]
    is_one = {part.quantity.unit, whole.quantity.unit} <= {*counts} and {c.quantity.change for c in (part, whole)} == {
        "level"
    }
    is_share = share.quantity.unit == "percent" and share.quantity.change == "level"
    return bool(
        is_share
        and is_one
        and _BEHIND.fullmatch(words_between(share, part))
        and _OUT_OF.fullmatch(words_between(part, whole))
        and _is_reckoned_of(share, whole)
        and not _is_of_other(whole)
    )


def _is_reckoned_of(share: Claim, whole: Claim) -> bool:
    """Whether a share is by its own word one of those: a turnout of members, and of no polling stations."""
    people = heads(whole) & {*table()["same"]["generic"]} or any(map(is_person, heads(whole)))
    is_noun = not heads(share).isdisjoint(table()["proportions"]["present"]) and bool(people)
    return is_noun or not heads(share).isdisjoint(heads(whole))


def _is_of(whole: Claim) -> bool:
    """Whether it is told only for a part of it: "out of a budget of 7.4 billion"."""
    before = WORD.findall(words_before(whole).lower())[-NEAR:]
    return not set(before).isdisjoint(table()["rivals"]["divided"])


def _compared(paper: Paper, share: Claim, pair: tuple[Claim, Claim]) -> Iterator[Finding]:
    part, whole = pair
    of_one = 1 if share.quantity.unit == "share" else HUNDRED
    made = _share(paper.widened(part), paper.widened(whole), of_one)
    told = (base(share) or 0) * (HUNDRED // of_one)
    if made is None or overlap(made, paper.widened(share)):
        return
    percent = HUNDRED * float((base(part) or 0) / (base(whole) or 1))
    if not percent <= FAR * told <= FAR**2 * percent:
        return
    in_bracket = words_before(share).rstrip().endswith("(")  # seats won (votes won)
    strength: Strength = "tension" if in_bracket else "contradiction"
    may = " The bracket may tell a share of something else, or a number is wrong."
    close = may if in_bracket else room(strength)
    sentence = f"{quoted(part)} of {quoted(whole)} are told as {quoted(share)}; they make {percent:.3g} percent.{close}"
    yield paper.finding("share_differs", strength, [share, part, whole], sentence)


def _share(part: Interval, whole: Interval, of_one: int) -> Interval | None:
    """Between which ends the share of a part lies, in parts of ``of_one``; None where that is open."""
    made = divided(part, whole)
    return (of_one * made[0], of_one * made[1]) if made else None
