"""What is set beside a thing has a time of its own: how far away it lies, what it is now, what it was ten years ago.

"Found a star 40 light-years away", "inflation, now 6 percent, would fall", "41 percent, compared with 33 percent in
2006": the clause around it tells nothing of these.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.stance.told import Told
from reportedly.claims.trees import Tree
from reportedly.values.units import is_time

AWAY = frozenset({"away", "off"})
TOWARDS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upstream", "downstream"}
)
NOW = frozenset({"now", "currently", "presently"})
AGO = frozenset({"ago", "earlier", "before", "previously"})
LAST = frozenset({"last", "previous"})
BESIDE = frozenset(
    {"than", "against", "versus", "compared with", "compared to", "from", "up from", "down from", "after"}
)
OCCASIONS = frozenset({"in", "after", "during", "at", "before", "following"})
LEAVING = frozenset({"from", "on", "of", "away", "out", "back"})
PLACES = frozenset({"in", "at", "near", "outside", "around", "from", "off"})
YEAR = 4  # digits
NEAR = 5  # words: "a year and a half ago"


def beside(tree: Tree, token: int, case: str, above: Told) -> Told | None:
    """How such a thing stands; None where it stands as its clause does."""
    if any(tree.lower[t] in NOW for t in tree.having(token, "advmod")) and above.status != "ongoing":
        return Told("ongoing", (token,))
    if above.is_real and is_given_up(tree, token, case):
        return Told("happened", (tree.head(token),), denied=True)
    if above.is_open and tree.base[token] == "obj" and _is_lack(tree, token):
        return Told("ongoing", (tree.head(token),))
    if is_distance(tree, token, case):
        return Told("ongoing", (token,))
    compared = case in BESIDE or tree.lower[tree.head(token)] == "compared"
    if compared and not above.denied and _is_then(tree, token):
        return Told("happened", (token,))
    return None


def _is_lack(tree: Tree, token: int) -> bool:
    """ "To plug a 3.2 million gap", "could clear a backlog of 40,000": so large it is, whatever is done."""
    closed = tree.lemma(tree.head(token)) in words("stance", "deeds", "closing")
    return closed and tree.lemma(token) in words("stance", "deeds", "lacks")


def came_not(tree: Tree, above: Told) -> bool:
    """Whether what was to come did not: "20,000 doses due on Monday never arrived"."""
    reaching = words("stance", "did_not_happen", "reaching")
    came = (tree.lower[word] == "never" or (tree.lemma(word) in reaching and _did(tree, word)) for word in above.words)
    return above.is_never and above.status == "happened" and any(came)


def _did(tree: Tree, verb: int) -> bool:
    """Of "did not arrive" and not of "have not arrived", which still may."""
    return any(tree.lower[helper] == "did" for helper in tree.having(verb, "aux"))


def is_given_up(tree: Tree, token: int, case: str) -> bool:
    """ "Backed away from plans to lay off 260", "reneged on a pledge to build 40 homes"."""
    verb = tree.head(token)
    if tree.base[token] != "obl" or not LEAVING.issuperset(case.split()) or not case:
        return False
    told = (tree.lemma(verb), " ".join((tree.lemma(verb), *tree.lower[verb + 1 : verb + 2])))
    given_up = not words("stance", "did_not_happen", "leaving").isdisjoint(told)
    return given_up and tree.lemma(token) in words("stance", "planned", "nouns")


def of_place(tree: Tree, token: int) -> bool:
    """ "At Ross, a town of 3,000, a teacher did not see it": what a place is called is none of the clause's deed.

    Nor is who was asked or tried where something came out: "cut deaths by a third in a trial of 2,400 patients".
    """
    for above in tree.up(token):
        name = tree.head(above)
        if is_size(tree, above) or (tree.case(above) == "of" and _is_occasion(tree, name)):
            return True
        if tree.base[above] == "appos" and tree.sentence.upos[name] == "PROPN":
            placed = tree.base[name] in ("obl", "nmod") and tree.case(name) in PLACES
            return placed or tree.lemma(above) in words("figures", "carriers", "peopled")
        if tree.base[above] not in ("nummod", "nmod", "compound", "amod", "advmod"):
            return False
    return False


def _is_occasion(tree: Tree, noun: int) -> bool:
    """A trial, a vote or a survey in or after which something is done."""
    behind = tree.base[noun] == "obl" and tree.case(noun) in OCCASIONS
    return behind and tree.lemma(noun) in words("stance", "did_not_happen", "trials")


def is_size(tree: Tree, noun: int) -> bool:
    """How many live where something happens: "the state, with a population of 3 million, will vote"."""
    with_ = tree.base[noun] in ("nmod", "obl") and tree.case(noun) == "with"
    beside = tree.base[noun] == "appos" and tree.sentence.upos[tree.head(noun)] == "PROPN"
    return (with_ or beside) and tree.lemma(noun) in words("stance", "asides", "sizes")


def is_distance(tree: Tree, token: int, case: str) -> bool:
    """ "A star 40 light-years away", "shops within 2 km of the plant", but not "moved 3 km north", "drove 40 km"."""
    lemma = tree.lemma(token)
    if lemma not in words("figures", "changes", "lengths") and not (is_time(lemma) and "light" in tree.lower):
        return False
    if case == "within":
        of = any(tree.case(child) == "of" for child in tree.having(token, "nmod"))
        return of and tree.sentence.upos[tree.head(token)] in ("NOUN", "PROPN", "PRON")
    low = token
    while low and (tree.sentence.upos[low] == "NUM" or low == token or tree.lower[low - 1 : low + 1].count("-")):
        low -= 1
    after = "".join(tree.lower[token + 1 : token + 2])
    apart = (
        tree.lower[low] == "," and tree.base[token] == "appos"
    )  # "near Lake Ora, 30 kilometres north of the airfield"
    if apart and (after in AWAY or after in TOWARDS or after == "from"):
        return True
    return after in AWAY and tree.sentence.upos[low] in ("NOUN", "PROPN")


def _is_then(tree: Tree, token: int) -> bool:
    """Whether a time that is over stands with it: "a decade ago", "in 2006", "last year"."""
    last = max((max(tree.under(c)) for c in tree.having(token, "nmod") if tree.case(c) == "of"), default=token)
    rest = tree.lower[last + 1 : last + 1 + NEAR]
    rest = rest[: next((at for at, word in enumerate(rest) if word in (",", ".", ";")), NEAR)]
    if rest[:1] and (rest[0] in LAST or not AGO.isdisjoint(rest)):
        return True
    return rest[:1] == ("in",) and len(rest) > 1 and len(rest[1]) == YEAR and rest[1].isdecimal()
