"""Addresses become documents: bytes become text, or a word about why they do not.

What is promised: a byte order mark is obeyed and left out; without one the text is UTF-8, and for a page what it
declares. Nothing is replaced or dropped: bytes that do not fit are an error that names the first of them and its place.

Why no guess: a guessed encoding turns a currency sign or a quotation mark into another, and nobody sees it.
"""

import codecs
import re

from reportedly.documents.lexicons import lexicon

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})", re.I
)
HEAD = 4096  # bytes of a page in which its encoding is declared; HTML asks for the first 1024


class UndecodableError(Exception):
    """Bytes that are no text; the message says why, for whoever knows the address."""


def kind_of_bytes(data: bytes) -> str | None:
    """What a file is by its first bytes, where they are not those of a text."""
    for signature, name in lexicon("kinds")["signatures"].items():
        if data.startswith(bytes.fromhex(signature)):
            return str(name)
    return None


def decode(data: bytes, *, charset: str | None = None) -> str:
    """The text of ``data``; ``charset`` is what was declared for it. Raises ``UndecodableError``."""
    if not data:
        raise UndecodableError("it is empty")
    for mark, name in BOMS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], name, "its byte order mark"))
    check_bytes(data)
    if charset and (name := _codec(charset)) != "utf-8":
        try:
            return _checked(_decoded(data, name, "it is declared"))
        except UndecodableError:
            # Pages are often moved to UTF-8 and forget to say so; valid UTF-8 is hardly ever anything else.
            return _checked(_decoded(data, "utf-8", f"it is declared as {charset}, and fits neither that nor UTF-8"))
    if b"\0" in data:
        raise UndecodableError("it holds NUL bytes: a binary file, or UTF-16 without a byte order mark")
    return _checked(_decoded(data, "utf-8", "it should be UTF-8 (save it as UTF-8)"))


def check_bytes(data: bytes) -> None:
    """Raise ``UndecodableError`` where the first bytes are those of something else than a text."""
    if found := kind_of_bytes(data):
        raise UndecodableError(f"it is {found} and no text")


def declared(data: bytes) -> str | None:
    """The encoding that a page declares of itself."""
    found = DECLARED.search(data[:HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _codec(label: str) -> str:
    """Python's name of an encoding; by the web's usage Latin-1 and ASCII mean windows-1252."""
    name = lexicon("kinds")["charsets"].get(label.strip().lower(), label.strip())
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        raise UndecodableError(f"it is declared as {label!r}, an encoding that is not known") from None
    if not getattr(found, "_is_text_encoding", True):
        raise UndecodableError(f"it is declared as {label!r}, which is no encoding of text")
    return found.name


def _decoded(data: bytes, name: str, why: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        byte = data[error.start : error.start + 1].hex()
        raise UndecodableError(f"byte 0x{byte} at {error.start} is no {name}: {why}") from None
    except (UnicodeError, ValueError) as error:
        raise UndecodableError(f"it is no {name}: {error}") from None


def _checked(text: str) -> str:
    check_text(text)
    return text


def check_text(text: str) -> None:
    """Raise ``UndecodableError`` unless ``text`` says something and can be written again."""
    if "\0" in text:
        raise UndecodableError("it holds NUL characters: a binary file")
    if not text or text.isspace():
        raise UndecodableError("it holds nothing but white space" if text else "it is empty")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UndecodableError(f"half a character (U+{ord(text[error.start]):04X}) stands at {error.start}") from None
