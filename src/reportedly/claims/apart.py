"""A figure tells how far something is from what it is held against: "four short of a majority", "12% below target".

Such a number is no level of what it counts: nobody won those four seats. Its measure says so, so that it never stands
beside the levels themselves. Heights above the sea are levels.
"""

from dataclasses import replace

from reportedly.claims.changes import COMPARING
from reportedly.claims.lexicons import either, words
from reportedly.claims.places import Figure
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree
from reportedly.model import Claim, Measure
from reportedly.values.units import COUNT

CHANGE, DIFFERENCE = "_change", "_difference"  # ends the slug of such a measure
DEFINITION = "How far what is counted is from what the sentence holds it against."
LIMIT = "_limit"
LIMITS = "A limit that what is counted is held against, whatever it comes to."
NORM = "_norm"
NORMS = "What is usual of what is counted, whatever it comes to this time."
CLAUSE = 8  # words: "than the weather service had forecast"
NORM_REACH = 6  # words: "compared with a long - term average of 85"
SPATIAL = frozenset({"m", "km", "cm", "ft", "mi", "yd", "nmi"})


def apart(tree: Tree, figure: Figure, measure: Measure | None) -> Measure | None:
    """``measure``, or that of the distance from it where the words right behind the figure tell one."""
    if measure is not None and (rule := limit(tree, figure.anchor)) is not None:
        if tree.lemma(rule) in measure.slug:
            return measure
        return _beside(measure, LIMIT, LIMITS)
    if measure is not None and is_usual(tree, figure):
        return _beside(measure, NORM, NORMS)
    if measure is not None and _is_needed(tree, figure):
        return _beside(measure, LIMIT, LIMITS)
    if measure is None or measure.slug.endswith(DIFFERENCE) or not _is_apart(tree, figure):
        return measure
    slug = f"{measure.slug.removesuffix(CHANGE)}{DIFFERENCE}"
    return Measure(slug, DEFINITION, "unspecified", open=True)


def _beside(measure: Measure, ending: str, definition: str) -> Measure:
    """What a measure is held against, under its own name with an ending."""
    return Measure(f"{measure.slug.removesuffix(CHANGE)}{ending}", definition, "unspecified", open=True)


def limit(tree: Tree, token: int) -> int | None:
    """The limit of "above the legal minimum of half", "fewer than the quorum of 20": that is a rule, and no level."""
    noun = tree.head(token)
    if noun < 0 or tree.case(token) != "of" or tree.lemma(noun) not in words("figures", "apart", "norms"):
        return None
    held = tree.case(noun).split()[-1:]  # "well above"
    definite = any(tree.lower[t] in ("the", "its", "their") for t in tree.having(noun, "det", "nmod:poss", "nmod"))
    return noun if definite and held and held[0] in words("figures", "apart", "against") else None


def is_usual(tree: Tree, figure: Figure) -> bool:
    """Whether it is what something is held against because it is usual: "against a norm of 85", "a usual 120"."""
    usual = words("figures", "apart", "usual")
    if usual.isdisjoint(tree.lower):
        return False
    first = min(figure.tokens)
    near = range(first - 1, max(-1, first - 1 - NORM_REACH), -1)
    norm = next((at for at in near if tree.lower[at] in usual), None)
    if norm is None or tree.lower[norm + 1 : first] not in ((), ("of",)):
        return False
    begins = norm
    while begins > 0 and tree.sentence.upos[begins - 1] in ("DET", "ADJ", "NOUN", "PUNCT", "PRON"):
        begins -= 1
        if tree.lower[begins] in ("a", "an", "the", "its", "their"):
            break
    led = (tree.lower[max(0, begins - 1)], " ".join(tree.lower[max(0, begins - 2) : begins]))
    return not words("figures", "apart", "beside_usual").isdisjoint(led)


def of_no_time(tree: Tree, figure: Figure, claim: Claim) -> Claim:
    """``claim``, of no one time where it tells what is usual."""
    return replace(claim, when=None, verb=None) if is_usual(tree, figure) else claim


def _is_needed(tree: Tree, figure: Figure) -> bool:
    """Whether so much is needed, and nobody's: "49 percent, short of the 50 percent needed to win"."""
    first = min(figure.tokens)
    if first < 1 or tree.lower[first - 1] != "the":
        return False
    done = [t for top in {figure.anchor, figure.top} for t in tree.having(top, "acl")]
    return any(tree.lemma(t) in words("figures", "apart", "needing") and tree.sentence.xpos[t] == "VBN" for t in done)


def _is_margin(tree: Tree, figure: Figure) -> bool:
    """ "Won by a margin of 290,000 votes", "by 290,000 votes": nobody won those."""
    if figure.found.quantity.unit != COUNT:
        return False
    noun = figure.top
    over = tree.head(noun)
    led = over >= 0 and tree.case(noun) == "of" and tree.lemma(over) in words("figures", "apart", "margins")
    aside = tree.lower[max(0, min(figure.tokens) - 3) : min(figure.tokens)]
    if aside[1:] == ("out", "of"):
        return False  # "a margin of 11,000 out of a million ballots"
    if led or _outdoes(tree, figure, noun):
        return True
    return len(aside) > 2 and aside[2] == "of" and aside[1] in words("figures", "apart", "margins")


def _outdoes(tree: Tree, figure: Figure, noun: int) -> bool:
    """Whether somebody wins or loses by so much, in what is counted for that."""
    over = tree.head(noun)
    by = tree.lower[max(0, min(figure.tokens) - 1)] == "by" and tree.lemma(noun) in words("figures", "apart", "leads")
    return by and over >= 0 and tree.lemma(over) in words("figures", "apart", "outdoing")


def _exceeds(tree: Tree, figure: Figure) -> bool:
    """ "Two more than needed", "5 points lower than polls had predicted": held against what was to be, not what was."""
    last = max(figure.tokens)
    for word in range(last, last + 3):  # "more" belongs to a number, "fewer" does not, nor does "tents fewer"
        if tree.lower[word : word + 1] == (",",):
            return False  # "26 cents a share, worse than analysts had forecast": so much it is
        if tree.lower[word + 1 : word + 2] == ("than",):
            compared = tree.lower[word] in COMPARING or tree.sentence.xpos[word] in ("JJR", "RBR")
            return compared and _is_aim(tree, word + 2)
        if word > last and word not in (figure.head, last + 1):
            break
    return False


def _is_aim(tree: Tree, start: int) -> bool:
    """Whether what begins there was to be: "needed", "first planned", "the province had asked for"."""
    if not words("figures", "apart", "aims").isdisjoint(tree.lower[start : start + 2]):
        return True
    for token in range(start, min(start + CLAUSE, len(tree.lower))):
        if tree.base[token] == "punct" or tree.lower[token] in RELATIVE:
            return False
        if tree.sentence.upos[token] == "VERB":
            told = {tree.lemma(token), " ".join((tree.lemma(token), *tree.lower[token + 1 : token + 2]))}
            led = token > start and tree.sentence.upos[start] != "ADP"
            return led and not told.isdisjoint(words("stance", "planned", "foretelling"))
    return False


def _is_apart(tree: Tree, figure: Figure) -> bool:
    if _is_margin(tree, figure) or ("than" in tree.lower and _exceeds(tree, figure)):
        return True
    after, unit = max(figure.tokens) + 1, figure.found.quantity.unit
    led = after < len(tree.lower) and tree.lemma(after) in words("figures", "apart", "leads")
    after += figure.head == after or led
    word, behind = (tree.lower[token] if token < len(tree.lower) else "" for token in (after, after + 1))
    if word in words("figures", "apart", "short"):
        stuff = tree.sentence.upos[after + 2 : after + 3] == ("NOUN",)  # "640,000 people short of food"
        known = either(("figures", "changes", "shortfalls"), ("figures", "apart", "limits"))
        return behind == "of" and not (stuff and known.isdisjoint(tree.lemmas[after + 2 : after + 5]))
    if word in words("figures", "apart", "beyond"):  # "130 million over budget"
        said = tree.lower[after + 2 : after + 3] if behind in ("the", "its", "their") else (behind,)
        return not words("figures", "apart", "limits").isdisjoint(said)
    if not led and (unit == COUNT or tree.lower[after + 1 : after + 3] == ("sea", "level")):
        return False
    if word in words("figures", "apart", "ahead"):
        return behind == "of" and unit not in SPATIAL
    return word in words("figures", "apart", "over" if unit in SPATIAL else "beside") and behind != ""
