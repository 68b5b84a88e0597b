"""Words of likelihood, hearsay and confidence become a certainty, with the range that a scale gives them.

Likelihood ("probably") says how likely the content is, hearsay ("reportedly") that somebody else says so, confidence
("with high confidence") how well founded the judgement is; they are kept apart. Scales stand in ``certainty.toml``.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.persons import is_people
from reportedly.claims.trees import Tree
from reportedly.model import Certainty, Document

DEFAULT = "icd203"
STATED = "stated"  # the scale of "a 70% chance": none is needed
HUNDRED = 100
_PERCENT = re.compile(r"(\d{1,3})(?:\.\d+)?")
_ABOUT = frozenset({"perhaps", "maybe", "possibly"})  # before a number they say that it is round
_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "advcl", "acl", "csubj"})


class Reading(NamedTuple):
    """A word of likelihood: its tokens, and the scale and range that read it."""

    tokens: tuple[int, ...]
    scale: str
    low: int | None
    high: int | None


@cache
def _phrases(scale: str) -> dict[str, tuple[tuple[tuple[str, ...], str, int | None, int | None], ...]]:
    """First word to (words, scale, low, high), the longest first; ``scale`` is asked before the others."""
    scales = lexicon("certainty")["scales"]
    if scale not in scales:
        raise KeyError(scale)
    found: dict[tuple[str, ...], tuple[str, int | None, int | None]] = {}
    for name in (scale, *(other for other in scales if other != scale)):
        for phrase, range_ in scales[name].items():
            if phrase != "source":
                found.setdefault(tuple(phrase.split()), (name, *range_))
    for phrase in lexicon("certainty")["hedges"]["words"]:
        found.setdefault(tuple(phrase.split()), (scale, None, None))
    by_first: dict[str, list[tuple[tuple[str, ...], str, int | None, int | None]]] = {}
    for parts, read in found.items():
        by_first.setdefault(parts[0], []).append((parts, *read))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()}


class Certainties:
    """The words of likelihood of one sentence, found once."""

    def __init__(self, tree: Tree, document: Document, scale: str = DEFAULT) -> None:
        self.tree, self.document, self.scale = tree, document, scale
        self.likely = tuple(self._likely())
        self.confident = tuple(self._confident())

    def of(self, start: int) -> Certainty:
        """The certainty of what ``start`` takes part in: by the words of its own clause, else of those above it."""
        if not self.likely and not self.confident:
            return Certainty(scale=self.scale) if self.scale != DEFAULT else Certainty()
        near = self._near(start)
        read = next((found for found in self.likely if near.intersection(found.tokens)), None)
        told = next((found for found in self.confident if near.intersection(found)), None)
        confidence = None if told is None else self.document.span(*self.tree.chars(told))
        if read is None:
            return Certainty(scale=self.scale, confidence=confidence)
        span = self.document.span(*self.tree.chars(read.tokens))
        return Certainty(span, read.scale, read.low, read.high, confidence)

    def _near(self, start: int) -> set[int]:
        """The words above ``start``, and what hangs on them but for other clauses."""
        near: set[int] = set()
        for step in self.tree.up(start):
            near.add(step)
            for child in self.tree.children[step]:
                if child == start or self.tree.base[child] not in _CLAUSES:
                    near.update((child, *(t for t in self.tree.children[child] if self._is_told(t, child))))
            if self.tree.base[step] == "advcl" or self.tree.sentence.relations[step] == "acl:relcl":
                break  # "... was probably brought in, although tests go on"
        return near

    def _is_told(self, token: int, thing: int) -> bool:
        """Whether a word below what stands beside is told of the same: not of "a purported leader said that".

        Of "an alleged strike killed five" it is, since without the strike there is nobody killed by it.
        """
        done = self.tree.sentence.relations[thing] == "nsubj" and bool(self.tree.having(self.tree.head(thing), "obj"))
        if done and not is_people(self.tree.lemma(thing)):
            return self.tree.base[token] not in _CLAUSES
        apart = self.tree.base[token] == "amod" and self.tree.base[thing] in ("nsubj", "obj", "obl", "nmod")
        return not apart and self.tree.base[token] not in _CLAUSES

    def _likely(self) -> Iterator[Reading]:
        """Words of likelihood, those that a scale reads first."""
        found = [*self._chances(), *self._scaled(), *self._impersonal()]
        yield from sorted(found, key=lambda read: read.low is None)

    def _scaled(self) -> Iterator[Reading]:
        tree, free, table = self.tree, 0, _phrases(self.scale)
        for place in [place for place, word in enumerate(tree.lower) if word in table]:
            rows = table[tree.lower[place]] if place >= free else ()
            row = next((row for row in rows if tree.lower[place : place + len(row[0])] == row[0]), None)
            if row is not None and row[0] == ("suspected",) and tree.base[place] == "amod":
                row = None  # "37 suspected cases" are counted as such
            if row is not None and row[0] == ("supposed",) and tree.lower[place + 1 : place + 2] == ("to",):
                row = None  # "was supposed to open": a plan
            about = row is not None and row[0][-1] in _ABOUT and tree.sentence.xpos[place + 1 :][:1] == ("CD",)
            if row is not None and not about:
                yield Reading(tuple(range(place, place + len(row[0]))), *row[1:])
            free = free if row is None else place + len(row[0])

    def _impersonal(self) -> Iterator[Reading]:
        """ "is believed to", "it is feared that", "appears to"."""
        tree = self.tree
        impersonal, seems = words("certainty", "hedges", "impersonal"), words("certainty", "hedges", "seeming")
        if impersonal.isdisjoint(tree.lower) and seems.isdisjoint(tree.lemmas):
            return
        for token, (word, lemma) in enumerate(zip(tree.lower, tree.lemmas, strict=True)):
            if word not in impersonal and lemma not in seems:
                continue
            active = tree.having(token, "aux") and not tree.having(token, "aux:pass")  # "has never said"
            believed = word in impersonal and tree.sentence.xpos[token] == "VBN" and not active
            valued = word == "estimated" and any(tree.case(t).startswith("at") for t in tree.having(token, "obl"))
            marks = {
                tree.lower[m] for t in tree.having(token, "advcl", "acl", "obl") for m in tree.having(t, "mark", "case")
            }
            valued = valued or (word == "suspected" and "of" in marks)  # "is suspected of taking it"
            told = valued or bool(tree.having(token, "xcomp", "ccomp", "csubj"))  # "is estimated at 11 million"
            passive = believed and not tree.having(token, "obl:agent") and told
            seeming = lemma in seems and tree.having(token, "xcomp", "ccomp")
            if (passive and (tree.having(token, "aux:pass") or tree.base[token] in ("root", "acl"))) or seeming:
                yield Reading((token,), self.scale, None, None)

    def _chances(self) -> Iterator[Reading]:
        """ "a 70% chance"."""
        tree, chances = self.tree, words("certainty", "chances", "words")
        if chances.isdisjoint(tree.lower):
            return
        for token, word in enumerate(tree.lower):
            if word not in chances:
                continue
            for child in tree.having(token, "compound", "nmod", "amod", "nummod"):
                number = (
                    _PERCENT.fullmatch(tree.lower[child - 1])
                    if child and tree.lower[child] in ("%", "percent")
                    else None
                )
                if number is not None and int(number[1]) <= HUNDRED:
                    run = tuple(range(child - 1, token + 1)) if child < token else (token, child - 1, child)
                    yield Reading(run, STATED, int(number[1]), int(number[1]))

    def _confident(self) -> Iterator[tuple[int, ...]]:
        """ "with high confidence"."""
        tree, degrees = self.tree, words("certainty", "confidence", "degrees")
        confidence = words("certainty", "confidence", "words")
        if confidence.isdisjoint(tree.lower):
            return
        for token, word in enumerate(tree.lower):
            if word in confidence and token and tree.lower[token - 1] in degrees:
                very = token > 1 and " ".join(tree.lower[token - 2 : token]) in degrees
                yield tuple(range(token - 1 - very, token + 1))
