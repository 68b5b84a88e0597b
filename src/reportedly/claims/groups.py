"""Documents become claims: people told again by how many they are, "both", "all three", "one of the passengers".

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
ONE = "one"
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def groups(tree: Tree) -> Iterator[Mention]:
    """Every such mention in one sentence that tells of harm."""
    some = BOTH in tree.lower or not NUMBERS.keys().isdisjoint(tree.lower)
    if not some or words("persons", "crowd", "signs").isdisjoint(tree.lower):
        return
    harms = Harms(tree)
    for token, word in enumerate(tree.lower):
        first = token if word in (BOTH, ONE) else _first(tree, token)
        if first is None:
            continue
        head = _one_of(tree, token) if word == ONE else _counted(tree, token)
        harm = None if head is None else harms.of(head)
        if head is None or harm is None:
            continue
        rest = word == ONE or not OTHER.isdisjoint(tree.lower[first:token])
        last = head if word != ONE else max(tree.having(head, "nmod"))
        yield Mention(
            tuple(range(first, last + 1)), head, NUMBERS.get(word, 2), "rest" if rest else "group", None, harm
        )


def _first(tree: Tree, token: int) -> int | None:
    """Where "the other two", "all three", "the three" begin; None where the number points to nobody."""
    if tree.lower[token] not in NUMBERS or token == 0 or tree.lower[token] == ONE:
        return None
    first = token - 1 if tree.lower[token - 1] in OTHER else token
    led = first > 0 and tree.lower[first - 1] in POINTING
    return first - 1 if led else None


def _one_of(tree: Tree, token: int) -> int | None:
    """The "one" of "one of her pupils"; None where it is one of a number, which counts it, or no person."""
    beside = tree.having(token, "nmod")
    if len(beside) != 1 or tree.case(beside[0]) != "of" or tree.having(beside[0], "nummod") or beside[0] < token:
        return None
    named = tree.sentence.xpos[beside[0]] == "NNS" and is_people(tree.lemma(beside[0]))
    return token if named else None


def _counted(tree: Tree, token: int) -> int | None:
    """The noun that the word counts, where that is people, else the word itself, where it stands alone."""
    head = tree.head(token)
    if head == token + 1 and tree.base[token] in ("det", "nummod"):
        told = tree.lower[token] == BOTH or not tree.having(head, "acl")  # not "the four men who were shot"
        return head if told and tree.sentence.xpos[head] == "NNS" and is_people(tree.lemma(head)) else None
    of_them = all(tree.sentence.upos[child] == "PRON" for child in tree.having(token, "nmod"))
    alone = tree.base[token] in ("nsubj", "obj") and not tree.having(token, "conj") and of_them
    return token if alone else None
