"""Words become values: what a name's neighbours and the whole text tell of it, gathered once.

A match is looked at in its sentence (a title before it, a name that goes on behind it, a state behind a comma) and in
its text: which states are named, which words turned out to be persons, which long names explain short ones. It promises
to judge by words and capitals alone, in time that grows with the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from reportedly.frozen import dataclass
from reportedly.values import actors, places, states
from reportedly.values.gazetteer import Kind, Name, Words
from reportedly.values.lexicons import words
from reportedly.values.places import Row
from reportedly.values.states import Entry

Entity = tuple[int, int, str]

NAMED_SORTS = frozenset({"state", "people", "capital", "region"})
OUTRIGHT = frozenset({"state", "people"})
CERTAIN = 5  # letters; shorter names of towns are too many words' to tell a state


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the words from ``at`` to ``end`` and an entry of the tables, or the places of that name."""

    at: int
    end: int
    entry: Entry | None = None
    rows: tuple[Row, ...] = ()

    @property
    def sort(self) -> str:
        """Which table it is of; "town" for places."""
        return self.entry.sort if self.entry else "town"

    @property
    def one_word(self) -> bool:
        """Whether it is a single word."""
        return self.end == self.at + 1


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole text tells.

    ``starts`` leads from a match's end to its start; ``ending`` are the words behind matches that may stand before
    other names. ``named`` are the states that are named or a town of which is, ``outright`` those named themselves,
    ``signs`` those that bodies, groups or leaders belong to as well, ``clues`` those that clues tell. ``full`` are the
    names met in full, ``persons`` words that were perhaps a person's, ``called`` those that were, ``located`` the
    parser's places, ``placed`` what stands behind a town's name somewhere in the text: its state, and its division
    where a table has the town there; None where two do; ``known`` are the ``signs`` and the states of large towns;
    ``on`` is the moment told of.
    """

    text: Words
    found: dict[int, Found]
    starts: dict[int, int]
    ending: frozenset[int]
    named: frozenset[str]
    outright: frozenset[str]
    signs: frozenset[str]
    clues: frozenset[str]
    full: frozenset[str]
    persons: frozenset[str]
    called: frozenset[str]
    located: frozenset[tuple[int, int]]
    on: str | None
    placed: Mapping[tuple[str, ...], tuple[str, str | None] | None] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    def is_located(self, found: Found) -> bool:
        """Whether the parser took the match for a place."""
        return (self.text.starts[found.at], self.text.ends[found.end - 1]) in self.located


def context(text: Words, entities: Sequence[Entity], on: str | None) -> Context:
    """All that is told by ``text`` as a whole."""
    found = {match.at: match for match in _walk(text)}
    sure = [match for match in found.values() if not _in_a_person(text, match, found)]
    ending = frozenset(match.end for match in found.values() if match.sort in NAMED_SORTS or match.sort == "body")
    clues = states.clues()
    told = frozenset(clue[1] for at in range(len(text)) if (clue := clues.starting(text, at)))
    short = frozenset(state for at in range(len(text)) for state, _ in _shortened(text, at))
    known = Context(
        text,
        found,
        starts={match.end: match.at for match in found.values()},
        ending=ending,
        named=frozenset(),
        outright=frozenset(m.entry.state for m in sure if m.entry and m.sort in OUTRIGHT and m.entry.state),
        signs=frozenset(state for match in sure for state in _signs(match)).union(told, short),
        clues=told,
        full=frozenset(match.entry.name for match in found.values() if match.entry and not match.entry.care),
        persons=frozenset(text.key(at) for at in range(1, len(text)) if at not in ending and _is_person(text, at)),
        called=frozenset(text.key(at) for at in range(1, len(text)) if _is_called(text, at)),
        located=frozenset((start, end) for start, end, kind in entities if kind == "LOC"),
        on=on,
    )
    sure = [match for match in sure if match.sort != "town" or not is_surname(known, match)]
    large = frozenset(state for match in sure for state in _of_large(match))
    named = frozenset(state for match in sure for state in _names_state(match))
    return replace(known, placed=_placed(known), known=known.signs | large, named=named)


def _placed(context: Context) -> dict[tuple[str, ...], tuple[str, str | None] | None]:
    """Where the text itself says that a town lies: "Preston, Idaho", so that "Preston" below is no other."""
    told: dict[tuple[str, ...], tuple[str, str | None] | None] = {}
    for found in context.found.values():
        if not rows_of(found) or found.sort not in ("town", "capital"):
            continue
        behind = behind_comma(context, found) or _beyond_tables(context, found)
        key = context.text.keys[found.at : found.end]
        if behind is not None:
            told[key] = behind if told.get(key, behind) == behind else None
    return told


def _beyond_tables(context: Context, found: Found) -> tuple[str, None] | None:
    """The state behind a comma in which no table has a town of the name."""
    for state, _ in _shortened(context.text, found.end):
        return state, None
    match = context.found.get(found.end)
    famed = match.rows if match is not None and context.text.link(found.end) == "," else ()
    told = next((row.country for row in famed if places.is_famed(row)), None) or in_state(context, found)
    return None if told is None else (told, None)


def _walk(text: Words) -> Iterator[Found]:
    at, table = 0, actors.table()
    while at < len(text):
        known, town = table.starting(text, at), places.starting(text, at)
        if town and (known is None or town[0] > known[0]):
            yield Found(at, town[0], rows=town[1])
        elif known:
            yield Found(at, known[0], known[1])
        at = max(at + 1, town[0] if town else 0, known[0] if known else 0)


def _names_state(found: Found) -> Iterator[str]:
    """The state that a match names for sure, if it does."""
    entry = found.entry
    if entry and entry.sort in NAMED_SORTS and entry.state and not entry.shared:
        yield entry.state
    if any(map(places.is_famed, found.rows)):
        yield from places.TOLD_BY_DIVISION
    towns = {row.country for row in found.rows}
    if len(towns) == 1 and not any(row.is_word for row in found.rows) and len(" ".join(found.rows[0].keys)) >= CERTAIN:
        yield from towns


def _of_large(found: Found) -> Iterator[str]:
    """The state of a large town that has no namesake abroad."""
    towns = {row.country for row in found.rows}
    if len(towns) == 1 and any(row.inhabitants >= places.LARGE for row in found.rows):
        yield from towns


def _shortened(text: Words, at: int) -> Iterator[tuple[str, str]]:
    """The division whose short form stands at ``at`` behind a comma."""
    division = places.abbreviations().starting(text, at) if text.link(at) == "," else None
    if division:
        yield division[1]


def _signs(found: Found) -> Iterator[str]:
    """The states that a match has to do with: named, or owner of a body, a group or a leader."""
    entry = found.entry
    if entry and entry.state and not entry.shared and not entry.care and entry.sort != "outlet":
        yield entry.state
    if any(map(places.is_famed, found.rows)):
        yield from places.TOLD_BY_DIVISION


def _in_a_person(text: Words, match: Found, found: dict[int, Found]) -> bool:
    """Whether a capital's word is a person's: "Denzel Washington", "Sofia Coppola"."""
    behind = match.sort == "capital" and text.link(match.end) == " " and text.telling(match.end)
    after = found.get(match.end)
    surname = behind and not (after and after.entry) and text.keys[match.end] not in words("names", "beside")
    return after_given_name(text, match.at) or (surname and not text.owns[match.end - 1])


def after_given_name(text: Words, at: int) -> bool:
    """Whether a given name stands right before the word."""
    return (
        text.link(at) == " "
        and text.capital(at)
        and text.capital(at - 1)
        and text.key(at - 1) in words("names", "given_names")
        and not text.owns[at - 1]
    )


def _is_called(text: Words, at: int) -> bool:
    return after_given_name(text, at) or (text.capital(at) and text.before(at) in words("names", "titles"))


def _is_person(text: Words, at: int) -> bool:
    return after_given_name(text, at) or _after_title(text, at)


def _after_title(text: Words, at: int) -> bool:
    """Whether a title, or an unknown word in capitals, makes a person of the word: "Mr Rhodes", "Hillary Clinton"."""
    before = text.before(at)
    if before in words("names", "titles"):
        return text.capital(at)
    named = text.telling(at) and text.telling(at - 1) and not text.owns[at - 1]
    return named and text.link(at) == " " and before not in words("names", "beside")


def name(context: Context, found: Found, kind: Kind, label: str, **more: object) -> Name:
    """The match as a name of ``kind``; ``more`` are further fields of it."""
    text = context.text
    return replace(Name(text.starts[found.at], text.ends[found.end - 1], kind, label), **more)  # type: ignore[arg-type]


def of_person(context: Context, found: Found) -> bool:
    """Whether a given name stands before, or the word is one itself before another name."""
    text = context.text
    before = context.found.get(found.at - 1)
    if found.one_word and after_given_name(text, found.at) and (before is None or before.rows):
        return True
    return text.key(found.at) in words("names", "persons") and not text.owns[found.end - 1] and goes_on(context, found)


def prefixed(context: Context, found: Found) -> bool:
    """Whether a hyphen ties the capital to an unknown word before: "al-Manama"; "pro-Moscow" is known."""
    text = context.text
    return (
        text.link(found.at) == "-"
        and text.before(found.at) not in words("names", "sides")
        and found.at not in context.ending
    )


def is_surname(context: Context, found: Found, *, strict: bool = False) -> bool:
    """Whether a word in capitals that is no title and no name of its own stands right before.

    Where ``strict``, a word that opens the sentence counts too, unless it is one that stands before places.
    """
    text, before = context.text, found.at - 1
    if text.link(found.at) != " " or before < 0 or text.owns[before] or not text.capital(before):
        return False
    if text.keys[before] in words("names", "given_names"):
        return True
    if found.at in context.ending or text.keys[before] in words("names", "beside"):
        return False
    opening = strict and not text.loud[before] and text.keys[before] not in words("names", "where")
    return text.telling(before) or opening


def renamed(context: Context, found: Found) -> bool:
    """Whether a word in capitals right before makes the match a part of another name: "Upper Bonn"."""
    text, before = context.text, found.at - 1
    told = before >= 0 and text.link(found.at) == " " and text.capital(before) and not text.loud[before]
    return told and text.keys[before] in words("names", "renaming")


def goes_on(context: Context, found: Found) -> bool:
    """Whether a word in capitals that begins no name of its own stands right behind."""
    text, after = context.text, found.end
    match = context.found.get(after)
    if text.next(after) in words("names", "particles") and not (match and match.entry):
        return True
    if text.link(after) != " " or text.owns[after - 1] or (match and match.entry) or not text.telling(after):
        return False
    return text.keys[after] not in words("names", "beside") and actors.roles().starting(text, after) is None


def tied(context: Context, found: Found) -> bool:
    """Whether a hyphen makes the match a part of a longer name."""
    text = context.text
    before = text.link(found.at) == "-" and found.at not in context.ending
    after = (
        text.link(found.end) == "-"
        and found.end not in context.found
        and text.keys[found.end] not in words("names", "tied")
    )
    return before or after


def elsewhere(context: Context, found: Found, country: str | None) -> bool:
    """Whether a division of another state stands behind a comma, so that a town no table holds is meant."""
    match = context.found.get(found.end)
    if any(state != country or country is None for state, _ in _shortened(context.text, found.end)):
        return True
    if match is None or context.text.link(found.end) != ",":
        return False
    return any(places.is_famed(row) and row.country != country for row in match.rows)


def behind_comma(context: Context, found: Found, own: str | None = None) -> tuple[str, str | None] | None:
    """The state, and the division, that stand behind a comma: "Mobile, Alabama"; not ``own``."""
    if context.text.link(found.end) != ",":
        return None
    for state, division in _shortened(context.text, found.end):
        return (state, division) if _has_row(found, state, division) else None
    match = context.found.get(found.end)
    if match is None:
        return None
    if match.entry and (match.entry.sort == "state" or match.entry.sort == "region"):
        if match.entry.name == "Georgia":
            return ("USA", "GA") if _has_row(found, "USA", "GA") else ("GEO", None) if _has_row(found, "GEO") else None
        land = match.entry.state
        return (land, None) if land and land != own and _has_row(found, land) else None
    for row in match.rows:
        inner = row.is_division or row.is_county
        if inner and _has_row(found, row.country, row.division) and row.country != own:
            return row.country, row.division
    return None


def in_state(context: Context, found: Found) -> str | None:
    """The state behind a comma where no table has a town of the name in it: "Trujillo, Honduras, ..."."""
    match = context.found.get(found.end)
    if match is None or match.entry is None or context.text.link(found.end) != ",":
        return None
    if match.sort not in ("state", "region"):
        return None
    closed = context.text.link(match.end) in ",.(" or match.sort == "region"
    return match.entry.state if closed and not match.entry.shared else None


def _has_row(found: Found, country: str, division: str | None = None) -> bool:
    """Whether a town of the name lies there."""
    return any(row.country == country and division in (None, row.division) for row in rows_of(found))


def rows_of(found: Found) -> tuple[Row, ...]:
    """The places of the match's name; those of an entry's name are looked up."""
    if found.entry is None:
        return found.rows
    return places.namesakes(found.entry.name)
