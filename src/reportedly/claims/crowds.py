"""Documents become claims: people told in the plural without a number, who were killed or hurt.

"Others were injured" says that there were several and not how many: a quantity of vague words, which a reading of vague
words may bound (``values.bounds``) and which says nothing by itself. Whoever is pointed back to ("the victims", "those
killed") was told of before and makes none.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportedly.claims.deeds import is_unreal, place
from reportedly.claims.harms import Harm, Harms
from reportedly.claims.lexicons import words
from reportedly.claims.measured import tells_it
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import Document, Quantity
from reportedly.values import Found


@dataclass(frozen=True, slots=True)
class Crowd:
    """People at one place: the ``tokens`` that tell of them, their noun, and what befell them."""

    tokens: tuple[int, ...]
    head: int
    harm: Harm


def crowds(tree: Tree, founds: Sequence[Found]) -> Iterator[Crowd]:
    """Every such mention in one sentence that no number in it counts, in order of the text."""
    if words("persons", "crowd", "signs").isdisjoint(tree.lower):
        return
    harms = Harms(tree)
    xpos = tree.sentence.xpos
    standing = words("persons", "crowd", "standing")
    for token in [t for t, word in enumerate(tree.lower) if xpos[t] == "NNS" or word == "number" or word in standing]:
        top = _top(tree, token)
        if top is None:
            continue
        tokens = _phrase(tree, top, token)
        if tokens is None or any(_overlaps(tree, tokens, found) for found in founds):
            continue
        for harm in sorted(_befell(tree, harms, top, token)):
            yield Crowd(tokens, token, harm)


def _top(tree: Tree, token: int) -> int | None:
    """The noun that stands for a crowd in the sentence: of "a number of others" the number; None where none does."""
    if tree.lower[token] == "number" and not tree.having(token, "nmod"):
        return token  # "an unknown number were hurt"
    if tree.lower[token] in words("persons", "crowd", "standing"):
        return token if _is_told_of(tree, token) else None
    counted = any(tree.sentence.xpos[child] == "CD" for child in tree.having(token, "nsubj"))
    if tree.sentence.xpos[token] != "NNS" or tree.having(token, "cop") or counted or tells_it(tree, token, token):
        return None  # "two men were victims of a stabbing", "nine of them children"
    if _is_kind_of_them(tree, token) or _is_put_at(tree, token):
        return None  # "killed 27 people, nearly all of them women and children"
    measured = tree.head(token) if tree.case(token) == "of" else -1
    return measured if measured >= 0 and tree.lower[measured] in words("persons", "crowd", "amounts") else token


def _is_kind_of_them(tree: Tree, token: int) -> bool:
    """Whether a noun only tells who those are of whom was told: the women and the children of "all of them women"."""
    before = token - 1
    while before > 0 and (tree.lower[before] in ("and", "or", ",") or tree.sentence.upos[before] in ("NOUN", "ADJ")):
        before -= 1
    return before > 0 and tree.lower[before - 1] == "of" and tree.lower[before] in ("them", "whom")


def _is_put_at(tree: Tree, token: int) -> bool:
    """Whether a number tells how many there are: "put civilian casualties at 90 dead"."""
    verb = tree.head(token)
    put = tree.base[token] in ("obj", "nsubj") and tree.lemma(verb) in words("figures", "put_at", "verbs")
    if not put or tree.lemma(token) not in words("figures", "put_at", "losses"):
        return False
    return any(tree.case(t) == "at" and tree.sentence.upos[t] == "NUM" for t in tree.having(verb, "obl"))


def _befell(tree: Tree, harms: Harms, top: int, token: int) -> frozenset[Harm]:
    if tree.lower[token] in words("persons", "crowd", "standing"):
        harm = harms.word(token)
        return frozenset() if harm is None else frozenset({harm})
    if tree.lower[token] != "number" and (told := _told(tree, top, tree.lemma(token))):
        return told
    if tree.lower[token] != "number" and not is_people(tree.lemma(token)):
        return frozenset()
    every = harms.every(top)
    if len(every) > 1:
        return every
    behind = harms.behind(token) or harms.beside(token)
    return every if behind is None else frozenset({behind})


def _told(tree: Tree, top: int, lemma: str) -> frozenset[Harm]:
    """ "Causing injuries", "several deaths were reported": by the noun alone."""
    kinds: tuple[Harm, ...] = ("killed", "wounded")
    told = frozenset(harm for harm in kinds if lemma in words("persons", "crowd", harm))
    if not told or tree.having(top, "nmod:poss"):
        return frozenset()
    return told if _is_told_of(tree, top) else frozenset()


def _is_told_of(tree: Tree, token: int) -> bool:
    """Whether there are such, somebody tells of such, or something led to them: "there were dead and wounded"."""
    first = place(tree, token)
    verb = tree.head(first)
    if verb < 0 or is_unreal(tree, verb):
        return False
    there, relation = bool(tree.having(verb, "expl")), tree.base[first]
    if tree.lemma(verb) == "be" or there:
        return there and (relation == "nsubj" or (relation == "conj" and not tree.having(first, "nsubj", "aux")))
    if relation == "xcomp" and (
        tree.having(verb, "obj") or "nsubj:pass" in map(tree.sentence.relations.__getitem__, tree.children[verb])
    ):
        return False  # "was reported dead"
    return relation in ("obj", "obl", "nsubj", "xcomp") and tree.lemma(verb) in words("persons", "crowd", "causing")


def _phrase(tree: Tree, top: int, head: int) -> tuple[int, ...] | None:
    """The words before the noun; None where they point back, deny or ask."""
    below = [child for child in tree.children[top] if child < head and tree.base[child] in ("det", "amod", "nmod")]
    before = {tree.lower[child] for noun in {top, head} for child in tree.having(noun, "det", "nmod:poss", "nummod")}
    pointing = before & words("persons", "crowd", "pointing")
    pointing |= {tree.lower[child] for child in below} & words("persons", "crowd", "fewer")
    counted = any(tree.sentence.xpos[child] == "CD" for noun in {top, head} for child in tree.having(noun, "nummod"))
    if pointing or counted:
        return None
    first = min([top, head, *below])
    return tuple(range(first, head + 1))


def _overlaps(tree: Tree, tokens: tuple[int, ...], found: Found) -> bool:
    start, end = tree.chars(tokens)
    # A number right before counts them, whatever it was taken for: "[Twenty] people".
    return found.start < end and start <= found.end + len("] ")


def figure(document: Document, tree: Tree, crowd: Crowd) -> Figure:
    """The crowd as a figure of vague words."""
    start, end = tree.chars(crowd.tokens)
    nobody: Fraction | None = None
    quantity = Quantity(nobody, nobody, document.text[start:end], approximator="vague")
    found = Found(start, end, quantity, (start, end), None, is_measure=False, is_duration=False)
    return Figure(found, crowd.tokens, crowd.head, crowd.head, "level")
