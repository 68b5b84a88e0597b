"""Whom "he", "the ministry" and "the company" stand for, where one name of the text stands out.

It remembers who was named and who acted lately, in order of the text. A pronoun stands for the last one that fits it;
a description for the last longer phrase with the same noun, or for the one body of its kind that was named. Where two
fit equally well, nothing is guessed.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from reportedly.claims.attribution.kinds import own_kind, states
from reportedly.claims.attribution.named import is_named
from reportedly.claims.attribution.sources import (
    can_tell,
    is_acronym,
    is_bare_name,
    is_body,
    is_definite,
    is_firm,
    is_person,
    kind_of,
)
from reportedly.claims.attribution.speakers import WHO
from reportedly.claims.attribution.voices import phrase_of
from reportedly.claims.kept import kept
from reportedly.claims.lexicons import either, lexicon, words
from reportedly.claims.trees import Tree
from reportedly.model import SourceKind

HE = frozenset({"he", "his", "him"})
SHE = frozenset({"she", "her", "hers"})
CALLING = frozenset({"he", "she"})
NAMING = frozenset({"NOUN", "PROPN"})
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "their", "them"})
SOME = frozenset({"one", "some", "several", "many", "others", "another", "both", "few", "two", "three", "most"})
SPOKEN_FOR = frozenset({"government", "military", "company", "ngo", "international"})
LATTER = "latter"
OF_TWO = frozenset({"former", LATTER})
REACH = 12  # mentions a pronoun looks back over: those of a few sentences
CALLED = 4  # pronouns of a person that are remembered
NEXT = 300  # characters to the next sentence at most, its quotation left out
KEPT = 200  # mentions a description looks back over: those of a long article's last pages


@dataclass
class Mention:
    """Somebody told of: the head word of the phrase, and whether they act in their sentence."""

    tree: Tree
    token: int
    acts: bool

    @kept
    def speaks(self) -> bool:
        """Whether they say something in their sentence."""
        if _is_told_by(self.tree, self.token):
            return True
        verb = self.tree.head(self.token)
        telling = verb >= 0 and any(
            self.tree.lemma(verb) in words("attribution", "verbs", stance)
            for stance in ("asserts", "denies", "supposes")
        )
        if telling and self.tree.lemma(verb) == "add" and not self.tree.having(verb, "ccomp"):
            telling = all(self.tree.case(child) != "to" for child in self.tree.having(verb, "obl"))  # "adds to it"
        undergone = self.tree.sentence.relations[self.token] == "nsubj:pass"  # "the ferry was expected"
        return self.acts and telling and not undergone and self.tree.base[self.token] != "root"

    @property
    def disputes(self) -> bool:
        """Whether what they do in their sentence is to deny or to doubt."""
        lemma = self.tree.lemma(self.tree.head(self.token))
        return any(lemma in words("attribution", "verbs", stance) for stance in ("denies", "doubts"))

    @kept
    def _phrase(self) -> tuple[int, tuple[int, ...]]:
        return phrase_of(self.tree, self.token)

    @kept
    def start(self) -> int:
        """Where the phrase starts."""
        return self.tree.chars(self._phrase[1])[0]

    @kept
    def head(self) -> str:
        """The head word: a noun's lemma, a name as written, in lower case."""
        top = self._phrase[0]
        return self.tree.lemma(top) if self.tree.sentence.upos[top] == "NOUN" else self.tree.lower[top]

    @kept
    def noun(self) -> str:
        """The word itself: of "the report of the board" the report, though the board tells."""
        return self.tree.lemma(self.token)

    @kept
    def beside(self) -> dict[str, tuple[int, ...]]:
        """The nouns that stand beside it and tell what it is, by their lemmas."""
        told: dict[str, tuple[int, ...]] = {}
        for token in self.tree.having(self.token, "appos"):
            lemma = self.tree.lemma(token)
            told[lemma] = (*told.get(lemma, ()), token)
        return told

    @kept
    def words(self) -> frozenset[str]:
        """The words of the phrase in lower case."""
        return frozenset(self.tree.lower[token].rstrip(".") for token in self._phrase[1])

    @kept
    def name(self) -> str:
        """The words of the phrase as they stand, a line break as a space."""
        parts: list[str] = []
        last = self.start
        for token in self._phrase[1]:
            parts += [" " * (self.tree.sentence.starts[token] > last), self.tree.sentence.words[token]]
            last = self.tree.sentence.ends[token]
        return "".join(parts)

    @kept
    def called(self) -> tuple[str, ...]:
        """The words of the name by which it is called again: "hudson bay co" of "the Hudson's Bay Co."."""
        parts = self.name.lower().split()
        return tuple([part.strip(".").removesuffix("'s") for part in parts if part != "the"])

    @property
    def filed(self) -> frozenset[str]:
        """The words by which a description, a surname or a short name may mean it."""
        named = self.called[:1] if self.tree.sentence.upos[self.token] == "PROPN" else ()
        return self.words.union(named, self.beside, (self.noun,))

    @kept
    def kind(self) -> SourceKind:
        """The kind of source they would be."""
        told = kind_of(self.tree, self._phrase[0]) or "unnamed"
        return "company" if told == "person" and self.guessed else told

    @kept
    def guessed(self) -> bool:
        """Whether only what it does could tell that it is a body: "the yard", and "the deployment"."""
        return is_firm(self.tree, self._phrase[0])

    @kept
    def sure(self) -> bool:
        """Whether it is known for a body, or speaks, or its sentence is about it and not a clause of that."""
        clauses = ("acl", "advcl", "ccomp")
        return not self.guessed or self.speaks or not any(self.tree.base[t] in clauses for t in self._above)

    @property
    def _above(self) -> tuple[int, ...]:
        return tuple(self.tree.up(self.token))

    @kept
    def named(self) -> bool:
        """Whether the phrase is a name, or a body or an office that can be told."""
        return is_named(self.tree, self._phrase[0])

    @property
    def is_body(self) -> bool:
        """Whether it may be an "it" that says something: a body that is known, or a name that does so there."""
        if self.is_one:
            return True
        if self.kind == "company" and self.guessed and (self.noun.endswith(DOINGS) or self._is_bare):
            return self.speaks  # "the yard closed. It said", but not "the deployment began", "Downgrade hits shops"
        if self.kind != "unnamed":
            return self.kind != "person"
        return self.speaks and self.tree.sentence.upos[self.token] == "PROPN"

    @property
    def _is_bare(self) -> bool:
        """Whether it is a common noun of one thing with no word that points to it, as headlines have deeds."""
        tree = self.tree
        return tree.sentence.xpos[self.token] == "NN" and not tree.having(self.token, "det", "nmod:poss", "compound")

    @kept
    def person(self) -> bool:
        """Whether it is one by name or by noun."""
        top = self._phrase[0]
        told = is_person(self.tree, top) and not self.is_one
        return told and not (is_body(self.tree, top) and len(self._phrase[1]) == 1)

    @kept
    def is_place(self) -> bool:
        """Whether the parser took the name for that of a place, and it is no state: "the Thalia"."""
        top, name = self._phrase[0], self.tree.lower[self._phrase[0]]
        places = ((a, b) for a, b, kind in self.tree.sentence.entities if kind in ("LOC", "GPE"))
        seat = name in states() or self._is_state or name in words("attribution", "metonyms", "words")
        return any(a <= top < b for a, b in places) and not seat

    @kept
    def runs(self) -> bool:
        """Whether a trade beside the name may be a firm's: "owner Pelagos Marine said"."""
        beside = (*self.tree.having(self.token, "nmod:desc", "compound"), self.token)
        return any(self.tree.lemma(token) in words("sources", "firms", "trades") for token in beside)

    @kept
    def plural(self) -> bool:
        """Whether they are several."""
        tag = self.tree.sentence.xpos[self._phrase[0]]
        several = tag == "NNPS" and self.kind != "company" and not self.is_one  # "Harmsen Lines said it"
        described = self.tree.having(self._phrase[0], "nmod:desc")  # "consultants Harmsen Lyle"
        return tag == "NNS" or several or any(self.tree.sentence.xpos[word] == "NNS" for word in described)

    @kept
    def single(self) -> bool:
        """Whether it may be an "it" by its number: also a body or a state whose name is in the plural."""
        if not self.plural or self.tree.sentence.upos[self._phrase[0]] != "PROPN":
            return not self.plural
        return self.kind in OF_SEVERAL or self._is_state

    @property
    def _is_state(self) -> bool:
        return self.name.lower().removeprefix("the ") in states()

    @kept
    def is_one(self) -> bool:
        """Whether a name is that of one body, by a noun beside it or its verb: "Doctors of the River says".

        So is the one of "Clear Vote, a domestic monitor, ran a count".
        """
        if self.tree.base[self.token] != "nsubj":
            return False
        tags = self.tree.sentence.xpos
        if tags[self.token] == "NNPS" and tags[self.tree.head(self.token)] == "VBZ":
            return True
        bodies = either(("sources", "generic", "words"), ("sources", "generic", "beside"))
        return self.tree.sentence.upos[self.token] == "PROPN" and not bodies.isdisjoint(self.beside)


# Bodies that may bear the name of several and are one: "the United Nations said it".
OF_SEVERAL = frozenset({"international", "ngo"})
# What a noun of a deed or a state ends in.
DOINGS = ("ment", "tion", "sion", "ing", "ness", "ity", "ance", "ence", "ism", "war")


def _of_two(before: Sequence[Mention], *, second: bool) -> Mention | None:
    """Of "the army and the police disagree" the police are the latter; of three none is."""
    for first in reversed(before[-REACH:]):
        joined = first.tree.having(first.token, "conj")
        if joined and can_tell(first.tree, first.token):
            told = len(joined) == 1 and can_tell(first.tree, joined[0])
            return None if not told else Mention(first.tree, joined[0], acts=True) if second else first
    return None


def _is_told_by(tree: Tree, token: int) -> bool:
    """Whether it is who something is told by: "according to the institute"."""
    return token > 1 and tree.base[token] == "obl" and tree.case(token) == "according to"


Before = Callable[..., list[Mention]]  # who was told of before a place: all, or those who go by one of some words


class Known:
    """Who was told of in a document so far.

    Whom a word stands for is looked for among those who go by it: they are filed, by number, when one is asked for.
    """

    def __init__(self) -> None:
        self._mentions: deque[Mention] = deque(maxlen=KEPT)
        self._read = self._filed = 0  # mentions, those that are forgotten included
        self._numbers: dict[str, deque[int]] = {}
        self._called: deque[tuple[Tree, int]] = deque(maxlen=CALLED)

    def read(self, tree: Tree) -> None:
        """Take in a sentence: names, bodies, and whoever acts."""
        upos, entities = tree.sentence.upos, tree.sentence.entities
        names = {_top(tree, first, last) for first, last, kind in entities if kind in ("PER", "ORG")}
        if not CALLING.isdisjoint(tree.lower):
            self._called.extend((tree, t) for t, word in enumerate(tree.lower) if word in CALLING and upos[t] == "PRON")
        standing, telling = words("sources", "standing", "words"), words("attribution", "nouns", "words")
        for token in [t for t, tag in enumerate(upos) if tag in NAMING and tree.base[t] != "dep"]:
            acts = tree.base[token] in ("nsubj", "root") or tree.sentence.relations[token] == "obl:agent"
            acts = acts or _is_told_by(tree, token)
            noun = tree.lemmas[token] if upos[token] == "NOUN" else ""
            body = noun in standing and is_definite(tree, token)
            if acts or body or noun in telling or token in names:
                self._mentions.append(Mention(tree, token, acts))
                self._read += 1

    def resolve(self, tree: Tree, head: int, verb: int) -> Mention | None:
        """Whom a source stands for, if its own words do not name it."""
        word = tree.lower[head]
        if word in WHO and tree.sentence.upos[head] != "NOUN":
            governor = tree.head(verb)
            return Mention(tree, governor, acts=True) if tree.base[verb] == "acl" and governor >= 0 else None
        before = partial(self._before, tree.chars(phrase_of(tree, head)[1])[0])
        if word in OF_TWO:
            return _of_two(before(), second=word == LATTER)
        if tree.sentence.upos[head] in ("PRON", "DET", "NUM"):
            return _by_pronoun(tree, head, before()[-REACH:], self._taken(tree, head))
        if is_definite(tree, head) or tree.having(head, "nmod:poss"):
            return _by_description(tree, head, before)
        return _by_surname(tree, head, before)

    def described(self, tree: Tree, head: int) -> Mention | None:
        """Which body a bare noun means: the bank of "a bank spokesman"."""
        return _by_description(tree, head, partial(self._before, tree.sentence.starts[head]))

    def last_body(self, tree: Tree, token: int) -> Mention | None:
        """The body that did or said something last, whose a bare spokesman is; none where two did in one sentence."""
        before = self._before(tree.sentence.starts[token])[-REACH:]
        called = [m for m in before if m.noun == tree.lemma(token) and m.tree.having(m.token, "compound", "nmod:poss")]
        if called:
            return called[-1]  # "accused the water board of it, a charge the board denies"
        bodies = [m for m in before if m.acts and m.kind in SPOKEN_FOR and not m.person and not m.plural]
        last = [m for m in bodies if m.tree is bodies[-1].tree]
        return last[-1] if len({_initials(m) for m in last}) == 1 else None

    def _taken(self, tree: Tree, head: int) -> list[Mention]:
        """Whom pronouns of the other sex lately stood for, so that "he" is not who was "she" the sentence before."""
        word, place = tree.lower[head], tree.sentence.starts[head]
        other = SHE if word in HE else HE if word in SHE else frozenset()
        called = [(t, at) for t, at in self._called if t.sentence.starts[at] < place and t.lower[at] in other]
        stood = (_by_pronoun(t, at, self._before(t.sentence.starts[at])[-REACH:], ()) for t, at in called)
        return [mention for mention in stood if mention is not None]

    def _before(self, place: int, *words_: str) -> list[Mention]:
        mentions = self._called_by(words_) if words_ else list(self._mentions)
        upto = bisect_left(mentions, place, key=lambda mention: mention.tree.sentence.starts[mention.token])
        # What stands in a sentence before needs no look at its phrase.
        sure = upto
        while sure and mentions[sure - 1].tree.sentence.end > place:
            sure -= 1
        return mentions[:sure] + [m for m in mentions[sure:upto] if m.start < place]

    def _called_by(self, words_: Iterable[str]) -> list[Mention]:
        """Those who go by one of some words, in order of the text."""
        forgotten = self._read - len(self._mentions)
        self._filed = max(self._filed, forgotten)
        for mention in islice(self._mentions, self._filed - forgotten, None):
            for word in mention.filed:
                self._numbers.setdefault(word, deque(maxlen=KEPT)).append(self._filed)
            self._filed += 1
        found = {number for word in words_ for number in self._numbers.get(word, ()) if number >= forgotten}
        return [self._mentions[number - forgotten] for number in sorted(found)]


def _top(tree: Tree, first: int, last: int) -> int:
    return next((token for token in range(first, last) if not first <= tree.head(token) < last), first)


def _by_pronoun(tree: Tree, head: int, recent: list[Mention], taken: Sequence[Mention]) -> Mention | None:
    """Who acts in the same sentence; else who spoke, or acted, in the last one where anybody did that fits.

    Of several in the same sentence "its" is of whose verb it stands under; else nobody can tell which.
    """
    word, counts = tree.lower[head], words("attribution", "told", "words")
    if word in HE | SHE:
        other = words("sources", "sexes", "women") if word in HE else words("sources", "sexes", "men")
        others = {mention.name for mention in taken}
        fits = [m for m in recent if m.person and not m.plural and not m.words & other and m.name not in others]
        fits = [m for m in fits if m.noun not in counts]  # "the number of jobs, he said, fell"
        fits += [m for m in recent if _thinks(tree, head, m)]
        if not _is_quoted(tree, head):
            fits = [m for m in fits if m.tree is not tree or not _is_quoted(tree, m.token)] or fits
        if (introduced := _introduced(tree, fits)) is not None:
            return introduced
    elif word in IT:
        bodies = (m for m in recent if m.single and m.noun not in counts and not m.is_place)
        fits = [m for m in bodies if _is_firms(tree, m, recent) or _is_its(m)]
        fits = [m for m in fits if m.sure] or fits
        # "The ship, it said, was empty": whose ship it is was told before
        fits = [m for m in fits if m.tree is not tree or can_tell(m.tree, m.token)] or fits
        # "The owner would not be drawn. 'They are safe,' it said": whoever is no person by that
        fits = fits or [m for m in recent if m.kind == "company" and not m.plural and m.is_body]
    elif word in THEY:
        fits = [m for m in recent if m.plural or _tells_of_themselves(tree, head, m)]
        fits = [m for m in fits if can_tell(m.tree, m.token)] or fits  # no "stolen bronzes" speak
    elif word in SOME:
        fits = [m for m in recent if m.plural and m.kind != "unnamed"]  # "Diplomats fear the worst. One says ..."
    else:
        return None
    acting = [mention for mention in fits if mention.acts]
    here = [mention for mention in acting if mention.tree is tree]
    if len({mention.name for mention in here}) > 1:
        spoken = [mention for mention in here if mention.speaks]
        if tree.base[head] != "nmod" and len(spoken) == 1 and tree.base[head] == "nsubj":
            return spoken[0]
        nested = any(tree.sentence.relations[token] == "acl:relcl" for token in tree.up(head))
        return _governing(tree, head, here) if tree.base[head] == "nmod" or nested else None
    nearest = [mention for mention in acting if mention.tree is acting[-1].tree]
    speaking = [mention for mention in nearest if mention.speaks]
    several = len({_initials(mention) for mention in speaking}) > 1
    if not here and word in IT and several and not speaking[-1].disputes:
        return None  # ", which the ministry disputes. It puts": who disputes goes on
    return (here or speaking or nearest or fits)[-1] if fits else None


def _is_its(mention: Mention) -> bool:
    """Whether it may be an "it": no person, nor what is somebody's ("the union's demand"), nor who only quotes it."""
    tree, token = mention.tree, mention.token
    thing = bool(tree.having(token, "nmod:poss")) and own_kind(mention.noun) is None
    quotes = tree.head(token) >= 0 and tree.lemma(tree.head(token)) in words("attribution", "citing", "verbs")
    return mention.is_body and not mention.person and (mention.speaks or mention.disputes or not thing) and not quotes


def _is_firms(tree: Tree, mention: Mention, recent: Iterable[Mention]) -> bool:
    """Whether a name of one word, of who speaks or acts there, may be a firm's: nobody has it with a first name."""
    word = mention.tree.lower[mention.token]
    acts = mention.speaks or (mention.acts and mention.tree is tree)
    alone = acts and mention.person and is_bare_name(mention.tree, mention.token)
    alone = alone and not any(word in other.words and len(other.words) > 1 for other in recent)
    return alone or (mention.speaks and mention.runs)


def _tells_of_themselves(tree: Tree, head: int, mention: Mention) -> bool:
    """ "Police said they had counted 29": a body that is told of as several, by the clause of what it says."""
    clause = tree.head(head)
    told = tree.base[head] == "nsubj" and tree.base[clause] == "ccomp" and mention.tree is tree
    return told and tree.head(mention.token) == tree.head(clause) and mention.acts and mention.kind != "person"


def _thinks(tree: Tree, head: int, mention: Mention) -> bool:
    """ "A source said he believed": whoever has no name, and says what he himself thinks."""
    nameless = mention.kind == "unnamed" and not mention.plural and not mention.person
    thought = nameless and tree.lemma(tree.head(head)) in words("attribution", "verbs", "supposes")
    return thought and _tells_of_themselves(tree, head, mention)


def _is_quoted(tree: Tree, token: int) -> bool:
    """Whether a word stands in a quotation: who is named in what somebody says is seldom who says it."""
    told = tree.lower[:token]
    opened = told.count("“") - told.count("”") + told.count("``") - told.count("''")
    return opened > 0 or told.count('"') % 2 == 1


def _introduced(tree: Tree, fits: Sequence[Mention]) -> Mention | None:
    """The one person whom the sentence before names in full, whatever he does there, where nobody acts in it or since.

    "At the depot, one of twelve that are to close, clerk Ana Ruiz, 58, wept. 'I got nothing,' she said."
    """
    if not fits or fits[-1].tree is tree or len(fits[-1].words) == 1 or any(m.tree is tree for m in fits):
        return None
    last = [m for m in fits if m.tree is fits[-1].tree]
    alone = len({m.name for m in last}) == 1 and not any(m.acts for m in last)
    return last[-1] if alone and tree.sentence.start - last[-1].tree.sentence.end < NEXT else None


def _governing(tree: Tree, head: int, here: Iterable[Mention]) -> Mention | None:
    """Of those who act the subject of the nearest verb above a pronoun."""
    acting = {mention.token: mention for mention in here}
    subjects = (child for above in tree.up(head) for child in tree.having(above, "nsubj"))
    return next((acting[child] for child in subjects if child in acting), None)


def _by_description(tree: Tree, head: int, before: Before) -> Mention | None:
    own, phrase = phrase_of(tree, head)
    if tree.sentence.upos[own] == "PROPN" and own != head:
        return None
    lemma = tree.lemma(head)
    mine = {tree.lower[token] for token in phrase} - {"the", "this", "that"}
    near = before(lemma, *mine) if mine else before()  # a name that holds no more than "the" may be any
    called = (m for m in reversed([m for m in near if lemma in m.beside]) if _is_called(m, lemma, mine))
    if (beside := next((m for m in called if m.named and not m.person), None)) is not None:
        return beside  # "released by Meridian Group, a research firm. The firm said"
    fuller = [m for m in reversed(near) if (m.head.endswith(lemma) and mine < m.words) or (m.noun == lemma != m.head)]
    told = lemma in words("attribution", "nouns", "words")
    named = next((m for m in fuller if m.named), fuller[0] if fuller and told else None)
    if named is not None:
        return named
    if lemma not in words("sources", "generic", "words") or len(mine) > 1:
        return None
    kinds = lexicon("sources")["generic"].get(lemma) or (kind_of(tree, head),)
    # a ministry is no agency, nor is a state
    others = words("sources", "standing", "words") - words("sources", "generic", "words")
    fits = [m for m in before() if m.head != lemma and m.named and m.kind in kinds and not m.person]
    bodies = list({_initials(m): m for m in fits if m.noun not in others and m.name.lower() not in states()}.values())
    if len(bodies) > 1:  # the one that acts in the sentence before
        acting = [m for m in bodies if m.acts and m.tree is bodies[-1].tree]
        bodies = acting if acting[-1:] == bodies[-1:] else []
    return bodies[0] if len(bodies) == 1 else None


def _is_called(mention: Mention, lemma: str, words_: set[str]) -> bool:
    """Whether a noun beside a name tells what it is, with all of ``words_``."""
    tree = mention.tree
    return any(words_ <= {tree.lower[t] for t in tree.under(token)} for token in mention.beside[lemma])


def _initials(mention: Mention) -> str:
    """What a body is called in short, so that the World Health Organization is the WHO; one word stays as it is."""
    parts = [part for part in mention.name.split() if part.casefold() not in ("the", "of", "for", "and")]
    named = len(parts) > 1 and mention.name[0].isupper()
    return "".join(part[0] for part in parts) if named else (parts or [mention.name])[-1]


def _by_surname(tree: Tree, head: int, before: Before) -> Mention | None:
    """The full name that a bare surname, or an acronym, repeats, which tells its kind."""
    phrase = phrase_of(tree, head)[1]
    if tree.sentence.upos[head] != "PROPN":
        return None
    if len(phrase) > 1:
        return _by_short_name(tree, phrase, before)
    body, name = is_acronym(tree, head), tree.lower[head]
    fuller = (m for m in before(name) if name in m.words and len(m.words) > 1 and m.person != body)
    found = next(fuller, None)
    return _by_short_name(tree, phrase, before) if found is None and not body else found


def _by_short_name(tree: Tree, phrase: Sequence[int], before: Before) -> Mention | None:
    """The body whose name begins so: "Hudson's Bay" of "Hudson's Bay Co.", "Kessler" of "Kessler Motors"."""
    short = tuple([tree.lower[token] for token in phrase if tree.lower[token] not in ("the", "'s", "’s")])
    near = before(*short[:1])
    longer = (m for m in near if m.tree.sentence.upos[m.token] == "PROPN" and len(m.words) > len(short))
    begun = (m for m in longer if m.called[: len(short)] == short and not m.person)
    return next((m for m in begun if m.kind not in ("unnamed", "person")), None)
