"""Gold sentences become their siblings in other dress: headlines, capitals, curly quotes, no full stop."""

import random
from dataclasses import replace

from training.headlines import telegraphic
from training.treebank import Gold

# Shares of the sentences an epoch sees changed. Small: treebanks hold few headlines, but must stay the model's measure.
CAPITALS, HEADLINE, CURLY, BARE, TOLD_SHORT = 0.04, 0.05, 0.25, 0.04, 0.25
_SMALL = ("ADP", "DET", "CCONJ", "PART", "AUX", "SCONJ")  # what a headline writes small
_SMALL_LETTERS = 4
HALF = 0.5
_CURLY = str.maketrans({"'": "’"})


def _reworded(gold: Gold, words: list[str]) -> Gold:
    return replace(gold, words=tuple(words), misc=())


def _headline(gold: Gold) -> Gold:
    def cased(word: str, upos: str) -> str:
        small = upos in _SMALL and len(word) < _SMALL_LETTERS
        return word if small or not word.islower() else word[:1].upper() + word[1:]

    return _bare(_reworded(gold, [cased(*pair) for pair in zip(gold.words, gold.upos, strict=True)]))


def _curly(gold: Gold) -> Gold:
    words, closing = [], False
    for word in gold.words:
        if word == '"':
            words.append("”" if closing else "“")
            closing = not closing
        else:
            words.append(word.translate(_CURLY))
    return _reworded(gold, words)


def _bare(gold: Gold) -> Gold:
    """Without the final full stop, where nothing hangs from it."""
    last = len(gold.words) - 1
    if gold.words[last] != "." or last < 1 or last in gold.heads or any(end > last for _, end, _ in gold.names or ()):
        return gold
    columns = ("words", "lemmas", "upos", "xpos", "heads", "relations")
    return replace(gold, misc=(), **{column: getattr(gold, column)[:last] for column in columns})


def varied(gold: Gold, chance: random.Random) -> Gold:
    """The sentence, now and then in other dress. Its tree, tags, names and lemmas stay what they were."""
    drawn = chance.random()
    if drawn < CAPITALS:
        gold = _reworded(gold, [word.upper() for word in gold.words])
    elif drawn < CAPITALS + HEADLINE:
        gold = _headline(gold)
    elif drawn < CAPITALS + HEADLINE + BARE:
        gold = _bare(gold)
    elif drawn < CAPITALS + HEADLINE + BARE + TOLD_SHORT:
        short = telegraphic(gold) or gold
        gold = _headline(short) if chance.random() < HALF else short
    return _curly(gold) if chance.random() < CURLY else gold
