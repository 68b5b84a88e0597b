"""Word lists become sets: the stage's data files, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import tomli


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of ``name``.toml beside this module, as plain dicts and lists."""
    return tomli.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The word list at ``keys`` in ``name``.toml."""
    table: Any = lexicon(name)
    for key in keys:
        table = table[key]
    return frozenset(table)
