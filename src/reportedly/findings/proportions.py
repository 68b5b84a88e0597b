"""Documents become findings: a share told beside its part and its whole, which make another.

"Out of a budget of 7.4 billion it has released 4.1 billion, or 45 percent": what "or" or a bracket sets right behind a
part of a whole is its share. A share of something else, and one of more or less than before, is none.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.findings.intervals import Interval, added, divided, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD, Paper, base, heads, words_before, words_behind, words_between
from reportedly.findings.telling import quoted, room
from reportedly.model import Claim, Finding, Strength
from reportedly.values.measures import is_person

HUNDRED = 100
NEAR = 6  # words before a whole among which "of" stands
SHARES = frozenset({"percent", "share"})
_OF_WHOLE = re.compile(r" of (?:the|its|their|all|these|those)(?: some| about| roughly)? ?")
_APPOSED = re.compile(r"(?: [^\W\d][^.,;:()\d]{0,40})?, (?:or )?")
_OR = re.compile(r"(?: [^\W\d][^.,;:()\d]{0,30})?,? or (?:just |about |some )?|(?: [^\W\d]\w+)? \(")
_AGAINST = re.compile(r"(?: votes)? (?:to|against) ")
_OF_THAT = re.compile(
    r"\s*Of (?:that|this|these|those|them|the total|it|that sum|this sum),? (?:only |just |some |about )?"
)
_BEHIND = re.compile(r"(?:,| \(| [–—-]) ?(?:or |that is,? |just |only |some |about )?")
_OUT_OF = re.compile(r"(?: [^\W\d]\w+)? (?:out )?of (?:the |its |their |all |all the |some |about )?")
SHORT = 40  # characters between a part and its share


def proportions(paper: Paper) -> Iterator[Finding]:
    """Every share that is not the one which its part and its whole make."""
    sentences = paper.sentences
    for last, ordered in zip(((), *sentences), sentences, strict=False):
        for at, share in enumerate(ordered):
            if share.quantity.unit != "percent" or not at:
                continue
            pair = _set_beside(ordered[:at], share) or _of_before(ordered[:at], share, last)
            pair = pair or _of_known(paper, ordered[at - 1], share) or _of_that(ordered[:at], share, last)
            if pair is not None:
                yield from _compared(paper, share, pair)
            elif at > 1:
                yield from _of_votes(paper, share, (ordered[at - 2], ordered[at - 1]))
        for share, whole, part in zip(ordered, ordered[1:], ordered[2:], strict=False):
            if _is_told_first(paper, share, whole, part):
                yield from _compared(paper, share, (part, whole))
            elif _is_told_behind(share, whole, part):  # here the part stands second, its whole last
                yield from _compared(paper, share, (whole, part))


def _set_beside(before: Sequence[Claim], share: Claim) -> tuple[Claim, Claim] | None:
    """The part and the whole of which a share tells the proportion; None where it may be one of something else."""
    lists = table()["proportions"]
    last = before[-1] if before else None
    if last is None or share.quantity.change != "level" or last.quantity.unit == "percent":
        return None
    gap = words_between(last, share)
    is_beside = gap.rstrip().endswith(("(", *(f", {told}" for told in lists["beside"])))
    is_beside = is_beside or gap.split()[-1:] == ["or"]
    if not is_beside or len(gap) > SHORT or re.search("[.;:]", gap) or _is_of_other(share):
        return None
    same = [one for one in before[:-1] if one.quantity.unit == last.quantity.unit][-1:]
    part, whole = sorted((*same, last), key=lambda one: base(one) or 0) if same else (last, last)
    return (part, whole) if same and (part.part_of == whole.id or _is_of(whole)) else None


def _is_behind(part: Claim, share: Claim) -> bool:
    """Whether a share of nothing else stands right behind a number: "5,200, or 26%"."""
    return _OR.fullmatch(words_between(part, share)) is not None and not _is_of_other(share)


def _is_of_other(share: Claim) -> bool:
    """Whether by the word behind it a share is one of something else, or by so much more or less."""
    behind = WORD.findall(words_behind(share).lower())[:1]
    return bool(behind) and behind[0] in table()["proportions"]["other"]


def _of_known(paper: Paper, part: Claim, share: Claim) -> tuple[Claim, Claim] | None:
    """The part right before a share, and the whole of an earlier sentence of which it is told as one."""
    whole = next((one for one in paper.figures if one.id == part.part_of), None)
    is_other = whole is None or whole.context == part.context or whole.quantity.unit != part.quantity.unit
    if is_other or whole is None or share.quantity.change != "level" or not _is_behind(part, share):
        return None
    return part, whole


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
    before = WORD.findall(words_before(one).lower())[-1:]
    is_pair = _AGAINST.fullmatch(words_between(one, other)) is not None
    counts = table()["units"]["counts"]
    if (
        before != ["by"]
        or not is_pair
        or not _is_behind(other, share)
        or {one.quantity.unit, other.quantity.unit} - {*counts}
    ):
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
    if made is None or overlap(made, paper.widened(share)):
        return
    percent = HUNDRED * float((base(part) or 0) / (base(whole) or 1))
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
