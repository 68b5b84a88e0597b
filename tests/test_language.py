"""What the embedded model promises of every text: exact places, sound trees, one answer, sealed files."""

import json
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.bare import encoder
from reportedly.errors import ModelError
from reportedly.language import Parser, shipped, words
from reportedly.language.analysis import WINDOW
from reportedly.language.lemmas import Mending, lemma, rule
from reportedly.language.names import Agreement, entities
from reportedly.language.parser import LONGEST
from reportedly.language.trees import mended, sound

MANY = settings(max_examples=200, deadline=None, derandomize=True)
FEW = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

PIECES = (
    "The ministry said on Monday that 12 of them died. ",
    "“It’s over,” she said. ‘Don’t!’ ",
    "Dr. Smith paid US$3.2m, i.e. 5% of it, to Acme Inc. in the U.S. ",
    "북한은 6,000명을 보냈다. ",
    "وَصَلَ ١٢ شخصًا ",
    "हिन्दी में १२ लोग ",
    "他们说有12人。",
    "😀👩‍👩‍👧🇰🇷👍🏽 ",
    "e\u0301te\u0301 nai\u0308ve ",
    "https://example.org/a?b=c, a@b.example ",
    "\r\n",
    "\r\n\r\n",
    "\n\n",
    "\u2028",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\x00\x1b[0m",
    "\ud800",
    "...",
    "[...] and ",
    "\"'`—–-",
    "n't",
    "A",
    " ",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map("".join)


@cache
def parser() -> Parser:
    return Parser()


def covered(text: str, ranges: Sequence[tuple[int, int]]) -> None:
    """The ranges come in order, apart from each other, and leave nothing out but white space."""
    at = 0
    for start, end in ranges:
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def rooted(heads: Sequence[int]) -> None:
    """One root, and every word leads to it."""
    assert list(heads).count(-1) == 1
    for word in range(len(heads)):
        steps = 0
        while word >= 0:
            word, steps = heads[word], steps + 1
            assert steps <= len(heads)


# Places


@given(TEXTS)
@MANY
def test_words_are_slices_that_cover_the_text(text: str) -> None:
    covered(text, list(words(text)))


@given(TEXTS)
@FEW
def test_sentences_are_made_of_exact_slices(text: str) -> None:
    found = parser()(text)
    covered(text, [place for sentence in found for place in zip(sentence.starts, sentence.ends, strict=True)])
    for sentence in found:
        assert (sentence.start, sentence.end) == (sentence.starts[0], sentence.ends[-1])
        places = zip(sentence.starts, sentence.ends, strict=True)
        assert sentence.words == tuple(text[start:end] for start, end in places)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They don’t; it’s “over”.", "They do n’t ; it ’s “ over ” ."),
        ("More than 14,000\r\nmen", "More than 14,000 men"),
        ("e\u0301te\u0301 nai\u0308ve", "e\u0301te\u0301 nai\u0308ve"),
        ("😀👩‍👩‍👧🇰🇷", "😀 👩‍👩‍👧 🇰🇷"),
        ("북한은 6,000명을", "북한은 6,000 명을"),
        ("وَصَلَ ١٢ شخصًا", "وَصَلَ ١٢ شخصًا"),
        ("हिन्दी में", "हिन्दी में"),
        ("It cost US$3.2m (5%).", "It cost US $ 3.2 m ( 5 % ) ."),
    ],
)
def test_no_sign_is_torn_from_its_letter(text: str, wanted: str) -> None:
    assert [text[start:end] for start, end in words(text)] == wanted.split(" ")


def test_no_sentence_crosses_a_block() -> None:
    text = "A title without a stop\n\nthe rest of the text goes on here."
    blocks = [(0, 7), (8, 22), (24, len(text))]
    ranges = [(sentence.start, sentence.end) for sentence in parser()(text, blocks)]
    assert ranges == blocks


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Gomez met Gen. Orr at 5 p.m. on Monday.", "He left."],
        ["“It is over,” he said.", "“We won.”", "Nobody answered."],
        ["They wrote that the town “was hit [...] and burnt”.", "It rained."],
        ["The firm (Acme Inc.) sank to $3.5m.", "Shares fell."],
        ["Did it end?", "It did!", "See Fig. 3 for more."],
        ["The flooded market of Harden", "Photo: R. Oak.", "Nobody was hurt."],
        ["Sunday, March 3, 2024", "On Friday, the dam broke."],
        ["In March 2024 Harden had 31,000 people.", "In 2025 Orr had more."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in parser().ranges(text)] == sentences


# Trees, names, lemmas


@given(TEXTS)
@FEW
def test_every_sentence_is_a_tree_with_tags_and_names_that_fit(text: str) -> None:
    for sentence in parser()(text):
        columns = (sentence.lemmas, sentence.upos, sentence.xpos, sentence.heads, sentence.relations)
        assert {len(column) for column in columns} == {len(sentence.words)}
        rooted(sentence.heads)
        assert sentence.relations[sentence.heads.index(-1)] == "root"
        ends = [0, *(place for start, end, _ in sentence.entities for place in (start, end)), len(sentence.words)]
        assert ends == sorted(ends)


def trees(size: int) -> Iterator[tuple[int, ...]]:
    """Every tree with one root; column 0 is the root's own place."""
    for heads in product(range(size), repeat=size - 1):
        rows = np.array([[0, *heads]])
        if sound(rows, np.array([size]))[0]:
            yield (0, *heads)


@given(st.integers(2, 5), st.randoms(use_true_random=False))
@MANY
def test_a_mended_tree_is_the_best_with_its_root(size: int, chance: object) -> None:
    scores = np.array([[chance.uniform(-5, 5) for _ in range(size)] for _ in range(size)], np.float32)  # type: ignore[attr-defined]
    np.fill_diagonal(scores, -1e4)
    best = scores.argmax(1)
    best[0] = 0
    found = mended(best, scores)
    assert sound(found[None], np.array([size]))[0]
    root = int(np.flatnonzero(found[1:] == 0)[0]) + 1

    def total(heads: Sequence[int]) -> float:
        return sum(float(scores[word, heads[word]]) for word in range(1, size) if heads[word])

    rivals = [total(heads) for heads in trees(size) if heads[root] == 0]
    assert total(list(found)) == pytest.approx(max(rivals), abs=1e-4)


def test_a_cycle_and_two_roots_are_no_tree() -> None:
    rows = np.array([[0, 2, 1, 0], [0, 0, 0, 1], [0, 0, 1, 2], [0, 0, 1, 3]])
    assert sound(rows, np.array([4, 4, 4, 3])).tolist() == [False, False, True, True]


TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=5, max_size=5), min_size=1, max_size=4))
@MANY
def test_names_are_the_best_tags_that_agree(rows: list[list[float]]) -> None:
    agreement, scores = Agreement(TAGS), np.array(rows, np.float32)

    def agree(tags: Sequence[int]) -> bool:
        return bool(agreement.sound(np.array([[0, *tags]]), np.array([len(tags) + 1]))[0])

    def total(tags: Sequence[int]) -> float:
        return sum(float(scores[word, tag]) for word, tag in enumerate(tags))

    found = agreement.best(scores).tolist()
    assert agree(found)
    assert total(found) == pytest.approx(
        max(total(t) for t in product(range(5), repeat=len(rows)) if agree(t)), abs=1e-4
    )


def test_a_name_goes_on_only_where_one_of_its_kind_began() -> None:
    agreement = Agreement(TAGS)
    rows = np.array([[0, 1, 2, 2], [0, 2, 0, 0], [0, 1, 4, 0], [0, 1, 0, 4], [0, 1, 0, 4]])
    assert agreement.sound(rows, np.array([4, 4, 4, 4, 3])).tolist() == [True, False, False, False, True]
    assert entities(["B-PER", "I-PER", "B-PER", "O", "B-LOC"]) == ((0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC"))


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
@MANY
def test_a_rule_makes_the_lemma_it_was_made_from(word: str, wanted: str) -> None:
    assert lemma(word, rule(word, wanted)) == wanted


def test_a_seldom_verb_keeps_its_e() -> None:
    mending = Mending(())
    wanted = {("rebuked", "VBD"): "rebuke", ("deriding", "VBG"): "deride", ("pondered", "VBN"): "ponder"}
    assert {(word, tag): mending(word, tag, word[:-2]) for word, tag in wanted} == wanted


def test_a_plain_sentence_is_read_as_a_reader_would() -> None:
    (found,) = parser()("The defence ministry in Seoul said on Monday that 1,500 soldiers had left.")
    at = {word: number for number, word in enumerate(found.words)}
    assert found.heads[at["said"]] == -1
    assert [found.words[found.heads[at[word]]] for word in ("ministry", "1,500", "soldiers", "left")] == [
        "said",
        "soldiers",
        "left",
        "said",
    ]
    assert (found.upos[at["1,500"]], found.lemmas[at["soldiers"]], found.lemmas[at["left"]]) == (
        "NUM",
        "soldier",
        "leave",
    )
    assert {(found.words[start], kind) for start, _, kind in found.entities} == {("Seoul", "LOC"), ("Monday", "DATE")}


# The same answer each time

LONG = " ".join(f"The council of Port {n} said that {n} people left on day {n}, and it rained." for n in range(300))


def test_neither_the_number_of_workers_nor_what_was_read_before_bears_on_a_reading() -> None:
    one = Parser(threads=1)(LONG)
    busy = Parser(threads=4)
    busy("Quite another text, read before. It had two sentences.")
    assert busy(LONG) == one
    assert busy(LONG) == one
    assert tuple(busy.stream(LONG)) == one


def test_texts_begun_together_are_read_as_each_alone() -> None:
    """Whoever waits for one text may do another's work, and what is dropped is done by nobody."""
    both = Parser()
    dropped, long, short = both.stream(LONG), both.stream(LONG[:9000]), both.stream(LONG[:200])
    assert next(dropped) == next(iter(parser()(LONG)))
    dropped.close()  # type: ignore[attr-defined]
    assert tuple(short) == parser()(LONG[:200])
    assert tuple(long) == parser()(LONG[:9000])


def test_the_last_words_of_a_text_are_read_few_at_a_time() -> None:
    sizes = [sum(len(piece.words) for piece in chunk) for chunk in parser().chunks(LONG * 6)]
    assert sizes[0] < sizes[1] < sizes[2] < max(sizes) < 5000
    assert max(sizes[-2:]) < max(sizes) / 2


def test_batches_are_made_of_one_text_alone() -> None:
    fresh, used = Parser(), parser()
    used(LONG)
    for mine, theirs in zip(fresh.chunks(LONG), used.chunks(LONG), strict=True):
        assert mine == theirs
        given_words = [[LONG[a:b] for a, b in piece.words] for piece in mine]
        for left, right in zip(fresh.analyst.batches(given_words), used.analyst.batches(given_words), strict=True):
            assert all(np.array_equal(left[name], right[name]) for name in left)


def test_a_sentence_is_read_the_same_alone_and_among_others() -> None:
    own = (
        "The ministry said on Monday that 1,500 soldiers had left.",
        "Nobody answered.",
        "“It’s over,” she told Reuters in Port Sund, where rain had fallen for nine days without an end.",
        "20 DEAD IN MINE BLAST",
    )
    sentences = [[text[start:end] for start, end in words(text)] for text in own]
    others = [[LONG[start:end] for start, end in words(LONG, 0, size)] for size in range(40, 900, 60)]
    together = parser().analyst([*others, *sentences])[-len(own) :]
    assert together == [parser().analyst([sentence])[0] for sentence in sentences]


# Whatever comes in


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n\t", "\u2028\u00a0"])
def test_nothing_gives_nothing(text: str) -> None:
    assert parser()(text) == ()


@pytest.mark.parametrize("sign", ["x", ".", "e\u0301", "1,", "(", "\ud800"])
def test_a_million_signs_without_a_space_are_read(sign: str) -> None:
    text = sign * (1_000_000 // len(sign))
    found = parser()(text)
    covered(text, [place for sentence in found for place in zip(sentence.starts, sentence.ends, strict=True)])


def test_a_line_of_a_hundred_thousand_words_is_cut_into_words() -> None:
    text = "word, " * 50_000
    assert sum(1 for _ in words(text)) == 100_000


def test_a_sentence_without_an_end_is_cut_and_none_is_too_long() -> None:
    text = "men, tents and lorries, " * 400
    found = parser()(text)
    assert sum(len(sentence.words) for sentence in found) == sum(1 for _ in words(text))
    assert len(found) > 1
    assert max(len(sentence.words) for sentence in found) <= LONGEST


def test_a_sentence_tells_where_it_was_cut() -> None:
    found = parser()("men, tents and lorries, " * 400 + "and nothing else. They left.")
    assert [sentence.cut for sentence in found] == [True] * (len(found) - 2) + [False, False]


def test_a_long_row_of_numbers_is_no_sentence_and_costs_no_reading_by_the_model() -> None:
    text = "123 456 " * 200_000
    found = parser()(text)
    covered(text, [place for sentence in found for place in zip(sentence.starts, sentence.ends, strict=True)])
    assert sum(len(sentence) for sentence in found) == 400_000
    assert {sentence.heads[:3] for sentence in found} == {(-1, 0, 0)}
    assert {tag for sentence in found for tag in sentence.upos} == {"NUM"}


def test_a_sentence_of_more_pieces_than_the_encoder_takes_is_still_one_tree() -> None:
    text = "Zxqvwkjhgfdsz " * (LONGEST - 1)
    (pieces, _) = shipped.Pieces.of((shipped.HERE / shipped.VOCABULARY).read_text("utf-8"))("Zxqvwkjhgfdsz")
    assert len(pieces) * (LONGEST - 1) > WINDOW
    (found,) = parser()(text)
    assert len(found.words) == LONGEST - 1
    rooted(found.heads)


# Files


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    names = (shipped.GRAPH, shipped.RELATIONS, shipped.VOCABULARY, shipped.STOPS, shipped.BASES, shipped.MANIFEST)
    for name in names:
        shutil.copyfile(shipped.HERE / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", [shipped.GRAPH, shipped.RELATIONS, shipped.VOCABULARY, shipped.STOPS, shipped.BASES])
def test_a_changed_byte_is_refused_and_named(copy: Path, name: str) -> None:
    raw = bytearray((copy / name).read_bytes())
    raw[len(raw) // 2] ^= 1
    (copy / name).write_bytes(raw)
    with pytest.raises(ModelError, match=rf"{name}: sha256 is [0-9a-f]{{64}}, the manifest says .*; reinstall"):
        Parser(copy)


@pytest.mark.parametrize("name", [shipped.GRAPH, shipped.MANIFEST])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: the language model cannot be read \(No such file.*; reinstall"):
        Parser(copy)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"name": 1, "files": 2}'])
def test_a_broken_manifest_is_named(copy: Path, text: str) -> None:
    (copy / shipped.MANIFEST).write_text(text, "utf-8")
    with pytest.raises(ModelError, match="this is no manifest of a language model; reinstall"):
        Parser(copy)


def test_a_file_that_the_manifest_forgot_is_refused(copy: Path) -> None:
    manifest = json.loads((copy / shipped.MANIFEST).read_text("utf-8"))
    del manifest["files"][shipped.STOPS]
    (copy / shipped.MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(ModelError, match=shipped.STOPS):
        Parser(copy)


def test_the_digest_names_the_model_wherever_it_lies(copy: Path) -> None:
    assert (Parser(copy).name, Parser(copy).digest) == (parser().name, parser().digest)


def test_licences_lie_beside_the_model() -> None:
    texts = [path.read_text("utf-8") for path in sorted(shipped.HERE.glob("LICENSE*"))]
    assert any("Apache License" in text and "all-MiniLM-L6-v2" in text for text in texts)
    assert any("CC BY-SA 4.0" in text for text in texts)


# The yardstick


def test_a_model_without_heads_encodes_the_same() -> None:
    raw = (shipped.HERE / shipped.GRAPH).read_bytes()
    bare = encoder(raw)
    assert len(bare) < len(raw)
    whole, cut = (onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]) for model in (raw, bare))
    assert [output.name for output in cut.get_outputs()] == ["states"]
    (batch,) = parser().analyst.batches([["About", "3,000", "people", "left", "."], ["Nobody", "stayed"]])
    inputs = {given_.name: batch[given_.name] for given_ in cut.get_inputs()}
    assert np.array_equal(cut.run(None, inputs)[0], whole.run(["states"], batch)[0])
