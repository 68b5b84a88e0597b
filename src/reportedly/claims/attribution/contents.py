"""What is said, by a verb or a noun: the clause, the infinitive, the thing, or what stands behind a preposition."""

from collections.abc import Iterable, Iterator
from functools import cache

from reportedly.claims.attribution.held import Held, holding
from reportedly.claims.attribution.judged import judged_thing
from reportedly.claims.attribution.pauses import MARKS, PAUSES, RELATIVES
from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.attribution.speakers import FINITE, WHO, Way, meaning
from reportedly.claims.awaited import awaited_by
from reportedly.claims.lexicons import either, words
from reportedly.claims.persons import is_people

LEVELS = frozenset({"at", "to", "above", "below", "near", "around", "between"})
OPENING = frozenset({"DET", "NUM", "PRON", "ADJ", "NOUN", "PROPN"})  # opens a clause without "that"
COUNTING = frozenset({"NOUN", "NUM", "SYM", "DET", "ADJ"})
RELATIVE = frozenset({"which", "who", "that", "what", "whom"})
PLACES = frozenset({"in", "at", "among", "across", "between", "from"})
HEDGING = frozenset({"ADP", "ADJ", "ADV", "DET"})  # tags of "at least", "up to", "no fewer than"
REASONS = frozenset({"because of", "due to", "owing to", "thanks to", "on account of", "as a result of"})
BESIDE = frozenset({"as", "for", "of", "with", "over", "on"})  # what a judgement adds to its object


@cache
def _aired() -> frozenset[str]:
    """Nouns for what is raised, aired and offered in words."""
    return holding() | words("sayings", "airing", "words")


class Contents(Held):
    """Finds the content of a saying."""

    def _content(self, verb: int) -> tuple[Iterable[int], tuple[int, ...], Way]:
        """What is said, the words after the verb that belong to the cue, and how."""
        lemma, tree = meaning(self.tree, verb), self.tree
        above = tree.head(verb)
        if above >= 0 and self._quoting(above) == verb and self._set_off(above) and not tree.having(verb, "ccomp"):
            low = min((min(tree.under(child)) for child in tree.having(above, "nsubj")), default=above)
            return range(low), (), "said"
        if (awaited := awaited_by(tree, verb)) is not None:
            number = range(*awaited)
            foreseen = lemma in either(("sayings", "clausal", "verbs"), ("attribution", "foretelling", "verbs"))
            if not foreseen and lemma in words("attribution", "naming", "verbs"):
                return number, (), "counted"  # "not the 81 the authorities give"
            return number if foreseen else (), (), "held"
        particle = tree.having(verb, "compound:prt")
        if tree.lower[verb + 1 : verb + 3] == ("that", ":"):
            return (), particle, "said"  # "doubts that: its divers filmed bubbles"
        clausal = lemma in words("sayings", "clausal", "verbs") or self._has_pair(
            verb, particle, "particled", "phrases"
        )
        quoting = lemma in words("sayings", "quoting", "verbs") or self._has_pair(
            verb, particle, "particled", "phrases"
        )
        quoting = quoting or self._closes_speech(verb)
        # "when the crisis began, exports fell" needs what is quoted to tell what somebody says
        around = self._around(verb) if clausal or quoting else ()
        if around and (clausal or any(self.quoted[token] >= 0 for token in around)):
            return around, particle, "said"
        goes_on = self._is_participle(verb) and self._takes_clause_behind(verb)
        if quoting and not goes_on and not self._would(verb) and (told := self._quoted_beside(verb)):
            return told, particle, "said"
        if clausal and (told := self._of_relative(verb)):
            lacking = self._lacking(verb) if self.tree.lower[told[0]] in RELATIVE else ()
            return (*told, *lacking), particle, "said"
        if (clausal or self._takes_that(verb)) and (told := self._clause(verb)):
            return (*told, *self._lacking(verb)), particle, "said"
        if self._is_impersonal(verb) and (told := self._infinitive(verb)):
            return told, particle, "said"
        if told := self._complement(verb):
            return told, particle, "said"
        if clausal and (told := self._bare_clause(verb, lemma)):
            return told, particle, "said"
        if lemma in words("sayings", "wanting", "verbs") and (told := self._infinitive(verb) or self._promised(verb)):
            asked = self._by_preposition(verb)  # "called on the mayor to resign"
            return (asked[1:], asked[:1], "held") if asked[:1] == (verb + 1,) else (told, particle, "held")
        if lemma in words("sayings", "gerundial", "verbs") and (told := self._gerund(verb)):
            return told, particle, "said"
        if (clausal or quoting) and (told := self._that_beside(verb)):
            return told, particle, "said"
        if told := self._object(verb, lemma):
            return told, particle, "held"
        told = self._by_preposition(verb)
        return told[1:], (*particle, *told[:1]), "held"

    def _bare_clause(self, verb: int, lemma: str) -> tuple[int, ...]:
        """ "Said four of his men and a guide would stay": a clause without "that" that a parser hangs elsewhere.

        Only of verbs that take no thing that might do something by itself, and up to a verb in the same breath.
        """
        tree, first = self.tree, verb + 1
        subjects = tree.having(verb, "nsubj")
        if (
            lemma not in words("sayings", "bare", "verbs")
            or not subjects
            or subjects[0] > verb
            or tree.having(verb, "obj")
        ):
            return ()
        if self.quoted[verb] >= 0 or self.xpos[verb] not in (*FINITE, "VBN") or tree.having(verb, "aux:pass"):
            return ()
        while first < len(self.upos) and self.upos[first] in ("ADV", "PROPN") and self._is_time(first):
            first += 1
        pause = next((t for t in range(first, len(self.upos)) if self.stops[t]), len(self.upos))
        if first >= pause or self.upos[first] not in OPENING:
            return ()
        verbs = [t for t in range(first + 1, pause) if self.xpos[t] in FINITE or self.xpos[t] == "MD"]
        opened = [t for t in range(first, pause) if self.xpos[t] in RELATIVES or self._is_contact(t)]
        if len(verbs) <= len(opened) or self.upos[verbs[len(opened)] - 1] == "CCONJ":
            return ()
        end = next((t for t in range(pause, len(self.upos)) if self._parts(t)), len(self.upos))
        return tuple(self._without_participles(verb, list(range(first, end))))

    def _is_contact(self, token: int) -> bool:
        """Whether a clause that tells more of the noun before it opens without a word: "the criticism he takes"."""
        personal = self.upos[token] == "PRON" and self.xpos[token] == "PRP" and self.tree.base[token] == "nsubj"
        return personal and self.upos[token - 1] == "NOUN"

    def _promised(self, verb: int) -> tuple[int, ...]:
        """ "Promised on Sunday at a rally to end it": an infinitive that a parser takes for what it was done for."""
        tree = self.tree
        if tree.lemma(verb) not in words("sayings", "promising", "verbs") or tree.having(verb, "obj", "ccomp"):
            return ()
        hung = [child for child in tree.having(verb, "advcl") if child > verb and self._has_to(child)]
        return tree.under(hung[0]) if hung else ()

    def _would(self, verb: int) -> bool:
        """ "It would add "$8 a barrel at once"": what is quoted is what it would do, and nobody has said it yet."""
        modal = any(self.xpos[child] == "MD" for child in self.tree.having(verb, "aux"))
        return modal and any(child > verb and self.quoted[child] >= 0 for child in self.tree.having(verb, "obj"))

    def _of_relative(self, verb: int) -> tuple[int, ...]:
        """ "The plant, which officials say makes 300 drones": what follows a verb of saying in a relative clause."""
        after = verb + 1
        if after >= len(self.upos) or not (self.xpos[after] in FINITE or self.xpos[after] == "MD"):
            return ()
        subjects = [child for child in self.tree.having(verb, "nsubj") if child < verb]
        first = min(self.tree.under(subjects[-1])) if subjects else 0
        if first and self.tree.base[verb] == "acl" and self.tree.head(verb) == first - 1:
            return self._of_contact(verb, first) or (*(t for t in self.tree.under(verb) if t > verb),)
        if not first or self.tree.lower[first - 1] not in RELATIVE:
            return ()
        stops = PAUSES - MARKS
        end = next((t for t in range(after, len(self.upos)) if self.tree.lower[t] in stops), len(self.upos))
        again = [t for t in range(after + 1, end) if self.xpos[t] in FINITE and self.upos[t - 1] not in ("ADV", "PART")]
        return (first - 1, *range(after, again[0] if again and self.tree.lower[first - 1] == "that" else end))

    def _of_contact(self, verb: int, first: int) -> tuple[int, ...]:
        """ "Over the 54 drones it says were launched": what stands before the speaker, with what he says of it."""
        low = first
        while low and self.upos[low - 1] in COUNTING:
            low -= 1
        if self.upos[low] != "DET":
            return ()  # but of "a list of 12 ministers he says had fled" the list has twelve
        return (*range(low, first), *(token for token in self.tree.under(verb) if token > verb))

    def _lacking(self, verb: int) -> tuple[int, ...]:
        """What a clause that is said lacks: of "the $3 trillion a year that poor countries say they need" the money."""
        tree = self.tree
        that = [child for child in tree.having(verb, "nsubj") if tree.lower[child] == "that"]
        clauses = [child for child in tree.having(verb, "ccomp") if child > verb and not that]
        if tree.base[verb] != "acl" or not clauses:
            return ()
        low = high = min(tree.under(verb))
        if high == 0 or tree.lower[high] not in ("that", *(tree.lower[t] for t in tree.having(verb, "nsubj"))):
            return ()
        while low and self.upos[low - 1] in COUNTING:
            low -= 1
        counted = range(low, high)
        return tuple(counted) if any(self.upos[token] in ("NUM", "SYM") for token in counted) else ()

    def _takes_clause_behind(self, verb: int) -> bool:
        """Whether a clause outside quotations follows: of "'a blow', saying jobs would go" the jobs are said."""
        return any(child > verb and self.quoted[child] < 0 for child in self.tree.having(verb, "ccomp"))

    def _is_impersonal(self, verb: int) -> bool:
        """ "is understood to", "said to": a passive of saying or believing."""
        helped = self.tree.having(verb, "aux", "nsubj")
        passive = bool(self.tree.having(verb, "aux:pass")) or (self.xpos[verb] == "VBN" and not helped)
        passive = passive or self._is_reduced(verb)
        return passive and self.tree.lemma(verb) in words("attribution", "impersonal", "verbs")

    def _is_reduced(self, verb: int) -> bool:
        """ ", thought to hold 40, ": a participle that a parser takes for a past."""
        tree = self.tree
        bare = not tree.having(verb, "nsubj", "aux") and tree.base[verb] in ("acl", "advcl")
        to = tree.lower[verb + 1 : verb + 2] == ("to",)
        return bare and to and self.xpos[verb] == "VBD" and tree.lemma(verb) in words("attribution", "reduced", "verbs")

    def _complement(self, verb: int) -> tuple[int, ...]:
        """ "twelve feared dead", "30 missing, presumed drowned": who is so, and what they are thought to be."""
        tree = self.tree
        if tree.lemma(verb) not in words("attribution", "impersonal", "verbs") or tree.having(verb, "obj", "ccomp"):
            return ()
        being = [
            c
            for c in tree.having(verb, "xcomp", "advmod")
            if c == verb + 1 and (self.upos[c] == "ADJ" or self.xpos[c] == "VBN")
        ]
        if not being or self.xpos[verb] not in ("VBD", "VBN"):
            return ()
        subjects = tree.having(verb, "nsubj")
        top = verb
        while not subjects and tree.base[top] in ("conj", "acl", "advcl") and tree.head(top) >= 0:
            top = tree.head(top)
            subjects = tree.having(top, "nsubj") if self.upos[top] in ("VERB", "ADJ", "AUX") else (top,)
        found = {token for subject in subjects for token in tree.under(subject) if token < verb}
        return tuple(sorted({*found, *tree.under(being[0])}))

    def _takes_that(self, verb: int) -> bool:
        """Whether a verb that no list has is followed by "that" and a clause: "radioed that", "it emerged that"."""
        tree = self.tree
        rumoured = tree.lemma(verb) == "have" and any(tree.lower[child] == "it" for child in tree.having(verb, "obj"))
        if tree.lemma(verb) in words("sayings", "effecting", "verbs") and not rumoured:
            return False  # but "rumour has it that"
        # "described how 50 barrels had been dumped"
        how = {"how"} if tree.lemma(verb) in words("attribution", "recounting", "verbs") else set()
        return any(
            tree.lower[mark] in {"that", *how}
            for child in tree.having(verb, "ccomp")
            for mark in tree.having(child, "mark", *("advmod",) * len(how))
            if child > verb
        )

    def _clause(self, verb: int) -> tuple[int, ...]:
        """The clauses a verb takes."""
        tree = self.tree
        found: list[int] = []
        for child in tree.having(verb, "ccomp", "csubj:pass"):
            apart = any(self._parts(t) for t in range(verb, child)) and tree.having(
                verb, "obj"
            )  # "heard it; and 40 left"
            found += () if apart or self._is_beside(verb, child) else self._without_deed(verb, child)
        if any(tree.lower[m] == "to" for c in tree.having(verb, "ccomp") for m in tree.having(c, "mark")):
            for child in tree.having(verb, "nsubj:pass"):
                found += self._close(child)  # "two bidders are believed to have made offers"
        if tree.lemma(verb) == "ask":
            found = [token for token in found if self._is_question(verb)]
        if not found and tree.lemma(verb) in words("attribution", "asking", "verbs"):
            asked = [
                c
                for c in tree.having(verb, "advcl")
                if {tree.lower[m] for m in tree.having(c, "mark")} & {"if", "whether"}
            ]
            found += tree.under(asked[0]) if asked and asked[0] > verb else ()
        found = self._without_participles(verb, found) if found else []
        if found:
            found += self._totalled(verb, max(found))
            subjects = tree.having(verb, "nsubj")
            clauses = [child for child in tree.having(verb, "ccomp") if child > verb]
            if subjects and clauses and subjects[0] < verb < subjects[-1] < clauses[0]:
                found += tree.under(subjects[-1])  # "said the minister's letter meant that", hung on "said"
            for child in tree.having(verb, "conj") if clauses else ():
                if self._is_said_along(verb, child) or self._is_helped_alike(verb, clauses[0], child):
                    found += tree.under(child)
            fronted = [child for child in subjects if child < max(found) < verb]
            for child in fronted[: len(tree.having(verb, "nsubj")) - 1]:
                found += tree.under(child)
            if tree.lemma(verb) not in words("sayings", "informing", "verbs"):
                for child in tree.having(verb, "obj"):
                    found += tree.under(child) if verb < child < min(found) else ()
            return tuple(sorted({*found, *self._missed(verb, found)}))
        if told := self._of_sharer(verb) or self._behind_comma(verb) or self._behind_agent(verb):
            return told
        beside = [child for child in tree.having(verb, "parataxis") if child > verb and ":" in tree.lower[verb:child]]
        denied = any(meaning(tree, verb) in words("attribution", "verbs", stance) for stance in ("denies", "doubts"))
        objects = (
            tree.having(verb, "obj", "iobj") if tree.lemma(verb) in words("attribution", "verbs", "supposes") else ()
        )
        denied = denied or any(self.upos[child] == "PRON" for child in objects)  # "few believe him: they saw lorries"
        if tree.lemma(verb) in words("attribution", "verbs", "asks") and tree.having(verb, "obl", "obj"):
            return ()  # "has asked its partners for help: two planes are due" tells what comes, and asks nothing
        if not beside or denied:  # "disputes the finding: it counted 312" tells what is so, and not what is disputed
            return ()
        colon = tree.lower.index(":", verb)  # "published the figures: 40 dead, 60 hurt"
        last = next((t for t in range(colon, len(self.upos)) if self._parts(t)), len(self.upos))
        counted = any(self._counts(child) for child in tree.having(verb, "obj") if verb < child < colon)
        return tuple(range(verb + 1 if counted else colon + 1, last))

    def _missed(self, verb: int, found: Iterable[int]) -> Iterable[int]:
        """Words of a clause with "that" hung elsewhere by the parse: "workers warned that 30,000 more could flee"."""
        told = set(found)
        first = min(told)
        if first != verb + 1 or self.tree.lower[first] != "that":
            return ()
        missed = [token for token in range(first, max(told)) if token not in told]
        return () if any(self.stops[token] for token in missed) else missed

    def _of_sharer(self, verb: int) -> tuple[int, ...]:
        """ "Several papers reported on Friday the army had left": a clause that a parser gives both subjects."""
        tree, head = self.tree, self.tree.head(verb)
        clause = tree.head(head) if head >= 0 else -1
        if tree.base[verb] != "acl" or self.xpos[verb] not in FINITE or clause < verb or tree.base[head] != "nsubj":
            return ()
        own = [child for child in tree.having(clause, "nsubj") if verb < child < clause]
        if not own or tree.having(verb, "nsubj", "obj", "mark"):
            return ()
        return tuple(t for t in tree.under(clause) if t >= min(tree.under(own[0])))

    def _behind_agent(self, verb: int) -> tuple[int, ...]:
        """ "The committee was told by the trust that 40 were waiting", where the clause is hung on the trust."""
        agent = self._agent(verb) if self.tree.having(verb, "aux:pass") else None
        clauses = () if agent is None else self.tree.having(agent, "acl", "ccomp")
        return next((self.tree.under(child) for child in clauses if self._is_whole(child)), ())

    def _behind_comma(self, verb: int) -> tuple[int, ...]:
        """ "The paper earlier reported, the ministry refused to name 90 donors"."""
        tree = self.tree
        if tree.lower[verb + 1 : verb + 2] != (",",) or not tree.having(verb, "nsubj") or self.quoted[verb] >= 0:
            return ()
        clauses = [child for child in tree.having(verb, "parataxis") if child > verb and tree.having(child, "nsubj")]
        told = tree.under(clauses[0]) if clauses else ()
        telling = tree.lemma(verb) in words("attribution", "verbs", "asserts")
        return told if telling and told and min(told) <= verb + 2 else ()

    def _is_said_along(self, verb: int, clause: int) -> bool:
        """ "Said that it had begun and that 40 had left", "said a car stopped and two men got out": a second clause."""
        tree, joints = self.tree, self.tree.having(clause, "cc")
        if any(tree.lower[mark] == "that" for mark in tree.having(clause, "mark")):
            return True
        bare = bool(joints) and not self.stops[joints[0] - 1] and tree.lower[joints[0]] == "and"
        own = bool(tree.having(clause, "nsubj")) and self.xpos[clause] in (*FINITE, "VBN") and clause > verb
        own = own and not (self.xpos[clause] == "VBN" and tree.having(clause, "aux"))  # "and 23 soldiers arrested"
        return bare and own and not self._is_told_by_another(joints[0] + 1)

    def _without_deed(self, verb: int, clause: int) -> tuple[int, ...]:
        """Of "said it would not pay and left its target unchanged" what is said: who says so left it."""
        tree = self.tree
        deeds = [
            child
            for child in tree.having(clause, "conj")
            if self.xpos[child] == self.xpos[verb] == "VBD" and not tree.having(child, "nsubj", "aux", "mark")
        ]
        helped = any(self.xpos[aux] == "MD" for aux in tree.having(clause, "aux"))
        if not deeds or not helped or clause < verb:
            return tree.under(clause)
        apart = set(tree.under(deeds[0]))
        return tuple(token for token in tree.under(clause) if token not in apart)

    def _is_helped_alike(self, verb: int, clause: int, other: int) -> bool:
        """ "Said he had heard shots but had seen no troops": a verb with the helper of what is said, and no subject."""
        tree = self.tree
        helpers = [{tree.lower[aux] for aux in tree.having(token, "aux")} for token in (verb, clause, other)]
        alike = helpers[1] == helpers[2] and bool(helpers[1]) and not helpers[0]
        silent = tree.lemma(other) in words("attribution", "telling", "verbs")  # "but would not say how many"
        return alike and other > clause and not silent and not tree.having(other, "nsubj")

    def _is_beside(self, verb: int, clause: int) -> bool:
        """Whether a participle behind a comma tells what somebody did as he spoke: "he said, clutching his hat"."""
        bare = self.xpos[clause] == "VBG" and not self.tree.having(clause, "nsubj", "aux", "mark")
        return bare and clause > verb and self.tree.lower[clause - 1] == ","

    def _totalled(self, verb: int, last: int) -> Iterator[int]:
        """ "said two people died, which brings the total to 97": of what is said, wherever the parse hangs it."""
        for clause in self.tree.having(verb, "advcl", "acl", "parataxis"):
            told = self.tree.under(clause)
            if clause > last and self.tree.lower[clause] == "followed" and self.tree.case(clause) == "":
                yield from told  # "found the mayor ahead with 35 percent, followed by Brito at 25"
            totals = self.tree.lemma(clause) in words("attribution", "totalling", "verbs")
            if clause > last and totals and any(self.tree.lower[token] == "which" for token in told):
                yield from told

    def _commented(self, verb: int, content: Iterable[int]) -> Iterator[int]:
        """What others make of a saying is none of it: "said it would send $14m, a promise that Oxfam called small"."""
        tree, nouns = self.tree, either(("sayings", "nominal", "clausal"), ("attribution", "told", "words"))
        for noun in content:
            if (
                noun < verb
                or tree.base[noun] not in ("appos", "parataxis", "dep", "nsubj")
                or tree.lemma(noun) not in nouns
            ):
                continue
            below = [token for token in tree.under(noun) if tree.base[token] != "punct"]
            relative = tree.having(noun, "acl", "ccomp")
            tellers = [t for t in below if t > noun and tree.base[t] == "nsubj" and can_tell(tree, t)]
            agents = (t for clause in relative for t in tree.having(clause, "obl") if tree.case(t) == "by")
            tellers += [t for t in agents if can_tell(tree, t)]
            set_off = self.stops[below[0] - 1] and tree.lower[below[0] - 1] not in MARKS
            told_of = set_off and any(tree.lower[t] not in WHO for t in tellers)
            if relative and told_of and "to" not in (tree.lower[m] for c in relative for m in tree.having(c, "mark")):
                yield from below

    def _is_question(self, verb: int) -> bool:
        """Whether the clause that is asked is a question, and no request."""
        tree = self.tree
        clauses = [child for child in tree.having(verb, "ccomp") if child > verb]
        return not clauses or any(
            tree.lower[token] in ("if", "whether") or self.xpos[token] in RELATIVES
            for c in clauses
            for token in tree.under(c)
        )

    def _without_participles(self, verb: int, content: list[int]) -> list[int]:
        """What is said, up to a participle of saying behind a comma: "argued that ..., saying it was late"."""
        inside = set(content)
        for token in sorted(inside):
            if token > verb + 1 and (self._is_participle(token) or self._is_joined(verb, token)):
                return [word for word in content if word < token - 1]
            if token > verb + 1 and (other := self._others_word(token)) is not None:
                return [word for word in content if word < other - 1]
        return content

    def _others_word(self, token: int) -> int | None:
        """Where another's word begins behind a speaker's: "said the truce held, with Baku claiming that 4 had died"."""
        tree = self.tree
        if self.xpos[token] != "VBG" or meaning(tree, token) not in words("sayings", "participles", "verbs"):
            return None
        withs = [mark for mark in tree.having(token, "mark") if tree.lower[mark] == "with" and self.stops[mark - 1]]
        subjects = tree.having(token, "nsubj")  # "with three in ten saying", "with 40 percent saying"
        told = any(can_tell(tree, c) or self.upos[c] == "NUM" or tree.having(c, "nummod") for c in subjects)
        return withs[0] if withs and told else None

    def _infinitive(self, verb: int) -> tuple[int, ...]:
        """ "urged the ministry to talk": the infinitive, with whoever is to do it."""
        tree = self.tree
        found: list[int] = []
        loose = tree.having(verb, "advcl") if self._is_impersonal(verb) else ()  # "has been reported to be paying"
        hung = [child for child in loose if any(tree.lower[mark] == "to" for mark in tree.having(child, "mark"))]
        for child in (*tree.having(verb, "xcomp"), *hung):
            if child > verb and (self._has_to(child) or (found and self.xpos[child] in ("VBN", "VB"))):
                found += tree.under(child)
        if not found:
            return ()
        for child in tree.having(verb, "obj", "iobj"):
            if verb < child < min(found):
                found += tree.under(child)
        passive = tree.having(verb, "nsubj") if tree.having(verb, "aux:pass") else ()
        if tree.base[verb] == "acl" and self.xpos[verb] == "VBN":
            found += self._close(tree.head(verb))
        for child in passive:
            found += self._close(child)
        return tuple(self._without_participles(verb, sorted(found)))

    def _gerund(self, verb: int) -> tuple[int, ...]:
        """ "denied taking bribes"."""
        doing = [c for c in self.tree.having(verb, "xcomp", "ccomp") if c > verb and self.xpos[c] in ("VBG", "VBN")]
        return self.tree.under(doing[0]) if doing else ()

    def _has_to(self, verb: int) -> bool:
        return any(self.tree.lower[mark] in ("to", "not") for mark in self.tree.having(verb, "mark", "advmod"))

    def _by_preposition(self, verb: int) -> tuple[int, ...]:
        """ "called for talks": the preposition that such a verb takes, then what stands behind it."""
        tree = self.tree
        # "spoke last week of 300 dead": a parser may hang it on the week.
        behind = [
            child
            for aside in tree.having(verb, "obl")
            if self._is_time(aside) or tree.lemma(aside) in words("sayings", "settings", "words")
            for child in tree.having(aside, "nmod")
        ]
        # "spoke warmly of the clerk", "reminded voters of the cost"
        adverbs = [aside for aside in tree.having(verb, "advmod") if aside > verb]
        behind += [child for aside in adverbs for child in tree.having(aside, "obl")]
        if tree.lemma(verb) in words("sayings", "informing", "verbs"):
            behind += [child for told in tree.having(verb, "obj", "iobj") for child in tree.having(told, "nmod")]
        for child in (*tree.having(verb, "obl", "advcl", "ccomp"), *behind):
            cases = [case for case in tree.having(child, "case", "mark") if verb < case < child]
            if cases and not self._is_time(child) and self._takes(verb, cases[0]):
                last = max(tree.under(child))
                for more in tree.having(verb, "xcomp", "advcl"):
                    tied = any(tree.lower[mark] in ("if", "unless") for mark in tree.having(more, "mark"))
                    if (self._has_to(more) or tied) and min(tree.under(more)) == last + 1:
                        last = max(tree.under(more))
                for more in tree.having(verb, "obl"):  # "spoke of 'chaos' at 12 stations"
                    placed = tree.case(more) in PLACES and not self._is_time(more) and self._counts(more)
                    if placed and min(tree.under(more)) == last + 1:
                        last = max(tree.under(more))
                return (cases[0], *range(cases[0] + 1, last + 1))
        if self._has_pair(verb, (verb + 1,) if verb + 1 < len(self.upos) else (), "prepositional", "phrases"):
            for child in tree.having(verb, "obl", "obj"):  # "spoke of fewer than half", where "of" is hung on "fewer"
                if tree.under(child)[0] == verb + 1 < child:
                    return tuple(range(verb + 1, tree.under(child)[-1] + 1))
            number = next((t for t in range(verb + 2, len(self.upos)) if self.upos[t] not in HEDGING), len(self.upos))
            if number > verb + 2 and self.upos[number : number + 1] == ("NUM",):  # "spoke of at least 20 burned"
                end = next((t for t in range(number, len(self.upos)) if self.stops[t]), len(self.upos))
                return tuple(range(verb + 1, end))
        return ()

    def _takes(self, verb: int, case: int) -> bool:
        """Whether a preposition belongs to a verb: "call FOR", or to one with a particle: "fire back AT"."""
        if self._has_pair(verb, (case,), "prepositional", "phrases"):
            return self.xpos[case] != "TO"  # "agreed to go" is no "agree to"
        particled = case == verb + 2 and self._has_pair(verb, (verb + 1,), "particled", "phrases")
        return particled and self.tree.lower[case] in words("sayings", "particled", "toward")

    def _object(self, verb: int, lemma: str) -> tuple[int, ...]:
        """ "praised the nurses for their courage": the thing with all that the verb says of it."""
        tree, carried = self.tree, set[str]()
        if not any(lemma in words("sayings", "objective", kind) for kind in ("telling", "judging", "feeling")):
            subject = self._subject(verb)
            subjects = set() if subject is None else {tree.lemma(subject)}
            carried = subjects & words("sayings", "carriers", "words")
            deems = lemma in words("attribution", "deeming", "verbs")
            if deems and any(self.upos[child] == "ADJ" and child > verb for child in tree.having(verb, "xcomp")):
                carried = carried or {lemma}  # "inspectors found 14 of 300 lifts unsafe"
            elif not carried or lemma not in words("sayings", "carriers", "verbs"):
                return ()
        if (
            self.xpos[verb] == "VBN"
            and tree.base[verb] in ("advcl", "case", "obl")
            and not tree.having(verb, "nsubj", "obj")
        ):
            return ()
        bare = [child for child in tree.having(verb, "obl") if child > verb and self._is_bare(child)]
        objects = [child for child in (*tree.having(verb, "obj"), *bare) if self._is_thing(child)]
        if not objects and lemma in words("attribution", "verbs", "denies"):
            # "dismissed as propaganda reports that", where the parse takes the reports for what they are called
            called = [child for child in tree.having(verb, "obl", "ccomp", "xcomp", "parataxis") if child > verb]
            behind = (*called, *(child for one in called for child in tree.having(one, "appos")))
            objects = [child for child in behind if tree.lemma(child) in words("attribution", "tellings", "words")]
        if not objects and carried:  # "figures showed households paying back 1.2 billion"
            objects = [child for child in tree.having(verb, "iobj") if child > verb]
        if not objects and lemma in words("sayings", "objective", "judging"):
            # "called the threat 'irresponsible'", where the parse takes the thing for what it is called
            called = [child for child in tree.having(verb, "xcomp") if child > verb]
            objects = [child for child in called if any(tree.lower[token] in MARKS for token in tree.under(child))]
        passive = bool(tree.having(verb, "aux:pass"))
        if passive or self.xpos[verb] == "VBN":
            objects = objects or list(tree.having(verb, "nsubj"))
        if all(tree.lower[child] in WHO for child in objects) and (judged := judged_thing(tree, verb)):
            return judged
        if not objects or self._is_written(verb, objects[0]) or not self._is_aired(verb, objects):
            return ()
        if self._is_taken_in(verb, objects[0]):
            return ()
        found = set(self._close(objects[0]))
        if self.upos[objects[0]] == "NOUN" and lemma in words("attribution", "verbs", "denies"):
            found.update(self._held_by(objects[0])[1])  # "dismissed reports, carried in several papers, that ..."
        nobody = passive and not any(tree.case(child) == "by" for child in tree.having(verb, "obl"))
        foretelling = lemma == "see" or lemma in words("attribution", "foretelling", "verbs")
        for child in tree.having(verb, "xcomp", "obl", "advcl", "ccomp"):
            case = tree.case(child).partition(" ")[0]
            levelled = foretelling and case in LEVELS and self._counts(child)  # "see rates at 4 percent"
            shown = (bool(carried) or nobody) and case in PLACES and not self._is_time(child)
            shown = shown or (foretelling and tree.case(child) in REASONS)
            before = verb < child and tree.lemma(child) in words(
                "attribution", "untrue", "words"
            )  # "called false claims that"
            beside = shown or levelled or (case in BESIDE if case else tree.base[child] == "xcomp")
            if (child > objects[0] or before) and beside:
                found.update(tree.under(child))
        return tuple(self._without_participles(verb, sorted(found)))

    def _is_taken_in(self, verb: int, thing: int) -> bool:
        """ "Admitted 40 patients", "saw 40 patients", "recalled 900 cars": what is done, and nothing told."""
        lemma, named = self.tree.lemma(verb), self.xpos[thing] == "NNPS"
        people = named or is_people(self.tree.lemma(thing))
        counted = bool(self.tree.having(thing, "nummod"))
        return counted and lemma in words("sayings", "objective", "receiving" if people else "recalling")

    def _is_aired(self, verb: int, objects: list[int]) -> bool:
        """Whether a verb tells by what it takes: "raised doubts", but not "raised $40m", "knocked it out"."""
        if any(self._is_done(child) for child in objects):
            return False
        tree, particles = self.tree, self.tree.having(verb, "compound:prt")
        known = meaning(tree, verb) != tree.lemma(verb) or self._has_pair(verb, particles, "particled", "phrases")
        if particles and not known:
            return False
        listed = tree.lemma(verb) in words("sayings", "airing", "verbs")
        return not listed or any(tree.lemma(child) in _aired() for child in objects)

    def _is_bare(self, token: int) -> bool:
        """Whether a phrase has no preposition of its own: of "dismissed as baseless a report" the report."""
        cases = self.tree.having(token, "case")
        inside = self.tree.under(token)
        parted = bool(cases) and cases[0] == inside[0] and len(inside) > 1 and inside[1] > cases[0] + 1
        return (not cases or parted) and not self._is_time(token)

    def _is_thing(self, token: int) -> bool:
        return self.xpos[token] != "CD" or bool(self.tree.children[token])

    def _set_off(self, verb: int) -> bool:
        """Whether all before the clause of a verb of quoting is what is said: "..., the chief was quoted as saying"."""
        tree = self.tree
        low = min(tree.under(verb), default=verb) if tree.base[verb] in ("parataxis",) else None
        subjects = tree.having(verb, "nsubj")
        first = min(tree.under(subjects[0])) if subjects else verb
        return low is not None or (
            first > 0 and self.stops[first - 1] and not tree.having(self._quoting(verb) or verb, "ccomp", "obj")
        )

    def _is_voiced(self, verb: int) -> bool:
        """Whether the verb only lends its speaker to a noun: "expressed support for"."""
        if self.tree.lemma(verb) not in words("sayings", "voicing", "verbs"):
            return False
        return any(self._held_by(noun)[1] for noun in self.tree.having(verb, "obj") if self.upos[noun] == "NOUN")
