"""What single words and names tell of a source's kind, by the lists of kinds and the tables of bodies and outlets."""

import re
from functools import cache, lru_cache
from typing import get_args

from reportedly.claims.lexicons import lexicon, words
from reportedly.model import SourceKind
from reportedly.values import gazetteer

# Roles of the tables of bodies (CAMEO) as kinds; the first part that is listed counts.
ROLES: dict[str, SourceKind] = {
    "SPY": "intelligence",
    "MIL": "military",
    "REB": "military",
    "UAF": "military",
    "MED": "media",
    "NGO": "ngo",
    "IGO": "international",
    "BUS": "company",
    "MNC": "company",
    "EDU": "analyst",
    "GOV": "government",
    "LEG": "government",
    "JUD": "government",
    "COP": "government",
    "OPP": "government",
}
SHORTEST_TRADE = 7  # letters: shorter words with such an ending are mostly no trade ("ferry", "paper")


@cache
def table() -> dict[str, SourceKind]:
    """Every single word of the lists with its kind; the first list that has it counts."""
    found: dict[str, SourceKind] = {}
    for kind, listed in lexicon("sources")["kinds"].items():
        for word in listed:
            found.setdefault(word, kind)
    return found


@cache
def own_kind(noun: str) -> SourceKind | None:
    """The kind of a noun by the lists, by what it is made of ("vice-chancellor", "co-founder") or by its ending."""
    if told := table().get(noun):
        return told
    listed = lexicon("sources")
    if any(noun.startswith(prefix) for prefix in listed["former"]["prefixes"]):
        return "person"  # whoever was something is nothing but himself
    prefix, tied, rest = noun.partition("-")
    if tied and prefix in listed["lesser"]["prefixes"]:
        return own_kind(rest)
    for kind, endings in listed["endings"].items():
        if noun.endswith(tuple(endings)) and len(noun) > SHORTEST_TRADE:
            return typed(kind)
    return "person" if noun in words("persons", "trades", "words") else None


@cache
def famous() -> dict[str, SourceKind]:
    """Bodies that a single word names, with their kind."""
    return {word: typed(kind) for kind, listed in lexicon("sources")["famous"].items() for word in listed}


@cache
def leaders() -> frozenset[str]:
    """Leaders of states by the name alone by which all know them, in lower case: "putin"."""
    forms = (form for row in gazetteer.rows("leaders") for form in gazetteer.listed(row["forms"]))
    return frozenset(form.lower() for form in forms if form.isalpha())


@cache
def opened() -> dict[str, SourceKind]:
    """First words of names with the kind that they tell: of "Radio Lusena" a medium."""
    listed = lexicon("sources")["beginnings"]
    kinds: tuple[SourceKind, ...] = ("media", "company", "government")
    return {word: kind for kind in kinds for word in listed[f"{kind}_words"]}


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(lexicon("sources")["beginnings"]["government"])


def begun(name: str) -> SourceKind | None:
    """The kind of a name by how it begins: "MeteoNord"."""
    return "government" if name.startswith(_beginnings()) else None


@cache
def in_names() -> dict[str, SourceKind]:
    """Every single word that tells a kind as part of a name."""
    found = {word: typed(kind) for kind, listed in lexicon("sources")["names"].items() for word in listed}
    return {**table(), **found}


@cache
def phrases() -> tuple[tuple[str, SourceKind], ...]:
    """The phrases of several words with their kind, the longest first."""
    listed = lexicon("sources")
    found = [(phrase, typed(kind)) for kind, rows in listed["phrases"].items() for phrase in rows]
    tied = [(word, typed(kind)) for kind, rows in listed["kinds"].items() for word in rows if "-" in word]
    return tuple(sorted((*found, *tied), key=lambda pair: -len(pair[0])))


@cache
def phrases_by_word() -> dict[str, tuple[tuple[str, SourceKind], ...]]:
    """The phrases in which a word stands, in the same order."""
    found: dict[str, list[tuple[str, SourceKind]]] = {}
    for phrase, kind in phrases():
        for word in set(phrase.replace("-", " ").split()):
            found.setdefault(word, []).append((phrase, kind))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def bodies() -> dict[str, SourceKind]:
    """Names of bodies and outlets in lower case with their kind."""
    from reportedly.values.actors import forms  # only for names that no word of theirs explains

    found: dict[str, SourceKind] = {}
    agencies = lexicon("sources")["kinds"]["agency"]
    for form, entry in forms():
        parts = (entry.code or "").split("/")
        kind = next((ROLES[part] for part in parts if part in ROLES), None)
        if kind == "media" and set(form.lower().split()) & set(agencies):
            kind = "agency"
        if kind is not None:
            found.setdefault(form.lower(), kind)
    return found


@cache
def openers() -> frozenset[str]:
    """The words by which names of bodies begin."""
    return frozenset(name.partition(" ")[0] for name in bodies())


@cache
def states() -> frozenset[str]:
    """Names of states and capitals in lower case: one that says something is a government."""
    from reportedly.values.states import forms

    return frozenset(form.lower() for form, entry in forms() if entry.sort in ("state", "capital"))


@cache
def peoples() -> frozenset[str]:
    """Peoples in lower case: "the Americans" who say something are mostly those who govern them."""
    from reportedly.values.states import forms

    return frozenset(form.lower() for form, entry in forms() if entry.sort == "people")


def holds(text: str, phrase: str) -> bool:
    """Whether ``phrase`` stands in ``text`` between the ends of words."""
    return phrase in text and re.search(rf"\b{re.escape(phrase)}\b", text) is not None


def typed(kind: str) -> SourceKind:
    """A kind as the lists write it."""
    return next(known for known in get_args(SourceKind) if known == kind)


@lru_cache(maxsize=1024)  # a pile has few outlets and sources, again and again
def kind_of_words(name: str) -> SourceKind | None:
    """The kind of a name that stands in no sentence, by the tables of bodies and the words in it."""
    lower = name.lower().removeprefix("the ")
    told = next((kind for phrase, kind in phrases() if phrase in lower and holds(lower, phrase)), None)
    if told is not None:
        return told
    single = (in_names().get(word.rstrip(".")) for word in reversed(lower.split()))
    joined = name.rpartition("-")[2]  # "the Harbour Star-Tribune"
    tied = in_names().get(joined.lower()) if joined != name and joined.istitle() else None
    return bodies().get(lower) or next(filter(None, single), None) or tied
