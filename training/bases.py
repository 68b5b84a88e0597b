"""Treebanks become a list of base forms: the verbs and nouns a lemma can be held against."""

from collections.abc import Iterable
from pathlib import Path

from training.treebank import Gold

INFLECTED = frozenset({"VERB", "AUX", "NOUN"})


def learn(sentences: Iterable[Gold]) -> list[str]:
    """Every lemma of a verb or noun, in lower case, letters only, sorted."""
    found = {
        lemma.lower()
        for gold in sentences
        for lemma, upos in zip(gold.lemmas, gold.upos, strict=True)
        if upos in INFLECTED and lemma.isalpha()
    }
    return sorted(found)


def write(path: Path, found: Iterable[str]) -> None:
    """One a line."""
    path.write_text("".join(f"{base}\n" for base in found), encoding="utf-8")
