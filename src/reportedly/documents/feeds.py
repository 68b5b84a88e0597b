"""Feeds become documents: each entry of RSS or Atom is one, with what the feed itself holds of it.

The page that an entry leads to is not fetched: nothing but an address that was given is asked of the network. What is
promised: an entry's words as paragraphs, its link, its day as given, the feed's name as outlet. feedparser (McKee and
others) reads every version of both formats, broken ones included; it is an extra, ``reportedly[feeds]``.
"""

import calendar
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]

from reportedly.documents.blocks import Block
from reportedly.documents.drafts import Draft
from reportedly.documents.encodings import UndecodableError
from reportedly.documents.facts import Facts, address, language

PARAGRAPHS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "blockquote", "td", "div", "figcaption", "br"})
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
OPENING = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
SNIFFED = 4096  # bytes in which a feed says that it is one


def is_feed(data: bytes) -> bool:
    """Whether ``data`` opens as a feed does."""
    return bool(OPENING.search(data[:SNIFFED].replace(b"\0", b"")))


def drafts(data: bytes, raw_sha256: str) -> Iterator[Draft]:
    """A draft for each entry that has words. Raises ``UndecodableError`` where ``data`` is no feed."""
    found = _parser().parse(data)
    if not is_feed(data) or (found.bozo and not found.entries):
        raise UndecodableError("the XML is no feed" if not is_feed(data) else "the feed is broken")
    outlet = _even(found.feed.get("title", "")) or None
    spoken = language(found.feed.get("language", "") or "")
    empty = True
    for entry in found.entries:
        paragraphs = _paragraphs(_content(entry))
        title = _plain(entry.get("title", "")) or None
        if paragraphs or title:
            empty = False
            told = Facts(title=title, outlet=outlet, language=spoken)
            yield _draft(paragraphs or [title or ""], told, entry, raw_sha256)
    if empty:
        raise UndecodableError("the feed has no entries")


def _parser() -> Any:
    try:
        import feedparser
    except ImportError:
        raise UndecodableError("feeds are read with an extra: pip install 'reportedly[feeds]'") from None
    return feedparser


def _content(entry: Any) -> str:
    """The fullest text that the feed holds of an entry."""
    every = [piece.get("value", "") for piece in entry.get("content", ())] + [entry.get("summary", "")]
    return str(max(every, key=len))


def _paragraphs(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML, or of bare text."""
    markup = CONTROLS.sub("", markup)
    if not markup.strip():
        return []
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (lxml.etree.LxmlError, RecursionError):
        return []
    for element in tree.xpath("//script | //style"):
        element.drop_tree()
    for element in tree.iter():
        if element.tag in PARAGRAPHS:
            element.tail = "\n" + (element.tail or "")
            element.text = "\n" + (element.text or "")
    return [words for line in tree.text_content().split("\n") if (words := _even(line))]


def _plain(words: str) -> str:
    return " ".join(_paragraphs(words))


def _even(words: str) -> str:
    return " ".join(words.split())


def _draft(paragraphs: list[str], given: Facts, entry: Any, raw_sha256: str) -> Draft:
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(at, at + len(words)))
        at += len(words) + 2
    day = _day(entry)
    basis = "page" if day else "unknown"
    told = replace(given, url=address(entry.get("link", "") or ""), published=day, published_basis=basis)
    return Draft("\n\n".join(paragraphs), blocks, told, raw_sha256)


def _day(entry: Any) -> str | None:
    """The day of an entry, in UTC, where the feed gives one."""
    # Asked for by name: of a key that is missing the library tells another, with a warning.
    given = next((entry[key] for key in ("published_parsed", "updated_parsed") if dict.get(entry, key)), None)
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(calendar.timegm(given))) if given else None
    except (OverflowError, ValueError, OSError):
        return None
