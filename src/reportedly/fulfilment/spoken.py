"""The fate of a plan is told in words of its own, whatever the deed: "off the table", "a fortnight overdue".

A later sentence that carries words of fate (``values/spoken.toml``) settles the one plan of which it tells most: by the
head nouns of what was to be done or of who was to do it, where those words call for them; by its other words, names and
numbers; by the day set, or by a day and a delay that come to that day. What is promised: the two reports are of one
situation, which shows by what they share that few others tell; and where two plans are told of as much, neither is
settled. A plan that its own report tells as one of the past is settled by what stands right behind it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.frozen import dataclass
from reportedly.fulfilment.reckoned import Reads, Reckoning
from reportedly.fulfilment.sentences import Pair, after, bounds
from reportedly.fulfilment.situation import Situation
from reportedly.fulfilment.sought import FEW, GIVEN, WORD, Bounds, Sought, letters, names_of, stem, words_of
from reportedly.fulfilment.tellings import MONTH, Telling, canon, days_of, last_day, tellings
from reportedly.model import DONE, Claim, State
from reportedly.values import fates, spoken
from reportedly.values.publication import DAY

LONG = 500  # days behind which nothing is told of a plan
SPECIFIC, LARGE = 10, 100  # a smaller count is told of many a thing, a larger one of few
ENOUGH = 3  # what a head and one thing beside it come to
MANY = 4  # times as many heads as are told tell of something else
_HAD_SAID = re.compile(
    r"\bhad (?:[\w'’-]+ ){0,4}(?:said|told|promised|pledged|announced|planned|vowed)\b", re.IGNORECASE
)
_NO_OBJECT = re.compile(r"[a-z]+(?: on| out| up| off| back)? (?:for|to|in|at|on|from|with|by)\b")
_ANOTHER = re.compile(r"(?:another|an? (?:second|third|further|new|other|different)|other)\b", re.IGNORECASE)
_TWO_DEEDS = re.compile(
    r"\band (?:to |will |would )?(?!(?:the|an?|its|their|all|of|in|for|at|to)\b)[a-z]+"
    r" (?:the|an?|its|their|every|each|all|\d+)\b"
)
STATES: Mapping[spoken.Fate, State] = {
    "kept": "came_about",
    "since": "came_about",
    "late": "not_by_date",
    "idle": "not_by_date",
    "only": "not_by_date",
    "dropped": "overtaken",
    "stays": "overtaken",
    "moved": "overtaken",  # where its day is not over
    "partly": "partly",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is looked for, with its ``heads``, its ``names``, its ``other`` words, its ``numbers`` and its last day."""

    one: Sought
    heads: frozenset[str]
    names: frozenset[str]
    other: frozenset[str]
    numbers: frozenset[Bounds]
    end: str | None

    @classmethod
    def of(cls, one: Sought, claims: Iterable[Claim]) -> "Plan":
        """The plan of an entry of a document with these ``claims``."""
        told, due = one.entry.prospect, one.entry.due
        mine = [c for c in claims if told.what.start <= c.evidence.start < told.context.end and c.status not in DONE]
        units = {stem(word) for claim in mine for word in WORD.findall(claim.evidence.quote.lower())}
        nouns = map(stem, one.nouns | spoken.called(fates.bases(one.verb)))
        heads = canon({*one.aim, *one.core, *nouns, *({stem(one.verb)} & one.things)} - units)
        names = canon(stem(name.lower()) for name in one.names)
        short = {letters(name.lower()) for name in one.names}
        end = (due.end or due.start) if due is not None else None
        numbers = one.numbers | {bounds(claim) for claim in mine}
        return cls(one, heads, names, canon((one.things - units) | short) - heads, numbers, end and last_day(end))

    @property
    def own(self) -> frozenset[str]:
        """Its heads but for the nouns by which its deed may be called."""
        return self.heads - canon(map(stem, self.one.nouns))

    @property
    def has_object(self) -> bool:
        """Whether somebody is to do something to something else."""
        told = self.one.entry.prospect.what.quote
        return bool(self.one.core) and not self.one.is_passive and _NO_OBJECT.match(told) is None

    def is_same(self, other: "Plan") -> bool:
        """Whether two plans tell of the same deed."""
        by_day = self.end is not None and other.end is not None and self.end[:MONTH] == other.end[:MONTH]
        return self is other or (bool(self.heads & other.heads) and (by_day or self.one.verb == other.one.verb))


class Spoken:
    """The words of fate in reports, each with the one plan of which it tells most."""

    def __init__(
        self,
        plans: Iterable[Sought],
        pairs: Sequence[Pair],
        days: Mapping[str, str],
        situation: Situation,
        *,
        reads: Reads,
    ) -> None:
        self._reads = reads
        claims = {document.id: reading.claims for document, reading in pairs}
        self._plans = [Plan.of(one, claims.get(one.entry.document, ())) for one in plans]
        self._at: defaultdict[object, set[int]] = defaultdict(set)  # plans by their words, numbers and last day
        for at, plan in enumerate(self._plans):
            for key in (*plan.heads, *plan.names, *plan.other, *plan.numbers, plan.end):
                self._at[key].add(at)
        self._situation = situation
        self._found: defaultdict[str, list[Reckoning]] = defaultdict(list)
        for document, reading in pairs:
            for telling in tellings(document, days[document.id], reading.claims) if document.id in days else ():
                for plan in self._best(telling):
                    self._found[plan.one.entry.id] += self._made(plan, telling)

    def of(self, one: Sought) -> Iterator[Reckoning]:
        """What is told of ``one`` in words of fate; of what came about in part no more than that."""
        found = self._found.get(one.entry.id, [])
        parts = [made.span for made in found if made.state == "partly"]
        for made in found:
            if made.state == "partly" or not parts or (made.state != "came_about" and made.span not in parts):
                yield made

    # Whose fate it is

    def _best(self, telling: Telling) -> list[Plan]:
        """The plan of which a sentence tells most, with those of the same deed; none where two are told alike."""
        keys: list[object] = [*telling.rest, *telling.numbers, *telling.ends]
        may = sorted({at for key in keys for at in self._at.get(key, ())})
        scored = [(score, self._plans[at]) for at in may for score in [self._score(self._plans[at], telling)] if score]
        most, first = max(scored, key=lambda one: one[0], default=(0, None))
        if first is None:
            return []
        rivals = [score for score, plan in scored if not plan.is_same(first)]
        sure = most > ENOUGH if self._situation.is_large else most >= ENOUGH or (most == FEW and not rivals)
        if not sure or max(rivals, default=0) >= most:
            return []
        alike = {id(plan) for score, plan in scored if score == most}
        twins = (self._plans[at] for at in may if self._plans[at].is_same(first))
        return [
            plan for plan in twins if id(plan) in alike or (plan.heads & telling.near and self._may_tell(plan, telling))
        ]

    def _score(self, plan: Plan, telling: Telling) -> int:
        """How much of a plan a sentence tells; 0 where it may not be told of it."""
        if not spoken.is_of(telling.fate, fates.bases(plan.one.verb)) or not self._may_tell(plan, telling):
            return 0
        if plan.end is not None and telling.misses and plan.end not in telling.ends:
            return 0
        if telling.fate != "partly" and _is_of_another(plan.one, telling.within):
            return 0
        called = plan.heads | plan.names if telling.points or telling.takes else plan.heads
        near = called & telling.near - self._situation.common
        number = max(map(_weight, plan.numbers & telling.numbers), default=0)
        on_day = plan.end in telling.ends and (bool(near) or telling.fate not in ("since", "only"))
        if not (near or on_day or (number >= ENOUGH and (telling.points or telling.takes))):
            return 0
        by_doer = plan.has_object and near <= canon(plan.one.by)  # of whom other things are told, too
        if (by_doer or MANY * len(near) < len(plan.own)) and not (on_day or number):
            return 0
        return FEW * len(near) + len(((plan.heads | plan.other) & telling.rest) - near) + number + ENOUGH * on_day

    def _may_tell(self, plan: Plan, telling: Telling) -> bool:
        context, what, day = plan.one.entry.prospect.context, plan.one.entry.prospect.what, plan.one.day[:DAY]
        if context.document == telling.document.id:  # "had promised two posts by May, opened one; for the other ..."
            behind = telling.span == context and telling.at >= what.end
            behind |= telling.points and telling.before == context.quote
            return behind and _HAD_SAID.search(context.quote, 0, what.start - context.start) is not None
        in_time = day < telling.day[:DAY] <= after(max(day, plan.end or ""), LONG)
        return in_time and self._situation.is_one(context.document, telling.document.id)

    # What it is

    def _made(self, plan: Plan, telling: Telling) -> Iterator[Reckoning]:
        """What the words of fate make of a plan, if anything."""
        state = _state(plan, telling)
        if state is not None and (telling.fate not in ("kept", "since", "only") or self._is_done(plan, telling)):
            yield Reckoning(state, f'"{telling.words}"', telling.document, telling.span, telling.day)

    def _is_done(self, plan: Plan, telling: Telling) -> bool:
        """Whether something is told as done in the clause of the words; what goes on since a day, of its thing."""
        inside = [
            told
            for told in self._reads(telling.document, telling.span)
            if told.status in DONE and telling.start <= told.span.start < telling.end
        ]
        if telling.fate != "since":
            return bool(inside)
        doers = [words_of(told.doer.quote) for told in inside if told.doer is not None]
        heads = canon(stem(words[-1]) for words in doers if words)
        return bool(inside) and (
            not heads or telling.points or not heads.isdisjoint(plan.heads | plan.names | plan.other)
        )


def _weight(number: Bounds) -> int:
    """How much it tells that a number is told again."""
    low = number[0] or number[1] or 0
    return ENOUGH if low >= LARGE else FEW if low >= SPECIFIC else 1


def _state(plan: Plan, telling: Telling) -> State | None:
    """What words of fate tell of a plan; None where they tell nothing of it."""
    one, end, fate = plan.one, plan.end, telling.fate
    over = end is not None and telling.day[:DAY] > end
    told = days_of(telling.clause, telling.day)
    if fate != "partly" and _TWO_DEEDS.search(one.entry.prospect.what.quote) is not None:
        return None  # of which of the two it is told is not read
    if STATES[fate] == "not_by_date" and not over:
        return None
    if fate == "since" and one.entry.prospect.kind == "forecast" and one.verb in GIVEN:
        return None  # what goes on since a day is not what was foreseen of a number
    least = {"since": one.day[:DAY], "only": end}.get(fate)
    if least is not None and not any(least[: len(low)] < low[:DAY] <= telling.day[:DAY] for low, _ in told):
        return None  # no day is told behind that on which it was announced, or due
    if fate == "moved" and not _is_later(end, days_of(telling.behind, telling.day)):
        return None
    if fate == "dropped" and end is not None and any(one.day[:DAY] < day <= end for day in telling.aside):
        return None  # "the bill, which came in on 14 October, was withdrawn"
    if fate in ("kept", "since", "late", "only") and _is_less(one, telling.claims):
        return "partly"
    if STATES[fate] != "came_about":
        return "not_by_date" if fate == "moved" and over else STATES[fate]
    lows = [low[:DAY] for low, high in told if low[:DAY] == high[:DAY]]
    if lows and end is not None and all(low > end[: len(low)] for low in lows):
        return "not_by_date"
    if fate == "kept" and _is_lasting(one) and (fates.shift(telling.span.quote) or 0) < 0:
        return "overtaken"  # what was to last ended before its day
    return "partly" if _is_of_some(one, telling.span.quote) else "came_about"


def _is_of_another(one: Sought, text: str) -> bool:
    """Whether it is told of another one, or of one of somebody brought up anew: "the trial of a banker"."""
    anew = (frozenset(map(stem, found.split()[:1])) for found in fates.complement().findall(text.lower()))
    words = frozenset(map(stem, WORD.findall(one.entry.prospect.context.quote.lower())))
    other = _ANOTHER.match(text.strip()) is not None and not one.is_another
    return other or any(told and told.isdisjoint(words) for told in anew)


def _is_later(end: str | None, told: Sequence[tuple[str, str]]) -> bool:
    """Whether a day that is set anew may lie behind that which was set."""
    new = [high for _, high in told if high]
    return end is None or not new or any(high[: len(end)] > end[: len(high)] for high in new)


def _is_less(one: Sought, claims: Iterable[Claim]) -> bool:
    """Whether less of the one figure of a plan is told as done, and so much of it nowhere."""
    if len(one.figures) != 1 or one.entry.prospect.kind == "forecast":
        return False
    wanted = one.figures[0].quantity
    done = [c.quantity for c in claims if c.status in DONE and c.quantity.unit == wanted.unit]
    many = [told.high for told in done if told.high is not None and told.change == "level"]
    if wanted.low is None or wanted.low < SPECIFIC or any(told >= wanted.low for told in many):
        return False
    return any(told * SPECIFIC >= wanted.low for told in many)


def _is_of_some(one: Sought, text: str) -> bool:
    """Whether of those named of whom something was announced only some are told: two of three villages."""
    who = one.entry.prospect.who
    named = frozenset(names_of(who.quote)) & one.names if who is not None else frozenset()
    told = named.intersection(names_of(text))
    return len(named) > FEW and bool(told) and told != named


def _is_lasting(one: Sought) -> bool:
    """Whether something is to go on for a time."""
    return bool(one.ends) or any(c.quantity.unit in ("day", "week", "month", "hour") for c in one.measures)
