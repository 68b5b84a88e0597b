"""Addresses become documents: a page becomes its article, without menus, and what the page says of itself.

What is promised: headline, paragraphs, items, tables and captions of the article, a block each, in the page's order;
white space is made even, words stay as they are. Title, outlet, date, language and address come from the page's own
metadata and from nowhere else: a date is never guessed from the text or the address, and today's date plays no part.

The article is found by trafilatura (Barbaresi 2021, ACL: System Demonstrations), the best kept extractor of its kind.
Captions, which it leaves out, are carried through it as marked paragraphs.
"""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]

from reportedly.documents import grids
from reportedly.documents.blocks import Block, Hint
from reportedly.documents.drafts import Draft
from reportedly.documents.encodings import UndecodableError
from reportedly.documents.facts import Facts, address, iso, language
from reportedly.documents.lexicons import lexicon

LARGEST = 20_000_000  # characters; the longest live blogs have a tenth of that
MARK = "\ue000"  # stands before a caption on its way through the extractor; a private character that no page needs
TABLE = "\ue001"  # stands on either side of a table's number, likewise
NUMBERED = re.compile(f"{TABLE}(\\d+){TABLE}")
BREAK = "\n"
# Where an article is missing the extractor takes what is left, so that menus go first.
MENUS = "//body//nav | //body//footer[not(ancestor::article)] | //body//*[@role='navigation'] | //body//menu"
OPENING = 5  # blocks among which the headline stands
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000\ue001\ufffe\uffff]")
Told = tuple[str, Hint]


def draft(page: str, raw_sha256: str) -> Draft:
    """The article of ``page``. Raises ``UndecodableError`` where there is none."""
    if len(page) > LARGEST:
        raise UndecodableError(f"the page is larger than {LARGEST:,} characters")
    try:
        tree = _tree(page)
        given = _facts(tree)
        blocks = [*_headed(tree, _article(tree), given.title)]
    except (RecursionError, lxml.etree.LxmlError) as error:
        raise UndecodableError(f"the page is broken: {type(error).__name__}") from None
    if not any(hint != "title" for _, hint in blocks):
        raise UndecodableError("no article was found on the page")
    return _laid_out(blocks, given, raw_sha256)


def _tree(page: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return lxml.html.document_fromstring(CONTROLS.sub("", page).encode("utf-8"), parser=parser)


def _laid_out(blocks: list[Told], given: Facts, raw_sha256: str) -> Draft:
    """Blocks with an empty line between them."""
    placed, at = [], 0
    for words, hint in blocks:
        placed.append(Block(at, at + len(words), hint))
        at += len(words) + 2
    return Draft("\n\n".join(words for words, _ in blocks), placed, given, raw_sha256)


# The article


def _article(tree: Any) -> list[Told]:
    """What the extractor takes for the article, as blocks."""
    trafilatura = _extractor()
    work, tables = _prepared(tree)
    found = trafilatura.bare_extraction(work, include_comments=False, include_tables=True, with_metadata=False)
    if found is None or found.body is None:
        return []
    return [_table(told, tables) for element in found.body for told in _told(element)]


def _table(told: Told, tables: list[str]) -> Told:
    """The table whose number a paragraph carries through the extractor, else the paragraph itself."""
    words, hint = told
    carried = NUMBERED.match(words)
    return (words, hint) if carried is None else (tables[int(carried[1])], "table")


def _extractor() -> Any:
    """trafilatura, loaded when a page is read; what it has to say to programmers is kept off the terminal."""
    try:
        import trafilatura
    except ImportError as error:
        raise UndecodableError(f"pages need trafilatura, which cannot be loaded: {error}") from None
    for name in ("trafilatura", "justext", "readability"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def _prepared(tree: Any) -> tuple[Any, list[str]]:
    """A copy of ``tree`` without menus, in which each picture and each table is a marked paragraph; and the tables."""
    copy = lxml.html.document_fromstring(lxml.html.tostring(tree))
    for menu in copy.xpath(MENUS):
        menu.drop_tree()
    for figure in copy.xpath("//figure[.//figcaption]"):
        words = " ".join(_even(caption.text_content()) for caption in figure.iter("figcaption"))
        paragraph = lxml.html.Element("p")
        paragraph.text, paragraph.tail = MARK + words, figure.tail
        if words.strip() and figure.getparent() is not None and figure.find(".//table") is None:
            figure.getparent().replace(figure, paragraph)
    return copy, [*_taken(copy)]


def _taken(copy: Any) -> Iterator[str]:
    """Each table of figures; in its place a paragraph is left with its number and its words, which are its weight."""
    number = 0
    for table in copy.xpath("//table[not(.//table)]"):
        text = grids.laid_out(table) if table.getparent() is not None else None
        if text is None:
            continue
        marked = lxml.html.Element("div")
        marked.tail = table.tail
        for caption in table.iter("caption"):
            lxml.etree.SubElement(marked, "p").text = _even(caption.text_content())
        lxml.etree.SubElement(marked, "p").text = f"{TABLE}{number}{TABLE} {_even(text)}"
        table.getparent().replace(table, marked)
        number += 1
        yield text


def _told(element: Any) -> Iterator[Told]:
    """The blocks of one element of the extractor's tree, nested ones in their place."""
    if element.tag in ("list", "quote", "table") or element.find("p") is not None:
        yield from _split(element.text or "", "item" if element.tag == "list" else "")
        for child in element:
            yield from _told(child)
            yield from _split(child.tail or "", "")
    elif element.tag == "row":
        cells = (_even(" ".join(cell.itertext())) for cell in element)
        yield from _split(" | ".join(cell for cell in cells if cell), "item")
    else:
        yield from _split(_words(element), _hint(element))


def _hint(element: Any) -> Hint:
    if element.tag == "head":
        return "title" if element.get("rend") == "h1" else "heading"
    return "item" if element.tag == "item" else "notice" if element.tag == "code" else ""


def _words(element: Any) -> str:
    """The words of an element; two line breaks in a row part paragraphs, as on the page."""
    pieces = [element.text or ""]
    for child in element:
        pieces.append(BREAK if child.tag == "lb" else _words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _split(words: str, hint: Hint) -> Iterator[Told]:
    for piece in re.split(r"\n[ \t]*\n", words):
        told = _even(piece)
        if told.startswith(MARK):
            yield told.replace(MARK, "").strip(), "caption"
        elif told:
            yield told.replace(MARK, ""), hint


def _even(words: str) -> str:
    return " ".join(words.split())


def _headed(tree: Any, told: list[Told], title: str | None) -> Iterator[Told]:
    """The article under its headline: what the page names as its title, else its only first-rank heading."""
    named = next((at for at, (words, _) in enumerate(told[:OPENING]) if words == title), None)
    headings = [words for heading in tree.iter("h1") if (words := _even(heading.text_content()))]
    if named is not None:
        yield told[named][0], "title"
        yield from (words for at, words in enumerate(told) if at != named)
        return
    if told and len(headings) == 1 and not any(hint == "title" for _, hint in told) and told[0][0] != headings[0]:
        yield headings[0], "title"
    yield from told


# What the page says of itself


def _facts(tree: Any) -> Facts:
    """Title, outlet, address, date and language as the page gives them."""
    metas, linked = _metas(tree), _linked(tree)
    published = next(
        (day for value in (*_listed(linked, "datePublished"), *metas["published"]) if (day := _day(value))), None
    )
    return Facts(
        title=next(iter((*metas["title"], *_listed(linked, "headline"), *_in_tab(tree))), None),
        outlet=next(iter((*metas["outlet"], *_publishers(linked))), None),
        url=next((url for value in (*_canonical(tree), *metas["url"]) if (url := address(value))), None),
        published=published,
        published_basis="page" if published else "unknown",
        facts_from=next((url for value in metas["facts_from"] if (url := address(value))), None),
        language=language(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
    )


def _day(value: str) -> str | None:
    """The day of an ISO date and time, as it stands, in whatever zone the page wrote it."""
    return iso(value.strip().replace("/", "-") if re.match(r"\d{4}/\d\d/\d\d$", value.strip()) else value)


def _canonical(tree: Any) -> list[str]:
    return [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]


def _in_tab(tree: Any) -> Iterator[str]:
    """The title in the browser's tab; it often ends in the name of the site, so that it comes last."""
    for title in tree.iter("title"):
        if words := _even(title.text_content()):
            yield words


def _metas(tree: Any) -> dict[str, list[str]]:
    """Values of the page's meta elements by what they tell, best first."""
    given: dict[str, list[str]] = {}
    for meta in tree.iter("meta", "time"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        content = _even(meta.get("content") or meta.get("datetime") or "")
        for name in names if content else ():
            given.setdefault((name or "").lower(), []).append(content)
    return {
        kind: [value for name in names for value in given.get(name, ())]
        for kind, names in lexicon("pages")["meta"].items()
    }


def _linked(tree: Any) -> list[dict[str, Any]]:
    """The page's reports in JSON-LD."""
    wanted = frozenset(lexicon("pages")["articles"]["types"])
    found = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            found += [item for item in _items(script.text or "") if wanted & _types(item)]
    return sorted(found, key=lambda item: "WebPage" in _types(item))


def _items(words: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(words)
    except (ValueError, RecursionError):
        return []
    listed = data if isinstance(data, list) else [data]
    graphs = [item["@graph"] for item in listed if isinstance(item, dict) and isinstance(item.get("@graph"), list)]
    return [item for item in (*listed, *(item for graph in graphs for item in graph)) if isinstance(item, dict)]


def _types(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    return {name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)}


def _listed(items: list[dict[str, Any]], key: str) -> list[str]:
    return [value for item in items if isinstance(value := item.get(key), str)]


def _publishers(items: list[dict[str, Any]]) -> Iterator[str]:
    for item in items:
        named = item.get("publisher")
        named = named[0] if isinstance(named, list) and named else named
        name = named.get("name") if isinstance(named, dict) else named
        if isinstance(name, str) and name.strip():
            yield _even(name)
