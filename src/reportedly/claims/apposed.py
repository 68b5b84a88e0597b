"""Persons set beside a number that counts them are its parts: "two passengers, a man of 30 and a woman of 28, died".

Read by the order of the words, since the parse hangs such rows anywhere. What is promised: the row makes up the whole
number, and a comma or the like closes it, or what it follows is a word for any people ("killed two people, a mother and
her son"); "two officers, a nurse and a driver were killed" tells of four.
"""

from collections.abc import Iterator, Sequence

from reportedly.claims.lexicons import words
from reportedly.claims.links import Mark
from reportedly.claims.persons import Mention, group_of, is_people, is_person
from reportedly.claims.trees import Tree
from reportedly.model import Claim
from reportedly.values.units import COUNT

NEAR = 6  # words behind the noun of a whole that may tell where those were: "two passengers in the second car, a man"
OPENING, CLOSING = frozenset({",", "(", "–", "—"}), frozenset({",", ")", "–", "—"})
ENDING = frozenset({".", ";", ":"})
NEW = frozenset({"a", "an", "another", "his", "her", "their"})
FINITE = ("VBD", "VBZ", "VBP", "MD", "WP", "WP$", "WDT", "WRB")


def set_beside(tree: Tree, mention: Mention, before: Sequence[Mark], start: int) -> Claim | None:
    """The number of the sentence, which begins at ``start``, that a row counts in which ``mention`` stands."""
    for mark in reversed(before):
        claim, size = mark.claim, mark.claim.quantity.low
        if claim.context.start != start:
            break
        several = claim.quantity.unit == COUNT and size is not None and size > 1 and size == claim.quantity.high
        people = claim.counted is not None and not claim.counted.implied and is_people(claim.counted.lemma)
        if not several or not people or claim.part_of is not None:
            continue
        persons, closed = _row(tree, claim)
        heads = [head for head, _ in persons]
        if mention.head in heads and sum(many for _, many in persons) == size and (closed or _any(tree, claim, heads)):
            return claim
    return None


def _row(tree: Tree, whole: Claim) -> tuple[list[tuple[int, int]], bool]:
    """The persons of a row behind a whole, each with how many it tells of, and whether the row is closed."""
    head = max(tree.tokens(whole.counted.head.start, whole.counted.head.end), default=-1) if whole.counted else -1
    opens = next((t for t in _until(tree, head + 1) if tree.lower[t] in OPENING), None) if head >= 0 else None
    if opens is None or opens > head + NEAR:
        return [], False
    row = list(_until(tree, opens + 1))
    persons = [(t, many) for t in row if (many := _many(tree, t))]
    last = row[-1] if row else opens
    return persons, tree.lower[last] in CLOSING


def _until(tree: Tree, first: int) -> Iterator[int]:
    """The words up to the next that ends a phrase: a verb, a conjunction that opens a clause, a full stop."""
    for token in range(first, len(tree.lower)):
        if tree.sentence.xpos[token] in FINITE or tree.lower[token] in ENDING or tree.base[token] == "mark":
            return
        yield token


def _many(tree: Tree, token: int) -> int:
    """Of how many persons a word newly tells; 0 where of none, or of some that only point to others."""
    new = any(tree.lower[child] in NEW for child in tree.having(token, "det", "nmod:poss"))
    if not new or not is_person(tree, token):
        return 0
    return 2 if tree.lemma(token) in words("persons", "two", "words") else 1


def _any(tree: Tree, whole: Claim, heads: Sequence[int]) -> bool:
    """Whether a whole counts people of any kind, or the young where each of the row is young."""
    lemma = whole.counted.lemma if whole.counted else ""
    young = group_of(lemma, None) == "young" and all(group_of(tree.lemma(t), None) == "young" for t in heads)
    return lemma in words("persons", "many", "words") or young
