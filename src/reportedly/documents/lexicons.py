"""Addresses become documents by lists that stand beside the code; here they are read, once."""

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of ``name``.toml beside this module, as plain dicts, lists and strings."""
    return tomli.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
