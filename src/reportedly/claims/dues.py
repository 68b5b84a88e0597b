"""What is due to happen: of "the talks are due to resume in May" they are due, and are to resume.

Many parses take "due to" for one word here as they do in "due to rain", and what is to come for what is so. Behind it
stands a verb, or a word that may be one and has nothing before it that belongs to a noun.
"""

from dataclasses import replace

from reportedly.claims.lexicons import words
from reportedly.model import Sentence

DUE, TO, BE = "due", "to", "be"
FINITE = frozenset({"VBZ", "VBP", "VBD"})
BEFORE = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "cop", "aux", "aux:pass", "expl", "csubj", "mark", "cc", "punct"}
)


def with_due(sentence: Sentence) -> Sentence:
    """``sentence`` with every such "due" as what it is."""
    for due in [t for t, word in enumerate(sentence.words[:-2]) if word == DUE and sentence.words[t + 1] == TO]:
        sentence = _leading(sentence, due)
    return sentence


def _leading(sentence: Sentence, due: int) -> Sentence:
    """The sentence with what is due led by this "due", where the parse has "due to" before it."""
    verb = sentence.heads[due]
    beside = _is_beside(sentence, due)
    if beside:
        verb = due + 2
    elif verb <= due + 1 or sentence.relations[due] not in ("case", "mark") or sentence.relations[due + 1] != "fixed":
        return sentence
    between = range(due + 2, verb)
    passive = any(sentence.words[t] == BE for t in between)
    bare = all(sentence.upos[t] in ("AUX", "ADV") for t in between)
    named = sentence.lemmas[verb] in words("prospects", "due", "verbs") and verb == due + 2
    if not bare or not (passive or sentence.xpos[verb] == "VB" or named):
        return sentence
    heads, relations = list(sentence.heads), list(sentence.relations)
    upos, xpos = list(sentence.upos), list(sentence.xpos)
    if not beside:
        heads[due], relations[due] = heads[verb], relations[verb]
    heads[verb], relations[verb] = due, "xcomp"
    heads[due + 1], relations[due + 1] = verb, "mark"
    upos[due + 1], xpos[due + 1] = "PART", "TO"
    if not passive:
        upos[verb], xpos[verb] = "VERB", "VB"
    for token in range(due):
        if heads[token] == verb and relations[token] in BEFORE:
            heads[token] = due
            helps = relations[token].startswith(("aux", "cop")) and xpos[token] in FINITE
            relations[token] = "cop" if helps else "nsubj" if relations[token].startswith("nsubj") else relations[token]
    for token in range(verb + 1, len(heads)):
        if heads[token] == verb and relations[token] in ("punct", "parataxis"):
            heads[token] = due
    return replace(sentence, heads=tuple(heads), relations=tuple(relations), upos=tuple(upos), xpos=tuple(xpos))


def _is_beside(sentence: Sentence, due: int) -> bool:
    """Whether "due" and what is due hang on one word: of "masks, which are due to dock" both on the masks."""
    verb = due + 2
    return (
        sentence.heads[due + 1] == verb
        and sentence.relations[due + 1] == "mark"
        and sentence.heads[verb] == sentence.heads[due] >= 0
        and sentence.upos[due] == "ADJ"
        and sentence.relations[verb] == sentence.relations[due]
    )
