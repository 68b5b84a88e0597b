"""Whether an age beside a name shows a person: "Anna Moro, 71, searched"."""

from reportedly.claims.trees import Tree

DIGITS = 2  # of an age: a number of one digit counts something, one of three is no age


def is_aged(tree: Tree, head: int) -> bool:
    """ "Anna Moro, 71, searched": a name of two words with an age between commas, whatever the parser takes it for."""
    last = head
    while tree.sentence.upos[last + 1 : last + 2] == ("PROPN",):
        last += 1
    comma, age, closing = (*tree.lower[last + 1 : last + 4], "", "", "")[:3]
    told = last > head and comma == closing == ","
    return told and tree.sentence.upos[head] == "PROPN" and age.isdigit() and len(age) == DIGITS
