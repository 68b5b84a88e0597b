"""What is needed, and what stands behind it: "short of the 50 percent needed to win, against 31 percent for her rival".

A participle right behind "the" and a number is of that number, whatever tense and place the parse gives it; and what a
rival has is held against what was told first, not against what the needed is needed for.
"""

from collections.abc import Set as AbstractSet

from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, mending, with_tag
from reportedly.claims.tags import SHARES
from reportedly.model import Sentence

AGAINST = frozenset({"against", "versus"})
THE, COMMA, PAST = "the", ",", ("VBD", "VBN")
TOLD = frozenset({"obj", "obl"})


def with_required(sentence: Sentence, held: AbstractSet[str]) -> Sentence:
    """``sentence`` with the needed as that, and with what is held against another number below its verb."""
    for verb in [t for t, word in enumerate(sentence.words) if word in words("figures", "apart", "aims")]:
        sentence = _of_number(sentence, verb)
    return sentence if AGAINST.isdisjoint(held) or SHARES.isdisjoint(held) else _beside_first(sentence)


def _of_number(sentence: Sentence, verb: int) -> Sentence:
    first = last = verb - 1
    first -= sentence.words[last] in SHARES
    number = first - (sentence.words[first] == "per")
    alone = number > 0 and sentence.upos[number] == "NUM" and sentence.words[number - 1] == THE
    if alone and sentence.heads[number] == verb and sentence.relations[verb] == "acl":
        return _beside_thing(sentence, number, verb)
    if not alone or sentence.xpos[verb] not in PAST or verb in above(sentence.heads, last):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    for token, head in enumerate(heads):
        if head == verb and token < number:
            heads[token] = heads[verb]  # the comma before
        elif head == verb and relations[token] == "xcomp":
            relations[token] = "advcl"  # what for
    heads[verb], relations[verb] = last, "acl"
    return mending(sentence, heads, relations, xpos=with_tag(sentence.xpos, verb, "VBN"))


def _beside_thing(sentence: Sentence, number: int, verb: int) -> Sentence:
    """Of "40,000 signatures, twice the 20,000 required" so many were required, and none of those signatures were."""
    helped = any(head == verb and sentence.relations[t].startswith("aux") for t, head in enumerate(sentence.heads))
    if helped or not sentence.relations[number].startswith("nsubj"):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    heads[number], relations[number] = heads[verb], "appos"
    for token in range(number):
        heads[token] = number if heads[token] == verb else heads[token]
    heads[verb] = number
    return mending(sentence, heads, relations, xpos=with_tag(sentence.xpos, verb, "VBN"))


def _beside_first(sentence: Sentence) -> Sentence:
    """The sentence with "against 31 percent" below the verb of the first share, and no later one."""
    heads, relations = list(sentence.heads), list(sentence.relations)
    shares = [t for t, word in enumerate(sentence.words) if word in SHARES]
    for share in shares[1:]:
        verb = heads[share]
        case = next((t for t in range(share) if heads[t] == share and relations[t] == "case"), share)
        first = next((t for t in shares if relations[t] in TOLD and sentence.upos[heads[t]] == "VERB"), share)
        led = sentence.words[case] in AGAINST and sentence.words[case - 1] == COMMA and relations[share] == "obl"
        if led and first < verb < share and sentence.xpos[verb] == "VB" and heads[first] < first:
            heads[share] = heads[first]
    return mending(sentence, heads, relations, xpos=sentence.xpos) if heads != list(sentence.heads) else sentence
