"""What is told in short stands as what it is set beside: "will build 12,000 homes, the first 2,500 before Christmas".

So does a number that says another one in other terms: "asked carriers to trim 30%, about 370 movements".
"""

from reportedly.claims.trees import Tree

OTHERWISE = frozenset({"about", "roughly", "some", "around", "nearly", "almost", "approximately", "or"})
NUMBERS = frozenset({"NUM", "SYM"})
KINDS = frozenset({"JJ", "JJS", "JJR"})


def is_told_in_short(tree: Tree, token: int) -> bool:
    """Whether such a part of what is told stands behind a comma with no verb of its own: "the richest 1.9%"."""
    under = [t for t in tree.under(token) if tree.base[t] != "punct"]
    first = under[0]
    kinds = any(tree.sentence.xpos[t] in KINDS for t in tree.having(token, "amod"))
    counted = tree.sentence.upos[token] in NUMBERS or bool(tree.having(token, "nummod"))
    behind = first > max(tree.head(token), 0) and tree.lower[first - 1] == ","
    return behind and counted and kinds and tree.lower[first] == "the" and not tree.having(token, "acl", "cop")


def glosses(tree: Tree, token: int) -> int | None:
    """What ``token`` behind a comma stands as: the "30%" of "trim 30%, about 370 movements"."""
    noun, first = tree.head(token), next((t for t in tree.under(token) if tree.base[t] != "punct"), token)
    verb = next((t for t in tree.up(noun) if tree.sentence.upos[t] == "VERB"), -1)
    aside = tree.base[noun] in ("obl", "nmod") and verb >= 0
    if aside and is_told_in_short(tree, token):
        return verb  # hung on the time before it: "built by 2027, the first 2,500 before Christmas"
    if first < 1 or tree.lower[first] not in OTHERWISE or tree.lower[first - 1] != ",":
        return None
    if tree.having(noun, "nummod"):
        return noun
    sums = (t for t in tree.having(verb, "obj") if t < noun) if aside else ()
    return next((t for t in sums if tree.sentence.upos[t] in NUMBERS or tree.having(t, "nummod")), None)
