"""A later report tells of a plan by naming it as one: "the ferry, expected on Thursday", "the 60 that were promised".

What is promised: words of a plan that lie in the past are told apart from those of a plan that stands. That a sentence
recalls a plan says nothing of its fate by itself: that is told by the numbers beside it, by a deadline that was missed,
or by words of its own, which a reader has to see.
"""

import re
from collections.abc import Iterable, Sequence

from reportedly.frozen import dataclass
from reportedly.fulfilment.sought import FEW, WORD, stem
from reportedly.model import DONE, Claim, Predicate

_PLANNED = (
    r"(?:promised|pledged|planned|scheduled|announced|threatened|vowed|due|expected|foreseen|billed|slated|meant|intended"
    r"|aimed for|hoped for|committed)"
)
_RECALLED = re.compile(
    rf"\b(?:had\s(?:been\s|once\s|first\s)?{_PLANNED}"
    rf"|(?:which|whom)\s(?:[\w'’-]+\s){{1,4}}?{_PLANNED}"
    rf"|(?:that|who)\s(?:was|were)\s(?:first\s|once\s)?{_PLANNED}"
    r"|(?:which|that|who)\s(?:was|were|had)\sto"
    rf"|than\s(?:was\s|were\s)?(?:first\s|originally\s)?{_PLANNED}"
    r"|(?:miss(?:ed|es)|let|lets|ignored?)\s(?:[\w'’-]+\s){0,3}deadline"
    r"|(?:target|goal|deadline)\s(?:was|has\sbeen|had\sbeen)\smissed"
    r"|deadline\s(?:[\w'’-]+\s){0,5}(?:passed|lapsed|expired|ran out|went by)\swithout)\b"
    rf"|,\s(?:first\s|once\s|originally\s)?{_PLANNED}\s(?:on|for|by|in|at|to|from)\b[^,\n]{{1,60}},",
    re.IGNORECASE,
)
_SET = re.compile(r"\b(?:deadline|target|goal)\b", re.IGNORECASE)
_STANDS = re.compile(r"\b(?:will|would|is|are)\s(?:now\s|still\s)?(?:be\s)?$", re.IGNORECASE)
_SHORT_OF = re.compile(
    r"\b(?:of|instead of|rather than|not|against|short of|fewer than|less than|below|compared with)"
    r" (?:the |its |their )?(?:about |some |original |planned |promised )?$",
    re.IGNORECASE,
)
_MISSING = frozenset({"miss", "let", "ignore", "pass", "lapse", "expire", "run", "go"})  # what is done to a deadline
_BEFORE = 40  # characters before a number in which it is told that less than it came about
TELLING = frozenset({
    "say", "tell", "add", "report", "announce", "note", "state", "declare", "warn", "promise", "pledge", "plan", "vow",
    "schedule", "threaten", "expect", "foresee", "aim", "hope", "mean", "intend", "agree", "accord", "commit", "cite",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sentence that names a plan as one of the past; ``text`` holds it, from ``start`` of its document on."""

    text: str
    start: int

    @property
    def is_so(self) -> bool:
        """Whether it names one."""
        return recalls(self.text)

    def tells_more(self, predicates: Iterable[Predicate]) -> bool:
        """Whether it tells more than that something was announced."""
        plans = [(self.start + m.start(), self.start + m.end()) for m in _RECALLED.finditer(self.text)]
        return any(
            told.status in (*DONE, "did_not_happen")
            and told.lemma not in TELLING
            and not any(start <= told.span.start < end for start, end in plans)
            for told in predicates
        )

    def missed(
        self,
        predicates: Sequence[Predicate],
        verbs: frozenset[str],
        things: frozenset[str],
        *,
        due: str | None,
        days: Iterable[str],
    ) -> bool:
        """Whether the day is told to be missed for what one of ``verbs`` tells, or that day is itself what was told."""
        misses = any(told.lemma in _MISSING and told.status in DONE for told in predicates)
        words = {stem(word) for word in WORD.findall(self.text.lower())}
        of_it = (
            stem("deadline") in things or any(told.lemma in verbs for told in predicates) or len(things & words) >= FEW
        )
        return misses and of_it and _SET.search(self.text) is not None and self._may_be_due(due, days)

    def _may_be_due(self, due: str | None, days: Iterable[str]) -> bool:
        """Whether the days told may be the one set: a target is missed on it, a deadline passes then or later."""
        told = list(days)
        if due is None or not told or due in told:
            return True
        return "deadline" in self.text.lower() and all(day > due for day in told)

    def less(self, figure: Claim, claims: Iterable[Claim]) -> Claim | None:
        """The figure of ``claims`` that came about where ``figure`` was meant to: the 40 of "40 instead of the 60"."""
        every = list(claims)
        low = figure.quantity.low
        meant = [claim for claim in every if claim.quantity.low == low is not None and self._is_short_of(claim)]
        wanted = figure.quantity.high if low is None else low
        return next(
            (
                claim
                for claim in every
                if meant
                and claim.evidence.start < meant[0].evidence.start
                and claim.status in DONE
                and claim.quantity.unit == figure.quantity.unit
                and claim.quantity.high is not None
                and wanted is not None
                and claim.quantity.high < wanted
            ),
            None,
        )

    def _is_short_of(self, claim: Claim) -> bool:
        at = claim.evidence.start - self.start
        return _SHORT_OF.search(self.text[max(0, at - _BEFORE) : max(0, at)]) is not None


def recalls(text: str) -> bool:
    """Whether a sentence names a plan as one of the past."""
    return any(not _STANDS.search(text, 0, found.start()) for found in _RECALLED.finditer(text))
