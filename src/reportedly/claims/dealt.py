"""What a sentence or a list deals out are parts of what it opens with: "of the 1,240, 530 have a job and 290 retrain".

Three ways of telling so: "of" at the head of a sentence, a colon before a row of sums, and a list below a colon. Each
part has the unit of its whole, and no more is dealt out than a tenth above it, so that a slip can be found.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportedly.claims import links
from reportedly.claims.labels import Labels, measured
from reportedly.claims.lexicons import words
from reportedly.claims.lines import counted_by, whose
from reportedly.claims.persons import is_people, sexes
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Claim, Counted, Document, Span
from reportedly.values import Found, is_money
from reportedly.values.lists import ITEM
from reportedly.values.units import COUNT

SLIP = Fraction(11, 10)
SEVERAL = 2
SUBJECTS = ("nsubj", "conj", "parataxis", "ccomp")
PEOPLE, OTHER, COLON = ("person", "people"), "other", ":"
POINTING = ("this", "that", "these", "those", "the")
QUOTES = frozenset({'"', "\u201c", "``", "'", "\u2018"})
# Between two sums that a sentence tells one after the other.
NEXT = re.compile(r"[^.:]*?(?:[,;]| and| plus)(?: and| plus)? ")
FOR = ("for", "to", "on", "towards", "from")
# An item that names whose its number is, and a heading that says that the items do.
NAMED = re.compile(ITEM.pattern + r"(?P<name>[^\W\d][^:\n]{0,60}?)\s*:\s*")
LED = re.compile(r"[^.!?;]*:\s*")
HEADED = re.compile(r"[^.,;:?!]{3,60}:\s*")
JOINING = ("of", "for", "the", "and", "&", "de", "in")
BY = re.compile(r"(?:[^\W\d]+ )?by (?:[a-z]+ )?([a-z]+)$")


def opened(
    tree: Tree,
    told: Sequence[tuple[Found, Figure | None]],
    made: Mapping[int, Claim],
    marks: Sequence[links.Mark],
) -> dict[str, Claim]:
    """The parts of a sentence that opens with "of", by the digests of their claims."""
    comma = _opens(tree)
    if comma is None or not made:
        return {}
    inside = [n for n in made if min(_tokens(told, n), default=comma) < comma]
    rest = [n for n in made if n not in inside and not _is_other(told, n)]
    if COLON in tree.lower:  # "of 900 shells, 310 hit the town: 190 struck homes": what stands behind is of the 310
        ahead = [n for n in rest if min(_tokens(told, n), default=0) < tree.lower.index(COLON)]
        rest = ahead or rest
    if not rest or len(inside) > 1:
        return {}
    whole = made[inside[0]] if inside else _before(tree, comma, made[rest[0]], marks)
    parts = _parts(tree, told, [(n, made[n]) for n in rest], whole) if whole is not None else []
    return {part.id: replace(part, part_of=whole.id) for part in parts if whole is not None}


def _opens(tree: Tree) -> int | None:
    """The comma behind the "of" with which a sentence begins: "of this area, ..."; else the number: "of this 12m"."""
    of = 1 if tree.lower[0] in QUOTES and len(tree.lower) > 1 else 0
    if tree.lower[of] != "of":
        return None
    pointed, behind = "".join(tree.lower[of + 1 : of + 2]), of + 2
    named = behind < len(tree.lower) and tree.lemma(behind) in words("figures", "parts", "sums")
    behind += named
    number = tree.sentence.upos[behind : behind + 1] == ("NUM",)
    if number and pointed in POINTING and (named or pointed != "the"):  # not "of the 90 held, 12 left"
        return behind
    return tree.lower.index(",") if "," in tree.lower else None


def _tokens(told: Sequence[tuple[Found, Figure | None]], number: int) -> Sequence[int]:
    figure = told[number][1]
    return () if figure is None else figure.tokens


def _is_other(told: Sequence[tuple[Found, Figure | None]], number: int) -> bool:
    """Whether a number is set beside what is told, or is a whole itself."""
    figure = told[number][1]
    return figure is None or figure.is_whole or figure.leans == "compared" or figure.change != "level"


def _before(tree: Tree, comma: int, part: Claim, marks: Sequence[links.Mark]) -> Claim | None:
    """The sum or number told before to which "of this area" points back."""
    first = 2 if tree.lower[0] in QUOTES else 1
    pointing, noun = tree.lower[first], tree.lemma(comma - 1)
    alone = first + 1 == comma and pointing in words("figures", "parts", "pronouns")
    if not alone and not (
        comma - first <= 3
        and pointing in POINTING
        and (pointing != "the" or noun in words("figures", "parts", "sums"))
        and tree.sentence.upos[comma - 1] == "NOUN"
    ):
        return None
    earlier = [mark for mark in marks if mark.claim.context != part.context]
    if not earlier:
        return None
    return links.whole_of(part.quantity, part.part, earlier[-1].sentence + 1, earlier, tied=part.evidence.start)


def _parts(
    tree: Tree, told: Sequence[tuple[Found, Figure | None]], rest: Sequence[tuple[int, Claim]], whole: Claim
) -> list[Claim]:
    """Those that go on as the first of them does, in its role or as subjects of their own."""
    parts: list[Claim] = []
    made, role = Fraction(), ""
    for number, claim in rest:
        size, figure = claim.quantity.low or claim.quantity.high, told[number][1]
        if (
            figure is None
            or size is None
            or claim.quantity.unit != whole.quantity.unit
            or claim.part_of not in (None, whole.id)
        ):
            continue
        led = figure.head is not None and figure.head > max(figure.tokens) and tree.case(figure.head) in FOR
        top = figure.anchor if figure.head is None or figure.head < figure.anchor or led else figure.head
        own = tree.base[top]
        goes_on = "".join(tree.lower[max(figure.tokens) + 1 : max(figure.tokens) + 2]) in FOR  # ", 80 million to roads"
        if parts and own not in (role, *SUBJECTS) and not goes_on:
            continue
        if not _counts_alike(claim, whole) or (whole.quantity.high and made + size > whole.quantity.high * SLIP):
            continue
        role, made = role or own, made + size
        parts.append(claim)
    return parts


def _counts_alike(part: Claim, whole: Claim) -> bool:
    """Whether a number counts what the whole does, and nothing of its own."""
    if part.quantity.unit != COUNT or part.counted is None or part.counted.implied or whole.counted is None:
        return True
    if part.counted.head.quote.lower() in words("figures", "countable_adjectives", "words"):
        return True  # "of the 90 villagers, 40 were arrested"
    return is_of_those(part.counted.lemma, whole.counted)


def is_of_those(part: str, those: Counted) -> bool:
    """Whether those of one name may be some of the others: not the rescuers of "of the 90 miners, 30 died"."""
    whole, states = those.lemma, words("figures", "countable_adjectives", "words")
    if part in words("figures", "parts", "left") or part == OTHER:
        return False
    kind = part in sexes() or part in words("figures", "parts", "kinds")  # "of the 212 passengers, 30 children"
    called = whole in PEOPLE or those.head.quote.lower() in states  # "of the 48 killed"
    return part == whole or (called and is_people(part)) or (kind and is_people(whole))


# Behind a colon


def dealt(tree: Tree, document: Document, told: Sequence[Claim], before: Sequence[Claim]) -> dict[str, Claim]:
    """The sums of "a package of $2.4bn: $950m for firms, $800m for roads", by the digests of their claims.

    The whole stands before the colon, or ends what was told ``before``.
    """
    sentence = told[0].context
    colon = sentence.quote.find(": ") + sentence.start
    behind = [claim for claim in told if claim.evidence.start > colon]
    if colon < sentence.start or not behind or behind[0].evidence.start > colon + SEVERAL:
        return {}
    parts = behind[:1]
    for claim in behind[1:]:
        joined = NEXT.fullmatch(document.text, parts[-1].evidence.end, claim.evidence.start)
        if joined and claim.quantity.unit == parts[0].quantity.unit:
            parts.append(claim)
    ahead = [claim for claim in told if claim.evidence.end <= colon]
    whole = _made_up_of(parts, (*before, *ahead)) if is_money(parts[0].quantity.unit) else None
    if whole is None:
        return {}
    return {part.id: _item(tree, document, part, whole) for part in parts}


def _made_up_of(parts: Sequence[Claim], before: Sequence[Claim]) -> Claim | None:
    """The last of those told before that the parts may make up."""
    sizes = [part.quantity.low for part in parts]
    if len(parts) < SEVERAL or any(size is None for size in sizes):
        return None
    unit, made, most = parts[0].quantity.unit, sum(filter(None, sizes), Fraction()), max(filter(None, sizes), default=0)
    for claim in reversed(before):
        size = claim.quantity.high or claim.quantity.low
        if claim.quantity.unit == unit and size is not None and claim.quantity.change == "level":
            return claim if most < size and made <= size * SLIP and claim.part_of is None else None
    return None


def _item(tree: Tree, document: Document, part: Claim, whole: Claim) -> Claim:
    """``part`` as it stands in a row: it is for what is told behind it, and is done or planned as the whole is."""
    told = replace(part, part_of=whole.id, status=whole.status)
    last = max(tree.tokens(part.evidence.start, part.evidence.end), default=0)
    if last + 2 >= len(tree.lower) or tree.lower[last + 1] not in FOR:
        return told
    noun = last + 2
    tags = tree.sentence.upos
    while noun < len(tags) and tags[noun] in ("DET", "ADJ", "NUM"):
        noun += 1
    first = noun
    while noun + 1 < len(tags) and tags[noun] in ("NOUN", "PROPN") and tags[noun + 1] in ("NOUN", "PROPN"):
        noun += 1
    if noun >= len(tags) or tags[noun] not in ("NOUN", "PROPN"):
        return told
    if part.counted is not None and not part.counted.implied and part.counted.head.start > part.evidence.end:
        own = part.counted.head.start <= tree.chars((noun,))[0]
        if own:
            return told
    head = document.span(*tree.chars((noun,)))
    return replace(
        told, counted=Counted(document.span(tree.chars((first,))[0], head.end), head, tree.lemma(noun)), measure=None
    )  # fmt: skip


# In a list below

Stretch = tuple[int, int]


def itemised(document: Document, marks: Sequence[links.Mark], labels: Labels) -> list[links.Mark]:
    """``marks`` with what stands first in the items of a list as parts of the sum that its heading tells.

    Items that only name whose a number is ("- Civic Union: 70") count what the heading does.
    """
    tied: dict[str, Claim] = {}
    for heading, items in _lists(document):
        claims = [mark.claim for mark in marks if heading[0] <= mark.claim.evidence.start < items[-1][1]]
        above = [claim for claim in claims if claim.evidence.start < heading[1]]
        firsts = [next((c for c in claims if start <= c.evidence.start < end), None) for start, end in items]
        if rows := _rows(document, firsts, items):
            above = [claim for claim in above if LED.fullmatch(document.text, claim.evidence.end, heading[1])]
            tied |= _named(rows, above) or _by(labels, rows, heading)
            continue
        parts = [
            claim
            for claim, (start, _) in zip(firsts, items, strict=True)
            if claim is not None and ITEM.fullmatch(document.text, start, claim.evidence.start)
        ]
        units = {part.quantity.unit for part in parts}
        if len(parts) < len(items) or len(units) != 1 or not (is_money(next(iter(units))) or _are_alike(parts, above)):
            continue
        whole = _made_up_of(parts, above)
        if whole is not None:
            tied |= {part.id: replace(part, part_of=whole.id, status=whole.status) for part in parts}
    return links.retied(marks, tied)


def _rows(document: Document, firsts: Sequence[Claim | None], items: Sequence[Stretch]) -> list[tuple[Claim, Span]]:
    """Each first number with the label before it, where every item is a label and a number: "- Soil Party: 9"."""
    rows: list[tuple[Claim, Span]] = []
    for claim, (start, _) in zip(firsts, items, strict=True):
        told = None if claim is None else NAMED.fullmatch(document.text, start, claim.evidence.start)
        if claim is None or told is None or claim.quantity.unit != COUNT or claim.part_of is not None:
            return []
        rows.append((claim, document.span(*told.span("name"))))
    return rows


def _named(rows: Sequence[tuple[Claim, Span]], above: Sequence[Claim]) -> dict[str, Claim]:
    """The rows as parts of the last number of the heading, where they make it up but for a slip."""
    sizes = [claim.quantity.low for claim, _ in rows]
    whole = next((c for c in reversed(above) if c.quantity.change == "level" and c.part_of is None), None)
    size = None if whole is None else whole.quantity.low
    if whole is None or size is None or whole.quantity.low != whole.quantity.high or None in sizes:
        return {}
    made, unit = sum(filter(None, sizes), Fraction()), whole.quantity.unit
    if not (unit == COUNT and size <= made * SLIP and made <= size * SLIP) and not (is_money(unit) and made == size):
        return {}
    return {part.id: _row(part, name, whole) for part, name in rows}


def _row(part: Claim, name: Span, whole: Claim) -> Claim:
    """A number behind a name as some of the whole; of kinds of people, and of money, what the label names."""
    told = replace(
        part, part_of=whole.id, status=whole.status, quantity=replace(part.quantity, unit=whole.quantity.unit)
    )
    people = part.counted is not None and is_people(part.counted.lemma)
    if whole.counted is None or is_money(whole.quantity.unit) or (people and is_people(whole.counted.lemma)):
        return told
    return replace(
        told, counted=replace(whole.counted, implied=True), measure=whole.measure, slots=(whose(name), *part.slots)
    )  # fmt: skip


def _by(labels: Labels, rows: Sequence[tuple[Claim, Span]], heading: Stretch) -> dict[str, Claim]:
    """The deaths of "Deaths by province:", the seats of "Seats in the new chamber:" where all rows bear names."""
    told = HEADED.fullmatch(labels.document.text, *heading)
    thing = None if told is None else labels.read(*heading).thing
    if thing is None or thing.head.quote.lower() == thing.lemma or thing.lemma in words("figures", "carriers", "words"):
        return {}
    names = [[word for word in name.quote.split() if word not in JOINING] for _, name in rows]
    named = all(word[0].isupper() for name in names for word in name) and max(map(len, names)) > 1
    kind = BY.match(thing.rest)  # "by province", but "by evening"
    if not named and (kind is None or kind.group(1) in words("times", "words")):
        return {}
    counted, befell = counted_by(labels.document, thing), measured(replace(thing, rest=""), COUNT)
    return {
        part.id: replace(part, counted=replace(counted, implied=True), measure=befell, slots=(whose(name), *part.slots))
        for part, name in rows
    }


def _are_alike(parts: Sequence[Claim], above: Sequence[Claim]) -> bool:
    """Whether all that is counted is counted in the heading too."""
    lemmas = {claim.counted.lemma for claim in above if claim.counted is not None}
    return all(part.counted is not None and part.counted.lemma in lemmas for part in parts)


def _lists(document: Document) -> Iterator[tuple[Stretch, list[Stretch]]]:
    """Each stretch that ends in a colon, with the items of the list that follows it."""
    text, heading = document.text, None
    items: list[Stretch] = []
    for begins, start, end in _lines(document):
        if heading is not None and ITEM.match(text, start, end):
            items.append((start, end))
            continue
        if heading is not None and len(items) >= SEVERAL:
            yield heading, items
        items = []
        heading = (begins, end) if text[start:end].rstrip().endswith(":") else None
    if heading is not None and len(items) >= SEVERAL:
        yield heading, items


def _lines(document: Document) -> Iterator[tuple[int, int, int]]:
    """Every line, with where its paragraph begins; one that opens no item goes on from the line before it."""
    for part in document.parts:
        if part.kind == "table":
            continue
        opened = document.text.rfind("\n", 0, part.start) + 1  # the mark of an item may stand before its part
        start = opened if ITEM.fullmatch(document.text, opened, part.start) else part.start
        while start < part.end:
            end = document.text.find("\n", start, part.end)
            while end >= 0 and not ITEM.match(document.text, end + 1, part.end):
                end = document.text.find("\n", end + 1, part.end)
            end = part.end if end < 0 else end
            if document.text[start:end].strip():  # an empty line parts no heading from its list
                yield part.start, start, end
            start = end + 1
