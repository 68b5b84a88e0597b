"""Documents become claims; what does not add up among the claims of one document becomes findings.

``find`` looks at claims alone, never at a parse, and promises few findings rather than wrong ones: where it cannot be
told whether two figures speak of the same thing, there is none. Two families: a headline, deck or caption against the
body (``headlines``), and arithmetic that the text itself asks for. Word lists and tolerances stand in
``findings.toml``. A finding never says which figure is right.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from reportedly.findings.beside import beside as set_beside
from reportedly.findings.dealt import dealt
from reportedly.findings.headlines import against_body
from reportedly.findings.intervals import Interval, Tolerance, added, exceeds, overlap, stated
from reportedly.findings.lexicons import table
from reportedly.findings.multiplied import multiplied
from reportedly.findings.paper import Paper, Words, heads, same_unit, speaker, summable, words_before
from reportedly.findings.partitions import partitions
from reportedly.findings.proportions import proportions
from reportedly.findings.remainders import remainders
from reportedly.findings.rivals import rivals
from reportedly.findings.sides import sides
from reportedly.findings.steps import steps
from reportedly.findings.telling import listed, number, quoted, room, without_teller
from reportedly.findings.totals import totals
from reportedly.findings.weighed import weighed
from reportedly.model import DONE, Claim, Document, Finding, Reading, Span, Strength
from reportedly.values.lists import ITEM

HUNDRED = Fraction(100)  # percent of a whole
FAR = Fraction(3, 2)  # times its whole: a part of so many counts something else
# What stands between two parts that are told one after another: "in loans, ", "in Wajir and ".
_BESIDE = re.compile(r"[^.,;:()0-9]{0,40}(?:, (?:and )?| and )")
_WHENCE = re.compile(r"\bfrom (?=[A-Z]|the [^\W\d])")  # "14,300 from Wajir" sets nothing beside another day's
_OPENED = re.compile(r"[^.,;:()0-9]{1,60}\((?:of whom )?")  # what is counted, and a bracket
_LABELLED = re.compile(r"[^:.!?\n]{1,90}:\s*")  # what stands before the whole of a row: "- Schools: 412; open 310"
_SLIP = Fraction(11, 10)  # of their whole: what the parts of a row come to, where they are meant to make it up
_IN_PLACE = re.compile(r" of (?:them|whom|these|those) in (?:the )?[A-Z][^.,;:()0-9]{1,30} and ")
_IN_PLACE_LAST = re.compile(r" in (?:the )?[A-Z][\w-]+(?=[.,;]|$)")
_ALL = Fraction(3, 4)  # of a whole: parts that make less may be examples


def find(document: Document, reading: Reading, *, tolerance: str = "reported") -> tuple[Finding, ...]:
    """What does not add up within ``document``, in order of the first claim concerned, then of the check's name.

    ``tolerance`` names a table of ``findings.toml`` ("reported" or "literal"); KeyError for a name that is not there.
    """
    figures = tuple(c for c in reading.claims if c.kind == "figure" and c.basis == "written")
    paper = Paper(document, figures, Tolerance.named(tolerance), Words.of(document.text))
    sums = (*_stated_sums(paper), *partitions(paper), *totals(document.id, figures, paper.tolerance))
    sums = (*sums, *multiplied(paper), *remainders(paper), *proportions(paper), *steps(paper))
    known = {one.claims[0] for one in sums}
    sums = (*sums, *(one for one in dealt(paper) if one.claims[0] not in known))
    summed = {frozenset(one.claims) for one in sums}  # parts that make another sum need not be told to be too many
    parts = (one for one in _parts(paper) if frozenset(one.claims) not in summed)
    counts = (*rivals(paper),)
    told = {frozenset(one.claims) for one in counts}
    counts = (*counts, *(one for one in set_beside(paper) if frozenset(one.claims) not in told))
    beside = {frozenset(one.claims) for one in counts}
    counts = (*counts, *(one for one in weighed(paper) if frozenset(one.claims) not in beside))
    weighed_too = {frozenset(one.claims) for one in counts}
    counts = (*counts, *(one for one in sides(paper) if frozenset(one.claims) not in weighed_too))
    found = (*against_body(paper), *parts, *sums, *_shares(paper), *counts)
    place = {claim.id: claim.evidence.start for claim in figures}
    return tuple(sorted(found, key=lambda f: (place[f.claims[0]], f.kind, [place[c] for c in f.claims[1:]])))


# Arithmetic: parts and their whole


def _parts(paper: Paper) -> Iterator[Finding]:
    known = {claim.id: claim for claim in paper.figures}
    wholes: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim, behind in pairwise([*paper.figures, None]):
        if claim is None or claim.part_of not in known or claim.part_of is None:
            continue
        wholes[claim.part_of].append(claim)
        if behind is not None and behind.part_of is None and _is_next_part(paper, claim, behind):
            wholes[claim.part_of].append(behind)
    for name, told in wholes.items():
        whole = known[name]
        parts = [c for c in told if _countable_part(c, whole)]
        over = [part for part in parts if _strength_over(paper, [part], whole) and not _is_far_beyond(part, whole)]
        yield from (_part_too_large(paper, part, whole) for part in over)
        if (
            not over
            and len(parts) > 1
            and whole.part != "table"
            and (_disjoint(paper, parts) or _are_of_row(parts, whole))
        ):
            yield from filter(None, (_parts_too_large(paper, parts, whole),))


def _is_next_part(paper: Paper, part: Claim, other: Claim) -> bool:
    """Whether the next number tells of those in another place: "900 of them in Varna and 600 in Burgas"."""
    text, end = paper.document.text, other.context.end
    if part.context != other.context or other.quantity.change != "level" or not heads(part) & heads(other):
        return False
    gap = text[part.evidence.end : other.evidence.start]
    spots = _IN_PLACE.fullmatch(gap), _IN_PLACE_LAST.match(text, other.evidence.end, end)
    return all(spots)


def _countable_part(part: Claim, whole: Claim) -> bool:
    units = {part.quantity.unit, whole.quantity.unit}
    told = {part.status, whole.status} & {"did_not_happen", "unresolved"}
    return same_unit(units) and "percent" not in units and not told


def _strength_over(paper: Paper, parts: Sequence[Claim], whole: Claim) -> Strength | None:
    """How strongly the parts exceed the whole: tolerance decides between contradiction and tension."""
    least = added(stated(part.quantity) for part in parts)
    if not exceeds(least, stated(whole.quantity)):
        return None
    meant = added(paper.widened(part) for part in parts)
    return "contradiction" if exceeds(meant, paper.widened(whole)) else "tension"


def _is_far_beyond(part: Claim, whole: Claim) -> bool:
    """Whether a part is so much more than its whole that it counts something else: one of three crowds, its 28,000."""
    (low, _), (_, high) = stated(part.quantity), stated(whole.quantity)
    return low is not None and high is not None and low >= FAR * high


def _part_too_large(paper: Paper, part: Claim, whole: Claim) -> Finding:
    strength = _strength_over(paper, [part], whole) or "tension"
    sentence = (
        f"{quoted(part)} in the {part.part} is told as part of {quoted(whole)} in the {whole.part}, and is more"
        f" than its whole.{room(strength)}"
    )
    return paper.finding("part_exceeds_whole", strength, [part, whole], sentence)


def _parts_too_large(paper: Paper, parts: Sequence[Claim], whole: Claim) -> Finding | None:
    strength = _strength_over(paper, parts, whole)
    if strength is None:
        return None
    sentence = (
        f"{listed(parts)} exclude one another and are told as parts of {quoted(whole)} in the {whole.part};"
        f" together they are more than their whole.{room(strength)}"
    )
    return paper.finding("parts_exceed_whole", strength, [*parts, whole], sentence)


def _are_of_row(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether a label's line deals out its whole and comes to nearly that: "Schools: 412; open 310, closed 80"."""
    kinds = {part.counted is None or part.counted.implied for part in parts}  # "40 women, 30 in care" overlap
    if not _LABELLED.fullmatch(words_before(whole)) or any(part.context != whole.context for part in parts):
        return False
    (low, _), (_, most) = added(stated(part.quantity) for part in parts), stated(whole.quantity)
    return (
        low is not None
        and most is not None
        and low <= _SLIP * most
        and len(kinds) == 1
        and all(part.verb is None for part in parts)
    )


def _disjoint(paper: Paper, parts: Sequence[Claim]) -> bool:
    """Whether the words say that no two of the parts overlap, and one source counted them."""
    if len({speaker(part) for part in parts} - {None}) > 1:
        return False
    if all(ITEM.fullmatch(paper.document.text[part.context.start : part.evidence.start]) for part in parts):
        return True  # each opens an item of a list
    return all(_exclude(paper, one, other) for one, other in combinations(parts, 2))


def _exclude(paper: Paper, one: Claim, other: Claim) -> bool:
    if "additional" in (one.quantity.change, other.quantity.change) or _are_elsewhere(one, other):
        return True
    members = zip(_memberships(paper, one), _memberships(paper, other), strict=True)
    return any(a is not None and b is not None and a != b for a, b in members)


def _are_elsewhere(one: Claim, other: Claim) -> bool:
    """Whether one sentence tells the two of places with unlike names: "87 in Lima, 19 in Arequipa"."""
    mine, yours = (_named_places(claim) for claim in (one, other))
    return one.context == other.context and bool(mine) and bool(yours) and mine.isdisjoint(yours)


def _named_places(claim: Claim) -> frozenset[str]:
    """The names of places told of a figure; where some stand behind it, the next of them, and none carried over."""
    told = [slot.span for slot in claim.slots if slot.role == "place" and slot.span.quote != slot.span.quote.lower()]
    behind = sorted((span for span in told if span.start >= claim.evidence.end), key=lambda span: span.start)
    return frozenset(span.quote for span in behind[:1] or told)


def _memberships(paper: Paper, claim: Claim) -> list[int | None]:
    """For each family, the one member a figure belongs to; None for none or for several ("killed or wounded")."""
    verb = {claim.verb.lemma.lower(), claim.verb.span.quote.lower()} if claim.verb else set()
    head = {claim.counted.lemma.lower(), claim.counted.head.quote.lower()} if claim.counted else set()
    spans = [s for s in (claim.verb.span if claim.verb else None, claim.counted.head if claim.counted else None) if s]
    own = verb | head | {word for span in spans for word in _joined(paper.document.text, span)}
    return [_only(own, family) for family in table()["exclusive"]["families"]]


def _only(own: set[str], family: Sequence[Sequence[str]]) -> int | None:
    met = [number for number, member in enumerate(family) if own & set(member)]
    return met[0] if len(met) == 1 else None


def _joined(text: str, span: Span) -> Iterator[str]:
    """The words joined to a word on either side: "wounded" for the "killed" of "killed or wounded"."""
    joints = "|".join(re.escape(joint) for joint in table()["exclusive"]["joints"])
    after = re.compile(rf"\s*(?:{joints})\s*([^\W\d_]+)", re.IGNORECASE).match(text, span.end)
    before = re.search(rf"([^\W\d_]+)\s*(?:{joints})\s*$", text[max(0, span.start - 40) : span.start], re.IGNORECASE)
    yield from (found[1].lower() for found in (after, before) if found)


# Arithmetic: sums that the text states


def _stated_sums(paper: Paper) -> Iterator[Finding]:
    for ordered in paper.sentences:
        if len(ordered) > 2:
            found = [one for one in (_sum_differs(paper, ordered),) if one is not None]
            yield from found or _bracketed(paper, ordered)


def _says(text: str, *lists: str) -> bool:
    phrases = (phrase for name in lists for phrase in table()["sums"][name])
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) for phrase in phrases)


def _sum_differs(paper: Paper, ordered: Sequence[Claim]) -> Finding | None:
    """The sum last ("12 and 30, 42 in all") or first ("a total of 42: 12 and 30"), against its parts."""
    text, first, last = paper.document.text, ordered[0], ordered[-1]
    middle = text[first.evidence.end : ordered[1].evidence.start]
    if _says(middle, "enumerates"):
        return _compared(paper, ordered[1:], first, open_=False)
    if _says(_WHENCE.sub("", first.context.quote), "not_with"):
        return None
    gap = text[ordered[-2].evidence.end : last.evidence.start]
    closing = re.split(r"[,;:]", text[last.evidence.end : last.context.end])[0]
    opening = text[first.context.start : first.evidence.start]
    if _says(gap, "before", "accumulates") or _says(closing, "after"):
        return _compared(paper, ordered[:-1], last, open_=_says(gap, "accumulates"))
    total = re.search(r"\btotal of\s*$", opening, re.IGNORECASE) or _says(middle, "after")
    dealt = middle.rstrip().endswith(":") and _is_list(text, first, ordered[1:])
    if dealt or (total and ":" in middle):
        return _compared(paper, ordered[1:], first, open_=False, dealt=dealt)
    return None


def _bracketed(paper: Paper, ordered: Sequence[Claim]) -> Iterator[Finding]:
    """ "58 dead (26 men, 21 women and 9 children)": a bracket right behind a number that deals all of it out.

    Only kinds that exclude one another do so: of "60 freed (37 wounded and 11 officers)" some may be both, or neither.
    """
    text = paper.document.text
    for whole, first in pairwise(ordered):
        opened = _OPENED.fullmatch(text[whole.evidence.end : first.evidence.start])
        closing = text.find(")", first.evidence.end, whole.context.end)
        parts = [c for c in ordered if first.evidence.start <= c.evidence.start < closing]
        if (
            opened is None
            or len(parts) < 2
            or "and" not in text[parts[-2].evidence.end : parts[-1].evidence.start].split()
        ):
            continue
        if all(_exclude(paper, one, other) for one, other in combinations(parts, 2)):
            open_ = not _are_all_kinds(paper, parts)  # of "58 dead (26 men and 21 women)" the others may be children
            yield from filter(None, (_compared(paper, parts, whole, open_=open_, dealt=True),))


def _are_all_kinds(paper: Paper, parts: Sequence[Claim]) -> bool:
    """Whether every kind of a family of kinds is told."""
    members = zip(*(_memberships(paper, part) for part in parts), strict=True)
    families = zip(members, table()["exclusive"]["families"], strict=True)
    return any(set(told) == set(range(len(family))) for told, family in families)


def _is_list(text: str, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a sentence ends in parts told one after another: ": 31 in Garissa, 16 in Wajir and nine in Kitui".

    Not where each has a verb of its own ("31 were shut"), nor where kinds are told ("two goals: 40 beds and 12 tugs").
    """
    deeds = [part for part in parts if part.verb is not None and part.verb.span.start > part.evidence.end]
    if deeds or any(exceeds(stated(part.quantity), stated(whole.quantity)) for part in parts):
        return False
    gaps = [text[one.evidence.end : other.evidence.start] for one, other in pairwise(parts)]
    if any(text[part.evidence.end :].startswith(" with ") for part in parts):
        return False  # "40 buses: 30 with heating and 20 with ramps": some have both
    ending = without_teller(text[parts[-1].evidence.end : parts[-1].context.end].rstrip(" .\n"))
    are_parts = all(part.part_of == whole.id for part in parts)
    told = all(_BESIDE.fullmatch(gap) for gap in gaps) and (are_parts or "and" in gaps[-1].split())
    return told and _BESIDE.fullmatch(f"{ending}, ") is not None


def _compared(
    paper: Paper, parts: Sequence[Claim], total: Claim, *, open_: bool, dealt: bool = False
) -> Finding | None:
    """The finding where the parts do not make the total; ``open_`` where the total may hold more than these parts.

    Parts that are ``dealt`` out behind a colon may be of any kind: "5.9 billion: 4.1 in loans and 1.3 in bonds".
    """
    if not _one_sum(paper, parts, total, dealt=dealt):
        return None
    ways = (stated, paper.tolerance.widened)
    sums = [(added(way(c.quantity) for c in parts), way(total.quantity)) for way in ways]
    apart = [exceeds(made, whole) if open_ else not overlap(made, whole) for made, whole in sums]
    if not apart[0] or (dealt and _is_some(*sums[0])):
        return None
    strength: Strength = "contradiction" if apart[1] else "tension"
    made, close = number(sums[0][0]), room(strength)
    sentence = f"The sentence adds {listed(parts)} up to {quoted(total)}; the numbers make {made}.{close}"
    return paper.finding("sum_differs", strength, [total, *parts], sentence)


def _is_some(made: Interval, whole: Interval) -> bool:
    """Whether parts may be some of a whole alone: "40 crashes this week: 12 on Monday and 9 on Friday"."""
    return made[1] is not None and whole[0] is not None and made[1] < _ALL * whole[0]


def _one_sum(paper: Paper, parts: Sequence[Claim], total: Claim, *, dealt: bool) -> bool:
    """Whether parts and total are of one unit, kind and status, so that the sentence can mean their sum."""
    claims = (*parts, total)
    counts = table()["units"]["counts"]
    units = {c.quantity.unit for c in claims}
    if not summable(claims) or not same_unit(units) or len({c.status in DONE for c in claims}) > 1:
        return False
    if any(exceeds(stated(part.quantity), stated(total.quantity)) for part in parts):
        return False  # "30 on one line, and 80 in all on the network's four"
    elsewhere = all(_are_elsewhere(one, other) for one, other in combinations(parts, 2))
    if dealt or all(part.part_of == total.id for part in parts) or (not units & set(counts) and elsewhere):
        return True
    named = [heads(c) for c in claims if c.counted and not c.counted.implied]
    named = named or [heads(c) for c in claims if c.counted]  # "1,900 here and 700 there, 5,200 in all"
    one_head = bool(frozenset.intersection(*named)) if named else True
    return one_head or all(_exclude(paper, one, other) for one, other in combinations(parts, 2))


def _shares(paper: Paper) -> Iterator[Finding]:
    """Percentages of one whole that exclude one another and are more than all of it."""
    percents: defaultdict[Span, list[Claim]] = defaultdict(list)
    for claim in paper.figures:
        if claim.quantity.unit == "percent" and claim.quantity.change == "level" and claim.part != "table":
            percents[claim.context].append(claim)
    places = dict.fromkeys((c.context, min(heads(c), default="")) for told in percents.values() for c in told)
    for context, head in places:
        parts = [c for c in percents[context] if head in heads(c)]
        if len(parts) < 2 or _says(context.quote, "not_with") or len({c.when for c in parts}) > 1:
            continue
        divided = head in table()["divided"]["wholes"]
        if not (divided or _disjoint(paper, parts)) or not exceeds(
            added(stated(c.quantity) for c in parts), (None, HUNDRED)
        ):
            continue
        meant = added(paper.widened(c) for c in parts)
        strength: Strength = "contradiction" if exceeds(meant, (None, HUNDRED)) else "tension"
        sentence = f"{listed(parts)} are shares of one whole in one sentence and make more than 100%.{room(strength)}"
        yield paper.finding("shares_exceed_whole", strength, parts, sentence)
