"""Entity brackets become names: GUM marks every mention, and a name is the proper part around a mention's head."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.treebank import Gold, Names

KINDS = ("PER", "ORG", "LOC", "EVENT", "DATE", "MISC")
_KIND = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "time": "DATE"}
_LONGEST_DATE = 8  # tokens; longer "time" mentions are clauses
_PROPER = ("NNP", "NNPS")
# What may stand between two proper nouns of one name.
_BRIDGES = frozenset(
    ("of", "the", "for", "in", "on", "de", "la", "von", "van", "du", "al", "-", "–", "&", "'s", "’s", ".")
)
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
_BRACKET = re.compile(r"\(([^()]+)|([^()]*)\)")


def _mentions(sentence: Gold) -> Iterator[tuple[int, int, str]]:
    """First token, last token and type of every bracketed mention."""
    waiting: list[tuple[str, str, int]] = []
    for token, misc in enumerate(sentence.misc):
        entity = _ENTITY.search(misc)
        for opened, closed in _BRACKET.findall(entity.group(1)) if entity else ():
            if opened:
                group, kind = opened.split("-")[:2]
                waiting.append((group, kind, token))
                continue
            group = closed.split("-")[0]
            places = [place for place, entry in enumerate(waiting) if not group or entry[0] == group]
            if places:
                _, kind, first = waiting.pop(places[-1])
                yield first, token, kind


def _head(sentence: Gold, first: int, last: int) -> int | None:
    outside = (token for token in range(first, last + 1) if not first <= sentence.heads[token] <= last)
    return next(outside, None)


class _Grower:
    """Walks outwards from a mention's head over what belongs to the name."""

    def __init__(self, sentence: Gold, first: int, last: int) -> None:
        self._sentence, self._first, self._last = sentence, first, last

    def _proper(self, token: int) -> bool:
        return self._first <= token <= self._last and self._sentence.xpos[token] in _PROPER

    def _bridge(self, token: int) -> bool:
        return self._sentence.words[token].lower() in _BRIDGES

    def _bridged(self, token: int, step: int) -> int:
        """How many tokens lie between ``token`` and the next proper noun of the name; 0 where there is none."""
        for count in (1, 2):
            if not self._first <= token + step * count <= self._last or not self._bridge(token + step * count):
                return 0
            if self._proper(token + step * (count + 1)):
                return count + 1
        return 0

    def _capitalised_modifier(self, token: int) -> bool:
        sentence = self._sentence
        return (
            token > 0
            and sentence.words[token][0].isupper()
            and sentence.upos[token] in ("ADJ", "NOUN", "NUM", "VERB")
            and sentence.relations[token] in ("compound", "amod", "flat", "nummod")
        )

    def _number(self, token: int) -> bool:
        relation = self._sentence.relations[token]
        return self._sentence.upos[token] == "NUM" and relation in ("nummod", "flat", "compound", "dep")

    def left(self, token: int) -> int:
        while token > self._first:
            if self._proper(token - 1) or self._capitalised_modifier(token - 1):
                token -= 1
            elif bridged := self._bridged(token, -1):
                token -= bridged
            else:
                break
        return token

    def right(self, token: int) -> int:
        while token < self._last:
            if self._proper(token + 1) or self._number(token + 1):
                token += 1
            elif bridged := self._bridged(token, 1):
                token += bridged
            else:
                break
        return token


def _name(sentence: Gold, first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    head = _head(sentence, first, last)
    if head is None:
        return None
    if kind == "time":
        dated = sentence.xpos[head] in ("NN", "NNS", "CD", *_PROPER) and last - first < _LONGEST_DATE
        return (first, last + 1, "DATE") if dated else None
    if sentence.xpos[head] not in _PROPER:
        return None
    grower = _Grower(sentence, first, last)
    return grower.left(head), grower.right(head) + 1, _KIND.get(kind, "MISC")


def derived(sentence: Gold) -> Names:
    """The sentence's names; of two that overlap the longer one, then the earlier, then the kind named first."""
    found = {name for mention in _mentions(sentence) if (name := _name(sentence, *mention))}
    taken: set[int] = set()
    kept = []
    for start, end, kind in sorted(found, key=lambda name: (name[0] - name[1], name[0], KINDS.index(name[2]))):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end, kind))
    return tuple(sorted(kept))


def spans(tags: Iterable[str]) -> Names:
    """Names of a BIO sequence; OTH is UNER's mark for what it leaves open."""
    names: list[tuple[int, int, str]] = []
    opened: tuple[int, str] | None = None
    for token, tag in enumerate([*tags, "O"]):
        if opened and tag != f"I-{opened[1]}":
            names.append((opened[0], token, opened[1]))
            opened = None
        if tag.startswith("B-") and tag != "B-OTH":
            opened = (token, tag[2:])
    return tuple(names)


def marked(path: Path) -> dict[str, tuple[tuple[str, ...], Names]]:
    """Words and names of every sentence of a UniversalNER file, by its identifier."""
    sentences: dict[str, tuple[tuple[str, ...], Names]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        identifier = re.search(r"# sent_id = (\S+)", block)
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        if identifier:
            sentences[identifier[1]] = tuple(row[1] for row in rows), spans(row[2] for row in rows)
    return sentences
