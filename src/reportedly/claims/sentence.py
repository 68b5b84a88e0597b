"""The claims of one sentence: figures, persons told without a number, what is announced, and what governs them.

What the number counts and what the document counted before is handed in; here the sentence tells the rest: the deed,
the status, who says so, when, under which condition.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from reportedly.claims import crowds, persons, roles
from reportedly.claims.acting import raised
from reportedly.claims.added import added, adding_up, brought
from reportedly.claims.ahead import LOOKING_AHEAD, due_day, looks_back, was_to
from reportedly.claims.apart import apart
from reportedly.claims.attribution import Chains
from reportedly.claims.circumstances import was_then
from reportedly.claims.deeds import does_it
from reportedly.claims.figures import Counting
from reportedly.claims.harms import Harm, Harms
from reportedly.claims.kept import kept
from reportedly.claims.lasting import is_base
from reportedly.claims.lexicons import words
from reportedly.claims.links import is_definite
from reportedly.claims.lying import is_kept, of_those_left, only_lies
from reportedly.claims.makes import make_of
from reportedly.claims.measured import BEFALLEN, befallen, is_fatal, measured, of_harm, of_whole, stands_for_another
from reportedly.claims.naming import stood_for
from reportedly.claims.parts import is_kind_of
from reportedly.claims.persons import Mention
from reportedly.claims.places import Figure
from reportedly.claims.rates import told_for
from reportedly.claims.scheduled import by_time, is_of_order, is_over
from reportedly.claims.signed import as_told
from reportedly.claims.slots import before_bracket, slots
from reportedly.claims.stance import Certainties, Moods, Prospects, Standing, views
from reportedly.claims.stance.asides import of_place
from reportedly.claims.terms import term
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.claims.wholes import deed_of, phrase_of
from reportedly.model import (
    AGAINST,
    AHEAD,
    Certainty,
    Change,
    Claim,
    Counted,
    Document,
    Measure,
    PartKind,
    Predicate,
    Prospect,
    Quantity,
    Slot,
    Span,
    Status,
    Tie,
    Verb,
    View,
    When,
)
from reportedly.values import Found
from reportedly.values.measures import adding
from reportedly.values.units import COUNT

TITLES = ("headline", "deck")
INSETS = ("including", "among", "among them")  # what is told of a whole holds for a part behind these
MADE_BY = "rules/1"
NAMELESS = frozenset({"that", "this", "they"})  # of what so much is, none of these tells
STARTING = ("from ", "starting ", "beginning ", "as from ", "as of ", "effective ")
CASUALTIES, SEEN = "casualties", "see"
COMPARED, ALL_BUT, PEOPLED, FORESEEN = "compared", ("all", "but"), "population", ("planned", "expected")
YEAR, NEAR = 4, 6  # digits; words behind a number in which it is told who foretold it


class Claims:
    """Makes the claims of one sentence."""

    def __init__(self, tree: Tree, document: Document, kind: PartKind, *, times: Times, chains: Chains) -> None:
        self.tree, self.document, self.kind, self.times, self.chains = tree, document, kind, times, chains
        self.moods = Moods(tree, telegraphic=kind in TITLES)
        self.context = document.span(tree.sentence.start, tree.sentence.end)

    @kept
    def certainties(self) -> Certainties:
        """How likely it is called."""
        return Certainties(self.tree, self.document)

    def counted(self, head: int | None, figure: Figure, counting: Counting) -> Counted | None:
        """What the sentence itself names by ``head``."""
        if head is None or self.tree.lower[head] in NAMELESS:
            return None
        phrase = counting.naming.phrase(head, figure.tokens)
        # Whoever is called by what befell them goes by the word itself: "the number of the rescued".
        lemma = self.tree.lemma(stood_for(self.tree, head))
        lemma = self.tree.lower[head] if counting.nouns.is_nominal(head) else lemma
        if (make := make_of(self.tree.sentence, head)) is not None:
            first, lemma = make
            return Counted(self._span(*sorted({first, *phrase})), self._span(first, head), lemma)
        return Counted(self._span(*phrase), self._span(head), lemma, implied=stands_for_another(lemma))

    def before(self, tree: Tree, noun: int) -> Counted:
        """What an earlier sentence tells of by ``noun``, without clauses about it."""
        clauses = {token for child in tree.having(noun, "acl") for token in tree.under(child)}
        phrase = [token for token in tree.under(noun) if token <= noun and token not in clauses]
        start, end = tree.chars(phrase)
        head = self.document.span(*tree.chars((noun,)))
        return Counted(self.document.span(start, end), head, tree.lemma(noun), implied=True)

    def implied(self, mention: Mention) -> Claim:
        """The claim of a person told without a number."""
        first, *rest = mention.tokens
        named = tuple(rest) if rest and self.tree.sentence.upos[first] == "DET" else mention.tokens
        counted = Counted(self._span(*named), self._span(mention.head), self.tree.lemma(mention.head))
        told = persons.figure(self.document, self.tree, mention)
        if mention.harm is None:
            return self.claim(told, counted, None, basis="implied", standing=self._undergone(told))
        deed = Harms(self.tree).deed(mention.head)
        figure, befell = told if deed is None else replace(told, deed=deed), of_harm(mention.harm)
        if deed is None:
            return self.claim(figure, counted, None, basis="implied", befell=befell)
        standing = self.moods.standings.of(deed)  # of "a clerk who was hurt will be honoured" that of the hurt
        ahead = standing.status in FORESEEN and self.tree.sentence.upos[deed] == "VERB"
        if ahead and not any(self.moods.standings.governors.leaves(above) in FORESEEN for above in self.tree.up(deed)):
            decided = Standing("happened")  # "fights for her life today after being shot"
        elif standing.status == "ongoing" and not standing.denied:
            decided = Standing(
                "happened", standing.words
            )  # who was killed or hurt was: "the news of a boy being shot is sad"
        else:
            decided = Standing(standing.outcome, standing.words, self.moods.standing(figure).condition)
        return self.claim(figure, counted, None, basis="implied", befell=befell, standing=decided)

    def _with_old(self, counted: Counted) -> Counted:
        """What a total counts: of "14 new cases, taking the total to 233" the cases."""
        first, _, rest = counted.phrase.quote.partition(" ")
        if first.lower() not in adding() or not rest or counted.phrase.end < counted.head.end:
            return counted
        start = counted.phrase.end - len(rest)
        phrase = self.document.span(start, counted.phrase.end)
        return counted if start > counted.head.start else replace(counted, phrase=phrase)

    def _undergone(self, figure: Figure) -> Standing | None:
        """What is to befall a person is no deed yet, known as the person is: "insisted that the boy be returned"."""
        tree, standings = self.tree, self.moods.standings
        verb = tree.head(figure.anchor)
        taken = tree.sentence.relations[figure.anchor] in ("nsubj:pass", "obj", "iobj")
        if not taken or not standings.forms.is_predicate(verb):
            return None
        told = standings.of(verb)  # of "failed to charge the skipper", too: nobody was
        undone = told.is_open or (told.is_never and not standings.forms.negation(verb))
        return Standing(told.outcome, told.words, standings.condition(verb)) if undone else None

    def crowd(self, crowd: crowds.Crowd) -> Claim:
        """The claim of people told in the plural without a number."""
        counted = Counted(self._span(*crowd.tokens), self._span(crowd.head), self.tree.lemma(crowd.head))
        told = crowds.figure(self.document, self.tree, crowd)
        return self.claim(told, counted, None, basis="implied", befell=of_harm(crowd.harm))

    def base(self, claim: Claim, level: Found, known: Claim | None) -> Claim:
        """A level of before, with that to which it was changed; it counts what that counts and has no time of that.

        Whatever is to become of it, it was so: "is forecast to fall to 21 million from 24"; but who cut a forecast had
        told another one.
        """
        if not self._is_foretold(claim):
            claim = _as_it_was(claim)
        slot = Slot("became", self.document.span(level.start, level.end))
        changed = replace(claim, slots=(*claim.slots, slot))
        if known is None:
            ahead = claim.when is not None and self.times.is_ahead(claim.when)
            return replace(changed, when=None) if ahead else changed  # "will grow in the coming years from 2,800"
        if changed.status == "ongoing" and known.status not in AHEAD:
            changed = replace(changed, status="happened")  # "is 7 percent, down from 9"
        own = claim.when if claim.when != known.when or self._is_foretold(claim) else None
        untold = known.when is None or known.when.words is None  # "are still missing": so on the day of the report
        if own is not None and untold and known.status == "ongoing":
            own = self.times.from_now(own)
        if known.counted is None or known.measure is None:
            return replace(changed, when=own)
        return replace(changed, when=own, counted=replace(known.counted, implied=True), measure=known.measure)

    def _is_foretold(self, claim: Claim) -> bool:
        """Whether it was but a forecast, by its noun or as the one before: "cut its forecast to 3% from 4%"."""
        told = claim.status_words
        tokens = () if told is None else self.tree.tokens(told.start, told.end)
        nouns = [token for token in tokens if self.tree.sentence.upos[token] == "NOUN"]
        if any(not self.tree.having(noun, "cop") for noun in nouns):  # but "is forecast to", taken for a noun
            return True
        last = max(self.tree.tokens(claim.evidence.start, claim.evidence.end), default=0)
        behind = range(last + 1, min(last + NEAR, len(self.tree.lower)))
        verbs = [t for t in behind if self.tree.sentence.upos[t] == "VERB" and "," not in self.tree.lower[last:t]]
        if any(self.tree.lemma(t) in words("stance", "expected", "verbs") for t in verbs):
            return True  # "up from the 17% they forecast in January"
        # "Now expects 300, up from 200": the other was expected before, but "up from 5% last year" was so.
        new = claim.status == "expected" and claim.when is None
        return new and any(self.tree.lower[adverb] == "now" for t in tokens for adverb in self.tree.having(t, "advmod"))

    def lent(self, claim: Claim, lender: Claim | None, before: Claim | None, *, figure: Figure, again: bool) -> Claim:
        """A bare number that is only given measures what ``lender`` does: "the ministry put it at 95,000".

        ``again`` where it is one more estimate of that, and moves as that does: "its previous forecast was 2.6%".
        What is to come by the one ``before`` is so by the other: "will displace 60,000; the state puts it at 18,000".
        """
        verb = claim.verb.lemma if claim.verb is not None else None
        measure = None if lender is None else lender.measure
        known = claim.measure is not None and not claim.measure.open
        own = not again and (known or does_it(self.tree, figure.top, verb))
        measure = None if is_kept(self.tree, figure) else apart(self.tree, figure, measure)
        if lender is None or measure is None or own or claim.quantity.change != "level":
            return claim
        if again:
            claim = replace(claim, quantity=replace(claim.quantity, change=lender.quantity.change))
        told = verb != SEEN and verb in words("figures", "telling", "verbs")  # "residents have seen five"
        alike = told and before is not None and before.measure == measure
        if (measure.slug in BEFALLEN or (again and lender.status == "happened")) and claim.status == "ongoing":
            claim = replace(claim, status="happened")
        if before is not None and alike and before.status in FORESEEN and claim.status in ("happened", "ongoing"):
            return replace(claim, measure=measure, status=before.status)
        return replace(claim, measure=measure)

    def beside(self, claim: Claim, before: Claim) -> Claim:
        """What is told of the figure before is of its time: "bringing the total to $24bn, 7 percent up"."""
        told = claim.when.words or "" if claim.when else ""
        own = before.when if self.document.text[claim.evidence.start - 1] != "(" else None  # "than in 2019 (40)"
        return claim if told in self.document.text[before.evidence.end : self.context.end] else replace(claim, when=own)

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
        standing = standing or self._whole(figure, self.moods.standing(figure))
        verb = self._deed(figure, standing)
        total = brought(self.tree, figure)
        if total is not None and counted is not None and counted.implied:
            counted = self._with_old(counted)
        found = figure.found
        quantity = as_told(found.quantity, figure.change, told_for(self.tree, figure, counted))
        when = self.times.when(self.tree, self._from_where(figure, verb), figure.tokens)
        when = None if figure.is_whole and not self._is_own(figure, when) else when
        if when is not None and (left := of_those_left(self.tree, figure)) is not None:
            when = when if set(self._timed(when)) & set(self.tree.under(left)) else None
        if when is not None and standing.status == "ongoing" and self._is_there(figure, standing):
            when = None if self._is_ahead(figure) else when  # "will close two of its nine plants by 2029"
        if standing.apart and not any(t > max(figure.tokens) for t in self._timed(when)):
            # "came on Monday, with two due to follow by Friday"
            due = self.times.due(found.end, self.context.end, loose=True) if standing.status in AHEAD else None
            when = None if due is None else replace(due, start=None)
        elif when is not None:
            other = self._is_base(when, quantity.change, found.start) or self.moods.is_looked_at(
                figure, standing, self._timed(when)
            )
            when = None if other else self._coming(when, standing, figure, verb) if not figure.is_whole else when
            past = standing.status == "happened" or figure.is_whole  # "of the $610 million pledged in December"
            when = self.times.been(when) if when is not None and past else when
        if standing.status in AHEAD and was_then(self.tree, figure, when, self.times.published):
            standing = Standing("happened")
        loose = standing.status == ("happened" if self.kind in TITLES else "ongoing")
        if when is not None and (loose or verb is None) and not self._is_there(figure, standing):
            status, when = by_time(self.tree, verb, when, self.times, told=standing.status)
            standing = replace(standing, status=status)
        measure = befell
        if measure is None and not (standing.apart and standing.status == "happened"):  # what is usual measures no deed
            for deed in (verb,) if total is None else (None, *adding_up(self.tree, figure, total)):
                measure = self._measure(figure, deed, counted, whole, quantity=quantity, status=standing.status)
                if measure is None or not measure.open:
                    break  # "reported 87 new cases, bringing the total to 2,310 cases": of what was reported
            if quantity.change == "level" and quantity.unit == COUNT:
                measure = added(self.tree, figure, measure, when)
        if measure is not None and measure.slug == PEOPLED and standing.status in (*AHEAD, "possible"):
            known = self.tree.lower[max(min(figure.tokens) - 3, 0)] == "the"  # "the town of 41,000 may lose its mill"
            standing = Standing("ongoing") if known else standing
        certainty = self.certainties.of(figure.anchor)
        if standing.status == "ongoing" and certainty.words is None and is_over(self.tree, verb, measure):
            standing = replace(standing, status="happened")
        chain = self.chains.chain(self.tree, figure.anchor)
        against = any(step.stance in AGAINST for step in chain) and not self._is_given(figure)
        if against:
            standing = replace(standing, status="unresolved")  # who doubts or denies it does not tell it as done
        return Claim(
            kind="figure",
            basis=basis,
            evidence=self.document.span(found.start, found.end),
            context=self.context,
            part=self.kind,
            quantity=quantity,
            counted=counted,
            verb=None if verb is None else Verb(self._span(verb), self.tree.lemma(verb)),
            when=self._of_total(figure, total) if total is not None else when,
            attribution=chain,
            status=standing.status,
            status_words=self._span_or_none(standing.words),
            certainty=certainty,
            condition=self._span_or_none(standing.condition),
            measure=apart(self.tree, figure, measure),
            part_of=None if whole is None else whole.id,
            made_by=MADE_BY,
            slots=tuple(Slot(role, self._span(*tokens)) for role, tokens in slots(self.tree, figure, verb)),
        )

    def _whole(self, figure: Figure, standing: Standing) -> Standing:
        """A whole by its own words, not by those that tell of a part: of "one of the three died" the three did not."""
        if not figure.is_whole or figure.found.quantity.unit != COUNT or standing.apart:
            return standing
        if standing.status in ("happened", "ongoing") and (deed := deed_of(self.tree, figure)) is not None:
            told = self.moods.standings.of(deed)  # "of the 1,240 who worked there, 530 have a new job": those worked
            due = told.status == "planned" and any(self.tree.lower[t] == "were" for t in self.tree.having(deed, "aux"))
            return Standing(told.outcome, told.words or (deed,)) if told.is_real or due else standing
        own = set(standing.words) & set(phrase_of(self.tree, figure))
        return standing if own or standing.status != "happened" else Standing("happened")

    def _is_own(self, figure: Figure, when: When | None) -> bool:
        """Whether a time is told of a whole itself: "two of the four ordered in May arrived on Monday"."""
        return any(first in phrase_of(self.tree, figure) for first in self._timed(when)[:1])

    def _is_there(self, figure: Figure, standing: Standing) -> bool:
        """Whether so many are there now, whatever becomes of them: "its 300 workers will get a bonus in May"."""
        own = any(word in (figure.head, figure.anchor) for word in standing.words)  # "talks on the 300 kilometres"
        return figure.is_whole or own or any(self.tree.sentence.relations[t] == "nmod:poss" for t in standing.words)

    def _timed(self, when: When | None) -> Sequence[int]:
        """The first word of a time."""
        told = None if when is None else when.words
        place = self.document.text.find(told, self.context.start, self.context.end) if told else -1
        return self.tree.tokens(place, place + 1) if place >= 0 else ()

    def _is_ahead(self, figure: Figure) -> bool:
        verb = self.moods.predicate(figure.anchor)
        return verb is not None and self.moods.standings.of(verb).status in AHEAD

    def _of_total(self, figure: Figure, verb: int) -> When | None:
        """The time for which a total holds: "the toll since January"."""
        told = [t for noun in self.tree.having(verb, "obj") for t in self.tree.under(noun) if t not in figure.tokens]
        told.append(verb)  # "bringing the total since July to 96", "the number of people killed since July"
        totals = (self.times.of(self.tree, noun, figure.tokens) for noun in told)
        return next(filter(None, totals), None)

    def _is_given(self, figure: Figure) -> bool:
        """Whether nobody denies that so many are there: "denied that it would dismiss the 300 who struck"."""
        deed = self.moods.predicate(figure.anchor)
        if deed is not None and any(self.tree.lower[t] == "why" for t in self.tree.having(deed, "advmod")):
            return True  # "asked why 40 had died"
        if figure.is_whole or figure.head is None:
            return figure.is_whole
        done = self.tree.having(figure.head, "acl")
        told = any(self.tree.sentence.xpos[token] in ("VBD", "VBN") for token in done)
        told = told or self.tree.case(figure.head) == "of"  # "asked how many of the 61 had come"
        return told and is_definite(self.tree, figure.anchor, figure.tokens)

    def _from_where(self, figure: Figure, verb: int | None) -> int:
        """The word from which its time is looked for: the verb where that is below ("a boy who died on Monday")."""
        if figure.is_whole and (own := deed_of(self.tree, figure)) is not None:
            return own  # "of the 3,000 tonnes pledged in January, 840 had arrived by March"
        if verb is None or verb in self.tree.up(figure.anchor):
            return figure.anchor
        told_below = figure.deed is not None or (figure.head is None and verb == of_those_left(self.tree, figure))
        told_below = told_below and figure.anchor in self.tree.up(verb)
        return verb if told_below or self.tree.base[verb] == "xcomp" else figure.anchor

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
        first = min(figure.tokens)
        if self.tree.lower[max(0, first - 2) : first] == ALL_BUT:
            return None  # "all but six were saved": the six were not
        graded = verb is not None and self.tree.sentence.upos[verb] == "ADJ" and self.tree.having(verb, "cop")
        if graded and counted is not None and counted.lemma in words("persons", "wounded", "hurts"):
            return None  # "none of the injuries was life-threatening": how many were hurt, is not told
        measure = measured(self.tree, figure, verb, counted, quantity=quantity, status=status)
        if verb is None or not is_fatal(self.tree, verb):  # "three of the injured did not survive" are no more wounded
            measure = befallen(self.tree, figure, measure, counted, quantity=quantity)
        measure = term(self.tree, figure) or measure
        if whole is None:
            return measure
        inset = self._is_inset(figure.top)
        beside = figure.head in range(first, max(figure.tokens) + 3)  # not of "of the 31 injured, four have died"
        own = _of_word(counted) if beside else None  # "4,700 were killed or wounded, including 600 dead"
        if own is not None and measure is not None and measure.slug in (*BEFALLEN, CASUALTIES):
            return own
        lacks_deed = inset or (verb is not None and (self.tree.lemma(verb) == "be" or self._is_placing(verb)))
        return of_whole(
            measure, whole, lacks_deed=lacks_deed or is_kind_of(self.tree, figure, whole), unit=quantity.unit
        )

    def _is_inset(self, noun: int) -> bool:
        """ "Including 40 men", "among them 40 men"."""
        tied = any(self.tree.case(child) in INSETS for child in self.tree.having(noun, "nmod") if child < noun)
        return tied or self.tree.case(noun) in INSETS

    def of_whole(self, figure: Figure, whole: Claim | None) -> Standing | None:
        """As its whole stands, what is only said along with it: "will come, she said, among them 40 builders"."""
        if whole is None:
            return None
        noun, tree = figure.top, self.tree
        while tree.base[noun] == "conj" and tree.sentence.upos[tree.head(noun)] == "NOUN":
            noun = tree.head(noun)
        alone = tree.base[noun] in ("ccomp", "parataxis", "dep") and not tree.having(noun, "cop")
        first = min(tree.having(noun, "nummod"), default=noun)
        inset = self._is_inset(noun) or tree.lower[max(first - 2, 0) : first] == ("among", "them")
        tied = alone and tree.sentence.upos[noun] == "NOUN" and inset
        return Standing(whole.status) if tied else None

    def _is_placing(self, verb: int) -> bool:
        """Whether it is only told where or of which kind they are: "22 of which are in the north", "were children"."""
        named = self.tree.sentence.upos[verb] in ("NOUN", "PROPN") or self.tree.sentence.words[verb][0].isupper()
        return named and bool(self.tree.having(verb, "cop"))  # "were Romanian"

    def ties(self) -> Iterator[Tie]:
        """Conditions, reasons and purposes, without the claims they govern."""
        for tied in self.moods.standings.ties.all:
            consequent = self._span_or_none(tied.consequent)
            yield Tie(tied.kind, self._span(*tied.opening), self._span(*tied.antecedent), consequent)

    def prospects(self) -> Iterator[Prospect]:
        """What the sentence tells as still to come."""
        for ahead in Prospects(self.moods.standings).all():
            if (when := due_day(self.tree, self.times, ahead, self.context)) is None and (
                ahead.dated or ahead.kind == "deadline"
            ):
                continue  # "must leave" asks for something, and sets no day
            if self.document.text.startswith("?", self._span(*ahead.what).end):
                continue  # "what will Estonia do?"
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

    def _coming(self, when: When, standing: Standing, figure: Figure, verb: int | None) -> When | None:
        """The time of a figure that is still to come: "promised to send 20 by Thursday" means the next Thursday.

        "Expected 3,000 on Saturday, but 500 came", "could have died" may look back: no limit does, nor who plans now.
        """
        ahead = standing.status in ("planned", "expected", "conditional")
        open_ = standing.status == "possible" and verb is not None and "have" not in self._helpers(verb)
        if (
            not (ahead or open_)
            or looks_back(self.tree, standing.words)
            or was_to(self.tree, self.times, standing.words, when)
        ):
            return when
        limit = when.start is None or (when.end is None and (when.words or "").lower().startswith(STARTING))
        apart = self.tree.base[figure.anchor] == "appos"  # "expects inflation, 4.7% in October, to slow"
        told = self.times.coming(when) if not apart and (limit or self._is_planned_now(when, standing)) else when
        return None if is_of_order(standing.status, told, self.times) else told

    def _is_planned_now(self, when: When, standing: Standing) -> bool:
        """ "Plans to cut 300 in December": who told it so in the past may look back, and so may "for December"."""
        told = [self.tree.sentence.xpos[t] for t in standing.words if self.tree.sentence.upos[t] in ("VERB", "AUX")]
        now = bool(told) and "VBD" not in told and standing.status in ("planned", "expected")
        titled = self.kind == "headline" and told == ["VB"]  # "to swap prisoners on Saturday"
        return now and (titled or (when.words or "").lower().startswith(LOOKING_AHEAD))

    def _is_base(self, when: When, change: Change, start: int) -> bool:
        """Whether it is when a change is counted from: "up eight points from March", "slid from November to 402"."""
        if (when.words or "").lower().startswith("from ") and self._at(f"{when.words} to ", self.context.start, start):
            return when.end is None
        return is_base(when, change)

    def _helpers(self, verb: int) -> frozenset[str]:
        return frozenset(self.tree.lower[helper] for helper in self.tree.having(verb, "aux"))

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
                thing=self._span_or_none(roles.thing(self.tree, token)),
                doer=self._span_or_none(roles.doer(self.tree, token)),
            )

    def _deed(self, figure: Figure, standing: Standing) -> int | None:
        """The predicate a figure hangs on; of "troops already dispatched" the participle beside what is counted."""
        own = of_those_left(self.tree, figure) if figure.deed is None else figure.deed
        if own is not None:
            return own
        last = standing.words[-1] if standing.words else None
        if last is not None and self.tree.sentence.xpos[last] == "VBN" and self.tree.head(last) == figure.head:
            return last
        if figure.is_whole or only_lies(self.tree, figure) or before_bracket(self.tree, figure):
            return None
        if standing.apart and standing.status in ("ongoing", "happened"):
            return None  # "built 80 homes, with nine left", "12 instead of the usual 40"
        if of_place(self.tree, figure.anchor):
            return None
        verb = self.moods.predicate(figure.anchor)
        if verb is not None and self.tree.lower[verb] == COMPARED and self.tree.head(verb) >= 0:
            verb = self.moods.predicate(self.tree.head(verb))  # "1,204 died, compared with 1,590 last year"
        if verb is not None and self.tree.sentence.upos[verb] in ("PROPN", "PRON", "NUM", "SYM"):
            return next(iter(self.tree.having(verb, "cop")), verb)  # "was with China": a name is no deed
        if verb is not None and (state := self._listed_as(verb)) is not None:
            return state
        of_state = figure.head is not None and self.tree.head(figure.anchor) == figure.head
        of_state = of_state and self.tree.base[figure.anchor] == "nsubj"  # "five killed, 40 missing"
        if verb is not None and (verb == figure.head or of_state):
            state = verb if figure.head is None else figure.head
            return next(iter(self.tree.having(state, "cop")), None)  # "21 were children", "nine still missing"
        return verb if verb is None else raised(self.tree, figure.anchor, verb)

    def _listed_as(self, verb: int) -> int | None:
        """The state of "are still listed as missing": what they are, whoever has them on a list."""
        tree = self.tree
        if tree.lemma(verb) not in words("figures", "raising", "listing") or not tree.having(verb, "aux:pass", "aux"):
            return None
        told = tree.having(verb, "advcl", "xcomp", "obl")
        return next((t for t in told if tree.case(t) == "as" and tree.lower[t] in self.moods.states), None)

    def _span(self, *tokens: int) -> Span:
        return self.document.span(*self.tree.chars(tokens))

    def _span_or_none(self, tokens: Sequence[int]) -> Span | None:
        return self._span(*tokens) if tokens else None


def _of_word(counted: Counted | None) -> Measure | None:
    """What befell those who are called by it: "dead", "wounded"."""
    if counted is None or counted.implied:
        return None
    kinds: tuple[Harm, ...] = ("killed", "wounded")
    harm = next((harm for harm in kinds if counted.lemma in words("persons", harm, "words")), None)
    return None if harm is None else of_harm(harm)


def _as_it_was(claim: Claim) -> Claim:
    """A level of before is no guess, whoever makes one of what comes of it."""
    chain = claim.attribution
    if chain and chain[-1].stance == "supposes":
        nobody = chain[-1].kind == "unnamed" and not chain[-1].named  # "is forecast to"
        told = () if nobody else (replace(chain[-1], stance="asserts"),)
        claim = replace(claim, attribution=(*chain[:-1], *told))
    if claim.status not in AHEAD:
        return claim
    return replace(claim, status="happened", status_words=None, certainty=Certainty(), condition=None)
