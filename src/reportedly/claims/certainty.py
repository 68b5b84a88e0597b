"""Words of likelihood in a figure's clause, and the range that a scale gives them."""

from reportedly.claims.lexicons import lexicon
from reportedly.claims.trees import Tree
from reportedly.model import Certainty, Document


def certainty(tree: Tree, document: Document, start: int) -> Certainty:
    """The words of likelihood in the figure's clause, longest first, and the range ICD 203 gives them."""
    table: dict[str, list[int]] = lexicon("stance")["certainty"]
    longest = max(len(phrase.split()) for phrase in table)
    near = {token for step in tree.up(start) for token in (step, *tree.children[step])}
    for size in range(longest, 0, -1):
        for first in range(len(tree.lower) - size + 1):
            phrase = " ".join(tree.lower[first : first + size])
            if phrase in table and any(token in near for token in range(first, first + size)):
                span = document.span(*tree.chars(range(first, first + size)))
                low, high = table[phrase] or (None, None)
                return Certainty(span, "icd203", low, high)
    return Certainty()
