"""Whatever an address leads to becomes documents with their words as they stand, or a word about why not."""

import gzip
import hashlib
import io
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reportedly import __version__, extract
from reportedly.documents import encodings, fetching, files, pages, read
from reportedly.documents.facts import facts, front_matter, iso
from reportedly.documents.languages import language
from reportedly.documents.lexicons import lexicon
from reportedly.documents.parts import is_caption, is_notice
from reportedly.errors import ReadError
from reportedly.model import Document

ROOT = Path(__file__).parents[1]
CASES = [json.loads(line) for line in (ROOT / "tests/cases/documents.jsonl").read_text("utf-8").splitlines()]
BODY = "About 300 people left the town on Monday. The mayor said that 40 of them had come back."


def of_kind(kind: str) -> list[dict[str, str]]:
    return [case for case in CASES if case["kind"] == kind]


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Writes a file and gives its address."""

    def written(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return str(path)

    return written


Write = Callable[[str, str | bytes], str]


def one(address: str, stdin: bytes | None = None) -> Document:
    (found,) = read(address, stdin=None if stdin is None else io.BytesIO(stdin))
    assert isinstance(found, Document), found
    return found


def wrong(address: str) -> str:
    """The reason of the only error there."""
    (found,) = read(address)
    assert isinstance(found, ReadError), found
    assert found.address == address
    return found.reason


def told(document: Document) -> list[tuple[str, str]]:
    return [(part.kind, document.text[part.start : part.end]) for part in document.parts]


# Bare text


def test_parts_of_bare_text_are_told_apart_by_their_shape(file: Write) -> None:
    lines = [
        "Flood Drives 300 From Town",
        "Bridge Closed Since Sunday",
        "By Mary Example",
        BODY,
        "The bridge over the river on Monday. Photo by Heron Pictures",
        "Nobody knows when it will open. Asked by a reporter, the mayor showed a photo by his son.",
        "© The Riverside Post(www.riverside.example). All rights reserved.",
    ]
    document = one(file("a.txt", "\n".join(lines) + "\n"))
    assert [kind for kind, _ in told(document)] == [
        *("headline", "deck", "notice", "body", "caption", "body", "notice")
    ]
    assert [words for _, words in told(document)] == lines
    assert document.title == lines[0]
    assert document.outlet == "The Riverside Post"


def test_a_text_is_kept_to_the_character(file: Write) -> None:
    text = "Line one\r\n\r\n북한 6,000 e\u0301 \u2028 عدد ١٢ 😀👩‍👩‍👧 said the ministry of the town.\r\n\tEnd.\n\n"
    document = one(file("a.txt", text))
    assert document.text == text
    assert document.raw_sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert " ".join(words for _, words in told(document)).split() == text.split()


def test_lines_wrapped_by_hand_are_one_paragraph(file: Write) -> None:
    wrapped = (
        "Flood drives 300 from town\n\n"
        "About 300 people left the town on Monday, the mayor said, and 40\n"
        "of them had come back by the evening. Others stayed with friends\n"
        "or in one of the three schools that had been opened. The bridge\n"
        "over the river has been closed since Sunday, when water rose to\n"
        "a level of 4 metres.\n\nNobody was hurt.\n"
    )
    document = one(file("a.txt", wrapped))
    assert [kind for kind, _ in told(document)] == ["headline", "body", "body"]
    assert told(document)[1][1].count("\n") == 4


def test_a_few_lines_are_wrapped_where_one_goes_on_in_lower_case(file: Write) -> None:
    wrapped = (
        "LUSENA, 4 March 2024\n"
        "Rescuers pulled 14 people from the rubble on Tuesday, the second day of\n"
        "work, after a quake of magnitude 6.1 struck the province of Lusena. At\n"
        "least 212 people died, the interior ministry said, and 3,400 were hurt.\n"
    )
    document = one(file("a.txt", wrapped))
    assert [part.kind for part in document.parts] == ["notice", "body"]
    inferred = extract(document).published
    assert inferred is not None
    assert inferred.when.start == inferred.when.end == "2024-03-04"


def test_short_lines_are_not_taken_for_wrapped_ones(file: Write) -> None:
    document = one(file("a.txt", f"Flood Drives 300 From Town\nBridge Closed Since Sunday\n{BODY}\n"))
    assert [kind for kind, _ in told(document)] == ["headline", "deck", "body"]


def test_a_list_of_short_lines_is_no_pile_of_headlines(file: Write) -> None:
    document = one(file("a.txt", "\n".join(f"Town {n} has {n * 30} houses" for n in range(1, 40))))
    assert [kind for kind, _ in told(document)].count("body") == 34


@pytest.mark.parametrize("case", of_kind("caption"), ids=lambda case: case["text"][-40:])
def test_a_paragraph_that_credits_a_picture_is_a_caption(case: dict[str, str]) -> None:
    assert is_caption(case["text"], last=False) == (case["want"] == "caption"), case["why"]


def test_an_agency_signs_the_last_paragraph_and_makes_it_no_caption() -> None:
    words = "The ministry gave no number. (Reuters)"
    assert is_caption(words, last=False)
    assert not is_caption(words, last=True)


@pytest.mark.parametrize("case", of_kind("notice"), ids=lambda case: case["text"][:40])
def test_a_line_that_speaks_of_the_page_is_a_notice(case: dict[str, str]) -> None:
    assert is_notice(case["text"], first=False) == (case["want"] == "notice"), case["why"]


@pytest.mark.parametrize("case", of_kind("rights"), ids=lambda case: case["text"])
def test_a_closing_line_of_rights_names_the_outlet(case: dict[str, str], file: Write) -> None:
    assert one(file("a.txt", f"{BODY}\n\n{case['text']}\n")).outlet == case["want"]


# Markdown and front matter

MARKED = """---
outlet: The Riverside Post
published: 2025-06-17
url: https://riverside.example/flood
facts_from: https://agency.example/1
tags: [flood, river]
---
# Flood drives **300** from town #

## Bridge closed since Sunday

About 300 people left
the town on Monday.

- 40 came back
- 12 stay in a school
  with their children
1. 260 live with friends

![The bridge with 3 arches](bridge.jpg)

### What comes next

> The mayor said that 20 men would come.

| place | people |
|-------|--------|
| north | 120    |

```
code 4000
```

<!-- a remark -->
***
[1]: https://riverside.example/x

Second heading
--------------
"""


def test_markdown_is_read_by_its_marks(file: Write) -> None:
    document = one(file("a.md", MARKED))
    assert document.text == MARKED.split("---\n", 2)[2]
    assert told(document) == [
        ("headline", "Flood drives **300** from town"),
        ("deck", "Bridge closed since Sunday"),
        ("body", "About 300 people left\nthe town on Monday."),
        ("body", "40 came back"),
        ("body", "12 stay in a school\n  with their children"),
        ("body", "260 live with friends"),
        ("caption", "The bridge with 3 arches"),
        ("body", "What comes next"),
        ("body", "The mayor said that 20 men would come."),
        ("table", "| place | people |\n|-------|--------|\n| north | 120    |"),
        ("notice", "code 4000"),
        ("body", "Second heading"),
    ]
    assert (document.outlet, document.published, document.published_basis) == (
        *("The Riverside Post", "2025-06-17", "given"),
    )
    assert document.facts_from == "https://agency.example/1"
    assert document.title == "Flood drives **300** from town"


def test_front_matter_is_no_text_but_a_rule_is_none(file: Write) -> None:
    assert front_matter("---\nA text that opens with a rule.\n---\n") == ({}, 0)
    assert front_matter("---\noutlet: Post\nno end") == ({}, 0)
    assert front_matter("---\r\noutlet: 'The ''Post'''\r\n---\r\nText")[0] == {"outlet": "The 'Post'"}
    document = one(file("a.txt", f"---\noutlet: Post\n---\n{BODY}"))
    assert (document.outlet, document.text) == ("Post", BODY)


def test_a_title_given_apart_is_the_headline_once(file: Write) -> None:
    apart = one(file("a.md", f"---\ntitle: 300 leave town\n---\n{BODY}\n"))
    assert told(apart)[0] == ("headline", "300 leave town")
    assert apart.text == f"300 leave town\n\n{BODY}\n"
    for text in (f"# 300 Leave Town!\n\n{BODY}\n", f"300 leave town\n\n{BODY}\n"):
        within = one(file("b.md", f"---\ntitle: 300 leave town\n---\n{text}"))
        assert within.text == text
        assert [kind for kind, _ in told(within)] == ["headline", "body"]


@pytest.mark.parametrize("value", ["17 June", "2025-02-30", "2025-13", "yesterday", "25-06-17", "2025-6-1"])
def test_a_date_that_is_none_is_named_and_the_report_is_read(value: str, file: Write) -> None:
    document, error = read(file("a.md", f"---\npublished: {value}\n---\n{BODY}\n"))
    assert isinstance(document, Document)
    assert (document.published, document.published_basis) == (None, "unknown")
    assert isinstance(error, ReadError)
    assert value in error.reason


def test_a_date_is_as_precise_as_it_is_given() -> None:
    given = ("2025", "2025-06", "2025-06-17", "2025-06-17T10:30:00+09:00", "2024-02-29 08:00", "17.6.2025")
    assert [iso(value) for value in given] == ["2025", "2025-06", "2025-06-17", "2025-06-17", "2024-02-29", None]


def test_keys_that_are_not_known_are_left_alone_and_wrong_values_named() -> None:
    found = facts({"title": 5, "outlet": " The\nPost ", "weather": "rain", "published": 2025, "url": "riverside"})
    assert (found.title, found.outlet, found.published) == (None, "The Post", "2025")
    assert len(found.faults) == 2


# Pages


def page(article: str, head: str = "", attributes: str = "") -> str:
    menu = "<nav><a href='/'>Home</a> <a href='/w'>9,999 offers</a></nav>"
    foot = "<footer><p>Riverside Post, 500 Main Street</p></footer>"
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{menu}{article}{foot}</body></html>"


PARAGRAPHS = (
    f"<p>{BODY}</p><p>Water came up to the windows, and the school was closed for two days, the mayor said.</p>"
)
ARTICLE = f"""<article><h1>300 leave  town</h1>
<figure><img src=a.jpg alt="x"><figcaption>The bridge, 90 metres long</figcaption></figure>{PARAGRAPHS}
<h2>What comes next</h2><ul><li>20 men will come</li></ul></article>"""
HEAD = """<link rel="canonical" href="https://riverside.example/flood">
<meta property="og:site_name" content="Riverside Post">
<meta property="article:published_time" content="2025-06-17T23:30:00+09:00">"""


def test_a_page_is_its_article(file: Write) -> None:
    document = one(file("a.html", page(ARTICLE, HEAD, 'lang="en"')))
    assert told(document) == [
        ("headline", "300 leave town"),
        ("caption", "The bridge, 90 metres long"),
        ("body", BODY),
        ("body", "Water came up to the windows, and the school was closed for two days, the mayor said."),
        ("body", "What comes next"),
        ("body", "20 men will come"),
    ]
    assert (document.outlet, document.published, document.published_basis) == ("Riverside Post", "2025-06-17", "page")
    assert document.title == "300 leave town"


def test_what_a_page_says_in_json_is_taken(file: Write) -> None:
    record = {"@type": "NewsArticle", "datePublished": "2025-06-18", "publisher": {"name": "The Post"}}
    script = f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "Person"}, record]})}</script>'
    document = one(file("a.html", page(ARTICLE, script)))
    assert (document.outlet, document.published) == ("The Post", "2025-06-18")


def test_no_date_of_a_page_is_guessed(file: Write) -> None:
    article = ARTICLE.replace(
        "</article>", "<p>Copyright 2019. Posted 3 May 2021. It was first told in 2020.</p></article>"
    )
    broken = (
        '<meta property="article:published_time" content="soon"><script type="application/ld+json">{"@type"</script>'
    )
    for head in ("", broken):
        document = one(file("2022-01-02.html", page(article, head)))
        assert (document.published, document.published_basis) == (None, "unknown")


@pytest.mark.parametrize("content", [page(""), page("<script>var a = 3000;</script>"), "<html></html>", "<html"])
def test_a_page_without_an_article_is_named(content: str, file: Write) -> None:
    assert "page" in wrong(file("a.html", content))


def test_a_page_declares_its_encoding(file: Write) -> None:
    told_of = page(ARTICLE.replace("300 leave", "“£300” leave"), '<meta charset="iso-8859-1">')
    assert "“£300” leave" in one(file("a.html", told_of.encode("cp1252"))).text
    korean = page(
        ARTICLE.replace("300 leave", "서울"), '<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'
    )
    assert "서울" in one(file("b.html", korean.encode("euc-kr"))).text
    moved = page(ARTICLE.replace("300 leave", "“£300” leave"), '<meta charset="us-ascii">')
    assert "£300" in one(file("c.html", page(ARTICLE.replace("300 leave", "£300 leave")).encode())).text
    assert one(file("d.html", moved.encode("cp1252"))).text.startswith("“£300”")
    assert "x-klingon" in wrong(file("e.html", page(ARTICLE, '<meta charset="x-klingon">')))


def test_a_page_that_is_too_large_is_named(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST", 100)
    assert "larger" in wrong(file("a.html", page(ARTICLE)))


# Records


def test_each_line_is_a_document_and_broken_ones_are_named(file: Write) -> None:
    lines = [
        json.dumps({"text": BODY, "title": "300 leave", "outlet": "Post", "published": "2025-06", "id": 7}),
        "{broken",
        "",
        "[1, 2]",
        json.dumps({"title": "no words"}),
        json.dumps({"text": " \n "}),
        '{"text": "half \\ud800 a letter"}',
        "[" * 100_000,
        '{"text": ' + "9" * 10_000 + "}",
        json.dumps({"text": "Second one. 북한", "published": "never"}),
    ]
    address = file("feed.jsonl", "\r\n".join(lines))
    found = list(read(address))
    documents = [each for each in found if isinstance(each, Document)]
    assert [document.address for document in documents] == [f"{address}:1", f"{address}:10"]
    assert documents[0].text == f"300 leave\n\n{BODY}"
    assert (documents[0].published, documents[0].published_basis) == ("2025-06", "given")
    assert documents[1].text == "Second one. 북한"
    errors = [each.address.rpartition(":")[2] for each in found if isinstance(each, ReadError)]
    assert errors == ["2", "4", "5", "6", "7", "8", "9", "10"]


def test_bytes_that_are_no_text_spoil_only_their_line(file: Write) -> None:
    good = json.dumps({"text": BODY}).encode()
    found = list(read(file("a.jsonl", b"\xef\xbb\xbf" + good + b'\n{"text": "\xff"}\n' + good)))
    assert [type(each) for each in found] == [Document, ReadError, Document]


def test_records_in_utf16_are_read(file: Write) -> None:
    assert one(file("a.jsonl", json.dumps({"text": BODY}).encode("utf-16"))).text == BODY


# Bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed_and_left_out(encoding: str, file: Write) -> None:
    text = f"{BODY} 북한 é"
    assert one(file("a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04", "archive"),
        (b"a\0b", "NUL"),
        ("text".encode("utf-16-le"), "NUL"),
        (b"caf\xe9 300", "byte 0xe9 at 3"),
        (b"\xff\xfea", "utf-16"),
        ("\ud800x".encode("utf-8", "surrogatepass"), "byte 0xed at 0"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
def test_what_is_no_text_is_named(content: bytes, word: str, name: str, file: Write) -> None:
    assert word in wrong(file(name, content))


def test_nothing_but_numbers_is_a_document(file: Write) -> None:
    document = one(file("a.txt", "3,000\n4,500 12.5%\n17:30\n"))
    assert (document.language, len(document.parts)) == ("en", 3)


HOSTILE = (
    *("> ", "| a ", "[", "<!--", "#", "# a #", "(c) ", "\n", "---\n", "a. © ", "![a](", "   ", "-- - ", "a\n", "*"),
    *(
        ":---|",
        "a-",
        "a.",
        "photo by ",
        "-",
        "<p>",
        "<div>",
        "<!-- -->",
        '{"a":',
        "1. ",
        "\r",
        "\u2028x",
        "~~~",
        "- [ ](",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a"])
def test_endless_marks_are_read_to_their_end(piece: str, name: str, file: Write) -> None:
    """Effort that grew with the square of the length would not come back from these."""
    for text in (piece * 20_000, "x\n" + piece * 20_000 + "x"):
        for found in read(file(name, text)):
            if isinstance(found, Document):
                assert all(found.text[part.start : part.end].strip() for part in found.parts)


# Files and folders


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path, file: Write) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.md", "c.jsonl", ".hidden.txt", ".git/x.txt", "A.txt"):
        content = json.dumps({"text": BODY}) if name.endswith("jsonl") else BODY
        file(name, content)
    addresses = [found.address for found in read(str(tmp_path))]
    names = ["A.txt", "a/b/c.md", "a/z.txt", "b.txt", "c.jsonl:1"]
    assert addresses == [str(tmp_path / name) for name in names]


def test_what_a_folder_holds_besides_is_named(tmp_path: Path, file: Write) -> None:
    for name in ("a.png", "b.DOCX", "c.csv", "d.py"):
        file(name, b"x")
    file("e.txt", BODY)
    found = list(read(str(tmp_path)))
    reasons = [each.reason for each in found if isinstance(each, ReadError)]
    assert [reason.split(" is ")[0].split(" are ")[0] for reason in reasons] == [
        *("a picture", "a Word document", "a table", "files named .py")
    ]
    assert isinstance(found[-1], Document)


def test_a_file_that_was_named_is_looked_into_whatever_its_suffix(file: Write) -> None:
    assert one(file("notes.log", BODY)).text == BODY
    assert told(one(file("saved.txt", page(ARTICLE))))[0] == ("headline", "300 leave town")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "no files" in wrong(str(tmp_path))


def test_a_folder_is_walked_as_it_is_asked_for(tmp_path: Path, file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(300):
        file(f"{number:04}.txt", BODY)
    opened: list[str] = []
    load = files.load
    monkeypatch.setattr(files, "load", lambda path: opened.append(path) or load(path))  # type: ignore[func-returns-value]
    found = read(str(tmp_path))
    assert next(found).address.endswith("0000.txt")
    assert len(opened) == 1
    assert len(list(found)) == 299


def test_a_link_that_leads_back_is_named_and_not_followed(tmp_path: Path, file: Write) -> None:
    file("a/x.txt", BODY)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = list(read(str(tmp_path)))
    assert sum(isinstance(each, Document) for each in found) == 2
    reasons = [each.reason for each in found if isinstance(each, ReadError)]
    assert sum("leads back" in reason for reason in reasons) >= 1
    assert any("No such file" in reason for reason in reasons)


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path, file: Write) -> None:
    file("x.txt/a.txt", BODY)
    assert one(str(tmp_path / "x.txt")).text == BODY


def test_a_pipe_and_a_device_are_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.jsonl")
    found = list(read(str(tmp_path)))
    assert [isinstance(each, ReadError) and "regular file" in each.reason for each in found] == [True, True]
    assert "regular file" in wrong("/dev/zero")


def test_a_file_that_is_not_there_or_closed_is_named(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    assert wrong("/nowhere/at/all.txt") == "No such file or directory"
    assert wrong("") == "this is no address"
    assert wrong("a\0b") == "this is no address"
    assert wrong("x" * 5000)
    address = file("a.txt", BODY)

    def closed(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(files, "_open", closed)
    assert wrong(address) == "Permission denied"


def test_a_folder_that_is_closed_is_named(tmp_path: Path, file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file("a/x.txt", BODY)
    file("b.txt", BODY)
    scandir = os.scandir

    def closed(path: str) -> "os._ScandirIterator[str]":
        if path.endswith("/a"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    error, document = read(str(tmp_path))
    assert isinstance(error, ReadError)
    assert "Permission denied" in error.reason
    assert isinstance(document, Document)


def test_a_file_that_is_too_large_is_named(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    assert "larger" in wrong(file("a.txt", BODY))


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(BODY)
    except OSError:
        pytest.skip("this file system takes no such names")
    assert one(str(tmp_path)).address.encode("utf-8").endswith(b"caf\\xe9.txt")


# Standard input


@pytest.mark.parametrize(
    ("content", "first"),
    [
        (f"300 leave town\n\n{BODY}".encode(), "300 leave town"),
        (f"# 300 leave town\n\n{BODY}".encode(), "300 leave town"),
        (f"---\noutlet: Post\n---\n# 300 leave town\n\n{BODY}".encode(), "300 leave town"),
        (b"\xef\xbb\xbf" + page(ARTICLE).encode(), "300 leave town"),
        (page(ARTICLE).encode("utf-16"), "300 leave town"),
        (json.dumps({"title": "300 leave town", "text": BODY}).encode(), "300 leave town"),
        (b"{curly} brackets open this text", "{curly} brackets open this text"),
    ],
)
def test_standard_input_is_known_by_its_opening(content: bytes, first: str) -> None:
    document = one("-", content)
    assert told(document)[0] == ("headline", first)
    assert document.address.startswith("-")


def test_a_broken_first_record_does_not_hide_the_others() -> None:
    found = list(read("-", stdin=io.BytesIO(b'{"text": \n' + json.dumps({"text": BODY}).encode())))
    assert [type(each) for each in found] == [ReadError, Document]


def test_standard_input_may_be_empty_or_closed() -> None:
    (empty,) = read("-", stdin=io.BytesIO(b""))
    assert isinstance(empty, ReadError)
    closed = io.BytesIO(b"x")
    closed.close()
    (error,) = read("-", stdin=closed)
    assert isinstance(error, ReadError)


# The network, which here ends at this machine


class Server(BaseHTTPRequestHandler):
    """Answers by the path."""

    protocol_version = "HTTP/1.0"
    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append(self.headers["User-Agent"])
        answers = {
            "/page": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, page(ARTICLE).encode("cp1252")),
            "/text.md": (200, {"Content-Type": "text/plain; charset=utf-8"}, f"# 300 leave town\n\n{BODY}".encode()),
            "/feed": (200, {"Content-Type": "application/x-ndjson"}, json.dumps({"text": BODY}).encode()),
            "/bare": (200, {}, BODY.encode()),
            "/%C3%A9": (200, {"Content-Type": "text/plain"}, BODY.encode()),
            "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
            "/bytes": (200, {"Content-Type": "text/plain"}, b"\x89PNG\r\n\x1a\n\0"),
            "/gone": (404, {}, b"gone"),
            "/broken": (500, {}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/moved": (301, {"Location": "/page"}, b""),
            "/ftp": (302, {"Location": "ftp://127.0.0.1/a.txt"}, b""),
            "/local": (302, {"Location": "file:///etc/hosts"}, b""),
            "/packed": (200, {"Content-Encoding": "gzip", "Content-Type": "text/plain"}, gzip.compress(BODY.encode())),
            "/bomb": (
                200,
                {"Content-Encoding": "gzip", "Content-Type": "text/plain"},
                gzip.compress(b"0" * 50_000_000),
            ),
            "/torn": (200, {"Content-Encoding": "gzip"}, gzip.compress(BODY.encode())[:-9]),
            "/odd": (200, {"Content-Encoding": "br"}, b"x"),
            "/short": (200, {"Content-Length": "5000"}, b"x"),
            "/large": (200, {"Content-Type": "text/plain"}, b"word " * 5_000_000),
        }
        if self.path == "/slow":
            threading.Event().wait(1.0)
            return
        code, headers, data = answers[self.path]
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(data)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    serving.daemon_threads = True
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_address[1]}"
    serving.shutdown()
    serving.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands between these tests and this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize("path", ["/page", "/moved", "/text.md"])
def test_an_address_is_fetched(path: str, server: str) -> None:
    document = one(server + path)
    assert document.address == server + path
    assert told(document)[0] == ("headline", "300 leave town")
    assert Server.seen[-1] == f"reportedly/{__version__}"


@pytest.mark.parametrize("path", ["/bare", "/packed", "/é", "/bare#part"])
def test_text_is_fetched_as_it_is(path: str, server: str) -> None:
    assert one(server + path).text == BODY


def test_records_are_fetched(server: str) -> None:
    assert one(server + "/feed").address == f"{server}/feed:1"


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/gone", "404"),
        ("/broken", "500"),
        ("/loop", "302"),
        ("/ftp", "no http address"),
        ("/local", "302"),
        ("/pdf", "the PDF is broken"),
        ("/bytes", "PNG"),
        ("/bomb", "larger"),
        ("/large", "larger"),
        ("/torn", "broke off"),
        ("/odd", "br"),
        ("/short", "broke off"),
    ],
)
def test_what_cannot_be_fetched_is_named(path: str, word: str, server: str) -> None:
    assert word in wrong(server + path)


def test_a_silent_server_is_not_waited_for(server: str) -> None:
    with pytest.raises(fetching.UnreachableError, match="in time"):
        fetching.fetch(f"{server}/slow", timeout=0.1)
    with pytest.raises(fetching.UnreachableError, match="too long"):
        fetching.fetch(f"{server}/page", deadline=0.0)


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://127.0.0.1:1/", "refuses"),
        ("ftp://127.0.0.1/a", "only http"),
        ("file:///etc/hosts", "only http"),
        ("http://", "no server"),
        ("http://me:secret@127.0.0.1/", "password"),
        ("http://127.0.0.1:99999/", "fetched"),
        ("http://[::1", "fetched"),
        ("http://" + "a" * 70 + ".example/", "fetched"),
    ],
)
def test_an_address_that_leads_nowhere_is_named(address: str, word: str) -> None:
    assert word in wrong(address)


# Languages


@pytest.mark.parametrize("case", of_kind("language"), ids=lambda case: f"{case['want']} {case['text'][:30]}")
def test_a_language_is_named_or_taken_for_english(case: dict[str, str]) -> None:
    assert language([case["text"]]) == case["want"], case["why"]


def test_many_languages_are_told_apart() -> None:
    assert len({case["want"] for case in of_kind("language")}) >= 40


def test_the_text_decides_over_what_is_declared(file: Write) -> None:
    german = "Bei einem Brand in einer Fabrik sind am Montag 12 Menschen gestorben."
    for declared, text, wanted in (
        *(("de", BODY, "en"), ("en", german, "de"), ("ko", "3,000 4,500", "ko"), ("en-GB", "Kim visits Moscow", "en")),
    ):
        assert one(file("a.md", f"---\nlanguage: {declared}\n---\n{text}\n")).language == wanted
    assert one(file("a.html", page(ARTICLE, attributes='lang="ko"'))).language == "en"


def test_a_language_that_is_not_known_is_not_taken_for_english() -> None:
    made_up = "brelo tamika sorvenu pilak dremo vastilu korme nisapel todruk mevasi lonter hibrasu " * 5
    assert language([made_up]) == "und"
    assert language(["ސައޮ ތޯމޭ އަދި ޕުރިންސިޕޭ"]) == "und"


def test_letters_taken_apart_are_the_same_language() -> None:
    assert language(["L'e\u0301te\u0301 a e\u0301te\u0301 de\u0301clare\u0301 termine\u0301"]) == "fr"


# Encodings by themselves, and what is loaded when


def test_a_declared_encoding_is_found_and_kept_to() -> None:
    assert encodings.declared(b'<meta http-equiv="Content-Type" content="text/html; charset=EUC-KR">') == "EUC-KR"
    assert encodings.declared(b'<?xml version="1.0" encoding="windows-1251"?>') == "windows-1251"
    assert encodings.declared(b"<p>charset=utf-8</p>") is None
    with pytest.raises(encodings.UndecodableError, match="no encoding of text"):
        encodings.decode(b"abc", charset="hex")
    with pytest.raises(encodings.UndecodableError, match="neither"):
        encodings.decode(b"\xff\xff\x80", charset="euc-kr")


def test_reading_text_loads_neither_the_extractor_nor_the_network(file: Write) -> None:
    program = (
        "import sys\nfrom reportedly.documents import read\nprint(len(list(read(sys.argv[1]))))\n"
        "assert not {'trafilatura', 'lxml', 'urllib.request', 'numpy'} & set(sys.modules)"
    )
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    call = [sys.executable, "-c", program, file("a.txt", BODY)]
    assert subprocess.run(call, env=env, capture_output=True, text=True, check=True).stdout == "1\n"


def test_small_words_are_lower_case_and_every_language_has_some() -> None:
    for script in ("latin", "cyrillic", "arabic", "devanagari"):
        for name, words in lexicon("languages")[script].items():
            assert words == words.lower(), name
            assert len(set(words.split())) >= 30, name


def test_what_is_read_is_never_written(file: Write) -> None:
    address = file("a.txt", BODY)
    os.chmod(address, stat.S_IRUSR)
    before = Path(address).stat().st_mtime_ns
    assert one(address).text == BODY
    assert Path(address).stat().st_mtime_ns == before
