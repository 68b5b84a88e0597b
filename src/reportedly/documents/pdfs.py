"""A PDF becomes a document: the text that stands in it, page after page, in the order in which it is drawn.

What is promised: the words of the text layer and nothing guessed. Pages that are pictures hold no words, and a PDF of
nothing else is named as such. The title comes from the file's own metadata; its date is that of a file and says nothing
of when the report was published, so it is left alone. pypdf is an extra, ``reportedly[pdf]``.
"""

import io
import logging
from typing import Any

from reportedly.documents.blocks import plain
from reportedly.documents.drafts import Draft
from reportedly.documents.encodings import UndecodableError
from reportedly.documents.facts import Facts

MOST_PAGES = 2_000  # of a report; books are longer, and no reports
LONGEST_TITLE = 300  # characters


def draft(data: bytes, raw_sha256: str) -> Draft:
    """The text of a PDF. Raises ``UndecodableError`` where it is broken, locked or has none."""
    pypdf = _reader()
    try:
        found = pypdf.PdfReader(io.BytesIO(data))
        if found.is_encrypted and not found.decrypt(""):
            raise UndecodableError("the PDF is locked with a password")
        if len(found.pages) > MOST_PAGES:
            raise UndecodableError(f"the PDF has more than {MOST_PAGES:,} pages")
        pages = [_clean(page.extract_text() or "") for page in found.pages]
        title = found.metadata.title if found.metadata else None
    except UndecodableError:
        raise
    except Exception as error:  # a broken PDF breaks its reader in every way there is
        raise UndecodableError(f"the PDF is broken ({type(error).__name__})") from None
    text = "\n\n".join(page for page in pages if page.strip())
    if not text.strip():
        raise UndecodableError("the PDF has no text: its pages are pictures")
    return Draft(text, plain(text), Facts(title=_title(title)), raw_sha256)


def _reader() -> Any:
    try:
        import pypdf
    except ImportError:
        raise UndecodableError("a PDF is read with an extra: pip install 'reportedly[pdf]'") from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
    return pypdf


def _clean(words: str) -> str:
    """Without what no text can hold: half characters and NULs, which broken fonts give."""
    return words.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")


def _title(value: object) -> str | None:
    words = " ".join(_clean(str(value)).split()) if value else ""
    return words if words and len(words) <= LONGEST_TITLE else None
