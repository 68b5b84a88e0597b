"""When it happened: the phrases of a sentence that tell a time, by the tree and by what a word can tell.

"On Monday", "two days after the landslide", "at its peak in 2019" are such phrases; a length, a rate, an age is none.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.claims.leanings import leaning
from reportedly.claims.lexicons import either, words
from reportedly.claims.tags import RELATIVE
from reportedly.claims.trees import Tree
from reportedly.values import lexicons as values

FROM = "from"
APART = ("punct", "acl")  # words of these no time phrase holds
BACK = 4  # words of most looks back: "three and a half years ago" is longer, and rare
_ORDINAL = re.compile(r"[0-3]?\d(?:st|nd|rd|th)")
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def phrases(tree: Tree, token: int, inside: Sequence[int]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The time phrases right under ``token`` with their prepositions: "on Monday", "last week", not "of nine years"."""
    for child in (*tree.having(token, "obl", "nmod", "advmod"), *_turned(tree, token)):
        if child in inside or _is_rate(tree, child):
            continue
        leans = (child, *(t for t in tree.having(child, "nmod") if t < child))  # "two days after the landslide"
        if not is_time(tree, child) and all(leaning(tree, t) is None for t in leans):
            continue
        levels = [t for t in tree.having(child, "nmod") if _is_level(tree, t)]
        # "are due on 10 July and the rest by the 31st": what is joined has a time of its own
        others = [t for t in tree.having(child, "conj") if tree.having(t, "nmod") and not is_time(tree, t)]
        apart = {t for other in (*levels, *others) for t in tree.under(other)}
        own = (t for t in tree.under(child) if t not in apart and (tree.base[t] not in APART or _ties_back(tree, t)))
        run = tree.stretch(child, own)
        if inside and run[0] < min(inside) <= run[-1] <= max(inside):
            run = run[: run.index(min(inside))]  # "since the start of the month 41 wells": what is counted is no time
        run = run[:-1] if len(run) > 1 and tree.lower[run[-1]] in RELATIVE else run  # "after a night of rioting that"
        case = tree.case(child)
        if not case and _is_length(tree, run):
            continue
        bare = len(run) == 1 + bool(case) and not _stands_alone(tree, child)
        if tree.lower[run[0]] == FROM and not words("times", "back").isdisjoint(tree.lower[run[0] : run[0] + BACK + 1]):
            continue  # "fell from a year earlier to $41 billion": what it is held against
        led = case.partition(" ")[0] in either(("times", "cases"), ("times", "for_all"))
        told = led and not (bare and case == "on") if case else not bare
        if told and not set(run) & set(inside):
            yield run, case


def _ties_back(tree: Tree, token: int) -> bool:
    """Whether a hyphen makes one phrase of "in the year-ago quarter"."""
    return tree.lower[token] == "-" and not words("times", "back").isdisjoint(tree.lower[token + 1 : token + 2])


def _turned(tree: Tree, token: int) -> Iterator[int]:
    """What hangs on a turn that tells of when it was: "at its peak in 2019", "at the height of the war in May"."""
    for turn in tree.having(token, "obl"):
        if is_time(tree, turn):
            continue
        case, of_turn = tree.case(turn), tree.lemma(turn) in words("times", "turns")
        if (case == "at" and of_turn) or (case in words("times", "amid") and is_occasion(tree, turn)):
            for child in tree.having(turn, "nmod"):
                yield child
                yield from () if is_time(tree, child) or not of_turn else tree.having(child, "nmod")


def is_occasion(tree: Tree, noun: int) -> bool:
    """Whether a noun tells what takes place at a time: "Sunday's vote", and not "Sunday's paper"."""
    told = tree.lower[noun], tree.lemma(noun)
    named = values.words("dates", "tense", "befallen") | values.words("dates", "tense", "appointed")
    return not (named | words("times", "occasions")).isdisjoint(told)


def _is_length(tree: Tree, run: Sequence[int]) -> bool:
    """ "Was sentenced to 12 years", "won 5:3": a bare number, or one of years, tells how long or how many."""
    kinds = {tree.sentence.upos[token] for token in run}
    if "NUM" not in kinds or not kinds <= {"NUM", "NOUN"}:
        return False
    return kinds > {"NUM"} or not any(YEAR.fullmatch(tree.sentence.words[token]) for token in run)


def _is_level(tree: Tree, token: int) -> bool:
    """Whether what hangs on a time is no time: "since 1990 to 512,000"."""
    own = [t for t in tree.under(token) if tree.base[t] != "case"]
    return tree.case(token) == "to" and (not is_time(tree, token) or _is_length(tree, own))


def _is_rate(tree: Tree, token: int) -> bool:
    """ "4,000 engines a week" tells how often, not when."""
    articles = [child for child in tree.having(token, "det") if tree.lower[child] in words("figures", "each", "links")]
    return bool(articles) and len(tree.children[token]) == 1


def _stands_alone(tree: Tree, token: int) -> bool:
    """Whether a bare word tells a time: "Monday", "yesterday", but no "year" of "year on year"."""
    return tree.lemma(token) not in words("times", "spans")


def is_time(tree: Tree, token: int) -> bool:
    """Whether a word tells a time, as far as it goes by itself."""
    if tree.lower[token].endswith("ties") and tree.having(token, "nmod:poss"):
        return False  # "women in their seventies"
    if tree.lower[token] in either(("times", "back"), ("times", "ahead")) and any(
        is_time(tree, child) for child in tree.having(token, "obl", "nmod")
    ):
        return True  # "a week ago"
    if tree.lemma(token) in words("times", "words") or YEAR.fullmatch(tree.sentence.words[token]):
        return True
    if tree.base[token] in ("obl", "nmod") and _ORDINAL.fullmatch(tree.lower[token]):
        return tree.lower[token - 1] == "the" and tree.case(token) in words("times", "days")  # "on the 3rd"
    return any(kind == "DATE" and first <= token < last for first, last, kind in tree.sentence.entities)
