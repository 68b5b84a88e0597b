"""Addresses become documents: blocks of text become parts, each with its role on the page.

What is promised: every block becomes one part, so that nothing is lost; roles come from marks where a text has them and
from the shape of a paragraph where it has none. Leading short lines without a full stop are the headline and its deck,
a paragraph that ends in a picture credit is a caption, a line that speaks of the page (rights, bylines, times of
publication) is a notice. In doubt a paragraph is body.

Why it matters: a headline is held against its body, and a caption may have its figure from elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.documents.blocks import Block
from reportedly.documents.lexicons import lexicon
from reportedly.model import Part, PartKind

LONGEST_TITLE = 150  # characters; longer lines are sentences that lost their full stop
LONGEST_CAPTION = 1500  # characters; a photo story may tell a lot, but not a whole report
LONGEST_NOTICE = 400  # characters
LONGEST_CREDIT = 120  # characters at the end of a paragraph in which a credit is looked for
SHORT_CAPTION = 200  # characters up to which one sentence with an agency in brackets is a caption
DECKS = 4  # lines under a headline; a pile of more short lines is a list
CLOSING = 3  # blocks at the end among which the line of rights stands

SIGNED_BY = ("/", "via", "(", "[", "Photo", "Images")  # one of these stands beside an agency that signs a picture
STOP = re.compile(r"[.!?…。！？][\"'”’)\]»*_]*$")
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}[\"'”’)\]»]*$")
RUNS_ON = (",", ";", ":")
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
BYLINE = re.compile(r"By (?:[A-Z][\w.'’-]*)(?:,? (?:[A-Z][\w.'’-]*|and|&|of|the|for|in|de|van|von|al))*,?$")


def ends_sentence(line: str) -> bool:
    """Whether the last mark of ``line`` ends a sentence; that of an abbreviation ("U.S.") does not."""
    return bool(STOP.search(line, max(0, len(line) - 20))) and not ABBREVIATION.search(line, max(0, len(line) - 20))


def parts(text: str, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """One part for each block, in order."""
    reader = _Roles(text, len(blocks))
    return tuple(Part(reader.role(at, block), block.start, block.end) for at, block in enumerate(blocks))


@cache
def _rights() -> re.Pattern[str]:
    """A line of rights with the name of who holds them."""
    return re.compile(
        r"^(?:(?:©|\(c\)|copyright)[\s:]*)+(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:\d\d){1,2})?[\s,.]*)?(?:by\s+)?"
        r"(?P<name>[^(|\n©]{2,80}?)"
        r"(?:[\s,.]*(?:19|20)\d\d)?[\s,.]*(?:\(|\||–|—|all rights|this (?:material|article)|distributed|$)",
        re.IGNORECASE,
    )


def headline(text: str, found: Iterable[Part]) -> str | None:
    """The words of the first headline."""
    return next((text[part.start : part.end] for part in found if part.kind == "headline"), None)


def outlet(text: str, found: Sequence[Part]) -> str | None:
    """The outlet that a closing line of rights names."""
    for part in (part for part in reversed(found[-CLOSING:]) if part.kind == "notice"):
        named = _rights().match(text[part.start : min(part.end, part.start + LONGEST_NOTICE)])
        name = named["name"].strip(" ,.-–—") if named else ""
        if any(letter.isalpha() for letter in name) and not name.lower().startswith("all rights"):
            return name
    return None


class _Roles:
    """Goes through the blocks of one text; knows whether its opening is over."""

    def __init__(self, text: str, number: int) -> None:
        self.text = text
        self.number = number
        self.opening = True
        self.headed = False
        self.decks = 0

    def role(self, at: int, block: Block) -> PartKind:
        words = self.text[block.start : min(block.end, block.start + LONGEST_CAPTION + 1)]
        if block.hint in ("caption", "notice"):
            return "caption" if block.hint == "caption" else "notice"
        if block.hint in ("title", "heading"):
            return self._titled() or self._body()
        if is_notice(words, first=at == 0):
            return "notice"
        if is_caption(words, last=at == self.number - 1):
            return "caption"
        shaped = block.hint != "item" and self._is_title(at, words)
        return (self._titled() if shaped else None) or self._body()

    def _titled(self) -> PartKind | None:
        """Headline first, then deck; None once the body has begun."""
        if not self.opening:
            return None
        if not self.headed:
            self.headed = True
            return "headline"
        self.decks += 1
        return "deck" if self.decks <= DECKS else None

    def _body(self) -> PartKind:
        self.opening = False
        return "body"

    def _is_title(self, at: int, words: str) -> bool:
        """A short line without a full stop; a headline may ask or exclaim, if something follows it."""
        if not self.opening or len(words) > LONGEST_TITLE or "\n" in words or words.endswith(RUNS_ON):
            return False
        asks = not self.headed and at + 1 < self.number and words.rstrip("\"'”’)]*_»").endswith(("?", "!"))
        return asks or not ends_sentence(words)


def is_notice(words: str, *, first: bool) -> bool:
    """Whether a paragraph speaks of the page: its rights, its author, its time. A first line is no byline."""
    if len(words) > LONGEST_NOTICE:
        return False
    lines, rights = _notices()
    if rights.search(words) or (lines.search(words) and not ends_sentence(words)):
        return True
    return not first and bool(BYLINE.match(words)) and not ends_sentence(words)


@cache
def _notices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Lines that may not end a sentence, and those that may."""
    listed: list[str] = lexicon("parts")["notices"]["lines"]
    rights = [line for line in listed if "rights" in line or "copyright" in line or "reporting" in line]
    lines = [line for line in listed if line not in rights]
    return re.compile("|".join(lines), re.IGNORECASE), re.compile("|".join(rights), re.IGNORECASE)


def is_caption(words: str, *, last: bool) -> bool:
    """Whether a paragraph ends in a picture credit.

    An agency in brackets may sign the report as well: it makes a caption only of words that captions use, or of a
    single short sentence that is not the last of the report.
    """
    if len(words) > LONGEST_CAPTION:
        return False
    tail = words[-LONGEST_CREDIT:]
    if not _may_credit(tail):
        return False
    strong, weak, cue = _credits()
    if strong.search(tail):
        return True
    signed = weak.search(tail)
    if not signed:
        return False
    told = words[: len(words) - len(tail) + signed.start()].rstrip()
    short = len(words) <= SHORT_CAPTION and not SENTENCE.search(told)
    return bool(cue.search(words)) or (short and not last)


def _may_credit(tail: str) -> bool:
    """Whether a paragraph's end holds any word of a credit, as most do not: the patterns take long to compile."""
    data, lower = lexicon("parts")["credits"], tail.lower()
    signed = any(mark in tail for mark in SIGNED_BY) and any(name in tail for name in data["agencies"])
    return signed or "©" in tail or any(word in lower for word in data["opens"])


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = lexicon("parts")["credits"]
    agency = _any(data["agencies"])
    opens = _any(form for word in data["opens"] for form in (word.capitalize(), word.upper(), word.title()))
    anywhere = _any(data["opens"])
    before = r"(?:^|[.!?…”\"’)\]|/—–\n]\s*|[(\[]\s*)"
    signed = rf"(?:[\w.’' -]{{2,40}}\s?/\s?)?{agency}(?:\s?/\s?[\w.’' -]{{2,40}}|\svia\s[\w.’' -]{{2,40}})?"
    both = rf"(?:[\w.’' -]{{2,40}}\s?/\s?{agency}|{agency}\s?/\s?[\w.’' -]{{2,40}}|{agency}\svia\s{agency})"
    return (
        re.compile(
            rf"{before}{opens}(?<=[\w:])\s?:?\s?[^.!?\n]{{2,80}}[.)\]]*$"
            rf"|[(\[]\s*(?i:{anywhere})[^()\[\]\n]{{2,80}}[)\]]\.?$"
            rf"|{before}{both}(?:/[\w.’' -]{{2,40}})*[.)\]]*$"
            rf"|{before}(?:AP Photo|Getty Images|AFP Photo)[.)\]]*$"
            rf"|[.!?”\"’)]\s*©\s?(?:{signed}|[A-Z][\w.’' -]{{2,40}})[.)\]]*$"
        ),
        re.compile(rf"[(\[]\s*{signed}(?:\s(?:file|photo|images?|pool))*\s*[)\]]\.?$"),
        re.compile(_any(data["cues"]), re.IGNORECASE),
    )


def _any(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=lambda p: (-len(p), p))) + ")"
