"""How well the embedded model reads: ``python -m bench.language --corpora DIR [--part dev]``, from the project's root.

DIR holds ud-ewt, ud-gum and uner-ewt, as folders or as .tar.xz archives. Without them nothing is measured.
"""

import argparse
import sys
from pathlib import Path

from reportedly.language import Parser
from training.corpora import ARCHIVES, Corpora
from training.measure import Figures, on_gold_words, on_raw_text
from training.names import KINDS


def _row(title: str, figures: Figures) -> str:
    return f"{title:28}" + "".join(f"  {name} {figure:5.2f}" for name, figure in figures.items())


def _missing(corpora: Path) -> list[str]:
    return [n for n in ARCHIVES if not (corpora / n).is_dir() and not (corpora / f"{n}.tar.xz").is_file()]


def main() -> None:
    """Print one line for each set and way of measuring."""
    options = argparse.ArgumentParser(prog="python -m bench.language", description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--work", type=Path, default=Path("build/training"))
    options.add_argument("--part", choices=("dev", "test"), default="test")
    asked = options.parse_args()
    if missing := _missing(asked.corpora):
        sys.exit(f"skipped: {asked.corpora} lacks {', '.join(missing)}")
    asked.work.mkdir(parents=True, exist_ok=True)
    split = Corpora(asked.corpora, asked.work / "corpora").split(asked.part)
    parser = Parser()
    print(f"{parser.name}  {parser.digest}")
    for title, sentences, kinds in (
        ("EWT", split.ewt, ("PER", "LOC", "ORG")),
        ("GUM, commercial genres", split.gum, KINDS),
        ("GUM, news", split.news, KINDS),
    ):
        print(_row(f"{title} {asked.part}, gold words", on_gold_words(parser, sentences, kinds)))
        print(_row(f"{title} {asked.part}, raw text", on_raw_text(parser, sentences)), flush=True)


if __name__ == "__main__":
    main()
