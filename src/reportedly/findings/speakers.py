"""What does not add up becomes findings: whom reports mean that call one speaker by several names.

For comparison only. "INDECI" is "the civil defence institute INDECI" of another report, "Finance Minister Paschal
Lynam" the only finance ministry that the reports name, and where "Zambia recorded 320 cases, its health institute
said", it is the institute that says so. Where two may be meant, neither is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportedly.findings.lexicons import table
from reportedly.frozen import dataclass
from reportedly.model import Claim, Origin
from reportedly.values.names import names
from reportedly.values.states import state_names

HOLDER = re.compile(r"(?P<office>[\w ]+ )?minister\b(?: [A-Z]|$)", re.IGNORECASE)
SEATED = re.compile(r"(?P<office>.+) (?:in|of|at) [^ ]+$")  # "the Joint Chiefs of Staff in Seoul"
OF_PLACE = re.compile(r"\b(?:of|in|at|for) (?:the )?([A-Z][\w’'-]+)")
# A bare name, or one of a province and the like; and what stands between it and the number that was counted there.
PLACE = re.compile(
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?: (?:province|district|county|region|state|department|governorate))?"
)
COUNTS = re.compile(
    r" (?:(?:alone|also) )?(?:(?:reports?|reported|recorded|registered|counted|had|has)(?: (?:about|some|another))? )?"
)
SMALL = re.compile(r"\b(?:of|for|the|and)\b")
OFFICE = ":office:"  # in the key of an office, before what it is called
NAME = "name:"  # with which the key of a root begins that is in no table
STATE = 3  # letters of a state's code
STEM = 6  # letters by which two words of names are one


@dataclass(frozen=True, slots=True)
class Speakers:
    """The roots of some reports by how they are called: in whole, by the ends of that, and offices by what they are."""

    whole: Mapping[str, Origin]
    ends: Mapping[str, Origin]
    offices: Mapping[str, Origin]

    @classmethod
    def of(cls, told: Iterable[tuple[Claim, Origin]]) -> "Speakers":
        """The speakers of claims with their roots."""
        whole, ends, offices = _Names(), _Names(), _Names()
        for claim, root in told:
            if not root.named or root.rule == "state":
                continue
            said = claim.attribution[-1] if claim.attribution else None
            for words in {root.name, *((said.source, said.called) if said else ())}:
                whole.add(bare(words), root)
                for tail in _tails(words):
                    ends.add(tail, root)
            offices.add(root.key.partition(OFFICE)[2], root)
        return cls(whole.single(), ends.single(), offices.single())

    def meant(self, claim: Claim, root: Origin) -> Origin:
        """Whom ``root`` of ``claim`` is taken for: itself, where nobody else is named by its words."""
        if root.rule == "state":
            inner = [step for step in claim.attribution[:-1] if step.span is not None][-1:]
            said = next((bare(step.called) for step in inner), "")
            body = self.whole.get(said) or self.ends.get(said)
            is_its = body is not None and body.key.startswith((root.key[:STATE], NAME))
            if body is not None:
                return body if is_its else root
            return self._inner(claim, root)
        if root.rule != "name":
            return root
        if is_place(root.name):  # "Texas has recorded 30 cases, the health department said"
            root = self._inner(claim, root)
            return self.whole.get(bare(root.name)) or root
        return self.ends.get(bare(root.name)) or self._office(root.name) or root

    def _inner(self, claim: Claim, root: Origin) -> Origin:
        """The office that says what its state or town has recorded, where one does."""
        offices = frozenset(table()["roots"]["everywhere"]) | frozenset(table()["roots"]["pronouns"])
        inner = [step for step in claim.attribution[:-1] if step.span is not None][-1:]
        body = [step for step in inner if frozenset(bare(step.called).split()) <= offices]
        return next((Origin(f"?{root.key}", step.called, step.kind, "unknown") for step in body), root)

    def _office(self, words: str) -> Origin | None:
        """The one office whose holder is named, a minister for his ministry, or that is told by its seat."""
        held = HOLDER.match(words.removeprefix("the "))
        called = (held["office"] or "").strip().casefold() if held else ""
        if called:
            return self.offices.get(f"{called} ministry")
        seated = SEATED.match(bare(words))
        places = [name.place.country for name in names(words) if name.place] if seated else []
        there = self.offices.get(" ".join(SMALL.sub("", seated["office"]).split())) if seated else None
        return there if there and there.key[:STATE] in places else None


class _Names:
    """Roots by name, of which only those that are one's alone are told."""

    def __init__(self) -> None:
        self._found: defaultdict[str, dict[str, Origin]] = defaultdict(dict)

    def add(self, words: str, root: Origin) -> None:
        if words:
            self._found[words][root.key] = root

    def single(self) -> dict[str, Origin]:
        return {words: next(iter(roots.values())) for words, roots in self._found.items() if len(roots) == 1}


def _tails(name: str) -> Iterator[str]:
    told = bare(name).split()
    yield from (" ".join(told[start:]) for start in range(1, len(told)))


def bare(name: str) -> str:
    """A name in small letters, without its article."""
    return name.casefold().replace("’", "'").removeprefix("the ").strip()


def is_state(words: str) -> bool:
    """Whether they are a state's name and no more."""
    return any(name.kind == "state" and name.end - name.start == len(words) for name in names(words))


def is_place(words: str) -> bool:
    """Whether they are the name of a place and no more."""
    return any(name.place is not None and name.end - name.start == len(words) for name in names(words))


def is_where(claim: Claim) -> bool:
    """Whether who is named for a number is the place where it was counted: "Bole reports 17 cases, North Gonja 12"."""
    said = claim.attribution[-1].span if claim.attribution else None
    if (
        said is None
        or said.quote.lower() in table()["accounts"]["law"]  # "Police counted 7,500"
        or not PLACE.fullmatch(said.quote)
        or not claim.context.start <= said.start < claim.evidence.start
    ):
        return False
    start = claim.context.start
    between = claim.context.quote[said.end - start : claim.evidence.start - start]
    is_state = any(one.name.casefold() == said.quote.casefold() for one in state_names().values())
    return COUNTS.fullmatch(between) is not None and not is_state


def is_short(one: str, other: str) -> bool:
    """Whether ``one`` is the end of ``other``, or the same words: "the police of Osaka", "Osaka's police"."""
    mine, theirs = bare(one).split(), bare(other).split()
    return bool(mine) and (theirs[-len(mine) :] == mine or _words(one) == _words(other) != frozenset())


def are_apart(one: str, other: str) -> bool:
    """Whether two tell of their own: two states, two hospitals, the mayors of two towns."""
    # of "an economist at Riga University" the economist tells it
    tails = [re.split(r" (?:at|of|from|in|for) ", bare(name))[0].split()[-1:] for name in (one, other)]
    seats = frozenset(table()["rivals"]["seats"])
    if all(is_place(re.sub(r"^[Tt]he ", "", name)) for name in (one, other)) or all(seats & {*tail} for tail in tails):
        return True
    places = [OF_PLACE.findall(name) for name in (one, other)]
    return all(places) and places[0] != places[1]


def is_alike(one: str, other: str) -> bool:
    """Whether two names have the same words in whatever form: "transport department", "Department of Transport"."""
    mine, theirs = (frozenset(word[:STEM] for word in _words(name)) for name in (one, other))
    return bool(mine) and mine == theirs


def _words(name: str) -> frozenset[str]:
    """The words of a name without their endings and those that tell nobody's name."""
    told = (re.sub(r"'?s$", "", word) for word in re.findall(r"[^\W\d_]+(?:'s)?", bare(name)))
    return frozenset(told) - frozenset(table()["roots"]["owners"]) - frozenset(table()["roots"]["small"])
