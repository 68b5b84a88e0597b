"""Numbers at the opening of a clause that a parse hangs on the date, the place or the verb beside them.

Of "on 10 June 312 flights were cancelled" 312 flights were, and no June has that number. What is promised: a number
moves to the noun or the verb right behind it, and only where that has none of its own.
"""

from reportedly.claims.lexicons import words
from reportedly.claims.mended import above, has_subject
from reportedly.model import Sentence

STRAY = frozenset({"flat", "nmod:unmarked", "obl:unmarked", "obl", "appos", "nummod", "dep", "nmod"})
SUBJECT = ("nsubj", "nsubj:pass")
INNER = frozenset({"ADJ", "NOUN"})
SEVERAL = ("NNS", "NNPS")
PRESENT = frozenset({"VB", "VBP", "VBD"})
OPENING = frozenset({",", ";", ":", "and", "but", "while", "."})
HEDGES = frozenset({"about", "almost", "nearly", "some", "only", "just", "over", "around", "roughly"})
THAN, PER_CENT = "than", ("per", "cent")
HOME = frozenset({"home", "abroad", "overseas"})
CENTURIES = range(1000, 2101)


def give_opening_noun(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "on 10 June 312 flights were late" the flights are 312, as the homes are of "in Ashby 37 homes burned"."""
    before, noun = number - 1, number + 1
    while noun + 1 < len(heads) and sentence.upos[noun] in INNER and sentence.upos[noun + 1] in ("NOUN", "PROPN"):
        noun += 1
    if number < 2 or noun >= len(heads) or sentence.xpos[noun] not in SEVERAL or relations[noun] not in SUBJECT:
        return
    if relations[number] not in STRAY or heads[number] == noun or sentence.upos[before] != "PROPN":
        return
    if noun in above(heads, number) or any(h == noun and relations[t] == "nummod" for t, h in enumerate(heads)):
        return
    if sentence.lemmas[before].lower() in words("times", "words"):
        day = sentence.words[before - 1]
        year = sentence.words[number].isdecimal() and int(sentence.words[number]) in CENTURIES
        if not day.isdecimal() or year:
            return
    elif not any(heads[t] == before and relations[t] == "case" for t in range(max(0, before - 3), before)):
        return
    heads[number], relations[number] = noun, "nummod"


def give_doers(sentence: Sentence, number: int, heads: list[int], relations: list[str]) -> None:
    """Of "nine stood closed and three more kept short hours" three kept them; so of "almost 70% drink raw water"."""
    behind = sentence.words[number + 1 : number + 3]
    verb = number + (3 if behind == PER_CENT else 2)
    told = behind == PER_CENT or behind[:1] in (("%",), ("percent",), ("more",), ("others",))
    if not told or verb >= len(heads) or sentence.upos[verb] != "VERB":
        return
    if sentence.xpos[verb] not in PRESENT and (sentence.xpos[verb] != "VBN" or heads[number] <= verb):
        return
    start = number - 1
    if sentence.words[max(start, 0)] == THAN:
        start -= 2  # "more than"
    while start > 0 and sentence.words[start].lower() in HEDGES:
        start -= 1
    if start >= 0 and sentence.words[start].lower() not in OPENING:
        return
    top = number if behind[0] in ("more", "others") else verb - 1
    stray = heads[top] > top and relations[top] in ("nummod", "obl:unmarked", "obl", "advmod", "nmod:unmarked")
    if not stray or has_subject(verb, heads, relations) or top in above(heads, verb):
        return
    if heads[top] != verb and verb not in above(heads, heads[top]):
        return
    heads[top], relations[top] = verb, "nsubj"
    if behind[0] == "more":
        heads[number + 1], relations[number + 1] = number, "advmod"


def give_home(sentence: Sentence, heads: list[int], relations: list[str]) -> None:
    """Of "flew 300 workers home" the workers were flown, where the parse has a home of workers flown."""
    for home in range(2, len(heads)):
        whom, verb = home - 1, heads[home]
        if sentence.words[home] not in HOME or relations[home] != "obj" or heads[whom] != home or not 0 <= verb < whom:
            continue
        if relations[whom] != "compound" or sentence.xpos[whom] not in SEVERAL:
            continue
        for token in range(verb + 1, whom):
            heads[token] = whom if heads[token] == home else heads[token]
        heads[whom], relations[whom] = verb, "obj"
        relations[home] = "advmod"


def give_month(sentence: Sentence, token: int, heads: list[int], relations: list[str]) -> None:
    """Of "in May 30 people died" 30 died, where the parse has them do so on a day of May."""
    month, noun = token - 1, token + 1
    named = sentence.upos[month] == "PROPN" and sentence.lemmas[month].lower() in words("times", "words")
    listed = heads[token] == heads[month] and relations[token] == "conj"  # "between March and June 640 jobs were lost"
    month_first = listed or (heads[token] == month and relations[token] in ("flat", "nummod", "appos"))
    if not named or sentence.xpos[noun : noun + 1] != ("NNS",) or not (month_first or heads[month] == token):
        return
    if token in above(heads, noun) or month in above(heads, noun):
        return
    if not month_first:
        heads[month], relations[month] = heads[token], "obl"
        heads[token - 2] = month if heads[token - 2] == token else heads[token - 2]
    heads[token], relations[token] = noun, "nummod"
