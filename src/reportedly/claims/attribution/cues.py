"""The words of a cue: a verb with its helpers and adverbs, and what leads to it in the same breath.

"Has repeatedly said", "went on to say", "was slow to condemn", "replied by saying", "spoke warmly of". A noun takes
the adjectives that tell what it is like: "a false claim".
"""

from collections.abc import Container, Iterable, Iterator

from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree

ASKING = frozenset({"when", "how", "why", "where"})
LONGEST_WAY = 3  # verbs that one leads over to another: "continued to try to explain"


def cue_of(tree: Tree, verb: int, also: Iterable[int]) -> tuple[int, ...]:
    """The unbroken words around a verb that tell that something is said, and the words beyond that belong to it."""
    beyond = tuple(also)
    low, high = _stretch(verb, {verb, *beyond, *_right_behind(tree, verb), *_around(tree, verb)})
    word = verb
    for _ in range(LONGEST_WAY):
        leading = _leading(tree, word)
        if leading is None or not set(range(leading + 1, low)) <= set(_between(tree, leading, word)):
            break
        low, _ = _stretch(leading, {leading, *_around(tree, leading)})
        word = leading
    first = min((token for token in beyond if token > high), default=high)
    if all(tree.sentence.upos[token] == "ADV" for token in range(high + 1, first)):
        high = max(high, first)  # "spoke warmly of"
    return tuple(sorted({*range(low, high + 1), *beyond}))


def _stretch(token: int, group: Container[int]) -> tuple[int, int]:
    """The first and the last word of the unbroken run around a token that is all of a group."""
    low = high = token
    while low - 1 in group:
        low -= 1
    while high + 1 in group:
        high += 1
    return low, high


def described(tree: Tree, noun: int) -> tuple[int, ...]:
    """A noun of saying with the adjectives right before it: "false claim", "earlier announcement"."""
    low = noun
    while low and low - 1 in tree.having(noun, "amod") and tree.lower[low - 2 : low - 1] != ("-",):
        low -= 1
    return tuple(range(low, noun + 1))


def _around(tree: Tree, word: int) -> Iterator[int]:
    """Helpers of a word, its "to", and its adverbs before it."""
    yield from tree.having(word, "aux", "aux:pass", "cop")
    before = (child for child in tree.having(word, "advmod") if child < word and not tree.children[child])
    yield from (child for child in before if tree.lower[child] not in ASKING)
    if tree.base[word] != "ccomp":
        yield from (mark for mark in tree.having(word, "mark") if tree.lower[mark] == "to")


def _right_behind(tree: Tree, verb: int) -> Iterator[int]:
    """What belongs to a verb right behind it: "put it", "said flatly"; no adverb that sets apart: "said only that"."""
    after = verb + 1
    empty = tree.lower[after : after + 1] == ("it",) and tree.lemma(verb) in words("sayings", "particled", "it")
    if empty and set(tree.sentence.upos[after + 1 : after + 2]) <= {"PUNCT", "ADV"}:  # but not "put it at 40"
        yield after
    adverb = after in tree.having(verb, "advmod") and tree.sentence.xpos[after] == "RB" and not tree.children[after]
    if adverb and tree.lower[after].endswith("ly") and tree.lower[after] not in words("sources", "focusing", "words"):
        yield after


def _leading(tree: Tree, word: int) -> int | None:
    """The word over which one comes to say it: of "went on to say" the going, of "slow to say" the slowness."""
    head = tree.head(word)
    if head < 0 or head > word:
        return None
    marks = {tree.lower[mark] for mark in tree.having(word, "mark")}
    listed = words("sayings", "raising", "verbs" if tree.sentence.upos[word] == "VERB" else "becoming")
    if tree.base[word] == "xcomp" and tree.lemma(head) in listed:
        return head
    if tree.base[word] not in ("xcomp", "advcl") or tree.sentence.xpos[word] not in ("VB", "VBG"):
        return None
    if "to" in marks and tree.lemma(head) in words("sayings", "raising", "adjectives"):
        return head if tree.having(head, "cop") else None
    if "to" in marks and tree.lemma(head) in words("sayings", "raising", "going"):
        return head
    return head if "by" in marks and tree.lemma(head) in words("sayings", "raising", "beginning") else None


def _between(tree: Tree, leading: int, word: int) -> Iterator[int]:
    """What may stand between: a particle, a mark, an adverb: "went ON TO say", "replied BY saying"."""
    yield from (mark for mark in tree.having(word, "mark") if tree.lower[mark] in ("to", "by"))
    yield from (child for of in (leading, word) for child in tree.having(of, "compound:prt", "advmod"))
