"""Which saying stands in which: who quotes stands outside of whom he quotes, whatever the order of the words."""

from collections.abc import Sequence

from reportedly.claims.attribution.sayings import Joined
from reportedly.claims.lexicons import words
from reportedly.claims.trees import Tree


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


def is_setting(joined: Joined, over: Sequence[Joined]) -> bool:
    """Whether a verb only tells where somebody else spoke: "150 gathered for a rally at which the mayor said: ..."."""
    tree, said = joined.tree, joined.said
    first = min(said.content, default=0)
    if said.way != "said" or not said.verb < first or tree.sentence.xpos[first - 1] != "WDT":
        return False
    inner = (other for other in over if other is not joined and other.tree is tree and other.said.way == "said")
    return any(other.said.verb in said.content for other in inner)


def speaks_of_another(joined: Joined, over: Sequence[Joined]) -> bool:
    """Whether a saying stands in another's quotation, where "he" is not the speaker."""
    outer = [other for other in over if other is not joined and other.covers(joined.place)]
    return any(other.form == "direct" for other in outer)


def goes_on_to_say(joined: Joined, tree: Tree, anchor: int) -> bool:
    """Whether a word stands in what somebody says besides: "denied it, saying the true figure was six"."""
    verb = joined.said.verb
    behind = joined.tree is tree and 0 < verb < anchor
    return behind and tree.lower[verb - 1] == "," and tree.sentence.xpos[verb] == "VBG"


def is_official(joined: Joined) -> bool:
    """Whether a figure is called official and no more, which whoever else tells it makes his own."""
    tree, said = joined.tree, joined.said
    called = (tree.lemma(child) == "official" for child in tree.having(said.verb, "amod"))
    return said.way == "noun" and said.head == said.verb and any(called)
