"""What a clause judges that hangs on it: "a law that she opposed", "a law opposed by the unions"."""

from functools import cache

from reportedly.claims.attribution.around import ALL_STANCES
from reportedly.claims.attribution.sources import can_tell
from reportedly.claims.attribution.speakers import FINITE, WHO, meaning
from reportedly.claims.lexicons import either, words
from reportedly.claims.trees import Tree

OWN = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat"})  # what belongs to a thing alone


@cache
def _judging() -> frozenset[str]:
    """Verbs of judging and feeling; none that holds something to be so: "the 300 it feared dead" are its number."""
    stances = (words("attribution", "verbs", stance) for stance in ALL_STANCES)
    so = either(("attribution", "objects", "verbs"), ("attribution", "holding", "verbs")).union(*stances)
    return either(("sayings", "objective", "judging"), ("sayings", "objective", "feeling")) - so


def judged_thing(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words of the thing that a clause with a verb of judging tells more of, if somebody judges it there."""
    thing = tree.head(verb)
    if tree.base[verb] != "acl" or thing < 0 or meaning(tree, verb) not in _judging():
        return ()
    judged = _judged_by(tree, verb) if tree.sentence.xpos[verb] == "VBN" else _judged_before(tree, verb)
    if not judged:
        return ()
    own = (token for child in tree.children[thing] if tree.base[child] in OWN for token in tree.under(child))
    return tree.stretch(thing, {thing, *own})


def _judged_before(tree: Tree, verb: int) -> bool:
    """Whether somebody stands between a thing and the verb that judges it: "a law that she opposed"."""
    if tree.sentence.relations[verb] != "acl:relcl" or tree.sentence.xpos[verb] not in FINITE:
        return False
    if tree.having(verb, "xcomp", "ccomp", "aux:pass"):
        return False
    judges = [child for child in tree.having(verb, "nsubj") if tree.lower[child] not in WHO and can_tell(tree, child)]
    return bool(judges) and tree.head(verb) < judges[0] < verb


def _judged_by(tree: Tree, verb: int) -> bool:
    """Whether somebody is named behind a participle that judges the thing before it: "a law opposed by the unions"."""
    judges = [child for child in tree.having(verb, "obl") if tree.case(child) == "by" and can_tell(tree, child)]
    return bool(judges) and tree.head(verb) < verb and not tree.having(verb, "nsubj", "aux:pass", "xcomp", "obj")
