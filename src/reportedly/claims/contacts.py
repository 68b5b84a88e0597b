"""Clauses with no "that": of "fewer than the 40 pollsters had predicted" the 40 are predicted, and nobody counted.

Right behind a number that "the" points back to, somebody and what he had done with it tell of that number, with no
"that" between. A parse that knows no such clause counts whoever stands there; here the arcs are set right.
"""

from collections.abc import Sequence

from reportedly.claims.lexicons import words
from reportedly.claims.mended import above
from reportedly.claims.tags import HAD
from reportedly.model import Sentence
from reportedly.values.units import unit_of_word

POINTING = frozenset({"the", "those", "these"})
RELATIVES = frozenset({"that", "which", "whom"})
NAMED = frozenset({"PRON", "DET", "PROPN"})
SUBJECT = frozenset({*NAMED, "ADJ", "NOUN"})
LONGEST_SUBJECT = 5  # words: "that the country's weather service had forecast"
NUMERAL = frozenset({"NUM", "SYM"})
SIGNS = frozenset({"minus", "plus", "-", "+"})  # "the minus 13 analysts had pencilled in"
POINTS, BEEN = "points", "been"
# Before "the 40 voters had predicted" these hold another number against the 40.
HELD = frozenset(
    {"than", "below", "above", "beneath", "under", "beyond", "against", "from", "with", "to", "not", "near"}
)
# So do these, of what was but foretold.
TIMES = frozenset({"half", "twice", "double", "triple", "treble"})
# So do these with "of" behind them; elsewhere "of the 40 voters" tells of the voters.
HELD_OF = frozenset({"short", "shy", "instead", "ahead"})
ENDS = frozenset({"PUNCT", "CCONJ", "PART", "ADV", "ADP"})
PLURAL = ("NNS", "NNPS", "NNP")
LEVELS = ("ADP", "SCONJ")
TENSED = ("VBN", "VBD", "VBZ", "VBP")


def give_awaited(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Hangs what somebody had done with a number on that number: "instead of the 1,200 it had planned"."""
    last = len(sentence) - 2
    for number in numbers:
        if not 0 < number < last or sentence.upos[number + 1] == "NUM":
            continue
        first = number
        while first > 1 and sentence.upos[first - 1] in NUMERAL:
            first -= 1
        if sentence.words[first - 1].lower() not in POINTING:
            continue
        measured = _is_unit(sentence.words[number + 1])
        start = number + 1 + measured
        clause = _clause(sentence, start, first - 1, measured=measured) if start < len(sentence) else None
        if clause is None:
            continue
        symbol = sentence.upos[first] == "SYM" and sentence.words[first].lower() not in SIGNS
        top = first if symbol else number + 1 if measured and not _is_sign(sentence, number) else number
        _hang(sentence, heads, relations, first=first, top=top, clause=clause)


def _is_unit(word: str) -> bool:
    return word == POINTS or unit_of_word(word) is not None


def _is_sign(sentence: Sentence, number: int) -> bool:
    """Whether a "%" hangs on its number, as a parse may have it."""
    return sentence.upos[number + 1] == "SYM" and sentence.heads[number + 1] == number


def _clause(sentence: Sentence, start: int, the: int, *, measured: bool) -> tuple[int, int, int] | None:
    """First word, subject's end and verb of a clause with no "that" of its own; None where none begins there."""
    begin = start + (sentence.words[start].lower() in RELATIVES)
    end = _end(sentence, begin)
    if end > begin and sentence.xpos[end : end + 1] == ("VBN",) and sentence.words[end + 1 : end + 2] == ("by",):
        end = _end(sentence, end + 2)  # "economists polled by Reuters"
    if end in (begin, len(sentence)):
        return None
    had = sentence.words[end].lower() in HAD
    verb = end + had
    verb += had and verb + 1 < len(sentence) and sentence.upos[verb] == "ADV"
    verb += had and sentence.words[verb : verb + 1] == (BEEN,) and _ends(sentence, verb + 2, measured=measured)
    if verb >= len(sentence):
        return None
    noun = had and sentence.upos[verb] == "NOUN" and sentence.lemmas[verb] in words("stance", "invariant", "verbs")
    if not noun and sentence.xpos[verb] not in (("VBN", "VBD") if had else TENSED):
        return None  # "the 360 million analysts had forecast", taken for a noun
    # No unit is a name of those who do something: "the 1.4 million tonnes growers picked".
    foretold = measured or sentence.lemmas[verb] in words("stance", "planned", "foretelling")
    named = begin > start or sentence.upos[start] in NAMED
    held = named and _is_held(sentence, the, foretold=foretold) and _ends(sentence, verb + 1, measured=measured)
    given = held and sentence.lemmas[verb] in words("attribution", "naming", "verbs")  # "not the 81 the army gives"
    if not had and not given and (named or not foretold) and not _is_left_over(sentence, verb):
        return None  # "the 9 percent the union wants" needs no mending
    if named or (
        sentence.xpos[end - 1] in PLURAL
        and _is_held(sentence, the, foretold=foretold)
        and _ends(sentence, verb + 1, measured=measured)
    ):
        return begin, end, verb
    return None


def _is_left_over(sentence: Sentence, verb: int) -> bool:
    """Whether only the preposition of what was foretold stands behind a verb: "the $120 the group prepared for"."""
    sought = " ".join((sentence.lemmas[verb], *sentence.words[verb + 1 : verb + 2]))
    return sought in words("stance", "planned", "foretelling") and _ends(sentence, verb + 2, measured=False)


def _end(sentence: Sentence, start: int) -> int:
    """The end of the nominal words that begin there."""
    end = start
    while end < len(sentence) and end - start < LONGEST_SUBJECT and sentence.upos[end] in SUBJECT:
        end += 1
    return end


def _is_held(sentence: Sentence, the: int, *, foretold: bool) -> bool:
    """Whether what was told is held against the number: "than the 40", "short of the 40", "beat the 40"."""
    if not the:
        return False
    before = sentence.words[the - 1].lower()
    if before in TIMES:
        return foretold
    if before == "of":
        return the > 1 and sentence.words[the - 2].lower() in HELD_OF
    told = sentence.upos[the - 1] == "VERB" and sentence.lemmas[the - 1] not in words("sayings", "clausal", "verbs")
    return before in HELD or told


def _ends(sentence: Sentence, token: int, *, measured: bool) -> bool:
    """Whether nothing stands there that a verb might have done something to."""
    ended = token >= len(sentence) or sentence.upos[token] in ENDS
    return ended or (measured and sentence.upos[token] == "NUM")  # "picked two seasons ago"


def _hang(
    sentence: Sentence, heads: list[int], relations: list[str], *, first: int, top: int, clause: tuple[int, int, int]
) -> None:
    begin, end, verb = clause
    outer = [token for token in range(begin, end) if not begin <= heads[token] < end]
    subject = outer[-1] if outer else end - 1
    inner = range(first, verb + 1)
    over = tuple(above(heads, top))
    if verb in over or subject in over:
        last = max(place for place, token in enumerate(over) if token in inner)
        if last + 1 == len(over):
            return
        head = over[last + 1]
        heads[top], relations[top] = head, _relation(sentence, first - 2, head)
    elif relations[top] == "nummod" and heads[top] < top:
        relations[top] = "nmod"
    for token in range(first):
        if heads[token] in (subject, verb) and token not in above(heads, top):
            heads[token] = top
    for token in range(first, top):
        heads[token] = top if heads[token] == subject else heads[token]  # the sign of "the minus 13 analysts had seen"
    heads[verb], relations[verb] = top, "acl:relcl"
    passive = sentence.words[verb - 1] == BEEN  # "the 10,000 they had been promised"
    if passive:
        heads[verb - 1], relations[verb - 1] = verb, "aux:pass"
    heads[subject], relations[subject] = verb, "nsubj:pass" if passive else "nsubj"
    if verb > end:
        heads[end], relations[end] = verb, "aux"
    if sentence.words[begin - 1].lower() in RELATIVES:
        heads[begin - 1], relations[begin - 1] = verb, "obj"


def _relation(sentence: Sentence, before: int, head: int) -> str:
    """How a number hangs there, by the word before "the"."""
    if before == head:
        return "obj"
    done = sentence.upos[head] in ("VERB", "AUX", "ADJ", "ADV")
    if before >= 0 and sentence.upos[before] in LEVELS:
        return "obl" if done else "nmod"
    return "obl:unmarked" if done else "appos"
