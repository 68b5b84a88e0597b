"""Whether two reports are of one situation, and whether a verb is told of what was announced.

A verb alone settles nothing. What is promised: in a pile of many reports two are of one situation only where they share
names and words that few others have; and a verb tells of a plan only where what it is told of, or who does it, is the
plan's own, or its number or its day is told again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportedly.fulfilment.sentences import Pair, Sentence
from reportedly.fulfilment.sought import FEW, WORD, Sought, by_state, stem, stems
from reportedly.fulfilment.tellings import canon
from reportedly.fulfilment.told import Told
from reportedly.model import Predicate
from reportedly.values import fates
from reportedly.values.publication import DAY

CLOSE = 4  # words, a name for two, that show that two reports are of one situation
RARE = 6  # one in so many reports tells a word that shows it
SOME = 3  # reports, of however few
BEHIND = 40  # characters
LARGE_PILE = 8  # reports; of more than that not all are of one situation


class Situation:
    """What the reports of a pile share that few of them tell; ``common`` is what more of them tell."""

    def __init__(self, pairs: Sequence[Pair], told: Told) -> None:
        self.is_large = len(pairs) > LARGE_PILE
        self._words = {doc.id: canon(map(stem, WORD.findall(doc.text.lower()))) for doc, _ in pairs}
        self._names = {doc.id: by_state(told.names(doc)) for doc, _ in pairs}
        self.common = frozenset((*_common(self._words.values()), *_common(self._names.values())))

    def is_one(self, document: str, other: str) -> bool:
        """Whether two reports, by their ids, share enough to be of one situation."""
        names = self._names[document] & self._names[other] - self.common
        words = self._words[document] & self._words[other] - self.common
        if self.is_large:
            return len(names) >= FEW and len(words) >= CLOSE
        return FEW * len(names) + len(words) >= CLOSE

    def may_be(self, document: str, other: str) -> bool:
        """Whether two reports may be of one situation: in a pile of few all may be."""
        return not self.is_large or self.is_one(document, other)


def _common(told: Iterable[frozenset[str]]) -> Iterator[str]:
    """What more than a few reports tell."""
    every = list(told)
    counted = Counter(word for some in every for word in some)
    return (word for word, many in counted.items() if many > max(SOME, len(every) // RARE))


def is_told_of_it(one: Sought, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a verb is told of something of a plan, or with its number, or with a day on which it may have been."""
    told = (span for span in (predicate.doer, predicate.thing) if span is not None)
    places = {stem(name.lower()) for name in one.names - one.doers}
    own = (one.things | one.core | one.aim | one.beside) - places
    if any(not own.isdisjoint(stems(span.quote)) for span in told):
        return True
    if predicate.lemma in fates.alike("begin"):  # what begins stands behind it: "began giving the vaccine"
        told_behind = sentence.document.text[predicate.span.end : min(sentence.span.end, predicate.span.end + BEHIND)]
        if not own.isdisjoint(stems(told_behind)):
            return True
    since = one.entry.due.start if one.entry.due is not None and one.entry.due.start else one.day
    days = (low for low, _ in sentence.days())
    return not one.numbers.isdisjoint(sentence.numbers) or any(since[: len(low)][:DAY] <= low for low in days)
