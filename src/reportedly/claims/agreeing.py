"""One of several takes a verb in the singular: "one drives a taxi", where the parse has a noun in the plural."""

from dataclasses import replace

from reportedly.claims.mended import with_tag
from reportedly.language.lemmas import bases
from reportedly.model import Sentence

ONE = "one"
# What a clause that begins with "one" may follow; of "Formula One teams" nobody teams.
PARTING = frozenset({",", ";", ":", "and", "but", "while"})


def with_singular(sentence: Sentence) -> Sentence:
    """With the verb behind each "one" that opens a clause, which no noun in the plural can follow."""
    for one, word in enumerate(sentence.words[:-1]):
        verb = one + 1
        opens = word == ONE and (one == 0 or sentence.words[one - 1] in PARTING)
        if not opens or sentence.xpos[verb] != "NNS" or sentence.heads[one] != verb:
            continue
        if sentence.lemmas[verb] == sentence.words[verb] or not bases(sentence.words[verb], "VBZ"):
            continue  # "one series"
        sentence = replace(
            sentence,
            upos=with_tag(sentence.upos, verb, "VERB"),
            xpos=with_tag(sentence.xpos, verb, "VBZ"),
            relations=with_tag(sentence.relations, one, "nsubj"),
        )
    return sentence
