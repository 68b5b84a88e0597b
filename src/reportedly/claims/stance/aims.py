"""A sentence may tell what a plan or a forecast was for, or what is held normal: "the target was 6,000".

Neither tells that it is so.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.stance.governors import adjective
from reportedly.claims.stance.things import Things
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree

CLOSED = ((), (".",), (",",), (";",), (")",))


def aimed(things: Things, token: int, told: Told) -> Told:
    """ "the target was 6,000", "the 6,000 target", "the likely cost is 3 million": what a plan or forecast was for."""
    tree, governors, goals = things.tree, things.governors, words("stance", "planned", "goals")
    if not told.is_real:
        return told
    goal = tree.head(token) if tree.base[token] in ("nummod", "compound") else -1
    status = governors.leaves(goal) if goal >= 0 and tree.lemma(goal) in goals else None
    if status is not None and tree.sentence.xpos[goal] == "NN":
        return Told(status, (goal,))  # "missed the 300,000 target"
    before = token - 2 if tree.lower[token - 1 : token] == (":",) else token - 1
    if before > 0 and tree.lemma(before) in goals and tree.lower[token + 1 : token + 2] in CLOSED:
        status = governors.leaves(before)
        if status is not None and tree.sentence.xpos[before] == "NN":
            return Told(status, (before,))  # "1,200 children reached; target 5,000."
    if not tree.having(token, "cop"):
        return told
    for subject in tree.having(token, "nsubj"):
        status = governors.leaves(subject)
        if status is not None and (tree.lemma(subject) in goals or things.frames.is_bid(token, subject)):
            return Told(status, (subject,))
        likely = [t for t in tree.having(subject, "amod") if adjective(tree.lower[t]) == "expected"]
        if likely and things.frames.is_sum(token):
            return Told("expected", (likely[0],))
    return told


def as_norm(tree: Tree, token: int, told: Told) -> Told:
    """ "A rate of 1% is what good care achieves", "a loss of 2% is considered normal": of no rate that there is."""
    being = tree.having(token, "cop", "aux:pass") and (tree.having(token, "cop") or tree.having(token, "aux:pass"))
    if not being or not told.is_real or tree.sentence.xpos[being[0]] not in ("VBZ", "VBP"):
        return told
    dets = (det for subject in tree.having(token, "nsubj") for det in tree.having(subject, "det"))
    if not any(tree.lower[det] in ("a", "an") for det in dets):
        return told
    held = tree.having(token, "xcomp", "obl", "advcl", "ccomp") if tree.having(token, "aux:pass") else ()
    norms = words("stance", "norms", "words")
    is_free = tree.lower[token] == "what" and bool(tree.having(token, "acl"))
    is_norm = is_free or any(tree.lemma(word) in norms for word in (token, *held))
    return Told("unresolved", (token,)) if is_norm else told
