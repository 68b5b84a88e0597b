"""What a number tells of who speaks: the age beside a name that it is a person, a share that they were asked."""

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


def is_share(tree: Tree, head: int) -> bool:
    """Whether it is so many of a hundred that are asked or counted: "54 percent said", "54 percent of voters"."""
    share = tree.lemma(head) in ("percent", "%", "cent", "percentage")
    of = (c for many in tree.having(head, "nummod") for c in tree.having(many, "nmod") if tree.case(c) in ("in", "of"))
    if any(tree.sentence.upos[child] == "NUM" for child in of):
        return True  # "four in ten voters"
    return share and bool(tree.having(head, "nummod", "obl", "nmod"))
