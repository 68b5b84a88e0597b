"""Feeds, PDFs and web archives become documents, broken ones a sentence."""

import gzip
from pathlib import Path

import pytest

from reportedly.documents import read
from reportedly.errors import ReadError
from reportedly.model import Document

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Tern Wire</title><language>en-gb</language>
<item><title>Strike &amp; talks: nurses walk out</title><link>https://tern.example/1</link>
<pubDate>Tue, 14 Jan 2025 23:30:00 +0000</pubDate>
<description>&lt;p&gt;Some 6,000 nurses &lt;b&gt;walked out&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;
&lt;ul&gt;&lt;li&gt;파업 😀&lt;/li&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;</description></item>
<item><title>Only a title: 40 dead</title><link>javascript:alert(1)</link><pubDate>never</pubDate></item>
<item></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Lantern</title><entry><title>Dam breaks</title>
<updated>2025-01-15T08:00:00Z</updated><content type="html">&lt;p&gt;A dam broke.&lt;/p&gt;</content></entry></feed>"""
PAGE = "<html><head><title>Flood</title></head><body><article><h1>Flood kills 40</h1><p>{}</p></article></body></html>"


def found(path: Path) -> list[Document]:
    return [document for document in read(str(path)) if isinstance(document, Document)]


def trouble(path: Path) -> list[str]:
    return [fault.reason for fault in read(str(path)) if isinstance(fault, ReadError)]


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def pdf(*lines: str) -> bytes:
    """The smallest PDF that shows these lines."""
    drawn = "BT /F1 12 Tf 72 720 Td 14 TL\n" + "\n".join(f"({line}) Tj T*" for line in lines) + "\nET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = "%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{told}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>"
    return f"{out}{end}\nstartxref\n{len(out)}\n%%EOF".encode()


def warc(*answers: tuple[str, str, str]) -> bytes:
    """A web archive of answers: address, media type, body."""
    out = b""
    for address, media, body in answers:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body.encode()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-01-14T08:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out += head.encode() + http + b"\r\n\r\n"
    return out


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed"])
def test_each_entry_of_a_feed_is_a_document(tmp_path: Path, name: str) -> None:
    first, second = found(written(tmp_path / name, FEED))
    assert first.title == "Strike & talks: nurses walk out"
    assert first.text.split("\n\n") == [first.title, "Some 6,000 nurses walked out.", "파업 😀", "Two"]
    assert (first.outlet, first.url, first.published) == ("Tern Wire", "https://tern.example/1", "2025-01-14")
    assert first.address.endswith(f"{name}:1")
    assert (second.title, second.url, second.published) == ("Only a title: 40 dead", None, None)
    for document in (first, second):
        assert all(document.text[part.start : part.end].strip() for part in document.parts)


def test_atom_is_a_feed_too(tmp_path: Path) -> None:
    (entry,) = found(written(tmp_path / "a.atom", ATOM))
    assert (entry.title, entry.outlet, entry.published) == ("Dam breaks", "Lantern", "2025-01-15")
    assert "A dam broke." in entry.text


def test_what_is_no_feed_is_named(tmp_path: Path) -> None:
    assert trouble(written(tmp_path / "a.xml", "<note>Some 40 died.</note>")) == ["the XML is no feed"]
    assert trouble(written(tmp_path / "b.rss", '<rss version="2.0"><channel></channel></rss>')) == [
        "the feed has no entries"
    ]
    assert trouble(written(tmp_path / "c.xml", "")) != []


@pytest.mark.parametrize("name", ["report.pdf", "report"])
def test_a_pdf_is_read_by_its_text(tmp_path: Path, name: str) -> None:
    (document,) = found(written(tmp_path / name, pdf("Flood kills 40", "At least 40 people died.")))
    assert "At least 40 people died." in document.text
    assert document.published is None


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7", "broken"), (b"%PDF-1.4\n" + b"\xff" * 5000, "broken"), (pdf(), "no text"), (pdf("x")[:300], "PDF")],
)
def test_a_pdf_that_cannot_be_read_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    (fault,) = trouble(written(tmp_path / "a.pdf", data))
    assert words in fault


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_an_archive_are_documents_as_of_their_day(tmp_path: Path, name: str) -> None:
    long = "At least 40 people died and some 6,000 fled when the dam broke, officials said on Monday. " * 3
    data = warc(
        ("https://tern.example/flood", "text/html; charset=utf-8", PAGE.format(long)),
        ("https://tern.example/logo", "image/png", "no words"),
        ("https://tern.example/note", "text/plain", "Some 300 homes were destroyed, the ministry said."),
    )
    page, note = found(written(tmp_path / name, gzip.compress(data) if name.endswith("gz") else data))
    assert (page.url, page.fetched) == ("https://tern.example/flood", "2025-01-14T08:00:00Z")
    assert page.address.endswith(f"{name}:1")
    assert "300 homes" in note.text


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    (fault,) = trouble(written(tmp_path / "a.warc", "no archive at all"))
    assert "the archive is broken" in fault
    assert trouble(written(tmp_path / "c.warc", warc())) == ["the archive holds no page"]
    whole = warc(("https://tern.example/note", "text/plain", "Some 300 homes were destroyed."))
    assert len(found(written(tmp_path / "b.warc", whole + b"rubbish" * 100))) == 1
