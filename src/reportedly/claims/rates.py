"""What a figure is told for: the day of "120 patients a day", the latrine of "one latrine for every 140 people".

Such a number goes by a unit of its own, so that it never stands beside those that tell how many there are.
"""

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.model import Counted

FOR, EACH, TWO = "for", ("every", "each"), 2


def told_for(tree: Tree, figure: Figure, counted: Counted | None) -> str:
    """The unit, with what each is counted for."""
    unit, head = figure.found.quantity.unit, figure.head
    if unit == "count" and (thing := _shared(tree, min(figure.tokens))) is not None:
        return f"{unit}/{thing}"
    whole = "/" in unit or unit in ("percent", "share", "times") or figure.found.is_duration
    how, mean, of = ("", "", "", *tree.lower[: min(figure.tokens)])[-3:]
    spread: dict[str, str] = lexicon("figures")["each"]["spread"]
    if not whole and of == "of" and how in spread and mean in words("figures", "each", "means"):
        return f"{unit}/{spread[how]}"  # "a daily average of 41"
    if whole or counted is None or counted.implied or head is None or head < max(figure.tokens):
        return unit
    last = _joined(tree, head)
    link, span, then, *_ = (*tree.lower[last + 1 : last + 4], "", "", "")
    each = link in words("figures", "each", "links") and span in words("figures", "each", "spans")
    return f"{unit}/{span}" if each and then not in words("figures", "each", "dating") else unit


def _shared(tree: Tree, first: int) -> str | None:
    """The latrine of "one latrine for every 140 people", which so many share; None where nothing is told so.

    So is the child of "for each child who dies in a clinic, two die at home".
    """
    each = tree.lower[0] == FOR and len(tree.lower) > 1 and tree.lower[1] in EACH
    if each and first > TWO and tree.lower[first - 1] == ",":
        noun = tree.head(1)
        led = noun > 0 and tree.head(noun) > first and tree.base[noun] == "obl"
        return tree.lemma(noun) if led else None
    noun = first - 3
    if noun < 1 or tree.lower[first - 2] != FOR or tree.lower[first - 1] not in EACH:
        return None
    return tree.lemma(noun)


def _joined(tree: Tree, head: int) -> int:
    """The last noun of those told together: the storms of "20 typhoons and tropical storms a year"."""
    beside = [token for token in tree.having(head, "conj") if token > head]
    last = max(beside, default=head)
    alone = all(tree.sentence.upos[token] in ("NOUN", "ADJ", "CCONJ") for token in range(head + 1, last + 1))
    return last if alone else head
