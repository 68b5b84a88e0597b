"""Claims become comparable: what a claim's measure and verb say of those whom it counts."""

import re
from collections.abc import Collection, Iterable

from reportedly.model import Claim
from reportedly.series.lexicons import subjects, words
from reportedly.values.gazetteer import fold

WAR = "war"
ELECTION = "election"  # the subject of measures of votes and seats
LONGEST_SUM = 80  # characters between the verb and the sum
RUNNING = re.compile(
    r"\b(?:bring|rais|tak|push|lift|driv)(?:ing|es|s)\b[^.;]*?\b(?:toll|total|number|count|tally|sum)\b[^.;]*? to "
    r"(?:at least |about |some |over |more than |nearly )?$",
    re.IGNORECASE,
)

OUT_OF = re.compile(r" of (?:the|these|those) ([\w,-]+)\b(?! [a-z]+s\b(?<! was))", re.IGNORECASE)
OF_CAUSE = re.compile(r"(?:die|dies|died|dying|dead|deaths?) (?:of|from) (?:severe |acute )?([a-z-]+)", re.IGNORECASE)
FAR = 90  # characters behind a number within which it is told who they were
MIXED = re.compile(
    r"[^.;]{0,30}?\b(?:(?:most|all|many|half|some|several|[a-z]+|\d+) of (?:them|whom|those)(?: were| are)?"
    r"|mostly|mainly|largely|most|all) (?:civilians|children|villagers)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"(?: [\w-]+){0,3}? (?:more|fewer|less|higher|lower) than (?:(?:in|on|at|during|the|a|an) )*([\w'’-]+)"
)
PARTY = re.compile(r"['’]s ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")  # behind the name of a state


def befalls(claim: Claim) -> bool:
    """Whether it tells what befell people: those who did it are not those who are counted."""
    return claim.measure is not None and claim.measure.slug in words("forces", "tolls")


def suffers(claim: Claim) -> bool:
    """Whether who is told to act is whom it befell: "lost", "suffered"."""
    return claim.verb is not None and claim.verb.lemma in words("forces", "suffering")


def is_fate(claim: Claim) -> bool:
    """Whether it tells what became of people in a disaster: killed, missing, saved."""
    return befalls(claim) or (claim.measure is not None and subjects().get(claim.measure.slug) == "disaster")


def is_toll(claim: Claim) -> bool:
    """Whether a claim counts what an event did."""
    slug = claim.measure.slug if claim.measure is not None else ""
    return subjects().get(slug) in words("toll", "subjects") or slug in words("forces", "tolls")


def is_of_forces(slug: str, kinds: Collection[str]) -> bool:
    """Whether people under a state's orders are counted, or what befell them, or what was sent for a war."""
    soldiers = words("forces", "populations")
    if not soldiers.isdisjoint(kinds) or subjects().get(slug) == WAR:
        return True
    return slug in words("forces", "tolls") and not ({*kinds} - soldiers - widening(kinds))


def widening(kinds: Iterable[str]) -> set[str]:
    """The kinds that only tell what a count takes in beside, or of which round it is."""
    return {kind for kind in kinds if kind.startswith("with ") or kind.endswith(" round")}


def is_elected(claim: Claim) -> bool:
    """Whether votes or seats are counted, which are whose who gets them."""
    return claim.measure is not None and subjects().get(claim.measure.slug) == ELECTION


def elected(claim: Claim, behind: str) -> str | None:
    """Who was voted for in a state, by what stands behind its name: "Canada's Liberals won 169 seats"."""
    own = PARTY.fullmatch(behind) if is_elected(claim) else None
    return fold(own.group(1)) if own is not None else None


def running_total(claim: Claim) -> bool:
    """Whether a sum is told that others bring about: "four deaths in a day, bringing the toll to 84"."""
    before = claim.evidence.start - claim.context.start
    if claim.basis != "written" or before < 0:
        return False
    return RUNNING.search(claim.context.quote, max(0, before - LONGEST_SUM), before) is not None


def is_beside_another(claim: Claim) -> bool:
    """Whether a figure only sets a count against that of others: "18 more than the ministry has acknowledged"."""
    behind = COMPARED.match(claim.context.quote, claim.evidence.end - claim.context.start)
    beside = behind.group(1).lower() if behind is not None else None
    return beside is not None and not beside[0].isdecimal() and beside not in words("before_and_after", "since")


def counted_out(claim: Claim) -> str | None:
    """The number before of which it tells a part: "nine" of "five of the nine died at home"."""
    told = OUT_OF.match(claim.context.quote, max(0, claim.evidence.end - claim.context.start))
    return told.group(1).lower() if told is not None else None


def is_of_all(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether it tells of some of all whom its word calls so: "eleven of the dead", "of the injured, three are".

    Of two such in one sentence the second may leave the word out; "the number of the injured" is of all of them.
    """
    counted, start = claim.counted, claim.context.start
    if counted is None or counted.implied or counted.lemma not in words("forces", "befallen"):
        return False
    before = claim.context.quote[: max(0, counted.head.start - start)].lower()
    if not before.endswith("of the "):
        return False
    before = before.removesuffix("of the ").rstrip()
    ends = start + len(before)
    return not before or any(one.evidence.end == ends for one in claims if one.context.start == start)


def cause_of(claim: Claim) -> str | None:
    """The illness by which it says that they died: "two had died of malaria", "three deaths from typhoid"."""
    spans = [claim.verb.span if claim.verb else None, claim.counted.head if claim.counted else None]
    starts = (span.start - claim.context.start for span in spans if span and span.start >= claim.context.start)
    told = (OF_CAUSE.match(claim.context.quote, start) for start in starts)
    causes = (found.group(1).lower() for found in told if found is not None)
    return next((cause for cause in causes if cause in words("illnesses", "words")), None)


def is_mixed(claim: Claim) -> bool:
    """Whether civilians are among those counted, by the words right behind: "seven dead, most of them civilians"."""
    text = claim.context.quote[claim.evidence.end - claim.context.start :]
    behind = text[:FAR].partition(",")
    return befalls(claim) and MIXED.match(behind[2]) is not None


def counts_people(slug: str) -> bool:
    """Whether a measure counts people under a state's orders."""
    return slug in words("forces", "tolls") or slug.startswith("troops_")
