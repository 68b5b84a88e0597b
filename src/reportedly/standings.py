"""The words of a series as they come become what each origin stands at, from when until when.

A state at a moment is what ``origins.rejoined`` and ``estimates.standing`` make of the words that were known then.
Words with neither voice nor figure in common are never joined, so that a word moves those alone that it can be joined
with; and mostly it only says the next figure of its origin, or retells one. What is promised: at each moment ``Course``
tells what those two make of all words until then, whatever order they come in; the work grows with the words, or it
gives up (``is_too_long``).
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby

from reportedly import origins
from reportedly.changes import Summed
from reportedly.estimates import estimates
from reportedly.estimates.rules import is_official
from reportedly.estimates.standing import fits, newest, sayings, stays
from reportedly.frozen import dataclass
from reportedly.ledger.stood import Came, Stood
from reportedly.model import Estimate, Reported

Known = tuple[Hashable, float | None, frozenset[float]]

ANEW, FREE = 300, 20_000  # words that are gone through again for each that comes, and at all, before it gives up


@dataclass(frozen=True, slots=True)
class _Stand:
    """An origin's word that stands, as told and as old as its saying; without one a word that shows that it spoke."""

    word: Reported
    saying: Reported | None


@dataclass(slots=True)
class _Retold:
    """A figure as its only voice told it: whether a word with it fits, and when it was told last."""

    voice: str
    fits: bool
    last: str | None


@dataclass(slots=True)
class _Voice:
    """What one voice told: its points, and what they are when rounded."""

    points: set[float | None] = field(default_factory=set)
    rounded: set[float] = field(default_factory=set)


NOBODY = _Voice()
OFFICIAL = "official/1"


class _Part:
    """Words that may be joined, and what their origins stand at; None where that is not known yet."""

    def __init__(self) -> None:
        self.words: list[Reported] = []
        self.stands: dict[str, _Stand] | None = {}
        self.last = ""
        self.voices: dict[str, _Voice] = {}
        self.figures: dict[Hashable, _Retold | None] = {}

    def take(self, other: "_Part") -> None:
        """Take in another's words."""
        self.words += other.words
        self.last = max(self.last, other.last)
        self.voices |= other.voices
        self.figures |= other.figures
        is_known = self.stands is not None and other.stands is not None
        self.stands = {**(self.stands or {}), **(other.stands or {})} if is_known else None


class Course:
    """One series; ``done``: of what has come about."""

    def __init__(self, *, done: bool) -> None:
        self.done = done
        self._voices: dict[str, _Part] = {}
        self._figures: dict[Hashable, _Part] = {}
        self._spent = self._came = 0

    @property
    def is_too_long(self) -> bool:
        """Whether more was done than the words are worth."""
        return self._spent > FREE + ANEW * self._came

    def put(self, word: Reported, *, telling: bool = True) -> dict[str, tuple[_Stand | None, _Stand | None]]:
        """By origin what stood and what stands now that ``word`` came; nothing where the course is not told yet."""
        self._came += 1
        known = origins.known_by(word)
        part = self._joined(word, known[0])
        if not telling:
            part.stands = None
            _hold(part, word, known, done=self.done)
            return {}
        if part.stands is None:
            part.stands = self._anew(part)
        before = part.stands
        step = self._step(part, word, known)
        _hold(part, word, known, done=self.done)
        now = self._anew(part) if step is None else step
        touched = {**before, **now} if step is None else step
        both = {origin: (before.get(origin), now.get(origin)) for origin in touched}
        if step is None:
            part.stands = now
        else:
            before.update(step)
        return {origin: sides for origin, sides in both.items() if not _same(*sides)}

    def _joined(self, word: Reported, figure: Hashable) -> _Part:
        """The part in which ``word`` belongs, of those by its voice and with its figure."""
        found = {id(part): part for part in (self._voices.get(word.origin), self._figures.get(figure)) if part}
        part, *others = sorted(found.values(), key=lambda one: -len(one.words)) or [_Part()]
        for other in others:
            part.take(other)
            self._voices |= dict.fromkeys(other.voices, part)
            self._figures |= dict.fromkeys(other.figures, part)
        self._voices[word.origin] = self._figures[figure] = part
        return part

    def _step(self, part: _Part, word: Reported, known: Known) -> dict[str, _Stand] | None:
        """What stands otherwise by ``word``, where that can be told by what stood; None where it cannot."""
        figure, point, rounded = known
        voice = part.voices.get(word.origin, NOBODY)
        if point in voice.rounded or not rounded.isdisjoint(voice.points):
            return None
        if figure in part.figures:
            return {} if _retells(part.figures[figure], word, fits(word, done=self.done)) else None
        if (word.day or "") <= part.last:
            return None
        alone = word if word.statement == word.id else replace(word, statement=word.id)  # as ``rejoined`` has it
        stood = (part.stands or {}).get(alone.origin)
        if not fits(word, done=self.done):
            return {} if stood is not None else {alone.origin: _Stand(alone, None)}
        saying = alone if alone.said in (None, alone.published) else replace(alone, published=alone.said)
        if stood is None or stood.saying is None or stays(stood.saying, saying) is None:
            return {alone.origin: _Stand(alone, saying)}
        return {}

    def _anew(self, part: _Part) -> dict[str, _Stand]:
        """What stands in a part, by all its words."""
        self._spent += len(part.words)
        joined = origins.rejoined(part.words)
        told, _ = sayings(joined, done=self.done)
        found = {word.origin: _Stand(word, None) for word in joined}
        by_id = {word.id: word for word in joined}
        for origin, mine in told.items():
            last, _ = newest(mine)
            found[origin] = _Stand(by_id[last.id], last)
        return found


def _hold(part: _Part, word: Reported, known: Known, *, done: bool) -> None:
    """Put ``word`` into a part, with what it is known again by."""
    figure, point, rounded = known
    part.words.append(word)
    part.last = max(part.last, word.day or "")
    voice = part.voices.setdefault(word.origin, _Voice())
    voice.points.add(point)
    voice.rounded.update(rounded)
    is_plain = word.said is None and word.published is not None
    if figure not in part.figures:
        part.figures[figure] = _Retold(word.origin, fits(word, done=done), word.published) if is_plain else None
    elif (told := part.figures[figure]) is not None:
        if not is_plain or told.voice != word.origin:
            part.figures[figure] = None
        else:
            told.fits = told.fits or fits(word, done=done)
            told.last = max(told.last or "", word.published or "")


def _retells(known: _Retold | None, word: Reported, is_fit: bool) -> bool:
    """Whether ``word`` only tells again, later, what its voice alone had told, and corrects nothing by that."""
    if known is None or known.voice != word.origin or word.said is not None or word.corrects:
        return False
    return word.published is not None and word.published > (known.last or "") and (known.fits or not is_fit)


def _same(one: _Stand | None, other: _Stand | None) -> bool:
    if one is None or other is None or one.saying is None or other.saying is None:
        return (one is None) == (other is None) and (one and one.saying) is (other and other.saying)
    return one is other or (one.word == other.word and one.saying == other.saying)


def course(came: Sequence[Came], after: str, *, done: bool) -> list[Stood] | None:
    """What stood otherwise from a moment later than ``after`` on, by words in the order in which they were learned.

    None where nothing is to be stored: where persons without a numeral are told, who count by what all others tell, or
    where it is too much work.
    """
    if any(one.word.persons is not None for one in came):
        return None
    homes = {one.word.id: one.reading for one in came}
    found: list[Stood] = []
    told = Course(done=done)
    for learned, some in groupby(came, key=lambda one: one.learned):
        found += _rows(told, [one.word for one in some], learned, homes, telling=learned > after)
        if told.is_too_long:
            return None
    return found


def _rows(
    told: Course, words: Iterable[Reported], learned: str, homes: dict[str, int], *, telling: bool
) -> Iterator[Stood]:
    """What the words of one moment leave otherwise than it stood before them."""
    changed: dict[str, tuple[_Stand | None, _Stand | None]] = {}
    for word in words:
        for origin, (old, new) in told.put(word, telling=telling).items():
            changed[origin] = changed.get(origin, (old, None))[0], new
    for origin, (old, new) in sorted(changed.items()):
        if not _same(old, new):
            yield _row(origin, learned, new, homes)


def _row(origin: str, learned: str, new: _Stand | None, homes: dict[str, int]) -> Stood:
    if new is None:
        return Stood(origin, learned, None)
    first = new.word.statement or new.word.id
    homed = homes[new.word.id], homes.get(first, homes[new.word.id])
    if new.saying is None:
        return Stood(origin, learned, new.word, homes=homed)
    saying = new.saying if new.saying != new.word else None
    return Stood(origin, learned, new.word, stands=True, saying=saying, homes=homed)


def dated(stood: Stood) -> Reported | None:
    """The word that stands, as old as its saying; None where nothing stands."""
    return (stood.saying or stood.word) if stood.stands else None


# Of two moments


def named(some: Sequence[Stood]) -> list[Stood]:
    """Without those by nobody."""
    return [one for one in some if one.word is None or one.word.named]


def tells(old: Sequence[Stood], new: Sequence[Stood], rule: str) -> bool:
    """Whether what those who are named stood at that stand otherwise now tells by itself what changed.

    An origin that speaks for the first time, or none any more, is held against all others.
    """
    if not old or {one.origin for one in old} != {one.origin for one in new}:
        return False
    if any(one.word is not None and one.word.disputed for one in (*old, *new)):
        return False  # by what stands beside it
    return all(one.stands for one in (*old, *new)) and (rule != OFFICIAL or _official(old) == _official(new))


def _official(some: Iterable[Stood]) -> set[str]:
    return {one.origin for one in some if one.word is not None and is_official(one.word)}


def as_stood(some: Sequence[Stood], rule: str, *, done: bool) -> Summed | None:
    """A series as it stood, by all its origins; without what is set aside."""
    if not some:
        return None
    stand = [word for one in some if (word := dated(one)) is not None]
    return Summed(tuple(one.word for one in some if one.word is not None), estimates({"": stand}, rule, done=done)[""])


def unsummed(some: Sequence[Stood], rule: str) -> Summed:
    """Some origins of a series as they stood, which all are named; without its estimate."""
    words = tuple(one.word for one in some if one.word is not None)
    kept = tuple(word.id for word in words if rule != OFFICIAL or is_official(word))
    return Summed(words, Estimate(rule, None, None, None, None, kept, ()))


def homes(*sides: Iterable[Stood]) -> dict[str, int]:
    """The claims of words and of what they retell, each with the reading that holds it."""
    found = {one.word.id: one.homes[0] for side in sides for one in side if one.word is not None}
    first = ((one.word.statement, one.homes[1]) for side in sides for one in side if one.word is not None)
    return found | {claim: home for claim, home in first if claim is not None}
