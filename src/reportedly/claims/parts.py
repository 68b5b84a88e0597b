"""Figures that make up another one of their sentence are its parts, though no word ties them to it.

"To 31: 19 women and 12 boys", "71 (Zomba 44, Phalombe 22)", "nine men, five from the north and four from the south".
So is a bare number that tells more of those counted before: "14 ships were held. Twelve have since been released".
What is promised: a row is taken for the parts of a number only where it adds up to it; behind a colon, and where each
is told by its place, it may miss or pass it by a tenth, so that what does not add up can be found.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from reportedly.claims.deeds import is_hospital
from reportedly.claims.lexicons import either, words
from reportedly.claims.links import SHARES, Mark, can_hold, is_plain
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import DONE, Claim, Counted, Document, Quantity, Slot
from reportedly.values.gapped import is_place
from reportedly.values.measures import is_person, singular
from reportedly.values.units import COUNT

NEARLY = Fraction(1, 10)  # of a whole: so much may what it is made up of lack, and be all of it
SEVERAL, LATELY = 2, 12
BESIDE = re.compile(r"(?: [^\W\d][\w-]*){0,2}, ")  # between a whole and a part behind it: "41,000 passengers, half"
DASHES = frozenset({"-", "–", "—"})
MARK = re.compile(r": |(?<=[^\W\d]) ?[–—] ?(?=\S)|(?<=\w) - ")  # behind which a row of parts may stand
REST = re.compile(r"(?:,|;|,? and) (?:all )?the (?:rest|others|remainder|remaining|other)\b")
ROW = re.compile(r"\(([^()]{3,200})\)")
OPENED = re.compile(r"[^\W\d]*(?: [^\W\d]+){0,2} ?")  # between a whole and the bracket behind it: "71 people ("
# Between a whole and the first of its parts, and nothing else: "nine commanders, five".
LISTED = re.compile(r"[^,;:.()]{0,60}, (?:with |of (?:them|whom|which) )?")
JOINED = re.compile(r"[^;:.()]{0,60}(?:,| and|,? &) ")
# Between a whole and the first of those that are told by where they are, and behind each of them.
HERE = r"(?:in|at|from|near|around|across)"
PLACING = r"(?:in|at|from|near|around|across|for|on)"
# A comma alone leads on only where nothing tells yet where they are: not in "100 in Herat, 60 in Farah".
LED = re.compile(
    rf"(?:[^;.()]{{0,80}}?(?:: ?| [–—-] | \()|(?:(?! {HERE} )[^;.(),]){{0,40}}, )(?:about |some |around |nearly )?"
)
WHERE = rf" (?:[^\W\d]+ ){{0,2}}{PLACING} [^;.:()\d]{{2,50}}?"
PLACED = re.compile(WHERE + r"[,.;:)\s]")
PLACED_AND = re.compile(WHERE + r"(?:, (?:and )?|;? and |; )(?:about |some |around |nearly |another )?")
NEXT = re.compile(r"[^;:.()]*,(?: (?:and|about|some|around|at least|nearly|among them))? ")
IN_ALL = re.compile(r"(?: [^\W\d]+){0,3},? (?:in all|in total|altogether|all told|combined|together)\b")
NAMING = ("PROPN", "NUM")
NEAREST = 2  # sentences back in which those are counted of whom a bare number tells
CLAUSES = ("root", "parataxis", "conj", "ccomp")
# Between two parts, with of what kind the first is: "30 of them Indians, six", "138 were Iranians, 10".
GOING_ON = re.compile(r"(?: of (?:them|whom|which|these))?(?: (?:were|are))?(?: [\w'’-]+)? ([\w'’-]+)(?:,| and|, and) ")
AGED = re.compile(r" (?:younger|older) than \w")
OF_THEM = re.compile(r"\b(?:of|among) (?:them|whom|these|those)\b")
# Between two parts, with where or when the first is: "40 of them in Lyon, 20", "3,940 on the first day and 3,520".
BESIDE_IT = re.compile(
    r"(?: of (?:them|whom|which|these))?(?: (?:were|are|was))? (in|at|on|from|by|near|under|over|aged|with|for) "
    r"[^;:.()\d]{2,50}?(?:,| and|, and) (?:about |some |around |nearly |another |just )?"
)


def summed(tree: Tree, document: Document, told: Sequence[Claim]) -> dict[str, Claim]:
    """What becomes of those claims of a sentence, by their digests, that are parts of another of them."""
    found: dict[str, Claim] = {}
    lower = tree.lower
    if ":" in lower or not DASHES.isdisjoint(lower):
        found |= _behind_mark(told)
    if "(" in lower and len(told) > SEVERAL:
        found |= _in_brackets(tree, document, told)
    return found or _each_placed(document, told) or _totalled(document, told) or _in_a_row(tree, document, told)


def _behind_mark(told: Sequence[Claim]) -> dict[str, Claim]:
    """The 19 and the 12 of "31: 19 women and 12 boys", the eight of "14 bodies - eight women, the rest men"."""
    sentence = told[0].context if told else None
    mark = None if sentence is None else MARK.search(sentence.quote)
    if sentence is None or mark is None:
        return {}
    colon, dashed = mark.start() + sentence.start, ":" not in mark[0]
    closed = MARK.search(sentence.quote, mark.end()) if dashed else None
    end = sentence.end if closed is None else sentence.start + closed.start()
    parts = [claim for claim in told if colon < claim.evidence.start < end]
    rest = bool(parts) and REST.search(sentence.quote, parts[-1].evidence.end - sentence.start, end - sentence.start)
    made_up = [claim for claim in reversed(told) if claim.evidence.end <= colon]
    exact = [claim for claim in made_up if _sum(parts, claim) == claim.quantity.low]
    whole = next(iter(exact or made_up), None)
    if whole is None or whole.measure is None or len(parts) < SEVERAL - bool(rest):
        return {}
    wanted, made = whole.quantity.low or Fraction(), _sum(parts, whole)
    untold = not whole.measure.open and all(part.measure is None or part.measure.open for part in parts)
    near = untold and made is not None and abs(wanted - made) <= wanted * NEARLY  # a slip, or one untold
    left = made is not None and rest and all(_may_be_kind(part, whole) for part in parts) and made < wanted
    if made is None or (wanted != made and not (near and not dashed) and not left):
        return {}
    if any(part.verb is not None and colon < part.verb.span.start < end for part in parts):
        return {part.id: replace(part, part_of=whole.id) for part in parts}  # ": nine were stopped, five got in"
    return {part.id: replace(part, measure=whole.measure, part_of=whole.id, status=whole.status) for part in parts}


def _may_be_kind(part: Claim, whole: Claim) -> bool:
    """Whether a part counts what its whole does or people of a kind, or names nothing of its own."""
    if part.counted is None or part.counted.implied or whole.counted is None:
        return True
    alike = part.counted.lemma == whole.counted.lemma or part.counted.head == whole.counted.head
    return alike or (_is_of_people(part) and _has_living(whole.counted))


def _in_brackets(tree: Tree, document: Document, told: Sequence[Claim]) -> dict[str, Claim]:
    """The 44 and the 22 of "71 (Zomba 44, Phalombe 22)", each where its name tells."""
    text, found = document.text, dict[str, Claim]()
    for row in ROW.finditer(text, told[0].context.start, told[0].context.end):
        parts = [claim for claim in told if row.start(1) <= claim.evidence.start and claim.evidence.end <= row.end(1)]
        names = [_name_before(tree, part) for part in parts]
        before = [claim for claim in reversed(told) if claim.evidence.end <= row.start()]
        made_up = [claim for claim in before if _sum(parts, claim) == claim.quantity.low]
        whole = next(iter(made_up or before), None)
        if whole is not None and len(parts) >= SEVERAL and not any(names):
            found |= _of_kinds(document, parts, whole, row.start())
        if whole is None or len(parts) < SEVERAL or not all(names):
            continue
        made, beside = _sum(parts, whole), OPENED.fullmatch(text, whole.evidence.end, row.start())
        if made is None or whole.quantity.low is None or made > whole.quantity.low:
            continue
        if made < whole.quantity.low and not beside:
            continue
        spans = [document.span(*tree.chars(name)) for name in names]
        placed = any(is_place(span.quote) for span in spans)
        counted = None if whole.counted is None else replace(whole.counted, implied=True)
        for part, span in zip(parts, spans, strict=True):
            slots = tuple(slot for slot in part.slots if slot.role not in ("place", "owner"))
            own = (Slot("place", span),) if placed else (Slot("owner", span),)
            found[part.id] = replace(
                part, counted=counted, measure=whole.measure, verb=whole.verb, part_of=whole.id, status=whole.status,
                when=whole.when, slots=(*own, *slots),
            )  # fmt: skip
    return found


def _of_kinds(document: Document, parts: Sequence[Claim], whole: Claim, bracket: int) -> dict[str, Claim]:
    """The men and the women of "58 fatalities (26 men, 21 women and 9 children)", which may miss some of them."""
    made, wanted = _sum(parts, whole), whole.quantity.low
    beside = OPENED.fullmatch(document.text, whole.evidence.end, bracket)
    if made is None or wanted is None or whole.measure is None or not beside or abs(wanted - made) > wanted * NEARLY:
        return {}
    told = whole.measure if not whole.measure.open or made == wanted else None
    alike = all(part.measure is None or part.measure.open or part.measure == told for part in parts)
    people = made == wanted or all(_is_of_people(part) for part in parts)
    if told is None or not alike or not people or not all(part.quantity.unit == COUNT for part in parts):
        return {}
    return {
        part.id: replace(part, measure=told, verb=whole.verb, part_of=whole.id, status=whole.status, when=whole.when)
        for part in parts
    }


def _name_before(tree: Tree, claim: Claim) -> tuple[int, ...]:
    """The name right before a number."""
    first = last = min(tree.tokens(claim.evidence.start, claim.evidence.end), default=0)
    while first > 0 and tree.sentence.upos[first - 1] in NAMING and tree.sentence.words[first - 1][0].isupper():
        first -= 1
    return tuple(range(first, last))


def _each_placed(document: Document, told: Sequence[Claim]) -> dict[str, Claim]:
    """Those of "9,350 remain evacuated: 4,200 in Zamora, 2,900 in Ourense and 1,750 in Cáceres", which miss some."""
    for at, whole in enumerate(told[:-SEVERAL]):
        parts = told[at + 1 :]
        if not LED.fullmatch(document.text, whole.evidence.end, parts[0].evidence.start):
            continue
        size = 1
        while size < len(parts) and _is_placed(document, parts[size - 1], parts[size].evidence.start):
            size += 1
        last = PLACED.match(document.text, parts[size - 1].evidence.end, whole.context.end)
        if size >= SEVERAL and last and _make_up(parts[:size], whole):
            return {part.id: _of_total(part, whole) for part in parts[:size]}
    return {}


def _totalled(document: Document, told: Sequence[Claim]) -> dict[str, Claim]:
    """The three of "78,000 ha in Spain, 26,000 ha in Portugal and 8,400 ha in Greece: 112,400 ha in all"."""
    whole, parts = told[-1], told[:-1]
    if len(parts) < SEVERAL or not IN_ALL.match(document.text, whole.evidence.end, whole.context.end):
        return {}
    first = parts[0]
    if first.measure is None or not _make_up(parts, whole, measure=first.measure.slug):
        return {}
    total = replace(whole, measure=first.measure, verb=first.verb, status=first.status)
    return {whole.id: total, **{part.id: replace(_of_total(part, first), part_of=whole.id) for part in parts}}


TROOPS, DYING = "troops_", frozenset({"die", "kill", "perish"})


def of_counted(tree: Tree, figure: Figure, counted: Counted | None, before: Sequence[Mark], *, at: int) -> Claim | None:
    """The 14 of "14 ships were held in April. Twelve have since been released", for the twelve.

    A bare subject is some of those counted before, where its clause tells something else of them or who they are;
    ``counted`` is what it counts and ``at`` its sentence. What is told at a place or a time of its own, or by the same
    verb, is set beside it: "31 died on Monday. Nine died on Friday", "in Kara nine have left". Where two may be meant,
    it is said of neither.
    """
    verb, quantity = tree.head(figure.anchor), figure.found.quantity
    if counted is None or verb < 0 or not tree.base[figure.anchor].startswith("nsubj") or figure.carrier is not None:
        return None
    is_who = figure.head == verb and bool(tree.having(verb, "cop", "aux"))  # "seven were children", "are missing"
    named = is_who and _has_living(counted)
    bare = counted.implied and figure.head is None and figure.leans in ("any", "living")
    kind = quantity.unit in (COUNT, *SHARES) and figure.change == "level"
    if not kind or not (named or bare) or tree.base[verb] not in CLAUSES or _is_set_apart(tree, figure, verb):
        return None
    those: list[Mark] = []
    for mark in reversed(before):
        claim = mark.claim
        if mark.sentence < at - NEAREST:
            break
        if claim.quantity.unit != COUNT or claim.part_of is not None or mark.base or claim.counted is None:
            continue
        if _has_living(claim.counted) if named else claim.counted.lemma == counted.lemma:
            those.append(mark)
    whole = those[0].claim if those and not any(_are_rivals(those[0], other) for other in those[1:]) else None
    if whole is None or whole.status not in DONE or not _is_less(quantity, whole.quantity):
        return None
    army = whole.measure is not None and whole.measure.slug.startswith(TROOPS)
    if army or (whole.status == "ongoing" and tree.lemma(verb) in DYING):
        return None  # who died is none of those who are there; an army's dead and homecomers are counted apart
    between = whole.context.quote[whole.evidence.end - whole.context.start : figure.found.start - whole.context.start]
    same = whole.verb is not None and whole.verb.lemma == tree.lemma(verb) and not tree.having(verb, "cop")
    same = same or (
        _is_left(tree, verb) and whole.verb is not None and whole.verb.lemma in words("figures", "parts", "leaving")
    )
    return None if same or (those[0].sentence == at and ";" not in between) else whole


def _is_left(tree: Tree, verb: int) -> bool:
    """Whether it is told of those to whom nothing happened: "freed 40 hostages. Sixteen are still held"."""
    beside = {tree.lemma(verb), *(tree.lower[token] for token in tree.having(verb, "advmod"))}
    return not words("figures", "parts", "staying").isdisjoint(beside)


def _are_rivals(mark: Mark, other: Mark) -> bool:
    """Whether some may be of either of two counts: "one state sent 300 soldiers. Another sent 200. Forty have died"."""
    one, two = mark.claim, other.claim
    told = one.counted is not None and two.counted is not None and one.counted.lemma == two.counted.lemma
    alike = told and one.measure == two.measure and one.quantity.low != two.quantity.low
    return alike or mark.sentence == other.sentence


def _has_living(counted: Counted) -> bool:
    """Whether those of whom some may be told who they are are counted: people, the dead, bodies."""
    called = either(("figures", "countable_adjectives", "words"), ("figures", "of_people", "corpses"))
    told = counted.head.quote
    return is_people(counted.lemma) or is_person(told) or counted.lemma in called or told.lower() in called


def _is_less(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is a share, or a smaller number than its whole."""
    size = part.low or part.high
    return part.unit != COUNT or (can_hold(whole, part) and (whole.low is None or (size or whole.low) < whole.low))


def is_kind_of(tree: Tree, figure: Figure, whole: Claim) -> bool:
    """Whether a part behind its whole only says who or where they are: "wounding 21, three of them children"."""
    last, context = max(figure.tokens), whole.context
    beside = BESIDE.fullmatch(context.quote, whole.evidence.end - context.start, figure.found.start - context.start)
    of_them = tree.lower[last + 1 : last + 3] == ("of", "them")
    return beside is not None and of_them and tree.sentence.xpos[last + 3 : last + 4] in (("NNS",), ("IN",), ("JJ",))


def is_beside(told: Claim, other: Claim) -> bool:
    """Whether the same is told of both, by a deed: "31 were killed in the north. Nine died in the south"."""
    same = told.measure is not None and told.measure == other.measure and told.quantity.unit == other.quantity.unit
    return same and told.verb is not None and told.verb.lemma in words("figures", "of_people", "verbs")


def _is_set_apart(tree: Tree, figure: Figure, verb: int) -> bool:
    """Whether a clause opens with where or when, or ends in a time that another is held against: "a year earlier"."""
    first, last = min(figure.tokens), max(figure.tokens)
    ahead = [t for t in tree.having(verb, "obl", "advcl", "advmod") if t < first]
    tied = words("figures", "parts", "meanwhile")
    if any(tree.case(t) not in tied and tree.lower[t] not in tied for t in ahead):
        return True
    return not words("figures", "parts", "against").isdisjoint(tree.lower[last + 1 :])


def singled_out(tree: Tree, told: Sequence[Claim]) -> dict[str, Claim]:
    """The seven of "21 were taken to hospital, seven in critical condition" and the two of "hurt 14, two critically".

    The 12 of "30 licences to fishermen, 12 to farmers" are others, yet of what the 30 are.
    """
    found: dict[str, Claim] = {}
    for whole, part in pairwise(told):
        if not _may_hold(whole, part) or not NEXT.fullmatch(whole.context.quote, *_between(whole, part)):
            continue
        numbers = tree.tokens(part.evidence.start, part.evidence.end)
        between = range(max(tree.tokens(whole.evidence.start, whole.evidence.end)) + 1, numbers[0])
        counted = None if whole.counted is None else replace(whole.counted, implied=True)
        like = replace(part, counted=counted, measure=whole.measure, verb=whole.verb, status=whole.status)
        if _is_singled(tree, numbers[-1] + 1, between):
            known = part.measure is not None and not part.measure.open and part.measure != whole.measure
            # "four were shot, one fatally": of the same people, and what befell him is told
            found[part.id] = replace(replace(part, counted=counted) if known else like, part_of=whole.id)
        elif _is_of_next(tree, part, numbers[-1] + 1, between):
            found[part.id] = like
    return found


def going_on(tree: Tree, told: Sequence[Claim], marks: Sequence[Mark]) -> dict[str, Claim]:
    """The six and the two of "49 people died, 30 of them Indians, six Nepalis and two Filipinos", parts as the 30 are.

    So are the six of "30 of them women and six younger than 18". A verb behind them, as in "30 of them Indians, and six
    Nepalis were hurt", tells of others. The whole may be a label's number, which ``marks`` hold.
    """
    found: dict[str, Claim] = {}
    wholes = {claim.id: claim for claim in (*(mark.claim for mark in marks[-LATELY:]), *told)}
    for one, other in pairwise(told):
        before = found.get(one.id, one)
        if other.part_of is None and (whole := _whole_of_aged(before, other)) is not None:
            found[other.id] = replace(other, part_of=whole)
            continue
        kind = GOING_ON.fullmatch(one.context.quote, *_between(one, other))
        entire = wholes.get(before.part_of or "")
        if entire is not None and _goes_on_beside(tree, one, other, entire):
            like = replace(other, measure=before.measure, verb=before.verb, counted=before.counted)
            found[other.id] = replace(like, status=before.status, part_of=before.part_of)
            continue
        if kind is None or before.part_of is None or other.part_of is not None or other.counted is None:
            continue
        own = other.counted.head.start >= other.evidence.end and is_plain(other.quantity, one.quantity)
        people = _is_of_people(other) or is_person(other.counted.head.quote)
        people = people and (is_people(singular(kind.group(1).lower())) or is_person(kind.group(1)))
        behind = max(tree.tokens(other.counted.head.start, other.counted.head.end), default=0) + 1
        if own and people and tree.sentence.upos[behind : behind + 1] not in (("AUX",), ("VERB",), ("PART",)):
            found[other.id] = replace(
                other, measure=before.measure, verb=before.verb, part_of=before.part_of, status=before.status
            )
    return found


def _whole_of_aged(one: Claim, other: Claim) -> str | None:
    """Of whom the six of "30 of them women and six younger than 18" are: no part of others that are told apart."""
    quote, (start, end) = one.context.quote, _between(one, other)
    if AGED.match(quote, other.evidence.end - other.context.start) is None:
        return None
    them = OF_THEM.search(quote, start, end)
    if them is None or one.part_of is not None:
        return them and one.part_of
    is_part = not quote[start : them.start()].strip()  # "38 of them were women and six younger than 18"
    return one.id if not is_part and can_hold(one.quantity, other.quantity) else None


def _goes_on_beside(tree: Tree, one: Claim, other: Claim, whole: Claim) -> bool:
    """The 57 of "340 shops, 212 of them in Nairobi and 57 in Mombasa", with no verb of its own."""
    beside = BESIDE_IT.fullmatch(one.context.quote, *_between(one, other))
    numbers = tree.tokens(other.evidence.start, other.evidence.end)
    bare = other.part_of is None and other.quantity.change == one.quantity.change == "level"
    bare = bare and (other.counted is None or other.counted.implied or other.counted.head.end <= other.evidence.start)
    sizes = (one.quantity.low, other.quantity.low, whole.quantity.low)
    if beside is None or not bare or not numbers or None in sizes or not is_plain(other.quantity, one.quantity):
        return False
    made = sum((size or Fraction() for size in sizes[:2]), Fraction())
    behind = numbers[-1] + 1
    alike = tree.lower[behind : behind + 1] == (beside.group(1),) and is_plain(whole.quantity, one.quantity)
    end = next(
        (t for t in range(behind, len(tree.lower)) if tree.sentence.upos[t] in ("PUNCT", "CCONJ")), len(tree.lower)
    )
    return alike and made <= (whole.quantity.low or 0) and {"VERB", "AUX"}.isdisjoint(tree.sentence.upos[behind:end])


def _may_hold(whole: Claim, part: Claim) -> bool:
    """Whether a number behind another counts nothing of its own and is smaller."""
    size, most = part.quantity.low, whole.quantity.low
    plain = {(claim.quantity.unit, claim.quantity.change) for claim in (whole, part)} == {(COUNT, "level")}
    if not plain or part.part_of is not None or size is None or size <= 0:
        return False
    if whole.quantity.approximator != "vague" and (most is None or size >= most):
        return False  # but "scores were hurt, six seriously"
    return part.counted is None or part.counted.implied or part.counted.head.end <= part.evidence.start


def _between(whole: Claim, part: Claim) -> tuple[int, int]:
    """Where the words between two numbers stand in their sentence."""
    return whole.evidence.end - whole.context.start, part.evidence.start - part.context.start


def _is_of_next(tree: Tree, part: Claim, behind: int, between: range) -> bool:
    """Whether a number took the noun of a phrase that its own phrase stands beside: "to fishermen, 12 to farmers"."""
    if part.counted is None or behind >= len(tree.lower) or tree.base[behind] != "case":
        return False
    heads = tree.tokens(part.counted.head.start, part.counted.head.end)
    return any(head in between and tree.case(head) == tree.lower[behind] for head in heads)


def _is_singled(tree: Tree, behind: int, between: range) -> bool:
    """Whether what stands behind a number tells how some of those before it fared or are, and not of others."""
    word = tree.lower[behind] if behind < len(tree.lower) else ""
    if word in words("persons", "wounded", "how"):
        return True
    if not word or tree.base[behind] not in ("case", "mark"):
        return False
    before, noun = tree.lower[between.start : between.stop], tree.head(behind)
    if word == "in" and is_hospital(tree, noun):  # "13 remain in hospital, two in intensive care"
        return tree.lower[noun] not in before
    return word in words("figures", "parts", "singling") and word not in before


def _is_placed(document: Document, part: Claim, end: int) -> bool:
    return PLACED_AND.fullmatch(document.text, part.evidence.end, end) is not None


def _make_up(parts: Sequence[Claim], whole: Claim, *, measure: str | None = None) -> bool:
    """Whether they are of one thing and come near enough to the whole to be all of it, or to be told for all of it."""
    wanted = whole.quantity.low
    slug = measure or (whole.measure.slug if whole.measure else None)
    if wanted is None or slug is None or any(part.part_of is not None for part in parts):
        return False
    sizes = [part.quantity.low for part in parts if _is_of_unit(part, whole)]
    alike = all(part.measure is None or part.measure.open or part.measure.slug == slug for part in parts)
    if len(sizes) < len(parts) or not alike or any(size is None or not 0 < size < wanted for size in sizes):
        return False
    return abs(wanted - sum(filter(None, sizes), Fraction())) <= wanted * NEARLY


def _is_of_unit(part: Claim, whole: Claim) -> bool:
    """Whether it is one number in the unit of the whole, or a bare one behind it: "112,400 hectares: 78,000"."""
    quantity = part.quantity
    bare = quantity.unit == COUNT and (part.counted is None or part.counted.implied)
    return quantity.low is not None and quantity.low == quantity.high and (quantity.unit == whole.quantity.unit or bare)


def _of_total(part: Claim, whole: Claim) -> Claim:
    counted = part.counted if part is whole or whole.counted is None else replace(whole.counted, implied=True)
    quantity = replace(part.quantity, unit=whole.quantity.unit, change=whole.quantity.change)
    return replace(
        part, quantity=quantity, counted=counted, measure=whole.measure, verb=whole.verb, part_of=whole.id,
        status=whole.status,
    )  # fmt: skip


def _in_a_row(tree: Tree, document: Document, told: Sequence[Claim]) -> dict[str, Claim]:
    """The seven and the five of "against 12 commanders, seven Ethiopian and five Eritrean"."""
    for at, whole in enumerate(told[:-SEVERAL]):
        for parts in _rows(document, told[at + 1 :], whole):
            if _sum(parts, whole) == whole.quantity.low and all(_may_be(tree, part, whole) for part in parts):
                return {part.id: _part(tree, part, whole) for part in parts}
    return {}


def _rows(document: Document, told: Sequence[Claim], whole: Claim) -> Iterator[Sequence[Claim]]:
    """Rows of numbers right behind a whole, or behind one more that it is held against."""
    text, size = document.text, whole.quantity.low
    for start in range(min(SEVERAL, len(told) - 1)):
        before = whole if start == 0 else told[start - 1]
        if size is None or not LISTED.fullmatch(text, before.evidence.end, told[start].evidence.start):
            continue
        end = start + 1
        while end < len(told) and JOINED.fullmatch(text, told[end - 1].evidence.end, told[end].evidence.start):
            end += 1
            yield told[start:end]


def _may_be(tree: Tree, part: Claim, whole: Claim) -> bool:
    """Whether a number counts nothing of its own: it is bare, or tells but of which kind they are."""
    if part.part_of is not None or part.counted is None or whole.counted is None or whole.quantity.unit != "count":
        return False
    alike = part.counted.head == whole.counted.head or part.counted.lemma == whole.counted.lemma
    people = _is_of_people(part) and _is_of_people(whole)  # "12 people, seven men and five women"
    return alike or people or _is_kind(tree, part)


def _is_of_people(claim: Claim) -> bool:
    lemma = "" if claim.counted is None else claim.counted.lemma
    return is_people(lemma) or is_person(lemma)


def _is_kind(tree: Tree, part: Claim) -> bool:
    """Whether a number tells of a kind by an adjective alone: "seven Ethiopian"."""
    if part.counted is None or part.counted.implied:
        return False
    heads = tree.tokens(part.counted.head.start, part.counted.head.end)
    own = part.counted.head.start >= part.evidence.end
    states = words("figures", "countable_adjectives", "words")
    return own and bool(heads) and tree.sentence.xpos[heads[0]] == "JJ" and tree.lower[heads[0]] not in states


def _part(tree: Tree, part: Claim, whole: Claim) -> Claim:
    counted = replace(whole.counted, implied=True) if whole.counted and _is_kind(tree, part) else part.counted
    known = part.measure is not None and not part.measure.open and whole.measure is not None and whole.measure.open
    measure = part.measure if known else whole.measure
    return replace(part, counted=counted, measure=measure, verb=whole.verb, part_of=whole.id, status=whole.status)


def _sum(parts: Sequence[Claim], whole: Claim) -> Fraction | None:
    """What they come to; None where one of them is no plain number in the unit of the whole."""
    sizes = [part.quantity.low for part in parts if is_plain(part.quantity, whole.quantity)]
    return None if len(sizes) < len(parts) else sum(filter(None, sizes), Fraction())
