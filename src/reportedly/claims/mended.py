"""The tools of every mend: one word with another tag, other arcs, and whether what comes of it is still a tree.

What is promised: a mend that would close a ring of words changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.model import Sentence


def with_tag(told: Sequence[str], token: int, tag: str) -> tuple[str, ...]:
    """``told`` with ``tag`` at ``token``."""
    return (*told[:token], tag, *told[token + 1 :])


def numbers_of(sentence: Sentence) -> list[int]:
    """The places of its numbers; most sentences have none."""
    return [token for token, tag in enumerate(sentence.upos) if tag == "NUM"] if "NUM" in sentence.upos else []


def above(heads: Sequence[int], token: int) -> Iterator[int]:
    """The token itself and all that governs it; no more than there are, where a parse runs in a circle."""
    for _ in heads:
        if token < 0:
            return
        yield token
        token = heads[token]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether every word leads up to a root; mends that are each right alone may together close a ring."""
    led: set[int] = set()
    for start in range(len(heads)):
        token, passed = start, set[int]()
        while token >= 0 and token not in led:
            if token in passed:
                return False
            passed.add(token)
            token = heads[token]
        led |= passed
    return True


def take_place(
    new: int, old: int, heads: list[int], relations: list[str], *, among: Iterable[int] | None = None
) -> None:
    """Hang ``new`` where ``old`` hangs, and on it what hung on ``old``, or what of that is ``among`` some.

    Where ``old`` hangs from then on is for the caller to say.
    """
    for token in range(len(heads)) if among is None else among:
        if heads[token] == old and token != new:
            heads[token] = new
    heads[new], relations[new] = heads[old], relations[old]


def mending(
    sentence: Sentence,
    heads: Sequence[int],
    relations: Sequence[str],
    *,
    xpos: tuple[str, ...],
    upos: tuple[str, ...] | None = None,
    lemmas: tuple[str, ...] | None = None,
) -> Sentence:
    """The sentence with other arcs and tags; as it was where the arcs would close a ring."""
    if not is_tree(heads):
        return sentence
    return replace(
        sentence,
        heads=tuple(heads),
        relations=tuple(relations),
        xpos=xpos,
        upos=sentence.upos if upos is None else upos,
        lemmas=sentence.lemmas if lemmas is None else lemmas,
    )


def as_word(
    sentence: Sentence,
    token: int,
    heads: Sequence[int],
    relations: Sequence[str],
    *,
    tag: str,
    lemma: str | None = None,
) -> Sentence:
    """``mending`` with one word as the verb or noun that the tag tells, by its base form where that changes."""
    return mending(
        sentence,
        heads,
        relations,
        xpos=with_tag(sentence.xpos, token, tag),
        upos=with_tag(sentence.upos, token, "VERB" if tag.startswith("VB") else "NOUN"),
        lemmas=None if lemma is None else with_tag(sentence.lemmas, token, lemma),
    )


def has_subject(verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Whether somebody is said to do it."""
    return any(head == verb and relations[token].startswith("nsubj") for token, head in enumerate(heads))


def subject_of(verb: int, heads: Sequence[int], relations: Sequence[str]) -> str:
    """How a subject hangs on a verb: who does it, or to whom it is done."""
    undergone = any(head == verb and relations[token] == "aux:pass" for token, head in enumerate(heads))
    return "nsubj:pass" if undergone else "nsubj"
