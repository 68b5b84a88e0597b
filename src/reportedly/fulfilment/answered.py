"""A number told as done, or of what is there now, answers the plan for so many of the same, whatever the verb.

"1,500 fighters will assemble at three sites by Sunday" and "by Sunday 1,120 men had come in at the three camps". What
is promised: a later figure answers a plan where it counts the same, by its noun or by its kind (people, vehicles), and
two things more of the sentence are the plan's own: the number, the verb, the day, who or what or where; and no other
plan shares more with it. As many came about, fewer of the same in part, all of them behind the day set not by it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from reportedly.frozen import dataclass
from reportedly.fulfilment.early import ECHO, NOW
from reportedly.fulfilment.recalled import TELLING
from reportedly.fulfilment.reckoned import Reads, Reckoning, is_of_unit, linked
from reportedly.fulfilment.sentences import Figures, Pair, after, bounds
from reportedly.fulfilment.sought import FEW, GIVEN, Sought, names_of, stem, stems, strangers, words_of
from reportedly.model import DONE, Claim, Document, State
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY
from reportedly.values.units import COUNT, SHARES, is_money

LONG = 150  # days behind its day in which what came of a plan is told
SPECIFIC = 10  # a smaller count is told of many a thing
ABOUT = Fraction(1, 20)  # of a number by which another may be off and be that number
OUTDONE = Fraction(3, 2)  # a figure over so many times the announced one is another count
STRONG = 6  # things and numbers shared that tell by themselves that two reports are of one matter
LEAST = Fraction(1, 10)  # of the number announced; less than that is another count
NEAR = 160  # characters to either side in which what is told of a figure stands
_WHOLE = re.compile(
    r"\b(?:of|out of) (?:the|its|their|all|those|[\w'’-]+['’]s?|the [\w-]+['’]s?) (?:\w+ )?$", re.IGNORECASE
)
ENDS = (". ", " .", "; ", "\n")
_ABOUT = re.compile(r"\b(?:against|on|about|over|for|of|after|before|from) (?:the |a )?$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|to|near|into|from|for) ((?:[A-Z][\w’'-]+(?:,? and |, | )?)+)")
_NOT = re.compile(
    r"\b(?:no|not|never|nor|without|from|than|against|instead of|short of|below|compared (?:with|to))"
    r" (?:the |its |their )?$",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r" (?:[\w-]+ )?(?:(?:short|shy|fewer|less|lacking|missing)\b|once (?:meant|intended|promised))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A later figure with what it shares with the ``figure`` of a plan."""

    one: Sought
    figure: Claim
    claim: Claim
    weight: int


class Answered:
    """The figures that reports tell as done, by what they count, and the plans that they may answer."""

    def __init__(
        self, pairs: Iterable[Pair], days: Mapping[str, str], reads: Reads, *, figures: Figures, plans: Iterable[Sought]
    ) -> None:
        self._days, self._figures, self._reads, every = days, figures, reads, list(pairs)
        self._plans: defaultdict[str, list[tuple[Sought, Claim]]] = defaultdict(list)
        for one in plans:
            for figure in one.figures:
                for kind in _kinds(figure):
                    self._plans[kind].append((one, figure))
        self._done: defaultdict[str, list[Claim]] = defaultdict(list)
        self._documents: dict[str, Document] = {}
        self._outlets = {document.id: document.outlet for document, _ in every}
        self._parts: dict[str, str] = {}
        self._number: dict[str, Fraction | None] = {}
        for document, reading in every:
            if document.id not in days:
                continue
            self._documents[document.id] = document
            at = {claim.id: claim.evidence.start for claim in reading.claims}
            parts = [c for c in reading.claims if c.part_of is not None and at.get(c.part_of, 0) > c.evidence.start]
            wholes = {claim.part_of for claim in parts}  # "51 of 64 ferries", and not "70 came; the other 50 did not"
            self._parts |= {claim.id: claim.part_of for claim in parts if claim.part_of is not None}
            self._number |= {claim.id: claim.quantity.low for claim in reading.claims if claim.id in wholes}
            for claim in reading.claims:
                if _is_done(claim) and claim.id not in wholes:
                    for kind in _kinds(claim):
                        if kind in self._plans:
                            self._done[kind].append(claim)

    def of(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """What later figures tell of those of ``one``, in documents that may be ``known`` to be of its matter."""
        best: dict[str, _Answer] = {}
        for answer in self._answers(one, known):
            home = answer.claim.context.document
            if home not in best or _rank(answer) > _rank(best[home]):
                best[home] = answer
        for answer in best.values():
            if not self._is_of_another(answer) and not self._is_by_another(answer):
                yield from self._made(answer)

    def _answers(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[_Answer]:
        for figure in one.figures:
            for claim in {
                claim.id: claim for kind in sorted(_kinds(figure)) for claim in self._done.get(kind, ())
            }.values():
                document = self._documents[claim.context.document]
                if self._is_later(one, claim):
                    weight = self._weight(one, figure, claim)
                    if weight >= STRONG or (weight and known(document)):
                        yield _Answer(one, figure, claim, weight)

    def _is_later(self, one: Sought, claim: Claim) -> bool:
        day, due = self._days[claim.context.document][:DAY], one.entry.due
        if not one.day[:DAY] < day <= after(max(one.day[:DAY], one.day_set or ""), LONG):
            return False
        if due is not None and due.start is not None and day[: len(due.start)] < due.start:
            return False
        end = claim.when.end if claim.when is not None else None
        return end is None or end >= one.day[: len(end)]

    def _weight(self, one: Sought, figure: Claim, claim: Claim) -> int:
        """How much a later figure shares with that of a plan; 0 where it is another count."""
        like, size = likeness(figure, claim), _size(figure, claim)
        if not like or size is None or self._figures.was_told(claim, one.day):
            return 0
        verb, wanted = claim.verb.lemma if claim.verb is not None else "", _many(figure)
        comes = verb in fates.listed("coming") and not fates.presence("verbs").isdisjoint(fates.bases(one.verb))
        own = comes or not one.verbs.isdisjoint(self._verbs(claim))
        otherwise = (
            verb in fates.listed("befalling_ill") | fates.listed("undoing") or claim.quantity.change == "decrease"
        )
        if (otherwise and not own) or _is_about(claim) or _is_elsewhere(one, claim):
            return 0
        whole = self._number.get(self._parts.get(claim.id, ""))
        if _many(claim) != wanted and whole is not None and whole != wanted:
            return 0  # of the 640 who are to go 310 "of the 5,120 members"
        text = around(claim)
        told = fates.promised().search(text) is not None
        comes_to = whole == wanted if whole is not None else self._comes_to(figure, claim)
        firm = own + self._names_its_day(one, claim) + told + 2 * comes_to
        if size and not own and figure.quantity.change == "decrease" != claim.quantity.change:
            return 0  # 171 passengers where 200 jobs were to go
        if size and is_money(figure.quantity.unit) and not (told or comes_to or (size < 0 and own)):
            return 0  # of sums spent on many things
        if size > 0 and not firm:
            return 0
        if size and whole is None and not told and self._tells(figure, claim):
            return 0  # the number announced is told itself, of others
        large = (wanted or 0) >= SPECIFIC
        shared = self._shared(one, figure, claim) + firm + (size == 0) * (1 + large)
        return like + shared if shared >= FEW + (not large and not own) else 0

    def _verbs(self, claim: Claim) -> frozenset[str]:
        """The base of a figure's verb, alone and with the word that goes with it: "look", "look at"."""
        if claim.verb is None:
            return frozenset()
        behind = self._documents[claim.context.document].text[claim.verb.span.end : claim.context.end]
        return frozenset({claim.verb.lemma, *(f"{claim.verb.lemma} {word}" for word in behind.split(maxsplit=1)[:1])})

    def _comes_to(self, figure: Claim, claim: Claim) -> bool:
        """Whether a figure and another that is told with it come to that of a plan: 70 and "the other fifty" to 120."""
        rest = (_many(figure) or 0) - (_many(claim) or 0)
        told = self._figures.within(claim.context)
        return rest > 0 and any(_many(other) == rest and likeness(claim, other) for other in told if other is not claim)

    def _tells(self, figure: Claim, claim: Claim) -> bool:
        """Whether a sentence tells the very number of a plan."""
        told = self._figures.within(claim.context)
        return any(_many(other) == _many(figure) and likeness(figure, other) for other in told)

    def _shared(self, one: Sought, figure: Claim, claim: Claim) -> int:
        """How many words and names of a plan stand beside those that tell what is counted."""
        counted = {stem(told.counted.lemma) for told in (figure, claim) if told.counted is not None}
        return linked(one, " ".join(word for word in around(claim).split() if counted.isdisjoint(stems(word))))

    def _names_its_day(self, one: Sought, claim: Claim) -> bool:
        """Whether a sentence tells the very day, or the end of the time, that was set."""
        end = one.entry.due.end if one.entry.due is not None else None
        if end is None:
            return False
        found = times(claim.context.quote, self._days[claim.context.document])
        return any((time.high or "")[: len(end)] == end for time in found if time.role != "reported")

    def _is_of_another(self, answer: _Answer) -> bool:
        """Whether a figure shares more with another plan, or as much with one for another number."""
        for kind in _kinds(answer.claim):
            for one, figure in self._plans[kind]:
                if one is answer.one or not self._is_later(one, answer.claim):
                    continue
                weight = self._weight(one, figure, answer.claim)
                if weight > answer.weight or (weight == answer.weight and bounds(figure) != bounds(answer.figure)):
                    return True
        return False

    def _is_by_another(self, answer: _Answer) -> bool:
        """Whether the verb of a figure is told of somebody or something else: "another airline", "a shipyard"."""
        claim = answer.claim
        document = self._documents[claim.context.document]
        at = claim.verb.span.start if claim.verb is not None else -1
        told = (told.doer for told in self._reads(document, claim.context) if told.span.start == at)
        return any(
            fates.is_another(doer.quote) or next(iter(doer.quote.lower().split()), "") in fates.anew()
            for doer in told
            if doer is not None and not doer.start <= claim.evidence.start < doer.end
        )

    def _made(self, answer: _Answer) -> Iterator[Reckoning]:
        one, claim = answer.one, answer.claim
        document = self._documents[claim.context.document]
        day, size = self._days[document.id], _size(answer.figure, claim)
        late, by = self._is_late(one, claim)
        if size == -1 and one.entry.prospect.kind == "forecast" and one.verb in GIVEN:
            return  # less rain than foreseen is another amount
        if size != -1 and not late and self._is_echo(one, document):
            return
        state: State = "partly" if size == -1 and not (late and by) else "not_by_date" if late else "came_about"
        words = f"{claim.evidence.quote}, where {answer.figure.evidence.quote} were announced"
        yield Reckoning(state, words, document, claim.context, day)

    def _is_echo(self, one: Sought, document: Document) -> bool:
        """Whether another outlet tells it within days, and before it is due: the announcement may be told again."""
        day, other = self._days[document.id][:DAY], self._outlets.get(one.entry.document)
        return day <= after(one.day[:DAY], ECHO) and one.due is not None and day < one.due and document.outlet != other

    def _is_late(self, one: Sought, claim: Claim) -> tuple[bool, bool]:
        """Whether the day told next to a figure is behind the last that was set, and is that by which it is so."""
        due = one.entry.due.end if one.entry.due is not None else None
        if due is None or due <= one.day[: len(due)]:
            return False, False
        text, place = claim.context.quote, claim.evidence.start - claim.context.start
        told = [t for t in times(text, self._days[claim.context.document]) if t.low and t.role != "reported"]
        told = [t for t in told if NOW.match(text, t.start) is None]  # which tells not since when
        nearest = min(told, key=lambda time: abs(time.start - place), default=None)
        by = nearest is not None and (nearest.role == "by" or text[: nearest.start].endswith("by "))
        late = nearest is not None and (nearest.low or nearest.high or "")[: len(due)] > due
        return late or (fates.shift(text) or 0) > 0, by


def _rank(answer: "_Answer") -> tuple[int, Fraction, int]:
    """How well a figure answers a plan: by what they share, then by how near their numbers are, then the first told."""
    wanted, told = _many(answer.figure) or 0, _many(answer.claim) or 0
    return answer.weight, -abs(Fraction(told) - wanted), -answer.claim.evidence.start


def _is_done(claim: Claim) -> bool:
    """Whether a figure is told as one that came about, and not as the whole of which another is a part."""
    if (
        claim.status not in DONE
        or _many(claim) is None
        or (_many(claim) == 1 and claim.evidence.quote.startswith(("a ", "an ")))
    ):
        return False
    if claim.verb is not None and claim.verb.lemma in TELLING:
        return False
    text, place = claim.context.quote, claim.evidence.start - claim.context.start
    if _WHOLE.search(text, 0, place) or _NOT.search(text, 0, place) or fates.instead().search(text):
        return False
    return _ELSE.match(text, place + len(claim.evidence.quote)) is None


def _is_about(claim: Claim) -> bool:
    """Whether its verb only tells what something is about: "protested against banning 12 pesticides"."""
    if claim.verb is None or not claim.verb.span.quote.endswith("ing"):
        return False
    before = claim.context.quote[: max(0, claim.verb.span.start - claim.context.start)]
    return _ABOUT.search(before) is not None


def _is_elsewhere(one: Sought, claim: Claim) -> bool:
    """Whether a figure is told of other places than its plan: "30 observers in Goma" of those to be sent to Djugu."""
    mine, theirs = (
        {name for found in _PLACED.findall(text) for name in names_of(found)}
        for text in (one.entry.prospect.what.quote, around(claim))
    )
    joined = any(
        not mine.isdisjoint(found := set(names_of(place))) and found - mine for place in _PLACED.findall(around(claim))
    )
    return bool(mine and theirs) and (strangers(mine, theirs) or joined)


def around(claim: Claim) -> str:
    """The words of its sentence near a figure."""
    text, place = claim.context.quote, claim.evidence.start - claim.context.start
    start = max(max(0, place - NEAR), *(text.rfind(end, 0, place) + 1 for end in ENDS))
    end = min((at for end in ENDS if (at := text.find(end, place)) >= 0), default=len(text))
    return text[start : min(end, place + NEAR)]


def _many(claim: Claim) -> Fraction | None:
    """How many are told, or at least or at most how many: of "just under 40" the 40."""
    return claim.quantity.low if claim.quantity.low is not None else claim.quantity.high


def _nouns(claim: Claim) -> frozenset[str]:
    """The words for what is counted, by their stems: of "Canadair planes" both."""
    return frozenset(map(stem, words_of(claim.counted.phrase.quote))) if claim.counted is not None else frozenset()


def _kinds(claim: Claim) -> frozenset[str]:
    """What a figure counts: its noun and those of its kind, or its unit."""
    unit = claim.quantity.unit
    if is_money(unit) or unit in fates.currencies():
        return frozenset({"money"})
    if unit in SHARES:
        return frozenset()
    if unit != COUNT:
        return frozenset({unit})
    if claim.counted is None:
        return frozenset()
    return frozenset(
        {*_nouns(claim), stem(claim.counted.lemma), *(f"kind {kind}" for kind in fates.kinds(claim.counted.lemma))}
    )


def likeness(figure: Claim, claim: Claim) -> int:
    """Whether two figures count the same: 2 by the noun, 1 by its kind or its unit."""
    if not is_of_unit(figure, claim) or figure.quantity.unit in SHARES:
        return 0
    heads = [stem(told.counted.lemma) for told in (figure, claim) if told.counted is not None]
    if len(heads) == FEW and (heads[0] in _nouns(claim) or heads[1] in _nouns(figure)):
        return 2
    return 1 if _kinds(figure) & _kinds(claim) else 0


def _size(figure: Claim, claim: Claim) -> int | None:
    """0 where it is as many as was announced, 1 where more, -1 where fewer; None where it is another count."""
    wanted, low = _many(figure), _many(claim)
    if wanted is None or low is None or wanted <= 0:
        return None
    if low == wanted or (abs(low - wanted) <= ABOUT * wanted and wanted >= SPECIFIC):
        return 0
    if wanted < low <= OUTDONE * wanted:
        return 1
    return -1 if LEAST * wanted <= low < wanted else None
