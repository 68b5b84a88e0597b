"""Gold sentences become headlines: no articles, no helpers, the past told in the present, what will be told with "to".

Treebanks hold few headlines, and a parser that has seen none takes "to top 4m tonnes" for a place. The tree stays the
sentence's own; only leaves are left out. Sentences without a subject and a finite verb at their root stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from training.treebank import Gold

ARTICLES = frozenset({"a", "an", "the"})
WILL = frozenset({"will", "shall"})
SINGULAR = frozenset({"NN", "NNP"})
ALONE = frozenset({"he", "she", "it"})
# Verbs with a present of their own.
PRESENT = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
HISSING = ("s", "x", "z", "ch", "sh")
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class _Word:
    """One token while it is rewritten."""

    word: str
    lemma: str
    upos: str
    xpos: str
    relation: str


def telegraphic(gold: Gold) -> Gold | None:
    """The sentence as a headline would tell it, or None where it is none to be told so."""
    root = gold.heads.index(-1)
    subjects = [i for i, head in enumerate(gold.heads) if head == root and gold.relations[i].startswith("nsubj")]
    if not subjects or subjects[0] > root or gold.upos[subjects[0]] == "PRON" or "?" in gold.words:
        return None
    words = [_told(gold, token) for token in range(len(gold.words))]
    kept = [token for token, word in enumerate(words) if word is not None]
    if len(kept) == len(words):
        return None
    return _without(gold, [word for word in words if word is not None], kept)


def _told(gold: Gold, token: int) -> _Word | None:
    """The token in a headline, or None where a headline leaves it out."""
    word = _Word(*(column[token] for column in (gold.words, gold.lemmas, gold.upos, gold.xpos, gold.relations)))
    last = token == len(gold.words) - 1
    leaf = token not in gold.heads
    if leaf and ((word.upos == "DET" and word.word.lower() in ARTICLES) or (last and word.word == ".")):
        return None
    if leaf and word.relation == "aux" and word.lemma in WILL:
        return _Word("to", "to", "PART", "TO", "mark")
    if leaf and word.xpos in ("VBD", "VBZ", "VBP") and (word.relation == "aux:pass" or _states(gold, token)):
        return None
    if word.xpos == "VBD" and word.upos == "VERB":
        return _present(gold, token, word)
    return word


def _states(gold: Gold, token: int) -> bool:
    """ "posts are at risk", "roads are closed": a headline leaves the "are" out before anything but a noun."""
    above = gold.heads[token]
    placed = any(head == above and gold.relations[i] == "case" for i, head in enumerate(gold.heads))
    return gold.relations[token] == "cop" and (placed or gold.upos[above] == "ADJ")


def _present(gold: Gold, verb: int, word: _Word) -> _Word:
    """The historic present of a past tense."""
    subjects = [i for i, head in enumerate(gold.heads) if head == verb and gold.relations[i].startswith("nsubj")]
    if not subjects:
        return word
    single = gold.xpos[subjects[0]] in SINGULAR or gold.words[subjects[0]].lower() in ALONE
    one = single and not _joins(gold, subjects[0])
    of_one, of_several = PRESENT.get(word.lemma, (_third(word.lemma), word.lemma))
    return replace(word, word=of_one if one else of_several, xpos="VBZ" if one else "VBP")


def _joins(gold: Gold, noun: int) -> bool:
    return any(head == noun and gold.relations[i] == "conj" for i, head in enumerate(gold.heads))


def _third(lemma: str) -> str:
    """ "kill" is "kills", "reach" "reaches", "deny" "denies"."""
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(HISSING) else "s")


def _without(gold: Gold, words: Sequence[_Word], kept: Sequence[int]) -> Gold:
    """The sentence of the tokens kept, their heads and names moved with them."""
    place = {old: new for new, old in enumerate(kept)}
    first = words[0]
    capital = replace(first, word=first.word[:1].upper() + first.word[1:])
    told = [capital, *words[1:]]
    return replace(
        gold,
        words=tuple(word.word for word in told),
        lemmas=tuple(word.lemma for word in told),
        upos=tuple(word.upos for word in told),
        xpos=tuple(word.xpos for word in told),
        relations=tuple(word.relation for word in told),
        heads=tuple(place.get(gold.heads[old], -1) for old in kept),
        names=None if gold.names is None else tuple(_moved(gold, place)),
        misc=(),
        joined=(),
    )


def _moved(gold: Gold, place: dict[int, int]) -> Iterator[tuple[int, int, str]]:
    for start, end, kind in gold.names or ():
        inside = [place[token] for token in range(start, end) if token in place]
        if inside:
            yield inside[0], inside[-1] + 1, kind
