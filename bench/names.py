"""How well names are found and coded: ``python -m bench.names [--corpora DIR] [--misses]``, from the project's root.

Codes are counted on our own sentences (``tests/cases/names.jsonl``); the sets "fresh" and "second" were written after
the rules. Spans are scored on re3d (defence and foreign-affairs reports; Dstl, 2017) and WikiEvents (news; dev and
test), with the embedded model's names alone and with the tables added. Only marks with a capital letter are wanted and
no pronouns: "the rebels" is a mention and no name. A span is right when it is the same but for an article, and near
when it shares a word. DIR holds the archives; without them spans are not scored.
"""

import argparse
import io
import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.language import Parser
from reportedly.values.names import Entity, Name, names

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"  # where they lie beside a checkout
CASES = ROOT / "tests/cases/names.jsonl"
SETS = ("re3d", "wikievents")
PLACES, BODIES = "places", "bodies"
MARKS = {"Location": PLACES, "Organisation": BODIES, "GPE": PLACES, "LOC": PLACES, "FAC": PLACES, "ORG": BODIES}
KINDS = {"place": PLACES, "state": PLACES, "organisation": BODIES, "group": BODIES, "outlet": BODIES}
PRONOUNS = frozenset(
    ("i", "we", "us", "you", "they", "them", "it", "its", "their", "our", "he", "she", "him", "her", "his")
)
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the names marked in it, by what they are; ``peoples`` whether "Russian" counts as a place there."""

    text: str
    spans: dict[str, set[Span]]
    peoples: bool


def _bare(text: str, start: int, end: int) -> Span:
    """The span without article, blanks and genitive."""
    found = ARTICLE.match(text, start, end)
    start = found.end() if found else start
    while start < end and text[start].isspace():
        start += 1
    quote = re.sub(r"(?:['’]s|['’])?\s*$", "", text[start:end])
    return start, start + len(quote)


def _marked(text: str, marks: Iterable[tuple[int, int, str]], *, peoples: bool) -> Marked:
    spans: dict[str, set[Span]] = {PLACES: set(), BODIES: set()}
    for start, end, kind in marks:
        span = _bare(text, start, end)
        quote = text[slice(*span)]
        if kind in MARKS and quote.lower() not in PRONOUNS and any(sign.isupper() for sign in quote):
            spans[MARKS[kind]].add(span)
    return Marked(text, spans, peoples)


def _files(corpora: Path, name: str) -> Iterator[tuple[str, str]]:
    with tarfile.open(corpora / f"{name}.tar.xz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if member.isfile() and member.name.endswith(("json", "jsonl")):
                opened = archive.extractfile(member)
                yield member.name, io.TextIOWrapper(opened, "utf-8-sig").read() if opened else ""


def _records(content: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in content.splitlines() if line.strip()]


def _re3d(corpora: Path) -> Iterator[Marked]:
    files = dict(_files(corpora, "re3d"))
    for path in (path for path in files if path.endswith("documents.json")):
        marks: dict[str, list[tuple[int, int, str]]] = {}
        for mark in _records(files[path.replace("documents", "entities")]):
            marks.setdefault(str(mark["documentId"]), []).append(
                (int(str(mark["begin"])), int(str(mark["end"])), str(mark["type"]))
            )
        for document in _records(files[path]):
            yield _marked(str(document["text"]), marks.get(str(document["_id"]), []), peoples=False)


def _wikievents(corpora: Path) -> Iterator[Marked]:
    for path, content in _files(corpora, "wikievents"):
        if path.endswith(("data/wikievents/dev.jsonl", "data/wikievents/test.jsonl")):
            for document in map(json.loads, content.splitlines()):
                words = [word for sentence in document["sentences"] for word in sentence[0]]
                text = _laid_out(words)
                marks = [
                    (words[mark["start"]][1], words[mark["end"] - 1][2], mark["entity_type"])
                    for mark in document["entity_mentions"]
                ]
                yield _marked(text, marks, peoples=True)


def _laid_out(words: list[tuple[str, int, int]]) -> str:
    """The words at their places; the text that goes with them is shifted in parts."""
    text = ""
    for word, start, _ in words:
        text += " " * (start - len(text)) + word
    return text


def _entities(parser: Parser, text: str) -> tuple[Entity, ...]:
    return tuple(
        (sentence.starts[first], sentence.ends[last - 1], kind)
        for sentence in parser(text)
        for first, last, kind in sentence.entities
    )


def _spans(document: Marked, found: Iterable[Name]) -> dict[str, set[Span]]:
    spans: dict[str, set[Span]] = {PLACES: set(), BODIES: set()}
    for name in found:
        people = name.kind == "state" and name.place is None and not name.metonym
        if name.kind in KINDS and (document.peoples or not people):
            spans[KINDS[name.kind]].add(_bare(document.text, name.start, name.end))
    return spans


def _by_model(document: Marked, entities: Iterable[Entity]) -> dict[str, set[Span]]:
    kinds = {"LOC": PLACES, "ORG": BODIES}
    spans: dict[str, set[Span]] = {PLACES: set(), BODIES: set()}
    for start, end, kind in entities:
        if kind in kinds:
            spans[kinds[kind]].add(_bare(document.text, start, end))
    return spans


@dataclass(slots=True)
class Count:
    """Wanted, found and right to the letter; found that share a word with a wanted one, and the other way round."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    near_found: int = 0
    near_wanted: int = 0

    def add(self, wanted: set[Span], found: set[Span]) -> None:
        """Count one document."""
        self.wanted += len(wanted)
        self.found += len(found)
        self.right += len(wanted & found)
        self.near_found += sum(any(a < d and c < b for c, d in wanted) for a, b in found)
        self.near_wanted += sum(any(a < d and c < b for c, d in found) for a, b in wanted)

    def __str__(self) -> str:
        def share(part: int, whole: int) -> str:
            return f"{part / whole:.3f}" if whole else "  -  "

        return (
            f"precision {share(self.right, self.found)}  recall {share(self.right, self.wanted)}"
            f"  near: {share(self.near_found, self.found)} {share(self.near_wanted, self.wanted)}"
            f"  wanted {self.wanted}, found {self.found}"
        )


def _score(name: str, documents: Iterable[Marked], parser: Parser, *, misses: bool) -> None:
    ways = ("the model alone", "the tables alone", "both")
    counts = {(way, what): Count() for way in ways for what in (PLACES, BODIES)}
    for document in documents:
        entities = _entities(parser, document.text)
        both = _spans(document, names(document.text, entities))
        found = (_by_model(document, entities), _spans(document, names(document.text)), both)
        for way, spans in zip(ways, found, strict=True):
            for what in (PLACES, BODIES):
                counts[way, what].add(document.spans[what], spans[what])
        if misses:
            _tell(document, both)
    for (way, what), count in counts.items():
        print(f"{name:11} {what:7} {way:16} {count}", flush=True)


def _tell(document: Marked, found: dict[str, set[Span]]) -> None:
    for what in (PLACES, BODIES):
        for title, spans in (
            ("missed", document.spans[what] - found[what]),
            ("spurious", found[what] - document.spans[what]),
        ):
            for start, end in sorted(spans):
                around = " ".join(document.text[max(0, start - 40) : end + 30].split())
                print(f"  {title} {what}: {document.text[start:end]!r} | {around}")


def codes(records: Iterable[dict[str, Any]]) -> str:
    """How many states, peoples, bodies and metonyms of our own sentences get the right code."""
    totals = {"states": Count(), "metonyms": Count(), "bodies": Count(), "places": Count()}
    whole = sentences = 0
    for record in records:
        wanted = {_key(record["text"], mark) for mark in record["want"]}
        found = {_told(record["text"], name) for name in names(record["text"])}
        sentences, whole = sentences + 1, whole + (wanted == found)
        for title, count in totals.items():
            mine, theirs = ({key for key in keys if _sort(key) == title} for keys in (wanted, found))
            count.wanted, count.found, count.right = (
                count.wanted + len(mine),
                count.found + len(theirs),
                count.right + len(mine & theirs),
            )
    rows = [f"{whole} of {sentences} sentences wholly right"]
    rows += [f"  {title:9} right {c.right} of {c.wanted} wanted, {c.found} found" for title, c in totals.items()]
    return "\n".join(rows)


Key = tuple[str, str, str | None, bool]


def _key(text: str, mark: dict[str, object]) -> Key:
    code = mark.get("country") if mark["kind"] == "place" else mark.get("actor")
    return str(mark["quote"]), str(mark["kind"]), None if code is None else str(code), bool(mark.get("metonym"))


def _told(text: str, name: Name) -> Key:
    code = (name.place.country if name.place else None) if name.kind == "place" else name.actor
    return text[name.start : name.end], name.kind, code, name.metonym


def _sort(key: Key) -> str:
    if key[1] == "state":
        return "metonyms" if key[3] else "states"
    return "places" if key[1] == "place" else "bodies"


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"by default {CORPORA}")
    options.add_argument("--set", choices=SETS, help="one set only")
    options.add_argument("--misses", action="store_true", help="tell every miss")
    asked = options.parse_args()
    records = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    for name in ("rules", "fresh", "second"):
        print(f"{name}: {codes(record for record in records if record.get('set', 'rules') == name)}")
    chosen = [name for name in SETS if asked.set in (None, name)]
    if missing := [name for name in chosen if not (asked.corpora / f"{name}.tar.xz").is_file()]:
        print(f"spans not scored: {asked.corpora} lacks {', '.join(missing)}; name the folder with --corpora")
        return
    parser = Parser()
    for name in chosen:
        documents = (_re3d if name == "re3d" else _wikievents)(asked.corpora)
        _score(name, documents, parser, misses=asked.misses)


if __name__ == "__main__":
    main()
