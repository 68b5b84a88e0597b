"""Where a place lies is no deed: "a bomb went off in Kara, 40 km south of the port" tells how far Kara is.

What is so told of a place holds whatever happens there, and no verb of the sentence is told of it. Nor is it told of
those from whom others are taken, of whom their own clause tells what they do.
"""

from collections.abc import Sequence

from reportedly.claims.changes import LIES
from reportedly.claims.circumstances import is_circumstance
from reportedly.claims.lexicons import words
from reportedly.claims.persons import is_people
from reportedly.claims.places import Figure
from reportedly.claims.purse import named
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree
from reportedly.values import Found
from reportedly.values.measures import is_person
from reportedly.values.units import COUNT

BESIDE = frozenset({",", "(", "-", "--", "–", "—"})
CHOOSING = frozenset({"from", "among", "amongst", "out of"})
DONE = frozenset({"VBN", "VBD"})
WHILE = frozenset({"in", "after", "over", "during", "within", "following", "amid"})
LEAVING = frozenset({"from", "to", "into", "through", "past"})
OF_PLACES = ("north", "south", "east", "west", "of", "from", "off", "outside", "away", "inland", "offshore")


def has_no_deed(tree: Tree, figure: Figure) -> bool:
    """Whether no verb of its clause is told of what a figure counts: where a place lies, "a four-book series"."""
    head = figure.head
    tied = head is not None and tree.lower[head - 1] == "-" and head - 2 in figure.tokens
    modifies = tied and head is not None and tree.base[head] == "compound" and tree.head(head) > head
    modifies = modifies and head is not None and not is_people(tree.lemma(head))  # "a six-member crew died"
    top = figure.anchor if head is None else head
    noun = tree.head(top)
    room = tree.case(top) == "for" and tree.lower[noun] in words("figures", "room", "words")
    # "Vaccines for 80,000 children arrived", "talks over a 7 percent rise broke down"
    about = tree.base[top] == "nmod" and tree.case(top) in words("figures", "room", "about")
    # "Set aside 2 billion for repairs to 9,600 houses": no house was set aside
    spent = tree.case(noun) == "for" and tree.base[top] == "nmod" and tree.sentence.upos[noun] == "NOUN"
    spent = spent and not named(tree, _verb_over(tree, noun)).isdisjoint(words("figures", "purse", "alone"))
    # "Released the names of three victims": nobody freed them
    shown = tree.base[top] == "nmod" and tree.case(top) == "of"
    shown = shown and tree.lemma(noun) in words("figures", "room", "likenesses")
    counsel = tree.lemma(noun) in words("figures", "room", "counsel")  # "lawyers for 140 relatives prepare a suit"
    about = about and tree.base[noun].startswith("nsubj") and (counsel or not is_people(tree.lemma(noun)))
    # "Stopped shooting under a 30-day truce", "posted along the 400-kilometre border": so long it is
    long = head is not None and head > max(figure.tokens) and _is_hyphened(tree, figure)
    long = long and tree.base[top] in ("obl", "nmod") and tree.case(top) != ""
    idle = (
        modifies or room or spent or shown or _is_ransomed(tree, top) or about or long or is_circumstance(tree, figure)
    )
    return idle or only_lies(tree, figure) or is_while(tree, figure.found, figure.tokens)


def _is_ransomed(tree: Tree, top: int) -> bool:
    """Whether only a price is asked for them: "a ransom for the ship and its 23 crew"."""
    while tree.base[top] == "conj" and tree.head(top) >= 0:
        top = tree.head(top)
    asked = tree.head(top)
    if asked < 0 or tree.case(top) != "for" or tree.base[top] not in ("nmod", "obl"):
        return False
    prices = (asked, *tree.having(asked, "obj", "nsubj:pass"))
    told = (noun for price in prices for noun in (price, tree.head(price), *tree.having(price, "nmod")))
    return any(noun >= 0 and tree.lemma(noun) in words("figures", "room", "ransoms") for noun in told)


def gets_something(tree: Tree, figure: Figure) -> bool:
    """Whether those counted do something of their own, if with an empty verb: "five were freed and two got loans"."""
    verb = tree.head(figure.anchor)
    does = figure.found.quantity.unit == COUNT and tree.base[figure.anchor] == "nsubj" and figure.head is None
    things = tree.having(verb, "obj") if does and verb >= 0 and tree.sentence.upos[verb] == "VERB" else ()
    return any(tree.sentence.upos[t] == "NOUN" and not tree.having(t, "nummod") for t in things)


def _verb_over(tree: Tree, noun: int) -> int:
    """The verb above a noun, or the noun itself."""
    return next((token for token in tree.up(noun) if tree.sentence.upos[token] == "VERB"), noun)


def _is_hyphened(tree: Tree, figure: Figure) -> bool:
    """Whether a length or a time is one word with its unit: "30-day", "1,000-kilometre"."""
    first = min(figure.tokens)
    measures = figure.found.is_measure or figure.found.is_duration
    return measures and (tree.lower[first + 1 : first + 2] == ("-",) or "-" in tree.lower[first])


def is_while(tree: Tree, found: Found, tokens: Sequence[int]) -> bool:
    """Whether a time only tells while something else went on: "after four days of rain, 40 homes were flooded"."""
    first, after = min(tokens), max(tokens) + 1
    of = tree.lower[after : after + 1] == ("of",)
    return found.is_duration and of and first > 0 and tree.lower[first - 1] in WHILE


def of_those_left(tree: Tree, figure: Figure) -> int | None:
    """The training of "six were chosen from the 40 who train in Spain": what those do from whom others are taken.

    So it is of those whose others do something: "relatives of 12 miners killed in the blast protested". What comes on
    top of others has its own deed, too: "will send 500, in addition to the 300 delivered in May".
    """
    hurts = words("figures", "countable_adjectives", "words")
    if _is_besides(tree, figure):
        return next((t for t in tree.having(figure.top, "acl") if tree.sentence.xpos[t] in DONE), None)
    for noun in (figure.head, figure.anchor):
        if noun is not None and tree.base[noun] == "nmod" and is_people(tree.lemma(tree.head(noun))):
            hurt = next((t for t in tree.having(noun, "acl") if tree.lower[t] in hurts), None)
            if hurt is not None and (is_people(tree.lemma(noun)) or is_person(tree.lower[noun])):
                return hurt
        if noun is None or tree.base[noun] != "obl" or tree.case(noun) not in CHOOSING:
            continue
        for clause in tree.having(noun, "acl"):
            if any(tree.lower[token] in RELATIVE for token in tree.having(clause, "nsubj")):
                named = tree.sentence.upos[clause] == "PROPN"  # "who are in Gaza": a name is no deed
                return next(iter(tree.having(clause, "cop")), clause) if named else clause
    return None


def _is_besides(tree: Tree, figure: Figure) -> bool:
    """Whether others come on top of these: "on top of the 300 delivered in May"."""
    of = min(figure.tokens) - 1
    of -= tree.lower[of : of + 1] in (("the",), ("some",))
    told = " ".join(tree.lower[max(0, of - 2) : of + 1])
    return told.endswith(tuple(words("figures", "apart", "besides")))


def only_lies(tree: Tree, figure: Figure) -> bool:
    """Whether a measure only tells where something lies: "dams above 95 percent", "Kara, 40 km south of the port"."""
    if not figure.found.is_measure:
        return False
    if tree.base[figure.anchor] == "nmod" and tree.case(figure.anchor) in LIES:
        return True
    first, after = min(figure.tokens), max(figure.tokens) + 1
    unit = figure.found.quantity.unit
    away = unit in words("figures", "directions", "units") and tree.lower[after : after + 1] != ()
    if not away or not tree.lower[after].replace("-", "").startswith(OF_PLACES) or first == 0:
        return False
    beside, noun = tree.lower[first - 1] in BESIDE, first - 1
    noun -= beside
    named = tree.sentence.upos[noun] == "PROPN" and any(
        low <= noun < high and kind == "LOC" for low, high, kind in tree.sentence.entities
    )
    led = tree.case(noun) in LEAVING and not beside  # "was driven from Leeds 30 miles north"
    return (named and not led) or (beside and tree.lemma(noun) in words("figures", "carriers", "peopled"))


def is_kept(tree: Tree, figure: Figure) -> bool:
    """Whether the words behind a bare number tell where its people are, and not what befell those before it.

    "One dead, three in custody", "one killed, two sought".
    """
    at = max(figure.tokens) + 1
    if tree.sentence.upos[at : at + 1] == ("ADP",):
        at += 2 if tree.lower[at + 1 : at + 2] == ("the",) else 1
        return at < len(tree.lower) and tree.lower[at] in words("persons", "crowd", "kept")
    return tree.sentence.xpos[at : at + 1] == ("VBN",) and tree.lemma(at) in words("persons", "doing", "held")


def lasts_alone(tree: Tree, verb: int) -> bool:
    """Whether it is only told that so many are left, and neither where nor as what: "68 remain"."""
    told = [t for t in tree.having(verb, "obl") if tree.case(t) not in words("persons", "telling", "led")]
    told += tree.having(verb, "xcomp", "advcl", "obj", "ccomp", "compound")
    adverbs = all(tree.lower[t] in ("still", "now", "only", "today") for t in tree.having(verb, "advmod"))
    return tree.lemma(verb) in words("figures", "remaining", "verbs") and not told and adverbs
