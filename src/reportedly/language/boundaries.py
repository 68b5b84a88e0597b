"""Paragraphs become sentences: places where one may end are found by pattern and judged by learned weights."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportedly.language.pieces import shape
from reportedly.language.tokens import LEXICON

# A colon or semicolon ends no sentence: what was said before it is what the rest hangs on.
_ENDERS = r""".!?…。！？"'”’»)\]*"""
_SIGNS = str.maketrans(
    {**dict.fromkeys(".!?。！？", "S"), "…": "E", **dict.fromkeys("\"'”’»", "Q"), **dict.fromkeys(")]", "B")}
)
_CREDIT = r"(?:Image|Photo|Picture|Photograph|Illustration|Map|Video|Graphic)s?(?: credit| by)?:[ \t]"
# One run of closing signs, then white space; or a stop glued to a new capitalised word, as web pages lose spaces; or
# no sign at all: before the end of a line, before the credit of a picture, after the year of a line that is a date.
# The run is taken whole and may begin only where no such sign precedes, so that no text takes more than linear time.
_GLUED = (
    r"(?:(?<=[a-z][a-z][a-z])|(?<=\s\d\d)|(?<=[a-z] \d)|(?<=\d\d\d)|(?<=\d%)|(?<=[a-z]\))"
    r"|(?<=\s(?:it|us|me|up|in|on|do|go|so|to|be)))[.!?](?:[”\"]?(?=(?:[A-Z][a-z]+|A|I)\s)|(?=“[A-Z]))"
)
_PLACE = re.compile(
    rf"(?<![{_ENDERS}])[{_ENDERS}]++(?=\s)|{_GLUED}|(?<=\S)(?=[ \t\r]*\n)"
    rf"|(?<=\S)(?=[ \t]{_CREDIT})|(?<=[ ]\d\d\d\d)(?=[ \t][A-Z])|(?<=[ \t)][-–—])(?=[ \t])|(?<=[^\s|])(?=[ \t]\|[ \t])"
)
# "35 dead | 190 injured": a bar between two items of a list, each with its number.
_BAR = re.compile(r"[ \t]\|[ \t]+")
_ITEM = re.compile(r"[^\w\n|]*(?:[A-Z]{2,3} ?)?[$€£]?\d|[^|\n:\d]+:[^|\n]*\d")
_CREDITED = re.compile(_CREDIT)
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(rf"{_DAYS},? (?:[A-Z][a-z]{{2,8}} \d{{1,2}},?|\d{{1,2}} [A-Z][a-z]{{2,8}}) \d{{4}}")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
_DAY = re.compile(rf"\b(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b")
# "LUSENA, March 4 (Reuters) -": a place with a day or an agency, an agency alone, or a place in capitals.
_DATELINE = re.compile(r"(?:[A-Z][\w.'’/, ]*+)?(?:\([^()\n]{1,40}\)?)?\s?[-–—]")
_LONGEST_DATELINE = 90  # characters
# "Lisbon - The bank": a place in small letters shows by what follows, and by no second dash, which would set it off.
_TOWN = re.compile(r"[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2}(?:, [A-Z][\w.'’]+(?: [A-Z][\w.'’]+)?)? [-–—]")
_REPORT = re.compile(r"(?:The|An?|At|In|On|More|Some|About|Nearly|Almost|Around|Up|Dozens|Hundreds|Thousands) ")
_SECOND_DASH = re.compile(r"\s[-–—]\s")
_CLAUSE = 300  # characters in which a second dash would stand
_OPEN_QUOTED = re.compile(r"[\"“'‘]?[A-Z0-9]")
_BLANK = re.compile(r"\s*(?:\|[ \t]+)?")
# Between two items of a list, or a line that leads up to them and the first.
_MARKED = re.compile(r"[-*•·–—▪●◦]\s")
_OPEN_LINE = re.compile(_MARKED.pattern + r"|\d{1,3}[.)]\s|[A-Z0-9\"“‘(\[$€£]")
_WINDOW = 24  # characters looked at on either side of a place
_QUOTE_WINDOW = 300  # characters in which an open quotation still matters
_SHORT_LINE = 50  # characters; a shorter line with no stop was broken on purpose, a longer one by its width
_OMITTED = ("[...]", "[…]", "(...)", "(…)")
_EDGES = "\"'“”‘’()[]*.,:;!?…-–—"
_LENGTHS = (8, 20, 40, 80, 160, 320)
_CLASSES = ("leading_on", "titles", "before_number", "going_on", "abbreviations")
_CLASS = {word: name for name in reversed(_CLASSES) for word in LEXICON[name]}


class Place(NamedTuple):
    """A place where a sentence may end: ``end`` is where it would, ``next`` where the following one would start."""

    start: int
    end: int
    next: int
    limit: int


def places(text: str, start: int, end: int) -> Iterator[Place]:
    """Every place in ``text[start:end]`` where a sentence may end before the end itself."""
    for match in _PLACE.finditer(text, start, end):
        blank = _BLANK.match(text, match.end(), end)
        after = blank.end() if blank else match.end()
        if after < end:
            yield Place(match.start(), match.end(), after, end)


def _kind(word: str) -> str:
    bare = word.strip(_EDGES)
    opening = "q" if word[:1] in "\"'“‘" else "b" if word[:1] in "([" else ""
    return f"{opening}{shape(bare) if bare else 0}"


def _signs(cluster: str) -> str:
    """Which kinds of signs stand at a place, whatever their order; dots of omission are no stop."""
    kinds = cluster.replace("...", "…").translate(_SIGNS)
    return "".join(sorted(set(kinds)))


def _unfinished(text: str, sentence: int, place: Place) -> bool:
    """Whether the stop belongs to a title, to "i.e." or to words left out, after which something has to come."""
    if text[place.next].islower() and text.endswith(_OMITTED, sentence, place.end):
        return True
    if text[place.start : place.end] != ".":
        return False
    before = text[max(sentence, place.start - _WINDOW) : place.start].split()
    return bool(before) and _CLASS.get(before[-1].lstrip(_EDGES), "") in ("titles", "leading_on")


def decided(text: str, sentence: int, place: Place) -> bool | None:
    """Whether a sentence ends at ``place``, where a rule says so; None where it has to be weighed."""
    if place.next == place.end or _CREDITED.match(text, place.next):
        return True
    if _BAR.match(text, place.end):
        return _parts_items(text, sentence, place)
    if place.start == place.end:
        return _breaks(text, sentence, place) if "\n" in text[place.end : place.next] else _dated(text, sentence, place)
    return False if _unfinished(text, sentence, place) else None


def _parts_items(text: str, sentence: int, place: Place) -> bool:
    """Whether a number stands on both sides of a bar."""
    return any(map(str.isdigit, text[sentence : place.end])) and _ITEM.match(text, place.next) is not None


def _breaks(text: str, sentence: int, place: Place) -> bool:
    """Whether a line without a stop was broken on purpose."""
    if _MARKED.match(text, place.next) and (_MARKED.match(text, sentence) or text[place.end - 1] == ":"):
        return True
    line = text.rfind("\n", max(sentence, place.end - _SHORT_LINE), place.end)
    short = line >= 0 or place.end - sentence < _SHORT_LINE
    return short and _OPEN_LINE.match(text, place.next) is not None


def _dated(text: str, sentence: int, place: Place) -> bool:
    """Whether all that stands before the place is a day, as above a report, or the line of a place and a day."""
    if text[place.end - 1] in "-–—":
        opens = sentence == 0 or text[max(0, sentence - _WINDOW) : sentence].rstrip(" \t").endswith("\n")
        return opens and _OPEN_QUOTED.match(text, place.next) is not None and _is_dateline(text, sentence, place)
    return _DATE.fullmatch(text, sentence, place.end) is not None


def _is_dateline(text: str, start: int, place: Place) -> bool:
    end = place.end
    if end - start > _LONGEST_DATELINE or not _DATELINE.fullmatch(text, start, end):
        return False
    line = text[start:end]
    told = _DAY.search(line) or (line.rstrip("-–— ").endswith(")") and "(" in line)
    capitals = [word for word in line.strip("-–— ").split() if word.isalpha()]
    if capitals and all(word.isupper() for word in capitals):
        # "VAN - The": of an acronym before a number nobody knows whether it is a place
        return bool(told) or len(capitals[0]) > 3 or (len(capitals[0]) > 2 and text[place.next].isalpha())
    if told:
        return True
    named = _TOWN.fullmatch(text, start, end) and _REPORT.match(text, place.next)
    return bool(named) and not _SECOND_DASH.search(text, place.next, min(place.limit, place.next + _CLAUSE))


def features(text: str, sentence: int, place: Place) -> list[str]:
    """What tells an end from a stop inside, given where the sentence began."""
    cluster = text[place.start : place.end][-4:]
    before = text[max(sentence, place.start - _WINDOW) : place.start].split()
    after = text[place.next : min(place.limit, place.next + _WINDOW)].split()
    word, last = (before[-1] if before else ""), (before[-2] if len(before) > 1 else "")
    following, second = (after[0] if after else ""), (after[1] if len(after) > 1 else "")
    lower, lowered = word.strip(_EDGES).lower(), following.strip(_EDGES).lower()
    kind, next_kind = _kind(word), _kind(following)
    long = sum(place.end - sentence > length for length in _LENGTHS)
    recent = max(sentence, place.end - _QUOTE_WINDOW)
    quoted = text.count('"', recent, place.end) % 2 or text.count("“", recent, place.end) > text.count(
        "”", recent, place.end
    )
    inside = text.count("(", recent, place.end) > text.count(")", recent, place.end)
    bare, signs = word.strip(_EDGES), _signs(text[place.start : place.end])
    dotted, known = "." in bare, _CLASS.get(bare, "")
    return [
        "always",
        f"c={cluster}",
        f"c={cluster} n={next_kind}",
        f"c={cluster} k={kind} n={next_kind}",
        f"w={lower} c={cluster}",
        f"w={lower} n={next_kind}",
        f"f={lowered} c={cluster}",
        f"f={lowered} n={next_kind}",
        f"f={following}",
        f"k={kind} d={dotted} z={min(len(lower), 5)} n={next_kind}",
        f"a={known} d={dotted} c={cluster} n={next_kind}",
        f"d={dotted} a={known} f={lowered}",
        f"g={signs} n={next_kind}",
        f"g={signs} low={following[:1].islower()}",
        f"l={long} c={cluster}",
        f"q={bool(quoted)} c={cluster} n={next_kind}",
        f"p={inside} c={cluster}",
        f"s={_kind(second)} n={next_kind} c={cluster}",
        f"b={_kind(last)} k={kind} c={cluster}",
        f"first={len(before) < 2} k={kind} c={cluster}",
    ]


class Boundaries:
    """Splits paragraphs with weights learned from the treebanks."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def _ends(self, text: str, sentence: int, place: Place) -> bool:
        ends = decided(text, sentence, place)
        if ends is not None:
            return ends
        weights = self._weights
        return sum(weights.get(feature, 0.0) for feature in features(text, sentence, place)) > 0

    def __call__(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of one paragraph, without the white space around them."""
        blank = _BLANK.match(text, start, end)
        sentence = blank.end() if blank else start
        for place in places(text, sentence, end):
            if place.end > sentence and self._ends(text, sentence, place):
                yield sentence, place.end
                sentence = place.next
        last = sentence + len(text[sentence:end].rstrip())
        if last > sentence:
            yield sentence, last
