"""Who says it: the chain of each claim from the outlet to the root, with the words that say so.

The steps of a claim are the sayings in whose content it stands, outermost first. A source may bring others with it:
the agency that it told, the paper that quotes it, the service that briefed it, whom it cites. An impersonal "it is
reported" is a step whose source is unnamed: somebody says it, and the text does not tell who. What somebody promises,
orders or asks for is an act of theirs and no step.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution.bearers import (
    UNCERTAIN,
    antecedent,
    at_seat,
    body_behind,
    hung_on,
    is_headlines_medium,
    is_makers,
    state_before,
    titled,
    with_joint,
    with_name,
)
from reportedly.claims.attribution.credits import Credits
from reportedly.claims.attribution.itself import is_itself
from reportedly.claims.attribution.kinds import kind_of_words, own_kind
from reportedly.claims.attribution.leads import is_item, teller
from reportedly.claims.attribution.named import is_named
from reportedly.claims.attribution.names import Known, Mention
from reportedly.claims.attribution.nested import (
    goes_on_to_say,
    is_official,
    is_setting,
    outermost_first,
    speaks_of_another,
)
from reportedly.claims.attribution.onward import goes_on, is_one, takes_up, tells_all
from reportedly.claims.attribution.pauses import MARKS
from reportedly.claims.attribution.sayings import Joined, Paragraphs, by_sentence, runs
from reportedly.claims.attribution.sources import (
    can_tell,
    is_acronym,
    is_bare_name,
    is_definite,
    is_firm,
    is_guessed,
    is_unknown,
    kind_of,
    names_teller,
    opens_any_name,
)
from reportedly.claims.attribution.speakers import Said
from reportedly.claims.attribution.voices import is_step, knows_by, manner_of, phrase_of, stance_of, telling_of
from reportedly.claims.lexicons import either, words
from reportedly.claims.times import Times
from reportedly.claims.trees import Tree
from reportedly.model import Attribution, Document, PartKind, Saying, SourceKind, Span
from reportedly.values.zeros import is_none_of_any

UNNAMED = "unnamed"
SELF = frozenset({"i", "we", "me", "us"})
OUR = frozenset({"our", "my", "our own", "my own"})
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "his", "her", "its", "their", *SELF})
BEYOND = frozenset({"PUNCT", "ADP", "SCONJ", "VERB", "AUX", "PRON"})  # tags at which a hearer's name has ended
LONGEST_MEDIUM = 7  # words of a medium's name with what it is: "the business daily Borsen"
PERSONAL = frozenset({"he", "she", "his", "her", "him"})  # near a name these show that it is a person's


class Chains:
    """The chains of one document, paragraph by paragraph in order of the text."""

    def __init__(self, document: Document, times: Times) -> None:
        self.document, self.times = document, times
        self._paragraphs, self._known = Paragraphs(document.text), Known()
        self._credits = Credits(document)
        self._waiting: tuple[Sequence[Tree], PartKind] | None = None
        self._together: bool | None = None  # whether one sentence of the paragraph bears on another, once known
        self._near: dict[int, list[Joined]] = {}
        self._told: dict[int, tuple[Attribution, ...]] = {}
        self._last: Tree | None = None
        self._trees: Sequence[Tree] = ()
        self._places: dict[int, int] = {}
        self._before: tuple[Attribution, ...] = ()  # who tells the sentence before the paragraph, where it is asked
        self._ons: dict[int, tuple[Attribution, ...]] = {}
        self._lead: tuple[Attribution, ...] = ()  # who tells the items of the list that is being read

    def read(self, trees: Sequence[Tree], kind: PartKind) -> None:
        """Take in the next paragraph; its sayings are read when a claim asks for its chain or a quotation may go on."""
        taken_up = bool(self._trees) and len(trees) > 1 and takes_up(trees[1], "adding")
        self._before = self._account(self._trees[-1], counted=False) if taken_up else ()
        waiting = () if self._waiting is None else self._waiting[0]
        if any(not MARKS.isdisjoint(tree.lower) for tree in waiting) or (waiting and waiting[-1].lower[-1] == ":"):
            self._heard()
        elif self._waiting is not None:
            self._paragraphs.pass_over()
        self._lead, self._last = self._led(trees), trees[-1]
        self._waiting, self._near, self._told, self._together = (trees, kind), {}, {}, None
        self._trees, self._ons = trees, {}
        self._places = {tree.sentence.start: place for place, tree in enumerate(trees)}
        for tree in trees:
            self._known.read(tree)

    def _led(self, trees: Sequence[Tree]) -> tuple[Attribution, ...]:
        """Who tells the next paragraph where it is an item of a list: whoever the sentence over the list names."""
        if self._last is None or not is_item(self.document.text, trees[0].sentence.start):
            return ()
        lead = teller(self._last, self._near.get(self._last.sentence.start, ()))
        return self._steps_of(lead) if lead is not None else self._lead

    def _hear(self, tree: Tree) -> None:
        """Read the sayings that may reach into a sentence, once: of a paragraph that quotes nobody its own alone."""
        start = tree.sentence.start
        if self._waiting is None or start in self._near:
            return
        trees, kind = self._waiting
        if self._together is None:
            self._together = self._paragraphs.hangs_together(trees, kind)
        if self._together:
            self._heard()
        else:
            self._near[start] = self._paragraphs.alone(tree, kind, first=tree is trees[0])

    def _heard(self) -> list[Joined]:
        """The sayings of the paragraph that was taken in last."""
        if self._waiting is None:
            return []
        (trees, kind), self._waiting = self._waiting, None
        found = self._paragraphs.read(trees, kind)
        self._near = by_sentence(found, trees)
        return found

    def sayings(self, trees: Sequence[Tree], kind: PartKind, number: int = 0) -> list[Saying]:
        """The sayings of the next paragraph as nouns; the first is the document's ``number``-th."""
        self.read(trees, kind)
        found = sorted(_without_counts(self._heard()), key=lambda joined: (joined.place, joined.content))
        places = {id(joined): number + place for place, joined in enumerate(found)}
        near = by_sentence(found, trees)
        begins = [tree.sentence.start for tree in trees]
        told: list[Saying] = []
        for joined in found:
            over = near[begins[max(0, bisect_right(begins, joined.place) - 1)]]
            around = [other for other in over if other.covers(joined.place) and _size(other) > _size(joined)]
            within = min(around, key=_size, default=None)
            told.append(self._saying(joined, None if within is None else places[id(within)]))
        return told

    def _saying(self, joined: Joined, within: int | None) -> Saying:
        tree, said = joined.tree, joined.said
        source = self.document.span(*tree.chars(said.source)) if said.source else None
        known = None if said.head is None else self._known.resolve(tree, said.head, said.verb)
        named = known is not None and said.head is not None and tree.sentence.upos[said.head] != "PROPN"
        return Saying(
            source,
            tuple(self.document.span(*place) for place in runs(tree, said.cue)) if said.cue else (),
            tuple(self.document.span(*place) for place in joined.content),
            joined.form,
            stance_of(tree, said),
            known.name if known is not None and named else None,
            within,
        )

    def chain(self, tree: Tree, anchor: int) -> tuple[Attribution, ...]:
        """The steps for the claim whose word is ``anchor``, from the outlet on."""
        self._hear(tree)
        position = tree.sentence.starts[anchor]
        over = [
            joined for joined in self._near.get(tree.sentence.start, ()) if joined.covers(position) and is_step(joined)
        ]
        over = [joined for joined in over if not is_official(joined)] or over
        over = [joined for joined in over if not is_setting(joined, over)]
        # How many tell it the teller of all tells himself: "citing two people".
        over = [joined for joined in over if not self._is_of_source(joined, tree, anchor)]
        steps: list[Attribution] = []
        ordered = outermost_first(over)
        for joined in ordered:
            anew = goes_on_to_say(joined, tree, anchor)
            for step in self._steps_of(joined):
                steps = _added(steps, step, quoted=speaks_of_another(joined, over), anew=anew)
        steps = _without_nobody(steps, own=bool(over) and _is_apart(ordered[-1], ordered[:-1])) or list(
            self._lead or self._on(tree) or self._credits.of_casualties(tree, position)
        )
        if is_none_of_any(tree.lower[anchor]) and steps and steps[-1].stance == "denies":
            steps[-1] = replace(steps[-1], stance="asserts")  # "denied that anyone was hurt": there were none
        credited = [step for step in self._credits.over(position) if all(step.source != s.source for s in steps)]
        outlet = self.document.outlet
        steps = [step for step in (*credited, *steps) if not is_itself(step, outlet)]
        return (*((Attribution(outlet, "media"),) if outlet else ()), *steps)

    def _on(self, tree: Tree) -> tuple[Attribution, ...]:
        """Who tells a sentence that names nobody and goes on with what the one before it tells."""
        start = tree.sentence.start
        if self._near.get(start):
            return ()
        if start not in self._ons:
            place = self._places[start]
            on = place > 0 and goes_on(tree)
            self._ons[start] = self._account(self._trees[place - 1], counted=True) if on else self._amid(place)
        return self._ons[start]

    def _amid(self, place: int) -> tuple[Attribution, ...]:
        """Who tells a sentence that stands in the midst of his account: "..., he said. Two died. ..., he added"."""
        after = self._trees[place + 1] if place + 1 < len(self._trees) else None
        if after is None or not takes_up(after):
            return ()
        steps = self._account(self._trees[place - 1], counted=False) if place else self._before
        more = [one for one in self._told_in(after) if one.tree is after and is_step(one)] if steps else []
        return steps if more and is_one(steps[-1], self._steps_of(more[0])[-1]) else ()

    def _account(self, before: Tree, *, counted: bool) -> tuple[Attribution, ...]:
        """Who tells all of a sentence of the paragraph; ``counted`` where it has to count something."""
        near = self._told_in(before)
        told = [one for one in near if is_step(one)]
        whole = bool(told) and all(one.tree is before for one in told)
        whole = whole and tells_all(before, [one.said for one in told], counted=counted)
        steps = self._on(before) if not near else self._steps_of(told[0]) if whole else ()
        return steps if all(step.stance == "asserts" for step in steps) else ()

    def _told_in(self, tree: Tree) -> Sequence[Joined]:
        """The sayings that reach into a sentence of the paragraph."""
        self._hear(tree)
        return self._near.get(tree.sentence.start, ())

    def _is_of_source(self, joined: Joined, tree: Tree, anchor: int) -> bool:
        """Whether a word stands in what names who says it: "a survey of 4,000 people", "citing two people"."""
        if joined.tree is tree and anchor in joined.said.source:
            return True
        position = tree.sentence.starts[anchor]
        spans = (step.span for step in self._steps_of(joined))
        return any(span is not None and span.start <= position < span.end for span in spans)

    # Steps

    def _steps_of(self, joined: Joined) -> tuple[Attribution, ...]:
        """The steps of a saying, found once however many figures stand in it; nothing in a paragraph changes them."""
        if id(joined) not in self._told:
            self._told[id(joined)] = tuple(self._steps(joined))
        return self._told[id(joined)]

    def _steps(self, joined: Joined) -> Iterator[Attribution]:
        tree, said = joined.tree, joined.said
        yield from self._through(tree, said.verb, said.head)
        yield self._own(joined)
        if said.head is None:
            return
        yield from self._behind(tree, said.verb, said.head)
        for other in self._near.get(tree.sentence.start, ()):
            if other.tree is not tree or not (other.said.head == said.head or other.said.source == said.source):
                continue
            if tree.lemma(other.said.verb) in words("attribution", "citing", "verbs"):
                yield from self._cited(tree, other.said.verb)

    def _own(self, joined: Joined) -> Attribution:
        tree, said = joined.tree, joined.said
        cue = said.cue or (joined.before.said.cue if joined.before else ()) or (said.verb,)
        span = self.document.span(*tree.chars(cue))
        stance, manner = stance_of(tree, said), manner_of(tree, said)
        when = self.times.told(tree, said.verb, said.content)
        if said.head is None or _is_heard(tree, said):
            return Attribution(UNNAMED, "unnamed", None, span, stance, None, False, None, manner, when)
        step = self._of(tree, said.head, said.verb, said.source)
        if step.kind in UNCERTAIN and tree.lemma(said.verb) == "quote" and tree.sentence.upos[said.head] == "PROPN":
            step = replace(step, kind="media")  # "was quoted as saying by Gazeta Polska"
        knows = telling_of(tree, said) or step.knows
        if tree.lemma(said.verb) == "count" and step.source.lower() not in SELF:
            knows = None  # who counts what others report has not seen it
        known = step.source, step.kind, step.span
        return Attribution(*known, span, stance, step.name, step.named, knows, manner, when)

    def _of(self, tree: Tree, head: int, verb: int, source: tuple[int, ...] = ()) -> Attribution:
        """The step of the source with this head, without what is said of the saying."""
        if (hung := hung_on(tree, head, verb)) is not None:
            head, source = antecedent(tree, head, hung), ()  # "the state media, which disclosed"
        elif tree.sentence.xpos[head] == "WDT" and tree.sentence.upos[max(0, head - 2)] in ("NOUN", "PROPN"):
            head, source = head - 2, ()  # ", which noted": hung elsewhere
        head = at_seat(tree, head)
        top, phrase = phrase_of(tree, head, source)
        kind, named, name = kind_of(tree, top), is_named(tree, top), None
        if (title := titled(tree, top, phrase, verb)) is not None:
            nouns = (own_kind(tree.lemma(t)) for t in reversed(title) if tree.sentence.upos[t] == "NOUN")
            kind = next(filter(None, nouns), kind) if kind in UNCERTAIN else kind
            phrase = (*title, *phrase)
        phrase = with_joint(tree, top, phrase, source)
        if (called := with_name(tree, top, phrase, verb)) != phrase:
            phrase, named = called, True
        span = self.document.span(*tree.chars(phrase))
        if kind == "person" and (of := body_behind(tree, phrase[-1])) is not None:
            kind = of
        if kind in UNCERTAIN and top != head:
            kind = kind_of(tree, head) or kind
        known = self._known.resolve(tree, top, verb)
        bearers = (top, *tree.having(top, "nmod:desc"))  # "their spokeswoman Carla Viti"
        owners = [c for one in bearers for c in tree.having(one, "nmod:poss") if tree.sentence.upos[c] == "PRON"]
        owner = self._owner(tree, top, owners[0], verb) if owners else None
        if owner is not None:
            bearer = tree.lemma(tree.head(owners[0]))
            serves = bearer in words("sources", "relational", "words") and owner.kind not in UNCERTAIN
            pleads = bearer in words("sources", "pleading", "words")
            # "its report", "their figures", "its president", but the lawyer of a firm is none of it
            kind = owner.kind if (kind in UNCERTAIN or serves) and not pleads else kind
            if tree.lemma(top) in words("sayings", "carriers", "words"):
                name, named = owner.name, owner.named
            elif owners[0] == phrase[0] and kind not in UNCERTAIN and not pleads:
                name = self._owned(tree, owner, span.quote, verb, speaks=bearer.startswith("spokes"))
        if name is None and owners[:1] == [phrase[0]] and tree.lemma(top) in words("sources", "of_states", "words"):
            state = state_before(tree, phrase[0])  # "an outbreak in Laos, its health ministry said"
            name = None if state is None else f"{state}'s {span.quote.partition(' ')[2]}"
        if known is not None and known.kind in UNCERTAIN:
            whose = [c for c in known.tree.having(known.token, "nmod:poss") if known.tree.sentence.upos[c] == "PRON"]
            body = self._known.resolve(known.tree, whose[0], known.token) if whose else None
            post = known.noun in words("sources", "posts", "words")
            kind = body.kind if body is not None and post and kind in UNCERTAIN else kind  # "its director": "he said"
            house = next((c for c in known.tree.having(known.token, "nmod:poss") if c not in whose), None)
            kind = (kind_of(known.tree, house) if house is not None else None) or kind  # "the institute's Ana Ruiz"
        if known is not None:
            bare = tree.lemma(top) in words("sources", "generic", "words")  # "the agency" may be of any kind
            # ... and "DGHS" is of that of "the health directorate DGHS"
            guessed = (bare or is_acronym(tree, top)) and known.kind not in UNCERTAIN
            # ... and "Hudson's Bay" is of that of "Hudson's Bay Co."
            named_so = tree.sentence.upos[top] == "PROPN" and not known.person and is_unknown(tree, top)
            guessed = guessed or (named_so and known.kind not in UNCERTAIN)
            kind = known.kind if guessed or kind in UNCERTAIN or tree.sentence.upos[top] in ("PRON", "DET") else kind
            named = known.named or named
            name = known.name if tree.sentence.upos[top] != "PROPN" else name
        if kind in UNCERTAIN and (whole := self._whole(tree, top, verb)) is not None:
            kind = whole.kind  # "three of them"
        if known is None and (served := self._served(tree, top, verb)) is not None:
            kind = served
        kind = _by_saying(tree, kind, phrase, top=top, head=head, verb=verb, met=known is not None)
        kind = self._credits.kind(span.quote) or kind
        kind = "company" if kind == "person" and tree.lower[top] == "it" else kind  # "Northline cut 40, it said"
        inside = [token for token in tree.under(head) if tree.sentence.upos[token] != "PROPN"]
        knows = knows_by(tree.lemma(token) for token in inside if _is_own_word(tree, token, head))
        return Attribution(span.quote, kind or "unnamed", span, name=name, named=named, knows=knows)

    def _owner(self, tree: Tree, top: int, owner: int, verb: int) -> Mention | None:
        """Whose it is: of "the audit office, whose head said" the office, else whom the pronoun stands for."""
        if tree.lower[owner] != "whose":
            return self._known.resolve(tree, owner, verb)
        clause = next((token for token in tree.up(top) if tree.base[token] == "acl"), None)
        return None if clause is None else Mention(tree, tree.head(clause), acts=True)

    def _owned(self, tree: Tree, owner: Mention, words_: str, verb: int, *, speaks: bool) -> str | None:
        """ "Its defence ministry", by whose it is, where the same sentence tells: "Peru's defence ministry".

        Of who ``speaks`` for somebody a sentence before may tell as well: "Peru's defence ministry's spokesman".
        """
        if not (speaks or (owner.tree is tree and not owner.person)) or not can_tell(owner.tree, owner.token):
            return None
        whose = owner if owner.named else self._known.resolve(owner.tree, owner.token, verb) or owner
        genitive = "'" if whose.name.endswith("s") else "'s"
        return f"{whose.name}{genitive} {words_.partition(' ')[2]}"

    def _served(self, tree: Tree, top: int, verb: int) -> SourceKind | None:
        """The kind of whom a source speaks or works for, where only the text before tells: "a spokeswoman said"."""
        lemma = tree.lemma(top)
        if tree.sentence.upos[top] == "PROPN" and top and tree.lemma(top - 1).startswith("spokes"):
            top, lemma = top - 1, tree.lemma(top - 1)  # "spokesman Carl Ortega said"
        elif tree.sentence.upos[top] == "PROPN":
            offices = [child for child in tree.having(top, "nmod:desc") if tree.lemma(child).startswith("spokes")]
            top, lemma = (offices[0], tree.lemma(offices[0])) if offices else (top, lemma)
        if tree.sentence.upos[top] != "NOUN":
            return None
        beside = tree.having(top, "nmod", "nmod:poss", "compound", "appos", "amod")  # "the police board" is its own
        if not beside and (lemma.startswith("spokes") or lemma in words("sources", "serving", "words")):
            body = self._known.last_body(tree, top)
            return None if body is None else body.kind
        for child in tree.having(top, "nmod", "nmod:poss", "compound"):
            generic = tree.lemma(child) in words("sources", "generic", "words")
            of = generic and (is_definite(tree, child) or tree.base[child] == "compound")
            owner = self._known.described(tree, child) if of else None  # "a bank spokesman"
            if owner is not None and owner.kind not in UNCERTAIN:
                return owner.kind  # "a logistician with the agency"
        return None

    def _whole(self, tree: Tree, top: int, verb: int) -> Mention | None:
        """Of which they are some: the passengers of "several of them"."""
        of = (child for child in tree.having(top, "nmod") if tree.lower[child] in ("them", "those", "these"))
        child = next(of, None)
        return None if child is None else self._known.resolve(tree, child, verb)

    def _through(self, tree: Tree, verb: int, head: int | None) -> Iterator[Attribution]:
        """The medium a source told it to, or that quotes the source."""
        if tree.lemma(verb) in words("attribution", "informing", "verbs"):
            hearers = tree.having(verb, "obj", "iobj")
            by_words = tuple(self._told_to(tree, verb))
            yield from by_words
            for hearer in (one for one in hearers if one + 1 not in hearers):  # "Radio Gol", taken for two
                if hearer > verb and hearer != head and not by_words and is_medium(tree, hearer):
                    step = self._of(tree, hearer, verb)
                    agency = step.kind == "agency" or tree.lemma(hearer) == "agency"
                    kind = self._credits.kind(step.source) or ("agency" if agency else "media")
                    yield replace(step, words=self._span(tree, verb), knows="told", kind=kind)
        for hearer in tree.having(verb, "obl"):  # "confirmed to the CTK agency"
            known = hearer > verb and tree.case(hearer) == "to" and kind_of(tree, hearer) in ("media", "agency")
            if known and is_named(tree, hearer):
                yield replace(self._of(tree, hearer, verb), words=self._span(tree, verb), knows="told")
        if head is None:
            return
        beside = [child for child in tree.having(verb, "advcl") if head < child < verb]
        for relating in (*tree.having(head, "acl"), *beside):
            if _is_passive_of(tree, relating, "quoted"):
                yield from self._agents(tree, relating, "by", "in")

    def _told_to(self, tree: Tree, verb: int) -> Iterator[Attribution]:
        """The medium right behind a verb, by its words, wherever the parse has hung it."""
        beyond = (
            t for t in range(verb + 1, len(tree.lower)) if tree.sentence.upos[t] in BEYOND and tree.lower[t] != "-"
        )
        end = next(beyond, len(tree.lower))
        heard = range(verb + 1, min(end, verb + 1 + LONGEST_MEDIUM))
        if not heard or not tree.sentence.words[heard[-1]][:1].isupper():
            return
        span = self._span(tree, *heard)
        if (kind := self._credits.kind(span.quote) or kind_of_words(span.quote)) in ("media", "agency"):
            yield Attribution(span.quote, kind, span, self._span(tree, verb), knows="told", named=True)

    def _behind(self, tree: Tree, verb: int, head: int) -> Iterator[Attribution]:
        """Whom a source cites, and by whom it was told."""
        beside = (
            (head + 1,) if head + 1 < min(verb, len(tree.lower)) and tree.head(head + 1) not in (head, verb) else ()
        )
        for word in (*tree.having(verb, "advcl", "acl", "conj"), *tree.having(head, "acl", "advcl"), *beside):
            without = "without" in tree.case(word)  # "reported, without citing sources"
            if tree.lemma(word) in words("attribution", "citing", "verbs") and tree.sentence.xpos[word] != "VBN":
                yield from () if without else self._cited(tree, word)
            if _is_passive_of(tree, word, "briefed"):
                yield from self._agents(tree, word, "by")
        if tree.lemma(verb) in ("hear", "learn"):
            yield from self._agents(tree, verb, "from")
        for word in (verb, *tree.having(verb, "advcl")):
            if tree.lemma(word) in words("attribution", "ascribing", "verbs") and tree.sentence.xpos[word] != "VBN":
                tellers = (agent for agent in tree.having(word, "obl") if can_tell(tree, agent))
                if next(tellers, None) is not None:  # "attributing the number to the clinic", but not "to higher sales"
                    yield from self._agents(tree, word, "to")

    def _agents(self, tree: Tree, verb: int, *cases: str) -> Iterator[Attribution]:
        for agent in tree.having(verb, "obl"):
            if tree.case(agent) in cases:
                yield replace(self._of(tree, agent, verb), words=self._span(tree, verb))

    def _cited(self, tree: Tree, word: int) -> Iterator[Attribution]:
        behind = (child for child in tree.having(word, "obl") if tree.case(child) == "from")
        for cited in (*tree.having(word, "obj"), *behind):  # "quoting from a report"
            if tree.lower[cited] == "what":  # "quoting what they had been told by mediators"
                for telling in tree.having(cited, "acl"):
                    yield from self._agents(tree, telling, "by")
                continue
            noun = _noun_under(tree, cited)
            if noun is not None:  # "a lawmaker briefed by", where the parse takes the participle for the head
                yield replace(self._of(tree, noun, word), words=self._span(tree, word), knows="told")
                yield from self._agents(tree, cited, "by")
                continue
            if kind_of(tree, cited) is None or not (tree.sentence.upos[cited] != "NOUN" or names_teller(tree, cited)):
                continue  # "citing lower demand": a reason
            yield replace(self._of(tree, cited, word), words=self._span(tree, word))
            yield from self._behind(tree, word, cited)

    def _span(self, tree: Tree, *tokens: int) -> Span:
        return self.document.span(*tree.chars(tokens))


def _by_saying(
    tree: Tree, kind: SourceKind | None, phrase: tuple[int, ...], *, top: int, head: int, verb: int, met: bool
) -> SourceKind | None:
    """What the way in which it is said tells of a source that its own words leave unsure; ``met`` before or not."""
    shouted = all(tree.sentence.words[t].isupper() for t in phrase)
    if kind == "person" and not met and is_firm(tree, top):
        kind = "company"
    if kind == "company" and tree.lemma(top) == "team" and tree.lemma(verb) in words("sources", "scholarly", "verbs"):
        kind = "analyst"  # what a team finds and calculates no club does
    if kind == "company" and tree.lower[verb] == ":" and is_unknown(tree, top) and shouted:
        kind = "person"  # "BRITO: We lost 40 seats": the turns of an interview
    if kind == "person" and not met and is_makers(tree, phrase, said_by=verb):
        kind = "company"
    if kind == "person" and not met and is_headlines_medium(tree, top, phrase, verb):
        kind = "media"
    if kind == "person" and not met and is_bare_name(tree, top) and not PERSONAL & set(tree.lower):
        # Whom a report quotes it introduces by a first name, a title or a word for what he is.
        kind = "media" if _relays(tree, verb) else "company"
    if kind == "company" and top != head and tree.lemma(head) in words("attribution", "told", "polls"):
        kind = "analyst" if is_unknown(tree, top) else kind  # "a poll by Norstat"
    if kind == "company" and tree.lemma(verb) == "report" and is_acronym(tree, top) and is_unknown(tree, top):
        kind = "media"  # "a girl was hurt, WBRO reports"
    article = words("sources", "beginnings", "articles")
    if kind in ("company", "government", "person") and tree.lemma(verb) in ("report", "write"):
        foreign = tree.sentence.upos[top] == "PROPN" and tree.lower[phrase[0]] in article
        foreign = foreign and len(phrase) > 1 and not opens_any_name(tree, phrase[0])
        if foreign and is_unknown(tree, top) and not tree.having(verb, "obj"):
            kind = "media"  # ", Il Mercato reported"
    return kind


def _relays(tree: Tree, verb: int) -> bool:
    """Whether somebody tells what others say: "writes", "citing a tribal elder"."""
    citing = words("attribution", "citing", "verbs")
    near = tree.having(verb, "advcl", "acl", "conj")
    return tree.lemma(verb) in ("write", "report", *citing) or any(tree.lemma(child) in citing for child in near)


def _is_heard(tree: Tree, said: Said) -> bool:
    """ "A court heard that", "40 fell ill, inquest told": it was said there, by somebody the text does not name."""
    told = tree.lemma(said.verb) == "tell" and not tree.having(said.verb, "obj", "iobj", "aux")
    told = told and all(token < said.verb for token in said.content)
    heard = said.head is not None and tree.lemma(said.head) in words("attribution", "hearing", "words")
    return heard and (told or tree.lemma(said.verb) == "hear")


def is_medium(tree: Tree, head: int) -> bool:
    """Whether a hearer is a named medium and not "reporters"; a body that no table knows mostly is one."""
    if not words("sources", "hearers", "houses").isdisjoint(tree.lower[token] for token in tree.under(head)):
        return False  # "told the House of Commons"
    if tree.sentence.upos[head] == "PROPN" and is_guessed(tree, head):
        return True
    if tree.lemma(head) == "agency" and any(
        tree.sentence.upos[c] == "PROPN" for c in tree.having(head, "appos", "flat")
    ):
        return True  # "told the agency Petrowire"
    if kind_of(tree, head) not in words("sources", "hearers", "kinds") or tree.sentence.xpos[head] in ("NNS", "PRP"):
        return False
    return is_named(tree, head) or kind_of(tree, head) == "agency"


def _noun_under(tree: Tree, participle: int) -> int | None:
    if not _is_passive_of(tree, participle, "briefed"):
        return None
    return next((child for child in tree.having(participle, "compound", "nsubj") if child < participle), None)


def _is_passive_of(tree: Tree, verb: int, table: str) -> bool:
    return tree.sentence.xpos[verb] == "VBN" and tree.lemma(verb) in words("attribution", table, "verbs")


def _is_own_word(tree: Tree, token: int, head: int) -> bool:
    return token == head or tree.base[tree.head(token)] != "acl" or tree.head(token) == head


def _without_counts(found: Iterable[Joined]) -> Iterator[Joined]:
    """Without what a verb counts where it holds something anyway."""
    told = {(joined.tree.sentence.start, joined.said.verb) for joined in found if joined.said.way != "counted"}
    for joined in found:
        if joined.said.way != "counted" or (joined.tree.sentence.start, joined.said.verb) not in told:
            yield joined


def _size(joined: Joined) -> int:
    return sum(end - start for start, end in joined.content)


def _added(steps: list[Attribution], step: Attribution, *, quoted: bool, anew: bool = False) -> list[Attribution]:
    """The chain with one more step, unless its source stands there already or speaks of itself."""
    for place, other in enumerate(steps):
        if step.span is not None and step.span == other.span:
            # "said ..., dismissing a claim that": what stands nearer tells how the source takes it.
            says_so = step.stance == "asserts" and not anew
            nearer = other if says_so else replace(other, stance=step.stance, manner=step.manner)
            return [*steps[:place], nearer, *steps[place + 1 :]]
    before = steps[-1] if steps else None
    if before is not None and before.source.lower() in PRONOUNS and before.name == step.source:
        return [*steps[:-1], replace(step, stance=before.stance if step.stance == "asserts" else step.stance)]
    if before is not None and before.span is not None and _is_same(before, step, quoted=quoted):
        own = step.source.lower() in SELF and step.stance == "doubts"  # "'We doubt it,' he said": what he says is so
        stance = step.stance if step.stance in ("denies", "doubts") and not own else before.stance
        return [*steps[:-1], replace(before, knows=before.knows or step.knows, stance=stance)]
    return [*steps, step]


def _is_same(before: Attribution, step: Attribution, *, quoted: bool) -> bool:
    """Whether the inner source is the speaker of the outer: "she said she believed"; who is quoted says "I"."""
    word, _, last = step.source.lower().rpartition(" ")
    if word in OUR and last in either(("attribution", "views", "words"), ("attribution", "told", "bases")):
        return True  # "by our information", "on my count"
    word = word.partition(" ")[0] or last
    return word in SELF or (
        not quoted and word in PRONOUNS and step.name is not None and step.name in (before.name, before.source)
    )


def _is_apart(joined: Joined, outer: Sequence[Joined]) -> bool:
    """Whether somebody unnamed tells on his own: "a yacht, said to be worth $3m", "he had been told that".

    Who says that "it had been told" so says it himself.
    """
    tree, verb = joined.tree, joined.said.verb
    before = any(other.tree is tree and other.said.verb < verb and other.said.head is not None for other in outer)
    told = tree.lemma(verb) in ("tell", "inform")
    if before and told and any(tree.sentence.xpos[child] == "PRP" for child in tree.having(verb, "nsubj")):
        return False
    return joined.said.head is None and (tree.base[verb] == "acl" or tree.lemma(verb) in ("tell", "inform"))


def _without_nobody(steps: list[Attribution], *, own: bool) -> list[Attribution]:
    """Without unnamed steps where somebody is named, but for the last if it is told apart from what is told."""
    last = steps[-1] if steps else None
    named = [step for step in steps if step.span is not None or (step is last and own)]
    return named or steps[:1]
