"""Money that "it" gets, loses, costs or is to spend is no number of the things counted before.

"The agency feeds 300,000 people. So far it has received $37 million": "it" is who acts, or what is done, and stands for
nothing told in the plural; "it came to $37 million" is of whatever was told.
"""

from collections.abc import Iterator

from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree


def is_gained(tree: Tree, anchor: int) -> bool:
    """Whether a number is what a verb is done to, and none by which it equals its subject."""
    verb = next(_verbs(tree, anchor), -1)
    if verb < 0:
        return False
    equal = words("figures", "equations", "verbs") - words("figures", "equations", "costs")
    return tree.sentence.upos[verb] == "VERB" and tree.lemma(verb) not in equal


def is_of_people(tree: Tree, anchor: int) -> bool:
    """Whether only people get what a number tells of: "They got 6 percent"."""
    return any(tree.lemma(verb) in words("figures", "equations", "getting") for verb in _verbs(tree, anchor))


def _verbs(tree: Tree, anchor: int) -> Iterator[int]:
    while tree.base[anchor] == "conj" and tree.head(anchor) >= 0:
        anchor = tree.head(anchor)
    if tree.base[anchor] == "obj":
        yield tree.head(anchor)
