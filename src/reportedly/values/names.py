"""Words become values: names of states, bodies, persons, outlets and places are found, with codes where certain.

Names of the tables and names that a parser found (``entities``) come together here: the tables know codes, the parser
knows names that stand in no table. It promises the place of every name, one name for all its spellings ("Kiev" is
Kyiv), and no code that the words do not bear: a namesake that cannot be told apart, a capital that may be the town or
the government, a leader at an unknown time stay without. It takes the text alone, so that it works without a model.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.values import actors, places, states
from reportedly.values.gazetteer import Kind, Name, Place, Words, cut
from reportedly.values.lexicons import words
from reportedly.values.mentions import (
    NAMED_SORTS,
    Context,
    Entity,
    Found,
    behind_comma,
    context,
    elsewhere,
    goes_on,
    is_surname,
    name,
    of_person,
    prefixed,
    renamed,
    rows_of,
    tied,
)
from reportedly.values.places import Row
from reportedly.values.states import Entry
from reportedly.values.towns import town

__all__ = ["Entity", "Name", "Place", "names"]

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}  # the parser's; others name no one
CURRENCIES = frozenset("$\u00a3\u20ac\u00a5\u20b9")
# A capital has police, courts and councils of its own; these bodies are the state's.
OWN_BODIES = frozenset({"GOV", "MIL", "SPY"})


def names(text: str | Words, entities: Iterable[Entity] = (), *, on: str | None = None) -> tuple[Name, ...]:
    """The names of ``text``, as it is or cut into its words, in order.

    ``entities`` are a parser's names as character ranges with PER, ORG or LOC; ``on`` is the moment told of (ISO 8601),
    for leaders' offices.
    """
    given = _apart(entities)
    told_by = context(cut(text) if isinstance(text, str) else text, given, on)
    told = [named for found in told_by.found.values() for named in _told(told_by, found)]
    return _together(told_by.text.text, told, [one for one in given if not _is_money(told_by.text, one[1])])


def _apart(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The parser's names in order, the longest of those that overlap."""
    kept: list[Entity] = []
    for start, end, kind in sorted(set(entities), key=lambda entity: (entity[0], -entity[1], entity[2])):
        if kind in KINDS and (not kept or kept[-1][1] <= start):
            kept.append((start, end, kind))
    return tuple(kept)


def _told(context: Context, found: Found) -> Iterator[Name]:
    """The name of a match, and the body that it is part of."""
    named = _tellers()[found.sort](context, found)
    if named is None:
        return
    owner = _owner(found, named)
    if owner and (own := _own_body(context, found, owner)):
        yield own
        yield _government(context, found) if found.sort == "capital" else named
        return
    of = found.sort in {"state", "region"}
    body = actors.body(context.text, found.at, found.end, owning=of) if owner else None
    if body and (found.sort != "capital" or _is_states(context, body, found)):
        yield _body_name(context, body, found, str(owner))
        if found.sort == "capital":
            named = _government(context, found)
    yield named


def _entry(found: Found) -> Entry:
    if found.entry is None:
        raise LookupError("a match of places has no entry")
    return found.entry


def _owner(found: Found, named: Name) -> str | None:
    """The state whose bodies stand beside the match."""
    entry = found.entry
    if entry is None or entry.sort not in NAMED_SORTS:
        return None
    if entry.sort == "capital":
        return entry.state if entry.role else None
    return entry.role if entry.sort == "region" else named.actor


def _is_states(context: Context, body: actors.Body, found: Found) -> bool:
    """Whether a body behind a capital is the state's: not the town's police, nor an embassy that stands in it."""
    guest = body.role.phrase in words("names", "guests") and not context.text.owns[found.end - 1]
    return body.role.code.split("/")[0] in OWN_BODIES and not guest


def _own_body(context: Context, found: Found, owner: str) -> Name | None:
    """The body of the tables that the state's name stands before: "Seoul's National Intelligence Service"."""
    known = context.found.get(found.end)
    if known is None or known.sort != "body" or known.entry is None or known.entry.state != owner:
        return None
    if known.entry.kind == "group":
        return None
    if context.text.link(found.end) != " " or (found.sort == "capital" and not context.text.owns[found.end - 1]):
        return None
    entry = known.entry
    whole = replace(found, end=known.end)
    return name(context, whole, entry.kind, entry.name, actor=entry.code, wikidata=entry.wikidata)


def _body_name(context: Context, body: actors.Body, found: Found, owner: str) -> Name:
    text, state = context.text, states.state_names().get(owner)
    label = found.entry.name if found.entry and found.entry.sort == "region" else state.name if state else owner
    start, end = text.starts[body.at], text.ends[body.end - 1]
    genitive = "'" if label.endswith("s") else "'s"
    return Name(start, end, body.role.kind, f"{label}{genitive} {body.role.phrase}", f"{owner}/{body.role.code}")


def _tellers() -> dict[str, Callable[[Context, Found], Name | None]]:
    return {
        "town": town,
        "state": _state,
        "people": _state,
        "capital": _capital,
        "seat": _seat,
        "region": _region,
        "body": _actor,
        "outlet": _actor,
        "leader": _leader,
        "none": lambda context, found: None,
    }


def _state(context: Context, found: Found) -> Name | None:
    text, entry = context.text, _entry(found)
    if of_person(context, found) or states.is_language(text, found.at, found.end) or states.is_part(text, found.end):
        return None
    if _is_money(text, text.ends[found.end - 1]) or text.next(found.end) in words("names", "money"):
        return None
    if entry.shared:
        return _shared(context, found)
    place = states.whereabouts(entry)
    return name(context, found, "state", entry.name, actor=entry.code, wikidata=entry.wikidata, place=place)


def _is_money(text: Words, end: int) -> bool:
    """Whether a name is only that of a currency: "US$", "C$35", "NZ $ 26 million"; of dollars a word tells."""
    return text.text[end : end + 2].lstrip(" ")[:1] in CURRENCIES and end < len(text.text.rstrip())


def _shared(context: Context, found: Found) -> Name | None:
    entry = _entry(found)
    told = context.clues if context.clues & set(entry.shared) else context.named
    fitting = [state for state in entry.shared if state in told]
    if entry.name == "Georgia":
        return _georgia(context, found)
    if len(fitting) != 1:
        return name(context, found, "state", entry.name)
    state = states.state_names()[fitting[0]]
    place = states.whereabouts(state) if entry.sort == "state" else None
    return name(context, found, "state", state.name, actor=state.code, wikidata=state.wikidata, place=place)


def _georgia(context: Context, found: Found) -> Name | None:
    """The state or the division of the United States: clues tell them apart, other names of states do not."""
    entry = _entry(found)
    fitting = [state for state in entry.shared if state in context.clues]
    if fitting == ["GEO"]:
        state = states.state_names()["GEO"]
        place = states.whereabouts(state)
        return name(context, found, "state", state.name, actor=state.code, wikidata=state.wikidata, place=place)
    if len(fitting) != 1:
        return name(context, found, "state", entry.name)
    row = next(row for row in places.namesakes(entry.name) if row.country == "USA" and row.is_division)
    return name(context, found, "place", row.name, place=row.place())


def _capital(context: Context, found: Found) -> Name | None:
    text, entry = context.text, _entry(found)
    if of_person(context, found) or is_surname(context, found) or prefixed(context, found) or renamed(context, found):
        return None
    if found.one_word and text.keys[found.at] in context.called:
        return None
    rows = rows_of(found)
    told = context.placed.get(text.keys[found.at : found.end])
    namesake = told is not None and told[0] != entry.state  # "Paris, Texas" somewhere in the text
    if namesake or behind_comma(context, found, entry.state) or places.division_after(text, found.end):
        return town(context, replace(found, entry=None, rows=rows)) if rows else None
    if elsewhere(context, found, entry.state):
        return name(context, found, "place", entry.name)
    if states.speaks(text, found.at, found.end) or _speaks_with_another(context, found):
        return _government(context, found) if entry.role else name(context, found, "place", entry.name)
    if goes_on(context, found):
        return None
    return name(context, found, "place", entry.name, place=_capital_place(context, entry, rows))


def _capital_place(context: Context, entry: Entry, rows: Sequence[Row]) -> Place | None:
    """Where the capital is; nothing where the text names the state of a large namesake ("Tripoli" in Lebanon)."""
    own = [row for row in rows if row.country == entry.code and not row.is_division]
    if not own:
        return Place(entry.code, "city")
    row = max(own, key=lambda row: row.inhabitants)
    doubtful = entry.state not in context.outright and places.rivalled(rows, row, context.outright)
    return None if doubtful else row.place()


def _speaks_with_another(context: Context, found: Found) -> bool:
    """Whether the words show it of two: "Islamabad and New Delhi traded fire", "talks between Rome and Tunis"."""
    other = context.found.get(found.end + 1)
    first = context.found.get(context.starts.get(found.at - 1, -1))
    if first and first.sort in NAMED_SORTS and context.text.before(found.at) == "and":
        return states.is_side(context.text, first.at)
    if (
        other is None
        or context.text.next(found.end) not in words("names", "joined")
        or not other.entry
        or other.entry.sort not in NAMED_SORTS
    ):
        return False
    return states.is_subject(context.text, found.at, other.end)


def _government(context: Context, found: Found) -> Name:
    entry = _entry(found)
    state = states.state_names()[str(entry.state)]
    actor = f"{state.code}/{entry.role}"
    return name(context, found, "state", state.name, actor=actor, wikidata=state.wikidata, metonym=True)


def _seat(context: Context, found: Found) -> Name | None:
    if states.is_seat_speaking(context.text, found.at, found.end):
        return _government(context, found)
    entry = _entry(found)
    return name(context, found, "place", entry.name, place=Place(entry.code, "point"))


def _region(context: Context, found: Found) -> Name | None:
    text = context.text
    if of_person(context, found) or is_surname(context, found):
        return None
    alone = text.keys[found.at] not in context.persons and not goes_on(context, found) and not tied(context, found)
    if found.one_word and not alone:
        return None
    entry = _entry(found)
    return name(context, found, "place", entry.name, place=states.whereabouts(entry))


def _actor(context: Context, found: Found) -> Name | None:
    text, entry = context.text, _entry(found)
    if found.one_word and not text.raw(found.at).isupper() and goes_on(context, found) and entry.kind == "group":
        return None
    before = context.found.get(found.at - 1)
    if before is not None and before.sort in ("state", "people") and states.is_part(text, found.at):
        return None  # "the Swiss Red Cross" is a body of its own
    if entry.care == "said" and not _reporting(text, found):
        return None
    if entry.care == "clue" and entry.name not in context.full and entry.state not in context.named | context.signs:
        return None
    return name(context, found, entry.kind, entry.name, actor=entry.code, wikidata=entry.wikidata)


def _reporting(text: Words, found: Found) -> bool:
    near = (text.next(found.end), text.next(found.end + 1), text.before(found.at))
    return any(word in words("names", "reporting") for word in near)


def _leader(context: Context, found: Found) -> Name | None:
    entry = _entry(found)
    if goes_on(context, found) or (found.one_word and is_surname(context, found)):
        return None
    actor = f"{entry.code}/{entry.role}" if actors.in_office(entry, context.on) else entry.code
    return name(context, found, "person", entry.name, actor=actor, wikidata=entry.wikidata)


# Together with the parser's names


def _together(text: str, told: Iterable[Name], entities: Sequence[Entity]) -> tuple[Name, ...]:
    ordered = _outermost(sorted(set(told), key=_order))
    bodies = Ranges([one for one in ordered if one.kind not in {"state", "place"}])
    kept = [one for one in ordered if not _overruled(one, bodies, entities)]
    taken = Ranges(kept)
    added = [
        Name(start, end, KINDS[kind], " ".join(text[start:end].split()))
        for start, end, kind in entities
        if not taken.meets(start, end)
    ]
    return tuple(sorted([*kept, *added], key=_order))


def _order(named: Name) -> tuple[int, int, str]:
    return named.start, -named.end, named.name


def _outermost(ordered: Iterable[Name]) -> list[Name]:
    """Names without those that lie inside another and are no state or place that it belongs to."""
    kept: list[Name] = []
    reached = 0
    for named in ordered:
        if named.start >= reached or (named.kind in {"state", "place"} and named.end <= reached):
            kept.append(named)
            reached = max(reached, named.end)
    return kept


class Ranges:
    """Where names stand; those inside others do not count."""

    def __init__(self, ordered: Iterable[Name]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for named in ordered:
            if not self._ends or named.start >= self._ends[-1]:
                self._starts.append(named.start)
                self._ends.append(named.end)

    def meets(self, start: int, end: int) -> bool:
        """Whether a name shares a character with ``start`` to ``end``."""
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] < end


def _overruled(named: Name, bodies: Ranges, entities: Sequence[Entity]) -> bool:
    """Whether the parser has a name there that no table explains: "Israel Katz", "Bank of Israel", a person's name."""
    if named.kind not in {"state", "place"}:
        return False
    at = bisect_right(entities, named.start, key=lambda entity: entity[0]) - 1
    start, end, kind = entities[at] if at >= 0 else (0, 0, "")
    if named.end > end or kind == "LOC":
        return False
    if (start, end) == (named.start, named.end):
        return kind == "PER" and named.kind == "place" and not named.metonym
    return not bodies.meets(start, end)
