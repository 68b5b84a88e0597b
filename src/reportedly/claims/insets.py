"""A share told in passing between a number and its verb: "of the 5,000 asked, 3,100 - 62 percent - rejected it".

There the parse loses the verb, and with it whom the number counts. Asked before there is a tree. What is promised: only
a sentence that opens with those of whom so many did something is mended, and no other word moves.
"""

from collections.abc import Sequence

from reportedly.claims.mended import above, take_place
from reportedly.claims.tags import SHARES
from reportedly.model import Sentence

OF, OR, RECORD = "of", "or", "record"
EXTREME = ("low", "high")
OUT_OF, DEFINITE = ("out", "of"), ("the", "its", "their")
MARKS = frozenset({",", "-", "\u2013", "\u2014", "--", "(", ")"})
FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})
NOUNS = ("NOUN", "PROPN")
THEM = (("of", "them"), ("of", "whom"))
INNER = ("amod", "compound")  # what may stand between a number and its noun


def give_wholes(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "12 out of 90 wells planned were drilled" 12 were, and the 90 were planned; so of "the promised 2 million"."""
    for number in numbers:
        first = number
        while first > 0 and sentence.upos[first - 1] in ("NUM", "SYM"):
            first -= 1
        _give_foretold(sentence, number, first - 1, heads=heads, relations=relations)
        of = first - 1 - (first > 1 and sentence.words[first - 1] in DEFINITE)
        part = of - 1 - (of > 1 and sentence.words[of - 1 : of + 1] == OUT_OF)
        if part >= 0 and sentence.words[of] == OF and sentence.upos[part] == "NUM":
            _give_whole(sentence, part, number, heads=heads, relations=relations)


def _give_foretold(sentence: Sentence, number: int, told: int, *, heads: list[int], relations: list[str]) -> None:
    """Of "40 percent of the promised 300 million" those are promised, where the parse has the percent be so."""
    top = number
    while heads[top] > top and sentence.upos[heads[top]] in ("NUM", "SYM", "NOUN"):
        top = heads[top]
    led = told > 1 and sentence.xpos[told] == "VBN" and sentence.words[told - 1] in DEFINITE
    if led and relations[told] == "amod" and heads[told] < told - 1:
        heads[told] = top


def _give_whole(sentence: Sentence, part: int, number: int, *, heads: list[int], relations: list[str]) -> None:
    """Hang the noun of a whole on the number of its part, and the part where the noun hung with it."""
    noun = number + 1
    while noun < len(heads) - 1 and relations[noun] in INNER and heads[noun] > noun:
        noun += 1
    beside = noun < len(heads) and sentence.upos[noun] == "NOUN" and heads[number] in (noun, part)
    if beside and heads[noun] == part:
        for token in range(part):
            heads[token] = part if heads[token] == noun else heads[token]  # "in 12 of 60 wards", the "in" of the wards
    if not beside or heads[noun] == part or noun in above(heads, heads[noun]):
        return
    if heads[part] == noun and relations[part] == "nummod":
        take_place(part, noun, heads, relations, among=range(part))
        for token in range(noun + 1, len(heads)):
            if heads[token] == noun and relations[token] in ("punct", "conj", "appos"):
                heads[token] = part
    elif heads[part] != heads[noun] or heads[part] < 0:
        return
    for token in range(part):
        heads[token] = part if heads[token] == noun else heads[token]
    heads[noun], relations[noun], heads[number], relations[number] = part, "nmod", noun, "nummod"
    for token in range(part + 1, number):
        if sentence.upos[token] in ("ADP", "DET", "PRON"):
            heads[token] = noun
            relations[token] = "case" if sentence.upos[token] == "ADP" else relations[token]


def give_insets(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Hang the number on the verb behind the share beside it, and the share on the number."""
    if sentence.words[0].lower() != OF:
        return
    those = heads[0]
    for number in numbers:
        share = _inset(sentence, number)
        verb = -1 if share is None else share + 2
        if share is None or not 0 < those < number or verb >= len(sentence) or sentence.words[number - 1] != ",":
            continue
        root = heads.index(-1)
        if sentence.xpos[verb] not in FINITE or sentence.upos[those] not in NOUNS or number <= root != verb:
            continue
        heads[verb], relations[verb] = -1, "root"
        heads[those], relations[those] = verb, "obl"
        if root not in (verb, those):
            heads[root], relations[root] = those, "acl"
        heads[number], relations[number] = verb, "nsubj"
        heads[share], relations[share] = number, "appos"
        for token in range(number + 2, share):
            heads[token] = share if sentence.upos[token] in ("NUM", "NOUN", "SYM") else heads[token]
        return


def give_described(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "59 were killed and 150, most of them nurses, were hurt" the 150 were hurt, not killed."""
    for number in numbers:
        some, ends = number + 2, len(sentence)
        if relations[number] != "conj" or sentence.words[number + 3 : number + 5] not in THEM:
            continue
        close = next((t for t in range(number + 5, ends) if sentence.words[t] == ","), ends)
        done = close + 1
        while done < ends and sentence.upos[done] == "AUX":
            done += 1
        whose = heads[done] if done < ends else -1
        if sentence.words[number + 1] != "," or done >= ends or sentence.xpos[done] not in ("VBN", "VBD"):
            continue
        verb = next((t for t in above(heads, heads[number]) if sentence.upos[t] == "VERB"), -1)
        if not number < whose < close and whose != verb:
            continue  # told of others
        if verb < 0 or relations[done] not in ("acl", "parataxis", "acl:relcl", "advcl", "conj"):
            continue
        if done in above(heads, verb):
            continue
        heads[done], relations[done] = verb, "conj"
        heads[number], relations[number] = done, "nsubj:pass"
        heads[some], relations[some] = number, "appos"
        for token in range(number + 3, close):
            if heads[token] in (done, number, verb) or heads[token] >= close:
                heads[token], relations[token] = some, "dep"
        for token in range(number):
            if heads[token] == number and relations[token] == "cc":
                heads[token] = done


def give_items(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "two tanks on fire, three trucks abandoned" no tank is abandoned: what has its own subject is of no other."""
    if RECORD in sentence.words:
        _give_records(sentence, numbers, heads, relations)
    for number in numbers:
        thing = heads[number]
        done = heads[thing]
        if sentence.words[number - 1] != "," or relations[number] != "nummod":
            continue
        if not relations[thing].startswith("nsubj"):
            continue
        other = heads[done] if done >= 0 else -1
        if relations[done] != "acl" or sentence.xpos[done] != "VBN" or not 0 <= other < number < done:
            continue
        top = next((t for t in above(heads, other) if sentence.upos[t] == "VERB"), other)
        heads[done], relations[done] = top, "parataxis"


def _give_records(sentence: Sentence, numbers: Sequence[int], heads: list[int], relations: list[str]) -> None:
    """Of "are down 20 percent, to a record-low 333" the 333 stand where the parse has something low."""
    for number in numbers:
        low = number - 1
        recorded = low > 1 and sentence.words[low] in EXTREME and RECORD in sentence.words[low - 2 : low]
        if recorded and heads[number] == low and sentence.upos[low] == "ADJ":
            take_place(number, low, heads, relations)
            heads[low], relations[low] = number, "amod"


def _inset(sentence: Sentence, number: int) -> int | None:
    """The percent of the share between marks right behind a number, None where there is none."""
    words, token = sentence.words, number + 2
    if token >= len(words) or words[number + 1] not in MARKS:
        return None
    token += words[token] == OR
    while token + 2 < len(words) and sentence.upos[token] == "NUM":
        token += 1
    token += words[token] == "per"
    closed = token + 1 < len(words) and words[token] in SHARES and words[token + 1] in MARKS
    return token if closed and sentence.upos[token - 1] in ("NUM", "NOUN") else None
