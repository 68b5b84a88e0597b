"""A main clause is told by the order of words where a parse cut it: it runs from its subject to the next stop.

Between a condition and the modal of what hangs on it stands the subject, and behind its verb stand its objects and
adverbs; what a parse hung elsewhere of these is taken in again. A verb of its own, a comma or a quotation ends that.
"""

from collections.abc import Sequence

from reportedly.claims.trees import Tree

MODAL = frozenset({"MD"})
FINITE = MODAL | {"VBD", "VBZ", "VBP"}
POINTING = frozenset({"WDT", "WP", "WP$", "WRB"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
HYPHEN = "HYPH"
LED = frozenset({"case", "mark", "cc"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})


def whole(tree: Tree, run: tuple[int, ...], antecedent: tuple[int, ...]) -> tuple[int, ...]:
    """The run of a main clause with the words at its start and end that the parse hung elsewhere."""
    low, high = antecedent[0], antecedent[-1]
    if not run:
        return run
    first = _from(tree, run, high + 1) if high < run[0] else run[0]
    last = _to(tree, run, low if run[-1] < low else len(tree.lower))
    return (*range(first, run[0]), *run, *range(run[-1] + 1, last + 1))


def _from(tree: Tree, run: Sequence[int], start: int) -> int:
    """Where it begins behind a condition: at the comma, where no other clause stands between."""
    while start < run[0] and tree.base[start] == "punct" and tree.lower[start] not in QUOTES:
        start += 1
    gap = range(start, run[0])
    apart = any(tree.base[t] == "punct" and not _is_listed(tree, t) for t in gap)
    clause = apart or _has_verb(tree, start, run[0])
    leads = bool(gap) and (tree.base[start] in LED or tree.sentence.upos[start] not in NOMINAL)
    alone = len(gap) == 1 or tree.sentence.upos[start] != "ADV"  # "then", but "far reaching consequences"
    return run[0] if clause or (leads and alone) else start


def _to(tree: Tree, run: Sequence[int], end: int) -> int:
    """Where it ends: before the next stop, the condition, or another clause."""
    last = run[-1]
    for place in range(last + 1, end):
        if tree.base[place] in ("punct", "mark", "cc", "parataxis") or tree.sentence.xpos[place] in FINITE | POINTING:
            break
        last = place
    return last


def begins(tree: Tree, verb: int, modal: int) -> int:
    """Where, behind the verb of a condition, the subject of a modal begins; -1 where nothing tells it."""
    commas = [c for c in range(verb + 1, modal) if tree.lower[c] == "," and not _is_listed(tree, c)]
    if not commas:
        return _nominal(tree, verb, modal)
    first = commas[-1] + 1
    return first if tree.sentence.upos[first] in NOMINAL and not _has_verb(tree, first, modal) else -1


def _is_listed(tree: Tree, comma: int) -> bool:
    """Whether a comma stands between two adjectives: "the long, hard road"; or a hyphen within a word."""
    return (
        tree.sentence.upos[comma - 1] == tree.sentence.upos[comma + 1] == "ADJ" or tree.sentence.xpos[comma] == HYPHEN
    )


def _has_verb(tree: Tree, first: int, last: int) -> bool:
    """Whether a verb stands there that is none of a relative clause."""
    for place in range(first, last):
        if tree.sentence.xpos[place] in POINTING:
            return False
        if tree.sentence.xpos[place] in FINITE:
            return True
    return False


def _nominal(tree: Tree, verb: int, modal: int) -> int:
    """Of "had she been chosen the House would" the House: the nearest noun with what stands before it."""
    upos, place = tree.sentence.upos, modal - 1
    while place > verb and upos[place] == "ADV":
        place -= 1
    first = -1
    while place > verb and upos[place] in NOMINAL:
        first = place
        place -= 1
        if upos[first] in ("DET", "PRON"):
            break
    return first if first > 0 and upos[place] != "ADP" else -1
