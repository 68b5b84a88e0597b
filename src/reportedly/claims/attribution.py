"""Who says it, as far as the sentence tells: the chain from the outlet to the root, with the words that say so.

A step is found where a verb of saying takes the figure's clause ("the ministry said that ...", "..., police said"),
takes the figure itself ("reported 300 cases"), or where a phrase names a source ("according to", "citing"). An
impersonal "it is reported" is a step whose source is unnamed: somebody says it, and the text does not tell who.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.stance import foresees
from reportedly.claims.trees import Tree
from reportedly.model import Attribution, Document, SourceKind, Stance

STANCES: tuple[Stance, ...] = ("asserts", "supposes", "denies", "doubts", "asks")
CLAUSES = frozenset({"ccomp", "csubj", "parataxis", "xcomp"})
UNNAMED = "unnamed"
RELAYING = frozenset({"citing", "quoting"})
# What follows a source's name and is no part of it.
OPENERS = frozenset({",", '"', "“", "”", "''", "``", ";", "—", "–", "-"})
QUOTES = frozenset({'"', "“", "‘", "``", "''"})
ENDERS = frozenset({",", ".", ";", ":", "!", "?", '"', "”", "''"})
LONGEST_NAME = 12  # words; longer stretches before a verb of saying are clauses
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PERSONS = frozenset({"he", "she", "they", "i", "we", "it", "who"})
LONGEST_TITLE = 6  # words before a headline's colon
LONGEST_TAIL = 5  # words; "in a statement on Monday"
OUTSIDE = frozenset({"acl", "acl:relcl", "appos", "parataxis", "punct", "advcl", "conj", "cc"})


class Speakers:
    """Reads the sources of one sentence."""

    def __init__(self, tree: Tree, document: Document, *, telegraphic: bool = False) -> None:
        self.tree, self.document = tree, document
        self.carriers = words("attribution", "nouns", "words")
        self.tellings = words("attribution", "tellings", "words")
        self.reckonings = words("attribution", "told", "words") | words("attribution", "told", "reckonings")
        self.metonyms = words("attribution", "metonyms", "words")
        self.told = words("attribution", "told", "words")
        self.insertions = tuple(self._insertions())
        self.phrases = tuple(self._phrases())
        self.title = self._titled() if telegraphic else None

    def chain(self, start: int) -> tuple[Attribution, ...]:
        """The steps for a figure whose counted word (or number) is ``start``, outermost first."""
        steps: list[Attribution] = []
        path = list(self.tree.up(start))
        for position, token in enumerate(path):
            below = path[position - 1] if position else None
            # "..., unions said; the ministry put it at 300": behind the semicolon the unions no longer speak.
            beyond = below is not None and below < token < start and self._is_parted(token, start)
            step = None if beyond else self._by_verb(token, below)
            if step is None:
                step = self._by_insertion(token, below, start)
            if step is not None and step not in steps:
                steps.append(step)
        if not steps:
            steps += self._by_comma(start) or self._by_that(start)
        if not steps and self.title is not None and start > self.title:
            steps.append(self._stretch(self.title, 0, self.title))
        steps = [step for step in steps if not self._is_quoted_self(step, steps)]
        steps.reverse()
        # "citing X" leads to a source behind the speaker; "according to X" stands before all that is said.
        for relayed, step in self._by_phrase(path):
            if step not in steps:
                steps.insert(len(steps) if relayed else 0, step)
        outlet = self.document.outlet
        return (*((Attribution(outlet, "media"),) if outlet else ()), *steps)

    # Verbs of saying

    def _stance(self, verb: int) -> Stance | None:
        return self._said(verb) if self.tree.sentence.upos[verb] in ("VERB", "AUX") else None

    def _by_verb(self, verb: int, below: int | None) -> Attribution | None:
        """A verb of saying above the figure; ``below`` is the child through which the figure hangs."""
        if below is None:
            return None
        stance = "supposes" if foresees(self.tree, verb) else self._stance(verb)
        relation = self.tree.base[below]
        if relation in ("obj", "ccomp", "xcomp") and stance is not None and foresees(self.tree, verb):
            return self._step(verb, stance, passive=False)
        if stance is None or relation not in CLAUSES:
            gives = self._gives(verb, below)
            if gives or stance is None:
                return self._step(verb, stance or "asserts", passive=False) if gives else None
        if relation in ("parataxis", "ccomp") and below > verb and self._starts_anew(verb, below):
            return None
        if (
            relation == "parataxis"
            and self.tree.sentence.upos[below] == "NOUN"
            and not self.tree.having(below, "nsubj")
        ):
            return None
        acted = bool(self.tree.having(verb, "obj"))  # "it estimated 300 casualties" is no passive
        passive = bool(self.tree.having(verb, "aux:pass") or (self.tree.having(verb, "nsubj:pass") and not acted))
        if relation in CLAUSES:
            if relation == "xcomp" and not passive and self.tree.lemma(verb) in self._not_with_infinitive():
                return None
            return self._step(verb, stance, passive)
        if relation == "obj" and stance in ("denies", "doubts") and self.tree.lemma(below) in self.tellings:
            return self._step(verb, stance, passive)
        takes = words("attribution", "objects", "verbs")
        if self.tree.lemma(verb) not in takes:
            return None
        if relation == "obj" or (relation in ("obl", "advmod") and self.tree.case(below) in ("at", "of", "")):
            return self._step(verb, stance, passive)
        if relation == "nsubj" and passive:
            return self._step(verb, stance, passive)
        return None

    def _gives(self, verb: int, below: int) -> bool:
        """ "gave a range of 1,000 to 3,000", "raised its estimate to 4,700", "told reporters of 300 dead"."""
        tree, lemma = self.tree, self.tree.lemma(verb)
        if lemma in words("attribution", "informing", "verbs"):
            about = [child for child in tree.having(below, "nmod") if tree.case(child) in ("of", "about")]
            told = tree.lower[below + 1 : below + 2] == ("that",)  # whatever the parse hangs the clause on
            return tree.base[below] in ("obj", "iobj") and (bool(about) or told)
        colon = tree.base[below] == "parataxis" and ":" in tree.lower[verb:below]
        if lemma not in words("attribution", "giving", "verbs") or not (tree.base[below] in ("obj", "obl") or colon):
            return False
        return any(tree.lemma(child) in self.told for child in tree.having(verb, "obj"))

    def _starts_anew(self, verb: int, below: int) -> bool:
        """Whether a clause beside the saying is no longer said: it follows a semicolon or is a saying of its own."""
        own = self._stance(below) is not None and bool(self.tree.having(below, "nsubj"))
        return own or self._is_parted(verb, below)

    def _is_parted(self, one: int, other: int) -> bool:
        """Whether a semicolon or ", while" stands between: what one half of a sentence says, the other need not."""
        between = self.tree.lower[min(one, other) : max(one, other)]
        contrasted = any(pair in ((",", "while"), (",", "whereas")) for pair in pairwise(between))
        return ";" in between or contrasted

    def _not_with_infinitive(self) -> frozenset[str]:
        return words("attribution", "not_with_infinitive", "verbs")

    def _by_insertion(self, token: int, below: int | None, start: int) -> Attribution | None:
        """ "..., the ministry said": the saying hangs under what is said."""
        for child in self.tree.having(token, "parataxis", "advcl", "discourse"):
            if child == below or self._stance(child) is None or self.tree.having(child, "ccomp", "obj", "aux:pass"):
                continue
            if self._is_parted(start, child):
                continue
            if self.tree.base[child] != "parataxis" and not any(
                self.tree.lower[mark] == "as" for mark in self.tree.having(child, "mark", "advmod", "case")
            ):
                continue
            if self._subject(child) is not None:
                return self._step(child, self._stance(child) or "asserts", passive=False)
        return None

    def _step(self, verb: int, stance: Stance, passive: bool) -> Attribution | None:
        tree = self.tree
        cue = (*tree.having(verb, "aux", "aux:pass"), verb)
        if passive:
            agent = [child for child in tree.having(verb, "obl") if tree.case(child) == "by"]
            if agent:
                return self._named(agent[0], cue, stance)
            if self.tree.lemma(verb) in words("stance", "expected", "verbs"):
                return None  # "is expected to" tells of the future and of nobody who says so
            impersonal = [child for child in tree.having(verb, "nsubj", "expl") if tree.lower[child] == "it"]
            run = tree.chars((*impersonal, *cue))
            return Attribution(UNNAMED, "unnamed", None, self.document.span(*run), stance)
        subject = self._subject(verb)
        return None if subject is None else self._named(subject, cue, stance)

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb of saying, shared over "and" and over participles ("..., saying")."""
        tree, participle = self.tree, verb
        for _ in tree.lower:
            said = tree.head(verb)
            if verb < said < participle and tree.base[verb] == "ccomp":
                verb = said  # "cases were recorded, the ministry said, citing figures": the ministry cites
            if verb != participle and tree.base[participle] == "advcl" and tree.having(verb, "aux:pass"):
                return None  # what is recorded cites nobody
            for child in tree.having(verb, "nsubj"):
                if tree.base[verb] == "acl" and tree.lower[child] in ("who", "which", "that"):
                    return tree.head(verb)
                return child
            head = tree.head(verb)
            if head < 0 or tree.base[verb] not in ("conj", "xcomp", "advcl", "acl"):
                return None
            if tree.base[verb] == "acl" and tree.sentence.upos[head] in ("NOUN", "PROPN"):
                return head
            verb = head
        return None

    def _named(self, head: int, cue: tuple[int, ...], stance: Stance) -> Attribution:
        """The step whose source is the phrase around ``head``, or the owner of it ("the ministry's figures")."""
        head = self._owner(head)
        start, end = self.tree.chars(self._name(head))
        words_span = self.document.span(*self.tree.chars(cue)) if cue else None
        source = self.document.span(start, end)
        return Attribution(source.quote, self._kind(head), source, words_span, stance)

    def _owner(self, head: int) -> int:
        tree = self.tree
        if tree.lemma(head) not in self.carriers:
            return head
        for child in tree.having(head, "nmod:poss", "nmod", "acl"):
            of = tree.case(child)
            if tree.sentence.relations[child] == "nmod:poss" and tree.sentence.upos[child] != "PRON":
                return child
            if of in ("from", "by", "of") and tree.sentence.upos[child] in ("PROPN", "NOUN"):
                named = tree.sentence.upos[child] == "PROPN" or of != "of"
                if named:
                    return child
            if tree.sentence.relations[child] == "acl":
                makers = [agent for agent in tree.having(child, "obl") if tree.case(agent) == "by"]
                if makers:
                    return makers[0]
        return head

    def _name(self, head: int) -> tuple[int, ...]:
        """The source's name: its noun phrase without article-less tails, clauses and appositions."""
        tree = self.tree
        keep = {head}
        for child in tree.children[head]:
            relation = tree.sentence.relations[child]
            if relation == "appos" and self._introduces(head, child):
                keep.update(tree.under(child))
                keep.update(range(head, min(tree.under(child))))
                continue
            if relation in OUTSIDE or relation.split(":")[0] in ("acl", "advcl", "conj", "parataxis"):
                continue
            if (tree.base[child] == "case" and child < head) or tree.lower[child] in ("'s", "’s", "'", "’"):
                continue
            keep.update(tree.under(child))
        for first, last, kind in tree.sentence.entities:
            if kind == "PER" and first <= head < last:
                keep.update(range(first, last))  # a name is one, however the parse divides it
        return tree.stretch(head, keep)

    def _introduces(self, head: int, other: int) -> bool:
        """ "the mayor, Ivo Kranj": a name and what its bearer is belong together."""
        upos = self.tree.sentence.upos
        return other > head and "PROPN" in (upos[head], upos[other]) and not self.tree.having(other, "acl")

    def _kind(self, head: int) -> SourceKind:
        """Kind of source by the words of its phrase; a person where the sentence names one."""
        return self._kind_of(self._name(head), head)

    def _kind_of(self, tokens: Iterable[int], head: int) -> SourceKind:
        tree = self.tree
        name = [tree.lower[token] for token in tokens]
        tables: dict[SourceKind, list[str]] = lexicon("attribution")["kinds"]
        for kind, marks in tables.items():
            if any(word in marks for word in name):
                return kind
        named = any(first <= head < last and label == "PER" for first, last, label in tree.sentence.entities)
        return "person" if named or tree.lower[head] in ("he", "she") else "unnamed"

    def _is_quoted_self(self, step: Attribution, steps: list[Attribution]) -> bool:
        """ "We think 3 came," she said: the "we" is hers."""
        return len(steps) > 1 and step.source.lower() in ("i", "we")

    def _by_that(self, start: int) -> list[Attribution]:
        """ "X said on Monday, and again on Friday, that ...": what stands behind "that" is said, however parsed."""
        tree = self.tree
        for mark in range(start - 1, 0, -1):
            if tree.lower[mark] == ";":
                return []
            if tree.lower[mark] == "that" and tree.base[mark] == "mark":
                sayings = [t for t in range(mark) if tree.sentence.xpos[t] in FINITE and self._stance(t) is not None]
                step = self._step(sayings[-1], self._said(sayings[-1]) or "asserts", passive=False) if sayings else None
                return [step] if step is not None else []
        return []

    # Sayings set off by commas or a colon, where the tree does not hold

    def _titled(self) -> int | None:
        """The colon of a headline that opens with a source: "Seoul: 4,700 dead", "Poll: six in ten against"."""
        tree = self.tree
        colon = tree.lower.index(":") if ":" in tree.lower else 0
        if not 0 < colon <= LONGEST_TITLE or any(tag in ("VERB", "NUM", "AUX") for tag in tree.sentence.upos[:colon]):
            return None
        known = self._kind_of(range(colon), colon - 1) != "unnamed" or " ".join(tree.lower[:colon]) in self.metonyms
        return colon if known or tree.lemma(colon - 1) in self.carriers or self._speaks(colon) else None

    def _speaks(self, colon: int) -> bool:
        """Whether what stands before the colon speaks elsewhere in the text: "Mayor Kranj said", "said Mayor Kranj"."""
        name = self.document.text[self.tree.sentence.starts[0] : self.tree.sentence.ends[colon - 1]]
        forms = "|".join(words("attribution", "speaking", "forms"))
        after, before = rf"{re.escape(name)},? (?:has |had )?(?:{forms})\b", rf"\b(?:{forms}) {re.escape(name)}\b"
        return re.search(f"{after}|{before}", self.document.text) is not None

    def _by_comma(self, start: int) -> list[Attribution]:
        """ "..., customs data showed on Monday", "..., said the premier": the last such after or around the figure."""
        tree, found = self.tree, []
        for verb, low, high in self.insertions:
            # What follows a speaker's name without a quote tells of the speaker: "said Bako, who runs two shelters".
            quoted = bool(QUOTES & set(tree.lower[high:start])) or verb > low
            if start < min(low, verb) or (start > max(high, verb) and quoted):
                found.append(self._stretch(verb, low, high))
        return found[:1]

    def _insertions(self) -> Iterator[tuple[int, int, int]]:
        """(verb, first and after last token of its subject) of each saying that stands between commas."""
        tree = self.tree
        for verb, tag in enumerate(tree.sentence.xpos):
            after = verb + 1
            last = after >= len(tree.lower) or tree.lower[after] == "."
            # ", the service estimates.": at the end, where verb and noun look alike
            if not (tag in FINITE or (tag in ("NN", "NNS") and last)) or self._said(verb) is None:
                continue
            told = tree.lemma(verb) in words("attribution", "informing", "verbs")  # "told reporters" names who heard
            if verb and tree.lower[verb - 1] in OPENERS and tag in FINITE and not told:
                low, high = after, self._until(after)
                if high > low and self._is_name(low, high) and tree.base[low] != "case":
                    yield verb, low, high
                    continue
            low, high = self._before(verb)
            ends = after >= len(tree.lower) or tree.lower[after] in ENDERS or self._is_tail(after)
            if low < high and low > 0 and ends and self._is_name(low, high):
                yield verb, low, high

    def _before(self, verb: int) -> tuple[int, int]:
        """The words between the comma and the verb, with an apposition between commas of its own."""
        high = verb - 1 if verb and self.tree.lower[verb - 1] == "," else verb
        low = high
        while low and self.tree.lower[low - 1] not in OPENERS:
            low -= 1
        if high < verb:  # ", the mayor, Ivo Kranj, said"
            low = max(0, low - 1)
            while low and self.tree.lower[low - 1] not in OPENERS:
                low -= 1
        return low, high

    def _until(self, token: int) -> int:
        while token < len(self.tree.lower) and self.tree.lower[token] not in ENDERS:
            token += 1
        return token

    def _is_tail(self, token: int) -> bool:
        """Whether what follows the verb says when or to whom, and not what."""
        tree, end = self.tree, self._until(token)
        tail = range(token, end)
        return (
            not any(tree.sentence.upos[word] in ("VERB", "NUM", "SCONJ") for word in tail) and len(tail) <= LONGEST_TAIL
        )

    def _is_name(self, low: int, high: int) -> bool:
        tree = self.tree
        upos, xpos = tree.sentence.upos[low:high], tree.sentence.xpos[low:high]
        if high - low > LONGEST_NAME or "SCONJ" in upos or {"MD", "VB", *FINITE} & set(xpos):
            return False
        return any(tag in ("NOUN", "PROPN") for tag in upos) or (high - low == 1 and tree.lower[low] in PERSONS)

    def _stretch(self, verb: int, low: int, high: int) -> Attribution:
        source = self.document.span(*self.tree.chars(range(low, high)))
        heads = [token for token in range(low, high) if self.tree.sentence.upos[token] in ("NOUN", "PROPN", "PRON")]
        words_span = self.document.span(*self.tree.chars((verb,)))
        kind = self._kind_of(range(low, high), heads[-1])
        return Attribution(source.quote, kind, source, words_span, self._said(verb) or "asserts")

    def _said(self, verb: int) -> Stance | None:
        """The stance of a word of saying, whatever it was taken for."""
        table = lexicon("attribution")["verbs"]
        return next((stance for stance in STANCES if self.tree.lemma(verb) in table[stance]), None)

    # Phrases that name a source

    def _phrases(self) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """(source head, governor, cue) of every "according to X", "citing X"."""
        tree = self.tree
        for token, word in enumerate(tree.lower):
            if word == "according" or (word in ("per", "via") and tree.base[token] == "case"):
                head = tree.head(token)
                if word == "per" and head == token + 1 and tree.sentence.upos[head] != "PROPN":
                    continue  # "45 cents per share", "sold per day"
                if word == "according" and tree.base[token] != "case":
                    below = tree.having(token, "obl", "nmod", "obj")
                    if below:
                        yield below[0], head, (token, token + 1)
                elif head >= 0 and tree.base[token] in ("case", "mark", "fixed"):
                    cue = (token, *tree.having(token, "fixed"))
                    yield head, tree.head(head), cue
            elif word == "by" and tree.base[token] == "case" and tree.lemma(tree.head(token)) in self.reckonings:
                for owner in tree.having(tree.head(token), "nmod:poss"):
                    yield owner, tree.head(tree.head(token)), (token,)  # "by the agency's reckoning"
            elif word in RELAYING:
                for source in tree.having(token, "obj"):
                    yield source, tree.head(token), (token,)

    def _by_phrase(self, path: list[int]) -> Iterator[tuple[bool, Attribution]]:
        top = path[-1]
        for source, governor, cue in self.phrases:
            if source not in path and governor >= 0 and (governor in path or self._above(governor, top)):
                yield self.tree.lower[cue[0]] in RELAYING, self._named(source, cue, "asserts")

    def _above(self, governor: int, top: int) -> bool:
        """Whether the phrase stands in the main clause, of which it then says all; or deep, where it does not."""
        climbed = list(self.tree.up(governor))
        if climbed[-1] != top:
            return False
        return all(self.tree.base[token] in ("conj", "obl", "obj", "nmod", "root", "nsubj") for token in climbed)
