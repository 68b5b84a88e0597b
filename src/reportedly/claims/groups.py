"""Documents become claims: people told again by how many they are, "both", "all three", "the other two passengers".

Such words point back and count nothing by themselves; where they tell of harm they may be all that does: "two cars
collided; both drivers died". ``groups`` finds those that tell of harm; whom they point to is told by ``people``.
"""

from collections.abc import Iterator

from reportedly.claims.harms import Harms
from reportedly.claims.lexicons import words
from reportedly.claims.persons import Mention, is_people
from reportedly.claims.trees import Tree

BOTH = "both"
POINTING = frozenset({"the", "all", "these", "those"})
OTHER = frozenset({"other", "remaining"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def groups(tree: Tree) -> Iterator[Mention]:
    """Every such mention in one sentence that tells of harm."""
    some = BOTH in tree.lower or not NUMBERS.keys().isdisjoint(tree.lower)
    if not some or words("persons", "crowd", "signs").isdisjoint(tree.lower):
        return
    harms = Harms(tree)
    for token, word in enumerate(tree.lower):
        first = token if word == BOTH else _first(tree, token)
        if first is None:
            continue
        head = _counted(tree, token)
        harm = None if head is None else harms.of(head)
        if head is None or harm is None:
            continue
        rest = not OTHER.isdisjoint(tree.lower[first:token])
        yield Mention(
            tuple(range(first, head + 1)), head, NUMBERS.get(word, 2), "rest" if rest else "group", None, harm
        )


def _first(tree: Tree, token: int) -> int | None:
    """Where "the other two", "all three", "the three" begin; None where the number points to nobody."""
    if tree.lower[token] not in NUMBERS or token == 0:
        return None
    first = token - 1 if tree.lower[token - 1] in OTHER else token
    led = first > 0 and tree.lower[first - 1] in POINTING
    return first - 1 if led else None


def _counted(tree: Tree, token: int) -> int | None:
    """The noun that the word counts, where that is people, else the word itself, where it stands alone."""
    head = tree.head(token)
    if head == token + 1 and tree.base[token] in ("det", "nummod"):
        told = tree.lower[token] == BOTH or not tree.having(head, "acl")  # not "the four men who were shot"
        return head if told and tree.sentence.xpos[head] == "NNS" and is_people(tree.lemma(head)) else None
    of_them = all(tree.sentence.upos[child] == "PRON" for child in tree.having(token, "nmod"))
    alone = tree.base[token] in ("nsubj", "obj") and not tree.having(token, "conj") and of_them
    return token if alone else None
