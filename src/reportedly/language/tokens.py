"""Text becomes words: exact code point ranges, cut as the English treebanks cut them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tomli

LEXICON = {
    name: frozenset(words.split())
    for name, words in tomli.loads(Path(__file__).with_name("tokens.toml").read_text("utf-8")).items()
}

# The ranges of those scripts that have combining marks; looking further costs start-up time and finds none in use.
_MARKED_RANGES = (range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFE00, 0xFE30), range(0x11000, 0x11400))


def _marks() -> str:
    """Combining marks as the stretches of a character class, which are compiled faster than single characters."""
    found = [code for codes in _MARKED_RANGES for code in codes if unicodedata.category(chr(code)).startswith("M")]
    breaks = [place for place in range(1, len(found)) if found[place] != found[place - 1] + 1]
    opens, closes = [0, *breaks], [*breaks, len(found)]
    return "".join(f"{chr(found[a])}-{chr(found[b - 1])}" for a, b in zip(opens, closes, strict=True))


def _either(name: str) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(LEXICON[name], key=lambda word: (-len(word), word)))})"


_SITES = r"(?:com|org|net|gov|edu|mil|info|int|tv|(?:(?:co|ac|org|gov)\.)?uk|co|eu|de|fr|ru|ua|cn|jp|kr|ca|au|in|il|ir)"
_APOSTROPHE = "['’]"
_CLITIC = rf"{_APOSTROPHE}(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
_NOT = rf"[nN]{_APOSTROPHE}[tT]\b"
_RUN_TOGETHER = r"\b(?:[Cc]an(?=not\b)|[Gg]on(?=na\b)|[Ww]an(?=na\b)|[Gg]ot(?=ta\b)|[Ll]em(?=me\b)|[Gg]im(?=me\b))"
_RUN_TOGETHER += r"|\b(?:[Dd]o|[Dd]id|[Dd]oes|[Ww]o|[Cc]a|[Ii]s|[Ww]as|[Hh]ave|[Cc]ould|[Ww]ould|[Ss]hould)(?=nt\b)"


@cache
def _mark() -> re.Pattern[str]:
    """Combining marks, joiners, variation selectors, skin tones, tags."""
    return re.compile(rf"[{_marks()}\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


# The first that fits is taken. Every repetition that may fail is bounded, so that no text takes more than linear time.
# White space is turned away before any of them is tried.
@cache
def _pattern(mark: str) -> re.Pattern[str]:
    """The words of a text; ``mark`` is what stays with the letter or sign before it, "" where a text has none."""
    marks = f"{mark}*" if mark else ""
    letter, either = rf"(?:[^\W\d_]{marks})", rf"(?:[^\W_]{marks})"  # a letter, and a letter or digit, with its marks
    sign = rf"[^\w\s](?:{mark}(?:(?<=\u200d)[^\w\s])?)*" if mark else r"[^\w\s]"
    return re.compile(
        r"(?=\S)(?:"
        + "|".join(
            (
                _RUN_TOGETHER,
                # Most words by far: letters and then a space. Nothing below would cut them otherwise.
                r"[A-Za-z]++(?= )",
                r"""(?:https?://|www\.)[^\s<>"]{0,2000}[^\s<>".,;:!?)'\]]""",
                r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}",
                rf"\b[A-Za-z0-9][A-Za-z0-9-]{{0,62}}(?:\.[A-Za-z0-9-]{{1,62}}){{0,4}}\.{_SITES}\b(?:/[^\s<>\"]{{0,500}}[^\s<>\".,;:!?)'\]])?",
                r"(?<!\w)[#@][A-Za-z]\w{0,60}|\[(?:\.{3}|…)\]",
                r"[:;=]['’]?-?[()DPp](?![^\W_])",
                r"(?:[A-Za-z]\.){2,20}|\b(?:[A-Z]\.){1,20}[A-Z]\b(?!\.)",
                rf"\b{_either('titles')}\.(?=\s)",
                rf"\b{_either('abbreviations')}\.(?=\s|,|$)",
                rf"\b{_either('before_number')}\.(?=\s?\d)",
                rf"\b{_either('going_on')}\.(?=,|\s+[^\sA-Z])",
                r"\b[A-Z]\.(?=\s+[A-Z])",
                rf"\b{_either('currencies')}(?=\d)",
                r"\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d\d?-\d\d?-(?:\d{4}|\d\d)\b",
                r"(?:(?<=\s)|(?<=[$€£(]))\.\d+",
                rf"\d+(?:[.,:/]\d+)*(?={_either('units')}\b)",
                rf"(?<![A-Za-z]-)\d+(?:[.,]\d+)*(?={_either('capital_units')}\b)",
                rf"\d+(?:[.,:/]\d+)+(?:(?:st|nd|rd|th|s)\b)?{marks}",
                r"\b[A-Z]{1,3}&[A-Z]{1,3}\b",
                rf"(?i:\b{_either('prefixes')}-)(?={letter})(?:{letter}+)",
                rf"{letter}{{1,40}}?(?={_NOT})",
                _NOT,
                _CLITIC,
                rf"{letter}{either}*(?:{_APOSTROPHE}(?!(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b){letter}+)*",
                rf"{either}+",
                r"_+|\.{2,}|-{2,}|[!?]+|\*{2,}|={2,}|~{2,}|<{2,}|>{2,}|''|``|’’|‘‘",
                r"[\U0001f1e6-\U0001f1ff]{2}",
                r"([^\w\s])\1{3,}+",
                sign,
                r"\S",
            )
        )
        + ")"
    )


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The ranges of the words in ``text[start:end]``, counted from the text's own beginning.

    Every character that is not white space stands in exactly one word.
    """
    end = len(text) if end is None else end
    # A pattern that knows of marks takes long to compile, and hardly any English text has one.
    mark = "" if text.isascii() or not _mark().search(text, start, end) else _mark().pattern
    return map(re.Match.span, _pattern(mark).finditer(text, start, end))
