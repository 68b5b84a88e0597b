"""Who says what in one sentence: source, cue and content of each saying, by the words of its tree.

A saying is found at a verb of saying, thinking, judging or wanting, at an adjective or a noun that holds what somebody
says, at a phrase that names a source, and at the colon of a headline. What is said may be a clause, a quotation, an
infinitive or a thing. All of it is tokens here; what runs over sentences is joined in ``sayings``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from reportedly.claims.attribution.beside import Beside
from reportedly.claims.attribution.pauses import DASHES, POSSESSIVE
from reportedly.claims.attribution.sources import can_tell, is_person, kind_of
from reportedly.claims.attribution.speakers import WHO, Said, phrases
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

SOURCING = frozenset({"according", "per", "via", "by", "in", "on", "so"})
CUES = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})  # tags of words that may carry a saying by themselves
ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged", "confronted"})
LIKE = frozenset({"like", "as if", "as though"})
BARE = frozenset({"VB", "VBG"})
SEVERAL = frozenset({"all", "both", "many", "several", "some", "these", "those", "few", "other", "two", "three"})


LISTS = (
    *(("sayings", kind, "verbs") for kind in ("quoting", "clausal", "wanting", "relaying", "gerundial", "carriers")),
    *(("sayings", "objective", kind) for kind in ("telling", "judging", "feeling")),
    *(("attribution", "verbs", stance) for stance in ("denies", "doubts")),
    *(("sayings", "impersonal", kind) for kind in ("seeming", "looking")),
    *(
        ("attribution", kind, "verbs")
        for kind in ("withdrawing", "objects", "holding", "impersonal", "putting", "giving")
    ),
)


@cache
def telling() -> frozenset[str]:
    """Every verb of the lists."""
    paired = phrases("prepositional", "phrases") | phrases("particled", "phrases")
    return frozenset({"accord", "have"}).union({first for first, _ in paired}, *(words(*keys) for keys in LISTS))


@cache
def _counting() -> frozenset[str]:
    """Every verb that may tell somebody's count."""
    kinds = ("putting", "giving", "withdrawing", "objects", "holding")
    told = (words("attribution", kind, "verbs") for kind in kinds)
    about = words("attribution", "objects", "about")
    return frozenset({"have"}).union(words("sayings", "carriers", "verbs"), about, *told)


def _is_let_know(tree: Tree, verb: int) -> bool:
    """ "Let it be known that", "made known that": who does so says it."""
    letting = tree.base[verb] == "xcomp" and tree.lemma(tree.head(verb)) in ("make", "let")
    return letting and tree.lemma(verb) == "know"


class Sentence(Beside):
    """Finds the sayings of one sentence."""

    def sayings(self) -> Iterator[Said]:
        """Every saying, in order of its cue."""
        if self.first and (titled := self._titled()):
            yield titled
        shares = list(self._shares())
        shared = {said.verb for said in shares}
        numbered = enumerate(zip(self.upos, self.tree.lower, strict=True))
        cues = [t for t, (upos, word) in numbered if (upos in CUES or word in SOURCING) and t not in shared]
        found = [share for token in cues for said in self._at(token) if said.content for share in self._gapped(said)]
        told = {said.verb for said in found if any(self.tree.lower[token] not in WHO for token in said.content)}
        shares += [said for said in self._named() if said.verb not in told]
        found = sorted((*found, *shares), key=lambda said: said.verb)
        found = [self._spoken_on(said, found) for said in found]
        found = [said for said in self._each_its_clause(found) if said.content]
        yield from (self._without_inserted(said, found) for said in found)

    def _spoken_on(self, said: Said, found: Iterable[Said]) -> Said:
        """ "'A missed chance,' said the union, adding that ...": one who goes on is the speaker, not what was said."""
        if said.head is None or not self._is_participle(said.verb):
            return said
        before = [o for o in found if o.verb < said.verb and o.head is not None and said.head in o.content]
        return replace(said, head=before[-1].head, source=before[-1].source) if before else said

    def _at(self, token: int) -> Iterator[Said]:
        """The sayings whose cue this word carries: one, and what it counts beside."""
        upos, said = self.upos[token], None
        if upos in ("VERB", "AUX"):
            if self._may_tell(token):
                yield from self._at_verb(token)
            return
        if upos == "NOUN":
            said = self._by_aside(token) or self._by_noun(token)
            said = said or (self._by_verb(token) if self._is_last(token) else None) or self._by_mistaken(token)
        elif upos == "ADJ":
            said = self._by_adjective(token)
        elif upos == "ADV":
            said = self._by_adverb(token) or (self._by_so(token) if self.tree.lower[token] == "so" else None)
        elif self.tree.lower[token] in SOURCING:
            said = self._by_phrase(token)
        if said is not None:
            yield said

    def _by_mistaken(self, token: int) -> Said | None:
        """ "The miners' union disputes that 3 escaped": a verb that a parser takes for the last noun of a name."""
        tree = self.tree
        if self.xpos[token] != "NNS" or tree.lower[token + 1 : token + 2] != ("that",):
            return None
        shared = tree.base[token] == "nsubj" and tree.base[token + 1] == "mark"  # "that" opens what its verb tells
        if not shared and tree.base[token] != "root":
            return None
        told = tree.lemma(token) in words("sayings", "clausal", "verbs")
        if not told or token - 1 not in tree.having(token, "compound"):
            return None
        end = next((t for t in range(token, len(self.upos)) if self._parts(t)), len(self.upos))
        source, content = self._trimmed(range(min(tree.under(token)), token)), self._trimmed(range(token + 1, end))
        return Said(token, (token,), token - 1, source, content, "said")

    def _may_tell(self, verb: int) -> bool:
        """Whether a verb stands in any list, or takes a clause with "that", as most of a text's verbs do not."""
        known = self.tree.lemma(verb) in telling() or bool(self.tree.having(verb, "ccomp"))
        return known or self._closes_speech(verb)

    def _takes_lives(self, verb: int) -> bool:
        """ "The quake claimed 300 lives": nothing is said, however often such a verb says something."""
        if self.tree.lemma(verb) not in words("persons", "killed", "taking"):
            return False
        taken = words("persons", "killed", "taken")
        return any(self.tree.lemma(child) in taken and child > verb for child in self.tree.having(verb, "obj"))

    def _at_verb(self, verb: int) -> Iterator[Said]:
        if self._takes_lives(verb):
            return
        if (seeming := self._seeming(verb)) is not None:
            yield seeming
            return
        if _is_let_know(self.tree, verb):
            said = self._made_clear(verb)
            if said is not None:
                yield said
            return
        counted = self._by_count(verb) or self._from_whom(verb)
        said = self._by_denial(verb) or self._as_said(verb) or self._by_verb(verb) or self._by_phrase(verb)
        if counted is not None and (said is None or said.way == "held"):
            yield counted
        if said is not None:
            yield said

    def _as_said(self, verb: int) -> Said | None:
        """ "As the mayor put it, ...", "... , as relatives claim": the rest of the sentence is theirs."""
        tree = self.tree
        marks = [mark for mark in tree.having(verb, "mark", "advmod", "case") if mark < verb]
        opening = [mark for mark in marks if tree.lower[mark] == "as"]
        if not opening:  # ", or so it was reported"
            opening = [mark - 1 for mark in marks if tree.lower[max(0, mark - 1) : mark + 1] == ("or", "so")]
        if not opening:
            return None
        lemma = tree.lemma(verb)
        speaks = (
            lemma == "put"
            or lemma in words("sayings", "quoting", "verbs")
            or lemma in words("sayings", "clausal", "verbs")
        )
        speaks = speaks and lemma not in words("attribution", "urging", "verbs")
        # "left it at 4%, as economists had expected": what was expected is told by the teller, and so
        foreseen = lemma in words("attribution", "foretelling", "verbs") or lemma in ("fear", "hope")
        speaks = speaks and not (foreseen and self.xpos[verb] in ("VBD", "VBN"))
        objects = [child for child in tree.having(verb, "obj", "ccomp", "xcomp") if tree.lower[child] != "it"]
        head = self._agent(verb) or self._subject(verb)
        if self.xpos[verb] == "VBN" and not tree.having(verb, "nsubj", "aux") and head != self._agent(verb):
            return None  # "as reported, the firm agreed"
        if head is not None and tree.having(verb, "aux:pass") and tree.lower[head] == "it":
            head = None
        elif head is None or not self._is_finite(verb):
            return None
        if not speaks or objects or self._by_preposition(verb):
            return None  # "as forecasters warned of more"
        first, last = opening[0], max(tree.under(verb))
        if first and not self.stops[first - 1]:
            return None
        end = next((t for t in range(last + 1, len(self.upos)) if self._parts(t)), len(self.upos))
        start = next((t + 1 for t in reversed(range(first)) if self._parts(t)), 0)
        start = max(start, self._denied_from(verb))
        content = [*range(start, first), *range(last + 1, end)]
        source = () if head is None else self._phrase(head, verb)
        return Said(verb, self._cue(verb, ()), head, source, self._trimmed(content), "source")

    def _denied_from(self, verb: int) -> int:
        """Where what is denied begins: of "denies that bees died, as growers allege" growers tell that alone."""
        above = (t for t in self.tree.up(self.tree.head(verb)) if t < verb) if self.tree.head(verb) >= 0 else ()
        denied = (t for t in above if self.tree.lemma(t) in words("attribution", "verbs", "denies"))
        return next((t + 1 for t in denied), 0)

    def _is_last(self, token: int) -> bool:
        """Whether a word ends its sentence, where verb and noun look alike: ", the service estimates."."""
        after = token + 1
        ends = after >= len(self.upos) or self.tree.lower[after] in (".", ";")
        if not token or self.upos[token - 1] not in ("NOUN", "PROPN", "PRON"):
            return False  # "a false report and several other charges"
        if any(self.tree.lower[child] in SEVERAL for child in self.tree.having(token, "det", "amod", "nummod")):
            return False  # "all battleground states"
        several = self.xpos[token - 1] == "NNS" or self.tree.lower[token - 1] in ("data", "police", "staff")
        # ", the fund estimates, and ...", ", the data show, ..."
        ends = ends or (self.tree.lower[after] == "," and (several or self.xpos[token] == "NNS"))
        ends = ends or (self.tree.lower[after] in DASHES and self.stops[after])  # ", the results show - fewer than"
        return (
            ends
            and self.tree.lemma(token) in words("sayings", "clausal", "verbs")
            and self._named_before(token) is not None
        )

    def _by_verb(self, verb: int) -> Said | None:
        tree = self.tree
        if verb and tree.lower[verb] == "according":
            return None
        if (quoted := self._quoting(verb)) is not None:
            return self._by_quoter(verb, quoted)
        content, also, way = self._content(verb)
        if not content or (way == "held" and (self._is_voiced(verb) or self._is_to_blame(verb))):
            return None
        low, _, inserted = self._insertion(verb) if way == "said" else (0, 0, None)
        head = inserted if low and inserted is not None else self._source(verb, way, content)
        head = None if low and tree.having(verb, "aux:pass") else head
        own = head is not None and self._is_own(verb, head)
        if own and tree.lower[head or 0] not in ("i", "we"):
            return None
        if head is None and way == "held" and self._is_added(verb):
            return None
        source = self._words_of(verb, head, low)
        if set(content) < set(source):  # "was told by the trust that 40 were waiting", hung on the trust
            source = self._trimmed(token for token in source if token not in content)
        if head is not None and source and tree.lower[source[0]] == "based":
            source = source[1:]
        cue = self._cue(verb, also)
        outside = {*cue, *source, *self._commented(verb, content), *self._asked_first(verb)}
        if head is not None and head > verb:
            outside.update(tree.having(head, "case"))  # "was sought for the job by the mayor"
        content = tuple(token for token in content if token not in outside)
        owned = bool(source) and tree.lower[source[0] - 1] in POSSESSIVE
        if owned and source[-1] == verb - 1 and tree.base[source[0]] == "appos":
            content = tuple(token for token in content if token > verb)  # "The water board's Mira Oss said"
        content = self._without_known(verb, content) if "which" in tree.lower else content
        return Said(verb, cue, head, source, self._trimmed(content), "own" if own else way)

    def _asked_first(self, verb: int) -> Iterator[int]:
        """ "Asked what he wanted, Okoro said": what somebody was asked is none of his answer."""
        for child in self.tree.having(verb, "advcl"):
            if child < verb and self.tree.lower[child] in ASKED and not self.tree.having(child, "nsubj"):
                end = next((t for t in range(child, verb) if self.stops[t]), verb)
                yield from (t for t in self.tree.under(child) if t < end)

    def _is_added(self, verb: int) -> bool:
        """Whether an infinitive or a participle only says what a thing is for or like: "an effort to win support"."""
        return self.tree.base[verb] == "acl" and self.xpos[verb] in BARE

    def _seeming(self, verb: int) -> Said | None:
        """ "The dam seems safe", "exports appear to have risen", "it looks as if": how it looks to the teller."""
        tree, lemma = self.tree, self.tree.lemma(verb)
        seeming = lemma in words("sayings", "impersonal", "seeming")
        if not seeming and lemma not in words("sayings", "impersonal", "looking"):
            return None
        behind = [child for child in tree.having(verb, "xcomp", "ccomp", "advcl", "obl") if child > verb]
        found = [c for c in behind if tree.case(c) in LIKE or (tree.base[c] == "xcomp" and not self._has_to(c))]
        found += [c for c in behind if seeming and tree.base[c] in ("xcomp", "ccomp") and c not in found]
        if not found:
            return None
        subjects = [c for c in tree.having(verb, "nsubj") if tree.lower[c] not in ("it", "there")]
        content = {token for child in (*subjects, *found) for token in tree.under(child)}
        cue = self._cue(verb, ())
        return Said(verb, cue, None, (), self._trimmed(content - set(cue)), "hearsay")

    def _without_known(self, verb: int, content: tuple[int, ...]) -> tuple[int, ...]:
        """Without what only tells more of what is denied: "denied organising the action, which grounded 60 flights"."""
        tree = self.tree
        if not any(tree.lemma(verb) in words("attribution", "verbs", stance) for stance in ("denies", "doubts")):
            return content
        apart: set[int] = set()
        for which in (t for t in content if t > verb and tree.lower[t - 1 : t + 1] == (",", "which")):
            clause = next((t for t in tree.up(which) if tree.sentence.relations[t] == "acl:relcl"), None)
            apart.update(() if clause is None else tree.under(clause))
        return tuple(token for token in content if token not in apart)

    def _by_denial(self, verb: int) -> Said | None:
        """ "..., a charge the army disputes", "...; the minister denied it": what stands before is denied."""
        tree = self.tree
        if not any(tree.lemma(verb) in words("attribution", "verbs", stance) for stance in ("denies", "doubts")):
            return None
        tellings = words("attribution", "tellings", "words") | words("attribution", "told", "words")
        noun = tree.head(verb)
        if tree.sentence.relations[verb] == "acl:relcl" and noun >= 0:
            which = [child for child in tree.having(verb, "obj") if tree.lower[child] == "which"]
            told = (
                tree.lemma(noun) in tellings
                and noun > 0
                and tree.base[noun] in ("appos", "parataxis", "conj", "dep", "obj", "obl")
            )
            first = min(which) if which else min(tree.under(noun)) if told else 0
        else:
            objects = [c for c in tree.having(verb, "obj") if c > verb and self._points_back(c)]
            first = min((min(tree.under(c)) for c in tree.having(verb, "nsubj")), default=0) if objects else 0
        if first < 2 or tree.lower[first - 1] not in (",", ";", "-", "–", "—", "but", "and"):
            return None
        if tree.lower[first - 1] == ";" and tree.lower[:1] == ("according",):
            return None  # "According to a report 40 died; the army disputed this": of two sources each its own
        head = self._subject(verb)
        if head is None or tree.lower[head] in WHO:
            return None
        return Said(verb, self._cue(verb, ()), head, self._phrase(head, verb), self._trimmed(range(first)), "denied")

    def _points_back(self, token: int) -> bool:
        """Whether an object means what was told before: "denied it", "rejects the claim"."""
        if self.tree.lower[token] in ("it", "this", "that"):
            return True
        deep = self.tree.having(token, "acl", "nmod", "ccomp")
        definite = any(
            self.tree.lower[child] in ("the", "this", "that", "these", "those")
            for child in self.tree.having(token, "det")
        )
        return definite and not deep and self.tree.lemma(token) in words("attribution", "tellings", "words")

    def _by_quoter(self, verb: int, saying: int) -> Said | None:
        """Who quotes another: all of what the other says, with the other, is the quoter's."""
        tree = self.tree
        passive = bool(tree.having(verb, "aux:pass"))  # "was quoted as saying by the paper", too
        head = (self._agent(verb) or self._agent(saying)) if passive else self._subject(verb)
        source = () if head is None else self._phrase(head, verb)
        other = self._quoted_one(verb)
        content = {*tree.under(saying), *(() if other is None else tree.under(other))}
        if self._set_off(verb):
            content |= set(range(len(self.upos)))
        outside = {*source, *self._cue(verb, ())}
        return Said(verb, self._cue(verb, ()), head, source, self._trimmed(content - outside), "said")

    def _from_whom(self, verb: int) -> Said | None:
        """ "The figure of 40 comes from the ministry", "was given by the ministry"."""
        tree = self.tree
        figures = [child for child in tree.having(verb, "nsubj") if self._counts(child)]
        told = words("attribution", "told", "words")
        if not figures or not any(tree.lemma(child) in told for child in figures):
            return None
        by, passive = ("by", True) if tree.having(verb, "aux:pass") else ("from", False)
        gives = tree.lemma(verb) in (words("attribution", "giving", "verbs") if passive else ("come", "stem"))
        givers = [child for child in tree.having(verb, "obl") if tree.case(child) == by and can_tell(tree, child)]
        if not gives or not givers:
            return None
        source = self._phrase(givers[0], verb)
        content = tuple(token for token in tree.under(figures[0]) if token not in source)
        return Said(verb, self._cue(verb, ()), givers[0], source, self._trimmed(content), "counted")

    def _by_count(self, verb: int) -> Said | None:
        """ "put the toll at 57, up from 41", "gave a range of 300 to 400", "raised its estimate to 4,700"."""
        tree, lemma = self.tree, self.tree.lemma(verb)
        if lemma not in _counting():
            return None
        told = words("attribution", "told", "words")
        objects = tree.having(verb, "obj")
        about = [child for child in tree.having(verb, "obl", "obj", "xcomp") if child > verb and self._counts(child)]
        putting = lemma in words("attribution", "putting", "verbs")
        given = False
        if lemma == "recall" and any(tree.having(child, "nummod") for child in objects):
            return None  # "recalled 310,000 vans": took them back
        if objects and self._is_written(verb, objects[0]):
            return None
        if putting:
            near = about if lemma == "give" else [child for child in tree.under(verb) if child > verb]
            cases = ("at", "as") if lemma == "give" else ("with",) if lemma == "credit" else ("at",)
            given = any(tree.case(child).partition(" ")[0] in cases and self._counts(child) for child in near)
        if lemma in words("attribution", "giving", "verbs"):
            revised = lemma in words("attribution", "revising", "verbs")  # "revised the magnitude down from 6.1 to 5.8"
            handed = lemma == "give" and any(tree.case(child) == "to" for child in tree.having(verb, "obl"))
            told_of = any(tree.lemma(child) in told for child in objects)
            told_of = told_of or (
                lemma == "give"
                and any(tree.lemma(child) in words("certainty", "chances", "words") for child in objects)
            )
            # "would cut the number", "gave a total of $5m to schools"
            handed = handed or any(self.xpos[child] == "MD" for child in tree.having(verb, "aux"))
            given = given or (told_of and not handed) or (revised and bool(about))
        elif lemma in words("attribution", "withdrawing", "verbs"):
            given = any(tree.lemma(child) in told and self._counts(child) for child in objects)
        elif not putting:
            tells = lemma in words("attribution", "objects", "verbs") or lemma in words(
                "attribution", "holding", "verbs"
            )
            carried = (lemma in words("sayings", "carriers", "verbs") or lemma == "have") and any(
                tree.lemma(child) in words("sayings", "carriers", "words") for child in tree.having(verb, "nsubj")
            )
            if lemma == "have":  # "the poll has a margin of 3 points"
                polls = words("attribution", "told", "polls")
                carried = carried and not any(tree.lemma(child) in polls for child in tree.having(verb, "nsubj"))
            bare = [child for child in about if self.upos[child] == "NUM" and not tree.case(child)]  # "fewer than 800"
            own = [child for child in about if tree.base[child] == "obj" or child in bare]
            if lemma == "say":  # "says sixty", but not "has said nothing about the 40"
                own = [child for child in own if self.upos[child] == "NUM" or tree.having(child, "nummod")]
            own += [child for child in about if self._is_about(lemma, child)]
            did = (
                lemma in words("attribution", "doing", "verbs")
                and self.xpos[verb] in ("VBD", "VBN")
                and self._is_by_persons(verb)
            )
            tells = tells or lemma in words("attribution", "objects", "about")
            given = (tells or carried) and bool(own) and not did
            given = given or (lemma == "have" and self._has_at(verb))
        behind = self._number_behind(verb) if lemma in words("attribution", "objects", "verbs") and not given else ()
        given = given or bool(behind)
        alone = self.xpos[verb] == "VBN" and not tree.having(verb, "aux", "nsubj")  # but "which had put them at 300"
        passive = tree.having(verb, "aux:pass") or (alone and tree.base[verb] == "acl")
        head = self._agent(verb) if passive else self._subject(verb)
        # "is put at $40 million", but "bail was set at $9,000"
        nobody = head is None and bool(passive) and putting and tree.base[verb] != "acl"
        nobody = nobody and lemma not in ("set", "give", "price", "rate", "place", "cost", "quote", "credit")
        if not given or self._only_totals(verb, head) or not (nobody or self._may_count(verb, head)):
            return None
        apart = {
            token
            for child in tree.having(verb, "conj", "parataxis", "advcl")
            if not self._follows(child)
            for token in tree.under(child)
        }
        apart |= self._of_which(verb)
        source = () if head is None else self._phrase(head, verb)
        under = {*tree.under(verb), *behind}
        if ":" in tree.lower[verb:]:  # "published its figures: 40 dead, 60 hurt"
            listed = range(tree.lower.index(":", verb) + 1, len(self.upos))
            under, apart = under | set(listed), apart - set(listed)
        content = [token for token in sorted(under) if token > verb and token not in apart and token not in source]
        return Said(verb, self._cue(verb, ()), head, source, self._trimmed(content), "counted")

    def _of_which(self, verb: int) -> set[int]:
        """The clause behind a comma that tells more of what is counted: "puts them at 40, of whom a third are lost"."""
        lower = self.tree.lower
        if "which" not in lower and "whom" not in lower:
            return set()
        opened = (
            t
            for t in range(verb, len(lower) - 2)
            if lower[t : t + 2] == (",", "of") and self.xpos[t + 2] in ("WDT", "WP")
        )
        first = next(opened, len(lower))
        return set(range(first, len(lower)))

    def _is_about(self, lemma: str, noun: int) -> bool:
        """ "Reported on the death of 70 miners", "wrote of 12 dead", but not "wrote on page 70", "on May 5"."""
        if lemma not in words("attribution", "objects", "about") or self.tree.base[noun] != "obl":
            return False
        case = self.tree.case(noun)
        harm = self.tree.lemma(noun) in words("persons", "killed", "nouns") | words("persons", "wounded", "nouns")
        return case in ("about", "of") or (case == "on" and harm)

    def _has_at(self, verb: int) -> bool:
        """ "The bulletin has the backlog at 9,200", "the office has 14 boats down as lost": no property."""
        tree = self.tree
        for child in tree.having(verb, "obl"):
            before = [c for c in tree.having(verb, "obj") if verb < c < child and not self._counts(c)]
            case = tree.case(child)
            share = tree.lemma(child) in ("percent", "%", "cent") and case == "on"
            # "has the backlog at 9,200", but not "has volunteers at 1,900 stations"
            bare = self.upos[child] in ("NUM", "SYM") or tree.lemma(child) in ("percent", "%", "million", "billion")
            if before and self._counts(child) and ((case == "at" and bare) or share):
                return True
        down = [child for child in tree.having(verb, "advmod") if tree.lower[child : child + 2] == ("down", "as")]
        return bool(down) and any(self._counts(child) for child in tree.having(verb, "obj"))

    def _is_by_persons(self, verb: int) -> bool:
        """ "A nurse counted 40 shots" tells a deed, "the agency counted 600 deaths" its word."""
        head = self._subject(verb)
        if head is None or self.upos[head] == "PRON":
            return False
        kind = kind_of(self.tree, head)
        several = self.xpos[head] == "NNS" and kind == "person"
        return several or (is_person(self.tree, head) and kind != "analyst")  # who analyses tells what he counts

    def _only_totals(self, verb: int, head: int | None) -> bool:
        """ "Brought up 23 bodies, which raises the toll to 52", "raising it to 52": a total is made up, not told."""
        deed = self.tree.head(verb)
        if head is not None and self.xpos[verb] == "VBG" and self.tree.base[verb] == "advcl" and deed >= 0:
            told = self.tree.lemma(deed) in telling() - words("attribution", "totalling", "verbs")
            return self.tree.lemma(verb) in words("attribution", "totalling", "verbs") and not told
        if head is None or self.tree.lower[head] not in ("which", "that", "this"):
            return False
        return self.tree.lemma(verb) in words("attribution", "totalling", "verbs") and not can_tell(
            self.tree, self.tree.head(verb)
        )

    def _may_count(self, verb: int, head: int | None) -> bool:
        if head is None or self._is_own(verb, head):
            return False
        if self.tree.lower[head] in WHO and self.tree.base[verb] == "acl" and self.tree.head(verb) >= 0:
            head = self.tree.head(verb)  # "the offer, which values it at $9m"
        return can_tell(self.tree, head) or (self.upos[head] == "DET" and self.tree.lower[head] in ("some", "others"))

    def _number_behind(self, verb: int) -> tuple[int, ...]:
        """A number right behind a verb, which a parse may hang on what follows: "expect about 900 this time, ..."."""
        first = verb + 1
        while first < len(self.upos) and self.upos[first] == "ADV":
            first += 1
        if first >= len(self.upos) or self.upos[first] not in ("NUM", "SYM") or self.tree.head(first) == verb:
            return ()
        end = next((t for t in range(first, len(self.upos)) if self.stops[t]), len(self.upos))
        return tuple(range(verb + 1, end)) if self.tree.head(first) >= end else ()

    def _follows(self, clause: int) -> bool:
        """Whether a clause goes on with what is told: "confirmed 27 cases, taking the total to 412"."""
        if self.tree.lower[clause] in ("up", "down"):
            return True
        if self.upos[clause] == "ADJ" and clause and self.upos[clause - 1] == "NUM":
            return True  # "to 104 dead from 110"
        marked = self.tree.having(clause, "mark", "case")
        if self.tree.lemma(clause) not in words("attribution", "totalling", "verbs"):
            return False
        return self.tree.base[clause] == "advcl" and self.xpos[clause] == "VBG" and not marked

    def _by_adjective(self, word: int) -> Said | None:
        tree = self.tree
        if (
            tree.base[word] == "xcomp"
            and tree.lemma(word) in ("clear", "plain", "known")
            and tree.lemma(tree.head(word)) in ("make", "let")
        ):
            return self._made_clear(word)
        if tree.lemma(word) not in words("sayings", "adjectival", "words"):
            return None
        links = tree.having(word, "cop")
        if not links:
            return None
        below = [child for child in tree.having(word, "ccomp", "xcomp", "advcl", "obl") if child > word]
        if not below:
            return None
        child = below[0]
        case = [c for c in tree.having(child, "case") if c == word + 1]
        if tree.base[child] in ("obl", "advcl") and not case and tree.base[child] != "advcl":
            return None
        head = self._subject(word)
        if head is not None and tree.lower[head] == "it" and tree.lemma(word) not in ("aware", "unaware", "confident"):
            head = None  # "it is clear that"
        source = () if head is None else self._phrase(head, word)
        content = tuple(token for token in tree.under(child) if token not in case)
        return Said(word, self._cue(word, tuple(case)), head, source, self._trimmed(content), "held")

    def _made_clear(self, word: int) -> Said | None:
        """ "The board made it clear that 300 farms would go"."""
        tree, verb = self.tree, self.tree.head(word)
        told = [child for of in (word, verb) for child in tree.having(of, "ccomp") if child > word]
        head = self._subject(verb)
        if not told or head is None:
            return None
        cue = tuple(range(min(self._cue(verb, ())), word + 1))
        return Said(verb, cue, head, self._phrase(head, verb), self._trimmed(tree.under(told[0])), "said")

    def _by_noun(self, noun: int) -> Said | None:
        """ "the ministry's claim that ...", "calls for ...", "expressed support for ..."."""
        tree = self.tree
        if (backed := self._backed(noun)) is not None:
            return backed
        case, content = self._held_by(noun)
        if not content:
            return None
        head = self._owner(noun)
        shown = tree.lemma(noun) in ("evidence", "proof", "information", "indication", "position")
        if head is None and shown and tree.lemma(tree.head(noun)) != "have":
            return None  # "there is evidence that": nobody says so
        if head is None and self._is_where_said(noun):
            return None
        if head is None and tree.having(noun, "cop") and tree.case(noun) in ("of", "under"):
            head = self._subject(noun)  # "is of the view that"
        if head is None and self.tree.lemma(noun) in words("attribution", "tellings", "words"):
            head = noun  # "a rumour that": it says so itself
        source = () if head is None else self._told_by(noun) if head == noun else self._phrase(head, noun)
        cue: tuple[int, ...] = (noun, *case)
        verb = tree.head(noun)
        voicing = words("sayings", "voicing", "verbs") | words("attribution", "withdrawing", "verbs")
        if (
            (head is None or head == noun or self.upos[head] == "PRON")
            and tree.base[noun] == "obj"
            and tree.lemma(verb) in voicing
        ):
            head = self._subject(verb)
            source = () if head is None else self._phrase(head, verb)
            cue = tuple(range(min(self._cue(verb, ())), max(cue) + 1))
        content = tuple(token for token in content if token not in source)
        content = tuple(token for token in content if token not in cue)
        return Said(noun, cue, head, source, self._trimmed(content), "noun")

    def _is_where_said(self, noun: int) -> bool:
        """ "The firm, which employs 300, said in a statement that": hung on the statement, it is the firm's word."""
        tree, verb = self.tree, self.tree.head(noun)
        told = (
            verb >= 0 and tree.lemma(verb) in words("sayings", "clausal", "verbs") and self._subject(verb) is not None
        )
        return told and tree.base[noun] == "obl" and tree.case(noun) == "in" and tree.lower[noun + 1] == "that"

    def _backed(self, noun: int) -> Said | None:
        """ "The union won the endorsement of the bishops": those who back, and whom."""
        tree, verb = self.tree, self.tree.head(noun)
        if tree.lemma(noun) not in words("sayings", "backing", "words") or tree.base[noun] != "obj":
            return None
        behind = [child for child in tree.having(noun, "nmod") if tree.case(child) in ("of", "from")]
        backers = [child for child in behind if can_tell(tree, child)]
        subject = self._subject(verb) if tree.lemma(verb) in words("sayings", "backing", "verbs") else None
        if not backers or subject is None:
            return None
        cue = tuple(range(min(self._cue(verb, ())), tree.having(backers[0], "case")[0] + 1))
        return Said(noun, cue, backers[0], self._phrase(backers[0], noun), self._phrase(subject, verb), "noun")

    def _told_by(self, noun: int) -> tuple[int, ...]:
        return self.tree.stretch(
            noun, (noun, *(t for c in self.tree.having(noun, "det", "amod", "compound") for t in self.tree.under(c)))
        )

    def _by_adverb(self, word: int) -> Said | None:
        tree = self.tree
        if tree.lower[word] not in words("sayings", "impersonal", "adverbs"):
            return None
        head = tree.head(word)
        if head < 0:
            return None
        content = tuple(token for token in tree.under(head) if token != word)
        return Said(word, (word,), None, (), self._trimmed(content), "hearsay")
