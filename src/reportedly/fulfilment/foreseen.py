"""A forecast of a figure is met by the figure that was counted when its time was over.

"Expects 5,000 cases by the end of the month" and "counted 6,240 by the end of February", "a turnout of 60 percent" and
"turnout was 54 percent". What is promised: the later figure is of the same thing, by its word, in its unit, told as a
level and not as a part, of the very time that was set, or of what there is once; and both sentences name the same
place or body, or the later one none. A forecast of a rise is left to words: it is told anew for each quarter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from reportedly.fulfilment.reckoned import Reckoning
from reportedly.fulfilment.sentences import Pair, after
from reportedly.fulfilment.sought import GIVEN, Sought, by_state, names_of, tellers
from reportedly.model import DONE, Claim, Document, State
from reportedly.values import fates
from reportedly.values.dates import times
from reportedly.values.publication import DAY

LATE = 21  # days behind its time in which a figure is counted up
ONCE = 30  # days in which what there is once is told
FAR = 3  # times: so far apart a figure is rather of something else
Alike = tuple[str, str]


class Foreseen:
    """The figures of reports by what they count."""

    def __init__(self, pairs: Iterable[Pair], days: Mapping[str, str]) -> None:
        self._days = days
        self._by_thing: defaultdict[Alike, list[Claim]] = defaultdict(list)
        self._documents: dict[str, Document] = {}
        for document, reading in pairs:
            if document.id in days:
                self._documents[document.id] = document
                for claim in reading.claims:
                    if claim.status in DONE and claim.part_of is None and _is_level(claim):
                        self._by_thing[_thing(claim)].append(claim)

    def of(self, one: Sought, known: Callable[[Document], bool]) -> Iterator[Reckoning]:
        """What came of the figure of a forecast, in documents that may be ``known`` to be of its matter."""
        if one.entry.prospect.kind != "forecast" or one.verb not in GIVEN:
            return  # "barges will bring 9,000 tonnes" tells a deed
        if len(one.figures) != 1 or not _is_level(one.figures[0]):
            return
        figure = one.figures[0]
        for claim in self._by_thing.get(_thing(figure), ()):
            document = self._documents[claim.context.document]
            day = self._days[document.id]
            if day[:DAY] > one.day[:DAY] and known(document) and self._is_counted(one, figure, claim, day):
                yield self._made(one, figure, claim, day)

    def _is_counted(self, one: Sought, figure: Claim, claim: Claim, day: str) -> bool:
        low, wanted = claim.quantity.low, figure.quantity.low
        if not low or not wanted or max(low, wanted) > FAR * min(low, wanted):
            return False
        if claim.verb is not None and claim.verb.lemma not in fates.listed("counted"):
            return False
        theirs = by_state(names_of(claim.context.quote[1:])) - tellers(claim.attribution)
        mine = by_state(names_of(one.entry.prospect.context.quote)) | one.names
        return (not theirs or not theirs.isdisjoint(mine)) and _is_of_its_time(one, figure, claim, day)

    def _made(self, one: Sought, figure: Claim, claim: Claim, day: str) -> Reckoning:
        low, wanted = claim.quantity.low or 0, figure.quantity.low or 0
        over = one.entry.due is not None
        state: State = "came_about" if low >= wanted else "not_by_date" if over else "partly"
        words = f"{claim.evidence.quote}, where {figure.evidence.quote} was foreseen"
        return Reckoning(state, words, self._documents[claim.context.document], claim.context, day)


def _is_of_its_time(one: Sought, figure: Claim, claim: Claim, day: str) -> bool:
    """Whether a figure is told of the time that was set, once that was over; or of what there is but once."""
    end = one.entry.due.end if one.entry.due is not None else None
    if end is None:
        lemma = figure.counted.lemma if figure.counted is not None else ""
        soon = day[:DAY] <= after(one.day[:DAY], ONCE)
        return soon and lemma in fates.nouns("once") and claim.when is None
    told = [time.high or "" for time in times(claim.context.quote, day) if time.role != "reported"]
    of_it = any(high[: len(end)] == end or high[:DAY] == end for high in told)
    return of_it and day[: len(end)] >= end and day[:DAY] <= after(end if len(end) == DAY else f"{end}-28"[:DAY], LATE)


def _is_level(claim: Claim) -> bool:
    told = claim.quantity
    return claim.counted is not None and told.change == "level" and told.low is not None and told.low == told.high


def _thing(claim: Claim) -> Alike:
    return claim.counted.lemma.lower() if claim.counted is not None else "", claim.quantity.unit
