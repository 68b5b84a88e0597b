"""Scores become names: where a sentence's best tags contradict each other, the best ones that agree are found.

A tag says that a word begins a name (B), goes on with one of the same kind (I) or stands in none (O). The model scores
each word on its own, so that it may go on with a name nobody began.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Tags = NDArray[np.int64]
_NEVER = -1e9  # below any sum of scores


def entities(tags: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """The names of a sequence of tags that agree: first word, word after the last, kind."""
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for place, tag in enumerate(chain(tags, ("O",))):
        if kind and tag != f"I-{kind}":
            found.append((start, place, kind))
            kind = ""
        if tag.startswith("B-"):
            start, kind = place, tag[2:]
    return tuple(found)


class Agreement:
    """Which tag may follow which. ``tags[0]`` is O, and stands before the first word."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._fits = np.array(
            [[not after.startswith("I-") or before[2:] == after[2:] for after in tags] for before in tags]
        )
        self._steps = np.where(self._fits, 0.0, _NEVER)

    def sound(self, tags: Tags, lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which rows of ``tags`` agree. Column 0 is the root's and counts as O; so does what lies beyond the length."""
        columns = np.arange(tags.shape[1])
        there = np.where((columns > 0) & (columns < lengths[:, None]), tags, 0)
        return np.asarray(self._fits[there[:, :-1], there[:, 1:]].all(1), dtype=np.bool_)

    def best(self, scores: NDArray[np.float32]) -> Tags:
        """The tags that agree and whose scores, a row a word, add up to the most (Viterbi 1967)."""
        reached = scores[0] + self._steps[0]
        befores = []
        for word in scores[1:]:
            ways = reached[:, None] + self._steps
            befores.append(ways.argmax(0))
            reached = ways.max(0) + word
        chosen = [int(reached.argmax())]
        for before in reversed(befores):
            chosen.append(int(before[chosen[-1]]))
        return np.array(chosen[::-1])
