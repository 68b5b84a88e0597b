"""The record becomes what was known at a moment: concluded whole, as its page is, one series for each family.

A record of few documents is asked in the way its page is made, so that the two never tell different figures: what
nearly all reports say fills the keys of those that are silent, and series that may be one stand together. What is
promised: of the same documents and decisions it says what ``flow.conclude`` says. A larger record is asked by
``history`` report by report, which costs less and joins less.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.changes import Summed
from reportedly.estimates import estimates
from reportedly.estimates.words import reported
from reportedly.flow import conclude
from reportedly.model import Claim, Document, Estimate, Judgement, Key, Reading, Report, Reported, digest

Pair = tuple[Document, Reading]
DOCUMENTS = 400  # that a record may hold to be concluded whole: some two seconds of one core


@dataclass(frozen=True)
class Situation:
    """What was known at a moment; families go by the digest of their first series' key."""

    report: Report
    pairs: tuple[Pair, ...]
    keys: Mapping[str, Key]
    summed: Mapping[str, Summed]

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """By claims the family in which they stand."""
        return {word.id: name for name, one in self.summed.items() for word in one.words}

    @cached_property
    def told(self) -> Mapping[str, tuple[Document, Claim]]:
        """By their digests all claims, each with its document."""
        return {claim.id: (document, claim) for document, reading in self.pairs for claim in reading.claims}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """By claims what their origin is called."""
        return {claim: made.origin.name for made in self.report.statements for claim in made.claims}


def situation(pairs: Sequence[Pair], judgements: Sequence[Judgement], *, rule: str, vague: str) -> Situation:
    """``pairs`` as decided by ``judgements``, concluded whole."""
    documents, readings = zip(*pairs, strict=True) if pairs else ((), ())
    report = conclude(documents, readings, judgements=judgements, rule=rule, vague=vague)
    words = reported(report.series, pairs, report.statements, reading=vague)
    series, made = {one.id: one for one in report.series}, dict(report.estimates)
    keys: dict[str, Key] = {}
    summed: dict[str, Summed] = {}
    for family in report.families:
        name = digest(series[family.series[0]].key)
        keys[name] = series[family.series[0]].key
        every = tuple(word for one in family.series for word in words[one])
        summed[name] = Summed(every, made[family.series[0]])
    return Situation(report, tuple(pairs), keys, summed)


def aligned(before: Situation, after: Situation, rule: str) -> dict[str, Summed]:
    """What was told ``before`` in the families in which it stands ``after``, claim by claim.

    Who said it is as it is known after: that an office turns out to be whose it is, is no change of what it says.
    """
    groups: defaultdict[str, list[Reported]] = defaultdict(list)
    whole: dict[str, Estimate] = {}
    known = {word.id: word for one in after.summed.values() for word in one.words}
    for name, one in before.summed.items():
        homes = [after.homes[word.id] for word in one.words if word.id in after.homes]
        later = homes[0] if homes else name
        told = [(after.homes.get(word.id, later), word) for word in one.words if _is_lost_or_told(word, after)]
        for home, word in told:
            groups[home].append(_by_whom(word, known.get(word.id)))
        if {home for home, _ in told} == {later} and len(told) == len(one.words) and later not in whole:
            whole[later] = one.estimate
    found = {}
    for name, words in groups.items():
        key, kept = after.keys.get(name) or before.keys[name], whole.get(name)
        is_whole = kept is not None and len(words) == len(kept.kept) + len(kept.aside)
        made = kept if is_whole and kept else estimates({name: words}, rule, done=key.done)[name]
        found[name] = Summed(tuple(words), made)
    return found


def _is_lost_or_told(word: Reported, after: Situation) -> bool:
    """Whether a word stands in a family still, or was withdrawn; what only measures another thing now was not."""
    return word.id in after.homes or word.id not in after.told


def _by_whom(word: Reported, known: Reported | None) -> Reported:
    return word if known is None else replace(word, origin=known.origin, named=known.named, kind=known.kind)
