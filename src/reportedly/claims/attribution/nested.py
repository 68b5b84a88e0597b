"""Which saying stands in which: who quotes stands outside of whom he quotes, whatever the order of the words."""

from collections.abc import Sequence

from reportedly.claims.attribution.sayings import Joined
from reportedly.claims.lexicons import words


def outermost_first(over: Sequence[Joined]) -> list[Joined]:
    """Sayings in order of how many others they stand in; a named source before what it is source of."""

    def depth(joined: Joined) -> tuple[int, bool, bool, int]:
        if joined.said.way == "title":
            return -1, False, False, joined.place  # "Harbour office: 12 hurt, according to police": all of it is told
        outer = sum(other is not joined and (other.covers(joined.place) or _holds(other, joined)) for other in over)
        return outer, not _is_relayed(joined), joined.said.way != "source", joined.place

    return sorted(over, key=depth)


def _is_relayed(joined: Joined) -> bool:
    """ "According to the ministry, as quoted by the agency": who so quotes another tells what the other says."""
    tree, verb = joined.tree, joined.said.verb
    if joined.said.way != "source" or tree.lemma(verb) not in words("sayings", "relaying", "verbs"):
        return False
    return any(tree.lower[mark] == "as" for mark in tree.having(verb, "mark")) and tree.sentence.xpos[verb] == "VBN"


def _holds(outer: Joined, inner: Joined) -> bool:
    """Whether one cites another of a part of what he says: "said it would hire 20, whom 300 await, according to"."""
    cited = inner.said.way == "source" and outer.said.way == "said" and outer.tree is inner.tree
    return cited and outer.place < inner.place and set(inner.said.content) < set(outer.said.content)
