"""Documents become claims: a number in a cell counts what the head of its column, or the name of its row, says.

No sentence tells it, so that nothing is parsed: of each cell the labels above and beside it tell what is counted, when,
where and in which unit; where they tell no thing, the title of the table does. What the labels leave open is refused
with a reason, as is what no label reaches. A row or column of totals is the whole of which the others are parts.
Cells that hold sentences are named for the parser (``prose``). The time grows with the number of cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from reportedly.claims.attribution.kinds import kind_of_words
from reportedly.claims.labels import YEAR, Label, Labels, Scale, Sort, Thing, measured, narrowed
from reportedly.claims.lexicons import lexicon, words
from reportedly.claims.persons import is_people
from reportedly.frozen import dataclass
from reportedly.model import (
    Attribution,
    Claim,
    Counted,
    Document,
    Part,
    Quantity,
    Rejected,
    Slot,
    Span,
    Status,
    Verb,
    When,
)
from reportedly.model.tables import Cell, Table, cells
from reportedly.values import find, is_money
from reportedly.values.units import COUNT

MADE_BY = "cells/1"
MOST = 4000  # cells of one table that are read; more are a dump of data, and no report
LONGEST_FIGURE = 40  # characters of a cell that may be a number by itself
LONGEST_TITLE = 200  # characters
HEADS = 3  # rows that may be heads where no line of dashes says so
PROSE = 5  # words from which on a cell without a number of its own is parsed as a sentence
DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[^\W\d_]{2,}")
NOTE = re.compile(r"(?:\s|\[[^\[\]]{1,4}\]|\([a-z]\)|[*†‡^])+$")
LONGEST_NOTE = 12  # characters
# What a cell may hold by itself, though beside words it would count nothing: "2020", and "one" in letters.
WRITTEN = ("year", "code", "list_number")
SPELT = ("idiom",)
CREDIT = re.compile(r"(?:data )?sources?(?: of data)?\s*:\s*(?P<name>[^.;|\n]{2,100})", re.IGNORECASE)


def prose(document: Document, at: int) -> Iterator[Cell]:
    """The cells of a table, the document's part ``at``, that are to be parsed: sentences, and numbers among words."""
    return _Reading(document, at, None).prose()


def read(document: Document, at: int, published: str | None) -> tuple[list[Claim], list[Rejected]]:
    """The claims of the table that is the document's part ``at``, in order, and what was refused in it."""
    reading = _Reading(document, at, published)
    return reading.claims(), reading.rejected


@dataclass(frozen=True, slots=True)
class _Figure:
    """A cell's number with the place of its own words."""

    span: Span
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Line:
    """What the labels of one column, or of one row, tell together."""

    labels: tuple[Label, ...]

    def of(self, *sorts: Sort) -> Label | None:
        """The innermost label of one of ``sorts``."""
        return next((label for label in reversed(self.labels) if label.sort in sorts), None)

    @property
    def scale(self) -> Scale | None:
        """The innermost scale."""
        return next((label.scale for label in reversed(self.labels) if label.scale is not None), None)

    @property
    def bag(self) -> frozenset[str]:
        return frozenset().union(*(label.bag for label in self.labels))


class _Reading:
    """Reads one table."""

    def __init__(self, document: Document, at: int, published: str | None) -> None:
        self.document, self.at, self.published = document, at, published
        self.part: Part = document.parts[at]
        self.table: Table = cells(document.text, self.part.start, self.part.end)
        self.rejected: list[Rejected] = []
        self.width = max(map(len, self.table.rows), default=0)
        self._figures: dict[Cell, _Figure | None] = {}
        self.heads = self.table.heads or self._guessed()
        self.is_long = len(self.table.rows) * self.width > MOST
        self.body = () if self.is_long else self._below()

    # Where figures stand

    def _guessed(self) -> int:
        """How many rows at the top hold no number but years: the heads, where no line of dashes shows them."""
        rows = self.table.rows
        bare = (not any(self._is_number(cell) for cell in row[1:]) for row in rows[:HEADS])
        number = next((at for at, none in enumerate((*bare, False)) if not none), 0)
        return number if number < len(rows) else 0

    def _is_number(self, cell: Cell) -> bool:
        year = YEAR.fullmatch(self.document.text[cell[0] : cell[1]].strip("*_ "))
        return year is None and self._figure(cell) is not None

    def _below(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows below the heads; rows right below them that hold words alone are heads, too."""
        rows = self.table.rows
        while self.heads and self.heads < min(len(rows) - 1, HEADS) and not any(map(self._is_number, rows[self.heads])):
            if len([cell for cell in rows[self.heads] if cell[0] < cell[1]]) < 2 or self._names_row(self.heads):
                break
            self.heads += 1
        return rows[self.heads :]

    def _names_row(self, at: int) -> bool:
        """Whether a row has a name of its own, as one whose figures are unknown has."""
        start, end = self.table.rows[at][0]
        return start < end

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns in which numbers stand by themselves; the first names the rows."""
        body, found = self.body, []
        for at in range(1, self.width):
            told = [row[at] for row in body if at < len(row) and row[at][0] < row[at][1]]
            numbers = sum(self._figure(cell) is not None for cell in told)
            if numbers and 2 * numbers >= len([cell for cell in told if not self._is_empty(cell)]):
                found.append(at)
        return tuple(found)

    def _is_empty(self, cell: Cell) -> bool:
        return self.document.text[cell[0] : cell[1]].lower() in {*_empty("nothing"), *_empty("unknown")}

    def _figure(self, cell: Cell) -> _Figure | None:
        if cell not in self._figures:
            self._figures[cell] = self._read_figure(*cell)
        return self._figures[cell]

    def _read_figure(self, start: int, end: int) -> _Figure | None:
        """The number that a cell is, but for a note or a mark behind it."""
        text = self.document.text
        if end - start > LONGEST_FIGURE + LONGEST_NOTE:
            return None
        while start < end and text[start] in "*_+":
            start += 1
        note = NOTE.search(text, max(start, end - LONGEST_NOTE), end)
        end = note.start() if note and note.start() > start else end
        spelt = not DIGIT.search(text, start, end)
        if not 0 < end - start <= LONGEST_FIGURE or (spelt and not LETTERS.match(text, start, end)):
            return None
        found, refused = find(text[start:end])
        told = [(f.start, f.end, f.quantity) for f in found] + [(r.start, r.end, r.quantity) for r in refused]
        if len(told) != 1 or (told[0][0], told[0][1]) != (0, end - start):
            return None
        quantity = told[0][2]
        if (
            quantity is None
            or text[start] == "("
            or (refused and refused[0].reason not in (SPELT if spelt else WRITTEN))
        ):
            return None
        return _Figure(self.document.span(start, end), quantity)

    def prose(self) -> Iterator[Cell]:
        """The cells to be parsed."""
        columns = set(self.columns)
        for row in self.body:
            for at, cell in enumerate(row):
                quote = self.document.text[cell[0] : cell[1]]
                if at in columns and self._figure(cell) is not None:
                    continue
                many = len(LETTERS.findall(quote))
                if many >= PROSE or (at > 0 and many >= 2 and (DIGIT.search(quote) or self._counts(at, quote))):
                    yield cell

    def _counts(self, at: int, quote: str) -> bool:
        """Whether a remark behind the numbers has one in letters: "four trucks looted"."""
        return at > self._first and bool(find(quote)[0])

    # What the labels say

    @cached_property
    def title(self) -> Span | None:
        """The line above the table, where it is no sentence."""
        parts = self.document.parts
        at = self.at
        if not at or parts[at - 1].kind in ("table", "notice", "headline"):
            return None  # a headline tells what is new, and not what stands in a table
        start, end = parts[at - 1].start, parts[at - 1].end
        quote = self.document.text[start:end]
        plain = end - start <= LONGEST_TITLE and not quote.rstrip("*_ ").endswith((".", "!", "?", "”", '"'))
        return self.document.span(start, end) if plain else None

    @cached_property
    def labels(self) -> Labels:
        """The reader of labels, with the year that the title tells."""
        years = YEAR.findall(self.title.quote) if self.title else []
        return Labels(self.document, self.published, years[0] if len(set(years)) == 1 else None)

    @cached_property
    def named(self) -> Label | None:
        """The title as a label."""
        return None if self.title is None else self.labels.read(self.title.start, self.title.end)

    @cached_property
    def sorts(self) -> tuple[Sort | None, ...]:
        """What the head of each column says of the names below it."""
        sorts = lexicon("cells")["sorts"]
        told = []
        for at in range(self.width):
            low = {self.document.text[c[0] : c[1]].lower().strip("*_: ") for c in self._above(at)}
            told.append(next((sort for sort in sorts if low & set(sorts[sort])), None) if low else None)
        return tuple(told)

    def _above(self, at: int) -> list[Cell]:
        """The heads over a column; an empty one takes that of the merged cell on its left, where one is below it."""
        found = []
        for number, row in enumerate(self.table.rows[: self.heads]):
            cell = row[at] if at < len(row) else (0, 0)
            if cell[0] == cell[1] and number < self.heads - 1 and at > 1:
                cell = next((c for c in reversed(row[1:at]) if c[0] < c[1]), cell)
            if cell[0] < cell[1]:
                found.append(cell)
        return found

    @cached_property
    def heads_of(self) -> dict[int, _Line]:
        """What is told above each column of numbers; a unit or a change alone is of the thing on its left."""
        found: dict[int, _Line] = {}
        before: Label | None = None
        for at in self.columns:
            told = tuple(self.labels.read(*cell) for cell in self._above(at))
            line = _Line(told)
            own = line.of("thing")
            if own is None and before is not None and told and line.of("unit", "change"):
                line = _Line((before, *told))
            before = own or (before if own is None else None)
            found[at] = line
        return found

    @cached_property
    def _first(self) -> int:
        """The first column of numbers; what names a row stands before it."""
        return next((at for at in self.columns if not self._is_label(at)), self.width) if self.columns else self.width

    def _row_labels(self, row: Sequence[Cell], above: Sequence[Label]) -> tuple[Label, ...]:
        """The names of a row; an empty first one goes on from the row above where another names the row."""
        found: list[Label] = []
        for at, cell in enumerate(row[: self._first]):
            sort = self.sorts[at] if at < len(self.sorts) else None
            if cell[0] < cell[1]:
                found.append(self.labels.read(*cell, sort=sort))
            elif not found and above and any(start < end for start, end in row[at + 1 : self._first]):
                found.append(above[0])
        return tuple(label for label in found if label.sort != "number")

    # Claims

    def claims(self) -> list[Claim]:
        """The claims of the table in order of place."""
        if self.is_long:
            self.rejected.append(Rejected(self.document.span(self.part.start, self.part.end), "long_table"))
            return []
        made: list[tuple[int, int, Claim]] = []
        labels: tuple[Label, ...] = ()
        for number, row in enumerate(self.body):
            labels = self._row_labels(row, labels)
            for at, cell in enumerate(row):
                claim = self._claim(number, at, cell, _Line(labels))
                if claim is not None:
                    made.append((number, at, claim))
        for cell in (cell for row in self.table.rows[: self.heads] for cell in row):
            if DIGIT.search(self.document.text, *cell):
                dated = self.labels.read(*cell).sort == "time"
                self.rejected.append(Rejected(self.document.span(*cell), "date" if dated else "name"))
        self.rejected.sort(key=lambda refused: refused.span.start)
        return self._summed(made)

    def _claim(self, number: int, at: int, cell: Cell, row: _Line) -> Claim | None:
        column, figure = self.heads_of.get(at), self._figure(cell)
        if cell[0] == cell[1] or not (DIGIT.search(self.document.text, *cell) or (column and figure)):
            return None
        if column is None:
            if not self._is_prose(cell):
                dated = any(label.sort == "time" and label.span.start == cell[0] for label in row.labels)
                reason = "date" if dated else "name" if figure is None else "list_number"
                self.rejected.append(Rejected(self.document.span(*cell), reason))
            return None
        if figure is None:
            if not self._is_prose(cell):
                self.rejected.append(Rejected(self.document.span(*cell), "cell"))
            return None
        told = None if column.of("number", "time") is not None and self._is_label(at) else self._told(column, row)
        quantity = None if told is None else self._quantity(figure.quantity, column, row, told[0])
        if told is None or quantity is None:
            nobody = "list_number" if column.of("number") is not None else "no_word"
            self.rejected.append(Rejected(figure.span, nobody if told is None else "unit"))
            return None
        return self._made(number, figure, quantity, told=told, lines=(column, row))

    def _is_prose(self, cell: Cell) -> bool:
        return len(LETTERS.findall(self.document.text[cell[0] : cell[1]])) >= 2

    def _is_label(self, at: int) -> bool:
        """Whether a column of numbers only names its rows: years, or numbers of items."""
        return self.sorts[at] == "time" or self.heads_of[at].of("number") is not None

    def _told(self, column: _Line, row: _Line) -> tuple[Thing, Label | None] | None:
        """What a cell counts, and the label that says of which of them; None where no label names a thing."""
        above, beside = column.of("thing"), row.of("thing", "none")
        if above is None and column.of("none") is not None:
            return None  # a head that nobody understands
        if above is not None and above.thing is not None:
            return self._joined(column, above.thing, beside)
        titled = self.named.thing if self.named is not None else None
        named = None if titled is None else replace(titled, rest="")
        listed = self._lists_names or row.of("total", "place", "origin", "time") is not None
        if beside is not None and beside.thing is not None and not (listed and named is not None):
            return beside.thing, None
        return None if named is None else (named, beside)

    @cached_property
    def _lists_names(self) -> bool:
        """Whether the rows have the names of those that the title counts: "Ministry", or "Seats by party"."""
        head = next(iter(self._above(0)), None)
        told = head is not None and self.sorts[0] != "thing"
        return told or (self.title is not None and " by " in self.title.quote.lower())

    def _joined(self, column: _Line, thing: Thing, beside: Label | None) -> tuple[Thing, Label | None]:
        """The deed of a column with the noun above it or, of "Children", "Killed" and 12, that beside it."""
        over = [label.thing for label in column.labels if label.thing is not None and label.thing is not thing]
        deed = measured(thing, COUNT)
        alone = thing.deed is None and (deed.open or not over) and _is_deed(thing)
        if alone and over:
            noun = over[-1]
            return Thing(noun.phrase, noun.head, noun.lemma, thing.head, _is_deed(thing)), beside
        named = self.sorts[: self._first]
        things = named[:1] == (None,) or "thing" in named
        people = beside is not None and beside.thing is not None and is_people(beside.thing.lemma)
        if (
            alone
            and (things or people)
            and beside is not None
            and beside.thing is not None
            and beside.thing.deed is None
        ):
            noun = beside.thing
            return Thing(noun.phrase, noun.head, noun.lemma, thing.head, _is_deed(thing)), None
        return thing, beside

    def _quantity(self, own: Quantity, column: _Line, row: _Line, thing: Thing) -> Quantity | None:
        """A cell's number in the unit that its labels tell; None where they leave it open."""
        scale = column.scale or row.scale
        if own.unit != COUNT:
            found: Quantity | None = own
        elif scale is not None:
            found = _scaled(own, scale) if scale.known else None
        else:
            found = self._as_titled(own, column, row, thing)
        if found is not None and column.of("change") is not None:
            return _changed(found)
        return found

    def _as_titled(self, own: Quantity, column: _Line, row: _Line, thing: Thing) -> Quantity | None:
        """A number by the unit that the title or the first head tells of the whole table."""
        scale = self._general
        if scale is None:
            return own
        told = {*column.bag, *row.bag, thing.lemma}
        apart = is_people(thing.lemma) or thing.lemma in words("cells", "apart", "words")
        apart = apart or bool(told & words("cells", "unsummed", "words"))
        if apart and (is_money(scale.unit) or scale.unit != COUNT):
            return None
        return _scaled(own, scale) if scale.known else None

    @cached_property
    def _general(self) -> Scale | None:
        """What the title or the corner says of all numbers; a unit of goods in a corner is that of nobody."""
        corner = [self.labels.read(*cell).scale for cell in self._above(0)]
        wide = [scale for scale in corner if scale is not None and (scale.factor != 1 or is_money(scale.unit))]
        titled = self.named.scale if self.named is not None else None
        return wide[0] if wide else titled

    def _made(
        self,
        number: int,
        figure: _Figure,
        quantity: Quantity,
        *,
        told: tuple[Thing, Label | None],
        lines: Sequence[_Line],
    ) -> Claim:
        thing, of = told
        context = self.document.span(*self.table.lines[self.heads + number])
        when = next((label.when for line in reversed(lines) if (label := line.of("time")) is not None), None)
        place = next((label.span for line in reversed(lines) if (label := line.of("place")) is not None), None)
        origin = next((label for line in reversed(lines) if (label := self._origin(line)) is not None), None)
        slots = () if place is None or origin is not None else (Slot("place", place),)
        measure = measured(thing, quantity.unit, quantity.change)
        of = of or origin
        if of is not None:
            people = (
                of.thing is not None and is_people(of.thing.lemma) and of.low not in words("cells", "rest", "words")
            )
            slots = (*slots, Slot("population" if people else "owner", of.span))
            measure = measure if people else narrowed(measure, of.span.quote)
        return Claim(
            kind="figure",
            basis="written",
            evidence=figure.span,
            context=context,
            part="table",
            quantity=quantity,
            counted=Counted(thing.phrase, thing.head, thing.lemma),
            verb=None if thing.verb is None or thing.deed is None else Verb(thing.verb, thing.deed),
            when=when or (self.labels.dated(self.title) if self.title else None),
            attribution=self.attribution,
            status=self._status(lines, when),
            measure=measure,
            made_by=MADE_BY,
            slots=slots,
        )

    def _origin(self, line: _Line) -> Label | None:
        """Where those who are counted come from, which is not where they are."""
        return line.of("origin", "place") if self._is_of_origins else line.of("origin")

    @cached_property
    def _is_of_origins(self) -> bool:
        told = self.title.quote.lower().split() if self.title else []
        return not words("cells", "origins", "words").isdisjoint(word.strip(",.:()") for word in told)

    def _status(self, lines: Sequence[_Line], when: When | None) -> Status:
        """A target is a plan, a projection is expected, and so is what a time to come is told of."""
        told = frozenset().union(*(line.bag for line in lines), self.named.bag if self.named else ())
        for status in ("planned", "expected"):
            if told & words("cells", "ahead", status, "words"):
                return "planned" if status == "planned" else "expected"
        start = when.start if when is not None else None
        later = start is not None and self.published is not None and start[: len(self.published)] > self.published
        return "expected" if later else "happened"

    @cached_property
    def attribution(self) -> tuple[Attribution, ...]:
        """The outlet, and whom the line under the table names as its source."""
        outlet = (Attribution(self.document.outlet, "media"),) if self.document.outlet else ()
        at = self.at + 1
        below = self.document.parts[at] if at < len(self.document.parts) else None
        told = CREDIT.match(self.document.text, below.start, below.end) if below is not None else None
        if told is None:
            return outlet
        span = self.document.span(*told.span("name"))
        return (*outlet, Attribution(span.quote.strip(), kind_of_words(span.quote) or "unnamed", span, span))

    # Totals

    def _summed(self, made: Sequence[tuple[int, int, Claim]]) -> list[Claim]:
        """The claims, those below or beside a total told as its parts: of a column, or where it has none of the row."""
        rows = [number for number, row in enumerate(self.body) if self._is_total(row)]
        ends = [at for at in self.columns if self.heads_of[at].of("total") is not None]
        whole = {at: claim for number, at, claim in made if rows == [number]}
        across = {number: claim for number, at, claim in made if ends == [at]}
        gaps = {at for at in self.columns if self._has_gaps(at)}
        found = []
        for number, at, claim in made:
            over = whole.get(at) if rows != [number] else None
            if over is None and not rows and ends != [at]:
                over = across.get(number)
            if over is not None and at not in gaps and self._adds(claim, over, at):
                claim = replace(claim, part_of=over.id)
            found.append(claim)
        return found

    def _is_total(self, row: Sequence[Cell]) -> bool:
        """Whether the first of a row's names says that it sums up the others."""
        first = next((cell for cell in row if cell[0] < cell[1]), (0, 0))
        return self.labels.is_total(*first)

    def _has_gaps(self, at: int) -> bool:
        """Whether a cell of a column says that its number is not known, or was not read."""
        told = (row[at] for row in self.body if at < len(row) and row[at][0] < row[at][1])
        nothing = set(_empty("nothing"))
        return any(self._figure(c) is None and self.document.text[c[0] : c[1]].lower() not in nothing for c in told)

    def _adds(self, claim: Claim, whole: Claim, at: int) -> bool:
        """Whether a figure is one of those that a total sums up."""
        alike = claim.quantity.unit == whole.quantity.unit and claim.quantity.change == whole.quantity.change == "level"
        same = claim.counted is not None and whole.counted is not None and claim.counted.lemma == whole.counted.lemma
        bag = self.heads_of[at].bag | ({claim.counted.lemma} if claim.counted else set())
        unit = claim.quantity.unit
        return (
            alike and same and unit != "percent" and "/" not in unit and not bag & words("cells", "unsummed", "words")
        )


def _scaled(own: Quantity, scale: Scale) -> Quantity:
    low = None if own.low is None else own.low * scale.factor
    high = None if own.high is None else own.high * scale.factor
    return replace(own, low=low, high=high, unit=scale.unit)


def _changed(own: Quantity) -> Quantity:
    """A change by the sign it has."""
    if own.low is None or own.high is None or own.low < 0 < own.high:
        return own
    if own.low < 0:
        return replace(own, low=-own.high, high=-own.low, change="decrease")
    return replace(own, change="increase")


def _is_deed(thing: Thing) -> str | None:
    from reportedly.claims.labels import deed_of

    return deed_of(thing.head.quote) if thing.phrase == thing.head else None


def _empty(name: str) -> tuple[str, ...]:
    return tuple(lexicon("cells")["empty"][name])
