"""Addresses become documents: a text, its blocks and what is given with it become one document.

What is promised: the text stays as it is. A title that is given apart from the text (a field of a record, front matter
without a heading) is a headline, and headlines are read: it is set before the text, unless the text opens with it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from reportedly.documents import languages
from reportedly.documents.blocks import Block
from reportedly.documents.facts import Facts
from reportedly.documents.parts import headline, outlet, parts
from reportedly.errors import ReadError
from reportedly.frozen import dataclass
from reportedly.model import Document, Part

Keeper = Callable[[bytes], str]  # is given the bytes as fetched, and returns their hash

SIMPLE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its blocks, what is given with it, and the hash of the bytes it comes from."""

    text: str
    blocks: Sequence[Block]
    facts: Facts
    raw_sha256: str


def hashed(data: bytes) -> str:
    """The SHA-256 of ``data``, which is not kept."""
    return sha256(data).hexdigest()


def documents(address: str, draft: Draft) -> Iterator[Document | ReadError]:
    """The document of ``draft``, then what of its facts could not be taken."""
    draft = _titled(draft)
    text, given = draft.text, draft.facts
    found = parts(text, draft.blocks)
    if not found:
        yield ReadError(address, "it has marks but no words")
        return
    yield Document(
        address=address,
        text=text,
        parts=found,
        title=given.title or _one_line(headline(text, found)),
        outlet=given.outlet or outlet(text, found),
        language=languages.language(_words(text, found), declared=given.language),
        published=given.published,
        published_basis=given.published_basis,
        url=given.url,
        facts_from=given.facts_from,
        raw_sha256=draft.raw_sha256,
    )
    for fault in given.faults:
        yield ReadError(address, fault)


def _one_line(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None


def _words(text: str, found: Sequence[Part]) -> Iterator[str]:
    """What is told, without notices, unless there is nothing else."""
    told = [part for part in found if part.kind != "notice"] or found
    return (text[part.start : part.end] for part in told)


def _titled(draft: Draft) -> Draft:
    """``draft`` with its given title as headline, where the text has none of its own."""
    title, blocks = draft.facts.title, draft.blocks
    if not title or not blocks or any(block.hint == "title" for block in blocks):
        return draft
    first = draft.text[blocks[0].start : blocks[0].start + 2 * len(title)]
    if _simple(first).startswith(_simple(title)):
        named = replace(blocks[0], hint="title") if _simple(_block(draft, 0)) == _simple(title) else blocks[0]
        return replace(draft, blocks=(named, *blocks[1:]))
    shift = len(title) + 2
    moved = (Block(block.start + shift, block.end + shift, block.hint) for block in blocks)
    return replace(draft, text=f"{title}\n\n{draft.text}", blocks=(Block(0, len(title), "title"), *moved))


def _block(draft: Draft, at: int) -> str:
    return draft.text[draft.blocks[at].start : draft.blocks[at].end]


def _simple(words: str) -> str:
    return SIMPLE.sub("", words).casefold()
