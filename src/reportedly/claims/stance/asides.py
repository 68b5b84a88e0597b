"""What is set beside a thing has a time of its own: how far away it lies, what it is now, what it was ten years ago.

"Found a star 40 light-years away", "inflation, now 6 percent, would fall", "41 percent, compared with 33 percent in 2006":
the clause around it tells nothing of these.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.values.units import is_time

AWAY = frozenset(
    {"away", "off", "north", "south", "east", "west", "inland", "offshore", "northeast", "northwest", "southeast", "southwest"}
)
NOW = frozenset({"now", "currently", "presently"})
AGO = frozenset({"ago", "earlier", "before", "previously"})
BESIDE = frozenset({"than", "against", "versus", "compared with", "compared to", "from", "up from", "down from"})
YEAR = 4  # digits


def beside(tree: Tree, token: int, case: str, above: Told) -> Told | None:
    """How such a thing stands; None where it stands as its clause does."""
    if any(tree.lower[t] in NOW for t in tree.having(token, "advmod")) and above.status != "ongoing":
        return Told("ongoing", (token,))
    if is_distance(tree, token, case):
        return Told("ongoing", (token,))
    if case in BESIDE and above.status == "ongoing" and not above.denied and _is_then(tree, token):
        return Told("happened", (token,))
    return None


def is_distance(tree: Tree, token: int, case: str) -> bool:
    """ "A star 40 light-years away", "shops within 2 km of the plant", but not "moved 3 km north", "drove 40 km"."""
    lemma = tree.lemma(token)
    if lemma not in words("figures", "changes", "lengths") and not (is_time(lemma) and "light" in tree.lower):
        return False
    of = any(tree.case(child) == "of" for child in tree.having(token, "nmod"))
    if case == "within":
        return of and tree.sentence.upos[tree.head(token)] in ("NOUN", "PROPN", "PRON")
    low = token
    while low and (tree.sentence.upos[low] == "NUM" or low == token or tree.lower[low - 1 : low + 1].count("-")):
        low -= 1
    placed = tree.lower[token + 1 : token + 2] and tree.lower[token + 1] in AWAY
    return bool(placed) and tree.sentence.upos[low] in ("NOUN", "PROPN")


def _is_then(tree: Tree, token: int) -> bool:
    """Whether a time that is over stands with it: "a decade ago", "in 2006", "last year"."""
    for time in tree.having(token, "nmod", "obl", "advmod"):
        if tree.lower[time] in AGO or any(tree.lower[t] in AGO for t in tree.having(time, "advmod")):
            return True
        last = any(tree.lower[t] in ("last", "previous") for t in tree.having(time, "amod"))
        if last or (len(tree.lower[time]) == YEAR and tree.lower[time].isdecimal()):
            return True
    return False
