"""Words become values: a word in capitals is a town only where the words around it, or its size, show one.

It promises that a person, a company or a common word is no town for want of a better idea, and that a town whose
namesake may be meant has no country: "Springfield" alone, a lesser town of a state that nothing in the text speaks of.
"""

from dataclasses import replace

from reportedly.values import places
from reportedly.values.gazetteer import Name, Place, Words
from reportedly.values.lexicons import words
from reportedly.values.mentions import (
    Context,
    Found,
    behind_comma,
    elsewhere,
    goes_on,
    in_state,
    is_surname,
    name,
    renamed,
    tied,
)
from reportedly.values.places import Row


def town(context: Context, found: Found) -> Name | None:
    """The town or division that a match names, without a country where it cannot be told, or None."""
    key = context.text.keys[found.at : found.end]
    behind = behind_comma(context, found) or context.placed.get(key)
    if renamed(context, found) or not _supported(context, found, behind):
        return None
    if key in context.placed and (behind is None or not _is_held(found, behind)):
        # "Preston, Idaho": none of the towns that the tables hold, here and below.
        return name(context, found, "place", found.rows[0].name, place=Place(behind[0], "city") if behind else None)
    rows = places.at_home(_as_told(context, found), () if behind else context.signs)
    if not behind and (abroad := in_state(context, found)):
        return name(context, found, "place", rows[0].name, place=Place(abroad, "city"))
    state, division = behind if behind else (None, None)
    row = places.meant(rows, context.named, state=state, division=division)
    if row is None or (not behind and (_unlikely(context, row) or elsewhere(context, found, row.country))):
        sure = context.is_located(found) or _is_inside(context.text, found.at)
        return name(context, found, "place", rows[0].name) if sure else None
    if places.division_after(context.text, found.end) and not _carries_on(context.text, found.end):
        place = row.place() if row.is_division else Place(row.country, "admin")
        return name(context, replace(found, end=found.end + 1), "place", row.name, place=place)
    place = Place(row.country, "city") if places.twinned(rows, row) and not division else row.place()
    return name(context, found, "place", row.name, place=place)


def _is_held(found: Found, behind: tuple[str, str | None]) -> bool:
    state, division = behind
    return any(row.country == state and division in (None, row.division) for row in found.rows)


def _carries_on(text: Words, division: int) -> bool:
    """Whether the division's word belongs to a longer name: "California State Prison"."""
    return text.telling(division) and text.link(division + 1) == " " and text.telling(division + 1)


def _unlikely(context: Context, row: Row) -> bool:
    """Whether a lesser town's state is not named while others are: a namesake that no table holds may be meant."""
    large = row.inhabitants >= places.LARGE or places.is_famed(row)
    return not large and row.country not in context.known and bool(context.known)


def _as_told(context: Context, found: Found) -> tuple[Row, ...]:
    """Divisions where the words behind say so, else towns where a town of the same state has the name."""
    divisions = tuple(row for row in found.rows if row.is_division)
    if divisions and places.division_after(context.text, found.end):
        return divisions
    famed = {row.country for row in divisions if places.is_famed(row)}
    rows = [row for row in found.rows if row.is_division or row.country not in famed or row.inhabitants > places.FAMED]
    towns = {row.country for row in rows if not row.is_division}
    return tuple(row for row in rows if not row.is_division or row.country not in towns)


def _supported(context: Context, found: Found, behind: tuple[str, str | None] | None) -> bool:
    """Whether the words show a place: a preposition, its state behind it, its size, or the parser."""
    text = context.text
    located = behind is not None or context.is_located(found)
    if not located and (is_surname(context, found, strict=True) or goes_on(context, found) or tied(context, found)):
        return False
    if text.keys[found.at] in context.persons and found.one_word:
        return False
    if text.next(found.end) in words("names", "lesser") and not any(_has_counties(row) for row in found.rows):
        return False
    famed = any(map(places.is_famed, found.rows))
    if not famed and any(row.is_word for row in found.rows):
        fair = any(row.inhabitants >= places.LARGE or row.country in context.named for row in found.rows)
        return located or (fair and _is_inside(text, found.at))
    located = located or text.before(found.at) in words("names", "located")
    big = famed or any(map(places.is_known, found.rows))
    near = any(row.country in context.named for row in found.rows)
    return located or places.division_after(text, found.end) or ((big or near) and not _says(text, found))


def _has_counties(row: Row) -> bool:
    return row.is_division and row.country in words("names", "counties")


def _is_inside(text: Words, at: int) -> bool:
    """Whether the words before leave nothing but a place: "in Reading", "the mayor of Nice"."""
    before = text.before(at)
    return before in words("names", "inside") or (before == "of" and text.before(at - 1) in words("names", "places"))


def _says(text: Words, found: Found) -> bool:
    """Whether it speaks, as persons do."""
    return text.next(found.end) in words("names", "speech") or text.before(found.at) in words("names", "speech")
