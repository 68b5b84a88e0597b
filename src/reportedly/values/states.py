"""Words become values: states by their names, people and capitals, and when a capital stands for its government.

It promises that a capital is a place unless the words around it show a government: a verb of governments right behind
it with no preposition before it, a body or a stance that it owns, a dealing that it is a side of. Words that name a
language, a breed or a company name no state, and a word that two states share ("Congo", "Korean") names the one that
the text names elsewhere or none.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.values.gazetteer import Gazetteer, Kind, Place, Words, gazetteer, listed, phrase_set, rows
from reportedly.values.lexicons import words

LISTED = 8  # words of a list of languages on either side; longer lists are none that news has
REACH = 3  # words between a capital and the verb that a helper leads to: "has since repeatedly denied"


class Entry(NamedTuple):
    """What a form of the tables means. ``sort`` says which table; ``code`` is a state or an actor's code.

    ``care`` is "clue" where the text has to name the state or full name too, "said" where words of reporting have to
    stand beside.
    """

    kind: Kind
    sort: str
    name: str
    code: str | None = None
    wikidata: str | None = None
    role: str | None = None
    geonames: str | None = None
    care: str = ""
    shared: tuple[str, ...] = ()
    years: tuple[str, str] = ("", "")

    @property
    def state(self) -> str | None:
        """The state part of the code, None for international bodies."""
        first = (self.code or "").split("/")[0]
        return first if first not in {"", "IGO", "NGO", "IMG", "MED"} else None


def forms() -> Iterator[tuple[str, Entry]]:
    """Every written form of states, peoples, capitals, seats and regions."""
    names: dict[str, Entry] = {}
    yield from _shared()
    for row in rows("states"):
        entry = Entry(
            "state", "state", row["name"], row["iso3"], row["wikidata"] or None, geonames=row["geonames"] or None
        )
        names[row["iso3"]] = entry
        yield from ((form, entry) for form in (row["name"], *listed(row["forms"])))
    for row in rows("demonyms"):
        state = names[row["iso3"]]
        people = Entry("state", "people", state.name, state.code, state.wikidata)
        yield from ((form, people) for form in listed(row["words"]))
    yield from _seats()
    yield from _regions()
    yield from ((phrase, Entry("other", "none", phrase)) for phrase in sorted(words("names", "none")))


def _shared() -> Iterator[tuple[str, Entry]]:
    for row in rows("homonyms"):
        entry = Entry("state", row["sort"], row["name"], shared=tuple(listed(row["states"])))
        yield from ((form, entry) for form in listed(row["forms"]))


def _seats() -> Iterator[tuple[str, Entry]]:
    for row in rows("capitals"):
        entry = Entry("place", row["kind"], row["name"], row["iso3"], role=row["role"] or None)
        yield from ((form, entry) for form in (row["name"], *listed(row["forms"])))


def _regions() -> Iterator[tuple[str, Entry]]:
    for row in rows("regions"):
        entry = Entry("place", "region", row["name"], row["state"] or None, role=row["actor"] or None)
        yield from ((form, entry) for form in (row["name"], *listed(row["forms"])))


# Parts of a state that have no name of their own.
SIDES = frozenset({"north", "south", "east", "west", "centre", "northeast", "northwest", "southeast", "southwest"})


@cache
def state_names() -> dict[str, Entry]:
    """The state of each code."""
    return {entry.code: entry for _, entry in forms() if entry.sort == "state" and entry.code and not entry.shared}


@cache
def nations() -> dict[str, str]:
    """The code of the state for each word that names it or its people, and no other thing: "Kenya", "Kenyan"."""
    told = [(form, entry.code) for form, entry in forms() if entry.sort in ("state", "people") and entry.code]
    return {form: code for form, code in told if form[:1].isupper() and form.isalpha()}


def place_told(path: str) -> str:
    """A place's path as people say it: "Arequipa, Peru" for PER/arequipa, "Peru" for PER, "Jajarkot" for jajarkot.

    Several are told together, "Salima and Mangochi, Malawi"; the codes of divisions without a name are left out.
    """
    inner, states = [], list[str]()
    for one in path.split("+"):
        code, *parts = one.split("/")
        state = state_names().get(code)
        if state is None:
            return " and ".join(map(_part_told, path.split("+")))  # which no table holds
        told = [_part_told(part) for part in reversed(parts) if not _is_code(part)]
        states += [state.name] if state.name not in states else []
        inner.append((", ".join(dict.fromkeys(told)), state.name))
    if len(states) == 1:
        named = " and ".join(part for part, _ in inner if part)
        return f"{named}, {states[0]}" if named else states[0]
    return " and ".join(f"{part}, {state}" if part else state for part, state in inner)


def _is_code(part: str) -> bool:
    return part.isupper() or any(sign.isdecimal() for sign in part)


def _part_told(part: str) -> str:
    """A part of a path as people say it; a hospital or a border is no name."""
    if part in words("names", "unnamed", "some"):
        return f"a {part}"
    if part in SIDES:
        return part
    return f"the {part}" if part in words("names", "unnamed", "one") else part.title()


@cache
def clues() -> Gazetteer[str]:
    """Words that tell a state whose name is another place's too ("Tbilisi" for Georgia, "Atlanta" for the other)."""
    return gazetteer((form, row["state"]) for row in rows("clues") for form in listed(row["forms"]))


def whereabouts(entry: Entry) -> Place | None:
    """The place of a state's name or a region's; a people has none."""
    if entry.sort == "state":
        return Place(entry.code, "country", entry.geonames)
    return Place(entry.code, "admin") if entry.sort == "region" and entry.code else None


def is_language(text: Words, at: int, end: int) -> bool:
    """Whether the people's word at ``at`` names their language: "into Arabic, French and German"."""
    if end != at + 1 or text.keys[at] not in words("names", "languages"):
        return False
    first, last = at, at
    while first > max(0, at - LISTED) and text.links[first] in " ," and _listed(text, first - 1):
        first -= 1
    while last < at + LISTED and text.link(last + 1) in " ," and _listed(text, last + 1):
        last += 1
    while first < at and text.keys[first] not in words("names", "languages"):
        first += 1
    tail = text.link(last + 1) not in " -" or text.key(last + 1) in {
        "and",
        "or",
        "but",
        "as",
        "with",
        "at",
        "to",
        "by",
        "on",
    }
    return text.before(first) in words("names", "spoken") and tail


def _listed(text: Words, at: int) -> bool:
    return text.key(at) in words("names", "languages") or text.key(at) in {"and", "or", "some", "a", "little"}


def is_part(text: Words, end: int) -> bool:
    """Whether the capitals go on with a word that makes a company or an event of them: "Turkish Airlines"."""
    return text.next(end) in words("names", "parts") and text.capital(end)


def is_seat_speaking(text: Words, at: int, end: int) -> bool:
    """Whether the building at ``at`` stands for its office: it does unless the words show walls or someone in it."""
    if text.next(end) in words("names", "building"):
        return False
    before = text.key(at - 2) if text.before(at) in {"the", "s"} else text.before(at)
    return before not in words("names", "indoors")


def speaks(text: Words, at: int, end: int) -> bool:
    """Whether the capital at ``at`` stands for its government there."""
    if text.link(at) == "-" and text.before(at) in words("names", "sides"):
        return True
    if text.link(end) == "-":
        return text.keys[end] in words("names", "tied") and text.keys[end] not in words("names", "home")
    if text.owns[end - 1]:
        return text.next(end) in words("names", "owned")
    return _dealt_with(text, at, end) or is_subject(text, at, end)


def is_subject(text: Words, at: int, end: int) -> bool:
    """Whether a verb of governments follows and nothing before makes the words a place."""
    return _free(text, at) and _acts(text, end)


def _free(text: Words, at: int) -> bool:
    """Whether nothing before the word makes it a place or a part of another name."""
    before = text.before(at)
    if before in words("names", "where") or text.link(at) == "-":
        return False
    return not text.telling(at - 1) or text.link(at) not in " -" or before in {"and", "but", "that", "while"}


def _acts(text: Words, end: int) -> bool:
    verb = text.next(end) if text.link(end) == " " else ""
    if verb and phrase_set("phrasal").starting(text, end):
        return True
    if verb in words("names", "acts") and verb not in words("names", "cities"):
        return True
    if verb not in words("names", "cities") and verb not in words("names", "helpers"):
        return False
    return any(
        text.next(word) in words("names", "done")
        or (text.next(word) in _plain_acts() and verb in words("names", "helpers"))
        for word in _helped(text, end)
    )


@cache
def _plain_acts() -> frozenset[str]:
    return words("names", "acts") - words("names", "cities")


def _helped(text: Words, end: int) -> Iterator[int]:
    """The words after a helper, up to and with the first that is none."""
    for word in range(end + 1, end + 1 + REACH):
        yield word
        if text.next(word) not in words("names", "helpers") and not text.next(word).endswith("ly"):
            return


def _dealt_with(text: Words, at: int, end: int) -> bool:
    """Whether the words before make it a side: "accused Moscow", "talks with Tokyo", "protested to Beijing"."""
    before, link = text.before(at), text.link(end)
    if before in words("names", "inverted"):
        return link not in " -" or (not _noun(text, end) and not text.capital(end))
    if before in words("names", "towards"):
        return text.next(end) not in words("names", "divisions") and not (
            before == "by" and link == " " and _noun(text, end)
        )
    ends = link not in " -" or not _noun(text, end)
    near = {text.key(word) for word in range(max(0, at - 4), at - 1)}
    if before in words("names", "dealing") and ends:
        return bool(near & words("names", "dealings")) or before == "with"
    return before in words("names", "giving") and ends and bool(near & words("names", "given"))


def is_side(text: Words, at: int) -> bool:
    """Whether the words before make a side of what stands there: "talks between"."""
    near = {text.key(word) for word in range(max(0, at - 4), at - 1)}
    return text.before(at) in words("names", "dealing") and bool(near & words("names", "dealings"))


def _noun(text: Words, at: int) -> bool:
    """Whether the next word looks like a noun that the capital only stands before ("Tokyo stocks")."""
    word = text.next(at)
    return bool(word) and word not in words("names", "after")
