"""Words become values: the verbs by which a figure goes in the place of an earlier one.

Read by all who ask whether a figure is a correction; what each may take for one differs, and is told here.
"""

from reportedly.values.lexicons import words

FILE = "corrections"


def replaces(verb: str) -> bool:
    """Whether a verb (its lemma) says of a figure only that it goes in the place of an earlier one."""
    return verb in words(FILE, "replacing")


def renews(verb: str) -> bool:
    """Whether a verb is said of a figure alone: "the toll was corrected from 46 to 41"."""
    return replaces(verb) or verb in words(FILE, "renewing")


def lowers(verb: str) -> bool:
    """Whether the figure of a verb goes in the place of an earlier one also where it is lower: "lowered to 89"."""
    return replaces(verb) or verb in words(FILE, "lowering")
