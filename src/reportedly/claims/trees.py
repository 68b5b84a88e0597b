"""Sentences become something one can walk: who governs whom, and which words stand under a word.

A ``Tree`` wraps one ``Sentence`` as it was parsed, but for arcs that no grammar allows: a number hung on a noun beyond
a verb, a phrase hung beyond a semicolon, two subjects side by side. All indices are token positions in the sentence,
all ranges half open. Walks are bounded by the number of tokens, so a broken parse cannot loop.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, wraps
from typing import Any, TypeVar

from reportedly.claims.arcs import (
    give_announced,
    give_clause,
    give_dead,
    give_each,
    give_fewer,
    give_gapped,
    give_headed,
    give_kin,
    give_money,
    give_nth,
    give_objects,
    give_reduced,
    give_some_of,
    give_somebody,
    give_speakers,
    give_there,
    give_whole,
    leave_party,
    raise_due,
    speaking,
)
from reportedly.claims.contacts import give_awaited
from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, is_tree, numbers_of
from reportedly.claims.mends import end_name, give_numbers
from reportedly.claims.nounlike import as_verbs
from reportedly.claims.readings import settled
from reportedly.claims.shown import with_shown
from reportedly.claims.tags import (
    BEFORE_CLAUSES,
    DASHES,
    PERCENT,
    SOME,
    WITHOUT,
    give_begun,
    give_level,
    give_percent,
    give_some,
    give_unproven,
    retagged,
)
from reportedly.claims.titles import part_verbless, with_back
from reportedly.model import Sentence

LONGEST_CREDIT = 5  # words behind a headline's last dash that name who says so
ONE_DOES = frozenset({"was", "is", "has"})
STRAYING = ("obl", "nmod", "obj")
CASED = frozenset({"case", "mark", "appos"})
SET_RIGHT = frozenset({"compound", "nsubj", "ccomp", "conj", "advcl", "nmod"})
TELLING_HOW = frozenset({"by", "in", "at", "during"})
DATELINE = 12  # words in which a line with town, day and agency ends

Told = TypeVar("Told")


class Tree:
    """One sentence as a tree of tokens."""

    __slots__ = ("_below", "_cases", "_under", "base", "children", "known", "lemmas", "lower", "sentence")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence = _mended(sentence)
        self.base = tuple(map(_base, sentence.relations))
        self.lower = tuple(map(str.lower, sentence.words))
        self.lemmas = tuple(map(_lemma, sentence.lemmas, sentence.xpos))
        self._under: dict[int, tuple[int, ...]] = {}
        self._cases: dict[int, str] = {}
        self.known: dict[tuple[Callable[..., Any], int], Any] = {}
        children: list[tuple[int, ...]] = [()] * len(sentence)
        below: list[dict[str, tuple[int, ...]]] = [{}] * len(sentence)  # children by relation, as ``having`` tells
        for token, (head, relation, base) in enumerate(zip(sentence.heads, sentence.relations, self.base, strict=True)):
            if head >= 0:
                named = below[head] if children[head] else {}
                children[head] += (token,)
                named[relation] = (*named.get(relation, ()), token)
                if base != relation:
                    named[base] = (*named.get(base, ()), token)
                below[head] = named
        self.children, self._below = tuple(children), below

    def lemma(self, token: int) -> str:
        """The token's lemma in lower case."""
        return self.lemmas[token]

    def head(self, token: int) -> int:
        """The governor of a token, -1 for the root."""
        return self.sentence.heads[token]

    def tokens(self, start: int, end: int) -> range:
        """The tokens that overlap the characters ``start`` to ``end``."""
        first = bisect_right(self.sentence.ends, start)
        return range(first, bisect_left(self.sentence.starts, end))

    def top(self, tokens: Iterable[int]) -> int:
        """The token of the group whose governor stands outside it: the last such, since heads follow modifiers."""
        inside = set(group := tuple(tokens))
        outer = [token for token in group if self.head(token) not in inside and self.base[token] != "punct"]
        counting = [token for token in outer if self.base[token] in ("nummod", "compound")]
        return (counting or outer or list(group))[-1]

    def up(self, token: int) -> Iterator[int]:
        """The token itself, then its governor, and so on to the root."""
        return above(self.sentence.heads, token)

    def under(self, token: int) -> tuple[int, ...]:
        """The token and everything below it, in order of the text."""
        told = self._under.get(token)
        if told is None:
            found, children = [token], self.children
            for current in found:  # which grows
                found += children[current]
            told = self._under[token] = tuple(sorted(found))
        return told

    def having(self, token: int, *wanted: str) -> tuple[int, ...]:
        """Children by relation; "nsubj" also finds "nsubj:pass", "aux:pass" finds only itself."""
        below = self._below[token]
        if len(wanted) == 1:
            return below.get(wanted[0], ())
        told: tuple[int, ...] = ()
        for name in filter(below.__contains__, wanted):
            told = tuple(sorted({*told, *below[name]})) if told else below[name]
        return told

    def case(self, token: int) -> str:
        """The prepositions and marks before a token, such as "of" or "according to"; "" when none."""
        told = self._cases.get(token)
        if told is None:
            told = self._cases[token] = "" if CASED.isdisjoint(self._below[token]) else self._case(token)
        return told

    def _case(self, token: int) -> str:
        words = []
        for child in self.having(token, "case", "mark"):
            if child < token:
                words.append(self.lower[child])
                words += [self.lower[word] for word in self.having(child, "fixed")]
        if not words:  # "by the daily Il Mattino", hung on the name
            names = self.having(token, "appos")
            words = [self.lower[c] for name in names for c in self.having(name, "case") if c < token]
        return " ".join(words)

    def chars(self, tokens: Iterable[int]) -> tuple[int, int]:
        """The characters from the first to the last of the tokens."""
        group = tuple(tokens)
        return self.sentence.starts[min(group)], self.sentence.ends[max(group)]

    def is_time(self, noun: int) -> bool:
        """Whether a noun only tells when: by Monday evening nobody did anything."""
        dated = any(first <= noun < last and kind == "DATE" for first, last, kind in self.sentence.entities)
        return dated or self.lemma(noun) in words("times", "words")

    def stretch(self, token: int, keep: Iterable[int]) -> tuple[int, ...]:
        """The unbroken run of tokens around ``token`` that stay within ``keep``."""
        allowed = set(keep)
        low = high = token
        while low - 1 in allowed:
            low -= 1
        while high + 1 in allowed:
            high += 1
        return tuple(range(low, high + 1))


def once(rule: Callable[[Tree, int], Told]) -> Callable[[Tree, int], Told]:
    """A rule that looks at a word once, however many others ask it: each tree keeps what was found."""

    @wraps(rule)
    def found(tree: Tree, token: int) -> Told:
        key = rule, token
        if key not in tree.known:
            tree.known[key] = rule(tree, token)
        told: Told = tree.known[key]
        return told

    return found


@cache
def _lemma(lemma: str, tag: str) -> str:
    """In lower case; of a verb in the present that the model left as it stands the stem: "mulls"."""
    lower = lemma.lower()
    left = tag in ("VBZ", "VBP") and lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    return lower[:-1] if left else lower


@cache
def _base(relation: str) -> str:
    """The relation without its subtype; a parser knows some dozens."""
    return relation.split(":")[0]


def _mended(sentence: Sentence) -> Sentence:
    """The sentence without arcs that no grammar allows, each hung where it can stand.

    Most mends are of a word that few sentences hold: what a sentence holds is looked up once for all of them.
    """
    held = frozenset(sentence.words)
    tagged = with_shown(retagged(settled(sentence, held), held), held)
    parsed, sentence = sentence, as_verbs(with_back(tagged, held), held)
    heads, relations = list(sentence.heads), list(sentence.relations)
    numbers = numbers_of(sentence)
    _bring_back(sentence, held, heads, relations)
    _mend_subjects(sentence, held, heads, relations)
    _mend_nouns(sentence, numbers, heads, relations, held=held)
    _mend_tellers(sentence, numbers, heads, relations, held=held)
    if "conj" in relations:
        give_clause(sentence, heads, relations)
    give_objects(sentence, held, heads, relations)
    if numbers:
        give_numbers(sentence, numbers, heads, relations)
    _set_right(sentence, heads, relations)
    unchanged = heads == list(sentence.heads) and relations == list(sentence.relations)
    if unchanged and sentence is parsed:
        return sentence
    if not is_tree(heads):
        return parsed
    return replace(sentence, heads=tuple(heads), relations=tuple(relations))


def _mend_subjects(sentence: Sentence, held: AbstractSet[str], heads: list[int], relations: list[str]) -> None:
    """Whose deed a verb is, where two nouns are taken for its subjects or the wrong one is."""
    if "iobj" in relations:
        give_money(sentence, heads, relations)
    both = len(_subjects(relations)) > 1
    if both:
        _join_names(sentence, heads, relations)
        give_whole(sentence, heads, relations)
        part_verbless(sentence, heads, relations)
    if not DASHES.isdisjoint(held):
        _leave_dateline(sentence, heads, relations)
    if "mark" in relations and "acl" in relations:
        _part_headline(heads, relations, sentence.xpos)
    if "acl:relcl" in relations:
        _part_subjects(sentence, heads, relations)
    if both and "," in held:
        _set_beside(sentence, heads, relations)


def _mend_nouns(
    sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str], *, held: AbstractSet[str]
) -> None:
    """What a number, a name or "dead" belongs to."""
    if numbers:
        _free_numbers(sentence, numbers, heads, relations)
        if ":" in held:
            give_headed(sentence, numbers, heads, relations)
    give_somebody(sentence, heads, relations)
    if "appos" in relations and "of" in held:
        give_kin(sentence, heads, relations)
    give_dead(sentence, held, heads, relations)
    give_announced(sentence, heads, relations)
    if not numbers:
        return
    for give in (give_fewer, give_gapped):
        give(sentence, numbers, heads, relations)
    if "," in held:
        for give in (give_each, give_reduced):
            give(sentence, numbers, heads, relations)
    if not SOME.isdisjoint(held):
        give_some(sentence, numbers, heads, relations)
    if not PERCENT.isdisjoint(held):
        give_percent(sentence, numbers, heads, relations)
    if "to" in held:
        give_level(sentence, numbers, heads, relations)


def _mend_tellers(
    sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str], *, held: AbstractSet[str]
) -> None:
    """What was said, by whom, and when it was."""
    if WITHOUT in held:
        give_unproven(sentence, heads, relations)
    if not BEFORE_CLAUSES.isdisjoint(held):
        give_begun(sentence, heads, relations)
    if "there" in held:
        give_there(sentence, heads, relations)
    if numbers:
        give_awaited(sentence, numbers, heads, relations)
    _give_owned(sentence, heads, relations)
    dashed = not DASHES.isdisjoint(held)
    if dashed:
        _part_credit(sentence, heads, relations)
    if "," in held:
        give_speakers(sentence, heads, relations)
    if "parataxis" in relations:
        give_nth(sentence, heads, relations)
    if "ccomp" in relations:
        give_some_of(sentence, heads, relations)
        _give_saying(sentence, heads, relations)
    if dashed:
        leave_party(sentence, heads, relations)
    if "due" in held:
        raise_due(sentence, heads, relations)


def _bring_back(sentence: Sentence, held: AbstractSet[str], heads: list[int], relations: list[str]) -> None:
    """Numbers and phrases hung beyond a verb or out of their clause, and names that end in a noun."""
    semicolons = [place for place, word in enumerate(sentence.words) if word == ";"] if ";" in held else []
    last_verb = -1
    upos = sentence.upos
    for token, head in enumerate(sentence.heads):
        free, relation = None, relations[token]
        if head > token:
            if relation == "nummod" and head > token + 1:
                free = _freed(sentence, token, head, last_verb)
            elif last_verb >= 0 and relation.startswith(STRAYING) and _strays(sentence, token, head, semicolons):
                free = last_verb, relation
            if free is not None and token not in above(heads, free[0]):
                heads[token], relations[token] = free
        elif relation == "flat" and sentence.xpos[token] == "NN":
            end_name(sentence, token, heads, relations)
        if upos[token] == "VERB":
            last_verb = token


def _freed(sentence: Sentence, token: int, head: int, last_verb: int) -> tuple[int, str] | None:
    """Where a number hangs that was hung on a noun beyond a verb or a phrase; None where it may stay."""
    heads, relations, upos = sentence.heads, sentence.relations, sentence.upos
    beyond = any(sentence.words[t] == "," and sentence.xpos[t + 1] == "CD" for t in range(token + 1, head - 1))
    if beyond and upos[token + 1] in ("ADJ", "VERB") and heads[token + 1] != head:
        return token + 1, "nummod"  # "two dead, three-year-old hurt"
    parted = last_verb >= 0 and sentence.words[token + 1] == "," and "," not in sentence.words[token + 2 : head]
    if parted and relations[head].startswith("nsubj") and heads[head] > head:
        return last_verb, "obj"  # "infected more than 43,000, health officials said"
    if sentence.xpos[token + 1] == "VBN" and not token < heads[token + 1] <= head:
        return token + 1, "nsubj:pass"  # "40 died and 1,400 injured when an earthquake struck"
    # Helping verbs alone: in "10 freed hostages" a participle may be taken for a verb.
    helping = next((place for place in range(token + 1, head) if upos[place] == "AUX"), None)
    if helping is not None:  # "5,000 were damaged, state radio said"
        helps = relations[helping].partition(":")[0] in ("aux", "cop") and heads[helping] >= 0
        return heads[helping] if helps else helping, "nsubj:pass" if relations[helping] == "aux:pass" else "nsubj"
    led = token > 0 and upos[token - 1] in ("VERB", "ADP")  # "reported 212 confirmed cases": the object of that
    if not led and token < heads[head] < head and relations[head] == "obj" and upos[heads[head]] == "VERB":
        return heads[head], "nsubj"  # "212 needed treatment"
    apart = "," in sentence.words[token:head] and "ADP" in upos[token + 1 : head]
    return (last_verb, "obj") if apart and last_verb >= 0 else None  # "reconnect 3,000 by Monday, one way or another"


def _strays(sentence: Sentence, token: int, head: int, semicolons: Sequence[int]) -> bool:
    """Whether a phrase leaves its clause: "for $3m; each will seat 300", "up from 866, and patrols were denied"."""
    relation = _base(sentence.relations[token])
    if relation not in STRAYING or sentence.upos[token] not in ("NOUN", "NUM", "SYM"):
        return False
    if relation == "obj" and sentence.upos[token - 1] == "VERB" and "," in sentence.words[token:head]:
        return True  # "captured three, losing two"
    compared = token > 1 and sentence.words[token - 1] == "from" and sentence.words[token - 2].lower() in ("up", "down")
    return compared or bisect_left(semicolons, token) != bisect_left(semicolons, head)


def _subjects(relations: Sequence[str]) -> list[int]:
    return [token for token, relation in enumerate(relations) if relation.startswith("nsubj")]


def _join_names(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the insurer Allianz said", where both are taken for subjects, the one for what the other is."""
    last = -1
    for token in _subjects(relations):
        if last >= 0 and heads[last] == heads[token] and sentence.upos[token] == "PROPN":
            beside = all(heads[word] == token and sentence.xpos[word] == "NNP" for word in range(last + 1, token))
            if beside and sentence.upos[last] in ("NOUN", "PROPN"):
                heads[last], relations[last] = token, "nmod:desc"
        last = token


def _leave_dateline(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "VAN - The toll has risen" the toll is told, and no Van, where the parse sets it beside the town."""
    near = range(1, min(DATELINE, len(sentence)))
    dash = next((t for t in near if sentence.words[t] in DASHES and not _is_hyphen(sentence, t)), 0)
    town = next((t for t in range(dash) if heads[t] >= dash), -1)
    if town < 0 or sentence.upos[town] != "PROPN" or not relations[town].startswith("nsubj"):
        return
    beside = next((t for t in range(dash + 1, heads[town]) if heads[t] == town and relations[t] == "appos"), None)
    if beside is None:
        return
    heads[beside], relations[beside] = heads[town], relations[town]
    heads[town], relations[town] = beside, "dep"
    for child in range(beside + 1, len(sentence)):
        if heads[child] == town:
            heads[child] = beside


def _is_hyphen(sentence: Sentence, token: int) -> bool:
    """Whether a dash stands within a word: "front-runner"."""
    joined = sentence.ends[token - 1] == sentence.starts[token]
    return joined and token + 1 < len(sentence) and sentence.ends[token] == sentence.starts[token + 1]


def _part_headline(heads: list[int], relations: list[str], xpos: Sequence[str]) -> None:
    """Of "Father charged after girl dies" the father was charged, and the girl died, where the parse has both die."""
    for mark, relation in enumerate(relations):
        done = heads[mark]
        if relation != "mark" or not 0 <= done < mark or relations[done] != "acl" or xpos[done] != "VBN":
            continue
        subject, verb = heads[done], heads[heads[done]]
        if not relations[subject].startswith("nsubj") or verb < mark:
            continue
        if any(heads[t] == verb and relations[t].startswith("nsubj") for t in range(mark + 1, verb)):
            heads[done], relations[done] = heads[verb], relations[verb]
            heads[subject], relations[subject] = done, "nsubj:pass"
            heads[verb], relations[verb] = done, "advcl"
            heads[mark] = verb


def _part_subjects(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the number of those killed in the flood that hit Ely has risen to 7, the mayor said" each verb gets its own.

    The parse may give both subjects to who tells it, and hang what rose on the noun before it.
    """
    bereft = {t for t, relation in enumerate(relations) if relation == "acl:relcl" and sentence.upos[t] == "VERB"}
    bereft -= {heads[t] for t, relation in enumerate(relations) if relation.startswith("nsubj")} if bereft else set()
    subject, lacking = -1, -1  # the last subject of a verb further on, and the last verb without one behind it
    for token, relation in enumerate(relations if bereft else ()):
        if token in bereft and subject >= 0:
            lacking = token
        if not relation.startswith("nsubj") or heads[token] < token:
            continue
        teller = heads[token]
        both = subject >= 0 and heads[subject] == teller and subject < heads[lacking] < lacking
        if both and "," in sentence.words[lacking:token]:
            heads[subject], heads[lacking], relations[lacking] = lacking, teller, "ccomp"
        if lacking < 0 or both:
            subject = token if heads[token] > token + 1 and sentence.upos[token] == "NOUN" else subject


def _set_beside(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "the jury, seven women and five men, took two hours" the jury is told, where the parse has two subjects."""
    last = -1
    for token in _subjects(relations):
        verb = heads[token]
        if last >= 0 and heads[last] == verb and token < verb and sentence.words[last + 1] == ",":
            apart = "," in sentence.words[token + 1 : verb] and sentence.upos[last + 2] in ("NUM", "DET", "ADJ", "NOUN")
            if apart and sentence.upos[token] == "NOUN" and sentence.upos[last] == "NOUN":
                heads[token], relations[token] = last, "appos"
                continue
        last = token


def _free_numbers(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "of the 64 on board, 22 drowned" the 22 drowned, where the parse has a second number of the noun before."""
    for token in numbers:
        if relations[token] not in ("nummod", "appos") or not 0 <= heads[token] < token:
            continue
        if sentence.words[token - 1] != "," or _next(sentence, token) in ONE_DOES:
            continue  # "a man, 23 was shot"
        verb = token + 1
        while verb < len(sentence) and sentence.upos[verb] in ("AUX", "ADV"):
            verb += 1
        told = verb < len(sentence) and (sentence.upos[verb] == "VERB" or heads[verb - 1] == verb > token + 1)
        if told and sentence.xpos[verb] != "VBG" and token not in above(heads, verb):
            passive = any(sentence.lemmas[between] == "be" for between in range(token + 1, verb))
            heads[token], relations[token] = verb, "nsubj:pass" if passive else "nsubj"


def _give_owned(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """What is somebody's, and who was reached: each its own subject.

    Of "the ministry's website shows", where both are taken for subjects, the ministry is whose website it is; of
    "a doctor reached by phone said" the doctor said it.
    """
    for token, tag in enumerate(sentence.xpos if "POS" in sentence.xpos or "ccomp" in relations else ()):
        if tag == "POS" and token + 1 < len(sentence):
            owner, owned = heads[token], heads[token + 1] if sentence.upos[token + 1] == "ADJ" else token + 1
            both = 0 <= owner < token < owned and heads[owner] == heads[owned]
            if both and relations[owner].startswith("nsubj") and relations[owned].startswith("nsubj"):
                heads[owner], relations[owner] = owned, "nmod:poss"
        elif tag in ("VBD", "VBN") and relations[token] == "ccomp" and heads[token] > token:
            teller = heads[token]
            subjects = [t for t in range(token) if heads[t] == token and relations[t].startswith("nsubj")]
            told = sentence.lemmas[teller] in speaking() and "," not in sentence.words[token:teller]
            lacking = not any(heads[t] == teller and relations[t].startswith("nsubj") for t in range(len(sentence)))
            if told and lacking and len(subjects) == 1 and _next(sentence, token) == "by":
                heads[subjects[0]], relations[subjects[0]] = teller, "nsubj"
                heads[token], relations[token] = subjects[0], "acl"


def _part_credit(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "Blast kills 40 - police" the police are who says so, and not killed."""
    last = len(sentence) - 1
    dash = next((t for t in range(last, max(0, last - LONGEST_CREDIT), -1) if sentence.words[t] in DASHES), 0)
    if not dash or dash == last or sentence.starts[dash] == sentence.ends[dash - 1]:
        return
    named = range(dash + 1, last + 1)
    if any(sentence.upos[t] not in ("NOUN", "PROPN", "ADJ", "DET") for t in named):
        return
    root = next((t for t in range(dash) if heads[t] < 0), None)
    top = next((t for t in reversed(named) if not dash < heads[t]), None)
    if root is not None and top is not None and sentence.upos[root] in ("VERB", "NOUN", "NUM", "ADJ"):
        heads[top], relations[top] = root, "dep"


def _give_saying(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "said on Tuesday it had cut 300 jobs" the day is that of the saying; of "said that on Tuesday it had" not."""
    below = [t for t, told in enumerate(heads) if relations[told] == "ccomp" and told >= 0]
    opens: dict[int, int] = {}  # where what is said begins by its own words
    for token in below:
        if relations[token] == "mark" or relations[token].startswith("nsubj"):
            opens.setdefault(heads[token], token)
    for token in below:
        told = heads[token]
        if _base(relations[token]) not in ("obl", "advmod"):
            continue
        teller = heads[told]
        timed = sentence.lemmas[token].lower() in words("times", "words")
        if timed and sentence.xpos[teller] == "VBD" and teller < token < opens.get(told, 0):
            heads[token] = teller


def _set_right(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """What a participle or a noun is to the word beside it, and what somebody is told of."""
    xpos = sentence.xpos
    for token, head in enumerate(sentence.heads):
        relation = relations[token]
        if relation not in SET_RIGHT:
            continue
        if relation == "compound" and head == token + 1 and xpos[head] == "VBN" and _next(sentence, head) == "by":
            _give_noun(token, head, heads, relations)  # "citing a lawmaker briefed by an agency"
        elif (
            relation == "nsubj"
            and sentence.relations[head + 1 : head + 2] == ("xcomp",)
            and sentence.lemmas[head] in words("stance", "believing", "verbs")
        ):
            relations[token] = "nsubj:pass"  # "42 feared dead"
        elif (
            relation == "ccomp"
            and xpos[token] == "VBN"
            and _next(sentence, token) in TELLING_HOW
            and heads[heads[token - 1] if relations[token - 1] == "conj" else token - 1] == head
        ):  # "images analysed by researchers show", "identified the cook and pilot killed in the fire"
            heads[token], relations[token] = token - 1, "acl"
        elif relation == "ccomp" and head > token:
            _swap_subjects(sentence, token, heads, relations)
        elif relation == "conj" and _goes_on(sentence, token):
            _lead(token, token + 1, heads, relations)  # "workers and 1,000 mine clearers"
        elif relation == "advcl" and head == token - 1 and xpos[token] == xpos[head] == "VBN":
            relations[token] = "xcomp"  # "are feared trapped"
        elif (
            relation == "nmod" and head >= 0 and relations[head] == "iobj" and "of" in sentence.words[head + 1 : token]
        ):
            heads[token], relations[token] = heads[head], "obl"  # "told an agency of 300 dead"


def _next(sentence: Sentence, token: int) -> str:
    return sentence.words[token + 1].lower() if token + 1 < len(sentence) else ""


def _swap_subjects(sentence: Sentence, told: int, heads: list[int], relations: list[str]) -> None:
    """With "the pumps, it is feared, will stop, the mayor said" each verb takes the subject that stands before it.

    So does the one that has none where the parse gives who tells it both: "Ivo Brook, 16, died on Friday, police said".
    """
    teller = sentence.heads[told]
    subjects = [t for t, relation in enumerate(relations) if relation.startswith("nsubj")]
    own = [t for t in subjects if heads[t] == told]
    others = [t for t in subjects if heads[t] == teller]
    if len(own) == len(others) == 1 and others[0] < told < own[0] < teller:
        heads[own[0]], heads[others[0]] = teller, told
    elif not own and len(others) > 1 and others[0] < told < others[-1]:
        passive = any(heads[t] == told and relation == "aux:pass" for t, relation in enumerate(relations))
        heads[others[0]], relations[others[0]] = told, "nsubj:pass" if passive else "nsubj"


def _goes_on(sentence: Sentence, noun: int) -> bool:
    """Whether the next word is a noun that is joined to the same, so that both are one thing's name."""
    after = noun + 1
    if after >= len(sentence) or sentence.relations[after] != "conj":
        return False
    return sentence.heads[after] == sentence.heads[noun] and sentence.upos[noun] == sentence.upos[after] == "NOUN"


def _lead(noun: int, after: int, heads: list[int], relations: list[str]) -> None:
    """Put a noun before the one that it belongs to, with what stood before it."""
    for child, head in enumerate(heads):
        if head == noun and child < noun:
            heads[child] = after
    heads[noun], relations[noun] = after, "compound"


def _give_noun(noun: int, verb: int, heads: list[int], relations: list[str]) -> None:
    """Put a noun where the participle behind it stands, which then tells of it."""
    top, relation = heads[verb], relations[verb]
    for child, head in enumerate(heads):
        if head == verb and child < noun:
            heads[child] = noun
    heads[noun], relations[noun] = top, "obj" if relation in ("ccomp", "xcomp") else relation
    heads[verb], relations[verb] = noun, "acl"
