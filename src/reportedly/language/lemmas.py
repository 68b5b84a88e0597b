"""Words become lemmas: a rule says how many letters to cut and what to put in their place.

The model chooses the rule by context. For words it has never seen it may cut a letter too many ("jumped" to "jum"), so
its answer is held against what English endings allow and against the base forms of the treebanks, and mended where both
say otherwise.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import tomli

KEEP, LOWERCASE, WHOLE = "K", "L", "A|"
REMEMBERED = 100_000  # lemmas of distinct words with their tags, about 20 MB at the most
LONGEST_CUT = 5  # letters; beyond it a rule would fit one word only, and is written out as that word


def rule(word: str, lemma: str) -> str:
    """The rule that makes ``lemma`` of ``word``; the same for as many words as possible."""
    lower = word.lower()
    if lemma == word:
        return KEEP
    if lemma == lower:
        return LOWERCASE
    cased = word[:1] == lemma[:1] and word[:1].isupper()
    base = word if cased else lower
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    cut = len(base) - shared
    if shared == 0 or cut > LONGEST_CUT:
        return WHOLE + lemma
    return f"{'k' if cased else 'l'}|{cut}|{lemma[shared:]}"


def lemma(word: str, rule: str) -> str:
    """What the rule makes of the word."""
    if rule == KEEP:
        return word
    if rule == LOWERCASE:
        return word.lower()
    if rule.startswith(WHOLE):
        return rule[len(WHOLE) :]
    case, cut, suffix = rule.split("|", 2)
    base = word if case == "k" else word.lower()
    return base[: max(0, len(base) - int(cut))] + suffix


_BARE = ("VB", "VBP")
_PAST = ("VBD", "VBN")
LONGEST_AUXILIARY = 3  # letters: "is", "has", "was" end like others and are none of them
_IDE = ("cid", "fid", "lid", "sid", "vid")  # "collided" is of "collide"
_BL = tuple(letter + "l" for letter in "bcdfgkptz")
UNFINISHED = (*_BL, *_IDE, "v", "dg", "nc", "rc", "rg", "ns", "rv", "lv", "iz", "u")
FINISHED = ("ck", "ct", "ft", "ld", "lk", "ll", "lt", "mp", "nd", "nk", "nt", "pt", "rd", "rt", "sh", "sk", "wn")
_VOWELS = frozenset("aeiouy")
_IN_IE = frozenset({"die", "lie", "tie", "vie", "belie", "untie", "underlie", "outlie"})
_ATE = re.compile(r"[a-z]{2}[b-df-hj-np-tv-z]at$")
_LONG = re.compile(r"(?:ai|au|ea|ee|oa|oi|oo)[dklmnprt]e$")  # no verb: "bemoaned" is of "bemoan"


@cache
def _irregular() -> dict[str, str]:
    return tomli.loads(Path(__file__).with_name("irregular.toml").read_text("utf-8"))


def irregular() -> dict[str, tuple[str, ...]]:
    """Past forms of verbs that follow no rule, each with the verbs it may be of."""
    table = _irregular()["verbs"]
    found: dict[str, tuple[str, ...]] = {}
    for verb in table.replace("\n", " ").split(";"):
        base, *pasts = verb.split()
        for form in {form for past in pasts for form in past.split("/")}:
            found[form] = (*found.get(form, ()), base)
    return found


def bases(word: str, xpos: str) -> tuple[str, ...]:
    """What ``word`` may be a regular form of, by its ending; nothing where the tag has no endings."""
    if not word.isalpha() or len(word) <= LONGEST_AUXILIARY:
        return ()
    if xpos in ("NNS", "VBZ"):
        return tuple(_without_s(word))
    if xpos in _PAST and word.endswith("ed"):
        return tuple(_without_suffix(word[:-2], word))
    if xpos == "VBG" and word.endswith("ing"):
        return tuple(_without_suffix(word[:-3], word))
    return ()


def _without_s(word: str) -> Iterable[str]:
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("ves"):
        yield from (word[:-3] + "f", word[:-3] + "fe")


def _without_suffix(stem: str, word: str) -> Iterable[str]:
    if len(stem) < 2 or not _VOWELS.intersection(stem):  # "string", "bed": no ending at all
        return
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if not _would_double(stem):
        yield stem
    yield stem + "e"
    if doubled:
        yield stem[:-1]
    if word.endswith("ied"):
        yield stem[:-1] + "y"


def _would_double(stem: str) -> bool:
    """Whether a verb of this form would double its last letter: "fined" is of "fine", since "fin" has "finned"."""
    vowels = [place for place, letter in enumerate(stem) if letter in _VOWELS]
    return vowels == [len(stem) - 2] and stem[-1] not in "wxy"


class Mending:
    """Holds a lemma against what the word's ending allows.

    ``known`` are base forms seen in the treebanks; seldom ones stand beside the irregular.
    """

    def __init__(self, known: Iterable[str], pasts: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.known = frozenset((*known, *_irregular()["seldom"].split()))
        self.pasts = irregular() if pasts is None else pasts
        self.in_ie = frozenset(_irregular()["nouns_in_ie"].split())

    def __call__(self, word: str, xpos: str, guess: str) -> str:
        """``guess``, or a better base form of ``word``."""
        lower = word.lower()
        if xpos in _BARE and lower.isalpha() and len(lower) > LONGEST_AUXILIARY + 1:
            return lower  # "allege" is its own base form
        if xpos == "NNS" and lower.endswith("men"):
            return lower[:-2] + "an"  # "gunmen", "businesswomen": their ending follows no rule of the treebanks
        if xpos in _PAST and lower in self.pasts:
            return guess if guess in self.pasts[lower] else self.pasts[lower][0]
        allowed = bases(lower, xpos)
        if xpos == "NNS" and not allowed and lower in self.known and guess.lower() not in self.known:
            return lower  # "cattle", of which the model cuts a letter
        if not allowed or guess.lower() == lower or (guess in allowed and guess in self.known):
            return guess
        seen = [base for base in allowed if base in self.known]
        if seen:
            return seen[0]
        best = guess if guess in allowed else allowed[0]
        if (
            lower.endswith("ies")
            and best.endswith("ie")
            and best not in self.in_ie
            and len(best) > LONGEST_AUXILIARY + 1
        ):
            return f"{best[:-2]}y"
        if lower.endswith("ied") and f"{lower[:-3]}ie" not in _IN_IE:
            return f"{lower[:-3]}y"
        if best.endswith("eee"):
            return best[:-1]  # "freeing"
        if best.endswith("e") and _LONG.search(best) and best[:-1] in allowed:
            return best[:-1]
        if best.endswith("e") and best[:-1].endswith(FINISHED) and best[:-1] in allowed:
            return best[:-1]  # nor in "-cte": "abducted" is of "abduct"
        if xpos in _PAST and _ATE.search(best) and best + "e" in allowed:
            return best + "e"  # "reinstated" is of "reinstate"
        # No English verb ends in "-bl" or "-v": "tumbled" is of "tumble".
        return best + "e" if best.endswith(UNFINISHED) and best + "e" in allowed else best


class Lemmas:
    """Applies chosen rules, and remembers what became of a word: most words of a text come again."""

    def __init__(self, mending: Mending) -> None:
        self._mending = mending
        self._known: dict[tuple[str, str, str], str] = {}

    def _made(self, word: str, xpos: str, chosen: str) -> str:
        made = self._mending(word, xpos, lemma(word, chosen))
        if len(self._known) < REMEMBERED:
            self._known[word, xpos, chosen] = made
        return made

    def __call__(self, words: Sequence[str], xpos: Sequence[str], rules: Sequence[str]) -> tuple[str, ...]:
        """The lemma of each word, by its tag and its rule."""
        known = self._known
        return tuple([known.get(key) or self._made(*key) for key in zip(words, xpos, rules, strict=True)])
