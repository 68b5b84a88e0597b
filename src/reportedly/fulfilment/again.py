"""What was to be mended, opened anew or brought back is told to be in use again, by whoever uses it.

"Lorries rolled across the bridge again on Sunday", "pupils went back to class", "the first flight in five weeks". What
is promised: the verb is one of use, beside words that tell that it was out of use before; two things of the plan are
told right beside it, or its one thing on the very day set; and of verbs that tell of anything, who or what does it is
one of those things.
"""

from reportedly.fulfilment.sentences import Sentence
from reportedly.fulfilment.sought import FEW, WORD, Sought, is_way, names_of, stem, stems
from reportedly.model import DONE, Predicate
from reportedly.values import fates

BESIDE = 80  # characters beside a verb in which its things stand, and the words that it is so again


def may_be_again(one: Sought) -> bool:
    """Whether something was to be as it was before, on a day or until then."""
    return bool(one.ends) or not fates.in_use("of").isdisjoint(fates.bases(one.verb))


def is_again(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a verb tells that what was to be as before is in use."""
    if predicate.status not in DONE or not may_be_again(one):
        return False
    light = predicate.lemma in fates.in_use("light")
    if not light and predicate.lemma not in fates.in_use("verbs"):
        return False
    beside = sentence.around(predicate, BESIDE)
    if fates.again("few" if light else "words").search(beside) is None:
        return False
    doer = predicate.doer
    back = fates.back_to().search(beside)
    if light and back is not None and stem(back.group(1).lower()) in one.aim:
        return sentence.names_day(one.day_set)
    if light and (doer is None or one.aim.isdisjoint(stems(sentence.up_to(predicate, doer)))):
        return False
    near = one.aim.intersection(map(stem, WORD.findall(beside.lower())))
    if not light and is_way(one.entry):
        ends = one.names.intersection(names_of(beside))
        near |= ends if len(ends) >= FEW else frozenset()  # "lorries drove from Bunia to Mahagi"
    return len(near) >= FEW or (bool(near) and sentence.names_day(one.day_set))
