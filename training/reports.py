"""Free news reports become sentences that nobody has annotated: what the teachers read to the model that is shipped."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from reportedly.language.tokens import words
from training.treebank import Gold

# Wikinews as two corpora hold it, tokens and sentences marked; under CC BY.
_MARKED = ("meantime_newsreader_english_oct15", "SemEval2015-Task4-TimeLine")
_LISTED = "data/V2/train_subtask1.csv"  # sentences of reports on protests, a space between tokens; CC0
# Reports grouped by what happened, marked as Wikinews is; under CC BY. Its last topics are others' test part.
_HAPPENINGS, _FIRST_OF_TEST = "ECB+_LREC2014/ECB+", 36
LEAST, MOST = 4, 80  # words of a sentence worth reading
UNKNOWN = "_"


def _marked(path: Path) -> Iterator[str]:
    sentences: dict[str | None, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(token.get("sentence"), []).append(token.text or "")
    for tokens in sentences.values():
        yield " ".join(tokens)


def _texts(wikinews: Path, protests: Path, happenings: Path) -> Iterator[str]:
    for folder in _MARKED:
        for path in sorted((wikinews / folder).rglob("*.xml")):
            yield from _marked(path)
    with (protests / _LISTED).open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["text"]
    for topic in sorted((happenings / _HAPPENINGS).iterdir()):
        if topic.name.isdigit() and int(topic.name) < _FIRST_OF_TEST:
            for path in sorted(topic.glob("*.xml")):
                yield from _marked(path)


def _unread(found: tuple[str, ...]) -> Gold:
    unknown = (UNKNOWN,) * len(found)
    return Gold(
        document="",
        identifier="",
        genre="",
        opens_paragraph=True,
        text=" ".join(found),
        words=found,
        lemmas=unknown,
        upos=unknown,
        xpos=unknown,
        heads=(-1,) * len(found),
        relations=unknown,
        misc=(),
    )


def _letters(found: Iterable[str]) -> str:
    return "".join(found).lower()


def read(wikinews: Path, protests: Path, happenings: Path, kept_apart: Iterable[Gold]) -> list[Gold]:
    """Every sentence once, cut into words as the model will cut it; none that ``kept_apart`` holds to score by.

    Lemmas, tags and relations are ``UNKNOWN``, and no word has a head.
    """
    seen = {_letters(gold.words) for gold in kept_apart}
    sentences = []
    for text in _texts(wikinews, protests, happenings):
        found = tuple([text[start:end] for start, end in words(text)])
        letters = _letters(found)
        if LEAST <= len(found) <= MOST and letters not in seen:
            seen.add(letters)
            sentences.append(_unread(found))
    return sentences
