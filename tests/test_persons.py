"""Persons told without a numeral are found, each once; places hold in every script."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims import blocks
from reportedly.claims.people import People, Person
from reportedly.claims.persons import Mention, figure
from reportedly.claims.trees import Tree
from reportedly.flow import parser
from reportedly.model import Document, Part

RECORDS = Path(__file__).parent / "cases" / "persons.jsonl"
CASES = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines()]
Told = tuple[Document, Tree, Mention]


def document(body: str, headline: str | None = None) -> Document:
    text = body if headline is None else f"{headline}\n\n{body}"
    start = len(text) - len(body)
    above = () if headline is None else (Part("headline", 0, start - 2),)
    return Document(address="case", text=text, parts=(*above, Part("body", start, len(text))))


def read(paper: Document) -> tuple[list[Told], tuple[Person, ...]]:
    people, told = People(), []
    for sentence in parser()(paper.text, blocks(paper)):
        tree, part = Tree(sentence), paper.part_at(sentence.start)
        told += [(paper, tree, mention) for mention in people.read(tree, part.kind if part else "body")]
    return told, tuple(people.persons)


def quote(one: Told) -> str:
    paper, tree, mention = one
    start, end = tree.chars(mention.tokens)
    return paper.text[start:end]


def in_body(one: Told) -> bool:
    paper, tree, _ = one
    part = paper.part_at(tree.sentence.start)
    return part is not None and part.kind == "body"


def once(paper: Document) -> list[list[Any]]:
    """The persons with an event, each by its first mention in the body, else by its first above it."""
    told, people = read(paper)
    firsts: dict[int, Told] = {}
    for one in sorted((one for one in told if one[2].introduces), key=lambda one: not in_body(one)):
        firsts.setdefault(one[2].person, one)
    found = sorted(firsts.values(), key=lambda one: one[1].chars(one[2].tokens))
    return [[quote(one), one[2].count, people[one[2].person].harm] for one in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_persons_of_the_cases(case: dict[str, Any]) -> None:
    found = once(document(case["text"], case.get("headline")))
    assert [[q.lower(), *rest] for q, *rest in found] == [[q.lower(), *rest] for q, *rest in case["want"]]


def test_mends_that_would_close_a_ring_are_left_out() -> None:
    text = "One dead, three wounded."
    (sentence,) = parser()(text, ((0, len(text)),))
    bent = replace(
        sentence,
        heads=(1, -1, 3, 1, 3, 1),
        relations=("nummod", "root", "punct", "appos", "acl", "punct"),
        upos=("NUM", "ADJ", "PUNCT", "NUM", "VERB", "PUNCT"),
        xpos=("CD", "JJ", ",", "CD", "VBN", "."),
    )
    tree = Tree(bent)
    assert all(tree.head(list(tree.up(token))[-1]) < 0 for token in range(len(bent)))


def test_a_mention_is_a_figure_of_one_that_quotes_its_document() -> None:
    paper = document("In 김해 🚒 a 17-year-old student was killed.")
    told, _ = read(paper)
    (found,) = [figure(paper, tree, mention).found for _, tree, mention in told]
    assert paper.text[found.start : found.end] == found.quantity.written == "a 17-year-old student"
    assert (found.quantity.low, found.quantity.high, found.quantity.approximator) == (1, 1, "exact")


def test_every_mention_of_one_person_has_one_number() -> None:
    told, _ = read(document("A student, Ana Petrov, was shot. The student was taken to hospital, where she died."))
    assert {mention.person for _, _, mention in told} == {0}
    assert [mention.introduces for _, _, mention in told] == [True, *[False] * (len(told) - 1)]


def test_headline_and_body_introduce_a_person_once_each() -> None:
    told, _ = read(document("A welder died in the yard. The welder was 40.", "Welder dies in yard"))
    assert [mention.introduces for _, _, mention in told][:2] == [True, True]
    assert len({mention.person for _, _, mention in told}) == 1


PIECES = st.sampled_from(
    ["A man", "was killed", "her son", "Ana Petrov", ", 17,", "another", "the", "couple", "who", "died", ".", "\n\n",
     "himself", "shot", "and", "3", "김민수", "🚒", "e\u0301", "of", "a 9-year-old", "to death", "twins", "The victim"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_places_hold_and_numbers_are_dense(pieces: list[str]) -> None:
    paper = document(" ".join(pieces))
    told, people = read(paper)
    assert {mention.person for _, _, mention in told} <= set(range(len(people)))
    for one in told:
        assert quote(one).strip() == quote(one) != ""
        assert one[2].count in (1, 2)
        assert one[2].head in one[2].tokens
        assert list(one[2].tokens) == sorted(set(one[2].tokens))


def test_the_same_text_gives_the_same_persons() -> None:
    paper = document("A man and a woman were shot. The man died. Another man was hurt.")
    assert [one[2] for one in read(paper)[0]] == [one[2] for one in read(paper)[0]]
