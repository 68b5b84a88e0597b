"""The dead and the wounded that are counted, read as nouns: "put its own dead at 40", "its estimate of Kenyan dead".

A parse takes the word for what somebody is ("put its own to be dead") or for a clause about the noun before it. Only
behind verbs that give a number, and only where the number stands behind: "left two Kenyans dead" tells what they are.
"""

from collections.abc import Set as AbstractSet

from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, as_word
from reportedly.model import Sentence

AT, OF = "at", "of"
MODIFYING = frozenset({"ADJ", "PROPN"})


def with_fallen(sentence: Sentence, held: AbstractSet[str]) -> Sentence:
    """``sentence`` with such words as nouns; ``held`` are its words."""
    fallen = words("persons", "killed", "counted")
    if fallen.isdisjoint(held):
        return sentence
    for token in [t for t, word in enumerate(sentence.words) if word in fallen and t > 1]:
        if sentence.upos[token] in ("ADJ", "VERB") and sentence.upos[token - 1] in MODIFYING:
            sentence = _given(sentence, token) if sentence.relations[token] == "xcomp" else _estimated(sentence, token)
    return sentence


def _given(sentence: Sentence, dead: int) -> Sentence:
    """The dead of "put its own dead at 40"."""
    own, verb = dead - 1, sentence.heads[dead]
    given = sentence.heads[own] == verb and sentence.relations[own] == "obj"
    if not given or sentence.words[dead + 1 : dead + 2] != (AT,):
        return sentence
    if sentence.lemmas[verb] not in words("figures", "put_at", "verbs"):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    relations[dead] = "obj"
    return _as_noun(sentence, dead, heads, relations, top=own)


def _estimated(sentence: Sentence, dead: int) -> Sentence:
    """The dead of "revised its estimate of Kenyan dead upwards to 40"."""
    whose, noun = dead - 1, sentence.heads[dead]
    subject = sentence.heads[whose] == dead and sentence.relations[whose] == "nsubj"
    named = sentence.heads[whose] == noun and sentence.relations[whose] == "nmod"
    named = named and sentence.lemmas[noun] in words("attribution", "told", "words")
    of = [t for t in range(noun + 1, dead) if sentence.heads[t] in (dead, whose) and sentence.words[t] == OF]
    if not (subject or named) or not of or not 0 <= noun < of[0] or sentence.relations[dead] != "acl":
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    verb = next((t for t in above(sentence.heads, noun) if sentence.upos[t] == "VERB"), noun)
    for token in range(dead + 1, len(heads)):
        if heads[token] == dead and relations[token] in ("obl", "advmod"):
            heads[token] = verb
    relations[dead] = "nmod"
    return _as_noun(sentence, dead, heads, relations, top=whose)


def _as_noun(sentence: Sentence, dead: int, heads: list[int], relations: list[str], *, top: int) -> Sentence:
    """The word as a noun, with what stood before it and ``top`` below it."""
    for token in range(dead):
        if heads[token] == top:
            heads[token] = dead
    heads[top], relations[top] = dead, "amod"
    return as_word(sentence, dead, heads, relations, tag="NNS", lemma=sentence.words[dead])
