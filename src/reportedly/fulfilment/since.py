"""What was to come is told to be there since a day, or to have done or undergone something on the very day set.

"The temporary bridge at Marcará has carried traffic since Thursday", "the unit at Jui took in its first patients on 12
May": whatever the verb, the thing and the day tell that it came about. What is promised: the day is behind the
announcement; what is there is told as known, by the very noun of the plan, with another of its things or names beside
it, and with no other plan's more; nothing ill befell it, and it is not at rest where it was not to be.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from reportedly.fulfilment.answered import likeness
from reportedly.fulfilment.recalled import TELLING
from reportedly.fulfilment.reckoned import Reads, Reckoning, linked
from reportedly.fulfilment.sentences import Figures, Pair, after
from reportedly.fulfilment.sought import FEW, Sought, by_state, names_of, stem, strangers, words_of
from reportedly.fulfilment.told import sentences
from reportedly.model import DONE, Document, Predicate, Span, State
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY

LONG = 120  # days behind its day in which what came of a plan is told
MONTH = 7  # letters of a date
SINCE = re.compile(r"\bsince (?:early |the (?:morning|evening|night) of )?$", re.IGNORECASE)


class Since:
    """The sentences of reports that tell since when something is so, and those that tell a day of the past."""

    def __init__(
        self, pairs: Iterable[Pair], days: Mapping[str, str], reads: Reads, *, figures: Figures, plans: Iterable[Sought]
    ) -> None:
        self._reads, self._days, self._figures, self._plans = reads, days, figures, list(plans)
        self._told: list[tuple[Document, Span, str, bool]] = []
        wanted = frozenset(one.day_set for one in self._plans if one.day_set is not None)
        may_tell = _days(wanted)
        for document, _ in pairs:
            day = days.get(document.id)
            if day is None:
                continue
            for start, end in sentences(document.text):
                text = document.text[start:end]
                if may_tell.search(text) is None:
                    continue
                for time in times(text, day):
                    low = (time.low or "")[:DAY]
                    since = SINCE.search(text, 0, time.start) is not None
                    on_it = low == (time.high or "")[:DAY] and low in wanted
                    if len(low) >= MONTH and low <= day and time.role != "reported" and (since or on_it):
                        self._told.append((document, document.span(start, end), low, since))

    def of(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """What is told of ``one`` in documents that may be ``known`` to be of its matter."""
        if one.ends or one.is_decision or one.measures:  # how long or how far is told by its number
            return
        for document, span, low, since in self._told:
            day = self._days[document.id]
            if not one.day[:DAY] < day[:DAY] <= after(max(one.day[:DAY], one.day_set or ""), LONG):
                continue
            if low <= one.day[: len(low)] or not (since or low == one.day_set) or linked(one, span.quote) < FEW:
                continue
            numbers = self._figures.within(span)
            if any(likeness(figure, claim) for figure in one.figures for claim in numbers):
                continue  # how many there are tells more
            if known(document) and any(self._is_it(one, document, span, told) for told in self._reads(document, span)):
                yield from self._made(one, document, span, low)

    def _is_it(self, one: Sought, document: Document, span: Span, told: Predicate) -> bool:
        """Whether a verb tells that what was to come is there, or at its work."""
        if told.status not in DONE or told.condition is not None or told.lemma in TELLING | fates.giving_up().keys():
            return False
        if told.lemma in fates.listed("befalling_ill") | fates.listed("talking") | one.verbs:
            return False  # of its own verb more is asked elsewhere
        who = told.doer if told.doer is not None else told.thing
        words = words_of(who.quote) if who is not None else []
        if (
            who is None
            or len(words) < FEW
            or words[0] not in fates.known()
            or stem(words[-1]) not in (one.core or one.aim)
        ):
            return False
        named = by_state(names_of(document.text[who.start + 1 : max(who.end, told.span.start)]))  # "the unit at Jui"
        return not named or not one.names or not strangers(named, one.names | one.doers)

    def _made(self, one: Sought, document: Document, span: Span, low: str) -> Iterator[Reckoning]:
        shared = linked(one, span.quote)
        if any(linked(other, span.quote) > shared for other in self._plans if other is not one):
            return
        due = one.entry.due.end if one.entry.due is not None else None
        state: State = "not_by_date" if due is not None and low[: len(due)] > due[: len(low)] else "came_about"
        yield Reckoning(state, f"there since {low}", document, span, self._days[document.id])


def _days(wanted: Iterable[str]) -> re.Pattern[str]:
    """Words without which a sentence tells none of the days ``wanted`` (ISO 8601), and not since when something is."""
    told = {
        word
        for day in wanted
        for word in (str(int(day[DAY - 2 : DAY])), calendar.day_name[date.fromisoformat(day).weekday()])
    }
    return re.compile(rf"\b(?:{'|'.join(['since', 'yesterday', 'today', *sorted(told)])})\b", re.IGNORECASE)
