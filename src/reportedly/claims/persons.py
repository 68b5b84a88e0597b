"""Documents become claims: persons told without a numeral count as one, couples as two.

"A 17-year-old student died" tells of one person as surely as "one student died". ``mentions`` finds such persons in a
sentence, with the event that happens to or through them; who only speaks, is or has something is mentioned without
one, and makes no claim. Whom a mention points to is told by ``people``. Words are in ``persons.toml``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import compress
from typing import Literal

from reportedly.claims.deeds import Deed, deeds, place
from reportedly.claims.harms import Harm, Harms
from reportedly.claims.lexicons import either, lexicon, words
from reportedly.claims.news import Kind, News
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import Document, PartKind, Quantity
from reportedly.values import Found
from reportedly.values.gazetteer import listed, rows
from reportedly.values.measures import peoples

ABOVE: tuple[PartKind, ...] = ("headline", "deck", "caption")
ARTICLES: dict[str, Kind] = {
    "a": "new",
    "an": "new",
    "another": "other",
    "the": "known",
    "this": "known",
    "that": "known",
}
# What stands around a by-name, behind the name.
QUOTED = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
BY_NAMES = QUOTED | {"("}
OTHERS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "other"})
ORDINALS = OTHERS - {"other"} | {"first", "ninth", "tenth", "last"}
OWN = frozenset({"his", "her", "their", "whose"})
INSIDE = ("det", "amod", "nummod", "compound", "nmod:poss", "nmod:unmarked", "obl:unmarked", "advmod", "punct", "flat")
OUTSIDE = ("PUNCT", "CCONJ", "ADP", "ADV", "SCONJ")
MINE = frozenset({"my", "our", "your"})
SUFFIXES = frozenset({"jr", "sr", "the", "van", "von", "bin", "der"})
NAMELIKE = ("appos", "flat", "compound")
# So short a name in capitals is none, but where a sentence is all capitals; so many words tell whether it is.
ACRONYM, CAPITALS = 4, 40
# "RIGA, Latvia (Our Agency) -": how far behind the place the dash may stand that ends a dateline.
DATELINE, DASHES = 10, frozenset({"-", "--", "–", "—", ">>", "»"})
OTHERS_AND_ANOTHER = OTHERS | {"another"}
SPEAKING, BESIDE = "spokes", ("conj", "appos", "list")
FORMED = ("woman", "ist", "man", "worker")
HURT = (("shot",), ("dead",), ("killed",), ("hurt",), ("injured",), ("wounded",))
# Ages told beside a noun; beyond these a number is no age.
OLDEST = 119
AGES = frozenset({"year", "month", "week", "day", "years", "months"})
AGES_OF_ONE = frozenset({"year", "month", "week", "day"})  # "an 18-month old"
# From 15 to 19 some write "man" and some "boy".
YOUNG, GROWN = 15, 20
# Ages in words, so that "two-year-old" and "2-year-old" agree.
_TO_TWELVE = (
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
SMALL = (*_TO_TWELVE, *_TEENS)
Sex = Literal["male", "female"]
Group = Literal["young", "grown"]
PRONOUNS: dict[str, Sex] = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or a couple at one place. ``tokens`` are the article and noun phrase, ``head`` its noun.

    ``deed`` is the event it takes part in, ``harm`` what that did to it; ``of`` is the noun beside which it stands as
    another word for the same person. ``person`` numbers the persons of a document; ``introduces`` marks the first
    mention with an event, once among headlines and once in the body; ``numbered`` one that a number counts already.
    ``members`` are the persons told of before whom "both" and the like tells of together.
    """

    tokens: tuple[int, ...]
    head: int
    count: int
    kind: Kind
    deed: Deed | None
    harm: Harm | None
    name: tuple[str, ...] = ()
    age: str | None = None
    of: int | None = None
    person: int = -1
    introduces: bool = False
    numbered: bool = False
    members: tuple[int, ...] = ()


def figure(document: Document, tree: Tree, mention: Mention) -> Figure:
    """The mention as a figure of one or two, so that status, speaker and time are read as for any other."""
    start, end = tree.chars(mention.tokens)
    count = Fraction(mention.count)
    quantity = Quantity(count, count, document.text[start:end])
    found = Found(start, end, quantity, (start, end), None, is_measure=False, is_duration=False)
    return Figure(found, mention.tokens, mention.head, mention.head, "level")


@cache
def _nouns() -> frozenset[str]:
    """Every listed noun for one person."""
    table = lexicon("persons")
    rows = [table["people"][key] for key in table["people"]]
    return frozenset().union(*rows, *(table[name]["words"] for name in ("kin", "parts", "trades", "offices")), _two())


@cache
def _personal() -> frozenset[str]:
    """Words and lemmas one of which stands wherever one person is told of, but for nouns formed like one."""
    return _nouns() | words("persons", "hands", "words") | _two() | OTHERS_AND_ANOTHER | {"old"} | _nationals()


@cache
def _nationals() -> frozenset[str]:
    """Words for one of a people, in lower case: "Czech", "Ukrainian", "Kurd"."""
    forms = (form.lower() for row in rows("demonyms") for form in listed(row["words"]))
    return frozenset(form for form in forms if not form.endswith(("s", "ish"))) | peoples()


def _is_national(tree: Tree, token: int) -> bool:
    """ "A 24-year-old Czech": by itself, not before a noun."""
    sentence, after = tree.sentence, token + 1
    capital = sentence.words[token][0].isupper() and tree.base[token] not in ("compound", "amod", "flat")
    alone = after >= len(tree.lower) or (
        tree.lower[after] != "-" and sentence.upos[after] not in ("NOUN", "PROPN", "ADJ")
    )
    one = any(tree.lower[child] in ("a", "an", "another") for child in tree.having(token, "det"))
    return capital and alone and one and sentence.xpos[token] not in ("NNS", "NNPS")


def is_people(lemma: str) -> bool:
    """Whether a lemma names persons, one or many."""
    many = lemma in words("persons", "many", "words") or lemma.endswith(("children", "people"))  # "schoolchildren"
    return lemma in _nouns() or many or _is_formed(lemma)


@cache
def _two() -> frozenset[str]:
    return either(("persons", "two", "words"), ("persons", "two", "twins"))


@cache
def sexes() -> dict[str, Sex]:
    """Nouns that tell whether somebody is male or female."""
    listed: tuple[Sex, ...] = ("male", "female")
    return {word: sex for sex in listed for word in lexicon("persons")["people"][sex]}


def group_of(lemma: str | None, age: str | None) -> Group | None:
    """Young or grown, by age, else by the noun; in between people are called one or the other."""
    if age is not None and not age.isdecimal() and " " in age:
        return "young"  # months, weeks or days
    if age is not None and age.isdecimal():
        return "young" if int(age) < YOUNG else "grown" if int(age) >= GROWN else None
    if lemma in words("persons", "people", "young"):
        return "young"
    return "grown" if lemma in either(("persons", "people", "grown"), ("persons", "people", "of_age")) else None


def tells_of_persons(tree: Tree) -> bool:
    """Whether a sentence has any word that may mention a person; most have none."""
    if any(kind == "PER" for _, _, kind in tree.sentence.entities) or not PRONOUNS.keys().isdisjoint(tree.lower):
        return True
    return any(is_person(tree, token) for token in _candidates(tree))


def _candidates(tree: Tree) -> list[int]:
    """The words that may be nouns for one person, by their letters alone: few, or none."""
    return [*compress(range(len(tree.lower)), map(_may_be_person, tree.lower, tree.lemmas))]


@cache
def _may_be_person(word: str, lemma: str) -> bool:
    personal = _personal()
    return word in personal or lemma in personal or lemma.endswith(FORMED)


def is_person(tree: Tree, token: int) -> bool:
    """Whether a word is a noun for one person, listed or formed like one, or "-year-old" used as one."""
    sentence = tree.sentence
    lemma = tree.lemma(token)
    if not _may_be_person(tree.lower[token], lemma):
        return False  # as most words
    if tree.lower[token] in _nationals():
        return _is_national(tree, token)
    if tree.lower[token] in OTHERS_AND_ANOTHER and sentence.upos[token] in ("ADJ", "PRON", "DET", "NOUN"):
        hurt = tree.lower[token] != "other" and tree.lower[token + 1 : token + 2] in HURT  # "a fourth hurt"
        hurt = hurt and tree.base[token + 1] not in ("compound", "amod")  # "a second dead whale"
        return hurt or (tree.base[token] in ("nsubj", "obj", "conj") and not tree.having(token, "nmod", "amod"))
    if tree.lower[token] == "old":
        free = (
            tree.base[token] not in ("amod", "compound") or tree.lower[token + 1 : token + 2] in HURT
        )  # "5-year-old shot"
        return token > 1 and (tree.lower[token - 2] in AGES or tree.lower[token - 1] in AGES_OF_ONE) and free
    if lemma in words("persons", "hands", "words"):
        return bool(tree.having(token, "compound"))
    if tree.lower[token] in words("persons", "two", "twins"):
        return True
    if tree.lower[token + 1 : token + 3] == (",", "which"):
        return False  # "the operator, which runs the ferry"
    if sentence.upos[token] not in ("NOUN", "PROPN", "ADJ") or sentence.xpos[token] in ("NNS", "NNPS"):
        return False
    if sentence.upos[token] != "NOUN" and sentence.words[token][0].isupper() and token and lemma not in _nouns():
        return _is_formed(lemma) and lemma.endswith("man")  # "a Dutchman"
    return lemma in _nouns() or (sentence.upos[token] == "NOUN" and _is_formed(lemma))


def _is_formed(lemma: str) -> bool:
    if lemma in words("persons", "endings", "not_persons"):
        return False
    return lemma.endswith(FORMED) and len(lemma) > len("human")


def _is_place(tree: Tree, first: int, last: int) -> bool:
    """Whether a name taken for a person's is where somebody is from ("a Riga man"), a dateline's, or an acronym."""
    words, length = tree.sentence.words, len(tree.lower)
    short = last - first == 1 and words[first].isupper() and len(words[first]) <= ACRONYM
    if short and any(word[-1].islower() for word in words[:CAPITALS]):
        return True  # an agency rather than a name
    if last < length and is_person(tree, last) and tree.sentence.xpos[last] == "NN":
        beside = tree.head(last - 1) in (last, tree.head(last))  # "a Riga man", "Riga teen's death"
        return tree.base[last - 1] in ("compound", "nmod", "amod") and beside
    dashes = [token for token in range(last, min(last + DATELINE, length)) if words[token] in DASHES]
    written = first == 0 and all(word.isupper() for word in words[first:last]) and dashes
    return bool(written) and not any(tree.sentence.upos[token] in ("VERB", "AUX") for token in range(last, dashes[0]))


def _said_of_anybody() -> frozenset[str]:
    """Nouns of sex and age, which are no part of a name."""
    return either(("persons", "people", "young"), ("persons", "plain", "words"))


def _bare_name(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """A name without the noun that opens a headline with a capital: "Toddler", "Teen Ivo Brook"."""
    opens = first == 0 or tree.lower[first - 1] in (":", ";")
    noun = tree.lower[first] in _said_of_anybody()
    return (first + 1 if opens and noun else first), last


def _whole(tree: Tree, first: int, last: int) -> int:
    """Where a name ends of which a part alone was taken for one: "Ivo" of "Ivo Brook", hung on it or it on that."""
    xpos, length = tree.sentence.xpos, len(tree.lower)
    while last < length and xpos[last] == "NNP" and tree.sentence.words[last][0].isupper():
        hung = tree.base[last] == "flat" and first <= tree.head(last) < last
        holds = tree.base[last - 1] in ("compound", "flat") and tree.head(last - 1) == last
        if not (hung or holds) or any(begin <= last < end for begin, end, _ in tree.sentence.entities):
            break
        last += 1
    return last


# Where persons stand in a sentence


def _is_by_name(tree: Tree, first: int, last: int) -> bool:
    """Whether a name stands in quotation marks right behind another: "Maya Ortiz ("Mimi")" is one person."""
    at = first - 1
    while at > 0 and tree.lower[at] in BY_NAMES:
        at -= 1
    quoted = at < first - 1 and not QUOTED.isdisjoint(tree.lower[at + 1 : first])
    closed = tree.lower[last : last + 1] != () and tree.lower[last] in QUOTED
    return at >= 0 and quoted and closed and tree.sentence.upos[at] == "PROPN"


def mentions(tree: Tree, *, telegraphic: bool) -> tuple[Mention, ...]:
    """Every mention of a person in one sentence, in order of the text; ``telegraphic`` where articles are left out."""
    return tuple(sorted(_Mentions(tree, telegraphic=telegraphic).all(), key=lambda mention: mention.head))


class _Mentions:
    """Finds the mentions of one sentence: nouns with the names beside them, then names alone, then pronouns."""

    def __init__(self, tree: Tree, *, telegraphic: bool) -> None:
        self.tree, self.telegraphic = tree, telegraphic
        self.harms, self.news = Harms(tree), News(tree, telegraphic=telegraphic)
        named = ((first, last) for first, last, kind in tree.sentence.entities if kind == "PER")
        self.people = [
            (first, _whole(tree, first, last))
            for first, last in (_bare_name(tree, *span) for span in named)
            if first < last and tree.sentence.words[first][0].isupper() and tree.sentence.xpos[last - 1] != "NNPS"
            if not _is_by_name(tree, first, last)
            if not _is_place(tree, first, last) and not (last - first == 1 and tree.lower[first] in _nationals())
            if tree.lower[last - 1] not in _said_of_anybody()  # "Riga Girl" in a headline
        ]

    def all(self) -> Iterator[Mention]:
        used: set[tuple[int, int]] = set()
        for token in _candidates(self.tree):
            mention = self._noun(token) if is_person(self.tree, token) and not self._in_name(token) else None
            if mention is not None:
                named = self._names(token)
                told = self._told_of(token)
                if told is not None:  # "the victim, a child": one person
                    mention = replace(mention, of=told)
                inside = [span for span in self.people if mention.tokens[0] <= span[0] < mention.tokens[-1]]
                used |= {*named, *inside}
                mention = self._with_harm(mention, named)
                yield replace(mention, name=self._parts(named), age=mention.age or self._aged(named))
        for first, last in self.people:
            if (first, last) not in used:
                yield self._name(first, last)
        said = () if PRONOUNS.keys().isdisjoint(self.tree.lower) else self.tree.lower
        for token, word in enumerate(said):
            harm = self.harms.of(token) if word in PRONOUNS and self.tree.sentence.upos[token] == "PRON" else None
            if harm is not None:
                yield Mention((token,), token, 1, "pronoun", None, harm)

    def _with_harm(self, mention: Mention, named: Sequence[tuple[int, int]]) -> Mention:
        """With what is told of the name: "the victim was identified as Ivo Brook, who was pronounced dead"."""
        for first, last in named if mention.harm != "killed" else ():
            head = self._top(first, last)
            harm, every = self.harms.of(head), deeds(self.tree, head)
            if harm is not None and every:
                mention = replace(mention, harm=harm, deed=mention.deed or every[0])
        return mention

    def _top(self, first: int, last: int) -> int:
        """The word of a name that hangs outside it."""
        return next((t for t in range(first, last) if not first <= self.tree.head(t) < last), first)

    def _told_of(self, token: int) -> int | None:
        """The person noun to which this one stands in apposition, or of which it is said: "the child was her son"."""
        head = self.tree.head(token)
        if head >= 0 and self.tree.case(token) == "as" and self.tree.lemma(head) in ("identify", "describe"):
            return next((s for s in self.tree.having(head, "nsubj", "obj") if is_person(self.tree, s)), None)
        if self.tree.having(token, "cop") and self.tree.base[token] != "conj":
            subjects = [s for s in self.tree.having(token, "nsubj") if s < token and is_person(self.tree, s)]
            head = subjects[0] if subjects else head
            return head if subjects and not self._in_name(head) and self._kind(head, self._phrase(head)) else None
        if self._is_listed(token):
            return None
        beside = self.tree.base[token] == "appos" and head >= 0 and is_person(self.tree, head) and not self.telegraphic
        ages = {age for noun in (head, token) if beside and (age := self._age(self._phrase(noun))) is not None}
        if len(ages) > 1:
            return None  # "four people, a 19-year-old man, a 22-year-old man and a boy"
        if beside and {sexes().get(self.tree.lemma(token)), sexes().get(self.tree.lemma(head))} >= {"male", "female"}:
            return None  # "a man, a woman and two children"
        return head if beside and not self._in_name(head) and self._kind(head, self._phrase(head)) else None

    def _is_listed(self, token: int) -> bool:
        """Whether a noun behind a comma goes on with a list: "a man, woman and child", "a man, his wife and a son"."""
        lower, tree = self.tree.lower, self.tree
        kin = tree.lemma(token) in words("persons", "kin", "words")
        own = kin and any(lower[child] in OWN for child in tree.having(token, "nmod:poss"))
        if own and any(child > token for child in tree.having(tree.head(token), "conj")):
            return True
        first = self._phrase(token)[0] if token and lower[token - 1] == "old" else token  # "49-year-old woman"
        bare = lower[first - 1 : first] == (",",) and not self.tree.having(token, "nmod")
        if first != token and lower[first] in ARTICLES and not tree.having(tree.head(token), "conj"):
            return False  # "the victim, a 49-year-old woman, died"
        return bare and lower[token + 1 : token + 2] in ((",",), ("and",), ("&",))

    def _in_name(self, token: int) -> bool:
        alone = token > 0 and self.tree.lower[token - 1] in ("a", "an")  # "a Dutchman" is no name
        return any(first <= token < last and not (alone and last - first == 1) for first, last in self.people)

    def _parts(self, named: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        """The first and last part of each name, by which it is told again."""
        lower = self.tree.lower
        parts = [lower[token] for first, last in named for token in range(first, last) if lower[token].isalpha()]
        return tuple(part for part in parts if len(part) > 2 and part not in SUFFIXES)

    def _aged(self, named: Sequence[tuple[int, int]]) -> str | None:
        ages = (self._age_after(last) or self._age_before(first) for first, last in named)
        return next((age for age in ages if age), None)

    def _age_before(self, name: int) -> str | None:
        """The 13 of "13-year-old Ivo Brook"."""
        return self._age(tuple(range(max(0, name - 5), name))) if self.tree.lower[name - 1 : name] == ("old",) else None

    def _noun(self, head: int) -> Mention | None:
        tokens = self._phrase(head)
        kind = self._kind(head, tokens)
        if kind is None or (self.tree.base[head] in BESIDE and self.tree.lemma(head).startswith(SPEAKING)):
            return None  # "among them nine minors, a police spokesman, Ana Sol, said"
        every, harm = deeds(self.tree, head), None if self._is_said_of_pronoun(head) else self.harms.of(head)
        numbered = self._is_numbered(head)
        told = self._is_somebody(head, tokens[0], harm) and not (harm is None and self._is_other_word(head))
        told = told and not self.harms.is_either(head)
        age = self._age(tokens) or self._age_after(head + 1)
        presented = "new" if self._is_presented(head, kind) else kind
        deed = self.news.of(head, presented, every, harm) if told and not numbered else None
        both = self.tree.lower[head] == "old" and "and" in (
            self.tree.lower[t] for t in tokens
        )  # "a two and six year old"
        count = 2 if both or self.tree.lemma(head) in _two() or self.tree.lower[head] in _two() else 1
        return Mention(tokens, head, count, kind, deed, harm, age=age, numbered=numbered)

    def _is_presented(self, head: int, kind: Kind) -> bool:
        """Whether "the" or "his" tells of somebody new all the same: "the pilot, 52,", "a teacher and his wife"."""
        if kind == "known":
            return self._age_after(head + 1) is not None
        first = place(self.tree, head) if kind == "own" else head
        another = first != head and is_person(self.tree, first) and not self._in_name(first)
        return another and self._kind(first, self._phrase(first)) == "new"

    def _is_said_of_pronoun(self, head: int) -> bool:
        """Of "she was the second victim of a shooting" it is she who was hurt."""
        subjects = self.tree.having(head, "nsubj") if self.tree.having(head, "cop") else ()
        return any(self.tree.lower[token] in PRONOUNS for token in subjects)

    def _is_somebody(self, head: int, first: int, harm: Harm | None) -> bool:
        """Whether a bare "another" or "a fourth" is a person, as where people were told of; "the other" only points."""
        tree = self.tree
        if tree.lower[head] not in OTHERS_AND_ANOTHER:
            return True
        people = any(is_people(tree.lemma(token)) for token in range(first) if tree.sentence.upos[token] == "NOUN")
        return people and harm is not None and tree.lower[first] != "the"

    def _is_numbered(self, head: int) -> bool:
        """ "One, a cook, had died", "the ninth, a miner": the number tells of this person."""
        beside = self.tree.head(head)
        if self.tree.base[head] != "appos" or beside < 0:
            return False
        one = any(self.tree.lower[child] == "one" for child in self.tree.having(beside, "nummod"))
        return one or self.tree.sentence.xpos[beside] == "CD" or self.tree.lower[beside] in ORDINALS

    def _is_other_word(self, head: int) -> bool:
        """Whether a noun only says who somebody is: "was the best friend", "Ana Petrov, a lawyer"."""
        tree, top = self.tree, head
        while tree.base[top] == "conj" and tree.sentence.upos[tree.head(top)] in ("NOUN", "PROPN"):
            top = tree.head(top)
        beside = tree.head(top)
        named = tree.base[top] == "appos" and beside >= 0 and (self._in_name(beside) or self._is_proper(beside))
        title = tree.sentence.upos[head] == "NOUN" and not self.telegraphic and self._in_name(head + 1)
        bare = title and not tree.having(head, "det", "nmod:poss")  # "evangelist Ivo Brook"
        role = tree.case(head) in ("as", "like", "unlike", "than")
        return bool(tree.having(head, "cop")) or bare or role or (named and not self._is_listed(top))

    def _is_proper(self, token: int) -> bool:
        """A name that was not taken for one, and for nothing else either."""
        entities = self.tree.sentence.entities
        return self.tree.sentence.xpos[token] == "NNP" and not any(first <= token < last for first, last, _ in entities)

    def _name(self, first: int, last: int) -> Mention:
        tree = self.tree
        head = self._top(first, last)
        told = tree.base[head] == "appos" and tree.lemma(tree.head(head)).startswith(SPEAKING)  # "spokeswoman Ana Sol"
        every, harm = deeds(tree, head), None if told else self.harms.of(head)
        deed = every[0] if harm and every else None
        age = self._age_after(last) or self._age_before(first)
        return Mention(tuple(range(first, last)), head, 1, "name", deed, harm, self._parts([(first, last)]), age)

    def _phrase(self, head: int) -> tuple[int, ...]:
        """Article, age, adjectives and noun, in one run."""
        tree = self.tree
        keep = {head}
        for child in tree.children[head]:
            if child < head and (tree.sentence.relations[child] in INSIDE or tree.base[child] in INSIDE):
                keep.update(tree.under(child))
        run = list(tree.stretch(head, keep))
        before = run[0] - 1
        article = before >= 0 and tree.lower[before] in ARTICLES and tree.sentence.upos[before] == "DET"
        if article and tree.lower[run[0]] not in ARTICLES:
            run.insert(0, before)
        while run[0] != head and (tree.sentence.upos[run[0]] in OUTSIDE or tree.sentence.xpos[run[0]] == "WDT"):
            run.pop(0)
        return tuple(run)

    def _kind(self, head: int, tokens: tuple[int, ...]) -> Kind | None:
        """How the phrase introduces the person; None where it tells of no one in particular."""
        tree, first = self.tree, tokens[0]
        beside = tree.head(head)
        if (
            tree.base[head] in ("compound", "amod")
            and beside > head
            and not self._in_name(beside)
            and not self.telegraphic
            and tree.lower[head + 1 : head + 2] not in HURT
        ):
            return None
        if tree.base[head] == "compound" and beside > head and is_person(tree, beside) and not self._in_name(beside):
            return None  # "teen junior firefighter dies"
        if any(tree.sentence.xpos[child] == "CD" for child in tree.having(head, "nummod")):
            return None
        if tree.lemma(head) in words("persons", "two", "words") and any(
            tree.case(c) == "of" for c in tree.having(head, "nmod")
        ):
            return None
        word = tree.lower[first]
        if tree.lower[head] in OTHERS_AND_ANOTHER:
            return "other" if word in (*ARTICLES, "one", "another") else None
        set_apart = [token for token in tokens[:-1] if tree.lower[token] in OTHERS]
        if any(tree.lower[token + 1] != "-" for token in set_apart):  # not "an eighth-grade pupil"
            return "other" if word in ARTICLES or word in OWN else None
        if word in ARTICLES:
            return ARTICLES[word]
        if word in OWN or (tree.having(head, "nmod:poss") and tree.lower[first] not in MINE):
            return "own"
        follows = tree.base[head] == "conj" or (tree.base[head] == "appos" and self._is_listed(head))
        if follows and not self.telegraphic and (shared := self._shared(head)) is not None:
            return shared
        bare = first == head or tree.sentence.upos[first] in ("ADJ", "NOUN", "PROPN", "NUM", "VERB")
        titled = head + 1 < len(tree.lower) and self._in_name(head + 1)
        return "bare" if bare and (self.telegraphic or titled) else None

    def _shared(self, head: int) -> Kind | None:
        """How the first of a list is introduced, whose article stands for all: "a man, woman and child"."""
        top = place(self.tree, head)
        # "A poet, singer and teacher was killed" tells of one; "a man, woman and child were" of three.
        helpers = self.tree.having(self.tree.head(top), "aux") if top != head else ()
        one = any(self.tree.lower[child] in ("was", "is", "has") for child in helpers)
        listed = top != head and is_person(self.tree, top) and not self._in_name(top) and not one
        return self._kind(top, self._phrase(top)) if listed else None

    def _age(self, tokens: tuple[int, ...]) -> str | None:
        lower = self.tree.lower
        for token in tokens:
            old = lower[token] == "old" or (token + 2 < len(lower) and lower[token + 2] == "old")
            if lower[token] in AGES and old and token:
                told = next((lower[t] for t in (token - 1, token - 2) if t >= 0 and lower[t] != "-"), None)
                number = str(SMALL.index(told)) if told in SMALL else told
                return number if lower[token].startswith("year") else f"{number} {lower[token].rstrip('s')}s"
        return None

    def _age_after(self, token: int) -> str | None:
        """The 34 of "a man, 34," and "a man, aged 34"."""
        lower = self.tree.lower
        if lower[token : token + 1] not in ((",",), ("(",)):
            return None
        token += 2 if lower[token + 1 : token + 2] in (("aged",), ("age",)) else 1
        told = lower[token] if token < len(lower) else ""
        closed = lower[token + 1 : token + 2] in ((), (",",), (")",), (".",), (";",))
        return told if told.isdecimal() and int(told) <= OLDEST and closed else None

    def _names(self, head: int) -> list[tuple[int, int]]:
        """Names set beside a noun: "his son, Ivo", "the victim was Ana Petrov", "identified as Ana Petrov"."""
        tree = self.tree
        return [(first, last) for first, last in self.people if self._is_named(head, first, last)] if tree.lower else []

    def _is_named(self, head: int, first: int, last: int) -> bool:
        tree = self.tree
        top = self._top(first, last)
        beside = first - head
        if tree.base[top] in NAMELIKE and tree.head(top) == head:
            return first > head  # not the town in "a Riga man"
        if beside == 1 or (beside == 2 and tree.lower[head + 1] == ","):
            closed = tree.lower[last : last + 1] == (",",)  # "the hunter, Ivo, was out"
            before = tree.base[head] == "nsubj" and not closed
            return tree.base[top] not in ("nsubj", "conj") or beside == 1 or (tree.base[top] == "nsubj" and before)
        if tree.base[head] == "appos" and first <= tree.head(head) < last:
            return True
        if tree.base[head] in ("compound", "flat") and first <= tree.head(head) < last:
            return True
        if head in tree.having(top, "nsubj") and tree.having(top, "cop"):
            return True
        verb = tree.head(top)
        naming = verb >= 0 and tree.lemma(verb) in ("identify", "name") and tree.case(top) == "as"
        return naming and head in tree.having(verb, "nsubj", "obj")
