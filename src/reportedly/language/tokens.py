"""Text becomes words: exact code point ranges, cut as the English treebanks cut them."""

import re
import unicodedata
from collections.abc import Iterator

# Marks that stay with the letter or sign before them: combining marks, joiners, variation selectors, skin tones, tags.
# The ranges are those of scripts with marks; looking further costs start-up time and finds none in use.
_MARKED_RANGES = (range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFE00, 0xFE30), range(0x11000, 0x11400))
_MARKS = "".join(
    chr(code) for codes in _MARKED_RANGES for code in codes if unicodedata.category(chr(code)).startswith("M")
)
_M = rf"[{_MARKS}\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_L = rf"(?:[^\W\d_]{_M}*)"  # a letter with its marks
_A = rf"(?:[^\W_]{_M}*)"  # a letter or digit with its marks

# Every repetition that may fail is bounded, so that no text takes more than linear time.
_SITES = r"(?:com|org|net|gov|edu|mil|info|int|tv|(?:(?:co|ac|org|gov)\.)?uk|co|eu|de|fr|ru|ua|cn|jp|kr|ca|au|in|il|ir)"
_TITLES = (
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Sen Sens Rep Reps Gov Govs Gen Col Lt Cmdr Cpl Pvt Sgt Maj Adm Capt Rev Hon St Ste"
)
# These end in a full stop of their own wherever they stand.
_ABBREVIATIONS = (
    "Jr Sr Inc Corp Ltd Co Cos Bros vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thur Thurs "
    "Fri Mt Ft Ave Blvd Rd Dept Univ approx Ph.D M.Sc Calif Colo Conn Fla Ga Mass Mich Minn Okla Ore Tenn Va Wash Attn"
)
# These are abbreviations only before a number or where the sentence goes on; else the stop is the sentence's.
_BEFORE_NUMBER = "No Nos no nos Fig Figs fig figs Vol vol Ch ch p pp c ca Art Sec sec Para para"
_GOING_ON = "etc al est cf ed eds Ed Eds viz Sat Sun"
_PREFIXES = (
    "non e mid anti re co pre pro cross post over semi multi ex sub counter mini inter neo socio psycho ultra vice"
)
_UNITS = (
    "am pm AM PM m k b bn mm cm km ft kg f hz Hz kHz MHz GHz mph kph mins min hrs hr secs sec lb lbs oz bbl tn mn tons "
    "tonnes x"
)
_APOSTROPHE = "['’]"
_CLITIC = rf"{_APOSTROPHE}(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
_NOT = rf"[nN]{_APOSTROPHE}[tT]\b"
_RUN_TOGETHER = r"\b(?:[Cc]an(?=not\b)|[Gg]on(?=na\b)|[Ww]an(?=na\b)|[Gg]ot(?=ta\b)|[Ll]em(?=me\b)|[Gg]im(?=me\b))"
_RUN_TOGETHER += r"|\b(?:[Dd]o|[Dd]id|[Dd]oes|[Ww]o|[Cc]a|[Ii]s|[Ww]as|[Hh]ave|[Cc]ould|[Ww]ould|[Ss]hould)(?=nt\b)"


def _either(words: str) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in words.split())})"


_WORD = re.compile(
    "|".join(
        (
            r"""(?:https?://|www\.)[^\s<>"]{0,2000}[^\s<>".,;:!?)'\]]""",
            r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}",
            rf"\b[A-Za-z0-9][A-Za-z0-9-]{{0,62}}(?:\.[A-Za-z0-9-]{{1,62}}){{0,4}}\.{_SITES}\b(?:/[^\s<>\"]{{0,500}}[^\s<>\".,;:!?)'\]])?",
            r"[:;=]['’]?-?[()DPp](?![^\W_])",
            r"(?:[A-Za-z]\.){2,20}|\b(?:[A-Z]\.){1,20}[A-Z]\b(?!\.)",
            rf"\b{_either(_TITLES)}\.(?=\s)",
            rf"\b{_either(_ABBREVIATIONS)}\.(?=\s|,|$)",
            rf"\b{_either(_BEFORE_NUMBER)}\.(?=\s?\d)",
            rf"\b{_either(_GOING_ON)}\.(?=,|\s+[^\sA-Z])",
            r"\b[A-Z]\.(?=\s+[A-Z])",
            r"\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b|\b\d{4}-\d\d-\d\d\b",
            rf"\d+(?:[.,:/]\d+)*(?={_either(_UNITS)}\b)",
            rf"\d+(?:[.,:/]\d+)+(?:(?:st|nd|rd|th|s)\b)?{_M}*",
            r"\b[A-Z]{1,3}&[A-Z]{1,3}\b",
            rf"(?i:\b{_either(_PREFIXES)}-)(?={_L})(?:{_L}+)",
            _RUN_TOGETHER,
            rf"{_L}{{1,40}}?(?={_NOT})",
            _NOT,
            _CLITIC,
            rf"{_L}{_A}*(?:{_APOSTROPHE}(?!(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b){_L}+)*",
            rf"{_A}+",
            r"_+|\.{2,}|-{2,}|[!?]+|\*{2,}|={2,}|~{2,}|<{2,}|>{2,}|''|``|’’|‘‘",
            r"[\U0001f1e6-\U0001f1ff]{2}",
            rf"[^\w\s](?:{_M}(?:(?<=\u200d)[^\w\s])?)*",
            r"\S",
        )
    )
)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The ranges of the words in ``text[start:end]``, counted from the text's own beginning."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield match.span()
