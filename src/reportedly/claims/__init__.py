"""Documents become claims.

Every number of a document is looked at: it becomes a claim, with what it counts, its status, who says it and the
words that show each, or it is refused with a reason. Nothing of the text is left unread without a word about it.
Persons told without a number ("a student died") are claims too, marked as implied, each once in a document.
The parse comes from ``language``, the numbers from ``values``; what joins the two is here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Literal

from reportedly.claims import crowds, links, persons
from reportedly.claims.added import added, brought
from reportedly.claims.apart import apart
from reportedly.claims.attribution import Chains
from reportedly.claims.bases import bases
from reportedly.claims.figures import Counting
from reportedly.claims.harms import Harms
from reportedly.claims.lexicons import words
from reportedly.claims.measured import befallen, measured, of_harm, of_whole, stands_for_another
from reportedly.claims.people import People
from reportedly.claims.persons import ABOVE, Mention
from reportedly.claims.places import Figure
from reportedly.claims.slots import slots
from reportedly.claims.stance import CONDITIONS, Ahead, Certainties, Moods, Prospects, Standing, looks_ahead, views
from reportedly.claims.times import Times
from reportedly.claims.told import Told
from reportedly.claims.trees import Tree
from reportedly.model import (
    Attribution,
    Claim,
    Counted,
    Document,
    Inferred,
    Measure,
    PartKind,
    Predicate,
    Prospect,
    Quantity,
    Reading,
    Rejected,
    Saying,
    Sentence,
    Slot,
    Span,
    Status,
    Tie,
    Verb,
    View,
    When,
)
from reportedly.values import Found, find
from reportedly.values.measures import measure
from reportedly.values.units import COUNT

INSETS = ("including", "among", "among them")  # what is told of a whole holds for a part behind these
MADE_BY = "rules/1"
ROW = 128  # words; a longer row of numbers without a word among them is refused as a whole
LONGEST_PARAGRAPH = 200  # sentences; a longer one is a text whose paragraphs nobody marked
LOOKING_AHEAD = ("by ", "before ", "until ", "next ", "no later ", "in ", "from ", "within ")
READ_PARTS: tuple[PartKind, ...] = ("headline", "deck", "body", "caption")


def blocks(document: Document) -> tuple[tuple[int, int], ...]:
    """The stretches to be parsed: every part but notices, which speak of the page and not of the world."""
    return tuple((part.start, part.end) for part in document.parts if part.kind in READ_PARTS)


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
        told = _Claims(Tree(sentence), document, kind, times=times, chains=Chains(document, times))
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
        self._parts = iter(document.parts)
        self._part = next(self._parts, None)
        self.told, self.people = Told(), People()
        self.ties: list[Tie] = []
        self.prospects: list[Prospect] = []
        self.persons: dict[int, Claim] = {}
        self.befallen: set[int] = set()  # persons of whom the claim made tells what befell them
        self.crowds: list[Claim] = []

    def claims(self) -> tuple[Claim, ...]:
        """All claims in order of the text, tied to each other."""
        definite = frozenset(mark.claim.id for mark in self.marks if mark.definite)
        written = links.told_again([mark.claim for mark in self.marks], definite)
        return tuple(sorted((*written, *self._persons(), *self.crowds), key=lambda claim: claim.evidence.start))

    def _persons(self) -> Iterator[Claim]:
        """One claim a person, with the worst that befell them anywhere in the document; who was told as two, once."""
        made: dict[int, Claim] = {}
        later = []
        for number, claim in self.persons.items():
            person = self.people.known_as(number)
            # Whoever hurts others in their own sentence is not taken for hurt by what a later pronoun tells.
            doubtful = person.harm is None or (person.acts and not person.by_self and number not in self.befallen)
            befell = claim if doubtful or person.harm is None else replace(claim, measure=of_harm(person.harm))
            if person.number == number:
                made[number] = befell
            else:
                later.append((person.number, befell))
        for number, claim in later:
            same = made.setdefault(number, claim)
            if same is not claim:
                yield replace(claim, same_as=same.id)
        yield from made.values()

    def read(self, paragraph: Sequence[Sentence]) -> None:
        """Take in the next paragraph."""
        trees = [Tree(sentence) for sentence in paragraph]
        self.chains.read(trees, self._kind(paragraph[0].start))
        for tree in trees:
            self._read(tree)

    def _read(self, tree: Tree) -> None:
        sentence = tree.sentence
        wordless = not any(word[0].isalpha() for word in sentence.words)
        self.number += 1
        if sentence.cut:
            self.rejected.append(Rejected(self.document.span(sentence.starts[-1], sentence.ends[-1]), "cut"))
        if wordless and len(sentence) >= ROW:
            self.rejected.append(Rejected(self.document.span(sentence.start, sentence.end), "no_word"))
            return
        founds, refused = find(self.document.text, sentence.start, sentence.end)
        self.rejected += [Rejected(self.document.span(r.start, r.end), r.reason) for r in refused]
        kind = self._kind(sentence.start)
        if wordless:
            # A row of numbers without a word says nothing of the world.
            self.rejected += [Rejected(self.document.span(found.start, found.end), "no_word") for found in founds]
            return
        mentions = [mention for mention in self.people.read(tree, kind) if self._is_told_first(tree, mention, founds)]
        ahead = looks_ahead(tree) or (kind in ("headline", "deck") and "to" in tree.lower)
        plural = tuple(crowds.crowds(tree, founds))
        if not founds and not mentions and not ahead and not plural:
            return
        claims = _Claims(tree, self.document, kind, times=self.times, chains=self.chains)
        if ahead:
            self.ties += claims.ties()
            self.prospects += claims.prospects()
        self._figures(claims, founds)
        self.persons.update((mention.person, claims.implied(mention)) for mention in mentions)
        if kind not in ABOVE:
            self.befallen.update(mention.person for mention in mentions if mention.harm is not None)
        self.crowds += [claims.crowd(crowd) for crowd in plural]

    def _kind(self, position: int) -> PartKind:
        while self._part is not None and self._part.end <= position:
            self._part = next(self._parts, None)
            if self._part is None or self._part.kind != "deck":
                self.told.ends_paragraph()
        return self._part.kind if self._part else "body"

    def _is_told_first(self, tree: Tree, mention: Mention, written: Sequence[Found]) -> bool:
        """Whether a person makes a claim here; what the body tells goes before what stands above it."""
        known = self.persons.get(mention.person)
        befalls = mention.harm is not None and mention.person not in self.befallen
        if not befalls and (not mention.introduces or (known is not None and known.part not in ABOVE)):
            return False  # nothing new of whoever was told of, and nothing that befalls them
        start, end = tree.chars(mention.tokens)
        return not any(found.start < end and start < found.end for found in written)

    def _figures(self, claims: "_Claims", founds: Sequence[Found]) -> None:
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
            tie = links.part_word(tree, figure.anchor, figure.tokens)
            tied = -1 if tie is None else tree.sentence.starts[tie]
            whole = (
                links.whole_of(found.quantity, kind, self.number, self.marks, tied=tied) if tie is not None else None
            )
            role = self._role(tree, figure)
            leads = figure.carrier if not self.told.in_sentence(self.number) else None
            pointed = None if leads is None else counting.nouns.antecedent(leads)
            leading = claims.counted(pointed, figure, counting)
            counted = (
                claims.counted(figure.head, figure, counting)
                or (leading and replace(leading, implied=True))
                or self._carried(claims, figure, whole, role)
                or claims.counted(figure.carrier, figure, counting)
            )
            claim = claims.claim(figure, counted, whole)
            if number in became:
                claim = claims.base(claim, told[became[number]][0], made.get(became[number]))
                counted = claim.counted
            elif became.get(number + 1) == number:
                claim = claims.level(claim, told[number + 1][0])
            made[number] = claim
            definite = links.is_definite(tree, figure.anchor, figure.tokens)
            self.marks.append(links.Mark(claim, self.number, definite))
            self.told.remember(figure, role, counted, self.number)

    def _carried(self, claims: "_Claims", figure: Figure, whole: Claim | None, role: str) -> Counted | None:
        """What was counted before: of "her figure of 231" by herself, else nothing that another paragraph counted."""
        tree, carrier = claims.tree, figure.carrier
        owners = () if carrier is None else tree.having(carrier, "nmod:poss")
        before = self.told.carried(figure, whole, role, self.number)
        if not any(tree.sentence.upos[owner] == "PRON" for owner in owners) or self.told.in_sentence(self.number):
            return before
        who, unit = _root(claims.chains.chain(tree, figure.anchor)), figure.found.quantity.unit
        told = (mark.claim for mark in reversed(self.marks) if who and _root(mark.claim.attribution) == who)
        counted = next((one.counted for one in told if one.counted and one.quantity.unit == unit), None)
        if counted is None:
            return before if self.told.in_paragraph else None
        return replace(counted, implied=True)

    def _role(self, tree: Tree, figure: Figure) -> str:
        """The grammatical role of the phrase a figure stands in."""
        place = figure.anchor
        while tree.base[place] in ("nummod", "compound", "amod", "det", "flat") and tree.head(place) >= 0:
            place = tree.head(place)
        while tree.base[place] == "conj" and tree.sentence.upos[tree.head(place)] in ("NOUN", "PROPN"):
            place = tree.head(place)
        return tree.base[place]


def _root(chain: Sequence[Attribution]) -> str | None:
    """By what name the root of a chain goes."""
    return (chain[-1].name or chain[-1].source) if chain else None


class _Claims:
    """Makes the claims of one sentence."""

    def __init__(self, tree: Tree, document: Document, kind: PartKind, *, times: Times, chains: Chains) -> None:
        self.tree, self.document, self.kind, self.times, self.chains = tree, document, kind, times, chains
        self.moods = Moods(tree, telegraphic=kind in ("headline", "deck"))
        self.context = document.span(tree.sentence.start, tree.sentence.end)

    @cached_property
    def certainties(self) -> Certainties:
        """How likely it is called."""
        return Certainties(self.tree, self.document)

    def counted(self, head: int | None, figure: Figure, counting: Counting) -> Counted | None:
        """What the sentence itself names by ``head``."""
        if head is None:
            return None
        phrase = counting.phrase(head, figure.tokens)
        # Whoever is called by what befell them goes by the word itself: "the number of the rescued".
        lemma = self.tree.lower[head] if counting.nouns.is_nominal(head) else self.tree.lemma(head)
        return Counted(self._span(*phrase), self._span(head), lemma, implied=stands_for_another(lemma))

    def implied(self, mention: Mention) -> Claim:
        """The claim of a person told without a number."""
        first, *rest = mention.tokens
        named = tuple(rest) if rest and self.tree.sentence.upos[first] == "DET" else mention.tokens
        counted = Counted(self._span(*named), self._span(mention.head), self.tree.lemma(mention.head))
        told = persons.figure(self.document, self.tree, mention)
        if mention.harm is None:
            return self.claim(told, counted, None, basis="implied")
        deed = Harms(self.tree).deed(mention.head)
        figure, befell = told if deed is None else replace(told, deed=deed), of_harm(mention.harm)
        if deed is None:
            return self.claim(figure, counted, None, basis="implied", befell=befell)
        standing = self.moods.standings.of(deed)  # of "a clerk who was hurt will be honoured" that of the hurt
        decided = Standing(standing.outcome, standing.words, self.moods.standing(figure).condition)
        return self.claim(figure, counted, None, basis="implied", befell=befell, standing=decided)

    def crowd(self, crowd: crowds.Crowd) -> Claim:
        """The claim of people told in the plural without a number."""
        counted = Counted(self._span(*crowd.tokens), self._span(crowd.head), self.tree.lemma(crowd.head))
        told = crowds.figure(self.document, self.tree, crowd)
        return self.claim(told, counted, None, basis="implied", befell=of_harm(crowd.harm))

    def base(self, claim: Claim, level: Found, known: Claim | None) -> Claim:
        """A level of before, with that to which it was changed; it counts what that counts and has no time of that."""
        slot = Slot("became", self.document.span(level.start, level.end))
        changed = replace(claim, slots=(*claim.slots, slot))
        if known is None:
            return changed
        own = claim.when if claim.when != known.when else None
        if known.counted is None or known.measure is None:
            return replace(changed, when=own)
        counted = replace(known.counted, implied=True)
        return replace(changed, when=own, counted=counted, measure=known.measure)

    def level(self, claim: Claim, base: Found) -> Claim:
        """A level with the one before it told behind it: a time behind that is not its own ("from 61% in 2019")."""
        told = None if claim.when is None else claim.when.words
        before = self.document.text[self.context.start : base.start]
        return replace(claim, when=None) if told and told not in before else claim

    def claim(
        self,
        figure: Figure,
        counted: Counted | None,
        whole: Claim | None,
        *,
        basis: Literal["written", "implied"] = "written",
        befell: Measure | None = None,
        standing: Standing | None = None,
    ) -> Claim:
        """The claim of one figure, as part of ``whole`` if there is one; ``befell`` where its measure is known."""
        standing = standing or self.moods.standing(figure)
        verb = self._deed(figure, standing)
        found = figure.found
        quantity, unit = found.quantity, self._unit(figure, counted)
        if (quantity.change, quantity.unit) != (figure.change, unit):
            quantity = replace(quantity, change=figure.change, unit=unit)
        raised = verb is not None and self.tree.base[verb] == "xcomp" and verb not in self.tree.up(figure.anchor)
        when = self.times.when(self.tree, verb if raised and verb is not None else figure.anchor, figure.tokens)
        measure = befell
        if measure is None:
            measure = self._measure(figure, verb, counted, whole, quantity=quantity, status=standing.status)
            if quantity.change == "level" and quantity.unit == COUNT:
                measure = added(self.tree, figure, measure, when)
        return Claim(
            kind="figure",
            basis=basis,
            evidence=self.document.span(found.start, found.end),
            context=self.context,
            part=self.kind,
            quantity=quantity,
            counted=counted,
            verb=None if verb is None else Verb(self._span(verb), self.tree.lemma(verb)),
            when=None if brought(self.tree, figure) is not None else when,
            attribution=self.chains.chain(self.tree, figure.anchor),
            status=standing.status,
            status_words=self._span_or_none(standing.words),
            certainty=self.certainties.of(figure.anchor),
            condition=self._span_or_none(standing.condition),
            measure=apart(self.tree, figure, measure),
            part_of=None if whole is None else whole.id,
            made_by=MADE_BY,
            slots=tuple(Slot(role, self._span(*tokens)) for role, tokens in slots(self.tree, figure, verb)),
        )

    def _measure(
        self,
        figure: Figure,
        verb: int | None,
        counted: Counted | None,
        whole: Claim | None,
        *,
        quantity: Quantity,
        status: Status,
    ) -> Measure | None:
        """What a figure measures, by its own words or by those of the whole whose part it is."""
        measure = measured(self.tree, figure, verb, counted, quantity=quantity, status=status)
        measure = befallen(self.tree, figure, measure, counted, quantity=quantity)
        if whole is None:
            return measure
        inset = self.tree.case(figure.anchor if figure.head is None else figure.head) in INSETS
        lacks_deed = inset or (verb is not None and self.tree.lemma(verb) == "be")
        return of_whole(measure, whole, lacks_deed=lacks_deed, unit=quantity.unit)

    def ties(self) -> Iterator[Tie]:
        """Conditions, reasons and purposes, without the claims they govern."""
        for tied in self.moods.standings.ties.all:
            consequent = self._span_or_none(tied.consequent)
            yield Tie(tied.kind, self._span(*tied.opening), self._span(*tied.antecedent), consequent)

    def prospects(self) -> Iterator[Prospect]:
        """What the sentence tells as still to come."""
        for ahead in Prospects(self.moods.standings).all():
            when = self._due(ahead)
            if ahead.kind == "deadline" and when is None:
                continue  # "must leave" asks for something, and sets no day
            yield Prospect(
                kind=ahead.kind,
                what=self._span(*ahead.what),
                who=self._span_or_none(ahead.who),
                words=self._span_or_none(ahead.words),
                when=when,
                condition=self._span_or_none(ahead.condition),
                attribution=self.chains.chain(self.tree, ahead.predicate),
                context=self.context,
                part=self.kind,
            )

    def _due(self, ahead: Ahead) -> When | None:
        """When what is to come is due: by a time of its own clause, or one behind it that looks ahead ("by June").

        "Agreed last week to hire" tells when it was agreed.
        """
        when, text = self.times.when(self.tree, ahead.predicate, ahead.words), self.document.text
        start, end = self.tree.sentence.starts[ahead.predicate], self.context.end
        under = self.tree.chars(t for t in self.tree.under(ahead.predicate) if self.tree.base[t] != "punct")
        low, high = max(under[0], self.context.start), max(self.tree.sentence.ends[ahead.what[-1]], start)
        quote = (when.words if when else None) or ""
        own = bool(quote) and self._at(quote, low, high)
        looks = quote.lower().startswith(LOOKING_AHEAD) and quote in text[start:end]
        told = when if own or looks else None
        if told is not None and (told.start or told.end) and not self.times.is_past(told):
            return told
        return self.times.due(start, max(high, under[1]), loose=own) or told

    def _at(self, quote: str, low: int, high: int) -> bool:
        """Whether the words of a time stand in a stretch, and tell not when something was said."""
        place = self.document.text.find(quote, low, high)
        return place >= 0 and not self.times.is_of_saying(place, place + len(quote))

    def predicates(self, *, nouns: bool) -> Iterator[Predicate]:
        """Every predicate with its standing."""
        standings, tags = self.moods.standings, ("NOUN", "VERB", "ADJ", "ADV") if nouns else ()
        for token in range(len(self.tree.lower)):
            if not standings.forms.is_predicate(token) and self.tree.sentence.upos[token] not in tags:
                continue
            told = standings.of(token)
            yield Predicate(
                span=self._span(token),
                lemma=self.tree.lemma(token),
                status=told.outcome,
                words=self._span_or_none(told.words),
                certainty=self.certainties.of(token),
                condition=self._span_or_none(standings.condition(token)),
                views=tuple(
                    View(None if seen.source is None else self._span(seen.source), seen.status)
                    for seen in views(standings, token)
                ),
            )

    def _unit(self, figure: Figure, counted: Counted | None) -> str:
        """The unit, with the span of "120 patients a day" for which each is counted."""
        unit, head = figure.found.quantity.unit, figure.head
        if unit != COUNT or counted is None or counted.implied or head is None or head < max(figure.tokens):
            return unit
        link, span, then, *_ = (*self.tree.lower[head + 1 : head + 4], "", "", "")
        each = link in words("figures", "each", "links") and span in words("figures", "each", "spans")
        return f"{unit}/{span}" if each and then not in words("figures", "each", "dating") else unit

    def _deed(self, figure: Figure, standing: Standing) -> int | None:
        """The predicate a figure hangs on; of "troops already dispatched" the participle beside what is counted."""
        if figure.deed is not None:
            return figure.deed
        last = standing.words[-1] if standing.words else None
        if last is not None and self.tree.sentence.xpos[last] == "VBN" and self.tree.head(last) == figure.head:
            return last
        if figure.is_whole:
            return None
        verb = self.moods.predicate(figure.anchor)
        if verb is not None and self.tree.sentence.upos[verb] in ("PROPN", "PRON", "NUM", "SYM"):
            return next(iter(self.tree.having(verb, "cop")), verb)  # "was with China": a name is no deed
        if verb is not None and verb == figure.head:
            return next(iter(self.tree.having(verb, "cop")), None)  # "21 were children", "nine still missing"
        return verb if verb is None else self._raised(figure, verb)

    def _raised(self, figure: Figure, verb: int) -> int:
        """The arriving of "40 lorries are due to arrive": what its subject is said, hoped or sure to do."""
        tree, below = self.tree, self.tree.having(verb, "xcomp")
        subjects = tree.having(verb, "nsubj:pass" if tree.sentence.upos[verb] == "VERB" else "nsubj")
        led = any(tree.base[child] == "mark" and tree.lower[child] == "to" for t in below for child in tree.children[t])
        told = led and any(subject in tree.up(figure.anchor) for subject in subjects)
        return below[0] if told and (tree.sentence.upos[verb] == "VERB" or tree.having(verb, "cop")) else verb

    def _span(self, *tokens: int) -> Span:
        return self.document.span(*self.tree.chars(tokens))

    def _span_or_none(self, tokens: Sequence[int]) -> Span | None:
        return self._span(*tokens) if tokens else None
