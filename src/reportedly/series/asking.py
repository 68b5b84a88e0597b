"""A question in words becomes what it asks of keys: "deaths of North Korean soldiers in Russia".

It is read by the same tables that read the reports: measures, states and places, kinds of people. What is promised: a
key answers where every slot that the question names agrees, and may answer where it leaves one of them open; a word
that no table knows, or that names an event, is named, and then only a key that has the word itself answers (may answer,
where the word only tells which people are meant and the key tells of no kind of them). Who asks
for nothing that is known is told so.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, permutations, takewhile
from pathlib import Path
from typing import Any, Literal

import tomli

from reportedly.frozen import dataclass
from reportedly.model import Key
from reportedly.series import places
from reportedly.series.lexicons import named, wider
from reportedly.series.populations import split
from reportedly.values.measures import is_person, measure, registry
from reportedly.values.measures import named as named_measure
from reportedly.values.names import Name, names

Answers = Literal["yes", "open"]  # "open": it may answer, and leaves open a slot that was asked for

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
UNITS = ("count", "USD", "percent")  # one of each sort that measures are told in
SEVERAL = 2
STEM, ENDING = 4, 1  # letters that forms of one word share, and how many of the shorter they may change
LONGEST = 12  # words of a question that are read, since they are tried in pairs


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for; an empty slot asks for anything.

    ``unread`` are words that no table knows, ``bodies`` those of them that are written as names.
    """

    measures: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    kinds: frozenset[str]
    unread: frozenset[str]
    bodies: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is asked for."""
        return not any(getattr(self, slot) for slot in self.__slots__ if slot != "bodies")

    def answers(self, key: Key) -> Answers | None:
        """Whether the series of ``key`` answers."""
        slots = (
            self._measured(key),
            self._acts(key),
            _agrees(self.recipients, key.recipient),
            self._lies(key),
            self._counts(key),
            self._says(key),
        )
        if self.is_empty or None in slots:
            return None
        return "open" if "open" in slots else "yes"

    def _measured(self, key: Key) -> Answers | None:
        return "yes" if not self.measures or key.measure in self.measures else None

    def _acts(self, key: Key) -> Answers | None:
        """Whether it is theirs; of several, whether it is between them."""
        actor = key.actor.partition("/")[0] if key.actor else None
        if len(self.actors) < SEVERAL:
            return _agrees(self.actors, actor)
        states = {actor, key.recipient, *(path.partition("/")[0] for path in (key.place or "").split(places.TOGETHER))}
        return "yes" if self.actors <= states else None

    def _lies(self, key: Key) -> Answers | None:
        """Whether it counts there; where soldiers were sent to a state, they are counted in it."""
        if not self.places:
            return "yes"
        there = [place for place in (key.place, key.recipient) if place is not None]
        if not there:
            return "open"
        inside = any(one == asked or places.lies_in(one, asked) for one in there for asked in self.places)
        around = any(places.lies_in(asked, one) for one in there for asked in self.places)
        return "yes" if inside else "open" if around else None

    def _counts(self, key: Key) -> Answers | None:
        if not self.kinds:
            return "yes"
        counted = split(key.population)
        if not counted:
            return "open"
        return "yes" if all(any(kind in (one, wider(one)) for one in counted) for kind in self.kinds) else None

    def _says(self, key: Key) -> Answers | None:
        """Whether a word in no table is one of its own; a question with such a word is answered by no other."""
        own = " ".join(
            filter(None, (key.measure, key.population, key.period, key.unit, key.actor, key.place, _meant(key)))
        )
        told = {_base(word) for word in WORD.findall(own.replace("_", " ").lower())}
        lacking = {word for word in self.unread if _base(word) not in told and named("events").get(word) not in told}
        if not lacking:
            return "yes"
        if key.measure not in _registry() and all(any(_akin(_base(word), other) for other in told) for word in lacking):
            return "open"  # "depositors repaid" of "repay depositor"
        if self.measures and key.actor is None and lacking <= self.bodies:
            return "open"  # of a bank that the series does not tell of
        if self.measures and key.population is None and all(is_person(_base(word)) for word in lacking):
            return "open"  # "deaths of miners": of people whose calling the series does not tell
        return "open" if key.period is None and lacking <= named("events").keys() else None


def _meant(key: Key) -> str:
    """What the registry says of what it measures, whose words may be asked by: "branches" of sites that were closed."""
    known = named_measure(key.measure)
    return known.definition.lower() if known is not None else ""


def _akin(one: str, other: str) -> bool:
    """Whether two words begin alike but for their ends, as forms of one word do: "repaid" and "repay"."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return alike >= max(STEM, min(len(one), len(other)) - ENDING)


def _agrees(asked: frozenset[str], told: str | None) -> Answers | None:
    if not asked or told in asked:
        return "yes"
    return "open" if told is None else None


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(Path(__file__).with_name("asking.toml").read_text("utf-8"))


def asked(question: str) -> Asked:
    """What ``question`` asks for, as far as the tables know its words."""
    found = [name for name in names(question) if name.actor or name.place]
    roles = [_role(question, name) for name in found]
    rest = _outside(question, found)
    towns = _towns(question, rest)
    rest = [word for word in rest if word not in towns]
    measures, telling = _measures(rest)
    # "North Korean soldiers" is a name, and says of whom.
    every = [match.group().lower() for match in WORD.finditer(question)]
    kinds = {named("populations")[word] for word in every if word in named("populations") and word not in telling}
    unread = frozenset(word for word in rest if word not in telling and word not in named("populations"))
    return Asked(
        measures=measures,
        actors=frozenset(code for role, code in roles if role == "actor"),
        recipients=frozenset(code for role, code in roles if role == "recipient"),
        places=frozenset({*(code for role, code in roles if role == "place"), *towns.values()}),
        kinds=frozenset(kind for kind in kinds if not any(wider(other) == kind for other in kinds)),
        unread=unread,
        bodies=frozenset(word for word in unread if word.capitalize() in question),
    )


def _towns(question: str, rest: Iterable[str]) -> dict[str, str]:
    """The places of words with a capital before an event, which alone could be anything: "the Van earthquake"."""
    told = list(WORD.finditer(question))
    found: dict[str, str] = {}
    for one, event in pairwise(told):
        word = one.group()
        if event.group().lower() in named("events") and word[0].isupper() and word.lower() in rest:
            inside = (name for name in names(f"in {word}") if name.place)
            path = next((places.path(name, "in ", "") for name in inside), None)
            found |= {word.lower(): path} if path else {}
    return found


def _role(question: str, name: Name) -> tuple[str, str]:
    """What a name is asked for: "in Russia" a place, "to Ukraine" whom, "North Korean" or "Ukraine's" whose."""
    before = [word for word in WORD.findall(question[: name.start].lower()) if word != "the"]
    last = before[-1] if before else ""
    code = (name.actor or "").partition("/")[0]
    path = places.path(name, question[: name.start], question[name.end :])
    if code and last in _table()["to_whom"]:
        return "recipient", code
    if path and (last in _table()["where"] or not code):
        return "place", path
    return ("actor", code) if code else ("place", path or "")


def _outside(question: str, found: Iterable[Name]) -> list[str]:
    """The words that tell something and belong to no name, each once."""
    inside = [(name.start, name.end) for name in found]
    empty = {word for table in ("empty", "where", "to_whom", "ways") for word in _table()[table]}
    words = (
        match.group().lower().removesuffix("'s").removesuffix("’s")
        for match in WORD.finditer(question)
        if not any(start <= match.start() < end for start, end in inside)
    )
    return [word for word in dict.fromkeys(words) if word not in empty and len(word) > 1][:LONGEST]


def _measures(words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The registered measures that words name, and the words that do.

    One word alone names what is counted, or two what is counted and its verb ("homes destroyed"); the kinds of people
    are asked only where no other word tells anything.
    """
    bases = [_base(word) for word in words]
    people = [word in named("populations") for word in words]
    alone = {at: found for at in range(len(words)) if (found := _registered(bases, at, None))}
    proper = {at: slugs for at, slugs in alone.items() if not people[at]}
    paired = {
        (head, verb): found
        for head, verb in permutations(range(len(words)), 2)
        if not people[verb]
        and verb not in proper
        and (found := _registered(bases, head, verb) - alone.get(head, set()))
    }
    chosen: list[tuple[tuple[int, ...], set[str]]] = list(paired.items())
    if proper and not any(head in proper for head, _ in paired):
        chosen = [((at,), slugs) for at, slugs in proper.items()]
    elif not chosen:
        chosen = [((at,), slugs) for at, slugs in alone.items()]
    slugs = {slug for _, found in chosen for slug in found}
    used = {at for where, _ in chosen for at in where}
    kept = [people[at] or words[at] in named("events") for at in range(len(words))]
    used |= {at for at in range(len(words)) if not kept[at] and _matters(bases, chosen, at)}
    return _kin(slugs), frozenset(words[at] for at in used)


def _registered(bases: Sequence[str], head: int, verb: int | None) -> set[str]:
    """The registered measures of a counted word, beside all words of the question, in any unit; with a verb or none."""
    told = bases[verb] if verb is not None else None
    every = (measure(bases[head], bases, told, unit=unit) for unit in UNITS)
    return {found.slug for found in every if not found.open} & _registry()


@cache
def _registry() -> frozenset[str]:
    """Measures without those of their shares and changes."""
    return frozenset(known.measure.slug for known in registry())


def _matters(bases: Sequence[str], chosen: Iterable[tuple[tuple[int, ...], set[str]]], at: int) -> bool:
    """Whether without a word another measure would be named: "cholera" of "cholera cases"."""
    for where, slugs in chosen:
        if at in where:
            continue
        rest = [base for place, base in enumerate(bases) if place != at]
        head, *verb = (place - (place > at) for place in where)
        if _registered(rest, head, verb[0] if verb else None) != slugs:
            return True
    return False


def _kin(slugs: Iterable[str]) -> frozenset[str]:
    """Measures with the same of a period, and what came in addition."""
    told = set(slugs)
    kin = [known for known in registry() if known.measure.slug in told]
    return frozenset(told | {known.new for known in kin if known.new})


def _base(word: str) -> str:
    """A word as the tables have it, near enough: nouns in the singular, verbs that do not show it in their base."""
    if word in _table()["bases"]:
        return str(_table()["bases"][word])
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
