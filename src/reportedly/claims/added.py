"""A figure tells what came on top within a stretch, or how many there are in all: "four today, bringing it to 84".

What stands before "bringing the toll to" is new, as is what is told for the hours or days just past or for one week
("in the week to 17 May"); what stands behind it holds for no stretch, whatever time is told of the others.
"""

import re
from collections.abc import Sequence

from reportedly.claims.lexicons import either, words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Measure, When
from reportedly.values.measures import newly

KINDS = ("wounded", "cases", "deaths")  # "bringing the total to 731 cases and 146 deaths" sums up both
SIGNED = (("(", "+"), ("[", "+"))  # "11 deaths (+2)": what is new; of what, only the registry can tell
LEVEL = 12  # words in which a total is told to which a verb brings it
STRETCH = re.compile(
    r"\b(?:in|over|during|for) the (?:week|fortnight|month|\S+ days)\b(?! since)", re.IGNORECASE
)  # "to 17 May"
LATELY = re.compile(r"\b(?:past|last|previous|preceding)\s+(?:[\w-]+\s+)?(?:hours?|days?|week)\b", re.IGNORECASE)


def added(tree: Tree, figure: Figure, measure: Measure | None, when: When | None) -> Measure | None:
    """The measure of what was added, where the sentence tells that ``measure`` counts no more than that."""
    first = min(figure.tokens)
    if tree.lower[max(0, first - 2) : first] in SIGNED and measure is not None:
        return newly(measure)
    new = None if measure is None or measure.scope != "cumulative" else newly(measure)
    if measure is None or new is None or brought(tree, figure) is not None:
        return measure
    lately = when is not None and not when.start and LATELY.search(when.words or "") is not None
    within = when is not None and bool(when.start and when.end) and STRETCH.search(when.words or "") is not None
    return new if lately or within or _is_summed_up(tree, figure, measure.slug) else measure


def brought(tree: Tree, figure: Figure) -> int | None:
    """The verb by which a figure is what all add up to: "bringing the death toll to 84", "taking it to 12"."""
    before = min(figure.tokens) - 1
    reached = words("figures", "summing", "reached")
    before += tree.lower[before + 1] in reached  # "taking the total past 84"
    noun = figure.top
    while tree.base[noun] == "conj" and before > 0 and tree.lower[before] in ("and", ","):
        noun = tree.head(noun)  # "bringing the total to 9,874 cases and 143 deaths"
        before = min((number for number in tree.having(noun, "nummod")), default=noun) - 1
    if before < 1 or tree.lower[before] not in reached:
        return None
    start = noun if tree.head(figure.anchor) != noun else figure.anchor
    for token in list(tree.up(start))[:3]:
        if _sums_up(tree, token) and token < before:
            return token
    return None


def adding_up(tree: Tree, figure: Figure, total: int) -> Sequence[int]:
    """The deed of all that add up: the taking of "brings to 12 the number of banks taken over", else the one above."""
    done = () if figure.head is None else tree.having(figure.head, "acl")
    own = [token for token in done if tree.sentence.xpos[token] in ("VBN", "VBD")]
    return own[:1] or list(tree.up(total))[1:2]


def _sums_up(tree: Tree, verb: int) -> bool:
    """Whether a verb brings a number, a toll or a total somewhere."""
    if tree.lemma(verb) not in words("figures", "summing", "verbs"):
        return False
    if words("figures", "summing", "reached").isdisjoint(tree.lower[verb : verb + LEVEL]):
        return False  # "raising its earlier count of 71"
    totals = either(("figures", "carriers", "words"), ("figures", "summing", "totals"))
    return any(tree.lemma(child) in totals for child in tree.having(verb, "obj"))


def _is_of_before(tree: Tree, verb: int) -> bool:
    """Whether a count is only told by its old number: "93 died, raising its earlier count of 71"."""
    told = [token for child in tree.having(verb, "obj") for token in tree.under(child)]
    numbered = any(tree.sentence.upos[token] == "NUM" and "of" in tree.lower[verb:token] for token in told)
    return numbered and words("figures", "summing", "reached").isdisjoint(tree.lower[verb + 1 :])


def _is_summed_up(tree: Tree, figure: Figure, slug: str) -> bool:
    """Whether what is told of all behind a figure counts what the figure does."""
    last, summing = max(figure.tokens), words("figures", "summing", "verbs")
    for verb in [at for at, lemma in enumerate(tree.lemmas) if at > last and lemma in summing]:
        if (
            not _sums_up(tree, verb)
            or _is_of_before(tree, verb)
            or tree.lower[verb - 1 : verb] not in ((",",), ("which",), ("and",), ("that",))
        ):
            continue
        reached = (one for one in tree.having(verb, "obl") if tree.case(one) in words("figures", "summing", "reached"))
        heads = (*tree.having(verb, "obj"), *reached)
        told = {tree.lemma(token) for head in heads for token in tree.under(head)}
        kinds = [kind for kind in KINDS if not told.isdisjoint(words("figures", "summing", kind))]
        return slug in kinds if kinds else True
    return False
