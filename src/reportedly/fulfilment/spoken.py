"""The fate of a plan is told in words of its own, whatever the deed: "off the table", "a fortnight overdue".

A later sentence that carries words of fate (``values/spoken.toml``) settles the one plan of which it tells most: by the
head nouns of what was to be done or who was to do it, where those words have their subject or object, or where they
point back; by its other words, names and numbers; by the day set, or by a day and a delay that come to that day. What is
promised: the two reports are of one situation, which shows by what they share that few others tell; and where two plans
are told of as much, neither is settled.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from reportedly.frozen import dataclass
from reportedly.fulfilment.reckoned import Reads, Reckoning
from reportedly.fulfilment.sentences import Pair, after, bounds
from reportedly.fulfilment.sought import FEW, SHORT, WORD, Bounds, Sought, by_state, letters, names_of, stem
from reportedly.fulfilment.told import Told, sentences
from reportedly.model import DONE, Claim, Document, Span, State
from reportedly.values import fates, spoken
from reportedly.values.calendar import month_end
from reportedly.values.dates import times
from reportedly.values.publication import DAY

MONTH, YEAR = 7, 4  # letters of a date
LONG = 500  # days behind which nothing is told of a plan
CLOSE = 4  # words, a name for two, that show that two reports are of one situation
RARE = 6  # one in so many reports tells a word that shows it
SOME = 3  # reports, of however few
SPECIFIC, LARGE = 10, 100  # a smaller count is told of many a thing, a larger one of few
ENOUGH = 3  # what a head and one thing beside it come to
NEAR = 6  # words behind those of fate in which stands what is dropped
MANY = 4  # times as many heads as are told tell of something else
LARGE_PILE = 8  # reports; of more than that not all are of one situation
SOON = 12  # characters behind what is put off in which the new day stands
_CLAUSE = re.compile(
    r"[;:]\s|\s[–—-]\s|,\s(?:and|but|while|though|although|so|whereas|as|because|since|after|where|when)\s|\b(?:but|though|while)\b"
)
_WHICH = re.compile(r"\s(?:of|for|to|in|at|on|by|from|with|about|that|which|who|between|or)\b|[,;]")
_SINGLE = re.compile(r"\b(?:one|single|first|two|both|\d+)\b", re.IGNORECASE)
_IS_OTHER = re.compile(r"(?:the|for the) (?:other|second|rest|remainder)", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|them|this|that|these|those|all|others)(?: back| down)?(?: to| by)?$", re.IGNORECASE)
_TWO_DEEDS = re.compile(
    r"\band (?:to |will |would )?(?!the\b|an?\b|its\b|their\b|all\b|of\b|in\b|for\b|at\b|to\b)[a-z]+ (?:the|an?|its|their|every|each|all|\d+)\b"
)
_ASIDE = re.compile(r",\s((?:which|who)\b[^,]{3,80}),")
_HAD_SAID = re.compile(r"\bhad (?:[\w'’-]+ ){0,4}(?:said|told|promised|pledged|announced|planned|vowed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that carries words of fate: what they mean, where they stand, their clause, and what is told before.

    ``within`` are the words among which their subject or object stands, ``numbers`` those of the sentence.
    """

    document: Document
    span: Span
    fate: spoken.Fate
    words: str
    at: int
    clause: str
    within: str
    before: str
    points: bool
    day: str
    numbers: frozenset[Bounds]
    claims: tuple[Claim, ...]

    @property
    def behind(self) -> str:
        """What stands behind the words."""
        return self.span.quote[self.at - self.span.start + len(self.words) :]

    @property
    def sentence(self) -> str:
        """Its words."""
        return self.span.quote


class Spoken:
    """The sentences of reports that carry words of fate, each with the one plan of which it tells most."""

    def __init__(
        self, plans: Iterable[Sought], pairs: Sequence[Pair], days: Mapping[str, str], told: Told, *, reads: Reads
    ) -> None:
        self._reads = reads
        self._plans = list(plans)
        self._by_word: defaultdict[str, set[int]] = defaultdict(set)
        self._heads: list[frozenset[str]] = []
        self._names_of: list[frozenset[str]] = []
        self._others: list[frozenset[str]] = []
        self._numbers: list[frozenset[Bounds]] = []
        claims = {document.id: reading.claims for document, reading in pairs}
        for at, one in enumerate(self._plans):
            mine = _claims_of(one, claims.get(one.entry.document, ()))
            units = {stem(word) for claim in mine for word in WORD.findall(claim.evidence.quote.lower())}
            nouns = one.nouns | spoken.called(fates.bases(one.verb))
            self._heads.append(_canon({*one.aim, *one.core, *map(stem, nouns), *({stem(one.verb)} & one.things)} - units))
            self._names_of.append(_canon(stem(name.lower()) for name in one.names))
            self._others.append((_canon(one.things - units) | self._names_of[at]) - self._heads[at])
            self._numbers.append(one.numbers | {bounds(claim) for claim in mine})
            for word in self._heads[at] | self._others[at]:
                self._by_word[word].add(at)
        self._is_large = len(pairs) > LARGE_PILE
        self._words = {doc.id: _canon(map(stem, WORD.findall(doc.text.lower()))) for doc, _ in pairs}
        self._names = {doc.id: by_state(told.names(doc)) for doc, _ in pairs}
        few = max(SOME, len(self._words) // RARE)
        self._many = {word for word, many in _counted(self._words).items() if many > few}
        self._known = {name for name, many in _counted(self._names).items() if many > few}
        self._found: defaultdict[str, list[Reckoning]] = defaultdict(list)
        for document, reading in pairs:
            for telling in _tellings(document, days[document.id], reading.claims) if document.id in days else ():
                for at in self._best(telling):
                    made = self._made(self._plans[at], telling)
                    if made is not None:
                        self._found[self._plans[at].entry.id].append(made)

    def of(self, one: Sought) -> Iterator[Reckoning]:
        """What is told of ``one`` in words of fate; of what came about in part no more than that."""
        found = self._found.get(one.entry.id, [])
        parts = [made.span for made in found if made.state == "partly"]
        for made in found:
            if made.state == "partly" or not parts or (made.state != "came_about" and made.span not in parts):
                yield made

    def _best(self, telling: Telling) -> list[int]:
        """The plan of which a sentence tells most, with those of the same deed; none where two are told alike."""
        words = _canon(map(stem, WORD.findall(f"{telling.before} {telling.sentence}".lower())))
        may = {at for word in words for at in self._by_word.get(word, ())}
        every = enumerate(zip(self._plans, self._numbers, strict=True))
        may |= {at for at, (one, told) in every if told & telling.numbers or _is_of_its_day(one, telling)}
        scored = [(score, at) for at in may for score in [self._score(at, telling)] if score]
        if not scored:
            return []
        most, first = max(scored)
        rivals = [(score, at) for score, at in scored if not self._is_same(first, at)]
        sure = most >= ENOUGH or (not rivals and most == FEW and not self._is_large)
        if not sure or (self._is_large and most <= ENOUGH):
            return []
        if any(score >= most for score, _ in rivals):
            return []
        return [at for score, at in scored if score == most or (self._is_same(first, at) and score >= FEW)]

    def _score(self, at: int, telling: Telling) -> int:
        """How much of a plan a sentence tells; 0 where it may not be told of it."""
        one = self._plans[at]
        if not (self._may_tell(one, telling) and spoken.is_of(telling.fate, fates.bases(one.verb))):
            return 0
        heads, others = self._heads[at], self._others[at]
        rest = _canon(map(stem, WORD.findall(f"{telling.before} {telling.sentence}".lower())))
        within = _canon(map(stem, WORD.findall(telling.within.lower())))
        near = heads & within - self._many
        takes = telling.fate == "dropped" and spoken.takes_object(telling.words)
        if telling.points or takes:
            near |= self._names_of[at] & within - self._many
        number = max(map(_weight, self._numbers[at] & telling.numbers), default=0)
        comes = _is_of_its_day(one, telling)
        comes &= bool(near) or telling.fate not in ("since", "only")
        if not (near or comes or (number >= ENOUGH and (telling.points or takes))):
            return 0
        if MANY * len(near) < len(heads - _canon(map(stem, one.nouns))) and not (comes or number):
            return 0
        return FEW * len(near) + len(((heads | others) & rest) - near) + number + ENOUGH * comes

    def _may_tell(self, one: Sought, telling: Telling) -> bool:
        context = one.entry.prospect.context
        if context.document == telling.document.id:  # "had promised two posts by May, opened one; for the other ..."
            behind = telling.span == context and telling.at >= one.entry.prospect.what.end
            behind |= telling.points and telling.before == context.quote
            return behind and _HAD_SAID.search(context.quote, 0, one.entry.prospect.what.start - context.start) is not None
        in_time = one.day[:DAY] < telling.day[:DAY] <= after(max(one.day[:DAY], _end(one) or ""), LONG)
        return in_time and self._is_close(context.document, telling.document.id)

    def _is_close(self, one: str, other: str) -> bool:
        """Whether two reports are of one situation."""
        names = self._names[one] & self._names[other] - self._known
        words = self._words[one] & self._words[other] - self._many
        if self._is_large:
            return len(names) >= FEW and len(words) >= CLOSE
        return FEW * len(names) + len(words) >= CLOSE

    def _is_same(self, one: int, other: int) -> bool:
        """Whether two plans tell of the same deed."""
        shared = self._heads[one] & self._heads[other]
        mine, theirs = self._plans[one], self._plans[other]
        same = mine.verb == theirs.verb or (_end(mine) is not None and (_end(mine) or "")[:MONTH] == (_end(theirs) or "")[:MONTH])
        return one == other or (bool(shared) and same)

    def _made(self, one: Sought, telling: Telling) -> Reckoning | None:
        """What the words of fate make of a plan."""
        end = _end(one)
        over = end is not None and telling.day[:DAY] > end
        states: dict[spoken.Fate, State] = {
            "kept": "came_about",
            "late": "not_by_date",
            "dropped": "overtaken",
            "moved": "not_by_date" if over else "overtaken",
            "partly": "partly",
            "stays": "overtaken",
            "idle": "not_by_date",
            "only": "not_by_date",
            "since": "came_about",
        }
        state = states[telling.fate]
        if telling.fate in ("late", "idle", "only") and not over:
            return None
        days = [(low, high) for low, high in _days(telling.clause, telling.day) if low[:DAY] == high[:DAY]]
        new = [high for _, high in _days(telling.behind, telling.day) if high]
        if telling.fate == "moved" and end is not None and new and all(high[: len(end)] <= end[: len(high)] for high in new):
            return None  # no later day is told
        if telling.fate in ("since", "only") and not _since(one, telling):
            return None
        if telling.fate in ("kept", "since") and end is not None and days and all(low[:DAY] > end for low, _ in days):
            state = "not_by_date"
        if _is_less(one, telling) or (state == "came_about" and _is_of_some(one, telling)):
            state = "partly"
        if end and telling.fate == "dropped" and any(one.day[:DAY] < low <= end for low in _aside(telling)):
            return None  # "the bill, which came in on 14 October, was withdrawn"
        if telling.fate in ("kept", "since", "only") and not self._is_done(telling):
            return None
        if _TWO_DEEDS.search(one.entry.prospect.what.quote) is not None and telling.fate != "partly":
            return None  # of which of the two it is told is not read
        if telling.fate == "kept" and _is_lasting(one) and (fates.shift(telling.sentence) or 0) < 0:
            state = "overtaken"  # what was to last ended before its day
        return Reckoning(state, f'"{telling.words}"', telling.document, telling.span, telling.day)

    def _is_done(self, telling: Telling) -> bool:
        """Whether something is told as done in the clause of the words."""
        start = telling.span.start + telling.sentence.find(telling.clause)
        return any(
            told.status in DONE and start <= told.span.start < start + len(telling.clause)
            for told in self._reads(telling.document, telling.span)
        )


def _claims_of(one: Sought, claims: Iterable[Claim]) -> Sequence[Claim]:
    """The figures of an announcement, those behind its clause too: "part of the fees, 1,200 denars a worker"."""
    told = one.entry.prospect
    return [c for c in claims if told.what.start <= c.evidence.start < told.context.end and c.status not in DONE]


def _counted(told: Mapping[str, frozenset[str]]) -> Counter[str]:
    return Counter(word for some in told.values() for word in some)


def _weight(number: Bounds) -> int:
    """How much it tells that a number is told again."""
    low = number[0] or number[1] or 0
    return ENOUGH if low >= LARGE else FEW if low >= SPECIFIC else 1


def _canon(stems: Iterable[str]) -> frozenset[str]:
    """Stems without those that tell nothing, each as that of the word which may stand for it."""
    return frozenset(_standing().get(word, word) for word in stems if len(word) >= SHORT) - _empty()


@cache
def _standing() -> dict[str, str]:
    return {stem(noun): name for noun, name in spoken.alike().items()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(stem, spoken.empty() | fates.common()))


def _tellings(document: Document, day: str, claims: Sequence[Claim]) -> Iterator[Telling]:
    """The sentences of a document that carry words of fate."""
    before, started = "", 0
    for start, end in sentences(document.text):
        span = document.span(start, end)
        every = spoken.told(span.quote)
        if not any(fate in ("kept", "late") for fate, _ in every):
            every += _shifted(span.quote)
        for fate, found in every:
            first, last = _clause(span.quote, found.start(), found.end())
            behind = span.quote[found.end() :]
            if spoken.thought().search(span.quote, first, found.start()) is not None:
                continue
            if fate == "moved" and spoken.sets_day(found.group()) and not _tells_day(behind, day):
                continue
            if _IS_OTHER.match(found.group()) and not _SINGLE.search(f"{before} {span.quote[: found.start()]}"):
                continue
            clause = span.quote[first:last]
            within = clause if fate not in ("dropped", "moved", "stays") else span.quote[first : found.start()]
            behind_it = fate == "dropped" and spoken.takes_object(found.group())
            if behind_it:
                within = _object(behind)
            points = not behind_it and spoken.pointing().match(span.quote, first) is not None
            points = points or any(way.search(found.group()) for way in (_IT, _IS_OTHER))
            back = points and not span.quote[:first].strip()  # what it points to stands in the sentence before
            if points:
                within = f"{before if back else ''} {span.quote[: found.end()]}"
            yield Telling(
                document,
                span,
                fate,
                found.group(),
                start + found.start(),
                clause,
                within,
                before,
                points,
                day,
                frozenset(bounds(c) for c in claims if (started if back else start) <= c.evidence.start < end),
                tuple(c for c in claims if start <= c.evidence.start < end),
            )
        before, started = span.quote, start


def _shifted(text: str) -> list[tuple[spoken.Fate, re.Match[str]]]:
    """A delay that is told by its length, or what is told to be early."""
    found, shift = fates.delay(text), fates.shift(text)
    return [("late" if shift > 0 else "kept", found)] if found is not None and shift else []


def _tells_day(text: str, day: str) -> bool:
    """Whether a text opens with a day: "April next year", "the end of the month"."""
    return any(time.start <= SOON for time in times(text, day))


def _object(behind: str) -> str:
    """What stands right behind a verb; of a plan also what it is for: "call to strike"."""
    words = behind.split()[:NEAR]
    told = _WHICH.split(" ".join(words), maxsplit=1)[0]
    last = next(reversed(WORD.findall(told.lower())), "")
    return " ".join(words) if fates.is_plan(last) or last in fates.nouns("offered") else told


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends that holds a place."""
    cuts = [found.span() for found in _CLAUSE.finditer(text)]
    first = max((stop for _, stop in cuts if stop <= start), default=0)
    return first, min((begin for begin, _ in cuts if begin >= end), default=len(text))


def _end(one: Sought) -> str | None:
    """The last day on which a plan may come about in time; of one from a day on that day."""
    due = one.entry.due
    end = (due.end or due.start) if due is not None else None
    if end is None:
        return None
    if len(end) == YEAR:
        return f"{end}-12-31"
    return month_end(int(end[:YEAR]), int(end[YEAR + 1 :])).isoformat() if len(end) == MONTH else end[:DAY]


def _since(one: Sought, telling: Telling) -> bool:
    """Whether something goes on since a day behind the announcement, or came about on one behind that which was set."""
    found = [low[:DAY] for low, _ in _days(telling.clause, telling.day)]
    least = _end(one) if telling.fate == "only" else one.day[:DAY]
    return least is not None and any(least[: len(low)] < low <= telling.day[:DAY] for low in found)


def _is_less(one: Sought, telling: Telling) -> bool:
    """Whether less of a figure that was announced is told as done, and so much of it nowhere."""
    if telling.fate not in ("kept", "since", "late", "only") or len(one.figures) != 1:
        return False
    if one.entry.prospect.kind != "plan":
        return False  # what is foreseen is counted when all of it is there
    wanted, unit = one.figures[0].quantity.low, one.figures[0].quantity.unit
    done = [c.quantity for c in telling.claims if c.status in DONE and c.quantity.unit == unit and c.quantity.change == "level"]
    many = [told.high for told in done if told.high is not None]
    if wanted is None or wanted < SPECIFIC or any(told >= wanted for told in many):
        return False
    return any(told * SPECIFIC >= wanted for told in many)


def _is_of_some(one: Sought, telling: Telling) -> bool:
    """Whether of those named of whom something was announced only some are told: two of three villages."""
    who = one.entry.prospect.who
    named = frozenset(names_of(who.quote)) & one.names if who is not None else frozenset()
    told = named.intersection(names_of(telling.sentence))
    return len(named) > FEW and bool(told) and told != named


def _aside(telling: Telling) -> Sequence[str]:
    """The days that are told aside: "which came in on 14 October"."""
    return [low[:DAY] for told in _ASIDE.findall(telling.sentence) for low, _ in _days(told, telling.day)]


def _is_lasting(one: Sought) -> bool:
    """Whether something is to go on for a time."""
    return bool(one.ends) or any(c.quantity.unit in ("day", "week", "month", "hour") for c in one.measures)


@cache
def _days(text: str, day: str) -> tuple[tuple[str, str], ...]:
    found = (time for time in times(text, day) if time.role != "reported")
    return tuple((time.low, time.high or "") for time in found if time.low)


def _is_of_its_day(one: Sought, telling: Telling) -> bool:
    """Whether the day that was set is told, or a day and the delay told with it come to that day."""
    end = _end(one)
    shift = fates.shift(telling.sentence)
    if end is None or telling.fate in ("partly", "stays"):
        return False
    if telling.fate == "dropped":  # "the walkout of the 21st is off"
        return any(low[:DAY] == end == high[:DAY] for low, high in _days(telling.within, telling.day))
    told = _days(telling.sentence, telling.day)
    if not shift:
        month = one.entry.due is not None and len((one.entry.due.end or one.entry.due.start or "")[:DAY]) == MONTH
        by_month = telling.fate in ("late", "moved", "idle") and (month or end == after(end, 0) and _is_last(end))
        return any(
            low[:DAY] == end == high[:DAY] or (by_month and low[:MONTH] == end[:MONTH] == high[:MONTH] and _is_wide(low, high))
            for low, high in told
        )
    leeway = fates.leeway(telling.sentence)
    days = [low[:DAY] for low, high in told or _days(telling.before, telling.day) if low[:DAY] == high[:DAY]]
    meant = {after(day, -shift + slack) for day in days for slack in range(-leeway, leeway + 1)}
    return end in meant or (shift > 0 and end in days)


def _is_wide(low: str, high: str) -> bool:
    """Whether a time is more than a day."""
    return len(low) < DAY or low[:DAY] != high[:DAY]


def _is_last(day: str) -> bool:
    """Whether a day is the last of its month."""
    return after(day, 1).endswith("-01")
