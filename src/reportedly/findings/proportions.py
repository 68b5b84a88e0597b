"""Documents become findings: a share told beside its part and its whole, which make another.

"Out of a budget of 7.4 billion it has released 4.1 billion, or 45 percent": what "or" or a bracket sets right behind a
part of a whole is its share. A share of something else, and one of more or less than before, is none.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.findings.intervals import Interval, overlap
from reportedly.findings.lexicons import table
from reportedly.findings.paper import WORD, Paper, base
from reportedly.findings.telling import quoted
from reportedly.model import Claim, Finding, Strength

HUNDRED = 100
NEAR = 6  # words before a whole among which "of" stands
SHARES = frozenset({"percent", "share"})
_OF_WHOLE = re.compile(r" of (?:the|its|their|all|these|those)(?: some| about| roughly)? ?")
_APPOSED = re.compile(r"(?: [^\W\d][^.,;:()\d]{0,40})?, (?:or )?")
SHORT = 40  # characters between a part and its share


def proportions(paper: Paper) -> Iterator[Finding]:
    """Every share that is not the one which its part and its whole make."""
    for ordered in paper.sentences:
        for at, share in enumerate(ordered):
            pair = _set_beside(ordered[:at], share) if share.quantity.unit == "percent" else None
            if pair is not None:
                yield from _compared(paper, share, pair)
        for share, whole, part in zip(ordered, ordered[1:], ordered[2:], strict=False):
            if _is_told_first(paper, share, whole, part):
                yield from _compared(paper, share, (part, whole))


def _set_beside(before: Sequence[Claim], share: Claim) -> tuple[Claim, Claim] | None:
    """The part and the whole of which a share tells the proportion; None where it may be one of something else."""
    lists, context = table()["proportions"], share.context
    last = before[-1] if before else None
    if last is None or share.quantity.change != "level" or last.quantity.unit == "percent":
        return None
    gap = context.quote[last.evidence.end - context.start : share.evidence.start - context.start]
    behind = WORD.findall(context.quote[share.evidence.end - context.start :].lower())[:1]
    is_beside = gap.rstrip().endswith(("(", *(f", {told}" for told in lists["beside"])))
    is_beside = is_beside or gap.split()[-1:] == ["or"]
    if not is_beside or len(gap) > SHORT or re.search("[.;:]", gap) or (behind and behind[0] in lists["other"]):
        return None
    same = [one for one in before[:-1] if one.quantity.unit == last.quantity.unit][-1:]
    part, whole = sorted((*same, last), key=lambda one: base(one) or 0) if same else (last, last)
    return (part, whole) if same and (part.part_of == whole.id or _is_of(whole)) else None


def _is_told_first(paper: Paper, share: Claim, whole: Claim, part: Claim) -> bool:
    """ "Two thirds of the 37,000 displaced, 18,500, are children": a share, its whole, and the part between commas."""
    text = paper.document.text
    same = whole.quantity.unit == part.quantity.unit and {whole.quantity.change, part.quantity.change} == {"level"}
    first = _OF_WHOLE.fullmatch(text[share.evidence.end : whole.evidence.start])
    gap = _APPOSED.fullmatch(text[whole.evidence.end : part.evidence.start])
    behind = text[part.evidence.end : part.context.end].lstrip()
    return share.quantity.unit in SHARES and bool(same and first and gap) and behind.startswith(",")


def _is_of(whole: Claim) -> bool:
    """Whether it is told only for a part of it: "out of a budget of 7.4 billion"."""
    before = WORD.findall(whole.context.quote[: whole.evidence.start - whole.context.start].lower())
    return not set(before[-NEAR:]).isdisjoint(table()["rivals"]["divided"])


def _compared(paper: Paper, share: Claim, pair: tuple[Claim, Claim]) -> Iterator[Finding]:
    part, whole = pair
    of_one = 1 if share.quantity.unit == "share" else HUNDRED
    made = _share(paper.widened(part), paper.widened(whole), of_one)
    if made is None or overlap(made, paper.widened(share)):
        return
    percent = HUNDRED * float((base(part) or 0) / (base(whole) or 1))
    before = share.context.quote[: share.evidence.start - share.context.start].rstrip()
    strength: Strength = "tension" if before.endswith("(") else "contradiction"  # seats won (votes won)
    close = {
        "tension": " The bracket may tell a share of something else, or a number is wrong.",
        "contradiction": " Rounding does not explain it; which number is wrong, this document does not say.",
    }[strength]
    sentence = f"{quoted(part)} of {quoted(whole)} are told as {quoted(share)}; they make {percent:.3g} percent.{close}"
    yield paper.finding("share_differs", strength, [share, part, whole], sentence)


def _share(part: Interval, whole: Interval, of_one: int) -> Interval | None:
    """Between which ends the share of a part lies, in parts of ``of_one``; None where that is open."""
    (low, high), (least, most) = part, whole
    if low is None or high is None or not least or not most:
        return None
    return of_one * low / most, of_one * high / least
