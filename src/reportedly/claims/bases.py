"""A figure becomes the level that another was before: the 94 of "lowered the toll from 94 to 89".

Grammar writes it in four ways: "from 94 to 89", "to 89 from 94", "89, up from 38", "cut the toll of 94 to 89". In each
the former figure is no longer so when the sentence is written, and never the newest word of its source. Of two at once
("40 cases and six deaths, up from 31 and four") each is the level before of what stands in its place.
"""

from collections.abc import Sequence

from reportedly.claims.lexicons import words
from reportedly.claims.nouns import Nouns
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.values import Found

FROM, TO, OF, AND = "from", "to", "of", "and"
TURNS = frozenset({"up", "down"})
ARTICLES = frozenset({"the", "a", "an"})
TWO = 2


def bases(tree: Tree, nouns: Nouns, told: Sequence[tuple[Found, Figure | None]]) -> dict[int, int]:
    """For each number of ``told`` that was the level before, the place of the number it was changed to."""
    found: dict[int, int] = {}
    near: tuple[int, ...]
    for number, (_, figure) in enumerate(told):
        if figure is None or _before(tree, figure) not in (FROM, OF):
            continue
        first = _opening(tree, figure)
        if first > 1 and tree.lower[first - 2] in TURNS and _is_pair(tree, told, number):
            found |= {number: number - TWO, number + 1: number - 1}
            continue
        if tree.lower[first - 1] == OF:
            near = (number + 1,) if _is_held_so_far(tree, nouns, told, number) else ()
        elif first > 1 and tree.lower[first - 2] in TURNS:
            near = (next((at for at in range(number - 1, -1, -1) if not _is_tied(tree, told, at)), number - 1),)
        elif _is_changed(tree, nouns, figure) or _is_side_by_side(tree, nouns, told, number):
            near = tuple(at for at in (number + 1, number - 1) if _leads_to(tree, told, at))
        else:
            continue
        level = next((at for at in near if _is_alike(told, number, at) and not _differ(tree, told, number, at)), None)
        if level is not None:
            found[number] = level
    return found


def _is_pair(tree: Tree, told: Sequence[tuple[Found, Figure | None]], number: int) -> bool:
    """Whether two levels of before stand behind two numbers: "120 cases and four deaths, up from 90 and three"."""
    if number < TWO or number + 1 >= len(told):
        return False
    figures = [told[at][1] for at in range(number - TWO, number + TWO)]
    first, second, old, older = figures
    if first is None or second is None or old is None or older is None:
        return False
    row = max(old.tokens) + TWO == min(older.tokens) and tree.lower[max(old.tokens) + 1] == AND
    between = range(max(first.tokens) + 1, min(second.tokens))
    joined = any(tree.lower[t] == AND for t in between) and all(tree.sentence.upos[t] != "VERB" for t in between)
    heads = [tree.lemma(figure.head) for figure in (first, second) if figure.head is not None]
    alike = _is_alike(told, number, number - TWO) and _is_alike(told, number + 1, number - 1)
    return row and joined and alike and len(set(heads)) == TWO


def _is_held_so_far(tree: Tree, nouns: Nouns, told: Sequence[tuple[Found, Figure | None]], number: int) -> bool:
    """Whether a level is named with what holds it, and then changed: "cut the top rate of 39.6% to 10%"."""
    figure, changed = told[number][1], told[number + 1][1] if number + 1 < len(told) else None
    if figure is None or changed is None or _before(tree, changed) != TO:
        return False
    noun = tree.head(figure.anchor)
    verb = tree.head(noun) if noun >= 0 else noun
    held = 0 <= verb < noun and tree.base[noun] == "obj" and nouns.way(noun) is None
    held = held and tree.head(changed.anchor) in (verb, noun)
    return held and tree.sentence.upos[verb] == "VERB" and nouns.way(verb) is not None


def _before(tree: Tree, figure: Figure) -> str:
    """The word right before a number, past its article in "up from the 17% of May"."""
    first = _opening(tree, figure)
    return tree.lower[first - 1] if first else ""


def _opening(tree: Tree, figure: Figure) -> int:
    """Where a number begins, with the article that it has behind "up from" and "down from", or the peak that it is.

    Of "down from a peak of 9.1" that is the 9.1.
    """
    first, lower = min(figure.tokens), tree.lower
    peak = first - TWO
    if peak > TWO and lower[first - 1] == OF and tree.lemma(peak) in words("figures", "peaks", "words"):
        before = peak - 1
        while before > 0 and lower[before] != FROM and tree.sentence.upos[before] in ("ADJ", "DET"):
            before -= 1
        if lower[before] == FROM and lower[before - 1] in TURNS:
            return before + 1
    is_turned = first > TWO and lower[first - 1] in ARTICLES and lower[first - 2] == FROM and lower[first - 3] in TURNS
    return first - 1 if is_turned else first


def _is_tied(tree: Tree, told: Sequence[tuple[Found, Figure | None]], at: int) -> bool:
    """Whether a number is a part of a word: of "seats in the 240-member house, down from 131" not the 240."""
    figure = told[at][1]
    return figure is not None and tree.lower[max(figure.tokens) + 1 : max(figure.tokens) + 2] == ("-",)


def _leads_to(tree: Tree, told: Sequence[tuple[Found, Figure | None]], at: int) -> bool:
    figure = told[at][1] if 0 <= at < len(told) else None
    return figure is not None and _before(tree, figure) == TO


def _is_alike(told: Sequence[tuple[Found, Figure | None]], one: int, other: int) -> bool:
    """Whether both are told in one unit."""
    alike = 0 <= other < len(told) and told[other][1] is not None
    return alike and told[one][0].quantity.unit == told[other][0].quantity.unit


def _differ(tree: Tree, told: Sequence[tuple[Found, Figure | None]], one: int, other: int) -> bool:
    """ "moved them from 12 villages to four camps": each has a noun of its own behind it."""
    pair = [figure for at in (one, other) if (figure := told[at][1]) is not None]
    own = [tree.lemma(f.head) for f in pair if f.head is not None and f.head > max(f.tokens)]
    return len(own) == len(pair) and len(set(own)) > 1


def _is_side_by_side(tree: Tree, nouns: Nouns, told: Sequence[tuple[Found, Figure | None]], number: int) -> bool:
    """Whether a change is told before "to two from three", wherever the parse hangs the two."""
    figure, other = told[number][1], told[number - 1][1] if number else None
    if figure is None or other is None or _before(tree, other) != TO or max(other.tokens) + 2 != min(figure.tokens):
        return False
    revising = words("figures", "changes", "revising")
    return any(nouns.way(token) or tree.lemma(token) in revising for token in range(min(other.tokens)))


def _is_changed(tree: Tree, nouns: Nouns, figure: Figure) -> bool:
    """Whether something rises, falls or is corrected above the number: "ranged from 3 to 5" tells of no change."""
    revising = words("figures", "changes", "revising")
    for token in tree.up(figure.anchor):
        if nouns.way(token) or tree.lemma(token) in revising:
            return True
        if tree.sentence.upos[token] == "VERB":
            break
    return False
