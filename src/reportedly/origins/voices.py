"""Claims lead back to a root: who speaks for a body, by what he is called, is the body.

What is promised: of "Tern Relief's director, Ana Sol", "a Tern Relief spokesman" and "Ana Sol, head of Tern Relief" it
is Tern Relief; who has left it, who only belongs to it and who sits in a parliament speak for themselves.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from reportedly.values.gazetteer import Name, fold
from reportedly.values.lexicons import words as listed
from reportedly.values.names import names


def bodies_of(found: Iterable[Name]) -> list[Name]:
    """The bodies among names."""
    return [name for name in found if name.kind in ("organisation", "outlet", "group")]


def is_namesake(words_of: str, start: int, end: int) -> bool:
    """Whether a leader's surname at ``start`` is somebody else's, by the name before it: "Rustam Aliyev"."""
    before = words_of[:start].split()
    single = bool(before) and " " not in words_of[start:end] and words_of[start - 1] == " "
    return single and before[-1][0].isupper() and _is_given(before[-1])


@lru_cache(maxsize=1024)
def introduced(text: str, words_of: str) -> str:
    """``words_of``, in full where ``text`` gives that surname to one person alone: of "Aliyev" "Rustam Aliyev"."""
    if not words_of.isalpha() or not words_of[0].isupper() or len(words_of) > LONGEST:
        return words_of
    told = re.findall(rf"(?<=[a-z,] )([A-Z][a-z'’-]+) {re.escape(words_of)}\b", text)
    given = {name for name in told if _is_given(name)}
    return f"{given.pop()} {words_of}" if len(given) == 1 else words_of


@lru_cache(maxsize=1024)
def _is_given(name: str) -> bool:
    """Whether a word in capitals before a surname may be a given name, and tells no office, people or state."""
    low = name.lower().strip(".")
    offices = {*table()["officers"]["words"], *table()["heads"]["words"], *table()["namesakes"]["offices"]}
    return low not in listed("names", "beside") | listed("names", "titles") | offices and not names(name)


@cache
def table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words for offices and who holds them."""
    return tomli.loads(files(__package__).joinpath("origins.toml").read_text("utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


LONGEST = 200  # characters of the words for somebody with an office; longer ones are no name with its title
CALLED = r"[A-Z][\w'’.-]*(?: (?:(?:de|del|da|dos|von|van|der|den|bin|ibn|al|el|la|le) )*[A-Z][\w'’.-]*){1,3}"
PERSON = re.compile(CALLED)
OFFICER = re.compile(rf"\b(?:{any_of(table()['officers']['words'])})\b", re.IGNORECASE)
POSTS = re.compile(rf"\b(?:{any_of(table()['voices']['words'])})\b", re.IGNORECASE)
# Bodies whose heads are politicians, of whom each speaks for himself.
CHAMBERS = re.compile(rf"\b(?:{any_of(table()['chambers']['words'])})\b", re.IGNORECASE)
BESIDE = re.compile(r"\s*\([^()]*\)\s*$")  # "the Kremlin (Peskov)": who spoke for it
APPOSED = re.compile(rf"(?P<title>[^,]*[a-z][^,]*), (?P<name>{CALLED})")
IN = "In "  # behind it a place is known for one
_POST = rf"(?i:(?:(?:{any_of(table()['voices']['before'])}) )*(?:{any_of(table()['voices']['words'])}))"
_THE = r"(?:(?i:the|an?) )?"
_NAME = r"[A-Z][^,]*"
_BODY = r"[^,]*?[^\s,]"
# "Tern Relief's director for Peru, Ana Sol"
OWNED = re.compile(
    rf"{_THE}(?P<body>{_BODY})(?:['’]s|(?<=s)['’]) (?P<post>{_POST})(?: (?:in|for) [^,]+)?(?:,? {_NAME})?,?"
)
# "a spokesman for Tern Relief", "the head of the tax office, Ana Sol"
OF = re.compile(rf"{_THE}(?P<post>{_POST}) (?:of|for) (?P<body>{_BODY})(?:, {_NAME})?,?")
BEHIND = re.compile(
    rf"{CALLED}, {_THE}(?P<post>{_POST}) (?:of|for|at) (?P<body>{_BODY}),?"
)  # "Ana Sol, head of Tern Relief"
_BEFORE = r"(?P<body>(?:[A-Z][\w&.'’-]*)(?: (?:(?:of|for|the|and) )*[A-Z][\w&.'’-]*)*)"
LEADING = re.compile(rf"{_THE}{_BEFORE} (?P<post>{_POST})(?:,? {_NAME})?,?")  # "FDL leader Rui Pena"
SPOKES = "spokes"  # who begins so speaks for a person as well: "Health minister Ana Roth's spokesman"
BANKER, BANK = "governor", "bank"  # the governor of a bank speaks for it, that of a province is an office of his own
PLACED = re.compile(r"\b(?:in|at|with|from|on)\b")  # what is somewhere is told by more than its name


def titled_name(words: str) -> tuple[str, str] | None:
    """What somebody is and how he is called: "permanent secretary Ana Sol", "the prosecutor, Ana Sol"."""
    if len(words) > LONGEST:
        return None
    words = BESIDE.sub("", words) or words
    if (apart := APPOSED.fullmatch(words)) is not None:
        return (apart["title"], apart["name"]) if OFFICER.search(apart["title"]) else None
    told = list(OFFICER.finditer(words))
    name = words[told[-1].end() :].strip() if told else ""
    is_body = fold(name).rpartition(" ")[2].rstrip(".") in table()["ends"]["words"]
    return (words[: told[-1].end()], name) if PERSON.fullmatch(name) and not is_body else None


@lru_cache(maxsize=4096)
def represented(words: str) -> str | None:
    """The words for the body that somebody speaks for, by what he is called; None where he speaks for none."""
    if len(words) > LONGEST or not POSTS.search(words):
        return None
    told = next((m for m in (pattern.fullmatch(words) for pattern in (OWNED, OF, BEHIND, LEADING)) if m), None)
    if told is None or PLACED.search(told["body"]) or is_place(told["body"]):
        return None
    body, post = told["body"], told["post"]
    if titled_name(body) is not None and not post.startswith(SPOKES):
        return None
    if CHAMBERS.search(body) or (told.re is LEADING and not _is_known(body, post)):
        return None
    if post.casefold() == BANKER and BANK not in body.casefold():
        return None
    envoy = post.casefold() in table()["voices"]["envoys"] and any(name.kind == "state" for name in names(body))
    return None if envoy else body


def is_place(body: str) -> bool:
    """Whether it is a state or a place, whose president is an office of his own."""
    whose = re.sub(r"^[Tt]he ", "", body)
    told = (*names(body), *names(f"{IN}{whose},"))
    return any(name.end - name.start == len(whose) and (name.place or name.kind in ("state", "group")) for name in told)


def _is_known(body: str, post: str) -> bool:
    """Whether a name right before a post is a body's: "FDL leader", but neither "Kurdish leader" nor "Union leader".

    A post with a capital is a title, whose other words have one as well: "Public Health Director Ana Sol".
    """
    last = fold(body).rpartition(" ")[2]
    if last.rstrip(".") in table()["ends"]["words"] or any(
        name.kind in ("organisation", "outlet") for name in names(body)
    ):
        return body.casefold() not in table()["common"]["words"]
    if body.isupper() or (" " in body and post.islower()):
        return True
    return post.casefold() in table()["voices"]["sure"] and body.casefold() not in table()["common"]["words"]
