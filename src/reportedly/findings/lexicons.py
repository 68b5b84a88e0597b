"""What does not add up becomes findings: the lists and tolerances that the checks go by, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import tomli


@cache
def table() -> dict[str, Any]:
    """The tables of ``findings.toml`` beside this module."""
    return tomli.loads(Path(__file__).with_name("findings.toml").read_text("utf-8"))


@cache
def things() -> dict[str, str]:
    """Each word of a row that names one thing, to the row's first word."""
    return {word: row[0] for row in table()["same"]["things"] for word in row}


def thing(word: str) -> str:
    """The word by which what ``word`` names goes."""
    return things().get(word, word)


def family(one: str, other: str) -> str | None:
    """The strength of a change between two measures, where they are told for each other."""
    for strength, families in table()["retold"]["families"].items():
        if any({one, other} <= set(family) for family in families):
            return str(strength)
    return None
