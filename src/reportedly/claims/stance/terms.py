"""What is waited for is still to come, though a clause of time tells it in the present: "until 12 states have signed".

Where the main clause is to come, so is what "until", "before", "after", "when" or "once" tell in the present tense or
the perfect. Behind "until" that holds where the main clause is over or goes on, too ("was frozen until a vote is
held"), but not where it tells a habit ("shops stay open until the last guest leaves").
"""

from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.model import Status

TIMES = frozenset({"when", "until", "till", "before", "after", "while", "once"})
LIMITS = frozenset({"until", "till"})
PRESENT = frozenset({"VBZ", "VBP"})


def to_come(tree: Tree, token: int, own: Told, above: Told) -> Status | None:
    """How a clause of time stands below what stands as ``above``; None where it tells what was or is."""
    times = TIMES & {tree.lower[mark] for mark in tree.having(token, "mark", "advmod")}
    perfect = _is_perfect(tree, token)
    if not times or not own.is_real or (own.status == "happened" and not perfect):
        return None
    if above.is_open:
        return "expected" if perfect else above.status
    return "expected" if times & LIMITS and not _is_habit(tree, tree.head(token)) else None


def _is_perfect(tree: Tree, verb: int) -> bool:
    """ "Have signed", "has been paid"."""
    return any(tree.lemma(t) == "have" and tree.sentence.xpos[t] in PRESENT for t in tree.having(verb, "aux"))


def _is_habit(tree: Tree, verb: int) -> bool:
    """ "Stay open", "waits"."""
    return tree.sentence.xpos[verb] in PRESENT and not tree.having(verb, "aux", "cop", "aux:pass")
