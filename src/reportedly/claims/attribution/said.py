"""Who says what in one sentence: source, cue and content of each saying, by the words of its tree.

A saying is found at a verb of saying, thinking, judging or wanting, at an adjective or a noun that holds what somebody
says, at a phrase that names a source, and at the colon of a headline. What is said may be a clause, a quotation, an
infinitive or a thing. All of it is tokens here; what runs over sentences is joined in ``sayings``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.claims.attribution.around import ALL_STANCES
from reportedly.claims.attribution.counts import telling_or_counting
from reportedly.claims.attribution.cues import described
from reportedly.claims.attribution.pauses import DASHES, POSSESSIVE
from reportedly.claims.attribution.rejoined import Rejoined
from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.attribution.speakers import FINITE, WHO, Said, Way
from reportedly.claims.awaited import awaited_by
from reportedly.claims.lexicons import either, words
from reportedly.claims.trees import Tree
from reportedly.claims.vouched import other_before, vouched

SOURCING = frozenset({"according", "per", "via", "by", "in", "on", "so", "or"})
CUES = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})  # tags of words that may carry a saying by themselves
ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged", "confronted"})
LIKE = frozenset({"like", "as if", "as though"})
BARE = frozenset({"VB", "VBG"})
SEVERAL = frozenset({"all", "both", "many", "several", "some", "these", "those", "few", "other", "two", "three"})


LONGEST_ISSUE = 6  # words from the verb that issues a statement to what it is "saying"
LETTING = ("make", "let")
CLEAR = frozenset({"known", "clear", "plain", "public"})


def _is_let_know(tree: Tree, verb: int) -> bool:
    """ "Let it be known that", "made known that": who does so says it."""
    letting = tree.base[verb] == "xcomp" and tree.lemma(tree.head(verb)) in LETTING
    return letting and tree.lemma(verb) == "know"


def _is_letting(tree: Tree, verb: int) -> bool:
    """Whether it is the verb of "made known", "let it be known", "made it clear"."""
    return tree.lemma(verb) in LETTING and any(tree.lower[child] in CLEAR for child in tree.having(verb, "xcomp"))


class Sentence(Rejoined):
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
        found = self._with_rejoined([*found, *shares])
        found.sort(key=lambda said: said.verb)
        found = [self._spoken_on(said, found) for said in found]
        found = [said for said in self._each_its_clause(found) if said.content]
        found = [self._past_semicolon(said, found) for said in found]
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
        if upos in ("VERB", "ADJ") and (source := vouched(self.tree, token)) is not None:
            yield self._vouched_by(token, source)
        elif upos in ("VERB", "AUX") or self.xpos[token] in FINITE:
            if self._may_tell(token):
                yield from self._at_verb(token)
        elif (said := self._at_other(token)) is not None:
            yield said

    def _at_other(self, token: int) -> Said | None:
        """The saying whose cue this word carries, which is no verb."""
        upos, said = self.upos[token], None
        if upos == "NOUN":
            said = self._by_aside(token) or self._by_makers(token) or self._by_noun(token)
            said = said or (self._by_verb(token) if self._is_last(token) else None) or self._by_mistaken(token)
        elif upos == "ADJ":
            said = self._by_adjective(token)
        elif upos == "ADV":
            said = self._by_adverb(token) or (self._by_so(token) if self.tree.lower[token] == "so" else None)
        elif self.tree.lower[token] in SOURCING:
            said = self._by_phrase(token)
        return said

    def _vouched_by(self, word: int, source: int) -> Said:
        """ "Some 450 homes were flooded, if the mayor is right": the rest of the sentence is the mayor's."""
        clause = self.tree.under(word)
        start = next((t + 1 for t in reversed(range(min(clause))) if self._parts(t)), 0)
        start = max(start, other_before(self.tree, word) or 0)
        end = next((t for t in range(max(clause) + 1, len(self.upos)) if self._parts(t)), len(self.upos))
        over = next((t for t in self.tree.up(word) if self.tree.base[t] == "ccomp"), None)
        told = range(start, end) if over is None else self.tree.under(over)  # "said that, if it is right, 40 died"
        content = self._trimmed(t for t in told if t not in clause)
        return Said(word, self._cue(word, ()), source, self._phrase(source, word), content, "source")

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
        if verb and self.tree.lower[verb - 1] == "ever" and self.tree.base[verb] in ("acl", "amod"):
            return False  # "the lowest level ever measured"
        known = self.tree.lemma(verb) in telling_or_counting() or bool(self.tree.having(verb, "ccomp"))
        as_told = verb > 0 and self.xpos[verb] == "VBN" and self.tree.lower[verb - 1] == "as"
        return known or as_told or self._closes_speech(verb) or _is_letting(self.tree, verb)

    def _takes_lives(self, verb: int) -> bool:
        """ "The quake claimed 300 lives", "the judge confirmed the arrest": nothing is said, whatever else it says."""
        ruled = self.tree.lemma(verb) in words("attribution", "ruling", "verbs")
        if ruled and any(
            self.tree.lemma(child) in words("attribution", "ruling", "things") and child > verb
            for child in self.tree.having(verb, "obj")
        ):
            subject = self._subject(verb)
            return subject is not None and self.tree.lemma(subject) in words("attribution", "ruling", "by")
        if self.tree.lemma(verb) not in words("persons", "killed", "taking"):
            return False
        taken = words("persons", "killed", "taken")
        return any(self.tree.lemma(child) in taken and child > verb for child in self.tree.having(verb, "obj"))

    def _tells_number(self, verb: int) -> bool:
        """ "Hired 40 men, half of the 80 it had announced": nobody announces but the number right before."""
        number = self.tree.head(verb)
        bare = self.tree.sentence.relations[verb] == "acl:relcl" and self.upos[number] == "NUM" and number < verb
        bare = bare and awaited_by(self.tree, verb) is None
        return bare and not any(child > verb for child in self.tree.having(verb, "ccomp", "xcomp", "obj"))

    def _supposes(self, verb: int) -> bool:
        """ "It will end on Monday, assuming 400 vote for it": on what something hangs nobody says."""
        if self.tree.lower[verb] not in ("assuming", "supposing", "providing", "provided"):
            return False
        return self.tree.base[verb] in ("advcl", "acl", "mark", "case") and not self.tree.having(verb, "aux", "mark")

    def _compares(self, verb: int) -> bool:
        """ "Four fewer than the court had ordered": with what something is compared tells nothing of it."""
        if "than" not in self.tree.lower[:verb] or self.tree.having(verb, "ccomp", "xcomp", "obj"):
            return False
        firsts = [min(self.tree.under(child)) for child in self.tree.having(verb, "nsubj") if child < verb]
        return any("than" in self.tree.lower[max(0, first - 1) : first + 1] for first in firsts)

    def _at_verb(self, verb: int) -> Iterator[Said]:
        if self._takes_lives(verb) or self._tells_number(verb) or self._supposes(verb) or self._compares(verb):
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
        speaks = lemma == "put" or lemma in words("sayings", "clausal", "verbs") or _is_letting(tree, verb)
        # "as he told the court", but not "as the crowd cheered"
        speaks = speaks or any(lemma in words("attribution", "verbs", stance) for stance in ALL_STANCES)
        speaks = speaks and lemma not in either(
            ("attribution", "urging", "verbs"), ("attribution", "urging", "meanwhile")
        )
        # "left it at 4%, as economists had expected": what was expected is told by the teller, and so
        # "the toll, as closed by the service, is 371": whatever was done with it
        count = tree.head(verb) >= 0 and tree.lemma(tree.head(verb)) in words("attribution", "told", "words")
        speaks = speaks or (count and self._agent(verb) is not None)
        foreseen = lemma in words("attribution", "foretelling", "verbs") or lemma in ("fear", "hope")
        speaks = speaks and not (foreseen and self.xpos[verb] in ("VBD", "VBN"))
        told = CLEAR | {"it"}
        objects = [child for child in tree.having(verb, "obj", "ccomp", "xcomp") if tree.lower[child] not in told]
        head = self._agent(verb) or self._subject(verb)
        if self.xpos[verb] == "VBN" and not tree.having(verb, "nsubj", "aux") and head != self._agent(verb):
            return None  # "as reported, the firm agreed"
        if head is not None and tree.having(verb, "aux:pass") and tree.lower[head] == "it":
            head = None
        elif head is None or not (self._is_finite(verb) or (count and head == self._agent(verb))):
            return None
        if not speaks or objects or self._by_preposition(verb):
            return None  # "as forecasters warned of more"
        first, last = opening[0], max(tree.under(verb))
        if first and not self.stops[first - 1] and tree.lower[first - 1] != "(":
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
        if not content or all(self.xpos[t] == "WP" for t in content):  # "asked what he wanted": nothing is told
            return None
        content = tuple(content)
        if verb + 1 in content[: None if way == "held" else 1] and not also and self._opens_content(verb, way):
            # "called for the dam to be repaired", "is seen as weak", "was accused of theft"
            content, also = tuple(token for token in content if token != verb + 1), (verb + 1,)
        if way == "held" and (self._is_voiced(verb) or self._is_to_blame(verb)):
            return None
        low, _, inserted = self._insertion(verb) if way == "said" else (0, 0, None)
        head = inserted if low and inserted is not None else self._source(verb, way, content)
        head = None if low and tree.having(verb, "aux:pass") else head
        joined = self._joined_speakers(low, verb, head) if low and head is not None else None
        head = joined if joined is not None else head
        own = head is not None and self._is_own(verb, head)
        if own and tree.lower[head or 0] not in ("i", "we"):
            return None
        if head is None and way == "held" and self._is_added(verb):
            return None
        source = self._words_of(verb, head, low)
        if joined is not None:
            source = self._trimmed(t for t in range(low, verb) if t not in tree.having(verb, "aux", "advmod"))
        if set(content) < set(source):  # "was told by the trust that 40 were waiting", hung on the trust
            source = self._trimmed(token for token in source if token not in content)
        if head is not None and source and tree.lower[source[0]] == "based":
            source = source[1:]
        cue = self._issuing(verb, self._cue(verb, also))
        outside = {*cue, *source, *self._commented(verb, content), *self._asked_first(verb)}
        if head is not None and head > verb:
            outside.update(tree.having(head, "case"))  # "was sought for the job by the mayor"
        content = tuple(token for token in content if token not in outside)
        owned = bool(source) and tree.lower[source[0] - 1] in POSSESSIVE
        if owned and source[-1] == verb - 1 and tree.base[source[0]] == "appos":
            content = tuple(token for token in content if token > verb)  # "The water board's Mira Oss said"
        content = self._without_known(verb, content) if "which" in tree.lower else content
        return Said(verb, cue, head, source, self._trimmed(content), "own" if own else way)

    def _issuing(self, verb: int, cue: tuple[int, ...]) -> tuple[int, ...]:
        """ "Issued a short statement saying": the cue with the verb by which the statement is somebody's."""
        noun = self.tree.head(verb)
        if self.tree.base[verb] != "acl" or noun > verb or not self._is_issued(noun):
            return cue
        whole = range(min(self._cue(self.tree.head(noun), ())), max(cue) + 1)
        return tuple(whole) if verb - self.tree.head(noun) <= LONGEST_ISSUE else cue

    def _opens_content(self, verb: int, way: Way) -> bool:
        """Whether the word right behind a verb belongs to it and not to what is said."""
        if self.xpos[verb + 1] == "TO":
            return False  # "agreed to go" is no "agree to"
        judged = way == "held" and self.tree.lower[verb + 1] == "as"
        return judged or self._has_pair(verb, (verb + 1,), "prepositional", "phrases")

    def _joined_speakers(self, low: int, verb: int, head: int) -> int | None:
        """The first of those who say it together between pauses: "..., police and hospital officials said"."""
        tree = self.tree
        joint = next((t for t in range(low, verb) if tree.lower[t] == "and"), None)
        if joint is None or joint >= head:
            return None
        first = self._head_in(low, joint)
        if first is None or not can_tell(tree, first):
            return None
        same = tree.head(first) == head and tree.base[first] in (
            "compound",
            "amod",
        )  # "the health and education ministries"
        return None if same or any(self.upos[t] == "ADP" for t in range(low, joint)) else first

    def _asked_first(self, verb: int) -> Iterator[int]:
        """ "Asked what he wanted, Okoro said": what somebody was asked is none of his answer."""
        for child in self.tree.having(verb, "advcl", "ccomp"):
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
        told = self._without_participles(verb, sorted(content - set(cue)))
        return Said(verb, cue, None, (), self._trimmed(told), "hearsay")

    def _without_known(self, verb: int, content: tuple[int, ...]) -> tuple[int, ...]:
        """Without what only tells more of what is denied: "denied organising the action, which grounded 60 flights".

        So, too, of what somebody is blamed for: "blame each other for the clash, in which six died".
        """
        tree = self.tree
        blames = tree.lemma(verb) in words("attribution", "blaming", "verbs")
        if not blames and not any(
            tree.lemma(verb) in words("attribution", "verbs", stance) for stance in ("denies", "doubts")
        ):
            return content
        apart: set[int] = set()
        behind = (t for t in content if t > verb + 1 and tree.lower[t] == "which")
        for which in (t for t in behind if tree.lower[t - 1 - (self.upos[t - 1] == "ADP")] == ","):
            clause = next((t for t in tree.up(which) if tree.sentence.relations[t] == "acl:relcl"), None)
            apart.update(() if clause is None else tree.under(clause))
        return tuple(token for token in content if token not in apart)

    def _by_denial(self, verb: int) -> Said | None:
        """ "..., a charge the army disputes", "...; the minister denied it": what stands before is denied."""
        tree = self.tree
        if (disputed := self._disputed(verb)) is not None:
            return disputed
        if not any(tree.lemma(verb) in words("attribution", "verbs", stance) for stance in ("denies", "doubts")):
            return None
        tellings = either(("attribution", "tellings", "words"), ("attribution", "told", "words"))
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

    def _disputed(self, verb: int) -> Said | None:
        """ "A claim of 40 dead that the army disputes", "an allegation, which the court called baseless, that ...".

        By whom: "a report dismissed by the army". The verb may hang on what the claim is of.
        """
        tree, told = self.tree, words("attribution", "tellings", "words")
        first = tree.head(verb) if tree.base[verb] == "conj" else verb  # "published by a site and denied by the club"
        if first < 0 or tree.base[first] != "acl" or not self._denies(verb):
            return None
        above = (token for token in tree.up(tree.head(first)) if tree.lemma(token) in told and token < verb)
        noun = next(above, None)
        head = self._agent(verb) if self.xpos[verb] == "VBN" else next(iter(tree.having(verb, "nsubj")), None)
        if noun is None or head is None or tree.lower[head] in WHO or tree.lemma(head) in told:
            return None
        clause = set(tree.under(verb))
        held = tuple(token for token in self._held_by(noun)[1] if token not in clause)
        if not held or (held[0] > verb and tree.lower[min(clause) - 1] != ","):
            return None
        content = (*range(min(self._close(noun)), noun + 1), *held)  # with whose claim it is
        return Said(verb, self._cue(verb, ()), head, self._phrase(head, verb), self._trimmed(content), "denied")

    def _disputes_in(self, content: Iterable[int]) -> Iterator[int]:
        """What others make of a claim is none of it: "a claim of 40 dead, which the army called false"."""
        for verb in content:
            if self.upos[verb] == "VERB" and self.tree.base[verb] == "acl" and self._disputed(verb) is not None:
                yield from self.tree.under(verb)

    def _denies(self, verb: int) -> bool:
        """Whether a verb denies or doubts, or calls something untrue."""
        tree, untrue = self.tree, words("attribution", "untrue", "words")
        if any(tree.lemma(verb) in words("attribution", "verbs", stance) for stance in ("denies", "doubts")):
            return True
        called = (
            tree.having(verb, "xcomp", "obl", "obj")
            if tree.lemma(verb) in words("attribution", "untrue", "verbs")
            else ()
        )
        return any(c > verb and (tree.lower[c] in untrue or tree.lemma(c) in untrue) for c in called)

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
        if not tree.having(word, "cop") and not self._is_felt(word):
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

    def _is_felt(self, word: int) -> bool:
        """Whether an adjective without "be" is somebody's: "grew wary of it", "eager to help, she"."""
        tree, above = self.tree, self.tree.head(word)
        if tree.base[word] == "xcomp":
            return above >= 0 and tree.lemma(above) in words("sayings", "raising", "becoming")
        if tree.base[word] not in ("acl", "advcl"):
            return False
        bearer = self._subject(word)
        return bearer is not None and can_tell(tree, bearer)

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
        if head is None and tree.lemma(noun) in words("sayings", "nominal", "owned") and not self._is_lent(noun):
            return None  # "the question whether", "a debate over": nobody's
        if head is None and self._is_where_said(noun):
            return None
        if head is None and tree.having(noun, "cop") and tree.case(noun) in ("of", "under"):
            head = self._subject(noun)  # "is of the view that"
        if head is None and self.tree.lemma(noun) in words("attribution", "tellings", "words"):
            head = noun  # "a rumour that": it says so itself
        source = () if head is None else self._told_by(noun) if head == noun else self._phrase(head, noun)
        if head is not None and min(content) > head:  # "the claim by the union that", whatever the clause hangs on
            source = tuple(token for token in source if token not in content)
        cue: tuple[int, ...] = (*described(tree, noun), *case)
        verb = tree.head(noun)
        if (head is None or head == noun or self.upos[head] == "PRON") and self._is_lent(noun):
            head = self._subject(verb)
            source = () if head is None else self._phrase(head, verb)
            cue = tuple(range(min(self._cue(verb, ())), max(cue) + 1))
        outside = {*source, *cue, *self._disputes_in(content)}
        content = tuple(token for token in content if token not in outside)
        return Said(noun, cue, head, source, self._trimmed(content), "noun")

    def _is_lent(self, noun: int) -> bool:
        """Whether the verb over a noun lends it its speaker: "voiced doubts that", "dropped its claim that"."""
        voicing = either(("sayings", "voicing", "verbs"), ("attribution", "withdrawing", "verbs"))
        return self.tree.base[noun] == "obj" and self.tree.lemma(self.tree.head(noun)) in voicing

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
