"""Documents become claims.

Every number of a document is looked at: it becomes a claim, with what it counts, its status, who says it and the
words that show each, or it is refused with a reason. Nothing of the text is left unread without a word about it.
Persons told without a number ("a student died") are claims too, marked as implied, each once in a document.
The parse comes from ``language``, the numbers from ``values``; what joins the two is here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from reportedly.claims import cells, crowds, links
from reportedly.claims.apart import of_no_time
from reportedly.claims.apposed import set_beside
from reportedly.claims.attribution import Chains
from reportedly.claims.bases import bases
from reportedly.claims.capacities import is_of_room, room, with_extent
from reportedly.claims.circumstances import is_ended_in
from reportedly.claims.corrected import corrected
from reportedly.claims.dating import Dating
from reportedly.claims.dealt import COLON, dealt, is_of_those, itemised, opened
from reportedly.claims.estimating import admits, estimates
from reportedly.claims.figures import Counting
from reportedly.claims.gained import is_gained, is_of_people
from reportedly.claims.implied import Implied
from reportedly.claims.kept import kept
from reportedly.claims.labels import Labels
from reportedly.claims.lexicons import words
from reportedly.claims.lines import Line
from reportedly.claims.lying import gets_something
from reportedly.claims.outof import out_of
from reportedly.claims.parts import going_on, is_beside, of_counted, singled_out, summed
from reportedly.claims.persons import Mention, is_people
from reportedly.claims.places import Figure
from reportedly.claims.proposed import Proposed
from reportedly.claims.purse import Purse, is_no_use, is_sum
from reportedly.claims.ranked import ranked, rival
from reportedly.claims.sentence import COMPARED, MADE_BY, Claims
from reportedly.claims.stance import CONDITIONS, Standing, looks_ahead
from reportedly.claims.tallies import item
from reportedly.claims.times import Times
from reportedly.claims.told import SINGLE, Told, befalls_living, befalls_others, is_harm, is_too_many
from reportedly.claims.trees import Tree
from reportedly.model import (
    AHEAD,
    DONE,
    Attribution,
    Claim,
    Counted,
    Document,
    Inferred,
    Part,
    PartKind,
    Predicate,
    Prospect,
    Reading,
    Rejected,
    Saying,
    Sentence,
    Tie,
)
from reportedly.values import Found, Refused, find
from reportedly.values.measures import measure
from reportedly.values.models import models, names
from reportedly.values.moneys import Moneys
from reportedly.values.units import COUNT, is_money

OTHER = "other"
PLURAL = frozenset({"they", "them", "their", "these", "those"})
AMONG, WHICH = "among", "which"
IT = ("it", "that", "this")
NEAR = 6  # figures back among which the one stands that another puts right
INSET = ("including", "includes", "included", "include")
ROW = 128  # words; a longer row of numbers without a word among them is refused as a whole
LONGEST_PARAGRAPH = 200  # sentences; a longer one is a text whose paragraphs nobody marked
READ_PARTS: tuple[PartKind, ...] = ("headline", "deck", "body", "caption")


def blocks(document: Document) -> tuple[tuple[int, int], ...]:
    """The stretches to be parsed: every part but notices, which speak of the page and not of the world.

    Of a table only cells that hold sentences are; the others are read by their labels.
    """
    return tuple(stretch for at, part in enumerate(document.parts) for stretch in _stretches(document, at, part))


def _stretches(document: Document, at: int, part: Part) -> Iterable[tuple[int, int]]:
    if part.kind == "table":
        return cells.prose(document, at)
    return ((part.start, part.end),) if part.kind in READ_PARTS else ()


def prepare() -> None:
    """Load the tables that any figure needs, for who has the time while the parser is loaded; else it is done later."""
    find("1 man died", 0, len("1 man died"))
    measure("man", ("man",), "die", unit="count", change="level")


@cache
def prepare_times() -> None:
    """As ``prepare``, for who has the time while the first words are analysed: hardly a figure is told without one."""
    from reportedly.values.dates import times

    times("on Monday")


def unread(document: Document, model: str, why: str) -> Reading:
    """A reading that says why nothing was read."""
    return Reading(document.id, MADE_BY, model, 0, 0, None, (), (), skipped=why)


def extract(document: Document, sentences: Iterable[Sentence], *, model: str) -> Reading:
    """The claims of ``document``, from its ``sentences`` in order of the text; ``model`` names their parser."""
    published = None if document.published else _inferred(document)
    told = document.published or (
        published.when.end if published and published.when.start == published.when.end else None
    )
    reader = _Reader(document, Times(document, told))
    for _, paragraph in paragraphs(document, sentences):
        reader.read(paragraph)
    for at, part in enumerate(document.parts):
        if part.kind == "table":
            reader.table(at, told)
    claims = reader.claims()
    begins = [claim.evidence.start for claim in claims]
    return Reading(
        document=document.id,
        made_by=MADE_BY,
        model=model,
        characters=sum(end - start for start, end in blocks(document)),
        sentences=reader.number,
        published=published,
        claims=claims,
        rejected=tuple(reader.rejected),
        ties=tuple(replace(tie, claims=_governed(tie, claims, begins)) for tie in reader.ties),
        prospects=tuple(reader.prospects),
    )


def attributions(document: Document, sentences: Iterable[Sentence]) -> tuple[Saying, ...]:
    """Every saying of ``document`` in order of its cue, those that stand in another's content included."""
    chains = Chains(document, Times(document, document.published))
    found: list[Saying] = []
    for kind, paragraph in paragraphs(document, sentences):
        found += chains.sayings([Tree(sentence) for sentence in paragraph], kind, len(found))
    return tuple(found)


def paragraphs(document: Document, sentences: Iterable[Sentence]) -> Iterator[tuple[PartKind, list[Sentence]]]:
    """The sentences of each part together; of a part that goes on and on, as many at a time as fit."""
    parts = iter(document.parts)
    part = next(parts, None)
    held: list[Sentence] = []
    for sentence in sentences:
        if held and (part is None or part.end <= sentence.start or len(held) == LONGEST_PARAGRAPH):
            yield part.kind if part else "body", held
            held = []
        while part is not None and part.end <= sentence.start:
            part = next(parts, None)
        held.append(sentence)
    if held:
        yield part.kind if part else "body", held


def _governed(tie: Tie, claims: Sequence[Claim], begins: Sequence[int]) -> tuple[str, ...]:
    """The digests of the claims that ``tie`` governs, which begin at ``begins``: a condition none told as done."""
    span, conditional = tie.consequent, tie.kind in CONDITIONS
    if span is None:
        return ()
    near = claims[bisect_left(begins, span.start) : bisect_right(begins, span.end)]
    inside = (c for c in near if c.evidence.end <= span.end)
    return tuple(c.id for c in inside if not conditional or c.status not in ("happened", "ongoing"))


def predicates(document: Document, sentences: Iterable[Sentence], *, nouns: bool = False) -> Iterator[Predicate]:
    """Every predicate of ``document`` with its standing, in order of the text; ``nouns``: and every noun with its."""
    for sentence in sentences:
        part = document.part_at(sentence.start)
        times = Times(document, None)
        kind = part.kind if part else "body"
        told = Claims(Tree(sentence), document, kind, times=times, chains=Chains(document, times))
        yield from told.predicates(nouns=nouns)


def _inferred(document: Document) -> Inferred | None:
    from reportedly.claims.published import infer  # only for documents that do not say when they were published

    return infer(document)


class _Reader:
    """Goes through one document's sentences; remembers what was last counted, for figures that lean on it."""

    def __init__(self, document: Document, times: Times) -> None:
        self.document, self.times, self.chains = document, times, Chains(document, times)
        self.marks: list[links.Mark] = []
        self.rejected: list[Rejected] = []
        self.number = 0
        self.before: Tree | None = None
        self._parts = iter(document.parts)
        self._part = next(self._parts, None)
        self.told, self.implied, self.purse = Told(), Implied(), Purse()
        self.labels = Labels(document, document.published)
        self.lined: Line | None = None  # the line before, where a label told it
        self.dating = Dating(document, times)
        self.ties: list[Tie] = []
        self.prospects: list[Prospect] = []
        self.crowds: list[Claim] = []
        self.cells: list[Claim] = []
        self.proposed = Proposed(document)

    def table(self, at: int, published: str | None) -> None:
        """Take in the figures of a table."""
        told, refused = cells.read(self.document, at, published)
        self.cells += told
        self.rejected += refused

    def claims(self) -> tuple[Claim, ...]:
        """All claims in order of the text, tied to each other."""
        self.marks = itemised(self.document, self.marks, self.labels)
        definite = frozenset(mark.claim.id for mark in self.marks if mark.definite)
        written = links.told_again([mark.claim for mark in self.marks], definite)
        final = {mark.claim.id: claim.id for mark, claim in zip(self.marks, written, strict=True)}
        untold = (*self.implied.claims(), *self.crowds)
        implied = (replace(c, part_of=final[c.part_of]) if c.part_of in final else c for c in untold)
        return tuple(sorted((*written, *implied, *self.cells), key=lambda claim: claim.evidence.start))

    def read(self, paragraph: Sequence[Sentence]) -> None:
        """Take in the next paragraph."""
        trees = [Tree(sentence) for sentence in paragraph]
        self.chains.read(trees, self._kind(paragraph[0].start))
        self.purse.opens()
        for tree in trees:
            self._read(tree)
            self.before = tree
        self.marks = self.proposed.read(corrected(self.marks, trees, self.document), trees)

    def _read(self, tree: Tree) -> None:
        sentence = tree.sentence
        wordless = not any(word[0].isalpha() for word in sentence.words)
        self.number += 1
        if sentence.cut:
            self.rejected.append(Rejected(self.document.span(sentence.starts[-1], sentence.ends[-1]), "cut"))
        if wordless and len(sentence) >= ROW:
            self.rejected.append(Rejected(self.document.span(sentence.start, sentence.end), "no_word"))
            return
        founds, refused = self._find(sentence)
        founds = self.purse.lend(tree, founds)
        self.rejected += [Rejected(self.document.span(r.start, r.end), r.reason) for r in refused]
        kind = self._kind(sentence.start)
        self.dating.tidings.read(tree, kind)
        if refused or sentence.words[-1] == ":":
            self.dating.heads(tree, kind, self.labels, counts=bool(founds))
        if wordless:
            # A row of numbers without a word says nothing of the world.
            self.rejected += [Rejected(self.document.span(found.start, found.end), "no_word") for found in founds]
            return
        mentions = self.implied.read(tree, kind, founds)
        ahead = looks_ahead(tree) or (kind in ("headline", "deck") and "to" in tree.lower)
        plural = tuple(crowds.crowds(tree, founds))
        if not founds and not mentions and not ahead and not plural:
            return
        claims = Claims(tree, self.document, kind, times=self.times, chains=self.chains)
        if ahead:
            self.ties += claims.ties()
            self.prospects += claims.prospects()
        inside = [(r.start, r.end) for r in refused]
        told = self.lined = item(self.document, sentence, founds, refused=inside, labels=self.labels, before=self.lined)
        if told is None:
            self._figures(claims, founds)
        else:
            self._line(claims, founds, told)
        self.implied.make(mentions, kind, lambda mention: self._implied(claims, mention))
        if told is None:
            self.crowds += [links.listed(claims.crowd(crowd), self.marks) for crowd in plural]

    def _implied(self, claims: Claims, mention: Mention) -> Claim:
        """The claim of a person; of "four people, including a boy" the boy is a part of the four."""
        told, tree = claims.implied(mention), claims.tree
        tie = links.part_word(tree, mention.head, mention.tokens)
        if tie is None:
            beside = set_beside(tree, mention, self.marks, told.context.start)
            return links.listed(told, self.marks) if beside is None else replace(told, part_of=beside.id)
        at = tree.sentence.starts[tie]
        whole = links.whole_of(told.quantity, claims.kind, self.number, self.marks, tied=at, people=True)
        here = whole is not None and whole.context == told.context
        return replace(told, part_of=whole.id) if whole is not None and here else told

    def _find(self, sentence: Sentence) -> tuple[tuple[Found, ...], tuple[Refused, ...]]:
        """The numbers of a sentence; one by which the document names a thing is none: "the 787"."""
        text = self.document.text
        founds, refused = self._moneys.find(sentence.start, sentence.end)
        if not self._models:
            return founds, refused
        named = [text[found.start : found.end] in self._models and names(text, found.end) for found in founds]
        taken = (
            Refused(f.start, f.end, "name", f.quantity) for f, is_name in zip(founds, named, strict=True) if is_name
        )
        return tuple(f for f, is_name in zip(founds, named, strict=True) if not is_name), (*refused, *taken)

    @kept
    def _moneys(self) -> Moneys:
        return Moneys(self.document.text, self.document.outlet)

    @kept
    def _models(self) -> frozenset[str]:
        return models(self.document.text)

    def _kind(self, position: int) -> PartKind:
        while self._part is not None and self._part.end <= position:
            self._part = next(self._parts, None)
            if self._part is None or self._part.kind != "deck":
                self.told.ends_paragraph()
        return self._part.kind if self._part else "body"

    def _figures(self, claims: Claims, founds: Sequence[Found]) -> None:
        if not founds:
            return
        tree, kind, counting = claims.tree, claims.kind, Counting(claims.tree, founds)
        told = tuple(counting.figures())
        became = bases(tree, counting.nouns, told)
        made: dict[int, Claim] = {}
        for number, (found, figure) in enumerate(told):
            if figure is None:
                self.rejected.append(Rejected(self.document.span(found.start, found.end), "no_word"))
                continue
            if is_sum(tree, found):
                figure = replace(figure, carrier=None, leans=None)  # of which money is not sure, but of nobody
            if is_no_use(tree, figure.head, figure.found):
                figure = replace(figure, head=None)
            tie = links.part_word(tree, figure.anchor, figure.tokens)
            if figure.leans == "compared" and figure.found.quantity.unit == COUNT:
                tie = None  # "39 were told of, among them six strikes, against 57 the day before"
            tie = None if tie is not None and links.is_share_of_more(tree, figure, tie) else tie
            whole = None
            if tie is not None:
                who, at = figure.head is not None and is_people(tree.lemma(figure.head)), links.whole_before(tree, tie)
                whole = links.whole_of(found.quantity, kind, self.number, self.marks, tied=at, people=who)
            whole = None if whole is not None and is_too_many(found.quantity, whole) else whole
            whole = whole or _parted(tree, figure, told[:number], made)
            whole = whole or links.of_known(tree, figure, self.marks, self.number)
            role = self._role(tree, figure)
            pointed = self._pointed(tree, figure, counting)
            leading = claims.counted(pointed, figure, counting)
            leading = leading or (made[figure.like].counted if figure.like in made else None)
            counted = claims.counted(figure.head, figure, counting) or (leading and replace(leading, implied=True))
            counted = counted or links.of_share(figure, made.get(number - 1))
            counted = counted or links.of_apposed(figure, tree, made.get(number - 1))
            relative = tie is not None and tree.lower[tie] == WHICH and is_money(found.quantity.unit)
            if whole is not None and counted is not None and (relative or _is_of_number(counted, whole, found)):
                counted = whole.counted and replace(whole.counted, implied=True)
            lent = None
            if counted is None and figure.like is None:
                counted, lent = self._carried(claims, figure, whole, role)
                if counted is not None and (
                    befalls_others(tree, figure, counted) or befalls_living(tree, figure, counted)
                ):
                    counted, lent = self.told.people(counted), None
            if whole is None or not is_money(found.quantity.unit):
                counted = counted or self._of_before(claims, figure, counting)
                counted = counted or claims.counted(figure.carrier, figure, counting)
            those = of_counted(tree, figure, counted, self.marks, at=self.number) if whole is None else None
            whole = whole or those
            held = room(tree, figure)
            standing = claims.of_whole(figure, whole) if held is None else Standing("happened")
            claim = with_extent(tree, figure, claims.claim(figure, counted, whole, befell=held, standing=standing))
            if (things := self._other_things(claim, made.get(number - 1))) is not None:
                claim = claims.claim(figure, things, whole)
            lender = None if figure.is_whole or is_of_room(lent) or gets_something(tree, figure) else lent
            claim = claims.lent(claim, lender, made.get(number - 1), figure=figure, again=_is_again(tree, figure))
            if those is not None and is_beside(claim, those):
                claim = replace(claim, part_of=None)
            if number in became:
                claim = claims.base(claim, told[became[number]][0], made.get(became[number]))
            elif became.get(number + 1) == number:
                claim = claims.level(claim, told[number + 1][0])
            if counting.puts_right(figure):
                claim = self._put_right(claim, figure, claims)
            if figure.leans == COMPARED and number - 1 in made:
                claim = claims.beside(claim, made[number - 1])
            if number - 1 in made:
                claim = ranked(tree, figure, rival(tree, figure, claim, made[number - 1]), made[number - 1])
            made[number] = claim = self.dating.of(
                tree, figure, of_no_time(tree, figure, claim), whole=whole, before=self.before
            )
            definite = links.is_definite(tree, figure.anchor, figure.tokens)
            aside = claim.part_of is not None or links.is_aside(tree, figure)
            base = figure.leans == COMPARED or number in became  # "treated 4,860, compared with 2,115"
            placing = links.is_placing(tree, figure)
            aside = aside or base or placing or claim.status == "did_not_happen"  # "14 tonnes had leaked, not 8 to 10"
            self.marks.append(links.Mark(claim, self.number, definite, aside, tied=tie is not None, base=base))
            if claim.measure is not None:
                self.implied.counts.add((claim.measure.slug, claim.quantity.low))
            inset = tie is not None and (tree.lower[tie] in INSET or tree.case(tie) == AMONG)
            self.told.remember(figure, role, claim, self.number, placing=placing, inset=inset)
        self.marks = links.parted(self.marks, told, made)
        if parts := self._parts_of(tree, told, made):
            self.marks = links.retied(self.marks, parts)

    def _parts_of(
        self, tree: Tree, told: Sequence[tuple[Found, Figure | None]], made: Mapping[int, Claim]
    ) -> dict[str, Claim]:
        """What becomes of the claims of a sentence that are parts of another one, though no word ties them to it."""
        if len(made) > 1 and COLON in tree.lower:
            before = [mark.claim for mark in self.marks[-NEAR - len(made) :] if mark.sentence == self.number - 1]
            if parts := dealt(tree, self.document, tuple(made.values()), before):
                return parts
        found = opened(tree, told, made, self.marks)
        if not found or COLON in tree.lower:
            found = (summed(tree, self.document, tuple(made.values())) if len(made) > 1 else {}) | found
        found = found or singled_out(tree, tuple(made.values()))
        found |= going_on(tree, tuple(found.get(claim.id, claim) for claim in made.values()), self.marks)
        return out_of([claim for claim in made.values() if claim.id not in found], self.marks) | found

    def _line(self, claims: Claims, founds: Sequence[Found], told: Line) -> None:
        """Take in the numbers of a line that a label tells of: each counts what that says."""
        rest: Sequence[Found] = ()
        whole: Claim | None = None
        if told.goes_on:
            founds, rest = founds[:1], founds[1:]
        for found, figure in Counting(claims.tree, founds).figures():
            measure = told.measure(found, self.document.text)
            if figure is None or measure is None or found.start < told.begins:
                self.rejected.append(Rejected(self.document.span(found.start, found.end), "no_word"))
                continue
            sized = told.quantity(found)
            read = replace(figure, found=found._replace(quantity=sized), change=sized.change, deed=None)
            claim = claims.claim(read, told.counted, None, befell=measure, standing=Standing(told.status))
            claim = self.dating.of_line(told.finished(claim, found, self.document, whole))
            whole = whole or (None if told.is_part(found) else claim)
            self.marks.append(links.Mark(claim, self.number, definite=False))
        self._figures(claims, rest)

    def _other_things(self, claim: Claim, before: Claim | None) -> Counted | None:
        """The homes of "300 homes were destroyed and 1,200 others damaged": what befalls no people is of things."""
        other = claim.counted is not None and claim.counted.lemma == OTHER and claim.measure is not None
        if not other or before is None or before.counted is None or before.quantity.unit != COUNT:
            return None
        befalls = claim.measure is not None and not claim.measure.open
        return None if befalls or is_people(before.counted.lemma) else replace(before.counted, implied=True)

    def _put_right(self, right: Claim, figure: Figure, claims: Claims) -> Claim:
        """Of "we said 19 had died; the right number is two" the 19 have not, and two have.

        What another source puts right stays told by both; where one of several may be meant, of what is not told.
        """
        near = [mark.claim for mark in self.marks[-NEAR:] if mark.sentence >= self.number - 1]
        told = [one for one in near if one.part_of is None and one.quantity.unit == right.quantity.unit]
        told = [one for one in told if one.context == told[-1].context and one.status in DONE | AHEAD]
        if len(told) != 1 or told[0].counted is None or right.counted is None or figure.carrier is None:
            return replace(right, counted=None, measure=None) if len(told) > 1 else right
        wrong, teller = told[0], _root(right.attribution)
        if (
            wrong.counted is None
            or wrong.counted.head != right.counted.head
            or wrong.quantity.low == right.quantity.low
        ):
            return right
        if right.status not in DONE:
            return replace(right, measure=wrong.measure)  # "the true number may be higher"
        if teller is None or teller == _root(wrong.attribution):
            by = self.document.span(*claims.tree.chars((figure.carrier,)))
            denied = replace(wrong, status="did_not_happen", status_words=by)
            self.marks = [_instead(mark, wrong, denied) for mark in self.marks]
        return replace(right, measure=wrong.measure, status=wrong.status, verb=wrong.verb)

    def _pointed(self, tree: Tree, figure: Figure, counting: Counting) -> int | None:
        """The noun of the sentence that the pronoun which carries a figure or stands over it stands for."""
        if is_money(figure.found.quantity.unit):
            return None  # "lent $3 billion to 40,000 farmers, 1.2 billion of which has been repaid"
        if (noun := links.related(tree, figure.anchor)) is not None:
            return noun
        told = figure.carrier is None or self.told.in_sentence(self.number)
        return None if told or figure.carrier is None else counting.nouns.antecedent(figure.carrier)

    def _carried(
        self, claims: Claims, figure: Figure, whole: Claim | None, role: str
    ) -> tuple[Counted | None, Claim | None]:
        """What was counted before, and what lends its measure: of "her figure of 231" what she counted herself.

        Else it is nothing that another paragraph counted.
        """
        tree, carrier = claims.tree, figure.carrier
        owners = () if carrier is None else tree.having(carrier, "nmod:poss")
        again = _is_again(tree, figure)
        share = figure.found.quantity.unit in links.SHARES
        part = carrier is not None and share and tree.case(carrier) == "of"
        gained = figure.found.is_measure and is_gained(tree, figure.anchor)
        loose = carrier is not None and tree.lower[carrier] == SINGLE and not (part or gained)
        standing = None if carrier is None or loose else tree.lower[carrier]
        described = carrier is not None and links.is_described(tree, carrier)
        for_it = gained and carrier is not None and tree.case(carrier) == "for"
        if described or is_ended_in(tree, figure) or (for_it and not self.told.in_sentence(self.number)):
            return None, None  # "has set aside $3 million for it"
        before = self.told.carried(figure, whole, role, self.number, carrier=standing, again=again)
        if before[0] is not None and is_harm(before[0].lemma) and _is_for(tree, figure):
            return None, None
        if gained and before[0] is not None and is_of_people(tree, figure.anchor) and not is_people(before[0].lemma):
            return None, None
        if share and carrier is not None and tree.lower[carrier] in IT and _is_crowd(before[0]):
            return None, None  # "needs $310m for the families, but has received 22% of it"
        if not any(tree.sentence.upos[owner] == "PRON" for owner in owners) or self.told.in_sentence(self.number):
            return before
        who, unit = _root(claims.chains.chain(tree, figure.anchor)), figure.found.quantity.unit
        told = (mark for mark in reversed(self.marks) if who and _root(mark.claim.attribution) == who)
        last = next((mark for mark in told if mark.claim.counted and mark.claim.quantity.unit == unit), None)
        if last is None or last.claim.counted is None:
            return before if self.told.in_paragraph or again else (None, None)
        lent = last.claim if again and last.sentence >= self.number - 1 else None
        return replace(last.claim.counted, implied=True), lent

    def _of_before(self, claims: Claims, figure: Figure, counting: Counting) -> Counted | None:
        """Those whom the sentence before told of: "Boxes keep leaving the port. Their number is put at 2,800"."""
        tree, carrier, before = claims.tree, figure.carrier, self.before
        own = () if carrier is None else (carrier, *tree.having(carrier, "nmod:poss"))
        here = None if carrier is None else counting.nouns.antecedent(carrier)
        if here is not None:
            return claims.before(tree, here)
        if before is None or not any(tree.lower[token] in PLURAL for token in own):
            return None
        verb = next((token for token in range(len(before.lower)) if before.head(token) < 0), 0)
        several = [t for t in before.having(verb, "nsubj") if before.sentence.xpos[t] in ("NNS", "NNPS")]
        if len(several) != 1 or before.lemma(several[0]) in words("figures", "foretold", "tellers"):
            return None
        return claims.before(before, several[0])

    def _role(self, tree: Tree, figure: Figure) -> str:
        """The grammatical role of the phrase a figure stands in."""
        place = figure.anchor
        while tree.base[place] in ("nummod", "compound", "amod", "det", "flat") and tree.head(place) >= 0:
            place = tree.head(place)
        while tree.base[place] == "conj" and tree.sentence.upos[tree.head(place)] in ("NOUN", "PROPN"):
            place = tree.head(place)
        return tree.base[place]


def _is_for(tree: Tree, figure: Figure) -> bool:
    """Whether a bare number tells for how many something is: "vaccines for 50,000", which were not told of before."""
    noun = tree.head(figure.anchor)
    return (
        tree.base[figure.anchor] == "nmod" and tree.case(figure.anchor) == "for" and tree.sentence.upos[noun] == "NOUN"
    )


def _is_again(tree: Tree, figure: Figure) -> bool:
    """Whether it is one more estimate of what was counted before: "puts the toll at 54", "admits to four"."""
    if figure.carrier is not None:
        return estimates(tree, figure.carrier)
    return figure.head is None and figure.change == "level" and admits(tree, figure.anchor)


def _instead(mark: links.Mark, old: Claim, new: Claim) -> links.Mark:
    """The mark with ``new`` in the place of the claim ``old``, as its own or as its whole."""
    if mark.claim is old:
        return replace(mark, claim=new)
    return replace(mark, claim=replace(mark.claim, part_of=new.id)) if mark.claim.part_of == old.id else mark


def _is_of_number(counted: Counted, whole: Claim, found: Found) -> bool:
    """Whether a part counts but a unit: the euros of "4 million euros, 2 million of which", "3 tonnes of it"."""
    at = counted.head.start
    return found.is_measure and (found.start <= at < found.end or whole.evidence.start <= at < whole.evidence.end)


def _is_crowd(counted: Counted | None) -> bool:
    """Whether people are counted, and no group that is one."""
    groups = words("figures", "carriers", "collectives")
    return counted is not None and is_people(counted.lemma) and counted.lemma not in groups


def _root(chain: Sequence[Attribution]) -> str | None:
    """By what name the root of a chain goes."""
    return chain[-1].called if chain else None


def _parted(
    tree: Tree, part: Figure, before: Sequence[tuple[Found, Figure | None]], made: Mapping[int, Claim]
) -> Claim | None:
    """The whole that opens the clause of a part: of "of the 40 men, 12 died" the 40."""
    # A relative clause tells of its own: "70% of the 300 promised after the fire, which killed 47".
    own = next((token for token in tree.up(part.anchor) if tree.base[token] == "acl"), None)
    above = set(tree.up(part.anchor)) - set(() if own is None else list(tree.up(own))[1:])
    colon = tree.lower.index(COLON) if COLON in tree.lower else 0
    if 0 < colon < part.anchor and any(one and not one.is_whole and max(one.tokens) < colon for _, one in before):
        return None  # "of 900 shells, 310 hit the town: 190 struck homes"
    for number, (_, figure) in enumerate(before if part.change in ("level", "additional") else ()):
        if figure is None or not figure.is_whole or number not in made or part.is_whole:
            continue
        top = figure.top
        whole, counted = made[number].quantity, made[number].counted
        named = part.head is not None and part.head > part.anchor and counted is not None and not part.found.is_measure
        if named and part.head is not None and counted and not is_of_those(tree.lemma(part.head), counted):
            continue  # "of the 90 miners, 30 died, and 14 rescuers were hurt"
        same = whole.unit == COUNT and part.found.quantity.unit in (COUNT, "percent", "share")
        if tree.case(top) == "of" and tree.head(top) in above and same and links.can_hold(whole, part.found.quantity):
            return made[number]
    return None
