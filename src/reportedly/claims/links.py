"""Figures of one document become related figures: a part of a whole, and a figure told again.

Parts are tied by the words that say so ("of these", "including", "among them"). A figure is told again where
headline, deck or caption give what the body gives, or where a later sentence points back with "the". Either way
both stay, and the later points to the earlier; the body is the one pointed to, since a headline never outweighs its
body.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.purse import is_of_that
from reportedly.claims.tags import SOME
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import DONE, Claim, Counted, PartKind, Quantity, Status
from reportedly.values import Found
from reportedly.values.measures import is_person
from reportedly.values.units import COUNT

ROW = 12  # words back to what ties a row
ROWED = frozenset({"NUM", "NOUN", "PROPN", "ADJ", "CCONJ", "DET"})
AMONG_THEM = (("among", "them"), ("amongst", "them"))
COLON = ":"
FAR_BACK = 12  # marks back in which the whole of a part of the same sentence stands
FAR = 2  # sentences back in which a whole may stand behind counts that cannot hold the part
PLACING = ("in", "across", "within", "over", "at")
PLACED = ("in", "at", "on", "across", "near", "around", "throughout")
OF_WHOM = re.compile(r"\bof (?:whom|which|them|these|those) (?:[a-z]+ )?$")
OF = re.compile(
    r" (?:(?:[^\W\d_]+ )?out )?of (?:the |its |their |these |those |his |her |some |about )?(?:[a-z]+ )?"
    r"(?:[^\W\d_][\w-]*(?:['’]s|s['’]) )?"
)
# Between a share and the measure of what it is a share of: "a third of a perimeter of 48 km".
OF_SIZED = re.compile(
    r" of (?:an?|the|its|their|his|her) (?:(?!(?:of|in|on|at|by|for|from|to|with|which|who|that|and|or) )"
    r"[^\W\d_][\w'’-]* ){1,3}of (?:about |some |around )?"
)
ASIDE = ("includ", "them")  # "including" and "included" begin so; "98 of them"
SHARES = ("share", "percent")  # a share may be part of what is counted in any unit


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim with what only its sentence tells: which it is, whether "the" points back, whether it is told aside.

    ``tied`` where a word says that it is a part of what is told before: "30 of them", "including 30 children";
    ``base`` of what another is only held against: "compared with 2,115".
    """

    claim: Claim
    sentence: int
    definite: bool
    aside: bool = False
    tied: bool = False
    base: bool = False


def is_definite(tree: Tree, anchor: int, inside: Sequence[int]) -> bool:
    """Whether "the", "these" or "those" stand before the number, so that it points back."""
    first = min(inside)
    holders = [anchor, tree.head(anchor)] if tree.base[anchor] in ("nummod", "compound", "amod") else [anchor]
    if any(
        tree.lower[t] in words("figures", "parts", "left") and t < anchor for h in holders for t in tree.children[h]
    ):
        return False  # "two have come; the other two have not"
    return any(
        tree.lower[child] in ("the", "these", "those", "this") and child < first
        for holder in holders
        for child in tree.having(holder, "det")
    )


def is_placing(tree: Tree, figure: Figure) -> bool:
    """Whether a number only tells where something is: "at 14 sites", but not "in all, 742 sheets"."""
    cases = (case for case in tree.having(figure.top, "case") if tree.lower[case] in PLACING)
    return any("," not in tree.lower[case : min(figure.tokens)] for case in cases)


def is_aside(tree: Tree, figure: Figure) -> bool:
    """Whether a number is told of something else in passing: "300 boats *with 9,000 men*", "*which runs 30 shops*".

    So is one that something is only a share of: "71,000, half of the 150,000 foreseen".
    """
    if figure.is_whole:
        return True
    top = figure.top
    return any(tree.base[t] == "acl" or (tree.base[t] == "nmod" and tree.case(t) == "with") for t in tree.up(top))


def part_word(tree: Tree, anchor: int, inside: Sequence[int]) -> int | None:
    """The word that ties the figure to a whole before it: "of these, 30", "30 of them", "including 30 children"."""
    pronouns = words("figures", "parts", "pronouns")
    first, last = min(inside), max(inside)
    if tree.lower[last + 1 : last + 2] == ("of",) and any(word in pronouns for word in tree.lower[last + 2 : last + 3]):
        return None if _is_everything(tree, last + 2) or is_described(tree, last + 2) else last + 2
    if is_of_that(tree, last + 1):
        return last + 2  # "3 tonnes of it ran into the river"
    aside = tree.lower[last + 1 : last + 5]
    every = aside[:1] == (",",) and aside[2:] == ("of", "them") and aside[1] in words("figures", "parts", "every")
    if every and tree.head(anchor) > last + 4 and tree.lower[first - 1 : first] != ("and",):
        return last + 4  # "19 patients came; two, both of them under five, did not survive"
    before = tree.lower[max(0, first - 3) : first]
    if before and before[-1] in ("including", "includes", "included", "include"):
        return first - 1
    if (among := _in_row(tree, anchor, first, last)) is not None:
        return among
    other = False  # in a clause with a subject of its own: "hurt 40, among them two boys, and four men were held"
    for token in tree.up(anchor):
        for child in tree.children[token]:
            tied = tree.lower[child] in pronouns and tree.case(child) in ("of", "among", "out of")
            tied = tied and not is_described(tree, child) and not (other and token < child)
            tied = tied and (token == anchor or tree.base[child] != "nmod" or tree.sentence.upos[token] != "NUM")
            tied = tied and not (COLON in tree.lower and _is_dealt(tree, child, first))
            if tied and child < first and child not in inside and not _is_where(tree, token, anchor, child):
                return child  # "180 were held, among them 12 minors" ties the minors
        for case in tree.having(token, "case", "mark"):
            if tree.lower[case] == "including":
                return case
        if tree.base[token] == "acl" or (tree.base[token] == "conj" and token < first):
            break  # "five states, including California, where 475 delegates are in play"
        other = other or (tree.base[token] in ("conj", "parataxis") and bool(tree.having(token, "nsubj")))
    return None


def _is_dealt(tree: Tree, tie: int, first: int) -> bool:
    """Whether a number is of the next one: the 40 of "of which 90 were void: 40 for one list", which are of the 90."""
    colon = next((token for token in range(first - 1, tie, -1) if tree.lower[token] == COLON), tie)
    return any(tree.sentence.upos[token] == "NUM" for token in range(tie + 1, colon))


def _in_row(tree: Tree, anchor: int, first: int, last: int) -> int | None:
    """The word that ties a row of parts in which a number stands: "among them 31 women and 14 minors"."""
    token, noun = first - 1, tree.head(anchor) if tree.base[anchor] == "nummod" else anchor
    while token > max(0, first - ROW) and (tree.sentence.upos[token] in ROWED or tree.lower[token] == ","):
        token -= 1
    among = tree.lower[max(0, token - 1) : token + 1]
    if among not in AMONG_THEM or not is_people(tree.lemma(noun)) or tree.base[noun].startswith("nsubj"):
        return None
    behind = max(last, noun) + 1  # "among them two boys, and four men were hurt"
    return token if tree.sentence.upos[behind : behind + 1] not in (("AUX",), ("VERB",)) else None


def _is_where(tree: Tree, clause: int, anchor: int, tie: int) -> bool:
    """Of "34,000 fled, of whom 11,000 live in 62 schools" the schools, which only tell where the others are."""
    top = next((token for token in tree.up(anchor) if tree.head(token) == clause), anchor)
    roles = tree.having(clause, "nsubj", "nsubj:pass", "obj")
    numbered = any(tree.sentence.upos[t] == "NUM" or tree.having(t, "nummod") for t in roles)
    return tree.base[top] == "obl" and numbered and top != tie


def of_known(tree: Tree, figure: Figure, before: Sequence[Mark], sentence: int) -> Claim | None:
    """The dead of whom "some 22 of the dead" are so many: the last that were told so, which can hold them."""
    of = max(figure.tokens) + 1
    those = of + 2
    if tree.lower[of : of + 2] != ("of", "the") or tree.lower[those : those + 1] == ():
        return None
    slug: str | None = lexicon("figures")["parts"]["known"].get(tree.lower[those])
    far: list[Claim] = []
    for mark in reversed(before if slug else ()):
        claim = mark.claim
        known = claim.measure is not None and claim.measure.slug == slug and claim.part_of is None
        past = any(slot.role == "became" for slot in claim.slots)
        if known and not past and claim.quantity.unit == COUNT and can_hold(claim.quantity, figure.found.quantity):
            if sentence - mark.sentence <= FAR:
                return claim
            if claim.quantity.change == "level" and claim.status != "did_not_happen":
                far.append(claim)
    # Further back they are meant only where all that could be are told to be as many.
    return far[0] if len({claim.quantity.low for claim in far}) == 1 else None


def of_share(figure: Figure, share: Claim | None) -> Counted | None:
    """What is counted by the whole of a share: the refugees of "71,000 refugees, half of the 150,000 foreseen"."""
    if share is None or share.counted is None or not figure.is_whole or share.quantity.unit not in SHARES:
        return None
    text, start = share.context.quote, share.context.start
    between = text[share.evidence.end - start : figure.found.start - start]
    return replace(share.counted, implied=True) if OF.fullmatch(between) else None


def of_apposed(figure: Figure, tree: Tree, before: Claim | None) -> Counted | None:
    """What a share behind a comma is of: the children of "9,400 children were reached, 78% of the 12,000 targeted"."""
    first, after = min(figure.tokens), max(figure.tokens) + 1
    if before is None or before.counted is None or before.quantity.unit != COUNT or figure.head is not None:
        return None
    of_number = tree.lower[after : after + 2] == ("of", "the") and tree.sentence.upos[after + 2 : after + 3] == ("NUM",)
    apposed = figure.found.quantity.unit in SHARES and first > 0 and tree.lower[first - 1] == ","
    return replace(before.counted, implied=True) if apposed and of_number else None


def is_described(tree: Tree, token: int) -> bool:
    """Whether who is meant stands right behind "those": "half of those in need", "those the ministry had to reach"."""
    if tree.lower[token] != "those":
        return False
    behind = "".join(tree.lower[token + 1 : token + 2])
    clauses = [t for t in tree.having(token, "acl") if tree.sentence.relations[t] == "acl:relcl"]
    own = any(tree.having(clause, "nsubj") for clause in clauses)
    return own or behind in words("figures", "parts", "describing")


def is_share_of_more(tree: Tree, figure: Figure, tie: int) -> bool:
    """Whether the number before a share is that share of more: "6,300 voted for it, 78 percent of those balloted".

    It is a share of them where "those" are told of by what the clause before has told: "40 died, half of those killed".
    """
    first = min(figure.tokens)
    behind = figure.found.quantity.unit in SHARES and first > 0 and tree.lower[first - 1] == ","
    told = tree.lower[tie] == "those" and tree.sentence.xpos[tie + 1 : tie + 2] == ("VBN",)
    alone = not tree.base[figure.anchor].startswith("nsubj") and not tree.base[figure.top].startswith("nsubj")
    return behind and told and alone and tree.lower[tie + 1] not in tree.lower[:first]


def related(tree: Tree, anchor: int) -> int | None:
    """The noun that a relative pronoun above a number stands for: the dead of "the dead, of whom there are 100"."""
    pronoun = next((token for token in tree.up(anchor) if tree.lower[token] in SOME and tree.case(token)), None)
    if pronoun is None:
        return None
    if tree.lower[pronoun] == "whom":
        counters = words("figures", "countable_adjectives", "words")
        for token in range(pronoun - 1, -1, -1):
            noun = tree.sentence.upos[token] in ("NOUN", "ADJ")
            if noun and (is_people(tree.lemma(token)) or tree.lower[token] in counters):
                return token
    above = (token for token in tree.up(pronoun) if token < pronoun)
    told = next((token for token in above if tree.sentence.upos[token] in ("NOUN", "PROPN")), None)
    return told if told is None or tree.case(told) not in PLACED else _counted_before(tree, told)


def _counted_before(tree: Tree, place: int) -> int:
    """The cases of "67,000 cases wait in the courts, of which a quarter": what is counted, not where it is."""
    before = (token for token in range(place - 1, -1, -1) if tree.sentence.xpos[token] == "NNS")
    return next((token for token in before if tree.having(token, "nummod")), place)


def _is_everything(tree: Tree, token: int) -> bool:
    """Whether "all" stands before a noun of its own, as in "a fifth of all exports", and leads nowhere back."""
    return tree.lower[token] in ("all", "each", "both") and tree.head(token) > token and tree.base[token] == "det"


def whole_before(tree: Tree, tie: int) -> int:
    """Where a whole stands before: of "nine drones over four provinces, two of them over Kara" before the provinces."""
    number, beside = tie - 2, tie - 4
    where = beside > 0 and tree.lower[beside + 1] == "," and tree.case(beside) not in ("", "of")
    where = where and tree.lemma(beside) in words("slots", "divisions")  # "at four plants, two of them in Spain"
    if where and tree.base[number] == "appos" and tree.sentence.upos[tie + 1 : tie + 2] == ("ADP",):
        place = min(tree.under(beside))
        if tree.head(number) < place and tree.having(tree.head(number), "nummod") and tree.having(beside, "nummod"):
            return tree.sentence.starts[place] - 1
    return tree.sentence.starts[tie]


def whole_of(
    part: Quantity, kind: PartKind, sentence: int, before: Sequence[Mark], *, tied: int, people: bool = False
) -> Claim | None:
    """The nearest count in this sentence or the one before that can hold ``part``; else the nearest of them.

    Of ``people`` it is the nearest of people, where there is one: "jailed 14 in three trials, among them two mayors".

    Where counts stand there that are all too small, those of the sentence before may be meant. Of another sentence
    what it is about is meant before what it tells aside.

    The word that ties the part stands at ``tied``; a whole stands before it.

    A part larger than every whole near it stays tied, so that it can be found not to add up.
    """
    near: Claim | None = None
    things: Claim | None = None
    aside: Mark | None = None  # of what is told aside, sooner a level than the one before it: "to 1.9m from 1.2m"
    asides = sentence
    for number in range(len(before) - 1, -1, -1):
        other = before[number]
        claim = other.claim
        if aside is not None and other.sentence < asides:
            break
        apart = sentence - other.sentence
        if apart > (FAR if near is not None else 1) or claim.part != kind:
            break
        if claim.evidence.start > tied:
            continue
        beside = claim.part_of is not None and other.tied and not apart and not _is_clause_before(claim, tied)
        beside = beside and not _is_of_those(claim, tied, before)
        if other.base and not apart and claim.context.quote.startswith(ASIDE, tied - claim.context.start):
            continue  # "made 90 arrests, against 70 in May, including 12 of pupils"
        if claim.context.quote.startswith("it", tied - claim.context.start) and _is_in_steps(claim):
            continue  # "will come in two tranches, half of it in May"
        if part.unit not in (claim.quantity.unit, *SHARES) or beside:
            continue  # parts beside each other share one whole
        some = before[number - 1] if number and other.aside and not apart else None
        if some is not None and _is_some_of(some.claim, claim) and can_hold(some.claim.quantity, part):
            return some.claim  # "40 of the 90 were held, six of them women": six of the 40
        if apart and things is not None:
            break
        if can_hold(claim.quantity, part) and people and not apart and _is_of_things(claim):
            things = things or claim
        elif can_hold(claim.quantity, part):
            if not other.aside or not apart:
                return claim
            aside, asides = other if aside is None or aside.base else aside, other.sentence
            continue
        near = near or (None if people and _is_of_things(claim) else claim)
    return things or near if aside is None else aside.claim


def _is_in_steps(claim: Claim) -> bool:
    """Whether it counts the steps in which a thing is done, and nothing that a part could be of."""
    return claim.counted is not None and claim.counted.lemma in words("figures", "parts", "steps")


def _is_of_things(claim: Claim) -> bool:
    """Whether it counts what people are not, nor are in: "three trials", but "six crews"."""
    lemma = claim.counted.lemma if claim.counted is not None and claim.quantity.unit == COUNT else ""
    crowds = words("figures", "carriers", "collectives") | words("figures", "countable_adjectives", "words")
    return lemma != "" and lemma not in crowds and not is_people(lemma) and not is_person(lemma)


def _is_clause_before(claim: Claim, tied: int) -> bool:
    """Whether a semicolon ends a part's own clause: "210 sailed, of whom 190 were saved; 30 of them are ill"."""
    text, start = claim.context.quote, claim.context.start
    told = OF_WHOM.search(text[: claim.evidence.start - start]) is not None
    return told and ";" in text[claim.evidence.end - start : tied - start]


def _is_of_those(claim: Claim, tied: int, before: Sequence[Mark]) -> bool:
    """Whether a part that the sentence opens with has parts: "It held 12 of them, of which four have been released"."""
    text, start = claim.context.quote, claim.context.start
    relative = text.startswith(("which", "whom"), tied - start) or text.startswith(
        ("of which", "of whom"), tied - start
    )
    here = any(
        mark.claim.id == claim.part_of and mark.claim.context == claim.context for mark in reversed(before[-FAR_BACK:])
    )
    return relative and not here


def _is_some_of(part: Claim, whole: Claim) -> bool:
    """Whether the whole stands right behind the "of" of the part, in its unit."""
    start = part.context.start
    between = part.context.quote[part.evidence.end - start : whole.evidence.start - start]
    return part.quantity.unit == whole.quantity.unit and OF.fullmatch(between) is not None


def can_hold(whole: Quantity, part: Quantity) -> bool:
    """Whether a part is no larger than its whole; a share never is."""
    if part.unit in SHARES:
        return True
    size, least = whole.high or whole.low, part.low if part.low is not None else part.high
    return size is None or least is None or whole.high is None or least <= size


def parted(marks: Sequence[Mark], told: Sequence[tuple[Found, Figure | None]], made: Mapping[int, Claim]) -> list[Mark]:
    """``marks`` with a number as part of the one right behind its "of": "3,200 of the 4,000", "52 of 214 trains"."""
    tied: dict[str, str] = {}
    same: set[str] = set()
    for number, (found, figure) in enumerate(told):
        if figure is None or number not in made or number - 1 not in made:
            continue
        whole, part = made[number], made[number - 1]
        if not figure.is_whole and part.quantity.unit not in SHARES:
            continue
        between = whole.context.quote[told[number - 1][0].end - whole.context.start : found.start - whole.context.start]
        unit = part.quantity.unit
        told_of = part.quantity.change == "level" or (part.quantity.change == "decrease" and unit == COUNT)
        counts = unit == whole.quantity.unit and unit not in SHARES  # "cut 1,100 of its 8,700 jobs"
        counts = (counts or (unit in SHARES and whole.quantity.unit not in SHARES)) and told_of
        led = figure.is_whole and OF.fullmatch(between)
        sized = not led and unit in SHARES and whole.quantity.unit not in SHARES and OF_SIZED.fullmatch(between)
        if sized and part.quantity.change in ("level", "decrease"):
            tied[part.id] = whole.id  # "a third of a perimeter of 48 km"
        if counts and led and can_hold(whole.quantity, part.quantity):
            tied[part.id] = whole.id
            if unit == whole.quantity.unit != COUNT and part.measure is not None and part.measure == whole.measure:
                same.add(part.id)
    if not tied:
        return list(marks)
    return retied(marks, {m.claim.id: _part(m.claim, tied, same) for m in marks if m.claim.id in tied})


def retied(marks: Sequence[Mark], became: Mapping[str, Claim]) -> list[Mark]:
    """``marks`` with the claims that others became, by their digests, and the parts of those tied to what they are."""
    known, told = dict(became), list[Mark]()
    for mark in marks:
        claim = known.get(mark.claim.id, mark.claim)
        whole = known.get(claim.part_of or "")
        if whole is not None and whole.id != claim.part_of:
            claim = replace(claim, part_of=whole.id)
        known[mark.claim.id] = claim
        told.append(mark if claim is mark.claim else replace(mark, claim=claim))
    return told


def _part(claim: Claim, tied: Mapping[str, str], same: set[str]) -> Claim:
    """``claim`` as a part; of "spent $3m of its $9m budget" the three are no budget, and what they are is not said."""
    told = replace(claim, part_of=tied[claim.id])
    return replace(told, measure=None) if claim.id in same else told


def listed(told: Claim, before: Sequence[Mark]) -> Claim:
    """``told`` as a part of the count before a colon behind which it stands: "killed four people: Ana Petrov"."""
    sentence = told.context
    colon = sentence.quote.rfind(": ", 0, told.evidence.start - sentence.start) + sentence.start
    if colon < sentence.start or told.measure is None:
        return told
    for mark in reversed(before):
        claim = mark.claim
        if claim.context != sentence:
            break
        same = claim.measure is not None and claim.measure.slug == told.measure.slug and claim.part_of is None
        several = claim.quantity.unit == COUNT and (claim.quantity.low or 0) > 1
        if claim.evidence.end <= colon and same and several:
            return replace(told, part_of=claim.id)
    return told


def is_plain(quantity: Quantity, whole: Quantity) -> bool:
    """Whether it is one number, told in the unit of ``whole``."""
    return quantity.low is not None and quantity.low == quantity.high and quantity.unit == whole.unit


Value = tuple[str, Fraction | None, Fraction | None]


def _value(claim: Claim) -> Value | None:
    """What must be equal for one figure to be the other's repetition; None where nothing was stated to compare."""
    quantity = claim.quantity
    if quantity.low is None and quantity.high is None:
        return None
    return quantity.unit, quantity.low, quantity.high


def told_again(claims: Sequence[Claim], definite: frozenset[str]) -> tuple[Claim, ...]:
    """Claims with ``same_as`` set; ``definite`` holds the digests of those that point back with "the"."""
    known = _Known()
    final: dict[str, Claim] = {}
    in_order = [c for c in claims if c.part == "body"] + [c for c in claims if c.part != "body"]
    again = {_value(c) for c in claims if c.part != "body" or c.id in definite}  # what nobody retells need not be known
    for claim in in_order:
        value = _value(claim)
        retells = value is not None and (claim.part != "body" or claim.id in definite)
        told = known.told_by(claim, value) if retells and value else None
        found = claim if told is None else _told(claim, told)
        final[claim.id] = found
        if value is not None and value in again and claim.part == "body" and found.same_as is None:
            known.add(found, value)
    kept = [final[claim.id] for claim in claims]
    return tuple(replace(c, part_of=final[c.part_of].id) if c.part_of in final else c for c in kept)


def _told(claim: Claim, other: Claim) -> Claim:
    """``claim`` pointing to the figure it repeats."""
    # A figure that only points back says nothing new of what became of it, unless its own words tell of a deed.
    keeps = claim.part != "body" or (claim.status == "happened" and claim.status_words is not None)
    told = replace(claim, same_as=other.id, status=claim.status if keeps else other.status)
    return told if claim.part == "body" else _as_in_body(told, other)


def _as_in_body(claim: Claim, other: Claim) -> Claim:
    """What stands above the body, with the time that the body has for it where it tells none itself."""
    dated = claim.when is not None and (claim.when.start or claim.when.end or claim.when.words)
    same = claim.status == other.status or {claim.status, other.status} <= DONE
    return claim if dated or not same else replace(claim, when=other.when)


class _Known:
    """The body's figures by their value and each word they count by, so that no number of them slows a look.

    Two count the same thing where their lemmas are one, or the head of one stands in the phrase of the other. Kept are
    the last of each, to which the body points back, and the first of each status, which what stands above it tells.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[Value, str, str], tuple[int, Claim]] = {}
        self._first: dict[tuple[Value, str, str], dict[Status, tuple[int, Claim]]] = {}
        self._number = 0

    def add(self, claim: Claim, value: Value) -> None:
        """Remember a figure of the body."""
        self._number += 1
        if claim.counted is not None:
            lemma, head, phrase = _counted(claim.counted)
            for way, word in (("lemma", lemma), ("head", head), *(("phrase", word) for word in phrase)):
                key = (value, way, word)
                self._last[key] = (self._number, claim)
                self._first.setdefault(key, {}).setdefault(claim.status, (self._number, claim))

    def told_by(self, claim: Claim, value: Value) -> Claim | None:
        """The figure that ``claim`` tells again."""
        if claim.counted is None:
            return None
        lemma, head, phrase = _counted(claim.counted)
        keys = [(value, "lemma", lemma), (value, "phrase", head), *((value, "head", word) for word in phrase)]
        if claim.part == "body":
            lasts = [self._last[key] for key in keys if key in self._last]
            return max(lasts, key=_number)[1] if lasts else None
        firsts = [self._first[key] for key in keys if key in self._first]
        agreeing = [first[claim.status] for first in firsts if claim.status in first]
        others = agreeing or [one for first in firsts for one in first.values()]
        return min(others, key=_number)[1] if others else None


def _number(numbered: tuple[int, Claim]) -> int:
    return numbered[0]


def _counted(counted: Counted) -> tuple[str, str, frozenset[str]]:
    """The lemma, the head and the words of a phrase, by which two are held against each other."""
    return counted.lemma, counted.head.quote.lower(), frozenset(counted.phrase.quote.lower().split())
