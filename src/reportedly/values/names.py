"""Words become values: names of states, bodies, persons, outlets and places are found, each with its codes where certain.

Names of the tables and names that a parser found (``entities``) come together here: the tables know codes, the parser
knows names that stand in no table. It promises the place of every name, one name for all its spellings ("Kiev" is Kyiv), and
no code that the words do not bear: a namesake that cannot be told apart, a capital that may be the town or the government,
a leader at an unknown time stay without. It takes the text alone, so that it can be used without a model.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.values import actors, places, states
from reportedly.values.gazetteer import Kind, Name, Place, Words, cut, fold
from reportedly.values.lexicons import words
from reportedly.values.places import Row
from reportedly.values.states import Entry

__all__ = ["Entity", "Name", "Place", "names"]

Entity = tuple[int, int, str]

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}  # the parser's; others name no one
NAMED_SORTS = frozenset({"state", "people", "capital", "region"})
OUTRIGHT = frozenset({"state", "people"})
OWN_BODIES = frozenset(
    {"GOV", "MIL", "SPY"}
)  # a capital has police, courts and councils of its own; these are the state's
CERTAIN = 5  # letters; shorter names of towns are too many words' to tell a state


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the words from ``at`` to ``end`` and what they may mean, an entry of the tables or places of one name."""

    at: int
    end: int
    entry: Entry | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole text tells: its words, the matches and where they end, the states it names or names a town of, those
    it names outright, clues, full names, persons, the parser's places, and the moment told of."""

    text: Words
    found: dict[int, Found]
    ending: frozenset[int]
    named: frozenset[str]
    told: frozenset[str]
    clues: frozenset[str]
    full: frozenset[str]
    persons: frozenset[str]
    located: frozenset[tuple[int, int]]
    on: str | None

    def is_located(self, found: Found) -> bool:
        """Whether the parser took the match for a place."""
        return (self.text.starts[found.at], self.text.ends[found.end - 1]) in self.located


def names(text: str, entities: Iterable[Entity] = (), *, on: str | None = None) -> tuple[Name, ...]:
    """The names of ``text`` in order. ``entities`` are a parser's names as character ranges with PER, ORG or LOC;
    ``on`` is the moment told of (ISO 8601), for leaders' offices."""
    given = tuple(sorted(set(entities)))
    context = _context(cut(text), given, on)
    told = [name for found in context.found.values() for name in _told(context, found)]
    return _together(text, told, given)


def _walk(text: Words) -> Iterator[Found]:
    at, table = 0, actors.table()
    while at < len(text):
        known, town = table.starting(text, at), places.starting(text, at)
        if town and (known is None or town[0] > known[0]):
            yield Found(at, town[0], rows=town[1])
        elif known:
            yield Found(at, known[0], known[1])
        at = max(at + 1, town[0] if town else 0, known[0] if known else 0)


def _context(text: Words, entities: Sequence[Entity], on: str | None) -> Context:
    found = {match.at: match for match in _walk(text)}
    clues = states.clues()
    return Context(
        text,
        found,
        frozenset(match.end for match in found.values()),
        frozenset(state for match in found.values() for state in _names_state(match)),
        frozenset(str(m.entry.state) for m in found.values() if m.entry and m.entry.sort in OUTRIGHT and m.entry.state),
        frozenset(clue[1] for at in range(len(text)) if (clue := clues.starting(text, at))),
        frozenset(match.entry.name for match in found.values() if match.entry and not match.entry.care),
        frozenset(text.key(at) for at in range(1, len(text)) if _after_given_name(text, at)),
        frozenset((start, end) for start, end, kind in entities if kind == "LOC"),
        on,
    )


def _names_state(found: Found) -> Iterator[str]:
    """The state that a match names for sure, if it does."""
    entry = found.entry
    if entry and entry.sort in NAMED_SORTS and entry.state and not entry.shared:
        yield entry.state
    towns = {row.country for row in found.rows}
    if len(towns) == 1 and not any(row.is_word for row in found.rows) and len(" ".join(found.rows[0].keys)) >= CERTAIN:
        yield from towns


def _after_given_name(text: Words, at: int) -> bool:
    return (
        text.link(at) == " "
        and text.capital(at)
        and text.capital(at - 1)
        and text.key(at - 1) in words("names", "given_names")
        and not text.owns[at - 1]
    )


# What a match is


def _told(context: Context, found: Found) -> Iterator[Name]:
    """The name of a match, and the body that it is part of."""
    name = _town(context, found) if found.rows else _tellers()[_entry(found).sort](context, found)
    if name is None:
        return
    owner = _owner(found, name)
    body = actors.body(context.text, found.at, found.end, owning=_entry_sort(found) != "people") if owner else None
    if body and (_entry_sort(found) != "capital" or body.role.code.split("/")[0] in OWN_BODIES):
        yield _body_name(context, body, found, str(owner))
        if _entry_sort(found) == "capital":
            name = _government(context, found)
    yield name


def _entry(found: Found) -> Entry:
    if found.entry is None:
        raise LookupError("a match of places has no entry")
    return found.entry


def _entry_sort(found: Found) -> str:
    return found.entry.sort if found.entry else "town"


def _owner(found: Found, name: Name) -> str | None:
    """The state whose bodies stand beside the match."""
    entry = found.entry
    if entry is None or entry.sort not in {"state", "people", "capital", "region"}:
        return None
    if entry.sort == "capital":
        return entry.state if entry.role else None
    return entry.role if entry.sort == "region" else name.actor


def _body_name(context: Context, body: actors.Body, found: Found, owner: str) -> Name:
    text, state = context.text, states.state_names().get(owner)
    label = found.entry.name if found.entry and found.entry.sort == "region" else state.name if state else owner
    start, end = text.starts[body.at], text.ends[body.end - 1]
    return Name(start, end, body.role.kind, f"{label}'s {body.role.phrase}", f"{owner}/{body.role.code}")


def _tellers() -> dict[str, Callable[[Context, Found], Name | None]]:
    return {
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


def _name(context: Context, found: Found, kind: Kind, name: str, **more: object) -> Name:
    text = context.text
    return replace(Name(text.starts[found.at], text.ends[found.end - 1], kind, name), **more)  # type: ignore[arg-type]


def _state(context: Context, found: Found) -> Name | None:
    text, entry = context.text, _entry(found)
    if _of_person(context, found) or states.is_language(text, found.at, found.end) or states.is_part(text, found.end):
        return None
    if entry.shared:
        return _shared(context, found)
    place = states.whereabouts(entry)
    return _name(context, found, "state", entry.name, actor=entry.code, wikidata=entry.wikidata, place=place)


def _of_person(context: Context, found: Found) -> bool:
    """Whether a given name stands before, or the word is one itself before another name."""
    text = context.text
    before = context.found.get(found.at - 1)
    if found.end == found.at + 1 and _after_given_name(text, found.at) and (before is None or before.rows):
        return True
    return text.key(found.at) in words("names", "persons") and not text.owns[found.end - 1] and _goes_on(context, found)


def _shared(context: Context, found: Found) -> Name | None:
    entry = _entry(found)
    told = context.clues if context.clues & set(entry.shared) else context.named
    fitting = [state for state in entry.shared if state in told]
    if entry.name == "Georgia":
        return _georgia(context, found)
    if len(fitting) != 1:
        return _name(context, found, "state", entry.name)
    state = states.state_names()[fitting[0]]
    place = states.whereabouts(state) if entry.sort == "state" else None
    return _name(context, found, "state", state.name, actor=state.code, wikidata=state.wikidata, place=place)


def _georgia(context: Context, found: Found) -> Name | None:
    """The state or the division of the United States: clues tell them apart, other names of states do not."""
    entry = _entry(found)
    fitting = [state for state in entry.shared if state in context.clues]
    if fitting == ["GEO"]:
        state = states.state_names()["GEO"]
        place = states.whereabouts(state)
        return _name(context, found, "state", state.name, actor=state.code, wikidata=state.wikidata, place=place)
    if len(fitting) != 1:
        return _name(context, found, "state", entry.name)
    row = next(row for rows in places.beginning("georgia") for row in rows if row.country == "USA" and row.is_division)
    return _name(context, found, "place", row.name, place=row.place())


def _capital(context: Context, found: Found) -> Name | None:
    text, entry = context.text, _entry(found)
    if _of_person(context, found) or _is_surname(context, found):
        return None
    rows = next(
        (
            rows
            for rows in places.beginning(fold(entry.name).split()[0])
            if rows[0].keys == tuple(fold(entry.name).split())
        ),
        (),
    )
    if _behind_comma(context, found, entry.state) or _stands_in(context, found):
        return _town(context, replace(found, entry=None, rows=rows)) if rows else None
    if states.speaks(text, found.at, found.end) or _speaks_with_another(context, found):
        return _government(context, found) if entry.role else _name(context, found, "place", entry.name)
    if _goes_on(context, found):
        return None
    row = max(
        (row for row in rows if row.country == entry.code and not row.is_division),
        key=lambda row: row.inhabitants,
        default=None,
    )
    place = row.place() if row else Place(entry.code, "city")
    return _name(context, found, "place", entry.name, place=place)


def _speaks_with_another(context: Context, found: Found) -> bool:
    """Whether the words behind show it of two: "Islamabad and New Delhi traded fire"."""
    other = context.found.get(found.end + 1)
    if other is None or context.text.next(found.end) != "and" or not other.entry or other.entry.sort not in NAMED_SORTS:
        return False
    return states.is_subject(context.text, found.at, other.end)


def _stands_in(context: Context, found: Found) -> bool:
    """Whether the capital's name is part of a longer name in capitals that no table holds."""
    return found.end == found.at + 1 and _entry(found).state == "USA" and context.text.next(found.end) == "state"


def _government(context: Context, found: Found) -> Name:
    entry = _entry(found)
    state = states.state_names()[str(entry.state)]
    actor = f"{state.code}/{entry.role}"
    return _name(context, found, "state", state.name, actor=actor, wikidata=state.wikidata, metonym=True)


def _seat(context: Context, found: Found) -> Name | None:
    if states.is_seat_speaking(context.text, found.at, found.end):
        return _government(context, found)
    entry = _entry(found)
    return _name(context, found, "place", entry.name, place=Place(entry.code, "point"))


def _region(context: Context, found: Found) -> Name | None:
    if _of_person(context, found) or _is_surname(context, found):
        return None
    entry = _entry(found)
    return _name(context, found, "place", entry.name, place=states.whereabouts(entry))


def _actor(context: Context, found: Found) -> Name | None:
    text, entry = context.text, _entry(found)
    if entry.care == "said" and not _reporting(text, found):
        return None
    if entry.care == "clue" and entry.name not in context.full and entry.state not in context.named:
        return None
    return _name(context, found, entry.kind, entry.name, actor=entry.code, wikidata=entry.wikidata)


def _reporting(text: Words, found: Found) -> bool:
    near = (text.next(found.end), text.next(found.end + 1), text.before(found.at))
    return any(word in words("names", "reporting") for word in near)


def _leader(context: Context, found: Found) -> Name | None:
    entry = _entry(found)
    if found.end == found.at + 1 and (_is_surname(context, found) or _goes_on(context, found)):
        return None
    actor = f"{entry.code}/{entry.role}" if actors.in_office(entry, context.on) else entry.code
    return _name(context, found, "person", entry.name, actor=actor, wikidata=entry.wikidata)


# Towns and divisions


def _town(context: Context, found: Found) -> Name | None:
    behind = _behind_comma(context, found)
    if not _supported(context, found, behind):
        return None
    rows = _as_told(context, found)
    state, division = behind if behind else (None, None)
    row = places.meant(rows, context.named, state=state, division=division)
    if row is None:
        return _name(context, found, "place", rows[0].name)
    place = Place(row.country, "city") if places.twinned(rows, row) and not division else row.place()
    return _name(context, found, "place", row.name, place=place)


def _as_told(context: Context, found: Found) -> tuple[Row, ...]:
    """Divisions where the words behind say so, else towns where a town of the same state has the name."""
    divisions = tuple(row for row in found.rows if row.is_division)
    if divisions and places.division_after(context.text, found.end):
        return divisions
    towns = {row.country for row in found.rows if not row.is_division}
    return tuple(row for row in found.rows if not row.is_division or row.country not in towns)


def _supported(context: Context, found: Found, behind: tuple[str, str | None] | None) -> bool:
    """Whether the words show a place: a preposition, its state behind it, its size, or the parser."""
    text = context.text
    located = behind is not None or context.is_located(found)
    if not located and (_is_surname(context, found) or _goes_on(context, found) or _tied(context, found)):
        return False
    if text.keys[found.at] in context.persons and found.end == found.at + 1:
        return False
    located = located or text.before(found.at) in words("names", "located")
    if any(row.is_word for row in found.rows):
        return located
    big = any(places.is_known(row) or (row.is_division and row.country == "USA") for row in found.rows)
    near = any(row.country in context.named for row in found.rows)
    return located or places.division_after(text, found.end) or ((big or near) and not _says(text, found))


def _says(text: Words, found: Found) -> bool:
    return text.next(found.end) in {"said", "says", "told", "added", "s"} or text.before(found.at) in {
        "said",
        "says",
        "mr",
        "mrs",
        "ms",
        "dr",
    }


def _is_surname(context: Context, found: Found) -> bool:
    """Whether a word in capitals that is no title and no name of its own stands right before."""
    text, before = context.text, found.at - 1
    if text.link(found.at) != " " or before < 0 or text.owns[before] or not text.capital(before):
        return False
    if text.keys[before] in words("names", "given_names"):
        return True
    if found.at in context.ending or text.keys[before] in words("names", "beside"):
        return False
    return text.telling(before)


def _goes_on(context: Context, found: Found) -> bool:
    """Whether a word in capitals that begins no name of its own stands right behind."""
    text, after = context.text, found.end
    match = context.found.get(after)
    if text.link(after) != " " or text.owns[after - 1] or (match and match.entry) or not text.telling(after):
        return False
    return text.keys[after] not in words("names", "beside") and actors.roles().starting(text, after) is None


def _tied(context: Context, found: Found) -> bool:
    """Whether a hyphen makes the match a part of a longer name."""
    text = context.text
    before = text.link(found.at) == "-" and found.at not in context.ending
    after = (
        text.link(found.end) == "-"
        and found.end not in context.found
        and text.keys[found.end] not in words("names", "tied")
    )
    return before or after


def _behind_comma(context: Context, found: Found, own: str | None = None) -> tuple[str, str | None] | None:
    """The state, and the division, that stand behind a comma: "Mobile, Alabama"; not ``own``."""
    if context.text.link(found.end) != ",":
        return None
    match = context.found.get(found.end)
    if match is None:
        return None
    if match.entry and (match.entry.sort == "state" or match.entry.sort == "region"):
        if match.entry.name == "Georgia":
            return ("USA", "GA") if _has_row(found, "USA", "GA") else ("GEO", None) if _has_row(found, "GEO") else None
        state = match.entry.state
        return (state, None) if state and state != own and _has_row(found, state) else None
    for row in match.rows:
        if row.is_division and _has_row(found, row.country, row.division) and row.country != own:
            return row.country, row.division
    return None


def _has_row(found: Found, country: str, division: str | None = None) -> bool:
    """Whether a town of the name lies there."""
    rows: Iterable[Row] = found.rows
    if found.entry:
        keys = tuple(fold(found.entry.name).split())
        rows = (row for group in places.beginning(keys[0]) for row in group if row.keys == keys)
    return any(row.country == country and division in (None, row.division) for row in rows)


# Together with the parser's names


def _together(text: str, told: Sequence[Name], entities: Sequence[Entity]) -> tuple[Name, ...]:
    kept = [name for name in told if not _overruled(name, told, entities)]
    kept = [name for name in kept if not _inside(name, kept)]
    taken = sorted((name.start, name.end) for name in kept)
    added = [
        Name(start, end, KINDS.get(kind, "other"), " ".join(text[start:end].split()))
        for start, end, kind in entities
        if kind in KINDS and not any(first < end and start < last for first, last in taken)
    ]
    return tuple(sorted({*kept, *added}, key=lambda name: (name.start, -name.end, name.name)))


def _inside(name: Name, others: Collection[Name]) -> bool:
    """Whether a name that is no owner lies inside a longer one."""
    longer = (
        o for o in others if o.start <= name.start and name.end <= o.end and (o.start, o.end) != (name.start, name.end)
    )
    return name.kind not in {"state", "place"} and any(longer)


def _overruled(name: Name, told: Collection[Name], entities: Sequence[Entity]) -> bool:
    """Whether the parser has a longer name there that no table explains: "Israel Katz", "Bank of Israel"."""
    if name.kind not in {"state", "place"}:
        return False
    for start, end, kind in entities:
        if (
            start <= name.start
            and name.end <= end
            and (start, end) != (name.start, name.end)
            and kind in {"PER", "ORG"}
        ):
            if not any(
                other.start < end and start < other.end and other.kind not in {"state", "place"} for other in told
            ):
                return True
        if kind == "PER" and (start, end) == (name.start, name.end) and name.kind == "place" and not name.metonym:
            return True
    return False
