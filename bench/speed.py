"""How fast texts are read: ``python -m bench.speed [--rounds N]``, from the project's root.

Four things are timed in turns, and the median of the rounds is told:

* the bare encoder: the shipped file with its heads cut off, on the very batches that the parser makes of the text;
* raw text to sentences: tokens, tags, lemmas, trees and names, from the same text;
* the whole extraction of claims from it, as one text, from the reports as a pile, and report by report;
* a cold start: ``reportedly read`` on one report in a new process, beside a new Python that imports numpy and
  onnxruntime and loads the model.

The text is the example reports, or those at ``--reports PATH``, as often as makes some 20,000 words, read with the
interpreter set as the commands set it. Machines differ, and so does one machine at work: the ratios of one run, taken
while nothing else runs, are what counts. They depend on the reports too: the examples tell a figure every 20 words.
"""

import argparse
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import onnxruntime

import reportedly
from bench.bare import encoder
from reportedly.app.cli import COLLECTING, SWITCHING
from reportedly.language import Parser
from reportedly.language.shipped import GRAPH, HERE
from reportedly.model import Document

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "examples/situation"
ARTICLE = "2024-10-22-kestrel-gazette.md"
WORDS = 16_000  # between blanks, of all reports together, about: several of the parser's chunks

READ = "from reportedly.app.cli import run; run()"
LOAD = "import sys, numpy, onnxruntime as o; o.InferenceSession(sys.argv[1], providers=['CPUExecutionProvider'])"


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _bare() -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    raw = encoder((HERE / GRAPH).read_bytes())
    return onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])


def _batches(parser: Parser, text: str) -> list[Any]:
    chunks = ([[text[a:b] for a, b in piece.words] for piece in chunk] for chunk in parser.chunks(text))
    return [batch for words in chunks for batch in parser.analyst.batches(words)]


def _encode(session: Any, batches: list[Any], threads: int) -> None:
    """Each worker takes a batch of its own, as the parser's do."""
    inputs = {given.name for given in session.get_inputs()}
    with ThreadPoolExecutor(threads) as workers:
        for _ in workers.map(lambda batch: session.run(None, {n: batch[n] for n in inputs}), batches):
            pass


def _ways(documents: list[Document], text: str, pile: list[str]) -> dict[str, Callable[[], object]]:
    """Every way to read the text, by what is printed beside it; ``pile`` are the files that hold it."""
    session, one, two = _bare(), Parser(threads=1), Parser(threads=2)
    batches = _batches(two, text)
    return {
        "bare encoder, 1 worker": lambda: _encode(session, batches, 1),
        "raw text to sentences, 1 worker": lambda: one(text),
        "bare encoder, 2 workers": lambda: _encode(session, batches, 2),
        "raw text to sentences, 2 workers": lambda: two(text),
        "whole extraction, 2 workers": lambda: reportedly.extract(text),
        "the same, the reports as a pile": lambda: list(reportedly.absorb(pile)),
        "the same, report by report": lambda: [reportedly.extract(d) for d in documents],
    }


def _throughput(reports: str, rounds: int) -> None:
    """Times every way in turns, and tells each beside the bare encoder with as many workers."""
    once = [d for d in reportedly.read(reports) if isinstance(d, Document)]
    copies = max(1, round(WORDS / sum(len(d.text.split()) for d in once)))
    documents = once * copies
    text = "\n\n".join(document.text for document in documents)
    words = sum(len(found.words) for found in Parser()(text))
    ways = _ways(documents, text, [reports] * copies)
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            seconds = _seconds(way)
            taken[name] += [seconds] if number else []  # the first round only warms up
    print(f"{words:,} words, median of {rounds} alternating rounds")
    bare = 0.0
    for name, times in taken.items():
        bare = median(times) if name.startswith("bare") else bare
        share = 100 * bare / median(times)
        print(f"{name:36} {words / median(times):9,.0f} words/s  {share:5.1f} % of the bare encoder's")


def _cold(article: Path, rounds: int) -> tuple[float, float]:
    """Seconds to read one report, and seconds to import the runtime and load the model; each in a new process."""
    commands = ([READ, "read", str(article)], [LOAD, str(HERE / GRAPH)])
    taken: tuple[list[float], list[float]] = ([], [])
    # As for a user, whose Python keeps what it has compiled; the first round, which is not counted, compiles it.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for number in range(rounds + 1):
        for command, times in zip(commands, taken, strict=True):
            run = [sys.executable, "-c", *command]
            seconds = _seconds(lambda run=run: subprocess.run(run, check=True, stdout=subprocess.DEVNULL, env=kept))
            times += [seconds] if number else []
    return median(taken[0]), median(taken[1])


def main() -> None:
    """Print words a second beside the bare encoder's, and a cold start beside the runtime's own."""
    options = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    options.add_argument("--rounds", type=int, default=7, help="timed rounds; 7 by default")
    options.add_argument("--reports", default=str(REPORTS), help="a folder or file of reports; the examples by default")
    told = options.parse_args()
    gc.set_threshold(COLLECTING)
    sys.setswitchinterval(SWITCHING)
    _throughput(told.reports, told.rounds)
    read, load = _cold(REPORTS / ARTICLE, told.rounds)
    print(f"{'cold start: reportedly read ' + ARTICLE:60} {read:.3f} s, {read / load:.2f} times")
    print(f"{'cold start: import numpy, onnxruntime and load the model':60} {load:.3f} s")


if __name__ == "__main__":
    main()
