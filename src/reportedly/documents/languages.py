"""Addresses become documents: in which language a text is told, so that no other than English is ever misread.

What is promised: the same text gives the same code, with no chance and no model. The script decides first; within a
script the small words do (articles, pronouns, prepositions, auxiliaries), each weighing less the more languages have
it, and letters that English has not. A text with English words in it stays English, whatever it quotes; one that has
no small words at all (a table, a name, a short headline) is taken for English if it is in Latin letters; a long one
without any English is "und", undetermined, and so is not read.

What a page or its front matter says of its language counts only where the text does not tell: templates lie.

The method is the counting of small words (Grefenstette 1995, "Comparing two language identification schemes"): of a
sentence of news it needs some six words.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from reportedly.documents.lexicons import lexicon
from reportedly.frozen import dataclass

DEFAULT = "en"
UNKNOWN = "und"
SAMPLE = 60_000  # characters looked at; more than any report has, and quick in a text of any length
# Letters with their combining marks: those of Latin, Arabic and Devanagari.
MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
WORD = re.compile(rf"(?:[^\W\d_]|[{MARKS}])+")
CAPITAL = 0.4  # what a foreign small word with a capital weighs: it may be a name ("El Niño", "Die Zeit")
LETTER, LETTER_IN_LONG = 0.6, 0.15  # what a word with a foreign letter weighs in a short and in a longer text
KANA = 12  # Chinese characters for each kana that Japanese may have, in the tersest of headlines
AHEAD = 1.25  # how much more a foreign language must weigh than English
FEWEST = 1.0  # the least weight that names a language of a longer text
FEWEST_IN_SHORT = 0.5  # more than one word with a capital has
SHORT = 25  # words up to which a text is short: there half a word is enough, if nothing is English
SHARE = 0.05  # share of words that must speak for a language; news have a third to a half
ENGLISH = 0.08  # share of English small words below which prose is none
PROSE = 6  # words in lower case that make prose
# By which addresses of pages and of mail are known; they are words of no language.
IN_ADDRESS = ("://", "@", "www.", ".com", ".org", ".net", ".htm", ".doc", ".pdf")
SURE = 2.0  # weight of English words that settles it


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words and letters of a text: weights by language, and how many words there are."""

    weights: Mapping[str, float]
    words: int
    lower: int


def language(words: Iterable[str], *, declared: str | None = None) -> str:
    """The ISO 639-1 code of the language of a text, given in pieces; "und" where it is none that is known.

    ``declared`` is what the source says; it is taken where the text does not tell.
    """
    text = _sample(words)
    script = _script(text)
    if script is None:
        return declared or DEFAULT
    if script in ("kana", "han"):
        return "ja" if script == "kana" else "zh"
    if script == "greek":
        return "el"
    if script not in ("latin", "cyrillic", "arabic", "devanagari"):
        return script
    found = _told(text, script)
    if script == "latin":
        return _latin(found, declared)
    return _best(found, script) or UNKNOWN


def _sample(pieces: Iterable[str]) -> str:
    """The beginning of a text; a full one is enough to tell its language."""
    taken, length = [], 0
    for piece in pieces:
        taken.append(piece[: SAMPLE - length])
        length += len(taken[-1]) + 1
        if length >= SAMPLE:
            break
    words = unicodedata.normalize("NFC", "\n".join(taken)).split()
    return " ".join(word for word in words if not any(mark in word for mark in IN_ADDRESS))


def _script(text: str) -> str | None:
    """The script that most letters are of, by weight; None for a text without letters."""
    if text.isascii() or not WORD.search(text):
        return "latin" if WORD.search(text) else None
    weights = lexicon("languages")["weights"]
    counts = {name: len(found.findall(text)) for name, found in _scripts().items()}
    if counts["kana"] * KANA >= counts["han"]:
        counts["kana"] += counts.pop("han")
    best = max(counts, key=lambda name: counts[name] * weights.get(name, 1))
    return best if counts[best] * 2 > sum(map(len, WORD.findall(text))) - sum(counts.values()) else UNKNOWN


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    """A pattern of its letters for each script."""
    listed: dict[str, str] = lexicon("languages")["scripts"]
    ranges = {name: [piece.split("-") for piece in pieces.split()] for name, pieces in listed.items()}
    return {
        name: re.compile("[" + "".join("-".join(chr(int(end, 16)) for end in ends) for ends in found) + "]")
        for name, found in ranges.items()
    }


def _latin(found: Evidence, declared: str | None) -> str:
    english = found.weights.get(DEFAULT, 0.0)
    best = _best(found, "latin", besides=DEFAULT)
    weight = found.weights.get(best, 0.0) if best else 0.0
    short = found.words <= SHORT and not english and weight >= FEWEST_IN_SHORT
    if best and weight > AHEAD * english and (weight >= FEWEST or short) and weight >= SHARE * found.words:
        return best
    if found.lower >= PROSE and english < ENGLISH * found.words:
        return best if best and weight >= FEWEST_IN_SHORT else UNKNOWN
    if english >= SURE and english >= SHARE * found.words:
        return DEFAULT
    return declared or DEFAULT


def _best(found: Evidence, script: str, besides: str | None = None) -> str | None:
    names = [name for name in lexicon("languages")[script] if name != besides]
    best = max(names, key=lambda name: found.weights.get(name, 0.0))
    return best if found.weights.get(best, 0.0) > 0 else None


def _told(text: str, script: str) -> Evidence:
    """What the words of ``text`` weigh for each language of ``script``."""
    words = _words(text)
    counts = Counter(words)
    weights: dict[str, float] = defaultdict(float)
    known = _having(script, frozenset(word.lower() for word in counts))
    borrowed = frozenset(lexicon("languages")["names"]["borrowed"])
    letter = LETTER if len(words) <= SHORT else LETTER_IN_LONG
    for word, count in counts.items():
        low = word.lower()
        names = known.get(low, ())
        for name in names:
            weights[name] += count / len(names) * (1.0 if word == low or name == DEFAULT else CAPITAL)
        if word == low and not low.isascii() and low not in borrowed:
            for name in (name for name, mark in _letters(script).items() if mark.match(low)):
                weights[name] += count * letter
    return Evidence(weights, len(words), sum(count for word, count in counts.items() if word.islower()))


def _words(text: str) -> list[str]:
    """The words, without particles between two parts of a name."""
    words, particles = WORD.findall(text), frozenset(lexicon("languages")["names"]["particles"])
    return [
        word
        for at, word in enumerate(words)
        if word not in particles or not (at and words[at - 1][0].isupper() and _name_follows(words, at, particles))
    ]


def _name_follows(words: list[str], at: int, particles: frozenset[str]) -> bool:
    following = next((word for word in words[at + 1 : at + 3] if word not in particles), "")
    return following[:1].isupper()


@cache
def _known(script: str) -> dict[str, frozenset[str]]:
    """The small words of each language."""
    return {name: frozenset(words.split()) for name, words in lexicon("languages")[script].items()}


def _having(script: str, words: frozenset[str]) -> dict[str, list[str]]:
    """Each of ``words`` that is a small word somewhere, with the languages that have it."""
    having: dict[str, list[str]] = defaultdict(list)
    for name, known in _known(script).items():
        for word in known & words:
            having[word].append(name)
    return having


@cache
def _letters(script: str) -> dict[str, re.Pattern[str]]:
    """For each language what a word looks like that may be its: by all its letters in Latin, by one elsewhere."""
    listed: dict[str, str] = lexicon("languages")["letters"]
    form = "[a-z{0}]+$" if script == "latin" else ".*[{0}]"
    return {name: re.compile(form.format(listed[name])) for name in lexicon("languages")[script] if name in listed}
