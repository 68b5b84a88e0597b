"""Documents become claims: an item "340K people reached" of a list of figures counts what stands behind its number.

Situation reports open with lists of key figures that hold no sentence. What is promised: only an item beside another
is read so, and only where its words are a noun and what befell it, or the latter alone; all else is left to the parse.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.labels import Labels, Thing
from reportedly.claims.lexicons import words
from reportedly.claims.lines import BRACKETS, MARKS, Line, counted_by, line, opens, signed, status_of
from reportedly.model import Document, Sentence
from reportedly.values import Found
from reportedly.values.measures import knows
from reportedly.values.units import is_money

WORDS = re.compile(r"[ \t]+(?P<label>[^\W\d_][^\n|.:;,!?()\d]{2,60}?)[ \t]*(?=$|\n|\||[(\[])")
LONGEST = 6  # words; more of them make a sentence
BESIDE = re.compile(r"[\s•·▪*–—|-]*(?:[A-Z]{2,3} ?)?[$€£]?\d[^\n|]*[^\W\d_]")
SIGNED = re.compile(r"[(\[]\s*[+−-]\s?\d")
FINITE = frozenset({"AUX"})


def item(
    document: Document,
    sentence: Sentence,
    founds: Sequence[Found],
    *,
    refused: Sequence[tuple[int, int]],
    labels: Labels,
    before: Line | None,
) -> Line | None:
    """What the item of a list at ``sentence`` tells, by a label before its number or behind it."""
    told = line(document, sentence, founds, refused=refused, labels=labels, before=before)
    return told or _tally(document, sentence, founds, labels)


def _tally(document: Document, sentence: Sentence, founds: Sequence[Found], labels: Labels) -> Line | None:
    """What the item at ``sentence`` tells by the words behind its number; None where it is no such item."""
    text = document.text
    if not founds or any(tag in FINITE for tag in sentence.upos) or not opens(text, sentence.start):
        return None
    first = founds[0]
    if text[sentence.start : first.start].strip(MARKS) or first.end >= sentence.end:
        return None
    told = WORDS.match(text, first.end, sentence.end)
    if told is None or len(told["label"].split()) > LONGEST or not _is_beside(text, sentence):
        return None
    brackets = tuple(found.span() for found in BRACKETS.finditer(text, told.end(), sentence.end))
    rest = [found for found in founds[1:] if not any(start <= found.start < end for start, end in brackets)]
    if rest or text[max([told.end(), *(end for _, end in brackets)]) : sentence.end].strip():
        return None
    label = labels.read(told.start("label"), told.end("label"))
    if label.thing is None and knows(label.low):  # "1.2M in need"
        label = replace(label, sort="thing", thing=Thing(label.span, label.span, "people", deed=label.low))
    if label.thing is None or label.sort != "thing" or not _is_told(label.thing, first, text, brackets):
        return None
    return Line(label, counted_by(document, label.thing), status_of(label), first.start, brackets, signed(text, founds))


def _is_told(thing: Thing, first: Found, text: str, brackets: Sequence[tuple[int, int]]) -> bool:
    """Whether a deed is told, or how many are new: "35 dead (+4)"."""
    if thing.deed is not None or _is_deed_alone(thing.phrase.quote, first):
        return True
    return any(SIGNED.match(text, start) for start, _ in brackets)


def _is_deed_alone(phrase: str, first: Found) -> bool:
    """The "required" of "$212M required"."""
    return is_money(first.quantity.unit) and phrase.lower() in words("cells", "deeds", "moneys")


def _is_beside(text: str, sentence: Sentence) -> bool:
    """Whether another item with a number of its own stands before or behind this one."""
    if BESIDE.match(text, sentence.end):
        return True
    before = max(text.rfind(sign, 0, max(0, sentence.start - 2)) for sign in "\n|")
    return BESIDE.match(text, before + 1, sentence.start) is not None
