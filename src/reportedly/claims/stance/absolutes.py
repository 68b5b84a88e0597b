"""What "with so many ..." says of them behind: "flew in 45 tonnes, with 30 tonnes more on the way".

Such a phrase has no verb of its own, and a parse hangs it in many ways; what stands right behind the number, by
``stance.toml``, tells whether they are still to come, whatever the clause tells that it is set beside.
"""

from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.model import Status

WITH, THE = "with", "the"
STEAD = (("instead", "of"), ("rather", "than"))
WOULD = frozenset({"would", "'d", "’d"})
SOME = frozenset({"more", "another", "others", "further", "still", "a", "some", "about", "around", "nearly", "the"})
LONGEST = 3  # words of "on the way"
NEAR = 4  # words: "with at least another 40"
NOUNS = ("NN", "NNS")


def absolute(tree: Tree, first: int, last: int) -> Told | None:
    """What is told behind the number from ``first`` to ``last`` by the phrase that it opens; None where nothing is."""
    before = tree.lower[max(first - NEAR, 0) : first]
    if WITH not in before:
        return None
    led = before[len(before) - 1 - before[::-1].index(WITH) :]
    if any(tree.sentence.upos[first - at] in ("NOUN", "VERB", "PROPN", "PUNCT") for at in range(1, len(led))):
        return None
    behind = last + 1
    while behind < len(tree.lower) and (tree.lower[behind] in SOME or tree.sentence.xpos[behind] in NOUNS):
        behind += 1
    table: dict[str, Status] = lexicon("stance")["absolute"]
    for size in range(LONGEST, 0, -1):
        status = table.get(" ".join(tree.lower[behind : behind + size]))
        if status is not None:
            return Told(status, tuple(range(behind, min(behind + size, len(tree.lower)))))
    return None


def on_turnout(tree: Tree, first: int) -> Told | None:
    """ "Voted to strike, on a turnout of 64 percent": so many voted, whatever they voted for."""
    noun = first - 2
    if noun < 1 or tree.lower[noun + 1] != "of" or tree.lemma(noun) not in words("stance", "norms", "turnouts"):
        return None
    at = noun - 1
    while at > 0 and tree.sentence.upos[at] == "ADJ":
        at -= 1
    led = at > 0 and tree.lower[at] in ("a", "an") and tree.lower[at - 1] in ("on", "with", "amid")
    voted = any(tree.sentence.xpos[t] == "VBD" and tree.base[t] in ("root", "ccomp", "conj") for t in range(noun))
    return Told("happened", (at - 1, noun)) if led and voted else None


def in_stead(tree: Tree, first: int, last: int) -> Told | None:
    """ "Took 24 hours instead of the usual 48", "rather than the planned 40": what is so as a rule, or never came."""
    at = first - 1
    while at > 0 and (tree.lower[at] == THE or tree.sentence.upos[at] == "ADJ" or tree.sentence.xpos[at] == "VBN"):
        at -= 1
    if at < 1 or tree.lower[at - 1 : at + 1] not in STEAD or not WOULD.isdisjoint(tree.lower):
        return None
    if any(tree.having(t, "acl", "appos") for t in range(first, min(last + 2, len(tree.lower)))):
        return None  # "instead of the 1,200 it had planned"
    usual = not words("stance", "norms", "words").isdisjoint(tree.lower[at + 1 : first])
    return Told("happened", (at - 1, at), denied=not usual)
