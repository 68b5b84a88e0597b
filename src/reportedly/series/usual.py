"""Claims become comparable: what nearly all reports of a situation say, by which those are filled that are silent.

It depends on all reports and on no order of theirs. What too few tell, or too many tell otherwise, fills nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.frozen import dataclass
from reportedly.model import Claim, Document, Key
from reportedly.series import periods, places, populations
from reportedly.series.fates import counts_people
from reportedly.series.lexicons import subjects, words
from reportedly.values.places import namesakes
from reportedly.values.states import state_names

Usual = Mapping[tuple[str, str], str]
TOLD = "when it was told"
SEVERAL = "whose of several, nothing tells"
ENOUGH = 5  # figures that must tell it before others are filled by them
REPORTS = 3  # that must tell it before those are filled that do not
NEARLY_ALL = 0.9  # of those that tell
MOST = 0.8  # of those that tell where what they report of is, where no dead are counted
RIVAL = 0.5  # of those that tell where it is, that may tell of another state beside
SCENE = "scene"
GOODS = "goods"
COMPANY = "company results"


@dataclass(frozen=True, slots=True)
class Keyed:
    """A claim with its key.

    ``filled`` are the slots that its own sentence leaves open, each with what filled it: words of the document, or one
    of ``RULES``. ``said`` are the words by which the sentence tells others.
    """

    document: Document
    claim: Claim
    key: Key
    filled: tuple[tuple[str, str], ...] = ()
    said: tuple[tuple[str, str], ...] = ()


def usual(every: Iterable[Keyed]) -> Usual:
    """By slot, and by whose it is, what nearly all of ``every`` tell that tell any."""
    found = tuple(every)
    return {**_theatre(found), **_scene(found)}


def named_alike(every: Iterable[Keyed]) -> tuple[Keyed, ...]:
    """``every``, with a place that a report tells by its name alone as the only one so named of which others tell.

    "Chienge" in one report is "Chienge, Zambia" in another; where two states have one, it stays as it is. A name that
    the tables do not hold is one only where the same is counted there.
    """
    told = tuple(every)
    paths: defaultdict[str, set[str]] = defaultdict(set)
    for found in told:
        paths[found.key.measure].update(path for path in (found.key.place or "").split(places.TOGETHER) if path)
    known = _fuller({path for some in paths.values() for path in some if namesakes(path.rpartition("/")[2])})
    fuller = {measure: {**_fuller(some), **known} for measure, some in paths.items()}
    return tuple(_placed(found, fuller[found.key.measure]) for found in told)


def _fuller(paths: Iterable[str]) -> Mapping[str, str]:
    """By a path the only longer one of the same name within all that it tells."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for path in paths:
        first, *inner = path.split("/")
        if first in state_names() and inner and not words("places", "common") & {*inner}:
            named[inner[-1]].add(path)
        elif not inner and first not in state_names() and first not in words("places", "common"):
            named[first].add(path)
    found: dict[str, str] = {}
    for same in named.values():
        full = max(same, key=lambda path: (path.count("/"), path))
        if len(same) > 1 and all(_is_in(path, full) for path in same):
            found |= {path: full for path in same if path != full}
    return found


def _is_in(path: str, full: str) -> bool:
    """Whether a path tells nothing that a fuller one of the same name does not."""
    *state, _ = path.split("/")
    return path == full or not state or (len(state) == 1 and full.startswith(f"{state[0]}/"))


def _placed(found: Keyed, fuller: Mapping[str, str]) -> Keyed:
    place = found.key.place
    if place is None or not any(path in fuller for path in place.split(places.TOGETHER)):
        return found
    whole = places.together(fuller.get(path, path) for path in place.split(places.TOGETHER))
    return replace(found, key=replace(found.key, place=whole))


def _theatre(every: Iterable[Keyed]) -> Usual:
    told: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for found in every:
        key, filled = found.key, dict(found.filled)
        if key.actor is None or key.measure not in words("theatre", "measures"):
            continue
        if "actor" not in filled and not counts_people(key.measure):
            told[GOODS, key.measure][key.actor] += 1
        if key.recipient is not None and "recipient" not in filled:
            told["recipient", key.actor][key.recipient] += 1
            if "actor" not in filled and counts_people(key.measure):
                told["actor", key.recipient][key.actor] += 1
        if key.population is not None and "population" not in filled and counts_people(key.measure):
            told["population", key.actor].update(populations.split(key.population) & words("forces", "populations"))
    common = {whose: (*counts.most_common(1)[0], counts.total()) for whose, counts in told.items() if counts}
    return {w: value for w, (value, times, of) in common.items() if times >= ENOUGH and times >= NEARLY_ALL * of}


def _scene(every: Iterable[Keyed]) -> Usual:
    """The one state, and the one dated event, of which nearly all reports tell that tell any; each has one voice.

    Where another state is told of by half as many there is no one state: a war has two, and a neighbour who takes in
    those who flee is none of them.
    """
    told: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for found in every:
        if (code := places.country(found.key.place)) in state_names():
            told["place"].add((found.document.id, code or ""))
        for side in (code, found.key.actor, found.key.recipient):
            if side in state_names():
                sides[side or ""].add(found.document.id)
        if periods.is_dated(found.key.period or "") and dict(found.filled).get("period") != TOLD:
            told["period"].add((found.document.id, found.key.period or ""))
        if subjects().get(found.key.measure) == COMPANY and found.key.actor is not None:
            told[COMPANY].add((found.document.id, found.key.actor))
    usual = {}
    if len({owner for _, owner in told.get(COMPANY, ())}) > 1:
        usual[COMPANY, SEVERAL] = SEVERAL
    for slot, voices in told.items():
        value, times = min(Counter(value for _, value in voices).items(), key=lambda one: (-one[1], one[0]))
        reports = len({report for report, _ in voices})
        if slot == "place" and any(len(some) > RIVAL * times for side, some in sides.items() if side != value):
            continue
        if times >= REPORTS and times >= NEARLY_ALL * reports:
            usual[slot, ""] = value
        if slot == "place" and times >= REPORTS and times >= MOST * reports:
            usual[SCENE, ""] = value
    return usual
