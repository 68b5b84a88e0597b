"""Words become values: bodies, groups, outlets and leaders by their names, and bodies of a state by what they are.

It promises a role only where the words give one: "the Ukrainian army" is UKR/MIL, a leader named alone is of a state
and no more, unless a moment is given that lies within the years in office. What is past is no office ("former
president").
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.values import states
from reportedly.values.gazetteer import Gazetteer, Kind, Words, gazetteer, listed, rows
from reportedly.values.lexicons import words
from reportedly.values.states import Entry

BETWEEN = 2  # words between a state and its body: "Russia's state-run space agency"
LONGEST_ROLE = 6  # words: "ministry of emergency situations" and some to spare
GIVEN_FIRST = frozenset({"PRK", "KOR"})  # where both halves of a given name are written apart, tied or as one


class Role(NamedTuple):
    """What a phrase makes of a state: the code behind the state's, the kind, and the phrase itself."""

    code: str
    kind: Kind
    phrase: str


class Body(NamedTuple):
    """A body of a state: from which word to which, and its role."""

    at: int
    end: int
    role: Role


def forms() -> Iterator[tuple[str, Entry]]:
    """Every written form of bodies, groups, outlets and leaders."""
    for row in rows("organisations"):
        kind: Kind = "group" if row["kind"] == "group" else "organisation"
        yield from _formed(row, kind, "body")
    for row in rows("outlets"):
        yield from _formed(row, "outlet", "outlet")
    for row in rows("leaders"):
        yield from _leader(row)


def _formed(row: dict[str, str], kind: Kind, sort: str) -> Iterator[tuple[str, Entry]]:
    cautious = {care: listed(row.get(column) or "") for care, column in (("said", "said"), ("clue", "clued"))}
    held = {form for found in cautious.values() for form in found}
    for care, found in ({"": [row["name"], *listed(row["forms"])]} | cautious).items():
        entry = Entry(kind, sort, row["name"], row["actor"] or None, row["wikidata"] or None, care=care)
        yield from ((form, entry) for form in found if care or form not in held)


def _leader(row: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    years = (row["from"], row["until"])
    role = "GOV" if row["office"] else None
    entry = Entry("person", "leader", row["name"], row["iso3"], row["wikidata"] or None, role=role, years=years)
    for form in (row["name"], *listed(row["forms"])):
        yield form, entry
        parts = form.replace("-", " ").split()
        if row["iso3"] in GIVEN_FIRST and len(parts) == 3:
            yield f"{parts[0]} {parts[1]}{parts[2].lower()}", entry


@cache
def table() -> Gazetteer[Entry]:
    """Every name that is told without a file of places."""
    return gazetteer([*states.forms(), *forms()])


@cache
def roles() -> Gazetteer[Role]:
    """Phrases for bodies and offices."""
    found: list[tuple[str, Role]] = []
    for row in rows("roles"):
        kind: Kind = "person" if row["kind"] == "person" else "group" if row["kind"] == "group" else "organisation"
        for phrase in listed(row["phrases"]):
            role = Role(row["role"], kind, phrase)
            found += [(form.lower(), role) for form in ((phrase, f"{phrase}s") if kind == "person" else (phrase,))]
    return gazetteer(found)


def body(text: Words, at: int, end: int, *, owning: bool) -> Body | None:
    """The body of the state named from ``at`` to ``end``, behind or before "of"; ``owning`` unless a people."""
    if _past(text, at):
        return None
    return _behind(text, at, end) or (_ahead(text, at, end) if owning else None)


def _past(text: Words, at: int) -> bool:
    return text.before(at) in words("names", "past")


def _behind(text: Words, at: int, end: int) -> Body | None:
    for start in range(end, min(end + BETWEEN + 1, len(text))):
        if text.link(start) != " ":
            return None
        found = roles().starting(text, start)
        if found:
            return None if _of_thing(text, found[0]) else Body(at, found[0], found[1])
        if text.keys[start] not in words("names", "modifiers"):
            return None
    return None


def _of_thing(text: Words, end: int) -> bool:
    """Whether the body's word only says of what sort a thing is: "France's military academy", "US government bonds"."""
    return (
        text.link(end) == " "
        and text.keys[end - 1] in words("names", "sorts")
        and text.keys[end] in words("names", "things")
    )


def _ahead(text: Words, at: int, end: int) -> Body | None:
    of = at - 2 if text.before(at) == "the" else at - 1
    if of < 1 or text.key(of) != "of" or text.link(of) != " ":
        return None
    for start in range(max(0, of - LONGEST_ROLE), of):
        found = roles().starting(text, start)
        if found and found[0] == of and not _past(text, start) and text.keys[start] not in words("names", "loose"):
            return Body(start, end, found[1])
    return None


def in_office(entry: Entry, on: str | None) -> bool:
    """Whether a leader held the office at ``on`` (ISO 8601); in the first and the last year nobody can tell."""
    since, until = entry.years
    return bool(on and entry.role and since and since < on[:4] and (not until or on[:4] < until))
