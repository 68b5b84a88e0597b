"""Claims become comparable: places become paths in one tree, state, division and town, so that one lies in another.

"RUS/kursk" is a division of Russia, "NPL" all of Nepal. A name that a town and its division share is the division, the
wider of the two; a region that the tables hold without a division stands under its state by its name. A compass
part of a state ("RUS/east") has no bounds. Two places told together are joined by "+".
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from reportedly.series.lexicons import lexicon, named, words
from reportedly.values.gazetteer import Name, fold, listed
from reportedly.values.gazetteer import rows as table
from reportedly.values.measures import singular
from reportedly.values.names import names
from reportedly.values.places import Row, division, namesakes
from reportedly.values.states import state_names

TOGETHER = "+"
THERE = "there"
NAME = r"[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)*"
JOINED = re.compile(rf"\band (?:the )?({NAME})")
ADJOINING = re.compile(rf"^(?:the )?([a-z]+) ({NAME})")
WAR = re.compile(r"\bwar (?:against|in|on|with|over) (?:the )?$", re.IGNORECASE)
WAR_BEHIND = re.compile(r"^ war\b", re.IGNORECASE)
BESIDE = 20  # characters beside a name in which the words stand that tell what it is
NATIONAL = re.compile(
    r"\b(?:nation(?:ally|-?wide)|country-?wide|(?:across|throughout|all over) the (?:whole |entire )?(?:country|nation)"
    r"|the (?:country|nation) as a whole)\b",
    re.IGNORECASE,
)
NAMED_PART = re.compile(rf"^(?:the )?({NAME}) ([a-z]+)")
UNKNOWN = re.compile(rf"^(?:the )?(?:([a-z]+) of )?({NAME})(?: [a-z]+)?(?:,.*)?$")


@cache
def placing() -> re.Pattern[str]:
    """Names that the words before them make places: "in Oldra", "the village of Dobra"."""
    kinds = "|".join(sorted(words("places", "generic") | words("places", "lesser") | words("places", "towns")))
    return re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|(?:{kinds}) of) (?:the )?({NAME})")


def path(name: Name, before: str = "", after: str = "") -> str | None:
    """Where ``name`` is in the tree; ``before`` and ``after`` are the words beside it. None where it is no place."""
    place = name.place
    if place is None or place.country is None:
        return None
    if place.precision == "country":
        part = _compass(before, after)
        return f"{place.country}/{part}" if part else place.country
    return _within(place.country, name.name, place.geonames)


def _compass(before: str, after: str) -> str | None:
    """The word of a part of a state: "eastern" before it, "the east of" it, "Russia's east"."""
    told = re.findall(r"[a-z-]+", before.lower())[-2:]
    if told and told[-1] in words("places", "compass"):
        return _side(told[-1])
    if len(told) == 2 and told[1] == "of" and told[0] in words("places", "compass"):
        return _side(told[0])
    behind = re.match(r"['’]s ([a-z-]+)", after.lower())
    return _side(behind.group(1)) if behind and behind.group(1) in words("places", "compass") else None


def _side(word: str) -> str:
    return word.replace("-", "").removesuffix("ern")


@lru_cache(maxsize=4096)
def _within(country: str, name: str, geonames: str | None) -> str:
    rows = [row for row in namesakes(name) if row.country == country]
    bare = " ".join(word for word in fold(name).split() if word not in words("places", "generic"))
    rows = rows or [row for row in namesakes(bare) if row.country == country]
    divisions = [row for row in rows if row.is_division]
    if divisions and (geonames is None or _is_one(rows, divisions)):
        return f"{country}/{fold(divisions[0].name)}"
    town = next((row for row in rows if row.geonames == geonames), None)
    if town is None:
        return f"{country}/{bare or fold(name)}"
    return f"{country}/{division(country, town.division) or town.division}/{fold(town.name)}"


def _is_one(rows: Iterable[Row], divisions: Iterable[Row]) -> bool:
    """Whether town and division of a name are one within the other."""
    return {row.division for row in rows} <= {row.division for row in divisions}


def is_held(place: str, code: str) -> bool:
    """Whether a place may lie in a state: the tables have it there, or have none of its name."""
    rows = namesakes(place)
    return not rows or any(row.country == code for row in rows)


def is_demonym(word: str) -> bool:
    """Whether a word names a people and no place: "Russian", "Israelis"."""
    return word.casefold().removesuffix("s") in _demonyms() or word.casefold() in _demonyms()


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(form.casefold() for row in table("demonyms") for form in listed(row["words"]))


def is_capital(name: str) -> bool:
    """Whether a town is the capital of a state."""
    return fold(name) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("capitals") if row["kind"] == "capital")


@cache
def capital_of(code: str) -> str | None:
    """The capital of a state; None where it has several, or none that a table holds."""
    named = [row["name"] for row in table("capitals") if row["kind"] == "capital" and row["iso3"] == code]
    towns = [row for row in namesakes(named[0]) if row.country == code] if len(named) == 1 else []
    largest = max((row for row in towns if not row.is_division), key=lambda row: row.inhabitants, default=None)
    return None if largest is None else _within(code, largest.name, largest.geonames)


def common(phrase: str) -> str | None:
    """A place without a name that limits all the same: "the front line"."""
    low = f" {fold(phrase)} "
    if " front of " in low:
        return None  # "in front of a locked door"
    told = (place for place in lexicon()["places"]["common"] if f" {place} " in low)
    found = next((place for place in told if f" {place.capitalize()}" not in phrase), None)  # a rebel "Front" is none
    same: Mapping[str, str] = lexicon()["places"]["same"]
    return None if found is None else same.get(found, found)


def unknown(phrase: str) -> str | None:
    """A place that no table holds, by its words: "the district of Jajarkot"; None where they are no name of a place."""
    told = UNKNOWN.match(phrase) if words("places", "ways").isdisjoint(phrase.split()) else None
    named = fold(told.group(2)) if told else ""
    nobody = words("places", "times") | words("forces", "standing")  # "in It"
    money = any(sign.isdigit() for sign in named)  # "a saving at Sh12 billion"
    return named if named and not money and nobody.isdisjoint(named.split()) else None


def beside(phrase: str) -> str | None:
    """What lies next to where a text is at home, by its name alone: "neighbouring Congo", of which there are two."""
    told = ADJOINING.match(phrase)
    return fold(told.group(2)) if told and told.group(1) in words("places", "adjoining") else None


def is_of_war(text: str, name: Name) -> bool:
    """Whether a name tells which war: "the Ukraine war", "the war against Ukraine"."""
    before, behind = text[max(0, name.start - BESIDE) : name.start], text[name.end : name.end + BESIDE]
    return bool(WAR.search(before) or WAR_BEHIND.match(behind))


def is_way(text: str, name: Name) -> bool:
    """Whether a name only tells where a way leads: "along the Bure road"."""
    behind = text[name.end : name.end + BESIDE].split()[:1]
    return not words("places", "ways").isdisjoint(word.rstrip(".,;:") for word in behind)


def owns(text: str, name: Name) -> bool:
    """Whether a state's name only tells whose something is: "Britain's ministry", but "Russia's east"."""
    behind = re.match(r"['’]s? ((?:[\w-]+ ?){1,2})", text[name.end : name.end + 2 * BESIDE])
    told = behind.group(1).lower().split() if behind else ()
    if not told or told[0] in words("places", "compass"):
        return False
    if not deals(text, name) and any(word in named("events") for word in told):
        return False  # "Malawi's cholera": a state does no disease or flood to others
    return words("places", "scenes").isdisjoint(told)


def deals(text: str, name: Name) -> bool:
    """Whether a state's name tells whose blow something is, which may fall anywhere: "Chad's strikes"."""
    behind = re.match(r"['’]s? ((?:[\w-]+ ?){1,2})", text[name.end : name.end + 2 * BESIDE])
    told = behind.group(1).lower().split() if behind else ()
    kinds = (named("events").get(word) or named("events").get(singular(word)) for word in told)
    return any(kind in words("sides", "wars") for kind in kinds)


def is_firm(named: str) -> bool:
    """Whether a name ends as that of a firm or a body: "a hole in Northmarch Bank"."""
    return not words("places", "firms").isdisjoint(named.split()[-1:])


def part(phrase: str) -> str | None:
    """What holds only some of those told of: "in its treatment centres", "at two hospitals"; not "in the village"."""
    told = re.findall(r"[a-z]+(?:-[a-z]+)*", phrase.lower())
    if not told or told[0] in words("places", "pointing") or told == [singular(told[0])]:
        return None  # "remain in hospital", "held in prison" tell how they are
    return next((noun for word in told if (noun := singular(word)) in words("places", "parts")), None)


def named_part(phrase: str, actors: Container[str]) -> str | None:
    """Such a part by a name that no table holds: "in Bredjing camp", where another camp's dead are others.

    Names of ``actors`` are none: "in a Red Cross hospital".
    """
    told = NAMED_PART.match(phrase)
    noun = told.group(2) if told else ""
    known = noun == singular(noun) and noun in words("places", "parts")
    named = fold(told.group(1)) if told and known and not told.group(1).isupper() else ""
    return None if not named or named in actors or f"{named} {noun}" in actors else f"{named} {noun}"


def is_national(sentence: str) -> bool:
    """Whether a sentence tells of a whole state, of which no name stands in it: "nationwide", "across the country"."""
    return NATIONAL.search(sentence) is not None


def pointing(phrase: str) -> bool | None:
    """Whether a phrase that only points back to a place means a wide one: "the region", "that province".

    False for one that somebody has among others: "his district alone", "in our village"; None where it points to none.
    """
    told = fold(phrase).removesuffix(" alone").split()
    if len(told) != 2:
        return None
    if told[0] in words("places", "owning"):
        lesser = told[1] in words("places", "generic") or told[1] in words("places", "lesser")
        return None if not lesser else False
    return True if told[0] in ("the", "that", "this") and told[1] in words("places", "generic") else None


def side(phrase: str) -> str | None:
    """The part of a state that its name is not told of: "the east of the country", "the country's north"."""
    told = fold(phrase).replace("'s", "").split()
    sides = [word for word in told if word in words("places", "compass")]
    return _side(sides[0]) if len(sides) == 1 and "country" in told else None


def together(paths: Iterable[str]) -> str:
    """Several places told as one."""
    return TOGETHER.join(sorted(set(paths)))


def shown(place: str) -> str:
    """A place as a reader would say it: "Kursk, Russia"."""
    return " and ".join(_shown(path) for path in place.split(TOGETHER))


def _shown(path: str) -> str:
    first, *inner = path.split("/")
    if first == THERE:
        return first
    known = state_names().get(first)
    named = known.name if known else first
    return ", ".join((*(part.title() for part in reversed(inner)), named))


def is_told(place: str | None, sentence: str) -> bool:
    """Whether a sentence names a place or what lies in its state; what is a place of one report alone always is."""
    paths = [path for path in (place or "").split(TOGETHER) if path and not path.startswith(THERE)]
    low = f" {fold(sentence)} "
    if not paths or any(f" {path.rpartition('/')[2]}" in low for path in paths):
        return True
    codes = {path.partition("/")[0] for path in paths}
    if any(f" {_plain_names()[code]} " in low for code in codes & _plain_names().keys()):
        return True  # by far the most, and found without looking for any name there is
    told = (name for name in names(sentence) if name.place is not None or name.actor is not None)
    return any(
        (name.place is not None and name.place.country in codes) or (name.actor or "")[:3] in codes for name in told
    )


@cache
def _plain_names() -> Mapping[str, str]:
    """By their codes the names of states, in small letters, whose words are nothing else's: no "Niger" nor "Jordan"."""
    known = {code: fold(entry.name) for code, entry in state_names().items()}
    double = words("places", "double")
    return {
        code: name
        for code, name in known.items()
        if name not in double and sum(name in other for other in known.values()) == 1
    }


def country(place: str | None) -> str | None:
    """The state of a place, None for places in several."""
    states = {path.partition("/")[0] for path in (place or "").split(TOGETHER) if path}
    only = next(iter(states)) if len(states) == 1 else None
    return None if only in words("places", "common") else only


def state(place: str | None) -> str | None:
    """The same, None for a place of which it is not known in what state it lies, too."""
    code = country(place)
    return code if code in state_names() else None


def is_common(place: str) -> bool:
    """Whether a place is one without a name, which limits wherever it is: the front, a border."""
    return not words("places", "common").isdisjoint(place.split("/"))


def wholes(place: str) -> Iterator[str]:
    """What a place lies in, the nearest first; of several places only where they lie in one."""
    parts = place.split(TOGETHER)
    if len(parts) == 1:
        while "/" in place:
            place = place.rpartition("/")[0]
            yield place
    elif (state := country(place)) is not None:
        yield state


def narrowest(paths: Sequence[str], quote: str = "") -> list[str]:
    """Of "Alabuga, Tatarstan, Russia" the first; places beside each other stay.

    Of "Dover, Kent" in the ``quote`` the town, which lies in the county that stands behind it.
    """
    told = " , ".join(fold(part) for part in quote.split(","))
    return [
        path for path in paths if not any(lies_in(other, path) or _is_county_of(path, other, told) for other in paths)
    ]


def _is_county_of(path: str, town: str, told: str) -> bool:
    """Whether a county of the same division stands behind the comma of a town's name."""
    (whole, _, county), (within, _, name) = path.rpartition("/"), town.rpartition("/")
    beside = f" {name} , {county} " in f" {told} " and whole == within != ""
    return beside and _is_county(county) and not _is_county(name)


def _is_county(name: str) -> bool:
    return any(row.is_county for row in namesakes(name))


def lies_in(one: str, other: str) -> bool:
    """Whether every part of ``one`` lies within a part of ``other``, and they differ."""
    wholes = other.split(TOGETHER)
    within = all(any(p == w or p.startswith(w + "/") for w in wholes) for p in one.split(TOGETHER))
    return one != other and within


def without_sides(place: str) -> str:
    """``place`` with a part of a state by its compass taken for the state."""
    sides = {_side(word) for word in words("places", "compass")}
    cut = (path.rpartition("/") for path in place.split(TOGETHER))
    return together(whole if part in sides else f"{whole}/{part}" if whole else part for whole, _, part in cut)
