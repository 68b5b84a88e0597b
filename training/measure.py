"""A parser becomes figures: how often it agrees with sentences it has never seen."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.language.parser import Parser
from reportedly.model import Sentence
from training.spans import Stretch, page
from training.treebank import Gold, paragraphs

Figures = dict[str, float]
Tree = tuple[Stretch, str, Stretch | None, str]  # a word, its tag, its head and its universal relation


def universal(relation: str) -> str:
    """The part of a label that all languages share."""
    return relation.split(":")[0].lower()


def _f1(shared: int, found: int, wanted: int) -> float:
    return 200 * shared / max(1, found + wanted)


def on_gold_words(parser: Parser, sentences: Sequence[Gold], kinds: Sequence[str]) -> Figures:
    """Percentages where words and sentences are given; names of ``kinds`` only, as F1."""
    count: Counter[str] = Counter()
    for gold, found in zip(sentences, parser.analyst([gold.words for gold in sentences]), strict=True):
        count["words"] += len(gold.words)
        for token, head in enumerate(gold.heads):
            attached = found.heads[token] == head
            relation = gold.relations[token].lower()
            count["upos"] += gold.upos[token] == found.upos[token]
            count["xpos"] += gold.xpos[token] == found.xpos[token]
            count["lemma"] += gold.lemmas[token].lower() == found.lemmas[token].lower()
            count["uas"] += attached
            count["las"] += attached and universal(relation) == universal(found.relations[token])
            count["las_full"] += attached and relation == found.relations[token].lower()
        if gold.names is not None:
            wanted = {name for name in gold.names if name[2] in kinds}
            guessed = {name for name in found.entities if name[2] in kinds}
            count["shared"] += len(wanted & guessed)
            count["wanted"] += len(wanted)
            count["guessed"] += len(guessed)
    columns = ("upos", "xpos", "lemma", "uas", "las", "las_full")
    figures = {name: 100 * count[name] / max(1, count["words"]) for name in columns}
    return figures | {"names": _f1(count["shared"], count["guessed"], count["wanted"])}


def _gold_trees(sentences: Sequence[Gold], words: Sequence[Sequence[Stretch]], base: int) -> list[Tree]:
    trees = []
    for gold, places in zip(sentences, words, strict=True):
        placed = [(start + base, end + base) for start, end in places]
        for token, head in enumerate(gold.heads):
            above = placed[head] if head >= 0 else None
            trees.append((placed[token], gold.upos[token], above, universal(gold.relations[token])))
    return trees


def _found_trees(sentences: Iterable[Sentence]) -> list[Tree]:
    trees: list[Tree] = []
    for found in sentences:
        places = list(zip(found.starts, found.ends, strict=True))
        for token, head in enumerate(found.heads):
            above = places[head] if head >= 0 else None
            trees.append((places[token], found.upos[token], above, universal(found.relations[token])))
    return trees


def _agreement(wanted: Sequence[Tree], found: Sequence[Tree]) -> Counter[str]:
    """Words at the same place, and what is the same about them."""
    at = {tree[0]: tree for tree in found}
    count = Counter({"wanted": len(wanted), "found": len(found)})
    for place, upos, head, relation in wanted:
        if place in at:
            _, their_upos, their_head, their_relation = at[place]
            count["words"] += 1
            count["upos"] += upos == their_upos
            count["uas"] += head == their_head
            count["las"] += head == their_head and relation == their_relation
    return count


def _document(parser: Parser, sentences: Sequence[Gold]) -> Counter[str]:
    text, blocks, wanted, ends = "", [], [], set()
    for group in paragraphs(sentences):
        paper = page(group)
        base = len(text)
        wanted += _gold_trees(group, paper.words, base)
        ends |= {(start + base, end + base) for start, end in paper.sentences}
        blocks.append((base, base + len(paper.text)))
        text += paper.text + "\n\n"
    parsed = parser(text, blocks)
    ranges = {(found.start, found.end) for found in parsed}
    sizes = {"sentences": len(ends & ranges), "sentences_found": len(ranges), "sentences_wanted": len(ends)}
    return _agreement(wanted, _found_trees(parsed)) + Counter(sizes)


def on_raw_text(parser: Parser, sentences: Sequence[Gold]) -> Figures:
    """F1 over places in the text where only paragraphs are given, as in the CoNLL 2018 shared task."""
    count: Counter[str] = Counter()
    documents: dict[str, list[Gold]] = {}
    for gold in sentences:
        documents.setdefault(gold.document, []).append(gold)
    for document in documents.values():
        count += _document(parser, document)
    figures = {name: _f1(count[name], count["found"], count["wanted"]) for name in ("words", "upos", "uas", "las")}
    sentence_f1 = _f1(count["sentences"], count["sentences_found"], count["sentences_wanted"])
    return {"sentences": sentence_f1} | figures
