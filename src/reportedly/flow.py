"""Documents become claims; claims become series and events; series become estimates; estimates become a report.

The sentence as code, as far as it goes today: ``absorb`` reads documents and finds their claims, ``conclude`` makes
a report of them. Nothing is stored and nothing is kept between calls but the parser, which is loaded when first
needed.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from reportedly import claims
from reportedly.documents import read
from reportedly.documents.drafts import Keeper, hashed
from reportedly.errors import ReadError
from reportedly.language import Parser, loading
from reportedly.language.parser import paragraphs
from reportedly.model import (
    Amount,
    Document,
    Estimate,
    Event,
    Judgement,
    Named,
    Part,
    PartKind,
    Predicate,
    Reading,
    Report,
    Saying,
    Span,
    Timed,
    When,
)
from reportedly.values.publication import published as published_of

if TYPE_CHECKING:
    from reportedly.ledger import Added, Entry, Ledger
    from reportedly.model import Estimate, Reported, Series
    from reportedly.values.names import Name

Absorbed = tuple[Document, Reading] | ReadError
Progress = Callable[[str, int, int], None]

Clock = Literal["learned", "published"]

AHEAD = 6000  # characters of further documents that are being analysed while one is made claims of, some 1,000 words
LANGUAGE = "en"
RULE = "latest-by-origin/1"  # says what it does in its name, and needs no other series to do it
VAGUE = "plural"
ALWAYS = "~"  # sorts behind every moment
LONGEST_TITLE = 150  # characters; longer lines are sentences that lost their full stop
SENTENCE_END = ".!?…:;\"'”’)"


def parser() -> Parser:
    """The embedded English model; checked and loaded once."""
    return loading().result()


def extract(document: Document | str, *, progress: Progress | None = None) -> Reading:
    """What ``document`` says; plain text is taken as one body. A text that is not English is named and not read."""
    return _begun(plain(document) if isinstance(document, str) else document, progress)()


def _begun(document: Document, progress: Progress | None) -> Callable[[], Reading]:
    """Begins to analyse the words of ``document``; its reading is made when it is asked for."""
    model = parser()
    made_by = f"{model.name}:{model.digest[:12]}"
    if document.language.split("-")[0] != LANGUAGE:
        return lambda: claims.unread(document, made_by, f"not English ({document.language}); not read")

    def heard(done: int, of: int) -> None:
        if progress:
            progress(document.address, done, of)

    sentences = model.stream(document.text, claims.blocks(document), heard)
    claims.prepare_times()
    return lambda: claims.extract(document, sentences, model=made_by)


def quantities(document: Document | str) -> tuple[Amount, ...]:
    """Every quantity of ``document`` with what it counts, in order of the text."""
    figures = (claim for claim in extract(document).claims if claim.kind == "figure")
    return tuple(Amount(claim.evidence, claim.quantity, claim.counted, claim.basis) for claim in figures)


def statuses(document: Document | str) -> tuple[Predicate, ...]:
    """Every verb and other predicate of ``document``, and whether by the words what it tells of has come about."""
    document = plain(document) if isinstance(document, str) else document
    return tuple(claims.predicates(document, parser()(document.text, claims.blocks(document))))


def times(document: Document | str, published: str | None = None) -> tuple[Timed, ...]:
    """Every expression of time; ``published`` is ISO 8601 as precise as known, by default that of the document."""
    from reportedly.values.dates import times as times_of  # its tables would slow the start of all that needs none

    document = plain(document) if isinstance(document, str) else document
    return tuple(
        Timed(
            document.span(found.start, found.end),
            found.kind,
            found.value,
            When(found.low, found.high, document.text[found.start : found.end], found.anchor),
            found.mod,
            found.role,
        )
        for found in times_of(document.text, published or document.published)
    )


def names(document: Document | str) -> tuple[Named, ...]:
    """Every name, found by the tables and by the parser together, with codes where they are certain."""
    from reportedly.values.names import names as names_of  # its tables would slow the start of all that needs none

    document = plain(document) if isinstance(document, str) else document
    sentences = parser()(document.text, claims.blocks(document))
    entities = [(s.starts[a], s.ends[b - 1], kind) for s in sentences for a, b, kind in s.entities]
    return tuple(_named(document, found) for found in names_of(document.text, entities))


def _named(document: Document, found: "Name") -> Named:
    span = document.span(found.start, found.end)
    named = Named(span, found.kind, found.name, found.actor, found.wikidata, metonym=found.metonym)
    place = found.place
    if place is None:
        return named
    return replace(
        named,
        country=place.country,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
    )


def attributions(document: Document | str) -> tuple[Saying, ...]:
    """Everything said, thought or held in ``document``: by whom, by which words, and what; nested ones included."""
    document = plain(document) if isinstance(document, str) else document
    return claims.attributions(document, parser().stream(document.text, claims.blocks(document)))


def plain(text: str) -> Document:
    """A document of ``text`` alone: paragraphs between blank lines; the first is a headline if it has no full stop."""
    ranges = [(start, end) for start, end in paragraphs(text) if text[start:end].strip()]
    parts = tuple(Part(_kind(text[start:end], first=not i), start, end) for i, (start, end) in enumerate(ranges))
    return Document(address="text", text=text, parts=parts)


def _kind(paragraph: str, *, first: bool) -> PartKind:
    line = paragraph.strip()
    titled = first and len(line) <= LONGEST_TITLE and "\n" not in line and line[-1] not in SENTENCE_END
    return "headline" if titled else "body"


def absorb(
    addresses: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    kept: Keeper = hashed,
) -> Iterator[Absorbed]:
    """Each document of ``addresses`` with its reading, or what was wrong with it; in order.

    ``kept`` is given the bytes that each comes from, before it. While one is made claims of, the next few are being
    analysed, so that a pile of short reports is read nearly as fast as one long text; what each says is the same as if
    it was read by itself.
    """
    loading()
    claims.prepare()
    begun: deque[tuple[int, Callable[[], Absorbed]]] = deque()
    ahead = 0  # characters of those begun
    for found in (document for address in addresses for document in read(address, stdin=stdin, kept=kept)):
        length, _ = latest = _absorbing(found, progress)
        begun.append(latest)
        ahead += length
        while begun and ahead - begun[0][0] >= AHEAD:
            length, absorbed = begun.popleft()
            ahead -= length
            yield absorbed()
    for _, absorbed in begun:
        yield absorbed()


def _absorbing(found: Document | ReadError, progress: Progress | None) -> tuple[int, Callable[[], Absorbed]]:
    """How many characters of it are begun, and how it is absorbed."""
    if isinstance(found, ReadError):
        return 0, lambda: found
    made = _begun(found, progress)
    return len(found.text), lambda: (found, made())


def record(
    ledger: "Ledger", reads: Callable[..., Iterator[Absorbed]], now: Callable[[], str], **how: Any
) -> Iterator[tuple[Document, Reading, "Added"] | ReadError]:
    """What ``reads`` (``absorb`` or ``tabulate``, told ``how``) finds goes into a ledger, one document a write.

    ``now`` tells when each is learned (ISO 8601, UTC). An earlier version of a page comes at the end: it is back only
    if no other one was found at its place.
    """
    from reportedly.ledger.rows import place  # the database's modules are loaded where there is a ledger

    fetched: deque[tuple[str, bytes]] = deque()
    held: dict[str, tuple[Document, Reading, Added]] = {}

    def kept(data: bytes) -> str:
        fetched.append((hashed(data), data))
        return fetched[-1][0]

    for absorbed in reads(kept=kept, **how):
        if isinstance(absorbed, ReadError):
            yield absorbed
        else:
            document, reading = absorbed
            learned = now()
            document = replace(document, fetched=learned)
            raw = _from(document, fetched)
            with ledger.writing() as writer:
                added = writer.add(document, reading, learned, raw, last=False)
                is_past = writer.is_past(document)
            if (earlier := held.pop(place(document), None)) is not None:
                yield earlier
            if is_past:
                held[place(document)] = document, reading, added
            else:
                yield document, reading, added
    for document, reading, _ in held.values():
        yield document, reading, ledger.add(document, reading, now())


def _from(document: Document, fetched: deque[tuple[str, bytes]]) -> bytes | None:
    """The bytes that ``document`` comes from; those before them, from which no more documents come, are let go."""
    if not any(sha == document.raw_sha256 for sha, _ in fetched):
        return None
    while fetched[0][0] != document.raw_sha256:
        fetched.popleft()
    return fetched[0][1]


def tabulate(
    addresses: Iterable[str],
    key: str,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    kept: Keeper = hashed,
) -> Iterator[Absorbed]:
    """Each row of the tables at ``addresses`` with its reading, by the ``key`` (a TOML file) that says how."""
    from reportedly.claims.coded import coded  # only tables need these
    from reportedly.documents.tables import coding, read_table

    del stdin, progress  # a table is read at once
    told = coding(key)
    for address in addresses:
        for document in read_table(address, told, kept=kept):
            yield document if isinstance(document, ReadError) else (document, coded(document, told))


def recall(
    ledger: "Ledger", at: str, *, by: Clock = "learned", beside: Collection[str] | None = None
) -> tuple[list["Entry"], list[Judgement]]:
    """What ``ledger`` held at the moment ``at``, as judged by then; and the judgements that find their claim no more.

    ``at`` is ISO 8601, as wide as it is told: "2025-01" means until that month's end. ``by`` says whether a document
    counts from when the record learned it, or from when it was published; one without a date then counts never.
    ``beside`` asks for the places of some documents (their digests) alone.
    """
    from reportedly.ledger.judged import judged  # the database's modules are loaded where there is a ledger

    until = at + ALWAYS
    moment = until if by == "learned" else ALWAYS
    judgements = ledger.judgements(moment)
    entries: list[Entry] = []
    lost: list[Judgement] = []
    for entry in ledger.entries(moment, beside=beside):
        if by == "published" and not _was_published(entry, until):
            continue
        mine = [judgement for judgement in judgements if judgement.evidence.document in entry.known_as]
        reading, gone = judged(entry.reading, mine)
        entries.append(replace(entry, reading=reading))
        lost += gone
    return entries, lost


def _was_published(entry: "Entry", until: str) -> bool:
    day = published_of(entry.document, entry.reading)
    return day is not None and day <= until


def conclude(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    failures: Sequence[ReadError] = (),
    *,
    judgements: Sequence[Judgement] = (),
    rule: str = RULE,
    moment: str | None = None,
    vague: str = VAGUE,
) -> Report:
    """The report of what was read, the same whatever order it came in.

    Each series is summed up by ``rule`` (see ``estimates.RULES``) as of ``moment`` (ISO 8601; None: as of all that
    was read), vague words read by ``vague`` (see ``values/bounds.toml``). Raises ``PluginError`` where no rule is
    called so.
    """
    # Their tables would slow the start of who only reads.
    from reportedly import events, findings, origins, outlook, series
    from reportedly.estimates import together
    from reportedly.estimates.words import reported
    from reportedly.fulfilment import fulfilled
    from reportedly.values.wordings import Wordings

    pairs = sorted(zip(documents, readings, strict=True), key=lambda pair: (pair[0].address, pair[0].id))
    wordings = Wordings()
    statements = origins.statements(pairs)
    found = series.series(pairs, judgements, wordings=wordings)
    keys = {claim: one.key for one in found for claim in one.claims}
    links = series.links(pairs, found, statements)
    happened = events.events(pairs, wordings)
    stated = {claim.id: (document.id, claim.quantity) for document, reading in pairs for claim in reading.claims}
    families = series.families(found, links, happened, stated)
    words = reported(found, pairs, statements, reading=vague)
    told = {family.series[0]: tuple(word for name in family.series for word in words[name]) for family in families}
    made = _estimates(told, found, rule=rule, moment=moment)
    heads = {name: family.series[0] for family in families for name in family.series}
    announced = outlook.announced(pairs)
    narrowed, contradicted = together(
        made,
        links,
        heads,
        balances=series.balances(found, pairs),
        days={word.id: word.day or "" for mine in told.values() for word in mine},
        earlier=lambda name, day: _estimates({name: told[name]}, found, rule=rule, moment=day)[name],
        growing=[one.id for one in found if one.key.scope == "cumulative"],
    )
    return Report(
        documents=tuple(document for document, _ in pairs),
        readings=tuple(reading for _, reading in pairs),
        findings=(
            *findings.told_once(
                [shown for pair in pairs for shown in findings.find(*pair)],
                findings.between(pairs, statements, found, families),
            ),
            *findings.unbalanced(contradicted, made, found, pairs),
        ),
        outlook=fulfilled(outlook.met(announced, pairs, keys, moment), pairs, moment, _predicates),
        failures=tuple(sorted((failure.address, failure.reason) for failure in failures)),
        statements=statements,
        series=found,
        links=links,
        families=families,
        events=happened,
        estimates=tuple(made.items()),
        narrowed=tuple(narrowed.items()),
        contradicted=contradicted,
    )


def _predicates(document: Document, span: Span) -> tuple[Predicate, ...]:
    """The predicates of one sentence."""
    return tuple(claims.predicates(document, parser()(document.text, ((span.start, span.end),))))


def _estimates(
    told: Mapping[str, Sequence["Reported"]],
    found: Iterable["Series"],
    *,
    rule: str,
    moment: str | None,
) -> dict[str, "Estimate"]:
    """The estimate of each family by the digest of its first series, of the words told by it.

    What is yet to come is weighed apart.
    """
    from reportedly.estimates import estimates

    done = {one.id: one.key.done for one in found}
    made: dict[str, Estimate] = {}
    for state in (True, False):
        made |= estimates({name: one for name, one in told.items() if done[name] == state}, rule, moment, done=state)
    return {name: made[name] for name in told}


def tolls(
    happened: Iterable[Event],
    pairs: Iterable[tuple[Document, Reading]],
    *,
    rule: str = "consensus/1",
    moment: str | None = None,
    silent: Literal["unknown", "nobody"] = "unknown",
) -> dict[str, dict[str, Estimate]]:
    """For each of the events in ``happened``, by its digest: how many were killed and how many injured.

    ``pairs`` are the documents they come from with their readings, ``rule`` one of ``estimates``, ``moment`` when it is
    asked (ISO 8601; None: now). With ``silent`` "nobody" a report that tells of the killed and of nobody injured tells
    that nobody was, and the other way round, as recorders of incidents take it.
    """
    from reportedly import estimates
    from reportedly.events import tolls as counted

    read = {document.id: (document, {claim.id: claim for claim in reading.claims}) for document, reading in pairs}
    wholes = {}
    for event in happened:
        mine = set(event.claims)
        documents = [read[document] for document in dict.fromkeys(event.documents)]
        said = [(doc, [claim for id_, claim in claims.items() if id_ in mine]) for doc, claims in documents]
        told = ((doc, counted.told(doc, claims, silent=silent)) for doc, claims in said)
        wholes[event.id] = counted.words(told)
    return estimates.shares(wholes, rule, moment)
