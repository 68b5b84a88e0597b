"""How well the embedded model reads: ``python -m bench.language [--corpora DIR] [--part dev]``, from the root.

DIR holds ud-ewt, ud-gum and uner-ewt, as folders or as .tar.xz archives. Without them nothing is measured.
"""

import argparse
from pathlib import Path

from reportedly.language import Parser
from training.corpora import ARCHIVES, Corpora
from training.measure import Figures, on_gold_words, on_raw_text
from training.names import KINDS

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"  # where they lie beside a checkout
UNPACKED = ROOT / "build/training/corpora"
MARKED_IN_EWT = ("PER", "LOC", "ORG")


def _row(title: str, figures: Figures) -> str:
    return f"{title:40}" + "".join(f"  {name} {figure:5.2f}" for name, figure in figures.items())


def _missing(corpora: Path) -> list[str]:
    return [n for n in ARCHIVES if not (corpora / n).is_dir() and not (corpora / f"{n}.tar.xz").is_file()]


def main() -> None:
    """Print one line for each set and way of measuring."""
    options = argparse.ArgumentParser(prog="python -m bench.language", description=__doc__)
    options.add_argument("--corpora", type=Path, default=CORPORA, help=f"by default {CORPORA}")
    options.add_argument("--model", type=Path, help="the folder of another model than the one that is shipped")
    options.add_argument("--part", choices=("dev", "test"), default="test")
    asked = options.parse_args()
    if missing := _missing(asked.corpora):
        print(f"skipped: {asked.corpora} lacks {', '.join(missing)}; name their folder with --corpora")
        return
    UNPACKED.mkdir(parents=True, exist_ok=True)
    split = Corpora(asked.corpora, UNPACKED).split(asked.part)
    parser = Parser(asked.model)
    print(f"{parser.name}  {parser.digest}")
    for title, sentences, kinds in (
        ("EWT", split.ewt, MARKED_IN_EWT),
        ("GUM, commercial genres", split.gum, KINDS),
        ("GUM, news", split.news, KINDS),
    ):
        print(_row(f"{title} {asked.part}, gold words", on_gold_words(parser, sentences, kinds)))
        print(_row(f"{title} {asked.part}, raw text", on_raw_text(parser, sentences)), flush=True)


if __name__ == "__main__":
    main()
