"""When it happened: times in what hangs on a figure's clause and is of the same deed.

"Will recount 85 stations, starting tomorrow" is so from then on, "will hand over two boats before the year is out" by
its last day. Who acts in a clause does so at the time of what he has to do or is seen to do: "four teams would have to
leave in October", "the police saw 1,500 walk to the hall on Friday".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reportedly.claims import reach
from reportedly.claims.lexicons import words
from reportedly.claims.phrases import is_time
from reportedly.claims.trees import Tree
from reportedly.model import When

Under = Callable[[Tree, int, Sequence[int], reach.Bounds], Iterator[When]]  # the times right under a word
Interval = Callable[[tuple[int, int], str], When]  # what a phrase comes to, by where it stands and its preposition
SUBJECTS = ("nsubj", "nsubj:pass")
BARE = ("VB", "VBG")
BEFORE, OUT = "before", frozenset({"out", "over", "up"})
IT = frozenset({("it",), ("that",), ("them",), ("this",), ("which",), ("whom",)})
ROWS, ENDS = frozenset({",", "and", ";"}), frozenset({",", ";", ".", "and", ":", "(", "\u2013", "\u2014"})
TOLD = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "NUM", "SYM"})  # no item of a row goes on behind these
CLAUSES = ("advcl", "acl", "xcomp", "ccomp")


def hanging(tree: Tree, start: int, inside: Sequence[int], under: Under, *, interval: Interval) -> When | None:
    """The time of a clause that hangs on the one of the figure at ``start``; None where none is of its deed."""
    if not any(tree.base[token] in CLAUSES for token in range(len(tree.lower))):
        return None
    for token, _ in reach.up(tree, start):
        for clause in tree.having(token, "advcl", "acl"):
            if clause > start and _opens(tree, clause):
                time = next(_all(tree, clause, inside, under), None)
                if time is not None and time.start:
                    return replace(time, end=None)
            if clause > start and (ends := _runs_out(tree, clause)) >= 0:
                time = interval(tree.chars(t for t in tree.under(ends) if tree.base[t] != "case"), BEFORE)
                if time.end:
                    return replace(time, words=f"{BEFORE} {time.words}")
        if tree.sentence.upos[token] in ("VERB", "AUX", "ADJ"):
            acts = any(start == t or start in tree.under(t) for t in tree.having(token, *SUBJECTS))
            for clause in tree.having(token, "xcomp") if acts else ():
                if tree.sentence.upos[clause] == "VERB" and (time := _of(tree, clause, inside, under)) is not None:
                    return time
        elif tree.base[token] == "obj" and (clause := _seen(tree, token)) >= 0:
            return _of(tree, clause, inside, under)
    return None


def of_item(tree: Tree, inside: Sequence[int], interval: Interval) -> When | None:
    """The time with which an item of a row ends, where the item before ended with one, too.

    "3,100 jobs went at Vilvoorde in 1997, 4,300 at Genk in 2014": the parse hangs neither on its own.
    """
    first, last = min(inside), max(inside)
    before = next((t for t in range(first - 1, 0, -1) if tree.lower[t] not in ROWS), 0)
    if before == first - 1 or not is_time(tree, before):
        return None
    end = next((t for t in range(last + 1, len(tree.lower)) if tree.lower[t] in ENDS), len(tree.lower)) - 1
    if end <= last + 1 or not is_time(tree, end):
        return None
    start = end
    while start > last + 1 and tree.sentence.upos[start - 1] in ("NUM", "DET", "ADJ"):
        start -= 1
    between = range(last + 1, start)
    if any(tree.sentence.upos[t] in TOLD or tree.lower[t] in ("than", "from") for t in between):
        return None
    time = interval(tree.chars((start, end)), "")
    return time if time.start and time.end else None


def behind_it(tree: Tree, inside: Sequence[int]) -> int:
    """The participle that tells what became of a number right before it: "$700 million of it booked this year"; or -1.

    The parse often hangs it on the number before.
    """
    at = max(inside) + 1
    at += 2 * (tree.lower[at : at + 1] == ("of",) and tree.lower[at + 1 : at + 2] in IT)
    done = tree.sentence.xpos[at : at + 1] == ("VBN",) and tree.base[at] == "acl"
    return at if done and tree.head(at) not in inside else -1


def _opens(tree: Tree, clause: int) -> bool:
    """Whether a clause tells from when on something is: "starting tomorrow", "beginning in May"."""
    return (
        tree.sentence.xpos[clause] == "VBG"
        and tree.lemma(clause) in words("times", "onsets")
        and not tree.having(clause, "obj", "nsubj", "xcomp")
    )


def _runs_out(tree: Tree, clause: int) -> int:
    """The time of "before the year is out"; -1 where a clause tells none."""
    if tree.lower[clause] not in OUT or not any(tree.lower[t] == BEFORE for t in tree.having(clause, "mark")):
        return -1
    return next((t for t in tree.having(clause, "nsubj") if is_time(tree, t)), -1)


def _seen(tree: Tree, noun: int) -> int:
    """What somebody told of as seen does: the walk of "saw 1,500 people walk"; -1 where nothing is told."""
    verb = tree.head(noun)
    if verb < 0 or tree.lemma(verb) not in words("times", "seeing"):
        return -1
    does = (t for t in tree.having(verb, "ccomp", "xcomp") if t > noun and tree.sentence.xpos[t] in BARE)
    return next((t for t in does if not tree.having(t, *SUBJECTS, "mark")), -1)


def _of(tree: Tree, clause: int, inside: Sequence[int], under: Under) -> When | None:
    """The first closed time right under a clause."""
    return next((time for time in _all(tree, clause, inside, under) if time.start and time.end), None)


def _all(tree: Tree, clause: int, inside: Sequence[int], under: Under) -> Iterator[When]:
    own = tree.under(clause)
    return under(tree, clause, inside, reach.Bounds(own[0] - 1, own[-1] + 1))
