"""What is told in a report, a claim or a message that somebody takes for untrue may be so or not.

"Reports that 40 had died were untrue", "the claim of 40 dead was an invention", "dismissed as fiction a message saying
that 40 had died": the noun stands for what is told in it, wherever it hangs by.
"""

from reportedly.claims.lexicons import either, words
from reportedly.claims.stance.governors import Governors
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree

TAKEN = ("obj", "nsubj:pass")


def disowned(tree: Tree, noun: int, governors: Governors) -> Told | None:
    """How what ``noun`` tells stands where it is taken for untrue: who denies it leaves it open, "untrue" does not."""
    lemma = tree.lemma(noun)
    if lemma in words("attribution", "untrue", "counts"):
        verb = tree.head(noun)
        untrue = tree.base[noun] == "nsubj" and _is_untrue(tree, verb)
        return Told("happened", (verb,), denied=True) if untrue else None  # "the figure of 40 dead is a figment"
    if lemma not in either(("attribution", "tellings", "words"), ("stance", "unresolved", "told")):
        return None
    verb, relation = tree.head(noun), tree.sentence.relations[noun]
    topic = f"{tree.case(verb)} {tree.lower[verb]} {tree.case(noun)}" if relation == "nmod" else tree.case(noun)
    if relation in ("obl", "nmod") and topic in words("stance", "unresolved", "topics"):
        return Told("unresolved", (noun,))  # "regarding reports that 12 died": they are only taken up
    taken = relation in TAKEN or (relation in ("obl", "parataxis") and not tree.case(noun))
    if verb >= 0 and taken and governors.key(verb) in governors.denying:
        return None if _is_denied(tree, verb) else Told("unresolved", (verb,))
    called = (verb,) if verb >= 0 and tree.base[noun] == "nsubj" else ()
    for token in (*called, *tree.having(noun, "ccomp")):
        if _is_untrue(tree, token):
            return Told("happened", (token,), denied=True)
    return None


def is_lie(tree: Tree, noun: int) -> bool:
    """Of "it is a lie that 40 died" the lie, so that they did not die."""
    if tree.lemma(noun) not in words("attribution", "untrue", "things") or not tree.having(noun, "cop"):
        return False
    it = any(tree.lower[subject] == "it" for subject in tree.having(noun, "expl", "nsubj"))
    return it and not _is_denied(tree, noun) and not any(tree.lower[t] == "no" for t in tree.having(noun, "det"))


def _is_untrue(tree: Tree, token: int) -> bool:
    """ "Were untrue", "was an invention", "is not true"."""
    if not tree.having(token, "cop", "aux:pass", "aux"):
        return False
    called = words("attribution", "untrue", "true" if _is_denied(tree, token) else "words")
    return tree.lower[token] in called or tree.lemma(token) in called


def _is_denied(tree: Tree, token: int) -> bool:
    return any(tree.lower[t] in ("not", "n't", "n’t", "never") for t in tree.having(token, "advmod"))
