"""To which clause a word belongs, and whether that is past: of two ways to draw the same words the one that holds."""

from dataclasses import replace

from reportedly.claims.lexicons import words
from reportedly.claims.tags import above
from reportedly.model import Sentence

SHORT, SINCE = "short", "since"


def with_past(sentence: Sentence) -> Sentence:
    """Of "halted trains and cost the port $4m" it did cost that: the form is that of the present, and of the past."""
    xpos = list(sentence.xpos)
    for token, head in enumerate(sentence.heads):
        joined = sentence.relations[token] == "conj" and sentence.xpos[head] == "VBD" and xpos[token] == "VBP"
        if joined and sentence.words[token] in words("stance", "invariant", "verbs"):
            xpos[token] = "VBD"
    return sentence if xpos == list(sentence.xpos) else replace(sentence, xpos=tuple(xpos))


def keep_since(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "freed 22 of the 35 they had held since June" they were held since then, and not freed."""
    for since, word in enumerate(sentence.words):
        verb, day = since - 1, heads[since]
        if word != SINCE or verb < 0 or sentence.upos[verb] != "VERB" or heads[day] == verb or day < since:
            continue
        if relations[day] == "obl" and relations[verb].startswith("acl") and heads[day] in above(heads, verb):
            heads[day] = verb


def stop_short(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "stopped short of sending help" nothing is sent, where the parse has something short of it."""
    for token, word in enumerate(sentence.words):
        stop = token - 1
        if word != SHORT or stop < 0 or sentence.lemmas[stop] != "stop":
            continue
        done = next((t for t in range(token + 2, len(heads)) if heads[t] == token), None)
        if done is not None and sentence.xpos[done] == "VBG":
            heads[done], relations[done], relations[token] = stop, "xcomp", "compound:prt"
