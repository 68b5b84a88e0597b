"""Addresses become documents by lists that stand beside the code; here they are read, once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of ``name``.toml beside this module, as plain dicts, lists and strings."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
