"""Words become values: text is first cut into numbers, words and signs, each with its place.

Every piece points into the text as it was given, in code points; nothing is normalised in place, so offsets hold in
every script. Shapes that are no number of anything (addresses, clock times, dates in digits, telephone numbers) are cut
as one piece which carries the reason. The work is done stretch by stretch, so that it grows with the length of the text
and no faster.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tomli

from reportedly.frozen import dataclass

# How much text is cut at once. A stretch ends at the best boundary of its second half, hardly ever inside a figure.
STRETCH = 8000
BOUNDARIES = ("\n\n", ".\n", ". ", "\n", " ")
# A comma before one or two digits is a decimal one where money stands before it or a unit or scale behind it ("€5,50",
# "2,5 million"), and where noughts leave no other reading ("0,5", "5,00"); elsewhere it may part two items of a list.
MEASURES = (
    r"per ?cent|pct|million|billion|trillion|mln|mn|bn|euros?|dollars|km|kg|cm|mm|ha|degrees|tonnes|hectares"
    r"|lit(?:re|er)s|(?:kilo|centi|milli)?met(?:re|er)s|kilogram(?:me)?s?"
)
DECIMAL_COMMA = (
    r"(?:(?<=[€£$¥])|(?<=[€£$¥] ))\d{1,12},\d{2}(?!\d|[.,]\d)"
    rf"|(?<![\w.,:/-])\d{{1,12}},\d{{1,2}}(?!\d|[.,]\d)(?=[ \u00a0\u202f]?(?:[%٪€°]|(?:{MEASURES})\b))"
    r"|(?<![\w.,:/-])(?:0,\d{1,2}|\d{1,9},0\d)(?![\w-]|[.,:/]\d)"
)
# Points between thousands, after a sign of money: "€1.234.567".
THOUSANDS = r"(?:(?<=[€£$])|(?<=[€£$] ))\d{1,3}(?:\.\d{3}){2,6}(?![\d.])"
# Digit groups are split by commas, narrow and non-breaking spaces, apostrophes, and the Arabic separator.
NUMBER = (
    rf"{DECIMAL_COMMA}|{THOUSANDS}|"
    r"\d{1,3}(?:[.]\d{3}){1,40},\d{1,2}(?!\d|,\d)|"
    r"\d{1,3}(?:,\d{3}){1,40}(?![\d])(?:[.]\d{1,400})?|\d{1,2}(?:,\d{2}){1,40},\d{3}(?!\d)(?:[.]\d{1,400})?"
    r"|\d{1,3}(?:[\u2009\u202f\u00a0]\d{3}){1,40}(?!\d)(?:[.]\d{1,400})?|\d{1,3}(?:[’']\d{3}){1,40}(?!\d)(?:[.]\d{1,400})?"
    r"|\d{1,3}(?:٬\d{3}){1,40}(?!\d)(?:[٫.]\d{1,400})?|\d+(?:[.٫]\d+)?|(?<![\w.])\.\d+"
)
# Vulgar fractions are letters to a regular expression; here they are signs.
WORD = r"[^\W\d_\u00bc-\u00be\u2150-\u215f]+(?:['’][^\W\d_\u00bc-\u00be\u2150-\u215f]+)*"
# Most pieces are plain: none of the refused shapes can begin there, by what stands behind; these are tried first.
PLAIN_WORD = (
    r"(?:[abce-mo-z]|[BEGHJ-MO-Z]|(?!(?:AD|FY|CY|ISBN|ISSN|DOI|doi|IBAN)\b|[Nn]os?\.)[ACDFINdn])"
    r"[A-Za-z]*+(?:['’][A-Za-z]++)?+(?=[\s,;)\"”?!]|[.:]?(?:\s|\Z))"
)
PLAIN_SIGN = r"[$%'\"`“”‘’,;:?!)]|[^\w\s№§](?=\s|\Z)|[^\w\s№§@#.+-](?=[A-Za-z])|(?<=\w)-(?=[A-Za-z])"
PLAIN_NUMBER = r"(?:\d{1,4}|\d{1,3}(?:,\d{3})++)(?=\s(?!hrs|hours|percenter)[a-z]{3})"
SAME = str.maketrans({"‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "’": "'", "＋": "+"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scan:
    """A stretch of ``text`` in pieces. ``kinds``: "n" a number, "w" a word, "s" a sign, else the reason of a refusal.

    ``lows`` are the pieces in lower case with one kind of dash and apostrophe; ``gaps`` tell what stands before a
    piece: 0 nothing, 1 a space or line's end, 2 the end of a paragraph. Beyond either end every word is "".
    """

    text: str
    starts: list[int]
    ends: list[int]
    kinds: list[str]
    lows: list[str]
    gaps: list[int]
    size: int

    def __len__(self) -> int:
        return self.size

    def low(self, token: int) -> str:
        """The piece in lower case, "" beyond the ends."""
        return self.lows[token] if 0 <= token < self.size else ""

    def raw(self, token: int) -> str:
        """The piece as written, "" beyond the ends."""
        return self.text[self.starts[token] : self.ends[token]] if 0 <= token < self.size else ""

    def kind(self, token: int) -> str:
        """The kind of a piece, "" beyond the ends."""
        return self.kinds[token] if 0 <= token < self.size else ""

    def gap(self, token: int) -> int:
        """What stands before a piece; beyond the ends a paragraph's end."""
        return self.gaps[token] if 0 <= token < self.size else 2

    def glued(self, token: int) -> bool:
        """Whether the piece follows the one before it without a gap."""
        return 0 <= token < self.size and self.gaps[token] == 0

    def next_low(self, token: int) -> str:
        """The word at ``token`` unless a paragraph ends before it."""
        return self.lows[token] if 0 <= token < self.size and self.gaps[token] != 2 else ""

    def before(self, token: int) -> str:
        """The word before ``token`` unless a paragraph ends in between."""
        return self.lows[token - 1] if 0 < token < self.size and self.gaps[token] != 2 else ""

    def joined(self, first: int, last: int) -> bool:
        """Whether no paragraph ends inside ``first`` to ``last``."""
        return last - first < 2 or 2 not in self.gaps[max(first + 1, 0) : last]

    def hyphen(self, token: int) -> bool:
        """Whether ``token`` is a dash that ties its neighbours together."""
        dash = 0 <= token < self.size and self.lows[token] == "-"
        return dash and self.glued(token) and self.glued(token + 1)

    def capital(self, token: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.kind(token) == "w" and self.raw(token)[:1].isupper()

    def opens(self, token: int) -> bool:
        """Whether ``token`` opens its sentence, as far as signs tell."""
        return self.gap(token) == 2 or token == 0 or self.low(token - 1) in {".", "!", "?", ":", "“", '"', "‘", ";"}

    def line_opens(self, token: int) -> bool:
        """Whether nothing but blanks stands before ``token`` on its line."""
        before = self.text.rfind("\n", max(0, self.starts[token] - 40), self.starts[token])
        opening = self.text[before + 1 if before >= 0 else max(0, self.starts[token] - 40) : self.starts[token]]
        return not opening.strip() and (before >= 0 or self.starts[token] <= 40)


@cache
def _pieces() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern for every piece, and the kind of each of its groups."""
    tables = tomli.loads(Path(__file__).with_name("refusals.toml").read_text("utf-8"))
    refused = [(reason, "|".join(shapes)) for reason, shapes in tables["patterns"].items()]
    shapes = [
        ("w", PLAIN_WORD),
        ("s", PLAIN_SIGN),
        ("n", PLAIN_NUMBER),
        *refused,
        ("n", NUMBER),
        ("w", WORD),
        ("s", r"\S"),
    ]
    listed = "|".join(f"({shape})" for _, shape in shapes)
    return re.compile(rf"(?=\S)(?:{listed})"), ("", *(kind for kind, _ in shapes))


def scan(text: str, start: int = 0, end: int | None = None) -> Scan:
    """``text[start:end]`` in pieces; offsets are those of ``text``."""
    pattern, kinds = _pieces()
    end = len(text) if end is None else end
    pieces = list(pattern.finditer(text, start, end))
    starts, ends = [piece.start() for piece in pieces], [piece.end() for piece in pieces]
    written = text[start:end]
    if written.isascii():
        small = written.lower()
        lows = [small[first - start : last - start] for first, last in zip(starts, ends, strict=True)]
    else:
        lows = [piece.group().lower() for piece in pieces]
        lows = [low if low.isascii() else low.translate(SAME) for low in lows]
    gaps = [
        0 if at == last else 1 if text[last:at] == " " else _gap(text, last, at)
        for last, at in zip(ends, starts[1:], strict=False)
    ]
    known = [kinds[piece.lastindex or 0] for piece in pieces]
    return Scan(text, starts, ends, known, lows, [2, *gaps] if pieces else [], len(pieces))


def cut(phrase: str, *, cased: bool = False) -> tuple[str, ...]:
    """The pieces of ``phrase`` alone, as written where it is ``cased``, else as in ``Scan.lows``."""
    pieces = [piece.group() for piece in _pieces()[0].finditer(phrase)]
    return tuple(pieces if cased else [piece.lower().translate(SAME) for piece in pieces])


def _gap(text: str, last: int, start: int) -> int:
    """What stands between two pieces that do not touch."""
    between = text[last:start]
    return 2 if between.count("\n") > 1 or "\u2029" in between else 1


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``text[start:end]`` cut into stretches of at most ``STRETCH`` characters, at boundaries where there are any."""
    while end - start > STRETCH:
        stop = _boundary(text, start + STRETCH // 2, start + STRETCH)
        yield start, stop
        start = stop
    if start < end:
        yield start, end


def _boundary(text: str, first: int, last: int) -> int:
    for sign in BOUNDARIES:
        found = text.rfind(sign, first, last)
        if found >= 0:
            return found + len(sign)
    return last
