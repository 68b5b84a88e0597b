"""Agencies and outlets that a text is credited to: datelines, reporting, pictures, and where it was published first.

A credit of a picture is that of its paragraph, one of a piece of news that another had first that of its sentence, any
other of the whole text. Only outlets and agencies count: a reporter's name says nothing of where the text comes from.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from reportedly.claims.attribution.kinds import kind_of_words
from reportedly.claims.attribution.leads import is_item
from reportedly.claims.kept import kept
from reportedly.claims.lexicons import either
from reportedly.claims.trees import Tree
from reportedly.frozen import dataclass
from reportedly.model import Attribution, Document, SourceKind

_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
_NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:of |de |the )?{_WORD}){{0,5}})"
_SMALL = r"(?:of|de|del|la|le|el|al|the|and|upon|sur|in|near|on|am)\b"  # within the name of a town: "Stoke-on-Trent"
_PATTERNS = {
    "dateline": rf"^[^\S\n]*{_WORD}(?:[ ,.’'-]{{1,3}}(?:{_WORD}|{_SMALL}|\d{{1,4}})){{0,8}}[ ,.]*\({_NAME}\)\s*[-–—:_]",
    "small": r"^[^\S\n]*[A-ZÀ-Þ]{2}[\w .,’'-]{0,60}? ?\((?P<name>[a-z]{2,6})\)\s*[-–—:_]",
    "slashed": rf"^[^\S\n]*{_WORD}[\w .,’'-]{{0,60}}? ?/{_NAME}/\.?(?= )",
    "byline": rf"^[^\S\n]*\({_NAME}\)[^\S\n]*(?=$|[-–—])",
    "first": rf"(?i:\bfirst (?:published|appeared|ran|reported)(?: \w+)? (?:by|in|on)) {_NAME}",
    "reporting": rf"(?i:\b(?:additional|with) reporting (?:by|from)) {_NAME}(?! [A-Z])",
    "picture": (
        r"(?i:\b(?:photo(?:graph)?|picture|image|footage)(?: by| courtesy of| credit:?|:)) "
        rf"(?:{_NAME} ?/ ?)?(?P<agency>{_WORD}(?: {_WORD}){{0,5}})"
    ),
}
# "Casualty figures: National Risk Service.": whose all numbers of those harmed are that name nobody.
_CASUALTIES = (
    r"(?i:\b(?:casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|tolls?|victims?|injur(?:y|ies))(?:(?:,| and| or) \w+){0,2}"
    r" (?:figures?|numbers?|data|statistics|counts?|totals?)(?: (?:source|from|by|as of [\w ]{1,20}))?): "
    rf"{_NAME}(?=[.;]?\n|[.;] )"
)
# What each pattern cannot do without: most texts hold none of it, and a look for it costs far less.
_NEEDED = {
    "dateline": ("(",),
    "small": ("(",),
    "slashed": ("/",),
    "byline": ("(",),
    "first": ("first ",),
    "reporting": (" reporting ",),
    "picture": ("photo", "picture", "image", "footage"),
}
NO_AGENCY = (
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues?|wed|thu|fri|sat|sun)[a-z]*\.?"
    r"|(?i:update[sd]?|corrects?|corrected|exclusive|opinion|analysis|video|photos?|live)"
)
NO_NAME = r"(?i:undated|[rdi]-.+)"  # no place, and the party and state of a lawmaker
WIRES = r"(?i:\b(?:news|press|wire|newswire|agency|service))$"  # what names of agencies end in
LONGEST_INITIALS = 6  # letters: a longer word in capitals is a town
SENTENCE = r"[.!?][\"”’)]*\s+(?=[A-ZÀ-Þ“\"])|\n"
LEADING = r"[ \t\n*_(\[]*"
ITSELF = (
    r"[\W_]*(?i:an?|this|the|another) (?i:earlier |longer |original )?(?i:version of )?(?i:an?|this|the)? ?"
    r"(?i:article|story|report|piece|column|post|essay|interview|text|excerpt)\b"
)
OUTLETS = frozenset({"media", "agency"})


@dataclass(frozen=True, slots=True)
class _Credit:
    """One credit and the stretch of text it holds for."""

    step: Attribution
    start: int
    end: int


def _by_place(sort: str, name: str) -> SourceKind | None:
    """What a name that no table has is by where it stands: one word in a dateline is an agency, and no reporter."""
    if sort in ("dateline", "slashed") and _pattern(WIRES).search(name):
        return "agency"
    if _pattern(NO_NAME).fullmatch(name) or (name.isupper() and len(name) > LONGEST_INITIALS):
        return None
    placed = sort in ("dateline", "slashed", "byline", "reporting") and " " not in name.removeprefix("the ")
    return "agency" if placed and not _pattern(NO_AGENCY).fullmatch(name) else None


@cache
def _pattern(told: str) -> re.Pattern[str]:
    """Compiled where it is needed, which takes longer than reading a short text."""
    return re.compile(told, re.MULTILINE)


def _end(found: re.Match[str]) -> int:
    return found.end()


def _tells_harm(tree: Tree) -> bool:
    """Whether a sentence tells of who died, was hurt or is lost."""
    deeds = (("persons", "killed", "verbs"), ("persons", "wounded", "living"))
    harm = either(("persons", "killed", "nouns"), ("persons", "wounded", "nouns"), *deeds)
    harmed = either(("persons", "killed", "words"), ("persons", "killed", "counted"))
    return not harm.isdisjoint(tree.sentence.lemmas) or not harmed.isdisjoint(tree.lower)


class Credits:
    """The credits of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found = tuple(self._read())

    def over(self, position: int) -> Iterator[Attribution]:
        """The credits that hold at a place, in order of the text."""
        for credit in self._found:
            if credit.start <= position < credit.end:
                yield credit.step

    def of_casualties(self, tree: Tree, position: int) -> tuple[Attribution, ...]:
        """Whose numbers of those harmed a list holds, for a place in its item ``tree``, where a line above tells."""
        told = self._casualties
        if told is None or told[0] > position or not _tells_harm(tree):
            return ()
        if not is_item(self.document.text, tree.sentence.start):
            return ()
        return (told[1],)

    @kept
    def _casualties(self) -> tuple[int, Attribution] | None:
        """Where the line stands that says whose those numbers are, and who it is; of two lines none."""
        document = self.document
        if not any(word in document.text for word in (" figures: ", " data: ", " numbers: ", " statistics: ")):
            return None
        found = list(_pattern(_CASUALTIES).finditer(document.text))
        kind = kind_of_words(found[0]["name"]) if len(found) == 1 else None
        if kind in (None, "unnamed", "person"):
            return None
        span, words_ = document.span(*found[0].span("name")), document.span(*found[0].span())
        return found[0].start(), Attribution(span.quote, kind, span, words_, named=True)

    def kind(self, name: str) -> SourceKind | None:
        """What the text's credits tell of a name, whatever its words would."""
        bare = name.removeprefix("the ")
        return next((c.step.kind for c in self._found if c.step.source.removeprefix("the ") == bare), None)

    def _read(self) -> Iterator[_Credit]:
        document, seen = self.document, set()
        folded = document.text.casefold()
        for sort, pattern in _PATTERNS.items():
            if not any(needed in folded for needed in _NEEDED[sort]):
                continue
            for match in _pattern(pattern).finditer(document.text):
                group = "agency" if sort == "picture" else "name"
                span = document.span(match.start(group), match.end(group))
                known, placed = kind_of_words(span.quote), _by_place(sort, span.quote)
                kind = placed if placed and known == "media" else known or placed
                if kind not in OUTLETS:
                    continue
                start, end = self._reach(sort, match.start())
                if (span.quote, start) not in seen:
                    seen.add((span.quote, start))
                    words = document.span(match.start(), match.end())
                    yield _Credit(Attribution(span.quote, kind, span, words), start, end)

    def _reach(self, sort: str, position: int) -> tuple[int, int]:
        """The stretch that a credit holds for: what was first reported elsewhere may be one piece of news of many."""
        text = self.document.text
        if sort == "picture":
            return self._paragraph(position)
        if sort != "first":
            return 0, len(text)
        start, end = self._sentence(position)
        own = _pattern(LEADING).fullmatch(text, start, position) or _pattern(ITSELF).match(text, start, position)
        return (0, len(text)) if own else (start, end)

    def _sentence(self, position: int) -> tuple[int, int]:
        """The sentence that has a place within; at the beginning of one in the midst of a line, with the one before."""
        start, end = self._paragraph(position)
        after = bisect_left(self._breaks, position, key=_end)
        behind = bisect_right(self._breaks, position, key=_end)
        if after < behind and "\n" in self._breaks[after].group():
            start = position
        elif after:
            start = max(start, self._breaks[after - 1].end())
        return start, min(end, self._breaks[behind].end()) if behind < len(self._breaks) else end

    @kept
    def _breaks(self) -> list[re.Match[str]]:
        """What parts the sentences of the text; found once, however many credits there are."""
        return list(_pattern(SENTENCE).finditer(self.document.text))

    def _paragraph(self, position: int) -> tuple[int, int]:
        parts = self.document.parts
        place = bisect_right(parts, position, key=lambda part: part.start) - 1
        return (parts[place].start, parts[place].end) if place >= 0 else (0, len(self.document.text))
