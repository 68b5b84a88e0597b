"""Claims lead back to a root: who publishes a document is it, where that is no medium but a body of its own word.

What is promised: a medium never is, nor who only hands on what others say; where neither the name of an outlet nor its
own words tell what it is, nobody is named. Why: a union's bulletin or a ministry's statement is the word of the union
or the ministry, as much as what newspapers quote of it, and no further origin beside that.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from reportedly.model import Claim, Document, Origin, Reading, SourceKind
from reportedly.origins.roots import MEDIA, NAMED, State, Told, bared, is_of_outlet, office_told, resolved
from reportedly.values.names import names
from reportedly.values.significant import significant, whole

PUBLISHING: Mapping[str, SourceKind] = {"IGO": "international", "NGO": "ngo", "GOV": "government", "MIL": "military"}
KINDS: tuple[SourceKind, ...] = ("government", "military", "international", "ngo", "company", "analyst")
PLACED = re.compile(
    r", | of (?=[A-Z][\w-]*$)"
)  # "National Ports Board of Tarn", "Ministry of Health, Republic of Tarn"
ASIDE = re.compile(r"\s*\([^()]*\)")
HEAD = re.compile(r",| (?:of|for|in|on|to) ")  # behind it stands what it is for, or where: "Ministry of Health, Chile"
OF = re.compile(r" (?:of|for) ")
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')
MARKED = re.compile(r"[A-Z]{3,8}|[A-Z][a-z]+[A-Z]\w+")  # by its letters a name: "FNE", "AquaRelief"
SHORT = 60  # characters of a line that only says what a document is
LINES = 4  # in which it says so
LETTERS = 3  # of the first letters of a name that are one: "NHR"
SOME = 2  # words


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return tomli.loads((files(__package__) / "issuers.toml").read_text("utf-8"))


@cache
def _any_of(table: str, key: str = "words") -> re.Pattern[str]:
    words = sorted(_table()[table][key], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def issuer(document: Document, home: State | None = None) -> Origin | None:
    """The body whose own statement a document is; None where a medium publishes it, or where that cannot be told.

    Its name says what it is, or it speaks of its own people and, by its name or by what it calls the document, as one.
    """
    outlet = document.outlet or ""
    kind = kind_of_name(outlet)
    if kind is None and outlet and not _is_medium(outlet) and _speaks_for_itself(document, outlet):
        kind = "ngo"
    if kind is None:
        return None
    told = ASIDE.sub("", outlet).strip()
    found = resolved(told, kind)
    if found is None or found.rule == "name":
        office = office_told(Told(document.text, document.outlet, home=home), told, kind)
        found = office or found or Origin(f"{NAMED}{bared(told)}", told, kind, "name")
    return replace(found, kind=_by_role(found.key) or kind)


def issued(document: Document, reading: Reading, found: Mapping[str, Origin], by: Origin) -> dict[str, Origin]:
    """The roots of the claims of a document that ``by`` publishes: it is that of what names nobody, or itself.

    A figure that the document gives elsewhere as another's word is told again where it names nobody, so that its root
    stays open: in a headline, or in the text where it has several digits.
    """
    mine = {claim: _own(root, document, by) for claim, root in found.items()}
    others = {_figure(one) for one in reading.claims if mine[one.id].key != by.key}
    again = {one.id for one in reading.claims if _figure(one) in others and _is_known_again(one)}
    return {claim: found[claim] if claim in again else root for claim, root in mine.items()}


def _figure(claim: Claim) -> tuple[object, ...]:
    return claim.quantity.low, claim.quantity.high, claim.quantity.unit


def _is_known_again(claim: Claim) -> bool:
    quantity = claim.quantity
    digits, _ = significant(whole((quantity.low, quantity.high)))
    return claim.part != "body" or digits >= SOME


def _own(root: Origin, document: Document, by: Origin) -> Origin:
    """``by`` for what names nobody, or who publishes it by a word for him, or people of his: "our teams"."""
    if is_of_outlet(root, document):
        return by
    said = root.name.casefold().replace("’", "'")
    itself = said in _table()["itself"]["words"] or any(said == f"the {word}" for word in bared(by.name).split())
    of_its_own = said.startswith("our ") and _any_of("own").fullmatch(said.removeprefix("our ")) is not None
    return by if not root.named and (itself or of_its_own) else root


@lru_cache(maxsize=256)
def kind_of_name(outlet: str) -> SourceKind | None:
    """What a publisher is by the words of its name, where they tell of a body and of no medium."""
    if not outlet or _is_medium(outlet):
        return None
    name = ASIDE.sub("", outlet).strip().casefold()
    head = HEAD.split(name)[0]
    table = _table()["bodies"]
    known = ((kind, word) for kind in KINDS for word in table.get(kind, ()))
    found = [(len(word), kind) for kind, word in known if f" {head}".endswith((f" {word}", f"-{word}"))]
    if OF.search(name):
        of = ((kind, word) for kind in KINDS for word in _table()["headed"].get(kind, ()))
        found += [(len(word), kind) for kind, word in of if f" {head}".endswith(f" {word}")]
    alone = len(name.removeprefix("the ").split()) < SOME  # "The Union" may be a paper
    return None if alone or not found else max(found)[1]


@lru_cache(maxsize=256)
def _is_medium(outlet: str) -> bool:
    """Whether an outlet's name is that of a medium, by the tables or by a word in it."""
    if any(name.kind == "outlet" for name in names(outlet)):
        return True
    return _any_of("media").search(_any_of("media", "but").sub("", outlet)) is not None


def _speaks_for_itself(document: Document, outlet: str) -> bool:
    """Whether a text tells of its publisher's own people, and names him or says that it is his statement."""
    text = QUOTED.sub("", document.text)
    mine = re.search(rf"\bour (?:own )?{_any_of('own').pattern}", text, re.IGNORECASE)
    called = (form for form in (outlet, *_short_forms(outlet)) if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text))
    named = next(called, None) is not None
    return named and (mine is not None or _is_declared(document))


def _is_declared(document: Document) -> bool:
    """Whether a document calls itself a statement: its title begins so or ends so, or a first line is nothing else."""
    opening = [line.strip("#* _") for line in document.text.split("\n") if line.strip()][:LINES]
    declared = _any_of("declared")
    title = document.title or ""
    pieces = re.split(r":|\s[–—-]\s", title)
    alone = (line for line in opening if len(line) <= SHORT)
    return any(declared.match(piece.strip()) for piece in pieces) or any(declared.match(line) for line in alone)


def _short_forms(outlet: str) -> Iterator[str]:
    """What a publisher goes by beside its name: the name without its letters, the letters, and its own word alone."""
    told = ASIDE.sub("", outlet).strip()
    yield from (word for word in told.split() if MARKED.fullmatch(word))
    yield from (aside.strip(" ()") for aside in ASIDE.findall(outlet) if MARKED.fullmatch(aside.strip(" ()")))
    first, _, rest = told.partition(" ")
    if MARKED.fullmatch(first) and first.isupper() and len(rest.split()) > SOME:
        yield rest
    body = PLACED.split(told)[0]
    if body != told and len(body.split()) >= SOME:
        yield body
    last = told.rpartition(" ")
    if last[2].casefold() in _table()["added"]["words"] and last[0]:
        yield last[0]
    letters = "".join(word[0] for word in re.findall(r"\b[A-Z][\w'’-]*", told))
    if len(letters) >= LETTERS:
        yield letters


def also_called(document: Document, by: Origin, told: Iterable[Origin]) -> Iterator[str]:
    """The keys under which reports tell ``by``, who publishes a document, by another of its names.

    By letters that its name does not write it is known only where its own text has them.
    """
    keys = {root.key for root in told if root.rule == "name"} - {by.key}
    outlet = document.outlet or ""
    forms = (form for form in _short_forms(outlet) if form in outlet or re.search(rf"\b{form}\b", document.text))
    yield from (key for form in forms if (key := f"{NAMED}{bared(form)}") in keys)


def bodies_told(reports: Iterable[Iterable[Origin]]) -> dict[str, Origin]:
    """Of the roots of several reports those that are bodies and no media, by their keys."""
    named = (root for told in reports for root in told if root.named and root.kind not in MEDIA)
    return {root.key: root for root in named if root.kind != "person" or root.rule == "name"}


def by_itself(document: Document, bodies: Mapping[str, Origin]) -> Origin | None:
    """Who publishes a document, where that is no paper but a body: a ministry's own bulletin.

    It is one that reports quote, or that the tables have as a body of a state, of states or of aid.
    """
    found = resolved(document.outlet, "media") if document.outlet else None
    if found is None or found.key in bodies:
        return None if found is None else bodies[found.key]
    kind = _by_role(found.key)
    return replace(found, kind=kind) if kind is not None and found.rule == "body" else None


def _by_role(code: str) -> SourceKind | None:
    """What a body of the tables is by the role in its code."""
    return next((PUBLISHING[role] for role in re.split(r"[/:]", code) if role in PUBLISHING), None)
