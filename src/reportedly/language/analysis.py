"""Words become an analysis: tags, lemmas, a tree and names for each sentence, from one pass through the model."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from reportedly.frozen import dataclass
from reportedly.language.lemmas import Lemmas, Mending
from reportedly.language.names import Agreement, entities
from reportedly.language.pieces import FIRST, LAST, Pieces
from reportedly.language.trees import mended, sound

Inputs = dict[str, NDArray[np.int64]]
Scores = NDArray[np.float32]

NAME, HEAD, RELATION = 3, 4, 5  # columns of the model's best answers; before them upos, xpos and lemma rule
ANSWERS = ("best", "arcs", "dependents", "governors", "names")
WINDOW = 510  # pieces; the encoder has 512 positions and the first and last are its own
BUDGET = 512  # pieces a batch, padding included: larger ones leave the processor's cache and are slower
ROW = 128  # words of a stretch without a letter from which it is no sentence, and costs no pass through the model
EACH = 16  # pieces that would take as long as what a batch costs by itself
LEAST, SHARE = 128, 4  # a short text is cut into so many batches, none smaller than this, so that every worker has one
BODY, LIKE_BODY = "WHO", "UNESCO"
_FATAL = 3  # the runtime's log level: it shall raise, not print


class Analysis(NamedTuple):
    """One entry a word; heads are word indices, -1 for the root."""

    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...]


class Labels(NamedTuple):
    """What the numbers in the model's answer stand for."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rules: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]


class _Outputs(NamedTuple):
    """What the model says of a batch: [sentence, word, ...]. Best answers, and what mending them needs."""

    best: NDArray[np.int32]
    arcs: Scores
    dependents: Scores
    governors: Scores
    names: Scores


class _Row(NamedTuple):
    """A window of a sentence as the encoder reads it; word columns begin with the root."""

    words: Sequence[str]
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    lasts: list[int]


def _read_as(words: Sequence[str]) -> Sequence[str]:
    """With a body of like standing for "the WHO", whose letters are those of "who" to an uncased vocabulary."""
    if all(word.isupper() or not word[0].isalpha() for word in words):
        return words
    return [LIKE_BODY if word == BODY else word for word in words]


def is_row(words: Sequence[str]) -> bool:
    """Whether what stands for a sentence is a long row of numbers and signs, which has no grammar."""
    return len(words) >= ROW and not any(map(str.isalpha, "".join(words)))


def _row(words: Sequence[str]) -> Analysis:
    """A row: numbers and signs that hang from the first of them."""
    numbers = [any(map(str.isdigit, word)) for word in words]
    return Analysis(
        tuple(words),
        tuple(["NUM" if number else "PUNCT" for number in numbers]),
        tuple(["CD" if number else ":" for number in numbers]),
        (-1, *([0] * (len(words) - 1))),
        ("root", *["list" if number else "punct" for number in numbers[1:]]),
        (),
    )


def _joined(parts: Sequence[Analysis]) -> Analysis:
    """Windows of one sentence put together: the roots after the first hang from the first."""
    if len(parts) == 1:
        return parts[0]
    root = parts[0].heads.index(-1)
    heads: list[int] = []
    relations: list[str] = []
    names: list[tuple[int, int, str]] = []
    for part in parts:
        base = len(heads)
        names += [(start + base, end + base, kind) for start, end, kind in part.entities]
        relations += [
            "parataxis" if base and head < 0 else label for head, label in zip(part.heads, part.relations, strict=True)
        ]
        heads += [head + base if head >= 0 else root if base else -1 for head in part.heads]
    return Analysis(
        tuple(lemma for part in parts for lemma in part.lemmas),
        tuple(upos for part in parts for upos in part.upos),
        tuple(xpos for part in parts for xpos in part.xpos),
        tuple(heads),
        tuple(relations),
        tuple(names),
    )


def _batches(rows: Sequence[_Row]) -> list[list[int]]:
    """Rows of like length together, so that all of it with its padding is the least; a function of the rows alone.

    That is because batches bear on the last digit. Of the rows in order of length each batch is a stretch, and the best
    cut of the first so many goes on from the best cut of fewer.
    """
    budget = min(BUDGET, max(LEAST, sum(len(row.pieces) for row in rows) // SHARE))
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].pieces))
    costs, firsts = [0], [0]  # of the best cut of the first 0, 1, 2, ... rows: its cost, where its last batch begins
    for last, number in enumerate(order):
        length = len(rows[number].pieces)
        fitting = range(max(0, last + 1 - max(1, budget // length)), last + 1)
        cost, first = min((costs[first] + length * (last + 1 - first), first) for first in fitting)
        costs.append(cost + EACH)
        firsts.append(first)
    groups: list[list[int]] = []
    end = len(order)
    while end:
        groups.append(order[firsts[end] : end])
        end = firsts[end]
    return groups[::-1]


def _inputs(rows: Sequence[_Row]) -> Inputs:
    pieces, words = max(len(row.pieces) for row in rows), max(len(row.firsts) for row in rows)
    given = {
        name: np.zeros((len(rows), width), dtype=np.int64)
        for name, width in (("pieces", pieces), ("shapes", pieces), ("firsts", words), ("lasts", words))
    }
    for number, row in enumerate(rows):
        for name, values in zip(given, row[1:], strict=True):
            given[name][number, : len(values)] = values
    return given


@dataclass(frozen=True, slots=True)
class Work:
    """Sentences being analysed: what is known of each, whose each window is, the windows of each batch, its answers.

    Workers run the model and nothing else. What its answers come to is read by who waits for them (``read``): a worker
    that computed in Python would wait at each step for whoever else does.
    """

    known: Sequence[list[Analysis]]
    owners: Sequence[int]
    rows: Sequence[_Row]
    groups: Sequence[Sequence[int]]
    answers: Sequence[Future[list[Any]]]
    help: Callable[[], bool]
    read: Callable[[Sequence[_Row], _Outputs], list[Analysis]]

    def finish(self) -> list[Analysis]:
        """All of them, in the order in which they were given; who would wait does what waits (``help``)."""
        parts: dict[int, Analysis] = {}
        for group, answer in zip(self.groups, self.answers, strict=True):
            while not answer.done() and self.help():
                pass
            read = self.read([self.rows[row] for row in group], _Outputs(*answer.result()))
            parts.update(zip(group, read, strict=True))
        gathered = [list(known) for known in self.known]
        for number, owner in enumerate(self.owners):
            gathered[owner].append(parts[number])
        return [_joined(windows) for windows in gathered]

    def cancel(self) -> None:
        """Drop what has not begun."""
        for answer in self.answers:
            answer.cancel()


class Analyst:
    """The model, ready to run: in each of ``threads`` threads on a batch of its own.

    That is faster than sharing every batch among them, and their number cannot change a result. Of several threads one
    is that of who asks: when it would wait, it runs the model on whatever waits, so that no more threads compute than
    there are, and none is idle.
    """

    def __init__(
        self,
        graph: bytes,
        labels: Labels,
        pieces: Pieces,
        relation: Scores,
        *,
        mending: Mending,
        threads: int = 2,
    ) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._workers = ThreadPoolExecutor(max(1, threads - 1), thread_name_prefix="reportedly-language")
        self._waiting: deque[tuple[Inputs, Future[list[Any]]]] = deque()
        self._help = self._work if threads > 1 else bool
        self._labels, self._pieces, self._relation, self._lemmas = labels, pieces, relation, Lemmas(mending)
        self._agreement = Agreement(labels.names)

    def _rows(self, words: Sequence[str]) -> Iterator[_Row]:
        """A sentence longer than the window becomes several rows, cut between words."""
        start, numbers, shapes, firsts, lasts = 0, [FIRST], [0], [0], [0]
        told = _read_as(words) if BODY in words else words
        for place, word in enumerate(told):
            pieces, shape = self._pieces(word)
            if len(numbers) + len(pieces) > WINDOW:
                yield _Row(words[start:place], [*numbers, LAST], [*shapes, 0], firsts, lasts)
                start, numbers, shapes, firsts, lasts = place, [FIRST], [0], [0], [0]
            firsts.append(len(numbers))
            numbers.extend(pieces)
            shapes.extend([shape] * len(pieces))
            lasts.append(len(numbers) - 1)
        yield _Row(words[start:], [*numbers, LAST], [*shapes, 0], firsts, lasts)

    def _relabelled(self, dependents: Scores, governors: Scores) -> NDArray[np.int64]:
        """Labels for arcs that were moved, a row each, with the weights the model itself uses."""
        ends = np.concatenate([dependents, governors, dependents * governors], 1)
        best: NDArray[np.int64] = (ends @ self._relation[:-1] + self._relation[-1]).argmax(1)
        return best

    def _read(self, row: _Row, columns: Sequence[list[int]]) -> Analysis:
        upos, xpos, rules, names, heads, relations = columns
        labels = self._labels
        tags = tuple([labels.xpos[number] for number in xpos])
        return Analysis(
            self._lemmas(row.words, tags, [labels.rules[number] for number in rules]),
            tuple([labels.upos[number] for number in upos]),
            tags,
            tuple([head - 1 for head in heads]),
            tuple([labels.relations[number] for number in relations]),
            entities([labels.names[number] for number in names]) if any(names) else (),
        )

    def _trees_mended(self, best: NDArray[np.int64], given: _Outputs, lengths: NDArray[np.int64]) -> None:
        """Where the best heads form no tree, the best tree, with labels for the arcs that moved."""
        for number in np.flatnonzero(~sound(best[:, :, HEAD], lengths)):
            span = slice(lengths[number])
            heads = mended(best[number, span, HEAD], given.arcs[number, span, span])
            moved = np.flatnonzero(heads != best[number, span, HEAD])
            above = given.governors[number, heads[moved]]
            best[number, span, HEAD] = heads
            best[number, moved, RELATION] = self._relabelled(given.dependents[number, moved], above)

    def _names_mended(self, best: NDArray[np.int64], given: _Outputs, lengths: NDArray[np.int64]) -> None:
        """Where the best name tags contradict each other, the best that do not."""
        for number in np.flatnonzero(~self._agreement.sound(best[:, :, NAME], lengths)):
            span = slice(1, lengths[number])
            best[number, span, NAME] = self._agreement.best(given.names[number, span])

    def _analyses(self, rows: Sequence[_Row], given: _Outputs) -> list[Analysis]:
        best = given.best.astype(np.int64)
        lengths = np.array([len(row.firsts) for row in rows])
        self._trees_mended(best, given, lengths)
        self._names_mended(best, given, lengths)
        return [
            self._read(row, answer[:, 1 : len(row.firsts)].tolist())
            for row, answer in zip(rows, best.transpose(0, 2, 1), strict=True)
        ]

    def _all_rows(self, sentences: Sequence[Sequence[str]]) -> tuple[list[_Row], list[int]]:
        """Every window, and which sentence it belongs to."""
        rows: list[_Row] = []
        owners: list[int] = []
        for owner, words in enumerate(sentences):
            rows += () if is_row(words) else self._rows(words)
            owners += [owner] * (len(rows) - len(owners))
        return rows, owners

    def batches(self, sentences: Sequence[Sequence[str]]) -> list[Inputs]:
        """What the model is given for these sentences, batch by batch."""
        rows, _ = self._all_rows(sentences)
        return [_inputs([rows[number] for number in group]) for group in _batches(rows)]

    def begin(self, sentences: Sequence[Sequence[str]]) -> Work:
        """Start to analyse sentences given as words; none may be empty."""
        rows, owners = self._all_rows(sentences)
        groups = _batches(rows)
        given = [_inputs([rows[number] for number in group]) for group in groups]
        answers: list[Future[list[Any]]] = [Future() for _ in given]
        self._waiting.extend(zip(given, answers, strict=True))
        for _ in given:
            self._workers.submit(self._work)
        known = [[_row(words)] if is_row(words) else [] for words in sentences]
        return Work(known, owners, rows, groups, answers, self._help, self._analyses)

    def _work(self) -> bool:
        """Run the model on the batch that has waited longest; whether there was one."""
        try:
            inputs, answer = self._waiting.popleft()
        except IndexError:
            return False
        if answer.set_running_or_notify_cancel():
            try:
                answer.set_result(self._run(inputs))
            except BaseException as error:  # for who waits for the answer, whoever ran it
                answer.set_exception(error)
        return True

    def _run(self, inputs: Inputs) -> list[Any]:
        answers: list[Any] = self._session.run(ANSWERS, inputs)
        return answers

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Analyse sentences given as words; none may be empty."""
        return self.begin(sentences).finish()
