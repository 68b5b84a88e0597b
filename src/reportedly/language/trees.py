"""Head scores become trees: where the best heads form none, the best tree with one root is found."""

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.int64]
Scores = NDArray[np.float64]

_NEVER = -1e9  # below any score, however many are added up


def sound(heads: Heads, lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which rows of ``heads`` are trees with one root. Column 0 is the root's own place; padding points to it."""
    columns = np.arange(heads.shape[1])
    there = (columns > 0) & (columns < lengths[:, None])
    reached = np.where(there, heads, 0)
    one_root = ((reached == 0) & there).sum(1) == 1
    for _ in range(int(heads.shape[1]).bit_length()):
        reached = np.take_along_axis(reached, reached, 1)
    trees: NDArray[np.bool_] = one_root & (reached == 0).all(1)
    return trees


def _cycle(heads: Heads) -> list[int]:
    """The nodes of one cycle, or none."""
    seen_in = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        node = start
        while node > 0 and not seen_in[node]:
            seen_in[node] = start
            node = int(heads[node])
        if node > 0 and seen_in[node] == start:
            nodes = [node]
            while (following := int(heads[nodes[-1]])) != node:
                nodes.append(following)
            return nodes
    return []


def _best(scores: Scores) -> Heads:
    """Chu-Liu-Edmonds: the best heads, each cycle contracted to one node until none is left."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    nodes = _cycle(heads)
    if not nodes:
        return heads
    inside = np.array(nodes)
    left = np.ones(len(heads), dtype=np.bool_)
    left[inside] = False
    outside = np.flatnonzero(left)
    size = len(outside)
    small = np.full((size + 1, size + 1), _NEVER)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    small[size, :size] = entering.max(0)
    leaving = scores[np.ix_(outside, inside)]
    small[:size, size] = leaving.max(1)
    chosen = _best(small)
    for node in range(1, size):
        if chosen[node] == size:
            heads[outside[node]] = inside[leaving[node].argmax()]
        else:
            heads[outside[node]] = outside[chosen[node]]
    broken = inside[entering[:, chosen[size]].argmax()]
    heads[broken] = outside[chosen[size]]
    return heads


def mended(heads: Heads, scores: NDArray[np.float32]) -> Heads:
    """The best tree with one root; ``scores[dependent, head]``, with the root at 0."""
    grown = scores.astype(np.float64)
    np.fill_diagonal(grown, _NEVER)
    grown[0] = _NEVER
    candidates = np.flatnonzero(heads[1:] == 0) + 1
    if not len(candidates):
        candidates = np.arange(1, len(heads))
    root = candidates[scores[candidates, 0].argmax()]
    grown[:, 0] = _NEVER
    grown[root] = _NEVER
    grown[root, 0] = 0.0
    return _best(grown)
