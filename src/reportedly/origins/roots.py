"""Claims lead back to a root: a body, an office, a person or a state, as the words of a report name it.

What is promised: an office is somebody's where its words or its report say whose; who is not named, or may be anybody,
stays unknown.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.model import Attribution, Claim, Document, Origin, SourceKind
from reportedly.origins.voices import (
    BESIDE,
    CALLED,
    LONGEST,
    OFFICER,
    any_of,
    bodies_of,
    introduced,
    is_namesake,
    is_place,
    represented,
    table,
    titled_name,
)
from reportedly.values.gazetteer import Name, fold
from reportedly.values.names import names
from reportedly.values.states import state_names

State = tuple[str, str]  # its code, or a town's, and what it is called


LEADING = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|gen|president|spokes(?:man|woman|person))\s+")
# Of whom there are many, so that none of them is anybody in particular.
MANY = re.compile(
    r"\b(?:unnamed|anonymous|unidentified|(?:official|source|authoritie|lawmaker|member|diplomat|expert|analyst|economist"
    r"|witnesse|resident|doctor|report|observer|soldier|organiser|organizer|rescuer|survivor|investor|laboratorie)s?"
    r"|reports|intelligence (?:agencies|services))\b(?!['’])"  # "the Doctors' Federation" is one
)
ENVOY = re.compile(r"\b(?:ambassador|envoy|representative|mission|delegate)\b")
AGED = re.compile(r", \d{2}(?=,|$),?")  # "clerk Ana Ruiz, 58"
# "The health directorate DGHS", "the charity WaterFirst", "the federation of unions, FSP", "the FSP federation": a name
# beside what bears it. Of "the bank's economists in Van" and "a spokesman for Velto" the name is another's.
_APART = r"(?!(?:of|for|at|in|from|with|by|on|to|and|near)\b)"
_BEARER = r"(?:union|federation|agency|directorate|authority|charity|institute|association|party)"
DESCRIBED = re.compile(
    rf"(?:{_APART}[\w'’-]+ ){{0,8}}{_APART}[a-z][\w'’-]* (?P<name>[A-Z]\w+(?: [A-Z]\w+){{0,3}})"
    rf"|(?:[\w'’-]+ ){{1,12}}?[a-z][\w'’-]*, (?P<short>[A-Z]{{3,6}})"
    rf"|(?:[Tt]he )?(?P<body>[A-Z]{{3,6}}) {_BEARER}"
)
POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?= )")  # "Nigeria's Centre for Health" and "the Nigeria Centre for Health"
NAMED = "name:"  # how the key of who stands in no table begins
DEPUTIES = re.compile(rf"\b(?:{any_of(table()['deputies']['words'])})\b", re.IGNORECASE)
OF_BODY = re.compile(rf"{CALLED} (?:of|from|with) (?P<body>the [a-z][^,]*)")
# "Ana Sol, a spokeswoman for the tax office,": who somebody is, behind the name
TOLD_BEHIND = re.compile(
    rf"(?P<name>{CALLED}), (?P<title>[^,.;:\n]{{3,80}}?)(?= (?:said|says|told|added|who|which|that|in|on|at)\b|[,.;:])"
)
POSSESSED = re.compile(r"(?:[Tt]he )?(?P<whose>[^,]+?)(?:['’]s|(?<=s)['’]) (?P<office>[a-z][^,]*)(?:, [^,]+)?")
HEADED = re.compile(r"^(?:the )?(?:deputy )?(?:head|chief|director|chair(?:man|woman)?) of (?=the )", re.IGNORECASE)
SPEAKER = re.compile(r"(?<=\w) spokes(?:man|woman|person)$", re.IGNORECASE)  # "police spokesman"
OWNED_BY_NAME = re.compile(r"(?!The\b)(?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*['’]s? ")
SEATED = re.compile(r"\b(?:in|at|near) (?:the )?$")
SEAT = re.compile(r"\b(?:[Ii]n|[Ff]rom) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}(?=,? $)")
SEVERAL = re.compile(r"\band\b|,")
SAYS = " said"  # with it a capital that stands for its government is known for one
# A state has one of each, whatever it is called: "the spy agency", "the National Intelligence Service".
ROLES_OF_ONE = frozenset({"SPY", "MIL/SPY", "GOV/MIL"})
OFFICE = ":office:"  # in the key of an office, behind whose it is
MINISTRY = "ministry"
HEADS = frozenset({"prime", "first", "chief"})  # ministers with no ministry
SMALL = frozenset({"the", "of", "for", "and", "countrys", "states", "federal", "its", "their", "own", "deputy"})
MINISTRIES = re.compile(
    r"(?<!['’])\b(?:(?!the\b)[a-z]+ ministry|ministry of (?:the )?[a-z]+|(?!the\b|prime\b)[a-z]+ minister"
    r"|minister (?:of|for) [a-z]+)\b",
    re.IGNORECASE,
)
_WITHIN = any_of(table()["within"]["words"])
# "the General Staff of the Armed Forces"; "the EU's border agency", "UN rights chief Ana Sol"
WITHIN_OF = re.compile(rf"\b(?:{_WITHIN}) (?:of|for) (?:the )?$", re.IGNORECASE)
WITHIN = re.compile(
    rf"(?:['’]s?)?(?: [\w'’-]+){{0,3}} (?i:{_WITHIN})\b|(?:['’]s?)?(?: [a-z][\w-]*){{1,2}} (?:chief|head|boss)\b"
)
STAFF = " general staff"
OF_STATES = "IGO"  # how the code of a body of states begins, of which each part is a body of its own
GOES_ON = re.compile(
    r" (?!(?:of|in|for|at|and|or|on|with)\b)[a-z]"
)  # "Peru's president" in "... of the Peru football federation"
SPOKEN = re.compile(r"^(?:(?:a|an|the) )?(?:\w+ )?spokes(?:man|woman|person) (?:for|of|at) ", re.IGNORECASE)
DATELINE = re.compile(r"^[^\S\n]*[A-Z][A-Z .'-]+(?:, [\w .,]{1,30})?(?: ?\([^()\n]{1,40}\))? ?[-–—] ", re.MULTILINE)
HOLDER = re.compile(r"(?:(?<=inister)|(?<=overnor)|(?<=ayor)) +(?=[A-Z])")  # behind it stands who holds the office
LOCATED = re.compile(
    r"\s+(?:in|of|for|at)\s*$"
)  # what is left where the place is gone: "the Ministry of Defence in London"
CAPITAL = re.compile(r"\b(?!The\b)[A-Z][\w-]+")
TWICE = 2
OPENING = 400  # characters in which a text names what it is about
DEFINITE = "the"
STATES = ":state"  # how the key of a state that speaks by its own name ends
PUBLIC = frozenset({"government", "military", "intelligence", "international"})  # kinds of a public body
PRECISE = {"town": frozenset({"city"}), "region": frozenset({"city", "admin"})}
STATE = 3  # letters of a state's code, with which the keys of its bodies begin
ITSELF = frozenset({"itself", "himself", "herself", "themselves", "own"})
ITS = frozenset({"its", "his", "her", "their", "our", "my"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "other", "several", "many"})
MEDIA = frozenset({"media", "agency", "unnamed"})
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "who", "this", "that", "others"})


def origin(document: Document, claim: Claim, home: State | None = None) -> Origin:
    """The root of ``claim``. A report that names nobody may know by itself or from anyone: its origin is unknown.

    Of unnamed people whom a named medium quotes, that medium is all that is known: it is where they lead back to.
    ``home`` is the state that the pile is about, whose an office is where its report does not tell.
    """
    if not (steps := _steps(document, claim)):
        return _unknown(document.id[:16], document.name, "media")
    last = steps[-1]
    words = AGED.sub("", last.called)
    found = resolved(words, last.kind)
    if found is not None and found.rule == "person":  # a minister of that name may have been told of
        found = resolved(introduced(document.text, words), last.kind)
    if found is not None and found.rule != "name":
        return found
    told = Told(document.text, document.outlet, _seat_before(claim, last), home, _near(document.text, last))
    office = office_told(told, words, last.kind) if last.named else None
    if office is not None or found is not None:
        return office or found or _unknown(words, words, last.kind)
    medium = next(filter(None, (resolved(step.called, step.kind) for step in reversed(steps[:-1]))), None)
    place = medium.key if medium else document.id[:16]
    unknown = _unknown(f"{place}:{fold(words)}", words, last.kind)
    return unknown if medium is None or is_in_words(unknown) else _unknown(place, words, last.kind)


def _steps(document: Document, claim: Claim) -> list[Attribution]:
    """Who says it, without the outlet, by whatever name it is told that it reports: "LUSAKA, May 3 (Tern) -"."""
    steps = [step for step in claim.attribution if step.source != document.outlet or step.span is not None]
    while len(steps) > 1 and bared(steps[-1].called) in ITS:
        steps.pop()  # "the union corrected its figure"
    own = f"{bared(document.outlet)} " if document.outlet else ""
    if steps and own and steps[0].kind in MEDIA and own.startswith(f"{bared(steps[0].called)} "):
        steps = steps[1:]
    return steps


def spokespeople(document: Document, home: State | None = None) -> Iterator[tuple[str, Origin]]:
    """Who is told to speak for an office, by the key of the name alone: "Ana Sol, a spokeswoman for the tax office"."""
    told = Told(document.text, document.outlet, home=home)
    for found in TOLD_BEHIND.finditer(document.text):
        if (body := represented(found["title"])) is not None:
            named = resolved(body, "person")
            office = office_told(told, body, "government") if named is None or named.rule == "name" else None
            if (root := office or named) is not None:
                yield f"{NAMED}{bared(found['name'])}", root


def about(document: Document) -> State | None:
    """The state that a document is about, where it can be told."""
    return _about(Told(document.text, document.outlet), "state")


def is_of_outlet(root: Origin, document: Document) -> bool:
    """Whether nothing is known of a root but which document tells it: by itself, or by "it is reported"."""
    return root.key in (f"?{document.id[:16]}", f"?{document.id[:16]}:unnamed")


def is_in_words(root: Origin) -> bool:
    """Whether a root is a body by the words for it alone, whose nobody tells: no one else, and nobody's echo."""
    words = bared(root.key.rpartition(":")[2])
    return not root.named and not MANY.search(words) and level_of(words, root.kind) is not None


@lru_cache(maxsize=4096)
def side(root: Origin) -> str:
    """The code of the state whose body, office or people an origin is; empty where its words tell of no one state."""
    code = root.key[:STATE]
    if root.key[STATE : STATE + 1] in (":", "/") and code.isupper() and code in state_names():
        return code
    states = {(name.actor or "")[:STATE] for name in names(root.name) if name.kind == "state"}
    return next(iter(states)) if len(states) == 1 and root.rule in ("name", "unknown") else ""


# Offices


class Told(NamedTuple):
    """What tells whose an office is: the report, its outlet, the place right before the words, the pile's state."""

    text: str
    outlet: str | None
    seat: tuple[State, State] | None = None  # as a state, as a town
    home: State | None = None
    near: State | None = None  # the only state that its paragraph names before it


@lru_cache(maxsize=1024)
def office_told(told: Told, words: str, kind: SourceKind) -> Origin | None:
    """An office by whose it is: as its words say, else of the state or town that its report is about.

    "The ministry" is the only one that the report names; of several it is not known which.
    """
    words = represented(words) or words
    said = _post(words)
    bare = DEPUTIES.sub("minister", bared(said))
    if INDEFINITE & {bare.partition(" ")[0], said.partition(" ")[0].casefold()} or MANY.search(bare):
        return None
    if bare.partition(" ")[0] in ITS or _goes_by_its_own(words, kind):
        return None
    level = level_of(bare, kind)
    if level is None:
        return None
    rest = LOCATED.sub("", _without_places(DEPUTIES.sub("minister", said)))
    if OWNED_BY_NAME.match(rest):
        return None  # "Skarland's coast guard": of a land that no table has
    if level != "state" and any(word.casefold() not in _offices(level) for word in CAPITAL.findall(rest)):
        return None  # "the mayor of Ozalp": of a town that no table has
    called = _canonical(bared(rest))
    if called == MINISTRY:
        called = next(iter(named)) if len(named := ministries(told.text)) == 1 else ""
    whose = _whose(said, level) or (told.seat and told.seat[level == "town"]) or _placed_by_text(told, level)
    return _named_office(called, *whose, kind=kind) if called and whose else None


def level_of(bare: str, kind: SourceKind) -> str | None:
    """Of what there is one such office: a state, a region or a town; "body" where only the name's last word tells."""
    first, *rest = bare.split() or [""]
    for level in ("state", "region", "town"):
        if any(f" {office} " in f" {bare} " for office in _offices(level)):
            return "state" if first in _offices("nationwide") else level
    held = kind not in PUBLIC or any(word in _offices("officers") for word in (first, *rest[:-1]))
    return "body" if rest and not held and rest[-1] in _offices("body") else None


def _placed_by_text(told: Told, level: str) -> State | None:
    """Whose an office is where its words do not say: of the report's town or state, or of the paragraph's only one."""
    found = _about(told, "town") if level == "town" else None
    return found or _about(told, "state") or told.near


def _goes_by_its_own(words: str, kind: SourceKind) -> bool:
    """Whether a body is told by a name of its own: "the statistics institute INE", "Tern Relief's president"."""
    told = DESCRIBED.fullmatch(words)
    plain = told is not None and titled_name(words) is None
    names_ = [name for name in (told.groups() if told else ()) if name]
    own = any(name.isupper() or (plain and level_of(bared(name), kind) is None) for name in names_)
    return own or _of_body(words, kind) is not None


def _post(words: str) -> str:
    """What somebody is, without his name and without who speaks for it: of "the bank's head, Ana Sol" the bank."""
    if (of_body := OF_BODY.fullmatch(words)) is not None:
        return of_body["body"]
    titled = titled_name(words)
    said = SPEAKER.sub("", HOLDER.split(SPOKEN.sub("", words))[0] if titled is None else SPOKEN.sub("", titled[0]))
    said = said if level_of(bared(HEADED.sub("", said)), "government") is None else HEADED.sub("", said)
    owned = POSSESSED.fullmatch(said) if len(said) <= LONGEST else None
    if owned is None or not OFFICER.search(owned["office"]):
        return said
    return owned["whose"] if level_of(bared(owned["whose"]), "government") == "state" else said


def _seat_before(claim: Claim, step: Attribution) -> tuple[State, State] | None:
    """The state and the town of a place told right before who speaks: "In Lima the interior ministry said"."""
    if step.span is None or _is_told_before(step):
        return None
    at = max(step.span.start - claim.context.start, 0)
    before = claim.context.quote[max(at - LONGEST, 0) : at]
    there = SEAT.search(before)
    place = next(iter(names(there.group()) if there else ()), None)
    if place is None or place.place is None or not place.place.country:
        return None
    (state, *_), (town, *_) = _places([place], "state"), _places([place], "town") or [("", "")]
    return state, town


def _is_told_before(step: Attribution) -> bool:
    """Whether a source is known by what was told of it before, and not only by the same words again."""
    return step.name is not None and step.name.casefold() != step.source.casefold()


def _near(text: str, step: Attribution) -> State | None:
    """The only state that a paragraph names before who speaks: "Peru mourns. The toll is 40, the ministry said"."""
    if step.span is None or _is_told_before(step):
        return None
    start = text.rfind("\n", 0, step.span.start) + 1
    told = _states_in(text[start : step.span.start])
    return next(iter(told)) if len(told) == 1 else None


@lru_cache(maxsize=1024)
def _states_in(text: str) -> frozenset[State]:
    return frozenset(_places(names(text), "state"))


def _without_places(words: str) -> str:
    """``words`` without the names of states and places in them: "the mayor of" for "the mayor of Istanbul"."""
    for name in sorted(names(words), key=lambda name: -name.start):
        if name.kind in ("state", "place"):
            words = words[: name.start] + re.sub(r"^['’]s?", "", words[name.end :])
    return words


def _named_office(called: str, code: str, name: str, *, kind: SourceKind) -> Origin:
    """An office of a state or a town under one key, whatever it is called; as the tables have it where they do."""
    listed = resolved(f"{name}'s {called}", kind)
    if listed is not None and listed.key.startswith(code if len(code) == STATE else code[:STATE] + OFFICE):
        return listed
    return Origin(f"{code}{OFFICE}{called}", f"{called} ({name})", kind, "office")


def _canonical(bare: str) -> str:
    """What an office is called, however it is written: "health ministry" for the ministry of health or its minister."""
    words = re.sub(r"s office$", "", bare).split()
    for head in ("ministry", "minister"):
        if head in words and not HEADS.intersection(words[: words.index(head)]):
            at = words.index(head)
            behind = words[at + 1 :] if words[at + 1 : at + 2] in (["of"], ["for"]) else []
            alone = words.count(MINISTRY) + words.count("minister") == 1
            told = [_first_field(half) if alone else half for half in (words[:at], behind)]
            fields = sorted(word for word in (*told[0], *told[1]) if word not in SMALL)
            return " ".join((_fields().get(" ".join(fields), " ".join(fields)), MINISTRY)).strip()
    for office, forms in table()["also"].items():
        if bare in forms or " ".join(word for word in words if word not in SMALL) in forms:
            return office
    levels = _offices("levels") if words[-1:] and words[-1] in _offices("heads") else ()
    return " ".join(word for word in words if word not in SMALL and word not in levels)


def _first_field(words: Sequence[str]) -> Sequence[str]:
    """What a ministry is for, by the first that it is called by: "health" of "health and population"."""
    return words[: words.index("and")] if "and" in words else words


@cache
def _fields() -> dict[str, str]:
    """What ministries are for, in the order of the letters, by the word that stands for it here."""
    return {" ".join(sorted(form.split())): field for field, forms in table()["fields"].items() for form in forms}


@lru_cache(maxsize=64)
def ministries(text: str) -> frozenset[str]:
    """The ministries that a text names, by what they are called."""
    found = (re.sub(r"['’]s?", "", told.group().casefold()) for told in MINISTRIES.finditer(text))
    return frozenset(called for told in found if (called := _canonical(bared(told))) != MINISTRY)


def _whose(words: str, level: str) -> State | None:
    """The state or the town that the words of an office name."""
    found = names(words)
    told = _places(found, level)
    return (_part(words, found, level) or told[0]) if len(set(told)) == 1 else None


def _part(words: str, found: Iterable[Name], level: str) -> State | None:
    """The part of a state whose own an office is, and not the state's: Bavaria of "Bavaria's health minister".

    Of a town it is no ministry's, and no body that has its seat there: "the tax office in Lima".
    """
    named = level in ("state", "body")
    is_state = any(name.kind == "state" for name in found)
    for name in found if named else ():
        place, seat = name.place, SEATED.search(words, 0, name.start)
        if place is None or name.kind == "state" or (seat and (is_state or place.precision == "city")):
            continue
        if place.precision == "admin" or (place.precision == "city" and level == "body"):
            return f"{place.country}:{fold(name.name)}", name.name
    return None


@lru_cache(maxsize=256)
def _about(told_of: Told, level: str) -> State | None:
    """The state or the town that a text is about: the only one, if it opens with it or names it again.

    Of several it is the one where its outlet has its seat, if hardly another is told twice as often; else the one told
    first, or in its dateline, and twice as often as any other, and by two more. Of a text that tells of none, or of
    none more often, it is the one that its pile is about.
    """
    placed = _placed(told_of.text, level)
    if level == "town" and (line := DATELINE.search(told_of.text)):  # where it was written, an office has no seat
        placed = tuple((town, at) for town, at in placed if not line.start() <= at < line.end())
    home = told_of.home if level == "state" else None
    if not placed:
        return home
    counted = Counter(state for state, _ in placed)
    (most, times), *rest = counted.most_common(2)
    fallback = home if home is not None and counted[home] == times else None
    if not rest:
        return most if times > 1 or placed[0][1] < OPENING else fallback
    seat = _home(told_of.outlet) if level == "state" and told_of.outlet else None
    if seat is not None and TWICE * counted[seat] >= times:
        return seat
    line = DATELINE.search(told_of.text)
    there = (state for state, start in placed if line and line.start() <= start < line.end())
    first = next(there, placed[0][0])
    return most if most == first and times >= max(TWICE * rest[0][1], rest[0][1] + TWICE) else fallback


@lru_cache(maxsize=512)
def _placed(text: str, level: str) -> tuple[tuple[State, int], ...]:
    """The states, or the towns, that a text names, in order, each with where it does."""
    return tuple((state, name.start) for name in _named_in(text) for state in _places([name], level))


@lru_cache(maxsize=64)
def _named_in(text: str) -> tuple[Name, ...]:
    return names(text)


@lru_cache(maxsize=256)
def _home(outlet: str) -> State | None:
    """The state of the town by which an outlet is called: of the Lima Post Peru; of one known abroad none."""
    if any(name.kind == "outlet" for name in names(outlet)):
        return None
    words = outlet.split()
    for several in range(min(TWICE, len(words) - 1), 0, -1):
        found = _places(names(f"In {' '.join(words[:several])},"), "state")
        if len(found) == 1:
            return found[0]
    return None


def _places(found: Iterable[Name], level: str) -> list[State]:
    """The states, or the towns, of ``found``, in order, each with a key and what it is called."""
    located = [name for name in found if name.place is not None and name.place.country]
    if (precise := PRECISE.get(level)) is not None:
        within = (name for name in located if name.place and name.place.precision in precise)
        return [(f"{name.place.country}:{fold(name.name)}", name.name) for name in within if name.place]
    known = state_names()
    codes = (
        name.actor[:STATE] if name.kind == "state" and name.actor else str(name.place.country) if name.place else ""
        for name in found
        if (name.kind == "state" and name.actor) or (name.place is not None and name.place.country)
    )
    return [(code, known[code].name if code in known else code) for code in codes]


@cache
def _offices(level: str) -> frozenset[str]:
    return frozenset(table()[level]["words"])


@cache
def _common() -> frozenset[str]:
    """Words for people or bodies of which a capital letter makes no name, since a sentence may begin with them."""
    return frozenset(table()["common"]["words"])


def _unknown(place: str, words: str, kind: SourceKind) -> Origin:
    return Origin(f"?{place}", words, kind, "unknown")


@lru_cache(maxsize=4096)
def resolved(words: str, kind: SourceKind) -> Origin | None:
    """Whom ``words`` name; None where they name nobody in particular."""
    body_of = represented(words)
    spoken_for = resolved(body_of, kind) if body_of is not None else None
    if spoken_for is not None and spoken_for.rule in ("body", "name"):
        return spoken_for
    outer = BESIDE.sub("", words) or words
    if not bodies_of(names(words)):
        words = outer
    found = [name for name in names(words + SAYS) if name.end <= len(words)]
    bodies, states = bodies_of(found), [name for name in found if name.kind == "state"]
    before = [state for state in states for body in bodies[:1] if state.end == body.start - 1]
    if any((state.actor or "")[:STATE] != (bodies[0].actor or "")[:STATE] for state in before):
        return _by_words(words, kind)  # "the Mozambique Red Cross" is not the world's
    if MANY.search(words.casefold()) and not any(map(_is_named, bodies)) and titled_name(words) is None:
        return None
    if _of_body(words, kind) is not None or (bodies and _is_of_another(words, bodies[0])):
        return _by_words(words, kind)
    if _is_several(words, bodies, states):
        return Origin(f"together:{bared(words)}", words, kind, "name")
    if ENVOY.search(words.casefold()) and states:
        return Origin(f"{states[0].actor}:envoy:{bared(outer)}", outer, kind, "office")
    if bodies:
        return _of(_apposed(words, bodies) or bodies[0], kind)
    if seats := [name for name in names(words) if name.metonym]:
        return _seat(words[seats[0].start : seats[0].end], seats[0], kind)
    persons = [one for one in found if one.kind == "person" and not is_namesake(words, one.start, one.end)]
    persons = [one for one in persons if not GOES_ON.match(words, one.end)]
    offices = [name for name in persons if "/" in (name.actor or "")]
    if persons:
        return _of((offices or persons)[0], kind)
    return _state(words, states, kind) or _by_words(words, kind)


def _is_named(body: Name) -> bool:
    """Whether it is a body by its own name, and not "South Korea's intelligence", of which officials may be unnamed."""
    return "'s " not in body.name


def _is_of_another(words: str, body: Name) -> bool:
    """Whether they name a body within ``body``, or who heads a part: "the EU border agency", "the UN aid chief"."""
    before, behind = WITHIN_OF.search(words[: body.start]), WITHIN.match(words, body.end)
    apart = behind is not None and ((body.actor or "").startswith(OF_STATES) or behind.group().lower().endswith(STAFF))
    return before is not None or apart


def _is_several(words: str, bodies: Sequence[Name], states: Sequence[Name]) -> bool:
    """Whether two speak together: "Kyiv and Seoul"; what they say is the word of both and of neither alone."""
    apart = {name.actor or name.name for name in (bodies if len(bodies) > 1 else states)}
    if len(bodies) > 1 and _apposed(words, bodies) is not None:
        return False
    return len(apart) > 1 and bool(SEVERAL.search(words)) and (len(bodies) > 1 or not bodies)


def _apposed(words: str, bodies: Sequence[Name]) -> Name | None:
    """The body that one half of a description names: UNICEF of "the United Nations children's agency, UNICEF"."""
    comma = words.find(", ")
    if comma < 0 or words.count(",") > 1 or re.search(r"\band\b", words):
        return None
    halves = ((0, comma), (comma + 2, len(words)))
    whole = [body for body in bodies if (body.start, body.end) in halves]
    return whole[0] if len(whole) == 1 and len(bodies) > 1 else None


def _of(name: Name, kind: SourceKind) -> Origin:
    """A body, an office or a person of the tables, by its code where that is of one."""
    key = str(name.actor) if _is_one(name) else f"{name.actor or ''}:{fold(name.name)}"
    _, owned, office = name.name.partition("'s ")
    if name.kind != "person" and owned and not _is_one(name) and (name.actor or "")[:STATE].isalpha():
        key = f"{(name.actor or '')[:STATE]}{OFFICE}{_canonical(bared(office))}"
    if name.kind == "person":
        speaks = SPEAKER.sub("", office)
        called = _canonical(bared(speaks)) if owned and "/" in (name.actor or "") else ""
        if called.endswith(f" {MINISTRY}") or (called and speaks != office):  # who heads it or speaks for it is it
            return _named_office(
                called, (name.actor or "")[:STATE], state_names()[(name.actor or "")[:STATE]].name, kind=kind
            )
        return Origin(key, name.name, kind, "office" if "/" in (name.actor or "") else "person")
    return Origin(key, name.name, kind, "body")


def _is_one(name: Name) -> bool:
    """Whether a code is that of one body and not of a kind of which a state has several."""
    return (name.actor or "").partition("/")[2] in ROLES_OF_ONE


def _seat(words: str, name: Name, kind: SourceKind) -> Origin:
    """A building that stands for an office: the White House, the Kremlin, the Pentagon."""
    return Origin(str(name.actor) if _is_one(name) else f"{name.actor}:{bared(words)}", words, kind, "office")


def _state(words: str, states: Sequence[Name], kind: SourceKind) -> Origin | None:
    """A state that speaks by its own name, or by its capital's."""
    if len(states) != 1 or bared(words) != bared(words[states[0].start : states[0].end]):
        return None
    return Origin(f"{(states[0].actor or '')[:3]}{STATES}", states[0].name, kind, "state")


def _of_body(words: str, kind: SourceKind) -> Origin | None:
    """The body by whose name and office somebody is told: "Tern Relief's director, Ana Sol"; of a place there is none.

    Who speaks for it is it; who heads it may differ with it, and stands for himself.
    """
    owned = POSSESSED.fullmatch(words) if len(words) <= LONGEST else None
    if owned is None or not OFFICER.search(owned["office"]) or titled_name(owned["whose"]) is not None:
        return None
    whose = owned["whose"]
    if is_place(whose):
        return None
    found = resolved(whose, kind)
    return found if found is not None and found.rule in ("body", "name") else None


def _by_words(words: str, kind: SourceKind) -> Origin | None:
    """Words that stand in no table: a name if one past their article has a capital letter, else nobody.

    What describes it beside the name is no part of it: "the aid group Northern Relief", "the director, Ana Sol".
    """
    if (titled := titled_name(words)) is not None:
        called = titled[1] if DESCRIBED.fullmatch(words) else BESIDE.sub("", words) or words
        return Origin(f"{NAMED}{bared(titled[1])}", called, kind, "name")
    first, *rest = words.split() or [""]
    opens = first.casefold() == DEFINITE or first.casefold() in ITS
    is_name = any(word[0].isupper() for word in (rest if opens else [first, *rest]) if word)
    bare = bared(words)
    if not bare or not is_name or bare in PRONOUNS | _common() or first.casefold() in INDEFINITE:
        return None
    told = DESCRIBED.fullmatch(words)
    called = _owned(next(filter(None, told.groups())) if told else words)
    return Origin(f"{NAMED}{bared(POSSESSIVE.sub('', called))}", called, kind, "name")


def _owned(words: str) -> str:
    """A body by whose it is, however that is told: "Hungary's Health Centre" for "the Health Centre of Hungary"."""
    body, of, whose = words.rpartition(" of ")
    found = names(whose) if of else ()
    is_state = len(found) == 1 and found[0].kind == "state" and len(whose) == found[0].end
    return f"{whose}'s {re.sub(r'^[Tt]he ', '', body)}" if is_state else words


def bared(words: str) -> str:
    """Words in plain small letters, without the article and the title before them."""
    bare = fold(words)
    while (shorter := LEADING.sub("", bare)) != bare:
        bare = shorter
    return " ".join(bare.split())
