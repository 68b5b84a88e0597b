"""Who says it, in one sentence: subjects and agents of the verbs of saying, the words of a source and of a cue.

All of it is tokens of one tree. The readers of a sentence build on each other: who speaks, what stands between
pauses, what is said, and the sayings themselves.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from reportedly.claims.attribution.cues import cue_of
from reportedly.claims.attribution.sources import can_tell, names_teller
from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import PartKind

FINITE = frozenset({"VBD", "VBZ", "VBP"})
WHO = frozenset({"who", "which", "that"})
PAUSED = 2  # words from a verb over the comma to the participle behind it
LINKS = frozenset({"conj", "xcomp", "advcl", "acl", "parataxis"})
JOINING = frozenset({"and", "but", "while", "whereas"})
PAIRING = frozenset({"neither", "both", "either"})  # opens a source of two: "neither Brito nor Okoro"
HAVING = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve"})

LISTS = (
    *(("sayings", kind, "verbs") for kind in ("quoting", "clausal", "wanting", "relaying", "gerundial", "carriers")),
    *(("sayings", "objective", kind) for kind in ("telling", "judging", "feeling")),
    *(("attribution", "verbs", stance) for stance in ("denies", "doubts")),
    *(("sayings", "impersonal", kind) for kind in ("seeming", "looking")),
    *(
        ("attribution", kind, "verbs")
        for kind in ("withdrawing", "objects", "holding", "impersonal", "putting", "giving", "arriving")
    ),
)

Way = Literal["said", "held", "noun", "source", "title", "hearsay", "counted", "denied", "rejoined", "own"]


@cache
def telling() -> frozenset[str]:
    """Every verb of the lists."""
    paired = phrases("prepositional", "phrases") | phrases("particled", "phrases")
    return frozenset({"accord", "have"}).union({first for first, _ in paired}, *(words(*keys) for keys in LISTS))


def is_means(tree: Tree, head: int) -> bool:
    """Whether it is how something was found out, behind "by", and nobody: "by culture", "by satellite", "by PCR"."""
    if tree.having(head, "det", "nmod:poss", "nummod", "appos", "flat"):
        return False
    if tree.lower[head] in words("attribution", "means", "words"):
        return True
    return tree.sentence.upos[head] == "NOUN" and tree.sentence.xpos[head] == "NN" and not names_teller(tree, head)


@dataclass(frozen=True, slots=True)
class Said:
    """One saying by its tokens; ``head`` is the head of its source, ``verb`` the word that carries the cue.

    ``way`` tells how: a clause or quotation is *said*, a thing or a wish *held*; a *noun* or a named *source* holds
    it, a *title* opens with it, nobody is named for *hearsay*; a number is *counted*, what stands before *denied*, or
    told by another and *rejoined* to; what the author thinks or says of himself ("we believe") is his *own*.
    """

    verb: int
    cue: tuple[int, ...]
    head: int | None
    source: tuple[int, ...]
    content: tuple[int, ...]
    way: Way

    def of(self, content: tuple[int, ...]) -> "Said":
        """The same saying with this for its content."""
        return self if content == self.content else replace(self, content=content)


@cache
def phrases(*keys: str) -> frozenset[tuple[str, str]]:
    """The two-word entries of a list, "call for", as pairs."""
    return frozenset(
        (first, second) for first, _, second in (entry.partition(" ") for entry in words("sayings", *keys))
    )


@cache
def _phrasal() -> dict[str, str]:
    return {phrase: verb for verb, listed in lexicon("attribution")["phrasal"].items() for phrase in listed}


def meaning(tree: Tree, verb: int) -> str:
    """The lemma of a verb, or of the one that it does for with its particle: of "play down" that is "downplay"."""
    lemma = tree.lemma(verb)
    beside = tree.lower[verb + 1] if verb + 1 < len(tree.lower) else ""
    return _phrasal().get(f"{lemma} {beside}", lemma)


def leading(tree: Tree, head: int, phrase: tuple[int, ...]) -> int:
    """How many words before a source tell only that it is this one: "even the ministry", "just 30 percent"."""
    only = phrase[0] < head and tree.lower[phrase[0]] in words("sources", "focusing", "words")
    return 1 if only and tree.sentence.upos[phrase[0]] == "ADV" else 0


class Speakers:
    """One sentence to be asked for speakers.

    ``quoted`` gives each token's quotation, or -1; ``kind`` is that of its part; ``first`` tells that the sentence
    opens its paragraph; ``speaks`` whether a name in lower case speaks elsewhere in the text.
    """

    def __init__(
        self,
        tree: Tree,
        quoted: tuple[int, ...],
        *,
        kind: PartKind = "body",
        first: bool = False,
        speaks: Callable[[str], bool] = lambda name: False,
    ) -> None:
        self.tree, self.quoted, self.kind, self.first, self.speaks = tree, quoted, kind, first, speaks
        self.upos, self.xpos = tree.sentence.upos, tree.sentence.xpos

    def _subject(self, verb: int) -> int | None:
        """Who says it, shared over "and", over participles and over "tried to"."""
        tree = self.tree
        for _ in range(len(self.upos)):
            subjects = [t for t in tree.having(verb, "nsubj") if tree.sentence.relations[t] != "nsubj:outer"]
            # Nor does a mark say anything, of which a parse may make a subject: "● planned 17".
            subjects = [child for child in subjects if self.upos[child] != "PUNCT"]
            if subjects:
                # "'A missed chance,' said the union": a parser may take what is quoted for the subject
                spoken = [child for child in subjects if self.quoted[child] in (-1, self.quoted[verb])]
                subjects = spoken or subjects
                # "Brito earlier on Thursday said", "earlier Thursday said"
                subjects = [child for child in subjects if not self._is_time(child)] or subjects
                before = [child for child in subjects if child < verb]
                if before and before != subjects and tree.lower[verb - 1] == ",":
                    return next(child for child in subjects if child > verb)  # "5m of its 27m, a fifth, says the mayor"
                before = [child for child in before if not self._is_tied(child, before)] or before
                return before[-1] if before else subjects[0]
            if (taken := self._object_before(verb)) is not None:
                return taken
            head = tree.head(verb)
            if head >= 0 and self._is_participle(verb):
                verb = self._sayer(verb)
                continue
            if above := self._joined_to(verb):
                verb = above
                continue
            if self.kind == "headline" and head >= 0 and tree.base[verb] == "parataxis" and verb > head:
                verb = head  # "Province lowers toll, says one body counted twice"
                continue
            if head >= 0 and self._quoting(head) == verb:
                return self._quoted_one(head)
            if head < 0 or tree.base[verb] not in LINKS:
                return None
            if tree.base[verb] == "acl":
                if self._is_issued(head):
                    verb = tree.head(head)
                    continue
                return self._doer(head, verb)
            if tree.base[verb] == "parataxis":
                return None
            if tree.base[verb] == "xcomp" and (owner := tree.having(head, "obj", "iobj")):
                return owner[0]
            verb = head
        return None

    def _doer(self, noun: int, verb: int) -> int | None:
        """Who does what is hung on a noun: "officials seeking aid"; of "the mayor's failure to act" the mayor."""
        if self.xpos[verb] == "VBN" or self.upos[noun] == "PUNCT":
            return None  # nor does a comma, on which the parse may hang "wrote"
        thing = self.xpos[verb] == "VB" or (self.xpos[verb] == "VBG" and self.xpos[noun] == "NN")
        if not thing or self.upos[noun] != "NOUN" or can_tell(self.tree, noun):
            return noun
        return next(iter(self.tree.having(noun, "nmod:poss")), None)

    def _object_before(self, verb: int) -> int | None:
        """ "The army had told her": a subject that a parser takes for an object."""
        if self.tree.having(verb, "aux:pass") or not self.tree.having(verb, "aux"):
            return None
        before = [child for child in self.tree.having(verb, "iobj", "obj") if child < verb]
        return next((child for child in before if self.upos[child] in ("NOUN", "PROPN", "PRON")), None)

    def _is_participle(self, token: int) -> bool:
        tree = self.tree
        if self.xpos[token] != "VBG" or self.quoted[token] >= 0:
            return False
        # "dispute that, putting it at 40", where the parse takes the putting for what is disputed
        denied = tree.base[token] == "ccomp" and tree.lemma(tree.head(token)) in words("attribution", "verbs", "denies")
        if tree.base[token] not in ("advcl", "acl", "conj") and not denied:
            return False
        before = token - 1 - (self.quoted[token - 1] >= 0 and tree.lower[token - 2] == ",")  # "'too late,' adding that"
        return tree.lower[before] == "," and meaning(tree, token) in words("sayings", "participles", "verbs")

    def _quoting(self, verb: int) -> int | None:
        """The "saying" of "quoted the minister as saying"."""
        tree = self.tree
        if tree.lemma(verb) not in words("sayings", "relaying", "verbs"):
            return None
        for child in tree.having(verb, "advcl", "xcomp", "obl", "ccomp"):
            marks = {tree.lower[mark] for mark in tree.having(child, "mark", "case")}
            if self.xpos[child] == "VBG" and "as" in marks:
                return child
        return None

    def _quoted_one(self, verb: int) -> int | None:
        if not self.tree.having(verb, "aux:pass"):
            return next(iter(self.tree.having(verb, "obj")), None)
        # "40 died and 200 are ill, the ministry was quoted as saying": of what a parse takes for subjects the last
        subjects = [child for child in self.tree.having(verb, "nsubj") if self.upos[child] != "NUM"]
        return max((child for child in subjects if child < verb), default=next(iter(subjects), None))

    def _is_issued(self, noun: int) -> bool:
        """Whether a statement is somebody's by the verb over it: "issued a statement saying"."""
        tree, verb = self.tree, self.tree.head(noun)
        carried = tree.base[noun] == "obj" and tree.lemma(noun) in words("sayings", "carriers", "words")
        return carried and tree.lemma(verb) in words("sayings", "voicing", "verbs") and bool(tree.having(verb, "nsubj"))

    def _joined_to(self, verb: int) -> int | None:
        """The verb of saying before, of "said he was glad, and added"."""
        tree = self.tree
        if tree.base[verb] != "conj" or tree.having(verb, "nsubj"):
            return None
        beside = tree.head(verb)  # "doubts that: it calls it so and says": who calls it so says so
        if tree.having(beside, "nsubj") and tree.lemma(beside) in words("sayings", "participles", "verbs"):
            return None
        for token in tree.up(tree.head(verb)):
            above = tree.head(token)
            if tree.base[token] == "ccomp" and above >= 0 and above < verb and self._is_joined(above, verb):
                return above
        return None

    def _is_joined(self, verb: int, token: int) -> bool:
        """ "said he was glad, and added": another verb of saying, with the speaker of the first."""
        tree = self.tree
        if self.xpos[token] != self.xpos[verb] or tree.base[token] != "conj" or self.quoted[token] >= 0:
            return False
        joined = tree.lower[token - 1] in JOINING and not tree.having(token, "nsubj", "aux")
        return joined and tree.lemma(token) in words("sayings", "participles", "verbs")

    def _sayer(self, participle: int) -> int:
        """The verb whose subject a participle of saying shares: that of the clause which is said, or its own."""
        tree = self.tree
        head = tree.head(participle)
        beside = (t for t in tree.having(head, "parataxis") if t == participle - PAUSED and tree.having(t, "nsubj"))
        if (said := next(beside, None)) is not None:
            return said  # "exports rose 3%, officials said, warning that 40 plants could close"
        for token in tree.up(head):
            above = tree.head(token)
            if tree.base[token] == "ccomp" and above >= 0 and tree.having(above, "nsubj"):
                return above if above < participle else head
        return (
            head if tree.base[participle] != "acl" else next((t for t in tree.up(head) if self.upos[t] == "VERB"), head)
        )

    def _agent(self, verb: int) -> int | None:
        tree = self.tree
        near = tree.having(verb, "obl")
        agents = [child for child in near if tree.case(child) == "by" and not self._is_dated(child)]
        if not agents and tree.having(verb, "aux:pass"):
            # "was notified of 83 cases by the authorities", wherever the parse hangs them
            hung = [child for one in near for child in tree.having(one, "nmod") if tree.case(child) == "by"]
            # "was called a fraud by the mayor"
            hung += [
                c for one in tree.having(verb, "xcomp") for c in tree.having(one, "obl", "nmod") if tree.case(c) == "by"
            ]
            informs = tree.lemma(verb) in words("sayings", "informing", "verbs")
            agents = [child for child in hung if informs or can_tell(tree, child)]
        return agents[0] if agents and not is_means(tree, agents[0]) else None

    def _is_dated(self, token: int) -> bool:
        """ "Had been reported by Monday", "by mid-June", "by 2019": by then, and by nobody."""
        dates = (range(low, high) for low, high, kind in self.tree.sentence.entities if kind == "DATE")
        return self._is_time(token) or self.upos[token] == "NUM" or any(token in date for date in dates)

    def _phrase(self, head: int, verb: int) -> tuple[int, ...]:
        """The whole phrase of a source, up to the verb and without its preposition."""
        tree = self.tree
        if tree.lower[head] in WHO:
            return (head,)
        keep = {token for token in tree.under(head) if not (tree.head(token) == head and self._is_outside(token, head))}
        opening = [child for child in tree.having(head, "det") if child < head < verb]
        keep.update(range(opening[0] if opening else head, head))  # its own words, wherever a parse hangs some
        keep.update(range(self._hyphened(head), head))
        if verb in keep:
            top = next(token for token in tree.up(verb) if tree.head(token) == head)
            keep -= set(tree.under(top))
        for child in tree.having(head, "nmod", "advmod", "obl"):
            if child > head and self._is_time(child):
                keep -= set(tree.under(child))
        for first, last, kind in tree.sentence.entities:
            if first <= head < last or (kind == "PER" and first == head + 1):
                keep.update(token for token in range(first, last) if token != verb)
                keep.update(token for token in (first - 1,) if first and self.upos[token] == "DET")
        phrase = self._trimmed(tree.stretch(head, keep))
        phrase = phrase[leading(tree, head, phrase) :]
        after = phrase[-1] + 1  # "Sen. Joan Reed (R-Iowa)"
        bracketed = tree.lower[after : after + 1] == (")",) and "(" in (tree.lower[token] for token in phrase)
        return (*phrase, after) if bracketed else phrase

    def _hyphened(self, token: int) -> int:
        """Where a name begins that hyphens hold together: "Rolls-Royce"."""
        starts, ends = self.tree.sentence.starts, self.tree.sentence.ends
        while token > 1 and self.tree.lower[token - 1] == "-" and ends[token - 2] == starts[token - 1]:
            if ends[token - 1] != starts[token]:
                break
            token -= 2
        return token

    def _is_tied(self, token: int, others: Iterable[int]) -> bool:
        """Whether a hyphen ties it to the name of another: "Park Ji-won", taken for two."""
        start = self._hyphened(token)
        return start < token and start not in others and self.tree.head(start) in others

    def _is_time(self, token: int) -> bool:
        return self.tree.lemma(token) in words("sayings", "temporal", "words")

    def _is_outside(self, token: int, head: int) -> bool:
        if self.tree.lower[token] in PAIRING:
            return False
        return (self.tree.base[token] in ("case", "cc", "mark") and token < head) or self.tree.lower[token] in (
            "'s",
            "’s",
            "'",
            "’",
        )

    def _cue(self, verb: int, also: tuple[int, ...]) -> tuple[int, ...]:
        """The verb with all that leads to it ("tried to say"), and the words beyond that belong to it."""
        return cue_of(self.tree, verb, also)

    def _trimmed(self, tokens: Iterable[int]) -> tuple[int, ...]:
        """Without pauses at the ends, but for the marks of quotations and what they hold."""
        found = sorted(set(tokens))
        while found and self._is_edge(found[0]):
            found = found[1:]
        while found and self._is_edge(found[-1]):
            found = found[:-1]
        return tuple(found)

    def _is_edge(self, token: int) -> bool:
        return self.upos[token] == "PUNCT" and self.quoted[token] < 0

    def _counts(self, token: int) -> bool:
        fractions = words("attribution", "told", "fractions")
        tree, told = self.tree, set(self.tree.under(token))
        for child in tree.having(token, "acl"):
            if any(tree.lower[t] in ("who", "whom", "whose") for t in tree.under(child)[:3]):
                told -= set(tree.under(child))  # of "mentioned Brito, who lost by 20 points" the points are no count
        return any(self.upos[word] == "NUM" or tree.lower[word] in fractions for word in told)

    def _is_finite(self, verb: int) -> bool:
        """Whether a verb tells by itself; "the treasury confirmed" at the end may be taken for a participle."""
        if self.xpos[verb] in (*FINITE, "NN", "NNS") or self.upos[verb] == "NOUN":
            return True
        if self.xpos[verb] == "VB" and not self.tree.having(verb, "aux", "mark"):
            return verb > 0 and self.tree.lower[verb - 1] in (",", "”", '"', "’", "''")  # ", say neighbours"
        helped = {self.tree.lower[child] for child in self.tree.having(verb, "aux")}
        if self.tree.sentence.relations[verb] in ("acl", "amod") and not self.tree.having(verb, "nsubj"):
            return self._closes(verb)
        return (
            self.xpos[verb] == "VBN"
            and not self.tree.having(verb, "aux:pass")
            and (not helped or bool(helped & HAVING))
        )

    def _closes(self, verb: int) -> bool:
        """Whether a past at the end is taken for a participle of who says it: ", exporters estimated on Monday."."""
        tree, teller = self.tree, self.tree.head(verb)
        if self.xpos[verb] != "VBN" or teller != verb - 1 or tree.base[teller] not in ("nsubj", "appos", "obj"):
            return False
        low = next(token for token in tree.under(teller) if self.upos[token] != "PUNCT")
        high = next((t for t in range(verb, len(self.upos)) if tree.lower[t] in (",", ".")), len(self.upos))
        near = [child for child in tree.children[verb] if child < high and self.upos[child] != "PUNCT"]
        inside = [child for child in near if not self._is_time(child)]
        telling = tree.lemma(verb) not in words("sayings", "informing", "verbs")
        return low > 0 and tree.lower[low - 1] == "," and telling and not inside

    def _is_written(self, verb: int, thing: int) -> bool:
        """ "Wrote a six-page letter", "issued two reports": how long or how many they are the teller says."""
        tree = self.tree
        if tree.lemma(verb) not in words("attribution", "authoring", "verbs"):
            return False
        carried = tree.lemma(thing) in words("sayings", "carriers", "words") or tree.lemma(thing) in words(
            "attribution", "authoring", "things"
        )
        below = [
            t for t in tree.having(thing, "nmod", "acl", "appos") if tree.case(t) not in ("to", "by", "for", "from")
        ]
        return carried and not any(self.upos[token] in ("NUM", "SYM") for child in below for token in tree.under(child))

    def _has_pair(self, verb: int, others: Iterable[int], *keys: str) -> bool:
        table = phrases(*keys)
        return any((self.tree.lemma(verb), self.tree.lower[other]) in table for other in others)

    def _is_to_blame(self, verb: int) -> bool:
        """ "are to blame for": nobody blames anybody there."""
        marks = {self.tree.lower[mark] for mark in self.tree.having(verb, "mark")}
        helped = {self.tree.lemma(child) for child in self.tree.having(verb, "cop", "aux")}
        above = self.tree.head(verb)
        being = "be" in helped or (above >= 0 and self.tree.lemma(above) == "be")
        return self.tree.lemma(verb) == "blame" and "to" in marks and being

    def _is_own(self, verb: int, head: int | None) -> bool:
        """Whether the teller or the reader is meant, by whom nothing is attributed to others: "I think", "you see"."""
        if head is None or self.quoted[verb] >= 0 or self.tree.having(head, "nmod"):
            return False  # "one of them said"
        if self.tree.lower[head] == "one":
            return self.upos[head] == "PRON" and bool(self.tree.having(verb, "aux"))  # "one might say"
        return self.tree.lower[head] in ("i", "we", "you")
