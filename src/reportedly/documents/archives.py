"""Web archives become documents: each page that was stored is one, as it was fetched and when.

What is promised: answers with a page or a text are read as if they were fetched now, under the address at which they
stood; everything else in an archive is passed over. A record that is broken ends the reading with its number; what came
before stands. FastWARC (Bevendorff and others, ChatNoir) is an extra, ``reportedly[archives]``.
"""

import io
from collections.abc import Iterator
from typing import Any

from reportedly.documents.encodings import UndecodableError
from reportedly.frozen import dataclass

LARGEST = 50_000_000  # bytes of one page
OK = 200  # the status of an answer that is the page


@dataclass(frozen=True, slots=True)
class Stored:
    """A page as it was stored: its number among the records, address, day, media type, charset and bytes."""

    number: int
    address: str
    fetched: str | None
    media: str
    charset: str | None
    data: bytes


def stored(data: bytes) -> Iterator[Stored]:
    """The answers in a WARC file, compressed or not. Raises ``UndecodableError`` where it is none or broken."""
    warc = _reader()
    try:
        for number, record in enumerate(warc.ArchiveIterator(io.BytesIO(data), parse_http=True), 1):
            if record.record_type == warc.WarcRecordType.response and record.http_headers is not None:
                status = record.http_headers.status_code
                if status in (OK, None):
                    yield _stored(number, record)
    except UndecodableError:
        raise
    except Exception as error:  # what a broken archive raises is the library's affair
        raise UndecodableError(f"the archive is broken ({type(error).__name__}: {error})") from None


def _stored(number: int, record: Any) -> Stored:
    media = (record.http_content_type or "").split(";")[0].strip().lower()
    return Stored(
        number,
        record.headers.get("WARC-Target-URI", "").strip("<>"),
        record.headers.get("WARC-Date"),
        media,
        record.http_charset,
        record.reader.read(LARGEST),
    )


def _reader() -> Any:
    try:
        import fastwarc.warc as warc
    except ImportError:
        raise UndecodableError("web archives are read with an extra: pip install 'reportedly[archives]'") from None
    return warc
